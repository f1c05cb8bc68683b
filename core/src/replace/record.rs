//! The way back: what a pseudonymised text held before, byte for byte.

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroize;

use super::key::hex;
use super::{Digest, Ledger};
use crate::error::Error;
use crate::text::Span;

/// The SHA-256 of a text: how a record finds its document.
///
/// ```
/// assert_ne!(huisclos::replace::fingerprint("[K]"), huisclos::replace::fingerprint("[K] "));
/// ```
pub fn fingerprint(text: &str) -> Digest {
    Sha256::digest(text.as_bytes()).into()
}

/// What was replaced in one document. It holds original words: a secret, wiped from memory when it goes; `Debug` shows counts.
///
/// ```
/// use huisclos::{Span, replace::Record};
/// let (original, output) = ("M. Zoé RÉ plaide", "M. [K] plaide");
/// let record = Record::new(original, output, &[(Span::new(3, 11), "[K]")]);
/// assert_eq!(record.restore(output)?, original);
/// assert!(record.restore("M. [K] plaida").unwrap_err().is_ledger());
/// # Ok::<(), huisclos::Error>(())
/// ```
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    output: Digest,
    original: Digest,
    edits: Vec<Held>,
}

/// One replacement: where it stands in the pseudonymised text, and the words it stands for.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Held {
    start: u32,
    end: u32,
    words: String,
}

impl Drop for Held {
    fn drop(&mut self) {
        self.words.zeroize();
    }
}

impl std::fmt::Debug for Record {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Record").field("output", &hex(&self.output[..8])).field("edits", &self.edits.len()).finish_non_exhaustive()
    }
}

impl Record {
    /// The record of the edits, sorted and disjoint spans of `original`, that made `output`. Linear in the texts.
    pub fn new(original: &str, output: &str, edits: &[(Span, &str)]) -> Self {
        let (mut end, mut from) = (0, 0);
        let held = edits.iter().map(|(span, replacement)| {
            let start = end + span.start - from;
            (end, from) = (start + replacement.len() as u32, span.end);
            Held { start, end, words: span.of(original).to_owned() }
        });
        Self { edits: held.collect(), output: fingerprint(output), original: fingerprint(original) }
    }

    /// The [`fingerprint`] of the pseudonymised text.
    pub const fn fingerprint(&self) -> Digest {
        self.output
    }

    /// The original of `output`, byte for byte. Linear in the text.
    ///
    /// # Errors
    /// When `output` is not the very text this record was made with, or the record is damaged.
    pub fn restore(&self, output: &str) -> Result<String, Error> {
        if fingerprint(output) != self.output {
            return Err(Error::ledger("the text is not the one this record was made with: restore the file as it was written"));
        }
        let mut original = String::with_capacity(output.len());
        let mut from = 0;
        for held in &self.edits {
            let (start, end) = (held.start as usize, held.end as usize);
            let between = (start <= end && output.is_char_boundary(end)).then(|| output.get(from..start)).flatten().ok_or_else(damaged)?;
            original.push_str(between);
            original.push_str(&held.words);
            from = end;
        }
        original.push_str(output.get(from..).ok_or_else(damaged)?);
        if fingerprint(&original) == self.original { Ok(original) } else { Err(damaged()) }
    }
}

/// The original of `output`, from the record that `ledger` kept of it.
///
/// # Errors
/// When the ledger has no record of this very text, or cannot be read.
///
/// ```
/// use huisclos::replace::{Ledger, Memory, Record, restore};
/// use huisclos::Span;
/// let mut ledger = Memory::default();
/// ledger.keep(Record::new("Zoé", "[K]", &[(Span::new(0, 4), "[K]")]))?;
/// assert_eq!(restore(&mut ledger, "[K]")?, "Zoé");
/// assert!(restore(&mut ledger, "[K]\n").unwrap_err().is_ledger());
/// # Ok::<(), huisclos::Error>(())
/// ```
pub fn restore(ledger: &mut dyn Ledger, output: &str) -> Result<String, Error> {
    let record = ledger.record(&fingerprint(output))?;
    let record = record.ok_or_else(|| {
        Error::ledger("the ledger does not know this text: restore the file exactly as it was written, with the ledger of that run")
    })?;
    record.restore(output)
}

fn damaged() -> Error {
    Error::ledger("the record of this text is damaged: nothing was restored; take the ledger from a copy")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_side_by_side_and_longer_or_shorter_words_come_back() {
        let original = "d’Élise, « ROUX\n»Léa";
        let edits = [(Span::new(0, 4), "de "), (Span::new(4, 10), "[K]"), (Span::new(15, 19), "[Personne 7]"), (Span::new(22, 26), "█")];
        let mut output = String::new();
        let mut from = 0;
        for (span, replacement) in edits {
            output += &original[from..span.start as usize];
            output += replacement;
            from = span.end as usize;
        }
        output += &original[from..];
        assert_eq!(Record::new(original, &output, &edits).restore(&output).unwrap(), original);
    }

    #[test]
    fn a_damaged_record_restores_nothing() {
        let record = Record::new("Léa", "[K]", &[(Span::new(0, 4), "[K]")]);
        let json = serde_json::to_string(&record).unwrap();
        for wrong in [json.replace("Léa", "Luc"), json.replace("\"end\":3", "\"end\":9"), json.replace("\"start\":0", "\"start\":4")] {
            assert_ne!(wrong, json);
            let error = serde_json::from_str::<Record>(&wrong).unwrap().restore("[K]").unwrap_err();
            assert!(error.is_ledger() && !error.to_string().contains("Léa"));
        }
        assert!(!format!("{record:?}").contains("Léa"));
    }
}
