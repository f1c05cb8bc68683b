//! The one path: rules, persons, overlaps, policy, labels. The only module that knows every stage.

mod analysis;
mod audit;
mod batch;
mod bearers;
mod builder;
mod doubts;
mod grounds;
#[cfg(feature = "formats")]
mod redact;
mod naming;
mod outcome;
mod publicity;
mod review;
mod risk;
mod survivors;
mod terms;
mod verify;
mod web;

use std::sync::{Arc, Mutex};

use rustc_hash::FxHashSet;

use self::web::Bearers;
use crate::context::{Cue, Page};
use crate::error::Error;
use crate::lexicon::Class;
use crate::model::{Action, CaseFacts, Confidence, Country, Detection, Kind, OutSpan, PolicyOptions, Role, Warning, With};
use crate::persons::{self, People};
use crate::policy::{Narrow, Policy};
use crate::recognizers;
use crate::replace::{self, Key, Ledger, Style};
use crate::resolve::{Claim, disjoint, in_order};
use crate::text::{Gap, SortedMap, Span, TokenKind, one_of};

use naming::Named;

pub use analysis::Analysis;
pub use batch::Input;
pub use builder::EngineBuilder;
#[cfg(feature = "formats")]
pub use redact::{RedactedDocument, redact_document};
pub use outcome::{Edit, Outcome};
pub use verify::Known;

/// Finds and replaces the personal data of decisions. Immutable: share one among threads.
///
/// ```
/// use huisclos::{CaseFacts, Engine, Kind};
/// let engine = Engine::builder().build()?;
/// let outcome = engine.pseudonymize("Écrire à lea@courriel.example.", &CaseFacts::default())?;
/// assert_eq!(outcome.text(), "Écrire à [Courriel 1].");
/// assert_eq!(outcome.spans[0].kind, Kind::Email);
/// # Ok::<(), huisclos::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Engine {
    country: Country,
    policy: Policy,
    key: Option<Key>,
    ledger: Option<Shelf>,
}

/// The ledger of an engine and of its clones: one document at a time writes in it.
#[derive(Clone)]
struct Shelf(Arc<Mutex<Box<dyn Ledger>>>);

impl std::fmt::Debug for Shelf {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Ledger")
    }
}

impl Engine {
    /// Starts with France and `fr-judilibre`.
    pub fn builder() -> EngineBuilder {
        EngineBuilder { country: Country::Fr, policy: None, options: PolicyOptions::default(), style: None, key: None, ledger: None }
    }

    /// The legal profile in force.
    pub const fn policy(&self) -> &Policy {
        &self.policy
    }

    /// The country whose rules read the decisions.
    pub const fn country(&self) -> Country {
        self.country
    }

    /// How hidden words are replaced.
    pub fn style(&self) -> Style {
        self.policy.style()
    }

    /// True when replacements are kept in a ledger, and documents have to be replaced in their order.
    pub const fn has_ledger(&self) -> bool {
        self.ledger.is_some()
    }

    /// Finds every personal datum of `text` and what becomes of it. Near linear in the text.
    ///
    /// # Errors
    /// When the text is larger than 4 GiB, or the ledger fails.
    pub fn detect<'t>(&self, text: &'t str, facts: &CaseFacts) -> Result<Outcome<'t>, Error> {
        self.replace(self.analyse(text, facts)?)
    }

    /// The same as [`Engine::detect`]: the outcome's `text()` is the pseudonymised decision.
    ///
    /// # Errors
    /// When the text is larger than 4 GiB, or the ledger fails.
    pub fn pseudonymize<'t>(&self, text: &'t str, facts: &CaseFacts) -> Result<Outcome<'t>, Error> {
        self.detect(text, facts)
    }

    /// All detections, disjoint and sorted, and what each person is called.
    fn claims(policy: &Policy, page: &Page, facts: &CaseFacts) -> (Vec<Claim>, People) {
        let hides = |d: &Detection| policy.decide(d.kind, d.role, d.confidence).action.hides();
        let text = page.document.text();
        let mut found = Vec::new();
        let wanted = |kind: Kind| !kind.is_quasi_identifier() || policy.decide(kind, Role::Unknown, Confidence::Certain).action.hides();
        recognizers::find(page, wanted, &mut found);
        // Firms of counsel are found for who hides them: elsewhere they stand as prose does.
        found.retain(|d| d.kind != Kind::Organisation || d.role != Role::Lawyer || hides(d));
        let mut claims: Vec<Claim> = found.into_iter().map(|d| Claim::new(d, hides(&d))).collect();
        claims = disjoint(text, claims);

        // A company's name may be a person's: persons decide inside it, where it is not one that everybody knows (`AXA France`).
        let taken: Vec<Span> = claims.iter().filter(|c| c.detection.kind != Kind::Organisation || c.detection.confidence == Confidence::Certain).map(|c| c.detection.span).collect();
        let (mentions, people) = persons::find(page, facts, &taken);
        let companies: Vec<Span> = claims.iter().filter(|c| c.detection.kind == Kind::Organisation).map(|c| c.detection.span).collect();
        let persons = mentions.into_iter().filter(|mention| !is_place_of_company(page, &companies, &mention.detection));
        claims.extend(persons.map(|mention| Claim {
            rules: vec![mention.detection.rule],
            hidden: hides(&mention.detection),
            person: Some(mention.person),
            reason: mention.doubt,
            detection: mention.detection,
        }));
        terms::remove(page, facts.remove.iter().chain(policy.removed_terms()), &mut claims);
        claims = disjoint(text, claims);

        let proven = |kind: Kind| claims.iter().filter(|c| c.detection.kind == kind).map(|c| c.detection.span).collect();
        let again = recognizers::again(page, proven, |span| is_free(&claims, span));
        claims.extend(again.into_iter().map(|d| Claim::new(d, hides(&d))));
        in_order(&mut claims);

        let names = HiddenNames::of(page, &claims);
        Self::narrow_urls(policy, text, &mut claims);
        names_in_what_stays(page, &names, &mut claims);
        claims = disjoint(text, claims);

        let survivors = survivors::find(page, &claims);
        if !survivors.is_empty() {
            claims.extend(survivors);
            claims = disjoint(text, claims);
        }
        (claims, people)
    }

    /// Cuts every web address down to the parts that bear a hidden name; one that bears none is kept.
    fn narrow_urls(policy: &Policy, text: &str, claims: &mut Vec<Claim>) {
        if !claims.iter().any(|claim| claim.detection.kind == Kind::Url && claim.hidden) {
            return;
        }
        let bearers = Bearers::of(text, claims);
        let mut narrowed = Vec::new();
        for claim in claims.iter_mut().filter(|claim| claim.detection.kind == Kind::Url && claim.hidden) {
            let d = claim.detection;
            if policy.decide(d.kind, d.role, d.confidence).narrow != Some(Narrow::HostLabelWithName) {
                continue;
            }
            for part in bearers.in_address(text, d.span) {
                let mut piece = claim.clone();
                piece.detection.span = part;
                piece.reason = Some("this part of the address bears the name of a hidden person");
                narrowed.push(piece);
            }
            claim.hidden = false;
            claim.reason = Some("no hidden name in this part of the address");
        }
        claims.extend(narrowed);
    }

    /// Asks the policy what becomes of every claim, and instead of what the style says.
    fn decide(
        policy: &Policy,
        page: &Page,
        claims: Vec<Claim>,
        people: &People,
        facts: &CaseFacts,
        warnings: &mut Vec<Warning>,
    ) -> Decided {
        let text = page.document.text();
        let keep = terms::occurrences(page, facts.keep.iter().chain(policy.kept_terms()));
        let mut spans = Vec::with_capacity(claims.len());
        let mut keys = Vec::with_capacity(claims.len());
        let mut with = Vec::with_capacity(claims.len());
        let mut kept_names = 0;
        for claim in claims {
            let d = claim.detection;
            let decision = policy.decide(d.kind, d.role, d.confidence);
            let (mut action, mut basis) = (decision.action, decision.basis);
            if claim.hidden && !action.hides() {
                action = Action::Replace;
            } else if !claim.hidden && action.hides() {
                action = Action::Keep;
            }
            if claim.rules.first() == Some(&review::READER) {
                basis = review::BASIS;
            } else if action.hides() && keep.iter().any(|kept| kept.contains(d.span)) {
                action = Action::Keep;
                basis = "a term the caller keeps (COJ R111-12)";
                kept_names += usize::from(d.kind == Kind::Person);
            }
            with.push(decision.with);
            keys.push(match claim.person {
                Some(person) => EntityKey::Person(person),
                None => EntityKey::Datum(d.kind, replace::key(d.kind, d.span.of(text))),
            });
            spans.push(OutSpan {
                span: d.span,
                kind: d.kind,
                role: d.role,
                entity: String::new(),
                confidence: d.confidence,
                action,
                replacement: String::new(),
                lead: None,
                rules: claim.rules,
                reason: claim.reason,
                basis: basis.to_owned(),
            });
        }
        if kept_names > 0 {
            warnings.push(Warning {
                code: "kept_name",
                message: format!("{kept_names} mentions of persons stay readable because the caller keeps the term"),
            });
        }
        let persons: Vec<(Option<u32>, &str)> = spans
            .iter()
            .zip(&keys)
            .filter(|(s, _)| s.action.hides() && s.kind == Kind::Person)
            .map(|(s, key)| (key.person(), s.span.of(text)))
            .collect();
        let mut names = naming::names(people, &persons, policy.family_link()).into_iter();
        let names = spans.iter().map(|s| if s.action.hides() && s.kind == Kind::Person { names.next().unwrap_or_default() } else { Vec::new() }).collect();
        Decided { spans, keys, with, names }
    }
}

/// What becomes of every span.
struct Decided {
    spans: Vec<OutSpan>,
    /// By span, as the next two.
    keys: Vec<EntityKey>,
    with: Vec<Option<With>>,
    /// The words of hidden persons' mentions.
    names: Vec<Vec<Named>>,
}

/// True when no claim overlaps `span`; `claims` are sorted and disjoint.
fn is_free(claims: &[Claim], span: Span) -> bool {
    let first = claims.partition_point(|claim| claim.detection.span.end <= span.start);
    claims.get(first).is_none_or(|claim| claim.detection.span.start >= span.end)
}

/// `Syndicat des Artisans d'Alsace`: a place behind `de` in a company's name, that nothing but a given name makes a person.
fn is_place_of_company(page: &Page, companies: &[Span], person: &Detection) -> bool {
    let company = companies.partition_point(|company| company.end <= person.span.start);
    let first = page.document.token_at(person.span.start);
    person.rule == persons::BARE
        && companies.get(company).is_some_and(|company| company.contains(person.span) && company.start < person.span.start)
        && first > 0
        && one_of!(page.folded(first - 1), "DE" | "D'" | "DU")
        && page.phrase(first, Class::PLACE.union(Class::REGION)).is_some()
}

/// What makes two spans one entity.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum EntityKey {
    Person(u32),
    Datum(Kind, String),
}

impl EntityKey {
    const fn person(&self) -> Option<u32> {
        match self {
            Self::Person(person) => Some(*person),
            Self::Datum(..) => None,
        }
    }
}

/// The folded words of the names that go, with the person each belongs to; the second are the halves of hyphenated surnames.
struct HiddenNames(SortedMap<String, (Option<u32>, Role)>, SortedMap<String, (Option<u32>, Role)>);

impl HiddenNames {
    fn of(page: &Page, claims: &[Claim]) -> Self {
        let text = page.document.text();
        let mut words = SortedMap::default();
        let mut halves = SortedMap::default();
        let hidden = claims.iter().filter(|claim| {
            claim.hidden && claim.detection.kind == Kind::Person && claim.detection.confidence > Confidence::Possible
        });
        // Most names stand many times.
        let mut seen = FxHashSet::default();
        for claim in hidden.filter(|claim| seen.insert(claim.detection.span.of(text))) {
            for word in replace::name_words(claim.detection.span.of(text)) {
                // `SARL Duval` of `M. Duval-Marchand`; `Jean-Luc` has no halves.
                if word.contains('-') && !page.lexicon.look_up(&word).any(Class::GIVEN) {
                    for half in word.split('-').filter(|half| half.chars().count() > 3 && !page.lexicon.look_up(half).any(Class::WORD.union(Class::PLACE_BIG))) {
                        halves.entry(half.to_owned()).or_insert((claim.person, claim.detection.role));
                    }
                }
                if word.chars().count() > 3 {
                    words.entry(word).or_insert((claim.person, claim.detection.role));
                }
            }
        }
        Self(words, halves)
    }
}

/// Masks a hidden person's name inside what stays: the name of a company, an address, a town. Firms of counsel keep theirs. Linear in the words of those.
fn names_in_what_stays(page: &Page, names: &HiddenNames, claims: &mut Vec<Claim>) {
    if names.0.is_empty() {
        return;
    }
    let mut inside = Vec::new();
    for kept in claims.iter().filter(|claim| !claim.hidden) {
        let span = kept.detection.span;
        let first = page.document.token_at(span.start);
        let words: Vec<usize> = (first..page.tokens().len()).take_while(|&at| page.tokens()[at].span.end <= span.end).filter(|&at| page.kind(at) == TokenKind::Word).collect();
        let named = |at: usize| names.0.get(page.folded(at)).or_else(|| names.1.get(page.folded(at)).filter(|_| kept.detection.kind == Kind::Organisation));
        let borne = borne_in(page, kept.detection.kind, first, &words, |at| named(at).is_some());
        inside.extend(borne.into_iter().filter_map(|at| named(at).map(|name| (at, name))).map(|(at, (person, role))| {
            let detection = Detection::new("persons/swept", Kind::Person, page.tokens()[at].span, Confidence::Strong);
            let mut claim = Claim::new(detection.with_role(*role), true);
            claim.person = *person;
            claim.reason = Some("what stays bears the name of a hidden person");
            claim
        }));
    }
    claims.extend(inside);
}

/// Which of the words `words` of a datum of `kind` that opens at `first` may be a person's there: `rue Zork` is a street, `4 rue Haute, Zork` is not all
/// one; `école de Zork` is a child's where no town is called so, `école Zork` honours somebody.
fn borne_in(page: &Page, kind: Kind, first: usize, words: &[usize], named: impl Fn(usize) -> bool) -> Vec<usize> {
    let town = |at: usize| page.phrase(at, Class::PLACE.union(Class::COUNTRY).union(Class::REGION)).is_some() && !page.class(at).any(Class::GIVEN_COMMON);
    match kind {
        Kind::Organisation if !(first..first + 2).chain(first.checked_sub(1)).any(|at| page.cue(at).any(Cue::LAW_FIRM)) => words.to_vec(),
        Kind::Establishment => words.last().copied().filter(|&at| named(at) && at > first && one_of!(page.folded(at - 1), "DE" | "D'" | "DR") && !town(at)).into_iter().collect(),
        Kind::Locality if words.first() == Some(&first) && !town(first) && words.iter().all(|&at| named(at)) => words.to_vec(),
        Kind::Address => {
            let mut borne: Vec<usize> = Vec::new();
            for &at in words.iter().filter(|&&at| named(at)) {
                let opens = at == first || page.gap(at) > Gap::Space || one_of!(page.folded(at - 1), "." | "," | "CHEZ");
                if opens || borne.last().is_some_and(|&last| last + 1 == at || last + 2 == at && page.is_symbol(at - 1, "-")) {
                    borne.push(at);
                }
            }
            borne
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests;
