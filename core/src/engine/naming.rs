//! The words that persons are named by: one spelling for each word of a person, and persons apart.


use crate::persons::{People, Spelled};
use crate::replace::{self, NameWord};
use crate::text::{SortedMap, SortedSet};

/// A word of a mention, and what it is.
#[derive(Clone)]
pub(super) struct Named {
    pub(super) word: NameWord,
    /// False for a given name.
    pub(super) surname: bool,
}

/// The names of `hidden` persons (person, words of the text), each in the words its label is counted by.
///
/// Two persons never have the same words: of two known by one surname alone, each has its own. Without `family_link` no
/// surname is common to two persons.
pub(super) fn names(people: &People, hidden: &[(Option<u32>, &str)], family_link: bool) -> Vec<Vec<Named>> {
    // Most names stand many times: each is spelled once.
    let mut distinct: SortedMap<(Option<u32>, &str), Vec<Spelled>> = SortedMap::default();
    for &(person, name) in hidden {
        distinct.entry((person, name)).or_insert_with(|| people.spelled(person.unwrap_or(u32::MAX), &replace::name_words(name)));
    }
    let mut words: SortedMap<u32, SortedSet<&Spelled>> = SortedMap::default();
    for ((person, _), name) in distinct.iter() {
        if let Some(person) = person {
            words.entry(*person).or_default().extend(name);
        }
    }
    let own = apart(people, &words, family_link);
    let named = |person: Option<u32>, spelled: &Spelled| {
        let apart = person.filter(|person| own.contains(&(*person, spelled.word.as_str())));
        Named { word: NameWord { word: spelled.word.clone(), apart }, surname: spelled.surname }
    };
    hidden.iter().map(|&(person, name)| distinct[&(person, name)].iter().map(|spelled| named(person, spelled)).collect()).collect()
}

/// The words that a person bears as somebody else does, but must not share.
///
/// A stranger shares no surname. A mention that may be either's is told apart from neither: `M. DURAND` beside `Jean DURAND` and `Luc DURAND`.
fn apart<'s>(people: &People, words: &SortedMap<u32, SortedSet<&'s Spelled>>, family_link: bool) -> SortedSet<(u32, &'s str)> {
    let mut own = SortedSet::default();
    let mut surnames: SortedSet<&str> = SortedSet::default();
    let mut whole: SortedSet<Vec<&str>> = SortedSet::default();
    for (person, name) in words.iter() {
        let same = people.is_stranger(*person) || !people.is_open(*person) && !whole.insert(name.iter().map(|spelled| spelled.word.as_str()).collect::<SortedSet<_>>().into_iter().collect());
        let any = name.iter().any(|spelled| spelled.surname);
        for spelled in name.iter() {
            let shared = !surnames.insert(spelled.word.as_str());
            if (spelled.surname || !any) && (same || !family_link && shared) {
                own.insert((*person, spelled.word.as_str()));
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
        let counted = |named: &Named| named.word.apart.map_or_else(|| named.word.word.clone(), |person| format!("{}{person}", named.word.word));
        let names = names(&People::default(), &hidden, family_link);
        names.iter().map(|name| name.iter().map(counted).collect::<Vec<_>>().join(" ")).collect()
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
