use js_sys::JSON;
use wasm_bindgen::prelude::*;
use zeroize::Zeroizing;

use crate::call::{Call, Options, install_lexicon, vocabulary};
use crate::thrown;
use crate::wire::Failure;

/// An engine held by JavaScript. One per worker; immutable.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Engine(Call);

#[wasm_bindgen]
impl Engine {
    /// `country` as on the wire (`fr`), `policy` a built-in name or the TOML or JSON of one, `options` over it in JSON, `bloc` 0 to
    /// 4, `style` as on the wire, `key` 32 bytes or 64 hexadecimal digits, `ledger` to keep pseudonyms over documents.
    ///
    /// # Errors
    /// Codes `builder`, `policy`, `options` and `key`.
    #[wasm_bindgen(constructor)]
    pub fn new(country: &str, policy: &str, options: Option<String>, bloc: Option<u8>, style: Option<String>, key: Option<Vec<u8>>, ledger: bool) -> Result<Engine, JsValue> {
        let key = key.map(Zeroizing::new);
        let options = Options { country, policy, options: options.as_deref(), bloc, style: style.as_deref(), key: key.as_ref().map(|key| &key[..]), ledger };
        Call::new(options).map(Self).map_err(thrown)
    }

    /// The outcome of `text`, with the pseudonymised text when `with_text`; `facts` and `review` are JSON, `unit` is `utf16`,
    /// `char` or `byte`.
    ///
    /// # Errors
    /// Codes `facts`, `review`, `offset_unit` and `too_large`.
    pub fn outcome(&self, text: &str, facts: Option<String>, review: Option<String>, unit: &str, with_text: bool) -> Result<JsValue, JsValue> {
        parsed(self.0.outcome(text, facts.as_deref(), review.as_deref(), unit, with_text))
    }

    /// What a reader should look at; what `review` has decided is left out.
    ///
    /// # Errors
    /// The same as `outcome`.
    pub fn review(&self, text: &str, facts: Option<String>, review: Option<String>, unit: &str) -> Result<JsValue, JsValue> {
        parsed(self.0.review(text, facts.as_deref(), review.as_deref(), unit))
    }

    /// What a pseudonymised text still shows, beside its original or alone.
    ///
    /// # Errors
    /// Codes `facts`, `offset_unit` and `too_large`.
    pub fn verify(&self, text: &str, original: Option<String>, facts: Option<String>, names: Vec<String>, unit: &str) -> Result<JsValue, JsValue> {
        parsed(self.0.verify(text, original.as_deref(), facts.as_deref(), &names, unit))
    }

    /// What each of the pseudonymised texts gives away among them.
    ///
    /// # Errors
    /// Codes `offset_unit` and `too_large`.
    pub fn risks(&self, texts: Vec<String>, unit: &str) -> Result<JsValue, JsValue> {
        parsed(self.0.risks(&texts, unit))
    }

    /// The head of a record of this engine's runs, in JSON.
    pub fn run(&self) -> String {
        self.0.run()
    }

    /// The original of a text that this engine's ledger kept.
    ///
    /// # Errors
    /// Code `ledger`.
    pub fn restore(&self, text: &str) -> Result<String, JsValue> {
        self.0.restore(text).map_err(thrown)
    }

    /// The legal profile in force.
    ///
    /// # Errors
    /// Never.
    pub fn policy(&self) -> Result<JsValue, JsValue> {
        JSON::parse(&self.0.policy())
    }
}

fn parsed(json: Result<String, Failure>) -> Result<JsValue, JsValue> {
    json.map_err(thrown).and_then(|json| JSON::parse(&json))
}

/// Takes the French dictionaries, once per module, before the first engine.
///
/// # Errors
/// Code `lexicon` when `packed` is not a lexicon of this version.
#[wasm_bindgen(js_name = installLexicon)]
pub fn install_lexicon_js(packed: &[u8]) -> Result<(), JsValue> {
    install_lexicon(packed).map_err(thrown)
}

/// Every wire name, and the `version`.
///
/// # Errors
/// Never.
#[wasm_bindgen(js_name = vocabulary)]
pub fn vocabulary_js() -> Result<JsValue, JsValue> {
    JSON::parse(&vocabulary())
}
