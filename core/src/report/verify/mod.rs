//! The leak check: what a pseudonymised text still shows.

pub(crate) mod align;
pub(crate) mod masks;

use serde::Serialize;

use crate::model::{Confidence, Kind, Role};
use crate::text::{OffsetTable, OffsetUnit, Span};

/// Why a stretch of a pseudonymised text is an alarm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Reason {
    /// The original has it at this very place, and there it must go.
    Unchanged,
    /// It must go, or is replaced, elsewhere in the original, and stands where the original has other words.
    Moved,
    /// The text replaces the same word everywhere else.
    ReplacedElsewhere,
    /// A name that the caller gave.
    Known,
    /// The rules read it as personal data.
    Detected,
}

impl Reason {
    /// The name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Unchanged => "unchanged",
            Self::Moved => "moved",
            Self::ReplacedElsewhere => "replaced_elsewhere",
            Self::Known => "known",
            Self::Detected => "detected",
        }
    }
}

/// One stretch of a pseudonymised text that should not be readable, in bytes of that text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    /// From its first to its last word.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
    /// Whose name it is; [`Role::Unknown`] for other kinds.
    pub role: Role,
    /// How sure the check is.
    pub confidence: Confidence,
    /// What gave it away.
    pub reason: Reason,
}

/// The findings of one text on the wire: the JSON object that `huisclos verify` prints.
///
/// ```
/// use huisclos::{Confidence, Kind, OffsetUnit, Role, Span};
/// use huisclos::report::verify::{Finding, Reason, VerdictView};
/// let found = Finding { span: Span::new(3, 7), kind: Kind::Person, role: Role::Party, confidence: Confidence::Certain, reason: Reason::Known };
/// let view = VerdictView::new("é Roux", &[found], OffsetUnit::Char);
/// assert!(!view.clean);
/// assert_eq!((view.findings[0].start, view.findings[0].end), (2, 6));
/// ```
#[derive(Debug, Serialize)]
pub struct VerdictView<'v> {
    /// The document's id, when it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<&'v str>,
    /// The unit of every `start` and `end`.
    pub offset_unit: OffsetUnit,
    /// True when there is no finding.
    pub clean: bool,
    /// In the order of the text, disjoint.
    pub findings: Vec<FindingView>,
}

/// One finding on the wire. `start` and `end` are half-open, in the unit of the view. It holds no text.
#[derive(Debug, Serialize)]
pub struct FindingView {
    /// First unit.
    pub start: u32,
    /// One past the last unit.
    pub end: u32,
    /// What it is.
    pub kind: Kind,
    /// Whose name it is.
    pub role: Role,
    /// How sure the check is.
    pub confidence: Confidence,
    /// What gave it away.
    pub reason: Reason,
}

impl VerdictView<'_> {
    /// Converts `findings` of `text` to `unit`. One pass over the text.
    ///
    /// # Panics
    /// When a finding lies beyond the text.
    pub fn new(text: &str, findings: &[Finding], unit: OffsetUnit) -> Self {
        let table = OffsetTable::new(text, unit);
        let views = findings.iter().map(|finding| {
            let (start, end) = table.convert_span(finding.span);
            let Finding { kind, role, confidence, reason, .. } = *finding;
            FindingView { start, end, kind, role, confidence, reason }
        });
        Self { id: None, offset_unit: unit, clean: findings.is_empty(), findings: views.collect() }
    }
}
