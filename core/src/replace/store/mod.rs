//! A ledger in a file of `SQLite`, for a corpus larger than memory and for runs that follow each other.
//!
//! One document is one transaction in a write-ahead log: a process that is killed leaves whole documents only. While one
//! document is written, other processes read, and other writers wait. The file holds digests of identities under the key,
//! pseudonyms, and records sealed with XChaCha20-Poly1305 under a key drawn from the same one: no name can be read without it.

mod exchange;

use std::path::{Path, PathBuf};
use std::time::Duration;

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use rusqlite::{Connection, OpenFlags, OptionalExtension, params};
use zeroize::Zeroizing;

use super::ledger::other_key;
use super::{Digest, Key, Ledger, Record};
use crate::error::Error;

/// `huis` in the file's header: another `SQLite` file is refused.
const APPLICATION: i32 = 0x6875_6973;
const SCHEMA: &str = "
    CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE pseudonyms (identity BLOB PRIMARY KEY, pseudonym TEXT NOT NULL UNIQUE) WITHOUT ROWID;
    CREATE TABLE numbers (series TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE records (output BLOB PRIMARY KEY, sealed BLOB NOT NULL);
";
/// How long a writer waits for another one's document.
const PATIENCE: Duration = Duration::from_secs(30);

/// A ledger in a file. `Debug` shows its path.
///
/// ```
/// use huisclos::replace::{FileLedger, Key, Ledger};
/// let folder = tempfile::tempdir().unwrap();
/// let (path, key) = (folder.path().join("case.ledger"), Key::new([1; 32]));
/// let mut ledger = FileLedger::create(&path, &key)?;
/// assert!(ledger.claim(&[9; 32], "[Personne 1]")?);
/// ledger.abandon();
/// assert!(FileLedger::open(&path, &Key::new([2; 32])).unwrap_err().is_key());
/// assert_eq!(FileLedger::open(&path, &key)?.get(&[9; 32])?, None);
/// # Ok::<(), huisclos::Error>(())
/// ```
pub struct FileLedger {
    path: PathBuf,
    file: Connection,
    key: Key,
    open: bool,
}

impl std::fmt::Debug for FileLedger {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FileLedger").field("path", &self.path).finish_non_exhaustive()
    }
}

impl FileLedger {
    /// Opens the ledger at `path`, or makes a new one, which its owner alone may read.
    ///
    /// # Errors
    /// When the file is no ledger, cannot be opened, or was made with another key ([`Error::is_key`]).
    pub fn create(path: &Path, key: &Key) -> Result<Self, Error> {
        let mut options = std::fs::OpenOptions::new();
        options.append(true).create(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(path).map_err(|error| at(path, error))?;
        let file = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX).map_err(|error| at(path, error))?;
        let mut ledger = Self { path: path.to_owned(), file, key: key.clone(), open: false };
        ledger.prepare().map_err(|error| at(path, error))?;
        ledger.known()?;
        Ok(ledger)
    }

    /// Opens the ledger at `path`, to read and to write; there must be one.
    ///
    /// # Errors
    /// As [`FileLedger::create`], and when there is no file.
    pub fn open(path: &Path, key: &Key) -> Result<Self, Error> {
        std::fs::metadata(path).map_err(|error| at(path, error))?;
        Self::create(path, key)
    }

    fn prepare(&mut self) -> rusqlite::Result<()> {
        self.file.busy_timeout(PATIENCE)?;
        let application: i32 = self.file.query_row("PRAGMA application_id", [], |row| row.get(0))?;
        if application != 0 {
            // Another program's file is told by `known`.
            return self.file.pragma_update(None, "synchronous", "FULL");
        }
        self.file.pragma_update(None, "journal_mode", "WAL")?;
        self.file.pragma_update(None, "synchronous", "FULL")?;
        let making = self.file.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        // Another process may have been faster, and a file with tables is another program's.
        let tables: u32 = making.query_row("SELECT count(*) FROM sqlite_master", [], |row| row.get(0))?;
        if tables == 0 {
            making.pragma_update(None, "application_id", APPLICATION)?;
            making.execute_batch(SCHEMA)?;
            making.execute("INSERT INTO meta VALUES ('version', '1'), ('check', ?1)", [self.key.check_value()])?;
        }
        making.commit()
    }

    /// Refuses another program's file, another version and another key.
    fn known(&self) -> Result<(), Error> {
        let application: i32 = self.file.query_row("PRAGMA application_id", [], |row| row.get(0)).map_err(|error| self.failed(error))?;
        if application != APPLICATION {
            return Err(Error::ledger(format!("{}: this is no ledger, but another program's file: give another path", self.path.display())));
        }
        let meta = |name: &str| self.file.query_row("SELECT value FROM meta WHERE name = ?1", [name], |row| row.get::<_, String>(0));
        if meta("version").map_err(|error| self.failed(error))? != "1" {
            return Err(Error::ledger(format!("{}: a newer version of huisclos made this ledger: use that version", self.path.display())));
        }
        if meta("check").map_err(|error| self.failed(error))? == self.key.check_value() { Ok(()) } else { Err(other_key()) }
    }

    fn failed(&self, error: rusqlite::Error) -> Error {
        at(&self.path, error)
    }

    /// Opens the document's transaction at its first question: what it reads, nobody changes before it writes.
    fn begin(&mut self) -> Result<&Connection, Error> {
        if !self.open {
            self.file.execute_batch("BEGIN IMMEDIATE").map_err(|error| self.failed(error))?;
            self.open = true;
        }
        Ok(&self.file)
    }

    fn commit(&mut self) -> Result<(), Error> {
        if std::mem::take(&mut self.open) {
            self.file.execute_batch("COMMIT").map_err(|error| {
                let _ = self.file.execute_batch("ROLLBACK");
                at(&self.path, error)
            })?;
        }
        Ok(())
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&self.key.digest("seal", &[]).into())
    }

    /// The record in its sealed form: the nonce, drawn from key and content, then the cipher's text.
    fn sealed(&self, record: &Record) -> Result<Vec<u8>, Error> {
        let plain = Zeroizing::new(serde_json::to_vec(record).map_err(|error| at(&self.path, error))?);
        let nonce = self.key.digest("nonce", &[&plain]);
        let (nonce, _) = nonce.split_at(24);
        let nonce = XNonce::try_from(nonce).map_err(|error| at(&self.path, error))?;
        let payload = Payload { msg: &plain, aad: &record.fingerprint() };
        let text = self.cipher().encrypt(&nonce, payload).map_err(|error| at(&self.path, error))?;
        Ok([nonce.as_slice(), &text].concat())
    }

    fn unsealed(&self, output: &Digest, sealed: &[u8]) -> Result<Record, Error> {
        let damaged = || Error::ledger(format!("{}: a record is damaged: take the ledger from a copy", self.path.display()));
        let (nonce, text) = sealed.split_at_checked(24).ok_or_else(damaged)?;
        let nonce = XNonce::try_from(nonce).map_err(|_| damaged())?;
        let plain = self.cipher().decrypt(&nonce, Payload { msg: text, aad: output }).map_err(|_| damaged())?;
        serde_json::from_slice(&Zeroizing::new(plain)).map_err(|_| damaged())
    }

    /// Number of pseudonyms and of records.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn counts(&self) -> Result<(u64, u64), Error> {
        let count = |table: &str| self.file.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0));
        let both = count("pseudonyms").and_then(|pseudonyms| Ok((pseudonyms, count("records")?)));
        both.map_err(|error| self.failed(error))
    }
}

fn at(path: &Path, error: impl std::fmt::Display) -> Error {
    Error::ledger(format!("ledger {}: {error}", path.display()))
}

impl Ledger for FileLedger {
    fn bind(&mut self, check_value: &str) -> Result<(), Error> {
        if check_value == self.key.check_value() { Ok(()) } else { Err(other_key()) }
    }

    fn get(&mut self, identity: &Digest) -> Result<Option<String>, Error> {
        let read = |file: &Connection| {
            let mut statement = file.prepare_cached("SELECT pseudonym FROM pseudonyms WHERE identity = ?1")?;
            statement.query_row([identity], |row| row.get(0)).optional()
        };
        read(self.begin()?).map_err(|error| self.failed(error))
    }

    fn claim(&mut self, identity: &Digest, pseudonym: &str) -> Result<bool, Error> {
        let write = |file: &Connection| {
            let mut statement = file.prepare_cached("INSERT INTO pseudonyms VALUES (?1, ?2) ON CONFLICT (pseudonym) DO NOTHING")?;
            statement.execute(params![identity, pseudonym])
        };
        write(self.begin()?).map(|rows| rows == 1).map_err(|error| self.failed(error))
    }

    fn number(&mut self, series: &str) -> Result<u64, Error> {
        let write = |file: &Connection| {
            let mut statement = file.prepare_cached("INSERT INTO numbers VALUES (?1, 1) ON CONFLICT (series) DO UPDATE SET last = last + 1 RETURNING last")?;
            statement.query_row([series], |row| row.get(0))
        };
        write(self.begin()?).map_err(|error| self.failed(error))
    }

    fn keep(&mut self, record: Record) -> Result<(), Error> {
        let sealed = self.sealed(&record)?;
        let write = |file: &Connection| {
            let mut statement = file.prepare_cached("INSERT OR REPLACE INTO records VALUES (?1, ?2)")?;
            statement.execute(params![record.fingerprint(), sealed])
        };
        write(self.begin()?).map_err(|error| self.failed(error))?;
        self.commit()
    }

    fn abandon(&mut self) {
        if std::mem::take(&mut self.open) {
            // A transaction that SQLite ended itself cannot be rolled back again.
            let _ = self.file.execute_batch("ROLLBACK");
        }
    }

    fn record(&mut self, fingerprint: &Digest) -> Result<Option<Record>, Error> {
        let read = self.file.query_row("SELECT sealed FROM records WHERE output = ?1", [fingerprint], |row| row.get::<_, Vec<u8>>(0)).optional();
        let sealed = read.map_err(|error| self.failed(error))?;
        sealed.map(|sealed| self.unsealed(fingerprint, &sealed)).transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    fn record() -> Record {
        Record::new("Mme Zoé MARTEL", "Mme [K]", &[(Span::new(4, 15), "[K]")])
    }

    #[test]
    fn what_is_kept_is_there_in_another_run_and_no_name_is_in_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let (path, key) = (folder.path().join("l"), Key::new([1; 32]));
        {
            let mut ledger = FileLedger::create(&path, &key).unwrap();
            assert!(ledger.claim(&[1; 32], "[Personne 1]").unwrap());
            assert_eq!(ledger.number("Personne").unwrap(), 1);
            ledger.keep(record()).unwrap();
            assert!(!ledger.claim(&[2; 32], "[Personne 1]").unwrap());
            assert!(ledger.claim(&[2; 32], "[Personne 2]").unwrap());
        }
        let mut ledger = FileLedger::open(&path, &key).unwrap();
        assert_eq!(ledger.get(&[1; 32]).unwrap().as_deref(), Some("[Personne 1]"));
        assert_eq!(ledger.get(&[2; 32]).unwrap(), None, "never kept");
        assert_eq!(ledger.number("Personne").unwrap(), 2);
        ledger.abandon();
        assert_eq!(super::super::restore(&mut ledger, "Mme [K]").unwrap(), "Mme Zoé MARTEL");
        drop(ledger);
        for file in std::fs::read_dir(folder.path()).unwrap() {
            let bytes = std::fs::read(file.unwrap().path()).unwrap();
            assert!(!bytes.windows(6).any(|window| window == b"MARTEL"));
        }
    }

    #[test]
    fn other_keys_and_other_files_are_refused_by_name() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("l");
        let key = Key::new([1; 32]);
        FileLedger::create(&path, &key).unwrap();
        assert!(FileLedger::create(&path, &Key::new([2; 32])).unwrap_err().is_key());
        assert!(FileLedger::open(&folder.path().join("none"), &key).unwrap_err().to_string().contains("none"));
        let text = folder.path().join("notes.txt");
        std::fs::write(&text, "x".repeat(2000)).unwrap();
        let other = folder.path().join("other.db");
        Connection::open(&other).unwrap().execute_batch("CREATE TABLE mine (x)").unwrap();
        for file in [text, other] {
            let error = FileLedger::create(&file, &key).unwrap_err();
            assert!(error.is_ledger() && error.to_string().contains(file.file_name().unwrap().to_str().unwrap()), "{error}");
        }
    }

    #[test]
    fn readers_read_while_one_writes() {
        let folder = tempfile::tempdir().unwrap();
        let (path, key) = (folder.path().join("l"), Key::new([1; 32]));
        let mut writer = FileLedger::create(&path, &key).unwrap();
        writer.keep(record()).unwrap();
        assert!(writer.claim(&[1; 32], "a").unwrap());
        for _ in 0..3 {
            let mut reader = FileLedger::open(&path, &key).unwrap();
            assert!(reader.record(&record().fingerprint()).unwrap().is_some());
            assert_eq!(reader.counts().unwrap(), (0, 1));
        }
        writer.keep(record()).unwrap();
        assert_eq!(FileLedger::open(&path, &key).unwrap().counts().unwrap(), (1, 1));
    }
}
