//! Surnames of one or two letters and of short words: `OU Khalil`, `MME DE SA`, `M. A SI FOO`, `U a crié`.

use super::Name;
use super::lead::Lead;
use super::scene::{HARD, STREET, Scene};
use crate::context::Cue;
use crate::lexicon::Class;
use crate::text::{Gap, Shape, TokenKind, WordId, one_of};

/// The last token of a surname of short words behind a civility or `se disant`, where the word at `at`, the first behind the
/// particles from `first` on, is one that nothing else would take for a name.
pub(super) fn surname(scene: &Scene, first: usize, at: usize, lead: &Lead) -> Option<usize> {
    if !(lead.civility || lead.kin || lead.label) || scene.page.folded(at).len() > 2 || scene.kind(at) != TokenKind::Word || scene.masked {
        return None;
    }
    let particles = at > first;
    let next = at + 1;
    // `MME DE SA,`, `Madame DE SA a acheté`
    if particles && lead.civility && one_of!(scene.page.folded(first), "DE" | "DA" | "DO" | "DOS") && scene.shape(at) != Shape::Lower && scene.page.folded(at).len() == 2 && !scene.cue(at).any(Cue::PARTICLE) && (ends(scene, at) || scene.cue(next).any(Cue::STOP)) {
        return Some(at);
    }
    // `M. von der Au`, `Mme VAN DE NU`
    if particles && lead.civility && foreign(scene, at - 1) && two(scene, at) {
        return Some(at);
    }
    // `l'oncle, Sa Le, et`
    if !particles && lead.kin && scene.shape(at) == Shape::Title && scene.shape(next) == Shape::Title && two(scene, at) && two(scene, next) && scene.gap(next) == Gap::Space && scene.is(next + 1, ",") && !scene.starts_sentence(at) {
        return Some(next);
    }
    // `son père, Ou Moussa, tué`
    let next_given = scene.shape(next) == Shape::Title && scene.gap(next) == Gap::Space && scene.given(next);
    if !particles && lead.kin && scene.shape(at) == Shape::Title && !article(scene, at) && !scene.cue(at).any(Cue::CIVILITY.or(Cue::MAITRE)) && next_given && !scene.starts_sentence(at) {
        return Some(next);
    }
    // `X se disant OU Khalil`, `M. VU Thi`
    if !particles && (lead.civility || lead.tie) && scene.shape(at) == Shape::Upper && scene.page.folded(at).len() == 2 && !article(scene, at) && scene.gap(next) == Gap::Space && scene.shape(next) == Shape::Title && !scene.cue(next).any(HARD) {
        let mut last = next;
        while scene.gap(last + 1) == Gap::Space && scene.shape(last + 1) == Shape::Title && !scene.cue(last + 1).any(HARD) && last < next + 3 {
            last += 1;
        }
        return Some(last);
    }
    // `M. A SI FOO`: short words, then one that is no word of the courts.
    let mut last = at;
    while scene.gap(last + 1) == Gap::Space && scene.shape(last + 1) == Shape::Upper && last < at + 3 {
        last += 1;
    }
    let strange = last > at && !scene.cue(last).any(HARD) && !scene.ordinary(last);
    if !particles && lead.civility && strange && matches!(scene.shape(at), Shape::Upper | Shape::Initial) && !article(scene, at) && !scene.in_capitals(last) && !scene.is(at + 1, ".") {
        let given = scene.shape(last + 1) == Shape::Title && scene.given(last + 1) && scene.gap(last + 1) == Gap::Space;
        return Some(if given { last + 1 } else { last });
    }
    None
}

/// `OU Wei, né le`, `LE Van Y`, `LY Mai Chou`: a short word in capitals, whatever it is, and given names in title case, where a name may begin.
pub(super) fn pair(scene: &Scene, at: usize) -> Option<usize> {
    let next = at + 1;
    let grammar = one_of!(scene.page.folded(at), "ET" | "DE" | "DU" | "DES" | "AU" | "AUX" | "EN" | "PAR" | "LES" | "SUR" | "UN" | "UNE");
    let short = !grammar && scene.shape(at) == Shape::Upper && (scene.page.folded(at).len() == 2 || scene.page.folded(at).len() == 3 && scene.class(at).any(Class::FAMILY)) && scene.kind(at) == TokenKind::Word && !scene.cue(at).any(Cue::CIVILITY.or(Cue::MAITRE).or(Cue::COMPANY).or(Cue::COURT).or(Cue::LAW_FIRM).or(Cue::PUBLIC).or(Cue::ESTABLISHMENT).or(Cue::STREET)) && !scene.class(at).any(Class::PUBLIC_BODY.union(Class::COMPANY_FORM));
    let opens = scene.gap(at) >= Gap::Line || at > 0 && (one_of!(scene.page.folded(at - 1), "," | ";" | ":" | "-" | "/" | "(" | "." | "—" | "–" | "|") || scene.shape(at - 1) == Shape::Lower);
    let given = |t: usize| scene.gap(t) == Gap::Space && scene.shape(t) == Shape::Title && !scene.cue(t).minus(Cue::MONTH).any(HARD) && !scene.class(t).any(Class::PLACE.union(Class::COUNTRY));
    if scene.masked || !short || !opens || scene.in_capitals(at) || !given(next) {
        return None;
    }
    let mut last = next;
    while last < next + 2 && given(last + 1) {
        last += 1;
    }
    if scene.shape(last + 1) == Shape::Initial && scene.gap(last + 1) == Gap::Space && !scene.is(last + 2, ".") && scene.is(last + 2, ",") {
        last += 1;
    }
    let strange = (next..=last).any(|t| !scene.ordinary(t) || scene.class(t).any(Class::GIVEN_RARE));
    let word = scene.class(at).any(Class::FAMILY) || scene.cue(at).any(HARD) || !scene.ordinary(at);
    (strange && word && !(scene.ordinary(next) && scene.shape(last + 1) == Shape::Lower)).then_some(last)
}

/// The last token of two to four words in capitals behind a civility, where the prose is not in capitals: `M. THANH SON HUYNH`,
/// `Me MAI LINH CHU`. A short word among them may be one of the courts' (`SON`, `MAI`, `CHU`).
pub(super) fn run(scene: &Scene, first: usize, lead: &Lead) -> Option<usize> {
    if !(lead.civility || lead.maitre) || scene.shape(first) != Shape::Upper || scene.shape(first + 1) != Shape::Upper {
        return None;
    }
    let mut last = first;
    let mut odd = false;
    loop {
        let cue = scene.cue(last);
        if cue.any(HARD) {
            let barred = Cue::CIVILITY.or(Cue::MAITRE).or(Cue::OFFICE_OF_COURT).or(Cue::PARTY_LABEL).or(Cue::KIN).or(Cue::BORN).or(Cue::DWELLING).or(Cue::PARTICLE).or(Cue::COURT);
            let borne = scene.class(last).any(Class::FAMILY.union(Class::GIVEN).union(Class::GIVEN_RARE));
            if odd || cue.any(barred) || scene.page.folded(last).len() > 4 || !borne && scene.page.folded(last).len() != 3 {
                return None;
            }
            odd = true;
        }
        if scene.block[last] & !STREET != 0 && !odd {
            return None;
        }
        if scene.gap(last + 1) != Gap::Space || scene.shape(last + 1) != Shape::Upper {
            break;
        }
        last += 1;
    }
    let known = (first..=last).any(|t| scene.class(t).any(Class::GIVEN.union(Class::FAMILY)) && !scene.cue(t).any(HARD));
    (odd && known && last < first + 4 && ends(scene, last) && !(scene.in_capitals(first) && scene.shape(last + 1) == Shape::Upper && scene.gap(last + 1) < Gap::Line)).then_some(last)
}

/// `von`, `van der`: a particle of no French name.
pub(super) fn foreign(scene: &Scene, at: usize) -> bool {
    scene.cue(at).any(Cue::PARTICLE) && !one_of!(scene.page.folded(at), "LE" | "LA" | "LES" | "L'" | "DE" | "DU" | "DES" | "D'" | "Y")
}

/// A capitalised word of two letters that is no civility.
pub(super) fn two(scene: &Scene, at: usize) -> bool {
    scene.capital(at) && scene.page.folded(at).len() == 2 && !scene.cue(at).any(Cue::CIVILITY.or(Cue::MAITRE))
}

fn article(scene: &Scene, at: usize) -> bool {
    scene.cue(at).any(Cue::ARTICLE.or(Cue::PARTICLE)) && scene.page.document.original_at(at).is_ascii()
}

/// True when a name may end at the short word in capitals at `at`: at a line's end, a mark, or prose in lower case.
pub(super) fn ends(scene: &Scene, at: usize) -> bool {
    let next = at + 1;
    scene.gap(next) >= Gap::Line || scene.kind(next) == TokenKind::Symbol && !scene.is(next, "'") || scene.shape(next) == Shape::Lower
}

/// True where the proven surname of two letters at `at`, that no name stands beside, is one by its case and neighbours.
pub(super) fn again(scene: &Scene, at: usize) -> bool {
    let next = at + 1;
    let before = at.checked_sub(1).map_or("", |before| scene.page.folded(before));
    let counted = scene.kind(next) == TokenKind::Number || at > 0 && scene.kind(at - 1) == TokenKind::Number || one_of!(before, "°" | "-" | "/" | "'" | "LOT" | "PIECE" | "ANNEXE" | "SECTION" | "BATIMENT" | "ZONE" | "CODE");
    let joined = scene.gap(next) == Gap::None && one_of!(scene.page.folded(next), "-" | "/" | "'" | "°") || scene.gap(at) == Gap::None && !(at > 0 && scene.kind(at - 1) == TokenKind::Elision);
    // `Le Yi King`: a sign.
    let sign = at > 0 && scene.cue(at - 1).any(Cue::ARTICLE) && scene.capital(at - 1) && scene.capital(next);
    if counted || joined || sign || scene.masked || scene.evidence(at).article > 0 || scene.in_capitals(at) {
        return false;
    }
    match scene.shape(at) {
        // A line in capitals is a heading's.
        // `CONDAMNE LO à trente mois`
        Shape::Upper => scene.shape(next) != Shape::Upper && (at == 0 || scene.shape(at - 1) != Shape::Upper || scene.gap(at) >= Gap::Line || one_of!(before, "CONDAMNE" | "DEBOUTE" | "RELAXE" | "DECLARE" | "ACQUITTE" | "DISPENSE" | "RENVOIE" | "AUTORISE" | "MAINTIENT" | "PLACE" | "ORDONNE")),
        // In title case a word of prose opens a sentence, a name stands anywhere.
        Shape::Title => !(scene.ordinary(at) || scene.cue(at).any(HARD.or(Cue::PARTICLE))) || !scene.starts_sentence(at) && (scene.gap(at) == Gap::Space || scene.kind(at - 1) == TokenKind::Elision),
        _ => false,
    }
}

/// The letter that is a surname in `U Wei`, `O Sun`, when it stands for nothing else.
pub(super) fn letter(scene: &Scene, name: &Name) -> Option<WordId> {
    let at = name.first;
    let surname = name.part.is_none() && name.led && name.last > at && scene.shape(at) == Shape::Initial && scene.gap(at + 1) == Gap::Space && scene.shape(at + 1) == Shape::Title;
    let free = !one_of!(scene.page.folded(at), "I" | "V" | "X" | "Y" | "A" | "M");
    (surname && free).then(|| scene.page.tokens()[at].word)
}
