//! A policy as its file says it: TOML or JSON, alone or on top of a built-in one.

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::category::Part;
use super::nac::Publicity;
#[cfg(feature = "toml")]
use super::toml::{Fault, Json};
use super::words::Words;
use super::{NAMES, Narrow, embedded};
use crate::error::Error;
use crate::model::{Action, Kind, Role, Style, With};
use crate::text::SortedMap;

/// A legal profile. `core/policies/fr-judilibre.toml` is the model to copy; `extends` takes one as it is and changes what the
/// file says.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct PolicyFile {
    /// A short name.
    pub(super) name: String,
    /// What readers call it.
    pub(super) title: Words,
    /// A built-in policy: its rules come after the file's own, all else holds unless the file says otherwise.
    pub(super) extends: Option<String>,
    /// How hidden words are replaced; `court` when nothing says.
    pub(super) style: Option<Style>,
    /// False parts two persons of one surname, so that no reader sees they are family; true when nothing says.
    pub(super) family_link: Option<bool>,
    /// The bloc in force when the caller names none.
    pub(super) bloc: Option<u8>,
    /// The first rule that applies decides; what no rule names is replaced, but dates, ages, amounts and nationalities, which stay and are not looked for.
    #[serde(default, rename = "rule")]
    pub(super) rules: Vec<PolicyRule>,
    /// Blocs d'occultation, by number.
    #[serde(default)]
    #[cfg_attr(test, schemars(with = "std::collections::BTreeMap<String, Selection>"))]
    pub(super) bloc_table: SortedMap<String, Selection>,
    /// What a judge may make of the recommendation, by name.
    #[serde(default)]
    #[cfg_attr(test, schemars(with = "std::collections::BTreeMap<String, Recommendation>"))]
    pub(super) recommendation: SortedMap<String, Recommendation>,
    /// Switches per decision, by form or register.
    #[serde(default)]
    #[cfg_attr(test, schemars(with = "std::collections::BTreeMap<String, Form>"))]
    pub(super) form: SortedMap<String, Form>,
    /// Levels that mask more than the law orders, by name.
    #[serde(default)]
    #[cfg_attr(test, schemars(with = "std::collections::BTreeMap<String, Selection>"))]
    pub(super) level: SortedMap<String, Selection>,
    /// Natures d'affaire that are not public, or in part.
    pub(super) publicity: Option<Publicity>,
    /// Facts and grounds may be masked as a whole, and on which article.
    pub(super) grounds: Option<GroundsRule>,
}

/// What happens to some kinds of data.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct PolicyRule {
    /// The kinds it speaks of; every kind when not given.
    pub(super) kinds: Option<Vec<Kind>>,
    /// Whose data; everybody's when not given.
    #[serde(default)]
    pub(super) roles: Vec<Role>,
    /// What happens.
    pub(super) action: Action,
    /// A part of the span that is enough to hide.
    pub(super) narrow: Option<Narrow>,
    /// What replaces it instead of what the style says.
    pub(super) with: Option<With>,
    /// The article.
    pub(super) basis: String,
    /// Why, in words.
    pub(super) because: Option<Words>,
}

/// Data that stay or go over what the rules say; by category of the Court, or by kind.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct Selection {
    /// What it means, in words.
    pub(super) meaning: Words,
    /// What stays.
    #[serde(default)]
    pub(super) keep: Vec<String>,
    /// What goes.
    #[serde(default)]
    pub(super) mask: Vec<String>,
    /// The article.
    pub(super) basis: String,
}

/// What a judge made of the recommendation.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct Recommendation {
    /// Its code in the register.
    pub(super) code: Option<u8>,
    /// What it means, in words.
    pub(super) meaning: Words,
    /// True when the bloc that the nature of the case recommends is in force.
    #[serde(default)]
    pub(super) bloc: bool,
    /// True when the judge's own terms belong to it.
    #[serde(default)]
    pub(super) terms: bool,
    /// What stays.
    #[serde(default)]
    pub(super) keep: Vec<String>,
    /// The article.
    pub(super) basis: String,
}

/// The switches of one register or form.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct Form {
    /// What readers call it.
    pub(super) title: Words,
    /// What wins when two switches of the form disagree on a category.
    pub(super) wins: Action,
    /// The bloc in force when the form masks nothing and names no term. With it the form stands instead of any other bloc.
    pub(super) empty_bloc: Option<u8>,
    /// The article.
    pub(super) basis: String,
    /// The switches, by name.
    #[cfg_attr(test, schemars(with = "std::collections::BTreeMap<String, Switch>"))]
    pub(super) switch: SortedMap<String, Switch>,
}

/// One switch: what it masks when it is on, and keeps when it is off.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct Switch {
    /// Categories or kinds.
    #[serde(default)]
    pub(super) parts: Vec<String>,
    /// Its value when the form is given without it; no effect when nothing says.
    pub(super) unset: Option<bool>,
    /// Another name, in the notation of terms: `#magistratGreffe`.
    pub(super) tag: Option<String>,
    /// True when it masks the facts and grounds as a whole.
    #[serde(default)]
    pub(super) grounds: bool,
    /// True when a decision with this switch on is not published at all.
    #[serde(default)]
    pub(super) unpublished: bool,
}

/// Whether facts and grounds may be masked as a whole.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct GroundsRule {
    /// The article.
    pub(super) basis: String,
    /// Why, in words.
    pub(super) because: Words,
}

/// The kinds that are days of a year.
const DATES: &[Kind] = &[Kind::BirthDate, Kind::DeathDate, Kind::MarriageDate];

const SHAPE: &str = "Compare with core/policies/fr-judilibre.toml, or with what `huisclos policy schema` prints: `name`, `title`, and \
                     one `[[rule]]` per group of `kinds` with `action` (replace, keep or review) and `basis`, or `extends`";

pub(super) fn read_json<T: DeserializeOwned>(json: &str) -> Result<T, serde_json::Error> {
    serde_json::from_str(json)
}

/// Reads TOML into what JSON of the same shape gives. Linear in the text.
#[cfg(feature = "toml")]
pub(super) fn read_toml<T: DeserializeOwned>(toml: &str) -> Result<T, Fault> {
    let json = Json::of(toml)?;
    read_json(&json.text).map_err(|error| Fault { line: json.line_in(toml, error.line()), what: what(&error) })
}

/// An error of JSON without its place.
fn what(error: &serde_json::Error) -> String {
    let words = error.to_string();
    words.split(" at line ").next().unwrap_or_default().to_owned()
}

impl PolicyFile {
    #[cfg(feature = "toml")]
    pub(super) fn from_toml(toml: &str) -> Result<Self, Error> {
        let file: Self = read_toml(toml).map_err(|fault| Error::policy(format!("policy, line {}: {}. {SHAPE}", fault.line, fault.what)))?;
        file.complete()
    }

    pub(super) fn from_json(json: &str) -> Result<Self, Error> {
        let file: Self = read_json(json)
            .map_err(|error| Error::policy(format!("policy, line {}, column {}: {}. {SHAPE}", error.line(), error.column(), what(&error))))?;
        file.complete()
    }

    /// The file over the policy it extends, checked.
    fn complete(mut self) -> Result<Self, Error> {
        self.check()?;
        let Some(base) = &self.extends else { return Ok(self) };
        let Some(base) = embedded(base) else {
            return Err(self.wrong(format_args!("`extends = \"{base}\"`: there is no such policy; use one of {}", NAMES.join(", "))));
        };
        let base = Self::from_json(base)?;
        self.rules.extend(base.rules);
        self.style = self.style.or(base.style);
        self.family_link = self.family_link.or(base.family_link);
        self.bloc = self.bloc.or(base.bloc);
        self.publicity = self.publicity.or(base.publicity);
        self.grounds = self.grounds.or(base.grounds);
        over(&mut self.bloc_table, base.bloc_table);
        over(&mut self.recommendation, base.recommendation);
        over(&mut self.form, base.form);
        over(&mut self.level, base.level);
        Ok(self)
    }

    fn wrong(&self, what: std::fmt::Arguments) -> Error {
        Error::policy(format!("policy `{}`: {what}", self.name))
    }

    fn check(&self) -> Result<(), Error> {
        for (at, rule) in self.rules.iter().enumerate() {
            let what = rule.check();
            if let Some(what) = what {
                return Err(self.wrong(format_args!("rule {}: {what}", at + 1)));
            }
        }
        if let Some(bloc) = self.bloc_table.keys().find(|bloc| bloc.parse::<u8>().is_err()) {
            return Err(self.wrong(format_args!("`bloc_table.{bloc}`: a bloc has a number")));
        }
        for (place, name) in self.names() {
            if Part::named(name).is_none() {
                return Err(self.wrong(format_args!("`{place}`: there is no category `{name}`: use {}", Part::names())));
            }
        }
        if let Some((name, _)) = self.form.iter().find(|(_, form)| form.wins == Action::Review) {
            return Err(self.wrong(format_args!("`form.{name}.wins`: use replace or keep")));
        }
        self.publicity.iter().try_for_each(Publicity::check).map_err(|what| self.wrong(format_args!("{what}")))
    }

    /// Every category or kind that the file names, with its place.
    fn names(&self) -> impl Iterator<Item = (String, &str)> {
        let selections = self.bloc_table.iter().map(|row| ("bloc_table", row)).chain(self.level.iter().map(|row| ("level", row)));
        let selections = selections.flat_map(|(table, (name, s))| {
            s.keep.iter().chain(&s.mask).map(move |part| (format!("{table}.{name}"), part.as_str()))
        });
        let recommendations = self
            .recommendation
            .iter()
            .flat_map(|(name, r)| r.keep.iter().map(move |part| (format!("recommendation.{name}"), part.as_str())));
        let switches = self.form.iter().flat_map(|(form, f)| {
            f.switch.iter().flat_map(move |(name, s)| s.parts.iter().map(move |part| (format!("form.{form}.switch.{name}"), part.as_str())))
        });
        selections.chain(recommendations).chain(switches)
    }
}

impl PolicyRule {
    pub(super) fn holds(&self, kind: Kind, role: Role) -> bool {
        self.kinds.as_ref().is_none_or(|kinds| kinds.contains(&kind)) && (self.roles.is_empty() || self.roles.contains(&role))
    }

    /// What is wrong with it, and the remedy.
    fn check(&self) -> Option<String> {
        let kinds = self.kinds.as_deref().unwrap_or(Kind::ALL);
        let has_form = |kind: &Kind| match self.with {
            Some(With::Shift) => DATES.contains(kind),
            Some(With::Generalise) => DATES.contains(kind) || matches!(kind, Kind::Locality | Kind::Date | Kind::Age),
            None => true,
        };
        if kinds.is_empty() {
            return Some("`kinds` is empty: name at least one, or leave it out for every kind".to_owned());
        }
        if self.basis.trim().is_empty() {
            return Some("`basis` is empty: cite the article the rule rests on".to_owned());
        }
        if self.narrow.is_some() && kinds.iter().any(|kind| *kind != Kind::Url) {
            return Some("`narrow` works on `url` only: give url a rule of its own".to_owned());
        }
        let misfit = kinds.iter().find(|kind| !has_form(kind))?;
        Some(format!("`with` does not fit {misfit}: dates are shifted, dates and localities generalised; give {misfit} a rule of its own"))
    }
}

fn over<T>(own: &mut SortedMap<String, T>, base: SortedMap<String, T>) {
    for (name, value) in base {
        own.entry(name).or_insert(value);
    }
}
