//! Huis Clos finds the personal data in court decisions and pseudonymises it.
#![forbid(unsafe_code)]

pub mod context;
pub mod engine;
mod error;
#[cfg(feature = "formats")]
pub mod formats;
pub mod lexicon;
pub mod model;
pub mod persons;
pub mod policy;
pub mod recognizers;
pub mod replace;
pub mod report;
pub mod resolve;
pub mod text;

pub use engine::{Analysis, Engine, EngineBuilder, Input, Known, Outcome};
#[cfg(feature = "formats")]
pub use engine::{RedactedDocument, redact_document};
pub use error::Error;
pub use model::{
    Action, CaseFacts, Confidence, Country, Debates, Detection, Entity, Grounds, Kind, KnownPerson, OutSpan, PolicyOptions, Role,
    RuleId, Style, Warning,
};
pub use policy::Policy;
pub use report::review::{Doubt, DoubtCode, QueueView, Review, Ruling};
pub use report::verify::{Finding, Reason, VerdictView};
pub use report::{OutcomeView, Summary};
pub use text::{Document, OffsetTable, OffsetUnit, Span, fold};
