//! Telephone and fax numbers: the French plan, those of its islands, and whatever follows a country's code.

use super::{Reader, Rule};
use crate::context::Page;
use crate::model::{Confidence, Detection, Kind};
use crate::recognizers::figures::{digits_at, glued, numbers, touches_after, touches_before};
use crate::recognizers::words::{close, flows};
use crate::text::{Gap, Span, one_of};

const RULE: Rule = Rule {
    id: "fr/phone",
    kind: Kind::Phone,
    finds: "Ten digits in pairs or joined, `+` and a country's number, or the six or eight digits of the Pacific after a cue.",
    source: "Arcep, plan national de numérotation (décision n° 2018-0881); UIT-T E.164 (at most fifteen digits)",
};

pub(super) const READER: Reader = Reader { rules: &[RULE], find };

const CUES: &[&str] = &[
    "TEL", "TELEPHONE", "TELEPHONES", "TELEPHONIQUE", "TELEPHONIQUES", "FAX", "TELECOPIE", "PORTABLE", "MOBILE", "LIGNE", "LIGNES", "APPEL", "SMS", "PHONE",
    "WHATSAPP", "GSM", "MSISDN", "JOIGNABLE", "JOINDRE",
];

/// What is sent or done over a line.
const CALLS: &[&str] = &["SMS", "MESSAGE", "MESSAGES", "APPEL", "APPELS", "APPELE", "APPELEE", "TELEPHONANT", "TEXTOS", "JOINDRE", "JOINT", "JOINTE", "JOIGNABLE", "NUMERO", "LIGNE"];

fn find(page: &Page, found: &mut Vec<Detection>) {
    let text = page.document.text();
    let mut free = 0;
    for at in numbers(page) {
        if at < free {
            continue;
        }
        let shape = national(page, at).or_else(|| international(page, at)).or_else(|| abroad(page, at)).or_else(|| after_cue(page, at));
        let Some((first, last)) = shape else { continue };
        let span = page.document.span_of(first, last);
        // `06.12.34.56.78/01.23.45.67.89`: two numbers.
        let second = first == free + 1 && free > 0 && page.is_symbol(free, "/") && page.document.original_at(first).starts_with('0');
        let more = text[span.end as usize..].starts_with("/0");
        if !second && touches_before(text, span.start as usize) || !more && touches_after(text, span.end as usize) {
            continue;
        }
        let cued = page.cue_before(first, 8, CUES).is_some();
        let other = !cued && page.cue_before(first, 6, &["COMPTE", "CONTRAT", "SIRET", "SIREN"]).is_some();
        let run = digits_at(page, last + 1) > 0 && close(page, last + 1)
            || first > 0 && digits_at(page, first - 1) > 0 && close(page, first);
        let money = one_of!(page.folded(last + 1), "EUROS" | "EURO" | "E" | "€" | "F" | "FRANCS" | "%");
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
    // Readers of scanned pages take the zero for a letter.
    if original.len() == 1 && at > 0 && glued(page, at) && page.folded(at - 1) == "O" && original[0] != b'0' {
        return groups(page, at + 1, &[2, 2, 2, 2]).filter(|_| near(page, at - 1)).map(|last| (at - 1, last));
    }
    if original[0] != b'0' || original.get(1).is_some_and(|b| *b == b'0') {
        return None;
    }
    match original.len() {
        1 if digits_at(page, at + 1) == 3 && near(page, at) => groups(page, at + 1, &[3, 2, 2, 2]).map(|last| (at, last)),
        1 if at > 0 && page.is_symbol(at - 1, "(") && page.is_symbol(at + 1, ")") => groups(page, at + 2, &[1, 2, 2, 2, 2]).map(|last| (at - 1, last)),
        10 => Some((at, at)),
        2 => {
            let odd = || [&[2, 3, 3][..], &[3, 3, 2], &[3, 2, 3], &[8]].iter().find_map(|sizes| groups(page, at + 1, sizes)).filter(|_| near(page, at));
            groups(page, at + 1, &[2, 2, 2, 2]).or_else(odd).map(|last| (at, last))
        }
        4 => groups(page, at + 1, &[3, 3]).or_else(|| groups(page, at + 1, &[2, 2, 2])).map(|last| (at, last)),
        _ => None,
    }
}

/// `+33 1 23 45 67 89`, `+33 (0)1 ...`, `(+33) 1 ...`, `0033123456789`.
fn international(page: &Page, at: usize) -> Option<(usize, usize)> {
    let plus = at > 0 && page.is_symbol(at - 1, "+") && page.gap(at) <= Gap::Space;
    let original = page.document.original_at(at);
    let rest = if plus { original.strip_prefix("33")? } else { original.strip_prefix("0033")? };
    let bracket = plus && at > 1 && page.is_symbol(at - 2, "(") && page.is_symbol(at + 1, ")");
    let first = at - usize::from(plus) - usize::from(bracket);
    if rest.len() == 9 {
        return Some((first, at));
    }
    if !rest.is_empty() && rest.len() != 1 {
        return None;
    }
    let mut next = at + 1 + usize::from(bracket);
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

/// Codes of the overseas territories: after `00` they need no word beside them.
const OVERSEAS: [&str; 8] = ["262", "508", "590", "594", "596", "681", "687", "689"];

/// `+41 79 123 45 67`, `+212612345678`, `(+590) 690 12 34 56`, `00213 555 12 34 56`: a country's code, then nine to fifteen digits with it.
fn abroad(page: &Page, at: usize) -> Option<(usize, usize)> {
    let plus = at > 0 && page.is_symbol(at - 1, "+") && glued(page, at);
    let original = page.document.original_at(at);
    let apart = original == "00" && (1..4).contains(&digits_at(page, at + 1)) && page.gap(at + 1) == Gap::Space;
    let zeros = apart || original.starts_with("00") && digits_at(page, at) >= 4;
    let overseas = || original.strip_prefix("00").is_some_and(|code| OVERSEAS.contains(&code));
    if !(plus || zeros && (overseas() || near(page, at) || page.cue_before(at, 3, &["NUMERO", "NUMEROS"]).is_some())) {
        return None;
    }
    let (mut last, mut digits) = (at, digits_at(page, at) - if zeros { 2 } else { 0 });
    let bracket = plus && at > 1 && page.is_symbol(at - 2, "(") && page.is_symbol(at + 1, ")");
    last += usize::from(bracket);
    for _ in 0..6 {
        let next = over_sign(page, last + 1);
        let size = digits_at(page, next);
        if !(1..=9).contains(&size) || digits + size > 15 || !close(page, next) {
            break;
        }
        (last, digits) = (next, digits + size);
    }
    (9..=15).contains(&digits).then(|| (at - usize::from(plus) - usize::from(bracket), last))
}

/// `33612345678`, `40 12 34 56`, `27 12 34`: numbers that a cue right before them alone tells from others.
fn after_cue(page: &Page, at: usize) -> Option<(usize, usize)> {
    match digits_at(page, at) {
        11 if page.document.original_at(at).starts_with("33") => near(page, at).then_some((at, at)),
        // `33 6 12 34 56 78 (WhatsApp)`
        2 if page.folded(at) == "33" && digits_at(page, at + 1) == 1 && near(page, at + 6) => groups(page, at + 1, &[1, 2, 2, 2, 2]).map(|last| (at, last)),
        2 if digits_at(page, over_sign(page, at + 1)) == 2 && page.cue_before(at, if at > 0 && page.is_symbol(at - 1, ")") { 6 } else { 3 }, &["TEL", "TELEPHONE", "FAX", "PORTABLE", "TELECOPIE", "MOBILE"]).is_some() => {
            // `91 33 99 04 52`: without its zero.
            let last = groups(page, at + 1, &[2, 2, 2, 2]).or_else(|| groups(page, at + 1, &[2, 2, 2])).or_else(|| groups(page, at + 1, &[2, 2]))?;
            Some((at, last))
        }
        // `des messages envoyés depuis le 75 00 18`, `appelé au 87 12 34 56`: no date.
        2 if digits_at(page, at + 1) == 2 && at > 1 && one_of!(page.folded(at - 1), "LE" | "AU") && page.cue_before(at, 12, CALLS).is_some() && page.document.original_at(at) > "31" => {
            let last = groups(page, at + 1, &[2, 2, 2]).or_else(|| groups(page, at + 1, &[2, 2]))?;
            (page.gap(last + 1) > Gap::None || digits_at(page, last + 2) == 0).then_some((at, last))
        }
        _ => None,
    }
}

/// A cue stands shortly before or after the number at `at`.
fn near(page: &Page, at: usize) -> bool {
    page.cue_before(at, 8, CUES).is_some() || (at + 1..at + 4).any(|i| CUES.contains(&page.folded(i)))
}

fn over_sign(page: &Page, at: usize) -> usize {
    at + usize::from([".", "-", "/", "–"].iter().any(|sign| page.is_symbol(at, sign)))
}

/// The last token of groups of these sizes, each after one space, point, hyphen, slash or line break at most.
fn groups(page: &Page, from: usize, sizes: &[usize]) -> Option<usize> {
    let mut at = from;
    let mut broken = false;
    for &size in sizes {
        at = over_sign(page, at);
        // The last digit of a pair may be read as a letter.
        let misread = size == 2 && digits_at(page, at) == 1 && one_of!(page.folded(at + 1), "O" | "S" | "I" | "L" | "B") && glued(page, at + 1);
        // The first, too; or a space stands inside the pair.
        let opening = size == 2 && digits_at(page, at + 1) == 1 && glued(page, at + 1) && one_of!(page.folded(at), "O" | "I" | "L");
        let split = size == 2 && digits_at(page, at) == 1 && digits_at(page, at + 1) == 1 && page.gap(at + 1) == Gap::Space && near(page, from);
        let misread = misread || opening || split;
        if digits_at(page, at) != size && !misread || page.gap(at) > Gap::Wide && !(flows(page, at) || page.gap(at) == Gap::Line && (near(page, from) || sizes == [2, 2, 2, 2] && !broken)) {
            return None;
        }
        broken |= page.gap(at) == Gap::Line;
        at += 1 + usize::from(misread);
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
            ("numéro suisse +41 79 123 45 67, le", "+41 79 123 45 67"),
            ("numéro +212612345678", "+212612345678"),
            ("tél. 27 12 34 à Nouméa", "27 12 34"),
            ("joint au 06 12\n   34 56 78 le", "06 12\n   34 56 78"),
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
            "une hausse de +12 345 678 euros",
            "le 27 12 34",
        ] {
            assert!(slices(&READER, text).is_empty(), "{text}");
        }
    }
}
