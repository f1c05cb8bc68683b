//! Ledgers, keys and the way back, as a user calls them.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use huisclos::replace::{FileLedger, Key};

const KEY: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_huisclos"));
    command.args(arguments).current_dir(folder).env("LC_ALL", "en").env_remove("HUISCLOS_KEY");
    command
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    command(folder, arguments).output().unwrap()
}

fn ok(folder: &Path, arguments: &[&str]) -> String {
    let output = run(folder, arguments);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn refused(output: &Output, code: i32, word: &str) {
    let error = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{error}");
    assert!(error.contains(word), "{error}");
    assert!(!error.contains("0011"), "no key in a message");
}

/// Documents of one line each; every second names a person of the one before.
fn documents(count: usize) -> String {
    let line = |n: usize| format!("{{\"id\":\"d{n}\",\"text\":\"M. Paul MARTEL{} et Mme Zoé ROUX{n} concluent ; l'avis d'Élise ROUX{n}.\"}}\n", n / 2);
    (0..count).map(line).collect()
}

#[test]
fn texts_come_back_byte_for_byte_over_runs() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    ok(here, &["ledger", "key", "k"]);
    assert_eq!(std::fs::read_to_string(here.join("k")).unwrap().trim().len(), 64);
    refused(&run(here, &["ledger", "key", "k"]), 2, "exists already");
    #[cfg(unix)]
    assert_eq!(std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(here.join("k")).unwrap().permissions()) & 0o077, 0);
    let first = "M. Jean DUVAL,\r\nné le 3 mai 1960, c/ Mme Anne\nPERRIN.\n";
    let second = "Vu la requête de M. DUVAL Jean, né le 3 mai 1960.";
    std::fs::create_dir(here.join("in")).unwrap();
    std::fs::write(here.join("in/a.txt"), first).unwrap();
    std::fs::write(here.join("in/b.txt"), second).unwrap();
    for style in ["court", "letters", "unknowns", "initials", "numbered", "bars", "stable", "surrogates"] {
        let (ledger, out, back) = (format!("{style}.ledger"), format!("{style}/"), format!("{style}-back/"));
        let with = ["--ledger", &ledger, "--key-file", "k"];
        ok(here, &[&["pseudonymize", "in", "--out", &out, "--style", style], &with[..]].concat());
        let hidden = std::fs::read_to_string(here.join(&out).join("b.txt")).unwrap();
        assert!(!hidden.contains("DUVAL"), "{style}: {hidden}");
        ok(here, &[&["restore", &out, "--out", &back], &with[..]].concat());
        assert_eq!(std::fs::read_to_string(here.join(&back).join("a.txt")).unwrap(), first, "{style}");
        assert_eq!(std::fs::read_to_string(here.join(&back).join("b.txt")).unwrap(), second, "{style}");
        let show = ok(here, &[&["ledger", "show"], &with[..]].concat());
        assert!(show.contains("2 documents"), "{show}");
    }
    let name = |text: &str| text.split(['[', ']']).nth(1).unwrap().to_owned();
    let (a, b) = (std::fs::read_to_string(here.join("stable/a.txt")).unwrap(), std::fs::read_to_string(here.join("stable/b.txt")).unwrap());
    assert_eq!(name(&a), name(&b), "one person in two documents");
    std::fs::write(here.join("b.txt"), b + "\n").unwrap();
    refused(&run(here, &["restore", "b.txt", "--ledger", "stable.ledger", "--key-file", "k"]), 1, "does not know this text");
}

#[test]
fn keys_come_from_files_and_the_environment_and_wrong_ones_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    std::fs::write(here.join("a.txt"), "Mme Zoé MARTEL").unwrap();
    std::fs::write(here.join("short"), "0011").unwrap();
    let stable = ["pseudonymize", "a.txt", "--style", "stable"];
    refused(&run(here, &stable), 2, "needs a key");
    refused(&run(here, &[&stable[..], &["--key-file", "none"]].concat()), 3, "none");
    refused(&run(here, &[&stable[..], &["--key-file", "short"]].concat()), 2, "64 hexadecimal");
    refused(&run(here, &["pseudonymize", "a.txt", "--ledger", "l"]), 2, "--key-file");
    refused(&run(here, &["pseudonymize", "a.txt", "--style", "bar"]), 2, "surrogates");
    let with = |key: &str| command(here, &["pseudonymize", "a.txt", "--style", "stable", "--ledger", "l"]).env("HUISCLOS_KEY", key).output().unwrap();
    let first = with(KEY);
    assert_eq!(first.status.code(), Some(0));
    assert_eq!(with(KEY).stdout, first.stdout);
    refused(&with(&KEY.replace("00", "ab")), 2, "not the one this ledger was made with");
    refused(&run(here, &["restore", "a.txt", "--ledger", "missing", "--key-file", "short"]), 2, "64 hexadecimal");
    let no_ledger = command(here, &["restore", "a.txt", "--ledger", "missing"]).env("HUISCLOS_KEY", KEY).output().unwrap();
    refused(&no_ledger, 3, "missing");
    assert!(!here.join("missing").exists(), "nothing is made to be read");
}

#[test]
fn threads_change_no_byte_of_a_ledger_run_and_lines_come_back() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    std::fs::write(here.join("k"), KEY).unwrap();
    std::fs::write(here.join("in.jsonl"), documents(60)).unwrap();
    for style in ["numbered", "surrogates"] {
        let of = |threads: &str| {
            let ledger = format!("{style}{threads}");
            let out = ok(here, &["pseudonymize", "in.jsonl", "--style", style, "--threads", threads, "--ledger", &ledger, "--key-file", "k"]);
            std::fs::write(here.join("out.jsonl"), &out).unwrap();
            let back = ok(here, &["restore", "out.jsonl", "--ledger", &ledger, "--key-file", "k"]);
            let text = |line: &str| serde_json::from_str::<serde_json::Value>(line).unwrap()["text"].as_str().unwrap().to_owned();
            assert!(back.lines().map(text).eq(documents(60).lines().map(text)));
            out
        };
        assert!(of("1") == of("3"), "{style}");
    }
}

#[test]
fn an_export_goes_encrypted_to_another_machine() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    let identity = age::x25519::Identity::generate();
    let secret = age::secrecy::ExposeSecret::expose_secret(&identity.to_string()).to_owned();
    std::fs::write(here.join("id"), format!("# mine\n{secret}\n")).unwrap();
    std::fs::write(here.join("k"), KEY).unwrap();
    std::fs::write(here.join("a.txt"), "Mme Zoé MARTEL").unwrap();
    let out = ok(here, &["pseudonymize", "a.txt", "--style", "numbered", "--ledger", "l", "--key-file", "k"]);
    std::fs::write(here.join("out.txt"), &out).unwrap();
    let to = identity.to_public().to_string();
    ok(here, &["ledger", "export", "--ledger", "l", "--key-file", "k", "--recipient", &to, "--out", "x.age"]);
    let export = std::fs::read(here.join("x.age")).unwrap();
    assert!(export.starts_with(b"age-encryption.org/v1") && !export.windows(8).any(|window| window == b"Personne"));
    ok(here, &["ledger", "import", "x.age", "--identity", "id", "--ledger", "l2", "--key-file", "k"]);
    assert_eq!(ok(here, &["restore", "out.txt", "--ledger", "l2", "--key-file", "k"]), "Mme Zoé MARTEL");
    refused(&run(here, &["ledger", "export", "--ledger", "l", "--key-file", "k", "--recipient", "me", "--out", "y.age"]), 2, "age1");
    let other = age::x25519::Identity::generate();
    std::fs::write(here.join("id2"), age::secrecy::ExposeSecret::expose_secret(&other.to_string())).unwrap();
    refused(&run(here, &["ledger", "import", "x.age", "--identity", "id2", "--ledger", "l3", "--key-file", "k"]), 2, "decrypt");
    let cut = &export[..export.len() - 40];
    std::fs::write(here.join("cut.age"), cut).unwrap();
    let broken = run(here, &["ledger", "import", "cut.age", "--identity", "id", "--ledger", "l4", "--key-file", "k"]);
    assert_ne!(broken.status.code(), Some(0));
    assert!(ok(here, &["ledger", "show", "--ledger", "l4", "--key-file", "k"]).starts_with("0 pseudonyms"), "nothing of a broken export");
}

/// Killed in the middle, the ledger holds whole documents; the run made again gives what one whole run gives.
#[test]
fn a_killed_run_leaves_whole_documents() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    std::fs::write(here.join("k"), KEY).unwrap();
    let input = documents(2500);
    std::fs::write(here.join("in.jsonl"), &input).unwrap();
    let arguments = |ledger| ["pseudonymize", "in.jsonl", "--style", "numbered", "--ledger", ledger, "--key-file", "k"];
    let mut child = command(here, &["pseudonymize", "--input", "jsonl", "-", "--style", "numbered", "--ledger", "killed", "--key-file", "k"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    // All but the last lines: the run waits for more, and cannot end by itself.
    let feeder = std::thread::spawn(move || {
        let _ = stdin.write_all(input.as_bytes());
        stdin
    });
    let mut lines = BufReader::new(child.stdout.take().unwrap());
    let mut first = String::new();
    lines.read_line(&mut first).unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    drop(lines);
    let _ = feeder.join();

    let key = Key::from_hex(KEY).unwrap();
    let (pseudonyms, records) = FileLedger::open(&here.join("killed"), &key).unwrap().counts().unwrap();
    assert!((1..2500).contains(&records), "{records} of 2500 documents were kept");
    assert!(pseudonyms > 0);
    let whole = ok(here, &arguments("whole"));
    assert!(whole.starts_with(&first), "the first document came out as in a whole run");
    let again = ok(here, &arguments("killed"));
    assert!(again == whole, "the run made again differs from a whole one");
}
