//! The caller's own terms: found whatever the case, accents, hyphens and spaces between their words.

use crate::context::Page;
use crate::model::{Confidence, Detection, Kind};
use crate::resolve::Claim;
use crate::text::{Document, Gap, Span, TokenKind};

/// Adds a claim for every occurrence of a term to remove.
pub(super) fn remove<'a>(page: &Page, terms: impl IntoIterator<Item = &'a String>, claims: &mut Vec<Claim>) {
    claims.extend(
        occurrences(page, terms)
            .into_iter()
            .map(|span| Claim::new(Detection::new("facts/remove", Kind::Term, span, Confidence::Certain), true)),
    );
}

/// Every occurrence of one of `terms`, by whole tokens.
pub(super) fn occurrences<'a>(page: &Page, terms: impl IntoIterator<Item = &'a String>) -> Vec<Span> {
    let mut spans = Vec::new();
    for term in terms {
        let Some(pattern) = Document::new(term) else { continue };
        let words = flat(&pattern);
        if words.is_empty() {
            continue;
        }
        for first in 0..page.tokens().len() {
            if let Some(last) = matches(page, first, &words) {
                spans.push(page.document.span_of(first, last));
            }
        }
    }
    spans
}

/// The words of a term: hyphenated ones in their parts, signs left out.
fn flat(document: &Document) -> Vec<String> {
    let words = document.tokens().iter().filter(|t| t.kind != TokenKind::Symbol).map(|t| document.folded(t.word));
    words.flat_map(|word| word.split('-').map(str::to_owned).collect::<Vec<_>>()).filter(|w| !w.is_empty()).collect()
}

fn matches(page: &Page, first: usize, words: &[String]) -> Option<usize> {
    let mut next = 0;
    for at in first..page.tokens().len() {
        let token = &page.tokens()[at];
        if at > first && token.gap == Gap::Blank {
            return None;
        }
        if token.kind == TokenKind::Symbol {
            if at == first {
                return None;
            }
            continue;
        }
        for part in page.folded(at).split('-').filter(|part| !part.is_empty()) {
            if words.get(next).is_none_or(|word| word != part) {
                return None;
            }
            next += 1;
        }
        if next == words.len() {
            return Some(at);
        }
    }
    None
}
