//! What a run speaks about: kinds, roles, confidence, detections, entities, facts and results.

mod detection;
mod facts;
mod kind;
mod role;

pub use detection::{Confidence, Detection, RuleId};
pub use facts::{CaseFacts, Debates, KnownPerson};
pub use kind::Kind;
pub use role::Role;
