use std::borrow::Cow;
use std::sync::MutexGuard;

use super::{Decided, Engine, Named, Outcome, Shelf, bearers, grounds, outcome, publicity, review};
use crate::context::Page;
use crate::error::Error;
use crate::lexicon::{Class, Lexicon};
use crate::model::{CaseFacts, Entity, Kind, OutSpan, Warning, With};
use crate::replace::{self, Bearer, Item, Ledger, Record, Request, Style};
use crate::report::review::Review;
use crate::text::Document;

/// What was found in one document, before anything is replaced: the part of the work that needs no ledger, and runs on any
/// thread. [`Engine::replace`] ends it.
///
/// `Debug` shows counts, never text.
#[derive(Clone)]
pub struct Analysis<'t> {
    original: Cow<'t, str>,
    pub(super) spans: Vec<OutSpan>,
    /// By span.
    with: Vec<Option<With>>,
    /// By span; empty for data.
    names: Vec<Vec<Named>>,
    entities: Vec<Entity>,
    /// By entity; empty when every replacement is the Court's.
    bearers: Vec<Bearer>,
    warnings: Vec<Warning>,
    style: Style,
}

impl std::fmt::Debug for Analysis<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Analysis").field("bytes", &self.original.len()).field("spans", &self.spans.len()).finish_non_exhaustive()
    }
}

impl Shelf {
    /// The ledger. What a document that panicked left in it was never kept.
    pub(super) fn lock(&self) -> MutexGuard<'_, Box<dyn Ledger>> {
        self.0.lock().unwrap_or_else(|poisoned| {
            self.0.clear_poison();
            let mut ledger = poisoned.into_inner();
            ledger.abandon();
            ledger
        })
    }
}

impl Engine {
    /// The first half of [`Engine::detect`]: finds and decides. Near linear in the text.
    ///
    /// # Errors
    /// When the text is larger than 4 GiB, the facts choose what the policy does not know, or the grounds must be masked and no
    /// headings show where they begin and end.
    ///
    /// ```
    /// use huisclos::{CaseFacts, Engine};
    /// let engine = Engine::builder().build()?;
    /// let analysis = engine.analyse("lea@courriel.example", &CaseFacts::default())?;
    /// assert_eq!(engine.replace(analysis)?.text(), "[Courriel 1]");
    /// # Ok::<(), huisclos::Error>(())
    /// ```
    pub fn analyse<'t>(&self, text: &'t str, facts: &CaseFacts) -> Result<Analysis<'t>, Error> {
        self.read(Cow::Borrowed(text), facts, None)
    }

    pub(super) fn read<'t>(&self, original: Cow<'t, str>, facts: &CaseFacts, review: Option<&Review>) -> Result<Analysis<'t>, Error> {
        let text: &str = &original;
        let document = Document::new(text).ok_or_else(|| Error::too_large(text.len()))?;
        let page = Page::new(document, Lexicon::fr());
        let policy = &*self.policy.for_case(facts)?;
        let mut warnings = publicity::warnings(policy, facts);
        let (mut claims, people) = Self::claims(policy, &page, facts);
        if let Some(review) = review {
            claims = review::apply(policy, &page, review, claims)?;
        }
        let basis = policy.masks_grounds(facts);
        if basis.is_some() {
            grounds::mask(text, &mut claims)?;
        }
        let Decided { mut spans, keys, with, names } = Self::decide(policy, &page, claims, &people, facts, &mut warnings);
        if let (Some(basis), Some(span)) = (basis, spans.iter_mut().find(|span| span.kind == Kind::Grounds)) {
            basis.clone_into(&mut span.basis);
        }
        let entities = outcome::entities(&mut spans, keys);
        let style = policy.style();
        let plain = style == Style::Court && with.iter().all(Option::is_none);
        let bearers = if plain { Vec::new() } else { bearers::of(&page, &spans, &names, &entities, facts) };
        drop(page);
        Ok(Analysis { original, spans, with, names, entities, bearers, warnings, style })
    }

    /// The second half of [`Engine::detect`]: writes the replacements, and keeps them when there is a ledger.
    ///
    /// # Errors
    /// When the ledger fails; then it holds nothing of the document.
    pub fn replace<'t>(&self, analysis: Analysis<'t>) -> Result<Outcome<'t>, Error> {
        let Some(shared) = &self.ledger else { return self.written(analysis, None) };
        let mut ledger = shared.lock();
        let result = self.written(analysis, Some(&mut **ledger)).and_then(|outcome| {
            let edits: Vec<_> = outcome.edits().map(|edit| (edit.span, edit.replacement)).collect();
            ledger.keep(Record::new(outcome.original(), &outcome.text(), &edits))?;
            Ok(outcome)
        });
        if result.is_err() {
            ledger.abandon();
        }
        result
    }

    fn written<'t>(&self, analysis: Analysis<'t>, ledger: Option<&mut dyn Ledger>) -> Result<Outcome<'t>, Error> {
        let Analysis { original, mut spans, with, names, entities, bearers, warnings, style } = analysis;
        let text: &str = &original;
        let mut of = vec![0; spans.len()];
        for (entity, known) in entities.iter().enumerate() {
            for &mention in &known.mentions {
                of[mention as usize] = entity;
            }
        }
        let each = spans.iter().zip(of).zip(with).zip(names).filter(|(((span, _), _), _)| span.action.hides() && span.kind != Kind::Grounds);
        let items = each.map(|(((span, bearer), with), name)| {
            Item { kind: span.kind, span: span.span, bearer, name: name.into_iter().map(|named| named.word).collect(), with }
        });
        let items: Vec<Item> = items.collect();
        let lexicon = Lexicon::fr();
        let is_known = |folded: &str| lexicon.look_up(folded) != Class::default();
        let request = Request { text, items: &items, bearers: &bearers, style, key: self.key.as_ref(), family_link: self.policy.family_link(), is_known: &is_known };
        let mut replacements = replace::replace(&request, ledger)?.into_iter();
        let mut before = 0;
        for span in &mut spans {
            if span.action.hides() && span.kind == Kind::Grounds {
                replace::GROUNDS.clone_into(&mut span.replacement);
            } else if span.action.hides() {
                span.replacement = replacements.next().unwrap_or_default();
                span.lead = replace::lead(text, before, span.span, span.kind, &span.replacement, style);
            } else {
                span.span.of(text).clone_into(&mut span.replacement);
            }
            before = span.span.end;
        }
        Ok(Outcome::new(original, spans, entities, warnings))
    }

    /// The original of a pseudonymised text that this engine's ledger kept, byte for byte.
    ///
    /// # Errors
    /// When the engine has no ledger, or the ledger does not know the text: it knows the very bytes it was given.
    pub fn restore(&self, output: &str) -> Result<String, Error> {
        let Some(shared) = &self.ledger else {
            return Err(Error::ledger("nothing can be restored without a ledger: give the one the text was pseudonymised with"));
        };
        replace::restore(&mut **shared.lock(), output)
    }
}
