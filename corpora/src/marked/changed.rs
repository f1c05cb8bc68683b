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
    /// Lines that end where a proportional font fills the page: wide letters count more than narrow ones.
    Proportional,
    /// A blank line behind every line, as converters write the paragraphs of a word processor.
    Spaced,
    /// No-break spaces and hyphens (U+00A0, U+2011) for all.
    Unbroken,
    /// Straight quotation marks for guillemets, as typewriters have them.
    Straight,
}

impl FromStr for Change {
    type Err = &'static str;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        match name {
            "renamed" => Ok(Self::Renamed),
            "stretched" => Ok(Self::Stretched),
            "wrapped" => Ok(Self::Wrapped),
            "proportional" => Ok(Self::Proportional),
            "spaced" => Ok(Self::Spaced),
            "unbroken" => Ok(Self::Unbroken),
            "straight" => Ok(Self::Straight),
            _ => Err("use renamed, stretched, wrapped, proportional, spaced, unbroken or straight"),
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
            Change::Stretched => self.rewritten(|_, c, out| {
                out.push(c);
                out.extend((c == ' ').then_some(c));
            }),
            // A space for a line's end: no mark moves.
            Change::Wrapped => Self { text: wrapped(&self.text, 70, |_| 1), ..self.clone() },
            Change::Proportional => Self { text: wrapped(&self.text, 800, width), ..self.clone() },
            Change::Spaced => self.rewritten(|at, c, out| {
                let alone = c == '\n' && !self.text[..at].ends_with('\n') && !self.text[at + 1..].starts_with('\n');
                out.push(c);
                out.extend(alone.then_some(c));
            }),
            Change::Unbroken => self.rewritten(|_, c, out| {
                out.push(match c {
                    ' ' => '\u{a0}',
                    '-' => '\u{2011}',
                    other => other,
                });
            }),
            Change::Straight => self.rewritten(|at, c, out| {
                let space = matches!(c, ' ' | '\u{a0}' | '\u{202f}');
                let beside = self.text[..at].ends_with('«') || self.text[at + c.len_utf8()..].starts_with('»');
                if !(space && beside) {
                    out.push(if matches!(c, '«' | '»') { '"' } else { c });
                }
            }),
        }
    }

    /// The text that `put` writes for each character and its byte, the marks where their text now is.
    fn rewritten(&self, put: impl Fn(usize, char, &mut String)) -> Self {
        let mut text = String::with_capacity(self.text.len());
        let mut moved = vec![0; self.text.len() + 1];
        for (at, c) in self.text.char_indices() {
            moved[at] = text.len() as u32;
            put(at, c, &mut text);
        }
        moved[self.text.len()] = text.len() as u32;
        let span = |mark: &Gold| Span::new(moved[mark.span.start as usize], moved[mark.span.end as usize]);
        let gold = self.gold.iter().map(|mark| Gold { span: span(mark), ..mark.clone() }).collect();
        Self { front: self.front.clone(), text, gold }
    }
}

/// Tenths of a letter's width that a character takes, as the fonts of courts' letters set it.
fn width(c: char) -> u32 {
    match c {
        ' ' | '.' | ',' | ';' | ':' | '\'' | '’' | 'i' | 'j' | 'l' | 'f' | 't' | 'r' | 'I' | '!' | '|' => 5,
        'm' | 'w' | 'M' | 'W' => 15,
        c if c.is_uppercase() => 13,
        _ => 10,
    }
}

/// Every line in lines that are `most` wide at most, its longer words apart.
fn wrapped(text: &str, most: u32, width: impl Fn(char) -> u32) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let mut column = 0;
        for (rank, word) in line.split(' ').enumerate() {
            let length = word.trim_end().chars().map(&width).sum::<u32>();
            if rank > 0 {
                let ends = column + width(' ') + length > most && column > 0;
                out.push(if ends { '\n' } else { ' ' });
                column = if ends { 0 } else { column + width(' ') };
            }
            out.push_str(word);
            column += length;
        }
    }
    out
}
