//! Mentions -> people: given, birth, married name, alias, initials and bare surname lead to one person; two bearers of a
//! surname stay two.
//!
//! Names are read from the fullest to the barest, so that a bare surname before the first full name finds its bearer too. A
//! name goes to a person whose words hold all of its own; of several the best by [`Rank`]. What fits nobody is somebody new.

use std::hash::BuildHasher;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use super::called::{self, Called, Gender, Tie, Title, World};
use super::cover::{Fit, Word, Words, couple};
use super::roles::split;
use super::scene::Scene;
use super::spelling::{People, Spoken};
use super::{Local, Mention, Name};
use crate::model::{Confidence, Role};
use crate::text::{hash, one_of, order_by, sort};

/// A mention or a chain of tied ones: indices into the names.
struct Unit {
    called: Called,
    names: Vec<usize>,
    role: Role,
    office: Option<Role>,
    /// Nothing beside it says whose name it is.
    weak: bool,
    /// It goes on with the list that the unit before stands in: two of a list are two persons.
    listed: bool,
    /// See [`form`].
    form: u64,
}

struct Person {
    words: Words,
    gender: Option<Gender>,
    world: World,
    addressed: bool,
    titles: Vec<Option<Title>>,
    /// Where its units stand: the index of the first name of each.
    places: Vec<usize>,
    /// How many letters each unit has, the longest first.
    sizes: Vec<usize>,
    kin: Option<String>,
    /// Said to be no other than of the same name.
    stranger: bool,
    /// The full names it has, by [`form`]; a stranger's is any.
    forms: Vec<u64>,
    /// The units that name this person.
    units: Vec<usize>,
    /// What stands before an alias of this person, each once: `M. Jean Luc DUVAL` of `M. Jean Luc DUVAL, alias ROUX`.
    aliased: Vec<Words>,
    role: Role,
    /// The office beside one of the names.
    office: Option<Role>,
    /// No name has anything beside it that says whose it is.
    unproven: bool,
}

/// Why a person is taken rather than another, the first difference decides.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    fit: Fit,
    /// Both are `père`, both `fils`, or neither anything.
    kin: bool,
    gender: bool,
    /// The lone word is read the same way: surname after a civility, given name without.
    reading: bool,
    /// The surname is the person's own rather than a spouse's.
    own: bool,
    /// Named with a civility in full too, or both not: children are not.
    addressed: bool,
    /// Named with the same title before, or with none.
    title: bool,
    /// A word beside the name says what the person is: `le témoin DUVAL`.
    role: bool,
    /// The lone word has the same hyphens.
    hyphens: bool,
    /// The person is named before.
    before: bool,
    /// How often the person is named more fully.
    full: usize,
    /// The lone word is the whole surname: `M. ROUX` is `Zoé ROUX` rather than `Luc ROUX-VIAL`.
    alone: bool,
    /// The nearest mention before, the later the better; without one the first, the earlier the better.
    place: (usize, std::cmp::Reverse<usize>),
}

/// Why a reader should look at a name that two persons bear.
pub(crate) const WHOSE: &str = "several persons of the text bear this name, and only the place says whose it is";

/// Named so many times nearer, a rival is as likely as who is named more often.
const FAR: usize = 3;

/// A mention that fits several persons equally well but for where and how often they are named.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Guess {
    /// Nothing speaks for another: it is this person's.
    Likely,
    /// One was named far nearer, another is named more often: it is nobody's, and has a label of its own.
    Open,
}

/// Numbers the people in order of first mention and gives each mention its final role.
pub(super) fn group(scene: &Scene, names: &[Name]) -> (Vec<Mention>, People) {
    let units = units(scene, names);
    let (mut people, guesses) = people(&units);
    let known_open: Vec<bool> = people.iter().map(|known| known.units.iter().any(|unit| guesses.get(unit) == Some(&Guess::Open))).collect();
    let mut person_of = vec![(0, None); names.len()];
    for (person, known) in people.iter().enumerate() {
        for &unit in &known.units {
            for &name in &units[unit].names {
                person_of[name] = (person, guesses.get(&unit).map(|guess| (unit, *guess)));
            }
        }
    }
    let mut number: FxHashMap<(usize, Option<u64>), u32> = FxHashMap::default();
    let mut spoken = Vec::with_capacity(people.len());
    let mentions = names
        .iter()
        .zip(person_of)
        .map(|(name, (person, guess))| {
            let mut detection = name.detection(scene);
            match name.local {
                Local::Weak => detection.role = people[person].role,
                // Where the court signs, the office is the one the name has beside it elsewhere.
                Local::Zone(_) => detection.role = people[person].office.unwrap_or(detection.role),
                Local::Office(_) | Local::Party(_) => {}
            }
            let doubt = guess.map(|_| WHOSE).or(name.doubt.filter(|_| detection.confidence == Confidence::Possible));
            let next = number.len() as u32;
            let open = guess.filter(|(_, guess)| *guess == Guess::Open).map(|(unit, _)| unit);
            // The same word left open twice is the same nobody's: it has one label.
            let person = *number.entry((person, open.map(|unit| spelt(&units[unit].called.words)))).or_insert_with(|| {
                let words = match open {
                    Some(unit) => units[unit].called.words.spelt_as(&people[person].words),
                    None if known_open[person] => people[person].words.clone(),
                    None => std::mem::take(&mut people[person].words),
                };
                spoken.push(Spoken { words, open: open.is_some(), stranger: people[person].stranger });
                next
            });
            Mention { detection, person, doubt }
        })
        .collect();
    (mentions, People(spoken))
}

/// The names with those tied to them.
fn units(scene: &Scene, names: &[Name]) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    for (index, name) in names.iter().enumerate() {
        let called = called::called(scene, name);
        let role = match name.local {
            Local::Party(role) => role,
            _ => name.role(),
        };
        let tie = index.checked_sub(1).zip(units.last()).and_then(|(previous, unit)| {
            let previous = &names[previous];
            let one = unit.names.len() == 1 && called::touches(scene, previous, name);
            let tie = if one { Some(Tie::Alias) } else { called::tie(scene, previous, name) };
            tie.filter(|_| unit.called.world == called.world)
        });
        match (tie, units.last_mut()) {
            (Some(tie), Some(unit)) if !called.is_somebody(&unit.called, tie) => {
                unit.called.tie(tie, called);
                unit.names.push(index);
                if unit.role == Role::Party {
                    unit.role = role;
                }
            }
            _ => {
                // `la société, prise en la personne de Mme Zoé DUVAL, et Mme Zoé DUVAL`
                let others = |unit: &Unit| form(&unit.called) != form(&called) && (unit.called.words.is_full() && called.words.is_full() || unit.called.words.meets(&called.words));
                let listed = index.checked_sub(1).zip(units.last()).is_some_and(|(previous, unit)| called::apart(scene, &names[previous], name) && others(unit));
                let office = if let Local::Office(role) = name.local { Some(role) } else { None };
                units.push(Unit { called, names: vec![index], role, office, weak: name.local == Local::Weak, listed, form: 0 });
            }
        }
    }
    surnames(scene, names, &mut units);
    for unit in &mut units {
        unit.form = form(&unit.called);
    }
    units
}

/// Gives the given names of a list the surname at its end, when a word for several leads to the list: `consorts Luc et Zoé DUVAL`.
fn surnames(scene: &Scene, names: &[Name], units: &mut [Unit]) {
    let mut at = 0;
    while at < units.len() {
        let first = at;
        at += 1;
        if !units[first].called.lead.kindred || !units[first].called.words.is_given() {
            continue;
        }
        let follows = |unit: usize, units: &[Unit]| {
            let ends = units[unit].names.last().zip(units.get(unit + 1).and_then(|next| next.names.first()));
            ends.is_some_and(|(&last, &next)| called::lists(scene, &names[last], &names[next]))
        };
        let mut last = first;
        while units[last].called.words.is_given() && follows(last, units) {
            last += 1;
        }
        // `ses enfants Ana et Paul Omar`: what may be a given name too is no surname of the list unless its case says so.
        let surname = |at: usize| !scene.given(at);
        let end = &units[last];
        let ends = end.called.words.each.iter().any(|word| word.as_surname) || end.names.last().is_some_and(|&name| split(scene, &names[name]).family().any(surname));
        if last == first || end.called.words.each.len() < 2 || !ends {
            continue;
        }
        let (listed, end) = units[first..=last].split_at_mut(last - first);
        let gender = listed[0].called.gender;
        for unit in listed {
            unit.called.take_surname(&end[0].called);
            unit.called.lead.plural = false;
            unit.called.gender = gender;
        }
        end[0].called.gender = end[0].called.gender.or(gender);
        at = last + 1;
    }
}

/// The people, and the units that are theirs by a guess.
fn people(units: &[Unit]) -> (Vec<Person>, FxHashMap<usize, Guess>) {
    let mut order: Vec<usize> = (0..units.len()).collect();
    order_by(&mut order, |&unit| u64::MAX - units[unit].called.words.size() as u64);
    let called_by: FxHashSet<&str> = units.iter().filter_map(|unit| unit.called.words.called_by()).collect();
    let lists = Lists::of(units);
    let mut people: Vec<Person> = Vec::new();
    let mut index = Index::default();
    let mut guesses = FxHashMap::default();
    for at in order {
        let unit = &units[at];
        let near = index.near(&unit.called.words);
        let ranked: Vec<_> = near.iter().filter_map(|&person| Some((rank(&people[person], units, at, &lists, &called_by)?, std::cmp::Reverse(person)))).collect();
        let best = ranked.iter().max();
        let lone = best.filter(|_| unit.called.words.each.len() == 1);
        if let Some(guess) = lone.and_then(|(best, person)| best.guess(unit.names[0], ranked.iter().filter(|(_, other)| other != person).map(|(rank, _)| rank))) {
            guesses.insert(at, guess);
        }
        let signs = || unit.weak.then(|| signs(unit, near.iter().map(|&person| (person, &people[person])))).flatten();
        let person = best.map(|(_, person)| person.0).or_else(signs).or_else(|| nicknamed(&unit.called, &people)).or_else(|| initialled(&unit.called, &people)).unwrap_or(people.len());
        if person == people.len() {
            people.push(Person { words: Words::default(), gender: None, world: unit.called.world, addressed: false, titles: Vec::new(), places: Vec::new(), sizes: Vec::new(), kin: None, stranger: unit.called.stranger, forms: Vec::new(), units: Vec::new(), aliased: Vec::new(), role: unit.role, office: None, unproven: true });
        }
        let known = &mut people[person];
        if !unit.called.lead.plural {
            known.gender = known.gender.or(unit.called.gender);
        }
        if !known.titles.contains(&unit.called.lead.title) {
            known.titles.push(unit.called.lead.title);
        }
        if let Err(place) = known.places.binary_search(&unit.names[0]) {
            known.places.insert(place, unit.names[0]);
        }
        known.sizes.push(unit.called.words.size());
        if (known.stranger || !lists.0.is_empty() && unit.called.words.is_full()) && !known.forms.contains(&unit.form) {
            known.forms.push(unit.form);
        }
        known.kin = known.kin.take().or_else(|| unit.called.kin.clone());
        known.office = known.office.or(unit.office);
        known.unproven &= unit.weak;
        known.addressed |= unit.called.lead.formal && unit.called.words.is_full();
        if known.role == Role::Party {
            known.role = unit.role;
        }
        known.words.add(&unit.called.words);
        known.units.push(at);
        let called = &unit.called;
        if let Some(own) = called.own.as_ref().filter(|own| called.aliased && own.each.len() > 1 && !known.aliased.contains(own)) {
            known.aliased.push(own.clone());
        }
        index.add(&unit.called.words, person);
    }
    (people, guesses)
}

impl Rank {
    /// What is left to a guess at the name `at` when some of `rivals` have the same reasons but for their places.
    fn guess<'r>(&self, at: usize, rivals: impl Iterator<Item = &'r Self>) -> Option<Guess> {
        let reasons = |rank: &Self| (rank.fit, rank.kin, rank.gender, rank.reading, rank.own, rank.addressed, rank.title, (rank.role, rank.hyphens));
        let mut guess = None;
        for rival in rivals.filter(|rival| reasons(rival) == reasons(self)) {
            let nearer = self.before && (at - rival.place.0) * FAR <= at - self.place.0;
            guess = Some(if nearer || guess == Some(Guess::Open) { Guess::Open } else { Guess::Likely });
        }
        guess
    }
}

/// The one person of the case for whose given name a quoted word is short: `« Jo »` for Jordan, `« Lalie »` for Eulalie, `« Rosie »` for
/// Rosalba, `« Ti-Luc »` for Luc, `« Zozo »` for Enzo.
fn nicknamed(called: &Called, people: &[Person]) -> Option<usize> {
    let [word] = called.words.each.as_slice() else { return None };
    if !called.quoted || called.world != World::Case {
        return None;
    }
    let short = |given: &Word| {
        let whole = &given.text;
        let stem = ["IE", "I", "Y", "OU", "O"].iter().find_map(|end| word.text.strip_suffix(end)).filter(|stem| stem.len() > 2);
        word.text.len() > 1 && (whole.starts_with(&word.text) || word.text.len() > 2 && whole.ends_with(&word.text))
            || stem.is_some_and(|stem| whole.starts_with(stem))
            || word.text.len() > 3 && word.text.is_ascii() && { let (one, two) = word.text.split_at(word.text.len() / 2); one == two && (whole.starts_with(one) || whole.ends_with(one)) }
            || matches!(word.halves.as_slice(), [small, name] if one_of!(small.as_str(), "TI" | "PETIT" | "PETITE") && (name == whole || given.halves.contains(name)))
    };
    let named = |person: &Person| person.world == World::Case && person.words.each.iter().any(|known| known.given && short(known));
    let mut found = people.iter().enumerate().filter(|(_, person)| named(person)).map(|(at, _)| at);
    found.next().filter(|_| found.next().is_none())
}

/// The one person of the case whose initials are all there is of the name: `Mme K.` for `Zoé KAHN`, `J.-L.` for `Jean Luc DUVAL`, `ZK` of whom no dictionary knows, `ZKD` for `Zoé KAHN-DUVAL`.
fn initialled(called: &Called, people: &[Person]) -> Option<usize> {
    let each = &called.words.each;
    let glued = each.len() == 1 && !each[0].known && !called.lead.formal && (2..4).contains(&each[0].text.len()) && each[0].text.is_ascii();
    let letters: Vec<&str> = if glued { (0..each[0].text.len()).map(|at| &each[0].text[at..=at]).collect() } else { each.iter().map(|word| word.text.as_str()).collect() };
    let lone = letters.len() == 1;
    if called.world != World::Case || lone && !called.lead.formal || letters.is_empty() || !letters.iter().all(|letter| letter.chars().count() == 1) {
        return None;
    }
    let stands = |first: &[&Word], then: &[&Word]| {
        let heads = |halves: bool| first.iter().chain(then).flat_map(move |word| if halves && !word.halves.is_empty() { word.halves.iter() } else { std::slice::from_ref(&word.text).iter() });
        [false, true].into_iter().any(|halves| letters.len() <= heads(halves).count() && letters.iter().zip(heads(halves)).all(|(letter, word)| word.starts_with(letter)))
    };
    let means = |person: &Person| {
        let [given, family]: [Vec<&Word>; 2] = [true, false].map(|given| person.words.each.iter().filter(|word| word.given == given && word.text.chars().count() > 1).collect());
        let named = if lone { stands(&family, &[]) } else { stands(&given, &family) || stands(&family, &given) || stands(&given[..given.len().min(1)], &family) };
        person.world == World::Case && named && called.gender.zip(person.gender).is_none_or(|(mine, theirs)| mine == theirs)
    };
    let mut found = people.iter().enumerate().filter(|(_, person)| means(person)).map(|(at, _)| at);
    found.next().filter(|_| found.next().is_none())
}

/// The member of the court whose given name or initial and surname a mention without any cue repeats, when nobody of the case bears
/// the surname: a signature, or the court speaking of itself.
fn signs<'p>(unit: &Unit, mut near: impl Iterator<Item = (usize, &'p Person)>) -> Option<usize> {
    let words = &unit.called.words;
    let mut found = None;
    let bears = |person: &Person| words.each.iter().any(|word| !word.given && person.words.each.iter().any(|known| known.text == word.text));
    if words.each.len() < 2 || near.any(|(at, person)| {
        if person.world != World::Case && words.within(&person.words) >= Some(Fit::Initial) {
            found = found.or(Some(at));
        }
        person.world == World::Case && bears(person)
    }) {
        return None;
    }
    found
}

/// How well the unit `at` names `person`; `None` when it cannot.
fn rank(person: &Person, units: &[Unit], at: usize, lists: &Lists, called_by: &FxHashSet<&str>) -> Option<Rank> {
    let called = &units[at].called;
    if person.world != called.world {
        return None;
    }
    // `M. Jean Luc DUVAL` and `Jean DUVAL, alias ROUX`: the names before the alias are compared too.
    let own = || called.own.as_ref().filter(|own| own.each.len() > 1)?.within(&person.words);
    let chained = || person.aliased.iter().filter_map(|known| known.within(&called.words)).max();
    let fit = called.words.within(&person.words).or_else(own).or_else(chained).or_else(|| called.words.shares(&person.words).then_some(Fit::Half))?;
    if called.words.goes_by_another(&person.words, called_by) {
        return None;
    }
    if lists.part(person, units, at) || called.stranger != person.stranger && (called.stranger || person.forms.contains(&units[at].form)) {
        return None;
    }
    let kin = called.kin == person.kin;
    let whole = called.words.is_full();
    // `Jean DUVAL fils` is not `Jean DUVAL`, nor `Luc fils` `Luc`.
    if !kin && called.kin.is_some() && (person.kin.is_some() || whole || called.words.is_given()) {
        return None;
    }
    let gender = called.gender.zip(person.gender).map(|(mine, theirs)| mine == theirs);
    // `M. Zoé Roux` is a slip of the civility, `M. Dominique Roux` beside `Mme Dominique Roux` is not.
    let slip_of_civility = whole && fit >= Fit::Joined && !called.epicene;
    if gender == Some(false) && !(called.guessed || slip_of_civility || called.lead.plural) {
        return None;
    }
    let word = called.words.each.first()?;
    let same = person.words.each.iter().filter_map(|known| Some((word.fit(known)?, known))).max_by_key(|(fit, _)| *fit).map(|(_, known)| known);
    if called.words.each.len() == 1 && !called.lead.plural {
        // `M. Laurens` is not `Jean Laurent`, nor `Michèle` `Michel`, when the dictionary has both; nor `Pavlov` `Pavlova`.
        let slip = fit == Fit::Slip && same.is_some_and(|known| word.known && known.known || couple(&word.text, &known.text));
        // `M. Thomas` is not `Thomas Durand`.
        let given = called.lead.formal && !called.lead.several && same.is_some_and(|known| known.given && known.leads && known.common) && person.words.is_full();
        // `Dr Durand` is not the party `M. Durand`, nor `l'adjudant Durand` the witness `Mme Durand`.
        let named = match called.lead.title {
            Some(Title::Officer) => person.role == Role::Officer || person.unproven && !person.addressed,
            Some(Title::Doctor) => person.role == Role::Expert || person.unproven,
            _ => !matches!(person.role, Role::Party | Role::Minor),
        };
        let titled = called.lead.title.is_some() && !(named && fit > Fit::Half) && !person.titles.contains(&called.lead.title);
        if slip || given || titled {
            return None;
        }
    }
    let mine = units[at].names[0];
    let size = called.words.size();
    let full = person.sizes.partition_point(|known| *known > size);
    let before = person.places[..person.places.partition_point(|&place| place < mine)].last().copied().filter(|_| !called.lead.plural);
    let earliest = person.places.first().copied()?;
    Some(Rank {
        fit,
        kin,
        gender: gender == Some(true),
        reading: called.words.each.len() > 1 || same.is_none_or(|known| known.given != called.lead.formal),
        role: units[at].role != Role::Party && units[at].role == person.role,
        own: called.lead.plural || same.is_none_or(|known| known.married == called.lead.widow),
        addressed: if called.words.is_given() { !called.lead.formal && !person.addressed } else { called.lead.formal && !called.lead.plural && person.addressed },
        title: person.titles.contains(&called.lead.title),
        hyphens: called.words.each.len() > 1 || same.is_none_or(|known| known.halves.len() == word.halves.len()),
        before: before.is_some(),
        full: if before.is_some() { full } else { 0 },
        alone: called.words.each.len() == 1 && !called.lead.plural && person.words.is_surname(word),
        place: (before.unwrap_or_default(), std::cmp::Reverse(earliest)),
    })
}

/// Full names that stand beside each other in a list, by hash: two persons wherever they stand, `M. Luc DUVAL et M. Luc DUVAL-ROUX`.
struct Lists(FxHashMap<u64, Vec<u64>>);

impl Lists {
    fn of(units: &[Unit]) -> Self {
        let mut lists = Self(FxHashMap::default());
        for pair in units.windows(2).filter(|pair| pair[1].listed && pair.iter().all(|unit| unit.called.words.is_full())) {
            let [one, other] = [pair[0].form, pair[1].form];
            lists.0.entry(one).or_default().push(other);
            lists.0.entry(other).or_default().push(one);
        }
        lists
    }

    /// True when the unit `at` stands beside `person` in a list.
    fn part(&self, person: &Person, units: &[Unit], at: usize) -> bool {
        let listed = |unit: usize, other: usize| units.get(unit).is_some_and(|unit| unit.listed) && person.places.binary_search(&units[other].names[0]).is_ok();
        at > 0 && listed(at, at - 1) || listed(at + 1, at + 1) || self.0.get(&units[at].form).is_some_and(|others| others.iter().any(|other| person.forms.contains(other)))
    }
}

/// The words of a name with their hyphens, in any order, as one number.
fn form(called: &Called) -> u64 {
    FxBuildHasher.hash_one((spelt(&called.words), &called.kin))
}

/// The same of the words alone, whatever relative they are called.
fn spelt(words: &Words) -> u64 {
    let mut words: Vec<(&str, usize)> = words.each.iter().map(|word| (word.text.as_str(), word.halves.len())).collect();
    sort(&mut words);
    FxBuildHasher.hash_one(words)
}

/// The people by hashes of the words they bear: one that two words share proposes a person too many, never one too few.
#[derive(Default)]
struct Index(FxHashMap<u64, Vec<usize>>);

impl Index {
    /// The keys under which a word is found: itself, its halves, its first letter alone, both ends of a long one.
    fn each_key(words: &Words, mut visit: impl FnMut(u64)) {
        let mut key = |part: &str, place: u64| visit(hash(part.as_bytes()).wrapping_add(place));
        words.joined.iter().for_each(|joined| key(joined, 0));
        for word in &words.each {
            key(&word.text, 0);
            word.halves.iter().for_each(|half| key(half, 0));
            if word.text.len() > 5 && word.text.is_ascii() {
                key(&word.text[..3], 1);
                key(&word.text[word.text.len() - 3..], 2);
            }
        }
    }

    fn add(&mut self, words: &Words, person: usize) {
        Self::each_key(words, |key| {
            let people = self.0.entry(key).or_default();
            if !people.contains(&person) {
                people.push(person);
            }
        });
    }

    fn near(&self, words: &Words) -> Vec<usize> {
        let mut people = Vec::new();
        Self::each_key(words, |key| people.extend(self.0.get(&key).into_iter().flatten()));
        people.sort_unstable();
        people.dedup();
        people
    }
}
