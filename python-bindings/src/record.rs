//! The record of a run, line by line.

use std::sync::{Mutex, MutexGuard, PoisonError};

use huisclos::report::audit::{Chain, Entry, Line, check};
use pyo3::prelude::*;

use crate::engine::Engine;
use crate::result::Found;
use crate::{DocumentError, OptionError};

/// The record of a run: JSON Lines with chained hashes, without text. The caller keeps the lines.
#[pyclass(frozen, module = "huisclos._huisclos")]
pub(crate) struct Record {
    chain: Mutex<Chain>,
    /// The first line.
    #[pyo3(get)]
    head: String,
}

fn unwritten(error: &serde_json::Error) -> PyErr {
    OptionError::new_err(format!("the line of the record cannot be written: {error}"))
}

#[pymethods]
impl Record {
    /// `date` is the caller's, as `2026-11-28T09:00:00Z`, or nothing.
    #[new]
    fn new(engine: &Engine, date: Option<String>) -> PyResult<Self> {
        let mut run = engine.core().audit_run();
        run.date = date;
        let (chain, head) = Chain::start(run).map_err(|e| unwritten(&e))?;
        Ok(Self { chain: Mutex::new(chain), head })
    }

    /// The line of one document.
    fn document(&self, id: &str, result: &Bound<'_, Found>) -> PyResult<String> {
        let found = result.get();
        let outcome = found.outcome().ok_or_else(|| {
            OptionError::new_err("this result was made of its parts, as one from another process is: record it where its engine ran")
        })?;
        let entry = Entry::new(id, outcome.original(), &outcome.text(), &outcome.spans, &outcome.warnings, found.unit());
        self.link(Line::Document(Entry { reviewed: found.reviewed(), ..entry }))
    }

    /// The last line.
    fn end(&self) -> PyResult<String> {
        self.chain().end().map_err(|e| unwritten(&e))
    }

    /// The hash of the line written last.
    #[getter]
    fn hash(&self) -> String {
        self.chain().hash().to_owned()
    }
}

impl Record {
    fn chain(&self) -> MutexGuard<'_, Chain> {
        self.chain.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn link(&self, line: Line) -> PyResult<String> {
        self.chain().link(line).map_err(|e| unwritten(&e))
    }
}

/// The number of documents and the last hash of a whole record; what is wrong with a broken one is the error.
#[pyfunction]
#[allow(clippy::needless_pass_by_value)]
pub(crate) fn check_record(lines: Vec<String>) -> PyResult<(usize, String)> {
    let checked = check(&lines).map_err(|broken| DocumentError::new_err(format!("line {} of the record: {}", broken.line, broken.what)))?;
    Ok((checked.documents, checked.hash))
}
