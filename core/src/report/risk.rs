//! Residual risk: what a pseudonymised text still says that, together, singles a person out.
//!
//! The law asks for the names and what the judge adds to them; jobs, villages, dates and offices stay. The figure is in the
//! manner of k-anonymity: of the combinations that stand close together in a text, the rarest, and the number of texts of the
//! corpus that hold it. k counts texts of this corpus, not people of the country: it compares texts, and proves no anonymity.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::text::{OffsetUnit, SortedMap, Span};

/// What a trait says of somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum TraitSort {
    /// A profession.
    Job,
    /// A public office that one person holds at a time: `maire de X`.
    Office,
    /// A commune.
    Place,
    /// A day.
    Date,
    /// A year of birth, or an age.
    Age,
    /// A nationality.
    Nationality,
    /// A company or establishment.
    Organisation,
    /// Letters that may be somebody's own.
    Initials,
    /// The text says that the case is known: `médiatisé`, `affaire dite`.
    Renown,
}

impl TraitSort {
    /// The name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Job => "job",
            Self::Office => "office",
            Self::Place => "place",
            Self::Date => "date",
            Self::Age => "age",
            Self::Nationality => "nationality",
            Self::Organisation => "organisation",
            Self::Initials => "initials",
            Self::Renown => "renown",
        }
    }
}

/// A quasi-identifier, in bytes of the pseudonymised text. `Debug` shows no words.
#[derive(Clone, PartialEq, Eq)]
pub struct Trait {
    /// Where it stands.
    pub span: Span,
    /// What it says.
    pub sort: TraitSort,
    /// What makes two of one sort the same: folded words.
    pub value: String,
}

impl std::fmt::Debug for Trait {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Trait").field("span", &self.span).field("sort", &self.sort).finish_non_exhaustive()
    }
}

/// How much a text gives away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum RiskLevel {
    /// No combination, or one that [`SAFE`] texts or more share.
    Low,
    /// A combination that fewer texts share.
    Medium,
    /// A combination that this text alone holds, of three traits or more; an office; a case that the text calls known.
    High,
}

/// Texts that must share a combination before it counts as common.
pub const SAFE: usize = 5;

/// Traits further apart than this many bytes are not read together.
const NEAR: u32 = 250;

/// What is rare together.
const COMBINATIONS: &[&[TraitSort]] = {
    use TraitSort::{Age, Date, Initials, Job, Nationality, Office, Organisation, Place};
    &[
        &[Office],
        &[Initials],
        &[Job, Place],
        &[Job, Organisation],
        &[Job, Age],
        &[Job, Nationality],
        &[Nationality, Place],
        &[Age, Place],
        &[Job, Place, Date],
        &[Job, Place, Age],
        &[Job, Nationality, Age],
        &[Nationality, Place, Age],
    ]
};

/// Sorts and values that stand close together.
type Combination = Vec<(TraitSort, String)>;

/// The texts of a corpus, by what they hold together.
#[derive(Debug, Default)]
pub struct Population {
    texts: usize,
    counts: BTreeMap<Combination, usize>,
}

/// What one text gives away in its corpus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Risk {
    /// How many texts of the corpus hold the rarest combination, this one included; `None` when it holds none.
    pub k: Option<usize>,
    /// The rarest combination, and of two as rare the one that says more: its traits.
    pub combination: Vec<Trait>,
    /// How much it gives away.
    pub level: RiskLevel,
}

impl Population {
    /// Counts one text's traits (in the order of the text). Near linear in the traits.
    pub fn add(&mut self, traits: &[Trait]) {
        self.texts += 1;
        for (key, _) in combinations(traits) {
            *self.counts.entry(key).or_default() += 1;
        }
    }

    /// How many texts were counted.
    pub const fn texts(&self) -> usize {
        self.texts
    }

    /// What a text with these traits gives away among the texts counted.
    ///
    /// ```
    /// use huisclos::Engine;
    /// use huisclos::report::risk::{Population, RiskLevel};
    /// let engine = Engine::builder().build()?;
    /// let traits = |text: &str| engine.traits(text).unwrap();
    /// let (rare, plain) = ("M. [K], boulanger à Lignol né en 1980.", "M. [K] conteste.");
    /// let mut population = Population::default();
    /// population.add(&traits(rare));
    /// population.add(&traits(plain));
    /// assert_eq!(population.risk(&traits(rare)).k, Some(1));
    /// assert_eq!(population.risk(&traits(rare)).level, RiskLevel::High);
    /// assert_eq!(population.risk(&traits(plain)).level, RiskLevel::Low);
    /// # Ok::<(), huisclos::Error>(())
    /// ```
    pub fn risk(&self, traits: &[Trait]) -> Risk {
        let held = combinations(traits);
        let count = |key: &Combination| self.counts.get(key).copied().unwrap_or(0).max(1);
        let rarest = held.iter().min_by_key(|(key, spans)| (count(key), std::cmp::Reverse(key.len()), spans[0]));
        let renown = traits.iter().any(|own| own.sort == TraitSort::Renown);
        let k = rarest.map(|(key, _)| count(key));
        let told = |sort: TraitSort| held.iter().any(|(key, _)| key[0].0 == sort);
        let level = match (k, rarest) {
            _ if renown || told(TraitSort::Office) => RiskLevel::High,
            (Some(1), Some((key, _))) if key.len() >= 3 => RiskLevel::High,
            (Some(k), _) if k < SAFE => RiskLevel::Medium,
            _ => RiskLevel::Low,
        };
        let combination = rarest.map(|(_, places)| places.iter().map(|&at| traits[at].clone()).collect()).unwrap_or_default();
        Risk { k, combination, level }
    }
}

/// The combinations that stand close together: what they are made of, and where, as indices of `traits`.
fn combinations(traits: &[Trait]) -> Vec<(Combination, Vec<usize>)> {
    let mut found: SortedMap<Combination, Vec<usize>> = SortedMap::default();
    for first in 0..traits.len() {
        let near = |at: &usize| traits[*at].span.start.saturating_sub(traits[first].span.end) <= NEAR;
        let window: Vec<usize> = (first..traits.len()).take_while(near).collect();
        for sorts in COMBINATIONS.iter().filter(|sorts| sorts.contains(&traits[first].sort)) {
            // The nearest trait of every sort after the first.
            let places: Option<Vec<usize>> = sorts.iter().map(|sort| window.iter().copied().find(|&at| traits[at].sort == *sort)).collect();
            if let Some(places) = places {
                let key = places.iter().map(|&at| (traits[at].sort, traits[at].value.clone())).collect();
                found.entry(key).or_insert(places);
            }
        }
    }
    found.into_iter().collect()
}

/// The risk of one text on the wire. It holds no words.
#[derive(Debug, Serialize)]
pub struct RiskView<'r> {
    /// The document's id, when it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<&'r str>,
    /// How much it gives away.
    pub level: RiskLevel,
    /// Texts of the corpus that hold the rarest combination.
    pub k: Option<usize>,
    /// The unit of every offset.
    pub offset_unit: OffsetUnit,
    /// The rarest combination.
    pub combination: Vec<TraitView>,
    /// Every trait, in the order of the text.
    pub traits: Vec<TraitView>,
}

/// One trait on the wire.
#[derive(Debug, Serialize)]
pub struct TraitView {
    /// First unit.
    pub start: u32,
    /// One past the last unit.
    pub end: u32,
    /// What it says.
    pub sort: TraitSort,
}

impl RiskView<'_> {
    /// The risk of a text with `traits`, each at its place in `places`, which are in `unit` ([`crate::OffsetTable`] converts).
    ///
    /// # Panics
    /// When there are fewer places than traits.
    pub fn new(traits: &[Trait], places: &[(u32, u32)], risk: &Risk, unit: OffsetUnit) -> Self {
        let view = |at: usize| TraitView { start: places[at].0, end: places[at].1, sort: traits[at].sort };
        let combination = risk.combination.iter().filter_map(|own| traits.iter().position(|known| known == own)).map(view).collect();
        Self { id: None, level: risk.level, k: risk.k, offset_unit: unit, combination, traits: (0..traits.len()).map(view).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn traits(of: &[(TraitSort, &str, u32)]) -> Vec<Trait> {
        of.iter().map(|(sort, value, start)| Trait { span: Span::new(*start, start + 1), sort: *sort, value: (*value).to_owned() }).collect()
    }

    #[test]
    fn k_is_the_number_of_texts_that_share_the_rarest_combination() {
        use TraitSort::{Date, Job, Place, Renown};
        let baker = traits(&[(Job, "BOULANGER", 0), (Place, "LIGNOL", 20)]);
        let mut population = Population::default();
        for _ in 0..SAFE {
            population.add(&baker);
        }
        assert_eq!(population.risk(&baker).k, Some(SAFE));
        assert_eq!(population.risk(&baker).level, RiskLevel::Low);
        let dated = traits(&[(Job, "BOULANGER", 0), (Place, "LIGNOL", 20), (Date, "3 MAI 2020", 60)]);
        population.add(&dated);
        let risk = population.risk(&dated);
        assert_eq!((risk.k, risk.combination.len(), risk.level), (Some(1), 3, RiskLevel::High));
        let far = traits(&[(Job, "BOULANGER", 0), (Place, "LIGNOL", 2000)]);
        assert_eq!(population.risk(&far).k, None);
        let other = traits(&[(Job, "LUTHIER", 0), (Place, "LIGNOL", 20)]);
        assert_eq!(population.risk(&other).level, RiskLevel::Medium);
        assert_eq!(population.risk(&traits(&[(Renown, "", 0)])).level, RiskLevel::High);
        assert!(!format!("{baker:?}").contains("LIGNOL"));
    }
}
