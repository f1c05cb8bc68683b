//! Tables of cells between `|`, `│` or `║`, or drawn with spaces: the words at the head of a column say what stands in it.

use super::Page;
use crate::text::{Gap, TokenKind, one_of};

/// What stands between two cells: typed, and drawn (Unicode, box drawing).
const BARS: [&str; 3] = ["|", "│", "║"];

/// True for the bar between two cells at `at`.
pub fn is_bar(page: &Page, at: usize) -> bool {
    BARS.iter().any(|bar| page.is_symbol(at, bar))
}

/// The tables of a page.
pub struct Tables {
    tables: Vec<Table>,
    spaced: Vec<Spaced>,
}

/// A table drawn with spaces: columns stand below the words of its first line.
struct Spaced {
    first: usize,
    after: usize,
    heads: Vec<Cell>,
}

/// Tokens, and the columns of characters that they stand in.
struct Cell {
    first: usize,
    after: usize,
    columns: std::ops::Range<usize>,
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
        let spaced = spaced(page);
        if bars.iter().all(Option::is_none) {
            return Self { tables, spaced };
        }
        let tokens = page.tokens();
        let mut line = 0;
        while line < tokens.len() {
            let end = (line + 1..tokens.len()).find(|&at| tokens[at].gap >= Gap::Line).unwrap_or(tokens.len());
            if is_rule(page, line, end) {
                // A rule goes on a table and opens none: `+-----+-----+` stands above the heads too.
                if let Some(table) = tables.last_mut().filter(|table| table.after == line && tokens[line].gap == Gap::Line) {
                    table.after = end;
                }
            } else if tokens[line..end].iter().any(|token| bars.contains(&Some(token.word))) {
                match tables.last_mut().filter(|table| table.after == line && tokens[line].gap == Gap::Line) {
                    Some(table) => table.after = end,
                    None => tables.push(Table { first: line, after: end, heads: cells(page, line, end) }),
                }
            }
            line = end;
        }
        Self { tables, spaced }
    }

    /// The tokens of the head of the column in which the token at `at` stands; none outside tables and in their first line.
    pub fn head(&self, page: &Page, at: usize) -> std::ops::Range<usize> {
        let index = self.tables.partition_point(|table| table.after <= at);
        let Some(table) = self.tables.get(index).filter(|table| table.first <= at) else { return self.above(page, at) };
        let Some(line) = page.line_start(at).filter(|&line| line != table.first) else { return 0..0 };
        let column = (line..at).filter(|&i| is_bar(page, i)).count() - usize::from(is_bar(page, line) && is_bar(page, table.first));
        table.heads.get(column).map_or(0..0, |&(first, after)| first..after)
    }

    /// The same in a table drawn with spaces: the head that stands above the cell.
    fn above(&self, page: &Page, at: usize) -> std::ops::Range<usize> {
        let index = self.spaced.partition_point(|table| table.after <= at);
        let Some(table) = self.spaced.get(index).filter(|table| table.first <= at) else { return 0..0 };
        let Some(line) = page.line_start(at).filter(|&line| line != table.first) else { return 0..0 };
        let Some(end) = (at + 1..table.after.min(at + Page::LONGEST_LINE)).find(|&i| page.gap(i) >= Gap::Line).or((table.after <= at + Page::LONGEST_LINE).then_some(table.after)) else { return 0..0 };
        let Some(cell) = spaced_cells(page, line, end).into_iter().find(|cell| cell.first <= at && at < cell.after) else { return 0..0 };
        let shared = |head: &&Cell| cell.columns.end.min(head.columns.end).saturating_sub(cell.columns.start.max(head.columns.start));
        table.heads.iter().max_by_key(shared).filter(|head| shared(head) > 0).map_or(0..0, |head| head.first..head.after)
    }

    /// The tokens of the first cell of the row in which the token at `at` stands; none when it stands in that cell itself.
    pub fn first_cell(&self, page: &Page, at: usize) -> std::ops::Range<usize> {
        let Some(line) = page.line_start(at) else { return 0..0 };
        let first = line + usize::from(is_bar(page, line));
        (first..at).find(|&i| is_bar(page, i)).map_or(0..0, |bar| first..bar)
    }
}

/// True for a line that is drawn, not written: `------+------`, `+=====+`. Looks at its ends.
fn is_rule(page: &Page, line: usize, end: usize) -> bool {
    let drawn = |at: usize| page.tokens()[at].kind == TokenKind::Symbol && one_of!(page.folded(at), "-" | "=" | "_" | "─" | "+");
    end > line + 2 && [line, line + 1, end - 2, end - 1].into_iter().all(drawn)
}

/// The tables drawn with spaces: lines of three cells and more below a first one without figures. Linear in the ends of lines and
/// the wide gaps.
fn spaced(page: &Page) -> Vec<Spaced> {
    const FEWEST: usize = 3;
    let tokens = page.tokens();
    let mut spaced: Vec<Spaced> = Vec::new();
    let (mut first, mut wide, mut open) = (0, 0, false);
    for at in page.document.breaks().iter().skip(1).map(|&at| at as usize).chain([tokens.len()]) {
        let gap = page.gap(at);
        if gap == Gap::Wide {
            wide += 1;
            continue;
        }
        let drawn = |at: usize| one_of!(page.folded(at), "-" | "=" | "_" | "─");
        if wide + 1 >= FEWEST && !open && tokens[first..at].iter().all(|token| token.kind != TokenKind::Number) {
            spaced.push(Spaced { first, after: at, heads: spaced_cells(page, first, at) });
            open = true;
        } else if open && (wide > 0 || tokens[first].kind == TokenKind::Symbol && drawn(first) && drawn(at - 1))
            && let Some(table) = spaced.last_mut()
        {
            table.after = at;
        } else {
            open = false;
        }
        open &= gap == Gap::Line;
        (first, wide) = (at, 0);
    }
    spaced
}

/// The cells between `line` and `end`, apart by two spaces and more.
fn spaced_cells(page: &Page, line: usize, end: usize) -> Vec<Cell> {
    let text = page.document.text();
    let start = page.tokens()[line].span.start as usize;
    let before = line.checked_sub(1).map_or(0, |previous| page.tokens()[previous].span.end as usize);
    let margin = text[before..start].rfind('\n').map_or(before, |at| before + at + 1);
    // Counted on from the last place asked: a line may be a whole decision.
    let (mut counted, mut columns) = (margin, 0);
    let mut column = |byte: u32| {
        columns += text[counted..byte as usize].chars().count();
        counted = byte as usize;
        columns
    };
    let mut cells: Vec<Cell> = Vec::new();
    for at in line..end {
        let span = page.tokens()[at].span;
        if let Some(cell) = cells.last_mut().filter(|_| page.gap(at) != Gap::Wide) {
            (cell.after, cell.columns.end) = (at + 1, column(span.end));
        } else {
            let start = column(span.start);
            cells.push(Cell { first: at, after: at + 1, columns: start..column(span.end) });
        }
    }
    cells
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

    #[test]
    fn a_cell_knows_the_head_above_it() {
        let text = "Dossier     Salariée          Matricule\n---------------------------------------\n22/00188    Anne Éloi         104417\n22/00189    Zoé               102280\n\nsuite    et     104418";
        let page = Page::new(Document::new(text).expect("a small text"), Lexicon::fr());
        let tables = Tables::of(&page);
        let head = |word: &str| {
            let at = page.document.token_at(text.find(word).expect("in the text") as u32);
            tables.head(&page, at).map(|i| page.folded(i).to_owned()).collect::<Vec<_>>().join(" ")
        };
        for (word, above) in [("104417", "MATRICULE"), ("102280", "MATRICULE"), ("Zoé", "SALARIEE"), ("00189", "DOSSIER"), ("Matricule", ""), ("104418", "")] {
            assert_eq!(head(word), above, "{word}");
        }
    }
}
