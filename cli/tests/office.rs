//! What `LibreOffice` writes and opens again, when it is installed: its DOCX and ODT of a demo decision, read and written back by the command.

use std::path::Path;
use std::process::Command;

/// Converts `file` in `folder` to `format`; the settings are `folder`'s own, so that no other `LibreOffice` stands in the way.
fn convert(folder: &Path, format: &str, file: &str) {
    let settings = format!("-env:UserInstallation=file://{}/settings", folder.display());
    let arguments = [&settings, "--headless", "--infilter=Text (encoded):UTF8", "--convert-to", format, file];
    let arguments = arguments.iter().filter(|argument| Path::new(file).extension().is_some_and(|end| end == "txt") || !argument.starts_with("--infilter"));
    let done = Command::new("soffice").args(arguments).current_dir(folder).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

/// The lines, without empty ones; a letter between brackets, which each document draws anew, is `[.]`.
fn lines(text: &str) -> Vec<String> {
    let letter = |chunk: &str| chunk.len() > 1 && chunk.as_bytes()[1] == b']' && chunk.as_bytes()[0].is_ascii_uppercase();
    let even = |line: &str| line.split('[').map(|chunk| if letter(chunk) { format!(".{}", &chunk[1..]) } else { chunk.to_owned() }).collect::<Vec<_>>().join("[");
    text.trim_start_matches('\u{feff}').lines().map(str::trim).filter(|line| !line.is_empty()).map(even).collect()
}

#[test]
fn libreoffice_opens_what_comes_back() {
    if Command::new("soffice").arg("--version").output().is_err() {
        eprintln!("NOT RUN: LibreOffice is not installed (Debian: libreoffice-writer-nogui).");
        return;
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("office");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpora/demo/ta-lyon-oqtf-01.txt"), folder.join("decision.txt")).unwrap();
    let huisclos = |arguments: &[&str]| {
        let done = Command::new(env!("CARGO_BIN_EXE_huisclos")).args(arguments).current_dir(&folder).output().unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        String::from_utf8(done.stdout).unwrap()
    };
    let expected = lines(&huisclos(&["pseudonymize", "decision.txt"]));
    assert!(expected.iter().any(|line| line.contains("[.]")));
    for (format, file, written) in [("docx:MS Word 2007 XML", "decision.docx", "out.docx"), ("odt", "decision.odt", "out.odt")] {
        convert(&folder, format, "decision.txt");
        huisclos(&["pseudonymize", "-o", written, file]);
        convert(&folder, "txt:Text (encoded):UTF8", written);
        assert_eq!(lines(&std::fs::read_to_string(folder.join("out.txt")).unwrap()), expected, "{file}");
    }
}
