//! Words for human readers, in French and English, and how a run fails.

use clap::ValueEnum;
use huisclos::{Action, Confidence, Kind, Role};

/// The language of what a human reads. JSON keys and wire names never change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Lang {
    Fr,
    En,
}

impl Lang {
    /// The session's language: the first of `LC_ALL`, `LC_MESSAGES`, `LANG` that says something.
    pub(crate) fn of_session() -> Self {
        let set = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok()).find(|value| !value.is_empty());
        if set.is_some_and(|value| value.starts_with("fr")) { Self::Fr } else { Self::En }
    }
}

/// Formats the English or the French sentence: `say!(lang, "english {x}", "français {x}")`.
macro_rules! say {
    ($lang:expr, $en:literal, $fr:literal) => {
        match $lang {
            $crate::messages::Lang::En => format!($en),
            $crate::messages::Lang::Fr => format!($fr),
        }
    };
}
pub(crate) use say;

/// Why a run stops: an exit code and a sentence.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) code: u8,
    pub(crate) message: String,
}

impl Failure {
    /// Wrong usage.
    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self { code: 2, message: message.into() }
    }

    /// Something cannot be opened or written.
    pub(crate) fn io(place: impl std::fmt::Display, error: impl std::fmt::Display) -> Self {
        Self { code: 3, message: format!("{place}: {error}") }
    }
}

/// What a clerk calls a kind.
pub(crate) fn kind(lang: Lang, kind: Kind) -> &'static str {
    if lang == Lang::En {
        return match kind {
            Kind::BirthDate => "date of birth",
            Kind::DeathDate => "date of death",
            Kind::MarriageDate => "date of marriage",
            Kind::NationalId => "social security number",
            Kind::CompanyId => "company number",
            Kind::BankAccount => "bank account",
            Kind::Card => "payment card",
            Kind::Url => "web address",
            Kind::Plate => "number plate",
            Kind::LandParcel => "land parcel",
            Kind::IdNumber => "personal number",
            Kind::CaseNumber => "case number",
            Kind::Amount => "amount of money",
            Kind::Grounds => "facts and grounds",
            other => other.as_str(),
        };
    }
    match kind {
        Kind::Person => "personne",
        Kind::Organisation => "personne morale",
        Kind::Establishment => "établissement",
        Kind::Address => "adresse",
        Kind::Locality => "localité",
        Kind::BirthDate => "date de naissance",
        Kind::DeathDate => "date de décès",
        Kind::MarriageDate => "date de mariage",
        Kind::NationalId => "numéro de sécurité sociale",
        Kind::CompanyId => "numéro d'entreprise",
        Kind::BankAccount => "compte bancaire",
        Kind::Card => "carte bancaire",
        Kind::Phone => "téléphone",
        Kind::Email => "courriel",
        Kind::Url => "adresse internet",
        Kind::Plate => "plaque d'immatriculation",
        Kind::LandParcel => "parcelle cadastrale",
        Kind::IdNumber => "numéro personnel",
        Kind::CaseNumber => "numéro d'affaire",
        Kind::Date => "date",
        Kind::Age => "âge",
        Kind::Amount => "somme d'argent",
        Kind::Nationality => "nationalité",
        Kind::Term => "terme désigné",
        Kind::Grounds => "exposé du litige et motifs",
        other => other.as_str(),
    }
}

/// What a clerk calls a role; empty when nothing says.
pub(crate) fn role(lang: Lang, role: Role) -> &'static str {
    match (lang, role) {
        (_, Role::Unknown) => "",
        (Lang::En, Role::ThirdParty) => "third party",
        (Lang::En, Role::PublicBody) => "public body",
        (Lang::Fr, Role::Party) => "partie",
        (Lang::Fr, Role::Minor) => "mineur",
        (Lang::Fr, Role::ThirdParty) => "tiers",
        (Lang::Fr, Role::Witness) => "témoin",
        (Lang::Fr, Role::Victim) => "victime",
        (Lang::Fr, Role::Expert) => "expert",
        (Lang::Fr, Role::Judge) => "magistrat",
        (Lang::Fr, Role::Clerk) => "greffier",
        (Lang::Fr, Role::Prosecutor) => "ministère public",
        (Lang::Fr, Role::Lawyer) => "avocat",
        (Lang::Fr, Role::Bailiff) => "commissaire de justice",
        (Lang::Fr, Role::Notary) => "notaire",
        (Lang::Fr, Role::Officer) => "agent",
        (Lang::Fr, Role::PublicBody) => "organisme public",
        (_, other) => other.as_str(),
    }
}

/// What becomes of a span.
pub(crate) const fn action(lang: Lang, action: Action) -> &'static str {
    match (lang, action) {
        (Lang::En, Action::Replace) => "replaced",
        (Lang::En, Action::Keep) => "kept",
        (Lang::En, Action::Review) => "replaced, to review",
        (Lang::Fr, Action::Replace) => "remplacé",
        (Lang::Fr, Action::Keep) => "conservé",
        (Lang::Fr, Action::Review) => "remplacé, à relire",
    }
}

/// How sure a rule is.
pub(crate) const fn confidence(lang: Lang, confidence: Confidence) -> &'static str {
    match (lang, confidence) {
        (Lang::En, other) => other.as_str(),
        (Lang::Fr, Confidence::Possible) => "possible",
        (Lang::Fr, Confidence::Probable) => "probable",
        (Lang::Fr, Confidence::Strong) => "forte",
        (Lang::Fr, Confidence::Certain) => "certaine",
    }
}
