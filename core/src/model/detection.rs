use serde::{Deserialize, Serialize};

use super::{Kind, Role};
use crate::text::Span;

/// How sure a rule is. Words, not floats: adapters map them to 0.4, 0.6, 0.85 and 1.0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// Hidden, and shown to a reviewer.
    Possible,
    /// More likely right than wrong.
    Probable,
    /// A cue or a dictionary supports it.
    Strong,
    /// A checksum or two independent cues prove it.
    Certain,
}

impl Confidence {
    /// The name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Possible => "possible",
            Self::Probable => "probable",
            Self::Strong => "strong",
            Self::Certain => "certain",
        }
    }

    /// The number that adapters to score-based systems use.
    pub const fn score(self) -> f64 {
        match self {
            Self::Possible => 0.4,
            Self::Probable => 0.6,
            Self::Strong => 0.85,
            Self::Certain => 1.0,
        }
    }
}

/// A rule's id: country or `generic`, a slash, what it finds (`fr/nir`).
pub type RuleId = &'static str;

/// One thing a rule found, in bytes of the original text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Detection {
    /// What would be hidden. For civil dates: day and month, the year stays outside.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
    /// Whose it is; [`Role::Unknown`] for kinds that are not persons.
    pub role: Role,
    /// How sure the rule is.
    pub confidence: Confidence,
    /// The rule.
    pub rule: RuleId,
    /// The words that led to it.
    pub cue: Option<Span>,
}

impl Detection {
    /// A detection without role or cue.
    pub const fn new(rule: RuleId, kind: Kind, span: Span, confidence: Confidence) -> Self {
        Self { span, kind, role: Role::Unknown, confidence, rule, cue: None }
    }

    /// The same with the span of its cue.
    #[must_use]
    pub const fn with_cue(mut self, cue: Span) -> Self {
        self.cue = Some(cue);
        self
    }

    /// The same with a role.
    #[must_use]
    pub const fn with_role(mut self, role: Role) -> Self {
        self.role = role;
        self
    }
}
