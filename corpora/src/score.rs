//! How well spans cover gold, by letters and digits.
//!
//! A mention is covered when every letter and digit of it is, particles and civilities aside (`de`, `Mme`). The headline is
//! [`Figures::clean_docs`]: the share of documents in which nothing of a name that must go is left.

use std::collections::{BTreeMap, BTreeSet};

use huisclos::replace::name_words;
use huisclos::{Kind, OffsetTable, OffsetUnit, OutSpan, Policy, Role, Span, fold};
use serde::{Serialize, Serializer};

use crate::marked::{Gold, Marked};

/// Words whose letters do not count: they name nobody.
const PARTICLES: &[&str] = &[
    "de", "du", "des", "la", "le", "les", "et", "à", "m", "mme", "mr", "mrs", "ms", "dr", "monsieur", "madame", "maître", "me", "the",
    "of", "and", "in", "on", "no", "nr", "don", "doña", "d", "l", "el", "los", "y",
];

/// What [`Judged::of_marked`] puts before the kind of a span that stays readable.
pub const KEPT: &str = "kept ";

/// A range of code points of one text, half-open, with what it is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Labelled {
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// Kind or label.
    pub label: String,
    /// Which person or datum, when known.
    pub entity: Option<String>,
}

/// One document: text, gold and predictions. Spans beyond the text are cut.
///
/// `Debug` shows counts, never text.
#[derive(Clone)]
pub struct Judged {
    text: Vec<char>,
    gold: Vec<Labelled>,
    predicted: Vec<Labelled>,
}

impl std::fmt::Debug for Judged {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Judged").field("chars", &self.text.len()).field("gold", &self.gold.len()).field("predicted", &self.predicted.len()).finish()
    }
}

/// What counts in one set of figures.
#[derive(Clone, Debug, Default)]
pub struct Measure {
    /// Gold that must be covered.
    pub mask: BTreeSet<String>,
    /// Gold that must stay readable.
    pub keep: BTreeSet<String>,
    /// Labels of predictions that cover; all when `None`.
    pub cover: Option<BTreeSet<String>>,
    /// Labels of predictions whose precision is judged; all that cover when `None`.
    pub judge: Option<BTreeSet<String>>,
}

impl Measure {
    /// What becomes of one kind in [`Judged::of_marked`]: any span that hides covers it, spans of its own kind are judged.
    pub fn of_kind(kind: Kind) -> Self {
        Self {
            mask: [kind.as_str().to_owned()].into(),
            keep: [format!("{KEPT}{kind}")].into(),
            cover: Some(all_kinds()),
            judge: Some([kind.as_str().to_owned()].into()),
        }
    }

    /// Whether one kind is recognised at all in [`Judged::of_marked`], kept or not.
    pub fn found(kind: Kind) -> Self {
        let both: BTreeSet<String> = [kind.as_str().to_owned(), format!("{KEPT}{kind}")].into();
        Self { mask: both.clone(), cover: Some(both), ..Self::default() }
    }

    /// Every kind of [`Judged::of_marked`] together: what must go, and what must stay.
    pub fn of_all() -> Self {
        let keep = Kind::ALL.iter().map(|kind| format!("{KEPT}{kind}")).collect();
        Self { mask: all_kinds(), keep, cover: Some(all_kinds()), judge: None }
    }
}

fn all_kinds() -> BTreeSet<String> {
    Kind::ALL.iter().map(|kind| kind.as_str().to_owned()).collect()
}

/// A share: how many of how many. Serialised as percent with two decimals, `null` of none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// How many fulfil it.
    pub part: usize,
    /// Of how many.
    pub whole: usize,
}

impl Share {
    pub(crate) fn count(&mut self, fulfilled: bool) {
        self.part += usize::from(fulfilled);
        self.whole += 1;
    }

    /// In percent, rounded to two decimals; `None` of none.
    ///
    /// ```
    /// assert_eq!(huisclos_corpora::score::Share { part: 2, whole: 3 }.percent(), Some(66.67));
    /// ```
    pub fn percent(self) -> Option<f64> {
        #[allow(clippy::cast_precision_loss)] // Counts of letters stay far below 2^52.
        let exact = 100.0 * self.part as f64 / self.whole as f64;
        (self.whole > 0).then(|| format!("{exact:.2}").parse().unwrap_or(exact))
    }
}

impl Serialize for Share {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.percent().serialize(serializer)
    }
}

impl std::fmt::Display for Share {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.percent() {
            Some(percent) => f.pad(&format!("{percent:.2}")),
            None => f.pad("-"),
        }
    }
}

/// The figures of a set of documents.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Figures {
    /// Documents with something to mask.
    pub docs: usize,
    /// Mentions to mask.
    pub mentions: usize,
    /// Mentions with every letter covered.
    pub mention_recall: Share,
    /// Letters of those mentions covered.
    pub char_recall: Share,
    /// Distinct names with all mentions covered, per document.
    pub entity_recall: Share,
    /// Documents with no letter left.
    pub clean_docs: Share,
    /// Mentions to keep with no letter covered.
    pub kept_rate: Share,
    /// Predictions that touch gold to mask; those that touch only other gold count neither way.
    pub precision: Share,
    /// The same by letters.
    pub char_precision: Share,
    /// Mention recall by kind of gold.
    pub by_kind: BTreeMap<String, Share>,
    /// What was missed, with what stands around it, and how often. Text of the documents.
    #[serde(skip)]
    pub missed: BTreeMap<(String, String), usize>,
    /// What was masked without gold, and how often. Text of the documents.
    #[serde(skip)]
    pub unfounded: BTreeMap<(String, String), usize>,
}

impl Judged {
    /// Takes the gold of a marked text and what the engine made of it, under `policy`.
    ///
    /// Labels are kinds, with [`KEPT`] before those that stay readable; neutral marks are labelled `neutral`.
    ///
    /// The marks are whole addresses and whole companies; what must go of them is the part that bears a name marked as a hidden
    /// person's. Of a web address that the policy narrows, those parts must go and the others stay. Of a company that stays,
    /// those parts count neither way: they are persons'.
    pub fn of_marked(marked: &Marked, spans: &[OutSpan], policy: &Policy) -> Self {
        let table = OffsetTable::new(&marked.text, OffsetUnit::Char);
        let labelled = |span, kind: Kind, hides: bool, entity: Option<String>| {
            let (start, end) = table.convert_span(span);
            let label = if hides { kind.as_str().to_owned() } else { format!("{KEPT}{kind}") };
            Labelled { start: start as usize, end: end as usize, label, entity }
        };
        let decide = |mark: &Gold| policy.decide(mark.kind, mark.role.unwrap_or(Role::Unknown), huisclos::Confidence::Certain);
        let names = hidden_names(marked, |mark| decide(mark).action.hides());
        let mut gold = Vec::with_capacity(marked.gold.len());
        for mark in &marked.gold {
            let decision = decide(mark);
            let hides = decision.action.hides();
            if mark.neutral {
                gold.push(Labelled { label: "neutral".to_owned(), ..labelled(mark.span, mark.kind, hides, mark.entity.clone()) });
            } else if decision.narrow.is_some() || mark.kind == Kind::Organisation && !hides {
                for (span, bears) in parts(&marked.text, mark.span, mark.kind, &names) {
                    let part = labelled(span, mark.kind, hides && bears, mark.entity.clone());
                    gold.push(if bears && !hides { Labelled { label: "neutral".to_owned(), ..part } } else { part });
                }
            } else {
                gold.push(labelled(mark.span, mark.kind, hides, mark.entity.clone()));
            }
        }
        let predicted = spans.iter().map(|span| labelled(span.span, span.kind, span.action.hides(), Some(span.entity.clone())));
        Self { text: marked.text.chars().collect(), gold, predicted: predicted.collect() }
    }

    /// Takes a text with gold and predictions in code points.
    pub fn new(text: &str, gold: Vec<Labelled>, predicted: Vec<Labelled>) -> Self {
        Self { text: text.chars().collect(), gold, predicted }
    }

    /// The same document with other predictions.
    #[must_use]
    pub fn with_predictions(&self, predicted: Vec<Labelled>) -> Self {
        Self { text: self.text.clone(), gold: self.gold.clone(), predicted }
    }

    pub(crate) fn gold(&self) -> &[Labelled] {
        &self.gold
    }

    pub(crate) fn predicted(&self) -> &[Labelled] {
        &self.predicted
    }

    /// The positions of the letters and digits that count in `start..end`.
    pub(crate) fn letters(&self, start: usize, end: usize) -> Vec<usize> {
        let end = end.min(self.text.len());
        let mut letters = Vec::new();
        let mut at = start;
        while at < end {
            let word = (at..end).take_while(|at| self.text[*at].is_alphanumeric() || self.text[*at] == '_').count();
            let lower: String = self.text[at..at + word].iter().flat_map(|c| c.to_lowercase()).collect();
            if word > 0 && !PARTICLES.contains(&lower.as_str()) {
                letters.extend(at..at + word);
            }
            at += word + 1;
        }
        letters
    }

    /// A mark over every position of the spans that `wanted` takes.
    fn paint<'s>(&self, spans: impl Iterator<Item = &'s Labelled>) -> Vec<bool> {
        let mut painted = vec![false; self.text.len()];
        for span in spans {
            let end = span.end.min(self.text.len());
            painted[span.start.min(end)..end].fill(true);
        }
        painted
    }

    pub(crate) fn shown(&self, start: usize, end: usize) -> String {
        let end = end.min(self.text.len());
        self.text[start.min(end)..end].iter().map(|c| if *c == '\n' { '⏎' } else { *c }).collect()
    }
}

/// The folded words, of four letters or more, of the persons whose marks `hides` accepts: a hyphen parts them, as it does in a
/// web address.
fn hidden_names(marked: &Marked, hides: impl Fn(&Gold) -> bool) -> BTreeSet<String> {
    let persons = marked.gold.iter().filter(|mark| mark.kind == Kind::Person && !mark.neutral && hides(mark));
    let words = persons.flat_map(|mark| name_words(mark.span.of(&marked.text)));
    words.flat_map(|word| word.split('-').map(str::to_owned).collect::<Vec<_>>()).filter(|word| word.chars().count() > 3).collect()
}

/// The parts of a web address or a company, and whether each bears one of `names`: see [`Judged::of_marked`].
fn parts(text: &str, span: Span, kind: Kind, names: &BTreeSet<String>) -> Vec<(Span, bool)> {
    let whole = span.of(text);
    let part = |from: usize, to: usize| Span::new(span.start + from as u32, span.start + to as u32);
    let mut parts = Vec::new();
    let (mut at, mut rest) = (0, 0);
    for piece in whole.split(|c: char| !c.is_alphanumeric()) {
        let folded = fold(piece);
        let bears = names.iter().any(|name| folded == *name || kind == Kind::Url && name.chars().count() > 4 && folded.contains(name.as_str()));
        let end = at + piece.len();
        if bears {
            parts.extend([(part(rest, at), false), (part(at, end), true)]);
            rest = end;
        }
        at = end + whole[end..].chars().next().map_or(0, char::len_utf8);
    }
    parts.push((part(rest, whole.len()), false));
    parts
}

impl Figures {
    /// Adds one document. Linear in the text.
    ///
    /// ```
    /// use huisclos_corpora::score::{Figures, Judged, Labelled, Measure};
    /// let span = |start, end, label: &str| Labelled { start, end, label: label.into(), entity: None };
    /// let document = Judged::new("M. Zoé RÉ et Me LÉ", vec![span(3, 9, "PERSON"), span(16, 18, "LAWYER")], vec![span(3, 6, "person")]);
    /// let measure = Measure { mask: ["PERSON".into()].into(), keep: ["LAWYER".into()].into(), ..Measure::default() };
    /// let mut figures = Figures::default();
    /// figures.add(&document, &measure);
    /// assert_eq!(figures.mention_recall.percent(), Some(0.0));
    /// assert_eq!(figures.char_recall.percent(), Some(60.0));
    /// assert_eq!(figures.kept_rate.percent(), Some(100.0));
    /// assert_eq!(figures.precision.percent(), Some(100.0));
    /// ```
    pub fn add(&mut self, document: &Judged, measure: &Measure) {
        let covers = |label: &String| measure.cover.as_ref().is_none_or(|labels| labels.contains(label));
        let covered = document.paint(document.predicted.iter().filter(|span| covers(&span.label)));
        self.add_gold(document, measure, &covered);
        let judged = |label: &String| measure.judge.as_ref().map_or_else(|| covers(label), |labels| labels.contains(label));
        self.add_predictions(document, measure, judged);
    }

    fn add_gold(&mut self, document: &Judged, measure: &Measure, covered: &[bool]) {
        let mut names: BTreeMap<(&str, String), bool> = BTreeMap::new();
        let mut clean = true;
        for gold in &document.gold {
            let letters = document.letters(gold.start, gold.end);
            if letters.is_empty() {
                continue;
            }
            let hit = letters.iter().filter(|at| covered[**at]).count();
            if measure.mask.contains(&gold.label) {
                let full = hit == letters.len();
                self.mentions += 1;
                self.mention_recall.count(full);
                self.char_recall.part += hit;
                self.char_recall.whole += letters.len();
                self.by_kind.entry(gold.label.clone()).or_default().count(full);
                let name = gold.entity.clone().filter(|entity| !entity.is_empty());
                let name = name.unwrap_or_else(|| document.shown(gold.start, gold.end).to_lowercase());
                *names.entry((gold.label.as_str(), name)).or_insert(true) &= full;
                clean &= full;
                if !full {
                    let before = document.shown(gold.start.saturating_sub(30), gold.start);
                    let [name, after] = [(gold.start, gold.end), (gold.end, gold.end + 20)].map(|(start, end)| document.shown(start, end));
                    *self.missed.entry((gold.label.clone(), format!("{before}«{name}»{after}"))).or_default() += 1;
                }
            } else if measure.keep.contains(&gold.label) {
                self.kept_rate.count(hit == 0);
            }
        }
        self.entity_recall.part += names.values().filter(|full| **full).count();
        self.entity_recall.whole += names.len();
        if !names.is_empty() {
            self.docs += 1;
            self.clean_docs.count(clean);
        }
    }

    fn add_predictions(&mut self, document: &Judged, measure: &Measure, judged: impl Fn(&String) -> bool) {
        let mask = document.paint(document.gold.iter().filter(|gold| measure.mask.contains(&gold.label)));
        let keep = document.paint(document.gold.iter().filter(|gold| measure.keep.contains(&gold.label)));
        let is_other = |gold: &&Labelled| !measure.mask.contains(&gold.label) && !measure.keep.contains(&gold.label);
        let other = document.paint(document.gold.iter().filter(is_other));
        for span in document.predicted.iter().filter(|span| judged(&span.label)) {
            let letters = document.letters(span.start, span.end);
            if letters.is_empty() {
                continue;
            }
            let on = |painted: &[bool]| letters.iter().filter(|at| painted[**at]).count();
            let [masked, kept, others] = [&mask, &keep, &other].map(|painted| on(painted));
            if masked == 0 && kept == 0 && others > 0 {
                continue;
            }
            self.precision.count(masked > 0);
            self.char_precision.part += masked;
            self.char_precision.whole += letters.len().saturating_sub(others);
            if masked == 0 && kept == 0 {
                *self.unfounded.entry((span.label.clone(), document.shown(span.start, span.end))).or_default() += 1;
            }
        }
    }
}

/// The `count` most frequent entries, first the most frequent.
pub fn most_frequent(entries: &BTreeMap<(String, String), usize>, count: usize) -> Vec<(usize, &str, &str)> {
    let mut all: Vec<_> = entries.iter().map(|((label, text), times)| (*times, label.as_str(), text.as_str())).collect();
    all.sort_by_key(|(times, ..)| std::cmp::Reverse(*times));
    all.truncate(count);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(start: usize, end: usize, label: &str, entity: Option<&str>) -> Labelled {
        Labelled { start, end, label: label.into(), entity: entity.map(str::to_owned) }
    }

    fn persons() -> Measure {
        Measure { mask: ["PERSON".into()].into(), keep: ["LAWYER".into()].into(), ..Measure::default() }
    }

    #[test]
    fn an_entity_is_found_when_all_its_mentions_are() {
        //                                 0123456789012345678
        let document = Judged::new("Zoé RÉ, puis Mme RÉ", vec![span(0, 6, "PERSON", Some("p1")), span(13, 19, "PERSON", Some("p1"))], vec![span(0, 6, "person", None)]);
        let mut figures = Figures::default();
        figures.add(&document, &persons());
        assert_eq!((figures.mention_recall.part, figures.mention_recall.whole), (1, 2));
        assert_eq!((figures.entity_recall.part, figures.entity_recall.whole), (0, 1));
        assert_eq!((figures.char_recall.part, figures.char_recall.whole), (5, 7), "the civility's letters do not count");
        assert_eq!(figures.clean_docs.percent(), Some(0.0));
        assert_eq!(most_frequent(&figures.missed, 5), [(1, "PERSON", "Zoé RÉ, puis «Mme RÉ»")]);
    }

    #[test]
    fn predictions_count_for_against_and_neither_way() {
        let gold = vec![span(0, 3, "PERSON", None), span(4, 7, "LAWYER", None), span(8, 11, "TOWN", None)];
        let predicted = vec![span(0, 3, "p", None), span(4, 7, "p", None), span(8, 11, "p", None), span(12, 15, "p", None), span(12, 99, "q", None)];
        let mut figures = Figures::default();
        let only_p = Measure { cover: Some(["p".into()].into()), ..persons() };
        figures.add(&Judged::new("AAA BBB CCC DDD", gold, predicted), &only_p);
        assert_eq!((figures.precision.part, figures.precision.whole), (1, 3));
        assert_eq!(figures.kept_rate.percent(), Some(0.0));
        assert_eq!(figures.clean_docs.percent(), Some(100.0));
        assert_eq!(most_frequent(&figures.unfounded, 5), [(1, "p", "DDD")]);
    }

    #[test]
    fn a_document_with_nothing_to_mask_is_not_counted_clean() {
        let mut figures = Figures::default();
        figures.add(&Judged::new("rien", vec![], vec![]), &persons());
        assert_eq!((figures.docs, figures.clean_docs.percent()), (0, None));
    }

    #[test]
    fn of_a_web_address_or_a_company_the_part_with_a_name_is_another_thing() {
        let text = "[[person.party: Zoé DURIEZ]], [[url: www.duriez-toits.example/a]], [[url: www.toits.example]], [[organisation: SARL DURIEZ TOITS]]";
        let marked = Marked::parse("x.md", text).unwrap();
        let document = Judged::of_marked(&marked, &[], &Policy::fr_judilibre());
        let gold: Vec<_> = document.gold.iter().map(|gold| (gold.label.as_str(), document.shown(gold.start, gold.end))).collect();
        let of = |label: &str| gold.iter().filter(|(known, _)| *known == label).map(|(_, text)| text.trim()).collect::<Vec<_>>();
        assert_eq!(of("url"), ["duriez"]);
        assert_eq!(of("kept url"), ["www.", "-toits.example/a", "www.toits.example"]);
        assert_eq!(of("kept organisation"), ["SARL", "TOITS"]);
        assert_eq!(of("neutral"), ["DURIEZ"]);

        let marked = Marked::parse("x.md", "[[person.party: Léa SAINT-OUIN]], [[url: avis.example/saint-ouin]]").unwrap();
        let document = Judged::of_marked(&marked, &[], &Policy::fr_judilibre());
        let parts: Vec<_> = document.gold.iter().filter(|gold| gold.label == "url").map(|gold| document.shown(gold.start, gold.end)).collect();
        assert_eq!(parts, ["saint", "ouin"]);
    }

    #[test]
    fn marked_gold_is_split_by_what_the_policy_keeps() {
        let marked = Marked::parse("x.md", "[[person.party: Zoé RÉ]], [[person.judge: Al BO]], [[?plate: AB-123-CD]]").unwrap();
        let document = Judged::of_marked(&marked, &[], &Policy::fr_judilibre());
        let labels: Vec<_> = document.gold.iter().map(|gold| (gold.start, gold.end, gold.label.as_str())).collect();
        assert_eq!(labels, [(0, 6, "person"), (8, 13, "kept person"), (15, 24, "neutral")]);
    }
}
