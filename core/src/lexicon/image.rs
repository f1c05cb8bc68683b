//! The dictionaries as [`super::unpack`] leaves them, read where they lie.

use super::unpack::{HEAD, slot_of};
use super::Class;

#[derive(Clone, Copy)]
pub(super) struct Image {
    tags: &'static [u8],
    slots: &'static [u8],
    entries: &'static [u8],
    nodes: &'static [u8],
    keys: &'static [u8],
    version: &'static str,
}

impl Image {
    /// Constant time. `None` for bytes that are no image.
    pub(super) fn open(image: &'static [u8]) -> Option<Self> {
        let (head, mut rest) = image.split_at_checked(4 * HEAD)?;
        let mut take = |length: usize| {
            let (part, after) = rest.split_at_checked(length)?;
            rest = after;
            Some(part)
        };
        let length = |at| number(head, at) as usize;
        Some(Self {
            tags: take(length(0))?,
            slots: take(4 * length(0))?,
            entries: take(8 * length(1))?,
            nodes: take(4 * length(2))?,
            keys: take(length(3))?,
            version: std::str::from_utf8(take(length(4))?).ok()?,
        })
    }

    /// The class of the entry `key`, whose hash is given; or the empty class. Constant time but for reading the key.
    #[inline]
    pub(super) fn class(&self, key: &[u8], hash: u64) -> Class {
        let (mut at, wanted) = slot_of(hash, self.tags.len());
        loop {
            let tag = self.tags[at];
            if tag == 0 {
                return Class::default();
            }
            if tag == wanted {
                let entry = number(self.slots, at) as usize;
                if self.key(entry) == key {
                    return Class(number(self.entries, 2 * entry + 1));
                }
            }
            at = (at + 1) & (self.tags.len() - 1);
        }
    }

    fn key(&self, entry: usize) -> &'static [u8] {
        &self.keys[number(self.entries, 2 * (entry - 1)) as usize..number(self.entries, 2 * entry) as usize]
    }

    /// Whether `word`, in capitals, is an ordinary one. Linear in its length. No loop over the edges of a node: where the branches
    /// of a loop mispredict, a count of bits does not.
    pub(super) fn is_word(&self, word: &[u8]) -> bool {
        let mut edge = 1 << 1;
        for byte in word {
            let letter = byte.wrapping_sub(b'A');
            let node = (edge >> 1) as usize;
            let letters = number(self.nodes, node);
            if letter >= 26 || letters >> letter & 1 == 0 {
                return false;
            }
            edge = number(self.nodes, node + 1 + (letters & ((1 << letter) - 1)).count_ones() as usize);
        }
        edge & 1 != 0
    }

    /// The entries that have one of the classes of `wanted`.
    pub(super) fn entries_of(self, wanted: Class) -> impl Iterator<Item = &'static str> {
        (1..=self.len()).filter(move |entry| Class(number(self.entries, 2 * entry + 1)).any(wanted)).map(move |entry| std::str::from_utf8(self.key(entry)).unwrap_or_default())
    }

    /// Number of entries.
    pub(super) const fn len(&self) -> usize {
        self.entries.len() / 8 - 1
    }

    pub(super) const fn version(&self) -> &'static str {
        self.version
    }
}

/// The `at`-th number of `numbers`.
#[inline]
fn number(numbers: &[u8], at: usize) -> u32 {
    numbers[4 * at..][..4].try_into().map_or(0, u32::from_le_bytes)
}
