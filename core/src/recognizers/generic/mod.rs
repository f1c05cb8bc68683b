//! Rules that hold in every country.

mod card;
mod email;
mod iban;
mod url;

use super::{Reader, Rule};

/// The folder's rules.
pub const READERS: &[Reader] = &[email::READER, url::READER, iban::READER, card::READER];
