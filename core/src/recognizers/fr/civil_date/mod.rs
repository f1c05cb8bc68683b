//! Dates of birth, death, marriage and PACS: day and month, the year stays readable.
//!
//! A date proven once to be a birth, a death or a marriage is found again wherever it stands, in whatever writing.

mod date;

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use self::date::Date;
pub(super) use self::date::{Form, dates, letters_before};
use super::{Reader, Rule};
use crate::context::{Cue, Page, Vocabulary};
use crate::model::{Confidence, Detection, Kind};
use crate::recognizers::figures::{holds, value_at};
use crate::context::is_bar;
use crate::text::{Gap, Shape, TokenKind, one_of};

const SOURCE: &str = "COJ art. L111-13 and R111-12; Code civil art. 34 (dates of the actes de l'état civil)";

const RULES: &[Rule] = &[
    Rule { id: "fr/birth_date", kind: Kind::BirthDate, finds: "Day and month of a birth.", source: SOURCE },
    Rule { id: "fr/death_date", kind: Kind::DeathDate, finds: "Day and month of a death.", source: SOURCE },
    Rule { id: "fr/marriage_date", kind: Kind::MarriageDate, finds: "Day and month of a marriage or PACS.", source: SOURCE },
];

/// The three rules: one reading of the page's dates, three kinds.
pub(super) const READER: Reader = Reader { rules: RULES, find };

fn find(page: &Page, found: &mut Vec<Detection>) {
    let meanings = page.meanings(&WORDS);
    let said = |meaning: u8| meanings.iter().any(|said| said & meaning != 0);
    // A family tree tells births and deaths by signs alone.
    let life = said(BORN | DIED) || holds(page, &["ENFANT", "ENFANTS"]);
    let cued: Vec<&Rule> = RULES.iter().filter(|rule| if rule.kind == Kind::MarriageDate { said(MARRIED) || holds(page, &["†"]) } else { life }).collect();
    if cued.is_empty() {
        return;
    }
    let dates = dates(page);
    let tables = page.tables();
    for rule in cued {
        find_kind(&Said { page, meanings: &meanings, kind: rule.kind }, rule, &dates, tables, found);
    }
}

/// What words say of a date, read once for the page.
struct Said<'p, 't> {
    page: &'p Page<'t>,
    meanings: &'p [u8],
    kind: Kind,
}

const BORN: u8 = 1;
const DIED: u8 = 2;
const MARRIED: u8 = 4;
const BESIDE: u8 = 8;
const OCCURRING: u8 = 16;

static WORDS: LazyLock<Vocabulary<u8>> = LazyLock::new(|| {
    let listed = [(BIRTH, BORN), (DEATH, DIED), (MARRIAGE, MARRIED), (BETWEEN, BESIDE), (OCCURS, OCCURRING)];
    Vocabulary::new(listed.into_iter().flat_map(|(words, meaning)| words.split(' ').map(move |word| (word, meaning))), |a, b| a | b)
});

impl Said<'_, '_> {
    fn means(&self, at: usize, meaning: u8) -> bool {
        self.meanings[self.page.tokens()[at].word.0 as usize] & meaning != 0
    }

    /// True for a word that makes a date one of the kind.
    fn is_cue(&self, at: usize) -> bool {
        let kind = match self.kind {
            Kind::BirthDate => BORN,
            Kind::DeathDate => DIED,
            _ => MARRIED,
        };
        self.means(at, kind)
    }
}

fn find_kind(said: &Said, rule: &Rule, dates: &[Date], tables: &crate::context::Tables, found: &mut Vec<Detection>) {
    let page = said.page;
    let mut proven = FxHashSet::default();
    let mut hits = vec![None; dates.len()];
    for (i, date) in dates.iter().enumerate() {
        let continues = i > 0 && hits[i - 1].is_some() && lists(page, dates[i - 1].after, date.first) && of_tree(page, dates, i, Kind::DeathDate).is_none();
        if date.form == Form::Loose && !page.before(date.first, 4).any(|at| said.is_cue(at)) {
            continue;
        }
        let head = || tables.head(page, date.first).find(|&at| said.is_cue(at));
        // `| Né le | 12/04/1921 |`
        let row = || date.first.checked_sub(1).filter(|&bar| is_bar(page, bar)).and_then(|_| tables.first_cell(page, date.first).rev().find(|&at| said.is_cue(at) && is_cue(page, at, date.first)));
        // A line of a chronology has its own word, after the date.
        let entry = page.gap(date.first) >= Gap::Line && one_of!(page.folded(date.after), ":" | "-" | "–" | "—") && !date.first.checked_sub(1).is_some_and(|i| page.is_symbol(i, ":") || page.cue(i).any(Cue::ARTICLE) || said.is_cue(i));
        let before = || if entry { None } else { cue(said, date.first) };
        let found = before().or_else(|| cue_after(said, date)).or_else(head).or_else(row).or_else(|| of_tree(page, dates, i, rule.kind));
        let found = found.or_else(|| if rule.kind == Kind::BirthDate { of_child(page, date).or_else(|| abbreviated(page, date)).or_else(|| of_cell(page, date, tables)) } else { None });
        if let Some(cue) = found.or(if continues { hits[i - 1] } else { None }) {
            hits[i] = Some(cue);
            if date.value.2.is_some() && date.form != Form::Month {
                proven.insert(date.value);
            }
        }
    }
    for (date, hit) in dates.iter().zip(hits) {
        let detection = Detection::new(rule.id, rule.kind, date.span, Confidence::Certain);
        match hit {
            Some(cue) => found.push(detection.with_cue(page.tokens()[cue].span)),
            // `dans la nuit du 3 au 4 mai`: the days of what happened, one of which is the death's; so is `les faits du 3 mai`.
            None if proven.contains(&date.value) && page.folded(date.first + 1) != "AU" && !one_of!(page.folded(date.first.saturating_sub(2)), "FAITS" | "EVENEMENTS") => found.push(Detection { confidence: Confidence::Strong, ..detection }),
            None => {}
        }
    }
}

const BIRTH: &str = "\
    NE NEE NES NEES NAISSANCE NAISSANCES DN DDN NAQUIT NAITRE ANNIVERSAIRE NAISS NAIS ACCOUCHE ACCOUCHAIT ACCOUCHEMENT MONDE NAISSAIT NAISSAIENT MORT-NE MORT-NEE MAJEUR MAJEURE ISSUS ISSUES AN ANS JOUR NAQUIRENT";
const DEATH: &str = "\
    DECEDE DECEDEE DECEDES DECEDEES DECES MORT MORTE MORTS DECEDER SUICIDE SUICIDEE TUE TUEE TUES TUEES NOYE NOYEE NOYES SUCCOMBE ETEINT ETEINTE ASSASSINE ASSASSINEE MOURUT DECEDA PERI VEUVE VEUF † DECEDAIT DECEDAIENT DECEDANT DECEDENT \
    DCD SUCCOMBAIT MOURAIT MORTEL MORTELLE VIE JOURS INHUME INHUMEE EXPIRE PREDECEDE PREDECEDEE PREDECEDES PREDECEDEES PENDU PENDUE ETEIGNAIT ETEIGNIT CORPS HONNEUR AME SOUPIR QUITTES PARTI PARTIE YEUX PERDU ALLE ALLEE SURVECU SOUFFLE \
    EMPORTE EMPORTEE DECEDERA DECEDERAIT DECEDERENT MEURT MOURRA MORTELLEMENT ABATTU ABATTUE DEFENESTRE DEFENESTREE ASSASSINAT MEURTRE \
    QUITTE FAUCHE FAUCHEE OUVERTE FUSILLE FUSILLEE FUSILLES ORPHELIN ORPHELINE SUCCOMBA VIVRE MOURIR FRANCE SURPRIS QUITTEE DISPARU DISPARUE INCINERE INCINEREE DISPARITION RAPPELE RAPPELEE PRIS MOURURENT PERIRENT PERIT ARRETE";
const MARRIAGE: &str = "\
    MARIE MARIEE MARIES MARIEES MARIAGE PACS PACSE PACSEE PACSES NOCES EPOUSE EPOUSEE UNION PACTE REMARIE REMARIEE REMARIES UNIS UNI UNIE EPOUSAILLES EPOUSAIT EPOUSAIENT CEREMONIE CONVOLE CONVOLA CONVOLENT PACSANT MARIANT PACSER MARIERENT MARIA EPOUSA EPOUSERENT UNIRENT PACSERENT";

/// The word that makes the date at token `first` a civil one: before it, with nothing but places and such words between.
fn cue(said: &Said, first: usize) -> Option<usize> {
    let Said { page, kind, .. } = *said;
    // `Née le .......... 31.01.1929`: dots lead from the label to its date.
    if let Some(label) = page.leader(first) {
        // `Né(e) le : ....`
        return (label.saturating_sub(6)..=label).rev().find(|&at| said.is_cue(at) && is_cue(page, at, first));
    }
    let reach = if kind == Kind::BirthDate { 14 } else { 22 };
    let mut unknown = 0;
    // `décès provoqué par deux coups, survenu le`: what occurred is the nearest of what can.
    let told = || page.before(first, 12).take_while(|&at| !one_of!(page.folded(at), ";" | ":" | "EST" | "ETE") && (page.kind(at) != TokenKind::Number || page.bytes(at) < 4)).find(|&at| one_of!(page.folded(at), "SURVENU" | "SURVENUE" | "INTERVENU"));
    if kind == Kind::DeathDate && first > 1 && page.folded(first - 1) == "LE" && let Some(told) = told() {
        let noun = page.before(told, reach).take_while(|&at| !one_of!(page.folded(at), ";" | "•") && !(page.is_symbol(at, ".") && page.bytes(at - 1) > 3)).find(|&at| one_of!(page.folded(at), "DECES" | "MORT" | "ACCIDENT" | "FAITS" | "SINISTRE" | "CHUTE" | "INCENDIE" | "AGRESSION"));
        let death = |at: usize| page.folded(at) == "DECES" && is_cue(page, at, first) || page.folded(at) == "MORT" && page.cue_before(at, 1, &["LA"]).is_some() && one_of!(page.folded(at + 1), "DE" | "DU");
        if let Some(noun) = noun.filter(|&at| death(at)) {
            return Some(noun);
        }
    }
    // `décès de sa grand-mère Zorka qui l'élevait, le`
    if kind == Kind::DeathDate && first > 2 && page.folded(first - 1) == "LE" && page.is_symbol(first - 2, ",") {
        let within = || page.before(first - 2, 14).take_while(|&at| !one_of!(page.folded(at), ";" | "." | ":"));
        let told = within().find(|&at| page.folded(at) == "QUI").and_then(|_| within().find(|&at| page.folded(at) == "DECES" && one_of!(page.folded(at + 1), "DE" | "D'" | "DU")));
        if let Some(noun) = told.filter(|&at| is_cue(page, at, first)) {
            return Some(noun);
        }
    }
    // `est mort par arme à feu, de sa main, le`: nothing but complements since the verb.
    if kind == Kind::DeathDate && first > 2 && page.folded(first - 1) == "LE" && page.is_symbol(first - 2, ",") {
        let verb = |at: usize| one_of!(page.folded(at), "A" | "EST" | "ONT" | "SONT" | "AVAIT" | "ETAIT" | "ETE" | "QUI" | "QUE" | "QU'" | "DONT" | "LORSQUE") && page.document.original_at(at) != "à";
        let clause = || page.before(first - 2, 20).take_while(|&at| !one_of!(page.folded(at), ";" | "." | ":"));
        if let Some(verb) = clause().find(|&at| verb(at))
            && one_of!(page.folded(verb), "EST" | "ETAIT" | "ETE")
            && one_of!(page.folded(verb + 1), "MORT" | "MORTE" | "DECEDE" | "DECEDEE" | "ETEINT" | "ETEINTE" | "NOYE" | "NOYEE" | "TUE" | "TUEE")
        {
            return Some(verb + 1);
        }
    }
    // `est né pendant la peine, le 6 mai`, `mariés comme eux sans contrat, le 25 juillet à Lyon`: nothing but complements since the participle.
    if kind != Kind::DeathDate && first > 2 && page.folded(first - 1) == "LE" && page.is_symbol(first - 2, ",") && let Some(cue) = complemented(page, kind, first) {
        return Some(cue);
    }
    // `acte de mariage n° 4 de l'année 2005, célébré le 23 juillet`
    if kind == Kind::MarriageDate && first > 2 && page.folded(first - 1) == "LE" && one_of!(page.folded(first - 2), "CELEBRE" | "CELEBREE") {
        let noun = page.before(first - 2, 16).take_while(|&at| !page.is_symbol(at, ";") && page.gap(at + 1) < Gap::Blank).find(|&at| one_of!(page.folded(at), "MARIAGE" | "UNION"));
        if noun.is_some() {
            return noun;
        }
    }
    // `s'est marié : 1° avec X, le 3 mai 1970 ; 2° avec Y, le 26 septembre`: an item of marriages.
    if kind == Kind::MarriageDate && first > 3 && page.folded(first - 1) == "LE" && page.is_symbol(first - 2, ",") {
        let with = (first.saturating_sub(9)..first - 2).rev().find(|&at| !page.is_capitalised(at) && !page.cue(at).any(Cue::PARTICLE));
        if let Some(with) = with.filter(|&with| page.folded(with) == "AVEC" && with > 0 && page.is_symbol(with - 1, "°")) {
            return (with.saturating_sub(70)..with).rev().find(|&at| said.is_cue(at) && is_cue(page, at, first));
        }
    }
    for at in page.before(first, reach) {
        let word = page.folded(at);
        // `(Union des Comores)`: no couple's.
        // `trois jours après, le`: no death's word.
        let later = word == "JOURS" && one_of!(page.folded(at + 1), "PLUS" | "APRES") || word == "YEUX" && page.cue_before(at, 2, &["FERME"]).is_none();
        if !later && said.is_cue(at) && !(word == "UNION" && page.is_symbol(at - usize::from(at > 0), "(")) {
            // `date de naissance de cet individu`: a participle is nearer to its date.
            let far = kind == Kind::BirthDate && unknown > 0 && !one_of!(word, "NAISSANCE" | "ACCOUCHEMENT" | "ACCOUCHE" | "ACCOUCHAIT" | "MONDE");
            return (!far && is_cue(page, at, first)).then_some(at);
        }
        let token = &page.tokens()[at];
        let jail = word == "ARRET" && page.folded(at + 1) == "CARDIAQUE" || word == "ARRET" && at > 1 && page.folded(at - 1) == "D'" && page.folded(at - 2) == "MAISON";
        let between = match token.kind {
            _ if jail => true,
            // A department (57) or a postcode, no year; a sentence's end only after an abbreviation.
            TokenKind::Number => token.span.len() != 4 && token.span.len() <= 5,
            TokenKind::Symbol => !one_of!(word, ";" | "•" | "|" | "│") && (word != "." || first == at + 1 && page.gap(first) < Gap::Line || page.bytes(at - usize::from(at > 0)) <= 3 || one_of!(page.folded(at - usize::from(at > 0)), "NAISS" | "NAIS")),
            TokenKind::Elision => true,
            // `Faaa (Polynésie française)`
            TokenKind::Word => token.shape != Shape::Lower || page.is_symbol(at + 1, ")") && at > 0 && page.is_capitalised(at - 1) || word == "PAR" && page.folded(at + 1) == "CESARIENNE" || word == "DEPUIS" && at > 0 && page.folded(at - 1).starts_with("MAJEUR") || said.means(at, if kind == Kind::BirthDate { BESIDE } else { BESIDE | OCCURRING }) || page.cue(at).any(Cue::DAY.or(Cue::PARTICLE).or(Cue::ARTICLE).or(Cue::KIN).or(Cue::NUMBER))
                // `décédée à Zorkville, en son domicile 2 rue du Moulin, le`
                || kind == Kind::DeathDate && page.cue(at).any(Cue::STREET) && at > 0 && page.kind(at - 1) == TokenKind::Number
                // `à Lyon 8ème`, `EHPAD Ty an Dud Kozh`
                || at > 0 && page.kind(at - 1) == TokenKind::Number && one_of!(word, "EME" | "E" | "ER") || page.bytes(at) <= 2 && page.is_capitalised(at + 1) && at > 0 && page.is_capitalised(at - 1),
        };
        // `mort d'un cancer de la plèvre le`, `décédé en sa demeure le`: a noun that no list knows.
        let led = || at > 0 && (page.cue(at - 1).any(Cue::ARTICLE.or(Cue::PARTICLE)) || one_of!(page.folded(at - 1), "EN" | "PAR" | "SANS" | "SON" | "SA") || kind == Kind::DeathDate && page.document.original_at(at - 1) == "à");
        // `d'un choc septique le`
        let quality = || kind == Kind::DeathDate && at > 0 && said.means(at - 1, OCCURRING) && token.shape == Shape::Lower && one_of!(page.folded(at + 1), "LE" | "," | "A");
        // `décédé d'une fibrose pulmonaire le`
        let quality = || quality() || kind == Kind::DeathDate && at > 1 && token.shape == Shape::Lower && page.cue(at - 2).any(Cue::ARTICLE.or(Cue::PARTICLE)) && page.shape(at - 1) == Shape::Lower && page.folded(at + 1) == "LE" && unknown == 0;
        let noun = !between && token.kind == TokenKind::Word && !page.cue(at).any(Cue::STOP) && unknown < 2 && (led() || quality());
        unknown += usize::from(noun);
        if !(between || noun) || page.cue(at).any(Cue::MONTH) {
            return None;
        }
    }
    None
}

/// The participle that nothing but complements parts from the date at `first`, which ends its clause or goes on with a place.
fn complemented(page: &Page, kind: Kind, first: usize) -> Option<usize> {
    let words: &[&str] = if kind == Kind::BirthDate { &["NE", "NEE", "NES", "NEES"] } else { &["MARIE", "MARIEE", "MARIES", "MARIEES", "MARIERENT", "UNIRENT"] };
    let verb = |at: usize| one_of!(page.folded(at), "A" | "EST" | "ONT" | "SONT" | "AVAIT" | "ETAIT" | "ETE" | "QUI" | "QUE" | "QU'" | "DONT" | "LORSQUE" | "OU" | "PERE" | "MERE") && page.document.original_at(at) != "à";
    let clause = || page.before(first - 2, 16).take_while(|&at| !one_of!(page.folded(at), ";" | "." | ":" | ",") && page.gap(at + 1) < Gap::Blank);
    let participle = clause().find(|&at| words.contains(&page.folded(at)) && page.shape(at) == Shape::Lower)?;
    // `né le 3 mai 1990 à Lyon, le`: he has his day.
    let dated = (participle + 1..first - 2).any(|at| verb(at) || page.kind(at) == TokenKind::Number);
    let is = kind == Kind::MarriageDate || participle > 0 && one_of!(page.folded(participle - 1), "EST" | "SONT" | "ETAIT" | "ETAIENT" | "SERAIT");
    // The year may follow the month.
    let end = (first..first + 5).find(|&at| page.kind(at) == TokenKind::Symbol || page.shape(at) == Shape::Lower && !page.cue(at).any(Cue::MONTH) && page.folded(at) != "ER")?;
    let place = |at: usize| one_of!(page.folded(at), "A" | "DEVANT" | "EN" | "DANS") && page.document.original_at(at) != "a";
    let ends = one_of!(page.folded(end), "." | ";" | ")") || place(end) || page.is_symbol(end, ",") && place(end + 1);
    (!dated && is && ends).then_some(participle)
}

/// Words that may stand between the cue and its date.
const BETWEEN: &str = "\
    LUI ELLE AUSSI EGALEMENT LUI-MEME ELLE-MEME LE A EN DE DU AU DATE LIEU ET E ES S PRES OU VERS ENVIRON RESPECTIVEMENT COMMUNE VILLE DEPARTEMENT FILS FILLE UNION RELATION RELATIONS LIAISON CONCUBINAGE COUPLE LIT NOCES JOUR LUNDI MOIS COURANT NUIT DANS ANS AGE UN UNE SON SA \
    LEUR LA LES L' SELON DECLARATIONS SES TOUS TOUTES DEUX ALLEGUEE PRESUMEE DECLAREE SUPPOSEE EXACTE LEGALE COMME ETANT EST SONT SERAIT VILLAGE SECTEUR MATERNITE HOPITAL CLINIQUE QUARTIER ARRONDISSEMENT PROVINCE REGION DISTRICT CERCLE \
    WILAYA PREFECTURE JUMEAUX JUMELLES PREMATUREMENT CENTRE HOSPITALIER PREMIER PREMIERE SECOND SECONDE DEUXIEME TROISIEME QUATRIEME DERNIER DERNIERE PENDANT DURANT INTERVENUE SURVENUE DATE PARTIES LENDEMAIN SURLENDEMAIN MEME";

/// The same for what is celebrated or occurs: `mariage célébré devant l'officier d'état civil le`, `décès survenu le`.
const OCCURS: &str = "\
    TENUE DEROULEE RELIGIEUSE COUTUMIERE CIVILE SURVENU SURVENUE INTERVENU INTERVENUE DRESSE CELEBRE CELEBREE CELEBRES CELEBREES CONTRACTE CONTRACTEE CONCLU CONCLUE ENREGISTRE DEVANT OFFICIER ETAT CIVIL MAIRIE SANS CONTRAT PREALABLE SOUS REGIME COMMUNAUTE PAR SOLIDARITE CIVILE CONSULAT AMBASSADE \
    GENERAL QUE EST CONSTATE HOPITAL DOMICILE SUITES CONSEQUENCES ACCIDENT TRAVAIL MALADIE CANCER BLESSURES COURS INSTANCE PROCEDURE DELIBERE CLINIQUE MARI EPOUX EPOUSE FEMME MERE PERE CRISE CARDIAQUE INFARCTUS ROUTE CIRCULATION \
    BRUTALEMENT SUBITEMENT PAISIBLEMENT ACCIDENTELLEMENT PREMATUREMENT TRAGIQUEMENT SOUDAINEMENT INTESTAT CHEZ LUI ELLE MAISON RETRAITE FOYER FAMILIAL CENTRE HOSPITALIER DEPUIS LIENS MARIAGE DES CIVILEMENT RELIGIEUSEMENT INSTANTANEMENT \
    LIEUX ETE AVAIT AVAIENT AYANT ONT ILS ELLES IL SE AB AB-INTESTAT CELUI-CI CELLE-CI CEUX-CI DERNIER DERNIERE REMONTANT REMONTE REMONTERAIT DETENTION PRISON CELLULE MER MONTAGNE SERVICE COUCHES EXERCICE PARENTS GRANDS-PARENTS DEFUNT \
    DEFUNTE AUTEUR TESTATEUR TESTATRICE TESTAMENT ASSURE ASSUREE SALARIE SALARIEE LOCATAIRE PRENEUR VICTIME CONJOINT CONJOINTE COMPAGNE COMPAGNON CONCUBIN CONCUBINE TITULAIRE AIEUL AIEULE ONCLE TANTE ENFANT NOURRISSON TOT DERNIERS \
    JOURS ENSUITE LORS SURVENUS INTERVENUS CONSTATES DECLARE COUTUMIER RELIGIEUX TRADITIONNEL CIVILS MOSQUEE EGLISE TEMPLE SYNAGOGUE VALABLEMENT SECONDES PREMIERES TROISIEMES NOCES AVEC NOTRE CHEF-LIEU CI-DESSUS AUTRES CORPS BLESSURE \
    SEJOUR CHAMBRE CHOC JUS ENTOURE ENTOUREE SIENS BRUTALE VIOLENTE SUBITE SOUDAINE ACCIDENTELLE PREMATUREE NOTAMMENT EU SUR CHUTE INCENDIE NOYADE OVERDOSE COVID COVID-19 BLESSE BLESSEE PERCUTE PERCUTEE RENVERSE RENVERSEE FRAPPE FRAPPEE FAUCHE FAUCHEE FIXE FIXEE MEME HEURE IN UTERO POUR VEILLE ETAIT H HEURES DECOUVERT \
    AVANT RETROUVE REPECHE RENDU SOIT CELIBATAIRE ACCIDENTEL BRUTAL VIOLENT PREMATURE TRAGIQUE SUBIT SOUDAIN CE MONDE AFFECTION QUELQUES PLUS TARD APRES SEMAINES MINUTES ENTRE POSTERITE TOUJOURS YEUX PORTE TRANSCRIT PRINCIPAL MIS CAUSE QUANT DIT-IL DIT-ELLE ENCEPHALIQUE CEREBRALE CONSTATEE Y GREFFE TRIBUNAL JUDICIAIRE PROPRE DIEU NOUS";

fn is_cue(page: &Page, at: usize, date: usize) -> bool {
    // `aura dix-huit ans le`, `a vu le jour le`: the day of a birth in other words.
    let at_once = page.folded(at + 1) == "LE" && date == at + 2;
    // `mort lors du cyclone de septembre 1989`: the storm's.
    if date > 0 && page.folded(date - 1) == "DE" && (at..date).any(|i| page.folded(i) == "LORS") {
        return false;
    }
    match page.folded(at) {
        // `par contrat de mariage du 5 mai`
        "MARIAGE" => page.cue_before(at, 2, &["CONTRAT"]).is_none() && !(at..date).any(|i| page.folded(i) == "TRANSCRIT") || (at..date).any(|i| page.folded(i).starts_with("CELEBRE")),
        "AN" | "ANS" => page.is_symbol(at + 1, "(") && date == at + 2 && (page.is_symbol(date + 5, ")") || page.is_symbol(date + 3, ")")) && page.cue_before(at, 4, &["AGE", "AGEE"]).is_some() || at_once && page.cue_before(at, 6, &["EU", "AURA", "AURAIT", "FETERA", "FETE", "ATTEINT", "ATTEINDRA", "FAIT"]).is_some(),
        "MAJEUR" | "MAJEURE" => at_once || page.folded(at + 1) == "DEPUIS",
        "JOUR" => (at_once || page.folded(at + 1) == "A") && page.cue_before(at, 2, &["VU", "VIT", "VIRENT"]).is_some(),
        // `ne` is a negation unless the accent says otherwise or `le` follows at once.
        "NE" | "NEE" if page.before(at, 5).any(|i| THINGS.contains(&page.folded(i))) => false,
        "NE" => page.shape(at) == Shape::Upper || page.is_birth(at) || page.folded(at + 1) == "LE" && at + 2 == date,
        // `acte de naissance du`, `acte de mariage du` date the act, not the birth.
        "NAISSANCE" | "NAISSANCES" => !page.before(at, 4).any(|i| one_of!(page.folded(i), "ACTE" | "EXTRAIT" | "PRIME")) && !(at..date).any(|i| THINGS.contains(&page.folded(i))),
        // `l'acte de décès de M. Vasseur, survenu le`: of the death, not of the act.
        "DECES" => !page.before(at, 3).any(|i| one_of!(page.folded(i), "ACTE" | "CAPITAL" | "ALLOCATION" | "CERTIFICAT" | "DECLARE" | "DECLARER" | "SIGNALE" | "ANNONCE" | "NOTIFIE" | "APPRIS")) && !(at..date).any(|i| page.folded(i) == "DECLARE") || (at..date).any(|i| one_of!(page.folded(i), "SURVENU" | "INTERVENU" | "PORTE")),
        "MONDE" => page.before(at, 3).any(|i| one_of!(page.folded(i), "MIS" | "METTAIT" | "VENU" | "VENUE")),
        // `s'est pendu`, `s'éteignait`
        "PENDU" | "PENDUE" | "ETEIGNAIT" | "ETEIGNIT" => at_once || page.before(at, 3).any(|i| one_of!(page.folded(i), "S'" | "RETROUVE" | "RETROUVEE" | "TROUVE" | "TROUVEE" | "DECOUVERT" | "DECOUVERTE")),
        "CORPS" => (at..date).any(|i| one_of!(page.folded(i), "REPECHE" | "RENDU")),
        // `que la mort a surpris`, `disparue sans postérité`
        "SURPRIS" => page.cue_before(at, 3, &["MORT"]).is_some(),
        // `disparu dans le naufrage du`
        "DISPARU" | "DISPARUE" if page.folded(at + 1) == "DANS" => (at + 2..at + 5).any(|i| one_of!(page.folded(i), "NAUFRAGE" | "GRISOU" | "COUP" | "AVALANCHE" | "INCENDIE" | "EFFONDREMENT" | "EXPLOSION" | "CRASH" | "ACCIDENT" | "SEISME")),
        // `jusqu'à sa propre disparition (12 août 2020)`, `la disparition de leur père, le`
        "DISPARITION" => page.before(at, 2).any(|i| one_of!(page.folded(i), "SA" | "PROPRE")) && page.is_symbol(at + 1, "(") || page.folded(at + 1) == "DE" && page.cue(at + 3).any(Cue::KIN.or(Cue::MINOR)),
        "RAPPELE" | "RAPPELEE" => page.folded(at + 2) == "DIEU",
        // `que la maladie nous avait pris le`
        "PRIS" => at_once && page.cue_before(at, 2, &["NOUS"]).is_some(),
        "DISPARU" | "DISPARUE" => page.folded(at + 1) == "EN" && one_of!(page.folded(at + 2), "MER" | "MONTAGNE") || page.folded(at + 1) == "SANS" && one_of!(page.folded(at + 2), "POSTERITE" | "ENFANT" | "TESTAMENT"),
        // `la succession s'est ouverte le`: by the death (Code civil art. 720)
        // `la succession de M. Jean Vasseur s'est ouverte le`
        "OUVERTE" => at_once && page.cue_before(at, if page.cue_before(at, 2, &["S'", ","]).is_some() { 12 } else { 4 }, &["SUCCESSION"]).is_some(),
        // `mort` is a noun and `union` a company: only beside the date or a word of theirs.
        "MORT" | "MORTS" | "MORTE" | "SUICIDE" | "SUICIDEE" => date.abs_diff(at) <= if one_of!(page.folded(at + 1), "D'" | "DE" | "DES") || page.before(at, 2).any(|i| page.folded(i) == "DONNE") || one_of!(page.folded(at + 1), "A" | "AU" | "AUX" | "EN" | "CHEZ" | "DANS" | "SUR" | "SOUS") || page.folded(at + 1) == "LE" && page.folded(at + 2) == "JOUR" { 13 } else { 6 } && !page.before(at, 1).any(|i| one_of!(page.folded(i), "LETTRE" | "PEINE" | "TEMPS" | "POINT" | "SAISON" | "TROUVE" | "TROUVEE")) && page.cue_before(at, 2, &["MENACE", "MENACEE", "MENACES", "MENACEES", "DANGER", "TENTATIVE", "TENTATIVES", "RISQUE"]).is_none(),
        "EPOUSE" | "EPOUSEE" => (page.folded(at + 1) == "LE" || page.folded(at + 1) == "A" && page.document.ends_acute(at) && page.is_accented()) && !page.before(at, 1).any(|i| one_of!(page.folded(i), "SON" | "MON" | "L'" | "UNE" | "LADITE" | "SUSDITE" | "EX")) || page.before(at, 2).any(|i| one_of!(page.folded(i), "A" | "AVAIT" | "ONT" | "AVAIENT" | "AYANT" | "AVOIR" | "AI" | "AVAIS" | "AURAIT") && page.document.original_at(i) != "à"),
        "VIVRE" => page.cue_before(at, 2, &["CESSE"]).is_some(),
        "MOURIR" => at_once && page.cue_before(at, 1, &["ALLAIT", "VENAIT", "DEVAIT"]).is_some(),
        // `tombé pour la France le`, `mort pour la France à Zorkville le'
        "FRANCE" => (at_once || page.folded(at + 1) == "A") && page.cue_before(at, 2, &["POUR"]).is_some() && page.cue_before(at, 4, &["TOMBE", "TOMBES", "MORT", "MORTS"]).is_some(),
        "VEUVE" | "VEUF" | "ORPHELIN" | "ORPHELINE" => page.is_symbol(at + 1, "(") && date == at + 2 || at_once && page.cue_before(at, 1, &["DEVENU", "DEVENUE"]).is_some() || (at..date).any(|i| page.folded(i) == "DEPUIS"),
        // `tombé au champ d'honneur`, `a rendu l'âme`, `son dernier soupir`, `nous a quittés`
        "HONNEUR" => page.cue_before(at, 2, &["CHAMP"]).is_some(),
        "ALLE" | "ALLEE" => page.cue_before(at, 3, &["EN"]).is_some() && page.cue_before(at, 4, &["S'"]).is_some(),
        "SURVECU" => page.cue_before(at, 1, &["PAS", "JAMAIS"]).is_some() || one_of!(page.folded(at + 1), "JUSQU'" | "JUSQU'AU" | "JUS"),
        "ASSASSINAT" | "MEURTRE" => at > 0 && one_of!(page.folded(at - 1), "LE" | "L'" | "SON" | "DU" | "LEUR") && page.cue_before(at, 5, &["TENTATIVE", "POUR", "CHEF", "COUPABLE"]).is_none(),
        "EMPORTE" | "EMPORTEE" => page.folded(at + 1) == "PAR" || at_once && page.cue_before(at, 4, &["L'"]).is_some(),
        "ABATTU" | "ABATTUE" => page.cue_before(at, 1, &["ETE"]).is_some() && page.before(at, 7).any(|i| page.cue(i).any(Cue::KIN.or(Cue::CIVILITY).or(Cue::PERSON_NOUN)) || page.folded(i) == "VICTIME"),
        "AME" | "SOUPIR" | "SOUFFLE" => page.cue_before(at, 4, &["RENDU", "RENDIT", "RENDRE"]).is_some(),
        "YEUX" => page.cue_before(at, 2, &["FERME"]).is_some(),
        // `Maman est partie le`: of a parent who leaves a home a child says the same, of the old nobody.
        "PARTI" | "PARTIE" => at_once && page.cue_before(at, 2, &["MAMAN", "MAMIE", "MAMY", "PAPI", "PAPY", "PEPE", "MEME", "GRAND-MERE", "GRAND-PERE"]).is_some(),
        // `a perdu son mari le`
        // `a perdu sa mère, Adjoua Zorkin, le 16 août`
        "PERDU" => (date == at + 4 || page.is_symbol(at + 3, ",") && (at + 4..date.saturating_sub(2)).all(|i| page.is_capitalised(i) || page.is_symbol(i, ".") || page.kind(i) == TokenKind::Elision || page.cue(i).any(Cue::PARTICLE.or(Cue::BORN))) && page.is_symbol(date - 2, ",")) && (page.cue(at + 2).any(Cue::KIN.or(Cue::MINOR)) || one_of!(page.folded(at + 2), "MARI" | "FEMME")),
        "QUITTE" | "QUITTEE" => page.folded(at + 1) == "CE" && page.folded(at + 2) == "MONDE" || page.folded(at + 1) == "POUR" && page.folded(at + 2) == "TOUJOURS",
        "FAUCHE" | "FAUCHEE" => page.folded(at + 1) == "PAR" && (at + 2..date.min(at + 7)).any(|i| one_of!(page.folded(i), "MALADIE" | "AFFECTION" | "CANCER" | "MAL")),
        "QUITTES" => page.cue_before(at, 3, &["NOUS"]).is_some(),
        "MORTEL" | "MORTELLE" => page.before(at, 2).any(|i| one_of!(page.folded(i), "ACCIDENT" | "CHUTE" | "MALAISE")),
        // `a perdu la vie`, `retrouvé sans vie`, `mis fin à ses jours`
        "VIE" => page.before(at, 2).any(|i| one_of!(page.folded(i), "PERDU" | "PERDAIT" | "SANS" | "OTE" | "COUTE")),
        "JOURS" => page.before(at, 4).any(|i| page.folded(i) == "FIN") && page.before(at, 1).any(|i| one_of!(page.folded(i), "SES" | "LEURS")),
        // `je la tue`: a threat, no death.
        "TUE" | "TUES" => !one_of!(page.document.original_at(at), "tue" | "tues") || at > 0 && one_of!(page.folded(at - 1), "ETE" | "EST" | "SONT"),
        "EXPIRE" => page.before(at, 1).any(|i| page.folded(i) == "A") && !page.before(at, 4).any(|i| one_of!(page.folded(i), "DELAI" | "CONTRAT" | "BAIL" | "TITRE" | "VISA")),
        "MARIA" => page.shape(at) == Shape::Lower && page.before(at, 2).any(|i| one_of!(page.folded(i), "SE" | "S'")),
        "UNIRENT" => page.before(at, 1).any(|i| page.folded(i) == "S'"),
        "PERIT" => page.shape(at) == Shape::Lower,
        // `son cœur s'est arrêté le`
        "ARRETE" => page.document.ends_acute(at) && page.before(at, 4).any(|i| page.folded(i) == "COEUR"),
        "UNI" | "UNIE" => page.before(at, 3).any(|i| page.folded(i) == "S'") || at_once && page.before(at, 3).any(|i| one_of!(page.folded(i), "COUPLE" | "EPOUX")),
        "UNIS" => page.before(at, 3).any(|i| one_of!(page.folded(i), "S'" | "SE")) || one_of!(page.folded(at + 1), "PAR" | "RELIGIEUSEMENT" | "CIVILEMENT"),
        // `issus Léa, le 3 mai 2015`: a name follows, no marriage.
        "ISSUS" | "ISSUES" => page.is_capitalised(at + 1) || page.is_symbol(at + 1, ":"),
        "ETEINT" | "ETEINTE" => page.before(at, 3).any(|i| page.folded(i) == "S'"),
        "CEREMONIE" => page.folded(date - 1) == "LE" && (page.folded(date - 2) == "CELEBREE" || page.folded(at + 1).starts_with("RELIGIEU") && one_of!(page.folded(date - 2), "TENUE" | "DEROULEE")),
        "UNION" | "PACTE" => page.folded(date - 1) == "LE" && (at..date).any(|i| one_of!(page.folded(i), "CELEBREE" | "CIVIL" | "CONTRACTEE")),
        _ => true,
    }
}

/// Things that are born too.
const THINGS: &[&str] = &["CREANCE", "CREANCES", "DETTE", "OBLIGATION", "LITIGE", "DIFFEREND", "DROIT", "PREJUDICE", "ACTION", "DIFFICULTE", "CONTRAT", "CONFLIT"];

/// The word after a date that makes it a civil one: `le 3 mars, date de son décès`, `Le 3 mars, M. Vasseur est décédé`.
fn cue_after(said: &Said, date: &Date) -> Option<usize> {
    let Said { page, kind, .. } = *said;
    let after = date.after;
    let named = (after..after + 3).any(|at| one_of!(page.folded(at), "DATE" | "JOUR" | "LENDEMAIN" | "VEILLE") && at > after.saturating_sub(1));
    let marriage = kind == Kind::MarriageDate;
    // `3 mai 1970 : naissance de Paul`: a line of a chronology.
    if one_of!(page.folded(after), ":" | "-" | "–" | "—") && one_of!(page.folded(after + 1), "NAISSANCE" | "DECES" | "MARIAGE") && said.is_cue(after + 1) {
        return Some(after + 1);
    }
    // `Le 3 mai 2020, il est tombé d'un pont et n'a pas survécu`, `a été renversé par un camion et est mort sur le coup`
    if kind == Kind::DeathDate {
        let sentence = (after..after + 30).take_while(|&at| page.gap(at) <= Gap::Line && !page.is_symbol(at, ";") && !(page.is_symbol(at, ".") && page.bytes(at - 1) > 3));
        let fatal = |at: usize| page.folded(at) == "SURVECU" && one_of!(page.folded(at - 1), "PAS" | "JAMAIS") || one_of!(page.folded(at), "MORT" | "MORTE" | "DECEDE" | "DECEDEE" | "TUE" | "TUEE") && page.folded(at + 1) == "SUR" && one_of!(page.folded(at + 3), "COUP" | "CHAMP") || one_of!(page.folded(at), "PENDU" | "PENDUE" | "MORT" | "MORTE") && one_of!(page.folded(at - 1), "DECOUVERT" | "DECOUVERTE" | "RETROUVE" | "RETROUVEE" | "TROUVE" | "TROUVEE");
        if date.first > 0 && page.folded(date.first - 1) == "LE" && let Some(at) = sentence.into_iter().find(|&at| fatal(at)) {
            return Some(at);
        }
    }
    // `Le père a eu, le 2 avril 2023, à Zorkville, un enfant`
    if kind == Kind::BirthDate && date.first > 2 && page.folded(date.first - 1) == "LE" && (date.first - 3..date.first - 1).any(|at| one_of!(page.folded(at), "EU" | "EURENT" | "EUT")) {
        let child = (after..after + 12).take_while(|&at| page.gap(at) <= Gap::Line && !one_of!(page.folded(at), "." | ";")).find(|&at| one_of!(page.folded(at), "ENFANT" | "FILS" | "FILLE" | "GARCON" | "JUMEAUX" | "JUMELLES") && one_of!(page.folded(at - 1), "UN" | "UNE" | "DES" | "DEUX" | "PREMIER" | "PREMIERE" | "SECOND" | "PETITE" | "PETIT"));
        if child.is_some() {
            return child;
        }
    }
    let mut verb = false;
    for at in after..(after + 15).min(page.tokens().len()) {
        let word = page.folded(at);
        if page.gap(at) > Gap::Line {
            return None;
        }
        if said.is_cue(at) && !one_of!(word, "PERDU" | "VEUVE" | "VEUF") {
            let is = one_of!(page.folded(at - 1), "EST" | "SONT" | "ETAIT");
            let noun = one_of!(word, "DECES" | "MARIAGE" | "NAISSANCE" | "PACS" | "UNION" | "PACTE") || word == "MORT" && !is;
            let conjugated = word == "DECEDE" && page.document.is_acute(at) && !page.document.ends_acute(at) && page.shape(at) == Shape::Lower || one_of!(word, "DECEDAIT" | "DECEDAIENT" | "DECEDA" | "MOURUT" | "MOURAIT" | "MEURT" | "SUCCOMBAIT" | "ETEIGNAIT" | "EPOUSAIT" | "ACCOUCHAIT" | "NAISSAIT" | "NAQUIT") || word.starts_with("EMPORTE") && page.is_symbol(at - 1, ",");
            let contracted = marriage && noun && (date.first.saturating_sub(2)..at).any(|i| one_of!(page.folded(i), "CONTRACTE" | "CONCLU"));
            // `est née Léa`, `est né à Metz`, and no litigation that is born.
            let born = !one_of!(word, "NE" | "NEE" | "NES" | "NEES") || is && (page.is_capitalised(at + 1) || page.folded(at + 1) == "A" || page.cue(at + 2).any(Cue::KIN.or(Cue::MINOR)) && page.cue(at + 1).any(Cue::ARTICLE));
            let given = word == "NAISSANCE" && page.folded(at - 1) == "DONNE";
            // `depuis le décret du 9 juin, a épousé`: the date of a deed.
            // `En date du 9 juin, M. Vasseur est décédé` opens its sentence.
            let dated = date.first > 2 && page.folded(date.first - 2) == "DATE" && page.folded(date.first - 3) == "EN" && page.shape(date.first - 3) == Shape::Title;
            let deed = !dated && date.first > 0 && page.folded(date.first - 1) == "DU" && page.cue_before(date.first, 4, &["NUIT", "JOURNEE", "MATINEE", "SOIREE"]).is_none();
            let happens = !deed && (!noun || given) && born && (verb || conjugated) && is_cue(page, at, after);
            return (noun && named || contracted || happens).then_some(at);
        }
        verb |= one_of!(word, "EST" | "SONT" | "ETAIT" | "S'" | "A" | "ETE" | "SE" | "ONT");
        let between = one_of!(word, "," | "»" | "DATE" | "JOUR" | "LENDEMAIN" | "VEILLE" | "IL" | "ELLE" | "ILS" | "DE" | "DU" | "LEUR" | "ETE" | "EST" | "SONT" | "S'" | "ETAIT" | "A" | "PERDU" | "TROUVE" | "MIS" | "METTAIT" | "DONNE" | "FIN" | "AU" | "CETTE" | "ANNEE" | "QUE" | "LAQUELLE" | "NOUS") || word == "." && page.bytes(at - 1) <= 3 || marriage && one_of!(word, "SE" | "ET" | "ONT" | "UN" | "CONCLUSION" | "D'" | "CONTRACTE" | "CONCLU" | "AVEC" | "LES" | "EPOUX" | "PARTIES")
            || page.cue(at).any(Cue::PARTY_LABEL) && page.shape(at) == Shape::Lower || word == "VEUVE"
            || page.cue(at).any(Cue::CIVILITY.or(Cue::ARTICLE).or(Cue::KIN).or(Cue::PARTICLE)) || page.is_capitalised(at);
        if !between {
            return None;
        }
    }
    None
}

/// `Paul Vasseur (° 12 avril 1921, † 3 mai 1990)`, `(12/04/1921 - 03/05/1990)`: the sign of a family tree, or a life in brackets.
///
/// A life is as long as a childhood at least; a shorter time is that of an office.
fn of_tree(page: &Page, dates: &[Date], at: usize, kind: Kind) -> Option<usize> {
    const CHILDHOOD: u32 = 18;
    let date = dates[at].first;
    // The place may stand between.
    let sign = page.before(date, 4).find(|&i| !page.is_capitalised(i) && !(page.is_symbol(i, ",") && i + 1 == date))?;
    let opens = sign > 0 && (page.is_symbol(sign - 1, "(") || page.is_symbol(sign - 1, ","));
    let signs: &[&str] = match kind {
        Kind::BirthDate => &["°", "*"],
        Kind::MarriageDate if page.document.find("†").is_some() => &["X", "×"],
        _ => &[],
    };
    if opens && signs.contains(&page.folded(sign)) {
        return Some(sign);
    }
    let first = match kind {
        Kind::BirthDate => at,
        Kind::DeathDate => at.checked_sub(1)?,
        _ => return None,
    };
    let (birth, death) = (dates.get(first)?, dates.get(first + 1)?);
    let joined = death.first == birth.after + 1 && one_of!(page.folded(birth.after), "-" | "–" | "—");
    // `Zorka⏎9 mars 1889 – 31 décembre 1950`: a line of a grave, below a name.
    let line = page.gap(birth.first) >= Gap::Wide && page.gap(death.after) >= Gap::Line;
    let bracket = birth.first.checked_sub(1).filter(|&bracket| bracket > 0 && (line || page.is_symbol(bracket, "(") && page.is_symbol(death.after, ")")))?;
    let bracket = bracket + usize::from(line);
    let year = |date: &Date| value_at(page, date.after - 1).filter(|year| *year > 999);
    let lived = year(death)?.checked_sub(year(birth)?)?;
    (joined && page.is_capitalised(bracket - 1) && lived >= CHILDHOOD).then_some(bracket)
}

/// `leurs enfants Zoé (3 mai 2014) et Léa (8 juillet 2017)`: a name, then its date in brackets.
fn of_child(page: &Page, date: &Date) -> Option<usize> {
    const CHILDREN: &[&str] = &["ENFANT", "ENFANTS", "FILS", "FILLE", "FILLES", "JUMEAUX", "JUMELLES", "PETITS-ENFANTS", "PETIT-FILS", "PETITE-FILLE", "NEVEUX", "NIECES"];
    if let Some(child) = of_item(page, date, CHILDREN) {
        return Some(child);
    }
    // `trois enfants : Zoé le 3 mai 2014`, `et la petite Zoé, le 3 mai 2014`
    let named = date.first.checked_sub(2).filter(|&at| page.folded(at + 1) == "LE").map(|at| at - usize::from(at > 0 && page.is_symbol(at, ",")));
    let named = named.filter(|&at| at > 0 && page.is_capitalised(at) && (one_of!(page.folded(at - 1), ":" | "," | ";" | "ET" | "PETITE" | "PETIT")));
    if let Some(named) = named
        && let Some(child) = page.cue_before(named, 45, CHILDREN)
        && (child..named).any(|at| page.is_symbol(at, ":"))
    {
        return Some(child);
    }
    // `ont eu ensemble une fille, Zoé, le 3 mai 2014`
    if let Some(named) = named.filter(|&at| at > 2 && page.is_symbol(at + 1, ",") && page.is_symbol(at - 1, ",") && (CHILDREN.contains(&page.folded(at - 2)) || one_of!(page.folded(at - 2), "GARCON" | "ENFANT")))
        && (page.cue(named - 3).any(Cue::NUMBER) || page.before(named - 2, 8).any(|at| one_of!(page.folded(at), "EU" | "EURENT" | "EUT" | "NAITRE")))
    {
        return Some(named - 2);
    }
    let bracket = date.first.checked_sub(1).filter(|&at| at > 0 && page.is_symbol(at, "(") && one_of!(page.folded(date.after), ")" | ","))?;
    // `de la Convention (13 juin 1979, Zork c. Belgique)`: a case's.
    if !page.is_capitalised(bracket - 1) || page.cue(bracket - 1).any(Cue::STATUTE.or(Cue::COURT)) {
        return None;
    }
    page.cue_before(bracket, 30, CHILDREN)
}

/// `n. Limoux 28/08/1978`, `, n. Bergen (Norvège) 11/12/1973`: a birth cut to its letter, and its place.
fn abbreviated(page: &Page, date: &Date) -> Option<usize> {
    let letter = page.before(date.first, 9).find(|&at| page.folded(at) == "N" && page.shape(at) == Shape::Lower && page.is_symbol(at + 1, ".") && page.gap(at + 1) == Gap::None)?;
    let place = |at: usize| page.is_capitalised(at) || one_of!(page.folded(at), "(" | ")" | "-" | "," | "LE") || page.cue(at).any(Cue::PARTICLE.or(Cue::ARTICLE)) || page.kind(at) == TokenKind::Elision;
    (letter > 0 && page.gap(date.first) <= Gap::Space && (letter + 2..date.first).all(place) && (page.is_symbol(letter - 1, ",") || page.is_capitalised(letter - 1))).then_some(letter)
}

/// `ENFANTS⏎1. Zoé MARTEL, 03/05/2014`, `- Zoé, le 3 mai 2014`: an item of a list below the word, a name, a comma, the date.
fn of_item(page: &Page, date: &Date, children: &[&str]) -> Option<usize> {
    const REACH: usize = 70;
    let article = usize::from(date.first > 0 && page.folded(date.first - 1) == "LE");
    let comma = date.first.checked_sub(1 + article).filter(|&at| at > 0 && page.is_symbol(at, ","))?;
    let line = page.line_start(comma)?;
    let opening = line + usize::from(is_bar(page, line));
    let counted = (page.kind(opening) == TokenKind::Number || page.bytes(opening) == 1) && one_of!(page.folded(opening + 1), "." | ")" | "°" | "-");
    let item = counted || one_of!(page.folded(opening), "-" | "–" | "•");
    let named = page.is_capitalised(comma - 1) || page.is_symbol(comma - 1, ")");
    // `2. Selon l'arrêt Zorkin (CE, 23 décembre 2011)`: a court's.
    let cited = comma > 1 && page.is_symbol(comma - 2, "(");
    let whole = article == 0 && !cited || (opening + 1 + usize::from(counted)..comma).all(|at| page.is_capitalised(at) || page.cue(at).any(Cue::PARTICLE) || page.kind(at) == TokenKind::Number || page.is_symbol(at, ","));
    // `De cette union sont nés :`
    let heading = |i: &usize| children.contains(&page.folded(*i)) || page.is_symbol(i + 1, ":") && one_of!(page.folded(*i), "NE" | "NEE" | "NES" | "NEES" | "ISSUS" | "ISSUES");
    (item && named && whole).then(|| (line.saturating_sub(REACH)..line).rev().find(heading)).flatten()
}

/// `| ETCHEVERRY Beñat, 17/02/1954 |` below `Propriétaires`: a name and a date are all that the line of the cell holds.
fn of_cell(page: &Page, date: &Date, tables: &crate::context::Tables) -> Option<usize> {
    const HEADS: &[&str] = &["NOM", "NOMS", "PROPRIETAIRE", "PROPRIETAIRES", "HERITIER", "HERITIERS", "INDIVISAIRE", "INDIVISAIRES", "EXPROPRIES", "PERSONNE", "PERSONNES", "IDENTITE", "TITULAIRES", "LOCATAIRES", "OCCUPANTS", "ASSURES", "SALARIES"];
    let comma = date.first.checked_sub(1).filter(|&at| at > 1 && page.is_symbol(at, ",") && (is_bar(page, date.after) || page.gap(date.after) >= Gap::Line))?;
    let named = page.before(comma, 12).take_while(|&at| !is_bar(page, at) && !one_of!(page.folded(at), "-" | "–" | "—") && page.gap(at + 1) < Gap::Line);
    let name = |at: usize| page.is_capitalised(at) || one_of!(page.folded(at), "." | ",") || page.cue(at).any(Cue::KIN.or(Cue::PARTICLE).or(Cue::BORN));
    let (mut words, mut all) = (0, true);
    for at in named {
        words += usize::from(page.is_capitalised(at));
        all &= name(at);
    }
    if words < 2 || !all {
        return None;
    }
    tables.head(page, date.first).find(|&at| HEADS.contains(&page.folded(at)))
}

/// True when only a comma, `et le`, a name and the like stand between two dates: `nés le 3 mai 1990 et Zoé le 4 juin 1992`.
fn lists(page: &Page, from: usize, to: usize) -> bool {
    let between = |at: usize| {
        // `née le 9 mars 1987 à X, a épousé le 12 mai`: another day of hers.
        if page.folded(at) == "EPOUSEE" || page.folded(at) == "EPOUSE" && page.document.ends_acute(at) {
            return false;
        }
        let name = page.is_capitalised(at) && !page.cue(at).any(Cue::STOP.or(Cue::COURT).or(Cue::STATUTE));
        name || one_of!(page.folded(at), "," | "ET" | "OU" | "LE" | "LES" | "DU" | "PUIS" | "POUR" | "A" | "(" | ")" | "-" | ";" | "SA" | "SON" | "LEUR" | "LA" | "PREMIER" | "PREMIERE" | "SECOND" | "SECONDE" | "." | "L'" | "LUI" | "ELLE") || page.cue(at).any(Cue::KIN.or(Cue::CIVILITY))
    };
    // `né le 6 juin 1999, pour le 25 mars 2024`: what a day is set for.
    // `selon son passeport, ou le 3 mai 1980`: what else it may be.
    // `mariés religieusement le 21 septembre 2013 puis civilement le 6 mars`
    let again = to > from + 2 && to - from <= 5 && page.folded(to - 1) == "LE" && one_of!(page.folded(to - 2), "CIVILEMENT" | "RELIGIEUSEMENT") && (from..to - 2).all(|at| one_of!(page.folded(at), "PUIS" | "ET" | ","));
    let doubted = again || to > from + 1 && to - from <= 18 && page.folded(to - 1) == "LE" && page.folded(to - 2) == "OU" && !(from..to).any(|at| one_of!(page.folded(at), "." | ";"));
    doubted || to > from && to - from <= 10 && page.folded(to.saturating_sub(2)) != "POUR" && (from..to).all(between)
}

#[cfg(test)]
mod tests;
