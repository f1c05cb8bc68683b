//! Who has which pseudonym, over the documents of a case file or of a corpus.
//!
//! A ledger holds no name: identities are digests under the caller's key, and the records that lead back to the originals
//! are the caller's secret. What one identity is, [`Bearer::identity`](super::Bearer::identity) says.

use std::collections::BTreeMap;

use super::{Digest, Record};
use crate::error::Error;

/// Where pseudonyms are kept. A document's claims and its record come together: [`Ledger::keep`] ends them.
pub trait Ledger: Send {
    /// Takes the check value of the key in force, or refuses when the ledger was made with another key.
    ///
    /// # Errors
    /// With [`Error::is_key`] when it is another key.
    fn bind(&mut self, check_value: &str) -> Result<(), Error>;

    /// The pseudonym of an identity.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    fn get(&mut self, identity: &Digest) -> Result<Option<String>, Error>;

    /// Gives `pseudonym` to an identity that has none; false when another one has it.
    ///
    /// # Errors
    /// When the ledger cannot be written.
    fn claim(&mut self, identity: &Digest, pseudonym: &str) -> Result<bool, Error>;

    /// The next number of a series, counted from 1.
    ///
    /// # Errors
    /// When the ledger cannot be written.
    fn number(&mut self, series: &str) -> Result<u64, Error>;

    /// Ends a document: its claims last, and its record leads back from its pseudonymised text.
    ///
    /// # Errors
    /// When the ledger cannot be written; then nothing of the document lasts.
    fn keep(&mut self, record: Record) -> Result<(), Error>;

    /// Takes back everything since the last [`Ledger::keep`].
    fn abandon(&mut self);

    /// The record of the pseudonymised text with this [`fingerprint`](super::fingerprint).
    ///
    /// # Errors
    /// When the ledger cannot be read.
    fn record(&mut self, fingerprint: &Digest) -> Result<Option<Record>, Error>;
}

/// A ledger in memory: it lasts as long as the engine that holds it. `Debug` shows counts.
///
/// ```
/// use huisclos::replace::{Key, Ledger, Memory};
/// let mut ledger = Memory::default();
/// assert!(ledger.claim(&[1; 32], "[Personne 1]")?);
/// assert!(!ledger.claim(&[2; 32], "[Personne 1]")?);
/// assert_eq!(ledger.get(&[1; 32])?.as_deref(), Some("[Personne 1]"));
/// # Ok::<(), huisclos::Error>(())
/// ```
#[derive(Clone, Default)]
pub struct Memory {
    check_value: Option<String>,
    pseudonyms: BTreeMap<Digest, String>,
    holders: BTreeMap<String, Digest>,
    numbers: BTreeMap<String, u64>,
    records: BTreeMap<Digest, Record>,
    /// What the document in hand claimed, and the numbers as they were before it.
    open: Vec<Digest>,
    numbers_before: BTreeMap<String, u64>,
}

impl std::fmt::Debug for Memory {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Memory").field("pseudonyms", &self.pseudonyms.len()).field("records", &self.records.len()).finish_non_exhaustive()
    }
}

/// The error of a key that is not the one a ledger was made with.
pub(super) fn other_key() -> Error {
    Error::key("the key is not the one this ledger was made with: give that key, or start another ledger")
}

impl Ledger for Memory {
    fn bind(&mut self, check_value: &str) -> Result<(), Error> {
        let known = self.check_value.get_or_insert_with(|| check_value.to_owned());
        if known == check_value { Ok(()) } else { Err(other_key()) }
    }

    fn get(&mut self, identity: &Digest) -> Result<Option<String>, Error> {
        Ok(self.pseudonyms.get(identity).cloned())
    }

    fn claim(&mut self, identity: &Digest, pseudonym: &str) -> Result<bool, Error> {
        if self.holders.contains_key(pseudonym) {
            return Ok(false);
        }
        self.holders.insert(pseudonym.to_owned(), *identity);
        self.pseudonyms.insert(*identity, pseudonym.to_owned());
        self.open.push(*identity);
        Ok(true)
    }

    fn number(&mut self, series: &str) -> Result<u64, Error> {
        let number = self.numbers.entry(series.to_owned()).or_default();
        self.numbers_before.entry(series.to_owned()).or_insert(*number);
        *number += 1;
        Ok(*number)
    }

    fn keep(&mut self, record: Record) -> Result<(), Error> {
        self.records.insert(record.fingerprint(), record);
        self.open.clear();
        self.numbers_before.clear();
        Ok(())
    }

    fn abandon(&mut self) {
        for identity in std::mem::take(&mut self.open) {
            if let Some(pseudonym) = self.pseudonyms.remove(&identity) {
                self.holders.remove(&pseudonym);
            }
        }
        self.numbers.extend(std::mem::take(&mut self.numbers_before));
    }

    fn record(&mut self, fingerprint: &Digest) -> Result<Option<Record>, Error> {
        Ok(self.records.get(fingerprint).cloned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_given_up_leaves_nothing() {
        let mut ledger = Memory::default();
        assert_eq!(ledger.number("p").unwrap(), 1);
        assert!(ledger.claim(&[1; 32], "a").unwrap());
        ledger.keep(Record::new("x", "y", &[])).unwrap();
        assert_eq!(ledger.number("p").unwrap(), 2);
        assert!(ledger.claim(&[2; 32], "b").unwrap());
        ledger.abandon();
        assert_eq!(ledger.number("p").unwrap(), 2);
        assert!(ledger.claim(&[3; 32], "b").unwrap() && !ledger.claim(&[3; 32], "a").unwrap());
    }

    #[test]
    fn another_key_is_refused() {
        let mut ledger = Memory::default();
        ledger.bind("00").unwrap();
        ledger.bind("00").unwrap();
        let error = ledger.bind("11").unwrap_err();
        assert!(error.is_key() && error.to_string().contains("ledger"));
    }
}
