use huisclos::formats::{Format, open};
use serde::Deserialize;
use serde_json::json;

use crate::wire::{Failure, read_list, read_unit, to_bytes, to_json};

/// The words of a document, and (JSON) the files inside that were not read.
///
/// # Errors
/// When the bytes are not a whole document of that type.
///
/// ```
/// assert_eq!(huisclos_wasm::read_document(b"<b>a</b>b", "text/html").unwrap().0, "ab\n");
/// ```
pub fn read_document(bytes: &[u8], mime: &str) -> Result<(String, String), Failure> {
    let opened = open(bytes, Format::from_mime(mime)?)?;
    Ok((opened.text().to_owned(), to_json(&opened.unread())))
}

#[derive(Deserialize)]
struct Edit {
    start: u32,
    end: u32,
    replacement: String,
}

/// The document with edits (JSON) made.
///
/// # Errors
/// When the document or the edits cannot be read, or do not go together.
///
/// ```
/// let edits = r#"[{"start":2,"end":3,"replacement":"y"}]"#;
/// assert_eq!(huisclos_wasm::write_document("é x".as_bytes(), "text/plain", edits, "utf16").unwrap(), "é y".as_bytes());
/// ```
pub fn write_document(bytes: &[u8], mime: &str, edits: &str, unit: &str) -> Result<Vec<u8>, Failure> {
    let opened = open(bytes, Format::from_mime(mime)?)?;
    let edits: Vec<Edit> = read_list(edits)?;
    let spans = to_bytes(opened.text(), edits.iter().map(|edit| (edit.start, edit.end)), read_unit(unit)?)?;
    let edits: Vec<_> = spans.into_iter().zip(edits.iter().map(|edit| &*edit.replacement)).collect();
    Ok(opened.write(&edits)?)
}

/// Every media type with the usual ending of its files' names, as JSON.
///
/// ```
/// assert!(huisclos_wasm::formats().contains(r#""ending":"docx""#));
/// ```
pub fn formats() -> String {
    to_json(&Format::ALL.iter().map(|format| json!({ "mime": format.mime(), "ending": format.ending() })).collect::<Vec<_>>())
}
