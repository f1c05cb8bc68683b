//! Files, folders and standard input become documents, one at a time; what cannot be read is set aside, named by place.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use huisclos::formats::{self, Opened, confirm, open};
use huisclos::{CaseFacts, Country, Warning};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde_json::Value;

use crate::args::Format;
use crate::messages::{Failure, Lang, say, told};
use crate::run::tell;

/// One file, or standard input.
#[derive(Debug)]
pub(crate) struct Source {
    /// As the caller wrote it; `-` for standard input.
    pub(crate) path: PathBuf,
    /// Below the folder given, or the file's own name.
    pub(crate) relative: PathBuf,
    pub(crate) format: Format,
    /// Bytes, when known.
    pub(crate) size: Option<u64>,
}

impl Source {
    pub(crate) fn is_stdin(&self) -> bool {
        self.path.as_os_str() == "-"
    }
}

/// A document as it came.
pub(crate) struct Raw {
    pub(crate) source: usize,
    /// The line, in JSON Lines, counted from 1.
    pub(crate) line: Option<usize>,
    pub(crate) bytes: Vec<u8>,
}

/// A document to work on.
pub(crate) struct Document {
    pub(crate) source: usize,
    /// The line, in JSON Lines, counted from 1.
    pub(crate) line: Option<usize>,
    pub(crate) id: String,
    pub(crate) text: String,
    /// What `text` was read from, when that is no text: it is written back.
    pub(crate) file: Option<Opened>,
    pub(crate) facts: CaseFacts,
    pub(crate) country: Country,
    pub(crate) warnings: Vec<Warning>,
}

/// A line or document that was set aside. The message holds no text of it.
pub(crate) struct Fault {
    pub(crate) source: usize,
    pub(crate) line: Option<usize>,
    pub(crate) message: String,
    /// The line as it came; empty for a text, which stays where it is.
    pub(crate) raw: Vec<u8>,
}

/// Finds the files, in the order given; folders are walked by name.
pub(crate) fn sources(inputs: &[PathBuf], format: Option<Format>, lang: Lang) -> Result<Vec<Source>, Failure> {
    let mut sources = Vec::new();
    for input in inputs {
        if input.as_os_str() == "-" {
            let format = format.unwrap_or(Format::Document(formats::Format::Text));
            sources.push(Source { path: input.clone(), relative: "stdin".into(), format, size: None });
            continue;
        }
        let about = std::fs::metadata(input).map_err(|error| Failure::io(input.display(), error))?;
        if !about.is_dir() {
            let relative = input.file_name().map_or_else(|| input.clone(), PathBuf::from);
            let format = format.or_else(|| Format::of_path(input)).unwrap_or(Format::Document(formats::Format::Text));
            sources.push(Source { path: input.clone(), relative, format, size: Some(about.len()) });
            continue;
        }
        let before = sources.len();
        let mut others = BTreeSet::new();
        for entry in walkdir::WalkDir::new(input).sort_by_file_name() {
            let entry = entry.map_err(|error| Failure::io(input.display(), error))?;
            let name = entry.file_name().to_string_lossy();
            // What Word writes beside a document that is open holds its user's name, not the document.
            if !entry.file_type().is_file() || name.starts_with("~$") {
                continue;
            }
            let Some(ending) = Format::of_path(entry.path()) else {
                if !name.starts_with('.') {
                    others.insert(entry.path().extension().map_or_else(|| name.to_string(), |ending| format!(".{}", ending.to_string_lossy())));
                }
                continue;
            };
            if format.is_some_and(|format| format != ending) {
                continue;
            }
            let relative = entry.path().strip_prefix(input).unwrap_or(entry.path()).to_owned();
            let size = entry.metadata().ok().map(|about| about.len());
            sources.push(Source { path: entry.into_path(), relative, format: ending, size });
        }
        if sources.len() == before {
            let place = input.display();
            return Err(Failure { code: 3, message: say!(lang, "{place}: the folder holds no .txt, .html, .json, .docx, .odt or .jsonl file", "{place} : le dossier ne contient aucun fichier .txt, .html, .json, .docx, .odt ou .jsonl") });
        }
        if !others.is_empty() {
            let (place, kinds) = (input.display(), others.into_iter().collect::<Vec<_>>().join(", "));
            tell(&say!(lang, "note: {place}: files of other kinds are not read: {kinds}", "note : {place} : les fichiers d'autres types ne sont pas lus : {kinds}"));
        }
    }
    if sources.iter().filter(|source| source.is_stdin()).count() > 1 {
        return Err(Failure::usage(say!(lang, "`-` stands twice: standard input is read once", "`-` figure deux fois : l'entrée standard n'est lue qu'une fois")));
    }
    Ok(sources)
}

/// The bytes of every document, in order. Holds one at a time.
pub(crate) fn raws(sources: &[Source]) -> impl Iterator<Item = Result<Raw, Fault>> {
    sources.iter().enumerate().flat_map(|(at, source)| {
        let fault = move |error: &std::io::Error| Fault { source: at, line: None, message: error.to_string(), raw: Vec::new() };
        let reader: Result<Box<dyn BufRead>, _> = if source.is_stdin() {
            Ok(Box::new(std::io::stdin().lock()))
        } else {
            File::open(&source.path).map(|file| Box::new(BufReader::with_capacity(1 << 16, file)) as Box<dyn BufRead>)
        };
        let items: Box<dyn Iterator<Item = Result<Raw, Fault>>> = match (reader, source.format) {
            (Err(error), _) => Box::new(std::iter::once(Err(fault(&error)))),
            (Ok(mut reader), Format::Document(_)) => {
                let mut bytes = Vec::new();
                let read = reader.read_to_end(&mut bytes).map_err(|error| fault(&error));
                Box::new(std::iter::once(read.map(|_| Raw { source: at, line: None, bytes })))
            }
            (Ok(reader), Format::Jsonl) => Box::new(lines(reader, at)),
        };
        items
    })
}

/// The words of every document, in order: what is written back as text, or not at all.
pub(crate) fn documents<'s>(sources: &'s [Source], facts: &'s CaseFacts, lang: Lang) -> impl Iterator<Item = Result<Document, Fault>> + 's {
    raws(sources).map(move |raw| Ok(Document { file: None, ..raw?.read(sources, facts, lang)? }))
}

impl Raw {
    /// Reads the document; `facts` are those of a document that brings none.
    pub(crate) fn read(self, sources: &[Source], facts: &CaseFacts, lang: Lang) -> Result<Document, Fault> {
        let (at, number) = (self.source, self.line);
        let fault = |message, raw| Fault { source: at, line: number, message, raw };
        let source = &sources[at];
        let format = match source.format {
            Format::Jsonl => return line(&self.bytes, at, number, lang).map_err(|message| fault(message, self.bytes)),
            Format::Document(format) => format,
        };
        let failed = |error: huisclos::Error| fault(told(lang, &error), Vec::new());
        let mut document = Document {
            source: at,
            line: None,
            id: source.path.display().to_string(),
            text: String::new(),
            file: None,
            facts: facts.clone(),
            country: Country::Fr,
            warnings: Vec::new(),
        };
        if format == formats::Format::Text {
            confirm(&self.bytes, format).map_err(failed)?;
            document.text = String::from_utf8(self.bytes).map_err(|error| {
                let byte = error.utf8_error().valid_up_to();
                fault(say!(lang, "byte {byte} is not UTF-8: convert the file to UTF-8 first", "l'octet {byte} n'est pas de l'UTF-8 : convertir d'abord le fichier en UTF-8"), Vec::new())
            })?;
        } else {
            let file = open(&self.bytes, format).map_err(failed)?;
            file.text().clone_into(&mut document.text);
            document.warnings.extend(file.warning());
            document.file = Some(file);
        }
        Ok(document)
    }
}

/// One document per line that is not blank.
fn lines(mut reader: Box<dyn BufRead>, source: usize) -> impl Iterator<Item = Result<Raw, Fault>> {
    let mut number = 0;
    let mut over = false;
    std::iter::from_fn(move || {
        loop {
            if over {
                return None;
            }
            let mut raw = Vec::new();
            number += 1;
            match reader.read_until(b'\n', &mut raw) {
                Ok(0) => return None,
                Ok(_) if raw.trim_ascii().is_empty() => {}
                Ok(_) => return Some(Ok(Raw { source, line: Some(number), bytes: raw })),
                Err(error) => {
                    over = true;
                    return Some(Err(Fault { source, line: Some(number), message: error.to_string(), raw }));
                }
            }
        }
    })
}

#[derive(Deserialize)]
struct Line {
    id: String,
    text: String,
    #[serde(default)]
    lang: Option<String>,
    #[serde(default)]
    country: Option<String>,
    #[serde(default)]
    facts: Option<CaseFacts>,
}

fn line(raw: &[u8], source: usize, number: Option<usize>, lang: Lang) -> Result<Document, String> {
    let line: Line = serde_json::from_slice(raw).map_err(|error| diagnose(raw, &error, lang))?;
    let country = match &line.country {
        None => Country::Fr,
        Some(name) => country(name, lang)?,
    };
    let mut warnings = Vec::new();
    if line.lang.as_deref().is_some_and(|tag| !tag.to_ascii_lowercase().starts_with("fr")) {
        warnings.push(Warning {
            code: "language_without_rules",
            message: "the document says it is not in French: the rules for French read it, and may miss names".to_owned(),
        });
    }
    Ok(Document { source, line: number, id: line.id, text: line.text, file: None, facts: line.facts.unwrap_or_default(), country, warnings })
}

fn country(name: &str, lang: Lang) -> Result<Country, String> {
    let name = name.to_ascii_lowercase();
    let known: Result<Country, serde::de::value::Error> = Country::deserialize(name.as_str().into_deserializer());
    known.map_err(|error| {
        // `unknown variant `xx`, expected `fr``: the list of what there is.
        let error = error.to_string();
        let expected = error.split_once(", expected ").map_or("", |(_, expected)| expected);
        say!(lang, "`country`: there are no rules for this country; use {expected}", "`country` : aucune règle pour ce pays ; utiliser {expected}")
    })
}

/// What is wrong with a line. serde's own words may quote the document: only names of fields leave.
fn diagnose(raw: &[u8], error: &serde_json::Error, lang: Lang) -> String {
    let column = error.column();
    let Ok(value) = serde_json::from_slice::<Value>(raw) else {
        return say!(lang, "column {column}: not JSON; a line is one {{\"id\",\"text\"}} object", "colonne {column} : ce n'est pas du JSON ; une ligne est un objet {{\"id\",\"text\"}}");
    };
    let Value::Object(fields) = value else {
        return say!(lang, "not an object; a line is one {{\"id\",\"text\"}} object", "ce n'est pas un objet ; une ligne est un objet {{\"id\",\"text\"}}");
    };
    for field in ["id", "text"] {
        match fields.get(field) {
            Some(Value::String(_)) => {}
            Some(_) => return say!(lang, "`{field}` is not a string", "`{field}` n'est pas une chaîne"),
            None => return say!(lang, "`{field}` is missing", "`{field}` manque"),
        }
    }
    for field in ["lang", "country"] {
        if fields.get(field).is_some_and(|value| !value.is_string() && !value.is_null()) {
            return say!(lang, "`{field}` is not a string", "`{field}` n'est pas une chaîne");
        }
    }
    let facts = fields.get("facts").cloned().unwrap_or_default();
    match serde_json::from_value::<Option<CaseFacts>>(facts) {
        Err(error) => facts_fault(&error, lang),
        Ok(_) => say!(lang, "a field stands twice", "un champ figure deux fois"),
    }
}

/// What is wrong with facts, without their values.
fn facts_fault(error: &serde_json::Error, lang: Lang) -> String {
    let words = error.to_string();
    let safe = ["unknown field", "unknown variant", "missing field"].iter().any(|start| words.starts_with(start));
    let what = if safe {
        words.split(" at line ").next().unwrap_or_default().to_owned()
    } else {
        say!(lang, "a field has the wrong type; `persons` is a list of {{\"name\",\"role\"}}, `keep` and `remove` are lists of strings",
            "un champ n'a pas le bon type ; `persons` est une liste de {{\"name\",\"role\"}}, `keep` et `remove` sont des listes de chaînes")
    };
    format!("`facts`: {what}")
}

/// Reads the file of `--facts`.
pub(crate) fn facts(path: Option<&Path>, lang: Lang) -> Result<CaseFacts, Failure> {
    let Some(path) = path else { return Ok(CaseFacts::default()) };
    let bytes = std::fs::read(path).map_err(|error| Failure::io(path.display(), error))?;
    serde_json::from_slice(&bytes).map_err(|error| {
        let what = if error.is_syntax() || error.is_eof() {
            { let (line, column) = (error.line(), error.column()); say!(lang, "line {line}, column {column}: not JSON", "ligne {line}, colonne {column} : ce n'est pas du JSON") }
        } else {
            facts_fault(&error, lang)
        };
        Failure::usage(format!("{}: {what}", path.display()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(raw: &str) -> Result<Document, String> {
        line(raw.as_bytes(), 0, Some(1), Lang::En)
    }

    #[test]
    fn a_line_gives_a_document() {
        let document = read(r#"{"id":"a","text":"x","lang":"fr","country":"FR","facts":{"nac":"22A"},"gold":[]}"#).unwrap();
        assert_eq!((document.id.as_str(), document.text.as_str()), ("a", "x"));
        assert_eq!(document.facts.nac.as_deref(), Some("22A"));
        assert!(document.warnings.is_empty());
        assert_eq!(read(r#"{"id":"a","text":"x","lang":"es"}"#).unwrap().warnings[0].code, "language_without_rules");
    }

    #[test]
    fn what_is_wrong_is_said_without_the_text() {
        for (raw, word) in [
            (r#"{"id":"a","text":"Zoé Roux"#, "not JSON"),
            (r#"["Zoé Roux"]"#, "not an object"),
            (r#"{"id":"a"}"#, "`text` is missing"),
            (r#"{"id":7,"text":"Zoé Roux"}"#, "`id` is not a string"),
            (r#"{"id":"a","text":["Zoé Roux"]}"#, "`text` is not a string"),
            (r#"{"id":"a","text":"Zoé Roux","country":"xx"}"#, "use `fr`"),
            (r#"{"id":"a","text":"Zoé Roux","facts":{"persons":["Zoé Roux"]}}"#, "wrong type"),
            (r#"{"id":"a","text":"Zoé Roux","facts":{"persons":[{"name":"Zoé Roux","role":"partie"}]}}"#, "unknown variant `partie`"),
            (r#"{"id":"a","text":"Zoé Roux","facts":{"personnes":[]}}"#, "unknown field `personnes`"),
            (r#"{"id":"a","id":"b","text":"Zoé Roux"}"#, "stands twice"),
        ] {
            let message = read(raw).err().unwrap();
            assert!(message.contains(word) && !message.contains("Roux"), "{message}");
        }
    }
}
