//! `huisclos risk`: what pseudonymised texts still say that, together, singles a person out.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use huisclos::report::risk::{Population, Risk, RiskLevel, RiskView, Trait};
use huisclos::{CaseFacts, Engine, OffsetUnit};
use serde::Serialize;

use crate::args::{Format, format_name, offset_unit};
use crate::each::each;
use crate::input::{self, Document};
use crate::messages::{Failure, Lang, say};
use crate::output::{Draft, stdout_failed};
use crate::run::{aside, quiet_panics, tell};

#[derive(Args)]
pub(crate) struct RiskOptions {
    /// Pseudonymised texts of any system: files, folders or `-` for standard input. Together they are the corpus.
    #[arg(required = true)]
    inputs: Vec<PathBuf>,
    /// How inputs are read, as for `pseudonymize`.
    #[arg(long, value_parser = format_name)]
    input: Option<Format>,
    /// A JSON file of counts: texts by level, by k and by rarest combination. No text.
    #[arg(long)]
    report: Option<PathBuf>,
    /// Unit of offsets: `char` (code points), `utf16` or `byte`.
    #[arg(long, default_value = "char", value_parser = offset_unit)]
    offset_unit: OffsetUnit,
}

/// What is kept of a text until the corpus is known.
struct Found {
    id: String,
    traits: Vec<Trait>,
    /// By trait, in the unit asked for.
    places: Vec<(u32, u32)>,
}

/// Counts over a corpus.
#[derive(Default, Serialize)]
struct Report {
    texts: usize,
    set_aside: usize,
    /// Texts by level.
    levels: BTreeMap<RiskLevel, usize>,
    /// Texts by the number of texts that share their rarest combination.
    k: BTreeMap<&'static str, usize>,
    /// Texts by the sorts of their rarest combination.
    combinations: BTreeMap<String, usize>,
}

/// One JSON object per text. The traits of all texts are in memory; their texts are not.
pub(crate) fn run(options: &RiskOptions, lang: Lang) -> Result<u8, Failure> {
    let engine = Engine::builder().build().map_err(|error| Failure::usage(error.to_string()))?;
    let sources = input::sources(&options.inputs, options.input, lang)?;
    if options.report.as_ref().is_some_and(|path| path.exists() && sources.iter().any(|source| source.path == *path)) {
        return Err(Failure::usage(say!(lang, "--report: this is an input, and is never overwritten", "--report : c'est une entrée, elle n'est jamais écrasée")));
    }
    quiet_panics();
    let none = CaseFacts::default();
    let mut population = Population::default();
    let mut texts: Vec<Found> = Vec::new();
    let mut report = Report::default();
    let find = |document: &Document| {
        let traits = engine.traits(&document.text).map_err(|error| error.to_string())?;
        let table = huisclos::OffsetTable::new(&document.text, options.offset_unit);
        let places: Vec<_> = traits.iter().map(|own| table.convert_span(own.span)).collect();
        Ok(Found { id: document.id.clone(), traits, places })
    };
    each(input::documents(&sources, &none, lang), lang, find, |result| {
        match result {
            Ok((_, found)) => {
                population.add(&found.traits);
                texts.push(found);
            }
            Err(fault) => {
                report.set_aside += 1;
                tell(&aside(&sources[fault.source], &fault).to_string());
            }
        }
        Ok(())
    })?;
    let mut out = std::io::stdout().lock();
    for Found { id, traits, places } in &texts {
        let risk = population.risk(traits);
        report.add(&risk);
        let mut view = RiskView::new(traits, places, &risk, options.offset_unit);
        view.id = Some(id);
        writeln!(out, "{}", serde_json::to_string(&view).map_err(|error| Failure::io("standard output", error))?).map_err(stdout_failed)?;
    }
    if let Some(path) = &options.report {
        let mut draft = Draft::new(path)?;
        draft.write(&serde_json::to_vec_pretty(&report).map_err(|error| Failure::io(path.display(), error))?)?;
        draft.write(b"\n")?;
        draft.finish()?;
    }
    tell(&report.sentence(lang));
    Ok(u8::from(report.set_aside > 0))
}

impl Report {
    fn add(&mut self, risk: &Risk) {
        self.texts += 1;
        *self.levels.entry(risk.level).or_default() += 1;
        let band = match risk.k {
            None => "none",
            Some(1) => "1",
            Some(2..=4) => "2-4",
            Some(5..=9) => "5-9",
            Some(_) => "10+",
        };
        *self.k.entry(band).or_default() += 1;
        if !risk.combination.is_empty() {
            let sorts: Vec<&str> = risk.combination.iter().map(|own| own.sort.as_str()).collect();
            *self.combinations.entry(sorts.join("+")).or_default() += 1;
        }
    }

    fn sentence(&self, lang: Lang) -> String {
        let texts = self.texts;
        let [high, medium, low] = [RiskLevel::High, RiskLevel::Medium, RiskLevel::Low].map(|level| self.levels.get(&level).copied().unwrap_or(0));
        let alone = self.k.get("1").copied().unwrap_or(0);
        let s = if texts > 1 { "s" } else { "" };
        say!(lang,
            "{texts} text{s}: risk high in {high}, medium in {medium}, low in {low}; {alone} hold a combination that no other of these texts holds",
            "{texts} texte{s} : risque élevé pour {high}, moyen pour {medium}, faible pour {low} ; {alone} contiennent une combinaison qu'aucun autre de ces textes ne contient")
    }
}
