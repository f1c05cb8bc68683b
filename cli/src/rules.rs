//! `huisclos rules`: every rule, what it finds and on what authority.

use std::io::Write;

use huisclos::Kind;
use serde::Serialize;

use crate::messages::Failure;
use crate::output::stdout_failed;

/// The authority for looking for persons at all.
const PERSONS: &str = "COJ L111-13; CJA L10";

#[derive(Serialize)]
struct RuleView {
    id: &'static str,
    kind: Kind,
    finds: &'static str,
    source: &'static str,
}

pub(crate) fn list(json: bool) -> Result<(), Failure> {
    let data = huisclos::recognizers::rules().map(|rule| RuleView { id: rule.id, kind: rule.kind, finds: rule.finds, source: rule.source });
    let persons = huisclos::persons::RULES.iter().map(|(id, finds)| RuleView { id, kind: Kind::Person, finds, source: PERSONS });
    let mut out = std::io::stdout().lock();
    for rule in data.chain(persons) {
        if json {
            let line = serde_json::to_string(&rule).map_err(|error| Failure::io("standard output", error))?;
            writeln!(out, "{line}").map_err(stdout_failed)?;
        } else {
            writeln!(out, "{}\t{}\t{}\t{}", rule.id, rule.kind, rule.finds, rule.source).map_err(stdout_failed)?;
        }
    }
    Ok(())
}
