//! The RIB, relevé d'identité bancaire.

use super::{Reader, Rule};
use crate::context::{Page, is_bar};
use crate::model::{Confidence, Detection, Kind};
use crate::recognizers::checks::mod97;
use crate::recognizers::figures::{gather, start_of};
use crate::text::{Gap, Span};

const RULE: Rule = Rule {
    id: "fr/rib",
    kind: Kind::BankAccount,
    finds: "A RIB of 23 characters, or an account number after `compte n°`.",
    source: "CFONB, relevé d'identité bancaire: clé = 97 - (89b + 15g + 3c) mod 97",
};

pub(super) const READER: Reader = Reader { rules: &[RULE], find };

const CUES: &[&str] = &["RIB", "COMPTE", "COMPTES", "BANCAIRE", "BANCAIRES", "GUICHET"];

fn find(page: &Page, found: &mut Vec<Detection>) {
    let text = page.document.text();
    for at in page.numbers_of(10) {
        let start = start_of(page, at);
        let accept = |b: u8, i: usize| b.is_ascii_digit() || (10..21).contains(&i);
        let cue = || page.cue_before(at, 8, CUES);
        if let Some(figures) = gather(text, start, 23, accept) {
            let valid = key_holds(figures.as_str());
            if valid || cue().is_some() {
                let confidence = if valid { Confidence::Certain } else { Confidence::Probable };
                found.push(Detection::new(RULE.id, RULE.kind, figures.span, confidence));
            }
        } else if let Some(span) = in_columns(page, at) {
            found.push(Detection::new(RULE.id, RULE.kind, span, Confidence::Certain));
        } else if let Some(figures) = gather(text, start, 11, accept)
            && cue().is_some()
            && super::super::figures::marked(page, at)
        {
            found.push(Detection::new(RULE.id, RULE.kind, figures.span, Confidence::Strong));
        }
    }
}

/// `19806         00120     04113802956    65`, `| 19806 | 00120 | ...`: bank, branch, account and key, each in its column, when the key holds.
fn in_columns(page: &Page, first: usize) -> Option<Span> {
    let (mut at, mut code) = (first, String::new());
    for digits in [5, 5, 11, 2] {
        while at > first && (is_bar(page, at) || page.is_symbol(at, "/")) {
            at += 1;
        }
        if page.tokens().len() <= at || at > first && page.gap(at) >= Gap::Line || page.document.original_at(at).len() != digits {
            return None;
        }
        code.push_str(page.folded(at));
        at += 1;
    }
    key_holds(&code).then(|| page.document.span_of(first, at - 1))
}

/// A to I count 1 to 9, J to R 1 to 9, S to Z 2 to 9: the whole number with its key is a multiple of 97.
fn key_holds(code: &str) -> bool {
    let digits: String = code
        .bytes()
        .map(|b| match b {
            b'A'..=b'I' => char::from(b - b'A' + b'1'),
            b'J'..=b'R' => char::from(b - b'J' + b'1'),
            b'S'..=b'Z' => char::from(b - b'S' + b'2'),
            _ => char::from(b),
        })
        .collect();
    mod97(&digits) == 0
}

#[cfg(test)]
mod tests {
    use super::READER;
    use crate::recognizers::slices;

    #[test]
    fn finds_keyed_accounts_and_numbers_after_the_word() {
        assert_eq!(slices(&READER, "20041 01005 0500013M026 06"), ["20041 01005 0500013M026 06"]);
        assert_eq!(slices(&READER, "RIB 20041 01005 0500013M026 07"), ["20041 01005 0500013M026 07"]);
        assert_eq!(slices(&READER, "Clé\n 20041       01005    05000130264    40"), ["20041       01005    05000130264    40"]);
        assert_eq!(slices(&READER, "le compte n° 05000131026 ouvert"), ["05000131026"]);
    }

    #[test]
    fn leaves_other_runs() {
        for text in ["20041 01005 0500013M026 07", "n° 05000131026", "le compte de 2019", "compte 471"] {
            assert!(slices(&READER, text).is_empty(), "{text}");
        }
    }
}
