//! Names, places and phrases: an open-addressing table, built once from entries sorted and grouped by class.
//!
//! Packed form of a group: class, number of entries, number of bytes, then for each entry one byte (how many leading bytes it
//! shares with the entry before), the other bytes, and a line feed.

use std::hash::Hasher;

use rustc_hash::FxHasher;

use super::{Class, Reader};

pub(super) struct Table {
    keys: Vec<u8>,
    /// Where each key ends in `keys`, and its class.
    entries: Vec<(u32, Class)>,
    /// The class of each group, and the entry after its last.
    groups: Vec<(Class, u32)>,
    /// For each slot, 0 when it is free, else a few bits of its key's hash: small enough for a core's own cache, so that
    /// most words that are no entry cost one near read.
    tags: Vec<u8>,
    /// For each slot, the index of its entry.
    slots: Vec<u32>,
}

/// The tag of a hash; never 0.
fn tag(hash: u64) -> u8 {
    (hash >> 56) as u8 | 1
}

fn hash(key: &[u8]) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(key);
    hasher.finish()
}

impl Table {
    /// Reads all groups; linear in their size. Every group is checked to end where it says.
    pub(super) fn read(reader: &mut Reader<'_>) -> Option<Self> {
        let groups = reader.length()?;
        let total = reader.length()?;
        let size = (total * 2).next_power_of_two().max(2);
        let mut table = Self { keys: Vec::with_capacity(total * 10), entries: Vec::with_capacity(total + 1), groups: Vec::with_capacity(groups), tags: vec![0; size], slots: vec![0; size] };
        table.entries.push((0, Class::default()));
        for _ in 0..groups {
            let class = Class(reader.length()? as u32);
            let count = reader.length()?;
            let length = reader.length()?;
            let mut packed = reader.bytes(length)?;
            let mut before = table.keys.len();
            for _ in 0..count {
                let (&shared, rest) = packed.split_first()?;
                let end = rest.iter().position(|&b| b == b'\n')?;
                let start = table.keys.len();
                table.keys.extend_from_within(before..(before + usize::from(shared)).min(start));
                table.keys.extend_from_slice(&rest[..end]);
                packed = &rest[end + 1..];
                before = start;
                table.add(start, class);
            }
            if !packed.is_empty() {
                return None;
            }
            table.groups.push((class, table.entries.len() as u32));
        }
        Some(table)
    }

    fn add(&mut self, start: usize, class: Class) {
        let hash = hash(&self.keys[start..]);
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        while self.tags[at] != 0 {
            at = (at + 1) & mask;
        }
        self.tags[at] = tag(hash);
        self.slots[at] = self.entries.len() as u32;
        self.entries.push((self.keys.len() as u32, class));
    }

    /// The class of `key`, or the empty class. Constant time but for reading the key.
    pub(super) fn get(&self, key: &[u8]) -> Class {
        let hash = hash(key);
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        let wanted = tag(hash);
        loop {
            let tag = self.tags[at];
            if tag == 0 {
                return Class::default();
            }
            if tag == wanted {
                let entry = self.slots[at] as usize;
                let (end, class) = self.entries[entry];
                if &self.keys[self.entries[entry - 1].0 as usize..end as usize] == key {
                    return class;
                }
            }
            at = (at + 1) & mask;
        }
    }

    /// The entries that have one of the classes of `wanted`.
    pub(super) fn entries_of(&self, wanted: Class) -> impl Iterator<Item = &str> {
        let starts = std::iter::once(1).chain(self.groups.iter().map(|(_, end)| *end));
        let groups = starts.zip(&self.groups).filter(move |(_, (class, _))| class.any(wanted));
        groups.flat_map(|(start, (_, end))| start as usize..*end as usize).map(|entry| {
            let key = &self.keys[self.entries[entry - 1].0 as usize..self.entries[entry].0 as usize];
            std::str::from_utf8(key).unwrap_or_default()
        })
    }

    /// Number of entries.
    pub(super) fn len(&self) -> usize {
        self.entries.len() - 1
    }
}
