//! The order in which nodes are written. `huisclos::lexicon` tells the form; this is how it comes to be small.
//!
//! Every node is pointed at first from one edge, and lies among those whose first edge has its letter, in the order of those
//! edges. So nodes are sorted by the letters that lead to them, the last letter first: what follows like letters lies together, as
//! in the transform of Burrows and Wheeler, and a general compressor finds it.

use std::collections::{HashMap, VecDeque};

/// A way from a node by a letter, to node `target`; 0 is the leaf that has no edges.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) struct Edge {
    pub(super) letter: u8,
    /// The class of the word that ends here.
    pub(super) ends: Option<usize>,
    pub(super) target: usize,
}

pub(super) type Node = Vec<Edge>;

const ENDS: u8 = 32;
const LAST: u8 = 64;
const NEW: u8 = 128;

/// The nodes that spell `words`, which are sorted, each with its class; the root is the last. When `shared`, like nodes are one.
pub(super) fn build(words: impl Iterator<Item = (Vec<u8>, usize)>, shared: bool) -> Vec<Node> {
    let mut builder = Builder { nodes: vec![Vec::new()], known: shared.then(HashMap::new), path: vec![Vec::new()] };
    let mut before = Vec::new();
    for (word, class) in words {
        let shared = word.iter().zip(&before).take_while(|(a, b)| a == b).count();
        builder.close_beyond(shared);
        for (depth, &letter) in word.iter().enumerate().skip(shared) {
            let edge = Edge { letter, ends: (depth + 1 == word.len()).then_some(class), target: 0 };
            if let Some(open) = builder.path.last_mut() {
                open.push(edge);
            }
            builder.path.push(Vec::new());
        }
        before = word;
    }
    builder.close_beyond(0);
    builder.nodes.extend(builder.path);
    builder.nodes
}

struct Builder {
    nodes: Vec<Node>,
    known: Option<HashMap<Node, usize>>,
    /// The path of the last word: its nodes are still open.
    path: Vec<Node>,
}

impl Builder {
    fn close_beyond(&mut self, depth: usize) {
        while self.path.len() > depth + 1 {
            let node = self.path.pop().unwrap_or_default();
            let next = self.nodes.len();
            let target = if node.is_empty() { 0 } else { self.known.as_mut().map_or(next, |known| *known.entry(node.clone()).or_insert(next)) };
            if target == next {
                self.nodes.push(node);
            }
            if let Some(edge) = self.path.last_mut().and_then(|parent| parent.last_mut()) {
                edge.target = target;
            }
        }
    }
}

/// An edge where it is written.
pub(super) struct Laid<'n> {
    pub(super) edge: &'n Edge,
    /// One byte: the letter, whether a word ends, whether it is the node's last edge, whether it is the first to its target.
    pub(super) flags: u8,
}

impl Laid<'_> {
    pub(super) const fn is_new(&self) -> bool {
        self.flags & NEW != 0
    }
}

/// The edges as they are written; and for each node its number.
pub(super) fn lay(nodes: &[Node]) -> (Vec<Laid<'_>>, Vec<usize>) {
    let root = nodes.len() - 1;
    let mut ways: Vec<Option<Vec<u8>>> = vec![None; nodes.len()];
    let mut firsts: Vec<Option<&Edge>> = vec![None; nodes.len()];
    ways[root] = Some(Vec::new());
    let mut order = Vec::new();
    let mut queue = VecDeque::from([root]);
    while let Some(node) = queue.pop_front() {
        order.push(node);
        for edge in nodes[node].iter().filter(|edge| edge.target != 0) {
            if ways[edge.target].is_none() {
                let mut way = vec![edge.letter];
                way.extend(ways[node].iter().flatten());
                ways[edge.target] = Some(way);
                firsts[edge.target] = Some(edge);
                queue.push_back(edge.target);
            }
        }
    }
    order.sort_by(|&a, &b| ways[a].cmp(&ways[b]));
    let mut numbers = vec![0; nodes.len()];
    let mut laid = Vec::new();
    for (number, &node) in order.iter().enumerate() {
        numbers[node] = number;
        for (at, edge) in nodes[node].iter().enumerate() {
            let mut flags = edge.letter;
            flags |= if edge.ends.is_some() { ENDS } else { 0 };
            flags |= if at + 1 == nodes[node].len() { LAST } else { 0 };
            flags |= if firsts[edge.target].is_some_and(|first| std::ptr::eq(first, edge)) { NEW } else { 0 };
            laid.push(Laid { edge, flags });
        }
    }
    (laid, numbers)
}

/// Numbers that are mostly small: below 224 in one byte, the others as 224 and their high bits, then their low bits in `low`.
pub(super) fn wide(number: usize, low: &mut Vec<u8>) -> Option<u8> {
    const DIRECT: usize = 224;
    let Some(over) = number.checked_sub(DIRECT) else { return Some(number as u8) };
    low.push(over as u8);
    u8::try_from(DIRECT + (over >> 8)).ok()
}
