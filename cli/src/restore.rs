//! `huisclos restore`: pseudonymised texts back to their originals, byte for byte.

use std::path::PathBuf;

use clap::Args;
use huisclos::CaseFacts;
use huisclos::replace::restore;
use serde_json::json;

use crate::args::Format;
use crate::input;
use crate::ledger::LedgerFile;
use crate::messages::{Failure, Lang, say};
use crate::output::{Plan, Wish, plan};
use crate::run::{aside, quiet_panics, tell};

#[derive(Args)]
pub(crate) struct RestoreOptions {
    /// What `huisclos pseudonymize` wrote: files, folders, or `-` for standard input.
    #[arg(required = true)]
    inputs: Vec<PathBuf>,
    #[command(flatten)]
    file: LedgerFile,
    /// How inputs are read; by the name's ending when not given, text for standard input.
    #[arg(long, value_enum)]
    input: Option<Format>,
    /// Where originals go; as for `pseudonymize`.
    #[arg(long)]
    out: Option<PathBuf>,
    /// Overwrites results of an earlier run; never an input.
    #[arg(long)]
    force: bool,
}

/// Restores every input that the ledger knows; the others are set aside.
pub(crate) fn run(options: &RestoreOptions, lang: Lang) -> Result<u8, Failure> {
    quiet_panics();
    let mut ledger = options.file.open(lang)?;
    let sources = input::sources(&options.inputs, options.input, lang)?;
    let several = options.inputs.len() > 1 || options.inputs.iter().any(|input| input.is_dir());
    let wish = Wish { out: options.out.as_deref(), format: None, several, force: options.force, beside: Vec::new() };
    let Plan { mut sink, formats } = plan(&sources, &wish, lang)?;
    let facts = CaseFacts::default();
    let (mut done, mut set_aside) = (0, 0);
    for item in input::documents(&sources, &facts, lang) {
        let restored = item.and_then(|document| match restore(&mut ledger, &document.text) {
            Ok(text) => Ok((document, text)),
            Err(error) => Err(input::Fault { source: document.source, line: document.line, message: error.to_string(), raw: Vec::new() }),
        });
        match restored {
            Ok((document, text)) => {
                let bytes = match formats[document.source] {
                    Format::Text => text.into_bytes(),
                    Format::Jsonl => (json!({ "id": document.id, "text": text }).to_string() + "\n").into_bytes(),
                };
                sink.write(document.source, &bytes)?;
                done += 1;
            }
            Err(fault) => {
                tell(&aside(&sources[fault.source], &fault).to_string());
                set_aside += 1;
            }
        }
    }
    sink.finish()?;
    if set_aside == 0 {
        return Ok(0);
    }
    tell(&say!(lang, "{done} documents restored, {set_aside} set aside", "{done} documents restaurés, {set_aside} mis de côté"));
    Ok(1)
}
