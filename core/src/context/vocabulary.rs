//! Words that rules ask for, looked up by the hash that each word of a document has already.

use crate::text::hash;

/// Folded words, each with what it means.
///
/// An open-addressing table: most words of a text are no entry, and cost the read of one byte.
pub struct Vocabulary<T> {
    /// For each slot, 0 when it is free, else a few bits of its word's hash.
    tags: Vec<u8>,
    entries: Vec<Option<(&'static str, T)>>,
}

impl<T: Copy> Vocabulary<T> {
    /// The table of `entries`; what a word means twice is merged.
    pub fn new(entries: impl IntoIterator<Item = (&'static str, T)>, merge: impl Fn(T, T) -> T) -> Self {
        let listed: Vec<_> = entries.into_iter().collect();
        let slots = (4 * listed.len()).next_power_of_two().max(2);
        let (mut tags, mut entries) = (vec![0; slots], vec![None; slots]);
        for (word, meaning) in listed {
            let (mut at, tag) = Self::first(hash(word.as_bytes()), slots);
            while entries[at].is_some_and(|(other, _)| other != word) {
                at = (at + 1) & (slots - 1);
            }
            tags[at] = tag;
            entries[at] = Some((word, entries[at].map_or(meaning, |(_, before)| merge(before, meaning))));
        }
        Self { tags, entries }
    }

    /// The slot where the search begins, and the tag; never 0.
    const fn first(hash: u64, slots: usize) -> (usize, u8) {
        ((hash >> 32) as usize & (slots - 1), (hash >> 56) as u8 | 1)
    }

    /// What the word means whose hash and folded form are given. Constant time.
    #[inline]
    pub fn get<'w>(&self, hash: u64, folded: impl Fn() -> &'w str) -> Option<T> {
        let (mut at, wanted) = Self::first(hash, self.tags.len());
        loop {
            let tag = self.tags[at];
            if tag == 0 {
                return None;
            }
            if tag == wanted
                && let Some((word, meaning)) = self.entries[at]
                && word == folded()
            {
                return Some(meaning);
            }
            at = (at + 1) & (self.tags.len() - 1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_with_all_it_means_and_no_other() {
        let words = ["RUE", "QUAI", "LIEU-DIT", "RUE", "BOULEVARD", "A"];
        let vocabulary = Vocabulary::new(words.into_iter().zip([1_u8, 2, 4, 8, 16, 32]), |a, b| a | b);
        let get = |word: &str| vocabulary.get(hash(word.as_bytes()), || word);
        assert_eq!(["RUE", "QUAI", "LIEU-DIT", "BOULEVARD", "A"].map(get), [9, 2, 4, 16, 32].map(Some));
        assert_eq!(["", "RU", "RUES", "B"].map(get), [None; 4]);
        assert_eq!(Vocabulary::<u8>::new([], |a, _| a).get(7, || "RUE"), None);
    }
}
