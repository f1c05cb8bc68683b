use serde::Deserialize;

use super::{End, FORMAT, HASH, Line, ORIGIN, hash};

/// A whole record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// Documents that went through.
    pub documents: usize,
    /// Documents and lines that were set aside.
    pub set_aside: usize,
    /// The last hash: compare it with the one that the run printed.
    pub hash: String,
}

/// Where a record is broken. The message holds no text of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The line, counted from 1; one past the last when the end is missing.
    pub line: usize,
    /// What is wrong.
    pub what: &'static str,
}

impl std::fmt::Display for Broken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "line {}: {}", self.line, self.what)
    }
}

impl std::error::Error for Broken {}

/// Checks the lines of a record, without their ends. Holds one line at a time.
///
/// # Errors
/// The first place where the record is broken.
pub fn check<B: AsRef<[u8]>>(lines: impl IntoIterator<Item = B>) -> Result<Checked, Broken> {
    let mut checker = Checker::default();
    for line in lines {
        checker.line(line.as_ref())?;
    }
    checker.finish()
}

/// What a reader of a record goes through, line by line.
#[derive(Debug)]
pub(crate) struct Checker {
    last: String,
    seen: End,
    number: usize,
    ended: bool,
}

impl Default for Checker {
    fn default() -> Self {
        Self { last: ORIGIN.to_owned(), seen: End { documents: 0, set_aside: 0 }, number: 0, ended: false }
    }
}

#[derive(Deserialize)]
struct Linked {
    previous: String,
    hash: String,
    #[serde(flatten)]
    line: Line,
}

impl Checker {
    /// The line's content, when it fits.
    pub(crate) fn line(&mut self, line: &[u8]) -> Result<Line, Broken> {
        self.number += 1;
        let number = self.number;
        let broken = |what| Broken { line: number, what };
        let at = line.windows(HASH.len()).rposition(|window| window == HASH.as_bytes()).ok_or_else(|| broken("it holds no hash: this is no line of a record"))?;
        let read: Linked = serde_json::from_slice(line).map_err(|_| broken("it cannot be read: it was changed, or written by another version"))?;
        if hash(&line[..at]) != read.hash {
            return Err(broken("it was changed: its hash does not fit it"));
        }
        if read.previous != self.last {
            return Err(broken("a line before it was removed, added or moved: it does not follow the line before"));
        }
        match &read.line {
            Line::Run(run) if number != 1 || run.format != FORMAT => return Err(broken("the head of a run stands once, at the start, in format 1")),
            _ if number == 1 && !matches!(read.line, Line::Run(_)) => return Err(broken("the head of the run is missing")),
            _ if self.ended => return Err(broken("it stands after the end")),
            Line::Document(_) => self.seen.documents += 1,
            Line::SetAside(_) => self.seen.set_aside += 1,
            Line::End(end) if *end != self.seen => return Err(broken("the end counts other lines than there are")),
            Line::End(_) => self.ended = true,
            Line::Run(_) => {}
        }
        self.last = read.hash;
        Ok(read.line)
    }

    pub(crate) fn finish(self) -> Result<Checked, Broken> {
        if !self.ended {
            return Err(Broken { line: self.number + 1, what: "the end is missing: the run was cut short, or lines were removed" });
        }
        Ok(Checked { documents: self.seen.documents, set_aside: self.seen.set_aside, hash: self.last })
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Chain, Entry, Run, SetAside};
    use super::*;
    use crate::text::OffsetUnit;

    fn record() -> Vec<String> {
        let run = Run {
            format: FORMAT,
            version: "1".into(),
            date: None,
            policy: "p".into(),
            bloc: None,
            policy_sha256: "x".into(),
            lexicon: "l".into(),
            style: "court".into(),
            ledger: false,
        };
        let (mut chain, first) = Chain::start(run).unwrap();
        let mut lines = vec![first];
        for id in ["a", "b", "c"] {
            lines.push(chain.link(Line::Document(Entry::new(id, "x", "y", &[], &[], OffsetUnit::Char))).unwrap());
        }
        lines.push(chain.link(Line::SetAside(SetAside { file: "f".into(), at: Some(2), message: "m \"hash\":\"".into() })).unwrap());
        lines.push(chain.end().unwrap());
        lines
    }

    #[test]
    fn a_whole_record_passes() {
        let checked = check(record()).unwrap();
        assert_eq!((checked.documents, checked.set_aside, checked.hash.len()), (3, 1, 64));
    }

    #[test]
    fn whatever_is_changed_shows() {
        let whole = record();
        for at in 0..whole.len() {
            let mut lines = whole.clone();
            lines.remove(at);
            assert!(check(&lines).is_err(), "line {at} removed");
            let mut lines = whole.clone();
            lines.insert(at, whole[at].clone());
            assert!(check(&lines).is_err(), "line {at} doubled");
            // Any one byte.
            for byte in 0..whole[at].len() {
                let mut line = whole[at].clone().into_bytes();
                line[byte] ^= 1;
                let lines = whole.iter().enumerate().map(|(n, known)| if n == at { line.clone() } else { known.clone().into_bytes() });
                assert!(check(lines).is_err(), "line {at} byte {byte}");
            }
        }
        let mut moved = whole.clone();
        moved.swap(1, 2);
        assert_eq!(check(&moved).unwrap_err().line, 2);
        let mut longer = whole.clone();
        longer.push(whole[1].clone());
        assert!(check(&longer).is_err());
        assert_eq!(check(Vec::<String>::new()).unwrap_err().line, 1);
    }
}
