//! Cadastral references.

use super::{Reader, Rule};
use crate::context::{Cue, Page};
use crate::model::{Confidence, Detection, Kind};
use crate::recognizers::figures::{digits_at, glued, holds};
use crate::context::is_bar;
use crate::recognizers::words::{apart, flows};
use crate::text::{Gap, Shape, Span, TokenKind};

const RULE: Rule = Rule {
    id: "fr/land_parcel",
    kind: Kind::LandParcel,
    finds: "Section and number of a parcel, and the numbers listed after it.",
    source: "décret n° 55-22 du 4 janvier 1955, art. 7: section, numéro du plan, lieu-dit",
};

pub(super) const READER: Reader = Reader { rules: &[RULE], find };

const CUES: &[&str] = &["CADASTRE", "CADASTREE", "CADASTREES", "CADASTRES", "CADASTRAL", "CADASTRALE", "CADASTRALES", "PARCELLE", "PARCELLES", "SECTION", "SECTIONS", "SECT", "FONCIER", "CAD"];

/// Roads and the like that a number follows as it does a section.
const ROADS: &[&str] = &["RD", "RN", "CD", "VC", "A", "CR"];

/// Heads of the columns of a table of parcels.
const HEADS: &[&str] = &["SECTION", "SECTIONS", "NUMERO", "N", "PARCELLE", "PARCELLES"];

fn find(page: &Page, found: &mut Vec<Detection>) {
    if !holds(page, CUES) {
        return;
    }
    let tables = page.tables();
    let mut free = 0;
    let mut listed: Option<usize> = None;
    // Section and number of what was found, to be found again without a cue.
    let mut known: Vec<(&str, &str)> = Vec::new();
    let mut named: Option<&str> = None;
    for at in page.document.numbers().iter().map(|&at| at as usize) {
        if at < free || at == 0 || digits_at(page, at) > 5 {
            continue;
        }
        // `RG F 20/00112`, `12,50`, `3.2`: a part of another number.
        let touched = glued(page, at + 1) && matches!(page.folded(at + 1), "/" | "," | ".") && digits_at(page, at + 2) > 0 && glued(page, at + 2);
        if touched {
            continue;
        }
        if let Some(cells) = row(page, at, tables) {
            if let [section, number] = cells[..]
                && section + 1 == number
            {
                found.push(Detection::new(RULE.id, RULE.kind, page.document.span_of(section, number), Confidence::Strong));
                free = at + 1;
                continue;
            }
            for cell in cells {
                found.push(Detection::new(RULE.id, RULE.kind, page.document.span_of(cell, cell), Confidence::Strong));
            }
            free = at + 1;
            continue;
        }
        let number = back_over_mark(page, at);
        let section = number.checked_sub(1).and_then(|s| section(page, s).or_else(|| apart_from_number(page, s, number < at)));
        let near = page.cue_before(at, 14, CUES).is_some() || listed.is_some_and(|end| at - end < 16);
        let continues = listed.is_some_and(|end| (end + 1..number).all(|i| matches!(page.folded(i), "," | "ET" | "A" | ";")) && number > end);
        let quantity = matches!(page.folded(at + 1), "EUROS" | "€" | "M" | "M2" | "HA" | "A" | "CA" | "ARES" | "HECTARES") && digits_at(page, at + 2) == 0 || page.cue(at + 1).any(Cue::MONTH);
        let mut first = match section {
            Some(section) if near => page.tokens()[section].span.start,
            None if quantity => continue,
            None if continues => page.tokens()[at].span.start,
            None if number < at && after_parcel(page, number) => page.tokens()[at].span.start,
            _ => continue,
        };
        // `et` glued to its section: the last two letters are the section.
        if let Some(section) = section.filter(|&s| page.tokens()[s].shape == Shape::Mixed) {
            first = page.tokens()[section].span.end - 2;
        }
        named = section.map(|section| section_name(page, section)).or(named.filter(|_| section.is_none() && continues));
        known.extend(named.map(|name| (name, page.folded(at))));
        let last = until(page, at);
        listed = Some(last);
        free = last + 1;
        let span = Span::new(first, page.tokens()[last].span.end);
        found.push(Detection::new(RULE.id, RULE.kind, span, Confidence::Strong));
    }
    again(page, &known, found);
}

/// Finds what is known again where section and number stand beside each other: `des fonds C 212 et C 213`.
fn again(page: &Page, known: &[(&str, &str)], found: &mut Vec<Detection>) {
    let taken: Vec<Span> = found.iter().filter(|detection| detection.rule == RULE.id).map(|detection| detection.span).collect();
    for at in page.document.numbers().iter().map(|&at| at as usize).filter(|&at| at > 0 && digits_at(page, at) < 5) {
        let number = back_over_mark(page, at);
        let Some(section) = number.checked_sub(1).filter(|&section| page.tokens()[section].kind == TokenKind::Word) else { continue };
        let span = page.document.span_of(section, at);
        if known.contains(&(section_name(page, section), page.folded(at))) && is_section(page, section) && !taken.iter().any(|taken| taken.overlaps(span)) {
            found.push(Detection::new(RULE.id, RULE.kind, span, Confidence::Probable));
        }
    }
}

/// The letters of the section at `section`, without `et` glued to them.
fn section_name<'p>(page: &'p Page, section: usize) -> &'p str {
    let word = page.folded(section + usize::from(digits_at(page, section) == 3));
    word.get(2..).filter(|_| word.len() == 4).unwrap_or(word)
}

/// The last token of the number at `at`: `108p`, `12 à 15`, `118 de la section D`.
fn until(page: &Page, at: usize) -> usize {
    let mut last = at;
    if glued(page, last + 1) && page.folded(last + 1).len() == 1 && page.tokens()[last + 1].kind == TokenKind::Word {
        last += 1;
    }
    let named = (last + 1..last + 5).find(|&i| !matches!(page.folded(i), "DE" | "LA" | "," | "EN"));
    // `12 n° 45/3`: a plot divided.
    if page.is_symbol(last + 1, "/") && glued(page, last + 1) && (1..3).contains(&digits_at(page, last + 2)) && glued(page, last + 2) {
        return last + 2;
    }
    if let Some(section) = named.filter(|&i| page.folded(i) == "SECTION" && page.tokens().get(i + 1).is_some_and(|token| token.shape == Shape::Initial || token.shape == Shape::Upper && token.span.len() == 2) && digits_at(page, i + 2) == 0) {
        return section + 1;
    }
    if page.folded(last + 1) == "A" && page.tokens()[last + 1].shape == Shape::Lower && (1..5).contains(&digits_at(page, last + 2)) {
        last += 2;
    }
    last
}

/// `la parcelle n°`, `cadastrées n°`, `cadastrée sous le n°` right before.
fn after_parcel(page: &Page, number: usize) -> bool {
    page.before(number, 4).find(|&i| !matches!(page.folded(i), "LE" | "LES" | "SOUS" | "CADASTREE" | "CADASTREES" | "E" | "(" | ")")).is_some_and(|i| matches!(page.folded(i), "PARCELLE" | "PARCELLES"))
        || number > 0 && page.folded(number - 1).starts_with("CADASTRE")
}

/// The cells of a table's row that hold section and number, when the number at `at` is the latter.
fn row(page: &Page, at: usize, tables: &crate::context::Tables) -> Option<Vec<usize>> {
    if !is_bar(page, at.checked_sub(1)?) && page.gap(at) < Gap::Wide {
        return None;
    }
    let head = |at: usize| tables.head(page, at).find(|&i| HEADS.contains(&page.folded(i))).map(|i| page.folded(i));
    head(at).filter(|head| !head.starts_with("SECTION"))?;
    let line = (0..at).rev().take_while(|&i| page.gap(i + 1) < Gap::Line).filter(|&i| page.tokens()[i].kind == TokenKind::Word);
    let section = line.take(12).find(|&i| is_letters(page, i) && head(i).is_some_and(|head| head.starts_with("SECTION")))?;
    Some(vec![section, at])
}

/// `section ZA, numéro 12`, `section ZA sous le n° 12`, `section 12 n° 45`: right after the word, whatever joins it to its number.
fn apart_from_number(page: &Page, at: usize, marked: bool) -> Option<usize> {
    let mut i = at;
    while i > 0 && at - i < 3 && matches!(page.folded(i), "," | ":" | "SOUS" | "LE" | "LES" | "PARCELLE" | "-") {
        i -= 1;
    }
    let joined = marked || page.folded(at) == "PARCELLE" || page.is_symbol(at, "-") && glued(page, at) && glued(page, at + 1);
    let over_colon = i.checked_sub(1).map(|before| before - usize::from(page.is_symbol(before, ":") && before > 0))?;
    let word = page.folded(over_colon);
    let named = word.starts_with("SECTION") || word == "SECT" || page.is_symbol(at, "-") && (word.starts_with("CADASTRE") || word.starts_with("PARCELLE") || word == "ET");
    let letters = page.tokens()[i].kind == TokenKind::Word && page.folded(i).len() <= 2 && !matches!(page.folded(i), "DU" | "DE" | "LA");
    let figure = (1..3).contains(&digits_at(page, i)) && !page.is_symbol(at, "-");
    (joined && named && (letters || figure)).then_some(i)
}

/// The token where the section before a number opens: `AB`, `000 AB`, `903 D`.
fn section(page: &Page, at: usize) -> Option<usize> {
    if !is_section(page, at) || ROADS.contains(&page.folded(at)) && !at.checked_sub(1).is_some_and(|i| page.folded(i).starts_with("SECTION") || page.folded(i).starts_with("PARCELLE") || matches!(page.folded(i), "ET" | ",")) {
        return None;
    }
    let prefix = at > 0 && digits_at(page, at - 1) == 3 && apart(page, at) && !(at > 1 && glued(page, at - 1) && page.tokens()[at - 2].kind == TokenKind::Symbol && !page.is_symbol(at - 2, "("));
    Some(if prefix { at - 1 } else { at })
}

/// The letters of a section right before its number.
fn is_section(page: &Page, at: usize) -> bool {
    is_letters(page, at) && flows(page, at + 1)
}

/// One or two capitals, or `etAY`: the conjunction glued to its section.
fn is_letters(page: &Page, at: usize) -> bool {
    let token = &page.tokens()[at];
    let word = page.folded(at);
    let glued = token.shape == Shape::Mixed && word.len() == 4 && word.starts_with("ET") && page.document.original_at(at)[2..].bytes().all(|b| b.is_ascii_uppercase());
    let short = token.is_capitalised() && word.len() <= 2 && !matches!(word, "N" | "M" | "DE" | "DU" | "ET" | "LE" | "LA" | "UN" | "OU" | "EN" | "AU" | "SE" | "CE" | "NE" | "SI" | "ON" | "IL" | "EU" | "SA" | "NO") && word.bytes().all(|b| b.is_ascii_uppercase());
    let part = at > 0 && matches!(page.folded(at - 1), "ESCALIER" | "BATIMENT" | "BAT" | "PORTE" | "HALL" | "LOT" | "ENTREE" | "BLOC");
    token.kind == TokenKind::Word && (short || glued) && !part
}

/// The token where `n°` before `at` starts, or `at`.
fn back_over_mark(page: &Page, at: usize) -> usize {
    let mut from = at;
    while from > 0 && (page.is_symbol(from - 1, "°") || matches!(page.folded(from - 1), "N" | "NO" | "NUMERO" | "NUMEROS" | "NOS" | "Nº" | "S")) {
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
