//! Who sits, told by the words of the sitting rather than by an office: `M. X tenant la plume`, `à ses collègues A et B`, a table
//! of the bench, a line of those who sign.
//!
//! ```text
//! | Siège du bureau de jugement |                              |
//! | M. Zorko BILKO              | président, conseiller salarié |
//! ```

use super::roles::{give_office, joined};
use super::scene::Scene;
use super::{Local, Name, OFFICE, in_order};
use crate::context::{Cue, Page, is_bar};
use crate::model::{Confidence, Role};
use crate::text::{Gap, Shape, TokenKind, one_of};

/// No more tokens are looked at beside a name.
const REACH: usize = 16;

/// Gives their office to those whom the words beside them seat. Linear in the names.
pub(super) fn settle(scene: &Scene, names: &mut [Name]) {
    for index in 0..names.len() {
        let Some(role) = behind(scene, &names[index]).or_else(|| before(scene, names[index].first)).or_else(|| row(scene, &names[index])) else { continue };
        let list = several(scene, names[index].first);
        let mut item = index;
        while give_office(&mut names[item], role) && list && item + 1 < names.len() && joined(scene, &names[item], &names[item + 1]) {
            item += 1;
        }
    }
}

/// Seats whom a line of offices and names ends with: `Le président, Zoé BILKO ; la greffière, Luc D.`, with a clerk among two or more. Linear in the lines with a clerk.
pub(super) fn signed_in_line(scene: &Scene, names: &mut Vec<Name>) {
    // An association has a secretary too.
    let clerk = |word: &str| word.starts_with("GREFFI") || word.contains("-GREFFI");
    let mut lines: Vec<usize> = scene.page.tokens_of(|word| clerk(scene.page.document.folded(word))).into_iter().filter_map(|at| scene.page.line_start(at)).collect();
    lines.dedup();
    let mut seats: Vec<(usize, usize, Role)> = Vec::new();
    for line in lines {
        let end = (line + 1..line + Page::LONGEST_LINE).find(|&at| at >= scene.page.tokens().len() || scene.gap(at) >= Gap::Line).unwrap_or(line + Page::LONGEST_LINE);
        let mut seated: Vec<(usize, usize, Role)> = Vec::new();
        let mut first = line;
        for at in line..=end {
            if at < end && !parts(scene, at) {
                continue;
            }
            match (first < at).then(|| segment(scene, first, at)).flatten() {
                Some(seat) => seated.push(seat),
                None if first < at => seated.clear(),
                None => {}
            }
            first = at + 1;
        }
        if seated.len() > 1 && seated.iter().any(|(.., role)| *role == Role::Clerk) {
            seats.append(&mut seated);
        }
    }
    if seats.is_empty() {
        return;
    }
    names.retain(|name| {
        let next = seats.partition_point(|&(_, last, _)| last < name.first);
        seats.get(next).is_none_or(|&(first, ..)| first > name.last)
    });
    names.extend(seats.into_iter().map(|(first, last, role)| Name { first, last, local: Local::Office(role), confidence: Confidence::Strong, rule: OFFICE, cue: None, led: true, counsel: false, doubt: None, part: None }));
    in_order(names);
}

/// True for what parts two who sign in one line.
fn parts(scene: &Scene, at: usize) -> bool {
    let dot = scene.is(at, ".") && !(scene.gap(at) == Gap::None && (scene.cue(at - 1).any(Cue::CIVILITY) || scene.shape(at - 1) == Shape::Initial || scene.page.folded(at - 1).len() < 3));
    one_of!(scene.page.folded(at), ";" | "—" | "–") || dot
}

/// The office of the court and the name that the tokens from `first` to `end` are, and nothing else: `la greffière, Mme BILKO`.
fn segment(scene: &Scene, first: usize, end: usize) -> Option<(usize, usize, Role)> {
    let office = first + usize::from(scene.cue(first).any(Cue::ARTICLE));
    let stops = |at: usize| one_of!(scene.page.folded(at), "," | ":") || at > office && (scene.capital(at) || scene.cue(at).any(Cue::CIVILITY));
    let mut name = (office..end.min(office + 7)).find(|&at| stops(at)).filter(|&name| name > office)?;
    // A club has a president too: nothing but the words of the court's offices may stand there.
    let courts = Cue::JUDGE.or(Cue::CLERK).or(Cue::PROSECUTOR).or(Cue::RANK).or(Cue::COURT).or(Cue::ARTICLE).or(Cue::PARTICLE);
    let own = |at: usize| scene.cue(at).any(courts) || one_of!(scene.page.folded(at), "RAPPORT" | "PUBLIC" | "PUBLIQUE" | "AUDIENCE" | "ENFANTS" | "TUTELLES" | "INSTRUCTION" | "REFERES" | "DEPARTITEUR" | "DEPARTITRICE" | "REPUBLIQUE" | "SECTION" | "EN" | "L'" | "D'");
    if !(office..name).all(own) {
        return None;
    }
    let cues = (office..name).fold(Cue::NONE, |cues, at| cues.or(scene.cue(at)));
    let role = [(Cue::CLERK, Role::Clerk), (Cue::PROSECUTOR, Role::Prosecutor), (Cue::JUDGE, Role::Judge)].into_iter().find(|(cue, _)| cues.any(*cue))?.1;
    while name < end && (one_of!(scene.page.folded(name), "," | ":" | ".") || scene.cue(name).any(Cue::CIVILITY)) {
        name += 1;
    }
    let last = end - 1 - usize::from(end > name + 1 && scene.is(end - 1, ","));
    let word = |at: usize| scene.kind(at) == TokenKind::Word && scene.capital(at) && !scene.cue(at).any(Cue::COURT.or(Cue::PARTY_LABEL).or(Cue::COMPANY.minus(Cue::ARTICLE)));
    let joint = |at: usize| one_of!(scene.page.folded(at), "." | "-" | "'" | "(" | ")") || scene.kind(at) == TokenKind::Elision || scene.cue(at).any(Cue::PARTICLE);
    let named = name <= last && last < name + 9 && (name..=last).all(|at| word(at) || joint(at)) && (name..=last).any(word);
    named.then_some((name, last, role))
}

/// `M. X tenant la plume`, `Mme X, secrétaire d'audience`, `M. X, en son rapport, Mme Y, en ses conclusions`.
fn behind(scene: &Scene, name: &Name) -> Option<Role> {
    let word = |at: usize| scene.page.folded(at);
    let comma = scene.is(name.last + 1, ",");
    let at = name.last + 1 + usize::from(comma);
    if scene.gap(at) > Gap::Line || scene.shape(at) != Shape::Lower {
        return None;
    }
    let assists = || (name.first.saturating_sub(8)..name.first).any(|t| one_of!(word(t), "ASSISTANCE" | "ASSISTE" | "ASSISTEE" | "ASSISTES"));
    let reported = || (name.first.saturating_sub(REACH)..name.first).any(|t| scene.is(t, "RAPPORT") && scene.is(t - 1, "SON"));
    match word(at) {
        "TENANT" if scene.is(at + 2, "PLUME") => Some(Role::Clerk),
        "SECRETAIRE" if comma && (scene.is(at + 1, "D'") && scene.is(at + 2, "AUDIENCE") || assists() && !scene.is(at + 1, "DE")) => Some(Role::Clerk),
        "EN" if comma && scene.is(at + 1, "SES") && scene.is(at + 2, "CONCLUSIONS") && reported() => Some(Role::Judge),
        _ => None,
    }
}

/// `a rendu compte à ses collègues X et Y`, `le magistrat désigné, M. X`, `conseillers rapporteurs, MM. X et Y`,
/// `le rapporteur public, M. X`, `le conseiller chargé du rapport, Mme X`, `sa greffière, Mme X`, `Procureur de la République, représenté par : Mme X`,
/// `Ministère public : avis écrit de Mme X`.
fn before(scene: &Scene, first: usize) -> Option<Role> {
    let word = |at: usize| scene.page.folded(at);
    let civil = |at: usize| scene.cue(at).any(Cue::CIVILITY) || scene.is(at, ".");
    let at = (first.saturating_sub(3)..first).rev().find(|&at| !civil(at)).filter(|&at| at > 2 && scene.gap(at + 1) <= Gap::Line)?;
    let within = |reach: usize| (at.saturating_sub(reach)..at).rev().take_while(|&t| scene.gap(t + 1) < Gap::Blank);
    let public = || scene.page.line_start(at).is_some_and(|line| one_of!(word(line), "PROCUREUR" | "PROCUREURE" | "MINISTERE" | "PARQUET") && scene.shape(line) != Shape::Lower);
    match word(at) {
        "COLLEGUES" if scene.is(at - 1, "SES") && within(REACH).any(|t| scene.is(t, "COMPTE") && word(t - usize::from(t > 0)).starts_with("REND")) => Some(Role::Judge),
        "," if one_of!(word(at - 1), "DESIGNE" | "DESIGNEE") && one_of!(word(at - 2), "MAGISTRAT" | "MAGISTRATE") => Some(Role::Judge),
        "," if scene.is(at - 1, "RAPPORTEURS") && scene.is(at - 2, "CONSEILLERS") => Some(Role::Judge),
        "," if one_of!(word(at - 1), "PUBLIC" | "PUBLIQUE") && one_of!(word(at - 2), "RAPPORTEUR" | "RAPPORTEURE" | "RAPPORTRICE") => Some(Role::Judge),
        "," if scene.is(at - 1, "RAPPORT") && scene.is(at - 2, "DU") && one_of!(word(at - 3), "CHARGE" | "CHARGEE") && at > 3 && scene.cue(at - 4).any(Cue::JUDGE) => Some(Role::Judge),
        "," if scene.is(at - 1, "COUTUMIERS") && scene.is(at - 2, "ASSESSEURS") => Some(Role::Judge),
        "," if one_of!(word(at - 1), "GREFFIER" | "GREFFIERE") && one_of!(word(at - 2), "SA" | "SON" | "LEUR" | "NOTRE") => Some(Role::Clerk),
        ":" if scene.is(at - 1, "DELEGATION") && within(10).any(|t| word(t).starts_with("GREFFI")) => Some(Role::Clerk),
        ":" if scene.is(at - 1, "PAR") && one_of!(word(at - 2), "REPRESENTE" | "REPRESENTEE") && public() => Some(Role::Prosecutor),
        "DE" | "D'" if within(4).any(|t| one_of!(word(t), "AVIS" | "REQUISITIONS" | "CONCLUSIONS")) && within(5).any(|t| scene.is(t, ":") && scene.is(t - 1, "PUBLIC")) && public() => Some(Role::Prosecutor),
        _ => None,
    }
}

/// True where who is seated is told in the plural.
fn several(scene: &Scene, first: usize) -> bool {
    (first.saturating_sub(4)..first).any(|at| one_of!(scene.page.folded(at), "COLLEGUES" | "RAPPORTEURS" | "COUTUMIERS"))
}

/// A row of two cells, a name and what a judge is, under a head of the bench: `| Mme X | conseillère salariée |`.
fn row(scene: &Scene, name: &Name) -> Option<Role> {
    let word = |at: usize| scene.page.folded(at);
    let bar = name.last + 1;
    let opens = || (name.first.saturating_sub(3)..name.first).any(|at| is_bar(scene.page, at));
    if !is_bar(scene.page, bar) || !opens() || !scene.cue(bar + 1).any(Cue::JUDGE) && !one_of!(word(bar + 1), "ASSESSEUR" | "ASSESSEURE" | "VICE-PRESIDENT" | "VICE-PRESIDENTE") {
        return None;
    }
    let cell = (bar + 1..bar + 8).take_while(|&at| !is_bar(scene.page, at) && scene.gap(at) < Gap::Line);
    let told = |at: usize| scene.cue(at).any(Cue::JUDGE.or(Cue::RANK)) || one_of!(word(at), "," | "SALARIE" | "SALARIEE" | "EMPLOYEUR" | "ASSESSEUR" | "ASSESSEURE" | "VICE-PRESIDENT" | "VICE-PRESIDENTE" | "RAPPORTEUR" | "DE" | "CHAMBRE");
    let head = (name.first.saturating_sub(70)..name.first).any(|at| one_of!(word(at), "SIEGE" | "COMPOSITION" | "JUGEMENT" | "DELIBERE" | "FORMATION" | "TRIBUNAL" | "COUR"));
    (head && cell.into_iter().all(told)).then_some(Role::Judge)
}
