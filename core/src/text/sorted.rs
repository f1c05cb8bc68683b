//! A map and a set in the order of their keys.

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::fmt;
use std::marker::PhantomData;
use std::ops::Index;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::order::arrange;

/// A `BTreeMap` for the names of one document and the tables of a policy: a browser loads a copy of that one's code for every type of key and value, and little of this one's.
///
/// A look-up is O(log n); a new key moves the places of those behind it, four bytes each: O(n).
///
/// ```ignore
/// let mut words: SortedMap<&str, usize> = SortedMap::default();
/// ["DEUX", "UN", "DEUX"].iter().for_each(|word| *words.entry(word).or_default() += 1);
/// assert_eq!(words.into_iter().collect::<Vec<_>>(), [("DEUX", 2), ("UN", 1)]);
/// ```
#[derive(Clone, Debug)]
pub(crate) struct SortedMap<K, V> {
    entries: Vec<(K, V)>,
    /// Which entry is the first, the second.
    order: Vec<u32>,
}

/// One look-up for whether there is an entry, and for the one to make.
pub(crate) struct Entry<'m, K, V> {
    map: &'m mut SortedMap<K, V>,
    key: K,
    place: Result<usize, usize>,
}

/// The place of what `compare` finds, or where it belongs.
fn search(order: &[u32], compare: &dyn Fn(usize) -> Ordering) -> Result<usize, usize> {
    order.binary_search_by(|&at| compare(at as usize))
}

impl<K: Ord, V> SortedMap<K, V> {
    fn search<Q: Ord + ?Sized>(&self, key: &Q) -> Result<usize, usize>
    where
        K: Borrow<Q>,
    {
        search(&self.order, &|at| self.entries[at].0.borrow().cmp(key))
    }

    pub(crate) fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.get_key_value(key).map(|(_, value)| value)
    }

    pub(crate) fn get_key_value<Q: Ord + ?Sized>(&self, key: &Q) -> Option<(&K, &V)>
    where
        K: Borrow<Q>,
    {
        self.search(key).ok().map(|place| self.at(self.order[place]))
    }

    pub(crate) fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.search(key).is_ok()
    }

    pub(crate) fn entry(&mut self, key: K) -> Entry<'_, K, V> {
        let place = self.search(&key);
        Entry { map: self, key, place }
    }

    /// True when there was no such key; one that there was has the new value.
    pub(crate) fn insert(&mut self, key: K, value: V) -> bool {
        let entry = self.entry(key);
        let known = entry.place.is_ok();
        if let Ok(place) = entry.place {
            let held = entry.map.order[place] as usize;
            entry.map.entries[held].1 = value;
        } else {
            entry.or_insert(value);
        }
        !known
    }
}

impl<K, V> SortedMap<K, V> {
    pub(crate) const EMPTY: Self = Self { entries: Vec::new(), order: Vec::new() };

    fn at(&self, entry: u32) -> (&K, &V) {
        let (key, value) = &self.entries[entry as usize];
        (key, value)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.order.iter().map(|&entry| self.at(entry))
    }

    pub(crate) fn keys(&self) -> impl Iterator<Item = &K> {
        self.iter().map(|(key, _)| key)
    }

    pub(crate) fn values(&self) -> impl Iterator<Item = &V> {
        self.iter().map(|(_, value)| value)
    }

    pub(crate) fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        arrange(&mut self.entries, &self.order);
        self.order = (0..self.order.len() as u32).collect();
        self.entries.iter_mut().map(|(_, value)| value)
    }

    pub(crate) fn len(&self) -> usize {
        self.order.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.order.is_empty()
    }
}

impl<'m, K, V> Entry<'m, K, V> {
    pub(crate) fn or_insert_with(self, make: impl FnOnce() -> V) -> &'m mut V {
        let SortedMap { entries, order } = self.map;
        let entry = match self.place {
            Ok(place) => order[place] as usize,
            Err(place) => {
                order.insert(place, entries.len() as u32);
                entries.push((self.key, make()));
                entries.len() - 1
            }
        };
        &mut entries[entry].1
    }

    pub(crate) fn or_insert(self, value: V) -> &'m mut V {
        self.or_insert_with(|| value)
    }

    pub(crate) fn or_default(self) -> &'m mut V
    where
        V: Default,
    {
        self.or_insert_with(V::default)
    }
}

impl<K, V> Default for SortedMap<K, V> {
    fn default() -> Self {
        Self::EMPTY
    }
}

impl<'de, V: Deserialize<'de>> Deserialize<'de> for SortedMap<String, V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries<V>(PhantomData<V>);

        impl<'de, V: Deserialize<'de>> Visitor<'de> for Entries<V> {
            type Value = SortedMap<String, V>;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a map")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
                let mut map = SortedMap::default();
                while let Some((key, value)) = entries.next_entry()? {
                    map.insert(key, value);
                }
                Ok(map)
            }
        }

        deserializer.deserialize_map(Entries(PhantomData))
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for SortedMap<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut map = Self::default();
        map.extend(entries);
        map
    }
}

impl<K: Ord, V> Extend<(K, V)> for SortedMap<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) {
        entries.into_iter().for_each(|(key, value)| _ = self.insert(key, value));
    }
}

impl<K, V> IntoIterator for SortedMap<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(mut self) -> Self::IntoIter {
        arrange(&mut self.entries, &self.order);
        self.entries.into_iter()
    }
}

impl<K: Ord + Borrow<Q>, Q: Ord + ?Sized, V> Index<&Q> for SortedMap<K, V> {
    type Output = V;

    fn index(&self, key: &Q) -> &V {
        self.get(key).expect("a key of the map")
    }
}

/// The keys of a [`SortedMap`].
pub(crate) struct SortedSet<K>(SortedMap<K, ()>);

impl<K: Ord> SortedSet<K> {
    /// True when there was no such key.
    pub(crate) fn insert(&mut self, key: K) -> bool {
        self.0.insert(key, ())
    }

    pub(crate) fn contains<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.0.contains_key(key)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &K> {
        self.0.keys()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<K> IntoIterator for SortedSet<K> {
    type Item = K;
    type IntoIter = std::iter::Map<std::vec::IntoIter<(K, ())>, fn((K, ())) -> K>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter().map(|(key, ())| key)
    }
}

impl<K> Default for SortedSet<K> {
    fn default() -> Self {
        Self(SortedMap::default())
    }
}

impl<K: Ord> FromIterator<K> for SortedSet<K> {
    fn from_iter<I: IntoIterator<Item = K>>(keys: I) -> Self {
        let mut set = Self::default();
        set.extend(keys);
        set
    }
}

impl<K: Ord> Extend<K> for SortedSet<K> {
    fn extend<I: IntoIterator<Item = K>>(&mut self, keys: I) {
        keys.into_iter().for_each(|key| _ = self.insert(key));
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::{SortedMap, SortedSet};

    #[test]
    fn it_holds_what_a_tree_does() {
        let (mut map, mut tree) = (SortedMap::default(), BTreeMap::new());
        for n in 0..500_u32 {
            let key = n * 7919 % 211;
            *map.entry(key).or_insert(1) += n;
            *tree.entry(key).or_insert(1) += n;
            assert_eq!(map.insert(key / 2, n), tree.insert(key / 2, n).is_none());
        }
        assert!(map.iter().eq(&tree) && map.len() == tree.len());
        assert!((0..300).all(|key| map.get(&key) == tree.get(&key)));
        assert_eq!(map[&9], tree[&9]);
        map.values_mut().zip(0..).for_each(|(value, n)| *value = n);
        assert!(map.keys().eq(tree.keys()) && map.values().copied().eq(0..map.len() as u32));
        assert!(map.into_iter().map(|(key, _)| key).eq(tree.into_keys()));
        assert!(SortedMap::<&str, u8>::default().is_empty());
    }

    #[test]
    fn a_set_holds_each_key_once() {
        let words = ["DEUX", "UN", "TROIS", "UN"];
        let mut set: SortedSet<String> = words.map(str::to_owned).into_iter().collect();
        assert!(set.iter().eq(&words.map(str::to_owned).into_iter().collect::<BTreeSet<_>>()));
        assert!(set.contains("UN") && !set.contains("SIX") && !set.is_empty());
        assert!(set.insert("SIX".to_owned()) && !set.insert("SIX".to_owned()));
    }
}
