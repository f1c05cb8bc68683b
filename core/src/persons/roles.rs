//! The court's members and counsel apart from parties, mention by mention.

use rustc_hash::FxHashMap;

use super::after::polls;
use super::called::{self, Gender};
use super::{judged, sittings};
use super::lead::{addressed, of_statutes, role_of, said};
use super::scene::Scene;
use super::{Local, Name, OFFICE, SIGNED, over};
use crate::context::Cue;
use crate::model::{Confidence, Role};
use crate::text::{self, Gap, Shape, TokenKind, WordId, one_of, order_by};

/// The words of a name, split into given names and surnames. A set of tokens is a bit for each place from the first on.
#[derive(Clone, Copy)]
pub(super) struct Split {
    first: usize,
    given: u64,
    family: u64,
}

impl Split {
    /// The tokens of the given names, in order.
    pub(super) fn given(self) -> impl Iterator<Item = usize> + Clone {
        tokens_of(self.first, self.given)
    }

    /// The tokens of the surnames, in order.
    pub(super) fn family(self) -> impl Iterator<Item = usize> + Clone {
        tokens_of(self.first, self.family)
    }
}

fn tokens_of(first: usize, places: u64) -> impl Iterator<Item = usize> + Clone {
    // Each step drops the lowest bit.
    let rest = std::iter::successors(Some(places), |places| Some(places & places.wrapping_sub(1)));
    rest.take_while(|places| *places != 0).map(move |places| first + places.trailing_zeros() as usize)
}

/// Splits a name: upper-case words among title-case ones are the surname, else words that are no given names, else the last.
pub(super) fn split(scene: &Scene, name: &Name) -> Split {
    let (mut words, mut upper, mut title, mut strange) = (0u64, 0u64, 0u64, 0u64);
    for t in name.first..=name.last.min(name.first + 63) {
        let word = scene.capital(t) || name.rule == super::WRITTEN && scene.kind(t) == TokenKind::Word;
        if !word || scene.cue(t).any(Cue::PARTICLE) && t < name.last {
            continue;
        }
        let bit = 1 << (t - name.first);
        words |= bit;
        match scene.shape(t) {
            Shape::Upper => upper |= bit,
            Shape::Title => title |= bit,
            _ => {}
        }
        if scene.shape(t) != Shape::Initial && !scene.given(t) {
            strange |= bit;
        }
    }
    let mut family = if upper != 0 && title != 0 { upper } else { strange };
    if family == 0 && words != 0 && (words.count_ones() > 1 || name.led) {
        family = 1 << words.ilog2();
    }
    Split { first: name.first, given: words & !family, family }
}

/// Marks zone mentions, then settles weak mentions by what else the document says of the same surname.
pub(super) fn settle(scene: &Scene, names: &mut [Name]) {
    lists(scene, names);
    clerks(scene, names);
    appointees(scene, names);
    sittings::settle(scene, names);
    composition(scene, names);
    signatures(scene, names);
    elsewhere(scene, names);
    inherit(scene, names);
    judged::settle(scene, names);
}

/// Takes back the office of who presides, judges or writes elsewhere: a jury of examiners, an assembly, a society; of whose birth or dwelling
/// is told; of who was it once; of whom the decision condemns or turns down by the whole name. Linear in the names: a line is looked at forty tokens far.
fn elsewhere(scene: &Scene, names: &mut [Name]) {
    const REACH: usize = 40;
    let word = |at: usize| scene.page.folded(at);
    let body = |at: usize| {
        one_of!(word(at), "COPROPRIETAIRES" | "COPROPRIETE" | "ASSOCIATION" | "CLUB" | "TRESORIER" | "TRESORIERE" | "UNIVERSITE" | "ACADEMIQUE" | "FACULTE" | "SYNDICAL" | "JURY" | "ASSEMBLEE" | "AMICALE" | "FEDERATION")
            || word(at) == "BUREAU" && one_of!(word(at + 1), "SE" | "ELU") || word(at) == "SEANCE" && one_of!(word(at - usize::from(at > 0)), "DE") || word(at) == "VOTE"
    };
    let court = |at: usize| {
        let cue = scene.cue(at);
        // The office itself is what is asked.
        let other = word(at) == "CONSEIL" && one_of!(word(at + 1), "SYNDICAL" | "ACADEMIQUE" | "MUNICIPAL" | "D'") || word(at) == "SECTION" && word(at + 1) == "DISCIPLINAIRE";
        let seat = cue.any(Cue::COURT.or(Cue::COMPOSITION)) && !cue.any(Cue::JUDGE.or(Cue::CLERK).or(Cue::PROSECUTOR)) && !["PRESID", "COMPOS"].iter().any(|own| word(at).starts_with(own));
        !other && (seat || cue.any(Cue::CLERK.or(Cue::LAWYER)) || one_of!(word(at), "JUGE" | "JUGES" | "MAGISTRAT" | "MAGISTRATE" | "CONSEILLER" | "CONSEILLERE" | "CONSEILLERS" | "AUDIENCE" | "AUDIENCES" | "DEBATS" | "DELIBERE" | "CONCLUSIONS" | "RAPPORT" | "OBSERVATIONS" | "RAPPORTEUR" | "ORDONNANCE" | "JUGEMENT" | "ARRET" | "CHAMBRE" | "SIEGEANT" | "REFERES" | "JURES"))
    };
    // `CONDAMNE in solidum M. Zoran VORNIK`: no decision condemns its judge.
    let spelt = |name: &Name| (name.first..=name.last).map(|at| scene.page.tokens()[at].word).collect::<Vec<WordId>>();
    let mut judged: Vec<Vec<WordId>> = Vec::new();
    for name in names.iter().filter(|name| name.last > name.first && name.first > 1) {
        let lead = (name.first.saturating_sub(6)..name.first).rev().take_while(|&at| scene.gap(at + 1) < Gap::Blank && (scene.cue(at).any(Cue::CIVILITY) || one_of!(word(at), "." | "IN" | "SOLIDUM" | "SOLIDAIREMENT" | "CONJOINTEMENT" | "CONDAMNE" | "DEBOUTE")));
        if lead.into_iter().any(|at| one_of!(word(at), "CONDAMNE" | "DEBOUTE") && scene.shape(at) != Shape::Lower) {
            judged.push(spelt(name));
        }
    }
    text::sort(&mut judged);
    // The surnames of those who go, and of the court's members told with a given name.
    let (mut gone, mut seated): (Vec<WordId>, Vec<WordId>) = (Vec::new(), Vec::new());
    for name in names.iter_mut() {
        let (Local::Office(role) | Local::Zone(role)) = name.local else { continue };
        if !role.is_court() {
            continue;
        }
        let before = || (name.first.saturating_sub(REACH)..name.first).rev().take_while(|&at| scene.gap(at + 1) < Gap::Line);
        let behind = || (name.last + 1..name.last + REACH).take_while(|&at| scene.gap(at) < Gap::Line);
        // `Mme X, greffière en chef, née le`, `M. X, juge au tribunal de commerce, demeurant`
        let own = |at: &usize| !(scene.cue(*at).any(Cue::CIVILITY) || one_of!(word(*at), ";" | "ET"));
        let civil = role != Role::Lawyer && behind().take_while(own).any(|at| scene.page.is_birth(at) && one_of!(word(at + 1), "LE" | "A") || one_of!(word(at), "DEMEURANT"));
        // `l'ancien président du tribunal, M. X`, no `conseiller le plus ancien`
        let former = || before().take(9).any(|at| at > 0 && one_of!(word(at), "ANCIEN" | "ANCIENNE") && word(at - 1) != "PLUS") && !before().take(9).any(|at| one_of!(word(at), "," | "AVOCAT") && at + 1 < name.first.saturating_sub(2));
        let presides = || before().take(9).chain(behind().take(5)).any(|at| word(at).starts_with("PRESID") || word(at).starts_with("VICE-PRESID") || word(at).starts_with("ASSESS") || word(at).starts_with("RAPPORTEU") || word(at) == "DOYEN");
        // The line above too: `Le président de séance : X` over `Les assesseurs : Y`.
        let above = || (name.first.saturating_sub(14)..name.first).rev().take_while(|&at| scene.gap(at + 1) < Gap::Blank).any(|at| word(at) == "SEANCE" && word(at - usize::from(at > 0)) == "DE");
        let society = || role == Role::Judge && presides() && (above() || before().chain(behind()).any(body)) && !before().chain(behind()).any(court);
        // `Président : M. A` over `Trésorier : Mme B`: a court has no treasurer.
        let around = || (name.first.saturating_sub(16)..name.first).rev().take_while(|&at| scene.gap(at + 1) < Gap::Blank).chain((name.last + 1..name.last + 16).take_while(|&at| scene.gap(at) < Gap::Blank));
        let treasurer = || matches!(role, Role::Judge | Role::Clerk) && !before().take(9).any(|at| scene.is(at, "ETAT") || scene.is(at, "INSTRUCTION")) && around().any(|at| word(at).starts_with("TRESORIER") && !one_of!(word(at + 1), "PAYEUR" | "PRINCIPAL" | "GENERAL")) && !around().any(|at| scene.cue(at).any(Cue::COURT) || word(at).starts_with("GREFFI"));
        let condemned = || matches!(role, Role::Judge | Role::Clerk) && !judged.is_empty() && judged.binary_search(&spelt(name)).is_ok();
        if civil || role == Role::Judge && former() || society() || treasurer() || condemned() {
            gone.push(scene.page.tokens()[name.last].word);
            name.local = Local::Party(Role::ThirdParty);
            name.counsel = false;
        } else if name.last > name.first {
            seated.push(scene.page.tokens()[name.last].word);
        }
    }
    // `signée par la présidente, Mme VORNIK`, whom the line above calls a society's.
    for words in [&mut gone, &mut seated] {
        order_by(words, |word| u64::from(word.0));
    }
    for name in names.iter_mut().filter(|name| name.first == name.last && matches!(name.local, Local::Office(Role::Judge) | Local::Zone(Role::Judge)) && name.rule != SIGNED) {
        let word = scene.page.tokens()[name.last].word;
        if gone.binary_search(&word).is_ok() && seated.binary_search(&word).is_err() {
            name.local = Local::Party(Role::ThirdParty);
        }
    }
}

/// `M. A, Mme B et M. C, conseillers`, `Assesseurs : M. A et Mme B`, `étaient présents M. A, Mme B`: the plural is everybody's.
fn lists(scene: &Scene, names: &mut [Name]) {
    let plural = |at: usize| scene.cue(at).any(Cue::JUDGE.or(Cue::CLERK).or(Cue::PROSECUTOR)) && scene.page.folded(at).ends_with('S') && !polls(scene, at);
    for index in (0..names.len()).rev() {
        let last = names[index].last;
        let noun = (last + 1..last + 4).take_while(|&at| scene.gap(at) < Gap::Blank && (at == last + 1 || scene.is(at - 1, ",") || scene.cue(at - 1).any(Cue::RANK))).find(|&at| plural(at));
        // `M. A, Mme B, conseillers d'Etat`
        let state = noun.is_some_and(|at| scene.is(at, "CONSEILLERS") && scene.is(at + 1, "D'") && scene.is(at + 2, "ETAT"));
        if state && names[index].local == Local::Weak {
            names[index].local = Local::Office(Role::Judge);
        }
        let (true, Local::Office(role)) = (noun.is_some(), names[index].local) else { continue };
        let mut item = index;
        while item > 0 && joined(scene, &names[item - 1], &names[item]) && give_office(&mut names[item - 1], role) {
            item -= 1;
        }
    }
    for &at in scene.openings.iter().filter(|&&at| plural(at) || scene.cue(at).any(Cue::COMPOSITION)) {
        let colon = (at + 1..at + 4).take_while(|&t| scene.gap(t) <= Gap::Space).find(|&t| scene.is(t, ":"));
        let Some(colon) = colon.filter(|_| plural(at) && scene.shape(at) != Shape::Lower) else { continue };
        let mut item = names.partition_point(|name| name.first <= colon);
        let bullet = |t: usize| scene.gap(t) == Gap::Line && one_of!(scene.page.folded(t), "-" | "–" | "•");
        let led = names.get(item).is_some_and(|name| name.first <= colon + 3 + usize::from(bullet(colon + 1)) && scene.gap(colon + 1) < Gap::Blank);
        let role = if scene.cue(at).any(Cue::CLERK) { Role::Clerk } else { Role::Judge };
        // `Assesseurs : Me X, notaire à Nevers ; Me Y, notaire à Chaumont`
        let goes_on = |left: &Name, right: &Name| joined(scene, left, right) || bullet(colon + 1) && right.first < left.last + 16 && (right.first.saturating_sub(3)..right.first).any(bullet) && (left.last + 1..=right.first).all(|t| scene.gap(t) < Gap::Blank) || (left.last + 1..=right.first).all(|t| scene.gap(t) < Gap::Line) && (left.last + 1..right.first).any(|t| scene.is(t, ";")) && scene.gap(at) >= Gap::Line;
        // A notary, a lawyer or a doctor may sit beside the judge who presides.
        let sits = |name: &mut Name| {
            if scene.page.folded(at).starts_with("ASSESS") && matches!(name.local, Local::Office(_)) {
                name.local = Local::Office(role);
            }
            give_office(name, role)
        };
        while led && item < names.len() && sits(&mut names[item]) && item + 1 < names.len() && goes_on(&names[item], &names[item + 1]) {
            item += 1;
        }
    }
    members(scene, names);
    conciliators(scene, names);
    headed(scene, names);
    // `des assesseurs A et B`
    for index in 1..names.len() {
        let (before, after) = names.split_at_mut(index);
        let left = &before[index - 1];
        if left.local == Local::Office(Role::Judge) && left.first > 1 && scene.is(left.first - 1, "ASSESSEURS") && joined(scene, left, &after[0]) {
            give_office(&mut after[0], Role::Judge);
        }
    }
    // `Formation : Mme A (présidente), M. B, Mme C`
    for colon in scene.page.all_called(&["FORMATION"]).into_iter().filter(|&at| scene.gap(at) >= Gap::Line && scene.is(at + 1, ":")).map(|at| at + 1) {
        let mut item = names.partition_point(|name| name.first <= colon);
        let bracket = |left: &Name| scene.is(left.last + 1, "(") && scene.cue(left.last + 2).any(Cue::JUDGE) && scene.is(left.last + 3, ")") && scene.is(left.last + 4, ",");
        let goes_on = |left: &Name, right: &Name| (left.last + 1..=right.first).all(|t| scene.gap(t) < Gap::Line) && (joined(scene, left, right) || bracket(left) && right.first < left.last + 8);
        let led = names.get(item).is_some_and(|name| name.first <= colon + 3 && scene.gap(colon + 1) < Gap::Blank);
        while led && item < names.len() && give_office(&mut names[item], Role::Judge) && item + 1 < names.len() && goes_on(&names[item], &names[item + 1]) {
            item += 1;
        }
    }
    let present = ["PRESENTS", "PRESENTES"].into_iter().filter_map(|word| scene.page.document.find(word)).flat_map(|word| scene.page.document.places(word).iter().map(|&at| at as usize));
    for at in present.filter(|&at| at > 0 && scene.is(at - 1, "ETAIENT")).collect::<Vec<_>>() {
        let mut item = names.partition_point(|name| name.first <= at);
        // Not `les époux étaient présents. M. X a conclu`.
        let follows = |t: usize| scene.is(t, ":") || scene.cue(t).any(Cue::CIVILITY) || scene.is(t, ".") && scene.cue(t - 1).any(Cue::CIVILITY);
        let led = names.get(item).is_some_and(|name| name.first <= at + 4 && scene.gap(at + 1) < Gap::Blank && (at + 1..name.first).all(follows));
        // Not `étaient présents M. X, son fils et sa belle-fille` on the spot.
        let seated = |name: &Name| (name.last + 1..name.last + 60).take_while(|&t| scene.gap(t) < Gap::Blank && !(scene.is(t, ".") && !scene.cue(t - 1).any(Cue::CIVILITY))).any(|t| scene.cue(t).any(Cue::JUDGE.or(Cue::CLERK).or(Cue::PROSECUTOR)));
        let led = led && seated(&names[item]);
        while led && item < names.len() && give_office(&mut names[item], Role::Judge) && item + 1 < names.len() && joined(scene, &names[item], &names[item + 1]) {
            item += 1;
        }
    }
    // `Ont été entendus en audience publique : - le rapport du Dr X ;`: who reports to a chamber of discipline sits in it.
    for name in names.iter_mut().filter(|name| matches!(name.local, Local::Weak | Local::Party(Role::ThirdParty)) && name.first > 4) {
        let first = name.first;
        let report = (first - 4..first).find(|&t| scene.is(t, "RAPPORT") && scene.is(t - 1, "LE") || scene.is(t, "CONCLUSIONS") && scene.is(t - 1, "LES")).filter(|&t| (t + 1..first).all(|t| one_of!(scene.page.folded(t), "DU" | "DE" | "D'" | ".") || scene.cue(t).any(Cue::CIVILITY)));
        // An item of what was heard may stand below a blank line.
        let heard = |report: usize| (report.saturating_sub(24)..report).rev().take_while(move |&t| scene.gap(t + 1) < Gap::Blank || scene.is(t, ":") || scene.is(t, ",") || scene.is(t, ";"));
        // `Le rapport de Mme X et les conclusions de M. Y, rapporteur public, ont été entendus`
        let behind = || (name.last + 1..name.last + 24).take_while(|&t| scene.gap(t) < Gap::Blank && !scene.is(t, ";"));
        let public = || behind().any(|t| scene.page.folded(t).starts_with("RAPPORTEUR") && scene.page.folded(t + 1).starts_with("PUBLI")) && behind().any(|t| scene.page.folded(t).starts_with("ENTENDU"));
        if report.is_some() && public() || report.is_some_and(|report| heard(report).any(|t| scene.page.folded(t).starts_with("ENTENDU")) && heard(report).any(|t| one_of!(scene.page.folded(t), "AUDIENCE" | "SEANCE"))) && !scene.cue(name.last + 2).any(Cue::EXPERT) {
            name.local = Local::Office(Role::Judge);
        }
    }
    // `présidée par Mme A, juge, assistée de Mme B`: who assists a judge is the clerk.
    for index in 1..names.len() {
        let first = names[index].first;
        let assists = (first.saturating_sub(4)..first).any(|t| one_of!(scene.page.folded(t), "ASSISTE" | "ASSISTEE") && one_of!(scene.page.folded(t + 1), "DE" | "PAR" | "D'"));
        if assists && names[index].local == Local::Weak && first < names[index - 1].last + 10 && names[index - 1].local == Local::Office(Role::Judge) {
            names[index].local = Local::Office(Role::Clerk);
        }
    }
}

/// `délibéré par Mme A, présidente, MM. les Drs B, C et D, membres`: who deliberates is of the court, doctors too (CSP R4126-24).
fn members(scene: &Scene, names: &mut [Name]) {
    let document = &scene.page.document;
    let Some(word) = document.find("MEMBRES") else { return };
    for at in document.places(word).iter().map(|&at| at as usize).filter(|&at| at > 1 && scene.is(at - 1, ",") && scene.shape(at) == Shape::Lower) {
        let sentence = (at.saturating_sub(80)..at).rev().take_while(|&t| scene.gap(t + 1) < Gap::Blank);
        if let Some(from) = sentence.into_iter().find(|&t| one_of!(scene.page.folded(t), "DELIBERE" | "COMPOSEE" | "SIEGEAIENT" | "SIEGEANT")) {
            let first = names.partition_point(|name| name.first < from);
            for name in names[first..].iter_mut().take_while(|name| name.last < at) {
                // `MM. les Drs A, B et C, membres`
                if !give_office(name, Role::Judge) && name.local == Local::Party(Role::ThirdParty) {
                    name.local = Local::Office(Role::Judge);
                }
            }
        }
    }
}

/// `| Rapporteur public |`, `| Le greffier, |`: a column that has an office at its head, and nothing else.
fn headed(scene: &Scene, names: &mut [Name]) {
    let tables = scene.page.tables();
    for name in names.iter_mut() {
        let head = tables.head(scene.page, name.first);
        if head.is_empty() || head.len() > 5 {
            continue;
        }
        let role = head.clone().find_map(|at| role_of(scene.cue(at))).filter(|role| role.is_court() && *role != Role::Lawyer);
        let whole = || head.clone().all(|at| scene.cue(at).any(Cue::OFFICE_OF_COURT.or(Cue::RANK).or(Cue::ARTICLE)) || one_of!(scene.page.folded(at), "PUBLIC" | "PUBLIQUE" | "," | ":" | "*" | "DE" | "CHAMBRE"));
        // A society has a president too: a court's table has a clerk, a prosecutor or a rapporteur public beside him.
        let bench = || {
            let line = scene.page.line_start(head.start).unwrap_or(head.start);
            let words = || (line..line + 60).take_while(|&at| at == line || scene.gap(at) < Gap::Line);
            words().any(|at| scene.cue(at).any(Cue::CLERK.or(Cue::PROSECUTOR))) || words().any(|at| scene.page.folded(at).starts_with("RAPPORTEUR") && scene.page.folded(at + 1).starts_with("PUBLI"))
        };
        if let Some(role) = role.filter(|_| whole() && bench()) {
            give_office(name, role);
        }
    }
}

/// `Bureau de jugement du 3 mai 2022 : M. A, président, Mme B et M. C`, `Bureau de conciliation (M. A, président ; Mme B)`: who sat there.
fn conciliators(scene: &Scene, names: &mut [Name]) {
    for at in scene.page.all_called(&["BUREAU"]).into_iter().filter(|&at| scene.is(at + 1, "DE") && one_of!(scene.page.folded(at + 2), "JUGEMENT" | "CONCILIATION")) {
        let Some(open) = (at + 3..at + 14).take_while(|&t| scene.gap(t) < Gap::Line).find(|&t| one_of!(scene.page.folded(t), ":" | "(")) else { continue };
        let end = (open + 1..open + 60).find(|&t| scene.gap(t) >= Gap::Line || scene.is(t, ")")).unwrap_or(open + 60);
        let presides = (open..end).any(|t| one_of!(scene.page.folded(t), "PRESIDENT" | "PRESIDENTE"));
        let first = names.partition_point(|name| name.first <= open);
        if presides && names.get(first).is_some_and(|name| name.first <= open + 3) {
            // Nothing but offices and signs stands between them: a party's absence is told there too.
            let small = |at: usize| one_of!(scene.page.folded(at), "," | ";" | "ET" | "." | "EMPLOYEUR" | "SALARIE" | "(" | ")" | "E" | "S") || scene.cue(at).any(Cue::CIVILITY.or(Cue::JUDGE));
            let mut from = open + 1;
            for name in names[first..].iter_mut().take_while(|name| name.last < end) {
                // `M. X, demandeur, était absent`
                let told = scene.is(name.last + 1, ",") && scene.shape(name.last + 2) == Shape::Lower && !scene.cue(name.last + 2).any(Cue::JUDGE.or(Cue::CIVILITY));
                if told || !(from..name.first).all(small) {
                    break;
                }
                from = name.last + 1;
                give_office(name, Role::Judge);
            }
        }
    }
}

/// `Greffier : Me X`, `Me X, greffier`: the clerk of a commercial court is an officier public et ministériel (C. com. L741-1) and called Maître.
fn clerks(scene: &Scene, names: &mut [Name]) {
    for name in names.iter_mut().filter(|name| name.local == Local::Office(Role::Lawyer) && name.first > 2) {
        let title = name.first - 1 - usize::from(scene.is(name.first - 1, "."));
        let colon = title - 1;
        let before = scene.cue(title).any(Cue::MAITRE) && scene.is(colon, ":") && colon > 0 && scene.cue(colon - 1).any(Cue::CLERK);
        let behind = scene.is(name.last + 1, ",") && scene.cue(name.last + 2).any(Cue::CLERK) && scene.gap(name.last + 2) == Gap::Space;
        if before || behind {
            name.local = Local::Office(Role::Clerk);
        }
    }
}

/// `M. X, personnalité nommée par le vice-président du Conseil d'État`: an assessor of the Cour nationale du droit d'asile (CESEDA L131-6).
fn appointees(scene: &Scene, names: &mut [Name]) {
    for index in (0..names.len()).rev() {
        let after = names[index].last + 1;
        let noun = scene.page.folded(after + 1);
        if !scene.is(after, ",") || !one_of!(noun, "PERSONNALITE" | "PERSONNALITES") || !one_of!(scene.page.folded(after + 2), "NOMMEE" | "NOMMEES" | "QUALIFIEE" | "QUALIFIEES") {
            continue;
        }
        let mut item = index;
        while give_office(&mut names[item], Role::Judge) && noun.ends_with('S') && item > 0 && joined(scene, &names[item - 1], &names[item]) {
            item -= 1;
        }
    }
}

/// Only commas, `et` and civilities stand between two names.
pub(super) fn joined(scene: &Scene, left: &Name, right: &Name) -> bool {
    let between = left.last + 1..right.first;
    (1..=6).contains(&between.len())
        && between.clone().all(|at| one_of!(scene.page.folded(at), "," | "ET" | ".") || scene.cue(at).any(Cue::CIVILITY))
        && (left.last + 1..=right.first).all(|at| scene.gap(at) <= Gap::Line)
        && one_of!(scene.page.folded(left.last + 1), "," | "ET")
}

/// Gives a name the list's office; false when it has one of its own, or is somebody else's.
pub(super) fn give_office(name: &mut Name, role: Role) -> bool {
    match name.local {
        Local::Weak | Local::Zone(_) | Local::Party(Role::Party) => name.local = Local::Office(role),
        Local::Office(own) => return own.is_court(),
        Local::Party(_) => return false,
    }
    true
}

/// Where the court presents itself: from `composée de`, `siégeant`, `débats` to a party's label or prose.
fn composition(scene: &Scene, names: &mut [Name]) {
    let mut energy = 0i32;
    let mut next = 0;
    let mut openings = scene.openings.iter().copied();
    let mut after = 0;
    while let Some(at) = if energy > 0 { Some(after).filter(|&at| at < scene.page.tokens().len()) } else { openings.find(|&opening| opening >= after) } {
        after = at + 1;
        let cue = scene.cue(at);
        let folded = scene.page.folded(at);
        let opens = cue.any(Cue::COMPOSITION)
            && (one_of!(folded, "COMPOSEE" | "COMPOSITION" | "COMPOSE" | "SIEGEANT" | "SIEGEAIENT" | "SIEGEAIT" | "PRESIDEE" | "DEBATTUE" | "DELIBERES") || one_of!(folded, "DELIBERE" | "DEBATS" | "PRONONCE") && (scene.shape(at) != Shape::Lower && (!scene.in_capitals(at) || scene.gap(at) >= Gap::Line || scene.is(at + 1, ":")) || at > 0 && one_of!(scene.page.folded(at - 1), "DU" | "DES" | "LE") && scene.is(at + 1, ":")))
            || cue.any(Cue::OFFICE_OF_COURT) && !cue.any(Cue::LAWYER) && scene.is(at + 1, ":") && scene.shape(at + 2) != Shape::Lower && !one_of!(scene.page.folded(at + 2), "«" | "\"") && !of_statutes(scene, at);
        // `le couple, composé de M. X et Mme Y`: a court is composed, or a caption is.
        let private = one_of!(folded, "COMPOSE" | "COMPOSEE") && scene.shape(at) != Shape::Upper && at > 0 && scene.gap(at) < Gap::Line && !scene.is(at + 1, ":") && !scene.is(at + 2, ":")
            && !(at.saturating_sub(12)..at).any(|t| scene.cue(t).any(Cue::COURT) || one_of!(scene.page.folded(t), "CONSEIL" | "FORMATION" | "BUREAU" | "SIEGE" | "SIEGEANT" | "STATUANT" | "COLLEGE" | "JURY" | "COLLEGIALE"))
            && !(at..at + 45).take_while(|&t| scene.gap(t) < Gap::Blank && !scene.is(t, ";")).any(|t| scene.cue(t).any(Cue::JUDGE.or(Cue::CLERK).or(Cue::PROSECUTOR)));
        let opens = opens && !private;
        // `PRONONCE le divorce de`: a verb and what it does, but `PRONONCE le 3 mai`.
        let object = folded == "PRONONCE" && scene.cue(at + 1).any(Cue::ARTICLE) && scene.kind(at + 2) != TokenKind::Number && !scene.cue(at + 2).any(Cue::NUMBER.or(Cue::DAY));
        let opens = opens && !object;
        // `le conseil de discipline était irrégulièrement composé, Mme X ayant`
        let opens = opens && !(one_of!(folded, "COMPOSE" | "COMPOSEE") && scene.is(at + 1, ","));
        // `la société ARDEL, présidée par M. X`
        // `le conseil, présidé par M. X, l'a déboutée`
        let opens = opens || folded == "PRESIDE" && scene.is(at + 1, "PAR") && (at.saturating_sub(4)..at).any(|t| one_of!(scene.page.folded(t), "CONSEIL" | "TRIBUNAL" | "BUREAU" | "COLLEGE") && !scene.is(t + 1, "D'") && !one_of!(scene.page.folded(t + 1), "MUNICIPAL" | "SYNDICAL" | "DE" | "GENERAL" | "REGIONAL" | "COMMUNAUTAIRE"));
        let company = one_of!(folded, "PRESIDEE" | "PRESIDE") && (at.saturating_sub(8)..at).any(|t| scene.cue(t).any(Cue::COMPANY) || one_of!(scene.page.folded(t), "COMMISSION" | "ASSEMBLEE" | "REUNION" | "COMITE" | "JURY"));
        if opens && !company {
            energy = 14;
        } else if energy > 0 {
            if scene.gap(at) == Gap::Blank && facts(scene, at) || cue.any(Cue::PARTY_LABEL) && scene.shape(at) != Shape::Lower || one_of!(folded, "ATTENDU" | "CONSIDERANT" | "VU" | "EXPOSE" | "FAITS" | "CONTRE" | "ENTRE") && scene.shape(at) != Shape::Lower || ends_composition(folded) && scene.shape(at) != Shape::Lower && (scene.gap(at) >= Gap::Line || scene.is(at - 1, "-")) || folded == "*" || folded == "C" && scene.is(at + 1, "/") {
                energy = 0;
            } else if cue.any(Cue::JUDGE.or(Cue::CLERK).or(Cue::PROSECUTOR)) {
                energy = energy.max(5);
            } else if folded == "." && !(at > 0 && scene.cue(at - 1).any(Cue::CIVILITY)) {
                energy -= 4;
            } else if scene.shape(at) == Shape::Lower || scene.in_capitals(at) && over(names, at, at).is_none() {
                energy -= cost(cue, folded);
            }
        }
        while next < names.len() && names[next].first < at {
            next += 1;
        }
        if energy > 0 && next < names.len() && names[next].first == at && names[next].local == Local::Weak && names[next].confidence != Confidence::Possible && near_office(scene, &names[next]) {
            names[next].local = Local::Zone(Role::Judge);
        }
    }
}

/// Headings and verbs of the operative part that open a line.
fn ends_composition(folded: &str) -> bool {
    one_of!(
        folded,
        "JURY" | "JURES" | "MOTIFS" | "MOTIVATION" | "DEMANDES" | "MOYENS" | "PRETENTIONS" | "DISCUSSION" | "DECLARE" | "CONDAMNE" | "REJETTE" | "DEBOUTE" | "FIXE" | "ORDONNE" | "CONSTATE" | "CONFIRME" | "INFIRME" | "HOMOLOGUE" | "RAPPELLE"
    )
}

/// True when the paragraph that opens at `at` tells what somebody did or asks, and not what the court did: `M. X, président de la société Y, a signé`.
fn facts(scene: &Scene, at: usize) -> bool {
    const COURT_DID: &[&str] = &["RENDU", "ETE", "ENTENDU", "FAIT", "PRONONCE", "SIGNE", "PRESENTE", "DONNE", "TENU", "DEPOSE", "LU", "REQUIS", "CONCLU", "DIT", "MIS", "ASSISTE", "STATUE", "PLAIDE", "DEVELOPPE", "INDIQUE", "INFORME", "AVISE", "CONSTATE", "ORDONNE", "DELIBERE", "SIEGE", "PRESIDE", "RAPPELE", "DEBATTU", "APPELE", "RENVOYE", "COMMUNIQUE", "PRIS", "FIXE", "ENVOYE", "PORTE", "EVOQUE", "SOULEVE", "PROROGE"];
    let court = |t: usize| COURT_DID.contains(&scene.page.folded(t)) || COURT_DID.contains(&scene.page.folded(t).trim_end_matches(['S', 'E']));
    let lower = |t: usize| scene.shape(t) == Shape::Lower && !scene.cue(t).any(Cue::ARTICLE);
    let has = |t: usize| scene.page.document.original_at(t) == "a" || one_of!(scene.page.folded(t), "ONT" | "AVAIT") && scene.shape(t) == Shape::Lower;
    let did = |t: usize| match has(t) && lower(t + 1) {
        true if scene.is(t + 1, "ETE") => lower(t + 2) && !court(t + 2),
        // `a signé le contrat`, but `a signé la minute`
        true if scene.page.folded(t + 1).starts_with("SIGNE") => one_of!(scene.page.folded(t + 3), "CONTRAT" | "BAIL" | "ACTE" | "CONVENTION" | "BON" | "DEVIS" | "LETTRE" | "PROTOCOLE" | "AVENANT"),
        true => scene.page.folded(t + 1).len() > 1 && !court(t + 1),
        // `Mme X gagnait`
        false => lower(t) && scene.page.folded(t).len() > 6 && scene.page.folded(t).ends_with("AIT") && !scene.page.folded(t).starts_with("SIEG"),
    };
    let asks = |t: usize| scene.shape(t) == Shape::Lower && one_of!(scene.page.folded(t), "SOUTIENT" | "DEMANDE" | "CONTESTE" | "SOLLICITE" | "EXPOSE" | "RECLAME" | "PLAINT");
    (at..at + 30).take_while(|&t| t == at || scene.gap(t) < Gap::Line).any(|t| did(t) || asks(t))
}

/// True when an office of the court stands within a dozen tokens of the name, and no dwelling, filiation or doctor's title.
fn near_office(scene: &Scene, name: &Name) -> bool {
    let lead = name.first.saturating_sub(2)..name.first;
    let private = lead.clone().any(|t| one_of!(scene.page.folded(t), "DR" | "DOCTEUR" | "CHEZ" | "PR" | "PROFESSEUR"))
        || lead.clone().any(|t| scene.is(t, "DE")) && (name.first.saturating_sub(7)..name.first).any(|t| one_of!(scene.page.folded(t), "FILS" | "FILLE"))
        || (name.last + 1..name.last + 4).any(|t| scene.cue(t).any(Cue::DWELLING.or(Cue::BORN)))
        // `composé des docteurs A et B`
        || (name.first.saturating_sub(7)..name.first).rev().take_while(|&t| scene.capital(t) || one_of!(scene.page.folded(t), "ET" | "," | "DES" | "DOCTEURS" | "PROFESSEURS") || scene.cue(t).any(Cue::PARTICLE)).any(|t| one_of!(scene.page.folded(t), "DOCTEURS" | "PROFESSEURS") && t > 0 && scene.is(t - 1, "DES"))
        // `en présence de Madame X, médiatrice`
        || scene.is(name.last + 1, ",") && scene.shape(name.last + 2) == Shape::Lower && ["MEDIAT", "INTERPRET", "CURAT", "TUTEUR", "TUTRICE", "TRADUCT", "CONCILIAT", "PARTIE", "COMPARANT"].iter().any(|stem| scene.page.folded(name.last + 2).starts_with(stem))
        // `l'avocat de M. X`, `le procureur a requis contre M. X`, `le juge a entendu Mme X`
        || counterpart(scene, name)
        // `La présidente : Monsieur X, reconnaissez-vous`
        || lead.clone().find(|&t| scene.cue(t).any(Cue::CIVILITY) && t > 1 && scene.is(t - 1, ":")).is_some_and(|title| addressed(scene, title - 2, name.first))
        // `PRÉFECTURE ..... M. X`: dots lead from no office of the court.
        || lead.clone().filter(|&t| scene.cue(t).any(Cue::CIVILITY)).find_map(|t| scene.page.leader(t)).is_some_and(|label| !scene.cue(label).any(Cue::OFFICE_OF_COURT.or(Cue::COMPOSITION)) && scene.kind(label) == TokenKind::Word)
        // `M. X est accusé`: of its members the court says what they did, not what they are.
        || scene.shape(name.last + 1) == Shape::Lower && one_of!(scene.page.folded(name.last + 1), "EST" | "ETAIT" | "DEMANDE" | "SOUTIENT" | "EXPOSE" | "CONTESTE" | "SOLLICITE");
    let office = |t: usize| scene.cue(t).any(Cue::JUDGE.or(Cue::CLERK).or(Cue::PROSECUTOR).or(Cue::COMPOSITION));
    let same_list = |t: &usize| scene.gap(*t) < Gap::Blank && !scene.is(*t, ";");
    let before = (name.first.saturating_sub(40)..name.first).rev().take_while(|t| scene.gap(t + 1) < Gap::Blank && !scene.is(*t, ";")).any(office);
    let close = (name.first.saturating_sub(13)..name.first).any(office) || (name.last + 1..name.last + 14).any(office);
    !private && (close || before || (name.last + 1..name.last + 40).take_while(same_list).any(office))
}

/// True for whom somebody of the court hears, pleads for or speaks against.
fn counterpart(scene: &Scene, name: &Name) -> bool {
    let title = (name.first.saturating_sub(2)..name.first).find(|&t| scene.cue(t).any(Cue::CIVILITY)).unwrap_or(name.first);
    let word = |back: usize| title.checked_sub(back).map_or("", |t| scene.page.folded(t));
    let heard = one_of!(word(1), "ENTENDU" | "INTERROGE" | "CONVOQUE") && title > 1 && scene.page.document.original_at(title - 2) == "a";
    heard || word(1) == "CONTRE" || one_of!(word(1), "DE" | "D'") && one_of!(word(2), "AVOCAT" | "AVOCATE" | "CONSEIL")
}

/// True when a doctor's title leads to the name.
fn doctor(scene: &Scene, name: &Name) -> bool {
    (name.first.saturating_sub(2)..name.first).any(|t| one_of!(scene.page.folded(t), "DR" | "DOCTEUR" | "PR" | "PROFESSEUR"))
}

/// What a lower-case word costs the composition: nothing for the words courts present themselves with, much for prose.
fn cost(cue: Cue, folded: &str) -> i32 {
    if cue.any(Cue::COMPOSITION.or(Cue::RANK).or(Cue::NUMBER).or(Cue::MONTH).or(Cue::CIVILITY))
        || one_of!(folded, "DE" | "DU" | "LA" | "LE" | "LES" | "ET" | "EN" | "A" | "D'" | "L'" | "AU" | "AUX" | "PAR" | "LORS" | "AUDIENCE" | "PUBLIQUE" | "CHAMBRE" | "COUR" | "TRIBUNAL" | "APPEL" | "JUDICIAIRE" | "ARRET" | "JUGEMENT" | "QUI" | "SIGNE" | "DEVANT" | "SANS" | "OPPOSITION" | "AVOCATS" | "DELIBERE" | "RAPPORT" | "ENTENDU" | "SUR" | "PRESENCE" | "MISE" | "DISPOSITION" | "GREFFE")
    {
        return 0;
    }
    match folded {
        "VICTIME" | "ASSIGNE" | "ACCIDENT" | "NE" | "NEE" | "CONTRAT" | "DEMEURANT" | "REPRESENTE" | "REPRESENTEE" | "CONDAMNE" | "CONDAMNER" | "CONSENTI" | "QUE" | "EST" | "SOUTIENT" | "DEMANDE" | "PAYER" | "SOMME" | "SON" | "SA" | "SES" => 14,
        _ if cue.any(Cue::STOP) => 1,
        _ => 2,
    }
}

/// The last lines: names beside `Le greffier`, `La présidente`, after `Signé :`.
fn signatures(scene: &Scene, names: &mut [Name]) {
    let count = scene.page.tokens().len();
    let low = count.saturating_sub(90);
    for name in names.iter_mut().rev().take_while(|name| name.last >= low) {
        if name.local != Local::Weak || !stands_apart(scene, name) {
            continue;
        }
        let office = |t: usize| {
            let starts = scene.shape(t) != Shape::Lower || scene.gap(t) >= Gap::Line || t > 0 && one_of!(scene.page.folded(t - 1), "LE" | "LA" | "L'");
            let company = (t + 1..t + 6).any(|t| scene.cue(t).any(Cue::COMPANY));
            t >= low && scene.cue(t).any(Cue::JUDGE.or(Cue::CLERK)) && starts && !company
        };
        let signed = name.first > 1 && (name.first.saturating_sub(4)..name.first).any(|t| one_of!(scene.page.folded(t), "SIGNE" | "SIGNEE"));
        if signed || (name.first.saturating_sub(12)..name.first).any(office) || (name.last + 1..name.last + 13).any(office) {
            name.local = Local::Zone(Role::Judge);
        }
    }
}

/// `Fait à Paris, le 3 mai 2024` above `Signé`, or `Pour expédition conforme` below: a court's order, no letter.
fn made_out(scene: &Scene, signed: usize) -> bool {
    let word = |at: usize| scene.page.folded(at);
    (signed.saturating_sub(12)..signed).any(|at| word(at) == "FAIT" && word(at + 1) == "A" && scene.gap(at) >= Gap::Line)
        || (signed..signed + 24).any(|at| one_of!(word(at), "EXPEDITION" | "AMPLIATION") || scene.cue(at).any(Cue::CLERK))
}

/// True when no prose shares the name's line: a signature, not `Condamne M. X aux dépens`.
fn stands_apart(scene: &Scene, name: &Name) -> bool {
    let mut before = name.first;
    while before > 0 && scene.gap(before) < Gap::Wide {
        before -= 1;
        let cue = scene.cue(before);
        let label = scene.capital(before) && (!cue.any(Cue::STOP.or(Cue::PARTY_LABEL)) || one_of!(scene.page.folded(before), "SIGNE" | "SIGNEE") && made_out(scene, before)) || cue.any(Cue::JUDGE.or(Cue::CLERK).or(Cue::CIVILITY)) || scene.kind(before) == TokenKind::Symbol;
        if !label {
            return false;
        }
    }
    let after = name.last + 1;
    // `M. Roland MAIRE, boucher, et Mme X ont saisi`: prose behind a comma.
    let line = (after..after + 9).take_while(|&at| at == after || scene.gap(at) < Gap::Wide);
    let prose = line.clone().any(|at| scene.shape(at) == Shape::Lower && scene.kind(at) == TokenKind::Word && !scene.cue(at).any(Cue::JUDGE.or(Cue::CLERK).or(Cue::PROSECUTOR).or(Cue::RANK).or(Cue::PARTICLE).or(Cue::ARTICLE)) && !one_of!(scene.page.folded(at), "SIGNE" | "SIGNEE" | "DE" | "DU" | "EN" | "F" | "FF"));
    scene.gap(after) >= Gap::Wide || scene.capital(after) || scene.kind(after) == TokenKind::Symbol && !prose
}

/// An office with the surnames and given names it comes with.
type Office<'k> = (Role, &'k [WordId], &'k [&'k str], Option<Gender>);

#[derive(Default)]
struct Bearers<'k> {
    offices: Vec<Office<'k>>,
    /// The given names of those beside whose name an office of the court stands.
    held: Vec<&'k [&'k str]>,
    /// An office stands beside the name somewhere, not only the zone.
    sure: bool,
    /// Somebody is counsel under this surname and a given name.
    counsel: bool,
    /// Somebody is called Maître under this surname by the court itself.
    pleads: bool,
    strong: Vec<&'k [&'k str]>,
    trustees: Vec<&'k [&'k str]>,
    weak: usize,
    weak_given: Vec<&'k [&'k str]>,
    /// The words of names that no dictionary splits: `M. Dégeu Phémozok`.
    weak_whole: Vec<&'k [WordId]>,
}

/// Gives weak mentions the office of a compatible member of the court, and takes a zone's from a proven party.
fn inherit(scene: &Scene, names: &mut [Name]) {
    let mut family_words: Vec<WordId> = Vec::with_capacity(2 * names.len());
    let mut given_words: Vec<&str> = Vec::with_capacity(2 * names.len());
    let ends: Vec<(usize, usize)> = names
        .iter()
        .map(|name| {
            let split = split(scene, name);
            family_words.extend(split.family().map(|t| scene.page.tokens()[t].word));
            given_words.extend(split.given().map(|t| scene.page.folded(t)));
            (family_words.len(), given_words.len())
        })
        .collect();
    let starts = std::iter::once((0, 0)).chain(ends.iter().copied());
    let keys: Vec<(&[WordId], &[&str])> = starts.zip(&ends).map(|(from, to)| (&family_words[from.0..to.0], &given_words[from.1..to.1])).collect();
    let mut by_surname: FxHashMap<WordId, Bearers> = FxHashMap::default();
    for (name, &(family, given)) in names.iter().zip(&keys) {
        for surname in family {
            let bearers = by_surname.entry(*surname).or_default();
            match name.local {
                Local::Office(Role::Lawyer) => {
                    bearers.counsel |= name.counsel && !given.is_empty();
                    bearers.pleads |= name.counsel || !said(scene, name.first);
                }
                Local::Office(Role::ThirdParty) => bearers.trustees.push(given),
                // Who only signs may share the surname of somebody the decision speaks of.
                Local::Office(_) if name.rule == SIGNED && given.iter().all(|given| given.len() == 1) => {}
                Local::Office(role) | Local::Zone(role) => {
                    bearers.sure |= matches!(name.local, Local::Office(_));
                    if role.is_court() && matches!(name.local, Local::Office(_)) {
                        bearers.held.push(given);
                    }
                    bearers.offices.push((role, family, given, called::gender_of(scene, name)));
                }
                Local::Party(_) => bearers.strong.push(given),
                Local::Weak if pleads(scene, name) => bearers.strong.push(given),
                Local::Weak => {
                    bearers.weak += 1;
                    if !given.is_empty() {
                        bearers.weak_given.push(given);
                    } else if family.len() > 1 {
                        bearers.weak_whole.push(family);
                    }
                }
            }
        }
    }
    // `Monsieur Dupouy` where a party is called `DUPOUY-LARRERE`.
    for (name, &(family, given)) in names.iter().zip(&keys) {
        if !matches!(name.local, Local::Party(_) | Local::Weak) {
            continue;
        }
        for half in family.iter().filter_map(|surname| scene.page.document.folded(*surname).split_once('-')).flat_map(|(one, other)| [one, other]) {
            if let Some(bearers) = scene.page.document.find(half).and_then(|half| by_surname.get_mut(&half)) {
                bearers.strong.push(given);
            }
        }
    }
    // `David propose`, a party's given name, though the clerk is called David.
    let mut called: Vec<&str> = names.iter().zip(&keys).filter(|(name, (family, _))| !family.is_empty() && !name.role().is_court()).flat_map(|(_, (_, given))| given.iter().copied()).collect();
    called.sort_unstable();
    for (name, &(family, given)) in names.iter_mut().zip(&keys) {
        let first_name = name.rule == super::SWEPT && name.first == name.last && scene.shape(name.first) == Shape::Title && scene.given(name.first) && called.binary_search(&scene.page.folded(name.first)).is_ok();
        if first_name && name.local == Local::Weak {
            continue;
        }
        let Some(bearers) = family.first().and_then(|surname| by_surname.get(surname)) else { continue };
        // `Mme Sandrine CARREZ`, an assessor, beside a party `Maud ROUX épouse CARREZ`: the whole name is the court's member's alone.
        let whole = |court_given: &[&str]| !given.is_empty() && court_given == given && bearers.held.contains(&given) && bearers.strong.iter().all(|other| other.is_empty() || !compatible(other, given));
        let seated = whole(given);
        match name.local {
            Local::Zone(_) if seated => {}
            Local::Zone(_) => {
                // A proven party of that name, or a name the decision speaks of more than a court's member is spoken of.
                let party = bearers.strong.iter().any(|party| compatible(party, given));
                let spoken_of = !bearers.sure && bearers.weak > bearers.offices.len();
                if party || spoken_of {
                    name.local = Local::Weak;
                }
            }
            // `le docteur Clément` is no judge who bears the surname.
            Local::Weak if doctor(scene, name) => {}
            Local::Weak => {
                let office = bearers.offices.iter().find(|(role, surnames, names, _)| role.is_court() && family.iter().all(|word| surnames.contains(word)) && (given.is_empty() || !names.is_empty() && compatible(names, given)));
                // Who holds the office is told in full, and of the same gender.
                let told = office.is_some_and(|(_, _, court_given, gender)| !court_given.is_empty() && gender.is_some() && *gender == called::gender_of(scene, name));
                let most = bearers.offices.len() * if told { 2 } else { 1 };
                if let Some((role, _, court_given, gender)) = office
                    && gender.zip(called::gender_of(scene, name)).is_none_or(|(court, mine)| court == mine)
                    && (whole(court_given) || bearers.strong.is_empty() && bearers.weak_given.iter().all(|other| compatible(other, court_given)) && bearers.weak <= most)
                {
                    name.local = Local::Zone(*role);
                }
            }
            // Maître X without a counsel's word around, who is a party or a liquidator elsewhere.
            Local::Office(Role::Lawyer) if !name.counsel => {
                let same = |other: &&[&str]| if given.is_empty() { !bearers.counsel } else { !other.is_empty() && compatible(other, given) };
                let trustee = bearers.trustees.iter().any(|other| compatible(other, given));
                let officer = bearers.offices.iter().find(|(role, _, names, _)| matches!(role, Role::Notary | Role::Bailiff) && compatible(names, given));
                // `« Me X, mon patron, est prévenu »`: whom a witness calls so and no counsel's word names.
                let told = !bearers.pleads && bearers.offices.is_empty() && said(scene, name.first);
                if let Some((role, ..)) = officer {
                    name.local = Local::Office(*role);
                } else if told || trustee {
                    name.local = Local::Party(Role::ThirdParty);
                } else if bearers.strong.iter().any(same) || bearers.weak_given.iter().any(|other| !given.is_empty() && compatible(other, given)) || given.is_empty() && bearers.weak_whole.contains(&family) {
                    name.local = Local::Party(Role::Party);
                }
            }
            // `devant la conseillère ZORKIN`, of the probation service, who is told in full as nobody of the court.
            Local::Office(Role::Judge) if given.is_empty() && name.first > 0 && one_of!(scene.page.folded(name.first - 1), "CONSEILLER" | "CONSEILLERE") && !(name.first > 2 && scene.cue(name.first - 3).any(Cue::CIVILITY)) && bearers.held.iter().all(|held| held.is_empty()) && (!bearers.strong.is_empty() || !bearers.weak_given.is_empty()) => {
                name.local = Local::Party(Role::ThirdParty);
            }
            Local::Office(_) | Local::Party(_) => {}
        }
    }
    for (index, &(family, _)) in keys.iter().enumerate() {
        let shared = || family.first().and_then(|surname| by_surname.get(surname)).is_some_and(|bearers| !bearers.strong.is_empty() || bearers.weak > 0);
        if listed_lawyer(&names[index]) && beside_party(scene, names, index) && shared() {
            names[index].local = Local::Party(Role::Party);
        }
    }
}

/// `Vu la requête de Mme X`, `Mme X soutient que`: what parties alone do, though a judge bears the surname.
fn pleads(scene: &Scene, name: &Name) -> bool {
    let civility = (name.first.saturating_sub(3)..name.first).rev().take_while(|&t| scene.cue(t).any(Cue::CIVILITY) || scene.is(t, ".")).last().unwrap_or(name.first);
    let filed = civility > 1 && one_of!(scene.page.folded(civility - 1), "DE" | "D'") && one_of!(scene.page.folded(civility - 2), "REQUETE" | "DEMANDE" | "RECOURS" | "POURVOI" | "PREJUDICE");
    let verb = name.last + 1;
    let says = scene.shape(verb) == Shape::Lower && one_of!(scene.page.folded(verb), "SOUTIENT" | "CONTESTE" | "SOLLICITE" | "EXPOSE" | "RECLAME" | "REPROCHE" | "DEMANDE" | "SOUTENAIT" | "SOLLICITAIT" | "DEMANDAIT");
    filed || says
}

/// `Maître X` without a counsel's word around.
fn listed_lawyer(name: &Name) -> bool {
    name.local == Local::Office(Role::Lawyer) && !name.counsel
}

/// True when the next or the last item of the same list of `Maître` is a party: lawyers who sue as members of their firm.
fn beside_party(scene: &Scene, names: &[Name], index: usize) -> bool {
    let party = |other: &Name| other.rule == OFFICE && other.local == Local::Party(Role::Party);
    let close = |left: &Name, right: &Name| right.first <= left.last + 3 && scene.gap(right.first.saturating_sub(1)) >= Gap::Line;
    index > 0 && party(&names[index - 1]) && close(&names[index - 1], &names[index])
        || names.get(index + 1).is_some_and(|next| party(next) && close(&names[index], next))
}

/// True when two lists of given names may be one person's: one empty, or a shared name or initial.
pub(super) fn compatible<A: AsRef<str>, B: AsRef<str>>(a: &[A], b: &[B]) -> bool {
    let one = |x: &str, y: &str| x == y || x.len() == 1 && y.starts_with(x) || y.len() == 1 && x.starts_with(y);
    a.is_empty() || b.is_empty() || a.iter().any(|x| b.iter().any(|y| one(x.as_ref(), y.as_ref())))
}
