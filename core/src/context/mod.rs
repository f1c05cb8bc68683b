//! What surrounds a word: its dictionary classes and the cues of the language of the courts.

mod cue;
mod firm;
mod full_name;
mod grounds;
mod page;
mod table;
mod trade;
mod vocabulary;

pub use cue::Cue;
pub use firm::firm_end;
pub use full_name::opens_full_name;
pub use grounds::{NoGrounds, grounds};
pub use page::Page;
pub use table::{Tables, is_bar};
pub use trade::{trade_before_name, trade_of};
pub use vocabulary::Vocabulary;
