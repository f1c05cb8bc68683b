//! `huisclos restore`: pseudonymised texts back to their originals, byte for byte.

use clap::Args;
use huisclos::replace::restore;

use crate::ledger::LedgerFile;
use crate::messages::{Failure, Lang};
use crate::text::{self, TextOptions};

#[derive(Args)]
pub(crate) struct RestoreOptions {
    #[command(flatten)]
    texts: TextOptions,
    #[command(flatten)]
    file: LedgerFile,
}

/// Restores every input that the ledger knows; the others are set aside.
pub(crate) fn run(options: &RestoreOptions, lang: Lang) -> Result<u8, Failure> {
    let mut ledger = options.file.open(lang)?;
    text::run(&options.texts, lang, |document| restore(&mut ledger, &document.text).map_err(|error| error.to_string()))
}
