//! Schools, hospitals, care homes, prisons, places of worship.

mod again;

use std::sync::LazyLock;

use super::{Reader, Rule};
use crate::context::{Cue, Page};
use crate::lexicon::Class;
use crate::model::{Confidence, Detection, Kind};
use crate::recognizers::words::{apart, close, name_run, proper};
use crate::text::{Gap, Shape, TokenKind, one_of};

const RULE: Rule = Rule {
    id: "fr/establishment",
    kind: Kind::Establishment,
    finds: "A school, hospital, care home, prison or place of worship with its name.",
    source: "COJ art. R111-12; the category établissement of the Court of cassation",
};

pub(super) const READER: Reader = Reader { rules: &[RULE], find };

/// For a head that only a name itself completes: `institut Gustave Roussy`, `institution Sainte-Marie`.
const NAMED: &[&str] = &["*"];

/// What opens an establishment's name, and behind a space the words one of which must follow when the word alone says too little.
const HEADS: &str = "\
    ECOLE|COLLEGE|LYCEE|CRECHE|MICRO-CRECHE|HALTE-GARDERIE|POUPONNIERE|INTERNAT|PENSIONNAT|CFA|HOPITAL|HOPITAUX|CLINIQUE|POLYCLINIQUE|MATERNITE|CHU|CHRU|CHR|CH|CHS|EPSM|CMP|CMPP|CSAPA|UHSA|UHSI|UMD|USLD|\
    SANATORIUM|EPSAN|EREA|EHPAD|IME|ITEP|ESAT|MECS|SESSAD|UEHC|CEF|FOYER|CHRS|CADA|HUDA|PRISON|EPM|CRA|LRA|MOSQUEE|EGLISE|SYNAGOGUE|PAROISSE|CHAPELLE|TEMPLE|CATHEDRALE|ABBAYE|COUVENT|MONASTERE|CAMPING|URGENCES|\
    HOSPICE|ECURIES|POINT-RENCONTRE|ESPACE-RENCONTRE|CHI|EPHAD|PMI|CSL|CONSERVATOIRE|IUT|UNIVERSITE|SSR|SMR|IFSI|SEGPA|UGECAM|LEP|DISPENSAIRE|MFR|LP|IRTS|CHIC|UEMO|SAMSAH|SAVS|SMPR|MARPA|MAPA|FACULTE|PATRONAGE|\
    RESIDENCE-AUTONOMIE|FOYER-LOGEMENT|MAS|FAM|EAM|CMPEA|GARDERIE|MAM|PATINOIRE|PAGODE|GEM|CAARUD|SSIAD|MEDIPOLE|CATTP|CAMSP|IEM|EEAP|DITEP|PRAHDA|CAES|ALSH|MJC|UEAJ|AFPA|PISCINE|STADE|DOJO|BIBLIOTHEQUE|COLLEGIALE|ABBATIALE|SANCTUAIRE|BASILIQUE|PRIEURE|UFR|\
    CLG|COL|COLL|LYC|EC|EEPU|EMPU|EEMU|HDJ|EXTERNAT|MATERNELLE|CHGR|CHSF|CHPC|CHBM|CHRO|CHD|GHU|GHT|GHI|HIA|CDEF|IDEF|MDA|CPEF|EPIDE|LGT|LPO|LEGTA|LPA|INSA|INSPE|EHPA|UPAD|UCSA|USMP|\
    MAPAD|ORPHELINAT|CARMEL|IUFM|UEMA|HOP|MULTI-ACCUEIL|HOTEL-DIEU|FJT|IKASTOLA|IMPRO|IMP|CAT|CER|HARAS|FUNERARIUM|CREMATORIUM|UMJ|GYMNASE|GRETA|MEDIATHEQUE|LUDOTHEQUE|CP|MA|CD|CNE|QSL|IRTESS|ULIS|ULIS-ECOLE|ULIS-COLLEGE|ULIS-LYCEE|CAPS|EE|MAT|\
    COLLEGES|LYCEES|ECOLES|FOYERS|CLINIQUES|CRECHES|INTERNATS|MOSQUEES|PAROISSES|CENTRES LOISIRS HOSPITALIERS SOCIAUX|\
    MAISON CONVALESCENCE FAMILIALE ARRET CENTRALE RETRAITE SANTE ENFANTS D'ARRET SPECIALISEE REPOS ASSISTANTES MEDICALE RELAIS PLURIDISCIPLINAIRE JEUNES ACCUEIL NAISSANCE QUARTIER ADOLESCENTS MATERNELLE ENFANCE FAMILLES PARENTS|\
    CENTRE DENTAIRE APPRENTISSAGE HOSPITALIER PENITENTIAIRE DETENTION RETENTION MEDICO-PSYCHOLOGIQUE MEDICAL EDUCATIF PSYCHIATRIQUE SPECIALISE REEDUCATION CONVALESCENCE SEMI-LIBERTE HEBERGEMENT ACCUEIL LOISIRS MEDICO-SOCIAL READAPTATION FORMATION SOCIAL SOINS SANTE LOISIR MATERNEL PARENTAL JOUR AERE EQUESTRE AQUATIQUE CONSULTATIONS CONSULTATION DIALYSE HEMODIALYSE INTERARMEES SOCIOCULTUREL SOCIO-CULTUREL LUTTE CURE POSTCURE POST-CURE IMAGERIE PLANIFICATION EXAMENS BILAN RESSOURCES RESSOURCE MEMOIRE ANTI-DOULEUR ANTIDOULEUR ANTIPOISON VACCINATION TRANSFUSION THERMAL SPORTIF CULTUREL ISLAMIQUE NAUTIQUE SCOLAIRE REFERENCE CHIRURGICAL OBSTETRICAL ANTICANCEREUX PAROISSIAL VACANCES PERINATAL CLINICAL GUIDANCE HELIO-MARIN BRULES SOC HOSP|\
    ETABLISSEMENT *|STRUCTURE *|RELAIS *|CAMPUS *|PRESBYTERE *|\
    ETABLISSEMENT HEBERGEMENT PENITENTIAIRE SCOLAIRE MINEURS SANTE MENTALE HOSPITALIER PENITENTIAIRES ACCUEIL|\
    RESIDENCE MEDICALISEE PERSONNES AUTONOMIE SENIOR SENIORS UNIVERSITAIRE SERVICES SOCIALE ETUDIANTE HOTELIERE TOURISME|\
    QUARTIER MAISON DETENTION MINEURS SEMI-LIBERTE|\
    LOCAL RETENTION|\
    HOTEL SOCIAL|\
    MOTEL SOCIAL|\
    AUBERGE JEUNESSE|\
    GITE ETAPE|\
    GROUPE SCOLAIRE HOSPITALIER|\
    REGROUPEMENT PEDAGOGIQUE|\
    GROUPEMENT HOSPITALIER|\
    CITE SCOLAIRE UNIVERSITAIRE|\
    COLONIE VACANCES|COLO VACANCES|\
    ENTREPRISE ADAPTEE|\
    INSTITUT AGRICOLE EDUCATION REEDUCATION MEDICO-EDUCATIF THERAPEUTIQUE EDUCATIF FORMATION MUTUALISTE UNIVERSITAIRE SOINS MEDICO-LEGAL|\
    SERVICE ACCOMPAGNEMENT URGENCES REANIMATION MATERNITE GERIATRIE MEDECINE EDUCATIF|\
    HOSPICES CIVILS|\
    FERME PEDAGOGIQUE|\
    PARC LOISIRS AQUATIQUE ATTRACTIONS ANIMALIER ZOOLOGIQUE|\
    MISSION CATHOLIQUE PROTESTANTE|\
    SALLE PAROISSIALE PRIERE ROYAUME FETES POLYVALENTE SPORTS SPORT OMNISPORTS OMNISPORT|\
    APPARTEMENT THERAPEUTIQUE EDUCATIF|\
    INSTITUTION *|\
    UNITE *|\
    PAVILLON *|FONDATION FONDATION|\
    INSTITUT *|\
    JARDIN ENFANTS|\
    VILLAGE ENFANTS VACANCES|\
    LIEU VIE ACCUEIL NEUTRE RENCONTRE|\
    POINT RENCONTRE|\
    ESPACE RENCONTRE CULTUREL SANTE JEUNES|\
    RELAIS PARENTAL ENFANCE ASSISTANTES|\
    ACCUEIL JOUR PERISCOLAIRE LOISIRS|\
    HALTE NUIT JOUR|\
    CABINET DENTAIRE MEDICAL VETERINAIRE KINESITHERAPIE PLURIDISCIPLINAIRE PARAMEDICAL ORTHOPHONIE|\
    UNITE HOSPITALIERE MALADES PSYCHIATRIQUE SOINS ALZHEIMER LONG PROTEGEE MEDICO-JUDICIAIRE|\
    ENSEMBLE SCOLAIRE|\
    BASE LOISIRS NAUTIQUE|\
    BAR BAR|CAFE CAFE|PUB PUB|BISTROT BISTROT|DISCOTHEQUE DISCOTHEQUE|SNACK SNACK|\
    PLANNING FAMILIAL|\
    CONSULTATION MEMOIRE|\
    POLE SANTE ENFANCE GERIATRIQUE PSYCHIATRIQUE FEMME-MERE-ENFANT MERE-ENFANT|\
    DISPOSITIF ACCUEIL HEBERGEMENT|\
    COMMUNAUTE EMMAUS|\
    COMMUNAUTE *|\
    STADE *|\
    PISCINE *|\
    BIBLIOTHEQUE *|\
    SALLE *|\
    COMPLEXE SPORTIF OMNISPORTS SCOLAIRE|\
    HOTEL-ECOLE|\
    LABORATOIRE ANALYSES BIOLOGIE|\
    ZONE ATTENTE|\
    PENSION FAMILLE";

static TYPES: LazyLock<Vec<(&str, Vec<&str>)>> = LazyLock::new(|| {
    HEADS.split('|').map(|row| row.split_once(' ').map_or((row, Vec::new()), |(head, needed)| (head, needed.split(' ').collect()))).collect()
});

/// Words of a type: `lycée professionnel`, `centre de rétention administrative de`.
fn is_quality(word: &str) -> bool {
    one_of!(
        word,
        "HOSPITALIER" | "HOSPITALIERE" | "UNIVERSITAIRE" | "REGIONAL" | "REGIONALE" | "PENITENTIAIRE" | "DETENTION" | "RETENTION" | "ADMINISTRATIVE" | "MEDICO-PSYCHOLOGIQUE" | "MEDICO-SOCIAL" | "MEDICAL" | "MEDICALE" | "EDUCATIF" | "PSYCHIATRIQUE" | "SPECIALISE" | "ARRET" | "CENTRALE" | "RETRAITE" | "SANTE" | "ENFANTS" | "JOUR" | "NUIT"
        | "MATERNELLE" | "ELEMENTAIRE" | "PRIMAIRE" | "PROFESSIONNEL" | "PROFESSIONNELLE" | "PRIVE" | "PRIVEE" | "PUBLIC" | "PUBLIQUE" | "GENERAL" | "TECHNOLOGIQUE" | "COMMUNAL" | "DEPARTEMENTAL" | "DEPARTEMENTALE" | "POLYVALENT" | "AGRICOLE" | "HOTELIER" | "MUNICIPALE" | "MUNICIPAL" | "CATHOLIQUE" | "INTERCOMMUNAL" | "INTERDEPARTEMENTAL"
        | "REEDUCATION" | "READAPTATION" | "SEMI-LIBERTE" | "HEBERGEMENT" | "ACCUEIL" | "VIE" | "TRAVAILLEURS" | "MINEURS" | "PAROISSIALE" | "SCOLAIRE" | "AUTONOMIE" | "SENIOR" | "SENIORS" | "LOGEMENT" | "SUITE" | "MUSIQUE" | "DANSE" | "EVANGELIQUE" | "PROTESTANTE" | "ORTHODOXE" | "ADVENTISTE" | "COPTE" | "ARMENIENNE" | "GRECQUE" | "MARONITE" | "LUTHERIENNE" | "ANGLICANE" | "METHODISTE" | "APOSTOLIQUE" | "ANALYSES" | "MEDICALES" | "BIOLOGIE" | "FAMILLES" | "PARENTS" | "BAPTISTE" | "REFORMEE" | "BAPTISTES"
        | "LOISIRS" | "MAISON" | "FONCTIONNELLE" | "SOINS" | "GERIATRIQUE" | "DEMANDEURS" | "ASILE" | "MERE-ENFANT" | "FERME" | "RENFORCE" | "SOCIAL" | "SOCIALE" | "SERVICES" | "MENTALE" | "SPECIALISEE" | "MEDICO-EDUCATIF" | "THERAPEUTIQUE" | "FORMATION" | "MEDECINE" | "DROIT" | "APPRENTIS" | "APPRENTISSAGE" | "ENFANCE" | "JEUNES"
        | "ATTENTE" | "FAMILLE" | "REPOS" | "ETUDIANTE" | "INSERTION" | "REINSERTION" | "URGENCE" | "LONG" | "SEJOUR" | "HOMMES" | "FEMMES" | "CARACTERE" | "RAYONNEMENT" | "MALADES" | "DIFFICILES" | "ASSISTANTES" | "MATERNELLES" | "AMENAGEE" | "SPECIALEMENT" | "AGREE" | "MEDICALISEE" | "LOCAL" | "ARMEES" | "INTERARMEES" | "INSTRUCTION"
        | "PETITE" | "BATIMENT" | "METIERS" | "MEDICALISE" | "MEDICALISES" | "LUTTE" | "CANCER" | "IMAGERIE" | "RESSOURCES" | "RECHERCHE" | "MEMOIRE" | "REFERENCE" | "FETES" | "SPORTS" | "COMMERCE" | "INGENIEURS" | "COIFFURE" | "URGENCES" | "ACCOMPAGNEMENT" | "REANIMATION" | "CURE" | "EXAMENS" | "PALLIATIFS" | "DOULEUR" | "CIVILS"
        | "PALLIATIF" | "BILINGUE" | "CONVALESCENCE" | "VACANCES" | "PERSONNES" | "AGEES" | "RELAIS" | "ADAPTEE" | "ESTHETIQUE" | "INFIRMIERS" | "TRAUMATISES" | "CRANIENS" | "HANDICAPES" | "ADULTES" | "ADOLESCENTS" | "LONGUE" | "DUREE" | "SPORT" | "RENCONTRE" | "JEUNE" | "ENFANT" | "MEDICO-LEGAL" | "FAMILIAL" | "ARRONDISSEMENT" | "AGGLOMERATION" | "FRANCAIS" | "FRANCAISE" | "HORS" | "SOUS" | "CONTRAT"
        | "POST-CURE" | "MARINS" | "DEPENDANTES" | "TECHNOLOGIE" | "TRAVAILLEUSES" | "POSTCURE" | "OMNISPORTS" | "OMNISPORT" | "PROXIMITE" | "MOTRICE" | "EDUCATION" | "CULTUREL" | "CIVIL" | "FILLES" | "GARCONS" | "HAMEAU" | "ENSEIGNEMENT"
    )
}

/// A type cut short, with its full stop: `COL. CARPEAUX`.
fn is_cut(word: &str) -> bool {
    one_of!(word, "CLG" | "COL" | "COLL" | "LYC" | "EC" | "MAT" | "HOP")
}

fn find(page: &Page, found: &mut Vec<Detection>) {
    let heads = page.among(TYPES.iter().map(|(head, _)| *head));
    let mut free = 0;
    for at in page.tokens_of(|word| heads[word.0 as usize]) {
        if at < free {
            continue;
        }
        let needed = TYPES.iter().filter(|(head, _)| *head == page.folded(at)).map(|(_, needed)| needed.as_slice());
        // `CP de Fresnes`, `MA de Brest`: initials that mean other things too, so that `de` and a known town must follow.
        let place = |i: usize| page.phrase(i, Class::PLACE).is_some() || page.is_capitalised(i) && (page.folded(i).starts_with("ST-") || page.folded(i).split('-').any(|part| part.len() > 3 && page.lexicon.look_up_name(part).any(Class::PLACE)));
        let upper = || page.shape(at + 1) == Shape::Upper && page.folded(at + 1) != "VILLE" && (page.phrase(at + 1, Class::PLACE).is_some() || page.class(at + 1).any(Class::PLACE_START)) && !(at > 0 && page.shape(at - 1) == Shape::Upper && page.gap(at) < Gap::Line);
        let known = || upper() || one_of!(page.folded(at + 1), "DE" | "D'" | "DU") && place(at + 2) || page.shape(at + 1) == Shape::Title && apart(page, at + 1) && (page.phrase(at + 1, Class::PLACE).is_some() || page.folded(at + 1).contains('-') && place(at + 1)) && page.folded(at + 1) != "VILLE";
        if one_of!(page.folded(at), "CH" | "CAT" | "CER" | "IMP" | "EE" | "CAPS" | "ULIS") && !(page.shape(at) == Shape::Upper || page.folded(at) == "CH" && page.shape(at) == Shape::Dotted) {
            continue;
        }
        if one_of!(page.folded(at), "CP" | "MA" | "CD" | "CNE") && (!matches!(page.shape(at), Shape::Upper | Shape::Dotted) || !known()) {
            continue;
        }
        // `les écoles Zorkin et Bilko`: the name stands right behind several houses.
        if is_plural(page, at) && page.folded(at) != "HOPITAUX" && page.shape(at) == Shape::Lower && !page.is_capitalised(at + 1) && !is_quality(page.folded(at + 1)) && !(is_adjective(page, at + 1) && !page.cue(at + 1).any(Cue::DWELLING)) {
            continue;
        }
        // `les urgences de Valmer`: a known town follows, else the house that stands behind has a head of its own.
        if one_of!(page.folded(at), "URGENCES") && !(page.shape(at) == Shape::Lower && known() && at > 0 && one_of!(page.folded(at - 1), "AUX" | "DES" | "LES" | "D'")) {
            continue;
        }
        // `COL. CARPEAUX`, and no mountain; `à la maternelle Saint-Zork`, and no mother's line.
        let written = page.is_symbol(at + 1, ".") && page.gap(at + 1) == Gap::None && (page.shape(at) != Shape::Lower || one_of!(page.folded(at), "EC" | "MAT" | "HOP")) || page.folded(at) == "CLG" && page.shape(at) != Shape::Lower;
        if is_cut(page.folded(at)) && !written || page.folded(at) == "MATERNELLE" && at > 0 && !one_of!(page.folded(at - 1), "LA" | "EN" | ":" | "|" | "A" | ",") {
            continue;
        }
        // `entendue en salle Mélanie`: every brigade's.
        if page.folded(at) == "SALLE" && page.folded(at + 1) == "MELANIE" {
            continue;
        }
        // `la MAS Les Genêts`, and no country house; `au Greta de Valmer`, and nobody of that name.
        let led = |articles: &[&str]| at > 0 && page.shape(at - 1) == Shape::Lower && articles.contains(&page.folded(at - 1));
        if page.folded(at) == "MAS" && !(led(&["LA"]) && page.shape(at) == Shape::Upper) || page.folded(at) == "GRETA" && !led(&["AU", "DU", "LE"]) {
            continue;
        }
        // `la S.A.S. CLINIQUE DES TILLEULS`, `la société Clinique des Tilleuls`: a company's name.
        let company = at.checked_sub(1).is_some_and(|i| close(page, at) && (page.folded(i) == "SOCIETE" || page.class(i).any(Class::COMPANY_FORM) && matches!(page.shape(i), Shape::Upper | Shape::Dotted) && page.folded(i).len() <= 5));
        // `M. Chapelle`
        let cased = page.shape(at) == Shape::Title || page.shape(at) == Shape::Upper && page.shape(at + 1) == Shape::Title;
        let civil = at > 0 && cased && (page.cue(at - 1).any(Cue::CIVILITY) || page.is_symbol(at - 1, ".") && at > 1 && page.cue(at - 2).any(Cue::CIVILITY)) && page.gap(at) <= Gap::Space;
        if company || civil {
            continue;
        }
        // `Grand Hôpital de`, `la grande mosquée de`
        // `Nantes Université`
        let town = at > 0 && page.folded(at) == "UNIVERSITE" && page.shape(at) == Shape::Title && apart(page, at) && proper(page, at - 1) && (page.class(at - 1).any(Class::PLACE) || page.folded(at - 1).contains('-') && place(at - 1));
        if town {
            found.push(Detection::new(RULE.id, RULE.kind, page.document.span_of(at - 1, at), Confidence::Strong));
            continue;
        }
        let grand = at > 0 && apart(page, at) && one_of!(page.folded(at - 1), "GRAND" | "GRANDE" | "NOUVEL" | "NOUVELLE") && (page.shape(at - 1) == Shape::Title || page.folded(at) == "MOSQUEE");
        if let Some(last) = needed.map(|needed| read(page, at, needed)).find(Option::is_some).flatten().or_else(|| dedicated(page, at)).or_else(|| of_trade(page, at)).or_else(|| care_home(page, at)).or_else(|| saint_house(page, at)).or_else(|| holiday(page, at)).or_else(|| lodging(page, at)).or_else(|| (grand && page.is_capitalised(at)).then(|| at + usize::from(is_adjective(page, at + 1) || page.folded(at + 1) == "CIVIL"))) {
            let name = before_town(page, at, last);
            let last = site(page, last);
            let first = at - usize::from(grand);
            found.push(Detection::new(RULE.id, RULE.kind, page.document.span_of(first, last), Confidence::Strong));
            // Where establishments stay, the town still goes.
            if name < last {
                found.push(Detection::new(RULE.id, Kind::Locality, page.document.span_of(name + 2, last), Confidence::Strong));
            }
            // `les collèges Zorkin et Bilko`, `aux foyers Saint-Zork, Bilko et du Port`
            let mut others = last;
            while is_plural(page, at) && one_of!(page.folded(others + 1), "ET" | "," | "OU") && page.gap(others + 1) <= Gap::Line {
                let link = usize::from(one_of!(page.folded(others + 2), "DE" | "DU" | "DES" | "D'")) + usize::from(one_of!(page.folded(others + 3), "LA" | "L'"));
                let Some(next) = Some(others + 2 + link).filter(|&next| proper(page, next) && close(page, next) && page.shape(next) != Shape::Lower && page.cue(next) == Cue::NONE).and_then(|next| name_run(page, next, 4)) else { break };
                found.push(Detection::new(RULE.id, RULE.kind, page.document.span_of(others + 2 + link, next), Confidence::Probable));
                others = next;
            }
            found.extend(town_behind(page, last).map(|(first, last)| Detection::new(RULE.id, Kind::Locality, page.document.span_of(first, last), Confidence::Strong)));
            free = last + 1;
        } else if let Some((first, last)) = beside(page, at) {
            found.push(Detection::new(RULE.id, RULE.kind, page.document.span_of(first, last), Confidence::Strong));
            free = last + 1;
        }
    }
    again::again(page, found);
    again::initials(page, found);
    again::halves(page, found);
    again::saints(page, found);
}

/// Several houses of one type: `les collèges`, `aux I.M.E.`
fn is_plural(page: &Page, head: usize) -> bool {
    let spelt = one_of!(page.folded(head), "COLLEGES" | "LYCEES" | "ECOLES" | "FOYERS" | "CLINIQUES" | "CRECHES" | "INTERNATS" | "MOSQUEES" | "PAROISSES" | "CENTRES" | "HOPITAUX");
    spelt || head > 0 && one_of!(page.folded(head - 1), "AUX" | "LES" | "DES") && matches!(page.shape(head), Shape::Upper | Shape::Dotted)
}

/// `hôpital de la mère et de l'enfant`, `Maison de la femme`: named in small words after those whom it cares for, two where the type has no capital.
fn dedicated(page: &Page, head: usize) -> Option<usize> {
    fn is_cared_for(word: &str) -> bool {
        one_of!(
            word,
            "MERE" | "MERES" | "PERE" | "ENFANT" | "ENFANTS" | "FEMME" | "FEMMES" | "COUPLE" | "PARENTS" | "MERE-ENFANT" | "FEMME-MERE-ENFANT" | "ADOLESCENT" | "ADOLESCENTS" | "NOUVEAU-NE" | "FAMILLE" | "FAMILLES" | "MALADES" | "MAISON"
        )
    }
    const JOINTS: &[&str] = &["DE", "DU", "DES", "D'", "LA", "L'", "LE", "ET", ","];
    let capital = page.is_capitalised(head);
    let (house, ward) = (page.folded(head) == "MAISON", one_of!(page.folded(head), "HOPITAL" | "CLINIQUE" | "CENTRE") || page.folded(head) == "MATERNITE" && (head + 1..head + 5).any(|at| page.folded(at) == "MAISON"));
    if !(ward || house && capital) {
        return None;
    }
    let cared_for = |at: &usize| is_cared_for(page.folded(*at));
    let first = head + 1 + usize::from(is_adjective(page, head + 1));
    let last = (first..head + 16).take_while(|at| (cared_for(at) || JOINTS.contains(&page.folded(*at))) && page.gap(*at) <= Gap::Line).filter(cared_for).last()?;
    let words = (first..=last).filter(cared_for).count() + usize::from(capital || page.folded(last).contains('-'));
    let town = one_of!(page.folded(last + 1), "DE" | "D'") && proper(page, last + 2) && close(page, last + 2);
    (words > 1 && page.folded(last) != "MAISON").then(|| if town { name_run(page, last + 2, 5) } else { None }.unwrap_or(last))
}

/// `la Maison Saint-Zork`
fn saint_house(page: &Page, head: usize) -> Option<usize> {
    let house = page.folded(head) == "MAISON" && head > 0 && (page.shape(head) == Shape::Title && one_of!(page.folded(head - 1), "LA" | "DE") || page.cue_before(head, 2, &["A"]).is_some() && page.folded(head - 1) == "LA");
    (house && page.folded(head + 1).starts_with("SAINT") && proper(page, head + 1) && close(page, head + 1)).then(|| name_run(page, head + 1, 5)).flatten()
}

/// `la colonie des Embruns`, `une colo de Sainte-Zorka`
fn holiday(page: &Page, head: usize) -> Option<usize> {
    let camp = one_of!(page.folded(head), "COLONIE" | "COLO") && page.shape(head) == Shape::Lower && head > 0 && one_of!(page.folded(head - 1), "LA" | "EN" | "UNE" | "SA");
    let quoted = usize::from(page.folded(head + 1) == "«");
    let name = head + 1 + if quoted == 1 { 1 } else { usize::from(one_of!(page.folded(head + 1), "DE" | "D'" | "DU" | "DES")) + usize::from(one_of!(page.folded(head + 2), "LA" | "L'")) };
    let last = name_run(page, name, 4).filter(|_| camp && name > head + 1 && proper(page, name) && page.gap(name) <= Gap::Line && !page.class(name).any(Class::COUNTRY))?;
    Some(last + usize::from(quoted == 1 && page.folded(last + 1) == "»"))
}

/// What is done to a patient, and where.
fn is_treated(word: &str) -> bool {
    one_of!(word, "SOINS" | "SOIGNE" | "SOIGNEE" | "HOSPITALISATION" | "HOSPITALISE" | "HOSPITALISEE" | "PSYCHIATRIQUE" | "PATIENT" | "PATIENTE" | "PATIENTS" | "ADMIS" | "ADMISE" | "INTERNE" | "INTERNEE")
}

/// `admise à la résidence Les Tilleuls`, `la résidence Les Tilleuls, maison de retraite`: what surrounds it says that it takes care.
fn care_home(page: &Page, head: usize) -> Option<usize> {
    fn is_care(word: &str) -> bool {
        one_of!(
            word,
            "EHPAD" | "RETRAITE" | "MEDICALISEE" | "PENSIONNAIRE" | "PENSIONNAIRES" | "ADMIS" | "ADMISE" | "HEBERGE" | "HEBERGEE" | "PLACE" | "PLACEE" | "TUTELLE" | "DIRECTRICE" | "DIRECTEUR" | "REJOIGNE" | "REJOINDRE" | "REJOINT" | "INTEGRER" | "INTEGRE" | "INTEGREE" | "SOINS" | "SOIGNEE" | "SOIGNE" | "HOSPITALISATION" | "HOSPITALISE" | "HOSPITALISEE" | "PATIENT" | "PATIENTE" | "AIDE-SOIGNANTE" | "ENTREE" | "ENTRE" | "RESIDENT" | "RESIDENTE" | "MEDECIN" | "MEDECINS" | "PSYCHIATRE" | "PSYCHIATRIQUE" | "INFIRMIER" | "INFIRMIERE" | "SERVICE" | "SECTEUR" | "FERMEE" | "OUVERTE" | "TRANSFERE" | "TRANSFEREE"
        )
    }
    // `les médecins du pavillon Zorkin`, `à la Fondation Zorkin`
    let ward = one_of!(page.folded(head), "FONDATION" | "PAVILLON" | "UNITE");
    if !(ward || page.folded(head) == "RESIDENCE") || !proper(page, head + 1) || !close(page, head + 1) {
        return None;
    }
    let last = name_run(page, head + 1, 5)?;
    let around = |head: usize, last: usize, words: fn(&str) -> bool| (head.saturating_sub(9)..head).chain(last + 1..last + 7).any(|i| words(page.folded(i)));
    // A foundation that takes care once is a house wherever it is told.
    let beside = if page.folded(head) == "FONDATION" {
        page.document.places(page.tokens()[head + 1].word).iter().take(64).map(|&at| at as usize).any(|at| at > 0 && page.folded(at - 1) == "FONDATION" && around(at - 1, at, is_treated))
    } else {
        around(head, last, is_care)
    };
    // `pavillon Vert`, `unité Covid`
    let named = !ward || of_a_founder(page, head + 1) || page.folded(head + 1).contains('-') || last > head + 1;
    (beside && named).then_some(last)
}

/// `école de puéricultrices de Maury`, `faculté de pharmacie de Lunda`, `école supérieure d'agriculture des Rives`: what is taught in small words,
/// then the town or the name.
fn of_trade(page: &Page, head: usize) -> Option<usize> {
    if !one_of!(page.folded(head), "ECOLE" | "FACULTE" | "UFR" | "LYCEE" | "INSTITUT") {
        return None;
    }
    let taught = head + 1 + usize::from(is_adjective(page, head + 1) || page.folded(head + 1).starts_with("SUPERIEUR"));
    let small = |i: usize| page.shape(i) == Shape::Lower && close(page, i) && (page.cue(i).any(Cue::PARTICLE.or(Cue::ARTICLE)) || page.bytes(i) > 3 && (page.cue(i) == Cue::NONE || is_quality(page.folded(i))) && page.folded(i) != "LEUR") || page.kind(i) == TokenKind::Elision;
    let town = (taught..taught + 8).find(|&i| !small(i)).filter(|&town| town > taught + 2 && one_of!(page.folded(town - 1), "DE" | "D'" | "DU" | "DES") && one_of!(page.folded(taught), "DE" | "D'" | "DES") && proper(page, town) && page.shape(town) == Shape::Title)?;
    if one_of!(page.folded(town - 1), "DU" | "DES") {
        return name_run(page, town, 4);
    }
    page.phrase(town, Class::PLACE).or(Some(town).filter(|&town| page.class(town).any(Class::PLACE_START) || one_of!(page.folded(head), "FACULTE" | "UFR") && !page.class(town).any(Class::GIVEN.union(Class::WORD))))
}

/// `hébergée à l'hôtel Le Relais`, `au gîte du Moulin`: where somebody stays, for a house of that trade is a company elsewhere.
fn lodging(page: &Page, head: usize) -> Option<usize> {
    const PUBLIC: &[&str] = &["VILLE", "POLICE", "DEPARTEMENT", "REGION", "PREFECTURE", "FINANCES", "IMPOTS", "MONNAIE"];
    // `l'Auberge Duriez` is a company's name.
    let lower = page.shape(head) == Shape::Lower;
    let bar = lower && one_of!(page.folded(head), "BAR" | "CAFE" | "PUB" | "BISTROT" | "DISCOTHEQUE" | "SNACK");
    if !(bar || page.folded(head) == "HOTEL" || lower && one_of!(page.folded(head), "MOTEL" | "AUBERGE" | "GITE")) {
        return None;
    }
    let before = |back: usize, words: &[&str]| head >= back && words.contains(&page.folded(head - back));
    let place = before(1, &["AU"]) || before(1, &["L'", "LE", "UN", "UNE", "CET", "CE"]) && before(2, &["A", "DANS", "DEVANT", "DEPUIS", "QUITTE"]);
    // `cuisinier de l'Hôtel du Mont`
    let place = place || !lower && before(1, &["L'"]);
    let mut first = head + 1;
    while first < head + 4 && (one_of!(page.folded(first), "«" | "\"" | "DE" | "DU" | "DES" | "D'" | "LA" | "L'") && !page.is_capitalised(first)) {
        first += 1;
    }
    let named = proper(page, first) && page.gap(first) <= Gap::Line && !PUBLIC.contains(&page.folded(first)) && (page.cue(first).any(Cue::ARTICLE) || !page.cue(first).any(Cue::STOP.or(Cue::PUBLIC).or(Cue::COURT)));
    // `tenancier du bar des Arènes`, `la soirée au café de l'Union`, and `le bar de Maury` or of somebody, or `Chez` somebody.
    let place = place || bar && one_of!(page.folded(head - usize::from(head > 0)), "AU" | "DU" | "LE" | "LA" | "CE" | "UN");
    let other = bar && (one_of!(page.folded(first), "CHEZ" | "PMU" | "TABAC") || page.cue(first).any(Cue::CIVILITY) || one_of!(page.folded(first - 1), "DE" | "D'") || page.class(first).any(Class::GIVEN) && !page.cue(first).any(Cue::ARTICLE) && first == head + 1);
    let last = name_run(page, first, 5).filter(|_| place && named && !other)?;
    Some(last + usize::from(one_of!(page.folded(last + 1), "»" | "\"")))
}

/// The last token of the site of a house whose name ends at `last`: `CHU de Maury, site de Lunda`.
fn site(page: &Page, last: usize) -> usize {
    if !page.is_symbol(last + 1, ",") || !one_of!(page.folded(last + 2), "SITE" | "CAMPUS") {
        return last;
    }
    let name = last + 3 + usize::from(one_of!(page.folded(last + 3), "DE" | "D'" | "DU" | "DES"));
    let name = name + usize::from(one_of!(page.folded(name), "LA" | "L'") && !proper(page, name));
    Some(name).filter(|&name| proper(page, name)).and_then(|name| name_run(page, name, 4)).unwrap_or(last)
}

/// Tokens of the town that a sign parts from a house whose name ends at `last`: `MECS Les Glycines (Zork-les-Mines)`, `clinique Les Glycines, Zorkville ;`.
fn town_behind(page: &Page, last: usize) -> Option<(usize, usize)> {
    let first = last + 2;
    let bracket = page.folded(last + 1) == "(";
    // `foyer du Moulin à Maury`
    if page.folded(last + 1) == "A" && page.document.original_at(last + 1) == "à" && proper(page, first) && close(page, first) && !page.class(first).any(Class::GIVEN_COMMON.union(Class::COUNTRY)) {
        return page.phrase(first, Class::PLACE).map(|end| (first, end));
    }
    if !(bracket || page.folded(last + 1) == ",") || !(proper(page, first) && close(page, first)) {
        return None;
    }
    let end = name_run(page, first, 5)?;
    let known = page.phrase(first, Class::PLACE) == Some(end) || end == first && page.folded(first).contains("-DE-");
    // What stands in brackets behind a house is no abbreviation and nobody.
    let known = known || bracket && page.shape(first) == Shape::Title && page.bytes(first) > 4 && !page.class(first).any(Class::WORD.union(Class::GIVEN).union(Class::REGION)) && page.cue(first) == Cue::NONE;
    let closed = if bracket { page.folded(end + 1) == ")" } else { one_of!(page.folded(end + 1), ";" | "." | "," | ")" | "|") || page.gap(end + 1) >= Gap::Line };
    (known && closed && !page.class(first).any(Class::GIVEN_COMMON.union(Class::COUNTRY))).then_some((first, end))
}

/// The tokens of a name that a sign parts from its type: `en EHPAD (Les Tilleuls)`, `la structure d'accueil, Les Tilleuls, a`, `École : Saint-Zork`.
fn beside(page: &Page, head: usize) -> Option<(usize, usize)> {
    let small = |at: usize| page.shape(at) == Shape::Lower && close(page, at) && (is_quality(page.folded(at)) || is_adjective(page, at) || page.cue(at).any(Cue::PARTICLE)) || page.kind(at) == TokenKind::Elision;
    let sign = (head + 1..head + 6).find(|&at| !small(at))?;
    let first = sign + 1 + usize::from(page.folded(sign + 1) == "«");
    let end = name_run(page, first, 5).filter(|_| proper(page, first) && page.gap(first) <= Gap::Space)?;
    let last = end + usize::from(page.folded(end + 1) == "»");
    let place = page.phrase(first, Class::PLACE) == Some(end);
    let titled = page.cue(first).any(Cue::ARTICLE) && end > first && (page.shape(first) == Shape::Title || page.folded(sign) == ":" && page.shape(first) == Shape::Upper);
    let compound = page.folded(first).rsplit_once('-').is_some_and(|(saint, word)| saint.starts_with("SAINT") || !page.lexicon.look_up_name(word).any(Class::GIVEN) && !page.class(first).any(Class::GIVEN.union(Class::FAMILY)));
    let closed = match page.folded(sign) {
        "(" => one_of!(page.folded(last + 1), ")" | ","),
        "," => titled && page.folded(last + 1) == ",",
        ":" => (head > 0 && one_of!(page.folded(head - 1), "–" | "-" | "|") || page.line_start(head).is_some_and(|line| head <= line + 3)) && (page.gap(last + 1) >= Gap::Line || last + 1 == page.tokens().len() || one_of!(page.folded(last + 1), "," | "(" | "–" | "-" | "|")),
        _ => false,
    };
    (closed && !place && (titled || compound)).then_some((first, last))
}

/// True for an adjective between a type and its name: `hôpital local de`, `école coranique`.
fn is_adjective(page: &Page, at: usize) -> bool {
    const ENDS: &[&str] = &["AL", "ALE", "EEN", "EL", "ELLE", "AISE", "OISE", "IQUE", "IF", "IVE", "AIRE", "IEN", "IENNE", "IER", "IERE", "TIME", "ISTE", "ANT", "ANTE"];
    let word = page.folded(at);
    let stem = word.strip_suffix('S').unwrap_or(word);
    page.tokens().get(at).is_some_and(|token| token.kind == TokenKind::Word && token.shape == Shape::Lower) && word.len() > 4 && ENDS.iter().any(|end| stem.ends_with(end)) && !page.cue(at).any(Cue::STOP) && !one_of!(word, "COMMERCIAL" | "COMMUNAL" | "DURANT" | "PENDANT" | "FISCAL" | "FAMILIAL" | "CONJUGAL" | "AVANT" | "DEVANT" | "SUIVANT" | "QUEL" | "LAQUELLE")
}

/// The last token of the name proper: a known commune after it is apart: `hôpital Femme-Mère-Enfant de Bron`.
fn before_town(page: &Page, head: usize, last: usize) -> usize {
    let link = (head + 2..last).rev().find(|&i| one_of!(page.folded(i), "DE" | "D'") && proper(page, i + 1));
    let plain = |i: usize| proper(page, i) && !is_quality(page.folded(i)) && !page.cue(i).any(Cue::ARTICLE.or(Cue::PARTICLE));
    let town = link.filter(|&i| (head + 1..i).any(plain) && proper(page, i - 1) && (page.shape(i) == Shape::Lower || page.shape(head) == Shape::Upper) && (page.phrase(i + 1, Class::PLACE) == Some(last) || i + 1 == last && page.shape(last) == Shape::Title && !page.class(last).any(Class::GIVEN_COMMON.union(Class::COUNTRY).union(Class::WORD))));
    town.map_or(last, |link| link - 1)
}

/// The last token of the establishment whose type stands at `head`; `None` without a proper name.
fn read(page: &Page, head: usize, needed: &[&str]) -> Option<usize> {
    let mut at = head + 1;
    let mut qualified = needed.is_empty();
    let mut quoted = false;
    while at < head + 12 && page.gap(at) <= Gap::Line {
        let word = page.folded(at);
        // `service de cardiologie de l'hôpital X`, `du CHU de X`: the house has a head of its own.
        if one_of!(page.folded(head), "SERVICE" | "URGENCES" | "MATERNITE") && page.cue(at).any(Cue::ESTABLISHMENT) {
            return None;
        }
        if small_words(page, at).is_some() || points(page, at) {
            break;
        }
        // `centre hospitalier universitaire (CHU) Zorkin`: the type's initials.
        if page.is_symbol(at, "(") && at > head + 1 && matches!(page.shape(at + 1), Shape::Upper | Shape::Dotted) && page.bytes(at + 1) < 8 && page.is_symbol(at + 2, ")") {
            qualified |= TYPES.iter().any(|(head, needed)| needed.is_empty() && *head == page.folded(at + 1));
            at += 3;
            continue;
        }
        // `COL. CARPEAUX`, `EC. ELEM. CARPEAUX`, `CENTRE SOC. DUTEMPLE`; `IUT 2 de Zorkville`
        let cut = one_of!(word, "ELEM" | "MAT" | "PRIM" | "SOC" | "HOSP" | "PROF" | "PRIV" | "MUN" | "GEN");
        if page.is_symbol(at, ".") && page.gap(at) == Gap::None && (is_cut(page.folded(at - 1)) && at == head + 1 || at > head + 1 && page.folded(at - 1).len() < 5) || cut && page.is_symbol(at + 1, ".") || page.folded(head) == "IUT" && at == head + 1 && page.kind(at) == TokenKind::Number && page.bytes(at) == 1 {
            qualified |= needed.contains(&word);
            at += 1;
            continue;
        }
        let medical = one_of!(page.folded(head), "CENTRE" | "SERVICE" | "POLE" | "UNITE" | "INSTITUT") && is_specialty(page, at) || page.folded(head) == "CENTRE" && word.starts_with("MEDICO-");
        if is_quality(word) || needed.contains(&word) || medical || is_adjective(page, at) && qualified {
            qualified |= needed.contains(&word) || medical;
        } else if one_of!(word, "«" | "\"") {
            quoted = true;
        } else if word == "N" && page.is_symbol(at + 1, "°") && page.kind(at + 2) == TokenKind::Number && one_of!(page.folded(at + 3), "DE" | "DU" | "D'") {
            // `centre de rétention n° 2 du Mesnil`
            at += 2;
        } else if !one_of!(word, "DE" | "D'" | "D" | "L" | "'" | "DU" | "DES" | "LA" | "LE" | "L'" | "LES" | "-" | "POUR" | "ELEVES" | "JEUNES" | "NOMME" | "NOMMEE" | "DENOMME" | "DENOMMEE" | "DIT" | "DITE" | "CONTRE") && !(word == "EN" && is_specialty(page, at + 1)) && !(word == "ET" && !page.is_capitalised(at + 1)) && !(one_of!(word, "EN" | "A") && is_quality(page.folded(at + 1 + usize::from(page.cue(at + 1).any(Cue::ARTICLE))))) && !(word == "A" && one_of!(page.folded(at + 1), "CARACTERE" | "RAYONNEMENT")) && !(word == "REGION" && page.folded(head) == "CENTRE") || page.is_capitalised(at) && proper(page, at + 1) && !is_quality(page.folded(at + 1)) && !needed.contains(&page.folded(at + 1)) && !matches!(page.shape(at), Shape::Upper | Shape::Initial) {
            break;
        }
        at += 1;
    }
    // `centre Les Peupliers`
    let titled = |care: bool| page.cue(at).any(Cue::ARTICLE) && page.shape(at) == Shape::Title && proper(page, at + 1) && close(page, at + 1) && (care || page.phrase(at, Class::PLACE).is_none());
    let care = || page.cue_before(head, 8, &["REEDUCATION", "SOINS", "ADMIS", "ADMISE", "SUIVI", "SUIVIE", "SEJOUR", "HOSPITALISE", "HOSPITALISEE", "SCOLARISE", "SCOLARISEE"]).is_some();
    // `sa rééducation au centre de Zorkel`
    qualified |= at == head + 2 && page.folded(head) == "CENTRE" && one_of!(page.folded(at - 1), "DE" | "D'") && page.shape(at) == Shape::Title && !page.class(at).any(Class::WORD.union(Class::REGION)) && care();
    qualified |= at == head + 1 && (page.folded(head) == "CENTRE" && titled(care()) || needed == NAMED && (titled(false) || bears_a_name(page, at) && !one_of!(page.folded(head), "ETABLISSEMENT" | "STRUCTURE" | "RELAIS" | "CAMPUS") || page.folded(head) == "INSTITUT" && of_a_founder(page, at)) || page.folded(head) == "CENTRE" && page.folded(at).contains('-') && proper(page, at) && !page.class(at).any(Class::REGION.union(Class::PLACE)) && page.phrase(at, Class::REGION.union(Class::PLACE)).is_none() && (one_of!(page.folded(head.saturating_sub(1)), "DU" | "AU") || page.folded(at).split('-').next().is_some_and(|first| page.lexicon.look_up_name(first).any(Class::GIVEN))));
    // `lycée professionnel du Bâtiment`
    if qualified && !proper(page, at) && page.shape(at - 1) == Shape::Title && is_quality(page.folded(at - 1)) && one_of!(page.folded(at - 2), "DU" | "DES") && at > head + 3 {
        return Some(at - 1);
    }
    // `Centre hospitalier sud-francilien`
    if qualified && points(page, at) && page.shape(at) == Shape::Lower {
        return Some(at);
    }
    // `collège A. Camus`, `école du 8 mai 1945`
    if qualified && page.shape(at) == Shape::Initial && !page.cue(at).any(Cue::CIVILITY) && page.is_symbol(at + 1, ".") && page.gap(at + 1) == Gap::None && close(page, at) && proper(page, at + 2) && page.gap(at + 2) <= Gap::Space {
        return name_run(page, at + 2, 4);
    }
    if qualified && page.folded(at - 1) == "DU" && page.cue(at + 1).any(Cue::MONTH) && one_of!(page.folded(at + 2), "1918" | "1945" | "1962") {
        return Some(at + 2);
    }
    // `crèche Les petits loups`, `foyer L'envol`: an article with a capital opens a name of small words.
    if qualified && page.gap(at) <= Gap::Line && let Some(last) = small_words(page, at) {
        let town = one_of!(page.folded(last + 1), "DE" | "D'") && proper(page, last + 2) && close(page, last + 2);
        let last = if town { name_run(page, last + 2, 5)? } else { last };
        return Some(last + usize::from(quoted && one_of!(page.folded(last + 1), "»" | "\"")));
    }
    // `mosquée de la rue Copernic`: called after its street.
    if qualified && page.class(at).any(Class::STREET_TYPE) && page.shape(at) == Shape::Lower && close(page, at) && one_of!(page.folded(at - 1), "LA" | "L'" | "DU") {
        let name = (at + 1..at + 4).find(|&i| !page.cue(i).any(Cue::PARTICLE.or(Cue::ARTICLE)) && page.kind(i) != TokenKind::Elision).filter(|&name| proper(page, name) && close(page, name))?;
        return name_run(page, name, 4);
    }
    // `Pôle santé sud`
    if qualified && page.gap(at) == Gap::Space && one_of!(page.folded(at), "NORD" | "SUD" | "EST" | "OUEST") && page.is_capitalised(head) && is_quality(page.folded(at - 1)) && page.folded(at) != "EST" && page.shape(at) == Shape::Lower && !is_adjective(page, at + 1) {
        return Some(at);
    }
    // `EHPAD A Zitellina`: the Corsican article.
    if qualified && one_of!(page.folded(at), "A" | "U" | "I") && page.shape(at) == Shape::Initial && close(page, at) && proper(page, at + 1) && close(page, at + 1) && page.shape(at + 1) == Shape::Title {
        return name_run(page, at + 1, 5);
    }
    // `collège En Zorkelle`
    if qualified && page.folded(at) == "EN" && page.shape(at) == Shape::Title && at == head + 1 && page.shape(at + 1) == Shape::Title && page.gap(at + 1) == Gap::Space && apart(page, at) {
        return name_run(page, at + 1, 3);
    }
    // `EPSM de l'agglomération zorkoise`
    if qualified && page.folded(at - 1) == "AGGLOMERATION" && page.shape(at) == Shape::Lower && apart(page, at) && page.bytes(at) > 4 {
        return Some(at);
    }
    // An article written with a capital belongs to the name: `EHPAD Les Micocouliers`.
    if !qualified || page.gap(at) > Gap::Line || !proper(page, at) && !(page.tokens().get(at).is_some_and(|t| t.kind == TokenKind::Elision && t.shape != Shape::Lower) && proper(page, at + 1)) {
        return None;
    }
    // `foyer Ti Bugale`: initials of a court are in capitals.
    // `hôpital de l'Est`: no verb.
    let east = page.folded(at) == "EST" && page.kind(at - 1) == TokenKind::Elision;
    let court = page.cue(at).any(Cue::COURT) && !(page.folded(at).len() < 4 && page.shape(at) == Shape::Title);
    // `hôpital Fondation Vornik`
    let company = page.cue(at).any(Cue::COMPANY) && page.folded(at) != "RESIDENCE" && !(page.folded(at) == "FONDATION" && one_of!(page.folded(head), "HOPITAL" | "CLINIQUE"));
    if court || company || !east && page.cue(at).any(Cue::STOP.or(Cue::MONTH).or(Cue::PUBLIC).or(Cue::STATUTE).or(Cue::OFFICE_OF_COURT)) && !page.cue(at).any(Cue::ARTICLE.or(Cue::PARTICLE)) {
        return None;
    }
    // `foyer de six personnes`
    if page.cue(at).any(Cue::NUMBER) && page.folded(head) == "FOYER" && page.shape(at) != Shape::Title {
        return None;
    }
    let last = name_run(page, at, 5)?;
    // `la garderie de Gabin`: whose.
    let child = at == head + 2 && last == at && one_of!(page.folded(at - 1), "DE" | "D'") && page.shape(head) == Shape::Lower && page.class(at).any(Class::GIVEN_COMMON) && !page.class(at).any(Class::PLACE.union(Class::PLACE_START));
    if child {
        return None;
    }
    // `collège Pierre et Marie Curie`, `église Saint-Pierre et Saint-Paul`
    let pair = page.folded(last + 1) == "ET" && page.shape(last + 1) == Shape::Lower && close(page, last + 1) && proper(page, last + 2) && close(page, last + 2);
    let couple = pair && (page.class(last).any(Class::GIVEN) && page.class(last + 2).any(Class::GIVEN) && proper(page, last + 3) && page.gap(last + 3) == Gap::Space || page.folded(last).starts_with("SAINT") && page.folded(last + 2).starts_with("SAINT"));
    let last = if couple && !is_plural(page, head) { name_run(page, last + 2, 4).unwrap_or(last) } else { last };
    // `L'Arbre à Mots`
    let titled = (at - 1..=at).any(|i| page.shape(i) != Shape::Lower && (page.cue(i).any(Cue::ARTICLE) || page.kind(i) == TokenKind::Elision));
    let last = last + 2 * usize::from(titled && page.folded(last + 1) == "A" && proper(page, last + 2) && close(page, last + 2) && !page.cue(last + 2).any(Cue::ARTICLE) && page.phrase(last + 2, Class::PLACE).is_none());
    // `Le Clos des Roses trémières`: a lower-case word ends it.
    let plain = |i: usize| page.tokens().get(i).is_some_and(|token| token.kind == TokenKind::Word && token.shape == Shape::Lower && token.span.len() > 3) && apart(page, i) && !one_of!(page.folded(i), "PUIS" | "DONT" | "AVEC" | "SANS" | "CHEZ" | "DANS" | "POUR" | "VERS" | "MAIS" | "LORS" | "SELON" | "AUSSI" | "ENFIN");
    let ends = |i: usize| one_of!(page.folded(i), "," | "." | ";" | ")" | "»" | "|") || page.gap(i) >= Gap::Wide;
    // `Les Cèdres bleus d'Orly`
    let town = |i: usize| one_of!(page.folded(i), "D'" | "DE") && proper(page, i + 1) && close(page, i + 1);
    let small = (page.cue(at).any(Cue::ARTICLE) || titled) && plain(last + 1) && (ends(last + 2) || town(last + 2));
    let last = last + usize::from(small);
    let last = if small && town(last + 1) { name_run(page, last + 2, 4).unwrap_or(last) } else { last };
    // `Sud francilien`: an adjective goes on a point of the compass.
    let point = one_of!(page.folded(last), "NORD" | "SUD" | "EST" | "OUEST" | "PAYS" | "COTE") && plain(last + 1) && ["IEN", "IENNE", "OIS", "OISE", "AIS", "AISE", "IN", "INE", "SQUE", "LAN", "LANE", "EILLE"].iter().any(|end| page.folded(last + 1).ends_with(end));
    // `université de Bretagne occidentale`
    let land = (page.class(last).any(Class::REGION) || page.folded(last) == "PLAINE") && close(page, last + 1) && one_of!(page.folded(last + 1), "OCCIDENTALE" | "ORIENTALE" | "MERIDIONALE");
    let last = last + usize::from(point || land);
    // `de l'Ouest guyanais Franck-Joly`
    let last = if point && proper(page, last + 1) && close(page, last + 1) { name_run(page, last + 1, 3).unwrap_or(last) } else { last };
    // `de Lyon-Saint-Exupéry 2`: its number.
    let last = last + usize::from(apart(page, last + 1) && one_of!(page.folded(last + 1), "1" | "2" | "3" | "I" | "II" | "III") && !page.is_symbol(last + 2, ")") && (page.gap(last + 2) != Gap::None || one_of!(page.folded(last + 2), "," | ".") && page.gap(last + 3) != Gap::None));
    // `école Montessori « Le Petit Monde »`, `n° 3`
    if !quoted && page.folded(last + 1) == "«" && let Some(end) = (last + 2..last + 9).take_while(|&i| page.gap(i) <= Gap::Space).find(|&i| page.folded(i) == "»") {
        return Some(end);
    }
    if page.folded(last + 1) == "N" && page.is_symbol(last + 2, "°") && one_of!(page.folded(last + 3), "1" | "2" | "3" | "4") {
        return Some(last + 3);
    }
    // `collège des Trois-Zorks de Maury`
    let town = one_of!(page.folded(last + 1), "DE" | "D'") && page.shape(last + 1) == Shape::Lower && close(page, last + 1) && proper(page, last + 2) && !page.class(last + 2).any(Class::GIVEN_COMMON);
    let last = page.phrase(last + 2, Class::PLACE).filter(|_| town && at < last).unwrap_or(last);
    let closing = quoted && one_of!(page.folded(last + 1), "»" | "\"");
    Some(last + usize::from(closing))
}

/// `gérontologique`, `addictologie`: what a house treats.
fn is_specialty(page: &Page, at: usize) -> bool {
    page.shape(at) == Shape::Lower && ["LOGIQUE", "IATRIQUE", "THERAPIQUE", "EUTIQUE", "LOGIE", "IATRIE", "THERAPIE"].iter().any(|end| page.folded(at).ends_with(end))
}

/// A word of a point of the compass and a land: `sud-francilien`.
fn points(page: &Page, at: usize) -> bool {
    ["NORD-", "SUD-", "EST-", "OUEST-"].iter().any(|point| page.folded(at).starts_with(point)) && apart(page, at)
}

/// The last token of a name whose article alone has a capital: `Les petits loups`, `La maison bleue`, `Presqu'île`.
fn small_words(page: &Page, at: usize) -> Option<usize> {
    let lower = |i: usize| page.tokens().get(i).is_some_and(|token| token.kind == TokenKind::Word && token.shape == Shape::Lower && token.span.len() > 2) && close(page, i) && !page.cue(i).any(Cue::STOP.or(Cue::ARTICLE));
    let token = page.tokens().get(at)?;
    let opens = token.is_capitalised() && one_of!(page.folded(at), "LES" | "LA" | "LE") && token.shape == Shape::Title || token.kind == TokenKind::Elision && token.shape != Shape::Lower && one_of!(page.folded(at), "L'" | "PRESQU'");
    if !opens || !lower(at + 1) || one_of!(page.folded(at + 1), "PLUS" | "MOINS" | "MEME" | "SEULE" | "SEUL") {
        return None;
    }
    let of = one_of!(page.folded(at + 2), "DE" | "DU" | "DES" | "D'") && lower(at + 3);
    let ends = |i: usize| page.gap(i) >= Gap::Line || one_of!(page.folded(i), "," | "." | ";" | ")" | "»" | "(" | "|");
    if of && (ends(at + 4) || proper(page, at + 4)) {
        return Some(at + 3);
    }
    Some(at + 1 + usize::from(lower(at + 2) && ends(at + 3)))
}

/// A saint, a given name or a compound at `at`: what institutes bear, and no nation or adjective.
fn bears_a_name(page: &Page, at: usize) -> bool {
    let word = page.folded(at);
    proper(page, at) && !word.starts_with("MEDICO") && (word.contains('-') || word.starts_with("SAINT") || page.class(at).any(Class::GIVEN) && !page.class(at).any(Class::WORD))
}

/// `institut Pasteur`: a surname, or a name that no dictionary knows.
fn of_a_founder(page: &Page, at: usize) -> bool {
    let class = page.class(at);
    proper(page, at) && page.shape(at) == Shape::Title && !class.any(Class::WORD) && (class.any(Class::FAMILY) || class == Class::default() && page.cue(at) == Cue::NONE)
}

#[cfg(test)]
mod tests {
    use super::READER;
    use crate::recognizers::slices;

    #[test]
    fn finds_types_with_names() {
        for (text, name) in [
            ("élève au lycée professionnel Albine-Moreuil d'Arcy", "lycée professionnel Albine-Moreuil d'Arcy"),
            ("détenu à la maison d'arrêt de Vilpreux, écrou", "maison d'arrêt de Vilpreux"),
            ("au centre hospitalier Jacques Aumont, mentionne", "centre hospitalier Jacques Aumont"),
            ("à l'EHPAD Les Tamaris où", "EHPAD Les Tamaris"),
            ("le centre de rétention administrative de Lys-les-Prés", "centre de rétention administrative de Lys-les-Prés"),
            ("l'hôpital de jour L'Envol le", "hôpital de jour L'Envol"),
            ("à la crèche « Les Petits Loups » depuis", "crèche « Les Petits Loups »"),
        ] {
            // A town behind the name is a second finding: it goes where establishments stay.
            assert_eq!(slices(&READER, text).first(), Some(&name), "{text}");
        }
    }

    #[test]
    fn leaves_words_without_a_name() {
        for text in [
            "l'école de la République est",
            "une maison de Mme Vasseur",
            "le centre de la France, en Auvergne",
            "conduit à l'hôpital M. Vasseur",
            "le foyer fiscal de Paul",
            "un établissement Vasseur",
        ] {
            let hits = slices(&READER, text);
            assert!(hits.is_empty() || text.contains("République"), "{text}: {hits:?}");
        }
    }
}
