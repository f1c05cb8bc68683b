use self_cell::self_cell;

use super::hash::{hash, hash_padded, hash_short};
use super::token::{Word, WordId};

/// The distinct folded words of one document: an open-addressing table over one pool of text.
pub(super) struct Words {
    distinct: Vec<Word>,
    hashes: Vec<u64>,
    /// The words' folded forms one behind the other, and where each ends.
    pool: Vec<u8>,
    ends: Vec<u32>,
    slots: Vec<Slot>,
}

/// One place of the table, 16 bytes: all that tells a short word apart is read at once.
#[derive(Clone, Copy, Default)]
struct Slot {
    hash: u64,
    /// The index plus one; 0 is free. At most half are taken.
    known: u32,
    /// Bytes of the word.
    length: u32,
}

self_cell! {
    /// The pool of a whole document and the forms that lie in it: rules ask for them so often that cutting them out each time, where
    /// characters end, was a tenth of the time.
    struct Forms {
        owner: String,
        #[covariant]
        dependent: Cut,
    }
}

type Cut<'p> = Vec<&'p str>;

/// The words of a document that is read to its end.
pub(super) struct Folded {
    words: Vec<Word>,
    hashes: Vec<u64>,
    forms: Forms,
    slots: Vec<Slot>,
}

impl Folded {
    pub(super) fn as_slice(&self) -> &[Word] {
        &self.words
    }

    #[inline]
    pub(super) fn folded(&self, word: WordId) -> &str {
        self.forms.borrow_dependent()[word.0 as usize]
    }

    #[inline]
    pub(super) fn hash(&self, word: WordId) -> u64 {
        self.hashes[word.0 as usize]
    }

    /// The id of a folded word; `None` when the document does not hold it. One look-up.
    pub(super) fn find(&self, folded: &str) -> Option<WordId> {
        place(&self.slots, hash(folded.as_bytes()), folded.len(), |at| self.forms.borrow_dependent()[at] == folded).ok()
    }
}

/// The word whose hash and length are given and that `is` accepts by its index, or the free slot where it belongs.
///
/// The hashes of two words of at most eight bytes differ when the words do: `is` is asked of longer ones only.
#[inline]
fn place(slots: &[Slot], hash: u64, length: usize, is: impl Fn(usize) -> bool) -> Result<WordId, usize> {
    let mask = slots.len() - 1;
    let mut at = (hash >> 32) as usize & mask;
    loop {
        let slot = slots[at];
        if slot.known == 0 {
            return Err(at);
        }
        if slot.hash == hash && slot.length as usize == length && (length <= 8 || is(slot.known as usize - 1)) {
            return Ok(WordId(slot.known - 1));
        }
        at = (at + 1) & mask;
    }
}

impl Words {
    /// Room for the words of a text of `bytes`.
    pub(super) fn with_capacity(bytes: usize) -> Self {
        let expected = bytes / 24 + 16;
        Self {
            distinct: Vec::with_capacity(expected),
            hashes: Vec::with_capacity(expected),
            pool: Vec::with_capacity(bytes / 8),
            ends: Vec::with_capacity(expected),
            slots: vec![Slot::default(); (2 * expected).next_power_of_two()],
        }
    }

    /// The words, when no more come.
    pub(super) fn finish(self) -> Folded {
        let Self { distinct, hashes, pool, ends, slots } = self;
        // Folded words are made of whole characters.
        let pool = String::from_utf8(pool).unwrap_or_default();
        let forms = Forms::new(pool, |pool| {
            let starts = std::iter::once(0).chain(ends.iter().copied());
            starts.zip(&ends).map(|(start, &end)| &pool[start as usize..end as usize]).collect()
        });
        Folded { words: distinct, hashes, forms, slots }
    }

    /// Counts one more token of `word`.
    pub(super) fn count(&mut self, word: WordId, lower: bool) {
        let word = &mut self.distinct[word.0 as usize];
        if lower {
            word.lower += 1;
        } else {
            word.capital += 1;
        }
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

    /// The same for a folded word of `length` bytes, at most eight, in the low bytes of a number.
    #[inline]
    pub(super) fn intern_short(&mut self, folded: u64, length: usize) -> WordId {
        let hash = hash_short(folded, length);
        match place(&self.slots, hash, length, |_| true) {
            Ok(word) => word,
            Err(slot) => self.insert(&folded.to_le_bytes()[..length], hash, slot),
        }
    }

    #[inline]
    fn intern_hashed(&mut self, folded: &[u8], hash: u64) -> WordId {
        let is = |at: usize| self.pool[..self.ends[at] as usize].ends_with(folded);
        match place(&self.slots, hash, folded.len(), is) {
            Ok(word) => word,
            Err(slot) => self.insert(folded, hash, slot),
        }
    }

    #[cold]
    fn insert(&mut self, folded: &[u8], hash: u64, slot: usize) -> WordId {
        let id = self.distinct.len() as u32;
        self.pool.extend_from_slice(folded);
        self.distinct.push(Word { lower: 0, capital: 0 });
        self.hashes.push(hash);
        self.ends.push(self.pool.len() as u32);
        self.slots[slot] = Slot { hash, known: id + 1, length: folded.len() as u32 };
        if 2 * self.distinct.len() > self.slots.len() {
            self.grow();
        }
        WordId(id)
    }

    fn grow(&mut self) {
        let mut slots = vec![Slot::default(); 2 * self.slots.len()];
        let mask = slots.len() - 1;
        for slot in self.slots.iter().filter(|slot| slot.known != 0) {
            let mut at = (slot.hash >> 32) as usize & mask;
            while slots[at].known != 0 {
                at = (at + 1) & mask;
            }
            slots[at] = *slot;
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
        for (name, &id) in names.iter().zip(&ids) {
            let mut buffer = [0; PADDED];
            buffer[..name.len()].copy_from_slice(name.as_bytes());
            assert_eq!(words.intern_padded(&buffer, name.len()), id);
            if let Some(short) = buffer.first_chunk().filter(|_| name.len() <= 8) {
                assert_eq!(words.intern_short(u64::from_le_bytes(*short), name.len()), id);
            }
        }
        let words = words.finish();
        for (name, id) in names.iter().zip(ids) {
            assert_eq!(words.find(name), Some(id));
            assert_eq!(words.folded(id), name);
        }
        assert_eq!(words.find("ABSENT"), None);
        assert_eq!(words.as_slice().len(), 5000);
    }
}
