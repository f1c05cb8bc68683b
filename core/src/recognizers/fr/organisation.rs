//! Companies, associations, unions: the name after the form. Law firms and public bodies are apart.

use super::{Reader, Rule};
use crate::context::{Cue, Page};
use crate::lexicon::Class;
use crate::model::{Confidence, Detection, Kind};
use crate::recognizers::words::{CLOSING, close, proper};
use crate::text::{Gap, Shape, TokenKind};

const RULE: Rule = Rule {
    id: "fr/organisation",
    kind: Kind::Organisation,
    finds: "The name of a company, association or union after its form or type.",
    source: "COJ art. R111-12 (personnes morales); Code civil art. 1835; Code de commerce art. L210-2",
};

pub(super) const READER: Reader = Reader { rules: &[RULE], find };

/// Types written in full that a name follows in lower-case prose.
const TYPES: &[&str] = &[
    "SOCIETE", "SOCIETES", "COMPAGNIE", "ASSOCIATION", "SYNDICAT", "ENTREPRISE", "CABINET", "GROUPE", "BANQUE", "MUTUELLE", "FONDATION", "FEDERATION", "COOPERATIVE", "AGENCE", "ENSEIGNE", "HOLDING", "GARAGE", "PHARMACIE", "BOULANGERIE", "GROUPEMENT",
    "RESTAURANT", "HOTEL", "ASSURANCES", "ETABLISSEMENTS", "ETS", "TRANSPORTS", "CONSTRUCTIONS",
];

/// What may stand between the type and the name: `société anonyme dite`.
const BETWEEN: &[&str] = &[
    "ANONYME", "CIVILE", "IMMOBILIERE", "PROFESSIONNELLE", "A", "RESPONSABILITE", "LIMITEE", "PAR", "ACTIONS", "SIMPLIFIEE", "UNIPERSONNELLE", "DITE", "DENOMMEE", "COOPERATIVE", "D'", "ASSURANCES", "ASSURANCE", "EXPLOITATION", "AGRICOLE", "CIVIL",
    "DES", "COPROPRIETAIRES",
];

fn find(page: &Page, found: &mut Vec<Detection>) {
    let mut free = 0;
    let forms = page.among(page.lexicon.entries_of(Class::COMPANY_FORM));
    for at in page.tokens_of(|word| page.word_cue(word).any(Cue::COMPANY) || forms[word.0 as usize]) {
        let token = &page.tokens()[at];
        if at < free || token.kind != TokenKind::Word {
            continue;
        }
        let folded = page.folded(at);
        let form = matches!(token.shape, Shape::Upper | Shape::Dotted) && folded.len() <= 6 && !TYPES.contains(&folded);
        if !(form || TYPES.contains(&folded)) || page.cue(at).any(Cue::LAW_FIRM.or(Cue::PUBLIC).or(Cue::STREET).or(Cue::ESTABLISHMENT)) || folded == "SE" {
            continue;
        }
        if let Some((first, last)) = name(page, at, form) {
            let confidence = if form || token.shape == Shape::Lower { Confidence::Strong } else { Confidence::Probable };
            found.push(Detection::new(RULE.id, RULE.kind, page.document.span_of(first, last), confidence));
            free = last + 1;
        }
    }
}

/// First and last token of the name after the form or type at `at`.
fn name(page: &Page, at: usize, form: bool) -> Option<(usize, usize)> {
    let mut first = at + 1;
    while first < at + 8 && page.gap(first) <= Gap::Line {
        let word = page.folded(first);
        let lower = page.tokens()[first].shape == Shape::Lower || page.tokens()[first].kind == TokenKind::Elision;
        if matches!(word, "«" | "\"" | "“" | "'") || lower && BETWEEN.contains(&word) || page.cue(first).any(Cue::COMPANY) && form {
            first += 1;
        } else {
            break;
        }
    }
    if page.gap(first) > Gap::Line || !(proper(page, first) || page.tokens().get(first).is_some_and(|t| t.kind == TokenKind::Elision && t.shape != Shape::Lower)) {
        return None;
    }
    let mut last = None;
    let mut next = first;
    let mut words = 0;
    while words < 7 && next < page.tokens().len() {
        let token = &page.tokens()[next];
        if next > first && !close(page, next) {
            break;
        }
        let word = page.folded(next);
        let cue = page.cue(next);
        if token.kind == TokenKind::Symbol {
            if !matches!(word, "&" | "-" | "'" | "." | "+" | "/") || !(proper(page, next + 1) && close(page, next + 1)) || word == "." && page.gap(next + 1) != Gap::None || word == "/" && page.folded(next - 1) == "C" {
                break;
            }
        } else if token.is_capitalised() || token.kind == TokenKind::Number && next > first && token.span.len() < 5 && page.folded(next + 1) != "EUROS" {
            if cue.any(CLOSING.or(Cue::LAW_FIRM)) && !cue.any(Cue::HONOUR) || words > 0 && cue.any(Cue::STOP) && token.shape != Shape::Upper && !cue.any(Cue::COMPANY) && page.tokens()[next - 1].kind != TokenKind::Elision || cue.any(Cue::MONTH) {
                break;
            }
            last = Some(next);
            words += 1;
        } else if token.kind == TokenKind::Elision && proper(page, next + 1) {
            if token.shape == Shape::Lower && words == 0 {
                break;
            }
        } else if !(matches!(word, "DE" | "DU" | "DES" | "LA" | "LE" | "LES" | "ET" | "EN" | "SUR" | "A" | "AU" | "AUX" | "FILS" | "FRERES") && words > 0) {
            break;
        } else if matches!(word, "FILS" | "FRERES") {
            last = Some(next);
        } else {
            // `X et fils`, `Y de France`: go on only towards a capital; `et` towards a person or another company does not join.
            let onward = (next + 1..next + 4).find(|&i| !page.cue(i).any(Cue::PARTICLE) || proper(page, i));
            let person = word == "ET" && onward.is_some_and(|i| page.class(i).any(Class::GIVEN) && page.tokens()[i].shape == Shape::Title);
            if !matches!(page.folded(next + 1), "FILS" | "FRERES" | "CIE" | "ASSOCIES") && (!onward.is_some_and(|i| proper(page, i) && close(page, i)) || person || word == "ET" && onward.is_some_and(|i| page.cue(i).any(Cue::COMPANY))) {
                break;
            }
        }
        next += 1;
    }
    let last = last?;
    let alone = first == last && page.tokens()[first].shape == Shape::Initial;
    let public = page.class(first).any(Class::PUBLIC_BODY) || page.cue(first).any(Cue::PUBLIC);
    let stop = first == last && page.cue(first).any(Cue::STOP.or(Cue::COURT).or(Cue::STATUTE).or(Cue::ARTICLE));
    (!alone && !public && !stop).then_some((first, last))
}

#[cfg(test)]
mod tests {
    use super::READER;
    use crate::recognizers::slices;

    #[test]
    fn finds_names_after_forms_and_types() {
        for (text, name) in [
            ("la société Toitures de l'Est, aux droits", "Toitures de l'Est"),
            ("S.A.R.L. LES TROIS PALIERS, dont", "LES TROIS PALIERS"),
            ("à la SCI Vasseur et Fils, prise", "Vasseur et Fils"),
            ("la société anonyme dite Banque du Lys a", "Banque du Lys"),
            ("l'association « L'Escale du Val » et", "L'Escale du Val"),
            ("l'EURL OPS Boissons de", "OPS Boissons"),
        ] {
            assert_eq!(slices(&READER, text), [name], "{text}");
        }
    }

    #[test]
    fn leaves_other_things() {
        for text in [
            "la société et Mme Vasseur",
            "une SARL de droit français",
            "la SCP Vasseur et Aubin, avocat",
            "la société, dont Paul",
            "l'association des parents",
            "il se Plaint",
        ] {
            assert!(slices(&READER, text).is_empty(), "{text}: {:?}", slices(&READER, text));
        }
    }
}
