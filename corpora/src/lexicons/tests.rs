use std::fs;
use std::path::Path;

use huisclos::lexicon::{Class, Lexicon, fold};

use super::{Sources, compile, digest, places};

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("lexicons/fr")
}

#[test]
fn the_committed_file_is_what_the_lists_give() {
    let packed = compile(&folder(), "fr").expect("the lists compile");
    let committed = fs::read(folder().join("../../../core/lexicons/fr.bin")).expect("core/lexicons/fr.bin");
    assert!(packed == committed, "core/lexicons/fr.bin is not what the lists give: run `make lexicons`");
}

#[test]
fn the_committed_places_are_what_the_lists_give() {
    let committed = fs::read_to_string(folder().join("../../../core/lexicons/fr/places.tsv")).expect("core/lexicons/fr/places.tsv");
    assert!(places(&folder()).expect("the lists are there") == committed, "core/lexicons/fr/places.tsv is not what the lists give: run `make lexicons`");
}

#[test]
fn every_list_is_the_one_described() {
    let sources = Sources::parse(&fs::read_to_string(folder().join("SOURCES.toml")).expect("SOURCES.toml")).expect("valid");
    for list in sources.lists() {
        let text = fs::read_to_string(folder().join(&list.file)).expect(&list.file);
        assert_eq!(digest(text.as_bytes()), list.sha256, "{}", list.file);
        assert_eq!(text.lines().filter(|l| !l.is_empty() && !l.starts_with('#')).count(), list.rows, "{}", list.file);
        assert!(text.len() < 2 << 20, "{} is over 2 MiB", list.file);
    }
}

/// Neither a false hit nor a false miss: every word is found, and no word with its last letter changed unless listed.
#[test]
fn words_are_exact() {
    let words: std::collections::BTreeSet<String> = fs::read_to_string(folder().join("words.txt")).expect("words.txt").lines().map(fold).collect();
    let lexicon = Lexicon::fr();
    for word in &words {
        assert!(lexicon.look_up(word).has(Class::WORD), "{word}");
        // The endings tell longer words.
        for letter in ['A', 'K', 'S', 'Z'].into_iter().filter(|_| word.len() < 10) {
            let other = format!("{}{letter}", &word[..word.len() - 1]);
            assert_eq!(lexicon.look_up(&other).has(Class::WORD), words.contains(&other), "{other}");
        }
    }
}

/// Every entry of the lists is found with its classes and no other, and there are no more of them.
#[test]
fn entries_are_exact() {
    let read = |file: &str| fs::read_to_string(folder().join(file)).expect(file);
    let sources = Sources::parse(&read("SOURCES.toml")).expect("valid");
    let texts: Vec<String> = sources.lists().iter().map(|list| read(&list.file)).collect();
    let entries = sources.gather(&texts).expect("the lists are whole");
    let lexicon = Lexicon::fr();
    let mut beside = 0;
    for (entry, class) in &entries {
        // A long entry may be a word by its ending besides.
        let found = lexicon.look_up(entry);
        assert!(found == *class || entry.len() > 9 && found == class.union(Class::WORD), "{entry}");
        beside += usize::from(lexicon.look_up_name(entry) != Class::default());
    }
    let all = Class::ALL.iter().fold(Class::default(), |all, (_, class)| all.union(*class));
    assert_eq!(lexicon.entries_of(all).count(), beside);
    assert!(lexicon.entries_of(Class::REGION).all(|entry| entries[entry].has(Class::REGION)));
}

#[test]
fn a_changed_list_is_refused_by_name() {
    let error = compile(Path::new("no-such-folder"), "fr").expect_err("no folder");
    assert!(error.to_string().contains("SOURCES.toml") && error.to_string().contains("fetch.py"), "{error}");
}
