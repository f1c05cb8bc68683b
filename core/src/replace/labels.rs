//! The plain styles: numbers, letters, unknowns, initials and bars.


use super::{Book, Item, NameWord, Request, counted, court, name_words, noun};
use crate::error::Error;
use crate::model::Kind;
use crate::text::SortedMap;

/// What stands for data that the Conseil d'État and Légifrance leave out.
const LEFT_OUT: &str = "...";
/// Always of one length: a bar as long as the name would tell its length.
const BAR: &str = "█████";

/// `[Personne 1]`: one number for each person or datum of a noun, in order of appearance; with a ledger, over all documents.
pub(super) fn numbered(request: &Request, ledger: &mut Book) -> Result<Vec<String>, Error> {
    let mut numbers: SortedMap<&str, u64> = SortedMap::default();
    let mut taken = SortedMap::default();
    let mut known: SortedMap<usize, String> = SortedMap::default();
    for item in request.items {
        if known.contains_key(&item.bearer) {
            continue;
        }
        let bearer = &request.bearers[item.bearer];
        let noun = noun(bearer.kind);
        let label = match ledger.number(noun, &bearer.identity)? {
            Some(label) => label,
            None => ledger.settle(noun, &bearer.identity, &mut taken, |_| {
                let number = numbers.entry(noun).or_default();
                *number += 1;
                Ok(format!("[{noun} {number}]"))
            })?,
        };
        known.insert(item.bearer, label);
    }
    Ok(request.items.iter().map(|item| known[&item.bearer].clone()).collect())
}

/// `A... B...`: one letter for each word of a name, in order of appearance.
pub(super) fn letters(request: &Request) -> Vec<String> {
    let mut letters: SortedMap<String, String> = SortedMap::default();
    let mut of = |word: &NameWord| {
        let next = letters.len();
        letters.entry(counted(word)).or_insert_with(|| format!("{}...", letter(next, b'A'))).clone()
    };
    let replaced = request.items.iter().map(|item| {
        if item.name.is_empty() {
            return LEFT_OUT.to_owned();
        }
        item.name.iter().map(&mut of).collect::<Vec<_>>().join(" ")
    });
    replaced.collect()
}

/// `X...`: one letter for each person, in order of appearance, from X on.
pub(super) fn unknowns(request: &Request) -> Vec<String> {
    let mut known: SortedMap<usize, String> = SortedMap::default();
    let replaced = request.items.iter().map(|item| {
        if item.kind != Kind::Person {
            return LEFT_OUT.to_owned();
        }
        let next = known.len();
        known.entry(item.bearer).or_insert_with(|| format!("{}...", letter(next, b'X'))).clone()
    });
    replaced.collect()
}

/// The `n`-th letter from `first` on, round the alphabet: X, Y, Z, A ... W, then XX, YY ... and so on.
fn letter(n: usize, first: u8) -> String {
    let turned = (usize::from(first - b'A') + n) % 26;
    char::from(b'A' + turned as u8).to_string().repeat(n / 26 + 1)
}

pub(super) fn bars(request: &Request) -> Vec<String> {
    vec![BAR.to_owned(); request.items.len()]
}

/// `J. D.`: the initials of the words of a mention. A mention whose letters would fit another person too shows all of its
/// person's initials, then more letters of the given name, then a number.
pub(super) fn initials(request: &Request) -> Vec<String> {
    let persons: Vec<&Item> = request.items.iter().filter(|item| item.kind == Kind::Person).collect();
    let mut own: SortedMap<usize, Vec<String>> = SortedMap::default();
    for item in &persons {
        let words = own.entry(item.bearer).or_default();
        for word in ordered(request, item) {
            if !words.contains(&word) {
                words.push(word);
            }
        }
    }
    let full = full_initials(request, &own);
    let others: Vec<&Item> = request.items.iter().filter(|item| item.kind != Kind::Person).collect();
    let mut labels = by_kind(request, &others).into_iter();
    let replaced = request.items.iter().map(|item| {
        if item.kind != Kind::Person {
            return labels.next().unwrap_or_default();
        }
        let short = short(item, request);
        let letters = |words: &[String]| words.iter().map(|word| initial(word, 1)).collect::<Vec<_>>();
        let own_letters = letters(&name_words(item.span.of(request.text)));
        let fits = |(bearer, words): (&usize, &Vec<String>)| *bearer != item.bearer && own_letters.iter().all(|letter| letters(words).contains(letter));
        if own.iter().any(fits) { full[&item.bearer].clone() } else { short }
    });
    replaced.collect()
}

/// The words of a mention, given names first.
fn ordered(request: &Request, item: &Item) -> Vec<String> {
    let given = &request.bearers[item.bearer].given;
    let (mut first, last): (Vec<_>, Vec<_>) = name_words(item.span.of(request.text)).into_iter().partition(|word| given.contains(&plain(word)));
    first.extend(last);
    first
}

fn short(item: &Item, request: &Request) -> String {
    let words = name_words(item.span.of(request.text));
    let initials: Vec<_> = words.iter().map(|word| initial(word, 1)).collect();
    if initials.is_empty() { LEFT_OUT.to_owned() } else { initials.join(" ") }
}

/// The initials that are one person's alone.
fn full_initials(request: &Request, own: &SortedMap<usize, Vec<String>>) -> SortedMap<usize, String> {
    let mut full: SortedMap<usize, String> = SortedMap::default();
    for (&bearer, words) in own.iter() {
        let given = &request.bearers[bearer].given;
        let with = |letters: usize| {
            let initials = words.iter().map(|word| initial(word, if given.contains(&plain(word)) { letters } else { 1 }));
            let initials: Vec<_> = initials.collect();
            if initials.is_empty() { LEFT_OUT.to_owned() } else { initials.join(" ") }
        };
        let free = |initials: &String| !full.values().any(|other| other == initials);
        let initials = (1..=3).map(with).find(free).or_else(|| (2..=own.len() + 1).map(|n| format!("{} {n}", with(1))).find(free));
        full.insert(bearer, initials.unwrap_or_default());
    }
    full
}

/// A folded word without its hyphens, as [`Bearer::given`](super::Bearer::given) has it.
fn plain(word: &str) -> String {
    word.replace('-', "")
}

/// `J.`, `J.-P.`, `Je.`: the first letters of a folded word, of each of its parts.
fn initial(word: &str, letters: usize) -> String {
    let parts = word.split('-').filter(|part| !part.is_empty()).map(|part| {
        let mut chars = part.chars();
        let first: String = chars.by_ref().take(1).collect();
        format!("{first}{}.", chars.take(letters - 1).collect::<String>().to_lowercase())
    });
    parts.collect::<Vec<_>>().join("-")
}

/// `[Adresse]`, and `[Adresse 1]`, `[Adresse 2]` when there are several.
fn by_kind(request: &Request, items: &[&Item]) -> Vec<String> {
    let mut groups: SortedMap<u8, Vec<usize>> = SortedMap::default();
    for item in items {
        let group = groups.entry(court::category(item.kind)).or_default();
        if !group.contains(&item.bearer) {
            group.push(item.bearer);
        }
    }
    let labels = items.iter().map(|item| {
        let group = &groups[&court::category(item.kind)];
        let rank = group.iter().position(|bearer| *bearer == item.bearer).map_or(0, |at| at + 1);
        let noun = noun(request.bearers[item.bearer].kind);
        if group.len() == 1 { format!("[{noun}]") } else { format!("[{noun} {rank}]") }
    });
    labels.collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Bearer, Style, replace};
    use super::*;
    use crate::text::Span;

    /// Persons and data of a text, marked `{kind bearer|words}`.
    fn run(style: Style, marked: &str) -> String {
        let (mut text, mut items, mut bearers) = (String::new(), Vec::new(), Vec::new());
        let mut rest = marked;
        while let Some((before, after)) = rest.split_once('{') {
            text += before;
            let (mark, after) = after.split_once('}').unwrap();
            let (head, words) = mark.split_once('|').unwrap();
            let (kind, bearer) = head.split_once(' ').unwrap();
            let (kind, bearer) = (Kind::from_name(kind).unwrap(), bearer.parse::<usize>().unwrap());
            let start = text.len() as u32;
            text += words;
            let name = if kind == Kind::Person { name_words(words).into_iter().map(|word| NameWord { word: plain(&word), apart: None }).collect() } else { Vec::new() };
            items.push(Item { kind, span: Span::new(start, text.len() as u32), bearer, name, with: None });
            if bearers.len() <= bearer {
                bearers.resize_with(bearer + 1, || Bearer::datum(kind, words));
            }
            let known: &mut Bearer = &mut bearers[bearer];
            known.kind = kind;
            if kind == Kind::Person {
                let words = name_words(words);
                if words.len() > 1 {
                    known.given = vec![plain(&words[0])];
                }
            }
            rest = after;
        }
        text += rest;
        let request = Request { text: &text, items: &items, bearers: &bearers, style, key: None, family_link: true, is_known: &|_| false };
        let replaced = replace(&request, None).unwrap();
        let (mut out, mut from) = (String::new(), 0);
        for (item, new) in items.iter().zip(&replaced) {
            out += &text[from..item.span.start as usize];
            out += new;
            from = item.span.end as usize;
        }
        out + &text[from..]
    }

    const CASE: &str = "M. {person 0|Jean DUVAL}, né à {locality 2|Metz}, et Mme {person 1|Anne DUVAL} ; M. {person 0|DUVAL}, {locality 3|Sedan}, {phone 4|06}";

    #[test]
    fn numbers_count_each_noun_in_order() {
        assert_eq!(run(Style::Numbered, CASE), "M. [Personne 1], né à [Localité 1], et Mme [Personne 2] ; M. [Personne 1], [Localité 2], [Téléphone 1]");
    }

    #[test]
    fn letters_are_given_to_words_and_unknowns_to_persons() {
        assert_eq!(run(Style::Letters, CASE), "M. A... B..., né à ..., et Mme C... B... ; M. B..., ..., ...");
        assert_eq!(run(Style::Unknowns, CASE), "M. X..., né à ..., et Mme Y... ; M. X..., ..., ...");
        let many = (0..30).map(|n| format!("{{person {n}|N{n}}}")).collect::<Vec<_>>().join(" ");
        assert!(run(Style::Unknowns, &many).ends_with(" V... W... XX... YY... ZZ... AA..."));
    }

    #[test]
    fn initials_of_a_mention_that_would_fit_two_persons_are_longer() {
        assert_eq!(
            run(Style::Initials, CASE),
            "M. J. D., né à [Localité 1], et Mme A. D. ; M. J. D., [Localité 2], [Téléphone]"
        );
        assert_eq!(run(Style::Initials, "{person 0|Jean ROUX} puis {person 1|Jeanne RÉ} puis {person 0|ROUX}"), "J. R. puis Je. R. puis J. R.");
        assert_eq!(run(Style::Initials, "{person 0|Jean-Paul ROUX} puis {person 0|ROUX}"), "J.-P. R. puis R.");
        assert_eq!(run(Style::Initials, "{person 0|ROUX} puis {person 1|RÉ}"), "R. puis R. 2");
    }

    #[test]
    fn bars_tell_no_length() {
        assert_eq!(run(Style::Bars, "{person 0|Al} et {person 1|Maximilienne}"), "█████ et █████");
    }
}
