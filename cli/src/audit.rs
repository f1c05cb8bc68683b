//! The record of a run: `--audit`, and `huisclos audit`.

use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use clap::Subcommand;
use huisclos::Engine;
use huisclos::report::audit::{Broken, Chain, Entry, Line, SetAside, Tally, page};

use crate::messages::{Failure, Lang, say};
use crate::output::{Draft, stdout_failed};
use crate::report;
use crate::run::tell;

pub(crate) const EXIT_CODES: &str = "\
Exit codes:
  0  the record is whole
  2  wrong usage
  3  a file cannot be read or written
  4  the record is broken: a line was changed, removed, added or moved, or the end is missing

A record that was written anew as a whole is whole: compare the last hash with the one that the run printed (--hash).";

#[derive(Subcommand)]
pub(crate) enum AuditCommand {
    /// Says whether a record is whole: no line changed, removed, added or moved.
    #[command(after_help = EXIT_CODES)]
    Check {
        /// What `--audit` wrote.
        record: PathBuf,
        /// The last hash, as the run printed it.
        #[arg(long)]
        hash: Option<String>,
    },
    /// Writes a record's page: counts and plots for a data-protection officer. One file that loads nothing.
    #[command(after_help = EXIT_CODES)]
    Html {
        /// What `--audit` wrote.
        record: PathBuf,
        /// The page; standard output when not given.
        #[arg(long)]
        out: Option<PathBuf>,
        /// Overwrites a page of an earlier time.
        #[arg(long)]
        force: bool,
    },
}

/// Runs `huisclos audit`.
pub(crate) fn run(command: &AuditCommand, lang: Lang) -> Result<u8, Failure> {
    let (AuditCommand::Check { record, .. } | AuditCommand::Html { record, .. }) = command;
    let (tally, checked) = match read(record)? {
        Ok(read) => read,
        Err(broken) => {
            let (place, line, what) = (record.display(), broken.line, what(lang, broken.what));
            tell(&say!(lang, "{place}:{line}: the record is broken: {what}", "{place}:{line} : le registre est rompu : {what}"));
            return Ok(4);
        }
    };
    match command {
        AuditCommand::Check { hash, .. } => {
            let (documents, aside, own) = (checked.documents, checked.set_aside, &checked.hash);
            if hash.as_ref().is_some_and(|hash| !hash.trim().eq_ignore_ascii_case(own)) {
                tell(&say!(lang, "the record is whole but not the one of this hash: it ends with {own}", "le registre est entier mais n'est pas celui de cette empreinte : il se termine par {own}"));
                return Ok(4);
            }
            let line = say!(lang, "whole: {documents} documents, {aside} set aside; last hash {own}", "entier : {documents} documents, {aside} mis de côté ; dernière empreinte {own}");
            writeln!(std::io::stdout(), "{line}").map_err(stdout_failed)?;
        }
        AuditCommand::Html { out: None, .. } => {
            std::io::stdout().write_all(page(&tally, &checked, lang).as_bytes()).map_err(stdout_failed)?;
        }
        AuditCommand::Html { out: Some(out), force, .. } => {
            if out.exists() && !force {
                let place = out.display();
                return Err(Failure::usage(say!(lang, "{place}: exists already: choose another name, or overwrite it with --force", "{place} : existe déjà : choisir un autre nom, ou l'écraser avec --force")));
            }
            let mut draft = Draft::new(out)?;
            draft.write(page(&tally, &checked, lang).as_bytes())?;
            draft.finish()?;
        }
    }
    Ok(0)
}

type Read = Result<(Tally, huisclos::report::audit::Checked), Broken>;

fn read(record: &Path) -> Result<Read, Failure> {
    let failed = |error: std::io::Error| Failure::io(record.display(), error);
    let mut reader = BufReader::new(File::open(record).map_err(failed)?);
    let mut fault = None;
    let lines = std::iter::from_fn(|| {
        let mut line = Vec::new();
        match reader.read_until(b'\n', &mut line) {
            Ok(0) => None,
            Ok(_) => {
                if line.ends_with(b"\n") {
                    line.pop();
                }
                Some(line)
            }
            Err(error) => {
                fault = Some(error);
                None
            }
        }
    });
    let read = Tally::read(lines);
    fault.map_or(Ok(read), |error| Err(failed(error)))
}

/// The words of a fault, in French too.
fn what(lang: Lang, what: &'static str) -> &'static str {
    if lang == Lang::En {
        return what;
    }
    match what.split(':').next().unwrap_or_default() {
        "it holds no hash" => "elle ne porte pas d'empreinte : ce n'est pas une ligne de registre",
        "it cannot be read" => "elle est illisible : elle a été modifiée, ou écrite par une autre version",
        "it was changed" => "elle a été modifiée : son empreinte ne lui correspond pas",
        "a line before it was removed, added or moved" => "une ligne avant elle a été supprimée, ajoutée ou déplacée : elle ne suit pas la précédente",
        "the head of a run stands once, at the start, in format 1" => "l'en-tête figure une fois, au début, au format 1",
        "the head of the run is missing" => "l'en-tête manque",
        "it stands after the end" => "elle figure après la fin",
        "the end counts other lines than there are" => "la fin compte d'autres lignes que celles qui figurent",
        "the end is missing" => "la fin manque : le traitement a été interrompu, ou des lignes ont été supprimées",
        _ => what,
    }
}

/// The record that a run is writing.
pub(crate) struct Record {
    chain: Chain,
    draft: Draft,
}

impl Record {
    /// Opens the record and writes its head.
    pub(crate) fn new(path: &Path, engine: &Engine) -> Result<Self, Failure> {
        let mut run = engine.audit_run();
        run.date = Some(now());
        let (chain, first) = Chain::start(run).map_err(|error| Failure::io(path.display(), error))?;
        let mut record = Self { chain, draft: Draft::new(path)? };
        record.write(&first)?;
        Ok(record)
    }

    pub(crate) fn document(&mut self, entry: Entry) -> Result<(), Failure> {
        self.line(Line::Document(entry))
    }

    pub(crate) fn aside(&mut self, aside: &report::SetAside) -> Result<(), Failure> {
        self.line(Line::SetAside(SetAside { file: aside.file.clone(), at: aside.line, message: aside.message.clone() }))
    }

    fn line(&mut self, line: Line) -> Result<(), Failure> {
        let line = self.chain.link(line).map_err(|error| Failure::io("--audit", error))?;
        self.write(&line)
    }

    fn write(&mut self, line: &str) -> Result<(), Failure> {
        self.draft.write(line.as_bytes())?;
        self.draft.write(b"\n")
    }

    /// Ends the record and says its last hash.
    pub(crate) fn finish(mut self, lang: Lang) -> Result<(), Failure> {
        let last = self.chain.end().map_err(|error| Failure::io("--audit", error))?;
        self.write(&last)?;
        let hash = self.chain.hash();
        tell(&say!(lang, "record of the run: last hash {hash}; keep it apart from the record", "registre du traitement : dernière empreinte {hash} ; la conserver à part"));
        self.draft.finish()
    }
}

/// The time in UTC, `2026-11-28T09:00:00Z`; `SOURCE_DATE_EPOCH` stands for it when set, so that a record can be made again.
fn now() -> String {
    let clock = || SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let seconds = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|value| value.parse().ok()).unwrap_or_else(clock);
    date(seconds)
}

/// The date of so many seconds since 1970 (Hinnant, `civil_from_days`).
fn date(seconds: u64) -> String {
    let (days, rest) = (seconds / 86_400, seconds % 86_400);
    let shifted = days + 719_468;
    let era = shifted / 146_097;
    let day_of_era = shifted % 146_097;
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let (month, year) = if month < 10 { (month + 3, year_of_era + era * 400) } else { (month - 9, year_of_era + era * 400 + 1) };
    format!("{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}Z", rest / 3600, rest / 60 % 60, rest % 60)
}

#[cfg(test)]
mod tests {
    use super::date;

    #[test]
    fn dates_are_those_of_the_calendar() {
        assert_eq!(date(0), "1970-01-01T00:00:00Z");
        assert_eq!(date(951_782_399), "2000-02-28T23:59:59Z");
        assert_eq!(date(951_782_400), "2000-02-29T00:00:00Z");
        assert_eq!(date(1_795_856_461), "2026-11-28T09:01:01Z");
    }
}
