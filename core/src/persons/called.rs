//! What a mention says of the person it names: words, man or woman, alone or with others.

use super::cover::{Word, Words, letters};
use super::lead::is_born;
use super::roles::split;
use super::scene::Scene;
use super::spaced;
use super::{Local, Name, SIGNED};
use crate::context::Cue;
use crate::lexicon::Class;
use crate::model::Role;
use crate::text::{Gap, Shape, TokenKind, fold, one_of};

/// Man or woman, as the civility or the family word beside a name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    Man,
    Woman,
}

/// A title that sets somebody apart from a party of the same surname.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Title {
    Doctor,
    Maitre,
    Officer,
}

/// Whose names may be one person's: a member of the court who bears a party's name is somebody else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum World {
    Case,
    Bench,
    Counsel,
}

/// A mention, or a chain of them: `Zoé MARTEL épouse ROUX, dite Zaza`.
pub(super) struct Called {
    pub words: Words,
    /// The words of the first mention of the chain alone, where they are others than `words`.
    pub own: Option<Words>,
    /// The first mention is a name of its own: another surname or an alias follows, not its given names.
    pub aliased: bool,
    pub gender: Option<Gender>,
    /// The gender is what its given name says.
    pub guessed: bool,
    /// No given name says man or woman: `Dominique`.
    pub epicene: bool,
    pub world: World,
    /// What stands right before it.
    pub lead: Before,
    /// `X père`, `X fils`: two of one surname.
    pub kin: Option<String>,
    /// `« Jo »`: what somebody is called.
    pub quoted: bool,
    /// The text says that it is another than who bears the name too.
    pub stranger: bool,
}

/// How a name follows the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tie {
    /// `née`: the surname of birth.
    Birth,
    /// `épouse`, `veuve`, `divorcée`: the spouse's surname.
    Spouse,
    /// `Prénoms :`: the given names of a surname.
    Given,
    /// `alias`, `dit`, `surnommé`; a given name right beside its surname.
    Alias,
}

pub(super) fn called(scene: &Scene, name: &Name) -> Called {
    let mut lead = Before::of(scene, name.first);
    // `MmeDURAND`: the civility is the beginning of the name's first token.
    if let Some(head) = name.part.and_then(|part| scene.page.document.original_at(name.first).get(..part.start.checked_sub(scene.page.tokens()[name.first].span.start)? as usize)) {
        let folded = fold(head);
        lead.gender = gender(&folded).or(lead.gender);
        lead.formal |= Cue::of(&folded).any(Cue::CIVILITY);
    }
    let world = match name.role() {
        Role::Lawyer => World::Counsel,
        role if role.is_court() => World::Bench,
        _ => World::Case,
    };
    let mut words = words(scene, name, lead);
    if lead.widow && words.each.len() == 1 {
        words.each[0].married = true;
    }
    // `M. ROUX` below an office of the court may be Mélodie Roux.
    let cell = || world == World::Bench && scene.gap(name.first - 2) >= Gap::Wide && scene.gap(name.last + 1) >= Gap::Wide;
    let initial = words.each.len() == 1 && name.first > 1 && (name.rule == SIGNED || matches!(name.local, Local::Zone(_)) || cell()) && scene.is(name.first - 1, ".") && scene.is(name.first - 2, "M");
    let told = lead.gender.filter(|_| !initial).or_else(|| if lead.of { None } else { born(scene, name.last) });
    let borne = if words.has_given() && words.each.len() > 1 { of_given_name(scene, name) } else { None };
    let gender = told.or(borne);
    Called { own: None, aliased: false, words, gender, guessed: told.is_none(), epicene: borne.is_none(), world, lead, kin: kin(scene, name.last), quoted: speaks(scene, name.first), stranger: world == World::Case && stranger(scene, name) }
}

/// `M. DUVAL, homonyme du défendeur`; of a lone word also `M. DUVAL, qui n'est pas de la famille`, `Mme DUVAL (sans lien de parenté)`.
///
/// Whom the court bears is not asked: it is told apart by its office.
fn stranger(scene: &Scene, name: &Name) -> bool {
    let after = name.last + 1;
    if !one_of!(scene.page.folded(after), "," | "(") {
        return false;
    }
    let within = (after + 1..after + 9).take_while(|&at| scene.gap(at) < Gap::Blank && !one_of!(scene.page.folded(at), "." | ";" | ")"));
    let lone = name.first == name.last;
    let denied = within.clone().any(|at| one_of!(scene.page.folded(at), "SANS" | "AUCUN" | "PAS" | "ETRANGER" | "ETRANGERE"));
    let told = within.clone().find(|&at| scene.is(at, "HOMONYME") || lone && denied && one_of!(scene.page.folded(at), "FAMILLE" | "PARENTE"));
    // A witness who is no kin of the parties is no namesake of theirs.
    let others = |at: usize| scene.cue(at).any(Cue::OFFICE_OF_COURT.or(Cue::OFFICER)) || scene.is(at, "ENQUETEUR") || !within.clone().any(|at| scene.is(at, "HOMONYME")) && (scene.is(at, "PARTIES") || scene.cue(at).any(Cue::PARTY_LABEL));
    told.is_some_and(|told| !(told..told + 8).any(others))
}

/// How `name` follows `previous`, when both name one person: `X, épouse Y`, `X se disant Y`, `Nom : X`, `Prénoms : Y`.
pub(super) fn tie(scene: &Scene, previous: &Name, name: &Name) -> Option<Tie> {
    let between = previous.last + 1..name.first;
    if between.is_empty() || between.len() > 24 || scene.gap(name.first) == Gap::Blank {
        return None;
    }
    // `dit « Monsieur Jo »`
    let start = if scene.cue(name.first - 1).any(Cue::CIVILITY) && name.first > 2 && opens_quote(scene, name.first - 2) { name.first - 1 } else { name.first };
    let civil = |at: usize| at < start && scene.cue(at).any(Cue::CIVILITY.or(Cue::MAITRE)) && !scene.is(at, ".") || scene.gap(at) == Gap::Blank || scene.is(at, ";");
    if between.clone().any(civil) {
        return None;
    }
    let tie = between.clone().rev().find_map(|at| said(scene, at))?;
    // `Mme X dit : « Mon mari s'appelle Y »`, `X demande si le juge s'appelle Y`
    let relative = |at: usize| (scene.cue(at).any(Cue::KIN) || one_of!(scene.page.folded(at), "MARI" | "FEMME")) && said(scene, at).is_none() && one_of!(scene.page.folded(at - 1), "MON" | "MA" | "SON" | "SA" | "NOTRE" | "LEUR") || scene.cue(at).any(Cue::OFFICE_OF_COURT);
    if between.clone().skip(1).any(|at| one_of!(scene.page.folded(at), "APPELLE" | "APPELLENT") && between.clone().skip(1).any(relative)) {
        return None;
    }
    let close = between.len() < 9 && between.clone().filter(|at| *at < start).all(|at| said(scene, at).is_some() || LINKS.contains(&scene.page.folded(at)));
    // `X, son fils adoptif, né Y`, `X, né le 3 mai 1980 à Sylhet, alias Y`: right before the name the word may stand further off.
    let quote = if one_of!(scene.page.folded(start - 1), "LE" | "LA" | "L'") { start - 2 } else { start - 1 };
    let last = if opens_quote(scene, quote) { quote - 1 } else { start - 1 };
    // `X, reconduit sous l'identité de Y`
    let identity = last > previous.last + 2 && one_of!(scene.page.folded(last), "DE" | "D'") && one_of!(scene.page.folded(last - 1), "IDENTITE" | "NOM") && matches!(scene.page.folded(last - 3), "SOUS");
    // `X, que ses collègues ont surnommé Y` names nobody who stands before.
    let verb = one_of!(scene.page.folded(last - 1), "A" | "ONT" | "AVAIT" | "AVAIENT");
    let direct = identity || last > previous.last && !verb && said(scene, last).is_some_and(|tie| tie != Tie::Spouse);
    let sentence = between.clone().any(|at| one_of!(scene.page.folded(at), "." | "ET" | "!" | "?"));
    // `X, âgée de 91 ans, le prévenu, qui se faisait appeler Y`
    let other = between.clone().skip(1).any(|at| scene.cue(at).any(Cue::PARTY_LABEL) && one_of!(scene.page.folded(at - 1), "LE" | "LA" | "L'"));
    (close || direct && !sentence && !other).then_some(tie)
}

/// True inside quotation marks that open up to thirty tokens before.
fn speaks(scene: &Scene, first: usize) -> bool {
    let marks = (first.saturating_sub(30)..first).rev().take_while(|&at| scene.gap(at + 1) < Gap::Blank);
    let mark = marks.filter(|&at| scene.kind(at) == TokenKind::Symbol).map(|at| scene.page.folded(at)).find(|mark| one_of!(*mark, "«" | "»"));
    matches!(mark, Some("«")) || first > 0 && opens_quote(scene, first - 1)
}

fn opens_quote(scene: &Scene, at: usize) -> bool {
    one_of!(scene.page.folded(at), "«" | "\"")
}

/// What may stand between two names of one person beside the word that says so.
const LINKS: &[&str] = &[
    ",", "(", ")", "S", "«", "»", "\"", ":", "-", ".", "DE", "D'", "DU", "LE", "LA", "SE", "NOM", "NOMS", "EX", "EN", "PREMIERES", "SECONDES", "NOCES", "ACTUELLEMENT",
    "AUJOURD'HUI", "DESORMAIS", "EGALEMENT", "AUSSI", "CONNU", "CONNUE", "SOUS", "USUEL", "AUJOURD", "HUI",
    "SON", "A", "L'", "ETAT", "DANS", "C'", "REALITE",
];

/// The tie a word makes.
fn said(scene: &Scene, at: usize) -> Option<Tie> {
    match scene.page.folded(at) {
        "NE" | "NEE" => is_born(scene, at, at + 1).then_some(Tie::Birth),
        "EPOUSE" | "EP" | "FEMME" | "VEUVE" | "VEUF" | "VVE" | "REMARIEE" | "DIVORCE" | "DIVORCEE" | "EX-EPOUSE" => Some(Tie::Spouse),
        "PRENOM" | "PRENOMS" => Some(Tie::Given),
        // `M. X l'a dit à Y`, `X dit à Y`: to somebody else.
        "DIT" if scene.is(at + 1, "A") || at > 0 && one_of!(scene.page.folded(at - 1), "A" | "ONT" | "AVAIT" | "AVAIENT" | "AI") => None,
        "ALIAS" | "DIT" | "DITE" | "DISANT" | "SURNOMME" | "SURNOMMEE" | "PRENOMME" | "PRENOMMEE" | "APPELLE" | "APPELLEE" | "APPELER" | "EST-A-DIRE" | "SURNOM" | "USAGE" | "IDENTITE" => Some(Tie::Alias),
        // `de son vrai nom`, `à l'état civil`, `en religion sœur X`, `dans le siècle`
        "VRAI" | "VERITABLE" if scene.is(at + 1, "NOM") => Some(Tie::Alias),
        "CIVIL" if scene.is(at - 1, "ETAT") => Some(Tie::Alias),
        "RELIGION" if scene.is(at - 1, "EN") => Some(Tie::Alias),
        "SOEUR" | "FRERE" | "MERE" | "PERE" if scene.is(at - 1, "RELIGION") => Some(Tie::Alias),
        "SIECLE" if scene.is(at - 2, "DANS") => Some(Tie::Alias),
        _ => None,
    }
}

fn words(scene: &Scene, name: &Name, lead: Before) -> Words {
    if let Some(part) = name.part {
        let text = part.of(scene.page.document.text());
        let pieces: Vec<&str> = text.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|piece| !piece.is_empty()).collect();
        let pieces: Vec<&str> = pieces.iter().enumerate().filter(|(at, piece)| at + 1 == pieces.len() || !Cue::of(&fold(piece)).any(Cue::PARTICLE)).map(|(_, piece)| *piece).collect();
        let title = |piece: &str| piece.chars().any(char::is_lowercase);
        let mixed = pieces.iter().any(|piece| title(piece)) && pieces.iter().any(|piece| !title(piece));
        let word = |piece: &&str| {
            let folded = fold(piece);
            let given = if mixed { title(piece) } else { scene.page.lexicon.look_up(&folded).any(Class::GIVEN) };
            Word::new(&folded, given && pieces.len() > 1)
        };
        return Words { each: pieces.iter().map(word).collect(), joined: Vec::new() };
    }
    let parts = split(scene, name);
    let mut words = Words::default();
    let mut tokens: Vec<usize> = parts.given().chain(parts.family()).collect();
    tokens.sort_unstable();
    // `casimir`, in lower case
    if tokens.is_empty() {
        tokens = (name.first..=name.last).filter(|&at| scene.kind(at) == TokenKind::Word && !scene.cue(at).any(Cue::PARTICLE)).collect();
    }
    let spelt = spaced::spelt(scene, name);
    if !spelt.is_empty() {
        words.each = spelt.iter().map(|word| Word::new(word, spelt.len() > 1 && scene.page.lexicon.look_up(word).any(Class::GIVEN))).collect();
        return words;
    }
    let lone = tokens.len() == 1;
    for &at in &tokens {
        let folded = scene.page.folded(at);
        // `Z.D.C. : oui`: who speaks under letters is one person wherever they are the same.
        if scene.shape(at) == Shape::Dotted && lone && name.doubt == Some(super::posts::SPEAKS) {
            words.each.push(Word::new(folded, false));
            continue;
        }
        let letters = || folded.chars().filter(|c| c.is_alphabetic());
        // `Z.D.C.` is `ZDC`.
        if scene.shape(at) == Shape::Dotted && lone && name.doubt == Some(super::initials::INITIALS) && letters().count() > 2 {
            words.each.push(Word::new(&letters().collect::<String>(), false));
            continue;
        }
        if scene.shape(at) == Shape::Dotted {
            words.each.extend(letters().map(|c| Word::new(c.encode_utf8(&mut [0; 4]), true)));
            continue;
        }
        // `Maman Zoé`
        if at < name.last && scene.cue(at).any(Cue::APPELLATION) && scene.page.lexicon.look_up(folded).any(Class::WORD) {
            continue;
        }
        // A lone given name is led to as a surname is: `consorts Luc et Zoé DUVAL`.
        let given = parts.given().any(|given| given == at) || lone && scene.given(at) && (!lead.formal || lead.several);
        let mut word = Word::new(folded, given);
        word.initial &= !lone;
        word.cut = name.doubt == Some(super::sweep::SHORT) || at < name.last && scene.is(at + 1, ".") && scene.gap(at + 1) == Gap::None && !word.initial;
        word.known = scene.class(at).any(Class::FAMILY.union(Class::GIVEN));
        word.common = given && scene.class(at).any(Class::GIVEN_COMMON);
        words.each.push(word);
    }
    let sure = words.each.len() > 1 && [Shape::Title, Shape::Upper].iter().all(|shape| tokens.iter().any(|&at| scene.shape(at) == *shape));
    for word in words.each.iter_mut().filter(|word| sure && !word.initial) {
        (word.as_given, word.as_surname) = (word.given, !word.given);
    }
    // `Keahi Noé`: an unknown word before a given name may be the given name itself.
    let first = words.each.iter().position(|word| word.given).filter(|&at| at == 0 || sure || words.each[0].known);
    if let Some(first) = first {
        words.each[first].leads = true;
    }
    let pieces: Vec<String> = (name.first..=name.last).filter(|&at| matches!(scene.kind(at), TokenKind::Word | TokenKind::Elision)).map(|at| letters(scene.page.folded(at))).collect();
    for width in 2..=3 {
        words.joined.extend(pieces.windows(width).map(<[String]>::concat).filter(|joined| joined.len() > 4));
    }
    words
}

/// Words for several of one family.
const RELATIVES: &[&str] = &["EPOUX", "CONSORTS", "CTS", "HERITIERS", "FAMILLE", "ENFANTS", "FRERES", "SOEURS"];

/// What stands right before a name.
#[derive(Clone, Copy, Default)]
pub(super) struct Before {
    gender: Option<Gender>,
    /// `les époux X`, `consorts X`, `M. et Mme X`: whoever bears the name.
    pub plural: bool,
    /// `MM.`, `consorts`, `les enfants`: a list may follow.
    pub several: bool,
    /// The list is one of relatives, or only civilities lead to it: a surname at its end may be everybody's, as colleagues' is not.
    pub kindred: bool,
    /// A civility or office: a lone word is a surname.
    pub formal: bool,
    /// `la veuve X`: the lone word is the spouse's surname.
    pub widow: bool,
    /// `de` right before: `épouse de Jean MARTIN`.
    pub of: bool,
    /// `Dr`, `Me`, `le brigadier`: not what parties are called.
    pub title: Option<Title>,
}

impl Before {
    /// Reads back over civilities, family words and offices; at most six tokens.
    fn of(scene: &Scene, first: usize) -> Self {
        let mut before = Self::default();
        // `veuve de Élie ROUX`: the widow's words say nothing of him.
        if one_of!(scene.page.folded(first), "DE" | "D'") && scene.shape(first) == Shape::Lower {
            before.of = true;
            return before;
        }
        before.of = first > 0 && one_of!(scene.page.folded(first - 1), "DE" | "D'");
        let mut at = first;
        for _ in 0..6 {
            let Some(previous) = at.checked_sub(1) else { break };
            at = previous;
            let folded = scene.page.folded(at);
            let cue = scene.cue(at);
            before.several |= cue.any(Cue::PLURAL);
            before.kindred |= cue.any(Cue::PLURAL) && (cue.any(Cue::CIVILITY) || RELATIVES.contains(&folded));
            let abbreviates = folded == "." && scene.cue(at.saturating_sub(1)).any(Cue::CIVILITY.or(Cue::MAITRE));
            if abbreviates || one_of!(folded, "«" | "\"" | ":") {
                continue;
            }
            if RELATIVES.contains(&folded) && !before.formal {
                before.plural = true;
                before.formal = true;
                break;
            }
            let title = match folded {
                "DR" | "DOCTEUR" | "PR" | "PROFESSEUR" => Some(Title::Doctor),
                _ if cue.any(Cue::OFFICER) && at + 1 == first => Some(Title::Officer),
                _ => cue.any(Cue::MAITRE).then_some(Title::Maitre),
            };
            before.title = before.title.or(title);
            before.widow |= one_of!(folded, "VEUVE" | "VVE");
            before.formal |= cue.any(Cue::CIVILITY.or(Cue::MAITRE)) || before.widow || one_of!(folded, "DAME" | "DEMOISELLE");
            // `M. le Président X`
            if one_of!(folded, "LE" | "LA") && at > 1 && (scene.is(at - 1, ".") || scene.cue(at - 1).any(Cue::CIVILITY)) {
                continue;
            }
            before.gender = before.gender.or_else(|| gender(folded));
            if cue.any(Cue::CIVILITY) {
                // `M. et Mme X`, `Monsieur ou Madame X`
                let joined = at > 1 && one_of!(scene.page.folded(at - 1), "ET" | "OU");
                let other = at.saturating_sub(if scene.is(at.saturating_sub(2), ".") { 3 } else { 2 });
                if joined && scene.cue(other).any(Cue::CIVILITY) && !scene.cue(other).any(Cue::MAITRE) {
                    before.plural = true;
                    before.gender = None;
                    break;
                }
                continue;
            }
            if !cue.any(Cue::MAITRE.or(Cue::KIN).or(Cue::PERSON_NOUN).or(Cue::EXPERT).or(Cue::OFFICE_OF_COURT).or(Cue::OFFICER)) {
                break;
            }
        }
        before
    }
}

/// What a civility or a word of the family says.
fn gender(folded: &str) -> Option<Gender> {
    match folded {
        "M" | "MM" | "MR" | "MONSIEUR" | "MESSIEURS" | "SIEUR" | "SIEURS" | "FILS" | "FRERE" | "PERE" | "ONCLE" | "NEVEU" | "COUSIN" | "GRAND-PERE" | "BEAU-PERE"
        | "BEAU-FRERE" | "PETIT-FILS" | "COMPAGNON" | "CONCUBIN" | "VEUF" | "MARI" => Some(Gender::Man),
        "MME" | "MMES" | "MLLE" | "MLLES" | "MELLE" | "MELLES" | "MADAME" | "MESDAMES" | "MADEMOISELLE" | "MESDEMOISELLES" | "DAME" | "DEMOISELLE" | "VEUVE"
        | "VVE" | "FILLE" | "SOEUR" | "MERE" | "TANTE" | "NIECE" | "COUSINE" | "GRAND-MERE" | "BELLE-MERE" | "BELLE-SOEUR" | "PETITE-FILLE" | "COMPAGNE"
        | "CONCUBINE" | "CONJOINTE" => Some(Gender::Woman),
        _ => None,
    }
}

/// `née`, `né` after the name.
fn born(scene: &Scene, last: usize) -> Option<Gender> {
    let after = last + 1 + usize::from(one_of!(scene.page.folded(last + 1), "," | "("));
    match scene.page.folded(after) {
        // `X NE CONTESTE PAS`
        "NE" if scene.shape(after) == Shape::Upper && !one_of!(scene.page.folded(after + 1), "LE" | "A" | "EN" | ":") => None,
        "NE" if scene.page.is_birth(after) => Some(Gender::Man),
        "NEE" | "EPOUSE" | "VEUVE" | "DIVORCEE" => Some(Gender::Woman),
        _ => None,
    }
}

/// What tells two of one name apart: `M. X père`, `X FILS`, `Luc (fils)`, `Luc l'aîné`, `Luc, deuxième du nom`.
fn kin(scene: &Scene, last: usize) -> Option<String> {
    let after = last + 1;
    let written = |at: usize| scene.gap(at) == Gap::Space && (scene.shape(at) == Shape::Lower || scene.shape(at) == Shape::Upper && scene.shape(last) == Shape::Upper);
    let kin = |at: usize| one_of!(scene.page.folded(at), "PERE" | "FILS" | "MERE" | "FILLE" | "AINE" | "AINEE" | "CADET" | "CADETTE" | "JUNIOR" | "SENIOR" | "JEUNE" | "ANCIEN" | "ANCIENNE");
    // `X père de l'enfant`
    let of = |at: usize| one_of!(scene.page.folded(at + 1), "DE" | "D'" | "DU" | "DES");
    let at = match scene.page.folded(after) {
        "(" if kin(after + 1) && scene.is(after + 2, ")") => after + 1,
        "L'" | "LE" | "LA" if written(after) && kin(after + 1) && !of(after + 1) => after + 1,
        _ if written(after) && kin(after) && !of(after) => after,
        _ => {
            let ordinal = after + usize::from(scene.is(after, ","));
            let named = scene.is(ordinal + 1, "DU") && scene.is(ordinal + 2, "NOM");
            return (named && one_of!(scene.page.folded(ordinal), "PREMIER" | "DEUXIEME" | "SECOND" | "TROISIEME" | "QUATRIEME")).then(|| scene.page.folded(ordinal).to_owned());
        }
    };
    Some(scene.page.folded(at).to_owned())
}

/// Man or woman, by what stands beside the name, else by the given name.
pub(super) fn gender_of(scene: &Scene, name: &Name) -> Option<Gender> {
    Before::of(scene, name.first).gender.or_else(|| of_given_name(scene, name))
}

/// What the first given name says, when only men or only women bear it.
fn of_given_name(scene: &Scene, name: &Name) -> Option<Gender> {
    let first = split(scene, name).given().next().filter(|&at| scene.shape(at) != Shape::Initial)?;
    match (scene.class(first).any(Class::GIVEN_M), scene.class(first).any(Class::GIVEN_F)) {
        (true, false) => Some(Gender::Man),
        (false, true) => Some(Gender::Woman),
        _ => None,
    }
}

/// True when two mentions are one name: a given name and the surname right beside it.
pub(super) fn touches(scene: &Scene, previous: &Name, name: &Name) -> bool {
    let given = |name: &Name| (name.first..=name.last).all(|at| scene.given(at) && scene.shape(at) != Shape::Initial);
    // `de Zoé` / `Amina ROUX` over the end of a line of prose.
    let broken = previous.first == previous.last && scene.shape(previous.first) == Shape::Title && scene.gap(name.first) == Gap::Line && scene.gap(previous.first) == Gap::Space;
    // Columns of signatures: who stands beside is somebody else.
    let columns = scene.gap(name.first) == Gap::Wide && previous.role().is_court() && name.role().is_court();
    name.first == previous.last + 1 && scene.gap(name.first) <= Gap::Line && !columns && previous.part.is_none() && name.part.is_none() && (given(previous) != given(name) || broken)
}

/// True when `name` goes on with the list `previous` stands in: only commas, `et` and `ou` between.
pub(super) fn lists(scene: &Scene, previous: &Name, name: &Name) -> bool {
    let between = previous.last + 1..name.first;
    (1..=3).contains(&between.len()) && between.into_iter().all(|at| one_of!(scene.page.folded(at), "," | "ET" | "OU")) && scene.gap(name.first) <= Gap::Line
}

/// True when `name` is another person than `previous`: only a comma, `et`, civilities and words of a list between, `de M. Luc DUVAL
/// et de M. DUVAL`.
pub(super) fn apart(scene: &Scene, previous: &Name, name: &Name) -> bool {
    let between = previous.last + 1..name.first;
    if !(2..=8).contains(&between.len()) {
        return false;
    }
    let links = |at: usize| one_of!(scene.page.folded(at), "," | ";" | "ET");
    let listed = |at: usize| links(at) || scene.cue(at).any(Cue::CIVILITY) || one_of!(scene.page.folded(at), "DE" | "D'" | "A" | "PAR" | "CELLE" | "CELUI" | ".");
    // `sous les noms de Luc DUVAL et de Luc ROUX`
    let names = previous.first > 1 && one_of!(scene.page.folded(previous.first - 2), "NOMS" | "PRENOMS" | "IDENTITES");
    // `M. DUVAL, Luc DUVAL` may be one.
    let sure = |at: usize| scene.is(at, "ET") || scene.cue(at).any(Cue::CIVILITY);
    !names
        && between.clone().all(|at| listed(at) && scene.gap(at) < Gap::Blank)
        && between.clone().any(links)
        && between.into_iter().any(sure)
        && scene.gap(name.first) < Gap::Blank
}

impl Called {
    /// Gives it the surname of the list it stands in: `MM. Luc et Marc DUVAL`.
    pub(super) fn take_surname(&mut self, of: &Self) {
        self.own.get_or_insert_with(|| self.words.clone());
        self.words.each.extend(of.words.each.iter().filter(|word| !word.given).cloned());
        self.words.joined.extend(of.words.joined.iter().filter(|joined| of.words.each.iter().any(|word| !word.given && joined.ends_with(&word.text))).cloned());
    }

    /// Adds a name tied to this one.
    pub(super) fn tie(&mut self, tie: Tie, mut other: Self) {
        if tie == Tie::Spouse {
            other.words.each.iter_mut().for_each(|word| word.married = true);
        }
        self.aliased = tie != Tie::Given;
        if tie == Tie::Given && self.gender.is_none() {
            (self.gender, self.guessed) = (other.gender, other.guessed);
        }
        self.own.get_or_insert_with(|| self.words.clone());
        self.words.add(&other.words);
    }

    /// True when a name tied to `of` as a spouse's is the spouse's whole name: `Zoé ROUX, épouse Jean MARTIN`, not `ROUX ép. MARTIN Zoé`.
    pub(super) fn is_somebody(&self, of: &Self, tie: Tie) -> bool {
        tie == Tie::Spouse && (self.lead.of || of.words.has_given() && self.gender.is_some()) && self.words.each.len() > 1 && self.words.each.iter().any(|word| word.given)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn civilities_and_family_words_say_man_or_woman() {
        assert_eq!(gender("MONSIEUR"), Some(Gender::Man));
        assert_eq!(gender("VEUVE"), Some(Gender::Woman));
        assert_eq!(gender("DOCTEUR"), None);
    }
}
