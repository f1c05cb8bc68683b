//! A commune of prose: `une agression à Maury`, `il est à Lunda, en Suède`.
//!
//! Looked for after the persons, so that `reproche à Maury` stays a party where Maury is one.

use super::postcode::{rank, trailing};
use super::{RULE, commune, opens};
use crate::context::{Cue, Page};
use crate::lexicon::Class;
use crate::model::{Confidence, Detection};
use crate::recognizers::words::{name_run, proper};
use crate::text::{Gap, Shape, Span, TokenKind};

/// Words whose town is a court's or an office's.
const SEATS: Cue = Cue::OFFICE_OF_COURT.or(Cue::COURT).or(Cue::NOTARY).or(Cue::BAILIFF).or(Cue::OFFICER).or(Cue::TRUSTEE).or(Cue::PUBLIC).or(Cue::MAITRE);

/// The same where no cue says so.
const HELD: &[&str] = &["FAIT", "SIEGE", "SIEGEANT", "DELIBERE", "AUDIENCE", "JUGEMENT", "ARRET", "RENDU", "RENDUE", "PRONONCE", "PRONONCEE", "SIGNE", "POLICE", "GENDARMERIE", "RESIDENCE"];

/// Appends every commune after `à`, `au`, `aux` in lower case that the dictionary knows or that what follows proves, and that no
/// office near has its seat in. `free` tells whether nothing stands on a span yet. Linear in the page.
pub(super) fn prose(page: &Page, free: impl Fn(Span) -> bool, found: &mut Vec<Detection>) {
    let lower = |at: usize| page.tokens()[at].shape == Shape::Lower || page.tokens()[at].kind == TokenKind::Elision || page.tokens()[at].shape == Shape::Initial && at > 0 && page.tokens()[at - 1].shape == Shape::Upper;
    for at in page.tokens_called(&["A", "AU", "AUX", "DE", "D'", "DU"], |at| lower(at) && page.gap(at + 1) <= Gap::Line) {
        if let Some((first, last)) = commune_at(page, at) {
            let span = page.document.span_of(first, trailing(page, rank(page, last)));
            if free(span) {
                found.push(Detection::new(RULE.id, RULE.kind, span, Confidence::Probable));
            }
        }
    }
}

/// First and last token of the commune after the preposition at `at`.
fn commune_at(page: &Page, at: usize) -> Option<(usize, usize)> {
    let next = at + 1;
    let of = page.folded(at).starts_with('D');
    if of && !comes_from(page, at) {
        return None;
    }
    // `maçon à la Plaine-des-Cafres`
    let upland = matches!(page.folded(next), "LA" | "L'") && page.folded(next + 1).contains('-') && proper(page, next + 1) && at > 0 && page.class(at - 1).any(Class::PROFESSION) && !page.cue(at - 1).any(SEATS);
    if upland {
        return Some((next + 1, name_run(page, next + 1, 4)?));
    }
    if !opens(page, next, false) || page.class(next).any(Class::GIVEN_COMMON.union(Class::COUNTRY)) || page.cue(next).any(SEATS.or(Cue::MONTH).or(Cue::COMPANY).or(Cue::LAW_FIRM).or(Cue::STREET).or(Cue::ESTABLISHMENT)) || is_seat(page, at) {
        return None;
    }
    let last = commune(page, next)?;
    // `à PARIS Ézéchiel`: the whole name must be the commune's.
    // `au Gosier`: the article of `Le Gosier` is in the preposition.
    let contracted = matches!(page.folded(at), "AU" | "DU" | "AUX") && last == next && page.lexicon.look_up_name(&format!("{} {}", if page.folded(at) == "AUX" { "LES" } else { "LE" }, page.folded(next))).any(Class::PLACE);
    // In capitals `A` may be the verb.
    let word = page.tokens()[at].shape == Shape::Initial && page.class(next).any(Class::WORD);
    let known = !word && page.phrase(next, Class::PLACE) == Some(last) || contracted;
    (known || is_proven(page, at, last)).then_some((next, last))
}

/// `ils sont de Maury`, `M. Sirven, de Maury,`: `de` before where somebody comes from.
fn comes_from(page: &Page, at: usize) -> bool {
    const VERBS: &[&str] = &["SONT", "EST", "ETAIT", "ETAIENT", "VIENT", "VENAIT", "VIENNENT", "VENU", "VENUE", "VENUS", "REVENU", "REVENUE", "REVENAIT", "RENTRAIT", "PARTI", "PARTIE", "ARRIVE", "ARRIVEE"];
    let Some(before) = at.checked_sub(1) else { return false };
    let name = page.is_symbol(before, ",") && before > 0 && page.tokens()[before - 1].is_capitalised() && page.tokens()[before - 1].kind == TokenKind::Word && !page.cue(before - 1).any(SEATS);
    VERBS.contains(&page.folded(before)) || name && page.phrase(at + 1, Class::PLACE).is_some_and(|last| matches!(page.folded(last + 1), "," | "." | ";" | ")") || page.gap(last + 1) >= Gap::Line)
}

/// True when an office, a court or a judgment stands in the six tokens before: the town is theirs.
fn is_seat(page: &Page, at: usize) -> bool {
    // `fait état d'un suivi à Maury` is no date of a deed.
    let held = |i: usize| HELD.contains(&page.folded(i)) && (i + 1 == at || !matches!(page.folded(i), "FAIT" | "SIGNE"));
    let state = |i: usize| matches!(page.folded(i), "ETAT" | "COMMUNE") && page.tokens()[i].shape == Shape::Lower;
    let office = |i: usize| page.cue(i).any(SEATS) && !state(i) || held(i);
    (at.saturating_sub(6)..at).rev().take_while(|&i| page.gap(i + 1) < Gap::Blank && !matches!(page.folded(i), ";" | ".")).any(office)
}

/// True when what surrounds a name that no dictionary knows makes it a commune.
fn is_proven(page: &Page, at: usize, last: usize) -> bool {
    let next = last + 1;
    // `à Lunda, en Suède`, `à Lunda (Suède)`
    let country = |i: usize| page.class(i).any(Class::COUNTRY.union(Class::REGION));
    let within = page.is_symbol(next, ",") && matches!(page.folded(next + 1), "EN" | "AU" | "AUX") && country(next + 2) || page.is_symbol(next, "(") && country(next + 1);
    // `coupable d'avoir, à Lunda, le 3 mars 2016,`
    let charged = (at.saturating_sub(3)..at).any(|i| page.folded(i) == "AVOIR") && page.is_symbol(next, ",");
    // `chez sa sœur Aurore, à Lunda.`
    let with = at > 0 && page.is_symbol(at - 1, ",") && page.cue_before(at, 9, &["CHEZ"]).is_some() && matches!(page.folded(next), "," | "." | ";");
    // `vivre chez son père à La Saline`
    let kin = at > 2 && page.cue(at - 1).any(Cue::KIN) && page.folded(at - 3) == "CHEZ" && (page.gap(next) >= Gap::Line || matches!(page.folded(next), "," | "." | ";"));
    within || charged || with || kin
}
