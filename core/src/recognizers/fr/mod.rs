//! Rules of France.

mod civil_date;
mod land_parcel;
mod labelled_number;
mod nir;
mod phone;
mod plate;
mod rib;
mod siren;
mod spi;
mod vat;

use super::Rule;

/// The folder's rules.
pub const RULES: &[Rule] = &[
    nir::RULE,
    spi::RULE,
    siren::RULE,
    vat::RULE,
    rib::RULE,
    phone::RULE,
    plate::RULE,
    land_parcel::RULE,
];

/// The rules of the table of labels.
pub const LABELLED: &[Rule] = labelled_number::RULES;

/// Births, deaths, marriages.
pub const CIVIL_DATES: &[Rule] = civil_date::RULES;
