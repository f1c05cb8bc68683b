//! Numbers that only their label tells apart: passport, écrou, allocataire, RG ...
//!
//! These numbers have no public check digit, so that the label is the whole proof. One table says which words announce which
//! number; each row is a rule with its own id. The span is the number alone.

use super::Rule;
use crate::context::{Cue, Page};
use crate::model::{Confidence, Detection, Kind, RuleId};
use crate::recognizers::figures::{digits_at, glued, marked, touches_before};
use crate::text::{Gap, Shape, Span, TokenKind};

/// What announces a number, and what the number looks like.
struct Label {
    id: RuleId,
    kind: Kind,
    /// The folded words that announce it.
    heads: &'static [&'static str],
    /// When not empty, one of these stands within three tokens before the head.
    with: &'static [&'static str],
    /// Fewest and most digits.
    digits: (usize, usize),
    /// `n°`, `numéro` or a colon must stand between the head and the number, or before the head.
    mark: bool,
}

macro_rules! labelled {
    ($($name:ident: $kind:ident, $finds:literal, $source:literal, $heads:expr, $with:expr, $digits:expr, $mark:literal;)*) => {
        /// The rules of the table.
        pub(super) const RULES: &[Rule] = &[$(Rule {
            id: concat!("fr/", stringify!($name)),
            kind: Kind::$kind,
            finds: $finds,
            source: $source,
            find: |page, found| find(page, &$name, found),
        }),*];
        /// The rows.
        #[cfg(test)]
        const LABELS: &[&Label] = &[$(&$name),*];
        $(#[allow(non_upper_case_globals)] // The id is the name: one word for the rule, its row and its case file.
        const $name: Label = Label {
            id: concat!("fr/", stringify!($name)), kind: Kind::$kind, heads: $heads, with: $with, digits: $digits, mark: $mark,
        };)*
    };
}

labelled! {
    passport: IdNumber, "A passport's number.", "décret n° 2005-1726 du 30 décembre 2005",
        &["PASSEPORT", "PASSEPORTS"], &[], (5, 12), true;
    cni: IdNumber, "The number of a carte nationale d'identité.", "décret n° 55-1397 du 22 octobre 1955",
        &["CNI", "CNIS", "IDENTITE"], &[], (5, 14), true;
    residence_permit: IdNumber, "The number of a titre de séjour, a récépissé, a visa, or of the foreigner in AGDREF.", "CESEDA art. R142-11 (AGDREF 2)",
        &["SEJOUR", "RECEPISSE", "AGDREF", "ETRANGER", "VISA", "RESIDENT"], &[], (6, 12), true;
    driving_licence: IdNumber, "The number of a permis de conduire.", "Code de la route art. R221-1; arrêté du 20 avril 2012",
        &["CONDUIRE", "NEPH"], &[], (6, 15), true;
    prison_number: IdNumber, "The numéro d'écrou of a prisoner.", "Code pénitentiaire art. L212-1 and R212-13",
        &["ECROU", "ECROUE", "ECROUEE", "INCARCERATION"], &[], (3, 10), true;
    prosecution_number: IdNumber, "The number of the parquet, or the identifiant de dossier judiciaire.", "CPP art. R15-33-66-4 (Cassiopée)",
        &["PARQUET", "IDJ", "CASSIOPEE", "INSTRUCTION"], &[], (6, 16), true;
    police_report: IdNumber, "The number of a police report.", "CPP art. D9 and D10",
        &["PV", "PROCES-VERBAL", "PROCES-VERBAUX"], &[], (4, 18), true;
    benefit_number: IdNumber, "The number of an allocataire, insured, contract, loan or personal file.", "CSS art. R114-19; labels of CAF, MSA and insurers",
        &["ALLOCATAIRE", "CAF", "MSA", "MATRICULE", "ASSURE", "ASSUREE", "ADHERENT", "ADHERENTE", "CONTRAT", "CREDIT", "PRET", "PERSONNEL", "SOCIETAIRE", "POLICE", "SINISTRE", "CLIENT", "PERMANENT"],
        &[], (5, 18), true;
    legal_aid: IdNumber, "The number of a decision of aide juridictionnelle.", "loi n° 91-647 du 10 juillet 1991; décret n° 2020-1717",
        &["JURIDICTIONNELLE", "BAJ"], &[], (8, 18), true;
    case_number: CaseNumber, "RG, Portalis, pourvoi, minute, rôle, request.", "Code de procédure civile art. 726 and 727; CJA art. R413-1",
        &["RG", "PORTALIS", "POURVOI", "POURVOIS", "MINUTE", "ROLE", "DOSSIER", "REQUETE", "REQUETES", "ECLI", "GENERAL", "AFFAIRE", "PC"],
        &[], (5, 16), false;
}

fn find(page: &Page, label: &Label, found: &mut Vec<Detection>) {
    let mut free = 0;
    for head in page.labels().iter().copied() {
        if head < free || !label.heads.contains(&page.folded(head)) {
            continue;
        }
        if !label.with.is_empty() && page.cue_before(head, 3, label.with).is_none() {
            continue;
        }
        let Some(mut at) = number_after(page, head, label) else { continue };
        let mut size = None;
        // A list under one label, of numbers of one length: `pourvois n° 19-80.567 et 19-80.568`.
        while let Some(code) = code_at(page, at, label).filter(|code| size.is_none_or(|size| code.len().abs_diff(size) < 3)) {
            size = Some(code.len());
            found.push(Detection::new(label.id, label.kind, code, Confidence::Strong).with_cue(page.tokens()[head].span));
            free = page.document.token_at(code.end);
            let next = free + usize::from(matches!(page.folded(free), "," | "ET" | "/" | "&"));
            if next == free {
                break;
            }
            at = skip_mark(page, next);
        }
    }
}

/// The token where a number may start, after `n°`, a colon and the like. Prose may stand between only before a mark.
fn number_after(page: &Page, head: usize, label: &Label) -> Option<usize> {
    let mut proven = !label.mark || (head.saturating_sub(3)..head).any(|i| marked(page, i + 1) || page.folded(i) == "NUMERO");
    let mut prose = false;
    for at in head + 1..(head + 10).min(page.tokens().len()) {
        let token = &page.tokens()[at];
        // `au visa de la loi n° 71-1130`: the number is the statute's.
        if token.gap == Gap::Blank || page.cue(at).any(Cue::STATUTE) {
            return None;
        }
        match page.folded(at) {
            "N" | "NO" | "NUMERO" | "NUMEROS" | "NOS" | "NUM" | "Nº" | "°" | ":" => {
                // `N` is also the name of a section of a code: it marks when `°` or `.` follows or it stands alone.
                proven = true;
                prose = false;
                continue;
            }
            "." if glued(page, at) && at <= head + 2 => continue,
            "(" | ")" | "-" | "–" | "D'" | "DE" | "DU" | "LE" | "LA" | "SOUS" | "EST" | "GENERAL" | "REPERTOIRE" | "IMMATRICULATION" => continue,
            _ => {}
        }
        if proven && !prose && code_at(page, at, label).is_some() {
            return Some(at);
        }
        if token.kind == TokenKind::Number || token.kind == TokenKind::Symbol && page.folded(at) != "/" {
            return None;
        }
        prose = true;
        if label.mark {
            // Back to needing a mark of its own: `passeport délivré le 12 mars`.
            proven = marked(page, at + 1);
        }
    }
    None
}

fn skip_mark(page: &Page, from: usize) -> usize {
    let mut at = from;
    while matches!(page.folded(at), "N" | "NO" | "NUMERO" | "°" | "Nº" | ":" | "RG") {
        at += 1;
    }
    at
}

/// The number that starts at token `at`: letters and digits joined by `-`, `/`, `.`, or groups of digits after one space.
fn code_at(page: &Page, at: usize, label: &Label) -> Option<Span> {
    let first = page.tokens().get(at)?;
    let text = page.document.text();
    let bytes = text.as_bytes();
    let start = first.span.start as usize;
    if first.kind == TokenKind::Word && first.shape == Shape::Lower || first.kind == TokenKind::Symbol || touches_before(text, start) {
        return None;
    }
    let (mut end, mut digits) = (start, 0);
    let mut spaced = false;
    while end < bytes.len() {
        let b = bytes[end];
        if b.is_ascii_alphanumeric() {
            digits += usize::from(b.is_ascii_digit());
            end += 1;
            continue;
        }
        let next = bytes.get(end + 1).copied().unwrap_or(b' ');
        let before = bytes[end - 1];
        let joined = matches!(b, b'-' | b'/' | b'.' | b':') && next.is_ascii_alphanumeric();
        let initial = b == b' ' && end == start + 1 && before.is_ascii_uppercase() && next.is_ascii_digit();
        let group = b == b' ' && before.is_ascii_digit() && next.is_ascii_digit() && digits < label.digits.1;
        let letters = b == b' ' && digits > 0 && digits < label.digits.0 && before.is_ascii_digit() && next.is_ascii_uppercase();
        let slashed = b == b' ' && next == b'/' && bytes.get(end + 2) == Some(&b' ') && bytes.get(end + 3).is_some_and(u8::is_ascii_digit) && before.is_ascii_digit();
        if slashed {
            end += 3;
        } else if joined || initial || group || letters {
            spaced |= group;
            end += 1;
        } else {
            break;
        }
    }
    // The CNI and the passport of today hold as few as two digits among nine characters.
    let mixed = digits >= 2 && (8..=24).contains(&(end - start)) && first.kind == TokenKind::Word;
    let fits = (label.digits.0..=label.digits.1).contains(&digits) || mixed && digits <= label.digits.1;
    let next = page.document.token_at(end as u32);
    let date = digits <= 8 && text[start..end].matches('/').count() == 2;
    let money = matches!(page.folded(next), "EUROS" | "EURO" | "€" | "F" | "FRANCS") || page.folded(next) == "," && digits_at(page, next + 1) > 0 && glued(page, next + 1) && (spaced || text[start..end].contains('.'));
    let month = page.cue(next).any(Cue::MONTH);
    (fits && !date && !money && !month).then(|| Span::new(start as u32, end as u32))
}

#[cfg(test)]
mod tests {
    use super::{LABELS, RULES};
    use crate::recognizers::slices;

    fn found(id: &str, text: &'static str) -> Vec<&'static str> {
        slices(RULES.iter().find(|rule| rule.id == id).expect("a row"), text)
    }

    #[test]
    fn every_head_is_a_cue() {
        for label in LABELS {
            for head in label.heads {
                assert!(crate::context::Cue::of(head).any(crate::context::Cue::LABEL), "{head} is no LABEL in cues.tsv");
            }
        }
    }

    #[test]
    fn each_row_finds_its_number_without_the_label() {
        for (id, text, number) in [
            ("fr/passport", "titulaire du passeport algérien n° 12AB34567.", "12AB34567"),
            ("fr/passport", "Passeport : 123456789", "123456789"),
            ("fr/cni", "carte nationale d'identité n° 950375123456", "950375123456"),
            ("fr/cni", "CNI n° X4RTBPFW4", "X4RTBPFW4"),
            ("fr/residence_permit", "titre de séjour n° 9912345678 valable", "9912345678"),
            ("fr/residence_permit", "n° AGDREF : 7503123456", "7503123456"),
            ("fr/residence_permit", "numéro étranger 7503123456", "7503123456"),
            ("fr/driving_licence", "permis de conduire n° 910175123456", "910175123456"),
            ("fr/prison_number", "numéro d'écrou 12345", "12345"),
            ("fr/prison_number", "n° d’écrou : 41 208", "41 208"),
            ("fr/prosecution_number", "N° Parquet : 19123000456", "19123000456"),
            ("fr/prosecution_number", "IDJ : 2100123456789", "2100123456789"),
            ("fr/police_report", "le PV n° 2019/004512 de la", "2019/004512"),
            ("fr/benefit_number", "numéro d'allocataire 1234567", "1234567"),
            ("fr/benefit_number", "contrat de crédit n° 4312-567-89, souscrit", "4312-567-89"),
            ("fr/legal_aid", "aide juridictionnelle totale numéro 2024/000189 du 29 janvier", "2024/000189"),
            ("fr/legal_aid", "aide juridictionnelle numéro C-75056-2024-000189 du", "C-75056-2024-000189"),
            ("fr/case_number", "N° RG 22/04998 - N°", "22/04998"),
            ("fr/case_number", "N° Portalis DBVL-V-B7H-UJUQ1", "DBVL-V-B7H-UJUQ1"),
            ("fr/case_number", "pourvoi n° C 23-13.940 formé", "C 23-13.940"),
            ("fr/case_number", "minute n° 24/00262", "24/00262"),
            ("fr/case_number", "requête n° 21NT01523", "21NT01523"),
            ("fr/case_number", "ECLI:FR:CCASS:2023:C100123", "FR:CCASS:2023:C100123"),
        ] {
            assert_eq!(found(id, text), [number], "{id}: {text}");
        }
    }

    #[test]
    fn lists_stand_under_one_label() {
        assert_eq!(found("fr/case_number", "pourvois n° 19-80.567 et 19-80.568 sont"), ["19-80.567", "19-80.568"]);
    }

    #[test]
    fn dates_amounts_and_bare_numbers_are_no_labelled_numbers() {
        for (id, text) in [
            ("fr/passport", "passeport délivré le 12 mars 2019"),
            ("fr/passport", "n° 12AB34567"),
            ("fr/cni", "le contrôle d'identité du 12/03/2019"),
            ("fr/residence_permit", "titre de séjour du 12 mars 2019"),
            ("fr/driving_licence", "conduire sans permis à 130 km/h"),
            ("fr/prison_number", "levée d'écrou le 12 mars"),
            ("fr/prosecution_number", "le parquet a requis 15 000 euros"),
            ("fr/police_report", "procès-verbal du 12/03/2019"),
            ("fr/benefit_number", "un crédit de 15 000 euros"),
            ("fr/benefit_number", "contrat du 12 mars 2019"),
            ("fr/legal_aid", "l'aide juridictionnelle, loi du 10 juillet 1991"),
            ("fr/case_number", "le dossier du 12/03/2019"),
            ("fr/case_number", "minute du 3 mai 2020"),
            ("fr/case_number", "le pourvoi est rejeté"),
        ] {
            assert!(found(id, text).is_empty(), "{id}: {text}");
        }
    }
}
