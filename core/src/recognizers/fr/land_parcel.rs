//! Cadastral references.

use super::{Reader, Rule};
use crate::context::Page;
use crate::model::{Confidence, Detection, Kind};
use crate::recognizers::figures::{digits_at, holds};
use crate::text::{Gap, TokenKind};

const RULE: Rule = Rule {
    id: "fr/land_parcel",
    kind: Kind::LandParcel,
    finds: "Section and number of a parcel, and the numbers listed after it.",
    source: "décret n° 55-22 du 4 janvier 1955, art. 7: section, numéro du plan, lieu-dit",
};

pub(super) const READER: Reader = Reader { rules: &[RULE], find };

const CUES: &[&str] = &["CADASTRE", "CADASTREE", "CADASTREES", "CADASTRES", "CADASTRAL", "CADASTRALE", "CADASTRALES", "PARCELLE", "PARCELLES", "SECTION", "SECTIONS"];

fn find(page: &Page, found: &mut Vec<Detection>) {
    if !holds(page, CUES) {
        return;
    }
    let mut free = 0;
    let mut listed = None;
    for at in page.document.numbers().iter().map(|&at| at as usize) {
        if at < free || at == 0 || digits_at(page, at) > 5 {
            continue;
        }
        let number = back_over_mark(page, at);
        let section = number.checked_sub(1).filter(|&s| is_section(page, s));
        let near = page.cue_before(at, 14, CUES).is_some() || listed.is_some_and(|end| at - end < 8);
        let continues = listed.is_some_and(|end| (end + 1..number).all(|i| matches!(page.folded(i), "," | "ET" | "A" | ";")) && number > end);
        let first = match section {
            Some(section) if near => section,
            None if continues => at,
            _ => continue,
        };
        if matches!(page.folded(at + 1), "EUROS" | "€" | "M" | "HA" | "A" | "CA" | "ARES") && section.is_none() {
            continue;
        }
        listed = Some(at);
        free = at + 1;
        found.push(Detection::new(RULE.id, RULE.kind, page.document.span_of(first, at), Confidence::Strong));
    }
}

/// One or two capitals, glued to `et` in some texts: the last two are then the section.
fn is_section(page: &Page, at: usize) -> bool {
    let token = &page.tokens()[at];
    let word = page.folded(at);
    token.kind == TokenKind::Word && token.is_capitalised() && word.len() <= 2 && word != "N" && word.bytes().all(|b| b.is_ascii_uppercase())
        && page.gap(at + 1) <= Gap::Space
}

/// The token where `n°` before `at` starts, or `at`.
fn back_over_mark(page: &Page, at: usize) -> usize {
    let mut from = at;
    while from > 0 && (page.is_symbol(from - 1, "°") || matches!(page.folded(from - 1), "N" | "NO" | "NUMERO" | "NUMEROS" | "NOS" | "Nº")) {
        from -= 1;
    }
    from
}

#[cfg(test)]
mod tests {
    use super::READER;
    use crate::recognizers::slices;

    #[test]
    fn finds_sections_and_lists() {
        assert_eq!(slices(&READER, "cadastrée section AB n° 123"), ["AB n° 123"]);
        assert_eq!(slices(&READER, "parcelles AB n° 12, 13 et 14"), ["AB n° 12", "13", "14"]);
        assert_eq!(slices(&READER, "parcelles AI 8 et AI 4027"), ["AI 8", "AI 4027"]);
        assert_eq!(slices(&READER, "section C numéro 45"), ["C numéro 45"]);
    }

    #[test]
    fn leaves_other_codes() {
        for text in ["lot AB n° 123", "section 4 du code", "la parcelle de 45 ares", "route RN 96", "n° 12, 13 et 14"] {
            assert!(slices(&READER, text).is_empty(), "{text}");
        }
    }
}
