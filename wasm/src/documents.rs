use huisclos::formats::{Format, open};
use huisclos::report::audit::{AuditSpan, Chain, Entry, Line, Run, Tally, page};
use huisclos::report::review::seal;
use huisclos::report::words::Lang;
use huisclos::{Action, OffsetTable, OffsetUnit, Policy, Span};
use serde::Deserialize;
use serde_json::json;

use crate::wire::{Failure, read_json, read_unit, to_json};

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

/// One replacement; a span of an outcome is one.
#[derive(Deserialize)]
struct Edit {
    start: u32,
    end: u32,
    replacement: String,
    action: Option<Action>,
    lead: Option<Lead>,
}

/// The word before the span that changes with it.
#[derive(Deserialize)]
struct Lead {
    start: u32,
    text: String,
}

/// The document with edits (JSON) made. Spans of an outcome are edits: what stays is passed over, the word before changes too.
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
    let edits: Vec<Edit> = read_json(edits, "edits", "a list of `start`, `end` and `replacement`")?;
    let hidden = || edits.iter().filter(|edit| edit.action.is_none_or(Action::hides));
    let each = hidden().flat_map(|edit| {
        let lead = edit.lead.as_ref().map(|lead| ((lead.start, edit.start), &*lead.text));
        lead.into_iter().chain([((edit.start, edit.end), &*edit.replacement)])
    });
    let (ranges, words): (Vec<_>, Vec<_>) = each.unzip();
    let spans = to_bytes(opened.text(), ranges.into_iter(), read_unit(unit)?)?;
    Ok(opened.write(&spans.into_iter().zip(words).collect::<Vec<_>>())?)
}

/// Sorted ranges in `unit`, in bytes. One pass over the text.
fn to_bytes(text: &str, ranges: impl Iterator<Item = (u32, u32)>, unit: OffsetUnit) -> Result<Vec<Span>, Failure> {
    let table = OffsetTable::new(text, unit);
    let mut places = text.char_indices().map(|(at, _)| at as u32).chain([text.len() as u32]).peekable();
    let mut find = |wanted: u32| {
        while places.peek().is_some_and(|at| table.convert(*at) < wanted) {
            places.next();
        }
        places.peek().copied().filter(|at| table.convert(*at) == wanted)
    };
    let spans = ranges.map(|(start, end)| Some(Span::new(find(start)?, find(end).filter(|_| start <= end)?)));
    spans.collect::<Option<Vec<_>>>().ok_or_else(|| Failure::new("edits", "a span lies outside the text, inside a character, or before the one it follows: give them sorted, in the unit you name"))
}

/// A policy in TOML as the JSON that the engine's module reads.
///
/// # Errors
/// When it is no policy; the message names the line.
///
/// ```
/// let error = huisclos_wasm::read_policy("name = 'x'\ntitle = 'X'\nblock = 2").unwrap_err();
/// assert!(error.code == "policy" && error.message.contains("line 3"), "{}", error.message);
/// ```
pub fn read_policy(toml: &str) -> Result<String, Failure> {
    Ok(Policy::json_of(toml)?)
}

/// A document to record, as JavaScript gives it.
#[derive(Deserialize)]
struct Recorded {
    id: String,
    original: String,
    outcome: Recordable,
    #[serde(default)]
    reviewed: bool,
    #[serde(default)]
    doubts: Option<usize>,
    #[serde(default)]
    findings: Option<usize>,
}

/// The part of an outcome that a record keeps.
#[derive(Deserialize)]
struct Recordable {
    offset_unit: OffsetUnit,
    spans: Vec<AuditSpan>,
    warnings: Vec<Code>,
    text: String,
}

#[derive(Deserialize)]
struct Code {
    code: String,
}

/// The record of a run, as JSON Lines: `run` is its head (JSON), `date` when it began, `documents` (JSON) a list of `id`, `original`,
/// `outcome`, and optionally `reviewed`, and the numbers of `doubts` left and `findings` of the leak check.
///
/// # Errors
/// When `run` or `documents` cannot be read.
///
/// ```
/// assert!(huisclos_wasm::record("{}", None, "[]").unwrap_err().message.starts_with("record (JSON, line 1"));
/// ```
pub fn record(run: &str, date: Option<String>, documents: &str) -> Result<String, Failure> {
    let what = "a list of `id`, `original`, `outcome` (with its `text`), and optionally `reviewed`, `doubts` and `findings`";
    let (run, documents): (Run, Vec<Recorded>) = (read_json(run, "record", "the head of a run")?, read_json(documents, "record", what)?);
    let unwritten = |_| Failure::new("record", "a line of the record cannot be written");
    let (mut chain, first) = Chain::start(Run { date, ..run }).map_err(unwritten)?;
    let mut lines = vec![first];
    for Recorded { id, original, outcome, reviewed, doubts, findings } in documents {
        let entry = Entry {
            id,
            original: seal(&original),
            bytes: original.len(),
            result: seal(&outcome.text),
            reviewed,
            doubts,
            findings,
            offset_unit: outcome.offset_unit,
            spans: outcome.spans,
            warnings: outcome.warnings.into_iter().map(|warning| warning.code).collect(),
        };
        lines.push(chain.link(Line::Document(entry)).map_err(unwritten)?);
    }
    lines.push(chain.end().map_err(unwritten)?);
    Ok(lines.join("\n") + "\n")
}

/// The page of a record (JSON Lines) in `language`: `fr` or `en`.
///
/// # Errors
/// When the record is broken, or there are no words in the language.
///
/// ```
/// assert_eq!(huisclos_wasm::record_page("{}", "fr").unwrap_err().message, "line 1 of the record: it holds no hash: this is no line of a record");
/// ```
pub fn record_page(record: &str, language: &str) -> Result<String, Failure> {
    let language = Lang::from_code(language).ok_or_else(|| Failure::new("record", "there are no words in this language: use fr or en"))?;
    let (tally, checked) = Tally::read(record.lines()).map_err(|broken| Failure::new("record", format!("line {} of the record: {}", broken.line, broken.what)))?;
    Ok(page(&tally, &checked, language))
}

/// Every media type with the usual ending of its files' names, as JSON.
///
/// ```
/// assert!(huisclos_wasm::formats().contains(r#""ending":"docx""#));
/// ```
pub fn formats() -> String {
    to_json(&Format::ALL.iter().map(|format| json!({ "mime": format.mime(), "ending": format.ending() })).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_spans_of_an_outcome_are_edits() {
        let spans = r#"[{"start":4,"end":6,"replacement":"[K]","action":"replace","lead":{"start":2,"text":"de "}},{"start":7,"end":8,"replacement":"z","action":"keep"}]"#;
        let outside = spans.replace("\"end\":6", "\"end\":60");
        assert_eq!(write_document("é d'ée z".as_bytes(), "text/plain", &outside, "utf16").unwrap_err().code, "edits");
        assert_eq!(write_document("é d'ée z".as_bytes(), "text/plain", spans, "utf16").unwrap(), "é de [K] z".as_bytes());
    }

    #[test]
    fn spans_in_any_unit_become_bytes() {
        let spans = |unit, ranges: &[(u32, u32)]| to_bytes("😀é x", ranges.iter().copied(), unit);
        assert_eq!(spans(OffsetUnit::Utf16, &[(2, 3), (4, 5)]).unwrap(), [Span::new(4, 6), Span::new(7, 8)]);
        assert_eq!(spans(OffsetUnit::Char, &[(0, 1)]).unwrap(), [Span::new(0, 4)]);
        for wrong in [&[(1, 2)][..], &[(4, 9)], &[(3, 2)], &[(4, 5), (0, 2)]] {
            assert_eq!(spans(OffsetUnit::Utf16, wrong).unwrap_err().code, "edits");
        }
    }
}
