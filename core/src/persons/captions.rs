//! Whole-line names beside a lone `c/`, and the runs around one in a line.

use super::accept::is_place;
use super::grow::{hard, placeholder};
use super::scene::{Scene, TAKEN};
use super::{CAPTION, Local, Name, in_order, over};
use crate::context::Cue;
use crate::lexicon::Class;
use crate::model::{Confidence, Role};
use crate::text::{Gap, Shape, TokenKind, one_of};

/// Whole-line names beside a lone `c/`, and around an inline `C/`. Linear in the places of `c` and `contre`.
pub(super) fn find(scene: &Scene, names: &mut Vec<Name>) {
    let mut found = Found { names, captions: Vec::new() };
    captions(scene, &mut found);
    wed(scene, &mut found);
    let mut captions = found.captions;
    names.append(&mut captions);
    in_order(names);
}

/// The names read so far, in order, and those of captions.
struct Found<'a> {
    names: &'a [Name],
    captions: Vec<Name>,
}

fn captions(scene: &Scene, names: &mut Found) {
    for at in scene.page.tokens_called(&["C", "CONTRE"], |_| true) {
        let against = matches!(scene.page.folded(at), "C") && (scene.is(at + 1, "/") || scene.is(at + 1, ".") && scene.gap(at + 1) == Gap::None && scene.gap(at) >= Gap::Line) || scene.is(at, "CONTRE") && scene.gap(at) >= Gap::Line && scene.gap(at + 1) >= Gap::Line;
        if !against {
            if scene.is(at, "C") && scene.is(at + 1, ".") {
                against_state(scene, names, at);
            }
            continue;
        }
        let end = if scene.is(at + 1, "/") || scene.is(at + 1, ".") { at + 2 } else { at + 1 };
        let inline = scene.gap(at) <= Gap::Wide && scene.gap(end) <= Gap::Wide;
        // Captions of lines stand on the first pages, and `X c/ Y` wherever a decision is cited.
        if !inline && at > 1200 {
            continue;
        }
        if inline {
            // The run right before and right after.
            let mut start = at;
            while start > 0 && scene.gap(start) <= Gap::Space && (scene.capital(start - 1) || scene.is(start - 1, "-")) && at - start < 5 {
                start -= 1;
            }
            propose(scene, names, start, at.saturating_sub(1), at);
            let mut stop = end;
            while stop < end + 5 && scene.capital(stop) && (stop == end || scene.gap(stop) <= Gap::Space) {
                stop += 1;
            }
            propose(scene, names, end, stop.saturating_sub(1), at);
            continue;
        }
        for (first, last) in lines_around(scene, at, end) {
            propose(scene, names, first, last, at);
        }
        for (first, last) in beside(scene, at, end) {
            add(scene, names, first, last, at);
        }
    }
}

/// `CADET épouse BILKO` as a line: capitals between the line's beginning and a tie to somebody found are a surname, whatever the word.
fn wed(scene: &Scene, names: &mut Found) {
    for tie in scene.page.tokens_called(&["EPOUSE", "VEUVE", "DIVORCEE", "NEE"], |at| at > 0 && scene.shape(at) == Shape::Lower && scene.gap(at) == Gap::Space) {
        let part = |at: usize| scene.shape(at) == Shape::Upper && scene.page.folded(at).len() > 1 && scene.block[at] & TAKEN == 0 || scene.is(at, "-");
        let Some(line) = (tie.saturating_sub(4)..tie).rev().take_while(|&at| part(at)).find(|&at| scene.gap(at) >= Gap::Line) else { continue };
        if over(names.names, tie + 1, tie + 1).is_some() {
            add(scene, names, line, tie - 1, tie);
        }
    }
}

/// The one against a State whose case this is, or is heard with it: `AFFAIRE VORNIK c. FRANCE` as a line, `En l'affaire Vornik c. France`,
/// `l'examen de la présente cause et de l'affaire Vornik c. France`. The name of a case that is only cited stays.
fn against_state(scene: &Scene, names: &mut Found, at: usize) {
    let state = (at + 2..at + 5).any(|t| scene.class(t).any(Class::COUNTRY));
    let Some(case) = (at.saturating_sub(16)..at).rev().find(|&t| one_of!(scene.page.folded(t), "AFFAIRE" | "AFFAIRES")) else { return };
    let own = scene.gap(case) >= Gap::Line || case > 1 && scene.is(case - 1, "L'") && scene.is(case - 2, "EN") && scene.gap(case - 2) >= Gap::Line;
    let joined = || (case.saturating_sub(6)..case).any(|t| one_of!(scene.page.folded(t), "PRESENTE" | "PRESENTES") && (t + 2..case).all(|t| one_of!(scene.page.folded(t), "ET" | "DE" | "DES" | "L'" | "LES" | "A" | "AUX" | "AVEC")));
    if state && (own || joined()) {
        // `Vornik, Brelan et autres`
        let mut first = case + 1;
        while first < at {
            let end = (first..at).find(|&t| !(scene.capital(t) || scene.is(t, "-"))).unwrap_or(at);
            if !scene.class(first).any(Class::COUNTRY) {
                propose(scene, names, first, end.saturating_sub(1), at);
            }
            first = end + 1;
        }
    }
}

/// The lines, up to four each way, whose every token is a capitalised word.
fn lines_around(scene: &Scene, at: usize, end: usize) -> Vec<(usize, usize)> {
    let mut lines = Vec::new();
    let mut stop = at;
    for _ in 0..4 {
        let Some(last) = stop.checked_sub(1) else { break };
        let mut first = last;
        while first > 0 && scene.gap(first) < Gap::Line {
            first -= 1;
        }
        lines.push((first, last));
        stop = first;
    }
    let mut first = end;
    for _ in 0..4 {
        let mut last = first;
        while last + 1 < scene.page.tokens().len() && scene.gap(last + 1) < Gap::Line {
            last += 1;
        }
        if first >= scene.page.tokens().len() {
            break;
        }
        lines.push((first, last));
        first = last + 1;
    }
    lines
}

/// The lines right above and right below a `C/` of its own that are one or two words in title case, whatever the words: `Capitaine`, `Vu`.
fn beside(scene: &Scene, at: usize, end: usize) -> impl Iterator<Item = (usize, usize)> {
    let alone = scene.gap(at) >= Gap::Line && scene.gap(end) >= Gap::Line;
    let above = at.checked_sub(1).map(|last| (if last > 0 && scene.gap(last) == Gap::Space { last - 1 } else { last }, last));
    let below = (end, if scene.gap(end + 1) == Gap::Space { end + 1 } else { end });
    let institution = Cue::COMPANY.or(Cue::COURT).or(Cue::PUBLIC).or(Cue::PARTY_LABEL).or(Cue::OFFICE_OF_COURT).or(Cue::OFFICE).or(Cue::CIVILITY).or(Cue::MAITRE).or(Cue::ESTABLISHMENT).or(Cue::LAW_FIRM).or(Cue::STATUTE).or(Cue::ARTICLE);
    let word = |t: usize| scene.shape(t) == Shape::Title && scene.block[t] == 0 && scene.evidence(t).company == 0 && scene.evidence(t).article == 0 && !scene.cue(t).any(institution) && !placeholder(scene, t) && !scene.class(t).any(Class::PUBLIC_BODY.union(Class::COMPANY_FORM).union(Class::COUNTRY).union(Class::REGION).union(Class::PLACE_BIG));
    let whole = |&(first, last): &(usize, usize)| alone && scene.gap(first) >= Gap::Line && scene.gap(last + 1) >= Gap::Line && (first..=last).all(word);
    above.into_iter().chain([below]).filter(whole).collect::<Vec<_>>().into_iter()
}

/// Adds a caption line as a name when it reads as one and is not one yet.
fn propose(scene: &Scene, names: &mut Found, first: usize, last: usize, against: usize) {
    if first > last || last - first > 5 || last >= scene.page.tokens().len() {
        return;
    }
    let fits = (first..=last).all(|t| {
        scene.block[t] == 0 && (scene.capital(t) && !hard(scene, t) || scene.is(t, "-") || scene.kind(t) == TokenKind::Elision || scene.cue(t).any(Cue::PARTICLE))
    });
    let words: Vec<usize> = (first..=last).filter(|&t| scene.capital(t)).collect();
    let plain = words.iter().any(|&t| !scene.ordinary(t) || scene.given_strong(t) || scene.class(t).any(Class::FAMILY_COMMON) || words.len() == 1 && scene.class(t).any(Class::FAMILY)) && !words.iter().all(|&t| is_place(scene, t));
    let company = words.iter().any(|&t| scene.evidence(t).company > 0 || scene.evidence(t).article > 0 && scene.evidence(t).civility == 0);
    let initials = words.iter().all(|&t| scene.page.folded(t).len() < 2) || words.iter().any(|&t| placeholder(scene, t));
    if fits && plain && !company && !initials {
        add(scene, names, first, last, against);
    }
}

fn add(scene: &Scene, names: &mut Found, first: usize, last: usize, against: usize) {
    // A caption overlaps those of its own lines and of the `c/` beside it only.
    let again = names.captions.iter().rev().take(64).any(|n| n.first <= last && first <= n.last);
    if again || over(names.names, first, last).is_some() {
        return;
    }
    names.captions.push(Name {
        first,
        last,
        local: Local::Party(Role::Party),
        confidence: Confidence::Probable,
        rule: CAPTION,
        cue: Some(scene.page.document.span_of(against, against)),
        led: true,
        counsel: false,
        doubt: None,
        part: None,
    });
}
