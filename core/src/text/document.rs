use rustc_hash::FxHashMap;

use super::token::{Gap, Shape, Token, TokenKind, Word, WordId};
use super::{Span, fold_into};

/// One text with its tokens and folded words.
///
/// Building is linear in the text. `Debug` shows sizes, never text.
pub struct Document<'t> {
    text: &'t str,
    tokens: Vec<Token>,
    words: Vec<Word>,
    pool: String,
    numbers: Vec<u32>,
    /// Hash of a folded form -> the newest word that has it; words of one hash are chained.
    ids: FxHashMap<u64, u32>,
    chain: Vec<u32>,
}

impl std::fmt::Debug for Document<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Document").field("bytes", &self.text.len()).field("tokens", &self.tokens.len()).finish()
    }
}

impl<'t> Document<'t> {
    /// Cuts `text` into tokens. `None` when it is larger than 4 GiB, the reach of a [`Span`].
    ///
    /// ```
    /// use huisclos::Document;
    /// let document = Document::new("M. d’Arc, 12 rue X").unwrap();
    /// let folded: Vec<_> = document.tokens().iter().map(|t| document.folded(t.word)).collect();
    /// assert_eq!(folded, ["M", ".", "D'", "ARC", ",", "12", "RUE", "X"]);
    /// ```
    pub fn new(text: &'t str) -> Option<Self> {
        u32::try_from(text.len()).ok()?;
        let mut builder = Builder {
            text,
            tokens: Vec::with_capacity(text.len() / 4),
            words: Vec::with_capacity(text.len() / 24),
            pool: Vec::with_capacity(text.len() / 8),
            scratch: String::new(),
            ids: FxHashMap::with_capacity_and_hasher(text.len() / 24, rustc_hash::FxBuildHasher),
            chain: Vec::with_capacity(text.len() / 24),
            numbers: Vec::new(),
        };
        builder.run();
        Some(Self {
            text,
            tokens: builder.tokens,
            words: builder.words,
            // Folded words are made of whole characters.
            pool: String::from_utf8(builder.pool).ok()?,
            numbers: builder.numbers,
            ids: builder.ids,
            chain: builder.chain,
        })
    }

    /// The original text.
    pub const fn text(&self) -> &'t str {
        self.text
    }

    /// The tokens in order; every non-space character belongs to one.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// The distinct folded words, indexed by [`WordId`].
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// Indices of the tokens that are digit runs.
    pub fn numbers(&self) -> &[u32] {
        &self.numbers
    }

    /// The folded form of a word: upper case, no accents, no dots in acronyms.
    #[inline]
    pub fn folded(&self, word: WordId) -> &str {
        let word = &self.words[word.0 as usize];
        &self.pool[word.start as usize..word.end as usize]
    }

    /// The id of a folded word; `None` when the text does not hold it. One hash look-up.
    ///
    /// ```
    /// let document = huisclos::Document::new("Né à Metz").unwrap();
    /// assert!(document.find("METZ").is_some() && document.find("LYON").is_none());
    /// ```
    pub fn find(&self, folded: &str) -> Option<WordId> {
        let mut known = *self.ids.get(&hash_of(folded.as_bytes()))?;
        while known != u32::MAX {
            if self.folded(WordId(known)) == folded {
                return Some(WordId(known));
            }
            known = self.chain[known as usize];
        }
        None
    }

    /// The folded form of the token at `index`, or `""` beyond the ends.
    #[inline]
    pub fn folded_at(&self, index: usize) -> &str {
        self.tokens.get(index).map_or("", |token| self.folded(token.word))
    }

    /// The original text of the token at `index`.
    ///
    /// # Panics
    /// When there is no such token.
    pub fn original_at(&self, index: usize) -> &'t str {
        self.tokens[index].span.of(self.text)
    }

    /// The span from the first to the last of two tokens, both included.
    ///
    /// # Panics
    /// When there are no such tokens.
    pub fn span_of(&self, first: usize, last: usize) -> Span {
        self.tokens[first].span.cover(self.tokens[last].span)
    }

    /// Index of the first token that ends after `byte`.
    pub fn token_at(&self, byte: u32) -> usize {
        self.tokens.partition_point(|token| token.span.end <= byte)
    }
}

struct Builder<'t> {
    text: &'t str,
    tokens: Vec<Token>,
    words: Vec<Word>,
    pool: Vec<u8>,
    scratch: String,
    /// Hash of a folded form -> the newest word that has it; words of one hash are chained.
    ids: FxHashMap<u64, u32>,
    chain: Vec<u32>,
    numbers: Vec<u32>,
}

impl Builder<'_> {
    fn run(&mut self) {
        let bytes = self.text.as_bytes();
        let mut at = 0;
        let mut gap = Gap::Blank;
        while at < bytes.len() {
            let byte = bytes[at];
            if byte.is_ascii_digit() {
                let start = at;
                while at < bytes.len() && bytes[at].is_ascii_digit() {
                    at += 1;
                }
                self.numbers.push(self.tokens.len() as u32);
                self.push(start, at, TokenKind::Number, Shape::None, gap);
            } else if byte.is_ascii_alphabetic() || byte >= 0x80 {
                let c = char_at(self.text, at);
                if let Some(space) = space_of(c) {
                    gap = widen(gap, space);
                    at += c.len_utf8();
                    continue;
                }
                if c.is_alphabetic() || is_damaged_capital(self.text, at) {
                    at = self.word(at, gap);
                } else if is_invisible(c) {
                    at += c.len_utf8();
                    continue;
                } else {
                    let end = at + c.len_utf8();
                    self.push(at, end, TokenKind::Symbol, Shape::None, gap);
                    at = end;
                }
            } else if byte == b'\r' && bytes.get(at + 1) == Some(&b'\n') {
                at += 1;
                continue;
            } else if let Some(space) = space_of(byte as char) {
                gap = widen(gap, space);
                at += 1;
                continue;
            } else if byte < 0x20 || byte == 0x7f {
                at += 1;
                continue;
            } else {
                self.push(at, at + 1, TokenKind::Symbol, Shape::None, gap);
                at += 1;
            }
            gap = Gap::None;
        }
    }

    /// Reads the word at `start`, or the dotted acronym it opens; returns where it ends.
    fn word(&mut self, start: usize, gap: Gap) -> usize {
        if let Some(end) = self.dotted(start) {
            self.push(start, end, TokenKind::Word, Shape::Dotted, gap);
            return end;
        }
        let bytes = self.text.as_bytes();
        let mut at = start;
        let (mut upper, mut lower) = (0u32, 0u32);
        let (mut first_upper, mut title) = (false, true);
        let mut part_start = true;
        loop {
            if at >= bytes.len() {
                break;
            }
            let byte = bytes[at];
            if byte.is_ascii_lowercase() {
                lower += 1;
                part_start = false;
                at += 1;
                continue;
            }
            let c = char_at(self.text, at);
            if c.is_alphabetic() || at == start {
                if c.is_uppercase() || c == '¿' {
                    upper += 1;
                    first_upper |= at == start;
                    title &= part_start;
                } else {
                    lower += 1;
                }
                part_start = false;
                at += c.len_utf8();
            } else if is_joiner(c) {
                at += c.len_utf8();
            } else if matches!(c, '-' | '‐' | '‑') && at > start {
                // A hyphen joins when a letter follows at once: `Jean-Pierre`, not `-` of a list.
                let after = at + c.len_utf8();
                let next = self.text[after..].chars().next();
                if !next.is_some_and(char::is_alphabetic) {
                    break;
                }
                part_start = true;
                at = after;
            } else if let Some(length) = apostrophe(&self.text[at..]) {
                let after = at + length;
                let next = self.text[after..].chars().next();
                if !next.is_some_and(char::is_alphabetic) || at - start > 24 {
                    break;
                }
                if is_elided(&self.text[start..at]) {
                    let shape = if upper == 0 { Shape::Lower } else { Shape::Title };
                    self.push(start, after, TokenKind::Elision, shape, gap);
                    return after;
                }
                // `Boisseau-N'Doye`, `Mek'ele`, `prud'hommes`: one word.
                part_start = true;
                at = after;
            } else {
                break;
            }
        }
        let shape = match (upper, lower) {
            (0, _) => Shape::Lower,
            (1, 0) => Shape::Initial,
            (_, 0) => Shape::Upper,
            _ if first_upper && title => Shape::Title,
            _ => Shape::Mixed,
        };
        self.push(start, at, TokenKind::Word, shape, gap);
        at
    }

    /// The end of `S.A.R.L.` or `C.P.A.M` when two or more single capitals alternate with dots.
    fn dotted(&self, start: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let (mut at, mut letters) = (start, 0);
        let mut end = start;
        while at + 1 < bytes.len() && bytes[at].is_ascii_uppercase() && bytes[at + 1] == b'.' {
            letters += 1;
            at += 2;
            end = at;
        }
        if letters == 0 {
            return None;
        }
        // A last letter may lack its dot: `C.P.A.M `, but `M.Dupont` and `A.DURAND` are not acronyms.
        let last = bytes.get(at).copied().unwrap_or(b' ');
        let after = bytes.get(at + 1).copied().unwrap_or(b' ');
        if last.is_ascii_uppercase() && !after.is_ascii_alphabetic() && after < 0x80 && after != b'\'' && after != b'-' {
            letters += 1;
            end = at + 1;
        }
        let glued = bytes.get(end).is_some_and(|b| b.is_ascii_alphabetic() || *b >= 0x80) && bytes[end - 1] != b'.';
        (letters >= 2 && !glued).then_some(end)
    }

    fn push(&mut self, start: usize, end: usize, kind: TokenKind, shape: Shape, gap: Gap) {
        let original = &self.text[start..end];
        let mut short = [0; 40];
        let word = if original.len() <= short.len() && original.is_ascii() && shape != Shape::Dotted && !(kind == TokenKind::Elision && original.contains('&')) && !(kind == TokenKind::Word && original.contains('&')) {
            let folded = &mut short[..original.len()];
            folded.copy_from_slice(original.as_bytes());
            folded.make_ascii_uppercase();
            self.intern(folded)
        } else {
            let mut folded = std::mem::take(&mut self.scratch);
            folded.clear();
            if shape == Shape::Dotted {
                folded.extend(original.chars().filter(|c| *c != '.'));
            } else if matches!(kind, TokenKind::Word | TokenKind::Elision) && original.contains('&') {
                // An apostrophe written as an HTML entity.
                let mut rest = original;
                while let Some(at) = rest.find('&') {
                    fold_into(&rest[..at], &mut folded);
                    folded.push('\'');
                    rest = rest[at..].split_once(';').map_or("", |(_, after)| after);
                }
                fold_into(rest, &mut folded);
            } else {
                fold_into(original, &mut folded);
            }
            let word = self.intern(folded.as_bytes());
            self.scratch = folded;
            word
        };
        let counts = &mut self.words[word.0 as usize];
        if shape == Shape::Lower {
            counts.lower += 1;
        } else {
            counts.capital += 1;
        }
        self.tokens.push(Token { span: Span::new(start as u32, end as u32), word, kind, shape, gap });
    }

    /// The id of a folded word; a new one when the document did not hold it yet.
    fn intern(&mut self, folded: &[u8]) -> WordId {
        let id = self.words.len() as u32;
        let newest = self.ids.entry(hash_of(folded)).or_insert(id);
        let mut known = *newest;
        while known != id && known != u32::MAX {
            let word = &self.words[known as usize];
            if self.pool[word.start as usize..word.end as usize] == *folded {
                return WordId(known);
            }
            known = self.chain[known as usize];
        }
        self.chain.push(if *newest == id { u32::MAX } else { *newest });
        *newest = id;
        let start = self.pool.len() as u32;
        self.pool.extend_from_slice(folded);
        self.words.push(Word { start, end: self.pool.len() as u32, lower: 0, capital: 0 });
        WordId(id)
    }
}

fn hash_of(folded: &[u8]) -> u64 {
    use std::hash::{BuildHasher, Hasher};
    let mut hasher = rustc_hash::FxBuildHasher.build_hasher();
    hasher.write(folded);
    hasher.finish()
}

/// Bytes of the apostrophe that `text` starts with: typewriter, typographic, code page damage, HTML entity.
fn apostrophe(text: &str) -> Option<usize> {
    let c = text.chars().next()?;
    if matches!(c, '\'' | '’' | '‘' | 'ʼ' | '¿' | '\u{92}') {
        return Some(c.len_utf8());
    }
    ["&#x27;", "&#39;", "&apos;", "&rsquo;"].into_iter().find(|entity| text.starts_with(entity)).map(str::len)
}

/// True for what French elides before a vowel, and for the letter prefixes of names: `d'`, `Qu'`, `lorsqu'`, `O'`.
fn is_elided(prefix: &str) -> bool {
    let mut folded = [0; 8];
    if !prefix.is_ascii() || prefix.len() > folded.len() {
        return false;
    }
    let folded = &mut folded[..prefix.len()];
    folded.copy_from_slice(prefix.as_bytes());
    folded.make_ascii_lowercase();
    matches!(&*folded, b"d" | b"l" | b"n" | b"s" | b"c" | b"j" | b"m" | b"t" | b"o" | b"y" | b"qu" | b"lorsqu" | b"puisqu" | b"jusqu" | b"quoiqu" | b"presqu" | b"quelqu" | b"entr" | b"dell" | b"all")
}

fn char_at(text: &str, at: usize) -> char {
    text[at..].chars().next().unwrap_or(' ')
}

fn space_of(c: char) -> Option<Gap> {
    match c {
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(Gap::Line),
        ' ' | '\t' | '\u{a0}' | '\u{202f}' | '\u{2000}'..='\u{200a}' => Some(Gap::Space),
        _ => None,
    }
}

/// `¿tang` for `Étang`: a wrong code page ate the capital.
fn is_damaged_capital(text: &str, at: usize) -> bool {
    let mut ahead = text[at..].chars();
    ahead.next() == Some('¿') && ahead.next().is_some_and(char::is_lowercase) && !text[..at].chars().next_back().is_some_and(char::is_alphanumeric)
}

/// Characters that stand between letters without showing: soft hyphen, zero-width, combining accents.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{feff}' | '\u{300}'..='\u{36f}')
}

fn is_invisible(c: char) -> bool {
    is_joiner(c) || c.is_control()
}

fn widen(gap: Gap, next: Gap) -> Gap {
    match (gap, next) {
        (Gap::None, next) => next,
        (Gap::Space, Gap::Space) => Gap::Wide,
        (Gap::Line, Gap::Line) => Gap::Blank,
        (Gap::Space | Gap::Wide, Gap::Line) => Gap::Line,
        (gap, _) => gap,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shapes(text: &str) -> Vec<(String, Shape, Gap)> {
        let document = Document::new(text).unwrap();
        document.tokens().iter().map(|t| (document.folded(t.word).to_owned(), t.shape, t.gap)).collect()
    }

    #[test]
    fn acronyms_are_one_word_and_initials_are_not() {
        let folded: Vec<_> = shapes("S.A.R.L. X, C.P.A.M de, M.Dupont, J.P. Roy, A. Roy").into_iter().map(|t| t.0).collect();
        assert_eq!(folded, ["SARL", "X", ",", "CPAM", "DE", ",", "M", ".", "DUPONT", ",", "JP", "ROY", ",", "A", ".", "ROY"]);
    }

    #[test]
    fn apostrophes_elide_or_join() {
        let folded: Vec<_> = shapes("Grand-d’Hauteville qu'il Boisseau-N'Doye Ç'ymyrov d&#x27;Ast N'Diaye L'avis ¿tang").into_iter().map(|t| t.0).collect();
        assert_eq!(folded, ["GRAND-D'HAUTEVILLE", "QU'", "IL", "BOISSEAU-N'DOYE", "C'YMYROV", "D'", "AST", "N'", "DIAYE", "L'", "AVIS", "'TANG"]);
    }

    #[test]
    fn gaps_tell_columns_lines_and_blank_lines_apart() {
        let gaps: Vec<_> = shapes("a b  c\nd \n e\u{a0}f").into_iter().map(|t| t.2).collect();
        assert_eq!(gaps, [Gap::Blank, Gap::Space, Gap::Wide, Gap::Line, Gap::Line, Gap::Space]);
        let gaps: Vec<_> = shapes("a\n\nb").into_iter().map(|t| t.2).collect();
        assert_eq!(gaps, [Gap::Blank, Gap::Blank]);
    }

    #[test]
    fn shapes_follow_case_and_hyphens() {
        let found: Vec<_> = shapes("maison Jean-Pierre DUPONT-Lafon d'Arc É McAdam").into_iter().map(|t| t.1).collect();
        assert_eq!(found, [Shape::Lower, Shape::Title, Shape::Mixed, Shape::Lower, Shape::Title, Shape::Initial, Shape::Mixed]);
    }
}
