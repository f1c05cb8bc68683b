//! International bank account numbers.

use super::{Reader, Rule};
use crate::context::Page;
use crate::model::{Confidence, Detection, Kind};
use crate::recognizers::checks::mod97;
use crate::recognizers::figures::{gather, glued, numbers, start_of};
use crate::text::Shape;

const RULE: Rule = Rule {
    id: "generic/iban",
    kind: Kind::BankAccount,
    finds: "An IBAN, spaced or not, over a line break; with a wrong key only beside the word or an account's.",
    source: "ISO 13616-1:2020, key by ISO/IEC 7064 mod 97-10",
};

pub(super) const READER: Reader = Reader { rules: &[RULE], find };

/// Length by country, as in the SWIFT registry.
const LENGTHS: &str = "FR27 MC27 DE22 ES24 BE16 IT27 LU20 CH21 GB22 IE22 NL18 PT25 AT20 PL28 RO24 CZ24 SK24 HU28 BG22 HR21 SI19 LT20 LV21 \
    EE20 FI18 SE24 DK18 NO15 GR27 CY28 MT31 LI21 SM27 AD24 TN24 MR27 TR26 IL23 SA24 AE23 LB28 AL28 RS22 BA20 ME22 MK19 UA29 MD24 GE22";

fn length(country: &str) -> Option<usize> {
    let at = LENGTHS.find(country).filter(|at| at % 5 == 0)?;
    LENGTHS[at + 2..at + 4].parse().ok()
}

fn find(page: &Page, found: &mut Vec<Detection>) {
    for at in numbers(page) {
        let Some(head) = at.checked_sub(1) else { continue };
        let country = page.folded(head);
        if country.len() != 2 || page.shape(head) != Shape::Upper || page.document.original_at(at).len() < 2 || !crate::recognizers::words::close(page, at) {
            continue;
        }
        let Some(total) = length(country) else { continue };
        let start = start_of(page, head);
        let accept = |b: u8, i: usize| if i < 2 { b.is_ascii_uppercase() } else { i > 3 || b.is_ascii_digit() };
        let Some(figures) = gather(page.document.text(), start, total, accept) else { continue };
        let code = figures.as_str();
        let valid = mod97(&format!("{}{}", &code[4..], &code[..4])) == 1;
        let cue = page.cue_before(head, 10, &["IBAN", "COMPTE", "COMPTES", "RIB"]);
        if !valid && cue.is_none() || !valid && !glued(page, at) && code[4..].bytes().all(|b| b.is_ascii_alphabetic()) {
            continue;
        }
        let confidence = if valid { Confidence::Certain } else { Confidence::Probable };
        found.push(Detection::new(RULE.id, RULE.kind, figures.span, confidence));
    }
}

#[cfg(test)]
mod tests {
    use super::READER;
    use crate::recognizers::slices;

    #[test]
    fn finds_valid_keys_anywhere_and_wrong_ones_beside_the_word() {
        assert_eq!(slices(&READER, "FR14 2004 1010 0505\n0001 3M02 606, puis"), ["FR14 2004 1010 0505\n0001 3M02 606"]);
        assert_eq!(slices(&READER, "IBAN  FR14 2004 1010 0505\n           0001 3M02 606\nBIC"), ["FR14 2004 1010 0505\n           0001 3M02 606"]);
        assert_eq!(slices(&READER, "sur DE89370400440532013000."), ["DE89370400440532013000"]);
        assert_eq!(slices(&READER, "IBAN : FR15 2004 1010 0505 0001 3M02 606"), ["FR15 2004 1010 0505 0001 3M02 606"]);
    }

    #[test]
    fn leaves_other_codes() {
        for text in ["FR15 2004 1010 0505 0001 3M02 606", "le lot DE 12 et ES 44", "référence XX14 2004 1010 0505", "BE12"] {
            assert!(slices(&READER, text).is_empty(), "{text}");
        }
    }
}
