use std::path::Path;

use huisclos::{CaseFacts, Kind};

use super::{Gold, MarkedError, front_matter, marks, read};

/// A file of small cases for one rule, `tests/cases/<country>/<rule>.md`.
///
/// Front matter: `kinds` (comma-separated: only these are compared), and when needed `policy` (a name) and `facts` (one
/// line of JSON, the facts of every case). Then one section per case: a line `## title` and marked text. A section
/// without marks of those kinds is a miss: nothing of them may be found in it. Marks with one `#id` are one person or datum,
/// with two ids two; ids count within their section. Text before the first section is for the
/// reader and holds no marks.
#[derive(Clone, Debug)]
pub struct CaseFile {
    /// The kinds to compare.
    pub kinds: Vec<Kind>,
    /// The policy's name, when not the default one.
    pub policy: Option<String>,
    /// What is known of the case.
    pub facts: CaseFacts,
    /// At least one.
    pub cases: Vec<Case>,
}

/// One section of a [`CaseFile`].
#[derive(Clone)]
pub struct Case {
    /// The words after `##`.
    pub title: String,
    /// The line of the title in the file, counted from 1.
    pub line: usize,
    /// The text without marks; blank lines at both ends are not part of it.
    pub text: String,
    /// What must be found, in the order of the text.
    pub gold: Vec<Gold>,
}

impl std::fmt::Debug for Case {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Case").field("line", &self.line).field("gold", &self.gold.len()).finish_non_exhaustive()
    }
}

impl CaseFile {
    /// Reads a case file; `name` is for messages.
    ///
    /// # Errors
    /// When front matter, kinds, facts or a mark are not well formed, or there is no section.
    ///
    /// ```
    /// use huisclos_corpora::marked::CaseFile;
    /// let file = CaseFile::parse("phone.md", "---\nkinds: phone\n---\n## a mobile\nTél. [[phone: 06 39 98 12 34]].\n\n## a sum\n06 euros\n")?;
    /// assert_eq!(file.cases.len(), 2);
    /// assert_eq!(file.cases[0].text, "Tél. 06 39 98 12 34.");
    /// assert!(file.cases[1].gold.is_empty());
    /// # Ok::<(), huisclos_corpora::marked::MarkedError>(())
    /// ```
    pub fn parse(name: &str, source: &str) -> Result<Self, MarkedError> {
        let (front, body, first_line) = front_matter(name, source)?;
        let head = |message: String| MarkedError::new(name, 1, message);
        let kinds = front.get("kinds").ok_or_else(|| head("the front matter has no `kinds`: write `kinds: phone`".into()))?;
        let kinds = kinds
            .split(',')
            .map(|kind| Kind::from_name(kind.trim()).ok_or_else(|| head(format!("`kinds`: `{}` is no kind", kind.trim()))))
            .collect::<Result<Vec<_>, _>>()?;
        let facts = front.get("facts").map(serde_json::from_str).transpose();
        let facts = facts.map_err(|error| head(format!("`facts` is one line of JSON: {error}")))?.unwrap_or_default();
        if let Some((key, _)) = front.iter().find(|(key, _)| !["kinds", "policy", "facts"].contains(key)) {
            return Err(head(format!("`{key}` is no field of a case file: use `kinds`, `policy` and `facts`")));
        }
        let mut cases = Vec::new();
        let mut sections = sections(body, first_line);
        let (_, line, introduction) = sections.remove(0);
        if introduction.contains("[[") {
            return Err(MarkedError::new(name, line, "a mark stands before the first `## title`: no case would read it"));
        }
        for (title, line, body) in sections {
            let blank = body.len() - body.trim_start_matches('\n').len();
            let (text, gold) = marks(name, body.trim_matches('\n'), line + 1 + blank)?;
            if text.trim().is_empty() {
                return Err(MarkedError::new(name, line, "the case has no text"));
            }
            cases.push(Case { title: title.to_owned(), line, text, gold });
        }
        if cases.is_empty() {
            return Err(head("there is no case: begin one with a line `## title`".into()));
        }
        Ok(Self { kinds, policy: front.get("policy").map(str::to_owned), facts, cases })
    }

    /// Reads a file.
    ///
    /// # Errors
    /// When it cannot be read, is not UTF-8 or not well formed.
    pub fn read(path: &Path) -> Result<Self, MarkedError> {
        Self::parse(&path.display().to_string(), &read(path)?)
    }
}

/// What stands before the first title, then every section: its title, the title's line and its body.
fn sections(body: &str, first_line: usize) -> Vec<(&str, usize, &str)> {
    let mut sections = Vec::new();
    let (mut title, mut title_line, mut start, mut at) = ("", first_line, 0, 0);
    for (number, line) in body.split_inclusive('\n').enumerate() {
        if let Some(next) = line.strip_prefix("## ") {
            sections.push((title, title_line, &body[start..at]));
            (title, title_line, start) = (next.trim(), first_line + number, at + line.len());
        }
        at += line.len();
    }
    sections.push((title, title_line, &body[start..]));
    sections
}
