//! What leaves the library: serialisable views in the caller's offset unit, counts without text, the leak check, the
//! review, the record of a run, the residual risk.

pub mod audit;
pub mod review;
pub mod risk;
pub(crate) mod spelling;
pub mod verify;
mod view;
pub mod words;

pub use view::{LeadView, OutcomeView, SpanView, Summary};
