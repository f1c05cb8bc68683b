//! The Court's categories, and any other group of data that a policy or a caller names.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::file::read_json;
use super::words::Words;
use crate::model::{Kind, Role};

const CATEGORIES: &str = include_str!(concat!(env!("OUT_DIR"), "/categories.json"));

/// Data of some kinds and, when it names roles, of bearers in those roles only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    kinds: Vec<Kind>,
    roles: Vec<Role>,
}

impl Part {
    pub(super) fn holds(&self, kind: Kind, role: Role) -> bool {
        self.kinds.contains(&kind) && (self.roles.is_empty() || self.roles.contains(&role))
    }

    /// What a name stands for: a category of the Court, or a kind by its wire name.
    pub(super) fn named(name: &str) -> Option<Self> {
        let category = Category::all().iter().position(|category| category.id == name);
        let kind = || Kind::from_name(name).map(|kind| Self { kinds: vec![kind], roles: Vec::new() });
        category.map(Category::part).or_else(kind)
    }

    /// What may be named, for an error's remedy.
    pub(super) fn names() -> String {
        let names: Vec<_> = Category::all().iter().map(|category| category.id.as_str()).collect();
        format!("{}, or a kind such as `address`", names.join(", "))
    }
}

/// A category of the Court's tools, by its wire name.
///
/// ```
/// use huisclos::policy::Category;
/// use huisclos::{Kind, Role};
/// assert_eq!(Category::of(Kind::Person, Role::Judge).unwrap().id(), "professionnelMagistratGreffier");
/// assert_eq!(Category::of(Kind::Card, Role::Unknown).unwrap().id(), "compteBancaire");
/// assert!(Category::of(Kind::CaseNumber, Role::Unknown).is_none());
/// ```
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Category {
    id: String,
    title: Words,
    #[serde(skip_serializing)]
    kinds: Vec<Kind>,
    #[serde(default, skip_serializing)]
    roles: Vec<Role>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    category: Vec<Category>,
}

impl Category {
    /// Every category.
    ///
    /// # Panics
    /// Never: a test reads the embedded table.
    pub fn all() -> &'static [Self] {
        static ALL: OnceLock<Vec<Category>> = OnceLock::new();
        ALL.get_or_init(|| read_json::<File>(CATEGORIES).expect("the embedded table is read by a test").category)
    }

    /// The category of a datum of `kind` whose bearer plays `role`; none for what the Court's tools do not know.
    pub fn of(kind: Kind, role: Role) -> Option<&'static Self> {
        Self::all().iter().find(|category| category.kinds.contains(&kind) && (category.roles.is_empty() || category.roles.contains(&role)))
    }

    /// The wire name.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What readers call it.
    pub const fn title(&self) -> &Words {
        &self.title
    }

    /// The data of the category at `index`: those that no category before it holds.
    fn part(index: usize) -> Part {
        let (category, before) = (&Self::all()[index], &Self::all()[..index]);
        let shares = |other: &&Self| other.kinds.iter().any(|kind| category.kinds.contains(kind));
        let taken = |role: &Role| before.iter().filter(shares).any(|other| other.roles.contains(role));
        let roles = if !category.roles.is_empty() {
            category.roles.clone()
        } else if before.iter().any(|other| shares(&other)) {
            Role::ALL.iter().copied().filter(|role| !taken(role)).collect()
        } else {
            Vec::new()
        };
        Part { kinds: category.kinds.clone(), roles }
    }
}
