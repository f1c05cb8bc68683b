//! How far the name of a law firm or another professional partnership goes.

use super::{Cue, Page, opens_full_name};
use crate::text::{Gap, Shape, TokenKind, one_of};

/// The token behind the names that follow the form of a firm, from `first` on: `SCP A, B & C`. At most 23 tokens.
///
/// It ends at what tells of something else: a civility, a party's label, an office, prose.
pub fn firm_end(page: &Page, first: usize) -> usize {
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
            let continues = page.is_capitalised(next) && !next_cue.any(Cue::CIVILITY.or(Cue::MAITRE).or(Cue::PARTY_LABEL).or(Cue::OFFICE_OF_COURT).or(Cue::COMPANY)) || page.folded(next) == "-";
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
        let word_of_name = page.is_capitalised(end) || token.kind == TokenKind::Elision;
        let particle = cue.any(Cue::PARTICLE) && (page.is_capitalised(end + 1) || page.cue(end + 1).any(Cue::PARTICLE)) && !page.cue(end + 1).any(Cue::MAITRE.or(Cue::CIVILITY));
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
