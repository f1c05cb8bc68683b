//! The dictionaries: what a word can be, before its context is read.
//!
//! The lists, their sources and licences are in `corpora/lexicons`; the compiler in `corpora` packs them into one file,
//! which the library embeds. `benches/LEXICON.md` tells why the packed form is what it is.

mod class;
mod endings;
mod image;
mod unpack;

use std::fmt;
use std::sync::OnceLock;

use image::Image;

use crate::text::hash;

pub use crate::text::fold;
pub use class::Class;

/// No entry is longer, in bytes.
pub(crate) const LONGEST: usize = 64;

static FR: OnceLock<Lexicon> = OnceLock::new();

/// The dictionaries of one country, ready for look-ups.
///
/// ```
/// use huisclos::lexicon::{Class, Lexicon, fold};
/// let lexicon = Lexicon::fr();
/// assert!(lexicon.look_up(&fold("Zoé")).has(Class::GIVEN));
/// assert!(lexicon.look_up("AIX EN PROVENCE").has(Class::PLACE_BIG));
/// ```
pub struct Lexicon(Image);

/// What a long word is called by, whatever its ending.
const NAMES: Class = Class::GIVEN.union(Class::GIVEN_RARE).union(Class::FAMILY).union(Class::PLACE);

impl Lexicon {
    /// The French dictionaries. Costs nothing: they are read where the build left them.
    ///
    /// # Panics
    /// Without the feature `embedded`, when [`Lexicon::install_fr`] was not called: no engine can be built then.
    pub fn fr() -> &'static Self {
        #[cfg(feature = "embedded")]
        let fr = FR.get_or_init(|| Image::open(include_bytes!(concat!(env!("OUT_DIR"), "/fr.image"))).map(Self).expect("the build unpacked the dictionaries"));
        #[cfg(not(feature = "embedded"))]
        let fr = FR.get().expect("the French lexicon is installed before an engine is built");
        fr
    }

    /// Gives the library its French dictionaries, for builds without the feature `embedded` (a page fetches and caches
    /// them apart from the code). `packed` is `core/lexicons/fr.bin`; false when it is not. The first dictionaries stay.
    pub fn install_fr(packed: &[u8]) -> bool {
        Self::read(packed).is_some_and(|lexicon| FR.set(lexicon).is_ok() || FR.get().is_some())
    }

    /// True when [`Lexicon::fr`] can answer.
    pub(crate) fn has_fr() -> bool {
        cfg!(feature = "embedded") || FR.get().is_some()
    }

    /// Unpacks a compiled lexicon; `None` when `packed` is not one. Linear in its length: a few milliseconds for the French one.
    /// What it unpacked, several times as large, stays in memory as long as the process.
    ///
    /// ```
    /// assert!(huisclos::lexicon::Lexicon::read(b"not a lexicon").is_none());
    /// ```
    pub fn read(packed: &[u8]) -> Option<Self> {
        Image::open(Box::leak(unpack::image(packed, hash)?.into_boxed_slice())).map(Self)
    }

    /// The classes of a word or phrase, the empty class when it is unknown. Linear in its length; never panics.
    ///
    /// `folded` must be as [`fold`] leaves it. One word keeps its hyphens and apostrophes (`JEAN-PIERRE`); in a phrase of
    /// several words a single space stands for each of them (`SAINT JEAN DE VEDAS`, `L ABERGEMENT CLEMENCIAT`). A word unknown
    /// with its hyphens and apostrophes is looked up once more as a phrase: `AIX-EN-PROVENCE` answers as `AIX EN PROVENCE`.
    ///
    /// ```
    /// use huisclos::lexicon::{Class, Lexicon};
    /// let lexicon = Lexicon::fr();
    /// assert!(lexicon.look_up("PETIT").has(Class::FAMILY_COMMON.union(Class::WORD)));
    /// assert_eq!(lexicon.look_up("TOTALLYUNKNOWNX"), Class::default());
    /// ```
    pub fn look_up(&self, folded: &str) -> Class {
        self.look_up_hashed(folded, hash(folded.as_bytes()))
    }

    /// The same of a word whose hash is known.
    pub(crate) fn look_up_hashed(&self, folded: &str, hash: u64) -> Class {
        let key = folded.as_bytes();
        let class = self.0.class(key, hash);
        if self.0.is_word(key) || !class.any(NAMES) && endings::is_word(key) {
            return class.union(Class::WORD);
        }
        if class == Class::default() && key.len() <= LONGEST && key.iter().any(|&byte| is_joint(byte)) { self.look_up_spaced(key) } else { class }
    }

    /// True for an ordinary word that a list holds, and not its ending alone.
    pub(crate) fn lists_word(&self, folded: &str) -> bool {
        self.0.is_word(folded.as_bytes())
    }

    /// The same without [`Class::WORD`]: the ordinary words are not asked. For words known to be ordinary.
    pub fn look_up_name(&self, folded: &str) -> Class {
        self.look_up_name_hashed(folded, hash(folded.as_bytes()))
    }

    /// The same of a word whose hash is known.
    pub(crate) fn look_up_name_hashed(&self, folded: &str, hash: u64) -> Class {
        self.0.class(folded.as_bytes(), hash)
    }

    /// The same of the bytes of an entry.
    pub(crate) fn look_up_name_bytes(&self, entry: &[u8]) -> Class {
        self.0.class(entry, hash(entry))
    }

    #[cold]
    fn look_up_spaced(&self, key: &[u8]) -> Class {
        let mut spaced = [b' '; LONGEST];
        for (to, from) in spaced.iter_mut().zip(key).filter(|(_, from)| !is_joint(**from)) {
            *to = *from;
        }
        let spaced = &spaced[..key.len()];
        self.0.class(spaced, hash(spaced))
    }

    /// The entries that have one of the classes of `wanted`, ordinary words aside. Linear in the number of all entries.
    ///
    /// ```
    /// use huisclos::lexicon::{Class, Lexicon};
    /// assert!(Lexicon::fr().entries_of(Class::STREET_TYPE).any(|entry| entry == "BOULEVARD"));
    /// ```
    pub fn entries_of(&self, wanted: Class) -> impl Iterator<Item = &'static str> {
        self.0.entries_of(wanted)
    }

    /// The edition of the lists and a digest of everything compiled: it changes whenever an answer can change.
    pub fn version(&self) -> &str {
        self.0.version()
    }
}

impl fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Lexicon").field("version", &self.version()).field("entries", &self.0.len()).finish_non_exhaustive()
    }
}

fn is_joint(byte: u8) -> bool {
    matches!(byte, b'-' | b'\'')
}

#[cfg(test)]
mod tests;
