//! `huisclos eval`: figures against gold, from marked text or JSON Lines.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::Path;

use huisclos::{Action, CaseFacts, Engine, Input, Kind};
use huisclos_corpora::identity::{self, BCubed, Grouping, Pseudonyms, Wrong, hidden_words, items, wrong};
use huisclos_corpora::marked::{Marked, files};
use huisclos_corpora::score::{Figures, Judged, Labelled, Measure, most_frequent};
use serde::{Deserialize, Serialize};

use crate::args::EvalOptions;
use crate::messages::{Failure, Lang, say};
use crate::output::stdout_failed;
use crate::policy::named;
use crate::run::tell;

pub(crate) fn eval(options: &EvalOptions, lang: Lang) -> Result<(), Failure> {
    let engine = Engine::builder().policy(named(&options.policy)?).build().map_err(|error| Failure::usage(error.to_string()))?;
    let about = std::fs::metadata(&options.gold).map_err(|error| Failure::io(options.gold.display(), error))?;
    if !about.is_dir() {
        if options.change.is_some() {
            return Err(Failure::usage(say!(lang, "--change goes with marked text, not with JSON Lines", "--change va avec du texte balisé, pas avec du JSON Lines")));
        }
        return json_lines(options, &engine, lang);
    }
    if options.predictions.is_some() {
        return Err(Failure::usage(say!(lang, "predictions go with gold JSON Lines, not with marked text", "des prédictions vont avec un gold JSON Lines, pas avec du texte balisé")));
    }
    marked_text(options, &engine, lang)
}

/// A line of gold; what else it holds is not read.
#[derive(Deserialize)]
struct Gold {
    id: String,
    text: String,
    #[serde(rename = "gold")]
    marks: Vec<(usize, usize, String, Option<String>)>,
}

#[derive(Deserialize)]
struct Prediction {
    id: String,
    #[serde(default)]
    offset_unit: Option<String>,
    spans: Vec<Predicted>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Predicted {
    /// As `huisclos detect` prints it.
    Object { start: usize, end: usize, kind: String, action: Action },
    /// Start, end, label and whatever follows.
    Row(Vec<serde_json::Value>),
}

/// Contacts of courts, of professionals and of institutions: policy decides, so that they count neither way.
const NEUTRAL: &[&str] = &["pub", "pro", "etab", "org", "est", "civil", "aj", "parquet", "pv", "tva"];

fn json_lines(options: &EvalOptions, engine: &Engine, lang: Lang) -> Result<(), Failure> {
    let documents: Vec<Gold> = read_lines(&options.gold, "{\"id\",\"text\",\"gold\":[[start,end,kind,entity],...]}", lang)?;
    let mut labels = options.labels.clone();
    let mut predictions: BTreeMap<String, Vec<Labelled>> = BTreeMap::new();
    let mut words: BTreeMap<String, Vec<Labelled>> = BTreeMap::new();
    if let Some(path) = &options.predictions {
        let lines: Vec<Prediction> = read_lines(path, "{\"id\",\"spans\":[[start,end,label],...]}", lang)?;
        for line in lines {
            if let Some(unit) = line.offset_unit.filter(|unit| unit != "char") {
                return Err(Failure::usage(say!(lang, "the predictions count in `{unit}`: run detect with --offset-unit char", "les prédictions comptent en `{unit}` : lancer detect avec --offset-unit char")));
            }
            let spans = line.spans.into_iter().filter_map(labelled).collect();
            predictions.insert(line.id, spans);
        }
    } else {
        if labels.is_empty() {
            labels.push(Kind::Person.as_str().to_owned());
        }
        let facts = CaseFacts::default();
        let inputs: Vec<Input> = documents.iter().map(|document| Input { text: &document.text, facts: &facts }).collect();
        for (document, outcome) in documents.iter().zip(engine.detect_batch(&inputs)) {
            let outcome = outcome.map_err(|error| Failure::io(&document.id, error))?;
            let table = huisclos::OffsetTable::new(&document.text, huisclos::OffsetUnit::Char);
            let spans = outcome.spans.iter().filter(|span| span.action.hides()).map(|span| {
                let (start, end) = table.convert_span(span.span);
                Labelled { start: start as usize, end: end as usize, label: span.kind.as_str().to_owned(), entity: None }
            });
            predictions.insert(document.id.clone(), spans.collect());
            words.insert(document.id.clone(), hidden_words(&document.text, &outcome.spans));
        }
    }
    let measure = Measure {
        mask: options.mask.iter().cloned().collect(),
        keep: options.keep.iter().filter(|kind| !kind.is_empty()).cloned().collect(),
        cover: (!labels.is_empty()).then(|| labels.into_iter().collect()),
        judge: None,
    };
    let mut figures = Figures::default();
    let mut grouping = Grouping::default();
    let mut confused: Vec<(String, Wrong)> = Vec::new();
    let persons: BTreeSet<String> = measure.mask.iter().cloned().chain(identity::persons()).collect();
    let mut without = 0;
    for document in documents {
        let gold = document.marks.into_iter().map(|(start, end, kind, entity)| {
            let neutral = entity.as_deref().is_some_and(|id| NEUTRAL.contains(&id.trim_end_matches(|c: char| c.is_ascii_digit())));
            Labelled { start, end, label: if neutral { "NEUTRAL".to_owned() } else { kind }, entity }
        });
        let predicted = predictions.remove(&document.id);
        without += usize::from(predicted.is_none());
        let judged = Judged::new(&document.text, gold.collect(), predicted.unwrap_or_default());
        figures.add(&judged, &measure);
        if let Some(words) = words.remove(&document.id) {
            let worded = judged.with_predictions(words);
            if options.errors > 0 {
                confused.extend(wrong(&worded, &persons).into_iter().map(|wrong| (document.id.clone(), wrong)));
            }
            grouping.add(&items(&worded, &persons));
        }
    }
    let figures = Lines { words: options.predictions.is_none().then_some(grouping), figures };
    if without > 0 {
        tell(&say!(lang, "{without} gold documents have no predictions: they count as if nothing was found", "{without} documents du gold n'ont pas de prédictions : ils comptent comme si rien n'était trouvé"));
    }
    let mut out = std::io::stdout().lock();
    if options.json {
        print_json(&mut out, &figures)?;
    } else {
        let serde_json::Value::Object(fields) = serde_json::to_value(&figures).map_err(|error| Failure::io("standard output", error))? else { return Ok(()) };
        for name in ["docs", "mentions", "mention_recall", "char_recall", "entity_recall", "clean_docs", "kept_rate", "precision", "char_precision", "by_kind"] {
            writeln!(out, "{name:16} {}", fields[name]).map_err(stdout_failed)?;
        }
        if let Some(grouping) = &figures.words {
            writeln!(out, "\n{}", say!(lang, "who is who, word by word", "qui est qui, mot à mot")).map_err(stdout_failed)?;
            print_grouping(&mut out, grouping, lang).map_err(stdout_failed)?;
        }
    }
    print_errors(&mut out, &figures.figures, options.errors, lang).map_err(stdout_failed)?;
    print_confused(&mut out, &confused, options.errors, lang).map_err(stdout_failed)
}

/// The figures of JSON Lines.
#[derive(Serialize)]
struct Lines {
    #[serde(flatten)]
    figures: Figures,
    /// Gold's entities against the labels that replace them, word by word; without it when predictions were given.
    #[serde(skip_serializing_if = "Option::is_none")]
    words: Option<Grouping>,
}

/// What a prediction hides; `None` when it keeps, or is not `[start, end, label, ...]`.
fn labelled(predicted: Predicted) -> Option<Labelled> {
    match predicted {
        Predicted::Object { start, end, kind, action } => action.hides().then_some(Labelled { start, end, label: kind, entity: None }),
        Predicted::Row(row) => {
            let at = |index: usize| row.get(index)?.as_u64().map(|at| at as usize);
            let label = row.get(2).and_then(|label| label.as_str()).unwrap_or_default().to_owned();
            Some(Labelled { start: at(0)?, end: at(1)?, label, entity: None })
        }
    }
}

fn read_lines<T: for<'de> Deserialize<'de>>(path: &Path, shape: &str, lang: Lang) -> Result<Vec<T>, Failure> {
    let text = std::fs::read_to_string(path).map_err(|error| Failure::io(path.display(), error))?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(at, line)| {
            // serde's own words could quote the document.
            serde_json::from_str(line).map_err(|_| {
                let (place, number) = (path.display(), at + 1);
                Failure { code: 3, message: say!(lang, "{place}:{number}: not a {shape} object", "{place}:{number} : ce n'est pas un objet {shape}") }
            })
        })
        .collect()
}

/// The figures of marked text.
#[derive(Default, Serialize)]
struct Tables {
    documents: usize,
    /// Persons over every hidden span: the headline.
    persons: Figures,
    /// Mentions held together by person.
    who: Grouping,
    /// What the replacements show of it.
    pseudonyms: Pseudonyms,
    /// All kinds that must go, together.
    all: Figures,
    kinds: BTreeMap<Kind, OfKind>,
    courts: BTreeMap<String, Figures>,
    traps: BTreeMap<u32, Figures>,
}

#[derive(Default, Serialize)]
struct OfKind {
    /// Of what must go or stay, what becomes of it.
    #[serde(flatten)]
    result: Figures,
    /// Whether it is recognised at all, kept or not.
    found: Figures,
}

fn marked_text(options: &EvalOptions, engine: &Engine, lang: Lang) -> Result<(), Failure> {
    let failed = |error: huisclos_corpora::marked::MarkedError| Failure { code: 3, message: error.to_string() };
    let paths = files(&options.gold).map_err(failed)?;
    if paths.is_empty() {
        let place = options.gold.display();
        return Err(Failure { code: 3, message: say!(lang, "{place}: the folder holds no .md file", "{place} : le dossier ne contient aucun fichier .md") });
    }
    let mut tables = Tables::default();
    let mut confused: Vec<(String, Wrong)> = Vec::new();
    for path in paths {
        let marked = Marked::read(&path).map_err(failed)?;
        let marked = options.change.map_or_else(|| marked.clone(), |change| marked.changed(change));
        let outcome = engine.detect(&marked.text, &CaseFacts::default()).map_err(|error| Failure::io(path.display(), error))?;
        let document = Judged::of_marked(&marked, &outcome.spans, engine.policy());
        let court = path.strip_prefix(&options.gold).ok().and_then(Path::parent).map(|folder| folder.display().to_string()).unwrap_or_default();
        let traps = marked.front.get("traps").unwrap_or_default().split(',').filter_map(|trap| trap.trim().parse().ok());
        if options.errors > 0 {
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            confused.extend(wrong(&document, &identity::persons()).into_iter().map(|wrong| (name.clone().into_owned(), wrong)));
        }
        tables.add(&document, court, traps);
        tables.pseudonyms.add(&document.with_predictions(hidden_words(&marked.text, &outcome.spans)));
    }
    let mut out = std::io::stdout().lock();
    if options.json {
        print_json(&mut out, &tables)?;
    } else {
        tables.print(&mut out, lang).map_err(stdout_failed)?;
    }
    if options.labels.is_empty() {
        print_errors(&mut out, &tables.persons, options.errors, lang).map_err(stdout_failed)?;
        return print_confused(&mut out, &confused, options.errors, lang).map_err(stdout_failed);
    }
    for name in &options.labels {
        let kind = Kind::from_name(name).ok_or_else(|| Failure::usage(say!(lang, "no kind is called `{name}`: use the names of the table", "aucun type ne s'appelle `{name}` : prendre les noms du tableau")))?;
        let none = OfKind::default();
        print_errors(&mut out, &tables.kinds.get(&kind).unwrap_or(&none).found, options.errors, lang).map_err(stdout_failed)?;
    }
    Ok(())
}

impl Tables {
    fn add(&mut self, document: &Judged, court: String, traps: impl Iterator<Item = u32>) {
        self.documents += 1;
        for kind in Kind::ALL {
            let of_kind = self.kinds.entry(*kind).or_default();
            of_kind.result.add(document, &Measure::of_kind(*kind));
            of_kind.found.add(document, &Measure::found(*kind));
        }
        let persons = Measure::of_kind(Kind::Person);
        self.persons.add(document, &persons);
        self.who.add(&items(document, &identity::persons()));
        self.courts.entry(court).or_default().add(document, &persons);
        for trap in traps {
            self.traps.entry(trap).or_default().add(document, &persons);
        }
        self.all.add(document, &Measure::of_all());
    }

    fn print(&self, out: &mut impl Write, lang: Lang) -> std::io::Result<()> {
        let count = self.documents;
        writeln!(out, "{}", say!(lang, "{count} documents, in percent; a document is clean when nothing that must go is left", "{count} documents, en pour cent ; un document est net quand rien de ce qui doit partir ne reste"))?;
        writeln!(out, "\n{:<30} {:>8} {:>7} {:>7} {:>7} {:>9} {:>7} {:>7} {:>9}", "kind", "mentions", "clean", "recall", "chars", "precision", "kept", "found", "found p.")?;
        let kinds = self.kinds.iter().filter(|(_, of)| of.found.mentions > 0 || of.result.precision.whole > 0);
        for (kind, of) in kinds {
            let (r, f) = (&of.result, &of.found);
            writeln!(
                out,
                "{:<30} {:>8} {:>7} {:>7} {:>7} {:>9} {:>7} {:>7} {:>9}",
                kind.as_str(), f.mentions, r.clean_docs, r.mention_recall, r.char_recall, r.precision, r.kept_rate, f.mention_recall, f.precision
            )?;
        }
        let r = &self.all;
        writeln!(out, "{:<30} {:>8} {:>7} {:>7} {:>7} {:>9} {:>7}", "all that must go", r.mentions, r.clean_docs, r.mention_recall, r.char_recall, r.precision, r.kept_rate)?;
        writeln!(out, "\n{:<30} {:>8} {:>7} {:>7} {:>7} {:>9} {:>7}", "persons, by court", "mentions", "clean", "recall", "names", "precision", "kept")?;
        let row = |out: &mut dyn Write, name: &str, r: &Figures| {
            writeln!(out, "{name:<30} {:>8} {:>7} {:>7} {:>7} {:>9} {:>7}", r.mentions, r.clean_docs, r.mention_recall, r.entity_recall, r.precision, r.kept_rate)
        };
        for (court, figures) in &self.courts {
            row(out, court, figures)?;
        }
        writeln!(out, "\npersons, by trap")?;
        for (trap, figures) in &self.traps {
            row(out, &format!("trap {trap}"), figures)?;
        }
        row(out, "all persons", &self.persons)?;
        writeln!(out, "\n{}", say!(lang, "who is who", "qui est qui"))?;
        print_grouping(out, &self.who, lang)?;
        let Pseudonyms { one, own } = self.pseudonyms;
        writeln!(out, "{:<46} {one:>7}", say!(lang, "persons whose words have one label each", "personnes dont chaque mot a une seule étiquette"))?;
        writeln!(out, "{:<46} {own:>7}", say!(lang, "persons whose labels are nobody else's", "personnes dont les étiquettes ne sont qu'à elles"))
    }
}

fn print_grouping(out: &mut dyn Write, grouping: &Grouping, lang: Lang) -> std::io::Result<()> {
    writeln!(out, "{:<46} {:>7} {:>7} {:>7}", "B³", say!(lang, "prec.", "préc."), say!(lang, "recall", "rappel"), "F1")?;
    let shown = |figure: Option<f64>| figure.map_or_else(|| "-".to_owned(), |figure| format!("{figure:.2}"));
    let mut row = |name: String, b: &BCubed| writeln!(out, "{name:<46} {:>7} {:>7} {:>7}", shown(b.precision()), shown(b.recall()), shown(b.f1()));
    row(say!(lang, "mentions found", "mentions trouvées"), &grouping.matched)?;
    row(say!(lang, "all mentions", "toutes les mentions"), &grouping.all)?;
    writeln!(out, "{:<46} {:>7}", say!(lang, "persons whose mentions are one person's", "personnes dont les mentions sont à une seule"), grouping.together)?;
    writeln!(out, "{:<46} {:>7}", say!(lang, "persons who are nobody else", "personnes qui ne sont personne d'autre"), grouping.apart)
}

fn print_json(out: &mut impl Write, value: &impl Serialize) -> Result<(), Failure> {
    let json = serde_json::to_string(value).map_err(|error| Failure::io("standard output", error))?;
    writeln!(out, "{json}").map_err(stdout_failed)
}

fn print_errors(out: &mut impl Write, figures: &Figures, count: usize, lang: Lang) -> std::io::Result<()> {
    if count == 0 {
        return Ok(());
    }
    for (head, entries) in [(say!(lang, "missed", "manqués"), &figures.missed), (say!(lang, "masked without gold", "masqués sans gold"), &figures.unfounded)] {
        writeln!(out, "--- {head}")?;
        for (times, label, text) in most_frequent(entries, count) {
            writeln!(out, "{times} {label} {text}")?;
        }
    }
    Ok(())
}

/// Who is taken for several, and who for one, document by document.
fn print_confused(out: &mut impl Write, confused: &[(String, Wrong)], count: usize, lang: Lang) -> std::io::Result<()> {
    for (split, head) in [(true, say!(lang, "one person taken for several", "une personne prise pour plusieurs")), (false, say!(lang, "several persons taken for one", "plusieurs personnes prises pour une"))] {
        if count > 0 {
            writeln!(out, "--- {head}")?;
        }
        for (name, wrong) in confused.iter().filter(|(_, wrong)| wrong.split == split).take(count) {
            let parts: Vec<String> = wrong.parts.iter().map(|(person, mentions)| format!("{person}: {}", mentions.join(" | "))).collect();
            writeln!(out, "{name}  {}", parts.join("  /  "))?;
        }
    }
    Ok(())
}
