//! A commune proven once is found again where it is no court's, bar's or public body's seat.

use super::prose::{bracketed, lands, of_parcels, prose};
use super::{RULE, of_a_court};
use crate::context::{Cue, Page};
use crate::lexicon::Class;
use crate::model::{Confidence, Detection};
use crate::text::{Gap, Shape, SortedSet, Span, TokenKind, WordId, one_of, sort};

/// Finds every other place where a commune proven in `found` stands, in any case and with or without hyphens.
///
/// `proven` are spans of this rule; `free` tells whether nothing stands on a span yet. Linear in the places of the first words of these communes.
pub(in crate::recognizers) fn again(page: &Page, proven: &[Span], free: impl Fn(Span) -> bool, again: &mut Vec<Detection>) {
    let (mut known, mut heads): (SortedSet<Vec<String>>, SortedSet<String>) = Default::default();
    prose(page, &free, again);
    bracketed(page, &free, again);
    of_parcels(page, &free, again);
    lands(page, &free, again);
    let told: Vec<Span> = again.iter().map(|detection| detection.span).collect();
    let ends = |span: &Span| (page.document.token_at(span.start), page.document.token_at(span.end - 1));
    let mut taken = vec![false; page.tokens().len()];
    told.iter().map(ends).for_each(|(first, last)| taken[first..=last].fill(true));
    for span in proven.iter().chain(&told) {
        let (first, last) = ends(span);
        let parts: Vec<String> = (first..=last)
            .filter(|&at| matches!(page.kind(at), TokenKind::Word | TokenKind::Elision) && !matches!(page.folded(at), "CEDEX"))
            .flat_map(|at| page.folded(at).split('-').map(str::to_owned).collect::<Vec<_>>())
            .collect();
        // `83490 LE MUY`, then `au Muy`: the article joins the preposition.
        let contracted = (parts.len() > 1 && one_of!(parts[0].as_str(), "LE" | "LES")).then(|| parts[1..].to_vec());
        for name in contracted.into_iter().chain([parts]) {
            if letters(&name) >= 3 {
                heads.insert(name[0].clone());
                known.insert(name);
            }
        }
    }
    // The hyphenated words, by the first of what they join.
    let mut joined: Vec<(&str, WordId)> = page.document.joined().iter().filter_map(|&word| Some((page.document.folded(word).split_once('-')?.0, word))).collect();
    sort(&mut joined);
    let longest = known.iter().map(Vec::len).max().unwrap_or(0);
    for head in heads.iter() {
        let mut firsts = Vec::new();
        // The first word of the name, alone or hyphenated.
        let hyphenated = joined[joined.partition_point(|(joined, _)| *joined < head.as_str())..].iter().take_while(|(joined, _)| joined == head).map(|&(_, word)| word);
        for word in page.document.find(head).into_iter().chain(hyphenated) {
            firsts.extend(page.document.places(word).iter().map(|&at| at as usize).filter(|&at| page.is_capitalised(at) || !page.class(at).any(Class::WORD)));
        }
        firsts.sort_unstable();
        for first in firsts {
            for (last, name) in spelt(page, first, longest).filter(|(_, name)| known.contains(name)) {
                let span = page.document.span_of(first, last);
                let small = !page.is_capitalised(first) && letters(&name) < 5;
                if !small && fits(page, first, last) && free(span) && !taken[first..=last].contains(&true) {
                    again.push(Detection::new(RULE.id, RULE.kind, span, Confidence::Probable));
                }
            }
        }
    }
}

fn letters(name: &[String]) -> usize {
    name.iter().map(String::len).sum()
}

/// The words from `first` on, one more token each time, with the last of them, up to `longest` words.
fn spelt<'p>(page: &'p Page, first: usize, longest: usize) -> impl Iterator<Item = (usize, Vec<String>)> + 'p {
    let goes_on = move |at: &usize| *at < page.tokens().len() && (*at == first || page.gap(*at) <= Gap::Line);
    let words = (first..).take_while(goes_on).filter(move |&at| at == first || !page.is_symbol(at, "-"));
    words.scan(Vec::new(), move |name: &mut Vec<String>, at| {
        let room = name.len() < longest;
        name.extend(page.folded(at).split('-').map(str::to_owned));
        room.then(|| (at, name.clone()))
    })
}

/// A commune in prose: after a preposition of place, and no court's or name's.
fn fits(page: &Page, first: usize, last: usize) -> bool {
    let Some(previous) = first.checked_sub(1) else { return false };
    let placed = one_of!(page.folded(previous), "A" | "DE" | "D'" | "VERS" | "SUR" | "DANS" | "POUR" | "ENTRE" | "EN" | "AU" | "DU" | "AUX" | "QUITTE" | "QUITTER" | "REJOINDRE" | "REJOINT") && page.gap(first) <= Gap::Line;
    let follows = page.tokens().get(last + 1).is_some_and(|t| t.gap == Gap::Space && t.is_capitalised() && t.shape != Shape::Initial);
    // `la commune de X`, `le maire de X`: the public body stays.
    let body = first > 1 && one_of!(page.folded(first - 1), "DE" | "D'") && one_of!(page.folded(first - 2), "COMMUNE" | "VILLE" | "MAIRIE" | "MAIRE");
    placed && !follows && !body && !of_a_court(page, first, last) && !in_caption_of_court(page, first)
}

/// `TRIBUNAL JUDICIAIRE\nDE PARIS`, `Fait à Paris`: the line belongs to the court.
fn in_caption_of_court(page: &Page, first: usize) -> bool {
    // `TRIBUNAL JUDICIAIRE | Cabinet 3⏎DE PARIS`: the line above, whatever stands at its end.
    let above = first.checked_sub(1).filter(|&at| page.gap(at) == Gap::Line && at > 0).and_then(|at| page.line_start(at - 1));
    above.is_some_and(|line| page.cue(line).any(Cue::COURT)) || page.before(first, 7).any(|at| page.cue(at).any(Cue::COURT) || one_of!(page.folded(at), "FAIT" | "PRONONCE" | "JUGE" | "GREFFE"))
}
