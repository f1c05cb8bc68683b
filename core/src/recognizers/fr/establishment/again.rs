//! What an establishment is called without its type: `crèche Les Sabots`, then `Les Sabots` or `des Sabots`; `crèche Pirouette`, then `à Pirouette`.

use super::{RULE, TYPES, before_town, is_quality};
use crate::context::{Cue, Page};
use crate::lexicon::Class;
use crate::model::{Confidence, Detection};
use crate::recognizers::spans_of;
use crate::recognizers::words::{close, proper};
use crate::text::{Gap, Shape, SortedSet, TokenKind, WordId, one_of};

/// The name proper of an establishment: what is left of its type and its town.
struct Name {
    /// The article with a capital that opens it.
    article: Option<usize>,
    first: usize,
    last: usize,
}

/// Linear in the establishments found and in the places of the rarest words of their names.
pub(super) fn again(page: &Page, found: &mut Vec<Detection>) {
    let known = spans_of(found, RULE.kind);
    let mut seen = SortedSet::default();
    for span in &known {
        let Some(name) = name(page, page.document.token_at(span.start), page.document.token_at(span.end - 1)) else { continue };
        let words: Vec<WordId> = (name.article.unwrap_or(name.first)..=name.last).map(|at| page.tokens()[at].word).collect();
        if !seen.insert(words) {
            continue;
        }
        let places = |at: usize| page.document.places(page.tokens()[at].word);
        let rarest = (name.first..=name.last).min_by_key(|&at| places(at).len()).unwrap_or(name.first);
        for &at in places(rarest) {
            let Some(at) = (at as usize).checked_sub(rarest - name.first).filter(|at| at + name.last - name.first < page.tokens().len()) else { continue };
            let end = at + name.last - name.first;
            let Some(before) = at.checked_sub(1).filter(|_| is_same(page, &name, at)) else { continue };
            let full = name.article.is_some_and(|article| page.tokens()[before].word == page.tokens()[article].word && page.shape(before) != Shape::Lower);
            let first = if full { before } else { at };
            let span = page.document.span_of(first, end);
            let inside = known.get(known.partition_point(|known| known.end < span.end)).is_some_and(|known| known.start <= span.start);
            if !inside && !is_of_other(page, first, end) && (full || is_led(page, &name, before, at)) {
                found.push(Detection::new(RULE.id, RULE.kind, span, Confidence::Probable));
            }
        }
    }
}

/// Adds a house's initials: `centre hospitalier de la région zorkoise (CHRZ)`, then `le CHRZ`. Linear in the houses found and in the places of those words.
pub(super) fn initials(page: &Page, found: &mut Vec<Detection>) {
    let mut seen = SortedSet::default();
    for span in spans_of(found, RULE.kind) {
        let at = page.document.token_at(span.end) + 1;
        let enclosed = page.is_symbol(at - 1, "(") && page.is_symbol(at + 1, ")") && page.shape(at) == Shape::Upper && (4..9).contains(&page.bytes(at));
        if !enclosed || page.cue(at).any(Cue::ESTABLISHMENT) || TYPES.iter().any(|(head, _)| *head == page.folded(at)) {
            continue;
        }
        if !seen.insert(page.tokens()[at].word) {
            continue;
        }
        let places = page.document.places(page.tokens()[at].word).iter().map(|&at| at as usize).filter(|&at| page.shape(at) == Shape::Upper);
        found.extend(places.map(|at| Detection::new(RULE.id, RULE.kind, page.document.span_of(at, at), Confidence::Probable)));
    }
}

/// Adds what a house is called by half its name: `collège Jean-Zorkin`, then `à Zorkin`; `école Sainte-Zorka-des-Prés`, then `à Sainte-Zorka`; and
/// in a message without capitals. Linear in the houses found and in the places of those words.
pub(super) fn halves(page: &Page, found: &mut Vec<Detection>) {
    let known = spans_of(found, RULE.kind);
    let mut seen = SortedSet::default();
    for span in &known {
        let (from, to) = (page.document.token_at(span.start), page.document.token_at(span.end - 1));
        let Some(word) = half(page, from, to).filter(|word| seen.insert(*word)) else { continue };
        let places: Vec<usize> = page.document.places(word).iter().map(|&at| at as usize).collect();
        let inside = |at: usize| {
            let span = page.document.span_of(at, at);
            known.get(known.partition_point(|known| known.end < span.end)).is_some_and(|known| known.start <= span.start)
        };
        // Somebody is called so.
        let borne = |&at: &usize| at > 1 && (page.cue(at - 1).any(Cue::CIVILITY) || page.is_symbol(at - 1, ".") && page.cue(at - 2).any(Cue::CIVILITY) || page.is_capitalised(at - 1) && page.gap(at) == Gap::Space && page.class(at - 1).any(Class::GIVEN) && !inside(at));
        if places.iter().any(borne) {
            continue;
        }
        let small = !page.word_class(word).any(Class::WORD.union(Class::GIVEN).union(Class::PLACE));
        for at in places {
            let led = at > 0 && page.gap(at) <= Gap::Line && one_of!(page.folded(at - 1), "A" | "DE" | "D'" | "DU" | "AU" | "AUX" | "CHEZ" | "VS" | "VERS") && (page.shape(at - 1) == Shape::Lower || page.shape(at - 1) == Shape::Initial || page.kind(at - 1) == TokenKind::Elision);
            // `tenu par « Zorkin »`
            let led = led || at > 0 && page.folded(at - 1) == "«" && page.folded(at + 1) == "»";
            if led && (page.is_capitalised(at) || small) && !inside(at) && !is_of_other(page, at, at) {
                found.push(Detection::new(RULE.id, RULE.kind, page.document.span_of(at, at), Confidence::Probable));
            }
        }
    }
}

/// Adds a house's saint cut short or without its hyphen: `foyer Saint-Zork`, then `à St Zork`, `la cuisine de St-Zork`. Linear in the houses found and in
/// the places of those words.
pub(super) fn saints(page: &Page, found: &mut Vec<Detection>) {
    let known = spans_of(found, RULE.kind);
    let mut seen = SortedSet::default();
    for span in &known {
        for at in page.document.token_at(span.start)..=page.document.token_at(span.end - 1) {
            let folded = page.folded(at);
            let Some(name) = folded.strip_prefix("SAINT-").or_else(|| folded.strip_prefix("SAINTE-")).filter(|_| seen.insert(page.tokens()[at].word)) else { continue };
            let places = |word: &str| page.document.find(word).map_or(&[][..], |word| page.document.places(word)).iter().map(|&at| at as usize).collect::<Vec<_>>();
            let whole = ["ST-", "STE-"].iter().flat_map(|cut| places(&format!("{cut}{name}"))).map(|at| (at, at));
            let apart = places(name).into_iter().filter(|&at| at > 0 && one_of!(page.folded(at - 1), "ST" | "STE" | "SAINT" | "SAINTE") && page.gap(at) == Gap::Space).map(|at| (at - 1, at));
            for (first, last) in whole.chain(apart) {
                let span = page.document.span_of(first, last);
                let inside = known.get(known.partition_point(|known| known.end < span.end)).is_some_and(|known| known.start <= span.start);
                if page.is_capitalised(first) && !inside && !is_of_other(page, first, last) {
                    found.push(Detection::new(RULE.id, RULE.kind, span, Confidence::Probable));
                }
            }
        }
    }
}

/// The word that is said for the house of tokens `from` to `to`: its founder's surname, its saint, its only word.
fn half(page: &Page, from: usize, to: usize) -> Option<WordId> {
    let last = before_town(page, from, to - usize::from(page.kind(to) == TokenKind::Symbol));
    if last == from || !matches!(page.shape(last), Shape::Title | Shape::Upper) || page.phrase(last, Class::PLACE).is_some() {
        return None;
    }
    let folded = page.folded(last);
    let (first, rest) = folded.split_once('-').unwrap_or((folded, ""));
    let word = if one_of!(first, "SAINT" | "SAINTE") {
        let saint = ["-DES-", "-DE-", "-DU-"].iter().filter_map(|joint| folded.find(joint)).min()?;
        &folded[..saint]
    } else if !rest.is_empty() {
        let founder = rest.rsplit(['-', '\'']).next()?;
        page.lexicon.look_up_name(first).any(Class::GIVEN).then_some(founder)?
    } else {
        let alone = page.shape(last - 1) == Shape::Lower && !page.cue(last - 1).any(Cue::PARTICLE.or(Cue::ARTICLE)) && page.class(last) == Class::default();
        (alone || page.class(last - 1).any(Class::GIVEN) && proper(page, last - 1)).then_some(folded)?
    };
    let class = page.lexicon.look_up_name(word);
    let word = Some(word).filter(|word| word.len() > 4).and_then(|word| page.document.find(word))?;
    let common = page.word_class(word).union(class).any(Class::PLACE.union(Class::REGION).union(Class::COUNTRY)) || page.word_class(word).any(Class::WORD) && (rest.is_empty() || page.document.words()[word.0 as usize].lower > 0);
    (!common || one_of!(first, "SAINT" | "SAINTE")).then_some(word)
}

fn is_named(page: &Page, at: usize) -> bool {
    page.class(at).any(Class::GIVEN.union(Class::FAMILY).union(Class::PLACE).union(Class::REGION))
}

/// The name in the establishment of tokens `from` to `to`, when it tells the house without its type.
fn name(page: &Page, from: usize, to: usize) -> Option<Name> {
    let to = to - usize::from(page.kind(to) == TokenKind::Symbol);
    let last = before_town(page, from, to);
    let article = (from..last).find(|&i| (page.cue(i).any(Cue::ARTICLE) && page.shape(i) == Shape::Title || page.kind(i) == TokenKind::Elision && page.shape(i) != Shape::Lower) && proper(page, i + 1));
    if let Some(opening) = article {
        let least = if page.kind(opening) == TokenKind::Elision { 7 } else { 9 };
        // What was told again goes wherever it stands: a court's town would.
        let town = page.phrase(opening, Class::PLACE) == Some(last);
        return (!town && page.document.span_of(opening, last).len() >= least).then_some(Name { article, first: opening + 1, last });
    }
    let first = (from + 1..=last).find(|&i| page.shape(i) == Shape::Title && proper(page, i) && !is_quality(page.folded(i)))?;
    // `ESAT du Val-de-Zork`, then `ouvrier du Val-de-Zork`
    let compound = page.folded(first - 1) == "DU" && page.folded(first).matches('-').count() > 1;
    let of = !compound && (one_of!(page.folded(first - 1), "DE" | "D'") || page.cue(first - 1).any(Cue::ARTICLE) && page.folded(first - 1) != "DES");
    let whole = (first..=last).all(|i| page.shape(i) == Shape::Title && close(page, i));
    let town = page.phrase(first, Class::PLACE.union(Class::REGION)).is_some() || page.class(last).any(Class::PLACE.union(Class::REGION));
    // One word right behind its type, no person's.
    let alone = first == last && page.bytes(last) > 5 && page.cue(last) == Cue::NONE && (!is_named(page, last) && (page.shape(last - 1) == Shape::Lower || page.is_symbol(last - 1, ")")) && !page.cue(last - 1).any(Cue::PARTICLE) || page.folded(last).starts_with("SAINT"));
    (whole && !of && !town && (first < last || alone)).then_some(Name { article: None, first, last })
}

/// True where the words of `name` stand at `at`, as there or all in capitals.
fn is_same(page: &Page, name: &Name, at: usize) -> bool {
    let same = |i: usize, shape: Shape| page.tokens()[at + i].word == page.tokens()[name.first + i].word && (i == 0 || page.gap(at + i) <= Gap::Line) && page.shape(at + i) == shape;
    let words = name.last - name.first;
    at != name.first && ((0..=words).all(|i| same(i, page.shape(name.first + i))) || (name.article.is_some() || words > 0) && (0..=words).all(|i| same(i, Shape::Upper)))
}

/// True where the same words name a street, a company, a court or somebody, or are part of a longer name.
fn is_of_other(page: &Page, first: usize, last: usize) -> bool {
    let bears = |at: usize| page.class(at).any(Class::STREET_TYPE.union(Class::COMPANY_FORM)) || page.cue(at).any(Cue::COMPANY.or(Cue::COURT).or(Cue::CIVILITY).or(Cue::PUBLIC));
    let outer = (first.saturating_sub(3)..first).rev().find(|&at| !page.cue(at).any(Cue::PARTICLE.or(Cue::ARTICLE)) && !one_of!(page.folded(at), "DES" | "DU" | "AUX" | "AU") && page.kind(at) == TokenKind::Word).filter(|_| first > 0 && page.gap(first) <= Gap::Line);
    outer.is_some_and(|at| bears(at) || at + 1 == first && page.shape(at) == Shape::Title && page.class(at).any(Class::GIVEN)) || page.shape(last + 1) == Shape::Title && proper(page, last + 1) && page.gap(last + 1) == Gap::Space
}

/// True where what stands before the words at `at` leads to a house, or where they are nobody else's.
fn is_led(page: &Page, name: &Name, before: usize, at: usize) -> bool {
    let small = page.shape(before) == Shape::Lower || page.kind(before) == TokenKind::Elision;
    let several = name.last > name.first;
    match name.article.map(|article| page.folded(article)) {
        // `une jeune des Tourelles`: the article is in the preposition.
        Some("LES") => one_of!(page.folded(before), "DES" | "AUX") && (several || small && !is_named(page, at)),
        Some("LE") => one_of!(page.folded(before), "DU" | "AU") && (several || small && !is_named(page, at)),
        Some(_) => false,
        None => one_of!(page.folded(before), "A" | "DE" | "D'" | "CHEZ") && (small || page.folded(before) == "A") || !page.class(at).any(Class::GIVEN.union(Class::PLACE)) && (several || page.class(at) == Class::default()),
    }
}
