//! One rule = one file: what it finds, its source, its pattern, its validation.
//!
//! A rule reads a [`Page`] and appends what it finds. It may be wrong about overlaps: `resolve` decides.

pub mod checks;
mod figures;
pub mod fr;
pub mod generic;
mod words;

use crate::context::Page;
use crate::model::{Detection, Kind, RuleId};
use crate::text::Span;

/// A rule and what is said of it in `huisclos rules`.
pub struct Rule {
    /// `fr/nir`: the file's path below `recognizers/`, or a row of `fr/labelled_number.rs`.
    pub id: RuleId,
    /// What it finds.
    pub kind: Kind,
    /// One sentence.
    pub finds: &'static str,
    /// The statute, standard or public document that defines the thing.
    pub source: &'static str,
    /// Appends every hit. Linear in the page.
    pub find: fn(&Page, &mut Vec<Detection>),
}

/// Every rule that reads a French decision, in the order of the folders.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    generic::RULES.iter().chain(fr::RULES).chain(fr::LABELLED).chain(fr::CIVIL_DATES)
}

/// Finds again, after every other stage, what a rule proved in one place: today the communes of private persons.
///
/// `proven` are the spans of [`Kind::Locality`] that a rule found.
pub fn again(page: &Page, proven: &[Span]) -> Vec<Detection> {
    let mut found = Vec::new();
    fr::locality::again(page, proven, &mut found);
    found
}

/// What `rule` finds in `text`, as slices, in the order of the text.
#[cfg(test)]
fn slices(rule: &Rule, text: &'static str) -> Vec<&'static str> {
    let page = Page::new(crate::text::Document::new(text).expect("a small text"), crate::lexicon::Lexicon::fr());
    let mut found = Vec::new();
    (rule.find)(&page, &mut found);
    found.sort_by_key(|detection| detection.span);
    found.iter().map(|detection| detection.span.of(text)).collect()
}
