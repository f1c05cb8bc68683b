//! Huis Clos finds the personal data in court decisions and pseudonymises it.
#![forbid(unsafe_code)]

pub mod context;
pub mod lexicon;
pub mod model;
pub mod persons;
pub mod recognizers;
pub mod text;

pub use model::{CaseFacts, Confidence, Detection, Kind, KnownPerson, Role, RuleId};
pub use text::{Document, OffsetTable, OffsetUnit, Span, fold};
