//! Who is who: how well spans that name one person are held together, and persons apart.
//!
//! Mentions are matched by overlap: a mention of gold takes the person of the predicted span that shares most letters
//! with it. B³ looks at each mention in turn: precision is the share of its predicted person's mentions that are of its
//! gold person, recall the share of its gold person's mentions that are of its predicted person; both are averaged over
//! the mentions (A. Bagga, B. Baldwin, *Algorithms for scoring coreference chains*, 1998). It is taken twice:
//!
//! - over matched mentions alone: who is who, once found;
//! - over all: a mention nobody found has recall 0, a span without gold has precision 0 and stays in its person's count.
//!
//! Gold without an id (`les époux X`), neutral gold and spans that touch nothing else count neither way.

use std::collections::{BTreeMap, BTreeSet};

use huisclos::{Kind, OffsetTable, OffsetUnit, OutSpan, fold, replace::name_words};
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::score::{Judged, KEPT, Labelled, Share};

/// Precision and recall of B³, each averaged over mentions.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct BCubed {
    precision: Mean,
    recall: Mean,
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Mean {
    sum: f64,
    count: usize,
}

impl Mean {
    fn add(&mut self, part: usize, whole: usize) {
        self.sum += ratio(part, whole);
        self.count += 1;
    }

    fn share(self) -> Option<f64> {
        (self.count > 0).then(|| self.sum / ratio(self.count, 1))
    }
}

#[allow(clippy::cast_precision_loss)] // Counts of mentions stay far below 2^52.
fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

fn percent(share: f64) -> f64 {
    (share * 10_000.0).round() / 100.0
}

impl BCubed {
    /// In percent, rounded to two decimals; `None` without predictions.
    pub fn precision(&self) -> Option<f64> {
        self.precision.share().map(percent)
    }

    /// In percent, rounded to two decimals; `None` without gold.
    pub fn recall(&self) -> Option<f64> {
        self.recall.share().map(percent)
    }

    /// The harmonic mean of precision and recall, in percent, rounded to two decimals.
    pub fn f1(&self) -> Option<f64> {
        let (precision, recall) = (self.precision.share()?, self.recall.share()?);
        Some(if precision + recall > 0.0 { percent(2.0 * precision * recall / (precision + recall)) } else { 0.0 })
    }
}

impl Serialize for BCubed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("BCubed", 3)?;
        fields.serialize_field("precision", &self.precision())?;
        fields.serialize_field("recall", &self.recall())?;
        fields.serialize_field("f1", &self.f1())?;
        fields.end()
    }
}

/// One mention: whose it is in gold (`None`: no gold), and whom the engine takes it for (`None`: not found).
pub type Item<'d> = (Option<&'d str>, Option<&'d str>);

/// How well mentions are grouped into persons.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Grouping {
    /// B³ over the mentions found.
    pub matched: BCubed,
    /// B³ over all mentions.
    pub all: BCubed,
    /// Persons of gold whose mentions found are of one person.
    pub together: Share,
    /// Persons of gold who share a person with nobody else of gold.
    pub apart: Share,
}

impl Grouping {
    /// Adds one document, whose persons are nobody of another document.
    ///
    /// ```
    /// use huisclos_corpora::identity::Grouping;
    /// let mut grouping = Grouping::default();
    /// // Two mentions of `a` and one of `b` under one name; a third of `a` under another.
    /// grouping.add(&[(Some("a"), Some("x")), (Some("a"), Some("x")), (Some("b"), Some("x")), (Some("a"), Some("y"))]);
    /// assert_eq!(grouping.matched.precision(), Some(66.67)); // (2/3 + 2/3 + 1/3 + 1) / 4
    /// assert_eq!(grouping.matched.recall(), Some(66.67)); // (2/3 + 2/3 + 1 + 1/3) / 4
    /// assert_eq!((grouping.together.part, grouping.together.whole), (1, 2));
    /// assert_eq!(grouping.apart.part, 0);
    /// ```
    pub fn add(&mut self, items: &[Item]) {
        let matched: Vec<Item> = items.iter().copied().filter(|(gold, found)| gold.is_some() && found.is_some()).collect();
        self.matched.add(&matched);
        self.all.add(items);
        let mut found_of: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        let mut gold_of: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (gold, found) in matched.iter().filter_map(|(gold, found)| Some(((*gold)?, (*found)?))) {
            found_of.entry(gold).or_default().insert(found);
            gold_of.entry(found).or_default().insert(gold);
        }
        for found in found_of.values() {
            self.together.count(found.len() == 1);
            self.apart.count(found.iter().all(|person| gold_of[person].len() == 1));
        }
    }
}

impl BCubed {
    fn add(&mut self, items: &[Item]) {
        let mut gold: BTreeMap<&str, usize> = BTreeMap::new();
        let mut found: BTreeMap<&str, usize> = BTreeMap::new();
        let mut both: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        for (of, taken) in items {
            if let Some(of) = of {
                *gold.entry(of).or_default() += 1;
            }
            if let Some(taken) = taken {
                *found.entry(taken).or_default() += 1;
            }
            if let Some(pair) = of.zip(*taken) {
                *both.entry(pair).or_default() += 1;
            }
        }
        for (of, taken) in items {
            let common = of.zip(*taken).map_or(0, |pair| both[&pair]);
            if let Some(taken) = taken {
                self.precision.add(common, found[taken]);
            }
            if let Some(of) = of {
                self.recall.add(common, gold[of]);
            }
        }
    }
}

/// The mentions of a document's persons; `labels` says which gold names persons and which predictions do.
pub fn items<'d>(document: &'d Judged, labels: &BTreeSet<String>) -> Vec<Item<'d>> {
    let (mut items, mut used) = (Vec::new(), BTreeSet::new());
    for gold in document.gold().iter().filter(|gold| labels.contains(&gold.label)) {
        let Some(person) = gold.entity.as_deref() else { continue };
        let best = best(document, gold, labels);
        used.extend(best);
        items.push((Some(person), best.and_then(|at| document.predicted()[at].entity.as_deref())));
    }
    for (at, span) in document.predicted().iter().enumerate().filter(|(_, span)| labels.contains(&span.label)) {
        let touches = document.gold().iter().any(|gold| gold.start < span.end && span.start < gold.end);
        if !touches && !used.contains(&at) {
            items.push((None, span.entity.as_deref()));
        }
    }
    items
}

/// One person taken for several, or several taken for one, with what names each part. `Debug` shows counts, never text.
#[derive(Clone)]
pub struct Wrong {
    /// True when a person of gold is taken for several, false when several are taken for one.
    pub split: bool,
    /// Whom each part belongs to (the engine's person when split, gold's when merged), and its mentions in order.
    pub parts: BTreeMap<String, Vec<String>>,
}

impl std::fmt::Debug for Wrong {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Wrong").field("split", &self.split).field("parts", &self.parts.len()).finish()
    }
}

/// Who is wrongly parted, then who is wrongly joined, over the mentions found.
///
/// ```
/// use huisclos_corpora::identity::wrong;
/// use huisclos_corpora::score::{Judged, Labelled};
/// let span = |start, end, entity: &str| Labelled { start, end, label: "PERSON".into(), entity: Some(entity.into()) };
/// let judged = Judged::new("Luc, Luc, Zoé", vec![span(0, 3, "a"), span(5, 8, "a"), span(10, 13, "b")], vec![span(0, 3, "x"), span(5, 8, "y"), span(10, 13, "y")]);
/// let [split, merged] = wrong(&judged, &["PERSON".to_owned()].into()).try_into().unwrap();
/// assert!(split.split && !merged.split);
/// assert_eq!(split.parts["x"], ["Luc"]);
/// assert_eq!(merged.parts["b"], ["Zoé"]);
/// ```
pub fn wrong(document: &Judged, labels: &BTreeSet<String>) -> Vec<Wrong> {
    let mut split: BTreeMap<&str, BTreeMap<String, Vec<String>>> = BTreeMap::new();
    let mut merged = split.clone();
    for gold in document.gold().iter().filter(|gold| labels.contains(&gold.label)) {
        let found = best(document, gold, labels).and_then(|at| document.predicted()[at].entity.as_deref());
        if let Some((person, found)) = gold.entity.as_deref().zip(found) {
            let shown = document.shown(gold.start, gold.end);
            split.entry(person).or_default().entry(found.to_owned()).or_default().push(shown.clone());
            merged.entry(found).or_default().entry(person.to_owned()).or_default().push(shown);
        }
    }
    let several = |groups: BTreeMap<&str, BTreeMap<String, Vec<String>>>, split| {
        groups.into_values().filter(|parts| parts.len() > 1).map(move |parts| Wrong { split, parts }).collect::<Vec<_>>()
    };
    let mut all = several(split, true);
    all.extend(several(merged, false));
    all
}

/// The predicted span that shares most letters with `gold`, the first of equals.
fn best(document: &Judged, gold: &Labelled, labels: &BTreeSet<String>) -> Option<usize> {
    let shared = |span: &Labelled| document.letters(span.start.max(gold.start), span.end.min(gold.end)).len();
    let spans = document.predicted().iter().enumerate().filter(|(_, span)| labels.contains(&span.label));
    spans.map(|(at, span)| (shared(span), at)).filter(|(letters, _)| *letters > 0).max_by_key(|(letters, at)| (*letters, std::cmp::Reverse(*at))).map(|(_, at)| at)
}

/// The labels of persons in [`Judged::of_marked`], kept or not.
pub fn persons() -> BTreeSet<String> {
    [Kind::Person.as_str().to_owned(), format!("{KEPT}{}", Kind::Person)].into()
}

/// The words of the persons hidden, each under the label that replaces it. A span whose replacement does not go word by
/// word stays whole, under all of its replacement.
///
/// ```
/// use huisclos::{CaseFacts, Engine};
/// let text = "M. Jean de DUVAL a conclu.";
/// let outcome = Engine::builder().build()?.detect(text, &CaseFacts::default())?;
/// let words = huisclos_corpora::identity::hidden_words(text, &outcome.spans);
/// assert_eq!(words.iter().map(|word| &text[word.start..word.end]).collect::<Vec<_>>(), ["Jean", "DUVAL"]);
/// # Ok::<(), huisclos::Error>(())
/// ```
pub fn hidden_words(text: &str, spans: &[OutSpan]) -> Vec<Labelled> {
    let table = OffsetTable::new(text, OffsetUnit::Char);
    let mut words = Vec::new();
    for span in spans.iter().filter(|span| span.kind == Kind::Person && span.action.hides()) {
        let name = span.span.of(text);
        let labels: Vec<&str> = span.replacement.split([' ', '-']).collect();
        let wanted = name_words(name);
        let (start, end) = table.convert_span(span.span);
        let labelled = |start: u32, end: u32, label: &str| Labelled {
            start: start as usize,
            end: end as usize,
            label: Kind::Person.as_str().to_owned(),
            entity: Some(label.to_owned()),
        };
        if wanted.len() != labels.len() {
            words.push(labelled(start, end, &span.replacement));
            continue;
        }
        let mut next = 0;
        for piece in name.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|piece| !piece.is_empty()) {
            if next < wanted.len() && fold(piece).trim_matches('-') == wanted[next] {
                let from = start + name[..piece.as_ptr() as usize - name.as_ptr() as usize].chars().count() as u32;
                words.push(labelled(from, from + piece.chars().count() as u32, labels[next]));
                next += 1;
            }
        }
    }
    words
}

/// How the replacements of persons' words tell persons apart.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct Pseudonyms {
    /// Persons of gold in whose names each word has one label, however it is spelt.
    pub one: Share,
    /// Persons of gold whose labels together are nobody else's of gold.
    pub own: Share,
}

impl Pseudonyms {
    /// Adds one document whose predictions are [`hidden_words`]; gold that must stay does not count.
    ///
    /// Two words of one person are one word spelt twice when they differ in case, accents, hyphens or, from six letters
    /// on, in one letter.
    pub fn add(&mut self, document: &Judged) {
        let hidden: BTreeSet<String> = [Kind::Person.as_str().to_owned()].into();
        let mut people: BTreeMap<&str, BTreeSet<(String, &str)>> = BTreeMap::new();
        for gold in document.gold().iter().filter(|gold| hidden.contains(&gold.label)) {
            let Some(person) = gold.entity.as_deref() else { continue };
            for span in document.predicted() {
                let letters = document.letters(span.start, span.end).len();
                let shared = document.letters(span.start.max(gold.start), span.end.min(gold.end)).len();
                if let Some(label) = span.entity.as_deref().filter(|_| shared * 2 > letters) {
                    let word = fold(&document.shown(span.start, span.end)).chars().filter(|c| c.is_alphanumeric()).collect();
                    people.entry(person).or_default().insert((word, label));
                }
            }
        }
        let labels = |words: &BTreeSet<(String, &'_ str)>| words.iter().map(|(_, label)| (*label).to_owned()).collect::<BTreeSet<_>>();
        let mut bearers: BTreeMap<BTreeSet<String>, usize> = BTreeMap::new();
        for words in people.values() {
            *bearers.entry(labels(words)).or_default() += 1;
        }
        for words in people.values() {
            let split = words.iter().any(|(word, label)| words.iter().any(|(other, another)| label != another && same_word(word, other)));
            self.one.count(!split);
            self.own.count(bearers[&labels(words)] == 1);
        }
    }
}

/// True when two folded words differ in one letter at most, one letter more included.
fn same_word(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    if short.len() < 6 || long.len() > short.len() + 1 {
        return a == b;
    }
    let head = short.iter().zip(long).take_while(|(x, y)| x == y).count();
    let tail = short[head..].iter().rev().zip(long[head..].iter().rev()).take_while(|(x, y)| x == y).count();
    long.len() - head - tail <= 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(start: usize, end: usize, label: &str, entity: Option<&str>) -> Labelled {
        Labelled { start, end, label: label.into(), entity: entity.map(str::to_owned) }
    }

    fn close(value: Option<f64>, wanted: f64) -> bool {
        value.is_some_and(|value| (value - wanted).abs() < 0.006)
    }

    #[test]
    fn b_cubed_by_hand() {
        // The example of Bagga and Baldwin: 1-5, 6-7, 8-9-A-B-C; the answer joins the first two, or the last two.
        let gold = ["a", "a", "a", "a", "a", "b", "b", "c", "c", "c", "c", "c"];
        for (answer, precision) in [("xxxxxyyzzzzz", 100.0), ("xxxxxyyyyyyy", 76.19), ("xxxxxyyxxxxx", 58.33)] {
            let items: Vec<Item> = gold.iter().enumerate().map(|(at, gold)| (Some(*gold), Some(&answer[at..=at]))).collect();
            let mut grouping = Grouping::default();
            grouping.add(&items);
            assert!(close(grouping.matched.precision(), precision), "{answer}: {:?}", grouping.matched.precision());
            assert_eq!(grouping.matched.recall(), Some(100.0), "{answer}");
        }
    }

    #[test]
    fn what_is_missed_or_unfounded_counts_in_all_alone() {
        let mut grouping = Grouping::default();
        grouping.add(&[(Some("a"), Some("x")), (Some("a"), None), (None, Some("x"))]);
        assert_eq!((grouping.matched.precision(), grouping.matched.recall()), (Some(100.0), Some(100.0)));
        // Precision: 1/2 and 0; recall: 1/2 and 0.
        assert_eq!((grouping.all.precision(), grouping.all.recall(), grouping.all.f1()), (Some(25.0), Some(25.0), Some(25.0)));
        assert_eq!((grouping.together.percent(), grouping.apart.percent()), (Some(100.0), Some(100.0)));
    }

    #[test]
    fn nothing_has_no_figure_and_documents_do_not_mix() {
        let mut grouping = Grouping::default();
        grouping.add(&[]);
        assert_eq!((grouping.all.f1(), grouping.together.percent()), (None, None));
        grouping.add(&[(Some("p1"), Some("p1"))]);
        grouping.add(&[(Some("p2"), Some("p1"))]);
        assert_eq!((grouping.all.f1(), grouping.apart.percent()), (Some(100.0), Some(100.0)));
    }

    #[test]
    fn a_mention_takes_the_span_that_shares_most_letters() {
        //          0123456789012345678901234567890
        let text = "Zoé DURAND, les époux RÉ, M. LI";
        let gold = vec![span(0, 10, "person", Some("a")), span(22, 24, "person", None)];
        let predicted = vec![
            span(0, 3, "person", Some("x")),
            span(4, 10, "person", Some("y")),
            span(22, 24, "person", Some("z")),
            span(29, 31, "person", Some("x")),
        ];
        let document = Judged::new(text, gold, predicted);
        assert_eq!(items(&document, &persons()), [(Some("a"), Some("y")), (None, Some("x"))], "a span on gold without id counts neither way");
    }

    #[test]
    fn a_word_spelt_twice_has_one_label_and_two_persons_have_two() {
        //          0123456789012345678901234567890123456789
        let text = "VIRY-COLIN VIRYCOLIN MARTINON MARTINAUD";
        let gold = vec![span(0, 10, "person", Some("a")), span(11, 20, "person", Some("a")), span(21, 29, "person", Some("b")), span(30, 39, "person", Some("c"))];
        let figures = |labels: [&str; 4]| {
            let predicted = gold.iter().zip(labels).map(|(gold, label)| span(gold.start, gold.end, "person", Some(label))).collect();
            let mut pseudonyms = Pseudonyms::default();
            pseudonyms.add(&Judged::new(text, gold.clone(), predicted));
            (pseudonyms.one.part, pseudonyms.own.part, pseudonyms.own.whole)
        };
        assert_eq!(figures(["[A]", "[A]", "[B]", "[C]"]), (3, 3, 3));
        assert_eq!(figures(["[A]", "[D]", "[B]", "[C]"]), (2, 3, 3));
        assert_eq!(figures(["[A]", "[A]", "[B]", "[B]"]), (3, 1, 3));
    }

    #[test]
    fn one_letter_apart() {
        for (a, b, same) in [("DUVAL", "DUVAL", true), ("DUVAL", "DUVALS", false), ("VASSEUR", "VASSEURS", true), ("VASSEUR", "VASSAUT", false), ("KOWALCZYK", "KOWALCZIK", true)] {
            assert_eq!(same_word(a, b), same, "{a} {b}");
        }
    }
}
