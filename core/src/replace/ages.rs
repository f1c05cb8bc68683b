//! An age becomes a band: `34 ans` -> `[30 à 39 ans]`.

use super::{Item, Request};
use crate::model::Kind;
use crate::text::{fold, one_of};

/// The band of the age between brackets; `None` when the words hold no number that can be read.
///
/// Children are one band up to fifteen, the age of the Code pénal, and one up to majority; from ninety on all are one, as
/// there are few of each age.
pub(super) fn generalised(request: &Request, item: &Item) -> Option<String> {
    if item.kind != Kind::Age {
        return None;
    }
    let folded = fold(item.span.of(request.text));
    if !folded.split_whitespace().any(|word| one_of!(word, "ANS" | "AN")) {
        return Some("[moins de 15 ans]".to_owned());
    }
    let digits: String = folded.chars().filter(char::is_ascii_digit).collect();
    let years = if digits.is_empty() { in_letters(&folded)? } else { digits.parse().ok()? };
    Some(match years {
        0..=14 => "[moins de 15 ans]".to_owned(),
        15..=17 => "[15 à 17 ans]".to_owned(),
        18..=29 => "[18 à 29 ans]".to_owned(),
        30..=89 => format!("[{} à {} ans]", years / 10 * 10, years / 10 * 10 + 9),
        _ => "[90 ans et plus]".to_owned(),
    })
}

/// The value of `TRENTE ET UN`, `SOIXANTE-DIX-SEPT`, `QUATRE-VINGTS`.
fn in_letters(folded: &str) -> Option<u32> {
    const WORDS: [&str; 17] = ["ZERO", "UN", "DEUX", "TROIS", "QUATRE", "CINQ", "SIX", "SEPT", "HUIT", "NEUF", "DIX", "ONZE", "DOUZE", "TREIZE", "QUATORZE", "QUINZE", "SEIZE"];
    const TENS: [(&str, u32); 5] = [("VINGT", 20), ("TRENTE", 30), ("QUARANTE", 40), ("CINQUANTE", 50), ("SOIXANTE", 60)];
    let (mut total, mut read) = (0, false);
    for word in folded.split([' ', '-', '\n', '\u{a0}']).filter(|word| !matches!(*word, "" | "ET" | "ANS" | "AN")) {
        if one_of!(word, "VINGT" | "VINGTS") && total == 4 {
            total = 80;
        } else if word == "CENT" {
            total = 100;
        } else {
            let tens = TENS.iter().find(|(name, _)| *name == word).map(|(_, value)| *value);
            total += tens.or_else(|| WORDS.iter().position(|name| *name == word).map(|value| value as u32))?;
        }
        read = true;
    }
    read.then_some(total)
}

#[cfg(test)]
mod tests {
    use super::super::{Bearer, Request, Style, replace};
    use super::*;
    use crate::model::With;
    use crate::text::Span;

    fn band(age: &str) -> String {
        let items = [Item { kind: Kind::Age, span: Span::new(0, age.len() as u32), bearer: 0, name: Vec::new(), with: Some(With::Generalise) }];
        let bearers = [Bearer::datum(Kind::Age, age)];
        let request = Request { text: age, items: &items, bearers: &bearers, style: Style::Numbered, key: None, family_link: true, is_known: &|_| false };
        replace(&request, None).unwrap().remove(0)
    }

    #[test]
    fn an_age_is_read_in_figures_and_letters() {
        for (age, expected) in [
            ("34 ans", "[30 à 39 ans]"),
            ("trente et un ans", "[30 à 39 ans]"),
            ("soixante-dix-sept ans", "[70 à 79 ans]"),
            ("quatre-vingt-douze ans", "[90 ans et plus]"),
            ("quatre-vingts ans", "[80 à 89 ans]"),
            ("19 ans", "[18 à 29 ans]"),
            ("16 ans", "[15 à 17 ans]"),
            ("9 mois", "[moins de 15 ans]"),
            ("cent deux ans", "[90 ans et plus]"),
            ("plusieurs ans", "[Âge 1]"),
        ] {
            assert_eq!(band(age), expected, "{age}");
        }
    }
}
