//! The intra-community VAT number of a French company.

use super::{Reader, Rule};
use crate::context::Page;
use crate::model::{Confidence, Detection, Kind};
use crate::recognizers::checks::luhn;
use crate::recognizers::figures::{gather, start_of};

const RULE: Rule = Rule {
    id: "fr/vat",
    kind: Kind::CompanyId,
    finds: "FR, two characters and a SIREN.",
    source: "CGI art. 286 ter; CGI annexe III",
};

pub(super) const READER: Reader = Reader { rules: &[RULE], find };

fn find(page: &Page, found: &mut Vec<Detection>) {
    let opens = |word| matches!(page.document.folded(word).len(), 2..=4) && page.document.folded(word).starts_with("FR");
    for at in page.tokens_where(opens, |at| page.is_capitalised(at)) {
        let accept = |b: u8, i: usize| match i {
            0 => b == b'F',
            1 => b == b'R',
            2 | 3 => !matches!(b, b'I' | b'O'),
            _ => b.is_ascii_digit(),
        };
        let Some(figures) = gather(page.document.text(), start_of(page, at), 13, accept) else { continue };
        let valid = luhn(&figures.as_str()[4..]);
        if valid || page.cue_before(at, 8, &["TVA", "INTRACOMMUNAUTAIRE"]).is_some() {
            let confidence = if valid { Confidence::Certain } else { Confidence::Probable };
            found.push(Detection::new(RULE.id, RULE.kind, figures.span, confidence));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::READER;
    use crate::recognizers::slices;

    #[test]
    fn finds_numbers_with_a_siren() {
        assert_eq!(slices(&READER, "TVA FR 44 732829320, ou FRAB732829320"), ["FR 44 732829320", "FRAB732829320"]);
    }

    #[test]
    fn leaves_other_runs() {
        for text in ["FR 44 732829321", "FR76", "FROID 44732829320", "FR"] {
            assert!(slices(&READER, text).is_empty(), "{text}");
        }
    }
}
