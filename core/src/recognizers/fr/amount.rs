//! Amounts of money. Looked for only when the policy hides them.

use super::civil_date::letters_before;
use super::{Reader, Rule};
use crate::context::Page;
use crate::model::{Confidence, Detection, Kind};
use crate::recognizers::figures::digits_at;
use crate::recognizers::words::flows;
use crate::text::{Gap, one_of};

const RULE: Rule = Rule {
    id: "fr/amount",
    kind: Kind::Amount,
    finds: "An amount of money, in figures or letters, with its currency.",
    source: "RGPD, considérant 26; Code monétaire et financier, art. L111-1 (l'euro)",
};

pub(super) const READER: Reader = Reader { rules: &[RULE], find };

const CURRENCIES: &[&str] = &["€", "EUROS", "EURO", "EUR", "FRANCS", "FRANC", "XPF", "CFP", "DOLLARS", "DOLLAR", "$", "£", "LIVRES", "DIRHAMS", "DINARS", "CHF", "USD"];

fn find(page: &Page, found: &mut Vec<Detection>) {
    let mut free = 0;
    for at in page.all_called(CURRENCIES) {
        if at < free {
            continue;
        }
        let Some(first) = number_before(page, at) else { continue };
        let mut last = at;
        // `F CFP`, `euros et 50 centimes`.
        if page.folded(at) == "FRANCS" && page.folded(at + 1) == "CFP" {
            last += 1;
        }
        let cents = last + 1 + usize::from(page.folded(last + 1) == "ET");
        if digits_at(page, cents) > 0 && page.folded(cents + 1).starts_with("CENTIME") {
            last = cents + 1;
        } else if (1..=2).contains(&digits_at(page, last + 1)) && page.gap(last + 1) == Gap::None {
            // `12€50`.
            last += 1;
        }
        found.push(Detection::new(RULE.id, RULE.kind, page.document.span_of(first, last), Confidence::Strong));
        free = last + 1;
    }
}

/// Where the number before the currency opens: `1 234,56`, `12.500,00`, `mille cinq cents`, `1,5 million d'`.
fn number_before(page: &Page, currency: usize) -> Option<usize> {
    let mut last = currency.checked_sub(1)?;
    if one_of!(page.folded(last), "D'" | "K" | "M" | "F") && last > 0 {
        last -= 1;
    }
    if one_of!(page.folded(last), "MILLION" | "MILLIONS" | "MILLIARD" | "MILLIARDS") && last > 0 {
        last -= 1;
    }
    if !(last + 1..=currency).all(|at| flows(page, at)) {
        return None;
    }
    if digits_at(page, last) > 0 {
        let mut first = last;
        while let Some(before) = first.checked_sub(1) {
            let group = digits_at(page, before) > 0 && digits_at(page, before) <= 3 && digits_at(page, first) >= 3 && page.gap(first) == Gap::Space;
            let point = one_of!(page.folded(before), "," | "." | "'") && before > 0 && page.gap(first) == Gap::None && page.gap(before) == Gap::None && digits_at(page, before - 1) > 0;
            match (group, point) {
                (true, _) => first = before,
                (_, true) => first = before - 1,
                _ => break,
            }
        }
        return Some(first);
    }
    letters_before(page, last + 1)
}

#[cfg(test)]
mod tests {
    use super::READER;
    use crate::recognizers::slices;

    #[test]
    fn finds_figures_and_letters_with_their_currency() {
        assert_eq!(slices(&READER, "la somme de 12 345,67 €, 1.500,00 euros, 450 euros, mille cinq cents euros et 3 millions d'euros"), [
            "12 345,67 €",
            "1.500,00 euros",
            "450 euros",
            "mille cinq cents euros",
            "3 millions d'euros"
        ]);
        assert_eq!(slices(&READER, "120 000 francs CFP, 25 euros et 50 centimes, 12€50"), ["120 000 francs CFP", "25 euros et 50 centimes", "12€50"]);
    }

    #[test]
    fn leaves_other_numbers() {
        for text in ["12 mois", "les euros versés", "l'article 700", "en euros"] {
            assert!(slices(&READER, text).is_empty(), "{text}");
        }
    }
}
