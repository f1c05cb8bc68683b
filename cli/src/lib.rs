//! The `huisclos` command: finds and replaces the personal data of court decisions, on this machine only.

mod args;
mod audit;
mod each;
mod eval;
mod explain;
mod help;
mod input;
mod ledger;
mod messages;
mod output;
mod policy;
mod report;
mod restore;
mod review;
mod risk;
mod rules;
mod run;
mod text;
mod verify;

use std::ffi::OsString;
use std::io::Write;

use clap::{CommandFactory, FromArgMatches};

use args::{Arguments, Command};
use messages::{Failure, Lang};
use output::stdout_failed;
use run::{Show, run, tell};

/// Runs one command as the binary does, on this process's standard input, output and error; gives its exit code (`--help` lists
/// them). The first of `arguments` is what the program is called in its help. Parallel work runs on the current thread pool.
///
/// Help is in the language of `--lang`, else of the session. Never ends the process. A panic says its place only from the first call on, here and in the rest of the process, since its
/// own words may quote a document.
///
/// ```
/// assert_eq!(huisclos_cli::command(["huisclos", "rules"]), 0);
/// assert_eq!(huisclos_cli::command(["huisclos", "rule"]), 2);
/// assert_eq!(huisclos_cli::command(["huisclos", "detect", "no/such/file"]), 3);
/// ```
pub fn command(arguments: impl IntoIterator<Item = impl Into<OsString> + Clone>) -> u8 {
    let arguments: Vec<OsString> = arguments.into_iter().map(Into::into).collect();
    let usage = if help::wanted(&arguments) == Lang::Fr { help::french(Arguments::command()) } else { Arguments::command() };
    let arguments = match usage.try_get_matches_from(arguments).and_then(|matches| Arguments::from_arg_matches(&matches)) {
        Ok(arguments) => arguments,
        Err(told) => {
            // Help and wrong usage: to standard output or error, whichever is theirs.
            let _ = told.print();
            return u8::try_from(told.exit_code()).unwrap_or(2);
        }
    };
    let lang = arguments.lang.unwrap_or_else(messages::of_session);
    // Not every caller's process flushes Rust's standard output when it ends.
    let done = chosen(arguments.command, lang).and_then(|code| std::io::stdout().flush().map(|()| code).map_err(stdout_failed));
    done.unwrap_or_else(|failure| {
        tell(&failure.message);
        failure.code
    })
}

fn chosen(command: Command, lang: Lang) -> Result<u8, Failure> {
    match command {
        Command::Detect { run: options, explain } => run(&options, if explain { Show::Explanation } else { Show::Spans }, lang),
        Command::Pseudonymize { run: options, output } => run(&options, Show::Text(output), lang),
        Command::Text(options) => text::run(&options, lang, |document| Ok(document.text.clone())),
        Command::Restore(options) => restore::run(&options, lang),
        Command::Review(options) => review::run(&options, lang),
        Command::Verify(options) => verify::run(&options, lang),
        Command::Risk(options) => risk::run(&options, lang),
        Command::Audit(command) => audit::run(&command, lang),
        Command::Ledger(command) => ledger::ledger(&command, lang).map(|()| 0),
        Command::Policy(command) => policy::policy(&command, lang).map(|()| 0),
        Command::Eval(options) => eval::eval(&options, lang).map(|()| 0),
        Command::Rules { json } => rules::list(json).map(|()| 0),
    }
}
