//! The NIR, numéro de sécurité sociale.

use super::{Reader, Rule};
use crate::context::Page;
use crate::model::{Confidence, Detection, Kind};
use crate::recognizers::figures::{Figures, gather, start_of};

const RULE: Rule = Rule {
    id: "fr/nir",
    kind: Kind::NationalId,
    finds: "A NIR with its key, or 13 digits beside a word that says so.",
    source: "décret n° 82-103 du 22 janvier 1982, art. 4; INSEE, clé = 97 - (NIR mod 97), 2A = 19, 2B = 18",
};

pub(super) const READER: Reader = Reader { rules: &[RULE], find };

const CUES: &[&str] = &["NIR", "INSEE", "SS", "SECU", "SECURITE", "SOCIALE", "IMMATRICULE", "IMMATRICULEE", "ASSURE", "ASSUREE", "ASSURES"];

fn find(page: &Page, found: &mut Vec<Detection>) {
    let text = page.document.text();
    // Behind the last one: its later digits open none with those of the next line.
    let mut free = 0;
    for at in page.numbers_of(6) {
        let start = start_of(page, at);
        if start < free || !matches!(text.as_bytes()[start], b'1'..=b'4' | b'7' | b'8') {
            continue;
        }
        let Some(figures) = gather(text, start, 15, accept).or_else(|| gather(text, start, 13, accept)) else { continue };
        if !plausible(&figures) {
            continue;
        }
        // Digits of the next line belong to something else, unless a word says what is broken there.
        let broken = figures.span.of(text).contains('\n');
        let cued = page.cue_before(at, 12, CUES).is_some();
        let keyed = figures.as_str().len() == 15;
        let confidence = match (keyed && key_holds(&figures), cued) {
            (true, _) if cued || !broken => Confidence::Certain,
            (true, false) => Confidence::Probable,
            (_, true) => Confidence::Strong,
            (_, false) if keyed && !broken => Confidence::Possible,
            (_, false) => continue,
        };
        found.push(Detection::new(RULE.id, RULE.kind, figures.span, confidence));
        free = if confidence == Confidence::Certain { figures.span.end as usize } else { free };
    }
}

fn accept(b: u8, rank: usize) -> bool {
    b.is_ascii_digit() || rank == 6 && matches!(b, b'A' | b'B')
}

fn plausible(figures: &Figures) -> bool {
    let code = figures.as_str();
    let month = figures.number(3, 5);
    let letter = !code.as_bytes()[6].is_ascii_digit();
    let department = figures.number(5, 7);
    matches!(month, 1..=13 | 20..=42 | 50..=99) && if letter { code.as_bytes()[5] == b'2' } else { department > 0 }
}

fn key_holds(figures: &Figures) -> bool {
    let body = &figures.as_str()[..13];
    let number: u64 = body.replacen("2A", "19", usize::from(body[5..].starts_with("2A"))).parse().unwrap_or_else(|_| {
        format!("{}{}{}", &body[..5], if &body[5..7] == "2A" { "19" } else { "18" }, &body[7..]).parse().unwrap_or(0)
    });
    97 - number % 97 == figures.number(13, 15)
}

#[cfg(test)]
mod tests {
    use super::READER;
    use crate::recognizers::slices;

    #[test]
    fn finds_keyed_numbers_and_bare_ones_in_context() {
        assert_eq!(slices(&READER, "n° 2 55 08 14 168 025 38 depuis"), ["2 55 08 14 168 025 38"]);
        assert_eq!(slices(&READER, "n° SS 255081416802538."), ["255081416802538"]);
        assert_eq!(slices(&READER, "sécurité sociale : 2 55 08 14 168 025"), ["2 55 08 14 168 025"]);
        assert_eq!(slices(&READER, "NIR 2 55 08 2A 168 025 12"), ["2 55 08 2A 168 025 12"]);
        assert_eq!(slices(&READER, "NIR 2 55 08 14 168 025 39"), ["2 55 08 14 168 025 39"]);
    }

    #[test]
    fn leaves_other_runs() {
        for text in [
            "n° 9255081416802538",
            "réf. 2550814168025",
            "n° 5 55 08 14 168 025 38",
            "n° 2 55 15 14 168 025 38",
            "2 550 814 168 euros",
            "255081416802538A",
        ] {
            assert!(slices(&READER, text).is_empty(), "{text}");
        }
    }
}
