//! Words for human readers, in French and English, and how a run fails.

pub(crate) use huisclos::report::words::{Lang, action, basis, confidence, kind, reason, role};

/// The session's language: the first of `LC_ALL`, `LC_MESSAGES`, `LANG` that says something.
pub(crate) fn of_session() -> Lang {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok()).find(|value| !value.is_empty());
    if set.is_some_and(|value| value.starts_with("fr")) { Lang::Fr } else { Lang::En }
}

/// The words of an error of the library, in French when it has them.
pub(crate) fn told(lang: Lang, error: &huisclos::Error) -> String {
    error.french().filter(|_| lang == Lang::Fr).map_or_else(|| error.to_string(), str::to_owned)
}

pub(crate) fn named(name: &str) -> Result<Lang, String> {
    Lang::from_code(name).ok_or_else(|| "use fr or en".to_owned())
}

/// Formats the English or the French sentence: `say!(lang, "english {x}", "français {x}")`.
macro_rules! say {
    ($lang:expr, $en:literal, $fr:literal) => {
        match $lang {
            $crate::messages::Lang::En => format!($en),
            $crate::messages::Lang::Fr => format!($fr),
        }
    };
}
pub(crate) use say;

/// Why a run stops: an exit code and a sentence.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) code: u8,
    pub(crate) message: String,
}

impl Failure {
    /// Wrong usage.
    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self { code: 2, message: message.into() }
    }

    /// Something cannot be opened or written.
    pub(crate) fn io(place: impl std::fmt::Display, error: impl std::fmt::Display) -> Self {
        Self { code: 3, message: format!("{place}: {error}") }
    }
}
