//! The second pass: every word proven to be a person's name is looked for in the whole text.

use rustc_hash::FxHashMap;

use super::grow::LETTERS;
use super::lead::said;
use super::alone::doubled;
use super::lone::{GIVES, TELLS, acts, speaks};
use super::roles::split;
use super::scene::{COMPANY, COURT, FIRM, STREET, Scene, TAKEN};
use super::{Local, Name, SWEPT, capitals, in_order, over, short, spaced, written};
use crate::context::Cue;
use crate::lexicon::Class;
use crate::model::{Confidence, Role};
use crate::text::{Gap, Shape, SortedSet, Span, TokenKind, WordId, fold, one_of, order_by};

/// What a word was proven to be.
#[derive(Clone, Copy, Default)]
struct Proof {
    family: bool,
    given: bool,
    /// By a civility, kin word, label or office; a bare run proves less.
    led: bool,
    /// A particle stood glued before it: `El`, `De`, `N'`.
    particle: bool,
    /// In capitals behind a given name in title case, amid prose: `Gontran CHABERT`.
    set: bool,
    times: u16,
}

/// Adds the mentions that the proven words make. Two rounds, so that a word left of a later hit is also seen.
pub(super) fn find(scene: &Scene, names: &mut Vec<Name>) {
    for _ in 0..2 {
        let proofs = prove(scene, names);
        if proofs.is_empty() {
            break;
        }
        let by_word = spread(scene, &proofs);
        let before = names.len();
        whole(scene, names);
        pass(scene, names, &by_word);
        extend(scene, names);
        if names.len() == before {
            break;
        }
    }
    let proofs = prove(scene, names);
    parted(scene, names, &proofs);
    glued(scene, names, &proofs);
    misspelt(scene, names, &proofs);
    shortened(scene, names, &proofs);
    let mut words: Vec<WordId> = proofs.iter().filter(|(_, proof)| proof.led || proof.given).map(|(word, _)| *word).collect();
    order_by(&mut words, |word| u64::from(word.0));
    written::again(scene, names, &|at| scene.page.tokens().get(at).is_some_and(|token| words.binary_search(&token.word).is_ok()), &words);
    digits(scene, names);
    cut(scene, names);
}

/// `Ghis-⏎laine`: the rest of a name that the line's end cut; `avec Ghis-⏎laine ZORKIN`: a given name that nobody read.
fn cut(scene: &Scene, names: &mut Vec<Name>) {
    let hangs = |rest: usize| scene.is(rest - 1, "-") && scene.gap(rest - 1) == Gap::None && scene.gap(rest) == Gap::Line && scene.shape(rest) == Shape::Lower && scene.kind(rest) == TokenKind::Word;
    let whole = |first: usize, rest: usize| scene.page.lexicon.look_up(&format!("{}{}", scene.page.folded(first), scene.page.folded(rest)));
    for name in names.iter_mut().filter(|name| name.part.is_none()) {
        let rest = name.last + 2;
        if hangs(rest) && (whole(name.last, rest).any(Class::GIVEN.union(Class::FAMILY)) || !scene.class(rest).any(Class::WORD)) {
            name.last = rest;
        }
    }
    let Some(hyphen) = scene.page.document.find("-") else { return };
    let mut found = Vec::new();
    for rest in scene.page.document.places(hyphen).iter().map(|&at| at as usize + 1).filter(|&rest| rest > 1 && hangs(rest)) {
        let surname = rest + 1;
        let given = scene.shape(rest - 2) == Shape::Title && whole(rest - 2, rest).any(Class::GIVEN) && over(names, rest - 2, rest - 2).is_none();
        if given && scene.capital(surname) && scene.gap(surname) == Gap::Space && !scene.cue(surname).any(super::scene::HARD) {
            match over(names, surname, surname).map(|index| &mut names[index]) {
                Some(name) => name.first = rest - 2,
                None => found.push(swept(rest - 2, surname, Confidence::Strong, true)),
            }
        }
    }
    names.append(&mut found);
    in_order(names);
}

/// `DU TREY`, `DU-` / `TREY` for `DUTREY`: a proven surname whose first letters, a particle, somebody wrote apart.
fn parted(scene: &Scene, names: &mut Vec<Name>, proofs: &FxHashMap<WordId, Proof>) {
    let document = &scene.page.document;
    let mut found = Vec::new();
    for (word, _) in proofs.iter().filter(|(_, proof)| proof.family && proof.led) {
        let folded = document.folded(*word);
        for particle in ["DELA", "DU", "DE", "LE", "LA"] {
            let Some(rest) = folded.strip_prefix(particle).filter(|rest| rest.len() > 2).and_then(|rest| document.find(rest)) else { continue };
            for last in document.places(rest).iter().map(|&at| at as usize).filter(|&at| at > 1 && scene.capital(at) && scene.block[at] == 0 && !scene.ordinary(at) && !scene.cue(at).any(super::scene::HARD)) {
                let cut = if scene.is(last - 1, "-") && scene.gap(last - 1) == Gap::None { last - 2 } else { last - 1 };
                let joined = |first: usize, words: &[&str]| words.iter().enumerate().all(|(rank, word)| scene.is(first + rank, word)) && scene.gap(last) <= Gap::Line;
                let first = match particle {
                    "DELA" => cut.saturating_sub(1),
                    _ => cut,
                };
                let spelt = if particle == "DELA" { joined(first, &["DE", "LA"]) } else { joined(first, &[particle]) };
                if spelt && scene.shape(first) == scene.shape(last) && over(names, first, last).is_none() {
                    found.push(swept(first, last, Confidence::Strong, true));
                }
            }
        }
    }
    names.append(&mut found);
    in_order(names);
}

/// `NAVARR0`, `SABAT1ER`, `Lilou42`: a digit that the reader of a scan took for a letter, glued to a name, and what is glued to it.
fn digits(scene: &Scene, names: &mut [Name]) {
    let damaged: Vec<usize> = scene.page.document.numbers().iter().map(|&at| at as usize).filter(|&at| at > 0 && scene.gap(at) == Gap::None && scene.capital(at - 1) && scene.page.folded(at).len() < 5).collect();
    for at in damaged {
        let index = names.partition_point(|name| name.first < at);
        let Some(name) = index.checked_sub(1).and_then(|before| names.get_mut(before)) else { continue };
        let tail = scene.gap(at + 1) == Gap::None && scene.shape(at + 1) == Shape::Upper && scene.block[at + 1] == 0;
        if name.last + 1 == at && name.part.is_none() && (scene.page.folded(at - 1).len() > 1 || tail && name.last > name.first) {
            name.last = if tail { at + 1 } else { at };
        }
    }
}

/// The civility that a word begins with, before the capital of a name: `MmeGRANIER`, `MonsieurDupont`.
fn glued_civility(word: &str) -> Option<usize> {
    let heads = ["Madame", "Monsieur", "Mademoiselle", "Maître", "Mlle", "Mme", "MME", "MM"];
    let head = heads.into_iter().find(|head| word.starts_with(head))?;
    let tail = &word[head.len()..];
    let named = tail.chars().count() > 2 && tail.starts_with(char::is_uppercase) && (head.ends_with(char::is_lowercase) || tail.chars().nth(1).is_some_and(char::is_lowercase));
    named.then_some(head.len())
}

/// `LE DU`: a surname that is an article and a preposition.
pub(super) fn is_breton(scene: &Scene, at: usize) -> bool {
    one_of!(scene.page.folded(at), "LE" | "LA") && one_of!(scene.page.folded(at + 1), "DU" | "DE" | "DES") && matches!(scene.gap(at + 1), Gap::Space | Gap::Line)
}

/// Finds again, word for word, every surname of several words: `du Pontet de Salvagny`, `A SI FOO`.
fn whole(scene: &Scene, names: &mut Vec<Name>) {
    let mut sought: Vec<Vec<WordId>> = Vec::new();
    let mut seen = SortedSet::default();
    for name in names.iter().filter(|name| name.part.is_none() && name.led && !name.role().is_court() && name.last > name.first) {
        let mut first = name.first;
        while first < name.last && scene.given(first) && scene.shape(first) == Shape::Title && !is_breton(scene, first) {
            first += 1;
        }
        let tokens: Vec<usize> = (first..=name.last).filter(|&t| scene.kind(t) != TokenKind::Symbol).collect();
        let words: Vec<WordId> = tokens.iter().map(|&t| scene.page.tokens()[t].word).collect();
        let letters: usize = tokens.iter().map(|&t| scene.page.folded(t).len()).sum();
        let strange = letters > 4 && tokens.iter().any(|&t| !scene.ordinary(t)) || words.len() == 2 && is_breton(scene, first);
        if words.len() > 1 && strange && seen.insert(words.clone()) {
            sought.push(words);
        }
    }
    if sought.is_empty() {
        return;
    }
    in_order(names);
    let mut found: Vec<Name> = Vec::new();
    for words in sought {
        for at in scene.page.document.places(words[0]).iter().map(|&at| at as usize).filter(|&at| scene.block[at] & TAKEN == 0) {
            let Some(last) = spells(scene, at, &words) else { continue };
            let known = over(names, at, last);
            let inside = known.is_some_and(|name| names[name].first <= at && last <= names[name].last);
            let small = is_breton(scene, last - 1) && !scene.capital(at);
            if inside || small || !scene.capital(last) || (at..=last).any(|t| scene.block[t] & (TAKEN | FIRM) != 0) {
                continue;
            }
            // A shorter reading of the same words grows to the whole.
            if let Some(name) = known.map(|name| &mut names[name]).filter(|name| name.part.is_none()) {
                if !name.role().is_court() {
                    name.first = name.first.min(at);
                    name.last = name.last.max(last);
                }
                continue;
            }
            found.push(swept(at, last, Confidence::Certain, true));
        }
    }
    names.append(&mut found);
    in_order(names);
    names.dedup_by(|later, earlier| later.first <= earlier.last && later.part.is_none() && earlier.part.is_none() && later.last <= earlier.last);
}

/// The last token when the words from `at` are `words`, hyphens and line breaks aside.
fn spells(scene: &Scene, at: usize, words: &[WordId]) -> Option<usize> {
    let mut token = at;
    for (rank, word) in words.iter().enumerate() {
        if rank > 0 {
            token += 1;
            if scene.is(token, "-") {
                token += 1;
            }
            if scene.gap(token) > Gap::Line {
                return None;
            }
        }
        if scene.page.tokens().get(token)?.word != *word {
            token = cut_word(scene, token, scene.page.document.folded(*word))?;
        }
    }
    Some(token)
}

/// `Motte-` / `Rouge`, `Mot-` / `te-Rouge`: the last token when a line's end cut `word` at the token.
fn cut_word(scene: &Scene, at: usize, word: &str) -> Option<usize> {
    let rest = word.strip_prefix(scene.page.folded(at))?;
    let cut = scene.is(at + 1, "-") && scene.gap(at + 1) == Gap::None && scene.gap(at + 2) == Gap::Line;
    (cut && rest.strip_prefix('-').unwrap_or(rest) == scene.page.folded(at + 2)).then_some(at + 2)
}

fn swept(first: usize, last: usize, confidence: Confidence, led: bool) -> Name {
    Name { first, last, local: Local::Weak, confidence, rule: SWEPT, cue: None, led, counsel: false, doubt: None, part: None }
}

/// Words in the order of one end of theirs, so that only those that end as a word does are compared with it.
struct Ends<'d> {
    words: Vec<(&'d str, bool)>,
    end: fn(&[u8]) -> u64,
}

impl<'d> Ends<'d> {
    fn new(words: &[(&'d str, bool)], end: fn(&[u8]) -> u64) -> Self {
        let mut words = words.to_vec();
        order_by(&mut words, |(word, _)| end(word.as_bytes()));
        Self { words, end }
    }

    /// True when one of the words that have the end of `word` fits.
    fn any(&self, word: &str, fits: &dyn Fn(&str, bool) -> bool) -> bool {
        let wanted = (self.end)(word.as_bytes());
        let from = self.words.partition_point(|(word, _)| (self.end)(word.as_bytes()) < wanted);
        self.words[from..].iter().take_while(|(word, _)| (self.end)(word.as_bytes()) == wanted).any(|(word, of)| fits(word, *of))
    }
}

fn head(word: &[u8]) -> u64 {
    word.iter().take(2).fold(0, |sum, byte| sum << 8 | u64::from(*byte))
}

fn tail(word: &[u8]) -> u64 {
    word.iter().rev().take(2).fold(0, |sum, byte| sum << 8 | u64::from(*byte))
}

fn last(word: &[u8]) -> u64 {
    word.last().map_or(0, |byte| u64::from(*byte))
}

/// A capitalised word of no dictionary, one letter or one exchange of letters away from a proven surname.
fn misspelt(scene: &Scene, names: &mut Vec<Name>, proofs: &FxHashMap<WordId, Proof>) {
    let document = &scene.page.document;
    let led = proofs.iter().filter(|(_, proof)| proof.family && proof.led).map(|(word, _)| document.folded(*word));
    let surnames: Vec<(&str, bool)> = led.filter(|word| word.len() > 5 && word.is_ascii()).map(|word| (word, false)).collect();
    if surnames.is_empty() {
        return;
    }
    // What differs in one place has its first two letters or its last two.
    let ends = [Ends::new(&surnames, head), Ends::new(&surnames, tail)];
    let near: Vec<bool> = (0..document.words().len())
        .map(|id| {
            let word = document.folded(WordId(id as u32));
            document.words()[id].lower == 0 && document.words()[id].capital > 0 && word.len() > 4 && word.is_ascii() && !proofs.contains_key(&WordId(id as u32)) && ends.iter().any(|ends| ends.any(word, &|surname, _| one_apart(word.as_bytes(), surname.as_bytes())))
        })
        .collect();
    if !near.contains(&true) {
        return;
    }
    let mut found = Vec::new();
    for at in scene.page.tokens_of(|word| near[word.0 as usize]) {
        let known = scene.class(at).any(Class::WORD.union(Class::PLACE).union(Class::COUNTRY).union(Class::REGION).union(Class::GIVEN_COMMON));
        if !scene.capital(at) || known || scene.cue(at) != Cue::NONE || scene.block[at] & (TAKEN | FIRM | COURT) != 0 || over(names, at, at).is_some() {
            continue;
        }
        found.push(Name { doubt: Some("one letter away from a name of the document"), ..swept(at, at, Confidence::Possible, false) });
    }
    names.append(&mut found);
    in_order(names);
}

/// Why a reviewer should look at a word that a proven name begins with.
pub(super) const SHORT: &str = "short for a name of the document";

/// `Rokh` for `Rokhaya`, `Océ` for `Océane`: `Phrasie` for `Euphrasie`: a capitalised word of no dictionary that a proven name begins or ends with.
fn shortened(scene: &Scene, names: &mut Vec<Name>, proofs: &FxHashMap<WordId, Proof>) {
    let document = &scene.page.document;
    // `Poline` for `Apolline`
    let single = |name: &str| {
        let mut letters: Vec<u8> = name.bytes().collect();
        letters.dedup();
        letters
    };
    let led: Vec<(&str, bool)> = proofs.iter().filter(|(_, proof)| proof.given || proof.led).map(|(word, proof)| (document.folded(*word), proof.given)).filter(|(word, _)| word.len() > 4).collect();
    let (heads, tails) = (Ends::new(&led, head), Ends::new(&led, last));
    let short: Vec<bool> = (0..document.words().len())
        .map(|id| {
            let (word, folded) = (&document.words()[id], document.folded(WordId(id as u32)));
            let begins = |name: &str, given: bool| name.len() > folded.len() + usize::from(!given || folded.len() < 4) && (name.starts_with(folded) && (given || folded.len() > 3) || given && folded.len() == name.len().min(4) && folded.ends_with('O') && name.starts_with(&folded[..folded.len() - 1]));
            let closes = |name: &str, given: bool| given && name.len() > folded.len() && folded.len() > 4 && (name.ends_with(folded) || folded.len() > 5 && single(name).ends_with(&single(folded)));
            word.lower == 0 && word.capital > 0 && folded.len() > 2 && !proofs.contains_key(&WordId(id as u32)) && (heads.any(folded, &begins) || tails.any(folded, &closes))
        })
        .collect();
    if !short.contains(&true) {
        return;
    }
    let mut found = Vec::new();
    for at in scene.page.tokens_of(|word| short[word.0 as usize]) {
        let evidence = scene.evidence(at);
        // `« Rodé est d'accord »` for Rodéric: a word that the prose never writes, and that does something in a message.
        let long = scene.page.folded(at).len() > 3;
        let acting = long && acts(scene, at) || scene.class(at).any(Class::WORD) && (acts(scene, at) || at > 0 && one_of!(scene.page.folded(at - 1), "AVEC" | "CHEZ") && scene.kind(at + 1) == TokenKind::Symbol) && said(scene, at);
        // `Véro »` on a line of its own, below a letter
        let signs = scene.gap(at) >= Gap::Line && scene.is(at + 1, "»");
        let known = scene.class(at).any(Class::WORD) && !acting || scene.class(at).any(Class::PLACE) && (!(acts(scene, at) || signs) || scene.class(at).any(Class::PLACE_BIG)) || scene.class(at).any(Class::COUNTRY.union(Class::REGION).union(Class::PUBLIC_BODY).union(Class::COMPANY_FORM));
        // `la Zorkse`, of no dictionary, stays somebody's.
        let strange = long && !scene.class(at).any(Class::FAMILY) && (!scene.class(at).any(Class::WORD) || said(scene, at));
        let thing = !strange && (evidence.article > 0 || evidence.company > 0) || scene.gap(at) == Gap::None && scene.is(at - 1, "-");
        if at < 2 || known || thing || scene.shape(at) != Shape::Title || scene.cue(at) != Cue::NONE || scene.block[at] != 0 || over(names, at, at).is_some() {
            continue;
        }
        found.push(Name { doubt: Some(SHORT), ..swept(at, at, Confidence::Possible, false) });
    }
    names.append(&mut found);
    in_order(names);
}

/// One letter more, less or other, or two neighbours exchanged.
pub(super) fn one_apart(a: &[u8], b: &[u8]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if long.len() - short.len() > 1 {
        return false;
    }
    let head = short.iter().zip(long).take_while(|(x, y)| x == y).count();
    let tail = short[head..].iter().rev().zip(long[head..].iter().rev()).take_while(|(x, y)| x == y).count();
    let (left, right) = (short.len() - head - tail, long.len() - head - tail);
    match (left, right) {
        (0 | 1, 1) => true,
        (2, 2) => short[head] == long[head + 1] && short[head + 1] == long[head],
        _ => false,
    }
}

/// The words of the mentions that must go.
fn prove(scene: &Scene, names: &[Name]) -> FxHashMap<WordId, Proof> {
    let mut proofs: FxHashMap<WordId, Proof> = FxHashMap::default();
    for name in names {
        if name.part.is_some() || name.role().is_court() {
            continue;
        }
        // `DELA-` / `COURTIE`, elsewhere `Delacourtie`
        let cut = |hyphen: usize| scene.is(hyphen, "-") && scene.gap(hyphen) == Gap::None && scene.gap(hyphen + 1) == Gap::Line;
        for hyphen in (name.first + 1..name.last).filter(|&at| cut(at)) {
            let whole = format!("{}{}", scene.page.folded(hyphen - 1), scene.page.folded(hyphen + 1));
            if let Some(word) = scene.page.document.find(&whole).filter(|_| (name.led || name.rule != super::BARE) && whole.len() > 4) {
                let proof = proofs.entry(word).or_default();
                (proof.family, proof.led) = (true, true);
            }
        }
        for word in spaced::words(scene, name) {
            let proof = proofs.entry(word).or_default();
            (proof.family, proof.led) = (true, true);
        }
        let parts = split(scene, name);
        for (token, is_family) in parts.family().map(|t| (t, true)).chain(parts.given().map(|t| (t, false))) {
            if scene.page.folded(token).chars().count() < 2 || scene.shape(token) == Shape::Initial {
                continue;
            }
            // `LE DU` is said again whole.
            if is_breton(scene, token.saturating_sub(1)) {
                continue;
            }
            let evidence = scene.evidence(token);
            if name.rule == super::BARE && !name.led && (evidence.article > 0 || evidence.company > 0) && evidence.civility == 0 {
                continue;
            }
            let proof = proofs.entry(scene.page.tokens()[token].word).or_default();
            proof.family |= is_family;
            proof.given |= !is_family;
            proof.led |= name.led || name.rule != super::BARE && name.rule != SWEPT;
            proof.times += 1;
            proof.set |= is_family && token > name.first && scene.shape(token) == Shape::Upper && scene.shape(name.first) == Shape::Title && scene.given(name.first) && !scene.in_capitals(token);
            proof.particle |= token > name.first && scene.cue(token - 1).any(Cue::PARTICLE);
        }
    }
    proofs
}

/// The proof of each distinct word of the document: itself, or a hyphenated half.
fn spread(scene: &Scene, proofs: &FxHashMap<WordId, Proof>) -> Vec<Option<Proof>> {
    let document = &scene.page.document;
    let words = document.words();
    let mut by_word: Vec<Option<Proof>> = vec![None; words.len()];
    for (word, proof) in proofs {
        by_word[word.0 as usize] = Some(*proof);
    }
    for id in (0..words.len()).filter(|&id| words[id].capital > 0) {
        let folded = document.folded(WordId(id as u32));
        if by_word[id].is_none() && folded.contains('-') {
            let halves = folded.split('-').filter(|half| half.len() > 2).filter_map(|half| proofs.get(&document.find(half)?));
            by_word[id] = halves.into_iter().find(|proof| proof.family).copied();
        }
    }
    // Halves of proven double names prove bare halves too: `DUPONT-MARTIN`, later `Dupont`.
    for (word, proof) in proofs.iter().filter(|(_, proof)| proof.family) {
        for half in document.folded(*word).split('-').filter(|half| half.len() > 3) {
            if let Some(id) = document.find(half) {
                by_word[id.0 as usize].get_or_insert(*proof);
            }
        }
    }
    by_word
}

fn pass(scene: &Scene, names: &mut Vec<Name>, by_word: &[Option<Proof>]) {
    let tokens = scene.page.tokens();
    let mut covered = vec![false; tokens.len()];
    for name in names.iter() {
        covered[name.first..=name.last].fill(true);
    }
    let proof_at = |at: usize| tokens.get(at).and_then(|token| by_word[token.word.0 as usize]).filter(|_| scene.capital(at));
    let mut found = Vec::new();
    for at in scene.page.tokens_of(|word| by_word[word.0 as usize].is_some()) {
        let Some(proof) = proof_at(at) else { continue };
        if covered[at] || !allowed(scene, at, proof, &proof_at, &covered) {
            continue;
        }
        let mut first = at;
        let mut last = at;
        while last + 1 < tokens.len() && !covered[last + 1] && scene.gap(last + 1) <= Gap::Line && (proof_at(last + 1).is_some_and(|_| scene.block[last + 1] & (FIRM | COURT) == 0) || initial_of(scene, last + 1) && proof_at(last + 2).is_some()) {
            last += 1;
        }
        // Glued particles seen in the proven mention.
        while first > 0 && !covered[first - 1] && scene.gap(first) <= Gap::Space && proof.particle && scene.cue(first - 1).any(Cue::PARTICLE) && (scene.capital(first - 1) || scene.kind(first - 1) == TokenKind::Elision || scene.is(first - 1, "DE") && !scene.is(first, "LE")) && !scene.is(first - 1, "ET") {
            first -= 1;
        }
        // `M. le Roux`
        if first > 1 && scene.shape(first - 1) == Shape::Lower && proof.particle && scene.cue(first - 1).any(Cue::PARTICLE) && (scene.cue(first - 2).any(Cue::CIVILITY) || scene.is(first - 2, ".") && first > 2 && scene.cue(first - 3).any(Cue::CIVILITY)) && scene.gap(first) <= Gap::Space {
            first -= 1;
        }
        // `J. Dupont`
        if first > 1 && scene.is(first - 1, ".") && scene.gap(first - 1) == Gap::None && scene.shape(first - 2) == Shape::Initial && !scene.cue(first - 2).any(Cue::CIVILITY) && !covered[first - 2] && scene.gap(first) <= Gap::Space && proof.family {
            first -= 2;
        }
        let certain = last > first && proof.led;
        // `Ferd. Chabanel`, `Bb. Zénon`
        if first > 1 && scene.is(first - 1, ".") && scene.gap(first - 1) == Gap::None && !covered[first - 2] && scene.gap(first) == Gap::Space && proof.family && abbreviates(scene, first - 2) {
            first -= 2;
        }
        found.push(swept(first, last, if certain { Confidence::Certain } else { Confidence::Strong }, proof.led));
        covered[first..=last].fill(true);
    }
    names.append(&mut found);
    in_order(names);
}

/// A given name cut short before its full stop: consonants, or what ends in one and opens a line or stands behind a mark.
fn abbreviates(scene: &Scene, at: usize) -> bool {
    let folded = scene.page.folded(at);
    let vowel = |c: char| matches!(c, 'A' | 'E' | 'I' | 'O' | 'U' | 'Y');
    let opens = at == 0 || scene.gap(at) >= Gap::Line || scene.kind(at - 1) == TokenKind::Symbol;
    let cut = !folded.contains(vowel) || opens && !folded.ends_with(vowel) && !scene.ordinary(at);
    scene.shape(at) == Shape::Title && (2..6).contains(&folded.len()) && cut && !scene.cue(at).any(super::scene::HARD)
}

fn initial_of(scene: &Scene, at: usize) -> bool {
    scene.shape(at) == Shape::Initial
}

/// `la téléphonie place OUARDI sur les lieux`, `le rapport cite Ouardi`: a verb before a name, where a street has its number, its article or `de`.
fn places_somebody(scene: &Scene, at: usize) -> bool {
    let Some(verb) = at.checked_sub(1).filter(|&verb| verb > 0 && one_of!(scene.page.document.original_at(verb), "place" | "cite")) else { return false };
    let before = verb - 1;
    let street = scene.kind(before) == TokenKind::Number || scene.cue(before).any(Cue::ARTICLE.or(Cue::PARTICLE).or(Cue::DWELLING).or(Cue::PLACE_PREP)) || one_of!(scene.page.folded(before), "BIS" | "TER" | "QUATER" | "," | "ET" | "OU" | "SUR" | "SIS" | "SISE" | "SITUE" | "SITUEE" | "SIEGE" | "SEUL" | "SEULE");
    scene.gap(verb) == Gap::Space && scene.gap(at) == Gap::Space && !street && scene.shape(at + 1) == Shape::Lower
}

/// The guards: where a proven word is still no name.
fn allowed(scene: &Scene, at: usize, proof: Proof, proof_at: &dyn Fn(usize) -> Option<Proof>, covered: &[bool]) -> bool {
    let block = scene.block[at];
    let folded = scene.page.folded(at);
    let length = folded.chars().count();
    let beside = |other: usize, gap: usize| -> bool {
        scene.gap(gap) <= Gap::Line && (covered.get(other).copied().unwrap_or(false) || proof_at(other).is_some_and(|p| p.family || p.given))
    };
    let next_to = at > 0 && beside(at - 1, at) || beside(at + 1, at + 1);
    if block & TAKEN != 0 {
        return false;
    }
    // `le témoignage de FONTAINE`: so the text writes surnames, not villages or things.
    let set = proof.set && scene.shape(at) == Shape::Upper && !scene.in_capitals(at);
    let proof = Proof { led: proof.led || set, ..proof };
    // `« Le prévisionnel Le Roux est tendu »`, for somebody's `LE ROUX-MAURY`: nothing but a commune has its article so in the middle of a sentence.
    let article = proof.particle && proof.led && at > 1 && scene.gap(at) == Gap::Space && scene.cue(at - 1).any(Cue::PARTICLE) && scene.shape(at - 1) == Shape::Title && scene.shape(at) == Shape::Title && !scene.starts_sentence(at - 1) && scene.shape(at + 1) == Shape::Lower && !scene.cue(at - 2).any(Cue::PLACE_PREP.or(Cue::PARTICLE));
    if block & FIRM != 0 || block & COURT != 0 && !article {
        return false;
    }
    let civil = at > 0 && scene.cue(at - 1).any(Cue::CIVILITY) || at > 1 && scene.is(at - 1, ".") && scene.cue(at - 2).any(Cue::CIVILITY);
    // `la villa des Quillivoc`
    let house = proof.led && proof.family && scene.shape(at) == Shape::Title && !scene.ordinary(at) && at > 1 && scene.is(at - 1, "DES") && scene.shape(at - 1) == Shape::Lower && scene.shape(at - 2) == Shape::Lower;
    // `à la villa de QUILLIVOC`
    let house = house || set && at > 2 && scene.cue(at - 1).any(Cue::PARTICLE) && one_of!(scene.page.folded(at - 2), "VILLA" | "MAISON" | "FERME" | "APPARTEMENT" | "IMMEUBLE" | "PROPRIETE") && scene.shape(at - 2) == Shape::Lower;
    if block & (STREET | COMPANY) != 0 && !civil && !house && !(block & COMPANY == 0 && proof.led && proof.family && places_somebody(scene, at)) {
        return false;
    }
    // `les consorts Doyen`, `épouse Président`: kin leads to a proven surname as a civility does.
    let kin = at > 0 && scene.gap(at) <= Gap::Space && scene.shape(at - 1) == Shape::Lower && scene.cue(at - 1).any(Cue::KIN.minus(Cue::MINOR)) && !one_of!(scene.page.folded(at - 1), "DIT" | "DITE");
    let civil = civil || article || kin && proof.family && proof.led;
    if length < 3 && !next_to && !civil {
        return proof.led && short::again(scene, at);
    }
    if scene.shape(at) == Shape::Dotted {
        return false;
    }
    // `Bonjour Monsieur le Juge`, though a family is called so.
    if one_of!(folded, "BONJOUR" | "SALUT" | "BONSOIR") && scene.starts_sentence(at) && (scene.cue(at + 1).any(Cue::CIVILITY) || one_of!(scene.page.folded(at + 1), "," | "A" | "!")) {
        return false;
    }
    // `le Trésor public`
    if scene.class(at).any(Class::PHRASE_START) && !civil && scene.page.phrase(at, Class::PUBLIC_BODY).is_some_and(|end| end > at) {
        return false;
    }
    let evidence = scene.evidence(at);
    // A company that bears the name of somebody proven makes the bare name no company's.
    // `fondée par Zorkas QUILLIVOC`: capitals behind a title-case word amid prose.
    let called = at > 1 && scene.shape(at) == Shape::Upper && scene.shape(at - 1) == Shape::Title && scene.shape(at - 2) == Shape::Lower && scene.block[at - 1] == 0 && scene.gap(at) == Gap::Space;
    let alone = block == 0 && (called || !(at > 0 && scene.capital(at - 1) && scene.gap(at) <= Gap::Line));
    let given = proof.given && proof.led && alone && scene.shape(at) == Shape::Title && scene.class(at).any(Class::GIVEN_COMMON) && !scene.capital(at + 1);
    let company = evidence.company > evidence.civility && !given && !set && !(proof.led && proof.family && (scene.class(at).any(Class::FAMILY) || alone && if folded.contains('-') { proof.times > 2 && (called || at > 0 && one_of!(scene.page.folded(at - 1), "LES" | "UNE" | "LA" | "AUX")) } else { proof.times > 1 || scene.shape(at) == Shape::Title && !scene.starts_sentence(at) }));
    // `la Mercier`, `une Kowalczyk`: so people speak of a woman.
    // `« c'est l'Arnal »`, `« pour la Marchand »`: in a message, of anybody and whatever the word.
    let spoken = at > 0 && one_of!(scene.page.folded(at - 1), "LA" | "LE" | "L'") && scene.shape(at - 1) == Shape::Lower && !scene.in_lower_case(at) && said(scene, at);
    let woman = at > 0 && !scene.capital(at + 1) && (one_of!(scene.page.folded(at - 1), "LA" | "UNE") || spoken) && proof.led && proof.family && scene.shape(at) == Shape::Title && (!scene.ordinary(at) || spoken) && (evidence.company == 0 || proof.times > 2)
        && (scene.class(at).any(Class::FAMILY) || (spoken && scene.is(at - 1, "LA") || !scene.class(at).any(Class::PLACE.union(Class::COUNTRY).union(Class::REGION))) && !scene.page.folded(at).starts_with("SAINT-"));
    // `« Boulanger, il te reste »`: who is hailed, be he called `le Boulanger` elsewhere.
    let hailed = proof.led && at > 0 && scene.page.folded(at - 1) == "«" && scene.is(at + 1, ",") && scene.shape(at) == Shape::Title;
    if !civil && !woman && !hailed && (evidence.article > evidence.civility + 1 || company) && !next_to {
        return false;
    }
    let after_article = at > 0 && scene.gap(at) <= Gap::Space && one_of!(scene.page.folded(at - 1), "LA" | "L'" | "CETTE" | "UNE") && scene.shape(at - 1) == Shape::Lower;
    if after_article && !next_to && !woman {
        return false;
    }
    // `le 9 Juillet 2020`, though a witness is called Juillet
    if scene.cue(at).any(Cue::MONTH) && at > 0 && (scene.kind(at - 1) == TokenKind::Number || scene.is(at - 1, "ER")) && scene.gap(at) == Gap::Space && scene.kind(at + 1) == TokenKind::Number {
        return false;
    }
    let hard = scene.cue(at).any(super::scene::HARD);
    // `Lac écrit`, of `Anne Lac, voisine`, whom no civility leads: prose never writes the word small here.
    // `Claire précise`, of `Claire BILKO`
    let trusted = proof.led || (proof.family || proof.given && scene.class(at).any(Class::GIVEN_COMMON)) && !scene.in_lower_case(at);
    let mut calendar = false;
    if hard && !civil && !(next_to && scene.cue(at).any(Cue::STREET.or(Cue::EXPERT).or(Cue::NUMBER).or(Cue::OFFICER).or(Cue::PUBLIC).or(Cue::MONTH))) {
        // A verb, heading or office in capitals, though somebody bears the word as a name.
        let title_mid = scene.shape(at) == Shape::Title && !scene.starts_sentence(at);
        let named = at > 0 && scene.gap(at) == Gap::Space && scene.shape(at) == Shape::Title && scene.shape(at - 1) == Shape::Title && scene.given(at - 1) && proof.family && proof.led || at > 1 && proof.family && proof.led && scene.shape(at) == Shape::Title && scene.is(at - 1, ".") && scene.shape(at - 2) == Shape::Initial && scene.gap(at - 1) == Gap::None;
        let short = length < 3 && title_mid && proof.led && next_to;
        // `emmenant Mai sans prévenir`: French writes days and months in lower case.
        let opens = scene.shape(at) == Shape::Title && scene.shape(at + 1) == Shape::Lower && scene.gap(at + 1) == Gap::Space && scene.class(at).any(Class::GIVEN.union(Class::FAMILY_COMMON));
        // `LUNDI réglera les autres`, of `M. Abel LUNDI`
        let capitals = scene.shape(at) == Shape::Upper && !scene.in_capitals(at) && proof.family && !(scene.shape(at + 1) == Shape::Upper && scene.gap(at + 1) <= Gap::Space);
        calendar = at > 0 && (title_mid || opens || capitals) && proof.led && scene.cue(at).any(Cue::MONTH.or(Cue::DAY)) && !scene.cue(at).minus(Cue::MONTH.or(Cue::DAY)).any(super::scene::HARD) && scene.kind(at - 1) != TokenKind::Number && scene.kind(at + 1) != TokenKind::Number;
        // `Maire conteste`, whose surname is proven: the office would have its article.
        let named = named || proof.family && trusted && scene.shape(at) == Shape::Title && scene.shape(at + 1) == Shape::Lower && scene.gap(at + 1) == Gap::Space && !scene.cue(at).any(Cue::STOP) && subject(scene, at);
        // `elle a arrêté Trésor`, whom the case calls so: a body has its article.
        let given = proof.given && proof.led && title_mid && scene.class(at).any(Class::GIVEN) && scene.cue(at) == Cue::PUBLIC && evidence.article == 0;
        // `MARDI a reconnu la gifle`, in capitals among small letters.
        let told = scene.shape(at + 1) == Shape::Lower && subject(scene, at) || at > 0 && one_of!(scene.page.folded(at - 1), "CHEZ" | "AVEC" | "CONTRE" | "PAR" | "DE" | "A") && scene.shape(at - 1) == Shape::Lower && scene.shape(at + 1) != Shape::Upper && !scene.cue(at).minus(Cue::PERSON_NOUN.or(Cue::DAY).or(Cue::MONTH).or(Cue::KIN).or(Cue::NUMBER)).any(super::scene::HARD);
        let set = proof.family && proof.led && scene.shape(at) == Shape::Upper && !scene.in_capitals(at) && told;
        if !named && !short && !calendar && !given && !set && !(title_mid && proof.led && proof.family && !scene.cue(at).any(Cue::OFFICE_OF_COURT.or(Cue::COURT).or(Cue::COMPANY).or(Cue::CIVILITY).or(Cue::STATUTE))) {
            return false;
        }
    }
    let ordinary = scene.class(at).any(Class::WORD) || scene.in_lower_case(at) && !(proof.led && scene.class(at).any(Class::GIVEN));
    let lower_follows = scene.shape(at + 1) == Shape::Lower && scene.gap(at + 1) <= Gap::Space;
    // `Jade vit chez sa mère`, but `Constant dans ses explications`
    let preposition = one_of!(scene.page.folded(at + 1), "DE" | "D'" | "DU" | "DES" | "A" | "AU" | "DANS" | "EN" | "PAR" | "POUR" | "SUR" | "QUE");
    // `Rose pleure`, though a rose is named too: a noun that opens a sentence has its article.
    // `ajoutent que Germain`, though the cousins are germains.
    let borne_here = calendar || scene.called(at) || proof.given && scene.class(at).any(Class::GIVEN_COMMON) && scene.shape(at) == Shape::Title && scene.cue(at) == Cue::NONE && (!scene.starts_sentence(at) || proof.led && lower_follows && !preposition);
    if ordinary && !next_to && !civil && !borne_here {
        let borne = proof.led && (proof.given || !preposition) && (scene.class(at).any(Class::GIVEN) || doubled(scene, at)) && !scene.in_lower_case(at);
        if scene.shape(at) == Shape::Title && scene.starts_sentence(at) && lower_follows && !scene.class(at).any(Class::FAMILY_COMMON) && !borne && !(trusted && subject(scene, at)) {
            return false;
        }
        let upper_around = scene.shape(at) == Shape::Upper && (scene.shape(at + 1) == Shape::Upper || at > 0 && scene.shape(at - 1) == Shape::Upper) && scene.cue(at + 1) == Cue::NONE;
        if upper_around && scene.in_lower_case(at) {
            return false;
        }
        if proof.given && !proof.family && scene.in_lower_case(at) {
            return false;
        }
    }
    // `depuis Noël 2015`
    let year = scene.kind(at + 1) == TokenKind::Number && scene.page.tokens()[at + 1].span.len() == 4 && scene.gap(at + 1) == Gap::Space;
    if year && at > 0 && one_of!(scene.page.folded(at - 1), "DEPUIS" | "A" | "EN" | "AVANT" | "APRES" | "POUR" | "DE") && !next_to {
        return false;
    }
    let place_before = at > 0 && scene.gap(at) <= Gap::Space && one_of!(scene.page.folded(at - 1), "A" | "EN") && scene.shape(at - 1) == Shape::Lower && !(at > 1 && proof.led && (TELLS.contains(&scene.page.folded(at - 2)) || GIVES.contains(&scene.page.folded(at - 2))));
    // `Montserrat : 25 000 euros`: an item of what persons ask.
    let item = proof.given && proof.led && scene.starts_sentence(at) && scene.is(at + 1, ":") && scene.kind(at + 2) == TokenKind::Number;
    if scene.class(at).any(Class::PLACE.union(Class::COUNTRY).union(Class::REGION)) && !next_to && !civil && !item {
        // `France a été entendue`, a child's name: the country has its article.
        let child = proof.led && scene.class(at).any(Class::GIVEN_COMMON) && scene.shape(at) == Shape::Title && (!one_of!(scene.page.folded(at.saturating_sub(1)), "EN" | "LA" | "DE" | "VERS" | "A") || scene.is(at, "FRANCE") && scene.is(at - 1, "A")) && (scene.shape(at + 1) == Shape::Lower || scene.kind(at + 1) == TokenKind::Symbol);
        if scene.class(at).any(Class::COUNTRY) && !scene.class(at).any(Class::FAMILY_COMMON) && !child {
            return false;
        }
        if place_before && (scene.page.folded(at - 1) == "EN" || scene.class(at).any(Class::PLACE_BIG)) {
            return false;
        }
        let seat = at > 1 && one_of!(scene.page.folded(at - 1), "DE" | "D'") && scene.cue(at - 2).any(Cue::COURT.or(Cue::PUBLIC)) && !scene.is(at - 2, "ORDRE");
        // Said with a surname more than once, a given name that is a village too is a person's.
        let away = at > 0 && one_of!(scene.page.folded(at - 1), "A" | "DE" | "D'" | "EN" | "VERS" | "PAR" | "SUR" | "COMMUNE");
        let borne = proof.given && scene.class(at).any(Class::GIVEN_COMMON) && !away && !scene.class(at).any(Class::PLACE_BIG) || proof.given && proof.times > 1 && scene.class(at).any(Class::GIVEN) && !scene.class(at).any(Class::PLACE_BIG);
        // `Lacaze a signé`, who was told in full and whose village does nothing.
        let acting = proof.family && scene.class(at).any(Class::FAMILY) && !away && !scene.class(at).any(Class::PLACE_BIG) && subject(scene, at);
        if seat || !proof.led && !borne && !acting {
            return false;
        }
    }
    if !proof.family && proof.given && !next_to && !civil {
        // A given name alone: not a saint's, a street's, a big town's.
        let saint = at > 0 && one_of!(scene.page.folded(at - 1), "SAINT" | "SAINTE" | "ST" | "STE");
        if saint || scene.class(at).any(Class::PLACE_BIG) && !item && !(proof.led && subject(scene, at)) || scene.gap(at + 1) == Gap::None && scene.is(at + 1, "-") {
            return false;
        }
    }
    true
}

/// `Prudent attendait`, `Bonheur a dormi`: a noun or an adjective without its article does nothing; somebody does.
fn subject(scene: &Scene, at: usize) -> bool {
    speaks(scene, at) || scene.shape(at + 1) == Shape::Lower && capitals::acts(scene, at + 1)
}

/// The neighbour rule: a capitalised word that touches a name and is no other thing belongs to it.
fn extend(scene: &Scene, names: &mut [Name]) {
    let mut covered = vec![false; scene.page.tokens().len()];
    for name in names.iter() {
        covered[name.first..=name.last].fill(true);
    }
    for name in names {
        let (first, last, court) = (name.first, name.last, name.role().is_court());
        if court || name.part.is_some() {
            continue;
        }
        if let Some(previous) = first.checked_sub(1)
            && !covered[previous]
            && scene.gap(first) == Gap::Space
            && (neighbour(scene, previous) && !(scene.starts_sentence(previous) && scene.ordinary(previous)) || name.led && (given_word(scene, previous) || amid_prose(scene, previous, scene.shape(first) == Shape::Upper)))
        {
            name.first = previous;
            covered[previous] = true;
        }
        // `JM Laborde`
        let first = name.first;
        if let Some(letters) = first.checked_sub(1)
            && !covered[letters]
            && scene.gap(first) == Gap::Space
            && scene.shape(first) == Shape::Title
            && two_letters(scene, letters)
        {
            name.first = letters;
            covered[letters] = true;
        }
        let next = last + 1;
        // `Peter KELLER senior`
        if next < covered.len() && scene.gap(next) == Gap::Space && scene.shape(next) == Shape::Lower && one_of!(scene.page.folded(next), "SENIOR" | "JUNIOR") {
            name.last = next;
            covered[next] = true;
            continue;
        }
        // `ASLANIAN R.`, `Rodolphe D.`, `PALMIER M.-N.`: the initials after the name.
        if name.led
            && let Some(end) = initials_behind(scene, last).filter(|&end| !covered[next..=end].contains(&true))
        {
            name.last = end;
            covered[next..=end].fill(true);
            continue;
        }
        // `Mme M. HARISPURU`: an initial that is a civility's letter, behind a civility.
        let first = name.first;
        if first > 2 && scene.is(first - 1, ".") && scene.is(first - 2, "M") && scene.gap(first - 1) == Gap::None && scene.gap(first) <= Gap::Space && scene.cue(first - 3).any(Cue::CIVILITY.or(Cue::MAITRE)) && !scene.is(first - 3, "MM") && scene.gap(first - 2) == Gap::Space && !covered[first - 2] {
            name.first = first - 2;
            covered[first - 2..first].fill(true);
        }
        if next < covered.len() && !covered[next] && scene.gap(next) == Gap::Space && neighbour(scene, next) {
            name.last = next;
            covered[next] = true;
        }
    }
}

/// Two consonants in capitals that are no word and no civility: `JM`, `PY`.
fn two_letters(scene: &Scene, at: usize) -> bool {
    let folded = scene.page.folded(at);
    scene.shape(at) == Shape::Upper && folded.len() == 2 && !folded.contains(['A', 'E', 'I', 'O', 'U']) && scene.cue(at) == Cue::NONE && scene.block[at] == 0 && !scene.ordinary(at)
}

/// The last token of the initials behind the name that ends at `last`: `R.`, `M.-N.`, `J.M.`, `F. G.`, `Ph.`.
fn initials_behind(scene: &Scene, last: usize) -> Option<usize> {
    let mut end = None;
    if scene.shape(last) == Shape::Initial || scene.kind(last) == TokenKind::Symbol {
        return None;
    }
    let mut at = last + 1;
    // `M. OU MME LAFORTE T / DAVAL E »`: a bank writes one letter of the given name. `M. LAFORTE C/ Mme DAVAL` are against each other.
    let against = scene.is(at, "C") && scene.is(at + 1, "/") && (scene.gap(at + 1) == Gap::None || scene.cue(at + 2).any(Cue::CIVILITY));
    if !against && scene.shape(last) == Shape::Upper && scene.gap(at) == Gap::Space && scene.shape(at) == Shape::Initial && one_of!(scene.page.folded(at + 1), "/" | "»") {
        return Some(at);
    }
    while at < last + 9 {
        let gap = scene.gap(at);
        let hyphen = end.is_some() && scene.is(at, "-") && gap == Gap::None;
        let letter = usize::from(hyphen) + at;
        let initial = matches!(scene.shape(letter), Shape::Initial) && scene.is(letter + 1, ".") && scene.gap(letter + 1) == Gap::None && scene.kind(letter) == TokenKind::Word;
        let dotted = scene.shape(letter) == Shape::Dotted && scene.page.folded(letter).len() == 2 && scene.cue(letter) == Cue::NONE;
        // `Duhamel Ch. (bureau)`, `ZANIN MO. /`
        let cut = end.is_none() && matches!(scene.shape(letter), Shape::Title | Shape::Upper) && scene.page.folded(letter).len() == 2 && scene.cue(letter) == Cue::NONE && scene.is(letter + 1, ".") && scene.gap(letter + 1) == Gap::None && !scene.ordinary(letter) && !scene.capital(letter + 2) && !one_of!(scene.page.folded(letter + 2), "." | "…") && gap == Gap::Space;
        if cut {
            return Some(letter + 1);
        }
        if end.is_none() && gap != Gap::Space || gap > Gap::Space || !(initial || dotted) {
            break;
        }
        let stop = if initial { letter + 1 } else { letter + usize::from(scene.is(letter + 1, ".") && scene.gap(letter + 1) == Gap::None) };
        // `Antonio Y...`: a letter that stands for a name.
        if scene.gap(stop + 1) == Gap::None && one_of!(scene.page.folded(stop + 1), "." | "…") {
            return None;
        }
        // `DUPONT M. Martin`: a civility, and another name.
        // `au nom de DUPONT M. La dame`: the next sentence.
        let sentence = scene.shape(stop + 1) == Shape::Title && scene.cue(stop + 1).any(Cue::ARTICLE) && scene.unmarked(stop + 2);
        let civility = scene.cue(letter).any(Cue::CIVILITY) && scene.capital(stop + 1) && scene.gap(stop + 1) <= Gap::Space && scene.shape(stop + 1) != Shape::Initial && !sentence;
        if civility || scene.capital(stop + 1) && scene.gap(stop + 1) <= Gap::Space && matches!(scene.shape(stop + 1), Shape::Title | Shape::Upper) && !scene.cue(stop + 1).any(super::scene::HARD) {
            break;
        }
        end = Some(stop);
        at = stop + 1;
    }
    end
}

/// `Samba Doyen`, `Prune Lavigne`: a word that is a given name too, in title case before a surname; the prose never writes it.
fn given_word(scene: &Scene, at: usize) -> bool {
    scene.shape(at) == Shape::Title && scene.class(at).any(Class::GIVEN) && scene.block[at] == 0 && !scene.cue(at).any(super::scene::HARD) && !scene.in_lower_case(at) && scene.evidence(at).article == 0 && !scene.class(at).any(Class::COUNTRY.union(Class::REGION))
}

/// `que Dimanche Major a`, `son frère, Trésor MUKENDI,`: a word that the prose around would write small.
fn amid_prose(scene: &Scene, at: usize, capitals: bool) -> bool {
    let evidence = scene.evidence(at);
    let calendar = Cue::MONTH.or(Cue::DAY);
    at > 0
        && scene.shape(at) == Shape::Title
        && (scene.shape(at - 1) == Shape::Lower || capitals && scene.is(at - 1, ",") && !scene.in_lower_case(at))
        && scene.gap(at) == Gap::Space
        && !scene.cue(at - 1).any(Cue::ARTICLE.or(Cue::COMPANY).or(Cue::STREET).or(Cue::ESTABLISHMENT).or(Cue::PUBLIC))
        && scene.block[at] == 0
        && !scene.cue(at).minus(calendar).any(super::scene::HARD)
        && scene.kind(at - 1) != TokenKind::Number
        && evidence.article == 0
        && evidence.company == 0
        && !scene.class(at).any(Class::PLACE.union(Class::COUNTRY).union(Class::REGION).union(Class::PUBLIC_BODY).union(Class::COMPANY_FORM))
}

fn neighbour(scene: &Scene, at: usize) -> bool {
    let evidence = scene.evidence(at);
    scene.capital(at)
        && matches!(scene.shape(at), Shape::Title | Shape::Upper | Shape::Mixed)
        && scene.block[at] == 0
        && !scene.cue(at).any(super::scene::HARD)
        && !scene.ordinary(at)
        && !LETTERS.contains(&scene.page.folded(at))
        && scene.page.folded(at).len() > 2
        && evidence.article == 0
        && evidence.company == 0
        && !scene.class(at).any(Class::PLACE_BIG.union(Class::COUNTRY).union(Class::REGION).union(Class::PUBLIC_BODY).union(Class::COMPANY_FORM))
}

/// `BREUILCristina`, `Cornetde sa`: two words that lost the space between them.
fn glued(scene: &Scene, names: &mut Vec<Name>, proofs: &FxHashMap<WordId, Proof>) {
    let mut found = Vec::new();
    for at in scene.page.document.capitals() {
        let token = &scene.page.tokens()[at];
        if token.kind != TokenKind::Word || !matches!(token.shape, Shape::Mixed | Shape::Title) || !(7..200).contains(&token.span.len()) || scene.block[at] & (TAKEN | FIRM) != 0 {
            continue;
        }
        let original = token.span.of(scene.page.document.text());
        if token.shape == Shape::Mixed
            && let Some(cut) = glued_civility(original)
        {
            let (first, last) = (at, if scene.capital(at + 1) && scene.gap(at + 1) == Gap::Space && neighbour(scene, at + 1) { at + 1 } else { at });
            let span = Span::new(token.span.start + cut as u32, scene.page.tokens()[last].span.end);
            match over(names, first, last).map(|name| &mut names[name]) {
                Some(name) => name.first = name.first.min(first),
                None => found.push(Name { local: if original.starts_with("Maître") { Local::Office(Role::Lawyer) } else { Local::Weak }, part: Some(span), ..swept(first, last, Confidence::Strong, true) }),
            }
            continue;
        }
        // `Personne`, where somebody is called Person, lost no space.
        // A long word's ending says nothing here: `Durandentièrement`.
        if token.shape == Shape::Title && (scene.page.lexicon.lists_word(scene.page.folded(at)) || scene.page.folded(at).len() < 11 && scene.class(at).any(Class::WORD)) {
            continue;
        }
        let cuts = cuts(original, token.shape);
        if cuts.is_empty() || over(names, at, at).is_some() {
            continue;
        }
        for cut in cuts {
            let (left, right) = original.split_at(cut);
            let led = |part: &str| part.len() > 3 && scene.page.document.find(&fold(part)).and_then(|word| proofs.get(&word)).is_some_and(|proof| proof.led);
            let (head, tail) = (led(left), led(right));
            let span = match (head, tail) {
                (true, true) => token.span,
                (true, false) if token.shape == Shape::Mixed || tails(right).contains(&right) => Span::new(token.span.start, token.span.start + cut as u32),
                (false, true) if token.shape == Shape::Mixed => Span::new(token.span.start + cut as u32, token.span.end),
                _ => continue,
            };
            found.push(Name {
                first: at,
                last: at,
                local: Local::Party(Role::Party),
                confidence: Confidence::Probable,
                rule: SWEPT,
                cue: None,
                led: true,
                counsel: false,
                doubt: None,
                part: Some(span),
            });
            break;
        }
    }
    names.append(&mut found);
    in_order(names);
}

/// What stands right behind a name, glued to it when a space was lost: the words that end in the last byte of `word`.
fn tails(word: &str) -> &'static [&'static str] {
    match word.as_bytes().last() {
        Some(b'a') => &["a", "la"],
        Some(b'c') => &["avec"],
        Some(b'e') => &["de", "le", "ne", "se", "demande", "expose", "conteste"],
        Some(b'i') => &["qui"],
        Some(b'n') => &["en"],
        Some(b'r') => &["par", "pour", "sur"],
        Some(b's') => &["des", "dans"],
        Some(b't') => &["et", "est", "ont", "soutient"],
        Some(b'u') => &["du", "au"],
        Some(b'x') => &["aux"],
        _ => &[],
    }
}

/// Byte positions where two glued words may part.
fn cuts(word: &str, shape: Shape) -> Vec<usize> {
    if shape == Shape::Title {
        return tails(word).iter().filter(|tail| word.len() > tail.len() + 3 && word.ends_with(**tail)).map(|tail| word.len() - tail.len()).collect();
    }
    let mut cuts = Vec::new();
    let mut previous: Option<char> = None;
    let mut before: Option<char> = None;
    for (at, c) in word.char_indices() {
        if let Some(p) = previous {
            // lower -> upper (`DupontMartin`), or UPPER -> Title (`BREUILCristina`: cut before the capital of the title part).
            if p.is_lowercase() && c.is_uppercase() {
                cuts.push(at);
            } else if p.is_uppercase() && c.is_lowercase() && before.is_some() {
                cuts.push(at - p.len_utf8());
            }
        }
        before = previous;
        previous = Some(c);
    }
    cuts
}

#[cfg(test)]
mod tests {
    use super::one_apart;

    #[test]
    fn one_slip_of_the_pen() {
        for (a, b) in [("WROBLEWSKI", "WROBLESWKI"), ("CHERNIAK", "TCHERNIAK"), ("KOWALCZIK", "KOWALCZYK"), ("VASSEUR", "VASSEURS")] {
            assert!(one_apart(a.as_bytes(), b.as_bytes()), "{a} {b}");
        }
        for (a, b) in [("VASSEUR", "VASSAUT"), ("MARTINEZ", "MARTIN"), ("ABCDEF", "BACDFE")] {
            assert!(!one_apart(a.as_bytes(), b.as_bytes()), "{a} {b}");
        }
    }
}
