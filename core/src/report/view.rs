use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::{Action, Confidence, Entity, Kind, OutSpan, Role, RuleId, Warning};
use crate::text::{OffsetTable, OffsetUnit};

/// An outcome on the wire: the JSON object that `huisclos detect` prints, and the bindings return.
#[derive(Debug, Serialize)]
pub struct OutcomeView<'o> {
    /// The document's id, when it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<&'o str>,
    /// The unit of every `start` and `end`.
    pub offset_unit: OffsetUnit,
    /// Sorted and disjoint.
    pub spans: Vec<SpanView<'o>>,
    /// In order of first mention.
    pub entities: &'o [Entity],
    /// What the caller should know.
    pub warnings: &'o [Warning],
    /// The pseudonymised text, when asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// One span on the wire. `start` and `end` are half-open, in the unit of the view.
#[derive(Debug, Serialize)]
pub struct SpanView<'o> {
    /// First unit.
    pub start: u32,
    /// One past the last unit.
    pub end: u32,
    /// What it is.
    pub kind: Kind,
    /// The mention's role.
    pub role: Role,
    /// The same for all mentions of one person or datum.
    pub entity: &'o str,
    /// How sure the rules are.
    pub confidence: Confidence,
    /// What the policy does with it.
    pub action: Action,
    /// What the text will hold.
    pub replacement: &'o str,
    /// The word before the span that changes with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lead: Option<LeadView<'o>>,
    /// Every rule that found it.
    pub rules: &'o [RuleId],
    /// Why a reviewer should look.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<&'static str>,
    /// The article the action rests on.
    pub basis: &'o str,
}

/// A change of the word before a span, on the wire; it ends where the span starts.
#[derive(Debug, Serialize)]
pub struct LeadView<'o> {
    /// First unit.
    pub start: u32,
    /// What comes instead.
    pub text: &'o str,
}

impl<'o> OutcomeView<'o> {
    /// Converts `spans` of the original `text` to `unit`. One pass over the text.
    ///
    /// ```
    /// use huisclos::{CaseFacts, Engine, OffsetUnit, OutcomeView};
    /// let engine = Engine::builder().build()?;
    /// let outcome = engine.detect("é : a@b.example", &CaseFacts::default())?;
    /// let view = OutcomeView::new(outcome.original(), &outcome.spans, &outcome.entities, &outcome.warnings, OffsetUnit::Char);
    /// assert_eq!((view.spans[0].start, view.spans[0].end), (4, 15));
    /// # Ok::<(), huisclos::Error>(())
    /// ```
    pub fn new(text: &str, spans: &'o [OutSpan], entities: &'o [Entity], warnings: &'o [Warning], unit: OffsetUnit) -> Self {
        let table = OffsetTable::new(text, unit);
        let spans = spans.iter().map(|span| {
            let (start, end) = table.convert_span(span.span);
            SpanView {
                start,
                end,
                kind: span.kind,
                role: span.role,
                entity: &span.entity,
                confidence: span.confidence,
                action: span.action,
                replacement: &span.replacement,
                lead: span.lead.as_ref().map(|lead| LeadView { start: table.convert_span(lead.span).0, text: &lead.text }),
                rules: &span.rules,
                reason: span.reason,
                basis: &span.basis,
            }
        });
        Self { id: None, offset_unit: unit, spans: spans.collect(), entities, warnings, text: None }
    }
}

/// Counts of one outcome: what a report may hold without holding text.
#[derive(Debug, Default, Serialize, PartialEq, Eq)]
pub struct Summary {
    /// Bytes of the original.
    pub bytes: usize,
    /// Spans by kind, then by action.
    pub spans: BTreeMap<Kind, BTreeMap<Action, usize>>,
    /// Distinct entities by kind.
    pub entities: BTreeMap<Kind, usize>,
    /// Mentions of persons by role.
    pub roles: BTreeMap<Role, usize>,
    /// Spans by deciding rule.
    pub rules: BTreeMap<RuleId, usize>,
    /// Spans by article.
    pub bases: BTreeMap<String, usize>,
    /// Codes of the warnings.
    pub warnings: Vec<&'static str>,
}

impl Summary {
    /// Counts.
    ///
    /// ```
    /// use huisclos::{Action, CaseFacts, Engine, Kind, Summary};
    /// let engine = Engine::builder().build()?;
    /// let outcome = engine.detect("a@b.example", &CaseFacts::default())?;
    /// let summary = Summary::new(outcome.original().len(), &outcome.spans, &outcome.entities, &outcome.warnings);
    /// assert_eq!(summary.spans[&Kind::Email][&Action::Replace], 1);
    /// # Ok::<(), huisclos::Error>(())
    /// ```
    pub fn new(bytes: usize, spans: &[OutSpan], entities: &[Entity], warnings: &[Warning]) -> Self {
        let mut summary = Self { bytes, ..Self::default() };
        for span in spans {
            *summary.spans.entry(span.kind).or_default().entry(span.action).or_default() += 1;
            match summary.bases.get_mut(&span.basis) {
                Some(count) => *count += 1,
                None => _ = summary.bases.insert(span.basis.clone(), 1),
            }
            if let Some(rule) = span.rules.first() {
                *summary.rules.entry(rule).or_default() += 1;
            }
            if span.kind == Kind::Person {
                *summary.roles.entry(span.role).or_default() += 1;
            }
        }
        for entity in entities {
            *summary.entities.entry(entity.kind).or_default() += 1;
        }
        summary.warnings = warnings.iter().map(|warning| warning.code).collect();
        summary
    }
}
