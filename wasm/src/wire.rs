use huisclos::{Error, OffsetUnit};
use serde::de::DeserializeOwned;

/// What JavaScript gets as an `Error`: the message, and a `code` to switch on.
///
/// Codes: `builder`, `policy`, `options`, `key`, `ledger`, `review`, `too_large`, `facts`, `offset_unit`, `lexicon`,
/// `document`, `edits`, `record`.
#[derive(Debug, PartialEq, Eq)]
pub struct Failure {
    /// A stable word.
    pub code: &'static str,
    /// What is wrong and what to do; no text of a decision.
    pub message: String,
    /// The same in French, when the core has it: what is wrong with a document.
    pub french: Option<String>,
}

impl Failure {
    pub(crate) fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), french: None }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        let code = match &error {
            e if e.is_policy() => "policy",
            e if e.is_too_large() => "too_large",
            e if e.is_document() => "document",
            e if e.is_key() => "key",
            e if e.is_ledger() => "ledger",
            e if e.is_review() => "review",
            _ => "builder",
        };
        Self { code, message: error.to_string(), french: error.french().map(str::to_owned) }
    }
}

/// Reads JSON. serde's own words could quote a value: the message gives the place, and says what is expected.
pub(crate) fn read_json<T: DeserializeOwned>(json: &str, code: &'static str, what: &str) -> Result<T, Failure> {
    serde_json::from_str(json).map_err(|error| Failure::new(code, format!("{code} (JSON, line {}, character {}): this is not {what}", error.line(), error.column())))
}

pub(crate) fn read_unit(unit: &str) -> Result<OffsetUnit, Failure> {
    OffsetUnit::from_name(unit)
        .ok_or_else(|| Failure::new("offset_unit", format!("there is no offset unit `{unit}`: use utf16, char or byte")))
}

pub(crate) fn to_json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("maps with string keys are always JSON")
}
