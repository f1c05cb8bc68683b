//! What stands between a word that only an address follows and a postcode or the town that ends it, whatever it looks like.

use super::super::locality::{is_parted, is_postcode, prefix, town};
use super::of_a_court;
use super::extent::street;
use super::words::{AFTER_CUE, INSIDE, LANDMARKS, LOOKS, PARTS, QUALITIES};
use crate::context::{Cue, Page, is_bar};
use crate::lexicon::Class;
use crate::model::{Confidence, Detection, Kind};
use crate::recognizers::figures::digits_at;
use crate::recognizers::spans_of;
use crate::recognizers::words::{CLOSING, flows, labels, name_run, proper};
use crate::text::{Gap, Shape, TokenKind, one_of};

/// How many tokens such an address may hold.
const REACH: usize = 24;

/// Verbs of dwelling beside [`Cue::DWELLING`]; the nouns of it say less.
const VERBS: &[&str] = &["HABITE", "HABITENT", "RESIDE", "RESIDENT", "DOMICILIES", "DOMICILIEES", "SIEGE", "SIS", "SISE", "SISES", "SITUE", "SITUEE", "SITUES", "SITUEES", "VIVRE", "HABITER", "HABITERA", "HABITAIT", "HABITAIENT", "RESIDAIT", "DEMEURAIT"];

/// What leads on to a seat or a home: `domicilié ès qualités audit siège social sis`, `au domicile du couple`.
const SEAT: &[&str] = &["SIEGE", "ES", "QUALITES", "ESQUALITES", "ASSIGNEE", "Y", "DU", "COUPLE", "CONJUGAL", "COMMUN"];

/// Where the address that opens at `first` ends, and its town when that is told by no postcode: first and last token.
struct End {
    last: usize,
    town: Option<(usize, usize)>,
}

/// Appends the address behind every verb of dwelling and its town. Linear in the verbs.
pub(super) fn find(page: &Page, rule: &'static str, found: &mut Vec<Detection>) {
    let known = spans_of(found, Kind::Address);
    let verb = |word: &str| VERBS.contains(&word) || Cue::of(word).any(Cue::DWELLING) && word != "DOMICILE";
    // `Mme X demeure Le Moulin`, and no `mise en demeure`
    let noun = |at: usize| page.folded(at) == "DEMEURE" && !(at > 0 && page.shape(at) == Shape::Lower && (proper(page, at - 1) || one_of!(page.folded(at - 1), "IL" | "ELLE" | "QUI")));
    for cue in page.tokens_where(|word| page.word_cue(word).any(Cue::DWELLING) || VERBS.contains(&page.document.folded(word)), |at| verb(page.folded(at)) && !noun(at)) {
        // `demeurant provisoirement 4 rue Haute`
        let manner = |at: usize| page.shape(at) == Shape::Lower && page.folded(at).ends_with("EMENT") && !PARTS.contains(&page.folded(at));
        let link = |at: &usize| manner(*at) || (AFTER_CUE.contains(&page.folded(*at)) || SEAT.contains(&page.folded(*at))) && !(page.cue(*at).any(Cue::ARTICLE) && page.is_capitalised(*at) && proper(page, at + 1));
        let mut first = (cue + 1..cue + 12).take_while(|&at| page.gap(at) < Gap::Blank).find(|at| !link(at)).unwrap_or(cue);
        // `domicilié la Forêt-Basse, 61400 Maury`: the article is the hamlet's.
        if first == cue + 2 && page.cue(cue + 1).any(Cue::ARTICLE) && proper(page, first) {
            first = cue + 1;
        }
        // `demeurant à Maury, quartier Haut`: the town stands first.
        if first > 0 && page.folded(first - 1) == "A" && proper(page, first) && let Some(last) = name_run(page, first, 5).filter(|&last| page.is_symbol(last + 1, ",")) {
            first = last + 2;
        }
        if first <= cue || is_establishment(page, first) || page.folded(cue) == "SIEGE" && first == cue + 1 {
            continue;
        }
        // `le bien sis Kerzorlan`: a word of no dictionary.
        let bare = || (page.folded(cue).starts_with("SIS") && first == cue + 1 && proper(page, first) && page.shape(first) == Shape::Title && page.class(first) == Class::default() && page.cue(first) == Cue::NONE && page.bytes(first) > 4 && !page.is_capitalised(first + 1)).then_some(End { last: first, town: None });
        let Some(end) = end(page, first, first).or_else(|| hamlet(page, first)).or_else(bare).filter(|_| !of_a_court(page, first)) else { continue };
        let span = page.document.span_of(first, end.last);
        if known.binary_search(&span).is_err() {
            found.push(Detection::new(rule, Kind::Address, span, Confidence::Probable));
        }
        if let Some((town_first, town_last)) = end.town {
            found.push(Detection::new("fr/locality", Kind::Locality, page.document.span_of(town_first, town_last), Confidence::Strong));
        }
    }
}

/// `demeurant Les Fargues Hautes`, `2 La Haute Charrière`: a house or a hamlet with its article, behind its number or none, that is no commune.
fn hamlet(page: &Page, first: usize) -> Option<End> {
    let numbered = (1..4).contains(&digits_at(page, first));
    let name = first + usize::from(numbered);
    let article = page.cue(name).any(Cue::ARTICLE) && page.shape(name) == Shape::Title && page.gap(name) <= Gap::Space && proper(page, name + 1) && page.gap(name + 1) == Gap::Space;
    let named = article || numbered && page.shape(name) == Shape::Title && page.gap(name) == Gap::Space;
    let last = house(page, name).filter(|&last| named && (numbered || page.phrase(name, Class::PLACE).is_none()) && !(name..=last).any(|at| is_told(page, at)))?;
    Some(End { last, town: None })
}

/// The last token of a house's or a hamlet's name: `Le Pré aux Clercs`, `La Borde haute`.
pub(super) fn house(page: &Page, first: usize) -> Option<usize> {
    let mut last = name_run(page, first, 5)?;
    if one_of!(page.folded(last + 1), "AUX" | "AU" | "SUR" | "SOUS" | "EN") && page.shape(last + 1) == Shape::Lower && page.gap(last + 1) == Gap::Space && proper(page, last + 2) {
        last = name_run(page, last + 2, 3).unwrap_or(last);
    }
    Some(last + usize::from(LOOKS.contains(&page.folded(last + 1)) && page.gap(last + 1) == Gap::Space))
}

/// The last token of an address that ends at `last` and goes on over commas: `, face à l'église, 15320 CLAVIÈRES`, `, près du port,`.
pub(super) fn onward(page: &Page, last: usize) -> usize {
    if !page.is_symbol(last + 1, ",") {
        return last;
    }
    if let Some(end) = end(page, last + 2, last + 1) {
        return end.last.max(last);
    }
    let landmark = last + 2;
    let lower = page.shape(landmark) == Shape::Lower;
    let house = one_of!(page.folded(landmark), "PREMIERE" | "DERNIERE") && page.folded(landmark + 1) == "MAISON";
    if !(lower && (house || LANDMARKS.contains(&page.folded(landmark)))) {
        return last;
    }
    let after = (landmark + 1..landmark + 9).find(|&at| !flows(page, at) || one_of!(page.folded(at), "," | "." | ";" | ")"));
    after.filter(|&after| after > landmark + 1 && !(landmark..after).any(|at| is_told(page, at))).map_or(last, |after| after - 1)
}

/// The end of what opens at `first`: before a postcode with its commune, or before a known town behind a comma that ends its item.
/// `comma` is where the last comma may stand before `first`.
fn end(page: &Page, first: usize, comma: usize) -> Option<End> {
    // What goes on behind a comma need not be named.
    let mut named = comma < first;
    let mut segment = first + usize::from(street(page, first)) * 2;
    for at in first..(first + REACH).min(page.tokens().len()) {
        let coded = is_postcode(page, at) && town(page, at).is_some() || (at > first || comma < first) && (page.is_symbol(at - 1, ",") || page.gap(at) == Gap::Line) && opens_foreign_town(page, at);
        if at > first && (page.gap(at) == Gap::Blank || page.gap(at) == Gap::Line && !(flows(page, at) && page.kind(at) != TokenKind::Symbol) && !coded) || page.gap(at) == Gap::Wide && at > first && !flows(page, at) {
            return None;
        }
        if coded {
            let last = last_word(page, first, prefix(page, at)).filter(|_| named)?;
            return Some(End { last, town: None });
        }
        let behind = at > comma + 1 && page.is_symbol(at - 1, ",") && at > first + 1;
        if behind && proper(page, at) && !page.class(at).any(Class::GIVEN_COMMON.union(Class::COUNTRY)) && let Some(last) = page.phrase(at, Class::PLACE).filter(|&last| ends(page, last)) {
            return named.then_some(End { last: at - 2, town: Some((at, last)) });
        }
        if named && (comma < first || is_place(page, first)) && !(segment..at).any(|at| is_prose(page, at)) && let Some(before) = at_town(page, at) {
            return Some(End { last: before, town: None });
        }
        if is_told(page, at) {
            return None;
        }
        named |= proper(page, at) || page.kind(at) == TokenKind::Number;
        // `route forestière n° 9, à Maury`: what opens with a street is one.
        if page.is_symbol(at, ",") && !(segment..at).any(|at| is_prose(page, at)) {
            segment = at + 1 + usize::from(street(page, at + 1)) * 2;
        }
    }
    None
}

/// True when a town of another State opens at `at`: `Cobh (Irlande)`, `4830-191 Póvoa`, `PONCE, PR 00731 (ÉTATS-UNIS)`, `Karikal⏎INDE`.
fn opens_foreign_town(page: &Page, at: usize) -> bool {
    let parted = is_parted(page, at) && proper(page, at + 3);
    let coded = (4..7).contains(&digits_at(page, at)) && proper(page, at + 1);
    let end = (at + 1..at + 9).find(|&i| page.gap(i) >= Gap::Line || one_of!(page.folded(i), "(" | ";" | ":"));
    let abroad = |end: usize| page.is_symbol(end, "(") && page.class(end + 1).any(Class::COUNTRY) || page.gap(end) == Gap::Line && page.class(end).any(Class::COUNTRY) && page.gap(end + 1) >= Gap::Line;
    parted || (coded || proper(page, at)) && page.phrase(at, Class::COUNTRY).is_none() && end.is_some_and(abroad)
}

/// True when what opens at `first` may be a house's number or name, a street, a part of a building: `depuis 2014 à Maury` is none.
fn is_place(page: &Page, first: usize) -> bool {
    let article = page.cue(first).any(Cue::ARTICLE) && proper(page, first + 1);
    article || proper(page, first) && !page.cue(first).any(Cue::STOP) || (1..5).contains(&digits_at(page, first)) || PARTS.contains(&page.folded(first)) || street(page, first)
}

/// True for an ordinary word that stands in no house's name: `zone UB du plan à Maury`.
fn is_prose(page: &Page, at: usize) -> bool {
    let word = page.folded(at);
    let part = PARTS.contains(&word) || INSIDE.contains(&word) || LOOKS.contains(&word) || QUALITIES.contains(&word) || street(page, at);
    word == "ZONE" && (page.shape(at + 1) == Shape::Upper || page.folded(at + 1) == "NATURA") || page.kind(at) == TokenKind::Word && page.shape(at) == Shape::Lower && page.bytes(at) > 3 && !part
}

/// The first token of the commune that ends the address before `at`: `à Maury`, `, à Maury`.
pub(super) fn town_behind(page: &Page, at: usize) -> Option<usize> {
    let at = at + usize::from(page.is_symbol(at, ","));
    at_town(page, at).map(|_| at + 1 + usize::from(page.folded(at) == "COMMUNE"))
}

/// The last token of an address that a known commune ends at `at`: `à Maury`, `, à Maury`, `(commune de Maury`.
pub(super) fn at_town(page: &Page, at: usize) -> Option<usize> {
    let town = if page.folded(at) == "A" { at + 1 } else if page.folded(at) == "COMMUNE" && page.folded(at + 1) == "DE" { at + 2 } else { return None };
    let known = proper(page, town) && page.gap(town) <= Gap::Line && page.phrase(town, Class::PLACE).is_some();
    known.then(|| at - 1 - usize::from(page.kind(at - 1) == TokenKind::Symbol && one_of!(page.folded(at - 1), "," | "(")))
}

/// The last token of an address before the postcode at `code`: signs and `à` lead to the town.
pub(super) fn last_word(page: &Page, first: usize, code: usize) -> Option<usize> {
    (first..code).rev().find(|&at| !(one_of!(page.folded(at), "," | "-" | "–" | "(" | ".") || page.folded(at) == "A" && page.gap(at) != Gap::None))
}

/// True when the item ends behind the town at `last`.
fn ends(page: &Page, last: usize) -> bool {
    page.gap(last + 1) >= Gap::Line || is_bar(page, last + 1) || one_of!(page.folded(last + 1), "," | ";" | "." | "(" | ")")
}

/// True for a word that no address holds: a party, an office, a trade, a nation, a statute, a sentence's end.
pub(super) fn is_told(page: &Page, at: usize) -> bool {
    let (cue, word) = (page.cue(at), page.folded(at));
    let token = &page.tokens()[at];
    // `rue du Président Wilson`
    let eponym = cue.any(Cue::HONOUR) && at > 0 && page.cue(at - 1).any(Cue::STREET.or(Cue::PARTICLE));
    // `Ti Bihan`: initials of a court are in capitals.
    let initials = word.len() < 5 && token.shape == Shape::Title;
    let office = cue.any(CLOSING.or(Cue::LAW_FIRM).or(Cue::OFFICE_OF_COURT).or(Cue::NATION).or(Cue::STATUTE).or(Cue::KIN)) || cue.any(Cue::COURT.or(Cue::PUBLIC)) && !initials;
    // `fond de cour`, `côté cour`
    let yard = word == "COUR" && at > 0 && one_of!(page.folded(at - 1), "DE" | "SUR" | "COTE" | "LA" | "/");
    let other = office && !eponym && !yard && !one_of!(word, "MAIRIE" | "COMMUNE" | "PRES") && !(one_of!(word, "DIT" | "DITE") && one_of!(page.folded(at + 1), "«" | "\"" | "DE" | "DU" | "DES"));
    let company = cue.any(Cue::COMPANY) && page.class(at).any(Class::COMPANY_FORM) && word.len() < 6 || one_of!(word, "SOCIETE" | "ASSOCIATION" | "CABINET");
    let given = token.shape == Shape::Title && page.class(at).any(Class::GIVEN_COMMON) && !page.class(at).any(Class::WORD) && at > 0 && page.is_symbol(at - 1, ",");
    let item = at == 0 || page.is_symbol(at - 1, ",") || page.gap(at) >= Gap::Line;
    let establishment = item && is_establishment(page, at);
    let trade = item && token.shape == Shape::Lower && page.class(at).any(Class::PROFESSION);
    let sentence = word == "." && page.gap(at + 1) != Gap::None && page.folded(at.saturating_sub(1)).len() > 5;
    other || company || given || trade || establishment || sentence || is_bar(page, at) || one_of!(word, "CHEZ" | ":" | ";" | "EUROS" | "EST" | "SONT" | "QUI" | "DONT" | "PAR" | "POUR" | "PUIS" | "AVEC" | "SANS" | "CADASTRE" | "CADASTREE" | "CADASTRES" | "SIREN" | "SIRET" | "RCS")
}

/// True for a word that another rule reads a name after: `EHPAD Les Lilas`.
fn is_establishment(page: &Page, at: usize) -> bool {
    page.cue(at).any(Cue::ESTABLISHMENT) && !one_of!(page.folded(at), "MAISON" | "CAMPING" | "FOYER")
}

/// The first token of the line above the address that opens its line at `first`, when that line is a house's: below a party's, and
/// nobody's name.
pub(super) fn house_above(page: &Page, first: usize) -> Option<usize> {
    if first == 0 || page.gap(first) != Gap::Line {
        return None;
    }
    let line = page.line_start(first - 1).filter(|&line| line > 0 && first - line < 18 && page.gap(line) == Gap::Line)?;
    let other = |at: usize| is_told(page, at) || at > line && page.gap(at) == Gap::Wide || is_postcode(page, at);
    let above = || (line.saturating_sub(40)..line).rev().take_while(|&i| page.gap(i + 1) < Gap::Blank && !page.cue(i).any(Cue::COURT));
    // A figure or a part of a building is no name's.
    let place = (line..first).any(|at| (1..5).contains(&digits_at(page, at)) || PARTS.contains(&page.folded(at)) || street(page, at));
    let party = || above().any(|at| page.cue(at).any(Cue::CIVILITY.or(Cue::BORN).or(Cue::DWELLING).or(Cue::NATION)) || one_of!(page.folded(at), "NAISSANCE" | "SIRET" | "SIREN" | "RCS"));
    // `sans profession`, `de nationalité portugaise`
    let prose = page.shape(line) == Shape::Lower && !PARTS.contains(&page.folded(line)) && !street(page, line);
    let house = if prose { false } else if place { party() } else { super::below_a_name(page, line) };
    (house && page.kind(line) != TokenKind::Symbol && !(line..first).any(other) && !labels(page, line)).then_some(line)
}

/// Draws every address in a line right above a postcode and its commune over the whole line: `3 rue Haute, première maison après la chapelle⏎20217 X`,
/// `Regat, parc d'activités, BP 12⏎46005 X`.
pub(super) fn over_line(page: &Page, found: &mut [Detection]) {
    for address in found.iter_mut().filter(|detection| detection.kind == Kind::Address) {
        let first = page.document.token_at(address.span.start);
        let next = page.document.token_at(address.span.end - 1) + 1;
        let Some(code) = (next..next + REACH).find(|&at| page.gap(at) >= Gap::Line).filter(|&code| page.gap(code) == Gap::Line) else { continue };
        // `No: 6 D: 3`
        let told = |at: usize| is_told(page, at) && !(page.is_symbol(at, ":") && page.bytes(at - usize::from(at > 0)) < 3) || is_postcode(page, at);
        if page.gap(next) < Gap::Wide && next < code && is_postcode(page, code) && town(page, code).is_some() && !(next..code).any(told) && let Some(last) = last_word(page, next, code) {
            address.span = page.document.span_of(first, last);
        }
        let line = page.line_start(first).filter(|&line| line < first && first - line < 12 && page.is_symbol(first - 1, ","));
        let name = |at: usize| page.class(at).any(Class::GIVEN_COMMON) || page.cue(at).any(Cue::COMPANY) || page.gap(at + 1) == Gap::Wide;
        if let Some(line) = line.filter(|&line| is_postcode(page, code) && town(page, code).is_some() && proper(page, line) && !(line..first).any(|at| told(at) || name(at))) {
            address.span = page.document.span_of(line, page.document.token_at(address.span.end - 1));
        }
    }
}

/// Draws every address behind a verb of dwelling back to it: `demeurant ancienne gare, chemin du Halage`.
pub(super) fn back_to_verb(page: &Page, found: &mut [Detection]) {
    for address in found.iter_mut().filter(|detection| detection.kind == Kind::Address) {
        let first = page.document.token_at(address.span.start);
        if first < 3 || !page.is_symbol(first - 1, ",") {
            continue;
        }
        let dwells = |at: usize| one_of!(page.folded(at), "DEMEURANT" | "DOMICILIE" | "DOMICILIEE" | "RESIDANT" | "HABITANT" | "ETABLI" | "ETABLIE" | "INSTALLE" | "INSTALLEE") || at > 0 && (page.folded(at) == "POSTALE" && page.folded(at - 1) == "ADRESSE" || page.folded(at) == "DOMICILE" && page.folded(at - 1) == "ELU");
        let verb = page.before(first, 10).take_while(|&at| page.gap(at + 1) < Gap::Line && (dwells(at) || !is_told(page, at))).find(|&at| dwells(at));
        // `domiciliée chez Mme Bilko, Les Résidences, tour 6`: behind whose home it is.
        let host = || page.before(first, 14).take_while(|&at| page.gap(at + 1) < Gap::Line).find(|&at| page.folded(at) == "CHEZ").and_then(|chez| (chez..first).find(|&at| page.is_symbol(at, ",")));
        let Some(verb) = verb.or_else(host) else { continue };
        let opening = verb + 1 + usize::from(page.cue(verb + 1).any(Cue::ARTICLE) && page.shape(verb + 1) == Shape::Lower);
        let town = page.folded(opening) == "A" || page.phrase(opening, Class::PLACE).is_some_and(|last| page.is_symbol(last + 1, ","));
        // `chez sa sœur, Zorka PECHAN épouse BILKO, route du Fort`
        let somebody = (opening..first).any(|at| page.folded(at) == "EPOUSE" || page.shape(at) == Shape::Title && page.shape(at + 1) == Shape::Upper && page.bytes(at + 1) > 3 && at + 1 < first);
        // `chez sa compagne, Zorka Bilko, caissière, 3 allée Haute`
        let hosted = page.is_symbol(verb, ",") && page.cue(verb - 1).any(Cue::KIN);
        let part = |at: usize| PARTS.contains(&page.folded(at)) || LOOKS.contains(&page.folded(at)) || one_of!(page.folded(at), "ANCIEN" | "ANCIENNE" | "POSTE");
        let shelter = page.cue(opening).any(Cue::ESTABLISHMENT) && page.folded(opening) != "MAISON";
        if opening < first - 1 && !town && !shelter && !somebody && (!hosted && proper(page, opening) && !page.class(opening).any(Class::GIVEN_COMMON) || part(opening)) {
            address.span = page.document.span_of(opening, page.document.token_at(address.span.end - 1));
        }
    }
}

/// Appends the line above one that opens with a postcode and its commune, where it is below a party's line and nobody's name.
pub(super) fn above_towns(page: &Page, rule: &'static str, found: &mut Vec<Detection>) {
    let known = spans_of(found, Kind::Address);
    let codes = page.document.numbers().iter().map(|&at| at as usize).filter(|&at| at > 0 && page.gap(at) == Gap::Line && is_postcode(page, at) && town(page, at).is_some());
    let countries = page.tokens_where(|word| page.word_class(word).any(Class::COUNTRY), |at| at > 1);
    let towns = countries.into_iter().filter_map(|at| page.line_start(at - 1)).filter(|&at| at > 0 && page.gap(at) == Gap::Line && opens_foreign_town(page, at));
    for code in codes.chain(towns) {
        if let Some(first) = house_above(page, code).filter(|&first| !of_a_court(page, first)) {
            let last = last_word(page, first, prefix(page, code)).unwrap_or(first);
            let span = page.document.span_of(first, last);
            if known.binary_search(&span).is_err() {
                found.push(Detection::new(rule, Kind::Address, span, Confidence::Probable));
            }
        }
    }
}
