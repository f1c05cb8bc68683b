use std::sync::{Arc, Mutex};

use super::{Engine, Shelf};
use crate::error::Error;
use crate::lexicon::Lexicon;
use crate::model::{Country, PolicyOptions};
use crate::policy::Policy;
use crate::replace::{Key, Ledger, Style};

/// Options of an [`Engine`].
#[derive(Clone, Debug)]
pub struct EngineBuilder {
    pub(super) country: Country,
    pub(super) policy: Option<Policy>,
    pub(super) options: PolicyOptions,
    pub(super) style: Option<Style>,
    pub(super) key: Option<Key>,
    pub(super) ledger: Option<Shelf>,
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

    /// What the caller chooses over the policy for every decision; [`CaseFacts::occultation`] chooses for one.
    #[must_use]
    pub fn options(mut self, options: PolicyOptions) -> Self {
        self.options = options;
        self
    }

    /// How hidden words are replaced; as the policy says when not given.
    #[must_use]
    pub const fn style(mut self, style: Style) -> Self {
        self.style = Some(style);
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
    /// When the options do not go together: a style or a ledger without a key, a ledger made with another key, an option that
    /// the policy does not know.
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
        let policy = self.policy.unwrap_or_else(Policy::fr_judilibre).with(&PolicyOptions { style: self.style.or(self.options.style), ..self.options })?;
        let style = policy.style();
        let wants = if style.needs_key() {
            Some(format!("the style {style}"))
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
        Ok(Engine { country: self.country, policy, key: self.key, ledger: self.ledger })
    }
}
