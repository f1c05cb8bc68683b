//! Initials that stand for somebody the text names: `Cordialement, A. Q.`, `« H. U. », c'était mon frère`.

use rustc_hash::FxHashSet;

use super::roles::split;
use super::lead::said;
use super::scene::Scene;
use super::{Local, Name, SWEPT, in_order, lone, over};
use crate::context::Cue;
use crate::model::{Confidence, Role};
use crate::text::{Gap, Shape, TokenKind, one_of};

/// Why such a name is doubtful.
pub(super) const INITIALS: &str = "initials of a person of the document";

/// Adds the pairs of initials, between marks or where words are signed, that are the initials of somebody found. Linear in the capitals.
pub(super) fn find(scene: &Scene, names: &mut Vec<Name>) {
    if scene.masked {
        return;
    }
    let initial = |at: usize| scene.page.folded(at).chars().next().unwrap_or_default();
    let mut known: FxHashSet<(char, char)> = FxHashSet::default();
    let mut compound = known.clone();
    let mut givens: FxHashSet<char> = FxHashSet::default();
    let mut triples: FxHashSet<String> = FxHashSet::default();
    for name in names.iter().filter(|name| !name.role().is_court() && name.part.is_none()) {
        let parts = split(scene, name);
        givens.extend(parts.given().map(initial));
        // `JM` for Jean-Marc
        compound.extend(parts.given().filter_map(|at| scene.page.folded(at).split_once('-')).filter_map(|(one, other)| Some((one.chars().next()?, other.chars().next()?))));
        // `JF` for `M. J.-F. X`
        compound.extend(pair(scene, name.first).filter(|&(last, _)| last > 1 && last < name.last && scene.is(last - 2, "-")).map(|(_, letters)| letters));
        if let Some((given, family)) = parts.given().next().zip(parts.family().next()).filter(|(_, family)| scene.shape(*family) != Shape::Initial) {
            known.extend([(initial(given), initial(family)), (initial(family), initial(given))]);
            // `JLM` for Jean-Loup M, `GPA` for Guy P-A
            let halves = |at: usize| scene.page.folded(at).split('-').filter_map(|half| half.chars().next()).collect::<String>();
            triples.insert(halves(given) + &halves(family));
        }
    }
    known.extend(compound.iter().copied());
    if known.is_empty() && givens.is_empty() {
        return;
    }
    let mut found = Vec::new();
    defined(scene, names, &mut found);
    let heads: FxHashSet<char> = givens.iter().copied().chain(known.iter().map(|&(one, _)| one)).collect();
    speakers(scene, names, &heads, &mut found);
    for at in scene.page.document.capitals() {
        if closes(scene, at) && givens.contains(&initial(at)) && over(names, at, at).is_none() {
            found.push(letter(at, at));
            continue;
        }
        // `« D. rentre seul le mardi »`: one letter that acts, where a given name of the document begins so.
        let acts = || scene.is(at + 1, ".") && scene.gap(at + 1) == Gap::None && scene.shape(at + 2) == Shape::Lower && scene.gap(at + 2) == Gap::Space && (lone::speaks(scene, at + 1) || scene.page.folded(at + 2).len() > 4 && scene.page.folded(at + 2).ends_with('E')) && one_of!(scene.page.folded(at - 1), "«" | "," | "." | "QUE");
        if at > 0 && scene.shape(at) == Shape::Initial && scene.block[at] == 0 && givens.contains(&initial(at)) && !scene.cue(at).any(Cue::CIVILITY) && acts() && (said(scene, at) || scene.is(at - 1, "«")) && over(names, at, at).is_none() {
            found.push(letter(at, at));
            continue;
        }
        if scene.shape(at) == Shape::Upper && scene.page.folded(at).len() == 3 && scene.cue(at) == Cue::NONE && scene.block[at] == 0 && triples.contains(scene.page.folded(at)) && signs(scene, at, at) && over(names, at, at).is_none() {
            found.push(letter(at, at));
            continue;
        }
        // `les initiales O.C.E.N. et J-Y B.`
        let named = at > 1 && (scene.is(at - 1, "INITIALES") || found.last().is_some_and(|other: &Name| other.last + 2 == at && one_of!(scene.page.folded(at - 1), "ET" | "OU" | ",") && scene.is(other.first - 1, "INITIALES")));
        if named && scene.block[at] == 0 && (matches!(scene.shape(at), Shape::Dotted | Shape::Initial) || scene.page.folded(at).len() == 3 && scene.page.folded(at).contains('-')) && over(names, at, at).is_none() {
            let letters = |t: usize| scene.gap(t) <= Gap::Space && (one_of!(scene.page.folded(t), "." | "-") && scene.gap(t) == Gap::None || scene.shape(t) == Shape::Initial);
            found.push(letter(at, (at + 1..at + 8).take_while(|&t| letters(t)).last().unwrap_or(at)));
            continue;
        }
        // `P.N.H.` for Pham Ngoc H, in somebody's own words
        let dotted: String = if scene.shape(at) == Shape::Dotted { scene.page.folded(at).chars().filter(|c| c.is_alphabetic()).collect() } else { String::new() };
        if dotted.len() == 3 && scene.block[at] == 0 && triples.contains(&dotted) && said(scene, at) && over(names, at, at).is_none() {
            let dot = scene.is(at + 1, ".") && scene.gap(at + 1) == Gap::None;
            found.push(letter(at, at + usize::from(dot)));
            continue;
        }
        let Some((last, letters)) = pair(scene, at) else { continue };
        // `c'est toujours J.-B. qui venait` for Jean-Baptiste
        let short = (last > 1 && scene.is(last - 2, "-") || at == last && with(scene, at)) && compound.contains(&letters);
        // `du visage de M. Z. »`: the civility of somebody whose surname begins so.
        if scene.is(at, "M") && scene.shape(at) == Shape::Initial && said(scene, at) && !signs(scene, at, last) {
            if last == at + 3 && known.iter().any(|&(one, _)| one == letters.1) && over(names, at, last).is_none() {
                found.push(letter(at + 2, at + 2));
            }
            continue;
        }
        let told = if scene.shape(at) == Shape::Upper { said(scene, at) && with(scene, at) } else { said(scene, at) || with(scene, at) };
        if known.contains(&letters) && (short || told || signs(scene, at, last)) && over(names, at, last).is_none() {
            found.push(letter(at, last));
        }
    }
    in_order(&mut found);
    found.dedup_by_key(|name| name.first);
    names.append(&mut found);
    in_order(names);
}

/// `On en parle avec JB.`: letters that only a person's name can be, behind a word of a sentence.
fn with(scene: &Scene, at: usize) -> bool {
    at > 0 && matches!(scene.shape(at), Shape::Upper | Shape::Dotted | Shape::Initial) && scene.shape(at - 1) == Shape::Lower && one_of!(scene.page.folded(at - 1), "AVEC" | "CHEZ" | "QUE" | "POUR" | "SANS") && scene.gap(at) == Gap::Space && scene.kind(at + 1) != TokenKind::Number
}

fn letter(first: usize, last: usize) -> Name {
    Name { first, last, local: Local::Party(Role::Party), confidence: Confidence::Possible, rule: SWEPT, cue: None, led: false, counsel: false, doubt: Some(INITIALS), part: None }
}

/// `je t'attends. Z. »`, `Z.` alone below what it signs: one letter and its dot, where a message ends.
fn closes(scene: &Scene, at: usize) -> bool {
    if at == 0 || scene.shape(at) != Shape::Initial || !scene.is(at + 1, ".") || scene.gap(at + 1) != Gap::None || scene.block[at] != 0 {
        return false;
    }
    let said = one_of!(scene.page.folded(at - 1), "." | "!" | "?" | "…");
    let ends = one_of!(scene.page.folded(at + 2), "»" | "\"") || scene.gap(at + 2) >= Gap::Line || at + 2 == scene.page.tokens().len();
    let alone = scene.gap(at) >= Gap::Line && scene.gap(at + 2) >= Gap::Line;
    said && ends && (alone || one_of!(scene.page.folded(at + 2), "»" | "\""))
}

/// `J. : Six.` below `V. : Combien ?`: letters with which the lines of a conversation open, and `Appelée : J.` above it. Those of questions and answers are nobody's.
fn speakers(scene: &Scene, names: &[Name], heads: &FxHashSet<char>, found: &mut Vec<Name>) {
    let letter_of = |at: usize| scene.page.folded(at).chars().next().unwrap_or_default();
    let initials = || scene.page.document.capitals().filter(|&at| scene.shape(at) == Shape::Initial && scene.is(at + 1, ".") && scene.gap(at + 1) == Gap::None);
    let opens = |at: usize| at > 0 && scene.gap(at) >= Gap::Line && scene.is(at + 2, ":");
    let lines: Vec<usize> = initials().filter(|&at| opens(at)).collect();
    let letters: FxHashSet<char> = lines.iter().map(|&at| letter_of(at)).collect();
    let examined = letters.contains(&'R') && (letters.contains(&'Q') || letters.contains(&'D'));
    if lines.len() < 3 || letters.len() < 2 || examined || !letters.iter().any(|letter| heads.contains(letter)) {
        return;
    }
    let called = |at: usize| at > 0 && scene.is(at - 1, ":") && scene.gap(at + 2) >= Gap::Line;
    found.extend(initials().filter(|&at| letters.contains(&letter_of(at)) && scene.block[at] == 0 && (opens(at) || called(at)) && over(names, at, at).is_none()).map(|at| letter(at, at)));
}

/// `Mme Vaillant-Kerdraon (LVK)`, and `LVK` wherever it stands: letters in brackets behind a name whose surname's initials end them.
fn defined(scene: &Scene, names: &[Name], found: &mut Vec<Name>) {
    for name in names.iter().filter(|name| !name.role().is_court() && name.part.is_none()) {
        let letters = name.last + 2;
        let bracketed = scene.is(letters - 1, "(") && scene.is(letters + 1, ")") && scene.shape(letters) == Shape::Upper && (2..5).contains(&scene.page.folded(letters).len()) && scene.cue(letters) == Cue::NONE;
        if !bracketed {
            continue;
        }
        let surname: String = split(scene, name).family().flat_map(|at| scene.page.folded(at).split('-')).filter_map(|part| part.chars().next()).collect();
        if surname.is_empty() || !scene.page.folded(letters).ends_with(&surname) {
            continue;
        }
        let places = scene.page.document.places(scene.page.tokens()[letters].word);
        let free = |at: &usize| scene.shape(*at) == Shape::Upper && scene.block[*at] == 0 && over(names, *at, *at).is_none();
        found.extend(places.iter().map(|&at| at as usize).filter(free).map(|at| letter(at, at)));
    }
}

/// The last token and the letters of `A. Q.` or `A.Q.` at `at`.
fn pair(scene: &Scene, at: usize) -> Option<(usize, (char, char))> {
    // `OK je vois avec lui. CA »`: no court of appeal ends a message.
    let ends = at > 0 && scene.is(at - 1, ".") && one_of!(scene.page.folded(at + 1), "»" | "\"");
    if scene.block[at] != 0 && !ends || scene.cue(at).any(Cue::COMPANY.or(Cue::COURT)) && !ends {
        return None;
    }
    let letters = |text: &str| {
        let mut letters = text.chars().filter(|c| c.is_alphabetic());
        (letters.next(), letters.next(), letters.next())
    };
    if scene.shape(at) == Shape::Dotted {
        let (Some(one), Some(other), None) = letters(scene.page.folded(at)) else { return None };
        let dot = scene.is(at + 1, ".") && scene.gap(at + 1) == Gap::None;
        return Some((if dot { at + 1 } else { at }, (one, other)));
    }
    // `YP »`
    if scene.shape(at) == Shape::Upper && scene.page.folded(at).len() == 2 && (scene.cue(at) == Cue::NONE || ends) && !scene.in_capitals(at) {
        let (Some(one), Some(other), None) = letters(scene.page.folded(at)) else { return None };
        return Some((at, (one, other)));
    }
    // `J.-B.`
    if scene.shape(at) == Shape::Initial && scene.is(at + 1, ".") && scene.is(at + 2, "-") && scene.shape(at + 3) == Shape::Initial && scene.is(at + 4, ".") && (at + 1..at + 5).all(|t| scene.gap(t) == Gap::None) {
        return Some((at + 4, (letters(scene.page.folded(at)).0?, letters(scene.page.folded(at + 3)).0?)));
    }
    // `A. de C.`, `B. d'A.`
    let particle = at + 2 + usize::from(one_of!(scene.page.folded(at + 2), "DE" | "DU" | "D'" | "LE" | "LA") && scene.shape(at + 2) != Shape::Upper);
    if particle > at + 2 && scene.shape(at) == Shape::Initial && scene.is(at + 1, ".") && scene.shape(particle) == Shape::Initial && scene.is(particle + 1, ".") && scene.gap(at + 1) == Gap::None && scene.gap(particle + 1) == Gap::None && scene.gap(particle) <= Gap::Space {
        return Some((particle + 1, (letters(scene.page.folded(at)).0?, letters(scene.page.folded(particle)).0?)));
    }
    // `G. V.-G.`, of a surname of two
    let double = scene.is(at + 4, "-") && scene.shape(at + 5) == Shape::Initial && scene.is(at + 6, ".") && (at + 4..at + 7).all(|t| scene.gap(t) == Gap::None);
    let spelt = scene.shape(at) == Shape::Initial && scene.shape(at + 2) == Shape::Initial && scene.is(at + 1, ".") && scene.is(at + 3, ".") && scene.gap(at + 1) == Gap::None && scene.gap(at + 2) <= Gap::Space && scene.gap(at + 3) == Gap::None;
    let (one, other) = (letters(scene.page.folded(at)).0?, letters(scene.page.folded(at + 2)).0?);
    spelt.then_some((at + 3 + 3 * usize::from(double), (one, other)))
}

/// True between quotation marks, behind what says who signs, or where a message ends.
fn signs(scene: &Scene, first: usize, last: usize) -> bool {
    let Some(before) = first.checked_sub(1) else { return false };
    let undotted = scene.shape(first) == Shape::Upper;
    if undotted && scene.gap(first) < Gap::Line && !one_of!(scene.page.folded(before), "«" | "\"" | ".") {
        return false;
    }
    // `Conseils donnés. AS. »`
    let stop = usize::from(undotted && scene.is(last + 1, "."));
    let last = last + stop;
    // `J.B. n'a rien dit`, `C. P. me met`: dotted letters that only a subject's verb follows.
    if !undotted && lone::speaks(scene, last) && scene.kind(before) != TokenKind::Number && !one_of!(scene.page.folded(before), "DU" | "ART" | "ARTICLE" | "CODE") {
        return true;
    }
    // `MG : demain 15 h`: who writes, in a conversation.
    if scene.gap(first) >= Gap::Line && scene.is(last + 1, ":") && (!undotted || scene.shape(last + 2) == Shape::Lower) {
        return true;
    }
    // `LB` alone below what it signs.
    let ends = scene.gap(last + 1) >= Gap::Line && (!undotted || scene.gap(first) >= Gap::Line && one_of!(scene.page.folded(before), "." | "!" | "?")) || one_of!(scene.page.folded(last + 1), "»" | "\"" | ")" | "," | "." | ";");
    let opens = one_of!(scene.page.folded(before), "«" | "\"" | "(" | "SIGNE" | "SIGNEE" | "INITIALES" | "PARAPHE" | "PARAPHEE");
    let greets = scene.is(before, ",") && before > 0 && (scene.shape(before - 1) != Shape::Lower || one_of!(scene.page.folded(before - 1), "CORDIALEMENT" | "AMICALEMENT" | "VOUS" | "TOI" | "BISES")) || scene.gap(first) >= Gap::Line && scene.gap(last + 1) >= Gap::Line;
    // `Ce sont des intérimaires. YP »`
    let closes = scene.is(before, ".") && one_of!(scene.page.folded(last + 1), "»" | "\"");
    ends && (opens || greets || closes)
}
