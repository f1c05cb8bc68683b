use std::collections::{BTreeSet, HashMap};

use super::nodes::{build, lay, wide};
use super::{CompileError, varint};

/// How many shared nodes a code of one byte names.
const NEAR: usize = 223;

/// The smallest graph of `words`, which hold the letters A to Z only, in the form that `huisclos::lexicon` reads. Beside it the
/// number of edges and of nodes.
pub(super) fn pack(words: &BTreeSet<&[u8]>) -> Result<(Vec<u8>, [usize; 2]), CompileError> {
    let nodes = build(words.iter().map(|word| (word.iter().map(|byte| byte - b'A').collect(), 0)), true);
    let (laid, numbers) = lay(&nodes);

    // The nodes that more than one edge points at: the most used, then the others, each in the order of their numbers.
    let mut uses: HashMap<usize, usize> = HashMap::new();
    for edge in laid.iter().filter(|laid| laid.edge.target != 0 && !laid.is_new()) {
        *uses.entry(numbers[edge.edge.target]).or_default() += 1;
    }
    let mut shared: Vec<usize> = uses.keys().copied().collect();
    shared.sort_by_key(|node| (std::cmp::Reverse(uses[node]), *node));
    let (near, far) = shared.split_at_mut(NEAR.min(uses.len()));
    near.sort_unstable();
    far.sort_unstable();
    let ranks: HashMap<usize, usize> = near.iter().chain(far.iter()).enumerate().map(|(rank, &node)| (node, rank)).collect();

    // An edge's code lies among those of its letter.
    let mut codes = vec![Vec::new(); 64];
    let mut low = Vec::new();
    for edge in laid.iter().filter(|laid| !laid.is_new()) {
        let code = if edge.edge.target == 0 { 0 } else { ranks[&numbers[edge.edge.target]] + 1 };
        let code = wide(code, &mut low).ok_or_else(|| CompileError("words: more than 8,414 shared nodes; drop long forms".to_owned()))?;
        codes[usize::from(edge.flags & 63)].push(code);
    }
    let mut out = Vec::new();
    for run in [near, far] {
        varint(run.len(), &mut out);
        let mut before = 0;
        for node in run {
            varint(*node - before, &mut out);
            before = *node;
        }
    }
    varint(low.len(), &mut out);
    out.extend(laid.iter().map(|laid| laid.flags));
    out.extend(codes.into_iter().flatten());
    out.extend(low);
    // The leaf is no node of the file.
    Ok((out, [laid.len(), nodes.len() - 1]))
}
