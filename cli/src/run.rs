//! `detect` and `pseudonymize`: documents in, results out, in order and in bounded memory.

use std::io::{IsTerminal, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};

use huisclos::report::audit::Entry;
use huisclos::{Analysis, Engine, EngineBuilder, OffsetUnit, Outcome, OutcomeView, Summary};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rayon::prelude::*;

use crate::args::{Output, RunOptions};
use crate::audit::Record;
use crate::explain::explain;
use crate::input::{self, Document, Fault, Raw, Source};
use crate::messages::{Failure, Lang, say, told};
use crate::output::{Draft, Plan, Wish, Written, plan};
use crate::report::{SetAside, Totals};
use crate::review::Reviews;

/// What is printed of an outcome.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Show {
    Spans,
    Explanation,
    Text(Option<Output>),
}

/// A chunk ends at so many documents or so many bytes a thread: what is in memory at once. Memory used again is warm, and
/// twenty decisions are enough for threads to finish a chunk together.
const CHUNK_DOCUMENTS: usize = 1024;
const CHUNK_BYTES: usize = 512 << 10;

pub(crate) fn run(options: &RunOptions, show: Show, lang: Lang) -> Result<u8, Failure> {
    let policy = options.policy.read()?;
    let policy_style = policy.style();
    let builder = options.style.apply(Engine::builder().policy(policy), policy_style, lang)?;
    let engine = builder.clone().build().map_err(|error| Failure::usage(error.to_string()))?;
    let facts = input::facts(options.facts.as_deref(), lang)?;
    let reviews = Reviews::read(options.review.as_deref(), lang)?;
    let sources = input::sources(&options.inputs, options.input, lang)?;
    let several = options.inputs.len() > 1 || options.inputs.iter().any(|input| input.is_dir());
    let wish = Wish {
        out: options.out.as_deref(),
        output: match show {
            Show::Spans => Some(Output::Jsonl),
            Show::Explanation => None,
            Show::Text(output) => output,
        },
        files: matches!(show, Show::Text(_)),
        several,
        force: options.force,
        beside: [&options.report, &options.quarantine, &options.audit].into_iter().flatten().map(std::path::PathBuf::as_path).collect(),
    };
    let Plan { mut sink, written } = plan(&sources, &wish, lang)?;
    let pool = rayon::ThreadPoolBuilder::new().num_threads(options.threads.map_or(0, usize::from)).build();
    let pool = pool.map_err(|error| Failure { code: 3, message: error.to_string() })?;
    let bar = progress(&sources, sink.is_terminal());
    let colour = sink.is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    quiet_panics();

    let mut job = Job { builder, reviews, audited: options.audit.is_some(), engines: vec![engine], show, written, unit: options.offset_unit, headed: several, line_end: options.out.is_none() && std::io::stdout().is_terminal(), lang, colour };
    let mut totals = Totals::default();
    let mut set_aside = Vec::new();
    let mut quarantine = options.quarantine.as_deref().map(Draft::private).transpose()?;
    let mut record = options.audit.as_deref().map(|path| Record::new(path, &job.engines[0])).transpose()?;
    let mut items = input::raws(&sources).peekable();
    while items.peek().is_some() {
        let (mut chunk, mut bytes) = (Vec::new(), 0);
        while chunk.len() < CHUNK_DOCUMENTS && bytes < CHUNK_BYTES * pool.current_num_threads() {
            let Some(item) = items.next() else { break };
            bytes += item.as_ref().map_or(0, |raw| raw.bytes.len());
            chunk.push(item);
        }
        let read = |raw: Raw| {
            let (source, line) = (raw.source, raw.line);
            job.guard(source, line, || Ok(raw.read(&sources, &facts, lang)))?
        };
        let chunk: Vec<_> = pool.install(|| chunk.into_par_iter().with_max_len(1).map(|item| item.and_then(read)).collect());
        job.hire(&chunk)?;
        let results = pool.install(|| job.chunk(chunk));
        for result in results {
            match result {
                Ok(done) => {
                    sink.write(done.source, &done.bytes)?;
                    for note in &done.notes {
                        bar.suspend(|| tell(note));
                    }
                    totals.add(done.summary);
                    if let (Some(record), Some(entry)) = (&mut record, done.entry) {
                        record.document(entry)?;
                    }
                }
                Err(fault) => {
                    let aside = aside(&sources[fault.source], &fault);
                    bar.suspend(|| tell(&aside.to_string()));
                    if let (Some(draft), false) = (&mut quarantine, fault.raw.is_empty()) {
                        draft.write(fault.raw.trim_ascii_end())?;
                        draft.write(b"\n")?;
                    }
                    if let Some(record) = &mut record {
                        record.aside(&aside)?;
                    }
                    set_aside.push(aside);
                }
            }
        }
        bar.inc(bytes as u64);
    }
    bar.finish_and_clear();
    sink.finish()?;
    if let Some(draft) = quarantine {
        draft.finish()?;
    }
    if let Some(record) = record {
        record.finish(lang)?;
    }
    if let Some(path) = &options.report {
        let json = totals.json(job.engines[0].policy(), &set_aside).map_err(|error| Failure::io(path.display(), error))?;
        let mut draft = Draft::new(path)?;
        draft.write(&json)?;
        draft.finish()?;
    }
    if options.summary {
        let _ = write!(std::io::stderr(), "{}", totals.table(lang));
    }
    let unused = job.reviews.tell_unused(lang);
    if set_aside.is_empty() && unused == 0 {
        return Ok(0);
    }
    let (done, aside) = (totals.documents, set_aside.len());
    tell(&say!(lang, "{done} documents went through, {aside} set aside", "{done} documents traités, {aside} mis de côté"));
    Ok(1)
}

/// The result of one document.
struct Done {
    source: usize,
    bytes: Vec<u8>,
    summary: Summary,
    /// What the caller should know, when the result itself does not say it.
    notes: Vec<String>,
    /// For the record of the run, when there is one.
    entry: Option<Entry>,
}

/// What every document of a run goes through.
struct Job {
    /// What readers decided.
    reviews: Reviews,
    /// True when the run is recorded.
    audited: bool,
    /// What every engine is built from: they share one ledger.
    builder: EngineBuilder,
    /// One per country met so far; the first is France's.
    engines: Vec<Engine>,
    show: Show,
    /// What is written, by source.
    written: Vec<Written>,
    unit: OffsetUnit,
    /// True when each explanation is headed by the document's id.
    headed: bool,
    /// True when a text ends with a line's end, so that the prompt has a line of its own.
    line_end: bool,
    lang: Lang,
    colour: bool,
}

impl Job {
    /// Builds the engines that the chunk's countries need.
    fn hire(&mut self, chunk: &[Result<Document, Fault>]) -> Result<(), Failure> {
        for document in chunk.iter().flatten() {
            if !self.engines.iter().any(|engine| engine.country() == document.country) {
                let builder = self.builder.clone().country(document.country);
                self.engines.push(builder.build().map_err(|error| Failure::usage(error.to_string()))?);
            }
        }
        Ok(())
    }

    /// The results of a chunk, in its order. A ledger meets the documents in that order too, on any number of threads.
    fn chunk(&self, chunk: Vec<Result<Document, Fault>>) -> Vec<Result<Done, Fault>> {
        if !self.engines[0].has_ledger() {
            let work = |document: &Document| self.guarded(document, || self.done(document, &self.replaced(document, self.analysed(document)?)?));
            return chunk.into_par_iter().with_max_len(1).map(|item| item.and_then(|document| work(&document))).collect();
        }
        let analyses: Vec<_> = chunk.par_iter().with_max_len(1).map(|item| item.as_ref().ok().map(|document| self.guarded(document, || self.analysed(document)))).collect();
        let replace = |(item, analysis): (&Result<Document, Fault>, Option<Result<_, Fault>>)| {
            let (document, found) = item.as_ref().ok().zip(analysis)?;
            Some(found.and_then(|found| self.guarded(document, || self.replaced(document, found))))
        };
        let outcomes: Vec<_> = chunk.iter().zip(analyses).map(replace).collect();
        let show = |(item, outcome): (&Result<Document, Fault>, Option<Result<_, Fault>>)| {
            let (document, outcome) = item.as_ref().ok().zip(outcome)?;
            Some(outcome.and_then(|outcome| self.guarded(document, || self.done(document, &outcome))))
        };
        let shown: Vec<_> = chunk.par_iter().zip(outcomes).map(show).collect();
        // What was no document is a fault already.
        chunk.into_iter().zip(shown).filter_map(|(item, shown)| item.err().map(Err).or(shown)).collect()
    }

    /// Runs one step of a document's work; a panic sets the document aside, like any other fault.
    fn guard<R>(&self, source: usize, line: Option<usize>, step: impl FnOnce() -> Result<R, String>) -> Result<R, Fault> {
        let lang = self.lang;
        catch_unwind(AssertUnwindSafe(step))
            .unwrap_or_else(|_| Err(say!(lang, "an internal error: please report it, without the document", "erreur interne : la signaler, sans le document")))
            .map_err(|message| Fault { source, line, message, raw: Vec::new() })
    }

    /// [`Job::guard`] for a document that was read.
    fn guarded<R>(&self, document: &Document, step: impl FnOnce() -> Result<R, String>) -> Result<R, Fault> {
        self.guard(document.source, document.line, step)
    }

    fn engine(&self, document: &Document) -> Result<&Engine, String> {
        self.engines.iter().find(|engine| engine.country() == document.country).ok_or_else(|| "no engine for this country".to_owned())
    }

    fn analysed<'d>(&self, document: &'d Document) -> Result<Analysis<'d>, String> {
        let engine = self.engine(document)?;
        let analysis = match self.reviews.of(document) {
            Some(review) => engine.analyse_reviewed(&document.text, &document.facts, review),
            None => engine.analyse(&document.text, &document.facts),
        };
        analysis.map_err(|error| error.to_string())
    }

    fn replaced<'d>(&self, document: &Document, analysis: Analysis<'d>) -> Result<Outcome<'d>, String> {
        let mut outcome = self.engine(document)?.replace(analysis).map_err(|error| error.to_string())?;
        outcome.warnings.extend(document.warnings.iter().cloned());
        Ok(outcome)
    }

    fn done(&self, document: &Document, outcome: &Outcome) -> Result<Done, String> {
        let bytes = self.shown(document, outcome)?;
        let summary = Summary::new(document.text.len(), &outcome.spans, &outcome.entities, &outcome.warnings);
        let entry = self.audited.then(|| Entry {
            reviewed: self.reviews.of(document).is_some(),
            ..Entry::new(&document.id, outcome.original(), &outcome.text(), &outcome.spans, &outcome.warnings, self.unit)
        });
        let silent = matches!(self.show, Show::Text(_)) && self.written[document.source] != Written::Jsonl;
        let notes = outcome.warnings.iter().filter(|_| silent).map(|warning| format!("{}: {}", document.id, warning.message)).collect();
        Ok(Done { source: document.source, bytes, summary, notes, entry })
    }

    fn shown(&self, document: &Document, outcome: &Outcome) -> Result<Vec<u8>, String> {
        if self.show == Show::Explanation {
            let head = if self.headed || document.line.is_some() { format!("=== {}\n", document.id) } else { String::new() };
            return Ok((head + &explain(outcome, self.lang, self.colour)).into_bytes());
        }
        let is_text = matches!(self.show, Show::Text(_));
        let written = self.written[document.source];
        if let (Written::File, Some(file)) = (written, &document.file) {
            let edits: Vec<_> = outcome.edits().map(|edit| (edit.span, edit.replacement)).collect();
            return file.write(&edits).map_err(|error| told(self.lang, &error));
        }
        if is_text && written != Written::Jsonl {
            let mut text = outcome.text();
            if self.line_end && !text.ends_with('\n') {
                text.push('\n');
            }
            return Ok(text.into_bytes());
        }
        let mut view = OutcomeView::new(outcome.original(), &outcome.spans, &outcome.entities, &outcome.warnings, self.unit);
        view.id = Some(&document.id);
        view.text = is_text.then(|| outcome.text());
        // Room for all: what grows is copied each time.
        let mut bytes = Vec::with_capacity(512 + 320 * outcome.spans.len() + view.text.as_ref().map_or(0, |text| text.len() + text.len() / 8));
        serde_json::to_writer(&mut bytes, &view).map_err(|error| error.to_string())?;
        bytes.push(b'\n');
        Ok(bytes)
    }
}

pub(crate) fn aside(source: &Source, fault: &Fault) -> SetAside {
    let file = if source.is_stdin() { "standard input".to_owned() } else { source.path.display().to_string() };
    SetAside { file, line: fault.line, message: fault.message.clone() }
}

/// A bar of bytes on a terminal, nothing elsewhere.
fn progress(sources: &[Source], results_on_terminal: bool) -> ProgressBar {
    let total: Option<u64> = sources.iter().map(|source| source.size).sum();
    let target = if results_on_terminal || !std::io::stderr().is_terminal() { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
    let bar = ProgressBar::with_draw_target(total, target);
    let style = ProgressStyle::with_template("{bar:40} {bytes}/{total_bytes} {bytes_per_sec} {eta}");
    if let (Ok(style), true) = (style, total.is_some()) {
        bar.set_style(style);
    }
    bar
}

/// A panic's own message may quote the document: only its place is told.
pub(crate) fn quiet_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tell(&format!("internal error at {place}"));
    }));
}

/// One line on standard error.
pub(crate) fn tell(message: &str) {
    let _ = writeln!(std::io::stderr(), "huisclos: {message}");
}
