//! The form of a number: letters and digits joined by `-`, `/`, `.`, or groups of digits after one space.

use crate::context::{Cue, Page, is_bar};
use crate::recognizers::figures::{digits_at, is_hyphen, touches_before};
use crate::recognizers::words::apart;
use crate::text::{Gap, Shape, Span, TokenKind, one_of};

/// A number as written.
pub(super) struct Code {
    pub(super) span: Span,
    /// Letters and digits, in upper case.
    pub(super) chars: String,
    /// How many of them are digits.
    pub(super) digits: usize,
    /// The token after it.
    pub(super) after: usize,
    /// A currency follows, or decimals.
    pub(super) is_money: bool,
    /// Groups of three digits without any other sign: perhaps an amount.
    pub(super) is_spaced_amount: bool,
    /// `12/03/2019`, `12.03.2019`, or a month follows.
    pub(super) is_date: bool,
    /// Four digits of a year.
    pub(super) is_year: bool,
    /// The text with its signs.
    written: String,
}

impl Code {
    pub(super) fn has_letters(&self) -> bool {
        self.digits < self.chars.len()
    }

    /// `1A 198 604 7731 5`, `6A 20771 8843 06`: what La Poste prints on a registered letter or a parcel, a figure, a letter and eleven figures.
    pub(super) fn is_postal(&self) -> bool {
        let signs = self.chars.as_bytes();
        signs.len() == 13 && self.digits == 12 && signs[0].is_ascii_digit() && signs[1].is_ascii_uppercase() && self.written.contains([' ', '\u{a0}'])
    }

    /// Six signs and more, letters and digits by turns and nothing between: `QX7L2P`.
    pub(super) fn is_woven(&self) -> bool {
        let turns = self.written.as_bytes().windows(2).filter(|pair| pair[0].is_ascii_digit() != pair[1].is_ascii_digit()).count();
        self.written == self.chars && self.chars.len() > 5 && turns > 2
    }

    /// Long enough to identify: `fewest` letters and digits, most of them digits.
    pub(super) fn is_reference(&self, fewest: usize) -> bool {
        self.chars.len() >= fewest && self.digits + 1 >= fewest && !self.is_year
    }

    /// `2022/00094`, `A21/0188`: a year and the rank in it, as a register counts its files.
    pub(super) fn is_yearly(&self) -> bool {
        let written = self.written.strip_prefix(|c: char| c.is_ascii_uppercase()).unwrap_or(&self.written);
        let parts = written.split_once('/').filter(|(year, rank)| matches!(year.len(), 2 | 4) && (1..6).contains(&rank.len()));
        parts.is_some_and(|(year, rank)| year.bytes().chain(rank.bytes()).all(|b| b.is_ascii_digit()) && (year.len() == 2 || year.starts_with("20") || year.starts_with("19")))
    }

    /// `2023-008841`, `2023/008841`: the year and the rank of a decision of aide juridictionnelle.
    pub(super) fn is_of_legal_aid(&self) -> bool {
        let parts = self.written.split_once(['-', '/']);
        parts.is_some_and(|(year, rank)| year.len() == 4 && year.starts_with("20") && rank.len() == 6 && year.bytes().chain(rank.bytes()).all(|b| b.is_ascii_digit()))
    }

    /// `12345/02`: the request that the Court of Strasbourg counts, and its year.
    pub(super) fn is_request(&self) -> bool {
        self.written.split_once('/').is_some_and(|(rank, year)| year.len() == 2 && (2..6).contains(&rank.len()) && rank.bytes().chain(year.bytes()).all(|b| b.is_ascii_digit()))
    }

    /// `2201418`: the year and the rank of a request before an administrative court.
    pub(super) fn is_administrative(&self) -> bool {
        self.written.len() == 7 && self.written.bytes().all(|b| b.is_ascii_digit()) && self.written.starts_with(['0', '1', '2'])
    }

    /// The form of a French passport since 1998: `17FE82013`.
    pub(super) fn is_passport(&self) -> bool {
        let bytes = self.written.as_bytes();
        bytes.len() == 9 && bytes.iter().enumerate().all(|(i, b)| if matches!(i, 2 | 3) { b.is_ascii_uppercase() } else { b.is_ascii_digit() }) && !self.is_case_number()
    }

    /// The form of a carte professionnelle of the private guards: `CAR-057-2024-08-14-20190447118`.
    pub(super) fn is_guard_card(&self) -> bool {
        let sizes = [3, 3, 4, 2, 2, 11];
        let mut parts = self.written.split('-').zip(sizes).enumerate();
        self.written.split('-').count() == sizes.len() && parts.all(|(i, (part, size))| part.len() == size && part.bytes().all(|b| if i == 0 { b.is_ascii_uppercase() } else { b.is_ascii_digit() }))
    }

    /// The form of a vehicle's number, whose last four signs are figures: `VF3CCHMZ6EW518407`.
    pub(super) fn is_vehicle(&self) -> bool {
        self.written.len() == 17 && self.written == self.chars && self.digits > 4 && self.digits < 16 && !self.chars.contains(['I', 'O', 'Q']) && self.chars[13..].bytes().all(|b| b.is_ascii_digit())
    }

    /// `11-20-000611`: the form of the tribunaux d'instance; `F20/00231`: that of the conseils de prud'hommes.
    pub(super) fn is_of_instance(&self) -> bool {
        let labour = || self.written.strip_prefix(['F', 'R']).is_some_and(|rest| rest.trim_start().split('/').map(str::len).eq([2, 5])) && self.digits == 7;
        self.written.split('-').map(str::len).eq([2, 2, 6]) && self.digits == 10 || labour()
    }

    /// Groups or parts, and no run of figures.
    pub(super) fn is_parted(&self) -> bool {
        self.written.len() > self.chars.len()
    }

    /// Figures and letters that nothing parts but signs: `INV-68-21-4458`.
    pub(super) fn is_mixed(&self) -> bool {
        self.has_letters() && !self.written.contains(char::is_whitespace)
    }

    /// `2014007824`, `2014IP000763`: what a commercial court counts behind the year.
    pub(super) fn is_ranked(&self) -> bool {
        let yearly = self.chars.len() > 4 && ["19", "20"].iter().any(|century| self.chars.starts_with(century)) && self.chars.as_bytes()[2..4].iter().all(u8::is_ascii_digit);
        yearly && self.digits < 11 && !self.is_parted() && self.chars[4..].trim_start_matches(|c: char| c.is_ascii_uppercase()).bytes().all(|b| b.is_ascii_digit())
    }

    /// `2021-04-12T14:30:00Z`, `2019-2023`, `187/03/1998`, `095-03-01-02-03`, `2017J00183 / 2018M01442`, `2021-03-118`, `2014IP000763`,
    /// `D4817/196`: days, hours and years, the matter of an administrative decision in the nomenclature, two numbers, an order of a prefect, a commercial
    /// court's rank behind its year, a sheet of the file of an inquiry.
    pub(super) fn is_no_number(&self) -> bool {
        let year = |part: &str| part.len() == 4 && (part.starts_with("19") || part.starts_with("20"));
        let mut parts = self.written.split(|c: char| !c.is_ascii_alphanumeric() || matches!(c, 'T' | 'Z'));
        let nomenclature = self.written.trim_start_matches(['C', ' ']).split('-').enumerate().all(|(i, part)| part.len() == 2 || i == 0 && part.len() == 3);
        let yearly = self.chars.len() > 4 && year(&self.chars[..4]);
        let order = !self.has_letters() && self.digits < 11 && yearly && self.written.as_bytes().get(4) == Some(&b'-');
        let rank = self.has_letters() && self.is_ranked();
        let sheet = self.written.starts_with('D') && self.digits + 1 == self.chars.len() && self.written.contains('/');
        let day = self.written.matches('/').count() == 2 && self.written.rsplit('/').next().is_some_and(year);
        nomenclature || order || rank || sheet || day || self.written.contains(" / ") || parts.all(|part| part.len() <= 2 || year(part))
    }

    /// The form of the parquet's number, a year, a day of it and a rank: `P21307000466`.
    pub(super) fn is_prosecution(&self) -> bool {
        let figures = self.chars.strip_prefix('P').unwrap_or(&self.chars);
        figures.len() == 11 && self.digits == 11 && matches!(figures[2..5].parse(), Ok(1..=366u16))
    }

    /// The forms that courts alone use: `21/01234`, `22-23.415`, `21NT01523`, `2022F01187`, Portalis, ECLI.
    pub(super) fn is_case_number(&self) -> bool {
        let shape: String = self.written.chars().map(|c| if c.is_ascii_digit() { '9' } else if c.is_ascii_uppercase() { 'A' } else { c }).collect();
        let shape = shape.strip_prefix("A ").unwrap_or(&shape);
        one_of!(shape, "99/99999" | "99-99.999" | "9999A99999" | "9999A9999" | "99/A/99999" | "99/A99999")
            || shape == "99AA99999" && APPEALS.contains(&&self.written[2..4])
            || self.written.starts_with("ECLI:")
            || shape.starts_with("AAAA-A-A9A-") || shape.len() == 15 && shape.as_bytes()[4] == b'-' && self.written.as_bytes()[6] == b'-' && self.written.as_bytes()[10] == b'-'
    }
}

/// The letters of the cours administratives d'appel in their numbers.
const APPEALS: [&str; 10] = ["BX", "DA", "LY", "MA", "NC", "NT", "PA", "TL", "VE", "DO"];

/// The token where the number around the digits at `number` opens: over letters and signs that touch it.
pub(super) fn start(page: &Page, number: usize, floor: usize) -> usize {
    let mut first = number;
    let mut at = number;
    while at > floor && number - at < 12 && page.gap(at) == Gap::None {
        let token = &page.tokens()[at - 1];
        match token.kind {
            TokenKind::Number => first = at - 1,
            TokenKind::Word if matches!(token.shape, Shape::Upper | Shape::Initial | Shape::Mixed) && token.span.len() < 12 => first = at - 1,
            TokenKind::Symbol if one_of!(page.folded(at - 1), "-" | "/" | "." | ":" | "_") => {}
            _ => break,
        }
        at -= 1;
    }
    // A mark glued to its number is no part of it: `N12`.
    let glued = first < number && one_of!(page.folded(first), "N" | "NO") && page.gap(first + 1) == Gap::None && first + 1 == number && !is_marked(page, first) && !of_passport(page, first);
    if glued { number } else { first }
}

/// `passeport N3496902`, `passeport indien M 1234567`: letters of the number.
fn of_passport(page: &Page, at: usize) -> bool {
    (at.saturating_sub(2)..at).any(|noun| page.folded(noun) == "PASSEPORT") && page.shape(at) == Shape::Initial
}

/// True right behind `n°`: what follows is the number's own, no mark, title or preposition.
fn is_marked(page: &Page, at: usize) -> bool {
    at > 1 && page.is_symbol(at - 1, "°") && page.gap(at) <= Gap::Space
}

/// True for digits that a sign or letters touch, so that their form may tell what they are.
pub(super) fn may_be_bare(page: &Page, number: usize) -> bool {
    let digits = digits_at(page, number);
    digits == 11 || digits == 2 && digits_at(page, number + 1) == 3 && digits_at(page, number + 2) >= 3 || digits < 5 && page.gap(number + 1) == Gap::None && page.tokens().get(number + 1).is_some_and(|next| next.kind == TokenKind::Word && next.shape != Shape::Lower || one_of!(page.folded(number + 1), "/" | "-" | ":"))
        || number > 0 && page.gap(number) == Gap::None && page.kind(number - 1) == TokenKind::Word
        || is_planned(page, number)
}

/// True for nine digits and more, in one run or in groups and parts; for six where a sign and a letter touch them.
pub(super) fn may_be_long(page: &Page, number: usize) -> bool {
    let letter = |at: usize| page.tokens().get(at).is_some_and(|token| token.kind == TokenKind::Word && token.shape != Shape::Lower);
    let touched = number > 1 && page.gap(number) == Gap::None && page.gap(number - 1) == Gap::None && letter(number - 2) || page.gap(number + 1) == Gap::None && page.gap(number + 2) == Gap::None && letter(number + 2);
    let mut digits = if touched { 3 } else { 0 };
    for at in number..number + 12 {
        match digits_at(page, at) {
            0 if at > number && page.gap(at) == Gap::None => {}
            0 => break,
            _ if at > number && page.gap(at) > Gap::Space => break,
            more => digits += more,
        }
    }
    digits > 8
}

/// The token of the capitals one space before the number at `first`, at most four: `ER 4471902`, `C 23-13.940`.
pub(super) fn prefix(page: &Page, first: usize, floor: usize) -> Option<usize> {
    let before = first.checked_sub(1).filter(|&before| before >= floor && apart(page, first))?;
    let token = &page.tokens()[before];
    // `n° N 4410277`: right after the mark the letter is no mark itself.
    let marked = is_marked(page, before);
    let letters = token.kind == TokenKind::Word && matches!(token.shape, Shape::Upper | Shape::Initial) && (token.span.len() <= 4 || page.folded(before) == "JICABJI");
    // `contrat n° AU 3307 5518`, `le n° M 88 014772 C`, `permis n° PC 066 015 20 A0011`
    let own = of_passport(page, before) || marked && page.cue(before).any(Cue::CIVILITY.or(Cue::PLACE_PREP).or(Cue::ARTICLE)) || is_planned(page, first) || before > 0 && is_bar(page, before - 1);
    let word = !own && page.cue(before).any(Cue::LABEL.or(Cue::ARTICLE).or(Cue::STATUTE).or(Cue::CIVILITY).or(Cue::COURT).or(Cue::PLACE_PREP)) || !marked && page.folded(before) == "N" || one_of!(page.folded(before), "RG" | "NO" | "DE" | "DU" | "ET" | "EST" | "NUM" | "REF" | "BP" | "CS" | "RN" | "RD" | "PK" | "RIB" | "IBAN" | "CCP");
    (letters && (!word || token.shape == Shape::Initial && is_pourvoi(page, first))).then_some(before)
}

/// `PC 066 015 20 A0011`: the figures of a permit of planning law.
pub(super) fn is_planned(page: &Page, first: usize) -> bool {
    digits_at(page, first) == 3 && digits_at(page, first + 1) == 3 && digits_at(page, first + 2) == 2 && first > 0 && one_of!(page.folded(first - 1), "PC" | "DP" | "PA" | "PD" | "CU")
}

/// `22-14.618`: the number of a pourvoi, whose letter may be any.
pub(super) fn is_pourvoi(page: &Page, first: usize) -> bool {
    let sizes = [0, 2, 4].map(|i| digits_at(page, first + i));
    sizes == [2, 2, 3] && page.is_symbol(first + 1, "-") && page.is_symbol(first + 3, ".") && (1..5).all(|i| page.gap(first + i) == Gap::None)
}

/// Reads the number that opens at token `at`; `None` when a letter or digit touches it.
pub(super) fn read(page: &Page, at: usize) -> Option<Code> {
    let text = page.document.text();
    let bytes = text.as_bytes();
    let start = page.tokens().get(at)?.span.start as usize;
    if touches_before(text, start) {
        return None;
    }
    let at_end = |i: usize| bytes.get(i).copied().unwrap_or(b'\n');
    let (mut end, mut digits, mut groups, mut signs) = (start, 0, 0, 0);
    while end < bytes.len() {
        let b = bytes[end];
        // `17fe82013`; readers of scanned pages take 1 for l and 0 for o.
        let digit_near = end > start && bytes[end - 1].is_ascii_digit() && matches!(b, b'l' | b'o') && matches!(at_end(end + 1), b'/' | b'-') && at_end(end + 2).is_ascii_digit();
        let misread = digit_near || b.is_ascii_lowercase() && end > start && bytes[end - 1].is_ascii_alphanumeric() && (1..4).map(|i| at_end(end + i)).find(|next| !next.is_ascii_lowercase()).is_some_and(|next| next.is_ascii_digit());
        if b.is_ascii_digit() || b.is_ascii_uppercase() || misread {
            digits += usize::from(b.is_ascii_digit());
            end += 1;
            continue;
        }
        let Some(skip) = separator(&text[end..]) else { break };
        let next = at_end(end + skip);
        if !(next.is_ascii_digit() || next.is_ascii_uppercase()) {
            break;
        }
        let sign = text[end..end + skip].contains(|c| is_hyphen(c) || matches!(c, '/' | '.' | ':' | '_'));
        // A number with signs holds no groups, and goes on over white space only after letters.
        // `29-1937-0055 Q)`: the key.
        let key = next.is_ascii_uppercase() && (1..3).any(|letters| (1..letters).all(|i| at_end(end + skip + i).is_ascii_uppercase()) && matches!(at_end(end + skip + letters), b')' | b',' | b';'));
        // `4410-77 260 K`: three figures and a key, or three that close the number.
        let closing = next.is_ascii_digit() && end + skip + 3 <= bytes.len() && bytes[end + skip..end + skip + 3].iter().all(u8::is_ascii_digit) && match at_end(end + skip + 3) {
            b')' | b';' | b'\n' => true,
            b',' | b'.' => !at_end(end + skip + 4).is_ascii_digit(),
            b' ' => at_end(end + skip + 4).is_ascii_uppercase() && matches!(at_end(end + skip + 5), b')' | b',' | b';' | b'.'),
            _ => false,
        };
        let group = !sign && (signs == 0 || closing || groups > 0 || digits == 0 || key) && joins_group(page, text, start, end, end + skip, digits);
        let slash = text[end..end + skip].ends_with("/ ") && skip == 3 && !next.is_ascii_digit();
        if !(sign || group) || slash {
            break;
        }
        signs += usize::from(sign && digits > 0);
        groups += usize::from(!sign);
        end += skip;
    }
    // A sign at the end is no part of it, and lower-case letters make it another word.
    if digits == 0 || bytes.get(end).is_some_and(|b| b.is_ascii_lowercase() || *b >= 0x80 && text[end..].starts_with(char::is_alphabetic)) {
        return None;
    }
    let written = text[start..end].replace(is_hyphen, "-");
    let chars: String = written.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect();
    let after = page.document.token_at(end as u32);
    let decimals = page.is_symbol(after, ",") && page.gap(after) == Gap::None && digits_at(page, after + 1) > 0 && page.gap(after + 1) == Gap::None;
    let slashes = |sign: char| written.matches(sign).count() == 2 && chars.len() <= 8 && digits == chars.len() && written.split(sign).map(str::len).all(|part| part <= 4 && part != 3) && written.split(sign).nth(1).is_some_and(|month| month.parse().is_ok_and(|month: u8| month <= 12)) && written.split(sign).next().is_some_and(|day| day.len() != 2 || day.parse().is_ok_and(|day: u8| day < 32));
    Some(Code {
        span: Span::new(start as u32, end as u32),
        is_money: decimals || one_of!(page.folded(after), "EUROS" | "EURO" | "€" | "F" | "FRANCS" | "EUR" | "%" | "CFP" | "FCFP"),
        is_spaced_amount: groups > 0 && digits == chars.len() && written.split([' ', '\u{a0}']).filter(|group| !group.is_empty()).skip(1).all(|group| group.len() == 3) && digits <= 9,
        is_date: slashes('/') || slashes('.') || slashes('-') || page.cue(after).any(Cue::MONTH) && digits <= 2,
        // `TH 2021`: a tax and its year.
        is_year: digits == 4 && (chars.len() == 4 || chars.len() <= 7 && written.len() < 10 && written.strip_suffix(&chars[chars.len() - 4..]).is_some_and(|before| before.ends_with([' ', '\u{a0}']))) && ["19", "20"].iter().any(|century| chars[chars.len() - 4..].starts_with(century)),
        written,
        chars,
        digits,
        after,
    })
}

/// Bytes of what may separate two parts of a number: one sign, one space, a line break, or a sign and white space.
fn separator(rest: &str) -> Option<usize> {
    let mut chars = rest.chars();
    let c = chars.next()?;
    let broken = |from: usize| rest[from..].starts_with('\n').then(|| from + 1 + rest[from + 1..].len() - rest[from + 1..].trim_start_matches(' ').len());
    match c {
        // `24/ 00019`
        '/' if rest[1..].starts_with(' ') && rest[2..].starts_with('0') => Some(2),
        '-' | '/' => broken(1).or(Some(1)),
        '\u{2010}' | '\u{2011}' => broken(c.len_utf8()).or(Some(c.len_utf8())),
        '\n' => broken(0),
        ' ' if rest.starts_with(" / ") => Some(3),
        ' ' if rest.starts_with("  ") && !rest.starts_with("   ") => Some(2),
        '.' | ':' | '_' | ' ' => Some(1),
        // Markdown: `2018\-63\-114`
        '\\' if rest[1..].starts_with(['-', '.']) => Some(2),
        '\u{a0}' | '\u{202f}' | '\u{2009}' => Some(c.len_utf8()),
        _ => None,
    }
}

/// True when a line ends between `end` and `next` that more than the width of the page ended.
fn ends_line(page: &Page, text: &str, end: usize, next: usize) -> bool {
    text[end..next].contains('\n') && page.gap(page.document.token_at(next as u32)) >= Gap::Line
}

/// The most figures of a number in groups: a notice of post-stationnement's (CGCT R2333-120-4).
const MOST: usize = 26;

/// True when what stands from `next` after a space goes on the number from `start` to `end`.
fn joins_group(page: &Page, text: &str, start: usize, end: usize, next: usize, digits: usize) -> bool {
    let rest = &text[next..];
    let run = |s: &str, is: fn(&char) -> bool| s.chars().take_while(is).count();
    let letters = run(rest, char::is_ascii_uppercase);
    if letters > 0 {
        if ends_line(page, text, end, next) && (letters > 1 || rest[letters..].trim_start_matches(' ').starts_with(|c: char| c.is_ascii_digit()) || digits < 4) || page.cue(page.document.token_at(next as u32)).any(Cue::MONTH) {
            return false;
        }
        let tail = &rest[letters..];
        let figures = run(tail, char::is_ascii_digit);
        let opened = digits == 0 && figures > 0;
        // `0447182 M)`: one letter ends it, unless a name or a word goes on; after a long number it is no initial.
        // `écrou 47 903 B. La fouille`: another sentence.
        let sentence = tail.starts_with(". ") && !rest.starts_with('M') && page.cue(page.document.token_at(next as u32) + 2).any(Cue::ARTICLE);
        let name = tail.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '-')) || tail.starts_with('.') && !sentence && tail[1..].starts_with(' ') && (digits < 8 || rest.starts_with('M')) || !tail.starts_with("  ") && tail.trim_start_matches(' ').starts_with(|c: char| c.is_uppercase());
        // `1 500 F` is an amount, `2714408 F` has its key.
        let francs = rest.as_bytes()[0] == b'F' && (digits < 6 || text[start..end].contains([' ', '.', '\u{a0}']));
        // `23 102 000 317⏎N° de procédure`
        let alone = !ends_line(page, text, end, next) || tail.starts_with([')', ',', ';', '.']);
        // `T 2284 DO`: letters on both sides.
        let both = letters == 2 && text[start..].starts_with(|c: char| c.is_ascii_uppercase()) && !tail.trim_start().starts_with(|c: char| c.is_ascii_digit());
        // `(matricule 19970442 MX)`, and no measure.
        let closed = letters == 2 && digits >= 6 && tail.starts_with([')', ',', ';']) && !matches!(&rest[..2], "KM" | "KG" | "HA" | "CM" | "MM" | "HT" | "KW");
        let key = (letters == 1 || both || closed) && alone && digits >= 4 && figures == 0 && !name && !francs;
        // `22 Y0004`, `17 FE 82013`: letters between two groups of digits.
        let glued = letters <= 3 && figures >= 2 && digits >= 4;
        let between = letters <= 3 && figures == 0 && (1..=8).contains(&digits) && tail.starts_with(' ') && run(&tail[1..], char::is_ascii_digit) >= 2 && text[start..end].len() < 12;
        return opened || key || glued || between;
    }
    let figures = run(rest, char::is_ascii_digit);
    if digits == 0 {
        return end - start <= 8;
    }
    if digits + figures > MOST || !text.as_bytes()[end - 1].is_ascii_digit() {
        return !text.as_bytes()[end - 1].is_ascii_digit() && digits + figures <= MOST;
    }
    let tail = &rest[figures..];
    let after = page.document.token_at((next + figures) as u32);
    let dated = tail.starts_with(['/', ':', '.']) && tail[1..].starts_with(|c: char| c.is_ascii_digit()) || page.cue(after).any(Cue::MONTH) || tail.starts_with(" h") || tail.starts_with('h');
    let postcode = figures == 5 && page.tokens().get(after).is_some_and(|token| token.gap == Gap::Space && token.is_capitalised() && token.span.len() > 2);
    let house = figures <= 4 && page.cue(after).any(Cue::STREET) || page.is_symbol(after, ",") && figures <= 3 && page.cue(after + 1).any(Cue::STREET);
    // A line break stands inside a number only where prose wraps: at the end of a long line.
    let broken = ends_line(page, text, end, next);
    // Whether the line is longer than forty bytes is all that is asked: a text may be one line.
    let line = text.as_bytes()[..end].iter().rev().take(41).take_while(|&&byte| byte != b'\n').count();
    let wraps = (3..=9).contains(&figures) && (line > 40 || figures == 3 && text[..end].ends_with(|c: char| c.is_ascii_digit())) && !tail.starts_with(',') && !(figures == 4 && (rest.starts_with("19") || rest.starts_with("20")));
    !dated && !postcode && !house && figures <= 12 && (!broken || wraps)
}
