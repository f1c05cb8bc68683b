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
const FAMILIAR: &[&str] = &["MEME", "PEPE", "MAMIE", "PAPY", "PAPI", "TATA", "TATIE", "TONTON", "TANTE", "ONCLE", "MAMAN", "PAPA", "MEMERE", "PEPERE", "COUSIN", "COUSINE", "MAMA", "MAN", "GRAND-PERE", "GRAND-MERE"];

/// What somebody is called by.
const CALLED: &[&str] = &["DENOMME", "DENOMMEE", "SURNOMME", "SURNOMMEE", "PRENOMME", "PRENOMMEE", "NOMME", "NOMMEE", "NOMMER", "APPELER"];

/// Whom a name is given to, beside relatives and trades.
const SOMEBODY: &[&str] = &["HOMME", "FEMME", "INDIVIDU", "PERSONNE", "GARCON", "JEUNE", "COMPATRIOTE", "SUSPECT", "COMPLICE", "RESSORTISSANT", "RESSORTISSANTE", "CERTAIN", "CERTAINE", "SE"];

/// Adds the names in such places that no other rule has read. Linear in the tokens.
pub(super) fn find(scene: &Scene, names: &mut Vec<Name>) {
    let mut found = Vec::new();
    for at in scene.page.document.capitals().filter(|&at| at > 1) {
        let Some(last) = word(scene, at).then(|| pair(scene, at)).flatten().or_else(|| apposed(scene, at)).or_else(|| (word(scene, at) && alone(scene, at) && slot(scene, names, at)).then_some(at)) else { continue };
        if over(names, at, last).is_none() {
            found.push(Name { first: at, last, local: Local::Party(Role::Party), confidence: Confidence::Possible, rule: BARE, cue: None, led: false, counsel: false, doubt: Some("a word where a name stands"), part: None });
        }
    }
    names.append(&mut found);
    in_order(names);
    for name in names.iter_mut().filter(|name| name.part.is_none() && name.first > 0 && !name.role().is_court()) {
        if let Some(first) = born(scene, name) {
            name.first = first;
        }
    }
}

/// `l'enfant Droit BILKO, née le`: a word right before the name of who is born, where its line or a person's noun opens it.
fn born(scene: &Scene, name: &Name) -> Option<usize> {
    let first = name.first.checked_sub(1).filter(|&at| at > 0 && scene.gap(name.first) == Gap::Space && scene.shape(at) == Shape::Title && scene.kind(at) == TokenKind::Word && !scene.cue(at).any(Cue::CIVILITY.or(Cue::MAITRE).or(Cue::KIN).or(Cue::PARTY_LABEL).or(Cue::OFFICE_OF_COURT)))?;
    let opened = scene.gap(first) >= Gap::Line || one_of!(scene.page.folded(first - 1), "-" | "–" | "•") || scene.shape(first - 1) == Shape::Lower && scene.cue(first - 1).any(Cue::KIN.or(Cue::MINOR));
    (opened && scene.is(name.last + 1, ",") && scene.page.is_birth(name.last + 2)).then_some(first)
}

/// A word that may be a name: in title case, or in capitals among words that are not.
fn word(scene: &Scene, at: usize) -> bool {
    let cased = scene.shape(at) == Shape::Title || scene.shape(at) == Shape::Upper && !scene.in_capitals(at) && scene.page.folded(at).len() > 3;
    let thing = Class::COUNTRY.union(Class::REGION).union(Class::PUBLIC_BODY).union(Class::COMPANY_FORM);
    cased && scene.kind(at) == TokenKind::Word && scene.page.folded(at).len() > 1 && scene.block[at] == 0 && !scene.cue(at).any(HARD.or(Cue::SECTOR)) && !scene.class(at).any(thing) && scene.evidence(at).company == 0 && !one_of!(scene.page.folded(at), "NOEL" | "TOUSSAINT" | "DIEU" | "PATRIE" | "MIDI")
}

/// True where no other capital continues the word at `at`.
fn alone(scene: &Scene, at: usize) -> bool {
    let mamie = FAMILIAR.contains(&scene.page.folded(at - 1));
    (!scene.capital(at + 1) || scene.gap(at + 1) >= Gap::Line || scene.is(at + 1, "M")) && !(scene.capital(at - 1) && !mamie && scene.gap(at) == Gap::Space && !(scene.starts_sentence(at - 1) && scene.ordinary(at - 1))) && !one_of!(scene.page.folded(at + 1), "-" | "'" | "’")
}

/// `fils de COURBE Tanez et de`, `COURBE Tanez épouse BILKO`: the last of two words behind whose child somebody is, or before whom somebody married.
fn pair(scene: &Scene, at: usize) -> Option<usize> {
    let last = at + 1;
    let of = one_of!(scene.page.folded(at - 1), "DE" | "D'") && scene.shape(at - 1) == Shape::Lower && one_of!(scene.page.folded(at - 2), "FILS" | "FILLE") && scene.is(last + 1, "ET");
    let married = one_of!(scene.page.folded(last + 1), "EPOUSE" | "VEUVE" | "DIVORCEE" | "EPSE") && scene.shape(last + 1) == Shape::Lower && scene.gap(last + 1) == Gap::Space && scene.capital(last + 2) && (scene.gap(at) >= Gap::Line || scene.shape(at - 1) == Shape::Lower || one_of!(scene.page.folded(at - 1), "," | ":" | "-"));
    ((of || married) && word(scene, last) && scene.gap(last) == Gap::Space).then_some(last)
}

/// `La directrice de l'école, Benvic CHEF, est`, `Puceaux PATRE, ancien ouvrier,`, `Mirane SANS` over `née le`: the last of two to four words with capitals that
/// what somebody does stands before or behind, or that are a line above a birth or an address.
fn apposed(scene: &Scene, at: usize) -> Option<usize> {
    let text = |at: usize| scene.page.folded(at);
    let lower = |at: usize| scene.shape(at) == Shape::Lower;
    // `l'éclusier, N. BALANCE, présent`
    let letter = scene.shape(at) == Shape::Initial && scene.is(at + 1, ".") && scene.gap(at + 1) == Gap::None && !scene.masked;
    let surname = |at: usize| matches!(scene.shape(at), Shape::Title | Shape::Upper) && scene.block[at] == 0 && scene.class(at).any(Class::FAMILY) && !scene.in_capitals(at) && !scene.cue(at).any(Cue::CIVILITY.or(Cue::MAITRE).or(Cue::COURT).or(Cue::COMPANY).or(Cue::PARTY_LABEL).or(Cue::OFFICE_OF_COURT).or(Cue::BORN));
    if !letter && !word(scene, at) && !surname(at) {
        return None;
    }
    let next = at + 1 + usize::from(letter);
    let last = (next..next + 3).take_while(|&part| scene.gap(part) == Gap::Space && (word(scene, part) || surname(part))).last()?;
    let whole = !scene.capital(last + 1) || scene.gap(last + 1) >= Gap::Line;
    let known = !letter && (at..=last).all(|part| scene.in_lower_case(part) || scene.class(part).any(Class::PLACE.union(Class::PROFESSION)) && !scene.class(part).any(Class::FAMILY.union(Class::GIVEN)));
    let town = scene.class(at).any(Class::PLACE_BIG) && !scene.class(at).any(Class::GIVEN.union(Class::FAMILY));
    let company = (at.saturating_sub(5)..at).any(|t| scene.cue(t).any(Cue::COMPANY) && scene.shape(t) == Shape::Lower);
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
    let does = |noun: usize| lower(noun) && !scene.cue(noun).any(court) && !lone::BUSINESS.contains(&text(noun)) && (scene.class(noun).any(Class::PROFESSION) || scene.cue(noun).any(Cue::KIN.or(Cue::PERSON_NOUN).or(Cue::APPELLATION).or(Cue::TRADE).or(Cue::WITNESS).or(Cue::VICTIM)) && !CALLED.contains(&text(noun)) || one_of!(text(noun), "DIRECTEUR" | "DIRECTRICE" | "PRESIDENTE" | "INSPECTRICE" | "INSPECTEUR" | "ADJOINT" | "ADJOINTE" | "PRINCIPAL" | "PRINCIPALE"));
    if scene.is(at - 1, ",") && ends {
        let open = (at.saturating_sub(8)..at - 2).rev().take_while(|&t| lower(t + 1) || scene.kind(t + 1) == TokenKind::Elision).find(|&t| one_of!(text(t), "LE" | "LA" | "L'" | "SON" | "SA" | "MON" | "MA" | "UN" | "UNE") && does(t + 1));
        let thing = |t: usize| scene.cue(t).any(Cue::COMPANY) || lone::THINGS.contains(&text(t));
        if open.is_some_and(|open| !(open + 1..at - 1).any(thing)) {
            return Some(last);
        }
    }
    let noun = last + 2 + usize::from(one_of!(text(last + 2), "LE" | "LA" | "L'" | "SON" | "SA" | "UN" | "UNE" | "SEUL" | "SEULE" | "ANCIEN" | "ANCIENNE"));
    let led = lower(at - 1) && !scene.cue(at - 1).any(Cue::ARTICLE.or(Cue::COMPANY).or(Cue::STREET).or(Cue::ESTABLISHMENT)) && !lone::THINGS.contains(&text(at - 1)) || one_of!(text(at - 1), "," | "-" | "–" | ":" | "•") || line || scene.starts_sentence(at);
    (led && scene.is(below, ",") && does(noun) && !scene.cue(noun).any(Cue::OFFICE) && text(noun) != "PRESIDENTE" && scene.gap(noun) == Gap::Space && text(noun).len() > 3).then_some(last)
}

fn slot(scene: &Scene, names: &[Name], at: usize) -> bool {
    let text = |at: usize| scene.page.folded(at);
    let back = |steps: usize| at.checked_sub(steps).map_or("", text);
    let lower = |at: usize| scene.shape(at) == Shape::Lower;
    let class = scene.class(at);
    let mark = |at: usize| one_of!(text(at), "«" | "\"");
    // No word that only prose knows.
    let name = !class.any(Class::WORD) || class.any(Class::FAMILY.union(Class::GIVEN));
    let next = text(at + 1);
    let near = scene.gap(at) <= Gap::Line;
    let (own, person) = (|at: usize| one_of!(text(at), "MON" | "MA" | "TON" | "TA" | "SON" | "SA" | "NOTRE" | "VOTRE" | "LEUR"), |at: usize| lower(at) && ((scene.cue(at).any(Cue::KIN.or(Cue::APPELLATION).or(Cue::PERSON_NOUN)) || one_of!(text(at), "GENDRE" | "BRU")) && !CALLED.contains(&text(at)) && !one_of!(text(at), "DIT" | "DITE") && !scene.page.is_birth(at)));
    let familiar = |at: usize| FAMILIAR.contains(&text(at)) && (text(at) != "MEME" || scene.page.document.original_at(at).ends_with(['é', '\u{301}']));
    // `la mémé Courbe`, `mon beau-frère Voiron`, `le père Courbe vendait`, `mon gendre, Voiron,`
    let comma = usize::from(back(1) == ",");
    let noun = at - 1 - comma;
    let parent = one_of!(text(noun), "PERE" | "MERE") && noun > 0 && one_of!(text(noun - 1), "LE" | "LA" | "DU" | "AU") && lower(at + 1) && !one_of!(next, "DE" | "DU" | "DES" | "D'");
    let article = |at: usize| one_of!(text(at), "LE" | "LA" | "L'" | "UN" | "UNE" | "AUTRE");
    // `une étudiante danoise, Courbe, qui`, `le second, Courbe, venu au monde`, `le facteur, COURBE, l'a vue`
    let trade = |at: usize| lower(at) && !lone::BUSINESS.contains(&text(at)) && (person(at) || scene.cue(at).any(Cue::TRADE) || scene.class(at).any(Class::PROFESSION)) && !scene.cue(at).any(Cue::OFFICE_OF_COURT.or(Cue::OFFICE).or(Cue::NOTARY).or(Cue::BAILIFF).or(Cue::TRUSTEE));
    let noun_of = noun - usize::from(noun > 1 && scene.cue(noun).any(Cue::NATION) && lower(noun));
    let born_so = one_of!(text(noun), "SECOND" | "SECONDE" | "BENJAMIN" | "BENJAMINE" | "PUINE" | "PUINEE") && lower(noun);
    let small = noun_of > 1 && one_of!(text(noun_of - 1), "PETIT" | "PETITE" | "GRAND" | "GRANDE" | "JEUNE" | "VIEUX" | "VIEILLE");
    let some = (trade(noun_of) || born_so) && article(noun_of - 1 - usize::from(small)) && !scene.in_lower_case(at) && (scene.shape(at) == Shape::Title || class.any(Class::WORD.union(Class::FAMILY)));
    let own_kin = |comma: usize| person(noun) && (own(noun - 1) || noun > 1 && own(noun - 2)) && (comma == 0 || one_of!(next, "," | ":"));
    let kin = near && noun > 0 && (comma == 0 && (familiar(noun) || own_kin(0) || person(noun) && parent || some && (next == "," && lower(at + 2) || lone::speaks(scene, at))) || comma == 1 && (own_kin(1) || some && next == ","));
    // `un homme surnommé Courbe`, `un compatriote dénommé « Courbe »`, `sous le nom de Courbe`, `son frère « Courbe »`
    let open = usize::from(mark(at - 1));
    let lead = at - 1 - open;
    let closed = open == 0 || one_of!(next, "»" | "\"");
    let whom = |at: usize| person(at) || scene.cue(at).any(Cue::PERSON_NOUN.or(Cue::TRADE)) || scene.class(at).any(Class::PROFESSION) || SOMEBODY.contains(&text(at));
    let called = closed && lower(lead) && (CALLED.contains(&text(lead)) && (lead.saturating_sub(3)..lead).any(whom) || text(lead) == "DE" && lead > 2 && text(lead - 1) == "NOM" && text(lead - 3) == "SOUS" && (lead.saturating_sub(9)..lead).any(|at| whom(at) || one_of!(text(at), "CONNAIS" | "CONNAIT" | "CONNAISSAIT")) || text(lead) == "COMME" && one_of!(text(lead - 1), "CONNU" | "CONNUE") || open == 1 && person(lead) && lead > 0 && (own(lead - 1) || person(lead - 1) || own(lead - 2)) || one_of!(text(lead), "CERTAIN" | "CERTAINE") && open == 0);
    // `ledit Zorku`
    let said_before = one_of!(back(1), "LEDIT" | "DUDIT" | "AUDIT" | "LADITE") && lower(at - 1) && !class.any(Class::WORD.union(Class::PLACE)) && (lower(at + 1) || one_of!(next, "," | "." | ";"));
    // `Chère Inès, cher Voiron, je`
    let dear = name && one_of!(back(1), "CHER" | "CHERE" | "SALUT" | "COUCOU" | "BONJOUR") && one_of!(next, "," | "!") && near;
    // `« Voiron, je suis là »`, `« Voiron tu bâches »`
    let hailed = name && text(at).len() > 2 && !class.any(Class::WORD.union(Class::PLACE_BIG)) && mark(at - 1) && (one_of!(next, "TU" | "JE" | "J'" | "T'") || next == "," && one_of!(text(at + 2), "JE" | "J'" | "TU" | "T'" | "VIENS" | "ARRETE")) && said(scene, at);
    // `Voiron, neuf ans,`
    let aged = next == "," && (scene.cue(at + 2).any(Cue::NUMBER) || scene.kind(at + 2) == TokenKind::Number) && text(at + 3) == "ANS" && one_of!(text(at + 4), "," | "." | ";" | ")" | "ET") && !one_of!(back(1), "A" | "AU" | "EN" | "DE" | "D'" | "VERS") && (name || !scene.starts_sentence(at) || back(1) == "," );
    // `dîner chez les Courbe`, `la petite des Courbe`
    let family = back(1) == "LES" && back(2) == "CHEZ" || back(1) == "DES" && person(at - 2) && !scene.cue(at - 2).any(Cue::TRADE);
    let family = family && (name || !text(at).ends_with('S')) && (lower(at + 1) || one_of!(next, "," | "." | ";"));
    // `Inès, Voiron et Karim`, `Inès, Karim et Voiron,`
    let given = |at: usize| over(names, at, at).is_some_and(|index| names[index].first == names[index].last && scene.shape(at) == Shape::Title && scene.class(at).any(Class::GIVEN.union(Class::GIVEN_RARE)) && !names[index].role().is_court());
    let ends = lower(at + 1) || one_of!(next, "," | "." | ";" | ")");
    let list = !scene.in_lower_case(at) && (back(1) == "," && given(at - 2) && one_of!(next, "ET" | ",") && given(at + 2) || back(1) == "ET" && given(at - 2) && back(3) == "," && at > 4 && given(at - 4) && ends);
    kin || called || said_before || dear || hailed || aged || family || list || lone::lives(scene, at)
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
