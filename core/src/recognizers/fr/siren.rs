//! SIREN and SIRET.

use crate::text::one_of;
use super::{Reader, Rule};
use crate::context::Page;
use crate::model::{Confidence, Detection, Kind};
use crate::recognizers::checks::luhn;
use crate::recognizers::figures::{digit, gather, start_of};

const RULE: Rule = Rule {
    id: "fr/siren",
    kind: Kind::CompanyId,
    finds: "A SIREN (9 digits) beside a register word, a SIRET (14 digits) also without.",
    source: "Code de commerce art. R123-220 and R123-221; Luhn, and the sum of digits for La Poste",
};

pub(super) const READER: Reader = Reader { rules: &[RULE], find };

const CUES: &[&str] = &["SIREN", "SIRET", "RCS", "IMMATRICULE", "IMMATRICULEE", "IMMATRICULES", "REGISTRE", "RNE", "SIRENE", "IDENTIFICATION"];

fn find(page: &Page, found: &mut Vec<Detection>) {
    let text = page.document.text();
    for at in page.numbers_of(9) {
        let start = start_of(page, at);
        let Some(figures) = gather(text, start, 14, digit).or_else(|| gather(text, start, 9, digit)) else { continue };
        let code = figures.as_str();
        let valid = luhn(code) || code.starts_with("356000000") && code.bytes().map(|b| u32::from(b - b'0')).sum::<u32>().is_multiple_of(5);
        // `732 829 320 RCS Metz`
        let after = || {
            let next = page.document.token_at(figures.span.end);
            (next..next + 2).find(|&i| one_of!(page.folded(i), "RCS" | "R.C.S" | "SIREN"))
        };
        let confidence = match (page.cue_before(at, 14, CUES).or_else(after), valid) {
            (Some(_), true) => Confidence::Certain,
            (Some(_), false) => Confidence::Probable,
            (None, true) if code.len() == 14 && code.bytes().any(|b| b != b'0') => Confidence::Probable,
            _ => continue,
        };
        found.push(Detection::new(RULE.id, RULE.kind, figures.span, confidence));
    }
}

#[cfg(test)]
mod tests {
    use super::READER;
    use crate::recognizers::slices;

    #[test]
    fn finds_registered_numbers() {
        assert_eq!(slices(&READER, "RCS de Nantes sous le n° B 732 829 320."), ["732 829 320"]);
        assert_eq!(slices(&READER, "SIRET 73282932000074"), ["73282932000074"]);
        assert_eq!(slices(&READER, "n° 73282932000074"), ["73282932000074"]);
        assert_eq!(slices(&READER, "SIREN 732 829 321"), ["732 829 321"]);
        assert_eq!(slices(&READER, "immatriculée 732 829 320 RCS Metz"), ["732 829 320"]);
        assert_eq!(slices(&READER, "732 829 320 R.C.S. Metz"), ["732 829 320"]);
    }

    #[test]
    fn leaves_other_runs() {
        for text in ["n° 732829320", "732 829 320 euros", "n° 73282932000075", "RCS 732 829", "SIREN 12"] {
            assert!(slices(&READER, text).is_empty(), "{text}");
        }
    }
}
