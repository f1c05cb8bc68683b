//! Street addresses.

mod again;
mod cells;
mod chain;
mod clause;
mod extent;
mod houses;
mod roads;
mod typed;
mod words;

use std::sync::LazyLock;

pub(in crate::recognizers) use self::again::again;

use self::extent::{read, street};
use self::houses::OTHERS;
use self::words::{ABBREVIATED, AFTER_CUE, BEFORE_TYPE, COMPOUND, CUES, FOREIGN, GRAND, HOMES, NUMBERED, PARTS, PLACES, PREMISES, QUALITIES, SURE};
use super::locality::{is_postcode, town};
use super::{Reader, Rule};
use crate::context::{Cue, Page, Vocabulary};
use crate::lexicon::{Class, Lexicon};
use crate::model::{Confidence, Detection, Kind};
use crate::recognizers::figures::{digits_at, glued, numbers};
use crate::context::is_bar;
use crate::recognizers::words::{CLOSING, apart, close, flows, labels, proper};
use crate::text::{Gap, Shape, TokenKind, WordId, one_of};

const RULE: Rule = Rule {
    id: "fr/address",
    kind: Kind::Address,
    finds: "The street part of an address: number, street, building, lieu-dit, boîte postale.",
    source: "COJ art. R111-12; AFNOR NF Z10-011 (lines 3 to 5 of a postal address)",
};

pub(super) const READER: Reader = Reader { rules: &[RULE], find };

/// A part of a building, a word that leads to an address, a type of street.
const PART: u8 = 1;
const LEAD: u8 = 2;
const TYPE: u8 = 4;
/// What may stand between a cue and the address it announces.
const AFTER: u8 = 8;

static WORDS: LazyLock<Vocabulary<u8>> = LazyLock::new(|| {
    let listed = [(PARTS, PART), (AFTER_CUE, LEAD | AFTER), (CUES, LEAD), (PREMISES, LEAD), (ABBREVIATED, TYPE), (NUMBERED, TYPE), (FOREIGN, TYPE), (&["SECTION"], TYPE), (GRAND, TYPE)];
    let listed = listed.into_iter().flat_map(|(words, meaning)| words.iter().map(move |word| (*word, meaning)));
    let streets = Lexicon::fr().entries_of(Class::STREET_TYPE).map(|word| (word, TYPE));
    Vocabulary::new(listed.chain(streets), |a, b| a | b)
});

fn find(page: &Page, found: &mut Vec<Detection>) {
    let words = page.meanings(&WORDS);
    let is = |meaning: u8, at: usize| words[page.tokens()[at].word.0 as usize] & meaning != 0;
    // An address opens with a street's type, a part of a building or a house number; most capitals of prose open none: only
    // those after a cue or at a line's start may.
    let telling = |word: WordId| {
        let index = word.0 as usize;
        words[index] & (PART | TYPE) != 0 || page.word_cue(word).any(Cue::STREET) || page.document.words()[index].capital > 0 && is_compound(page.document.folded(word))
    };
    let mut openings = page.tokens_where(telling, |at| page.kind(at) == TokenKind::Word);
    let cued = cued_tightly(page, &words);
    openings.extend(numbers(page).filter(|&at| digits_at(page, at) <= 4));
    let led = |at: &usize| *at > 0 && (is(LEAD, at - 1) || starts_line(page, *at));
    openings.extend(page.document.capitals().filter(led));
    let elided = page.tokens_called(&["D'", "L'"], |at| page.shape(at) != Shape::Lower);
    openings.extend(elided.into_iter().filter(|&at| page.kind(at) == TokenKind::Elision && led(&at)));
    let mut free = 0;
    for at in page.in_order(openings) {
        if at < free {
            continue;
        }
        let opened = if telling(page.tokens()[at].word) { by_word(page, at, free, is(PART, at)) } else { None };
        let opened = opened.or_else(|| of_place(page, at, &cued)).filter(|&(first, _)| first >= free);
        let Some((first, confidence)) = opened else { continue };
        let Some(last) = read(page, first) else { continue };
        if last < at || of_a_court(page, first) {
            continue;
        }
        let first = houses::over_parts(page, houses::over_name(page, over_quotes(page, first), free), free);
        let town = houses::town_at_end(page, first, last);
        let last = town.map_or_else(|| clause::onward(page, last), |town| town - 1);
        let first = clause::house_above(page, first).filter(|&above| above >= free).unwrap_or(first);
        let sure = (last + 1..last + 4).any(|next| is_postcode(page, next));
        let confidence = if sure { Confidence::Certain } else { confidence };
        found.push(Detection::new(RULE.id, RULE.kind, page.document.span_of(first, last), confidence));
        free = last + 1;
        let town = town.or_else(|| clause::town_behind(page, last + 1));
        if let Some(town) = town {
            let end = page.phrase(town, Class::PLACE).unwrap_or(town);
            found.push(Detection::new("fr/locality", Kind::Locality, page.document.span_of(town, end), Confidence::Strong));
            free = end + 1;
        }
    }
    chain::find(page, RULE.id, found);
    cells::find(page, RULE.id, found);
    cells::lines(page, RULE.id, found);
    clause::find(page, RULE.id, found);
    clause::above_towns(page, RULE.id, found);
    clause::over_line(page, found);
    clause::back_to_verb(page, found);
    houses::called(page, RULE.id, found);
    houses::listed(page, RULE.id, found);
    cells::of_parcels(page, RULE.id, found);
    cells::of_items(page, RULE.id, found);
    houses::farms(page, RULE.id, found);
    roads::find(page, RULE.id, found);
    typed::find(page, RULE.id, found);
}

/// `« Mon Repos », 12 rue Haute`: the house's name before its street.
fn over_quotes(page: &Page, first: usize) -> usize {
    if first < 3 || !page.is_symbol(first - 1, ",") || page.folded(first - 2) != "»" {
        return first;
    }
    let opening = (first.saturating_sub(8)..first - 2).rev().find(|&i| page.folded(i) == "«");
    opening.filter(|&i| i > 0 && (CUES.contains(&page.folded(i - 1)) || page.is_symbol(i - 1, ",") || starts_line(page, i))).unwrap_or(first)
}

/// The first token of the address that the word at `at` reveals.
fn by_word(page: &Page, at: usize, free: usize, is_part: bool) -> Option<(usize, Confidence)> {
    // `la boutique Chez Ti-Roland`, `chez Kim Pham`: a sign's name, a person's; a hamlet's begins its line.
    // `centre éducatif fermé de Zorkville`: no farm.
    if page.folded(at) == "FERME" && page.document.ends_acute(at) {
        return None;
    }
    // `le chef de quai Zorko`: a trade.
    if at > 1 && one_of!(page.folded(at - 1), "DE" | "D'") && one_of!(page.folded(at - 2), "CHEF" | "CHEFFE" | "AGENT" | "AGENTE" | "OUVRIER" | "OUVRIERE" | "EMPLOYE" | "EMPLOYEE" | "RESPONSABLE") && page.shape(at + 1) == Shape::Title {
        return None;
    }
    if page.folded(at) == "CHEZ" && (!(page.shape(at) == Shape::Title && starts_line(page, at)) || extent::hosted(page, at)) || page.is_cited(at) {
        return None;
    }
    of_street(page, at, free).or_else(|| abroad(page, at)).or_else(|| of_part(page, at, is_part)).or_else(|| bare(page, at).then_some((at, Confidence::Probable)))
}

/// `l'agression a eu lieu place Carnot`, `demeurait alors cours Gambetta`: a place's name without its article stands for where; with one,
/// `la place Carnot`, only right behind its type.
fn bare(page: &Page, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|_| PLACES.contains(&page.folded(at)) && page.shape(at) == Shape::Lower && page.gap(at) <= Gap::Line) else { return false };
    let article = one_of!(page.folded(before), "LA" | "LE") && one_of!(page.folded(at), "PLACE" | "COURS" | "PASSAGE" | "ESPLANADE" | "PROMENADE" | "MONTEE");
    let plain = one_of!(page.folded(before), "LIEU" | "ALORS" | "ETAIT") || page.kind(before) == TokenKind::Word && page.shape(before) == Shape::Lower && page.bytes(before) > 2 && !page.cue(before).any(Cue::STOP.or(Cue::ARTICLE).or(Cue::PARTICLE).or(Cue::STREET).or(Cue::COMPANY).or(Cue::COURT)) && !one_of!(page.folded(before), "ENTRE" | "CHAQUE" | "QUEL" | "QUELLE" | "LEUR" | "NOTRE" | "VOTRE" | "PREND" | "PRIS" | "PRISE" | "LAISSE" | "DONNE" | "FAIT" | "LIBRE" | "MEME" | "NOMMEE" | "NOMME" | "APPELE" | "APPELEE");
    let mut name = at + 1;
    while !article && name < at + 3 && page.shape(name) == Shape::Lower && (page.cue(name).any(Cue::PARTICLE.or(Cue::ARTICLE)) || page.kind(name) == TokenKind::Elision) {
        name += 1;
    }
    let closed = !page.cue(name).any(Cue::STOP.or(Cue::COURT).or(Cue::STATUTE).or(Cue::MONTH).or(Cue::CIVILITY).or(Cue::PUBLIC)) || page.cue(name).any(Cue::ARTICLE) && proper(page, name + 1);
    (plain || article) && flows(page, name) && proper(page, name) && page.shape(name) == Shape::Title && page.bytes(name) > 1 && closed && !page.class(name).any(Class::COUNTRY)
}

/// A street, with its number or after a cue.
fn of_street(page: &Page, at: usize, free: usize) -> Option<(usize, Confidence)> {
    let folded = page.folded(at);
    // `demeurant section Dubedou`: a quarter of the Antilles; `située section AB`: the cadastre's; `section Encadrement`: a court's.
    if folded == "SECTION" {
        return (page.cue_before(at, 4, &["DEMEURANT", "DOMICILIE", "DOMICILIEE", "RESIDANT", "HABITANT"]).is_some() || (page.is_symbol(at.wrapping_sub(1), ",") || page.shape(at) == Shape::Lower && !page.class(at + 1).any(Class::WORD) && starts_line(page, at)) && leads_to_town(page, at)).then_some((at, Confidence::Strong)).filter(|_| proper(page, at + 1) && page.bytes(at + 1) > 3);
    }
    let is_street = street(page, at);
    let abbreviated = ABBREVIATED.contains(&folded);
    // `4 côte du Ruisselet`, and no rib: `9e côte G.`
    let numbered = NUMBERED.contains(&folded) && (folded != "COTE" || page.cue(at + 1).any(Cue::PARTICLE));
    if !(is_street || abbreviated || numbered || GRAND.contains(&folded)) {
        return None;
    }
    // `7, Grande Rue`, `5 Grand'Rue`, `22 Grand-Rue`: the whole name stands before the type.
    let whole = GRAND.contains(&folded);
    // `22 Grand-` and `Rue` on the next line
    let cut = at > 1 && page.is_symbol(at - 1, "-") && page.gap(at) == Gap::Line;
    let grand = at.checked_sub(1 + usize::from(cut)).filter(|&grand| is_street && one_of!(page.folded(grand), "GRANDE" | "GRAND" | "GRAND'" | "HAUTE" | "PETITE") && page.shape(grand) != Shape::Lower).or(whole.then_some(at));
    if let Some(first) = grand.and_then(|grand| single_number(page, grand)).filter(|&first| first >= free && !is_of_date(page, first)) {
        return Some((first, Confidence::Strong));
    }
    let named = named(page, at);
    // `parcelle C 1044, lieudit X`: the number is the parcel's.
    let parcel = one_of!(folded, "LIEU-DIT" | "LIEUDIT") && at > 0 && page.is_symbol(at - 1, ",");
    if let Some(first) = number_before(page, at).filter(|&first| first >= free && !parcel) {
        let part = PARTS.contains(&folded) && !numbered;
        if is_street && !part && (named || SURE.contains(&folded) && lower_name(page, at)) {
            return Some((first, if named { Confidence::Strong } else { Confidence::Probable }));
        }
        let placed = starts_line(page, first) || page.is_symbol(first - 1, ",") || cued(page, first) || leads_to_town(page, at);
        if named && (abbreviated && (page.is_symbol(at + 1, ".") || proper(page, at + 1) || page.cue(at + 1).any(Cue::PARTICLE) && proper(page, at + 2)) && digits_at(page, at + 2) == 0 || numbered && placed) {
            return Some((first, Confidence::Strong));
        }
    }
    let own = starts_line(page, at) || page.is_symbol(at - 1, ",");
    let premises = at > 0 && PREMISES.contains(&page.folded(at - 1)) && apart(page, at);
    // `, route de la plage, 97190 LE GOSIER`
    let plain = || (at + 2..at + 7).find(|&i| is_postcode(page, i)).is_some_and(|code| town(page, code).is_some() && (at + 1..code).all(|i| page.shape(i) == Shape::Lower || page.kind(i) != TokenKind::Word));
    if own && !named && SURE.contains(&folded) && lower_name(page, at) && plain() {
        return Some((at, Confidence::Strong));
    }
    if is_street && named && (cued(page, at) || premises || own && (leads_to_town(page, at) || houses::ends_in_town(page, at) || ends_at_town(page, at))) {
        return Some((at, Confidence::Strong));
    }
    // `demeurant chez M. ZORKIN Paul Route de Vieux-Bourg 97111 MORNE-À-L'EAU`
    let host = || at > 0 && SURE.contains(&folded) && page.shape(at) == Shape::Title && proper(page, at - 1) && !page.cue(at - 1).any(Cue::ARTICLE) && page.gap(at) == Gap::Space && page.cue_before(at, 12, CUES).is_some() && leads_to_town(page, at);
    if is_street && named && host() {
        return Some((at, Confidence::Strong));
    }
    // `contrôlé à Zorkville, route de la Fontaine, à hauteur`
    let behind = || at > 2 && page.is_symbol(at - 1, ",") && (at.saturating_sub(6)..at - 1).any(|town| page.phrase(town, Class::PLACE) == Some(at - 2) && page.folded(town - 1) == "A");
    // A street that bears a name is a place wherever it stands: `survenu rue des Lilas`.
    // `route du Fort, à Maury`: of a road only where a town follows.
    let road = || (at + 2..at + 7).any(|i| page.is_symbol(i, ",") && page.folded(i + 1) == "A" && proper(page, i + 2));
    let open = SURE.contains(&folded) && page.shape(at) == Shape::Lower && ((folded != "ROUTE" || road() || behind()) && proper_after(page, at) || ends_at_town(page, at) && read(page, at).is_some_and(|last| (at + 1..=last).any(|i| proper(page, i))));
    open.then_some((at, Confidence::Probable))
}

/// `221 Baker Street`, `3 carrer del Forn`, `via Garibaldi 14`, `Hauptstraße 12`.
fn abroad(page: &Page, at: usize) -> Option<(usize, Confidence)> {
    let folded = page.folded(at);
    if is_compound(folded) {
        if let Some(first) = number_before(page, at) {
            return Some((first, Confidence::Strong));
        }
        return ((1..5).contains(&digits_at(page, at + 1)) && apart(page, at + 1)).then_some((at, Confidence::Strong));
    }
    let behind = one_of!(folded, "AVENUE" | "BOULEVARD");
    if behind && named(page, at) {
        return None;
    }
    if behind || one_of!(folded, "STREET" | "ROAD" | "LANE" | "ROW" | "DRIVE" | "COURT" | "CLOSE") {
        let name = (at.saturating_sub(3)..at).rev().find(|&i| !proper(page, i))?;
        return ((1..5).contains(&digits_at(page, name)) && name + 1 < at).then_some((name, Confidence::Strong));
    }
    if !FOREIGN.contains(&folded) || !named(page, at) {
        return None;
    }
    let number = number_before(page, at);
    // `calle Mayor 14`
    let behind = || (at + 2..at + 5).find(|&i| digits_at(page, i) > 0).is_some_and(|i| digits_at(page, i) < 5 && apart(page, i) && (at + 1..i).all(|i| page.kind(i) != TokenKind::Symbol && close(page, i)));
    let cued = page.is_capitalised(at) && starts_line(page, at) || cued(page, at) || behind();
    number.or(cued.then_some(at)).map(|first| (first, Confidence::Strong))
}

/// True for a street whose type ends its word, as in German and Dutch.
fn is_compound(folded: &str) -> bool {
    COMPOUND.iter().any(|end| folded.strip_suffix(end).is_some_and(|name| name.len() > 2))
}

/// A part of a building, a lieu-dit, a box: after a cue, or before a postcode.
fn of_part(page: &Page, at: usize, is_part: bool) -> Option<(usize, Confidence)> {
    if !is_part || page.cue(at).any(CLOSING) {
        return None;
    }
    let folded = page.folded(at);
    // `située en zone UB du plan local`, `en zone 1AU`
    if folded == "ZONE" && (page.shape(at + 1) == Shape::Upper && page.bytes(at + 1) < 5 || digits_at(page, at + 1) > 0 || page.folded(at + 1) == "NATURA") && at > 0 && page.folded(at - 1) == "EN" {
        return None;
    }
    let named = named(page, at);
    // A lieu-dit is one wherever it stands.
    if one_of!(folded, "LIEU-DIT" | "LIEUDIT") && named || folded == "TRIBU" && named && one_of!(page.folded(at + 1), "DE" | "D'") {
        let au = at > 0 && page.folded(at - 1) == "AU" && apart(page, at);
        return Some((at - usize::from(au), Confidence::Strong));
    }
    let boxed = one_of!(folded, "BP" | "CS" | "TSA");
    let number = at + 1 + usize::from(page.folded(at + 1) == "POSTALE");
    let numbered = (1..6).contains(&digits_at(page, number)) && apart(page, number);
    // `demeurant au bourg, 56240 PLOUAY`
    if folded == "BOURG" && !named && at > 0 && one_of!(page.folded(at - 1), "AU" | "LE") && cued(page, at) && leads_to_town(page, at) {
        return Some((at - 1, Confidence::Strong));
    }
    let own = at == 0 || starts_line(page, at) || page.is_symbol(at - 1, ",") || boxed && page.is_symbol(at - 1, "(");
    let point = folded == "PK" && numbered && own;
    // `la résidence Les Ormes` of prose, but not the co-owners' body.
    let article = one_of!(page.folded(at + 1), "LES" | "LE" | "LA" | "L'") && page.shape(at + 1) != Shape::Lower && proper(page, at + 2) && close(page, at + 1);
    // `affectée à la résidence Kerbrat-Vihan`
    let named_by = proper(page, at + 1) && close(page, at + 1) && at > 0 && page.folded(at - 1) == "LA" && !page.class(at + 1).any(Class::WORD.union(Class::GIVEN).union(Class::COUNTRY));
    if folded == "RESIDENCE" && page.shape(at) == Shape::Lower && (article || named_by) && page.cue_before(at, 7, &["COPROPRIETAIRES", "SYNDICAT", "COPROPRIETE", "SCI", "SCCV", "SOCIETE", "ASSOCIATION"]).is_none() {
        return Some((at, Confidence::Probable));
    }
    // `ferrailleur au quartier Frayol au Teil`, and no prison's
    let held = || page.cue_before(at, 5, &["PLACE", "AFFECTE", "DETENU", "TRANSFERE"]).is_some();
    if folded == "QUARTIER" && !held() && page.shape(at) == Shape::Lower && page.folded(at.wrapping_sub(1)) == "AU" && proper(page, at + 1) && close(page, at + 1) && (!page.class(at + 1).any(Class::WORD) || page.folded(at + 1).contains('-')) {
        return Some((at, Confidence::Probable));
    }
    // `à pied de la cité Kalliste`
    let block = folded == "CITE" && page.shape(at) == Shape::Lower && matches!(page.folded(at.wrapping_sub(1)), "LA") && proper(page, at + 1) && page.shape(at + 1) == Shape::Title && !page.class(at + 1).any(Class::COUNTRY);
    if block {
        return Some((at, Confidence::Probable));
    }
    let known = own && (named || numbered) && (houses::ends_in_town(page, at) || behind_town(page, at));
    // `une perquisition hameau de Kerbrat à Maury`
    let home = HOMES.contains(&folded) && named && page.shape(at) == Shape::Lower && (own || !page.cue(at - 1).any(Cue::ARTICLE.or(Cue::PARTICLE))) && ends_at_town(page, at);
    // `sa propriété de Domaine des Pins`, `au domicile conjugal de Mas Zorkin`
    let noun = at.checked_sub(2).map(|noun| noun - usize::from(noun > 0 && one_of!(page.folded(noun), "CONJUGAL" | "FAMILIAL" | "COMMUN" | "FAMILIALE" | "SECONDAIRE")));
    let held = noun.is_some_and(|noun| one_of!(page.folded(noun), "PROPRIETE" | "MAISON" | "DOMICILE" | "APPARTEMENT" | "LOGEMENT" | "PROPRIETAIRE" | "RESIDENCE" | "BIEN"));
    let home = home || HOMES.contains(&folded) && named && page.is_capitalised(at) && held && one_of!(page.folded(at - 1), "DE" | "D'" | "A");
    let placed = known || home || cued(page, at) && (named || numbered) || own && (named || numbered || starts_line(page, at)) && leads_to_town(page, at) || point;
    placed.then_some((at, Confidence::Strong))
}

/// True when `à` and a known commune end the address that opens at `at`.
fn ends_at_town(page: &Page, at: usize) -> bool {
    read(page, at).is_some_and(|last| clause::at_town(page, last + 1).or_else(|| page.is_symbol(last + 1, ",").then(|| clause::at_town(page, last + 2)).flatten()).is_some())
}

/// `demeurant chez sa mère à Kawéni, quartier Haut`: the item after a town that a dwelling leads to.
fn behind_town(page: &Page, at: usize) -> bool {
    let town = page.before(at.saturating_sub(1), 6).find(|&i| !(proper(page, i) || page.is_symbol(i, "-") || page.cue(i).any(Cue::PARTICLE)));
    at > 1 && page.is_symbol(at - 1, ",") && town.is_some_and(|town| page.folded(town) == "A" && town + 2 < at && page.cue_before(town, 6, CUES).is_some())
}

/// A house or hamlet without a street: after a tight cue, or a line or item of its own before a postcode.
fn of_place(page: &Page, at: usize, cued: &[usize]) -> Option<(usize, Confidence)> {
    let token = &page.tokens()[at];
    let article = one_of!(page.folded(at), "LE" | "LA" | "LES" | "L'") && token.shape != Shape::Lower && proper(page, at + 1) && close(page, at + 1);
    let block = proper(page, at) || article || token.kind == TokenKind::Number && digits_at(page, at) <= 4;
    if !block || is_postcode(page, at) || labels(page, at) || page.cue(at).any(CLOSING.or(Cue::MONTH).or(Cue::COURT).or(Cue::COMPANY).or(Cue::LAW_FIRM).or(Cue::ESTABLISHMENT).or(Cue::PUBLIC)) && !article || at == 0 {
        return None;
    }
    let line = starts_line(page, at);
    let numbered = token.kind == TokenKind::Number && (proper(page, at + 1) || page.cue(at + 1).any(Cue::ARTICLE) && proper(page, at + 2)) && !page.cue(at + 1).any(Cue::MONTH) && apart(page, at + 1);
    if (cued.binary_search(&at).is_ok() || numbered && line) && leads_to_town(page, at) {
        return Some((marked_from(page, at), Confidence::Probable));
    }
    let item = page.is_symbol(at - 1, ",") || article && page.is_symbol(at - 1, ":");
    if (item || line) && (houses::last_item(page, at, line) || houses::abroad(page, at)) {
        return Some((at, Confidence::Probable));
    }
    let own = line && (article || below_a_name(page, at)) && token.kind != TokenKind::Number;
    ((item && article || own) && short_before_town(page, at)).then_some((at, Confidence::Probable))
}

/// True when the line above is a party's, and no word of this one may be a given name.
fn below_a_name(page: &Page, at: usize) -> bool {
    let above = (at.saturating_sub(14)..at).rev().take_while(|&i| page.gap(i + 1) < Gap::Line || i + 1 == at);
    let own = (at..at + 7).take_while(|&i| i == at || page.gap(i) < Gap::Line);
    // In capitals it may be a name: no word of it may be a surname either, and the line above must be a person's.
    let capitals = own.clone().any(|i| page.shape(i) == Shape::Upper);
    let name = own.clone().any(|i| page.class(i).any(Class::FAMILY) || page.cue(i).any(Cue::COMPANY)) || !above.clone().any(|i| page.cue(i).any(Cue::CIVILITY.or(Cue::BORN)));
    page.gap(at) == Gap::Line && own.clone().count() < 7 && !own.clone().any(|i| page.class(i).any(Class::GIVEN)) && !(capitals && name)
        && above.clone().any(|i| page.cue(i).any(Cue::CIVILITY.or(Cue::BORN).or(Cue::COMPANY).or(Cue::KIN)) || page.folded(i) == "NAISSANCE")
}

/// True when only a short proper name stands between `at` and a postcode with its commune.
fn short_before_town(page: &Page, at: usize) -> bool {
    for next in at..at + 9 {
        if next > at && is_postcode(page, next) {
            return town(page, next).is_some() && (page.gap(next) >= Gap::Line || one_of!(page.folded(next - 1), "-" | "," | "–"));
        }
        let Some(token) = page.tokens().get(next) else { return false };
        let joint = page.cue(next).any(Cue::PARTICLE.or(Cue::ARTICLE).or(Cue::HONOUR)) || token.kind == TokenKind::Elision || one_of!(page.folded(next), "-" | "–" | "," | "AUX" | "SUR" | "SOUS");
        if next > at && token.gap >= Gap::Wide || !(joint || proper(page, next)) {
            return false;
        }
        if page.cue(next).any(Cue::COURT.or(Cue::COMPANY).or(Cue::PARTY_LABEL).or(Cue::OFFICE_OF_COURT).or(Cue::LAW_FIRM).or(Cue::CIVILITY)) {
            return false;
        }
    }
    false
}

/// The first token of the house number before the street type at `at`: `12`, `12 bis,`, `12-14`, `n° 12`, `12 à 18`.
fn number_before(page: &Page, at: usize) -> Option<usize> {
    let mut number = single_number(page, at).or_else(|| {
        let opening = (at.saturating_sub(3)..at).rev().take_while(|&i| BEFORE_TYPE.contains(&page.folded(i)) && page.shape(i) == Shape::Lower || page.kind(i) == TokenKind::Elision).last()?;
        let adjective = !page.cue(opening).any(Cue::PARTICLE);
        let number = single_number(page, opening)?;
        (adjective || number > 0 && one_of!(page.folded(number - 1), "AU" | "°" | "NUMERO")).then_some(number)
    })?;
    // Numbers joined before it, never a date or a year.
    while let Some(joint) = number.checked_sub(1).filter(|&joint| one_of!(page.folded(joint), "-" | "–" | "/" | "ET" | "A" | "&" | ",")) {
        let tight = close(page, number) && close(page, joint);
        let comma = page.is_symbol(joint, ",");
        match single_number(page, joint).filter(|&earlier| tight && !(comma && (digits_at(page, earlier) > 3 || page.gap(joint) > Gap::None))) {
            // `RCS 538 903 618, 1200 route`: a group of a longer number.
            // `Résidence Zorka 2, 14 rue`: the residence's.
            Some(earlier) if !is_of_date(page, earlier) && !(comma && earlier > 0 && page.shape(earlier - 1) == Shape::Title) && !(comma && of_parcel(page, earlier)) && number - earlier < 5 && !(earlier > 0 && digits_at(page, earlier - 1) > 0) => number = earlier,
            _ => break,
        }
    }
    // `RCS 512 874 339⏎ZA des Ancises`: the last group of a number that the line above ends with.
    let grouped = number > 0 && digits_at(page, number) == 3 && digits_at(page, number - 1) > 0 && page.gap(number) < Gap::Line && (page.gap(number + 1) == Gap::Line || digits_at(page, number - 1) == 3 && number > 1 && digits_at(page, number - 2) == 3);
    (!is_of_date(page, number) && !touches_figure(page, number) && !grouped).then(|| marked_from(page, number))
}

/// `AH n° 212, 4 sente aux Lapins`: the number before the comma follows a section of the cadastre.
fn of_parcel(page: &Page, number: usize) -> bool {
    let marked = marked_from(page, number);
    marked < number && marked > 0 && page.shape(marked - 1) == Shape::Upper && page.bytes(marked - 1) == 2
}

/// The house number that ends right before `at`: digits, then `bis` or a letter, then a comma perhaps.
fn single_number(page: &Page, at: usize) -> Option<usize> {
    let mut i = at.checked_sub(1)?;
    if page.gap(at) > Gap::Line {
        return None;
    }
    if page.is_symbol(i, ",") {
        i = i.checked_sub(1)?;
    }
    let suffix = one_of!(page.folded(i), "BIS" | "TER" | "QUATER" | "QUINQUIES") || page.shape(i) == Shape::Initial || page.folded(i).len() == 1 && page.kind(i) == TokenKind::Word && (page.gap(i) == Gap::None || one_of!(page.folded(i), "B" | "C" | "D" | "T" | "Q"));
    if suffix {
        i = i.checked_sub(1 + usize::from(i > 1 && page.is_symbol(i - 1, "-")))?;
    }
    ((1..=4).contains(&digits_at(page, i)) && flows(page, i + 1)).then_some(i)
}

/// True for the day or the year of a date.
fn is_of_date(page: &Page, number: usize) -> bool {
    number > 0 && page.cue(number - 1).any(Cue::MONTH) || page.cue(number + 1).any(Cue::MONTH) || touches_figure(page, number)
}

fn touches_figure(page: &Page, at: usize) -> bool {
    at > 0 && glued(page, at) && (one_of!(page.folded(at - 1), "." | "/") && page.leader(at).is_none() || page.kind(at - 1) == TokenKind::Word)
}

fn marked_from(page: &Page, number: usize) -> usize {
    let mut from = number;
    while from > 0 && one_of!(page.folded(from - 1), "°" | "N" | "Nº" | "NUMERO") && close(page, from) {
        from -= 1;
    }
    from
}

/// True when a proper name follows the street type at `at`, over particles and honours.
fn named(page: &Page, at: usize) -> bool {
    let mut next = at + 1 + usize::from(page.is_symbol(at + 1, ".") && page.gap(at + 1) == Gap::None);
    while next < at + 8 && (flows(page, next) || page.gap(next) == Gap::Line && (page.cue(next - 1).any(Cue::PARTICLE) || next == at + 1 && one_of!(page.folded(next), "DE" | "DES" | "DU" | "D'") && page.shape(next) == Shape::Lower)) {
        if proper(page, next) || page.kind(next) == TokenKind::Number && next > at + 1 - usize::from(PARTS.contains(&page.folded(at))) || one_of!(page.folded(next), "«" | "\"") {
            return true;
        }
        if !(page.cue(next).any(Cue::PARTICLE.or(Cue::HONOUR)) || page.kind(next) == TokenKind::Elision || page.class(next).any(Class::STREET_TYPE) || QUALITIES.contains(&page.folded(next)) || one_of!(page.folded(next), "AUX" | "AU" | "EN" | "SOUS" | "SUR" | "DIT" | "-" | "'" | "D" | "L" | "N" | "°")) {
            return false;
        }
        next += 1;
    }
    false
}

/// True when a capitalised name follows the street type at `at`, over particles alone.
fn proper_after(page: &Page, at: usize) -> bool {
    let mut next = at + 1;
    while next < at + 4 && flows(page, next) && (page.cue(next).any(Cue::PARTICLE) && page.shape(next) == Shape::Lower || page.kind(next) == TokenKind::Elision) {
        next += 1;
    }
    flows(page, next) && proper(page, next) && (!page.cue(next).any(Cue::STOP.or(Cue::COURT).or(Cue::STATUTE)) || one_of!(page.folded(next), "REPUBLIQUE" | "PALAIS")) && page.bytes(next) > 2
}

/// `12 rue du moulin`: a street's name in lower case.
fn lower_name(page: &Page, at: usize) -> bool {
    let mut next = at + 1;
    while page.cue(next).any(Cue::PARTICLE) && next < at + 4 {
        next += 1;
    }
    page.kind(next) == TokenKind::Word && close(page, next) && page.folded(next).len() > 2
}

/// An address cue before `at`, with nothing but linking words, and a town with its comma, between.
fn cued(page: &Page, at: usize) -> bool {
    let mut comma = false;
    for previous in page.before(at, 11) {
        let word = page.folded(previous);
        if CUES.contains(&word) {
            // `résident de la chambre 17`: a noun.
            return word != "RESIDENT" || !one_of!(page.folded(previous + 1), "DE" | "DU");
        }
        let town = comma && (proper(page, previous) && !page.class(previous).any(Class::GIVEN) || page.is_symbol(previous, "(") || page.is_symbol(previous, ")") || digits_at(page, previous) > 0);
        if !AFTER_CUE.contains(&word) && !town {
            return false;
        }
        comma |= word == ",";
    }
    false
}

/// The tokens that may open an address without a street type: at most six behind a cue that nothing but an address follows.
fn cued_tightly(page: &Page, words: &[u8]) -> Vec<usize> {
    let is_cue = |word: WordId| page.word_cue(word).any(Cue::DWELLING) || one_of!(page.document.folded(word), "SIEGE" | "ADRESSE" | "SIS" | "SISE");
    let mut reached = Vec::new();
    for cue in page.tokens_of(is_cue) {
        for at in (cue + 1..page.tokens().len().min(cue + 7)).take_while(|&at| page.gap(at) != Gap::Blank) {
            reached.push(at);
            if words[page.tokens()[at].word.0 as usize] & AFTER == 0 {
                break;
            }
        }
    }
    reached.sort_unstable();
    reached.dedup();
    reached
}

/// True when a postcode and its commune follow within reach, with nothing between that closes an address.
fn leads_to_town(page: &Page, at: usize) -> bool {
    let mut lines = 0;
    for next in at..at + 22 {
        if page.tokens().len() <= next || page.gap(next) == Gap::Blank && next > at {
            return false;
        }
        lines += usize::from(page.gap(next) == Gap::Line && next > at);
        if lines > 3 {
            return false;
        }
        if next > at && is_postcode(page, next) {
            return town(page, next).is_some();
        }
        let word = page.folded(next);
        if page.cue(next).any(CLOSING) && !page.cue(next).any(Cue::HONOUR) || one_of!(word, ";" | "." | "(") && page.gap(next + 1) >= Gap::Space && !(word == "." && page.folded(next.saturating_sub(1)).len() <= 4) {
            return false;
        }
    }
    false
}

pub(super) fn starts_line(page: &Page, at: usize) -> bool {
    at == 0 || page.gap(at) >= Gap::Line || is_bar(page, at - 1)
}

/// `TRIBUNAL JUDICIAIRE DE LYON` at the head of the same block of lines: the court's own address stays, and that of a public body.
pub(super) fn of_a_court(page: &Page, first: usize) -> bool {
    if seat_of_public_body(page, first) || behind_a_court(page, first) {
        return true;
    }
    let mut line = first;
    for _ in 0..5 {
        while line > 0 && page.gap(line) < Gap::Line && first - line < 40 {
            line -= 1;
        }
        let opening = line + usize::from(is_bar(page, line));
        let head = page.folded(opening);
        let upper = page.is_capitalised(opening);
        if upper && (one_of!(head, "TRIBUNAL" | "COUR" | "PALAIS" | "GREFFE") || head == "CONSEIL" && (page.folded(opening + 2).starts_with("PRUD") || page.folded(opening + 1).starts_with("D'") || page.folded(opening + 1) == "DE") || is_public_body(page, opening)) {
            return true;
        }
        // A person's or a party's line in between: the address is theirs.
        let person = (line..first).any(|at| page.cue(at).any(Cue::CIVILITY.or(Cue::PARTY_LABEL).or(Cue::DWELLING).or(Cue::BORN).or(Cue::COMPANY)) && page.folded(at) != "CABINET" || CUES.contains(&page.folded(at)));
        if person || line == 0 || page.gap(line) == Gap::Blank {
            return false;
        }
        line -= 1;
    }
    false
}

/// `prononcé à Nîmes, palais de justice, boulevard`, `le greffe du tribunal judiciaire de Nîmes, 2 rue`: the words up to the comma before are a court.
fn behind_a_court(page: &Page, first: usize) -> bool {
    if first < 2 || !page.is_symbol(first - 1, ",") || page.gap(first) > Gap::Line {
        return false;
    }
    let words = page.before(first - 1, 12).take_while(|&at| !one_of!(page.folded(at), "," | ";" | ":" | "." | "(" | "QU'" | "QUE" | "QUI" | "IL" | "ILS" | "ELLE" | "ELLES") && !page.cue(at).any(Cue::CIVILITY.or(Cue::DWELLING).or(Cue::COMPANY)));
    words.last().is_some_and(|at| {
        let noun = at + usize::from(page.cue(at).any(Cue::ARTICLE));
        one_of!(page.folded(noun), "TRIBUNAL" | "GREFFE") || page.folded(noun) == "PALAIS" && page.folded(noun + 2) == "JUSTICE" || page.folded(noun) == "COUR" && page.folded(noun + 1).starts_with("D'")
    })
}

/// `la caisse primaire d'assurance maladie de l'Orne, dont le siège est`: a body that no private person is.
fn seat_of_public_body(page: &Page, first: usize) -> bool {
    let Some(seat) = page.cue_before(first, 8, &["SIEGE"]) else { return false };
    page.before(seat, 24).take_while(|&at| !one_of!(page.folded(at), ";" | "." | "°") && !page.cue(at).any(Cue::CIVILITY)).any(|at| is_public_body(page, at))
}

/// A caisse, a service of the State: hospitals and landlords of social housing are no such body here.
fn is_public_body(page: &Page, at: usize) -> bool {
    fn is_body(word: &str) -> bool {
        one_of!(
            word,
            "URSSAF" | "CPAM" | "CRAM" | "CRAMIF" | "CARSAT" | "CAF" | "MSA" | "RSI" | "MDPH" | "CNAV" | "CNAVTS" | "CGSS" | "CIPAV" | "ASSEDIC" | "UNEDIC" | "AGS" | "CGEA" | "DGFIP" | "DDFIP" | "DRFIP" | "DREETS" | "DIRECCTE" | "OFPRA" | "OFII" | "ONIAM" | "FIVA" | "FGTI" | "FGAO"
        )
    }
    is_body(page.folded(at)) || page.folded(at) == "MAISON" && page.folded(at + 1).starts_with("DEPARTEMENTAL") || page.class(at).any(Class::PHRASE_START) && !page.cue(at).any(Cue::ESTABLISHMENT) && page.phrase(at, Class::PUBLIC_BODY).is_some_and(|last| last > at)
}

#[cfg(test)]
mod tests;
