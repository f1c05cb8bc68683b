//! Months and days of the week that somebody is called: `l'apprenti Janvier`, `sa fille Avril`, `un certain « Mars »`.
//!
//! French writes dates in lower case, so that a capital beside no figure is a first sign; what stands around one of its places proves the
//! word for the whole document.

use super::scene::Scene;
use crate::context::Cue;
use crate::lexicon::Class;
use crate::text::{Gap, Shape, TokenKind, WordId, one_of};

/// What dates are written with.
pub(super) const CALENDAR: Cue = Cue::MONTH.or(Cue::DAY);

/// The words that are somebody's name somewhere, each once. Linear in the capitals of the page.
pub(super) fn names(scene: &Scene) -> Vec<WordId> {
    let document = &scene.page.document;
    let mut words: Vec<WordId> = Vec::new();
    for at in document.capitals().filter(|&at| at > 0 && scene.page.cue(at).any(CALENDAR) && apart_from_dates(scene, at)) {
        let word = scene.page.tokens()[at].word;
        if !words.contains(&word) && (led(scene, at) || followed(scene, at) || beside(scene, at) || scene.is(at, "MAI") && !document.original_at(at).is_ascii()) {
            words.push(word);
        }
    }
    words
}

/// A month or a day with a capital, or in capitals where the text is not, beside no figure.
pub(super) fn apart_from_dates(scene: &Scene, at: usize) -> bool {
    let figure = |at: usize| scene.kind(at) == TokenKind::Number || scene.page.cue(at).any(Cue::NUMBER.or(CALENDAR)) || scene.is(at, "ER");
    let cased = scene.shape(at) == Shape::Title || scene.shape(at) == Shape::Upper && !scene.in_capitals(at);
    cased && !figure(at + 1) && !(at > 0 && figure(at - 1))
}

/// `sa fille Avril`, `notre fille, Avril,`, `un certain « Mars »`: who that is stands before.
fn led(scene: &Scene, at: usize) -> bool {
    let leads = |at: usize| {
        let noun = scene.page.cue(at).any(Cue::KIN.or(Cue::TRADE).or(Cue::APPELLATION).or(Cue::PERSON_NOUN)) || one_of!(scene.page.folded(at), "PETIT" | "PETITE" | "JEUNE" | "CERTAIN" | "CERTAINE" | "PRENOMME" | "PRENOMMEE" | "SURNOMME" | "SURNOMMEE");
        scene.shape(at) == Shape::Lower && noun || scene.page.cue(at).any(Cue::CIVILITY)
    };
    let apposed = scene.is(at - 1, ",") && scene.is(at + 1, ",");
    let quoted = scene.page.folded(at - 1) == "«" && scene.page.folded(at + 1) == "»";
    scene.gap(at) <= Gap::Line && (leads(at - 1) || at > 1 && (apposed || quoted) && leads(at - 2))
}

/// `Avril, âgée de neuf ans`, `Avril a été entendue`, `Mai me manque`, `Mai PAYET`: what no month does and is.
fn followed(scene: &Scene, at: usize) -> bool {
    let word = |at: usize| scene.page.folded(at);
    let lower = |at: usize| scene.shape(at) == Shape::Lower;
    let child = |at: usize| scene.page.cue(at).any(Cue::BORN) || one_of!(word(at), "AGE" | "AGEE") || scene.is(at, "LE") && scene.kind(at + 1) == TokenKind::Number && scene.page.cue(at + 2).any(Cue::MONTH);
    // `DIMANCHE née ROUX`, `Anne VENDREDI,`
    let wed = lower(at + 1) && one_of!(word(at + 1), "NEE" | "EPOUSE" | "VEUVE");
    let born = wed || scene.is(at + 1, ",") && lower(at + 2) && child(at + 2) && !one_of!(word(at - 1), "EN" | "DE" | "DEPUIS" | "LE");
    let treated = word(at + 1) == "A" && word(at + 2) == "ETE" && one_of!(word(at + 3), "ENTENDU" | "ENTENDUE" | "PLACE" | "PLACEE" | "CONFIE" | "CONFIEE" | "RECU" | "RECUE");
    let said = word(at + 1) == "A" && one_of!(word(at + 2), "DIT" | "DECLARE" | "EXPLIQUE" | "EXPRIME" | "VU" | "PLEURE");
    let opens = scene.is(at - 1, ".") || scene.gap(at) >= Gap::Line;
    let does = opens && one_of!(word(at + 1), "AJOUTE" | "DIT" | "DECLARE" | "EXPLIQUE" | "EXPRIME" | "VIT" | "DORT" | "VEUT" | "REFUSE" | "SOUHAITE" | "RECONNAIT");
    let missed = one_of!(word(at + 1), "ME" | "M'" | "TE" | "T'" | "NOUS" | "LUI") && word(at + 2).starts_with("MANQU");
    let surname = scene.shape(at + 1) == Shape::Upper && scene.gap(at + 1) == Gap::Space && word(at + 1).len() > 2 && scene.class(at + 1).any(Class::FAMILY) && scene.page.cue(at + 1) == Cue::NONE;
    born || missed || surname || lower(at + 1) && (treated || said || does)
}

/// `d'Avril et Malo`: joined to a given name that is no month.
fn beside(scene: &Scene, at: usize) -> bool {
    let named = |at: usize| scene.shape(at) == Shape::Title && scene.class(at).any(Class::GIVEN_COMMON) && !scene.class(at).any(Class::WORD.union(Class::PLACE)) && !scene.page.cue(at).any(CALENDAR);
    scene.is(at + 1, "ET") && named(at + 2) && scene.gap(at + 2) == Gap::Space || at > 1 && scene.is(at - 1, "ET") && named(at - 2) && scene.shape(at + 1) != Shape::Title
}
