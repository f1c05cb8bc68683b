//! The compiled half of the Python package `huisclos`. It holds no logic: it reads Python's arguments, calls the core and shows what it
//! found as Python objects.

use pyo3::create_exception;
use pyo3::exceptions::PyException;
use pyo3::prelude::*;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

mod columns;
mod engine;
mod mirrors;
mod record;
mod result;

create_exception!(huisclos, HuisClosError, PyException, "Any error of Huis Clos. Its message never holds text of a decision.");
create_exception!(huisclos, PolicyError, HuisClosError, "There is no such policy or bloc, or its data is wrong.");
create_exception!(huisclos, OptionError, HuisClosError, "An option or the facts of a case cannot be read.");
create_exception!(huisclos, DocumentError, HuisClosError, "A document cannot be read: it is no str, holds a lone surrogate, is larger than 4 GiB, or its bytes are not what they should be.");
create_exception!(huisclos, SecretKeyError, HuisClosError, "A key is missing, is no key, or is not the one that a ledger was made with.");
create_exception!(huisclos, ReviewError, HuisClosError, "A review is of another text, or decides on a place where nothing stands.");
create_exception!(huisclos, LedgerError, HuisClosError, "A ledger cannot be read or written, or does not know a text.");

/// The module `huisclos._huisclos`.
#[pymodule(gil_used = false)]
mod _huisclos {
    use huisclos::formats::Format;
    use pyo3::prelude::*;
    use pyo3::types::PyBytes;

    #[pymodule_export]
    use super::engine::{Engine, restore};
    #[pymodule_export]
    use super::mirrors::{Entity, Finding, Span, Warning};
    #[pymodule_export]
    use super::record::{Record, check_record};
    #[pymodule_export]
    use super::result::Found;
    #[pymodule_export]
    use super::{DocumentError, HuisClosError, LedgerError, OptionError, PolicyError, ReviewError, SecretKeyError};

    /// The schema of [`Engine::columns`], as an Arrow stream without a batch.
    #[pyfunction]
    fn schema(py: Python<'_>) -> Bound<'_, PyBytes> {
        PyBytes::new(py, &super::columns::schema())
    }

    /// The documents that can be read: each ending of the file's name, the usual one of a format first, and its media type.
    #[pyfunction]
    fn formats() -> Vec<(&'static str, &'static str)> {
        Format::ALL.iter().flat_map(|format| format.endings().iter().map(|ending| (*ending, format.mime()))).collect()
    }

    /// Runs the command line on this process's standard input, output and error, as the binary does; gives its exit code. Releases the GIL.
    #[pyfunction]
    fn command(py: Python<'_>, arguments: Vec<std::ffi::OsString>) -> PyResult<u8> {
        super::engine::on_all_cores(py, || huisclos_cli::command(arguments))
    }
}
