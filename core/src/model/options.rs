use std::collections::BTreeMap;

use serde::de::{self, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::Style;

/// What a court, a register or a caller decides on the masking of a decision, over what the policy says by itself.
///
/// The engine's builder takes one for all decisions, [`super::CaseFacts::occultation`] one for each: field by field, the
/// decision's own wins. What the names mean, the policy says (`huisclos policy show`).
///
/// `Debug` shows no term.
///
/// ```
/// use huisclos::PolicyOptions;
/// let options: PolicyOptions = serde_json::from_str(
///     r#"{"bloc": 2, "recommendation": 3, "switches": {"IND_PM": 1, "IND_ADRESSE": false}, "terms": "+Rivebelle|Bar du Lac"}"#,
/// )?;
/// assert_eq!((options.bloc, options.recommendation.as_deref()), (Some(2), Some("3")));
/// assert_eq!(options.switches["IND_PM"], true);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(description = "What a court, a register or a caller decides on the masking of a decision, over what the policy says by itself."))]
#[serde(default, deny_unknown_fields)]
pub struct PolicyOptions {
    /// Bloc d'occultation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bloc: Option<u8>,
    /// What the judge made of the recommendation: its name or its code in the register.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "name_or_code")]
    #[cfg_attr(test, schemars(with = "Option<NameOrCode>"))]
    pub recommendation: Option<String>,
    /// Columns of a register or boxes of a form, by name: true or 1 masks, false or 0 keeps.
    #[serde(skip_serializing_if = "BTreeMap::is_empty", deserialize_with = "switches")]
    #[cfg_attr(test, schemars(with = "BTreeMap<String, Flag>"))]
    pub switches: BTreeMap<String, bool>,
    /// Who else than the law's own is masked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    /// Categories or kinds that go, over all of the above.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub mask: Vec<String>,
    /// Categories or kinds that stay, over all of the above.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub keep: Vec<String>,
    /// Terms in the Court's notation: `+kept|removed`, or `removed/removed`; `#category` for a whole category.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub terms: String,
    /// The facts and grounds; masked when the debates or the nature of the case want it, when not given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grounds: Option<Grounds>,
    /// How hidden words are replaced.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub style: Option<Style>,
}

/// What becomes of the facts and grounds of a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Grounds {
    /// One mark stands for them.
    Mask,
    /// They stay, their personal data replaced.
    Keep,
}

impl PolicyOptions {
    /// These options, and those of `over` where it says something; switches one by one.
    ///
    /// ```
    /// use huisclos::PolicyOptions;
    /// let base = PolicyOptions { bloc: Some(1), level: Some("base".into()), ..PolicyOptions::default() };
    /// let both = base.overlaid(&PolicyOptions { bloc: Some(4), ..PolicyOptions::default() });
    /// assert_eq!((both.bloc, both.level.as_deref()), (Some(4), Some("base")));
    /// ```
    #[must_use]
    pub fn overlaid(mut self, over: &Self) -> Self {
        self.bloc = over.bloc.or(self.bloc);
        self.style = over.style.or(self.style);
        self.grounds = over.grounds.or(self.grounds);
        for (field, own) in [(&over.recommendation, &mut self.recommendation), (&over.level, &mut self.level)] {
            if field.is_some() {
                own.clone_from(field);
            }
        }
        for (list, own) in [(&over.mask, &mut self.mask), (&over.keep, &mut self.keep)] {
            if !list.is_empty() {
                own.clone_from(list);
            }
        }
        if !over.terms.is_empty() {
            self.terms.clone_from(&over.terms);
        }
        self.switches.extend(over.switches.iter().map(|(name, on)| (name.clone(), *on)));
        self
    }
}

impl std::fmt::Debug for PolicyOptions {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PolicyOptions")
            .field("bloc", &self.bloc)
            .field("recommendation", &self.recommendation)
            .field("switches", &self.switches)
            .field("level", &self.level)
            .field("terms", &self.terms.len())
            .finish_non_exhaustive()
    }
}

/// A name, or its code as a number.
#[cfg(test)]
#[derive(schemars::JsonSchema)]
#[schemars(untagged)]
#[expect(dead_code, reason = "only its schema counts")]
enum NameOrCode {
    Name(String),
    Code(u8),
}

/// A switch as registers write it.
#[cfg(test)]
#[derive(schemars::JsonSchema)]
#[schemars(untagged)]
#[expect(dead_code, reason = "only its schema counts")]
enum Flag {
    Bool(bool),
    Number(u8),
}

// By hand: an untagged enum would read everything into a tree of its own first.

fn name_or_code<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    struct Either;
    impl Visitor<'_> for Either {
        type Value = Option<String>;

        fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
            f.write_str("a name or its code")
        }

        fn visit_str<E: de::Error>(self, name: &str) -> Result<Self::Value, E> {
            Ok(Some(name.to_owned()))
        }

        fn visit_u64<E: de::Error>(self, code: u64) -> Result<Self::Value, E> {
            u8::try_from(code).map(|code| Some(code.to_string())).map_err(|_| E::invalid_value(Unexpected::Unsigned(code), &self))
        }

        fn visit_unit<E: de::Error>(self) -> Result<Self::Value, E> {
            Ok(None)
        }
    }
    deserializer.deserialize_any(Either)
}

struct Switch(bool);

impl<'de> Deserialize<'de> for Switch {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;
        impl Visitor<'_> for Either {
            type Value = Switch;

            fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
                f.write_str("true, false, 1 or 0")
            }

            fn visit_bool<E: de::Error>(self, on: bool) -> Result<Switch, E> {
                Ok(Switch(on))
            }

            fn visit_u64<E: de::Error>(self, bit: u64) -> Result<Switch, E> {
                if bit > 1 { Err(E::invalid_value(Unexpected::Unsigned(bit), &self)) } else { Ok(Switch(bit == 1)) }
            }
        }
        deserializer.deserialize_any(Either)
    }
}

fn switches<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<String, bool>, D::Error> {
    let flags = BTreeMap::<String, Switch>::deserialize(deserializer)?;
    Ok(flags.into_iter().map(|(name, Switch(on))| (name, on)).collect())
}
