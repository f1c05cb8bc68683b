//! Rules of France.

use super::Rule;

/// The folder's rules.
pub const RULES: &[Rule] = &[];
