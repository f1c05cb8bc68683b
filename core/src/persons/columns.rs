//! Two names in one: signature columns that lost the space between them, `Wanda PRZYBYLSKIBénédicte MOULIN`; a name glued to the
//! word before or behind it, `MonsieurDURAND`, `signéA. DURAND`, `A. DURANDLA PRÉSIDENTE`.

use std::cell::OnceCell;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Local, Name, SIGNED, in_order, over};
use super::scene::Scene;
use crate::context::Cue;
use crate::lexicon::Class;
use crate::model::Role;
use crate::text::{Gap, Shape, Span, TokenKind, WordId, fold_into, order_by};

/// Words that a name follows, as they stand glued to it.
const HEADS: &[&str] = &["Monsieur", "Madame", "Mademoiselle", "Maître", "Docteur", "signé", "Signé", "Signée", "signée"];

/// Leaves out of a name what is glued to it and names nobody.
pub(super) fn trim(scene: &Scene, names: &mut [Name]) {
    let text = scene.page.document.text();
    for name in names.iter_mut().filter(|name| name.part.is_none()) {
        let span = scene.page.document.span_of(name.first, name.last);
        let whole = span.of(text);
        let capital = |rest: &str| rest.starts_with(char::is_uppercase);
        let head = HEADS.iter().find(|head| whole.strip_prefix(**head).is_some_and(capital)).map_or(0, |head| head.len());
        // `DURANDLA PRÉSIDENTE`
        let next = name.last + 1;
        let office = scene.cue(next).any(Cue::JUDGE.or(Cue::CLERK)) && scene.shape(next) == Shape::Upper && scene.gap(next) == Gap::Space && scene.shape(name.last) == Shape::Upper;
        let tail = if office && name.role().is_court() && (whole.ends_with("LE") || whole.ends_with("LA")) && whole.len() > head + 4 { 2u32 } else { 0 };
        // `M. Lestiennea demandé`
        let verb = || {
            let stem = scene.page.folded(name.last).strip_suffix('A').filter(|stem| stem.len() > 4)?;
            let known = |word: &str| scene.page.lexicon.look_up(word).any(Class::FAMILY.union(Class::GIVEN));
            let participle = scene.gap(next) == Gap::Space && scene.shape(next) == Shape::Lower && scene.page.document.ends_acute(next) && !scene.page.is_birth(next);
            (scene.shape(name.last) == Shape::Title && whole.ends_with('a') && participle && known(stem) && !known(scene.page.folded(name.last))).then_some(1)
        };
        let tail = tail.max(verb().unwrap_or(0));
        if head > 0 || tail > 0 {
            name.part = Some(Span::new(span.start + head as u32, span.end - tail));
        }
    }
}

/// Parts a name that says one word on both sides of a wide gap: the parties of a caption, `Paul ROUX  Zoé ROUX`.
pub(super) fn repeated(scene: &Scene, names: &mut Vec<Name>) {
    let mut at = 0;
    while at < names.len() {
        let (first, last) = (names[at].first, names[at].last);
        let said = |word: usize, places: std::ops::Range<usize>| scene.page.folded(word).len() > 1 && !scene.cue(word).any(Cue::PARTICLE) && places.into_iter().any(|other| scene.page.folded(other) == scene.page.folded(word));
        let cut = (first + 1..=last).find(|&cut| scene.gap(cut) == Gap::Wide && (first..cut).any(|word| said(word, cut..last + 1)));
        if let Some(cut) = cut.filter(|_| names[at].part.is_none()) {
            let right = Name { first: cut, ..names[at].clone() };
            names[at].last = cut - 1;
            names.insert(at + 1, right);
        }
        at += 1;
    }
}

/// Parts at its comma a name whose halves are two persons': `M. AN, Mai Lan AN`; `Mme ROUX, Luc` beside `Zoé ROUX` and `Luc VIAL`.
pub(super) fn listed(scene: &Scene, names: &mut Vec<Name>) {
    let words = |first: usize, last: usize| (first..=last).filter(|&at| scene.kind(at) == TokenKind::Word && scene.page.folded(at).len() > 1 && !scene.cue(at).any(Cue::PARTICLE)).map(|at| scene.page.folded(at));
    let comma = |name: &Name| (name.first + 1..name.last).find(|&at| scene.is(at, ",")).filter(|_| name.part.is_none());
    if !names.iter().any(|name| comma(name).is_some()) {
        return;
    }
    let mut beside: FxHashMap<&str, FxHashSet<&str>> = FxHashMap::default();
    for name in names.iter().filter(|name| comma(name).is_none()) {
        for word in words(name.first, name.last) {
            beside.entry(word).or_default().extend(words(name.first, name.last));
        }
    }
    let mut at = 0;
    while at < names.len() {
        let (first, last) = (names[at].first, names[at].last);
        let cut = comma(&names[at]).filter(|&cut| {
            let (left, right): (Vec<&str>, Vec<&str>) = (words(first, cut).collect(), words(cut, last).collect());
            let elsewhere = |half: &[&str], other: &[&str]| half.iter().any(|word| beside.get(word).is_some_and(|known| known.len() > 1 && known.iter().any(|known| !half.contains(known)) && !other.iter().any(|word| known.contains(word))));
            right.iter().any(|word| left.contains(word)) || elsewhere(&left, &right) && elsewhere(&right, &left)
        });
        if let Some(cut) = cut {
            let right = Name { first: cut + 1, ..names[at].clone() };
            names[at].last = cut - 1;
            names.insert(at + 1, right);
        }
        at += 1;
    }
}

/// Parts every name in which a word of two names of the document, or of one and an initial, is written as one.
pub(super) fn part(scene: &Scene, names: &mut Vec<Name>) {
    let known = Known::of(scene, names);
    let mut whole = FxHashSet::default();
    let mut parted = Vec::new();
    for name in names.iter_mut().filter(|name| name.part.is_none()) {
        let Some((at, cut)) = (name.first..=name.last).find_map(|at| Some((at, cut(scene, &known, &mut whole, at, name.rule == SIGNED)?))) else { continue };
        let span = scene.page.document.span_of(name.first, name.last);
        // An initial goes on with its surname, a given name with the one beside it.
        let next = at + 1;
        let beside = scene.capital(next) && scene.gap(next) == Gap::Space && known.words.contains(scene.page.folded(next));
        let last = match name.last == at {
            true if scene.is(next, ".") => at + 2,
            true if beside => next,
            _ => name.last,
        };
        let end = scene.page.document.span_of(at, last).end;
        // The offices of the line above or below are the two's in order; of one nobody knows whose it is.
        let (left, right) = match name.local {
            Local::Office(role) | Local::Zone(role) => offices(scene, name.first, last).map_or((Local::Zone(role), Local::Zone(role)), |(left, right)| (Local::Office(left), Local::Office(right))),
            local => (local, local),
        };
        parted.push(Name { first: at, last, local: right, part: Some(Span::new(cut, end)), ..name.clone() });
        *name = Name { last: at, local: left, part: Some(Span::new(span.start, cut)), ..name.clone() };
    }
    if parted.is_empty() {
        return;
    }
    // What a right column's name now covers is no name of its own.
    names.retain(|name| name.part.is_some() || over(&parted, name.first, name.first).is_none_or(|right| parted[right].first == name.first));
    names.append(&mut parted);
    order_by(names, |name| name.part.map_or(0, |part| u64::from(part.start) + 1));
    in_order(names);
}

/// The two offices of the line above or below the names from `first` to `last`: `Le GreffierLe Président`.
fn offices(scene: &Scene, first: usize, last: usize) -> Option<(Role, Role)> {
    let office = |at: usize| {
        let folded = scene.page.folded(at);
        if folded.starts_with("GREFFI") { Some(Role::Clerk) } else { (scene.cue(at).any(Cue::JUDGE) || folded.starts_with("PRESIDENT")).then_some(Role::Judge) }
    };
    let pair = |line: std::ops::Range<usize>| {
        let mut found = line.filter_map(office);
        Some((found.next()?, found.next()?))
    };
    pair(first.saturating_sub(6)..first).or_else(|| pair(last + 1..last + 7)).filter(|(left, right)| left != right)
}

/// The folded words of names; single letters and pairs say nothing.
struct Known<'s> {
    words: FxHashSet<&'s str>,
    /// First and last token of every name.
    names: Vec<(usize, usize)>,
    /// Each word with those it stands in one name with; made when two known words are written as one, which is rare.
    beside: OnceCell<FxHashMap<&'s str, FxHashSet<&'s str>>>,
}

impl<'s> Known<'s> {
    fn of(scene: &'s Scene, names: &[Name]) -> Self {
        let names: Vec<(usize, usize)> = names.iter().filter(|name| name.part.is_none()).map(|name| (name.first, name.last)).collect();
        let words = names.iter().flat_map(|&name| Self::words(scene, name)).collect();
        Self { words, names, beside: OnceCell::new() }
    }

    fn words(scene: &'s Scene, (first, last): (usize, usize)) -> impl Iterator<Item = &'s str> + Clone {
        (first..=last).filter(|&at| scene.kind(at) == TokenKind::Word).map(|at| scene.page.folded(at)).filter(|word| word.len() > 2)
    }

    /// True when the two words stand in one name.
    fn beside(&self, scene: &'s Scene, one: &str, other: &str) -> bool {
        let all = || {
            let mut beside: FxHashMap<&str, FxHashSet<&str>> = FxHashMap::default();
            for words in self.names.iter().map(|&name| Self::words(scene, name)) {
                words.clone().for_each(|word| beside.entry(word).or_default().extend(words.clone()));
            }
            beside
        };
        self.beside.get_or_init(all).get(one).is_some_and(|words| words.contains(other))
    }
}

/// The byte where the token at `at` parts into two names. `whole` remembers the words that nowhere part.
fn cut<'s>(scene: &'s Scene, known: &Known<'s>, whole: &mut FxHashSet<WordId>, at: usize, signed: bool) -> Option<u32> {
    let token = scene.page.tokens()[at];
    if !matches!(token.shape, Shape::Mixed | Shape::Upper) || token.span.len() < 4 {
        return None;
    }
    let word = token.span.of(scene.page.document.text());
    let surname = at + 2;
    let initial = scene.is(at + 1, ".") && scene.gap(at + 1) == Gap::None && scene.capital(surname) && scene.gap(surname) <= Gap::Space && (signed && token.shape == Shape::Mixed || known.words.contains(scene.page.folded(surname)));
    let plain = !initial && word.is_ascii();
    if plain && whole.contains(&token.word) {
        return None;
    }
    let mut folded = String::with_capacity(word.len());
    // Where a letter stands in the word and in its folded form: each folds by itself.
    let mut letters = Vec::with_capacity(word.len());
    for (cut, c) in word.char_indices() {
        letters.push((cut, folded.len()));
        fold_into(c.encode_utf8(&mut [0; 4]), &mut folded);
    }
    // `BARBETTEMarjolaine GUILBERTEAU`: a surname in capitals, and a given name that opens the next.
    let turns = |&(cut, at): &(usize, usize)| {
        let (capitals, given) = (&word[..cut], &word[cut..]);
        let set = capitals.len() > 2 && capitals.chars().all(char::is_uppercase) && given.starts_with(char::is_uppercase) && given.chars().skip(1).all(char::is_lowercase);
        set && scene.page.lexicon.look_up(&folded[at..]).any(Class::GIVEN)
    };
    let turn = letters.iter().copied().find(turns).filter(|_| token.shape == Shape::Mixed && scene.capital(at + 1) && scene.gap(at + 1) == Gap::Space);
    let parts = turn.or_else(|| letters.into_iter().skip(2).find(|&(_, at)| {
        let (left, right) = folded.split_at(at);
        // `BENMANSOUR` beside `BEN MANSOUR` is one name.
        known.words.contains(left) && (known.words.contains(right) && !known.beside(scene, left, right) || initial && right.chars().count() == 1)
    }));
    if plain && parts.is_none() {
        whole.insert(token.word);
    }
    parts.map(|(cut, _)| token.span.start + cut as u32)
}
