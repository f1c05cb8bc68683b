//! How far the name of a law firm or another professional partnership goes.

use super::{Cue, Page};
use crate::lexicon::Class;
use crate::text::{Gap, Shape, TokenKind, one_of};

/// True where a given name or its initial stands before a surname, or a word in title case beside one in capitals: `Anne Zorkin`, `A. Zorkin`, `Zorka BILKO`.
pub fn opens_full_name(page: &Page, at: usize) -> bool {
    let shape = |at: usize| page.tokens().get(at).map_or(Shape::None, |token| token.shape);
    let capital = |at: usize| page.tokens().get(at).is_some_and(crate::text::Token::is_capitalised);
    let class = page.class(at);
    if shape(at) == Shape::Initial && page.folded(at + 1) == "." && page.gap(at + 1) == Gap::None {
        return capital(at + 2) && page.gap(at + 2) <= Gap::Space && !page.cue(at).any(Cue::CIVILITY);
    }
    let given = class.any(Class::GIVEN) && (!class.any(Class::WORD) || class.any(Class::GIVEN_COMMON));
    let cased = shape(at) == Shape::Title && shape(at + 1) == Shape::Upper && page.folded(at + 1).len() > 2 && !page.cue(at).any(Cue::COMPANY.or(Cue::KIN)) && !page.class(at + 1).any(Class::COMPANY_FORM);
    // `ZORKIN Kévin`, `Anne de Zorka`
    let cased = cased || shape(at) == Shape::Upper && shape(at + 1) == Shape::Title && page.folded(at).len() > 2 && page.class(at + 1).any(Class::GIVEN) && !page.class(at + 1).any(Class::WORD) && !page.cue(at).any(Cue::COMPANY.or(Cue::COURT).or(Cue::STOP));
    let noble = given && page.cue(at + 1).any(Cue::PARTICLE) && shape(at + 1) == Shape::Lower && capital(at + 2);
    page.gap(at + 1) == Gap::Space && (noble || capital(at + 1) && !page.cue(at + 1).any(Cue::COMPANY) && (given && shape(at) != Shape::Initial || cased))
}

/// The token behind the names that follow the form of a firm, from `first` on: `SCP A, B & C`. At most 23 tokens.
///
/// It ends at what tells of something else: a civility, a party's label, an office, prose.
pub fn firm_end(page: &Page, first: usize) -> usize {
    let capital = |at: usize| page.tokens().get(at).is_some_and(crate::text::Token::is_capitalised);
    let mut end = first;
    let mut names = 0;
    let mut separated = false;
    let mut case: Option<Shape> = None;
    while end < page.tokens().len() && end < first + 23 {
        let gap = page.gap(end);
        let word = page.folded(end);
        let token = &page.tokens()[end];
        if gap == Gap::Blank || (gap >= Gap::Wide && !separated && names > 0) {
            break;
        }
        if one_of!(word, "," | "-" | "&" | "/" | "ET" | "–") {
            // A comma goes on only towards a further capitalised name, not towards the firm's quality.
            let next = end + 1;
            let next_cue = page.cue(next);
            let continues = capital(next) && !next_cue.any(Cue::CIVILITY.or(Cue::MAITRE).or(Cue::PARTY_LABEL).or(Cue::OFFICE_OF_COURT).or(Cue::COMPANY)) || page.folded(next) == "-";
            // `la SELARL Zeta, Anne Zorkin et Luc Bilko`: behind a name of one word no full name is a partner's.
            if !continues && !matches!(word, "-") || word == "," && names == 1 && opens_full_name(page, next) && !(page.tokens()[next].shape == Shape::Title && case == Some(Shape::Upper)) {
                break;
            }
            separated = true;
            end += 1;
            continue;
        }
        if word == "." || word == "(" && names == 0 {
            end += 1;
            continue;
        }
        let cue = page.cue(end);
        let word_of_name = capital(end) || token.kind == TokenKind::Elision;
        let particle = cue.any(Cue::PARTICLE) && (capital(end + 1) || page.cue(end + 1).any(Cue::PARTICLE)) && !page.cue(end + 1).any(Cue::MAITRE.or(Cue::CIVILITY));
        if !word_of_name && !particle {
            break;
        }
        if cue.any(Cue::CIVILITY) && page.folded(end).len() > 1 || cue.any(Cue::PARTY_LABEL.or(Cue::MAITRE).or(Cue::OFFICE_OF_COURT).or(Cue::COURT)) || cue.any(Cue::STOP) && names > 0 && !particle {
            break;
        }
        let shape = token.shape;
        if word_of_name && names > 0 && !separated && case == Some(Shape::Upper) && shape == Shape::Title && gap >= Gap::Space && !one_of!(word, "ASSOCIES" | "AVOCATS") {
            break;
        }
        if matches!(shape, Shape::Upper | Shape::Title) {
            case = Some(shape);
        }
        names += 1;
        separated = false;
        end += 1;
    }
    end
}
