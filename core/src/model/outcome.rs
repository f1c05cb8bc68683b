use serde::{Deserialize, Serialize};

use super::{Confidence, Kind, Role, RuleId};
use crate::text::Span;

/// What a policy does with a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Action {
    /// The text goes.
    Replace,
    /// The text stays readable.
    Keep,
    /// The text goes, and a reviewer should look.
    Review,
}

impl Action {
    /// The name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Replace => "replace",
            Self::Keep => "keep",
            Self::Review => "review",
        }
    }

    /// True when the text does not stay: [`Action::Replace`] and [`Action::Review`].
    pub const fn hides(self) -> bool {
        !matches!(self, Self::Keep)
    }
}

/// What a policy wants instead of the style's own replacement, for the kinds that can have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum With {
    /// A coarser datum: of a date the year, of a commune its département, of an age a band. What has no
    /// coarser form is replaced as the style says.
    Generalise,
    /// A date moved within its year by a number of days that is the key's secret and the same for all dates of one person.
    Shift,
}

/// The country whose rules read a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Country {
    /// France.
    Fr,
}

impl Country {
    /// The name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Fr => "fr",
        }
    }
}

/// One span of the result, in bytes of the original text, half-open.
///
/// `Debug` shows ids and offsets, never text; the replacement is a label and shows nothing either.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutSpan {
    /// Bytes of the original text.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
    /// The role of this mention; [`Role::Unknown`] for kinds that are not persons.
    pub role: Role,
    /// The same for all mentions of one person or one datum: `p1`, `a2`.
    pub entity: String,
    /// How sure the rules are.
    pub confidence: Confidence,
    /// What the policy does with it.
    pub action: Action,
    /// What the text will hold; the original words when [`Action::Keep`].
    pub replacement: String,
    /// The word before the span that must change with it, for the language: `d'` before a name that now starts with a
    /// consonant. The text is well hidden without this change, and reads better with it.
    pub lead: Option<Lead>,
    /// Every rule that found it, the deciding one first.
    pub rules: Vec<RuleId>,
    /// Why a reviewer should look, or why the span is there at all when no rule found it.
    pub reason: Option<&'static str>,
    /// The article the action rests on.
    pub basis: String,
}

/// A change of the word before a replaced span; it ends where the span starts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lead {
    /// Bytes of the original text, in no other span.
    pub span: Span,
    /// What comes instead, with its space.
    pub text: String,
}

/// One person or datum and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entity {
    /// `p1`, `a2`: letter of the kind, number in order of first mention.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// The role most of its mentions have.
    pub role: Role,
    /// Indices into the outcome's spans.
    pub mentions: Vec<u32>,
}

/// Something the caller should know. The message holds no text of the decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Warning {
    /// A stable word: `debates_not_public`, `nac_not_public`, `business_secret`, `terms_beyond_recommendation`, `kept_name`, `already_pseudonymised`, `nothing_found`.
    pub code: &'static str,
    /// One sentence.
    pub message: String,
}
