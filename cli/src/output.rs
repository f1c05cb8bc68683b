//! Where results go. A file is written apart and renamed when complete: what stands under its name is never half of it.

use std::collections::BTreeSet;
use std::io::{BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf, absolute};

use tempfile::NamedTempFile;

use huisclos::formats;

use crate::args::{Format, Output};
use crate::input::Source;
use crate::messages::{Failure, Lang, say};

/// The destinations of a run.
pub(crate) enum Sink {
    Stdout(BufWriter<std::io::Stdout>),
    /// `some` says whether the file is to be there: always in JSON Lines, where nothing is a result too.
    File { draft: Draft, some: bool },
    /// One file per source, in the order of the sources; `lists` says which sources are JSON Lines.
    Folder { targets: Vec<PathBuf>, lists: Vec<bool>, current: Option<Draft>, next: usize },
}

/// A file that has no name yet.
pub(crate) struct Draft {
    target: PathBuf,
    file: BufWriter<NamedTempFile>,
}

impl Draft {
    /// A file that others may read, as far as the session's mask allows.
    pub(crate) fn new(target: &Path) -> Result<Self, Failure> {
        Self::with_mode(target, 0o666)
    }

    /// A file for its owner alone: it holds original text.
    pub(crate) fn private(target: &Path) -> Result<Self, Failure> {
        Self::with_mode(target, 0o600)
    }

    #[cfg_attr(not(unix), allow(unused_variables))]
    fn with_mode(target: &Path, mode: u32) -> Result<Self, Failure> {
        let failed = |error: std::io::Error| Failure::io(target.display(), error);
        let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        std::fs::create_dir_all(folder).map_err(failed)?;
        let mut builder = tempfile::Builder::new();
        builder.prefix(".huisclos-").suffix(".part");
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(mode));
        let file = builder.tempfile_in(folder).map_err(failed)?;
        Ok(Self { target: target.to_owned(), file: BufWriter::new(file) })
    }

    pub(crate) fn write(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        self.file.write_all(bytes).map_err(|error| Failure::io(self.target.display(), error))
    }

    /// What writers of other formats write into.
    pub(crate) fn writer(&mut self) -> &mut impl Write {
        &mut self.file
    }

    /// Gives the file its name, once everything is on disk.
    pub(crate) fn finish(self) -> Result<(), Failure> {
        let failed = |error: std::io::Error| Failure::io(self.target.display(), error);
        let file = self.file.into_inner().map_err(|error| failed(error.into_error()))?;
        file.as_file().sync_all().map_err(failed)?;
        file.persist(&self.target).map_err(|error| failed(error.error))?;
        Ok(())
    }
}

/// What the result of a document is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Written {
    /// The file it came in, with its markup.
    File,
    Text,
    Jsonl,
}

/// What each source is written as, and the sink; checked before anything is read.
pub(crate) struct Plan {
    pub(crate) sink: Sink,
    /// By source.
    pub(crate) written: Vec<Written>,
}

/// What the caller asked of the output.
pub(crate) struct Wish<'o> {
    pub(crate) out: Option<&'o Path>,
    /// What every source must be written as; `None` lets the source and the ending of `out` decide.
    pub(crate) output: Option<Output>,
    /// True when a document can be written as the file it came in; else its text is.
    pub(crate) files: bool,
    pub(crate) several: bool,
    pub(crate) force: bool,
    /// Files beside the results: report, quarantine.
    pub(crate) beside: Vec<&'o Path>,
}

/// Decides where every source goes, and refuses what would overwrite.
pub(crate) fn plan(sources: &[Source], wish: &Wish, lang: Lang) -> Result<Plan, Failure> {
    let is_folder = wish.out.is_some_and(|out| {
        let slash = out.as_os_str().to_string_lossy().ends_with(std::path::is_separator);
        out.is_dir() || slash || wish.several && out.extension().is_none_or(|ending| ending != "jsonl")
    });
    let alone = sources.len() == 1 && !wish.several;
    let file = wish.out.filter(|_| !is_folder);
    let ending = file.and_then(Format::of_path);
    let written: Vec<Written> = sources.iter().map(|source| match (wish.output, source.format) {
        (Some(Output::Jsonl), _) | (None, Format::Jsonl) => Written::Jsonl,
        (None, Format::Document(_)) if !(is_folder || alone) || ending == Some(Format::Jsonl) => Written::Jsonl,
        (None, Format::Document(format)) if wish.files && format != formats::Format::Text && ending != Some(TEXT) => Written::File,
        (Some(Output::Text) | None, _) => Written::Text,
    }).collect();
    if let (Some(out), Some(Format::Document(named))) = (file, ending) {
        agree(out, named, &sources[0], written[0], lang)?;
    }
    if wish.output == Some(Output::Text) {
        if sources.iter().any(|source| source.format == Format::Jsonl) {
            return Err(Failure::usage(say!(lang,
                "--output text: JSON Lines hold several documents, and a text is one: use --output jsonl",
                "--output text : des JSON Lines contiennent plusieurs documents, un texte un seul : utiliser --output jsonl")));
        }
        if !alone && !is_folder {
            return Err(Failure::usage(say!(lang,
                "--output text: several texts need a folder: use --out FOLDER/ or --output jsonl",
                "--output text : plusieurs textes demandent un dossier : utiliser --out DOSSIER/ ou --output jsonl")));
        }
    }
    let mut targets: Vec<PathBuf> = match wish.out {
        None => Vec::new(),
        Some(out) if is_folder => sources.iter().zip(&written).map(|(source, written)| out.join(target(source, *written))).collect(),
        Some(out) => vec![out.to_owned()],
    };
    let results = targets.len();
    targets.extend(wish.beside.iter().map(|path| (*path).to_owned()));
    check(sources, &targets, wish.force, lang)?;
    targets.truncate(results);
    let packed = matches!(sources.first().map(|source| source.format), Some(Format::Document(formats::Format::Docx | formats::Format::Odt)));
    if wish.out.is_none() && packed && written[0] == Written::File && std::io::stdout().is_terminal() {
        return Err(Failure::usage(say!(lang,
            "the result is no text that a terminal can show: name a file with --out, or use --output text",
            "le résultat n'est pas du texte qu'un terminal puisse afficher : nommer un fichier avec --out, ou utiliser --output text")));
    }
    let sink = match wish.out {
        None => Sink::Stdout(BufWriter::with_capacity(1 << 16, std::io::stdout())),
        Some(_) if is_folder => Sink::Folder {
            targets,
            lists: sources.iter().map(|source| source.format == Format::Jsonl).collect(),
            current: None,
            next: 0,
        },
        Some(out) => Sink::File { draft: Draft::new(out)?, some: written.contains(&Written::Jsonl) },
    };
    Ok(Plan { sink, written })
}

const TEXT: Format = Format::Document(formats::Format::Text);

/// Refuses a name that promises another format than the result's: nothing is converted.
fn agree(out: &Path, named: formats::Format, source: &Source, written: Written, lang: Lang) -> Result<(), Failure> {
    let is = match written {
        // One JSON object is a line of JSON Lines.
        Written::Jsonl if named == formats::Format::Json => return Ok(()),
        Written::Jsonl => Format::Jsonl,
        Written::Text => TEXT,
        Written::File => source.format,
    };
    // JSON Lines in a `.txt` mislead nobody.
    if is == Format::Document(named) || is == Format::Jsonl && named == formats::Format::Text {
        return Ok(());
    }
    let (shown, is) = (out.display(), is.ending());
    Err(Failure::usage(say!(lang,
        "{shown}: the result is .{is}, nothing is converted: choose a name that ends so",
        "{shown} : le résultat est en .{is}, rien n'est converti : choisir un nom qui finit ainsi")))
}

/// The path of a result below the folder.
fn target(source: &Source, written: Written) -> PathBuf {
    let ending = match (source.format, written) {
        (_, Written::File) | (TEXT, Written::Text) | (Format::Jsonl, _) => None,
        (_, Written::Text) => Some("txt"),
        (_, Written::Jsonl) => Some("jsonl"),
    };
    let mut name = source.relative.clone().into_os_string();
    // Standard input has no ending of its own.
    for ending in source.is_stdin().then(|| source.format.ending()).filter(|_| ending.is_none()).into_iter().chain(ending) {
        name.push(".");
        name.push(ending);
    }
    name.into()
}

fn check(sources: &[Source], targets: &[PathBuf], force: bool, lang: Lang) -> Result<(), Failure> {
    // A target that does not exist yet has no canonical path: its folder may, and its name stays.
    let place = |path: &Path| path.canonicalize().or_else(|_| absolute(path)).unwrap_or_else(|_| path.to_owned());
    let inputs: Vec<PathBuf> = sources.iter().filter(|source| !source.is_stdin()).map(|source| place(&source.path)).collect();
    let mut known = BTreeSet::new();
    for target in targets {
        let (there, shown) = (place(target), target.display());
        if inputs.contains(&there) {
            return Err(Failure::usage(say!(lang,
                "{shown}: this is an input, and is never overwritten: choose another --out",
                "{shown} : c'est une entrée, elle n'est jamais écrasée : choisir un autre --out")));
        }
        if !known.insert(there) {
            return Err(Failure::usage(say!(lang,
                "{shown}: two results would have this name: run the inputs apart",
                "{shown} : deux résultats porteraient ce nom : traiter les entrées séparément")));
        }
        if target.exists() && !force {
            return Err(Failure::usage(say!(lang,
                "{shown}: exists already: choose another name, or overwrite it with --force",
                "{shown} : existe déjà : choisir un autre nom, ou l'écraser avec --force")));
        }
    }
    Ok(())
}

impl Sink {
    /// True when results appear on a terminal, where a progress bar would be in the way.
    pub(crate) fn is_terminal(&self) -> bool {
        matches!(self, Self::Stdout(_)) && std::io::stdout().is_terminal()
    }

    /// Writes the result of one document of `source`; sources come in order.
    pub(crate) fn write(&mut self, source: usize, bytes: &[u8]) -> Result<(), Failure> {
        match self {
            Self::Stdout(out) => out.write_all(bytes).map_err(stdout_failed),
            Self::File { draft, some } => {
                *some = true;
                draft.write(bytes)
            }
            Self::Folder { .. } => {
                self.advance(source)?;
                let Self::Folder { targets, current, next, .. } = self else { return Ok(()) };
                let draft = match current.take() {
                    Some(draft) => draft,
                    None => Draft::new(&targets[source])?,
                };
                *next = source + 1;
                current.insert(draft).write(bytes)
            }
        }
    }

    /// Completes every result before `source`. JSON Lines without a document are written empty; a text that was set aside
    /// leaves nothing.
    fn advance(&mut self, source: usize) -> Result<(), Failure> {
        let Self::Folder { targets, lists, current, next } = self else { return Ok(()) };
        if *next == source + 1 {
            return Ok(());
        }
        if let Some(draft) = current.take() {
            draft.finish()?;
        }
        for passed in *next..source {
            if lists[passed] {
                Draft::new(&targets[passed])?.finish()?;
            }
        }
        *next = source;
        Ok(())
    }

    /// Completes every result.
    pub(crate) fn finish(mut self) -> Result<(), Failure> {
        if let Self::Folder { targets, .. } = &self {
            let end = targets.len();
            // One past the last: `advance` would take the last source for the one being written.
            self.advance(end)?;
        }
        match self {
            Self::Stdout(mut out) => out.flush().map_err(stdout_failed),
            Self::File { draft, some: true } => draft.finish(),
            Self::File { .. } | Self::Folder { .. } => Ok(()),
        }
    }
}

pub(crate) fn stdout_failed(error: std::io::Error) -> Failure {
    Failure::io("standard output", error)
}
