use crate::error::Error;
use crate::model::CaseFacts;

use super::{Engine, Outcome};

/// One document of a batch.
#[derive(Clone, Copy)]
pub struct Input<'t> {
    /// The original text.
    pub text: &'t str,
    /// What the caller knows of the case.
    pub facts: &'t CaseFacts,
}

impl std::fmt::Debug for Input<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Input").field("bytes", &self.text.len()).finish_non_exhaustive()
    }
}

impl Engine {
    /// [`Engine::detect`] on every input, on all cores of the current thread pool, results in the order of the inputs.
    ///
    /// ```
    /// use huisclos::{CaseFacts, Engine, Input};
    /// let engine = Engine::builder().build()?;
    /// let facts = CaseFacts::default();
    /// let inputs = ["a@b.example", "rien"].map(|text| Input { text, facts: &facts });
    /// let counts: Vec<_> = engine.detect_batch(&inputs).into_iter().map(|o| o.unwrap().spans.len()).collect();
    /// assert_eq!(counts, [1, 0]);
    /// # Ok::<(), huisclos::Error>(())
    /// ```
    pub fn detect_batch<'t>(&self, inputs: &[Input<'t>]) -> Vec<Result<Outcome<'t>, Error>> {
        if self.has_ledger() {
            // The ledger meets the documents in their order, on any number of threads.
            let analyses = each(inputs, |input| self.analyse(input.text, input.facts));
            return analyses.into_iter().map(|analysis| self.replace(analysis?)).collect();
        }
        each(inputs, |input| self.detect(input.text, input.facts))
    }

    /// The same as [`Engine::detect_batch`].
    pub fn pseudonymize_batch<'t>(&self, inputs: &[Input<'t>]) -> Vec<Result<Outcome<'t>, Error>> {
        self.detect_batch(inputs)
    }
}

/// `work` on every input, results in their order. One input is the unit of work: rayon's own pieces, a quarter of the batch each, leave one of
/// two threads idle for a twentieth of the time.
fn each<'t, R: Send>(inputs: &[Input<'t>], work: impl Fn(&Input<'t>) -> R + Send + Sync) -> Vec<R> {
    #[cfg(feature = "parallel")]
    {
        use rayon::prelude::*;
        inputs.par_iter().with_max_len(1).map(work).collect()
    }
    #[cfg(not(feature = "parallel"))]
    inputs.iter().map(work).collect()
}
