//! Cells below `Domicile`, lines behind `Adresse :`: the head says what stands there, whatever it looks like.

use super::super::locality::{is_postcode, prefix, town};
use super::clause::{house, is_told, last_word};
use super::extent::street;
use super::words::PARTS;
use crate::context::{Cue, Page};
use crate::lexicon::Class;
use crate::model::{Confidence, Detection, Kind};
use crate::recognizers::figures::digits_at;
use crate::context::is_bar;
use crate::recognizers::words::{name_run, proper};
use crate::text::{Gap, Shape, TokenKind, one_of};

/// Heads of such columns.
const HEADS: &[&str] = &["DOMICILE", "ADRESSE", "ADRESSES", "DEMEURANT", "RESIDENCE", "DOMICILIE", "LIEUDIT", "LIEU-DIT", "LIEUX-DITS"];

/// Appends the address and the town of every such cell. At once when the page has no bar or none of the heads.
pub(super) fn find(page: &Page, rule: &'static str, found: &mut Vec<Detection>) {
    if !HEADS.iter().any(|head| page.document.find(head).is_some()) {
        return;
    }
    let bars = page.tokens_called(&["|", "│", "║"], |at| page.gap(at + 1) < Gap::Line);
    if bars.is_empty() {
        return;
    }
    let tables = page.tables();
    for first in bars.into_iter().map(|bar| bar + 1) {
        if is_bar(page, first) || !tables.head(page, first).any(|at| HEADS.contains(&page.folded(at))) || tables.head(page, first).any(|at| page.is_symbol(at, ":")) {
            continue;
        }
        let after = (first..page.tokens().len()).find(|&at| is_bar(page, at) || page.gap(at) >= Gap::Line && at > first).unwrap_or(page.tokens().len());
        let (town_first, town_last) = town_of(page, first, after).unwrap_or((after, after));
        let mut last = town_first;
        while last > first && page.kind(last - 1) == TokenKind::Symbol && !one_of!(page.folded(last - 1), "»" | "\"" | ")") {
            last -= 1;
        }
        let street = (first..last).any(|at| page.is_capitalised(at) || page.kind(at) == TokenKind::Number);
        // `La Vallée Madame`: nobody's title ends a cell.
        let told = (first..last).any(|at| page.cue(at).any(Cue::CIVILITY.or(Cue::MAITRE)) && (at == first || at + 1 < last)) || one_of!(page.folded(first), "IDEM" | "INCONNU" | "INCONNUE" | "MEME" | "SANS");
        if last > first && street && !told {
            found.push(Detection::new(rule, Kind::Address, page.document.span_of(first, last - 1), Confidence::Probable));
        }
        if town_first < after && !told {
            found.push(Detection::new("fr/locality", Kind::Locality, page.document.span_of(town_first, town_last), Confidence::Strong));
        }
    }
}

/// Appends what stands behind `Demeurant :` or `Adresse . . . :` up to the postcode of the same line, or of the whole line or cell, whatever
/// it looks like.
pub(super) fn lines(page: &Page, rule: &'static str, found: &mut Vec<Detection>) {
    const REACH: usize = 18;
    let colons = page.tokens_where(|word| page.document.folded(word) == ":", |at| at > 0 && page.gap(at + 1) <= Gap::Wide);
    for first in colons.into_iter().map(|colon| colon + 1) {
        // Dotted leaders stand between a form's label and its colon.
        let label = (first.saturating_sub(12)..first - 1).rev().find(|&at| !page.is_symbol(at, ".") && page.folded(at) != "…").unwrap_or(first - 1);
        let mut head = page.before(label + 1, 3).take_while(|&at| page.gap(at + 1) < Gap::Line || at == label);
        if !head.any(|at| page.cue(at).any(Cue::DWELLING) || one_of!(page.folded(at), "ADRESSE" | "DOMICILE")) {
            continue;
        }
        // `adresse : ....27 rue`
        let first = (first..first + 90).find(|&at| !page.is_symbol(at, ".")).unwrap_or(first);
        let leader = |at: usize| page.is_symbol(at, ".") && page.is_symbol(at + 1, ".") && page.is_symbol(at + 2, ".");
        let after = (first + 1..page.tokens().len().min(first + REACH)).find(|&at| page.gap(at) >= Gap::Wide || is_bar(page, at) || leader(at)).unwrap_or(page.tokens().len().min(first + REACH));
        let code = (first + 1..after).find(|&at| is_postcode(page, at) && town(page, at).is_some());
        // Without a postcode the line or the cell must end, and hold a figure or a part of a building.
        let place = || (first..after).any(|at| PARTS.contains(&page.folded(at)) || street(page, at) || digits_at(page, at) > 0 && proper(page, at + 1));
        let Some(end) = code.or_else(|| Some(after).filter(|&after| after < first + REACH && place())) else { continue };
        let last = last_word(page, first, if code.is_some() { prefix(page, end) } else { end });
        let told = (first..end).any(|at| is_told(page, at)) || page.cue(first).any(Cue::ESTABLISHMENT);
        if let Some(last) = last.filter(|_| !told && !super::of_a_court(page, first)) {
            found.push(Detection::new(rule, Kind::Address, page.document.span_of(first, last), Confidence::Probable));
        }
    }
}

/// Appends the lieu-dit of a row that measures a parcel: `| ZA 31 | Les Clauzels | 2 ha 74 a |`, `Section A   n° 77   Combe Fagel   1 ha 20 a`: a cell
/// that is a name, with an article or a word of no dictionary. Linear in the measures and their lines.
pub(super) fn of_parcels(page: &Page, rule: &'static str, found: &mut Vec<Detection>) {
    let measured = |at: usize| at > 0 && page.shape(at) == Shape::Lower && digits_at(page, at - 1) > 0 && page.gap(at) <= Gap::Space;
    let mut lines: Vec<usize> = page.tokens_called(&["HA", "CA"], measured).into_iter().filter_map(|at| page.line_start(at)).collect();
    lines.dedup();
    for line in lines {
        let parts = |at: usize| is_bar(page, at) || page.gap(at) >= Gap::Wide;
        let end = (line + 1..line + 60).find(|&at| page.gap(at) >= Gap::Line).unwrap_or(line);
        for first in (line + 1..end).filter(|&at| parts(at) || is_bar(page, at - 1)).map(|at| at + usize::from(is_bar(page, at))) {
            let article = page.shape(first) == Shape::Title && page.cue(first).any(Cue::ARTICLE) || page.kind(first) == TokenKind::Elision && page.shape(first) != Shape::Lower;
            let Some(last) = Some(first).filter(|&first| proper(page, first) || article).and_then(|first| house(page, first)) else { continue };
            let known = article || last > first && (first..=last).any(|at| page.class(at) == Class::default() && page.bytes(at) > 3);
            let numbered = (line..first).any(|at| digits_at(page, at) > 0);
            if known && numbered && parts(last + 1) && last < end && (article || page.phrase(first, Class::PLACE) != Some(last)) && !(first..=last).any(|at| is_told(page, at)) {
                found.push(Detection::new(rule, Kind::Address, page.document.span_of(first, last), Confidence::Probable));
            }
        }
    }
}

/// Appends the name of the land that an item of a list gives before its parcel: `- le Haut-Zork : ZA 12`. Linear in the parcels found.
pub(super) fn of_items(page: &Page, rule: &'static str, found: &mut Vec<Detection>) {
    let parcels: Vec<usize> = found.iter().filter(|d| d.kind == Kind::LandParcel).map(|d| page.document.token_at(d.span.start)).collect();
    for parcel in parcels.into_iter().filter(|&at| at > 2) {
        let colon = parcel - 1 - usize::from(page.folded(parcel - 1) == "SECTION");
        let Some(line) = page.line_start(colon).filter(|&line| page.is_symbol(colon, ":") && one_of!(page.folded(line), "-" | "–" | "—" | "•") && colon > line + 1 && colon < line + 8) else { continue };
        let name = || line + 1..colon;
        let place = name().any(|at| page.is_capitalised(at)) && !name().any(|at| page.kind(at) == TokenKind::Number || page.cue(at).any(super::houses::OTHERS) || one_of!(page.folded(at), "COMMUNE" | "SECTION" | "PARCELLE" | "PARCELLES" | "LOT"));
        // What is told again stands behind other small words.
        let first = name().find(|&at| page.is_capitalised(at)).unwrap_or(colon);
        let told = first + 1 < colon || first < colon && (page.folded(first).contains('-') || page.class(first) == Class::default());
        if place && told {
            found.push(Detection::new(rule, Kind::Address, page.document.span_of(first, colon - 1), Confidence::Probable));
        }
    }
}

/// First and last token of the town in a cell: behind its postcode, of a neighbouring country too, or the last name behind a comma.
fn town_of(page: &Page, first: usize, after: usize) -> Option<(usize, usize)> {
    if let Some(code) = (first..after).find(|&at| is_postcode(page, at)) {
        return town(page, code).map(|last| (code, last.min(after - 1)));
    }
    let abroad = (first + 1..after.saturating_sub(1)).rev().find(|&at| digits_at(page, at) == 4 && page.shape(at + 1) == Shape::Upper && name_run(page, at + 1, 4) == Some(after - 1));
    if let Some(code) = abroad {
        return Some((code, after - 1));
    }
    let behind = (first + 1..after).rev().find(|&at| page.is_symbol(at - 1, ",")).unwrap_or(first);
    let whole = proper(page, behind) && name_run(page, behind, 5) == Some(after - 1);
    let known = page.phrase(behind, Class::PLACE) == Some(after - 1);
    (whole && (known || behind > first)).then_some((behind, after - 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::text::Document;

    #[test]
    fn the_head_says_what_a_cell_is() {
        let text = "| Nom | Domicile | Note |\n|---|---|---|\n| Anne | tribu de Gelima, CANALA | 17 |\n| Zoé | chaussée Brunon 212 7390 QUAREGNAN | 16 |\n| Léa | idem | 15 |\n| Noé | VIERZON | 14 |";
        let page = Page::new(Document::new(text).expect("a small text"), Lexicon::fr());
        let mut found = Vec::new();
        find(&page, "fr/address", &mut found);
        let slices: Vec<_> = found.iter().map(|detection| (detection.kind, detection.span.of(text))).collect();
        assert_eq!(slices, [
            (Kind::Address, "tribu de Gelima"),
            (Kind::Locality, "CANALA"),
            (Kind::Address, "chaussée Brunon 212"),
            (Kind::Locality, "7390 QUAREGNAN"),
            (Kind::Locality, "VIERZON"),
        ]);
    }

    #[test]
    fn other_columns_and_prose_stay() {
        for text in ["| Nom | Note |\n|---|---|\n| Anne | Gelima, CANALA |", "le domicile | la note", "Domicile : VIERZON"] {
            let page = Page::new(Document::new(text).expect("a small text"), Lexicon::fr());
            let mut found = Vec::new();
            find(&page, "fr/address", &mut found);
            assert!(found.is_empty(), "{text}");
        }
    }
}
