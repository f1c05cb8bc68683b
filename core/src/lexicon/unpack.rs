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
//! The packed form has no place for what can be counted. Its nodes lie one behind another, each a byte for each of its edges: a
//! letter, whether a word ends there, whether it is the node's last edge, and whether it is the one that numbers its target. The
//! root comes first, then by the letter of the edges that number them all nodes, in the order of those edges; so what follows like
//! letters lies together, which makes a quarter less for who compresses the file than any list of words did. What else belongs to
//! an edge lies likewise by letters.

const MAGIC: &[u8] = b"huisclos lexicon 2\n";

/// Numbers at the head of an image.
#[allow(dead_code, reason = "the build script only writes")]
pub(super) const HEAD: usize = 5;

/// The image of a packed lexicon; `None` when `packed` is not one. Linear in its length. `hash` is what look-ups use.
pub(super) fn image(packed: &[u8], hash: fn(&[u8]) -> u64) -> Option<Vec<u8>> {
    let mut reader = Reader(packed.strip_prefix(MAGIC)?);
    let length = reader.length()?;
    let version = reader.bytes(length)?;
    std::str::from_utf8(version).ok()?;
    let table = Table::read(&mut reader, hash)?;
    let nodes = nodes(&mut reader)?;
    if !reader.0.is_empty() {
        return None;
    }
    let lengths = [table.slots.len(), table.entries.len() / 2, nodes.len(), table.keys.len(), version.len()].map(|length| length as u32);
    let numbers = lengths.len() + table.slots.len() + table.entries.len() + nodes.len();
    let mut image = Vec::with_capacity(4 * numbers + table.tags.len() + table.keys.len() + version.len());
    put(&lengths, &mut image);
    image.extend(&table.tags);
    put(&table.slots, &mut image);
    put(&table.entries, &mut image);
    put(&nodes, &mut image);
    image.extend(&table.keys);
    image.extend(version);
    Some(image)
}

fn put(numbers: &[u32], image: &mut Vec<u8>) {
    let start = image.len();
    image.resize(start + 4 * numbers.len(), 0);
    image[start..].chunks_exact_mut(4).zip(numbers).for_each(|(place, number)| place.copy_from_slice(&number.to_le_bytes()));
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

/// Where the next thing of an edge lies, when things lie by the letters of their edges: `lies` says which edges have one, `letter`
/// which bits of their bytes they lie by; the first of all is `first`.
fn cursors(counts: &[usize; 256], first: usize, letter: u8, lies: impl Fn(u8) -> bool) -> [usize; 64] {
    let mut cursors = [0; 64];
    for byte in (0..=255).filter(|byte| lies(*byte)) {
        cursors[usize::from(byte & letter)] += counts[usize::from(byte)];
    }
    let mut next = first;
    cursors.map(|count| {
        next += count;
        next - count
    })
}

fn counts(edges: &[u8]) -> [usize; 256] {
    let mut counts = [0; 256];
    edges.iter().for_each(|edge| counts[usize::from(*edge)] += 1);
    counts
}

/// Numbers that are mostly small: a byte below 224, or 224 and the high bits, then the low ones in a byte of `low`.
fn wide(byte: u8, low: &mut Reader<'_>) -> Option<usize> {
    const DIRECT: u8 = 224;
    match byte.checked_sub(DIRECT) {
        None => Some(usize::from(byte)),
        Some(high) => Some(usize::from(DIRECT) + (usize::from(high) << 8 | usize::from(low.bytes(1)?[0]))),
    }
}

/// Names, places and phrases. Packed form: the number of entries, the characters that their letters stand for, the classes, the
/// number of trees, and for each tree the number of its edges and of the low bytes, the edges, for each entry the rank of its class,
/// and the low bytes of those. Edges that number no node lead nowhere.
struct Table {
    keys: Vec<u8>,
    /// The empty entry and all others, two numbers each.
    entries: Vec<u32>,
    tags: Vec<u8>,
    slots: Vec<u32>,
}

impl Table {
    fn read(reader: &mut Reader<'_>, hash: fn(&[u8]) -> u64) -> Option<Self> {
        // No entry takes less than a byte.
        let total = reader.length().filter(|total| *total < reader.0.len())?;
        let length = reader.length()?;
        let letters = reader.bytes(length)?;
        let classes = (0..reader.length()?).map(|_| reader.varint()).collect::<Option<Vec<_>>>()?;
        let size = (total * 2).next_power_of_two().max(2);
        let mut table = Self { keys: Vec::with_capacity(16 * total), entries: Vec::with_capacity(2 * total + 2), tags: vec![0; size], slots: vec![0; size] };
        table.entries.extend([0, 0]);
        for _ in 0..reader.length()? {
            table.read_tree(reader, letters, &classes, hash)?;
        }
        (table.entries.len() == 2 * total + 2).then_some(table)
    }

    fn read_tree(&mut self, reader: &mut Reader<'_>, letters: &[u8], classes: &[u32], hash: fn(&[u8]) -> u64) -> Option<()> {
        let count = reader.length()?;
        let wides = reader.length()?;
        let edges = reader.bytes(count)?;
        let counts = counts(edges);
        let ends = reader.bytes(edges.iter().filter(|edge| **edge & ENDS != 0).count())?;
        let mut low = Reader(reader.bytes(wides)?);
        // A search ends at a free slot.
        if self.entries.len() / 2 + ends.len() > self.slots.len() {
            return None;
        }
        // Where each node begins among the edges, and a last place for edges that lead nowhere.
        let mut starts = vec![0; edges.iter().filter(|edge| **edge & LAST != 0).count() + 2];
        let mut node = 1;
        for (edge, next) in edges.iter().zip(1..) {
            starts[node] = next;
            node += usize::from(edge & LAST != 0);
        }
        let mut nodes = cursors(&counts, 1, LETTER, |edge| edge & NEW != 0);
        let mut ranks = cursors(&counts, 0, LETTER, |edge| edge & ENDS != 0);
        // For each edge its byte and where its target begins, and apart from it the rank of what ends there.
        let mut ways = Vec::with_capacity(edges.len());
        let mut ended = vec![0; edges.len()];
        for (&edge, rank) in edges.iter().zip(&mut ended) {
            let letter = usize::from(edge & LETTER);
            ways.push(*starts.get(nodes[letter])? << 8 | u32::from(edge));
            nodes[letter] += usize::from(edge & NEW != 0);
            if edge & ENDS != 0 {
                *rank = wide(ends[ranks[letter]], &mut low)? as u16;
                ranks[letter] += 1;
            }
        }
        // The branches of a walk mispredict: a place of the stack is written whether it is taken or not.
        let mut word = [0; LONGEST];
        let mut open = [(0, 0); LONGEST + 2];
        let mut height = 1;
        while height > 0 {
            height -= 1;
            let (at, depth) = open[height];
            let way = *ways.get(at)?;
            let edge = way as u8;
            *word.get_mut(depth)? = *letters.get(usize::from(edge & LETTER))?;
            open[height] = (at + 1, depth);
            height += usize::from(edge & LAST == 0);
            *open.get_mut(height)? = ((way >> 8) as usize, depth + 1);
            height += usize::from(edge & NEW != 0);
            if edge & ENDS != 0 {
                let key = &word[..=depth];
                self.keys.extend_from_slice(key);
                self.add(hash(key), *classes.get(usize::from(ended[at]))?);
            }
        }
        low.0.is_empty().then_some(())
    }

    fn add(&mut self, hash: u64, class: u32) {
        let size = self.slots.len();
        let (mut at, tag) = slot_of(hash, size);
        while self.tags[at] != 0 {
            at = (at + 1) & (size - 1);
        }
        self.tags[at] = tag;
        self.slots[at] = self.entries.len() as u32 / 2;
        self.entries.extend([self.keys.len() as u32, class]);
    }
}

/// The ordinary words, as the smallest graph that spells them: French endings are shared, so that the whole list costs less than
/// a probabilistic filter of it would, and answers exactly.
///
/// Packed form: the number of edges; the nodes that more than one edge leads to, as two ascending runs, each its length and the
/// differences; the number of the low bytes; the edges; for each edge that numbers no node 0 when it leads nowhere, else the rank of
/// a shared node and one, by the letter and whether a word ends; the low bytes of those.
fn nodes(reader: &mut Reader<'_>) -> Option<Vec<u32>> {
    let count = reader.length()?;
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
    let counts = counts(edges);
    let codes = reader.bytes(edges.iter().filter(|edge| **edge & NEW == 0).count())?;
    let mut low = Reader(reader.bytes(wides)?);
    // Each node takes a place for its letters and one for each edge.
    let mut starts = vec![1_u32];
    let mut place = 1;
    for edge in edges {
        place += 1;
        if edge & LAST != 0 {
            place += 1;
            starts.push(place);
        }
    }
    let mut next = cursors(&counts, 1, LETTER, |edge| edge & NEW != 0);
    let mut code_at = cursors(&counts, 0, LETTER | ENDS, |edge| edge & NEW == 0);
    let mut nodes = Vec::with_capacity(place as usize + 1);
    nodes.extend([0, 0]);
    let mut open = 1;
    for edge in edges {
        let cursor = if edge & NEW != 0 { &mut next[usize::from(edge & LETTER)] } else { &mut code_at[usize::from(edge & (LETTER | ENDS))] };
        let target = if edge & NEW != 0 {
            *starts.get(*cursor)?
        } else {
            match wide(codes[*cursor], &mut low)? {
                0 => 0,
                code => *starts.get(*shared.get(code - 1)?)?,
            }
        };
        *cursor += 1;
        nodes.push(target << 1 | u32::from(edge & ENDS != 0));
        nodes[open] |= 1 << (edge & LETTER);
        if edge & LAST != 0 {
            open = nodes.len();
            nodes.push(0);
        }
    }
    low.0.is_empty().then_some(nodes)
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
