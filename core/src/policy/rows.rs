use serde::Serialize;

use super::{Category, Policy, Words};
use crate::model::{Action, Confidence, Kind, Role};
use crate::text::order_by;

/// One line of a policy in words: data that share a category, an action and an article.
///
/// ```
/// use huisclos::{Action, Policy};
/// let policy = Policy::fr_judilibre();
/// let rows = policy.rows();
/// let judges = rows.iter().find(|row| row.category.is_some_and(|c| c.id() == "professionnelMagistratGreffier")).unwrap();
/// assert_eq!(judges.action, Action::Keep);
/// assert!(judges.basis.contains("L111-13"));
/// ```
#[derive(Clone, Debug, Serialize)]
pub struct Row<'p> {
    /// The Court's category; `None` for what the Court's tools do not know.
    pub category: Option<&'static Category>,
    /// The kinds.
    pub kinds: Vec<Kind>,
    /// Whose data; empty for everybody's, or for what has no bearer.
    pub roles: Vec<Role>,
    /// What happens to them.
    pub action: Action,
    /// The article.
    pub basis: &'p str,
    /// Why, when the policy says.
    pub because: Option<&'p Words>,
}

impl Policy {
    /// The whole policy as it is in force, by category, in the order of the Court's table, then by kind.
    pub fn rows(&self) -> Vec<Row<'_>> {
        let mut rows: Vec<Row> = Vec::new();
        for &kind in Kind::ALL.iter().filter(|kind| **kind != Kind::Grounds) {
            let roles = match kind {
                Kind::Person => Role::ALL,
                // Firms of counsel go with counsel.
                Kind::Organisation => &[Role::Unknown, Role::Lawyer],
                _ => &[Role::Unknown],
            };
            for &role in roles {
                self.row(kind, role, &mut rows);
            }
        }
        let place = |row: &Row| row.category.and_then(|own| Category::all().iter().position(|c| c.id() == own.id())).map_or(u64::from(u32::MAX), |place| place as u64);
        order_by(&mut rows, |row| place(row) << 8 | row.roles.first().map_or(0, |role| *role as u64 + 1));
        rows
    }

    /// Adds a datum to the row it belongs to.
    fn row<'p>(&'p self, kind: Kind, role: Role, rows: &mut Vec<Row<'p>>) {
        let decision = self.decide(kind, role, Confidence::Certain);
        let category = Category::of(kind, role);
        let decides = self.file.rules.iter().find(|rule| rule.holds(kind, role)).filter(|rule| rule.basis == decision.basis);
        let because = decides.and_then(|rule| rule.because.as_ref());
        let is_person = kind == Kind::Person;
        let same = |row: &&mut Row<'p>| {
            let alike = row.action == decision.action && row.basis == decision.basis && row.because == because;
            alike && row.category.map(Category::id) == category.map(Category::id) && (category.is_some() || row.kinds.contains(&kind))
        };
        if let Some(row) = rows.iter_mut().find(same) {
            if !row.kinds.contains(&kind) {
                row.kinds.push(kind);
            }
            if is_person {
                row.roles.push(role);
            }
            return;
        }
        let roles = if is_person { vec![role] } else { Vec::new() };
        rows.push(Row { category, kinds: vec![kind], roles, action: decision.action, basis: decision.basis, because });
    }
}

/// Something that a caller may choose over a policy's rules.
///
/// ```
/// use huisclos::Policy;
/// let policy = Policy::fr_judilibre();
/// let choices = policy.choices();
/// let pm = choices.iter().find(|choice| choice.name == "IND_PM").unwrap();
/// assert_eq!((pm.option, pm.parts), ("switches", &["personneMorale".to_owned(), "numeroSiretSiren".to_owned()][..]));
/// ```
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Choice<'p> {
    /// The field of [`crate::PolicyOptions`]: `bloc`, `recommendation`, `switches` or `level`.
    pub option: &'static str,
    /// What to write there.
    pub name: &'p str,
    /// The same as a code, where there is one.
    pub code: Option<u8>,
    /// What it means; of a switch, the form it belongs to.
    pub meaning: &'p Words,
    /// What a bloc or a recommendation leaves readable, what a level masks, what a switch masks or leaves readable.
    pub parts: &'p [String],
    /// True when it masks the facts and grounds as a whole.
    pub grounds: bool,
    /// The article.
    pub basis: &'p str,
}

impl Policy {
    /// All that a caller may choose, in the order in which the layers lie.
    pub fn choices(&self) -> Vec<Choice<'_>> {
        let file = &*self.file;
        let choice = |option, name, meaning, parts, basis| Choice { option, name, code: None, meaning, parts, grounds: false, basis };
        let blocs = file.bloc_table.iter().map(|(name, b)| choice("bloc", name, &b.meaning, &b.keep, &b.basis));
        let recommendations = file
            .recommendation
            .iter()
            .map(|(name, r)| Choice { code: r.code, ..choice("recommendation", name, &r.meaning, &r.keep, &r.basis) });
        let switches = file.form.values().flat_map(|form| {
            form.switch.iter().map(|(name, switch)| Choice {
                grounds: switch.grounds,
                ..choice("switches", name, &form.title, &switch.parts, &form.basis)
            })
        });
        let levels = file.level.iter().map(|(name, level)| choice("level", name, &level.meaning, &level.mask, &level.basis));
        blocs.chain(recommendations).chain(switches).chain(levels).collect()
    }

    /// Where the facts and grounds go as a whole: why, and the article; `None` when the policy never masks them by itself.
    pub fn grounds(&self) -> Option<(&Words, &str)> {
        self.file.grounds.as_ref().map(|rule| (&rule.because, rule.basis.as_str()))
    }
}
