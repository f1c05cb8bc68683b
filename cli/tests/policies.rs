//! Policies as users meet them: options, a file of their own, a decision's own facts, words in two languages.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

fn huisclos(folder: &Path, arguments: &[&str], stdin: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_huisclos"))
        .args(arguments)
        .current_dir(folder)
        .env("LC_ALL", "C.UTF-8")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that refuses its usage does not read.
    drop(child.stdin.take().unwrap().write_all(stdin.as_bytes()));
    child.wait_with_output().unwrap()
}

fn out(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(0), "{}", err(output));
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

const TEXT: &str = "Mme Flavie TOURNEBIZE, née le 3 mai 1980, contre la SA Rivebelle. Présidente : Mme Odile CARDAMONE. Ce jour au Vallon du Lac.";

#[test]
fn every_option_reaches_the_text() {
    let place = tempfile::tempdir().unwrap();
    std::fs::write(place.path().join("o.json"), r#"{"bloc": 1, "terms": "Vallon du Lac"}"#).unwrap();
    let text = |options: &[&str]| out(&huisclos(place.path(), &[&["pseudonymize", "-"], options].concat(), TEXT));
    let shows = |options: &[&str], words: [bool; 4]| {
        let text = text(options);
        assert_eq!(["3 mai", "Rivebelle", "CARDAMONE", "Vallon du Lac"].map(|word| text.contains(word)), words, "{options:?}: {text}");
        assert!(!text.contains("TOURNEBIZE"), "{text}");
    };
    shows(&[], [false, true, true, true]);
    shows(&["--bloc", "1"], [false, false, true, true]);
    shows(&["--bloc", "2"], [true, false, true, true]);
    shows(&["--recommendation", "aucune"], [true, true, true, true]);
    shows(&["--recommendation", "3", "--bloc", "4", "--terms", "Vallon du Lac"], [true, true, true, false]);
    shows(&["--switch", "IND_DT_NAISSANCE=0,IND_PM=1"], [true, false, true, true]);
    shows(&["--level", "companies"], [false, false, false, true]);
    shows(&["--mask", "personneMorale", "--keep", "birth_date"], [true, false, true, true]);
    shows(&["--occultation", "o.json"], [false, false, true, false]);
    shows(&["--occultation", "o.json", "--bloc", "4"], [true, true, true, false]);
    assert!(text(&["--policy", "fr-conseil-etat"]).starts_with("Mme A... B..., née le ... 1980"));
    assert!(text(&["--policy", "fr-initiales", "--style", "bars"]).starts_with("Mme █████"));
}

#[test]
fn each_line_has_its_own_choice() {
    let lines = ["{}", r#"{"occultation": {"bloc": 1}}"#, r#"{"occultation": {"switches": {"personneMorale": true}}}"#, r#"{"occultation": {"bloc": 7}}"#];
    let lines = lines.map(|facts| format!(r#"{{"id":"a","text":"La SA Rivebelle.","facts":{facts}}}"#)).join("\n");
    let output = huisclos(Path::new("."), &["pseudonymize", "--input", "jsonl", "-"], &lines);
    assert_eq!(output.status.code(), Some(1));
    assert!(err(&output).contains("there is no bloc 7: use 0, 1, 2, 3, 4"), "{}", err(&output));
    let texts: Vec<Value> = String::from_utf8(output.stdout).unwrap().lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["text"].clone()).collect();
    // The commercial courts' boxes: companies are kept by an empty `personnePhysicoMoraleGeoMorale`, whatever the other box says.
    assert_eq!(texts, ["La SA Rivebelle.", "La [1].", "La SA Rivebelle."]);
}

#[test]
fn a_file_of_ones_own_is_toml_or_json() {
    let place = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(place.path().join(name), text).unwrap();
    write("mine.toml", "name = 'mine'\ntitle = 'Mine'\nextends = 'fr-judilibre'\nstyle = 'unknowns'\n[[rule]]\nkinds = ['organisation']\naction = 'keep'\nbasis = 'b'\n[publicity.bloc]\n'80[A-C]' = 2\n");
    write("mine.json", r#"{"name": "mine", "title": {"fr": "La mienne", "en": "Mine"}, "extends": "fr-judilibre", "style": "unknowns"}"#);
    for file in ["mine.toml", "mine.json"] {
        let text = out(&huisclos(place.path(), &["pseudonymize", "-", "--policy", file], TEXT));
        assert!(text.starts_with("Mme X..., née le ... 1980"), "{file}: {text}");
    }
    let line = r#"{"id":"a","text":"Mme Flavie TOURNEBIZE, née le 3 mai 1980.","facts":{"nac":"80B"}}"#;
    let by_nature = huisclos(place.path(), &["pseudonymize", "--input", "jsonl", "--policy", "mine.toml", "--recommendation", "conforme", "-"], line);
    assert!(out(&by_nature).contains("3 mai 1980"), "bloc 2 keeps dates");
    for (name, content, words) in [
        ("bad.toml", "name = 'x'\ntitle = 'X'\n[[rule]]\nkinds = ['nir']\naction = 'keep'\nbasis = 'b'", ["bad.toml", "line 4", "nir"]),
        ("bad.json", "{\"name\": \"x\",\n\"title\": \"X\", \"rules\": []}", ["bad.json", "line 2", "rules"]),
        ("base.toml", "name = 'x'\ntitle = 'X'\nextends = 'fr-judilibrr'", ["base.toml", "fr-judilibrr", "fr-judilibre"]),
    ] {
        write(name, content);
        let output = huisclos(place.path(), &["policy", "show", name], "");
        assert_eq!(output.status.code(), Some(2));
        assert!(words.iter().all(|word| err(&output).contains(word)), "{}", err(&output));
    }
}

#[test]
fn policies_are_told_in_words_with_their_articles() {
    let shown = |arguments: &[&str]| out(&huisclos(Path::new("."), &[&["policy"], arguments].concat(), ""));
    let french = shown(&["show", "fr-judilibre", "--bloc", "3", "--lang", "fr"]);
    for words in [
        "bloc 3 : toutes catégories sauf personnes morales",
        "Adresse [adresse] ; élément permettant d'identifier (COJ L111-13 al. 2 et R111-12)",
        "ni parties ni tiers",
        "IND_CHAINE: compteBancaire, telephoneFax, numeroIdentifiant",
        "substituant = 2",
    ] {
        assert!(french.contains(words), "{words}\n{french}");
    }
    let part = |text: &str, from: &str| text.split_once(from).map(|(_, rest)| rest.to_owned()).unwrap();
    assert!(part(&french, "CONSERVÉ").contains("[personneMorale]"));
    let english = shown(&["show", "--bloc", "1", "--lang", "en"]);
    assert!(english.contains("bloc 1: every category") && english.contains("[personneMorale]; legal person, masked on decision only"), "{english}");
    assert!(!part(&english, "\nKEPT").split("FACTS AND GROUNDS").next().unwrap().contains("[personneMorale]"));
    assert_eq!(shown(&["list"]).lines().count(), huisclos::policy::NAMES.len());
    for (arguments, property) in [(&["schema"][..], "rule"), (&["schema", "--options"], "switches")] {
        let schema: Value = serde_json::from_str(&shown(arguments)).unwrap();
        assert!(schema["properties"][property].is_object());
    }
}

#[test]
fn a_wrong_option_says_what_there_is() {
    for (options, word) in [
        (&["--bloc", "5"][..], "0, 1, 2, 3, 4"),
        (&["--recommendation", "oui"], "aucune (0)"),
        (&["--recommendation", "conforme"], "give `bloc`"),
        (&["--switch", "IND_PM"], "NAME=1"),
        (&["--switch", "IND_MP=1"], "IND_PM"),
        (&["--level", "all"], "companies"),
        (&["--mask", "adresses"], "adresse"),
        (&["--mask", "adresse", "--keep", "adresse"], "take it out of one"),
        (&["--terms", "+"], "term 1"),
        (&["--policy", "full", "--bloc", "1"], "has no blocs"),
    ] {
        let output = huisclos(Path::new("."), &[&["detect", "-"], options].concat(), "x");
        assert_eq!(output.status.code(), Some(2), "{options:?}");
        assert!(err(&output).contains(word), "{options:?}: {}", err(&output));
    }
}
