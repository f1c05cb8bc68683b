//! Rules that hold in every country.

mod email;

use super::Rule;

/// The folder's rules.
pub const RULES: &[Rule] = &[email::RULE];
