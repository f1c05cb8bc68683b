//! The words of the table of labels.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::context::{Cue, Page};
use crate::model::{Kind, RuleId};

/// A kind of number.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) id: RuleId,
    pub(super) kind: Kind,
    /// Fewest and most digits.
    pub(super) digits: (usize, usize),
}

/// How much a word says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Force {
    /// Decides, and needs no `n°`.
    Strong,
    /// Decides when nothing strong stands near.
    Weak,
    /// The same, and only with `n°`.
    Marked,
    /// What follows is no identifier.
    Other,
}

/// One line of the table, for one word.
#[derive(Debug)]
struct Entry {
    row: Option<&'static Row>,
    force: Force,
    with: Vec<&'static str>,
}

/// A label of the page.
#[derive(Clone, Copy)]
pub(super) struct Label {
    /// `None` for [`Force::Other`].
    pub(super) row: Option<&'static Row>,
    pub(super) force: Force,
    /// Its token.
    pub(super) at: usize,
}

impl Label {
    pub(super) fn is_strong(&self) -> bool {
        self.force == Force::Strong
    }
}

/// How far before a label the word that completes it may stand: `carte nationale d'identité`.
const REACH: usize = 4;

/// The label at token `at`. One hash look-up for a word of the table.
pub(super) fn label_at(page: &Page, at: usize) -> Option<Label> {
    if !page.cue(at).any(Cue::LABEL) {
        return None;
    }
    let entries = table().get(page.folded(at))?;
    let fits = |entry: &&Entry| entry.with.is_empty() || (at.saturating_sub(REACH)..at).any(|i| entry.with.contains(&page.folded(i)));
    let entry = entries.iter().find(fits)?;
    Some(Label { row: entry.row, force: entry.force, at })
}

fn table() -> &'static FxHashMap<&'static str, Vec<Entry>> {
    static TABLE: OnceLock<FxHashMap<&'static str, Vec<Entry>>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = FxHashMap::<_, Vec<Entry>>::default();
        for (row, force, words, with) in lines() {
            for word in words.split(' ') {
                let with = with.split(' ').filter(|word| !word.is_empty()).collect();
                table.entry(word).or_default().push(Entry { row: super::row(row), force, with });
            }
        }
        table
    })
}

/// Row, force, words and completing words of every line; a test reads the names.
pub(super) fn lines() -> impl Iterator<Item = (&'static str, Force, &'static str, &'static str)> {
    let lines = include_str!("../../../../lexicons/fr/number_labels.tsv").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| {
        let mut cells = line.split('\t');
        let (row, force, words) = (cells.next()?, cells.next()?, cells.next()?);
        let force = match force {
            "strong" => Force::Strong,
            "weak" => Force::Weak,
            "marked" => Force::Marked,
            _ => Force::Other,
        };
        Some((row, force, words, cells.next().unwrap_or("")))
    })
}
