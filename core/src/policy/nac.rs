use serde::Deserialize;

use crate::text::SortedMap;

/// Which natures d'affaire civile are published, and how much of them.
///
/// ```
/// let policy = huisclos::Policy::fr_judilibre();
/// assert!(policy.publicity().is_non_public("22A"));
/// assert!(!policy.publicity().is_non_public("80A"));
/// ```
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Publicity {
    /// Decisions that are not public; `22[A-F]` stands for six codes.
    non_public: Vec<String>,
    /// Decisions that are public when the register's box says so.
    conditional: Vec<String>,
    /// Decisions of which only the operative part is published.
    partial: Vec<String>,
    /// The bloc that each nature recommends; a nature that is not listed has bloc 0 when any is.
    #[cfg_attr(test, schemars(with = "std::collections::BTreeMap<String, u8>"))]
    bloc: SortedMap<String, u8>,
}

/// Whether a decision is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Published {
    /// As a whole.
    Whole,
    /// The operative part only.
    OperativePart,
    /// Not at all.
    No,
}

impl Publicity {
    pub(super) const EVERYTHING: Self = Self { non_public: Vec::new(), conditional: Vec::new(), partial: Vec::new(), bloc: SortedMap::EMPTY };

    /// Whether a decision of the nature `nac` is published; `public` is the register's own box. Without it a nature that is public
    /// on condition is not.
    ///
    /// ```
    /// use huisclos::policy::Published;
    /// let policy = huisclos::Policy::fr_judilibre();
    /// assert_eq!(policy.publicity().published(Some("4AC"), Some(true)), Published::Whole);
    /// assert_eq!(policy.publicity().published(Some("4AC"), None), Published::No);
    /// assert_eq!(policy.publicity().published(Some("22A"), Some(true)), Published::No);
    /// ```
    pub fn published(&self, nac: Option<&str>, public: Option<bool>) -> Published {
        let is = |asked: fn(&Self, &str) -> bool| nac.is_some_and(|nac| asked(self, nac));
        if public == Some(false) || is(Self::is_non_public) || is(Self::is_conditional) && public != Some(true) {
            Published::No
        } else if is(Self::is_partial) {
            Published::OperativePart
        } else {
            Published::Whole
        }
    }

    /// The bloc that the nature `nac` recommends; `None` when the policy lists none at all.
    ///
    /// ```
    /// use huisclos::Policy;
    /// let policy = Policy::from_toml("name = 'x'\ntitle = 'X'\n[publicity.bloc]\n'80[A-J]' = 4")?;
    /// assert_eq!([policy.publicity().bloc("80C"), policy.publicity().bloc("99Z")], [Some(4), Some(0)]);
    /// assert_eq!(Policy::fr_judilibre().publicity().bloc("80C"), None);
    /// # Ok::<(), huisclos::Error>(())
    /// ```
    pub fn bloc(&self, nac: &str) -> Option<u8> {
        let known = self.bloc.iter().find(|(pattern, _)| matches(pattern, nac)).map(|(_, bloc)| *bloc);
        known.or_else(|| (!self.bloc.is_empty()).then_some(0))
    }

    /// True when decisions of this nature are not public.
    pub fn is_non_public(&self, nac: &str) -> bool {
        self.non_public.iter().any(|pattern| matches(pattern, nac))
    }

    /// True when they are public only if the court says so.
    pub fn is_conditional(&self, nac: &str) -> bool {
        self.conditional.iter().any(|pattern| matches(pattern, nac))
    }

    /// True when only the operative part is published.
    pub fn is_partial(&self, nac: &str) -> bool {
        self.partial.iter().any(|pattern| matches(pattern, nac))
    }

    pub(super) fn has_blocs(&self) -> bool {
        !self.bloc.is_empty()
    }

    pub(super) fn check(&self) -> Result<(), String> {
        for pattern in self.non_public.iter().chain(&self.conditional).chain(&self.partial).chain(self.bloc.keys()) {
            let well = pattern.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'[' | b']' | b'-'))
                && pattern.matches('[').count() == pattern.matches(']').count();
            if !well {
                return Err(format!("`publicity`: `{pattern}` is no NAC: write `22A`, or `22[A-F]` for several"));
            }
        }
        Ok(())
    }
}

/// True when `nac` is one of the codes of `pattern`. A class `[A-CZ]` stands for one character.
fn matches(pattern: &str, nac: &str) -> bool {
    let mut codes = nac.trim().bytes().map(|b| b.to_ascii_uppercase());
    let mut rest = pattern.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        let Some(code) = codes.next() else { return false };
        if first == b'[' {
            let Some(end) = tail.iter().position(|&b| b == b']') else { return false };
            if !class_holds(&tail[..end], code) {
                return false;
            }
            rest = &tail[end + 1..];
        } else if first == code {
            rest = tail;
        } else {
            return false;
        }
    }
    codes.next().is_none()
}

fn class_holds(class: &[u8], code: u8) -> bool {
    let mut at = 0;
    while at < class.len() {
        if class.get(at + 1) == Some(&b'-') && at + 2 < class.len() {
            if (class[at]..=class[at + 2]).contains(&code) {
                return true;
            }
            at += 3;
        } else {
            if class[at] == code {
                return true;
            }
            at += 1;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{Published, matches};

    /// Every code of two or three signs that a register could hold.
    fn codes() -> impl Iterator<Item = String> {
        let signs = || ('0'..='9').chain('A'..='Z');
        let two = move || signs().flat_map(move |a| signs().map(move |b| format!("{a}{b}")));
        let three = move || two().flat_map(move |ab| signs().map(move |c| format!("{ab}{c}")));
        signs().map(String::from).chain(two()).chain(three())
    }

    #[test]
    fn judifiltre_md_counts_the_natures_that_are_not_public() {
        let policy = crate::policy::Policy::fr_judilibre();
        let publicity = policy.publicity();
        let count = |asked: &dyn Fn(&str) -> bool| codes().filter(|code| asked(code)).count();
        assert_eq!(count(&|nac| publicity.is_non_public(nac)), 162, "judifiltre.md: non public");
        assert_eq!(count(&|nac| publicity.is_conditional(nac)), 10, "judifiltre.md: non public if the box is 0 or empty");
        assert_eq!(count(&|nac| publicity.is_partial(nac)), 74, "judifiltre.md: only the operative part is published");
    }

    #[test]
    fn the_registers_box_and_the_nature_say_what_is_published() {
        let policy = crate::policy::Policy::fr_judilibre();
        for (nac, public, published) in [
            ("22F", Some(true), Published::No),
            ("000", None, Published::No),
            ("4EC", Some(true), Published::Whole),
            ("4EC", Some(false), Published::No),
            ("4EC", None, Published::No),
            ("64D", Some(true), Published::OperativePart),
            ("64D", Some(false), Published::No),
            ("2AK", None, Published::OperativePart),
            ("2AL", None, Published::Whole),
            ("80A", None, Published::Whole),
            ("80A", Some(false), Published::No),
        ] {
            assert_eq!(policy.publicity().published(Some(nac), public), published, "judifiltre.md: {nac}, {public:?}");
        }
    }

    #[test]
    fn classes_stand_for_one_character() {
        assert!(matches("16[A-KM-SX]", "16m"));
        assert!(!matches("16[A-KM-SX]", "16L"));
        assert!(matches("0", "0"));
        assert!(!matches("0", "00"));
        assert!(!matches("22[A-F]", "22"));
    }
}
