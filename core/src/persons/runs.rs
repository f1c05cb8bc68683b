//! Capitalised runs that are names: growth, evidence, acceptance.

use super::alone::{self, doubled, employed, nickname, quoted};
use super::capitals;
use super::lead::{self, Lead};
use super::lone;
use super::scene::{COMPANY, COURT, FIRM, HARD, STREET, Scene, TAKEN, short_parts};
use super::short;
use super::{BARE, CAPTION, LED, Local, Name, OFFICE, in_order};
use crate::context::Cue;
use crate::lexicon::Class;
use crate::model::{Confidence, Role};
use crate::text::{Gap, Shape, TokenKind};

/// Finds every name the first pass can prove.
pub(super) fn find(scene: &mut Scene) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    let mut list: Option<Lead> = None;
    let mut free = 0;
    for at in starts(scene) {
        if at < free {
            continue;
        }
        let mut lead = lead::before(scene, at);
        // `les propos d'Albane Roux`: the elision is no part of the name.
        if scene.kind(at) == TokenKind::Elision && scene.shape(at) == Shape::Lower && scene.is(at, "D'") && !lead.civility && scene.given(at + 1) && !scene.ordinary(at + 1) {
            continue;
        }
        let mut listed = false;
        if !lead.any()
            && let (Some(open), Some(last)) = (list, names.last())
            && continues_list(scene, last.last, at)
        {
            lead = Lead { tie: false, ..open };
            listed = true;
        }
        let blocked = scene.block[at];
        if blocked & (FIRM | COURT | TAKEN) != 0 && !(lead.civility && blocked & (FIRM | TAKEN) == 0) || blocked & (STREET | COMPANY) != 0 && !lead.civility {
            continue;
        }
        let Some(last) = grow(scene, at, &lead) else { continue };
        match accept(scene, at, last, &lead, listed) {
            Some(name) => {
                let end = name.last;
                if lead.plural {
                    list = Some(lead);
                } else if !listed && !matches!(name.local, Local::Office(_)) {
                    list = None;
                }
                names.push(name);
                free = end + 1;
            }
            None if lead.strong() => {}
            None => free = skip(scene, at, last),
        }
    }
    caption_lines(scene, &mut names);
    in_order(&mut names);
    capitals::find(scene, &mut names);
    names
}

/// `Clotilde, Éloi, Bertrand et Lucie SABATIER`, `Manutea, Hereiti et Teva`: given names that are joined to a name by commas and `et`.
///
/// Goes from every name both ways; linear in the names and what is found.
pub(super) fn joined(scene: &Scene, names: &mut Vec<Name>) {
    let mut found: Vec<Name> = Vec::new();
    let count = names.len();
    for index in 0..count {
        let (name, before, after) = (&names[index], index.checked_sub(1).map_or(0, |other| names[other].last + 1), names.get(index + 1).map_or(scene.page.tokens().len(), |next| next.first));
        if name.role().is_court() || name.local == Local::Office(Role::Lawyer) || name.part.is_some() || !(name.first..=name.last).any(|t| scene.given(t)) {
            continue;
        }
        let formal = name.first > 0 && (scene.cue(name.first - 1).any(Cue::CIVILITY) || scene.is(name.first - 1, "."));
        let mut at = name.first;
        while !formal && at >= before + 2 {
            let link = at - 1;
            let item = link - 1;
            if !matches!(scene.page.folded(link), "," | "ET") || scene.gap(at) > Gap::Line || !lone_given(scene, item) || scene.capital(item.wrapping_sub(1)) && scene.gap(item) <= Gap::Space {
                break;
            }
            found.push(listed_name(scene, item, name));
            at = item;
        }
        let lone = name.first == name.last && scene.given(name.first);
        let mut at = name.last;
        while lone && at + 2 < after {
            let mut item = at + 2;
            if scene.kind(item) == TokenKind::Elision && scene.is(item, "D'") || scene.is(item, "DE") && scene.shape(item) == Shape::Lower {
                item += 1;
            }
            let joins = scene.is(at + 1, "ET") || scene.is(at + 1, ",") && (scene.is(item + 1, ",") || scene.is(item + 1, "ET"));
            if !joins || item >= after || !lone_given(scene, item) || scene.capital(item + 1) && scene.gap(item + 1) <= Gap::Space {
                break;
            }
            found.push(listed_name(scene, item, name));
            at = item;
        }
    }
    names.append(&mut found);
    names.sort_by_key(|name| name.first);
    names.dedup_by(|later, earlier| later.first == earlier.first && later.part.is_none() && earlier.part.is_none());
}

/// A word in title case that is a given name and no town.
fn lone_given(scene: &Scene, at: usize) -> bool {
    scene.shape(at) == Shape::Title
        && scene.block[at] == 0
        && !scene.cue(at).any(HARD)
        && scene.class(at).any(Class::GIVEN.union(Class::GIVEN_RARE))
        && !(scene.class(at).any(Class::PLACE_BIG.union(Class::COUNTRY).union(Class::REGION)) && !scene.class(at).any(Class::GIVEN_COMMON))
        && scene.evidence(at).article == 0
        && scene.evidence(at).company == 0
        && !(scene.class(at).any(Class::WORD) && scene.in_lower_case(at))
}

fn listed_name(scene: &Scene, at: usize, beside: &Name) -> Name {
    Name {
        first: at,
        last: at,
        local: Local::Party(beside.role()),
        confidence: Confidence::Probable,
        rule: BARE,
        cue: Some(scene.page.document.span_of(beside.first, beside.last)),
        led: beside.led,
        counsel: false,
        doubt: None,
        part: None,
    }
}

/// After a refused run: go on behind it, but look at its parts when they have no lead either.
fn skip(scene: &Scene, first: usize, last: usize) -> usize {
    // A given name inside a refused run may open an accepted one.
    (first + 1..=last).find(|&at| scene.given(at) || scene.shape(at) != scene.shape(first)).unwrap_or(last + 1)
}

/// The tokens where a name may start: capitals, particles after a civility, `d'Arc`, `D'HERVILLY`, `N'Diaye`, `O'Brien`.
fn starts(scene: &Scene) -> Vec<usize> {
    let document = &scene.page.document;
    let elided = |word| matches!(document.folded(word), "D'" | "N'" | "M'" | "O'" | "L'");
    let opens = |at: usize| match scene.kind(at) {
        TokenKind::Word => !scene.capital(at) && particle_opens(scene, at),
        _ => scene.capital(at + 1) && (scene.shape(at) != Shape::Lower || !scene.is(at, "L'")) && elided(document.tokens()[at].word),
    };
    let mut starts = scene.page.tokens_where(|word| scene.page.word_cue(word).any(Cue::PARTICLE) || elided(word), opens);
    starts.extend(document.capitals());
    starts.sort();
    starts
}

/// `de Larosière` after a civility; elsewhere a particle opens nothing.
fn particle_opens(scene: &Scene, at: usize) -> bool {
    let Some(previous) = at.checked_sub(1) else { return false };
    let civil = scene.cue(previous).any(Cue::CIVILITY.or(Cue::MAITRE).or(Cue::BORN)) || matches!(scene.page.folded(previous), "EPOUSE" | "EPOUX" | "VEUVE" | "CONSORTS" | "DIVORCEE" | "ALIAS") || scene.is(previous, ".") && previous > 0 && scene.gap(previous) == Gap::None && scene.cue(previous - 1).any(Cue::CIVILITY.or(Cue::MAITRE));
    if !civil || scene.gap(at) > Gap::Wide {
        return false;
    }
    if matches!(scene.page.folded(at), "LE" | "LA" | "LES" | "L'") && scene.shape(at) == Shape::Lower {
        // `M. le préfet` is a title; `Mme la X` too.
        return false;
    }
    let next = at + 1;
    scene.capital(next) || scene.cue(next).any(Cue::PARTICLE) && scene.capital(next + 1) || scene.kind(next) == TokenKind::Elision
}

/// True when only commas, `et`, `ou` stand between the end of the last name and `at`.
fn continues_list(scene: &Scene, last: usize, at: usize) -> bool {
    // `Sont nés Manutea (1er mai 2014) et Hereiti`
    let bracket = if scene.is(last + 1, "(") { (last + 2..last + 9).find(|&t| scene.is(t, ")")).unwrap_or(last) } else { last };
    let last = if (last + 2..bracket).any(|t| scene.kind(t) == TokenKind::Number) { bracket } else { last };
    if at <= last + 1 || at > last + 4 {
        return false;
    }
    (last + 1..at).all(|between| matches!(scene.page.folded(between), "," | "ET" | "OU" | "&" | "AINSI" | "QUE"))
        && (last + 1..=at).all(|token| scene.gap(token) <= Gap::Line)
}

/// A letter that stands for a person in an already pseudonymised text: `X...`, `[K]`, `A.`.
fn placeholder(scene: &Scene, at: usize) -> bool {
    if scene.shape(at) != Shape::Initial && !(scene.shape(at) == Shape::Upper && short_parts(scene.page.folded(at))) {
        return false;
    }
    if scene.masked && (scene.shape(at) == Shape::Initial && !(scene.is(at + 1, ".") && !scene.is(at + 2, ".")) || scene.shape(at) == Shape::Upper) {
        return true;
    }
    let dots = |from: usize| scene.is(from, "…") || scene.is(from, ".") && scene.is(from + 1, ".") || scene.is(from, "*");
    dots(at + 1) || at > 0 && scene.is(at - 1, "[") || scene.is(at + 1, "]")
}

fn hard(scene: &Scene, at: usize) -> bool {
    // `N. C. Seck`: a letter before a dot is an initial.
    if scene.shape(at) == Shape::Initial && scene.is(at + 1, ".") && !scene.cue(at).any(Cue::CIVILITY) {
        return false;
    }
    // `Galvão de Sá`: a company's form has no accent.
    if matches!(scene.page.folded(at), "SA" | "SE") && scene.shape(at) == Shape::Title && !scene.page.document.original_at(at).is_ascii() {
        return false;
    }
    scene.cue(at).any(HARD) && !(scene.class(at).any(Class::FAMILY_COMMON) && !scene.cue(at).minus(Cue::STREET.or(Cue::OFFICER).or(Cue::HONOUR).or(Cue::NUMBER).or(Cue::ESTABLISHMENT).or(Cue::PUBLIC)).any(HARD) && scene.shape(at) == Shape::Title && !scene.starts_sentence(at))
}

/// The last token of the capitalised run that opens at `first`, or `None` when no name can open there.
fn grow(scene: &Scene, first: usize, lead: &Lead) -> Option<usize> {
    if lead.field && !scene.masked {
        return Some(field(scene, first));
    }
    if placeholder(scene, first) {
        return None;
    }
    let mut at = first;
    let led = lead.strong() || lead.label || lead.office.is_some();
    // The first word: after a civility even a month or an office may be a name, a verb or a title may not.
    while scene.kind(at) == TokenKind::Elision || scene.cue(at).any(Cue::PARTICLE) && scene.kind(at) == TokenKind::Word && scene.gap(at + 1) <= Gap::Space && (scene.capital(at + 1) || scene.cue(at + 1).any(Cue::PARTICLE) || scene.kind(at + 1) == TokenKind::Elision) && at < first + 4 {
        at += 1;
    }
    if !scene.capital(at) {
        return None;
    }
    if hard(scene, at) {
        let cue = scene.cue(at);
        let title = cue.any(Cue::OFFICE.or(Cue::OFFICE_OF_COURT).or(Cue::PARTY_LABEL).or(Cue::CIVILITY).or(Cue::MAITRE).or(Cue::COURT).or(Cue::STATUTE));
        // In prose any other word is a name there; among capitals a heading's word needs to be a surname too.
        let prose = scene.shape(at) == Shape::Title || !scene.capital(at + 1) || scene.gap(at + 1) >= Gap::Line;
        let family = scene.class(at).any(Class::FAMILY) && !cue.any(Cue::STOP) || prose && !cue.any(Cue::ARTICLE.or(Cue::CIVILITY).or(Cue::COURT).or(Cue::MAITRE));
        if listed_pair(scene, at) && at == first || at == first && capitals::month_pair(scene, at) {
            return Some(at + 1);
        }
        if at == first && capitals::ranked(scene, at, lead) {
            return Some(at);
        }
        // `MME DE SA`, `M. A SI FOO`: short words that are a surname right behind a civility.
        if let Some(last) = short::surname(scene, first, at, lead) {
            return Some(last);
        }
        let title = title && !office_as_surname(scene, at, lead);
        let family = family || !title && office_as_surname(scene, at, lead);
        if !(lead.civility || lead.maitre || lead.tie) || title && !scene.class(at).any(Class::FAMILY_COMMON) || at > first && scene.is(first, "LE") && title || !family {
            return None;
        }
    }
    if let Some(last) = surname_first(scene, first, lead) {
        return Some(last);
    }
    let mut surname_done = completes(scene, at, first);
    let mut given_only = scene.given(at);
    let mut words = 1;
    loop {
        let next = at + 1;
        if scene.page.tokens().len() <= next || words > 9 {
            break;
        }
        let gap = scene.gap(next);
        // `J. Dupont`, `A. B. Dupont`: the dot belongs to the initial.
        if scene.is(next, ".") && gap == Gap::None && matches!(scene.shape(at), Shape::Initial) && scene.kind(at) == TokenKind::Word && (scene.capital(next + 1) || scene.is(next + 1, "-")) && scene.gap(next + 1) <= Gap::Space && !placeholder(scene, next + 1) {
            at = next;
            continue;
        }
        // `Mme Zoé Mar-` and `chandot` on the next line, `M. TOUR-` and `NESOL`: a word that the line cut, or a double name.
        if lead.civility && scene.is(next, "-") && gap == Gap::None && scene.gap(next + 1) == Gap::Line {
            let goes_on = match scene.shape(at) {
                Shape::Title => matches!(scene.shape(next + 1), Shape::Lower | Shape::Title),
                Shape::Upper => scene.shape(next + 1) == Shape::Upper,
                _ => false,
            };
            if goes_on {
                return Some(next + 1);
            }
        }
        // `Jean- Pierre`, `DUPONT - MARTIN`
        if matches!(scene.page.folded(next), "-") && gap <= Gap::Space {
            let after = next + 1;
            // `Jean-` and `Baptiste` on the next line
            if gap == Gap::None && scene.gap(after) == Gap::Line && scene.shape(after) == Shape::Title && scene.given(at) && scene.given(after) {
                at = after;
                words += 1;
                continue;
            }
            if scene.capital(after) && scene.gap(after) <= Gap::Space && (gap == Gap::None || scene.gap(after) == Gap::None) && !hard(scene, after) && !(scene.gap(after) == Gap::Space && scene.ordinary(after)) {
                at = after;
                words += 1;
                surname_done |= completes(scene, after, first);
                continue;
            }
            break;
        }
        if scene.is(next, ",") && gap == Gap::None && lead.civility && !lead.plural && given_only && words < 5 && (scene.given(next + 1) || scene.is(next + 2, ",") && scene.given(next + 3) && !scene.ordinary(next + 1)) && scene.shape(next + 1) == Shape::Title && scene.gap(next + 1) == Gap::Space && scene.block[next + 1] == 0 {
            at = next + 1;
            words += 1;
            continue;
        }
        if gap >= Gap::Blank || gap == Gap::None && scene.kind(at) != TokenKind::Elision && !scene.is(at, ".") {
            break;
        }
        // A comma between given names of one person: `Madame Valérie, Odile, Jeanne NOM`.
        if gap >= Gap::Wide && !crosses(scene, next, given_only, lead) {
            break;
        }
        // `Cédric Hervé` and `GROUPAMA ALPES` on the next line: a whole name, then another item.
        if gap >= Gap::Line && words >= 2 && scene.class(at).any(Class::FAMILY) && scene.shape(at) == Shape::Title && scene.shape(next + 1) == Shape::Upper && scene.gap(next + 1) <= Gap::Space {
            break;
        }
        let mut word = next;
        let mut particles = 0;
        while particles < 3
            && (scene.kind(word) == TokenKind::Elision && matches!(scene.page.folded(word), "D'" | "L'" | "N'" | "M'" | "O'" | "DELL'")
                || scene.cue(word).any(Cue::PARTICLE) && !scene.is(word, "Y") && (scene.shape(word) != Shape::Initial))
            && (scene.gap(word + 1) <= Gap::Space || lead.civility && scene.gap(word + 1) == Gap::Line && scene.capital(word) && scene.shape(word) != Shape::Lower)
            && (scene.capital(word + 1) || scene.cue(word + 1).any(Cue::PARTICLE) || scene.kind(word + 1) == TokenKind::Elision)
        {
            word += 1;
            particles += 1;
        }
        // `Mai a Taaroa`: the Polynesian particle, where the verb would have no capital behind it.
        if particles == 0 && scene.is(next, "A") && scene.shape(next) == Shape::Lower && gap == Gap::Space && scene.capital(next + 1) && scene.gap(next + 1) == Gap::Space && polynesian(scene, at) && polynesian(scene, next + 1) {
            at = next + 1;
            words += 1;
            continue;
        }
        if particles > 0 && !particle_joins(scene, first, next, word, surname_done, lead) {
            break;
        }
        // `M. Patrick Droit`: after a civility and a given name a heading's word is a surname.
        let surname = lead.civility && given_only && particles == 0 && words == 1 && (scene.shape(word) == Shape::Title || scene.shape(word) == Shape::Upper && scene.shape(at) == Shape::Title) && scene.gap(word) <= Gap::Space && scene.class(word).any(Class::FAMILY.union(Class::WORD)) && !scene.cue(word).any(Cue::OFFICE_OF_COURT.or(Cue::CIVILITY).or(Cue::MAITRE).or(Cue::KIN).or(Cue::BORN).or(Cue::COMPANY).or(Cue::COURT).or(Cue::DWELLING));
        // `Dr Prudence DOCTEUR`, `M. C. SANS`: capitals after a title-case given name or an initial, whatever the word.
        let initialled = scene.is(at, ".") && scene.shape(at - 1) == Shape::Initial || scene.shape(at) == Shape::Initial;
        let surname = surname || lead.civility && particles == 0 && words <= 2 && scene.shape(word) == Shape::Upper && scene.page.folded(word).len() > 2 && scene.gap(word) <= Gap::Space && (initialled || given_only && scene.shape(at) == Shape::Title && scene.cue(word).any(Cue::CIVILITY)) && !scene.cue(word).any(Cue::OFFICE_OF_COURT.or(Cue::COURT)) && !matches!(scene.page.folded(word), "MADAME" | "MONSIEUR");
        // `M. Joseph PAYET DIT PLANCHE`, `PEREIRA D'OR`: a name by which a family is called.
        if scene.is(next, "DIT") && scene.shape(next) != Shape::Lower && scene.shape(next) == scene.shape(at) && gap == Gap::Space && scene.shape(next + 1) == scene.shape(at) && scene.gap(next + 1) == Gap::Space && (lead.civility || surname_done) && !scene.cue(next + 1).any(HARD) {
            at = next + 1;
            words += 1;
            continue;
        }
        // `M. Octave Conseil`: in title case right after the given name.
        let surname = surname || lead.civility && given_only && particles == 0 && words == 1 && scene.shape(at) == Shape::Title && scene.shape(word) == Shape::Title && scene.gap(word) <= Gap::Space && scene.cue(word).any(Cue::OFFICE_OF_COURT) && singular_office(scene, word);
        // `Rose-Marie Février`: French writes days and months in lower case.
        let surname = surname || given_only && particles == 0 && words == 1 && scene.shape(at) == Shape::Title && scene.shape(word) == Shape::Title && scene.gap(word) == Gap::Space && scene.cue(word).any(Cue::MONTH.or(Cue::DAY)) && scene.class(word).any(Class::FAMILY) && scene.kind(word + 1) != TokenKind::Number && !scene.starts_sentence(at);
        // `M. SAMIR OU`, `X se disant Khalil OU`: two capitals that end a name, whatever the word.
        let surname = surname || (lead.civility || lead.tie) && given_only && particles == 0 && words == 1 && scene.shape(word) == Shape::Upper && scene.page.folded(word).len() == 2 && scene.gap(word) == Gap::Space && short::ends(scene, word);
        // `Mme Badis Le Bail`: an article with a capital opens a surname, whatever the word.
        let surname = surname || lead.civility && particles == 1 && matches!(scene.page.folded(next), "LE" | "LA") && scene.shape(next) == Shape::Title && scene.shape(word) == Shape::Title && !scene.cue(word).any(Cue::OFFICE_OF_COURT.or(Cue::COURT).or(Cue::OFFICE).or(Cue::PARTY_LABEL));
        // `Blaise MARÉCHAL`: capitals after a given name.
        let surname = surname || particles == 0 && words == 1 && capitals::month_after(scene, at, word);
        let surname = surname || particles == 0 && words == 1 && scene.given(at) && scene.shape(at) == Shape::Title && scene.shape(word) == Shape::Upper && scene.class(word).any(Class::FAMILY) && scene.gap(word) <= Gap::Space && !scene.cue(word).any(Cue::OFFICE_OF_COURT.or(Cue::COURT).or(Cue::COMPANY).or(Cue::STOP).or(Cue::PARTY_LABEL).or(Cue::CIVILITY).or(Cue::KIN).or(Cue::BORN).or(Cue::LAW_FIRM));
        if !scene.capital(word) || hard(scene, word) && !surname || scene.block[word] & (FIRM | TAKEN) != 0 || placeholder(scene, word) {
            break;
        }
        if scene.block[word] & (STREET | COMPANY | COURT) != 0 && !lead.civility {
            break;
        }
        if scene.is(word, "M") && (scene.is(word + 1, ".") || scene.capital(word + 1)) || scene.cue(word).any(Cue::CIVILITY.or(Cue::MAITRE)) && !surname {
            break;
        }
        if scene.shape(word) == Shape::Dotted && scene.page.folded(word).len() > 3 {
            break;
        }
        if particles == 0 && !surname && !joins(scene, first, at, word, surname_done, words, led) {
            break;
        }
        at = word;
        words += 1;
        given_only &= scene.given(word);
        surname_done |= completes(scene, word, first);
    }
    Some(at)
}

/// A word of the Polynesian alphabet that is none of the language: no consonant but f, h, m, n, p, r, t, v, and a vowel at the end.
fn polynesian(scene: &Scene, at: usize) -> bool {
    let folded = scene.page.folded(at);
    folded.len() > 2 && folded.bytes().all(|b| matches!(b, b'A' | b'E' | b'I' | b'O' | b'U' | b'F' | b'H' | b'M' | b'N' | b'P' | b'R' | b'T' | b'V')) && folded.ends_with(['A', 'E', 'I', 'O', 'U']) && !scene.in_lower_case(at) && scene.capital(at)
}

/// `SEPTEMBRE Loïc`, `DEUX Jean`: a month or a number in capitals beside a given name is a surname, but in `LE 12 MARS Jean`.
fn listed_pair(scene: &Scene, at: usize) -> bool {
    let given = at + 1;
    scene.shape(at) == Shape::Upper
        && !scene.cue(at).minus(Cue::MONTH.or(Cue::NUMBER).or(Cue::DAY)).any(HARD)
        && !(scene.cue(at).any(Cue::MONTH) && at > 0 && (scene.kind(at - 1) == TokenKind::Number || scene.cue(at - 1).any(Cue::NUMBER.or(Cue::DAY).or(Cue::ARTICLE))))
        && scene.gap(given) == Gap::Space
        && scene.shape(given) == Shape::Title
        && scene.class(given).any(Class::GIVEN)
        && !scene.cue(given).any(HARD)
}

/// `ESCOFFIER, Marius, Jean, né le`: the surname in capitals, a comma, given names, then the birth, the dwelling or the line's end.
fn surname_first(scene: &Scene, first: usize, lead: &Lead) -> Option<usize> {
    let opens = scene.gap(first) >= Gap::Line || lead.civility || lead.label;
    // `CHUNG TIEN, Li Sha`
    let mut surname = first;
    while lead.civility && surname < first + 2 && scene.shape(surname + 1) == Shape::Upper && scene.gap(surname + 1) == Gap::Space {
        surname += 1;
    }
    if !opens || scene.shape(first) != Shape::Upper || !scene.is(surname + 1, ",") || scene.class(first).any(Class::PUBLIC_BODY.union(Class::COMPANY_FORM)) || lead.plural {
        return None;
    }
    let mut last = surname;
    let given = |at: usize| scene.class(at).any(Class::GIVEN) || lead.civility && scene.class(at).any(Class::GIVEN_RARE) && !scene.class(at).any(Class::PLACE);
    while scene.is(last + 1, ",") && scene.gap(last + 2) == Gap::Space && scene.shape(last + 2) == Shape::Title && given(last + 2) && last < first + 8 {
        last += 2;
        while scene.gap(last + 1) == Gap::Space && scene.shape(last + 1) == Shape::Title && (given(last + 1) || lead.civility && !scene.ordinary(last + 1) && !scene.class(last + 1).any(Class::PLACE)) {
            last += 1;
        }
    }
    let behind = if scene.is(last + 1, ",") { last + 2 } else { last + 1 };
    let ends = scene.gap(behind) >= Gap::Line || scene.cue(behind).any(Cue::BORN.or(Cue::DWELLING)) || lead.civility && scene.shape(behind) == Shape::Lower;
    (last > surname && ends).then_some(last)
}

/// `M. Juge, facteur`, `Mme Président a saisi`: a title has an article, `M. le juge`; a surname has none.
fn office_as_surname(scene: &Scene, at: usize, lead: &Lead) -> bool {
    let abbreviated = at > 0 && (scene.is(at - 1, ".") || matches!(scene.page.folded(at - 1), "MME" | "MM" | "MLLE" | "MMES" | "M") || lead.plural && scene.is(at - 1, "ET"));
    lead.civility && abbreviated && scene.shape(at) == Shape::Title && singular_office(scene, at) && !scene.capital(at + 1) && !scene.is(at + 1, ":")
}

/// An office in the singular whose word may be a surname.
fn singular_office(scene: &Scene, at: usize) -> bool {
    let cue = scene.cue(at);
    cue.any(Cue::OFFICE_OF_COURT.or(Cue::OFFICE)) && !cue.any(Cue::CIVILITY.or(Cue::MAITRE).or(Cue::COURT)) && !scene.page.folded(at).ends_with('S') && !scene.page.folded(at).contains('-')
        && !(scene.cue(at + 1).any(Cue::RANK) || matches!(scene.page.folded(at + 1), "GENERAL" | "GENERALE" | "DE" | "DU" | "DES" | "D'" | "RAPPORTEUR"))
}

/// The capitalised words of a form's line, and the commas between given names.
fn field(scene: &Scene, first: usize) -> usize {
    let mut last = first;
    let mut at = first + 1;
    while at < first + 10 && scene.gap(at) <= Gap::Space {
        if scene.capital(at) {
            last = at;
        } else if !(matches!(scene.page.folded(at), "," | "-" | "'") || scene.kind(at) == TokenKind::Elision || scene.cue(at).any(Cue::PARTICLE)) {
            break;
        }
        at += 1;
    }
    last
}

/// True when the word at `at` ends a surname: upper case after title case, or no given name after one.
fn completes(scene: &Scene, at: usize, first: usize) -> bool {
    if at == first {
        return false;
    }
    let title_before = (first..at).any(|t| scene.shape(t) == Shape::Title && scene.given(t));
    scene.shape(at) == Shape::Upper && title_before || title_before && !scene.given(at)
}

/// A particle after the name so far: `de Larosière` joins, `de Total`, `de Paris` after a whole name do not.
fn particle_joins(scene: &Scene, first: usize, particle: usize, word: usize, surname_done: bool, lead: &Lead) -> bool {
    if scene.kind(particle) == TokenKind::Elision && matches!(scene.page.folded(particle), "L'") && scene.shape(particle) == Shape::Lower {
        return false;
    }
    let lower = scene.shape(particle) == Shape::Lower;
    let folded = scene.page.folded(particle);
    if lower && matches!(folded, "LE" | "LA" | "LES" | "ST" | "SAINT") {
        // `M. Hakim le Roux`, but not `M. Hakim le 3 mai`.
        return lead.civility && !surname_done && scene.given(first) && scene.shape(word) == Shape::Title && scene.class(word).any(Class::FAMILY);
    }
    let evidence = scene.evidence(word);
    let class = scene.class(word);
    let foreign = !matches!(folded, "DE" | "DU" | "DES" | "D'" | "LA" | "LE" | "LES" | "L'");
    if foreign {
        return true;
    }
    if !lower {
        return true;
    }
    if evidence.article > 0 && evidence.civility == 0 || evidence.company > 0 {
        return false;
    }
    let placed = class.any(Class::PLACE_BIG.union(Class::COUNTRY).union(Class::REGION).union(Class::COMPANY_FORM)) || scene.cue(word).any(HARD);
    // `Mme Jeanne du Pontet de Salvagny`: a name that holds a particle goes on over another.
    let noble = (first..particle).any(|t| scene.cue(t).any(Cue::PARTICLE) && !scene.is(t, "BEN") && !scene.is(t, "EL"));
    if (lead.strong() || scene.given(first)) && noble && !placed {
        return true;
    }
    if lead.civility && !placed && !scene.ordinary(word) && !class.any(Class::PLACE) && surname_done && scene.shape(word) == scene.shape(particle - 1) && scene.evidence(word).civility == 0 {
        return true;
    }
    // `Mme Blanche du Pré`: the article form belongs to a surname whatever the word.
    if lead.civility && scene.given(first) && !surname_done && matches!(folded, "DU" | "DES" | "D'") && !placed {
        return true;
    }
    if scene.given(first) && !surname_done {
        // `Hubert de Becdelièvre`, but `Marie de Paris` only after a civility.
        let whole = class.any(Class::COUNTRY.union(Class::REGION));
        return !class.any(Class::PLACE_BIG) && !whole || lead.civility && scene.cue(word) == Cue::NONE && (!whole && particle == first + 1 || scene.evidence(word).civility > 0);
    }
    // `José Galvão de Sá`
    if scene.given(first) && class.any(Class::FAMILY) && !class.any(Class::PLACE) && !scene.ordinary(word) && scene.shape(word) == scene.shape(particle - 1) {
        return true;
    }
    // After a surname: `Dupont de Nemours` would be missed, `Dupont de Lyon` would be swallowed: only upper beside upper.
    scene.shape(word) == Shape::Upper && scene.shape(first) == Shape::Upper && !class.any(Class::PLACE.union(Class::COUNTRY).union(Class::REGION)) && !scene.ordinary(word)
}

/// A name may go over one line break, or over a wide gap, when what stands before is given names only.
fn crosses(scene: &Scene, next: usize, given_only: bool, lead: &Lead) -> bool {
    if !scene.capital(next) || hard(scene, next) || scene.cue(next) != Cue::NONE && !scene.cue(next).any(Cue::PARTICLE) {
        return false;
    }
    let plain = !scene.ordinary(next) && !scene.class(next).any(Class::PLACE_BIG.union(Class::COUNTRY).union(Class::REGION).union(Class::COMPANY_FORM).union(Class::PUBLIC_BODY));
    // The next line must not be a sentence of its own: its second word is no lower-case verb of a title-case start.
    given_only && plain && (scene.shape(next) == Shape::Upper || lead.any() || !scene.given(next))
}

/// Does the next word (no particle between) belong to the name?
fn joins(scene: &Scene, first: usize, at: usize, next: usize, surname_done: bool, words: usize, led: bool) -> bool {
    let shape = scene.shape(next);
    if scene.given_strong(next) {
        return true;
    }
    let class = scene.class(next);
    if class.any(Class::COUNTRY) && !class.any(Class::FAMILY_COMMON) {
        return false;
    }
    let before = scene.shape(at);
    if scene.ordinary(next) {
        if shape == Shape::Upper && before != Shape::Upper {
            // `Jean PETIT`, `Mme Marie NOIR`: upper case after title case is a surname.
            return true;
        }
        let evidence = scene.evidence(next);
        if evidence.article > 0 && evidence.civility == 0 {
            return false;
        }
        let name_class = class.any(Class::FAMILY_COMMON.union(Class::GIVEN));
        // `Monsieur SHI Lei`, `alias Saidul Kan`: a rare name that is a word nobody uses here.
        if led && words == 1 && class.any(Class::FAMILY.union(Class::GIVEN_RARE)) && !scene.in_lower_case(next) && (shape == Shape::Title || shape == before) && scene.gap(next) == Gap::Space && scene.shape(next + 1) != Shape::Upper {
            return true;
        }
        // `M. O Sung Min`: short words in title case behind a civility.
        if led && words <= 2 && !class.any(Class::FAMILY) && scene.page.folded(next).len() <= 3 && shape == Shape::Title && before == Shape::Title && !scene.in_lower_case(next) && scene.gap(next) == Gap::Space && scene.cue(next) == Cue::NONE {
            return true;
        }
        if words == 1 && (scene.given(first) || led) {
            return shape == before && (name_class || class.any(Class::FAMILY) && scene.given(first) || shape == Shape::Title && !scene.starts_sentence(next)) || name_class;
        }
        return !surname_done && name_class || shape == Shape::Title && !surname_done && before == Shape::Title && scene.given(first);
    }
    if surname_done && shape == Shape::Title && scene.shape(at) == Shape::Upper && !scene.given(next) {
        return false;
    }
    true
}

/// Weighs a run; `None` when nothing says that it is a person.
fn accept(scene: &Scene, first: usize, last: usize, lead: &Lead, listed: bool) -> Option<Name> {
    let last = trim(scene, first, last, lead);
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
    if only_initials {
        // `Mme O`, `M. Ó`: a surname of one letter, where the document does not use letters for names.
        let lettered = words.len() == 1 && !scene.is(last + 1, ".") || (1..=3).contains(&words.len()) && words.iter().all(|&t| scene.shape(t) == Shape::Initial && scene.is(t + 1, ".") && !scene.is(t + 2, "."));
        // `les époux Ó`
        let kin = lead.kin && words.len() == 1 && !scene.page.document.original_at(words[0]).is_ascii();
        if (lead.civility || kin) && !scene.masked && lettered && !matches!(scene.page.folded(words[0]), "X" | "Y" | "Z") {
            name.confidence = Confidence::Possible;
            name.doubt = Some(if words.len() == 1 { "a name of one letter" } else { "a name of initials only" });
            return Some(name);
        }
        return None;
    }
    let known = words.iter().any(|&t| scene.class(t).any(Class::GIVEN.union(Class::FAMILY)));
    if lead.maitre {
        let (role, counsel) = maitre_role(scene, first, last);
        name.local = Local::Office(role);
        name.counsel = counsel;
        name.confidence = Confidence::Certain;
        name.rule = OFFICE;
        return Some(name);
    }
    if let Some(role) = after.office {
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
        if !(lead.civility || lead.kin || noun) && !plausible(scene, first, last) {
            return None;
        }
        let in_list = (listed || lead.plural) && list_item(scene, first);
        if lead.kin && role == Role::Minor && !lead.civility && !in_list && !child_name(scene, first, last) {
            return None;
        }
        name.local = if role == Role::Minor { Local::Party(role) } else { Local::Office(role) };
        if matches!(role, Role::Witness | Role::Victim | Role::Expert | Role::ThirdParty | Role::Officer | Role::Notary | Role::Bailiff) {
            let ranked = role == Role::Officer && lead.from + 1 >= first && matches!(scene.shape(first), Shape::Title | Shape::Upper) && !scene.is(lead.from, "COMMISSAIRE") && scene.shape(lead.from) == Shape::Lower;
            let pair = words.len() >= 2 && scene.given(words[0]) && scene.unmarked(lead.from);
            if !lead.civility && !ranked && !pair && !noun && !person_like(scene, first, last) {
                return None;
            }
            name.local = Local::Party(role);
        }
        name.rule = OFFICE;
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
    // `un homme connu sous le nom de Scarface`
    let known_as = scene.is(lead.from, "DE") && lead.from > 2 && scene.is(lead.from - 3, "SOUS") && !(lead.from.saturating_sub(10)..lead.from).any(|t| scene.cue(t).any(Cue::COMPANY));
    if lead.kin && !(words.len() == 1 && scene.is(lead.from, "DE") && !known && !doubled(scene, words[0]) && !known_as) {
        // `la prime dite « Covid »`: a thing, unless the word is a given name.
        let thing = matches!(scene.page.folded(lead.from), "DIT" | "DITE") && lead.from > 0 && scene.shape(lead.from - 1) == Shape::Lower && !scene.cue(lead.from - 1).any(Cue::PERSON_NOUN.or(Cue::KIN).or(Cue::APPELLATION).or(Cue::WITNESS).or(Cue::VICTIM)) && quoted(scene, first);
        if thing && !scene.given(first) {
            return None;
        }
        let first_word = words[0];
        // `un cousin, Lu Pao`: of two words one is none of the language.
        let foreign = words.len() == 2 && words.iter().all(|&t| scene.shape(t) == Shape::Title && !scene.in_lower_case(t)) && words.iter().any(|&t| !scene.ordinary(t) && !scene.class(t).any(Class::PLACE)) && !words.iter().any(|&t| is_place(scene, t));
        let plain = person_like(scene, first, last) || foreign || !scene.ordinary(first_word) && !is_place(scene, first_word);
        // `née Lyon`, `épouse Prince`, `consorts Petit`: the tie proves any word, a plural a surname.
        let tied = lead.tie && (scene.gap(first) <= Gap::Space || scene.shape(first) == Shape::Upper) || lead.plural && scene.class(first_word).any(Class::FAMILY);
        // `trois enfants, Taras et Joséphine`; `MM. Gustave et Zéphyr ROY`: a list of names holds names.
        let in_list = (listed || lead.plural) && list_item(scene, first_word);
        if !plain && (tied || in_list) {
            // A by-name with its article, `le Corse`, names nobody elsewhere.
            name.led = !scene.cue(lead.from).any(Cue::ARTICLE);
            name.local = Local::Party(Role::Party);
            name.confidence = Confidence::Probable;
            return Some(name);
        }
        if !plain || evidence.article > 1 && evidence.civility == 0 {
            return None;
        }
        name.local = Local::Party(Role::Party);
        return Some(name);
    }
    // `GROUPAMA SUD OUEST pris en la personne de`: a legal person; `au nom de Peakville`: nothing says a person.
    let legal = after.company || words.len() == 1 && scene.is(lead.from, "DE") && !known;
    if (lead.label || lead.kin) && legal && !lead.civility {
        return None;
    }
    if lead.job {
        if !employed(scene, &words, lead) || legal || !capitals::fits(scene, first, last, false) {
            return bare(scene, first, last, &words, after, name);
        }
        name.local = Local::Party(Role::ThirdParty);
        name.confidence = Confidence::Probable;
        name.led = !lead.epithet;
        return Some(name);
    }
    let in_list = (listed || lead.plural) && lead.label && words.iter().all(|&t| scene.class(t).any(Class::FAMILY.union(Class::GIVEN)) && !is_place(scene, t));
    if lead.field && !scene.masked || lead.label && (in_list || person_like(scene, first, last)) {
        name.local = Local::Party(Role::Party);
        return Some(name);
    }
    bare(scene, first, last, &words, after, name)
}

/// A run without lead.
fn bare(scene: &Scene, first: usize, last: usize, words: &[usize], after: After, mut name: Name) -> Option<Name> {
    if after.company || words.iter().any(|&t| scene.evidence(t).company > 0 && scene.evidence(t).civility == 0) {
        return None;
    }
    if preceded_by_article(scene, first) {
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
    let initials = words.len() >= 2 && matches!(scene.shape(words[0]), Shape::Initial | Shape::Dotted) && scene.page.folded(words[0]).len() <= 3;
    if initials {
        let surname = words[words.len() - 1];
        let fits = !scene.ordinary(surname) && !is_place(scene, surname) && scene.page.folded(surname).len() > 2 && !matches!(scene.page.folded(words[0]), "N" | "L" | "R" | "D" | "C" | "ART" | "A" if !scene.is(first + 1, "."));
        let statute = first > 0 && scene.cue(first - 1).any(Cue::STATUTE) || first > 1 && scene.is(first - 1, ".") && scene.shape(first - 2) == Shape::Initial && scene.gap(first) <= Gap::Space;
        if fits && !statute && (scene.class(surname).any(Class::FAMILY) || scene.is(first + 1, ".")) && !matches!(scene.page.folded(words[0]), "L" | "R" | "D") {
            name.confidence = Confidence::Probable;
            return Some(name);
        }
        return None;
    }
    let upper = words.iter().copied().find(|&t| scene.shape(t) == Shape::Upper);
    if let (2, 0, Some(upper)) = (words.len(), given, upper) {
        // `KABORE Espoir`, `LI Na`: a surname in capitals beside a given name, rare or a word though it is.
        let other = if words[0] == upper { words[1] } else { words[0] };
        let given_form = scene.shape(other) == Shape::Title && scene.class(other).any(Class::GIVEN.union(Class::GIVEN_RARE)) && !scene.cue(other).any(HARD);
        let surname = !scene.ordinary(upper) && !is_place(scene, upper) && scene.page.folded(upper).len() > 2 || scene.class(upper).any(Class::FAMILY);
        let institution = words.iter().any(|&t| scene.evidence(t).article > 0 || scene.class(t).any(Class::PUBLIC_BODY.union(Class::COMPANY_FORM).union(Class::COUNTRY)));
        if given_form && surname && !institution {
            name.confidence = Confidence::Probable;
            return Some(name);
        }
    }
    let calm = !scene.starts_sentence(first) || matches!(scene.page.folded(first + 1), "S'" | "SE" | "," | "NE" | "A" | "M'");
    if words.len() == 1 && scene.shape(first) == Shape::Title && doubled(scene, first) && calm && !scene.ordinary(first) && !scene.class(first).any(Class::PLACE.union(Class::COMPANY_FORM).union(Class::PUBLIC_BODY)) && scene.cue(first) == Cue::NONE {
        name.confidence = Confidence::Possible;
        name.doubt = Some("a syllable said twice, as in a nickname");
        return Some(name);
    }
    if words.len() == 1 && last == first && lone::names(scene, first) {
        name.confidence = Confidence::Possible;
        name.doubt = Some("a given name alone");
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
    if given == 0 || words.len() < 2 {
        return None;
    }
    let others_fit = words.iter().all(|&t| {
        scene.given(t) || scene.shape(t) == Shape::Upper || scene.shape(t) == Shape::Initial || !scene.ordinary(t) || scene.class(t).any(Class::FAMILY)
    });
    // `« le Grand »` says nothing of `Thibaud GRAND`.
    let family = |t: usize| t > first && scene.shape(t) == Shape::Upper && scene.shape(t - 1) == Shape::Title && scene.given_strong(t - 1) && scene.class(t).any(Class::FAMILY);
    let article = words.iter().any(|&t| scene.evidence(t).article > 0 && scene.evidence(t).civility == 0 && !family(t));
    if !others_fit || article {
        return None;
    }
    if matches!(scene.page.folded(first), "SAINT" | "SAINTE" | "ST" | "STE") || scene.page.phrase(first, Class::PLACE).is_some_and(|end| end >= last && end > first) {
        return None;
    }
    // Two given names that are also towns or words (`Saint Martin`) need a surname's shape.
    let pair = words.len() == 2 && last == first + 1 && scene.class(first).any(Class::GIVEN_COMMON) && scene.class(last).any(Class::FAMILY_COMMON) && !is_place(scene, last) && scene.shape(first) == Shape::Title && scene.shape(last) == Shape::Title && scene.gap(last) == Gap::Space;
    // `la seule Aurore Bidart`: a frequent given name that the prose never writes, before a surname.
    let pair = pair || words.len() == 2 && last == first + 1 && scene.class(first).any(Class::GIVEN_COMMON) && !is_place(scene, first) && scene.class(last).any(Class::FAMILY) && !scene.in_lower_case(first) && !scene.in_lower_case(last) && scene.shape(first) == Shape::Title && scene.shape(last) == Shape::Title && scene.gap(last) == Gap::Space && !scene.starts_sentence(first);
    if words.iter().all(|&t| is_place(scene, t) || scene.ordinary(t)) && !civil && !pair && !listed_pair(scene, first) && !typeset(scene, words) && !capitals::month_pair(scene, first) {
        return None;
    }
    let place_before = first > 0 && scene.cue(first - 1).any(Cue::PLACE_PREP) && scene.page.folded(first - 1) != "A";
    if place_before && last == first {
        return None;
    }
    name.confidence = if words.iter().any(|&t| scene.class(t).any(Class::FAMILY)) { Confidence::Strong } else { Confidence::Probable };
    Some(name)
}

/// `Lise MINETTE`: a common given name in title case and a word in capitals that follows it; nothing but a name is set so.
fn typeset(scene: &Scene, words: &[usize]) -> bool {
    let &[given, surname] = words else { return false };
    scene.shape(given) == Shape::Title && scene.class(given).any(Class::GIVEN_COMMON) && !is_place(scene, given) && scene.shape(surname) == Shape::Upper && surname == given + 1 && scene.gap(surname) == Gap::Space && scene.page.folded(surname).len() > 2 && scene.shape(surname + 1) != Shape::Upper && !scene.class(surname).any(Class::PUBLIC_BODY.union(Class::COMPANY_FORM).union(Class::PLACE_BIG).union(Class::COUNTRY).union(Class::REGION))
}

/// A word that a list of names may hold though a dictionary calls it an ordinary one.
fn list_item(scene: &Scene, at: usize) -> bool {
    scene.gap(at) <= Gap::Space && scene.shape(at) == Shape::Title && !is_place(scene, at) && !scene.cue(at).any(HARD) && scene.evidence(at).article == 0
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
    (given || all_plain || pair) && (given || !words.iter().all(|&t| is_place(scene, t)))
}

/// The capitalised words of a run, its particles left out.
fn name_words(scene: &Scene, first: usize, last: usize) -> Vec<usize> {
    let words: Vec<usize> = (first..=last)
        .filter(|&t| scene.kind(t) == TokenKind::Word && scene.capital(t) && !(t < last && scene.cue(t).any(Cue::PARTICLE) && scene.shape(t) != Shape::Initial))
        .collect();
    if words.is_empty() { vec![last] } else { words }
}

fn person_like(scene: &Scene, first: usize, last: usize) -> bool {
    let words = name_words(scene, first, last);
    let given = words.iter().any(|&t| scene.given(t) && !scene.ordinary(t) || scene.given_strong(t));
    let plain = words.iter().all(|&t| !scene.ordinary(t) && !is_place(scene, t));
    let company = words.iter().any(|&t| scene.evidence(t).company > 0 || scene.evidence(t).article > 0 && scene.evidence(t).civility == 0);
    (given || plain) && !company && !words.is_empty()
}

fn child_name(scene: &Scene, first: usize, last: usize) -> bool {
    (first..=last).any(|t| scene.given(t)) || person_like(scene, first, last)
}

pub(super) fn is_place(scene: &Scene, at: usize) -> bool {
    scene.class(at).any(Class::PLACE_BIG.union(Class::COUNTRY).union(Class::REGION)) && !scene.class(at).any(Class::GIVEN_COMMON)
}

fn preceded_by_article(scene: &Scene, first: usize) -> bool {
    let Some(previous) = first.checked_sub(1) else { return false };
    scene.gap(first) <= Gap::Space && scene.cue(previous).any(Cue::ARTICLE) && (scene.shape(previous) == Shape::Lower || scene.kind(previous) == TokenKind::Elision) && matches!(scene.page.folded(previous), "LA" | "L'" | "CETTE" | "LE" | "UNE" | "UN" | "CE" | "SA" | "SON" | "LES")
}

/// What follows a run.
#[derive(Clone, Copy, Default)]
struct After {
    office: Option<Role>,
    party: bool,
    company: bool,
}

fn after(scene: &Scene, last: usize) -> After {
    let mut result = After::default();
    let mut at = last + 1;
    let mut comma = false;
    if scene.is(at, ".") && scene.shape(last) == Shape::Initial {
        at += 1;
    }
    if scene.gap(at) == Gap::Blank {
        result.party = scene.cue(at).any(Cue::BORN) && scene.page.document.original_at(at).chars().any(|c| matches!(c, 'é' | 'É')) || scene.cue(at).any(Cue::DWELLING) && scene.page.folded(at) != "DOMICILE";
        return result;
    }
    if matches!(scene.page.folded(at), "," | "(" | "-" | "–" | ";" | ":") {
        comma = true;
        at += 1;
    }
    // `a été entendue en son rapport`, `a fait le rapport`; an expert files, hands in or draws up hers.
    let heard = |t: usize| matches!(scene.page.folded(t), "ENTENDU" | "ENTENDUE") || scene.is(t, "FAIT") && scene.is(t + 1, "LE");
    if (!comma && scene.is(at, "A") || matches!(scene.page.folded(at), "ENTENDU" | "ENTENDUE")) && (at..at + 4).any(heard) && (at..at + 6).any(|t| scene.is(t, "RAPPORT") && matches!(scene.page.folded(t - 1), "LE" | "SON")) {
        result.office = Some(Role::Judge);
        return result;
    }
    let listed = scene.is(at, "•");
    if scene.gap(at) == Gap::Blank || listed {
        return result;
    }
    let cue = scene.cue(at);
    let folded = scene.page.folded(at);
    if cue.any(Cue::BORN) && scene.page.document.original_at(at).chars().any(|c| matches!(c, 'é' | 'É')) || cue.any(Cue::BORN) && scene.shape(at) == Shape::Upper && matches!(scene.page.folded(at + 1), "LE" | "A" | "EN") {
        result.party = true;
        return result;
    }
    if cue.any(Cue::DWELLING) && folded != "DOMICILE" && folded != "DEMEURE" || matches!(folded, "EPOUSE" | "VEUVE" | "DIVORCEE" | "AGISSANT" | "ALIAS" | "EPOUX" | "AYANT") && (comma || scene.shape(at) == Shape::Lower || folded == "ALIAS") || comma && scene.shape(at) == Shape::Lower && matches!(folded, "FILLE" | "FILS" | "FRERE" | "SOEUR" | "DEMI-FRERE" | "DEMI-SOEUR" | "COMPAGNE" | "CONCUBINE" | "CONCUBIN" | "COUSIN" | "COUSINE" | "ONCLE" | "TANTE" | "NEVEU" | "NIECE") {
        result.party = !matches!(folded, "AYANT");
        return result;
    }
    // `PINAS Asoïnda, dit Ba Soi`
    if comma && matches!(folded, "DIT" | "DITE" | "SURNOMME" | "SURNOMMEE") && scene.shape(at) == Shape::Lower && (scene.capital(at + 1) || matches!(scene.page.folded(at + 1), "«" | "\"" | "“")) {
        result.party = true;
        return result;
    }
    // `Angélina, sa compagne`, `Noé, le fils de`
    if comma && scene.shape(at) == Shape::Lower && matches!(folded, "SA" | "SON" | "LEUR" | "LE" | "LA" | "MA" | "MON") && scene.cue(at + 1).any(Cue::KIN) && scene.shape(at + 1) == Shape::Lower && !matches!(scene.page.folded(at + 1), "DIT" | "DITE" | "NOMME" | "NOMMEE") {
        result.party = true;
        return result;
    }
    if matches!(folded, "SA" | "SARL" | "SAS" | "SASU" | "EURL" | "SCI" | "SNC" | "FRERES" | "ASSOCIES" | "SPA" | "GMBH" | "LTD" | "CIE") && !comma && scene.gap(at) <= Gap::Space || scene.is(last + 1, "&") || pris_en(scene, at) || matches!(folded, "CREDIT" | "BANQUE" | "ASSURANCES" | "ASSURANCE" | "MUTUELLE") && !comma && scene.shape(at) == Shape::Upper && scene.gap(at) == Gap::Space {
        result.company = true;
        return result;
    }
    // The office: directly, or after a comma, over ranks; an article first speaks of somebody else.
    let limit = at + 7;
    let mut over_line = false;
    while at < limit {
        let gap = scene.gap(at);
        if gap == Gap::Blank {
            break;
        }
        over_line |= gap >= Gap::Line;
        let cue = scene.cue(at);
        let folded = scene.page.folded(at);
        if matches!(folded, "LE" | "LA" | "LES" | "L'" | "UN" | "UNE" | "AU" | "DU" | "PAR" | "SON" | "SA") || cue.any(Cue::CIVILITY) {
            break;
        }
        if let Some(role) = role_of_after(scene, at, comma) {
            // A caption's line `Mme X` over its own `Rapporteure publique`.
            let own_line = scene.shape(at) == Shape::Title && scene.gap(last + 1) == Gap::Line && at == last + 1;
            if over_line && !comma && !own_line {
                break;
            }
            result.office = Some(role);
            break;
        }
        let passes = cue.any(Cue::RANK) || matches!(folded, "EN" | "DE" | "QUALITE" | "F" | "." | "FF" | "(" | "1ERE" | "1" | "ER" | "ERE" | "DELEGUE" | "VICE" | "-" | "JUGE" | "D'" | "A" | "L'" | "AUDIENCE" | "ET");
        if !passes {
            break;
        }
        at += 1;
    }
    result
}

/// `pris en la personne de`, `SUD OUEST prise en la personne`: only legal persons are taken so.
fn pris_en(scene: &Scene, at: usize) -> bool {
    (at..at + 5).take_while(|&t| t == at || scene.gap(t) <= Gap::Space).any(|t| matches!(scene.page.folded(t), "PRIS" | "PRISE") && scene.is(t + 1, "EN") && scene.is(t + 2, "LA"))
}

/// The court's offices in apposition. `avocat` alone is not enough: parties are lawyers too.
fn role_of_after(scene: &Scene, at: usize, comma: bool) -> Option<Role> {
    let cue = scene.cue(at);
    let folded = scene.page.folded(at);
    let next = scene.page.folded(at + 1);
    if cue.any(Cue::CLERK) && folded != "GREFFE" {
        return Some(Role::Clerk);
    }
    if folded == "AVOCAT" || folded == "AVOCATE" || folded == "AVOCATS" {
        if matches!(next, "GENERAL" | "GENERALE" | "GENERAUX") {
            return Some(Role::Prosecutor);
        }
        let counsel = matches!(next, "AU" | "A" | "AUX" | "COMMIS" | "COMMISE" | "PLAIDANT" | "POSTULANT" | "SUBSTITUANT" | "EXERCANT" | "CHOISI" | "INSCRIT" | "INSCRITE" | "DESIGNE" | "LOCO" | "AUPRES");
        return (counsel && comma).then_some(Role::Lawyer);
    }
    if cue.any(Cue::PROSECUTOR) {
        return Some(Role::Prosecutor);
    }
    if cue.any(Cue::JUDGE) {
        let company = matches!(folded, "PRESIDENT" | "PRESIDENTE" | "VICE-PRESIDENT" | "VICE-PRESIDENTE" | "DOYEN") && (at + 1..at + 7).any(|t| scene.cue(t).any(Cue::COMPANY) || matches!(scene.page.folded(t), "CONSEIL" | "DIRECTOIRE" | "DIRECTEUR" | "ASSOCIATION"));
        let adviser = matches!(folded, "CONSEILLER" | "CONSEILLERE" | "CONSEILLERS") && matches!(next, "MUNICIPAL" | "MUNICIPALE" | "FINANCIER" | "FINANCIERE" | "CLIENTELE" | "EN" | "REGIONAL" | "GENERAL" | "DEPARTEMENTAL" | "COMMERCIAL" | "DU" | "D'" | "PEDAGOGIQUE" | "PRINCIPAL" | "TECHNIQUE" | "BANCAIRE" | "CONJUGAL" | "CONJUGALE" | "COMMUNAUTAIRE" | "IMMOBILIER" | "PATRIMONIAL") || (at + 2..at + 6).any(|t| matches!(scene.page.folded(t), "AGRICULTURE" | "COMMERCE" | "METIERS" | "EMPLOI"));
        return (!company && !adviser).then_some(Role::Judge);
    }
    if cue.any(Cue::NOTARY) && comma {
        return Some(Role::Notary);
    }
    if cue.any(Cue::EXPERT) && comma && scene.shape(at) == Shape::Lower {
        return Some(Role::Expert);
    }
    if (cue.any(Cue::BAILIFF) || folded == "COMMISSAIRE" && next == "DE") && comma {
        return Some(Role::Bailiff);
    }
    if matches!(folded, "AVOUE" | "AVOUES" | "AVOUEE") {
        return Some(Role::Lawyer);
    }
    None
}

/// Me and Maître also name notaries, bailiffs and liquidators.
fn maitre_role(scene: &Scene, first: usize, last: usize) -> (Role, bool) {
    // `assisté de Me X`, `représentée par Maître X`
    let assists = |at: usize| matches!(scene.page.folded(at), "ASSISTE" | "ASSISTEE" | "ASSISTES" | "REPRESENTE" | "REPRESENTEE" | "REPRESENTES") && matches!(scene.page.folded(at + 1), "DE" | "PAR") && scene.cue(at + 2).any(Cue::MAITRE);
    if (first.saturating_sub(4)..first).any(assists) {
        return (Role::Lawyer, true);
    }
    let mut role = Role::Lawyer;
    for at in (last + 1..last + 10).chain(first.saturating_sub(8)..first) {
        if at > last && scene.gap(at) == Gap::Blank {
            break;
        }
        let cue = scene.cue(at);
        let pleads = at > last && at < last + 4 && matches!(scene.page.folded(at), "SUBSTITUANT" | "PLAIDOIRIE" | "PLAIDE" | "SUBSTITUE" | "SUBSTITUEE");
        if pleads {
            return (Role::Lawyer, true);
        }
        if cue.any(Cue::LAWYER) && !matches!(scene.page.folded(at), "CONSEIL" | "CONSEILS") || scene.is(at, "BARREAU") {
            return (Role::Lawyer, true);
        }
        if at > last && at < last + 4 && matches!(scene.page.folded(at), "ES") && matches!(scene.page.folded(at + 1), "QUALITE" | "QUALITES" | "-") {
            return (Role::ThirdParty, false);
        }
        let deed = at < first && first - at < 8;
        if cue.any(Cue::NOTARY) || deed && matches!(scene.page.folded(at), "RECU" | "RECUE" | "AUTHENTIQUE" | "NOTARIE") {
            role = Role::Notary;
        } else if deed && matches!(scene.page.folded(at), "CONSTAT" | "EXPLOIT") && !scene.is(at + 1, "D'") || cue.any(Cue::BAILIFF) || scene.is(at, "JUSTICE") && at > 0 && scene.is(at - 2, "COMMISSAIRE") {
            role = Role::Bailiff;
        } else if cue.any(Cue::TRUSTEE) {
            role = Role::ThirdParty;
        }
    }
    (role, false)
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

/// Whole-line names beside a lone `c/`, and around an inline `C/`.
fn caption_lines(scene: &Scene, names: &mut Vec<Name>) {
    let document = &scene.page.document;
    for at in scene.page.tokens_of(|word| matches!(document.folded(word), "C" | "CONTRE")).into_iter().take_while(|&at| at < 1200) {
        let against = matches!(scene.page.folded(at), "C") && (scene.is(at + 1, "/") || scene.is(at + 1, ".") && scene.gap(at + 1) == Gap::None && scene.gap(at) >= Gap::Line) || scene.is(at, "CONTRE") && scene.gap(at) >= Gap::Line && scene.gap(at + 1) >= Gap::Line;
        if !against {
            continue;
        }
        let end = if scene.is(at + 1, "/") || scene.is(at + 1, ".") { at + 2 } else { at + 1 };
        let inline = scene.gap(at) <= Gap::Wide && scene.gap(end) <= Gap::Wide;
        if inline {
            // The run right before and right after.
            let mut start = at;
            while start > 0 && scene.gap(start) <= Gap::Space && (scene.capital(start - 1) || scene.is(start - 1, "-")) && at - start < 5 {
                start -= 1;
            }
            propose(scene, names, start, at.saturating_sub(1), at);
            let mut stop = end;
            while stop < end + 5 && scene.capital(stop) && (stop == end || scene.gap(stop) <= Gap::Space) {
                stop += 1;
            }
            propose(scene, names, end, stop.saturating_sub(1), at);
            continue;
        }
        for (first, last) in lines_around(scene, at, end) {
            propose(scene, names, first, last, at);
        }
    }
}

/// The lines, up to four each way, whose every token is a capitalised word.
fn lines_around(scene: &Scene, at: usize, end: usize) -> Vec<(usize, usize)> {
    let mut lines = Vec::new();
    let mut stop = at;
    for _ in 0..4 {
        let Some(last) = stop.checked_sub(1) else { break };
        let mut first = last;
        while first > 0 && scene.gap(first) < Gap::Line {
            first -= 1;
        }
        lines.push((first, last));
        stop = first;
    }
    let mut first = end;
    for _ in 0..4 {
        let mut last = first;
        while last + 1 < scene.page.tokens().len() && scene.gap(last + 1) < Gap::Line {
            last += 1;
        }
        if first >= scene.page.tokens().len() {
            break;
        }
        lines.push((first, last));
        first = last + 1;
    }
    lines
}

/// Adds a caption line as a name when it reads as one and is not one yet.
fn propose(scene: &Scene, names: &mut Vec<Name>, first: usize, last: usize, against: usize) {
    if first > last || last - first > 5 || last >= scene.page.tokens().len() {
        return;
    }
    let fits = (first..=last).all(|t| {
        scene.block[t] == 0 && (scene.capital(t) && !hard(scene, t) || scene.is(t, "-") || scene.kind(t) == TokenKind::Elision || scene.cue(t).any(Cue::PARTICLE))
    });
    let words: Vec<usize> = (first..=last).filter(|&t| scene.capital(t)).collect();
    let plain = words.iter().any(|&t| !scene.ordinary(t) || scene.given_strong(t) || scene.class(t).any(Class::FAMILY_COMMON) || words.len() == 1 && scene.class(t).any(Class::FAMILY)) && !words.iter().all(|&t| is_place(scene, t));
    let company = words.iter().any(|&t| scene.evidence(t).company > 0 || scene.evidence(t).article > 0 && scene.evidence(t).civility == 0);
    let initials = words.iter().all(|&t| scene.page.folded(t).len() < 2) || words.iter().any(|&t| placeholder(scene, t));
    if !fits || !plain || company || initials || names.iter().any(|n| n.first <= last && first <= n.last) {
        return;
    }
    names.push(Name {
        first,
        last,
        local: Local::Party(Role::Party),
        confidence: Confidence::Probable,
        rule: CAPTION,
        cue: Some(scene.page.document.span_of(against, against)),
        led: true,
        counsel: false,
        doubt: None,
        part: None,
    });
}
