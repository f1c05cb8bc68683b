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
use crate::model::Warning;
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

    /// The endings of its files' names, without the dot, the usual one first.
    pub const fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Text => &["txt"],
            Self::Html => &["html", "htm", "xhtml"],
            Self::Json => &["json"],
            Self::Docx => &["docx"],
            Self::Odt => &["odt"],
        }
    }

    /// The usual ending of a file's name, without the dot.
    pub const fn ending(self) -> &'static str {
        self.endings()[0]
    }

    /// The format of a file's name by its ending, in any case; `None` when it is of none.
    ///
    /// ```
    /// use huisclos::formats::Format;
    /// assert_eq!(Format::from_ending("HTM"), Some(Format::Html));
    /// assert_eq!(Format::from_ending("doc"), None);
    /// ```
    pub fn from_ending(ending: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|format| format.endings().iter().any(|known| known.eq_ignore_ascii_case(ending)))
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
            let known = known.join(", ");
            Error::document(format!("the media type `{bare}` is not read: use {known}"), format!("le type de média `{bare}` n'est pas lu : utiliser {known}"))
        })
    }
}

/// First bytes that tell another sort of file, whatever its name says, and what to do about it, in English and in French.
const OTHERS: &[(&[u8], &str, &str)] = &[
    (
        b"%PDF-",
        "it is a PDF, which fixes every letter in its place: take the file it was made from (DOCX, ODT), or its text",
        "c'est un PDF, qui fixe chaque lettre à sa place : prendre le fichier dont il vient (DOCX, ODT), ou son texte",
    ),
    (b"{\\rtf", "it is RTF: save it as DOCX or ODT", "c'est du RTF : l'enregistrer en DOCX ou en ODT"),
    (
        b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
        "it is of an older Word (.doc), or locked with a password: save it as DOCX without a password",
        "il vient d'un ancien Word (.doc), ou porte un mot de passe : l'enregistrer en DOCX sans mot de passe",
    ),
];
const ZIP: &[u8] = b"PK\x03\x04";

/// Errors when `bytes` are evidently of another sort of file than `format`. [`open`] asks first.
///
/// A text that is markup in truth would lose names that the markup cuts; so it is refused, not read as text.
///
/// # Errors
/// The message says what the file is, and what to do.
///
/// ```
/// use huisclos::formats::{Format, confirm};
/// assert!(confirm(b"<!DOCTYPE html><p>Mme <b>Od</b>ile", Format::Text).unwrap_err().to_string().contains("HTML"));
/// assert!(confirm("Arrêt n° 12".as_bytes(), Format::Text).is_ok());
/// ```
pub fn confirm(bytes: &[u8], format: Format) -> Result<(), Error> {
    let refused = |what: &str, pourquoi: &str| Err(Error::document(format!("the {} file: {what}", format.ending()), format!("le fichier {} : {pourquoi}", format.ending())));
    let start = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    if let Some((_, what, pourquoi)) = OTHERS.iter().find(|(first, ..)| start.starts_with(first)) {
        return refused(what, pourquoi);
    }
    let zipped = matches!(format, Format::Docx | Format::Odt);
    if !zipped && bytes.starts_with(ZIP) {
        return refused("it is an archive, as DOCX and ODT are: open it as what it is", "c'est une archive, comme les DOCX et les ODT : l'ouvrir pour ce qu'il est");
    }
    let tag = |tag: &[u8]| start.get(..tag.len()).is_some_and(|first| first.eq_ignore_ascii_case(tag));
    if format == Format::Text && (tag(b"<!doctype html") || tag(b"<html")) {
        return refused("it is HTML: open it as HTML", "c'est du HTML : l'ouvrir comme du HTML");
    }
    Ok(())
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
/// When the bytes are not a whole document of `format`, are evidently something else ([`confirm`]), are encrypted, or unpack
/// beyond the limits: 4096 files inside, 64 MiB each, 256 MiB together.
///
/// ```
/// use huisclos::{Span, formats::{Format, open}};
/// let document = open(b"<p>Mme <b>Od</b>ile R&eacute;my</p>", Format::Html).unwrap();
/// let at = document.text().find("Odile Rémy").unwrap() as u32;
/// let written = document.write(&[(Span::new(at, at + 11), "[O] [R]")]).unwrap();
/// assert_eq!(written, b"<p>Mme <b>[O] [R]</b></p>");
/// ```
pub fn open(bytes: &[u8], format: Format) -> Result<Opened, Error> {
    confirm(bytes, format)?;
    let mut pieces = Pieces::default();
    let body = match format {
        Format::Docx | Format::Odt => Body::Archive(Archive::open(bytes, format, &mut pieces)?),
        Format::Text => {
            let text = utf8(bytes, "the text", "le texte")?;
            pieces.push(0, 0..text.len(), text, Code::Plain);
            Body::Single(text.to_owned())
        }
        Format::Html => {
            let text = utf8(bytes, "the HTML document", "le document HTML")?;
            html::gather(text, &mut pieces);
            Body::Single(text.to_owned())
        }
        Format::Json => {
            let text = utf8(bytes, "the JSON document", "le document JSON")?;
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

    /// Tells of the files that were not read; `None` when everything was.
    pub fn warning(&self) -> Option<Warning> {
        let unread = self.unread().len();
        (unread > 0).then(|| Warning {
            code: "unread_files",
            message: format!("{unread} files inside the document (images, embedded objects) were not read: look at them before publishing"),
        })
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
            return Err(Error::document(
                "the edits overlap, are not sorted, or lie outside the document's text: take them from the same text",
                "les modifications se chevauchent, ne sont pas triées, ou sortent du texte du document : les prendre du même texte",
            ));
        }
        let changes = self.pieces.changes(edits);
        match &self.body {
            Body::Single(source) => Ok(pieces::splice(source, changes.iter().map(|(_, change)| change)).into_bytes()),
            Body::Archive(archive) => archive.write(&changes),
        }
    }
}

fn utf8<'b>(bytes: &'b [u8], what: &str, quoi: &str) -> Result<&'b str, Error> {
    std::str::from_utf8(bytes).map_err(|error| {
        let at = error.valid_up_to();
        Error::document(
            format!("{what}: byte {at} is not UTF-8: convert it to UTF-8 first"),
            format!("{quoi} : l'octet {at} n'est pas de l'UTF-8 : le convertir d'abord en UTF-8"),
        )
    })
}
