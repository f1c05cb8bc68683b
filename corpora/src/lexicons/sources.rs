use std::collections::BTreeMap;

use huisclos::lexicon::{Class, fold};
use serde::Deserialize;

use super::CompileError;

/// What `SOURCES.toml` says, as far as compiling needs it.
#[derive(Debug, Deserialize)]
pub struct Sources {
    version: String,
    list: Vec<List>,
}

/// One list.
#[derive(Debug, Deserialize)]
pub struct List {
    /// The file's name, beside `SOURCES.toml`.
    pub file: String,
    /// The hexadecimal digest of the file.
    pub sha256: String,
    /// The number of rows, comments aside.
    pub rows: usize,
    columns: Vec<String>,
    classes: Vec<Rule>,
    start: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
    class: String,
    column: Option<String>,
    /// Least sum of a numeric column over the rows that fold alike.
    from: Option<u64>,
    /// The sum must be smaller.
    below: Option<u64>,
    /// Least value of the largest of the rows that fold alike.
    most: Option<u64>,
    holds: Option<String>,
}

impl Rule {
    fn applies(&self, cells: &[&str]) -> bool {
        let numbers = || cells.iter().filter_map(|cell| cell.parse::<u64>().ok());
        self.from.is_none_or(|from| numbers().sum::<u64>() >= from)
            && self.below.is_none_or(|below| numbers().sum::<u64>() < below)
            && self.most.is_none_or(|most| numbers().any(|number| number >= most))
            && self.holds.as_ref().is_none_or(|part| cells.iter().any(|cell| cell.contains(part)))
    }
}

impl Sources {
    /// Reads the text of `SOURCES.toml`.
    ///
    /// # Errors
    /// When it is not TOML or lacks a field.
    pub fn parse(text: &str) -> Result<Self, CompileError> {
        toml::from_str(text).map_err(|e| CompileError(format!("SOURCES.toml: {e}")))
    }

    /// The lists in the order of the file.
    pub fn lists(&self) -> &[List] {
        &self.list
    }

    /// The edition.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The classes of every folded entry, from the texts of the lists in their order.
    pub(super) fn gather(&self, texts: &[String]) -> Result<BTreeMap<String, Class>, CompileError> {
        let mut entries = BTreeMap::new();
        for (list, text) in self.list.iter().zip(texts) {
            list.gather(text, &mut entries)?;
        }
        entries.retain(|_, class| *class != Class::default());
        Ok(entries)
    }
}

impl List {
    fn gather(&self, text: &str, entries: &mut BTreeMap<String, Class>) -> Result<(), CompileError> {
        let broken = |what: String| CompileError(format!("{}: {what}", self.file));
        let named = |name: &str| Class::named(name).ok_or_else(|| broken(format!("SOURCES.toml gives it an unknown class, {name}")));
        let mut rules = Vec::new();
        for rule in &self.classes {
            let at = |column: &String| self.columns.iter().position(|c| c == column).ok_or_else(|| broken(format!("no column {column}")));
            rules.push((rule, named(&rule.class)?, rule.column.as_ref().map(at).transpose()?.unwrap_or(0)));
        }
        let start = self.start.as_deref().map(named).transpose()?;
        let keep_joints = rules.iter().any(|(_, class, _)| class.any(Class::GIVEN.union(Class::FAMILY)));

        let mut rows: BTreeMap<String, Vec<Vec<&str>>> = BTreeMap::new();
        for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#')) {
            let cells: Vec<&str> = line.split('\t').collect();
            if cells.len() != self.columns.len() {
                return Err(broken(format!("line {} has {} cells, not {}", number + 1, cells.len(), self.columns.len())));
            }
            let folded = fold(cells[0]);
            let joint = |c: char| if matches!(c, '-' | '\'' | '.') { ' ' } else { c };
            let spaced = if keep_joints && !folded.contains(' ') { folded } else { folded.chars().map(joint).collect() };
            let key = spaced.split_whitespace().collect::<Vec<_>>().join(" ");
            if key.is_empty() || key.len() > 64 || key.contains(|c: char| !c.is_ascii_graphic() && c != ' ') {
                continue;
            }
            rows.entry(key).or_default().push(cells);
        }
        for (key, rows) in rows {
            let mut class = Class::default();
            for (rule, gives, column) in &rules {
                let cells: Vec<&str> = rows.iter().map(|cells| cells[*column]).collect();
                if rule.applies(&cells) {
                    class = class.union(*gives);
                }
            }
            if let (Some((first, _)), Some(start)) = (key.split_once(' '), start) {
                let first = entries.entry(first.to_owned()).or_default();
                *first = first.union(start);
            }
            let entry = entries.entry(key).or_default();
            *entry = entry.union(class);
        }
        Ok(())
    }
}
