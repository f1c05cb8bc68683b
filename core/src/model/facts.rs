use serde::{Deserialize, Serialize};

use super::{PolicyOptions, Role};

/// What the caller knows of the case, as the court's metadata give it.
///
/// `Debug` shows counts, never names.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CaseFacts {
    /// Persons and their roles: a known name is found in every spelling.
    pub persons: Vec<KnownPerson>,
    /// Terms that must stay readable.
    pub keep: Vec<String>,
    /// Terms that must go, whatever they are.
    pub remove: Vec<String>,
    /// Nature d'affaire civile, as in the court's register.
    pub nac: Option<String>,
    /// The court, in its own words.
    pub court: Option<String>,
    /// Whether the debates were public.
    pub debates: Option<Debates>,
    /// The register's box that says whether the decision itself is public.
    pub public: Option<bool>,
    /// What the court decided on the masking of this decision.
    pub occultation: PolicyOptions,
}

impl std::fmt::Debug for CaseFacts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CaseFacts")
            .field("persons", &self.persons.len())
            .field("keep", &self.keep.len())
            .field("remove", &self.remove.len())
            .finish_non_exhaustive()
    }
}

/// One person the caller names.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KnownPerson {
    /// The name in any spelling: `Jean DUPONT`, `DUPONT Jean`.
    pub name: String,
    /// The role; `unknown` when not given, which is treated as a third party.
    #[serde(default = "unknown")]
    pub role: Role,
    /// The caller's own id of this person: the same person in every document, whatever the name, when a ledger is kept.
    #[serde(default)]
    pub id: Option<String>,
}

impl std::fmt::Debug for KnownPerson {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("KnownPerson").field("role", &self.role).finish_non_exhaustive()
    }
}

const fn unknown() -> Role {
    Role::Unknown
}

/// Whether the public could attend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Debates {
    /// Open to the public.
    Public,
    /// En chambre du conseil, huis clos.
    NotPublic,
}
