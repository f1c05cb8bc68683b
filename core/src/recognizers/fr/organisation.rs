//! Companies, associations, unions: the name with its form. Law firms and public bodies are apart.

use std::sync::LazyLock;

use super::{Reader, Rule};
use crate::context::{Cue, Page, Vocabulary, is_bar, trade_before_name};
use crate::lexicon::{Class, Lexicon};
use crate::model::{Confidence, Detection, Kind};
use crate::recognizers::figures::digits_at;
use crate::recognizers::spans_of;
use crate::recognizers::words::{CLOSING, close, flows, name_run, proper};
use crate::text::{Gap, Shape, Span, TokenKind, one_of};

const RULE: Rule = Rule {
    id: "fr/organisation",
    kind: Kind::Organisation,
    finds: "The name of a company, association or union, with its form.",
    source: "COJ art. R111-12 (personnes morales); Code civil art. 1835; Code de commerce art. L210-2",
};

pub(super) const READER: Reader = Reader { rules: &[RULE], find };

/// Types written in full that a name follows in lower-case prose.
const TYPES: &str = "\
    SOCIETE SOCIETES COMPAGNIE ASSOCIATION SYNDICAT ENTREPRISE CABINET GROUPE BANQUE MUTUELLE FONDATION FEDERATION COOPERATIVE AGENCE ENSEIGNE HOLDING GARAGE PHARMACIE BOULANGERIE GROUPEMENT RESTAURANT HOTEL ASSURANCES ETABLISSEMENTS \
    ETS TRANSPORTS CONSTRUCTIONS UNION AMICALE CONFEDERATION MARQUE CAISSE TABAC ORGANISATION LIGUE COLLECTIF COMITE CLUB TROUPE BAGAD EDITIONS ATELIERS CARROSSERIE MENUISERIE SCIERIE IMPRIMERIE LABORATOIRE LABORATOIRES CREDIT \
    RESIDENCE BAR CAFE BRASSERIE BISTROT SNACK PIZZERIA DISCOTHEQUE MAGASIN SUPERMARCHE BOUTIQUE SALON BUREAU JOURNAL MAGAZINE PLATEFORME CONCESSIONNAIRE BROCANTE AUBERGE BOUCHERIE EPICERIE FROMAGERIE CHARCUTERIE HEBDOMADAIRE QUOTIDIEN \
    COPROPRIETE IMMEUBLE HYPER BISCUITERIE CONSERVERIE BLANCHISSERIE JARDINERIE QUINCAILLERIE LAITERIE PATISSERIE LIBRAIRIE FONDERIE DISTILLERIE CREPERIE POISSONNERIE PRESSING CHOCOLATERIE ANIMALERIE BIJOUTERIE PARFUMERIE LAVERIE \
    COUVERTURES MESSAGERIES OFFICE SOUS-TRAITANT FRANCHISEUR ASSUREUR OPERATEUR PROMOTEUR CONSTRUCTEUR POMPES FOURNISSEUR PRESTATAIRE CHORALE FANFARE ORCHESTRE GESTION HEBERGEUR RADIO MICRO-ENTREPRISE AUTO-ENTREPRISE BAR-TABAC CAFE-BAR \
    BAR-RESTAURANT CAFE-RESTAURANT HOTEL-RESTAURANT NIGHT-CLUB PUB CABARET DANCING BOITE SUPERETTE HYPERMARCHE DROGUERIE MERCERIE SYNDIC COURTIER BAILLEUR COMMERCIAL OEUVRE ORGANISME \
    AUTO-ECOLE AMBULANCES TAXIS";

/// Types that a capital alone makes a part of a name: `auprès du Crédit Agricole des Landes`, not `un crédit Immobilier`.
const CAPITAL: &[&str] = &["CREDIT", "EDITIONS", "ATELIERS", "CLUB", "LIGUE", "COMITE", "BROCANTE", "HYPER", "OFFICE"];

/// Insurers, lenders, banks, shops and others whom a name alone tells.
const KNOWN: &str = "\
    MAIF MACIF MATMUT GMF MAAF MMA AXA ALLIANZ GENERALI GROUPAMA SWISSLIFE AVIVA CNP COVEA PACIFICA SMABTP MGEN AG2R KLESIA APICIL COFIDIS SOFINCO CETELEM FRANFINANCE COFINOGA LCL BNP CIC HSBC BPCE BRED NATIXIS BOURSORAMA AUCHAN LIDL \
    AIRBNB UBER DELIVEROO AMAZON VINTED DALKIA ALDI INTERMARCHE MONOPRIX FRANPRIX DECATHLON CASTORAMA DARTY FNAC IKEA CONFORAMA SFR BOUYGUES ENGIE ENEDIS GRDF VEOLIA AIRBUS MANPOWER ADECCO RANDSTAD FONCIA NEXITY CITYA";

/// Trades whose house is called after what it is beside: `le garage du Centre`, `la pharmacie des Arcades`.
fn is_house(word: &str) -> bool {
    one_of!(
        word,
        "GARAGE" | "PHARMACIE" | "BOULANGERIE" | "BOUCHERIE" | "EPICERIE" | "CAFE" | "BAR" | "RESTAURANT" | "BRASSERIE" | "BISTROT" | "SNACK" | "PIZZERIA" | "TABAC" | "AUBERGE" | "LIBRAIRIE" | "CREPERIE" | "BAR-TABAC" | "SUPERETTE" | "DISCOTHEQUE" | "PUB" | "PRESSING" | "SCIERIE" | "CARROSSERIE" | "HOTEL"
        | "AMBULANCES" | "TAXIS"
    )
}

/// Types that are no part of the name when they stand in lower case: `la société Duriez`, `l'enseigne « Duriez »`.
fn is_outside(word: &str) -> bool {
    one_of!(
        word,
        "SOUS-TRAITANT" | "FRANCHISEUR" | "ASSUREUR" | "OPERATEUR" | "PROMOTEUR" | "CONSTRUCTEUR" | "SOCIETE" | "SOCIETES" | "ENTREPRISE" | "ENSEIGNE" | "MARQUE" | "AGENCE" | "GROUPE" | "COMPAGNIE" | "TABAC" | "RESTAURANT" | "HOTEL" | "CABINET" | "GARAGE" | "PHARMACIE" | "BOULANGERIE" | "ETABLISSEMENTS" | "ETS" | "ORGANISATION"
        | "BRASSERIE" | "BISTROT" | "SNACK" | "PIZZERIA" | "DISCOTHEQUE" | "MAGASIN" | "SUPERMARCHE" | "BOUTIQUE" | "SALON" | "BUREAU" | "JOURNAL" | "MAGAZINE" | "PLATEFORME" | "CONCESSIONNAIRE" | "RESIDENCE" | "BAR" | "CAFE" | "CARROSSERIE" | "MENUISERIE" | "LABORATOIRE" | "BOUCHERIE" | "EPICERIE" | "HEBDOMADAIRE" | "QUOTIDIEN"
        | "IMMEUBLE" | "OFFICE" | "FOURNISSEUR" | "PRESTATAIRE" | "CHORALE" | "FANFARE" | "ORCHESTRE" | "GESTION" | "HEBERGEUR" | "RADIO" | "MICRO-ENTREPRISE" | "AUTO-ENTREPRISE" | "BAR-TABAC" | "CAFE-BAR" | "BAR-RESTAURANT" | "CAFE-RESTAURANT" | "HOTEL-RESTAURANT" | "NIGHT-CLUB" | "PUB" | "CABARET" | "DANCING"
        | "BOITE" | "SUPERETTE" | "HYPERMARCHE" | "DROGUERIE" | "MERCERIE" | "SYNDIC" | "COURTIER" | "BAILLEUR" | "COMMERCIAL" | "OEUVRE" | "ORGANISME" | "AUTO-ECOLE"
    )
}

/// Types whose name goes on over words in lower case: `Caisse de crédit du Ponant`, `Banque postale`.
fn is_spoken(word: &str) -> bool {
    one_of!(
        word,
        "CAISSE" | "BANQUE" | "FEDERATION" | "UNION" | "LIGUE" | "COOPERATIVE" | "MUTUELLE" | "CREDIT" | "ASSOCIATION" | "COMITE" | "CONFEDERATION" | "AMICALE" | "GROUPEMENT" | "COMPTOIR"
    )
}

/// Forms that the table of forms lacks: farms and land held in common.
const FORMS: &str = "GDPL ETA CUMA ONG ASL";

/// Forms after which a name may begin with its particle: `l'EARL de la Ville au Duc`.
const OF_LAND: &[&str] = &["EARL", "GAEC", "SCEA", "GFA", "GDPL", "ETA", "SICA", "CUMA", "SCI"];

/// Unions and federations that go by their initials.
const INITIALS: &str = "CGT CFDT CFTC CFE-CGC UNSA CNT SUD FNATH FDSEA FNSEA CGT-FO CNT-SOLIDARITE ATMP ADMR ADAPEI UDAF APEI UDAPEI APAJH CIDFF ACCA AAPPMA";

/// What may stand between the type and the name: `société anonyme dite`.
const BETWEEN: &[&str] = &[
    "ANONYME", "CIVILE", "IMMOBILIERE", "PROFESSIONNELLE", "A", "RESPONSABILITE", "LIMITEE", "PAR", "ACTIONS", "SIMPLIFIEE", "UNIPERSONNELLE", "DITE", "DENOMMEE", "COOPERATIVE", "D'", "ASSURANCES", "ASSURANCE", "EXPLOITATION", "AGRICOLE", "CIVIL",
    "DES", "COPROPRIETAIRES", "DEPARTEMENTALE", "DEPARTEMENTAL", "LOCALE", "SPORTIVE", "NATIONALE", "REGIONALE", "PROFESSIONNEL", "PROFESSIONNELS", "GENERALE", "MUTUELLE", "NON", "GOUVERNEMENTALE", "EN", "NOM", "COLLECTIF", "COMMANDITE", "SIMPLE", "FUNEBRES", "HABITATIONS", "LOYER", "MODERE", "HLM", "ECONOMIE", "MIXTE", "INDIVIDUELLE", "ADAPTEE", "LIGNE",
];

/// Words of the language that a company's name goes on over when they have a capital.
fn is_quality(word: &str) -> bool {
    one_of!(
        word,
        "GENERAL" | "GENERALE" | "FRANCAIS" | "FRANCAISE" | "SOCIAL" | "SOCIALE" | "LIBRE" | "CIVIL" | "CIVILE" | "PREMIER" | "PREMIERE" | "PUBLIC" | "PUBLIQUE" | "PRESENT" | "TITRE" | "SURVEILLANCE" | "FORMATION" | "CONSEIL" | "EST" | "DEFENSE"
    )
}

/// Prepositions that a capital and a name behind make a part of a name: `Vélos Sous Abri`.
fn is_link(word: &str) -> bool {
    one_of!(
        word,
        "SANS" | "POUR" | "AVEC" | "CONTRE" | "SOUS" | "SUR" | "DANS" | "ENTRE" | "HORS" | "TOUS" | "TOUTES" | "TOUT"
    )
}

const FORM: u8 = 1;
const INITIAL: u8 = 2;
const TYPE: u8 = 4;
const ALONE: u8 = 8;

static WORDS: LazyLock<Vocabulary<u8>> = LazyLock::new(|| {
    let listed = [(INITIALS, INITIAL), (TYPES, TYPE), (FORMS, FORM), (KNOWN, ALONE)].into_iter().flat_map(|(words, meaning)| words.split(' ').map(move |word| (word, meaning)));
    let forms = Lexicon::fr().entries_of(Class::COMPANY_FORM).map(|word| (word, FORM));
    Vocabulary::new(listed.chain(forms), |a, b| a | b)
});

fn find(page: &Page, found: &mut Vec<Detection>) {
    let mut free = 0;
    let words = page.meanings(&WORDS);
    for at in page.tokens_of(|word| page.word_cue(word).any(Cue::COMPANY) || words[word.0 as usize] != 0) {
        let token = &page.tokens()[at];
        if at < free || token.kind != TokenKind::Word {
            continue;
        }
        let folded = page.folded(at);
        let meaning = words[token.word.0 as usize];
        let (is_type, known) = (meaning & TYPE != 0, meaning & ALONE != 0 && token.is_capitalised());
        let initials = meaning & INITIAL != 0 || known;
        // `le bailleur social`, `la boîte de nuit`, `le nom commercial`: in lower case alone, and beside that word.
        let partial = one_of!(folded, "COMMERCIAL" | "BAILLEUR" | "OEUVRE" | "BOITE" | "ORGANISME");
        if partial && (token.shape != Shape::Lower || !(at.saturating_sub(2)..at + 3).any(|i| one_of!(page.folded(i), "NOM" | "SOCIAL" | "MAITRE" | "NUIT" | "FORMATION"))) {
            continue;
        }
        let form = meaning & FORM != 0 && (matches!(token.shape, Shape::Upper | Shape::Dotted) || token.shape == Shape::Title && one_of!(folded, "SARL" | "SASU" | "EURL" | "LTD" | "GMBH" | "LLC")) && folded.len() <= 6 && !is_type && !page.is_possessive(at);
        // `le directeur d'agence Zorkine`: whose trade it is.
        if is_type && trade_before_name(page, at) && proper(page, at + 1) {
            continue;
        }
        // `la caisse primaire d'assurance maladie de la Drôme`: nothing inside it is a company either.
        if page.class(at).any(Class::PHRASE_START) && let Some(last) = page.phrase(at, Class::PUBLIC_BODY).filter(|&last| last > at) {
            free = last + 1;
            continue;
        }
        // A company of gendarmes, a vehicle's make, `fonds C 212`.
        let make = folded == "MARQUE" && at > 0 && page.folded(at - 1) == "DE";
        let public = make || folded == "COMPAGNIE" && (at.saturating_sub(6)..at + 9).any(|i| one_of!(page.folded(i), "GENDARMERIE" | "BRIGADE" | "CRS"));
        let parcel = form && page.tokens().get(at + 1).is_some_and(|next| next.span.len() < 3) && digits_at(page, at + 2) > 0;
        if public || parcel || !(form || is_type || initials) || page.cue(at).any(Cue::LAW_FIRM.or(Cue::PUBLIC).or(Cue::STREET).or(Cue::ESTABLISHMENT)) || folded == "SE" && token.shape != Shape::Dotted || one_of!(folded, "RESIDENCE" | "IMMEUBLE") && page.cue_before(at, 3, &["COPROPRIETAIRES"]).is_none() || folded == "GESTION" && page.cue_before(at, 2, &["CENTRE", "ORGANISME"]).is_none() {
            continue;
        }
        if let Some((first, last)) = club(page, at).filter(|&(first, _)| first >= free) {
            found.push(Detection::new(RULE.id, RULE.kind, page.document.span_of(first, last), Confidence::Probable));
            free = last + 1;
            continue;
        }
        let named = if let Some(house) = house(page, at) { Some(house) } else if known || initials && (matches!(token.shape, Shape::Upper | Shape::Dotted) || token.shape != Shape::Lower && folded.contains('-')) { Some(of_initials(page, at)) } else if token.shape == Shape::Lower && CAPITAL.contains(&folded) { of_trade(page, at) } else { name(page, at, form).or_else(|| spoken(page, at)).or_else(|| of_trade(page, at)) };
        if let Some((first, last)) = named.or_else(|| if form { before_form(page, at, free) } else { None }).or_else(|| in_apposition(page, at, free)) {
            // The form is a part of the name, and a type that a capital or a union's name makes one.
            let outside = is_outside(folded) && token.shape == Shape::Lower && first > at || initials;
            let first = if outside || first < at { first } else { at };
            let known = (first..first + 3).any(|i| i <= last && words[page.tokens()[i].word.0 as usize] & ALONE != 0) || initials && token.shape == Shape::Upper;
            // `AXA France`, but `la SA MAAF et Zorka Bilko`: what certainly is a company bars persons, so nobody may stand in it.
            let plain = |i: usize| !page.is_capitalised(i) || words[page.tokens()[i].word.0 as usize] != 0 || page.cue(i).any(Cue::COMPANY) || page.shape(i) == Shape::Upper && page.folded(i).len() < 5 && !page.class(i).any(Class::GIVEN.union(Class::FAMILY)) || page.class(i).any(Class::COUNTRY.union(Class::REGION)) || page.class(i).any(Class::WORD.union(Class::COMPANY_FORM)) && !page.class(i).any(Class::GIVEN_COMMON);
            let known = known && (first..=last).all(|i| plain(i) && page.folded(i) != "ET");
            let confidence = if known { Confidence::Certain } else if form || token.shape == Shape::Lower { Confidence::Strong } else { Confidence::Probable };
            found.push(Detection::new(RULE.id, RULE.kind, page.document.span_of(first, last), confidence));
            free = last + 1;
            // `les sociétés Altea, Novea et Baticam`
            while folded == "SOCIETES" && one_of!(page.folded(free), "," | "ET") && !page.cue(free + 1).any(Cue::COMPANY) && !page.class(free + 1).any(Class::GIVEN_COMMON) && let Some((first, last)) = name(page, free, false).filter(|&(first, _)| first == free + 1) {
                found.push(Detection::new(RULE.id, RULE.kind, page.document.span_of(first, last), Confidence::Probable));
                free = last + 1;
            }
        }
    }
    families(page, found);
    short_names(page, found);
    cells(page, found);
    traders(page, found);
    employers(page, found);
    bare(page, found);
}

/// `le garage du Centre`, `la pharmacie des Arcades`: a trade in lower case, the article in its preposition, no town.
fn house(page: &Page, at: usize) -> Option<(usize, usize)> {
    let of = match page.folded(at + 1) {
        "DU" | "DES" => at + 2,
        "DE" if one_of!(page.folded(at + 2), "LA" | "L'") => at + 3,
        _ => return None,
    };
    let named = is_house(page.folded(at)) && page.shape(at) == Shape::Lower && (at + 1..=of).all(|i| close(page, i)) && (at + 1..of).all(|i| page.shape(i) == Shape::Lower || page.kind(i) == TokenKind::Elision);
    let town = page.phrase(of - 1, Class::PLACE).is_some();
    if !named || !proper(page, of) || town || page.class(of).any(Class::GIVEN_COMMON) || page.cue(of).any(CLOSING.or(Cue::COURT).or(Cue::STATUTE).or(Cue::PUBLIC).or(Cue::OFFICE_OF_COURT).or(Cue::COMPANY)) {
        return None;
    }
    Some((at, name_run(page, of, 4)?))
}

/// `Caisse de crédit du Ponant`, `la Banque postale`: a type with a capital, words in lower case, a name or the end of them.
fn spoken(page: &Page, at: usize) -> Option<(usize, usize)> {
    fn is_office(word: &str) -> bool {
        one_of!(
            word,
            "SYNDICAT" | "AGENCE" | "BUREAU" | "GROUPE" | "SOCIETE" | "SOCIETES" | "COMPAGNIE" | "ORGANISATION" | "MARQUE" | "RESIDENCE" | "IMMEUBLE" | "ENSEIGNE" | "HOTEL" | "CABINET" | "ENTREPRISE" | "COMITE" | "JOURNAL" | "CREDIT"
        )
    }
    let lower = |i: usize| page.tokens().get(i).is_some_and(|token| matches!(token.kind, TokenKind::Word | TokenKind::Elision) && token.shape == Shape::Lower) && close(page, i);
    // `à la Pharmacie du Val`: a trade with a capital and what joins it to its name.
    let body = is_spoken(page.folded(at));
    if page.shape(at) != Shape::Title || !body && is_office(page.folded(at)) {
        return None;
    }
    let joint = |i: usize| one_of!(page.folded(i), "DE" | "DU" | "DES" | "D'" | "LA" | "L'");
    let word = |i: usize| body && page.bytes(i) > 3 && !page.cue(i).any(Cue::STOP.or(Cue::ARTICLE).or(Cue::PLACE_PREP));
    let after = (at + 1..at + 8).find(|&i| !(lower(i) && (joint(i) || word(i)))).unwrap_or(at + 8);
    // `postale`, `populaire`: one adjective right behind the type, after an article.
    let adjective = page.folded(at) == "BANQUE" && at > 0 && page.cue(at - 1).any(Cue::ARTICLE) && after > at + 1 && word(at + 1) && !joint(at + 1) && ["ALE", "AIRE", "EL", "ELLE", "OLE", "IQUE", "AISE", "ENNE"].iter().any(|end| page.folded(at + 1).ends_with(end));
    let named = after > at + 1 && (joint(after - 1) || one_of!(page.folded(at), "CAISSE" | "BANQUE") && !page.class(after).any(Class::FAMILY)) && proper(page, after) && close(page, after) && !page.class(after).any(Class::GIVEN) && !page.cue(after).any(CLOSING.or(Cue::COURT).or(Cue::STATUTE).or(Cue::PUBLIC));
    if named {
        let last = name_run(page, after, 5)?;
        // `Caisse régionale de Crédit agricole mutuel du Ponant`
        let onward = (last + 1..last + 6).find(|&i| !(lower(i) && (joint(i) || word(i)))).filter(|&i| i > last + 2 && joint(i - 1) && word(last + 1) && proper(page, i) && close(page, i));
        return Some((at, onward.and_then(|onward| name_run(page, onward, 4)).unwrap_or(last)));
    }
    // `la Mutuelle des soignants franciliens`
    if body && at > 0 && page.cue(at - 1).any(Cue::ARTICLE) && page.shape(at - 1) == Shape::Lower && page.folded(at + 1) == "DES" && (at + 2..at + 4).all(|i| lower(i) && word(i) && !joint(i)) && page.folded(at + 2).ends_with('S') && page.folded(at + 3).ends_with('S') {
        return Some((at, at + 3));
    }
    // `la Caisse ligérienne de dépôts`: the adjective of a place, and what follows it.
    let region = at > 0 && page.cue(at - 1).any(Cue::ARTICLE) && lower(at + 1) && ["IENNE", "AISE", "OISE", "ANDE"].iter().any(|end| page.folded(at + 1).ends_with(end)) && page.class(at + 1).any(Class::WORD) && !page.cue(at + 1).any(Cue::STOP);
    if region && body {
        let of = one_of!(page.folded(at + 2), "DE" | "DES" | "D'") && lower(at + 3) && word(at + 3);
        return Some((at, at + 1 + 2 * usize::from(of)));
    }
    adjective.then_some((at, at + 1))
}

/// `l'entreprise de charpente Duriez Toitures`, `le groupement pastoral du Val`: a type in lower case, its trade, then the name.
fn of_trade(page: &Page, at: usize) -> Option<(usize, usize)> {
    const ENDS: &[&str] = &["AL", "ALE", "EE", "EL", "ELLE", "IQUE", "AIRE", "AISE", "AINE", "IEN", "IENNE", "IF", "IVE", "OLE", "ANTE", "ESSE", "IER", "IERE", "ABLE", "IEL", "ISTE"];
    const BODIES: &[&str] = &["GROUPEMENT", "AMICALE", "COMITE", "COOPERATIVE", "SYNDICAT", "CLUB", "ASSOCIATION", "UNION", "FEDERATION", "COLLECTIF", "MUTUELLE"];
    const OTHERS: &[&str] = &["MIXTE", "INTERCOMMUNAL", "MALFAITEURS", "INTERET", "CONCILIATION", "PROBATION"];
    let lower = |i: usize| page.tokens().get(i).is_some_and(|token| token.shape == Shape::Lower || token.kind == TokenKind::Elision) && close(page, i);
    let of = |i: usize| one_of!(page.folded(i), "DE" | "D'" | "DU" | "DES");
    let noun = |i: usize| lower(i) && page.kind(i) == TokenKind::Word && page.bytes(i) > 3 && !page.cue(i).any(Cue::ARTICLE.or(Cue::PUBLIC).or(Cue::COURT).or(Cue::KIN)) && (!page.cue(i).any(Cue::STOP) || is_quality(page.folded(i))) && !OTHERS.contains(&page.folded(i));
    let adjectives = |from: usize| (from..from + 3).find(|&i| !(noun(i) && ENDS.iter().any(|end| page.folded(i).trim_end_matches('S').ends_with(end)))).unwrap_or(from + 3);
    if !lower(at) {
        return None;
    }
    let mut end = adjectives(at + 1);
    // `de nettoyage`, `de gardiennage et de surveillance`
    while end < at + 9 && lower(end) && (of(end) && noun(end + 1) || page.folded(end) == "ET" && (noun(end + 1) || of(end + 1) && noun(end + 2))) {
        let joints = (end..end + 2).take_while(|&i| !noun(i)).count();
        end = adjectives(end + joints + 1);
    }
    // `au club Ubaye Rando`
    let club = page.folded(at) == "CLUB" && at > 0 && page.cue(at - 1).any(Cue::ARTICLE);
    if end == at + 1 && !club || page.class(end).any(Class::GIVEN_COMMON) {
        return None;
    }
    let elided = page.tokens().get(end).is_some_and(|token| token.kind == TokenKind::Elision && token.shape == Shape::Title) && proper(page, end + 1);
    if (elided || proper(page, end)) && close(page, end) {
        return name(page, end - 1, false);
    }
    let place = end + 1 + usize::from(one_of!(page.folded(end + 1), "LA" | "L'"));
    let body = BODIES.contains(&page.folded(at)) && lower(end) && of(end) && proper(page, place) && close(page, place) && !page.class(place).any(Class::GIVEN_COMMON) && !page.cue(place).any(CLOSING.or(Cue::COURT).or(Cue::STATUTE).or(Cue::PUBLIC));
    if body { Some((at, name_run(page, place, 5)?)) } else { None }
}

/// `Sporting Club des Lilas`, `Football Club de Maury`: the words with a capital before, the place behind.
fn club(page: &Page, at: usize) -> Option<(usize, usize)> {
    if page.folded(at) != "CLUB" || page.shape(at) != Shape::Title {
        return None;
    }
    let first = (at.saturating_sub(3)..at).rev().take_while(|&i| proper(page, i) && close(page, i + 1) && !page.cue(i).any(Cue::STOP)).last().unwrap_or(at);
    let place = (at + 1..at + 4).find(|&i| proper(page, i)).filter(|&place| (at + 1..place).all(|i| page.cue(i).any(Cue::PARTICLE)) && (at + 1..=place).all(|i| close(page, i)));
    let last = place.and_then(|place| name_run(page, place, 4)).unwrap_or(at);
    (first < at).then_some((first, last))
}

/// Appends a company, unless one of `known` stands there.
fn add(known: &[Span], span: Span, confidence: Confidence, found: &mut Vec<Detection>) {
    if !known.iter().any(|known| known.overlaps(span)) {
        found.push(Detection::new(RULE.id, RULE.kind, span, confidence));
    }
}

/// Appends what a company is called without its form, wherever it stands again: `SCI Comptoir du Val`, then `Comptoir du Val`.
fn bare(page: &Page, found: &mut Vec<Detection>) {
    let known = spans_of(found, RULE.kind);
    for span in &known {
        let (from, last) = (page.document.token_at(span.start), page.document.token_at(span.end - 1));
        let form = |i: usize| page.cue(i).any(Cue::COMPANY.or(Cue::ARTICLE)) && (page.shape(i) == Shape::Lower || page.class(i).any(Class::COMPANY_FORM) && page.folded(i).len() < 6 || page.cue(i).any(Cue::COMPANY) && proper(page, i + 1)) || FORMS.split(' ').any(|word| word == page.folded(i)) || page.kind(i) == TokenKind::Symbol;
        let Some(first) = (from..=last).find(|&i| !form(i)).filter(|&first| proper(page, first)) else { continue };
        let words = (first..=last).filter(|&i| page.kind(i) == TokenKind::Word && page.is_capitalised(i)).count();
        if words < 2 || (first..=last).any(|i| page.class(i).any(Class::GIVEN_COMMON)) {
            continue;
        }
        // `Les Amis des ânes du Val`, then `les Amis des ânes`: its first words, two at least.
        let content = |i: usize| page.kind(i) == TokenKind::Word && page.bytes(i) > 2 && !page.cue(i).any(Cue::PARTICLE.or(Cue::STOP));
        let first = first + usize::from(page.cue(first).any(Cue::ARTICLE) && first < last);
        for &at in page.document.places(page.tokens()[first].word) {
            let at = at as usize;
            let same = (0..=last - first).take_while(|&i| at + i < page.tokens().len() && page.tokens()[at + i].word == page.tokens()[first + i].word && (i == 0 || page.gap(at + i) <= Gap::Line));
            let Some(end) = same.filter(|&i| content(first + i)).last().filter(|&end| end > 0 && page.is_capitalised(at)) else { continue };
            add(&known, page.document.span_of(at, at + end), Confidence::Probable, found);
        }
    }
}

/// Appends `Meunier & Fils`, `Petit Frères`: what a family trades under, without a form.
fn families(page: &Page, found: &mut Vec<Detection>) {
    let known = spans_of(found, RULE.kind);
    for end in page.tokens_called(&["FILS", "FRERES", "CIE", "FILLE", "FILLES"], |at| at > 1 && page.shape(at) == Shape::Title && close(page, at)) {
        let joined = one_of!(page.folded(end - 1), "&" | "ET") && close(page, end - 1);
        if !joined && page.folded(end) != "FRERES" {
            continue;
        }
        let name = |i: usize| proper(page, i) && page.kind(i) == TokenKind::Word && !page.cue(i).any(CLOSING.or(Cue::STOP)) || page.is_symbol(i, "-");
        let behind = end - usize::from(joined);
        let first = (behind.saturating_sub(4)..behind).rev().take_while(|&i| name(i) && close(page, i + 1)).last();
        let span = first.filter(|&first| proper(page, first)).map(|first| page.document.span_of(first, end));
        if let Some(span) = span.filter(|span| known.binary_search(span).is_err()) {
            found.push(Detection::new(RULE.id, RULE.kind, span, Confidence::Probable));
        }
    }
}

/// Appends `Ligérie Habitat`, `Sofidec Financement`: a trade with a capital within a run of capitals, one of which is no word of the language.
fn traders(page: &Page, found: &mut Vec<Detection>) {
    let known = spans_of(found, RULE.kind);
    let part = |i: usize| proper(page, i) && page.kind(i) == TokenKind::Word && !page.cue(i).any(CLOSING.or(Cue::STOP).or(Cue::COURT).or(Cue::STATUTE).or(Cue::PUBLIC).or(Cue::LAW_FIRM).or(Cue::MONTH).or(Cue::OFFICE_OF_COURT)) || page.is_symbol(i, "&");
    for at in page.tokens_of(|word| page.word_cue(word).any(Cue::SECTOR)) {
        let first = (at.saturating_sub(4)..at).rev().take_while(|&i| part(i) && close(page, i + 1)).last().unwrap_or(at);
        let last = (at + 1..at + 4).take_while(|&i| part(i) && close(page, i)).last().unwrap_or(at);
        let (first, last) = (first + usize::from(page.is_symbol(first, "&")), last - usize::from(page.is_symbol(last, "&")));
        let name = |i: usize| i != at && page.kind(i) == TokenKind::Word && page.bytes(i) > 3 && !page.class(i).any(Class::WORD) && !page.cue(i).any(Cue::COMPANY);
        let shaped = (first..last).all(|i| page.kind(i) != TokenKind::Word || page.shape(i) == page.shape(last) || page.folded(i).contains('-'));
        if page.is_capitalised(at) && shaped && (first..=last).any(name) && !(first..=last).any(|i| page.class(i).any(Class::GIVEN_COMMON)) {
            add(&known, page.document.span_of(first, last), Confidence::Possible, found);
        }
    }
}

/// Appends `un emploi chez Primeurs Duriez`: a name of two words that no given name opens, one of them a word of the language.
fn employers(page: &Page, found: &mut Vec<Detection>) {
    let known = spans_of(found, RULE.kind);
    // `embauché par Carrefour Duriez`
    let employs = ["CHEZ", "EMBAUCHE", "EMBAUCHEE", "RECRUTE", "RECRUTEE", "EMPLOYE", "EMPLOYEE", "LICENCIE", "LICENCIEE", "SALARIE", "SALARIEE", "EMPLOYEUR", "AUPRES", "TRAVAILLE", "TRAVAILLAIT"];
    for at in page.all_called(&employs) {
        let host = at + usize::from(one_of!(page.folded(at + 1), "PAR" | "DE" | "D'" | "POUR"));
        if host == at && page.folded(at) != "CHEZ" {
            continue;
        }
        let Some(last) = Some(host + 1).filter(|&first| proper(page, first) && close(page, first)).and_then(|first| name_run(page, first, 5)) else { continue };
        let word = |i: usize| page.class(i).any(Class::WORD) && !page.class(i).any(Class::FAMILY.union(Class::GIVEN)) && page.bytes(i) > 4;
        let other = (host + 1..=last).any(|i| page.class(i).any(Class::GIVEN) || page.cue(i).any(CLOSING.or(Cue::KIN).or(Cue::LAW_FIRM).or(Cue::PUBLIC).or(Cue::OFFICE_OF_COURT)));
        // `chez Zorka DEDANS`: as courts write who lives there.
        let somebody = last == host + 2 && page.shape(host + 1) == Shape::Title && page.shape(last) == Shape::Upper && !page.class(host + 1).any(Class::WORD);
        if last > host + 1 && !other && !somebody && (host + 1..=last).any(word) {
            add(&known, page.document.span_of(host + 1, last), Confidence::Possible, found);
        }
    }
}

/// Appends the cells of columns headed `Créancier`, `Assureur`, in capitals. At once when no word of the document is such a head.
fn cells(page: &Page, found: &mut Vec<Detection>) {
    const HEADS: [&str; 8] = ["CREANCIER", "CREANCIERS", "SOCIETE", "SOCIETES", "ASSUREUR", "ORGANISME", "ORGANISMES", "BANQUE"];
    if !HEADS.iter().any(|head| page.document.find(head).is_some()) {
        return;
    }
    let known = spans_of(found, RULE.kind);
    let tables = page.tables();
    let opens = |at: usize| page.gap(at) >= Gap::Wide || is_bar(page, at - 1);
    for at in page.document.capitals().filter(|&at| at > 0 && page.shape(at) == Shape::Upper && page.bytes(at) > 3 && opens(at)) {
        let head = tables.head(page, at);
        let other = page.class(at).any(Class::GIVEN.union(Class::PUBLIC_BODY)) || page.cue(at).any(CLOSING.or(Cue::PUBLIC).or(Cue::COURT).or(Cue::STOP));
        if head.len() < 3 && !other && head.clone().any(|at| HEADS.contains(&page.folded(at))) && let Some(last) = name_run(page, at, 5).filter(|&last| opens(last + 1) || is_bar(page, last + 1)) {
            add(&known, page.document.span_of(at, last), Confidence::Probable, found);
        }
    }
}

/// Appends every mention of a short name in capitals that the text gives a company: `(ci-après « LDV »)`.
fn short_names(page: &Page, found: &mut Vec<Detection>) {
    const BETWEEN: &[&str] = &["DENOMMEE", "DENOMME", "DESIGNEE", "DESIGNE", "DITE", "APPELEE", "NOMMEE", ":", "«", "\"", "LA", "SOCIETE", "PAR", ","];
    for said in page.all_called(&["CI-APRES"]) {
        let short = (said + 1..said + 7).find(|&at| !BETWEEN.contains(&page.folded(at)));
        let Some(short) = short.filter(|&at| page.tokens().get(at).is_some_and(|token| token.shape == Shape::Upper && token.span.len() > 2)) else { continue };
        let company = page.before(said, 25).find(|&at| page.cue(at).any(Cue::COMPANY.or(Cue::CIVILITY).or(Cue::PUBLIC))).is_some_and(|at| page.cue(at).any(Cue::COMPANY));
        let ends = one_of!(page.folded(short + 1), "»" | "\"" | ")" | ",");
        if !company || !ends || page.cue(short) != Cue::NONE || page.class(short).any(Class::GIVEN.union(Class::PUBLIC_BODY)) {
            continue;
        }
        for &at in page.document.places(page.tokens()[short].word) {
            if page.shape(at as usize) == Shape::Upper {
                found.push(Detection::new(RULE.id, RULE.kind, page.tokens()[at as usize].span, Confidence::Probable));
            }
        }
    }
}

/// `CGT des métaux`, `SUD Santé Sociaux`, or the initials alone.
fn of_initials(page: &Page, at: usize) -> (usize, usize) {
    let mut last = at;
    while last < at + 4 && close(page, last + 1) && proper(page, last + 1) && !page.cue(last + 1).any(CLOSING.or(Cue::STOP).or(Cue::LAW_FIRM)) && (!page.class(last + 1).any(Class::GIVEN) || page.folded(last + 1) == "FRANCE") && !one_of!(page.folded(last + 1), "CAISSE" | "COMPAGNIE" | "SOCIETE" | "MUTUELLE" | "BANQUE" | "RCS") {
        last += 1;
    }
    // `CFDT Santé 74`
    let last = last + usize::from(last > at && digits_at(page, last + 1) == 2 && page.gap(last + 1) == Gap::Space);
    let local = at > 0 && one_of!(page.folded(at - 1), "UL" | "UD") && matches!(page.shape(at - 1), Shape::Upper | Shape::Dotted) && close(page, at);
    (at - usize::from(local), branch(page, last))
}

/// `des métaux de Loire`: the branch and its place after the name that ends at `last`.
fn branch(page: &Page, last: usize) -> usize {
    let of = |i: usize| one_of!(page.folded(i), "DE" | "DU" | "DES" | "D'") && close(page, i);
    let trade = page.tokens().get(last + 2).is_some_and(|token| token.kind == TokenKind::Word && token.shape == Shape::Lower);
    if of(last + 1) && trade && of(last + 3) && proper(page, last + 4) {
        return last + 4;
    }
    // `FDSEA du Gers`, `U.L. CGT de Florange`: a union's initials and its place.
    let place = last + 2 + usize::from(one_of!(page.folded(last + 2), "LA" | "L'") && page.shape(last + 2) != Shape::Title);
    let initials = INITIALS.split(' ').any(|word| word == page.folded(last)) && of(last + 1) && proper(page, place) && !page.class(place).any(Class::GIVEN_COMMON) && !page.cue(place).any(CLOSING) && !page.cue(place).any(Cue::STOP.minus(Cue::ARTICLE));
    if initials { page.phrase(place, Class::PLACE.union(Class::REGION)).unwrap_or(place) } else { last }
}

/// The name before a form that closes it: `Garage Moreau SARL`.
fn before_form(page: &Page, at: usize, free: usize) -> Option<(usize, usize)> {
    if digits_at(page, at + 1) > 0 && page.folded(at).len() < 3 {
        return None;
    }
    let part = |i: usize| proper(page, i) && (!page.cue(i).any(CLOSING.or(Cue::STOP).or(Cue::COURT).or(Cue::LAW_FIRM).or(Cue::STATUTE)) || is_quality(page.folded(i)) && i + 1 == at) && close(page, i + 1);
    let first = (free.max(at.saturating_sub(5))..at).rev().take_while(|&i| part(i) || page.is_symbol(i, "&")).last()?;
    let first = (first..at).find(|&i| proper(page, i))?;
    (page.shape(first) != Shape::Initial).then_some((first, at))
}

/// The name before its form in apposition: `NOVEA, société par actions simplifiée`, `NOVEA, SAS au capital de`.
fn in_apposition(page: &Page, at: usize, free: usize) -> Option<(usize, usize)> {
    let typed = page.folded(at) == "SOCIETE" && one_of!(page.folded(at + 1), "ANONYME" | "PAR" | "A" | "CIVILE" | "EN" | "COOPERATIVE");
    let capital = page.folded(at + 1) == "AU" && page.folded(at + 2) == "CAPITAL";
    let last = at.checked_sub(2).filter(|&last| last >= free && page.is_symbol(at - 1, ",") && (typed || capital))?;
    let part = |i: usize| (proper(page, i) && !page.cue(i).any(CLOSING.or(Cue::STOP).or(Cue::COURT).or(Cue::STATUTE)) || page.is_symbol(i, "&") || page.is_symbol(i, "-")) && close(page, i + 1);
    let first = (free.max(last.saturating_sub(5))..=last).rev().take_while(|&i| part(i)).last()?;
    let name = proper(page, first) && proper(page, last) && page.shape(first) != Shape::Initial && !(first..=last).any(|i| page.class(i).any(Class::GIVEN_COMMON));
    name.then_some((first, last))
}

fn capitals(page: &Page, at: usize) -> bool {
    page.shape(at) == Shape::Upper && close(page, at) && !page.cue(at).any(CLOSING)
}

/// True for a word with a capital behind the link at `at`, a person's none, over an article with a capital.
fn linked(page: &Page, at: usize) -> bool {
    let next = at + 1 + usize::from(page.cue(at + 1).any(Cue::ARTICLE) && proper(page, at + 1));
    page.gap(at) == Gap::Space && (at + 1..=next).all(|i| proper(page, i) && close(page, i)) && !page.class(next).any(Class::GIVEN_COMMON)
}

/// What goes on a sentence in capitals: `LA SOCIETE LEGENDRE EST ETABLIE`.
fn is_verb(word: &str) -> bool {
    one_of!(word, "EST" | "SONT" | "ETAIT" | "SERA" | "DOIT" | "DEMANDE" | "SOUTIENT" | "FAIT" | "REPLIQUE" | "CONCLUT")
}

/// How many particles in lower case open the name at `first` of land held in common: `de la Ville au Duc`.
fn particles_of_land(page: &Page, first: usize) -> usize {
    let lower = |i: usize| page.shape(i) == Shape::Lower && close(page, i);
    let of = lower(first) && one_of!(page.folded(first), "DE" | "DU" | "DES");
    let article = of && lower(first + 1) && one_of!(page.folded(first + 1), "LA" | "L'");
    let count = usize::from(of) + usize::from(article);
    if proper(page, first + count) && close(page, first + count) { count } else { 0 }
}

/// First and last token of the name after the form or type at `at`.
fn name(page: &Page, at: usize, form: bool) -> Option<(usize, usize)> {
    let mut first = at + 1;
    let mut particles = if form && OF_LAND.contains(&page.folded(at)) { particles_of_land(page, first) } else { 0 };
    while first < at + 8 && page.gap(first) <= Gap::Line {
        let word = page.folded(first);
        let lower = page.shape(first) == Shape::Lower || page.kind(first) == TokenKind::Elision;
        if one_of!(word, "«" | "\"" | "'") || (lower || word == "HLM") && BETWEEN.contains(&word) && particles == 0 && !(word == "A" && proper(page, first + 1)) || form && page.cue(first).any(Cue::COMPANY) && !(page.cue(first).any(Cue::ESTABLISHMENT) && page.cue(first + 1).any(Cue::PARTICLE)) && (lower || page.tokens().get(first + 1).is_none_or(|next| next.shape != Shape::Lower)) {
            first += 1;
        } else {
            break;
        }
    }
    // `la société civile immobilière du Vieux Moulin`
    if one_of!(page.folded(first - 1), "IMMOBILIERE" | "AGRICOLE") && page.folded(at) == "SOCIETE" {
        particles = particles_of_land(page, first);
    }
    let opening = first + particles;
    // `l'association « Femmes du Val debout »`: all that the quotes hold, when a capital opens it.
    if first > at + 1 && page.folded(first - 1) == "«" && proper(page, opening) && let Some(closing) = (first + 1..first + 9).take_while(|&i| page.gap(i) <= Gap::Line).find(|&i| page.folded(i) == "»") {
        return Some((first, closing - 1));
    }
    // `GARAGE      NEANT`: another cell; `la SNC⏎Ayant pour avocat`: another line.
    let line = form && page.gap(first) == Gap::Line && !flows(page, first) && page.shape(first) == Shape::Title && page.class(first).any(Class::WORD);
    if line || page.gap(first) > Gap::Line || page.gap(first) == Gap::Wide && !close(page, first) || page.folded(opening) == "AUX" && page.cue(opening + 1).any(Cue::STOP) || !(proper(page, opening) || page.tokens().get(opening).is_some_and(|t| t.kind == TokenKind::Elision && t.shape != Shape::Lower)) {
        return None;
    }
    let mut last = None;
    let mut next = opening;
    let mut words = 0;
    while words < 7 && next < page.tokens().len() {
        let token = &page.tokens()[next];
        if next > first && !close(page, next) {
            break;
        }
        let word = page.folded(next);
        let cue = page.cue(next);
        if page.leaves_company(at, next) {
            break;
        }
        if token.kind == TokenKind::Symbol {
            if !one_of!(word, "&" | "-" | "'" | "." | "+" | "/") || !(proper(page, next + 1) && close(page, next + 1)) || word == "." && page.gap(next + 1) != Gap::None || word == "/" && page.folded(next - 1) == "C" {
                break;
            }
        } else if token.is_capitalised() || token.kind == TokenKind::Number && next > first && token.span.len() < 5 && page.folded(next + 1) != "EUROS" {
            // `AZUR SENIORS DOMICILE`
            let home = word == "DOMICILE" && words > 0 && token.shape == page.shape(next - 1) && !one_of!(page.folded(next + 1), ":" | "A" | "AU") && digits_at(page, next + 1) == 0;
            if cue.any(CLOSING.or(Cue::LAW_FIRM)) && !cue.any(Cue::HONOUR) && !home || words > 0 && cue.any(Cue::STOP) && token.shape != Shape::Upper && !is_quality(word) && !(is_link(word) && linked(page, next) || cue.any(Cue::ARTICLE) && is_link(page.folded(next - 1)) || page.document.original_at(next) == "À" && capitals(page, next - 1) && capitals(page, next + 1)) && !cue.any(Cue::COMPANY) && page.kind(next - 1) != TokenKind::Elision || cue.any(Cue::MONTH) || words > 0 && token.shape != Shape::Title && is_verb(word) && page.kind(next - 1) != TokenKind::Elision && page.folded(next - 1) != "L" {
                break;
            }
            last = Some(next);
            words += 1;
        } else if token.kind == TokenKind::Elision && proper(page, next + 1) {
            if token.shape == Shape::Lower && words == 0 {
                break;
            }
        } else if !(one_of!(word, "DE" | "DU" | "DES" | "LA" | "LE" | "LES" | "ET" | "EN" | "SUR" | "A" | "AU" | "AUX" | "FILS" | "FILLE" | "FILLES" | "SOEURS" | "FRERES" | "PERE" | "DER" | "VAN" | "VON" | "TEN" | "DEN" | "DELLA") && words > 0) {
            break;
        } else if one_of!(word, "FILS" | "FILLE" | "FILLES" | "SOEURS" | "FRERES") || word == "PERE" && page.folded(next + 1) == "ET" {
            last = Some(next);
        } else {
            // `X et fils`, `Y de France`: go on only towards a capital; `et` towards a person or another company does not join.
            let onward = (next + 1..next + 4).find(|&i| !page.cue(i).any(Cue::PARTICLE) || proper(page, i));
            // `la SA ZETA et Zorka Bilko`
            let person = word == "ET" && onward.is_some_and(|i| (page.class(i).any(Class::GIVEN) || page.shape(next - 1) == Shape::Upper && !page.class(i).any(Class::WORD)) && page.shape(i) == Shape::Title);
            if !one_of!(page.folded(next + 1), "FILS" | "FILLE" | "FILLES" | "SOEURS" | "FRERES" | "CIE" | "COMPAGNIE" | "ASSOCIES") && (!onward.is_some_and(|i| proper(page, i) && close(page, i)) || person || word == "ET" && onward.is_some_and(|i| page.cue(i).any(Cue::COMPANY)) || word == "A" && page.phrase(next + 1, Class::PLACE).is_some()) {
                break;
            }
        }
        next += 1;
    }
    let last = branch(page, last?);
    // `La Normande des transports`: a trade in lower case goes on a name that opens with its article.
    // `Concorde Assurances générales`
    let general = last > first && page.cue(last).any(Cue::COMPANY) && close(page, last + 1) && one_of!(page.folded(last + 1), "GENERALES" | "GENERALE" | "MUTUELLES" | "MUTUELLE" | "REUNIES" | "REUNIS" | "ASSOCIES" | "ASSOCIEES");
    let last = last + usize::from(general);
    let trade = page.cue(first).any(Cue::ARTICLE) && last > first && one_of!(page.folded(last + 1), "DE" | "DU" | "DES" | "D'") && (last + 1..last + 3).all(|i| close(page, i)) && page.tokens().get(last + 2).is_some_and(|token| token.kind == TokenKind::Word && token.shape == Shape::Lower && token.span.len() > 3);
    let last = last + 2 * usize::from(trade);
    let alone = first == last && page.shape(first) == Shape::Initial;
    let public = page.class(first).any(Class::PUBLIC_BODY) || page.cue(first).any(Cue::PUBLIC);
    let noun = first + usize::from(page.cue(first).any(Cue::PARTICLE));
    let office = page.cue(noun).any(Cue::JUDGE.or(Cue::CLERK).or(Cue::PROSECUTOR)) && noun > first || one_of!(page.folded(noun), "JUGEMENT" | "CONCILIATION" | "DEPARTAGE" | "AIDE");
    let stop = first == last && page.cue(first).any(Cue::STOP.or(Cue::COURT).or(Cue::STATUTE).or(Cue::ARTICLE));
    (!alone && !public && !office && !stop).then_some((first, last))
}

#[cfg(test)]
mod tests {
    use super::READER;
    use crate::recognizers::slices;

    #[test]
    fn finds_names_after_forms_and_types() {
        for (text, name) in [
            ("la société Toitures de l'Est, aux droits", "Toitures de l'Est"),
            ("S.A.R.L. LES TROIS PALIERS, dont", "S.A.R.L. LES TROIS PALIERS"),
            ("à la SCI Vasseur et Fils, prise", "SCI Vasseur et Fils"),
            ("la société anonyme dite Banque du Lys a", "Banque du Lys"),
            ("l'association « L'Escale du Val » et", "association « L'Escale du Val"),
            ("l'EURL OPS Boissons de", "EURL OPS Boissons"),
            ("le Garage Moreau SARL, dont", "Garage Moreau SARL"),
        ] {
            assert_eq!(slices(&READER, text), [name], "{text}");
        }
    }

    #[test]
    fn leaves_other_things() {
        for text in [
            "la société et Mme Vasseur",
            "une SARL de droit français",
            "la SCP Vasseur et Aubin, avocat",
            "la société, dont Paul",
            "l'association des parents",
            "il se Plaint",
        ] {
            assert!(slices(&READER, text).is_empty(), "{text}: {:?}", slices(&READER, text));
        }
    }
}
