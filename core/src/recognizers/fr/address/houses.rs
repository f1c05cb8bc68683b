//! Houses by their name, and what stands around a street: `Le Clos, bât. B, 41 route de Maury`, `Kerbrat 29000 Quimper`.

use super::super::locality::is_postcode;
use super::super::locality::town;
use super::clause::house;
use super::starts_line;
use super::words::{INSIDE, PARTS, RANKS};
use crate::context::{Cue, Page};
use crate::lexicon::Class;
use crate::model::{Confidence, Detection, Kind};
use crate::recognizers::figures::{digits_at, glued};
use crate::recognizers::words::{CLOSING, apart, close, name_run, proper};
use crate::text::{Gap, Shape, TokenKind, one_of};

/// What no house is called.
pub(super) const OTHERS: Cue = CLOSING.or(Cue::COURT).or(Cue::COMPANY).or(Cue::LAW_FIRM).or(Cue::OFFICE_OF_COURT).or(Cue::MONTH).or(Cue::PUBLIC);

/// True for the last item of a party before a postcode: `menuisier, Kerbrat 29870 Coat-Méal`, `chez M. Sirven, Poirier⏎97180 X`,
/// `2 bis, Kerbrat, 29870 Coat-Méal`.
pub(super) fn last_item(page: &Page, at: usize, line: bool) -> bool {
    let numbered = (1..5).contains(&digits_at(page, at));
    let mut name = at + usize::from(numbered);
    if numbered && one_of!(page.folded(name), "BIS" | "TER" | "QUATER") {
        name += 1;
    }
    name += usize::from(numbered && page.is_symbol(name, ","));
    let article = one_of!(page.folded(name), "LE" | "LA" | "LES" | "L'") && page.is_capitalised(name);
    // `4 la Croix Morinel 50260`
    let hamlet = numbered && !article && one_of!(page.folded(name), "LE" | "LA" | "LES" | "L'") && proper(page, name + 1);
    if !(proper(page, name) || article || hamlet) || name > at && !close(page, name) || page.cue(name).any(OTHERS) {
        return false;
    }
    let Some(last) = name_run(page, name + usize::from(hamlet), 5) else { return false };
    let code = last + 1 + usize::from(one_of!(page.folded(last + 1), "," | "-" | "–"));
    if !is_postcode(page, code) || town(page, code).is_none() || page.gap(code) == Gap::Blank || (name..=last).any(|i| page.class(i).any(Class::GIVEN_COMMON) || page.cue(i).any(OTHERS)) {
        return false;
    }
    let wraps = page.gap(code) == Gap::Line;
    // A word in lower case before the comma is a trade; a line that holds `chez` or a civility is a party's.
    let trade = at > 1 && page.kind(at - 2) == TokenKind::Word && (page.class(at - 2).any(Class::PROFESSION) || page.shape(at - 2) == Shape::Lower);
    // `M. Paul Riou, Kerbrat, 29870 Coat-Méal`
    let named = at > 2 && (at.saturating_sub(8)..at - 1).rev().take_while(|&i| page.gap(i + 1) < Gap::Line && (proper(page, i) || page.cue(i).any(Cue::PARTICLE.or(Cue::CIVILITY)) || page.is_symbol(i, "."))).any(|i| page.cue(i).any(Cue::CIVILITY));
    let trade = trade || named;
    let host = page.before(at, 8).take_while(|&i| page.gap(i + 1) < Gap::Line).any(|i| page.folded(i) == "CHEZ");
    numbered && (name > at + 1 || page.shape(name) == Shape::Title) || hamlet || article && line && !wraps || !numbered && !line && (trade && !wraps || host && wraps)
}

/// True when an item with a number stands before a foreign town: `Steenweg 114 bus 3, B-5500 Dinant`, `10 Mill Row, Cobh (Irlande)`.
pub(super) fn abroad(page: &Page, at: usize) -> bool {
    let end = (at + 1..at + 10).find(|&i| page.gap(i) >= Gap::Line || one_of!(page.folded(i), ";" | "(" | "." | ":") || page.is_symbol(i, "-") && glued(page, i) && digits_at(page, i + 1) >= 4);
    let Some(end) = end else { return false };
    let coded = page.is_symbol(end, "-") && one_of!(page.folded(end - 1), "B" | "L" | "CH" | "D" | "I" | "E" | "A" | "NL" | "P");
    let country = page.is_symbol(end, "(") && page.class(end + 1).any(Class::COUNTRY);
    let comma = (at + 1..end).rev().find(|&i| page.is_symbol(i, ","));
    let last = if coded { end - 1 } else { comma.unwrap_or(at) };
    let figure = (at..last).any(|i| (1..5).contains(&digits_at(page, i)));
    let plain = (at..last).all(|i| proper(page, i) || digits_at(page, i) > 0 || page.is_symbol(i, ",") || page.kind(i) == TokenKind::Word && page.bytes(i) < 5) && !(at..last).any(|i| page.cue(i).any(OTHERS));
    (coded || country && comma.is_some()) && figure && plain && (at..last).any(|i| proper(page, i))
}

/// `ZAC de la Porte Verte, NANCY |`, `tour 4, appt 62, NANCY`: true when a known commune behind a comma ends the line or the cell.
pub(super) fn ends_in_town(page: &Page, at: usize) -> bool {
    let end = (at + 1..at + 16).find(|&i| page.gap(i) >= Gap::Line || crate::context::is_bar(page, i));
    let town = end.and_then(|end| (at + 2..end).rev().find(|&i| page.is_symbol(i, ",")).map(|comma| (comma + 1, end)));
    town.is_some_and(|(town, end)| page.phrase(town, Class::PLACE) == Some(end - 1) && proper(page, town) && !page.class(town).any(Class::GIVEN_COMMON)) && !(at..at + 16).take_while(|&i| Some(i) != end).any(|i| page.cue(i).any(OTHERS))
}

/// `Le Clos des Vignes, bât. B, 41 route`: the first token of a house's name that opens its line, or stands behind a cue.
pub(super) fn over_name(page: &Page, first: usize, free: usize) -> usize {
    if first < 2 || !page.is_symbol(first - 1, ",") {
        return first;
    }
    let mut from = first - 1;
    while from > free && first - from < 14 && page.gap(from) < Gap::Line {
        let before = from - 1;
        let token = &page.tokens()[before];
        let figure = token.kind == TokenKind::Number && token.span.len() < 5;
        let word = page.folded(before) == "MAIRIE" || proper(page, before) && !page.cue(before).any(OTHERS.or(Cue::NUMBER)) || page.cue(before).any(Cue::PARTICLE.or(Cue::ARTICLE)) || token.kind == TokenKind::Elision || PARTS.contains(&page.folded(before)) || page.gap(before) == Gap::None && RANKS.contains(&page.folded(before)) || INSIDE.contains(&page.folded(before));
        if !(figure || word || one_of!(page.folded(before), "," | "-" | ".")) {
            break;
        }
        from = before;
    }
    from += usize::from(page.is_symbol(from, ","));
    let article = one_of!(page.folded(from), "LE" | "LA" | "LES" | "L'") && page.shape(from) != Shape::Lower && proper(page, from + 1);
    // `la société TRANSPORTS BILKO SAS, Le Grand Pré, RD 338`
    let seat = article && from > 1 && page.is_symbol(from - 1, ",") && page.cue(from - 2).any(Cue::COMPANY);
    let hall = page.folded(from) == "MAIRIE" && page.is_capitalised(from);
    let part = hall || PARTS.contains(&page.folded(from)) && page.is_capitalised(from) && (proper(page, from + 1) || page.cue(from + 1).any(Cue::PARTICLE) && proper(page, from + 2));
    let given = !(article || part) || (from..first).any(|i| page.class(i).any(Class::GIVEN_COMMON) && page.shape(i) == Shape::Title && !page.cue(i - usize::from(i > 0)).any(Cue::PARTICLE) && !PARTS.contains(&page.folded(i - usize::from(i > 0))));
    // `c/o Résidence Les Lilas, 12 rue`
    let care = from > 2 && page.folded(from - 1) == "O" && page.is_symbol(from - 2, "/");
    // `voisine de la défunte, Maison du Garde, lieu-dit Le Haut, à Maury`
    let led = seat || care || part && page.is_symbol(from.saturating_sub(1), ",") || starts_line(page, from) || from > 0 && (page.cue(from - 1).any(Cue::DWELLING) || page.is_symbol(from - 1, ":"));
    if led && !given { from } else { first }
}

/// `ch. 117, 2 allée des Ormes`: the parts of a building before their street.
pub(super) fn over_parts(page: &Page, first: usize, free: usize) -> usize {
    let named = |part: usize| PARTS.contains(&page.folded(part)) || page.folded(part) == "CH";
    let mut from = first;
    // `ch. 117, 2 allée`: the first number is the room's.
    let own = first.saturating_sub(1 + usize::from(page.is_symbol(first.saturating_sub(1), ".")));
    if own >= free && own < first && digits_at(page, first) > 0 && named(own) && close(page, first) {
        from = own;
    }
    while from > free + 2 && page.is_symbol(from - 1, ",") && page.gap(from - 1) == Gap::None {
        // `5e étage, 240 avenue`
        if page.folded(from - 2) == "ETAGE" && from > free + 3 {
            let number = from - 3 - usize::from(RANKS.contains(&page.folded(from - 3)));
            if number >= free && digits_at(page, number) > 0 {
                from = number;
                continue;
            }
        }
        let number = from - 2;
        let short = digits_at(page, number) > 0 && digits_at(page, number) < 5 || page.shape(number) == Shape::Initial;
        let part = number - 1 - usize::from(page.is_symbol(number - 1, ".") && number > free + 1);
        if !(short && part >= free && named(part) && apart(page, number)) {
            break;
        }
        from = part;
    }
    from
}

/// `5 place du Marché NANCY`: where the town opens that an address ends with, in capitals behind a street that is not.
pub(super) fn town_at_end(page: &Page, first: usize, last: usize) -> Option<usize> {
    let town = (first + 2..=last).find(|&i| page.shape(i) == Shape::Upper && page.bytes(i) > 2 && page.phrase(i, Class::PLACE) == Some(last))?;
    let before = &page.tokens()[town - 1];
    let street = before.kind == TokenKind::Word && matches!(before.shape, Shape::Title | Shape::Lower) && !page.cue(town - 1).any(Cue::PARTICLE.or(Cue::ARTICLE).or(Cue::HONOUR).or(Cue::STREET)) && !page.class(town - 1).any(Class::GIVEN_COMMON.union(Class::STREET_TYPE)) && !PARTS.contains(&page.folded(town - 1));
    let ends = page.gap(last + 1) >= Gap::Wide || one_of!(page.folded(last + 1), "," | "." | ";" | "(" | ")") || crate::context::is_bar(page, last + 1);
    (street && ends).then_some(town)
}

/// Appends the name of a farm: `la ferme du Haut-Bois`, `le moulin des Prés`; `la bergerie Zorkalatea`, `maison Xokoa`, `la terre Zorkaraa`, by a
/// word of no dictionary. `ferme de Duriez` may be somebody's.
pub(super) fn farms(page: &Page, rule: &'static str, found: &mut Vec<Detection>) {
    for noun in page.all_called(&["MAISON", "BERGERIE", "FERME", "TERRE", "BORDE", "VILLA", "CHALET"]).into_iter().filter(|&noun| noun > 0 && page.shape(noun) != Shape::Upper) {
        let quoted = usize::from(page.folded(noun + 1) == "«");
        let name = noun + 1 + quoted;
        let closed = quoted == 0 || page.folded(name + 1) == "»";
        let unknown = closed && proper(page, name) && page.gap(name) == Gap::Space && page.shape(name) == Shape::Title && page.class(name) == Class::default() && page.cue(name) == Cue::NONE && page.bytes(name) > 4;
        let led = page.cue(noun - 1).any(Cue::ARTICLE) || one_of!(page.folded(noun - 1), "," | ")") || page.gap(noun) >= Gap::Wide;
        // `la Maison Zorkatea et Fils`
        let trade = page.folded(name + 1) == "ET" && one_of!(page.folded(name + 2), "FILS" | "FILLE" | "FILLES" | "FRERES" | "SOEURS" | "CIE");
        if unknown && led && !trade && !page.is_capitalised(name + 1) {
            let first = if one_of!(page.folded(noun - 1), "," | ")") { noun } else { name };
            found.push(Detection::new(rule, Kind::Address, page.document.span_of(first, name), Confidence::Probable));
        }
    }
    // `la villa Les Flots bleus`, `la maison « Le Repos »`
    for noun in page.all_called(&["VILLA", "MAISON", "CHALET", "FERME", "PROPRIETE", "BASTIDE", "LONGERE", "PAVILLON", "IMMEUBLE"]).into_iter().filter(|&noun| noun > 0 && page.shape(noun) == Shape::Lower) {
        let first = noun + 1 + usize::from(page.folded(noun + 1) == "«");
        let article = page.shape(first) == Shape::Title && page.cue(first).any(Cue::ARTICLE) || page.kind(first) == TokenKind::Elision && page.shape(first) != Shape::Lower;
        // `le syndicat des copropriétaires de l'immeuble Le Neptune`
        let led = (page.cue(noun - 1).any(Cue::ARTICLE) || one_of!(page.folded(noun - 1), "SA" | "LEUR" | "SON" | "D'" | "DE")) && page.cue_before(noun, 6, &["SYNDICAT"]).is_none();
        if article && led && page.gap(first) <= Gap::Space && proper(page, first + 1) && !page.cue(first + 1).any(OTHERS) && !page.class(first + 1).any(Class::COUNTRY) && let Some(last) = house(page, first) {
            found.push(Detection::new(rule, Kind::Address, page.document.span_of(first, last), Confidence::Probable));
        }
    }
    // `les maisons Oihanzork et Xokork`
    for noun in page.all_called(&["MAISONS", "VILLAS", "FERMES", "BORDES"]).into_iter().filter(|&noun| page.shape(noun) == Shape::Lower) {
        let house = |at: usize| proper(page, at) && page.gap(at) == Gap::Space && page.shape(at) == Shape::Title && page.class(at) == Class::default() && page.cue(at) == Cue::NONE && page.bytes(at) > 4;
        if house(noun + 1) && page.folded(noun + 2) == "ET" && house(noun + 3) && !page.is_capitalised(noun + 4) {
            found.extend([noun + 1, noun + 3].map(|at| Detection::new(rule, Kind::Address, page.document.span_of(at, at), Confidence::Probable)));
        }
    }
    // `maison forestière des Zorks`, `maison éclusière de Zorkouet`
    for quality in page.all_called(&["FORESTIERE", "ECLUSIERE", "CANTONNIERE", "FORESTIER"]).into_iter().filter(|&at| at > 0 && one_of!(page.folded(at - 1), "MAISON" | "BARAQUEMENT")) {
        let first = quality + 2 + usize::from(one_of!(page.folded(quality + 2), "LA" | "L'"));
        if one_of!(page.folded(quality + 1), "DE" | "D'" | "DU" | "DES") && proper(page, first) && close(page, first) && let Some(last) = name_run(page, first, 4) {
            found.push(Detection::new(rule, Kind::Address, page.document.span_of(quality - 1, last), Confidence::Probable));
        }
    }
    for noun in page.all_called(&["FERME", "MOULIN", "METAIRIE", "BERGERIE", "MANOIR"]) {
        let told = page.shape(noun) == Shape::Lower && noun > 0 && page.cue(noun - 1).any(Cue::ARTICLE);
        let joint = page.folded(noun + 1);
        let la = one_of!(page.folded(noun + 2), "LA" | "L'") && !proper(page, noun + 2);
        let first = noun + 2 + usize::from(la);
        let joined = one_of!(joint, "DU" | "DES") || joint == "DE" && (la || page.folded(first).contains('-'));
        let other = page.class(first).any(Class::GIVEN.union(Class::FAMILY).union(Class::COUNTRY)) || page.cue(first).any(OTHERS);
        if told && joined && proper(page, first) && close(page, first) && !other && let Some(last) = name_run(page, first, 4) {
            found.push(Detection::new(rule, Kind::Address, page.document.span_of(first, last), Confidence::Probable));
        }
    }
}

/// Appends each of several hamlets: `aux lieux-dits Kerbrat, Le Haut et La Combe`.
pub(super) fn listed(page: &Page, rule: &'static str, found: &mut Vec<Detection>) {
    for noun in page.all_called(&["LIEUX-DITS", "LIEUXDITS", "HAMEAUX"]) {
        let mut first = noun + 1 + usize::from(page.is_symbol(noun + 1, ":") || one_of!(page.folded(noun + 1), "DE" | "D'" | "DITS"));
        while let Some(last) = Some(first).filter(|&first| proper(page, first) || page.kind(first) == TokenKind::Elision).and_then(|first| house(page, first)) {
            found.push(Detection::new(rule, Kind::Address, page.document.span_of(first, last), Confidence::Strong));
            if !one_of!(page.folded(last + 1), "," | "ET") {
                break;
            }
            first = last + 2 + usize::from(one_of!(page.folded(last + 2), "ET" | "DE" | "D'"));
        }
    }
}

/// Appends the name of a house: `maison d'habitation dénommée Hourquet`, `la propriété dite « Le Clos »`. Linear in those participles.
pub(super) fn called(page: &Page, rule: &'static str, found: &mut Vec<Detection>) {
    fn is_noun(word: &str) -> bool {
        one_of!(
            word,
            "MAISON" | "VILLA" | "FERME" | "PROPRIETE" | "DOMAINE" | "IMMEUBLE" | "CHALET" | "MAS" | "MANOIR" | "BERGERIE" | "BORDE" | "BASTIDE" | "LONGERE" | "IMMOBILIER" | "BATISSE" | "HABITATION" | "CHATEAU" | "GRANGE" | "MOULIN" | "CABANE" | "TERRE" | "PARCELLE" | "HAMEAU" | "LIEU" | "METAIRIE"
        )
    }
    for participle in page.all_called(&["DENOMME", "DENOMMEE", "DIT", "DITE", "APPELE", "APPELEE", "NOMME", "NOMMEE", "BAPTISEE"]) {
        let noun = page.before(participle, 12).take_while(|&at| matches!(page.shape(at), Shape::Lower) || page.kind(at) == TokenKind::Elision || page.is_symbol(at, ",") && at + 1 == participle).any(|at| is_noun(page.folded(at)));
        let first = participle + 1 + usize::from(one_of!(page.folded(participle + 1), "«" | "\""));
        let named = proper(page, first) || page.tokens().get(first).is_some_and(|token| token.kind == TokenKind::Elision && token.shape != Shape::Lower);
        if page.shape(participle) == Shape::Lower && noun && named && page.gap(first) <= Gap::Line && !page.cue(first).any(OTHERS) && let Some(last) = name_run(page, first, 5) {
            found.push(Detection::new(rule, Kind::Address, page.document.span_of(first, last), Confidence::Probable));
        }
    }
}
