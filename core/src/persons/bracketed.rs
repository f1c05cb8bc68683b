//! Names around brackets: given names in brackets behind their surname, as old registers and captions have them (`BILKO (Aimé, Luc), juge`, `la dame BILKO (Odile)`),
//! and the surname behind a by-name in brackets.

use super::accept::is_place;
use super::after::after;
use super::lead::before;
use super::scene::{COURT, FIRM, HARD, STREET, Scene, TAKEN};
use super::{BARE, Local, Name, OFFICE, in_order, over};
use crate::context::Cue;
use crate::lexicon::Class;
use crate::model::{Confidence, Role};
use crate::text::{Gap, Shape, TokenKind, one_of};

/// No more words stand in such brackets.
const MOST: usize = 9;

/// Makes one name of a surname and the given names that brackets hold behind it. Linear in the brackets and the names.
pub(super) fn find(scene: &Scene, names: &mut Vec<Name>) {
    let mut found: Vec<Name> = Vec::new();
    for open in scene.page.tokens_called(&["("], |at| at > 0 && scene.gap(at) <= Gap::Space && scene.gap(at + 1) == Gap::None && scene.capital(at + 1)) {
        let held = over(names, open - 1, open - 1);
        let whole = held.is_some_and(|index| names[index].last + 1 == open);
        let Some(close) = given_names(scene, open, whole) else { continue };
        let Some(first) = surname(scene, names, open, whole) else { continue };
        let behind = after(scene, close);
        let lead = before(scene, first);
        let office = behind.office.or(lead.office);
        let mut name = Name { first, last: close, local: Local::Weak, confidence: Confidence::Probable, rule: BARE, cue: None, led: true, counsel: false, doubt: None, part: None };
        if let Some(held) = held {
            name = Name { last: close, led: true, ..names[held].clone() };
            name.first = name.first.min(first);
        }
        if let Some(role) = office.filter(|_| !matches!(name.local, Local::Office(_))) {
            (name.local, name.rule) = (Local::Office(role), OFFICE);
        } else if behind.party || behind.natural {
            name.local = Local::Party(Role::Party);
        }
        found.push(name);
    }
    names.retain(|name| over(&found, name.first, name.last).is_none());
    names.append(&mut found);
    in_order(names);
}

/// The given name in brackets behind which of the family it is: `M. BILKO père (Bernard)`.
pub(super) fn of_kin(scene: &Scene, names: &mut Vec<Name>) {
    let mut found: Vec<Name> = Vec::new();
    for name in names.iter().filter(|name| name.part.is_none() && !name.role().is_court()) {
        let (kin, open) = (name.last + 1, name.last + 2);
        let behind = one_of!(scene.page.folded(kin), "PERE" | "FILS" | "MERE" | "FILLE" | "AINE" | "AINEE" | "CADET" | "CADETTE" | "JUNIOR" | "SENIOR") && scene.gap(kin) == Gap::Space;
        let first = open + 1;
        let called = |at: usize| scene.shape(at) == Shape::Title && scene.block[at] & TAKEN == 0 && !scene.cue(at).any(HARD) && (scene.class(at).any(Class::GIVEN) || !scene.ordinary(at));
        if behind && scene.is(open, "(") && scene.gap(first) == Gap::None && called(first) && scene.is(first + 1, ")") && over(names, first, first).is_none() {
            found.push(Name { first, last: first, led: true, ..name.clone() });
        }
    }
    names.append(&mut found);
    in_order(names);
}

/// The surname behind a by-name in brackets: `Ghislaine (dite Gigi) Le Bilko`, `Jean (« Jeannot ») BILKO`.
pub(super) fn behind_bynames(scene: &Scene, names: &mut Vec<Name>) {
    let mut found: Vec<Name> = Vec::new();
    for index in 0..names.len() {
        let name = &names[index];
        let open = name.last + 1;
        if !scene.is(open, "(") || scene.gap(open) > Gap::Space || name.part.is_some() || name.role().is_court() || !(name.first..=name.last).all(|at| scene.given(at) || scene.is(at, "-")) {
            continue;
        }
        let called = one_of!(scene.page.folded(open + 1), "DIT" | "DITE" | "ALIAS" | "SURNOMME" | "SURNOMMEE" | "«" | "\"");
        let Some(close) = (open + 2..open + 7).find(|&at| scene.is(at, ")")).filter(|_| called) else { continue };
        let first = close + 1;
        let part = |at: usize| matches!(scene.shape(at), Shape::Title | Shape::Upper) && scene.kind(at) == TokenKind::Word && scene.gap(at) == Gap::Space && scene.block[at] & TAKEN == 0 && !scene.cue(at).any(HARD) || scene.is(at, "-") && scene.gap(at) == Gap::None;
        let particle = usize::from(scene.cue(first).any(Cue::PARTICLE) && scene.gap(first) == Gap::Space);
        let Some(last) = (first + particle..first + particle + 4).take_while(|&at| part(at)).last() else { continue };
        if over(names, first, last).is_none() && scene.kind(last) == TokenKind::Word {
            found.push(Name { first, last, led: true, ..name.clone() });
        }
    }
    names.append(&mut found);
    in_order(names);
}

/// The bracket that closes at the end of given names and nothing else: `(Odile)`, `(Anne, Marie)`, `(Jean-Baptiste)`. Where the surname is known, or an office or a birth
/// follows, words of no dictionary are given names too.
fn given_names(scene: &Scene, open: usize, known: bool) -> Option<usize> {
    let close = (open + 2..open + 2 + MOST).find(|&at| scene.is(at, ")"))?;
    let told = || {
        let behind = after(scene, close);
        behind.natural || behind.office.is_some_and(Role::is_court)
    };
    let proper = |at: usize| scene.kind(at) == TokenKind::Word && matches!(scene.shape(at), Shape::Title | Shape::Upper) && scene.page.folded(at).len() > 2 && !scene.cue(at).any(HARD);
    let common = |at: usize| scene.class(at).any(Class::GIVEN_COMMON) && !is_place(scene, at);
    let strange = |at: usize| proper(at) && scene.shape(at) == Shape::Title && !scene.ordinary(at) && !scene.class(at).any(Class::PLACE.union(Class::COUNTRY).union(Class::REGION).union(Class::COMPANY_FORM).union(Class::PUBLIC_BODY));
    let given = |at: usize| proper(at) && scene.given(at);
    let each = |names: &dyn Fn(usize) -> bool| (open + 1..close).all(|at| if scene.kind(at) == TokenKind::Word { names(at) } else { one_of!(scene.page.folded(at), "," | "-") });
    let placed = open + 2 == close && scene.class(open + 1).any(Class::PLACE_BIG.union(Class::COURT_SEAT));
    let certain = each(&given) && !placed && ((open + 1..close).any(common) || known && (open + 1..close).any(strange));
    (scene.gap(close) == Gap::None && (certain || each(&|at| given(at) || strange(at)) && told())).then_some(close)
}

/// Where the surname before the bracket begins: capitals, or a name found there by itself.
fn surname(scene: &Scene, names: &[Name], open: usize, held: bool) -> Option<usize> {
    let last = open - 1;
    let free = |at: usize| scene.block[at] & (STREET | COURT | FIRM | TAKEN) == 0 && !scene.cue(at).any(HARD);
    let set = |at: usize| scene.shape(at) == Shape::Upper && scene.page.folded(at).len() > 1 && free(at);
    let thing = Class::PUBLIC_BODY.union(Class::COMPANY_FORM).union(Class::COUNTRY).union(Class::REGION).union(Class::COURT_SEAT).union(Class::PLACE_BIG);
    let proper = scene.class(last).any(Class::FAMILY) || !scene.class(last).any(thing) && !scene.ordinary(last);
    if held {
        let name = &names[over(names, last, last)?];
        // `Me Paul Bilko (Nancy)`: he has a given name.
        let words = (name.first..=last).filter(|&at| scene.kind(at) == TokenKind::Word && !scene.cue(at).any(Cue::PARTICLE));
        let surname = words.clone().all(|at| scene.shape(at) == Shape::Upper) || words.count() == 1;
        return (surname && free(last) && !(name.first..last).any(|at| scene.shape(at) == Shape::Title && scene.given(at))).then_some(name.first);
    }
    // `Bilko (Marc), conseiller`
    if scene.shape(last) == Shape::Title && proper && !scene.ordinary(last) && free(last) && !is_place(scene, last) {
        return Some(last);
    }
    if !set(last) || scene.in_capitals(last) && scene.ordinary(last) || !proper {
        return None;
    }
    let mut first = last;
    let part = |at: usize| set(at) || scene.shape(at) == Shape::Upper && scene.cue(at).any(Cue::PARTICLE) || scene.kind(at) == TokenKind::Elision && scene.shape(at) != Shape::Lower || scene.is(at, "-");
    while first > 0 && last - first < 6 && scene.gap(first) <= Gap::Space && part(first - 1) && !scene.cue(first - 1).any(Cue::CIVILITY.or(Cue::MAITRE)) {
        first -= 1;
    }
    (!scene.is(first, "-")).then_some(first)
}
