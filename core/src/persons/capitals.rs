//! Names in prose all in capitals, without accents: `QUE BOIS A ASSIGNE`, `L'ADJUDANT MARS`, `AVRIL JULES`.
//!
//! The decisions of the last century are written so. A capital says nothing there; French grammar still does: a noun has its
//! article, a name has none.

use rustc_hash::FxHashMap;

use super::lead::Lead;
use super::accept::is_place;
use super::scene::{HARD, Scene};
use super::{BARE, Local, Name, in_order, over};
use crate::context::Cue;
use crate::lexicon::Class;
use crate::model::{Confidence, Role};
use crate::text::{Gap, Shape, TokenKind, WordId, one_of};

/// True unless the run is one ordinary word among capitals that may be an adjective of the noun before it: `LE TEMOIN PRINCIPAL`.
pub(super) fn fits(scene: &Scene, first: usize, last: usize, rank: bool) -> bool {
    if first != last || !scene.ordinary(first) || !scene.in_capitals(first) {
        return true;
    }
    let surname = if rank { Class::FAMILY } else { Class::FAMILY_COMMON };
    let next = last + 1;
    let ends = scene.kind(next) != TokenKind::Word || scene.gap(next) >= Gap::Line || scene.cue(next).any(Cue::STOP.or(Cue::ARTICLE).or(Cue::PARTICLE).or(Cue::PLACE_PREP)) || acts(scene, next);
    scene.class(first).any(surname) && ends
}

/// `L'ADJUDANT MARS`: a month right behind a rank that nobody dates.
pub(super) fn ranked(scene: &Scene, at: usize, lead: &Lead) -> bool {
    let officer = lead.office == Some(Role::Officer) && lead.from + 1 == at && scene.gap(at) == Gap::Space;
    officer && scene.cue(at).any(Cue::MONTH) && !scene.cue(at).minus(Cue::MONTH).any(HARD) && scene.kind(at + 1) != TokenKind::Number
}

/// `AVRIL JULES`, `Janvier Florent`: a month or a day that no date is made of, before a given name: French writes both in lower case.
pub(super) fn calendar_pair(scene: &Scene, at: usize) -> bool {
    let given = at + 1;
    let capitals = scene.shape(at) == Shape::Upper && scene.shape(given) == Shape::Upper && scene.in_capitals(at);
    let titles = scene.shape(at) == Shape::Title && scene.shape(given) == Shape::Title;
    undated(scene, at) && (capitals || titles) && scene.gap(given) == Gap::Space && person_word(scene, given)
}

/// `JULES AVRIL`: the month behind the given name.
pub(super) fn month_after(scene: &Scene, given: usize, at: usize) -> bool {
    scene.shape(given) == Shape::Upper && scene.shape(at) == Shape::Upper && scene.gap(at) == Gap::Space && person_word(scene, given) && scene.kind(at + 1) != TokenKind::Number && scene.cue(at).any(Cue::MONTH.or(Cue::NUMBER)) && !scene.cue(at).minus(Cue::MONTH.or(Cue::NUMBER)).any(HARD) && scene.class(at).any(Class::FAMILY.union(Class::GIVEN))
}

/// `MME CLAIRE VENDREDI A SAISI`, `M. GILLES VOISIN, NE LE`: behind a civility and a given name, a word that people bear, and what no
/// complement of it is.
pub(super) fn surname(scene: &Scene, at: usize) -> bool {
    let behind = at + 1;
    let ends = scene.gap(behind) == Gap::None && one_of!(scene.page.folded(behind), "," | "." | ";" | ")") || scene.gap(behind) == Gap::Space && (acts(scene, behind) || scene.cue(behind).any(Cue::BORN) || one_of!(scene.page.folded(behind), "EPOUSE" | "EPOUX" | "VEUVE" | "DIVORCEE"));
    let noun = Cue::MONTH.or(Cue::DAY).or(Cue::KIN).or(Cue::PERSON_NOUN).or(Cue::PUBLIC).or(Cue::NUMBER);
    scene.shape(at) == Shape::Upper && scene.shape(at - 1) == Shape::Upper && scene.gap(at) == Gap::Space && (scene.class(at).any(Class::FAMILY) || scene.cue(at).any(Cue::MONTH.or(Cue::DAY))) && scene.cue(at).any(noun) && !scene.cue(at).minus(noun).any(HARD) && ends
}

fn undated(scene: &Scene, at: usize) -> bool {
    let calendar = Cue::MONTH.or(Cue::DAY);
    let free = scene.cue(at).any(calendar) && !scene.cue(at).minus(calendar).any(HARD);
    let before = at.checked_sub(1).is_some_and(|before| scene.kind(before) == TokenKind::Number || scene.cue(before).any(Cue::NUMBER.or(Cue::DAY).or(Cue::RANK)) || one_of!(scene.page.folded(before), "EN" | "D'" | "DE" | "DU" | "FIN" | "DEBUT" | "MI" | "COURANT" | "DEPUIS" | "LE" | "ER" | "DES" | "MOIS"));
    free && !before
}

fn person_word(scene: &Scene, at: usize) -> bool {
    scene.class(at).any(Class::GIVEN_COMMON) && !scene.cue(at).any(HARD) && !is_place(scene, at) && scene.page.folded(at).len() > 2 && (!scene.class(at).any(Class::WORD) || scene.class(at).any(Class::GIVEN_COMMON) && scene.page.folded(at).len() > 3)
}

/// What only the subject of a clause stands before.
pub(super) fn acts(scene: &Scene, at: usize) -> bool {
    let folded = scene.page.folded(at);
    let past = folded.len() > 4 && (folded.ends_with("AIT") || folded.ends_with("AIENT")) && scene.class(at).any(Class::WORD) && !scene.class(at).any(Class::FAMILY_COMMON);
    past || scene.is(at, "A") || one_of!(scene.page.folded(at), "AVAIT" | "ONT" | "AYANT" | "N'" | "NE" | "S'" | "SE" | "FAIT" | "EST" | "ETAIT" | "AURAIT" | "SERAIT" | "SOUTIENT" | "SOUTENAIT" | "PRETEND" | "PRETENDAIT" | "DEMANDE" | "DEMANDAIT" | "QUI" | "CONDUISAIT" | "CONTESTE" | "AFFIRME" | "DECLARE" | "AVOUE" | "INVOQUE" | "RECONNAIT" | "REPROCHE" | "PRODUIT" | "DOIT" | "DEVAIT" | "POUVAIT" | "PEUT")
}

/// What the places of a word say of it.
#[derive(Clone, Copy, Default)]
struct Slots {
    /// Subject of a clause right behind `QUE`.
    subject: u16,
    /// Right behind a verb or preposition that takes a person, without an article.
    object: u16,
    /// Right behind `CHEZ`.
    home: bool,
}

/// Adds the words that are subjects and objects of clauses as only names are: without an article, and more than once.
///
/// Linear in the places of `QUE`, `PAR`, `CONTRE` and their like.
pub(super) fn find(scene: &Scene, names: &mut Vec<Name>) {
    let document = &scene.page.document;
    let places = |word: &str| document.find(word).map_or(&[][..], |word| document.places(word)).iter().map(|&at| at as usize + 1);
    let mut slots: FxHashMap<WordId, Slots> = FxHashMap::default();
    let mut seen: Vec<(usize, WordId)> = Vec::new();
    for (word, subject) in [("QUE", true), ("PAR", false), ("CONTRE", false), ("ASSIGNE", false), ("CONDAMNE", false), ("CHEZ", false), ("CONTRADICTION", false)] {
        for at in places(word) {
            let next = at + 1;
            let follows = if subject { scene.is(next, ",") || acts(scene, next) } else { scene.kind(next) == TokenKind::Symbol || scene.cue(next).any(Cue::STOP.or(Cue::PARTICLE).or(Cue::PLACE_PREP)) || acts(scene, next) };
            if !follows || !nameable(scene, at) {
                continue;
            }
            let id = scene.page.tokens()[at].word;
            let slot = slots.entry(id).or_default();
            slot.subject += u16::from(subject);
            slot.object += u16::from(!subject);
            slot.home |= word == "CHEZ" && scene.is(next, ",");
            seen.push((at, id));
        }
    }
    let mut found: Vec<Name> = Vec::new();
    // `REMISES A FERNAND ;`, `LES BREBIS DE LEONCE,`
    for at in places("A").chain(places("DE")).chain(places("AVEC")) {
        let ends = scene.kind(at + 1) == TokenKind::Symbol && scene.gap(at + 1) <= Gap::Space;
        if ends && nameable(scene, at) && scene.class(at).any(Class::GIVEN_COMMON) && !scene.ordinary(at) && !scene.class(at).any(Class::PLACE) && over(names, at, at).is_none() {
            found.push(Name { first: at, last: at, local: Local::Weak, confidence: Confidence::Possible, rule: BARE, cue: None, led: false, counsel: false, doubt: Some("a given name alone among capitals"), part: None });
        }
    }
    for (at, id) in seen {
        let slot = slots[&id];
        let class = scene.class(at);
        let proven = if scene.ordinary(at) { class.any(Class::FAMILY) && (slot.subject > 1 || slot.subject + slot.object > 1 && class.any(Class::FAMILY_COMMON)) } else { slot.home && scene.page.folded(at).len() > 4 || (slot.home || slot.subject + slot.object > 1) && (class.any(Class::FAMILY) || slot.subject > 1) };
        let free = |at: usize| over(names, at, at).is_none();
        // `ONT ASSIGNE CAMUS ET PASCAL`
        let second = at + 2;
        let joined = proven && scene.is(at + 1, "ET") && nameable(scene, second) && scene.class(second).any(Class::FAMILY.union(Class::GIVEN)) && (scene.kind(second + 1) == TokenKind::Symbol || scene.cue(second + 1).any(Cue::STOP) || acts(scene, second + 1));
        for at in [proven.then_some(at), joined.then_some(second)].into_iter().flatten().filter(|&at| free(at)) {
            found.push(Name {
                first: at,
                last: at,
                local: Local::Weak,
                confidence: Confidence::Possible,
                rule: BARE,
                cue: Some(scene.page.document.span_of(at - 1, at - 1)),
                led: true,
                counsel: false,
                doubt: Some("among capitals, a word that stands where a noun would have its article"),
                part: None,
            });
        }
    }
    in_order(&mut found);
    found.dedup_by_key(|name| name.first);
    names.append(&mut found);
    in_order(names);
}

/// A word in capitals that may be a surname: no court's word, company, town or pronoun.
fn nameable(scene: &Scene, at: usize) -> bool {
    let pronoun = one_of!(scene.page.folded(at), "RIEN" | "SEUL" | "SEULE" | "CHACUN" | "CHACUNE" | "NUL" | "NULLE" | "CELUI" | "CELLE" | "CEUX" | "CELLES" | "CELA" | "QUICONQUE" | "BEAUCOUP" | "PLUSIEURS" | "CERTAINS" | "CERTAINES" | "LEDIT" | "TANT" | "BIEN" | "DEVANT" | "SUIVANT" | "PENDANT" | "DURANT" | "MALGRE" | "MEME" | "PARMI" | "CEPENDANT" | "LORSQUE" | "SAUF" | "FORCE");
    let noun = || scene.evidence(at).article > 0 || scene.evidence(at).company > 0;
    scene.shape(at) == Shape::Upper
        && scene.gap(at) <= Gap::Line
        && scene.page.folded(at).len() > 2
        && scene.block[at] == 0
        && !pronoun
        && !scene.cue(at).any(HARD)
        && !scene.class(at).any(Class::PUBLIC_BODY.union(Class::COMPANY_FORM).union(Class::PLACE_BIG).union(Class::COUNTRY).union(Class::REGION))
        && !noun()
        && scene.in_capitals(at)
}
