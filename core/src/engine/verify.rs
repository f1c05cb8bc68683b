//! The leak check: what a pseudonymised text, of this engine or of any other, still shows.
//!
//! With the original, the two texts are laid side by side: what must go in the original and stands unchanged in the text
//! is a leak, and so is what the original calls a name and the text shows at another place. Without it, the rules read the
//! text itself, and masks of every known system stand for nobody.


use rustc_hash::FxHashMap;

use crate::context::{Cue, Page};
use crate::error::Error;
use crate::lexicon::{Class, Lexicon};
use crate::model::{CaseFacts, Confidence, Kind, KnownPerson, OutSpan, Role};
use crate::replace;
use crate::report::verify::align::align;
use crate::report::verify::masks::masks;
use crate::report::verify::{Finding, Reason};
use crate::text::{Document, Gap, Shape, SortedMap, SortedSet, Span, TokenKind, one_of, order_by};

use super::Engine;
use super::survivors::{places, squeezed};

/// What is known of a pseudonymised text. The more, the surer the check.
///
/// `Debug` shows sizes, never text.
#[derive(Clone, Copy, Default)]
pub struct Known<'k> {
    /// The text before pseudonymisation.
    pub original: Option<&'k str>,
    /// What is known of the case: persons are looked for in every spelling, terms to remove too; terms to keep are no leak.
    pub facts: Option<&'k CaseFacts>,
    /// Names that must not be readable, of whatever role.
    pub names: &'k [String],
}

impl std::fmt::Debug for Known<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Known")
            .field("original", &self.original.map(str::len))
            .field("facts", &self.facts)
            .field("names", &self.names.len())
            .finish()
    }
}

impl Engine {
    /// Finds what the pseudonymised `text` still shows of what the policy hides: in the order of the text, disjoint.
    ///
    /// Offsets are bytes of `text`. Judges, clerks, counsel and courts are no finding under a policy that keeps them.
    /// Near linear in the two texts.
    ///
    /// # Errors
    /// When the text or the original is larger than 4 GiB.
    ///
    /// ```
    /// use huisclos::{Engine, Known};
    /// let engine = Engine::builder().build()?;
    /// let original = "M. Jean DUVAL est né à Metz. M. DUVAL le conteste.";
    /// let text = "M. [K] [B] est né à [Localité 1]. M. DUVAL le conteste.";
    /// let found = engine.verify(text, &Known { original: Some(original), ..Known::default() })?;
    /// assert_eq!(found.iter().map(|f| f.span.of(text)).collect::<Vec<_>>(), ["DUVAL"]);
    /// assert!(engine.verify("M. [K] [B] le conteste.", &Known::default())?.is_empty());
    /// # Ok::<(), huisclos::Error>(())
    /// ```
    pub fn verify(&self, text: &str, known: &Known) -> Result<Vec<Finding>, Error> {
        let mut facts = known.facts.cloned().unwrap_or_default();
        facts.persons.extend(known.names.iter().map(|name| KnownPerson { name: name.clone(), role: Role::Unknown, id: None }));
        let document = Document::new(text).ok_or_else(|| Error::too_large(text.len()))?;
        let page = Page::new(document, Lexicon::fr());
        let mut masks = masks(&page.document);
        let mut found = match known.original {
            Some(original) => {
                let analysis = self.analyse(original, &facts)?;
                let document = Document::new(original).ok_or_else(|| Error::too_large(original.len()))?;
                let original = Page::new(document, Lexicon::fr());
                unmask(&mut masks, &page.document, &original.document, &analysis.spans);
                let place = align(&original.document, &page.document, &masks);
                let pair = Pair { text: &page, masks: &masks, original: &original, place: &place, spans: &analysis.spans };
                pair.findings()
            }
            None => Vec::new(),
        };
        if known.original.is_none() || !known.names.is_empty() {
            found.extend(self.shown(&page, &masks, &facts, known.original.is_some())?);
        }
        Ok(disjoint(found))
    }

    /// What the rules find in the text itself, masks apart. `only_known` leaves what the caller did not name.
    fn shown(&self, page: &Page, masks: &[bool], facts: &CaseFacts, only_known: bool) -> Result<Vec<Finding>, Error> {
        let text = page.document.text();
        let analysis = self.analyse(text, facts)?;
        let named: SortedSet<String> = facts.persons.iter().flat_map(|person| replace::name_words(&person.name)).collect();
        let mut found = Vec::new();
        for span in analysis.spans.iter().filter(|span| span.action.hides()) {
            let given = span.kind == Kind::Person && replace::name_words(span.span.of(text)).iter().all(|word| named.contains(word));
            let reason = if given { Reason::Known } else { Reason::Detected };
            if only_known && reason != Reason::Known {
                continue;
            }
            let tokens = tokens_of(&page.document, span.span).filter(|&at| !masks[at]);
            for run in runs(tokens) {
                if !run_tells(page, run.clone(), span.kind) {
                    continue;
                }
                let span_left = page.document.span_of(run.start, run.end - 1);
                found.push(Finding { span: span_left, kind: span.kind, role: span.role, confidence: span.confidence, reason });
            }
        }
        Ok(found)
    }
}

/// Takes from the masks the bare words of two letters or more that the original hides as names: somebody is called `XX`. So it
/// does with an initial behind such a name: `Zoé P..` ends a sentence.
fn unmask(masks: &mut [bool], text: &Document, original: &Document, spans: &[OutSpan]) {
    let bracketed = |at: usize| at > 0 && one_of!(text.folded_at(at - 1), "[" | "(" | "<");
    // `[Personne 6684NY4Y]`
    let glued = |at: usize| at > 0 && text.tokens()[at].gap == Gap::None && text.tokens()[at - 1].kind != TokenKind::Symbol;
    let looks: Vec<usize> = (0..masks.len()).filter(|&at| masks[at] && text.tokens()[at].kind == TokenKind::Word && !bracketed(at) && !glued(at)).collect();
    if looks.is_empty() {
        return;
    }
    let hidden = spans.iter().filter(|span| span.kind == Kind::Person && span.action.hides());
    let names: SortedSet<&str> = hidden.flat_map(|span| tokens_of(original, span.span)).map(|at| original.folded_at(at)).collect();
    let named = |at: usize| names.contains(text.folded_at(at)) && (text.folded_at(at).len() > 1 || at > 0 && names.contains(text.folded_at(at - 1)));
    looks.into_iter().filter(|&at| named(at)).for_each(|at| masks[at] = false);
}

/// A text beside its original.
struct Pair<'p, 't> {
    text: &'p Page<'t>,
    masks: &'p [bool],
    original: &'p Page<'t>,
    /// For every token of the text, the token of the original it is.
    place: &'p [Option<usize>],
    /// What the rules say of the original.
    spans: &'p [OutSpan],
}

/// What a word of the original is known as.
#[derive(Clone, Copy)]
struct Secret {
    role: Role,
    confidence: Confidence,
    source: Source,
}

/// Who says that a word of the original is a name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Source {
    /// Nobody: it is a capitalised word that nothing explains.
    Shape,
    /// The text, which does not show it any more.
    Text,
    /// The rules, which hide it.
    Rules,
}

impl Pair<'_, '_> {
    fn findings(&self) -> Vec<Finding> {
        let mut found = self.unchanged();
        found.extend(self.names());
        found.extend(self.numbers());
        found
    }

    /// What must go in the original and stands at its place in the text.
    fn unchanged(&self) -> Vec<Finding> {
        let mut at_place: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
        for (at, place) in self.place.iter().enumerate() {
            let Some(place) = place else { continue };
            if let Some(span) = self.span_at(*place).filter(|&span| self.spans[span].action.hides()) {
                at_place.entry(span).or_default().push(at);
            }
        }
        let mut found = Vec::new();
        for (span, tokens) in at_place {
            let span = &self.spans[span];
            if self.is_chance(span, &tokens) {
                continue;
            }
            for run in runs(tokens.into_iter()) {
                // `Arnal` and `U. CHAPTAL` signed without a space: the initial was half of a word.
                let initial = run.start > 0 && span.kind == Kind::Person && self.text.is_symbol(run.start, ".") && self.text.gap(run.start) == Gap::None && self.text.shape(run.start - 1) == Shape::Initial && !self.masks[run.start - 1];
                let place = self.text.document.span_of(run.start - usize::from(initial), run.end - 1);
                // A name of one letter is a name; one letter of an address may be any mask's.
                let letters = place.of(self.text.document.text()).chars().filter(|c| c.is_alphanumeric()).count();
                let whole = run.len() == tokens_of(&self.original.document, span.span).len() && (letters > 1 || span.kind == Kind::Person);
                if whole || run_tells(self.text, run.clone(), span.kind) {
                    found.push(Finding {
                        span: place,
                        kind: span.kind,
                        role: span.role,
                        confidence: span.confidence,
                        reason: Reason::Unchanged,
                    });
                }
            }
        }
        found
    }

    /// True when another value stands at the place of a date or a number, and what it shares with it may be chance: the month of
    /// a date, the range of a telephone, less than half of another number's signs. `tokens` are those of the text that the datum has too.
    fn is_chance(&self, span: &OutSpan, tokens: &[usize]) -> bool {
        let date = is_civil(span.kind) || span.kind == Kind::Date;
        let number = matches!(span.kind, Kind::NationalId | Kind::CompanyId | Kind::IdNumber | Kind::BankAccount | Kind::Card | Kind::Phone | Kind::Plate | Kind::LandParcel | Kind::CaseNumber);
        let datum = tokens_of(&self.original.document, span.span);
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return false };
        if !(date || number) || tokens.len() == datum.len() {
            return false;
        }
        // What the original does not have here, on both sides and between.
        let new = |at: usize| self.text.tokens().get(at).is_some() && self.place[at].is_none();
        let mut start = *first;
        while start > 0 && first - start < datum.len() && new(start - 1) {
            start -= 1;
        }
        let mut end = last + 1;
        while end - last <= datum.len() && new(end) {
            end += 1;
        }
        let value = |at: usize| {
            let figures = self.text.folded(at).bytes().any(|byte| byte.is_ascii_digit());
            if date { figures || self.text.cue(at).any(Cue::NUMBER.or(Cue::MONTH)) } else { figures || self.text.tokens()[at].shape == Shape::Upper && self.text.tokens()[at].span.len() < 4 }
        };
        let other = (start..end).filter(|at| !tokens.contains(at) && new(*at));
        let (mut values, mut masked) = (false, false);
        for at in other {
            values |= value(at);
            masked |= self.masks[at];
        }
        let signs = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
        // `06 39 98 64 60` for `06 39 98 60 33`: a pair at another place of the number is chance too.
        let at_its_place = |at: usize| self.place[at].zip(self.place[*first]).is_some_and(|(place, begin)| place - begin == at - first);
        let kept: usize = tokens.iter().filter(|&&at| at_its_place(at)).map(|&at| signs(self.text.document.original_at(at))).sum();
        let all = signs(span.span.of(self.original.document.text()));
        // Telephones share the figures of their range: the last four are one line's.
        let few = if span.kind == Kind::Phone { kept + 4 <= all } else { kept * 2 < all };
        values && !masked && (date || few)
    }

    /// Words of names at a place where the original has other words, or that the text replaces everywhere else.
    fn names(&self) -> Vec<Finding> {
        let secrets = self.secrets();
        let mut words = Vec::new();
        for (at, token) in self.text.tokens().iter().enumerate() {
            if self.masks[at] || !matches!(token.kind, TokenKind::Word) {
                continue;
            }
            let folded = self.text.folded(at);
            let secret = secrets.get(folded).copied();
            let (secret, reason) = if let Some(place) = self.place[at] {
                let replaced = |secret: &Secret| secret.source == Source::Text && self.span_at(place).is_none() && token.is_capitalised();
                (secret.filter(replaced), Reason::ReplacedElsewhere)
            } else {
                let named = |_: &Secret| token.is_capitalised() || !self.ordinary(folded);
                (secret.or_else(|| self.inside(folded, &secrets)).filter(named), Reason::Moved)
            };
            if let Some(Secret { role, confidence, .. }) = secret {
                words.push((at, Finding { span: token.span, kind: Kind::Person, role, confidence, reason }));
            }
        }
        self.joined(words)
    }

    /// The words that are names in the original: what the rules hide, what the text replaces, and unknown capitalised words.
    fn secrets(&self) -> SortedMap<String, Secret> {
        let mut secrets: SortedMap<String, Secret> = SortedMap::default();
        let mut tell = |word: String, secret: Secret| {
            let known = secrets.entry(word).or_insert(secret);
            if (secret.source, secret.confidence) > (known.source, known.confidence) {
                *known = secret;
            }
        };
        let original = self.original.document.text();
        for span in self.spans.iter().filter(|span| span.kind == Kind::Person && span.action.hides()) {
            let secret = Secret { role: span.role, confidence: span.confidence, source: Source::Rules };
            replace::name_words(span.span.of(original)).into_iter().filter(|word| word.chars().count() > 1).for_each(|word| tell(word, secret));
        }
        let mut stays = vec![false; self.original.tokens().len()];
        for place in self.place.iter().flatten() {
            stays[*place] = true;
        }
        for (at, token) in self.original.tokens().iter().enumerate() {
            let folded = self.original.folded(at);
            if !token.is_capitalised() || folded.chars().count() < 2 || self.span_at(at).is_some() || self.is_common(at) {
                continue;
            }
            let word = self.original.class(at).any(Class::WORD);
            if !stays[at] && !word {
                tell(folded.to_owned(), Secret { role: Role::Unknown, confidence: Confidence::Probable, source: Source::Text });
            } else {
                tell(folded.to_owned(), Secret { role: Role::Unknown, confidence: Confidence::Possible, source: Source::Shape });
            }
        }
        secrets
    }

    /// A word of the court, a place, a Roman numeral, or one that the original also writes in lower case: no name by itself.
    fn is_common(&self, at: usize) -> bool {
        let other = Class::PLACE.union(Class::REGION).union(Class::COUNTRY).union(Class::PUBLIC_BODY).union(Class::LEGAL).union(Class::COMPANY_FORM);
        let word = self.original.tokens()[at].word;
        // `II. La procédure`, and an invented `rue Henri II`.
        let roman = self.original.folded(at).bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'));
        roman || self.original.class(at).any(other) || self.original.cue(at) != Cue::NONE || self.original.document.words()[word.0 as usize].lower > 0
    }

    fn ordinary(&self, folded: &str) -> bool {
        self.original.lexicon.look_up(folded).any(Class::WORD)
    }

    /// The name that a longer word holds: `DUVAL` in `duval-maconnerie`.
    fn inside(&self, folded: &str, secrets: &SortedMap<String, Secret>) -> Option<Secret> {
        const SHORTEST: usize = 5;
        // `FRANÇOISE` is no `FRANÇOIS`.
        if folded.len() <= SHORTEST || self.original.lexicon.look_up(folded).any(Class::GIVEN) {
            return None;
        }
        let held = secrets.iter().find(|(word, secret)| secret.source == Source::Rules && secret.confidence > Confidence::Possible && word.len() >= SHORTEST && !self.ordinary(word) && folded.contains(word.as_str()));
        held.map(|(_, secret)| *secret)
    }

    /// Numbers and addresses of the original that stand at another place of the text.
    fn numbers(&self) -> Vec<Finding> {
        const SHORTEST: usize = 6;
        let original = self.original.document.text();
        // Each once: a datum said a hundred times would be looked for at its hundred places a hundred times.
        let mut needles: SortedMap<String, Vec<&OutSpan>> = SortedMap::default();
        for span in self.spans.iter().filter(|span| span.action.hides() && span.kind != Kind::Person) {
            let needle = squeezed(span.span.of(original));
            if needle.chars().count() >= SHORTEST && needle.bytes().any(|byte| byte.is_ascii_digit()) {
                needles.entry(needle).or_default().push(span);
            }
        }
        let (needles, sought): (Vec<String>, Vec<Vec<&OutSpan>>) = needles.into_iter().unzip();
        let text = &self.text.document;
        let free = |place: Span| tokens_of(text, place).any(|at| self.place[at].is_none() && !self.masks[at]);
        let found = places(text, &needles).into_iter().filter(|(_, place)| free(*place)).filter_map(|(needle, place)| {
            // The day and month of another year are another date: one in 365 moved ones is somebody's.
            let year = year_after(text, place);
            let same = |span: &&&OutSpan| !is_civil(span.kind) || year.zip(year_after(&self.original.document, span.span)).is_none_or(|(year, own)| year == own);
            let span = sought[needle].iter().find(same)?;
            Some(Finding { span: place, kind: span.kind, role: span.role, confidence: span.confidence, reason: Reason::Moved })
        });
        found.collect()
    }

    /// Words that stand side by side are one finding, with what was put in beside them: particles, initials, other words.
    fn joined(&self, words: Vec<(usize, Finding)>) -> Vec<Finding> {
        let mut joined: Vec<(std::ops::Range<usize>, Finding)> = Vec::new();
        for (at, finding) in words {
            let mut range = at..at + 1;
            while range.start > 0 && self.text.gap(range.start) <= Gap::Line && self.belongs(range.start - 1) {
                range.start -= 1;
            }
            while self.text.gap(range.end) <= Gap::Line && self.belongs(range.end) {
                range.end += 1;
            }
            match joined.last_mut() {
                Some((last, previous)) if range.start <= last.end && self.text.gap(range.start) <= Gap::Line => {
                    last.end = last.end.max(range.end);
                    if finding.confidence > previous.confidence {
                        *previous = finding;
                    }
                }
                _ => joined.push((range, finding)),
            }
        }
        joined.into_iter().map(|(range, finding)| Finding { span: self.trimmed(range), ..finding }).collect()
    }

    /// True for what may stand in a name beside one of its words: not of the original at this place or of a hidden name there, and no mask.
    fn belongs(&self, at: usize) -> bool {
        let Some(token) = self.text.tokens().get(at) else { return false };
        let sign = one_of!(self.text.folded(at), "." | "-" | ",");
        let hidden = |place: usize| self.span_at(place).is_some_and(|span| self.spans[span].kind == Kind::Person && self.spans[span].action.hides());
        self.place[at].is_none_or(hidden) && !self.masks[at] && (token.is_capitalised() || sign || token.kind == TokenKind::Elision || self.text.cue(at).any(Cue::PARTICLE.or(Cue::ARTICLE)))
    }

    /// The span of `range` without signs at its ends; the dot of an initial stays.
    fn trimmed(&self, mut range: std::ops::Range<usize>) -> Span {
        let sign = |at: usize| self.text.tokens()[at].kind == TokenKind::Symbol;
        while sign(range.start) && range.len() > 1 {
            range.start += 1;
        }
        while sign(range.end - 1) && range.len() > 1 && self.text.tokens()[range.end - 2].shape != Shape::Initial {
            range.end -= 1;
        }
        self.text.document.span_of(range.start, range.end - 1)
    }

    /// The span of the original that holds the token `at` of the original; of two that one token glues, the one that is hidden.
    fn span_at(&self, at: usize) -> Option<usize> {
        let token = self.original.tokens()[at].span;
        let first = self.spans.partition_point(|span| span.span.end <= token.start);
        let mut over = (first..self.spans.len()).take_while(|&span| self.spans[span].span.start < token.end);
        over.clone().find(|&span| self.spans[span].action.hides()).or_else(|| over.next())
    }
}

/// The tokens that touch `span`.
fn tokens_of(document: &Document, span: Span) -> std::ops::Range<usize> {
    let first = document.token_at(span.start);
    let end = document.tokens()[first..].iter().take_while(|token| token.span.start < span.end).count();
    first..first + end
}

/// True for the dates whose day and month alone are hidden.
const fn is_civil(kind: Kind) -> bool {
    matches!(kind, Kind::BirthDate | Kind::DeathDate | Kind::MarriageDate)
}

/// The four figures right behind `span`: `1980` in `3 mai 1980`.
fn year_after<'d>(document: &'d Document, span: Span) -> Option<&'d str> {
    let next = tokens_of(document, span).end;
    let is_year = document.tokens().get(next).is_some_and(|token| token.kind == TokenKind::Number && token.gap <= Gap::Line && token.span.len() == 4);
    is_year.then(|| document.folded_at(next))
}

/// Neighbouring tokens in one range each.
fn runs(tokens: impl Iterator<Item = usize>) -> Vec<std::ops::Range<usize>> {
    let mut runs: Vec<std::ops::Range<usize>> = Vec::new();
    for at in tokens {
        match runs.last_mut() {
            Some(run) if run.end == at => run.end = at + 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
}

/// True when a run of tokens gives something of a datum away: one of them does, or the pairs of a number together, `06 12 34`.
fn run_tells(page: &Page, run: std::ops::Range<usize>, kind: Kind) -> bool {
    const FIGURES: usize = 4;
    let number = !(kind == Kind::Person || is_civil(kind));
    let figures = || run.clone().filter(|&at| page.tokens()[at].kind == TokenKind::Number).map(|at| page.tokens()[at].span.len()).sum::<usize>();
    run.clone().any(|at| tells(page, at, kind)) || number && figures() >= FIGURES
}

/// True when the token alone gives something of a datum of `kind` away: no initial, letter, particle, type of street or house, or lone digit.
fn tells(page: &Page, at: usize, kind: Kind) -> bool {
    let token = page.tokens()[at];
    match (kind, token.kind) {
        (Kind::Person, TokenKind::Number) | (_, TokenKind::Symbol | TokenKind::Elision) => false,
        (_, _) if is_civil(kind) => token.kind == TokenKind::Number || page.cue(at).any(Cue::MONTH.or(Cue::NUMBER)),
        (Kind::Person, TokenKind::Word) => !matches!(token.shape, Shape::Initial | Shape::Dotted) && page.folded(at).len() > 1 && !page.cue(at).any(Cue::PARTICLE.or(Cue::CIVILITY)),
        // `@exemple.invalid`: a name kept for examples (RFC 2606) is nobody's.
        (Kind::Email | Kind::Url, TokenKind::Word) => token.span.len() > 2 && !one_of!(page.folded(at), "EXEMPLE" | "EXAMPLE" | "INVALID"),
        (_, TokenKind::Number) => token.span.len() > 2,
        // `JIRS/`, `FR`, `AK n°`: letters alone say who keeps a number.
        (Kind::IdNumber | Kind::BankAccount | Kind::LandParcel | Kind::CaseNumber | Kind::Card | Kind::CompanyId | Kind::Phone, TokenKind::Word) => page.folded(at).bytes().any(|byte| byte.is_ascii_digit()),
        (Kind::Establishment | Kind::Organisation, TokenKind::Word) if one_of!(page.folded(at), "RESIDENCE" | "FONDATION") => false,
        (Kind::Term, TokenKind::Word) => true,
        (_, TokenKind::Word) => token.is_capitalised() && !page.cue(at).any(Cue::STREET.or(Cue::ESTABLISHMENT).or(Cue::LABEL).or(Cue::CIVILITY)),
    }
}

/// The findings in order; of two that overlap the surer one, and of two as sure the longer one, stays, grown by the other.
fn disjoint(mut found: Vec<Finding>) -> Vec<Finding> {
    order_by(&mut found, |finding| finding.reason as u64);
    order_by(&mut found, |finding| finding.span.number());
    let mut disjoint: Vec<Finding> = Vec::with_capacity(found.len());
    for finding in found {
        match disjoint.last_mut() {
            Some(last) if last.span.overlaps(finding.span) => {
                let span = last.span.cover(finding.span);
                let better = (finding.confidence, finding.span.len()) > (last.confidence, last.span.len());
                *last = Finding { span, ..if better { finding } else { *last } };
            }
            _ => disjoint.push(finding),
        }
    }
    disjoint
}
