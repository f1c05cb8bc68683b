//! The policy of a run, and `huisclos policy`: profiles listed, shown in words, and the schemas of their files.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand, ValueEnum};
use huisclos::policy::{Category, Choice, NAMES, OPTIONS_SCHEMA, Row, SCHEMA, Words};
use huisclos::{Action, Grounds, Policy, PolicyOptions, Role};

use crate::messages::{Failure, Lang, action, basis, kind, role, say};
use crate::output::stdout_failed;

#[derive(Args, Default)]
pub(crate) struct PolicyArgs {
    /// The legal profile: a name (`huisclos policy list`), or a TOML or JSON file.
    #[arg(long, default_value = NAMES[0])]
    pub(crate) policy: String,
    #[command(flatten)]
    pub(crate) chosen: ChosenArgs,
}

/// What is chosen over a policy; `huisclos policy show` lists what there is.
#[derive(Args, Default)]
pub(crate) struct ChosenArgs {
    /// A JSON file of the options below, as `facts` hold them under `occultation`; the options given here stand over it.
    #[arg(long, value_name = "FILE")]
    pub(crate) occultation: Option<PathBuf>,
    /// Bloc d'occultation, 0 to 4.
    #[arg(long)]
    pub(crate) bloc: Option<u8>,
    /// What the judge made of the recommendation: aucune, conforme, substituant, complement, or 0 to 3.
    #[arg(long)]
    pub(crate) recommendation: Option<String>,
    /// Columns of a register or boxes of a form: `IND_PM=1,IND_ADRESSE=0`. 1 masks, 0 keeps.
    #[arg(long = "switch", value_delimiter = ',', value_parser = switch)]
    pub(crate) switches: Vec<(String, bool)>,
    /// Who else than the law's own is masked: base, professionals, companies.
    #[arg(long)]
    pub(crate) level: Option<String>,
    /// Categories or kinds that go, over all of the above.
    #[arg(long, value_delimiter = ',', value_name = "CATEGORY")]
    pub(crate) mask: Vec<String>,
    /// Categories or kinds that stay, over all of the above.
    #[arg(long, value_delimiter = ',', value_name = "CATEGORY")]
    pub(crate) keep: Vec<String>,
    /// Terms in the Court's notation: `+kept|removed`, or `removed/removed`; `#dateCivile` for a whole category.
    #[arg(long, allow_hyphen_values = true)]
    pub(crate) terms: Option<String>,
    /// Facts and grounds: one mark for them, or kept; when not given as the debates and the nature of the case want it.
    #[arg(long, value_enum)]
    pub(crate) grounds: Option<GroundsArg>,
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum GroundsArg {
    Mask,
    Keep,
}

#[derive(Subcommand)]
pub(crate) enum PolicyCommand {
    /// Lists the built-in profiles.
    List,
    /// Shows a profile in words, as it is in force: what goes, what stays, on which article, and what may be chosen.
    Show {
        /// The legal profile: a name, or a TOML or JSON file.
        #[arg(default_value = NAMES[0])]
        policy: String,
        #[command(flatten)]
        chosen: Box<ChosenArgs>,
    },
    /// Prints the JSON Schema of a profile's file.
    Schema {
        /// That of the options instead: what `--occultation` and `facts.occultation` hold.
        #[arg(long)]
        options: bool,
    },
}

fn switch(text: &str) -> Result<(String, bool), String> {
    match text.split_once('=').map(|(name, value)| (name.trim(), value.trim())) {
        Some((name, "1" | "true")) => Ok((name.to_owned(), true)),
        Some((name, "0" | "false")) => Ok((name.to_owned(), false)),
        _ => Err("write NAME=1 to mask, NAME=0 to keep".to_owned()),
    }
}

impl ChosenArgs {
    fn options(&self) -> Result<PolicyOptions, Failure> {
        let mut options = PolicyOptions::default();
        if let Some(path) = &self.occultation {
            let json = std::fs::read(path).map_err(|error| Failure::io(path.display(), error))?;
            options = serde_json::from_slice(&json).map_err(|error| Failure::usage(format!("{}: {error}", path.display())))?;
        }
        let given = PolicyOptions {
            bloc: self.bloc,
            recommendation: self.recommendation.clone(),
            switches: self.switches.iter().cloned().collect::<BTreeMap<_, _>>(),
            level: self.level.clone(),
            mask: self.mask.clone(),
            keep: self.keep.clone(),
            terms: self.terms.clone().unwrap_or_default(),
            grounds: self.grounds.map(|grounds| match grounds {
                GroundsArg::Mask => Grounds::Mask,
                GroundsArg::Keep => Grounds::Keep,
            }),
            style: None,
        };
        Ok(options.overlaid(&given))
    }
}

impl PolicyArgs {
    /// The policy with what was chosen over it.
    pub(crate) fn read(&self) -> Result<Policy, Failure> {
        read(&self.policy, &self.chosen)
    }
}

fn read(name: &str, chosen: &ChosenArgs) -> Result<Policy, Failure> {
    let usage = |error: huisclos::Error| Failure::usage(error.to_string());
    named(name)?.with(&chosen.options()?).map_err(usage)
}

/// A policy by name, or from a file when the name ends with `.toml` or `.json`.
pub(crate) fn named(name: &str) -> Result<Policy, Failure> {
    let parse = match Path::new(name).extension().and_then(|ending| ending.to_str()) {
        Some("toml") => Policy::from_toml,
        Some("json") => Policy::from_json,
        _ => return Policy::named(name).map_err(|error| Failure::usage(error.to_string())),
    };
    let text = std::fs::read_to_string(name).map_err(|error| Failure::io(name, error))?;
    parse(&text).map_err(|error| Failure::usage(format!("{name}: {error}")))
}

/// `huisclos policy`.
pub(crate) fn policy(command: &PolicyCommand, lang: Lang) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    match command {
        PolicyCommand::List => {
            for name in NAMES {
                writeln!(out, "{name}\t{}", words(lang, named(name)?.title())).map_err(stdout_failed)?;
            }
            Ok(())
        }
        PolicyCommand::Schema { options } => write!(out, "{}", if *options { OPTIONS_SCHEMA } else { SCHEMA }).map_err(stdout_failed),
        PolicyCommand::Show { policy, chosen } => show(&mut out, &read(policy, chosen)?, lang).map_err(stdout_failed),
    }
}

fn words(lang: Lang, words: &Words) -> &str {
    match lang {
        Lang::Fr => &words.fr,
        Lang::En => &words.en,
    }
}

fn show(out: &mut impl Write, policy: &Policy, lang: Lang) -> std::io::Result<()> {
    let (name, title, style) = (policy.name(), words(lang, policy.title()), policy.style());
    writeln!(out, "{}", say!(lang, "{name}: {title}", "{name} : {title}"))?;
    writeln!(out, "{}", say!(lang, "style: {style}", "style : {style}"))?;
    if let Some((bloc, meaning)) = policy.bloc() {
        let meaning = words(lang, meaning);
        writeln!(out, "{}", say!(lang, "bloc {bloc}: {meaning}", "bloc {bloc} : {meaning}"))?;
    }
    let rows = policy.rows();
    let id = |row: &Row| row.category.map(Category::id);
    // Whose data they are tells rows of one category apart.
    let is_parted = |row: &Row| rows.iter().filter(|other| id(other) == id(row)).count() > 1;
    for shown in [Action::Replace, Action::Review, Action::Keep] {
        let rows: Vec<&Row> = rows.iter().filter(|row| row.action == shown).collect();
        if rows.is_empty() {
            continue;
        }
        writeln!(out, "\n{}", action(lang, shown).to_uppercase())?;
        for row in rows {
            writeln!(out, "  {}", line(row, is_parted(row), lang))?;
        }
    }
    if let Some((because, basis)) = policy.grounds() {
        let because = words(lang, because);
        writeln!(out, "\n{}", say!(lang, "FACTS AND GROUNDS as a whole: {because} ({basis})", "EXPOSÉ DU LITIGE ET MOTIFS en bloc : {because} ({basis})"))?;
    }
    choices(out, &policy.choices(), lang)?;
    writeln!(out, "\n{}", say!(lang, "Pseudonymised is not anonymous.", "Pseudonymisé ne veut pas dire anonyme."))
}

/// `Natural person: party, witness. Why. (article)`.
fn line(row: &Row, with_roles: bool, lang: Lang) -> String {
    let kinds = || row.kinds.iter().map(|of| kind(lang, *of)).collect::<Vec<_>>().join(", ");
    let (colon, semicolon) = if lang == Lang::Fr { (" :", " ;") } else { (":", ";") };
    let mut line = row.category.map_or_else(kinds, |category| format!("{} [{}]", words(lang, category.title()), category.id()));
    let roles: Vec<_> = row.roles.iter().filter(|of| **of != Role::Unknown).map(|of| role(lang, *of)).collect();
    if with_roles && !roles.is_empty() {
        line = format!("{line}{colon} {}", roles.join(", "));
    }
    if let Some(because) = row.because {
        line = format!("{line}{semicolon} {}", words(lang, because));
    }
    format!("{line} ({})", basis(lang, row.basis))
}

fn choices(out: &mut impl Write, choices: &[Choice], lang: Lang) -> std::io::Result<()> {
    let mut before = ("", "");
    for choice in choices {
        let meaning = words(lang, choice.meaning);
        let is_switch = choice.option == "switches";
        let head = (choice.option, if is_switch { meaning } else { "" });
        if head != before {
            before = head;
            let flag = if is_switch { "switch" } else { choice.option };
            let form = if is_switch { format!(" ({meaning}; {})", choice.basis) } else { String::new() };
            writeln!(out, "\n{}", say!(lang, "TO CHOOSE with --{flag}{form}", "AU CHOIX avec --{flag}{form}"))?;
        }
        let code = choice.code.map(|code| format!(" = {code}")).unwrap_or_default();
        let grounds = if choice.grounds { [say!(lang, "facts and grounds", "exposé et motifs")].to_vec() } else { Vec::new() };
        let parts: Vec<_> = choice.parts.iter().cloned().chain(grounds).collect();
        let name = format!("{}{code}", choice.name);
        if is_switch {
            writeln!(out, "  {name}: {}", parts.join(", "))?;
        } else {
            writeln!(out, "  {name}: {meaning} ({})", choice.basis)?;
        }
    }
    Ok(())
}
