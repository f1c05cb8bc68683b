//! How far a capitalised run goes: initials, particles, hyphens, line ends, words of the courts that are surnames.

use super::accept::{is_place, jean};
use super::lead::Lead;
use super::scene::{COMPANY, COURT, FIRM, HARD, STREET, Scene, TAKEN, short_parts};
use super::{capitals, short, sweep};
use crate::context::Cue;
use crate::lexicon::Class;
use crate::model::Role;
use crate::text::{Gap, Shape, TokenKind, one_of};

/// A letter that stands for a person in an already pseudonymised text: `X...`, `[K]`, `A.`.
pub(super) fn placeholder(scene: &Scene, at: usize) -> bool {
    if scene.shape(at) != Shape::Initial && !(scene.shape(at) == Shape::Upper && short_parts(scene.page.folded(at))) {
        return false;
    }
    // No court writes `Ó` for somebody.
    if !scene.page.document.original_at(at).is_ascii() {
        return false;
    }
    if scene.masked && (scene.shape(at) == Shape::Initial && !(scene.is(at + 1, ".") && !scene.is(at + 2, ".")) || scene.shape(at) == Shape::Upper) {
        return true;
    }
    let dots = |from: usize| scene.is(from, "…") || scene.is(from, ".") && scene.is(from + 1, ".") || scene.is(from, "*") && scene.gap(from) == Gap::None;
    dots(at + 1) || at > 0 && scene.is(at - 1, "[") || scene.is(at + 1, "]")
}

/// `Le GreffierLa Présidente`: an office and the article of the next, with no space between.
pub(super) fn glued_office(scene: &Scene, at: usize) -> bool {
    let folded = scene.page.folded(at);
    let stem = || folded.strip_suffix("LE").or_else(|| folded.strip_suffix("LA"));
    matches!(scene.shape(at), Shape::Mixed | Shape::Upper) && folded.len() > 6 && stem().is_some_and(|stem| Cue::of(stem).any(Cue::OFFICE_OF_COURT))
}

pub(super) fn hard(scene: &Scene, at: usize) -> bool {
    if glued_office(scene, at) {
        return true;
    }
    // `N. C. Seck`: a letter before a dot is an initial.
    if scene.shape(at) == Shape::Initial && scene.is(at + 1, ".") && !scene.cue(at).any(Cue::CIVILITY) {
        return false;
    }
    // `Mai a Taaroa`
    if scene.cue(at).any(Cue::MONTH) && scene.is(at + 1, "A") && scene.shape(at + 1) == Shape::Lower && polynesian(scene, at + 2) && scene.shape(at) != Shape::Lower {
        return false;
    }
    // `Thibault D'AVRIL`
    if scene.cue(at).any(Cue::MONTH) && at > 1 && (scene.kind(at - 1) == TokenKind::Elision || scene.cue(at - 1).any(Cue::PARTICLE)) && scene.given_strong(at - 2) && scene.capital(at) && scene.capital(at - 2) && scene.kind(at + 1) != TokenKind::Number {
        return false;
    }
    // `Galvão de Sá`, `Max Lê`: a company's form and an article have no accent.
    if one_of!(scene.page.folded(at), "SA" | "SE" | "LE" | "DO") && scene.shape(at) == Shape::Title && !scene.page.document.original_at(at).is_ascii() {
        return false;
    }
    scene.cue(at).any(HARD) && !(scene.class(at).any(Class::FAMILY_COMMON) && !scene.cue(at).minus(Cue::STREET.or(Cue::OFFICER).or(Cue::HONOUR).or(Cue::NUMBER).or(Cue::ESTABLISHMENT).or(Cue::PUBLIC).or(Cue::KIN).or(Cue::PERSON_NOUN)).any(HARD) && scene.shape(at) == Shape::Title && !scene.starts_sentence(at))
}

/// The last token of the capitalised run that opens at `first`, or `None` when no name can open there.
pub(super) fn grow(scene: &Scene, first: usize, lead: &Lead) -> Option<usize> {
    let last = reach(scene, first, lead)?;
    Some(if lead.maitre { end_of_counsel(scene, first, last) } else { last })
}

/// `Mme PAGE Ludivine`, `M. TRINH Son`, `M. OKONKWO Vendredi`: behind a civility a surname in capitals and a given name, be either a word of the courts.
fn set_by_case(scene: &Scene, first: usize, lead: &Lead) -> bool {
    let given = first + 1;
    let grammar = Cue::CIVILITY.or(Cue::MAITRE).or(Cue::COMPANY).or(Cue::COURT).or(Cue::PARTY_LABEL).or(Cue::BORN).or(Cue::DWELLING).or(Cue::LAW_FIRM).or(Cue::OFFICE_OF_COURT).or(Cue::STATUTE).or(Cue::KIN);
    let (surname, word) = (scene.cue(first), scene.cue(given));
    let called = scene.class(given).any(Class::GIVEN.union(Class::GIVEN_RARE)) && !word.any(Cue::ARTICLE.or(Cue::PARTICLE)) || word.any(Cue::MONTH.or(Cue::DAY)) || scene.is(given, "SON");
    let ends = !scene.capital(given + 1) && scene.kind(given + 1) != TokenKind::Number || scene.gap(given + 1) >= Gap::Line;
    let cased = scene.shape(first) == Shape::Upper && scene.shape(given) == Shape::Title && scene.gap(given) == Gap::Space && !scene.in_capitals(first) && scene.kind(first) == TokenKind::Word;
    lead.civility && !lead.plural && cased && called && ends && scene.page.folded(first).len() > 2 && (surname.any(HARD) || word.any(HARD)) && !surname.any(grammar.or(Cue::ARTICLE).or(Cue::PARTICLE)) && !word.any(grammar)
}

/// A word in capitals right behind a given name in capitals, or behind its article `LE` or `LA`, that ends a name and nobody's office.
fn set_surname(scene: &Scene, given: usize, next: usize, word: usize) -> bool {
    let cue = scene.cue(word);
    let other = Cue::CIVILITY.or(Cue::MAITRE).or(Cue::COMPANY).or(Cue::COURT).or(Cue::PARTY_LABEL).or(Cue::BORN).or(Cue::DWELLING).or(Cue::LAW_FIRM).or(Cue::OFFICE_OF_COURT).or(Cue::KIN).or(Cue::ARTICLE);
    let beside = word == next || word == next + 1 && one_of!(scene.page.folded(next), "LE" | "LA") && scene.gap(word) == Gap::Space;
    let ends = !scene.capital(word + 1) || scene.gap(word + 1) >= Gap::Line;
    scene.shape(given) == Shape::Upper && scene.shape(next) == Shape::Upper && scene.shape(word) == Shape::Upper && beside && ends && scene.gap(next) <= Gap::Line && scene.gap(next) != Gap::None && scene.page.folded(word).len() > 2 && !scene.in_capitals(word) && !cue.any(other) && scene.block[word] == 0
}

/// `assistée de Me Ange Bilko ZORKIN Sok, née le`: no decision tells when counsel was born, the last words are the next person's.
fn end_of_counsel(scene: &Scene, first: usize, last: usize) -> usize {
    // The given name of the next may be no part of the run.
    let end = (last + 1..last + 3).find(|&at| !(scene.capital(at) && scene.gap(at) == Gap::Space)).unwrap_or(last + 1) - 1;
    let birth = end + 1 + usize::from(scene.is(end + 1, ","));
    if !(scene.page.is_birth(birth) && one_of!(scene.page.folded(birth + 1), "LE" | "EN" | "A")) {
        return last;
    }
    let words: Vec<usize> = (first..=end).filter(|&at| scene.capital(at) && (scene.gap(at) >= Gap::Wide || !scene.cue(at).any(Cue::PARTICLE))).collect();
    // Who comes next stands apart, or takes what two words leave.
    let next = words.iter().position(|&at| at > first && scene.gap(at) >= Gap::Wide).unwrap_or(words.len().saturating_sub(2).min(2));
    next.checked_sub(1).map_or(last, |before| words[before].min(last))
}

fn reach(scene: &Scene, first: usize, lead: &Lead) -> Option<usize> {
    // `Nom : Adresse :`: a field left empty.
    if lead.field && scene.is(first + 1, ":") {
        return None;
    }
    if lead.field && !scene.masked {
        return Some(field(scene, first));
    }
    // `M. OU MME LAFORTE`
    let couple = one_of!(scene.page.folded(first), "OU" | "ET") && scene.cue(first + 1).any(Cue::CIVILITY);
    let adverb = scene.starts_sentence(first) && scene.shape(first) == Shape::Title && scene.capital(first + 1) && scene.gap(first + 1) == Gap::Space && !lead.any() && opens_sentence(scene, first);
    // `« Salut Zorkin, demain »`, `« Mamie Zorku elle dit »`: the word before opens the sentence.
    let opener = !lead.civility && scene.starts_sentence(first) && scene.shape(first) == Shape::Title && scene.shape(first + 1) == Shape::Title && scene.gap(first + 1) == Gap::Space && (one_of!(scene.page.folded(first), "SALUT" | "BONJOUR" | "COUCOU" | "BONSOIR" | "DESOLE" | "DESOLEE" | "PARDON" | "MERCI" | "TON" | "TA" | "VOTRE") || scene.cue(first).any(Cue::APPELLATION) && scene.class(first).any(Class::WORD) && !scene.class(first).any(Class::GIVEN.union(Class::FAMILY)) && !one_of!(scene.page.folded(first + 2), "»" | "\""));
    // `FEU ANTOINE BILKO`
    let late = one_of!(scene.page.folded(first), "FEU" | "FEUE") && scene.shape(first) == Shape::Upper && scene.capital(first + 1) && scene.gap(first + 1) == Gap::Space && !lead.any();
    // `II – Mme X`, below `APPELANT`: what counts the parties.
    let counts = scene.gap(first) >= Gap::Line && scene.page.folded(first).bytes().all(|b| matches!(b, b'I' | b'V' | b'X')) && scene.kind(first) == TokenKind::Word && (one_of!(scene.page.folded(first + 1), "-" | ")" | "/" | "°") || scene.is(first + 1, ".") && scene.shape(first) != Shape::Initial);
    // `le délégué CSE Maël d'Aubigny`
    let letters = LETTERS.contains(&scene.page.folded(first)) && scene.shape(first) == Shape::Upper && !scene.in_capitals(first) && scene.shape(first + 1) == Shape::Title && scene.gap(first + 1) == Gap::Space && first > 0 && scene.shape(first - 1) == Shape::Lower;
    if couple || adverb || letters || opener || late || counts || official(scene, first, lead) || placeholder(scene, first) {
        return None;
    }
    if set_by_case(scene, first, lead) {
        return Some(first + 1);
    }
    // `M. LE DU et Mme`, `épouse LE DU`: a surname that is an article and a preposition.
    if (lead.civility || lead.tie || lead.label) && !lead.plural && sweep::is_breton(scene, first) && scene.capital(first) && scene.capital(first + 1) && short::ends(scene, first + 1) {
        return Some(first + 1);
    }
    let mut at = first;
    let led = lead.strong() || lead.label || lead.office.is_some();
    // The first word: after a civility even a month or an office may be a name, a verb or a title may not.
    while scene.kind(at) == TokenKind::Elision || scene.cue(at).any(Cue::PARTICLE) && scene.kind(at) == TokenKind::Word && (scene.gap(at + 1) <= Gap::Space || led && near(scene, first, at + 1) || (lead.civility || lead.tie) && scene.gap(at + 1) == Gap::Line) && (scene.capital(at + 1) || scene.cue(at + 1).any(Cue::PARTICLE) || scene.kind(at + 1) == TokenKind::Elision) && at < first + 4 {
        at += 1;
    }
    if !scene.capital(at) {
        return None;
    }
    if hard(scene, at) {
        // `Civilité : Mme    Nom : DA COSTA`
        if scene.is(at + 1, ":") && scene.cue(at).any(Cue::STOP.or(Cue::LABEL)) {
            return None;
        }
        let cue = scene.cue(at);
        let title = cue.any(Cue::OFFICE.or(Cue::OFFICE_OF_COURT).or(Cue::PARTY_LABEL).or(Cue::CIVILITY).or(Cue::MAITRE).or(Cue::COURT).or(Cue::STATUTE));
        // In prose any other word is a name there; among capitals a heading's word needs to be a surname too.
        let prose = scene.shape(at) == Shape::Title || !scene.capital(at + 1) || scene.gap(at + 1) >= Gap::Line;
        let family = scene.class(at).any(Class::FAMILY) && !cue.any(Cue::STOP) || prose && !cue.any(Cue::ARTICLE.or(Cue::CIVILITY).or(Cue::COURT).or(Cue::MAITRE));
        if at == first && (listed_pair(scene, at) || capitals::calendar_pair(scene, at)) {
            return Some(at + 1);
        }
        if at == first
            && let Some(last) = short::pair(scene, at)
        {
            return Some(last);
        }
        // `- Mai, née le 5 mai`: French writes months in lower case.
        if at == first && cue.any(Cue::MONTH.or(Cue::DAY)) && !cue.minus(Cue::MONTH.or(Cue::DAY)).any(HARD) && scene.shape(at) == Shape::Title && scene.is(at + 1, ",") && scene.cue(at + 2).any(Cue::BORN) {
            return Some(at);
        }
        // `par Avril SAMEDI, greffier`: French writes months in lower case.
        if at == first && scene.shape(at) == Shape::Title && scene.cue(at).any(Cue::MONTH) && !scene.starts_sentence(at) && scene.class(at).any(Class::GIVEN) && scene.gap(at + 1) == Gap::Space && scene.shape(at + 1) == Shape::Upper && short::ends(scene, at + 1) && scene.page.folded(at + 1).len() > 2 {
            return Some(at + 1);
        }
        if at == first && capitals::ranked(scene, at, lead) {
            return Some(at);
        }
        // `M. M'SA Soilihi`
        if lead.civility && at == first + 1 && scene.kind(first) == TokenKind::Elision && scene.gap(at + 1) == Gap::Space && scene.shape(at + 1) == Shape::Title && !hard(scene, at + 1) && scene.shape(at) == Shape::Upper {
            return Some(at + 1);
        }
        // `MME DE SA`, `M. A SI FOO`: short words that are a surname right behind a civility.
        if let Some(last) = short::surname(scene, first, at, lead) {
            return Some(last);
        }
        // `Me LOI`: nothing but a name follows the abbreviation.
        let set = scene.shape(at) == Shape::Upper && scene.page.folded(at).len() > 3 && !scene.in_capitals(at);
        if lead.maitre && at == first && at > 0 && scene.is(at - 1, "ME") && scene.gap(at) == Gap::Space && (set || !cue.any(Cue::ARTICLE.or(Cue::STOP))) && !cue.any(Cue::CIVILITY.or(Cue::MAITRE).or(Cue::LAW_FIRM)) && !scene.capital(at + 1) {
            return Some(at);
        }
        // `M. LE, né le`, `Mme Loi a signé`, `M. Son Nguyen`: a surname by what follows it, or a given name by the name behind it.
        let civil = lead.civility && !lead.plural && at == first && at > 0 && scene.gap(at) == Gap::Space && (scene.is(at - 1, ".") || scene.cue(at - 1).any(Cue::CIVILITY)) && scene.class(at).any(Class::FAMILY.union(Class::GIVEN)) && !cue.any(Cue::CIVILITY.or(Cue::MAITRE).or(Cue::KIN));
        if civil && !scene.capital(at + 1) && named_behind(scene, at) {
            return Some(at);
        }
        let asian = civil && one_of!(scene.page.folded(at), "SON" | "TA" | "MA") && scene.shape(at) == Shape::Title && scene.shape(at + 1) == Shape::Title && scene.gap(at + 1) == Gap::Space && (!hard(scene, at + 1) || scene.cue(at + 1).any(Cue::PARTICLE));
        let title = title && !office_as_surname(scene, at, lead);
        let family = family || !title && office_as_surname(scene, at, lead);
        // `LES CONSORTS PONT`
        let house = lead.kin && lead.plural && scene.class(at).any(Class::FAMILY_COMMON);
        // `son frère Trésor Bilko`: a given name that is a body's too.
        let given = lead.kin && at == first && scene.class(at).any(Class::GIVEN) && scene.shape(at) == Shape::Title && scene.gap(at + 1) == Gap::Space && scene.shape(at + 1) == Shape::Title && !scene.ordinary(at + 1);
        if !asian && (!(lead.civility || lead.maitre || lead.tie || house || given) || title && !scene.class(at).any(Class::FAMILY_COMMON) || at > first && scene.is(first, "LE") && title || !family) {
            return None;
        }
    }
    if let Some(last) = short::run(scene, first, lead) {
        return Some(last);
    }
    if let Some(last) = surname_first(scene, first, lead) {
        return Some(last);
    }
    let mut surname_done = completes(scene, at, first);
    let mut given_only = scene.given(at);
    let mut words = 1;
    loop {
        let next = at + 1;
        if scene.page.tokens().len() <= next || words > 9 {
            break;
        }
        let gap = if led && near(scene, first, next) && (!lead.maitre || scene.gap(first) == Gap::Wide) { Gap::Space } else { scene.gap(next) };
        // `J. Dupont`, `A. B. Dupont`: the dot belongs to the initial.
        if scene.is(next, ".") && gap == Gap::None && matches!(scene.shape(at), Shape::Initial) && scene.kind(at) == TokenKind::Word && (scene.capital(next + 1) || scene.is(next + 1, "-") || (lead.civility || lead.kin) && !scene.masked && one_of!(scene.page.folded(next + 1), "DE" | "DU" | "DES" | "D'") && (next + 2..next + 4).any(|t| scene.capital(t)) || !scene.masked && foreign_behind(scene, next + 1)) && (scene.gap(next + 1) <= Gap::Space || initial_hangs(scene, next + 1, lead)) && !placeholder(scene, next + 1) {
            at = next;
            continue;
        }
        // `Me Cl. Lafargue`, `M. Ph. Roux`: consonants that abbreviate a given name.
        if at == first && lead.strong() && scene.is(next, ".") && gap == Gap::None && scene.shape(at) == Shape::Title && scene.page.folded(at).len() < 4 && !scene.page.folded(at).contains(['A', 'E', 'I', 'O', 'U', 'Y']) && scene.capital(next + 1) && scene.gap(next + 1) == Gap::Space && !hard(scene, next + 1) {
            at = next + 1;
            words += 1;
            given_only = false;
            continue;
        }
        // `Mme Zoé Mar-` and `chandot` on the next line, `M. TOUR-` and `NESOL`: a word that the line cut, or a double name.
        if (led || scene.given(first) && words > 1) && scene.is(next, "-") && gap == Gap::None && scene.gap(next + 1) == Gap::Line {
            let goes_on = match scene.shape(at) {
                Shape::Title => matches!(scene.shape(next + 1), Shape::Lower | Shape::Title),
                Shape::Upper => scene.shape(next + 1) == Shape::Upper,
                _ => false,
            };
            // `Mme Anne-` / `Sophie BRAN-` / `DOUILLET`: what was cut may be a given name, and the surname is cut too.
            if goes_on && scene.shape(next + 1) == Shape::Title && scene.given(next + 1) {
                at = next + 1;
                words += 1;
                continue;
            }
            // `Zou-` / `bir Hadd-` / `ouche`
            let other = next + 2;
            if goes_on && scene.capital(other) && scene.gap(other) == Gap::Space && scene.is(other + 1, "-") && scene.gap(other + 1) == Gap::None && scene.gap(other + 2) == Gap::Line {
                at = other;
                words += 1;
                continue;
            }
            if goes_on {
                return Some(next + 1);
            }
        }
        // `Mme MARIE-HELENE D ANGELO`: an apostrophe that was lost.
        if lead.civility && one_of!(scene.page.folded(next), "D" | "O") && scene.shape(next) == Shape::Initial && gap == Gap::Space && scene.gap(next + 1) == Gap::Space && scene.shape(next + 1) == Shape::Upper && scene.shape(at) == Shape::Upper && !hard(scene, next + 1) && !scene.ordinary(next + 1) {
            at = next + 1;
            words += 1;
            continue;
        }
        // `Jean- Pierre`, `DUPONT - MARTIN`
        if matches!(scene.page.folded(next), "-") && gap <= Gap::Space {
            let after = next + 1;
            // `Jean-` and `Baptiste` on the next line
            if gap == Gap::None && scene.gap(after) == Gap::Line && scene.shape(after) == Shape::Title && scene.given(at) && scene.given(after) {
                at = after;
                words += 1;
                continue;
            }
            // `M. J.-` and `P. Roux` on the next line
            let cut = scene.gap(after) == Gap::Line && gap == Gap::None && scene.is(at, ".") && scene.shape(after) == Shape::Initial && scene.is(after + 1, ".");
            if scene.capital(after) && (scene.gap(after) <= Gap::Space || cut) && (gap == Gap::None || scene.gap(after) == Gap::None) && !hard(scene, after) && !(scene.gap(after) == Gap::Space && scene.ordinary(after)) {
                at = after;
                words += 1;
                surname_done |= completes(scene, after, first);
                continue;
            }
            // `LE BIHAN - KERDONCUFF`
            let cased = matches!(scene.shape(at), Shape::Upper | Shape::Title) && scene.shape(after) == scene.shape(at);
            if lead.civility && gap == Gap::Space && scene.gap(after) == Gap::Space && cased && !hard(scene, after) && !scene.ordinary(after) && !scene.class(after).any(Class::PLACE.union(Class::PUBLIC_BODY).union(Class::COMPANY_FORM)) && scene.page.folded(after).len() > 2 {
                at = after;
                words += 1;
                continue;
            }
            break;
        }
        let strange = |t: usize| scene.capital(t) && !hard(scene, t) && !scene.ordinary(t) && scene.page.folded(t).len() > 2 && scene.block[t] == 0 && !scene.class(t).any(Class::PLACE.union(Class::PUBLIC_BODY).union(Class::COMPANY_FORM));
        // `M. Juan Zorkin y Bilko`, `Mme Zorkin e Bilko`: both parents' surnames in Spanish, Portuguese and Catalan.
        // No French word is `i`: any capital behind it is a surname.
        let catalan = scene.is(next, "I") && strange(at) && scene.shape(next + 1) == scene.shape(at) && !hard(scene, next + 1);
        let both = scene.gap(next + 1) == Gap::Space && (catalan || (led || scene.given(first) || words > 1 && strange(at)) && one_of!(scene.page.folded(next), "Y" | "E" | "I") && strange(next + 1));
        if gap == Gap::Space && scene.shape(next) == Shape::Lower && scene.page.document.original_at(next).is_ascii() && both {
            at = next + 1;
            words += 1;
            continue;
        }
        // `Mme Zorkin/Bilko`
        if scene.is(next, "/") && gap == Gap::None && lead.civility && scene.gap(next + 1) == Gap::None && strange(next + 1) {
            at = next + 1;
            words += 1;
            continue;
        }
        // `M. Tanguy (Zaki) Zorkin`
        if scene.is(next, "(") && gap == Gap::Space && lead.civility && given_only && scene.capital(next + 1) && scene.is(next + 2, ")") && scene.gap(next + 3) == Gap::Space && strange(next + 3) {
            at = next + 3;
            words += 1;
            continue;
        }
        // `Mme ZORKIN` / `BILKO a signé`: a surname of two over a line's end.
        if gap == Gap::Line && lead.civility && scene.shape(at) == Shape::Upper && scene.shape(next) == Shape::Upper && strange(next) && !scene.in_capitals(at) && (scene.shape(next + 1) == Shape::Lower && scene.gap(next + 1) == Gap::Space && lead.from > 0 && scene.shape(lead.from - 1) == Shape::Lower || scene.is(next + 1, ",") && scene.shape(next + 2) == Shape::Lower && scene.gap(next + 2) == Gap::Space && given_before(scene, first, at)) {
            at = next;
            words += 1;
            continue;
        }
        if scene.is(next, ",") && gap == Gap::None && lead.civility && !lead.plural && given_only && words < 5 && (scene.given(next + 1) || scene.is(next + 2, ",") && scene.given(next + 3) && !scene.ordinary(next + 1)) && scene.shape(next + 1) == Shape::Title && scene.gap(next + 1) == Gap::Space && scene.block[next + 1] == 0 {
            at = next + 1;
            words += 1;
            continue;
        }
        // `Madame Gouvikan, Xangrang, Bonvou Leukonr, née le 5 avril`
        if scene.is(next, ",") && gap == Gap::None && lead.civility && !lead.plural && words < 5 && scene.shape(at) == Shape::Title && born_behind(scene, next) {
            at = next + 1;
            words += 1;
            continue;
        }
        // `DAUGREILH Roger, Marie, 63 ans`
        if scene.is(next, ",") && gap == Gap::None && lead.any() && !lead.plural && words > 1 && scene.shape(first) == Shape::Upper && scene.shape(at) == Shape::Title && scene.given(at) && scene.shape(next + 1) == Shape::Title && scene.class(next + 1).any(Class::GIVEN_COMMON) && !scene.ordinary(next + 1) && scene.is(next + 2, ",") && scene.gap(next + 1) == Gap::Space {
            at = next + 1;
            words += 1;
            continue;
        }
        if gap >= Gap::Blank || gap == Gap::None && scene.kind(at) != TokenKind::Elision && !scene.is(at, ".") {
            break;
        }
        // A comma between given names of one person: `Madame Valérie, Odile, Jeanne NOM`.
        if gap >= Gap::Wide && !crosses(scene, next, given_only, lead) && !(first == at && strangers_cross(scene, first, next, lead)) {
            break;
        }
        // `BILKO` and `BILKO` on the next line: two parties of one surname.
        if gap >= Gap::Line && scene.page.tokens()[next].word == scene.page.tokens()[at].word {
            break;
        }
        // `Cédric Hervé` and `GROUPAMA ALPES` on the next line: a whole name, then another item.
        // `Maître Odile BILKO` and `Lucette ZORKIN, 4 rue` on the next.
        let set = scene.shape(at) == Shape::Upper && scene.shape(next) == Shape::Title && !scene.in_capitals(at);
        if gap >= Gap::Line && words >= 2 && (set || scene.class(at).any(Class::FAMILY) && scene.shape(at) == Shape::Title) && scene.shape(next + 1) == Shape::Upper && scene.gap(next + 1) <= Gap::Space {
            break;
        }
        let mut word = next;
        let mut particles = 0;
        while particles < 3
            && (scene.kind(word) == TokenKind::Elision && (one_of!(scene.page.folded(word), "D'" | "O'" | "DELL'") || one_of!(scene.page.folded(word), "L'" | "N'" | "M'") && (!(scene.shape(at) == Shape::Upper && scene.in_capitals(at)) || !scene.is(word, "L'") && !scene.ordinary(word + 1) && scene.gap(word + 1) == Gap::None))
                || scene.cue(word).any(Cue::PARTICLE) && scene.kind(word) == TokenKind::Word && !scene.is(word, "Y") && (scene.shape(word) != Shape::Initial))
            && (scene.gap(word + 1) <= Gap::Space || led && near(scene, first, word + 1) || lead.civility && scene.gap(word + 1) == Gap::Line && scene.capital(word) && scene.shape(word) != Shape::Lower || at == first && scene.gap(word + 1) == Gap::Line && scene.shape(word) == Shape::Lower && (scene.given(at) || short::foreign(scene, word)))
            && (scene.capital(word + 1) || scene.cue(word + 1).any(Cue::PARTICLE) || scene.kind(word + 1) == TokenKind::Elision)
        {
            word += 1;
            particles += 1;
        }
        // `Nazira Zorkat kyzy`: whose daughter or son, in Kyrgyz, Azeri, Kazakh.
        if words > 1 && gap == Gap::Space && scene.shape(next) == Shape::Lower && one_of!(scene.page.folded(next), "KYZY" | "UULU" | "OGLU" | "OGLY" | "KIZI" | "QIZI" | "OGHLU") {
            return Some(next);
        }
        // `Mai a Taaroa`: the Polynesian particle, where the verb would have no capital behind it.
        if particles == 0 && scene.is(next, "A") && scene.shape(next) == Shape::Lower && gap == Gap::Space && scene.capital(next + 1) && scene.gap(next + 1) == Gap::Space && polynesian(scene, at) && polynesian(scene, next + 1) {
            at = next + 1;
            words += 1;
            continue;
        }
        // `M. Zoé BILKO ZI Nord, 87000`: a zone opens the address.
        if one_of!(scene.page.folded(next), "ZI" | "ZA" | "ZAC" | "BP" | "CS" | "TSA") && scene.shape(next) == Shape::Upper && words > 1 && (scene.capital(next + 1) || scene.kind(next + 1) == TokenKind::Number) {
            break;
        }
        // `Gaud Bilko-Le Dû`: the second surname's article hangs on the first.
        let article = scene.page.folded(at).rsplit_once('-').is_some_and(|(_, half)| one_of!(half, "LE" | "LA" | "DE" | "DU" | "VAN" | "EL" | "BEN" | "AIT" | "OULD"));
        if article && scene.shape(at) != Shape::Lower && gap == Gap::Space && matches!(scene.shape(next), Shape::Title | Shape::Upper) && (words > 1 || lead.any()) && scene.block[next] == 0 {
            at = next;
            words += 1;
            continue;
        }
        // `A LEGUE A COLETTE BILKO LES PARCELLES`
        if scene.is(next, "LES") && scene.in_capitals(next) && scene.ordinary(next + 1) && !scene.class(next + 1).any(Class::FAMILY_COMMON) {
            break;
        }
        if particles > 0 && !particle_joins(scene, first, next, word, surname_done, lead) {
            break;
        }
        if !scene.capital(word) {
            break;
        }
        // `Philomène A., dont`, `avec Léa M. au lycée`: a letter that ends a name, be it a verb's or a civility's.
        let ends = scene.shape(word + 2) == Shape::Lower && scene.gap(word + 2) == Gap::Space || scene.gap(word + 2) <= Gap::Space && one_of!(scene.page.folded(word + 2), "," | "»" | ")" | ";" | ".");
        if given_only && particles == 0 && words == 1 && scene.given(at) && scene.shape(at) == Shape::Title && scene.shape(word) == Shape::Initial && scene.gap(word) == Gap::Space && scene.is(word + 1, ".") && scene.gap(word + 1) == Gap::None && ends {
            return Some(word);
        }
        // `11:52 - Sandra PL : encore`: letters of a surname before what somebody says.
        if given_only && words == 1 && particles == 0 && scene.given(at) && scene.shape(at) == Shape::Title && scene.shape(word) == Shape::Upper && scene.page.folded(word).len() < 4 && scene.gap(word) == Gap::Space && scene.is(word + 1, ":") {
            return Some(word);
        }
        // `Kelvin Da et`: a particle that is a surname.
        if given_only && words == 1 && scene.class(at).any(Class::GIVEN.union(Class::GIVEN_RARE)) && scene.shape(at) == Shape::Title && particles == 0 && one_of!(scene.page.folded(word), "DA" | "DO" | "DI" | "LE" | "LO" | "BEN" | "VAN") && scene.shape(word) == Shape::Title && scene.gap(word) == Gap::Space && (scene.shape(word + 1) == Shape::Lower && scene.gap(word + 1) == Gap::Space || one_of!(scene.page.folded(word + 1), "," | "." | ")")) {
            return Some(word);
        }
        // `M. Patrick Droit`: after a civility and a given name a heading's word is a surname.
        let surname = lead.civility && given_only && particles == 0 && words == 1 && (scene.shape(word) == Shape::Title || scene.shape(word) == Shape::Upper && scene.shape(at) == Shape::Title) && scene.gap(word) <= Gap::Space && scene.class(word).any(Class::FAMILY.union(Class::WORD)) && !scene.cue(word).any(Cue::OFFICE_OF_COURT.or(Cue::CIVILITY).or(Cue::MAITRE).or(Cue::KIN).or(Cue::BORN).or(Cue::COMPANY).or(Cue::COURT).or(Cue::DWELLING));
        // `Mme Marie-Galante SAMEDI`: capitals right behind a word in title case, be it a day.
        let surname = surname || lead.civility && particles == 0 && words == 1 && scene.shape(at) == Shape::Title && scene.shape(word) == Shape::Upper && scene.page.folded(word).len() > 2 && scene.gap(word) == Gap::Space && scene.shape(word + 1) != Shape::Upper && scene.cue(word).any(Cue::MONTH.or(Cue::DAY).or(Cue::NUMBER).or(Cue::STREET).or(Cue::OFFICER).or(Cue::ESTABLISHMENT)) && !scene.cue(word).any(Cue::OFFICE_OF_COURT.or(Cue::COMPANY).or(Cue::COURT).or(Cue::KIN));
        // `Mme Véronique DAL PONT, vice-procureure`
        let surname = surname || lead.civility && particles == 0 && words == 2 && scene.shape(first) == Shape::Title && scene.shape(at) == Shape::Upper && scene.shape(word) == Shape::Upper && scene.gap(word) == Gap::Space && scene.cue(word).any(Cue::STREET) && !scene.cue(word).any(Cue::COMPANY.or(Cue::COURT)) && (scene.is(word + 1, ",") || scene.shape(word + 1) == Shape::Lower);
        // `Dr Prudence DOCTEUR`, `M. C. SANS`: capitals after a title-case given name or an initial, whatever the word.
        let initialled = scene.is(at, ".") && scene.shape(at - 1) == Shape::Initial || scene.shape(at) == Shape::Initial;
        let surname = surname || lead.civility && particles == 0 && words <= 2 && scene.shape(word) == Shape::Upper && (scene.page.folded(word).len() > 2 || initialled && short::ends(scene, word)) && scene.gap(word) <= Gap::Space && (initialled || given_only && scene.shape(at) == Shape::Title && scene.cue(word).any(Cue::CIVILITY)) && !scene.cue(word).any(Cue::OFFICE_OF_COURT.or(Cue::COURT)) && !one_of!(scene.page.folded(word), "MADAME" | "MONSIEUR");
        // `M. J.-P. Lavande est parti`: a word that the prose never writes, and nothing that opens a sentence.
        let calendar = scene.cue(word).any(Cue::MONTH.or(Cue::DAY)) && (scene.kind(word + 1) != TokenKind::Number || scene.gap(word + 1) >= Gap::Line);
        let surname = surname || (lead.civility || lead.kin) && initialled && particles == 0 && words <= 2 && !scene.masked && matches!(scene.shape(word), Shape::Title | Shape::Upper) && scene.gap(word) == Gap::Space && scene.page.folded(word).len() > 3 && !scene.in_lower_case(word) && (!hard(scene, word) || calendar) && !one_of!(scene.page.folded(word + 1), "QUE" | "QU'");
        // `M. Joseph PAYET DIT PLANCHE`, `PEREIRA D'OR`: a name by which a family is called.
        let tells = one_of!(scene.page.folded(next + 1), "AVOIR" | "ETRE" | "POUVOIR" | "VOULOIR" | "VIVRE" | "CRAINDRE" | "IGNORER" | "SAVOIR" | "CONNAITRE");
        if scene.is(next, "DIT") && !tells && scene.shape(next) != Shape::Lower && scene.shape(next) == scene.shape(at) && gap == Gap::Space && scene.shape(next + 1) == scene.shape(at) && scene.gap(next + 1) == Gap::Space && (lead.civility || surname_done) && !scene.cue(next + 1).any(HARD) {
            at = next + 1;
            words += 1;
            continue;
        }
        // `Mme Zorkine MARI BILKO`: a word of kin in capitals that a surname begins with.
        let surname = surname || lead.civility && particles == 0 && words == 1 && scene.shape(at) == Shape::Title && scene.shape(word) == Shape::Upper && scene.gap(word) <= Gap::Line && scene.cue(word).any(Cue::KIN) && !scene.cue(word).any(Cue::BORN) && !one_of!(scene.page.folded(word), "EPOUSE" | "EPOUX" | "VEUVE" | "VEUF" | "EP" | "EPSE" | "VVE" | "DIVORCE" | "DIVORCEE" | "ALIAS" | "DIT" | "DITE" | "NOM" | "NEE") && scene.shape(word + 1) == Shape::Upper && scene.gap(word + 1) == Gap::Space && !scene.in_capitals(word) && !hard(scene, word + 1);
        // `M. Octave Conseil`: in title case right after the given name.
        let surname = surname || lead.civility && given_only && particles == 0 && words == 1 && scene.shape(at) == Shape::Title && scene.shape(word) == Shape::Title && scene.gap(word) <= Gap::Space && scene.cue(word).any(Cue::OFFICE_OF_COURT) && singular_office(scene, word);
        // `Alfred Juge expose`, `Lucie Palais, a vu`: a given name alone is what no judge is called.
        let surname = surname || given_only && particles == 0 && words == 1 && scene.given_strong(at) && scene.shape(at) == Shape::Title && scene.shape(word) == Shape::Title && scene.gap(word) == Gap::Space && (singular_office(scene, word) && scene.shape(word + 1) == Shape::Lower || scene.is(word + 1, ",") && (singular_office(scene, word) || scene.class(word).any(Class::FAMILY)) && capitals::acts(scene, word + 2));
        // `Rose-Marie Février`: French writes days and months in lower case.
        let surname = surname || given_only && particles == 0 && words == 1 && scene.shape(at) == Shape::Title && scene.shape(word) == Shape::Title && scene.gap(word) == Gap::Space && scene.cue(word).any(Cue::MONTH.or(Cue::DAY)) && scene.class(word).any(Class::FAMILY) && scene.kind(word + 1) != TokenKind::Number && !scene.starts_sentence(at);
        // `M. Jardin Février, représenté`: after a civility whatever the first name.
        let surname = surname || lead.civility && particles == 0 && words <= 2 && scene.shape(at) == Shape::Title && scene.shape(word) == Shape::Title && scene.gap(word) == Gap::Space && scene.cue(word).any(Cue::MONTH.or(Cue::DAY)) && !scene.cue(word).minus(Cue::MONTH.or(Cue::DAY)).any(HARD) && scene.kind(word + 1) != TokenKind::Number;
        // `M. Lapierre Gardien a été blessé`, `Mme Comte Major, épouse Blé`, `Mme Sy Vu épouse Sow`: no sentence goes on so behind a rank or a trade.
        let ranked = lead.civility && words <= 2 || lead.office == Some(Role::Officer) && given_only && words == 1;
        let surname = surname || ranked && particles == 0 && scene.shape(at) == Shape::Title && scene.shape(word) == Shape::Title && scene.gap(word) == Gap::Space && ranked_surname(scene, word) && named_behind(scene, word);
        // `M. Karim Barreau a signé`, `Mme Anne Sas, née en 1980`: any surname that a verb, a birth or a mark follows.
        let surname = surname || lead.civility && particles == 0 && words == 1 && matches!(scene.shape(word), Shape::Title | Shape::Upper) && scene.gap(word) == Gap::Space && scene.class(word).any(Class::FAMILY.union(Class::GIVEN)) && named_behind(scene, word) && (!scene.cue(word).any(Cue::CIVILITY.or(Cue::MAITRE).or(Cue::BORN).or(Cue::PARTY_LABEL).or(Cue::JUDGE).or(Cue::LAWYER).or(Cue::PROSECUTOR)) || scene.is(word, "MAITRE"));
        // `M. Gwendal LE DU,`: a Breton's name of two short words.
        if lead.civility && particles > 0 && words <= 2 && scene.shape(at) == Shape::Title && scene.shape(next) == Shape::Upper && scene.shape(word) == Shape::Upper && (next..=word).all(|t| short::two(scene, t)) && short::ends(scene, word) {
            at = word;
            words += 2;
            continue;
        }
        // `MME FLORA PORTO, PROPRIETAIRE`, `M. BENOIT CONTENT, CURATEUR`: among capitals a comma ends a name, and no verb.
        let surname = surname || lead.civility && given_only && particles == 0 && words == 1 && scene.in_capitals(word) && scene.shape(word) == Shape::Upper && scene.gap(word) == Gap::Space && scene.is(word + 1, ",") && scene.page.folded(word).len() > 3 && !scene.cue(word).minus(Cue::MONTH.or(Cue::DAY).or(Cue::OFFICER).or(Cue::STREET).or(Cue::ESTABLISHMENT)).any(HARD);
        // `M. SAMIR OU`, `X se disant Khalil OU`: two capitals that end a name, whatever the word.
        let surname = surname || ((lead.civility || lead.tie || lead.office.is_some()) && given_only || lead.civility && scene.shape(at) == Shape::Title) && particles == 0 && words == 1 && scene.shape(word) == Shape::Upper && scene.page.folded(word).len() == 2 && scene.gap(word) == Gap::Space && short::ends(scene, word);
        // `Aurélien JUGE,`, `Rosan Hildevert DIMANCHE`: capitals after given names in title case, an office in the singular or a day.
        let surname = surname || given_only && particles == 0 && words <= 3 && scene.shape(at) == Shape::Title && scene.given_strong(first) && scene.shape(word) == Shape::Upper && scene.gap(word) == Gap::Space && !scene.capital(word + 1)
            && (singular_office(scene, word) || scene.cue(word).any(Cue::DAY.or(Cue::MONTH)) || scene.class(word).any(Class::FAMILY) && !scene.cue(word).any(Cue::COURT.or(Cue::COMPANY).or(Cue::CIVILITY).or(Cue::MAITRE).or(Cue::LAW_FIRM)))
            && scene.kind(word + 1) != TokenKind::Number;
        // `Me Vaitiare MAI, qui`
        let surname = surname || (lead.civility || lead.maitre) && particles == 0 && words == 1 && scene.shape(at) == Shape::Title && scene.shape(word) == Shape::Upper && scene.gap(word) == Gap::Space && scene.cue(word).any(Cue::MONTH.or(Cue::DAY)) && scene.kind(word + 1) != TokenKind::Number;
        // `M. Jean-Baptiste de la Cour, conseil`
        let surname = surname || lead.civility && given_only && particles > 0 && scene.shape(word) == Shape::Title && one_of!(scene.page.folded(word + 1), "," | "." | ")" | ";");
        // `Mme Badis Le Bail`: an article with a capital opens a surname, whatever the word.
        let surname = surname || lead.civility && particles == 1 && one_of!(scene.page.folded(next), "LE" | "LA") && scene.shape(next) == Shape::Title && scene.shape(word) == Shape::Title && !scene.cue(word).any(Cue::OFFICE_OF_COURT.or(Cue::COURT).or(Cue::OFFICE).or(Cue::PARTY_LABEL));
        // `Blaise MARÉCHAL`: capitals after a given name.
        // `Mme Kelly GREFFE`, `Me Lise PAGE`: capitals that end a name behind a title-case given name, whatever the word.
        let named = given_only && words == 1 || lead.civility && words <= 2 && !scene.in_lower_case(at);
        let surname = surname || lead.strong() && named && particles == 0 && scene.shape(at) == Shape::Title && scene.shape(word) == Shape::Upper && scene.page.folded(word).len() > 2 && scene.gap(word) == Gap::Space && short::ends(scene, word) && !scene.is(word + 1, ":") && (!scene.cue(word).any(Cue::MAITRE) || scene.is(word, "MAITRE")) && !scene.cue(word).any(Cue::CIVILITY.or(Cue::KIN).or(Cue::BORN).or(Cue::DWELLING).or(Cue::COMPANY).or(Cue::JUDGE).or(Cue::LAWYER).or(Cue::PROSECUTOR).or(Cue::PARTY_LABEL).or(Cue::LAW_FIRM));
        // `acquis par Wendy BARREAU, laquelle`: capitals right behind a given name alone, in prose, and nothing of theirs.
        let surname = surname || given_only && particles == 0 && words == 1 && scene.given_strong(at) && scene.shape(at) == Shape::Title && scene.shape(word) == Shape::Upper && !scene.in_capitals(word) && scene.page.folded(word).len() > 3 && scene.gap(word) == Gap::Space && (scene.is(word + 1, ",") || scene.shape(word + 1) == Shape::Lower && scene.gap(word + 1) == Gap::Space) && !one_of!(scene.page.folded(word + 1), "DE" | "DU" | "DES" | "D'" | "AU" | "AUX" | "A") && (!scene.cue(word).any(Cue::COURT) || one_of!(scene.page.folded(word), "BARREAU" | "PARQUET")) && !scene.cue(word).any(Cue::CIVILITY.or(Cue::MAITRE).or(Cue::COMPANY).or(Cue::BORN).or(Cue::KIN).or(Cue::LAW_FIRM).or(Cue::PARTY_LABEL).or(Cue::DWELLING));
        // `son frère Ly Vu, témoin`
        let surname = surname || lead.strong() && particles == 0 && words == 1 && (scene.shape(at) == Shape::Title && short::two(scene, at) || scene.shape(at) == Shape::Initial) && scene.shape(word) == Shape::Title && short::two(scene, word) && (scene.kind(word + 1) == TokenKind::Symbol || scene.gap(word + 1) >= Gap::Line);
        // `M. Luc` / `FRÈRE,`
        let surname = surname || particles == 0 && words == 1 && carried_over(scene, word, lead);
        let surname = surname || particles == 0 && (given_only || words == 1 && scene.class(at).any(Class::GIVEN)) && (lead.civility || one_of!(scene.page.folded(lead.from), "DAME" | "DEMOISELLE")) && capitals::surname(scene, word);
        // `| Prénoms | Zorka Marie Avril |`
        let surname = surname || given_only && particles == 0 && scene.given(at) && scene.shape(at) == Shape::Title && scene.shape(word) == Shape::Title && scene.gap(word) == Gap::Space && scene.cue(word).any(Cue::MONTH) && scene.class(word).any(Class::GIVEN) && crate::context::is_bar(scene.page, word + 1);
        // `Jordan NGUYEN VAN`: particles of Vietnam that end a name.
        let surname = surname || particles == 0 && words <= 3 && one_of!(scene.page.folded(word), "VAN" | "THI") && scene.shape(word) == Shape::Upper && scene.shape(at) == Shape::Upper && !scene.in_capitals(at) && scene.gap(word) == Gap::Space && !scene.capital(word + 1);
        // `PEREIRA D'OR`
        let surname = surname || particles == 1 && scene.kind(next) == TokenKind::Elision && scene.is(next, "D'") && scene.shape(at) == Shape::Upper && scene.shape(word) == Shape::Upper && short::two(scene, word) && short::ends(scene, word);
        // `Moïse OH est le marin`, `Hakim Vu, confirmant`, `Enora BEC VU,`: a surname of two letters that ends a name behind a given one.
        // `le docteur Ngoc Diep VU, consultée`
        let told = (lead.any() || lead.office.is_some()) && words < 3 && scene.shape(at) == Shape::Title && !scene.ordinary(at) && scene.shape(word) == Shape::Upper;
        let called = told || given_only && words == 1 && scene.given_strong(at) && scene.shape(at) == Shape::Title || words == 2 && scene.given_strong(first) && scene.shape(first) == Shape::Title && scene.shape(at) == Shape::Upper && scene.shape(word) == Shape::Upper;
        let surname = surname || called && particles == 0 && matches!(scene.shape(word), Shape::Upper | Shape::Title) && scene.page.folded(word).len() == 2 && (told && !scene.class(word).any(Class::COMPANY_FORM) || scene.class(word).any(Class::FAMILY)) && !scene.cue(word).any(Cue::PARTICLE.or(Cue::ARTICLE).or(Cue::CIVILITY).or(Cue::MAITRE)) && !scene.in_capitals(word) && scene.gap(word) == Gap::Space && short::ends(scene, word);
        // `Joseph VON DER AU`
        let surname = surname || particles > 0 && short::foreign(scene, word - 1) && short::two(scene, word);
        let surname = surname || particles == 0 && words == 1 && capitals::month_after(scene, at, word);
        let surname = surname || particles == 0 && words == 1 && scene.given(at) && scene.shape(at) == Shape::Title && scene.shape(word) == Shape::Upper && scene.class(word).any(Class::FAMILY) && scene.gap(word) <= Gap::Space && !scene.cue(word).any(Cue::OFFICE_OF_COURT.or(Cue::COURT).or(Cue::COMPANY).or(Cue::STOP).or(Cue::PARTY_LABEL).or(Cue::CIVILITY).or(Cue::KIN).or(Cue::BORN).or(Cue::LAW_FIRM));
        let surname = surname || words == 1 && particles == 0 && jean(scene, at, word);
        // `M. PATRICK DROIT`, `Madame BADIS LE BAIL`: capitals behind a civility and a given name in prose that has other letters, whatever the word.
        let surname = surname || lead.civility && words == 1 && (given_only || scene.class(at).any(Class::GIVEN_RARE)) && set_surname(scene, at, next, word);
        // `M. Saturnin LE MARÉCHAL`: capitals behind a given name in title case, be they a rank.
        let surname = surname || lead.civility && words == 1 && particles == 1 && one_of!(scene.page.folded(next), "LE" | "LA") && scene.shape(at) == Shape::Title && scene.shape(next) == Shape::Upper && scene.shape(word) == Shape::Upper && scene.gap(word) == Gap::Space && !scene.in_capitals(word) && !scene.capital(word + 1) && !scene.cue(word).any(Cue::PARTY_LABEL.or(Cue::CIVILITY).or(Cue::COURT).or(Cue::COMPANY));
        let noble = particles > 0 && (noble(scene, first, next, word) || set_noble(scene, first, next, word) || set_behind_given(scene, first, next, word, lead));
        let surname = surname || noble;
        if !scene.capital(word) || hard(scene, word) && !surname || scene.block[word] & (FIRM | TAKEN) != 0 || placeholder(scene, word) {
            break;
        }
        if scene.block[word] & (STREET | COMPANY | COURT) != 0 && !lead.civility && !(noble && (scene.block[word] == STREET || lead.maitre)) {
            break;
        }
        if scene.is(word, "M") && (scene.is(word + 1, ".") || scene.capital(word + 1)) || scene.cue(word).any(Cue::CIVILITY.or(Cue::MAITRE)) && !surname {
            break;
        }
        if scene.shape(word) == Shape::Dotted && scene.page.folded(word).len() > 3 {
            break;
        }
        if particles == 0 && !surname && !joins(scene, first, at, word, surname_done, words, led) {
            break;
        }
        at = word;
        words += 1;
        given_only &= scene.given(word);
        surname_done |= completes(scene, word, first);
    }
    Some(at)
}

/// `Puis Zorka Bilko`, `Malgré Zorka Bilko`, `Finalement Zorka Bilko`: a word that begins a sentence and nobody is called.
fn opens_sentence(scene: &Scene, at: usize) -> bool {
    let folded = scene.page.folded(at);
    let manner = folded.len() > 8 && folded.ends_with("MENT") && scene.class(at).any(Class::WORD) && !scene.class(at).any(Class::GIVEN.union(Class::FAMILY));
    manner || OPENERS.contains(&folded)
}

/// What letters say of somebody's post, between its noun and the name.
pub(super) const LETTERS: [&str; 23] = ["CSE", "CHSCT", "DRH", "PDG", "DG", "CGT", "CFDT", "CFTC", "UNSA", "SNCF", "RATP", "EDF", "QSE", "HSE", "ASH", "IDE", "AESH", "ATSEM", "CPE", "SPIP", "ASE", "PJJ", "UDAF"];

/// Adverbs, prepositions and verbs of court that begin a sentence right before a name. Those that lead to a name are cues.
const OPENERS: [&str; 68] = [
    "PUIS", "MALGRE", "ENSUITE", "CEPENDANT", "TOUTEFOIS", "NEANMOINS", "DESORMAIS", "AUJOURD'HUI", "ICI", "MAINTENANT", "SOUDAIN", "BREF", "CERTES", "AUSSI", "AUSSITOT", "PEUT-ETRE", "JAMAIS", "TOUJOURS", "SOUVENT", "MOYENNANT", "NONOBSTANT", "SUIVANT", "PARFOIS", "SURTOUT",
    "DERRIERE", "VOICI", "VOILA", "POURQUOI", "COMMENT", "OUTRE", "HORMIS", "EXCEPTE", "CONCERNANT", "QUANT", "QUAND", "ENFIN", "HIER", "DEMAIN", "SAUF", "PENDANT", "OR", "SEUL", "SEULE", "SEULS", "SEULES", "MEME", "ENCORE", "DEJA", "PRESQUE", "CERTAINS", "PLUSIEURS",
    "JADIS", "NAGUERE", "AUTREFOIS", "TANTOT", "BIENTOT", "QUELQUEFOIS", "PARTOUT", "AILLEURS", "DEDANS", "DEHORS", "PARMI", "ETANT", "AYANT", "VOYANT", "ENTENDU", "ENTENDUE", "DURANT",
];

/// `K. van den Zork`, `N. C. N'Zorka`, `D. de La Zorka`: behind a letter and its dot, a surname whose particle is no French word, or that is none of the language.
fn foreign_behind(scene: &Scene, at: usize) -> bool {
    let particle = |t: usize| scene.kind(t) == TokenKind::Elision || scene.cue(t).any(Cue::PARTICLE);
    let Some(word) = (at + 1..at + 4).find(|&t| !particle(t)).filter(|_| particle(at)) else { return false };
    let strange = !scene.ordinary(word) && !scene.class(word).any(Class::PLACE.union(Class::COUNTRY).union(Class::REGION).union(Class::PUBLIC_BODY).union(Class::COMPANY_FORM));
    let elided = one_of!(scene.page.folded(word - 1), "N'" | "M'" | "O'") && scene.shape(word - 1) != Shape::Lower;
    let foreign = elided || (at..word).all(|t| short::foreign(scene, t));
    let joined = (at + 1..=word).all(|t| scene.gap(t) == Gap::Space || scene.kind(t - 1) == TokenKind::Elision);
    scene.capital(word) && scene.page.folded(word).len() > 2 && !hard(scene, word) && joined && (foreign || strange && !one_of!(scene.page.folded(at), "LE" | "LA" | "LES" | "L'"))
}

/// `M. LE SECRÉTAIRE GÉNÉRAL`, `Mme LA RECTRICE DE L'ACADÉMIE`, `Mme LA MAIRE`: who holds an office, without a name; a surname's article is masculine,
/// and who bears one (`M. LE RECEVEUR`) does more than hold it.
fn official(scene: &Scene, first: usize, lead: &Lead) -> bool {
    let office = scene.page.folded(first + 1);
    let his = one_of!(office, "SECRETAIRE" | "COMPTABLE" | "TRESORIER" | "PERCEPTEUR" | "INSPECTEUR" | "PROVISEUR" | "ADMINISTRATEUR" | "COMMISSAIRE" | "RECTEUR" | "CONTROLEUR");
    let hers = one_of!(office, "RECTRICE" | "MAIRE" | "DIRECTRICE" | "MINISTRE" | "TRESORIERE" | "COMPTABLE" | "PREFETE" | "PREFET" | "PRESIDENTE" | "PROCUREURE" | "PROCUREUR" | "SECRETAIRE" | "PRINCIPALE" | "PROVISEURE" | "INSPECTRICE" | "GOUVERNEURE" | "CHEFFE" | "BATONNIERE" | "DOYENNE" | "COMMISSAIRE" | "GREFFIERE" | "JUGE" | "CONSEILLERE" | "ADJOINTE" | "RECEVEUSE" | "ADMINISTRATRICE" | "INTENDANTE");
    let set = scene.shape(first) == Shape::Upper && scene.shape(first + 1) == Shape::Upper && scene.gap(first + 1) == Gap::Space;
    let behind = first + 2 + usize::from(scene.is(first + 2, ","));
    let lives = scene.page.is_birth(behind) || scene.cue(behind).any(Cue::DWELLING);
    lead.civility && set && !lives && (scene.is(first, "LE") && his || scene.is(first, "LA") && hers)
}

/// Two spaces where a typist who doubles them put one: `Mme  GWENOLA  LE  BIHAN`; up to four where the civility stands as far from
/// the name: `M.    BOULAY   Félicien`. Columns stand further apart.
fn near(scene: &Scene, first: usize, at: usize) -> bool {
    let tokens = scene.page.tokens();
    let spaces = || tokens[at].span.start - tokens[at - 1].span.end;
    scene.gap(at) == Gap::Wide && at < tokens.len() && !scene.cue(at).any(Cue::LABEL) && (spaces() == 2 || spaces() < 5 && scene.gap(first) == Gap::Wide)
}

/// A word of the Polynesian alphabet that is none of the language: no consonant but f, h, m, n, p, r, t, v, and a vowel at the end.
pub(super) fn polynesian(scene: &Scene, at: usize) -> bool {
    let folded = scene.page.folded(at);
    folded.len() > 2 && folded.bytes().all(|b| matches!(b, b'A' | b'E' | b'I' | b'O' | b'U' | b'F' | b'H' | b'M' | b'N' | b'P' | b'R' | b'T' | b'V')) && folded.ends_with(['A', 'E', 'I', 'O', 'U']) && !scene.in_lower_case(at) && scene.capital(at)
}

/// `SEPTEMBRE Loïc`, `DEUX Jean`: a month or a number in capitals beside a given name is a surname, but in `LE 12 MARS Jean`.
pub(super) fn listed_pair(scene: &Scene, at: usize) -> bool {
    let given = at + 1;
    // `MAIRE Paul`: a surname that is a noun of persons, where no article makes it one.
    let noun = scene.shape(at) == Shape::Upper
        && scene.class(at).any(Class::FAMILY_COMMON)
        && !scene.cue(at).any(Cue::ARTICLE.or(Cue::CIVILITY).or(Cue::MAITRE).or(Cue::COMPANY).or(Cue::STATUTE).or(Cue::COMPOSITION))
        && !(at > 0 && scene.gap(at) <= Gap::Space && (scene.cue(at - 1).any(Cue::ARTICLE.or(Cue::CIVILITY)) || scene.is(at - 1, ".")))
        && scene.gap(given) == Gap::Space
        && scene.shape(given) == Shape::Title
        && scene.class(given).any(Class::GIVEN_COMMON)
        && !scene.ordinary(given)
        && (scene.gap(given + 1) >= Gap::Line || scene.kind(given + 1) == TokenKind::Symbol || scene.shape(given + 1) == Shape::Lower);
    noun || scene.shape(at) == Shape::Upper
        && !scene.cue(at).minus(Cue::MONTH.or(Cue::NUMBER).or(Cue::DAY)).any(HARD)
        && !(scene.cue(at).any(Cue::MONTH) && at > 0 && (scene.kind(at - 1) == TokenKind::Number || scene.cue(at - 1).any(Cue::NUMBER.or(Cue::DAY).or(Cue::ARTICLE))))
        && scene.gap(given) == Gap::Space
        && scene.shape(given) == Shape::Title
        && (scene.class(given).any(Class::GIVEN) || !scene.ordinary(given) && scene.page.folded(given).len() > 3 && !scene.class(given).any(Class::PLACE.union(Class::COUNTRY).union(Class::REGION)))
        && !scene.cue(given).any(HARD)
}

/// `ESCOFFIER, Marius, Jean, né le`: the surname in capitals, a comma, given names, then the birth, the dwelling or the line's end.
fn surname_first(scene: &Scene, first: usize, lead: &Lead) -> Option<usize> {
    let opens = scene.gap(first) >= Gap::Line || lead.civility || lead.label;
    // `CHUNG TIEN, Li Sha`
    let mut surname = first;
    while lead.civility && surname < first + 2 && scene.shape(surname + 1) == Shape::Upper && scene.gap(surname + 1) == Gap::Space {
        surname += 1;
    }
    if !opens || scene.shape(first) != Shape::Upper || !scene.is(surname + 1, ",") || scene.class(first).any(Class::PUBLIC_BODY.union(Class::COMPANY_FORM)) || lead.plural {
        return None;
    }
    let mut last = surname;
    let given = |at: usize| scene.class(at).any(Class::GIVEN) || lead.civility && scene.class(at).any(Class::GIVEN_RARE) && !scene.class(at).any(Class::PLACE);
    while scene.is(last + 1, ",") && scene.gap(last + 2) == Gap::Space && scene.shape(last + 2) == Shape::Title && given(last + 2) && last < first + 8 {
        last += 2;
        while scene.gap(last + 1) == Gap::Space && scene.shape(last + 1) == Shape::Title && (given(last + 1) || lead.civility && !scene.ordinary(last + 1) && !scene.class(last + 1).any(Class::PLACE)) {
            last += 1;
        }
    }
    let behind = if scene.is(last + 1, ",") { last + 2 } else { last + 1 };
    let ends = scene.gap(behind) >= Gap::Line || scene.cue(behind).any(Cue::BORN.or(Cue::DWELLING)) || lead.civility && scene.shape(behind) == Shape::Lower;
    (last > surname && ends).then_some(last)
}

/// `M. Juge, facteur`, `Mme Président a saisi`: a title has an article, `M. le juge`; a surname has none.
fn office_as_surname(scene: &Scene, at: usize, lead: &Lead) -> bool {
    let abbreviated = at > 0 && (scene.is(at - 1, ".") || one_of!(scene.page.folded(at - 1), "MME" | "MM" | "MLLE" | "MMES" | "M") || lead.plural && scene.is(at - 1, "ET"));
    // `Monsieur PREFET Armand`: a title has its article.
    let surname = scene.shape(at) == Shape::Upper && scene.shape(at + 1) == Shape::Title && scene.given_strong(at + 1) && scene.gap(at + 1) == Gap::Space && !scene.capital(at + 2) && at > 0 && scene.cue(at - 1).any(Cue::CIVILITY);
    if lead.civility && surname && singular_office(scene, at) {
        return true;
    }
    // `M. Greffier Alassane`
    let given = scene.shape(at + 1) == Shape::Title && scene.given_strong(at + 1) && !scene.capital(at + 2);
    lead.civility && abbreviated && scene.shape(at) == Shape::Title && singular_office(scene, at) && (!scene.capital(at + 1) || given) && !scene.is(at + 1, ":")
}

/// True when title-case words and commas alone stand between the comma at `comma` and a birth: given names, not other persons.
fn born_behind(scene: &Scene, comma: usize) -> bool {
    let inside = |at: usize| scene.is(at, ",") || scene.shape(at) == Shape::Title && scene.block[at] == 0 && !scene.cue(at).minus(Cue::MONTH.or(Cue::DAY)).any(HARD);
    let mut at = comma + 1;
    while at < comma + 10 && inside(at) && scene.gap(at) <= Gap::Line {
        at += 1;
    }
    at > comma + 1 && scene.page.is_birth(at) && scene.gap(at) <= Gap::Line
}

/// A word of the army, the police, a trade or the grammar that is some people's surname.
fn ranked_surname(scene: &Scene, at: usize) -> bool {
    let cue = scene.cue(at);
    let trade = cue.any(Cue::OFFICER.or(Cue::HONOUR).or(Cue::BAILIFF).or(Cue::NOTARY).or(Cue::APPELLATION).or(Cue::ESTABLISHMENT).or(Cue::STREET));
    (trade || cue.any(Cue::PERSON_NOUN) || short::two(scene, at)) && !cue.any(Cue::CIVILITY.or(Cue::MAITRE).or(Cue::JUDGE).or(Cue::CLERK).or(Cue::PROSECUTOR).or(Cue::LAWYER).or(Cue::COURT).or(Cue::COMPANY).or(Cue::KIN).or(Cue::BORN).or(Cue::PARTY_LABEL).or(Cue::LAW_FIRM).or(Cue::OFFICE))
}

/// True when what follows the word goes on with somebody named: `épouse`, `née`, `qui`, a verb.
fn named_behind(scene: &Scene, at: usize) -> bool {
    let next = at + 1 + usize::from(scene.is(at + 1, ","));
    let tie = scene.cue(next).any(Cue::BORN.or(Cue::DWELLING)) || one_of!(scene.page.folded(next), "EPOUSE" | "VEUVE" | "DIVORCEE" | "QUI");
    let verb = next == at + 1 && one_of!(scene.page.folded(next), "A" | "EST" | "AVAIT" | "ETAIT" | "SOUTIENT" | "DEMANDE" | "CONTESTE" | "NE" | "N'" | "SE" | "S'" | "DOIT" | "EXPOSE");
    let ends = one_of!(scene.page.folded(at + 1), "," | "." | ";" | ")") || scene.is(at + 1, "ET") && scene.cue(at + 2).any(Cue::CIVILITY);
    ends || scene.shape(next) == Shape::Lower && scene.gap(next) <= Gap::Blank && (tie || verb && scene.gap(next) <= Gap::Space)
}

/// An office in the singular whose word may be a surname.
fn singular_office(scene: &Scene, at: usize) -> bool {
    let cue = scene.cue(at);
    cue.any(Cue::OFFICE_OF_COURT.or(Cue::OFFICE)) && !cue.any(Cue::CIVILITY.or(Cue::MAITRE).or(Cue::COURT)) && !scene.page.folded(at).ends_with('S') && !scene.page.folded(at).contains('-')
        && !(scene.cue(at + 1).any(Cue::RANK) || one_of!(scene.page.folded(at + 1), "GENERAL" | "GENERALE" | "DE" | "DU" | "DES" | "D'" | "RAPPORTEUR"))
}

/// The capitalised words of a form's line, and the commas between given names.
fn field(scene: &Scene, first: usize) -> usize {
    let mut last = first;
    let mut at = first + 1;
    while at < first + 10 && scene.gap(at) <= Gap::Space {
        if scene.capital(at) {
            last = at;
        } else if !(one_of!(scene.page.folded(at), "," | "-" | "'") || scene.kind(at) == TokenKind::Elision || scene.cue(at).any(Cue::PARTICLE)) {
            break;
        }
        at += 1;
    }
    last
}

/// True when the word at `at` ends a surname: upper case after title case, or no given name after one.
fn completes(scene: &Scene, at: usize, first: usize) -> bool {
    if at == first {
        return false;
    }
    let title_before = (first..at).any(|t| scene.shape(t) == Shape::Title && scene.given(t));
    title_before && (scene.shape(at) == Shape::Upper || !scene.given(at))
}

/// `Anne de La Motte`, `Jean de la Croix`: behind a given name a capital article, or a surname, makes a name of what a commune or a street is called too.
pub(super) fn noble(scene: &Scene, first: usize, particle: usize, word: usize) -> bool {
    let articled = first + 1 == particle && word == particle + 2 && scene.is(particle, "DE") && scene.shape(particle) == Shape::Lower && scene.is(particle + 1, "LA") && (particle..=word).all(|t| scene.gap(t) == Gap::Space || t > particle && scene.gap(t) == Gap::Line) && scene.shape(word) == Shape::Title;
    let class = scene.class(word);
    let body = Class::PLACE_BIG.union(Class::COUNTRY).union(Class::REGION).union(Class::PUBLIC_BODY).union(Class::COMPANY_FORM);
    articled
        && scene.block[first] == 0
        && (scene.given_strong(first) && !scene.in_lower_case(first) || scene.shape(particle + 1) == Shape::Title && scene.class(first) == Class::default() && !scene.ordinary(first))
        && (scene.shape(particle + 1) == Shape::Title || class.any(Class::FAMILY) && !scene.in_lower_case(word))
        && !class.any(Class::COUNTRY.union(Class::PUBLIC_BODY).union(Class::COMPANY_FORM))
        && !scene.cue(word).minus(Cue::STREET).any(HARD)
        && scene.page.phrase(particle + 1, body).is_none()
}

/// `M. Zorko PASSERAT de LA CHAPELLE`, `Odile ROY de LACHAISE`: so a text that sets surnames in capitals writes no town.
fn set_noble(scene: &Scene, first: usize, particle: usize, word: usize) -> bool {
    let body = Class::PLACE_BIG.union(Class::COUNTRY).union(Class::REGION).union(Class::PUBLIC_BODY).union(Class::COMPANY_FORM);
    scene.shape(first) == Shape::Title
        && scene.given(first)
        && first < particle - 1
        && scene.shape(particle - 1) == Shape::Upper
        && scene.shape(word) == Shape::Upper
        && !scene.in_capitals(word)
        && scene.page.folded(word).len() > 4
        && !scene.class(word).any(body)
        && (!scene.cue(word).any(HARD) || scene.is(word - 1, "LA"))
}

/// `le docteur Jean-Hugues de MÉRÉ`, `Maître Foulques de LA CELLE`: capitals behind given names and a particle, be they a town's.
fn set_behind_given(scene: &Scene, first: usize, particle: usize, word: usize, lead: &Lead) -> bool {
    let articled = one_of!(scene.page.folded(word - 1), "LA" | "LE") && scene.shape(word - 1) == Shape::Upper;
    let given = |at: usize| scene.shape(at) == Shape::Title && (scene.given(at) || !scene.ordinary(at) || articled) || scene.is(at, "-");
    let title = (first.saturating_sub(2)..first).any(|at| scene.cue(at).any(Cue::CIVILITY.or(Cue::MAITRE)) || one_of!(scene.page.folded(at), "DOCTEUR" | "DOCTEURE" | "PROFESSEUR" | "PROFESSEURE" | "DR" | "PR" | "MAITRE"));
    (lead.civility || lead.maitre || title) && first < particle && (first..particle).all(given) && one_of!(scene.page.folded(particle), "DE" | "D'" | "DU" | "DES") && scene.shape(word) == Shape::Upper && scene.page.folded(word).len() > 2 && !scene.in_capitals(word) && !scene.class(word).any(Class::COMPANY_FORM.union(Class::PUBLIC_BODY)) && !scene.cue(word).any(Cue::COURT.or(Cue::COMPANY).or(Cue::OFFICE_OF_COURT))
}

/// What the dictionary says of people's names alone.
const PERSONS: Class = Class::GIVEN.union(Class::GIVEN_COMMON).union(Class::GIVEN_RARE).union(Class::GIVEN_F).union(Class::GIVEN_M).union(Class::FAMILY).union(Class::FAMILY_COMMON);

/// A particle after the name so far: `de Larosière` joins, `de Total`, `de Paris` after a whole name do not.
fn particle_joins(scene: &Scene, first: usize, particle: usize, word: usize, surname_done: bool, lead: &Lead) -> bool {
    if scene.kind(particle) == TokenKind::Elision && matches!(scene.page.folded(particle), "L'") && scene.shape(particle) == Shape::Lower {
        return false;
    }
    let lower = scene.shape(particle) == Shape::Lower;
    let folded = scene.page.folded(particle);
    // `QUE MONSIEUR BILKO AIT QUITTE LES LIEUX`
    if folded == "AIT" && scene.in_capitals(particle) && scene.ordinary(word) {
        return false;
    }
    // `M. J. de Zorka`, `Mme A.-L. d'Orvaz`
    let letters = !scene.masked && (scene.is(particle - 1, ".") && scene.shape(particle - 2) == Shape::Initial || scene.shape(particle - 1) == Shape::Dotted && scene.page.folded(particle - 1).len() == 2);
    let initialled = (lead.civility || lead.kin) && letters;
    if initialled && one_of!(folded, "DE" | "DU" | "DES" | "D'") && (Gap::Space..=Gap::Line).contains(&scene.gap(particle)) && scene.capital(word) && !scene.in_lower_case(word) && !scene.class(word).any(Class::COUNTRY.union(Class::COMPANY_FORM)) && !scene.cue(word).any(HARD) {
        return true;
    }
    if letters && foreign_behind(scene, particle) {
        return true;
    }
    if lower && one_of!(folded, "LE" | "LA" | "LES" | "ST" | "SAINT") {
        // `M. Hakim le Roux`, but not `M. Hakim le 3 mai`.
        let name = scene.class(word).any(Class::FAMILY) || !scene.ordinary(word) && scene.cue(word) == Cue::NONE && folded == "LE";
        return lead.civility && !surname_done && (scene.given(first) || !scene.ordinary(first)) && scene.shape(word) == Shape::Title && name;
    }
    let evidence = scene.evidence(word);
    let class = scene.class(word);
    if noble(scene, first, particle, word) {
        return true;
    }
    let foreign = !one_of!(folded, "DE" | "DU" | "DES" | "D'" | "LA" | "LE" | "LES" | "L'");
    if foreign {
        return true;
    }
    if !lower {
        return true;
    }
    if set_noble(scene, first, particle, word) || set_behind_given(scene, first, particle, word, lead) {
        return true;
    }
    if evidence.article > 0 && evidence.civility == 0 || evidence.company > 0 {
        return false;
    }
    // `que Zorka du Bilko est responsable`, `Zorka Bilko de la Zorkie`: of no dictionary, or names.
    let strange = |at: usize| scene.shape(at) == Shape::Title && PERSONS.union(scene.class(at)) == PERSONS && scene.cue(at) == Cue::NONE && !scene.ordinary(at) && scene.page.folded(at).len() > 3;
    if one_of!(folded, "DU" | "DE" | "D'") && (first + 1..first + 3).contains(&particle) && (first..particle).all(strange) && strange(word) {
        return true;
    }
    let placed = class.any(Class::PLACE_BIG.union(Class::COUNTRY).union(Class::REGION).union(Class::COMPANY_FORM)) || scene.cue(word).any(HARD);
    // `Mme Jeanne du Pontet de Salvagny`: a name that holds a particle goes on over another.
    let noble = (first..particle).any(|t| scene.cue(t).any(Cue::PARTICLE) && !scene.is(t, "BEN") && !scene.is(t, "EL"));
    if (lead.strong() || scene.given(first)) && noble && !placed {
        return true;
    }
    if (lead.civility || lead.maitre) && !placed && !scene.ordinary(word) && (!class.any(Class::PLACE) || folded == "D'") && (surname_done || folded != "D'") && scene.shape(word) == scene.shape(particle - 1) && scene.evidence(word).civility == 0 {
        return true;
    }
    // `M. Zeuchik de DRANNUL`: a surname in capitals behind a given name of no dictionary.
    // `Me Zeuchik de DRANNUL`, `Nous, Zeuchik de DRANNUL,`
    let attested = lead.civility || lead.maitre || lead.job || first > 1 && scene.is(first - 1, ",") && scene.is(first - 2, "NOUS");
    if attested && !placed && !surname_done && first + 1 == particle && scene.shape(first) == Shape::Title && scene.shape(word) == Shape::Upper && !scene.in_capitals(word) && !scene.ordinary(word) && scene.page.folded(word).len() > 3 {
        return true;
    }
    // `l'agronome Hortense de SAINT-ZORK`: capitals right behind a given name, in prose that is not, be they a town's.
    let set = scene.given_strong(first) && first + 1 == particle && scene.shape(first) == Shape::Title && scene.shape(word) == Shape::Upper && scene.gap(word) == Gap::Space;
    if set && !surname_done && !scene.in_capitals(word) && scene.page.folded(word).len() > 4 && !class.any(Class::COUNTRY.union(Class::REGION).union(Class::COMPANY_FORM).union(Class::PUBLIC_BODY)) && !scene.cue(word).any(HARD) {
        return true;
    }
    // `Mme Blanche du Pré`: the article form belongs to a surname whatever the word.
    if lead.civility && scene.given(first) && !surname_done && one_of!(folded, "DU" | "DES" | "D'") && !placed {
        return true;
    }
    if scene.given(first) && !surname_done {
        // `Hubert de Becdelièvre`, but `Marie de Paris` only after a civility.
        let whole = class.any(Class::COUNTRY.union(Class::REGION));
        return !class.any(Class::PLACE_BIG) && !whole || (lead.civility || lead.maitre) && scene.cue(word) == Cue::NONE && (!whole && particle == first + 1 || scene.evidence(word).civility > 0);
    }
    // `FERNANDES Maria de Fátima`, `Maria da Luz`: a given name that holds a particle.
    if scene.is(particle - 1, "MARIA") && scene.shape(word) == scene.shape(particle - 1) && !class.any(Class::PLACE_BIG.union(Class::COUNTRY)) {
        return true;
    }
    // `José Galvão de Sá`
    if scene.given(first) && class.any(Class::FAMILY) && !class.any(Class::PLACE) && !scene.ordinary(word) && scene.shape(word) == scene.shape(particle - 1) {
        return true;
    }
    // After a surname: `Dupont de Nemours` would be missed, `Dupont de Lyon` would be swallowed: only upper beside upper.
    // `Anne-Marie ZORKIN d'ARVAL`
    let capitals = scene.shape(first) == Shape::Upper || scene.shape(particle - 1) == Shape::Upper && !scene.in_capitals(word) && scene.page.folded(word).len() > 3;
    scene.shape(word) == Shape::Upper && capitals && !class.any(Class::PLACE.union(Class::COUNTRY).union(Class::REGION)) && !scene.ordinary(word)
}

/// A given name in title case among the words of a name from `first` to before `at`.
fn given_before(scene: &Scene, first: usize, at: usize) -> bool {
    (first..at).any(|t| scene.shape(t) == Shape::Title && scene.given(t))
}

/// `et M. Luc` / `FRÈRE, intérimaire`, `que Mme Zoé` / `Petit a conclu`: a surname that is another word opens the line behind a given
/// name, in another type than it or behind prose that does not end.
fn carried_over(scene: &Scene, at: usize, lead: &Lead) -> bool {
    let behind = at + 1;
    let goes_on = continues(scene, behind) || scene.gap(behind) == Gap::Space && scene.is(behind, "(");
    let abbreviated = usize::from(scene.is(lead.from + 1, "."));
    // `Mme Ana` / `Sergent demande`: an office behind a given name alone, and what only a subject does.
    let subject = || lead.civility && scene.shape(at) == Shape::Title && lead.from + 2 + abbreviated == at && scene.given(at - 1) && (singular_office(scene, at) || ranked_surname(scene, at) || scene.class(at).any(Class::FAMILY)) && scene.gap(behind) == Gap::Space && capitals::acts(scene, behind);
    if scene.gap(at) == Gap::Line && scene.shape(at - 1) == Shape::Title && subject() {
        return true;
    }
    if scene.gap(at) != Gap::Line || !goes_on || scene.shape(at - 1) != Shape::Title || scene.cue(at).minus(Cue::KIN.or(Cue::MONTH).or(Cue::DAY).or(Cue::PERSON_NOUN).or(Cue::STREET)).any(HARD) {
        return false;
    }
    let prose = |before: usize| before > 0 && scene.shape(before - 1) == Shape::Lower && scene.gap(before) <= Gap::Space;
    match scene.shape(at) {
        Shape::Upper => !scene.in_capitals(at) && scene.class(at).any(if lead.civility { Class::FAMILY } else { Class::FAMILY_COMMON }) && (lead.civility || prose(at - 1)),
        Shape::Title => lead.civility && scene.class(at).any(Class::FAMILY_COMMON) && scene.shape(behind) == Shape::Lower && prose(lead.from) && lead.from + 2 + abbreviated == at,
        _ => false,
    }
}

/// A name may go over one line break, or over a wide gap, when what stands before is given names only.
fn crosses(scene: &Scene, next: usize, given_only: bool, lead: &Lead) -> bool {
    let goes_on = scene.gap(next) == Gap::Line && continues(scene, next + 1);
    // `M. PATRICK` / `DROIT a signé`, `avec JP` / `Ronce hier`, `M. P.` / `Marchand a dit`
    if given_only && carried_over(scene, next, lead) || goes_on && (lead.civility && set_surname(scene, next - 1, next, next) || jean(scene, next - 1, next)) || scene.is(next - 1, ".") && initial_hangs(scene, next, lead) {
        return true;
    }
    // `Gaspard` / `DE LA MOTTE`, `Foulques` / `D'ANJOU`
    let particle = |t: usize| scene.kind(t) == TokenKind::Elision || scene.cue(t).any(Cue::PARTICLE) && scene.kind(t) == TokenKind::Word;
    let word = (next..next + 4).find(|&t| !particle(t) || scene.gap(t + 1) > Gap::Space).unwrap_or(next);
    if word > next && given_only && scene.gap(next) == Gap::Line && (lead.any() || scene.shape(word) == Shape::Upper) && scene.shape(next) != Shape::Lower {
        let foreign = scene.class(word).any(Class::COUNTRY.union(Class::REGION).union(Class::COMPANY_FORM).union(Class::PUBLIC_BODY));
        return scene.capital(word) && !hard(scene, word) && (!scene.ordinary(word) || lead.any()) && !foreign;
    }
    // `Selon Anne` / `de Zorka, le juge`, `M. J.P.` / `de Zorka`
    let hangs = word == next + 1 && scene.gap(next) == Gap::Line && scene.shape(next) == Shape::Lower && (lead.civility || given_only && scene.given_strong(next - 1) && next > 1 && (scene.shape(next - 2) == Shape::Lower || scene.ordinary(next - 2)) && scene.gap(next - 1) == Gap::Space);
    if hangs && (given_only || scene.shape(next - 1) == Shape::Dotted) {
        return scene.capital(word) && !scene.ordinary(word) && scene.cue(word) == Cue::NONE && !scene.class(word).any(Class::PLACE.union(Class::COUNTRY).union(Class::REGION).union(Class::COMPANY_FORM).union(Class::PUBLIC_BODY));
    }
    if !scene.capital(next) || hard(scene, next) || scene.cue(next) != Cue::NONE && !scene.cue(next).any(Cue::PARTICLE) {
        return false;
    }
    let plain = !scene.ordinary(next) && !scene.class(next).any(Class::PLACE_BIG.union(Class::COUNTRY).union(Class::REGION).union(Class::COMPANY_FORM).union(Class::PUBLIC_BODY));
    // The next line must not be a sentence of its own: its second word is no lower-case verb of a title-case start.
    // `Mme Rose` / `Marchand, née`, `Gaston` / `CHAMP a déposé`: a word that people bear, and no line of its own.
    let behind = next + 1;
    let borne = scene.gap(next) == Gap::Line && scene.class(next).any(Class::FAMILY) && !is_place(scene, next) && !scene.in_lower_case(next);
    let ends = one_of!(scene.page.folded(behind), "," | "(" | ";" | ".") || scene.cue(behind).any(Cue::BORN.or(Cue::DWELLING)) || scene.shape(behind) == Shape::Lower && scene.shape(next) == Shape::Upper;
    if given_only && borne && ends && scene.gap(behind) <= Gap::Space && (lead.civility || scene.shape(next) == Shape::Upper) {
        return true;
    }
    // `, puis Paul` / `Marchand a vu`: in the middle of a sentence.
    let prose = next > 1 && scene.shape(next - 2) == Shape::Lower && scene.gap(next - 1) == Gap::Space && scene.given_strong(next - 1) && scene.shape(next) == Shape::Title && continues(scene, behind);
    given_only && (plain || borne && prose) && (scene.shape(next) == Shape::Upper || lead.any() || !scene.given(next) || prose && scene.class(next).any(Class::FAMILY_COMMON))
}

/// `devant Mme Zorkine` / `Bilko-Sok, qui`, `Maître Zorkine` / `BILKO étant`: two words of no dictionary over the end of a line, in the middle of a sentence.
fn strangers_cross(scene: &Scene, first: usize, next: usize, lead: &Lead) -> bool {
    let known = Class::PLACE.union(Class::COUNTRY).union(Class::REGION).union(Class::COMPANY_FORM).union(Class::PUBLIC_BODY);
    let strange = |at: usize| !scene.ordinary(at) && !scene.class(at).any(known) && scene.cue(at) == Cue::NONE && scene.block[at] == 0 && scene.page.folded(at).len() > 2;
    let prose = |at: usize| at > 0 && scene.gap(at) <= Gap::Wide && (scene.shape(at - 1) == Shape::Lower || one_of!(scene.page.folded(at - 1), "," | ":" | "("));
    let shapes = scene.shape(first) == Shape::Title && (scene.shape(next) == Shape::Upper && !scene.in_capitals(next) || scene.shape(next) == Shape::Title);
    let led = (lead.civility || lead.maitre) && !lead.plural && prose(lead.from);
    led && scene.gap(next) == Gap::Line && shapes && strange(first) && strange(next) && (continues(scene, next + 1) || scene.is(next + 1, "(") && scene.gap(next + 1) == Gap::Space)
}

/// True where prose goes on behind a name: small letters, or the mark that ends a clause.
fn continues(scene: &Scene, at: usize) -> bool {
    scene.shape(at) == Shape::Lower && scene.gap(at) == Gap::Space || scene.gap(at) == Gap::None && one_of!(scene.page.folded(at), "," | "." | "(" | ")" | ";")
}

/// `M. P.` / `Marchand a dit`: a line that ends with the letter of a given name, and the surname below it.
fn initial_hangs(scene: &Scene, at: usize, lead: &Lead) -> bool {
    let surname = scene.class(at).any(Class::FAMILY) || !scene.ordinary(at);
    lead.civility && !scene.masked && scene.gap(at) == Gap::Line && matches!(scene.shape(at), Shape::Title | Shape::Upper) && surname && !hard(scene, at) && continues(scene, at + 1) && !is_place(scene, at) && !scene.in_lower_case(at)
}

/// Does the next word (no particle between) belong to the name?
fn joins(scene: &Scene, first: usize, at: usize, next: usize, surname_done: bool, words: usize, led: bool) -> bool {
    let shape = scene.shape(next);
    if scene.given_strong(next) {
        return true;
    }
    let class = scene.class(next);
    if class.any(Class::COUNTRY) && !class.any(Class::FAMILY_COMMON) {
        // `Mme Élise Portugal a signé`: a country has its article.
        return led && words == 1 && scene.given(at) && scene.shape(at) == Shape::Title && scene.gap(next) == Gap::Space && !scene.capital(next + 1) && continues(scene, next + 1);
    }
    // `M. Ô Long`: a surname of one letter with its accent.
    let before = if scene.shape(at) == Shape::Initial && !scene.page.document.original_at(at).is_ascii() { Shape::Title } else { scene.shape(at) };
    // `Sarah AH YU`, `HOARAU AH SING`: a word of two letters among capitals.
    if (led || scene.given(first)) && shape == Shape::Upper && before == Shape::Upper && (scene.page.folded(next).len() == 2 || scene.page.folded(at).len() == 2) && scene.gap(next) == Gap::Space && !scene.in_capitals(next) && (short::ends(scene, next) || scene.page.folded(next).len() == 2 && scene.shape(next + 1) == Shape::Upper) {
        return true;
    }
    if scene.ordinary(next) {
        // `avec N. Poterne,`: a word that nobody uses here behind a letter.
        let heading = || scene.gap(at - 1) >= Gap::Line && !one_of!(scene.page.folded(next + 1), "ET" | "," | "EPOUSE");
        if scene.is(at, ".") && scene.shape(at - 1) == Shape::Initial && !heading() && shape == Shape::Title && !scene.masked && !scene.in_lower_case(next) && scene.cue(next) == Cue::NONE && scene.gap(next) == Gap::Space && scene.page.folded(next).len() > 2 {
            return true;
        }
        if shape == Shape::Upper && before != Shape::Upper {
            // `Jean PETIT`, `Mme Marie NOIR`: upper case after title case is a surname.
            return true;
        }
        // `sa compagne Louise WONG SANG`: capitals that go on behind a given name, in a line that is not in capitals.
        if (led || scene.given(first)) && shape == Shape::Upper && scene.shape(first) == Shape::Title && words <= 3 && !scene.in_capitals(next) && scene.gap(next) == Gap::Space && !one_of!(scene.page.folded(next + 1), "(" | ":") && scene.cue(next) == Cue::NONE && !class.any(Class::COMPANY_FORM.union(Class::PUBLIC_BODY)) {
            return true;
        }
        let evidence = scene.evidence(next);
        if evidence.article > 0 && evidence.civility == 0 {
            return false;
        }
        let name_class = class.any(Class::FAMILY_COMMON.union(Class::GIVEN));
        // `Monsieur SHI Lei`, `alias Saidul Kan`: a rare name that is a word nobody uses here.
        if led && words == 1 && class.any(Class::FAMILY.union(Class::GIVEN_RARE)) && !scene.in_lower_case(next) && (shape == Shape::Title || shape == before) && scene.gap(next) == Gap::Space && scene.shape(next + 1) != Shape::Upper {
            return true;
        }
        let here = one_of!(scene.page.folded(next), "PRESENT" | "PRESENTE" | "ABSENT" | "ABSENTE" | "COMPARANT" | "COMPARANTE" | "EXCUSE" | "EXCUSEE");
        // `Monsieur HEITZ Materne, demeurant`: behind a surname in capitals, a word that nobody uses here.
        if led && words == 1 && shape == Shape::Title && before == Shape::Upper && !scene.in_capitals(at) && !scene.in_lower_case(next) && scene.gap(next) == Gap::Space && scene.cue(next) == Cue::NONE && scene.shape(next + 1) != Shape::Upper && !here {
            return true;
        }
        // `Madame Nadjati Madi Hamada,`: title case that ends before a mark or prose.
        if led && words < 4 && shape == Shape::Title && before == Shape::Title && (scene.is(next + 1, ",") || short::ends(scene, next) && !class.any(Class::PROFESSION)) && !scene.in_lower_case(next) && scene.cue(next) == Cue::NONE && scene.gap(next) == Gap::Space && (first..=at).all(|t| !scene.ordinary(t)) {
            return true;
        }
        // `Mme TROULA MOUFLE, amie de`: capitals that end a name, in prose that is not in capitals.
        if led && words < 4 && shape == Shape::Upper && before == Shape::Upper && !scene.in_capitals(next) && scene.gap(next) == Gap::Space && scene.cue(next) == Cue::NONE && short::ends(scene, next) && !one_of!(scene.page.folded(next + 1), ":" | "(") && !here && scene.page.folded(next).len() > 3 && !class.any(Class::PUBLIC_BODY.union(Class::COMPANY_FORM)) {
            return true;
        }
        // `M. Emel Djenhu Quinto Pipeur a signé`: behind a civility every word in title case that nobody uses here, where a mark or no object follows.
        let ends = one_of!(scene.page.folded(next + 1), "," | "." | ")" | ";") || scene.gap(next + 1) == Gap::Space && (scene.shape(next + 1) == Shape::Lower && !scene.cue(next + 1).any(Cue::ARTICLE) && !one_of!(scene.page.folded(next + 1), "QUE" | "QU'" | "AU" | "AUX") && scene.page.document.original_at(next + 1) != "à" || scene.shape(next + 1) == Shape::Title && scene.cue(next + 1) == Cue::NONE && !scene.in_lower_case(next + 1));
        if led && words < 5 && shape == Shape::Title && before == Shape::Title && ends && !class.any(Class::PUBLIC_BODY.union(Class::COMPANY_FORM)) && !scene.in_lower_case(next) && scene.cue(next) == Cue::NONE && scene.gap(next) == Gap::Space && !scene.starts_sentence(next) {
            return true;
        }
        // `Mariama Kesso Bah`: a surname that is a word nobody uses here.
        if (led || scene.given(first)) && words < 5 && shape == Shape::Title && before == Shape::Title && class.any(Class::FAMILY) && !scene.in_lower_case(next) && scene.cue(next) == Cue::NONE && scene.gap(next) == Gap::Space && short::ends(scene, next) {
            return true;
        }
        // `M. O Sung Min`: short words in title case behind a civility.
        if led && words <= 2 && !class.any(Class::FAMILY) && scene.page.folded(next).len() <= 3 && shape == Shape::Title && before == Shape::Title && !scene.in_lower_case(next) && scene.gap(next) == Gap::Space && scene.cue(next) == Cue::NONE {
            return true;
        }
        // `que Zorka Romand a signé`: behind a word of no dictionary one that nobody uses here, in title case both.
        if !led && words <= 2 && shape == Shape::Title && before == Shape::Title && !scene.ordinary(first) && !class.any(Class::PLACE_BIG) && !scene.in_lower_case(next) && scene.cue(next) == Cue::NONE && scene.gap(next) == Gap::Space && !(scene.shape(next + 1) == Shape::Title && (words == 2 || scene.shape(next + 2) == Shape::Title)) {
            return true;
        }
        if words == 1 && (scene.given(first) || led) {
            return shape == before && (name_class || class.any(Class::FAMILY) && scene.given(first) || shape == Shape::Title && !scene.starts_sentence(next)) || name_class;
        }
        return !surname_done && name_class || shape == Shape::Title && !surname_done && before == Shape::Title && scene.given(first);
    }
    if surname_done && shape == Shape::Title && scene.shape(at) == Shape::Upper && !scene.given(next) {
        return false;
    }
    true
}
