//! The tax number of a person (SPI).

use super::{Reader, Rule};
use crate::context::Page;
use crate::model::{Confidence, Detection, Kind};
use crate::recognizers::figures::{digit, gather, start_of};

const RULE: Rule = Rule {
    id: "fr/spi",
    kind: Kind::IdNumber,
    finds: "A numéro fiscal of 13 digits beside a word that says so.",
    source: "LPF art. L287; key = first ten digits mod 511 (stdnum.fr.nif)",
};

pub(super) const READER: Reader = Reader { rules: &[RULE], find };

fn find(page: &Page, found: &mut Vec<Detection>) {
    let text = page.document.text();
    for at in page.numbers_of(13) {
        let start = start_of(page, at);
        if !matches!(text.as_bytes()[start], b'0'..=b'3') || page.cue_before(at, 8, &["FISCAL", "FISCALE", "SPI", "NIF"]).is_none() {
            continue;
        }
        let Some(figures) = gather(text, start, 13, digit) else { continue };
        let valid = figures.number(0, 10) % 511 == figures.number(10, 13);
        let confidence = if valid { Confidence::Certain } else { Confidence::Strong };
        found.push(Detection::new(RULE.id, RULE.kind, figures.span, confidence));
    }
}

#[cfg(test)]
mod tests {
    use super::READER;
    use crate::recognizers::slices;

    #[test]
    fn finds_thirteen_digits_beside_the_word() {
        assert_eq!(slices(&READER, "numéro fiscal : 30 23 217 600 053"), ["30 23 217 600 053"]);
        assert_eq!(slices(&READER, "N° SPI 0701987765493"), ["0701987765493"]);
    }

    #[test]
    fn leaves_other_runs() {
        for text in ["n° 0701987765493", "année fiscale 2019", "n° fiscal 5701987765493"] {
            assert!(slices(&READER, text).is_empty(), "{text}");
        }
    }
}
