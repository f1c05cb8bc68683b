//! What a human reader calls what the library finds, in French and English. JSON keys and wire names never change.

use crate::model::{Action, Confidence, Kind, Role};

/// The language of what a human reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    /// French.
    Fr,
    /// English.
    En,
}

impl Lang {
    /// The language of an ISO 639-1 code; `None` when there are no words in it.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "fr" => Some(Self::Fr),
            "en" => Some(Self::En),
            _ => None,
        }
    }
}

/// What a clerk calls a kind.
///
/// ```
/// use huisclos::{Kind, report::words::{Lang, kind}};
/// assert_eq!(kind(Lang::Fr, Kind::Plate), "plaque d'immatriculation");
/// ```
pub fn kind(lang: Lang, kind: Kind) -> &'static str {
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
    }
}

/// What a clerk calls a role; empty when nothing says.
pub fn role(lang: Lang, role: Role) -> &'static str {
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
pub const fn action(lang: Lang, action: Action) -> &'static str {
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
pub const fn confidence(lang: Lang, confidence: Confidence) -> &'static str {
    match (lang, confidence) {
        (Lang::En, other) => other.as_str(),
        (Lang::Fr, Confidence::Possible) => "possible",
        (Lang::Fr, Confidence::Probable) => "probable",
        (Lang::Fr, Confidence::Strong) => "forte",
        (Lang::Fr, Confidence::Certain) => "certaine",
    }
}
