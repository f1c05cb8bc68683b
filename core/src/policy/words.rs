use serde::{Deserialize, Serialize};

/// A sentence in the two languages of its readers. A policy's file gives `{ fr = "...", en = "..." }`, or one string for both.
///
/// ```
/// let policy = huisclos::Policy::fr_judilibre();
/// assert!(policy.title().fr.starts_with("Open data") && policy.title().en.starts_with("Open data"));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(from = "Written")]
#[cfg_attr(test, schemars(from = "Written"))]
pub struct Words {
    /// In French.
    pub fr: String,
    /// In English.
    pub en: String,
}

#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(untagged, expecting = "a sentence, or { fr = \"...\", en = \"...\" }")]
enum Written {
    One(String),
    Both(Both),
}

#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct Both {
    fr: String,
    en: String,
}

impl From<Written> for Words {
    fn from(written: Written) -> Self {
        match written {
            Written::One(words) => Self { fr: words.clone(), en: words },
            Written::Both(Both { fr, en }) => Self { fr, en },
        }
    }
}
