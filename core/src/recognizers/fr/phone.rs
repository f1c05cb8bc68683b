//! Telephone and fax numbers of the French plan.

use super::{Reader, Rule};
use crate::context::Page;
use crate::model::{Confidence, Detection, Kind};
use crate::recognizers::figures::{digits_at, glued, numbers, touches_after, touches_before};
use crate::recognizers::words::{close, flows};
use crate::text::{Gap, Span};

const RULE: Rule = Rule {
    id: "fr/phone",
    kind: Kind::Phone,
    finds: "Ten digits in pairs or joined, or +33 and nine.",
    source: "Arcep, plan national de numérotation (décision n° 2018-0881)",
};

pub(super) const READER: Reader = Reader { rules: &[RULE], find };

const CUES: &[&str] = &[
    "TEL", "TELEPHONE", "TELEPHONES", "TELEPHONIQUE", "TELEPHONIQUES", "FAX", "TELECOPIE", "PORTABLE", "MOBILE", "LIGNE", "LIGNES", "APPEL", "SMS", "PHONE",
];

fn find(page: &Page, found: &mut Vec<Detection>) {
    let text = page.document.text();
    let mut free = 0;
    for at in numbers(page) {
        if at < free {
            continue;
        }
        let Some((first, last)) = national(page, at).or_else(|| international(page, at)) else { continue };
        let span = page.document.span_of(first, last);
        if touches_before(text, span.start as usize) || touches_after(text, span.end as usize) {
            continue;
        }
        let cued = page.cue_before(first, 8, CUES).is_some();
        let other = !cued && page.cue_before(first, 6, &["COMPTE", "CONTRAT", "SIRET", "SIREN"]).is_some();
        let run = digits_at(page, last + 1) > 0 && close(page, last + 1)
            || first > 0 && digits_at(page, first - 1) > 0 && close(page, first);
        let money = matches!(page.folded(last + 1), "EUROS" | "EURO" | "E" | "€" | "F" | "FRANCS" | "%");
        if other || money || run && !cued {
            continue;
        }
        let joined = first == last;
        let confidence = match (cued, joined) {
            (true, _) => Confidence::Certain,
            (false, false) => Confidence::Strong,
            (false, true) => Confidence::Possible,
        };
        free = last + 1;
        found.push(Detection::new(RULE.id, RULE.kind, Span::new(span.start, span.end), confidence));
    }
}

/// `01 23 45 67 89`, `01.23.45.67.89`, `0123456789`.
fn national(page: &Page, at: usize) -> Option<(usize, usize)> {
    let original = page.document.original_at(at).as_bytes();
    if original[0] != b'0' || original.get(1).is_some_and(|b| *b == b'0') {
        return None;
    }
    match original.len() {
        1 if at > 0 && page.is_symbol(at - 1, "(") && page.is_symbol(at + 1, ")") => groups(page, at + 2, &[1, 2, 2, 2, 2]).map(|last| (at - 1, last)),
        10 => Some((at, at)),
        2 => groups(page, at + 1, &[2, 2, 2, 2]).map(|last| (at, last)),
        4 => groups(page, at + 1, &[3, 3]).or_else(|| groups(page, at + 1, &[2, 2, 2])).map(|last| (at, last)),
        _ => None,
    }
}

/// `+33 1 23 45 67 89`, `+33 (0)1 ...`, `0033123456789`.
fn international(page: &Page, at: usize) -> Option<(usize, usize)> {
    let plus = at > 0 && page.is_symbol(at - 1, "+") && glued(page, at);
    let original = page.document.original_at(at);
    let rest = if plus { original.strip_prefix("33")? } else { original.strip_prefix("0033")? };
    let first = if plus { at - 1 } else { at };
    if rest.len() == 9 {
        return Some((first, at));
    }
    if !rest.is_empty() && rest.len() != 1 {
        return None;
    }
    let mut next = at + 1;
    if rest.is_empty() {
        if page.is_symbol(next, "(") && page.folded(next + 1) == "0" && page.is_symbol(next + 2, ")") {
            next += 3;
        }
        match digits_at(page, next) {
            9 => return Some((first, next)),
            1 => next += 1,
            2 if page.folded(next).starts_with('0') => next += 1,
            _ => return None,
        }
    }
    groups(page, next, &[2, 2, 2, 2]).map(|last| (first, last))
}

/// The last token of groups of these sizes, each after one space, point, hyphen or slash at most.
fn groups(page: &Page, from: usize, sizes: &[usize]) -> Option<usize> {
    let mut at = from;
    for &size in sizes {
        if [".", "-", "/", "–"].iter().any(|s| page.is_symbol(at, s)) {
            at += 1;
        }
        if digits_at(page, at) != size || page.gap(at) > Gap::Wide && !flows(page, at) {
            return None;
        }
        at += 1;
    }
    Some(at - 1)
}

#[cfg(test)]
mod tests {
    use super::READER;
    use crate::recognizers::slices;

    #[test]
    fn finds_every_writing() {
        for (text, number) in [
            ("tél. 01 23 45 67 89", "01 23 45 67 89"),
            ("au 06.12.34.56.78.", "06.12.34.56.78"),
            ("portable : 0612345678", "0612345678"),
            ("fax +33 (0)1 23 45 67 89", "+33 (0)1 23 45 67 89"),
            ("le 0033 6 12 34 56 78", "0033 6 12 34 56 78"),
            ("+33612345678", "+33612345678"),
        ] {
            assert_eq!(slices(&READER, text), [number], "{text}");
        }
    }

    #[test]
    fn leaves_other_runs() {
        for text in [
            "n° 101 23 45 67 891",
            "compte n° 0123456789",
            "00 12 34 56 78",
            "12 34 56 78 90",
            "01 23 45 67",
            "0612345678 euros",
            "06123456789",
        ] {
            assert!(slices(&READER, text).is_empty(), "{text}");
        }
    }
}
