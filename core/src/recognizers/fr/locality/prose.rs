//! A commune of prose: `une agression à Maury`, `il est à Lunda, en Suède`.
//!
//! Looked for after the persons, so that `reproche à Maury` stays a party where Maury is one.

use super::postcode::{rank, trailing};
use super::{RULE, commune, opens};
use crate::context::{Cue, Page};
use crate::lexicon::Class;
use crate::model::{Confidence, Detection};
use crate::text::{Gap, Shape, Span};

/// Words whose town is a court's or an office's.
const SEATS: Cue = Cue::OFFICE_OF_COURT.or(Cue::COURT).or(Cue::NOTARY).or(Cue::BAILIFF).or(Cue::OFFICER).or(Cue::TRUSTEE).or(Cue::PUBLIC).or(Cue::MAITRE);

/// The same where no cue says so.
const HELD: &[&str] = &["FAIT", "SIEGE", "SIEGEANT", "DELIBERE", "AUDIENCE", "JUGEMENT", "ARRET", "RENDU", "RENDUE", "PRONONCE", "PRONONCEE", "SIGNE", "POLICE", "GENDARMERIE", "RESIDENCE"];

/// Appends every commune after `à`, `au`, `aux` in lower case that the dictionary knows or that what follows proves, and that no
/// office near has its seat in. `free` tells whether nothing stands on a span yet. Linear in the page.
pub(super) fn prose(page: &Page, free: impl Fn(Span) -> bool, found: &mut Vec<Detection>) {
    for at in page.tokens_where(|word| matches!(page.document.folded(word), "A" | "AU" | "AUX"), |at| page.tokens()[at].shape == Shape::Lower && page.gap(at + 1) <= Gap::Line) {
        if let Some(last) = commune_at(page, at) {
            let span = page.document.span_of(at + 1, trailing(page, rank(page, last)));
            if free(span) {
                found.push(Detection::new(RULE.id, RULE.kind, span, Confidence::Probable));
            }
        }
    }
}

/// The last token of the commune after the preposition at `at`.
fn commune_at(page: &Page, at: usize) -> Option<usize> {
    let next = at + 1;
    if !opens(page, next, false) || page.class(next).any(Class::GIVEN_COMMON.union(Class::COUNTRY)) || page.cue(next).any(SEATS.or(Cue::MONTH).or(Cue::COMPANY).or(Cue::LAW_FIRM).or(Cue::STREET).or(Cue::ESTABLISHMENT)) || is_seat(page, at) {
        return None;
    }
    let last = commune(page, next)?;
    // `à PARIS Ézéchiel`: the whole name must be the commune's.
    let known = page.phrase(next, Class::PLACE) == Some(last);
    (known || is_proven(page, at, last)).then_some(last)
}

/// True when an office, a court or a judgment stands in the six tokens before: the town is theirs.
fn is_seat(page: &Page, at: usize) -> bool {
    let office = |i: usize| page.cue(i).any(SEATS) || HELD.contains(&page.folded(i));
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
    within || charged || with
}
