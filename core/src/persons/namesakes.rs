//! Surnames in capitals that are words of the courts: `CHAMBRE Willy`, `Farida JUGE`, then `avec CHAMBRE, JUGE et un autre`.

use rustc_hash::FxHashSet;

use super::after::after;
use super::scene::{Scene, TAKEN};
use super::{BARE, Local, Name, in_order, over};
use crate::context::{Cue, is_bar};
use crate::lexicon::Class;
use crate::model::{Confidence, Role};
use crate::text::{Gap, Shape, TokenKind, WordId, one_of};

/// Adds what a given name beside such a word proves, and the other places of it. Linear in the capitals and in the places of the words proven.
pub(super) fn find(scene: &Scene, names: &mut Vec<Name>) {
    let courts = |at: usize| scene.shape(at) == Shape::Upper && scene.page.folded(at).len() > 3 && scene.cue(at).any(Cue::COURT.or(Cue::OFFICE_OF_COURT).or(Cue::OFFICE)) && !scene.in_capitals(at) && scene.block[at] & TAKEN == 0;
    let mut proven: FxHashSet<WordId> = FxHashSet::default();
    let mut found = Vec::new();
    for at in scene.page.document.capitals().filter(|&at| courts(at)) {
        let Some((first, last)) = behind(scene, at).or_else(|| before(scene, at)) else { continue };
        match over(names, first, last).map(|index| &mut names[index]) {
            // The word that led to somebody is his surname, and no office.
            Some(name) if name.part.is_none() && name.first == at + 1 => (name.first, name.local) = (at, Local::Weak),
            Some(name) if name.part.is_none() && name.last + 1 == at => name.last = at,
            Some(name) if name.part.is_none() && (name.first..=name.last).contains(&at) => {}
            Some(_) => continue,
            None => found.push(surname(scene, first, last)),
        }
        if over(names, first, last).is_none_or(|index| !names[index].role().is_court()) {
            proven.insert(scene.page.tokens()[at].word);
        }
    }
    let covered: FxHashSet<usize> = found.iter().flat_map(|name| name.first..=name.last).collect();
    for &word in &proven {
        for at in scene.page.document.places(word).iter().map(|&at| at as usize).filter(|&at| courts(at) && alone(scene, at)) {
            if over(names, at, at).is_none() && !covered.contains(&at) {
                let last = at + 2 * usize::from(scene.shape(at + 1) == Shape::Initial && scene.is(at + 2, "."));
                found.push(Name { local: Local::Party(Role::Party), ..surname(scene, at, last) });
            }
        }
    }
    names.append(&mut found);
    in_order(names);
}

/// Whoever it is: an office behind the name tells a judge.
fn surname(scene: &Scene, first: usize, last: usize) -> Name {
    let local = after(scene, last).office.map_or(Local::Weak, Local::Office);
    Name { first, last, local, confidence: Confidence::Probable, rule: BARE, cue: None, led: true, counsel: false, doubt: None, part: None }
}

fn given(scene: &Scene, at: usize) -> bool {
    scene.shape(at) == Shape::Title && scene.given_strong(at) && !scene.class(at).any(Class::PLACE_BIG) && scene.cue(at) == Cue::NONE && scene.block[at] == 0
}

/// `Willy CHAMBRE a admis`, `Marie-Josèphe CHAMBRE, voisine`
fn behind(scene: &Scene, at: usize) -> Option<(usize, usize)> {
    let given = at > 0 && given(scene, at - 1) && scene.gap(at) == Gap::Space;
    let next = at + 1;
    let prose = scene.shape(next) == Shape::Lower && scene.gap(next) == Gap::Space && !one_of!(scene.page.folded(next), "DE" | "DU" | "DES" | "D'" | "AU" | "AUX" | "PRES");
    (given && (prose || one_of!(scene.page.folded(next), "," | "." | ";" | ")" | "»") || is_bar(scene.page, next))).then(|| (at - 1, at))
}

/// `CHAMBRE Willy, né`, `PALAIS Hubert, Émile`, `de CHAMBRE Lucienne`: nothing but given names behind, and no article before.
fn before(scene: &Scene, at: usize) -> Option<(usize, usize)> {
    let name = at + 1;
    let titled = at > 0 && scene.gap(at) <= Gap::Space && (scene.capital(at - 1) && scene.kind(at - 1) == TokenKind::Word && !scene.cue(at - 1).any(Cue::MAITRE) || one_of!(scene.page.folded(at - 1), "LE" | "LA" | "L'" | "AU" | "DU" | "UN" | "UNE"));
    let ends = !scene.capital(name + 1) || scene.gap(name + 1) >= Gap::Line;
    (given(scene, name) && scene.gap(name) == Gap::Space && !titled && ends && !scene.is(name + 1, "-")).then_some((at, name))
}

/// `avec CHAMBRE, JUGE et`, `| CHAMBRE |`, `CHAMBRE W. :`, `Vve JUGE`: one of a list, of a cell, of a clause, and no court or office with what it is of.
fn alone(scene: &Scene, at: usize) -> bool {
    let next = at + 1;
    let lettered = scene.shape(next) == Shape::Initial && scene.is(next + 1, ".");
    let cell = at > 0 && is_bar(scene.page, at - 1) && (is_bar(scene.page, next) || lettered);
    let led = at > 0 && scene.gap(at) <= Gap::Line && (one_of!(scene.page.folded(at - 1), "AVEC" | "ET" | "," | "CONTRE" | "PAR" | "CHEZ" | "VVE" | "QUE" | "QU'" | "D'" | "DE" | "A" | "POUR") && scene.shape(at - 1) != Shape::Upper);
    let opens = scene.gap(at) >= Gap::Line && lettered;
    let closed = one_of!(scene.page.folded(next), "," | "." | ";" | ")" | "»") || scene.shape(next) == Shape::Lower && scene.gap(next) == Gap::Space && !one_of!(scene.page.folded(next), "DE" | "DU" | "DES" | "D'" | "AU" | "AUX" | "PRES") || is_bar(scene.page, next) || lettered;
    cell || opens || led && closed
}
