use super::hash::{hash, hash_padded};
use super::token::{Word, WordId};

/// The distinct folded words of one document: an open-addressing table over one pool of text.
pub(super) struct Words {
    words: Vec<Word>,
    hashes: Vec<u64>,
    pool: String,
    /// The high half of a word's hash, and its index plus one; 0 is free. At most half are taken.
    slots: Vec<(u32, u32)>,
}

impl Words {
    /// Room for the words of a text of `bytes`.
    pub(super) fn with_capacity(bytes: usize) -> Self {
        let expected = bytes / 24 + 16;
        Self {
            words: Vec::with_capacity(expected),
            hashes: Vec::with_capacity(expected),
            pool: String::with_capacity(bytes / 8),
            slots: vec![(0, 0); (2 * expected).next_power_of_two()],
        }
    }

    pub(super) fn as_slice(&self) -> &[Word] {
        &self.words
    }

    #[inline]
    pub(super) fn folded(&self, word: WordId) -> &str {
        let word = &self.words[word.0 as usize];
        &self.pool[word.start as usize..word.end as usize]
    }

    #[inline]
    pub(super) fn hash(&self, word: WordId) -> u64 {
        self.hashes[word.0 as usize]
    }

    /// Counts one more token of `word`.
    pub(super) fn count(&mut self, word: WordId, lower: bool) {
        let word = &mut self.words[word.0 as usize];
        if lower {
            word.lower += 1;
        } else {
            word.capital += 1;
        }
    }

    /// The id of a folded word; `None` when the document does not hold it. One look-up.
    pub(super) fn find(&self, folded: &str) -> Option<WordId> {
        self.place(folded.as_bytes(), hash(folded.as_bytes())).ok()
    }

    /// The id of a folded word; a new one when the document did not hold it yet.
    pub(super) fn intern(&mut self, folded: &str) -> WordId {
        self.intern_hashed(folded.as_bytes(), hash(folded.as_bytes()))
    }

    /// The same for the first `length` bytes of a buffer of folded ASCII that holds zeros beyond them.
    #[inline]
    pub(super) fn intern_padded(&mut self, buffer: &[u8; PADDED], length: usize) -> WordId {
        self.intern_hashed(&buffer[..length], hash_padded(buffer, length))
    }

    #[inline]
    fn intern_hashed(&mut self, folded: &[u8], hash: u64) -> WordId {
        match self.place(folded, hash) {
            Ok(word) => word,
            Err(slot) => self.insert(folded, hash, slot),
        }
    }

    /// The word's id, or the free slot where it belongs.
    #[inline]
    fn place(&self, folded: &[u8], hash: u64) -> Result<WordId, usize> {
        let mask = self.slots.len() - 1;
        let mut slot = (hash >> 32) as usize & mask;
        loop {
            let (high, known) = self.slots[slot];
            if known == 0 {
                return Err(slot);
            }
            if high == (hash >> 32) as u32 && self.is(known as usize - 1, folded, hash) {
                return Ok(WordId(known - 1));
            }
            slot = (slot + 1) & mask;
        }
    }

    /// True when the word at `index` is `folded`. The hashes of two words of at most eight bytes differ when the words do.
    #[inline]
    fn is(&self, index: usize, folded: &[u8], hash: u64) -> bool {
        let word = &self.words[index];
        (word.end - word.start) as usize == folded.len()
            && self.hashes[index] == hash
            && (folded.len() <= 8 || &self.pool.as_bytes()[word.start as usize..word.end as usize] == folded)
    }

    #[cold]
    fn insert(&mut self, folded: &[u8], hash: u64, slot: usize) -> WordId {
        let id = self.words.len() as u32;
        let start = self.pool.len() as u32;
        // Folded words are made of whole characters.
        self.pool.push_str(std::str::from_utf8(folded).unwrap_or_default());
        self.words.push(Word { start, end: self.pool.len() as u32, lower: 0, capital: 0 });
        self.hashes.push(hash);
        self.slots[slot] = ((hash >> 32) as u32, id + 1);
        if 2 * self.words.len() > self.slots.len() {
            self.grow();
        }
        WordId(id)
    }

    fn grow(&mut self) {
        let mut slots = vec![(0, 0); 2 * self.slots.len()];
        let mask = slots.len() - 1;
        for &(high, known) in self.slots.iter().filter(|(_, known)| *known != 0) {
            let mut slot = high as usize & mask;
            while slots[slot].1 != 0 {
                slot = (slot + 1) & mask;
            }
            slots[slot] = (high, known);
        }
        self.slots = slots;
    }
}

/// No word in a buffer is longer, in bytes.
pub(super) const LONGEST: usize = 32;
/// Bytes of such a buffer: eight can be written behind any word.
pub(super) const PADDED: usize = LONGEST + 8;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_one_id_however_it_comes_and_however_many_there_are() {
        let mut words = Words::with_capacity(0);
        let names: Vec<String> = (0..5000).map(|n| format!("{}N{n}", "MOT".repeat(n % 6))).collect();
        let ids: Vec<_> = names.iter().map(|name| words.intern(name)).collect();
        for (name, id) in names.iter().zip(ids) {
            let mut buffer = [0; PADDED];
            buffer[..name.len()].copy_from_slice(name.as_bytes());
            assert_eq!(words.intern_padded(&buffer, name.len()), id);
            assert_eq!(words.find(name), Some(id));
            assert_eq!(words.folded(id), name);
        }
        assert_eq!(words.find("ABSENT"), None);
        assert_eq!(words.as_slice().len(), 5000);
    }
}
