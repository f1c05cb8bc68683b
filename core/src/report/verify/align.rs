use std::hash::BuildHasher;

use imara_diff::{Algorithm, Diff, Token};
use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::text::Document;

/// So many equal tokens in a row are a landmark: what stands between two is laid side by side alone.
const LANDMARK: usize = 8;
/// A landmark that shifts the texts by more tokens than this is taken only when none nearer comes within [`REACH`].
const NEAR: usize = 100;
/// How many tokens of the text are searched for a nearer landmark.
const REACH: usize = 400;

/// For every token of `text`, the token of `original` it is; `None` for what the original does not have at this place.
///
/// Tokens are equal when their folded words are. `masks` says which tokens of `text` stand for something: they are never
/// equal to anything. Near linear in the two texts, also where they say the same again and again: only stretches that share no
/// [`LANDMARK`] are compared as a whole.
pub(crate) fn align(original: &Document, text: &Document, masks: &[bool]) -> Vec<Option<usize>> {
    let mut new = original.words().len() as u32;
    let before: Vec<u32> = original.tokens().iter().map(|token| token.word.0).collect();
    let ids: Vec<Option<u32>> = (0..text.words().len() as u32).map(|id| original.find(text.folded(crate::text::WordId(id))).map(|id| id.0)).collect();
    let mut after = Vec::with_capacity(text.tokens().len());
    for (token, mask) in text.tokens().iter().zip(masks) {
        let id = ids[token.word.0 as usize].filter(|_| !mask).unwrap_or_else(|| {
            new += 1;
            new - 1
        });
        after.push(id);
    }
    let landmarks = Landmarks::of(&before);
    let mut place = vec![None; after.len()];
    let (mut from, mut at) = (0, 0);
    while at < after.len() {
        if before.get(from) == Some(&after[at]) {
            place[at] = Some(from);
            (from, at) = (from + 1, at + 1);
            continue;
        }
        let (next_from, next_at) = landmarks.next(&before, &after, from, at).unwrap_or((before.len(), after.len()));
        between(&before, &after, from..next_from, at..next_at, &mut place);
        (from, at) = (next_from, next_at);
    }
    place
}

/// Compares a stretch of each text as a whole.
fn between(before: &[u32], after: &[u32], old: std::ops::Range<usize>, new: std::ops::Range<usize>, place: &mut [Option<usize>]) {
    if old.is_empty() || new.is_empty() {
        return;
    }
    // The words of the stretch counted from 0: the tables are as small as it is.
    let mut known: FxHashMap<u32, u32> = FxHashMap::default();
    let mut tokens = |words: &[u32]| -> Vec<Token> {
        let mut number = |word: &u32| {
            let next = known.len() as u32;
            Token(*known.entry(*word).or_insert(next))
        };
        words.iter().map(&mut number).collect()
    };
    let (left, right) = (tokens(&before[old.clone()]), tokens(&after[new.clone()]));
    let mut diff = Diff::default();
    diff.compute_with(Algorithm::Histogram, &left, &right, known.len() as u32);
    let mut from = 0;
    for (at, place) in place[new].iter_mut().enumerate() {
        if diff.is_added(at as u32) {
            continue;
        }
        while from < left.len() && diff.is_removed(from as u32) {
            from += 1;
        }
        *place = Some(old.start + from);
        from += 1;
    }
}

/// Where every [`LANDMARK`] of the original stands, by its hash, in order.
struct Landmarks(FxHashMap<u64, Vec<u32>>);

impl Landmarks {
    fn of(before: &[u32]) -> Self {
        let mut places: FxHashMap<u64, Vec<u32>> = FxHashMap::default();
        for (at, words) in before.windows(LANDMARK).enumerate() {
            places.entry(FxBuildHasher.hash_one(words)).or_default().push(at as u32);
        }
        Self(places)
    }

    /// The next landmark of both texts, from `from` in the original and `at` in the text on: the first that shifts them little, else
    /// the one that shifts them least.
    fn next(&self, before: &[u32], after: &[u32], from: usize, at: usize) -> Option<(usize, usize)> {
        let mut best: Option<(usize, (usize, usize))> = None;
        for (step, words) in after[at..].windows(LANDMARK).enumerate() {
            if step > REACH && best.is_some() {
                break;
            }
            let Some(places) = self.0.get(&FxBuildHasher.hash_one(words)) else { continue };
            let first = places.partition_point(|place| (*place as usize) < from);
            let Some(place) = places.get(first).map(|place| *place as usize).filter(|&place| before[place..].starts_with(words)) else { continue };
            let shift = (place - from).abs_diff(step);
            if best.is_none_or(|(least, _)| shift < least) {
                best = Some((shift, (place, at + step)));
            }
            if shift <= NEAR {
                break;
            }
        }
        best.map(|(_, landmark)| landmark)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn aligned<'o>(original: &'o str, text: &str, masked: &[usize]) -> Vec<Option<&'o str>> {
        let (original, text) = (Document::new(original).unwrap(), Document::new(text).unwrap());
        let masks: Vec<bool> = (0..text.tokens().len()).map(|at| masked.contains(&at)).collect();
        align(&original, &text, &masks).into_iter().map(|at| at.map(|at| original.original_at(at))).collect()
    }

    #[test]
    fn what_stays_is_found_at_its_place() {
        let found = aligned("Mme Zoé Roux a saisi le juge Roux", "Mme [K] [B] a saisi le juge Roux", &[1, 2, 3, 4, 5, 6]);
        assert_eq!(found[0], Some("Mme"));
        assert_eq!(found[1..7], [None; 6]);
        assert_eq!(found[7..], ["a", "saisi", "le", "juge", "Roux"].map(Some));
    }

    #[test]
    fn what_is_said_a_thousand_times_keeps_its_place() {
        let (original, text) = ("Le juge a dit à Zoé Roux que la demande de Paul Vial est rejetée. ".repeat(1000), "Le juge a dit à [K] que la demande de [B] est rejetée. ".repeat(1000));
        let (original, text) = (Document::new(&original).unwrap(), Document::new(&text).unwrap());
        let masks: Vec<bool> = (0..text.tokens().len()).map(|at| matches!(text.folded_at(at), "[" | "K" | "B" | "]")).collect();
        let (old, new) = (original.tokens().len() / 1000, text.tokens().len() / 1000);
        let place = align(&original, &text, &masks);
        assert!(place.iter().enumerate().all(|(at, place)| place.is_none() == masks[at]));
        assert!(place.iter().enumerate().filter_map(|(at, place)| Some((at, (*place)?))).all(|(at, place)| place / old == at / new));
    }

    #[test]
    fn a_whole_part_may_be_left_out() {
        let part: Vec<String> = (0..500).map(|n| format!("mot{n}")).collect();
        let part = part.join(" ");
        let original = format!("Exposé du litige {part} Par ces motifs le tribunal rejette la demande de Zoé");
        let found = aligned(&original, "Exposé du litige [...] Par ces motifs le tribunal rejette la demande de Zoé", &[3, 4, 5, 6, 7]);
        assert_eq!(found[8..], ["Par", "ces", "motifs", "le", "tribunal", "rejette", "la", "demande", "de", "Zoé"].map(Some));
    }

    #[test]
    fn a_mask_is_never_a_word_of_the_original() {
        assert_eq!(aligned("le lot K est vendu", "le lot K est vendu", &[2])[2], None);
        assert_eq!(aligned("", "rien", &[]), [None]);
    }
}
