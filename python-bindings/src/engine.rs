//! The engine: reads arguments, calls the core without the GIL.

use std::path::PathBuf;

use huisclos::replace::{FileLedger, Key, Memory, Style};
use huisclos::report::risk::{Population, RiskView};
use huisclos::{
    CaseFacts, Country, DoubtCode, Error, Known, OffsetTable, OffsetUnit, OutcomeView, Policy, PolicyOptions, QueueView, Review, VerdictView,
    redact_document,
};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::types::{PyBytes, PyList, PyString, PyTuple};
use rayon::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::columns;
use crate::result::{Found, Run, Stage, findings, read_unit};
use crate::{DocumentError, HuisClosError, LedgerError, OptionError, PolicyError, ReviewError, SecretKeyError};

fn raised(error: &Error) -> PyErr {
    let message = error.to_string();
    if error.is_policy() {
        PolicyError::new_err(message)
    } else if error.is_too_large() || error.is_document() {
        DocumentError::new_err(message)
    } else if error.is_key() {
        SecretKeyError::new_err(message)
    } else if error.is_ledger() {
        LedgerError::new_err(message)
    } else if error.is_review() {
        ReviewError::new_err(message)
    } else {
        OptionError::new_err(message)
    }
}

/// Nothing gives the default. serde's own words could quote a name: the error gives the place only.
fn read_json<T: Default + DeserializeOwned>(json: Option<&str>, name: &str, what: &str) -> PyResult<T> {
    json.map_or_else(
        || Ok(T::default()),
        |json| serde_json::from_str(json).map_err(|e| OptionError::new_err(format!("{name}, column {}: not {what}", e.column()))),
    )
}

fn read_facts(facts: Option<&str>) -> PyResult<CaseFacts> {
    read_json(facts, "facts", "the facts of a case")
}

/// `original`, `offset_unit`, `decisions`: what a reader decided.
fn read_review(review: &str) -> PyResult<Review> {
    serde_json::from_str(review).map_err(|e| {
        ReviewError::new_err(format!(
            "review, column {}: not the decisions of a reader: `original`, `offset_unit` and `decisions`, a list of `do` (accept, reject, change, link, unlink, add), `start`, `end` and what each needs",
            e.column()
        ))
    })
}

/// Python's own error would carry the text along: the message names the type, or the remedy, only.
fn read_text(text: &Bound<'_, PyAny>) -> Result<PyBackedStr, String> {
    let string = text.cast::<PyString>().map_err(|_| format!("a text is a str, not {}", text.get_type().name().map_or_else(|_| "this".to_owned(), |n| n.to_string())))?;
    PyBackedStr::try_from(string.clone()).map_err(|_| "the text holds a lone surrogate: decode its file again, with errors=\"replace\"".to_owned())
}

/// Finds and replaces the personal data of decisions. Immutable: share one among threads.
#[pyclass(frozen, module = "huisclos._huisclos")]
pub(crate) struct Engine(huisclos::Engine);

/// What became of one text of a batch: its outcome, or why it could not be read.
pub(crate) type Item = Result<Run, String>;

#[pymethods]
impl Engine {
    /// `country` as on the wire, `policy` a built-in name or the TOML or JSON of one, `options` over it in JSON, `bloc` 0 to 4 or nothing,
    /// `style` as on the wire or nothing, `key` in hexadecimal digits, `ledger` the path of a file or "" for one in memory.
    #[new]
    fn new(country: &str, policy: &str, options: Option<&str>, bloc: Option<u8>, style: Option<&str>, key: Option<&str>, ledger: Option<PathBuf>) -> PyResult<Self> {
        let country: Country = serde_json::from_value(serde_json::json!(country))
            .map_err(|_| OptionError::new_err(format!("there are no rules for the country `{country}`: use fr")))?;
        let policy = Policy::read(policy).map_err(|e| raised(&e))?;
        let mut options: PolicyOptions = read_json(options, "options", "the options of a policy")?;
        options.bloc = bloc.or(options.bloc);
        let mut builder = huisclos::Engine::builder().country(country).policy(policy).options(options);
        if let Some(style) = style {
            builder = builder.style(Style::from_name(style).ok_or_else(|| {
                let known: Vec<_> = Style::ALL.iter().map(|style| style.as_str()).collect();
                OptionError::new_err(format!("there is no style `{style}`: use {}", known.join(", ")))
            })?);
        }
        let key = key.map(Key::from_hex).transpose().map_err(|e| raised(&e))?;
        if let Some(key) = &key {
            builder = builder.key(key.clone());
        }
        builder = match (ledger, &key) {
            (Some(path), Some(key)) if !path.as_os_str().is_empty() => builder.ledger(FileLedger::create(&path, key).map_err(|e| raised(&e))?),
            // Without a key the builder says so.
            (Some(_), _) => builder.ledger(Memory::default()),
            (None, _) => builder,
        };
        Ok(Self(builder.build().map_err(|e| raised(&e))?))
    }

    /// The result of one text, with the pseudonymised text when `with_text`. Releases the GIL.
    fn outcome(&self, py: Python<'_>, text: &Bound<'_, PyAny>, facts: Option<&str>, unit: &str, with_text: bool) -> PyResult<Found> {
        let (facts, unit) = (read_facts(facts)?, read_unit(unit)?);
        let text = read_text(text).map_err(DocumentError::new_err)?;
        let run = py.detach(|| self.run(text, &facts)).map_err(|e| raised(&e))?;
        Ok(Found::of(py, run, unit, with_text))
    }

    /// The result of one text with a reader's decisions, in JSON, applied. Releases the GIL.
    fn reviewed(&self, py: Python<'_>, text: &Bound<'_, PyAny>, review: &str, facts: Option<&str>, unit: &str) -> PyResult<Found> {
        let (facts, review, unit) = (read_facts(facts)?, read_review(review)?, read_unit(unit)?);
        let text = read_text(text).map_err(DocumentError::new_err)?;
        let run = py.detach(|| Run::try_new(text, |text| self.0.apply_review(text, &facts, &review).map(Stage::Replaced))).map_err(|e| raised(&e))?;
        Ok(Found::reviewed_of(py, run, unit))
    }

    /// What a reader should look at, in JSON; what `review` has decided is left out. Releases the GIL.
    fn review(&self, py: Python<'_>, text: &Bound<'_, PyAny>, review: Option<&str>, facts: Option<&str>, unit: &str) -> PyResult<String> {
        let (facts, review, unit) = (read_facts(facts)?, review.map(read_review).transpose()?, read_unit(unit)?);
        let text = read_text(text).map_err(DocumentError::new_err)?;
        let doubts = py.detach(|| self.0.review(&text, &facts, review.as_ref())).map_err(|e| raised(&e))?;
        Ok(json(&QueueView::new(&text, &doubts, unit, DoubtCode::sentence)))
    }

    /// What each of some pseudonymised texts gives away among them, in JSON, in their order, on all cores. Releases the GIL.
    #[allow(clippy::needless_pass_by_value)]
    fn risks(&self, py: Python<'_>, texts: Vec<Bound<'_, PyAny>>, unit: &str) -> PyResult<String> {
        let unit = read_unit(unit)?;
        let texts = texts.iter().map(read_text).collect::<Result<Vec<_>, _>>().map_err(DocumentError::new_err)?;
        let traits = on_all_cores(py, || texts.par_iter().map(|text| self.0.traits(text)).collect::<Result<Vec<_>, _>>())?.map_err(|e| raised(&e))?;
        let mut population = Population::default();
        for held in &traits {
            population.add(held);
        }
        let views = texts.iter().zip(&traits).map(|(text, held)| {
            let table = OffsetTable::new(text, unit);
            let places: Vec<_> = held.iter().map(|own| table.convert_span(own.span)).collect();
            RiskView::new(held, &places, &population.risk(held), unit)
        });
        Ok(json(&views.collect::<Vec<_>>()))
    }

    /// The same as the JSON object that every surface of Huis Clos gives.
    fn wire(&self, py: Python<'_>, text: &Bound<'_, PyAny>, facts: Option<&str>, unit: &str, with_text: bool) -> PyResult<String> {
        let (facts, unit) = (read_facts(facts)?, read_unit(unit)?);
        let text = read_text(text).map_err(DocumentError::new_err)?;
        py.detach(|| self.outcome_json(&text, &facts, unit, with_text)).map_err(|e| raised(&e))
    }

    /// A document of a media type, written back, and the result of its words, with a reader's decisions when there are. Releases the GIL.
    fn document<'py>(
        &self,
        py: Python<'py>,
        bytes: &[u8],
        media_type: &str,
        review: Option<&str>,
        facts: Option<&str>,
        unit: &str,
    ) -> PyResult<(Bound<'py, PyBytes>, Found)> {
        let (facts, review, unit) = (read_facts(facts)?, review.map(read_review).transpose()?, read_unit(unit)?);
        let redacted = py.detach(|| redact_document(&self.0, bytes, media_type, &facts, review.as_ref())).map_err(|e| raised(&e))?;
        Ok((PyBytes::new(py, &redacted.bytes), Found::of_words(py, redacted.outcome, unit, review.is_some())))
    }

    /// The original of a pseudonymised text that this engine's ledger kept, byte for byte. Releases the GIL.
    fn restore(&self, py: Python<'_>, text: &Bound<'_, PyAny>) -> PyResult<String> {
        let text = read_text(text).map_err(DocumentError::new_err)?;
        py.detach(|| self.0.restore(&text)).map_err(|e| raised(&e))
    }

    /// What a pseudonymised text still shows, beside its original or alone. Releases the GIL.
    #[allow(clippy::needless_pass_by_value)]
    fn verify<'py>(
        &self, py: Python<'py>, text: &Bound<'py, PyAny>, original: Option<Bound<'py, PyAny>>, facts: Option<&str>, names: Vec<String>, unit: &str,
    ) -> PyResult<Bound<'py, PyTuple>> {
        let (facts, unit) = (read_facts(facts)?, read_unit(unit)?);
        let text = read_text(text).map_err(DocumentError::new_err)?;
        let original = original.map(|original| read_text(&original)).transpose().map_err(DocumentError::new_err)?;
        let known = Known { original: original.as_deref(), facts: Some(&facts), names: &names };
        let found = py.detach(|| self.0.verify(&text, &known)).map_err(|e| raised(&e))?;
        findings(py, &VerdictView::new(&text, &found, unit))
    }

    /// The results of many texts, in their order, on all cores. Releases the GIL. An item that fails is its message.
    #[allow(clippy::needless_pass_by_value)] // Python's arguments arrive as values.
    fn outcomes<'py>(&self, py: Python<'py>, texts: Vec<Bound<'py, PyAny>>, facts: Option<Vec<Option<String>>>, unit: &str) -> PyResult<Bound<'py, PyList>> {
        let unit = read_unit(unit)?;
        if let Some(all) = &facts && all.len() != texts.len() {
            return Err(OptionError::new_err(format!("{} texts come with the facts of {} cases: give one item for each text", texts.len(), all.len())));
        }
        let items = texts.iter().enumerate().map(|(at, text)| {
            let facts = facts.as_ref().and_then(|all| all[at].as_deref());
            Ok((read_text(text)?, read_facts(facts).map_err(|e| e.value(py).to_string())?))
        });
        let items: Vec<_> = items.collect();
        let items = items.into_iter().map(Some).collect();
        let done = on_all_cores(py, || self.batch(items))?;
        let list = PyList::empty(py);
        for item in done.into_iter().flatten() {
            match item {
                Ok(run) => list.append(Found::of(py, run, unit, true))?,
                Err(message) => list.append(message)?,
            }
        }
        Ok(list)
    }

    /// The columns of [`columns::FIELDS`] for a list of texts, as an Arrow stream of one batch, on all cores. Releases the GIL. Nothing gives
    /// nothing, a text that cannot be read its `error`.
    #[allow(clippy::needless_pass_by_value)]
    fn columns<'py>(&self, py: Python<'py>, texts: Vec<Bound<'py, PyAny>>) -> PyResult<Bound<'py, PyBytes>> {
        let items: Vec<_> = texts.iter().map(|text| (!text.is_none()).then(|| Ok((read_text(text)?, CaseFacts::default())))).collect();
        let stream = on_all_cores(py, || columns::stream(&self.batch(items)))?;
        Ok(PyBytes::new(py, &stream.map_err(OptionError::new_err)?))
    }
}

/// Runs `work` without the GIL, its parallel iterators on a pool of this call alone: a process forked from this one has none of its threads,
/// and a batch there would wait for ever. A pool kept over calls gains nothing that can be measured, on 16 short texts or on 180 long ones.
pub(crate) fn on_all_cores<T: Send>(py: Python<'_>, work: impl FnOnce() -> T + Send) -> PyResult<T> {
    let pool = rayon::ThreadPoolBuilder::new().build().map_err(|e| HuisClosError::new_err(format!("no threads for the batch: {e}")))?;
    Ok(py.detach(|| pool.install(work)))
}

impl Engine {
    fn run(&self, text: PyBackedStr, facts: &CaseFacts) -> Result<Run, Error> {
        Run::try_new(text, |text| self.0.detect(text, facts).map(Stage::Replaced))
    }

    /// As the core's own batch: finds on all cores; a ledger meets the texts in their order.
    fn batch(&self, items: Vec<Option<Result<(PyBackedStr, CaseFacts), String>>>) -> Vec<Option<Item>> {
        let one = |(text, facts): (PyBackedStr, CaseFacts)| -> Result<Run, Error> {
            if self.0.has_ledger() { Run::try_new(text, |text| Ok(Stage::Found(Some(self.0.analyse(text, &facts)?)))) } else { self.run(text, &facts) }
        };
        let mut done: Vec<Option<Item>> = items.into_par_iter().with_max_len(1).map(|item| Some(item?.and_then(|item| one(item).map_err(|e| e.to_string())))).collect();
        for item in &mut done {
            if let Some(Ok(run)) = item && let Err(error) = run.finish(&self.0) {
                *item = Some(Err(error.to_string()));
            }
        }
        done
    }

    fn outcome_json(&self, text: &str, facts: &CaseFacts, unit: OffsetUnit, with_text: bool) -> Result<String, Error> {
        let outcome = self.0.detect(text, facts)?;
        let mut view = OutcomeView::new(outcome.original(), &outcome.spans, &outcome.entities, &outcome.warnings, unit);
        view.text = with_text.then(|| outcome.text());
        Ok(json(&view))
    }

    pub(crate) const fn core(&self) -> &huisclos::Engine {
        &self.0
    }
}

fn json(view: &impl Serialize) -> String {
    serde_json::to_string(view).expect("a view has string keys only")
}

/// The original of a pseudonymised text that the ledger in a file kept, byte for byte. Releases the GIL.
#[pyfunction]
#[allow(clippy::needless_pass_by_value)]
pub(crate) fn restore(py: Python<'_>, path: PathBuf, key: &str, text: &Bound<'_, PyAny>) -> PyResult<String> {
    let (key, text) = (Key::from_hex(key).map_err(|e| raised(&e))?, read_text(text).map_err(DocumentError::new_err)?);
    py.detach(|| huisclos::replace::restore(&mut FileLedger::open(&path, &key)?, &text)).map_err(|e| raised(&e))
}
