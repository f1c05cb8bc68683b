use js_sys::JSON;
use wasm_bindgen::prelude::*;

use crate::call::{self, Call, install_lexicon, vocabulary};
use crate::thrown;

/// An engine held by JavaScript. One per worker; immutable.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Engine(Call);

#[wasm_bindgen]
impl Engine {
    /// `country` as on the wire (`fr`), `policy` a built-in name or the TOML of one, `bloc` 0 to 4 or nothing.
    ///
    /// # Errors
    /// Codes `builder` and `policy`.
    #[wasm_bindgen(constructor)]
    pub fn new(country: &str, policy: &str, bloc: Option<u8>) -> Result<Engine, JsValue> {
        Call::new(country, policy, bloc).map(Self).map_err(thrown)
    }

    /// The outcome of `text` without its pseudonymised text; `facts` is JSON, `unit` is `utf16`, `char` or `byte`.
    ///
    /// # Errors
    /// Codes `facts`, `offset_unit` and `too_large`.
    pub fn detect(&self, text: &str, facts: &str, unit: &str) -> Result<JsValue, JsValue> {
        self.0.outcome(text, facts, unit, false).map_err(thrown).and_then(|json| JSON::parse(&json))
    }

    /// The same as `detect`, with the pseudonymised `text`.
    ///
    /// # Errors
    /// The same as `detect`.
    pub fn pseudonymize(&self, text: &str, facts: &str, unit: &str) -> Result<JsValue, JsValue> {
        self.0.outcome(text, facts, unit, true).map_err(thrown).and_then(|json| JSON::parse(&json))
    }

    /// The Court's labels for spans of `text` (JSON: a sorted list of `kind`, `start`, `end`), in the same order.
    ///
    /// # Errors
    /// Codes `edits` and `offset_unit`.
    pub fn labels(&self, text: &str, spans: &str, unit: &str) -> Result<JsValue, JsValue> {
        call::labels(text, spans, unit).map_err(thrown).and_then(|json| JSON::parse(&json))
    }

    /// `{action, basis}`: what the policy does with a datum of `kind` whose bearer plays `role`.
    ///
    /// # Errors
    /// Code `policy`.
    pub fn decide(&self, kind: &str, role: &str) -> Result<JsValue, JsValue> {
        self.0.decide(kind, role).map_err(thrown).and_then(|json| JSON::parse(&json))
    }

    /// The legal profile in force: `name`, `title`, `bloc`, `meaning`.
    ///
    /// # Errors
    /// Never.
    pub fn policy(&self) -> Result<JsValue, JsValue> {
        JSON::parse(&self.0.policy())
    }
}

/// Takes the French dictionaries, once per module, before the first engine.
///
/// # Errors
/// Code `lexicon` when `packed` is not a lexicon of this version.
#[wasm_bindgen(js_name = installLexicon)]
pub fn install_lexicon_js(packed: &[u8]) -> Result<(), JsValue> {
    install_lexicon(packed).map_err(thrown)
}

/// Every wire name: `kinds`, `roles`, `confidences`, `actions`, `offset_units`, `policies`, and the `version`.
///
/// # Errors
/// Never.
#[wasm_bindgen(js_name = vocabulary)]
pub fn vocabulary_js() -> Result<JsValue, JsValue> {
    JSON::parse(&vocabulary())
}
