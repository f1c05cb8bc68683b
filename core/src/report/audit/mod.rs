//! The record of a run: what was found in each document, why, under which article and what became of it. No source text.
//!
//! One JSON object per line: the run, its documents, the end. Every line holds the hash of the line before and ends with its
//! own, the SHA-256 of all that stands before it in the line; so a line that is changed, removed, added or moved shows, and a
//! record without its end too. Whoever can write the file can also write a whole new one: the last hash, kept elsewhere,
//! tells the two apart.

mod check;
mod page;
mod tally;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::model::{Action, Confidence, Kind, OutSpan, Role, Warning};
use crate::text::{OffsetTable, OffsetUnit};

use super::review::{hex, seal};

pub use check::{Broken, Checked, check};
pub use page::page;
pub use tally::{DocumentRow, Tally};

/// The version of the lines' shape.
pub const FORMAT: u32 = 1;

/// What stands before the first line.
const ORIGIN: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// One line of the record, without its hashes.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(tag = "line", rename_all = "snake_case")]
pub enum Line {
    /// The first: what the run was done with.
    Run(Run),
    /// One document.
    Document(Entry),
    /// A document or line that was set aside.
    SetAside(SetAside),
    /// The last.
    End(End),
}

/// What a run was done with.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Run {
    /// [`FORMAT`].
    pub format: u32,
    /// The library's version.
    pub version: String,
    /// The date that the caller gives, `2026-11-28T09:00:00Z`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// The policy's name.
    pub policy: String,
    /// The bloc d'occultation in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bloc: Option<u8>,
    /// The SHA-256 of all the policy decides: two runs with the same one decide alike.
    pub policy_sha256: String,
    /// The version of the dictionaries.
    pub lexicon: String,
    /// How hidden words are replaced.
    pub style: String,
    /// True when replacements are kept in a ledger, and can be undone with it.
    pub ledger: bool,
}

/// What was found in one document and what became of it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Entry {
    /// The document's id.
    pub id: String,
    /// Of the original: [`seal`].
    pub original: String,
    /// Bytes of the original.
    pub bytes: usize,
    /// Of the pseudonymised text.
    pub result: String,
    /// Whether a reader's decisions were applied.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub reviewed: bool,
    /// Doubts that were left when it was recorded, when the caller asked for them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doubts: Option<usize>,
    /// What the leak check found, when the caller ran it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub findings: Option<usize>,
    /// The unit of every `start` and `end`.
    pub offset_unit: OffsetUnit,
    /// In the order of the text.
    pub spans: Vec<AuditSpan>,
    /// Codes of the warnings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<String>,
}

/// One span of the record.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AuditSpan {
    /// First unit of the original.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// What it is.
    pub kind: Kind,
    /// Whose name it is.
    pub role: Role,
    /// The same for all mentions of one person or datum of the document.
    pub entity: String,
    /// How sure the rules were.
    pub confidence: Confidence,
    /// What became of it.
    pub action: Action,
    /// Every rule that found it.
    pub rules: Vec<String>,
    /// Why a reader should look.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The article.
    pub basis: String,
}

/// What did not go through.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SetAside {
    /// The file.
    pub file: String,
    /// The line, in JSON Lines.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<usize>,
    /// What was wrong, without text.
    pub message: String,
}

/// How many lines the record has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct End {
    /// Documents that went through.
    pub documents: usize,
    /// Documents and lines that were set aside.
    pub set_aside: usize,
}

impl Entry {
    /// The entry of one document: `original` became `result` by `spans`. One pass over the texts.
    pub fn new(id: &str, original: &str, result: &str, spans: &[OutSpan], warnings: &[Warning], unit: OffsetUnit) -> Self {
        let table = OffsetTable::new(original, unit);
        let spans = spans.iter().map(|span| {
            let (start, end) = table.convert_span(span.span);
            AuditSpan {
                start,
                end,
                kind: span.kind,
                role: span.role,
                entity: span.entity.clone(),
                confidence: span.confidence,
                action: span.action,
                rules: span.rules.iter().map(|&rule| rule.to_owned()).collect(),
                reason: span.reason.map(str::to_owned),
                basis: span.basis.clone(),
            }
        });
        Self {
            id: id.to_owned(),
            original: seal(original),
            bytes: original.len(),
            result: seal(result),
            reviewed: false,
            doubts: None,
            findings: None,
            offset_unit: unit,
            spans: spans.collect(),
            warnings: warnings.iter().map(|warning| warning.code.to_owned()).collect(),
        }
    }
}

/// The growing record of a run.
///
/// ```
/// use huisclos::{CaseFacts, Engine, OffsetUnit};
/// use huisclos::report::audit::{Chain, Entry, Line, check};
/// let engine = Engine::builder().build()?;
/// let outcome = engine.detect("lea@courriel.example", &CaseFacts::default())?;
/// let entry = Entry::new("a", outcome.original(), &outcome.text(), &outcome.spans, &outcome.warnings, OffsetUnit::Char);
/// let (mut chain, first) = Chain::start(engine.audit_run())?;
/// let lines = [first, chain.link(Line::Document(entry))?, chain.end()?];
/// assert!(check(lines.iter().map(|line| line.as_bytes())).is_ok());
/// let removed = check([&lines[0], &lines[2]].map(|line| line.as_bytes())).unwrap_err();
/// assert_eq!(removed.line, 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Chain {
    last: String,
    end: End,
}

impl Chain {
    /// The chain and its first line.
    ///
    /// # Errors
    /// When the line cannot be written as JSON.
    pub fn start(run: Run) -> Result<(Self, String), serde_json::Error> {
        let mut chain = Self { last: ORIGIN.to_owned(), end: End { documents: 0, set_aside: 0 } };
        let first = chain.link(Line::Run(run))?;
        Ok((chain, first))
    }

    /// The next line, without a line's end.
    ///
    /// # Errors
    /// When the line cannot be written as JSON.
    pub fn link(&mut self, line: Line) -> Result<String, serde_json::Error> {
        #[derive(Serialize)]
        struct Linked<'l> {
            previous: &'l str,
            #[serde(flatten)]
            line: Line,
        }
        match line {
            Line::Document(_) => self.end.documents += 1,
            Line::SetAside(_) => self.end.set_aside += 1,
            Line::Run(_) | Line::End(_) => {}
        }
        let mut json = serde_json::to_string(&Linked { previous: &self.last, line })?;
        // The object is closed behind the hash of all before it.
        json.pop();
        self.last = hash(json.as_bytes());
        Ok(format!("{json}{HASH}{}\"}}", self.last))
    }

    /// The last line.
    ///
    /// # Errors
    /// When the line cannot be written as JSON.
    pub fn end(&mut self) -> Result<String, serde_json::Error> {
        let end = self.end.clone();
        self.link(Line::End(end))
    }

    /// The hash of the line written last, 64 hexadecimal digits: after [`Chain::end`], what to keep elsewhere.
    pub fn hash(&self) -> &str {
        &self.last
    }
}

/// What stands between a line's content and its hash.
const HASH: &str = ",\"hash\":\"";

fn hash(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}
