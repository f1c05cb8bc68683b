use huisclos::lexicon::Lexicon;
use huisclos::replace::{self, Hidden};
use huisclos::{Action, CaseFacts, Confidence, Country, Engine, Kind, OffsetUnit, Outcome, OutcomeView, Policy, Role};
use serde::Deserialize;
use serde_json::json;

use crate::wire::{Failure, read_list, read_unit, to_bytes, to_json};

/// An engine and how JavaScript calls it. Plain Rust: tested without a browser.
#[derive(Debug)]
pub struct Call {
    engine: Engine,
}

impl Call {
    /// Makes an engine; `policy` holds a built-in name, or TOML (several lines) or JSON of one.
    ///
    /// # Errors
    /// When there is no such country, policy or bloc, or no lexicon was installed.
    ///
    /// ```
    /// assert!(huisclos_wasm::Call::new("fr", "fr-judilibre", Some(1)).is_ok());
    /// assert_eq!(huisclos_wasm::Call::new("xx", "fr-judilibre", None).unwrap_err().code, "builder");
    /// ```
    pub fn new(country: &str, policy: &str, bloc: Option<u8>) -> Result<Self, Failure> {
        let country: Country = serde_json::from_value(json!(country))
            .map_err(|_| Failure { code: "builder", message: format!("there are no rules for the country `{country}`: use fr") })?;
        let mut policy = Policy::read(policy)?;
        if let Some(bloc) = bloc {
            policy = policy.with_bloc(bloc)?;
        }
        Ok(Self { engine: Engine::builder().country(country).policy(policy).build()? })
    }

    /// The outcome as JSON, offsets in `unit`, with the pseudonymised text when `with_text`.
    ///
    /// # Errors
    /// When `facts` or `unit` cannot be read, or the text is too large.
    ///
    /// ```
    /// let call = huisclos_wasm::Call::new("fr", "fr-judilibre", None).unwrap();
    /// let json = call.outcome("😀 a@b.example", "{}", "utf16", true).unwrap();
    /// assert!(json.contains(r#""offset_unit":"utf16""#) && json.contains(r#""start":3"#), "{json}");
    /// ```
    pub fn outcome(&self, text: &str, facts: &str, unit: &str, with_text: bool) -> Result<String, Failure> {
        let (facts, unit) = (read_facts(facts)?, read_unit(unit)?);
        let outcome = self.engine.detect(text, &facts)?;
        Ok(view(&outcome, unit, with_text))
    }

    /// What the policy does with a datum of `kind` whose bearer plays `role`, when it is sure: `action` and `basis`, as JSON.
    ///
    /// # Errors
    /// When there is no such kind or role.
    ///
    /// ```
    /// let call = huisclos_wasm::Call::new("fr", "fr-judilibre", None).unwrap();
    /// assert!(call.decide("person", "judge").unwrap().contains(r#""action":"keep""#));
    /// ```
    pub fn decide(&self, kind: &str, role: &str) -> Result<String, Failure> {
        let unknown = |what, name| Failure { code: "policy", message: format!("there is no {what} `{name}`: `vocabulary` lists them") };
        let kind = Kind::from_name(kind).ok_or_else(|| unknown("kind", kind))?;
        let role = Role::from_name(role).ok_or_else(|| unknown("role", role))?;
        let decision = self.engine.policy().decide(kind, role, Confidence::Certain);
        Ok(to_json(&json!({ "action": decision.action, "basis": decision.basis })))
    }

    /// The legal profile in force, as JSON.
    pub fn policy(&self) -> String {
        let policy = self.engine.policy();
        let (bloc, meaning) = policy.bloc().map(|(bloc, meaning)| (bloc, &meaning.fr)).unzip();
        to_json(&json!({ "name": policy.name(), "title": policy.title().fr, "bloc": bloc, "meaning": meaning }))
    }
}

fn view(outcome: &Outcome, unit: OffsetUnit, with_text: bool) -> String {
    let mut view = OutcomeView::new(outcome.original(), &outcome.spans, &outcome.entities, &outcome.warnings, unit);
    view.text = with_text.then(|| outcome.text());
    to_json(&view)
}

#[derive(Deserialize)]
struct Marked {
    start: u32,
    end: u32,
    kind: Kind,
}

/// The Court's labels for sorted spans of `text`, as JSON.
///
/// # Errors
/// When the spans or the unit cannot be read, or lie outside the text.
///
/// ```
/// let spans = r#"[{"kind":"email","start":0,"end":11}]"#;
/// assert_eq!(huisclos_wasm::labels("a@b.example", spans, "utf16").unwrap(), r#"["[Courriel 1]"]"#);
/// ```
pub fn labels(text: &str, spans: &str, unit: &str) -> Result<String, Failure> {
    let marked: Vec<Marked> = read_list(spans)?;
    let spans = to_bytes(text, marked.iter().map(|mark| (mark.start, mark.end)), read_unit(unit)?)?;
    let hidden: Vec<_> = spans.iter().zip(&marked).map(|(span, mark)| Hidden { kind: mark.kind, words: span.of(text) }).collect();
    Ok(to_json(&replace::labels(text, &hidden)))
}

/// Reads case facts. The message gives the place only: the facts hold names.
fn read_facts(json: &str) -> Result<CaseFacts, Failure> {
    serde_json::from_str(json).map_err(|error| Failure {
        code: "facts",
        message: format!(
            "the facts do not have the expected shape (their JSON, character {}): they hold `persons` (a list of `name` and \
             `role`), `keep`, `remove` (lists of terms), `nac`, `court`, `debates` (`public` or `not_public`), \
             `public` and `occultation`",
            error.column()
        ),
    })
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
    Err(Failure {
        code: "lexicon",
        message: format!("the {} bytes given are not a lexicon of this version: serve the fr.bin of the same package", packed.len()),
    })
}

/// Every wire name, as JSON: what the types of the package are checked against.
///
/// ```
/// assert!(huisclos_wasm::vocabulary().contains("\"land_parcel\""));
/// ```
pub fn vocabulary() -> String {
    let confidences = [Confidence::Possible, Confidence::Probable, Confidence::Strong, Confidence::Certain];
    to_json(&json!({
        "version": env!("CARGO_PKG_VERSION"),
        "kinds": Kind::ALL,
        "roles": Role::ALL,
        "confidences": confidences,
        "actions": [Action::Replace, Action::Keep, Action::Review],
        "offset_units": [OffsetUnit::Utf16, OffsetUnit::Char, OffsetUnit::Byte],
        "policies": huisclos::policy::NAMES,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_have_codes_and_hold_no_text() {
        let call = Call::new("fr", "fr-judilibre", None).unwrap();
        let failure = call.outcome("x", r#"{"persons":"Hélène Vasseur"}"#, "utf16", false).unwrap_err();
        assert_eq!(failure.code, "facts");
        assert!(!failure.message.contains("Vasseur") && failure.message.contains("persons"));
        assert_eq!(call.outcome("x", "{}", "utf8", false).unwrap_err().code, "offset_unit");
        assert_eq!(Call::new("fr", "fr-judilibrr", None).unwrap_err().code, "policy");
        assert_eq!(Call::new("fr", "fr-judilibre", Some(9)).unwrap_err().code, "policy");
        assert_eq!(Call::new("fr", "name = 1\n", None).unwrap_err().code, "policy");
    }

    #[test]
    fn labels_follow_their_spans() {
        assert_eq!(labels("a@b.example", r#"[{"kind":"email","start":0,"end":11}]"#, "char").unwrap(), r#"["[Courriel 1]"]"#);
    }

    #[test]
    fn the_text_comes_when_asked_for() {
        let call = Call::new("fr", "fr-judilibre", None).unwrap();
        assert!(call.outcome("a@b.example", "{}", "char", true).unwrap().contains(r#""text":"[Courriel 1]""#));
        assert!(!call.outcome("a@b.example", "{}", "char", false).unwrap().contains("\"text\""));
    }
}
