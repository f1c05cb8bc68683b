//! What the command line may say.

use std::path::{Path, PathBuf};

use clap::{Args, Parser, Subcommand, ValueEnum};
use huisclos::{Confidence, Kind, OffsetUnit, formats};
use huisclos_corpora::marked::Change;

use crate::audit::AuditCommand;
use crate::ledger::{LedgerCommand, StyleOptions};
use crate::messages::{Lang, named};
use crate::policy::{PolicyArgs, PolicyCommand};
use crate::restore::RestoreOptions;
use crate::review::ReviewOptions;
use crate::risk::RiskOptions;
use crate::text::TextOptions;
use crate::verify::{self, VerifyOptions};

const EXIT_CODES: &str = "\
Exit codes:
  0  every document went through
  1  some documents or lines were set aside: each is named on standard error, all others went through
  2  wrong usage: an option, a policy, or an output that would overwrite something
  3  an input cannot be opened, or an output cannot be written

Nothing leaves this machine. Pseudonymised is not anonymous.";

/// Finds the personal data of court decisions and pseudonymises it.
#[derive(Parser)]
#[command(version, after_help = EXIT_CODES)]
pub(crate) struct Arguments {
    /// Language of messages, of help and of `--explain`, fr or en; that of the session when not given.
    #[arg(long, global = true, value_parser = named)]
    pub(crate) lang: Option<Lang>,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Prints what was found, one JSON object per document, in input order.
    #[command(after_help = EXIT_CODES)]
    Detect {
        #[command(flatten)]
        run: RunOptions,
        /// Shows the text with every find marked, and says why, for a human reader.
        #[arg(long, conflicts_with = "offset_unit")]
        explain: bool,
    },
    /// Prints the pseudonymised document in its own format, its text, or JSON Lines with `text`.
    #[command(after_help = EXIT_CODES)]
    Pseudonymize {
        #[command(flatten)]
        run: RunOptions,
        /// What is written. When not given: as --out ends; else one document, or a folder of them, in its own format, and several
        /// as JSON Lines.
        #[arg(long, value_enum)]
        output: Option<Output>,
    },
    /// Prints the words of documents, in which offsets are counted.
    #[command(after_help = EXIT_CODES)]
    Text(TextOptions),
    /// Prints the originals of what `pseudonymize` wrote and a ledger kept, byte for byte; of a document its text.
    #[command(after_help = EXIT_CODES)]
    Restore(RestoreOptions),
    /// Prints what a reader should look at before publishing, with places, reasons and suggestions; `--review` takes the answer.
    #[command(after_help = EXIT_CODES)]
    Review(ReviewOptions),
    /// Checks pseudonymised texts of any system before release: what they still show, to the character.
    #[command(after_help = verify::EXIT_CODES)]
    Verify(VerifyOptions),
    /// Prints what pseudonymised texts still say that, together, singles a person out, and how many texts share it.
    #[command(after_help = EXIT_CODES)]
    Risk(RiskOptions),
    /// Records of runs (`--audit`): checked, or as a page.
    #[command(subcommand)]
    Audit(AuditCommand),
    /// Keys and ledgers.
    #[command(subcommand)]
    Ledger(LedgerCommand),
    /// Legal profiles: listed, shown in words, and the schemas of their files.
    #[command(subcommand)]
    Policy(PolicyCommand),
    /// Measures detection against gold: a folder of marked text, or gold JSON Lines.
    Eval(EvalOptions),
    /// Lists every rule with its source.
    Rules {
        /// One JSON object per rule.
        #[arg(long)]
        json: bool,
    },
}

#[derive(Args)]
pub(crate) struct RunOptions {
    /// Files, folders (every .txt, .html, .json, .docx, .odt and .jsonl below, in order of name) or `-` for standard input.
    #[arg(required = true)]
    pub(crate) inputs: Vec<PathBuf>,
    /// How inputs are read: text, html, json, docx, odt or jsonl; by the name's ending when not given, text for standard input.
    #[arg(long, value_parser = format_name)]
    pub(crate) input: Option<Format>,
    /// Where results go; a folder when it is one, ends with `/`, or the input is a folder or several and it does not end with
    /// `.jsonl`. Written apart and renamed when complete.
    #[arg(short, long)]
    pub(crate) out: Option<PathBuf>,
    /// Overwrites results of an earlier run; never an input.
    #[arg(long)]
    pub(crate) force: bool,
    /// A JSON file of counts: kinds, actions, roles, rules, warnings, what was set aside. No text.
    #[arg(long)]
    pub(crate) report: Option<PathBuf>,
    /// The record of the run, as JSON Lines with chained hashes: what was found, why, on which article, what became of it. No
    /// text. `huisclos audit` checks it and makes a page of it.
    #[arg(long)]
    pub(crate) audit: Option<PathBuf>,
    /// Keeps the JSON Lines that could not be read, as they came, to repair and run again.
    #[arg(long)]
    pub(crate) quarantine: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) policy: PolicyArgs,
    #[command(flatten)]
    pub(crate) style: StyleOptions,
    /// What is known of the case, for all inputs but JSON Lines: a JSON file with `persons`, `keep`, `remove`, `nac`, `court`, `debates`,
    /// `public`, `occultation` (the options of --occultation, for one decision).
    #[arg(long)]
    pub(crate) facts: Option<PathBuf>,
    /// What readers decided: a review as JSON, for one text, or JSON Lines with an `id` each. `huisclos review` makes the queue.
    #[arg(long)]
    pub(crate) review: Option<PathBuf>,
    /// Unit of offsets: `char` (code points), `utf16` or `byte`.
    #[arg(long, default_value = "char", value_parser = offset_unit)]
    pub(crate) offset_unit: OffsetUnit,
    /// Threads; every core when not given.
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) threads: Option<u16>,
    /// Counts per kind, on standard error.
    #[arg(long)]
    pub(crate) summary: bool,
}

#[derive(Args)]
pub(crate) struct EvalOptions {
    /// A folder of marked text (.md), or gold JSON Lines: `{"id","text","gold":[[start,end,kind,entity],...]}`.
    pub(crate) gold: PathBuf,
    /// Predictions for gold JSON Lines: `{"id","spans":[[start,end,label],...]}`, or what `huisclos detect` printed. The
    /// engine runs when not given.
    pub(crate) predictions: Option<PathBuf>,
    /// Gold kinds that must go (JSON Lines).
    #[arg(long, value_delimiter = ',', default_value = "PERSON,PER")]
    pub(crate) mask: Vec<String>,
    /// Gold kinds that must stay readable (JSON Lines).
    #[arg(long, value_delimiter = ',', default_value = "MAGISTRATE,LAWYER")]
    pub(crate) keep: Vec<String>,
    /// Only predictions with these labels (JSON Lines); without predictions `person`. For marked text: the kinds whose errors
    /// are shown.
    #[arg(long, value_delimiter = ',')]
    pub(crate) labels: Vec<String>,
    /// Changes marked text first: renamed (names of no dictionary: what is found then, structure finds), stretched (two spaces
    /// for one), wrapped (lines of seventy characters), proportional (lines of a font), spaced (blank lines between all),
    /// unbroken (no-break spaces and hyphens) or straight (straight quotation marks).
    #[arg(long)]
    pub(crate) change: Option<Change>,
    /// The legal profile: a name, or a TOML or JSON file.
    #[arg(long, default_value = "fr-judilibre")]
    pub(crate) policy: String,
    /// Prints JSON.
    #[arg(long)]
    pub(crate) json: bool,
    /// Prints that many of what was missed and of what was masked without gold. Shows text of the documents.
    #[arg(long, default_value_t = 0)]
    pub(crate) errors: usize,
}

/// How documents are written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// One document in a file.
    Document(formats::Format),
    /// One JSON object per line.
    Jsonl,
}

impl Format {
    /// The format of a file's name by its ending; `None` when it is of none.
    pub(crate) fn of_path(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?;
        if ["jsonl", "ndjson"].iter().any(|known| known.eq_ignore_ascii_case(ending)) {
            return Some(Self::Jsonl);
        }
        formats::Format::from_ending(ending).map(Self::Document)
    }

    /// The usual ending of a file's name.
    pub(crate) const fn ending(self) -> &'static str {
        match self {
            Self::Document(format) => format.ending(),
            Self::Jsonl => "jsonl",
        }
    }
}

/// What `pseudonymize` can be asked to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Output {
    Text,
    Jsonl,
}

pub(crate) fn format_name(name: &str) -> Result<Format, String> {
    let path = Path::new("x").with_extension(if name == "text" { "txt" } else { name });
    Format::of_path(&path).ok_or_else(|| "use text, html, json, docx, odt or jsonl".to_owned())
}

pub(crate) fn offset_unit(name: &str) -> Result<OffsetUnit, String> {
    OffsetUnit::from_name(name).ok_or_else(|| "use char, utf16 or byte".to_owned())
}

pub(crate) fn kind_name(name: &str) -> Result<Kind, String> {
    Kind::from_name(name).ok_or_else(|| format!("use {}", Kind::ALL.iter().map(|kind| kind.as_str()).collect::<Vec<_>>().join(", ")))
}

pub(crate) fn confidence_name(name: &str) -> Result<Confidence, String> {
    let all = [Confidence::Possible, Confidence::Probable, Confidence::Strong, Confidence::Certain];
    all.into_iter().find(|confidence| confidence.as_str() == name).ok_or_else(|| "use possible, probable, strong or certain".to_owned())
}
