//! What surrounds a word: its dictionary classes and the cues of the language of the courts.

mod cue;
mod grounds;
mod page;
mod vocabulary;

pub use cue::Cue;
pub use grounds::{NoGrounds, grounds};
pub use page::Page;
pub use vocabulary::Vocabulary;
