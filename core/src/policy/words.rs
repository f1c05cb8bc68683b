use serde::de::value::MapAccessDeserializer;
use serde::de::{self, Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize};

/// A sentence in the two languages of its readers. A policy's file gives `{ fr = "...", en = "..." }`, or one string for both.
///
/// ```
/// let policy = huisclos::Policy::fr_judilibre();
/// assert!(policy.title().fr.starts_with("Open data") && policy.title().en.starts_with("Open data"));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(from = "Written"))]
pub struct Words {
    /// In French.
    pub fr: String,
    /// In English.
    pub en: String,
}

/// How a file writes it.
#[cfg(test)]
#[derive(schemars::JsonSchema)]
#[schemars(untagged)]
#[expect(dead_code, reason = "only its schema counts")]
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

// By hand: an untagged enum would read everything into a tree of its own first.
impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = Words;

            fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
                f.write_str("a sentence, or { fr = \"...\", en = \"...\" }")
            }

            fn visit_str<E: de::Error>(self, words: &str) -> Result<Words, E> {
                Ok(Words { fr: words.to_owned(), en: words.to_owned() })
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Words, A::Error> {
                let Both { fr, en } = Both::deserialize(MapAccessDeserializer::new(map))?;
                Ok(Words { fr, en })
            }
        }
        deserializer.deserialize_any(Either)
    }
}
