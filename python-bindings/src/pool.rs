//! The threads of batches: one pool for each process, made by its first batch.

use std::sync::{Arc, Mutex};

use pyo3::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::HuisClosError;

/// The pool, and the process it was made in. A forked process has none of its threads, and work given to it would wait for ever.
static POOL: Mutex<Option<(u32, Arc<ThreadPool>)>> = Mutex::new(None);

/// Runs `work` without the GIL, its parallel iterators on all cores. The threads stay for the next call: new ones would have to
/// touch new memory first.
pub(crate) fn on_all_cores<T: Send>(py: Python<'_>, work: impl FnOnce() -> T + Send) -> PyResult<T> {
    let pool = pool().map_err(|e| HuisClosError::new_err(format!("no threads for the batch: {e}")))?;
    Ok(py.detach(|| pool.install(work)))
}

fn pool() -> Result<Arc<ThreadPool>, rayon::ThreadPoolBuildError> {
    let make = || ThreadPoolBuilder::new().build().map(Arc::new);
    // Held while another thread makes the pool, or for ever in a process forked at that moment: this call has a pool of its own.
    let Ok(mut kept) = POOL.try_lock() else { return make() };
    let here = std::process::id();
    if let Some((process, pool)) = kept.take() {
        if process == here {
            return Ok(kept.insert((process, pool)).1.clone());
        }
        // Its threads are not here to be told to end.
        std::mem::forget(pool);
    }
    Ok(kept.insert((here, make()?)).1.clone())
}
