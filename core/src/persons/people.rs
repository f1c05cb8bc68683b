//! Mentions -> people: given, birth, married name and bare surname lead to one person; two bearers of a surname stay two.

use super::roles::{compatible, split};
use super::scene::Scene;
use super::{Local, Mention, Name};
use crate::model::{Confidence, Role};

struct Person {
    family: Vec<String>,
    given: Vec<String>,
    role: Role,
    court: bool,
}

/// Numbers the people in order of first mention and gives each mention its final role.
pub(super) fn group(scene: &Scene, names: Vec<Name>) -> Vec<Mention> {
    let mut people: Vec<Person> = Vec::new();
    let mut of: Vec<u32> = Vec::with_capacity(names.len());
    for (index, name) in names.iter().enumerate() {
        let parts = split(scene, name);
        let text = |t: usize| scene.page.folded(t).to_owned();
        let mut family: Vec<String> = parts.family().map(text).collect();
        let mut given: Vec<String> = parts.given().map(text).collect();
        if let Some(part) = name.part {
            family = vec![crate::text::fold(part.of(scene.page.document.text()))];
            given.clear();
        }
        let court = name.role().is_court();
        let tied = name.tied && index > 0 && name.first <= names[index - 1].last + 6;
        let person = if tied { Some(of[index - 1] as usize) } else { matching(&people, &family, &given, court) };
        let person = person.unwrap_or_else(|| {
            people.push(Person { family: Vec::new(), given: Vec::new(), role: name.role(), court });
            people.len() - 1
        });
        let known = &mut people[person];
        merge(&mut known.family, family);
        merge(&mut known.given, given);
        if let Local::Party(role) = name.local
            && (known.role == Role::Party && role != Role::Party)
        {
            known.role = role;
        }
        of.push(person as u32);
    }
    names
        .iter()
        .zip(of)
        .map(|(name, person)| {
            let mut detection = name.detection(scene);
            if matches!(name.local, Local::Weak) {
                detection.role = people[person as usize].role;
            }
            let doubt = name.doubt.filter(|_| detection.confidence == Confidence::Possible);
            Mention { detection, person, doubt }
        })
        .collect()
}

fn merge(into: &mut Vec<String>, words: Vec<String>) {
    for word in words {
        if !into.contains(&word) {
            into.push(word);
        }
    }
}

/// The newest person the name can be: same surname and no other given name; or the given name alone.
fn matching(people: &[Person], family: &[String], given: &[String], court: bool) -> Option<usize> {
    let fits = |person: &Person| {
        if person.court != court {
            return false;
        }
        let shares = family.iter().any(|word| person.family.contains(word));
        if !family.is_empty() && !given.is_empty() {
            return shares && compatible(given, &person.given);
        }
        if family.is_empty() {
            return given.iter().all(|word| person.given.contains(word));
        }
        shares || family.len() == 1 && person.given.contains(&family[0])
    };
    // An exact surname match first: a bare word may be somebody's given name and somebody else's surname.
    people.iter().rposition(|person| fits(person) && (family.is_empty() || family.iter().any(|w| person.family.contains(w)))).or_else(|| people.iter().rposition(fits))
}
