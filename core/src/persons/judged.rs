//! Lawyers who are judged themselves: before their council of discipline, or over their fees. They are parties, wherever they are named.
//!
//! ```text
//! Des poursuites ont été engagées contre Me ROUX, avocat inscrit au barreau.
//!
//! DEMANDEUR :
//! Maître Zoé ROUX
//!
//! Madame Léa VIAL
//! à
//! Maître Zoé ROUX, né le 3 mai 1968
//! ```

use super::roles::{compatible, split};
use super::scene::Scene;
use super::{Local, Name};
use crate::context::Cue;
use crate::model::Role;
use crate::text::{Gap, Shape, TokenKind, one_of};

/// What is brought, asked or inflicted against somebody who is judged.
const AGAINST: &[&str] = &[
    "POURSUITE", "POURSUITES", "PLAINTE", "RECLAMATION", "DISCIPLINAIRE", "DISCIPLINAIRES", "SANCTION", "PEINE", "SUSPENSION", "RADIATION", "BLAME", "AVERTISSEMENT", "INTERDICTION", "GRIEFS", "MANQUEMENTS", "CONTESTATION",
];

/// Makes parties of the lawyers who are judged, by every mention of them. Linear in the names, but for a factor of those judged.
pub(super) fn settle(scene: &Scene, names: &mut [Name]) {
    let lawyer = |name: &Name| name.local == Local::Office(Role::Lawyer);
    let judged: Vec<_> = names.iter().filter(|name| lawyer(name) && (accused(scene, name) || captioned(scene, name) || apposed(scene, name))).map(|name| of(scene, name)).collect();
    if judged.is_empty() {
        return;
    }
    for name in names.iter_mut().filter(|name| lawyer(name)) {
        let (family, given) = of(scene, name);
        if judged.iter().any(|(theirs, names)| family.iter().any(|word| theirs.contains(word)) && compatible(&given, names)) {
            name.local = Local::Party(Role::Party);
        }
    }
}

/// Surnames and given names.
fn of<'s>(scene: &'s Scene, name: &Name) -> (Vec<&'s str>, Vec<&'s str>) {
    let parts = split(scene, name);
    (parts.family().map(|at| scene.page.folded(at)).collect(), parts.given().map(|at| scene.page.folded(at)).collect())
}

/// The token of the title before the name.
fn title(scene: &Scene, name: &Name) -> Option<usize> {
    let before = name.first.checked_sub(1)?;
    let at = if scene.is(before, ".") { before.checked_sub(1)? } else { before };
    scene.cue(at).any(Cue::MAITRE).then_some(at)
}

/// `poursuites dirigées contre Me X`, `déclare Me X coupable`, `prononce à l'encontre de Maître X un blâme`.
fn accused(scene: &Scene, name: &Name) -> bool {
    let Some(title) = title(scene, name).filter(|&title| title > 1) else { return false };
    let guilty = scene.is(name.last + 1, "COUPABLE") && (scene.page.folded(title - 1).starts_with("DECLAR") || one_of!(scene.page.folded(title - 1), "DIT" | "JUGE" | "RECONNAIT"));
    // `Avocat poursuivi :` over the name
    let guilty = guilty || title > 2 && scene.is(title - 1, ":") && one_of!(scene.page.folded(title - 2), "POURSUIVI" | "POURSUIVIE" | "CAUSE") && (title.saturating_sub(5)..title).any(|at| scene.cue(at).any(Cue::LAWYER));
    // `Me X s'est rendu coupable de`
    let guilty = guilty || scene.is(name.last + 1, "S'") && one_of!(scene.page.folded(name.last + 3), "RENDU" | "RENDUE") && scene.is(name.last + 4, "COUPABLE");
    // `les honoraires dus à Me X`: those of Me X may be costs of somebody's counsel.
    let fees = scene.is(title - 1, "A") && (title.saturating_sub(12)..title - 1).rev().take_while(|&at| !one_of!(scene.page.folded(at), ";" | ":")).any(|at| scene.is(at, "HONORAIRES") && one_of!(scene.page.folded(at + 1), "DUS" | "DUES" | "REVENANT"));
    let against = scene.is(title - 1, "CONTRE") || scene.is(title - 1, "DE") && scene.is(title - 2, "ENCONTRE");
    let sentence = |at: &usize| scene.gap(*at) < Gap::Blank && !one_of!(scene.page.folded(*at), "." | ";");
    let before = (title.saturating_sub(9)..title).rev().take_while(sentence);
    let behind = (name.last + 1..name.last + 9).take_while(sentence);
    // `Me X, avocat radié, est poursuivi pour abus de confiance`
    let prosecuted = (name.last + 1..name.last + 9).take_while(sentence).any(|at| one_of!(scene.page.folded(at), "EST" | "ETAIT" | "FUT" | "ETE") && (one_of!(scene.page.folded(at + 1), "POURSUIVI" | "POURSUIVIE" | "PREVENU" | "PREVENUE" | "ACCUSE" | "ACCUSEE") || scene.is(at + 1, "MIS") && scene.is(at + 3, "EXAMEN") || scene.is(at + 1, "MISE") && scene.is(at + 3, "EXAMEN")));
    // `met hors de cause Maîtres X et Y`
    let heard = scene.is(title - 1, "CAUSE") && (title.saturating_sub(4)..title).any(|at| scene.page.folded(at).starts_with("MET"));
    // `à l'encontre d'une consœur, Me X`
    let peer = title > 2 && scene.is(title - 1, ",") && one_of!(scene.page.folded(title - 2), "CONFRERE" | "CONSOEUR") && one_of!(scene.page.folded(title - 3), "UN" | "UNE");
    // `la société Z, en la personne de son président, Maître X`
    let directs = title > 4 && one_of!(scene.page.folded(title - 1), "," | "SON") && one_of!(scene.page.folded(title - 2), "PRESIDENT" | "PRESIDENTE" | "GERANT" | "GERANTE" | "LEGAL" | "LEGALE" | "ASSOCIE" | "ASSOCIEE") && (title.saturating_sub(8)..title).any(|at| scene.is(at, "PERSONNE") && scene.is(at + 2, "SON"));
    guilty || fees || heard || peer || directs || prosecuted || against && before.chain(behind).any(|at| AGAINST.contains(&scene.page.folded(at)))
}

/// `Me X, avocat au barreau de Lyon, demandeur, a fait appel`
fn apposed(scene: &Scene, name: &Name) -> bool {
    let sentence = |at: &usize| scene.gap(*at) < Gap::Blank && !one_of!(scene.page.folded(*at), "." | ";");
    let quality = |at: usize| scene.cue(at).any(Cue::PARTY_LABEL) && scene.shape(at) == Shape::Lower && scene.is(at - 1, ",") && scene.is(at + 1, ",");
    (name.last + 1..name.last + 14).take_while(sentence).any(quality)
}

/// `DEMANDEUR :`, then a line that begins with `Maître X`; `à` alone on a line, or a birth behind the name.
fn captioned(scene: &Scene, name: &Name) -> bool {
    let Some(title) = title(scene, name).filter(|&title| title > 0) else { return false };
    let ends = scene.is(name.last + 1, ",") || scene.gap(name.last + 1) >= Gap::Line;
    if ends && counted(scene, title) {
        return true;
    }
    if scene.gap(title) < Gap::Line {
        return false;
    }
    let end = if scene.is(title - 1, ":") || scene.is(title - 1, ",") { title.saturating_sub(2) } else { title - 1 };
    let alone = scene.gap(title - 1) >= Gap::Line && one_of!(scene.page.folded(title - 1), "A" | "CONTRE" | "C" | "ET" | "ENTRE");
    let born = (name.last + 1..name.last + 16).take_while(|&at| scene.gap(at) < Gap::Blank && !one_of!(scene.page.folded(at), "." | ";")).any(|at| one_of!(scene.page.folded(at), "NE" | "NEE") && one_of!(scene.page.folded(at + 1), "LE" | "A"));
    if alone || born {
        return true;
    }
    let line = (end.saturating_sub(2)..=end).rev().find(|&at| at == 0 || scene.gap(at) >= Gap::Line);
    line.is_some_and(|line| scene.cue(line).any(Cue::PARTY_LABEL) && scene.shape(line) != Shape::Lower && (line..=end).all(|at| !scene.cue(at).any(Cue::LAWYER)))
}

/// `5) Maître X`, where the items before it are parties: `APPELANTS`, `1) Madame Y`.
fn counted(scene: &Scene, title: usize) -> bool {
    /// No more counsel in a row are parties.
    const MOST: u32 = 8;
    let item = |at: usize| scene.gap(at) >= Gap::Line && scene.kind(at) == TokenKind::Number && one_of!(scene.page.folded(at + 1), ")" | "°" | "-" | "/");
    let rank = |at: usize| scene.page.folded(at).parse::<u32>().ok();
    let Some(mut number) = title.checked_sub(2).filter(|&at| item(at)) else { return false };
    let sign = scene.page.folded(number + 1);
    let headed = (number.saturating_sub(400)..number).any(|at| scene.gap(at) >= Gap::Line && scene.cue(at).any(Cue::PARTY_LABEL) && scene.shape(at) != Shape::Lower);
    for _ in 0..if headed { MOST } else { 0 } {
        let before = (number.saturating_sub(160)..number).rev().find(|&at| item(at) && scene.page.folded(at + 1) == sign);
        let Some(before) = before.filter(|&at| rank(at).zip(rank(number)).is_some_and(|(one, other)| one + 1 == other)) else { return false };
        if !scene.cue(before + 2).any(Cue::MAITRE.or(Cue::LAWYER)) {
            return true;
        }
        number = before;
    }
    false
}
