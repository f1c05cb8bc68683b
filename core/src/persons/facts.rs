//! Names the caller gave with the case: found in every spelling.

use rustc_hash::FxHashMap;

use super::scene::{FIRM, Scene};
use super::{KNOWN, Local, Name, in_order, over};
use crate::context::Cue;
use crate::model::{CaseFacts, Confidence, Role};
use crate::text::{Gap, fold};

/// Adds a mention for every run of two or more words of a known person, and for a surname alone when it is unambiguous.
pub(super) fn add(scene: &Scene, facts: &CaseFacts, names: &mut Vec<Name>) {
    if facts.persons.is_empty() {
        return;
    }
    let mut words: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (index, person) in facts.persons.iter().enumerate() {
        for word in fold(&person.name).split(|c: char| !c.is_alphanumeric() && c != '-').filter(|w| w.chars().count() > 1) {
            if !Cue::of(word).any(Cue::PARTICLE.or(Cue::CIVILITY)) {
                words.entry(word.to_owned()).or_default().push(index);
            }
        }
    }
    let mut found = Vec::new();
    let mut at = 0;
    let count = scene.page.tokens().len();
    while at < count {
        let Some(first) = words.get(scene.page.folded(at)).filter(|_| scene.capital(at)) else {
            at += 1;
            continue;
        };
        let mut common: Vec<usize> = first.clone();
        let mut last = at;
        while last + 1 < count && scene.gap(last + 1) <= Gap::Line {
            let Some(next) = words.get(scene.page.folded(last + 1)) else { break };
            let both: Vec<usize> = common.iter().copied().filter(|person| next.contains(person)).collect();
            if both.is_empty() {
                break;
            }
            common = both;
            last += 1;
        }
        let role = facts.persons[common[0]].role;
        let role = if role == Role::Unknown { Role::ThirdParty } else { role };
        if let Some(name) = over(names, at, last).map(|name| &mut names[name]) {
            // The caller's word beats a weak reading, not an office beside the name.
            if name.local == Local::Weak || matches!(name.local, Local::Party(Role::Party)) {
                name.local = if role.is_court() { Local::Zone(role) } else { Local::Party(role) };
            }
        } else if (last > at || !scene.ordinary(at)) && scene.block[at] & FIRM == 0 {
            found.push(Name {
                first: at,
                last,
                local: if role.is_court() { Local::Zone(role) } else { Local::Party(role) },
                confidence: if last > at { Confidence::Certain } else { Confidence::Strong },
                rule: KNOWN,
                cue: None,
                led: true,
                counsel: false,
                doubt: None,
                part: None,
            });
        }
        at = last + 1;
    }
    names.append(&mut found);
    in_order(names);
}
