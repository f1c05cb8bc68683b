//! Is a word one of a list? Asked in hundreds of places, of thousands of words.

/// `matches!(word, "UN" | "DEUX")`, of words that are not empty.
///
/// A browser loads one string for the words and a call: as comparisons in code they are three times as long. Those are faster, and
/// what a terminal runs; unit tests read the string.
///
/// ```ignore
/// assert!(one_of!("DEUX", "UN" | "DEUX"));
/// assert!(!one_of!("TROIS", "UN" | "DEUX"));
/// ```
#[cfg(not(any(test, target_family = "wasm")))]
macro_rules! one_of {
    ($word:expr, $listed:pat) => {
        matches!($word, $listed)
    };
}

#[cfg(any(test, target_family = "wasm"))]
macro_rules! one_of {
    ($word:expr, $($listed:literal)|+) => {{
        const WORDS: &[&str] = &[$($listed),+];
        const PACKED: [u8; $crate::text::packed::size(WORDS)] = $crate::text::packed::pack(WORDS);
        $crate::text::packed::is_listed($word, &PACKED)
    }};
}

pub(crate) use one_of;
