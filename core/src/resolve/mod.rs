//! Overlapping detections -> disjoint ones. What was covered stays covered.
//!
//! The winner of an overlap names the kind; the loser keeps what the winner does not cover, as a span of its own. The
//! union of the spans that the policy hides never shrinks, with one exception that evidence decides: digits that a
//! stronger rule proves to be a case number are no telephone number.

use crate::model::{Confidence, Detection, Kind, RuleId};
use crate::text::{Span, order_by};

/// A detection on its way through overlap resolution.
#[derive(Clone, Debug)]
pub struct Claim {
    /// Span, kind, role and confidence.
    pub detection: Detection,
    /// Every rule that agrees, the deciding one first.
    pub rules: Vec<RuleId>,
    /// True when the policy would hide it.
    pub hidden: bool,
    /// The person it names, when it is one. Claims of two persons are never merged.
    pub person: Option<u32>,
    /// Why a reviewer should look.
    pub reason: Option<&'static str>,
}

impl Claim {
    /// A claim of one rule.
    pub fn new(detection: Detection, hidden: bool) -> Self {
        Self { detection, rules: vec![detection.rule], hidden, person: None, reason: None }
    }
}

/// Sorts by place.
pub(crate) fn in_order(claims: &mut [Claim]) {
    order_by(claims, |claim| claim.detection.span.number());
}

/// Makes `claims` disjoint and sorted. `text` is the original. O(n log n) in the claims.
///
/// ```
/// use huisclos::resolve::{Claim, disjoint};
/// use huisclos::{Confidence, Detection, Kind, Span};
/// let text = "12 rue Haute 01 02 03 04 05";
/// let claims = vec![
///     Claim::new(Detection::new("x/a", Kind::Address, Span::new(0, 15), Confidence::Strong), true),
///     Claim::new(Detection::new("x/p", Kind::Phone, Span::new(13, 27), Confidence::Strong), true),
/// ];
/// let spans: Vec<_> = disjoint(text, claims).iter().map(|c| c.detection.span.of(text)).collect();
/// assert_eq!(spans, ["12 rue Haute 01", "02 03 04 05"]);
/// ```
pub fn disjoint(text: &str, mut claims: Vec<Claim>) -> Vec<Claim> {
    in_order(&mut claims);
    let mut resolved = Vec::with_capacity(claims.len());
    // Claims that overlap one another, directly or over others.
    let mut cluster: Vec<Claim> = Vec::new();
    let mut reach = 0;
    for claim in claims {
        if claim.detection.span.start >= reach {
            settle(text, &mut cluster, &mut resolved);
        }
        reach = reach.max(claim.detection.span.end);
        cluster.push(claim);
    }
    settle(text, &mut cluster, &mut resolved);
    resolved
}

/// Moves the claims of `cluster` to `resolved`, disjoint and sorted.
fn settle(text: &str, cluster: &mut Vec<Claim>, resolved: &mut Vec<Claim>) {
    if cluster.len() < 2 {
        resolved.append(cluster);
        return;
    }
    let mut claims = merge_agreeing(without_disproved(std::mem::take(cluster)));
    in_order(&mut claims);
    order_by(&mut claims, rank);
    // In order of their starts; none overlaps another.
    let mut taken: Vec<Claim> = Vec::new();
    for claim in claims {
        place(text, &claim, &mut taken);
    }
    resolved.append(&mut taken);
}

/// Smaller ranks are placed first: hidden before kept, doubtful last, then the longer, the surer, the more telling kind.
fn rank(claim: &Claim) -> u64 {
    let d = &claim.detection;
    let marks = [!claim.hidden, d.kind == Kind::Term, d.confidence == Confidence::Possible];
    let marks = marks.into_iter().fold(0, |marks, mark| marks << 1 | u64::from(mark));
    marks << 48 | (u64::from(u32::MAX) - d.span.len() as u64) << 16 | u64::from(u8::MAX - d.confidence as u8) << 8 | u64::from(priority(d.kind))
}

/// Which kind names a span that two rules of equal length and confidence claim. Checksummed numbers first.
fn priority(kind: Kind) -> u8 {
    match kind {
        Kind::BankAccount | Kind::NationalId | Kind::Card | Kind::Email => 0,
        Kind::CompanyId | Kind::Plate | Kind::Phone | Kind::Url => 1,
        Kind::BirthDate | Kind::DeathDate | Kind::MarriageDate => 2,
        Kind::Address | Kind::LandParcel => 3,
        Kind::Person => 4,
        Kind::Locality => 5,
        Kind::Establishment => 6,
        Kind::Organisation => 7,
        Kind::CaseNumber => 9,
        _ => 8,
    }
}

/// Drops numbers that lie inside a case number of better evidence.
fn without_disproved(mut claims: Vec<Claim>) -> Vec<Claim> {
    let proven: Vec<Detection> =
        claims.iter().filter(|c| !c.hidden && c.detection.kind == Kind::CaseNumber).map(|c| c.detection).collect();
    if !proven.is_empty() {
        claims.retain(|claim| {
            let d = &claim.detection;
            let number = matches!(
                d.kind,
                Kind::Phone | Kind::IdNumber | Kind::CompanyId | Kind::Card | Kind::NationalId | Kind::Plate | Kind::LandParcel
            );
            !(number && proven.iter().any(|p| p.span.contains(d.span) && p.confidence > d.confidence))
        });
    }
    claims
}

/// Overlapping claims of one kind, role and person become one that covers both.
fn merge_agreeing(mut claims: Vec<Claim>) -> Vec<Claim> {
    in_order(&mut claims);
    order_by(&mut claims, |c| (c.detection.kind as u64) << 48 | (c.detection.role as u64) << 40 | c.person.map_or(0, |person| u64::from(person) + 1));
    let mut merged: Vec<Claim> = Vec::with_capacity(claims.len());
    for claim in claims {
        if let Some(last) = merged.last_mut() {
            let (a, b) = (&mut last.detection, &claim.detection);
            if a.kind == b.kind
                && a.role == b.role
                && last.person == claim.person
                && last.hidden == claim.hidden
                && a.span.overlaps(b.span)
            {
                if b.confidence > a.confidence {
                    a.confidence = b.confidence;
                    a.rule = b.rule;
                    last.reason = claim.reason;
                    last.rules.insert(0, b.rule);
                }
                a.span = a.span.cover(b.span);
                for rule in claim.rules {
                    if !last.rules.contains(&rule) {
                        last.rules.push(rule);
                    }
                }
                last.rules.dedup();
                continue;
            }
        }
        merged.push(claim);
    }
    merged
}

/// Puts the parts of `claim` that are still free into `taken`.
fn place(text: &str, claim: &Claim, taken: &mut Vec<Claim>) {
    let span = claim.detection.span;
    let (from, to) = (taken.partition_point(|other| other.detection.span.end <= span.start), taken.partition_point(|other| other.detection.span.start < span.end));
    let mut free = span.start;
    let mut pieces = Vec::new();
    for other in &mut taken[from..to] {
        let held = other.detection.span;
        if other.detection.kind == claim.detection.kind {
            for rule in &claim.rules {
                if !other.rules.contains(rule) {
                    other.rules.push(rule);
                }
            }
        }
        if held.start > free {
            pieces.push(Span::new(free, held.start));
        }
        free = free.max(held.end);
    }
    if free < span.end {
        pieces.push(Span::new(free, span.end));
    }
    for piece in pieces {
        // The whole of a claim stays as its rule cut it; what is left of one loses its loose edges.
        let piece = if piece == span { Some(piece) } else { trim(text, piece) };
        if let Some(piece) = piece.filter(|p| !p.is_empty()) {
            let mut part = claim.clone();
            part.detection.span = piece;
            let at = taken.partition_point(|other| other.detection.span.start < piece.start);
            taken.insert(at, part);
        }
    }
}

/// The part of `span` from its first to its last letter or digit; `None` when it has neither.
fn trim(text: &str, span: Span) -> Option<Span> {
    let part = span.of(text);
    let first = part.find(char::is_alphanumeric)?;
    let (last, c) = part.char_indices().rfind(|(_, c)| c.is_alphanumeric())?;
    Some(Span::new(span.start + first as u32, span.start + (last + c.len_utf8()) as u32))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claim(kind: Kind, start: u32, end: u32, confidence: Confidence, hidden: bool) -> Claim {
        Claim::new(Detection::new("test/rule", kind, Span::new(start, end), confidence), hidden)
    }

    #[test]
    fn a_kept_span_never_uncovers_a_hidden_one() {
        let text = "SARL Duval Bois";
        let out = disjoint(
            text,
            vec![
                claim(Kind::Organisation, 0, 15, Confidence::Certain, false),
                claim(Kind::Person, 5, 10, Confidence::Probable, true),
            ],
        );
        let shown: Vec<_> = out.iter().map(|c| (c.detection.span.of(text), c.hidden)).collect();
        assert_eq!(shown, [("SARL", false), ("Duval", true), ("Bois", false)]);
    }

    #[test]
    fn the_longer_of_two_hidden_spans_names_the_kind() {
        let out = disjoint(
            "0102030405",
            vec![
                claim(Kind::Phone, 0, 10, Confidence::Strong, true),
                claim(Kind::IdNumber, 0, 6, Confidence::Certain, true),
            ],
        );
        assert_eq!(out.len(), 1);
        assert_eq!(out[0].detection.kind, Kind::Phone);
    }

    #[test]
    fn a_weak_number_inside_a_proven_case_number_is_none() {
        let out = disjoint(
            "0102030405",
            vec![
                claim(Kind::Phone, 0, 10, Confidence::Possible, true),
                claim(Kind::CaseNumber, 0, 10, Confidence::Strong, false),
            ],
        );
        assert_eq!(out[0].detection.kind, Kind::CaseNumber);
    }
}
