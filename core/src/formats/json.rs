use serde::de::IgnoredAny;

use crate::error::Error;

use super::pieces::{Code, Pieces};

/// Every string value, the longest first: the decision before its metadata, so that its layout is read as a decision's.
pub(super) fn gather(source: &str, pieces: &mut Pieces) -> Result<(), Error> {
    // The library judges the grammar (and the depth); strings can then be told by their quotes alone. Its own words could
    // quote the document: the place is enough.
    serde_json::from_str::<IgnoredAny>(source.trim_start_matches('\u{feff}')).map_err(|error| {
        Error::document(format!("the JSON document: line {}, column {} is not JSON, or the file is cut short", error.line(), error.column()))
    })?;
    let mut strings = Vec::new();
    let mut at = 0;
    while let Some(open) = source[at..].find('"').map(|found| at + found + 1) {
        let mut close = open;
        let bytes = source.as_bytes();
        while bytes[close] != b'"' {
            close += if bytes[close] == b'\\' { 2 } else { 1 };
        }
        at = close + 1;
        if source[at..].trim_start().starts_with(':') {
            continue;
        }
        let words: String = serde_json::from_str(&source[open - 1..=close])
            .map_err(|_| Error::document(format!("the JSON document: the string at byte {open} has an escape that is no character")))?;
        strings.push((open..close, words));
    }
    strings.sort_by_key(|(range, words)| (std::cmp::Reverse(words.len()), range.start));
    for (range, words) in strings {
        pieces.push(0, range, &words, Code::Json);
        pieces.end_line();
    }
    Ok(())
}
