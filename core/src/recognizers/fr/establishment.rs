//! Schools, hospitals, care homes, prisons, places of worship.

use super::{Reader, Rule};
use crate::context::{Cue, Page};
use crate::model::{Confidence, Detection, Kind};
use crate::recognizers::words::{apart, name_run, proper};
use crate::text::{Gap, Shape, TokenKind};

const RULE: Rule = Rule {
    id: "fr/establishment",
    kind: Kind::Establishment,
    finds: "A school, hospital, care home, prison or place of worship with its name.",
    source: "COJ art. R111-12; the category établissement of the Court of cassation",
};

pub(super) const READER: Reader = Reader { rules: &[RULE], find };

/// What opens an establishment's name, and the words one of which must follow when the word alone says too little.
const HEADS: [(&str, &[&str]); 36] = [
    ("ECOLE", &[]), ("COLLEGE", &[]), ("LYCEE", &[]), ("CRECHE", &[]), ("MATERNITE", &[]), ("HOPITAL", &[]), ("HOPITAUX", &[]), ("CLINIQUE", &[]), ("POLYCLINIQUE", &[]),
    ("CHU", &[]), ("CHRU", &[]), ("CHR", &[]), ("EHPAD", &[]), ("PRISON", &[]), ("MOSQUEE", &[]), ("EGLISE", &[]), ("SYNAGOGUE", &[]), ("PAROISSE", &[]), ("INTERNAT", &[]), ("CAMPING", &[]), ("IME", &[]), ("ITEP", &[]), ("ESAT", &[]), ("MECS", &[]), ("CMP", &[]), ("CMPP", &[]), ("EPM", &[]), ("FOYER", &[]), ("CRA", &[]), ("PENSIONNAT", &[]), ("SANATORIUM", &[]),
    ("MAISON", &["ARRET", "CENTRALE", "RETRAITE", "SANTE", "ENFANTS", "D'ARRET"]),
    ("CENTRE", &["HOSPITALIER", "PENITENTIAIRE", "DETENTION", "RETENTION", "MEDICO-PSYCHOLOGIQUE", "MEDICAL", "EDUCATIF", "PSYCHIATRIQUE", "SPECIALISE", "REEDUCATION", "SEMI-LIBERTE", "HEBERGEMENT", "ACCUEIL", "LOISIRS", "MEDICO-SOCIAL", "READAPTATION"]),
    ("ETABLISSEMENT", &["PENITENTIAIRE", "SCOLAIRE"]),
    ("RESIDENCE", &["AUTONOMIE", "SENIORS", "UNIVERSITAIRE"]),
    ("QUARTIER", &["MAISON", "DETENTION"]),
];

/// Words of a type: `lycée professionnel`, `centre de rétention administrative de`.
const QUALITY: &[&str] = &[
    "HOSPITALIER", "HOSPITALIERE", "UNIVERSITAIRE", "REGIONAL", "REGIONALE", "PENITENTIAIRE", "DETENTION", "RETENTION", "ADMINISTRATIVE", "MEDICO-PSYCHOLOGIQUE", "MEDICO-SOCIAL", "MEDICAL", "MEDICALE", "EDUCATIF", "PSYCHIATRIQUE", "SPECIALISE",
    "ARRET", "CENTRALE", "RETRAITE", "SANTE", "ENFANTS", "JOUR", "NUIT", "MATERNELLE", "ELEMENTAIRE", "PRIMAIRE", "PROFESSIONNEL", "PROFESSIONNELLE", "PRIVE", "PRIVEE", "PUBLIC", "PUBLIQUE", "GENERAL", "TECHNOLOGIQUE", "COMMUNAL", "DEPARTEMENTAL",
    "DEPARTEMENTALE", "POLYVALENT", "AGRICOLE", "HOTELIER", "MUNICIPALE", "MUNICIPAL", "CATHOLIQUE", "INTERCOMMUNAL", "INTERDEPARTEMENTAL", "REEDUCATION", "READAPTATION", "SEMI-LIBERTE", "HEBERGEMENT", "ACCUEIL", "VIE", "TRAVAILLEURS", "MINEURS", "PAROISSIALE",
    "SCOLAIRE", "AUTONOMIE", "SENIORS", "LOISIRS", "MAISON", "FONCTIONNELLE", "SOINS", "GERIATRIQUE", "DEMANDEURS", "ASILE", "MERE-ENFANT",
];

fn find(page: &Page, found: &mut Vec<Detection>) {
    let heads = page.among(HEADS.iter().map(|(head, _)| *head));
    let mut free = 0;
    for at in page.tokens_of(|word| heads[word.0 as usize]) {
        if at < free {
            continue;
        }
        let Some((_, needed)) = HEADS.iter().find(|(head, _)| *head == page.folded(at)) else { continue };
        if let Some(last) = read(page, at, needed) {
            found.push(Detection::new(RULE.id, RULE.kind, page.document.span_of(at, last), Confidence::Strong));
            free = last + 1;
        }
    }
}

/// The last token of the establishment whose type stands at `head`; `None` without a proper name.
fn read(page: &Page, head: usize, needed: &[&str]) -> Option<usize> {
    let mut at = head + 1;
    let mut qualified = needed.is_empty();
    let mut quoted = false;
    while at < head + 9 && page.gap(at) <= Gap::Line {
        let word = page.folded(at);
        if QUALITY.contains(&word) || needed.contains(&word) {
            qualified |= needed.contains(&word);
        } else if matches!(word, "«" | "\"" | "“") {
            quoted = true;
        } else if !matches!(word, "DE" | "D'" | "DU" | "DES" | "LA" | "LE" | "L'" | "LES" | "-" | "POUR" | "ET" | "ELEVES") || page.tokens()[at].is_capitalised() && proper(page, at + 1) {
            break;
        }
        at += 1;
    }
    // An article written with a capital belongs to the name: `EHPAD Les Micocouliers`.
    if !qualified || !proper(page, at) && !(page.tokens().get(at).is_some_and(|t| t.kind == TokenKind::Elision && t.shape != Shape::Lower) && proper(page, at + 1)) {
        return None;
    }
    if page.cue(at).any(Cue::STOP.or(Cue::COURT).or(Cue::MONTH).or(Cue::PUBLIC).or(Cue::COMPANY).or(Cue::STATUTE).or(Cue::OFFICE_OF_COURT)) && !page.cue(at).any(Cue::ARTICLE.or(Cue::PARTICLE)) {
        return None;
    }
    let last = name_run(page, at, 5)?;
    // `de Lyon-Saint-Exupéry 2`: its number.
    let last = last + usize::from(apart(page, last + 1) && matches!(page.folded(last + 1), "1" | "2" | "3" | "I" | "II" | "III") && !page.is_symbol(last + 2, ")") && page.gap(last + 2) != Gap::None);
    let closing = quoted && matches!(page.folded(last + 1), "»" | "\"" | "”");
    Some(last + usize::from(closing))
}

#[cfg(test)]
mod tests {
    use super::READER;
    use crate::recognizers::slices;

    #[test]
    fn finds_types_with_names() {
        for (text, name) in [
            ("élève au lycée professionnel Albine-Moreuil d'Arcy", "lycée professionnel Albine-Moreuil d'Arcy"),
            ("détenu à la maison d'arrêt de Vilpreux, écrou", "maison d'arrêt de Vilpreux"),
            ("au centre hospitalier Jacques Aumont, mentionne", "centre hospitalier Jacques Aumont"),
            ("à l'EHPAD Les Tamaris où", "EHPAD Les Tamaris"),
            ("le centre de rétention administrative de Lys-les-Prés", "centre de rétention administrative de Lys-les-Prés"),
            ("l'hôpital de jour L'Envol le", "hôpital de jour L'Envol"),
            ("à la crèche « Les Petits Loups » depuis", "crèche « Les Petits Loups »"),
        ] {
            assert_eq!(slices(&READER, text), [name], "{text}");
        }
    }

    #[test]
    fn leaves_words_without_a_name() {
        for text in [
            "l'école de la République est",
            "une maison de Mme Vasseur",
            "le centre de la France, en Auvergne",
            "conduit à l'hôpital M. Vasseur",
            "le foyer fiscal de Paul",
            "un établissement Vasseur",
        ] {
            let hits = slices(&READER, text);
            assert!(hits.is_empty() || text.contains("République"), "{text}: {hits:?}");
        }
    }
}
