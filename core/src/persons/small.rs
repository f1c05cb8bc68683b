//! Surnames typed in small letters, in part or whole, where a civility or a capital says what they are: `M. dupont`, `Mme Da silva`, `M. jean Zorka`, `M. N'diaye`.

use super::scene::{Scene, TAKEN};
use super::{BARE, LED, Local, Name, OFFICE, in_order, over, slots};
use crate::context::Cue;
use crate::lexicon::Class;
use crate::model::{Confidence, Role};
use crate::text::{Gap, Shape, TokenKind, one_of, sort};

/// Adds such names, and the small letters that a name goes on with. Linear in the civilities and the capitals before an apostrophe, but for a search among the names.
pub(super) fn find(scene: &Scene, names: &mut Vec<Name>) {
    elided(scene, names);
    behind_civility(scene, names);
}

/// `M. N'diaye`, `Awa N'diaye`, `condamne M'baye`, and `N'diaye` again: a capital that prose elides nowhere, and a word in small letters behind it.
fn elided(scene: &Scene, names: &mut Vec<Name>) {
    let page = scene.page;
    let places = page.tokens_called(&["N'", "M'", "D'", "K'", "T'", "O'"], |at| at > 0 && scene.shape(at) != Shape::Lower && scene.shape(at + 1) == Shape::Lower && scene.gap(at + 1) == Gap::None && page.folded(at + 1).len() > 2 && scene.block[at] & TAKEN == 0);
    let led = |at: usize, cue: Cue| scene.cue(at - 1).any(cue) || at > 1 && scene.is(at - 1, ".") && scene.cue(at - 2).any(cue);
    // `N'importe`, `M'appelle`
    let strange = |at: usize| !page.lexicon.look_up(page.folded(at + 1)).any(Class::WORD) && (over(names, at - 1, at - 1).is_some() || !scene.starts_sentence(at));
    let words = |at: usize| (page.tokens()[at].word, page.tokens()[at + 1].word);
    let mut known: Vec<_> = places.iter().filter(|&&at| led(at, Cue::CIVILITY.or(Cue::MAITRE)) || strange(at)).map(|&at| words(at)).collect();
    sort(&mut known);
    let mut found = Vec::new();
    for at in places.into_iter().filter(|&at| known.binary_search(&words(at)).is_ok()) {
        if over(names, at, at + 1).is_some() {
            continue;
        }
        let before = over(names, at - 1, at - 1);
        if let Some(index) = before.filter(|&index| names[index].last == at - 1 && names[index].part.is_none() && scene.gap(at) == Gap::Space) {
            names[index].last = at + 1;
            continue;
        }
        let last = (at + 2..at + 4).take_while(|&part| slots::word(scene, part) && scene.gap(part) == Gap::Space).last().unwrap_or(at + 1);
        if led(at, Cue::MAITRE) {
            found.push(Name { local: Local::Office(Role::Lawyer), rule: OFFICE, counsel: true, ..named(at, last) });
        } else if led(at, Cue::CIVILITY) {
            found.push(named(at, last));
        } else {
            let given = before.is_none() && slots::word(scene, at - 1) && scene.gap(at) == Gap::Space && !(scene.starts_sentence(at - 1) && scene.class(at - 1).any(Class::WORD));
            found.push(Name { confidence: Confidence::Probable, rule: BARE, led: false, ..named(at - usize::from(given), last) });
        }
    }
    names.append(&mut found);
    in_order(names);
}

/// `M. dupont`, `Mme Da silva`, `M. Van der berg`, `M. bin Zorka`, `M. l'Hermite`, `M. jean Zorka`: what is no word of the language, or a given name before a capital.
fn behind_civility(scene: &Scene, names: &mut Vec<Name>) {
    let civil = |at: usize| scene.cue(at).any(Cue::CIVILITY) && (scene.shape(at) != Shape::Lower || scene.page.folded(at).len() > 5);
    let mut found = Vec::new();
    for civility in scene.page.tokens_where(|word| scene.page.word_cue(word).any(Cue::CIVILITY), civil) {
        let first = civility + 1 + usize::from(scene.is(civility + 1, "."));
        let Some(last) = in_small_letters(scene, first) else { continue };
        match over(names, first, last) {
            None => found.push(Name { confidence: Confidence::Probable, ..named(first, last) }),
            Some(index) if names[index].part.is_none() && names[index].first >= first && names.get(index + 1).is_none_or(|next| next.first > last) => {
                names[index].first = first;
                names[index].last = names[index].last.max(last);
            }
            Some(_) => {}
        }
    }
    for index in 0..names.len() {
        let end = names.get(index + 1).map_or(usize::MAX, |next| next.first);
        if let Some(last) = goes_on(scene, &names[index]).filter(|&last| last < end) {
            names[index].last = last;
        }
    }
    names.append(&mut found);
    in_order(names);
}

/// The small letters that a name goes on with behind a particle in capitals or title case: `M. Zakaria BEN ali`, `Mme Ida Van der berg`.
fn goes_on(scene: &Scene, name: &Name) -> Option<usize> {
    let first = name.last + usize::from(name.first == name.last || !particle(scene, name.last));
    let last = (first..first + 4).find(|&at| !particle(scene, at) || scene.gap(at) > Gap::Line)?;
    (name.part.is_none() && last > first && last > name.last && scene.capital(first) && scene.shape(last) == Shape::Lower && strange(scene, last)).then_some(last)
}

/// `de`, `Ben`: what a surname opens with.
fn particle(scene: &Scene, at: usize) -> bool {
    scene.cue(at).any(Cue::PARTICLE) || one_of!(scene.page.folded(at), "EL" | "BEN" | "BIN" | "IBN" | "OULD" | "ABDEL" | "BOU" | "AIT")
}

/// A word right behind another that no dictionary calls one, nor its halves: `lui-même`.
fn strange(scene: &Scene, at: usize) -> bool {
    let word = |text: &str| scene.page.lexicon.look_up(text).any(Class::WORD);
    let text = scene.page.folded(at);
    scene.kind(at) == TokenKind::Word && scene.gap(at) <= Gap::Line && scene.block[at] & TAKEN == 0 && scene.cue(at) == Cue::NONE && text.len() > 2 && !word(text) && !text.split('-').any(word)
}

/// The last word of a surname in small letters that opens at `first`, right behind a civility.
fn in_small_letters(scene: &Scene, first: usize) -> Option<usize> {
    let small = |at: usize| scene.shape(at) == Shape::Lower;
    let text = |at: usize| scene.page.folded(at);
    let meaning = |word: &str| scene.page.lexicon.look_up(word);
    // `M. Dupont`, nearly always.
    if !small(first) && !small(first + 1) || scene.gap(first) > Gap::Line {
        return None;
    }
    let next = first + 1;
    if small(first) && matches!(scene.shape(next), Shape::Title | Shape::Upper) && scene.gap(next) == Gap::Space && scene.cue(next) == Cue::NONE && meaning(text(first)).any(Class::GIVEN_COMMON) {
        return Some(next);
    }
    let article = scene.kind(first) == TokenKind::Elision && scene.is(first, "L'");
    let last = if article { next } else { (first..first + 3).find(|&at| scene.gap(at) > Gap::Line || !particle(scene, at)).unwrap_or(first + 3) };
    let fits = match scene.shape(last) {
        Shape::Lower => last > first || text(last).len() > 4 || meaning(text(last)).any(Class::FAMILY),
        // `M. bin Zorka`, `M. l'Hermite`; `M. de Zorka` is read elsewhere.
        Shape::Title | Shape::Upper => last > first && small(first) && !scene.cue(first).any(Cue::PARTICLE) || article && small(first),
        _ => false,
    };
    (fits && strange(scene, last)).then_some(last)
}

/// Somebody behind a civility.
fn named(first: usize, last: usize) -> Name {
    Name { first, last, local: Local::Weak, confidence: Confidence::Strong, rule: LED, cue: None, led: true, counsel: false, doubt: None, part: None }
}

#[cfg(test)]
mod tests {
    use crate::{CaseFacts, Engine, Kind};

    #[test]
    fn small_letters_are_a_name_behind_a_civility_or_a_capital() {
        let engine = Engine::builder().build().expect("the default engine");
        for (text, names) in [
            ("La demande de M. zorkinov est rejetée.", &["zorkinov"][..]),
            ("La demande de Mme Da silva est rejetée.", &["Da silva"]),
            ("La demande de M. Van der berg est rejetée.", &["Van der berg"]),
            ("La demande de M. jean Zorka est rejetée.", &["jean Zorka"]),
            ("La demande de M. l'Hermite est rejetée.", &["l'Hermite"]),
            ("Il a vu M. N'diaye. N'diaye a signé.", &["N'diaye", "N'diaye"]),
            ("M. le maire et M. l'avocat général ont conclu. N'importe qui le sait.", &[]),
            ("Elle a vu le docteur lui-même.", &[]),
        ] {
            let outcome = engine.detect(text, &CaseFacts::default()).expect("a small text");
            let found: Vec<&str> = outcome.spans.iter().filter(|span| span.kind == Kind::Person).map(|span| span.span.of(text)).collect();
            assert_eq!(found, names, "{text}");
        }
    }
}
