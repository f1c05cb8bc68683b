//! Compiles word lists into the file that `huisclos::lexicon` embeds.
//!
//! `SOURCES.toml` says which list gives which classes; [`compile`] checks each list's digest, gathers the classes of every
//! folded entry, and packs names and phrases as trees and the ordinary words as their smallest graph.

mod graph;
mod nodes;
mod sources;
mod table;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write};
use std::fs;
use std::path::Path;

use huisclos::Kind;
use huisclos::lexicon::Class;
use huisclos::replace::key;
use sha2::{Digest, Sha256};

pub use sources::Sources;

/// Why a list could not be compiled; the message names the file and the remedy.
#[derive(Debug)]
pub struct CompileError(pub(crate) String);

impl fmt::Display for CompileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for CompileError {}

/// The hexadecimal SHA-256 of `data`.
pub fn digest(data: &[u8]) -> String {
    let mut text = String::with_capacity(64);
    for byte in Sha256::digest(data) {
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// Compiles the lists of `folder` for `country`; the same lists always give the same bytes.
///
/// # Errors
/// When a file cannot be read, is not the one `SOURCES.toml` describes, or has a row that does not fit its columns.
pub fn compile(folder: &Path, country: &str) -> Result<Vec<u8>, CompileError> {
    let read = |name: &str| fs::read_to_string(folder.join(name)).map_err(|e| CompileError(format!("{name}: {e}; run corpora/lexicons/fetch.py")));
    let sources = Sources::parse(&read("SOURCES.toml")?)?;
    let mut lists = Vec::new();
    for list in sources.lists() {
        let text = read(&list.file)?;
        if digest(text.as_bytes()) != list.sha256 {
            return Err(CompileError(format!("{}: its sha256 is not the one in SOURCES.toml; if the change is meant, run corpora/lexicons/fetch.py --update", list.file)));
        }
        lists.push(text);
    }
    let entries = sources.gather(&lists)?;
    let words: BTreeSet<&[u8]> = entries.iter().filter(|(key, class)| class.has(Class::WORD) && key.bytes().all(|b| b.is_ascii_uppercase())).map(|(key, _)| key.as_bytes()).collect();

    let (table, [count, bytes]) = table::pack(&entries)?;
    let (graph, [edges, nodes]) = graph::pack(&words)?;
    let mut body = Vec::new();
    for length in [count, bytes, edges, nodes] {
        varint(length, &mut body);
    }
    body.extend(table);
    body.extend(graph);
    let version = format!("{country} {} {}", sources.version(), &digest(&body)[..12]);
    let mut packed = b"huisclos lexicon 2\n".to_vec();
    varint(version.len(), &mut packed);
    packed.extend_from_slice(version.as_bytes());
    packed.extend_from_slice(&body);
    Ok(packed)
}

/// The list that generalises a commune to its département: codes with their names, then towns of 20,000 inhabitants or more
/// with their codes. A town's name that another département has too is left out.
///
/// # Errors
/// When a list cannot be read.
pub fn places(folder: &Path) -> Result<String, CompileError> {
    let read = |name: &str| fs::read_to_string(folder.join(name)).map_err(|e| CompileError(format!("{name}: {e}; run corpora/lexicons/fetch.py")));
    let mut places = String::from(
        "# Départements, then towns of 20,000 inhabitants or more with the code of theirs. Written by `make lexicons` from\n\
         # corpora/lexicons/fr/departements.tsv and communes.tsv (INSEE, Code officiel géographique; Licence Ouverte 2.0).\n",
    );
    for line in read("departements.tsv")?.lines() {
        if let Some((name, code)) = line.split_once('\t') {
            let _ = writeln!(places, "{code}\t{name}");
        }
    }
    let communes = read("communes.tsv")?;
    let mut towns: BTreeMap<String, (u64, BTreeSet<&str>)> = BTreeMap::new();
    for row in communes.lines().map(|line| line.split('\t').collect::<Vec<_>>()) {
        let [name, code, population, _] = row[..] else { continue };
        let (most, codes) = towns.entry(key(Kind::Locality, name)).or_default();
        *most = (*most).max(population.parse().unwrap_or(0));
        codes.insert(code);
    }
    for (name, (_, codes)) in towns.iter().filter(|(_, (most, codes))| *most >= 20_000 && codes.len() == 1) {
        let _ = writeln!(places, "{name}\t{}", codes.iter().next().unwrap_or(&""));
    }
    Ok(places)
}

/// Seven bits a byte, low bits first.
fn varint(mut value: usize, out: &mut Vec<u8>) {
    while value >= 128 {
        out.push((value & 127) as u8 | 128);
        value >>= 7;
    }
    out.push(value as u8);
}

#[cfg(test)]
mod tests;
