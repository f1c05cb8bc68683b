//! Documents of other programs through the command: their own format back, and their words. Every name is invented.

use std::io::{Cursor, Read, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use zip::write::{SimpleFileOptions, ZipWriter};

fn huisclos(folder: &Path, arguments: &[&str], stdin: &[u8]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_huisclos"));
    command.args(arguments).current_dir(folder).env("LC_ALL", "C.UTF-8");
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let (mut pipe, stdin) = (child.stdin.take().unwrap(), stdin.to_owned());
    let writer = std::thread::spawn(move || drop(pipe.write_all(&stdin)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        out.start_file(*name, SimpleFileOptions::default()).unwrap();
        out.write_all(content).unwrap();
    }
    out.finish().unwrap().into_inner()
}

fn docx(body: &str) -> Vec<u8> {
    let xml = format!("<w:document><w:body>{body}</w:body></w:document>");
    zipped(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", xml.as_bytes())])
}

/// The name is cut over three runs.
fn decision() -> Vec<u8> {
    docx("<w:p><w:r><w:t>Mme Od</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>ile Fer</w:t></w:r><w:r><w:t>nagut a perdu.</w:t></w:r></w:p>")
}

fn odt() -> Vec<u8> {
    zipped(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"<t><text:p>M. Orso <text:span>Ker</text:span>vel.</text:p></t>")])
}

const HTML: &str = "<!DOCTYPE html><p>Mme <b>Od</b>ile Fernagut<br>a perdu.";
const JSON: &str = "{ \"id\": \"7\", \"text\": \"M. Orso Kervel a gagné.\", \"zones\": {\"motivations\": [{\"start\": 0, \"end\": 23}]} }";

fn part(bytes: &[u8], name: &str) -> String {
    let mut text = String::new();
    zip::ZipArchive::new(Cursor::new(bytes)).unwrap().by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn a_docx_comes_back_as_a_docx_with_its_markup() {
    let place = tempfile::tempdir().unwrap();
    let here = place.path();
    std::fs::write(here.join("in.DOCX"), decision()).unwrap();
    let done = huisclos(here, &["pseudonymize", "in.DOCX", "-o", "out.docx"], b"");
    assert_eq!((done.status.code(), err(&done).as_str(), done.stdout.len()), (Some(0), "", 0));
    let written = std::fs::read(here.join("out.docx")).unwrap();
    let xml = part(&written, "word/document.xml");
    let (before, after) = ("<w:document><w:body><w:p><w:r><w:t>Mme [", "</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t></w:t></w:r><w:r><w:t xml:space=\"preserve\"> a perdu.</w:t></w:r></w:p></w:body></w:document>");
    assert!(xml.starts_with(before) && xml.ends_with(after) && !xml.contains("Fer") && !xml.contains("nagut"), "{xml}");
    assert_eq!(part(&written, "[Content_Types].xml"), "<Types/>");
    let piped = huisclos(here, &["pseudonymize", "--input", "docx", "-"], &decision());
    assert_eq!(piped.stdout, written, "standard input and output carry the same bytes");
}

#[test]
fn a_folder_of_mixed_documents_keeps_every_format_and_names_what_is_damaged() {
    let place = tempfile::tempdir().unwrap();
    let here = place.path();
    std::fs::create_dir_all(here.join("in/b")).unwrap();
    let whole = decision();
    let files: &[(&str, &[u8])] = &[
        ("a.docx", &whole), ("b/c.odt", &odt()), ("b/d.htm", HTML.as_bytes()), ("e.json", JSON.as_bytes()), ("f.txt", b"Mme Odile Fernagut."),
        ("cut.docx", &whole[..whole.len() - 40]), ("old.docx", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1Fernagut"), ("named.odt", &whole), ("cut.json", b"{\"text\": \"Fernagut"),
        ("rich.txt", b"{\\rtf1 Fernagut}"), ("page.txt", HTML.as_bytes()), ("~$a.docx", b"Fernagut"), ("scan.pdf", b"%PDF-1.7 Fernagut"), (".hidden", b"Fernagut"),
    ];
    for (name, bytes) in files {
        std::fs::write(here.join("in").join(name), bytes).unwrap();
    }
    let done = huisclos(here, &["pseudonymize", "in", "--out", "out"], b"");
    assert_eq!((done.status.code(), done.stdout.len()), (Some(1), 0));
    let said = err(&done);
    for (name, what) in [
        ("in/cut.docx", "no table of contents"), ("in/old.docx", "save it as DOCX"), ("in/named.odt", "it is a DOCX"), ("in/cut.json", "column"),
        ("in/rich.txt", "RTF"), ("in/page.txt", "HTML"), ("in", "not read: .pdf"), ("5 documents went through", "6 set aside"),
    ] {
        assert!(said.lines().any(|line| line.contains(name) && line.contains(what)), "{name}: {said}");
    }
    assert!(!said.contains("ernagut"), "no text in messages");
    let mut names: Vec<String> = walkdir::WalkDir::new(here.join("out")).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file())
        .map(|entry| entry.path().strip_prefix(here.join("out")).unwrap().to_string_lossy().replace('\\', "/")).collect();
    names.sort();
    assert_eq!(names, ["a.docx", "b/c.odt", "b/d.htm", "e.json", "f.txt"]);
    assert!(!part(&std::fs::read(here.join("out/b/c.odt")).unwrap(), "content.xml").contains("vel"));
    let html = std::fs::read_to_string(here.join("out/b/d.htm")).unwrap();
    assert!(html.starts_with("<!DOCTYPE html><p>Mme <b>[") && html.ends_with("<br>a perdu.") && !html.contains("ile"), "{html}");
    let json: Value = serde_json::from_str(&std::fs::read_to_string(here.join("out/e.json")).unwrap()).unwrap();
    let text = json["text"].as_str().unwrap();
    assert!(json["id"] == "7" && !text.contains("Kervel") && text.ends_with("a gagné."), "{text}");
    assert_eq!(json["zones"]["motivations"][0]["end"], text.chars().count(), "zones follow the text");
    let again = huisclos(here, &["pseudonymize", "in/a.docx", "in/b/d.htm", "in/f.txt"], b"");
    let ids: Vec<Value> = String::from_utf8(again.stdout).unwrap().lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["id"].clone()).collect();
    assert_eq!(ids, ["in/a.docx", "in/b/d.htm", "in/f.txt"]);
}

#[test]
fn a_document_that_cannot_be_read_leaves_nothing_under_the_name_of_its_result() {
    let place = tempfile::tempdir().unwrap();
    let here = place.path();
    let bomb = docx(&format!("<w:t>{}</w:t>", " ".repeat(65 << 20)));
    assert!(bomb.len() < 1 << 20);
    std::fs::write(here.join("bomb.docx"), bomb).unwrap();
    std::fs::write(here.join("cut.docx"), &decision()[..90]).unwrap();
    for (name, what) in [("bomb.docx", "64 MiB"), ("cut.docx", "no table of contents")] {
        let done = huisclos(here, &["pseudonymize", name, "--out", "out.docx"], b"");
        assert_eq!((done.status.code(), done.stdout.len()), (Some(1), 0));
        assert!(err(&done).contains(name) && err(&done).contains(what), "{}", err(&done));
        for command in ["detect", "review", "text", "verify", "risk"] {
            let done = huisclos(here, &[command, name], b"");
            assert_eq!(done.status.code(), Some(1), "{command}: {}", err(&done));
            assert!(done.stdout.is_empty() && err(&done).contains(what), "{command}: {}", err(&done));
        }
    }
    let left: Vec<_> = std::fs::read_dir(here).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 2, "{left:?}");
    let french = huisclos(here, &["--lang", "fr", "pseudonymize", "cut.docx"], b"");
    assert!(err(&french).contains("cut.docx: le fichier docx : pas de table des matières"), "{}", err(&french));
    let piped = huisclos(here, &["pseudonymize", "-"], &decision());
    assert!(piped.status.code() == Some(1) && piped.stdout.is_empty() && err(&piped).contains("archive"), "{}", err(&piped));
}

#[test]
fn nothing_is_converted_and_no_input_is_overwritten() {
    let place = tempfile::tempdir().unwrap();
    let here = place.path();
    std::fs::write(here.join("a.docx"), decision()).unwrap();
    std::fs::write(here.join("a.txt"), "Mme Odile Fernagut").unwrap();
    for (arguments, what) in [
        (&["pseudonymize", "a.docx", "-o", "b.odt"][..], "the result is .docx"),
        (&["pseudonymize", "a.docx", "-o", "b.html", "--output", "text"], "the result is .txt"),
        (&["pseudonymize", "a.txt", "-o", "b.docx"], "the result is .txt"),
        (&["detect", "a.docx", "-o", "b.docx"], "the result is .jsonl"),
        (&["pseudonymize", "a.docx", "-o", "a.docx", "--force"], "this is an input"),
        (&["pseudonymize", "a.docx", "-o", "./", "--force"], "this is an input"),
        (&["detect", "a.docx", "--input", "pdf"], "use text, html, json, docx, odt or jsonl"),
    ] {
        let done = huisclos(here, arguments, b"");
        assert_eq!(done.status.code(), Some(2), "{arguments:?}: {}", err(&done));
        assert!(err(&done).contains(what), "{arguments:?}: {}", err(&done));
    }
    assert_eq!(std::fs::read(here.join("a.docx")).unwrap(), decision());
    assert_eq!(std::fs::read_dir(here).unwrap().count(), 2);
}

#[test]
fn the_words_of_a_document_are_what_offsets_count_and_reviews_decide_on() {
    let place = tempfile::tempdir().unwrap();
    let here = place.path();
    std::fs::write(here.join("a.docx"), decision()).unwrap();
    let words = huisclos(here, &["text", "a.docx"], b"");
    let text = String::from_utf8(words.stdout).unwrap();
    assert_eq!(text, "Mme Odile Fernagut a perdu.\n");
    let found: Value = serde_json::from_slice(&huisclos(here, &["detect", "a.docx"], b"").stdout).unwrap();
    let [start, end] = ["start", "end"].map(|key| found["spans"][0][key].as_u64().unwrap() as usize);
    assert_eq!(&text[start..end], "Odile Fernagut");
    let queue: Value = serde_json::from_slice(&huisclos(here, &["review", "a.docx"], b"").stdout).unwrap();
    let review = serde_json::json!({ "original": queue["original"], "offset_unit": "char", "decisions": [{ "do": "reject", "start": start, "end": end, "all": true }] });
    std::fs::write(here.join("review.json"), review.to_string()).unwrap();
    let kept = huisclos(here, &["pseudonymize", "a.docx", "--review", "review.json", "-o", "kept.docx"], b"");
    assert_eq!((kept.status.code(), err(&kept).as_str()), (Some(0), ""));
    assert_eq!(part(&std::fs::read(here.join("kept.docx")).unwrap(), "word/document.xml"), part(&decision(), "word/document.xml"), "what the reader keeps stays");
    let plain = huisclos(here, &["pseudonymize", "a.docx", "--output", "text"], b"");
    assert_eq!(huisclos(here, &["pseudonymize", "a.docx", "-o", "a.txt"], b"").status.code(), Some(0));
    assert_eq!(std::fs::read(here.join("a.txt")).unwrap(), plain.stdout);
    assert_eq!(huisclos(here, &["verify", "kept.docx", "--original", "a.docx"], b"").status.code(), Some(4));
    assert_eq!(huisclos(here, &["pseudonymize", "a.docx", "-o", "gone.docx", "--audit", "record.jsonl"], b"").status.code(), Some(0));
    assert_eq!(huisclos(here, &["verify", "gone.docx", "--original", "a.docx"], b"").status.code(), Some(0));
    let record = std::fs::read_to_string(here.join("record.jsonl")).unwrap();
    assert!(record.contains("a.docx") && record.contains("persons/led") && !record.contains("Fernagut"), "{record}");
    assert_eq!(huisclos(here, &["audit", "check", "record.jsonl"], b"").status.code(), Some(0));
    let shown = huisclos(here, &["detect", "--explain", "a.docx"], b"");
    assert!(String::from_utf8(shown.stdout).unwrap().contains("⟦− Odile Fernagut|p1⟧"));
}

#[test]
fn pictures_that_nobody_read_are_told() {
    let place = tempfile::tempdir().unwrap();
    let bytes = zipped(&[("word/document.xml", b"<w:p/>"), ("word/media/image1.png", b"Fernagut")]);
    std::fs::write(place.path().join("a.docx"), bytes).unwrap();
    let done = huisclos(place.path(), &["pseudonymize", "a.docx", "-o", "b.docx"], b"");
    assert_eq!(done.status.code(), Some(0));
    assert!(err(&done).contains("a.docx: 1 files inside the document"), "{}", err(&done));
}

#[test]
fn a_ledger_gives_back_the_text_of_a_document() {
    let place = tempfile::tempdir().unwrap();
    let here = place.path();
    std::fs::create_dir(here.join("in")).unwrap();
    std::fs::write(here.join("in/a.docx"), decision()).unwrap();
    std::fs::write(here.join("in/b.txt"), "M. Orso Kervel.").unwrap();
    let ledger = ["--ledger", "l", "--key-file", "k"];
    assert_eq!(huisclos(here, &["ledger", "key", "k"], b"").status.code(), Some(0));
    let run = |start: &[&str]| {
        let done = huisclos(here, &[start, &ledger].concat(), b"");
        assert_eq!(done.status.code(), Some(0), "{start:?}: {}", err(&done));
    };
    run(&["pseudonymize", "in", "--out", "out", "--style", "stable"]);
    run(&["restore", "out", "--out", "back"]);
    assert_eq!(std::fs::read_to_string(here.join("back/a.docx.txt")).unwrap(), "Mme Odile Fernagut a perdu.\n");
    assert_eq!(std::fs::read_to_string(here.join("back/b.txt")).unwrap(), "M. Orso Kervel.");
}
