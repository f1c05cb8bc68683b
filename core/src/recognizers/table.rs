//! Tables of cells between `|`, `│` or `║`: the words at the head of a column say what stands in it.

use crate::context::Page;
use crate::text::Gap;

/// What stands between two cells: typed, and drawn (Unicode, box drawing).
const BARS: [&str; 3] = ["|", "│", "║"];

/// True for the bar between two cells at `at`.
pub(super) fn is_bar(page: &Page, at: usize) -> bool {
    BARS.iter().any(|bar| page.is_symbol(at, bar))
}

/// The tables of a page.
pub(super) struct Tables {
    tables: Vec<Table>,
}

struct Table {
    /// Its first token, and the one after its last.
    first: usize,
    after: usize,
    /// First token of every cell of the first line, and the one after its last.
    heads: Vec<(usize, usize)>,
}

impl Tables {
    /// Finds lines with bars that follow one another. Linear in the page; at once when it holds none.
    pub(super) fn of(page: &Page) -> Self {
        let mut tables: Vec<Table> = Vec::new();
        // The rule below the heads goes on a drawn table.
        let bars = [BARS[0], BARS[1], BARS[2], "├", "┼", "╠", "╬", "╟"].map(|bar| page.document.find(bar));
        if bars.iter().all(Option::is_none) {
            return Self { tables };
        }
        let tokens = page.tokens();
        let mut line = 0;
        while line < tokens.len() {
            let end = (line + 1..tokens.len()).find(|&at| tokens[at].gap >= Gap::Line).unwrap_or(tokens.len());
            if tokens[line..end].iter().any(|token| bars.contains(&Some(token.word))) {
                match tables.last_mut().filter(|table| table.after == line && tokens[line].gap == Gap::Line) {
                    Some(table) => table.after = end,
                    None => tables.push(Table { first: line, after: end, heads: cells(page, line, end) }),
                }
            }
            line = end;
        }
        Self { tables }
    }

    /// The tokens of the head of the column in which the token at `at` stands; none outside tables and in their first line.
    pub(super) fn head(&self, page: &Page, at: usize) -> std::ops::Range<usize> {
        let index = self.tables.partition_point(|table| table.after <= at);
        let Some(table) = self.tables.get(index).filter(|table| table.first <= at) else { return 0..0 };
        let mut line = at;
        while line > table.first && page.gap(line) < Gap::Line {
            line -= 1;
        }
        if line == table.first {
            return 0..0;
        }
        let column = (line..at).filter(|&i| is_bar(page, i)).count() - usize::from(is_bar(page, line));
        table.heads.get(column).map_or(0..0, |&(first, after)| first..after)
    }

    /// The tokens of the first cell of the row in which the token at `at` stands; none when it stands in that cell itself.
    pub(super) fn first_cell(&self, page: &Page, at: usize) -> std::ops::Range<usize> {
        let mut line = at;
        while line > 0 && page.gap(line) < Gap::Line {
            line -= 1;
        }
        let first = line + usize::from(is_bar(page, line));
        (first..at).find(|&i| is_bar(page, i)).map_or(0..0, |bar| first..bar)
    }
}

fn cells(page: &Page, line: usize, end: usize) -> Vec<(usize, usize)> {
    let mut cells = Vec::new();
    let opening = line + usize::from(is_bar(page, line));
    let mut first = opening;
    for at in opening..end {
        if is_bar(page, at) {
            cells.push((first, at));
            first = at + 1;
        }
    }
    if first < end {
        cells.push((first, end));
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::text::Document;

    #[test]
    fn a_cell_knows_the_head_of_its_column() {
        let text = "avant\n| Nom | Né le |\n|---|---|\n| Paul | 12 |\n\nRG | 13\n14 | 15\n\n│ Nom │ Lieu │\n├─────┼──────┤\n│ Anne │ 16 │";
        let page = Page::new(Document::new(text).expect("a small text"), Lexicon::fr());
        let tables = Tables::of(&page);
        let head = |word: &str| {
            let at = page.document.token_at(text.find(word).expect("in the text") as u32);
            tables.head(&page, at).map(|i| page.folded(i).to_owned()).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(head("12"), "NE LE");
        assert_eq!(head("Paul"), "NOM");
        assert_eq!(head("14"), "RG");
        assert_eq!(head("15"), "13");
        assert_eq!(head("16"), "LIEU");
        for outside in ["avant", "Né", "13"] {
            assert_eq!(head(outside), "", "{outside}");
        }
    }
}
