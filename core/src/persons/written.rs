//! Names in lower case, where a court quotes what somebody wrote: `je soussigné kervella yann`, `ma femme odile brunet`, `salut enzo`.
//!
//! A capital tells nothing there. In a quotation without capitals a name follows a civility, a word of kin or `soussigné`, or is
//! a given name that is no word; elsewhere only what the document proves to be a name is one in lower case too.

use super::bynames::said_line;
use super::scene::{HARD, Scene, TAKEN};
use super::{Local, Name, WRITTEN, in_order, over};
use crate::context::Cue;
use crate::lexicon::Class;
use crate::model::{Confidence, Role};
use crate::text::{Gap, Shape, TokenKind, WordId, one_of, order_by};

/// Adds the names of quotations without capitals, of forms filled in without, and behind `mr` and `mme` anywhere.
///
/// Linear in what stands there.
pub(super) fn find(scene: &Scene, names: &mut Vec<Name>) {
    let mut found = Vec::new();
    for &(first, end) in &scene.uncapitalised {
        let signed = signature(scene, first, end);
        let mut at = first;
        while at < signed.as_ref().map_or(end, |name| name.first) {
            let name = small(scene, at).then(|| name_at(scene, first, at, end)).flatten();
            at = name.as_ref().map_or(at, |name| name.last) + 1;
            found.extend(name);
        }
        found.extend(signed);
    }
    let document = &scene.page.document;
    let places = |words: &[&str]| words.iter().filter_map(|word| document.find(word)).flat_map(|word| document.places(word)).map(|&at| at as usize).collect::<Vec<_>>();
    for at in places(&["MR", "MME", "MLLE", "MELLE", "DR"]).into_iter().filter(|&at| scene.shape(at) == Shape::Lower) {
        let first = if scene.is(at + 1, ".") { at + 2 } else { at + 1 };
        found.extend(small(scene, first).then(|| name_at(scene, at, first, first + 4)).flatten());
    }
    for label in places(&["NOM", "NOMS", "PRENOM", "PRENOMS"]) {
        found.extend(field(scene, label));
    }
    for close in places(&["]"]) {
        found.extend(speaker(scene, close));
    }
    for name in &mut found {
        name.first = start(scene, name.first);
    }
    in_order(&mut found);
    found.dedup_by(|later, earlier| later.first <= earlier.last);
    found.retain(|new| over(names, new.first, new.last).is_none());
    names.append(&mut found);
    in_order(names);
}

/// `Prénom(s) : paulette, renée`: what stands behind a form's label.
fn field(scene: &Scene, label: usize) -> Option<Name> {
    let colon = (label + 1..label + 6).take_while(|&at| scene.gap(at) < Gap::Line).find(|&at| scene.is(at, ":"))?;
    let first = colon + 1;
    let named = |at: usize| small(scene, at) && !scene.cue(at).any(HARD) && (strange(scene, at) || bears(scene, at, Class::GIVEN));
    if !scene.capital(label) || scene.gap(first) >= Gap::Line || !named(first) {
        return None;
    }
    let mut last = first;
    loop {
        let next = if scene.is(last + 1, ",") { last + 2 } else { last + 1 };
        if scene.gap(next) > Gap::Space || !named(next) {
            break;
        }
        last = next;
    }
    Some(named_at(first, last, true))
}

/// `[12/03/20, 20:14]  fabrice h. : `: who wrote a message.
fn speaker(scene: &Scene, close: usize) -> Option<Name> {
    let dated = (close.saturating_sub(12)..close).rev().take_while(|&at| !scene.is(at, "[")).filter(|&at| scene.kind(at) == TokenKind::Number).count() > 3;
    let first = close + 1;
    let colon = (first..first + 5).take_while(|&at| scene.gap(at) < Gap::Line).find(|&at| scene.is(at, ":"))?;
    (dated && small(scene, first)).then(|| named_at(first, colon - 1, true))
}

/// The name that ends a letter on a line of its own, or behind its last full stop: `j. dutrey`, `ginette leroy`.
fn signature(scene: &Scene, first: usize, end: usize) -> Option<Name> {
    let mut end = end;
    // The quotation's mark, a rule, the next item's `(ii)`.
    while end > first && (scene.kind(end - 1) == TokenKind::Symbol && !scene.is(end - 1, ".") || numeral(scene, end - 1)) {
        end -= 1;
    }
    let mut start = end.checked_sub(1)?;
    while start > first && scene.gap(start) < Gap::Wide && !one_of!(scene.page.folded(start - 1), "!" | "?") && !(start > 1 && scene.is(start - 1, ".") && scene.page.folded(start - 2).len() > 1) {
        start -= 1;
    }
    let mut last = end - 1;
    if last > 0 && scene.is(last, ".") && scene.page.folded(last - 1).len() > 1 {
        last -= 1;
    }
    if start == first || last < start || last - start > 8 || !small(scene, start) {
        return None;
    }
    let mut named = false;
    for at in start..=last {
        let letter = scene.page.folded(at).len() == 1;
        let particle = scene.cue(at).any(Cue::PARTICLE) && at < last;
        let mark = one_of!(scene.page.folded(at), "." | "-");
        let name = small(scene, at) && !scene.cue(at).any(HARD.minus(Cue::ARTICLE)) && (bears(scene, at, Class::GIVEN.union(Class::FAMILY)) || strange(scene, at));
        if !(mark || letter || particle || name) {
            return None;
        }
        named |= name && scene.page.folded(at).len() > 2;
    }
    let single = start == last;
    (named && (!single || strange(scene, last) && scene.page.folded(last).len() > 3)).then(|| named_at(start, last, !single))
}

fn numeral(scene: &Scene, at: usize) -> bool {
    scene.page.folded(at).bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'))
}

fn named_at(first: usize, last: usize, proven: bool) -> Name {
    Name {
        first,
        last,
        local: Local::Party(Role::ThirdParty),
        confidence: if proven { Confidence::Probable } else { Confidence::Possible },
        rule: WRITTEN,
        cue: None,
        led: proven,
        counsel: false,
        doubt: (!proven).then_some("a given name in lower case"),
        part: None,
    }
}

/// The tokens between quotation marks, and the paragraphs that begin without one, where there are three words or more and next to
/// no capital.
pub(super) fn quotations(scene: &Scene) -> Vec<(usize, usize)> {
    let document = &scene.page.document;
    let places = |mark: &str| document.find(mark).map_or(&[][..], |word| document.places(word));
    let closing = places("»");
    let angled = places("«").iter().filter_map(|&open| Some((open, *closing.get(closing.partition_point(|&close| close < open))?)));
    let straight = places("\"").windows(2).map(|pair| (pair[0], pair[1]));
    let plain = |&(first, end): &(usize, usize)| {
        let words = (first..end).filter(|&at| scene.kind(at) == TokenKind::Word);
        let (count, capitals) = words.fold((0, 0), |(count, capitals), at| (count + 1, capitals + usize::from(scene.capital(at) && !(scene.shape(at) == Shape::Upper && scene.page.folded(at).len() < 5))));
        count > 2 && capitals * 10 <= count
    };
    let quoted = angled.chain(straight).map(|(open, close)| (open as usize + 1, close as usize));
    // The lines of a message that another quotes.
    let mails = places(">").iter().map(|&mark| mark as usize).filter(|&mark| scene.gap(mark) >= Gap::Line).map(|mark| (mark + 1, (mark + 1..mark + 60).find(|&t| scene.gap(t) >= Gap::Line).unwrap_or(mark + 1)));
    // The lines of a conversation.
    let lines = places(":").iter().filter_map(|&colon| said_line(scene, colon as usize));
    let quoted = quoted.chain(mails).chain(lines);
    let mut found: Vec<(usize, usize)> = quoted.filter(|&(first, end)| first < end && end - first < 600).chain(paragraphs(scene)).filter(plain).collect();
    // A quotation within a paragraph is read with it.
    order_by(&mut found, |&(first, end)| (first as u64) << 32 | (u64::from(u32::MAX) - end as u64));
    found.dedup_by(|later, earlier| later.0 < earlier.1 && later.1 <= earlier.1);
    found
}

/// A full stop behind which a sentence begins small: `la voiture. elle est`.
fn careless(scene: &Scene, at: usize) -> bool {
    scene.is(at, ".") && scene.gap(at) == Gap::None && scene.page.folded(at - 1).len() > 3 && scene.kind(at - 1) == TokenKind::Word && scene.shape(at + 1) == Shape::Lower && (Gap::Space..=Gap::Line).contains(&scene.gap(at + 1))
}

/// The paragraphs whose first eight tokens and more have no capital, and the lines without one that begin a sentence small.
fn paragraphs(scene: &Scene) -> Vec<(usize, usize)> {
    let document = &scene.page.document;
    let count = scene.page.tokens().len();
    let stops = document.find(".").map_or(&[][..], |word| document.places(word));
    let mut found = Vec::new();
    let mut before = 0;
    for at in scene.page.document.capitals().chain([count]) {
        if at >= before + 8 {
            let known = found.len();
            for first in from(document.breaks(), before).take_while(|&t| t < at - 7).filter(|&t| scene.gap(t) == Gap::Blank) {
                found.push((first, from(document.breaks(), first + 1).find(|&t| scene.gap(t) == Gap::Blank).unwrap_or(count).min(first + 600)));
            }
            if found.len() == known && at >= before + 12 && from(stops, before + 2).take_while(|&t| t < at - 1).any(|t| careless(scene, t)) {
                found.push(((before..at).find(|&t| scene.gap(t) >= Gap::Line).unwrap_or(before), at));
            }
        }
        before = at + 1;
    }
    found
}

/// Those of `places`, which are in order, that are no less than `at`.
fn from(places: &[u32], at: usize) -> impl Iterator<Item = usize> + '_ {
    places[places.partition_point(|&place| (place as usize) < at)..].iter().map(|&place| place as usize)
}

fn small(scene: &Scene, at: usize) -> bool {
    scene.kind(at) == TokenKind::Word && scene.shape(at) == Shape::Lower && scene.block[at] & TAKEN == 0
}

/// What announces a name in lower case.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    /// `mme`, `soussigné`: a name follows.
    Civil,
    /// `tonton`, `chez`: any word of no dictionary that follows is a name.
    Called,
    /// `ma soeur`, `le petit`, `salut`: a name may follow.
    Kin,
    Nothing,
}

/// What a letter ends with before its name.
fn closing(scene: &Scene, at: usize) -> bool {
    one_of!(scene.page.folded(at), "CORDIALEMENT" | "CDT" | "AMICALEMENT" | "RESPECTUEUSEMENT" | "SALUTATIONS" | "BISOUS")
}

fn sign_before(scene: &Scene, first: usize, at: usize) -> Sign {
    let Some(before) = at.checked_sub(1).filter(|&before| before >= first) else { return Sign::Nothing };
    // `cordialement, sabrina meunier`
    let before = if scene.is(before, ",") && before > first && closing(scene, before - 1) { before - 1 } else { before };
    if closing(scene, before) {
        return Sign::Civil;
    }
    let before = if scene.is(before, ".") && scene.gap(before) == Gap::None && before > first { before - 1 } else { before };
    let folded = scene.page.folded(before);
    // `mon beau pere octave`
    let noun = if before > first && one_of!(scene.page.folded(before - 1), "BEAU" | "BELLE" | "PETIT" | "PETITE" | "GRAND" | "PAUVRE") { before - 1 } else { before };
    let possessed = noun > first && one_of!(scene.page.folded(noun - 1), "MON" | "MA" | "MES" | "SON" | "SA" | "TON" | "TA" | "NOTRE" | "VOTRE" | "LE" | "LA" | "L'");
    if scene.cue(before).any(Cue::CIVILITY) && !one_of!(folded, "PR" | "MS") || one_of!(folded, "SOUSSIGNE" | "SOUSSIGNEE") {
        return Sign::Civil;
    }
    let kin = scene.cue(before).any(Cue::KIN.or(Cue::EPITHET)) || one_of!(folded, "FEMME" | "MARI" | "COPAIN" | "COPINE" | "AMI" | "AMIE" | "VOISIN" | "VOISINE" | "CHER" | "CHERE" | "PATRON" | "PATRONNE" | "COLLEGUE" | "TONTON" | "TATA" | "TATIE" | "MARRAINE" | "PARRAIN" | "PAUVRE" | "NEVEU");
    match folded {
        "MOI" => Sign::Kin,
        "TONTON" | "TATA" | "TATIE" | "PAPA" | "MAMAN" | "MAMIE" | "PAPI" | "CHEZ" | "SALUT" | "BONJOUR" | "COUCOU" | "SIGNE" | "SIGNEE" | "CHER" | "CHERE" => Sign::Called,
        _ if possessed && kin => Sign::Kin,
        _ => Sign::Nothing,
    }
}

/// The name that begins at `at`, by what stands before it and what its words are.
fn name_at(scene: &Scene, first: usize, at: usize, end: usize) -> Option<Name> {
    let sign = sign_before(scene, first, at);
    // `« elodi tu joue a koi »`: who is hailed.
    let hailed = at == first && one_of!(scene.page.folded(at + 1), "TU" | "T'" | "VOUS") && strange(scene, at) && scene.page.folded(at).len() > 3;
    let opens = hailed || match sign {
        Sign::Civil => strange(scene, at) || bears(scene, at, Class::GIVEN.union(Class::FAMILY)),
        Sign::Called => strange(scene, at) && scene.page.folded(at).len() > 3 || given(scene, at) || bears(scene, at, Class::GIVEN_COMMON) && !scene.is(at - 1, "CHEZ"),
        Sign::Kin if bears(scene, at, Class::PROFESSION) && !bears(scene, at, Class::GIVEN) => false,
        Sign::Kin => given(scene, at) || strange(scene, at) && (bears(scene, at, Class::FAMILY) || given(scene, at + 1) || scene.page.folded(at).len() > 3 && closes(scene, at + 1)) || bears(scene, at, Class::GIVEN_COMMON) && scene.page.folded(at + 1).len() == 1 && scene.is(at + 2, "."),
        // The page remembers what it was asked of a word; the dictionary is asked again only of given names.
        // `mi la done a li`, `le zafèr`: behind an article it is a thing, save a frequent name's (`la sandrine`).
        Sign::Nothing => scene.class(at).any(Class::GIVEN) && (bears(scene, at, Class::GIVEN_COMMON) || !one_of!(scene.page.folded(at - usize::from(at > 0)), "LE" | "LA" | "UN" | "UNE" | "DES" | "LES")) && given(scene, at) && strange(scene, at) && !bears(scene, at, Class::PLACE_BIG.union(Class::COUNTRY).union(Class::REGION)),
    };
    // `tonton jc`
    let letters = sign == Sign::Called && scene.page.folded(at).len() == 2 && !scene.page.folded(at).contains(['A', 'E', 'I', 'O', 'U', 'Y']) && strange(scene, at);
    if !opens && !letters || scene.cue(at).any(HARD) || scene.page.folded(at).len() < 3 && !letters {
        return None;
    }
    let mut last = at;
    while last + 1 < end && last < at + 4 && small(scene, last + 1) && scene.gap(last + 1) == Gap::Space && !scene.cue(last + 1).any(HARD) {
        let next = last + 1;
        let family = strange(scene, next) && scene.page.folded(next).len() > 2 && (sign == Sign::Civil || bears(scene, next, Class::FAMILY));
        let family = family || sign == Sign::Civil && bears(scene, next, Class::FAMILY) && (next + 1 >= end || scene.gap(next + 1) >= Gap::Line || scene.kind(next + 1) == TokenKind::Symbol);
        // `nguyen van bao`
        let particle = sign == Sign::Civil && scene.cue(next).any(Cue::PARTICLE) && small(scene, next + 1) && scene.gap(next + 1) == Gap::Space && strange(scene, next + 1) && next + 1 < end;
        if !family && !particle && !given(scene, next) {
            break;
        }
        last = next;
    }
    // `pruvost j.`
    if scene.shape(last + 1) == Shape::Lower && scene.gap(last + 1) == Gap::Space && scene.page.folded(last + 1).len() == 1 && scene.is(last + 2, ".") && scene.gap(last + 2) == Gap::None && last + 2 < end {
        last += 2;
    }
    let proven = sign == Sign::Civil || last > at;
    Some(named_at(at, last, proven))
}

/// What stands behind a name and behind no slip of the pen.
fn closes(scene: &Scene, at: usize) -> bool {
    scene.kind(at) == TokenKind::Symbol && !one_of!(scene.page.folded(at), "'" | "-") || one_of!(scene.page.folded(at), "ET" | "QUI" | "EST" | "NE" | "N'")
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

/// The first word of the name that goes on at `at`: `van der zorken`, `jean claude` of Jean-Claude.
fn start(scene: &Scene, at: usize) -> usize {
    let joined = |at: usize| scene.page.document.find(&format!("{}-{}", scene.page.folded(at), scene.page.folded(at + 1))).is_some();
    let mut first = at;
    while first > 0 && scene.gap(first) == Gap::Space && small(scene, first - 1) && (super::short::foreign(scene, first - 1) || joined(first - 1)) {
        first -= 1;
    }
    first
}

/// Finds in lower case what the document proves elsewhere: `c wieslawa`, `leonce peyrot`. `proven` are folded words.
///
/// Linear in the places of these words.
pub(super) fn again(scene: &Scene, names: &mut Vec<Name>, proven: &dyn Fn(usize) -> bool, words: &[WordId]) {
    let document = &scene.page.document;
    let mut places: Vec<usize> = words.iter().filter(|word| document.words()[word.0 as usize].lower > 0).flat_map(|word| document.places(*word).iter().map(|&at| at as usize)).filter(|&at| small(scene, at)).collect();
    places.sort_unstable();
    let told = |at: usize| scene.uncapitalised.iter().take(scene.uncapitalised.partition_point(|&(first, _)| first <= at)).next_back().is_some_and(|&(_, end)| at < end);
    let mut found: Vec<Name> = Vec::new();
    // `jean marc` for Jean-Marc
    let halves = |word: &WordId| document.folded(*word).split_once('-').and_then(|(first, second)| Some(u64::from(document.find(first)?.0) << 32 | u64::from(document.find(second)?.0)));
    let mut pairs: Vec<u64> = words.iter().filter_map(halves).collect();
    order_by(&mut pairs, |pair| *pair);
    let mut firsts: Vec<WordId> = pairs.iter().map(|pair| WordId((pair >> 32) as u32)).filter(|word| document.words()[word.0 as usize].lower > 0).collect();
    firsts.dedup();
    let beside = |at: usize| small(scene, at) && small(scene, at + 1) && scene.gap(at + 1) == Gap::Space && told(at) && pairs.binary_search(&(u64::from(scene.page.tokens()[at].word.0) << 32 | u64::from(scene.page.tokens()[at + 1].word.0))).is_ok();
    found.extend(firsts.iter().flat_map(|word| document.places(*word)).map(|&at| at as usize).filter(|&at| beside(at)).map(|at| Name { led: false, ..named_at(at, at + 1, true) }));
    in_order(&mut found);
    let doubles = found.len();
    for at in places {
        if found[doubles..].last().is_some_and(|name| name.last >= at) || over(&found[..doubles], at, at).is_some() {
            continue;
        }
        let (first, mut last) = (start(scene, at), at);
        while small(scene, last + 1) && scene.gap(last + 1) <= Gap::Line && proven(last + 1) {
            last += 1;
        }
        // `pruvost j.`
        if scene.shape(last + 1) == Shape::Lower && scene.gap(last + 1) == Gap::Space && scene.page.folded(last + 1).len() == 1 && scene.is(last + 2, ".") && scene.gap(last + 2) == Gap::None {
            last += 2;
        }
        let apart = scene.gap(at) != Gap::None || at == 0 || !one_of!(scene.page.folded(at - 1), "-" | "." | "/" | "@" | "_");
        let apart = apart && !(scene.gap(last + 1) == Gap::None && one_of!(scene.page.folded(last + 1), "-" | "/" | "@" | "_"));
        let led = || sign_before(scene, at.saturating_sub(3), at) != Sign::Nothing;
        if apart && (scene.page.folded(at).len() > 3 || scene.page.folded(at).len() == 3 && told(at)) && (strange(scene, at) || last > at && (at..=last).any(|t| strange(scene, t) || scene.class(t).any(Class::GIVEN)) || led() || told(at) && bears(scene, at, Class::GIVEN) && at > 0 && one_of!(scene.page.folded(at - 1), "EMBRASSE" | "DE" | "D'" | "A" | "AVEC" | "CHEZ" | "ET" | "DIS" | "POUR" | "PAR")) && scene.block[at] & super::scene::STREET == 0 {
            found.push(Name { first, last, local: Local::Weak, confidence: Confidence::Strong, rule: super::SWEPT, cue: None, led: false, counsel: false, doubt: None, part: None });
        }
    }
    in_order(&mut found);
    found.retain(|new| over(names, new.first, new.last).is_none());
    names.append(&mut found);
    in_order(names);
}
