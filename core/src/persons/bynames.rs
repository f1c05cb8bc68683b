//! By-names between quotation marks behind a verb that gives them: `l'appelait « le Polak » ou « Radis »`.
//!
//! The words may be any: the verb, whom it names, and the marks say what they are.

use super::scene::{HARD, Scene, TAKEN};
use super::{BARE, Local, Name, in_order, over};
use crate::context::Cue;
use crate::lexicon::Class;
use crate::model::{Confidence, Role};
use crate::text::{Gap, Shape, TokenKind, one_of};

/// Verbs that say what somebody is called.
const VERBS: &[&str] = &["APPELLE", "APPELLENT", "APPELAIT", "APPELAIENT", "APPELER", "APPELANT", "SURNOMME", "SURNOMMEE", "SURNOMMENT", "SURNOMMAIT", "SURNOMMAIENT", "SURNOMMER", "DESIGNAIT"];

/// Adds the by-names that no rule has read. Linear in the verbs.
pub(super) fn find(scene: &Scene, names: &mut Vec<Name>) {
    let document = &scene.page.document;
    let mut found = Vec::new();
    for verb in VERBS.iter().filter_map(|verb| document.find(verb)).flat_map(|verb| document.places(verb)).map(|&at| at as usize) {
        if scene.shape(verb) != Shape::Lower || !of_somebody(scene, verb, names) {
            continue;
        }
        let Some(mut open) = (verb + 1..verb + 7).take_while(|&at| scene.gap(at) <= Gap::Line && !one_of!(scene.page.folded(at), "." | ";" | ":")).find(|&at| opens(scene, at)) else { continue };
        while let Some((first, last)) = quoted(scene, open) {
            if over(names, first, last).is_none() && (first..=last).all(|at| scene.block[at] & TAKEN == 0) {
                found.push(Name { first, last, local: Local::Party(Role::Party), confidence: Confidence::Possible, rule: BARE, cue: None, led: false, counsel: false, doubt: Some("a by-name"), part: None });
            }
            let next = last + 2;
            if !one_of!(scene.page.folded(next), "OU" | "ET" | "PUIS" | ",") || !opens(scene, next + 1) {
                break;
            }
            open = next + 1;
        }
    }
    speakers(scene, names, &mut found);
    // `dit « Bob le Rouge »`: all that stands between the marks.
    for name in names.iter_mut().filter(|name| name.part.is_none() && name.first > 1 && opens(scene, name.first - 1)) {
        let said = one_of!(scene.page.folded(name.first - 2), "DIT" | "DITE" | "ALIAS" | "SURNOMME" | "SURNOMMEE" | "PSEUDONYME" | "PSEUDO" | "SOBRIQUET" | "SURNOM");
        if let Some((_, last)) = quoted(scene, name.first - 1).filter(|&(_, last)| said && last > name.last && (name.last + 1..=last).all(|at| scene.block[at] & TAKEN == 0)) {
            name.last = last;
        }
    }
    names.append(&mut found);
    in_order(names);
}

/// `[22 h 31] Ben : « Je sais »`, `Mamie Jojo : « Honte à vous »`, `> Bran : jte jure`: who speaks stands before what is said, where its
/// line or its item opens.
fn speakers(scene: &Scene, names: &[Name], found: &mut Vec<Name>) {
    let document = &scene.page.document;
    let Some(colon) = document.find(":") else { return };
    for colon in document.places(colon).iter().map(|&at| at as usize).filter(|&at| at > 1 && scene.gap(at) <= Gap::Space && (opens(scene, at + 1) || messages(scene, at))) {
        let word = |at: usize| matches!(scene.kind(at), TokenKind::Word | TokenKind::Elision) && scene.page.folded(at).len() > 1;
        let mut first = colon;
        while first > 0 && colon - first < 4 && word(first - 1) && (first == colon || scene.gap(first) <= Gap::Space) {
            first -= 1;
        }
        let begins = first < colon && (scene.gap(first) >= Gap::Line || first > 0 && one_of!(scene.page.folded(first - 1), "]" | "-" | "–" | "—" | "•" | "»" | ">"));
        let title = |at: usize| scene.shape(at) == Shape::Title;
        // `> Bran : jte jure`, whom nothing else names so.
        let twice = |at: usize| messages(scene, colon) && !scene.in_lower_case(at) && document.places(scene.page.tokens()[at].word).len() > 1;
        let named = |at: usize| title(at) && (!scene.ordinary(at) || twice(at) || scene.class(at).any(Class::GIVEN_COMMON)) && !scene.class(at).any(Class::PLACE_BIG.union(Class::COUNTRY).union(Class::REGION).union(Class::PUBLIC_BODY).union(Class::COMPANY_FORM)) && (scene.cue(at) == Cue::NONE || scene.cue(at) == Cue::PARTICLE);
        let fits = |at: usize| named(at) || scene.cue(at).any(Cue::ARTICLE.or(Cue::PARTICLE)) || title(at) && !scene.cue(at).any(HARD) && scene.block[at] == 0;
        let inside = |at: usize| scene.block[at] & TAKEN == 0 && fits(at);
        if !begins || !title(first) || !(first..colon).all(inside) || !(first..colon).any(named) || over(names, first, colon - 1).is_some() {
            continue;
        }
        // `Mamie Jojo`: the word before a name that is no name itself.
        let first = if scene.cue(first).any(Cue::APPELLATION.or(Cue::KIN)) && first + 1 < colon { first + 1 } else { first };
        found.push(Name { first, last: colon - 1, local: Local::Party(Role::Party), confidence: Confidence::Possible, rule: BARE, cue: None, led: true, counsel: false, doubt: Some("who speaks"), part: None });
    }
}

/// `> Bran : jte jure`: a line that a message is quoted by.
fn messages(scene: &Scene, colon: usize) -> bool {
    (colon.saturating_sub(3)..colon - 1).any(|at| scene.is(at, ">") && scene.gap(at) >= Gap::Line) && scene.gap(colon + 1) <= Gap::Space
}

fn opens(scene: &Scene, at: usize) -> bool {
    one_of!(scene.page.folded(at), "«" | "“" | "\"" | "‘")
}

/// True when the verb names a person: a pronoun before it, or somebody between it and the quotation.
fn of_somebody(scene: &Scene, verb: usize, names: &[Name]) -> bool {
    let before = verb.checked_sub(1).map_or("", |at| scene.page.folded(at));
    let object = one_of!(before, "L'" | "LA" | "LE" | "LES" | "M'" | "ME" | "S'" | "SE" | "NOUS" | "VOUS" | "T'");
    let named = |at: usize| scene.cue(at).any(Cue::PERSON_NOUN.or(Cue::APPELLATION).or(Cue::KIN).or(Cue::TRADE).or(Cue::WITNESS).or(Cue::VICTIM).or(Cue::CIVILITY)) || scene.class(at).any(Class::PROFESSION) || over(names, at, at).is_some();
    object || scene.is(verb, "DESIGNAIT") && opens(scene, verb + 1) || (verb + 1..verb + 5).take_while(|&at| !opens(scene, at)).any(named)
}

/// The first and last word of the quotation of at most four words that opens at `open`, one with a capital.
fn quoted(scene: &Scene, open: usize) -> Option<(usize, usize)> {
    let first = open + 1;
    let last = (first..first + 4).take_while(|&at| scene.kind(at) != TokenKind::Symbol && scene.gap(at) <= Gap::Line).last()?;
    let closed = one_of!(scene.page.folded(last + 1), "»" | "”" | "\"" | "’");
    let capital = |at: usize| matches!(scene.shape(at), Shape::Title | Shape::Upper);
    // `appelait « Madame » la directrice`
    let title = first == last && scene.cue(first).any(Cue::CIVILITY.or(Cue::MAITRE));
    (closed && !title && (first..=last).any(capital) && (first..=last).all(|at| capital(at) || scene.cue(at).any(Cue::ARTICLE.or(Cue::PARTICLE)) || scene.kind(at) == TokenKind::Elision)).then_some((first, last))
}
