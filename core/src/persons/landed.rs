//! Surnames that end in a land, `Lesage de Fontanges`, where the land is a commune too: told by never standing without it. Where
//! the land is no part of the name, it is a private person's.

use rustc_hash::FxHashMap;

use super::scene::{HARD, Scene, TAKEN};
use super::after::after;
use super::{Local, Name, OFFICE, in_order, over};
use crate::lexicon::Class;
use crate::text::{Gap, Shape, TokenKind, WordId, one_of};

/// How often a surname stands with one land, and without it.
#[derive(Default)]
struct Borne {
    land: Option<WordId>,
    with: u32,
    without: u32,
}

/// Lets the names that the document always writes with their land go on over it. Linear in the names.
pub(super) fn find(scene: &Scene, names: &mut Vec<Name>) {
    let mut borne: FxHashMap<WordId, Borne> = FxHashMap::default();
    let tokens = scene.page.tokens();
    let whole = |name: &&Name| name.led && name.part.is_none() && scene.kind(name.last) == TokenKind::Word;
    for name in names.iter().filter(whole) {
        let borne = borne.entry(tokens[name.last].word).or_default();
        match land(scene, name.last).map(|at| tokens[at].word) {
            Some(land) if *borne.land.get_or_insert(land) == land => borne.with += 1,
            _ => borne.without += 1,
        }
    }
    let mut absorbed: Vec<usize> = Vec::new();
    for index in 0..names.len() {
        let name = &names[index];
        if !whole(&name) {
            continue;
        }
        let Some(last) = land(scene, name.last) else { continue };
        // The land read as a name by itself, beside the office.
        let alone = over(names, name.last + 1, last).filter(|&other| names[other].first > name.last && names[other].last == last && !names[other].led);
        if alone.is_none() && over(names, name.last + 1, last).is_some() {
            continue;
        }
        // `M. Thomas Lancel de Fontanges, rapporteur public`: no commune holds the office.
        let below = scene.gap(last + 1) == Gap::Line && scene.capital(last + 1);
        let office = Some(after(scene, last)).filter(|after| scene.is(last + 1, ",") && (after.natural || after.office.is_some()) || below && after.office.is_some());
        let always = borne.get(&tokens[name.last].word).is_some_and(|borne| borne.with > 0 && borne.without == 0);
        if always || office.is_some() {
            names[index].last = last;
        }
        if let Some(role) = office.and_then(|after| after.office).filter(|_| names[index].local == Local::Weak) {
            names[index].local = Local::Office(role);
            names[index].rule = OFFICE;
        }
        if let Some(land) = alone.filter(|_| names[index].last == last) {
            absorbed.push(land);
        }
    }
    for land in absorbed.into_iter().rev() {
        names.remove(land);
    }
    in_order(names);
}

/// The last token of `de Fontanges`, `d'Hauterive` behind the surname that ends at `last`.
fn land(scene: &Scene, last: usize) -> Option<usize> {
    let mut at = last + 1;
    let particle = |at: usize| one_of!(scene.page.folded(at), "DE" | "D'" | "DU" | "DES" | "LA") && scene.shape(at) == Shape::Lower;
    while at < last + 3 && particle(at) && (at == last + 1 || scene.is(at, "LA")) {
        at += 1;
    }
    let class = scene.class(at);
    let placed = class.any(Class::PLACE_BIG.union(Class::COUNTRY).union(Class::REGION).union(Class::PUBLIC_BODY).union(Class::COMPANY_FORM).union(Class::COURT_SEAT));
    let named = scene.shape(at) == scene.shape(last) && scene.capital(at) && scene.shape(at) != Shape::Initial && scene.block[at] & TAKEN == 0 && !scene.cue(at).any(HARD) && !placed;
    (at > last + 1 && named && (last + 1..=at).all(|t| scene.gap(t) <= Gap::Space)).then_some(at)
}
