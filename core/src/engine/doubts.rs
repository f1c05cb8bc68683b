//! What a reader should look at: the doubts that the Court's own annotators are shown, and what no rule explains.


use crate::context::{Cue, Page};
use crate::error::Error;
use crate::lexicon::{Class, Lexicon};
use crate::model::{Action, CaseFacts, Kind, OutSpan, Role};
use crate::persons::WHOSE;
use crate::replace::{key, name_words};
use crate::report::review::{Doubt, DoubtCode, Ruling};
use crate::report::spelling::likeness;
use crate::report::verify::masks::masks;
use crate::text::{Document, Gap, Shape, SortedMap, SortedSet, Span, TokenKind, fold, order_by};

use super::{review::READER, terms};

/// Two spellings more like each other than this, in percent, may be one name.
const LIKE: usize = 80;
/// Shorter words are like too many others.
const SHORTEST: usize = 4;
/// A number is looked for so many tokens before and after the word that announces it.
const REACH: (usize, usize) = (6, 25);

/// Words that announce a bank account.
const ACCOUNT: &[&str] = &["IBAN", "RIB", "BIC"];

/// The doubts on `text`, of which `spans` is what the rules say. Quadratic in the distinct words of hidden names, linear in
/// the rest.
pub(super) fn find(text: &str, spans: &[OutSpan], facts: &CaseFacts) -> Result<Vec<Doubt>, Error> {
    let document = Document::new(text).ok_or_else(|| Error::too_large(text.len()))?;
    let page = Page::new(document, Lexicon::fr());
    let scene = Scene { page: &page, spans, names: names(text, spans) };
    let mut doubts = scene.unsure();
    scene.similar(&mut doubts);
    scene.shared(&mut doubts);
    scene.categories(&mut doubts);
    scene.short(&mut doubts);
    scene.unpaired(&mut doubts);
    scene.missing(facts, &mut doubts);
    scene.capitals(&mut doubts);
    order_by(&mut doubts, |doubt| (doubt.code as u64) << 33 | doubt.spans.first().map_or(0, |span| u64::from(span.start) + 1));
    Ok(doubts)
}

/// What is no name by its place in the dictionaries.
const KNOWN: Class =
    Class::PLACE.union(Class::REGION).union(Class::COUNTRY).union(Class::PUBLIC_BODY).union(Class::LEGAL).union(Class::COMPANY_FORM).union(Class::STREET_TYPE).union(Class::PROFESSION);

struct Scene<'p, 't> {
    page: &'p Page<'t>,
    spans: &'p [OutSpan],
    /// The words of hidden names: where each stands, as indices of `spans`.
    names: SortedMap<String, Vec<usize>>,
}

fn names(text: &str, spans: &[OutSpan]) -> SortedMap<String, Vec<usize>> {
    let mut names: SortedMap<String, Vec<usize>> = SortedMap::default();
    for (at, span) in spans.iter().enumerate().filter(|(_, span)| span.kind == Kind::Person && span.action.hides()) {
        for word in name_words(span.span.of(text)) {
            names.entry(word).or_default().push(at);
        }
    }
    names
}

fn doubt(code: DoubtCode, spans: Vec<Span>, suggestion: Option<Ruling>) -> Doubt {
    Doubt { code, spans, entities: Vec::new(), fact: None, suggestion }
}

const fn accept(span: Span) -> Ruling {
    Ruling::Accept { start: span.start, end: span.end, all: false }
}

const fn add(span: Span, kind: Kind, all: bool) -> Ruling {
    Ruling::Add { start: span.start, end: span.end, kind, role: Role::Unknown, all }
}

impl Scene<'_, '_> {
    fn text(&self) -> &str {
        self.page.document.text()
    }

    fn of_span(code: DoubtCode, span: &OutSpan, suggestion: Ruling) -> Doubt {
        Doubt { entities: vec![span.entity.clone()], ..doubt(code, vec![span.span], Some(suggestion)) }
    }

    fn unsure(&self) -> Vec<Doubt> {
        let unsure = self.spans.iter().filter(|span| span.action == Action::Review);
        unsure.map(|span| Self::of_span(DoubtCode::Unsure, span, accept(span.span))).collect()
    }

    /// Words of which one stands once: of two persons who may be one, or of one who may be two.
    fn similar(&self, doubts: &mut Vec<Doubt>) {
        let words: Vec<_> = self.names.iter().filter(|(word, _)| word.chars().count() >= SHORTEST).collect();
        for (rank, (word, places)) in words.iter().enumerate() {
            for (other, others) in &words[rank + 1..] {
                let (rare, common) = if places.len() <= others.len() { (places, others) } else { (others, places) };
                let (one, two) = (&self.spans[rare[0]], &self.spans[common[0]]);
                if rare.len() > 1 || word.len().abs_diff(other.len()) > 2 || likeness(word, other) <= LIKE {
                    continue;
                }
                let mut spans = vec![one.span, two.span];
                order_by(&mut spans, |span| span.number());
                if one.entity == two.entity {
                    // Whom a reader joined, or two words of one name: `Michèle MICHEL`.
                    let decided = [one, two].iter().any(|span| span.rules.contains(&READER));
                    let same = word.replace('-', "") == other.replace('-', "") || common.contains(&rare[0]);
                    if decided || same {
                        continue;
                    }
                    let unlink = Ruling::Unlink { start: one.span.start, end: one.span.end, all: false };
                    doubts.push(Doubt { entities: vec![one.entity.clone()], ..doubt(DoubtCode::SimilarSpelling, spans, Some(unlink)) });
                    continue;
                }
                let link = Ruling::Link { start: two.span.start, end: two.span.end, with_start: one.span.start, with_end: one.span.end };
                doubts.push(Doubt { entities: vec![one.entity.clone(), two.entity.clone()], ..doubt(DoubtCode::SimilarSpelling, spans, Some(link)) });
            }
        }
    }

    /// A lone surname that several persons bear: to be joined with the bearer named last before, or parted from whom it was given to.
    fn shared(&self, doubts: &mut Vec<Doubt>) {
        let mut mentions: SortedMap<&str, usize> = SortedMap::default();
        self.spans.iter().for_each(|span| *mentions.entry(&span.entity).or_default() += 1);
        // Fuller names with the word, and whose they are.
        let mut bearers: SortedMap<&str, (Vec<&OutSpan>, SortedSet<&String>)> = SortedMap::default();
        for span in self.spans.iter().filter(|span| span.reason == Some(WHOSE) && span.action.hides()) {
            let named = name_words(span.span.of(self.text()));
            let Some((word, places)) = named.first().and_then(|word| self.names.get_key_value(word)) else { continue };
            let (fuller, entities) = bearers.entry(word).or_insert_with(|| {
                let fuller: Vec<&OutSpan> = places.iter().map(|&at| &self.spans[at]).filter(|other| name_words(other.span.of(self.text())).len() > named.len()).collect();
                let entities = fuller.iter().map(|other| &other.entity).collect();
                (fuller, entities)
            });
            let before = fuller.partition_point(|other| other.span.start < span.span.start);
            let suggestion = match fuller.get(before.saturating_sub(1)).filter(|_| mentions[span.entity.as_str()] == 1) {
                Some(other) => Ruling::Link { start: other.span.start, end: other.span.end, with_start: span.span.start, with_end: span.span.end },
                None => Ruling::Unlink { start: span.span.start, end: span.span.end, all: false },
            };
            let entities: SortedSet<&String> = entities.iter().copied().chain([&span.entity]).collect();
            doubts.push(Doubt { entities: entities.iter().map(|&entity| entity.clone()).collect(), ..doubt(DoubtCode::SharedName, vec![span.span], Some(suggestion)) });
        }
    }

    /// One word as two kinds, or as the name of a party and of a member of the court.
    fn categories(&self, doubts: &mut Vec<Doubt>) {
        let mut readings: SortedMap<String, SortedMap<(Kind, bool), Vec<&OutSpan>>> = SortedMap::default();
        for span in self.spans.iter().filter(|span| span.kind != Kind::CaseNumber) {
            let words = span.span.of(self.text());
            let keys = if span.kind == Kind::Person { name_words(words) } else { vec![key(span.kind, words)] };
            for key in keys {
                readings.entry(key).or_default().entry((span.kind, span.role.is_court())).or_default().push(span);
            }
        }
        // Two who share a given name are told apart by their surnames; the word alone is not.
        let alone = |span: &&OutSpan| span.kind != Kind::Person || name_words(span.span.of(self.text())).len() == 1;
        let double = readings.values().filter(|readings| readings.len() > 1 && readings.values().flatten().any(alone));
        for readings in double {
            let most = readings.values().max_by_key(|spans| spans.len()).map(|spans| spans[0]);
            let least = readings.values().min_by_key(|spans| spans.len()).and_then(|spans| spans.iter().copied().find(alone));
            let change = most.zip(least).map(|(most, least)| Ruling::Change {
                start: least.span.start,
                end: least.span.end,
                kind: (most.kind != least.kind).then_some(most.kind),
                role: (most.kind == Kind::Person).then_some(most.role),
                all: false,
            });
            let mut spans: Vec<Span> = readings.values().flatten().map(|span| span.span).collect();
            order_by(&mut spans, |span| span.number());
            let entities: SortedSet<&String> = readings.values().flatten().map(|span| &span.entity).collect();
            doubts.push(Doubt { entities: entities.iter().map(|&entity| entity.clone()).collect(), ..doubt(DoubtCode::DifferentCategories, spans, change) });
        }
    }

    fn short(&self, doubts: &mut Vec<Doubt>) {
        for span in self.spans.iter().filter(|span| span.kind == Kind::Person && span.action == Action::Replace) {
            if span.span.of(self.text()).chars().filter(|c| c.is_alphabetic()).count() <= 2 {
                doubts.push(Self::of_span(DoubtCode::ShortName, span, accept(span.span)));
            }
        }
    }

    /// Words that announce an account or a parcel that nobody found.
    fn unpaired(&self, doubts: &mut Vec<Doubt>) {
        for at in 0..self.page.tokens().len() {
            let (code, kinds) = match self.page.folded(at) {
                word if ACCOUNT.contains(&word) => (DoubtCode::MissingBankAccount, &[Kind::BankAccount, Kind::Card][..]),
                word if word.starts_with("CADASTR") => (DoubtCode::MissingLandParcel, &[Kind::LandParcel][..]),
                _ => continue,
            };
            let token = self.page.tokens()[at].span;
            let near = at.saturating_sub(REACH.0)..(at + REACH.1).min(self.page.tokens().len());
            let reach = self.page.document.span_of(near.start, near.end - 1);
            // A later word of the same announcement says nothing more.
            let told = doubts.iter().any(|doubt| doubt.code == code && reach.overlaps(doubt.spans[0]));
            if told || self.covered(token) || self.spans.iter().any(|span| kinds.contains(&span.kind) && span.span.overlaps(reach)) {
                continue;
            }
            let number = (at + 1..near.end).find(|&t| self.page.tokens()[t].kind == TokenKind::Number && self.page.tokens()[t].span.len() > 4 && !self.covered(self.page.tokens()[t].span));
            doubts.push(doubt(code, vec![token], number.map(|t| add(self.page.tokens()[t].span, kinds[0], false))));
        }
    }

    fn missing(&self, facts: &CaseFacts, doubts: &mut Vec<Doubt>) {
        let mut miss = |code, fact: String| doubts.push(Doubt { fact: Some(fact), ..doubt(code, Vec::new(), None) });
        let all: SortedSet<String> = self.spans.iter().filter(|span| span.kind == Kind::Person).flat_map(|span| name_words(span.span.of(self.text()))).collect();
        for (at, person) in facts.persons.iter().enumerate() {
            let words: Vec<String> = name_words(&person.name).into_iter().filter(|word| word.chars().count() > 1).collect();
            if !words.is_empty() && !words.iter().any(|word| all.contains(word)) {
                miss(DoubtCode::MissingPerson, format!("persons[{at}]"));
            }
        }
        for (list, terms) in [("keep", &facts.keep), ("remove", &facts.remove)] {
            for (at, term) in terms.iter().enumerate() {
                if terms::occurrences(self.page, std::slice::from_ref(term)).is_empty() {
                    miss(DoubtCode::MissingTerm, format!("{list}[{at}]"));
                }
            }
        }
    }

    /// Capitalised runs outside every span of which no word is explained; a word like a hidden name is told apart.
    fn capitals(&self, doubts: &mut Vec<Doubt>) {
        let masks = masks(&self.page.document);
        let mut runs: SortedMap<String, Vec<Span>> = SortedMap::default();
        let mut at = 0;
        while at < masks.len() {
            if let Some(last) = self.page.phrase(at, KNOWN).filter(|last| *last > at) {
                at = last + 1;
                continue;
            }
            if masks[at] || !self.unexplained(at) {
                at += 1;
                continue;
            }
            let mut last = at;
            while last + 1 < masks.len() && !masks[last + 1] && self.page.gap(last + 1) <= Gap::Space && self.unexplained(last + 1) {
                last += 1;
            }
            let span = self.page.document.span_of(at, last);
            runs.entry(fold(span.of(self.text()))).or_default().push(span);
            at = last + 1;
        }
        for (words, spans) in runs {
            let like = self.names.iter().filter(|(name, _)| name.chars().count() >= SHORTEST).find(|(name, _)| **name != words && likeness(name, &words) > LIKE);
            let suggestion = Some(add(spans[0], Kind::Person, spans.len() > 1));
            doubts.push(match like {
                Some((_, places)) => Doubt { entities: vec![self.spans[places[0]].entity.clone()], ..doubt(DoubtCode::NearName, spans, suggestion) },
                None => doubt(DoubtCode::UnknownCapitals, spans, suggestion),
            });
        }
    }

    /// A capitalised word in no span that is no word of the language, the law, the court, and no place.
    fn unexplained(&self, at: usize) -> bool {
        let token = self.page.tokens()[at];
        let known = Class::WORD.union(KNOWN);
        let compound = self.page.folded(at).contains('-') && self.page.folded(at).split('-').all(|part| self.page.lexicon.look_up(part).any(known) || Cue::of(part) != Cue::NONE);
        let long = self.page.folded(at).chars().count() >= if token.shape == Shape::Upper { SHORTEST } else { 3 };
        token.is_capitalised()
            && !matches!(token.shape, Shape::Initial | Shape::Dotted)
            && long
            && !self.page.class(at).any(known)
            && !compound
            && !ACCOUNT.contains(&self.page.folded(at))
            && self.page.cue(at) == Cue::NONE
            && self.page.document.words()[token.word.0 as usize].lower == 0
            && !self.covered(token.span)
    }

    /// True when some span touches `span`.
    fn covered(&self, span: Span) -> bool {
        let first = self.spans.partition_point(|known| known.span.end <= span.start);
        self.spans.get(first).is_some_and(|known| known.span.start < span.end)
    }
}
