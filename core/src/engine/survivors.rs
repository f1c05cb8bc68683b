//! The last sweep: what is replaced in one place survives nowhere.

use std::collections::BTreeSet;

use crate::context::Page;
use crate::lexicon::Class;
use crate::model::{Confidence, Detection, Kind};
use crate::resolve::Claim;
use crate::text::{Span, fold_into};

/// Data that are looked for again: numbers and addresses that mean the same thing wherever they stand. Names have their
/// own sweep, which knows roles; a commune may also be a court's seat, a date anybody's.
const fn is_swept(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Phone
            | Kind::Email
            | Kind::BankAccount
            | Kind::Card
            | Kind::NationalId
            | Kind::CompanyId
            | Kind::Plate
            | Kind::IdNumber
            | Kind::Address
            | Kind::Establishment
            | Kind::Organisation
    )
}

/// Fewer letters and digits than this are too little to look for.
const SHORTEST: usize = 6;

/// Claims for every occurrence of a hidden datum that is not hidden yet, whatever spaces and signs stand inside it.
pub(super) fn find(page: &Page, claims: &[Claim]) -> Vec<Claim> {
    let text = page.document.text();
    let digits: String = text.bytes().filter(u8::is_ascii_digit).map(char::from).collect();
    let mut sought: Vec<(String, &Claim)> = Vec::new();
    let mut known = BTreeSet::new();
    for claim in claims.iter().filter(|claim| claim.hidden && is_swept(claim.detection.kind)) {
        let needle = Squeezed::new(sought_part(page, claim).of(text)).letters;
        let long = needle.chars().count() >= SHORTEST;
        if long && may_return(page, claim.detection.span, &needle, &digits) && known.insert(needle.clone()) {
            sought.push((needle, claim));
        }
    }
    if sought.is_empty() {
        return Vec::new();
    }
    let squeezed = Squeezed::new(text);
    let mut survivors = Vec::new();
    for (needle, claim) in sought {
        for (at, _) in squeezed.letters.match_indices(&needle) {
            let Some(span) = squeezed.span(text, at, at + needle.len()) else { continue };
            if is_hidden(claims, span) {
                continue;
            }
            let d = claim.detection;
            let detection = Detection::new(d.rule, d.kind, span, d.confidence.max(Confidence::Probable)).with_role(d.role);
            let mut survivor = Claim::new(detection, true);
            survivor.reason = Some("the same text is replaced elsewhere");
            survivors.push(survivor);
        }
    }
    survivors
}

/// The span to look for: a company goes by its name without its form too.
fn sought_part(page: &Page, claim: &Claim) -> Span {
    let span = claim.detection.span;
    if claim.detection.kind != Kind::Organisation {
        return span;
    }
    let first = page.document.token_at(span.start);
    let name = (first..page.document.token_at(span.end - 1) + 1).find(|&at| !page.class(at).any(Class::COMPANY_FORM)).unwrap_or(first);
    Span::new(page.tokens()[name].span.start, span.end)
}

/// False when the datum can stand in the text once only: its digits do not return, nor does its longest word.
fn may_return(page: &Page, span: Span, needle: &str, digits: &str) -> bool {
    let own: String = needle.chars().filter(char::is_ascii_digit).collect();
    if own.len() >= 4 {
        return digits.match_indices(&own).nth(1).is_some();
    }
    let tokens = page.document.token_at(span.start)..page.document.token_at(span.end - 1) + 1;
    let longest = tokens.max_by_key(|&at| page.folded(at).len()).unwrap_or_default();
    let word = &page.document.words()[page.tokens()[longest].word.0 as usize];
    // A hyphen may be a space elsewhere: then the word's own count says nothing.
    word.lower + word.capital > 1 || page.folded(longest).contains(['-', '\''])
}

fn is_hidden(claims: &[Claim], span: Span) -> bool {
    let first = claims.partition_point(|claim| claim.detection.span.end <= span.start);
    claims[first..].iter().take_while(|c| c.detection.span.start < span.end).any(|c| c.hidden && c.detection.span.contains(span))
}

/// A text's folded letters and digits without what stands between them, and where each came from.
pub(super) struct Squeezed {
    pub(super) letters: String,
    /// For every byte of `letters`, the first and last byte of the character it came from.
    from: Vec<(u32, u32)>,
}

impl Squeezed {
    pub(super) fn new(text: &str) -> Self {
        let mut letters = String::with_capacity(text.len());
        let mut from = Vec::with_capacity(text.len());
        let mut at = 0;
        while let Some(&byte) = text.as_bytes().get(at) {
            let start = at;
            if byte.is_ascii() {
                at += 1;
                if byte.is_ascii_alphanumeric() {
                    letters.push(char::from(byte.to_ascii_uppercase()));
                    from.push((start as u32, at as u32));
                }
            } else {
                let c = text[at..].chars().next().unwrap_or_default();
                at += c.len_utf8();
                if c.is_alphanumeric() {
                    fold_into(&text[start..at], &mut letters);
                    from.resize(letters.len(), (start as u32, at as u32));
                }
            }
        }
        Self { letters, from }
    }

    /// The span of the bytes `start..end`, when it starts and ends where a word does and stays in one paragraph.
    pub(super) fn span(&self, text: &str, start: usize, end: usize) -> Option<Span> {
        let span = Span::new(self.from[start].0, self.from[end - 1].1);
        let before = text[..span.start as usize].chars().next_back();
        let after = text[span.end as usize..].chars().next();
        let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        let whole = edge(before) && edge(after) && !span.of(text).contains("\n\n");
        whole.then_some(span)
    }
}
