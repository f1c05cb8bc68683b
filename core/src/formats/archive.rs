use std::io::{Cursor, Read, Write};

use zip::read::ZipArchive;
use zip::write::{SimpleFileOptions, ZipWriter};

use crate::error::Error;

use super::pieces::{Change, Pieces, splice};
use super::{Format, xml};

const MOST_FILES: usize = 4096;
/// Bytes one file inside may unpack to, and all together.
const LARGEST_FILE: u64 = 64 << 20;
const LARGEST_WHOLE: u64 = 256 << 20;

/// A picture of one white pixel: what takes the place of the preview of the first page.
const WHITE_PIXEL: &[u8] = &[
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00, 0x00, 0x01,
    0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00, 0x00, 0x3A, 0x7E, 0x9B, 0x55, 0x00, 0x00, 0x00, 0x0A, 0x49, 0x44, 0x41,
    0x54, 0x78, 0x9C, 0x63, 0xF8, 0x0F, 0x00, 0x01, 0x01, 0x01, 0x00, 0xB1, 0x38, 0xF6, 0x14, 0x00, 0x00, 0x00, 0x00, 0x49,
    0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
];

/// A zipped document: its bytes, and the XML files inside that hold words.
pub(super) struct Archive {
    bytes: Vec<u8>,
    /// Index in the archive, and content.
    parts: Vec<(usize, String)>,
    previews: Vec<usize>,
    pub(super) unread: Vec<String>,
}

impl Archive {
    pub(super) fn open(bytes: &[u8], format: Format, pieces: &mut Pieces) -> Result<Self, Error> {
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged(
            format,
            "no table of contents: the file is cut short, or no such document: open it in its own program and save it again",
            "pas de table des matières : le fichier est tronqué, ou n'est pas un tel document : l'ouvrir dans son logiciel et l'enregistrer de nouveau",
        ))?;
        if zip.len() > MOST_FILES {
            return Err(damaged(format, "more than 4096 files inside: save it again without what is embedded", "plus de 4096 fichiers à l'intérieur : l'enregistrer sans ce qui y est incorporé"));
        }
        let main = if format == Format::Docx { "word/document.xml" } else { "content.xml" };
        let mut archive = Self { bytes: bytes.to_vec(), parts: Vec::new(), previews: Vec::new(), unread: Vec::new() };
        let mut named = Vec::new();
        let mut whole = 0;
        for index in 0..zip.len() {
            let file = zip.by_index(index).map_err(|_| damaged(
                format,
                "a file inside is encrypted or packed in an unknown way: save it without a password",
                "un fichier à l'intérieur est chiffré ou compressé d'une manière inconnue : l'enregistrer sans mot de passe",
            ))?;
            let name = file.name().map_err(|_| damaged(format, "a file inside has a name that cannot be read", "un fichier à l'intérieur porte un nom illisible"))?.into_owned();
            let lower = name.to_ascii_lowercase();
            let ending = lower.rsplit('.').next().unwrap_or_default();
            if file.is_dir() || name == "mimetype" {
                continue;
            }
            if lower.contains("thumbnail") {
                archive.previews.push(index);
                continue;
            }
            if !matches!(ending, "xml" | "rels" | "rdf") {
                archive.unread.push(name);
                continue;
            }
            let mut content = Vec::new();
            let mut limited = file.take(LARGEST_FILE + 1);
            limited.read_to_end(&mut content).map_err(|_| damaged(
                format,
                &format!("{name} cannot be unpacked: open it in its own program and save it again"),
                &format!("{name} ne peut être décompressé : ouvrir le document dans son logiciel et l'enregistrer de nouveau"),
            ))?;
            whole += content.len() as u64;
            if content.len() as u64 > LARGEST_FILE || whole > LARGEST_WHOLE {
                return Err(damaged(
                    format,
                    &format!("{name} unpacks beyond 64 MiB, or the whole beyond 256 MiB: no decision is so large; if this one is, cut it in two"),
                    &format!("{name} dépasse 64 Mio décompressé, ou le tout 256 Mio : aucune décision n'est si longue ; si celle-ci l'est, la couper en deux"),
                ));
            }
            if name == "META-INF/manifest.xml" {
                if content.windows(16).any(|window| window == b"encryption-data ") || content.windows(16).any(|window| window == b"encryption-data>") {
                    return Err(damaged(format, "the document is encrypted: save it without a password", "le document est chiffré : l'enregistrer sans mot de passe"));
                }
                continue;
            }
            if name == "[Content_Types].xml" {
                continue;
            }
            let content = String::from_utf8(content).map_err(|_| damaged(
                format,
                &format!("{name} is not UTF-8: open it in its own program and save it again"),
                &format!("{name} n'est pas de l'UTF-8 : ouvrir le document dans son logiciel et l'enregistrer de nouveau"),
            ))?;
            named.push((name != main, name, index, content));
        }
        // The decision itself first: what its layout says is read from its beginning.
        named.sort_by_key(|(other, _, index, _)| (*other, *index));
        if named.first().is_none_or(|(other, ..)| *other) {
            let has = |part: &str| named.iter().any(|(_, name, ..)| name == part);
            let others = [
                ("word/document.xml", ": it is a DOCX", " : c'est un DOCX"),
                ("content.xml", ": it is an OpenDocument file", " : c'est un fichier OpenDocument"),
                ("xl/workbook.xml", ": it is an Excel workbook", " : c'est un classeur Excel"),
            ];
            let (_, is, est) = others.into_iter().find(|(part, ..)| has(part)).unwrap_or_default();
            return Err(damaged(format, &format!("no {main} inside{is}"), &format!("pas de {main} à l'intérieur{est}")));
        }
        for (_, name, index, content) in named {
            xml::gather(archive.parts.len(), &name, &content, pieces)?;
            archive.parts.push((index, content));
        }
        Ok(archive)
    }

    /// The archive with `changes` (sorted by part and place) made; files without change are copied as they are packed.
    pub(super) fn write(&self, changes: &[(usize, Change)]) -> Result<Vec<u8>, Error> {
        let failed = |_| {
            Error::document(
                "the archive cannot be written: try again with a copy saved in its own program",
                "l'archive ne peut être écrite : essayer avec une copie enregistrée par son logiciel",
            )
        };
        let mut zip = ZipArchive::new(Cursor::new(&self.bytes[..])).map_err(failed)?;
        let mut out = ZipWriter::new(Cursor::new(Vec::with_capacity(self.bytes.len())));
        for index in 0..zip.len() {
            let part = self.parts.iter().position(|(at, _)| *at == index);
            let of_part = changes.iter().filter(|(changed, _)| Some(*changed) == part).map(|(_, change)| change);
            let new = match part {
                Some(part) if changes.iter().any(|(changed, _)| *changed == part) => splice(&self.parts[part].1, of_part).into_bytes(),
                _ if self.previews.contains(&index) => WHITE_PIXEL.to_vec(),
                _ => {
                    out.raw_copy_file(zip.by_index_raw(index).map_err(failed)?).map_err(failed)?;
                    continue;
                }
            };
            let file = zip.by_index_raw(index).map_err(failed)?;
            let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated).last_modified_time(file.last_modified().unwrap_or_default());
            out.start_file(file.name().map_err(failed)?, options).map_err(failed)?;
            out.write_all(&new).map_err(|e| failed(e.into()))?;
        }
        Ok(out.finish().map_err(failed)?.into_inner())
    }
}

fn damaged(format: Format, why: &str, pourquoi: &str) -> Error {
    Error::document(format!("the {} file: {why}", format.ending()), format!("le fichier {} : {pourquoi}", format.ending()))
}
