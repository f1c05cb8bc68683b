//! Days as decisions write them.

use crate::context::{Cue, Page};
use crate::recognizers::figures::{digits_at, glued, numbers, value_at};
use crate::recognizers::words::close;
use crate::text::{Gap, Span, TokenKind, one_of};

/// A date as written.
#[derive(Clone, Copy)]
pub(in super::super) struct Date {
    /// Day and month.
    pub(in super::super) span: Span,
    /// First token of the whole date, and the one after its last.
    pub(in super::super) first: usize,
    pub(in super::super) after: usize,
    /// Day, month and the last two digits of the year.
    pub(in super::super) value: (u32, u32, Option<u32>),
    /// How sure its form is that it is a day.
    pub(in super::super) form: Form,
}

/// What a date's form proves.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Form {
    /// A day, wherever it stands.
    Day,
    /// A month and its year: `en mars 2011`. Only beside a cue, and no proof elsewhere.
    Month,
    /// Groups of digits, or letters read for digits: only right beside a cue.
    Loose,
}

/// Every complete day of the page, in order.
pub(in super::super) fn dates(page: &Page) -> Vec<Date> {
    let mut dates: Vec<Date> = Vec::new();
    let mut places = page.tokens_of(|word| page.word_cue(word).any(Cue::MONTH));
    places.extend(numbers(page));
    places.extend(ABBREVIATIONS.iter().filter_map(|(word, _)| page.document.find(word)).flat_map(|word| page.document.places(word)).map(|&at| at as usize));
    places.extend(FEASTS.iter().filter_map(|word| page.document.find(word)).flat_map(|word| page.document.places(word)).map(|&at| at as usize));
    places.sort_unstable();
    for at in places {
        let date = match page.kind(at) {
            TokenKind::Number => same_month(page, at).or_else(|| numeric(page, at)).or_else(|| iso(page, at)).or_else(|| roman(page, at)).or_else(|| spaced(page, at)).or_else(|| misread(page, at)),
            TokenKind::Word => feast(page, at).or_else(|| written(page, at)),
            _ => None,
        };
        if let Some(date) = date.filter(|date| dates.last().is_none_or(|last| last.span.end <= date.span.start)) {
            dates.push(date);
        }
    }
    dates
}

/// `mort le 13 du même mois`
fn same_month(page: &Page, at: usize) -> Option<Date> {
    let told = page.folded(at + 1) == "DU" && page.folded(at + 2) == "MEME" && page.folded(at + 3) == "MOIS" && digits_at(page, at) < 3 && at > 0 && page.folded(at - 1) == "LE";
    told.then(|| Date { span: page.document.span_of(at, at), first: at, after: at + 4, value: (0, 0, None), form: Form::Loose })
}

/// Feasts whose day the year tells.
const FEASTS: [&str; 6] = ["NOEL", "PAQUES", "TOUSSAINT", "PENTECOTE", "ASCENSION", "SAINT-SYLVESTRE"];

/// `mort le jour de Noël 1969`, `la veille de la Toussaint`, `le lundi de Pâques`
fn feast(page: &Page, at: usize) -> Option<Date> {
    if !FEASTS.contains(&page.folded(at)) {
        return None;
    }
    let first = page.before(at, 3).find(|&day| !page.cue(day).any(Cue::ARTICLE) && !one_of!(page.folded(day), "DE" | "LA" | "L'"))?;
    let day = page.cue(first).any(Cue::DAY) || one_of!(page.folded(first), "JOUR" | "VEILLE" | "LENDEMAIN" | "NUIT" | "SOIR" | "MATIN");
    day.then(|| Date { span: page.document.span_of(first, at), first, after: at + 1, value: (0, 0, None), form: Form::Loose })
}

/// `12/03/1965`, `12.03.65`, `12 / 03 /16`, `1er/11/1958`.
fn numeric(page: &Page, at: usize) -> Option<Date> {
    let month = at + 2 + usize::from(page.folded(at) == "1" && page.folded(at + 1) == "ER");
    let (separator, year) = (month - 1, month + 2);
    let mark = ["/", ".", "-"].into_iter().find(|mark| page.is_symbol(separator, mark) && page.is_symbol(month + 1, mark))?;
    let tight = mark != "/";
    if tight && !(at + 1..=year).all(|i| glued(page, i)) || !close(page, separator) || !close(page, year) {
        return None;
    }
    let touched = at > 0 && glued(page, at) && (page.kind(at - 1) == TokenKind::Word && !one_of!(page.folded(at - 1), "LE" | "DU" | "LES") || ["/", "-", "."].iter().any(|s| page.is_symbol(at - 1, s)));
    let after = year + 1;
    let longer = glued(page, after) && (["/", "-"].iter().any(|s| page.is_symbol(after, s)) || page.kind(after) != TokenKind::Symbol);
    let value = (value_at(page, at)?, value_at(page, month)?, Some(value_at(page, year)? % 100));
    let sizes = digits_at(page, at) <= 2 && digits_at(page, month) <= 2 && matches!(digits_at(page, year), 2 | 4);
    (!touched && !longer && sizes && is_day(value.0, value.1)).then(|| Date { span: page.document.span_of(at, month), first: at, after, value, form: Form::Day })
}

/// `14/VIII/1993`, `15-XI-2020`, `19 V. 2018`: the month in Roman figures.
fn roman(page: &Page, at: usize) -> Option<Date> {
    const MONTHS: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    let signed = page.kind(at + 1) == TokenKind::Symbol;
    let month = at + 1 + usize::from(signed);
    if page.kind(month) != TokenKind::Word || page.bytes(month) > 4 || digits_at(page, at) > 2 || !page.is_capitalised(month) {
        return None;
    }
    let stop = usize::from(one_of!(page.folded(month + 1), "/" | "-" | "."));
    let year = month + 1 + stop;
    let value = MONTHS.iter().position(|roman| *roman == page.folded(month))? as u32 + 1;
    let tight = signed && (at + 1..=year).all(|i| glued(page, i)) || !signed && page.gap(month) == Gap::Space && page.is_symbol(month + 1, ".") && page.gap(year) == Gap::Space;
    let day = value_at(page, at)?;
    (tight && stop == 1 && digits_at(page, at) <= 2 && digits_at(page, year) == 4 && is_day(day, value) && !(at > 0 && glued(page, at))).then(|| Date {
        span: page.document.span_of(at, month),
        first: at,
        after: year + 1,
        value: (day, value, value_at(page, year).map(|year| year % 100)),
        form: Form::Day,
    })
}

/// `12 03 1965`.
fn spaced(page: &Page, at: usize) -> Option<Date> {
    if digits_at(page, at) > 2 || !(1..=2).contains(&digits_at(page, at + 1)) || digits_at(page, at + 2) != 4 || !(1..=2).all(|i| page.gap(at + i) == Gap::Space) {
        return None;
    }
    let (day, month, year) = (value_at(page, at)?, value_at(page, at + 1)?, value_at(page, at + 2)?);
    let (span, value) = (page.document.span_of(at, at + 1), (day, month, Some(year % 100)));
    (is_day(day, month) && (1880..2100).contains(&year)).then_some(Date { span, first: at, after: at + 3, value, form: Form::Loose })
}

/// `l2/O3/1965`: letters that a reader of scanned pages took for digits; `at` is the year.
fn misread(page: &Page, at: usize) -> Option<Date> {
    if digits_at(page, at) != 4 || at < 3 || !glued(page, at) || !["/", "."].iter().any(|sign| page.is_symbol(at - 1, sign)) {
        return None;
    }
    let end = page.tokens()[at - 1].span.start as usize;
    let text = page.document.text();
    let looks = |b: u8| b.is_ascii_digit() || matches!(b, b'l' | b'I' | b'O' | b'o' | b'/' | b'.');
    let start = end - text.as_bytes()[..end].iter().rev().take(5).take_while(|b| looks(**b)).count();
    let mut parts = text[start..end].split(['/', '.']).map(|part| part.chars().map(|c| if matches!(c, 'l' | 'I') { '1' } else if matches!(c, 'O' | 'o') { '0' } else { c }).collect::<String>().parse::<u32>().ok());
    let (day, month) = (parts.next()??, parts.next()??);
    let touched = text[..start].ends_with(char::is_alphanumeric);
    let first = page.document.token_at(start as u32);
    let value = (day, month, value_at(page, at).map(|year| year % 100));
    (parts.next().is_none() && !touched && is_day(day, month)).then(|| Date { span: Span::new(start as u32, end as u32), first, after: at + 1, value, form: Form::Loose })
}

/// `1965-03-12`.
fn iso(page: &Page, at: usize) -> Option<Date> {
    if digits_at(page, at) != 4 || digits_at(page, at + 2) != 2 || digits_at(page, at + 4) != 2 || !(1..=4).all(|i| glued(page, at + i)) {
        return None;
    }
    let (year, month, day) = (value_at(page, at)?, value_at(page, at + 2)?, value_at(page, at + 4)?);
    (page.is_symbol(at + 1, "-") && page.is_symbol(at + 3, "-") && is_day(day, month)).then(|| Date {
        span: page.document.span_of(at + 2, at + 4),
        first: at,
        after: at + 5,
        value: (day, month, Some(year % 100)),
        form: Form::Day,
    })
}

/// Months cut short, with a point or a year after them.
const ABBREVIATIONS: &[(&str, u32)] = &[
    ("JANV", 1), ("JAN", 1), ("FEVR", 2), ("FEV", 2), ("AVR", 4), ("JUIL", 7), ("JUILL", 7), ("SEPT", 9), ("SEP", 9), ("OCT", 10), ("NOV", 11), ("DEC", 12),
];

/// The number of the month at `at`, and whether it is cut short.
fn month_at(page: &Page, at: usize) -> (u32, bool) {
    let month = match page.folded(at) {
        "JANVIER" => 1,
        "FEVRIER" => 2,
        "MARS" => 3,
        "AVRIL" => 4,
        "MAI" => 5,
        "JUIN" => 6,
        "JUILLET" => 7,
        "AOUT" => 8,
        "SEPTEMBRE" => 9,
        "OCTOBRE" => 10,
        "NOVEMBRE" => 11,
        "DECEMBRE" => 12,
        word => return (ABBREVIATIONS.iter().find(|(short, _)| *short == word).map_or(0, |(_, month)| *month), true),
    };
    (month, false)
}

/// `12 mars 1965`, `1er novembre`, `douze mars mil neuf cent`, `12 janv. 1965`: `at` is the month.
fn written(page: &Page, at: usize) -> Option<Date> {
    if at == 0 || page.gap(at) == Gap::Blank {
        return None;
    }
    let (month, short) = month_at(page, at);
    let point = usize::from(short && page.is_symbol(at + 1, ".") && glued(page, at + 1));
    let bare = short && (digits_at(page, at - 1) == 0 || !close(page, at) || point == 0 && digits_at(page, at + 1) != 4);
    if bare {
        return None;
    }
    // `le trois du mois de décembre`
    let whole = at;
    let at = if at > 4 && one_of!(page.folded(at - 1), "DE" | "D'") && page.folded(at - 2) == "MOIS" && page.folded(at - 3) == "DU" && page.gap(at) <= Gap::Line { at - 3 } else { at };
    let hyphen = usize::from(page.is_symbol(at - 1, "-") && at > 1 && digits_at(page, at - 2) > 0 && glued(page, at));
    let (mut first, day) = if digits_at(page, at - 1 - hyphen) > 0 {
        // `l2 mai`, `O6 avril`: a letter that a reader of scanned pages took for the first digit.
        let number = at - 1 - hyphen;
        let tens = number.checked_sub(1).filter(|_| glued(page, number) && digits_at(page, number) == 1).and_then(|letter| match page.document.original_at(letter) {
            "O" | "o" => Some((letter, 0)),
            "l" | "I" => Some((letter, 10)),
            _ => None,
        });
        let digits = value_at(page, number)?;
        tens.map_or((number, digits), |(letter, tens)| (letter, tens + digits))
    } else if at > 1 && one_of!(page.folded(at - 1), "ER" | "ERE" | "°") && page.folded(at - 2) == "1" {
        (at - 2, 1)
    } else {
        let mut first = at;
        while first > 0 && at - first < 4 && in_letters(page, first - 1) {
            first -= 1;
        }
        match spelled((first..at).map(|i| page.folded(i))) {
            Some(day) => (first, day),
            None => return of_month(page, whole, month),
        }
    };
    // `nés les 3 et 7 mai`, `la nuit du 3 au 4 mars`.
    if first > 2 && one_of!(page.folded(first - 1), "ET" | "AU") && page.folded(first - 2) == "ER" && page.folded(first - 3) == "1" {
        first -= 3;
    }
    while first > 1 && one_of!(page.folded(first - 1), "ET" | "AU" | ",") && (1..3).contains(&digits_at(page, first - 2)) && value_at(page, first - 2).is_some_and(|day| day <= 31) && !glued(page, first - 2) {
        first -= 2;
    }
    // `le 3 ou le 4 juin`, `celle du 16 et celle du 19 juillet`
    let day_at = |at: usize| (1..3).contains(&digits_at(page, at)) && value_at(page, at).is_some_and(|day| day <= 31) && !glued(page, at) && page.gap(at + 1) == Gap::Space;
    if first > 3 && page.folded(first - 1) == "LE" && page.folded(first - 2) == "OU" && day_at(first - 3) {
        first -= 3;
    } else if first > 4 && page.folded(first - 1) == "DU" && one_of!(page.folded(first - 2), "CELLE" | "CELUI") && page.folded(first - 3) == "ET" && day_at(first - 4) {
        first -= 4;
    }
    let last = whole + point;
    let joint = usize::from(page.is_symbol(last + 1, "-") && hyphen > 0);
    let (after, year) = if digits_at(page, last + 1 + joint) == 4 || digits_at(page, last + 1) == 2 && page.gap(last + 1) <= Gap::Line {
        (last + 2 + joint, value_at(page, last + 1 + joint).map(|year| year % 100))
    } else {
        let mut after = last + 1;
        while in_letters(page, after) {
            after += 1;
        }
        (after, spelled((last + 1..after).map(|i| page.folded(i))).map(|year| year % 100))
    };
    is_day(day, month).then(|| Date { span: page.document.span_of(first, last), first, after, value: (day, month, year), form: Form::Day })
}

/// `en mars 2011`, `au mois de mars 2011`: the month, its year outside.
fn of_month(page: &Page, at: usize, month: u32) -> Option<Date> {
    let led = one_of!(page.folded(at - 1), "EN" | "DE" | "COURANT" | "DEBUT" | "FIN") && page.gap(at) <= Gap::Line;
    let year = value_at(page, at + 1).filter(|_| digits_at(page, at + 1) == 4)?;
    led.then(|| Date { span: page.document.span_of(at, at), first: at, after: at + 2, value: (0, month, Some(year % 100)), form: Form::Month })
}

/// Where the number in letters opens that ends before `end`: `trente et un`, `mille cinq cents`. At most a dozen words.
pub(in super::super) fn letters_before(page: &Page, end: usize) -> Option<usize> {
    let mut first = end;
    while first > 0 && end - first < 12 && in_letters(page, first - 1) {
        first -= 1;
    }
    // `et` and a hyphen open no number.
    (first..end).find(|&at| page.cue(at).any(Cue::NUMBER) || page.folded(at).split('-').all(|part| part != "ET" && unit(part).is_some()))
}

fn in_letters(page: &Page, at: usize) -> bool {
    page.cue(at).any(Cue::NUMBER) || one_of!(page.folded(at), "UN" | "ET" | "-" | "UNIEME") && at > 0 || page.folded(at).split('-').all(|part| unit(part).is_some())
}

fn unit(word: &str) -> Option<u32> {
    const UNITS: &[(&str, u32)] = &[
        ("PREMIER", 1), ("UN", 1), ("DEUX", 2), ("TROIS", 3), ("QUATRE", 4), ("CINQ", 5), ("SIX", 6), ("SEPT", 7), ("HUIT", 8), ("NEUF", 9), ("DIX", 10), ("ONZE", 11),
        ("DOUZE", 12), ("TREIZE", 13), ("QUATORZE", 14), ("QUINZE", 15), ("SEIZE", 16), ("VINGT", 20), ("VINGTS", 20), ("TRENTE", 30), ("QUARANTE", 40), ("CINQUANTE", 50),
        ("SOIXANTE", 60), ("CENT", 100), ("CENTS", 100), ("MIL", 1000), ("MILLE", 1000), ("ET", 0),
    ];
    UNITS.iter().find(|(name, _)| *name == word).map(|(_, value)| *value)
}

/// The value of a number in letters; `None` when there is no word or an unknown one.
fn spelled<'w>(words: impl Iterator<Item = &'w str>) -> Option<u32> {
    let (mut total, mut part, mut any) = (0, 0, false);
    for word in words.flat_map(|word| word.split('-')).filter(|word| !word.is_empty()) {
        any = true;
        match unit(word)? {
            1000 => {
                total += part.max(1) * 1000;
                part = 0;
            }
            100 => part = part.max(1) * 100,
            20 if part % 100 == 4 => part += 76,
            value => part += value,
        }
    }
    any.then_some(total + part).filter(|&value| value > 0)
}

const fn is_day(day: u32, month: u32) -> bool {
    day >= 1 && day <= 31 && month >= 1 && month <= 12
}
