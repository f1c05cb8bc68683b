use imara_diff::{Algorithm, Diff, Token};

use crate::text::Document;

/// For every token of `text`, the token of `original` it is; `None` for what the original does not have at this place.
///
/// Tokens are equal when their folded words are. `masks` says which tokens of `text` stand for something: they are never
/// equal to anything. Near linear in the two texts.
pub(crate) fn align(original: &Document, text: &Document, masks: &[bool]) -> Vec<Option<usize>> {
    let known = original.words().len() as u32;
    let before: Vec<Token> = original.tokens().iter().map(|token| Token(token.word.0)).collect();
    let mut new = known;
    let ids: Vec<Option<u32>> = (0..text.words().len() as u32).map(|id| original.find(text.folded(crate::text::WordId(id))).map(|id| id.0)).collect();
    let mut after = Vec::with_capacity(text.tokens().len());
    for (token, mask) in text.tokens().iter().zip(masks) {
        let id = ids[token.word.0 as usize].filter(|_| !mask).unwrap_or_else(|| {
            new += 1;
            new - 1
        });
        after.push(Token(id));
    }
    let mut diff = Diff::default();
    diff.compute_with(Algorithm::Histogram, &before, &after, new);
    let mut place = vec![None; after.len()];
    let mut from = 0;
    for (at, place) in place.iter_mut().enumerate() {
        if diff.is_added(at as u32) {
            continue;
        }
        while from < before.len() && diff.is_removed(from as u32) {
            from += 1;
        }
        *place = Some(from);
        from += 1;
    }
    place
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
    fn a_mask_is_never_a_word_of_the_original() {
        assert_eq!(aligned("le lot K est vendu", "le lot K est vendu", &[2])[2], None);
        assert_eq!(aligned("", "rien", &[]), [None]);
    }
}
