//! Screen names: `le compte « doc_kankan26 »`, `son pseudonyme zozo.vds`, `marc_vautrin68` beside a person called Vautrin.
//!
//! A word of several parts that a sign or figures join is one where a word for an account leads to it, or where a part of it is
//! somebody's name; then wherever it stands.

use rustc_hash::FxHashSet;

use super::scene::{Scene, TAKEN};
use super::{BARE, Local, Name, in_order, over};
use crate::context::Cue;
use crate::model::{Confidence, Role};
use crate::text::{Gap, Shape, TokenKind, one_of};

/// Words that a screen name follows, three words apart at most.
const ACCOUNTS: &[&str] = &["COMPTE", "COMPTES", "PSEUDONYME", "PSEUDONYMES", "PSEUDO", "PSEUDOS", "SIGNE", "SIGNEE", "PROFIL", "PROFILS", "UTILISATEUR", "UTILISATRICE", "SNAPCHAT", "INSTAGRAM", "FACEBOOK", "TIKTOK", "TELEGRAM", "DISCORD", "TWITCH", "SKYPE", "MESSENGER", "WHATSAPP", "SIGNATURE", "INTERNAUTE", "CONTACT"];

/// Adds the screen names, over what stands on a part of them. Linear in the signs and the numbers of the page.
pub(super) fn find(scene: &Scene, names: &mut Vec<Name>) {
    let document = &scene.page.document;
    let signs = document.find("_").into_iter().flat_map(|sign| document.places(sign)).map(|&at| at as usize);
    let figures = document.numbers().iter().map(|&at| at as usize).filter(|&at| at > 0 && scene.gap(at) == Gap::None && scene.kind(at - 1) == TokenKind::Word);
    // `d.borel`
    let dots = document.find(".").into_iter().flat_map(|sign| document.places(sign)).map(|&at| at as usize).filter(|&at| at > 0 && scene.gap(at) == Gap::None && scene.gap(at + 1) == Gap::None && scene.shape(at - 1) == Shape::Lower && scene.shape(at + 1) == Shape::Lower);
    let mut places: Vec<usize> = signs.chain(figures).chain(dots).filter_map(|at| whole(scene, at)).map(|(first, _)| first).collect();
    places.sort_unstable();
    places.dedup();
    let spelt = |first: usize, last: usize| document.span_of(first, last).of(document.text());
    let shown: Vec<(usize, usize)> = places.into_iter().filter_map(|at| whole(scene, at)).collect();
    if shown.is_empty() {
        return;
    }
    let called: FxHashSet<_> = names.iter().filter(|name| !name.role().is_court()).flat_map(|name| name.first..=name.last).filter(|&at| scene.page.folded(at).len() > 3 && scene.capital(at)).map(|at| scene.page.tokens()[at].word).collect();
    let sure = |&&(first, last): &&(usize, usize)| led(scene, first, last) || joined(scene, first, last) && (first..=last).any(|at| called.contains(&scene.page.tokens()[at].word));
    let known: FxHashSet<&str> = shown.iter().filter(sure).map(|&(first, last)| spelt(first, last)).collect();
    let screen: Vec<Name> = shown.iter().filter(|&&(first, last)| known.contains(spelt(first, last))).map(|&(first, last)| Name { first, last, local: Local::Party(Role::Party), confidence: Confidence::Possible, rule: BARE, cue: None, led: true, counsel: false, doubt: Some("a screen name"), part: None }).collect();
    names.retain(|name| over(&screen, name.first, name.last).is_none());
    names.extend(screen);
    in_order(names);
}

/// The first and last token of the word that the sign or the number at `at` is a part of: of letters in lower case and what joins them.
fn whole(scene: &Scene, at: usize) -> Option<(usize, usize)> {
    let part = |at: usize| scene.block[at] & TAKEN == 0 && (matches!(scene.kind(at), TokenKind::Word | TokenKind::Number) || one_of!(scene.page.folded(at), "_" | "." | "-"));
    let count = scene.page.tokens().len();
    let mut first = at;
    while first > 0 && at - first < 8 && scene.gap(first) == Gap::None && part(first - 1) {
        first -= 1;
    }
    let mut last = at;
    while last + 1 < count && last - at < 8 && scene.gap(last + 1) == Gap::None && part(last + 1) {
        last += 1;
    }
    while last > first && scene.kind(last) == TokenKind::Symbol && !scene.is(last, "_") {
        last -= 1;
    }
    let letters = (first..=last).filter(|&at| scene.kind(at) == TokenKind::Word).map(|at| scene.page.folded(at).len()).sum::<usize>();
    let small = (first..=last).any(|at| scene.shape(at) == Shape::Lower && scene.kind(at) == TokenKind::Word);
    (first < last && letters > 3 && small && part(at) && scene.kind(first) == TokenKind::Word).then_some((first, last))
}

/// True when a sign joins the parts: `marc_vautrin`, `m.vautrin`, where `vautrin68` may be a file.
fn joined(scene: &Scene, first: usize, last: usize) -> bool {
    (first..last).any(|at| one_of!(scene.page.folded(at), "_" | "."))
}

/// True when a word for an account leads to the screen name, between quotation marks or not.
fn led(scene: &Scene, first: usize, last: usize) -> bool {
    let lead = scene.page.before(first, 4).take_while(|&at| scene.gap(at + 1) <= Gap::Space && (one_of!(scene.page.folded(at), "«" | "\"" | "@" | ":" | "DE" | "NOMME" | "MESSAGERIE" | "SOUS" | "LE" | "DU") || ACCOUNTS.contains(&scene.page.folded(at))));
    // `le compte n2`: an account of a bank.
    let known = lead.into_iter().any(|at| ACCOUNTS.contains(&scene.page.folded(at)));
    known && !(first..=last).any(|at| scene.cue(at).any(Cue::COURT.or(Cue::COMPANY)))
}

#[cfg(test)]
mod tests {
    use crate::{CaseFacts, Engine, Kind};

    #[test]
    fn an_account_or_a_name_in_it_tells_a_screen_name() {
        let engine = Engine::builder().build().expect("the default engine");
        for (text, names) in [
            ("Le compte « doc_kankan26 » est fermé. Il signe doc_kankan26.", &["doc_kankan26", "doc_kankan26"][..]),
            ("M. Paul ZORKIN a écrit sous paul_zorkin68.", &["Paul ZORKIN", "paul_zorkin68"]),
            ("Le compte n°2 et le fichier photo_12.jpg sont vides.", &[]),
        ] {
            let outcome = engine.detect(text, &CaseFacts::default()).expect("a small text");
            let found: Vec<&str> = outcome.spans.iter().filter(|span| span.kind == Kind::Person).map(|span| span.span.of(text)).collect();
            assert_eq!(found, names, "{text}");
        }
    }
}
