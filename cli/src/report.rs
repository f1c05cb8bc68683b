//! Counts of a whole run: the table of `--summary` and the file of `--report`. No text.

use std::collections::BTreeMap;
use std::io::Write;

use huisclos::{Action, Kind, Policy, Role, RuleId, Summary};
use serde::Serialize;

use crate::messages::{Lang, kind, say};

/// What a run did.
#[derive(Default, Serialize)]
pub(crate) struct Totals {
    /// Documents that went through.
    pub(crate) documents: usize,
    /// Bytes of their text.
    bytes: usize,
    spans: BTreeMap<Kind, BTreeMap<Action, usize>>,
    entities: BTreeMap<Kind, usize>,
    roles: BTreeMap<Role, usize>,
    rules: BTreeMap<RuleId, usize>,
    bases: BTreeMap<String, usize>,
    /// Documents by code of warning.
    warnings: BTreeMap<&'static str, usize>,
}

/// A line or document that did not go through.
#[derive(Serialize)]
pub(crate) struct SetAside {
    pub(crate) file: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) line: Option<usize>,
    pub(crate) message: String,
}

impl std::fmt::Display for SetAside {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.file, self.message),
            None => write!(f, "{}: {}", self.file, self.message),
        }
    }
}

#[derive(Serialize)]
struct Report<'r> {
    version: &'static str,
    policy: PolicyView<'r>,
    #[serde(flatten)]
    totals: &'r Totals,
    set_aside: &'r [SetAside],
}

#[derive(Serialize)]
struct PolicyView<'r> {
    name: &'r str,
    title: &'r str,
    bloc: Option<u8>,
    bloc_meaning: Option<&'r str>,
}

impl Totals {
    pub(crate) fn add(&mut self, summary: Summary) {
        self.documents += 1;
        self.bytes += summary.bytes;
        for (kind, actions) in summary.spans {
            let sum = self.spans.entry(kind).or_default();
            for (action, count) in actions {
                *sum.entry(action).or_default() += count;
            }
        }
        add(&mut self.entities, summary.entities);
        add(&mut self.roles, summary.roles);
        add(&mut self.rules, summary.rules);
        add(&mut self.bases, summary.bases);
        add(&mut self.warnings, summary.warnings.into_iter().collect::<std::collections::BTreeSet<_>>().into_iter().map(|code| (code, 1)));
    }

    /// The file of `--report`.
    pub(crate) fn json(&self, policy: &Policy, set_aside: &[SetAside]) -> Result<Vec<u8>, serde_json::Error> {
        let (bloc, bloc_meaning) = policy.bloc().map(|(bloc, meaning)| (bloc, meaning.fr.as_str())).unzip();
        let policy = PolicyView { name: policy.name(), title: &policy.title().fr, bloc, bloc_meaning };
        let mut bytes = serde_json::to_vec_pretty(&Report { version: env!("CARGO_PKG_VERSION"), policy, totals: self, set_aside })?;
        bytes.push(b'\n');
        Ok(bytes)
    }

    /// The table of `--summary`.
    pub(crate) fn table(&self, lang: Lang) -> String {
        let mut out = Vec::new();
        let count = self.documents;
        let (head, replaced, kept, review) = match lang {
            Lang::En => (say!(lang, "{count} documents", ""), "replaced", "kept", "review"),
            Lang::Fr => (say!(lang, "", "{count} documents"), "remplacés", "conservés", "à relire"),
        };
        let _ = writeln!(out, "{head:<28} {replaced:>9} {kept:>9} {review:>9}");
        for (of, actions) in &self.spans {
            let count = |action| actions.get(&action).copied().unwrap_or(0);
            let _ = writeln!(
                out,
                "{:<28} {:>9} {:>9} {:>9}",
                kind(lang, *of),
                count(Action::Replace),
                count(Action::Keep),
                count(Action::Review)
            );
        }
        for (code, count) in &self.warnings {
            let _ = writeln!(out, "! {code}: {count}");
        }
        String::from_utf8(out).unwrap_or_default()
    }
}

fn add<K: Ord>(sum: &mut BTreeMap<K, usize>, counts: impl IntoIterator<Item = (K, usize)>) {
    for (key, count) in counts {
        *sum.entry(key).or_default() += count;
    }
}
