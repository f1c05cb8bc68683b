//! House numbers before a type of street that no list has: `17 placis des Mouettes, 59123 Zorkville`, told by the postcode behind them, or by the postcode in brackets before.

use super::{of_a_court, starts_line};
use super::super::locality::{is_postcode, town};
use crate::context::{Cue, Page};
use crate::lexicon::Class;
use crate::model::{Confidence, Detection, Kind, RuleId};
use crate::recognizers::figures::{digits_at, numbers};
use crate::recognizers::words::proper;
use crate::text::{Gap, Shape, TokenKind, one_of};

/// No more tokens stand between the number and the postcode.
const REACH: usize = 12;

/// Appends them. Linear in the numbers.
pub(super) fn find(page: &Page, rule: RuleId, found: &mut Vec<Detection>) {
    for first in numbers(page).filter(|&at| (1..5).contains(&digits_at(page, at))) {
        let behind = behind_code(page, first);
        if !behind && !starts_line(page, first) {
            continue;
        }
        let Some(last) = street(page, first, behind) else { continue };
        if (behind || coded(page, last + 1) && !of_a_list(page, first)) && !of_a_court(page, first) {
            found.push(Detection::new(rule, Kind::Address, page.document.span_of(first, last), Confidence::Probable));
        }
    }
}

/// The last token of a number, a lower-case noun, and what it is named after: `17 placis des Mouettes`, `27, coron de la Fosse-Mathilde`, `70 digue de mer`; `any`: of a type that lists have too.
fn street(page: &Page, first: usize, any: bool) -> Option<usize> {
    let small = |at: usize| page.kind(at) == TokenKind::Word && page.shape(at) == Shape::Lower;
    let letter = |at: usize| one_of!(page.folded(at), "BIS" | "TER" | "QUATER") || page.folded(at).len() == 1 && page.kind(at) == TokenKind::Word && page.gap(at + 1) > Gap::None;
    let noun = first + 1 + usize::from(letter(first + 1));
    let noun = noun + usize::from(page.is_symbol(noun, ","));
    let thing = page.cue(noun).any(Cue::MONTH.or(Cue::STOP).or(Cue::ARTICLE).or(Cue::PARTICLE).or(Cue::KIN).or(Cue::PERSON_NOUN).or(Cue::COMPANY).or(Cue::COURT).or(Cue::NUMBER)) || one_of!(page.folded(noun), "EUROS" | "ANS" | "JOURS" | "MOIS" | "HEURES" | "METRES" | "POINTS" | "PERSONNES" | "PAGES" | "PIECES" | "ARTICLES" | "LOTS" | "PARTS" | "ACTIONS" | "FRANCS" | "ENFANTS" | "EXEMPLAIRES");
    // The types that lists have were weighed by [`super::find`], but for `17 voie nouvelle des Mouettes`.
    let qualified = small(noun + 1) && !page.cue(noun + 1).any(Cue::PARTICLE.or(Cue::ARTICLE)) && !one_of!(page.folded(noun + 1), "DES" | "AUX" | "AU" | "SUR");
    let listed = (page.cue(noun).any(Cue::STREET) || page.class(noun).any(Class::STREET_TYPE)) && !qualified;
    if listed && !any || !small(noun) || page.folded(noun).len() < 3 || thing || page.gap(noun) > Gap::Space {
        return None;
    }
    let mut last = noun;
    let mut named = false;
    for at in noun + 1..first + REACH {
        let tie = page.cue(at).any(Cue::PARTICLE.or(Cue::ARTICLE)) || page.kind(at) == TokenKind::Elision || page.is_symbol(at, "-");
        if page.gap(at) > Gap::Space || !(tie || proper(page, at) || small(at) && !page.cue(at).any(Cue::STOP)) {
            break;
        }
        if !tie {
            last = at;
            named |= proper(page, at) || page.cue(at - 1).any(Cue::PARTICLE.or(Cue::ARTICLE));
        }
    }
    (named && last - noun < 9).then_some(last)
}

/// A postcode and its town follow the comma, the dash or the line's end at `at`.
fn coded(page: &Page, at: usize) -> bool {
    let sign = usize::from(one_of!(page.folded(at), "," | "-" | "–"));
    let code = at + sign;
    (sign > 0 || page.gap(at) == Gap::Line) && page.gap(code) <= Gap::Line && is_postcode(page, code) && town(page, code).is_some()
}

/// `demeurant à Zorkville (59123), 70 digue de mer`
fn behind_code(page: &Page, first: usize) -> bool {
    let code = first.wrapping_sub(3);
    first > 5 && page.is_symbol(first - 1, ",") && page.is_symbol(first - 2, ")") && digits_at(page, code) == 5 && page.is_symbol(code - 1, "(") && page.before(code - 1, 10).any(|at| page.cue(at).any(Cue::DWELLING))
}

/// `12. placis des Mouettes`: a list's item.
fn of_a_list(page: &Page, first: usize) -> bool {
    one_of!(page.folded(first + 1), "." | ")" | "°")
}
