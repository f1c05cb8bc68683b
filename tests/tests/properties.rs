//! What holds for every text, decision or not.

use std::collections::{BTreeMap, BTreeSet};

use huisclos::replace::name_words;
use huisclos::replace::{Key, Memory, Style};
use huisclos::{CaseFacts, Engine, Input, Kind, OffsetTable, OffsetUnit, Outcome, OutcomeView};
use huisclos_corpora::marked::{Marked, files};
use huisclos_tests::house;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// Pieces that rules look at, and what lies between them; all invented.
const PIECES: &[&str] = &[
    "M. Paul MARTEL", "Mme Zoé D'ARGENTEUIL-ROUX", "Élise", "ROUSSELOT", "Me Ali BÉN", "représentée par Me ", "épouse ", "née le 3 mai 1980 à ",
    "né le 1er janvier ", "c/", "\n", "\n\n", " ", ", ", "; ", "\u{a0}", "\u{ad}", "😀", "e\u{301}", "[X]", "[...]", "« ", " »", "RG ", "n° ",
    "21/03955", "06 39 98 12 34", "+33 6 39 98 12 34", "2 55 08 14 168 025 38", "SIREN 817 263 544", "FR14 3000 4012 3400 0056 7890 112",
    "4970 1012 3456 7893", "AB-123-CD", "immatriculé ", "zoe@courriel.example", "https://zoe-rousselot.example/a", "demeurant ",
    "12 bis rue des Lilas", "69003 LYON", "TRIBUNAL JUDICIAIRE DE LYON", "Greffier : ", "Président : ", "article L. 441-10 du code de commerce",
    "PAR CES MOTIFS", "SARL MARTEL ET FILS", "section AB n° 123", "1", "9", "-", "'", "’", "(", ")", "M.", "Mme", "Consorts ", "veuve ", "mineur ",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => proptest::sample::select(PIECES).prop_map(str::to_owned),
        1 => any::<String>(),
        1 => "[A-ZÉÈ][a-zéèç]{1,8}( [A-ZÉÈ'-]{2,9})?",
        1 => "[0-9 ./-]{1,20}",
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn engine() -> Engine {
    Engine::builder().build().unwrap()
}

fn decisions() -> Vec<Marked> {
    let paths = ["corpora/decisions", "corpora/hard"].map(|set| files(&house().join(set)).unwrap());
    paths.iter().flatten().map(|path| Marked::read(path).unwrap()).collect()
}

/// Spans are in order, apart, on characters, and what is between them is in the output as it was.
fn check_edits(outcome: &Outcome) -> Result<(), String> {
    let text = outcome.original();
    let output = outcome.text();
    let (mut from, mut rest) = (0, output.as_str());
    for span in &outcome.spans {
        let (start, end) = (span.span.start as usize, span.span.end as usize);
        if let Some(lead) = &span.lead {
            let (first, last) = (lead.span.start as usize, lead.span.end as usize);
            let between = text.get(from..first).filter(|_| last == start).ok_or_else(|| format!("the change before {:?} is in the way", span.span))?;
            rest = rest.strip_prefix(between).and_then(|rest| rest.strip_prefix(lead.text.as_str())).ok_or_else(|| format!("the output differs before {:?}", span.span))?;
            from = start;
        }
        if start < from || start >= end {
            return Err(format!("{:?} after byte {from}", span.span));
        }
        let between = text.get(from..start).ok_or_else(|| format!("{:?} starts inside a character", span.span))?;
        let words = text.get(start..end).ok_or_else(|| format!("{:?} ends inside a character", span.span))?;
        let held = if span.action.hides() { span.replacement.as_str() } else { words };
        if span.replacement.is_empty() || !span.action.hides() && span.replacement != words {
            return Err(format!("{:?} says another replacement than it makes", span.span));
        }
        rest = rest.strip_prefix(between).and_then(|rest| rest.strip_prefix(held)).ok_or_else(|| format!("the output differs at {:?}", span.span))?;
        from = end;
    }
    if rest == &text[from..] { Ok(()) } else { Err("the output differs at its end".to_owned()) }
}

/// Slices in bytes, UTF-16 units and code points are the same words.
fn check_units(outcome: &Outcome) -> Result<(), String> {
    let text = outcome.original();
    let (utf16, chars): (Vec<u16>, Vec<char>) = (text.encode_utf16().collect(), text.chars().collect());
    let [in_utf16, in_chars] = [OffsetUnit::Utf16, OffsetUnit::Char].map(|unit| OffsetTable::new(text, unit));
    for span in &outcome.spans {
        let words = span.span.of(text);
        let (start, end) = in_utf16.convert_span(span.span);
        let (first, last) = in_chars.convert_span(span.span);
        let same = String::from_utf16(&utf16[start as usize..end as usize]).is_ok_and(|slice| slice == words)
            && chars[first as usize..last as usize].iter().collect::<String>() == words;
        if !same {
            return Err(format!("{:?}: the units disagree", span.span));
        }
    }
    Ok(())
}

/// Numbers and addresses that are replaced stand nowhere else in the clear.
fn check_survivors(outcome: &Outcome) -> Result<(), String> {
    const SWEPT: &[Kind] = &[
        Kind::Phone, Kind::Email, Kind::BankAccount, Kind::Card, Kind::NationalId, Kind::Plate, Kind::IdNumber, Kind::Address,
    ];
    let text = outcome.original();
    // Letters and digits: a plus sign alone tells nothing.
    let is_hidden = |start: usize, end: usize| {
        let telling = text[start..end].char_indices().filter(|(_, c)| c.is_alphanumeric()).map(|(at, _)| start + at);
        telling.into_iter().all(|at| outcome.spans.iter().any(|s| s.action.hides() && (s.span.start as usize..s.span.end as usize).contains(&at)))
    };
    for span in outcome.spans.iter().filter(|span| span.action.hides() && SWEPT.contains(&span.kind)) {
        let words = span.span.of(text);
        if words.chars().filter(|c| c.is_alphanumeric()).count() < 6 {
            continue;
        }
        for (start, _) in text.match_indices(words) {
            let end = start + words.len();
            let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
            let whole = edge(text[..start].chars().next_back()) && edge(text[end..].chars().next());
            if whole && !is_hidden(start, end) {
                return Err(format!("a {} replaced at {:?} survives at byte {start}", span.kind, span.span));
            }
        }
    }
    Ok(())
}

/// Two persons never have the same labels, and a word of a person has one label wherever it stands.
fn check_persons(outcome: &Outcome) -> Result<(), String> {
    let text = outcome.original();
    let mut labels: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut of_word: BTreeMap<(&str, String), &str> = BTreeMap::new();
    for span in outcome.spans.iter().filter(|span| span.kind == Kind::Person && span.action.hides()) {
        let all: Vec<&str> = span.replacement.split(' ').collect();
        // Who is meant by a name that several bear is nobody else, but shows what they share.
        if span.reason.is_none_or(|reason| !reason.starts_with("several persons")) {
            labels.entry(&span.entity).or_default().extend(&all);
        }
        let words = name_words(span.span.of(text));
        if let ([word], [label]) = (words.as_slice(), all.as_slice())
            && of_word.insert((&span.entity, word.clone()), label).is_some_and(|known| known != *label)
        {
            return Err(format!("{:?}: a word of one person has two labels", span.span));
        }
    }
    let distinct: BTreeSet<&BTreeSet<&str>> = labels.values().collect();
    if distinct.len() == labels.len() { Ok(()) } else { Err("two persons have the same labels".to_owned()) }
}

/// A full name that is replaced in one place is replaced, or judged on its own (a clerk of the same name), in every other.
fn check_names(outcome: &Outcome) -> Result<(), String> {
    let text = outcome.original();
    for span in outcome.spans.iter().filter(|span| span.action.hides() && span.kind == Kind::Person) {
        let words = span.span.of(text);
        if !words.contains(' ') || words.chars().filter(|c| c.is_alphanumeric()).count() < 8 {
            continue;
        }
        for (start, _) in text.match_indices(words) {
            let end = start + words.len();
            let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && !"-'’\u{301}".contains(c));
            let whole = edge(text[..start].chars().next_back()) && edge(text[end..].chars().next());
            let seen = outcome.spans.iter().any(|s| (s.span.start as usize) < end && start < s.span.end as usize);
            if whole && !seen {
                return Err(format!("the name replaced at {:?} survives at byte {start}", span.span));
            }
        }
    }
    Ok(())
}

fn check(text: &str) -> Result<(), String> {
    let engine = engine();
    let outcome = engine.detect(text, &CaseFacts::default()).map_err(|error| error.to_string())?;
    check_edits(&outcome)?;
    check_units(&outcome)?;
    check_persons(&outcome)?;
    check_survivors(&outcome)?;
    for style in Style::ALL {
        let engine = Engine::builder().style(*style).key(Key::new([6; 32])).ledger(Memory::default()).build().map_err(|error| error.to_string())?;
        let outcome = engine.detect(text, &CaseFacts::default()).map_err(|error| error.to_string())?;
        check_edits(&outcome).map_err(|what| format!("{style}: {what}"))?;
        if engine.restore(&outcome.text()).map_err(|error| error.to_string())? != text {
            return Err(format!("{style}: the original does not come back"));
        }
    }
    Ok(())
}

/// On own gold more: no exception for a name that several bear, and the first word of a longer name has the label it has alone.
fn check_words(outcome: &Outcome) -> Result<(), String> {
    let text = outcome.original();
    let mut labels: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut of_word: BTreeMap<(&str, String), &str> = BTreeMap::new();
    for span in outcome.spans.iter().filter(|span| span.kind == Kind::Person && span.action.hides()) {
        let all: Vec<&str> = span.replacement.split(' ').collect();
        labels.entry(&span.entity).or_default().extend(&all);
        let first = name_words(span.span.of(text)).into_iter().next();
        if let (Some(word), [label]) = (first, all.as_slice())
            && of_word.insert((&span.entity, word), label).is_some_and(|known| known != *label)
        {
            return Err(format!("{:?}: a word of one person has two labels", span.span));
        }
    }
    let distinct: BTreeSet<&BTreeSet<&str>> = labels.values().collect();
    if distinct.len() == labels.len() { Ok(()) } else { Err("two persons have the same labels".to_owned()) }
}

fn wire(outcome: &Outcome) -> String {
    let view = OutcomeView::new(outcome.original(), &outcome.spans, &outcome.entities, &outcome.warnings, OffsetUnit::Char);
    serde_json::to_string(&view).unwrap() + &outcome.text()
}

fn on_threads(count: usize, texts: &[String]) -> Vec<String> {
    let (engine, facts) = (engine(), CaseFacts::default());
    let inputs: Vec<Input> = texts.iter().map(|text| Input { text, facts: &facts }).collect();
    let pool = rayon::ThreadPoolBuilder::new().num_threads(count).build().unwrap();
    pool.install(|| engine.detect_batch(&inputs)).iter().map(|outcome| wire(outcome.as_ref().unwrap())).collect()
}

#[test]
fn the_invented_decisions_hold_every_property() {
    let failures: Vec<String> = decisions()
        .iter()
        .filter_map(|marked| check(&marked.text).and_then(|()| check_names(&engine().detect(&marked.text, &CaseFacts::default()).unwrap())).err().map(|what| format!("{}: {what}", marked.front.get("id").unwrap_or("?"))))
        .collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn one_word_has_one_label_on_own_gold() {
    for path in files(&house().join("corpora/decisions")).unwrap() {
        let marked = Marked::read(&path).unwrap();
        let outcome = engine().detect(&marked.text, &CaseFacts::default()).unwrap();
        check_words(&outcome).unwrap_or_else(|what| panic!("{}: {what}", path.display()));
    }
}

/// What looks at the tokens before or after a place finds none there: any word of the decisions may be the first or last of a text.
#[test]
fn any_word_of_the_decisions_may_begin_or_end_a_text() {
    let engine = engine();
    for Marked { text, .. } in decisions() {
        let mut starts = Vec::new();
        let mut before = ' ';
        for (at, c) in text.char_indices() {
            if !c.is_whitespace() && !(c.is_alphanumeric() && before.is_alphanumeric()) {
                starts.push(at);
            }
            before = c;
        }
        for (index, &start) in starts.iter().enumerate().step_by(7) {
            let end = starts.get(index + 1 + index % 8).copied().unwrap_or(text.len());
            let outcome = engine.detect(&text[start..end], &CaseFacts::default()).unwrap();
            check_edits(&outcome).unwrap_or_else(|what| panic!("{start}..{end}: {what}"));
        }
    }
}

#[test]
fn the_invented_decisions_come_out_the_same_on_any_number_of_threads() {
    let texts: Vec<String> = decisions().into_iter().map(|marked| marked.text).collect();
    let one = on_threads(1, &texts);
    assert_eq!(one.len(), texts.len());
    for count in [2, 5] {
        assert!(on_threads(count, &texts) == one, "{count} threads give another result than one");
    }
}

/// The seed of every run but one that names its own.
fn seed() -> RngSeed {
    if std::env::var_os("PROPTEST_RNG_SEED").is_some() { ProptestConfig::default().rng_seed } else { RngSeed::Fixed(1) }
}

proptest! {
    // The same cases in every run; `PROPTEST_RNG_SEED` and `PROPTEST_CASES` ask for others.
    #![proptest_config(ProptestConfig { failure_persistence: None, rng_seed: seed(), ..ProptestConfig::default() })]

    #[test]
    fn pieces_of_decisions_hold_every_property(text in text()) {
        check(&text).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn any_unicode_holds_every_property(text in any::<String>()) {
        check(&text).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn a_second_run_gives_the_same_bytes(texts in proptest::collection::vec(text(), 1..6)) {
        prop_assert!(on_threads(1, &texts) == on_threads(3, &texts));
    }

    #[test]
    fn known_names_and_terms_never_panic(text in text(), name in any::<String>(), term in any::<String>()) {
        let facts = CaseFacts {
            persons: vec![huisclos::KnownPerson { name, role: huisclos::Role::Party, id: None }],
            keep: vec![term.clone()],
            remove: vec![term],
            ..CaseFacts::default()
        };
        let engine = engine();
        let outcome = engine.detect(&text, &facts).map_err(|error| TestCaseError::fail(error.to_string()))?;
        check_edits(&outcome).map_err(TestCaseError::fail)?;
        check_units(&outcome).map_err(TestCaseError::fail)?;
    }
}
