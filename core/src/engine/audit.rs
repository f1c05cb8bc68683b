//! What a run was done with, for its record.

use sha2::{Digest, Sha256};

use crate::lexicon::Lexicon;
use crate::model::{Confidence, Kind, Role};
use crate::report::audit::{FORMAT, Run};
use crate::report::review::hex;

use super::Engine;

impl Engine {
    /// The head of a run's record: versions, policy, dictionaries, style. The date is the caller's.
    ///
    /// ```
    /// use huisclos::{Engine, Policy};
    /// let run = |bloc| Engine::builder().policy(Policy::fr_judilibre().with_bloc(bloc).unwrap()).build().unwrap().audit_run();
    /// assert_eq!(run(3).policy_sha256, run(3).policy_sha256);
    /// assert_ne!(run(3).policy_sha256, run(1).policy_sha256);
    /// ```
    pub fn audit_run(&self) -> Run {
        let policy = self.policy();
        let mut digest = Sha256::new();
        let mut tell = |words: String| digest.update(words.as_bytes());
        for &kind in Kind::ALL {
            for &role in Role::ALL {
                for confidence in [Confidence::Possible, Confidence::Probable, Confidence::Strong, Confidence::Certain] {
                    let decision = policy.decide(kind, role, confidence);
                    tell(format!("{kind}\0{role}\0{}\0{:?}\0{:?}\0{}\n", confidence.as_str(), decision.action, decision.with, decision.basis));
                }
            }
        }
        for term in policy.kept_terms().iter().map(|term| format!("+{term}\n")).chain(policy.removed_terms().iter().map(|term| format!("-{term}\n"))) {
            tell(term);
        }
        tell(format!("{} {}", self.style().as_str(), policy.family_link()));
        Run {
            format: FORMAT,
            version: env!("CARGO_PKG_VERSION").to_owned(),
            date: None,
            policy: policy.name().to_owned(),
            bloc: policy.bloc().map(|(bloc, _)| bloc),
            policy_sha256: hex(&digest.finalize()),
            lexicon: Lexicon::fr().version().to_owned(),
            style: self.style().as_str().to_owned(),
            ledger: self.has_ledger(),
        }
    }
}
