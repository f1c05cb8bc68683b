//! What leaves the library: serialisable views in the caller's offset unit, counts without text, the leak check.

pub mod verify;
mod view;

pub use view::{LeadView, OutcomeView, SpanView, Summary};
