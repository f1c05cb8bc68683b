//! Every file under `tests/frames`: sentences with a place for a name, crossed with names of every shape. A name in a frame of a file that
//! `hides` must go, letter by letter; in the others it must stay readable. `make bless` rewrites `tests/frames/gaps.txt`.

use std::collections::BTreeSet;
use std::path::Path;

use huisclos::{CaseFacts, Engine};
use huisclos_tests::house;
use serde::Deserialize;

/// One file: `{}` is the name, in the frames and in what stands before them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Crossing {
    hides: bool,
    before: String,
    after: String,
    names: Vec<String>,
    frames: Vec<String>,
}

/// Pairs that do not hold yet, `file | frame | name` a line.
fn gaps() -> BTreeSet<String> {
    let text = std::fs::read_to_string(house().join("tests/frames/gaps.txt")).expect("tests/frames/gaps.txt");
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned).collect()
}

/// True when every word with a capital of the name in `frame` is hidden, or when nothing of it is.
fn holds(engine: &Engine, file: &Crossing, frame: &str, name: &str) -> bool {
    let before = if file.before.is_empty() { String::new() } else { file.before.replace("{}", name) + "\n\n" };
    let (left, right) = frame.split_once("{}").expect("a frame has a place for the name");
    let after = if file.after.is_empty() { String::new() } else { format!("\n\n{}", file.after) };
    let text = format!("{before}{left}{name}{}{after}\n", right.replace("{}", name));
    let start = before.len() + left.len();
    let outcome = engine.detect(&text, &CaseFacts::default()).expect("a text that can be read");
    let hidden = |at: usize| outcome.spans.iter().any(|span| span.action.hides() && (span.span.start as usize..span.span.end as usize).contains(&at));
    let mut words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().next().is_some_and(char::is_uppercase) && !matches!(*word, "M" | "Mme"));
    let place = |word: &str| start + (word.as_ptr() as usize - name.as_ptr() as usize);
    if file.hides { words.all(|word| (place(word)..place(word) + word.len()).all(hidden)) } else { words.all(|word| !(place(word)..place(word) + word.len()).any(hidden)) }
}

fn read(path: &Path) -> Crossing {
    toml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn every_name_holds_in_every_frame_but_the_known_gaps() {
    let folder = house().join("tests/frames");
    let engine = Engine::builder().build().unwrap();
    let mut files: Vec<_> = std::fs::read_dir(folder.join("fr")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut failing = BTreeSet::new();
    let mut run = 0;
    for path in files {
        let file = read(&path);
        let called = path.file_stem().unwrap().to_string_lossy().into_owned();
        for frame in &file.frames {
            for name in &file.names {
                run += 1;
                if !holds(&engine, &file, frame, name) {
                    failing.insert(format!("{called} | {} | {name}", frame.replace('\n', " / ")));
                }
            }
        }
    }
    assert!(run > 4_000, "{run} pairs of a frame and a name");
    if std::env::var_os("HUISCLOS_BLESS").is_some() {
        let lines: Vec<&str> = std::iter::once("# Pairs that do not hold yet: `file | frame | name`. Written by `make bless`; the tests keep it true both ways.").chain(failing.iter().map(String::as_str)).chain([""]).collect();
        std::fs::write(folder.join("gaps.txt"), lines.join("\n")).unwrap();
        return;
    }
    let gaps = gaps();
    let broken: Vec<_> = failing.difference(&gaps).collect();
    let closed: Vec<_> = gaps.difference(&failing).collect();
    assert!(broken.is_empty(), "{} of {run} pairs do not hold:\n{broken:#?}", broken.len());
    assert!(closed.is_empty(), "hold now, take them out of tests/frames/gaps.txt (make bless):\n{closed:#?}");
}
