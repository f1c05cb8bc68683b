//! What one run found. The outcome stays in Rust beside the Python string it read; Python's objects are made when they are asked for.

use std::collections::BTreeMap;

use huisclos::{Action, Analysis, Error, OffsetTable, OffsetUnit, Outcome, RuleId, VerdictView};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyInt, PyString, PyTuple};
use rustc_hash::FxHashMap;
use self_cell::self_cell;

use crate::OptionError;
use crate::mirrors::{Entity, Finding, Span, Warning};

self_cell! {
    /// What becomes of a string, and the string that it borrows from.
    pub(crate) struct Run {
        owner: PyBackedStr,
        #[covariant]
        dependent: Stage,
    }
}

/// How far a run is: a batch with a ledger finds on every core, then replaces in the order of its texts.
pub(crate) enum Stage<'t> {
    Found(Option<Analysis<'t>>),
    Replaced(Outcome<'t>),
}

impl Run {
    /// Replaces what was found, unless that is done.
    pub(crate) fn finish(&mut self, engine: &huisclos::Engine) -> Result<(), Error> {
        self.with_dependent_mut(|_, stage| {
            if let Stage::Found(analysis) = stage && let Some(analysis) = analysis.take() {
                *stage = Stage::Replaced(engine.replace(analysis)?);
            }
            Ok(())
        })
    }

    /// # Panics
    /// When the run is not finished.
    pub(crate) fn outcome(&self) -> &Outcome<'_> {
        match self.borrow_dependent() {
            Stage::Replaced(outcome) => outcome,
            Stage::Found(_) => panic!("a run is finished before it is shown"),
        }
    }
}

/// Where the parts of a result come from.
enum Source {
    Run(Run),
    /// A document's words, which no Python string held before.
    Words(Outcome<'static>),
    /// The caller gave every part.
    Given,
}

impl Source {
    fn outcome(&self) -> Option<&Outcome<'_>> {
        match self {
            Self::Run(run) => Some(run.outcome()),
            Self::Words(outcome) => Some(outcome),
            Self::Given => None,
        }
    }
}

/// What one run found. ``text`` is the pseudonymised text, ``None`` after :meth:`Engine.detect`; ``original`` is what was read.
///
/// ``spans``, ``entities``, ``warnings`` and ``text`` are made when first asked for, and are the same objects afterwards. Compares, hashes and
/// pickles by all of its fields; the ``repr`` shows counts, never text.
#[pyclass(frozen, name = "Result", module = "huisclos")]
pub(crate) struct Found {
    source: Source,
    with_text: bool,
    /// Whether a reader's decisions were applied.
    reviewed: bool,
    unit: OffsetUnit,
    #[pyo3(get)]
    original: Py<PyString>,
    spans: PyOnceLock<Py<PyTuple>>,
    entities: PyOnceLock<Py<PyTuple>>,
    warnings: PyOnceLock<Py<PyTuple>>,
    text: PyOnceLock<Option<Py<PyString>>>,
}

impl Found {
    pub(crate) fn of(py: Python<'_>, run: Run, unit: OffsetUnit, with_text: bool) -> Self {
        let original = run.borrow_owner().as_py_str().clone_ref(py);
        Self::new_of(Source::Run(run), original, unit, with_text)
    }

    /// As [`Found::of`], with its text, after a reader's decisions.
    pub(crate) fn reviewed_of(py: Python<'_>, run: Run, unit: OffsetUnit) -> Self {
        Self { reviewed: true, ..Self::of(py, run, unit, true) }
    }

    /// What the engine gave; nothing when the caller gave every part.
    pub(crate) fn outcome(&self) -> Option<&Outcome<'_>> {
        self.source.outcome()
    }

    pub(crate) const fn reviewed(&self) -> bool {
        self.reviewed
    }

    pub(crate) const fn unit(&self) -> OffsetUnit {
        self.unit
    }

    /// Of the words of a document, with their text.
    pub(crate) fn of_words(py: Python<'_>, outcome: Outcome<'static>, unit: OffsetUnit, reviewed: bool) -> Self {
        let original = PyString::new(py, outcome.original()).unbind();
        Self { reviewed, ..Self::new_of(Source::Words(outcome), original, unit, true) }
    }

    fn new_of(source: Source, original: Py<PyString>, unit: OffsetUnit, with_text: bool) -> Self {
        let (spans, entities, warnings, text) = (PyOnceLock::new(), PyOnceLock::new(), PyOnceLock::new(), PyOnceLock::new());
        Self { source, with_text, reviewed: false, unit, original, spans, entities, warnings, text }
    }

    /// The objects in `kept`, made of the outcome the first time.
    fn once<'a>(
        &'a self,
        py: Python<'_>,
        kept: &'a PyOnceLock<Py<PyTuple>>,
        make: impl FnOnce(&Outcome<'_>) -> PyResult<Py<PyTuple>>,
    ) -> PyResult<&'a Py<PyTuple>> {
        kept.get_or_try_init(py, || self.source.outcome().map_or_else(|| Ok(PyTuple::empty(py).unbind()), make))
    }
}

#[pymethods]
impl Found {
    #[new]
    fn new(
        offset_unit: &str, spans: Py<PyTuple>, entities: Py<PyTuple>, warnings: Py<PyTuple>, text: Option<Py<PyString>>, original: Py<PyString>,
        py: Python<'_>,
    ) -> PyResult<Self> {
        Ok(Self {
            source: Source::Given,
            with_text: text.is_some(),
            reviewed: false,
            unit: read_unit(offset_unit)?,
            original,
            spans: given(py, spans),
            entities: given(py, entities),
            warnings: given(py, warnings),
            text: given(py, text),
        })
    }

    #[classattr]
    fn __match_args__(py: Python<'_>) -> PyResult<Bound<'_, PyTuple>> {
        PyTuple::new(py, ["offset_unit", "spans", "entities", "warnings", "text", "original"])
    }

    /// The unit of every ``start`` and ``end``.
    #[getter]
    fn offset_unit<'py>(&self, py: Python<'py>) -> Bound<'py, PyString> {
        PyString::intern(py, self.unit.as_str())
    }

    /// The mentions, sorted and disjoint.
    #[getter]
    fn spans(&self, py: Python<'_>) -> PyResult<&Py<PyTuple>> {
        self.once(py, &self.spans, |outcome| {
            let table = OffsetTable::new(outcome.original(), self.unit);
            let mut words = Words::new(py);
            let spans = outcome.spans.iter().map(|span| {
                let (start, end) = table.convert_span(span.span);
                let lead = span.lead.as_ref().map(|lead| (table.convert(lead.span.start), lead.text.as_str()).into_pyobject(py).map(Bound::unbind));
                let lead = lead.transpose()?;
                Py::new(py, Span {
                    start: PyInt::new(py, start).unbind(),
                    end: PyInt::new(py, end).unbind(),
                    kind: words.known(span.kind.as_str()),
                    role: words.known(span.role.as_str()),
                    entity: words.of(&span.entity),
                    confidence: words.known(span.confidence.as_str()),
                    action: words.known(span.action.as_str()),
                    replacement: words.of(&span.replacement),
                    rules: words.rules(&span.rules)?,
                    reason: span.reason.map(|reason| words.known(reason)),
                    basis: words.of(&span.basis),
                    lead,
                })
            });
            let spans = spans.collect::<PyResult<Vec<_>>>()?;
            Ok(PyTuple::new(py, spans)?.unbind())
        })
    }

    /// The persons and data, in order of first mention.
    #[getter]
    fn entities(&self, py: Python<'_>) -> PyResult<&Py<PyTuple>> {
        self.once(py, &self.entities, |outcome| {
            let mut words = Words::new(py);
            let entities = outcome.entities.iter().map(|entity| {
                let mentions = PyTuple::new(py, &entity.mentions)?.unbind();
                let id = PyString::new(py, &entity.id).unbind();
                Py::new(py, Entity { id, kind: words.known(entity.kind.as_str()), role: words.known(entity.role.as_str()), mentions })
            });
            let entities = entities.collect::<PyResult<Vec<_>>>()?;
            Ok(PyTuple::new(py, entities)?.unbind())
        })
    }

    /// What the caller should know.
    #[getter]
    fn warnings(&self, py: Python<'_>) -> PyResult<&Py<PyTuple>> {
        self.once(py, &self.warnings, |outcome| {
            let warnings = outcome.warnings.iter().map(|warning| {
                let (code, message) = (PyString::intern(py, warning.code), PyString::new(py, &warning.message));
                Py::new(py, Warning { code: code.unbind(), message: message.unbind() })
            });
            let warnings = warnings.collect::<PyResult<Vec<_>>>()?;
            Ok(PyTuple::new(py, warnings)?.unbind())
        })
    }

    /// The pseudonymised text.
    #[getter]
    fn text(&self, py: Python<'_>) -> Option<&Py<PyString>> {
        let make = || self.source.outcome().filter(|_| self.with_text).map(|outcome| PyString::new(py, &outcome.text()).unbind());
        self.text.get_or_init(py, make).as_ref()
    }

    /// How many spans of each kind were replaced, kept or sent to review: ``{kind: {action: count}}``. No text.
    #[getter]
    fn report(&self, py: Python<'_>) -> PyResult<BTreeMap<String, BTreeMap<String, usize>>> {
        let mut counts: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
        let actions = [Action::Replace, Action::Keep, Action::Review].map(|action| (action.as_str().to_owned(), 0));
        for span in self.spans(py)?.bind(py) {
            let span = span.cast_into::<Span>()?;
            let of_kind = counts.entry(span.get().kind.to_string()).or_insert_with(|| actions.clone().into());
            *of_kind.entry(span.get().action.to_string()).or_default() += 1;
        }
        Ok(counts)
    }

    fn _repr_html_<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        slf.py().import("huisclos._html")?.call_method1("marked", (slf,))
    }

    /// Displays the original text with every span marked, in a notebook; it SHOWS the text, which a ``repr`` never does.
    ///
    /// :raises ImportError: IPython is not installed.
    /// :raises OptionError: the offsets are not in code points.
    #[allow(clippy::doc_markdown)] // Python's own markup.
    fn show(slf: &Bound<'_, Self>) -> PyResult<()> {
        slf.py().import("huisclos._html")?.call_method1("show", (slf,)).map(drop)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let [spans, entities, warnings] = [self.spans(py)?, self.entities(py)?, self.warnings(py)?].map(|part| part.bind(py).len());
        Ok(format!("Result({spans} spans, {entities} entities, {warnings} warnings, unit={})", self.unit.as_str()))
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> PyResult<Option<bool>> {
        other.cast::<Self>().ok().map(|other| self.fields(other.py())?.eq(other.get().fields(other.py())?)).transpose()
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
        self.fields(py)?.hash()
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        Ok((slf.get_type().into_any(), slf.get().fields(slf.py())?))
    }
}

impl Found {
    fn fields<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        (self.unit.as_str(), self.spans(py)?, self.entities(py)?, self.warnings(py)?, self.text(py), &self.original).into_pyobject(py)
    }
}

/// The findings of a leak check.
pub(crate) fn findings<'py>(py: Python<'py>, verdict: &VerdictView<'_>) -> PyResult<Bound<'py, PyTuple>> {
    let mut words = Words::new(py);
    let found = verdict.findings.iter().map(|found| {
        Py::new(py, Finding {
            start: PyInt::new(py, found.start).unbind(),
            end: PyInt::new(py, found.end).unbind(),
            kind: words.known(found.kind.as_str()),
            role: words.known(found.role.as_str()),
            confidence: words.known(found.confidence.as_str()),
            reason: words.known(found.reason.as_str()),
        })
    });
    PyTuple::new(py, found.collect::<PyResult<Vec<_>>>()?)
}

fn given<T>(py: Python<'_>, value: T) -> PyOnceLock<T> {
    let kept = PyOnceLock::new();
    let _ = kept.set(py, value); // Nothing is in it yet.
    kept
}

pub(crate) fn read_unit(unit: &str) -> PyResult<OffsetUnit> {
    OffsetUnit::from_name(unit).ok_or_else(|| OptionError::new_err(format!("there is no offset unit `{unit}`: use char, utf16 or byte")))
}

/// Every word of a result once: most spans share theirs.
struct Words<'o, 'py> {
    py: Python<'py>,
    spelt: FxHashMap<&'o str, Py<PyString>>,
    rules: FxHashMap<&'o [RuleId], Py<PyTuple>>,
}

impl<'o, 'py> Words<'o, 'py> {
    fn new(py: Python<'py>) -> Self {
        Self { py, spelt: FxHashMap::default(), rules: FxHashMap::default() }
    }

    /// A word of the library's own: interned, the same object in every result.
    fn known(&mut self, word: &'static str) -> Py<PyString> {
        self.spelt.entry(word).or_insert_with(|| PyString::intern(self.py, word).unbind()).clone_ref(self.py)
    }

    /// A word that may come from a decision: never interned, which some interpreters never undo.
    fn of(&mut self, word: &'o str) -> Py<PyString> {
        self.spelt.entry(word).or_insert_with(|| PyString::new(self.py, word).unbind()).clone_ref(self.py)
    }

    fn rules(&mut self, rules: &'o [RuleId]) -> PyResult<Py<PyTuple>> {
        if let Some(known) = self.rules.get(rules) {
            return Ok(known.clone_ref(self.py));
        }
        let made = PyTuple::new(self.py, rules.iter().map(|rule| PyString::intern(self.py, rule)))?.unbind();
        self.rules.insert(rules, made.clone_ref(self.py));
        Ok(made)
    }
}
