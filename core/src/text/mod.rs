//! The text of one decision: spans, offsets, folded words and tokens.
//!
//! This module knows letters, not law: it imports nothing of the rest.

mod damage;
mod document;
mod double_spaced;
mod fold;
mod hash;
mod justified;
mod listed;
mod offsets;
mod order;
#[cfg(any(test, target_family = "wasm"))]
pub(crate) mod packed;
mod particles;
mod sorted;
mod span;
mod token;
mod tokenizer;
mod words;
mod wrapped;

pub use document::Document;
pub use fold::{fold, fold_into};
pub(crate) use hash::hash;
pub(crate) use listed::one_of;
pub use offsets::{OffsetTable, OffsetUnit};
pub(crate) use order::{order_by, sort};
pub(crate) use particles::{PARTICLES, are_particles};
pub(crate) use sorted::{SortedMap, SortedSet};
pub use span::Span;
pub use token::{Gap, Shape, Token, TokenKind, Word, WordId};
