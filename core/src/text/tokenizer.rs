use super::damage::decode;
use super::token::{Gap, Shape, Token, TokenKind, WordId};
use super::words::{LONGEST, PADDED, Words};
use super::{Span, fold_into};

/// Cuts a text into tokens and folds their words, in one pass.
pub(super) struct Tokenizer<'t> {
    text: &'t str,
    pub(super) tokens: Vec<Token>,
    pub(super) words: Words,
    /// Indices of the tokens that are digit runs.
    pub(super) numbers: Vec<u32>,
    /// Indices of the tokens that are words with a capital.
    pub(super) capitals: Vec<u32>,
    /// Indices of the tokens that two spaces or more, or the end of a line, part from the one before; that of the first.
    pub(super) breaks: Vec<u32>,
    /// The words with an inner hyphen or apostrophe, once for each time they stand.
    pub(super) joined: Vec<WordId>,
    /// The word of each ASCII symbol that the text was seen to hold.
    symbols: [Option<WordId>; 128],
    /// A straight quotation mark was opened last.
    quoting: bool,
    scratch: String,
}

impl<'t> Tokenizer<'t> {
    pub(super) fn run(text: &'t str) -> Self {
        let mut tokenizer = Self {
            text,
            tokens: Vec::with_capacity(text.len() / 4),
            words: Words::with_capacity(text.len()),
            numbers: Vec::new(),
            capitals: Vec::with_capacity(text.len() / 32),
            breaks: Vec::with_capacity(text.len() / 64),
            joined: Vec::new(),
            symbols: [None; 128],
            quoting: false,
            scratch: String::new(),
        };
        tokenizer.read();
        tokenizer
    }

    fn read(&mut self) {
        let bytes = self.text.as_bytes();
        let mut at = 0;
        let mut gap = Gap::Blank;
        // Between guillemets they quote within a quotation.
        let straight = !self.text.contains(['«', '“']);
        // Where the emphasis that was opened last is closed; where the line ends whose tabulators were read last, and whether they part cells.
        let (mut closing, mut row, mut celled) = (0, 0, false);
        while let Some(&byte) = bytes.get(at) {
            if byte == b' ' {
                gap = widen(gap, Gap::Space);
                at += 1;
                continue;
            }
            if matches!(byte, b'&' | 0xc3)
                && let Some((c, length)) = decode(&self.text[at..])
                && !c.is_alphabetic()
            {
                match space_of(c) {
                    Some(space) => {
                        gap = widen(gap, space);
                        at += length;
                        continue;
                    }
                    None => at = self.decoded(at, at + length, c, gap),
                }
            } else if byte == b'&' && letter_at(self.text, at) {
                at = self.word(at, gap);
            } else if byte.is_ascii_alphabetic() || byte == 0xc3 {
                at = self.plain_word(at, gap).unwrap_or_else(|| self.other(at, gap));
            } else if byte.is_ascii_digit() {
                at = self.number(at, gap);
            } else if byte >= 0x80 {
                let c = char_at(self.text, at);
                if let Some(space) = space_of(c) {
                    gap = widen(gap, space);
                    at += c.len_utf8();
                    continue;
                }
                if is_invisible(c) {
                    at += c.len_utf8();
                    continue;
                }
                at = self.other(at, gap);
            } else if byte == b'\r' && bytes.get(at + 1) == Some(&b'\n') {
                at += 1;
                continue;
            } else if byte == b'\t' && at >= row && !matches!(gap, Gap::Line | Gap::Blank) {
                (row, celled) = cells(bytes, at);
                continue;
            } else if byte == b'\t' && at < row && celled {
                at = self.bar(at, gap);
            } else if let Some(space) = space_of(byte as char) {
                gap = widen(gap, space);
                at += 1;
                continue;
            } else if byte < 0x20 || byte == 0x7f {
                at += 1;
                continue;
            } else if byte == b'"' && straight {
                at = self.quote(at, gap);
            } else if byte == b'*' && at >= closing && let Some(close) = emphasis(bytes, at) {
                closing = close;
                at += stars(bytes, at);
                continue;
            } else if byte == b'*' && at == closing {
                at += stars(bytes, at);
                continue;
            } else if byte == b'#' && gap >= Gap::Line && let Some(marks) = heading(bytes, at) {
                at += marks;
                continue;
            } else if byte == b'<' && let Some((length, space)) = tag(bytes, at) {
                gap = widen(gap, space);
                at += length;
                continue;
            } else if byte == b'\\' && bytes.get(at + 1).is_some_and(u8::is_ascii_punctuation) {
                // Markdown: `Clermont\-Ferrand`, `n\° 3\.`
                at += 1;
                continue;
            } else {
                at = self.symbol(at, gap);
            }
            gap = Gap::None;
        }
    }

    fn number(&mut self, start: usize, gap: Gap) -> usize {
        let digits = self.text.as_bytes()[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let word = self.words.intern(&self.text[start..start + digits]);
        self.numbers.push(self.tokens.len() as u32);
        self.push(start, start + digits, word, TokenKind::Number, Shape::None, gap);
        start + digits
    }

    /// A straight quotation mark, which opens or closes as `«` and `»` do: by what stands beside it, between spaces by the last one.
    fn quote(&mut self, at: usize, gap: Gap) -> usize {
        let opens = match (gap, self.text.as_bytes().get(at + 1)) {
            (_, None) => false,
            (Gap::None, Some(next)) => next.is_ascii_alphanumeric() && !self.tokens.last().is_some_and(|last| last.kind == TokenKind::Number || last.kind == TokenKind::Word),
            (Gap::Blank, Some(_)) => true,
            (_, Some(next)) => next.is_ascii_alphanumeric() || matches!(next, 0xc3 | 0xe2) || !self.quoting,
        };
        self.quoting = opens;
        let word = self.words.intern(if opens { "«" } else { "»" });
        self.push(at, at + 1, word, TokenKind::Symbol, Shape::None, gap);
        at + 1
    }

    /// The tabulator between two cells: a bar, as typed tables have.
    fn bar(&mut self, at: usize, gap: Gap) -> usize {
        let word = self.words.intern("|");
        self.push(at, at + 1, word, TokenKind::Symbol, Shape::None, gap);
        at + 1
    }

    fn symbol(&mut self, at: usize, gap: Gap) -> usize {
        let byte = self.text.as_bytes()[at];
        let word = self.symbols[usize::from(byte)].unwrap_or_else(|| self.words.intern(&self.text[at..=at]));
        self.symbols[usize::from(byte)] = Some(word);
        self.push(at, at + 1, word, TokenKind::Symbol, Shape::None, gap);
        at + 1
    }

    /// Adds the symbol that an entity stands for.
    fn decoded(&mut self, start: usize, end: usize, c: char, gap: Gap) -> usize {
        let mut scratch = [0; 4];
        let mut folded = std::mem::take(&mut self.scratch);
        folded.clear();
        fold_into(c.encode_utf8(&mut scratch), &mut folded);
        let word = self.words.intern(&folded);
        self.scratch = folded;
        self.push(start, end, word, TokenKind::Symbol, Shape::None, gap);
        end
    }

    /// Reads the word or elision at `start` when it has nothing but ASCII letters and the accented ones of Latin-1, which is
    /// nearly always; returns where it ends. `None` leaves it to [`Tokenizer::word`], which reads everything.
    fn plain_word(&mut self, start: usize, gap: Gap) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let mut run = Run::of(eight(bytes, start));
        if let Some(end) = self.short_word(start, &run, gap) {
            return Some(end);
        }
        let mut folded = [0; PADDED];
        let (mut at, mut length, mut upper) = (start, 0, 0);
        loop {
            // One place is left for an apostrophe.
            if length + run.length >= LONGEST {
                return None;
            }
            folded[length..length + 8].copy_from_slice(&run.folded.to_le_bytes());
            at += run.length;
            length += run.length;
            upper += run.capitals;
            if run.length == 8 {
                run = Run::of(eight(bytes, at));
                continue;
            }
            if bytes.get(at) != Some(&0xc3) {
                break;
            }
            let second = bytes[at + 1];
            let letter = LATIN_1[usize::from(second & 0x3f)];
            if letter == b'-' || length + 1 == LONGEST {
                return None;
            }
            folded[length] = letter;
            length += 1;
            upper += usize::from(second < 0xa0);
            at += 2;
            run = Run::of(eight(bytes, at));
        }
        let after = match bytes.get(at) {
            Some(b'\'') => at + 1,
            Some(0xe2) if self.text[at..].starts_with('’') => at + '’'.len_utf8(),
            Some(b'-' | b'&' | b'\\' | 0x80..) => return None,
            Some(b'0' | b'1') if digit_for_letter(self.text, start, at) => return None,
            Some(b'?') if lost_letter(self.text, start, at, '?') => return None,
            Some(b'.') if length == 1 && upper == 1 => return None,
            _ => {
                let shape = match upper {
                    0 if reads_as_i(&folded[..length]) => {
                        folded[0] = b'I';
                        Shape::Title
                    }
                    0 => Shape::Lower,
                    1 if length == 1 => Shape::Initial,
                    _ if upper == length => Shape::Upper,
                    1 if capital_at(self.text, start) => Shape::Title,
                    _ if reads_as_capitals(&self.text[start..at]) => return None,
                    _ => Shape::Mixed,
                };
                let word = self.words.intern_padded(&folded, length);
                self.push(start, at, word, TokenKind::Word, shape, gap);
                return Some(at);
            }
        };
        let elides = at - start == length && is_elided(&folded[..length]) && self.text[after..].starts_with(char::is_alphabetic);
        elides.then(|| {
            folded[length] = b'\'';
            let word = self.words.intern_padded(&folded, length + 1);
            let shape = if upper == 0 { Shape::Lower } else { Shape::Title };
            self.push(start, after, word, TokenKind::Elision, shape, gap);
            after
        })
    }

    /// The same for a word of fewer than eight ASCII letters with nothing behind it that may belong to it: two words of three.
    #[inline]
    fn short_word(&mut self, start: usize, run: &Run, gap: Gap) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let end = start + run.length;
        let ends = match bytes.get(end) {
            Some(b'\'' | b'-' | b'&' | b'\\' | b'0' | b'1' | b'?' | 0x80..) => false,
            Some(b'.') => run.length > 1,
            _ => true,
        };
        let shape = match run.capitals {
            // It may be an `I`: see `reads_as_i`.
            0 if run.length > 3 && run.folded as u8 == b'L' => return None,
            0 => Shape::Lower,
            1 if run.length == 1 => Shape::Initial,
            all if all == run.length => Shape::Upper,
            1 if bytes[start].is_ascii_uppercase() => Shape::Title,
            _ if reads_as_capitals(&self.text[start..end]) => return None,
            _ => Shape::Mixed,
        };
        if !ends || !(1..8).contains(&run.length) {
            return None;
        }
        let word = self.words.intern_short(run.folded, run.length);
        self.push(start, end, word, TokenKind::Word, shape, gap);
        Some(end)
    }

    /// Reads whatever is not plain: a word of any alphabet or with hyphens and damage, or a symbol.
    fn other(&mut self, at: usize, gap: Gap) -> usize {
        let c = char_at(self.text, at);
        let c = decode(&self.text[at..]).map_or(c, |(c, _)| c);
        if c.is_alphabetic() || is_damaged_capital(self.text, at) {
            return self.word(at, gap);
        }
        let end = at + c.len_utf8();
        self.push_folded(at, end, TokenKind::Symbol, Shape::None, gap);
        end
    }

    /// Reads the word at `start`, or the dotted acronym it opens; returns where it ends.
    fn word(&mut self, start: usize, gap: Gap) -> usize {
        if let Some(end) = self.dotted(start) {
            self.push_folded(start, end, TokenKind::Word, Shape::Dotted, gap);
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
            let (c, length) = whole_char(self.text, at);
            if c.is_alphabetic() || at == start {
                if c.is_uppercase() || c == '¿' {
                    upper += 1;
                    first_upper |= at == start;
                    title &= part_start;
                } else {
                    lower += 1;
                }
                part_start = false;
                at += length;
            } else if digit_for_letter(self.text, start, at) {
                if bytes[at - 1].is_ascii_uppercase() {
                    upper += 1;
                } else {
                    lower += 1;
                }
                at += 1;
            } else if is_joiner(c) || lost_letter(self.text, start, at, c) || c == '\\' && bytes.get(at + 1) == Some(&b'-') && letter_at(self.text, at + 2) {
                at += c.len_utf8();
            } else if matches!(c, '-' | '‐' | '‑' | '–') && at > start {
                // A hyphen joins when a letter follows at once: `Jean-Pierre`, not `-` of a list.
                let behind = &self.text[at + c.len_utf8()..];
                let after = self.text.len() - behind.trim_start_matches(is_joiner).len();
                if !letter_at(self.text, after) {
                    break;
                }
                part_start = true;
                at = after;
            } else if let Some(length) = apostrophe(&self.text[at..]) {
                let after = at + length;
                if !letter_at(self.text, after) || at - start > 24 {
                    break;
                }
                if is_elided_prefix(&self.text[start..at]) {
                    let shape = if upper == 0 { Shape::Lower } else { Shape::Title };
                    self.push_folded(start, after, TokenKind::Elision, shape, gap);
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
            _ if reads_as_capitals(&self.text[start..at]) => Shape::Upper,
            _ => Shape::Mixed,
        };
        self.push_folded(start, at, TokenKind::Word, shape, gap);
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

    /// Folds the word from `start` to `end` and adds its token.
    fn push_folded(&mut self, start: usize, end: usize, kind: TokenKind, shape: Shape, gap: Gap) {
        let original = &self.text[start..end];
        let mut folded = std::mem::take(&mut self.scratch);
        folded.clear();
        if shape == Shape::Dotted {
            folded.extend(original.chars().filter(|c| *c != '.'));
        } else if original.contains('\\') {
            fold_into(&original.replace('\\', ""), &mut folded);
        } else if shape == Shape::Upper && original.contains('l') {
            fold_into(&original.replace('l', "I"), &mut folded);
        } else if original.contains(['&', 'Ã', 'Â', 'Å', 'â', '0', '1']) {
            let mut scratch = [0; 4];
            let mut at = 0;
            while at < original.len() {
                let (c, length) = whole_char(original, at);
                let c = match c {
                    '0' => 'O',
                    '1' if original[..at].ends_with(char::is_lowercase) => 'L',
                    '1' => 'I',
                    c => c,
                };
                fold_into(c.encode_utf8(&mut scratch), &mut folded);
                at += length;
            }
        } else {
            fold_into(original, &mut folded);
        }
        let word = self.words.intern(&folded);
        if folded.trim_end_matches(['-', '\'']).contains(['-', '\'']) {
            self.joined.push(word);
        }
        self.scratch = folded;
        self.push(start, end, word, kind, shape, gap);
    }

    #[inline]
    fn push(&mut self, start: usize, end: usize, word: WordId, kind: TokenKind, shape: Shape, gap: Gap) {
        self.words.count(word, shape == Shape::Lower);
        let token = Token { span: Span::new(start as u32, end as u32), word, kind, shape, gap };
        if token.is_capitalised() {
            self.capitals.push(self.tokens.len() as u32);
        }
        if gap >= Gap::Wide {
            self.breaks.push(self.tokens.len() as u32);
        }
        self.tokens.push(token);
    }
}

/// The ASCII letters that eight bytes begin with, told apart all at once.
struct Run {
    length: usize,
    /// In capitals, zeros after them.
    folded: u64,
    capitals: usize,
}

impl Run {
    #[inline]
    const fn of(bytes: u64) -> Self {
        const EACH: u64 = u64::MAX / 255;
        const HIGH: u64 = EACH * 0x80;
        const CASE: u64 = EACH * 0x20;
        // The high bit of each byte tells whether the byte, in lower case and below 0x80, is at least `a`, and beyond `z`.
        let lower = (bytes | CASE) & !HIGH;
        let from_a = lower + EACH * (0x80 - b'a' as u64);
        let beyond_z = lower + EACH * (0x7f - b'z' as u64);
        let others = !(from_a & !beyond_z & !bytes) & HIGH;
        let length = others.trailing_zeros() as usize / 8;
        let taken = if length == 8 { u64::MAX } else { (1 << (8 * length)) - 1 };
        // A product adds the bytes up in its highest one.
        let capitals = ((!bytes & CASE & taken) >> 5).wrapping_mul(EACH) >> 56;
        Self { length, folded: bytes & !CASE & taken, capitals: capitals as usize }
    }
}

/// The eight bytes at `at`; zeros beyond the end.
#[inline]
fn eight(bytes: &[u8], at: usize) -> u64 {
    if let Some(eight) = bytes.get(at..at + 8) {
        return eight.try_into().map_or(0, u64::from_le_bytes);
    }
    bytes[at.min(bytes.len())..].iter().rev().fold(0, |eight, byte| eight << 8 | u64::from(*byte))
}

/// The folded letters of U+00C0 to U+00FF; `-` for what is no letter or folds to two.
const LATIN_1: [u8; 64] = *b"AAAAAA-CEEEEIIIIDNOOOOO-OUUUUY--AAAAAA-CEEEEIIIIDNOOOOO-OUUUUY-Y";

/// Bytes of the apostrophe that `text` starts with: typewriter, typographic, code page damage, HTML entity.
fn apostrophe(text: &str) -> Option<usize> {
    let (c, length) = decode(text).or_else(|| text.chars().next().map(|c| (c, c.len_utf8())))?;
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '´' | '¿' | '\u{92}').then_some(length)
}

/// True for what French elides before a vowel, and for the letter prefixes of names: `d'`, `Qu'`, `lorsqu'`, `O'`.
fn is_elided_prefix(prefix: &str) -> bool {
    let mut folded = [0; 8];
    if !prefix.is_ascii() || prefix.len() > folded.len() {
        return false;
    }
    let folded = &mut folded[..prefix.len()];
    folded.copy_from_slice(prefix.as_bytes());
    folded.make_ascii_uppercase();
    is_elided(folded)
}

/// The same of a prefix in capitals.
fn is_elided(prefix: &[u8]) -> bool {
    matches!(prefix, b"D" | b"L" | b"N" | b"S" | b"C" | b"J" | b"M" | b"T" | b"O" | b"Y" | b"QU" | b"LORSQU" | b"PUISQU" | b"JUSQU" | b"QUOIQU" | b"PRESQU" | b"QUELQU" | b"ENTR" | b"DELL" | b"ALL")
}

/// The character at `at`, or the one that an entity or broken bytes there stand for, and its length in bytes.
fn whole_char(text: &str, at: usize) -> (char, usize) {
    decode(&text[at..]).unwrap_or_else(|| {
        let c = char_at(text, at);
        (c, c.len_utf8())
    })
}

fn letter_at(text: &str, at: usize) -> bool {
    at < text.len() && whole_char(text, at).0.is_alphabetic()
}

/// True for the capital of a word of ASCII letters and those of Latin-1 at `at`.
fn capital_at(text: &str, at: usize) -> bool {
    let byte = text.as_bytes()[at];
    byte.is_ascii_uppercase() || !byte.is_ascii() && !text[at..].starts_with(char::is_lowercase)
}

/// `B?rard`, `B\u{fffd}rard`, `n\u{fffd}`: a letter that no code page had; for a question mark only amid the small letters of a word with a capital.
fn lost_letter(text: &str, start: usize, at: usize, c: char) -> bool {
    let before = text[start..at].chars().next_back().unwrap_or_default();
    match c {
        '?' => char_at(text, start).is_uppercase() && before.is_alphabetic() && char_at(text, at + 1).is_lowercase(),
        // Bytes of UTF-8 that were lost one by one stand side by side.
        '\u{fffd}' => before.is_alphabetic() || before == c,
        _ => false,
    }
}

/// `GU1LLAUME`, `Emi1ie`, `B1HAN`: one digit among four letters or more of one case; who read the scan took a letter for it.
fn digit_for_letter(text: &str, start: usize, at: usize) -> bool {
    let bytes = text.as_bytes();
    if !matches!(bytes.get(at), Some(b'0' | b'1')) || at == start || bytes[start..at].iter().any(u8::is_ascii_digit) {
        return false;
    }
    let after = || text[at + 1..].chars().take_while(|c| c.is_alphabetic());
    let before = || text[start..at].chars();
    let length = after().map(char::len_utf8).sum::<usize>();
    let one_case = before().chain(after()).all(char::is_uppercase) || before().skip(1).chain(after()).all(char::is_lowercase);
    one_case && length > 0 && before().chain(after()).count() > 3 && !text[at + 1 + length..].starts_with(char::is_alphanumeric)
}

/// Where the line ends whose first tabulator stands at `at`, and whether it is a row of cells: three and more, as a table is copied out of a document.
fn cells(bytes: &[u8], at: usize) -> (usize, bool) {
    let line = &bytes[at..at + bytes[at..].iter().position(|&byte| matches!(byte, b'\n' | b'\r')).unwrap_or(bytes.len() - at)];
    let last = line.iter().rposition(|&byte| byte != b'\t' && byte != b' ').unwrap_or(0);
    (at + line.len(), line[..last].split(|&byte| byte == b'\t').count() > 2)
}

/// How many stars stand at `at`; four are a line of them, however many more.
fn stars(bytes: &[u8], at: usize) -> usize {
    bytes[at..].iter().take(4).take_while(|&&byte| byte == b'*').count()
}

/// Where the emphasis that opens at `at` is closed on the same line: `**M. Paul ROUX**, requérant`, as Markdown writes it. `M. D**` hides a name.
fn emphasis(bytes: &[u8], at: usize) -> Option<usize> {
    const REACH: usize = 200;
    let marks = stars(bytes, at);
    let inner = |byte: Option<&u8>| byte.is_some_and(|byte| !byte.is_ascii_whitespace() && *byte != b'*');
    let joined = at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || bytes[at - 1] >= 0x80);
    if marks > 3 || joined || !inner(bytes.get(at + marks)) {
        return None;
    }
    let line = bytes[at + marks..].iter().take(REACH).take_while(|&&byte| byte != b'\n');
    let close = at + marks + line.clone().position(|&byte| byte == b'*')?;
    (stars(bytes, close) == marks && inner(bytes.get(close - 1)) && !bytes.get(close + marks).is_some_and(u8::is_ascii_alphanumeric)).then_some(close)
}

/// How many `#` open a heading of Markdown at `at`, where a line begins: `## Les parties`.
fn heading(bytes: &[u8], at: usize) -> Option<usize> {
    let marks = bytes[at..].iter().take(7).take_while(|&&byte| byte == b'#').count();
    (marks < 7 && bytes.get(at + marks) == Some(&b' ')).then_some(marks)
}

/// The bytes of an element's tag without attributes, which a conversion left in the text, and the space it stands for: `<br/>`, `</p>`, `<b>`.
fn tag(bytes: &[u8], at: usize) -> Option<(usize, Gap)> {
    let opening = at + 1 + usize::from(bytes.get(at + 1) == Some(&b'/'));
    let name = bytes[opening..].iter().take(7).take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let rest = &bytes[opening + name..];
    let end = rest.iter().take(3).position(|&byte| byte == b'>').filter(|&end| rest[..end].iter().all(|byte| matches!(byte, b' ' | b'/')))?;
    let space = match bytes[opening..opening + name].to_ascii_lowercase().as_slice() {
        b"br" | b"tr" | b"li" | b"ul" | b"ol" | b"table" | b"tbody" | b"thead" | b"h1" | b"h2" | b"h3" | b"h4" | b"div" => Gap::Line,
        b"p" => Gap::Blank,
        b"td" | b"th" => Gap::Wide,
        b"b" | b"i" | b"u" | b"em" | b"strong" | b"span" | b"sup" | b"sub" | b"font" | b"a" => Gap::None,
        _ => return None,
    };
    Some((opening + name + end + 1 - at, space))
}

/// `lrène`, `lsabelle`: no word of French begins with `l` and such a consonant; who read the scan took an `I` for it.
fn reads_as_i(folded: &[u8]) -> bool {
    folded.len() > 3 && folded[0] == b'L' && matches!(folded[1], b'B' | b'D' | b'G' | b'M' | b'N' | b'R' | b'S' | b'V' | b'Z')
}

/// `PAOFAl`, `SCHMlTT`: four letters and more, all capitals but an `l`, which the reader of a scan took for an `I`.
fn reads_as_capitals(word: &str) -> bool {
    let (mut capitals, mut misread) = (0, false);
    for c in word.chars().filter(|c| c.is_alphabetic()) {
        capitals += usize::from(c.is_uppercase());
        misread |= c == 'l';
        if !c.is_uppercase() && c != 'l' {
            return false;
        }
    }
    misread && capitals > 2 && !word.ends_with("Rl")
}

fn char_at(text: &str, at: usize) -> char {
    text[at..].chars().next().unwrap_or(' ')
}

fn space_of(c: char) -> Option<Gap> {
    match c {
        '\n' | '\r' | '\u{b}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(Gap::Line),
        // A page ends behind the end of its last line: no blank line. A tabulator parts cells.
        '\u{c}' | '\t' => Some(Gap::Wide),
        ' ' | '\u{a0}' | '\u{202f}' | '\u{2000}'..='\u{200a}' => Some(Gap::Space),
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
        (_, Gap::Blank) | (Gap::Line, Gap::Line) => Gap::Blank,
        (Gap::None, next) => next,
        (Gap::Space, Gap::Space | Gap::Wide) => Gap::Wide,
        (Gap::Space | Gap::Wide, Gap::Line) => Gap::Line,
        (gap, _) => gap,
    }
}

