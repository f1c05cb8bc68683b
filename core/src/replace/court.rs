//! The Court's templates: letters for the words of names, one running number for everything else.
//!
//! Letters run from A to Z without Q, then AA to ZZ without Q. Each distinct folded word of the persons hidden takes one,
//! in an order that a Fisher-Yates shuffle draws from a hash of the whole original text: the same text gives the same
//! letters anywhere, and a reader of the result, who does not hold the original, cannot sort the names by them. Labels
//! that the text already holds (`[K]` in a decision pseudonymised before) are not given again. Everything else is numbered
//! by one counter over all kinds, in alphabetical order of the folded text.


use super::{key, name_words};
use crate::model::Kind;
use crate::text::{SortedMap, SortedSet, hash};

/// A span that will be replaced: its kind and its original words.
#[derive(Clone, Copy)]
pub struct Hidden<'t> {
    /// What it is.
    pub kind: Kind,
    /// The original words; of a person's name the words its labels are counted by.
    pub words: &'t str,
}

/// The replacements of `hidden`, in the same order. `text` is the whole original.
///
/// ```
/// use huisclos::Kind;
/// use huisclos::replace::{Hidden, labels};
/// let hidden = [
///     Hidden { kind: Kind::Person, words: "Jean DUVAL" },
///     Hidden { kind: Kind::Person, words: "Duval" },
///     Hidden { kind: Kind::Address, words: "2 rue Basse" },
///     Hidden { kind: Kind::Locality, words: "75001 Paris" },
/// ];
/// let labels = labels("the original", &hidden);
/// let (given, family) = labels[0].split_once(' ').unwrap();
/// assert_eq!(family, labels[1]);
/// assert_ne!(given, family);
/// assert_eq!(labels[2..], ["[Adresse 1]", "[Localité 2]"]);
/// ```
pub fn labels(text: &str, hidden: &[Hidden]) -> Vec<String> {
    // Most names stand many times: each is read once.
    let mut names: SortedMap<&str, Vec<String>> = SortedMap::default();
    for item in hidden.iter().filter(|item| item.kind == Kind::Person) {
        names.entry(item.words).or_insert_with(|| name_words(item.words));
    }
    let letters = letters(text, names.values());
    let mut persons: SortedMap<&str, String> = SortedMap::default();
    names.iter().for_each(|(name, words)| _ = persons.insert(name, person(words, &letters)));
    let keys: Vec<_> = hidden.iter().map(|item| (!matches!(item.kind, Kind::Person | Kind::Term)).then(|| (key(item.kind, item.words), category(item.kind)))).collect();
    let numbers = numbers(&keys);
    hidden
        .iter()
        .zip(&keys)
        .map(|(item, key)| match key {
            Some(key) => numbered(item.kind, numbers[key]),
            None => persons.get(item.words).filter(|_| item.kind == Kind::Person).map_or("[...]", String::as_str).to_owned(),
        })
        .collect()
}

fn numbers(keys: &[Option<(String, u8)>]) -> SortedMap<&(String, u8), usize> {
    let mut numbers = SortedMap::default();
    keys.iter().flatten().for_each(|key| _ = numbers.insert(key, 0));
    numbers.values_mut().zip(1..).for_each(|(number, place)| *number = place);
    numbers
}

/// Kinds that share a template share their numbers.
pub(super) const fn category(kind: Kind) -> u8 {
    match kind {
        Kind::Card => Kind::BankAccount as u8,
        Kind::NationalId => Kind::IdNumber as u8,
        kind => kind as u8,
    }
}

fn numbered(kind: Kind, n: usize) -> String {
    match kind {
        Kind::Address => format!("[Adresse {n}]"),
        Kind::Locality => format!("[Localité {n}]"),
        Kind::BirthDate => format!("[Date naissance {n}]"),
        Kind::DeathDate => format!("[Date décès {n}]"),
        Kind::MarriageDate => format!("[Date mariage {n}]"),
        Kind::NationalId | Kind::IdNumber => format!("[Numéro identifiant {n}]"),
        Kind::CompanyId => format!("[N° SIREN/SIRET {n}]"),
        Kind::BankAccount | Kind::Card => format!("[XXXXXXXXXX0{n}]"),
        Kind::Phone => format!("[XXXXXXXX0{n}]"),
        Kind::Email => format!("[Courriel {n}]"),
        Kind::Url => format!("[0{n}]"),
        Kind::Plate => format!("[Immatriculation {n}]"),
        Kind::LandParcel => format!("[Cadastre {n}]"),
        Kind::Date => format!("[Date {n}]"),
        Kind::Age => format!("[Âge {n}]"),
        Kind::Amount => format!("[Montant {n}]"),
        Kind::Nationality => format!("[Nationalité {n}]"),
        _ => format!("[{n}]"),
    }
}

fn person(words: &[String], letters: &SortedMap<&str, String>) -> String {
    if words.is_empty() {
        return "[...]".to_owned();
    }
    let mut label = String::with_capacity(4 * words.len());
    for word in words {
        label.push_str(if label.is_empty() { "[" } else { " [" });
        label.push_str(&letters[word.as_str()]);
        label.push(']');
    }
    label
}

fn letters<'n>(text: &str, names: impl Iterator<Item = &'n Vec<String>>) -> SortedMap<&'n str, String> {
    let mut words: SortedMap<&str, String> = SortedMap::default();
    names.flatten().for_each(|word| _ = words.entry(word).or_default());
    let mut free: Vec<String> = Vec::with_capacity(words.len());
    if words.is_empty() {
        return words;
    }
    let used = labels_in(text);
    let seed = hash(text.as_bytes());
    for width in 1.. {
        let mut tier: Vec<u32> = (0..25u32.pow(width)).filter(|&n| used.is_empty() || !used.contains(letters_of(n, width).as_str())).collect();
        shuffle(&mut tier, seed);
        free.extend(tier.into_iter().take(words.len() - free.len()).map(|n| letters_of(n, width)));
        if free.len() >= words.len() {
            break;
        }
    }
    words.values_mut().zip(free).for_each(|(letters, label)| *letters = label);
    words
}

/// The `n`-th label of `width` letters in alphabetical order.
fn letters_of(n: u32, width: u32) -> String {
    const ALPHABET: &[u8; 25] = b"ABCDEFGHIJKLMNOPRSTUVWXYZ";
    (0..width).rev().map(|place| ALPHABET[(n / 25u32.pow(place) % 25) as usize] as char).collect()
}

/// The letter labels that the text already holds: `K` for `[K]`.
fn labels_in(text: &str) -> SortedSet<&str> {
    text.split('[')
        .skip(1)
        .filter_map(|rest| rest.split_once(']').map(|(label, _)| label))
        .filter(|label| matches!(label.len(), 1..=3) && label.bytes().all(|b| b.is_ascii_uppercase()))
        .collect()
}

/// Fisher-Yates with numbers from `SplitMix64`.
fn shuffle(labels: &mut [u32], mut state: u64) {
    for last in (1..labels.len()).rev() {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let pick = ((z ^ (z >> 31)) % (last as u64 + 1)) as usize;
        labels.swap(last, pick);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn one_counter_runs_over_all_kinds_in_alphabetical_order() {
        let item = |kind, words| Hidden { kind, words };
        let hidden = [
            item(Kind::Phone, "01 02 03 04 05"),
            item(Kind::Email, "zoe@x.example"),
            item(Kind::Card, "4970 2073 1901 9252"),
            item(Kind::Establishment, "collège Anne-Frank"),
            item(Kind::Phone, "0102030405"),
        ];
        assert_eq!(
            labels("x", &hidden),
            ["[XXXXXXXX01]", "[Courriel 4]", "[XXXXXXXXXX02]", "[3]", "[XXXXXXXX01]"]
        );
    }

    #[test]
    fn letters_skip_q_and_those_the_text_holds_and_go_on_in_pairs() {
        let names: Vec<String> = (0..40u8).map(|i| format!("Nom{}", char::from(b'A' + i % 26).to_string().repeat(1 + usize::from(i / 26)))).collect();
        let hidden: Vec<_> = names.iter().map(|words| Hidden { kind: Kind::Person, words }).collect();
        let labels = labels("Mme [K] et M. [BB]", &hidden);
        let distinct: BTreeSet<_> = labels.iter().collect();
        assert_eq!(distinct.len(), 40);
        assert!(labels.iter().all(|label| !label.contains('Q') && label != "[K]" && label != "[BB]"));
        assert_eq!(labels.iter().filter(|label| label.len() == 3).count(), 24);
    }
}
