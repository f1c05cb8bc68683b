use serde::{Deserialize, Serialize};

macro_rules! styles {
    ($($(#[$doc:meta])* $name:ident = $wire:literal,)*) => {
        /// How hidden words are replaced. The wire name is [`Style::as_str`].
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(test, derive(schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        #[non_exhaustive]
        pub enum Style {
            $($(#[$doc])* $name,)*
        }

        impl Style {
            /// Every style, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The name on the wire.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $wire,)* }
            }

            /// Reads a wire name; `None` when no style has it.
            ///
            /// ```
            /// use huisclos::Style;
            /// assert_eq!(Style::from_name("bars"), Some(Style::Bars));
            /// assert_eq!(Style::from_name("barres"), None);
            /// ```
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|style| style.as_str() == name)
            }
        }
    };
}

styles! {
    /// The templates of the Cour de cassation: `M. [H] [K]`, `[Adresse 2]`.
    #[default]
    Court = "court",
    /// The Conseil d'État's letters, one for each word of a name in order of appearance: `M. A... B...`; other data are `...`.
    Letters = "letters",
    /// Légifrance's unknowns, one for each person in order of appearance: `M. X...`, `Mme Y...`; other data are `...`.
    Unknowns = "unknowns",
    /// The initials of names: `M. J. D.`; other data by kind: `[Adresse 1]`.
    Initials = "initials",
    /// One number for each person or datum of a kind, in order of appearance: `[Personne 1]`.
    Numbered = "numbered",
    /// The same black bar everywhere.
    Bars = "bars",
    /// A token that depends on the key and on whom it stands for, on nothing else: `[Personne 7KQ2M4XD]`. Needs a key.
    Stable = "stable",
    /// Invented names, addresses and numbers in the form of the original ones. Needs a key.
    Surrogates = "surrogates",
}

impl Style {
    /// True for styles that this build of the library can write; `surrogates` is a feature of its own.
    ///
    /// ```
    /// use huisclos::Style;
    /// assert!(Style::Court.is_built());
    /// assert_eq!(Style::Surrogates.is_built(), cfg!(feature = "surrogates"));
    /// ```
    pub const fn is_built(self) -> bool {
        !matches!(self, Self::Surrogates) || cfg!(feature = "surrogates")
    }

    /// True for styles whose replacements come from the caller's key.
    pub const fn needs_key(self) -> bool {
        matches!(self, Self::Stable | Self::Surrogates)
    }

    /// True for styles that give a person the same pseudonym in several documents when a ledger is kept; the others count
    /// within one document by their nature.
    pub const fn spans_documents(self) -> bool {
        matches!(self, Self::Numbered | Self::Stable | Self::Surrogates)
    }
}

impl std::fmt::Display for Style {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}
