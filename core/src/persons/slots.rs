//! Places of a sentence that only somebody's name fills, be it a town's or a word of the language: `la mémé Courbe`, `mon gendre, Voiron, a`, `dénommé « Courbe »`,
//! `cher Voiron,`, `les enfants Inès, Voiron et Karim`, `Voiron, neuf ans,`, `chez les Courbe`, `fils de COURBE Tanez et de`.

use super::lead::said;
use super::scene::{HARD, Scene};
use super::{BARE, Local, Name, in_order, lone, over};
use crate::context::Cue;
use crate::lexicon::Class;
use crate::model::{Confidence, Role};
use crate::text::{Gap, Shape, TokenKind, one_of};

/// How somebody of the family or of the village is called before a name, whatever the name.
fn familiar(word: &str) -> bool {
    one_of!(word, "MEME" | "PEPE" | "MAMIE" | "PAPY" | "PAPI" | "TATA" | "TATIE" | "TONTON" | "TANTE" | "ONCLE" | "MAMAN" | "PAPA" | "MEMERE" | "PEPERE" | "COUSIN" | "COUSINE" | "MAMA" | "MAN" | "GRAND-PERE" | "GRAND-MERE")
}

/// What somebody is called by.
fn names_somebody(word: &str) -> bool {
    one_of!(word, "DENOMME" | "DENOMMEE" | "SURNOMME" | "SURNOMMEE" | "PRENOMME" | "PRENOMMEE" | "NOMME" | "NOMMEE" | "NOMMER" | "APPELER")
}

/// `SONT NES CELINE LE 4 MAI 1980 ET FABIEN LE 2 JUIN 1984`: every child before a day, where all is in capitals. Linear in the births.
fn born_in_capitals(scene: &Scene, found: &mut Vec<Name>) {
    let document = &scene.page.document;
    let births = ["NES", "NEES", "ISSUS", "ISSUES"].iter().filter_map(|word| document.find(word)).flat_map(|word| document.places(word)).map(|&at| at as usize);
    let called = |at: usize| scene.shape(at) == Shape::Upper && scene.block[at] == 0 && scene.cue(at) == Cue::NONE && (scene.class(at).any(Class::GIVEN) || !scene.ordinary(at));
    let child = |first: usize, last: usize| Name { first, last, local: Local::Party(Role::Party), confidence: Confidence::Probable, rule: BARE, cue: None, led: true, counsel: false, doubt: None, part: None };
    // `ZOE EST NEE LE 3 MAI 1990`
    let own = ["NE", "NEE"].iter().filter_map(|word| document.find(word)).flat_map(|word| document.places(word)).map(|&at| at as usize);
    found.extend(own.filter(|&at| at > 2 && one_of!(text(scene, at - 1), "EST" | "ETAIT") && scene.in_capitals(at - 1) && called(at - 2) && scene.is(at + 1, "LE")).map(|at| child(at - 2, at - 2)));
    for verb in births.filter(|&at| scene.in_capitals(at)) {
        let clause = (verb + 1..verb + 60).take_while(|&at| scene.gap(at) < Gap::Blank && !one_of!(text(scene, at), "." | ";"));
        for at in clause.filter(|&at| scene.is(at + 1, "LE") && scene.block.get(at + 2).is_some_and(|block| block & super::scene::TAKEN != 0)) {
            let Some(first) = (verb + 1..=at).rev().take_while(|&t| called(t) && (t == at || scene.gap(t + 1) == Gap::Space)).last() else { continue };
            found.push(child(first, at));
        }
    }
}

/// `danoise`, `norvégien`: whose people somebody is, by the ending of the adjective.
pub(super) fn of_a_people(scene: &Scene, at: usize) -> bool {
    let word = text(scene, at);
    let somebody = scene.cue(at) != Cue::NONE || scene.class(at).any(Class::PROFESSION);
    !somebody && word.len() > 5 && lower(scene, at) && ["AISE", "AIS", "OISE", "OIS", "IENNE", "IEN", "AINE", "AIN", "ANDE", "ENNE", "EEN", "OLE"].iter().any(|end| word.ends_with(end))
}

/// Whom a name is given to, beside relatives and trades.
fn somebody(word: &str) -> bool {
    one_of!(word, "HOMME" | "FEMME" | "INDIVIDU" | "PERSONNE" | "GARCON" | "JEUNE" | "COMPATRIOTE" | "SUSPECT" | "COMPLICE" | "RESSORTISSANT" | "RESSORTISSANTE" | "CERTAIN" | "CERTAINE" | "SE")
}

/// Adds the names in such places that no other rule has read. Linear in the tokens.
pub(super) fn find(scene: &Scene, names: &mut Vec<Name>) {
    let (mut found, mut longer) = (Vec::new(), Vec::new());
    for at in scene.page.document.capitals().filter(|&at| at > 1) {
        let next = at + 1 + usize::from(scene.is(at + 1, "."));
        let several = (scene.capital(next) || scene.cue(next).any(Cue::PARTICLE)) && scene.gap(next) == Gap::Space;
        let Some(last) = (if several { pair(scene, at).or_else(|| apposed(scene, at)) } else { None }).or_else(|| articled(scene, at)).or_else(|| (alone(scene, at) && slot(scene, names, at) && word(scene, at)).then_some(at)) else { continue };
        let Some(index) = over(names, at, last) else {
            found.push(Name { first: at, last, local: Local::Party(Role::Party), confidence: Confidence::Possible, rule: BARE, cue: None, led: false, counsel: false, doubt: Some("a word where a name stands"), part: None });
            continue;
        };
        // `sa mère, Zorka de Vorna Bilko, est`, of whom `Zorka` alone was read.
        let name = &names[index];
        if name.first == at && name.last < last && name.part.is_none() && !name.role().is_court() && names.get(index + 1).is_none_or(|next| next.first > last) {
            longer.push((index, at, last));
        }
    }
    born_in_capitals(scene, &mut found);
    found.retain(|name| over(names, name.first, name.last).is_none());
    for (index, first, last) in longer {
        (names[index].first, names[index].last) = (first, last);
    }
    in_order(&mut found);
    found.dedup_by(|later, earlier| later.first <= earlier.last);
    names.append(&mut found);
    in_order(names);
    for name in names.iter_mut().filter(|name| name.part.is_none() && name.first > 0 && !name.role().is_court()) {
        if let Some(first) = born(scene, name) {
            name.first = first;
        }
    }
}

/// `chez les Le Bihan`, `les Le Goff sont partis`: a family whose name has its article.
fn articled(scene: &Scene, at: usize) -> Option<usize> {
    let word = at + 1;
    let named = scene.class(word).any(Class::FAMILY) || !scene.ordinary(word) && scene.page.phrase(at, Class::PLACE).is_none();
    let led = scene.is(at - 1, "LES") && scene.gap(at) == Gap::Space && scene.shape(at - 1) != Shape::Upper;
    (led && one_of!(scene.page.folded(at), "LE" | "LA") && scene.shape(at) == Shape::Title && scene.shape(word) == Shape::Title && scene.gap(word) == Gap::Space && named && !scene.cue(word).any(HARD) && !scene.capital(word + 1)).then_some(word)
}

/// `l'enfant Droit BILKO, née le`: a word right before the name of who is born, where its line or a person's noun opens it.
fn born(scene: &Scene, name: &Name) -> Option<usize> {
    let first = name.first.checked_sub(1).filter(|&at| at > 0 && scene.gap(name.first) == Gap::Space && scene.shape(at) == Shape::Title && scene.kind(at) == TokenKind::Word && !scene.cue(at).any(Cue::CIVILITY.or(Cue::MAITRE).or(Cue::KIN).or(Cue::PARTY_LABEL).or(Cue::OFFICE_OF_COURT)))?;
    let opened = scene.gap(first) >= Gap::Line || one_of!(scene.page.folded(first - 1), "-" | "–" | "•") || scene.shape(first - 1) == Shape::Lower && scene.cue(first - 1).any(Cue::KIN.or(Cue::MINOR));
    (opened && scene.is(name.last + 1, ",") && scene.page.is_birth(name.last + 2)).then_some(first)
}

/// A word that may be a name: in title case, or in capitals among words that are not.
pub(super) fn word(scene: &Scene, at: usize) -> bool {
    let cased = scene.shape(at) == Shape::Title || scene.shape(at) == Shape::Upper && !scene.in_capitals(at) && scene.page.folded(at).len() > 3;
    let thing = Class::COUNTRY.union(Class::REGION).union(Class::PUBLIC_BODY).union(Class::COMPANY_FORM);
    cased && scene.kind(at) == TokenKind::Word && scene.page.folded(at).len() > 1 && scene.block[at] == 0 && !scene.cue(at).any(HARD.or(Cue::SECTOR)) && !scene.class(at).any(thing) && scene.evidence(at).company == 0 && !one_of!(scene.page.folded(at), "NOEL" | "TOUSSAINT" | "DIEU" | "PATRIE" | "MIDI")
}

/// True where no other capital continues the word at `at`.
fn alone(scene: &Scene, at: usize) -> bool {
    (!scene.capital(at + 1) || scene.gap(at + 1) >= Gap::Line || scene.is(at + 1, "M")) && !(scene.capital(at - 1) && !familiar(text(scene, at - 1)) && scene.gap(at) == Gap::Space && !(scene.starts_sentence(at - 1) && scene.ordinary(at - 1))) && !one_of!(scene.page.folded(at + 1), "-" | "'" | "’")
}

/// `fils de COURBE Tanez et de`, `COURBE Tanez épouse BILKO`: the last of two words behind whose child somebody is, or before whom somebody married.
fn pair(scene: &Scene, at: usize) -> Option<usize> {
    let last = at + 1;
    let of = one_of!(scene.page.folded(at - 1), "DE" | "D'") && scene.shape(at - 1) == Shape::Lower && one_of!(scene.page.folded(at - 2), "FILS" | "FILLE") && scene.is(last + 1, "ET");
    let married = one_of!(scene.page.folded(last + 1), "EPOUSE" | "VEUVE" | "DIVORCEE" | "EPSE") && scene.shape(last + 1) == Shape::Lower && scene.gap(last + 1) == Gap::Space && scene.capital(last + 2) && (scene.gap(at) >= Gap::Line || scene.shape(at - 1) == Shape::Lower || one_of!(scene.page.folded(at - 1), "," | ":" | "-"));
    // `de COURBE Tanez et de`, on the line of the parents
    let parents = scene.is(at - 1, "DE") && scene.gap(at - 1) >= Gap::Line && scene.is(last + 1, "ET") && scene.is(last + 2, "DE");
    // `| BENS Gele | 22 rue`, `- 2 BENS Gele - 3`: a cell, an item
    let cased = scene.shape(at) == Shape::Upper && scene.shape(last) == Shape::Title && (!scene.ordinary(at) || !scene.ordinary(last) || scene.class(at).any(Class::FAMILY)) && !scene.class(at).any(Class::PLACE_BIG);
    let cell = cased && (one_of!(scene.page.folded(at - 1), "|" | "│") && scene.page.folded(last + 1) == scene.page.folded(at - 1) || scene.kind(at - 1) == TokenKind::Number && one_of!(scene.page.folded(at - 2), "-" | "–") && one_of!(scene.page.folded(last + 1), "-" | "–"));
    ((of || married || parents || cell) && word(scene, at) && word(scene, last) && scene.gap(last) == Gap::Space).then_some(last)
}

/// `La directrice de l'école, Benvic CHEF, est`, `Puceaux PATRE, ancien ouvrier,`, `Mirane SANS` over `née le`: the last of two to four words with capitals that
/// what somebody does stands before or behind, or that are a line above a birth or an address.
fn apposed(scene: &Scene, at: usize) -> Option<usize> {
    let text = |at: usize| scene.page.folded(at);
    let lower = |at: usize| lower(scene, at);
    // `l'éclusier, N. BALANCE, présent`
    let letter = scene.shape(at) == Shape::Initial && scene.is(at + 1, ".") && scene.gap(at + 1) == Gap::None && !scene.masked && !scene.cue(at).any(Cue::CIVILITY);
    // `Jérôme Commune`
    let called = |surname: usize| surname == at + 1 && scene.given_strong(at) && scene.shape(at) == Shape::Title;
    let surname = |at: usize| matches!(scene.shape(at), Shape::Title | Shape::Upper) && scene.block[at] == 0 && (scene.class(at).any(Class::FAMILY) || called(at)) && !scene.in_capitals(at) && !scene.cue(at).any(Cue::CIVILITY.or(Cue::MAITRE).or(Cue::COURT).or(Cue::COMPANY).or(Cue::PARTY_LABEL).or(Cue::OFFICE_OF_COURT).or(Cue::BORN));
    if !letter && !word(scene, at) && !surname(at) {
        return None;
    }
    let next = at + 1 + usize::from(letter);
    let particle = |part: usize| scene.cue(part).any(Cue::PARTICLE) && (scene.capital(part + 1) || scene.cue(part + 1).any(Cue::PARTICLE) && scene.capital(part + 2));
    let last = (next..next + 5).take_while(|&part| scene.gap(part) == Gap::Space && (word(scene, part) || surname(part) || particle(part))).last()?;
    let whole = !scene.capital(last + 1) || scene.gap(last + 1) >= Gap::Line;
    let known = !letter && (at..=last).all(|part| scene.in_lower_case(part) || scene.class(part).any(Class::PLACE.union(Class::PROFESSION)) && !scene.class(part).any(Class::FAMILY.union(Class::GIVEN)));
    let town = scene.class(at).any(Class::PLACE_BIG) && !scene.class(at).any(Class::GIVEN.union(Class::FAMILY));
    let company = !scene.given_strong(at) && (at.saturating_sub(5)..at).any(|t| scene.cue(t).any(Cue::COMPANY) && scene.shape(t) == Shape::Lower);
    if !whole || known || town || company || scene.in_capitals(at) || (next..=last).any(|part| scene.page.folded(part).len() == 1) {
        return None;
    }
    let line = scene.gap(at) >= Gap::Line;
    // Over `née le`, `4 village Zorka`
    let below = last + 1;
    if line && scene.gap(below) == Gap::Line && (scene.page.is_birth(below) || scene.cue(below).any(Cue::DWELLING)) {
        return Some(last);
    }
    let ends = one_of!(text(below), "," | ":" | "." | ";") || scene.gap(below) >= Gap::Line;
    let court = Cue::OFFICE_OF_COURT.or(Cue::NOTARY).or(Cue::BAILIFF);
    let does = |noun: usize| lower(noun) && !scene.cue(noun).any(court) && !lone::BUSINESS.contains(&text(noun)) && (scene.class(noun).any(Class::PROFESSION) || scene.cue(noun).any(Cue::KIN.or(Cue::PERSON_NOUN).or(Cue::APPELLATION).or(Cue::TRADE).or(Cue::WITNESS).or(Cue::VICTIM)) && !names_somebody(text(noun)) || one_of!(text(noun), "DIRECTEUR" | "DIRECTRICE" | "PRESIDENTE" | "INSPECTRICE" | "INSPECTEUR" | "ADJOINT" | "ADJOINTE" | "PRINCIPAL" | "PRINCIPALE"));
    if scene.is(at - 1, ",") && ends {
        let open = (at.saturating_sub(8)..at - 2).rev().take_while(|&t| lower(t + 1) || scene.kind(t + 1) == TokenKind::Elision).find(|&t| one_of!(text(t), "LE" | "LA" | "L'" | "SON" | "SA" | "MON" | "MA" | "UN" | "UNE") && does(t + 1));
        let thing = |t: usize| scene.cue(t).any(Cue::COMPANY) || lone::THINGS.contains(&text(t));
        if open.is_some_and(|open| scene.given_strong(at) || !(open + 1..at - 1).any(thing)) {
            return Some(last);
        }
    }
    let noun = last + 2 + usize::from(one_of!(text(last + 2), "LE" | "LA" | "L'" | "SON" | "SA" | "UN" | "UNE" | "SEUL" | "SEULE" | "ANCIEN" | "ANCIENNE"));
    let led = lower(at - 1) && !scene.cue(at - 1).any(Cue::ARTICLE.or(Cue::COMPANY).or(Cue::STREET).or(Cue::ESTABLISHMENT)) && !lone::THINGS.contains(&text(at - 1)) || one_of!(text(at - 1), "," | "-" | "–" | ":" | "•") || line || scene.starts_sentence(at);
    (led && scene.is(below, ",") && does(noun) && !scene.cue(noun).any(Cue::OFFICE) && text(noun) != "PRESIDENTE" && scene.gap(noun) == Gap::Space && text(noun).len() > 3).then_some(last)
}

fn text<'s>(scene: &'s Scene, at: usize) -> &'s str {
    scene.page.folded(at)
}

fn lower(scene: &Scene, at: usize) -> bool {
    scene.shape(at) == Shape::Lower
}

fn mark(scene: &Scene, at: usize) -> bool {
    one_of!(text(scene, at), "«" | "\"")
}

/// `mon`, `leur`
fn own(scene: &Scene, at: usize) -> bool {
    one_of!(text(scene, at), "MON" | "MA" | "TON" | "TA" | "SON" | "SA" | "NOTRE" | "VOTRE" | "LEUR")
}

/// A relative, or who is told by what he is called.
fn person(scene: &Scene, at: usize) -> bool {
    let noun = scene.cue(at).any(Cue::KIN.or(Cue::APPELLATION).or(Cue::PERSON_NOUN)) || one_of!(text(scene, at), "GENDRE" | "BRU");
    noun && lower(scene, at) && !names_somebody(text(scene, at)) && !one_of!(text(scene, at), "DIT" | "DITE") && !scene.page.is_birth(at)
}

/// A name, or a word of the language that is one too.
fn name(scene: &Scene, at: usize) -> bool {
    !scene.class(at).any(Class::WORD) || scene.class(at).any(Class::FAMILY.union(Class::GIVEN))
}

/// True where the word at `at`, of any meaning, stands in a place that only a name fills.
fn slot(scene: &Scene, names: &[Name], at: usize) -> bool {
    let near = scene.gap(at) <= Gap::Line;
    near && (kin(scene, at) || called(scene, at) || hailed(scene, at)) || aged(scene, at) || family(scene, at) || listed(scene, names, at) || lone::lives(scene, at) || works(scene, at) || birth(scene, names, at) || near && (set_off(scene, at) || goes_on(scene, names, at))
}

/// `son garçon, Oscar, et`, `un compatriote de Liévin, Jonas, dont`: a common given name between commas behind a lower-case word, or behind whose town.
fn set_off(scene: &Scene, at: usize) -> bool {
    let given = scene.class(at).any(Class::GIVEN_COMMON) && scene.shape(at) == Shape::Title && !scene.class(at).any(Class::PLACE_BIG.union(Class::COUNTRY).union(Class::REGION));
    if !given || !scene.is(at - 1, ",") || !scene.is(at + 1, ",") || at < 5 {
        return false;
    }
    let thing = |t: usize| lone::THINGS.contains(&text(scene, t)) || scene.cue(t).any(Cue::COMPANY.or(Cue::LAW_FIRM).or(Cue::STREET).or(Cue::ESTABLISHMENT));
    let whose = one_of!(text(scene, at - 3), "DE" | "D'") && scene.capital(at - 2) && (person(scene, at - 4) || somebody(text(scene, at - 4)) || scene.cue(at - 4).any(Cue::TRADE) || scene.class(at - 4).any(Class::PROFESSION));
    let noun = lower(scene, at - 2) && scene.kind(at - 2) == TokenKind::Word && text(scene, at - 2).len() > 3;
    (noun || whose) && !(at.saturating_sub(6)..at - 1).any(thing) && !lone::animal(scene, at)
}

/// `Marc Bilko, Oscar à payer`, `Zoé BILKO ; Claire précise`: a common given name that a sign parts from somebody's.
fn goes_on(scene: &Scene, names: &[Name], at: usize) -> bool {
    let given = scene.class(at).any(Class::GIVEN_COMMON) && scene.shape(at) == Shape::Title && !scene.class(at).any(Class::PLACE_BIG.union(Class::COUNTRY).union(Class::REGION));
    if !given || at < 3 || !one_of!(text(scene, at - 1), "," | ";" | "ET") {
        return false;
    }
    let behind = over(names, at - 2, at - 2).is_some_and(|index| names[index].last == at - 2 && names[index].part.is_none() && !names[index].role().is_court());
    behind && (lower(scene, at + 1) && !one_of!(text(scene, at + 1), "DE" | "DU" | "DES" | "D'") || one_of!(text(scene, at + 1), "," | "." | ";" | ")"))
}

/// `les factures de Courbe le couvreur`: whose trade stands behind its article, without a comma.
fn works(scene: &Scene, at: usize) -> bool {
    let trade = at + 2;
    let does = scene.class(trade).any(Class::PROFESSION) || scene.cue(trade).any(Cue::TRADE);
    let ends = one_of!(text(scene, trade + 1), "." | "," | "»" | ")" | ";" | "!" | "?") || scene.gap(trade + 1) >= Gap::Line;
    one_of!(text(scene, at + 1), "LE" | "LA") && lower(scene, at + 1) && lower(scene, trade) && does && ends && lower(scene, at - 1) && name(scene, at) && !scene.class(at).any(Class::PLACE_BIG)
}

/// `est né à Auch, le 1er juin 2022, Courbe, qu'il a reconnu`, `Zorka, le 20 mai 2015, et Courbe, le 11 décembre`: who is born on a day.
fn birth(scene: &Scene, names: &[Name], at: usize) -> bool {
    let born = |at: usize| one_of!(text(scene, at), "NE" | "NEE" | "NES" | "NEES") && one_of!(text(scene, at - 1), "EST" | "SONT" | "ETAIT");
    let year = scene.is(at - 1, ",") && scene.kind(at - 2) == TokenKind::Number && text(scene, at - 2).len() == 4;
    let clause = || (at.saturating_sub(18).max(1)..at).rev().take_while(|&t| !one_of!(text(scene, t), "." | ";"));
    // Not `M. X est né à Auch, le 1er juin 2022, Courbe étant`: somebody before the verb.
    if year && one_of!(text(scene, at + 1), "," | "." | ";" | "ET") && let Some(verb) = clause().find(|&t| born(t)) {
        return !scene.capital(verb - 2) && over(names, verb - 2, verb - 2).is_none();
    }
    let item = scene.is(at - 1, "ET") && scene.is(at + 1, ",") && scene.is(at + 2, "LE") && scene.block.get(at + 3).is_some_and(|block| block & super::scene::TAKEN != 0);
    item && clause().any(|t| t > 4 && scene.is(t, "LE") && scene.is(t - 1, ",") && over(names, t - 2, t - 2).is_some() && scene.block[t + 1] & super::scene::TAKEN != 0)
}

/// `la mémé Courbe`, `mon beau-frère Voiron`, `le père Courbe vendait`, `mon gendre, Voiron,`, `le facteur, COURBE, l'a vue`, `une étudiante danoise, Courbe, qui`
fn kin(scene: &Scene, at: usize) -> bool {
    let comma = scene.is(at - 1, ",");
    let noun = at - 1 - usize::from(comma);
    let next = text(scene, at + 1);
    if noun == 0 || comma && !one_of!(next, "," | ":") {
        return false;
    }
    let called_so = || familiar(text(scene, noun)) && (text(scene, noun) != "MEME" || scene.page.document.original_at(noun).ends_with(['é', '\u{301}']));
    if !comma && called_so() {
        return true;
    }
    if !lower(scene, noun) {
        return false;
    }
    let relative = person(scene, noun);
    if relative && (own(scene, noun - 1) || noun > 1 && own(scene, noun - 2)) {
        return true;
    }
    let parent = || one_of!(text(scene, noun), "PERE" | "MERE") && one_of!(text(scene, noun - 1), "LE" | "LA" | "DU" | "AU") && lower(scene, at + 1) && !one_of!(next, "DE" | "DU" | "DES" | "D'");
    if !comma && relative && parent() {
        return true;
    }
    let adjective = noun > 1 && lower(scene, noun - 1) && (scene.cue(noun).any(Cue::NATION) || of_a_people(scene, noun) || comma && person(scene, noun - 1) && !relative);
    let noun_of = noun - usize::from(adjective);
    let small = noun_of > 1 && one_of!(text(scene, noun_of - 1), "PETIT" | "PETITE" | "GRAND" | "GRANDE" | "JEUNE" | "VIEUX" | "VIEILLE");
    let article = text(scene, noun_of.saturating_sub(1 + usize::from(small)));
    if noun_of == 0 || !(one_of!(article, "LE" | "LA" | "L'" | "UN" | "UNE" | "AUTRE") || !comma && one_of!(article, "DU" | "AU")) {
        return false;
    }
    let trade = lower(scene, noun_of) && (person(scene, noun_of) || scene.cue(noun_of).any(Cue::TRADE) || scene.class(noun_of).any(Class::PROFESSION)) && !lone::BUSINESS.contains(&text(scene, noun_of)) && !scene.cue(noun_of).any(Cue::OFFICE_OF_COURT.or(Cue::OFFICE).or(Cue::NOTARY).or(Cue::BAILIFF).or(Cue::TRUSTEE));
    let child = one_of!(text(scene, noun), "SECOND" | "SECONDE" | "BENJAMIN" | "BENJAMINE" | "PUINE" | "PUINEE");
    let fits = !scene.in_lower_case(at) && (scene.shape(at) == Shape::Title || scene.class(at).any(Class::WORD.union(Class::FAMILY)));
    (trade || child) && fits && (next == "," && (comma || lower(scene, at + 2)) || !comma && next == "ET" && own(scene, at + 2) || !comma && lone::speaks(scene, at))
}

/// `un homme surnommé Courbe`, `un compatriote dénommé « Courbe »`, `sous le nom de Courbe`, `son frère « Courbe »`, `un certain Voiron`, `ledit Zorku`
fn called(scene: &Scene, at: usize) -> bool {
    let open = mark(scene, at - 1);
    let lead = at - 1 - usize::from(open);
    let next = text(scene, at + 1);
    if !lower(scene, lead) || lead == 0 || open && !one_of!(next, "»" | "\"") {
        return false;
    }
    let word = text(scene, lead);
    let whom = |at: usize| person(scene, at) || scene.cue(at).any(Cue::PERSON_NOUN.or(Cue::TRADE)) || scene.class(at).any(Class::PROFESSION) || somebody(text(scene, at));
    if names_somebody(word) {
        return (lead.saturating_sub(3)..lead).any(whom);
    }
    if open && person(scene, lead) {
        return own(scene, lead - 1) || person(scene, lead - 1) || lead > 1 && own(scene, lead - 2);
    }
    let strange = || !scene.class(at).any(Class::WORD.union(Class::PLACE)) && (lower(scene, at + 1) || one_of!(next, "," | "." | ";"));
    match word {
        "DE" => lead > 2 && text(scene, lead - 1) == "NOM" && (one_of!(text(scene, lead - 2), "FAUX" | "VRAI") || text(scene, lead - 3) == "SOUS" && (lead.saturating_sub(9)..lead).any(|at| whom(at) || one_of!(text(scene, at), "CONNAIS" | "CONNAIT" | "CONNAISSAIT"))),
        "COMME" => one_of!(text(scene, lead - 1), "CONNU" | "CONNUE"),
        "CERTAIN" | "CERTAINE" => !open,
        "LEDIT" | "DUDIT" | "AUDIT" | "LADITE" => !open && strange(),
        _ => false,
    }
}

/// `Chère Inès, cher Voiron, je`, `« Voiron, je suis là »`, `« Voiron tu bâches »`
fn hailed(scene: &Scene, at: usize) -> bool {
    let next = text(scene, at + 1);
    if mark(scene, at - 1) {
        let you = one_of!(next, "TU" | "JE" | "J'" | "T'") || next == "," && one_of!(text(scene, at + 2), "JE" | "J'" | "TU" | "T'" | "VIENS" | "ARRETE");
        return you && text(scene, at).len() > 2 && !scene.class(at).any(Class::WORD.union(Class::PLACE_BIG)) && said(scene, at);
    }
    one_of!(next, "," | "!") && one_of!(text(scene, at - 1), "CHER" | "CHERE" | "SALUT" | "COUCOU" | "BONJOUR") && name(scene, at)
}

/// `Voiron, neuf ans,`
fn aged(scene: &Scene, at: usize) -> bool {
    let age = scene.is(at + 1, ",") && text(scene, at + 3) == "ANS" && (scene.cue(at + 2).any(Cue::NUMBER) || scene.kind(at + 2) == TokenKind::Number) && one_of!(text(scene, at + 4), "," | "." | ";" | ")" | "ET");
    age && !one_of!(text(scene, at - 1), "A" | "AU" | "EN" | "DE" | "D'" | "VERS") && (name(scene, at) || !scene.starts_sentence(at) || scene.is(at - 1, ","))
}

/// `dîner chez les Courbe`, `les enfants des Courbe`
fn family(scene: &Scene, at: usize) -> bool {
    let led = match text(scene, at - 1) {
        "LES" => text(scene, at - 2) == "CHEZ",
        "DES" => person(scene, at - 2) && !scene.cue(at - 2).any(Cue::TRADE),
        _ => false,
    };
    led && (name(scene, at) || !text(scene, at).ends_with('S')) && (lower(scene, at + 1) || one_of!(text(scene, at + 1), "," | "." | ";"))
}

/// `Inès, Voiron et Karim`, `Inès, Karim et Voiron,`
fn listed(scene: &Scene, names: &[Name], at: usize) -> bool {
    let given = |at: usize| scene.class(at).any(Class::GIVEN.union(Class::GIVEN_RARE)) && scene.shape(at) == Shape::Title && over(names, at, at).is_some_and(|index| names[index].first == names[index].last && !names[index].role().is_court());
    let next = text(scene, at + 1);
    let between = || scene.is(at - 1, ",") && one_of!(next, "ET" | ",") && given(at - 2) && given(at + 2);
    let last = || at > 4 && scene.is(at - 1, "ET") && scene.is(at - 3, ",") && (lower(scene, at + 1) || one_of!(next, "," | "." | ";" | ")")) && given(at - 2) && given(at - 4);
    (between() || last()) && !scene.in_lower_case(at)
}

#[cfg(test)]
mod tests {
    use crate::{CaseFacts, Engine, Kind};

    #[test]
    fn any_word_is_a_name_where_only_names_stand() {
        let engine = Engine::builder().build().expect("the default engine");
        for (text, name) in [
            ("On dit que la mémé Courbe ne sort plus.", Some("Courbe")),
            ("Mon gendre, Voiron, a demandé la clé.", Some("Voiron")),
            ("Un compatriote dénommé « Courbe » l'a vendu.", Some("Courbe")),
            ("La société dénommée « Courbe » l'a vendu.", None),
            ("fils de COURBE Tanez et de Rose PETIT", Some("COURBE Tanez")),
            ("Il dînait chez les Courbe, la nuit.", Some("Courbe")),
            ("Il vit chez les Français, la nuit.", None),
            ("Il vit à Voiron, dix ans après.", None),
        ] {
            let outcome = engine.detect(text, &CaseFacts::default()).expect("a small text");
            let found = outcome.spans.iter().find(|span| span.kind == Kind::Person).map(|span| span.span.of(text));
            assert_eq!(found, name, "{text}");
        }
    }
}
