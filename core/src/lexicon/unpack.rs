//! From the packed lexicon, made small to be sent, to its image, made to be read where it lies.
//!
//! The build script runs this for builds that embed the dictionaries, so that they open at once; a page runs it on the file it
//! fetched. All numbers of an image are little-endian and 32 bits wide. In order:
//!
//! 1. the lengths: slots, entries, nodes, bytes of the keys, bytes of the version;
//! 2. tags: for each slot of an open-addressing table 0 when it is free, else a few bits of its key's hash, small enough for a
//!    core's own cache, so that most words that are no entry cost one near read;
//! 3. slots: for each, the index of its entry;
//! 4. entries: where each key ends, and its class; the first is empty;
//! 5. nodes of the graph of ordinary words: for each the set of its letters, then for each letter the place of the next node
//!    (0 for none), shifted by one, and whether a word ends there. Place 0 is the node without edges;
//! 6. keys, then the version.
//!
//! The packed form begins with what the image's lengths come from: the version, the numbers of entries and of the bytes of their
//! keys, of edges and nodes of the graph. It has no place for what can be counted. Its nodes lie one behind another, each a byte for each of its edges: a
//! letter, whether a word ends there, whether it is the node's last edge, and whether it is the one that numbers its target. The
//! root comes first, then by the letter of the edges that number them all nodes, in the order of those edges; so what follows like
//! letters lies together, which makes a quarter less for who compresses the file than any list of words did. What else belongs to
//! an edge lies likewise by letters.

const MAGIC: &[u8] = b"huisclos lexicon 2\n";

/// Numbers at the head of an image.
#[allow(dead_code, reason = "the build script only writes")]
pub(super) const HEAD: usize = 5;

/// The image of a packed lexicon; `None` when `packed` is not one. Linear in its length. `hash` is what look-ups use.
///
/// A page runs this once, before a compiler has had time for more than a first try at it: plain loops, written in place.
pub(super) fn image(packed: &[u8], hash: fn(&[u8]) -> u64) -> Option<Vec<u8>> {
    let mut reader = Reader(packed.strip_prefix(MAGIC)?);
    let length = reader.length()?;
    let version = reader.bytes(length)?;
    std::str::from_utf8(version).ok()?;
    let [entries, keys, edges, nodes] = [reader.length()?, reader.length()?, reader.length()?, reader.length()?];
    // A broken file asks for no more than a whole one of its length can hold.
    let left = reader.0.len();
    if entries > left || edges > left || nodes > edges || keys > LONGEST * entries {
        return None;
    }
    // A search ends at a free slot. Each node takes a place for its letters and one for each edge.
    let (slots, places) = ((entries * 2).next_power_of_two().max(2), 1 + edges + nodes);
    let lengths = [slots, 1 + entries, places, keys, version.len()];
    let mut image = vec![0; 4 * HEAD + 5 * slots + 8 * (1 + entries) + 4 * places + keys + version.len()];
    let mut rest = &mut *image;
    let mut take = |length: usize| {
        let (part, after) = std::mem::take(&mut rest).split_at_mut(length);
        rest = after;
        part
    };
    let head = take(4 * HEAD);
    for (at, length) in lengths.into_iter().enumerate() {
        put(head, at, length as u32)?;
    }
    let mut table = Table { tags: take(slots), slots: take(4 * slots), entries: take(8 * (1 + entries)), keys: &mut [], count: 0, end: 0, hash };
    let graph = take(4 * places);
    table.keys = take(keys);
    take(version.len()).copy_from_slice(version);
    table.read(&mut reader)?;
    read_graph(&mut reader, edges, graph)?;
    (reader.0.is_empty() && table.count == entries && table.end == keys).then_some(image)
}

/// Writes the `at`-th of `numbers`.
#[inline]
fn put(numbers: &mut [u8], at: usize, number: u32) -> Option<()> {
    *numbers.get_mut(4 * at..)?.first_chunk_mut()? = number.to_le_bytes();
    Some(())
}

/// The slot where the search for a key begins, of `slots`, a power of two; and its tag, never 0.
pub(super) const fn slot_of(hash: u64, slots: usize) -> (usize, u8) {
    ((hash >> 32) as usize & (slots - 1), (hash >> 56) as u8 | 1)
}

/// No entry is longer, in bytes.
const LONGEST: usize = 64;

/// Parts of an edge's byte.
const LETTER: u8 = 31;
const ENDS: u8 = 32;
const LAST: u8 = 64;
const NEW: u8 = 128;

/// How often each byte occurs among `edges`; and where among them each node begins.
fn survey(edges: &[u8]) -> ([usize; 256], Vec<u32>) {
    let mut counts = [0; 256];
    let mut starts = vec![0; edges.len() + 2];
    let mut node = 0;
    for (at, edge) in (1..).zip(edges) {
        counts[usize::from(*edge)] += 1;
        starts[node + 1] = at;
        node += usize::from(edge & LAST != 0);
    }
    (counts, starts)
}

/// Where the next thing of an edge lies, when things lie by the letters of their edges, and how many there are. `lies` says which
/// edges have one, `letter` which bits of their bytes they lie by; the first of all is `first`.
fn cursors(counts: &[usize; 256], first: usize, letter: u8, lies: impl Fn(u8) -> bool) -> ([usize; 64], usize) {
    let mut cursors = [0; 64];
    for byte in (0..=255).filter(|byte| lies(*byte)) {
        cursors[usize::from(byte & letter)] += counts[usize::from(byte)];
    }
    let mut next = first;
    let cursors = cursors.map(|count| {
        next += count;
        next - count
    });
    (cursors, next - first)
}

/// Numbers that are mostly small: a byte below 224, or 224 and the high bits, then the low ones in a byte of `low`.
fn wide(byte: u8, low: &mut Reader<'_>) -> Option<usize> {
    const DIRECT: u8 = 224;
    match byte.checked_sub(DIRECT) {
        None => Some(usize::from(byte)),
        Some(high) => Some(usize::from(DIRECT) + (usize::from(high) << 8 | usize::from(low.bytes(1)?[0]))),
    }
}

/// Names, places and phrases: parts of the image, and how far they are filled. Packed form: the characters that letters stand
/// for, the classes, the number of trees, and for each tree the number of its edges and of the low bytes, the edges, for each entry
/// the rank of its class, and the low bytes of those. Edges that number no node lead nowhere.
struct Table<'i> {
    tags: &'i mut [u8],
    slots: &'i mut [u8],
    entries: &'i mut [u8],
    keys: &'i mut [u8],
    count: usize,
    end: usize,
    hash: fn(&[u8]) -> u64,
}

impl Table<'_> {
    fn read(&mut self, reader: &mut Reader<'_>) -> Option<()> {
        let length = reader.length()?;
        let letters = reader.bytes(length)?;
        let classes = (0..reader.length()?).map(|_| reader.varint()).collect::<Option<Vec<_>>>()?;
        for _ in 0..reader.length()? {
            self.read_tree(reader, letters, &classes)?;
        }
        Some(())
    }

    fn read_tree(&mut self, reader: &mut Reader<'_>, letters: &[u8], classes: &[u32]) -> Option<()> {
        let count = reader.length()?;
        let wides = reader.length()?;
        let edges = reader.bytes(count)?;
        let (counts, starts) = survey(edges);
        let (mut nodes, _) = cursors(&counts, 1, LETTER, |edge| edge & NEW != 0);
        let (mut ranks, ends) = cursors(&counts, 0, LETTER, |edge| edge & ENDS != 0);
        let ends = reader.bytes(ends)?;
        let mut low = Reader(reader.bytes(wides)?);
        // For each edge its byte and where its target begins, and apart from it the rank of what ends there.
        let mut ways = vec![0; count];
        let mut ended = vec![0_u16; count];
        for (at, edge) in edges.iter().enumerate() {
            let letter = usize::from(edge & LETTER);
            ways[at] = starts.get(nodes[letter])? << 8 | u32::from(*edge);
            nodes[letter] += usize::from(edge & NEW != 0);
            if edge & ENDS != 0 {
                ended[at] = wide(ends[ranks[letter]], &mut low)? as u16;
                ranks[letter] += 1;
            }
        }
        // The edges still to follow, each with the length of the word before it.
        let mut open = [(0, 0); LONGEST];
        let mut word = [0; LONGEST];
        let (mut height, mut at, mut depth) = (0, 0, 0);
        while let Some(way) = ways.get(at) {
            let edge = *way as u8;
            if edge & LAST == 0 {
                *open.get_mut(height)? = (at + 1, depth);
                height += 1;
            }
            *word.get_mut(depth)? = *letters.get(usize::from(edge & LETTER))?;
            depth += 1;
            if edge & ENDS != 0 {
                self.add(&word[..depth], *classes.get(usize::from(ended[at]))?)?;
            }
            if edge & NEW != 0 {
                at = (way >> 8) as usize;
            } else if height > 0 {
                height -= 1;
                (at, depth) = open[height];
            } else {
                break;
            }
        }
        low.0.is_empty().then_some(())
    }

    /// `None` when there is no room: the file says there are fewer.
    fn add(&mut self, key: &[u8], class: u32) -> Option<()> {
        let start = self.end;
        self.end += key.len();
        self.count += 1;
        self.keys.get_mut(start..self.end)?.copy_from_slice(key);
        put(self.entries, 2 * self.count, self.end as u32)?;
        put(self.entries, 2 * self.count + 1, class)?;
        let size = self.tags.len();
        let (mut at, tag) = slot_of((self.hash)(key), size);
        while self.tags[at] != 0 {
            at = (at + 1) & (size - 1);
        }
        self.tags[at] = tag;
        put(self.slots, at, self.count as u32)
    }
}

/// The ordinary words, as the smallest graph that spells them: French endings are shared, so that the whole list costs less than
/// a probabilistic filter of it would, and answers exactly.
///
/// Packed form: the nodes that more than one edge leads to, as two ascending runs, each its length and the differences; the number
/// of the low bytes; the edges; for each edge that numbers no node 0 when it leads nowhere, else the rank of a shared node and one,
/// by the letter and whether a word ends; the low bytes of those.
fn read_graph(reader: &mut Reader<'_>, count: usize, graph: &mut [u8]) -> Option<()> {
    let mut shared = Vec::new();
    for _ in 0..2 {
        let mut node = 0;
        for _ in 0..reader.length()? {
            node += reader.length()?;
            shared.push(node);
        }
    }
    let wides = reader.length()?;
    let edges = reader.bytes(count)?;
    let (counts, starts) = survey(edges);
    let (mut new, _) = cursors(&counts, 1, LETTER, |edge| edge & NEW != 0);
    let (mut old, codes) = cursors(&counts, 0, LETTER | ENDS, |edge| edge & NEW == 0);
    let codes = reader.bytes(codes)?;
    let mut low = Reader(reader.bytes(wides)?);
    let (mut open, mut place, mut letters) = (1, 2, 0);
    for edge in edges {
        let next = if edge & NEW != 0 { &mut new[usize::from(edge & LETTER)] } else { &mut old[usize::from(edge & (LETTER | ENDS))] };
        let node = if edge & NEW != 0 {
            *next
        } else {
            match wide(codes[*next], &mut low)? {
                0 => 0,
                code => *shared.get(code - 1)?,
            }
        };
        *next += 1;
        // The root is nobody's target.
        let target = if node == 0 { 0 } else { starts.get(node)? + node as u32 + 1 };
        put(graph, place, target << 1 | u32::from(edge & ENDS != 0))?;
        place += 1;
        letters |= 1 << (edge & LETTER);
        if edge & LAST != 0 {
            put(graph, open, letters)?;
            (open, place, letters) = (place, place + 1, 0);
        }
    }
    low.0.is_empty().then_some(())
}

/// What is left to read of a packed lexicon.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn bytes(&mut self, length: usize) -> Option<&'a [u8]> {
        let (read, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(read)
    }

    /// Seven bits a byte, low bits first.
    fn varint(&mut self) -> Option<u32> {
        let mut value = 0;
        for shift in (0..32).step_by(7) {
            let (&byte, rest) = self.0.split_first()?;
            self.0 = rest;
            value |= u32::from(byte & 127) << shift;
            if byte < 128 {
                return Some(value);
            }
        }
        None
    }

    fn length(&mut self) -> Option<usize> {
        self.varint().map(|value| value as usize)
    }
}
