//! Items of a list that are a surname in capitals and given names: `2. A SI FOO Hendrik ;`, `h) LA TANTE, Simone, épouse`, `- CHEMIN Marie-Noëlle`.
//!
//! The surname may be any word: its place in the item and its type say what it is.

use super::scene::{COMPANY, COURT, FIRM, STREET, Scene, TAKEN};
use super::{BARE, Local, Name, in_order, over};
use crate::context::Cue;
use crate::lexicon::Class;
use crate::model::{Confidence, Role};
use crate::text::{Gap, Shape, TokenKind, one_of};

/// Adds the items that no rule has read. Linear in the lines that begin in capitals.
pub(super) fn find(scene: &Scene, names: &mut Vec<Name>) {
    if scene.masked {
        return;
    }
    let mut found = Vec::new();
    for at in scene.page.document.capitals() {
        if !matches!(scene.shape(at), Shape::Upper | Shape::Initial) || !opens(scene, at) {
            continue;
        }
        let Some(last) = item(scene, at) else { continue };
        match over(names, at, last).map(|name| &mut names[name]) {
            Some(name) if name.part.is_none() && !matches!(name.local, Local::Office(_)) && name.last <= last => {
                name.first = at.min(name.first);
                name.last = last;
                name.led = true;
            }
            Some(_) => {}
            None => found.push(Name { first: at, last, local: Local::Party(Role::Party), confidence: Confidence::Probable, rule: BARE, cue: None, led: true, counsel: false, doubt: None, part: None }),
        }
    }
    names.append(&mut found);
    in_order(names);
    strangers(scene, names);
}

/// `- Zorka Bilko ;` below or above the item of somebody, `Paul Roux, Zorka Bilko, Luc Roux`: two or three names, or words of no dictionary, in a list of persons.
fn strangers(scene: &Scene, names: &mut Vec<Name>) {
    let mut found = Vec::new();
    let mut free = 0;
    let strange = |t: usize| scene.shape(t) == Shape::Title && scene.block[t] == 0 && scene.cue(t) == Cue::NONE && scene.evidence(t).article == 0 && (stranger(scene, t) || scene.class(t).any(Class::FAMILY.union(Class::GIVEN)) && !scene.in_lower_case(t) && !scene.class(t).any(Class::PLACE_BIG));
    for at in scene.page.document.capitals() {
        if at < free || at == 0 || !(strange(at) && strange(at + 1) && scene.gap(at + 1) == Gap::Space) {
            continue;
        }
        let last = if strange(at + 2) && scene.gap(at + 2) == Gap::Space { at + 2 } else { at + 1 };
        free = last + 1;
        let next = names.partition_point(|name| name.first < at);
        let somebody = |name: &&Name| name.last > name.first && !matches!(name.local, Local::Office(_));
        let (before, after) = (next.checked_sub(1).map(|before| &names[before]).filter(somebody), names.get(next).filter(somebody));
        let item = opens(scene, at) && (scene.gap(last + 1) >= Gap::Line || one_of!(scene.page.folded(last + 1), ";" | "," | "." | ":"));
        let beside = before.is_some_and(|name| name.last < at && name.last + 6 > at) || after.is_some_and(|name| name.first < last + 7);
        let between = scene.is(at - 1, ",") && scene.is(last + 1, ",") && before.is_some_and(|name| name.last + 2 == at) && after.is_some_and(|name| name.first <= last + 4);
        if (item && beside || between) && over(names, at, last).is_none() {
            found.push(Name { first: at, last, local: Local::Weak, confidence: Confidence::Possible, rule: BARE, cue: None, led: false, counsel: false, doubt: Some("words in a list of persons"), part: None });
        }
    }
    names.append(&mut found);
    in_order(names);
}

/// A word of no dictionary, and no company's.
fn stranger(scene: &Scene, at: usize) -> bool {
    scene.kind(at) == TokenKind::Word && !scene.ordinary(at) && scene.page.folded(at).len() > 2 && scene.evidence(at).company == 0 && !scene.class(at).any(Class::PLACE.union(Class::PUBLIC_BODY).union(Class::COMPANY_FORM).union(Class::COUNTRY).union(Class::REGION))
}

/// True at the start of a line or cell, behind a number, letter or dash that counts items.
fn opens(scene: &Scene, at: usize) -> bool {
    let Some(mark) = at.checked_sub(1) else { return false };
    if !one_of!(scene.page.folded(mark), ")" | "." | "/" | "-" | "–" | "•" | "|" | "°" | "*" | "—") || scene.gap(at) > Gap::Wide {
        return false;
    }
    let mut start = mark;
    while start > 0 && scene.gap(start) < Gap::Line && mark - start < 4 && scene.page.folded(start).len() < 3 {
        start -= 1;
    }
    let counts = |t: usize| scene.kind(t) == TokenKind::Number || scene.kind(t) == TokenKind::Symbol || scene.page.folded(t).len() < 3 && !scene.is(t, "M");
    // Items of one line: `Demandeurs : 1. DE SA Maria ; 2. A SI FOO Hendrik`.
    let inline = scene.kind(mark.saturating_sub(1)) == TokenKind::Number && mark > 1 && one_of!(scene.page.folded(mark - 2), ";" | ":" | ",");
    // The second column of a list: `1. ABGRALL Rozenn      6. FER Aristide`.
    let column = mark > 0 && scene.kind(mark - 1) == TokenKind::Number && scene.gap(mark - 1) == Gap::Wide && scene.gap(mark) == Gap::None;
    inline || column || scene.gap(start) >= Gap::Line && (start..mark).all(counts)
}

/// The last token of the item: words in capitals, a comma or none, given names in title case, and an end.
fn item(scene: &Scene, first: usize) -> Option<usize> {
    let barred = Cue::COMPANY.minus(Cue::ARTICLE).or(Cue::COURT).or(Cue::OFFICE_OF_COURT).or(Cue::CIVILITY).or(Cue::MAITRE).or(Cue::PARTY_LABEL).or(Cue::LAW_FIRM).or(Cue::STATUTE);
    let mut at = first;
    loop {
        let word = scene.kind(at) == TokenKind::Elision || matches!(scene.shape(at), Shape::Upper | Shape::Initial) && !(scene.cue(at).any(barred) && scene.page.folded(at).len() > 2);
        if !word || scene.block[at] & (TAKEN | FIRM | COURT) != 0 || at > first + 4 {
            return None;
        }
        at += 1;
        if scene.is(at, "-") && scene.gap(at + 1) == Gap::None {
            at += 1;
        }
        if scene.gap(at) > Gap::Wide || scene.shape(at) == Shape::Title || scene.is(at, ",") {
            break;
        }
    }
    let comma = scene.is(at, ",");
    let from = at + usize::from(comma);
    // A verb or heading of three letters or more is no surname unless people bear it: `DIT Jean`.
    let heading = (first..at).any(|t| scene.page.folded(t).len() > 2 && scene.cue(t).any(Cue::STOP) && !scene.class(t).any(Class::FAMILY));
    let mut last = from;
    while scene.shape(last) == Shape::Title && scene.gap(last) <= Gap::Space && scene.block[last] & !(STREET | COMPANY) == 0 && scene.class(last).any(Class::GIVEN.union(Class::GIVEN_RARE)) && last < from + 4 {
        last += 1;
    }
    // `1. WANFUNOU Janphan`: no word of the two is one of the language.
    let unknown = last == from && !comma && scene.shape(from) == Shape::Title && scene.gap(from) <= Gap::Space && scene.block[from] == 0 && stranger(scene, from) && stranger(scene, from - 1);
    last += usize::from(unknown);
    let given = unknown || (from..last).any(|t| scene.class(t).any(Class::GIVEN) && !(scene.in_lower_case(t) && scene.class(t).any(Class::WORD)));
    let ends = scene.gap(last) >= Gap::Line || scene.kind(last) == TokenKind::Symbol && !one_of!(scene.page.folded(last), "'" | "&") || scene.cue(last).any(Cue::BORN.or(Cue::DWELLING).or(Cue::KIN)) || scene.gap(last) == Gap::Wide;
    (last > from && given && ends && !heading).then(|| last - 1)
}
