//! The nationality of a person. Looked for only when the policy hides it.

use super::{Reader, Rule};
use crate::context::{Cue, Page};
use crate::model::{Confidence, Detection, Kind};
use crate::recognizers::words::flows;
use crate::text::{TokenKind, one_of};

const RULE: Rule = Rule {
    id: "fr/nationality",
    kind: Kind::Nationality,
    finds: "The nationality of a person: `de nationalité algérienne`, `ressortissant malien`, `apatride`.",
    source: "RGPD art. 9, 1) (origine) and considérant 26",
};

pub(super) const READER: Reader = Reader { rules: &[RULE], find };

const BEARERS: &[&str] = &["NATIONALITE", "NATIONALITES", "RESSORTISSANT", "RESSORTISSANTE", "RESSORTISSANTS", "RESSORTISSANTES", "CITOYEN", "CITOYENNE", "PASSEPORT"];

fn find(page: &Page, found: &mut Vec<Detection>) {
    for at in page.tokens_of(|word| BEARERS.contains(&page.document.folded(word)) || one_of!(page.document.folded(word), "APATRIDE" | "APATRIDES")) {
        if page.folded(at).starts_with("APATRIDE") {
            found.push(Detection::new(RULE.id, RULE.kind, page.document.span_of(at, at), Confidence::Strong));
            continue;
        }
        let mut first = at + 1;
        while page.is_symbol(first, ":") || page.is_symbol(first, "(") {
            first += 1;
        }
        let is = |i: usize| page.cue(i).any(Cue::NATION) || i == first && looks(page, i);
        if !is(first) || !flows(page, first) {
            continue;
        }
        // `franco-marocaine` is one word; `française et algérienne` are two.
        let mut last = first;
        while one_of!(page.folded(last + 1), "ET" | "," | "-") && page.cue(last + 2).any(Cue::NATION) {
            last += 2;
        }
        found.push(Detection::new(RULE.id, RULE.kind, page.document.span_of(first, last), Confidence::Strong));
    }
}

/// True for an adjective of a nation that no list knows, right after the word that bears it.
fn looks(page: &Page, at: usize) -> bool {
    const ENDINGS: &[&str] = &["AISE", "OISE", "IENNE", "AINE", "ISE", "QUE", "OLE", "ANDE", "ESE", "EENNE", "ANE", "INE", "ALE", "IEN", "AIS", "OIS", "AIN", "OL", "AND"];
    let token = page.tokens().get(at);
    token.is_some_and(|token| token.kind == TokenKind::Word) && page.folded(at).len() > 4 && ENDINGS.iter().any(|ending| page.folded(at).ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::READER;
    use crate::recognizers::slices;

    #[test]
    fn finds_adjectives_after_what_bears_them() {
        assert_eq!(slices(&READER, "de nationalité algérienne, ressortissant malien, Nationalité : Bangladaise, apatride, de nationalité française et tunisienne"), [
            "algérienne",
            "malien",
            "Bangladaise",
            "apatride",
            "française et tunisienne"
        ]);
    }

    #[test]
    fn leaves_law_and_languages() {
        for text in ["la loi française", "la demande de nationalité", "le code de la nationalité", "la société italienne", "un ressortissant étranger"] {
            assert!(slices(&READER, text).is_empty(), "{text}");
        }
    }
}
