//! The age of a person. Looked for only when the policy hides it.

use crate::text::one_of;
use super::civil_date::letters_before;
use super::{Reader, Rule};
use crate::context::Page;
use crate::model::{Confidence, Detection, Kind};
use crate::recognizers::figures::{digits_at, glued};
use crate::recognizers::words::flows;

const RULE: Rule = Rule {
    id: "fr/age",
    kind: Kind::Age,
    finds: "The age of a person; terms and legal ages stay.",
    source: "RGPD, considérant 26; 45 CFR 164.514(b)(2)(i)(C)",
};

pub(super) const READER: Reader = Reader { rules: &[RULE], find };

const UNITS: &[&str] = &["ANS", "AN", "MOIS", "SEMAINES", "JOURS"];
const AGED: &[&str] = &["AGE", "AGEE", "AGES", "AGEES"];
const PERSONS: &[&str] = &["HOMME", "FEMME", "ENFANT", "ENFANTS", "FILLE", "FILLETTE", "GARCON", "FILS", "BEBE", "NOURRISSON", "ADOLESCENT", "ADOLESCENTE", "DAME", "SALARIE", "SALARIEE", "PATIENT", "PATIENTE", "RETRAITE", "RETRAITEE"];

fn find(page: &Page, found: &mut Vec<Detection>) {
    for unit in page.tokens_of(|word| UNITS.contains(&page.document.folded(word))) {
        let Some(first) = number_before(page, unit) else { continue };
        let aged = page.cue_before(first, 4, AGED).is_some();
        let of_person = page.folded(unit) == "ANS" && one_of!(page.folded(first.wrapping_sub(1)), "DE" | ",") && page.cue_before(first, 4, PERSONS).is_some();
        let has = page.folded(unit) == "ANS" && one_of!(page.folded(first.wrapping_sub(1)), "A" | "AVAIT") && first > 1 && one_of!(page.folded(first - 2), "IL" | "ELLE" | "QUI");
        // `quinze ans d'ancienneté`, `deux ans de prison`: how long, not how old.
        let lasts = one_of!(page.folded(unit + 1), "D'" | "DE" | "PLUS" | "APRES" | "AVANT");
        // Articles 222-24 and 227-25 of the Code pénal name an age, nobody's.
        let legal = page.cue_before(first, 4, &["MINEUR", "MINEURE", "MINEURS", "MOINS", "PLUS", "JUSQU'", "DES", "MAJORITE"]).is_some();
        if legal || !aged && lasts || !(aged || of_person || has) {
            continue;
        }
        found.push(Detection::new(RULE.id, RULE.kind, page.document.span_of(first, unit), Confidence::Strong));
    }
}

/// Where the number before the unit opens: figures, or words such as `trente et un`.
fn number_before(page: &Page, unit: usize) -> Option<usize> {
    let last = unit.checked_sub(1)?;
    if !flows(page, unit) {
        return None;
    }
    if digits_at(page, last) > 0 {
        return (digits_at(page, last) <= 3 && !(last > 0 && glued(page, last))).then_some(last);
    }
    letters_before(page, unit).filter(|&first| unit - first <= 5)
}

#[cfg(test)]
mod tests {
    use super::READER;
    use crate::recognizers::slices;

    #[test]
    fn finds_ages_of_persons() {
        assert_eq!(slices(&READER, "âgée de 34 ans, sa fille de 9 ans, un nourrisson âgé de 8 mois, âgé de trente et un ans"), ["34 ans", "9 ans", "8 mois", "trente et un ans"]);
        assert_eq!(slices(&READER, "Elle avait 17 ans au moment des faits."), ["17 ans"]);
    }

    #[test]
    fn leaves_terms_and_legal_ages() {
        for text in ["il a 15 ans d'ancienneté", "un emprisonnement de 3 ans", "viol sur mineure de 15 ans", "dans le délai de 2 mois", "âgés de moins de 18 ans"] {
            assert!(slices(&READER, text).is_empty(), "{text}");
        }
    }
}
