use huisclos::lexicon::Lexicon;
use huisclos::{Action, CaseFacts, Confidence, Country, Engine, Error, Kind, OffsetUnit, OutcomeView, Policy, Role};
use serde_json::json;

/// What JavaScript gets as an `Error`: the message, and a `code` to switch on.
///
/// Codes: `builder`, `policy`, `too_large`, `facts`, `offset_unit`, `lexicon`.
#[derive(Debug, PartialEq, Eq)]
pub struct Failure {
    /// A stable word.
    pub code: &'static str,
    /// What is wrong and what to do; no text of a decision.
    pub message: String,
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        let code = match &error {
            e if e.is_policy() => "policy",
            e if e.is_too_large() => "too_large",
            _ => "builder",
        };
        Self { code, message: error.to_string() }
    }
}

/// An engine and how JavaScript calls it. Plain Rust: tested without a browser.
#[derive(Debug)]
pub struct Call {
    engine: Engine,
}

impl Call {
    /// Makes an engine; `policy` holds a built-in name, or TOML when it has more than one line.
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
        let mut policy = if policy.trim().contains('\n') { Policy::from_toml(policy)? } else { Policy::named(policy)? };
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
        let facts = read_facts(facts)?;
        let unit = OffsetUnit::from_name(unit).ok_or_else(|| Failure {
            code: "offset_unit",
            message: format!("there is no offset unit `{unit}`: use utf16, char or byte"),
        })?;
        let outcome = self.engine.detect(text, &facts)?;
        let mut view = OutcomeView::new(outcome.original(), &outcome.spans, &outcome.entities, &outcome.warnings, unit);
        view.text = with_text.then(|| outcome.text());
        Ok(to_json(&view))
    }

    /// The legal profile in force, as JSON.
    pub fn policy(&self) -> String {
        let policy = self.engine.policy();
        let (bloc, meaning) = policy.bloc();
        to_json(&json!({ "name": policy.name(), "title": policy.title(), "bloc": bloc, "meaning": meaning }))
    }
}

/// Reads case facts. The message gives the place only: the facts hold names.
fn read_facts(json: &str) -> Result<CaseFacts, Failure> {
    serde_json::from_str(json).map_err(|error| Failure {
        code: "facts",
        message: format!(
            "the facts do not have the expected shape (their JSON, character {}): they hold `persons` (a list of `name` and \
             `role`), `keep`, `remove` (lists of terms), `nac`, `court` and `debates` (`public` or `not_public`)",
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

fn to_json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("maps with string keys are always JSON")
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
    fn the_text_comes_when_asked_for() {
        let call = Call::new("fr", "fr-judilibre", None).unwrap();
        assert!(call.outcome("a@b.example", "{}", "char", true).unwrap().contains(r#""text":"[Courriel 1]""#));
        assert!(!call.outcome("a@b.example", "{}", "char", false).unwrap().contains("\"text\""));
    }
}
