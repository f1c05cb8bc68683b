use std::collections::{BTreeSet, HashMap};

use super::{CompileError, varint};

#[derive(Clone, PartialEq, Eq, Hash)]
struct Edge {
    letter: u8,
    ends: bool,
    target: usize,
}

type Node = Vec<Edge>;

/// The smallest graph of sorted words; node 0 is the leaf that has no edges.
struct Builder {
    nodes: Vec<Node>,
    known: HashMap<Node, usize>,
    /// The path of the last word: its nodes are still open.
    path: Vec<Node>,
}

impl Builder {
    fn close_beyond(&mut self, depth: usize) {
        while self.path.len() > depth + 1 {
            let node = self.path.pop().unwrap_or_default();
            let target = if node.is_empty() {
                0
            } else if let Some(&known) = self.known.get(&node) {
                known
            } else {
                self.nodes.push(node.clone());
                self.known.insert(node, self.nodes.len() - 1);
                self.nodes.len() - 1
            };
            if let Some(edge) = self.path.last_mut().and_then(|parent| parent.last_mut()) {
                edge.target = target;
            }
        }
    }

    fn add(&mut self, word: &[u8], shared: usize) {
        self.close_beyond(shared);
        for (depth, byte) in word.iter().enumerate().skip(shared) {
            let edge = Edge { letter: byte - b'A', ends: depth + 1 == word.len(), target: 0 };
            if let Some(open) = self.path.last_mut() {
                open.push(edge);
            }
            self.path.push(Vec::new());
        }
    }
}

/// Appends the graph of `words`, which hold the letters A to Z only, in the form that `huisclos::lexicon` reads.
pub(super) fn pack(words: &BTreeSet<&[u8]>, out: &mut Vec<u8>) -> Result<(), CompileError> {
    let mut builder = Builder { nodes: vec![Vec::new()], known: HashMap::new(), path: vec![Vec::new()] };
    let mut before: &[u8] = &[];
    for word in words {
        let shared = word.iter().zip(before).take_while(|(a, b)| a == b).count();
        builder.add(word, shared);
        before = word;
    }
    builder.close_beyond(0);
    let root = builder.path.pop().unwrap_or_default();
    builder.nodes.push(root);
    let nodes = builder.nodes;

    // Breadth-first: a node's number is the order in which an edge first points at it.
    let mut numbers = vec![usize::MAX; nodes.len()];
    let mut uses = vec![0_usize; nodes.len()];
    let mut order = vec![nodes.len() - 1];
    numbers[nodes.len() - 1] = 0;
    let mut at = 0;
    while at < order.len() {
        for edge in nodes[order[at]].iter().filter(|edge| edge.target != 0) {
            uses[edge.target] += 1;
            if numbers[edge.target] == usize::MAX {
                numbers[edge.target] = order.len();
                order.push(edge.target);
            }
        }
        at += 1;
    }
    let shared: Vec<usize> = order.iter().copied().filter(|&node| uses[node] > 1).collect();
    let ranks: HashMap<usize, usize> = shared.iter().enumerate().map(|(rank, &node)| (node, rank)).collect();

    let (mut flags, mut low, mut high) = (Vec::new(), Vec::new(), Vec::new());
    let mut next = 1;
    for &node in &order {
        for (index, edge) in nodes[node].iter().enumerate() {
            let last = index + 1 == nodes[node].len();
            flags.push(edge.letter | if edge.ends { 32 } else { 0 } | if last { 64 } else { 0 });
            let code = match edge.target {
                0 => 0,
                target if numbers[target] == next => {
                    next += 1;
                    1
                }
                target => ranks[&target] + 2,
            };
            let [a, b] = u16::try_from(code).map_err(|_| CompileError("words: more than 65,533 shared nodes; drop long forms".to_owned()))?.to_le_bytes();
            low.push(a);
            high.push(b);
        }
    }
    varint(flags.len(), out);
    varint(shared.len(), out);
    let mut before = 0;
    for node in shared {
        varint(numbers[node] - before, out);
        before = numbers[node];
    }
    out.extend(flags.iter().chain(&low).chain(&high));
    Ok(())
}
