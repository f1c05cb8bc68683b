use std::sync::LazyLock;

use super::Vocabulary;
use crate::text::hash;

/// What a word of court language announces. A set: one word may announce several things.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Cue(u64);

macro_rules! cues {
    ($($(#[$doc:meta])* $name:ident = $bit:literal,)*) => {
        impl Cue {
            $($(#[$doc])* pub const $name: Self = Self(1 << $bit);)*

            fn from_name(name: &str) -> Option<Self> {
                match name {
                    $(stringify!($name) => Some(Self::$name),)*
                    _ => None,
                }
            }
        }
    };
}

cues! {
    /// `M`, `Mme`, `sieur`, `Dr`: a name follows.
    CIVILITY = 0,
    /// `MM`, `Mmes`, `consorts`: a list of names follows.
    PLURAL = 1,
    /// `Me`, `Maître`: counsel or an officier ministériel.
    MAITRE = 2,
    /// A judge's office.
    JUDGE = 3,
    /// A clerk's office.
    CLERK = 4,
    /// An office of the ministère public.
    PROSECUTOR = 5,
    /// Counsel.
    LAWYER = 6,
    /// An expert, doctor or investigator named in a report.
    EXPERT = 7,
    /// A witness.
    WITNESS = 8,
    /// A police officer or gendarme.
    OFFICER = 9,
    /// Notary.
    NOTARY = 10,
    /// Bailiff.
    BAILIFF = 11,
    /// A child.
    MINOR = 12,
    /// A victim.
    VICTIM = 13,
    /// Liquidator, administrator: the policy of third parties.
    TRUSTEE = 14,
    /// `époux`, `veuve`, `née`, `fils`, `prénommé`: the next capitalised word is a name.
    KIN = 15,
    /// `né`, `née` (accent checked by the reader).
    BORN = 16,
    /// `demeurant`, `domicilié`: follows a party's name.
    DWELLING = 17,
    /// `APPELANT`, `DEMANDERESSE`: a party's label.
    PARTY_LABEL = 18,
    /// `SCP`, `SELARL`: names of a law firm follow.
    LAW_FIRM = 19,
    /// A company's form or type word.
    COMPANY = 20,
    /// A street type.
    STREET = 21,
    /// `de`, `von`, `El`: joins two parts of a name.
    PARTICLE = 22,
    /// `le`, `la`, `les`, `l'`, `un`, `cette`: the next word is no surname.
    ARTICLE = 23,
    /// A month.
    MONTH = 24,
    /// A day of the week.
    DAY = 25,
    /// A number in letters.
    NUMBER = 26,
    /// An ordinary word of decisions that stands in capitals: verbs of the operative part, headings, function words.
    STOP = 27,
    /// A court, chamber or registry word.
    COURT = 28,
    /// A public body or office.
    PUBLIC = 29,
    /// `débats`, `délibéré`, `composée`: the court presents itself.
    COMPOSITION = 30,
    /// A word that may stand between a name and its office: `premier`, `faisant`, `fonction`, `honoraire`.
    RANK = 31,
    /// A preposition of place: `à`, `en`, `vers`.
    PLACE_PREP = 32,
    /// A title that only officials without a name bear after an article: `préfet`, `maire`, `ministre`.
    OFFICE = 33,
    /// A honour or rank before a street's eponym: `général`, `docteur`, `abbé`.
    HONOUR = 34,
    /// A statute word: `article`, `code`, `loi`, `arrêt`.
    STATUTE = 35,
    /// A word of a school, hospital, prison, place of worship.
    ESTABLISHMENT = 36,
    /// A role noun of a private person before a name: `gérant`, `salarié`, `tuteur`, `conducteur`.
    PERSON_NOUN = 37,
    /// Nationality.
    NATION = 38,
    /// A word that says what a number is, or that it is no identifier: `passeport`, `écrou`, `RG`, `article`.
    LABEL = 39,
    /// What somebody is called by before a name, in lower case: `abbé`, `imam`, `tonton`, `commis`.
    APPELLATION = 40,
    /// An adjective before a given name: `le petit Noé`, `une certaine Lia`.
    EPITHET = 41,
    /// What only a person has: `la résidence de Zélie`, `l'audition de Noé`.
    LIFE = 42,
    /// What somebody is or does, beside the trades of the dictionaries: `aide-soignante`, `codétenu`, `motard`.
    TRADE = 43,
    /// What a company does, at the end of its name: `Zeta Finance`, `Zeta Habitat`.
    SECTOR = 44,
}

impl Cue {
    /// Nothing announced.
    pub const NONE: Self = Self(0);
    /// Every office of the court and counsel.
    pub const OFFICE_OF_COURT: Self =
        Self(Self::JUDGE.0 | Self::CLERK.0 | Self::PROSECUTOR.0 | Self::LAWYER.0);

    /// True when the two sets share a cue.
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// This set without another.
    #[must_use]
    pub const fn minus(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// The cues of a folded French word. One hash look-up.
    pub fn of(folded: &str) -> Self {
        Self::of_hashed(hash(folded.as_bytes()), || folded)
    }

    /// The same of a word whose hash is known.
    #[inline]
    pub(super) fn of_hashed<'w>(hash: u64, folded: impl Fn() -> &'w str) -> Self {
        static TABLE: LazyLock<Vocabulary<Cue>> = LazyLock::new(|| {
            let labels = label_words().map(|word| (word, Cue::LABEL));
            Vocabulary::new(entries(include_str!("../../lexicons/fr/cues.tsv")).chain(labels), Cue::or)
        });
        TABLE.get(hash, folded).unwrap_or_default()
    }
}

/// The words of the table of labels, which the rule of labelled numbers reads in full.
fn label_words() -> impl Iterator<Item = &'static str> {
    let lines = include_str!("../../lexicons/fr/number_labels.tsv").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split('\t').nth(2)).flat_map(|words| words.split(' '))
}

/// Reads `NAME<tab>WORD WORD ...` lines; unknown names are skipped here and refused by the test below.
fn entries(tsv: &'static str) -> impl Iterator<Item = (&'static str, Cue)> {
    let lines = tsv.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'));
    let known = lines.filter_map(|(name, words)| Some((Cue::from_name(name)?, words)));
    known.flat_map(|(cue, words)| words.split(' ').filter(|word| !word.is_empty()).map(move |word| (word, cue)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_holds_known_names_and_folded_words_only() {
        for line in include_str!("../../lexicons/fr/cues.tsv").lines().filter(|l| !l.starts_with('#') && !l.is_empty()) {
            let (name, words) = line.split_once('\t').expect("a tab");
            assert!(Cue::from_name(name).is_some(), "unknown cue {name}");
            for word in words.split(' ') {
                assert_eq!(crate::text::fold(word), word, "not folded in {name}");
            }
        }
    }

    #[test]
    fn one_word_may_announce_several_things() {
        assert!(Cue::of("PRESIDENT").any(Cue::JUDGE));
        assert!(Cue::of("VEUVE").any(Cue::KIN));
        assert_eq!(Cue::of("ZZZ"), Cue::NONE);
    }
}
