//! Who wrote a post or speaks in a transcript, whatever the name looks like: `13:44 bapt_lcq : ok`, `18:20 JB ❤ : je rentre`, `S.O. : oui`.
//!
//! ```text
//! 13:44 bapt_lcq : supprimez tout
//! 13:45 lou.ptt : ok
//! ```

use rustc_hash::FxHashMap;

use super::scene::{HARD, Scene, TAKEN};
use super::{BARE, Local, Name, in_order, over};
use crate::context::Cue;
use crate::lexicon::Class;
use crate::model::{Confidence, Role};
use crate::text::{Gap, Shape, TokenKind, WordId, one_of};

/// Why such a name is in doubt.
pub(super) const SPEAKS: &str = "who speaks";

/// Adds who stands between the hour that opens a line and its colon, where two lines or more are so, and the dotted letters that open two lines
/// or more before a colon. Linear in the colons.
pub(super) fn find(scene: &Scene, names: &mut Vec<Name>) {
    let document = &scene.page.document;
    let Some(colon) = document.find(":") else { return };
    let mut posts: Vec<(usize, usize)> = Vec::new();
    // `R.G. : 21/00412`, `S.C.I. : la bailleresse`, `T.V.A. : incluse`: what a label shortens.
    let label = |at: usize, colon: usize| scene.cue(at) != Cue::NONE || scene.class(at).any(Class::COMPANY_FORM.union(Class::PUBLIC_BODY).union(Class::LEGAL)) || scene.kind(colon + 1) == TokenKind::Number || one_of!(scene.page.folded(at), "RG" | "PV" | "NB" | "TVA" | "RCS" | "BP");
    let mut letters: FxHashMap<WordId, Vec<(usize, usize)>> = FxHashMap::default();
    for colon in document.places(colon).iter().map(|&at| at as usize).filter(|&at| at > 0 && scene.gap(at) <= Gap::Space && scene.gap(at + 1) <= Gap::Space) {
        let Some(line) = (colon.saturating_sub(16)..colon).rev().find(|&at| at == 0 || scene.gap(at) >= Gap::Line) else { continue };
        let line = line + usize::from(one_of!(scene.page.folded(line), "«" | "\"" | ">" | "["));
        if scene.shape(line) == Shape::Dotted && line + 2 >= colon && !scene.masked && !label(line, colon) {
            letters.entry(scene.page.tokens()[line].word).or_default().push((line, colon - 1));
        } else if let Some(post) = author(scene, line, colon) {
            posts.push(post);
        }
    }
    let spoken = letters.into_values().filter(|places| places.len() > 1).flatten();
    let mut found: Vec<Name> = if posts.len() > 1 { posts } else { Vec::new() }.into_iter().chain(spoken).filter(|&(first, last)| over(names, first, last).is_none()).map(|(first, last)| writer(first, last)).collect();
    names.append(&mut found);
    in_order(names);
}

fn writer(first: usize, last: usize) -> Name {
    Name { first, last, local: Local::Party(Role::Party), confidence: Confidence::Possible, rule: BARE, cue: None, led: true, counsel: false, doubt: Some(SPEAKS), part: None }
}

/// First and last token of who wrote the line from `line` to its colon, behind its hour.
fn author(scene: &Scene, line: usize, colon: usize) -> Option<(usize, usize)> {
    let number = |at: usize| scene.kind(at) == TokenKind::Number;
    let hour = |at: usize| number(at) && one_of!(scene.page.folded(at + 1), ":" | "H") && number(at + 2) && scene.page.folded(at + 2).len() == 2;
    let mut first = (line..line + 8).find(|&at| at < colon && hour(at))? + 3;
    // Nothing but figures and signs before the hour.
    if first >= colon || (line..first).any(|at| scene.kind(at) == TokenKind::Word && !one_of!(scene.page.folded(at), "H" | "LE" | "A")) {
        return None;
    }
    while first < colon && one_of!(scene.page.folded(first), "]" | "-" | "–" | "—" | "," | ":" | "(" | ")") {
        first += 1;
    }
    // `11/06 02:14, de filou :`
    let sent = first + 1 < colon && one_of!(scene.page.folded(first), "DE" | "A") && scene.shape(first) != Shape::Title;
    first += usize::from(sent);
    if first >= colon || scene.block[first] & TAKEN != 0 || scene.kind(first) != TokenKind::Word || scene.cue(first).minus(Cue::NATION).any(HARD) {
        return None;
    }
    let glued = (first + 1..colon).take_while(|&at| scene.gap(at) == Gap::None && (scene.kind(at) != TokenKind::Symbol || one_of!(scene.page.folded(at), "." | "_" | "-"))).last().unwrap_or(first);
    let ordinary = |at: usize| scene.class(at).any(Class::WORD) && !scene.class(at).any(Class::GIVEN);
    // `JB ❤ :`, `Anaïs coloc :`: a heart or what they are to the writer may follow.
    let heart = (glued + 1..colon).all(|at| scene.kind(at) == TokenKind::Symbol && !scene.page.document.original_at(at).is_ascii() && !one_of!(scene.page.folded(at), "«" | "»" | "–" | "—" | "…" | "’"));
    let figure = glued + 2 == colon && number(glued + 1) && scene.page.folded(glued + 1).len() < 4;
    let described = scene.shape(first) == Shape::Title && scene.class(first).any(Class::GIVEN) && colon < first + 5 && (glued + 1..colon).all(|at| scene.kind(at) == TokenKind::Word);
    let handle = glued > first || scene.page.folded(first).contains('_');
    let fits = handle || scene.shape(first) == Shape::Upper && scene.page.folded(first).len() < 4 || !ordinary(first) || sent;
    ((heart || figure || described) && fits && scene.page.folded(first).len() + usize::from(handle) > 1).then_some((first, if figure { glued + 1 } else { glued }))
}
