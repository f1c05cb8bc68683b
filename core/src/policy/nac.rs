use serde::Deserialize;

/// Which natures d'affaire civile are published, and how much of them.
///
/// ```
/// let policy = huisclos::Policy::fr_judilibre();
/// assert!(policy.publicity().is_non_public("22A"));
/// assert!(!policy.publicity().is_non_public("80A"));
/// ```
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Publicity {
    non_public: Vec<String>,
    conditional: Vec<String>,
    partial: Vec<String>,
}

impl Publicity {
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

    pub(super) fn check(&self) -> Result<(), String> {
        for pattern in self.non_public.iter().chain(&self.conditional).chain(&self.partial) {
            let well = pattern.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'[' | b']' | b'-'))
                && pattern.matches('[').count() == pattern.matches(']').count();
            if !well {
                return Err(format!("policy, `publicity`: `{pattern}` is no NAC: write `22A`, or `22[A-F]` for several"));
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
    use super::matches;

    #[test]
    fn classes_stand_for_one_character() {
        assert!(matches("16[A-KM-SX]", "16m"));
        assert!(!matches("16[A-KM-SX]", "16L"));
        assert!(matches("0", "0"));
        assert!(!matches("0", "00"));
        assert!(!matches("22[A-F]", "22"));
    }
}
