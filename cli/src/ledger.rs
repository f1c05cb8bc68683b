//! Styles, keys and ledgers: options of a run, and `huisclos ledger`.

use std::io::{BufReader, Read, Write};
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use huisclos::replace::{FileLedger, Key, Style};
use huisclos::{EngineBuilder, Error};
use zeroize::Zeroizing;

use crate::messages::{Failure, Lang, say};
use crate::output::Draft;
use crate::run::tell;

/// Where the key is when no file is named: 64 hexadecimal digits.
const KEY_VARIABLE: &str = "HUISCLOS_KEY";

#[derive(Args)]
pub(crate) struct StyleOptions {
    /// How hidden words are replaced: court, letters, unknowns, initials, numbered, bars, stable or surrogates; as the policy
    /// says when not given.
    #[arg(long, value_parser = style)]
    pub(crate) style: Option<Style>,
    /// A file that keeps pseudonyms over documents and runs, and the way back (`huisclos restore`). Made when missing.
    #[arg(long)]
    pub(crate) ledger: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) key: KeyOption,
}

#[derive(Args)]
pub(crate) struct KeyOption {
    /// The file of the key, 64 hexadecimal digits (`huisclos ledger key FILE` makes one); without it, the environment
    /// variable HUISCLOS_KEY.
    #[allow(clippy::doc_markdown, reason = "help prints it as it stands")]
    #[arg(long)]
    key_file: Option<PathBuf>,
}

#[derive(Args)]
pub(crate) struct LedgerFile {
    /// The ledger.
    #[arg(long)]
    ledger: PathBuf,
    #[command(flatten)]
    key: KeyOption,
}

#[derive(Subcommand)]
pub(crate) enum LedgerCommand {
    /// Writes a new key, for its owner's eyes alone. Without it a ledger is lost.
    Key {
        /// The file to write; never overwritten.
        file: PathBuf,
    },
    /// Counts what a ledger holds.
    Show(LedgerFile),
    /// Writes a ledger for another machine, encrypted with age.
    Export {
        #[command(flatten)]
        file: LedgerFile,
        /// Who may read it: an age recipient (`age1...`); several times for several.
        #[arg(long, required = true)]
        recipient: Vec<String>,
        /// The file to write; never overwritten.
        #[arg(long)]
        out: PathBuf,
    },
    /// Takes an export into a ledger, which is made when missing.
    Import {
        /// The export.
        export: PathBuf,
        #[command(flatten)]
        file: LedgerFile,
        /// The file of the age identity it was encrypted for.
        #[arg(long)]
        identity: PathBuf,
    },
}

fn style(name: &str) -> Result<Style, String> {
    let known = || Style::ALL.iter().map(|style| style.as_str()).collect::<Vec<_>>().join(", ");
    Style::from_name(name).ok_or_else(|| format!("use {}", known()))
}

fn failed(error: &Error) -> Failure {
    Failure { code: if error.is_key() { 2 } else { 3 }, message: error.to_string() }
}

impl KeyOption {
    /// The key, when there is one.
    fn read(&self) -> Result<Option<Key>, Failure> {
        let (place, text) = if let Some(path) = &self.key_file {
            let mut text = Zeroizing::new(String::new());
            let read = std::fs::File::open(path).and_then(|file| file.take(4096).read_to_string(&mut text));
            read.map_err(|error| Failure::io(path.display(), error))?;
            (path.display().to_string(), text)
        } else {
            match std::env::var(KEY_VARIABLE) {
                Ok(text) => (KEY_VARIABLE.to_owned(), Zeroizing::new(text)),
                Err(std::env::VarError::NotPresent) => return Ok(None),
                Err(error @ std::env::VarError::NotUnicode(_)) => {
                    drop(error);
                    return Err(Failure::usage(format!("{KEY_VARIABLE}: not text")));
                }
            }
        };
        Key::from_hex(&text).map(Some).map_err(|error| Failure::usage(format!("{place}: {error}")))
    }

    fn needed(&self, lang: Lang) -> Result<Key, Failure> {
        self.read()?.ok_or_else(|| {
            Failure::usage(say!(lang,
                "the ledger's key is missing: name its file with --key-file, or set {KEY_VARIABLE}",
                "la clé du registre manque : nommer son fichier avec --key-file, ou définir {KEY_VARIABLE}"))
        })
    }
}

impl LedgerFile {
    /// Opens a ledger that is there.
    pub(crate) fn open(&self, lang: Lang) -> Result<FileLedger, Failure> {
        FileLedger::open(&self.ledger, &self.key.needed(lang)?).map_err(|error| failed(&error))
    }
}

impl StyleOptions {
    /// The builder with what these options say.
    pub(crate) fn apply(&self, mut builder: EngineBuilder, policy_style: Style, lang: Lang) -> Result<EngineBuilder, Failure> {
        let style = self.style.unwrap_or(policy_style);
        builder = builder.style(style);
        if let Some(key) = self.key.read()? {
            builder = builder.key(key);
        }
        let Some(path) = &self.ledger else { return Ok(builder) };
        if !style.spans_documents() {
            tell(&say!(lang,
                "note: the style {style} counts within one document; the ledger keeps the way back only. For one pseudonym over all documents use stable, numbered or surrogates",
                "note : le style {style} compte au sein d'un document ; le registre ne garde que le retour. Pour un même pseudonyme dans tous les documents : stable, numbered ou surrogates"));
        }
        Ok(builder.ledger(FileLedger::create(path, &self.key.needed(lang)?).map_err(|error| failed(&error))?))
    }
}

/// `huisclos ledger`.
pub(crate) fn ledger(command: &LedgerCommand, lang: Lang) -> Result<(), Failure> {
    match command {
        LedgerCommand::Key { file } => new_key(file, lang),
        LedgerCommand::Show(file) => {
            let (pseudonyms, records) = file.open(lang)?.counts().map_err(|error| failed(&error))?;
            let line = say!(lang, "{pseudonyms} pseudonyms, {records} documents that can be restored", "{pseudonyms} pseudonymes, {records} documents restaurables");
            writeln!(std::io::stdout(), "{line}").map_err(crate::output::stdout_failed)
        }
        LedgerCommand::Export { file, recipient, out } => export(file, recipient, out, lang),
        LedgerCommand::Import { export, file, identity } => import(export, file, identity, lang),
    }
}

fn refuse_existing(path: &Path, lang: Lang) -> Result<(), Failure> {
    let shown = path.display();
    if path.exists() {
        return Err(Failure::usage(say!(lang, "{shown}: exists already: choose another name", "{shown} : existe déjà : choisir un autre nom")));
    }
    Ok(())
}

fn new_key(path: &Path, lang: Lang) -> Result<(), Failure> {
    refuse_existing(path, lang)?;
    let mut bytes = Zeroizing::new([0; 32]);
    getrandom::fill(bytes.as_mut_slice()).map_err(|error| Failure::io("random numbers", error))?;
    let mut text = Zeroizing::new(String::with_capacity(65));
    for byte in bytes.iter() {
        for digit in [byte >> 4, byte & 15] {
            text.push(char::from_digit(u32::from(digit), 16).unwrap_or_default());
        }
    }
    text.push('\n');
    let mut draft = Draft::private(path)?;
    draft.write(text.as_bytes())?;
    draft.finish()
}

fn export(file: &LedgerFile, recipients: &[String], out: &Path, lang: Lang) -> Result<(), Failure> {
    refuse_existing(out, lang)?;
    let recipients: Vec<age::x25519::Recipient> = recipients
        .iter()
        .map(|text| text.parse().map_err(|error| Failure::usage(say!(lang, "--recipient: {error}; it is written age1...", "--recipient : {error} ; il s'écrit age1..."))))
        .collect::<Result<_, _>>()?;
    let shown = out.display();
    let sealed = |error: &dyn std::fmt::Display| Failure::io(&shown, error);
    let encryptor = age::Encryptor::with_recipients(recipients.iter().map(|recipient| recipient as &dyn age::Recipient)).map_err(|error| sealed(&error))?;
    let mut ledger = file.open(lang)?;
    let mut draft = Draft::private(out)?;
    let mut writer = encryptor.wrap_output(draft.writer()).map_err(|error| sealed(&error))?;
    ledger.export(&mut writer).map_err(|error| failed(&error))?;
    writer.finish().map_err(|error| sealed(&error))?;
    draft.finish()
}

fn import(path: &Path, file: &LedgerFile, identity: &Path, lang: Lang) -> Result<(), Failure> {
    let shown = identity.display();
    let identities = age::IdentityFile::from_file(identity.display().to_string()).map_err(|error| Failure::io(&shown, error))?;
    let identities = identities.into_identities().map_err(|error| Failure::io(&shown, error))?;
    let shown = path.display();
    let export = std::fs::File::open(path).map_err(|error| Failure::io(&shown, error))?;
    let unreadable = |error: age::DecryptError| Failure::usage(say!(lang, "{shown}: cannot be decrypted: {error}", "{shown} : ne peut être déchiffré : {error}"));
    let decryptor = age::Decryptor::new(BufReader::new(export)).map_err(unreadable)?;
    let reader = decryptor.decrypt(identities.iter().map(|identity| &**identity as &dyn age::Identity)).map_err(unreadable)?;
    let mut ledger = FileLedger::create(&file.ledger, &file.key.needed(lang)?).map_err(|error| failed(&error))?;
    ledger.import(&mut BufReader::new(reader)).map_err(|error| failed(&error))
}
