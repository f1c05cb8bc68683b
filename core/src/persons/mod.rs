//! Persons: candidate names, their roles, who is who, and the second sweep.

use crate::context::Page;
use crate::model::{CaseFacts, Detection};
use crate::text::Span;

/// One mention of a person: a contiguous name.
#[derive(Clone, Debug)]
pub struct Mention {
    /// Span, role and confidence.
    pub detection: Detection,
    /// The person it names: equal for all mentions of one person, numbered from 0 in order of first mention.
    pub person: u32,
    /// Why a reviewer should look, when the confidence is `Possible`.
    pub doubt: Option<&'static str>,
}

/// Finds every mention of a natural person in `page`. `taken` are spans of other kinds (sorted, disjoint).
pub fn find(page: &Page, facts: &CaseFacts, taken: &[Span]) -> Vec<Mention> {
    let _ = (page, facts, taken);
    Vec::new()
}
