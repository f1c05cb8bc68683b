//! Names whose letters are set apart by spaces, as typists underlined them: `D U R A N D`, `M o n s i e u r   L E   B R I S`.

use super::lead::{self, Lead};
use super::scene::{HARD, Scene};
use super::{LED, Local, Name, OFFICE, in_order, over};
use crate::context::Cue;
use crate::lexicon::Class;
use crate::model::{Confidence, Role};
use crate::text::{Gap, Shape, TokenKind, WordId, fold, one_of};

/// One word of single letters.
struct Group {
    first: usize,
    last: usize,
    word: String,
}

/// Adds the names of spaced letters, in the place of what was read in them letter by letter. Linear in the initials of the text.
pub(super) fn find(scene: &Scene, names: &mut Vec<Name>) {
    let mut found: Vec<Name> = Vec::new();
    let mut free = 0;
    for at in scene.page.document.capitals() {
        if at < free || !letter(scene, at) || !letter(scene, at + 1) || scene.gap(at + 1) != Gap::Space {
            continue;
        }
        let groups = groups(scene, at);
        let letters: usize = groups.iter().map(|group| group.word.chars().count()).sum();
        if let Some(group) = groups.last() {
            free = group.last + 1;
        }
        if letters > 3 {
            found.extend(name(scene, names, &groups));
        }
    }
    if found.is_empty() {
        return;
    }
    names.retain(|name| over(&found, name.first, name.last).is_none());
    names.append(&mut found);
    in_order(names);
}

fn letter(scene: &Scene, at: usize) -> bool {
    let folded = scene.page.folded(at);
    scene.kind(at) == TokenKind::Word && folded.len() <= 4 && folded.chars().count() == 1
}

/// The words from `at` on: letters one space apart, words several spaces apart; a hyphen or an apostrophe joins.
fn groups(scene: &Scene, at: usize) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut token = at;
    let mut apart = true;
    while letter(scene, token) || one_of!(scene.page.folded(token), "-" | "'") && letter(scene, token + 1) && !apart {
        match groups.last_mut() {
            Some(group) if !apart => {
                group.word.push_str(scene.page.folded(token));
                group.last = token;
            }
            _ => groups.push(Group { first: token, last: token, word: scene.page.folded(token).to_owned() }),
        }
        token += 1;
        match scene.gap(token) {
            Gap::Space => apart = false,
            Gap::Wide => apart = true,
            _ => break,
        }
    }
    // A letter alone is no word of spaced letters: `D U R A N D   A`.
    while groups.last().is_some_and(|group| group.first == group.last) {
        groups.pop();
    }
    groups
}

/// The name that the words are: behind a civility or a label, or proven elsewhere, or a given name beside another word.
fn name(scene: &Scene, names: &[Name], groups: &[Group]) -> Option<Name> {
    let civil = groups.first().is_some_and(|group| Cue::of(&group.word).any(Cue::CIVILITY.or(Cue::MAITRE)));
    let counsel = civil && Cue::of(&groups[0].word).any(Cue::MAITRE);
    let groups = if civil { &groups[1..] } else { groups };
    let first = groups.first()?;
    let lead = if civil { Lead { civility: true, from: first.first, ..Lead::default() } } else { lead::before(scene, first.first) };
    let plain = |group: &Group| !Cue::of(&group.word).any(HARD.minus(Cue::ARTICLE.or(Cue::MONTH)));
    if !groups.iter().any(|group| plain(group) && group.word.len() > 2) || !lead.any() && !groups.iter().all(plain) {
        return None;
    }
    let proven = |group: &Group| {
        let halves = group.word.split('-').filter(|half| half.len() > 3).chain([group.word.as_str()]);
        let mut places = halves.filter_map(|word| scene.page.document.find(word)).flat_map(|word| scene.page.document.places(word));
        places.any(|&place| over(names, place as usize, place as usize).is_some_and(|name| !names[name].role().is_court()))
    };
    let given = |group: &Group| scene.page.lexicon.look_up(&group.word).any(Class::GIVEN_COMMON);
    let strange = groups.iter().any(|group| !scene.page.lexicon.look_up(&group.word).any(Class::WORD));
    let behind = groups.last().map_or(first.last, |group| group.last) + 1;
    let beside = scene.gap(behind) <= Gap::Wide && scene.capital(behind) && scene.class(behind).any(Class::GIVEN_COMMON);
    let pair = (groups.len() > 1 && groups.iter().any(given) || beside) && strange;
    if !(lead.strong() || lead.label || lead.office.is_some() || groups.iter().any(proven) || pair) {
        return None;
    }
    let mut last = groups.last()?.last;
    while scene.gap(last + 1) <= Gap::Wide && matches!(scene.shape(last + 1), Shape::Title | Shape::Upper) && scene.given(last + 1) && !scene.cue(last + 1).any(HARD) {
        last += 1;
    }
    let lawyer = lead.maitre || counsel;
    let local = match lead.office {
        _ if lawyer => Local::Office(Role::Lawyer),
        Some(role) if role.is_court() => Local::Office(role),
        _ => Local::Party(Role::Party),
    };
    let office = matches!(local, Local::Office(_));
    let cue = (lead.from < first.first).then(|| scene.page.document.span_of(lead.from, first.first - 1));
    Some(Name { first: first.first, last, local, confidence: Confidence::Probable, rule: if office { OFFICE } else { LED }, cue, led: true, counsel: lawyer, doubt: None, part: None })
}

/// The words of the document that a name of spaced letters spells; none for any other name.
pub(super) fn words(scene: &Scene, name: &Name) -> Vec<WordId> {
    if !letter(scene, name.first) || !letter(scene, name.first + 1) || scene.gap(name.first + 1) != Gap::Space {
        return Vec::new();
    }
    let groups = groups(scene, name.first);
    groups.iter().filter(|group| group.last <= name.last && group.word.len() > 2).filter_map(|group| scene.page.document.find(&fold(&group.word))).collect()
}

/// The words, folded, that a name of spaced letters spells and those behind them; none for any other name.
pub(super) fn spelt(scene: &Scene, name: &Name) -> Vec<String> {
    if !letter(scene, name.first) || !letter(scene, name.first + 1) || scene.gap(name.first + 1) != Gap::Space {
        return Vec::new();
    }
    let groups = groups(scene, name.first);
    let behind = groups.last().map_or(name.last, |group| group.last) + 1..=name.last;
    let mut spelt: Vec<String> = groups.iter().filter(|group| group.last <= name.last && group.word.len() > 2).map(|group| fold(&group.word)).collect();
    if !spelt.is_empty() {
        spelt.extend(behind.filter(|&at| scene.capital(at)).map(|at| scene.page.folded(at).to_owned()));
    }
    spelt
}

/// True when the letter at `at` is one of a word of spaced letters.
pub(super) fn inside(tokens: &[crate::text::Token], at: usize) -> bool {
    let single = |t: usize| tokens.get(t).is_some_and(|token| token.kind == TokenKind::Word && token.shape == Shape::Initial);
    single(at + 1) && single(at + 2) && tokens[at + 1].gap == Gap::Space && tokens[at + 2].gap == Gap::Space
}
