//! Legal profiles as data: what goes, what stays, and on which article.
//!
//! A policy is a file of `core/policies`, or the caller's own in the same form. Its rules decide by kind and role; over them
//! lie the layers that [`PolicyOptions`] choose: a bloc, what the judge made of it, switches of a register, a level, the
//! caller's own categories and terms. The last that holds a datum wins.

mod category;
mod chosen;
mod file;
mod nac;
mod rows;
mod schema;
mod terms;
#[cfg(feature = "toml")]
mod toml;
#[cfg(test)]
mod tests;
mod words;

use std::borrow::Cow;
use std::sync::Arc;

use serde::Deserialize;

use crate::error::Error;
use crate::model::{Action, CaseFacts, Confidence, Debates, Grounds, Kind, PolicyOptions, Role, Style, With};
use chosen::Chosen;
use file::PolicyFile;

pub use category::Category;
pub use nac::{Publicity, Published};
pub use rows::{Choice, Row};
pub use schema::{OPTIONS_SCHEMA, SCHEMA};
pub use words::Words;

/// The built-in policies, by name.
const EMBEDDED: &[(&str, &str)] = &[
    ("fr-judilibre", include_str!(concat!(env!("OUT_DIR"), "/fr-judilibre.json"))),
    ("fr-conseil-etat", include_str!(concat!(env!("OUT_DIR"), "/fr-conseil-etat.json"))),
    ("fr-legifrance", include_str!(concat!(env!("OUT_DIR"), "/fr-legifrance.json"))),
    ("fr-initiales", include_str!(concat!(env!("OUT_DIR"), "/fr-initiales.json"))),
    ("full", include_str!(concat!(env!("OUT_DIR"), "/full.json"))),
];

/// The names [`Policy::named`] knows.
pub const NAMES: &[&str] = &["fr-judilibre", "fr-conseil-etat", "fr-legifrance", "fr-initiales", "full"];

/// The JSON of a built-in policy.
fn embedded(name: &str) -> Option<&'static str> {
    EMBEDDED.iter().find(|(known, _)| *known == name).map(|(_, json)| *json)
}

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
#[derive(Clone, Debug)]
pub struct Policy {
    file: Arc<PolicyFile>,
    options: PolicyOptions,
    chosen: Chosen,
}

/// A part of a span that is enough to hide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Narrow {
    /// The label of a web address's host that bears a hidden person's name; the whole stays when none does.
    HostLabelWithName,
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
        Self::named(NAMES[0]).expect("the embedded policy is read by a test")
    }

    /// A built-in policy by its name.
    ///
    /// # Errors
    /// When there is none of that name; the message lists those there are.
    pub fn named(name: &str) -> Result<Self, Error> {
        let json = embedded(name).ok_or_else(|| {
            Error::policy(format!("there is no policy `{name}`: use {}, or give a TOML or JSON file", NAMES.join(", ")))
        })?;
        Self::from_json(json)
    }

    /// A built-in policy by its name, or the TOML or JSON of one: what starts with `{` is JSON, what has several lines TOML.
    ///
    /// # Errors
    /// Those of [`Policy::named`], [`Policy::from_json`] and [`Policy::from_toml`].
    ///
    /// ```
    /// use huisclos::Policy;
    /// let json = r#"{"name": "mine", "title": "Mine", "extends": "fr-judilibre", "bloc": 4}"#;
    /// assert_eq!(Policy::read(json)?.name(), "mine");
    /// assert_eq!(Policy::read("full")?.name(), "full");
    /// # Ok::<(), huisclos::Error>(())
    /// ```
    pub fn read(source: &str) -> Result<Self, Error> {
        let source = source.trim();
        match source {
            json if json.starts_with('{') => Self::from_json(json),
            #[cfg(feature = "toml")]
            toml if toml.contains('\n') => Self::from_toml(toml),
            #[cfg(not(feature = "toml"))]
            toml if toml.contains('\n') => Err(Error::policy("this build reads policies in JSON, not in TOML: `Policy::json_of` of another makes one of the other")),
            name => Self::named(name),
        }
    }

    /// Reads a policy from TOML; `core/policies/fr-judilibre.toml` is the model to copy.
    ///
    /// # Errors
    /// When a field is missing, unknown or has a wrong value; the message names the field, the line and the remedy.
    ///
    /// ```
    /// use huisclos::Policy;
    /// let error = Policy::from_toml("name = 'x'\ntitle = 'X'\nrule = []\nblock = 2").unwrap_err();
    /// assert!(error.to_string().contains("line 4") && error.to_string().contains("block"), "{error}");
    /// ```
    #[cfg(feature = "toml")]
    pub fn from_toml(toml: &str) -> Result<Self, Error> {
        Self::of(PolicyFile::from_toml(toml)?)
    }

    /// A policy in TOML as JSON, for a build that reads no TOML.
    ///
    /// # Errors
    /// Those of [`Policy::from_toml`].
    ///
    /// ```
    /// use huisclos::Policy;
    /// let json = Policy::json_of("name = 'mine'\ntitle = 'Mine'\nextends = 'full'")?;
    /// assert_eq!(Policy::from_json(&json)?.name(), "mine");
    /// # Ok::<(), huisclos::Error>(())
    /// ```
    #[cfg(feature = "toml")]
    pub fn json_of(toml: &str) -> Result<String, Error> {
        Self::from_toml(toml)?;
        toml::Json::of(toml).map(|json| json.text).map_err(|fault| Error::policy(fault.what))
    }

    /// Reads a policy from JSON, of the same shape as the TOML; [`SCHEMA`] describes it.
    ///
    /// # Errors
    /// Those of [`Policy::from_toml`].
    pub fn from_json(json: &str) -> Result<Self, Error> {
        Self::of(PolicyFile::from_json(json)?)
    }

    fn of(file: PolicyFile) -> Result<Self, Error> {
        let options = PolicyOptions::default();
        let chosen = Chosen::of(&file, &options, None)?;
        Ok(Self { file: Arc::new(file), options, chosen })
    }

    /// The same policy with what a caller or a court chooses, over what was chosen before.
    ///
    /// # Errors
    /// When an option names what the policy does not know, or two do not go together; the message names the remedy.
    ///
    /// ```
    /// use huisclos::{Action, Confidence, Kind, Policy, PolicyOptions, Role};
    /// let level = PolicyOptions { level: Some("professionals".into()), ..PolicyOptions::default() };
    /// let policy = Policy::fr_judilibre().with(&level)?;
    /// assert_eq!(policy.decide(Kind::Person, Role::Judge, Confidence::Strong).action, Action::Replace);
    /// assert_eq!(policy.decide(Kind::Organisation, Role::Unknown, Confidence::Strong).action, Action::Keep);
    /// # Ok::<(), huisclos::Error>(())
    /// ```
    pub fn with(self, options: &PolicyOptions) -> Result<Self, Error> {
        let policy = self.with_recommended(options, None)?;
        // With a table of blocs, each case's own nature will say.
        if policy.publicity().has_blocs() { Ok(policy) } else { policy.settled() }
    }

    fn settled(self) -> Result<Self, Error> {
        if self.chosen.wants_bloc {
            return Err(Error::policy(format!(
                "policy `{}`: this recommendation follows the bloc that the nature of the case recommends: give `bloc`, or list the blocs in the \
                 policy's `[publicity.bloc]` and give the case's `nac`",
                self.name()
            )));
        }
        Ok(self)
    }

    fn with_recommended(self, options: &PolicyOptions, recommended: Option<u8>) -> Result<Self, Error> {
        let options = self.options.overlaid(options);
        let chosen = Chosen::of(&self.file, &options, recommended)?;
        Ok(Self { file: self.file, options, chosen })
    }

    /// The same policy with another bloc d'occultation (0 to 4).
    ///
    /// # Errors
    /// When the policy has no such bloc.
    pub fn with_bloc(self, bloc: u8) -> Result<Self, Error> {
        self.with(&PolicyOptions { bloc: Some(bloc), ..PolicyOptions::default() })
    }

    /// The policy for one case: with what its facts say of the masking, and the bloc its nature recommends.
    ///
    /// # Errors
    /// Those of [`Policy::with`].
    pub fn for_case(&self, facts: &CaseFacts) -> Result<Cow<'_, Self>, Error> {
        let nac = facts.nac.as_deref();
        let recommended = nac.and_then(|nac| self.publicity().bloc(nac));
        if facts.occultation == PolicyOptions::default() && recommended.is_none() && !self.chosen.wants_bloc {
            return Ok(Cow::Borrowed(self));
        }
        self.clone().with_recommended(&facts.occultation, recommended)?.settled().map(Cow::Owned)
    }

    /// The policy's name.
    pub fn name(&self) -> &str {
        &self.file.name
    }

    /// The policy's title, for a reader.
    pub fn title(&self) -> &Words {
        &self.file.title
    }

    /// The bloc in force and what it means; `None` when the policy has none, or a form or the judge stands instead of it.
    pub fn bloc(&self) -> Option<(u8, &Words)> {
        let number = self.chosen.bloc?;
        self.file.bloc_table.get(&number.to_string()).map(|bloc| (number, &bloc.meaning))
    }

    /// What was chosen over the policy's own rules.
    pub const fn options(&self) -> &PolicyOptions {
        &self.options
    }

    /// How hidden words are replaced.
    pub fn style(&self) -> Style {
        self.options.style.or(self.file.style).unwrap_or_default()
    }

    /// True when a rule shifts dates, which needs a key.
    pub fn shifts(&self) -> bool {
        self.file.rules.iter().any(|rule| rule.with == Some(With::Shift))
    }

    /// True when two persons of one surname share its label, so that a reader sees they are family.
    pub fn family_link(&self) -> bool {
        self.file.family_link.unwrap_or(true)
    }

    /// Which natures d'affaire are not public.
    pub fn publicity(&self) -> &Publicity {
        static EVERYTHING: Publicity = Publicity::EVERYTHING;
        self.file.publicity.as_ref().unwrap_or(&EVERYTHING)
    }

    /// Terms that the notation of [`PolicyOptions::terms`] keeps.
    pub fn kept_terms(&self) -> &[String] {
        &self.chosen.terms.keep
    }

    /// Terms that the notation of [`PolicyOptions::terms`] removes.
    pub fn removed_terms(&self) -> &[String] {
        &self.chosen.terms.remove
    }

    /// True when terms came with a recommendation that has none of its own: those to remove go, those to keep are not kept.
    pub const fn has_stray_terms(&self) -> bool {
        self.chosen.stray_terms
    }

    /// True when a switch says that the decision is not published.
    pub const fn is_unpublished(&self) -> bool {
        self.chosen.unpublished
    }

    /// The article on which the facts and grounds of a case are masked as a whole; `None` when they are not.
    pub fn masks_grounds(&self, facts: &CaseFacts) -> Option<&str> {
        let rule = self.file.grounds.as_ref();
        let by_nature = facts.nac.as_deref().is_some_and(|nac| self.publicity().is_partial(nac));
        let by_itself = rule.is_some() && (facts.debates == Some(Debates::NotPublic) || by_nature);
        let masks = self.chosen.grounds.map_or(by_itself, |wanted| wanted == Grounds::Mask);
        masks.then(|| rule.map_or("the caller's own choice", |rule| &*rule.basis))
    }

    /// What happens to a span of `kind` whose bearer plays `role`. What no rule names is replaced, but quasi-identifiers ([`Kind::is_quasi_identifier`]) stay.
    ///
    /// [`Confidence::Possible`] turns a replacement into a review.
    pub fn decide(&self, kind: Kind, role: Role, confidence: Confidence) -> Decision<'_> {
        let decides = self.file.rules.iter().find(|rule| rule.holds(kind, role));
        // What no rule names goes: a datum forgotten is a leak. What tells only together with other data must be named.
        let unnamed = if kind.is_quasi_identifier() { Action::Keep } else { Action::Replace };
        let mut decision = decides.map_or(
            Decision { action: unnamed, narrow: None, with: None, basis: "no rule of the policy names it" },
            |rule| Decision { action: rule.action, narrow: rule.narrow, with: rule.with, basis: &rule.basis },
        );
        if let Some(layer) = self.chosen.layer(kind, role)
            && layer.action.hides() != decision.action.hides()
        {
            decision = Decision { action: layer.action, narrow: None, with: None, basis: &layer.basis };
        }
        if decision.action == Action::Replace && confidence == Confidence::Possible {
            decision.action = Action::Review;
        }
        decision
    }
}
