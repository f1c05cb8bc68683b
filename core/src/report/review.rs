//! The review as data: what a reader should look at, and what a reader decided.
//!
//! A review is bound to one text by its SHA-256 and to places by offsets. The same text, facts, options and review give the
//! same result again, anywhere: nothing else is kept.

use std::fmt::Write;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::error::Error;
use crate::model::{Kind, Role};
use crate::text::{OffsetTable, OffsetUnit, Span};

/// The SHA-256 of `text` as `sha256:` and 64 hexadecimal digits: what binds a review to its original.
///
/// ```
/// assert!(huisclos::report::review::seal("").starts_with("sha256:e3b0c442"));
/// ```
pub fn seal(text: &str) -> String {
    format!("sha256:{}", hex(&Sha256::digest(text.as_bytes())))
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

/// What a reader decided on one document.
///
/// ```
/// use huisclos::{CaseFacts, Engine};
/// use huisclos::report::review::{Review, seal};
/// let text = "Le chien Filou a mordu M. Jean DUVAL.";
/// let json = format!(r#"{{"original": "{}", "decisions": [{{"do": "add", "start": 9, "end": 14, "kind": "term"}}]}}"#, seal(text));
/// let review: Review = serde_json::from_str(&json)?;
/// let engine = Engine::builder().build()?;
/// let outcome = engine.apply_review(text, &CaseFacts::default(), &review)?;
/// assert!(outcome.text().starts_with("Le chien [...] a mordu M. ["));
/// let error = engine.apply_review("another text", &CaseFacts::default(), &review).unwrap_err();
/// assert!(error.is_review());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// The document's id, in JSON Lines.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// [`seal`] of the original.
    pub original: String,
    /// The unit of every `start` and `end`.
    #[serde(default)]
    pub offset_unit: OffsetUnit,
    /// In the order they are applied.
    pub decisions: Vec<Ruling>,
}

/// One decision. Places are half-open, in the unit of the review; `all` extends it to every place where the same words stand
/// as the same kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case", try_from = "Written")]
pub enum Ruling {
    /// What was found is right, and goes.
    Accept {
        /// First unit.
        start: u32,
        /// One past the last unit.
        end: u32,
        /// Everywhere.
        #[serde(skip_serializing_if = "is_false")]
        all: bool,
    },
    /// What was found stays readable.
    Reject {
        /// First unit.
        start: u32,
        /// One past the last unit.
        end: u32,
        /// Everywhere.
        #[serde(skip_serializing_if = "is_false")]
        all: bool,
    },
    /// What was found is something else, or somebody else's; the policy says what becomes of it.
    Change {
        /// First unit.
        start: u32,
        /// One past the last unit.
        end: u32,
        /// Another kind.
        #[serde(skip_serializing_if = "Option::is_none")]
        kind: Option<Kind>,
        /// Another role, of persons.
        #[serde(skip_serializing_if = "Option::is_none")]
        role: Option<Role>,
        /// Everywhere.
        #[serde(skip_serializing_if = "is_false")]
        all: bool,
    },
    /// Two mentions name one person: all mentions of the second's person become the first's.
    Link {
        /// First unit of a mention.
        start: u32,
        /// One past its last unit.
        end: u32,
        /// First unit of a mention of the other.
        with_start: u32,
        /// One past its last unit.
        with_end: u32,
    },
    /// A mention names a person of its own; with `all`, so do all mentions of the same words.
    Unlink {
        /// First unit.
        start: u32,
        /// One past the last unit.
        end: u32,
        /// Everywhere.
        #[serde(skip_serializing_if = "is_false")]
        all: bool,
    },
    /// What no rule found, and goes.
    Add {
        /// First unit.
        start: u32,
        /// One past the last unit.
        end: u32,
        /// What it is.
        kind: Kind,
        /// Whose name it is; `unknown`, which is treated as a third party, when not given.
        #[serde(skip_serializing_if = "is_unknown")]
        role: Role,
        /// Everywhere, whatever case, accents and hyphens.
        #[serde(skip_serializing_if = "is_false")]
        all: bool,
    },
}

/// A decision as it is written: every field of every decision.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    r#do: Do,
    start: u32,
    end: u32,
    kind: Option<Kind>,
    role: Option<Role>,
    all: Option<bool>,
    with_start: Option<u32>,
    with_end: Option<u32>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Do {
    Accept,
    Reject,
    Change,
    Link,
    Unlink,
    Add,
}

impl TryFrom<Written> for Ruling {
    type Error = String;

    fn try_from(written: Written) -> Result<Self, String> {
        let Written { r#do, start, end, kind, role, all, with_start, with_end } = written;
        let (name, fields): (_, &[_]) = match r#do {
            Do::Accept => ("accept", &["all"]),
            Do::Reject => ("reject", &["all"]),
            Do::Change => ("change", &["kind", "role", "all"]),
            Do::Link => ("link", &["with_start", "with_end"]),
            Do::Unlink => ("unlink", &["all"]),
            Do::Add => ("add", &["kind", "role", "all"]),
        };
        let given = [("kind", kind.is_some()), ("role", role.is_some()), ("all", all.is_some()), ("with_start", with_start.is_some()), ("with_end", with_end.is_some())];
        if let Some((field, _)) = given.iter().find(|(field, is_given)| *is_given && !fields.contains(field)) {
            return Err(format!("unknown field `{field}` of `{name}`"));
        }
        let missing = |field| format!("missing field `{field}` of `{name}`");
        let all = all.unwrap_or(false);
        Ok(match r#do {
            Do::Accept => Self::Accept { start, end, all },
            Do::Reject => Self::Reject { start, end, all },
            Do::Change => Self::Change { start, end, kind, role, all },
            Do::Link => Self::Link { start, end, with_start: with_start.ok_or_else(|| missing("with_start"))?, with_end: with_end.ok_or_else(|| missing("with_end"))? },
            Do::Unlink => Self::Unlink { start, end, all },
            Do::Add => Self::Add { start, end, kind: kind.ok_or_else(|| missing("kind"))?, role: role.unwrap_or(Role::Unknown), all },
        })
    }
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
const fn is_unknown(role: &Role) -> bool {
    matches!(role, Role::Unknown)
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
const fn is_false(value: &bool) -> bool {
    !*value
}

impl Ruling {
    /// The places it names: one, or the two of a link.
    fn places(&mut self) -> Vec<(&mut u32, &mut u32)> {
        match self {
            Self::Accept { start, end, .. } | Self::Reject { start, end, .. } | Self::Change { start, end, .. } | Self::Unlink { start, end, .. } | Self::Add { start, end, .. } => {
                vec![(start, end)]
            }
            Self::Link { start, end, with_start, with_end } => vec![(start, end), (with_start, with_end)],
        }
    }

    /// The same with every offset in bytes.
    fn in_bytes(&self, table: &OffsetTable) -> Option<Self> {
        let mut ruling = self.clone();
        for (start, end) in ruling.places() {
            (*start, *end) = (table.byte_of(*start)?, table.byte_of(*end)?);
            if *start >= *end {
                return None;
            }
        }
        Some(ruling)
    }

    /// The same, from bytes to the unit of `table`.
    fn in_units(&self, table: &OffsetTable) -> Self {
        let mut ruling = self.clone();
        for (start, end) in ruling.places() {
            (*start, *end) = (table.convert(*start), table.convert(*end));
        }
        ruling
    }

    /// The spans it names, when its offsets are bytes.
    pub(crate) fn spans(&self) -> Vec<Span> {
        self.clone().places().into_iter().map(|(start, end)| Span::new(*start, *end)).collect()
    }
}

impl Review {
    /// The decisions in bytes of `text`.
    ///
    /// # Errors
    /// When the text is not the one that was reviewed, or an offset lies beyond it or inside a character.
    pub(crate) fn rulings(&self, text: &str) -> Result<Vec<Ruling>, Error> {
        let seal = seal(text);
        if self.original != seal {
            return Err(Error::review(format!(
                "the review was made of another text: it says `original`: {}, this text has {seal}. Review this text anew, or give the one that was reviewed, to the byte",
                shown(&self.original)
            )));
        }
        let table = OffsetTable::new(text, self.offset_unit);
        let each = self.decisions.iter().enumerate();
        each.map(|(at, ruling)| {
            ruling.in_bytes(&table).ok_or_else(|| {
                Error::review(format!(
                    "decision {} of the review: its offsets are no place of the text in the unit `{}`: `start` lies before `end`, both within the text and between characters",
                    at + 1,
                    self.offset_unit.as_str()
                ))
            })
        })
        .collect()
    }
}

/// A value of `original` for a message: whatever is no seal is not shown.
fn shown(value: &str) -> &str {
    let well = value.strip_prefix("sha256:").is_some_and(|hex| hex.len() == 64 && hex.bytes().all(|b| b.is_ascii_hexdigit()));
    if well { value } else { "something that is no `sha256:` and 64 hexadecimal digits" }
}

macro_rules! doubts {
    ($($(#[$doc:meta])* $name:ident = $wire:literal, $sentence:literal;)*) => {
        /// Why a reader should look.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(rename_all = "snake_case")]
        #[non_exhaustive]
        pub enum DoubtCode {
            $($(#[$doc])* $name,)*
        }

        impl DoubtCode {
            /// Every code, in the order of the queue.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The name on the wire.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $wire,)* }
            }

            /// One English sentence.
            pub const fn sentence(self) -> &'static str {
                match self { $(Self::$name => $sentence,)* }
            }
        }
    };
}

doubts! {
    /// A span under review.
    Unsure = "unsure", "The rules are not sure that this is a name or a datum; it is replaced.";
    /// Names that differ by a slip: two persons' who may be one, or one's who may be two.
    SimilarSpelling = "similar_spelling", "Two spellings so like each other that they may be one person's.";
    /// A surname alone that several persons bear equally well.
    SharedName = "shared_name", "Several persons bear this name, and only the place says whose it is.";
    /// A readable word that differs by a slip from a hidden name.
    NearName = "near_name", "A readable word so like a hidden name that it may be the same, misspelt.";
    /// One string in two kinds, or both a party's and the court's.
    DifferentCategories = "different_categories", "The same words are read as two different things.";
    /// A name of one or two letters.
    ShortName = "short_name", "A name of one or two letters.";
    /// `IBAN`, `RIB` without an account.
    MissingBankAccount = "missing_bank_account", "A bank account is announced, and none was found near.";
    /// `cadastré` without a parcel.
    MissingLandParcel = "missing_land_parcel", "A land register is named, and no parcel was found near.";
    /// A person of the caller's facts.
    MissingPerson = "missing_person", "A person that the case's data name was not found in the text.";
    /// A term to keep or to remove.
    MissingTerm = "missing_term", "A term to keep or to remove was not found in the text.";
    /// Capitalised words that nothing explains.
    UnknownCapitals = "unknown_capitals", "Capitalised words that no rule and no dictionary explains; they stay readable.";
}

/// One thing a reader should look at. Spans are bytes of the original.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// Why.
    pub code: DoubtCode,
    /// Where, in order; empty for what was not found.
    pub spans: Vec<Span>,
    /// The entities concerned.
    pub entities: Vec<String>,
    /// The place in the caller's facts: `persons[2]`, `keep[0]`.
    pub fact: Option<String>,
    /// What to decide when the doubt is right; offsets are bytes.
    pub suggestion: Option<Ruling>,
}

/// The queue of one document on the wire. It holds no text.
#[derive(Debug, Serialize)]
pub struct QueueView<'q> {
    /// The document's id, when it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<&'q str>,
    /// [`seal`] of the original: goes into the review.
    pub original: String,
    /// The unit of every offset.
    pub offset_unit: OffsetUnit,
    /// By code, then in the order of the text.
    pub doubts: Vec<DoubtView<'q>>,
}

/// One doubt on the wire.
#[derive(Debug, Serialize)]
pub struct DoubtView<'q> {
    /// Why.
    pub code: DoubtCode,
    /// One sentence.
    pub reason: &'static str,
    /// Where: `[start, end]`, half-open.
    pub places: Vec<(u32, u32)>,
    /// The entities concerned.
    pub entities: &'q [String],
    /// The place in the caller's facts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fact: Option<&'q str>,
    /// A decision to copy into the review when the doubt is right.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suggestion: Option<Ruling>,
}

impl<'q> QueueView<'q> {
    /// Converts the doubts on `text` to `unit`; `sentence` gives the reasons' words. One pass over the text.
    ///
    /// # Panics
    /// When a doubt lies beyond the text.
    pub fn new(text: &str, doubts: &'q [Doubt], unit: OffsetUnit, sentence: impl Fn(DoubtCode) -> &'static str) -> Self {
        let table = OffsetTable::new(text, unit);
        let views = doubts.iter().map(|doubt| DoubtView {
            code: doubt.code,
            reason: sentence(doubt.code),
            places: doubt.spans.iter().map(|span| table.convert_span(*span)).collect(),
            entities: &doubt.entities,
            fact: doubt.fact.as_deref(),
            suggestion: doubt.suggestion.as_ref().map(|ruling| ruling.in_units(&table)),
        });
        Self { id: None, original: seal(text), offset_unit: unit, doubts: views.collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decisions_are_read_as_they_are_written() {
        for json in [
            r#"{"do":"accept","start":1,"end":2}"#,
            r#"{"do":"reject","start":1,"end":2,"all":true}"#,
            r#"{"do":"change","start":1,"end":2,"kind":"term"}"#,
            r#"{"do":"change","start":1,"end":2,"role":"judge","all":true}"#,
            r#"{"do":"link","start":1,"end":2,"with_start":3,"with_end":4}"#,
            r#"{"do":"unlink","start":1,"end":2}"#,
            r#"{"do":"add","start":1,"end":2,"kind":"person","role":"party"}"#,
        ] {
            let ruling: Ruling = serde_json::from_str(json).unwrap();
            assert_eq!(serde_json::to_string(&ruling).unwrap(), json);
        }
    }

    #[test]
    fn a_field_too_many_or_too_few_is_named() {
        for (json, message) in [
            (r#"{"do":"accept","start":1,"end":2,"kind":"term"}"#, "unknown field `kind` of `accept`"),
            (r#"{"do":"link","start":1,"end":2,"with_start":3}"#, "missing field `with_end` of `link`"),
            (r#"{"do":"add","start":1,"end":2}"#, "missing field `kind` of `add`"),
            (r#"{"do":"add","start":1,"kind":"term"}"#, "missing field `end`"),
            (r#"{"do":"accept","start":1,"end":2,"everywhere":true}"#, "unknown field `everywhere`"),
            (r#"{"do":"remove","start":1,"end":2}"#, "unknown variant `remove`"),
        ] {
            let error = serde_json::from_str::<Ruling>(json).unwrap_err().to_string();
            assert!(error.starts_with(message), "{error}");
        }
    }
}
