//! Names in the columns of a table, drawn with spaces or bars, under `NOM`, `Prénom`, `Nom et prénom`.
//!
//! ```text
//! NOM             PRENOM        QUALITE
//! CHARBONNIER     Elie          ouvrier
//! ```

use super::scene::{FIRM, HARD, Scene, TAKEN};
use super::lead::role_of;
use super::{BARE, LED, Local, Name, OFFICE, over};
use crate::context::{Cue, Page};
use crate::lexicon::Class;
use crate::model::{Confidence, Role};
use crate::text::{Gap, Shape, TokenKind, one_of};

/// Heads that only persons stand under, alone in their cell.
const PERSONS: &[&str] = &["ENFANT", "ENFANTS", "HERITIER", "HERITIERS", "HERITIERE", "TEMOIN", "TEMOINS", "VICTIME", "VICTIMES", "SALARIE", "SALARIES", "SALARIEE", "SALARIEES", "ELEVE", "ELEVES", "PATIENT", "PATIENTE", "PREVENU", "PREVENUS", "PREVENUE", "INDIVISAIRE", "INDIVISAIRES", "EMPLOYE", "EMPLOYES", "EMPLOYEE", "MEDECIN", "MEDECINS", "INTERLOCUTEUR", "LOCATAIRE", "LOCATAIRES", "PROPRIETAIRE", "PROPRIETAIRES", "VENDEUR", "ACQUEREUR", "ASSURE", "ASSURES", "LEGATAIRE", "LEGATAIRES", "CANDIDAT", "CANDIDATS", "QUI"];

/// Tokens `first..end` of one column; none for an empty one.
#[derive(Clone, Copy)]
struct Cell {
    first: usize,
    end: usize,
    /// Bytes from the start of the line.
    column: u32,
}

/// Adds what stands under the heads of names. Linear in the tables that have such a head.
pub(super) fn find(scene: &Scene, names: &mut Vec<Name>) {
    let document = &scene.page.document;
    let mut heads: Vec<usize> = ["NOM", "NOMS", "PRENOM", "PRENOMS"].iter().filter_map(|word| document.find(word)).flat_map(|word| document.places(word)).filter_map(|&at| scene.page.line_start(at as usize)).collect();
    // `| enfant | date de naissance |`
    let parts = |t: usize| scene.gap(t) >= Gap::Wide || one_of!(scene.page.folded(t), "|" | "│" | "║" | "┃");
    let alone = |at: usize| (at == 0 || scene.gap(at) >= Gap::Wide || parts(at - 1)) && parts(at + 1);
    heads.extend(PERSONS.iter().filter_map(|word| document.find(word)).flat_map(|word| document.places(word)).map(|&at| at as usize).filter(|&at| alone(at)).filter_map(|at| scene.page.line_start(at)));
    heads.extend(["CIVILE", "CIVILES"].iter().filter_map(|word| document.find(word)).flat_map(|word| document.places(word)).map(|&at| at as usize).filter(|&at| at > 0 && parts(at + 1) && scene.page.folded(at - 1).starts_with("PARTIE")).filter_map(|at| scene.page.line_start(at)));
    heads.sort_unstable();
    heads.dedup();
    for start in heads {
        let (head, barred, mut at) = cells(scene, start);
        let columns: Vec<usize> = (0..head.len()).filter(|&column| is_head(scene, head[column])).collect();
        if head.len() < 2 || columns.is_empty() {
            continue;
        }
        let mut rows: Vec<Name> = Vec::new();
        // Where each row with an office of the court in its first cell begins among the names, and where it ends.
        let mut bench: Vec<(Role, std::ops::Range<usize>)> = Vec::new();
        while at < scene.page.tokens().len() && (scene.gap(at) < Gap::Blank || at == start) {
            let (row, bars, end) = cells(scene, at);
            at = end;
            if !row.iter().any(|cell| (cell.first..cell.end).any(|t| scene.kind(t) != TokenKind::Symbol)) {
                continue;
            }
            if bars != barred || row.len() > head.len() {
                break;
            }
            let named = rows.len();
            for &column in &columns {
                let cell = if barred { row.get(column) } else { under(&row, &head, column) };
                // The lines of a form are labels: `NOM   DURAND`, `NATIONALITE   française`.
                if cell.is_some_and(|cell| (cell.first..cell.end).any(|t| form_word(scene, t))) {
                    rows.clear();
                    at = usize::MAX;
                    break;
                }
                rows.extend(cell.and_then(|cell| name(scene, *cell, head[column])));
            }
            if let Some(role) = row.first().and_then(|cell| office(scene, *cell)) {
                bench.push((role, named.min(rows.len())..rows.len()));
            }
        }
        // A society has a president too: the bench sits with a clerk.
        if bench.iter().any(|(role, _)| *role == Role::Clerk) {
            for (role, named) in bench {
                rows[named].iter_mut().for_each(|name| (name.local, name.rule) = (Local::Office(role), OFFICE));
            }
        }
        // `| NOM, prénoms | ZORKIN Rémi, Joseph |` among the lines of a form.
        let form = barred && rows.is_empty() && (at == usize::MAX || start.checked_sub(1).and_then(|before| scene.page.line_start(before)).is_some_and(|line| (line..start).any(|t| form_word(scene, t))));
        let value = |column: usize| head.get(column + 1).filter(|cell| !(cell.first..cell.end).any(|t| form_word(scene, t)));
        rows.extend(columns.iter().filter(|_| form).filter_map(|&column| name(scene, *value(column)?, head[column])));
        for name in rows {
            put(names, name);
        }
    }
}

/// `| Dupin J.-P. |`: a surname and initials that fill a cell, whatever its head. Linear in the bars.
pub(super) fn initialled(scene: &Scene, names: &mut Vec<Name>) {
    let document = &scene.page.document;
    let bars = ["|", "│", "║", "┃"].iter().filter_map(|bar| document.find(bar)).flat_map(|bar| document.places(bar)).map(|&at| at as usize);
    let bar = |at: usize| one_of!(scene.page.folded(at), "|" | "│" | "║" | "┃");
    let mut found = Vec::new();
    for first in bars.map(|bar| bar + 1).filter(|&first| scene.capital(first) && scene.kind(first) == TokenKind::Word && scene.page.folded(first).len() > 1) {
        let letter = |at: usize| scene.gap(at) <= Gap::Space && (scene.shape(at) == Shape::Initial || scene.shape(at) == Shape::Dotted || one_of!(scene.page.folded(at), "." | "-"));
        let Some(last) = (first + 1..first + 8).take_while(|&at| letter(at)).last() else { continue };
        let surname = !scene.cue(first).any(HARD) && (!scene.ordinary(first) || scene.class(first).any(Class::FAMILY_COMMON)) && !scene.class(first).any(Class::COMPANY_FORM.union(Class::PUBLIC_BODY));
        if surname && bar(last + 1) && scene.is(last, ".") && scene.shape(first + 1) != Shape::Lower && !one_of!(scene.page.folded(first + 1), "." | "-") && (first..=last).all(|at| scene.block[at] & (TAKEN | FIRM) == 0) && !scene.masked && over(names, first, last).is_none() {
            found.push(Name { first, last, local: Local::Party(Role::Party), confidence: Confidence::Probable, rule: BARE, cue: None, led: true, counsel: false, doubt: None, part: None });
        }
    }
    for name in found {
        put(names, name);
    }
}

/// The office of the court that a cell names and nothing else: `Présidente`, `Ministère public`.
fn office(scene: &Scene, cell: Cell) -> Option<Role> {
    let cue = scene.cue(cell.first);
    if cell.end - cell.first == 2 && scene.is(cell.first, "MINISTERE") {
        return Some(Role::Prosecutor);
    }
    (cell.end == cell.first + 1).then(|| role_of(cue)).flatten().filter(|role| role.is_court())
}

/// The cell that stands under a head of a table without bars.
fn under<'r>(row: &'r [Cell], head: &[Cell], column: usize) -> Option<&'r Cell> {
    if row.len() == head.len() {
        return row.get(column);
    }
    let from = head[column].column;
    row.iter().find(|cell| cell.column.abs_diff(from) < 3)
}

/// The cells of the line from `start` on, whether bars part them, and where the line ends.
fn cells(scene: &Scene, start: usize) -> (Vec<Cell>, bool, usize) {
    let mut end = start + 1;
    while end < scene.page.tokens().len().min(start + Page::LONGEST_LINE) && scene.gap(end) < Gap::Line {
        end += 1;
    }
    let bar = |t: usize| one_of!(scene.page.folded(t), "|" | "│" | "║" | "┃");
    let from = scene.page.tokens()[start].span.start;
    let column = |t: usize| scene.page.tokens()[t].span.start - from;
    let barred = (start..end).any(bar);
    let mut cells: Vec<Cell> = Vec::new();
    if barred {
        let inside = start + usize::from(bar(start));
        let mut first = inside;
        for t in inside..=end {
            if t == end && !bar(end - 1) || t < end && bar(t) {
                cells.push(Cell { first, end: t, column: column(first.min(end - 1)) });
                first = t + 1;
            }
        }
    } else {
        for t in start..end {
            match cells.last_mut() {
                Some(cell) if scene.gap(t) < Gap::Wide => cell.end = t + 1,
                _ => cells.push(Cell { first: t, end: t + 1, column: column(t) }),
            }
        }
    }
    (cells, barred, end)
}

/// `NOM`, `Prénom(s)`, `Nom et prénom`, `NOM DE NAISSANCE`.
fn is_head(scene: &Scene, cell: Cell) -> bool {
    let names = |t: usize| one_of!(scene.page.folded(t), "NOM" | "NOMS" | "PRENOM" | "PRENOMS");
    let word = |t: usize| names(t) || scene.kind(t) == TokenKind::Symbol || one_of!(scene.page.folded(t), "ET" | "S" | "DE" | "D'" | "DU" | "DES" | "NAISSANCE" | "USAGE" | "MARITAL" | "SALARIE" | "SALARIEE" | "SALARIES" | "ENFANT" | "ENFANTS" | "COMPLET" | "FAMILLE" | "FILLE" | "EPOUSE");
    let civil = cell.end == cell.first + 2 && scene.page.folded(cell.first).starts_with("PARTIE") && scene.page.folded(cell.first + 1).starts_with("CIVILE");
    let person = civil || cell.end == cell.first + 1 && PERSONS.contains(&scene.page.folded(cell.first));
    person || cell.end > cell.first && cell.end - cell.first < 7 && (cell.first..cell.end).any(names) && (cell.first..cell.end).all(word)
}

fn form_word(scene: &Scene, at: usize) -> bool {
    scene.cue(at).any(Cue::LABEL.or(Cue::BORN).or(Cue::DWELLING)) || scene.is(at, ":") || one_of!(scene.page.folded(at), "NOM" | "NOMS" | "PRENOM" | "PRENOMS" | "NATIONALITE" | "PROFESSION" | "ADRESSE" | "TELEPHONE" | "DATE" | "SEXE" | "LIEU" | "SIREN" | "SIRET" | "AGE" | "FILIATION")
}

fn name(scene: &Scene, cell: Cell, head: Cell) -> Option<Name> {
    let mut first = cell.first;
    while first < cell.end && (scene.cue(first).any(Cue::CIVILITY) && first + 1 < cell.end && scene.page.folded(first).len() > 1 || scene.is(first, ".") || scene.is(first, "M") && scene.is(first + 1, ".")) {
        first += 1;
    }
    let mut last = cell.end.checked_sub(1).filter(|&last| last >= first)?;
    while last > first && one_of!(scene.page.folded(last), "," | ";") {
        last -= 1;
    }
    let part = |t: usize| {
        let joint = one_of!(scene.page.folded(t), "-" | "," | "(" | ")") || scene.kind(t) == TokenKind::Elision || scene.cue(t).any(Cue::PARTICLE) || scene.is(t, ".");
        scene.block[t] & (TAKEN | FIRM) == 0 && (joint || scene.kind(t) == TokenKind::Word && scene.capital(t) && !scene.cue(t).any(Cue::COMPANY.minus(Cue::ARTICLE).or(Cue::COURT).or(Cue::MAITRE).or(Cue::LAW_FIRM)))
    };
    // The table's last line.
    if one_of!(scene.page.folded(first), "TOTAL" | "TOTAUX" | "SOUS-TOTAL" | "ENSEMBLE" | "NEANT") {
        return None;
    }
    let fits = scene.capital(first) || scene.kind(first) == TokenKind::Elision;
    let thing = (first..=last).any(|t| scene.class(t).any(Class::PUBLIC_BODY.union(Class::COMPANY_FORM))) || first == last && scene.cue(first).any(HARD.minus(Cue::STOP).minus(Cue::ARTICLE).minus(Cue::MONTH)) && scene.page.folded(first).len() > 3 && !scene.class(first).any(Class::FAMILY);
    (fits && last - first < 7 && (first..=last).all(part) && !thing && !scene.masked).then(|| Name {
        first,
        last,
        local: Local::Party(Role::Party),
        confidence: Confidence::Probable,
        rule: LED,
        cue: Some(scene.page.document.span_of(head.first, head.end - 1)),
        led: true,
        counsel: false,
        doubt: None,
        part: None,
    })
}

/// Adds the name, or widens the one that was read in its place.
fn put(names: &mut Vec<Name>, name: Name) {
    match over(names, name.first, name.last).map(|known| &mut names[known]) {
        Some(known) if known.role().is_court() || known.first <= name.first && name.last <= known.last => {}
        Some(known) => *known = name,
        None => names.insert(names.partition_point(|known| known.first <= name.first), name),
    }
}
