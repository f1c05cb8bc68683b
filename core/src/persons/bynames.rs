//! By-names between quotation marks behind a verb that gives them: `l'appelait « le Polak » ou « Radis »`.
//!
//! The words may be any: the verb, whom it names, and the marks say what they are.

use super::alone::doubled;
use super::scene::{HARD, Scene, TAKEN};
use super::{BARE, Local, Name, in_order, over};
use crate::context::Cue;
use crate::lexicon::Class;
use crate::model::{Confidence, Role};
use crate::text::{Gap, Shape, TokenKind, WordId, one_of, sort};

/// Verbs that say what somebody is called.
const VERBS: &[&str] = &["APPELLE", "APPELLENT", "APPELAIT", "APPELAIENT", "APPELER", "APPELANT", "APPELEZ", "APPELLES", "APPELONS", "SURNOMME", "SURNOMMEE", "SURNOMMENT", "SURNOMMAIT", "SURNOMMAIENT", "SURNOMMER", "DESIGNAIT", "APPELE", "APPELEE"];

/// Adds the by-names that no rule has read. Linear in the verbs.
pub(super) fn find(scene: &Scene, names: &mut Vec<Name>) {
    let document = &scene.page.document;
    let mut found = Vec::new();
    for verb in VERBS.iter().filter_map(|verb| document.find(verb)).flat_map(|verb| document.places(verb)).map(|&at| at as usize) {
        // `surnommée « la Tata »`
        let given = scene.page.folded(verb).starts_with("SURNOMME") && opens(scene, verb + 1);
        if scene.shape(verb) != Shape::Lower || !given && !of_somebody(scene, verb, names) {
            continue;
        }
        let Some(mut open) = (verb + 1..verb + 7).take_while(|&at| scene.gap(at) <= Gap::Line && !one_of!(scene.page.folded(at), "." | ";" | ":")).find(|&at| opens(scene, at)) else { continue };
        while let Some((first, last)) = quoted(scene, open, given) {
            if over(names, first, last).is_none() && (first..=last).all(|at| scene.block[at] & TAKEN == 0) {
                found.push(Name { first, last, local: Local::Party(Role::Party), confidence: Confidence::Possible, rule: BARE, cue: None, led: given, counsel: false, doubt: Some("a by-name"), part: None });
            }
            let next = last + 2;
            if !one_of!(scene.page.folded(next), "OU" | "ET" | "PUIS" | ",") || !opens(scene, next + 1) {
                break;
            }
            open = next + 1;
        }
    }
    apposed(scene, names, &mut found);
    speakers(scene, names, &mut found);
    unquoted(scene, names, &mut found);
    farewells(scene, names, &mut found);
    small(scene, names, &mut found);
    // `dit « Bob le Rouge »`: all that stands between the marks.
    for name in names.iter_mut().filter(|name| name.part.is_none() && name.first > 1 && opens(scene, name.first - 1)) {
        let said = one_of!(scene.page.folded(name.first - 2), "DIT" | "DITE" | "SURNOMME" | "SURNOMMEE") || labelled(scene, name.first - 1) || name.first > 3 && scene.is(name.first - 2, "DE") && scene.is(name.first - 3, "NOM");
        if let Some((_, last)) = quoted(scene, name.first - 1, false).filter(|&(_, last)| said && last > name.last && (name.last + 1..=last).all(|at| scene.block[at] & TAKEN == 0)) {
            name.last = last;
        }
    }
    in_order(&mut found);
    found.dedup_by(|later, earlier| later.first <= earlier.last);
    again(scene, names, &mut found);
    names.append(&mut found);
    in_order(names);
}

/// `son adjoint, « Douze Balles », de son vrai nom`, `deux individus, « Tchoupi » et « Malik »`, `par l'entremise de « Zorko »`, `que « Pat » lui a remis`:
/// the words around the marks say that a person stands between them.
fn apposed(scene: &Scene, names: &[Name], found: &mut Vec<Name>) {
    let word = |at: usize| scene.page.folded(at);
    let person = |at: usize| scene.unmarked(at) && (scene.cue(at).any(Cue::PERSON_NOUN.or(Cue::APPELLATION).or(Cue::KIN).or(Cue::TRADE)) || scene.class(at).any(Class::PROFESSION) || one_of!(word(at), "SUSPECT" | "SUSPECTS" | "INDIVIDU" | "INDIVIDUS" | "HOMME" | "HOMMES" | "FEMME" | "FEMMES" | "COMPLICE" | "COMPLICES" | "AMIS" | "COPAINS" | "FRERES" | "PASSEUR" | "PASSEURS"));
    let document = &scene.page.document;
    for open in ["«", "\""].iter().filter_map(|mark| document.find(mark)).flat_map(|mark| document.places(mark)).map(|&at| at as usize).filter(|&at| at > 4) {
        let Some((_, last)) = quoted(scene, open, true).filter(|&(first, last)| scene.capital(first) || last > first) else { continue };
        let after = last + 2;
        let led = word(open - 1) == "," && person(open - 2) && one_of!(word(after), "," | "ET" | "." | ";") || one_of!(word(open - 1), "DE" | "D'") && one_of!(word(open - 2), "ENTREMISE" | "INTERMEDIAIRE");
        // `« la Grosse Jo », de son vrai nom Zoé Zorkin`
        let led = led || word(after) == "," && word(after + 1) == "DE" && word(after + 2) == "SON" && one_of!(word(after + 3), "VRAI" | "VERITABLE");
        let acts = || one_of!(word(after), "LUI" | "M'" | "T'" | "NOUS") || one_of!(word(after), "S'" | "A" | "AVAIT") && one_of!(word(after + 1 + usize::from(one_of!(word(after + 1), "ETAIT" | "EST"))), "FAIT" | "DIT" | "REMIS" | "DONNE" | "VENDU" | "APPELE" | "FRAPPE" | "CRIE" | "REPONDU" | "DEMANDE" | "ENFUI" | "VU" | "RECUPERE" | "MENACE" | "PRIS" | "SORTI");
        let subject = one_of!(word(open - 1), "QUE" | "QU'" | "LORSQUE" | "QUAND" | "SI") && acts();
        let item = found.last().is_some_and(|other| other.last + 3 == open && one_of!(word(open - 1), "ET" | ",") && scene.is(other.first - 1, word(open)) && other.doubt == Some("a by-name"));
        // `SURNOM : « Jojo le Rouge »`; `qu'il appelle tata « Véro »`
        let led = led || labelled(scene, open) || super::lead::hails(scene, open - 1) && scene.shape(open - 1) == Shape::Lower;
        // `se nommer Mikel Aranburu et « Toño »`
        let beside = one_of!(word(open - 1), "ET" | "OU") && over(names, open - 2, open - 2).is_some_and(|index| names[index].last + 2 == open && !names[index].role().is_court()) && !scene.ordinary(last);
        // `contestait être « le Zorkou »`
        let is = one_of!(word(open - 1), "ETRE" | "ETAIT") && last > open + 1 && scene.cue(open + 1).any(Cue::ARTICLE) && strange(scene, last);
        // `« Gros Zork » était identifié comme Luc Bilko`, `« Le Zorkou » serait Luc Bilko`
        let known = (after..after + 6).take_while(|&at| scene.gap(at) <= Gap::Line && !one_of!(word(at), "." | ";" | "«")).find(|&at| word(at).starts_with("IDENTIFIE") || one_of!(word(at), "SERAIT" | "EST" | "ETAIT" | "DESIGNE" | "DESIGNERAIT"));
        let known = known.is_some_and(|verb| verb <= after + 1 && over(names, verb + 1, verb + 1).is_some_and(|index| names[index].last > verb + 1) || one_of!(word(verb + 1), "COMME" | "EN") && word(verb).starts_with("IDENTIFIE") || word(verb + 1).starts_with("IDENTIFIE") && scene.is(verb + 2, "COMME"));
        // `un contact enregistré « Zorko 30 »`
        let stored = one_of!(word(open - 1), "ENREGISTRE" | "ENREGISTREE" | "CONTACT" | "REPERTOIRE") || one_of!(word(open - 1), "NOM" | "SOUS") && (open.saturating_sub(6)..open).any(|at| word(at).starts_with("ENREGISTRE") || one_of!(word(at), "CONTACT" | "REPERTORIE" | "REPERTORIEE"));
        if (led || subject || item || beside || is || known || stored) && let Some(name) = by_name(scene, names, open + 1, last) {
            found.push(name);
        }
    }
}

/// True when a word for a by-name, and a colon or nothing, stands before the mark at `open`.
fn labelled(scene: &Scene, open: usize) -> bool {
    let before = open.saturating_sub(1);
    let label = before.saturating_sub(usize::from(scene.is(before, ":")));
    one_of!(scene.page.folded(label), "ALIAS" | "PSEUDONYME" | "PSEUDO" | "SOBRIQUET" | "SURNOM")
}

/// The by-name between quotation marks, where nothing stands yet.
fn by_name(scene: &Scene, names: &[Name], first: usize, last: usize) -> Option<Name> {
    let free = over(names, first, last).is_none() && (first..=last).all(|at| scene.block[at] & TAKEN == 0 && !scene.cue(at).any(Cue::COURT.or(Cue::STATUTE).or(Cue::PARTY_LABEL)));
    free.then_some(Name { first, last, local: Local::Party(Role::Party), confidence: Confidence::Possible, rule: BARE, cue: None, led: false, counsel: false, doubt: Some("a by-name"), part: None })
}

/// Adds every other place where the words of a by-name stand between quotation marks, and those of `« le Zorkou »` with their article anywhere:
/// `du Zorkou`. Linear in the places of their first words.
fn again(scene: &Scene, names: &[Name], found: &mut Vec<Name>) {
    let document = &scene.page.document;
    let token = |at: usize| scene.page.tokens()[at].word;
    let mut known: Vec<Vec<WordId>> = found.iter().filter(|name| name.doubt == Some("a by-name") && opens(scene, name.first - 1)).map(|name| (name.first..=name.last).map(token).collect()).collect();
    sort(&mut known);
    known.dedup();
    let mut more = Vec::new();
    for words in known {
        for at in document.places(words[0]).iter().map(|&at| at as usize).filter(|&at| at > 0 && opens(scene, at - 1)) {
            let end = at + words.len() - 1;
            let same = end + 1 < scene.page.tokens().len() && words.iter().zip(at..).all(|(one, other)| *one == token(other)) && one_of!(scene.page.folded(end + 1), "»" | "\"" | "’");
            if same && over(found, at, end).is_none() && let Some(name) = by_name(scene, names, at, end) {
                more.push(name);
            }
        }
    }
    // `le Zorkou`, `aux enfants du Zorkou`
    let articled: Vec<usize> = found.iter().filter(|name| name.doubt == Some("a by-name")).chain(names.iter().filter(|name| name.part.is_none() && opens(scene, name.first - usize::from(name.first > 0)))).filter(|name| name.first + 1 == name.last && scene.cue(name.first).any(Cue::ARTICLE) && (strange(scene, name.last) || scene.shape(name.last) == Shape::Title && scene.class(name.last).any(Class::WORD) && scene.cue(name.last) == Cue::NONE)).map(|name| name.last).collect();
    for at in articled.into_iter().flat_map(|last| document.places(token(last))).map(|&at| at as usize).filter(|&at| at > 0 && scene.shape(at) == Shape::Title && one_of!(scene.page.folded(at - 1), "LE" | "LA" | "L'" | "DU" | "AU") && (strange(scene, at) || !scene.in_lower_case(at) || scene.shape(at - 1) == Shape::Lower)) {
        if over(found, at, at).is_none() && let Some(name) = by_name(scene, names, at, at) {
            more.push(name);
        }
    }
    in_order(&mut more);
    more.dedup_by(|later, earlier| later.first <= earlier.last);
    found.append(&mut more);
}

/// `connue à l'îlet comme Mémé Zozo`, `que tous nomment Man Zozo`, `son surnom est Zorko`, `elle signe Zozo`, `Mme Bilko (Zozo)`: words with
/// capitals, without marks.
fn unquoted(scene: &Scene, names: &[Name], found: &mut Vec<Name>) {
    let document = &scene.page.document;
    let places = |words: &'static [&'static str]| words.iter().filter_map(|word| document.find(word)).flat_map(|word| document.places(word)).map(|&at| at as usize);
    let lower = |at: usize| scene.shape(at) == Shape::Lower;
    let word = |at: usize| scene.page.folded(at);
    let known = places(&["COMME"]).filter(|&at| (at.saturating_sub(6)..at).rev().take_while(|&t| lower(t) || scene.kind(t) == TokenKind::Elision || scene.is(t, "-")).any(|t| one_of!(scene.page.folded(t), "CONNU" | "CONNUE" | "PRESENTE" | "PRESENTEE")));
    let called = places(&["NOMME", "NOMMENT", "NOMMAIT", "NOMMAIENT", "APPELLE", "APPELLENT", "APPELAIT", "APPELAIENT", "APPELER", "SURNOMME", "SURNOMMEE", "SURNOMMENT"]).filter(|&at| lower(at) && of_somebody(scene, at, names) || at > 2 && (at.saturating_sub(6)..at).any(|t| one_of!(scene.page.folded(t), "QUE" | "QU'")));
    let own = places(&["SURNOM", "SOBRIQUET"]).filter(|&at| one_of!(scene.page.folded(at + 1), "EST" | "ETAIT")).map(|at| at + 1);
    let signs = places(&["SIGNE", "SIGNAIT"]).filter(|&at| at > 0 && lower(at) && one_of!(scene.page.folded(at - 1), "ELLE" | "IL" | "QUI"));
    let behind: Vec<usize> = known.chain(called).chain(own).chain(signs).collect();
    let brackets = names.iter().filter(|name| scene.is(name.last + 1, "(") && name.part.is_none()).map(|name| name.last + 1);
    let brackets = brackets.filter(|&open| (open + 2..open + 5).find(|&at| !scene.capital(at)).is_some_and(|at| scene.is(at, ")") && (open + 1..at).all(|at| strange(scene, at))));
    // `la Zozou, comme elle appelait sa fille`
    let so = |at: usize| at > 2 && one_of!(word(at + 1), "ELLE" | "IL" | "ON" | "ILS" | "ELLES") && (at + 2..at + 4).any(|t| VERBS.contains(&word(t)));
    let before = places(&["COMME"]).filter(|&at| so(at) && scene.is(at - 1, ",") && strange(scene, at - 2)).map(|at| at - 3);
    for lead in behind.into_iter().chain(before).chain(brackets) {
        let first = lead + 1;
        let title = |at: usize| scene.shape(at) == Shape::Title && scene.kind(at) == TokenKind::Word && scene.gap(at) <= Gap::Space;
        let Some(last) = (first..first + 3).take_while(|&at| title(at)).last() else { continue };
        // `Mémé Zozo`: the word before a name that is no name itself.
        let from = if first < last && scene.cue(first).any(Cue::APPELLATION.or(Cue::KIN)) { first + 1 } else { first };
        let named = |at: usize| scene.block[at] & TAKEN == 0 && !scene.cue(at).any(HARD) && !scene.class(at).any(Class::PLACE_BIG.union(Class::COUNTRY).union(Class::REGION).union(Class::PUBLIC_BODY).union(Class::COMPANY_FORM)) && over(names, at, at).is_none();
        if (from..=last).all(named) && (from..=last).any(|at| strange(scene, at) || from > first) {
            found.push(Name { first: from, last, local: Local::Party(Role::Party), confidence: Confidence::Possible, rule: BARE, cue: None, led: false, counsel: false, doubt: Some("a by-name"), part: None });
        }
    }
}

/// `Kevin, dit « kev »`: a word of no language in small letters between the marks.
fn small(scene: &Scene, names: &[Name], found: &mut Vec<Name>) {
    for name in names.iter().filter(|name| name.part.is_none() && !name.role().is_court()) {
        let said = name.last + 1 + usize::from(scene.is(name.last + 1, ","));
        let first = said + 2;
        let called = one_of!(scene.page.folded(said), "DIT" | "DITE" | "ALIAS" | "SURNOMME" | "SURNOMMEE") && opens(scene, said + 1);
        let unknown = scene.shape(first) == Shape::Lower && scene.page.folded(first).len() > 2 && !scene.page.lexicon.look_up(scene.page.folded(first)).any(Class::WORD);
        if called && unknown && one_of!(scene.page.folded(first + 1), "»" | "\"") && scene.block[first] == 0 && over(names, first, first).is_none() {
            found.push(Name { first, last: first, led: true, doubt: Some("a by-name"), confidence: Confidence::Possible, rule: BARE, ..name.clone() });
        }
    }
}

/// `Bien à vous, Véro D. »`, `Cordialement, Zorka.`: who ends a message behind its last words.
fn farewells(scene: &Scene, names: &[Name], found: &mut Vec<Name>) {
    let document = &scene.page.document;
    let called = |at: usize| scene.shape(at) == Shape::Title && (scene.class(at).any(Class::GIVEN) || !scene.ordinary(at) || doubled(scene, at)) && !scene.in_lower_case(at);
    let words = ["VOUS", "TOI", "CORDIALEMENT", "AMICALEMENT", "RESPECTUEUSEMENT", "BISES", "BISOUS"];
    for word in words.iter().filter_map(|word| document.find(word)).flat_map(|word| document.places(word)).map(|&at| at as usize) {
        let whole = !one_of!(scene.page.folded(word), "VOUS" | "TOI") || word > 1 && scene.is(word - 1, "A") && scene.is(word - 2, "BIEN");
        let first = word + 2;
        if !whole || !scene.is(word + 1, ",") || !called(first) || scene.block[first] != 0 || scene.cue(first).any(HARD) || over(names, first, first).is_some() {
            continue;
        }
        let letter = usize::from(scene.shape(first + 1) == Shape::Initial && scene.gap(first + 1) == Gap::Space);
        let last = first + letter;
        let dot = last + 1 + usize::from(scene.is(last + 1, "."));
        if one_of!(scene.page.folded(dot), "»" | "\"") || scene.gap(dot) >= Gap::Line || dot == scene.page.tokens().len() {
            found.push(Name { first, last, local: Local::Party(Role::ThirdParty), confidence: Confidence::Possible, rule: BARE, cue: None, led: true, counsel: false, doubt: Some("a by-name"), part: None });
        }
    }
}

/// A given name or a word of no dictionary.
fn strange(scene: &Scene, at: usize) -> bool {
    let class = scene.class(at);
    scene.shape(at) == Shape::Title && (class.any(Class::GIVEN) || !scene.ordinary(at) && !class.any(Class::PLACE)) && scene.page.folded(at).len() > 1
}

/// `[22 h 31] Ben : « Je sais »`, `Mamie Jojo : « Honte à vous »`, `> Bran : jte jure`: who speaks stands before what is said, where its
/// line or its item opens.
fn speakers(scene: &Scene, names: &[Name], found: &mut Vec<Name>) {
    let document = &scene.page.document;
    let Some(colon) = document.find(":") else { return };
    for colon in document.places(colon).iter().map(|&at| at as usize).filter(|&at| at > 1 && scene.gap(at) <= Gap::Space && (opens(scene, at + 1) || messages(scene, at) || stamped(scene, at) || dated(scene, at).is_some() || chats(scene, at))) {
        let stamp = dated(scene, colon);
        let colon = stamp.unwrap_or(colon);
        // `Steph P : t où ?`, `Lonira B. : ok`
        let dot = scene.is(colon - 1, ".") && scene.shape(colon - 2) == Shape::Initial;
        let (mark, colon) = (colon, colon - usize::from(dot));
        let initial = |at: usize| at > 0 && at + 1 == colon && scene.shape(at) == Shape::Initial && scene.shape(at - 1) == Shape::Title;
        let word = |at: usize| matches!(scene.kind(at), TokenKind::Word | TokenKind::Elision) && (scene.page.folded(at).len() > 1 || initial(at));
        let mut first = colon;
        while first > 0 && colon - first < 4 && word(first - 1) && (first == colon || scene.gap(first) <= Gap::Space) {
            first -= 1;
        }
        // `De lulu : « maman`
        let sender = first + 1 < colon && one_of!(scene.page.folded(first), "DE" | "A") && scene.shape(first) != Shape::Lower && scene.gap(first) >= Gap::Line && opens(scene, mark + 1);
        first += usize::from(sender);
        let begins = first < colon && (sender || scene.gap(first) >= Gap::Line || first > 0 && (one_of!(scene.page.folded(first - 1), "]" | "-" | "–" | "—" | "•" | "»" | ">") || opens(scene, first - 1) && scene.gap(first - 1) >= Gap::Line) || first > 1 && scene.kind(first - 1) == TokenKind::Number && scene.is(first - 2, ":"));
        // `14:05 — le Grand Max : moi`
        let from = first;
        first += usize::from(first + 1 < colon && scene.shape(first) == Shape::Lower && one_of!(scene.page.folded(first), "LE" | "LA") && scene.shape(first + 1) == Shape::Title);
        // `JC – 24/12, 18 h 52 :`
        let letters = |at: usize| (stamp.is_some() || chats(scene, mark)) && scene.shape(at) == Shape::Upper && scene.page.folded(at).len() < 4;
        let title = |at: usize| scene.shape(at) == Shape::Title || letters(at);
        // `maëmaë : demain`
        let small = |at: usize| at + 1 == colon && scene.shape(at) == Shape::Lower && scene.page.folded(at).len() > 2 && scene.block[at] & TAKEN == 0 && !scene.page.lexicon.look_up(scene.page.folded(at)).any(Class::WORD) && (sender || chats(scene, mark)) || sender && at + 1 == colon && doubled(scene, at);
        if begins && small(first) && over(names, first, first).is_none() {
            found.push(Name { first, last: first, local: Local::Party(Role::Party), confidence: Confidence::Possible, rule: BARE, cue: None, led: true, counsel: false, doubt: Some(super::posts::SPEAKS), part: None });
            continue;
        }
        // `> Bran : jte jure`, `Dom : pas moi`, whom nothing else names so.
        let twice = |at: usize| (messages(scene, mark) || chats(scene, mark)) && !scene.in_lower_case(at) && document.places(scene.page.tokens()[at].word).len() > 1;
        let named = |at: usize| title(at) && (letters(at) || !scene.ordinary(at) || twice(at) || scene.class(at).any(Class::GIVEN_COMMON)) && !scene.class(at).any(Class::PLACE_BIG.union(Class::COUNTRY).union(Class::REGION).union(Class::PUBLIC_BODY).union(Class::COMPANY_FORM)) && (scene.cue(at) == Cue::NONE || scene.cue(at) == Cue::PARTICLE);
        let fits = |at: usize| named(at) || initial(at) || scene.cue(at).any(Cue::ARTICLE.or(Cue::PARTICLE)) || title(at) && !scene.cue(at).any(HARD) && scene.block[at] == 0;
        let inside = |at: usize| scene.block[at] & TAKEN == 0 && fits(at);
        if !begins || !title(first) || !(first..colon).all(inside) || !(first..colon).any(named) || over(names, first, colon - 1).is_some() {
            continue;
        }
        // `Mamie Jojo`: the word before a name that is no name itself.
        let first = if scene.cue(first).any(Cue::APPELLATION.or(Cue::KIN)) && first + 1 < colon { first + 1 } else { first };
        let first = if from < first && scene.is(from + 1, scene.page.folded(first)) { from } else { first };
        found.push(Name { first, last: colon - 1, local: Local::Party(Role::Party), confidence: Confidence::Possible, rule: BARE, cue: None, led: true, counsel: false, doubt: Some(super::posts::SPEAKS), part: None });
    }
}

/// `[12/09/20, 02:14] Steph : t où ?`, `12/09/20 02:14 - Steph : t où ?`, `02:14 Steph : t où ?`: who wrote, behind the hour.
fn stamped(scene: &Scene, colon: usize) -> bool {
    let hour = |at: usize| at > 2 && scene.kind(at) == TokenKind::Number && one_of!(scene.page.folded(at - 1), ":" | "H") && scene.kind(at - 2) == TokenKind::Number;
    (colon.saturating_sub(5)..colon).any(|at| at > 3 && scene.gap(at + 1) <= Gap::Space && (hour(at) && at + 1 < colon && (scene.capital(at + 1) || scene.is(at + 1, ",") && one_of!(scene.page.folded(at + 2), "DE" | "A") && at + 3 < colon) || one_of!(scene.page.folded(at), "]" | "-" | "–" | "—") && hour(at - 1)))
}

/// `Maryse – 24/12, 18 h 55 : t où`: the sign behind who wrote, where a day and an hour stand between it and the colon.
fn dated(scene: &Scene, colon: usize) -> Option<usize> {
    let stamp = |at: usize| scene.kind(at) == TokenKind::Number || one_of!(scene.page.folded(at), "," | "/" | "." | "H" | ":" | "A" | "LE" | "-") && scene.gap(at) <= Gap::Space;
    let first = (colon.saturating_sub(12)..colon).rev().take_while(|&at| stamp(at)).last()?;
    let figures = (first..colon).filter(|&at| scene.kind(at) == TokenKind::Number).count();
    let sign = if scene.is(first, "-") { first } else { first.checked_sub(1)? };
    (figures > 2 && sign > 1 && one_of!(scene.page.folded(sign), "-" | "–" | "—" | "(")).then_some(sign)
}

/// `Prisci : c'est qui` over or under another line of the sort: a conversation without its hours.
fn chats(scene: &Scene, colon: usize) -> bool {
    // Who speaks on the line from `line` on: one word or two before a colon and small letters.
    let speaker = |line: usize| {
        let line = line + usize::from(opens(scene, line));
        let called = scene.shape(line) == Shape::Title || scene.shape(line) == Shape::Upper && scene.page.folded(line).len() < 4 || scene.shape(line) == Shape::Lower && scene.page.folded(line).len() > 2 && !scene.page.lexicon.look_up(scene.page.folded(line)).any(Class::WORD);
        let colon = (line + 1..line + 4).find(|&at| scene.is(at, ":"))?;
        let small = scene.shape(colon + 1) == Shape::Lower && scene.gap(colon + 1) == Gap::Space;
        ((line + 1..=colon).all(|at| scene.gap(at) <= Gap::Space) && small && called && !scene.cue(line).any(HARD)).then_some(line)
    };
    let Some(line) = (colon.saturating_sub(4)..colon).find(|&at| at > 0 && scene.gap(at) >= Gap::Line).and_then(speaker) else { return false };
    let above = (line.saturating_sub(60)..line).rev().find(|&at| scene.gap(at) >= Gap::Line || at == 0);
    let below = (colon + 1..colon + 60).find(|&at| scene.gap(at) == Gap::Line);
    let other = |at: usize| speaker(at).is_some_and(|at| scene.page.tokens()[at].word != scene.page.tokens()[line].word && !(scene.ordinary(at) && scene.ordinary(line)));
    [above, below].into_iter().flatten().any(other)
}

/// Tokens of what is said on the line of a message whose hour or whose neighbours tell it, behind the colon.
pub(super) fn said_line(scene: &Scene, colon: usize) -> Option<(usize, usize)> {
    let line = stamped(scene, colon) || chats(scene, colon);
    line.then(|| (colon + 1, (colon + 1..colon + 120).find(|&at| scene.gap(at) >= Gap::Line || at == scene.page.tokens().len()).unwrap_or(colon + 120)))
}

/// `> Bran : jte jure`: a line that a message is quoted by.
fn messages(scene: &Scene, colon: usize) -> bool {
    (colon.saturating_sub(3)..colon - 1).any(|at| scene.is(at, ">") && scene.gap(at) >= Gap::Line) && scene.gap(colon + 1) <= Gap::Space
}

fn opens(scene: &Scene, at: usize) -> bool {
    one_of!(scene.page.folded(at), "«" | "\"" | "‘")
}

/// True when the verb names a person: a pronoun before it, or somebody between it and the quotation.
fn of_somebody(scene: &Scene, verb: usize, names: &[Name]) -> bool {
    let before = verb.checked_sub(1).map_or("", |at| scene.page.folded(at));
    let object = one_of!(before, "L'" | "LA" | "LE" | "LES" | "M'" | "ME" | "S'" | "SE" | "NOUS" | "VOUS" | "T'");
    let named = |at: usize| scene.cue(at).any(Cue::PERSON_NOUN.or(Cue::APPELLATION).or(Cue::KIN).or(Cue::TRADE).or(Cue::WITNESS).or(Cue::VICTIM).or(Cue::CIVILITY)) || scene.class(at).any(Class::PROFESSION) || over(names, at, at).is_some();
    // `que tout le canton appelait « le Zorkou »`, `appelée par elle « Zorkette »`
    let relative = opens(scene, verb + 1) && (verb.saturating_sub(7)..verb).any(|at| {
        let whom = at > 1 && scene.is(at - 1, ",") && scene.capital(at - 2) && one_of!(scene.page.folded(at + 1), "IL" | "ELLE");
        one_of!(scene.page.folded(at), "QUE" | "QU'") && (whom || one_of!(scene.page.folded(at + 1), "TOUT" | "TOUTE" | "TOUS" | "CHACUN"))
    });
    let by = scene.page.folded(verb).starts_with("APPELE");
    if by {
        return scene.is(verb + 1, "PAR") && !(verb + 2..verb + 6).any(|at| scene.cue(at).any(Cue::COURT));
    }
    object || relative || scene.is(verb, "DESIGNAIT") && opens(scene, verb + 1) || (verb + 1..verb + 5).take_while(|&at| !opens(scene, at)).any(named)
}

/// The first and last word of the quotation of at most four words that opens at `open`, one with a capital.
///
/// `any`: a civility alone too, `surnommé « Docteur »`.
fn quoted(scene: &Scene, open: usize, any: bool) -> Option<(usize, usize)> {
    let first = open + 1;
    let last = (first..first + 4).take_while(|&at| scene.kind(at) != TokenKind::Symbol && scene.gap(at) <= Gap::Line).last()?;
    // `« Zorko 30 »`
    let number = usize::from(last > first && scene.kind(last) == TokenKind::Number && scene.page.folded(last).len() < 5);
    let closed = one_of!(scene.page.folded(last + 1), "»" | "\"" | "’");
    let capital = |at: usize| matches!(scene.shape(at), Shape::Title | Shape::Upper);
    // `appelait « Madame » la directrice`
    let title = !any && first == last && scene.cue(first).any(Cue::CIVILITY.or(Cue::MAITRE));
    (closed && !title && (first..=last).any(capital) && (first..=last - number).all(|at| capital(at) || scene.cue(at).any(Cue::ARTICLE.or(Cue::PARTICLE)) || scene.kind(at) == TokenKind::Elision)).then_some((first, last))
}

#[cfg(test)]
mod tests {
    use crate::{CaseFacts, Engine, Kind};

    #[test]
    fn who_speaks_is_told_where_the_text_begins() {
        let engine = Engine::builder().build().expect("the default engine");
        for (text, names) in [("M.:\"", &[][..]), ("P.: oui", &[]), (": « zorko »", &[]), ("- 24/12, 18 h 52 : oui", &[]), (".- 24/12, 18 h 52 : oui", &[]), ("[22 h 31] Zorko : « Je sais »", &["Zorko"])] {
            let outcome = engine.detect(text, &CaseFacts::default()).expect("a small text");
            let found: Vec<&str> = outcome.spans.iter().filter(|span| span.kind == Kind::Person).map(|span| span.span.of(text)).collect();
            assert_eq!(found, names, "{text}");
        }
    }
}
