//! Documents as bytes: read into one text, written back with the edits in place and the markup untouched.
//!
//! A document is cut into pieces: ranges of its bytes that hold words. Their decoded text, joined, is what the engine
//! reads; an edit goes back into the first piece it touches and takes its words out of the others, so that a name split
//! over runs, cells or elements is replaced once. A piece that no edit touches keeps its bytes.

mod archive;
mod html;
mod json;
mod pieces;
mod xml;

#[cfg(test)]
mod tests;

use crate::error::Error;
use crate::text::Span;

use archive::Archive;
use pieces::{Code, Pieces};

/// The formats that can be read and written back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// UTF-8 text.
    Text,
    /// HTML in UTF-8: text, attributes that hold words, comments, scripts.
    Html,
    /// JSON such as Judilibre's: every string that is no key.
    Json,
    /// Office Open XML text (Word).
    Docx,
    /// `OpenDocument` text (`LibreOffice`).
    Odt,
}

impl Format {
    /// Every format.
    pub const ALL: &'static [Self] = &[Self::Text, Self::Html, Self::Json, Self::Docx, Self::Odt];

    /// The media type.
    pub const fn mime(self) -> &'static str {
        match self {
            Self::Text => "text/plain",
            Self::Html => "text/html",
            Self::Json => "application/json",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Odt => "application/vnd.oasis.opendocument.text",
        }
    }

    /// The ending of a file's name, without the dot.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Html => "html",
            Self::Json => "json",
            Self::Docx => "docx",
            Self::Odt => "odt",
        }
    }

    /// The format of a media type (parameters such as `charset` are passed over).
    ///
    /// # Errors
    /// When there is none; the message lists those there are.
    ///
    /// ```
    /// use huisclos::formats::Format;
    /// assert_eq!(Format::from_mime("text/html; charset=utf-8").unwrap(), Format::Html);
    /// assert!(Format::from_mime("application/pdf").unwrap_err().is_document());
    /// ```
    pub fn from_mime(mime: &str) -> Result<Self, Error> {
        let bare = mime.split(';').next().unwrap_or_default().trim();
        Self::ALL.iter().copied().find(|format| format.mime().eq_ignore_ascii_case(bare)).ok_or_else(|| {
            let known: Vec<_> = Self::ALL.iter().map(|format| format.mime()).collect();
            Error::document(format!("the media type `{bare}` is not read: use {}", known.join(", ")))
        })
    }
}

/// A document that was read: its text, and where each part of the text comes from.
///
/// `Debug` shows sizes, never text.
pub struct Opened {
    pieces: Pieces,
    body: Body,
}

enum Body {
    Single(String),
    Archive(Archive),
}

impl std::fmt::Debug for Opened {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Opened").field("text_bytes", &self.pieces.text.len()).field("unread", &self.unread()).finish_non_exhaustive()
    }
}

/// Reads a document. Linear in its unpacked size, which is limited (see the messages).
///
/// # Errors
/// When the bytes are not a whole document of `format`, are encrypted, or unpack beyond the limits.
///
/// ```
/// use huisclos::{Span, formats::{Format, open}};
/// let document = open(b"<p>Mme <b>Od</b>ile R&eacute;my</p>", Format::Html).unwrap();
/// let at = document.text().find("Odile Rémy").unwrap() as u32;
/// let written = document.write(&[(Span::new(at, at + 11), "[O] [R]")]).unwrap();
/// assert_eq!(written, b"<p>Mme <b>[O] [R]</b></p>");
/// ```
pub fn open(bytes: &[u8], format: Format) -> Result<Opened, Error> {
    let mut pieces = Pieces::default();
    let body = match format {
        Format::Docx | Format::Odt => Body::Archive(Archive::open(bytes, format, &mut pieces)?),
        Format::Text => {
            let text = utf8(bytes, "the text")?;
            pieces.push(0, 0..text.len(), text, Code::Plain);
            Body::Single(text.to_owned())
        }
        Format::Html => {
            let text = utf8(bytes, "the HTML document")?;
            html::gather(text, &mut pieces);
            Body::Single(text.to_owned())
        }
        Format::Json => {
            let text = utf8(bytes, "the JSON document")?;
            json::gather(text, &mut pieces)?;
            Body::Single(text.to_owned())
        }
    };
    if u32::try_from(pieces.text.len()).is_err() {
        return Err(Error::too_large(pieces.text.len()));
    }
    Ok(Opened { pieces, body })
}

impl Opened {
    /// The words of the document, joined: what the engine reads.
    pub fn text(&self) -> &str {
        &self.pieces.text
    }

    /// The files inside the document whose content no text rule can read: images, embedded objects, macros.
    pub fn unread(&self) -> &[String] {
        match &self.body {
            Body::Single(_) => &[],
            Body::Archive(archive) => &archive.unread,
        }
    }

    /// The document with `edits` made: what goes, in bytes of [`Opened::text`], and what comes.
    ///
    /// # Errors
    /// When the edits are not sorted and disjoint, lie beyond the text, or the archive cannot be written.
    pub fn write(&self, edits: &[(Span, &str)]) -> Result<Vec<u8>, Error> {
        let in_order = edits.windows(2).all(|pair| pair[0].0.end <= pair[1].0.start);
        let text = &self.pieces.text;
        let inside = |span: &Span| text.is_char_boundary(span.start as usize) && text.is_char_boundary(span.end as usize);
        if !in_order || !edits.iter().all(|(span, _)| inside(span)) {
            return Err(Error::document("the edits overlap, are not sorted, or lie outside the document's text: take them from the same text"));
        }
        let changes = self.pieces.changes(edits);
        match &self.body {
            Body::Single(source) => Ok(pieces::splice(source, changes.iter().map(|(_, change)| change)).into_bytes()),
            Body::Archive(archive) => archive.write(&changes),
        }
    }
}

fn utf8<'b>(bytes: &'b [u8], what: &str) -> Result<&'b str, Error> {
    std::str::from_utf8(bytes)
        .map_err(|error| Error::document(format!("{what}: byte {} is not UTF-8: convert it to UTF-8 first", error.valid_up_to())))
}
