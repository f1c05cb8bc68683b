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

/// Why a span is what it is, as [`OutSpan::reason`](crate::OutSpan::reason) says it. What has no French words is said as it stands.
///
/// ```
/// use huisclos::report::words::{Lang, reason};
/// assert_eq!(reason(Lang::Fr, "a given name alone"), "un prénom seul");
/// assert_eq!(reason(Lang::En, "a given name alone"), "a given name alone");
/// ```
pub fn reason(lang: Lang, reason: &str) -> &str {
    said(lang, reason, REASONS)
}

/// What a decision rests on: an article as it stands, or in words what the library says where none decides.
///
/// ```
/// use huisclos::report::words::{Lang, basis};
/// assert_eq!(basis(Lang::Fr, "COJ L111-13 al. 2"), "COJ L111-13 al. 2");
/// assert_eq!(basis(Lang::Fr, "no rule of the policy names it"), "aucune règle de la politique ne le vise");
/// ```
pub fn basis(lang: Lang, basis: &str) -> &str {
    said(lang, basis, BASES)
}

fn said<'w>(lang: Lang, words: &'w str, table: &[(&str, &'static str)]) -> &'w str {
    let french = table.iter().find(|(english, _)| *english == words).filter(|_| lang == Lang::Fr);
    french.map_or(words, |(_, french)| french)
}

const REASONS: &[(&str, &str)] = &[
    ("what stays bears the name of a hidden person", "ce qui reste porte le nom d'une personne masquée"),
    ("this part of the address bears the name of a hidden person", "cette partie de l'adresse porte le nom d'une personne masquée"),
    ("no hidden name in this part of the address", "cette partie de l'adresse ne porte aucun nom masqué"),
    ("the same text is replaced elsewhere", "le même texte est remplacé ailleurs"),
    ("one letter away from a name of the document", "à une lettre d'un nom de la décision"),
    ("among capitals, a word that stands where a noun would have its article", "parmi des capitales, un mot sans l'article qu'aurait un nom commun"),
    ("a letter that stands for a person", "une lettre qui désigne une personne"),
    ("a name of one letter", "un nom d'une lettre"),
    ("a name of initials only", "un nom fait d'initiales"),
    ("a syllable said twice, as in a nickname", "une syllabe redoublée, comme dans un surnom"),
    ("a given name alone", "un prénom seul"),
    ("a name between quotation marks", "un nom entre guillemets"),
    ("a by-name", "un surnom"),
    ("a word where a name stands", "un mot à la place d'un nom"),
    ("a word of no dictionary in a quotation", "un mot d'aucun dictionnaire dans une citation"),
    ("who speaks", "qui parle"),
    ("initials of a person of the document", "les initiales d'une personne de la décision"),
    ("short for a name of the document", "l'abrégé d'un nom de la décision"),
    ("several persons of the text bear this name, and only the place says whose it is", "plusieurs personnes du texte portent ce nom, et seule la place dit laquelle est visée"),
];

const BASES: &[(&str, &str)] = &[
    ("no rule of the policy names it", "aucune règle de la politique ne le vise"),
    ("the caller's own choice", "choix de l'utilisateur"),
    ("the caller's own choice (COJ R111-12; CJA R741-14)", "choix de l'utilisateur (COJ R111-12 ; CJA R741-14)"),
    ("a term the caller keeps (COJ R111-12)", "terme que l'utilisateur conserve (COJ R111-12)"),
    ("a reader's decision in the review", "décision d'un relecteur"),
];
