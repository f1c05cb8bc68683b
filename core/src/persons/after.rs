//! What follows a run: an office in apposition, a birth, a dwelling, a company's form.

use super::lead::{of_a_board, said};
use super::scene::Scene;
use crate::context::Cue;
use crate::model::Role;
use crate::text::{Gap, Shape, TokenKind, one_of};

/// What follows a run.
#[derive(Clone, Copy, Default)]
pub(super) struct After {
    pub office: Option<Role>,
    pub party: bool,
    /// Born or married, or kin: no company is.
    pub natural: bool,
    pub company: bool,
    /// An age follows.
    pub aged: bool,
}

pub(super) fn after(scene: &Scene, last: usize) -> After {
    let mut result = After::default();
    let mut at = last + 1;
    let mut comma = false;
    if scene.is(at, ".") && scene.shape(last) == Shape::Initial {
        at += 1;
    }
    if scene.gap(at) == Gap::Blank {
        result.natural = scene.page.is_birth(at);
        result.party = result.natural || scene.cue(at).any(Cue::DWELLING) && scene.page.folded(at) != "DOMICILE";
        return result;
    }
    // `Mme X              de La Réunion` over `Rapporteure publique`: the other column of a heading stands between.
    if scene.gap(at) == Gap::Wide
        && let Some(below) = (at + 1..at + 12).find(|&t| scene.gap(t) >= Gap::Line).filter(|&t| scene.gap(t) == Gap::Line && scene.capital(t))
        && let Some(role) = role_of_after(scene, below, true).filter(|role| role.is_court())
    {
        result.office = Some(role);
        return result;
    }
    if one_of!(scene.page.folded(at), "," | "(" | "-" | "–" | ";" | ":") {
        comma = true;
        at += 1;
    }
    // `a été entendue en son rapport`, `a fait le rapport`; an expert files, hands in or draws up hers.
    let heard = |t: usize| one_of!(scene.page.folded(t), "ENTENDU" | "ENTENDUE") || scene.is(t, "FAIT") && scene.is(t + 1, "LE");
    if (!comma && scene.is(at, "A") || one_of!(scene.page.folded(at), "ENTENDU" | "ENTENDUE")) && (at..at + 4).any(heard) && (at..at + 6).any(|t| scene.is(t, "RAPPORT") && one_of!(scene.page.folded(t - 1), "LE" | "SON")) {
        result.office = Some(Role::Judge);
        return result;
    }
    // `X, vice-présidente cosaisie`, not `X, dont la plainte fut cosaisie`
    if comma && scene.cue(at).any(Cue::JUDGE) && (at..at + 3).any(|t| one_of!(scene.page.folded(t), "COSAISI" | "COSAISIE" | "CO-SAISI" | "CO-SAISIE")) {
        result.office = Some(Role::Judge);
        return result;
    }
    // `X en ses réquisitions`
    if scene.is(at, "EN") && one_of!(scene.page.folded(at + 1), "SES" | "SON") && one_of!(scene.page.folded(at + 2), "REQUISITIONS" | "REQUISITOIRE") {
        result.office = Some(Role::Prosecutor);
        return result;
    }
    // `Anne PRÉ, quatre-vingt-onze ans`
    let aged = comma && (scene.kind(at) == TokenKind::Number || scene.cue(at).any(Cue::NUMBER)) && scene.gap(at) <= Gap::Line && (at + 1..at + 6).take_while(|&t| t == at + 1 || scene.cue(t - 1).any(Cue::NUMBER) || scene.is(t - 1, "-")).any(|t| scene.is(t, "ANS") && !scene.is(t + 1, "DE"));
    if aged {
        (result.natural, result.aged) = (true, true);
        return result;
    }
    let listed = scene.is(at, "•");
    if scene.gap(at) == Gap::Blank || listed {
        return result;
    }
    let cue = scene.cue(at);
    let folded = scene.page.folded(at);
    let told = scene.page.is_birth(at) && (scene.shape(at) != Shape::Upper || scene.page.document.is_acute(at));
    if told || cue.any(Cue::BORN) && scene.shape(at) == Shape::Upper && one_of!(scene.page.folded(at + 1), "LE" | "A" | "EN") {
        (result.party, result.natural) = (true, true);
        return result;
    }
    if cue.any(Cue::DWELLING) && folded != "DOMICILE" && folded != "DEMEURE" || one_of!(folded, "EPOUSE" | "EP" | "EPSE" | "VVE" | "VEUVE" | "DIVORCEE" | "AGISSANT" | "ALIAS" | "EPOUX" | "AYANT") && (comma || scene.shape(at) == Shape::Lower || folded == "ALIAS") || comma && scene.shape(at) == Shape::Lower && one_of!(folded, "FILLE" | "FILS" | "FRERE" | "SOEUR" | "DEMI-FRERE" | "DEMI-SOEUR" | "COMPAGNE" | "CONCUBINE" | "CONCUBIN" | "COUSIN" | "COUSINE" | "ONCLE" | "TANTE" | "NEVEU" | "NIECE") {
        result.party = !matches!(folded, "AYANT");
        result.natural = result.party && !one_of!(folded, "AGISSANT" | "ALIAS") && !cue.any(Cue::DWELLING);
        return result;
    }
    // `PINAS Asoïnda, dit Ba Soi`, `Pipisega dite Pipi`
    if one_of!(folded, "DIT" | "DITE" | "SURNOMME" | "SURNOMMEE") && scene.shape(at) == Shape::Lower && (scene.capital(at + 1) || one_of!(scene.page.folded(at + 1), "«" | "\"")) {
        result.party = true;
        return result;
    }
    // `Angélina, sa compagne`, `Noé, le fils de`
    if comma && scene.shape(at) == Shape::Lower && one_of!(folded, "SA" | "SON" | "LEUR" | "LE" | "LA" | "MA" | "MON") && (scene.cue(at + 1).any(Cue::KIN) && !one_of!(scene.page.folded(at + 1), "DIT" | "DITE" | "NOMME" | "NOMMEE") || one_of!(folded, "SON" | "SA" | "MON" | "MA") && one_of!(scene.page.folded(at + 1), "PATRON" | "PATRONNE" | "CHEF" | "CHEFFE" | "VOISIN" | "VOISINE" | "COLLEGUE" | "BINOME")) && scene.shape(at + 1) == Shape::Lower {
        result.party = true;
        return result;
    }
    if one_of!(folded, "SA" | "SARL" | "SAS" | "SASU" | "EURL" | "SCI" | "SNC" | "FRERES" | "ASSOCIES" | "SPA" | "GMBH" | "LTD" | "CIE") && !comma && scene.gap(at) <= Gap::Space || scene.is(last + 1, "&") || pris_en(scene, at) || one_of!(folded, "CREDIT" | "BANQUE" | "ASSURANCES" | "ASSURANCE" | "MUTUELLE") && !comma && scene.shape(at) == Shape::Upper && scene.gap(at) == Gap::Space {
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
        if one_of!(folded, "LE" | "LA" | "LES" | "L'" | "UN" | "UNE" | "AU" | "DU" | "PAR" | "SON" | "SA") || cue.any(Cue::CIVILITY) {
            break;
        }
        // `M. X, greffier en retraite`, `juge des enfants en disponibilité`: nobody of this court.
        let retired = (at + 1..at + 9).take_while(|&t| !one_of!(scene.page.folded(t), "," | "." | ";")).any(|t| one_of!(scene.page.folded(t), "RETRAITE" | "RETRAITEE" | "DISPONIBILITE" | "RADIE" | "RADIEE"));
        if let Some(role) = role_of_after(scene, at, comma).filter(|_| !retired) {
            // A caption's line `Mme X` over its own `Rapporteure publique`.
            // Not a form's label: `Magistrat rapporteur : X`.
            let own_line = scene.shape(at) == Shape::Title && scene.gap(last + 1) == Gap::Line && at == last + 1 && !(at + 1..at + 4).take_while(|&t| scene.gap(t) < Gap::Line).any(|t| scene.is(t, ":") || scene.is(t, ".") && scene.is(t + 1, "."));
            if over_line && !comma && !own_line {
                break;
            }
            result.office = Some(role);
            break;
        }
        let passes = cue.any(Cue::RANK) || folded == "ALORS" && (scene.is(at + 1, "JUGE") || one_of!(scene.page.folded(at + 1), "PRESIDENT" | "PRESIDENTE") && (at + 3..at + 5).any(|t| scene.cue(t).any(Cue::COURT) || scene.is(t, "FORMATION"))) || one_of!(folded, "EN" | "DE" | "QUALITE" | "F" | "." | "FF" | "(" | "1ERE" | "1" | "ER" | "ERE" | "DELEGUE" | "VICE" | "-" | "JUGE" | "D'" | "A" | "L'" | "AUDIENCE" | "ET");
        // `MM. Conseiller et Greffier`: another name.
        if !passes || folded == "ET" && scene.shape(at + 1) == Shape::Title {
            break;
        }
        at += 1;
    }
    result
}

/// `pris en la personne de`, `SUD OUEST prise en la personne`: only legal persons are taken so.
fn pris_en(scene: &Scene, at: usize) -> bool {
    (at..at + 5).take_while(|&t| t == at || scene.gap(t) <= Gap::Space).any(|t| one_of!(scene.page.folded(t), "PRIS" | "PRISE") && scene.is(t + 1, "EN") && scene.is(t + 2, "LA"))
}

/// True for what ends a sentence or its clause: no dot of a civility or of an initial.
fn stops(scene: &Scene, at: usize) -> bool {
    one_of!(scene.page.folded(at), ";" | ":") || scene.is(at, ".") && scene.shape(at + 1) != Shape::Lower && at > 0 && !scene.cue(at - 1).any(Cue::CIVILITY) && scene.shape(at - 1) != Shape::Initial
}

/// True when the sentence before `at` speaks of a letter or an act of a company or an association, and of no court.
fn of_a_body(scene: &Scene, at: usize) -> bool {
    let within = (at.saturating_sub(26)..at).rev().take_while(|&t| scene.gap(t + 1) < Gap::Line && !stops(scene, t));
    let mut body = false;
    for t in within {
        if scene.cue(t).any(Cue::COURT.or(Cue::COMPOSITION)) {
            return false;
        }
        body |= scene.cue(t).any(Cue::COMPANY) || one_of!(scene.page.folded(t), "ASSOCIATION" | "CAISSE" | "BANQUE" | "SYNDICAT" | "MUTUELLE" | "FEDERATION" | "LETTRE" | "COURRIER" | "ATTESTATION" | "MUNICIPAL" | "MUNICIPALE" | "PENITENTIAIRE" | "PROBATION" | "SPIP");
    }
    body
}

/// `représentée par Me X, avocat, en présence de M. Y, président`: who stands beside a party's counsel.
fn beside_counsel(scene: &Scene, at: usize) -> bool {
    let line = || (at.saturating_sub(30)..at).rev().take_while(|&t| scene.gap(t + 1) < Gap::Line && !one_of!(scene.page.folded(t), ";" | ":"));
    line().any(|t| one_of!(scene.page.folded(t), "REPRESENTEE" | "REPRESENTE")) && line().any(|t| scene.cue(t).any(Cue::LAWYER)) && !line().any(|t| scene.cue(t).any(Cue::CLERK.or(Cue::COMPOSITION)))
}

/// True when the prose around a bare `président` at `at` presents no court: neither a court's word nor another office stands in the sentence.
fn amid_facts(scene: &Scene, at: usize) -> bool {
    let mut lower = 0;
    let court = |t: usize| scene.cue(t).any(Cue::COURT.or(Cue::COMPOSITION).or(Cue::CLERK).or(Cue::PROSECUTOR)) || scene.is(t, "RENDU") && !(t > 1 && scene.is(t - 2, "S'")) || one_of!(scene.page.folded(t), "RENDUE" | "PRONONCE" | "PRONONCEE" | "SIGNE" | "SIGNEE" | "ORDONNANCE" | "ARRET" | "JUGEMENT" | "DECISION" | "CONCLUSIONS" | "AUDIENCE" | "AUDIENCES" | "RAPPORT" | "SIEGE" | "STATUANT" | "PLAIDOIRIES" | "DESIGNE" | "DESIGNEE" | "RECUSATION" | "DEVANT");
    for t in (at.saturating_sub(40)..at).rev().take_while(|&t| scene.gap(t + 1) < Gap::Line && !stops(scene, t)) {
        if court(t) || scene.cue(t).any(Cue::JUDGE) {
            return false;
        }
        lower += usize::from(scene.shape(t) == Shape::Lower);
    }
    // `Madame X, présidente, a indiqué n'avoir`: the bench speaks of itself.
    // `« M. X, président, m'indique que »`: somebody who speaks of a company.
    let told = (at.saturating_sub(7)..at).any(|t| scene.page.folded(t) == "«");
    if lower < 2 && !told {
        return false;
    }
    let behind = || (at + 1..at + 18).take_while(|&t| scene.gap(t) < Gap::Line && !stops(scene, t));
    lower += behind().filter(|&t| scene.shape(t) == Shape::Lower).count();
    lower > 6 && one_of!(scene.page.folded(at + 1), "," | "." | ";" | ")") && !behind().any(|t| court(t) || scene.cue(t).any(Cue::JUDGE))
}

/// The court's offices in apposition. `avocat` alone is not enough: parties are lawyers too.
fn role_of_after(scene: &Scene, at: usize, comma: bool) -> Option<Role> {
    let cue = scene.cue(at);
    let folded = scene.page.folded(at);
    let next = scene.page.folded(at + 1);
    // `directrice des services de greffe judiciaires` (décret n° 2015-1273): a clerk of the court.
    if comma && one_of!(folded, "DIRECTEUR" | "DIRECTRICE") && next == "DES" && scene.is(at + 2, "SERVICES") && scene.is(at + 4, "GREFFE") {
        return Some(Role::Clerk);
    }
    if cue.any(Cue::CLERK) && folded != "GREFFE" {
        // `M. X, greffier, se plaint d'un harcèlement`
        let complains = scene.is(at + 1, ",") && scene.shape(at + 2) == Shape::Lower && (one_of!(scene.page.folded(at + 2), "SOUTIENT" | "CONTESTE" | "SOLLICITE" | "RECLAME" | "DEMANDE") || scene.is(at + 2, "SE") && scene.page.folded(at + 3).starts_with("PLAI"));
        return (!complains).then_some(Role::Clerk);
    }
    // `avocate honoraire exerçant des fonctions juridictionnelles` (ordonnance n° 58-1270, art. 3-1 A)
    if comma && one_of!(folded, "AVOCAT" | "AVOCATE") && next.starts_with("HONORAIRE") && (at + 2..at + 6).any(|t| scene.page.folded(t).starts_with("JURIDICTIONNEL")) {
        return Some(Role::Judge);
    }
    if folded == "AVOCAT" || folded == "AVOCATE" || folded == "AVOCATS" {
        if one_of!(next, "GENERAL" | "GENERALE" | "GENERAUX") {
            return Some(Role::Prosecutor);
        }
        let counsel = one_of!(next, "AU" | "A" | "AUX" | "COMMIS" | "COMMISE" | "PLAIDANT" | "POSTULANT" | "SUBSTITUANT" | "EXERCANT" | "CHOISI" | "INSCRIT" | "INSCRITE" | "DESIGNE" | "LOCO" | "AUPRES");
        return (counsel && comma).then_some(Role::Lawyer);
    }
    // Before the police court: `officier du ministère public` (CPP art. 45).
    if cue.any(Cue::PROSECUTOR) || folded == "OFFICIER" && scene.is(at + 2, "MINISTERE") && scene.is(at + 3, "PUBLIC") {
        return Some(Role::Prosecutor);
    }
    // What the rapporteur public was called before the administrative courts until 2009 (décret n° 2009-14); before the judge of expropriations a civil servant.
    if folded == "COMMISSAIRE" && next == "DU" && scene.is(at + 2, "GOUVERNEMENT") {
        let named = |word: &str| scene.page.document.find(word).is_some();
        return (["ADMINISTRATIF", "ADMINISTRATIVE", "ETAT"].into_iter().any(named) && !["EXPROPRIATION", "EXPROPRIATIONS", "EXPROPRIANT", "EXPROPRIANTE"].into_iter().any(named)).then_some(Role::Judge);
    }
    // `Nous, X, bâtonnier de l'ordre des avocats`
    if one_of!(folded, "BATONNIER" | "BATONNIERE") && comma {
        return Some(Role::Lawyer);
    }
    // Beside a bâtonnier: `secrétaire de l'ordre`.
    if folded == "SECRETAIRE" && next == "DE" && scene.is(at + 3, "ORDRE") && comma {
        return Some(Role::Clerk);
    }
    // Who helps the bench: `attachée de justice`, `juriste assistant`.
    if one_of!(folded, "ATTACHE" | "ATTACHEE") && next == "DE" && scene.is(at + 2, "JUSTICE") || folded == "JURISTE" && one_of!(next, "ASSISTANT" | "ASSISTANTE") {
        return Some(Role::Clerk);
    }
    if cue.any(Cue::JUDGE) {
        // `prise en la personne de M. X, président`: a company's.
        if (at.saturating_sub(12).max(3)..at).any(|t| scene.is(t, "PERSONNE") && one_of!(scene.page.folded(t - 3), "PRIS" | "PRISE")) {
            return None;
        }
        // `conseillère en ayant délibéré`, `vice-présidente chargée de l'instruction`
        if next == "EN" && scene.is(at + 2, "AYANT") && scene.is(at + 3, "DELIBERE") || one_of!(next, "CHARGE" | "CHARGEE") && (at + 2..at + 5).any(|t| one_of!(scene.page.folded(t), "INSTRUCTION" | "APPLICATION")) {
            return Some(Role::Judge);
        }
        if let Some(sits) = president_of_a_court(scene, at) {
            return sits.then_some(Role::Judge);
        }
        let company = one_of!(folded, "PRESIDENT" | "PRESIDENTE" | "VICE-PRESIDENT" | "VICE-PRESIDENTE" | "DOYEN") && (at + 1..at + 7).take_while(|&t| scene.gap(t) < Gap::Blank).any(|t| scene.cue(t).any(Cue::COMPANY) || one_of!(scene.page.folded(t), "CONSEIL" | "DIRECTOIRE" | "DIRECTEUR" | "ASSOCIATION"));
        let adviser = one_of!(folded, "CONSEILLER" | "CONSEILLERE" | "CONSEILLERS") && (next == "DE" && scene.unmarked(at + 2) && !one_of!(scene.page.folded(at + 2), "LA" | "L'" | "CHAMBRE" | "COUR" | "TRIBUNAL") || one_of!(next, "MUNICIPAL" | "MUNICIPALE" | "FINANCIER" | "FINANCIERE" | "CLIENTELE" | "EN" | "REGIONAL" | "GENERAL" | "DEPARTEMENTAL" | "COMMERCIAL" | "DU" | "D'" | "PEDAGOGIQUE" | "PRINCIPAL" | "TECHNIQUE" | "BANCAIRE" | "CONJUGAL" | "CONJUGALE" | "COMMUNAUTAIRE" | "IMMOBILIER" | "PATRIMONIAL" | "PROFESSIONNEL" | "PENITENTIAIRE")) || (at + 2..at + 6).any(|t| one_of!(scene.page.folded(t), "AGRICULTURE" | "COMMERCE" | "METIERS" | "EMPLOI"));
        // `conseillère à l'agence de Maury`
        let adviser = adviser || one_of!(next, "A" | "AU") && (at + 2..at + 4).any(|t| one_of!(scene.page.folded(t), "AGENCE" | "CAISSE" | "BANQUE" | "GUICHET" | "MISSION"));
        // `conseiller à France Travail`, `au guichet`: no court's.
        let adviser = adviser || folded.starts_with("CONSEILL") && one_of!(next, "A" | "AU" | "AUX" | "CHEZ") && !(at + 2..at + 6).any(|t| scene.cue(t).any(Cue::COURT) || one_of!(scene.page.folded(t), "COUR" | "CHAMBRE" | "CASSATION" | "CONSEIL" | "AUDIENCE" | "SECTION"));
        // `vice-président du club`, `assesseur du bureau de vote`, `rapporteur du budget`
        let elsewhere = one_of!(next, "DU" | "DE") && (at + 2..at + 5).take_while(|&t| scene.gap(t) < Gap::Line && !scene.is(t, ",")).any(|t| one_of!(scene.page.folded(t), "CLUB" | "VOTE" | "BUDGET" | "FABRIQUE" | "COMITE" | "SYNDICAT" | "PARTI" | "FEDERATION" | "LIGUE" | "COOPERATIVE" | "MUNICIPAL" | "SYNDICAL" | "COPROPRIETE" | "GROUPE" | "AMICALE"));
        // `magistrat, demande l'annulation de sa mutation`: who asks something for themselves.
        let verb = at + 2;
        let asks = scene.is(at + 1, ",") && scene.unmarked(verb) && (one_of!(scene.page.folded(verb), "SOUTIENT" | "CONTESTE" | "SOLLICITE" | "RECLAME") || scene.is(verb, "SE") && scene.page.folded(verb + 1).starts_with("PLAI") || scene.is(verb, "DEMANDE") && one_of!(scene.page.folded(verb + 2), "ANNULATION" | "INDEMNISATION" | "REPARATION" | "REINTEGRATION" | "CONDAMNATION"));
        let elsewhere = elsewhere || folded.starts_with("ASSESS") && polls(scene, at);
        // `Service pénitentiaire d'insertion et de probation. Mme X, conseillère, décrit`
        let elsewhere = elsewhere || folded.starts_with("CONSEILL") && (scene.is(at + 1, ",") && one_of!(scene.page.folded(verb), "DECRIT" | "SOULIGNE" | "PRECONISE" | "ATTESTE" | "SIGNALE") || (at.saturating_sub(24)..at).any(|t| one_of!(scene.page.folded(t), "SPIP" | "PENITENTIAIRE")));
        let adviser = adviser || elsewhere || asks || one_of!(next, "ETUDIANT" | "ETUDIANTE");
        // `rédacteur du procès-verbal`, `doyenne du village`, `doyen de la faculté`
        let of_a_court = || (at + 2..at + 4).any(|t| scene.cue(t).any(Cue::COURT) || one_of!(scene.page.folded(t), "SECTION" | "FORMATION"));
        if one_of!(folded, "REDACTEUR" | "REDACTRICE" | "DOYEN" | "DOYENNE") && (one_of!(next, "DU" | "D'") || next == "DE" && !of_a_court()) || of_another_trade(scene, at) {
            return None;
        }
        // `une lettre de la Caisse, signée de Mme X, conseillère`
        let private = one_of!(folded, "PRESIDENT" | "PRESIDENTE" | "VICE-PRESIDENT" | "VICE-PRESIDENTE" | "CONSEILLER" | "CONSEILLERE") && !one_of!(next, "DE" | "D'" | "A" | "REFERENDAIRE" | "RAPPORTEUR" | "RAPPORTEURE" | "ASSESSEUR" | "ASSESSEURE") && (said(scene, at) || of_a_body(scene, at) || amid_facts(scene, at) || beside_counsel(scene, at));
        // `Représentée par M. X, président, assisté de Me Y`: a company's.
        let appears = one_of!(folded, "PRESIDENT" | "PRESIDENTE" | "VICE-PRESIDENT" | "VICE-PRESIDENTE") && (at.saturating_sub(10).max(1)..at).any(|t| scene.is(t, "PAR") && scene.page.folded(t - 1).starts_with("REPRESENTE"));
        let private = private || appears;
        // `X, président, né le 3 mai`: whose birth or home is told is a party.
        let civil = scene.is(at + 1, ",") && (scene.page.is_birth(at + 2) || scene.cue(at + 2).any(Cue::DWELLING) || scene.is(at + 2, "N") && scene.is(at + 3, "."));
        return (!company && !adviser && !private && !civil && !of_a_board(scene, at)).then_some(Role::Judge);
    }
    if cue.any(Cue::NOTARY) && comma {
        return Some(Role::Notary);
    }
    if cue.any(Cue::EXPERT) && comma && scene.shape(at) == Shape::Lower {
        return Some(Role::Expert);
    }
    // `commissaire de police, officier du ministère public`: no magistrate (CPP art. 45 and 48).
    if folded == "COMMISSAIRE" && next == "DE" && scene.is(at + 2, "POLICE") && comma {
        return Some(Role::Officer);
    }
    if (cue.any(Cue::BAILIFF) || folded == "COMMISSAIRE" && next == "DE") && comma {
        return Some(Role::Bailiff);
    }
    if cue.any(Cue::OFFICER) && comma && folded != "COMMISSAIRE" && folded != "GARDIEN" {
        return Some(Role::Officer);
    }
    if one_of!(folded, "AVOUE" | "AVOUES" | "AVOUEE") {
        return Some(Role::Lawyer);
    }
    None
}

/// `assesseurs désignés par la liste`: of a polling station.
pub(super) fn polls(scene: &Scene, at: usize) -> bool {
    (at + 1..at + 7).any(|t| one_of!(scene.page.folded(t), "LISTE" | "LISTES" | "CANDIDAT" | "CANDIDATS" | "VOTE" | "SCRUTIN")) || (at + 1..at + 25).any(|t| one_of!(scene.page.folded(t), "URNE" | "EMARGEMENT" | "DEPOUILLEMENT" | "BULLETINS"))
}

/// `juge de ligne`, `conseiller funéraire`, `auditeur libre`, `assesseur au bureau de vote`: words of the bench that others bear.
fn of_another_trade(scene: &Scene, at: usize) -> bool {
    let next = scene.page.folded(at + 1);
    let lower = scene.shape(at + 1) == Shape::Lower && scene.kind(at + 1) == TokenKind::Word && scene.gap(at + 1) == Gap::Space && scene.page.folded(at + 1).len() > 3;
    let after = |words: &[&str]| words.contains(&scene.page.folded(at + 2));
    match scene.page.folded(at) {
        "JUGE" | "JUGES" => next == "ARBITRE" || next == "DE" && after(&["TOUCHE", "LIGNE", "CHAISE", "CAMP", "PISTE", "CONCOURS"]),
        "CONSEILLER" | "CONSEILLERE" => {
            // An adjective: of the court's are few.
            lower && ["AL", "ALE", "EL", "ELLE", "IER", "IERE", "AIRE", "IQUE", "IF", "IVE", "OLE"].iter().any(|end| next.ends_with(end)) && !one_of!(next, "REFERENDAIRE" | "HONORAIRE" | "JURIDIQUE" | "EXTRAORDINAIRE" | "SALARIAL" | "PRUD'HOMAL") || next == "FRANCE"
        }
        "ASSESSEUR" | "ASSESSEURE" => next == "AU" && after(&["BUREAU"]),
        "AUDITEUR" | "AUDITRICE" => lower && !one_of!(next, "AUPRES" | "CHARGE" | "CHARGEE"),
        _ => false,
    }
}

/// Of `président de ...`: whether it is a court's, or a chamber's, or anything else's; `None` where nothing follows `président`.
pub(super) fn president_of_a_court(scene: &Scene, at: usize) -> Option<bool> {
    if !one_of!(scene.page.folded(at), "PRESIDENT" | "PRESIDENTE" | "VICE-PRESIDENT" | "VICE-PRESIDENTE") {
        return None;
    }
    let word = |at: usize| scene.page.folded(at);
    // `président du tribunal de commerce à l'époque`: whom somebody tells of.
    let then = (at + 3..at + 10).take_while(|&t| scene.gap(t) <= Gap::Line && !scene.is(t, ",")).any(|t| scene.is(t, "EPOQUE"));
    if then || one_of!(word(at + 1), "FONDATEUR" | "FONDATRICE") {
        return Some(false);
    }
    if !one_of!(word(at + 1), "DE" | "DU" | "D'" | "DES") || scene.gap(at + 2) > Gap::Line {
        return None;
    }
    // `de la deuxième chambre`, `de la 2e chambre`
    let passed = |t: usize| scene.cue(t).any(Cue::ARTICLE.or(Cue::RANK).or(Cue::NUMBER)) || one_of!(word(t), "L'" | "E" | "EME" | "ER" | "ERE" | "N" | "°" | "-" | ".") || scene.kind(t) == TokenKind::Number || word(t).starts_with(|c: char| c.is_ascii_digit());
    let noun = (at + 2..at + 9).find(|&t| !passed(t))?;
    let of = |words: &[&str]| (noun + 1..noun + 5).take_while(|&t| scene.gap(t) <= Gap::Line && !scene.is(t, ",")).any(|t| words.contains(&word(t)));
    Some(match word(noun) {
        "CHAMBRE" | "CHAMBRES" => !of(&["COMMERCE", "AGRICULTURE", "METIERS", "NOTAIRES", "COMMISSAIRES", "HUISSIERS", "SYNDICALE"]),
        "SECTION" | "SECTIONS" => !of(&["LOCALE", "SYNDICALE", "DEPARTEMENTALE", "REGIONALE", "SPORTIVE"]),
        "CONSEIL" => of(&["PRUD'HOMMES", "PRUDHOMMES", "PRUD'HOMAL", "ETAT", "CONSTITUTIONNEL", "DISCIPLINE"]),
        "BUREAU" => of(&["JUGEMENT", "CONCILIATION"]),
        "COMMISSION" => of(&["INDEMNISATION"]),
        "FORMATION" | "JURIDICTION" | "TRIBUNAL" | "TRIBUNAUX" | "COUR" | "COURS" | "AUDIENCE" | "SIEGE" | "POLE" | "CIVI" | "TGI" | "TJ" | "TA" | "TC" | "TCOM" | "CPH" | "CA" | "CAA" | "TPE" | "PRUD'HOMMES" | "CNDA" => true,
        _ => false,
    })
}

/// `par acte de Me X du 7 avril 1938`, `16 février 1948, Me X : partage`, `à la communauté universelle le 20 juin 1991 (Me X)`: who drew a deed up.
fn deed_of(scene: &Scene, first: usize, last: usize) -> bool {
    let deed = |t: usize| {
        one_of!(
            scene.page.folded(t),
            "PARTAGE" | "VENTE" | "DONATION" | "DONATION-PARTAGE" | "TESTAMENT" | "LEGS" | "NOTORIETE" | "LICITATION" | "ECHANGE" | "ACTE" | "INVENTAIRE" | "SUCCESSION" | "UNIVERSELLE" | "SERVITUDE" | "USUFRUIT" | "ATTESTATION"
        )
    };
    let Some(title) = (first.saturating_sub(2)..first).find(|&t| scene.cue(t).any(Cue::MAITRE)).filter(|&title| title > 2) else { return false };
    let of_deed = scene.is(title - 1, "DE") && scene.is(title - 2, "ACTE");
    let year = |t: usize| scene.kind(t) == TokenKind::Number && scene.page.folded(t).len() == 4;
    let item = scene.is(last + 1, ":") && (last + 2..last + 5).any(deed) && scene.is(title - 1, ",") && year(title - 2);
    let bracketed = scene.is(title - 1, "(") && scene.is(last + 1, ")") && year(title - 2) && (title.saturating_sub(16)..title).any(deed);
    // `la succession réglée en 1997 devant Me X`, `déposé en l'étude de Me X`, `Me X, qui a dressé l'acte`, `Le notaire de la vente, Maître X,`
    let before = scene.is(title - 1, "DEVANT") || scene.is(title - 1, "DE") && scene.is(title - 2, "ETUDE") || scene.is(title - 1, "PAR") && (title.saturating_sub(8)..title).any(|t| scene.is(t, "SUCCESSION"));
    let drew = (last + 1..last + 6).find(|&t| one_of!(scene.page.folded(t), "DRESSE" | "RECU")).is_some_and(|verb| (verb + 1..verb + 3).any(|t| scene.is(t, "ACTE")));
    let clause = || (title.saturating_sub(14)..title - 1).rev().take_while(|&t| !one_of!(scene.page.folded(t), "." | ";" | ","));
    let apposed = scene.is(title - 1, ",") && clause().any(|t| scene.cue(t).any(Cue::NOTARY)) && !clause().any(|t| scene.cue(t).any(Cue::LAWYER));
    of_deed || item || bracketed || before || drew || apposed
}

/// Me and Maître also name notaries, bailiffs and liquidators.
pub(super) fn maitre_role(scene: &Scene, first: usize, last: usize) -> (Role, bool) {
    // `Me X, défenseur syndical`: no counsel, whatever he is called (C. trav. L1453-4).
    let unionist = |at: usize| one_of!(scene.page.folded(at), "DEFENSEUR" | "DEFENSEURE" | "DEFENSEUSE" | "DELEGUE" | "DELEGUEE") && scene.page.folded(at + 1).starts_with("SYNDICAL");
    if unionist(last + 1) || one_of!(scene.page.folded(last + 1), "," | "(") && unionist(last + 2) {
        return (Role::ThirdParty, false);
    }
    // `assisté de Me X`, `représentée par Maître X`
    let assists = |at: usize| one_of!(scene.page.folded(at), "ASSISTE" | "ASSISTEE" | "ASSISTES" | "REPRESENTE" | "REPRESENTEE" | "REPRESENTES") && one_of!(scene.page.folded(at + 1), "DE" | "PAR") && scene.cue(at + 2).any(Cue::MAITRE);
    if (first.saturating_sub(4)..first).any(assists) {
        // `la SELARL Z, représentée par Maître X, mandataire judiciaire`: who manages for others goes.
        let trustee = scene.is(last + 1, ",") && one_of!(scene.page.folded(last + 2), "MANDATAIRE" | "LIQUIDATEUR" | "LIQUIDATRICE" | "ADMINISTRATEUR" | "ADMINISTRATRICE") && one_of!(scene.page.folded(last + 3), "JUDICIAIRE" | "," | ";" | ".");
        return if trustee { (Role::ThirdParty, false) } else { (Role::Lawyer, true) };
    }
    // `LIQUIDATEUR ............ Me X`, `GREFFIER ....... Me Y`: dots lead from the label.
    if let Some(label) = first.checked_sub(1).and_then(|maitre| scene.page.leader(maitre)) {
        let cue = scene.cue(label);
        for (of, role) in [(Cue::TRUSTEE, Role::ThirdParty), (Cue::CLERK, Role::Clerk), (Cue::NOTARY, Role::Notary), (Cue::BAILIFF, Role::Bailiff)] {
            if cue.any(of) {
                return (role, false);
            }
        }
    }
    // `l'acte de notoriété de Maître X`, `a fait saisir, par Me X`
    if (first.saturating_sub(4)..first).any(|at| scene.is(at, "NOTORIETE")) {
        return (Role::Notary, false);
    }
    // `un commandement délivré par Me X`
    let by = |first: usize| (first.saturating_sub(3)..first).any(|at| scene.is(at, "PAR"));
    // `l'acte destiné à M. X a été remis à Mme Y, par Me Z`
    let sentence = |reach: usize| (first.saturating_sub(reach)..first).rev().take_while(|&at| !(one_of!(scene.page.folded(at), "." | ";") && at > 0 && scene.page.folded(at - 1).len() > 3));
    let served = |at: usize| one_of!(scene.page.folded(at), "ACTE" | "ASSIGNATION" | "EXPLOIT" | "COMMANDEMENT" | "SOMMATION" | "SIGNIFICATION");
    // `la sommation que Me X lui a délivrée`
    let delivered = (last + 1..last + 6).any(|at| ["DELIVR", "SIGNIFI"].iter().any(|stem| scene.page.folded(at).starts_with(stem)) && scene.shape(at) == Shape::Lower) && sentence(16).any(served);
    // `par acte de Me X remis à personne habilitée`
    let handed = (first.saturating_sub(4)..first).any(|at| scene.is(at, "ACTE")) && (last + 1..last + 3).any(|at| one_of!(scene.page.folded(at), "REMIS" | "DELIVRE" | "SIGNIFIE" | "DEPOSE"));
    // `a pratiqué par l'intermédiaire de Me X une saisie-attribution`
    let through = (first.saturating_sub(4)..first).any(|at| one_of!(scene.page.folded(at), "INTERMEDIAIRE" | "MINISTERE")) && (last + 1..last + 4).any(|at| one_of!(scene.page.folded(at), "SAISIE" | "SAISIE-ATTRIBUTION" | "SAISIE-VENTE" | "COMMANDEMENT" | "SOMMATION"));
    // `constat dressé le 22 avril 2022 par Me X`
    let dated = by(first) && (first.saturating_sub(8)..first).any(|at| one_of!(scene.page.folded(at), "DRESSE" | "ETABLI")) && (first.saturating_sub(12)..first).any(|at| one_of!(scene.page.folded(at), "CONSTAT" | "PROCES-VERBAL"));
    // `par actes des 2 et 5 octobre 2020 de Me X`
    let title = (first.saturating_sub(2)..first).find(|&t| scene.cue(t).any(Cue::MAITRE));
    let year = |t: usize| scene.kind(t) == TokenKind::Number && scene.page.folded(t).len() == 4;
    let acts = title.is_some_and(|title| title > 2 && scene.is(title - 1, "DE") && year(title - 2) && (title.saturating_sub(10)..title).any(|t| one_of!(scene.page.folded(t), "ACTE" | "ACTES" | "EXPLOIT") && one_of!(scene.page.folded(t + 1), "DU" | "DES")));
    // `le procès-verbal de Me X décrit`
    let record = title.is_some_and(|title| title > 1 && scene.is(title - 1, "DE") && scene.is(title - 2, "PROCES-VERBAL"));
    if acts || record || handed || delivered || through || dated || by(first) && sentence(16).any(|at| one_of!(scene.page.folded(at), "REMIS" | "REMISE")) && sentence(30).any(served) {
        return (Role::Bailiff, false);
    }
    let mut role = if deed_of(scene, first, last) { Role::Notary } else { Role::Lawyer };
    // `Me X — Me Y, notaire`: what is said of another Maître is his.
    let behind = (last + 1..last + 10).take_while(|&at| scene.gap(at) < Gap::Blank && !(one_of!(scene.page.folded(at), "—" | "–") && scene.cue(at + 1).any(Cue::MAITRE)));
    // `avocat au barreau de Lyon` and, on the next line, `Me X, notaire`: what is said right behind is what X is.
    let own = scene.is(last + 1, ",") && scene.cue(last + 2).any(Cue::NOTARY.or(Cue::BAILIFF).or(Cue::TRUSTEE));
    let before = (first.saturating_sub(11)..first).rev().take_while(|&at| at + 1 == first || scene.gap(at + 1) < Gap::Blank);
    for at in behind.chain(before) {
        let cue = scene.cue(at);
        let pleads = at > last && at < last + 4 && one_of!(scene.page.folded(at), "SUBSTITUANT" | "PLAIDOIRIE" | "PLAIDE" | "SUBSTITUE" | "SUBSTITUEE");
        if pleads {
            return (Role::Lawyer, true);
        }
        let near = at > last || first - at < 9;
        if near && !(own && at < first) && (cue.any(Cue::LAWYER) && !one_of!(scene.page.folded(at), "CONSEIL" | "CONSEILS") || scene.is(at, "BARREAU")) {
            return (Role::Lawyer, true);
        }
        if at > last && at < last + 4 && matches!(scene.page.folded(at), "ES") && one_of!(scene.page.folded(at + 1), "QUALITE" | "QUALITES" | "-") {
            return (Role::ThirdParty, false);
        }
        let deed = at < first && first - at < 8;
        // `l'acte du 14 mars 1931, dressé par Me X`
        let drawn_up = deed && by(first) && one_of!(scene.page.folded(at), "DRESSE" | "DRESSEE" | "PASSE" | "PASSEE" | "ETABLI" | "ETABLIE") && (at.saturating_sub(9)..at).any(|t| one_of!(scene.page.folded(t), "ACTE" | "TESTAMENT" | "ATTESTATION") && !scene.is(t + 1, "D'"));
        // `à Me X⏎extrait au notaire désigné`: the next line is of somebody else.
        let same = at < first || scene.is(last + 1, ",") || (last + 1..=at).all(|t| scene.gap(t) < Gap::Line);
        if near && cue.any(Cue::NOTARY) && same || deed && one_of!(scene.page.folded(at), "RECU" | "RECUE" | "AUTHENTIQUE" | "NOTARIE") || drawn_up {
            role = Role::Notary;
        } else if at > last && scene.is(at, "ETUDE") && at < last + 6 && scene.is(at - 1, "CETTE")
            || at < first && by(first) && ["DENONC", "SIGNIFI", "DELIVR", "INSTRUMENT"].iter().any(|stem| scene.page.folded(at).starts_with(stem))
            || deed && (one_of!(scene.page.folded(at), "CONSTAT" | "EXPLOIT") || by(first) && one_of!(scene.page.folded(at), "SAISIR" | "PROCES-VERBAL" | "SAISIE" | "SAISIE-ATTRIBUTION" | "COMMANDEMENT" | "SOMMATION" | "SIGNIFICATION") || scene.is(at, "SIGNIFICATION") && scene.is(at + 1, "DE") && scene.cue(at + 2).any(Cue::MAITRE)) && !scene.is(at + 1, "D'")
            || near && cue.any(Cue::BAILIFF)
            || near && scene.is(at, "JUSTICE") && at > 1 && one_of!(scene.page.folded(at - 2), "COMMISSAIRE" | "COMMISSAIRES")
        {
            role = Role::Bailiff;
        } else if near && cue.any(Cue::TRUSTEE) && same {
            role = Role::ThirdParty;
        }
    }
    (role, false)
}
