//! Number plates.

use super::{Reader, Rule};
use crate::context::Page;
use crate::model::{Confidence, Detection, Kind};
use crate::recognizers::figures::{digits_at, glued, numbers, touches_after, touches_before};
use crate::text::{Gap, TokenKind};

const RULE: Rule = Rule {
    id: "fr/plate",
    kind: Kind::Plate,
    finds: "A plate of the SIV (AA-123-AA) or of the FNI (123 ABC 75).",
    source: "Code de la route art. R322-2; arrêté du 9 février 2009 (SIV); FNI before 2009",
};

pub(super) const READER: Reader = Reader { rules: &[RULE], find };

const CUES: &[&str] = &[
    "VEHICULE", "VEHICULES", "IMMATRICULE", "IMMATRICULEE", "IMMATRICULES", "IMMATRICULATION", "VOITURE", "CAMION", "MOTO", "SCOOTER", "REMORQUE", "PLAQUE",
    "PLAQUES", "AUTOMOBILE", "CYCLOMOTEUR", "FOURGON", "MOTOCYCLETTE",
];

fn find(page: &Page, found: &mut Vec<Detection>) {
    let text = page.document.text();
    for at in numbers(page) {
        let Some((first, last, hyphens)) = siv(page, at).or_else(|| fni(page, at)) else { continue };
        let span = page.document.span_of(first, last);
        if touches_before(text, span.start as usize) || touches_after(text, span.end as usize) {
            continue;
        }
        let confidence = match (page.cue_before(first, 15, CUES), hyphens) {
            (Some(_), _) => Confidence::Certain,
            (None, true) => Confidence::Strong,
            (None, false) => continue,
        };
        found.push(Detection::new(RULE.id, RULE.kind, span, confidence));
    }
}

/// Two letters of the SIV: never I, O or U, never SS.
fn pair(page: &Page, at: usize) -> bool {
    let Some(token) = page.tokens().get(at) else { return false };
    let word = page.folded(at);
    token.kind == TokenKind::Word && token.is_capitalised() && word.len() == 2 && word != "SS" && word.bytes().all(|b| b.is_ascii_uppercase() && !b"IOU".contains(&b))
}

fn siv(page: &Page, at: usize) -> Option<(usize, usize, bool)> {
    let dash = |i: usize| ["-", ".", "–", "_"].iter().any(|s| page.is_symbol(i, s));
    if digits_at(page, at) != 3 || at == 0 || page.gap(at) > Gap::Space {
        return None;
    }
    let left = dash(at - 1);
    let right = dash(at + 1);
    let (first, last) = (at.checked_sub(1 + usize::from(left))?, at + 1 + usize::from(right));
    let near = page.gap(last) <= Gap::Space && page.gap(first + 1) <= Gap::Space;
    (near && pair(page, first) && pair(page, last)).then_some((first, last, left && right))
}

fn fni(page: &Page, at: usize) -> Option<(usize, usize, bool)> {
    if !(1..=4).contains(&digits_at(page, at)) {
        return None;
    }
    let dash = |i: usize| usize::from(page.is_symbol(i, "-"));
    let letters = at + 1 + dash(at + 1);
    let token = page.tokens().get(letters)?;
    let word = page.folded(letters);
    if !token.is_capitalised() || word.len() > 3 || !word.bytes().all(|b| b.is_ascii_uppercase()) || token.gap > Gap::Space {
        return None;
    }
    let department = letters + 1 + dash(letters + 1);
    let number = page.folded(department);
    if page.gap(department) > Gap::Space {
        return None;
    }
    let corsica = number == "2" && matches!(page.folded(department + 1), "A" | "B") && glued(page, department + 1);
    let known = digits_at(page, department) == 2 && ("01"..="95").contains(&number) || ("971"..="976").contains(&number) && number.len() == 3;
    (corsica || known).then_some((at, department + usize::from(corsica), false))
}

#[cfg(test)]
mod tests {
    use super::READER;
    use crate::recognizers::slices;

    #[test]
    fn finds_both_systems() {
        for (text, plate) in [
            ("le AB-123-CD", "AB-123-CD"),
            ("véhicule immatriculé AB 100 CD.", "AB 100 CD"),
            ("voiture AB123CD", "AB123CD"),
            ("immatriculée 123 ABC 06", "123 ABC 06"),
            ("immatriculé 1234 XY 2B", "1234 XY 2B"),
            ("camion 12AB974", "12AB974"),
        ] {
            assert_eq!(slices(&READER, text), [plate], "{text}");
        }
    }

    #[test]
    fn leaves_other_codes() {
        for text in [
            "section AB 123 CD",
            "véhicule IO-123-AB",
            "AB-12-CD",
            "le 123 ABC 75",
            "voiture 123 ABC 99",
            "voiture XAB-123-CD",
        ] {
            assert!(slices(&READER, text).is_empty(), "{text}");
        }
    }
}
