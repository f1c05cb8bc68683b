//! Surnames of one or two letters and of short words: `OU Khalil`, `MME DE SA`, `M. A SI FOO`, `U a crié`.

use super::Name;
use super::lead::Lead;
use super::scene::{HARD, Scene};
use crate::context::Cue;
use crate::text::{Gap, Shape, TokenKind, WordId};

/// The last token of a surname of short words behind a civility or `se disant`, where the word at `at`, the first behind the
/// particles from `first` on, is one that nothing else would take for a name.
pub(super) fn surname(scene: &Scene, first: usize, at: usize, lead: &Lead) -> Option<usize> {
    if !(lead.civility || lead.tie || lead.label) || scene.page.folded(at).len() > 2 || scene.kind(at) != TokenKind::Word || scene.masked {
        return None;
    }
    let particles = at > first;
    let next = at + 1;
    // `MME DE SA,`, `Madame DE SA a acheté`
    if particles && lead.civility && matches!(scene.page.folded(first), "DE" | "DA" | "DO" | "DOS") && scene.shape(at) != Shape::Lower && scene.page.folded(at).len() == 2 && !scene.cue(at).any(Cue::PARTICLE) && (ends(scene, at) || scene.cue(next).any(Cue::STOP)) {
        return Some(at);
    }
    // `X se disant OU Khalil`, `M. VU Thi`
    if !particles && (lead.civility || lead.tie) && scene.shape(at) == Shape::Upper && scene.page.folded(at).len() == 2 && !article(scene, at) && scene.gap(next) == Gap::Space && scene.shape(next) == Shape::Title && !scene.cue(next).any(HARD) {
        let mut last = next;
        while scene.gap(last + 1) == Gap::Space && scene.shape(last + 1) == Shape::Title && !scene.cue(last + 1).any(HARD) && last < next + 3 {
            last += 1;
        }
        return Some(last);
    }
    // `M. A SI FOO`: short words, then one that is no word of the courts.
    let mut last = at;
    while scene.gap(last + 1) == Gap::Space && scene.shape(last + 1) == Shape::Upper && last < at + 3 {
        last += 1;
    }
    let strange = last > at && !scene.cue(last).any(HARD) && !scene.ordinary(last);
    if !particles && lead.civility && strange && matches!(scene.shape(at), Shape::Upper | Shape::Initial) && !article(scene, at) && !scene.in_capitals(last) && !scene.is(at + 1, ".") {
        let given = scene.shape(last + 1) == Shape::Title && scene.given(last + 1) && scene.gap(last + 1) == Gap::Space;
        return Some(if given { last + 1 } else { last });
    }
    None
}

fn article(scene: &Scene, at: usize) -> bool {
    scene.cue(at).any(Cue::ARTICLE.or(Cue::PARTICLE)) && scene.page.document.original_at(at).is_ascii()
}

/// True when a name may end at the short word in capitals at `at`: at a line's end, a mark, or prose in lower case.
pub(super) fn ends(scene: &Scene, at: usize) -> bool {
    let next = at + 1;
    scene.gap(next) >= Gap::Line || scene.kind(next) == TokenKind::Symbol && !scene.is(next, "'") || scene.shape(next) == Shape::Lower
}

/// True where the proven surname of two letters at `at`, that no name stands beside, is one by its case and neighbours.
pub(super) fn again(scene: &Scene, at: usize) -> bool {
    let next = at + 1;
    let before = at.checked_sub(1).map_or("", |before| scene.page.folded(before));
    let counted = scene.kind(next) == TokenKind::Number || at > 0 && scene.kind(at - 1) == TokenKind::Number || matches!(before, "°" | "-" | "/" | "'" | "LOT" | "PIECE" | "ANNEXE" | "SECTION" | "BATIMENT" | "ZONE" | "CODE");
    let joined = scene.gap(next) == Gap::None && matches!(scene.page.folded(next), "-" | "/" | "'" | "°") || scene.gap(at) == Gap::None;
    if counted || joined || scene.masked || scene.evidence(at).article > 0 || scene.in_capitals(at) {
        return false;
    }
    match scene.shape(at) {
        // A line in capitals is a heading's.
        Shape::Upper => scene.shape(next) != Shape::Upper && (at == 0 || scene.shape(at - 1) != Shape::Upper || scene.gap(at) >= Gap::Line),
        // In title case a word of prose opens a sentence, a name stands anywhere.
        Shape::Title => !(scene.ordinary(at) || scene.cue(at).any(HARD.or(Cue::PARTICLE))) || !scene.starts_sentence(at) && scene.gap(at) == Gap::Space,
        _ => false,
    }
}

/// The letter that is a surname in `U Wei`, `O Sun`, when it stands for nothing else.
pub(super) fn letter(scene: &Scene, name: &Name) -> Option<WordId> {
    let at = name.first;
    let surname = name.part.is_none() && name.led && name.last > at && scene.shape(at) == Shape::Initial && scene.gap(at + 1) == Gap::Space && scene.shape(at + 1) == Shape::Title;
    let free = !matches!(scene.page.folded(at), "I" | "V" | "X" | "Y" | "A" | "M");
    (surname && free).then(|| scene.page.tokens()[at].word)
}
