//! What a run speaks about: kinds, roles, confidence, detections, entities, facts and results.

mod detection;
mod facts;
mod kind;
mod options;
mod outcome;
mod role;
mod style;

pub use detection::{Confidence, Detection, RuleId};
pub use facts::{CaseFacts, Debates, KnownPerson};
pub use kind::Kind;
pub use options::{Grounds, PolicyOptions};
pub use outcome::{Action, Country, Entity, Lead, OutSpan, Warning, With};
pub use role::Role;
pub use style::Style;
