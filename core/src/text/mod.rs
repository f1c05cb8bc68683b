//! The text of one decision: spans, offsets, folded words and tokens.
//!
//! This module knows letters, not law: it imports nothing of the rest.

mod damage;
mod document;
mod fold;
mod hash;
mod justified;
mod offsets;
mod order;
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
pub use offsets::{OffsetTable, OffsetUnit};
pub(crate) use order::order_by;
pub(crate) use particles::{PARTICLES, are_particles};
pub(crate) use sorted::{SortedMap, SortedSet};
pub use span::Span;
pub use token::{Gap, Shape, Token, TokenKind, Word, WordId};
