//! Pseudonyms: what stands in the text instead of what was hidden.
//!
//! [`replace`] is the one way: a [`Style`] says how pseudonyms look, a [`Key`] makes them secret, a [`Ledger`] keeps them over
//! documents. A [`Record`] leads back to the original, byte for byte.

mod ages;
mod court;
mod dates;
mod french;
mod key;
mod labels;
mod ledger;
mod places;
mod record;
mod stable;
#[cfg(feature = "store")]
mod store;
#[cfg(feature = "surrogates")]
mod surrogates;


use crate::error::Error;
use crate::model::{Kind, With};
use crate::text::{PARTICLES, SortedMap, Span, fold};

pub use court::{Hidden, labels};
pub use dates::civil_date;
pub use french::lead;
pub use key::{Digest, Key};
pub use ledger::{Ledger, Memory};
pub use record::{Record, fingerprint, restore};
#[cfg(feature = "store")]
pub use store::FileLedger;
pub use crate::model::Style;

/// What stands for the facts and grounds of a decision, in every style.
pub const GROUNDS: &str = "[Motifs de la décision occultés]";

/// One person or datum of a document: everything that stands for it gets one pseudonym.
///
/// `Debug` shows the kind, never the name.
#[derive(Clone, PartialEq, Eq)]
pub struct Bearer {
    /// What it is.
    pub kind: Kind,
    /// What is the same in every document: a normalised name with its birth date, a number without its spaces.
    pub identity: String,
    /// Folded given names, in order.
    pub given: Vec<String>,
    /// Folded family names, in order.
    pub family: Vec<String>,
    /// The gender that a civility or the given name shows.
    pub gender: Option<Gender>,
    /// The person a date, an address or a number belongs to: an index into the bearers.
    pub owner: Option<usize>,
}

/// The gender of a name, for a surrogate that agrees with the words around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gender {
    /// `Mme`, `née`.
    Feminine,
    /// `M.`, `né`.
    Masculine,
}

impl Bearer {
    /// A datum that is no person: its identity is [`key`].
    pub fn datum(kind: Kind, words: &str) -> Self {
        Self { kind, identity: key(kind, words), given: Vec::new(), family: Vec::new(), gender: None, owner: None }
    }
}

impl std::fmt::Debug for Bearer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Bearer").field("kind", &self.kind).field("gender", &self.gender).finish_non_exhaustive()
    }
}

/// A word of a mention of a person, in the spelling that is the same for all mentions. `Debug` shows nothing of it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct NameWord {
    /// Upper-case letters and digits.
    pub word: String,
    /// The person's number where the word must not be counted as the same word of somebody else.
    pub apart: Option<u32>,
}

impl std::fmt::Debug for NameWord {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("NameWord")
    }
}

/// A span to replace.
#[derive(Clone, Debug)]
pub struct Item {
    /// What it is.
    pub kind: Kind,
    /// Bytes of the original text.
    pub span: Span,
    /// Whose: an index into the bearers.
    pub bearer: usize,
    /// The words of a person's mention; empty for data.
    pub name: Vec<NameWord>,
    /// What the policy wants instead of the style's own replacement.
    pub with: Option<With>,
}

/// What [`replace`] works on.
#[derive(Clone, Copy)]
pub struct Request<'r> {
    /// The whole original text.
    pub text: &'r str,
    /// In the order of the text, disjoint.
    pub items: &'r [Item],
    /// Every person and datum the items name.
    pub bearers: &'r [Bearer],
    /// How pseudonyms look.
    pub style: Style,
    /// Needed by [`Style::needs_key`], by [`With::Shift`] and by a ledger.
    pub key: Option<&'r Key>,
    /// True when persons of one surname keep one surname, so that a reader sees they are family.
    pub family_link: bool,
    /// True when a folded word is somebody's or something's name in a dictionary: no invented name may equal one.
    pub is_known: &'r dyn Fn(&str) -> bool,
}

impl std::fmt::Debug for Request<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Request").field("items", &self.items.len()).field("style", &self.style).finish_non_exhaustive()
    }
}

/// The replacement of every item, in their order; never empty. Near linear in the text.
///
/// # Errors
/// When the style needs a key and has none, or the ledger fails.
///
/// ```
/// use huisclos::replace::{Bearer, Item, Request, Style, replace};
/// use huisclos::{Kind, Span};
/// let text = "joindre le 06 39 98 12 34, ou a@b.example";
/// let item = |kind, start, end, bearer| Item { kind, span: Span::new(start, end), bearer, name: Vec::new(), with: None };
/// let items = [item(Kind::Phone, 11, 25, 0), item(Kind::Email, 30, 41, 1)];
/// let bearers = [Bearer::datum(Kind::Phone, "06 39 98 12 34"), Bearer::datum(Kind::Email, "a@b.example")];
/// let request = Request { text, items: &items, bearers: &bearers, style: Style::Numbered, key: None, family_link: true, is_known: &|_| false };
/// assert_eq!(replace(&request, None)?, ["[Téléphone 1]", "[Courriel 1]"]);
/// # Ok::<(), huisclos::Error>(())
/// ```
pub fn replace(request: &Request, mut ledger: Option<&mut dyn Ledger>) -> Result<Vec<String>, Error> {
    let bearers = distinct(request.bearers);
    let request = Request { bearers: &bearers, ..*request };
    // A ledger is lent again to each part.
    let mut ledger = Book { ledger: ledger.as_mut().map(|ledger| &mut **ledger as &mut dyn Ledger), style: request.style, key: request.key };
    let mut all = match request.style {
        Style::Court => court(&request),
        Style::Letters => labels::letters(&request),
        Style::Unknowns => labels::unknowns(&request),
        Style::Initials => labels::initials(&request),
        Style::Numbered => labels::numbered(&request, &mut ledger)?,
        Style::Bars => labels::bars(&request),
        Style::Stable => stable::tokens(&request, &mut ledger)?,
        #[cfg(feature = "surrogates")]
        Style::Surrogates => surrogates::invent(&request, &mut ledger)?,
        #[cfg(not(feature = "surrogates"))]
        Style::Surrogates => return Err(Error::builder("the style `surrogates` is not in this build: use the command line, Rust or Python")),
    };
    for (item, replacement) in request.items.iter().zip(&mut all) {
        let other = match item.with {
            Some(With::Shift) => dates::shifted(&request, item)?,
            Some(With::Generalise) => places::generalised(&request, item).or_else(|| dates::generalised(&request, item)).or_else(|| ages::generalised(&request, item)),
            None => None,
        };
        if let Some(other) = other {
            *replacement = other;
        }
    }
    Ok(all)
}

fn court(request: &Request) -> Vec<String> {
    let counted = |item: &Item| item.name.iter().map(counted).collect::<Vec<_>>().join(" ");
    let words: Vec<String> = request.items.iter().map(|item| if item.name.is_empty() { item.span.of(request.text).to_owned() } else { counted(item) }).collect();
    let hidden: Vec<Hidden> = request.items.iter().zip(&words).map(|(item, words)| Hidden { kind: item.kind, words }).collect();
    court::labels(request.text, &hidden)
}

/// A word as labels count it: two persons' words that must not be one are two.
fn counted(word: &NameWord) -> String {
    word.apart.map_or_else(|| word.word.clone(), |person| format!("{}{person}", word.word))
}

/// The bearers with identities of their own: of two of the same name, the second is told apart by its rank.
fn distinct(bearers: &[Bearer]) -> Vec<Bearer> {
    let mut seen: SortedMap<(Kind, String), usize> = SortedMap::default();
    let bearers = bearers.iter().map(|bearer| {
        let rank = seen.entry((bearer.kind, bearer.identity.clone())).or_default();
        *rank += 1;
        let mut bearer = bearer.clone();
        if *rank > 1 {
            bearer.identity = format!("{}#{rank}", bearer.identity);
        }
        bearer
    });
    bearers.collect()
}

/// A ledger as the styles see it, or the place where there is none.
struct Book<'l> {
    ledger: Option<&'l mut dyn Ledger>,
    style: Style,
    key: Option<&'l Key>,
}

impl Book<'_> {
    /// The key, for what cannot do without.
    fn key(&self) -> Result<&Key, Error> {
        self.key.ok_or_else(|| Error::key(format!("the style {} needs a key: give one, 64 hexadecimal digits", self.style)))
    }

    /// The numbered label of `identity` in the ledger, a new one when it has none; `None` without a ledger.
    fn number(&mut self, noun: &str, identity: &str) -> Result<Option<String>, Error> {
        let Some((ledger, digest)) = self.open(noun, identity) else { return Ok(None) };
        if let Some(label) = ledger.get(&digest)? {
            return Ok(Some(label));
        }
        let label = format!("[{noun} {}]", ledger.number(noun)?);
        if ledger.claim(&digest, &label)? { Ok(Some(label)) } else { Err(Error::ledger("the ledger counts wrongly: take it from a copy")) }
    }

    /// The ledger, and the digest under which it knows `identity`.
    fn open(&mut self, series: &str, identity: &str) -> Option<(&mut dyn Ledger, Digest)> {
        let (Some(ledger), Some(key)) = (&mut self.ledger, self.key) else { return None };
        let digest = key.digest("identity", &[self.style.as_str().as_bytes(), series.as_bytes(), identity.as_bytes()]);
        Some((&mut **ledger, digest))
    }

    /// The pseudonym of `identity`: the one it has, or the first of `propose(0)`, `propose(1)` ... that nobody else has and
    /// `taken` does not hold, which is added to `taken`.
    fn settle(&mut self, series: &str, identity: &str, taken: &mut SortedMap<String, String>, mut propose: impl FnMut(u32) -> Result<String, Error>) -> Result<String, Error> {
        let Some((ledger, digest)) = self.open(series, identity) else {
            for attempt in 0.. {
                let pseudonym = propose(attempt)?;
                let holder = taken.entry(pseudonym.clone()).or_insert_with(|| identity.to_owned());
                if holder == identity {
                    return Ok(pseudonym);
                }
            }
            unreachable!("the attempts do not end");
        };
        if let Some(pseudonym) = ledger.get(&digest)? {
            return Ok(pseudonym);
        }
        for attempt in 0.. {
            let pseudonym = propose(attempt)?;
            if ledger.claim(&digest, &pseudonym)? {
                return Ok(pseudonym);
            }
        }
        unreachable!("the attempts do not end")
    }
}

/// The key under which two spellings of one datum are the same: digits and letters for numbers, folded words otherwise.
///
/// ```
/// use huisclos::{Kind, replace::key};
/// assert_eq!(key(Kind::Phone, "01 02 03 04 05"), key(Kind::Phone, "0102030405"));
/// assert_eq!(key(Kind::Locality, "Aix-en-Provence"), key(Kind::Locality, "AIX EN PROVENCE"));
/// ```
pub fn key(kind: Kind, words: &str) -> String {
    let folded = fold(words);
    match kind {
        Kind::Email | Kind::Url => folded.split_whitespace().collect(),
        Kind::Phone | Kind::BankAccount | Kind::Card | Kind::NationalId | Kind::CompanyId | Kind::Plate | Kind::IdNumber => {
            folded.chars().filter(|c| c.is_alphanumeric()).collect()
        }
        _ => {
            let words: Vec<_> = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
            words.join(" ")
        }
    }
}

/// The words of a name as the labels count them: particles belong to the word after them and do not tell words apart.
///
/// ```
/// use huisclos::replace::name_words;
/// assert_eq!(name_words("Anne de La Tour"), ["ANNE", "TOUR"]);
/// assert_eq!(name_words("Jean-Paul d’Arc"), ["JEAN-PAUL", "ARC"]);
/// assert_eq!(name_words("LE"), ["LE"]);
/// assert_eq!(name_words("D U V A L   Z O É"), ["DUVAL", "ZOE"]);
/// ```
pub fn name_words(name: &str) -> Vec<String> {
    let mut words = Vec::with_capacity(2);
    each_piece(name, |_, word| words.push(word));
    words
}

/// The same with the bytes of `name` that each word takes.
#[cfg(feature = "surrogates")]
fn name_pieces(name: &str) -> Vec<(Span, String)> {
    let mut pieces = Vec::new();
    each_piece(name, |span, word| pieces.push((span, word)));
    pieces
}

/// The bytes that the word of spaced letters at the beginning of `text` takes, when there is one: three letters or more with one
/// space between.
fn spaced(text: &str) -> Option<usize> {
    let mut end = 0;
    let mut letters = 0;
    let mut rest = text;
    loop {
        let mut chars = rest.chars();
        let letter = chars.next().filter(|c| c.is_alphabetic())?;
        if chars.as_str().starts_with(is_in_word) {
            return None;
        }
        letters += 1;
        end += letter.len_utf8();
        rest = &text[end..];
        let next = rest.strip_prefix(' ').filter(|next| next.starts_with(char::is_alphabetic) && !next.chars().nth(1).is_some_and(is_in_word));
        match next {
            Some(next) => {
                rest = next;
                end += 1;
            }
            None => return (letters > 2).then_some(end),
        }
    }
}

/// Gives `visit` the words in order, each with the bytes of `name` that it takes.
fn each_piece(name: &str, mut visit: impl FnMut(Span, String)) {
    let mut particle = None;
    let mut start = None;
    let mut spelt = 0;
    let ends = name.char_indices().map(|(at, c)| (at, is_in_word(c))).chain([(name.len(), false)]);
    for (at, inside) in ends {
        match (start, inside) {
            _ if at < spelt => {}
            (None, true) => {
                spelt = spaced(&name[at..]).map_or(0, |length| at + length);
                if spelt > at {
                    let letters: String = name[at..spelt].split(' ').collect();
                    visit(Span::new(at as u32, spelt as u32), fold(&letters));
                    particle = None;
                } else {
                    start = Some(at);
                }
            }
            (Some(from), false) => {
                start = None;
                let raw = &name[from..at];
                let cut = raw.trim_start_matches(is_hyphen);
                let from = from + raw.len() - cut.len();
                let cut = cut.trim_end_matches(is_hyphen);
                let folded = fold(cut);
                if folded.is_empty() {
                    continue;
                }
                let span = Span::new(from as u32, (from + cut.len()) as u32);
                if PARTICLES.contains(&folded.as_str()) {
                    particle = Some((span, folded));
                } else {
                    particle = None;
                    visit(span, folded);
                }
            }
            _ => {}
        }
    }
    if let Some((span, word)) = particle {
        visit(span, word);
    }
}

/// What [`fold`] makes a hyphen of.
const fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\u{2013}')
}

/// True for what [`fold`] leaves inside a word, or nothing of.
fn is_in_word(c: char) -> bool {
    c.is_alphanumeric() || is_hyphen(c) || matches!(c, '€' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{feff}' | '\u{300}'..='\u{36f}')
}

/// What a reader calls a kind, between brackets.
const fn noun(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "Personne",
        Kind::Organisation => "Société",
        Kind::Establishment => "Établissement",
        Kind::Address => "Adresse",
        Kind::Locality => "Localité",
        Kind::BirthDate => "Date naissance",
        Kind::DeathDate => "Date décès",
        Kind::MarriageDate => "Date mariage",
        Kind::NationalId | Kind::IdNumber => "Numéro identifiant",
        Kind::CompanyId => "N° SIREN/SIRET",
        Kind::BankAccount => "Compte bancaire",
        Kind::Card => "Carte bancaire",
        Kind::Phone => "Téléphone",
        Kind::Email => "Courriel",
        Kind::Url => "Site",
        Kind::Plate => "Immatriculation",
        Kind::LandParcel => "Cadastre",
        Kind::CaseNumber => "Affaire",
        Kind::Date => "Date",
        Kind::Age => "Âge",
        Kind::Amount => "Montant",
        Kind::Nationality => "Nationalité",
        _ => "Terme",
    }
}
