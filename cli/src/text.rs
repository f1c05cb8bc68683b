//! `huisclos text`: the words of documents, as every offset counts them; and what else makes one text of one document.

use std::path::PathBuf;

use clap::Args;
use huisclos::CaseFacts;
use serde_json::json;

use crate::args::{Format, format_name};
use crate::input::{self, Document, Fault};
use crate::messages::{Failure, Lang, say};
use crate::output::{Plan, Wish, Written, plan};
use crate::run::{aside, quiet_panics, tell};

/// Where texts come from and go.
#[derive(Args)]
pub(crate) struct TextOptions {
    /// Files, folders, or `-` for standard input.
    #[arg(required = true)]
    inputs: Vec<PathBuf>,
    /// How inputs are read, as for `pseudonymize`.
    #[arg(long, value_parser = format_name)]
    input: Option<Format>,
    /// Where texts go, as for `pseudonymize`; several are JSON Lines when it is no folder.
    #[arg(short, long)]
    out: Option<PathBuf>,
    /// Overwrites results of an earlier run; never an input.
    #[arg(long)]
    force: bool,
}

/// Writes what `of` makes of every document; one that cannot be read, or of which it makes nothing, is set aside.
pub(crate) fn run(options: &TextOptions, lang: Lang, mut of: impl FnMut(&Document) -> Result<String, String>) -> Result<u8, Failure> {
    quiet_panics();
    let sources = input::sources(&options.inputs, options.input, lang)?;
    let several = options.inputs.len() > 1 || options.inputs.iter().any(|input| input.is_dir());
    let wish = Wish { out: options.out.as_deref(), output: None, files: false, several, force: options.force, beside: Vec::new() };
    let Plan { mut sink, written } = plan(&sources, &wish, lang)?;
    let facts = CaseFacts::default();
    let (mut done, mut set_aside) = (0, 0);
    for item in input::documents(&sources, &facts, lang) {
        let made = item.and_then(|document| match of(&document) {
            Ok(text) => Ok((document, text)),
            Err(message) => Err(Fault { source: document.source, line: document.line, message, raw: Vec::new() }),
        });
        match made {
            Ok((document, text)) => {
                let bytes = match written[document.source] {
                    Written::Text | Written::File => text.into_bytes(),
                    Written::Jsonl => (json!({ "id": document.id, "text": text }).to_string() + "\n").into_bytes(),
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
    tell(&say!(lang, "{done} documents written, {set_aside} set aside", "{done} documents écrits, {set_aside} mis de côté"));
    Ok(1)
}
