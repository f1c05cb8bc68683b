use crate::error::Error;
use crate::formats::{self, Format};
use crate::model::CaseFacts;
use crate::report::review::Review;

use super::{Engine, Outcome};

/// A document written back, and what was found in it.
#[derive(Debug)]
pub struct RedactedDocument {
    /// The document in its own format.
    pub bytes: Vec<u8>,
    /// The spans refer to [`Outcome::original`]: the document's words, joined.
    pub outcome: Outcome<'static>,
}

/// Pseudonymises a document of the media type `mime` (see [`Format`]) and leaves its markup untouched.
///
/// Authors in the document's properties and of its changes and comments are emptied, the preview of its first page is
/// replaced by a white one. The warning `unread_files` says how many images and embedded files no rule could read. `review` is
/// what a reader decided on the document's words ([`formats::Opened::text`]).
///
/// # Errors
/// When the media type is unknown, the bytes are not a whole document of it, or the review is of other words: then there is no
/// output.
///
/// ```
/// use huisclos::{CaseFacts, Engine, redact_document};
/// let engine = Engine::builder().build()?;
/// let html = "<p>Écrire à <b>lea@</b>courriel.example.</p>";
/// let redacted = redact_document(&engine, html.as_bytes(), "text/html", &CaseFacts::default(), None)?;
/// assert_eq!(redacted.bytes, "<p>Écrire à <b>[Courriel 1]</b>.</p>".as_bytes());
/// # Ok::<(), huisclos::Error>(())
/// ```
pub fn redact_document(engine: &Engine, bytes: &[u8], mime: &str, facts: &CaseFacts, review: Option<&Review>) -> Result<RedactedDocument, Error> {
    let opened = formats::open(bytes, Format::from_mime(mime)?)?;
    let mut outcome = engine.replace(engine.read(opened.text().to_owned().into(), facts, review)?)?;
    let edits: Vec<_> = outcome.edits().map(|edit| (edit.span, edit.replacement)).collect();
    let bytes = opened.write(&edits)?;
    outcome.warnings.extend(opened.warning());
    Ok(RedactedDocument { bytes, outcome })
}
