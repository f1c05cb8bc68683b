//! Cadastral references.

use rustc_hash::FxHashSet;

use super::{Reader, Rule};
use crate::context::{Cue, Page, Tables, is_bar};
use crate::lexicon::Class;
use crate::model::{Confidence, Detection, Kind};
use crate::recognizers::figures::{digits_at, glued, holds};
use crate::recognizers::words::{apart, close, flows};
use crate::text::{Gap, Shape, Span, TokenKind, one_of};

const RULE: Rule = Rule {
    id: "fr/land_parcel",
    kind: Kind::LandParcel,
    finds: "Section and number of a parcel, and the numbers listed after it.",
    source: "décret n° 55-22 du 4 janvier 1955, art. 7: section, numéro du plan, lieu-dit",
};

pub(super) const READER: Reader = Reader { rules: &[RULE], find };

const CUES: &[&str] = &["CADASTRE", "CADASTREE", "CADASTREES", "CADASTRES", "CADASTRAL", "CADASTRALE", "CADASTRALES", "PARCELLE", "PARCELLES", "SECTION", "SECTIONS", "SECT", "FONCIER", "CAD", "NAPOLEONIEN"];

/// Lands that a section and a number follow in a will: `le pré du Col B 556`.
const LANDS: &[&str] = &["PRE", "CHAMP", "BOIS", "JARDIN", "VIGNE", "LANDE", "VERGER", "PATURE"];

/// Roads and the like that a number follows as it does a section.
const ROADS: &[&str] = &["RD", "RN", "CD", "VC", "A", "CR"];

/// Heads of the columns of a table of parcels.
const HEADS: &[&str] = &["SECTION", "SECTIONS", "SECT", "NUMERO", "N", "PARCELLE", "PARCELLES"];

fn find(page: &Page, found: &mut Vec<Detection>) {
    if !holds(page, CUES) && !holds(page, &["HA"]) {
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
        let touched = glued(page, at + 1) && one_of!(page.folded(at + 1), "/" | "," | ".") && digits_at(page, at + 2) > 0 && glued(page, at + 2);
        if touched && !is_plot(page, at) {
            continue;
        }
        // `AB n° 12 et 14, 3 rue Haute`: a house's.
        if page.cue(at + 1).any(Cue::STREET) && page.shape(at + 1) == Shape::Lower && page.is_symbol(at - 1, ",") {
            continue;
        }
        // `2°) ALORS QUE`: an item of a list.
        if page.gap(at) >= Gap::Line && page.is_symbol(at + 1, "°") {
            continue;
        }
        // `2l/00263`: digits misread, of another number.
        if glued(page, at + 1) && glued(page, at + 2) && page.is_symbol(at + 2, "/") {
            continue;
        }
        let number = back_over_mark(page, at);
        if let Some(section) = row(page, at, tables).or_else(|| over_place(page, number)).or_else(|| measured(page, number, at)) {
            known.push((section_name(page, section), page.folded(at)));
            let last = until(page, at);
            if section + 1 == at || number < at && section + 1 == number {
                found.push(Detection::new(RULE.id, RULE.kind, page.document.span_of(section, last), Confidence::Strong));
            } else {
                found.push(Detection::new(RULE.id, RULE.kind, page.document.span_of(section, section), Confidence::Strong));
                found.push(Detection::new(RULE.id, RULE.kind, page.document.span_of(at, last), Confidence::Strong));
            }
            free = last + 1;
            continue;
        }
        // `cadastrées 42 n° 318, 42 n° 319`: the sections of Alsace and Moselle are numbers.
        let figure = |s: usize| (number < at && (1..3).contains(&digits_at(page, s)) && (page.cue_before(s, 16, &["CADASTRE", "CADASTREE", "CADASTRES", "CADASTREES"]).is_some() || tables.head(page, s).any(|i| one_of!(page.folded(i), "SECTION" | "SECTIONS")))).then_some(s);
        let tie = number.checked_sub(1).and_then(|s| tied(page, s, at));
        let section = number.checked_sub(1).and_then(|s| section(page, s).or(tie).or_else(|| apart_from_number(page, s, number < at)).or_else(|| figure(s)));
        // `parcelles de terre, prés et landes situées à Maury, savoir :` over the items of a list.
        let item = section.is_some_and(|s| s > 0 && page.is_symbol(s - 1, "-") && page.gap(s - 1) >= Gap::Line);
        let near = page.cue_before(at, if item { 30 } else { 14 }, CUES).is_some() || page.cue_before(at, 6, LANDS).is_some() || listed.is_some_and(|end| at - end < 16) || section.is_some_and(|s| page.gap(s) > Gap::None && located(page, at)) || tie.is_some() || section.is_some_and(|section| announced(page, section, at, tables) || of_land(page, section));
        let joint = |i: usize| one_of!(page.folded(i), "," | "ET" | "A" | ";") || page.is_symbol(i, "-") && glued(page, i) && glued(page, i + 1);
        let continues = listed.is_some_and(|end| (end + 1..number).all(joint) && number > end + 1);
        // `C 220, 92 000 euros`
        let amount = digits_at(page, at + 1) == 3 && (one_of!(page.folded(at + 2), "EUROS" | "€" | "FRANCS") || digits_at(page, at + 2) == 3 && one_of!(page.folded(at + 3), "EUROS" | "€" | "FRANCS"));
        let quantity = amount || one_of!(page.folded(at + 1), "EUROS" | "€" | "M" | "M2" | "HA" | "A" | "CA" | "ARES" | "HECTARES") && page.document.original_at(at + 1) != "à" && (digits_at(page, at + 2) == 0 || one_of!(page.folded(at + 3), "CA" | "CENTIARES" | "A" | "ARES")) || page.cue(at + 1).any(Cue::MONTH);
        let mut first = match section {
            Some(section) if near => page.tokens()[section].span.start,
            None if quantity => continue,
            None if continues || stands_alone(page, at, number, tables) => page.tokens()[at].span.start,
            _ => continue,
        };
        // `et` glued to its section: the last two letters are the section.
        if let Some(section) = section.filter(|&s| page.shape(s) == Shape::Mixed) {
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
    again(page, known, found);
}

/// `208/61`: a parcel divided, as the land register of Alsace and Moselle writes it.
fn is_plot(page: &Page, at: usize) -> bool {
    page.is_symbol(at + 1, "/") && glued(page, at + 1) && (1..4).contains(&digits_at(page, at + 2)) && glued(page, at + 2) && !(page.is_symbol(at + 3, "/") && glued(page, at + 3))
}

/// `C-87, C-88 et C-90`, `D.1021, D.1022`: a sign ties section and number, in a list of such.
fn tied(page: &Page, sign: usize, at: usize) -> Option<usize> {
    let pair = |sign: usize| sign > 0 && one_of!(page.folded(sign), "-" | ".") && page.gap(sign) == Gap::None && page.gap(sign + 1) == Gap::None && is_letters(page, sign - 1) && page.gap(sign - 1) > Gap::None && (2..5).contains(&digits_at(page, sign + 1));
    let joint = |i: usize| one_of!(page.folded(i), "," | "ET");
    let listed = joint(at + 1) && pair(at + 3) || sign > 4 && joint(sign - 2) && pair(sign - 4);
    (pair(sign) && (listed || page.cue_before(sign, 20, CUES).is_some())).then(|| sign - 1)
}

/// `C 204 et C 205 à Juilles`, `AD 22 (ancien D 771), à Gimont`: a commune behind the number says that it is a parcel's.
fn located(page: &Page, at: usize) -> bool {
    // A list this long is told by its first words.
    const REACH: usize = 60;
    let mut end = until(page, at) + 1;
    while end < at + REACH && one_of!(page.folded(end), "ET" | ",") && (digits_at(page, end + 1) > 1 || is_letters(page, end + 1) && digits_at(page, end + 2) > 1) {
        end += 2 + usize::from(digits_at(page, end + 1) == 0);
    }
    if page.is_symbol(end, "(") {
        end = (end..end + 6).find(|&i| page.is_symbol(i, ")")).map_or(end, |closing| closing + 1);
    }
    end += usize::from(page.is_symbol(end, ","));
    digits_at(page, at) > 1 && page.folded(end) == "A" && page.shape(end) == Shape::Lower && page.is_capitalised(end + 1) && page.phrase(end + 1, Class::PLACE).is_some()
}

/// The number at `at`, its mark at `number`, is a parcel's without a section before it: `la parcelle n° 118`, `parcelle 208/61`,
/// `le numéro 118 de la section D`, a cell below `Parcelle`.
fn stands_alone(page: &Page, at: usize, number: usize, tables: &Tables) -> bool {
    const PARCEL: [&str; 2] = ["PARCELLE", "PARCELLES"];
    let marked = number < at;
    let beside = !marked && digits_at(page, at) > 1 && PARCEL.contains(&page.folded(at - 1)) && close(page, at);
    beside
        || (marked || is_plot(page, at) || page.folded(at - 1).starts_with("NUMEROTE")) && after_parcel(page, number)
        || marked && of_section(page, at)
        || is_cell(page, at) && tables.head(page, at).any(|i| PARCEL.contains(&page.folded(i)))
}

/// `118 de la section D`
fn of_section(page: &Page, at: usize) -> bool {
    let last = until(page, at);
    last > at + 1 && page.folded(last - 1) == "SECTION"
}

/// The number at `at` is all that its cell holds.
fn is_cell(page: &Page, at: usize) -> bool {
    let edge = |after: usize| page.gap(after) >= Gap::Wide;
    (is_bar(page, at - 1) || edge(at)) && (is_bar(page, at + 1) || edge(at + 1))
}

/// The head of the column speaks of parcels, `anciennement` stands before or `du cadastre` follows.
fn announced(page: &Page, section: usize, at: usize, tables: &Tables) -> bool {
    let earlier = section > 0 && one_of!(page.folded(section - 1), "ANCIENNEMENT" | "EX" | "DEVENUE" | "DEVENU" | "AUJOURD'HUI" | "ACTUELLEMENT" | "DESORMAIS");
    earlier || page.folded(at + 1) == "DU" && page.folded(at + 2) == "CADASTRE" || tables.head(page, at).any(|i| CUES.contains(&page.folded(i)))
}

/// `- le Haut-Zork : ZA 12, ZA 13 ;`, `- la maison dite Zorka, A 312`: an item of a list that names lands, in a text that speaks of parcels.
fn of_land(page: &Page, section: usize) -> bool {
    let Some(line) = page.line_start(section).filter(|&line| one_of!(page.folded(line), "-" | "–" | "—" | "•")) else { return false };
    let led = section > line + 2 && one_of!(page.folded(section - 1), ":" | ",") && page.gap(section) <= Gap::Line && is_letters(page, section) && page.shape(section) != Shape::Lower;
    led && (line + 1..section).any(|at| page.is_capitalised(at)) && !(line + 1..section).any(|at| one_of!(page.folded(at), "ARTICLE" | "ARTICLES" | "PIECE" | "PIECES" | "COTE" | "COTES" | "LOT")) && holds(page, &["PARCELLE", "PARCELLES", "CADASTRE", "CADASTREE", "CADASTREES", "HA"])
}

/// The section before `lieu-dit Les Prés, n°`: between them stands the place alone.
fn over_place(page: &Page, number: usize) -> Option<usize> {
    const REACH: usize = 12;
    if page.kind(number) == TokenKind::Number {
        return None;
    }
    let place = page.before(number, REACH).take_while(|&i| page.kind(i) != TokenKind::Number).find(|&i| one_of!(page.folded(i), "LIEU-DIT" | "LIEUDIT" | "LIEU"))?;
    let section = (place.saturating_sub(4)..place).rev().find(|&i| is_letters(page, i))?;
    (section > 0 && page.folded(section - 1).starts_with("SECT")).then_some(section)
}

/// `A 17      pré           1 ha 20 a`, `ZC n° 12   La Noue   14 ha 20 a`: section and number open a line that ends with an area.
fn measured(page: &Page, number: usize, at: usize) -> Option<usize> {
    let section = number.checked_sub(1).filter(|&section| page.gap(section) >= Gap::Line && is_section(page, section) && page.gap(number) == Gap::Space)?;
    let line = (at + 1..at + 24).take_while(|&i| page.gap(i) < Gap::Line);
    let last = line.clone().last()?;
    let unit = |i: usize| one_of!(page.folded(i), "HA" | "A" | "CA" | "ARES" | "M2" | "M²") && digits_at(page, i - 1) > 0;
    let area = (last.saturating_sub(1)..=last).any(|i| i > at + 1 && unit(i)) && line.clone().any(|i| page.kind(i) == TokenKind::Word && page.bytes(i) > 2);
    area.then_some(section)
}

/// `la 206`, `les 206 à 208`, `204, 205 et 211`: the number alone of a parcel that is known, counted out by its article or by another.
fn bare(page: &Page, at: usize, known: &FxHashSet<&str>) -> bool {
    let numbered = |i: usize| (3..5).contains(&digits_at(page, i)) && page.kind(i) == TokenKind::Number && known.contains(page.folded(i));
    if !numbered(at) || at < 2 {
        return false;
    }
    let unit = |i: usize| one_of!(page.folded(i), "EUROS" | "€" | "M" | "M2" | "M²" | "HA" | "A" | "CA" | "ARES" | "HECTARES" | "KG" | "KM" | "%" | "°" | "/" | "-" | "." | "POINTS" | "JOURS" | "HEURES" | "F" | "FRANCS") && page.gap(i) <= Gap::Space && !(page.is_symbol(i, ".") && page.gap(i + 1) != Gap::None) && !(page.folded(i) == "A" && digits_at(page, i + 1) > 2);
    let joint = |i: usize| one_of!(page.folded(i), "," | "ET" | "A") && !glued(page, i + 1);
    let article = one_of!(page.folded(at - 1), "LA" | "LES" | "ACTUELLE" | "ACTUELLES" | "ANCIENNE" | "ANCIENNES");
    let item = page.is_symbol(at - 1, ",") && page.is_symbol(at + 1, ";") && page.gap(at + 2) >= Gap::Line;
    let listed = item || joint(at - 1) && numbered(at - 2) || joint(at + 1) && (numbered(at + 2) || numbered(at + 3));
    let rule = page.before(at, 8).any(|i| page.cue(i).any(Cue::STATUTE) || one_of!(page.folded(i), "ARTICLES" | "ARTICLE" | "PAGE" | "PAGES" | "LOT" | "LOTS" | "R" | "L"));
    !unit(at + 1) && (article || listed) && !rule && !glued(page, at)
}

/// Finds what is known again where section and number stand beside each other: `des fonds C 212 et C 213`, and other numbers of a known
/// section of two letters or behind `n°`; then the numbers alone. Linear in the numbers of the page.
fn again<'p>(page: &'p Page, known: Vec<(&'p str, &'p str)>, found: &mut Vec<Detection>) {
    let mut taken = vec![false; page.tokens().len()];
    for detection in found.iter().filter(|detection| detection.rule == RULE.id) {
        taken[page.document.token_at(detection.span.start)..=page.document.token_at(detection.span.end - 1)].fill(true);
    }
    let sections: FxHashSet<&str> = known.iter().map(|(section, _)| *section).collect();
    let mut known: FxHashSet<(&str, &str)> = known.into_iter().collect();
    let numbers = || page.document.numbers().iter().map(|&at| at as usize).filter(|&at| at > 0 && digits_at(page, at) < 5);
    let mut push = |first: usize, last: usize| {
        let free = !taken[first..=last].contains(&true);
        if free {
            taken[first..=last].fill(true);
            found.push(Detection::new(RULE.id, RULE.kind, page.document.span_of(first, last), Confidence::Probable));
        }
        free
    };
    for at in numbers() {
        let number = back_over_mark(page, at);
        let Some(section) = number.checked_sub(1).filter(|&section| page.kind(section) == TokenKind::Word) else { continue };
        let name = section_name(page, section);
        let marked = number < at && page.is_symbol(at - 1, "°") && is_section(page, section);
        let other = (marked || name.len() == 2 && page.shape(section) == Shape::Upper && section + 1 == at && page.gap(at) == Gap::Space) && digits_at(page, at) > 1 && sections.contains(name);
        if of_a_rule(page, section) {
            continue;
        }
        if (other || known.contains(&(name, page.folded(at)))) && page.shape(section) != Shape::Lower && flows(page, section + 1) && push(self::section(page, section).unwrap_or(section), until(page, at)) {
            known.insert((name, page.folded(at)));
        }
    }
    let known: FxHashSet<&str> = known.iter().map(|(_, number)| *number).collect();
    for at in numbers().filter(|&at| bare(page, at, &known)) {
        push(at, at);
    }
}

/// `article UD 7`, `articles UD 7 et UD 10`
fn of_a_rule(page: &Page, section: usize) -> bool {
    page.cue_before(section, 4, &["ARTICLE", "ARTICLES", "ZONE", "ZONES"]).is_some()
}

/// The letters of the section at `section`, without `et` glued to them.
fn section_name<'p>(page: &'p Page, section: usize) -> &'p str {
    let word = page.folded(section + usize::from(digits_at(page, section) == 3));
    word.get(2..).filter(|_| word.len() == 4).unwrap_or(word)
}

/// The last token of the number at `at`: `108p`, `12 à 15`, `118 de la section D`.
fn until(page: &Page, at: usize) -> usize {
    let mut last = at;
    if glued(page, last + 1) && (page.folded(last + 1).len() == 1 || one_of!(page.folded(last + 1), "BIS" | "TER")) && page.kind(last + 1) == TokenKind::Word {
        last += 1;
    }
    // `87 partie`, `87 (partie)`
    let bracket = usize::from(page.is_symbol(last + 1, "("));
    if page.folded(last + 1 + bracket) == "PARTIE" && page.shape(last + 1 + bracket) == Shape::Lower && close(page, last + 1) && (bracket == 0 || page.is_symbol(last + 3, ")")) {
        return last + 1 + 2 * bracket;
    }
    // `121 p`, for a part of it.
    if page.folded(last + 1) == "P" && page.shape(last + 1) == Shape::Lower && apart(page, last + 1) && (page.gap(last + 2) >= Gap::Line || is_bar(page, last + 2) || one_of!(page.folded(last + 2), ")" | "," | ";" | "ET")) {
        return last + 1;
    }
    let named = (last + 1..last + 5).find(|&i| !one_of!(page.folded(i), "DE" | "LA" | "," | "EN"));
    // `12 n° 45/3`: a plot divided.
    if is_plot(page, last) {
        return last + 2;
    }
    if let Some(section) = named.filter(|&i| page.folded(i) == "SECTION" && page.tokens().get(i + 1).is_some_and(|token| token.shape == Shape::Initial || token.shape == Shape::Upper && token.span.len() == 2) && digits_at(page, i + 2) == 0) {
        return section + 1;
    }
    if page.folded(last + 1) == "A" && page.shape(last + 1) == Shape::Lower && (1..5).contains(&digits_at(page, last + 2)) {
        last += 2;
    }
    last
}

/// `la parcelle n°`, `cadastrées n°`, `cadastrée sous le n°` right before.
fn after_parcel(page: &Page, number: usize) -> bool {
    page.before(number, 4).find(|&i| !one_of!(page.folded(i), "LE" | "LES" | "SOUS" | "CADASTREE" | "CADASTREES" | "NUMEROTEE" | "NUMEROTEES" | "E" | "(" | ")")).is_some_and(|i| one_of!(page.folded(i), "PARCELLE" | "PARCELLES"))
        || number > 0 && page.folded(number - 1).starts_with("CADASTRE")
}

/// The cell of the section in a table's row, when the number at `at` stands in the column of numbers.
fn row(page: &Page, at: usize, tables: &Tables) -> Option<usize> {
    if !is_bar(page, at.checked_sub(1)?) && page.gap(at) < Gap::Wide {
        return None;
    }
    let head = |at: usize| tables.head(page, at).find(|&i| HEADS.contains(&page.folded(i))).map(|i| page.folded(i));
    head(at).filter(|head| !head.starts_with("SECT"))?;
    let line = (0..at).rev().take_while(|&i| page.gap(i + 1) < Gap::Line).filter(|&i| page.kind(i) == TokenKind::Word);
    line.take(12).find(|&i| is_short(page, i) && head(i).is_some_and(|head| head.starts_with("SECT")))
}

/// `section ZA, numéro 12`, `section ZA sous le n° 12`, `section 12 n° 45`: right after the word, whatever joins it to its number.
fn apart_from_number(page: &Page, at: usize, marked: bool) -> Option<usize> {
    let mut i = at;
    let sign = page.is_symbol(at, "-") || page.is_symbol(at, "/");
    while i > 0 && at - i < 3 && one_of!(page.folded(i), "," | ":" | "SOUS" | "LE" | "LES" | "PARCELLE" | "-" | "/") {
        i -= 1;
    }
    let joined = marked || page.folded(at) == "PARCELLE" || sign && glued(page, at) && glued(page, at + 1);
    let over_colon = i.checked_sub(1).map(|before| before - usize::from(page.is_symbol(before, ":") && before > 0))?;
    let word = page.folded(over_colon);
    let named = word.starts_with("SECTION") || word == "SECT" || sign && (word.starts_with("CADASTRE") || word.starts_with("PARCELLE") || word == "ET");
    let letters = page.kind(i) == TokenKind::Word && page.folded(i).len() <= 2 && !one_of!(page.folded(i), "DU" | "DE" | "LA");
    let figure = (1..3).contains(&digits_at(page, i)) && !sign;
    (joined && named && (letters || figure)).then_some(i)
}

/// The token where the section before a number opens: `AB`, `000 AB`, `903 D`.
fn section(page: &Page, at: usize) -> Option<usize> {
    // `l'article UD 7`, `la zone UB 2`: of a plan of planning law.
    let plan = at > 0 && one_of!(page.folded(at - 1), "ARTICLE" | "ARTICLES" | "ZONE" | "ZONES" | "SECTEUR" | "ANNEXE");
    if plan || !is_section(page, at) || ROADS.contains(&page.folded(at)) && !at.checked_sub(1).is_some_and(|i| page.folded(i).starts_with("SECTION") || page.folded(i).starts_with("PARCELLE") || one_of!(page.folded(i), "ET" | ",")) {
        return None;
    }
    let prefix = at > 0 && digits_at(page, at - 1) == 3 && apart(page, at) && !(at > 1 && glued(page, at - 1) && page.kind(at - 2) == TokenKind::Symbol && !page.is_symbol(at - 2, "("));
    // `97 411 BX 118`: the department overseas, the commune, the section.
    let padded = usize::from(at > 0 && page.folded(at - 1) == "0" && page.gap(at) == Gap::None && page.gap(at - 1) > Gap::None);
    let overseas = prefix && at > 1 && page.document.original_at(at - 2) == "97" && apart(page, at - 1);
    Some(at - usize::from(prefix) - usize::from(overseas) - padded)
}

/// The letters of a section right before its number.
fn is_section(page: &Page, at: usize) -> bool {
    is_letters(page, at) && flows(page, at + 1)
}

/// One or two capitals: all that the cell of a section holds.
fn is_short(page: &Page, at: usize) -> bool {
    let (token, word) = (&page.tokens()[at], page.folded(at));
    token.kind == TokenKind::Word && token.is_capitalised() && word.len() <= 2 && word.bytes().all(|b| b.is_ascii_uppercase())
}

/// One or two capitals, or `etAY`: the conjunction glued to its section.
fn is_letters(page: &Page, at: usize) -> bool {
    let token = &page.tokens()[at];
    let word = page.folded(at);
    let glued = token.shape == Shape::Mixed && word.len() == 4 && word.starts_with("ET") && page.document.original_at(at)[2..].bytes().all(|b| b.is_ascii_uppercase());
    let named = one_of!(word, "N" | "M") && at > 0 && page.folded(at - 1).starts_with("SECT");
    let short = is_short(page, at) && (named || !one_of!(word, "N" | "M" | "DE" | "DU" | "ET" | "LE" | "LA" | "UN" | "OU" | "EN" | "AU" | "SE" | "CE" | "NE" | "SI" | "ON" | "IL" | "EU" | "SA" | "NO"));
    let part = at > 0 && one_of!(page.folded(at - 1), "ESCALIER" | "BATIMENT" | "BAT" | "PORTE" | "HALL" | "LOT" | "ENTREE" | "BLOC");
    // `2O22`: a year misread.
    // `0A 1187`: a section of one letter, as the land register pads it.
    let padded = at > 0 && page.folded(at - 1) == "0" && page.gap(at) == Gap::None && page.gap(at - 1) > Gap::None;
    let inside = !padded && at > 0 && page.gap(at) == Gap::None && (1..3).contains(&digits_at(page, at - 1 - usize::from(at > 1 && page.is_symbol(at - 1, "/"))));
    token.kind == TokenKind::Word && (short || glued) && !part && !inside
}

/// The token where `n°` before `at` starts, or `at`.
fn back_over_mark(page: &Page, at: usize) -> usize {
    let mut from = at;
    while from > 0 && (page.is_symbol(from - 1, "°") || one_of!(page.folded(from - 1), "N" | "NO" | "NUMERO" | "NUMEROS" | "NOS" | "Nº" | "S")) {
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
