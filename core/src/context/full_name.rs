//! Where a person is told in full: a given name, or its letter, and a surname.

use super::{Cue, Page};
use crate::lexicon::Class;
use crate::text::{Gap, Shape};

/// True where a given name or its initial stands before a surname, or a word in title case beside one in capitals: `Anne Zorkin`, `A. Zorkin`, `Zorka BILKO`.
pub fn opens_full_name(page: &Page, at: usize) -> bool {
    let shape = |at: usize| page.shape(at);
    let capital = |at: usize| page.is_capitalised(at);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::text::Document;

    #[test]
    fn a_given_name_or_its_letter_and_a_surname() {
        for (text, expected) in [
            ("Anne Zorkin", true),
            ("A. Zorkin", true),
            ("Zorka BILKO", true),
            ("ZORKIN Kévin", true),
            ("Anne de Zorka", true),
            ("Zorka Bilko", false),
            ("Anne", false),
            ("Anne a signé", false),
            ("M. Zorkin", false),
            ("Société BILKO", false),
            ("Bilko SARL", false),
            ("A.\n\nZorkin", false),
        ] {
            let page = Page::new(Document::new(text).expect("a small text"), Lexicon::fr());
            assert_eq!(opens_full_name(&page, 0), expected, "{text}");
        }
    }
}
