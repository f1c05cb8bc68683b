//! Legal profiles as data: what goes, what stays, and on which article.

mod nac;

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::error::Error;
use crate::model::{Action, Confidence, Kind, Role, With};

pub use nac::Publicity;

const FR_JUDILIBRE: &str = include_str!("../../policies/fr-judilibre.toml");

/// The names [`Policy::named`] knows.
pub const NAMES: &[&str] = &["fr-judilibre"];

/// A legal profile: one action per kind and role, each with its article.
///
/// ```
/// use huisclos::{Action, Confidence, Kind, Policy, Role};
/// let policy = Policy::fr_judilibre();
/// assert_eq!(policy.decide(Kind::Person, Role::Judge, Confidence::Strong).action, Action::Keep);
/// assert_eq!(policy.decide(Kind::Person, Role::Party, Confidence::Strong).action, Action::Replace);
/// assert_eq!(policy.decide(Kind::Person, Role::Party, Confidence::Possible).action, Action::Review);
/// assert_eq!(policy.decide(Kind::Organisation, Role::Unknown, Confidence::Strong).action, Action::Keep);
/// let all = policy.with_bloc(1).unwrap();
/// assert_eq!(all.decide(Kind::Organisation, Role::Unknown, Confidence::Strong).action, Action::Replace);
/// ```
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    name: String,
    title: String,
    bloc: u8,
    #[serde(default = "yes")]
    family_link: bool,
    #[serde(rename = "rule")]
    rules: Vec<PolicyRule>,
    #[serde(default)]
    bloc_table: BTreeMap<String, Bloc>,
    #[serde(default)]
    publicity: Publicity,
}

const fn yes() -> bool {
    true
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PolicyRule {
    kinds: Vec<Kind>,
    #[serde(default)]
    roles: Vec<Role>,
    action: Action,
    #[serde(default)]
    narrow: Option<Narrow>,
    #[serde(default)]
    with: Option<With>,
    basis: String,
}

/// The kinds that are days of a year.
const DATES: &[Kind] = &[Kind::BirthDate, Kind::DeathDate, Kind::MarriageDate];

/// A part of a span that is enough to hide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Narrow {
    /// The label of a web address's host that bears a hidden person's name; the whole stays when none does.
    HostLabelWithName,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Bloc {
    meaning: String,
    keep: Vec<Kind>,
    basis: String,
}

/// What a policy says of one span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decision<'p> {
    /// What happens to it.
    pub action: Action,
    /// The part that is enough to hide.
    pub narrow: Option<Narrow>,
    /// What replaces it instead of what the style says.
    pub with: Option<With>,
    /// The article.
    pub basis: &'p str,
}

impl Policy {
    /// The open data of French judicial decisions, bloc 3: companies, case numbers, magistrates, clerks and counsel stay.
    ///
    /// # Panics
    /// Never: a test reads the embedded file.
    pub fn fr_judilibre() -> Self {
        Self::from_toml(FR_JUDILIBRE).expect("the embedded policy is read by a test")
    }

    /// A built-in policy by its name.
    ///
    /// # Errors
    /// When there is none of that name; the message lists those there are.
    pub fn named(name: &str) -> Result<Self, Error> {
        match name {
            "fr-judilibre" => Ok(Self::fr_judilibre()),
            _ => Err(Error::policy(format!("there is no policy `{name}`: use {}, or give a TOML file", NAMES.join(", ")))),
        }
    }

    /// Reads a policy from TOML; `core/policies/fr-judilibre.toml` is the model to copy.
    ///
    /// # Errors
    /// When a field is missing, unknown or has a wrong value; the message names the field, the line and the remedy.
    ///
    /// ```
    /// use huisclos::Policy;
    /// let error = Policy::from_toml("name = 'x'\ntitle = 'X'\nbloc = 1\nrule = []\nblock = 2").unwrap_err();
    /// assert!(error.to_string().contains("block"), "{error}");
    /// ```
    pub fn from_toml(toml: &str) -> Result<Self, Error> {
        let policy: Self = toml::from_str(toml).map_err(|error| {
            let line = error.span().map_or(1, |span| 1 + toml[..span.start.min(toml.len())].matches('\n').count());
            Error::policy(format!(
                "policy, line {line}: {}. Compare with core/policies/fr-judilibre.toml: `name`, `title`, `bloc` and one \
                 `[[rule]]` per group of `kinds` with `action` (replace, keep or review) and `basis`",
                error.message().trim_end()
            ))
        })?;
        policy.check()?;
        Ok(policy)
    }

    fn check(&self) -> Result<(), Error> {
        if let Some(rule) = self.rules.iter().find(|rule| rule.kinds.is_empty()) {
            return Err(Error::policy(format!(
                "policy `{}`: a rule with basis `{}` has an empty `kinds`: name at least one kind",
                self.name, rule.basis
            )));
        }
        if let Some(rule) = self.rules.iter().find(|rule| rule.basis.trim().is_empty()) {
            return Err(Error::policy(format!(
                "policy `{}`: the rule for {} has an empty `basis`: cite the article it rests on",
                self.name, rule.kinds[0]
            )));
        }
        if let Some(rule) = self.rules.iter().find(|r| r.narrow.is_some() && r.kinds.iter().any(|k| *k != Kind::Url)) {
            return Err(Error::policy(format!(
                "policy `{}`: `narrow` in the rule for {} works on `url` only: give url a rule of its own",
                self.name, rule.kinds[0]
            )));
        }
        let has_form = |rule: &PolicyRule, kind: &Kind| match rule.with {
            Some(With::Shift) => DATES.contains(kind),
            Some(With::Generalise) => DATES.contains(kind) || *kind == Kind::Locality,
            None => true,
        };
        if let Some((rule, kind)) = self.rules.iter().find_map(|rule| rule.kinds.iter().find(|kind| !has_form(rule, kind)).map(|kind| (rule, kind))) {
            return Err(Error::policy(format!(
                "policy `{}`: `with` in the rule for {} does not fit {kind}: dates are shifted, dates and localities generalised; give {kind} a rule of its own",
                self.name, rule.kinds[0]
            )));
        }
        for bloc in self.bloc_table.keys() {
            if !matches!(bloc.as_str(), "0" | "1" | "2" | "3" | "4") {
                return Err(Error::policy(format!("policy `{}`: `bloc_table.{bloc}`: blocs are 0 to 4", self.name)));
            }
        }
        self.publicity.check().map_err(Error::policy)?;
        self.clone().with_bloc(self.bloc).map(|_| ())
    }

    /// The same policy with another bloc d'occultation (0 to 4).
    ///
    /// # Errors
    /// When the policy has no such bloc.
    pub fn with_bloc(mut self, bloc: u8) -> Result<Self, Error> {
        if !self.bloc_table.is_empty() && !self.bloc_table.contains_key(&bloc.to_string()) {
            let known: Vec<_> = self.bloc_table.keys().map(String::as_str).collect();
            return Err(Error::policy(format!("policy `{}` has no bloc {bloc}: use {}", self.name, known.join(", "))));
        }
        self.bloc = bloc;
        Ok(self)
    }

    /// The policy's name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The policy's title, for a reader.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The bloc in force, and what it means.
    pub fn bloc(&self) -> (u8, &str) {
        (self.bloc, self.bloc_table.get(&self.bloc.to_string()).map_or("", |bloc| bloc.meaning.as_str()))
    }

    /// True when a rule shifts dates, which needs a key.
    pub fn shifts(&self) -> bool {
        self.rules.iter().any(|rule| rule.with == Some(With::Shift))
    }

    /// True when two persons of one surname share its label, so that a reader sees they are family.
    pub const fn family_link(&self) -> bool {
        self.family_link
    }

    /// Which natures d'affaire are not public.
    pub const fn publicity(&self) -> &Publicity {
        &self.publicity
    }

    /// What happens to a span of `kind` whose bearer plays `role`. What no rule names is replaced.
    ///
    /// [`Confidence::Possible`] turns a replacement into a review.
    pub fn decide(&self, kind: Kind, role: Role, confidence: Confidence) -> Decision<'_> {
        if let Some(bloc) = self.bloc_table.get(&self.bloc.to_string()).filter(|bloc| bloc.keep.contains(&kind)) {
            return Decision { action: Action::Keep, narrow: None, with: None, basis: &bloc.basis };
        }
        let rule = self.rules.iter().find(|r| r.kinds.contains(&kind) && (r.roles.is_empty() || r.roles.contains(&role)));
        let (action, narrow, with, basis) = rule
            .map_or((Action::Replace, None, None, "no rule of the policy names it"), |rule| (rule.action, rule.narrow, rule.with, &*rule.basis));
        let action = if action == Action::Replace && confidence == Confidence::Possible { Action::Review } else { action };
        Decision { action, narrow, with, basis }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_policies_are_read_and_every_bloc_exists() {
        for name in NAMES {
            let policy = Policy::named(name).unwrap();
            assert_eq!(policy.name(), *name);
            for bloc in 0..=4 {
                assert_eq!(policy.clone().with_bloc(bloc).unwrap().bloc().0, bloc);
            }
        }
        assert!(Policy::fr_judilibre().with_bloc(5).unwrap_err().is_policy());
    }

    #[test]
    fn blocs_keep_what_the_table_says() {
        let keeps = |bloc| {
            let policy = Policy::fr_judilibre().with_bloc(bloc).unwrap();
            [Kind::BirthDate, Kind::DeathDate, Kind::MarriageDate, Kind::Organisation, Kind::CompanyId, Kind::Address]
                .map(|kind| policy.decide(kind, Role::Unknown, Confidence::Strong).action == Action::Keep)
        };
        assert_eq!(keeps(0), [false, false, false, true, true, false]);
        assert_eq!(keeps(1), [false; 6]);
        assert_eq!(keeps(2), [true, true, true, false, false, false]);
        assert_eq!(keeps(3), [false, false, false, true, true, false]);
        assert_eq!(keeps(4), [true, true, true, true, true, false]);
    }

    #[test]
    fn the_family_link_shows_unless_the_policy_says_no() {
        let policy = |line: &str| Policy::from_toml(&format!("name = 'x'\ntitle = 'X'\nbloc = 1\nrule = []\n{line}")).unwrap();
        assert!(policy("").family_link() && policy("family_link = true").family_link());
        assert!(!policy("family_link = false").family_link());
    }

    #[test]
    fn errors_name_the_field_and_the_remedy() {
        let head = "name = 'x'\ntitle = 'X'\nbloc = 1\n";
        for (rest, word) in [
            ("[[rule]]\nkinds = ['nir']\naction = 'keep'\nbasis = 'b'", "nir"),
            ("[[rule]]\nkinds = ['url']\naction = 'mask'\nbasis = 'b'", "mask"),
            ("[[rule]]\nkinds = []\naction = 'keep'\nbasis = 'b'", "kinds"),
            ("[[rule]]\nkinds = ['url']\naction = 'keep'\nbasis = ''", "basis"),
            ("[[rule]]\nkinds = ['url']\naction = 'keep'", "basis"),
            ("[[rule]]\nkinds = ['birth_date', 'url']\naction = 'replace'\nwith = 'shift'\nbasis = 'b'", "url"),
            ("[[rule]]\nkinds = ['locality']\naction = 'replace'\nwith = 'shift'\nbasis = 'b'", "locality"),
        ] {
            let message = Policy::from_toml(&format!("{head}{rest}")).unwrap_err().to_string();
            assert!(message.contains(word), "{message}");
        }
    }
}
