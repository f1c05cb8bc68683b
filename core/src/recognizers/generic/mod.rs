//! Rules that hold in every country.

mod card;
mod email;
mod iban;
mod url;

use super::Rule;

/// The folder's rules.
pub const RULES: &[Rule] = &[email::RULE, url::RULE, iban::RULE, card::RULE];
