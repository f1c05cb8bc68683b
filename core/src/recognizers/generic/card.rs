//! Payment cards.

use super::{Reader, Rule};
use crate::context::Page;
use crate::model::{Confidence, Detection, Kind};
use crate::recognizers::checks::luhn;
use crate::recognizers::figures::{digit, digits_at, gather, start_of};
use crate::text::{Gap, Span};

const RULE: Rule = Rule {
    id: "generic/card",
    kind: Kind::Card,
    finds: "A payment card's number: Luhn and a card word nearby, or four groups of four.",
    source: "ISO/IEC 7812-1:2017",
};

pub(super) const READER: Reader = Reader { rules: &[RULE], find };

const CUES: &[&str] = &["CARTE", "CARTES", "CB", "VISA", "MASTERCARD", "BLEUE", "AMEX"];

fn find(page: &Page, found: &mut Vec<Detection>) {
    let mut free = 0;
    for at in page.numbers_of(13) {
        let size = digits_at(page, at);
        let start = start_of(page, at);
        if start < free || !(size == 4 || (13..=19).contains(&size)) {
            continue;
        }
        // `années 2010 2011 2012 2013` are no card.
        let year = |i: usize| matches!(page.folded(at + i).as_bytes(), [b'1', b'9', ..] | [b'2', b'0', ..]);
        let grouped = size == 4 && (1..4).all(|i| digits_at(page, at + i) == 4) && !(0..4).all(year);
        let totals: &[usize] = if size == 4 { &[16, 15] } else { &[size] };
        let hit = totals.iter().find_map(|&total| gather(page.document.text(), start, total, digit));
        let Some(figures) = hit else { continue };
        // A head of the column says enough, even with a wrong key; so does the word before four groups of four.
        let cued = || grouped && page.cue_before(at, 10, CUES).is_some();
        let headed = || size >= 15 && page.tables().head(page, at).any(|i| CUES.contains(&page.folded(i)));
        if !luhn(figures.as_str()) {
            if headed() || cued() {
                free = figures.span.end as usize;
                found.push(Detection::new(RULE.id, RULE.kind, figures.span, Confidence::Probable));
            }
            continue;
        }
        let confidence = match page.cue_before(at, 10, CUES) {
            Some(_) => Confidence::Certain,
            None if headed() => Confidence::Certain,
            None if grouped => Confidence::Possible,
            None => continue,
        };
        free = figures.span.end as usize;
        found.push(Detection::new(RULE.id, RULE.kind, figures.span, confidence));
    }
    for cue in page.all_called(CUES) {
        let opens = (cue + 1..cue + 8).take_while(|&at| page.gap(at) <= Gap::Line).find(|&at| digits_at(page, at) >= 4);
        found.extend(opens.and_then(|at| masked(page, at)).map(|span| Detection::new(RULE.id, RULE.kind, span, Confidence::Certain)));
        // `sa carte bancaire, dont le numéro se termine par 4471`
        let by = |at: usize| digits_at(page, at) == 4 && page.folded(at - 1) == "PAR" && ["TERMIN", "FINI", "ACHEV"].iter().any(|stem| page.folded(at - 2).starts_with(stem)) && !matches!(page.folded(at + 1), "EUROS" | "€");
        let ends = (cue + 3..cue + 16).take_while(|&at| page.gap(at) <= Gap::Line).find(|&at| by(at));
        found.extend(ends.map(|at| Detection::new(RULE.id, RULE.kind, page.document.span_of(at, at), Confidence::Strong)));
    }
}

/// `4976 71XX XXXX 2203`, `4976 71** **** 2203`: thirteen signs or more, four figures first and last, and signs that hide the rest.
fn masked(page: &Page, at: usize) -> Option<Span> {
    let start = start_of(page, at);
    let rest = &page.document.text()[start..];
    let (mut signs, mut hidden, mut last, mut end) = (0, 0, 0, 0);
    for (place, c) in rest.char_indices().take(30) {
        match c {
            '0'..='9' => last += 1,
            'X' | 'x' | '*' | '•' => (hidden, last) = (hidden + 1, 0),
            ' ' | '-' | '\u{a0}' | '\u{202f}' if signs > 0 && place == end => continue,
            _ => break,
        }
        (signs, end) = (signs + 1, place + c.len_utf8());
    }
    let first = rest.bytes().take_while(u8::is_ascii_digit).count();
    ((13..=19).contains(&signs) && hidden >= 4 && first >= 4 && last == 4).then(|| Span::new(start as u32, (start + end) as u32))
}

#[cfg(test)]
mod tests {
    use super::READER;
    use crate::recognizers::slices;

    #[test]
    fn needs_luhn_and_a_word_or_groups() {
        assert_eq!(slices(&READER, "carte bancaire n° 4970101234567890"), Vec::<&str>::new());
        assert_eq!(slices(&READER, "carte bancaire n° 4111111111111111"), ["4111111111111111"]);
        assert_eq!(slices(&READER, "sa carte bancaire (4970 1012 3456 7890)"), ["4970 1012 3456 7890"]);
        assert_eq!(slices(&READER, "le numéro 4111 1111 1111 1111 a servi"), ["4111 1111 1111 1111"]);
        assert_eq!(slices(&READER, "carte n° 4976 71XX XXXX 2203, puis"), ["4976 71XX XXXX 2203"]);
        assert_eq!(slices(&READER, "carte 4976 71** **** 2203 au"), ["4976 71** **** 2203"]);
    }

    #[test]
    fn leaves_other_runs() {
        for text in ["réf. 4111111111111111", "les années 1998 1999 2000 2001", "carte n° 411111", "94111111111111111111 CB"] {
            assert!(slices(&READER, text).is_empty(), "{text}");
        }
    }
}
