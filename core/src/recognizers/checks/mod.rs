//! Check digits: pure functions over digits.

mod luhn;

pub use luhn::luhn;
