use huisclos::{Error, OffsetTable, OffsetUnit, Span};
use serde::de::DeserializeOwned;

/// What JavaScript gets as an `Error`: the message, and a `code` to switch on.
///
/// Codes: `builder`, `policy`, `too_large`, `facts`, `offset_unit`, `lexicon`, `document`, `edits`.
#[derive(Debug, PartialEq, Eq)]
pub struct Failure {
    /// A stable word.
    pub code: &'static str,
    /// What is wrong and what to do; no text of a decision.
    pub message: String,
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        let code = match &error {
            e if e.is_policy() => "policy",
            e if e.is_too_large() => "too_large",
            e if e.is_document() => "document",
            _ => "builder",
        };
        Self { code, message: error.to_string() }
    }
}

pub(crate) fn read_list<T: DeserializeOwned>(json: &str) -> Result<Vec<T>, Failure> {
    serde_json::from_str(json).map_err(|error| Failure {
        code: "edits",
        message: format!("the spans do not have the expected shape (their JSON, character {}): each holds `start`, `end`, and `kind` or `replacement`", error.column()),
    })
}

/// Sorted ranges in `unit`, in bytes. One pass over the text.
pub(crate) fn to_bytes(text: &str, ranges: impl Iterator<Item = (u32, u32)>, unit: OffsetUnit) -> Result<Vec<Span>, Failure> {
    let table = OffsetTable::new(text, unit);
    let mut places = text.char_indices().map(|(at, _)| at as u32).chain([text.len() as u32]).peekable();
    let mut find = |wanted: u32| {
        while places.peek().is_some_and(|at| table.convert(*at) < wanted) {
            places.next();
        }
        places.peek().copied().filter(|at| table.convert(*at) == wanted)
    };
    let spans = ranges.map(|(start, end)| Some(Span::new(find(start)?, find(end).filter(|_| start <= end)?)));
    spans.collect::<Option<Vec<_>>>().ok_or_else(|| Failure {
        code: "edits",
        message: "a span lies outside the text, inside a character, or before the one it follows: give them sorted, in the unit you name".to_owned(),
    })
}

pub(crate) fn read_unit(unit: &str) -> Result<OffsetUnit, Failure> {
    OffsetUnit::from_name(unit)
        .ok_or_else(|| Failure { code: "offset_unit", message: format!("there is no offset unit `{unit}`: use utf16, char or byte") })
}

pub(crate) fn to_json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("maps with string keys are always JSON")
}

#[cfg(test)]
mod tests {
    use super::*;

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
