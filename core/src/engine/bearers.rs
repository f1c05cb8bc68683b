//! Who bears what is hidden: the identity, the parts of the name and the gender that pseudonyms depend on.
//!
//! An identity over documents is the caller's own id; else the surnames, the first given name and the birth date, when the
//! document gives it; else the surnames and all given names. So a person whose birth date one document leaves out, or who is
//! called by a given name less, has two pseudonyms; two persons of one name without birth dates have one.

use std::collections::BTreeMap;

use crate::context::Page;
use crate::lexicon::Class;
use crate::model::{CaseFacts, Entity, Kind, OutSpan};
use crate::replace::{Bearer, Gender, civil_date, name_words};
use crate::text::{Shape, Span};

/// A date or a number further than this many bytes behind a name is not known to be this person's.
const REACH: u32 = 400;

/// The bearer of every entity, in their order.
pub(super) fn of(page: &Page, spans: &[OutSpan], entities: &[Entity], facts: &CaseFacts) -> Vec<Bearer> {
    let text = page.document.text();
    let mut bearers: Vec<Bearer> = entities
        .iter()
        .map(|entity| match entity.kind {
            Kind::Person => person(page, spans, entity),
            kind => Bearer::datum(kind, spans[entity.mentions[0] as usize].span.of(text)),
        })
        .collect();
    let mut entity_of = vec![0; spans.len()];
    for (at, entity) in entities.iter().enumerate() {
        for &mention in &entity.mentions {
            entity_of[mention as usize] = at;
        }
    }
    let mut births: BTreeMap<usize, String> = BTreeMap::new();
    let mut last: Option<(usize, u32)> = None;
    for (at, span) in spans.iter().enumerate() {
        let entity = entity_of[at];
        if span.kind == Kind::Person {
            last = Some((entity, span.span.end));
            continue;
        }
        let near = last.filter(|(_, end)| span.span.start - end < REACH && !text[*end as usize..span.span.start as usize].contains("\n\n"));
        let Some((owner, _)) = near else { continue };
        bearers[entity].owner.get_or_insert(owner);
        if span.kind == Kind::BirthDate
            && let Some(date) = civil_date(text, span.span)
        {
            births.entry(owner).or_insert(date);
        }
    }
    for (at, bearer) in bearers.iter_mut().enumerate().filter(|(_, bearer)| bearer.kind == Kind::Person) {
        bearer.identity = known(bearer, facts).unwrap_or_else(|| identity(bearer, births.get(&at)));
    }
    bearers
}

/// The caller's id of a person, when the name fits one known person with an id and no other.
fn known(bearer: &Bearer, facts: &CaseFacts) -> Option<String> {
    let own: Vec<&String> = bearer.given.iter().chain(&bearer.family).collect();
    let mut fitting = facts.persons.iter().filter(|person| {
        let words = name_words(&person.name);
        let (shared, all) = (own.iter().filter(|word| words.contains(word)).count(), own.len().min(words.len()));
        all > 0 && shared == all && bearer.family.iter().any(|word| words.contains(word))
    });
    let first = fitting.next()?;
    if fitting.next().is_some() {
        return None;
    }
    first.id.as_ref().map(|id| format!("id {id}"))
}

fn identity(bearer: &Bearer, birth: Option<&String>) -> String {
    let sorted = |words: &[String]| {
        let mut words = words.to_vec();
        words.sort_unstable();
        words.join(" ")
    };
    match birth {
        Some(birth) => format!("{}, {}, {birth}", sorted(&bearer.family), bearer.given.first().map_or("", String::as_str)),
        None => format!("{}, {}", sorted(&bearer.family), sorted(&bearer.given)),
    }
}

/// A person's words, split by the longest mention that shows which are given names.
fn person(page: &Page, spans: &[OutSpan], entity: &Entity) -> Bearer {
    let text = page.document.text();
    let mut bearer = Bearer::datum(Kind::Person, "");
    let mut genders = [0_usize; 2];
    let mut mentions: Vec<Span> = entity.mentions.iter().map(|&mention| spans[mention as usize].span).collect();
    for &mention in &mentions {
        if let Some(gender) = civility(page, mention) {
            genders[gender as usize] += 1;
        }
    }
    mentions.sort_by_key(|span| std::cmp::Reverse(name_words(span.of(text)).len()));
    for mention in mentions {
        let words = name_words(mention.of(text));
        let alone = words.len() == 1;
        let given = given_words(page, mention, &words);
        for (word, is_given) in words.into_iter().zip(given) {
            if bearer.given.contains(&word) || bearer.family.contains(&word) || word.chars().count() == 1 && !alone {
                continue;
            }
            if is_given { bearer.given.push(word) } else { bearer.family.push(word) }
        }
    }
    bearer.gender = match genders {
        [feminine, masculine] if feminine > masculine => Some(Gender::Feminine),
        [feminine, masculine] if masculine > feminine => Some(Gender::Masculine),
        _ => bearer.given.iter().find_map(|word| gender_of(page, word)),
    };
    bearer
}

/// For each word of a mention, whether it is a given name: one of the dictionary, in small letters beside capitals, and
/// never the last word left for a surname.
fn given_words(page: &Page, mention: Span, words: &[String]) -> Vec<bool> {
    let first = page.document.token_at(mention.start);
    let shapes: BTreeMap<&str, Shape> =
        (first..page.tokens().len()).take_while(|&at| page.tokens()[at].span.start < mention.end).map(|at| (page.folded(at), page.tokens()[at].shape)).collect();
    let is_upper = |word: &String| shapes.get(word.as_str()) == Some(&Shape::Upper);
    let mixed = words.iter().any(is_upper) && !words.iter().all(is_upper);
    let is_name = |word: &String| page.lexicon.look_up(word).any(Class::GIVEN) || word.contains('-') && word.split('-').all(|part| page.lexicon.look_up(part).any(Class::GIVEN));
    let mut given: Vec<bool> = words.iter().map(|word| if mixed { !is_upper(word) } else { words.len() > 1 && is_name(word) }).collect();
    if words.len() > 1 && given.iter().all(|given| *given) {
        given[words.len() - 1] = false;
    }
    given
}

/// The gender that the civility before a mention shows.
fn civility(page: &Page, mention: Span) -> Option<Gender> {
    let first = page.document.token_at(mention.start);
    page.before(first, 2).find_map(|at| match page.folded(at) {
        "M" | "MR" | "MONSIEUR" | "SIEUR" => Some(Gender::Masculine),
        "MME" | "MLLE" | "MADAME" | "MADEMOISELLE" | "DAME" | "VEUVE" => Some(Gender::Feminine),
        _ => None,
    })
}

fn gender_of(page: &Page, word: &str) -> Option<Gender> {
    let class = page.lexicon.look_up(word);
    match (class.any(Class::GIVEN_F), class.any(Class::GIVEN_M)) {
        (true, false) => Some(Gender::Feminine),
        (false, true) => Some(Gender::Masculine),
        _ => None,
    }
}
