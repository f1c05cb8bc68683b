//! The name of a house or a hamlet, told once in an address, is one wherever it stands: `maison Xokoa, route du Bas`, then `elle vit à Xokoa`.

use super::extent::street;
use super::{OTHERS, RULE, of_a_court};
use crate::context::{Cue, Page};
use crate::lexicon::Class;
use crate::model::{Confidence, Detection};
use crate::recognizers::words::{close, name_run, proper};
use crate::text::{Gap, Shape, SortedMap, SortedSet, Span, TokenKind, WordId, one_of};

/// Appends every other place where the name of a house or a street in `proven`, spans of this rule, stands free. Linear in the spans and in the places
/// of the names' first proper words.
pub(in crate::recognizers) fn again(page: &Page, proven: &[Span], free: impl Fn(Span) -> bool, found: &mut Vec<Detection>) {
    let ends = || proven.iter().map(|span| (page.document.token_at(span.start), page.document.token_at(span.end - 1)));
    let mut push = |first: usize, last: usize| {
        let span = page.document.span_of(first, last);
        if free(span) {
            found.push(Detection::new(RULE.id, RULE.kind, span, Confidence::Probable));
        }
    };
    // `4 place du Bastion`, then `l'appartement de la place du Bastion`: a court stands in a street too, and another number is another house.
    Told::of(page, ends().filter_map(|(first, last)| street_name(page, first, last))).places(page, |_| true, |first, last| {
        let way = first - usize::from(first > 0) - usize::from(first > 1 && page.is_symbol(first - 1, "."));
        if way < first && street(page, way) && page.shape(way) == Shape::Lower && page.gap(first) <= Gap::Line && !page.is_capitalised(last + 1) && !of_a_court(page, way) {
            push(way, last);
        }
    });
    // `Le Puy Xoréjo`, then `au Puy Xoréjo`: nobody is called so behind the contracted article.
    Told::of(page, ends().filter_map(|(first, last)| contracted(page, first, last))).places(page, |_| true, |first, last| {
        let article = first > 0 && one_of!(page.folded(first - 1), "AU" | "DU" | "AUX" | "DES") && page.shape(first - 1) == Shape::Lower;
        if article && page.gap(first) <= Gap::Line && !(page.is_capitalised(last + 1) && page.gap(last + 1) <= Gap::Space) {
            push(first, last);
        }
    });
    // Somebody is called so: `Mme Xokoa`.
    let nobody = |at: usize| !(at > 0 && page.is_capitalised(at) && page.gap(at) < Gap::Line && page.cue(at - 1).any(Cue::CIVILITY.or(Cue::MAITRE).or(Cue::HONOUR)));
    Told::of(page, ends().flat_map(|(first, last)| named(page, first, last)).map(|(first, last)| (first, first, last))).places(page, nobody, |first, last| {
        // `Paul Xokoa`, `Xokoa Immobilier`: a part of another name.
        let within = first > 0 && page.shape(first - 1) == page.shape(first) && page.shape(first) != Shape::Upper && close(page, first) && proper(page, first - 1) || page.is_capitalised(last + 1) && page.gap(last + 1) == Gap::Space && page.shape(first) != Shape::Upper;
        if page.is_capitalised(first) && !within {
            push(first, last);
        }
    });
}

/// Names of one or more words that addresses tell, by the word that is looked for: the first proper one.
struct Told {
    names: SortedSet<Vec<WordId>>,
    /// How many words stand before the word and from it to the end, in each name that has it: what one place of the word is compared with.
    shapes: SortedMap<WordId, SortedSet<(usize, usize)>>,
}

impl Told {
    /// `names`: first token, the token that is looked for, last token.
    fn of(page: &Page, names: impl Iterator<Item = (usize, usize, usize)>) -> Self {
        let mut told = Self { names: SortedSet::default(), shapes: SortedMap::default() };
        for (first, sought, last) in names {
            told.names.insert(words(page, first, last));
            told.shapes.entry(page.tokens()[sought].word).or_default().insert((sought - first, last - sought));
        }
        told
    }

    /// Calls `each` with the first and last token of every place of a name; of a word whose places are not all `fit`, with none.
    fn places(self, page: &Page, fit: impl Fn(usize) -> bool, mut each: impl FnMut(usize, usize)) {
        for (word, shapes) in self.shapes.iter() {
            let places = page.document.places(*word).iter().map(|&at| at as usize);
            if !places.clone().all(&fit) {
                continue;
            }
            for (at, &(before, behind)) in places.flat_map(|at| shapes.iter().map(move |shape| (at, shape))) {
                let (Some(first), last) = (at.checked_sub(before), at + behind) else { continue };
                if last < page.tokens().len() && (first + 1..=last).all(|t| page.gap(t) <= Gap::Line) && self.names.contains(&words(page, first, last)) {
                    each(first, last);
                }
            }
        }
    }
}

fn words(page: &Page, first: usize, last: usize) -> Vec<WordId> {
    page.tokens()[first..=last].iter().map(|token| token.word).collect()
}

/// First, first proper and last token of the name of the street in the address from `first` to `last`: `du Bastion` of `4 pl. du Bastion, 2e étage`.
fn street_name(page: &Page, first: usize, last: usize) -> Option<(usize, usize, usize)> {
    let way = (first..last).find(|&at| street(page, at))?;
    let name = (way + 1..=last).find(|&at| proper(page, at)).filter(|&name| name < way + 4 && page.bytes(name) > 3)?;
    Some((way + 1 + usize::from(page.is_symbol(way + 1, ".")), name, name_run(page, name, 5).unwrap_or(name).min(last)))
}

/// First, first proper and last token of the two words or more behind the article of a hamlet that is the whole address: `Puy Xoréjo` of `Le Puy Xoréjo`.
fn contracted(page: &Page, first: usize, last: usize) -> Option<(usize, usize, usize)> {
    let article = one_of!(page.folded(first), "LE" | "LES") && page.shape(first) == Shape::Title;
    (article && last > first + 1 && proper(page, first + 1) && name_run(page, first + 1, 4) == Some(last)).then_some((first + 1, first + 1, last))
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
