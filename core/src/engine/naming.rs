//! The words that the labels of persons are counted by: one spelling for each word of a person, and persons apart.

use std::collections::{BTreeMap, BTreeSet};

use crate::persons::{People, Spelled};
use crate::replace;

/// The names of `hidden` persons (person, words of the text), each in the words its label is counted by.
///
/// Two persons never have the same words: of two known by one surname alone, each has its own. Without `family_link` no
/// surname is common to two persons.
pub(super) fn names(people: &People, hidden: &[(Option<u32>, &str)], family_link: bool) -> Vec<String> {
    let mut spelled: Vec<(Option<u32>, Vec<Spelled>)> = hidden
        .iter()
        .map(|(person, name)| (*person, people.spelled(person.unwrap_or(u32::MAX), &replace::name_words(name))))
        .collect();
    let mut words: BTreeMap<u32, BTreeSet<Spelled>> = BTreeMap::new();
    for (person, name) in &spelled {
        words.entry(person.unwrap_or(u32::MAX)).or_default().extend(name.iter().cloned());
    }
    words.remove(&u32::MAX);
    let own = apart(&words, family_link);
    for (person, name) in &mut spelled {
        for word in name {
            if person.is_some_and(|person| own.contains(&(person, word.word.clone()))) {
                word.word = format!("{}{}", word.word, person.unwrap_or_default());
            }
        }
    }
    spelled.into_iter().map(|(_, name)| name.into_iter().map(|spelled| spelled.word).collect::<Vec<_>>().join(" ")).collect()
}

/// The words that a person bears as somebody else does, but must not share.
fn apart(words: &BTreeMap<u32, BTreeSet<Spelled>>, family_link: bool) -> BTreeSet<(u32, String)> {
    let mut own = BTreeSet::new();
    let mut surnames: BTreeSet<&str> = BTreeSet::new();
    let mut whole: BTreeSet<BTreeSet<&str>> = BTreeSet::new();
    for (person, name) in words {
        let same = !whole.insert(name.iter().map(|spelled| spelled.word.as_str()).collect());
        let any = name.iter().any(|spelled| spelled.surname);
        for spelled in name {
            let shared = !surnames.insert(spelled.word.as_str());
            if (spelled.surname || !any) && (same || !family_link && shared) {
                own.insert((*person, spelled.word.clone()));
            }
        }
    }
    own
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(hidden: &[(u32, &str)], family_link: bool) -> Vec<String> {
        let hidden: Vec<_> = hidden.iter().map(|(person, name)| (Some(*person), *name)).collect();
        names(&People::default(), &hidden, family_link)
    }

    #[test]
    fn two_of_one_surname_alone_are_told_apart() {
        let [one, other, again] = run(&[(0, "DURAND"), (1, "Durand"), (0, "Durand")], true).try_into().unwrap();
        assert_eq!((one.as_str(), again.as_str()), ("DURAND", "DURAND"));
        assert_ne!(other, one);
    }

    #[test]
    fn the_family_link_shows_or_not() {
        let hidden = [(0, "Jean DURAND"), (1, "Zoé DURAND"), (1, "DURAND")];
        assert_eq!(run(&hidden, true), ["JEAN DURAND", "ZOE DURAND", "DURAND"]);
        let [jean, zoe, bare] = run(&hidden, false).try_into().unwrap();
        assert_eq!(jean, "JEAN DURAND");
        assert_ne!(bare, "DURAND");
        assert!(zoe.ends_with(&bare), "{zoe}");
    }
}
