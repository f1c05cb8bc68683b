//! Surnames of one or two letters and of short words: `OU Khalil`, `MME DE SA`, `M. A SI FOO`, `U a crié`.

use super::lead::Lead;
use super::scene::{HARD, Scene};
use crate::context::Cue;
use crate::text::{Gap, Shape, TokenKind};

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
