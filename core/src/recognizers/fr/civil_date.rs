//! Dates of birth, death, marriage and PACS: day and month, the year stays readable.
//!
//! A date proven once to be a birth, a death or a marriage is found again wherever it stands, in whatever writing.

use rustc_hash::FxHashMap;

use super::Rule;
use crate::context::{Cue, Page};
use crate::model::{Confidence, Detection, Kind};
use crate::recognizers::figures::{digits_at, glued, numbers, value_at};
use crate::text::{Gap, Shape, Span, TokenKind};

const SOURCE: &str = "COJ art. L111-13 and R111-12; Code civil art. 34 (dates of the actes de l'état civil)";

/// The three rules: one reading of the page, three kinds.
pub(super) const RULES: &[Rule] = &[
    Rule { id: "fr/birth_date", kind: Kind::BirthDate, finds: "Day and month of a birth.", source: SOURCE, find: |page, found| find(page, Kind::BirthDate, found) },
    Rule { id: "fr/death_date", kind: Kind::DeathDate, finds: "Day and month of a death.", source: SOURCE, find: |page, found| find(page, Kind::DeathDate, found) },
    Rule { id: "fr/marriage_date", kind: Kind::MarriageDate, finds: "Day and month of a marriage or PACS.", source: SOURCE, find: |page, found| find(page, Kind::MarriageDate, found) },
];

/// A date as written.
#[derive(Clone, Copy)]
struct Date {
    /// Day and month.
    span: Span,
    /// First token of the whole date, and the one after its last.
    first: usize,
    after: usize,
    /// Day, month and the last two digits of the year.
    value: (u32, u32, Option<u32>),
}

fn find(page: &Page, kind: Kind, found: &mut Vec<Detection>) {
    let words: &[&str] = match kind {
        Kind::BirthDate => BIRTH,
        Kind::DeathDate => DEATH,
        _ => MARRIAGE,
    };
    if !crate::recognizers::figures::holds(page, words) {
        return;
    }
    let rule = match kind {
        Kind::BirthDate => "fr/birth_date",
        Kind::DeathDate => "fr/death_date",
        _ => "fr/marriage_date",
    };
    let dates = dates(page);
    let mut proven = FxHashMap::default();
    let mut hits = vec![None; dates.len()];
    for (i, date) in dates.iter().enumerate() {
        let continues = i > 0 && hits[i - 1].is_some() && lists(page, dates[i - 1].after, date.first);
        if let Some(cue) = cue(page, kind, date.first, words).or(if continues { hits[i - 1] } else { None }) {
            hits[i] = Some(cue);
            if date.value.2.is_some() {
                proven.insert(date.value, ());
            }
        }
    }
    for (date, hit) in dates.iter().zip(hits) {
        let detection = Detection::new(rule, kind, date.span, Confidence::Certain);
        match hit {
            Some(cue) => found.push(detection.with_cue(page.tokens()[cue].span)),
            None if proven.contains_key(&date.value) => found.push(Detection { confidence: Confidence::Strong, ..detection }),
            None => {}
        }
    }
}

const BIRTH: &[&str] = &["NE", "NEE", "NES", "NEES", "NAISSANCE", "NAISSANCES", "DN", "DDN", "NAQUIT", "NAITRE", "ANNIVERSAIRE"];
const DEATH: &[&str] = &["DECEDE", "DECEDEE", "DECEDES", "DECEDEES", "DECES", "MORT", "MORTE", "MORTS", "DECEDER", "SUICIDE", "SUICIDEE"];
const MARRIAGE: &[&str] = &["MARIE", "MARIEE", "MARIES", "MARIEES", "MARIAGE", "PACS", "PACSE", "PACSEE", "PACSES", "NOCES", "EPOUSE", "EPOUSEE", "UNION", "PACTE"];

/// The word that makes the date at token `first` a civil one: before it, with nothing but places and such words between.
fn cue(page: &Page, kind: Kind, first: usize, words: &[&str]) -> Option<usize> {
    let reach = if kind == Kind::MarriageDate { 16 } else { 12 };
    for at in page.before(first, reach) {
        let word = page.folded(at);
        if words.contains(&word) {
            return is_cue(page, at, first).then_some(at);
        }
        let token = &page.tokens()[at];
        let between = match token.kind {
            // A department (57) or a postcode, no year; a sentence's end only after an abbreviation.
            TokenKind::Number => token.span.len() != 4 && token.span.len() <= 5,
            TokenKind::Symbol => !matches!(word, ";" | "•") && (word != "." || first == at + 1 || page.tokens()[at - usize::from(at > 0)].span.len() <= 3),
            TokenKind::Elision => true,
            TokenKind::Word => token.shape != Shape::Lower || BETWEEN.contains(&word) || kind != Kind::BirthDate && OCCURS.contains(&word) || page.cue(at).any(Cue::DAY.or(Cue::PARTICLE).or(Cue::ARTICLE).or(Cue::KIN)),
        };
        if !between || page.cue(at).any(Cue::MONTH) {
            return None;
        }
    }
    None
}

/// Words that may stand between the cue and its date.
const BETWEEN: &[&str] = &[
    "LE", "A", "EN", "DE", "DU", "AU", "DATE", "LIEU", "ET", "E", "ES", "S", "PRES", "OU", "VERS", "ENVIRON", "RESPECTIVEMENT", "COMMUNE", "VILLE", "DEPARTEMENT", "FILS",
    "FILLE", "JOUR", "SON", "SA", "LEUR", "LA", "LES", "L'", "SELON", "DECLARATIONS", "SES",
];

/// The same for what is celebrated or occurs: `mariage célébré devant l'officier d'état civil le`, `décès survenu le`.
const OCCURS: &[&str] = &[
    "SURVENU", "SURVENUE", "INTERVENU", "INTERVENUE", "CELEBRE", "CELEBREE", "CONTRACTE", "CONTRACTEE", "CONCLU", "CONCLUE", "ENREGISTRE", "DEVANT", "OFFICIER", "ETAT",
    "CIVIL", "MAIRIE", "SANS", "CONTRAT", "PREALABLE", "SOUS", "REGIME", "COMMUNAUTE", "PAR", "SOLIDARITE", "CIVILE", "CONSULAT", "AMBASSADE", "GENERAL", "QUE", "EST",
    "CONSTATE", "HOPITAL", "DOMICILE", "SUITES",
];

fn is_cue(page: &Page, at: usize, date: usize) -> bool {
    let original = page.document.original_at(at);
    match page.folded(at) {
        // `ne` is a negation unless the accent says otherwise or `le` follows at once.
        "NE" => original != "ne" && original != "Ne" || page.folded(at + 1) == "LE" && at + 2 == date,
        // `acte de naissance du`, `acte de mariage du` date the act, not the birth.
        "NAISSANCE" | "NAISSANCES" => !page.before(at, 4).any(|i| matches!(page.folded(i), "ACTE" | "EXTRAIT" | "PRIME")),
        "DECES" => !page.before(at, 3).any(|i| page.folded(i) == "ACTE"),
        // `mort` is a noun and `union` a company: only beside the date or a word of theirs.
        "MORT" | "MORTS" | "MORTE" | "SUICIDE" | "SUICIDEE" => date - at <= 6,
        "EPOUSE" | "EPOUSEE" => page.folded(at + 1) == "LE" || page.before(at, 2).any(|i| page.folded(i) == "A"),
        "UNION" | "PACTE" => page.folded(date - 1) == "LE" && (at..date).any(|i| matches!(page.folded(i), "CELEBREE" | "CIVIL" | "CONTRACTEE")),
        _ => true,
    }
}

/// True when only a comma, `et le`, a name and the like stand between two dates: `nés le 3 mai 1990 et le 4 juin 1992`.
fn lists(page: &Page, from: usize, to: usize) -> bool {
    to > from && to - from <= 5 && (from..to).all(|at| matches!(page.folded(at), "," | "ET" | "LE" | "DU" | "PUIS" | "POUR" | "A"))
}

/// Every complete day of the page, in order.
fn dates(page: &Page) -> Vec<Date> {
    let mut dates: Vec<Date> = Vec::new();
    let mut places = page.tokens_of(|word| page.word_cue(word).any(Cue::MONTH));
    places.extend(numbers(page));
    places.sort();
    for at in places {
        let date = match page.tokens()[at].kind {
            TokenKind::Number => numeric(page, at).or_else(|| iso(page, at)),
            TokenKind::Word => written(page, at),
            _ => None,
        };
        if let Some(date) = date.filter(|date| dates.last().is_none_or(|last| last.span.end <= date.span.start)) {
            dates.push(date);
        }
    }
    dates
}

/// `12/03/1965`, `12.03.65`, `12 / 03 /16`.
fn numeric(page: &Page, at: usize) -> Option<Date> {
    let separator = at + 1;
    let mark = ["/", ".", "-"].into_iter().find(|mark| page.is_symbol(separator, mark) && page.is_symbol(at + 3, mark))?;
    let tight = mark != "/";
    if tight && !(1..=4).all(|i| glued(page, at + i)) || page.gap(separator) > Gap::Space || page.gap(at + 4) > Gap::Space {
        return None;
    }
    let touched = at > 0 && glued(page, at) && (page.tokens()[at - 1].kind == TokenKind::Word || ["/", "-", "."].iter().any(|s| page.is_symbol(at - 1, s)));
    let longer = glued(page, at + 5) && (["/", "-"].iter().any(|s| page.is_symbol(at + 5, s)) || page.tokens()[at + 5].kind != TokenKind::Symbol);
    let (day, month, year) = (value_at(page, at)?, value_at(page, at + 2)?, value_at(page, at + 4)?);
    let sizes = digits_at(page, at) <= 2 && digits_at(page, at + 2) <= 2 && matches!(digits_at(page, at + 4), 2 | 4);
    (!touched && !longer && sizes && is_day(day, month)).then(|| Date {
        span: page.document.span_of(at, at + 2),
        first: at,
        after: at + 5,
        value: (day, month, Some(year % 100)),
    })
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
    })
}

/// `12 mars 1965`, `1er novembre`, `douze mars mil neuf cent`: `at` is the month.
fn written(page: &Page, at: usize) -> Option<Date> {
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
        _ => 12,
    };
    if at == 0 || page.gap(at) == Gap::Blank {
        return None;
    }
    let (first, day) = if digits_at(page, at - 1) > 0 {
        (at - 1, value_at(page, at - 1)?)
    } else if at > 1 && matches!(page.folded(at - 1), "ER" | "ERE") && page.folded(at - 2) == "1" {
        (at - 2, 1)
    } else {
        let mut first = at;
        while first > 0 && at - first < 4 && in_letters(page, first - 1) {
            first -= 1;
        }
        (first, spelled((first..at).map(|i| page.folded(i)))?)
    };
    let (after, year) = if digits_at(page, at + 1) == 4 || digits_at(page, at + 1) == 2 && page.gap(at + 1) <= Gap::Line {
        (at + 2, value_at(page, at + 1).map(|year| year % 100))
    } else {
        let mut after = at + 1;
        while in_letters(page, after) {
            after += 1;
        }
        (after, spelled((at + 1..after).map(|i| page.folded(i))).map(|year| year % 100))
    };
    is_day(day, month).then(|| Date { span: page.document.span_of(first, at), first, after, value: (day, month, year) })
}

fn in_letters(page: &Page, at: usize) -> bool {
    page.cue(at).any(Cue::NUMBER) || matches!(page.folded(at), "UN" | "ET" | "-" | "UNIEME") && at > 0 || page.folded(at).split('-').all(|part| unit(part).is_some())
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

#[cfg(test)]
mod tests {
    use super::RULES;
    use crate::recognizers::slices;

    #[test]
    fn finds_day_and_month_of_births() {
        for (text, date) in [
            ("M. Vasseur, né le 12 mars 1965 à Metz", "12 mars"),
            ("née le 1er novembre 1970", "1er novembre"),
            ("Née à Metz (57) le 12/03/1965", "12/03"),
            ("né le 12.03.1965", "12.03"),
            ("DN : 12-03-65", "12-03"),
            ("né(e) le : 12 / 01/16", "12 / 01"),
            ("date de naissance : 1965-03-12", "03-12"),
            ("née le douze mars mil neuf cent soixante", "douze mars"),
            ("NÉ LE HUIT FÉVRIER DEUX MILLE TREIZE", "HUIT FÉVRIER"),
            ("né le vingt et un juin 1980", "vingt et un juin"),
            ("née au Mans, le mardi 4 août 1981", "4 août"),
        ] {
            assert_eq!(slices(&RULES[0], text), [date], "{text}");
        }
    }

    #[test]
    fn finds_deaths_marriages_lists_and_repeats() {
        assert_eq!(slices(&RULES[1], "décédée à Lyon le 3 mai 2010"), ["3 mai"]);
        assert_eq!(slices(&RULES[1], "son décès survenu le 03/05/2010"), ["03/05"]);
        assert_eq!(slices(&RULES[2], "se sont mariés le 3 mai 2010 devant"), ["3 mai"]);
        assert_eq!(slices(&RULES[2], "le mariage célébré à Lyon le 3 mai 2010"), ["3 mai"]);
        assert_eq!(slices(&RULES[2], "un PACS conclu le 3 mai 2010"), ["3 mai"]);
        assert_eq!(slices(&RULES[0], "nés le 3 mai 1990 et le 4 juin 1992"), ["3 mai", "4 juin"]);
        assert_eq!(slices(&RULES[0], "né le 3 mai 1990. Plus loin, au 03/05/1990, il"), ["3 mai", "03/05"]);
    }

    #[test]
    fn leaves_other_dates() {
        for text in [
            "né en 1979",
            "l'article 552-4-1 du code, né de la loi",
            "né le [Date naissance 1] 1965",
            "il ne doit rien au 12 mars 1965",
            "M. Vasseur, né en 1979, a conclu le 12 mars 2005",
            "acte de naissance du 12 mars 1965",
            "né le 45/13/1965",
            "jugement du 12 mars 1965",
        ] {
            assert!(slices(&RULES[0], text).is_empty(), "{text}");
        }
        assert!(slices(&RULES[1], "une faute est morte. Le 3 mai 2010").is_empty());
        assert!(slices(&RULES[2], "le divorce des époux mariés, jugement du 3 mai 2010").is_empty());
    }
}
