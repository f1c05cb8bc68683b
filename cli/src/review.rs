//! `huisclos review`: the queue of doubts; and the reviews that `--review` reads.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use clap::Args;
use huisclos::{DoubtCode, Engine, OffsetUnit, QueueView, Review};

use crate::args::{Format, format_name, offset_unit};
use crate::each::{Placed, each};
use crate::input::{self, Document};
use crate::messages::{Failure, Lang, say};
use crate::output::stdout_failed;
use crate::policy::PolicyArgs;
use crate::run::{aside, quiet_panics, tell};

#[derive(Args)]
pub(crate) struct ReviewOptions {
    /// Originals: files, folders or `-` for standard input.
    #[arg(required = true)]
    inputs: Vec<PathBuf>,
    /// How inputs are read, as for `pseudonymize`.
    #[arg(long, value_parser = format_name)]
    input: Option<Format>,
    #[command(flatten)]
    policy: PolicyArgs,
    /// What is known of the case, for all inputs but JSON Lines: a JSON file, as for `detect`.
    #[arg(long)]
    facts: Option<PathBuf>,
    /// What readers have decided so far: it is applied, and left out of the queue.
    #[arg(long)]
    review: Option<PathBuf>,
    /// Unit of offsets: `char` (code points), `utf16` or `byte`.
    #[arg(long, default_value = "char", value_parser = offset_unit)]
    offset_unit: OffsetUnit,
}

impl Placed for Document {
    fn place(&self) -> (usize, Option<usize>) {
        (self.source, self.line)
    }
}

/// Prints one queue per document.
pub(crate) fn run(options: &ReviewOptions, lang: Lang) -> Result<u8, Failure> {
    let engine = Engine::builder().policy(options.policy.read()?).build().map_err(|error| Failure::usage(error.to_string()))?;
    let facts = input::facts(options.facts.as_deref(), lang)?;
    let reviews = Reviews::read(options.review.as_deref(), lang)?;
    let sources = input::sources(&options.inputs, options.input, lang)?;
    quiet_panics();
    let queue = |document: &Document| {
        let doubts = engine.review(&document.text, &document.facts, reviews.of(document)).map_err(|error| error.to_string())?;
        let mut view = QueueView::new(&document.text, &doubts, options.offset_unit, |code| sentence(lang, code));
        view.id = Some(&document.id);
        serde_json::to_string(&view).map_err(|error| error.to_string())
    };
    let mut out = std::io::stdout().lock();
    let mut set_aside = 0;
    each(input::documents(&sources, &facts, lang), lang, queue, |result| match result {
        Ok((_, line)) => writeln!(out, "{line}").map_err(stdout_failed),
        Err(fault) => {
            set_aside += 1;
            tell(&aside(&sources[fault.source], &fault).to_string());
            Ok(())
        }
    })?;
    set_aside += reviews.tell_unused(lang);
    Ok(u8::from(set_aside > 0))
}

/// The reviews of a run, by the id of their document; `None` is the one text there is.
#[derive(Default)]
pub(crate) struct Reviews(BTreeMap<Option<String>, (Review, AtomicBool)>);

impl Reviews {
    /// Reads one JSON object, on as many lines as it likes, or JSON Lines.
    pub(crate) fn read(path: Option<&Path>, lang: Lang) -> Result<Self, Failure> {
        let Some(path) = path else { return Ok(Self::default()) };
        let json = std::fs::read_to_string(path).map_err(|error| Failure::io(path.display(), error))?;
        let mut reviews = BTreeMap::new();
        for item in serde_json::Deserializer::from_str(&json).into_iter::<Review>() {
            let place = path.display();
            let review = item.map_err(|error| {
                let (line, what) = (error.line(), fault(&error, lang));
                Failure::usage(say!(lang, "{place}: line {line}: {what}", "{place} : ligne {line} : {what}"))
            })?;
            if reviews.insert(review.id.clone(), (review, AtomicBool::new(false))).is_some() {
                return Err(Failure::usage(say!(lang,
                    "{place}: two reviews are of one document: put all decisions in one, and give each review the `id` of its document",
                    "{place} : deux relectures portent sur un même document : réunir les décisions, et donner à chaque relecture l'`id` de son document")));
            }
        }
        Ok(Self(reviews))
    }

    /// The review of `document`.
    pub(crate) fn of(&self, document: &Document) -> Option<&Review> {
        let (review, used) = self.0.get(&Some(document.id.clone())).or_else(|| self.0.get(&None))?;
        used.store(true, Ordering::Relaxed);
        Some(review)
    }

    /// Names on standard error the reviews that no document asked for; how many there are.
    pub(crate) fn tell_unused(&self, lang: Lang) -> usize {
        let unused = self.0.iter().filter(|(_, (_, used))| !used.load(Ordering::Relaxed));
        unused.map(|(id, _)| {
            let id = id.as_deref().unwrap_or("-");
            tell(&say!(lang, "review `{id}`: no document has this id, its decisions were not applied", "relecture `{id}` : aucun document ne porte cet identifiant, ses décisions n'ont pas été appliquées"));
        }).count()
    }
}

/// What is wrong with a review. serde's own words may quote a value: only names of fields and variants leave.
fn fault(error: &serde_json::Error, lang: Lang) -> String {
    let words = error.to_string();
    let safe = ["unknown field", "missing field"].iter().any(|start| words.starts_with(start));
    if safe {
        return words.split(" at line ").next().unwrap_or_default().to_owned();
    }
    say!(lang,
        "not a {{\"original\",\"offset_unit\",\"decisions\":[{{\"do\",\"start\",\"end\",...}}]}} object; `do` is accept, reject, change, link, unlink or add",
        "ce n'est pas un objet {{\"original\",\"offset_unit\",\"decisions\":[{{\"do\",\"start\",\"end\",...}}]}} ; `do` est accept, reject, change, link, unlink ou add")
}

fn sentence(lang: Lang, code: DoubtCode) -> &'static str {
    if lang == Lang::En {
        return code.sentence();
    }
    match code {
        DoubtCode::Unsure => "Les règles ne sont pas sûres qu'il s'agisse d'un nom ou d'une donnée ; c'est remplacé.",
        DoubtCode::SimilarSpelling => "Deux graphies si proches qu'elles peuvent désigner une seule personne.",
        DoubtCode::SharedName => "Plusieurs personnes portent ce nom, et seule la place dit laquelle est visée.",
        DoubtCode::NearName => "Un mot lisible si proche d'un nom masqué qu'il peut être le même, mal écrit.",
        DoubtCode::DifferentCategories => "Les mêmes mots sont lus comme deux choses différentes.",
        DoubtCode::ShortName => "Un nom d'une ou deux lettres.",
        DoubtCode::MissingBankAccount => "Un compte bancaire est annoncé, aucun n'a été trouvé à proximité.",
        DoubtCode::MissingLandParcel => "Le cadastre est cité, aucune parcelle n'a été trouvée à proximité.",
        DoubtCode::MissingPerson => "Une personne que désignent les données de l'affaire n'a pas été trouvée dans le texte.",
        DoubtCode::MissingTerm => "Un terme à conserver ou à occulter n'a pas été trouvé dans le texte.",
        DoubtCode::UnknownCapitals => "Des mots en capitale qu'aucune règle ni aucun dictionnaire n'explique ; ils restent lisibles.",
        other => other.sentence(),
    }
}
