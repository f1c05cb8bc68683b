//! Firms of counsel and of other legal professions, by their names. Kept apart from companies: a policy treats them as it treats
//! counsel, and looks for them only where it hides those.

use super::{Reader, Rule};
use crate::context::{Cue, Page, firm_end};
use crate::model::{Confidence, Detection, Kind, Role};
use crate::recognizers::words::close;
use crate::text::{Gap, Shape, TokenKind, one_of};

const RULE: Rule = Rule {
    id: "fr/law_firm",
    kind: Kind::Organisation,
    finds: "The name of a law firm or office: `SCP A, B & C`, `cabinet d'avocats A`, `office notarial A`.",
    source: "Loi n° 66-879 du 29 novembre 1966 (SCP); loi n° 90-1258 du 31 décembre 1990 (SEL); loi n° 71-1130 du 31 décembre 1971, art. 7 (AARPI)",
};

pub(super) const READER: Reader = Reader { rules: &[RULE], find };

/// What may stand in lower case between the form and the name: `SCP d'huissiers de justice A`.
fn is_quality(word: &str) -> bool {
    one_of!(
        word,
        "D'" | "DE" | "DES" | "AVOCAT" | "AVOCATS" | "NOTAIRE" | "NOTAIRES" | "NOTARIAL" | "NOTARIALE" | "HUISSIERS" | "HUISSIER" | "COMMISSAIRES" | "COMMISSAIRE" | "JUSTICE" | "EXPERTISE" | "COMPTABLE" | "CONSEILS" | "CONSEIL" | "MANDATAIRES" | "JUDICIAIRES" | "INTERBARREAUX" | "ARCHITECTES" | "ARCHITECTURE"
    )
}

/// Forms of any trade, in which counsel may practise too (loi n° 71-1130, art. 7): theirs when `avocat` follows the name.
const COMPANIES: &[&str] = &["SARL", "SAS", "SASU", "EURL", "SA"];

fn find(page: &Page, found: &mut Vec<Detection>) {
    let mut free = 0;
    let heads = |folded: &str| one_of!(folded, "ETUDE" | "ETUDES" | "OFFICE" | "CABINET") || COMPANIES.contains(&folded);
    for at in page.tokens_of(|word| page.word_cue(word).any(Cue::LAW_FIRM) || heads(page.document.folded(word))) {
        if at < free {
            continue;
        }
        let mut first = at + 1;
        let lower = |at: usize| page.tokens().get(at).is_some_and(|token| token.shape == Shape::Lower || token.kind == TokenKind::Elision);
        while first < at + 7 && close(page, first) && (lower(first) && is_quality(page.folded(first)) || page.cue(first).any(Cue::LAW_FIRM) || one_of!(page.folded(first), "«" | "\"")) {
            first += 1;
        }
        // An office is one only when a quality says so, a study when a name follows right behind.
        let quality = first > at + 1;
        let office = match page.folded(at) {
            "OFFICE" | "CABINET" => quality,
            _ => true,
        };
        let opens = page.tokens().get(first).is_some_and(|token| token.kind == TokenKind::Word && token.is_capitalised());
        let stop = page.cue(first).any(Cue::STOP) && !page.cue(first).any(Cue::PARTICLE);
        if !office || !opens || stop || page.gap(first) > Gap::Line || page.cue(first).any(Cue::CIVILITY.or(Cue::MAITRE).or(Cue::COURT)) {
            continue;
        }
        let mut last = firm_end(page, first) - 1;
        while last > first && (page.kind(last) != TokenKind::Word || page.cue(last).any(Cue::PARTICLE) && page.shape(last) == Shape::Lower) {
            last -= 1;
        }
        let counsel = page.folded(last + 1) == "," && one_of!(page.folded(last + 2), "AVOCAT" | "AVOCATS");
        if last < first || COMPANIES.contains(&page.folded(at)) && !counsel {
            continue;
        }
        found.push(Detection::new(RULE.id, RULE.kind, page.document.span_of(first, last), Confidence::Strong).with_role(Role::Lawyer));
        free = last + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::READER;
    use crate::recognizers::slices;

    #[test]
    fn finds_the_names_of_firms_and_offices() {
        for (text, names) in [
            ("de la SCP ROUX-VIAL & ASSOCIÉS, avocat au barreau", &["ROUX-VIAL & ASSOCIÉS"][..]),
            ("Me VIDAL de la SELARL VIDAL AVOCATS, substituant", &["VIDAL"]),
            ("la SCP Aubin, Texier, Perrot, avocat à la Cour", &["Aubin, Texier, Perrot"]),
            ("l'AARPI NOVA LEX, avocats", &["NOVA LEX"]),
            ("de l'office notarial PETIT-GARNIER à Dijon", &["PETIT-GARNIER"]),
            ("l'étude Petit Garnier a dressé", &["Petit Garnier"]),
            ("la SCP d'huissiers de justice Morel et Simon", &["Morel et Simon"]),
            ("le cabinet d'expertise Ducellier", &["Ducellier"]),
            ("de la SELARL Le Guennec Avocats", &["Le Guennec"]),
            ("la SARL Ormesson, Lagarde et Poix, avocat de M. Roux", &["Ormesson, Lagarde et Poix"]),
            ("la SELARL MJ SYNERGIE, prise en la personne", &["MJ SYNERGIE"]),
        ] {
            assert_eq!(slices(&READER, text), names, "{text}");
        }
    }

    #[test]
    fn leaves_what_names_no_firm() {
        for text in ["une SCP d'avocats", "l'étude de sol", "l'étude de Maître Petit", "l'office du juge", "le cabinet médical", "la SELARL, avocats", "la SARL Ormesson, Lagarde et Poix", "la SA Durand, appelante", "l'Office français de l'immigration"] {
            assert!(slices(&READER, text).is_empty(), "{text}: {:?}", slices(&READER, text));
        }
    }
}
