//! Rules that hold in every country.

mod card;
mod email;
mod iban;
mod network_address;
mod url;

use super::{Reader, Rule};

/// The folder's rules.
pub const READERS: &[Reader] = &[email::READER, url::READER, network_address::READER, iban::READER, card::READER];
