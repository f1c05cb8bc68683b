//! The ordinary words, as the smallest graph that spells them: French endings are shared, so that the whole list
//! costs less than a probabilistic filter of it would, and answers exactly.
//!
//! Packed form, nodes in breadth-first order: one byte for each edge (letter 0-25, 32 = a word ends here, 64 = last edge
//! of its node), then one code for each edge, low bytes first and high bytes after: 0 = no edge follows, 1 = the next
//! node not yet pointed at, `2 + n` = the n-th node of the table of shared nodes, which comes first.

use super::Reader;

const LETTER: u32 = 31;
const END: u32 = 32;
const LAST: u32 = 64;
const TARGET: u32 = 7;

pub(super) struct Graph {
    /// Index of a node's first edge, shifted, with the edge's letter and flags. Edge 0 is not used.
    edges: Vec<u32>,
    /// The root's edge for each letter, or 0.
    root: [u32; 26],
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
        let mut starts = vec![1_u32];
        starts.extend((1..).zip(flags).filter(|(_, flag)| u32::from(**flag) & LAST != 0).map(|(at, _): (u32, _)| at + 1));
        let mut edges = Vec::with_capacity(count + 1);
        edges.push(LAST);
        let mut next = 1;
        for at in 0..count {
            let target = match u16::from_le_bytes([low[at], high[at]]) {
                0 => 0,
                1 => {
                    next += 1;
                    *starts.get(next - 1)?
                }
                code => *starts.get(*shared_nodes.get(usize::from(code) - 2)? as usize)?,
            };
            edges.push(target << TARGET | u32::from(flags[at]));
        }
        let mut root = [0; 26];
        for &edge in &edges[1..] {
            *root.get_mut((edge & LETTER) as usize)? = edge;
            if edge & LAST != 0 {
                break;
            }
        }
        Some(Self { edges, root })
    }

    /// Whether `word`, in capitals, is spelt by the graph. Linear in the word's length.
    pub(super) fn contains(&self, word: &[u8]) -> bool {
        let Some((first, rest)) = word.split_first() else { return false };
        let Some(&(mut edge)) = self.root.get(usize::from(first.wrapping_sub(b'A'))) else { return false };
        for byte in rest {
            let letter = u32::from(byte.wrapping_sub(b'A'));
            let mut at = (edge >> TARGET) as usize;
            if at == 0 {
                return false;
            }
            loop {
                edge = self.edges[at];
                if edge & LETTER == letter {
                    break;
                }
                if edge & LAST != 0 {
                    return false;
                }
                at += 1;
            }
        }
        edge & END != 0
    }
}
