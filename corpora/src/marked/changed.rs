//! The same decision in another dress, to ask what the engine owes to what it wears.

use std::str::FromStr;

use huisclos::Span;

use super::{Gold, Marked};

/// What may be changed of a marked text before the engine reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Names of persons become words of no dictionary: [`Marked::renamed`].
    Renamed,
    /// Every space is two, as in justified text that a PDF's reader wrote down.
    Stretched,
    /// Lines end at the first space behind their sixtieth character.
    Wrapped,
}

impl FromStr for Change {
    type Err = &'static str;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        match name {
            "renamed" => Ok(Self::Renamed),
            "stretched" => Ok(Self::Stretched),
            "wrapped" => Ok(Self::Wrapped),
            _ => Err("use renamed, stretched or wrapped"),
        }
    }
}

impl Marked {
    /// The text and its marks after the change. Linear in the text.
    ///
    /// ```
    /// use huisclos_corpora::marked::{Change, Marked};
    /// let marked = Marked::parse("note.md", "M. [[person: Paul RÉ]] plaide.")?;
    /// let stretched = marked.changed(Change::Stretched);
    /// assert_eq!(stretched.text, "M.  Paul  RÉ  plaide.");
    /// assert_eq!(stretched.gold[0].span.of(&stretched.text), "Paul  RÉ");
    /// # Ok::<(), huisclos_corpora::marked::MarkedError>(())
    /// ```
    #[must_use]
    pub fn changed(&self, change: Change) -> Self {
        let mut column = 0;
        let mut space = |out: &mut String, c: char| {
            column = if c == '\n' { 0 } else { column + 1 };
            match (change, c) {
                (Change::Stretched, ' ') => out.push_str("  "),
                (Change::Wrapped, ' ') if column > 60 => {
                    column = 0;
                    out.push('\n');
                }
                _ => out.push(c),
            }
        };
        if change == Change::Renamed {
            return self.renamed();
        }
        let (mut text, mut gold, mut end) = (String::new(), Vec::new(), 0);
        for mark in &self.gold {
            let (first, last) = (mark.span.start as usize, mark.span.end as usize);
            self.text[end..first].chars().for_each(|c| space(&mut text, c));
            let start = text.len() as u32;
            self.text[first..last].chars().for_each(|c| space(&mut text, c));
            gold.push(Gold { span: Span::new(start, text.len() as u32), ..mark.clone() });
            end = last;
        }
        self.text[end..].chars().for_each(|c| space(&mut text, c));
        Self { front: self.front.clone(), text, gold }
    }
}
