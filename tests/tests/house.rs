//! The house keeps its order: who imports whom, what a rule owes, what the repository never holds.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use huisclos_tests::house;

/// What each stage of the core may name with `crate::`. `error` is everybody's; `engine` knows every stage.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("model", &["text"]),
    ("lexicon", &["model", "text"]),
    ("context", &["lexicon", "model", "text"]),
    ("recognizers", &["context", "lexicon", "model", "text"]),
    ("persons", &["context", "lexicon", "model", "text"]),
    ("resolve", &["lexicon", "model", "text"]),
    ("link", &["lexicon", "model", "text"]),
    ("policy", &["model", "text"]),
    ("replace", &["model", "text"]),
    ("ledger", &["model", "text"]),
    ("report", &["model", "text"]),
    ("formats", &["model", "text"]),
];

/// Modules of the core that the surfaces never name: they hold no detection logic of their own.
const INTERNAL: &[&str] = &["context", "engine", "link", "resolve"];

/// Every file under version control or about to be, below `folder`.
fn tracked(folder: &Path) -> Vec<PathBuf> {
    let walk = ignore::WalkBuilder::new(folder).hidden(false).require_git(false).filter_entry(|entry| entry.file_name() != ".git").build();
    let mut files: Vec<PathBuf> = walk.map(Result::unwrap).filter(|e| e.file_type().is_some_and(|t| t.is_file())).map(ignore::DirEntry::into_path).collect();
    files.sort();
    files
}

fn rust(folder: &Path) -> Vec<(PathBuf, String)> {
    let files = tracked(folder).into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "rs"));
    files.map(|path| { let text = std::fs::read_to_string(&path).unwrap(); (path, text) }).collect()
}

/// The lines of code of the part that ships: without comments, and without the tests at a file's end.
fn code(source: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = source.lines().enumerate().take_while(|(_, line)| line.trim() != "#[cfg(test)]");
    lines.map(|(at, line)| (at + 1, line.split("//").next().unwrap_or_default()))
}

/// The names that follow `prefix` in a line, as far as they are names of modules.
fn named<'l>(line: &'l str, prefix: &str) -> Vec<&'l str> {
    let word = |rest: &'l str| &rest[..rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(rest.len())];
    let modules = line.match_indices(prefix).flat_map(|(at, _)| {
        let rest = &line[at + prefix.len()..];
        match rest.strip_prefix('{') {
            Some(list) => list.split(['}', ';']).next().unwrap_or_default().split(',').map(|item| word(item.trim())).collect(),
            None => vec![word(rest)],
        }
    });
    modules.filter(|name| name.starts_with(|c: char| c.is_ascii_lowercase())).collect()
}

#[test]
fn a_line_gives_the_modules_it_names() {
    assert_eq!(named("use crate::text::Span; x(crate::model::y)", "crate::"), ["text", "model"]);
    assert_eq!(named("use crate::{Error, lexicon::Class, text};", "crate::"), ["lexicon", "text"]);
    assert_eq!(named("use crate::Engine;", "crate::"), Vec::<&str>::new());
}

#[test]
fn stages_import_only_what_lies_below_them() {
    let core = house().join("core/src");
    let mut wrong = Vec::new();
    let mut seen = BTreeSet::new();
    for (path, source) in rust(&core) {
        let place = path.strip_prefix(&core).unwrap();
        let stage = place.iter().next().unwrap().to_str().unwrap().trim_end_matches(".rs");
        if ["lib", "error", "engine"].contains(&stage) || path.file_stem().is_some_and(|stem| stem == "tests") {
            continue;
        }
        let Some((_, allowed)) = MAY_IMPORT.iter().find(|(name, _)| *name == stage) else {
            wrong.push(format!("{}: `{stage}` has no row in MAY_IMPORT of tests/tests/house.rs", place.display()));
            continue;
        };
        seen.insert(stage.to_owned());
        for (number, line) in code(&source) {
            let own = |name: &&str| *name != stage && *name != "error" && !allowed.contains(name);
            wrong.extend(named(line, "crate::").into_iter().filter(own).map(|name| format!("{}:{number}: {stage} imports {name}", place.display())));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(seen.len() >= 9, "only {seen:?} were read");
}

#[test]
fn countries_do_not_know_each_other() {
    let recognizers = house().join("core/src/recognizers");
    let folders: Vec<String> = std::fs::read_dir(&recognizers)
        .unwrap()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().unwrap().is_dir())
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    let countries: Vec<&String> = folders.iter().filter(|name| !["checks", "generic"].contains(&name.as_str())).collect();
    assert!(countries.iter().any(|name| *name == "fr"));
    let mut wrong = Vec::new();
    for country in &folders {
        for (path, source) in rust(&recognizers.join(country)) {
            for (number, line) in code(&source) {
                for other in countries.iter().filter(|other| **other != country) {
                    let told = ["recognizers::", "super::super::"].iter().any(|prefix| named(line, prefix).contains(&other.as_str()));
                    if told {
                        wrong.push(format!("{}:{number}: {country} imports {other}", path.display()));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn surfaces_know_the_core_and_not_each_other() {
    let mut wrong = Vec::new();
    let surfaces = ["cli", "wasm", "python-bindings"];
    // `python -m huisclos` is the command itself.
    let carried = ("python-bindings", "cli");
    for surface in surfaces {
        let manifest = std::fs::read_to_string(house().join(surface).join("Cargo.toml")).unwrap();
        let manifest: toml::Table = toml::from_str(&manifest).unwrap();
        let needs = manifest["dependencies"].as_table().unwrap();
        for other in surfaces.iter().filter(|other| **other != surface && (surface, **other) != carried) {
            if needs.contains_key(&format!("huisclos-{}", other.trim_end_matches("-bindings"))) {
                wrong.push(format!("{surface} depends on {other}"));
            }
        }
        for (path, source) in rust(&house().join(surface).join("src")) {
            for (number, line) in code(&source) {
                let internal = named(line, "huisclos::").into_iter().filter(|name| INTERNAL.contains(name));
                wrong.extend(internal.map(|name| format!("{}:{number}: names huisclos::{name}; use what lib.rs re-exports", path.display())));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_has_an_id_of_its_own_and_a_source() {
    let mut ids = BTreeSet::new();
    for rule in huisclos::recognizers::rules() {
        assert!(ids.insert(rule.id), "{} stands twice", rule.id);
        assert!(rule.id.split_once('/').is_some_and(|(place, name)| !place.is_empty() && !name.is_empty()), "{}: country/name", rule.id);
        assert!(rule.source.len() >= 5, "{}: where is the thing defined?", rule.id);
        assert!(rule.finds.ends_with('.'), "{}: one sentence says what it finds", rule.id);
    }
    for (id, finds) in huisclos::persons::RULES {
        assert!(ids.insert(id), "{id} stands twice");
        assert!(finds.ends_with('.'), "{id}: one sentence says what it finds");
    }
    assert!(ids.len() >= 20, "{} rules", ids.len());
}

#[test]
fn the_repository_holds_no_large_file_and_no_path_of_a_machine() {
    const LARGEST: u64 = 100_000;
    let roots = ["work", "home", "root", "Users"].map(|root| format!("/{root}/"));
    let house = house();
    let mut wrong = Vec::new();
    let files = tracked(&house);
    for path in &files {
        let place = path.strip_prefix(&house).unwrap();
        let is_lexicon = place.starts_with("core/lexicons") || place.starts_with("corpora/lexicons");
        let is_lock = path.file_name().is_some_and(|name| name == "Cargo.lock" || name == "package-lock.json");
        let size = std::fs::metadata(path).unwrap().len();
        if size > LARGEST && !is_lexicon && !is_lock {
            wrong.push(format!("{}: {size} bytes, more than {LARGEST}", place.display()));
        }
        let Ok(text) = std::fs::read_to_string(path) else { continue };
        for (at, line) in text.lines().enumerate() {
            // Not `https://host/home/`: a path begins after a space, a quote or nothing.
            let bare = |root: &String| line.match_indices(root.as_str()).any(|(at, _)| !line[..at].ends_with(|c: char| c.is_alphanumeric() || ".-_~/}".contains(c)));
            if roots.iter().any(bare) {
                wrong.push(format!("{}:{}: a path of one machine", place.display(), at + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(files.len() > 100, "{} files were read", files.len());
}
