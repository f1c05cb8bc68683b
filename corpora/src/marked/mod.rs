//! Marked text: a decision with its gold written in, as a lawyer can read it.
//!
//! `Née le [[birth_date: 5 mai]] 2014, Mme [[person.party#p1: Zélie MARTEL]] ...`
//!
//! A mark is `[[kind.role#id: text]]`. `kind` is any name of [`Kind`]; `.role`, for persons only, any name of [`Role`];
//! `#id` says which marks are one person or datum. A `?` before the kind makes the mark neutral: it counts neither as a
//! hit nor as a miss. One space after the colon is not part of the text; the first `]]` ends the mark.
//! A file may begin with front matter: `key: value` lines between two lines `---`.

mod case;
mod changed;
mod renamed;

use std::path::Path;

use huisclos::{Kind, Role, Span};

pub use case::{Case, CaseFile};
pub use changed::Change;

/// A text and what it should yield.
///
/// `Debug` shows counts, never text.
#[derive(Clone)]
pub struct Marked {
    /// The front matter, empty when there is none.
    pub front: FrontMatter,
    /// The text without front matter and marks.
    pub text: String,
    /// In the order of the text, disjoint.
    pub gold: Vec<Gold>,
}

/// One mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gold {
    /// Bytes of [`Marked::text`], half-open.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
    /// The role, when the mark names one.
    pub role: Option<Role>,
    /// The identity, when the mark names one: `p1`.
    pub entity: Option<String>,
    /// True when the mark counts neither way.
    pub neutral: bool,
}

/// The `key: value` lines at the head of a file, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrontMatter(Vec<(String, String)>);

impl FrontMatter {
    /// The value of `key`.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.0.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
    }

    /// Every key with its value.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(key, value)| (key.as_str(), value.as_str()))
    }
}

/// Why a marked text could not be read: where, what and the remedy. Never the text itself.
#[derive(Debug)]
pub struct MarkedError {
    name: String,
    line: usize,
    message: String,
}

impl MarkedError {
    fn new(name: &str, line: usize, message: impl Into<String>) -> Self {
        Self { name: name.to_owned(), line, message: message.into() }
    }

    /// The line at fault, counted from 1; 0 when the file itself could not be read.
    pub const fn line(&self) -> usize {
        self.line
    }
}

impl std::fmt::Display for MarkedError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.name, self.message),
            line => write!(f, "{}:{line}: {}", self.name, self.message),
        }
    }
}

impl std::error::Error for MarkedError {}

impl std::fmt::Debug for Marked {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Marked").field("bytes", &self.text.len()).field("gold", &self.gold.len()).finish_non_exhaustive()
    }
}

impl Marked {
    /// Reads a marked text; `name` is the file's name for messages. Linear in the text.
    ///
    /// # Errors
    /// When the front matter or a mark is not well formed; the message names the line and the remedy.
    ///
    /// ```
    /// use huisclos::{Kind, Role};
    /// use huisclos_corpora::marked::Marked;
    /// let marked = Marked::parse("note.md", "---\nid: n1\n---\nMe [[person.lawyer#l1: Zoé RÉ]] plaide.")?;
    /// assert_eq!(marked.text, "Me Zoé RÉ plaide.");
    /// assert_eq!(marked.front.get("id"), Some("n1"));
    /// let gold = &marked.gold[0];
    /// assert_eq!(gold.span.of(&marked.text), "Zoé RÉ");
    /// assert_eq!((gold.kind, gold.role), (Kind::Person, Some(Role::Lawyer)));
    /// # Ok::<(), huisclos_corpora::marked::MarkedError>(())
    /// ```
    pub fn parse(name: &str, source: &str) -> Result<Self, MarkedError> {
        let (front, body, line) = front_matter(name, source)?;
        let (text, gold) = marks(name, body, line)?;
        Ok(Self { front, text, gold })
    }

    /// Reads a file.
    ///
    /// # Errors
    /// When it cannot be read, is not UTF-8 or not well formed.
    pub fn read(path: &Path) -> Result<Self, MarkedError> {
        Self::parse(&path.display().to_string(), &read(path)?)
    }
}

/// Every `.md` file below `folder`, sorted by path.
///
/// # Errors
/// When the folder cannot be walked.
pub fn files(folder: &Path) -> Result<Vec<std::path::PathBuf>, MarkedError> {
    let mut found = Vec::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|error| MarkedError::new(&folder.display().to_string(), 0, error.to_string()))?;
        if entry.file_type().is_file() && entry.path().extension().is_some_and(|ending| ending == "md") {
            found.push(entry.into_path());
        }
    }
    found.sort();
    Ok(found)
}

fn read(path: &Path) -> Result<String, MarkedError> {
    std::fs::read_to_string(path).map_err(|error| MarkedError::new(&path.display().to_string(), 0, error.to_string()))
}

/// The front matter, the rest, and the number of the line the rest starts on.
fn front_matter<'s>(name: &str, source: &'s str) -> Result<(FrontMatter, &'s str, usize), MarkedError> {
    let Some(mut rest) = source.strip_prefix("---\n") else { return Ok((FrontMatter::default(), source, 1)) };
    let mut fields: Vec<(String, String)> = Vec::new();
    let mut number = 1;
    loop {
        let Some((line, after)) = rest.split_once('\n') else {
            return Err(MarkedError::new(name, 1, "the front matter has no end: close it with a line `---`"));
        };
        rest = after;
        number += 1;
        if line == "---" {
            return Ok((FrontMatter(fields), rest, number + 1));
        }
        if line.trim().is_empty() {
            continue;
        }
        let Some((key, value)) = line.split_once(':') else {
            return Err(MarkedError::new(name, number, "a line of the front matter is `key: value`"));
        };
        let key = key.trim();
        if fields.iter().any(|(known, _)| known == key) {
            return Err(MarkedError::new(name, number, format!("`{key}` stands twice in the front matter")));
        }
        fields.push((key.to_owned(), value.trim().to_owned()));
    }
}

/// The text without its marks, and the marks. `line` is the number of the body's first line.
fn marks(name: &str, body: &str, mut line: usize) -> Result<(String, Vec<Gold>), MarkedError> {
    let mut text = String::with_capacity(body.len());
    let mut gold = Vec::new();
    let mut rest = body;
    while let Some(at) = rest.find("[[") {
        line += rest[..at].matches('\n').count();
        text.push_str(&rest[..at]);
        let fail = |message: String| MarkedError::new(name, line, message);
        let inside = &rest[at + 2..];
        let end = inside.find("]]").ok_or_else(|| fail("a mark has no end: close it with `]]`".into()))?;
        let (mark, words) = inside[..end]
            .split_once(':')
            .ok_or_else(|| fail("a mark has no colon: write `[[kind.role#id: text]]`".into()))?;
        let words = words.strip_prefix(' ').unwrap_or(words);
        if words.trim().is_empty() {
            return Err(fail("a mark has no text: write `[[kind.role#id: text]]`".into()));
        }
        if words.contains("[[") {
            return Err(fail("a mark stands in a mark: close the first with `]]`".into()));
        }
        let start = text.len() as u32;
        text.push_str(words);
        gold.push(head(mark, Span::new(start, text.len() as u32)).map_err(fail)?);
        line += inside[..end].matches('\n').count();
        rest = &inside[end + 2..];
    }
    if let Some(at) = rest.find("]]") {
        line += rest[..at].matches('\n').count();
        return Err(MarkedError::new(name, line, "`]]` closes no mark: open it with `[[kind: `"));
    }
    text.push_str(rest);
    Ok((text, gold))
}

/// Reads `?kind.role#id`.
fn head(head: &str, span: Span) -> Result<Gold, String> {
    let (neutral, head) = head.strip_prefix('?').map_or((false, head), |head| (true, head));
    let (head, entity) = head.split_once('#').map_or((head, None), |(head, id)| (head, Some(id)));
    let (kind, role) = head.split_once('.').map_or((head, None), |(kind, role)| (kind, Some(role)));
    let kind = Kind::from_name(kind).ok_or_else(|| {
        format!("{} is no kind: use {}", quoted(kind), Kind::ALL.iter().map(|k| k.as_str()).collect::<Vec<_>>().join(", "))
    })?;
    let role = match role {
        None => None,
        Some(_) if kind != Kind::Person => return Err(format!("`{kind}` has a role: only `person` has one")),
        Some(role) => Some(Role::from_name(role).ok_or_else(|| {
            format!("{} is no role: use {}", quoted(role), Role::ALL.iter().map(|r| r.as_str()).collect::<Vec<_>>().join(", "))
        })?),
    };
    if entity.is_some_and(|id| id.is_empty() || !id.chars().all(char::is_alphanumeric)) {
        return Err("an id is letters and digits: `#p1`".into());
    }
    Ok(Gold { span, kind, role, entity: entity.map(str::to_owned), neutral })
}

/// A word of a mark's head for a message; what may be text of a decision is not shown.
fn quoted(word: &str) -> String {
    let is_name = !word.is_empty() && word.len() <= 20 && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    if is_name { format!("`{word}`") } else { "what stands after `[[`".into() }
}

#[cfg(test)]
mod tests;
