//! What surrounds a word: its dictionary classes and the cues of the language of the courts.

mod cue;
mod page;

pub use cue::Cue;
pub use page::Page;
