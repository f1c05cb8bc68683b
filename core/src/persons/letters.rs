//! Letters that stand for persons in a text that names others: `"K", un ancien patient`, `un témoin, W.,`, `M. D. R.`.
//!
//! Courts write a letter for those whom they do not want to name, and the rest of the text may tell who they are. A text
//! that uses letters for everybody was pseudonymised before ([`Scene::masked`]) and is left alone.

use super::scene::Scene;
use super::{Local, Name, SWEPT, in_order, over, short};
use crate::context::Cue;
use crate::model::{Confidence, Role};
use crate::text::{Gap, Shape, TokenKind, WordId, one_of, order_by};

const DOUBT: &str = "a letter that stands for a person";

/// Adds every place of the letters that the text introduces as persons.
pub(super) fn find(scene: &Scene, names: &mut Vec<Name>) {
    if scene.masked {
        return;
    }
    let initials = || scene.page.document.capitals().filter(|&at| scene.shape(at) == Shape::Initial && scene.page.document.original_at(at).is_ascii());
    let mut known: Vec<Vec<WordId>> = names.iter().filter(|name| name.doubt.is_some()).map(|name| word_ids(scene, name)).filter(|words| words.len() > 1).collect();
    known.extend(names.iter().filter_map(|name| short::letter(scene, name)).map(|word| vec![word]));
    known.extend(initials().filter(|&at| introduced(scene, at)).map(|at| vec![scene.page.tokens()[at].word]));
    // `la cour a condamné V. le 3 mars`, of `Jimmy V.`
    let mut surnames: Vec<WordId> = names.iter().filter(|name| name.part.is_none() && name.last > name.first && scene.shape(name.last) == Shape::Initial && scene.shape(name.last - 1) == Shape::Title).map(|name| scene.page.tokens()[name.last].word).collect();
    order_by(&mut surnames, |word| u64::from(word.0));
    surnames.dedup();
    if known.is_empty() && surnames.is_empty() {
        return;
    }
    let lower = |at: usize| scene.shape(at) == Shape::Lower && scene.gap(at) == Gap::Space;
    let amid = |at: usize| at > 0 && surnames.contains(&scene.page.tokens()[at].word) && lower(at - 1) && scene.gap(at) == Gap::Space && scene.is(at + 1, ".") && scene.gap(at + 1) == Gap::None && lower(at + 2) && scene.page.folded(at - 1).len() > 2;
    let mut found = Vec::new();
    for at in initials() {
        let spelt = known.iter().filter_map(|words| spells(scene, at, words)).max();
        let Some(last) = spelt.or_else(|| amid(at).then_some(at)) else { continue };
        if stands_alone(scene, at, last) && over(names, at, last).is_none() {
            found.push(Name {
                first: at,
                last,
                local: Local::Party(Role::ThirdParty),
                confidence: Confidence::Possible,
                rule: SWEPT,
                cue: None,
                led: false,
                counsel: false,
                doubt: Some(DOUBT),
                part: None,
            });
        }
    }
    names.append(&mut found);
    in_order(names);
}

/// The letters of a name of initials; empty when it has a longer word.
fn word_ids(scene: &Scene, name: &Name) -> Vec<WordId> {
    let words = || (name.first..=name.last).filter(|&t| scene.kind(t) == TokenKind::Word);
    if words().all(|t| scene.shape(t) == Shape::Initial) { words().map(|t| scene.page.tokens()[t].word).collect() } else { Vec::new() }
}

/// A quoted letter with an apposition behind, or a letter between commas after what somebody is.
fn introduced(scene: &Scene, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let opened = one_of!(scene.page.folded(before), "\"" | "«") && one_of!(scene.page.folded(at + 1), "\"" | "»");
    if opened {
        return scene.is(at + 2, ",") && one_of!(scene.page.folded(at + 3), "UN" | "UNE" | "SON" | "SA" | "LE" | "LA" | "L'") && scene.shape(at + 4) == Shape::Lower;
    }
    // `Mme K. née S.`
    if scene.cue(before).any(Cue::BORN.or(Cue::KIN)) && scene.is(at + 1, ".") && scene.gap(at + 1) == Gap::None && before > 1 && scene.is(before - 1, ".") && scene.shape(before - 2) == Shape::Initial && one_of!(scene.page.folded(before), "NEE" | "NE" | "EPOUSE" | "VEUVE") {
        return true;
    }
    // `Mlle M.`, which no civility can be.
    if scene.cue(before).any(Cue::CIVILITY) && scene.page.folded(before).len() > 1 && scene.cue(at).any(Cue::CIVILITY) {
        return stands_alone(scene, at, at);
    }
    // `le témoin K. n'a pas vu`
    let noun = scene.cue(before).any(Cue::WITNESS.or(Cue::VICTIM).or(Cue::PERSON_NOUN)) && scene.shape(before) == Shape::Lower && before > 0 && scene.cue(before - 1).any(Cue::ARTICLE);
    if noun && scene.gap(at) == Gap::Space && scene.is(at + 1, ".") && scene.gap(at + 1) == Gap::None && scene.shape(at + 2) == Shape::Lower {
        return true;
    }
    let comma = if scene.is(at + 1, ".") { at + 2 } else { at + 1 };
    let person = before > 0 && scene.cue(before - 1).any(Cue::WITNESS.or(Cue::VICTIM).or(Cue::PERSON_NOUN).or(Cue::KIN).or(Cue::MINOR)) && scene.shape(before - 1) == Shape::Lower;
    scene.is(before, ",") && person && scene.is(comma, ",") && scene.gap(at) == Gap::Space
}

/// The last token when the words from `at` are `words`, with a dot after each or none.
fn spells(scene: &Scene, at: usize, words: &[WordId]) -> Option<usize> {
    let mut token = at;
    for (rank, word) in words.iter().enumerate() {
        if rank > 0 {
            token += if scene.is(token + 1, ".") { 2 } else { 1 };
            if scene.gap(token) > Gap::Line {
                return None;
            }
        }
        if scene.page.tokens().get(token)?.word != *word {
            return None;
        }
    }
    Some(token)
}

/// True for letters that are no item of a list, no part of a reference and no initial of a longer name.
fn stands_alone(scene: &Scene, first: usize, last: usize) -> bool {
    let dotted = scene.is(last + 1, ".") && scene.gap(last + 1) == Gap::None;
    let next = if dotted { last + 2 } else { last + 1 };
    let item = one_of!(scene.page.folded(last + 1), ")" | "°" | "/" | "-" | ":") || scene.kind(next) == TokenKind::Number && scene.gap(next) <= Gap::Space;
    let initial = dotted && scene.gap(next) <= Gap::Space && scene.capital(next) && scene.shape(next) != Shape::Initial && !scene.ordinary(next) && !scene.cue(next).any(super::scene::HARD);
    let thing = first > 0 && one_of!(
        scene.page.folded(first - 1),
        "ANNEXE" | "PIECE" | "ARTICLE" | "ARTICLES" | "LETTRE" | "POINT" | "CATEGORIE" | "GROUPE" | "BLOC" | "BATIMENT" | "LOT" | "SECTION" | "VITAMINE" | "TITRE" | "LISTE" | "PARTIE" | "CHAPITRE" | "PORTE" | "HEPATITE" | "PERMIS" | "§"
    );
    let civil = scene.cue(last).any(Cue::CIVILITY) && !(dotted && one_of!(scene.page.folded(next), "," | ")" | ";" | "\"" | "»"));
    let glued = scene.gap(first) == Gap::None && first > 0 && one_of!(scene.page.folded(first - 1), "." | "/" | "-" | "'" | "°");
    !(item || initial || thing || civil || glued)
}
