use std::collections::BTreeMap;

use crate::model::{Action, Confidence, Kind, Role};
use crate::text::OffsetUnit;

use super::check::Checker;
use super::{AuditSpan, Broken, Checked, Entry, Line, Run, SetAside};

/// The counts of a record: what its page shows.
#[derive(Debug, Default)]
pub struct Tally {
    /// What the run was done with.
    pub run: Option<Run>,
    /// Spans by kind, then by action.
    pub kinds: BTreeMap<Kind, BTreeMap<Action, usize>>,
    /// Spans that went, by article.
    pub bases: BTreeMap<String, usize>,
    /// Spans that stayed, by article.
    pub kept_bases: BTreeMap<String, usize>,
    /// Mentions of persons by role, then by action.
    pub roles: BTreeMap<Role, BTreeMap<Action, usize>>,
    /// Spans that went, by confidence.
    pub confidences: BTreeMap<Confidence, usize>,
    /// Spans by deciding rule.
    pub rules: BTreeMap<String, usize>,
    /// Documents by warning.
    pub warnings: BTreeMap<String, usize>,
    /// In the order of the record.
    pub documents: Vec<DocumentRow>,
    /// In the order of the record.
    pub set_aside: Vec<SetAside>,
    /// Bytes of the originals.
    pub bytes: usize,
    /// The spans of the document, in their unit, when the record is of one alone.
    pub places: Option<(OffsetUnit, Vec<AuditSpan>)>,
}

/// One document of a record, in counts.
#[derive(Clone, Debug)]
pub struct DocumentRow {
    /// Its id.
    pub id: String,
    /// Of the original.
    pub original: String,
    /// Bytes of the original.
    pub bytes: usize,
    /// Spans by action.
    pub actions: BTreeMap<Action, usize>,
    /// Codes of the warnings.
    pub warnings: Vec<String>,
    /// Whether a reader's decisions were applied.
    pub reviewed: bool,
    /// Doubts that were left.
    pub doubts: Option<usize>,
    /// What the leak check found.
    pub findings: Option<usize>,
}

impl Tally {
    /// Reads and checks the lines of a record. Memory grows with the number of documents, not of spans.
    ///
    /// # Errors
    /// The first place where the record is broken.
    ///
    /// ```
    /// use huisclos::report::audit::{Chain, Tally};
    /// let engine = huisclos::Engine::builder().build()?;
    /// let (mut chain, first) = Chain::start(engine.audit_run())?;
    /// let (tally, checked) = Tally::read([first, chain.end()?])?;
    /// assert_eq!(checked.documents, 0);
    /// assert_eq!(tally.run.unwrap().policy, "fr-judilibre");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn read<B: AsRef<[u8]>>(lines: impl IntoIterator<Item = B>) -> Result<(Self, Checked), Broken> {
        let (mut tally, mut checker) = (Self::default(), Checker::default());
        for line in lines {
            match checker.line(line.as_ref())? {
                Line::Run(run) => tally.run = Some(run),
                Line::Document(entry) => tally.add(entry),
                Line::SetAside(aside) => tally.set_aside.push(aside),
                Line::End(_) => {}
            }
        }
        Ok((tally, checker.finish()?))
    }

    fn add(&mut self, entry: Entry) {
        let mut actions = BTreeMap::new();
        for span in &entry.spans {
            *actions.entry(span.action).or_default() += 1;
            *self.kinds.entry(span.kind).or_default().entry(span.action).or_default() += 1;
            if span.kind == Kind::Person {
                *self.roles.entry(span.role).or_default().entry(span.action).or_default() += 1;
            }
            let bases = if span.action.hides() { &mut self.bases } else { &mut self.kept_bases };
            *bases.entry(span.basis.clone()).or_default() += 1;
            if span.action.hides() {
                *self.confidences.entry(span.confidence).or_default() += 1;
            }
            if let Some(rule) = span.rules.first() {
                *self.rules.entry(rule.clone()).or_default() += 1;
            }
        }
        for warning in entry.warnings.iter().collect::<std::collections::BTreeSet<_>>() {
            *self.warnings.entry(warning.clone()).or_default() += 1;
        }
        self.bytes += entry.bytes;
        self.documents.push(DocumentRow { id: entry.id, original: entry.original, bytes: entry.bytes, actions, warnings: entry.warnings, reviewed: entry.reviewed, doubts: entry.doubts, findings: entry.findings });
        self.places = (self.documents.len() == 1).then_some((entry.offset_unit, entry.spans));
    }
}
