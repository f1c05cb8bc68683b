//! The name of a house or a hamlet, told once in an address, is one wherever it stands: `maison Xokoa, route du Bas`, then `elle vit à Xokoa`.

use super::extent::street;
use super::{OTHERS, RULE, of_a_court};
use crate::context::{Cue, Page};
use crate::lexicon::Class;
use crate::model::{Confidence, Detection};
use crate::recognizers::words::{close, name_run, proper};
use crate::text::{Gap, Shape, Span, TokenKind, one_of};

/// Appends every other place where the name of a house in `proven`, spans of this rule, stands free. Linear in the spans and in the places of
/// each name's first word.
pub(in crate::recognizers) fn again(page: &Page, proven: &[Span], free: impl Fn(Span) -> bool, found: &mut Vec<Detection>) {
    streets(page, proven, &free, found);
    let mut names: Vec<(usize, usize)> = proven.iter().flat_map(|span| named(page, page.document.token_at(span.start), page.document.token_at(span.end - 1))).collect();
    let word = |at: usize| page.tokens()[at].word;
    names.sort_unstable_by_key(|&(first, last)| (word(first), last - first, first));
    names.dedup_by(|a, b| a.1 - a.0 == b.1 - b.0 && (0..=a.1 - a.0).all(|i| word(a.0 + i) == word(b.0 + i)));
    for (first, last) in names {
        let same = |at: usize| at + last - first < page.tokens().len() && (1..=last - first).all(|i| word(at + i) == word(first + i) && page.gap(at + i) <= Gap::Line);
        let places = page.document.places(word(first)).iter().map(|&at| at as usize);
        // Somebody is called so: `Mme Xokoa`.
        let somebody = |at: usize| at > 0 && page.gap(at) < Gap::Line && page.cue(at - 1).any(Cue::CIVILITY.or(Cue::MAITRE).or(Cue::HONOUR));
        if places.clone().any(|at| page.is_capitalised(at) && somebody(at)) {
            continue;
        }
        for at in places.filter(|&at| same(at) && page.is_capitalised(at)) {
            let span = page.document.span_of(at, at + last - first);
            // `Paul Xokoa`, `Xokoa Immobilier`: a part of another name.
            let within = at > 0 && page.shape(at - 1) == page.shape(at) && page.shape(at) != Shape::Upper && close(page, at) && proper(page, at - 1) || page.is_capitalised(at + last - first + 1) && page.gap(at + last - first + 1) == Gap::Space && page.shape(at) != Shape::Upper;
            if !within && free(span) {
                found.push(Detection::new(RULE.id, RULE.kind, span, Confidence::Probable));
            }
        }
    }
}

/// `4 place du Bastion`, then `l'appartement de la place du Bastion`: appends the other places of each street in `proven`. Linear in the places of
/// the first word of its name.
fn streets(page: &Page, proven: &[Span], free: impl Fn(Span) -> bool, found: &mut Vec<Detection>) {
    let word = |at: usize| page.tokens()[at].word;
    for span in proven {
        let (first, last) = (page.document.token_at(span.start), page.document.token_at(span.end - 1));
        let Some(way) = (first..last).find(|&at| street(page, at)) else { continue };
        let Some(name) = (way + 1..=last).find(|&at| proper(page, at)).filter(|&name| name < way + 4 && page.bytes(name) > 3) else { continue };
        let end = name_run(page, name, 5).unwrap_or(name).min(last);
        // `pl. du Bastion` is `place du Bastion`.
        let joint = way + 1 + usize::from(page.is_symbol(way + 1, "."));
        for at in page.document.places(word(name)).iter().map(|&at| at as usize).filter(|&at| at != name && at > name - way) {
            let opens = at + joint - name - 1;
            let close = at + end - name;
            let same = close < page.tokens().len() && street(page, opens) && page.shape(opens) == Shape::Lower && (joint..=end).all(|t| word(t) == word(t + at - name)) && (opens + 1..=close).all(|t| page.gap(t) <= Gap::Line);
            // A court stands in a street too, and another number is another house.
            let span = page.document.span_of(opens, close.max(opens));
            if same && !page.is_capitalised(close + 1) && free(span) && !of_a_court(page, opens) {
                found.push(Detection::new(RULE.id, RULE.kind, span, Confidence::Probable));
            }
        }
    }
}

/// First and last token of each name of a house in the address from `first` to `last`: a word of no dictionary behind the noun of a house, and all of it
/// when it is several words and no figure.
fn named(page: &Page, first: usize, last: usize) -> impl Iterator<Item = (usize, usize)> {
    let noun = |at: usize| one_of!(page.folded(at), "LIEU-DIT" | "LIEUDIT" | "HAMEAU" | "MAS" | "MAISON" | "FERME" | "VILLA" | "LOGIS" | "CHALET" | "DOMAINE" | "MOULIN" | "BERGERIE" | "MANOIR" | "QUARTIER");
    let behind = (first..last).find(|&at| noun(at)).and_then(|noun| (noun + 1..=last).find(|&at| proper(page, at))).unwrap_or(first);
    let unknown = |&(opening, end): &(usize, usize)| (opening..=end).any(|at| page.class(at) == Class::default() && page.cue(at) == Cue::NONE && page.bytes(at) > 4);
    let of_house = name_run(page, behind, 4).filter(|&end| end <= last && (behind > first || end == last)).map(|end| (behind, end)).filter(unknown);
    let first = (first..=last).find(|&at| proper(page, at)).unwrap_or(first);
    let whole = name_run(page, first, 4).filter(|&end| end == last && end > first && page.shape(first) == Shape::Title).map(|end| (first, end));
    let other = |at: usize| page.class(at).any(Class::GIVEN.union(Class::FAMILY).union(Class::COUNTRY)) || page.cue(at).any(OTHERS);
    whole.into_iter().chain(of_house).filter(move |&(opening, end)| page.phrase(opening, Class::PLACE) != Some(end) && !(opening..=end).any(|at| page.kind(at) == TokenKind::Word && !page.cue(at).any(Cue::PARTICLE) && other(at)))
}
