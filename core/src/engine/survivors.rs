//! The last sweep: what is replaced in one place survives nowhere.


use crate::context::{Cue, Page};
use crate::lexicon::Class;
use crate::model::{Confidence, Detection, Kind};
use crate::resolve::Claim;
use crate::text::{Document, SortedSet, Span, WordId, fold, fold_into, order_by, sort};

/// Data that are looked for again: numbers and addresses that mean the same thing wherever they stand. Names have their
/// own sweep, which knows roles; a commune may also be a court's seat, a date anybody's.
const fn is_swept(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Phone
            | Kind::Email
            | Kind::BankAccount
            | Kind::Card
            | Kind::NationalId
            | Kind::CompanyId
            | Kind::Plate
            | Kind::IdNumber
            | Kind::Address
            | Kind::Establishment
            | Kind::Organisation
    )
}

/// Fewer letters and digits than this are too little to look for.
const SHORTEST: usize = 6;

/// More than this many are no datum that comes again: many that ran together.
const LONGEST: usize = 1000;

/// Claims for every occurrence of a hidden datum that is not hidden yet, whatever spaces and signs stand inside it.
pub(super) fn find(page: &Page, claims: &[Claim]) -> Vec<Claim> {
    let text = page.document.text();
    let mut known = SortedSet::default();
    let (mut needles, mut sought) = (Vec::new(), Vec::new());
    for claim in claims.iter().filter(|claim| claim.hidden && is_swept(claim.detection.kind)) {
        let needle = squeezed(sought_part(page, claim).of(text));
        if (SHORTEST..=LONGEST).contains(&needle.chars().count()) && known.insert(needle.clone()) {
            needles.push(needle);
            sought.push(claim.detection);
        }
    }
    let survivors = places(&page.document, &needles).into_iter().filter(|(_, span)| !is_hidden(claims, *span)).map(|(needle, span)| {
        let d = sought[needle];
        let detection = Detection::new(d.rule, d.kind, span, d.confidence.max(Confidence::Probable)).with_role(d.role);
        let mut survivor = Claim::new(detection, true);
        survivor.reason = Some("the same text is replaced elsewhere");
        survivor
    });
    survivors.collect()
}

/// The span to look for: a company goes by its name without its form too, `Les Clauzettes` as `aux Clauzettes`.
fn sought_part(page: &Page, claim: &Claim) -> Span {
    let span = claim.detection.span;
    if claim.detection.kind == Kind::Address {
        let article = page.document.token_at(span.start);
        let name = page.tokens().get(article + 1).filter(|name| name.span.end == span.end && name.is_capitalised());
        let own = page.cue(article).any(Cue::ARTICLE) && !page.class(article + 1).any(Class::WORD.union(Class::PLACE));
        return name.filter(|_| own).map_or(span, |name| name.span);
    }
    if claim.detection.kind != Kind::Organisation {
        return span;
    }
    let first = page.document.token_at(span.start);
    let name = (first..=page.document.token_at(span.end - 1)).find(|&at| !page.class(at).any(Class::COMPANY_FORM)).unwrap_or(first);
    Span::new(page.tokens()[name].span.start, span.end)
}

fn is_hidden(claims: &[Claim], span: Span) -> bool {
    let first = claims.partition_point(|claim| claim.detection.span.end <= span.start);
    claims[first..].iter().take_while(|c| c.detection.span.start < span.end).any(|c| c.hidden && c.detection.span.contains(span))
}

/// Where each of `needles`, as [`squeezed`] leaves them, stands from the start of a word to the end of one within a paragraph,
/// whatever spaces and signs stand inside; with the needle's index. Linear in the distinct words of the text and, for each place of one that a needle
/// begins with, in the letters that a needle shares with the text there, times the logarithm of the needles.
pub(super) fn places(document: &Document, needles: &[String]) -> Vec<(usize, Span)> {
    let mut sorted: Vec<(&str, usize)> = needles.iter().enumerate().map(|(index, needle)| (needle.as_str(), index)).collect();
    sort(&mut sorted);
    let mut found = Vec::new();
    let mut look = |word: WordId, part: &str| {
        let first = sorted.partition_point(|(needle, _)| *needle < part);
        if sorted.get(first).is_some_and(|(needle, _)| needle.starts_with(part)) {
            document.places(word).iter().for_each(|&at| standing(document, at as usize, &sorted, &mut found));
        }
    };
    for word in (0..document.words().len() as u32).map(WordId) {
        let folded = document.folded(word);
        look(word, folded.strip_suffix('\'').unwrap_or(folded));
    }
    for &word in document.joined() {
        document.folded(word).split(['-', '\'']).filter(|part| !part.is_empty()).for_each(|part| look(word, part));
    }
    order_by(&mut found, |(_, span)| span.number());
    order_by(&mut found, |(needle, _)| *needle as u64);
    found.dedup();
    found
}

/// Appends the places of `sorted` needles that begin with a part of the token at `at`.
fn standing(document: &Document, at: usize, sorted: &[(&str, usize)], found: &mut Vec<(usize, Span)>) {
    let text = document.text();
    let token = document.tokens()[at].span;
    for start in token.of(text).char_indices().map(|(offset, _)| token.start as usize + offset).filter(|&start| is_edge(text, start)) {
        stretches(&text[start..], sorted, |needle, length| {
            if is_edge(text, start + length) {
                found.push((needle, Span::new(start as u32, (start + length) as u32)));
            }
        });
    }
}

/// Calls `each` with the index of every one of `sorted` needles whose letters and digits `text` begins with, and the bytes they take there.
fn stretches(text: &str, sorted: &[(&str, usize)], mut each: impl FnMut(usize, usize)) {
    let mut left = sorted;
    let (mut folded, mut read) = (String::new(), 0);
    let mut lines = 0;
    for (at, c) in text.char_indices() {
        if c.is_alphanumeric() {
            folded.clear();
            fold_into(&text[at..at + c.len_utf8()], &mut folded);
            // Those that go on with the same letters stand together.
            left = &left[left.partition_point(|(needle, _)| &needle[read..] < folded.as_str())..];
            left = &left[..left.partition_point(|(needle, _)| needle[read..].starts_with(folded.as_str()))];
            read += folded.len();
            let whole = left.partition_point(|(needle, _)| needle.len() == read);
            left[..whole].iter().for_each(|(_, index)| each(*index, at + c.len_utf8()));
            left = &left[whole..];
            lines = 0;
        } else if at == 0 {
            return;
        } else if c == '\n' {
            lines += 1;
        }
        if left.is_empty() || lines > 1 {
            return;
        }
    }
}

/// True when no word or number runs over the byte `at`.
fn is_edge(text: &str, at: usize) -> bool {
    let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    !inside(text[..at].chars().next_back()) || !inside(text[at..].chars().next())
}

/// The folded letters and digits of `text`.
pub(super) fn squeezed(text: &str) -> String {
    let mut folded = fold(text);
    folded.retain(char::is_alphanumeric);
    folded
}

#[cfg(test)]
mod tests {
    use super::places;
    use crate::text::Document;

    #[test]
    fn one_needle_begins_another_and_signs_stand_inside() {
        let text = "au 12, rue du Bastion-Vert ; 12 rue du\nBastion verte ; AU 12 RUE DU BASTION\n\nVERT";
        let needles = ["12RUEDUBASTION", "12RUEDUBASTIONVERT", "BASTIONVERT", "RUEDUBASTIONVERTE", "13RUE"].map(String::from);
        let found: Vec<(usize, &str)> = places(&Document::new(text).unwrap(), &needles).into_iter().map(|(needle, span)| (needle, span.of(text))).collect();
        let whole = "12, rue du Bastion-Vert";
        assert_eq!(found, [(0, "12, rue du Bastion"), (0, "12 rue du\nBastion"), (0, "12 RUE DU BASTION"), (1, whole), (2, "Bastion-Vert"), (3, "rue du\nBastion verte")]);
    }
}
