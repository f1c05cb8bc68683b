//! Surnames that end in a land, `Lesage de Fontanges`, where the land is a commune too: told by never standing without it.

use rustc_hash::FxHashMap;

use super::scene::{HARD, Scene, TAKEN};
use super::{Name, in_order, over};
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
pub(super) fn find(scene: &Scene, names: &mut [Name]) {
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
    if !borne.values().any(|borne| borne.with > 1 && borne.without == 0) {
        return;
    }
    for index in 0..names.len() {
        let name = &names[index];
        let always = whole(&name) && borne.get(&tokens[name.last].word).is_some_and(|borne| borne.with > 1 && borne.without == 0);
        if let Some(last) = land(scene, name.last).filter(|&last| always && over(names, name.last + 1, last).is_none()) {
            names[index].last = last;
        }
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
