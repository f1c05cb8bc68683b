//! Who bears what is hidden: the identity, the parts of the name and the gender that pseudonyms depend on.
//!
//! An identity over documents is the caller's own id; else the surnames, the first given name and the birth date, when the
//! document gives it; else the surnames and all given names. So a person whose birth date one document leaves out, or who is
//! called by a given name less, has two pseudonyms; two persons of one name without birth dates have one.

use std::cmp::Ordering;

use super::Named;
use crate::context::Page;
use crate::lexicon::Class;
use crate::model::{CaseFacts, Entity, Kind, OutSpan};
use crate::replace::{Bearer, Gender, civil_date, name_words};
use crate::text::{SortedMap, Span, order_by, sort};

/// A date or a number further than this many bytes behind a name is not known to be this person's.
const REACH: u32 = 400;

/// The bearer of every entity, in their order.
pub(super) fn of(page: &Page, spans: &[OutSpan], names: &[Vec<Named>], entities: &[Entity], facts: &CaseFacts) -> Vec<Bearer> {
    let text = page.document.text();
    let mut bearers: Vec<Bearer> = entities
        .iter()
        .map(|entity| match entity.kind {
            Kind::Person => person(page, spans, names, entity),
            kind => Bearer::datum(kind, spans[entity.mentions[0] as usize].span.of(text)),
        })
        .collect();
    let mut entity_of = vec![0; spans.len()];
    for (at, entity) in entities.iter().enumerate() {
        for &mention in &entity.mentions {
            entity_of[mention as usize] = at;
        }
    }
    let mut births: SortedMap<usize, String> = SortedMap::default();
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
        let words: Vec<String> = name_words(&person.name).iter().map(|word| word.replace('-', "")).collect();
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
        sort(&mut words);
        words.join(" ")
    };
    match birth {
        Some(birth) => format!("{}, {}, {birth}", sorted(&bearer.family), bearer.given.first().map_or("", String::as_str)),
        None => format!("{}, {}", sorted(&bearer.family), sorted(&bearer.given)),
    }
}

/// A person's words in the order of the fullest mention, and the gender most mentions show.
fn person(page: &Page, spans: &[OutSpan], names: &[Vec<Named>], entity: &Entity) -> Bearer {
    let mut bearer = Bearer::datum(Kind::Person, "");
    let mut mentions: Vec<usize> = entity.mentions.iter().map(|&mention| mention as usize).collect();
    let genders: Vec<Gender> = mentions.iter().filter_map(|&mention| civility(page, spans[mention].span)).collect();
    order_by(&mut mentions, |&mention| u64::MAX - names[mention].len() as u64);
    for named in mentions.iter().flat_map(|&mention| &names[mention]) {
        let word = &named.word.word;
        let known = bearer.given.contains(word) || bearer.family.contains(word);
        // An initial abbreviates a word.
        if known || word.chars().count() == 1 && (names[mentions[0]].len() > 1 || !bearer.family.is_empty()) {
            continue;
        }
        if named.surname { bearer.family.push(word.clone()) } else { bearer.given.push(word.clone()) }
    }
    let feminine = genders.iter().filter(|gender| **gender == Gender::Feminine).count();
    bearer.gender = match (feminine * 2).cmp(&genders.len()) {
        Ordering::Greater => Some(Gender::Feminine),
        Ordering::Less => Some(Gender::Masculine),
        Ordering::Equal => bearer.given.iter().find_map(|word| gender_of(page, word)),
    };
    bearer
}

/// The gender that the civility before a mention shows, or `né` after it.
fn civility(page: &Page, mention: Span) -> Option<Gender> {
    let first = page.document.token_at(mention.start);
    let after = page.document.token_at(mention.end - 1) + 1;
    let born = (after..after + 2).find_map(|at| match page.folded(at) {
        "NEE" => Some(Gender::Feminine),
        "NE" if page.is_birth(at) => Some(Gender::Masculine),
        _ => None,
    });
    if born.is_some() {
        return born;
    }
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
