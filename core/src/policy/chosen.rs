//! What the caller's options make of a policy: layers over its rules, the last that holds a datum wins.


use super::category::Part;
use super::file::{Form, PolicyFile, Recommendation, Selection, Switch};
use super::terms::Terms;
use crate::error::Error;
use crate::model::{Action, Grounds, Kind, PolicyOptions, Role};
use crate::text::SortedMap;

/// Data that stay or go over what the rules say.
#[derive(Clone, Debug)]
pub(super) struct Layer {
    part: Part,
    pub(super) action: Action,
    pub(super) basis: String,
}

/// The layers that options make, and the rest that they say.
#[derive(Clone, Debug, Default)]
pub(super) struct Chosen {
    pub(super) layers: Vec<Layer>,
    pub(super) terms: Terms,
    /// The bloc in force.
    pub(super) bloc: Option<u8>,
    /// True when the recommendation follows the bloc of the nature of the case, and nothing says which that is.
    pub(super) wants_bloc: bool,
    /// What the caller or a switch wants of facts and grounds.
    pub(super) grounds: Option<Grounds>,
    /// True when a switch says that the decision is not published.
    pub(super) unpublished: bool,
    /// True when terms came with a recommendation that has none: those to remove are removed, those to keep are not kept.
    pub(super) stray_terms: bool,
}

impl Chosen {
    /// The last layer that holds a datum.
    pub(super) fn layer(&self, kind: Kind, role: Role) -> Option<&Layer> {
        self.layers.iter().rev().find(|layer| layer.part.holds(kind, role))
    }

    /// Reads `options` under the policy of `file`. `recommended` is the bloc that the nature of the case recommends.
    ///
    /// # Errors
    /// When an option names what the policy does not know, or two do not go together.
    pub(super) fn of(file: &PolicyFile, options: &PolicyOptions, recommended: Option<u8>) -> Result<Self, Error> {
        let wrong = |what: String| Error::policy(format!("policy `{}`: {what}", file.name));
        let mut chosen = Self { grounds: options.grounds, ..Self::default() };
        let terms = Terms::read(&options.terms).map_err(|what| wrong(format!("`terms`: {what}")))?;
        let recommendation = options.recommendation.as_deref().map(|name| recommendation(file, name).map_err(wrong)).transpose()?;
        let forms = forms(file, options).map_err(wrong)?;

        let stated = options.bloc.or(recommended);
        chosen.bloc = if recommendation.is_some_and(|r| !r.bloc) {
            None
        } else if let Some(form) = forms.iter().find(|form| form.form.empty_bloc.is_some()) {
            let empty = terms == Terms::default() && !form.values.iter().any(|(_, on)| *on);
            form.form.empty_bloc.filter(|_| empty)
        } else {
            chosen.wants_bloc = recommendation.is_some() && stated.is_none();
            stated.or(file.bloc)
        };
        if let Some(number) = chosen.bloc {
            let bloc = bloc(file, number).map_err(wrong)?;
            chosen.select(bloc);
        }
        if let Some(recommendation) = recommendation {
            chosen.add(&recommendation.keep, Action::Keep, &recommendation.basis);
        }
        let is_empty = |form: &Given| form.form.empty_bloc.is_some() && chosen.bloc.is_some();
        let forms: Vec<_> = forms.into_iter().filter(|form| !is_empty(form)).collect();
        for form in &forms {
            chosen.fill(form);
        }
        if let Some(name) = &options.level {
            let level = file.level.get(name).ok_or_else(|| wrong(format!("there is no level `{name}`: use {}", list(file.level.keys()))))?;
            chosen.select(level);
        }
        for (names, action) in [(&options.keep, Action::Keep), (&options.mask, Action::Replace)] {
            for name in names {
                chosen.named(file, name, action).map_err(wrong)?;
            }
        }
        if let Some(both) = options.keep.iter().find(|name| options.mask.contains(name)) {
            return Err(wrong(format!("`{both}` stands in `mask` and in `keep`: take it out of one")));
        }
        chosen.stray_terms = recommendation.is_some_and(|r| !r.terms) && terms != Terms::default();
        chosen.terms = terms;
        if chosen.stray_terms {
            chosen.terms.keep.clear();
            chosen.terms.keep_parts.clear();
        }
        for (names, action) in [(chosen.terms.keep_parts.clone(), Action::Keep), (chosen.terms.mask_parts.clone(), Action::Replace)] {
            for name in names {
                // A term may be a person's name: the message does not repeat it.
                chosen.named(file, &name, action).map_err(|_| wrong(format!("`terms`: a `#` names no category or switch: use {}", Part::names())))?;
            }
        }
        Ok(chosen)
    }

    fn add(&mut self, names: &[String], action: Action, basis: &str) {
        let parts = names.iter().filter_map(|name| Part::named(name));
        self.layers.extend(parts.map(|part| Layer { part, action, basis: basis.to_owned() }));
    }

    fn select(&mut self, selection: &Selection) {
        self.add(&selection.keep, Action::Keep, &selection.basis);
        self.add(&selection.mask, Action::Replace, &selection.basis);
    }

    /// A form's switches: first the side that loses, then the side that wins.
    fn fill(&mut self, given: &Given) {
        let side = |action: Action| {
            let on = action == Action::Replace;
            let parts = given.values.iter().filter(move |(_, value)| *value == on).flat_map(|(switch, _)| switch.parts.iter().cloned());
            (parts.collect::<Vec<_>>(), action)
        };
        let (winner, loser) = if given.form.wins == Action::Keep { (Action::Keep, Action::Replace) } else { (Action::Replace, Action::Keep) };
        for (names, action) in [side(loser), side(winner)] {
            self.add(&names, action, &given.form.basis);
        }
        let on = |wanted: fn(&Switch) -> bool| given.values.iter().any(|(switch, on)| *on && wanted(switch));
        if on(|switch| switch.grounds) {
            self.grounds = self.grounds.or(Some(Grounds::Mask));
        }
        self.unpublished |= on(|switch| switch.unpublished);
    }

    /// A category, kind, switch or tag that the caller names.
    fn named(&mut self, file: &PolicyFile, name: &str, action: Action) -> Result<(), String> {
        let basis = "the caller's own choice (COJ R111-12; CJA R741-14)";
        if let Some(part) = Part::named(name) {
            self.layers.push(Layer { part, action, basis: basis.to_owned() });
            return Ok(());
        }
        let switches = file.form.values().flat_map(|form| form.switch.iter());
        let known = switches.filter(|(id, switch)| *id == name || switch.tag.as_deref() == Some(name));
        let parts: Vec<String> = known.flat_map(|(_, switch)| switch.parts.iter().cloned()).collect();
        if parts.is_empty() {
            return Err(format!("there is no category `{name}`: use {}", Part::names()));
        }
        self.add(&parts, action, basis);
        Ok(())
    }
}

pub(super) fn bloc(file: &PolicyFile, number: u8) -> Result<&Selection, String> {
    file.bloc_table.get(&number.to_string()).ok_or_else(|| {
        if file.bloc_table.is_empty() {
            return format!("it has no blocs: leave `bloc` out, or extend fr-judilibre, which has them (bloc {number} was asked for)");
        }
        format!("there is no bloc {number}: use {}", list(file.bloc_table.keys()))
    })
}

fn recommendation<'f>(file: &'f PolicyFile, name: &str) -> Result<&'f Recommendation, String> {
    let by_code = |(_, r): &(&String, &Recommendation)| r.code.is_some_and(|code| code.to_string() == name);
    let by_name = |known: &str| crate::text::fold(known) == crate::text::fold(name);
    let found = file.recommendation.iter().find(|(known, _)| by_name(known)).or_else(|| file.recommendation.iter().find(by_code));
    found.map(|(_, recommendation)| recommendation).ok_or_else(|| {
        let known = file.recommendation.iter().map(|(name, r)| r.code.map_or_else(|| name.clone(), |code| format!("{name} ({code})")));
        format!("there is no recommendation `{name}`: use {}", list(known))
    })
}

/// A form of which the caller gives at least one switch, and the value of every switch that has one.
struct Given<'f> {
    form: &'f Form,
    values: Vec<(&'f Switch, bool)>,
}

fn forms<'f>(file: &'f PolicyFile, options: &PolicyOptions) -> Result<Vec<Given<'f>>, String> {
    let mut owners: SortedMap<&str, &str> = SortedMap::default();
    for (id, form) in file.form.iter() {
        owners.extend(form.switch.keys().map(|name| (name.as_str(), id.as_str())));
    }
    if let Some(name) = options.switches.keys().find(|name| !owners.contains_key(name.as_str())) {
        let known = if owners.is_empty() { "it has none".to_owned() } else { format!("use {}", list(owners.keys())) };
        return Err(format!("there is no switch `{name}`: {known}"));
    }
    let is_given = |id: &str| options.switches.keys().any(|name| owners[name.as_str()] == id);
    let given = file.form.iter().filter(|(id, _)| is_given(id)).map(|(_, form)| {
        let value = |(name, switch): (&'f String, &'f Switch)| Some((switch, options.switches.get(name).copied().or(switch.unset)?));
        Given { form, values: form.switch.iter().filter_map(value).collect() }
    });
    Ok(given.collect())
}

fn list(names: impl IntoIterator<Item: AsRef<str>>) -> String {
    names.into_iter().map(|name| name.as_ref().to_owned()).collect::<Vec<_>>().join(", ")
}
