//! The evidence for a run, and the role that its surroundings give it.

use super::after::{After, after, maitre_role};
use super::alone::{self, doubled, employed, nickname, quoted};
use super::grow::{listed_pair, noble, polynesian};
use super::lead::{Lead, said, speaks_for_the_people};
use super::scene::{HARD, Scene};
use super::{BARE, LED, Local, Name, OFFICE, SIGNED, capitals, lone, short};
use crate::context::Cue;
use crate::lexicon::Class;
use crate::model::{Confidence, Role};
use crate::text::{Gap, Shape, TokenKind, one_of};

/// Weighs a run; `None` when nothing says that it is a person.
pub(super) fn accept(scene: &Scene, first: usize, last: usize, lead: &Lead, listed: bool) -> Option<Name> {
    let last = trim(scene, first, last, lead);
    // `Chauffeur-livreur` over `Demeurant`: a noun of two, whose second half no name writes small.
    let small = |at: usize| scene.page.document.original_at(at).split_once('-').is_some_and(|(_, half)| half.starts_with(char::is_lowercase)) && scene.page.folded(at).split_once('-').is_some_and(|(half, _)| scene.page.lexicon.look_up(half).any(Class::WORD.union(Class::PROFESSION)) && !scene.page.lexicon.look_up(half).any(Class::GIVEN));
    if first == last && !lead.civility && small(first) {
        return None;
    }
    // `une attestation France Travail`, `né à Hué (Viêt Nam)`
    if !lead.civility && scene.class(first).any(Class::PHRASE_START) && scene.page.phrase(first, Class::PUBLIC_BODY.union(Class::COUNTRY)).is_some_and(|end| end > first && end >= last) {
        return None;
    }
    // `Maître Souleymane ZORKA (Nancy)`: the town of counsel's bar.
    let bracketed = first == last && first > 2 && scene.is(first - 1, "(") && scene.is(last + 1, ")") && scene.class(first).any(Class::PLACE) && (first.saturating_sub(7)..first).any(|t| scene.cue(t).any(Cue::MAITRE));
    if bracketed {
        return None;
    }
    let cue = (lead.from < first).then(|| scene.page.document.span_of(lead.from, first - 1));
    let after = after(scene, last);
    let mut name = Name {
        first,
        last,
        local: Local::Weak,
        confidence: Confidence::Strong,
        rule: LED,
        cue,
        led: lead.strong() || lead.label,
        counsel: false,
        doubt: None,
        part: None,
    };
    let words: Vec<usize> = name_words(scene, first, last);
    let only_initials = words.iter().all(|&t| matches!(scene.shape(t), Shape::Initial) || scene.page.folded(t).len() < 2);
    // `MM. A. Baker, Q. C., conseil`: Queen's Counsel.
    if only_initials && words.len() == 2 && scene.is(words[0], "Q") && scene.is(words[1], "C") {
        return None;
    }
    if only_initials {
        // `Mme O`, `M. Ó`: a surname of one letter, where the document does not use letters for names.
        let lettered = words.len() == 1 && !scene.is(last + 1, ".") || (1..=3).contains(&words.len()) && words.iter().all(|&t| scene.shape(t) == Shape::Initial && scene.is(t + 1, ".") && !scene.is(t + 2, "."));
        // `les époux Ó`
        let kin = lead.kin && words.len() == 1 && !scene.page.document.original_at(words[0]).is_ascii();
        if (lead.civility || kin) && !scene.masked && lettered && !one_of!(scene.page.folded(words[0]), "X" | "Y" | "Z") {
            name.confidence = Confidence::Possible;
            name.doubt = Some(if words.len() == 1 { "a name of one letter" } else { "a name of initials only" });
            return Some(name);
        }
        return None;
    }
    let known = words.iter().any(|&t| scene.class(t).any(Class::GIVEN.union(Class::FAMILY)));
    // `le médecin DIM`, `les salariés BTP`: what letters stand for, in prose that is not in capitals.
    let stands_for = |t: usize| scene.shape(t) == Shape::Upper && !scene.in_capitals(t) && (scene.page.folded(t).len() < 4 || !scene.page.folded(t).bytes().any(|b| b"AEIOUY".contains(&b))) && !scene.class(t).any(Class::GIVEN.union(Class::GIVEN_RARE).union(Class::FAMILY));
    if !(lead.civility || lead.kin || lead.maitre) && words.len() == 1 && lead.from + 1 == first && scene.shape(lead.from) == Shape::Lower && stands_for(first) {
        return None;
    }
    // `l'épouse du DRH`: whose wife she is, told by his post.
    if first + 1 == last && scene.is(first, "DU") && scene.shape(first) == Shape::Lower && stands_for(last) && lead.from > 0 && scene.is(lead.from - 1, "L'") {
        return None;
    }
    if lead.maitre {
        let (role, counsel) = maitre_role(scene, first, last);
        name.local = Local::Office(role);
        name.counsel = counsel;
        name.confidence = Confidence::Certain;
        name.rule = OFFICE;
        return Some(name);
    }
    if (lead.civility || initialled(scene, first, last)) && below_appealed(scene, first, last) || bench(scene, first) {
        name.local = Local::Office(Role::Judge);
        name.rule = OFFICE;
        return Some(name);
    }
    if let Some(role) = after.office {
        // `la communauté de brigades de Zorka, adjudant X`: the town of the brigade.
        let unit = first > 1 && one_of!(scene.page.folded(first - 1), "DE" | "D'") && one_of!(scene.page.folded(first - 2), "BRIGADE" | "BRIGADES" | "COMPAGNIE" | "PELOTON" | "GENDARMERIE" | "COMMISSARIAT" | "AUTONOME" | "TERRITORIALE" | "POLICE");
        if unit {
            return None;
        }
        if lead.any() || listed || plausible(scene, first, last) {
            name.local = Local::Office(role);
            name.rule = OFFICE;
            name.confidence = if lead.civility { Confidence::Certain } else { Confidence::Strong };
            return Some(name);
        }
        return None;
    }
    if let Some(role) = lead.office {
        // `l'expert Saturnin POIRÉ`, `le gendarme Poix`
        let noun = !role.is_court() && role != Role::Lawyer && lead.from + 1 == first && scene.gap(first) == Gap::Space && scene.unmarked(lead.from) && employed(scene, &words, lead) && capitals::fits(scene, first, last, role == Role::Officer);
        // `la maréchale des logis Feutrons BRUFA`
        let noun = noun || role == Role::Officer && lead.from + 1 == first && words.len() == 2 && scene.unmarked(lead.from) && scene.shape(words[0]) == Shape::Title && set_apart(scene, &words);
        // `le colonel Innocent Bilko`, though a company is called Bilko
        let noun = noun || role == Role::Officer && lead.from + 1 == first && words.len() == 2 && scene.unmarked(lead.from) && scene.given(words[0]) && words.iter().all(|&t| scene.shape(t) == Shape::Title) && !scene.ordinary(words[1]) && !is_place(scene, words[1]);
        // `le gendarme Fontaine`: a town has its preposition.
        let noun = noun || role == Role::Officer && lead.from + 1 == first && first == last && scene.gap(first) == Gap::Space && scene.unmarked(lead.from) && scene.shape(first) == Shape::Title && (scene.class(first).any(Class::FAMILY) || !scene.in_lower_case(first) && !is_place(scene, first) && (scene.shape(last + 1) == Shape::Lower || scene.kind(last + 1) == TokenKind::Symbol)) && !scene.cue(first).any(HARD) && scene.evidence(first).article == 0;
        // `les gardiens de la paix LEPREUX et M'BAYE`: a word in capitals among small ones.
        let noun = noun || role == Role::Officer && lead.from + 1 == first && first == last && scene.unmarked(lead.from) && scene.shape(lead.from) == Shape::Lower && scene.shape(first) == Shape::Upper && scene.gap(first) == Gap::Space && !scene.in_capitals(first) && scene.cue(first) == Cue::NONE && scene.page.folded(first).len() > 4;
        // `Victime : Parfait ZORKIN` on a line of its own: one of the two is no word of the language.
        let noun = noun || !role.is_court() && role != Role::Lawyer && first > 0 && scene.is(first - 1, ":") && words.len() == 2 && last == first + 1 && scene.gap(last) == Gap::Space && scene.gap(last + 1) >= Gap::Line && words.iter().all(|&t| matches!(scene.shape(t), Shape::Title | Shape::Upper) && scene.block[t] == 0 && !scene.cue(t).any(HARD) && !is_place(scene, t) && !scene.class(t).any(Class::PUBLIC_BODY.union(Class::COMPANY_FORM))) && words.iter().any(|&t| !scene.ordinary(t) || scene.class(t).any(Class::FAMILY));
        if !(lead.civility || lead.kin || noun || capitals::ranked(scene, first, lead) || role.is_court() && (seated(scene, first, last, lead) || labelled(scene, first, last))) && !plausible(scene, first, last) {
            return None;
        }
        let in_list = (listed || lead.plural) && list_item(scene, first);
        if lead.kin && role == Role::Minor && !lead.civility && !in_list && !after.party && !child_name(scene, first, last) && !elder(scene, lead, &words) && !owned(scene, lead, &words) {
            return None;
        }
        // `l'officier du ministère public, le commandant de police X`
        let role = if role == Role::Officer && (lead.from.saturating_sub(6)..lead.from).any(|t| speaks_for_the_people(scene, t)) { Role::Prosecutor } else { role };
        name.local = if role == Role::Minor { Local::Party(role) } else { Local::Office(role) };
        if matches!(role, Role::Witness | Role::Victim | Role::Expert | Role::ThirdParty | Role::Officer | Role::Notary | Role::Bailiff) {
            let ranked = role == Role::Officer && lead.from + 1 >= first && (matches!(scene.shape(first), Shape::Title | Shape::Upper) || initialled(scene, first, last)) && !scene.is(lead.from, "COMMISSAIRE") && scene.shape(lead.from) == Shape::Lower;
            let pair = words.len() >= 2 && scene.given(words[0]) && scene.unmarked(lead.from);
            if !lead.civility && !ranked && !pair && !noun && !capitals::ranked(scene, first, lead) && !person_like(scene, first, last) {
                return None;
            }
            name.local = Local::Party(role);
        }
        name.rule = if lead.signs { SIGNED } else { OFFICE };
        return Some(name);
    }
    let evidence = scene.evidence(words[0]);
    if lead.civility {
        if after.party || lead.kin {
            name.local = Local::Party(Role::Party);
        }
        if known || evidence.civility > 1 {
            name.confidence = Confidence::Certain;
        }
        return Some(name);
    }
    // `Gaxuza PRÉ, quatre-vingt-onze ans`
    let aged = after.aged && words.len() == 2 && first + 1 == last && scene.shape(first) == Shape::Title && scene.shape(last) == Shape::Upper && !scene.in_capitals(last) && !words.iter().any(|&t| scene.block[t] != 0 || scene.cue(t).any(HARD) || is_place(scene, t));
    if aged {
        return Some(name);
    }
    // `un homme connu sous le nom de Scarface`
    let known_as = scene.is(lead.from, "DE") && lead.from > 2 && scene.is(lead.from - 3, "SOUS") && !(lead.from.saturating_sub(10)..lead.from).any(|t| scene.cue(t).any(Cue::COMPANY));
    let article = scene.cue(lead.from).any(Cue::ARTICLE);
    if lead.kin && article && lead.from + 1 == first && quoted(scene, lead.from) {
        name.first = lead.from;
    }
    if lead.kin && !(words.len() == 1 && scene.is(lead.from, "DE") && !known && !doubled(scene, words[0]) && !known_as) {
        // `la Caisse de compensation, dite CAFAT`: a body's letters.
        let letters = words.len() == 1 && scene.shape(first) == Shape::Upper && !scene.in_capitals(first) && one_of!(scene.page.folded(lead.from), "DIT" | "DITE") && scene.is(lead.from.saturating_sub(1), ",");
        if letters && (lead.from.saturating_sub(16)..lead.from).rev().take_while(|&at| scene.gap(at + 1) < Gap::Blank && !one_of!(scene.page.folded(at), "." | ";")).any(|at| scene.cue(at).any(Cue::COMPANY.or(Cue::PUBLIC))) && !(lead.from.saturating_sub(16)..lead.from).any(|at| scene.cue(at).any(Cue::CIVILITY)) {
            return None;
        }
        // `la prime dite « Covid »`: a thing, unless the word is a given name.
        let thing = one_of!(scene.page.folded(lead.from), "DIT" | "DITE") && lead.from > 0 && scene.shape(lead.from - 1) == Shape::Lower && !scene.cue(lead.from - 1).any(Cue::PERSON_NOUN.or(Cue::KIN).or(Cue::APPELLATION).or(Cue::WITNESS).or(Cue::VICTIM)) && (quoted(scene, first) || thing_named(scene, lead.from - 1));
        if thing && !scene.given(first) {
            return None;
        }
        let first_word = words[0];
        // `un cousin, Lu Pao`: of two words one is none of the language.
        let foreign = words.len() == 2 && words.iter().all(|&t| scene.shape(t) == Shape::Title && !scene.in_lower_case(t)) && words.iter().any(|&t| !scene.ordinary(t) && !scene.class(t).any(Class::PLACE)) && !words.iter().any(|&t| is_place(scene, t));
        // `sa sœur, Ana, épouse Popa`: a given name, though a word.
        let kin = words.len() == 1 && scene.class(first_word).any(Class::GIVEN) && scene.shape(first_word) == Shape::Title && !scene.in_lower_case(first_word) && !is_place(scene, first_word) && !scene.cue(first_word).any(HARD);
        // `sa sœur Lotte`: somebody's own relative, whatever the word.
        let own = owned(scene, lead, &words);
        // `signée « A. Girardin »`, though the prose writes `a`
        let initial = words.len() > 1 && scene.shape(first_word) == Shape::Initial && scene.is(first_word + 1, ".") && !scene.ordinary(last) && !is_place(scene, last);
        let plain = initial || bound(scene, first, last) || person_like(scene, first, last) || foreign || kin || own || words.len() == 1 && doubled(scene, first_word) || set_apart(scene, &words) || words.len() == 2 && words.iter().all(|&t| short::two(scene, t) && scene.shape(t) == Shape::Title) || !scene.ordinary(first_word) && !is_place(scene, first_word);
        // `née Lyon`, `épouse Prince`, `consorts Petit`: the tie proves any word, a plural a surname.
        let participle = scene.in_capitals(first_word) && !scene.class(first_word).any(Class::FAMILY.union(Class::GIVEN));
        // `enregistré sous le nom de « Lolo »`
        let named = scene.is(lead.from, "DE") && quoted(scene, first) && words.len() == 1;
        let named = named || elder(scene, lead, &words);
        let tied = named || lead.tie && !participle && (scene.gap(first) <= Gap::Space || scene.shape(first) == Shape::Upper) || lead.plural && scene.class(first_word).any(Class::FAMILY);
        // `trois enfants, Taras et Joséphine`; `MM. Gustave et Zéphyr ROY`: a list of names holds names.
        let in_list = (listed || lead.plural) && list_item(scene, first_word);
        if !plain && (tied || in_list) {
            // A by-name with its article, `« le Corse »`, names nobody elsewhere.
            name.led = !article;
            name.local = Local::Party(Role::Party);
            name.confidence = Confidence::Probable;
            return Some(name);
        }
        // `dit « le Zorkou »`: of whom all speak with the article.
        let called = article && quoted(scene, lead.from) && one_of!(scene.page.folded(lead.from.wrapping_sub(2)), "DIT" | "DITE" | "SURNOMME" | "SURNOMMEE" | "ALIAS");
        if !plain || evidence.article > 1 && evidence.civility == 0 && !called {
            return None;
        }
        name.local = Local::Party(Role::Party);
        return Some(name);
    }
    // `INTIMÉ`, and on a line of its own `Chevalier Bellanger`
    let line = words.len() == 2 && first + 1 == last && scene.gap(first) >= Gap::Line && scene.gap(last + 1) >= Gap::Line && scene.gap(last) == Gap::Space;
    if lead.label && !lead.job && line && words.iter().all(|&t| scene.shape(t) == Shape::Title && (scene.class(t).any(Class::FAMILY.union(Class::GIVEN)) || !scene.in_lower_case(t) && scene.cue(t) == Cue::NONE && !scene.class(t).any(Class::PUBLIC_BODY.union(Class::COMPANY_FORM))) && !scene.cue(t).any(HARD) && scene.evidence(t).company == 0 && scene.evidence(t).article == 0 && !is_place(scene, t)) {
        name.local = Local::Party(Role::Party);
        return Some(name);
    }
    // `la voisine Le Bars confirme`: in the middle of a sentence only a name has its article so.
    let articled = (lead.job || lead.label) && first + 1 == last && lead.from + 1 == first && scene.shape(lead.from) == Shape::Lower && one_of!(scene.page.folded(first), "LE" | "LA") && scene.shape(first) == Shape::Title && scene.shape(last) == Shape::Title && scene.gap(last) == Gap::Space && !scene.cue(last).any(HARD) && !scene.class(last).any(Class::PLACE_BIG) && (scene.shape(last + 1) == Shape::Lower || scene.kind(last + 1) == TokenKind::Symbol);
    if articled {
        name.local = Local::Party(Role::ThirdParty);
        name.confidence = Confidence::Probable;
        return Some(name);
    }
    // `GROUPAMA SUD OUEST pris en la personne de`: a legal person; `au nom de Peakville`: nothing says a person.
    let legal = after.company || words.len() == 1 && scene.is(lead.from, "DE") && !known;
    if (lead.label || lead.kin) && legal && !lead.civility {
        return None;
    }
    if lead.job {
        if !(employed(scene, &words, lead) || owned(scene, lead, &words) && scene.shape(last + 1) != Shape::Title) || legal && !owned(scene, lead, &words) || !capitals::fits(scene, first, last, false) {
            return bare(scene, first, last, &words, after, name);
        }
        name.local = Local::Party(Role::ThirdParty);
        name.confidence = Confidence::Probable;
        name.led = !lead.epithet;
        return Some(name);
    }
    let in_list = (listed || lead.plural) && lead.label && words.iter().all(|&t| scene.class(t).any(Class::FAMILY.union(Class::GIVEN)) && !is_place(scene, t));
    // `LE PASSAGER ROCHE AVAIT DECLARE`
    let subject = lead.label && words.len() == 1 && lead.from + 1 == first && scene.in_capitals(first) && scene.class(first).any(Class::FAMILY_COMMON) && capitals::acts(scene, last + 1);
    // `Prévenu : SAUVAGE Joli, né le 8 septembre`
    let born = lead.label && (2..5).contains(&words.len()) && scene.is(last + 1, ",") && scene.page.is_birth(last + 2) && !words.iter().any(|&t| scene.cue(t).any(HARD));
    if lead.field && !scene.masked || subject || born || lead.label && (in_list || person_like(scene, first, last)) {
        name.local = Local::Party(Role::Party);
        return Some(name);
    }
    bare(scene, first, last, &words, after, name)
}

/// `Décision déférée du 26 juillet 2021 - Tribunal de commerce d'ALBI`, then a line `M. X` or `A. X`: who judged before.
fn below_appealed(scene: &Scene, first: usize, last: usize) -> bool {
    let line = scene.page.line_start(first).filter(|&line| line > 0 && scene.gap(line) == Gap::Line && scene.gap(last + 1) >= Gap::Line);
    let above = line.and_then(|line| Some(scene.page.line_start(line - 1)?..line));
    // `la Cour de réformer le jugement déféré, abstraction faite de` is prose.
    let told = |above: &std::ops::Range<usize>| above.clone().take(3).any(|at| one_of!(scene.page.folded(at), "DECISION" | "DECISIONS" | "JUGEMENT" | "JUGEMENTS" | "ORDONNANCE" | "ARRET") && scene.shape(at) != Shape::Lower);
    above.filter(told).is_some_and(|mut above| above.clone().any(|at| scene.cue(at).any(Cue::COURT)) && above.any(|at| one_of!(scene.page.folded(at), "DEFEREE" | "DEFERE" | "ENTREPRISE")))
}

/// A run without lead.
fn bare(scene: &Scene, first: usize, last: usize, words: &[usize], after: After, mut name: Name) -> Option<Name> {
    // `le véhicule Renault Clio`
    if first > 0 && scene.shape(first - 1) == Shape::Lower && one_of!(scene.page.folded(first - 1), "VEHICULE" | "VOITURE" | "AUTOMOBILE" | "BERLINE" | "FOURGON" | "CAMIONNETTE" | "CAMION" | "TRACTEUR" | "MOTO" | "MOTOCYCLETTE" | "SCOOTER" | "QUAD" | "UTILITAIRE" | "MONTRE" | "MARQUE" | "MODELE" | "MANUFACTURE" | "LIGNE") {
        return None;
    }
    // `from April 2012`
    if words.len() == 1 && one_of!(scene.page.folded(last), "APRIL" | "JUNE" | "MAY" | "AUGUST" | "OCTOBER" | "NOVEMBER") && scene.kind(last + 1) == TokenKind::Number {
        return None;
    }
    // `le test de Hamilton`
    if first > 1 && words.len() == 1 && one_of!(scene.page.folded(first - 1), "DE" | "D'") && one_of!(scene.page.folded(first - 2), "TEST" | "ECHELLE" | "SCORE" | "SYNDROME" | "SIGNE" | "SIGNES" | "INDICE" | "LYMPHOME") && !scene.class(first).any(Class::GIVEN_COMMON) {
        return None;
    }
    // `la Court of Appeal`
    if first > 0 && scene.is(first - 1, "OF") && scene.unmarked(first - 1) {
        return None;
    }
    // No company is born or married.
    if after.company || !after.natural && !whole(scene, words) && words.iter().any(|&t| scene.evidence(t).company > 0 && scene.evidence(t).civility == 0) {
        return None;
    }
    // `la Cindy`, `le Gérard`
    if preceded_by_article(scene, first) && !(words.len() == 1 && words[0] == last && (lone::spoken(scene, last) || lone::stands(scene, last))) {
        return None;
    }
    if alone::dated(scene, first, last) {
        name.local = Local::Party(Role::Party);
        return Some(name);
    }
    // `Louis XV`
    let last_word = words[words.len() - 1];
    if words.len() == 2 && scene.shape(last_word) == Shape::Upper && scene.page.folded(last_word).chars().all(|c| matches!(c, 'I' | 'V' | 'X')) && scene.shape(words[0]) == Shape::Title {
        return None;
    }
    let given = words.iter().filter(|&&t| scene.given_strong(t)).count();
    let civil = words.iter().any(|&t| scene.evidence(t).civility > 0);
    name.led = false;
    name.rule = BARE;
    if after.party && (given > 0 || civil || words.iter().any(|&t| !scene.ordinary(t) && !is_place(scene, t) || scene.class(t).any(Class::GIVEN.union(Class::GIVEN_RARE)))) {
        name.local = Local::Party(Role::Party);
        name.rule = LED;
        return Some(name);
    }
    let initials = words.len() >= 2 && (matches!(scene.shape(words[0]), Shape::Initial | Shape::Dotted) && scene.page.folded(words[0]).len() <= 3 || compound_letters(scene, words[0], words[words.len() - 1]));
    if initials {
        let surname = words[words.len() - 1];
        // `« T. Ho »`
        let brief = scene.page.folded(surname).len() == 2 && scene.class(surname).any(Class::FAMILY) && scene.is(surname - 1, ".") && !scene.cue(surname).any(Cue::PARTICLE.or(Cue::ARTICLE).or(Cue::CIVILITY).or(Cue::MAITRE)) && short::ends(scene, surname);
        // `S. Marchand, directeur`: a surname that is a word, which this text never writes small.
        let letters = (first..surname).all(|t| scene.shape(t) == Shape::Initial || one_of!(scene.page.folded(t), "." | "-")) && scene.is(surname - 1, ".") || surname == first + 1 && (scene.shape(first) == Shape::Dotted || compound_letters(scene, first, surname));
        let brief = brief || letters && !scene.masked && scene.class(surname).any(Class::FAMILY) && matches!(scene.shape(surname), Shape::Title | Shape::Upper) && !scene.in_lower_case(surname) && !scene.in_capitals(surname) && scene.page.folded(surname).len() > 3 && !scene.cue(surname).any(HARD) && !is_place(scene, surname) && !lettered(scene, first) || jean(scene, first, surname);
        // `conduit par A. Bossu et`, `à payer à R. Tamoul`, `V. Intaille épouse`: a word that nobody uses here.
        let led = first > 1 && one_of!(scene.page.folded(first - 1), "PAR" | "DE" | "A" | "ET" | "AVEC" | "CONTRE" | "CHEZ" | "POUR" | "QUE" | "DEVANT" | "SELON" | "ENVERS" | "ENTRE" | ",") && (scene.shape(first - 1) == Shape::Lower || scene.is(first - 1, ",")) || scene.gap(first) >= Gap::Line && one_of!(scene.page.folded(surname + 1), "ET" | "," | "EPOUSE");
        let goes_on = scene.shape(surname + 1) == Shape::Lower && scene.gap(surname + 1) == Gap::Space || one_of!(scene.page.folded(surname + 1), "," | "." | ";" | ")");
        let unwritten = letters && led && goes_on && !scene.masked && (scene.shape(surname) == Shape::Title || scene.shape(surname) == Shape::Upper && !scene.in_capitals(surname) && scene.page.folded(surname).len() > 3) && !scene.in_lower_case(surname) && scene.page.folded(surname).len() > 2 && scene.cue(surname) == Cue::NONE && !scene.class(surname).any(Class::COUNTRY.union(Class::REGION).union(Class::PUBLIC_BODY).union(Class::COMPANY_FORM)) && !lettered(scene, first) && !one_of!(scene.page.folded(surname + 1), "QUE" | "QU'");
        let brief = brief || unwritten;
        let fits = (brief || !scene.ordinary(surname) && !is_place(scene, surname) && scene.page.folded(surname).len() > 2) && !matches!(scene.page.folded(words[0]), "N" | "L" | "R" | "D" | "C" | "ART" | "A" if !scene.is(first + 1, "."));
        let statute = first > 0 && scene.cue(first - 1).any(Cue::STATUTE) || first > 1 && scene.is(first - 1, ".") && scene.shape(first - 2) == Shape::Initial && scene.gap(first) <= Gap::Space;
        if fits && !statute && (scene.class(surname).any(Class::FAMILY) || scene.is(first + 1, ".") || compound_letters(scene, first, surname)) && (!one_of!(scene.page.folded(words[0]), "L" | "R" | "D") || scene.page.folded(surname).len() > 3 || scene.class(surname).any(Class::FAMILY)) {
            name.confidence = Confidence::Probable;
            return Some(name);
        }
        return None;
    }
    if short::pair(scene, first) == Some(last) {
        name.confidence = Confidence::Probable;
        return Some(name);
    }
    let upper = words.iter().copied().find(|&t| scene.shape(t) == Shape::Upper);
    // `Mayie HARISPURU DE ZORKA`, `Mayie HARISPURU ZORKA`: what goes on in capitals is the surname's.
    let goes_on = words.len() > 2 && scene.shape(words[0]) == Shape::Title && words[1..].iter().all(|&t| scene.shape(t) == Shape::Upper && scene.page.folded(t).len() > 2 && !scene.cue(t).any(HARD)) && (words[1]..last).all(|t| scene.shape(t) != Shape::Lower);
    let words = if goes_on { &words[..2] } else { words };
    if let (2, 0, Some(upper)) = (words.len(), given, upper) {
        // `KABORE Espoir`, `LI Na`: a surname in capitals beside a given name, rare or a word though it is.
        let other = if words[0] == upper { words[1] } else { words[0] };
        // `Mayie HARISPURU`: neither is a word of any dictionary, and their cases differ as courts write names.
        let foreign = |t: usize| !scene.ordinary(t) && !scene.class(t).any(Class::PLACE.union(Class::COUNTRY).union(Class::REGION)) && scene.page.folded(t).len() > 2;
        let word = word_in_capitals(scene, upper, first, last);
        // `SZANGA Hello`: a word that nobody uses here, beside one of no dictionary.
        let unwritten = |t: usize| t == other && foreign(upper) && scene.page.folded(upper).len() > 3 && !scene.page.folded(t).ends_with('S') && !scene.in_lower_case(t) && scene.cue(t) == Cue::NONE && !scene.class(t).any(Class::PLACE.union(Class::COUNTRY).union(Class::REGION).union(Class::PROFESSION));
        let strange = |t: usize| foreign(t) || t == upper && word || unwritten(t);
        // `- 2 GRONBRAK Sophan -`, `PHININ Kloutain,`: the same, surname first, apart from prose.
        let listed = words[0] == upper && (words[1] == words[0] + 1 || words[1] == words[0] + 2 && one_of!(scene.page.folded(words[0] + 1), "VAN" | "THI")) && scene.shape(other) == Shape::Title && strange(other) && strange(upper) && scene.page.folded(upper).len() > 3 && !scene.class(upper).any(Class::PUBLIC_BODY.union(Class::COMPANY_FORM)) && (one_of!(scene.page.folded(last + 1), "," | "-" | "–" | ";" | "." | ")") || scene.gap(last + 1) >= Gap::Line || word && scene.shape(last + 1) == Shape::Lower || lone::holds(scene, first, last) || lone::speaks(scene, last) || scene.class(upper).any(Class::FAMILY) && first > 0 && scene.shape(first - 1) == Shape::Lower && scene.shape(last + 1) == Shape::Lower && !scene.cue(first - 1).any(Cue::ARTICLE.or(Cue::COMPANY).or(Cue::STREET).or(Cue::ESTABLISHMENT)) && !lone::THINGS.contains(&scene.page.folded(first - 1)));
        // `Mayie LE HARISPURU`
        let beside = words[1] == words[0] + 1 || words[1] == words[0] + 2 && (scene.cue(words[0] + 1).any(Cue::PARTICLE) && scene.shape(words[0] + 1) == Shape::Upper || scene.kind(words[0] + 1) == TokenKind::Elision && scene.shape(words[0] + 1) != Shape::Lower);
        let typeset = listed || words[1] == upper && beside && scene.shape(other) == Shape::Title && strange(other) && strange(upper) && (!scene.starts_sentence(other) || scene.is(other - usize::from(other > 0), "(") || one_of!(scene.page.folded(last + 1), ",") && scene.shape(last + 2) == Shape::Lower || lone::speaks(scene, last));
        // `GABORIAU Ch.`
        let cut = words[0] == upper && other == upper + 1 && scene.page.folded(other).len() == 2 && one_of!(scene.page.folded(other), "CH" | "PH" | "TH" | "FR" | "CL" | "BR" | "GH" | "ST") && scene.shape(other) == Shape::Title && scene.is(other + 1, ".") && strange(upper) && scene.page.folded(upper).len() > 3;
        let cut = cut || letter_behind(scene, upper, other);
        let given_form = cut || typeset || scene.shape(other) == Shape::Title && scene.class(other).any(Class::GIVEN.union(Class::GIVEN_RARE)) && !scene.cue(other).any(HARD);
        let surname = word || !scene.ordinary(upper) && !is_place(scene, upper) && scene.page.folded(upper).len() > 2 || scene.class(upper).any(Class::FAMILY);
        let institution = words.iter().any(|&t| scene.evidence(t).article > 0 || scene.class(t).any(Class::PUBLIC_BODY.union(Class::COMPANY_FORM).union(Class::COUNTRY)));
        if given_form && surname && !institution {
            name.confidence = Confidence::Probable;
            return Some(name);
        }
    }
    // `et Febro Drovain WATONZ ont reconnu`: three words of no dictionary, as courts write a name.
    let three = words.len() == 3 && given == 0 && words[0] == first && last <= first + 4 && words.iter().all(|&t| !scene.ordinary(t) && scene.page.folded(t).len() > 2 && scene.block[t] == 0 && !scene.class(t).any(Class::PLACE.union(Class::COUNTRY).union(Class::REGION).union(Class::PUBLIC_BODY).union(Class::COMPANY_FORM)) && scene.evidence(t).article == 0 && scene.evidence(t).company == 0 && (scene.shape(t) == if t == last { Shape::Upper } else { Shape::Title }));
    if three && (scene.shape(last + 1) == Shape::Lower && scene.gap(last + 1) == Gap::Space || scene.is(last + 1, ",") && scene.shape(last + 2) == Shape::Lower) {
        name.confidence = Confidence::Probable;
        return Some(name);
    }
    let calm = !scene.starts_sentence(first) || one_of!(scene.page.folded(first + 1), "S'" | "SE" | "," | "NE" | "A" | "M'");
    if words.len() == 1 && scene.shape(first) == Shape::Title && doubled(scene, first) && calm && (!scene.ordinary(first) || !scene.in_lower_case(first) && said(scene, first)) && !scene.class(first).any(Class::PLACE.union(Class::COMPANY_FORM).union(Class::PUBLIC_BODY)) && scene.cue(first) == Cue::NONE {
        name.confidence = Confidence::Possible;
        name.doubt = Some("a syllable said twice, as in a nickname");
        return Some(name);
    }
    if words.len() == 1 && words[0] == last && lone::names(scene, first, last) {
        name.confidence = Confidence::Possible;
        name.doubt = Some("a given name alone");
        return Some(name);
    }
    if words.len() == 1 && words[0] == last && lone::stands(scene, last) {
        name.first = last;
        name.confidence = Confidence::Probable;
        return Some(name);
    }
    if lone::told(scene, words) {
        name.confidence = Confidence::Possible;
        name.doubt = Some("a word of no dictionary in a quotation");
        return Some(name);
    }
    if words.len() == 1 && first > 0 && quoted(scene, first) && nickname(scene, first) {
        name.confidence = Confidence::Possible;
        name.doubt = Some("a name between quotation marks");
        return Some(name);
    }
    if words.len() == 1 && given == 1 && first > 0 && quoted(scene, first) && !scene.ordinary(first) && !is_place(scene, first) {
        name.confidence = Confidence::Probable;
        return Some(name);
    }
    if words.len() >= 2 && words.iter().all(|&t| polynesian(scene, t)) && (first..last).any(|t| scene.is(t, "A") && scene.shape(t) == Shape::Lower) {
        name.confidence = Confidence::Probable;
        return Some(name);
    }
    // `conduit par Kluba Pawumés`, `le décès de Chénou Gévé`: words of no dictionary where only a person stands.
    if given == 0 && (2..=3).contains(&words.len()) && words.iter().all(|&t| scene.shape(t) == Shape::Title && !scene.ordinary(t) && scene.page.folded(t).len() > 1 && !scene.class(t).any(Class::PLACE.union(Class::COUNTRY).union(Class::REGION).union(Class::PUBLIC_BODY).union(Class::COMPANY_FORM))) && lone::holds(scene, first, last) {
        name.confidence = Confidence::Probable;
        return Some(name);
    }
    // `l'attestation de Bonheur Berger`, `- Notaire Colin née le`
    let titled = words.len() == 2 && words.iter().all(|&t| scene.shape(t) == Shape::Title && scene.page.folded(t).len() > 1 && !scene.class(t).any(Class::PLACE_BIG.union(Class::COUNTRY).union(Class::REGION).union(Class::PUBLIC_BODY).union(Class::COMPANY_FORM)));
    if titled && first > 1 && words[1] == first + 1 && scene.class(words[1]).any(Class::FAMILY) && words.iter().all(|&t| !scene.cue(t).any(HARD)) && lone::carries(scene, first, last) {
        name.confidence = Confidence::Probable;
        return Some(name);
    }
    // `l'indivision Le Tallec réclame`
    let heirs = first > 1 && one_of!(scene.page.folded(first - 1), "INDIVISION" | "SUCCESSION" | "HOIRIE") && scene.shape(first - 1) == Shape::Lower && scene.gap(first) == Gap::Space && last == first + 1 && scene.cue(first).any(Cue::PARTICLE) && scene.gap(last) == Gap::Space && scene.block[last] == 0 && !scene.class(last).any(Class::WORD) && !is_place(scene, last);
    if heirs || bound(scene, first, last) || noble(scene, first, first + 1, last) {
        name.confidence = Confidence::Probable;
        return Some(name);
    }
    if given == 0 && lone::strangers(scene, first, last, words) {
        name.confidence = Confidence::Possible;
        name.doubt = Some("words of no dictionary");
        return Some(name);
    }
    if given == 0 || words.len() < 2 {
        return None;
    }
    if words.len() == 2 && lone::pairs(scene, first, last) {
        name.confidence = Confidence::Probable;
        return Some(name);
    }
    let others_fit = words.iter().all(|&t| {
        scene.given(t) || scene.shape(t) == Shape::Upper || scene.shape(t) == Shape::Initial || !scene.ordinary(t) || scene.class(t).any(Class::FAMILY) || t == last && t > first && word_as_surname(scene, t)
    });
    // `« le Grand »` says nothing of `Thibaud GRAND`.
    let family = |t: usize| t > first && scene.shape(t) == Shape::Upper && scene.shape(t - 1) == Shape::Title && scene.given_strong(t - 1) && scene.class(t).any(Class::FAMILY);
    let article = words.iter().any(|&t| scene.evidence(t).article > 0 && scene.evidence(t).civility == 0 && !family(t));
    if !others_fit || article {
        return None;
    }
    if one_of!(scene.page.folded(first), "SAINT" | "SAINTE" | "ST" | "STE") || scene.page.phrase(first, Class::PLACE).is_some_and(|end| end >= last && end > first) {
        return None;
    }
    // Two given names that are also towns or words (`Saint Martin`) need a surname's shape.
    let pair = words.len() == 2 && last == first + 1 && scene.class(first).any(Class::GIVEN_COMMON) && scene.class(last).any(Class::FAMILY_COMMON) && !is_place(scene, last) && scene.shape(first) == Shape::Title && scene.shape(last) == Shape::Title && (scene.gap(last) == Gap::Space || scene.gap(last) == Gap::Line && first > 0 && scene.shape(first - 1) == Shape::Lower && (scene.shape(last + 1) == Shape::Lower || scene.is(last + 1, ",")));
    // `la seule Aurore Bidart`: a frequent given name that the prose never writes, before a surname.
    let pair = pair || words.len() == 2 && last == first + 1 && scene.class(first).any(Class::GIVEN_COMMON) && !is_place(scene, first) && scene.class(last).any(Class::FAMILY) && !scene.in_lower_case(first) && !scene.in_lower_case(last) && scene.shape(first) == Shape::Title && scene.shape(last) == Shape::Title && scene.gap(last) == Gap::Space && (!scene.starts_sentence(first) || scene.is(last + 1, ",") && scene.shape(last + 2) == Shape::Lower || lone::acts(scene, last));
    // `Marie Rose Petit`, `Jean Marie BLANC`, `ROSE MARIE PETIT`: two given names or more and a surname, be all of them words.
    let same = |shape: Shape| (first..last).all(|t| scene.shape(t) == shape);
    let cased = same(Shape::Title) && matches!(scene.shape(last), Shape::Title | Shape::Upper) || same(Shape::Upper) && scene.shape(last) == Shape::Upper && !scene.in_capitals(first);
    let called = words.len() > 2 && last == first + words.len() - 1 && (first..last).any(|t| scene.class(t).any(Class::GIVEN_COMMON)) && (first..last).all(|t| scene.class(t).any(Class::GIVEN)) && (first + 1..=last).all(|t| scene.gap(t) == Gap::Space);
    let triple = called && cased && scene.class(last).any(Class::FAMILY) && !scene.cue(last).any(HARD) && !scene.class(last).any(Class::PLACE_BIG);
    // `Il a vu JEAN PETIT hier.`: the same of two, where prose writes small.
    let capitals = words.len() == 2 && last == first + 1 && (first..=last).all(|t| scene.shape(t) == Shape::Upper && !scene.in_capitals(t)) && scene.gap(last) == Gap::Space && scene.class(first).any(Class::GIVEN_COMMON) && scene.class(last).any(Class::FAMILY_COMMON) && !scene.cue(last).any(HARD) && !is_place(scene, last);
    // `Maxime LE PETIT`, `Marie Rose Le Petit`, `Maxime MARCHAND DE ZORKA`
    let given_names = words.iter().take_while(|&&t| scene.shape(t) == Shape::Title && scene.class(t).any(Class::GIVEN)).count();
    let (called, surnames) = words.split_at(given_names);
    let articled = called.last().is_some_and(|&end| {
        let set = (end + 1..=last).all(|t| matches!(scene.shape(t), Shape::Upper | Shape::Initial) && scene.gap(t) <= Gap::Space) && !scene.in_capitals(last);
        let article = surnames.len() == 1 && last == end + 2 && scene.cue(end + 1).any(Cue::PARTICLE) && scene.shape(end + 1) == Shape::Title && scene.gap(last) == Gap::Space;
        (set || article) && called.iter().any(|&t| scene.class(t).any(Class::GIVEN_COMMON))
    });
    let articled = articled && !surnames.is_empty() && surnames.iter().all(|&t| scene.class(t).any(Class::FAMILY) && !scene.cue(t).any(HARD));
    let pair = pair || triple || capitals || articled;
    // `DE JEAN PETIT, EMPLOYE`, `QUE PIERRE BLANC A SIGNE`: among capitals a noun would have its article, and its adjective no verb behind it.
    let bare_pair = || first > 0 && words.len() == 2 && last == first + 1 && scene.in_capitals(first) && scene.class(first).any(Class::GIVEN_COMMON) && scene.class(last).any(Class::FAMILY_COMMON) && (scene.gap(first) >= Gap::Line || one_of!(scene.page.folded(first - 1), "DE" | "D'" | "A" | "PAR" | "QUE" | "CONTRE" | "ET" | "," | "POUR" | "AVEC" | "CHEZ" | ":")) && (scene.kind(last + 1) == TokenKind::Symbol || scene.gap(last + 1) >= Gap::Line || scene.cue(last + 1).any(Cue::STOP) || capitals::acts(scene, last + 1));
    if words.iter().all(|&t| is_place(scene, t) || scene.ordinary(t)) && !civil && !pair && !bare_pair() && !listed_pair(scene, first) && !typeset(scene, words) && !capitals::calendar_pair(scene, first) {
        return None;
    }
    let place_before = first > 0 && scene.cue(first - 1).any(Cue::PLACE_PREP) && scene.page.folded(first - 1) != "A";
    if place_before && last == first {
        return None;
    }
    name.confidence = if words.iter().any(|&t| scene.class(t).any(Class::FAMILY)) { Confidence::Strong } else { Confidence::Probable };
    Some(name)
}

/// `le lot B. Moulin`, `au point A. Petit`: a letter that ends a sentence.
fn lettered(scene: &Scene, at: usize) -> bool {
    at > 0 && scene.gap(at) <= Gap::Space && one_of!(scene.page.folded(at - 1), "LOT" | "LOTS" | "PIECE" | "ANNEXE" | "POINT" | "BATIMENT" | "BAT" | "ESCALIER" | "TYPE" | "CATEGORIE" | "CLASSE" | "ZONE" | "HALL" | "BLOC" | "SECTION" | "PARCELLE" | "GROUPE" | "NIVEAU" | "LETTRE" | "ECHELON" | "VITAMINE" | "HEPATITE" | "PLAN" | "PHASE")
}

/// `JP Ronce`: no prose writes a word in title case behind the letters of Jean-Pierre, Jean-Marc or their like.
pub(super) fn jean(scene: &Scene, at: usize, surname: usize) -> bool {
    let pair = one_of!(scene.page.folded(at), "JP" | "JM" | "JC" | "JL" | "JF" | "JB" | "JY" | "JJ" | "JG");
    // `JL Services`: a firm's trade.
    let trade = scene.page.folded(surname).ends_with('S') && scene.class(surname).any(Class::WORD) && !scene.class(surname).any(Class::FAMILY);
    pair && surname == at + 1 && scene.shape(surname) == Shape::Title && !trade && !scene.cue(surname).any(HARD) && !is_place(scene, surname)
}

/// `J-P DURAND`, `JM DURAND`, `B.P. Zorkin`: the letters of Jean-Pierre, Marie-Claude or their like right before a surname in prose that is not in capitals.
fn compound_letters(scene: &Scene, at: usize, surname: usize) -> bool {
    let folded = scene.page.folded(at);
    let joined = folded.len() == 3 && folded.as_bytes()[1] == b'-';
    let dotted = scene.shape(at) == Shape::Dotted && folded.len() == 2 && scene.cue(at) == Cue::NONE && !one_of!(folded, "BP" | "PV" | "RG" | "US" | "UK" | "TP" | "RN" | "RD" | "CD" | "ZI" | "ZA" | "SC" | "NB" | "PS" | "CQ" | "SS");
    let pair = one_of!(folded, "JP" | "JM" | "JC" | "JL" | "JF" | "JB" | "JY" | "JJ" | "JG" | "JR" | "JN" | "JD" | "JS" | "JH" | "JA" | "JE" | "MC" | "MF" | "MP" | "MJ" | "MH" | "ML" | "PY" | "PH" | "PE" | "AM" | "AL" | "AS" | "FX");
    let strange = (joined || dotted) && !scene.ordinary(surname) && !is_place(scene, surname) || jean(scene, at, surname);
    (dotted || scene.shape(at) == Shape::Upper && (joined || pair)) && !scene.masked && (scene.gap(at + 1) == Gap::Space || jean(scene, at, surname) && scene.gap(surname) == Gap::Line) && (scene.class(surname).any(Class::FAMILY) || strange) && scene.page.folded(surname).len() > 3 && !scene.in_capitals(surname)
}

/// `DURAND K.`, `| ZORKIN B |`: the letter of a given name right behind a surname in capitals.
fn letter_behind(scene: &Scene, surname: usize, letter: usize) -> bool {
    let folded = scene.page.folded(surname);
    let family = scene.class(surname).any(Class::FAMILY);
    let reads = family || folded.len() > 4 && folded.bytes().any(|b| b"AEIOUY".contains(&b)) && !scene.class(surname).any(Class::WORD.union(Class::PLACE));
    let dotted = scene.is(letter + 1, ".") && scene.gap(letter + 1) == Gap::None && scene.kind(letter + 2) != TokenKind::Number && !(scene.shape(letter + 2) == Shape::Initial && scene.is(letter + 3, ".") && scene.gap(letter + 2) == Gap::None);
    let ends = family && (scene.gap(letter + 1) >= Gap::Line || one_of!(scene.page.folded(letter + 1), "," | ";" | ")" | "|" | "»"));
    surname + 1 == letter && scene.shape(letter) == Shape::Initial && scene.gap(letter) == Gap::Space && reads && !scene.in_capitals(surname) && !scene.cue(surname).any(HARD) && !scene.masked && (dotted || ends)
}

/// `Maria dos Reis`, `Piet van den Zork`, `Zurab N'CHINM`: two words that a particle binds, the first a given name or, before one that no French prose
/// writes so, a word of no dictionary.
fn bound(scene: &Scene, first: usize, last: usize) -> bool {
    if last < first + 2 {
        return false;
    }
    let given = scene.given(first) && !scene.class(first).any(Class::COUNTRY.union(Class::REGION));
    let clear = |t: usize| scene.block[t] == 0 && !scene.cue(t).any(HARD) && !is_place(scene, t) && scene.evidence(t).company == 0 && scene.page.folded(t).len() > 2 && !scene.in_lower_case(t);
    let germanic = one_of!(scene.page.folded(last - 1), "VAN" | "VON" | "DEN" | "DER" | "TER" | "ZU");
    let elided = scene.kind(last - 1) == TokenKind::Elision && last == first + 2 && scene.shape(last - 1) != Shape::Lower && !one_of!(scene.page.folded(last - 1), "L'" | "D'");
    // `Batti DE LA BAIFUD`, `Davit Le Godroun`
    let marked = scene.shape(first + 1) != Shape::Lower && (first + 1..last).all(|t| scene.kind(t) == TokenKind::Word && !scene.in_capitals(t));
    let foreign = short::foreign(scene, last - 1) || elided;
    let binds = (first + 1..last).all(|t| scene.cue(t).any(Cue::PARTICLE) || elided) && (first + 1..=last).all(|t| scene.gap(t) == Gap::Space || t > first + 1 && scene.gap(t) == Gap::Line || elided && t == last);
    let stranger = (germanic || elided || marked && (!scene.ordinary(last) || scene.shape(last) == Shape::Title && !scene.is(last - 1, "DES"))) && !scene.ordinary(first) && !scene.class(first).any(Class::PLACE.union(Class::PUBLIC_BODY).union(Class::COMPANY_FORM));
    // `Allie De Naseau`
    let stranger = stranger || given && marked && scene.shape(last) == Shape::Title && !scene.is(last - 1, "DES");
    let fits = scene.shape(first) == Shape::Title && matches!(scene.shape(last), Shape::Title | Shape::Upper);
    fits && binds && clear(first) && clear(last) && (given && foreign || stranger) && (!scene.class(last).any(Class::WORD) || scene.class(last).any(Class::FAMILY) || marked && stranger)
}

/// `la passagère de Kévin Tartine a vu`, `Vanessa Vannes, ancienne compagne`: French writes no such word with a capital in the middle of a sentence, but behind a given name.
fn word_as_surname(scene: &Scene, at: usize) -> bool {
    let (given, evidence) = (at - 1, scene.evidence(at));
    let called = scene.given_strong(given) && !scene.ordinary(given) && scene.shape(given) == Shape::Title && !scene.class(given).any(Class::REGION) && !scene.is(given, "FRANCE");
    let word = scene.shape(at) == Shape::Title && !scene.in_lower_case(at) && scene.page.folded(at).len() > 2 && !scene.cue(at).any(HARD) && !scene.class(at).any(Class::COUNTRY.union(Class::REGION).union(Class::PUBLIC_BODY).union(Class::COMPANY_FORM));
    let ends = !scene.capital(at + 1) || scene.gap(at + 1) >= Gap::Line;
    // `les sociétés Martin et Simon Décors`, `Whitmore & Vasco Capital`, `le fonds Vasco Capital`
    let firm = given > 0 && (scene.is(given - 1, "&") || lone::THINGS.contains(&scene.page.folded(given - 1))) || (0..given).rev().take(6).take_while(|&t| scene.capital(t) || scene.shape(t) == Shape::Lower && scene.cue(t).any(Cue::COMPANY) || one_of!(scene.page.folded(t), "ET" | ",")).any(|t| scene.cue(t).any(Cue::COMPANY) && scene.shape(t) == Shape::Lower);
    called && word && ends && !firm && scene.gap(at) == Gap::Space && scene.block[at] == 0 && scene.block[given] == 0 && evidence.article == 0 && evidence.company == 0
}

/// `sa sœur Lotte`, `son copain Lavande`: somebody's own, whatever the word.
pub(super) fn owned(scene: &Scene, lead: &Lead, words: &[usize]) -> bool {
    let &[word] = words else { return false };
    let own = lead.from > 0 && one_of!(scene.page.folded(lead.from - 1), "SA" | "SON" | "MA" | "MON" | "TA" | "TON" | "LEUR" | "NOTRE" | "VOTRE");
    own && lead.from + 1 == word && scene.gap(word) == Gap::Space && scene.shape(word) == Shape::Title && scene.shape(lead.from) == Shape::Lower && !scene.cue(word).any(HARD) && !scene.in_lower_case(word) && !is_place(scene, word) && !scene.is(lead.from, "FAMILLE")
}

/// `la mère Berger a crié`, `le fils Petit`, but `le Père Noël`.
fn elder(scene: &Scene, lead: &Lead, words: &[usize]) -> bool {
    let &[word] = words else { return false };
    let cased = scene.shape(word) == Shape::Title || scene.shape(word) == Shape::Upper && !scene.in_capitals(word);
    let kin = lead.from > 0 && lead.from + 1 == word && scene.shape(lead.from) == Shape::Lower && one_of!(scene.page.folded(lead.from), "PERE" | "MERE" | "FILS" | "FILLE" | "SOEUR" | "FRERE" | "ONCLE" | "TANTE" | "COUPLE" | "FRERES" | "SOEURS");
    kin && cased && scene.class(word).any(Class::FAMILY_COMMON) && !scene.is(word, "NOEL") && !scene.cue(word).any(HARD) && !is_place(scene, word)
}

/// `le pré dit La Narce`, `la loi dite Badinter`: what has a name of its own and is nobody.
fn thing_named(scene: &Scene, at: usize) -> bool {
    one_of!(scene.page.folded(at), "PRE" | "CHAMP" | "TERRE" | "BOIS" | "PARCELLE" | "LIEU" | "CHEMIN" | "TERRAIN" | "ETANG" | "QUARTIER" | "HAMEAU" | "PROPRIETE" | "DOMAINE" | "IMMEUBLE" | "MAISON" | "VILLA" | "FERME" | "ILOT" | "SENTIER" | "VERGER" | "SECTEUR" | "LOI" | "PRIME" | "CONTRAT" | "PLAN" | "PROTOCOLE" | "THEORIE" | "SYNDROME" | "ACCORD" | "JURISPRUDENCE" | "ARRET" | "DECRET" | "ORDONNANCE" | "CLAUSE" | "METHODE" | "BAREME" | "RAPPORT" | "DISPOSITIF" | "REGIME" | "MALADIE" | "REGLE" | "PRINCIPE" | "CIRCULAIRE" | "FORMULE" | "MECANISME" | "OPERATION" | "AFFAIRE" | "PREJUDICE" | "TAXE" | "ALLOCATION" | "LOGICIEL" | "PROJET")
}

/// `Lise MINETTE`: a common given name in title case and a word in capitals that follows it; nothing but a name is set so.
fn typeset(scene: &Scene, words: &[usize]) -> bool {
    let &[given, surname] = words else { return false };
    // `Prune COUSSIN`: a rarer one that the prose never writes.
    let rare = scene.class(given).any(Class::GIVEN) && !scene.in_lower_case(given) && word_in_capitals(scene, surname, given, surname);
    scene.shape(given) == Shape::Title && (rare || scene.class(given).any(Class::GIVEN_COMMON)) && !is_place(scene, given) && scene.shape(surname) == Shape::Upper && surname == given + 1 && (scene.gap(surname) == Gap::Space || scene.gap(surname) == Gap::Line && given > 0 && scene.shape(given - 1) == Shape::Lower && scene.gap(given) == Gap::Space) && (scene.page.folded(surname).len() > 2 || scene.class(surname).any(Class::FAMILY) && !scene.in_capitals(surname)) && scene.shape(surname + 1) != Shape::Upper && !scene.class(surname).any(Class::PUBLIC_BODY.union(Class::COMPANY_FORM).union(Class::COUNTRY).union(Class::REGION)) && (rare || !scene.class(surname).any(Class::PLACE_BIG))
}

/// `un ami, Zurab LOUPE, carrossier`, `son épouse, LOUPE Gülizar,`: a word of the language, a town or a short surname in capitals, in prose that is not, within a name from `first` to `last`.
fn word_in_capitals(scene: &Scene, at: usize, first: usize, last: usize) -> bool {
    let thing = Class::COUNTRY.union(Class::REGION).union(Class::PUBLIC_BODY).union(Class::COMPANY_FORM);
    let word = scene.shape(at) == Shape::Upper && (scene.page.folded(at).len() > 3 && scene.class(at).any(Class::WORD.union(Class::PLACE).union(Class::PLACE_BIG).union(Class::FAMILY)) && !scene.cue(at).any(HARD) || scene.page.folded(at).len() < 4 && scene.class(at).any(Class::FAMILY) && !scene.cue(at).any(Cue::PARTICLE.or(Cue::ARTICLE).or(Cue::CIVILITY).or(Cue::MAITRE))) && !scene.in_capitals(at) && !scene.class(at).any(thing) && scene.evidence(at).company == 0;
    let led = !(scene.cue(first).any(Cue::ARTICLE) && scene.starts_sentence(first)) && (first == 0 || scene.gap(first) >= Gap::Line || !scene.cue(first - 1).any(Cue::ARTICLE.or(Cue::COMPANY).or(Cue::STREET).or(Cue::ESTABLISHMENT)) && (!scene.capital(first - 1) || scene.starts_sentence(first - 1)) && !lone::THINGS.contains(&scene.page.folded(first - 1)));
    let ends = scene.gap(last + 1) >= Gap::Line || scene.shape(last + 1) == Shape::Lower || one_of!(scene.page.folded(last + 1), "," | ";" | "." | ")" | "»");
    word && led && ends && scene.block[first] == 0 && scene.block[last] == 0
}

/// `GREFFIER : CORNE`: one surname that ends the label's line.
fn labelled(scene: &Scene, first: usize, last: usize) -> bool {
    first == last && first > 0 && scene.is(first - 1, ":") && scene.class(first).any(Class::FAMILY) && scene.shape(first) != Shape::Lower && !scene.cue(first).any(HARD) && (scene.gap(last + 1) >= Gap::Line || one_of!(scene.page.folded(last + 1), "." | "," | ";" | "-"))
}

/// `Juge aux affaires familiales : M. X`, `Assesseur (employeur) : Mme X`: a line that a judge's office opens.
fn bench(scene: &Scene, first: usize) -> bool {
    let colon = (first.saturating_sub(3)..first).rev().find(|&t| scene.is(t, ":"));
    let Some((colon, line)) = colon.and_then(|colon| Some((colon, scene.page.line_start(colon)?))) else { return false };
    // `Le juge des référés : M. X`
    let line = line + usize::from(scene.cue(line).any(Cue::ARTICLE));
    let judge = one_of!(scene.page.folded(line), "JUGE" | "ASSESSEUR" | "ASSESSEURE" | "MAGISTRAT" | "MAGISTRATE") && (scene.shape(line) != Shape::Lower || scene.gap(line) < Gap::Line);
    judge && (2..9).contains(&(colon - line)) && (line + 1..colon).all(|t| scene.gap(t) < Gap::Wide && !scene.cue(t).any(Cue::CLERK)) && (colon + 1..first).all(|t| scene.cue(t).any(Cue::CIVILITY) || scene.is(t, "."))
}

/// `le juge Fontaine statue`, `Mme la vice-procureure Calvi`: one word in title case or capitals right behind the office, in prose.
fn seated(scene: &Scene, first: usize, last: usize, lead: &Lead) -> bool {
    let office = lead.from;
    let article = office > 0 && one_of!(scene.page.folded(office - 1), "LE" | "LA" | "L'" | "DU" | "AU");
    let family = scene.class(first).any(Class::FAMILY) && capitals::fits(scene, first, last, false);
    article && office + 1 == first && last == first && scene.gap(first) == Gap::Space && family && !scene.cue(first).any(HARD.minus(Cue::STREET)) && (scene.shape(last + 1) == Shape::Lower || scene.kind(last + 1) != TokenKind::Word || scene.gap(last + 1) >= Gap::Line || scene.in_capitals(first))
}

/// A surname in capitals beside a word in title case, whatever the words: `LI Na`.
fn set_apart(scene: &Scene, words: &[usize]) -> bool {
    let &[first, second] = words else { return false };
    let (upper, title) = if scene.shape(first) == Shape::Upper { (first, second) } else { (second, first) };
    scene.shape(upper) == Shape::Upper && scene.shape(title) == Shape::Title && (scene.class(upper).any(Class::FAMILY) || upper > title && !scene.ordinary(upper) && scene.page.folded(upper).len() > 3) && !scene.cue(title).any(HARD) && !is_place(scene, upper)
}

/// A word that a list of names may hold though a dictionary calls it an ordinary one.
fn list_item(scene: &Scene, at: usize) -> bool {
    scene.gap(at) <= Gap::Space && scene.shape(at) == Shape::Title && !is_place(scene, at) && !scene.cue(at).any(HARD) && scene.evidence(at).article == 0
}

/// `Patrick MOTTIN`, though there are `Transports Mottin`: a company that does not bear the given name.
fn whole(scene: &Scene, words: &[usize]) -> bool {
    let &[one, other] = words else { return false };
    // `L'employeur, R. MOTTIN, a émis des réserves`
    if scene.shape(one) == Shape::Initial && scene.is(one + 1, ".") && scene.gap(one + 1) == Gap::None && other == one + 2 {
        return scene.block[one] == 0 && scene.block[other] == 0 && !scene.cue(other).any(HARD);
    }
    let free = |t: usize| (!scene.ordinary(t) || scene.class(t).any(Class::GIVEN_COMMON) && !scene.in_lower_case(t)) && !is_place(scene, t) && scene.evidence(t).company == 0 && scene.page.folded(t).len() > 2;
    let cased = |given: usize, surname: usize| scene.shape(given) == Shape::Title && scene.shape(surname) == Shape::Upper && free(given) && !scene.class(given).any(Class::PLACE.union(Class::PUBLIC_BODY).union(Class::COMPANY_FORM));
    ((scene.given_strong(one) || scene.class(one).any(Class::GIVEN_COMMON) && one + 1 == other) && free(one) || cased(one, other) || cased(other, one)) && scene.block[one] == 0 && scene.block[other] == 0
}

/// A run that can be a person beside an office: it holds a given name, or no ordinary word.
fn plausible(scene: &Scene, first: usize, last: usize) -> bool {
    let words = name_words(scene, first, last);
    let mut all_plain = true;
    let mut given = false;
    for &t in &words {
        given |= scene.given_strong(t);
        all_plain &= !scene.ordinary(t) || scene.class(t).any(Class::FAMILY_COMMON);
    }
    // `NOELLE AVRIL, GREFFIERE`: words all of them, names all of them.
    let pair = words.len() > 1 && scene.class(words[0]).any(Class::GIVEN) && words.iter().all(|&t| scene.class(t).any(Class::GIVEN.union(Class::FAMILY))) && words.iter().all(|&t| scene.gap(t) <= Gap::Space || t == first);
    let set = words.len() == 2 && scene.class(words[0]).any(Class::GIVEN) && scene.shape(words[0]) == Shape::Title && scene.shape(words[1]) == Shape::Upper && words[1] == words[0] + 1 && scene.gap(words[1]) == Gap::Space;
    let all_plain = all_plain || initialled(scene, first, last);
    (given || all_plain || pair || set) && (given || set || !words.iter().all(|&t| is_place(scene, t)))
}

/// `A. SPIESS`, `J.-M. Berger`: initials before a surname, be it a word.
fn initialled(scene: &Scene, first: usize, last: usize) -> bool {
    let surname = name_words(scene, first, last).into_iter().find(|&t| scene.shape(t) != Shape::Initial);
    scene.shape(first) == Shape::Initial && scene.is(first + 1, ".") && scene.gap(first + 1) == Gap::None && surname.is_some_and(|at| scene.is(at - 1, ".") && scene.page.folded(at).len() > 2 && (!scene.cue(at).any(HARD) || scene.class(at).any(Class::FAMILY_COMMON)))
}

/// The capitalised words of a run, its particles left out.
fn name_words(scene: &Scene, first: usize, last: usize) -> Vec<usize> {
    let words: Vec<usize> = (first..=last)
        .filter(|&t| scene.kind(t) == TokenKind::Word && scene.capital(t) && !(t < last && scene.cue(t).any(Cue::PARTICLE) && scene.shape(t) != Shape::Initial) && !(t > first + 1 && scene.cue(t).any(HARD) && short::two(scene, t) && short::foreign(scene, t - 1)))
        .collect();
    if words.is_empty() { vec![last] } else { words }
}

fn person_like(scene: &Scene, first: usize, last: usize) -> bool {
    let words = name_words(scene, first, last);
    let given = words.iter().any(|&t| scene.given(t) && !scene.ordinary(t) || scene.given_strong(t));
    let plain = words.iter().all(|&t| !scene.ordinary(t) && !is_place(scene, t));
    let company = words.iter().any(|&t| scene.evidence(t).company > 0 || scene.evidence(t).article > 0 && scene.evidence(t).civility == 0);
    (given || plain) && (!company || whole(scene, &words)) && !words.is_empty()
}

fn child_name(scene: &Scene, first: usize, last: usize) -> bool {
    (first..=last).any(|t| scene.given(t)) || person_like(scene, first, last)
}

pub(super) fn is_place(scene: &Scene, at: usize) -> bool {
    scene.class(at).any(Class::PLACE_BIG.union(Class::COUNTRY).union(Class::REGION)) && !scene.class(at).any(Class::GIVEN_COMMON)
}

fn preceded_by_article(scene: &Scene, first: usize) -> bool {
    let Some(previous) = first.checked_sub(1) else { return false };
    scene.gap(first) <= Gap::Space && !scene.there(previous) && scene.cue(previous).any(Cue::ARTICLE) && (scene.shape(previous) == Shape::Lower || scene.kind(previous) == TokenKind::Elision) && one_of!(scene.page.folded(previous), "LA" | "L'" | "CETTE" | "LE" | "UNE" | "UN" | "CE" | "SA" | "SON" | "LES")
}

/// Cuts what growth took too much: trailing particles, a trailing ordinary word after a whole surname.
fn trim(scene: &Scene, first: usize, last: usize, lead: &Lead) -> usize {
    let mut last = last;
    while last > first {
        let particle = scene.cue(last).any(Cue::PARTICLE) && !scene.capital(last) || scene.kind(last) == TokenKind::Elision;
        let symbol = matches!(scene.kind(last), TokenKind::Symbol) && !(scene.is(last, ".") && scene.shape(last - 1) == Shape::Initial);
        let words = (first..=last).filter(|&t| scene.capital(t)).count();
        // A title-case ordinary word at the end that opens the next sentence or is followed by prose.
        let word = words > 2 - usize::from(lead.civility) && scene.shape(last) == Shape::Title && scene.ordinary(last) && !scene.class(last).any(Class::FAMILY.union(Class::GIVEN)) && scene.gap(last) > Gap::Space;
        if !(particle || symbol || word) {
            break;
        }
        last -= 1;
    }
    last
}
