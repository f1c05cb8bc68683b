//! The leak check on the invented decisions: names put back at random are found, clean outputs raise no alarm.

use std::collections::BTreeSet;

use huisclos::replace::{Key, Style, name_words};
use huisclos::{CaseFacts, Engine, Finding, Kind, Known, Outcome, Role, Span};
use huisclos_corpora::marked::{Marked, files};
use huisclos_tests::house;

/// Numbers that look random and are the same in every run (splitmix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((z ^ (z >> 31)) % end as u64).unwrap()
    }
}

fn decisions() -> Vec<(String, Marked)> {
    let paths = ["corpora/decisions", "corpora/hard"].map(|set| files(&house().join(set)).unwrap());
    paths.iter().flatten().map(|path| (path.file_stem().unwrap().to_string_lossy().into_owned(), Marked::read(path).unwrap())).collect()
}

/// The text with every edit made but those of `back`, and where the words that came back stand.
fn put_back(outcome: &Outcome, back: &[usize]) -> (String, Vec<Span>) {
    let (mut text, mut places, mut from) = (String::new(), Vec::new(), 0);
    for (at, edit) in outcome.edits().enumerate() {
        text.push_str(&outcome.original()[from..edit.span.start as usize]);
        let start = text.len() as u32;
        if back.contains(&at) {
            text.push_str(edit.span.of(outcome.original()));
            places.push(Span::new(start, text.len() as u32));
        } else {
            text.push_str(edit.replacement);
        }
        from = edit.span.end as usize;
    }
    text.push_str(&outcome.original()[from..]);
    (text, places)
}

/// The places of the edits that replace a person's name.
fn persons(outcome: &Outcome) -> Vec<usize> {
    let hidden = outcome.spans.iter().filter(|span| span.action.hides());
    hidden.enumerate().filter(|(_, span)| span.kind == Kind::Person).map(|(at, _)| at).collect()
}

#[test]
fn names_put_back_at_random_are_found_to_the_byte() {
    let engine = Engine::builder().build().unwrap();
    let mut dice = Dice(4);
    let (mut back, mut exact) = (0, 0);
    for (name, marked) in decisions() {
        let outcome = engine.detect(&marked.text, &CaseFacts::default()).unwrap();
        let known = Known { original: Some(outcome.original()), ..Known::default() };
        let persons = persons(&outcome);
        for _ in 0..20 {
            let count = 1 + dice.below(3.min(persons.len()));
            let chosen: Vec<usize> = (0..count).map(|_| persons[dice.below(persons.len())]).collect();
            let (text, places) = put_back(&outcome, &chosen);
            let found = engine.verify(&text, &known).unwrap();
            for place in places {
                back += 1;
                assert!(found.iter().any(|f| f.span.contains(place)), "{name}: {:?} came back and was not found", place.of(&text));
                exact += usize::from(found.iter().any(|f| f.span == place));
            }
            let stray: Vec<&str> = found.iter().filter(|f| f.kind != Kind::Person).map(|f| f.span.of(&text)).collect();
            assert!(stray.is_empty(), "{name}: {stray:?}");
        }
    }
    assert!(back > 2000, "{back}");
    // Names that came back side by side are one finding.
    assert!(exact * 100 >= back * 99, "{exact} of {back} to the byte");
}

#[test]
fn names_put_in_where_none_stood_are_found() {
    let engine = Engine::builder().build().unwrap();
    let mut dice = Dice(5);
    let (mut put, mut found_at) = (0, 0);
    for (_, marked) in decisions() {
        let outcome = engine.detect(&marked.text, &CaseFacts::default()).unwrap();
        let known = Known { original: Some(outcome.original()), ..Known::default() };
        let text = outcome.text();
        let persons = persons(&outcome);
        let edits: Vec<_> = outcome.edits().collect();
        let spaces: Vec<usize> = text.match_indices(' ').map(|(at, _)| at + 1).collect();
        for _ in 0..10 {
            let name = edits[persons[dice.below(persons.len())]].span.of(outcome.original());
            if name.chars().filter(|c| c.is_alphabetic()).count() < 3 {
                continue;
            }
            let at = spaces[dice.below(spaces.len())];
            let changed = format!("{}{name} {}", &text[..at], &text[at..]);
            let found = engine.verify(&changed, &known).unwrap();
            put += 1;
            found_at += usize::from(found.iter().any(|f| f.span.overlaps(Span::new(at as u32, (at + name.len()) as u32))));
        }
    }
    assert!(put > 500 && found_at * 1000 >= put * 995, "{found_at} of {put}");
}

#[test]
fn clean_outputs_raise_no_alarm() {
    let engine = Engine::builder().build().unwrap();
    let (mut documents, mut with, mut alone) = (0, 0, 0);
    for (_, marked) in decisions() {
        let outcome = engine.detect(&marked.text, &CaseFacts::default()).unwrap();
        let text = outcome.text();
        documents += 1;
        with += usize::from(engine.verify(&text, &Known { original: Some(outcome.original()), ..Known::default() }).unwrap().is_empty());
        // An alarm about a name that was left is no false one.
        let left = left(&outcome, &marked);
        let about = |found: &Finding| name_words(found.span.of(&text)).iter().any(|word| left.contains(word));
        alone += usize::from(engine.verify(&text, &Known::default()).unwrap().iter().all(about));
    }
    assert_eq!(with, documents);
    assert!(alone * 100 >= documents * 95, "{alone} of {documents} without the original");
}

/// The words of the names that should have gone and stand in the output.
fn left(outcome: &Outcome, marked: &Marked) -> BTreeSet<String> {
    let stays = |role: Option<Role>| role.is_some_and(|role| role.is_court() || role == Role::Lawyer);
    let must_go = marked.gold.iter().filter(|gold| gold.kind == Kind::Person && !gold.neutral && !stays(gold.role));
    let shown = must_go.filter(|gold| !outcome.edits().any(|edit| edit.span.contains(gold.span)));
    shown.flat_map(|gold| name_words(gold.span.of(&marked.text))).collect()
}

#[test]
fn clean_outputs_of_every_style_raise_no_alarm_beside_their_original() {
    let key = Key::new([7; 32]);
    for style in Style::ALL {
        let engine = Engine::builder().style(*style).key(key.clone()).build().unwrap();
        let (mut documents, mut clean) = (0, 0);
        for (_, marked) in decisions() {
            let outcome = engine.detect(&marked.text, &CaseFacts::default()).unwrap();
            let text = outcome.text();
            let mut found = engine.verify(&text, &Known { original: Some(outcome.original()), ..Known::default() }).unwrap();
            // A name of one letter is its own initial, and unchanged.
            found.retain(|finding| *style != Style::Initials || finding.span.of(&text).chars().filter(|c| c.is_alphabetic()).count() > 1);
            documents += 1;
            clean += usize::from(found.is_empty());
        }
        assert!(clean * 100 >= documents * 95, "{}: {clean} of {documents}", style.as_str());
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 60, rng_seed: proptest::test_runner::RngSeed::Fixed(4), ..Default::default() })]

    #[test]
    fn any_text_beside_any_other_gives_sound_findings(original in WORDS, text in WORDS) {
        let engine = Engine::builder().build().unwrap();
        for known in [Known::default(), Known { original: Some(&original), ..Known::default() }, Known { names: std::slice::from_ref(&original), ..Known::default() }] {
            let found = engine.verify(&text, &known).unwrap();
            assert!(found.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
            assert!(found.iter().all(|finding| !finding.span.is_empty() && !finding.span.of(&text).trim().is_empty()));
        }
        let doubts = engine.review(&text, &CaseFacts::default(), None).unwrap();
        assert!(doubts.iter().flat_map(|doubt| &doubt.spans).all(|span| !span.of(&text).is_empty()));
        assert!(engine.traits(&text).unwrap().windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
    }
}

/// Words, masks and signs of decisions in any order.
const WORDS: &str = "((M\\.|Mme|Zoé|DUVAL|Roux|née|le|3|mai|1980|à|Metz|\\[|K|\\]|\\(|\\.\\.\\.|X|\\*\\*|de|rue|Haute|12|IBAN|cadastré|maire|boulanger|’|é|😀|ans|âgé|-|,|c/|\n\n)[ \n]?){0,40}";
