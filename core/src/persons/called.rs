//! What a mention says of the person it names: words, man or woman, alone or with others.

use super::cover::{Word, Words, letters};
use super::roles::split;
use super::scene::Scene;
use super::Name;
use crate::context::Cue;
use crate::lexicon::Class;
use crate::model::Role;
use crate::text::{Shape, TokenKind, fold};

/// Man or woman, as the civility or the family word beside a name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    Man,
    Woman,
}

/// Whose names may be one person's: a member of the court who bears a party's name is somebody else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum World {
    Case,
    Bench,
    Counsel,
}

/// A mention, or a chain of them: `Zoé MARTEL épouse ROUX, dite Zaza`.
#[derive(Debug)]
pub(super) struct Called {
    pub words: Words,
    pub gender: Option<Gender>,
    pub world: World,
    /// `les époux X`, `consorts X`, `M. et Mme X`: whoever bears the name.
    pub plural: bool,
    /// A civility or office leads to it: a lone word is a surname.
    pub formal: bool,
    /// `la veuve X`: the lone word is the spouse's surname.
    pub widow: bool,
}

/// How a name follows the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tie {
    /// `née`: the surname of birth.
    Birth,
    /// `épouse`, `veuve`, `divorcée`: the spouse's surname.
    Spouse,
    /// `alias`, `dit`, `surnommé`.
    Alias,
}

pub(super) fn called(scene: &Scene, name: &Name) -> Called {
    let lead = Before::of(scene, name.first);
    let world = match name.role() {
        Role::Lawyer => World::Counsel,
        role if role.is_court() => World::Bench,
        _ => World::Case,
    };
    let words = words(scene, name);
    let given_name = words.each.iter().any(|word| word.given) && words.each.len() > 1;
    let gender = lead.gender.or_else(|| born(scene, name.last)).or_else(|| if given_name { of_given_name(scene, name) } else { None });
    Called { words, gender, world, plural: lead.plural, formal: lead.formal, widow: lead.widow }
}

/// How `name` follows `previous`, when it does.
pub(super) fn tie(scene: &Scene, previous: &Name, name: &Name) -> Option<Tie> {
    if !name.tied || name.first > previous.last + 6 || name.first <= previous.last {
        return None;
    }
    let between = previous.last + 1..name.first;
    let tie = between.rev().find_map(|at| match scene.page.folded(at) {
        "NE" | "NEE" => Some(Tie::Birth),
        "EPOUSE" | "EP" | "VEUVE" | "VEUF" | "VVE" | "DIVORCE" | "DIVORCEE" => Some(Tie::Spouse),
        "ALIAS" | "DIT" | "DITE" | "SURNOMME" | "SURNOMMEE" | "PRENOMME" | "PRENOMMEE" | "APPELLE" | "SURNOM" => Some(Tie::Alias),
        _ => None,
    })?;
    Some(tie)
}

fn words(scene: &Scene, name: &Name) -> Words {
    if let Some(part) = name.part {
        let folded = fold(part.of(scene.page.document.text()));
        let pieces = folded.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|piece| !piece.is_empty());
        return Words { each: pieces.map(|piece| Word::new(piece, false)).collect(), joined: Vec::new() };
    }
    let parts = split(scene, name);
    let mut words = Words::default();
    let mut tokens: Vec<usize> = parts.given.iter().chain(&parts.family).copied().collect();
    tokens.sort_unstable();
    for at in tokens {
        let folded = scene.page.folded(at);
        let given = parts.given.contains(&at);
        if scene.shape(at) == Shape::Dotted {
            words.each.extend(folded.chars().filter(|c| c.is_alphabetic()).map(|c| Word::new(c.encode_utf8(&mut [0; 4]), true)));
        } else {
            words.each.push(Word::new(folded, given));
        }
    }
    let pieces: Vec<String> = (name.first..=name.last).filter(|&at| matches!(scene.kind(at), TokenKind::Word | TokenKind::Elision)).map(|at| letters(scene.page.folded(at))).collect();
    for width in 2..=3 {
        words.joined.extend(pieces.windows(width).map(<[String]>::concat).filter(|joined| joined.len() > 4));
    }
    words
}

/// What stands right before a name.
#[derive(Clone, Copy, Default)]
struct Before {
    gender: Option<Gender>,
    plural: bool,
    formal: bool,
    widow: bool,
}

impl Before {
    /// Reads back over civilities, family words and offices; at most six tokens.
    fn of(scene: &Scene, first: usize) -> Self {
        let mut before = Self::default();
        let mut at = first;
        for _ in 0..6 {
            let Some(previous) = at.checked_sub(1) else { break };
            at = previous;
            let folded = scene.page.folded(at);
            let cue = scene.cue(at);
            if matches!(folded, "." | "«" | "\"" | ":" | "“") && !(folded == "." && !scene.cue(at.saturating_sub(1)).any(Cue::CIVILITY.or(Cue::MAITRE))) {
                continue;
            }
            if matches!(folded, "EPOUX" | "CONSORTS" | "CTS" | "HERITIERS" | "FAMILLE" | "ENFANTS" | "FRERES" | "SOEURS") && !before.formal {
                before.plural = true;
                before.formal = true;
                break;
            }
            before.widow |= matches!(folded, "VEUVE" | "VVE");
            before.formal |= cue.any(Cue::CIVILITY.or(Cue::MAITRE)) || before.widow;
            before.gender = before.gender.or_else(|| gender(folded));
            if cue.any(Cue::CIVILITY) {
                // `M. et Mme X`, `Monsieur ou Madame X`
                let joined = at > 1 && matches!(scene.page.folded(at - 1), "ET" | "OU");
                let other = at.saturating_sub(if scene.is(at.saturating_sub(2), ".") { 3 } else { 2 });
                if joined && scene.cue(other).any(Cue::CIVILITY) && !scene.cue(other).any(Cue::MAITRE) {
                    before.plural = true;
                    before.gender = None;
                    break;
                }
                continue;
            }
            if !cue.any(Cue::MAITRE.or(Cue::KIN).or(Cue::PERSON_NOUN).or(Cue::EXPERT).or(Cue::OFFICE_OF_COURT)) {
                break;
            }
        }
        before
    }
}

/// What a civility or a word of the family says.
fn gender(folded: &str) -> Option<Gender> {
    match folded {
        "M" | "MM" | "MR" | "MONSIEUR" | "MESSIEURS" | "SIEUR" | "SIEURS" | "FILS" | "FRERE" | "PERE" | "ONCLE" | "NEVEU" | "COUSIN" | "GRAND-PERE" | "BEAU-PERE"
        | "BEAU-FRERE" | "PETIT-FILS" | "COMPAGNON" | "CONCUBIN" | "VEUF" | "MARI" => Some(Gender::Man),
        "MME" | "MMES" | "MLLE" | "MLLES" | "MELLE" | "MELLES" | "MADAME" | "MESDAMES" | "MADEMOISELLE" | "MESDEMOISELLES" | "DAME" | "DEMOISELLE" | "VEUVE"
        | "VVE" | "FILLE" | "SOEUR" | "MERE" | "TANTE" | "NIECE" | "COUSINE" | "GRAND-MERE" | "BELLE-MERE" | "BELLE-SOEUR" | "PETITE-FILLE" | "COMPAGNE"
        | "CONCUBINE" | "CONJOINTE" => Some(Gender::Woman),
        _ => None,
    }
}

/// `née`, `né` after the name.
fn born(scene: &Scene, last: usize) -> Option<Gender> {
    let after = last + 1 + usize::from(matches!(scene.page.folded(last + 1), "," | "("));
    match scene.page.folded(after) {
        "NE" if scene.shape(after) == Shape::Lower || scene.shape(after) == Shape::Title => Some(Gender::Man),
        "NEE" | "EPOUSE" | "VEUVE" | "DIVORCEE" => Some(Gender::Woman),
        _ => None,
    }
}

/// What the first given name says, when only men or only women bear it.
fn of_given_name(scene: &Scene, name: &Name) -> Option<Gender> {
    let first = split(scene, name).given.first().copied()?;
    match (scene.class(first).any(Class::GIVEN_M), scene.class(first).any(Class::GIVEN_F)) {
        (true, false) => Some(Gender::Man),
        (false, true) => Some(Gender::Woman),
        _ => None,
    }
}

impl Called {
    /// Adds a name tied to this one.
    pub(super) fn tie(&mut self, tie: Tie, mut other: Self) {
        if tie == Tie::Spouse {
            other.words.each.iter_mut().for_each(|word| word.married = true);
        }
        self.words.add(&other.words);
    }

    /// True when a name tied as a spouse's is the spouse's whole name: `épouse de Jean MARTIN`.
    pub(super) fn is_somebody(&self, tie: Tie) -> bool {
        tie == Tie::Spouse && self.gender.is_some() && self.words.each.len() > 1 && self.words.each.iter().any(|word| word.given)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn civilities_and_family_words_say_man_or_woman() {
        assert_eq!(gender("MONSIEUR"), Some(Gender::Man));
        assert_eq!(gender("VEUVE"), Some(Gender::Woman));
        assert_eq!(gender("DOCTEUR"), None);
    }
}
