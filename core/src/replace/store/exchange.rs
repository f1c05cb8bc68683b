//! A ledger as JSON Lines, to carry it to another machine. Its last line counts the others: half an export is refused.

use std::io::{BufRead, Write};

use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};

use super::super::key::hex;
use super::{FileLedger, at};
use crate::error::Error;
use crate::replace::Ledger;

/// One line of an export.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum Line {
    Ledger { version: u32, check_value: String },
    Pseudonym { identity: String, pseudonym: String },
    Number { series: String, last: u64 },
    Record { output: String, sealed: String },
    End { lines: u64 },
}

impl FileLedger {
    /// Writes the whole ledger as JSON Lines, for another machine. Records stay sealed; seal the whole as well.
    ///
    /// # Errors
    /// When the file cannot be read, or `out` not be written.
    pub fn export(&mut self, out: &mut dyn Write) -> Result<(), Error> {
        let path = self.path.clone();
        let check_value = self.key.check_value();
        // One reading of the file: what others write meanwhile is not half there.
        let reading = self.file.transaction().map_err(|error| at(&path, error))?;
        let mut lines = 0;
        let mut line = |line: &Line| -> Result<(), Error> {
            serde_json::to_writer(&mut *out, line).map_err(|error| at(&path, error))?;
            lines += 1;
            out.write_all(b"\n").map_err(|error| at(&path, error))
        };
        line(&Line::Ledger { version: 1, check_value })?;
        let read = |sql: &str, each: &mut dyn FnMut(&rusqlite::Row) -> rusqlite::Result<Line>, line: &mut dyn FnMut(&Line) -> Result<(), Error>| {
            let mut statement = reading.prepare(sql).map_err(|error| at(&path, error))?;
            let rows = statement.query_map([], |row| each(row)).map_err(|error| at(&path, error))?;
            for row in rows {
                line(&row.map_err(|error| at(&path, error))?)?;
            }
            Ok::<(), Error>(())
        };
        read("SELECT identity, pseudonym FROM pseudonyms ORDER BY identity", &mut |row| Ok(Line::Pseudonym { identity: hex(&row.get::<_, Vec<u8>>(0)?), pseudonym: row.get(1)? }), &mut line)?;
        read("SELECT series, last FROM numbers ORDER BY series", &mut |row| Ok(Line::Number { series: row.get(0)?, last: row.get(1)? }), &mut line)?;
        read("SELECT output, sealed FROM records ORDER BY output", &mut |row| Ok(Line::Record { output: hex(&row.get::<_, Vec<u8>>(0)?), sealed: hex(&row.get::<_, Vec<u8>>(1)?) }), &mut line)?;
        let end = Line::End { lines };
        serde_json::to_writer(&mut *out, &end).map_err(|error| at(&path, error))?;
        out.write_all(b"\n").map_err(|error| at(&path, error))
    }

    /// Takes in an export made with the same key; what it says again changes nothing.
    ///
    /// # Errors
    /// When the export is of another key, not whole, or gives somebody another pseudonym than this ledger does: then
    /// nothing is taken in.
    pub fn import(&mut self, from: &mut dyn BufRead) -> Result<(), Error> {
        self.begin()?;
        let result = self.take_in(from);
        if result.is_ok() { self.commit() } else {
            self.abandon();
            result
        }
    }

    fn take_in(&self, from: &mut dyn BufRead) -> Result<(), Error> {
        let wrong = |number: u64, what: &str| Error::ledger(format!("export, line {number}: {what}"));
        let mut whole = false;
        for (number, line) in (1..).zip(from.lines()) {
            let line = line.map_err(|error| wrong(number, &error.to_string()))?;
            let line: Line = serde_json::from_str(&line).map_err(|_| wrong(number, "this is no line of a ledger's export: make it again"))?;
            let written = match line {
                _ if whole => return Err(wrong(number, "something stands behind the end: make the export again")),
                Line::Ledger { check_value, version: 1 } if number == 1 => {
                    if check_value != self.key.check_value() {
                        return Err(Error::key("the export was made with another key: give that key"));
                    }
                    continue;
                }
                _ if number == 1 => return Err(wrong(number, "this is no ledger's export of this version")),
                Line::End { lines } if lines == number - 1 => {
                    whole = true;
                    continue;
                }
                Line::Ledger { .. } | Line::End { .. } => return Err(wrong(number, "lines are missing: make the export again")),
                Line::Pseudonym { identity, pseudonym } => {
                    let identity = bytes(&identity).ok_or_else(|| wrong(number, "no identity"))?;
                    self.file.execute("INSERT OR IGNORE INTO pseudonyms VALUES (?1, ?2)", params![identity, pseudonym]).map_err(|error| self.failed(error))?;
                    let known = self.file.query_row("SELECT pseudonym FROM pseudonyms WHERE identity = ?1", [&identity], |row| row.get::<_, String>(0)).optional();
                    if known.map_err(|error| self.failed(error))? != Some(pseudonym) {
                        return Err(wrong(number, "the two ledgers disagree on somebody's pseudonym: import into a new ledger"));
                    }
                    continue;
                }
                Line::Number { series, last } => {
                    let merge = "INSERT INTO numbers VALUES (?1, ?2) ON CONFLICT (series) DO UPDATE SET last = max(last, excluded.last)";
                    self.file.execute(merge, params![series, last])
                }
                Line::Record { output, sealed } => {
                    let both = bytes(&output).zip(bytes(&sealed)).ok_or_else(|| wrong(number, "no record"))?;
                    self.file.execute("INSERT OR IGNORE INTO records VALUES (?1, ?2)", params![both.0, both.1])
                }
            };
            written.map_err(|error| self.failed(error))?;
        }
        if whole { Ok(()) } else { Err(Error::ledger("the export has no end: make it again")) }
    }
}

fn bytes(hex: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> = hex.chars().map(|c| c.to_digit(16).map(|digit| digit as u8)).collect();
    digits.filter(|digits| digits.len() % 2 == 0).map(|digits| digits.chunks(2).map(|pair| pair[0] << 4 | pair[1]).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::replace::{Key, Record, restore};
    use crate::text::Span;

    fn record() -> Record {
        Record::new("Mme Zoé MARTEL", "Mme [K]", &[(Span::new(4, 15), "[K]")])
    }

    #[test]
    fn an_export_comes_whole_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let key = Key::new([1; 32]);
        let make = |name: &str| FileLedger::create(&folder.path().join(name), &key).unwrap();
        let mut first = make("a");
        first.claim(&[1; 32], "[Personne 1]").unwrap();
        first.number("Personne").unwrap();
        first.keep(record()).unwrap();
        let mut export = Vec::new();
        first.export(&mut export).unwrap();
        assert!(!String::from_utf8(export.clone()).unwrap().contains("MARTEL"));

        let mut second = make("b");
        second.import(&mut export.as_slice()).unwrap();
        second.import(&mut export.as_slice()).unwrap();
        assert_eq!(second.counts().unwrap(), (1, 1));
        assert_eq!(restore(&mut second, "Mme [K]").unwrap(), "Mme Zoé MARTEL");
        assert_eq!(second.number("Personne").unwrap(), 2);
        second.abandon();

        let lines: Vec<&[u8]> = export.split_inclusive(|b| *b == b'\n').collect();
        let mut third = make("c");
        for broken in [lines[..lines.len() - 1].concat(), [&lines[..1], &lines[2..]].concat().concat(), lines[1..].concat(), Vec::new()] {
            assert!(third.import(&mut broken.as_slice()).unwrap_err().is_ledger());
            assert_eq!(third.counts().unwrap(), (0, 0));
        }
        let mut fourth = make("d");
        fourth.claim(&[3; 32], "[Personne 1]").unwrap();
        fourth.keep(Record::new("x", "x", &[])).unwrap();
        assert!(fourth.import(&mut export.as_slice()).unwrap_err().to_string().contains("new ledger"));
        let mut other = FileLedger::create(&folder.path().join("e"), &Key::new([2; 32])).unwrap();
        assert!(other.import(&mut export.as_slice()).unwrap_err().is_key());
    }
}
