//! Names in lower case, where a court quotes what somebody wrote: `je soussigné kervella yann`, `ma femme odile brunet`, `salut enzo`.
//!
//! A capital tells nothing there. In a quotation without capitals a name follows a civility, a word of kin or `soussigné`, or is
//! a given name that is no word; elsewhere only what the document proves to be a name is one in lower case too.

use super::scene::{HARD, Scene, TAKEN};
use super::{Local, Name, WRITTEN, in_order};
use crate::context::Cue;
use crate::lexicon::Class;
use crate::model::{Confidence, Role};
use crate::text::{Gap, Shape, TokenKind};

/// Adds the names of quotations without capitals. Linear in what stands between quotation marks.
pub(super) fn find(scene: &Scene, names: &mut Vec<Name>) {
    let mut found = Vec::new();
    for (first, end) in quotations(scene) {
        let mut at = first;
        while at < end {
            let name = small(scene, at).then(|| name_at(scene, first, at, end)).flatten();
            at = name.as_ref().map_or(at, |name| name.last) + 1;
            found.extend(name);
        }
    }
    found.retain(|new| !names.iter().any(|name| name.first <= new.last && new.first <= name.last));
    names.append(&mut found);
    in_order(names);
}

/// The tokens between quotation marks, and the paragraphs that begin without one, where there are five words or more and next to
/// no capital.
fn quotations(scene: &Scene) -> Vec<(usize, usize)> {
    let document = &scene.page.document;
    let places = |mark: &str| document.find(mark).map_or(&[][..], |word| document.places(word));
    let closing = places("»");
    let angled = places("«").iter().filter_map(|&open| Some((open, *closing.get(closing.partition_point(|&close| close < open))?)));
    let straight = places("\"").windows(2).map(|pair| (pair[0], pair[1]));
    let curly = places("“").iter().zip(places("”")).map(|(&open, &close)| (open, close));
    let plain = |&(first, end): &(usize, usize)| {
        let words = (first..end).filter(|&at| scene.kind(at) == TokenKind::Word);
        let (count, capitals) = words.fold((0, 0), |(count, capitals), at| (count + 1, capitals + usize::from(scene.capital(at))));
        count > 4 && capitals * 10 <= count
    };
    let quoted = angled.chain(straight).chain(curly).map(|(open, close)| (open as usize + 1, close as usize));
    let mut found: Vec<(usize, usize)> = quoted.filter(|&(first, end)| first < end && end - first < 600).chain(paragraphs(scene)).filter(plain).collect();
    // A quotation within a paragraph is read with it.
    found.sort_by_key(|&(first, end)| (first, usize::MAX - end));
    found.dedup_by(|later, earlier| later.0 < earlier.1 && later.1 <= earlier.1);
    found
}

/// The paragraphs whose first eight tokens and more have no capital.
fn paragraphs(scene: &Scene) -> Vec<(usize, usize)> {
    let count = scene.page.tokens().len();
    let mut found = Vec::new();
    let mut before = 0;
    for at in scene.page.document.capitals().chain([count]) {
        if at >= before + 8
            && let Some(first) = (before..at - 7).find(|&t| scene.gap(t) == Gap::Blank)
        {
            found.push((first, (at..count).find(|&t| scene.gap(t) == Gap::Blank).unwrap_or(count).min(first + 600)));
        }
        before = at + 1;
    }
    found
}

fn small(scene: &Scene, at: usize) -> bool {
    scene.kind(at) == TokenKind::Word && scene.shape(at) == Shape::Lower && scene.block[at] & TAKEN == 0
}

/// What announces a name in lower case.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    /// `mme`, `soussigné`: a name follows.
    Civil,
    /// `ma soeur`, `le petit`, `salut`: a name may follow.
    Kin,
    Nothing,
}

fn sign_before(scene: &Scene, first: usize, at: usize) -> Sign {
    let Some(before) = at.checked_sub(1).filter(|&before| before >= first) else { return Sign::Nothing };
    let before = if scene.is(before, ".") && scene.gap(before) == Gap::None && before > first { before - 1 } else { before };
    let folded = scene.page.folded(before);
    let possessed = before > first && matches!(scene.page.folded(before - 1), "MON" | "MA" | "MES" | "SON" | "SA" | "TON" | "TA" | "NOTRE" | "VOTRE" | "LE" | "LA" | "L'");
    if scene.cue(before).any(Cue::CIVILITY) && !matches!(folded, "PR" | "MS") || matches!(folded, "SOUSSIGNE" | "SOUSSIGNEE") {
        return Sign::Civil;
    }
    let kin = scene.cue(before).any(Cue::KIN.or(Cue::EPITHET)) || matches!(folded, "FEMME" | "MARI" | "COPAIN" | "COPINE" | "AMI" | "AMIE" | "VOISIN" | "VOISINE" | "CHER" | "CHERE" | "PATRON" | "PATRONNE" | "COLLEGUE");
    match folded {
        "MOI" | "SALUT" | "BONJOUR" | "COUCOU" | "SIGNE" | "SIGNEE" | "CHER" | "CHERE" => Sign::Kin,
        _ if possessed && kin => Sign::Kin,
        _ => Sign::Nothing,
    }
}

/// The name that begins at `at`, by what stands before it and what its words are.
fn name_at(scene: &Scene, first: usize, at: usize, end: usize) -> Option<Name> {
    let sign = sign_before(scene, first, at);
    let opens = match sign {
        Sign::Civil => strange(scene, at) || bears(scene, at, Class::GIVEN.union(Class::FAMILY)),
        Sign::Kin => given(scene, at) || strange(scene, at) && (bears(scene, at, Class::FAMILY) || given(scene, at + 1)),
        Sign::Nothing => given(scene, at) && strange(scene, at) && !bears(scene, at, Class::PLACE_BIG.union(Class::COUNTRY).union(Class::REGION)),
    };
    if !opens || scene.cue(at).any(HARD) || scene.page.folded(at).len() < 3 {
        return None;
    }
    let mut last = at;
    while last + 1 < end && last < at + 4 && small(scene, last + 1) && scene.gap(last + 1) == Gap::Space && !scene.cue(last + 1).any(HARD) {
        let next = last + 1;
        let family = strange(scene, next) && scene.page.folded(next).len() > 2 && (sign == Sign::Civil || bears(scene, next, Class::FAMILY));
        if !family && !given(scene, next) {
            break;
        }
        last = next;
    }
    // `pruvost j.`
    if scene.shape(last + 1) == Shape::Lower && scene.page.folded(last + 1).len() == 1 && scene.is(last + 2, ".") && scene.gap(last + 2) == Gap::None && last + 2 < end {
        last += 2;
    }
    let proven = sign == Sign::Civil || last > at;
    Some(Name {
        first: at,
        last,
        local: Local::Party(Role::ThirdParty),
        confidence: if proven { Confidence::Probable } else { Confidence::Possible },
        rule: WRITTEN,
        cue: None,
        led: proven,
        counsel: false,
        doubt: (!proven).then_some("a given name in lower case"),
        part: None,
    })
}

/// A word that no dictionary of French has: the page calls every word in lower case an ordinary one.
fn strange(scene: &Scene, at: usize) -> bool {
    scene.kind(at) == TokenKind::Word && !scene.page.lexicon.look_up(scene.page.folded(at)).any(Class::WORD.union(Class::LEGAL))
}

fn bears(scene: &Scene, at: usize, class: Class) -> bool {
    scene.page.lexicon.look_up(scene.page.folded(at)).any(class)
}

/// A given name that is no word, or so common a one that beside another sign it is a name.
fn given(scene: &Scene, at: usize) -> bool {
    let class = scene.page.lexicon.look_up(scene.page.folded(at));
    let name = class.any(Class::GIVEN) && !class.any(Class::WORD) && scene.page.folded(at).len() > 3 || class.any(Class::GIVEN_COMMON) && at > 0 && scene.page.folded(at).len() > 2 && !scene.cue(at).any(HARD.or(Cue::PARTICLE)) && strange_before(scene, at);
    name && scene.kind(at) == TokenKind::Word
}

/// `bertin marc`, `stroh jean`: behind a word of no dictionary.
fn strange_before(scene: &Scene, at: usize) -> bool {
    scene.gap(at) == Gap::Space && scene.shape(at - 1) == Shape::Lower && strange(scene, at - 1)
}

/// Finds in lower case what the document proves elsewhere: `c wieslawa`, `leonce peyrot`. `proven` are folded words.
///
/// Linear in the places of these words.
pub(super) fn again(scene: &Scene, names: &mut Vec<Name>, proven: &dyn Fn(usize) -> bool, words: &[crate::text::WordId]) {
    let document = &scene.page.document;
    let mut places: Vec<usize> = words.iter().filter(|word| document.words()[word.0 as usize].lower > 0).flat_map(|word| document.places(*word).iter().map(|&at| at as usize)).filter(|&at| small(scene, at)).collect();
    places.sort();
    let mut found: Vec<Name> = Vec::new();
    for at in places {
        if found.last().is_some_and(|name| name.last >= at) {
            continue;
        }
        let mut last = at;
        while small(scene, last + 1) && scene.gap(last + 1) <= Gap::Line && proven(last + 1) {
            last += 1;
        }
        let apart = scene.gap(at) != Gap::None || at == 0 || !matches!(scene.page.folded(at - 1), "-" | "." | "/" | "@" | "_");
        let apart = apart && !(scene.gap(last + 1) == Gap::None && matches!(scene.page.folded(last + 1), "-" | "/" | "@" | "_"));
        let led = || sign_before(scene, at.saturating_sub(3), at) != Sign::Nothing;
        if apart && scene.page.folded(at).len() > 3 && (strange(scene, at) || last > at || led()) && scene.block[at] & super::scene::STREET == 0 {
            found.push(Name { first: at, last, local: Local::Weak, confidence: Confidence::Strong, rule: super::SWEPT, cue: None, led: false, counsel: false, doubt: None, part: None });
        }
    }
    found.retain(|new| !names.iter().any(|name| name.first <= new.last && new.first <= name.last));
    names.append(&mut found);
    in_order(names);
}
