//! The command as its users meet it: contract, files, errors and exit codes.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// Runs `huisclos` in `folder`, in English and without colours.
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
    let (mut pipe, stdin) = (child.stdin.take().unwrap(), stdin.to_owned());
    // Beside the reading, or full pipes would wait for each other. A command that refuses its usage does not read at all.
    let writer = std::thread::spawn(move || drop(pipe.write_all(stdin.as_bytes())));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn objects(jsonl: &str) -> Vec<Value> {
    jsonl.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

/// Names of the files below a folder, sorted.
fn listing(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = walkdir::WalkDir::new(folder)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| entry.path().strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/"))
        .collect();
    names.sort();
    names
}

const LINE: &str = r#"{"id":"a1","text":"😀 Mme Élise ROUSSELOT, née le 3 mai 1980, écrit à elise@courriel.example."}"#;

#[test]
fn detect_keeps_its_contract_in_every_unit() {
    let text = serde_json::from_str::<Value>(LINE).unwrap()["text"].as_str().unwrap().to_owned();
    for unit in ["char", "utf16", "byte"] {
        let output = huisclos(folder().path(), &["detect", "--input", "jsonl", "--offset-unit", unit, "-"], LINE);
        assert_eq!((output.status.code(), err(&output).as_str()), (Some(0), ""));
        let objects = objects(&out(&output));
        assert_eq!((objects.len(), &objects[0]["id"], &objects[0]["offset_unit"]), (1, &Value::from("a1"), &Value::from(unit)));
        let slice = |start: usize, end: usize| match unit {
            "byte" => text[start..end].to_owned(),
            "char" => text.chars().skip(start).take(end - start).collect(),
            _ => String::from_utf16(&text.encode_utf16().collect::<Vec<_>>()[start..end]).unwrap(),
        };
        let mut last = 0;
        let mut seen = Vec::new();
        for span in objects[0]["spans"].as_array().unwrap() {
            let [start, end] = ["start", "end"].map(|key| span[key].as_u64().unwrap() as usize);
            assert!(last <= start && start < end, "sorted and disjoint");
            last = end;
            for field in ["kind", "role", "entity", "confidence", "action", "replacement"] {
                assert!(span[field].is_string(), "{field}");
            }
            assert!(span["rules"].as_array().is_some_and(|rules| !rules.is_empty()));
            seen.push((span["kind"].as_str().unwrap().to_owned(), slice(start, end)));
        }
        let expected = [("person", "Élise ROUSSELOT"), ("birth_date", "3 mai"), ("email", "elise@courriel.example")];
        assert_eq!(seen, expected.map(|(kind, slice)| (kind.to_owned(), slice.to_owned())));
        assert!(objects[0]["entities"].is_array() && objects[0]["warnings"].is_array() && objects[0].get("text").is_none());
    }
}

#[test]
fn text_comes_out_as_text_and_folders_as_folders() {
    let place = folder();
    let here = place.path();
    std::fs::create_dir_all(here.join("in/b")).unwrap();
    std::fs::write(here.join("in/z.txt"), "M. Paul MARTEL plaide.\n").unwrap();
    std::fs::write(here.join("in/b/a.jsonl"), format!("{LINE}\n")).unwrap();
    std::fs::write(here.join("in/note.md"), "M. Paul MARTEL").unwrap();
    let one = huisclos(here, &["pseudonymize", "in/z.txt"], "");
    assert_eq!(one.status.code(), Some(0));
    assert!(out(&one).starts_with("M. [") && out(&one).ends_with("plaide.\n"), "{}", out(&one));
    let all = huisclos(here, &["pseudonymize", "in", "--out", "out"], "");
    assert_eq!((all.status.code(), out(&all).as_str()), (Some(0), ""));
    assert!(err(&all).contains("in: files of other kinds are not read: .md"), "{}", err(&all));
    assert_eq!(listing(&here.join("out")), ["b/a.jsonl", "z.txt"]);
    assert_eq!(std::fs::read_to_string(here.join("out/z.txt")).unwrap(), out(&one));
    let stream = huisclos(here, &["pseudonymize", "in"], "");
    let ids: Vec<_> = objects(&out(&stream)).iter().map(|object| object["id"].as_str().unwrap().to_owned()).collect();
    assert_eq!(ids.len(), 2);
    assert_eq!(ids[0], "a1", "folders are walked by name");
    assert!(ids[1].ends_with("z.txt"));
}

#[test]
fn a_bad_line_or_file_is_set_aside_and_the_others_go_through() {
    let place = folder();
    let here = place.path();
    std::fs::create_dir(here.join("in")).unwrap();
    let bad = "{\"id\":\"b\",\"texte\":\"Mme Zoé MARTEL\"}";
    std::fs::write(here.join("in/a.jsonl"), format!("{LINE}\n{bad}\n\n{{\"id\":\"c\",\"text\":\"x\",\"country\":\"zz\"}}\n{LINE}\n")).unwrap();
    std::fs::write(here.join("in/b.txt"), b"M. \xff MARTEL").unwrap();
    std::fs::write(here.join("in/c.txt"), "rien").unwrap();
    let output = huisclos(here, &["pseudonymize", "in", "--out", "out", "--report", "r.json", "--quarantine", "bad.jsonl"], "");
    assert_eq!(output.status.code(), Some(1));
    let said = err(&output);
    for (place, what) in [("a.jsonl:2", "`text` is missing"), ("a.jsonl:4", "use `fr`"), ("b.txt", "byte 3 is not UTF-8")] {
        assert!(said.lines().any(|line| line.contains(place) && line.contains(what)), "{place}: {said}");
    }
    assert!(!said.contains("MARTEL"), "no text in messages");
    assert_eq!(listing(&here.join("out")), ["a.jsonl", "c.txt"]);
    assert_eq!(objects(&std::fs::read_to_string(here.join("out/a.jsonl")).unwrap()).len(), 2);
    let kept = std::fs::read_to_string(here.join("bad.jsonl")).unwrap();
    assert_eq!(kept.lines().next(), Some(bad), "as it came");
    assert_eq!(kept.lines().count(), 2);
    let report = std::fs::read_to_string(here.join("r.json")).unwrap();
    for name in ["ROUSSELOT", "MARTEL", "courriel"] {
        assert!(!report.contains(name), "a report holds no text");
    }
    let report: Value = serde_json::from_str(&report).unwrap();
    assert_eq!((&report["documents"], &report["spans"]["person"]["replace"]), (&3.into(), &2.into()));
    assert_eq!(report["policy"]["name"], "fr-judilibre");
    assert_eq!(report["set_aside"].as_array().unwrap().len(), 3);
    assert_eq!(report["set_aside"][0]["line"], 2);
}

#[test]
fn nothing_is_overwritten_unasked_and_inputs_never() {
    let place = folder();
    let here = place.path();
    std::fs::write(here.join("a.txt"), "Mme Zoé MARTEL").unwrap();
    std::fs::write(here.join("there.txt"), "ancien").unwrap();
    let refuse = |arguments: &[&str], word: &str| {
        let output = huisclos(here, arguments, "");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(err(&output).contains(word), "{}", err(&output));
    };
    refuse(&["pseudonymize", "a.txt", "--out", "there.txt"], "--force");
    refuse(&["pseudonymize", "a.txt", "--out", "a.txt", "--force"], "this is an input");
    refuse(&["pseudonymize", "a.txt", "--out", "./", "--force"], "this is an input");
    refuse(&["detect", "a.txt", "--report", "a.txt", "--force"], "this is an input");
    refuse(&["detect", "a.txt", "--out", "x.jsonl", "--report", "x.jsonl"], "two results");
    refuse(&["pseudonymize", "a.txt", "a.txt", "--out", "out/"], "two results");
    assert_eq!(std::fs::read_to_string(here.join("a.txt")).unwrap(), "Mme Zoé MARTEL");
    assert_eq!(std::fs::read_to_string(here.join("there.txt")).unwrap(), "ancien");
    let forced = huisclos(here, &["pseudonymize", "a.txt", "--out", "there.txt", "--force"], "");
    assert_eq!(forced.status.code(), Some(0));
    assert!(!std::fs::read_to_string(here.join("there.txt")).unwrap().contains("MARTEL"));
    assert_eq!(listing(here), ["a.txt", "there.txt"], "no drafts are left");
}

#[test]
fn usage_and_unreadable_inputs_have_codes_of_their_own() {
    let place = folder();
    let here = place.path();
    std::fs::create_dir(here.join("empty")).unwrap();
    for (arguments, code, word) in [
        (&["detect", "-", "--policy", "fr-judilibrr"][..], 2, "fr-judilibre"),
        (&["detect", "-", "--bloc", "9"], 2, "bloc"),
        (&["detect", "-", "--offset-unit", "octet"], 2, "utf16"),
        (&["detect", "-", "--threads", "0"], 2, "threads"),
        (&["detect"], 2, "required"),
        (&["detect", "-", "-"], 2, "twice"),
        (&["pseudonymize", "-", "--input", "jsonl", "--output", "text"], 2, "jsonl"),
        (&["detect", "missing.txt"], 3, "missing.txt"),
        (&["detect", "-", "--policy", "missing.toml"], 3, "missing.toml"),
        (&["detect", "empty"], 3, "no .txt, .html"),
        (&["eval", "empty"], 3, "no .md"),
    ] {
        let output = huisclos(here, arguments, "x");
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {}", err(&output));
        assert!(err(&output).contains(word), "{arguments:?}: {}", err(&output));
    }
    let help = out(&huisclos(here, &["detect", "--help"], ""));
    assert!(help.contains("Exit codes:") && help.contains("set aside"), "{help}");
    let french = out(&huisclos(here, &["--lang", "fr", "detect", "--help"], ""));
    assert!(french.contains("Utilisation : huisclos detect") && french.contains("Codes de sortie :") && french.contains("[défaut : char]"), "{french}");
    assert!(!["Exit", "Usage", "default", "Print"].iter().any(|word| french.contains(word)), "{french}");
}

#[test]
fn threads_and_chunks_change_no_byte_and_keep_the_order() {
    let lines: Vec<String> = (0..2500).map(|n| format!(r#"{{"id":"d{n}","text":"M. Paul MARTEL{n} et Mme Zoé ROUX, tél. 06 39 98 {:02} 34."}}"#, n % 100)).collect();
    let lines = lines.join("\n");
    let run = |threads: &str| out(&huisclos(folder().path(), &["pseudonymize", "--input", "jsonl", "--threads", threads, "-"], &lines));
    let one = run("1");
    assert_eq!(one, run("3"));
    let ids: Vec<_> = objects(&one).iter().map(|object| object["id"].as_str().unwrap().to_owned()).collect();
    assert_eq!(ids, (0..2500).map(|n| format!("d{n}")).collect::<Vec<_>>());
}

#[test]
fn facts_reach_texts_and_lines() {
    let place = folder();
    std::fs::write(place.path().join("f.json"), r#"{"remove":["Villa Mirabeau"],"debates":"not_public"}"#).unwrap();
    let whole = "MOTIFS\nRien.\nPAR CES MOTIFS\nà la Villa Mirabeau";
    let text = huisclos(place.path(), &["pseudonymize", "-", "--facts", "f.json", "--summary"], whole);
    assert_eq!(out(&text), "[Motifs de la décision occultés]\nPAR CES MOTIFS\nà la [...]");
    assert!(err(&text).contains("debates_not_public"), "{}", err(&text));
    let line = r#"{"id":"a","text":"à la Villa Mirabeau","facts":{"remove":["villa mirabeau"]}}"#;
    let line = huisclos(place.path(), &["pseudonymize", "--input", "jsonl", "-"], line);
    assert_eq!(objects(&out(&line))[0]["text"], "à la [...]");
    std::fs::write(place.path().join("bad.json"), r#"{"personnes":[]}"#).unwrap();
    let bad = huisclos(place.path(), &["detect", "-", "--facts", "bad.json"], "x");
    assert!(bad.status.code() == Some(2) && err(&bad).contains("unknown field `personnes`"), "{}", err(&bad));
}

#[test]
fn an_explanation_marks_the_text_and_says_why_in_both_languages() {
    let text = "M. Paul MARTEL, assisté de Me Zoé ROUX, avocat.";
    let explain = |lang| out(&huisclos(folder().path(), &["detect", "-", "--explain", "--lang", lang], text));
    let french = explain("fr");
    assert!(french.contains("M. ⟦− Paul MARTEL|p1⟧, assisté de Me ⟦= Zoé ROUX|p2⟧"), "{french}");
    assert!(french.contains("p1   personne, partie : remplacé par [") && french.contains("p2   personne, avocat : conservé"), "{french}");
    assert!(french.contains("pourquoi : ") && french.contains("fondement : COJ L111-13"), "{french}");
    let english = explain("en");
    assert!(english.contains("p1   person, party: replaced by [") && english.contains("why: A name after a civility"), "{english}");
    assert!(!french.contains('\u{1b}') && !english.contains('\u{1b}'), "no colours off a terminal");
}

#[test]
fn rules_are_listed_with_their_sources() {
    let rules = objects(&out(&huisclos(folder().path(), &["rules", "--json"], "")));
    assert!(rules.len() > 20);
    assert!(rules.iter().any(|rule| rule["id"] == "fr/nir" && rule["kind"] == "national_id"));
    let table = out(&huisclos(folder().path(), &["rules"], ""));
    assert_eq!(table.lines().count(), rules.len());
    assert!(table.lines().all(|line| line.split('\t').count() == 4));
}

#[test]
fn eval_scores_predictions_what_detect_prints_and_marked_text() {
    let place = folder();
    let here = place.path();
    // 0-8 a party, 12-20 counsel, 24-32 a second party, of whom half is masked; 36-40 is masked without gold.
    let text = "AAA BBBB et CCC DDDD et EEE FFFF et GGGG";
    let gold = format!(r#"{{"id":"a","text":"{text}","gold":[[0,8,"PERSON","p1"],[12,20,"LAWYER",null],[24,32,"PERSON","p2"]]}}"#);
    std::fs::write(here.join("g.jsonl"), gold).unwrap();
    std::fs::write(here.join("p.jsonl"), r#"{"id":"a","spans":[[0,8,"person","more"],[24,27,"person"],[36,40,"person"],[12,20,"town"]]}"#).unwrap();
    let score = |arguments: &[&str]| -> Value { serde_json::from_str(&out(&huisclos(here, arguments, ""))).unwrap() };
    let all = score(&["eval", "g.jsonl", "p.jsonl", "--json"]);
    for (name, figure) in [("mention_recall", 50.0), ("char_recall", 71.43), ("entity_recall", 50.0), ("clean_docs", 0.0), ("kept_rate", 0.0), ("precision", 50.0)] {
        assert_eq!(all[name], figure, "{name}");
    }
    assert_eq!((&all["docs"], &all["mentions"], &all["by_kind"]["PERSON"]), (&1.into(), &2.into(), &50.0.into()));
    let persons = score(&["eval", "g.jsonl", "p.jsonl", "--json", "--labels", "person"]);
    assert_eq!((&persons["kept_rate"], &persons["precision"]), (&100.0.into(), &66.67.into()));
    std::fs::write(here.join("d.jsonl"), r#"{"id":"a","offset_unit":"char","spans":[{"start":0,"end":8,"kind":"person","action":"replace"},{"start":12,"end":20,"kind":"person","action":"keep"}]}"#).unwrap();
    assert_eq!(score(&["eval", "g.jsonl", "d.jsonl", "--json"])["kept_rate"], 100.0);
    std::fs::create_dir_all(here.join("own/tj")).unwrap();
    std::fs::write(here.join("own/tj/a.md"), "---\ntraps: 3, 7\n---\nM. [[person.party#p1: Paul MARTEL]] et Me [[person.lawyer#l1: Zoé ROUX]], avocat.").unwrap();
    let own = score(&["eval", "own", "--json"]);
    assert_eq!((&own["persons"]["clean_docs"], &own["persons"]["kept_rate"]), (&100.0.into(), &100.0.into()));
    assert!(own["courts"]["tj"].is_object() && own["traps"]["7"].is_object() && own["kinds"]["person"]["found"].is_object());
    let table = out(&huisclos(here, &["eval", "own"], ""));
    assert!(table.contains("trap 3") && table.contains("tj"), "{table}");
}

const CASE: &str = "M. Jean DUVAL contre Mme Zoé ROUX.\nM. DUVAL, titulaire du compte IBAN illisible, vit rue Haute.\n";

#[test]
fn verify_is_a_gate() {
    let folder = folder();
    std::fs::write(folder.path().join("original.txt"), CASE).unwrap();
    std::fs::write(folder.path().join("clean.txt"), out(&huisclos(folder.path(), &["pseudonymize", "original.txt"], ""))).unwrap();
    for arguments in [&["verify", "clean.txt"][..], &["verify", "clean.txt", "--original", "original.txt"]] {
        let output = huisclos(folder.path(), arguments, "");
        assert_eq!((output.status.code(), out(&output).as_str()), (Some(0), ""), "{}", err(&output));
    }
    let clean = std::fs::read_to_string(folder.path().join("clean.txt")).unwrap();
    let second = clean.lines().nth(1).unwrap();
    let leak = format!("{}\n{}\n", clean.lines().next().unwrap(), second.replacen(&second[3..second.find(',').unwrap()], "DUVAL", 1));
    std::fs::write(folder.path().join("leak.txt"), leak).unwrap();
    let output = huisclos(folder.path(), &["verify", "leak.txt", "--original", "original.txt"], "");
    assert_eq!(output.status.code(), Some(4));
    assert!(out(&output).starts_with("leak.txt:2:4: person (party), ") && !out(&output).contains("DUVAL"), "{}", out(&output));
    assert!(err(&output).contains("1 text checked, 1 with findings"));
    let shown = huisclos(folder.path(), &["verify", "leak.txt", "--original", "original.txt", "--show", "--lang", "fr"], "");
    assert!(out(&shown).contains("personne (partie)") && out(&shown).contains("« DUVAL »"), "{}", out(&shown));
    let json = objects(&out(&huisclos(folder.path(), &["verify", "leak.txt", "--original", "original.txt", "--json"], "")));
    assert_eq!(json[0]["clean"], false);
    assert_eq!(json[0]["findings"][0]["reason"], "unchanged");
    let only = huisclos(folder.path(), &["verify", "leak.txt", "--original", "original.txt", "--kinds", "address"], "");
    assert_eq!(only.status.code(), Some(0));
    std::fs::write(folder.path().join("names.txt"), "Barbe HELIAS\n\n").unwrap();
    let named = huisclos(folder.path(), &["verify", "-", "--names", "names.txt"], "Le dossier de Barbe HELIAS est clos.");
    assert_eq!(named.status.code(), Some(4));
    assert!(out(&named).contains("a name that was given"), "{}", out(&named));
}

#[test]
fn verify_pairs_json_lines_with_their_originals_in_order() {
    let folder = folder();
    let lines = "{\"id\":\"a\",\"text\":\"M. DUVAL dort.\"}\n{\"id\":\"b\",\"text\":\"Mme ROUX dort.\"}\n";
    std::fs::write(folder.path().join("o.jsonl"), lines).unwrap();
    std::fs::write(folder.path().join("p.jsonl"), "{\"id\":\"b\",\"text\":\"Mme [K] dort.\"}\n{\"id\":\"a\",\"text\":\"M. [L] dort.\"}\n").unwrap();
    let output = huisclos(folder.path(), &["verify", "p.jsonl", "--original", "o.jsonl"], "");
    assert_eq!(output.status.code(), Some(1));
    assert!(err(&output).contains("p.jsonl:2: no original of this name or id"), "{}", err(&output));
}

#[test]
fn a_review_is_data() {
    let folder = folder();
    std::fs::write(folder.path().join("case.txt"), CASE).unwrap();
    let queue = huisclos(folder.path(), &["review", "case.txt", "--lang", "fr"], "");
    assert_eq!(queue.status.code(), Some(0), "{}", err(&queue));
    let queue = &objects(&out(&queue))[0];
    let doubt = &queue["doubts"][0];
    assert_eq!(doubt["code"], "missing_bank_account");
    assert!(doubt["reason"].as_str().unwrap().starts_with("Un compte bancaire"));
    assert!(!queue.to_string().contains("DUVAL"));
    let haute = CASE[..CASE.find("Haute").unwrap()].chars().count();
    let review = serde_json::json!({ "original": queue["original"], "decisions": [{ "do": "add", "start": haute, "end": haute + 5, "kind": "term" }] });
    std::fs::write(folder.path().join("review.json"), serde_json::to_string_pretty(&review).unwrap()).unwrap();
    let run = || out(&huisclos(folder.path(), &["pseudonymize", "case.txt", "--review", "review.json"], ""));
    assert!(run().contains("[...]") && !run().contains("Haute"), "{}", run());
    assert_eq!(run(), run());
    // Another text: refused, and nothing is written.
    let other = huisclos(folder.path(), &["pseudonymize", "-", "--review", "review.json"], "M. DUVAL dort.");
    assert_eq!((other.status.code(), out(&other).as_str()), (Some(1), ""));
    assert!(err(&other).contains("another text"), "{}", err(&other));
    for (json, word) in [
        ("{\"original\":\"x\",\"decisions\":[{\"do\":\"ZOE\"}]}", "`do` is accept"),
        ("{\"original\":\"x\"}", "missing field `decisions`"),
        ("{\"original\":\"x\",\"decisions\":[]}{\"original\":\"x\",\"decisions\":[]}", "two reviews"),
    ] {
        std::fs::write(folder.path().join("bad.json"), json).unwrap();
        let output = huisclos(folder.path(), &["review", "case.txt", "--review", "bad.json"], "");
        assert_eq!(output.status.code(), Some(2));
        assert!(err(&output).contains(word) && err(&output).contains("bad.json") && !err(&output).contains("ZOE"), "{}", err(&output));
    }
    std::fs::write(folder.path().join("lost.json"), serde_json::json!({ "id": "nobody", "original": "x", "decisions": [] }).to_string()).unwrap();
    let lost = huisclos(folder.path(), &["pseudonymize", "case.txt", "--review", "lost.json"], "");
    assert_eq!(lost.status.code(), Some(1));
    assert!(err(&lost).contains("review `nobody`"));
}

#[test]
fn a_run_is_recorded_and_the_record_shows_every_change() {
    let folder = folder();
    let lines = "{\"id\":\"a\",\"text\":\"M. Jean DUVAL, né le 3 mai 1980, conteste.\"}\n{\"id\":7}\n{\"id\":\"b\",\"text\":\"Mme ROUX dort.\"}\n";
    std::fs::write(folder.path().join("in.jsonl"), lines).unwrap();
    let run = huisclos(folder.path(), &["pseudonymize", "in.jsonl", "--out", "out.jsonl", "--audit", "record.jsonl"], "");
    assert_eq!(run.status.code(), Some(1), "{}", err(&run));
    let record = std::fs::read_to_string(folder.path().join("record.jsonl")).unwrap();
    assert!(!record.contains("DUVAL") && !record.contains("ROUX"), "{record}");
    let objects = objects(&record);
    assert_eq!(objects.iter().map(|line| line["line"].as_str().unwrap()).collect::<Vec<_>>(), ["run", "document", "set_aside", "document", "end"]);
    assert_eq!(objects[0]["policy"], "fr-judilibre");
    let span = &objects[1]["spans"][0];
    assert_eq!((&span["kind"], &span["action"], &span["role"]), (&Value::from("person"), &Value::from("replace"), &Value::from("party")));
    assert!(span["basis"].as_str().unwrap().contains("L111-13"), "{span}");
    let hash = objects[4]["hash"].as_str().unwrap();
    assert!(err(&run).contains(hash));
    let check = |arguments: &[&str]| huisclos(folder.path(), &[&["audit", "check", "record.jsonl"], arguments].concat(), "");
    assert_eq!(check(&["--hash", hash]).status.code(), Some(0));
    assert!(out(&check(&[])).starts_with("whole: 2 documents, 1 set aside"));
    assert_eq!(check(&["--hash", &hash.replace(&hash[..1], "g")]).status.code(), Some(4));
    let page = huisclos(folder.path(), &["audit", "html", "record.jsonl", "--lang", "fr"], "");
    let page = out(&page);
    for word in ["<html lang=\"fr\">", "Registre d'un traitement", "date de naissance", "<svg role=\"img\"", "Mis de côté", hash] {
        assert!(page.contains(word), "{word}");
    }
    assert!(!page.contains("<script") && !page.contains("http://") && !page.contains("https://"));
    // A name taken out, a line taken out.
    std::fs::write(folder.path().join("record.jsonl"), record.replacen("\"replace\"", "\"keep\"", 1)).unwrap();
    let broken = check(&["--lang", "fr"]);
    assert_eq!(broken.status.code(), Some(4));
    assert!(err(&broken).contains("record.jsonl:2 : le registre est rompu : elle a été modifiée"), "{}", err(&broken));
    let without: String = record.split_inclusive('\n').enumerate().filter(|(at, _)| *at != 3).map(|(_, line)| line).collect();
    std::fs::write(folder.path().join("record.jsonl"), without).unwrap();
    assert!(err(&check(&[])).contains("record.jsonl:4: the record is broken: a line before it was removed"), "{}", err(&check(&[])));
    assert_eq!(huisclos(folder.path(), &["audit", "html", "record.jsonl"], "").status.code(), Some(4));
}

#[test]
fn the_same_run_at_the_same_time_has_the_same_record() {
    let folder = folder();
    std::fs::write(folder.path().join("case.txt"), CASE).unwrap();
    let record = |name: &str| {
        let status = Command::new(env!("CARGO_BIN_EXE_huisclos"))
            .args(["pseudonymize", "case.txt", "--out", &format!("{name}.txt"), "--audit", name])
            .current_dir(folder.path())
            .env("SOURCE_DATE_EPOCH", "951782400")
            .status()
            .unwrap();
        assert!(status.success());
        std::fs::read_to_string(folder.path().join(name)).unwrap()
    };
    let first = record("one");
    assert_eq!(first, record("two"));
    assert!(first.contains("\"date\":\"2000-02-29T00:00:00Z\""));
}

#[test]
fn risk_counts_over_the_corpus() {
    let folder = folder();
    let line = |id: &str, text: &str| serde_json::json!({ "id": id, "text": text }).to_string() + "\n";
    let baker = "M. [K], boulanger à Metz, conteste.";
    let corpus = [line("a", baker), line("b", baker), line("c", "Mme [L], maire de Lignol, conteste."), line("d", "Le pourvoi est rejeté.")].concat();
    std::fs::write(folder.path().join("corpus.jsonl"), corpus).unwrap();
    let output = huisclos(folder.path(), &["risk", "corpus.jsonl", "--report", "report.json", "--lang", "fr"], "");
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert!(!out(&output).contains("boulanger"));
    let texts = objects(&out(&output));
    let told: Vec<(Value, Value)> = texts.iter().map(|text| (text["k"].clone(), text["level"].clone())).collect();
    assert_eq!(told, [(2.into(), "medium".into()), (2.into(), "medium".into()), (1.into(), "high".into()), (Value::Null, "low".into())]);
    let place = &texts[0]["combination"][0];
    assert_eq!((&place["sort"], &place["start"], &place["end"]), (&"job".into(), &8.into(), &17.into()));
    assert!(err(&output).contains("risque élevé pour 1"), "{}", err(&output));
    let report: Value = serde_json::from_slice(&std::fs::read(folder.path().join("report.json")).unwrap()).unwrap();
    assert_eq!(report["combinations"]["job+place"], 2);
}
