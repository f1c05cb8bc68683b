//! Dates of births, deaths and marriages: day and month moved, or gone. The year stands outside the span and stays.

use super::{Item, Request};
use crate::error::Error;
use crate::model::Kind;
use crate::text::{Span, fold};

/// What stands for a day and a month after `le`, which goes: `né en 1965`.
pub(super) const IN: &str = "en";

const MONTHS: [&str; 12] =
    ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];
const LENGTHS: [u32; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const NUMBERS: [&str; 31] = [
    "premier", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize",
    "dix-sept", "dix-huit", "dix-neuf", "vingt", "vingt et un", "vingt-deux", "vingt-trois", "vingt-quatre", "vingt-cinq", "vingt-six",
    "vingt-sept", "vingt-huit", "vingt-neuf", "trente", "trente et un",
];

/// A day and a month as they are written.
struct Written {
    day: u32,
    month: u32,
    /// The bytes of the day, with its `er`, and of the month; in figures or in letters each.
    day_at: Span,
    month_at: Span,
}

const fn is_date(kind: Kind) -> bool {
    matches!(kind, Kind::BirthDate | Kind::DeathDate | Kind::MarriageDate)
}

/// The same date some days later in its year, written in the same way; `None` when it is no date or cannot be read.
///
/// How many days is the key's secret, between 1 and 364, the same for every date of one person: the days between a birth and
/// a marriage of one year stay what they were, unless they turn over the year's end. 29 February counts as 28 February.
pub(super) fn shifted(request: &Request, item: &Item) -> Result<Option<String>, Error> {
    let words = item.span.of(request.text);
    let Some(date) = is_date(item.kind).then(|| read(words, is_iso(request.text, item.span))).flatten() else { return Ok(None) };
    let key = request.key.ok_or_else(|| Error::key("dates are to be shifted, which needs a key: give one, 64 hexadecimal digits"))?;
    let owner = &request.bearers[request.bearers[item.bearer].owner.unwrap_or(item.bearer)];
    let digest = key.digest("shift", &[owner.identity.as_bytes()]);
    let offset = 1 + u32::from(u16::from_le_bytes([digest[0], digest[1]])) % 364;
    let of_year = LENGTHS[..date.month as usize - 1].iter().sum::<u32>() + date.day.min(LENGTHS[date.month as usize - 1]) - 1;
    let mut day = (of_year + offset) % 365;
    let mut month = 0;
    while day >= LENGTHS[month] {
        day -= LENGTHS[month];
        month += 1;
    }
    Ok(Some(write(words, &date, day + 1, month as u32 + 1)))
}

/// A date without day and month. Of a birth, death or marriage, whose year stands outside: `en` after `le` and before its year, `XX` for figures, else `[...]`. Of another day: its year between brackets, when it has four figures.
pub(super) fn generalised(request: &Request, item: &Item) -> Option<String> {
    let words = item.span.of(request.text);
    if item.kind == Kind::Date {
        let year = runs(words, |c| c.is_ascii_digit()).into_iter().map(|run| run.of(words)).find(|run| run.len() == 4);
        return year.map(|year| format!("[{year}]"));
    }
    if !is_date(item.kind) {
        return None;
    }
    if !words.chars().any(char::is_alphabetic) {
        return Some(figures(words));
    }
    let before = request.text[..item.span.start as usize].trim_end();
    let led = before.strip_suffix("le").or_else(|| before.strip_suffix("Le")).or_else(|| before.strip_suffix("LE"));
    let after = request.text[item.span.end as usize..].trim_start_matches([' ', '\u{a0}', '\u{202f}', '\n']);
    let year = after.len() < request.text.len() - item.span.end as usize && after.starts_with(|c: char| c.is_ascii_digit());
    let led = led.is_some_and(|rest| rest.chars().next_back().is_none_or(|c| !c.is_alphanumeric()));
    Some(if led && year { IN.to_owned() } else { "[...]".to_owned() })
}

/// `12/03` -> `XX/XX`, whatever the figures' number.
fn figures(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut in_figures = false;
    for c in words.chars() {
        if !c.is_ascii_digit() {
            out.push(c);
        } else if !in_figures {
            out.push_str("XX");
        }
        in_figures = c.is_ascii_digit();
    }
    out
}

/// Day, month and year of the civil date whose day and month `span` holds; `None` when one of them cannot be read.
///
/// ```
/// use huisclos::{Span, replace::civil_date};
/// assert_eq!(civil_date("née le 1er mai 1965", Span::new(8, 15)).as_deref(), Some("1965-05-01"));
/// assert_eq!(civil_date("12/03/65", Span::new(0, 5)).as_deref(), Some("65-03-12"));
/// assert_eq!(civil_date("née le 1er mai", Span::new(8, 15)), None);
/// ```
pub fn civil_date(text: &str, span: Span) -> Option<String> {
    let iso = is_iso(text, span);
    let date = read(span.of(text), iso)?;
    let around = if iso { &text[span.start as usize - 5..span.start as usize - 1] } else { &text[span.end as usize..] };
    let around = around.trim_start_matches([' ', '\u{a0}', '\n', '/', '.', '-']);
    let year = &around[..around.bytes().take_while(u8::is_ascii_digit).count()];
    matches!(year.len(), 2 | 4).then(|| format!("{year}-{:02}-{:02}", date.month, date.day))
}

/// True when a year and a hyphen stand before the span: then the month comes first.
fn is_iso(text: &str, span: Span) -> bool {
    let before = text.as_bytes()[..span.start as usize].strip_suffix(b"-");
    before.is_some_and(|before| before.len() >= 4 && before[before.len() - 4..].iter().all(u8::is_ascii_digit))
}

fn read(words: &str, month_first: bool) -> Option<Written> {
    let figures = runs(words, |c| c.is_ascii_digit());
    let value = |span: &Span| span.of(words).parse::<u32>().ok();
    let date = if let [first, second] = figures[..] {
        let (day_at, month_at) = if month_first { (second, first) } else { (first, second) };
        Written { day: value(&day_at)?, month: value(&month_at)?, day_at, month_at }
    } else {
        let month_at = *runs(words, char::is_alphabetic).last()?;
        let month = MONTHS.iter().position(|name| fold(name) == fold(month_at.of(words)))? as u32 + 1;
        let before = words[..month_at.start as usize].trim_end();
        let day = match figures[..] {
            [digits] => value(&digits)?,
            [] => NUMBERS.iter().position(|name| fold(name).replace('-', " ") == fold(before).replace('-', " "))? as u32 + 1,
            _ => return None,
        };
        Written { day, month, day_at: Span::new(0, before.len() as u32), month_at }
    };
    (matches!(date.day, 1..=31) && matches!(date.month, 1..=12)).then_some(date)
}

fn write(words: &str, old: &Written, day: u32, month: u32) -> String {
    let (day_words, month_words) = (old.day_at.of(words), old.month_at.of(words));
    let in_figures = month_words.starts_with(|c: char| c.is_ascii_digit());
    let zero = day_words.starts_with('0') || month_words.starts_with('0') || in_figures && day_words.len() == 2 && month_words.len() == 2;
    let new_day = like(day_words, day, &NUMBERS, zero);
    let new_month = like(month_words, month, &MONTHS, zero);
    let (first, second, first_new, second_new) =
        if old.day_at < old.month_at { (old.day_at, old.month_at, new_day, new_month) } else { (old.month_at, old.day_at, new_month, new_day) };
    format!("{}{first_new}{}{second_new}{}", &words[..first.start as usize], &words[first.end as usize..second.start as usize], &words[second.end as usize..])
}

/// A number in the form of `old`: figures, `1er`, or letters in its case.
fn like(old: &str, number: u32, names: &[&str], zero: bool) -> String {
    if old.starts_with(|c: char| c.is_ascii_digit()) {
        let ordinal = if number == 1 { old.trim_start_matches(|c: char| c.is_ascii_digit()) } else { "" };
        return if zero { format!("{number:02}{ordinal}") } else { format!("{number}{ordinal}") };
    }
    let name = names[number as usize - 1];
    let mut letters = old.chars().filter(|c| c.is_alphabetic());
    match (letters.next().is_some_and(char::is_uppercase), letters.next().is_some_and(char::is_uppercase)) {
        (true, true) => name.to_uppercase(),
        (true, false) => name.chars().take(1).flat_map(char::to_uppercase).chain(name.chars().skip(1)).collect(),
        _ => name.to_owned(),
    }
}

/// The longest stretches whose characters are all `wanted`.
fn runs(words: &str, wanted: impl Fn(char) -> bool) -> Vec<Span> {
    let mut runs: Vec<Span> = Vec::new();
    for (at, c) in words.char_indices().filter(|(_, c)| wanted(*c)) {
        let end = (at + c.len_utf8()) as u32;
        match runs.last_mut() {
            Some(last) if last.end == at as u32 => last.end = end,
            _ => runs.push(Span::new(at as u32, end)),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::super::{Bearer, Key, Style, replace};
    use super::*;
    use crate::model::With;

    /// `before#date#after` with the date replaced, as a birth of the person `owner`.
    fn run(marked: &str, owner: &str, with: With) -> String {
        let parts: Vec<&str> = marked.split('#').collect();
        let text = parts.concat();
        let span = Span::new(parts[0].len() as u32, (parts[0].len() + parts[1].len()) as u32);
        let bearers = [Bearer { owner: Some(1), ..Bearer::datum(Kind::BirthDate, parts[1]) }, Bearer::datum(Kind::Person, owner)];
        let key = Key::new([5; 32]);
        let items = [Item { kind: Kind::BirthDate, span, bearer: 0, name: Vec::new(), with: Some(with) }];
        let request = Request { text: &text, items: &items, bearers: &bearers, style: Style::Court, key: Some(&key), family_link: true, is_known: &|_| false };
        let new = replace(&request, None).unwrap().remove(0);
        let lead = super::super::lead(&text, 0, span, Kind::BirthDate, &new, Style::Numbered);
        let start = lead.as_ref().map_or(span.start, |lead| lead.span.start) as usize;
        format!("{}{}{new}{}", &text[..start], lead.map_or(String::new(), |lead| lead.text), parts[2])
    }

    /// Day and month of a date in figures.
    fn value(date: &str) -> (u32, u32) {
        let (day, month) = date.split_once('/').unwrap();
        (day.parse().unwrap(), month.parse().unwrap())
    }

    #[test]
    fn every_writing_of_one_date_moves_to_the_same_day() {
        let shift = |marked| run(marked, "ROUX", With::Shift);
        let new = shift("le #12/03#/1965");
        let (day, month) = value(new.strip_prefix("le ").unwrap().strip_suffix("/1965").unwrap());
        assert_ne!((day, month), (12, 3));
        let (number, name) = (NUMBERS[day as usize - 1], MONTHS[month as usize - 1]);
        for (marked, expected) in [
            ("le #12 mars# 1965", format!("le {day} {name} 1965")),
            ("LE #12 MARS# 1965", format!("LE {day} {} 1965", name.to_uppercase())),
            ("le #12 / 03# / 65", format!("le {day:02} / {month:02} / 65")),
            ("du #12.3#.1965", format!("du {day}.{month}.1965")),
            ("1965-#03-12#", format!("1965-{month:02}-{day:02}")),
            ("le #douze mars# mil", format!("le {number} {name} mil")),
            ("#12\nmars# 1965", format!("{day}\n{name} 1965")),
        ] {
            assert_eq!(shift(marked), expected, "{marked}");
        }
    }

    #[test]
    fn the_offset_is_a_persons_own_and_never_nothing() {
        let shift = |date: &str, owner: &str| value(&run(&format!("#{date}#/1965"), owner, With::Shift).replace("/1965", ""));
        let of_year = |(day, month): (u32, u32)| LENGTHS[..month as usize - 1].iter().sum::<u32>() + day;
        let mut offsets = std::collections::BTreeSet::new();
        for n in 0..200 {
            let owner = format!("NOM{n}");
            let offset = (of_year(shift("12/03", &owner)) + 365 - of_year((12, 3))) % 365;
            assert_eq!((of_year(shift("28/12", &owner)) + 365 - of_year((28, 12))) % 365, offset, "all dates of one person move alike");
            assert_ne!(offset, 0);
            offsets.insert(offset);
        }
        assert!(offsets.len() > 100, "{} offsets", offsets.len());
        assert_eq!(shift("29/02", "ROUX"), shift("28/02", "ROUX"));
    }

    #[test]
    fn every_day_can_be_read_and_written_back() {
        for month in 1..=12 {
            for day in 1..=LENGTHS[month as usize - 1] {
                for words in [format!("{day}{} {}", if day == 1 { "er" } else { "" }, MONTHS[month as usize - 1]), format!("{} {}", NUMBERS[day as usize - 1], MONTHS[month as usize - 1]), format!("{day:02}/{month:02}")] {
                    let date = read(&words, false).unwrap();
                    assert_eq!(((date.day, date.month), write(&words, &date, day, month)), ((day, month), words));
                }
            }
        }
    }

    #[test]
    fn a_coarser_date_has_neither_day_nor_month() {
        let coarse = |marked| run(marked, "ROUX", With::Generalise);
        for (marked, expected) in [
            ("né le #12 mars# 1965", "né en 1965"),
            ("né le #12/03#/1965", "né le XX/XX/1965"),
            ("1965-#03-12#", "1965-XX-XX"),
            ("naissance : #1er mai# 1965", "naissance : [...] 1965"),
            ("né le #douze mars# mil neuf cent", "né le [...] mil neuf cent"),
            ("né le #12 mars#", "né le [...]"),
        ] {
            assert_eq!(coarse(marked), expected, "{marked}");
        }
    }

    #[test]
    fn what_is_no_date_is_replaced_as_the_style_says() {
        assert_eq!(run("#le jour de l'an#", "ROUX", With::Shift), "[Date naissance 1]");
    }
}
