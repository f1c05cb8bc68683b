//! Rules of France.

mod address;
mod civil_date;
mod establishment;
mod labelled_number;
mod land_parcel;
pub(super) mod locality;
mod nir;
mod organisation;
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
    address::RULE,
    locality::RULE,
    establishment::RULE,
    organisation::RULE,
];

/// The rules of the table of labels.
pub const LABELLED: &[Rule] = labelled_number::RULES;

/// Births, deaths, marriages.
pub const CIVIL_DATES: &[Rule] = civil_date::RULES;
