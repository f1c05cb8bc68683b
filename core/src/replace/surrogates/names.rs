//! Names of persons, houses and towns, in the form the original has.


use super::super::{Book, NameWord, name_pieces};
use super::{Scene, list, shape};
use crate::error::Error;
use crate::model::Kind;
use crate::text::{SortedMap, fold, sort};

/// For each folded word of one person's name, the word that stands for it.
pub(super) struct Invented {
    words: SortedMap<String, String>,
    /// Given names, a bar, surnames.
    full: String,
    /// For an initial that fits no word.
    first: String,
}

impl Invented {
    /// True when a given name and a surname of `full` are this person's too, or a given name where one of the two has no surname.
    fn meets(&self, full: &str) -> bool {
        let shares = |mine: &str, other: &str| mine.split(' ').any(|word| !word.is_empty() && other.split(' ').any(|known| known == word));
        let (mine, other) = (self.full.split_once('|').unwrap_or_default(), full.split_once('|').unwrap_or_default());
        shares(mine.0, other.0) && (mine.1.is_empty() || other.1.is_empty() || shares(mine.1, other.1))
    }
}

/// The names of every person, so that no two have the same full name. Persons of one surname keep one surname.
pub(super) fn assign(scene: &Scene, ledger: &mut Book) -> Result<SortedMap<usize, Invented>, Error> {
    let bearers = scene.request.bearers;
    let mut persons: Vec<usize> = scene.request.items.iter().filter(|item| item.kind == Kind::Person).map(|item| item.bearer).collect();
    persons.sort_unstable();
    persons.dedup();
    let order = |label: &str, word: &str| scene.key.digest(label, &[word.as_bytes()]);

    // What a surname's surrogate depends on: the word, and without a family link whose it is.
    let own = |person: usize, word: &str| if scene.request.family_link { word.to_owned() } else { format!("{word} {}", bearers[person].identity) };
    let words = persons.iter().flat_map(|&person| bearers[person].family.iter().map(move |word| own(person, word)));
    let mut surnames: Vec<_> = words.map(|word| (order("surname", &word), word)).collect();
    sort(&mut surnames);
    surnames.dedup();
    let mut taken = SortedMap::default();
    let mut of_surname: SortedMap<String, String> = SortedMap::default();
    for (_, word) in surnames {
        let new = fresh(scene, ledger, "surname", &word, &mut taken, |_| true, |identity, attempt| scene.invented("surname", identity, attempt, "end"))?;
        of_surname.insert(word, new);
    }

    let mut persons: Vec<_> = persons.into_iter().map(|person| (order("person", &bearers[person].identity), person)).collect();
    sort(&mut persons);
    let mut taken = SortedMap::default();
    let mut all = SortedMap::default();
    for (_, person) in persons {
        let bearer = &bearers[person];
        let (given_list, family) = shape(bearer);
        let count = bearer.given.len();
        // A mention shows a part of the name: a bearer of one of the surnames has another given name.
        let meets = |name: &str| all.values().any(|other: &Invented| other.meets(name));
        let full = fresh(scene, ledger, "person", &bearer.identity, &mut taken, |name| !meets(name), |identity, attempt| {
            let mut names = Vec::new();
            if family.is_empty() && count == 0 {
                names.push(scene.invented("surname of one", identity, attempt, "end")?);
            }
            for word in &family {
                // Without a given name only the surname can part two persons.
                names.push(match attempt {
                    1.. if count == 0 => scene.invented("surname of one", &format!("{identity} {word}"), attempt, "end")?,
                    _ => of_surname[&own(person, word)].clone(),
                });
            }
            let drawn = |tries: u32| {
                let own = if tries == 0 { identity.to_owned() } else { format!("{identity}+{tries}") };
                // When every name of the list is somebody's: `Anne-Lucie`.
                let attempt = if tries < 32 { attempt } else { attempt + 2 * list(given_list).len() as u32 };
                format!("{}|{}", given(scene, &own, attempt, given_list, count).join(" "), names.join(" "))
            };
            Ok((0..64).map(drawn).find(|name| !meets(name)).unwrap_or_else(|| drawn(0)))
        })?;
        let (given_names, surnames) = full.split_once('|').unwrap_or((&full, ""));
        let mut given_names: Vec<String> = given_names.split(' ').filter(|name| !name.is_empty()).map(str::to_owned).collect();
        if given_names.len() < count {
            // The ledger met this person with fewer given names.
            given_names.extend(given(scene, &bearer.identity, 0, given_list, count).into_iter().skip(given_names.len()));
        }
        let surnames: Vec<&str> = surnames.split(' ').filter(|name| !name.is_empty()).collect();
        let mut words: SortedMap<String, String> = bearer.given.iter().cloned().zip(given_names).collect();
        for (at, word) in family.iter().enumerate() {
            words.insert(word.clone(), surnames.get(at).map_or_else(|| of_surname[&own(person, word)].clone(), |name| (*name).to_owned()));
        }
        let first = given_list_first(scene, &bearer.identity, given_list);
        all.insert(person, Invented { words, full, first });
    }
    Ok(all)
}

fn given_list_first(scene: &Scene, identity: &str, given_list: &str) -> String {
    given(scene, identity, 0, given_list, 1).pop().unwrap_or_default()
}

/// A pseudonym that `fits` and has no word of this document: one that the ledger gave elsewhere and that stands here has an
/// alternate.
fn fresh(
    scene: &Scene,
    ledger: &mut Book,
    series: &str,
    identity: &str,
    taken: &mut SortedMap<String, String>,
    fits: impl Fn(&str) -> bool,
    propose: impl Fn(&str, u32) -> Result<String, Error>,
) -> Result<String, Error> {
    let mut own = identity.to_owned();
    for alternate in 0_u32.. {
        if alternate > 0 {
            own = format!("{identity}~{alternate}");
        }
        let name = ledger.settle(series, &own, taken, |attempt| {
            if attempt > 1 << 16 { Err(Error::ledger("no invented name is left: start a new ledger, or use the style stable")) } else { propose(&own, attempt) }
        })?;
        if !scene.stands_here(&name) && fits(&name) {
            return Ok(name);
        }
        if alternate > 1 << 10 {
            break;
        }
    }
    Err(Error::ledger("every invented name stands in this document: use the style stable"))
}

/// Given names that differ from each other and stand nowhere in the document. The more attempts failed, the more names the
/// last one is made of: `Anne-Lucie`.
fn given(scene: &Scene, identity: &str, attempt: u32, given_list: &str, count: usize) -> Vec<String> {
    let free: Vec<&str> = list(given_list).iter().copied().filter(|name| !scene.stands_here(name)).collect();
    let parts = count + attempt as usize / (2 * free.len().max(1));
    let mut draw = scene.draw("given", identity, attempt);
    let mut names: Vec<String> = Vec::new();
    while count > 0 && names.len() < parts.min(free.len()) {
        let name = *draw.of(&free);
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    let last = names.split_off(names.len().min(count.saturating_sub(1))).join("-");
    names.extend(Some(last).filter(|last| !last.is_empty()));
    names
}

/// The mention `words`, whose words are `name`, in the invented words, with its case and what stands between its words.
/// Particles go.
pub(super) fn rendered(words: &str, name: &[NameWord], invented: &Invented) -> String {
    let pieces = name_pieces(words);
    let new = |word: &str| invented.words.get(word).cloned().unwrap_or_else(|| initial(word, invented));
    let mut out = String::with_capacity(words.len());
    if pieces.len() == name.len() {
        let mut end = 0;
        for ((span, _), word) in pieces.iter().zip(name) {
            let between = &words[end as usize..span.start as usize];
            if end > 0 {
                out.push_str(if between.chars().any(char::is_alphabetic) { " " } else { between });
            }
            out.push_str(&in_case(span.of(words), &new(&word.word)));
            end = span.end;
        }
    } else {
        // A word that the person's fullest mention writes in another number of words.
        let all: Vec<_> = name.iter().map(|word| in_case(words, &new(&word.word))).collect();
        out = all.join(" ");
    }
    // A closing dot belongs to an initial.
    if words.ends_with('.') && !out.ends_with('.') {
        out.push('.');
    }
    if out.is_empty() { "[...]".to_owned() } else { out }
}

/// The first letter of the word that stands for the word an initial abbreviates.
fn initial(word: &str, invented: &Invented) -> String {
    let whole = invented.words.iter().find(|(own, _)| own.starts_with(word)).map_or(&invented.first, |(_, new)| new);
    if word.chars().count() > 2 { whole.clone() } else { whole.chars().take(1).collect() }
}

/// `new` in the case of `model`.
pub(super) fn in_case(model: &str, new: &str) -> String {
    let letters: Vec<char> = model.chars().filter(|c| c.is_alphabetic()).collect();
    if letters.len() > 1 && letters.iter().all(|c| c.is_uppercase()) {
        new.to_uppercase()
    } else if letters.iter().all(|c| c.is_lowercase()) {
        new.to_lowercase()
    } else {
        new.to_owned()
    }
}

/// The place `words` with an invented town; a postcode begins with 00, which no département has.
pub(super) fn town(words: &str, town: &str) -> String {
    let letters: String = words.split(|c: char| !c.is_alphanumeric()).filter(|run| run.chars().all(char::is_alphabetic) && *run != "CEDEX").collect();
    let town = in_case(&letters, town);
    let postcode = words.split(|c: char| !c.is_ascii_digit()).find(|run| run.len() == 5);
    match postcode {
        Some(code) if words.starts_with(code) => format!("00{:03} {town}", fold(&town).bytes().map(u32::from).sum::<u32>() % 1000),
        _ => town,
    }
}

/// Words that say what a house is: they stay, so that the article before them stays right.
const HEADS: &[&str] = &[
    "SARL", "SAS", "SASU", "SA", "SCI", "SNC", "EURL", "EARL", "GAEC", "GIE", "SCP", "SELARL", "SCEA", "SOCIETE", "ASSOCIATION", "SYNDICAT", "BANQUE", "CABINET", "GROUPE",
    "ENTREPRISE", "ETABLISSEMENT", "ETABLISSEMENTS", "COOPERATIVE", "MUTUELLE", "FONDATION", "FEDERATION", "ECOLE", "COLLEGE", "LYCEE", "CRECHE", "HOPITAL", "CLINIQUE",
    "EHPAD", "MAISON", "FOYER", "RESIDENCE", "CENTRE", "INSTITUT", "INTERNAT", "MOSQUEE", "EGLISE", "SYNAGOGUE", "TEMPLE", "PRISON", "CAMPING", "UNIVERSITE",
];

/// A company or an establishment: its first word when it says what it is, and an invented name.
pub(super) fn house(words: &str, name: &str, kind: Kind) -> String {
    let first = words.split([' ', '\u{a0}', '\n']).next().unwrap_or_default();
    let bare = first.trim_matches(|c: char| !c.is_alphanumeric());
    if HEADS.contains(&fold(bare).as_str()) {
        return format!("{first} {}", in_case(words, name));
    }
    let head = if kind == Kind::Organisation { "société" } else { "établissement" };
    format!("{head} {name}")
}
