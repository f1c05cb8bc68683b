use serde::{Deserialize, Serialize};

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $wire:literal,)*) => {
        /// What kind of personal datum a span holds. The wire name is [`Kind::as_str`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(test, derive(schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        #[non_exhaustive]
        pub enum Kind {
            $($(#[$doc])* $name,)*
        }

        impl Kind {
            /// Every kind, in the order of the wire documentation.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// True for what singles a person out only together with other data, and fills decisions: rules look for it only
            /// when the policy hides it.
            pub const fn is_quasi_identifier(self) -> bool {
                matches!(self, Self::Date | Self::Age | Self::Amount | Self::Nationality)
            }

            /// The name on the wire.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $wire,)* }
            }

            /// Reads a wire name; `None` when no kind has it.
            ///
            /// ```
            /// use huisclos::Kind;
            /// assert_eq!(Kind::from_name("national_id"), Some(Kind::NationalId));
            /// assert_eq!(Kind::from_name("nir"), None);
            /// ```
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|kind| kind.as_str() == name)
            }
        }
    };
}

kinds! {
    /// A natural person's name, or a part of it.
    Person = "person",
    /// A company, association or union.
    Organisation = "organisation",
    /// A school, hospital, care home, prison, place of worship.
    Establishment = "establishment",
    /// The street part of an address.
    Address = "address",
    /// A postcode with its commune, or a commune of a private person.
    Locality = "locality",
    /// Day and month of a birth; the year is apart.
    BirthDate = "birth_date",
    /// Day and month of a death.
    DeathDate = "death_date",
    /// Day and month of a marriage or PACS.
    MarriageDate = "marriage_date",
    /// NIR (numéro de sécurité sociale) and its like.
    NationalId = "national_id",
    /// SIREN, SIRET, RCS, TVA intracommunautaire.
    CompanyId = "company_id",
    /// IBAN, RIB.
    BankAccount = "bank_account",
    /// A payment card's number.
    Card = "card",
    /// Telephone or fax.
    Phone = "phone",
    /// E-mail address.
    Email = "email",
    /// Web address.
    Url = "url",
    /// Number plate.
    Plate = "plate",
    /// Cadastral reference.
    LandParcel = "land_parcel",
    /// Passport, CNI, titre de séjour, écrou, allocataire, permis ...
    IdNumber = "id_number",
    /// RG, Portalis, pourvoi, minute, ECLI: recognised, kept by default.
    CaseNumber = "case_number",
    /// Any other day: looked for only when the policy hides it, as the three that follow.
    Date = "date",
    /// The age of a person.
    Age = "age",
    /// An amount of money.
    Amount = "amount",
    /// The nationality of a person.
    Nationality = "nationality",
    /// A term the judge ordered out (annotation supplémentaire).
    Term = "term",
    /// The facts and grounds of a decision as a whole (motivations).
    Grounds = "grounds",
}

impl std::fmt::Display for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}
