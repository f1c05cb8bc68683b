//! From the packed lexicon, made small to be sent, to its image, made to be read where it lies.
//!
//! The build script runs this for builds that embed the dictionaries, so that they open at once; a page runs it on the file it
//! fetched. All numbers of an image are little-endian and 32 bits wide. In order:
//!
//! 1. the lengths: slots, entries, groups, nodes, bytes of the keys, bytes of the version;
//! 2. tags: for each slot of an open-addressing table 0 when it is free, else a few bits of its key's hash, small enough for a
//!    core's own cache, so that most words that are no entry cost one near read;
//! 3. slots: for each, the index of its entry;
//! 4. entries: where each key ends, and its class; the first is empty;
//! 5. groups: the class of each, and the entry after its last;
//! 6. nodes of the graph of ordinary words: for each the set of its letters, then for each letter the place of the next node
//!    (0 for none), shifted by one, and whether a word ends there. Place 0 is the node without edges;
//! 7. keys, then the version.

const MAGIC: &[u8] = b"huisclos lexicon 1\n";

/// Numbers at the head of an image.
#[allow(dead_code, reason = "the build script only writes")]
pub(super) const HEAD: usize = 6;

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
    let lengths = [table.slots.len(), table.entries.len(), table.groups.len(), nodes.len(), table.keys.len(), version.len()];
    let mut image = Vec::new();
    let mut put = |numbers: &mut dyn Iterator<Item = u32>| numbers.for_each(|number| image.extend(number.to_le_bytes()));
    put(&mut lengths.into_iter().map(|length| length as u32));
    image.extend(&table.tags);
    let mut put = |numbers: &mut dyn Iterator<Item = u32>| numbers.for_each(|number| image.extend(number.to_le_bytes()));
    put(&mut table.slots.into_iter());
    put(&mut table.entries.into_iter().flat_map(|(end, class)| [end, class]));
    put(&mut table.groups.into_iter().flat_map(|(class, end)| [class, end]));
    put(&mut nodes.into_iter());
    image.extend(&table.keys);
    image.extend(version);
    Some(image)
}

/// The slot where the search for a key begins, of `slots`, a power of two; and its tag, never 0.
pub(super) const fn slot_of(hash: u64, slots: usize) -> (usize, u8) {
    ((hash >> 32) as usize & (slots - 1), (hash >> 56) as u8 | 1)
}

/// Names, places and phrases. Packed form of a group: class, number of entries, number of bytes, then for each entry one byte
/// (how many leading bytes it shares with the entry before), the other bytes, and a line feed.
struct Table {
    keys: Vec<u8>,
    entries: Vec<(u32, u32)>,
    groups: Vec<(u32, u32)>,
    tags: Vec<u8>,
    slots: Vec<u32>,
}

impl Table {
    /// Every group is checked to end where it says.
    fn read(reader: &mut Reader<'_>, hash: fn(&[u8]) -> u64) -> Option<Self> {
        let groups = reader.length()?;
        let total = reader.length()?;
        let size = (total * 2).next_power_of_two().max(2);
        let mut table = Self { keys: Vec::new(), entries: vec![(0, 0)], groups: Vec::new(), tags: vec![0; size], slots: vec![0; size] };
        for _ in 0..groups {
            let class = reader.varint()?;
            let count = reader.length()?;
            let length = reader.length()?;
            let mut packed = reader.bytes(length)?;
            let mut before = table.keys.len();
            for _ in 0..count {
                let (&shared, rest) = packed.split_first()?;
                let end = rest.iter().position(|&b| b == b'\n')?;
                let start = table.keys.len();
                table.keys.extend_from_within(before..(before + usize::from(shared)).min(start));
                table.keys.extend_from_slice(&rest[..end]);
                packed = &rest[end + 1..];
                before = start;
                table.add(hash(&table.keys[start..]), class);
            }
            if !packed.is_empty() {
                return None;
            }
            table.groups.push((class, table.entries.len() as u32));
        }
        (table.entries.len() == total + 1).then_some(table)
    }

    fn add(&mut self, hash: u64, class: u32) {
        let size = self.slots.len();
        let (mut at, tag) = slot_of(hash, size);
        while self.tags[at] != 0 {
            at = (at + 1) & (size - 1);
        }
        self.tags[at] = tag;
        self.slots[at] = self.entries.len() as u32;
        self.entries.push((self.keys.len() as u32, class));
    }
}

/// The ordinary words, as the smallest graph that spells them: French endings are shared, so that the whole list costs less than
/// a probabilistic filter of it would, and answers exactly.
///
/// Packed form, nodes in breadth-first order: one byte for each edge (letter 0-25, 32 = a word ends here, 64 = last edge
/// of its node), then one code for each edge, low bytes first and high bytes after: 0 = no edge follows, 1 = the next
/// node not yet pointed at, `2 + n` = the n-th node of the table of shared nodes, which comes first.
fn nodes(reader: &mut Reader<'_>) -> Option<Vec<u32>> {
    const LETTER: u8 = 31;
    const END: u8 = 32;
    const LAST: u8 = 64;
    let count = reader.length()?;
    let shared = reader.length()?;
    let mut shared_nodes = Vec::new();
    let mut node = 0;
    for _ in 0..shared {
        node += reader.varint()?;
        shared_nodes.push(node);
    }
    let flags = reader.bytes(count)?;
    let low = reader.bytes(count)?;
    let high = reader.bytes(count)?;
    // Each node takes a place for its letters and one for each edge.
    let mut starts = vec![1_u32];
    let mut place = 1;
    for flag in flags {
        place += 1;
        if flag & LAST != 0 {
            place += 1;
            starts.push(place);
        }
    }
    let mut nodes = Vec::with_capacity(place as usize + 1);
    nodes.extend([0, 0]);
    let (mut next, mut open) = (1, 1);
    for at in 0..count {
        let target = match u16::from_le_bytes([low[at], high[at]]) {
            0 => 0,
            1 => {
                next += 1;
                *starts.get(next - 1)?
            }
            code => *starts.get(*shared_nodes.get(usize::from(code) - 2)? as usize)?,
        };
        nodes.push(target << 1 | u32::from(flags[at] & END != 0));
        nodes[open] |= 1 << (flags[at] & LETTER);
        if flags[at] & LAST != 0 {
            open = nodes.len();
            nodes.push(0);
        }
    }
    Some(nodes)
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
