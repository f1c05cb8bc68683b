//! The ordinary words, as the smallest graph that spells them: French endings are shared, so that the whole list
//! costs less than a probabilistic filter of it would, and answers exactly.
//!
//! Packed form, nodes in breadth-first order: one byte for each edge (letter 0-25, 32 = a word ends here, 64 = last edge
//! of its node), then one code for each edge, low bytes first and high bytes after: 0 = no edge follows, 1 = the next
//! node not yet pointed at, `2 + n` = the n-th node of the table of shared nodes, which comes first.

use super::Reader;

const LETTER: u8 = 31;
const END: u8 = 32;
const LAST: u8 = 64;

pub(super) struct Graph {
    /// For each node, the set of its letters, then for each letter the place of the next node (0 for none), shifted by one,
    /// and whether a word ends there. No loop over siblings: where the branches of a loop mispredict, a count of bits does not.
    /// Place 0 is the node without edges.
    nodes: Vec<u32>,
}

impl Graph {
    /// Reads the packed form; linear in its length.
    pub(super) fn read(reader: &mut Reader<'_>) -> Option<Self> {
        let count = reader.length()?;
        let shared = reader.length()?;
        let mut shared_nodes = Vec::with_capacity(shared);
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
        Some(Self { nodes })
    }

    /// Whether `word`, in capitals, is spelt by the graph. Linear in the word's length.
    pub(super) fn contains(&self, word: &[u8]) -> bool {
        let mut edge = 1 << 1;
        for byte in word {
            let letter = byte.wrapping_sub(b'A');
            let node = (edge >> 1) as usize;
            let letters = self.nodes[node];
            if letter >= 26 || letters >> letter & 1 == 0 {
                return false;
            }
            edge = self.nodes[node + 1 + (letters & ((1 << letter) - 1)).count_ones() as usize];
        }
        edge & 1 != 0
    }
}
