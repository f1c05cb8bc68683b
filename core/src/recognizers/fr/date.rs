//! Every day that is no birth, death or marriage: of hearings, facts, contracts. Looked for only when the policy hides it.

use crate::text::{one_of, order_by};
use super::civil_date::{Form, dates};
use super::{Reader, Rule};
use crate::context::{Cue, Page};
use crate::model::{Confidence, Detection, Kind};

const RULE: Rule = Rule {
    id: "fr/date",
    kind: Kind::Date,
    finds: "Any other day, with its year; the dates of statutes stay.",
    source: "RGPD, considérant 26; G29, avis 05/2014 (WP216) on linkability",
};

pub(super) const READER: Reader = Reader { rules: &[RULE], find };

/// What is cited by its date: whoever hides it makes the reasoning unreadable, and hides nobody.
const STATUTES: &[&str] = &["LOI", "LOIS", "DECRET", "DECRETS", "ORDONNANCE", "CONVENTION", "DIRECTIVE", "REGLEMENT", "CIRCULAIRE", "ARRETE", "CODE", "CHARTE", "TRAITE", "ACCORD", "PROTOCOLE", "CONSTITUTION"];

fn find(page: &Page, found: &mut Vec<Detection>) {
    let mut civil: Vec<_> = found.iter().filter(|d| matches!(d.kind, Kind::BirthDate | Kind::DeathDate | Kind::MarriageDate)).map(|d| d.span).collect();
    order_by(&mut civil, |span| span.number());
    for date in dates(page).into_iter().filter(|date| date.form != Form::Loose) {
        let span = page.document.span_of(date.first, date.after - 1);
        let known = civil.partition_point(|civil| civil.end <= span.start);
        if civil.get(known).is_some_and(|civil| civil.start < span.end) || cites_a_statute(page, date.first) {
            continue;
        }
        found.push(Detection::new(RULE.id, RULE.kind, span, Confidence::Strong));
    }
}

/// `la loi n° 89-462 du 6 juillet 1989`, `du décret du 12 mai 2010`, `l'ordonnance n° 2005-1526 du 8 décembre 2005`.
///
/// An order of a judge has no such number: `l'ordonnance du 3 mars 2021` is a decision, and goes.
fn cites_a_statute(page: &Page, date: usize) -> bool {
    if !one_of!(page.folded(date.wrapping_sub(1)), "DU" | "LE") {
        return false;
    }
    let Some(cited) = page.cue_before(date - 1, 8, STATUTES) else { return false };
    let numbered = (cited..date).any(|at| page.is_symbol(at, "°") || one_of!(page.folded(at), "N°" | "NUMERO"));
    let between = (cited + 1..date - 1).all(|at| !page.cue(at).any(Cue::COURT) && !page.is_symbol(at, ";"));
    between && (numbered || !one_of!(page.folded(cited), "ORDONNANCE" | "ARRETE" | "ACCORD" | "PROTOCOLE" | "CONVENTION"))
}

#[cfg(test)]
mod tests {
    use super::READER;
    use crate::recognizers::slices;

    #[test]
    fn finds_days_in_figures_and_letters_with_their_year() {
        assert_eq!(slices(&READER, "par acte du 12 mars 2021, puis le 03/05/2022 et le trois juin deux mille vingt"), [
            "12 mars 2021",
            "03/05/2022",
            "trois juin deux mille vingt"
        ]);
        assert_eq!(slices(&READER, "l'ordonnance du 3 mars 2021"), ["3 mars 2021"]);
    }

    #[test]
    fn leaves_the_dates_of_statutes() {
        for text in ["la loi n° 89-462 du 6 juillet 1989", "le décret du 12 mai 2010", "l'ordonnance n° 2005-1526 du 8 décembre 2005", "article 552-4-1"] {
            assert!(slices(&READER, text).is_empty(), "{text}");
        }
    }
}
