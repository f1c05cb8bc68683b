//! Communes of private persons: beside a postcode, after an address, a birth, a death, a dwelling.
//!
//! A commune proven once is found again by [`again`], but where it is a court's, a bar's or a public body's seat.

use super::{Reader, Rule};
use crate::context::{Cue, Page};
use crate::lexicon::Class;
use crate::model::{Confidence, Detection, Kind};
use crate::recognizers::figures::{digits_at, glued, numbers};
use crate::recognizers::words::{CLOSING, close, name_run, proper};
use crate::text::{Gap, Shape, Span, TokenKind};

const RULE: Rule = Rule {
    id: "fr/locality",
    kind: Kind::Locality,
    finds: "A postcode and its commune, or the commune of a birth, a death, a dwelling.",
    source: "COJ art. R111-12; La Poste, code postal (arrêté du 5 juin 1990); INSEE, communes",
};

pub(super) const READER: Reader = Reader { rules: &[RULE], find };

/// Words beside which a commune is a private person's, with what may stand between them and `à`.
const CUES: &[&str] = &[
    "NE", "NEE", "NES", "NEES", "NAISSANCE", "NAQUIT", "DECEDE", "DECEDEE", "DECEDES", "DECES", "MORT", "MORTE", "DEMEURANT", "DEMEURE", "DOMICILIE", "DOMICILIEE", "DOMICILIES", "DOMICILIEES", "RESIDANT", "RESIDE",
    "HABITANT", "HABITE", "MARIES", "MARIAGE", "MARIE", "MARIEE", "EPOUSE", "LOGE", "LOGEE", "DOMICILE", "SITUE", "SITUEE", "SIS", "SISE", "ORIGINAIRE",
];

fn find(page: &Page, found: &mut Vec<Detection>) {
    let mut free = 0;
    let mut places = page.tokens_where(|word| matches!(page.document.folded(word), "A" | "AU" | "AUX" | "DE" | "D'"), |at| proper(page, at + 1));
    places.extend(numbers(page).filter(|&at| digits_at(page, at) == 5));
    places.sort();
    for at in places {
        if at < free {
            continue;
        }
        let hit = if page.tokens()[at].kind == TokenKind::Number {
            town(page, at).filter(|_| !super::address::of_a_court(page, at)).map(|last| (prefix(page, at), last, Confidence::Certain)).or_else(|| bracketed(page, at))
        } else if page.folded(at).starts_with('A') && page.gap(at + 1) <= Gap::Line {
            after_cue(page, at)
        } else if page.folded(at).starts_with('D') && close(page, at + 1) {
            registry(page, at)
        } else {
            None
        };
        if let Some((first, last, confidence)) = hit.filter(|&(first, last, _)| first >= free && !of_a_court(page, first, last)) {
            found.push(Detection::new(RULE.id, RULE.kind, page.document.span_of(first, last), confidence));
            free = last + 1;
        }
    }
}

/// Five digits of a French postcode, or four of Monaco's like, alone.
pub(super) fn is_postcode(page: &Page, at: usize) -> bool {
    if digits_at(page, at) != 5 || glued(page, at + 1) && !matches!(page.folded(at + 1), "-" | "," | ")" | "." | ";") {
        return false;
    }
    let code = page.folded(at);
    let before = at.checked_sub(1);
    let touched = glued(page, at) && before.is_some_and(|b| !matches!(page.folded(b), "-" | "(" | "," | "[" | "F"));
    let boxed = before.is_some_and(|b| matches!(page.folded(b), "BP" | "CS" | "TSA"));
    !touched && !boxed && ("01".."99").contains(&&code[..2]) && code != "00000"
}

/// The last token of the commune after the postcode at `at`; `CEDEX 9` belongs to it.
pub(super) fn town(page: &Page, at: usize) -> Option<usize> {
    if !is_postcode(page, at) {
        return None;
    }
    let mut next = at + 1;
    while page.is_symbol(next, "-") || page.is_symbol(next, "–") || page.is_symbol(next, ",") && close(page, next + 1) {
        next += 1;
    }
    if !close(page, next) && !(page.gap(next) <= Gap::Line && page.class(next).any(Class::PLACE.union(Class::PLACE_START))) || !proper(page, next) || page.tokens()[next].span.len() < 2 || page.cue(next).any(Cue::MONTH.or(Cue::COURT)) || matches!(page.folded(next), "EUROS" | "EUR" | "M2" | "KM" | "F") {
        return None;
    }
    let mut last = name_run(page, next, 7)?;
    if page.folded(last) == "CEDEX" && digits_at(page, last + 1) > 0 && digits_at(page, last + 1) < 3 {
        last += 1;
    } else if page.folded(last + 1) == "CEDEX" && close(page, last + 1) {
        last += 1;
        last += usize::from((1..3).contains(&digits_at(page, last + 1)));
    }
    // A commune ends where the next item of the caption begins.
    (next..=last).find(|&i| i > next && page.cue(i).any(CLOSING.or(Cue::LAW_FIRM))).map_or(Some(last), |cut| Some(cut - 1))
}

/// `F-57000 METZ`: the country's letter before the postcode.
fn prefix(page: &Page, at: usize) -> usize {
    let letter = at >= 2 && page.is_symbol(at - 1, "-") && glued(page, at) && page.folded(at - 2) == "F";
    if letter { at - 2 } else { at }
}

/// `Patrimonio (20253)`: the postcode after its commune.
fn bracketed(page: &Page, at: usize) -> Option<(usize, usize, Confidence)> {
    if !is_postcode(page, at) || at < 2 || !page.is_symbol(at - 1, "(") || !page.is_symbol(at + 1, ")") {
        return None;
    }
    let last = at - 2;
    let mut first = last + 1;
    while first > 0 && last + 1 - first < 6 && (proper(page, first - 1) || is_link(page, first - 1) && first <= last) && (first > last || close(page, first)) {
        first -= 1;
    }
    while first <= last && !proper(page, first) {
        first += 1;
    }
    (first <= last).then_some((first, at + 1, Confidence::Certain))
}

fn is_link(page: &Page, at: usize) -> bool {
    matches!(page.folded(at), "-" | "LA" | "LE" | "LES" | "SUR" | "SOUS" | "EN" | "L'" | "DE" | "DU" | "D'") && page.tokens()[at].kind != TokenKind::Number
}

/// The commune after `à`, when a birth, a death, a dwelling or an address leads to it.
fn after_cue(page: &Page, at: usize) -> Option<(usize, usize, Confidence)> {
    if page.tokens()[at].gap == Gap::Blank || page.class(at + 1).any(Class::COUNTRY) || page.cue(at + 1).any(Cue::MONTH.or(Cue::COURT).or(Cue::COMPANY).or(Cue::LAW_FIRM).or(Cue::STREET).or(Cue::ESTABLISHMENT).or(Cue::PUBLIC)) {
        return None;
    }
    let confidence = if after_address(page, at) { Confidence::Strong } else { lead(page, at)? };
    let mut last = name_run(page, at + 1, 6)?;
    if let Some(cut) = (at + 2..=last).find(|&i| page.cue(i).any(CLOSING)) {
        last = cut - 1;
    }
    if page.class(at + 1).any(Class::COUNTRY.union(Class::REGION)) && last == at + 1 && !page.class(at + 1).any(Class::PLACE) {
        return None;
    }
    Some((at + 1, last, confidence))
}

/// True when a street with its number stands right before `à`: `22, place du Marché à Metz`.
fn after_address(page: &Page, at: usize) -> bool {
    let street = (at.saturating_sub(8)..at).rev().take_while(|&t| page.gap(t + 1) <= Gap::Line && !matches!(page.folded(t), ";" | ".")).find(|&t| page.cue(t).any(Cue::STREET));
    street.is_some_and(|street| {
        let number = (street.saturating_sub(4)..street).any(|t| (1..5).contains(&digits_at(page, t)));
        number && street + 1 < at && (street + 1..at).any(|t| proper(page, t))
    })
}

/// What leads back from `à`: a cue with a date, a comma, a place in brackets between.
fn lead(page: &Page, at: usize) -> Option<Confidence> {
    for previous in page.before(at, 14) {
        let word = page.folded(previous);
        let token = &page.tokens()[previous];
        if CUES.contains(&word) {
            let negation = word == "NE" && matches!(page.document.original_at(previous), "ne" | "Ne");
            let far = matches!(word, "DOMICILE" | "SITUE" | "SITUEE" | "SIS" | "SISE" | "EPOUSE" | "MORT" | "MORTE" | "MARIE") && at - previous > 2;
            return (!negation && !far).then_some(Confidence::Strong);
        }
        let dated = token.kind == TokenKind::Number
            || page.cue(previous).any(Cue::MONTH.or(Cue::DAY).or(Cue::NUMBER))
            || matches!(word, "LE" | "," | "/" | "." | "-" | ":" | "VERS" | "EN" | "ER" | "(" | ")" | "E" | "S" | "RESPECTIVEMENT" | "ACTUELLEMENT" | "TOUJOURS" | "SURVENU" | "CELEBRE" | "LA" | "ET" | "UN" | "MIL" | "ALORS" | "ENSEMBLE");
        if !dated {
            return None;
        }
    }
    None
}

/// `officier de l'état civil de Metz`, `mairie de Metz` in a civil status clause.
fn registry(page: &Page, at: usize) -> Option<(usize, usize, Confidence)> {
    let mut seen = false;
    for previous in page.before(at, 9) {
        match page.folded(previous) {
            "CIVIL" | "ETAT-CIVIL" | "ETAT" => seen = true,
            "OFFICIER" | "OFFICIERS" => {
                let last = name_run(page, at + 1, 6)?;
                return seen.then_some((at + 1, last, Confidence::Strong));
            }
            "DE" | "D'" | "L'" | "LA" | "VILLE" | "COMMUNE" | "MAIRIE" | "DU" => {}
            _ => return None,
        }
    }
    None
}

/// True where the commune is the seat of a court, a bar, a register or a public body.
fn of_a_court(page: &Page, first: usize, last: usize) -> bool {
    if page.folded(last + 1) == "CEDEX" && page.gap(last + 1) > Gap::Line {
        return false;
    }
    for previous in page.before(first, 5) {
        let word = page.folded(previous);
        let cue = page.cue(previous);
        if cue.any(Cue::COURT) || cue.any(Cue::PUBLIC) && !matches!(word, "COMMUNE" | "MAIRIE") || matches!(word, "AVOCAT" | "AVOCATE" | "AVOCATS" | "TOQUE" | "JURIDIQUE" | "JUDICIAIRE" | "APPEL" | "FAIT" | "JUGE" | "PRONONCE" | "NOTAIRE" | "HUISSIER" | "RESSORT" | "ACADEMIE" | "PREFECTURE") {
            return true;
        }
        if !(matches!(word, "DE" | "D'" | "DU" | "A" | "LA" | "LE" | "L'" | "AU" | "DES" | "EN" | ",") || page.tokens()[previous].kind == TokenKind::Number && page.folded(previous).len() < 4) {
            return false;
        }
    }
    false
}

/// Finds every other place where a commune proven in `found` stands, in any case and with or without hyphens.
///
/// `found` are detections of this rule. Linear in the page for each commune.
pub(in crate::recognizers) fn again(page: &Page, proven: &[Span], again: &mut Vec<Detection>) {
    let mut names: Vec<Vec<String>> = Vec::new();
    for span in proven {
        let first = page.document.token_at(span.start);
        let parts: Vec<String> = (first..page.document.token_at(span.end - 1) + 1)
            .filter(|&at| matches!(page.tokens()[at].kind, TokenKind::Word | TokenKind::Elision) && !matches!(page.folded(at), "CEDEX"))
            .flat_map(|at| page.folded(at).split('-').map(str::to_owned).collect::<Vec<_>>())
            .collect();
        let letters: usize = parts.iter().map(String::len).sum();
        if letters >= 4 && !names.contains(&parts) {
            names.push(parts);
        }
    }
    for name in &names {
        for first in page.tokens_where(|word| page.document.folded(word).starts_with(name[0].as_str()), |at| page.tokens()[at].is_capitalised()) {
            if let Some(last) = spells(page, first, name)
                && fits(page, first, last)
            {
                again.push(Detection::new(RULE.id, RULE.kind, page.document.span_of(first, last), Confidence::Probable));
            }
        }
    }
}

/// The last token when the words from `first` spell `name`.
fn spells(page: &Page, first: usize, name: &[String]) -> Option<usize> {
    let mut part = 0;
    let mut at = first;
    while part < name.len() {
        if at > first && page.gap(at) > Gap::Line {
            return None;
        }
        if page.is_symbol(at, "-") && at > first {
            at += 1;
            continue;
        }
        for word in page.folded(at).split('-') {
            if name.get(part).is_none_or(|known| known != word) {
                return None;
            }
            part += 1;
        }
        at += 1;
    }
    Some(at - 1)
}

/// A commune in prose: after a preposition of place, and no court's or name's.
fn fits(page: &Page, first: usize, last: usize) -> bool {
    let Some(previous) = first.checked_sub(1) else { return false };
    let placed = matches!(page.folded(previous), "A" | "DE" | "D'" | "VERS" | "SUR" | "DANS" | "POUR" | "ENTRE" | "EN") && page.gap(first) <= Gap::Line;
    let follows = page.tokens().get(last + 1).is_some_and(|t| t.gap == Gap::Space && t.is_capitalised() && t.shape != Shape::Initial);
    // `la commune de X`, `le maire de X`: the public body stays.
    let body = first > 1 && matches!(page.folded(first - 1), "DE" | "D'") && matches!(page.folded(first - 2), "COMMUNE" | "VILLE" | "MAIRIE" | "MAIRE");
    placed && !follows && !body && !of_a_court(page, first, last) && !in_caption_of_court(page, first)
}

/// `TRIBUNAL JUDICIAIRE\nDE PARIS`, `Fait à Paris`: the line belongs to the court.
fn in_caption_of_court(page: &Page, first: usize) -> bool {
    page.before(first, 7).any(|at| page.cue(at).any(Cue::COURT) || matches!(page.folded(at), "FAIT" | "PRONONCE" | "JUGE" | "GREFFE"))
}

#[cfg(test)]
mod tests {
    use super::READER;
    use crate::recognizers::slices;

    #[test]
    fn finds_communes_of_persons() {
        for (text, town) in [
            ("12 rue Haute 57000 METZ, représenté", "57000 METZ"),
            ("- 69603 VILLEURBANNE CEDEX 3", "69603 VILLEURBANNE CEDEX 3"),
            ("34430 SAINT JEAN DE VEDAS", "34430 SAINT JEAN DE VEDAS"),
            ("dont le siège est à Patrimonio (20253),", "Patrimonio (20253)"),
            ("né le 12 mars 1965 à Metz (Moselle)", "Metz"),
            ("née à Villeneuve-sur-Lot le 3 mai 1970", "Villeneuve-sur-Lot"),
            ("décédée le 3 juin 2011 à Allauch, retraitée", "Allauch"),
            ("demeurant à Marthon", "Marthon"),
            ("demeure 22, place du Marché à Villefontaine, où", "Villefontaine"),
            ("devant l'officier de l'état civil de Sedan, sans contrat", "Sedan"),
        ] {
            assert_eq!(slices(&READER, text), [town], "{text}");
        }
    }

    #[test]
    fn leaves_seats_and_numbers() {
        for text in [
            "le tribunal judiciaire de Metz",
            "avocat au barreau de PARIS",
            "la somme de 12000 Euros",
            "Fait à Paris, le 3 mai 2020",
            "il ne se rend pas à Metz",
            "né en Algérie",
            "la cour d'appel de 75001 Paris",
        ] {
            assert!(slices(&READER, text).is_empty(), "{text}: {:?}", slices(&READER, text));
        }
    }
}
