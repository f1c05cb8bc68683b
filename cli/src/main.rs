//! The `huisclos` command: finds and replaces the personal data of court decisions, on this machine only.

use std::io::{IsTerminal, Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};
use huisclos::{CaseFacts, Engine, Input, OffsetUnit, OutcomeView, Policy};
use serde::Deserialize;

/// Finds the personal data of court decisions and pseudonymises it. Pseudonymised is not anonymous.
///
/// Exit codes: 0 done; 2 wrong usage; 3 an input that cannot be read, or an output that cannot be written.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Prints what was found, one JSON object per document, in input order.
    Detect(Options),
    /// Prints the pseudonymised text (or JSON Lines with `text`).
    Pseudonymize(Options),
    /// Lists every rule with its source.
    Rules,
}

#[derive(clap::Args)]
struct Options {
    /// A file, or `-` for standard input.
    file: PathBuf,
    /// How the input is read; guessed from the name's ending when not given.
    #[arg(long)]
    input: Option<Format>,
    /// The legal profile.
    #[arg(long, default_value = "fr-judilibre")]
    policy: String,
    /// Bloc d'occultation, 0 to 4.
    #[arg(long)]
    bloc: Option<u8>,
    /// Unit of offsets: `char` (code points), `utf16` or `byte`.
    #[arg(long, default_value = "char")]
    offset_unit: String,
    /// Counts per kind, on standard error.
    #[arg(long)]
    summary: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// One document.
    Text,
    /// One `{"id","text"}` object per line.
    Jsonl,
}

#[derive(Deserialize)]
struct Document {
    id: String,
    text: String,
    #[serde(default)]
    facts: CaseFacts,
}

/// A message and the exit code that goes with it.
struct Failure(u8, String);

fn main() -> ExitCode {
    let result = match Arguments::parse().command {
        Command::Detect(options) => run(&options, false),
        Command::Pseudonymize(options) => run(&options, true),
        Command::Rules => rules(),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure(code, message)) => {
            let _ = writeln!(std::io::stderr(), "huisclos: {message}");
            ExitCode::from(code)
        }
    }
}

fn run(options: &Options, text_out: bool) -> Result<(), Failure> {
    let mut policy = Policy::named(&options.policy).map_err(|e| Failure(2, e.to_string()))?;
    if let Some(bloc) = options.bloc {
        policy = policy.with_bloc(bloc).map_err(|e| Failure(2, e.to_string()))?;
    }
    let unit = OffsetUnit::from_name(&options.offset_unit)
        .ok_or_else(|| Failure(2, format!("--offset-unit {}: use char, utf16 or byte", options.offset_unit)))?;
    let engine = Engine::builder().policy(policy).build().map_err(|e| Failure(2, e.to_string()))?;
    let format = options.input.unwrap_or_else(|| if options.file.extension().is_some_and(|e| e == "jsonl") { Format::Jsonl } else { Format::Text });
    let documents = read(options, format)?;
    let inputs: Vec<Input> = documents.iter().map(|d| Input { text: &d.text, facts: &d.facts }).collect();
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let write_failed = |e: std::io::Error| Failure(3, format!("standard output: {e}"));
    for (document, outcome) in documents.iter().zip(engine.detect_batch(&inputs)) {
        let outcome = outcome.map_err(|e| Failure(3, format!("{}: document {}: {e}", options.file.display(), document.id)))?;
        if text_out && format == Format::Text {
            let text = outcome.text();
            out.write_all(text.as_bytes()).map_err(write_failed)?;
            if std::io::stdout().is_terminal() && !text.ends_with('\n') {
                out.write_all(b"\n").map_err(write_failed)?;
            }
        } else {
            let mut view = OutcomeView::new(outcome.original(), &outcome.spans, &outcome.entities, &outcome.warnings, unit);
            view.id = Some(&document.id);
            view.text = text_out.then(|| outcome.text());
            let line = serde_json::to_string(&view).map_err(|e| Failure(3, e.to_string()))?;
            writeln!(out, "{line}").map_err(write_failed)?;
        }
        if options.summary {
            out.flush().map_err(write_failed)?;
            summarise(&outcome);
        }
    }
    out.flush().map_err(write_failed)
}

fn summarise(outcome: &huisclos::Outcome) {
    let summary = huisclos::Summary::new(outcome.original().len(), &outcome.spans, &outcome.entities, &outcome.warnings);
    let mut err = std::io::stderr().lock();
    let _ = writeln!(err, "{:<16} {:>8} {:>6} {:>7}", "kind", "replaced", "kept", "review");
    for (kind, actions) in &summary.spans {
        let count = |action| actions.get(&action).copied().unwrap_or(0);
        let _ = writeln!(err, "{:<16} {:>8} {:>6} {:>7}", kind.as_str(), count(huisclos::Action::Replace), count(huisclos::Action::Keep), count(huisclos::Action::Review));
    }
}

fn read(options: &Options, format: Format) -> Result<Vec<Document>, Failure> {
    let name = options.file.display();
    let mut bytes = Vec::new();
    if options.file.as_os_str() == "-" {
        std::io::stdin().read_to_end(&mut bytes).map_err(|e| Failure(3, format!("standard input: {e}")))?;
    } else {
        bytes = std::fs::read(&options.file).map_err(|e| Failure(3, format!("{name}: {e}")))?;
    }
    let text = String::from_utf8(bytes).map_err(|e| Failure(3, format!("{name}: byte {} is not UTF-8; convert the file to UTF-8 first", e.utf8_error().valid_up_to())))?;
    if format == Format::Text {
        return Ok(vec![Document { id: name.to_string(), text, facts: CaseFacts::default() }]);
    }
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(at, line)| {
            // serde's own words could quote the document: give the place only.
            serde_json::from_str(line).map_err(|e| Failure(3, format!("{name}: line {}, column {}: not an {{\"id\",\"text\"}} object", at + 1, e.column())))
        })
        .collect()
}

fn rules() -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    let failed = |e: std::io::Error| Failure(3, format!("standard output: {e}"));
    for rule in huisclos::recognizers::rules() {
        writeln!(out, "{}\t{}\t{}\t{}", rule.id, rule.kind, rule.finds, rule.source).map_err(failed)?;
    }
    for (id, finds) in huisclos::persons::RULES {
        writeln!(out, "{id}\tperson\t{finds}\tCOJ L111-13; CJA L10").map_err(failed)?;
    }
    Ok(())
}
