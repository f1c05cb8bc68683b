use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;

use crate::error::Error;

use super::pieces::{Code, Pieces};

/// A decision as Judilibre gives it: `zones` say where the parts of `text` start and end, in code points.
#[derive(Deserialize)]
struct Decision<'s> {
    #[serde(borrow)]
    text: Option<&'s RawValue>,
    #[serde(borrow, default)]
    zones: BTreeMap<Cow<'s, str>, Vec<Zone<'s>>>,
}

#[derive(Deserialize)]
struct Zone<'s> {
    #[serde(borrow)]
    start: &'s RawValue,
    #[serde(borrow)]
    end: &'s RawValue,
}

/// A page of search results.
#[derive(Deserialize)]
struct Page<'s> {
    #[serde(borrow)]
    results: Vec<&'s RawValue>,
}

/// Every string value, the longest first: the decision before its metadata, so that its layout is read as a decision's.
pub(super) fn gather(source: &str, pieces: &mut Pieces) -> Result<(), Error> {
    // The library judges the grammar (and the depth); strings can then be told by their quotes alone. Its own words could
    // quote the document: the place is enough.
    serde_json::from_str::<IgnoredAny>(source.trim_start_matches('\u{feff}')).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        Error::document(
            format!("the JSON document: line {line}, column {column} is not JSON, or the file is cut short"),
            format!("le document JSON : ligne {line}, colonne {column}, ce n'est pas du JSON, ou le fichier est tronqué"),
        )
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
            .map_err(|_| Error::document(
                format!("the JSON document: the string at byte {open} has an escape that is no character"),
                format!("le document JSON : la chaîne à l'octet {open} a un échappement qui n'est pas un caractère"),
            ))?;
        strings.push((open..close, words));
    }
    strings.sort_by_key(|(range, words)| (std::cmp::Reverse(words.len()), range.start));
    let mut numbers = HashMap::new();
    for (range, words) in strings {
        numbers.insert(range.start, pieces.push(0, range, &words, Code::Json));
        pieces.end_line();
    }
    for decision in decisions(source) {
        let Some(text) = decision.text.map(|text| range(source, text)).filter(|text| text.len() >= 2) else { continue };
        let Some(&piece) = numbers.get(&(text.start + 1)) else { continue };
        for number in decision.zones.values().flatten().flat_map(|zone| [zone.start, zone.end]) {
            if let Ok(chars) = number.get().parse() {
                pieces.follow(0, range(source, number), piece, chars);
            }
        }
    }
    Ok(())
}

/// The decisions of a document of Judilibre's shape (one, a list, a page of results); none of another.
fn decisions(source: &str) -> Vec<Decision<'_>> {
    let source = source.trim_start_matches('\u{feff}');
    let list = serde_json::from_str::<Vec<&RawValue>>(source).or_else(|_| serde_json::from_str::<Page>(source).map(|page| page.results));
    match list {
        Ok(list) => list.into_iter().filter_map(|raw| serde_json::from_str(raw.get()).ok()).collect(),
        Err(_) => serde_json::from_str(source).into_iter().collect(),
    }
}

fn range(source: &str, raw: &RawValue) -> Range<usize> {
    let start = raw.get().as_ptr() as usize - source.as_ptr() as usize;
    start..start + raw.get().len()
}
