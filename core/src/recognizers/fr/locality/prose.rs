//! A commune of prose: `une agression à Maury`, `il est à Lunda, en Suède`.
//!
//! Looked for after the persons, so that `reproche à Maury` stays a party where Maury is one.

use super::postcode::{department, rank, trailing};
use super::{RULE, commune, contracted, is_short, of_a_court, opens};
use crate::context::{Cue, Page, is_bar};
use crate::lexicon::Class;
use crate::model::{Confidence, Detection};
use crate::recognizers::words::{name_run, proper};
use crate::text::{Gap, Shape, Span, TokenKind, one_of};

/// Words whose town is a court's or an office's.
pub(super) const SEATS: Cue = Cue::OFFICE_OF_COURT.or(Cue::COURT).or(Cue::NOTARY).or(Cue::BAILIFF).or(Cue::OFFICER).or(Cue::TRUSTEE).or(Cue::PUBLIC).or(Cue::MAITRE);

/// The same where no cue says so.
fn is_held(word: &str) -> bool {
    one_of!(
        word,
        "FAIT" | "SIEGE" | "SIEGEANT" | "DELIBERE" | "AUDIENCE" | "JUGEMENT" | "ARRET" | "RENDU" | "RENDUE" | "PRONONCE" | "PRONONCEE" | "SIGNE" | "POLICE" | "GENDARMERIE" | "RESIDENCE" | "FONCTION" | "FONCTIONS" | "IMMATRICULE" | "IMMATRICULEE" | "DELIVRE" | "DELIVREE" | "CONSULAT" | "CONSULATS" | "AMBASSADE"
    )
}

/// Where somebody was, came or stayed: the name after `à` need not be known, for nothing is given to anybody.
fn is_presence(word: &str) -> bool {
    one_of!(
        word,
        "NOYE" | "NOYEE" | "RESTE" | "RESTEE" | "RESTES" | "RESTEES" | "DISPARU" | "DISPARUE" | "ARRIVE" | "ARRIVEE" | "ARRIVES" | "PARTI" | "PARTIE" | "PARTIS" | "ALLE" | "ALLEE" | "RENTRE" | "RENTREE" | "GRANDI" | "VECU" | "REFUGIE" | "REFUGIEE" | "CONNU" | "CONNUE" | "TUE" | "TUEE" | "TUES" | "INTERPELLE" | "INTERPELLEE" | "EMMENAGE"
        | "SEJOURNE" | "POSTERITE" | "DEBARQUE" | "DETENU" | "DETENUE" | "INCARCERE" | "INCARCEREE" | "HOSPITALISE" | "HOSPITALISEE" | "SCOLARISE" | "SCOLARISEE" | "DECEDE" | "DECEDEE" | "INHUME" | "INHUMEE" | "RETOURNE" | "RETOURNEE" | "REPARTI" | "REPARTIE" | "REVENU" | "REVENUE" | "SEJOURNAIT" | "SEJOURNER" | "CACHE" | "CACHEE"
        | "EXPATRIE" | "EXPATRIEE" | "ATTERRI" | "VOYAGE" | "ALORS" | "INSTALLES" | "ACCOUCHE" | "TERRE" | "RELEVE" | "REPECHE" | "REPECHEE" | "MUTE" | "MUTEE" | "VACANCES" | "ETUDES" | "ENFANCE" | "SURVENU" | "SURVENUE" | "MAISON" | "APPARTEMENT" | "STUDIO" | "COMMERCE" | "TRANSPORTES" | "DEPLACE" | "DEPLACEE"
    )
}

/// Cities abroad whom decisions name most, for the dictionary holds the communes of France.
fn is_abroad(word: &str) -> bool {
    one_of!(
        word,
        "ALGER" | "ORAN" | "ANNABA" | "BEJAIA" | "SETIF" | "TLEMCEN" | "TUNIS" | "SFAX" | "BIZERTE" | "RABAT" | "CASABLANCA" | "MARRAKECH" | "TANGER" | "AGADIR" | "OUJDA" | "DAKAR" | "BAMAKO" | "KAYES" | "CONAKRY" | "ABIDJAN" | "BOUAKE" | "LOME" | "COTONOU" | "NIAMEY" | "OUAGADOUGOU" | "DOUALA" | "YAOUNDE" | "LIBREVILLE" | "BRAZZAVILLE"
        | "KINSHASA" | "LUBUMBASHI" | "BANGUI" | "KIGALI" | "LUANDA" | "LAGOS" | "KHARTOUM" | "ASMARA" | "DJIBOUTI" | "ANTANANARIVO" | "MORONI" | "BEYROUTH" | "DAMAS" | "ALEP" | "BAGDAD" | "MOSSOUL" | "TEHERAN" | "KABOUL" | "KANDAHAR" | "HERAT" | "JALALABAD" | "PESHAWAR" | "ISLAMABAD" | "LAHORE" | "DACCA" | "COLOMBO" | "ISTANBUL"
        | "ANKARA" | "IZMIR" | "TBILISSI" | "EREVAN" | "BAKOU" | "GROZNY" | "MOSCOU" | "KIEV" | "TIRANA" | "PRISTINA" | "BELGRADE" | "SARAJEVO" | "BUCAREST" | "VARSOVIE" | "LISBONNE" | "MADRID" | "BARCELONE" | "MILAN" | "TURIN" | "NAPLES" | "BRUXELLES" | "ANVERS" | "NAMUR" | "CHARLEROI" | "GENEVE" | "LAUSANNE" | "ZURICH" | "LONDRES"
        | "BERLIN" | "FRANCFORT" | "MUNICH" | "AMSTERDAM" | "ATHENES" | "TRIPOLI" | "LAMPEDUSA" | "PEKIN" | "MONTREAL" | "DUBAI" | "PORT-AU-PRINCE" | "SYDNEY" | "AUCKLAND" | "MELBOURNE" | "TOKYO" | "BANGKOK" | "TORONTO" | "DUBLIN" | "SHANGHAI" | "PARAMARIBO"
    )
}

/// Nouns whose `de` gives a town to no private person: bodies, treaties.
fn is_body(word: &str) -> bool {
    one_of!(
        word,
        "VILLE" | "MUNICIPAL" | "MUNICIPALE" | "PLACE" | "METROPOLE" | "COMMUNAUTE" | "CHAMBRE" | "ARRONDISSEMENT" | "CANTON" | "TRAITE" | "TRAITES" | "ACCORDS" | "PROTOCOLE" | "STATUT" | "CHARTE" | "REGION" | "FORMATION" | "PROCES" | "DIOCESE" | "EVEQUE" | "DIVISION" | "POLE" | "SERVICE" | "SERVICES" | "ANTENNE" | "DELEGATION" | "UNITE"
        | "CELLULE" | "CONSISTOIRE" | "OFFICE" | "SOUS-PREFECTURE" | "IMPOTS" | "CORPS" | "CIRCONSCRIPTION" | "BASSIN" | "BRIGADE" | "COMMISSARIAT" | "GENDARMERIE" | "COMPAGNIE" | "TRAVAIL" | "DETENTION" | "LIBERTES" | "NOM" | "MUNICIPALES" | "ELECTIONS" | "RECTORAT" | "RECTEUR" | "RECTRICE" | "ACADEMIE" | "INSPECTION"
    )
}

/// Verbs that a town follows at once: `elle habite Maury`.
const BARE: &[&str] = &["HABITE", "HABITAIT", "HABITENT", "HABITER", "QUITTE", "QUITTER", "QUITTAIT", "REJOINDRE", "REJOINT", "REGAGNE", "REGAGNER", "TRAVERSE", "TRAVERSER", "TRAVERSANT", "QUITTANT", "REGAGNANT", "FUI", "FUIR", "FUIT", "GAGNER", "GAGNE", "VERS", "RELIANT", "SEPARENT", "SEPARANT", "HABITANT", "DOMICILIE", "DOMICILIEE", "DEMEURANT", "RESIDANT"];

/// Appends every commune after `à`, `au`, `aux` in lower case that the dictionary knows or that what follows proves, and that no
/// office near has its seat in. `free` tells whether nothing stands on a span yet. Linear in the page.
pub(super) fn prose(page: &Page, free: impl Fn(Span) -> bool, found: &mut Vec<Detection>) {
    let lower = |at: usize| page.shape(at) == Shape::Lower || opens_with_place(page, at) || page.kind(at) == TokenKind::Elision || page.shape(at) == Shape::Initial && at > 0 && page.shape(at - 1) == Shape::Upper;
    let mut leads = vec!["A", "AU", "AUX", "DE", "D'", "DU", "DES", "DEPUIS"];
    leads.extend(BARE);
    leads.extend(["POUR", "PAR", "SUR"]);
    for at in page.tokens_called(&leads, |at| lower(at) && page.gap(at + 1) <= Gap::Line) {
        if let Some((first, last)) = commune_at(page, at) {
            let span = page.document.span_of(first, trailing(page, rank(page, last)));
            if free(span) {
                found.push(Detection::new(RULE.id, RULE.kind, span, Confidence::Probable));
            }
            // `muté de Maury à Lunda`
            if page.folded(at) == "A" && let Some(from) = from_town(page, at).map(|from| page.document.span_of(from, at - 1)).filter(|&from| free(from)) {
                found.push(Detection::new(RULE.id, RULE.kind, from, Confidence::Probable));
            }
            // `à Pauillac, Lesparre et Saint-Estèphe`: `et` and a name that is a commune's alone end the list.
            let mut more = Vec::new();
            let mut end = last;
            // `vingt kilomètres séparent Maury de Lunda`
            let apart = page.folded(at).starts_with("SEPAR");
            while one_of!(page.folded(end + 1), "," | "ET" | "PUIS" | "OU") || apart && one_of!(page.folded(end + 1), "DE" | "D'") {
                // `, et enfin Maury`
                let then = (end + 2..end + 4).take_while(|&at| one_of!(page.folded(at), "ET" | "PUIS" | "ENFIN")).count();
                let one = end + 2 + then + usize::from(one_of!(page.folded(end + 2 + then), "DE" | "D'" | "A" | "VERS"));
                let known = |next: usize| page.phrase(one, Class::PLACE) == Some(next) || next == one && is_abroad(page.folded(one));
                // `à Dunkerque, Ghyvelde et Adinkerke (Belgique)`: a country behind the last ends the list too.
                let abroad = proper(page, one) && page.is_symbol(one + 1, "(") && page.class(one + 2).any(Class::COUNTRY);
                if abroad && page.folded(end + 1) == "ET" && !more.is_empty() {
                    found.extend(more.iter().map(|&(first, last)| Detection::new(RULE.id, RULE.kind, page.document.span_of(first, last), Confidence::Probable)));
                    break;
                }
                let Some(next) = commune(page, one).filter(|&next| proper(page, one) && known(next) && !page.class(one).any(Class::GIVEN_COMMON.union(Class::COUNTRY)) && free(page.document.span_of(one, next))) else { break };
                more.push((one, next));
                // `à Mulhouse, Saint-Louis et sur le territoire national`
                let closes = page.folded(next + 1) == "ET" && page.shape(next + 2) == Shape::Lower && (page.folded(one).contains('-') || !page.class(one).any(Class::GIVEN.union(Class::FAMILY)));
                let goes_on = page.is_symbol(next + 1, ",") && one_of!(page.folded(next + 2), "ET" | "PUIS") && (proper(page, next + 3) || page.folded(next + 3) == "ENFIN");
                if page.folded(end + 1) != "," && !goes_on || then > 0 || closes {
                    let town = |class: Class| !class.any(Class::GIVEN.union(Class::FAMILY)) || class.any(Class::PLACE_BIG) && !class.any(Class::GIVEN.union(Class::FAMILY_COMMON));
                    if more.iter().any(|&(first, _)| town(page.class(first))) {
                        found.extend(more.iter().map(|&(first, last)| Detection::new(RULE.id, RULE.kind, page.document.span_of(first, last), Confidence::Probable)));
                    }
                    break;
                }
                end = next;
            }
        }
    }
}

/// Appends where letters are written, ravines, islets and islands by their name: `la ravine Zorka`, `l'Îlet aux Tamarins`, `à l'île Maurice`; of the noun what has a capital.
pub(super) fn lands(page: &Page, free: impl Fn(Span) -> bool, found: &mut Vec<Detection>) {
    // `« Maury, le 3 mai 2016. Moi, soussigné`: where a letter is written.
    for mark in page.all_called(&["«", "\""]) {
        let Some(last) = Some(mark + 1).filter(|&first| proper(page, first)).and_then(|first| page.phrase(first, Class::PLACE)) else { continue };
        let day = last + 2 + usize::from(page.folded(last + 2) == "LE");
        let span = page.document.span_of(mark + 1, last);
        if page.is_symbol(last + 1, ",") && page.kind(day) == TokenKind::Number && page.cue(day + 1).any(Cue::MONTH) && free(span) {
            found.push(Detection::new(RULE.id, RULE.kind, span, Confidence::Probable));
        }
    }
    for noun in page.all_called(&["RAVINE", "ILET", "ILE"]) {
        let joint = usize::from(one_of!(page.folded(noun + 1), "AUX" | "DES" | "DU" | "DE") && page.shape(noun + 1) == Shape::Lower);
        let name = noun + 1 + joint;
        let named = proper(page, name) && page.gap(name) == Gap::Space && !page.cue(name).any(SEATS.or(Cue::MONTH).or(Cue::CIVILITY)) && page.phrase(name, Class::REGION).is_none();
        // `rue de la Ravine Zorka` has been read; `Île-de-France` is no island.
        let led = noun > 0 && (page.cue(noun - 1).any(Cue::ARTICLE) || page.kind(noun - 1) == TokenKind::Elision);
        let Some(last) = Some(name).filter(|_| named && led).and_then(|name| name_run(page, name, 3)) else { continue };
        let first = if page.is_capitalised(noun) { noun } else { name };
        let span = page.document.span_of(first, last);
        if free(span) {
            found.push(Detection::new(RULE.id, RULE.kind, span, Confidence::Probable));
        }
    }
}

/// Appends the commune right before its parcels: `| Bois | Maury, section B n° 12`, `Le Mas, Maury, cadastrées`, `cadastrés commune de Maury section B`,
/// `COMMUNE DE MAURY` as a heading of parcels.
pub(super) fn of_parcels(page: &Page, free: impl Fn(Span) -> bool, found: &mut Vec<Detection>) {
    for at in page.tokens_called(&["SECTION", "CADASTRE", "CADASTREE", "CADASTREES", "CADASTRES"], |at| at > 1 && page.is_symbol(at - 1, ",")) {
        let Some(first) = (at.saturating_sub(6).max(1)..at - 1).find(|&first| proper(page, first) && page.phrase(first, Class::PLACE) == Some(at - 2)) else { continue };
        let span = page.document.span_of(first, at - 2);
        if (is_bar(page, first - 1) || page.is_symbol(first - 1, ",")) && free(span) {
            found.push(Detection::new(RULE.id, RULE.kind, span, Confidence::Probable));
        }
    }
    let land = |at: usize| one_of!(page.folded(at), "SECTION" | "CADASTRE" | "CADASTREE" | "CADASTRES" | "CADASTREES" | "PARCELLE" | "PARCELLES");
    for at in page.all_called(&["COMMUNE"]).into_iter().filter(|&at| one_of!(page.folded(at + 1), "DE" | "D'")) {
        let Some(last) = Some(at + 2).filter(|&first| proper(page, first)).and_then(|first| page.phrase(first, Class::PLACE)) else { continue };
        let beside = land(last + 1 + usize::from(page.is_symbol(last + 1, ","))) || at > 0 && land(at - 1);
        let heading = page.gap(at) >= Gap::Line && (last + 1..last + 6).find(|&i| page.gap(i) >= Gap::Line).is_some_and(|line| (line..line + 40).any(land));
        let span = page.document.span_of(at + 2, last);
        if (beside || heading) && free(span) {
            found.push(Detection::new(RULE.id, RULE.kind, span, Confidence::Probable));
        }
    }
}

/// Appends every name right before a country, a région or a département's code in brackets: `M'BOUR (Sénégal)`, `Abymes (971)`.
pub(super) fn bracketed(page: &Page, free: impl Fn(Span) -> bool, found: &mut Vec<Detection>) {
    // `les billets entre Maury et Lunda`: one of them is known; `entre Maury et le domicile du père`.
    for at in page.all_called(&["ENTRE"]) {
        let Some(last) = Some(at + 1).filter(|&first| proper(page, first)).and_then(|first| commune(page, first)).filter(|&last| page.folded(last + 1) == "ET") else { continue };
        let second = if proper(page, last + 2) { commune(page, last + 2) } else { None };
        let two = [(at + 1, last), second.map_or((at + 1, last), |end| (last + 2, end))];
        let known = |&(first, last): &(usize, usize)| page.phrase(first, Class::PLACE) == Some(last) && !page.class(first).any(Class::FAMILY.union(Class::COUNTRY));
        let other = |&(first, last): &(usize, usize)| (first..=last).any(|i| page.cue(i).any(SEATS.or(Cue::MONTH).or(Cue::COMPANY).or(Cue::LAW_FIRM).or(Cue::STREET).or(Cue::STATUTE)) || page.class(i).any(Class::GIVEN_COMMON.union(Class::COUNTRY)));
        let trip = at > 0 && one_of!(page.folded(at - 1), "TRAJET" | "TRAJETS" | "DISTANCE" | "NAVETTE" | "NAVETTES" | "ROUTE" | "RETOURS" | "RETOUR" | "LIAISON" | "VOYAGES" | "VOYAGE");
        if (two.iter().any(known) || trip) && !two.iter().any(other) {
            let count = 1 + usize::from(second.is_some());
            found.extend(two[..count].iter().map(|&(first, last)| page.document.span_of(first, last)).filter(|&span| free(span)).map(|span| Detection::new(RULE.id, RULE.kind, span, Confidence::Probable)));
        }
    }
    for bracket in page.tokens_called(&["("], |at| at > 0 && page.gap(at) <= Gap::Space && proper(page, at - 1)) {
        let inside = bracket + 1;
        let department = department(page, bracket - 1).filter(|_| page.bytes(bracket - 1) > 2 && page.folded(bracket - 1) != "DIVERS");
        let country = page.phrase(inside, Class::COUNTRY.union(Class::REGION)).is_some_and(|last| page.is_symbol(last + 1, ")"));
        if department.is_none() && !country {
            continue;
        }
        let joint = |at: usize| proper(page, at) || page.is_symbol(at, "-") && page.gap(at) == Gap::None || page.cue(at).any(Cue::PARTICLE) || page.kind(at) == TokenKind::Elision;
        let mut first = bracket - 1;
        while first > 0 && bracket - first < 8 && page.gap(first) <= Gap::Space && joint(first - 1) {
            first -= 1;
        }
        let capital = |at: usize| proper(page, at) || page.kind(at) == TokenKind::Elision && page.shape(at) != Shape::Lower;
        let Some(first) = (first..bracket).find(|&at| capital(at) && !page.cue(at).any(Cue::MONTH)) else { continue };
        let span = page.document.span_of(first, department.unwrap_or(bracket - 1));
        let other = (first..bracket).any(|at| page.cue(at).any(SEATS.or(Cue::COMPANY).or(Cue::LAW_FIRM).or(Cue::CIVILITY).or(Cue::STATUTE).or(Cue::ESTABLISHMENT)) || page.class(at).any(Class::COUNTRY.union(Class::GIVEN_COMMON)));
        if !other && free(span) && !is_seat(page, first) && !of_a_court(page, first, bracket - 1) {
            found.push(Detection::new(RULE.id, RULE.kind, span, Confidence::Probable));
        }
    }
}

/// First and last token of the commune after the preposition at `at`.
fn commune_at(page: &Page, at: usize) -> Option<(usize, usize)> {
    let next = at + 1;
    // `Hauptstraße 61 a⏎D-79576`: a house's letter.
    if page.document.original_at(at) == "a" && at > 0 && page.kind(at - 1) == TokenKind::Number && page.is_accented() {
        return None;
    }
    let of = one_of!(page.folded(at), "DE" | "D'" | "DU" | "DES");
    let contracted = contracted(page, at);
    if page.folded(at) == "DES" && contracted.is_none() {
        return None;
    }
    if of && !comes_from(page, at) {
        return if page.folded(at) == "DU" && contracted.is_none() { None } else { of_a_town(page, at) };
    }
    if of && page.phrase(next, Class::REGION).is_some() {
        return None;
    }
    // `est passé par Maury`, `un logement sur Maury`, `a quitté Maury pour Lunda`
    let led: &[&str] = match page.folded(at) {
        "PAR" => &["PASSE", "PASSEE", "PASSANT", "TRANSITE", "ENTRE", "ENTREE"],
        "SUR" => &["TRAVAILLE", "TRAVAILLAIT", "LOGEMENT", "APPARTEMENT", "EMPLOI", "VIT", "HABITE", "INSTALLE", "INSTALLEE", "DOMICILIE"],
        "POUR" => &["QUITTE", "QUITTER", "TRAIN", "AVION", "VOL", "BUS", "BILLET", "PARTI", "PARTIE", "PARTIR", "DEPART"],
        _ => &[],
    };
    if !led.is_empty() && page.cue_before(at, if page.folded(at) == "POUR" { 8 } else { 5 }, led).is_none() {
        return None;
    }
    // `maçon à la Plaine-des-Cafres`
    let upland = one_of!(page.folded(next), "LA" | "L'") && page.folded(next + 1).contains('-') && proper(page, next + 1) && at > 0 && page.class(at - 1).any(Class::PROFESSION) && !page.cue(at - 1).any(SEATS);
    if upland {
        return Some((next + 1, name_run(page, next + 1, 4)?));
    }
    // A word of the language is none with a capital where it is a commune's name too.
    let article = next + usize::from(page.cue(next).any(Cue::ARTICLE) && page.phrase(next, Class::PLACE).is_some());
    let word = || page.class(article).any(Class::WORD) && !(page.shape(next) == Shape::Title && page.phrase(next, Class::PLACE).is_some());
    let named = || page.class(article).any(Class::FAMILY.union(Class::GIVEN)) || word();
    let apart = page.folded(at).starts_with("SEPAR");
    if apart && page.cue_before(at, 3, &["KILOMETRES", "KM", "MINUTES", "HEURES"]).is_none() {
        return None;
    }
    if !apart && BARE.contains(&page.folded(at)) && !(page.folded(at).starts_with("HABIT") && page.phrase(next, Class::PLACE).is_some()) && named() && !(page.phrase(next, Class::PLACE).is_some() && page.shape(next) == Shape::Title && !page.class(article).any(Class::GIVEN)) && !page.folded(article).contains('-') {
        return None;
    }
    // `infirmière à l'EHPAD`: what the article belongs to.
    let noun = next + usize::from(page.kind(next) == TokenKind::Elision);
    if !opens(page, next, false) || page.class(next).any(Class::GIVEN_COMMON.union(Class::COUNTRY)) || page.cue(noun).any(SEATS.or(Cue::MONTH).or(Cue::COMPANY).or(Cue::LAW_FIRM).or(Cue::STREET).or(Cue::ESTABLISHMENT)) || is_seat(page, at) {
        return None;
    }
    let last = if apart { page.phrase(next, Class::PLACE)? } else { commune(page, next)? };
    // `à PARIS Ézéchiel`: the whole name must be the commune's.
    // In capitals `A` may be the verb.
    let word = page.shape(at) == Shape::Initial && page.class(next).any(Class::WORD);
    let known = !word && page.phrase(next, Class::PLACE).is_some_and(|end| end == last || of_a_land(page, end, last)) || contracted == Some(last) || is_formed(page, next, last, page.folded(at) == "A");
    let short = last == next && is_short(page, next) && !page.class(next).any(Class::FAMILY) && one_of!(page.folded(at), "A" | "DE" | "D'" | "VERS" | "POUR");
    let short = short || last == next && is_abroad(page.folded(next));
    let fled = of || one_of!(page.folded(at), "FUI" | "FUIR" | "TRAVERSE" | "TRAVERSER" | "PAR" | "REGAGNE" | "REGAGNER" | "DEMEURANT" | "DOMICILIE" | "DOMICILIEE" | "RESIDANT" | "POUR");
    (known || short || fled && is_unknown(page, next, last) || is_proven(page, at, last) || (page.folded(at) == "A" || page.folded(at).starts_with("HABIT")) && is_there(page, at, last)).then_some((next, last))
}

/// The first token of the commune right before `à` at `at`, behind `de`: no street's and no court's.
fn from_town(page: &Page, at: usize) -> Option<usize> {
    let first = (at.saturating_sub(5)..at).find(|&first| page.phrase(first, Class::PLACE) == Some(at - 1))?;
    let led = first > 1 && proper(page, first) && one_of!(page.folded(first - 1), "DE" | "D'" | "RELIANT") && page.shape(first - 1) != Shape::Upper && !page.cue(first - 2).any(Cue::STREET);
    (led && !page.class(first).any(Class::GIVEN_COMMON.union(Class::COUNTRY)) && !of_a_court(page, first, at - 1) && !is_seat(page, first)).then_some(first)
}

/// `Villeneuve-les-Eaux`, `Maury-Lunda` behind `à`: made as communes' names are, whether the dictionary has it or not.
fn is_formed(page: &Page, at: usize, last: usize, there: bool) -> bool {
    let Some((first, rest)) = page.folded(at).split_once('-') else { return false };
    let class = page.lexicon.look_up_name(first);
    let joined = rest.split('-').any(|part| one_of!(part, "SUR" | "SOUS" | "LES" | "LEZ" | "LE" | "LA" | "EN" | "DU" | "AUX"));
    let quarter = there && first.len() > 3 && class.any(Class::PLACE) && !class.any(Class::WORD) && !page.lexicon.look_up_name(rest).any(Class::FAMILY.union(Class::GIVEN));
    // `Saint-Julien-en-Zork`: a saint is a given name too.
    if there && at == last && page.shape(at) == Shape::Title && joined && one_of!(first, "SAINT" | "SAINTE") {
        return true;
    }
    at == last && page.shape(at) == Shape::Title && (joined || quarter) && !class.union(page.class(at)).any(Class::GIVEN) && !page.class(at).any(Class::WORD.union(Class::FAMILY))
}

/// True when a land ends the name behind the commune's last token: `Saint-Denis de La Réunion`.
fn of_a_land(page: &Page, end: usize, last: usize) -> bool {
    let land = end + 2;
    end < last && one_of!(page.folded(end + 1), "DE" | "EN" | "D'" | "DU") && (land..=last).any(|i| page.phrase(i, Class::COUNTRY.union(Class::REGION)) == Some(last))
}

/// What stands in a town and is called by it, whatever the town.
pub(super) fn stands_there(word: &str) -> bool {
    one_of!(
        word,
        "GARE" | "PLAGE" | "FORET" | "HAMEAU" | "VILLAGE" | "BOURG" | "BANLIEUE" | "CIMETIERE" | "MARCHE" | "FOIRE" | "MAISON" | "APPARTEMENT" | "VILLA" | "LOGEMENT" | "TERRAIN" | "TERRE" | "TERRES" | "SECONDAIRE" | "CHANTIER" | "SITE" | "USINE" | "MAGASIN" | "AGENCE" | "HABITANTS" | "HABITANT" | "ROUTE" | "VALLEE" | "PORT" | "DOMICILE" | "IMMEUBLE" | "DEPOT" | "FETE"
            | "QUARTIER" | "TERRITOIRE" | "BOIS" | "LAC" | "AEROPORT" | "HABITANTE" | "VOISINS" | "JEUNES" | "COMMERCIAL" | "ETANG" | "GENS" | "CHATEAU"
    )
}

/// `la ferme familiale de Maury`: a town of a thing that no office has. A person called so has been found before.
fn of_a_town(page: &Page, at: usize) -> Option<(usize, usize)> {
    // `le domicile conjugal de Maury`
    let noun = at.checked_sub(1).map(|noun| noun - usize::from(noun > 0 && one_of!(page.folded(noun), "CONJUGAL" | "FAMILIAL" | "FAMILIALE") && stands_there(page.folded(noun - 1))))?;
    let thing = page.kind(noun) == TokenKind::Word && page.shape(noun) == Shape::Lower && page.bytes(noun) > 2 && page.gap(at) <= Gap::Line;
    let office = |i: usize| page.cue(i).any(SEATS.or(Cue::OFFICE).or(Cue::STATUTE).or(Cue::STREET).or(Cue::COMPANY).or(Cue::ESTABLISHMENT)) || is_body(page.folded(i));
    // `une entreprise de Maury`, `un domaine skiable de Maury`: any one of them, that bears no name.
    let any = one_of!(page.folded(noun), "ENTREPRISE" | "SOCIETE" | "BANQUE" | "STATION") && noun > 0 && page.folded(noun - 1) == "UNE" || page.folded(noun) == "SKIABLE";
    let office = |i: usize| office(i) && !(any && i + 2 > noun);
    let next = at + 1;
    let elided = page.kind(next) == TokenKind::Elision && page.shape(next) != Shape::Lower && page.phrase(next, Class::PLACE).is_some_and(|end| end > next);
    let town = elided || proper(page, next) && page.shape(next) != Shape::Initial && !(page.shape(next) == Shape::Upper && page.bytes(next) < 4) && !page.class(next).any(Class::GIVEN.union(Class::COUNTRY).union(Class::REGION)) && page.phrase(next, Class::REGION).is_none() && (page.shape(next) == Shape::Title || !page.class(next).any(Class::WORD.union(Class::FAMILY)));
    let unknown = commune(page, next).is_some_and(|last| is_unknown(page, next, last)) && stands_there(page.folded(noun));
    if !thing || !town || (at.saturating_sub(4)..at).any(|i| office(i) && !(unknown && i == noun)) {
        return None;
    }
    let last = commune(page, next).filter(|&last| page.phrase(next, Class::PLACE) == Some(last) || contracted(page, at) == Some(last) || last == next && is_abroad(page.folded(next)) || is_formed(page, next, last, false) || unknown)?;
    // `les filles de Laborde père`
    let kin = page.cue(last + 1).any(Cue::KIN);
    (!kin && !is_seat(page, at) && !of_a_court(page, next, last)).then_some((next, last))
}

/// True when somebody was at the name after `à`, or plies his trade there, and it is nobody's: `noyé à Lunda`, `pêcheur à Lunda`, `à Lunda du 1er au 3 mai`.
fn is_there(page: &Page, at: usize, last: usize) -> bool {
    let nobody = is_unknown(page, at + 1, last) || !(at + 1..=last).any(|i| page.class(i).any(Class::GIVEN.union(Class::FAMILY).union(Class::WORD)));
    let Some(before) = at.checked_sub(1).filter(|_| nobody) else { return false };
    let present = (before.saturating_sub(1)..at).any(|i| is_presence(page.folded(i)));
    let range = page.folded(last + 1) == "DU" && page.kind(last + 2) == TokenKind::Number && (last + 3..last + 7).any(|i| page.folded(i) == "AU");
    // `remis à Lunda`: a firm or somebody.
    let given = ["REMIS", "VERS", "PAY", "VEND", "CED", "LOU", "CONFI", "COMMAND", "ACHET", "REGL", "FACTUR", "LIVR", "DOI", "ACQUI"].iter().any(|stem| page.folded(before).starts_with(stem));
    is_unknown(page, at + 1, last) && (page.shape(at) == Shape::Lower || opens_with_place(page, at)) && !given || present || range || page.folded(at).starts_with("HABIT") || page.class(before).any(Class::PROFESSION) && page.shape(before) == Shape::Lower
}

/// `À Lunda, le 3 mai 2016`: a sentence that opens with where it happens.
fn opens_with_place(page: &Page, at: usize) -> bool {
    page.document.original_at(at) == "À" && (at + 1..at + 5).find(|&i| page.is_symbol(i, ",")).is_some_and(|comma| is_unknown(page, at + 1, comma - 1))
}

/// A word of no dictionary: behind `à`, behind `de` and a thing that stands in a town, nearly always a town's name, and somebody's else.
pub(super) fn is_unknown(page: &Page, at: usize, last: usize) -> bool {
    // `à Kervilahouen`, `à Noelly`: a rare given name too.
    const RARE: Class = Class::GIVEN.union(Class::GIVEN_RARE).union(Class::GIVEN_F).union(Class::GIVEN_M);
    // `à La Zorkière`
    let article = at < last && page.shape(at) == Shape::Title && page.cue(at).any(Cue::ARTICLE);
    let at = at + usize::from(article);
    at == last && page.class(at).union(RARE) == RARE && page.cue(at) == Cue::NONE && page.shape(at) == Shape::Title && page.bytes(at) > 4
}

/// `ils sont de Maury`, `M. Sirven, de Maury,`: `de` before where somebody comes from.
fn comes_from(page: &Page, at: usize) -> bool {
    fn comes(word: &str) -> bool {
        one_of!(
            word,
            "SONT" | "EST" | "ETAIT" | "ETAIENT" | "VIENT" | "VENAIT" | "VIENNENT" | "VENU" | "VENUE" | "VENUS" | "REVENU" | "REVENUE" | "REVENAIT" | "RENTRAIT" | "RENTRE" | "RENTREE" | "RENTRES" | "PARTI" | "PARTIE" | "ARRIVE" | "ARRIVEE" | "ARRIVES" | "ARRIVEES" | "HAUTEUR" | "NIVEAU" | "PROXIMITE" | "ENVIRONS" | "ALENTOURS" | "PRES" | "LOIN" | "CENTRE-VILLE" | "PERIPHERIE" | "BANLIEUE"
            | "AGGLOMERATION" | "VENANT" | "REVENANT" | "RETOUR" | "PROVENANCE" | "SORTIE" | "TRAJET" | "PARTANT" | "ISSU" | "ISSUE" | "COTE" | "MUTE" | "MUTEE" | "REVENIR" | "VENIR" | "REVIENT" | "REVENUS" | "REVENUES" | "DEPART" | "SORTANT" | "KILOMETRES" | "KM" | "MINUTES" | "HEURE" | "HEURES" | "ENTREE" | "ABORDS" | "RAPPROCHER"
            | "RAPPROCHE" | "RAPPROCHEE" | "DIRECTION" | "DESTINATION" | "PARTIR" | "NORD" | "SUD" | "OUEST" | "SECTEUR" | "PERIPHERIQUE" | "ROCADE" | "NATIFS" | "HABITANTS" | "HABITANT" | "RESIDENT" | "REGION" | "MILLES" | "VOISINE" | "VOISIN" | "LIMITROPHE" | "ELOIGNE" | "ELOIGNEE" | "DISTANTE" | "DISTANT"
        )
    }
    let Some(before) = at.checked_sub(1) else { return false };
    let name = page.is_symbol(before, ",") && before > 0 && page.is_capitalised(before - 1) && page.kind(before - 1) == TokenKind::Word && !page.cue(before - 1).any(SEATS);
    comes(page.folded(before)) || name && page.phrase(at + 1, Class::PLACE).or(Some(at + 1).filter(|&i| page.folded(at) != "DU" && is_unknown(page, i, i) && !one_of!(page.folded(i + 2), "DE" | "D'" | "DU") && !page.before(at, 24).any(|t| page.cue(t).any(Cue::BORN)))).is_some_and(|last| one_of!(page.folded(last + 1), "," | "." | ";" | ")" | "»") || page.gap(last + 1) >= Gap::Line)
}

/// True when an office, a court or a judgment stands in the six tokens before: the town is theirs.
fn is_seat(page: &Page, at: usize) -> bool {
    // `fait état d'un suivi à Maury` is no date of a deed.
    let held = |i: usize| is_held(page.folded(i)) && !(page.folded(i) == "RESIDENCE" && (one_of!(page.folded(i + 1), "SECONDAIRE" | "PRINCIPALE" | "HABITUELLE") || page.cue(i + 3).any(Cue::MINOR) || page.cue(i + 2).any(Cue::MINOR))) && (i + 1 == at && !(i > 0 && page.folded(i) == "FAIT" && page.folded(i - 1) == "EN") || !one_of!(page.folded(i), "FAIT" | "SIGNE"));
    let state = |i: usize| (one_of!(page.folded(i), "ETAT" | "COMMUNE" | "REGION") || page.folded(i) == "DIRECTION" && i > 0 && page.folded(i - 1) == "EN" || page.folded(i) == "CHAMBRE" && (one_of!(page.folded(i + 1), "AMENAGEE" | "LOUEE" | "MEUBLEE" | "OCCUPEE") || i > 0 && one_of!(page.folded(i - 1), "UNE" | "SA" | "MA"))) && page.shape(i) == Shape::Lower;
    let office = |i: usize| page.cue(i).any(SEATS) && !state(i) || held(i);
    // `les gendarmes se sont transportés à Maury`, `l'expert s'est rendu à Maury`: where they went.
    let went = |i: usize| one_of!(page.folded(i), "TRANSPORTE" | "TRANSPORTES" | "TRANSPORTEE" | "DEPLACE" | "DEPLACES" | "DEPLACEE") || one_of!(page.folded(i), "RENDU" | "RENDUE" | "RENDUS") && page.cue_before(i, 2, &["S'", "SE"]).is_some();
    (at.saturating_sub(6)..at).rev().take_while(|&i| page.gap(i + 1) < Gap::Blank && !one_of!(page.folded(i), ";" | ".") && !went(i)).any(office)
}

/// True when what surrounds a name that no dictionary knows makes it a commune.
fn is_proven(page: &Page, at: usize, last: usize) -> bool {
    let next = last + 1;
    // `à Lunda, en Suède`, `à Lunda (Suède)`
    let country = |i: usize| page.class(i).any(Class::COUNTRY.union(Class::REGION));
    let within = page.is_symbol(next, ",") && one_of!(page.folded(next + 1), "EN" | "AU" | "AUX") && country(next + 2) || page.is_symbol(next, "(") && country(next + 1);
    // `coupable d'avoir, à Lunda, le 3 mars 2016,`
    let charged = (at.saturating_sub(3)..at).any(|i| page.folded(i) == "AVOIR") && page.is_symbol(next, ",");
    // `chez sa sœur Aurore, à Lunda.`
    let with = at > 0 && page.is_symbol(at - 1, ",") && page.cue_before(at, 9, &["CHEZ"]).is_some() && one_of!(page.folded(next), "," | "." | ";");
    let of_kin = at > 0 && page.shape(at + 1) == Shape::Title && page.is_symbol(at - 1, ",") && page.before(at, 9).any(|i| page.cue(i).any(Cue::KIN)) && one_of!(page.folded(next), "," | "." | ";") && !(at + 1..=last).any(|i| page.class(i).any(Class::GIVEN.union(Class::FAMILY).union(Class::WORD)));
    // `vivre chez son père à La Saline`
    let kin = at > 2 && page.cue(at - 1).any(Cue::KIN) && page.folded(at - 3) == "CHEZ" && (page.gap(next) >= Gap::Line || one_of!(page.folded(next), "," | "." | ";"));
    within || charged || with || of_kin || kin
}
