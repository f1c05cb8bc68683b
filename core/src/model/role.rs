use serde::{Deserialize, Serialize};

macro_rules! roles {
    ($($(#[$doc:meta])* $name:ident = $wire:literal,)*) => {
        /// The part a person plays in a case, decided per mention first, then per entity.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(test, derive(schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        #[non_exhaustive]
        pub enum Role {
            $($(#[$doc])* $name,)*
        }

        impl Role {
            /// Every role.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The name on the wire.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $wire,)* }
            }

            /// Reads a wire name; `None` when no role has it.
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|role| role.as_str() == name)
            }
        }
    };
}

roles! {
    /// A party to the case.
    Party = "party",
    /// A child.
    Minor = "minor",
    /// Somebody named who is no party.
    ThirdParty = "third_party",
    /// A witness.
    Witness = "witness",
    /// A victim, a partie civile.
    Victim = "victim",
    /// An expert.
    Expert = "expert",
    /// A judge, rapporteur public included.
    Judge = "judge",
    /// A clerk of the court.
    Clerk = "clerk",
    /// A member of the ministère public.
    Prosecutor = "prosecutor",
    /// An avocat or avoué.
    Lawyer = "lawyer",
    /// A commissaire de justice or huissier.
    Bailiff = "bailiff",
    /// A notary.
    Notary = "notary",
    /// A police officer or gendarme, a public agent acting as such.
    Officer = "officer",
    /// A public body.
    PublicBody = "public_body",
    /// Nothing says.
    Unknown = "unknown",
}

impl Role {
    /// True for members of the court and counsel: named in clear unless decided otherwise (COJ L111-13 al. 2 speaks of
    /// parties and third parties only).
    pub const fn is_court(self) -> bool {
        matches!(self, Self::Judge | Self::Clerk | Self::Prosecutor | Self::Lawyer)
    }
}

impl std::fmt::Display for Role {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}
