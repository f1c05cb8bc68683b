//! Items that commas part, each of which says little alone: `immeuble Le Banian, apt. C4, Punaauia`, `rés. Le Quai, bât. C2, appt 4, 12 B av. du Port`.

use super::super::locality::{is_postcode, town};
use super::clause::{at_town, is_told, town_behind};
use super::extent::street;
use super::of_a_court;
use super::words::{ABBREVIATED, CUES, FOREIGN, INSIDE, LANDMARKS, LOOKS, PARTS, QUALITIES, RANKS};
use crate::context::{Cue, Page, is_bar};
use crate::lexicon::Class;
use crate::model::{Confidence, Detection, Kind};
use crate::recognizers::figures::digits_at;
use crate::recognizers::words::{flows, name_run, proper};
use crate::text::{Gap, Shape, TokenKind, one_of};

/// How many tokens an item may hold.
const LONGEST: usize = 10;

/// What an item says of a place.
#[derive(Clone, Copy, PartialEq)]
enum Item {
    /// A part of a building or a street, with its number or name.
    Told,
    /// A number, a floor, a name between quotation marks: beside such a part.
    Beside,
}

/// Appends every run of items that ends with a town, or is two items and more. Linear in the commas.
pub(super) fn find(page: &Page, rule: &'static str, found: &mut Vec<Detection>) {
    let mut free = 0;
    for comma in page.tokens_called(&[","], |at| at > 0) {
        if comma < free {
            continue;
        }
        let Some(first) = opening(page, comma, free) else { continue };
        let Some(mut told) = item(page, first, comma - 1) else { continue };
        let (mut last, mut count) = (comma - 1, 1);
        while page.is_symbol(last + 1, ",") && let Some(end) = closing(page, last + 2) && let Some(next) = item(page, last + 2, end) {
            if next == Item::Told {
                told = next;
            }
            (last, count) = (end, count + 1);
        }
        free = last + 1;
        let commune = town_behind(page, last + 1).or_else(|| listed_town(page, last + 1)).map(|first| (first, page.phrase(first, Class::PLACE).unwrap_or(first)));
        let commune = commune.or_else(|| abroad(page, last + 1));
        let coded = (last + 1..last + 4).any(|at| is_postcode(page, at) && town(page, at).is_some());
        let fits = if told == Item::Told { count > 1 || coded || commune.is_some() } else { (coded || commune.is_some()) && (count > 1 || (first..=last).any(|at| page.is_capitalised(at)) && commune.is_some_and(|(town, _)| digits_at(page, town) > 0)) };
        let from = over_name(page, first);
        if !(fits || told == Item::Told && from < first) || of_a_court(page, first) {
            continue;
        }
        found.push(Detection::new(rule, Kind::Address, page.document.span_of(from, last), Confidence::Probable));
        if let Some((town, end)) = commune {
            found.push(Detection::new("fr/locality", Kind::Locality, page.document.span_of(town, end), Confidence::Strong));
        }
    }
}

/// `« Les Jardins, bât. 3, esc. B »`, `29300 Quimperlé, Kerzorkan, route de Moëlan`: the name that the quotation opens with, or behind the town.
fn over_name(page: &Page, first: usize) -> usize {
    let town = |mark: usize| page.is_symbol(mark, ",") && (mark.saturating_sub(5)..mark).any(|at| is_postcode(page, at) && town(page, at) == Some(mark - 1));
    let name = (first.saturating_sub(8)..first).rev().find(|&at| page.folded(at) == "«" || town(at)).map(|mark| mark + 1);
    let whole = |name: usize| name + 1 < first && page.is_symbol(first - 1, ",") && name_run(page, name, 6) == Some(first - 2);
    // `, La Petite Zorkière, route de Maury`; `| Logis de Zorka, 3 chemin du Bas`
    let article = |at: usize| page.cue(at).any(Cue::ARTICLE) && page.shape(at) == Shape::Title;
    let item = (first.saturating_sub(8)..first - usize::from(first > 0)).rev().find(|&at| page.is_symbol(at, ",") && article(at + 1) || is_bar(page, at) && page.shape(at + 1) == Shape::Title && page.cue(at + 2).any(Cue::PARTICLE)).map(|mark| mark + 1);
    if let Some(item) = item.filter(|&item| whole(item) && !(item..first).any(|at| page.class(at).any(Class::GIVEN_COMMON))) {
        return item;
    }
    // `« Madame Zorka, 3 rue Haute »`: who lives there is no part of where.
    let lives = |at: usize| page.cue(at).any(Cue::CIVILITY) || page.class(at).any(Class::GIVEN_COMMON);
    name.filter(|&name| whole(name) && !(name..first).any(lives)).unwrap_or(first)
}

/// `, 5000 Veliko Tarnovo`, `, 6500 AA Nijmegen`, `, 03-727 Warszawa`: code and town of another State behind an address.
fn abroad(page: &Page, comma: usize) -> Option<(usize, usize)> {
    let code = comma + 1;
    let parted = digits_at(page, code) == 2 && page.is_symbol(code + 1, "-") && digits_at(page, code + 2) == 3;
    let letters = usize::from(page.shape(code + 1) == Shape::Upper && page.bytes(code + 1) == 2);
    let town = code + 1 + if parted { 2 } else { letters };
    let coded = page.is_symbol(comma, ",") && (parted || digits_at(page, code) == 4) && page.gap(town) == Gap::Space && proper(page, town) && page.bytes(town) > 2 && !page.cue(town).any(Cue::MONTH);
    if coded { name_run(page, town, 4).map(|last| (code, last)) } else { None }
}

/// The first token of the item that the comma ends.
fn opening(page: &Page, comma: usize, free: usize) -> Option<usize> {
    let parts = |at: usize| page.kind(at) == TokenKind::Symbol && one_of!(page.folded(at), "," | ";" | ":" | "(" | ")" | "«" | "|" | "│" | "║");
    // Most items are prose, which their last word tells.
    let last = comma - 1;
    if page.kind(last) == TokenKind::Word && page.shape(last) == Shape::Lower && page.bytes(last) > 3 && !is_placed(page, last) {
        return None;
    }
    (free.max(comma.saturating_sub(LONGEST))..comma).rev().find(|&at| at == 0 || parts(at - 1) || page.gap(at) > Gap::Space && !flows(page, at))
        // The last group of a longer number.
        .filter(|&first| !(first > 0 && digits_at(page, first) == 3 && digits_at(page, first - 1) > 0))
}

/// The last token of the item that opens at `first`.
fn closing(page: &Page, first: usize) -> Option<usize> {
    if page.folded(first) == "«" {
        return (first + 1..first + LONGEST).find(|&at| page.folded(at) == "»");
    }
    let closes = |at: usize| !flows(page, at) || is_bar(page, at) || one_of!(page.folded(at), "," | ";" | ":" | "(" | ")" | "»") || page.is_symbol(at, ".") && sentence(page, at) || at > first && at_town(page, at).is_some();
    (first + 1..=first + LONGEST).find(|&at| closes(at)).map(|at| at - 1).filter(|_| flows(page, first))
}

/// A dot behind a word in full, before a capital or a line's end.
fn sentence(page: &Page, at: usize) -> bool {
    page.gap(at + 1) != Gap::None && (page.shape(at + 1) == Shape::Title || page.gap(at + 1) >= Gap::Line) && !ABBREVIATED.contains(&page.folded(at - 1)) && (page.bytes(at - 1) > 4 || page.kind(at - 1) == TokenKind::Number || page.is_capitalised(at - 1))
}

/// `, Punaauia,`: a known commune that is an item of its own.
fn listed_town(page: &Page, comma: usize) -> Option<usize> {
    let first = comma + 1;
    let whole = |last: usize| page.gap(last + 1) >= Gap::Line || one_of!(page.folded(last + 1), "," | "." | ";" | "(" | ")");
    let opens = proper(page, first) || page.kind(first) == TokenKind::Elision && page.shape(first) != Shape::Lower;
    (page.is_symbol(comma, ",") && opens && !page.class(first).any(Class::GIVEN_COMMON) && page.phrase(first, Class::PLACE).is_some_and(whole)).then_some(first)
}

/// True for a word in lower case that stands inside an item.
fn is_placed(page: &Page, at: usize) -> bool {
    let word = page.folded(at);
    [INSIDE, QUALITIES, LOOKS, RANKS, LANDMARKS, PARTS].iter().any(|words| words.contains(&word)) || street(page, at) || one_of!(word, "LETTRES" | "FORESTIERE" | "SANS" | "NUMERO")
}

/// What the tokens from `first` to `last` say; `None` for prose.
fn item(page: &Page, first: usize, last: usize) -> Option<Item> {
    let word = |at: usize| page.folded(at);
    let way = |at: usize| street(page, at) && word(at) != "ENSEMBLE" || FOREIGN.contains(&word(at));
    let part = |at: usize| PARTS.contains(&word(at)) || way(at) || (ABBREVIATED.contains(&word(at)) || one_of!(word(at), "ET" | "RUE")) && page.is_symbol(at + 1, ".") || word(at) == "LIEU" && word(at + 1) == "DIT";
    let figure = |at: usize| (1..5).contains(&digits_at(page, at));
    let plain = |at: usize| match page.kind(at) {
        TokenKind::Symbol => one_of!(word(at), "." | "-" | "–" | "°" | "º" | "/" | "'" | "\"" | "«" | "»" | "+"),
        TokenKind::Number => figure(at) || one_of!(word(at - usize::from(at > 0)), "BP" | "CS" | "TSA"),
        _ => {
            page.is_capitalised(at) || page.bytes(at) < 4 || part(at) || page.kind(at) == TokenKind::Elision || page.cue(at).any(Cue::PARTICLE.or(Cue::ARTICLE).or(Cue::HONOUR))
                || is_placed(page, at)
        }
    };
    let dated = |at: usize| page.cue(at).any(Cue::MONTH) && at > 0 && (page.kind(at - 1) == TokenKind::Number || word(at - 1) == "EN");
    let item = first..=last;
    // `ZA n° 31`: a parcel's section; `Maison Zorka à Maury`: its town stands inside; `résidence A Merendella` has an article.
    let parcel = page.shape(first) == Shape::Upper && page.bytes(first) < 3 && (word(first + 1) == "N" || digits_at(page, first + 1) > 0) && !one_of!(word(first), "BP" | "CS" | "PK" | "RN" | "RD" | "CD");
    let inside = (first + 1..last).any(|at| word(at) == "A" && (page.shape(at) == Shape::Lower || page.shape(at - 1) == Shape::Upper) && page.gap(at) > Gap::None && page.is_capitalised(at + 1));
    if parcel || inside || CUES.contains(&word(first)) {
        return None;
    }
    let told = |at: usize| is_told(page, at) && !(word(at) == "DIT" && word(at - usize::from(at > 0)) == "LIEU");
    if item.clone().any(|at| !plain(at) || told(at) || is_postcode(page, at) && !one_of!(word(at - usize::from(at > 0)), "CS" | "TSA") || dated(at)) {
        return None;
    }
    let named = (first + 1..=last).any(|at| figure(at) || page.is_capitalised(at));
    let streets = item.clone().any(way);
    let landmark = LANDMARKS.contains(&word(first));
    if (part(first) || landmark && streets) && named {
        return Some(Item::Told);
    }
    let numbered = figure(first) || word(first) == "N" && page.is_symbol(first + 1, "°");
    if numbered && (first + 1..=last).any(part) {
        return Some(if streets && named { Item::Told } else { Item::Beside });
    }
    let floor = figure(first) && last < first + 4 && last > first && (first + 1..=last).all(|at| RANKS.contains(&word(at)) || one_of!(word(at), "BIS" | "TER") || INSIDE.contains(&word(at)) || page.bytes(at) < 3) && !page.is_symbol(last + 1, ")");
    let alone = first == last && figure(first) && page.is_symbol(last + 1, ",") && way(last + 2);
    let lower = page.shape(first) == Shape::Lower && (part(first) || landmark || word(first) == "AU" && one_of!(word(first + 1), "FOND" | "BOUT" | "REZ-DE-CHAUSSEE") || word(first) == "SANS" && word(first + 1) == "NUMERO" || word(first) == "S" && word(last) == "N");
    let quoted = word(first) == "«" && word(last) == "»";
    // `vh. B`, `bte 12`, `Vesterbrogade 417`, `ul. Gurko 27`
    let short = page.shape(first) == Shape::Lower && page.bytes(first) < 4 && (figure(last) || page.shape(last) == Shape::Initial) && last < first + 3 && last > first;
    let foreign = figure(last) && last > first && item.clone().any(|at| proper(page, at)) && !item.clone().any(|at| page.class(at).any(Class::GIVEN_COMMON) || page.cue(at).any(Cue::STATUTE.or(Cue::LABEL).or(Cue::COMPANY)));
    let foreign = foreign && page.phrase(first, Class::PLACE).is_none() && page.bytes(first) > 2;
    (floor || alone || lower || quoted || short || foreign).then_some(Item::Beside)
}
