//! Check digits: pure functions over digits.

mod luhn;
mod mod97;

pub use luhn::luhn;
pub use mod97::mod97;
