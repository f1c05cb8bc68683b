use huisclos::lexicon::Lexicon;
use huisclos::policy::{Choice, Row, Words};
use huisclos::replace::{Key, Memory};
use huisclos::report::risk::{Population, RiskView};
use huisclos::{
    Action, CaseFacts, Confidence, Country, DoubtCode, Engine, Kind, Known, OffsetTable, OffsetUnit, OutcomeView, Policy, PolicyOptions, QueueView, Reason,
    Review, Role, Style, VerdictView,
};
use serde::Serialize;

use crate::wire::{Failure, read_json, read_unit, to_json};

/// An engine and how JavaScript calls it. Plain Rust: tested without a browser.
#[derive(Debug)]
pub struct Call {
    engine: Engine,
}

/// What an engine is made with, as JavaScript gives it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options<'o> {
    /// As on the wire: `fr`.
    pub country: &'o str,
    /// A built-in name, or TOML (several lines) or JSON of one's own.
    pub policy: &'o str,
    /// JSON of [`PolicyOptions`].
    pub options: Option<&'o str>,
    /// 0 to 4; over `options`.
    pub bloc: Option<u8>,
    /// As on the wire; over `options`.
    pub style: Option<&'o str>,
    /// 32 bytes, or the 64 hexadecimal digits of a key's file.
    pub key: Option<&'o [u8]>,
    /// Keeps pseudonyms over documents, and the way back, as long as the engine lives.
    pub ledger: bool,
}

impl Call {
    /// Makes an engine.
    ///
    /// # Errors
    /// When there is no such country, policy, bloc or style, the key is none, options do not go together, or no lexicon was
    /// installed.
    ///
    /// ```
    /// use huisclos_wasm::{Call, Options};
    /// let options = Options { country: "fr", policy: "fr-judilibre", ..Options::default() };
    /// assert!(Call::new(Options { bloc: Some(1), ..options }).is_ok());
    /// assert_eq!(Call::new(Options { country: "xx", ..options }).unwrap_err().code, "builder");
    /// assert_eq!(Call::new(Options { style: Some("stable"), ..options }).unwrap_err().code, "key");
    /// ```
    pub fn new(given: Options) -> Result<Self, Failure> {
        let country = Some(Country::Fr).filter(|country| country.as_str() == given.country);
        let country = country.ok_or_else(|| Failure::new("builder", format!("there are no rules for the country `{}`: use fr", given.country)))?;
        let what = "the options of a policy: `bloc`, `recommendation`, `switches`, `level`, `mask`, `keep`, `terms`, `grounds`, `style`";
        let mut options: PolicyOptions = given.options.map(|json| read_json(json, "options", what)).transpose()?.unwrap_or_default();
        options.bloc = given.bloc.or(options.bloc);
        let mut builder = Engine::builder().country(country).policy(Policy::read(given.policy)?).options(options);
        if let Some(name) = given.style {
            let style = Style::from_name(name).filter(|style| style.is_built()).ok_or_else(|| Failure::new("builder", format!("there is no style `{name}` here: use {}", styles().map(Style::as_str).collect::<Vec<_>>().join(", "))))?;
            builder = builder.style(style);
        }
        if let Some(bytes) = given.key {
            builder = builder.key(read_key(bytes)?);
        }
        if given.ledger {
            builder = builder.ledger(Memory::default());
        }
        Ok(Self { engine: builder.build()? })
    }

    /// The outcome as JSON, offsets in `unit`, with the pseudonymised text when `with_text`; a reader's decisions are applied
    /// when `review` (JSON) is given.
    ///
    /// # Errors
    /// When `facts`, `review` or `unit` cannot be read, the review is of another text, or the text is too large.
    ///
    /// ```
    /// use huisclos_wasm::{Call, Options};
    /// let call = Call::new(Options { country: "fr", policy: "fr-judilibre", ..Options::default() }).unwrap();
    /// let json = call.outcome("😀 a@b.example", None, None, "utf16", true).unwrap();
    /// assert!(json.contains(r#""offset_unit":"utf16""#) && json.contains(r#""start":3"#), "{json}");
    /// ```
    pub fn outcome(&self, text: &str, facts: Option<&str>, review: Option<&str>, unit: &str, with_text: bool) -> Result<String, Failure> {
        let (facts, unit) = (read_facts(facts)?, read_unit(unit)?);
        let outcome = match read_review(review)? {
            Some(review) => self.engine.apply_review(text, &facts, &review)?,
            None => self.engine.detect(text, &facts)?,
        };
        let mut view = OutcomeView::new(outcome.original(), &outcome.spans, &outcome.entities, &outcome.warnings, unit);
        view.text = with_text.then(|| outcome.text());
        Ok(to_json(&view))
    }

    /// What a reader should look at, as JSON; what `review` (JSON) has decided is left out.
    ///
    /// # Errors
    /// The same as [`Call::outcome`].
    pub fn review(&self, text: &str, facts: Option<&str>, review: Option<&str>, unit: &str) -> Result<String, Failure> {
        let (facts, unit) = (read_facts(facts)?, read_unit(unit)?);
        let doubts = self.engine.review(text, &facts, read_review(review)?.as_ref())?;
        Ok(to_json(&QueueView::new(text, &doubts, unit, DoubtCode::sentence)))
    }

    /// What the pseudonymised `text` still shows, as JSON; `names` are names that must not be readable.
    ///
    /// # Errors
    /// When `facts` or `unit` cannot be read, or a text is too large.
    ///
    /// ```
    /// use huisclos_wasm::{Call, Options};
    /// let call = Call::new(Options { country: "fr", policy: "fr-judilibre", ..Options::default() }).unwrap();
    /// let json = call.verify("M. [K]. M. DUVAL.", Some("M. DUVAL. M. DUVAL."), None, &[], "utf16").unwrap();
    /// assert!(json.contains(r#""clean":false"#) && json.contains(r#""start":11"#), "{json}");
    /// ```
    pub fn verify(&self, text: &str, original: Option<&str>, facts: Option<&str>, names: &[String], unit: &str) -> Result<String, Failure> {
        let (facts, unit) = (read_facts(facts)?, read_unit(unit)?);
        let found = self.engine.verify(text, &Known { original, facts: Some(&facts), names })?;
        Ok(to_json(&VerdictView::new(text, &found, unit)))
    }

    /// What each of the pseudonymised `texts` gives away among them, as JSON, in their order.
    ///
    /// # Errors
    /// When `unit` cannot be read, or a text is too large.
    ///
    /// ```
    /// use huisclos_wasm::{Call, Options};
    /// let call = Call::new(Options { country: "fr", policy: "fr-judilibre", ..Options::default() }).unwrap();
    /// let json = call.risks(&["M. [K], maire de Lignol, conteste.".to_owned()], "utf16").unwrap();
    /// assert!(json.contains(r#""level":"high""#), "{json}");
    /// ```
    pub fn risks(&self, texts: &[String], unit: &str) -> Result<String, Failure> {
        let unit = read_unit(unit)?;
        let traits = texts.iter().map(|text| self.engine.traits(text)).collect::<Result<Vec<_>, _>>()?;
        let mut population = Population::default();
        for held in &traits {
            population.add(held);
        }
        let views = texts.iter().zip(&traits).map(|(text, held)| {
            let table = OffsetTable::new(text, unit);
            let places: Vec<_> = held.iter().map(|own| table.convert_span(own.span)).collect();
            RiskView::new(held, &places, &population.risk(held), unit)
        });
        Ok(to_json(&views.collect::<Vec<_>>()))
    }

    /// What runs of this engine are done with, as JSON: the head of their record.
    ///
    /// ```
    /// use huisclos_wasm::{Call, Options};
    /// let call = Call::new(Options { country: "fr", policy: "fr-judilibre", ..Options::default() }).unwrap();
    /// assert!(call.run().contains(r#""policy":"fr-judilibre""#));
    /// ```
    pub fn run(&self) -> String {
        to_json(&self.engine.audit_run())
    }

    /// The original of a text that this engine's ledger kept, unit for unit.
    ///
    /// # Errors
    /// When the engine has no ledger, or it does not know this very text.
    pub fn restore(&self, text: &str) -> Result<String, Failure> {
        Ok(self.engine.restore(text)?)
    }

    /// The legal profile in force, as JSON: its name, what it does and what may be chosen over it.
    ///
    /// ```
    /// use huisclos_wasm::{Call, Options};
    /// let call = Call::new(Options { country: "fr", policy: "fr-judilibre", ..Options::default() }).unwrap();
    /// assert!(call.policy().contains(r#""style":"court""#));
    /// ```
    pub fn policy(&self) -> String {
        let policy = self.engine.policy();
        let (bloc, meaning) = policy.bloc().unzip();
        to_json(&PolicyView { name: policy.name(), title: policy.title(), style: policy.style(), bloc, meaning, rows: policy.rows(), choices: policy.choices() })
    }
}

/// The profile in force on the wire.
#[derive(Serialize)]
struct PolicyView<'p> {
    name: &'p str,
    title: &'p Words,
    style: Style,
    bloc: Option<u8>,
    meaning: Option<&'p Words>,
    rows: Vec<Row<'p>>,
    choices: Vec<Choice<'p>>,
}

/// The styles that this build can write.
fn styles() -> impl Iterator<Item = Style> {
    Style::ALL.iter().copied().filter(|style| style.is_built())
}

fn read_key(bytes: &[u8]) -> Result<Key, Failure> {
    match <[u8; 32]>::try_from(bytes) {
        Ok(bytes) => Ok(Key::new(bytes)),
        Err(_) => Ok(Key::from_hex(&String::from_utf8_lossy(bytes))?),
    }
}

fn read_review(json: Option<&str>) -> Result<Option<Review>, Failure> {
    let what = "a review: `original`, `offset_unit` and `decisions`, a list of `do` (accept, reject, change, link, unlink, add), `start`, `end` and what each needs";
    json.map(|json| read_json(json, "review", what)).transpose()
}

fn read_facts(json: Option<&str>) -> Result<CaseFacts, Failure> {
    let what = "the facts of a case: `persons` (a list of `name` and `role`), `keep`, `remove` (lists of terms), `nac`, `court`, `debates` (`public` or `not_public`), `public` and `occultation`";
    Ok(json.map(|json| read_json(json, "facts", what)).transpose()?.unwrap_or_default())
}

/// Takes the French dictionaries.
///
/// # Errors
/// When `packed` is not a lexicon of this version.
///
/// ```
/// assert_eq!(huisclos_wasm::install_lexicon(b"not a lexicon").unwrap_err().code, "lexicon");
/// ```
pub fn install_lexicon(packed: &[u8]) -> Result<(), Failure> {
    if Lexicon::install_fr(packed) {
        return Ok(());
    }
    Err(Failure::new("lexicon", format!("the {} bytes given are not a lexicon of this version: serve the fr.bin of the same package", packed.len())))
}

/// Every wire name, as JSON: what the types of the package are checked against.
///
/// ```
/// assert!(huisclos_wasm::vocabulary().contains("\"land_parcel\""));
/// ```
pub fn vocabulary() -> String {
    let policies: Vec<_> = huisclos::policy::NAMES.iter().filter_map(|name| Policy::named(name).ok()).collect();
    to_json(&Vocabulary {
        version: env!("CARGO_PKG_VERSION"),
        kinds: Kind::ALL,
        roles: Role::ALL,
        confidences: [Confidence::Possible, Confidence::Probable, Confidence::Strong, Confidence::Certain],
        actions: [Action::Replace, Action::Keep, Action::Review],
        styles: styles().collect(),
        doubts: DoubtCode::ALL,
        reasons: [Reason::Unchanged, Reason::Moved, Reason::ReplacedElsewhere, Reason::Known, Reason::Detected],
        offset_units: [OffsetUnit::Utf16, OffsetUnit::Char, OffsetUnit::Byte],
        policies: policies.iter().map(|policy| PolicyName { name: policy.name(), title: policy.title() }).collect(),
    })
}

#[derive(Serialize)]
struct Vocabulary<'v> {
    version: &'static str,
    kinds: &'static [Kind],
    roles: &'static [Role],
    confidences: [Confidence; 4],
    actions: [Action; 3],
    styles: Vec<Style>,
    doubts: &'static [DoubtCode],
    reasons: [Reason; 5],
    offset_units: [OffsetUnit; 3],
    policies: Vec<PolicyName<'v>>,
}

#[derive(Serialize)]
struct PolicyName<'v> {
    name: &'v str,
    title: &'v Words,
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    const PLAIN: Options = Options { country: "fr", policy: "fr-judilibre", options: None, bloc: None, style: None, key: None, ledger: false };

    fn code<T: std::fmt::Debug>(result: Result<T, Failure>) -> &'static str {
        result.unwrap_err().code
    }

    #[test]
    fn errors_have_codes_and_hold_no_text() {
        let call = Call::new(PLAIN).unwrap();
        let failure = call.outcome("x", Some(r#"{"persons":"Hélène Vasseur"}"#), None, "utf16", false).unwrap_err();
        assert_eq!(failure.code, "facts");
        assert!(!failure.message.contains("Vasseur") && failure.message.contains("persons"));
        let failure = call.review("x", None, Some(r#"{"original":"Vasseur","decisions":[]}"#), "utf16").unwrap_err();
        assert_eq!(failure.code, "review");
        assert!(!failure.message.contains("Vasseur"));
        assert_eq!(code(call.outcome("x", None, Some("{}"), "utf16", true)), "review");
        assert_eq!(code(call.outcome("x", None, None, "utf8", false)), "offset_unit");
        assert_eq!(code(call.restore("x")), "ledger");
        assert_eq!(code(Call::new(Options { policy: "fr-judilibrr", ..PLAIN })), "policy");
        assert_eq!(code(Call::new(Options { policy: "name = 1\n", ..PLAIN })), "policy");
        assert_eq!(code(Call::new(Options { bloc: Some(9), ..PLAIN })), "policy");
        assert_eq!(code(Call::new(Options { options: Some(r#"{"blocs":1}"#), ..PLAIN })), "options");
        assert_eq!(code(Call::new(Options { style: Some("black"), ..PLAIN })), "builder");
        assert_eq!(code(Call::new(Options { key: Some(b"court"), ..PLAIN })), "key");
        assert_eq!(code(Call::new(Options { ledger: true, ..PLAIN })), "key");
    }

    #[test]
    fn the_text_comes_when_asked_for() {
        let call = Call::new(PLAIN).unwrap();
        assert!(call.outcome("a@b.example", Some("{}"), None, "char", true).unwrap().contains(r#""text":"[Courriel 1]""#));
        assert!(!call.outcome("a@b.example", None, None, "char", false).unwrap().contains("\"text\""));
    }

    #[test]
    fn a_key_is_bytes_or_digits_and_the_ledger_leads_back() {
        let text = "M. Odilon VERGNAUD conclut.";
        let of = |key| Call::new(Options { style: Some("stable"), key: Some(key), ledger: true, ..PLAIN }).unwrap();
        let hex = "0f".repeat(32);
        let [bytes, digits] = [&[15; 32][..], hex.as_bytes()].map(|key| of(key).outcome(text, None, None, "char", true).unwrap());
        assert_eq!(bytes, digits);
        let call = of(&[15; 32]);
        let outcome: Value = serde_json::from_str(&call.outcome(text, None, None, "char", true).unwrap()).unwrap();
        assert_eq!(call.restore(outcome["text"].as_str().unwrap()).unwrap(), text);
    }

    #[test]
    fn a_review_is_applied() {
        let (call, text) = (Call::new(PLAIN).unwrap(), "😀 Le chien Filou aboie.");
        let queue: Value = serde_json::from_str(&call.review(text, None, None, "utf16").unwrap()).unwrap();
        let review = json!({ "original": queue["original"], "offset_unit": "utf16", "decisions": [{ "do": "add", "start": 12, "end": 17, "kind": "term" }] });
        let outcome = call.outcome(text, None, Some(&review.to_string()), "utf16", true).unwrap();
        assert!(outcome.contains(r#""text":"😀 Le chien [...] aboie.""#), "{outcome}");
    }
}
