//! `huisclos verify`: a gate before release. What a pseudonymised text still shows, to the character.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use huisclos::{CaseFacts, Confidence, Engine, Finding, Kind, Known, OffsetUnit, Reason, VerdictView};

use crate::args::{Format, confidence_name, format_name, kind_name, offset_unit};
use crate::each::{Placed, each};
use crate::input::{self, Document, Fault, Source};
use crate::messages::{Failure, Lang, confidence, kind, role, say};
use crate::output::stdout_failed;
use crate::policy::PolicyArgs;
use crate::run::{aside, quiet_panics, tell};

pub(crate) const EXIT_CODES: &str = "\
Exit codes:
  0  every text was read, and none shows anything
  1  nothing was found, but some texts or lines could not be checked: each is named on standard error
  2  wrong usage
  3  an input cannot be opened
  4  at least one text shows what it should not: do not release it

Without --original the rules read the text alone: a name that nothing announces may stay unseen.";

#[derive(Args)]
pub(crate) struct VerifyOptions {
    /// Pseudonymised texts of any system: files, folders or `-` for standard input.
    #[arg(required = true)]
    inputs: Vec<PathBuf>,
    /// How inputs are read, as for `pseudonymize`.
    #[arg(long, value_parser = format_name)]
    input: Option<Format>,
    /// The originals: a file, a folder with the same names below it, or JSON Lines with the same ids in the same order.
    #[arg(long)]
    original: Option<PathBuf>,
    /// What is known of the case, for all inputs but JSON Lines: a JSON file with `persons`, `keep`, `remove`.
    #[arg(long)]
    facts: Option<PathBuf>,
    /// A file of names that must not be readable, one per line.
    #[arg(long)]
    names: Option<PathBuf>,
    /// What the policy keeps is no finding.
    #[command(flatten)]
    policy: PolicyArgs,
    /// Only findings of these kinds: `person,address`.
    #[arg(long, value_delimiter = ',', value_parser = kind_name)]
    kinds: Vec<Kind>,
    /// Only findings that are at least so sure: possible, probable, strong or certain.
    #[arg(long, default_value = "possible", value_parser = confidence_name)]
    at_least: Confidence,
    /// Prints one JSON object per text instead of one line per finding.
    #[arg(long)]
    json: bool,
    /// Prints the words found. Shows personal data.
    #[arg(long, conflicts_with = "json")]
    show: bool,
    /// Unit of offsets in JSON: `char` (code points), `utf16` or `byte`.
    #[arg(long, default_value = "char", value_parser = offset_unit)]
    offset_unit: OffsetUnit,
}

/// A text and its original.
struct Pair {
    text: Document,
    original: Option<String>,
}

impl Placed for Pair {
    fn place(&self) -> (usize, Option<usize>) {
        (self.text.source, self.text.line)
    }
}

pub(crate) fn run(options: &VerifyOptions, lang: Lang) -> Result<u8, Failure> {
    let policy = options.policy.read()?;
    let engine = Engine::builder().policy(policy).build().map_err(|error| Failure::usage(error.to_string()))?;
    let facts = input::facts(options.facts.as_deref(), lang)?;
    let names = names(options.names.as_deref())?;
    let sources = input::sources(&options.inputs, options.input, lang)?;
    let original_path: Vec<PathBuf> = options.original.iter().cloned().collect();
    let original_sources = input::sources(&original_path, None, lang)?;
    quiet_panics();
    let none = CaseFacts::default();
    let alone = sources.len() == 1 && sources[0].format != Format::Jsonl && original_sources.len() == 1;
    let mut originals = input::documents(&original_sources, &none, lang);
    let pairs = input::documents(&sources, &facts, lang).map(|item| {
        let text = item?;
        let original = options.original.as_ref().map(|_| original_of(&text, &sources, &original_sources, alone, &mut originals, lang)).transpose()?;
        Ok(Pair { text, original })
    });
    let check = |pair: &Pair| {
        let known = Known { original: pair.original.as_deref(), facts: Some(&pair.text.facts), names: &names };
        let mut found = engine.verify(&pair.text.text, &known).map_err(|error| error.to_string())?;
        found.retain(|finding| finding.confidence >= options.at_least && (options.kinds.is_empty() || options.kinds.contains(&finding.kind)));
        Ok(found)
    };
    let mut out = std::io::stdout().lock();
    let (mut texts, mut alarmed, mut set_aside) = (0, 0, 0);
    each(pairs, lang, check, |result| {
        match result {
            Ok((pair, found)) => {
                texts += 1;
                alarmed += usize::from(!found.is_empty());
                print(&mut out, &pair.text, &found, options, lang).map_err(stdout_failed)
            }
            Err(fault) => {
                set_aside += 1;
                tell(&aside(&sources[fault.source], &fault).to_string());
                Ok(())
            }
        }
    })?;
    let s = if texts > 1 { "s" } else { "" };
    tell(&say!(lang, "{texts} text{s} checked, {alarmed} with findings, {set_aside} not checked", "{texts} texte{s} vérifié{s}, {alarmed} avec alerte, {set_aside} non vérifié(s)"));
    Ok(if alarmed > 0 { 4 } else { u8::from(set_aside > 0) })
}

/// The original of `text`: the next one of its name or id.
fn original_of(
    text: &Document,
    sources: &[Source],
    original_sources: &[Source],
    alone: bool,
    originals: &mut impl Iterator<Item = Result<Document, Fault>>,
    lang: Lang,
) -> Result<String, Fault> {
    let fault = |message| Fault { source: text.source, line: text.line, message, raw: Vec::new() };
    let name = &sources[text.source].relative;
    for original in originals {
        let original = original.map_err(|broken| {
            let place = aside(&original_sources[broken.source], &broken).to_string();
            fault(say!(lang, "its original cannot be read: {place}", "son original est illisible : {place}"))
        })?;
        let same_file = text.line.is_none() && original.line.is_none() && *name == original_sources[original.source].relative;
        if alone || same_file || original.id == text.id {
            return Ok(original.text);
        }
    }
    Err(fault(say!(lang,
        "no original of this name or id comes after the one before: give the originals in the order of the texts",
        "aucun original de ce nom ou de cet identifiant ne suit le précédent : donner les originaux dans l'ordre des textes")))
}

fn names(path: Option<&Path>) -> Result<Vec<String>, Failure> {
    let Some(path) = path else { return Ok(Vec::new()) };
    let lines = std::fs::read_to_string(path).map_err(|error| Failure::io(path.display(), error))?;
    Ok(lines.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect())
}

fn print(out: &mut impl Write, text: &Document, found: &[Finding], options: &VerifyOptions, lang: Lang) -> std::io::Result<()> {
    if options.json {
        let mut view = VerdictView::new(&text.text, found, options.offset_unit);
        view.id = Some(&text.id);
        return writeln!(out, "{}", serde_json::to_string(&view)?);
    }
    for finding in found {
        let place = place(&text.text, finding.span.start as usize);
        let (what, sure, why) = (kind(lang, finding.kind), confidence(lang, finding.confidence), reason(lang, finding.reason));
        let whose = role(lang, finding.role);
        let whose = if whose.is_empty() { String::new() } else { format!(" ({whose})") };
        let words = if options.show { format!(" « {} »", finding.span.of(&text.text)) } else { String::new() };
        let id = &text.id;
        writeln!(out, "{}", say!(lang, "{id}:{place}: {what}{whose}, {sure}: {why}{words}", "{id}:{place} : {what}{whose}, {sure} : {why}{words}"))?;
    }
    Ok(())
}

/// Line and column, both counted from 1, the column in code points.
fn place(text: &str, byte: usize) -> String {
    let before = &text[..byte];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    format!("{line}:{column}")
}

/// What gave it away.
fn reason(lang: Lang, reason: Reason) -> &'static str {
    match (lang, reason) {
        (Lang::En, Reason::Unchanged) => "it stands here in the original, and must go",
        (Lang::En, Reason::Moved) => "it is in the original, but not here",
        (Lang::En, Reason::ReplacedElsewhere) => "the text replaces this word everywhere else",
        (Lang::En, Reason::Known) => "a name that was given",
        (Lang::En, _) => "the rules read it as personal data",
        (Lang::Fr, Reason::Unchanged) => "il figure ici dans l'original, et doit disparaître",
        (Lang::Fr, Reason::Moved) => "il figure dans l'original, mais pas ici",
        (Lang::Fr, Reason::ReplacedElsewhere) => "le texte remplace ce mot partout ailleurs",
        (Lang::Fr, Reason::Known) => "un nom qui a été donné",
        (Lang::Fr, _) => "les règles le lisent comme une donnée personnelle",
    }
}
