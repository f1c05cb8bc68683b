//! Words that rules ask for, looked up by the hash that each word of a document has already.

use crate::text::hash;

/// Folded words, each with what it means.
///
/// An open-addressing table: most words of a text are no entry, and cost one read.
pub struct Vocabulary<T> {
    slots: Vec<Option<(u64, &'static str, T)>>,
}

impl<T: Copy> Vocabulary<T> {
    /// The table of `entries`; what a word means twice is merged.
    pub fn new(entries: impl IntoIterator<Item = (&'static str, T)>, merge: impl Fn(T, T) -> T) -> Self {
        let entries: Vec<_> = entries.into_iter().collect();
        let mut slots: Vec<Option<(u64, &'static str, T)>> = vec![None; (4 * entries.len()).next_power_of_two().max(2)];
        for (word, meaning) in entries {
            let hash = hash(word.as_bytes());
            let mut at = Self::first(hash, slots.len());
            while slots[at].is_some_and(|(_, other, _)| other != word) {
                at = (at + 1) & (slots.len() - 1);
            }
            let meaning = slots[at].map_or(meaning, |(_, _, before)| merge(before, meaning));
            slots[at] = Some((hash, word, meaning));
        }
        Self { slots }
    }

    const fn first(hash: u64, slots: usize) -> usize {
        (hash >> 40) as usize & (slots - 1)
    }

    /// What the word means whose folded form and hash are given. Constant time.
    #[inline]
    pub fn get(&self, folded: &str, hash: u64) -> Option<T> {
        let mut at = Self::first(hash, self.slots.len());
        while let Some((other, word, meaning)) = self.slots[at] {
            if other == hash && word == folded {
                return Some(meaning);
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_with_all_it_means_and_no_other() {
        let words = ["RUE", "QUAI", "LIEU-DIT", "RUE", "BOULEVARD", "A"];
        let vocabulary = Vocabulary::new(words.into_iter().zip([1_u8, 2, 4, 8, 16, 32]), |a, b| a | b);
        let get = |word: &str| vocabulary.get(word, hash(word.as_bytes()));
        assert_eq!(["RUE", "QUAI", "LIEU-DIT", "BOULEVARD", "A"].map(get), [9, 2, 4, 16, 32].map(Some));
        assert_eq!(["", "RU", "RUES", "B"].map(get), [None; 4]);
        assert_eq!(Vocabulary::<u8>::new([], |a, _| a).get("RUE", 7), None);
    }
}
