//! Capitalised runs: the names of places, streets, companies and establishments.

use crate::context::{Cue, Page};
use crate::text::{Gap, TokenKind};

/// Words that join two parts of a proper name: `Brive-la-Gaillarde`, `rue du Pont`, `Villeneuve sur Lot`.
const JOINS: &[&str] = &[
    "DE", "DU", "DES", "D'", "LA", "LE", "LES", "L'", "SUR", "SOUS", "EN", "AUX", "AU", "LEZ", "SAINT", "SAINTE", "ST", "STE", "DA", "DI", "DEL", "EL", "AL", "Y",
];

/// Words that open something else, so that no proper name goes on over them.
pub(super) const CLOSING: Cue = Cue::CIVILITY.or(Cue::MAITRE).or(Cue::PARTY_LABEL).or(Cue::DWELLING).or(Cue::BORN).or(Cue::COMPOSITION);

/// True when at most one space, or two typed by mistake or by a justified line, stand before the token at `at`.
pub(super) fn close(page: &Page, at: usize) -> bool {
    match page.gap(at) {
        Gap::None | Gap::Space => true,
        Gap::Wide => page.tokens()[at].span.start - page.tokens()[at - 1].span.end <= 2,
        Gap::Line | Gap::Blank => false,
    }
}

/// The same with a space for sure.
pub(super) fn apart(page: &Page, at: usize) -> bool {
    page.gap(at) != Gap::None && close(page, at)
}

/// True for a word that starts with a capital and opens no other thing.
pub(super) fn proper(page: &Page, at: usize) -> bool {
    // `À LOURMES LE TROIS MARS`: a day in letters is no name.
    if page.cue(at).any(Cue::NUMBER) && (at..at + 4).any(|i| page.cue(i).any(Cue::MONTH)) {
        return false;
    }
    page.tokens().get(at).is_some_and(crate::text::Token::is_capitalised) && !(page.cue(at).any(CLOSING) && !page.cue(at).any(Cue::HONOUR))
}

/// True when the token at `at` joins two parts of a name and one follows.
pub(super) fn joins(page: &Page, at: usize) -> bool {
    (1..=3).any(|ahead| proper(page, at + ahead) && close(page, at + ahead) && (0..ahead).all(|i| is_joint(page, at + i)))
}

fn is_joint(page: &Page, at: usize) -> bool {
    let known = JOINS.contains(&page.folded(at));
    known && close(page, at)
}

/// The last token of the proper name that opens at `at`: capitalised words of one line, their hyphens and what joins them.
///
/// `None` when no capitalised word stands there. At most `limit` capitalised words.
pub(super) fn name_run(page: &Page, at: usize, limit: usize) -> Option<usize> {
    let mut last = None;
    let mut words = 0;
    let mut next = at;
    while words < limit {
        let gap = page.gap(next);
        if next > at && !close(page, next) || page.tokens().len() <= next {
            break;
        }
        if page.is_symbol(next, "-") && last.is_some() && proper(page, next + 1) && close(page, next + 1) && gap == page.gap(next + 1) && gap == Gap::None {
            next += 1;
            continue;
        }
        let elision = page.tokens()[next].kind == TokenKind::Elision;
        if proper(page, next) {
            last = Some(next);
            words += 1;
        } else if !(is_joint(page, next) && joins(page, next) && (last.is_some() || elision || page.tokens()[next].shape != crate::text::Shape::Lower)) && !(elision && proper(page, next + 1)) {
            break;
        }
        next += 1;
    }
    last
}
