use std::borrow::Cow;

use crate::model::{Entity, Kind, OutSpan, Role, Warning};
use crate::text::{SortedMap, Span};

use super::EntityKey;

/// What one run found and what becomes of it.
///
/// `Debug` shows counts, never text.
#[derive(Clone)]
pub struct Outcome<'t> {
    original: Cow<'t, str>,
    /// Sorted and disjoint, in bytes of the original.
    pub spans: Vec<OutSpan>,
    /// In order of first mention.
    pub entities: Vec<Entity>,
    /// What the caller should know.
    pub warnings: Vec<Warning>,
}

/// One replacement, in bytes of the original text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edit<'o> {
    /// What goes.
    pub span: Span,
    /// What comes.
    pub replacement: &'o str,
}

impl std::fmt::Debug for Outcome<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Outcome")
            .field("bytes", &self.original.len())
            .field("spans", &self.spans.len())
            .field("entities", &self.entities.len())
            .field("warnings", &self.warnings)
            .finish()
    }
}

impl<'t> Outcome<'t> {
    pub(super) const fn new(original: Cow<'t, str>, spans: Vec<OutSpan>, entities: Vec<Entity>, warnings: Vec<Warning>) -> Self {
        Self { original, spans, entities, warnings }
    }

    /// The original text.
    pub fn original(&self) -> &str {
        &self.original
    }

    /// The replacements, and before each the word that changes with it; sorted and disjoint.
    pub fn edits(&self) -> impl Iterator<Item = Edit<'_>> {
        let hidden = self.spans.iter().filter(|span| span.action.hides());
        hidden.flat_map(|span| {
            let lead = span.lead.as_ref().map(|lead| Edit { span: lead.span, replacement: &lead.text });
            lead.into_iter().chain([Edit { span: span.span, replacement: &span.replacement }])
        })
    }

    /// The pseudonymised text; spans under review are replaced.
    ///
    /// ```
    /// use huisclos::{CaseFacts, Engine};
    /// let engine = Engine::builder().build()?;
    /// let outcome = engine.detect("lea@courriel.example", &CaseFacts::default())?;
    /// assert_eq!(outcome.text(), "[Courriel 1]");
    /// # Ok::<(), huisclos::Error>(())
    /// ```
    pub fn text(&self) -> String {
        let mut out = String::with_capacity(self.original.len());
        let mut from = 0;
        for edit in self.edits() {
            out.push_str(&self.original[from..edit.span.start as usize]);
            out.push_str(edit.replacement);
            from = edit.span.end as usize;
        }
        out.push_str(&self.original[from..]);
        out
    }
}

/// Gives every span its entity's id and collects the entities.
pub(super) fn entities(spans: &mut [OutSpan], keys: Vec<EntityKey>) -> Vec<Entity> {
    let mut known: SortedMap<EntityKey, usize> = SortedMap::default();
    let mut counts: SortedMap<char, usize> = SortedMap::default();
    let mut entities: Vec<Entity> = Vec::new();
    for (index, (span, key)) in spans.iter_mut().zip(keys).enumerate() {
        let at = *known.entry(key).or_insert_with(|| {
            let letter = letter(span.kind);
            let count = counts.entry(letter).or_default();
            *count += 1;
            entities.push(Entity { id: format!("{letter}{count}"), kind: span.kind, role: span.role, mentions: Vec::new() });
            entities.len() - 1
        });
        span.entity.clone_from(&entities[at].id);
        entities[at].mentions.push(index as u32);
    }
    for entity in &mut entities {
        let mut votes: SortedMap<Role, usize> = SortedMap::default();
        for &mention in &entity.mentions {
            let role = spans[mention as usize].role;
            *votes.entry(role).or_default() += usize::from(role != Role::Unknown);
        }
        // The first of the most frequent, in the order of `Role::ALL`: parties before members of the court.
        if let Some((role, _)) = votes.into_iter().rev().max_by_key(|(_, votes)| *votes) {
            entity.role = role;
        }
    }
    entities
}

/// The letter before the number of an entity of this kind.
const fn letter(kind: Kind) -> char {
    match kind {
        Kind::Person => 'p',
        Kind::Organisation => 'o',
        Kind::Establishment => 'e',
        Kind::Address => 'a',
        Kind::Locality => 'l',
        Kind::BirthDate => 'b',
        Kind::DeathDate => 'd',
        Kind::MarriageDate => 'm',
        Kind::NationalId => 'n',
        Kind::CompanyId => 's',
        Kind::BankAccount => 'r',
        Kind::Card => 'k',
        Kind::Phone => 't',
        Kind::Email => 'c',
        Kind::Url => 'u',
        Kind::Plate => 'v',
        Kind::LandParcel => 'f',
        Kind::IdNumber => 'i',
        Kind::CaseNumber => 'g',
        Kind::Date => 'j',
        Kind::Age => 'y',
        Kind::Amount => 'q',
        Kind::Nationality => 'w',
        Kind::Term => 'x',
        Kind::Grounds => 'z',
    }
}
