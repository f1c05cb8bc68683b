//! The compiled half of the Python package `huisclos`. It holds no logic: it reads Python's arguments, calls the core and hands
//! back the JSON object that every surface of Huis Clos gives (`OutcomeView`), which the package turns into objects.

use pyo3::create_exception;
use pyo3::exceptions::PyException;
use pyo3::prelude::*;

create_exception!(_huisclos, HuisClosError, PyException, "Any error of Huis Clos. Its message never holds text of a decision.");
create_exception!(_huisclos, PolicyError, HuisClosError, "There is no such policy or bloc, or its data is wrong.");
create_exception!(_huisclos, OptionError, HuisClosError, "An option or the facts of a case cannot be read.");
create_exception!(_huisclos, DocumentError, HuisClosError, "A document cannot be read: it is no str, holds a lone surrogate or is larger than 4 GiB.");

/// The module `huisclos._huisclos`.
#[pymodule(gil_used = false)]
mod _huisclos {
    use huisclos::{CaseFacts, Country, Error, Kind, OffsetUnit, OutcomeView, Policy};
    use pyo3::prelude::*;
    use pyo3::pybacked::PyBackedStr;
    use pyo3::types::PyString;
    use rayon::prelude::*;

    #[pymodule_export]
    use super::{DocumentError, HuisClosError};
    #[pymodule_export]
    use super::{OptionError, PolicyError};

    fn raised(error: &Error) -> PyErr {
        let message = error.to_string();
        if error.is_policy() {
            PolicyError::new_err(message)
        } else if error.is_too_large() {
            DocumentError::new_err(message)
        } else {
            OptionError::new_err(message)
        }
    }

    fn read_unit(unit: &str) -> PyResult<OffsetUnit> {
        OffsetUnit::from_name(unit).ok_or_else(|| OptionError::new_err(format!("there is no offset unit `{unit}`: use char, utf16 or byte")))
    }

    fn read_facts(facts: Option<&str>) -> PyResult<CaseFacts> {
        // serde's own words could quote a name: give the place only.
        facts.map_or_else(
            || Ok(CaseFacts::default()),
            |json| serde_json::from_str(json).map_err(|e| OptionError::new_err(format!("facts, column {}: not the facts of a case", e.column()))),
        )
    }

    /// Python's own error would carry the text along: the message names the type, or the remedy, only.
    fn read_text(text: &Bound<'_, PyAny>) -> Result<PyBackedStr, String> {
        let string = text.cast::<PyString>().map_err(|_| format!("a text is a str, not {}", text.get_type().name().map_or_else(|_| "this".to_owned(), |n| n.to_string())))?;
        PyBackedStr::try_from(string.clone()).map_err(|_| "the text holds a lone surrogate: decode its file again, with errors=\"replace\"".to_owned())
    }

    /// Finds and replaces the personal data of decisions. Immutable: share one among threads.
    #[pyclass(frozen, module = "huisclos._huisclos")]
    struct Engine(huisclos::Engine);

    #[pymethods]
    impl Engine {
        /// `country` as on the wire, `policy` a built-in name or the TOML of one, `bloc` 0 to 4 or nothing.
        #[new]
        #[pyo3(signature = (country, policy, bloc=None))]
        fn new(country: &str, policy: &str, bloc: Option<u8>) -> PyResult<Self> {
            let country: Country = serde_json::from_value(serde_json::json!(country))
                .map_err(|_| OptionError::new_err(format!("there are no rules for the country `{country}`: use fr")))?;
            let policy = if policy.trim().contains('\n') { Policy::from_toml(policy) } else { Policy::named(policy) };
            let mut policy = policy.map_err(|e| raised(&e))?;
            if let Some(bloc) = bloc {
                policy = policy.with_bloc(bloc).map_err(|e| raised(&e))?;
            }
            let engine = huisclos::Engine::builder().country(country).policy(policy).build().map_err(|e| raised(&e))?;
            Ok(Self(engine))
        }

        /// The outcome of one text as JSON, with the pseudonymised text when `with_text`. Releases the GIL.
        #[pyo3(signature = (text, facts, unit, with_text))]
        fn outcome(&self, py: Python<'_>, text: &Bound<'_, PyAny>, facts: Option<&str>, unit: &str, with_text: bool) -> PyResult<String> {
            let (facts, unit) = (read_facts(facts)?, read_unit(unit)?);
            let text = read_text(text).map_err(DocumentError::new_err)?;
            py.detach(|| self.json(&text, &facts, unit, with_text)).map_err(|e| raised(&e))
        }

        /// The outcomes of many texts, in their order, on all cores. Releases the GIL. An item that fails is its message.
        #[pyo3(signature = (texts, facts, unit, with_text))]
        fn outcomes(&self, py: Python<'_>, texts: Vec<Bound<'_, PyAny>>, facts: Option<Vec<Option<String>>>, unit: &str, with_text: bool) -> PyResult<Vec<(bool, String)>> {
            let unit = read_unit(unit)?;
            if let Some(all) = &facts && all.len() != texts.len() {
                return Err(OptionError::new_err(format!("{} texts come with the facts of {} cases: give one item for each text", texts.len(), all.len())));
            }
            let items: Vec<Result<(PyBackedStr, CaseFacts), String>> = texts
                .iter()
                .enumerate()
                .map(|(at, text)| {
                    let facts = facts.as_ref().and_then(|all| all[at].as_deref());
                    Ok((read_text(text)?, read_facts(facts).map_err(|e| e.value(py).to_string())?))
                })
                .collect();
            // A pool of this call alone: a process forked from this one has none of its threads, and a batch there would wait for ever.
            let pool = rayon::ThreadPoolBuilder::new().build().map_err(|e| HuisClosError::new_err(format!("no threads for the batch: {e}")))?;
            Ok(py.detach(|| {
                pool.install(|| {
                    items.par_iter().map(|item| match item {
                        Ok((text, facts)) => self.json(text, facts, unit, with_text).map_or_else(|e| (false, e.to_string()), |json| (true, json)),
                        Err(message) => (false, message.clone()),
                    }).collect()
                })
            }))
        }
    }

    /// Every rule: id, kind, what it finds, its source; the list of `huisclos rules`.
    #[pyfunction]
    fn rules() -> Vec<(&'static str, &'static str, &'static str, &'static str)> {
        let data = huisclos::recognizers::rules().map(|rule| (rule.id, rule.kind.as_str(), rule.finds, rule.source));
        let persons = huisclos::persons::RULES.iter().map(|(id, finds)| (*id, Kind::Person.as_str(), *finds, "COJ L111-13; CJA L10"));
        data.chain(persons).collect()
    }

    impl Engine {
        fn json(&self, text: &str, facts: &CaseFacts, unit: OffsetUnit, with_text: bool) -> Result<String, Error> {
            shown(&self.0.detect(text, facts)?, unit, with_text)
        }
    }

    fn shown(outcome: &huisclos::Outcome<'_>, unit: OffsetUnit, with_text: bool) -> Result<String, Error> {
        let mut view = OutcomeView::new(outcome.original(), &outcome.spans, &outcome.entities, &outcome.warnings, unit);
        view.text = with_text.then(|| outcome.text());
        Ok(serde_json::to_string(&view).expect("a view has string keys only"))
    }
}
