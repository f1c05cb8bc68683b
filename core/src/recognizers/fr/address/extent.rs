//! Where an address ends.

use super::super::locality::{is_parted, is_postcode};
use super::words::{ABBREVIATED, BEFORE_TYPE, FLOORS, FOREIGN, GRAND, INSIDE, LOOKS, PARTS, QUALITIES, RANKS};
use super::named;
use crate::context::{Cue, Page, opens_full_name};
use crate::lexicon::Class;
use crate::recognizers::figures::{digits_at, glued};
use crate::recognizers::words::{CLOSING, apart, flows, name_run, proper};
use crate::text::{Gap, Shape, TokenKind, one_of};

/// The last token of the address that opens at `first`.
pub(super) fn read(page: &Page, first: usize) -> Option<usize> {
    let mut last = None;
    let mut at = first;
    let mut after_type = false;
    let mut prose = 0;
    while at < page.tokens().len() && at < first + 40 {
        let token = &page.tokens()[at];
        let word = page.folded(at);
        let stops = page.cue(at).any(Cue::STOP.or(Cue::KIN).or(Cue::NATION)) && token.gap >= Gap::Line;
        let fresh = at > first && (!flows(page, at) || stops);
        let hanging = fresh && token.gap == Gap::Line && (page.cue(at - 1).any(Cue::PARTICLE.or(Cue::HONOUR)) && (proper(page, at) || page.cue(at).any(Cue::PARTICLE) && proper(page, at + 1)) || street(page, at - 1) && (proper(page, at) || (page.cue(at).any(Cue::PARTICLE) || one_of!(word, "DES" | "DU" | "AUX")) && (proper(page, at + 1) || proper(page, at + 2))));
        if at > first && token.gap == Gap::Blank || fresh && !hanging && !goes_on(page, at) {
            break;
        }
        if word == "«" && let Some(closing) = (at + 1..at + 9).find(|&i| page.folded(i) == "»" || page.gap(i) > Gap::Line).filter(|&i| page.gap(i) <= Gap::Line) {
            last = Some(closing);
            at = closing + 1;
            continue;
        }
        match token.kind {
            TokenKind::Number => {
                let boxed = at > first && one_of!(page.folded(at - 1), "BP" | "CS" | "TSA" | "POSTALE");
                if is_postcode(page, at) && !boxed || token.span.len() > 5 || at > first && page.cue(at + 1).any(Cue::MONTH) && !after_type && !matches!(page.folded(at - 1), "DU") {
                    break;
                }
                last = Some(at);
                after_type = false;
            }
            TokenKind::Elision => {}
            TokenKind::Symbol => match word {
                "," | "-" | "–" | "/" if glued(page, at) && glued(page, at + 1) && word != "," => {}
                "," | "-" | "–" | "/" => {
                    if !goes_on(page, at + 1) && !(last == Some(at - 1) && digits_at(page, at - 1) > 0 && (street(page, at + 1) || ABBREVIATED.contains(&page.folded(at + 1)) || BEFORE_TYPE.contains(&page.folded(at + 1)) && street(page, at + 2))) && !number_after(page, at + 1) {
                        break;
                    }
                }
                // `rue du Four. Elle a`: the next sentence.
                "." if last == Some(at - 1) && page.bytes(at - 1) > 3 && page.gap(at + 1) != Gap::None && (page.shape(at + 1) == Shape::Title && sentence(page, at) || somebody(page, at)) => break,
                "°" | "'" | "&" | "." => {}
                // `« chez son pote rue du Four ». Zoé`: the quotation that the address stands in ends.
                "»" if page.is_symbol(at + 1, ".") => break,
                "»" | "\"" => last = Some(at),
                _ => break,
            },
            TokenKind::Word => {
                let cue = page.cue(at);
                if at > first && cue.any(CLOSING.or(Cue::LAW_FIRM).or(Cue::STATUTE)) && !cue.any(Cue::HONOUR) {
                    break;
                }
                if hosted(page, at) {
                    break;
                }
                let numbered = at > first && digits_at(page, at - 1) > 0;
                let abbreviated = (numbered || at > first + 1 && page.is_symbol(at - 1, ",") && digits_at(page, at - 2) > 0) && (ABBREVIATED.contains(&word) && (page.is_symbol(at + 1, ".") || proper(page, at + 1) || page.cue(at + 1).any(Cue::PARTICLE) && proper(page, at + 2)) || FOREIGN.contains(&word));
                let ancient = last.is_some() && BEFORE_TYPE.contains(&word) && token.shape == Shape::Lower && street(page, at + 1) && !cue.any(Cue::PARTICLE);
                // `sans numéro`
                if word == "SANS" && last.is_some() && page.folded(at + 1) == "NUMERO" {
                    return Some(at + 1);
                }
                let floor = FLOORS.contains(&word) && page.folded(at + 1) == "ETAGE";
                if ancient || floor || abbreviated || QUALITIES.contains(&word) && last.is_some() || numbered && one_of!(word, "A" | "ET") && (1..5).contains(&digits_at(page, at + 1)) {
                    last = Some(at);
                    after_type = abbreviated;
                } else if (RANKS.contains(&word) || word.len() == 1 && (token.gap == Gap::None || page.document.original_at(at) == "a" && (page.gap(at + 1) >= Gap::Line || page.is_symbol(at + 1, ",")) || word != "A" && street(page, at + 1))) && digits_at(page, at - usize::from(at > 0)) > 0 {
                    last = Some(at);
                } else if word == "A" && last.is_some() && (inside_name(page, at) || page.folded(first).starts_with("LIEU") && last == Some(first + 1) && page.phrase(at + 1, Class::PLACE).is_none() && !is_postcode(page, at + 1)) {
                } else if token.is_capitalised() {
                    // `12 rue Haute PARIS`, `A PARIS`: the town is apart.
                    if word == "A" && proper(page, at + 1) && last.is_some() && !street(page, at + 1) && digits_at(page, at - 1) == 0 && digits_at(page, at - usize::from(at > 0)) == 0 {
                        break;
                    }
                    last = Some(at);
                    after_type = street(page, at) && !GRAND.contains(&word);
                    prose = 0;
                } else if at == first && word == "SECTION" {
                } else if street(page, at) || PARTS.contains(&word) || INSIDE.contains(&word) {
                    last = Some(at);
                    after_type = true;
                } else if cue.any(Cue::PARTICLE.or(Cue::HONOUR)) || one_of!(word, "AUX" | "ET" | "SOUS" | "SUR" | "EN" | "AU") || one_of!(word, "D" | "L") && last.is_some() {
                    let onward = proper(page, at + 1) || page.cue(at + 1).any(Cue::PARTICLE.or(Cue::HONOUR)) || street(page, at + 1) || after_type || digits_at(page, at + 1) > 0 || page.kind(at + 1) == TokenKind::Elision || one_of!(page.folded(at + 1), "D" | "L" | "'");
                    if !onward || word == "ET" && !proper(page, at + 1) && digits_at(page, at + 1) == 0 {
                        break;
                    }
                } else if cue.any(Cue::MONTH) && digits_at(page, at - usize::from(at > 0)) > 0 || last.is_some() && last == at.checked_sub(1) && LOOKS.contains(&word) && proper(page, at - 1) {
                    last = Some(at);
                } else if after_type && word.len() > 1 && word != "A" {
                    // One ordinary word names the street, a second where the address ends right after it.
                    last = Some(at + usize::from(ends_after(page, at + 1)));
                    after_type = false;
                    prose += 1;
                    if prose > 1 || last > Some(at) {
                        break;
                    }
                } else {
                    break;
                }
            }
        }
        at += 1;
    }
    // `bâtiment` alone or a number alone is no address.
    last.filter(|&last| last > first || proper(page, first) && !PARTS.contains(&page.folded(first)) && !street(page, first))
}

pub(super) fn street(page: &Page, at: usize) -> bool {
    page.class(at).any(Class::STREET_TYPE) || page.cue(at).any(Cue::STREET)
}

/// True when the dot at `at` ends a sentence, and no abbreviation: `montée des Vernes. Vers 10 heures`.
fn sentence(page: &Page, at: usize) -> bool {
    let opens = page.class(at + 1).any(Class::WORD) && !(PARTS.contains(&page.folded(at + 1)) || street(page, at + 1));
    opens && (page.bytes(at - 1) > 5 || !(PARTS.contains(&page.folded(at - 1)) || street(page, at - 1))) || one_of!(page.folded(at + 1), "ELLE" | "IL" | "ILS" | "ELLES" | "ON" | "CE" | "CETTE" | "SON" | "SA")
}

/// `8 rue du Four. Anne Zorkin a dit`, `8 rue du Four. ZORKIN A. a dit`, `8 rue du Four. LE TRIBUNAL`: behind the full stop, a name or a word in capitals that the
/// address has not had. One word of no dictionary stays with it: nothing else may hide it.
fn somebody(page: &Page, at: usize) -> bool {
    let next = at + 1;
    let initial = || page.shape(next + 1) == Shape::Initial && page.is_symbol(next + 2, ".");
    let turns = page.shape(at - 1) == Shape::Title && page.shape(next) == Shape::Upper && (page.class(next).any(Class::WORD) || initial());
    !(PARTS.contains(&page.folded(next)) || street(page, next)) && (turns || opens_full_name(page, next))
}

/// `via Roma, 12`, `rue Haute, 12 bis,`: the number after the street, and nothing of it goes on.
fn number_after(page: &Page, at: usize) -> bool {
    let next = at + 1 + usize::from(one_of!(page.folded(at + 1), "BIS" | "TER"));
    // `, 3510-024 Braga`: a code.
    page.is_symbol(at - 1, ",") && (1..5).contains(&digits_at(page, at)) && !is_parted(page, at) && (one_of!(page.folded(next), "," | ")" | "(" | "-" | "à") || page.gap(next) >= Gap::Line || is_postcode(page, next) || page.folded(next) == "A" && proper(page, next + 1))
}

/// `Moulin à Vent, Bât. C2`: `à` inside a name, where another element of the address follows and no commune.
fn inside_name(page: &Page, at: usize) -> bool {
    let coded = page.gap(at + 2) >= Gap::Wide && is_postcode(page, at + 2) || page.is_symbol(at + 2, ",") && is_postcode(page, at + 3);
    let part = !page.class(at + 1).any(Class::PLACE.union(Class::PLACE_START)) && page.is_symbol(at + 2, ",") && goes_on(page, at + 3);
    proper(page, at + 1) && apart(page, at + 1) && (coded || part)
}

/// True for a lower-case word at `at` after which the address ends: a sign, a line, a postcode, `à` and a town.
fn ends_after(page: &Page, at: usize) -> bool {
    let word = page.tokens().get(at).is_some_and(|token| token.kind == TokenKind::Word && token.shape == Shape::Lower && token.span.len() > 2) && apart(page, at);
    let plain = !page.cue(at).any(Cue::PARTICLE.or(Cue::ARTICLE).or(Cue::PLACE_PREP));
    word && plain && (one_of!(page.folded(at + 1), "," | "." | "(" | "-") || page.gap(at + 1) >= Gap::Line || is_postcode(page, at + 1) || page.folded(at + 1) == "A" && proper(page, at + 2))
}

/// `chez Zorkil BILKO`: a given name with its surname, who is a person's to find; `Chez Martin` is a hamlet.
pub(super) fn hosted(page: &Page, at: usize) -> bool {
    let given = page.class(at + 1).any(Class::GIVEN_COMMON) && proper(page, at + 2) && page.gap(at + 2) == Gap::Space;
    page.folded(at) == "CHEZ" && (given || page.cue(at + 1).any(Cue::CIVILITY))
}

/// After a comma, a dash or a line break: another element of the address?
fn goes_on(page: &Page, at: usize) -> bool {
    let word = page.folded(at);
    if hosted(page, at) {
        return false;
    }
    if FLOORS.contains(&word) && page.folded(at + 1) == "ETAGE" {
        return true;
    }
    // `, rez-de-jardin`, `, sans numéro`
    if one_of!(word, "REZ-DE-CHAUSSEE" | "RDC" | "REZ-DE-JARDIN" | "ENTRESOL" | "SOUS-SOL") || word == "SANS" && page.folded(at + 1) == "NUMERO" {
        return true;
    }
    if PARTS.contains(&word) && (INSIDE.contains(&page.folded(at + 1)) || page.is_capitalised(at) || digits_at(page, at + 1) > 0 || proper(page, at + 1) || page.folded(at + 1).len() == 1) {
        return true;
    }
    // `Grand-` and `Rue` on the next line
    if at > 1 && street(page, at) && page.is_symbol(at - 1, "-") && one_of!(page.folded(at - 2), "GRAND" | "GRANDE") {
        return true;
    }
    // `7 bis, Grande-Rue`, `7 bis, Grande Rue`
    if GRAND.contains(&word) || one_of!(word, "GRANDE" | "GRAND" | "GRAND'") && street(page, at + 1) {
        return true;
    }
    if street(page, at) {
        return named(page, at);
    }
    // `2e étage`, `2ème gauche`, `12 rue`, `, bis`
    if digits_at(page, at) > 0 && digits_at(page, at) < 5 {
        if RANKS.contains(&page.folded(at + 1)) && INSIDE.contains(&page.folded(at + 2)) {
            return true;
        }
        return (at + 1..at + 5).any(|next| PARTS.contains(&page.folded(next)) || street(page, next) || FOREIGN.contains(&page.folded(next))) && flows(page, at + 1);
    }
    // `rue Haute, Cavani, 97600 Mamoudzou`: the last name before the postcode.
    let article = page.cue(at).any(Cue::ARTICLE) && page.is_capitalised(at) && proper(page, at + 1);
    if proper(page, at) && !page.class(at).any(Class::GIVEN_COMMON) && (article || !page.cue(at).any(Cue::STOP)) && !page.cue(at).any(Cue::COURT.or(Cue::COMPANY).or(Cue::PARTY_LABEL).or(Cue::OFFICE_OF_COURT).or(Cue::LAW_FIRM))
        && let Some(last) = name_run(page, at, 4)
        && (page.gap(last + 1) == Gap::Line && is_postcode(page, last + 1) || page.is_symbol(last + 1, ",") && is_postcode(page, last + 2))
    {
        return true;
    }
    // `quartier Grand-Camp, n° 14`
    word == "N" && page.is_symbol(at + 1, "°") && (1..4).contains(&digits_at(page, at + 2)) || one_of!(word, "BIS" | "TER" | "QUATER")
}

