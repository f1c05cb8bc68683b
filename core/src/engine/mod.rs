//! The one path: rules, persons, overlaps, policy, labels. The only module that knows every stage.

mod analysis;
mod batch;
mod bearers;
#[cfg(feature = "formats")]
mod redact;
mod naming;
mod outcome;
mod survivors;
mod terms;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use crate::context::{Cue, Page};
use crate::error::Error;
use crate::lexicon::Lexicon;
use crate::model::{Action, CaseFacts, Confidence, Country, Debates, Detection, Kind, OutSpan, Role, Warning, With};
use crate::persons::{self, People};
use crate::policy::{Narrow, Policy};
use crate::recognizers;
use crate::replace::{self, Key, Ledger, Style};
use crate::resolve::{Claim, disjoint};
use crate::text::{Span, fold};

use naming::Named;

pub use analysis::Analysis;
pub use batch::Input;
#[cfg(feature = "formats")]
pub use redact::{RedactedDocument, redact_document};
pub use outcome::{Edit, Outcome};

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
    style: Style,
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

/// Options of an [`Engine`].
#[derive(Clone, Debug)]
pub struct EngineBuilder {
    country: Country,
    policy: Option<Policy>,
    style: Style,
    key: Option<Key>,
    ledger: Option<Shelf>,
}

impl EngineBuilder {
    /// The country whose rules read the decisions; France when not given.
    #[must_use]
    pub const fn country(mut self, country: Country) -> Self {
        self.country = country;
        self
    }

    /// The legal profile; [`Policy::fr_judilibre`] when not given.
    #[must_use]
    pub fn policy(mut self, policy: Policy) -> Self {
        self.policy = Some(policy);
        self
    }

    /// How hidden words are replaced; [`Style::Court`] when not given.
    #[must_use]
    pub const fn style(mut self, style: Style) -> Self {
        self.style = style;
        self
    }

    /// The secret that styles, shifted dates and ledgers draw from.
    #[must_use]
    pub fn key(mut self, key: Key) -> Self {
        self.key = Some(key);
        self
    }

    /// Keeps pseudonyms over documents, and the way back to every original. The engine and its clones share it; documents
    /// enter it in the order they are replaced, a batch in the order of its inputs.
    #[must_use]
    pub fn ledger(mut self, ledger: impl Ledger + 'static) -> Self {
        self.ledger = Some(Shelf(Arc::new(Mutex::new(Box::new(ledger)))));
        self
    }

    /// Makes the engine and loads its dictionaries.
    ///
    /// # Errors
    /// When the options do not go together: a style or a ledger without a key, a ledger made with another key.
    ///
    /// ```
    /// use huisclos::{CaseFacts, Engine, replace::{Key, Memory, Style}};
    /// let key = Key::from_hex(&"0f".repeat(32))?;
    /// let engine = Engine::builder().style(Style::Stable).key(key).ledger(Memory::default()).build()?;
    /// let text = "Mme Zoé MARTEL, née MARTEL, conclut.";
    /// let output = engine.pseudonymize(text, &CaseFacts::default())?.text();
    /// assert!(output.starts_with("Mme [Personne "), "{output}");
    /// assert_eq!(engine.restore(&output)?, text);
    /// assert!(Engine::builder().style(Style::Stable).build().unwrap_err().is_key());
    /// # Ok::<(), huisclos::Error>(())
    /// ```
    pub fn build(self) -> Result<Engine, Error> {
        let Country::Fr = self.country;
        if !Lexicon::has_fr() {
            return Err(Error::builder("the French lexicon is not loaded: call Lexicon::install_fr with the content of fr.bin first"));
        }
        let _ = Lexicon::fr();
        let policy = self.policy.unwrap_or_else(Policy::fr_judilibre);
        let wants = if self.style.needs_key() {
            Some(format!("the style {}", self.style))
        } else if policy.shifts() {
            Some("the policy, which shifts dates,".to_owned())
        } else if self.ledger.is_some() {
            Some("a ledger".to_owned())
        } else {
            None
        };
        match (&self.key, &self.ledger, wants) {
            (None, _, Some(what)) => {
                return Err(Error::key(format!("{what} needs a key of 64 hexadecimal digits: `huisclos ledger key FILE` makes one")));
            }
            (Some(key), Some(ledger), _) => ledger.lock().bind(&key.check_value())?,
            _ => {}
        }
        Ok(Engine { country: self.country, policy, style: self.style, key: self.key, ledger: self.ledger })
    }
}

impl Engine {
    /// Starts with France and `fr-judilibre`.
    pub const fn builder() -> EngineBuilder {
        EngineBuilder { country: Country::Fr, policy: None, style: Style::Court, key: None, ledger: None }
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
    pub const fn style(&self) -> Style {
        self.style
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

    fn hides(&self, detection: &Detection) -> bool {
        self.policy.decide(detection.kind, detection.role, detection.confidence).action.hides()
    }

    /// All detections, disjoint and sorted, and what each person is called.
    fn claims(&self, page: &Page, facts: &CaseFacts) -> (Vec<Claim>, People) {
        let text = page.document.text();
        let mut found = Vec::new();
        for reader in recognizers::readers() {
            (reader.find)(page, &mut found);
        }
        let mut claims: Vec<Claim> = found.into_iter().map(|d| Claim::new(d, self.hides(&d))).collect();
        claims = disjoint(text, claims);

        // A company's name may be a person's: persons decide inside it.
        let taken: Vec<Span> = claims.iter().filter(|c| c.detection.kind != Kind::Organisation).map(|c| c.detection.span).collect();
        let (mentions, people) = persons::find(page, facts, &taken);
        claims.extend(mentions.into_iter().map(|mention| Claim {
            rules: vec![mention.detection.rule],
            hidden: self.hides(&mention.detection),
            person: Some(mention.person),
            reason: mention.doubt,
            detection: mention.detection,
        }));
        terms::remove(page, &facts.remove, &mut claims);
        claims = disjoint(text, claims);

        let towns: Vec<Span> = claims.iter().filter(|c| c.detection.kind == Kind::Locality).map(|c| c.detection.span).collect();
        let again = recognizers::again(page, &towns);
        claims.extend(again.into_iter().filter(|d| is_free(&claims, d.span)).map(|d| Claim::new(d, self.hides(&d))).collect::<Vec<_>>());
        claims.sort_by_key(|claim| claim.detection.span);

        let names = HiddenNames::of(text, &claims);
        self.narrow_urls(text, &names, &mut claims);
        names_in_companies(page, &names, &mut claims);
        claims = disjoint(text, claims);

        let survivors = survivors::find(page, &claims);
        if !survivors.is_empty() {
            claims.extend(survivors);
            claims = disjoint(text, claims);
        }
        (claims, people)
    }

    /// Cuts every web address down to the parts that bear a hidden name; one that bears none is kept.
    fn narrow_urls(&self, text: &str, names: &HiddenNames, claims: &mut Vec<Claim>) {
        let mut narrowed = Vec::new();
        for claim in claims.iter_mut().filter(|claim| claim.detection.kind == Kind::Url && claim.hidden) {
            let d = claim.detection;
            if self.policy.decide(d.kind, d.role, d.confidence).narrow != Some(Narrow::HostLabelWithName) {
                continue;
            }
            for part in names.in_address(text, d.span) {
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

    fn publicity_warnings(&self, facts: &CaseFacts) -> Vec<Warning> {
        let mut warnings = Vec::new();
        if facts.debates == Some(Debates::NotPublic) {
            warnings.push(Warning {
                code: "debates_not_public",
                message: "the debates were not public: check whether the grounds may be published (COJ R111-12)".to_owned(),
            });
        }
        if let Some(nac) = &facts.nac {
            let publicity = self.policy.publicity();
            let message = if publicity.is_non_public(nac) {
                Some("decisions of this nature (NAC) are not public: do not publish this one without a decision of the court")
            } else if publicity.is_conditional(nac) {
                Some("decisions of this nature (NAC) are public only when the court says so: check the register")
            } else if publicity.is_partial(nac) {
                Some("of decisions of this nature (NAC) only the operative part is published: cut the grounds")
            } else {
                None
            };
            if let Some(message) = message {
                warnings.push(Warning { code: "nac_not_public", message: message.to_owned() });
            }
        }
        warnings
    }

    /// Asks the policy what becomes of every claim, and instead of what the style says.
    fn decide(
        &self,
        page: &Page,
        claims: Vec<Claim>,
        people: &People,
        facts: &CaseFacts,
        warnings: &mut Vec<Warning>,
    ) -> Decided {
        let text = page.document.text();
        let keep = terms::occurrences(page, &facts.keep);
        let mut spans = Vec::with_capacity(claims.len());
        let mut keys = Vec::with_capacity(claims.len());
        let mut with = Vec::with_capacity(claims.len());
        let mut kept_names = 0;
        for claim in claims {
            let d = claim.detection;
            let decision = self.policy.decide(d.kind, d.role, d.confidence);
            let (mut action, mut basis) = (decision.action, decision.basis);
            if claim.hidden && !action.hides() {
                action = Action::Replace;
            } else if !claim.hidden && action.hides() {
                action = Action::Keep;
            }
            if action.hides() && keep.iter().any(|kept| kept.contains(d.span)) {
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
            .filter(|(s, _)| s.kind == Kind::Person)
            .map(|(s, key)| (key.person(), s.span.of(text)))
            .collect();
        let mut names = naming::names(people, &persons, self.policy.family_link()).into_iter();
        let names = spans.iter().map(|s| if s.kind == Kind::Person { names.next().unwrap_or_default() } else { Vec::new() }).collect();
        Decided { spans, keys, with, names }
    }
}

/// What becomes of every span.
struct Decided {
    spans: Vec<OutSpan>,
    /// By span, as the next two.
    keys: Vec<EntityKey>,
    with: Vec<Option<With>>,
    /// The words of persons' mentions.
    names: Vec<Vec<Named>>,
}

/// True when no claim overlaps `span`; `claims` are sorted and disjoint.
fn is_free(claims: &[Claim], span: Span) -> bool {
    let first = claims.partition_point(|claim| claim.detection.span.end <= span.start);
    claims.get(first).is_none_or(|claim| claim.detection.span.start >= span.end)
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

/// The folded words of the names that go, with the person each belongs to.
struct HiddenNames(BTreeMap<String, (Option<u32>, Role)>);

impl HiddenNames {
    fn of(text: &str, claims: &[Claim]) -> Self {
        let mut words = BTreeMap::new();
        let hidden = claims.iter().filter(|claim| {
            claim.hidden && claim.detection.kind == Kind::Person && claim.detection.confidence > Confidence::Possible
        });
        for claim in hidden {
            for word in replace::name_words(claim.detection.span.of(text)) {
                if word.chars().count() > 3 {
                    words.entry(word).or_insert((claim.person, claim.detection.role));
                }
            }
        }
        Self(words)
    }

    /// The parts of the web address at `span`, host or path, that bear a hidden word.
    fn in_address(&self, text: &str, span: Span) -> Vec<Span> {
        let address = span.of(text);
        let from = address.find("://").map_or(0, |at| at + 3);
        pieces(&address[from..], |c| !c.is_alphanumeric())
            .filter(|(_, piece)| {
                let folded = fold(piece);
                self.0.keys().any(|word| folded == *word || word.chars().count() > 4 && folded.contains(word.as_str()))
            })
            .map(|(at, piece)| {
                let start = span.start + (from + at) as u32;
                Span::new(start, start + piece.len() as u32)
            })
            .collect()
    }
}

/// Masks a hidden person's name inside the name of a company that stays; firms of counsel keep theirs.
fn names_in_companies(page: &Page, names: &HiddenNames, claims: &mut Vec<Claim>) {
    if names.0.is_empty() {
        return;
    }
    let text = page.document.text();
    let mut inside = Vec::new();
    for company in claims.iter().filter(|claim| claim.detection.kind == Kind::Organisation && !claim.hidden) {
        let span = company.detection.span;
        let first = page.document.token_at(span.start);
        let firm = (first..first + 2).any(|at| page.cue(at).any(Cue::LAW_FIRM))
            || first > 0 && page.cue(first - 1).any(Cue::LAW_FIRM);
        if firm {
            continue;
        }
        for (at, piece) in pieces(span.of(text), |c| !c.is_alphanumeric() && c != '-') {
            if let Some((person, role)) = names.0.get(&fold(piece)) {
                let start = span.start + at as u32;
                let detection = Detection::new(
                    "persons/swept",
                    Kind::Person,
                    Span::new(start, start + piece.len() as u32),
                    Confidence::Strong,
                );
                let mut claim = Claim::new(detection.with_role(*role), true);
                claim.person = *person;
                claim.reason = Some("the company bears the name of a hidden person");
                inside.push(claim);
            }
        }
    }
    claims.extend(inside);
}

/// The pieces of `text` between separators, with the byte where each starts.
fn pieces(text: &str, separator: impl Fn(char) -> bool) -> impl Iterator<Item = (usize, &str)> {
    let base = text.as_ptr() as usize;
    text.split(separator).filter(|piece| !piece.is_empty()).map(move |piece| (piece.as_ptr() as usize - base, piece))
}

#[cfg(test)]
mod tests;
