//! `--help` in French: the arguments' own sentences are English, and `help.fr.tsv` has the French of each.

use std::ffi::OsStr;

use clap::{Arg, Command};
use clap::builder::StyledStr;

use crate::messages::{Lang, of_session};

const FRENCH: &str = include_str!("help.fr.tsv");

/// The language that arguments ask for before they are read: what `--help` is written in.
pub(crate) fn wanted<S: AsRef<OsStr>>(arguments: &[S]) -> Lang {
    let words: Vec<_> = arguments.iter().map(|word| word.as_ref().to_string_lossy()).collect();
    let after = words.iter().position(|word| word == "--lang").and_then(|at| words.get(at + 1)).map(|word| &**word);
    let joined = words.iter().find_map(|word| word.strip_prefix("--lang="));
    after.or(joined).and_then(Lang::from_code).unwrap_or_else(of_session)
}

/// The command with every sentence of its help in French. A sentence without a row stays English: a test finds it.
pub(crate) fn french(mut command: Command) -> Command {
    // Only what is built has its `--help`, and its subcommands the global options.
    command.build();
    translated(command)
}

fn translated(mut command: Command) -> Command {
    let names: Vec<_> = command.get_subcommands().map(|own| own.get_name().to_owned()).collect();
    for name in names {
        command = command.mut_subcommand(name, translated);
    }
    if let Some(about) = command.get_about().map(to_french) {
        command = command.about(about);
    }
    if let Some(after) = command.get_after_help().map(to_french) {
        command = command.after_help(after);
    }
    command
        .mut_args(described)
        .subcommand_help_heading("Commandes")
        .subcommand_value_name("COMMANDE")
        .help_template("{about-with-newline}\nUtilisation : {usage}\n\n{all-args}{after-help}")
}

/// The argument with its sentences in French, and its values told there: clap has only English words for them.
fn described(argument: Arg) -> Arg {
    let list = |words: Vec<String>, what: &str| if words.is_empty() { String::new() } else { format!(" [{what} : {}]", words.join(", ")) };
    let takes = argument.get_action().takes_values();
    let values = argument.get_possible_values().iter().map(|value| value.get_name().to_owned()).filter(|_| takes).collect();
    let given = argument.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()).filter(|_| takes).collect();
    let told = list(given, "défaut") + &list(values, "valeurs");
    let [help, long] = [argument.get_help(), argument.get_long_help()].map(|text| text.map(|text| to_french(text) + &told));
    let argument = argument.hide_default_value(true).hide_possible_values(true);
    let argument = if let Some(help) = help { argument.help(help) } else { argument };
    if let Some(long) = long { argument.long_help(long) } else { argument }
}

/// Line by line; what stands before a sentence stays.
fn to_french(english: &StyledStr) -> String {
    let english = english.to_string();
    let lines = english.split('\n').map(|line| {
        let sentence = line.trim_start();
        let row = rows().find(|(known, _)| *known == sentence.trim_end());
        row.map_or_else(|| line.to_owned(), |(_, french)| line[..line.len() - sentence.len()].to_owned() + french)
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    FRENCH.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use clap::CommandFactory;

    use super::*;
    use crate::args::Arguments;

    /// Every sentence of the help of `command` and those below it.
    fn sentences(command: &Command, all: &mut BTreeSet<String>) {
        let of_arguments = command.get_arguments().flat_map(|argument| [argument.get_help(), argument.get_long_help()]);
        for text in [command.get_about(), command.get_after_help()].into_iter().chain(of_arguments).flatten() {
            all.extend(text.to_string().lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned));
        }
        command.get_subcommands().for_each(|own| sentences(own, all));
    }

    #[test]
    fn every_sentence_of_the_help_has_its_french_and_no_row_is_left_over() {
        let (mut english, mut french_all) = (BTreeSet::new(), BTreeSet::new());
        let mut command = Arguments::command();
        command.build();
        sentences(&command, &mut english);
        sentences(&french(Arguments::command()), &mut french_all);
        let known: BTreeSet<String> = rows().map(|(known, _)| known.to_owned()).collect();
        assert_eq!(english.difference(&known).collect::<Vec<_>>(), Vec::<&String>::new(), "without French");
        assert_eq!(known.difference(&english).collect::<Vec<_>>(), Vec::<&String>::new(), "no such sentence");
        let written: BTreeSet<&str> = rows().map(|(_, french)| french).collect();
        for sentence in &french_all {
            let bare = sentence.split(" [défaut : ").next().unwrap_or_default().split(" [valeurs : ").next().unwrap_or_default();
            assert!(written.contains(bare), "{sentence}");
        }
    }

    #[test]
    fn the_language_is_the_option_s_or_the_session_s() {
        assert_eq!(wanted(&["huisclos", "--lang", "fr", "--help"]), Lang::Fr);
        assert_eq!(wanted(&["huisclos", "--help", "--lang=en"]), Lang::En);
        assert_eq!(wanted(&["huisclos", "--help", "--lang"]), of_session());
    }
}
