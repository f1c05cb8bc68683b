//! The parts of a result as Python sees them: one class for each type of the core, immutable, compared and pickled by its fields.

use pyo3::IntoPyObjectExt;
use pyo3::prelude::*;
use pyo3::types::{PyInt, PyString, PyTuple};

/// A class of plain fields. The constructor takes them all, in order or by name; `repr` is the only line that a class writes itself.
macro_rules! mirror {
    ($(#[$doc:meta])* $class:ident { $($field:ident: $type:ty $(= $default:tt)?,)* } $repr:expr) => {
        $(#[$doc])*
        #[pyclass(frozen, get_all, module = "huisclos")]
        pub(crate) struct $class {
            $(pub(crate) $field: $type,)*
        }

        #[pymethods]
        impl $class {
            #[new]
            #[pyo3(signature = ($($field $(= $default)?),*))]
            #[allow(clippy::too_many_arguments)] // They are the fields.
            const fn new($($field: $type),*) -> Self {
                Self { $($field),* }
            }

            #[classattr]
            fn __match_args__(py: Python<'_>) -> PyResult<Bound<'_, PyTuple>> {
                PyTuple::new(py, [$(stringify!($field)),*])
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

            fn __repr__(&self) -> String {
                let shown: fn(&Self) -> String = $repr;
                shown(self)
            }
        }

        impl $class {
            fn fields<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
                PyTuple::new(py, [$((&self.$field).into_bound_py_any(py)?),*])
            }
        }
    };
}

mirror! {
    /// One mention: half-open offsets into the original text, what it is, and what becomes of it. Its ``repr`` shows no text.
    ///
    /// ``start`` and ``end`` are in the result's ``offset_unit``; ``entity`` is the id of an :class:`Entity`; ``action`` is ``replace``,
    /// ``keep`` or ``review``; ``replacement`` is what the text will hold; ``rules`` found it, the deciding one first; ``reason`` says why a
    /// reviewer should look; ``basis`` is the article that the action rests on; ``lead`` is ``(start, text)`` of the word before that
    /// changes with the span, as ``d'`` before a name that now starts with a consonant; it ends where the span starts.
    Span {
        start: Py<PyInt>,
        end: Py<PyInt>,
        kind: Py<PyString>,
        role: Py<PyString>,
        entity: Py<PyString>,
        confidence: Py<PyString>,
        action: Py<PyString>,
        replacement: Py<PyString>,
        rules: Py<PyTuple>,
        reason: Option<Py<PyString>>,
        basis: Py<PyString>,
        lead: Option<Py<PyTuple>> = None,
    }
    |span| format!("Span({}, {}, {}, {}, {}, {})", span.start, span.end, span.kind, span.role, span.entity, span.action)
}

mirror! {
    /// One person or datum. ``mentions`` are indices into the result's spans.
    Entity {
        id: Py<PyString>,
        kind: Py<PyString>,
        role: Py<PyString>,
        mentions: Py<PyTuple>,
    }
    |entity| format!("Entity({}, {}, {}, mentions={})", entity.id, entity.kind, entity.role, entity.mentions)
}

mirror! {
    /// Something the caller should know. ``code`` is a stable word, ``message`` a sentence that holds no text of the decision.
    Warning {
        code: Py<PyString>,
        message: Py<PyString>,
    }
    |warning| format!("Warning({}: {})", warning.code, warning.message)
}

mirror! {
    /// Something that a pseudonymised text still shows. ``start`` and ``end`` are half-open offsets into that text; ``reason`` says how it is known.
    Finding {
        start: Py<PyInt>,
        end: Py<PyInt>,
        kind: Py<PyString>,
        role: Py<PyString>,
        confidence: Py<PyString>,
        reason: Py<PyString>,
    }
    |found| format!("Finding({}, {}, {}, {}, {})", found.start, found.end, found.kind, found.role, found.reason)
}
