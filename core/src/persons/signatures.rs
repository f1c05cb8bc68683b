//! The block of signatures at the end: offices on one line, names below them or beside them.
//!
//! ```text
//! La greffière,                    Le président,
//! A. DURAND                        P. LE ROY
//! ```
//!
//! Who signs under an office holds it, though a party bears the same name; cells are matched in their order. A short name that
//! nothing else proves is proven by its cell.

use super::scene::Scene;
use super::{Local, Name, SIGNED, in_order};
use crate::context::Cue;
use crate::model::{Confidence, Role};
use crate::text::{Gap, Shape, TokenKind, one_of};

/// The block stands within that many tokens of the end.
const REACH: usize = 150;

/// Tokens `first..end` between wide gaps or line breaks.
#[derive(Clone, Copy)]
struct Cell {
    first: usize,
    end: usize,
}

/// Gives the names of the block their offices, and adds those that nothing else proves.
///
/// Linear in the last [`REACH`] tokens.
pub(super) fn find(scene: &Scene, names: &mut Vec<Name>) {
    let count = scene.page.tokens().len();
    let low = count.saturating_sub(REACH);
    let lines = lines(scene, low, count);
    let mut signed: Vec<(usize, usize, Option<Role>)> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        // `l'intéressé      le rep. du préfet      la greffière`: of three labels and more one may be nobody's that is known.
        let columns = line.len() > 2 && line.iter().all(|cell| one_of!(scene.page.folded(cell.first), "LE" | "LA" | "L'" | "POUR") && cell.end - cell.first < 8);
        let unknown = || columns.then_some(Label { role: None, name: None });
        let Some(labels) = line.iter().map(|cell| label(scene, *cell).or_else(unknown)).collect::<Option<Vec<Label>>>() else { continue };
        // The names beside their labels: `La présidente, F. ROUX`.
        let beside: Vec<_> = labels.iter().filter_map(|label| label.name.map(|(first, last)| (first, last, label.role))).collect();
        if !beside.is_empty() {
            signed.extend(beside);
            continue;
        }
        if !labels.iter().any(|label| label.role.is_some_and(Role::is_court)) {
            continue;
        }
        let Some(below) = lines.get(index + 1) else { continue };
        let Some(names) = below.iter().map(|cell| signature(scene, *cell)).collect::<Option<Vec<_>>>() else { continue };
        if names.len() == labels.len() {
            signed.extend(names.iter().zip(&labels).map(|(&(first, last), label)| (first, goes_on(scene, last, lines.get(index + 2)), label.role)));
        } else if names.len() == 1 || labels.len() == 1 && names.len() == 2 && (glued(scene, line[0]) || both(scene, line[0])) {
            // `Le greffierLa présidente`: the columns are lost, everybody holds an office.
            signed.extend(names.iter().map(|&(first, last)| (first, last, Some(Role::Judge))));
        }
    }
    if signed.is_empty() {
        signed = unlabelled(scene, names, &lines);
    }
    for (first, last, role) in signed {
        sign(scene, names, first, last, role);
    }
    in_order(names);
}

/// Two names alone on the last line, one of them a judge's or clerk's: `LESCAT                LABIT`.
fn unlabelled(scene: &Scene, names: &[Name], lines: &[Vec<Cell>]) -> Vec<(usize, usize, Option<Role>)> {
    let Some(line) = lines.last().filter(|line| (2..=3).contains(&line.len())) else { return Vec::new() };
    let Some(cells) = line.iter().map(|cell| signature(scene, *cell)).collect::<Option<Vec<_>>>() else { return Vec::new() };
    let holds = |&(_, last): &(usize, usize)| names.iter().any(|name| name.last < line[0].first && matches!(name.local, Local::Office(role) if role.is_court()) && scene.page.tokens()[name.last].word == scene.page.tokens()[last].word);
    let short = cells.iter().all(|(first, last)| last - first < 5);
    if short && cells.iter().any(holds) { cells.iter().map(|&(first, last)| (first, last, Some(Role::Judge))).collect() } else { Vec::new() }
}

/// The lines from `low` on, each as its cells.
fn lines(scene: &Scene, low: usize, count: usize) -> Vec<Vec<Cell>> {
    let mut lines: Vec<Vec<Cell>> = Vec::new();
    for at in low..count {
        let gap = scene.gap(at);
        if gap >= Gap::Line || lines.is_empty() {
            lines.push(vec![Cell { first: at, end: at + 1 }]);
        } else if let Some(line) = lines.last_mut() {
            let dashed = gap == Gap::Space && at > low && one_of!(scene.page.folded(at - 1), "-" | "–") && scene.gap(at - 1) == Gap::Space;
            match line.last_mut() {
                Some(cell) if dashed => {
                    cell.end = at - 1;
                    line.push(Cell { first: at, end: at + 1 });
                }
                Some(cell) if gap < Gap::Wide => cell.end = at + 1,
                _ => line.push(Cell { first: at, end: at + 1 }),
            }
        }
    }
    // `signé` between the office and the name.
    lines.retain(|line| !line.iter().all(|cell| cell.end - cell.first <= 2 && one_of!(scene.page.folded(cell.first), "SIGNE" | "SIGNEE")));
    lines
}

/// What a cell announces.
struct Label {
    /// `None` for who signs without an office of the court or of counsel: the party, the witness.
    role: Option<Role>,
    /// The name beside it.
    name: Option<(usize, usize)>,
}

/// `Le greffier,`, `LA PRÉSIDENTE`, `Le président, signé : F. ROUX`, `L'intéressée`.
fn label(scene: &Scene, cell: Cell) -> Option<Label> {
    let mut at = cell.first;
    while at < cell.end && scene.kind(at) == TokenKind::Symbol && !scene.is(at, "(") {
        at += 1;
    }
    let article = one_of!(scene.page.folded(at), "LE" | "LA" | "L'" | "LES" | "POUR");
    // `l'intéressé        la greffière        le juge`: columns say that they are labels.
    let column = article && [cell.first, cell.end].iter().any(|&at| scene.gap(at) == Gap::Wide);
    if !column && !scene.capital(at) && !(scene.kind(at) == TokenKind::Elision && scene.shape(at) != Shape::Lower) || cell.end - cell.first > 14 {
        return None;
    }
    let from = at;
    let mut role = None;
    let mut holds = false;
    while at < cell.end && at < from + 9 {
        let cue = scene.cue(at);
        let folded = scene.page.folded(at);
        let lower = scene.shape(at) == Shape::Lower;
        if one_of!(folded, "," | ":" | ".") && at > from || holds && one_of!(folded, "SIGNE" | "SIGNEE") {
            break;
        }
        // `Le GreffierLa Présidente`
        let glued = (scene.shape(at) == Shape::Mixed || scene.shape(at) == Shape::Upper && (folded.ends_with("LE") || folded.ends_with("LA"))) && ["GREFFIER", "PRESIDENT", "JUGE"].iter().any(|office| folded.contains(office));
        if glued {
            role = Some(if folded.contains("GREFFIER") { Role::Clerk } else { Role::Judge });
            holds = true;
        }
        // `La secrétaire`, `La cheffe de chambre`, `Le chef de greffe`
        if role.is_none() && at <= from + 2 && one_of!(folded, "SECRETAIRE" | "CHEF" | "CHEFFE") {
            let chamber = scene.is(at + 2, "CHAMBRE") || scene.is(at + 2, "JURIDICTION");
            role = Some(if chamber { Role::Judge } else { Role::Clerk });
            holds = true;
        }
        if role.is_none() && cue.any(Cue::JUDGE.or(Cue::CLERK).or(Cue::PROSECUTOR).or(Cue::LAWYER).or(Cue::OFFICER)) {
            role = super::lead::role_of(cue);
            holds = true;
        }
        if role.is_none() && cue.any(Cue::EXPERT) {
            role = Some(Role::Expert);
        }
        holds |= cue.any(Cue::PARTY_LABEL.or(Cue::WITNESS).or(Cue::EXPERT).or(Cue::VICTIM)) || one_of!(folded, "INTERESSE" | "INTERESSEE" | "MIS" | "MINEUR" | "MINEURE" | "JURE" | "JUREE") || scene.shape(at) == Shape::Dotted && article;
        // `Le juge a condamné M. ROUX`, `Elle a écrit au président`: a sentence.
        let verb = lower && (scene.page.document.original_at(at) == "a" || one_of!(folded, "EST" | "ONT" | "AVAIT" | "ETAIT" | "EU" | "N'" | "NE" | "SE" | "S'" | "QUE" | "CERTIFIE" | "NOTIFIE" | "NOTIFIERA" | "CONVOQUE" | "CONVOQUERA" | "CONDAMNE" | "INVITE" | "RAPPELLE" | "ORDONNE" | "DIT" | "DEMANDE" | "INFORME" | "ADRESSE" | "ADRESSERA" | "TRANSMET" | "TRANSMETTRA"));
        if verb {
            return None;
        }
        // `La présidente A. CAYENNE`
        let initial = scene.shape(at) == Shape::Initial && scene.is(at + 1, ".");
        let bench = one_of!(folded, "AFFAIRES" | "FAMILIALES" | "EXECUTION" | "ENFANTS" | "INSTRUCTION" | "TUTELLES" | "PROTECTION" | "CONTENTIEUX" | "LIBERTES" | "DETENTION" | "DETENTIONS" | "PEINES" | "APPLICATION" | "PROXIMITE");
        let rank = !initial && (lower || holds && bench || one_of!(folded, "SECRETAIRE" | "CHEF" | "CHEFFE")) || !initial && cue.any(Cue::JUDGE.or(Cue::CLERK).or(Cue::PROSECUTOR).or(Cue::LAWYER).or(Cue::RANK).or(Cue::PARTY_LABEL).or(Cue::ARTICLE).or(Cue::OFFICER).or(Cue::EXPERT).or(Cue::WITNESS).or(Cue::STOP).or(Cue::COURT)) || (glued || scene.shape(at) == Shape::Mixed) && holds || scene.kind(at) == TokenKind::Elision || scene.shape(at) == Shape::Dotted;
        // `Le brigadier MERLE`: the name right behind the office.
        if !rank {
            break;
        }
        at += 1;
    }
    if !holds {
        return None;
    }
    // `L'avocat de M. ROUX` speaks of a client.
    if at > 0 && at < cell.end && one_of!(scene.page.folded(at - 1), "DE" | "D'" | "DU" | "DES" | "POUR") {
        return None;
    }
    let mut name = at;
    let mut signed = false;
    while name < cell.end && (one_of!(scene.page.folded(name), "," | ":" | "." | "SIGNE" | "SIGNEE" | "-")) {
        signed = true;
        name += 1;
    }
    if name >= cell.end {
        return Some(Label { role, name: None });
    }
    // `LE SECRETAIRE-GREFFIER,LE PRESIDENT,`: the space between two columns is lost.
    if scene.cue(name).any(Cue::ARTICLE) && scene.cue(name + 1).any(Cue::JUDGE.or(Cue::CLERK)) {
        return Some(Label { role, name: None });
    }
    let rest = signature(scene, Cell { first: name, end: cell.end })?;
    (article || signed).then_some(Label { role, name: Some(rest) })
}

/// The name a cell holds and nothing else: initials, capitalised words, particles, a civility or `signé` before.
fn signature(scene: &Scene, cell: Cell) -> Option<(usize, usize)> {
    let mut first = cell.first;
    while first < cell.end && (scene.cue(first).any(Cue::CIVILITY) && first + 1 < cell.end && !(scene.is(first, "M") && scene.is(first + 1, ".") && initialled(scene, cell, first)) || one_of!(scene.page.folded(first), "SIGNE" | "SIGNEE" | ":" | "." | "-" | ",")) {
        first += 1;
    }
    let mut last = cell.end - 1;
    while last > first && one_of!(scene.page.folded(last), "." | ",") && scene.shape(last - 1) != Shape::Initial {
        last -= 1;
    }
    if first > last || last - first > 10 {
        return None;
    }
    let part = |at: usize| match scene.kind(at) {
        TokenKind::Word => scene.capital(at) && !scene.cue(at).any(Cue::ARTICLE.or(Cue::OFFICE_OF_COURT).or(Cue::COURT)) || scene.cue(at).any(Cue::PARTICLE),
        TokenKind::Elision => true,
        _ => one_of!(scene.page.folded(at), "." | "-" | "'"),
    };
    let named = (first..=last).any(|at| scene.capital(at));
    (named && (first..=last).all(part)).then_some((first, last))
}

/// `M. JANVIER` below an office may be `Marc Janvier`; that `M` is part of the cell either way, and no name by itself.
fn initialled(scene: &Scene, cell: Cell, at: usize) -> bool {
    scene.shape(at + 2) == Shape::Initial && at + 3 < cell.end && scene.is(at + 3, ".")
}

/// `Le greffierLa présidente`: two offices with no space between.
fn glued(scene: &Scene, cell: Cell) -> bool {
    (cell.first..cell.end).any(|at| super::grow::glued_office(scene, at))
}

/// `ET ONT SIGNÉ LE PRÉSIDENT ET LE GREFFIER`
fn both(scene: &Scene, cell: Cell) -> bool {
    let holds = |cue: Cue| (cell.first..cell.end).any(|at| scene.cue(at).any(cue));
    holds(Cue::JUDGE) && holds(Cue::CLERK)
}

/// `Garance` at a line's end and `THERMES` alone on the next: the last token of the name.
fn goes_on(scene: &Scene, last: usize, next: Option<&Vec<Cell>>) -> usize {
    match next.map(Vec::as_slice) {
        Some(&[cell]) if cell.first == last + 1 && cell.end == cell.first + 1 && scene.gap(cell.first) == Gap::Line && scene.given(last) && scene.shape(last) == Shape::Title && scene.shape(cell.first) == Shape::Upper => cell.first,
        _ => last,
    }
}

/// Sets the office of the names in `first..=last`, or adds one there.
fn sign(scene: &Scene, names: &mut Vec<Name>, first: usize, last: usize, role: Option<Role>) {
    let local = match role {
        Some(role) if role.is_court() || role == Role::Lawyer => Local::Office(role),
        Some(role) => Local::Party(role),
        None => Local::Weak,
    };
    let mut read = None;
    for name in names.iter_mut().filter(|name| name.first <= last && first <= name.last) {
        read = read.max(Some(name.last));
        // `C. ANGE`, where only `ANGE` was read.
        if name.part.is_none() && first < name.first && (first..name.first).all(|at| scene.shape(at) == Shape::Initial || one_of!(scene.page.folded(at), "." | "-")) {
            name.first = first;
        }
        if local != Local::Weak {
            if !matches!(name.local, Local::Office(_)) {
                name.rule = SIGNED;
            }
            name.local = local;
            name.counsel = true;
        } else if matches!(name.local, Local::Zone(_) | Local::Weak) {
            // `Le premier juré,`: signs beside the court, and is none of it.
            name.local = Local::Party(Role::Party);
        }
    }
    // The cell proves what it holds, once the names of the text have had their say: `L. ZORKIN Ph. BILKO`, of whom one was read.
    let first = read.map_or(first, |read| read + 1);
    let second = read.is_none() || matches!(local, Local::Office(_)) && first <= last && scene.capital(first);
    if !second || (first..=last).any(|at| scene.block[at] != 0) {
        return;
    }
    names.push(Name {
        first,
        last,
        local: if local == Local::Weak { Local::Party(Role::Party) } else { local },
        confidence: Confidence::Probable,
        rule: SIGNED,
        cue: None,
        led: true,
        counsel: true,
        doubt: None,
        part: None,
    });
}
