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
    /// Lines of seventy characters at most.
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
        match change {
            Change::Renamed => self.renamed(),
            Change::Stretched => self.stretched(),
            // A space for a line's end: no mark moves.
            Change::Wrapped => Self { text: wrapped(&self.text), ..self.clone() },
        }
    }

    fn stretched(&self) -> Self {
        let (mut text, mut gold, mut end) = (String::new(), Vec::new(), 0);
        for mark in &self.gold {
            let (first, last) = (mark.span.start as usize, mark.span.end as usize);
            text.push_str(&self.text[end..first].replace(' ', "  "));
            let start = text.len() as u32;
            text.push_str(&self.text[first..last].replace(' ', "  "));
            gold.push(Gold { span: Span::new(start, text.len() as u32), ..mark.clone() });
            end = last;
        }
        text.push_str(&self.text[end..].replace(' ', "  "));
        Self { front: self.front.clone(), text, gold }
    }
}

/// Every line in lines of at most seventy characters, its longer words apart.
fn wrapped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let mut column = 0;
        for (rank, word) in line.split(' ').enumerate() {
            let length = word.trim_end().chars().count();
            if rank > 0 {
                let ends = column + 1 + length > 70 && column > 0;
                out.push(if ends { '\n' } else { ' ' });
                column = if ends { 0 } else { column + 1 };
            }
            out.push_str(word);
            column += length;
        }
    }
    out
}
