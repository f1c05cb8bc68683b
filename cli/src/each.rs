//! Documents one by one through work that writes nothing back: on every core, in order, in bounded memory.

use std::panic::{AssertUnwindSafe, catch_unwind};

use rayon::prelude::*;

use crate::input::Fault;
use crate::messages::{Failure, Lang, say};

/// What is in memory at once.
const CHUNK: usize = 256;

/// Where a piece of work comes from, for the message when it fails.
pub(crate) trait Placed: Sync + Send {
    /// The source, and the line in JSON Lines.
    fn place(&self) -> (usize, Option<usize>);
}

/// Gives every item to `work`, and the results to `take` in the order of the items. A panic is a fault like any other.
///
/// # Errors
/// What `take` says; what fails in `work` is a fault.
pub(crate) fn each<T: Placed, R: Send>(
    mut items: impl Iterator<Item = Result<T, Fault>>,
    lang: Lang,
    work: impl Fn(&T) -> Result<R, String> + Sync,
    mut take: impl FnMut(Result<(T, R), Fault>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let guarded = |item: T| {
        let result = catch_unwind(AssertUnwindSafe(|| work(&item)))
            .unwrap_or_else(|_| Err(say!(lang, "an internal error: please report it, without the document", "erreur interne : la signaler, sans le document")));
        match result {
            Ok(result) => Ok((item, result)),
            Err(message) => {
                let (source, line) = item.place();
                Err(Fault { source, line, message, raw: Vec::new() })
            }
        }
    };
    loop {
        let chunk: Vec<_> = items.by_ref().take(CHUNK).collect();
        if chunk.is_empty() {
            return Ok(());
        }
        let results: Vec<_> = chunk.into_par_iter().with_max_len(1).map(|item| item.and_then(guarded)).collect();
        results.into_iter().try_for_each(&mut take)?;
    }
}
