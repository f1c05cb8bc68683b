//! Capitalised runs that are names: where they start, what joins them.

use super::accept::accept;
use super::grow::grow;
use super::lead::{self, Lead};
use super::scene::{COMPANY, COURT, FIRM, HARD, STREET, Scene, TAKEN};
use super::{BARE, Local, Name, captions, capitals, in_order};
use crate::context::Cue;
use crate::lexicon::Class;
use crate::model::{Confidence, Role};
use crate::text::{Gap, Shape, TokenKind, one_of};

/// Finds every name the first pass can prove.
pub(super) fn find(scene: &mut Scene) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    let mut list: Option<Lead> = None;
    let mut free = 0;
    for at in starts(scene) {
        if at < free {
            continue;
        }
        if scene.block[at] & (FIRM | TAKEN) != 0 {
            continue;
        }
        let mut lead = lead::before(scene, at);
        // `les propos d'Albane Roux`: the elision is no part of the name.
        if scene.kind(at) == TokenKind::Elision && scene.shape(at) == Shape::Lower && scene.is(at, "D'") && !lead.civility && scene.given(at + 1) && !scene.ordinary(at + 1) {
            continue;
        }
        // `ASSISTE DE NOELLE AVRIL`
        if one_of!(scene.page.folded(at), "DE" | "D'" | "DU") && !lead.strong() && scene.given(at + 1) && scene.in_capitals(at + 1) {
            continue;
        }
        if !lead.any() && scene.in_capitals(at + usize::from(scene.kind(at) == TokenKind::Elision)) && whose(scene, at) {
            continue;
        }
        // `NOM MARITAL : VEUVE LAJOIE`
        if lead.field && scene.cue(at).any(Cue::KIN) && scene.capital(at + 1) {
            continue;
        }
        let mut listed = false;
        if !lead.any()
            && let (Some(open), Some(last)) = (list, names.last())
            && continues_list(scene, last.last, at)
            && !noun_among_capitals(scene, at)
        {
            lead = Lead { tie: false, ..open };
            listed = true;
        }
        let blocked = scene.block[at];
        if blocked & (COURT | STREET | COMPANY) != 0 && !lead.civility {
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
            None if lead.strong() || last > at && (lead::hails(scene, at) || interjects(scene, at, last)) => {}
            None => free = skip(scene, at, last),
        }
    }
    captions::find(scene, &mut names);
    capitals::find(scene, &mut names);
    names
}

/// `Agueda HUFONS DE PASCAUD précise`: capitals behind a particle in capitals go on a surname in capitals, in prose that is not.
pub(super) fn tails(scene: &Scene, names: &mut Vec<Name>) {
    let mut index = 0;
    while index < names.len() {
        // `Dieudonné BILKO WA` / `ZORKINE au paiement`: a particle goes on over a line's end.
        let next = names[index].last + 1;
        let hangs = names[index].part.is_none() && next > names[index].first + 1 && scene.cue(next - 1).any(Cue::PARTICLE) && scene.shape(next - 1) == Shape::Upper && scene.gap(next) == Gap::Line;
        let free = names.get(index + 1).is_none_or(|other| other.first > next || other.first == next && other.last == next && other.part.is_none());
        if hangs && free && scene.shape(next) == Shape::Upper && scene.block[next] == 0 && !scene.cue(next).any(HARD) && scene.shape(next + 1) == Shape::Lower {
            names[index].last = next;
            if names.get(index + 1).is_some_and(|other| other.first == next) {
                names.remove(index + 1);
            }
        }
        let last = names[index].last;
        let particle = |at: usize| scene.cue(at).any(Cue::PARTICLE) && scene.shape(at) == Shape::Upper && scene.gap(at) == Gap::Space;
        let word = (last + 1..last + 4).find(|&at| !particle(at)).filter(|&word| word > last + 1);
        // The sweep may have read the tail as somebody.
        let read = names.get(index + 1).is_some_and(|next| next.first == last + 1 && Some(next.last) == word && !next.led && next.part.is_none());
        let ends = |word: usize| read || names.get(index + 1).is_none_or(|next| next.first > word);
        let surname = |word: usize| scene.shape(word) == Shape::Upper && scene.gap(word) <= Gap::Space && scene.page.folded(word).len() > 2 && scene.block[word] == 0 && !scene.cue(word).any(HARD) && !scene.in_capitals(word) && (!scene.ordinary(word) || scene.class(word).any(Class::FAMILY));
        if names[index].part.is_none() && scene.shape(last) == Shape::Upper && let Some(word) = word.filter(|&word| surname(word) && ends(word)) {
            names[index].last = word;
            if read {
                names.remove(index + 1);
            }
        }
        index += 1;
    }
}

/// `son ami d'enfance, Héritier TCHULO`, `par Printemps Tchulo`: a word that no prose writes with a capital, right before a name without civility.
pub(super) fn forenames(scene: &Scene, names: &mut [Name]) {
    const TITLED: crate::context::Cue = HARD.or(Cue::HONOUR).or(Cue::OFFICER).or(Cue::OFFICE).or(Cue::KIN).or(Cue::STREET).or(Cue::ESTABLISHMENT).or(Cue::PUBLIC).or(Cue::APPELLATION);
    for index in 0..names.len() {
        // `sont issus Paul, le 3 mai 2008, et Zoé, Wan-Ju, le 11 mai 2011`: the second given name before a birth.
        let (second, free) = (names[index].last + 2, names.get(index + 1).is_none_or(|next| next.first > names[index].last + 2));
        let dated = free && names[index].part.is_none() && scene.is(second - 1, ",") && scene.shape(second) == Shape::Title && scene.is(second + 1, ",") && scene.is(second + 2, "LE") && scene.block.get(second + 3).is_some_and(|block| block & TAKEN != 0);
        if dated && scene.given(names[index].last) && scene.block[second] == 0 && scene.cue(second) == Cue::NONE && !scene.ordinary(second) {
            names[index].last = second;
        }
        while let Some(particle) = particle_before(scene, &names[index]).filter(|&particle| index == 0 || names[index - 1].last < particle) {
            names[index].first = particle;
        }
        let first = names[index].first;
        // `signé « G. de La Hautière »`, `J.-Ange`: the letters of the given names.
        let hyphen = usize::from(first > 2 && scene.is(first - 1, "-") && scene.gap(first) == Gap::None && scene.gap(first - 1) == Gap::None);
        if let Some(letter) = first.checked_sub(2 + hyphen).filter(|&letter| scene.is(letter + 1, ".") && scene.gap(letter + 1) == Gap::None && scene.shape(letter) == Shape::Initial && scene.gap(first) <= Gap::Space && names[index].part.is_none()) {
            let civil = scene.cue(letter).any(HARD) && hyphen == 0;
            let own = letter > 0 && (scene.gap(letter) >= Gap::Line || scene.kind(letter - 1) == TokenKind::Symbol || scene.shape(letter - 1) == Shape::Lower);
            let free = index == 0 || names[index - 1].last < letter;
            let joins = hyphen == 1 || scene.shape(first) == Shape::Initial || scene.shape(first) == Shape::Lower || scene.cue(first).any(crate::context::Cue::PARTICLE);
            if !civil && own && free && joins {
                names[index].first = letter;
                continue;
            }
        }
        let Some(word) = first.checked_sub(1).filter(|&word| word > 1 && (index == 0 || names[index - 1].last < word)) else { continue };
        let fits = scene.shape(word) == Shape::Title && scene.gap(first) == Gap::Space && scene.kind(word) == TokenKind::Word && scene.block[word] == 0 && !scene.in_lower_case(word) && !scene.cue(word).minus(Cue::MONTH.or(Cue::DAY).or(Cue::TRADE)).any(TITLED) && scene.evidence(word).article == 0;
        let led = one_of!(scene.page.folded(word - 1), "," | "ET" | "QUE" | "PAR" | "AVEC" | "CHEZ" | "A" | "DE" | "CONTRE") && scene.gap(word) == Gap::Space && scene.shape(word - 1) != Shape::Title && !scene.starts_sentence(word);
        let surname = names[index].part.is_none() && scene.shape(first) != Shape::Initial && !names[index].role().is_court() && !scene.class(word).any(Class::PLACE.union(Class::COUNTRY).union(Class::REGION).union(Class::PUBLIC_BODY).union(Class::COMPANY_FORM));
        if fits && led && surname {
            names[index].first = word;
        }
    }
}

/// `le témoin dos Reis`, `son beau-père, da Cruz Yuan`: a particle that is no French word.
fn particle_before(scene: &Scene, name: &Name) -> Option<usize> {
    let particle = name.first.checked_sub(1).filter(|_| name.part.is_none() && scene.gap(name.first) == Gap::Space)?;
    let listed = one_of!(scene.page.folded(particle), "DOS" | "DA" | "DAS" | "VON" | "DER" | "DEN" | "DI" | "DEL" | "DELLA" | "VAN" | "EL" | "AL" | "ZU");
    // `un van Zorkin`: a car.
    let car = scene.is(particle, "VAN") && particle > 0 && one_of!(scene.page.folded(particle - 1), "LE" | "UN" | "DU" | "AU" | "CE" | "SON" | "MON" | "L'");
    // `la SNC Van der Zorkin`
    let within = particle > 0 && scene.capital(particle - 1) && !scene.starts_sentence(particle - 1);
    (listed && !car && !within && scene.shape(particle) == Shape::Lower && (scene.capital(name.first) || scene.cue(name.first).any(Cue::PARTICLE))).then_some(particle)
}

/// `L'IDENTITE DE BILKO JEAN`, `ISSUE ZOE BILKO`, `LA DAME BILKO`, among capitals: a noun and what joins it to a name, no part of the name.
fn whose(scene: &Scene, at: usize) -> bool {
    let of = |t: usize| one_of!(scene.page.folded(t), "DE" | "D'" | "DU");
    let noun = |t: usize| scene.kind(t) == TokenKind::Word && !scene.class(t).any(Class::GIVEN.union(Class::FAMILY)) && !scene.cue(t).any(Cue::PARTICLE);
    let article = |t: usize| one_of!(scene.page.folded(t), "L'" | "D'" | "LE" | "LA" | "LES");
    match scene.page.folded(at) {
        "ISSU" | "ISSUE" | "ISSUS" | "ISSUES" | "FEU" | "FEUE" => true,
        "DAME" | "DEMOISELLE" => at > 0 && article(at - 1) && scene.capital(at + 1),
        "LA" if one_of!(scene.page.folded(at + 1), "DAME" | "DEMOISELLE") => scene.capital(at + 2),
        "DE" | "DU" if at > 1 && noun(at - 1) && article(at - 2) => true,
        _ if article(at) => noun(at + 1) && of(at + 2),
        _ => noun(at) && (of(at + 1) && at > 0 && article(at - 1) || article(at + 1) && noun(at + 2) && of(at + 3)),
    }
}

/// `« Bravo Zorkine ! »`, `« Dis Zorkine, tu viens ? »`: a word that opens what somebody says, before whom it hails.
fn interjects(scene: &Scene, at: usize, last: usize) -> bool {
    // `« Camp Gran »`: a place, or a title.
    let whole = scene.page.folded(last + 1) == "»" && at > 0 && scene.page.folded(at - 1) == "«";
    last == at + 1 && !whole && scene.starts_sentence(at) && scene.ordinary(at) && !scene.ordinary(last) && one_of!(scene.page.folded(last + 1), "," | "!" | "?" | "»" | "." | "…") && lead::said(scene, at)
}

/// `Clotilde, Éloi, Bertrand et Lucie SABATIER`, `Manutea, Hereiti et Teva`: given names that are joined to a name by commas and `et`.
///
/// Goes from every name both ways; linear in the names and what is found.
pub(super) fn joined(scene: &Scene, names: &mut Vec<Name>) {
    let mut found: Vec<Name> = Vec::new();
    let count = names.len();
    for index in 0..count {
        let (name, before, after) = (&names[index], index.checked_sub(1).map_or(0, |other| names[other].last + 1), names.get(index + 1).map_or(scene.page.tokens().len(), |next| next.first));
        if name.role().is_court() || name.local == Local::Office(Role::Lawyer) || name.part.is_some() {
            continue;
        }
        // `Prune, Donbr et Myrtz`: a word between two names of a list.
        let item = name.last + 2;
        let next = names.get(index + 1).filter(|next| item + 2 == next.first && !next.role().is_court() && next.part.is_none());
        if next.is_some_and(|_| scene.is(item - 1, ",") && one_of!(scene.page.folded(item + 1), "," | "ET") && (between(scene, item) || name.local == Local::Party(Role::Minor) && unwritten(scene, item))) {
            found.push(listed_name(scene, item, name));
        }
        let formal = name.first > 0 && (scene.cue(name.first - 1).any(Cue::CIVILITY) || scene.is(name.first - 1, "."));
        // `CONDAMNE Adèle, Blaise et Clarisse PERROUIN`
        let verb = |item: usize| scene.shape(item - 1) == Shape::Upper && scene.shape(item) == Shape::Title && (scene.ordinary(item - 1) || scene.cue(item - 1).any(Cue::STOP));
        let mut at = name.first;
        let given = name.last > name.first && scene.shape(name.last) == Shape::Upper || (name.first..=name.last).any(|t| scene.given(t));
        while given && !formal && at >= before + 2 {
            let link = at - 1;
            let item = link - 1;
            let both = scene.is(link, "ET") && name.first == name.last && between(scene, item) && !scene.starts_sentence(item);
            // `l'attestation de Zorju et Mouzhair TOVASOR`
            let sharing = scene.is(link, "ET") && name.first + 1 == name.last && scene.shape(name.last) == Shape::Upper && scene.shape(name.first) == Shape::Title && between(scene, item) && scene.page.folded(item).len() > 2 && scene.shape(item.wrapping_sub(1)) == Shape::Lower && scene.gap(item) == Gap::Space;
            let both = both || sharing;
            if !one_of!(scene.page.folded(link), "," | "ET") || scene.gap(at) > Gap::Line || !(both || lone_given(scene, item)) || scene.capital(item.wrapping_sub(1)) && scene.gap(item) <= Gap::Space && !verb(item) {
                break;
            }
            found.push(listed_name(scene, item, name));
            at = item;
        }
        // `les gardiens de la paix TOUZAA et Le Floc'h`
        if scene.is(name.last + 1, "ET") && name.rule == super::OFFICE && name.role() == Role::Officer && several(scene, name.first) && let Some(last) = with_particle(scene, name.last + 2).or_else(|| title_surname(scene, name.last + 2)).filter(|&last| last < after) {
            found.push(Name { last, ..listed_name(scene, name.last + 2, name) });
        }
        // `les gendarmes LE BIHAN et POLVERELLI`
        let item = name.last + 2;
        if scene.is(item - 1, "ET") && item < after && (name.led || name.rule == super::OFFICE) && scene.shape(name.last) == Shape::Upper && other_surname(scene, item) {
            found.push(listed_name(scene, item, name));
        }
        let lone = name.first == name.last && (scene.given(name.first) || !formal && matches!(name.local, Local::Weak | Local::Party(Role::Minor)) && scene.shape(name.first) == Shape::Title && scene.is(name.last + 1, "ET"));
        let mut at = name.last;
        while lone && at + 2 < after {
            let mut item = at + 2;
            if scene.kind(item) == TokenKind::Elision && scene.is(item, "D'") || one_of!(scene.page.folded(item), "DE" | "A") && scene.shape(item) == Shape::Lower {
                item += 1;
            }
            let joins = scene.is(at + 1, "ET") || scene.is(at + 1, ",") && (scene.is(item + 1, ",") || scene.is(item + 1, "ET"));
            // `à Pape, Fatou et Mor`
            let inside = scene.is(at + 1, ",") && item + 2 == after && scene.is(item + 1, "ET") && between(scene, item);
            // `Prune et Myrtz`
            let both = !formal && scene.is(at + 1, "ET") && between(scene, item) && !scene.starts_sentence(item);
            if !joins || item >= after || !(inside || both || lone_given(scene, item)) || scene.capital(item + 1) && scene.gap(item + 1) <= Gap::Space {
                break;
            }
            found.push(listed_name(scene, item, name));
            at = item;
        }
    }
    names.append(&mut found);
    in_order(names);
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

/// A surname alone in capitals, a word of no dictionary where the prose is not in capitals.
fn other_surname(scene: &Scene, at: usize) -> bool {
    let class = scene.class(at);
    let thing = Class::PLACE.union(Class::COUNTRY).union(Class::REGION).union(Class::PUBLIC_BODY).union(Class::COMPANY_FORM);
    let alone = scene.shape(at + 1) != Shape::Upper && scene.gap(at) <= Gap::Line;
    alone && scene.shape(at) == Shape::Upper && scene.page.folded(at).len() > 3 && scene.block[at] == 0 && !scene.in_capitals(at) && !scene.ordinary(at) && scene.cue(at) == Cue::NONE && !class.any(thing) && scene.evidence(at).article == 0 && scene.evidence(at).company == 0
}

/// `les gendarmes`, `deux agents`, `aux gardiens de la paix`: who stands before the name is several.
fn several(scene: &Scene, first: usize) -> bool {
    (first.saturating_sub(6)..first).any(|at| one_of!(scene.page.folded(at), "LES" | "DES" | "AUX" | "DEUX" | "TROIS") && scene.shape(at) == Shape::Lower || scene.is(at, "LES"))
}

/// A surname in title case, be it a town's, that the list's sentence goes on behind.
fn title_surname(scene: &Scene, at: usize) -> Option<usize> {
    let ends = scene.shape(at + 1) == Shape::Lower || one_of!(scene.page.folded(at + 1), "," | "." | ";");
    (scene.shape(at) == Shape::Title && ends && (scene.class(at).any(Class::FAMILY) || !scene.ordinary(at) && !scene.class(at).any(Class::PLACE.union(Class::COUNTRY).union(Class::REGION))) && scene.block[at] == 0 && !scene.cue(at).any(HARD) && scene.gap(at) <= Gap::Line).then_some(at)
}

/// The last token of a surname that opens at `at` with a particle: `Le Floc'h`, `d'Arnaudat`.
fn with_particle(scene: &Scene, at: usize) -> Option<usize> {
    let particle = scene.kind(at) == TokenKind::Elision && (one_of!(scene.page.folded(at), "D'" | "L'") || one_of!(scene.page.folded(at), "M'" | "N'") && scene.shape(at) != Shape::Lower) || scene.cue(at).any(Cue::PARTICLE) && scene.capital(at);
    let mut last = at + 1;
    if !particle || scene.gap(last) > Gap::Space || !scene.capital(last) || scene.ordinary(last) && scene.shape(last) != Shape::Upper || scene.block[last] != 0 || scene.cue(last).any(HARD) || scene.class(last).any(Class::PLACE_BIG.union(Class::COUNTRY).union(Class::REGION)) {
        return None;
    }
    while scene.gap(last + 1) == Gap::None && matches!(scene.kind(last + 1), TokenKind::Word | TokenKind::Elision) {
        last += 1;
    }
    Some(last)
}

/// A word in title case of no dictionary between two items of a list of given names.
fn between(scene: &Scene, at: usize) -> bool {
    scene.shape(at) == Shape::Title && scene.block[at] == 0 && !scene.ordinary(at) && !scene.cue(at).any(HARD) && !scene.class(at).any(Class::PLACE.union(Class::COUNTRY).union(Class::REGION).union(Class::COMPANY_FORM))
}

/// `ses enfants Pema, Karma et Om`: a word that the prose never writes small, in title case where no sentence begins.
fn unwritten(scene: &Scene, at: usize) -> bool {
    scene.shape(at) == Shape::Title && scene.block[at] == 0 && scene.cue(at) == Cue::NONE && !scene.in_lower_case(at) && !scene.class(at).any(Class::PLACE_BIG.union(Class::COUNTRY).union(Class::REGION).union(Class::COMPANY_FORM))
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
    // Where all is in capitals a run goes over nouns that lead to a name: `LA DAME DE LA ROCHE`.
    if scene.in_capitals(first) {
        return first + 1;
    }
    // A given name inside a refused run may open an accepted one.
    (first + 1..=last).find(|&at| scene.given(at) || scene.shape(at) != scene.shape(first)).unwrap_or(last + 1)
}

/// The tokens where a name may start: capitals, particles after a civility, `d'Arc`, `D'HERVILLY`, `N'Diaye`, `O'Brien`.
fn starts(scene: &Scene) -> Vec<usize> {
    let document = &scene.page.document;
    let elided = |word| one_of!(document.folded(word), "D'" | "N'" | "M'" | "O'" | "L'");
    let opens = |at: usize| match scene.kind(at) {
        TokenKind::Word => !scene.capital(at) && particle_opens(scene, at),
        _ => scene.capital(at + 1) && (scene.shape(at) != Shape::Lower || !scene.is(at, "L'")) && elided(document.tokens()[at].word),
    };
    let mut starts = scene.page.tokens_where(|word| scene.page.word_cue(word).any(Cue::PARTICLE) || elided(word), opens);
    starts.extend(document.capitals());
    scene.page.in_order(starts)
}

/// `de Larosière` after a civility; elsewhere a particle opens nothing.
fn particle_opens(scene: &Scene, at: usize) -> bool {
    let Some(previous) = at.checked_sub(1) else { return false };
    let schoolmaster = scene.is(previous, "MAITRE") && scene.shape(previous) == Shape::Lower;
    let civil = scene.cue(previous).any(Cue::CIVILITY.or(Cue::MAITRE).or(Cue::BORN)) && !schoolmaster || one_of!(scene.page.folded(previous), "EPOUSE" | "EPOUX" | "VEUVE" | "CONSORTS" | "DIVORCEE" | "ALIAS") || scene.is(previous, ".") && previous > 0 && scene.gap(previous) == Gap::None && scene.cue(previous - 1).any(Cue::CIVILITY.or(Cue::MAITRE));
    // `Nom d'usage : de Zorka`, `ép. van der Zork`, `dite de Zorka`
    let told = one_of!(scene.page.folded(previous), "DE" | "," | ":") && lead::surname_told(scene, previous).is_some() || previous > 0 && (scene.is(previous, ":") && lead::form_field(scene, previous - 1) || scene.is(previous, ".") && one_of!(scene.page.folded(previous - 1), "EP" | "EPSE" | "VVE" | "DIV") || one_of!(scene.page.folded(previous), "DIT" | "DITE") && one_of!(scene.page.folded(previous - 1), "," | "(") && scene.gap(at) == Gap::Space);
    // `le colonel de Zorka`, `l'abbé de Zorka`
    let title = scene.cue(previous).any(Cue::OFFICER) && !one_of!(scene.page.folded(previous), "GARDIEN" | "GARDIENNE" | "COMMISSAIRE" | "AGENT" | "CHEF") || one_of!(scene.page.folded(previous), "ABBE" | "PASTEUR" | "IMAM" | "NOMME" | "NOMMEE" | "DENOMME" | "DENOMMEE" | "SUSNOMME" | "FEU");
    let title = title && one_of!(scene.page.folded(at), "DE" | "D'" | "DU") && scene.gap(at) == Gap::Space && scene.shape(at + 1) == Shape::Title && !scene.ordinary(at + 1) && !scene.class(at + 1).any(Class::PLACE.union(Class::COUNTRY).union(Class::REGION).union(Class::COURT_SEAT).union(Class::GIVEN));
    let civil = civil || told || title;
    // `MM. Zorkin et de Fontanges`, where a list is open.
    let listed = one_of!(scene.page.folded(previous), "ET" | ",") && one_of!(scene.page.folded(at), "DE" | "D'" | "DU") && (at.saturating_sub(8)..at).any(|t| scene.cue(t).any(Cue::PLURAL) && (scene.cue(t).any(Cue::CIVILITY) || scene.is(t, "CONSORTS"))) && (1..=2).any(|back| previous >= back && scene.capital(previous - back) && scene.shape(previous - back) == scene.shape(at + 1)) && !scene.ordinary(at + 1) && !scene.capital(at + 2) && !scene.class(at + 1).any(Class::GIVEN.union(Class::GIVEN_RARE).union(Class::PLACE).union(Class::COUNTRY).union(Class::REGION).union(Class::COURT_SEAT));
    if !(civil || listed) || scene.gap(at) > Gap::Wide {
        return false;
    }
    if one_of!(scene.page.folded(at), "LE" | "LA" | "LES" | "L'") && scene.shape(at) == Shape::Lower {
        // `M. le préfet` is a title, `Mme la X` too; `M. le Zifeu` is a name.
        let next = at + 1;
        return scene.is(at, "LE") && scene.shape(next) == Shape::Title && scene.gap(next) == Gap::Space && !scene.ordinary(next) && !scene.page.folded(next).split('-').any(|part| Cue::of(part) != Cue::NONE);
    }
    let next = at + 1;
    // `né de Ludovic QUINTARD`: whose child.
    if scene.is(at, "DE") && scene.shape(at) == Shape::Lower && scene.cue(previous).any(Cue::BORN) && scene.given(next) && scene.capital(next + 1) && scene.gap(next + 1) == Gap::Space {
        return false;
    }
    scene.capital(next) || scene.cue(next).any(Cue::PARTICLE) && scene.capital(next + 1) || scene.kind(next) == TokenKind::Elision
}

/// `MM. DUPONT ET MARTIN, GENDARMES, ONT SIGNE`: an item of the list that is no name.
fn noun_among_capitals(scene: &Scene, at: usize) -> bool {
    let noun = scene.cue(at).any(HARD) || scene.ordinary(at) && !scene.class(at).any(Class::FAMILY.union(Class::GIVEN));
    noun && scene.in_capitals(at)
}

/// True when only commas, `et`, `ou` stand between the end of the last name and `at`.
fn continues_list(scene: &Scene, last: usize, at: usize) -> bool {
    // `Sont nés Manutea (1er mai 2014) et Hereiti`
    let bracket = if scene.is(last + 1, "(") { (last + 2..last + 9).find(|&t| scene.is(t, ")")).unwrap_or(last) } else { last };
    let last = if (last + 2..bracket).any(|t| scene.kind(t) == TokenKind::Number) { bracket } else { last };
    // `Ses amis Paul L., Zoé et Luc`
    let last = last + usize::from(scene.shape(last) == Shape::Initial && scene.is(last + 1, ".") && scene.gap(last + 1) == Gap::None);
    if at <= last + 1 || at > last + 4 {
        return false;
    }
    (last + 1..at).all(|between| one_of!(scene.page.folded(between), "," | "ET" | "OU" | "&" | "AINSI" | "QUE"))
        && (last + 1..=at).all(|token| scene.gap(token) <= Gap::Line)
}
