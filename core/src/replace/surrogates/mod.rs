//! Invented names, addresses and numbers in the form of the original ones.
//!
//! Given names come from one short list whatever the original's origin, with its gender; surnames and towns are joined from
//! parts, and are no word of any dictionary nor of the document. Numbers that have a check are wrong on purpose. What a
//! surrogate is depends on the key and on whom it stands for; two that would meet part by their digests.

mod names;
mod numbers;

use std::sync::OnceLock;

use super::key::{Draw, Key};
use super::{Bearer, Book, Item, Request, dates, key, places};
use crate::error::Error;
use crate::model::Kind;
use crate::text::{SortedMap, SortedSet, fold, sort};

const LISTS: &str = include_str!("../../../lexicons/fr/surrogates.tsv");

/// The words of a list of `surrogates.tsv`.
fn list(name: &str) -> &'static [&'static str] {
    static ALL: OnceLock<SortedMap<&str, Vec<&str>>> = OnceLock::new();
    let all = ALL.get_or_init(|| {
        let mut lists: SortedMap<&str, Vec<&str>> = SortedMap::default();
        for (list, word) in LISTS.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t')) {
            lists.entry(list).or_default().push(word);
        }
        lists
    });
    all.get(name).map_or(&[], Vec::as_slice)
}

/// What every surrogate of a document has to respect.
struct Scene<'r> {
    request: &'r Request<'r>,
    key: Key,
    /// Every folded word of the document and of the persons in it.
    words: SortedSet<String>,
}

impl Scene<'_> {
    fn draw(&self, label: &str, identity: &str, attempt: u32) -> Draw {
        Draw::new(&self.key.digest(label, &[identity.as_bytes(), &attempt.to_le_bytes()]))
    }

    /// True when a word or a part of it stands in the document.
    fn stands_here(&self, words: &str) -> bool {
        fold(words).split(|c: char| !c.is_alphanumeric()).any(|word| self.words.contains(word))
    }

    /// A surname or a town of no dictionary and not of this document; `attempt` counts the refused ones.
    fn invented(&self, label: &str, identity: &str, attempt: u32, ends: &str) -> Result<String, Error> {
        let mut tries = 0;
        loop {
            let mut draw = self.draw(label, identity, attempt * 64 + tries);
            // Two syllables more leave room for hundreds of thousands of surnames.
            let middles = if attempt < 8 { draw.below(4).min(1) } else { 1 + draw.below(2) };
            let mut word = (*draw.of(list("start"))).to_owned();
            for _ in 0..middles {
                word += *draw.of(list("middle"));
            }
            word += *draw.of(list(ends));
            if !(self.request.is_known)(&fold(&word)) && !self.stands_here(&word) {
                return Ok(word);
            }
            tries += 1;
            if tries == 64 || attempt > 1 << 20 {
                return Err(Error::ledger("no invented name is left: start a new ledger, or use the style stable"));
            }
        }
    }
}

pub(super) fn invent(request: &Request, ledger: &mut Book) -> Result<Vec<String>, Error> {
    let mut words: SortedSet<String> = fold(request.text).split(|c: char| !c.is_alphanumeric()).filter(|w| w.len() > 1).map(str::to_owned).collect();
    for bearer in request.bearers {
        words.extend(bearer.given.iter().chain(&bearer.family).flat_map(|word| word.split('-')).map(str::to_owned));
    }
    let scene = Scene { request, key: ledger.key()?.clone(), words };
    let names = names::assign(&scene, ledger)?;
    let data = data(&scene)?;
    let all = request.items.iter().map(|item| match item.kind {
        Kind::Person => Ok(names::rendered(item.span.of(request.text), &item.name, &names[&item.bearer])),
        _ => datum(&scene, item, data[&item.bearer]),
    });
    all.collect()
}

/// For every datum the attempt whose surrogate no other datum of the document has.
fn data(scene: &Scene) -> Result<SortedMap<usize, u32>, Error> {
    let request = scene.request;
    let mut order: Vec<(super::Digest, usize, usize)> = Vec::new();
    let mut seen = SortedSet::default();
    for (index, item) in request.items.iter().enumerate().filter(|(_, item)| item.kind != Kind::Person) {
        if seen.insert(item.bearer) {
            order.push((scene.key.digest("datum", &[identity(request, item).as_bytes()]), item.bearer, index));
        }
    }
    sort(&mut order);
    let mut taken: SortedMap<String, String> = SortedMap::default();
    let mut attempts = SortedMap::default();
    for (_, _, index) in order {
        let item = &request.items[index];
        let own = identity(request, item);
        let mut attempt = 0;
        // What stays the same however often it is drawn (a term, a date) may stand for several.
        while attempt < 16 {
            let drawn = datum(scene, item, attempt)?;
            // A street that the text itself names would stand there as if nothing had been done.
            let named = item.kind == Kind::Address && drawn.rsplit(' ').next().is_some_and(|way| request.text.contains(way));
            if !named && *taken.entry(key(item.kind, &drawn)).or_insert_with(|| own.clone()) == own {
                break;
            }
            attempt += 1;
        }
        attempts.insert(item.bearer, attempt % 16);
    }
    Ok(attempts)
}

/// What the surrogate of a datum depends on: of a place the commune, whatever its postcode.
fn identity(request: &Request, item: &Item) -> String {
    match item.kind {
        Kind::Locality => places::commune(item.span.of(request.text)),
        _ => request.bearers[item.bearer].identity.clone(),
    }
}

fn datum(scene: &Scene, item: &Item, attempt: u32) -> Result<String, Error> {
    let request = scene.request;
    let words = item.span.of(request.text);
    let identity = identity(request, item);
    let mut draw = scene.draw(item.kind.as_str(), &identity, attempt);
    Ok(match item.kind {
        Kind::BirthDate | Kind::DeathDate | Kind::MarriageDate => dates::shifted(request, item)?.unwrap_or_else(|| "[...]".to_owned()),
        Kind::Locality => {
            let town = scene.invented("town", &identity, attempt, "town")?;
            names::town(words, &town)
        }
        Kind::Address => format!("{} rue des {}", 1 + draw.below(99), draw.of(list("way"))),
        Kind::Organisation | Kind::Establishment => names::house(words, &scene.invented("house", &identity, attempt, "end")?, item.kind),
        Kind::Email => format!("{}@exemple.invalid", numbers::code(&mut draw)),
        Kind::Url => if words.contains('.') { format!("{}.exemple.invalid", numbers::code(&mut draw)) } else { numbers::code(&mut draw) },
        // An invented one would tell a lie where a gap tells that something stood there.
        Kind::Term | Kind::Date | Kind::Age | Kind::Amount | Kind::Nationality => "[...]".to_owned(),
        kind => numbers::number(kind, words, &mut draw),
    })
}

/// Gender and count of the given names, sorted surnames: what a person's surrogate needs.
fn shape(bearer: &Bearer) -> (&'static str, Vec<String>) {
    let given = match bearer.gender {
        Some(super::Gender::Feminine) => "feminine",
        Some(super::Gender::Masculine) => "masculine",
        None => "either",
    };
    let mut family = bearer.family.clone();
    sort(&mut family);
    (given, family)
}

#[cfg(test)]
mod tests {
    use super::super::{Gender, NameWord, Style, name_words, replace};
    use std::collections::BTreeSet;

    use super::*;
    use crate::lexicon::{Class, Lexicon};
    use crate::text::Span;

    #[test]
    fn given_names_are_borne_by_those_who_may_bear_them() {
        let lexicon = Lexicon::fr();
        for (name, yes, no) in [("feminine", Class::GIVEN_F, None), ("masculine", Class::GIVEN_M, None), ("either", Class::GIVEN_F.union(Class::GIVEN_M), Some(()))] {
            assert!(list(name).len() >= 18, "{name}");
            for given in list(name) {
                assert!(lexicon.look_up(&fold(given)).has(yes), "{given} is not {name}");
                assert!(!fold(given).starts_with(['H', 'Y']), "{given}: nobody knows whether it elides");
                assert!(no.is_some() || !list("either").contains(given), "{given} stands twice");
            }
        }
    }

    /// The replacement of `{words|kind|given words}` marks of persons and data of `text`.
    fn run(text: &str, spans: &[(&str, Kind, &[&str], Option<Gender>)]) -> Vec<String> {
        let (mut items, mut bearers) = (Vec::new(), Vec::new());
        for (bearer, (words, kind, given, gender)) in spans.iter().enumerate() {
            let start = text.find(words).unwrap() as u32;
            let name = if *kind == Kind::Person { name_words(words).into_iter().map(|word| NameWord { word: word.replace('-', ""), apart: None }).collect() } else { Vec::new() };
            let mut known = Bearer::datum(*kind, words);
            for word in &name {
                if given.contains(&word.word.as_str()) { known.given.push(word.word.clone()) } else { known.family.push(word.word.clone()) }
            }
            known.gender = *gender;
            items.push(Item { kind: *kind, span: Span::new(start, start + words.len() as u32), bearer, name, with: None });
            bearers.push(known);
        }
        let key = Key::new([9; 32]);
        let is_known = |word: &str| Lexicon::fr().look_up(word) != Class::default();
        let request = Request { text, items: &items, bearers: &bearers, style: Style::Surrogates, key: Some(&key), family_link: true, is_known: &is_known };
        replace(&request, None).unwrap()
    }

    #[test]
    fn names_keep_gender_case_family_and_form() {
        let text = "Jean-Paul DUVAL, Anne de DUVAL, DUVAL\nZoé, J. Duval";
        let (m, f) = (Some(Gender::Masculine), Some(Gender::Feminine));
        let all = run(text, &[("Jean-Paul DUVAL", Kind::Person, &["JEANPAUL"], m), ("Anne de DUVAL", Kind::Person, &["ANNE"], f), ("DUVAL\nZoé", Kind::Person, &["ZOE"], f), ("J. Duval", Kind::Person, &["J"], m)]);
        let surname = all[0].split(' ').nth(1).unwrap();
        assert_eq!(surname, surname.to_uppercase());
        assert!(list("masculine").contains(&all[0].split(' ').next().unwrap()), "{}", all[0]);
        let anne: Vec<&str> = all[1].split(' ').collect();
        assert!(list("feminine").contains(&anne[0]) && anne[1] == surname && anne.len() == 2, "{}", all[1]);
        let zoe: Vec<&str> = all[2].split('\n').collect();
        assert!(zoe[0] == surname && list("feminine").contains(&zoe[1]) && zoe[1] != anne[0], "{}", all[2]);
        assert!(all[3].ends_with(&surname[1..].to_lowercase()), "{}", all[3]);
    }

    #[test]
    fn surnames_are_nobodys() {
        let text = "x";
        let key = Key::new([4; 32]);
        let is_known = |word: &str| Lexicon::fr().look_up(word) != Class::default();
        let request = Request { text, items: &[], bearers: &[], style: Style::Surrogates, key: Some(&key), family_link: true, is_known: &is_known };
        let scene = Scene { request: &request, key: key.clone(), words: SortedSet::default() };
        let made: BTreeSet<String> = (0..3000).map(|n| scene.invented("surname", &format!("N{n}"), 0, "end").unwrap()).collect();
        assert!(made.iter().all(|name| !is_known(&fold(name)) && !name.starts_with(['H', 'Y'])));
        assert!(made.len() > 2500, "{} of 3000 differ", made.len());
        let again: BTreeSet<String> = (0..3000).map(|n| scene.invented("surname", &format!("N{n}"), 9, "end").unwrap()).collect();
        assert!(again.len() > 2900, "{} of 3000 differ in a second attempt", again.len());
    }

    #[test]
    fn houses_keep_the_word_that_says_what_they_are() {
        let all = run("la SARL ROUX ET FILS, l'École Jules-Verne, Carrefour", &[("SARL ROUX ET FILS", Kind::Organisation, &[], None), ("École Jules-Verne", Kind::Establishment, &[], None), ("Carrefour", Kind::Organisation, &[], None)]);
        assert!(all[0].starts_with("SARL ") && all[0] == all[0].to_uppercase() && !all[0].contains("ROUX"), "{}", all[0]);
        assert!(all[1].starts_with("École ") && !all[1].contains("Verne") && all[2].starts_with("société "), "{all:?}");
    }
}
