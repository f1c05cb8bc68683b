//! One rule = one file: what it finds, its source, its pattern, its validation.
//!
//! A rule reads a [`Page`] and appends what it finds. It may be wrong about overlaps: `resolve` decides.

pub mod checks;
mod figures;
pub mod fr;
pub mod generic;
mod words;

use crate::context::Page;
use crate::model::{Detection, Kind, RuleId};
use crate::text::{Span, order_by};

/// What is said of a rule in `huisclos rules`.
pub struct Rule {
    /// `fr/nir`: the file's path below `recognizers/`, or a row of a table in that file.
    pub id: RuleId,
    /// What it finds.
    pub kind: Kind,
    /// One sentence.
    pub finds: &'static str,
    /// The statute, standard or public document that defines the thing.
    pub source: &'static str,
}

/// One reading of the page, for one rule or for all the rows of a table.
pub struct Reader {
    /// What it may find.
    pub rules: &'static [Rule],
    /// Appends every hit. Linear in the page.
    pub find: fn(&Page, &mut Vec<Detection>),
}

/// Everything that reads a French decision, in the order of the folders.
pub fn readers() -> impl Iterator<Item = &'static Reader> {
    generic::READERS.iter().chain(fr::READERS)
}

/// What a reader does, without the words about it: a browser loads no sentence that only `huisclos rules` prints.
#[derive(Clone, Copy)]
pub(crate) struct Finder {
    /// What it may find, one bit for each kind.
    kinds: u64,
    find: fn(&Page, &mut Vec<Detection>),
}

static FINDERS: [Finder; generic::READERS.len() + fr::READERS.len()] = {
    const NONE: Finder = Finder { kinds: 0, find: |_, _| {} };
    let mut finders = [NONE; generic::READERS.len() + fr::READERS.len()];
    let mut at = 0;
    while at < finders.len() {
        let reader = if at < generic::READERS.len() { &generic::READERS[at] } else { &fr::READERS[at - generic::READERS.len()] };
        let mut rule = 0;
        finders[at].find = reader.find;
        while rule < reader.rules.len() {
            finders[at].kinds |= 1 << reader.rules[rule].kind as u64;
            rule += 1;
        }
        at += 1;
    }
    finders
};

/// Appends what the readers of [`readers`] find that look for a kind that is `wanted`.
pub(crate) fn find(page: &Page, wanted: impl Fn(Kind) -> bool, found: &mut Vec<Detection>) {
    let wanted = Kind::ALL.iter().filter(|kind| wanted(**kind)).fold(0, |all, kind| all | 1 << *kind as u64);
    for finder in FINDERS.iter().filter(|finder| finder.kinds & wanted != 0) {
        (finder.find)(page, found);
    }
}

/// The spans of a kind among `found`, sorted. O(n log n).
fn spans_of(found: &[Detection], kind: Kind) -> Vec<Span> {
    let mut spans: Vec<Span> = found.iter().filter(|detection| detection.kind == kind).map(|detection| detection.span).collect();
    order_by(&mut spans, |span| span.number());
    spans
}

/// Every rule of [`readers`].
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    readers().flat_map(|reader| reader.rules)
}

/// Finds again, after every other stage, what a rule proved in one place: the communes of private persons, the names of their houses.
///
/// `proven` gives the spans of a kind that a rule found; `free` tells whether nothing was found on a span yet.
pub fn again(page: &Page, proven: impl Fn(Kind) -> Vec<Span>, free: impl Fn(Span) -> bool) -> Vec<Detection> {
    let mut found = Vec::new();
    fr::address::again(page, &proven(Kind::Address), &free, &mut found);
    fr::locality::again(page, &proven(Kind::Locality), free, &mut found);
    found
}

/// What `reader` finds in `text`, as slices, in the order of the text.
#[cfg(test)]
fn slices(reader: &Reader, text: &'static str) -> Vec<&'static str> {
    slices_where(reader, text, |_| true)
}

/// The same for one of its kinds.
#[cfg(test)]
fn slices_of(reader: &Reader, kind: Kind, text: &'static str) -> Vec<&'static str> {
    slices_where(reader, text, |detection| detection.kind == kind)
}

#[cfg(test)]
fn slices_where(reader: &Reader, text: &'static str, wanted: impl Fn(&Detection) -> bool) -> Vec<&'static str> {
    let page = Page::new(crate::text::Document::new(text).expect("a small text"), crate::lexicon::Lexicon::fr());
    let mut found = Vec::new();
    (reader.find)(&page, &mut found);
    found.retain(wanted);
    found.sort_by_key(|detection| detection.span);
    // What two readings of one rule find is one claim: see `resolve`.
    found.dedup_by_key(|detection| (detection.span, detection.kind));
    found.iter().map(|detection| detection.span.of(text)).collect()
}
