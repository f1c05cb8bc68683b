use std::ops::Range;

use crate::text::Span;

/// How words are written in a part.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Code {
    /// As they are.
    Plain,
    /// With `&amp;` and its like.
    Xml,
    /// Inside a JSON string, quotes not included.
    Json,
    /// As they are, where no markup may appear: scripts, styles, comments.
    Raw,
}

struct Piece {
    at: usize,
    end: usize,
    part: usize,
    range: Range<usize>,
    code: Code,
    /// Where ` xml:space="preserve"` goes when the edited words start or end with a blank.
    keep_blanks_at: Option<usize>,
}

/// New bytes for a range of a part.
pub(super) struct Change {
    pub(super) range: Range<usize>,
    pub(super) new: String,
}

/// The joined words of a document, and where each stands in its parts.
#[derive(Default)]
pub(super) struct Pieces {
    pub(super) text: String,
    all: Vec<Piece>,
    fixed: Vec<(usize, Range<usize>, &'static str)>,
    places: Vec<Place>,
}

/// A number in a part that says where something stands in a piece, in code points: it moves with the edits.
struct Place {
    part: usize,
    range: Range<usize>,
    /// In bytes of the joined text: the start of the piece, and the place.
    from: usize,
    at: usize,
}

impl Pieces {
    /// Adds a piece; gives its number.
    pub(super) fn push(&mut self, part: usize, range: Range<usize>, words: &str, code: Code) -> usize {
        self.push_run(part, range, words, code, None);
        self.all.len() - 1
    }

    pub(super) fn push_run(&mut self, part: usize, range: Range<usize>, words: &str, code: Code, keep_blanks_at: Option<usize>) {
        let at = self.text.len();
        self.text.push_str(words);
        self.all.push(Piece { at, end: self.text.len(), part, range, code, keep_blanks_at });
    }

    /// Text between pieces that stands for markup: a tab, the end of a paragraph.
    pub(super) fn glue(&mut self, glue: &str) {
        self.text.push_str(glue);
    }

    /// Ends the line, once.
    pub(super) fn end_line(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    pub(super) fn at_line_start(&self) -> bool {
        self.text.is_empty() || self.text.ends_with('\n')
    }

    /// A range whose words go whatever the engine says: the name of an author.
    pub(super) fn fix(&mut self, part: usize, range: Range<usize>, new: &'static str) {
        self.fixed.push((part, range, new));
    }

    /// Makes the number at `range` follow the edits of a piece: it counts `chars` code points of its words. A number beyond
    /// the piece is left alone.
    pub(super) fn follow(&mut self, part: usize, range: Range<usize>, piece: usize, chars: usize) {
        let piece = &self.all[piece];
        let text = &self.text[piece.at..piece.end];
        let places = text.char_indices().map(|(at, _)| at).chain([text.len()]);
        if let Some(at) = places.into_iter().nth(chars) {
            self.places.push(Place { part, range, from: piece.at, at: piece.at + at });
        }
    }

    /// Where a place stands after `edits`, in code points; inside a replaced word it becomes the end of the replacement.
    fn moved(&self, place: &Place, edits: &[(Span, &str)]) -> usize {
        let mut chars = 0;
        let mut from = place.from;
        let first = edits.partition_point(|(span, _)| (span.start as usize) < place.from);
        for (span, replacement) in &edits[first..] {
            let (start, end) = (span.start as usize, span.end as usize);
            if start >= place.at {
                break;
            }
            chars += self.text[from..start].chars().count() + replacement.chars().count();
            from = end;
        }
        chars + self.text.get(from..place.at).map_or(0, |rest| rest.chars().count())
    }

    /// What `edits` (sorted, disjoint, on character boundaries) change, by part and place.
    pub(super) fn changes(&self, edits: &[(Span, &str)]) -> Vec<(usize, Change)> {
        let mut changes: Vec<(usize, Change)> =
            self.fixed.iter().map(|(part, range, new)| (*part, Change { range: range.clone(), new: (*new).to_owned() })).collect();
        if !edits.is_empty() {
            changes.extend(self.places.iter().map(|place| (place.part, Change { range: place.range.clone(), new: self.moved(place, edits).to_string() })));
        }
        let mut first = 0;
        // The edit whose replacement is written already: an edit goes into the first piece it touches only.
        let mut written = None;
        for piece in &self.all {
            while edits.get(first).is_some_and(|(span, _)| span.end as usize <= piece.at) {
                first += 1;
            }
            let mut words = String::new();
            let mut from = piece.at;
            let mut touched = false;
            for (index, (span, replacement)) in edits.iter().enumerate().skip(first) {
                let (start, end) = ((span.start as usize).max(piece.at), (span.end as usize).min(piece.end));
                if start >= piece.end {
                    break;
                }
                if start >= end {
                    continue;
                }
                words.push_str(&self.text[from..start]);
                if written != Some(index) {
                    match piece.code {
                        // Nothing may end the comment or the script's string it stands in.
                        Code::Raw => words.extend(replacement.chars().filter(|c| !matches!(c, '<' | '>' | '"' | '\'' | '`' | '\\' | '\n' | '\r'))),
                        _ => words.push_str(replacement),
                    }
                    written = Some(index);
                }
                from = end;
                touched = true;
            }
            if !touched {
                continue;
            }
            words.push_str(&self.text[from..piece.end]);
            if let Some(at) = piece.keep_blanks_at.filter(|_| words.trim().len() < words.len()) {
                changes.push((piece.part, Change { range: at..at, new: " xml:space=\"preserve\"".to_owned() }));
            }
            changes.push((piece.part, Change { range: piece.range.clone(), new: encode(&words, piece.code) }));
        }
        changes.sort_by_key(|(part, change)| (*part, change.range.start, change.range.end));
        changes
    }
}

fn encode(words: &str, code: Code) -> String {
    match code {
        Code::Plain | Code::Raw => words.to_owned(),
        Code::Xml => quick_xml::escape::escape(words).into_owned(),
        Code::Json => {
            let quoted = serde_json::Value::from(words).to_string();
            quoted[1..quoted.len() - 1].to_owned()
        }
    }
}

/// `source` with sorted, disjoint changes made.
pub(super) fn splice<'c>(source: &str, changes: impl Iterator<Item = &'c Change>) -> String {
    let mut out = String::with_capacity(source.len());
    let mut from = 0;
    for change in changes {
        out.push_str(&source[from..change.range.start]);
        out.push_str(&change.new);
        from = change.range.end;
    }
    out.push_str(&source[from..]);
    out
}
