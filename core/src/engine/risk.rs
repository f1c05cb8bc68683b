//! Quasi-identifiers that a pseudonymised text leaves readable.

use crate::context::{Cue, Page};
use crate::error::Error;
use crate::lexicon::{Class, Lexicon};
use crate::model::{CaseFacts, Kind};
use crate::report::risk::{Trait, TraitSort};
use crate::report::verify::masks::masks;
use crate::text::{Document, Gap, Shape, Span, TokenKind, fold, one_of, order_by};

use super::Engine;

/// Offices that one person holds at a time where they are held.
const OFFICES: &[&str] = &[
    "MAIRE", "MAIRESSE", "PREFET", "PREFETE", "SOUS-PREFET", "SOUS-PREFETE", "DEPUTE", "DEPUTEE", "SENATEUR", "SENATRICE", "MINISTRE", "RECTEUR", "RECTRICE",
    "EVEQUE", "ARCHEVEQUE", "CURE", "AMBASSADEUR", "AMBASSADRICE", "EURODEPUTE", "EURODEPUTEE",
];

/// Jobs of the court and of its auxiliaries: they are in every decision and say nothing of the parties.
const OF_COURT: Cue = Cue::OFFICE_OF_COURT.or(Cue::BAILIFF).or(Cue::NOTARY).or(Cue::TRUSTEE).or(Cue::EXPERT).or(Cue::CIVILITY).or(Cue::MAITRE).or(Cue::PARTY_LABEL).or(Cue::KIN).or(Cue::COURT).or(Cue::OFFICE);

/// Professions that decisions name in every case: they tell a part in the procedure.
const OF_PROCEDURE: &[&str] = &["ASSUREUR", "COMMISSAIRE", "CREANCIER", "EMPLOYE", "EMPLOYEE", "EMPLOYEUR", "GARDIEN", "GARDIENNE", "REPRESENTANT", "REPRESENTANTE", "SECRETAIRE"];

/// Words by which a text says that the case is known.
const RENOWN: &[&str] = &["MEDIATIQUE", "MEDIATIQUES", "MEDIATISE", "MEDIATISEE", "MEDIATISES", "MEDIATISEES", "MEDIATISATION", "RETENTISSEMENT", "RETENTISSANTE"];

impl Engine {
    /// What the pseudonymised `text` leaves readable that may single a person out with others: jobs, public offices, communes,
    /// days, ages, nationalities, companies, initials. In the order of the text. Near linear in the text.
    ///
    /// # Errors
    /// When the text is larger than 4 GiB.
    ///
    /// ```
    /// use huisclos::Engine;
    /// use huisclos::report::risk::TraitSort;
    /// let engine = Engine::builder().build()?;
    /// let text = "M. [K], maire de Lignol, de nationalité belge, âgé de 52 ans, a été élu le 3 mai 2020.";
    /// let traits = engine.traits(text)?;
    /// let found: Vec<_> = traits.iter().map(|own| (own.sort.as_str(), own.span.of(text))).collect();
    /// assert_eq!(found, [("office", "maire de Lignol"), ("nationality", "belge"), ("age", "52 ans"), ("date", "3 mai 2020")]);
    /// # Ok::<(), huisclos::Error>(())
    /// ```
    pub fn traits(&self, text: &str) -> Result<Vec<Trait>, Error> {
        let document = Document::new(text).ok_or_else(|| Error::too_large(text.len()))?;
        let page = Page::new(document, Lexicon::fr());
        let masks = masks(&page.document);
        let spans = self.analyse(text, &CaseFacts::default())?.spans;
        let mut traits = Vec::new();
        for span in spans.iter().filter(|span| matches!(span.kind, Kind::Organisation | Kind::Establishment)) {
            let first = page.document.token_at(span.span.start);
            if !masks[first] && !page.cue(first).any(Cue::LAW_FIRM) {
                traits.push(Trait { span: span.span, sort: TraitSort::Organisation, value: fold(span.span.of(text)) });
            }
        }
        let mut at = 0;
        while at < masks.len() {
            let found = (!masks[at]).then(|| find(&page, at)).flatten();
            if let Some((sort, first, last)) = found {
                let span = page.document.span_of(first, last);
                if !traits.iter().any(|known| known.span.overlaps(span)) {
                    traits.push(Trait { span, sort, value: value(&page, sort, first, last) });
                }
                at = last.max(at);
            }
            at += 1;
        }
        order_by(&mut traits, |own| own.span.number());
        Ok(traits)
    }
}

/// The trait that starts at `at`, with its first and last token.
fn find(page: &Page, at: usize) -> Option<(TraitSort, usize, usize)> {
    let token = page.tokens()[at];
    let folded = page.folded(at);
    if token.kind == TokenKind::Number {
        return day(page, at).map(|last| (TraitSort::Date, at, last)).or_else(|| age(page, at).map(|last| (TraitSort::Age, at, last)));
    }
    if token.kind != TokenKind::Word {
        return None;
    }
    if RENOWN.contains(&folded) {
        return Some((TraitSort::Renown, at, at));
    }
    if OFFICES.contains(&folded) {
        let Some(town) = (at + 1..at + 5).find(|&next| place(page, next).is_some()) else { return unlisted(page, at).map(|last| (TraitSort::Office, at, last)) };
        let between = (at + 1..town).all(|next| page.cue(next).any(Cue::PARTICLE.or(Cue::ARTICLE)) || one_of!(page.folded(next), "COMMUNE" | "VILLE" | "ET" | "DEPARTEMENT" | "REGION"));
        return between.then(|| place(page, town)).flatten().map(|last| (TraitSort::Office, at, last));
    }
    if page.cue(at).any(Cue::NATION) && token.shape == Shape::Lower && page.before(at, 2).any(|before| page.folded(before) == "NATIONALITE") && !folded.starts_with("FRANCAIS") {
        return Some((TraitSort::Nationality, at, at));
    }
    if page.cue(at).any(OF_COURT) {
        return None;
    }
    if token.shape == Shape::Lower
        && let Some(last) = page.phrase(at, Class::PROFESSION)
    {
        return (!OF_PROCEDURE.contains(&folded)).then_some((TraitSort::Job, at, last));
    }
    if initials(page, at) {
        return Some((TraitSort::Initials, at, at + 3));
    }
    let seat = page.before(at, 6).any(|before| page.cue(before).any(Cue::COURT.or(Cue::LAW_FIRM).or(Cue::PUBLIC)) || one_of!(page.folded(before), "BARREAU" | "RCS" | "PALAIS"));
    if seat || place(page, at).is_none() {
        return None;
    }
    // A commune is told by what leads to it: `Rose` and `Paris` may be anything.
    let led = at > 0 && (one_of!(page.folded(at - 1), "A" | "DE" | "D'" | "SUR" | "COMMUNE" | "VILLAGE") && page.gap(at) <= Gap::Line);
    led.then(|| place(page, at)).flatten().map(|last| (TraitSort::Place, at, last))
}

/// The last token of a place that no list has, right behind the office at `at`: `maire de Brelivet-sur-Orne`.
fn unlisted(page: &Page, at: usize) -> Option<usize> {
    let name = at + 2;
    let token = page.tokens().get(name)?;
    let of = one_of!(page.folded(at + 1), "DE" | "D'" | "DU") && page.gap(name) <= Gap::Space;
    (of && token.shape == Shape::Title && !page.class(name).any(Class::WORD.union(Class::LEGAL)) && page.cue(name) == Cue::NONE).then_some(name)
}

/// The last token of the commune that starts at `at`.
fn place(page: &Page, at: usize) -> Option<usize> {
    let token = page.tokens().get(at)?;
    (token.is_capitalised() && token.shape != Shape::Initial).then(|| page.phrase(at, Class::PLACE)).flatten()
}

/// The last token of `3 mai 2020`, `03/05/2020`.
fn day(page: &Page, at: usize) -> Option<usize> {
    let number = |at: usize, digits: std::ops::RangeInclusive<usize>| page.tokens().get(at).is_some_and(|token| token.kind == TokenKind::Number && digits.contains(&token.span.len()));
    if !number(at, 1..=2) {
        return None;
    }
    let first = page.folded(at + 1) == "ER";
    let month = at + 1 + usize::from(first);
    if page.cue(month).any(Cue::MONTH) && number(month + 1, 4..=4) {
        return Some(month + 1);
    }
    let slashed = ["/", ".", "-"].iter().any(|sign| page.is_symbol(at + 1, sign) && page.is_symbol(at + 3, sign));
    let glued = (at + 1..=at + 4).all(|next| page.gap(next) == Gap::None);
    (slashed && glued && number(at + 2, 2..=2) && number(at + 4, 4..=4)).then_some(at + 4)
}

/// The last token of an age (`52 ans` after `âgé`), or of a year of birth.
fn age(page: &Page, at: usize) -> Option<usize> {
    let length = page.tokens()[at].span.len();
    if length <= 3 && one_of!(page.folded(at + 1), "ANS" | "AN") && page.before(at, 4).any(|before| one_of!(page.folded(before), "AGE" | "AGEE" | "AGES" | "AGEES")) {
        return Some(at + 1);
    }
    let other = |before: &usize| !one_of!(page.folded(*before), "," | ";") && page.tokens()[*before].span.len() != 4;
    let born = || page.before(at, 8).take_while(other).any(|before| one_of!(page.folded(before), "NE" | "NEE" | "NES" | "NEES" | "NAISSANCE"));
    (length == 4 && born()).then_some(at)
}

/// `J. D.`: two capitals with a dot each.
fn initials(page: &Page, at: usize) -> bool {
    let letter = |at: usize| page.tokens().get(at).is_some_and(|token| token.shape == Shape::Initial);
    let dot = |at: usize| page.is_symbol(at, ".") && page.gap(at) == Gap::None;
    let civil = page.before(at, 2).any(|before| page.cue(before).any(Cue::CIVILITY));
    civil && !page.cue(at).any(Cue::CIVILITY) && letter(at) && dot(at + 1) && letter(at + 2) && dot(at + 3) && !page.is_symbol(at + 4, ".")
}

/// What makes two traits the same.
fn value(page: &Page, sort: TraitSort, first: usize, last: usize) -> String {
    let span: Span = page.document.span_of(first, last);
    match sort {
        // A year of birth and an age are two words for different things.
        TraitSort::Age if first < last => format!("{} ANS", page.folded(first)),
        _ => {
            let folded = fold(span.of(page.document.text()));
            folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
        }
    }
}
