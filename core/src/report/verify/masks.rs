//! What stands for a name or a datum in pseudonymised texts of any system.
//!
//! Judilibre: `[K]`, `[Adresse 2]`, `[XXXXXXXX01]`, `[...]`. Conseil d'État: `A... B...`, `C…`. Légifrance: `X...`. Publishers:
//! `(...)`, `***`, `X`, `A Y`. Luxembourg: `PERSONNE1.)`, `(AA)`. Engines: `[PERSON_1]`, `<PERSON>`. Bars: `███`.

use crate::text::{Document, Gap, Shape, TokenKind, one_of};

/// Nouns that name what a mask stands for, folded. A bracket that holds one of them and numbers is a mask.
const NOUNS: &[&str] = &[
    "ADDRESS", "ADRESSE", "ANNEXE", "BANK", "CADASTRE", "CODE", "COMMUNE", "COMPTE", "COURRIEL", "DATE", "DEBATS", "DECES", "DECISION",
    "DEPARTEMENT", "DOB", "EMAIL", "ENTREPRISE", "ETABLISSEMENT", "FAX", "IBAN", "ID", "IDENTIFIANT", "IMMATRICULATION", "LIEU",
    "LOC", "LOCALITE", "LOCATION", "MAIL", "MARIAGE", "MOTIFS", "MOTIVATION", "NAISSANCE", "NIR", "NOM", "NUMERO", "OCCULTE", "OCCULTEE",
    "OCCULTES", "ORG", "ORGANISATION", "ORGANIZATION", "PARCELLE", "PER", "PERS", "PERSON", "PERSONNE", "PHONE", "PLAQUE",
    "POSTAL", "PRENOM", "RUE", "SECU", "SIREN", "SIRET", "SITE", "SOC", "SOCIETE", "SS", "TEL", "TELEPHONE", "TIERS", "URL", "VILLE",
];

/// Words that may stand between them: `[Motifs de la décision occultés]`, `[DÉBATS NON PUBLICS - ...]`.
const JOINTS: &[&str] = &["DE", "LA", "LE", "NON", "PUBLICS", "DU", "DES", "D'", "L'", "N", "NO", "ET", "EN"];

/// No bracket of a mask holds more tokens.
const LONGEST: usize = 14;
/// Characters of a keyed token's code (`replace/stable.rs`).
const CODE: usize = 8;
/// Nor more digits: a number in brackets is a number.
const DIGITS: usize = 4;

/// For every token of `document`, whether it is part of a mask.
pub(crate) fn masks(document: &Document) -> Vec<bool> {
    let tokens = document.tokens();
    let mut masks = vec![false; tokens.len()];
    let mut at = 0;
    while at < tokens.len() {
        let pair = is_letter_pair(document.folded_at(at)).then_some(at + 1);
        let end = bracket(document, at).or_else(|| run(document, at)).or_else(|| letters(document, at)).or(pair).unwrap_or(at);
        masks[at..end].fill(true);
        at = end.max(at + 1);
    }
    masks
}

/// The end of the mask in brackets that opens at `at`.
fn bracket(document: &Document, at: usize) -> Option<usize> {
    let close = match document.folded_at(at) {
        "[" => "]",
        "(" => ")",
        "<" => ">",
        "{" => "}",
        _ => return None,
    };
    let end = (at + 1..(at + 2 + LONGEST).min(document.tokens().len())).find(|&t| document.folded_at(t) == close)?;
    let inner = at + 1..end - keyed(document, at, end);
    if inner.is_empty() {
        return (close == "]").then_some(end + 1);
    }
    let square = close == "]";
    let mut noun = false;
    let mut filled = false;
    let mut digits = 0;
    for token in inner {
        let folded = document.folded_at(token);
        match document.tokens()[token].kind {
            TokenKind::Number => digits += folded.len(),
            TokenKind::Symbol => filled |= one_of!(folded, "." | "…" | "*" | "_" | "█"),
            TokenKind::Word | TokenKind::Elision => {
                let capital = document.tokens()[token].shape != Shape::Lower;
                let letters = is_letters(document, token) && (square || folded.len() == 2 || folded == "X");
                let named = NOUNS.contains(&stem(folded)) && (square || capital);
                noun |= named;
                filled |= named || letters;
                if !(named || letters || JOINTS.contains(&folded)) {
                    return None;
                }
            }
        }
    }
    let numbered = square && digits > 0;
    ((filled || numbered) && digits <= DIGITS && (digits == 0 || square || noun)).then_some(end + 1)
}

/// How many tokens before the one at `end` spell the code of a keyed token: `7KQ2M4XD` in `[Personne 7KQ2M4XD]`. A code without a
/// digit may be a name: then 0.
fn keyed(document: &Document, open: usize, end: usize) -> usize {
    let tokens = document.tokens();
    let mut first = end - 1;
    while first > open + 1 && tokens[first].gap == Gap::None {
        first -= 1;
    }
    let code: String = (first..end).map(|at| document.original_at(at)).collect();
    let coded = first > open + 1 && code.len() == CODE && code.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit()) && code.bytes().any(|b| b.is_ascii_digit());
    if coded { end - first } else { 0 }
}

/// The end of the run of signs that hides what stood there: `***`, `___`, `█████`, `XXXX`, a dotted gap.
fn run(document: &Document, at: usize) -> Option<usize> {
    let folded = document.folded_at(at);
    let token = document.tokens()[at];
    if token.kind == TokenKind::Word {
        return is_filler(folded).then(|| dots(document, at + 1));
    }
    let least = match folded {
        "*" | "_" => 2,
        "█" | "■" | "▇" => 1,
        _ => return None,
    };
    let end = (at..document.tokens().len()).find(|&t| document.folded_at(t) != folded || t > at && document.tokens()[t].gap > Gap::Space)
        .unwrap_or(document.tokens().len());
    (end - at >= least).then_some(end)
}

/// The end of the letters with dots at `at`: `X...`, `AB…`, `PERSONNE1.)`.
fn letters(document: &Document, at: usize) -> Option<usize> {
    let token = document.tokens()[at];
    if token.kind != TokenKind::Word || token.shape == Shape::Lower {
        return None;
    }
    let folded = document.folded_at(at);
    let next = document.tokens().get(at + 1)?;
    if next.kind == TokenKind::Number && next.gap == Gap::None && NOUNS.contains(&folded) {
        let closed = document.folded_at(at + 2) == "." && document.folded_at(at + 3) == ")";
        return closed.then_some(at + 4);
    }
    let end = dots(document, at + 1);
    (is_letters(document, at) && end > at + 1 && next.gap == Gap::None).then_some(end)
}

/// The end of the two or more dots, or the ellipsis, that start at `at`.
fn dots(document: &Document, at: usize) -> usize {
    if document.folded_at(at) == "…" {
        return at + 1;
    }
    let mut end = at;
    while document.folded_at(end) == "." && (end == at || document.tokens()[end].gap == Gap::None) {
        end += 1;
    }
    if end - at > 1 { end } else { at }
}

/// One or two capitals that may stand for a name.
fn is_letters(document: &Document, at: usize) -> bool {
    let folded = document.folded_at(at);
    let token = document.tokens()[at];
    folded.len() <= 2 && matches!(token.shape, Shape::Initial | Shape::Upper | Shape::Dotted) || is_filler(folded) || is_letter_pair(folded)
}

/// `Y-Z`: a double given name's letters.
fn is_letter_pair(folded: &str) -> bool {
    folded.contains('-') && folded.split('-').all(|part| part.len() == 1)
}

/// `XX`, `XXX` ... `YYY`, `ZZZ`: one letter, again and again.
fn is_filler(folded: &str) -> bool {
    let first = folded.as_bytes().first().copied().unwrap_or_default();
    folded.len() > 1 && matches!(first, b'X' | b'Y' | b'Z') && folded.bytes().all(|b| b == first)
}

/// A mask's noun without what an engine hangs on it: plural `S`.
fn stem(folded: &str) -> &str {
    if NOUNS.contains(&folded) { folded } else { folded.strip_suffix('S').unwrap_or(folded) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of `text` that are no part of a mask.
    fn readable(text: &str) -> Vec<String> {
        let document = Document::new(text).unwrap();
        let masks = masks(&document);
        let words = (0..masks.len()).filter(|&at| !masks[at] && document.tokens()[at].kind != TokenKind::Symbol);
        words.map(|at| document.original_at(at).to_owned()).collect()
    }

    #[test]
    fn masks_of_every_system_are_read() {
        for text in [
            "[K]", "[AB] [C]", "[Adresse 2]", "[Personne 7KQ2M4XD]", "[Date naissance 8AC4HTHG]", "[Localité 10]", "[Date naissance 3]", "[Numéro identifiant 4]", "[N° SIREN/SIRET 5]",
            "[XXXXXXXX01]", "[XXXXXXXXXX02]", "[7]", "[Courriel 1]", "[...]", "[…]", "(...)", "(…)", "[]", "X...", "A... B...", "X…",
            "AB...", "Y-Z X...", "Y-Z", "***", "*****", "XXX", "XXXX...", "___", "███", "PERSONNE1.)", "SOCIETE2.)", "(AA)", "[PERSON_1]", "<PERSON>",
            "[Motifs de la décision occultés]", "[DÉBATS NON PUBLICS – Motivation de la décision occultée]", "[Prénom Nom]", "[NOM]",
        ] {
            assert_eq!(readable(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn what_is_readable_is_no_mask() {
        for (text, words) in [
            ("[Duval]", &["Duval"][..]),
            ("[Mme Duval, née en 1970]", &["Mme", "Duval", "née", "en", "1970"]),
            ("(69)", &["69"]),
            ("[2 55 08 14 168 025 38]", &["2", "55", "08", "14", "168", "025", "38"]),
            ("(Rhône)", &["Rhône"]),
            ("M. Duval...", &["M", "Duval"]),
            ("adresse (2)", &["adresse", "2"]),
            ("la ville (rue Haute)", &["la", "ville", "rue", "Haute"]),
            ("* * un point", &["un", "point"]),
        ] {
            assert_eq!(readable(text), words, "{text}");
        }
    }
}
