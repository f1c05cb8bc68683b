use std::fmt;

/// The dictionary classes of a word or of a phrase: a set of bits.
///
/// ```
/// use huisclos::lexicon::Class;
/// let both = Class::FAMILY.union(Class::WORD);
/// assert!(both.has(Class::WORD) && both.any(Class::WORD.union(Class::PLACE)));
/// assert!(!both.has(Class::WORD.union(Class::PLACE)));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Class(pub u32);

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:literal;)*) => {
        impl Class {
            $($(#[$doc])* pub const $name: Self = Self(1 << $bit);)*

            /// Every class with its name, in the order of the bits.
            pub const ALL: &'static [(&'static str, Self)] = &[$((stringify!($name), Self::$name)),*];
        }
    };
}

classes! {
    /// A given name of 100 registered births or more.
    GIVEN = 0;
    /// A given name of 2,000 registered births or more.
    GIVEN_COMMON = 1;
    /// A given name of 46 to 99 registered births.
    GIVEN_RARE = 2;
    /// A given name that women bear.
    GIVEN_F = 3;
    /// A given name that men bear.
    GIVEN_M = 4;
    /// A family name with 50 bearers or more in the register of sole traders.
    FAMILY = 5;
    /// A family name with 500 bearers or more in the register of sole traders.
    FAMILY_COMMON = 6;
    /// An ordinary French word, inflected forms included.
    WORD = 7;
    /// The whole name of a commune.
    PLACE = 8;
    /// The whole name of a commune of 5,000 inhabitants or more.
    PLACE_BIG = 9;
    /// The first word of a commune's name of several words.
    PLACE_START = 10;
    /// The whole name of a département, a région or an overseas territory.
    REGION = 11;
    /// The whole name of a country.
    COUNTRY = 12;
    /// The whole name of a profession.
    PROFESSION = 13;
    /// A word that opens the name of a street or the address of a building.
    STREET_TYPE = 14;
    /// A town where a court sits.
    COURT_SEAT = 15;
    /// A public body, or a body with a public mission.
    PUBLIC_BODY = 16;
    /// A form of company, or a word that names a legal person.
    COMPANY_FORM = 17;
    /// A word of procedure or of law.
    LEGAL = 18;
    /// The first word of an entry of several words, communes aside.
    PHRASE_START = 19;
}

impl Class {
    /// Whether every bit of `other` is set.
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether at least one bit of `other` is set.
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The bits of both.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The class of that name, as the lists' `SOURCES.toml` writes it. Linear in the number of classes.
    ///
    /// ```
    /// use huisclos::lexicon::Class;
    /// assert_eq!(Class::named("PLACE"), Some(Class::PLACE));
    /// assert_eq!(Class::named("place"), None);
    /// ```
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == name).map(|&(_, class)| class)
    }
}

impl fmt::Debug for Class {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Class(")?;
        let mut bar = "";
        for (name, _) in Self::ALL.iter().filter(|(_, class)| self.has(*class)) {
            write!(f, "{bar}{name}")?;
            bar = " | ";
        }
        f.write_str(")")
    }
}
