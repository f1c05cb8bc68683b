//! Digits read from the text: groups, separators and what may touch them.

use crate::context::Page;
use crate::text::{Gap, Span, TokenKind, one_of};

/// Letters and digits without their separators, and where they stand.
pub(super) struct Figures {
    bytes: [u8; 40],
    len: usize,
    /// First to last character in the text.
    pub(super) span: Span,
}

impl Figures {
    /// The characters without separators, in upper case.
    pub(super) fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..self.len]).unwrap_or("")
    }

    /// The digits from `from` to `to`.
    pub(super) fn number(&self, from: usize, to: usize) -> u64 {
        self.bytes[from..to].iter().filter(|b| b.is_ascii_digit()).fold(0, |n, b| n * 10 + u64::from(b - b'0'))
    }
}

/// Reads exactly `total` (at most 40) characters from byte `start`, over single separators and the indent of a line.
///
/// `accept` is asked with the character and its rank. `None` when another character interrupts, or when a letter or digit
/// touches either end.
pub(super) fn gather(text: &str, start: usize, total: usize, accept: impl Fn(u8, usize) -> bool) -> Option<Figures> {
    if touches_before(text, start) {
        return None;
    }
    let mut figures = Figures { bytes: [0; 40], len: 0, span: Span::new(start as u32, start as u32) };
    let mut separators = 0;
    let mut broken = false;
    for (at, c) in text[start..].char_indices() {
        let upper = u8::try_from(c).unwrap_or(0).to_ascii_uppercase();
        if upper.is_ascii_alphanumeric() && accept(upper, figures.len) {
            figures.bytes[figures.len] = upper;
            figures.len += 1;
            separators = 0;
            broken = false;
            if figures.len == total {
                let end = start + at + 1;
                figures.span.end = end as u32;
                return (!touches_after(text, end)).then_some(figures);
            }
        } else if figures.len > 0 && (separators < 3 || broken) && is_separator(c) {
            // How far the next line is indented says nothing.
            separators += usize::from(!(broken && matches!(c, ' ' | '\t' | '\u{a0}')));
            broken = separators < 3 && (broken || c == '\n');
        } else {
            return None;
        }
    }
    None
}

/// True for digits alone: the usual `accept` of [`gather`].
pub(super) fn digit(byte: u8, _: usize) -> bool {
    byte.is_ascii_digit()
}

/// True for a hyphen, the one that does not break included (U+2010, U+2011).
pub(super) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

fn is_separator(c: char) -> bool {
    is_hyphen(c) || matches!(c, ' ' | '.' | '\u{a0}' | '\u{202f}' | '\n' | '\r' | '\t' | '\u{2009}')
}

/// True when a letter or digit touches `start`, or a digit does over a point, comma or slash.
pub(super) fn touches_before(text: &str, start: usize) -> bool {
    let mut back = text[..start].chars().rev();
    match back.next() {
        Some(c) if c.is_alphanumeric() => true,
        Some(c) if is_hyphen(c) || matches!(c, '.' | ',' | '/') => back.next().is_some_and(|c| c.is_ascii_digit()),
        _ => false,
    }
}

/// True when a letter or digit touches `end`, or a digit does over a point, comma or slash.
pub(super) fn touches_after(text: &str, end: usize) -> bool {
    let mut ahead = text[end..].chars();
    match ahead.next() {
        Some(c) if c.is_alphanumeric() => true,
        Some(c) if is_hyphen(c) || matches!(c, '.' | ',' | '/') => ahead.next().is_some_and(|c| c.is_ascii_digit()),
        _ => false,
    }
}

/// True when the document holds one of `words` (folded) at all: the gate of rules that need a cue.
pub(super) fn holds(page: &Page, words: &[&str]) -> bool {
    words.iter().any(|word| page.document.find(word).is_some())
}

/// Indices of the digit-run tokens.
pub(super) fn numbers<'p>(page: &'p Page) -> impl Iterator<Item = usize> + 'p {
    page.document.numbers().iter().map(|&at| at as usize)
}

/// First byte of the token at `index`.
pub(super) fn start_of(page: &Page, index: usize) -> usize {
    page.tokens()[index].span.start as usize
}

/// Length in digits of the token at `index`; 0 when it is no number.
pub(super) fn digits_at(page: &Page, index: usize) -> usize {
    page.tokens().get(index).filter(|t| t.kind == TokenKind::Number).map_or(0, |t| t.span.len())
}

/// The value of the number token at `index`, when it has at most nine digits.
pub(super) fn value_at(page: &Page, index: usize) -> Option<u32> {
    (1..=9).contains(&digits_at(page, index)).then(|| page.document.original_at(index).parse().ok()).flatten()
}

/// True when the token at `index` touches the one before it.
pub(super) fn glued(page: &Page, index: usize) -> bool {
    page.tokens().get(index).is_some_and(|token| token.gap == Gap::None)
}

/// True when `n°`, `no`, `numéro` ends just before `index`.
pub(super) fn marked(page: &Page, index: usize) -> bool {
    let mut at = index;
    while at > 0 && (page.is_symbol(at - 1, ":") || page.is_symbol(at - 1, "°")) {
        at -= 1;
    }
    at > 0 && one_of!(page.folded(at - 1), "N" | "NO" | "NO." | "Nº" | "NUMERO" | "NUMEROS" | "NOS" | "NUM")
}
