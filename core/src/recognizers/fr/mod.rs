//! Rules of France.

pub(super) mod address;
mod age;
mod amount;
mod civil_date;
mod date;
mod establishment;
mod labelled_number;
mod land_parcel;
mod law_firm;
pub(super) mod locality;
mod nationality;
mod nir;
mod organisation;
mod phone;
mod plate;
mod rib;
mod siren;
mod spi;
mod vat;

use super::{Reader, Rule};

/// The folder's rules.
pub const READERS: &[Reader] = &[
    nir::READER,
    spi::READER,
    siren::READER,
    vat::READER,
    rib::READER,
    phone::READER,
    plate::READER,
    land_parcel::READER,
    address::READER,
    civil_date::READER,
    locality::READER,
    establishment::READER,
    organisation::READER,
    law_firm::READER,
    labelled_number::READER,
    date::READER,
    age::READER,
    amount::READER,
    nationality::READER,
];
