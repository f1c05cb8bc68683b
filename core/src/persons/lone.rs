//! One word alone among prose that names somebody: `que Prune a vu`, `avec Paco`, `un certain Titi`, `Bryan dormait`.
//!
//! What stands around the word, its frame, says how much a dictionary must say of the word itself.

use super::alone::{diminutive, doubled};
use super::grow::hard;
use super::lead::{hails, said};
use super::scene::{HARD, Scene};
use crate::context::Cue;
use crate::lexicon::Class;
use crate::text::{Gap, Shape, TokenKind, one_of};

/// How much the words around say.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Frame {
    /// Nothing but a person stands here: any word that is not one of the language.
    Person,
    /// A person, or a company: a given name, be it a village too.
    Somebody,
    /// Prose: a given name that is no town.
    Prose,
}

/// What bears a name as a person does.
pub(super) const THINGS: &[&str] = &[
    "VEHICULE", "VOITURE", "AUTOMOBILE", "BERLINE", "MOTO", "CAMION", "MARQUE", "MODELE", "GAMME", "PRODUIT", "LOGICIEL", "APPLICATION", "PLATEFORME", "SITE", "NAVIRE", "BATEAU", "CYCLONE", "OURAGAN", "TEMPETE", "AFFAIRE", "CLAUSE", "METHODE", "TEST", "PROTOCOLE", "DISPOSITIF", "PRIX", "PROCEDURE", "VARIETE", "CHEVAL", "CHIEN", "LOT", "SALLE", "FOURGON", "CHALUTIER", "CLUB", "PENSION", "DOSSIER",
];

/// Who bears a name and is nobody.
const ANIMALS: &[&str] = &["CHIEN", "CHIENNE", "CHAT", "CHATTE", "CHEVAL", "JUMENT", "PONEY", "CHIOT", "ANE", "TAUREAU", "VACHE"];

/// `la chienne Gitane`, `un petit chien, Ulysse`, `le chien, nommé Berlioz`
pub(super) fn animal(scene: &Scene, at: usize) -> bool {
    let word = |back: usize| at.checked_sub(back).map_or("", |at| scene.page.folded(at));
    let named = usize::from(one_of!(word(1), "NOMME" | "NOMMEE" | "APPELE" | "APPELEE" | "DENOMME" | "DENOMMEE")) + 1;
    ANIMALS.contains(&word(named)) || word(named) == "," && ANIMALS.contains(&word(named + 1))
}

/// Words of the grammar behind which prose goes on.
const GRAMMAR: &[&str] = &[
    "QUE", "QU'", "PAR", "ET", "OU", "SI", "PUIS", "MAIS", "CAR", "COMME", "QUAND", "LORSQUE", "LORSQU'", "PUISQUE", "SELON", "SANS", "VERS", "ENTRE", "DONT", "ENVERS", "DEVANT", "DERRIERE",
];

/// A clause begins with them, and its subject follows.
const CLAUSE: &[&str] = &["QUE", "QU'", "LORSQUE", "LORSQU'", "PUISQUE", "QUAND"];

/// What is said, asked or told to somebody.
pub(super) const TELLS: &[&str] = &["CRIE", "HURLE", "DIS", "RECLAME", "RECLAMAIT", "REPROCHE", "REPROCHAIT", "DEVAIT", "DISAIT", "DEMANDAIT", "DEMANDEZ", "DITES", "DEMANDAIENT", "PARLAIT", "REPONDAIT", "PROMIS", "DIT", "DIRE", "DEMANDE", "DEMANDER", "PARLE", "PARLER", "EXPLIQUE", "CONFIE", "REPONDU", "PENSE", "PENSAIT", "PENSER", "RESSEMBLE", "RESSEMBLAIT", "RIEN", "MAL", "MOT", "MERCI", "BONJOUR", "BISOUS", "BISES"];

/// What is done to somebody, with `à`.
pub(super) const GIVES: &[&str] = &[
    "QUESTION", "REMIS", "REMISE", "REMETTRE", "DONNE", "DONNER", "CONFIEE", "CONFIER", "TELEPHONE", "ECRIT", "ENVOYE", "APPARTENANT", "APPARTIENT", "APPARTENAIT", "VENDU", "PRETE",
];

/// What only persons have, with `de`.
const LIVES: &[&str] = &[
    "CHIEN", "CHIENNE", "TELEPHONE", "PORTABLE", "SCOOTER", "VISAGE", "BRAS", "MAIN", "COU", "TETE", "DOS", "VENTRE", "VOIX", "ADN", "SANG", "PASSEPORT", "TEMOIGNAGE", "AUDITION", "DIRES", "AVEU", "AVEUX", "DECES", "NAISSANCE", "GROSSESSE", "PATERNITE", "FILIATION", "INTERPELLATION", "ARRESTATION", "CADAVRE", "BLESSURES", "CORPS", "ANCETRE", "CHAMBRE", "LIT", "VALISE", "VETEMENTS", "CHEVEUX", "JAMBE", "EPAULE", "POIGNET", "POIGNETS", "GORGE", "YEUX", "BOUCHE", "PARENTS", "CARTABLE", "PEUR", "AMIS", "AMIES", "COPINE", "COPAIN", "COPINES", "COPAINS", "RECIT", "MARI", "EPOUX", "EPOUSE", "CONJOINT", "CONJOINTE",
];

/// What somebody does, right behind the name that a message begins with: `Zorki sait tout`.
pub(super) const DOES: &[&str] = &["IL", "ELLE", "SAIT", "GERE", "VIENT", "PEUT", "VEUT", "DOIT", "PART", "DORT", "CRIE", "PLEURE", "BOIT", "FRAPPE", "TAPE", "MENT", "RENTRE", "ARRIVE", "PARLE", "APPELLE", "VIT"];

/// What is done to nobody but a person or an animal.
const STRIKES: &[&str] = &[
    "FRAPPE", "FRAPPER", "FRAPPAIT", "FRAPPANT", "GIFLE", "GIFLER", "INSULTE", "INSULTER", "INSULTANT", "TUE", "TUER", "MENACE", "MENACER", "MENACAIT", "POUSSE", "POUSSER", "POUSSANT", "EMBRASSE", "EMBRASSER", "AGRESSE", "AGRESSER",
    "VIOLE", "CONNAIT", "CONNAISSAIT", "CONNAIS", "RENCONTRE", "RENCONTRER", "ENGENDRE", "ENGENDRA", "ETRANGLE", "POIGNARDE", "INTERPELLE", "CROISE", "CROISER", "DENONCE", "SOUPCONNE", "REVEILLE", "EPOUSA", "FREQUENTE", "FREQUENTAIT", "CONSOLE", "GARDE",
];

/// What people do with somebody.
const TOGETHER: &[&str] = &[
    "VIT", "VIVAIT", "VIVRE", "PARTI", "PARTIE", "PARTIS", "BU", "BUVAIT", "COUCHE", "COUCHAIT", "DORMI", "DORMAIT", "PARLE", "PARLAIT", "VENU", "VENUE", "VENUS", "SORTI", "SORTIE", "SORTAIT", "SORTAIENT", "JOUE", "JOUAIT", "MANGE", "MANGEAIT", "DISCUTE", "DISCUTAIT", "RENTRE", "RENTREE", "ARRIVE", "ARRIVEE", "ARRIVES",
    "ETAIT", "ETAIENT", "RESTE", "RESTEE", "TRAVAILLAIT", "FUME", "FUMAIT", "DISPUTE", "DISPUTAIT", "BATTU", "BATTAIT", "MARIE", "MARIEE", "PARTAIT", "REVENU", "REVENUE", "DANSE", "COUR", "ENFANT", "ENFANTS", "BAGARRE", "RELATION", "LIAISON", "INTERPELLE", "INTERPELLEE", "INTERPELLES", "ENTRETIEN", "RENDEZ-VOUS", "CONTACT", "LOGEAIT", "HABITE", "HABITAIT", "PASSE", "RENCONTRE",
];

/// What companies are called as persons are: `Zéphyr, bailleur`.
pub(super) const BUSINESS: &[&str] = &["ASSUREUR", "BAILLEUR", "BAILLERESSE", "LOUEUR", "PROMOTEUR", "FABRICANT", "PRODUCTEUR", "DISTRIBUTEUR", "FOURNISSEUR", "TRANSPORTEUR", "EXPLOITANT", "EMPLOYEUR", "VENDEUR", "VENDERESSE", "IMPORTATEUR", "EDITEUR", "PRESTATAIRE", "SYNDIC", "CONSTRUCTEUR"];

/// A word that a letter hails somebody with.
const HAILS: &[&str] = &["VAS-Y", "ALLEZ", "VIENS", "EH", "HE", "SALUT", "BONJOUR", "COUCOU", "BONSOIR", "HELLO", "DESOLE", "DESOLEE", "PARDON", "SIGNE", "SIGNEE"];

/// True when the word at `at` names somebody; `first` is the particle before it, `Abou Omar`, or the word itself.
pub(super) fn names(scene: &Scene, first: usize, at: usize) -> bool {
    let line = scene.gap(first) > Gap::Space && !(scene.gap(first) >= Gap::Line && (speaks(scene, at) || scene.gap(first) == Gap::Line && scene.shape(first - 1) == Shape::Lower && apposed(scene, at) || scene.gap(first) == Gap::Line && scene.page.folded(at + 1) == "»" || first == at && (presented(scene, at) || scene.is(at + 1, "ET") && one_of!(scene.page.folded(at + 2), "SA" | "SON" | "SES"))));
    // `représentée par ZORKIN, inspectrice`
    let upper = scene.shape(at) == Shape::Upper && scene.page.folded(at).len() > 4 && !scene.in_capitals(at) && !scene.ordinary(at) && scene.shape(first - first.min(1)) == Shape::Lower && apposed(scene, at);
    let upper = upper || given_in_capitals(scene, at);
    if first < 2 || scene.shape(at) != Shape::Title && !upper || line || scene.block[at] != 0 || scene.masked || animal(scene, first) {
        return false;
    }
    // `il téléphone à Noël`
    if scene.is(first - 1, "A") && one_of!(scene.page.folded(at), "NOEL" | "TOUSSAINT") || scene.page.folded(at).starts_with("AUJOURD") {
        return false;
    }
    let Some(frame) = frame(scene, first, at) else { return false };
    let (class, evidence) = (scene.class(at), scene.evidence(at));
    // `« Bouba m'a dit que Kone connaissait quelqu'un »`: a town that is a surname, and does what people do.
    let witnessed = class.any(Class::FAMILY) && CLAUSE.contains(&scene.page.folded(first - 1)) && acts(scene, at) && said(scene, first);
    let ends = scene.shape(at + 1) == Shape::Lower || one_of!(scene.page.folded(at + 1), "," | "." | ";" | ")" | "»" | "\"" | ":" | "?" | "!" | "…" | "(") || scene.gap(at + 1) >= Gap::Line && said(scene, first) || ends_heading(scene, at);
    if !ends || evidence.article > 0 || evidence.company > 0 || scene.in_lower_case(at) || class.any(Class::COUNTRY.union(Class::REGION).union(Class::PUBLIC_BODY).union(Class::COMPANY_FORM).union(Class::PLACE_BIG)) && !class.any(Class::GIVEN_COMMON) && !(witnessed && !class.any(Class::COUNTRY.union(Class::REGION))) {
        return false;
    }
    // `Yves a eu le bateau`, `à Germaine`: a frequent given name that is a village too is nearly always somebody, but for whom an office is held there.
    let office = || (first.saturating_sub(4)..first).any(|t| !scene.is(t, "ETAT") && scene.cue(t).any(Cue::OFFICE.or(Cue::OFFICE_OF_COURT).or(Cue::COURT).or(Cue::PUBLIC).or(Cue::NOTARY).or(Cue::BAILIFF).or(Cue::OFFICER)));
    let town = class.any(Class::PLACE) && !(class.any(Class::GIVEN_COMMON) && !class.any(Class::PLACE_BIG) && !office());
    let town = town && !witnessed;
    match frame {
        Frame::Person => {
            // `Dimanche, le manutentionnaire`: French writes days and months in lower case.
            let calendar = !scene.starts_sentence(at) && !scene.cue(at).minus(Cue::DAY.or(Cue::MONTH)).any(HARD);
            (doubled(scene, at) || scene.given(at) || !scene.ordinary(at) || calendar && scene.cue(at).any(Cue::DAY.or(Cue::MONTH))) && (!class.any(Class::PLACE) || class.any(Class::GIVEN_COMMON) && !class.any(Class::PLACE_BIG)) && (calendar || !scene.cue(at).any(HARD))
        }
        Frame::Somebody => clipped(scene, at) || (class.any(Class::GIVEN) && !class.any(Class::FAMILY_COMMON) || class.any(Class::GIVEN_COMMON)) && !scene.in_lower_case(at) && !scene.cue(at).any(HARD),
        Frame::Prose => !town && scene.cue(at) == Cue::NONE,
    }
}

/// `le cousin de FATOU`, `Selon KÉVIN`: a given name of no other meaning in capitals, in prose that is not.
fn given_in_capitals(scene: &Scene, at: usize) -> bool {
    let class = scene.class(at);
    let long = scene.page.folded(at).len() > 3 || class.any(Class::GIVEN_COMMON) && scene.page.folded(at).len() == 3;
    // `(IBAN illisible)`: letters that a Basque given name spells.
    scene.shape(at) == Shape::Upper && long && !one_of!(scene.page.folded(at), "IBAN" | "SIREN" | "ADIL" | "ISIN") && scene.given(at) && !scene.in_capitals(at) && !scene.ordinary(at) && scene.cue(at) == Cue::NONE && (!class.any(Class::PLACE) || class.any(Class::GIVEN_COMMON) && !class.any(Class::PLACE_BIG)) && !class.any(Class::COUNTRY.union(Class::REGION).union(Class::PUBLIC_BODY).union(Class::COMPANY_FORM))
}

/// `Angèle, boulangère :`, `Auguste, ancien facteur, atteste`: a given name opens a line, and who that is follows in small letters.
fn presented(scene: &Scene, at: usize) -> bool {
    let class = scene.class(at);
    let dated = scene.is(at + 2, "LE") && scene.kind(at + 3) == TokenKind::Number;
    // `Sandjay, quinze ans`, `Auguste, ancien facteur, atteste`: be it a word or none.
    let told = || aged(scene, at) || (at + 3..at + 12).take_while(|&t| scene.gap(t) < Gap::Line).any(|t| scene.is(t, ":") || scene.is(t - 1, ",") && (PRESENT.contains(&scene.page.folded(t)) || scene.is(t, "A")));
    let named = scene.given(at) && (!class.any(Class::WORD) || !scene.in_lower_case(at) && told()) || !scene.ordinary(at) && !class.any(Class::COUNTRY.union(Class::REGION).union(Class::PUBLIC_BODY).union(Class::COMPANY_FORM)) && (apposed(scene, at) || aged(scene, at));
    scene.gap(at) >= Gap::Line && scene.is(at + 1, ",") && scene.shape(at + 2) == Shape::Lower && scene.gap(at + 2) == Gap::Space && !dated && !class.any(Class::PLACE) && named
}

/// `Dzsenifer, neuf ans`
fn aged(scene: &Scene, at: usize) -> bool {
    scene.is(at + 1, ",") && (scene.cue(at + 2).any(Cue::NUMBER) || scene.kind(at + 2) == TokenKind::Number) && one_of!(scene.page.folded(at + 3), "ANS" | "MOIS")
}

/// `Ousmane, Kavitha et Léane étaient de la classe`: a list opens the sentence, and one of it is a given name.
fn listed(scene: &Scene, at: usize) -> bool {
    let link = |at: usize| one_of!(scene.page.folded(at), "," | "ET");
    let one = |at: usize| scene.shape(at) == Shape::Title && scene.block[at] == 0 && !scene.class(at).any(Class::PLACE_BIG.union(Class::COUNTRY).union(Class::REGION).union(Class::PUBLIC_BODY).union(Class::COMPANY_FORM)) && scene.evidence(at).company == 0;
    let (mut first, mut last) = (at, at);
    while first > 1 && first + 16 > at && link(first - 1) && one(first - 2) && scene.gap(first) <= Gap::Line {
        first -= 2;
    }
    while last < at + 16 && link(last + 1) && one(last + 2) && scene.gap(last + 2) <= Gap::Line {
        last += 2;
    }
    let given = |at: usize| scene.given(at) && !scene.class(at).any(Class::WORD.union(Class::PLACE));
    last > first + 3 && scene.is(last - 1, "ET") && scene.starts_sentence(first) && several_act(scene, last + 1) && (first..=last).step_by(2).any(given)
}

/// The verb of several: `ont`, `sont`, `étaient`.
fn several_act(scene: &Scene, at: usize) -> bool {
    scene.shape(at) == Shape::Lower && (one_of!(scene.page.folded(at), "ONT" | "SONT" | "S'" | "SE" | "N'" | "NE" | "AVAIENT" | "ETAIENT") || scene.page.folded(at).len() > 5 && scene.page.folded(at).ends_with("ENT"))
}

/// `la Cindy`, `le Gérard`, `du Gérard`: an article before a frequent given name, as people speak.
pub(super) fn spoken(scene: &Scene, at: usize) -> bool {
    let class = scene.class(at);
    // `« avec le Greg du club »`
    // `« la femme de Pascal et le Gregg »`
    let beside = || at > 3 && scene.is(at - 2, "ET") && scene.given(at - 3) && scene.cue(at) == Cue::NONE;
    // `« c'est toi le Kuntz ? »`
    let surnamed = || scene.is(at - 1, "LE") && class.any(Class::FAMILY);
    let familiar = || (beside() || surnamed() || class.any(Class::GIVEN.union(Class::GIVEN_RARE)) || doubled(scene, at) || diminutive(scene, at)) && !scene.ordinary(at) && !scene.page.folded(at).starts_with("SAINT") && said(scene, at);
    let lower = scene.shape(at + 1) == Shape::Lower || one_of!(scene.page.folded(at + 1), "," | "." | ";" | "»" | "?" | "!");
    // `L'Antonin`, but `le drame de l'Erika`
    at > 1 && one_of!(scene.page.folded(at - 1), "LA" | "LE" | "L'" | "DU" | "AU") && !(scene.is(at - 1, "L'") && scene.is(at - 2, "DE")) && scene.shape(at) == Shape::Title && lower && (class.any(Class::GIVEN_COMMON) || familiar()) && !class.any(Class::WORD.union(Class::PLACE).union(Class::COUNTRY).union(Class::REGION)) && !scene.is(at + 1, "BANK") && !(at > 1 && THINGS.contains(&scene.page.folded(at - 2)))
}

/// True where the words from `first` to `last`, of no dictionary, are somebody's name: in a person's frame, driving, or condemned.
pub(super) fn holds(scene: &Scene, first: usize, last: usize) -> bool {
    if first < 2 || scene.gap(first) > Gap::Line || (first..=last).any(|t| scene.block[t] != 0 || scene.evidence(t).article > 0 || scene.evidence(t).company > 0) {
        return false;
    }
    let (before, earlier) = (scene.page.folded(first - 1), scene.page.folded(first - 2));
    let drives = before == "PAR" && one_of!(earlier, "CONDUIT" | "CONDUITE" | "PILOTE" | "PILOTEE" | "CAUSE" | "CAUSEE" | "COMMIS" | "COMMISE" | "SUBI" | "SUBIE" | "SUBIS");
    let judged = one_of!(before, "CONDAMNE" | "CONDAMNANT" | "SOLIDUM" | "DEBOUTE" | "DECLARE" | "RELAXE" | "DISPENSE") || before == "DE" && earlier == "ENCONTRE";
    let owns = before == "DE" && one_of!(earlier, "ASSUREUR" | "GARAGE" | "EXPLOITATION" | "VEHICULE" | "VOITURE" | "MOTO" | "CYCLOMOTEUR" | "BICYCLETTE");
    let given = before == "A" && (TELLS.contains(&earlier) || GIVES.contains(&earlier) || earlier.starts_with("ADRESSE") || ["ACCORD", "CONSENT", "PRET", "LOU", "CED", "REPROCH", "NOTIFI", "SIGNIFI", "IMPUT", "OPPOS"].iter().any(|stem| earlier.starts_with(stem)) || one_of!(earlier, "VERSER" | "PAYER" | "DECES" | "MORT"));
    let attested = before == "DE" && one_of!(earlier, "ATTESTATION" | "ATTESTATIONS" | "SIGNATURE" | "DEPOSITION" | "INTERROGATOIRE" | "REPONSE" | "COURRIEL" | "COURRIELS" | "MAIL" | "MAILS" | "MESSAGE" | "MESSAGES" | "SMS" | "LETTRE" | "LETTRES" | "COURRIER" | "RECIT" | "PROPOS" | "VERSION" | "EXPLICATIONS" | "COMPTE-RENDU" | "ENTRETIEN" | "BUREAU" | "DOMICILE" | "COMPTE" | "PRESENCE" | "DIVORCE" | "MARIAGE" | "LICENCIEMENT" | "EMBAUCHE" | "CONDAMNATION" | "EXPULSION");
    // `par les héritiers de Zorka Bilko`
    let attested = attested || one_of!(before, "DE" | "D'") && one_of!(earlier, "HERITIERS" | "HERITIER" | "HERITIERE" | "SUCCESSION") && scene.shape(first - 2) == Shape::Lower;
    // `le placement de Donweuz LE DÛ`, `en ce qui concerne Brosaiz Feutrons`
    let attested = attested || one_of!(before, "DE" | "D'") && scene.cue(first - 2).any(Cue::LIFE) && scene.shape(first - 2) == Shape::Lower || before == "CONCERNE";
    // `que Zorka Bilko a signé`
    let subject = CLAUSE.contains(&before) && acts(scene, last);
    drives || owns || given || attested || judged || subject || frame(scene, first, last) == Some(Frame::Person)
}

/// True where one word of no dictionary, in title case or in capitals, stands where only somebody does: `Interrogé, Quillivoc a nié`.
pub(super) fn stands(scene: &Scene, at: usize) -> bool {
    let (class, evidence) = (scene.class(at), scene.evidence(at));
    let word = |back: usize| at.checked_sub(back).map_or("", |at| scene.page.folded(at));
    let strange = matches!(scene.shape(at), Shape::Title | Shape::Upper) && scene.page.folded(at).len() > 3 && !scene.ordinary(at) && scene.cue(at) == Cue::NONE && !class.any(Class::PLACE.union(Class::COUNTRY).union(Class::REGION).union(Class::PUBLIC_BODY).union(Class::COMPANY_FORM).union(Class::COURT_SEAT));
    // `La maîtresse à l'école du bourg, Zorka, relève`: who that is opens the sentence.
    let holder = |noun: usize| scene.shape(noun) == Shape::Lower && !BUSINESS.contains(&scene.page.folded(noun)) && (scene.class(noun).any(Class::PROFESSION) || scene.cue(noun).any(Cue::PERSON_NOUN.or(Cue::APPELLATION).or(Cue::TRADE).or(Cue::KIN))) && scene.cue(noun - 1).any(Cue::ARTICLE) && scene.starts_sentence(noun - 1);
    if at > 4 && strange && word(1) == "," && scene.is(at + 1, ",") && scene.shape(at) == Shape::Title && scene.block[at] == 0 && evidence.article == 0 && evidence.company == 0 && speaks(scene, at + 1) && (at.saturating_sub(16)..at - 2).any(holder) {
        return true;
    }
    // `Bises, Maï »`: who signs, be it a month or a given name that is a word.
    let greets = word(1) == "," && one_of!(word(2), "BISES" | "BISOUS" | "BAISERS" | "TENDREMENT" | "AFFECTUEUSEMENT" | "AMITIES") && scene.shape(at) == Shape::Title && (scene.page.folded(at + 1) == "»" || scene.gap(at + 1) >= Gap::Line);
    if at > 1 && greets && scene.block[at] == 0 && (scene.class(at).any(Class::GIVEN) || !scene.ordinary(at) || scene.cue(at).any(Cue::MONTH)) {
        return true;
    }
    // `Coucou Ram,`: a line that opens a letter.
    let opens = at > 1 && HAILS.contains(&word(1)) && scene.gap(at - 1) >= Gap::Line && scene.gap(at) == Gap::Space && scene.is(at + 1, ",") && scene.gap(at + 2) >= Gap::Line && scene.shape(at) == Shape::Title && !scene.cue(at).any(HARD) && !scene.in_lower_case(at);
    // `Bises à la puce⏎Lolo`: a line of its own below the last words of a letter.
    let below = at > 1 && scene.gap(at) == Gap::Line && scene.gap(at + 1) >= Gap::Line && scene.shape(at) == Shape::Title && (!scene.ordinary(at) || doubled(scene, at)) && scene.page.line_start(at - 1).is_some_and(|line| one_of!(scene.page.folded(line), "BISES" | "BISOUS" | "CORDIALEMENT" | "AMICALEMENT" | "AFFECTUEUSEMENT" | "TENDREMENT" | "BIEN" | "MERCI" | "AMITIES" | "EMBRASSE" | "BONNE"));
    if (opens || below) && scene.block[at] == 0 {
        return true;
    }
    // `Ton Kloujuz. »`: the end of a letter.
    let closes = (one_of!(word(1), "TON" | "TA" | "VOTRE") || (strange || class.any(Class::GIVEN) || doubled(scene, at)) && one_of!(word(1), "." | "!" | "?") && scene.gap(at) <= Gap::Line && at > 1 && scene.shape(at - 2) == Shape::Lower) && scene.shape(at) == Shape::Title && (scene.page.folded(at + 1) == "»" || scene.is(at + 1, ".") && scene.page.folded(at + 2) == "»");
    if at > 1 && (closes && !scene.ordinary(at) || closes && doubled(scene, at) && !scene.in_lower_case(at)) && scene.block[at] == 0 {
        return true;
    }
    // `Les PERROUIN n'ont pas répondu`: a family does.
    let family = word(1) == "LES" && scene.shape(at + 1) == Shape::Lower && (one_of!(scene.page.folded(at + 1), "ONT" | "SONT" | "ETAIENT" | "AVAIENT") || one_of!(scene.page.folded(at + 1), "N'" | "NE") && one_of!(scene.page.folded(at + 2), "ONT" | "SONT" | "AVAIENT" | "ETAIENT"));
    if strange && family && scene.block[at] == 0 && evidence.article < 2 && evidence.company == 0 && !scene.page.folded(at).ends_with('S') && scene.shape(at) == Shape::Upper {
        return true;
    }
    // `« viens avec Rose et les petits »`: a given name, though a word.
    let joined = at > 2 && one_of!(word(1), "AVEC" | "CHEZ" | "SANS" | "SALUT" | "COUCOU" | "BONJOUR") && scene.gap(at) == Gap::Space && scene.shape(at) == Shape::Title && class.any(Class::GIVEN_COMMON) && !scene.in_lower_case(at) && !class.any(Class::PLACE_BIG) && scene.cue(at) == Cue::NONE && scene.block[at] == 0 && !scene.capital(at + 1) && said(scene, at);
    if joined {
        return true;
    }
    // `« la petite Nounou crie papa »`
    let little = at > 2 && one_of!(word(1), "PETIT" | "PETITE") && one_of!(word(2), "LE" | "LA" | "DU" | "AU") && scene.shape(at) == Shape::Title && scene.gap(at) == Gap::Space && scene.cue(at).minus(Cue::KIN.or(Cue::APPELLATION).or(Cue::TRADE)) == Cue::NONE && !class.any(Class::PLACE.union(Class::COUNTRY)) && scene.block[at] == 0 && scene.shape(at + 1) == Shape::Lower && said(scene, at);
    if little {
        return true;
    }
    // `Mme Zorkin, dite la Zette`; `de son nom BILKO`, `dont le nom, BILKO, ne figure`
    let called = at > 4 && one_of!(word(1), "LA" | "LE") && one_of!(word(2), "DIT" | "DITE") && word(3) == "," && scene.capital(at - 4) && (at.saturating_sub(9)..at - 4).any(|t| scene.cue(t).any(Cue::CIVILITY));
    let called = called || word(1) == "NOM" && word(2) == "SON" && word(3) == "DE" || word(1) == "," && word(2) == "NOM" && word(3) == "LE" && word(4) == "DONT" && scene.is(at + 1, ",");
    if called && scene.capital(at) && scene.gap(at) == Gap::Space && scene.block[at] == 0 && !scene.cue(at).any(HARD) {
        return true;
    }
    // `celui des DURAND`, `aux LARRALDE`: a family, in prose that writes surnames in capitals.
    let plural = at > 1 && one_of!(word(1), "DES" | "AUX" | "LES") && scene.shape(at - 1) == Shape::Lower && scene.gap(at) == Gap::Space && scene.shape(at) == Shape::Upper && !scene.in_capitals(at) && (class.any(Class::FAMILY) || strange && scene.page.folded(at).len() > 5 && said(scene, at)) && scene.page.folded(at).len() > 4 && !scene.page.folded(at).ends_with('S') && !scene.capital(at + 1) && scene.cue(at) == Cue::NONE && evidence.company == 0 && !class.any(Class::COMPANY_FORM.union(Class::PUBLIC_BODY).union(Class::COUNTRY).union(Class::REGION));
    if plural && scene.block[at] == 0 {
        return true;
    }
    // `l'hoirie Petit`, `l'indivision BERGER`
    let heirs = at > 1 && one_of!(word(1), "SUCCESSION" | "INDIVISION" | "HOIRIE") && scene.shape(at - 1) == Shape::Lower && scene.gap(at) == Gap::Space && class.any(Class::FAMILY_COMMON) && !class.any(Class::PLACE_BIG) && scene.block[at] == 0 && scene.shape(at + 1) == Shape::Lower;
    // `les parents Bilko ont fui`
    let parents = at > 1 && one_of!(word(1), "PARENTS" | "GRANDS-PARENTS") && word(2) == "LES" && scene.shape(at - 1) == Shape::Lower && scene.gap(at) == Gap::Space && scene.block[at] == 0 && (strange || class.any(Class::FAMILY_COMMON) && !class.any(Class::PLACE_BIG)) && scene.shape(at + 1) == Shape::Lower;
    // `Les voisins, les Bilko-Roux, ont constaté`
    let known = || one_of!(word(3), "VOISINS" | "VOISINES" | "AMIS" | "PARENTS" | "GRANDS-PARENTS" | "BEAUX-PARENTS" | "LOCATAIRES" | "PROPRIETAIRES" | "BAILLEURS" | "VENDEURS" | "ACQUEREURS" | "ACHETEURS" | "COUSINS" | "HERITIERS" | "GARDIENS" | "EPOUX" | "ASSOCIES");
    let neighbours = at > 3 && word(1) == "LES" && word(2) == "," && known() && matches!(scene.shape(at), Shape::Title | Shape::Upper) && scene.gap(at) == Gap::Space && (class.any(Class::FAMILY) || !scene.ordinary(at)) && scene.cue(at) == Cue::NONE && !scene.capital(at + 1);
    if heirs || parents || neighbours && scene.block[at] == 0 {
        return true;
    }
    if at < 2 || !strange || scene.block[at] != 0 || evidence.company > 0 || scene.gap(at) > Gap::Line {
        return false;
    }
    let next = scene.page.folded(at + 1);
    // `« Zorkou, arrête ça »`
    let called = one_of!(word(1), "«" | "\"") && (word(2) == ":" || scene.shape(at - 2) == Shape::Lower);
    // `ROUX : Zorkou, t'as vu ?`
    let called = called || word(1) == ":" && scene.capital(at - 2) && said(scene, at);
    // `« Zorkou,` and the letter below
    let letter = one_of!(word(1), "«" | "\"") && scene.gap(at + 2) >= Gap::Line;
    if (called && scene.shape(at + 2) == Shape::Lower || letter) && next == "," && scene.shape(at) == Shape::Title && scene.gap(at) <= Gap::Space {
        return true;
    }
    if evidence.article > 0 {
        return false;
    }
    let heard = |word: &str| ["INTERROGE", "ENTENDU", "REENTENDU", "CONFRONTE", "QUESTIONNE", "RELANCE", "INTERPELLE", "AUDITIONNE", "CONVOQUE"].contains(&word.strip_suffix('E').filter(|stem| stem.ends_with(['E', 'U'])).unwrap_or(word));
    // `Interrogé, Quillivoc a nié`; `Confronté à Quillivoc, il`
    let answers = word(1) == "," && heard(word(2)) && scene.starts_sentence(at - 2) && scene.shape(at + 1) == Shape::Lower;
    let faces = word(1) == "A" && heard(word(2)) && word(2).starts_with("CONFRONT");
    // `le fils naturel de Quillivoc`
    let kin = one_of!(word(1), "DE" | "D'") && one_of!(word(2), "NATUREL" | "NATURELLE" | "UNIQUE" | "LEGITIME" | "ADOPTIF" | "ADOPTIVE" | "AINE" | "AINEE" | "CADET" | "CADETTE" | "JUMEAU" | "JUMELLE") && at > 2 && scene.cue(at - 3).any(Cue::KIN);
    // `RELAXE Quillivoc du chef de vol`, `CONDAMNE QUILLIVOC à payer`
    let judged = one_of!(word(1), "RELAXE" | "CONDAMNE" | "ACQUITTE" | "DISPENSE" | "DEBOUTE") && scene.gap(at) == Gap::Space && one_of!(next, "DU" | "DES" | "DE" | "A" | "AUX" | "AU" | "ET" | "," | ";");
    // `déclare QUILLIVOC coupable`, `l'affaire opposant Quillivoc à`
    let judged = judged || word(1).starts_with("DECLAR") && next == "COUPABLE" || word(1) == "OPPOSANT" && one_of!(next, "A" | "ET" | "AU" | "AUX");
    // `la succession Quillivoc`, `la vente Quillivoc`, `(vendeur Quillivoc, acquéreur Tanguidé)`; `chez les Quillivoc,`
    let estate = one_of!(word(1), "SUCCESSION" | "INDIVISION" | "HOIRIE" | "VENTE" | "DONATION" | "PARTAGE" | "TESTAMENT" | "VENDEUR" | "ACQUEREUR" | "ACHETEUR" | "CEDANT" | "CESSIONNAIRE" | "DONATEUR" | "DONATAIRE" | "USUFRUITIER" | "PRENEUR") && scene.shape(at - 1) == Shape::Lower;
    let house = word(1) == "LES" && word(2) == "CHEZ" && scene.shape(at) == Shape::Title;
    // `« toujours pas de nouvelles du devis Quillivoc »`
    let estate = estate || one_of!(word(1), "DEVIS" | "DOSSIER" | "CHANTIER") && scene.shape(at - 1) == Shape::Lower && said(scene, at);
    // `Ni Quillivoc ni Tanguidé n'ont répondu`
    let neither = word(1) == "NI" && (next == "NI" || word(3) == "NI");
    // `Cordialement, Quillivoc`
    let signs = word(1) == "," && one_of!(word(2), "CORDIALEMENT" | "AMICALEMENT" | "RESPECTUEUSEMENT" | "BISES" | "BISOUS" | "VOUS" | "TOI") && (scene.gap(at + 1) >= Gap::Line || one_of!(next, "." | "»")) && (word(2) != "VOUS" && word(2) != "TOI" || word(3) == "A");
    // `« Salut Boureun, tu passes demain`
    let hailed = HAILS.contains(&word(1)) && next == "," && scene.shape(at) == Shape::Title;
    // `, père de Wudrun et soutien de famille`
    let kin = kin || word(1) == "DE" && word(3) == "," && one_of!(word(2), "PERE" | "MERE" | "FRERE" | "SOEUR" | "FILS" | "FILLE") && scene.shape(at - 2) == Shape::Lower;
    // `Zouchai et Xangus s'en rapportent`: two who do something together.
    let strangers = |other: usize| scene.shape(other) == Shape::Title && !scene.ordinary(other) && scene.block[other] == 0 && scene.cue(other) == Cue::NONE && !scene.class(other).any(Class::PLACE.union(Class::COUNTRY).union(Class::REGION).union(Class::COMPANY_FORM).union(Class::PUBLIC_BODY));
    let act = |at: usize| several_act(scene, at);
    // `Ti-Paul et Gérald GRONDIN ont monté le lit`
    let surname = at + 3 + usize::from(scene.capital(at + 3) && scene.gap(at + 3) == Gap::Space);
    let both = scene.starts_sentence(at) && next == "ET" && strangers(at + 2) && (act(at + 3) || act(surname)) || word(1) == "ET" && strangers(at - 2) && scene.starts_sentence(at - 2) && act(at + 1);
    // `notamment Kaixin et Drali`, `avec Ditrour et Sigros`
    let among = |before: &str, first: usize| one_of!(before, "NOTAMMENT" | "AVEC") && scene.shape(first) == Shape::Title;
    let both = both || next == "ET" && among(word(1), at) && strangers(at + 2) || word(1) == "ET" && strangers(at - 2) && among(word(3), at - 2);
    // `« Rouverol » (sic)`
    let misspelt = (at + 1..at + 4).find(|&t| scene.is(t, "SIC")).is_some_and(|sic| (at + 1..sic).all(|t| one_of!(scene.page.folded(t), "(" | "»")));
    misspelt || both || hailed || answers || faces || kin || judged || estate || house || neither || signs
}

/// What only somebody does, no company and no town, in the present.
const PRESENT: [&str; 56] = [
    "RELEVE", "RELATE", "REPLIQUE", "SOULIGNE", "NOTE", "NOTAIT", "CITE", "OPPOSE", "OBJECTE", "ADMET", "ESTIME", "EXERCE", "FIGURE", "PROPOSE", "DOIT", "PEUT", "SOLLICITE", "CONCLUT", "PRESENTE", "JUSTIFIE", "INVOQUE", "RECLAME", "EXERCERA", "DEVRA", "PRODUIT", "INDIQUE", "PRECISE", "CONFIRME", "DECRIT", "SOUTIENT", "CONTESTE", "DEMANDE", "ECRIT", "RACONTE", "EXPLIQUE", "RECONNAIT", "NIE", "AFFIRME", "CONFIE", "RAPPORTE", "TEMOIGNE", "ATTESTE", "DORT", "VIT", "TRAVAILLE", "HABITE", "RESIDE", "SOUFFRE", "AJOUTE", "REPOND", "VEND", "ACHETE", "SIGNE", "PERCOIT", "DECLARE", "PRETEND",
];

/// `D'après Mme Petit, X`: the word at `at` ends a name that a civility opens.
fn behind_name(scene: &Scene, at: usize) -> bool {
    (at.saturating_sub(3)..at).any(|t| scene.cue(t).any(Cue::CIVILITY)) && scene.capital(at)
}

/// `II. Sur l'appel de X`, `B) Sur la situation de X :`: who ends a heading.
fn ends_heading(scene: &Scene, last: usize) -> bool {
    let behind = last + 1 + usize::from(scene.is(last + 1, ":"));
    scene.gap(behind) >= Gap::Line && scene.page.line_start(last).is_some_and(|line| (line..line + 4).any(|at| at < last && scene.is(at, "SUR")))
}

/// True when the word behind `at` is a verb whose subject it is.
pub(super) fn speaks(scene: &Scene, at: usize) -> bool {
    acts(scene, at) || scene.shape(at + 1) == Shape::Lower && PRESENT.contains(&scene.page.folded(at + 1))
}

/// `Toutefois, X`, `le 3 mai 2015, X`, `à Rennes, X`, `selon l'arrêt (Rennes, 2015), X`: the comma behind which the subject of a sentence stands.
fn behind_comma(scene: &Scene, first: usize) -> bool {
    let before = first - 2;
    scene.shape(before) == Shape::Lower || scene.kind(before) == TokenKind::Number || scene.is(before, ")") || behind_name(scene, before) || scene.class(before).any(Class::PLACE.union(Class::COUNTRY).union(Class::REGION)) || scene.starts_sentence(before) && scene.shape(before) == Shape::Title && scene.ordinary(before) && !scene.is(before, "NOUS")
}

/// `le compte de Zorka Bilko`: two or three words of no dictionary in the middle of a sentence, behind a word that people follow.
pub(super) fn strangers(scene: &Scene, first: usize, last: usize, words: &[usize]) -> bool {
    let thing = Class::PLACE.union(Class::COUNTRY).union(Class::REGION).union(Class::PUBLIC_BODY).union(Class::COMPANY_FORM).union(Class::COURT_SEAT).union(Class::LEGAL);
    // `que Zorka BILKO a vendu`: capitals that end a name, in prose.
    let ending = |at: usize| at == last && at > first && scene.shape(at) == Shape::Upper && scene.page.folded(at).len() > 3 && !scene.in_capitals(at);
    let strange = |&at: &usize| (scene.shape(at) == Shape::Title || ending(at)) && scene.page.folded(at).len() > 2 && !scene.ordinary(at) && scene.cue(at) == Cue::NONE && scene.block[at] == 0 && scene.evidence(at).article == 0 && scene.evidence(at).company == 0 && !scene.class(at).any(thing);
    let word = |at: usize| scene.page.folded(at);
    // `un autre élève, Zorko B.`: a word of no dictionary before its initial.
    if first > 1 && words.len() == 2 && words[1] == first + 1 && scene.shape(words[1]) == Shape::Initial && scene.is(words[1] + 1, ".") && scene.gap(words[1] + 1) == Gap::None && scene.gap(words[1]) == Gap::Space {
        let prose = scene.shape(first - 1) == Shape::Lower && !scene.cue(first - 1).any(Cue::ARTICLE.or(Cue::COMPANY).or(Cue::STREET).or(Cue::STATUTE)) || one_of!(word(first - 1), "," | "«" | "(");
        return prose && strange(&first) && scene.gap(first) <= Gap::Line && scene.page.folded(first).len() > 3;
    }
    // `que Zorka du Bilko est responsable`
    let particle = |at: usize| one_of!(word(at), "DU" | "DE" | "D'" | "DA" | "DOS" | "I" | "LA") && scene.shape(at) == Shape::Lower && scene.gap(at) == Gap::Space;
    let joined = (2..4).contains(&words.len()) && words[0] == first && last > first + words.len() - 1 && (first + 1..=last).all(|at| words.contains(&at) || particle(at));
    let row = (2..4).contains(&words.len()) && words.len() == last - first + 1 && (first + 1..=last).all(|t| scene.gap(t) == Gap::Space);
    if first == 0 || !row && !joined {
        return first == 0 && row && acts(scene, last) && words.iter().all(strange);
    }
    // `L'intéressé, Zorka Bilko, a fui`
    // `Le maire d'Ozra, Zorka Bilko, leur a écrit`, `La consule, Zorka Bilko, atteste`
    let called = first > 1 && scene.is(last + 1, ",") && (speaks(scene, last + 1) || scene.shape(last + 2) == Shape::Lower && word(last + 2) == "LEUR") && !(first.saturating_sub(6)..first).any(|t| scene.cue(t).any(Cue::COMPANY.or(Cue::PUBLIC).or(Cue::ESTABLISHMENT)) && !scene.cue(t).any(Cue::OFFICE)) && !BUSINESS.contains(&word(first - 2));
    // `son employeur, Zorka Bilko.`, `sa présidente, Zorka Bilko`
    let holder = |noun: usize| noun > 0 && one_of!(word(noun - 1), "SA" | "SON" | "MA" | "MON" | "LEUR" | "NOTRE" | "VOTRE") && (scene.class(noun).any(Class::PROFESSION) || scene.cue(noun).any(Cue::PERSON_NOUN.or(Cue::APPELLATION).or(Cue::TRADE).or(Cue::KIN).or(Cue::OFFICE)) && !BUSINESS.contains(&word(noun)) || one_of!(word(noun), "EMPLOYEUR" | "DIRIGEANT" | "DIRIGEANTE"));
    // `Selon Zorka Bilko`, `Ce jour-là, Zorka Bilko`
    let opened = scene.starts_sentence(first - 1) && scene.shape(first - 1) == Shape::Title && scene.ordinary(first - 1) || first > 3 && scene.is(first - 1, ",") && (behind_comma(scene, first) || one_of!(word(first - 3), "DE" | "D'" | "DU") && scene.shape(first - 4) == Shape::Lower) && (speaks(scene, last) || called || holder(first - 2));
    // `les véhicules Citroën Visa et Ford Fiesta`
    let thing = |at: usize| THINGS.contains(&word(at).strip_suffix('S').unwrap_or(word(at)));
    let second = one_of!(word(first - 1), "ET" | "OU") && (first.saturating_sub(5)..first).any(thing);
    let led = !second && (scene.shape(first - 1) == Shape::Lower || opened) && !one_of!(scene.page.folded(first - 1), "OF" | "THE" | "TYPE" | "GESTION" | "DER" | "DEN" | "VAN" | "VON") && !scene.cue(first - 1).any(Cue::ARTICLE.or(Cue::COMPANY).or(Cue::STREET).or(Cue::ESTABLISHMENT).or(Cue::LAWYER)) && !thing(first - 1) && scene.gap(first) <= Gap::Line;
    // `Zorka Bilko et la MAAF ont conclu`, `Zorka Bilko et sa fille`
    let led = led || scene.starts_sentence(first) && (speaks(scene, last) || apposed(scene, last) || scene.is(last + 1, ",") && word(last + 2) == "QUI" || scene.is(last + 1, "ET") && (scene.cue(last + 2).any(Cue::ARTICLE) || one_of!(scene.page.folded(last + 2), "SA" | "SON" | "SES")));
    // `M. Paul Roux, Zorka Bilko et Mme Petit`
    let led = led || first > 3 && scene.is(first - 1, ",") && behind_name(scene, first - 2) && scene.is(last + 1, "ET") && (scene.cue(last + 2).any(Cue::CIVILITY) || one_of!(word(last + 2), "LA" | "LE" | "L'" | "M"));
    // `deux ressortissants belges, Zorka Bilko (requête no 12)`, `Anne Vidal, Zorka Bilko, SA Zeta`, `C/Zorka Bilko CAISSE PRIMAIRE`
    let national = first > 2 && scene.is(first - 1, ",") && (scene.cue(first - 2).any(Cue::NATION) || word(first - 3).starts_with("RESSORTISSANT")) && scene.shape(first - 2) == Shape::Lower;
    let item = first > 3 && one_of!(word(first - 1), "," | "ET") && scene.given_strong(first - 3) && scene.shape(first - 3) == Shape::Title && scene.capital(first - 2) && one_of!(word(last + 1), "," | "ET");
    // `sept fidèles, dont Mahsa, Zorka Bilko et un étudiant`
    let item = item || first > 3 && scene.is(first - 1, ",") && scene.is(first - 3, "DONT") && scene.given(first - 2) && scene.shape(first - 2) == Shape::Title && one_of!(word(last + 1), "," | "ET");
    let sued = first > 1 && scene.is(first - 1, "/") && scene.is(first - 2, "C") && scene.shape(last + 1) == Shape::Upper;
    let led = led || national || item || sued;
    let ends = sued || national && scene.is(last + 1, "(") || scene.shape(last + 1) == Shape::Lower || one_of!(scene.page.folded(last + 1), "," | "." | ";" | ")" | "»" | "?") || first > 1 && holder(first - 2) && scene.gap(last + 1) >= Gap::Line || ends_heading(scene, last);
    let country = scene.page.phrase(first, Class::COUNTRY).is_some() || scene.page.phrase(first, Class::REGION.union(Class::PLACE)).is_some_and(|end| end >= last);
    // `de North Shields`, `avec Air Zorka`, `chez Menuiserie Zorka`
    let place = one_of!(scene.page.folded(first), "NEW" | "NORTH" | "SOUTH" | "EAST" | "WEST" | "SAN" | "SANTA" | "LOS" | "LAS" | "FORT" | "PORT" | "CAPE" | "LAKE" | "MOUNT" | "GREAT" | "MIDI" | "AIR" | "CARREFOUR" | "GOOGLE" | "MICROSOFT") || scene.page.folded(first).ends_with("ERIE");
    // `Selon Li Wei`, `Max Lê a vu`: a short name of the dictionary, and a name or a stranger beside it.
    let known = |&at: &usize| scene.shape(at) == Shape::Title && scene.class(at).any(Class::FAMILY.union(Class::GIVEN).union(Class::GIVEN_RARE)) && !scene.in_lower_case(at) && scene.block[at] == 0 && scene.evidence(at).article == 0 && scene.evidence(at).company == 0 && !hard(scene, at) && !scene.class(at).any(Class::PLACE_BIG.union(Class::COUNTRY).union(Class::REGION).union(Class::PUBLIC_BODY).union(Class::COMPANY_FORM));
    let short = words.iter().any(|at| known(at) && scene.page.folded(*at).len() < 4) && words.iter().all(|at| known(at) || strange(at));
    // `que Zorka Romand a signé`, `que Soleil Zorkin a signé`: a word of the language beside one of no dictionary.
    let written = |at: usize| scene.shape(at) == Shape::Title && scene.page.folded(at).len() > 2 && (scene.class(at).any(Class::FAMILY) || !scene.in_lower_case(at) && !word(at).ends_with('S')) && (scene.cue(at) == Cue::NONE || scene.class(at).any(Class::FAMILY_COMMON) && !scene.cue(at).any(HARD)) && !scene.class(at).any(Class::PLACE_BIG.union(Class::COUNTRY).union(Class::REGION).union(Class::PUBLIC_BODY).union(Class::COMPANY_FORM).union(Class::COURT_SEAT)) && scene.block[at] == 0 && scene.evidence(at).article == 0 && scene.evidence(at).company == 0;
    // `avec Titi Lacaze`: a surname that is no word proves the word before it.
    let surname = scene.class(last).any(Class::FAMILY) && !scene.class(last).any(Class::WORD);
    let opens = strange(&first) || (strange(&last) || surname) && written(first) && !scene.starts_sentence(first);
    let mixed = row && opens && words[1..].iter().all(|at| written(*at) || strange(at));
    led && ends && !place && !country && (words.iter().all(strange) || short || mixed) || pairs(scene, first, last)
}

/// `selon Jean Pinceau`, `Martial Honnête a été relaxé`: a given name and a word, be both of the language: prose writes neither with a capital there.
pub(super) fn pairs(scene: &Scene, first: usize, last: usize) -> bool {
    let thing = Class::PLACE_BIG.union(Class::COUNTRY).union(Class::REGION).union(Class::PUBLIC_BODY).union(Class::COMPANY_FORM).union(Class::COURT_SEAT);
    let word = |at: usize| {
        let evidence = scene.evidence(at);
        scene.shape(at) == Shape::Title && scene.page.folded(at).len() > 3 && !scene.in_lower_case(at) && scene.cue(at) == Cue::NONE && scene.block[at] == 0 && evidence.article == 0 && evidence.company == 0 && !scene.class(at).any(thing)
    };
    let given = scene.class(first).any(Class::GIVEN.union(Class::GIVEN_RARE)) && last == first + 1 && scene.gap(last) == Gap::Space && word(first) && word(last) && !scene.page.folded(last).ends_with('S');
    let prose = first > 0 && scene.shape(first - 1) == Shape::Lower && !scene.cue(first - 1).any(Cue::ARTICLE.or(Cue::COMPANY).or(Cue::STREET).or(Cue::ESTABLISHMENT)) && !THINGS.contains(&scene.page.folded(first - 1)) && !scene.is(first - 1, "DU") && scene.gap(first) <= Gap::Line;
    // `la variété Rose Marine`: what a thing is called.
    let noun = first > 1 && scene.cue(first - 2).any(Cue::ARTICLE) && !scene.class(first - 1).any(Class::PROFESSION) && !scene.cue(first - 1).any(Cue::PERSON_NOUN.or(Cue::APPELLATION).or(Cue::KIN).or(Cue::TRADE).or(Cue::OFFICE).or(Cue::OFFICER).or(Cue::WITNESS).or(Cue::VICTIM));
    let prose = prose && !noun;
    let ends = scene.shape(last + 1) == Shape::Lower || one_of!(scene.page.folded(last + 1), "," | "." | ";" | ")" | "»");
    given && (prose && ends || scene.starts_sentence(first) && (speaks(scene, last) || apposed(scene, last)))
}

/// True for words of no dictionary in somebody's own words, whom nothing else explains: `« dis à Katti »`, `« et Gheorghe Moldovan »`.
pub(super) fn told(scene: &Scene, words: &[usize]) -> bool {
    let thing = Class::PLACE.union(Class::COUNTRY).union(Class::REGION).union(Class::PUBLIC_BODY).union(Class::COMPANY_FORM).union(Class::COURT_SEAT);
    // `Jo`, that dictionaries call a word.
    let short = |at: usize| scene.page.folded(at).len() == 2 && scene.class(at).any(Class::GIVEN.union(Class::GIVEN_RARE)) && !scene.in_lower_case(at);
    let strange = |&at: &usize| {
        let evidence = scene.evidence(at);
        // `Laisse-moi`, `Celui-là`
        let verb = scene.page.document.original_at(at).split_once('-').is_some_and(|(_, last)| last.starts_with(char::is_lowercase));
        scene.shape(at) == Shape::Title && scene.page.folded(at).len() > 1 && !scene.page.folded(at).contains('\'') && !verb && (!scene.ordinary(at) || short(at)) && (scene.cue(at) == Cue::NONE || short(at) && scene.cue(at) == Cue::LABEL) && scene.block[at] == 0 && evidence.article == 0 && evidence.company == 0 && !scene.class(at).any(thing)
    };
    let (first, last) = (words[0], words[words.len() - 1]);
    if first < 3 {
        return false;
    }
    let mark = |at: usize| one_of!(scene.page.folded(at), "«" | "»" | "\"");
    let moi = scene.is(last + 1, "ET") && one_of!(scene.page.folded(last + 2), "MOI" | "TOI" | "LUI" | "ELLE");
    let does = moi || scene.shape(last + 1) == Shape::Lower && DOES.contains(&scene.page.folded(last + 1)) && scene.page.folded(last).len() > 2;
    let begins = scene.starts_sentence(first) && !(does || acts(scene, last) || scene.shape(last + 1) == Shape::Lower && scene.page.folded(last + 1).ends_with("RA"));
    // `partie à Brisbane`, `la maison de Kerveur`
    let placed = one_of!(scene.page.folded(first - 1), "A" | "AU" | "AUX" | "EN" | "DE" | "D'" | "DU" | "DES" | "VERS" | "DEPUIS" | "SUR" | "DANS" | "PAR" | "L'" | "LA" | "LE" | "LES") || scene.kind(first) == TokenKind::Elision || scene.capital(first - 1) && scene.gap(first) <= Gap::Space && !scene.starts_sentence(first - 1);
    !placed && last - first < 3 && words.iter().all(strange) && !begins && !(mark(first - 1) && mark(last + 1)) && !animal(scene, first) && said(scene, first)
}

/// True where a surname and the word before it, be they words of the language, are somebody's name: in a person's frame, or driving.
pub(super) fn carries(scene: &Scene, first: usize, last: usize) -> bool {
    let (before, earlier) = (scene.page.folded(first - 1), scene.page.folded(first - 2));
    let drives = before == "PAR" && one_of!(earlier, "CONDUIT" | "CONDUITE" | "PILOTE" | "PILOTEE");
    let clear = |t: usize| scene.block[t] == 0 && scene.evidence(t).article == 0 && scene.evidence(t).company == 0;
    (drives || frame(scene, first, last) == Some(Frame::Person)) && scene.gap(first) <= Gap::Line && (first..=last).all(clear)
}

/// `Jean-Mi`, `Marie-Thé`
fn clipped(scene: &Scene, at: usize) -> bool {
    scene.page.folded(at).split_once('-').is_some_and(|(first, last)| last.len() < 4 && scene.page.lexicon.look_up(first).any(Class::GIVEN_COMMON))
}

fn frame(scene: &Scene, first: usize, at: usize) -> Option<Frame> {
    let class = scene.class(at);
    let (before, earlier, next) = (scene.page.folded(first - 1), scene.page.folded(first - 2), scene.page.folded(at + 1));
    let lower = scene.shape(first - 1) == Shape::Lower;
    // `celle de Zorka`, in somebody's own words
    if one_of!(before, "DE" | "D'") && one_of!(earlier, "CELLE" | "CELUI") && said(scene, at) && first == at && !class.any(Class::PLACE.union(Class::COUNTRY).union(Class::REGION).union(Class::PUBLIC_BODY).union(Class::COMPANY_FORM)) {
        return Some(Frame::Person);
    }
    let given = scene.given(at) || clipped(scene, at) || diminutive(scene, at);
    // `le fils de Vasu`, but not `la société mère de X`
    let kin = one_of!(before, "DE" | "D'") && (scene.cue(first - 2).any(Cue::KIN) || hails(scene, first - 2)) && scene.shape(first - 2) == Shape::Lower && first > 2 && (scene.cue(first - 3).any(Cue::ARTICLE) || scene.is(first - 3, ","));
    if spoken(scene, at) && first == at {
        return Some(Frame::Prose);
    }
    // `Où est Zhaxi ?`, `tantôt Drolma`, `── Punua ;`
    let asked = before == "EST" && earlier == "OU" && next == "?" || before == "TANTOT" && lower || before == "─" && scene.gap(first) == Gap::Space && one_of!(next, "," | ";" | "(");
    // `le témoignage de Vasu`
    let kin = kin || asked || first == at && lives(scene, at);
    // `- Marama, décédé, père de`
    let ended = next == "," && scene.shape(at + 2) == Shape::Lower && one_of!(scene.page.folded(at + 2), "DECEDE" | "DECEDEE" | "PREDECEDE" | "PREDECEDEE" | "ENTENDU" | "ENTENDUE" | "INTERROGE" | "INTERROGEE" | "AUDITIONNE" | "AUDITIONNEE" | "AGE" | "AGEE" | "ASSISTE" | "ASSISTEE" | "NE" | "NEE" | "MORT" | "MORTE" | "CELIBATAIRE" | "VEUF" | "VEUVE" | "DISPARU" | "DISPARUE" | "MINEUR" | "MINEURE");
    // `Gaby, son nom.`
    let ended = ended || next == "," && scene.is(at + 2, "SON") && one_of!(scene.page.folded(at + 3), "NOM" | "PRENOM");
    let kin = kin || ended || aged(scene, at) || first == at && listed(scene, at) || lower && STRIKES.contains(&before) || apposed(scene, at) || parent(scene, at);
    let speaks = one_of!(next, "M'" | "T'" | "ME" | "TE") && scene.shape(at + 1) == Shape::Lower && (!scene.ordinary(at) || scene.page.folded(at + 2).starts_with("MANQU") && said(scene, at));
    // `Ne dis rien. Zéfa »`: who ends the words that are quoted.
    let signs = (before == "." && earlier.len() > 1 && (scene.shape(first - 2) == Shape::Lower || scene.ordinary(first - 2)) || one_of!(before, "?" | "!" | "…")) && next == "»" && scene.gap(first) <= Gap::Line && scene.gap(at + 1) <= Gap::Space && scene.page.folded(at).len() > 1;
    // `agressé par Zirko`, `elle vivait chez Plimo`
    let suffered = before == "PAR" && one_of!(earlier, "AGRESSE" | "AGRESSEE" | "FRAPPE" | "FRAPPEE" | "MORDU" | "MORDUE" | "TUE" | "TUEE" | "BLESSE" | "BLESSEE" | "INSULTE" | "INSULTEE" | "MENACE" | "MENACEE" | "CONDUIT" | "CONDUITE" | "PILOTE" | "PILOTEE" | "DIRIGEE");
    let housed = before == "CHEZ" && one_of!(earlier, "VIVAIT" | "VIT" | "VIVRE" | "VECU" | "HEBERGE" | "HEBERGEE" | "DORMI" | "DORMAIT" | "HABITE" | "HABITAIT" | "LOGE" | "LOGEE" | "LOGEAIT" | "RESTE" | "RESTEE" | "ACCUEILLI" | "ACCUEILLIE" | "INSTALLE" | "INSTALLEE" | "REFUGIE" | "REFUGIEE");
    let cleft = signs || suffered || housed || before == "EST" && earlier == "C'" && next == "QUI";
    if kin || speaks || cleft || one_of!(before, "CHER" | "CHERE") || lower && one_of!(before, "CERTAIN" | "CERTAINE") || before == "A" && lower && TELLS.contains(&earlier) {
        return Some(Frame::Person);
    }
    // `Clem a fui`, `avec Zizou`, `c'est Sintia`: a word of no dictionary.
    // `« depuis que Jacquot est parti »`: a surname that is a word, in somebody's own words.
    if CLAUSE.contains(&before) && class.any(Class::FAMILY) && acts(scene, at) && said(scene, first) && !class.any(Class::PLACE_BIG) {
        return Some(Frame::Prose);
    }
    let unknown = !scene.ordinary(at) && !class.any(Class::PLACE) && scene.page.folded(at).is_ascii() && scene.page.folded(at).len() > 1 && !scene.page.folded(at).ends_with("-CI") && !scene.page.folded(at).ends_with("-LA");
    // `vit désormais avec Zizou`
    let with = before == "AVEC" && (TOGETHER.contains(&earlier) || one_of!(earlier, "DESORMAIS" | "ENSEMBLE" | "ENSUITE" | "TOUJOURS" | "ALORS") && first > 2 && TOGETHER.contains(&scene.page.folded(first - 3)));
    if unknown && (scene.starts_sentence(first) && acts(scene, at) || lower && with || before == "EST" && earlier == "C'") {
        return Some(Frame::Prose);
    }
    // `D'après Zirkov, le portail`, `Selon Zirkov,`, `que Zarkine et Vlo ont menti`
    let according = (before == "SELON" || before == "APRES" && earlier == "D'") && next == ",";
    let both = CLAUSE.contains(&before) && next == "ET" && scene.shape(at + 2) == Shape::Title && one_of!(scene.page.folded(at + 3), "ONT" | "SONT" | "AVAIENT" | "ETAIENT");
    if unknown && (according || both) {
        return Some(Frame::Prose);
    }
    // `M. Personne (Gilles)`
    // `c'est Bleu et c'est Kiki`
    // `entre Simone et Lulu`
    let paired = before == "ET" && doubled(scene, at) && scene.capital(first - 2) && scene.given(first - 2);
    let shown = one_of!(before, "EST" | "ETAIT") && earlier == "C'" && (given || doubled(scene, at));
    let bracketed = shown || paired ||  before == "(" && next == ")" && scene.capital(first - 2) && given;
    if bracketed || lower && one_of!(before, "AVEC" | "CHEZ" | "CONTRE") || before == "A" && (TELLS.contains(&earlier) || GIVES.contains(&earlier)) && !class.any(Class::PLACE) || HAILS.contains(&before) && given {
        return Some(Frame::Somebody);
    }
    // `à la période de Noël`, `d'Alsace`
    let province = one_of!(before, "DE" | "D'" | "EN") && one_of!(scene.page.folded(at), "ALSACE" | "LORRAINE" | "SAVOIE" | "PICARDIE" | "NORMANDIE" | "PROVENCE" | "CHAMPAGNE" | "ANJOU" | "CORSE" | "BRETAGNE");
    if province || one_of!(scene.page.folded(at), "NOEL" | "TOUSSAINT") {
        return None;
    }
    let plain = given && !class.any(Class::WORD);
    let prose = if scene.starts_sentence(first) || before == "»" && one_of!(earlier, "." | "!" | "?") {
        // `Bryan dormait`, `- Anna, religieuse`
        // `Bryan et sa mère`
        let company = next == "ET" && one_of!(scene.page.folded(at + 2), "SA" | "SON" | "SES") && (scene.cue(at + 3).any(Cue::KIN));
        // `Rosalie, consommatrice,`
        let item = next == "," && (one_of!(before, "-" | "–" | "•") || (class.any(Class::GIVEN_COMMON) || scene.is(at + 2, "QUI")) && scene.shape(at + 2) == Shape::Lower);
        given && company || presented(scene, at) || plain && (item || scene.shape(at + 1) == Shape::Lower || acts(scene, at)) || given && acts(scene, at) || doubled(scene, at) && !scene.ordinary(at) && scene.shape(at + 1) == Shape::Lower
    } else if before == "," && (behind_comma(scene, first) || scene.starts_sentence(first - 2) && !scene.is(first - 2, "NOUS")) {
        // `derrière son dos, Lorette`, `Le soir, Rose a appelé`, `Le 3 mai 2015, Rose a appelé`
        plain && (scene.shape(first - 2) == Shape::Lower || scene.kind(first - 2) == TokenKind::Number && next == "," || scene.starts_sentence(first - 2)) || given && acts(scene, at)
    } else if lower || scene.starts_sentence(first - 1) && scene.shape(first - 1) == Shape::Title && scene.ordinary(first - 1) && !scene.cue(first - 1).any(Cue::PARTICLE) {
        // `Selon Bryan`; `le véhicule Mercédès`, `la loi Carmen`, `à Paul`
        let thing = before == "EN" || before == "A" && (!class.any(Class::GIVEN_COMMON.union(Class::WORD)) || scene.page.folded(at).starts_with("SAINT")) || THINGS.contains(&before.strip_suffix('S').unwrap_or(before)) || !scene.there(first - 1) && scene.cue(first - 1).any(Cue::ARTICLE.or(Cue::STATUTE).or(Cue::COMPANY).or(Cue::STREET).or(Cue::ESTABLISHMENT));
        let rare = class.any(Class::GIVEN_RARE) && !class.any(Class::WORD) && GRAMMAR.contains(&before);
        given && !thing || rare || subject(scene, at)
    } else {
        false
    };
    prose.then_some(Frame::Prose)
}

/// `le témoignage de Vasu`, `les mains de Vasu`: what only a person has.
pub(super) fn lives(scene: &Scene, at: usize) -> bool {
    let had = scene.page.folded(at - 2);
    scene.is(at - 1, "DE") && scene.shape(at - 2) == Shape::Lower && (LIVES.contains(&had) || LIVES.contains(&had.strip_suffix('S').unwrap_or(had)))
}

/// `que Kutty boitait`: the subject of a clause, of no dictionary.
fn subject(scene: &Scene, at: usize) -> bool {
    let (earlier, next) = (scene.page.folded(at - 2), scene.page.folded(at + 1));
    CLAUSE.contains(&scene.page.folded(at - 1))
        && !one_of!(earlier, "TEL" | "TELS" | "TELLE" | "TELLES" | "AINSI" | "AUTRE" | "AUTRES")
        && scene.shape(at + 1) == Shape::Lower
        && !one_of!(next, "SANS" | "DE" | "D'" | "DU" | "EN" | "POUR" | "AVEC" | "ET" | "OU" | "DANS" | "PAR" | "SUR")
        && (!scene.ordinary(at) || doubled(scene, at))
        && (scene.page.folded(at).len() > 2 || acts(scene, at))
        && scene.page.folded(at).is_ascii()
}

/// `né le 3 mai 1980 à Batoumi, de Guram et de Nana`: the parents of somebody.
fn parent(scene: &Scene, at: usize) -> bool {
    let of = |at: usize| one_of!(scene.page.folded(at), "DE" | "D'") && scene.shape(at) == Shape::Lower;
    let (first, second) = (scene.is(at + 1, "ET") && of(at + 2), at > 3 && scene.is(at - 2, "ET") && of(at - 4));
    // `le papa de Zaï et de Lonira`
    let related = second && at > 4 && (scene.cue(at - 5).any(Cue::KIN) || hails(scene, at - 5)) && scene.shape(at - 5) == Shape::Lower;
    related && of(at - 1) || of(at - 1) && (first && one_of!(scene.page.folded(at - 2), "," | ")" | "FILS" | "FILLE") || second) && (at.saturating_sub(24)..at).any(|t| scene.cue(t).any(Cue::BORN) || one_of!(scene.page.folded(t), "FILS" | "FILLE"))
}

/// `Boyer, le boulanger,`, `Gohoupe, chef de la tribu`, `Zorka, seul témoin`: what somebody does stands behind.
fn apposed(scene: &Scene, at: usize) -> bool {
    let noun = at + 2 + usize::from(one_of!(scene.page.folded(at + 2), "LE" | "LA" | "L'" | "SON" | "SA" | "UN" | "UNE" | "SEUL" | "SEULE"));
    let lower = |at: usize| scene.shape(at) == Shape::Lower;
    let trade = scene.class(noun).any(Class::PROFESSION) || one_of!(scene.page.folded(noun), "MARI" | "EX-MARI" | "EPOUX" | "COMPAGNON" | "COMPAGNE") || scene.cue(noun).any(Cue::PERSON_NOUN.or(Cue::APPELLATION).or(Cue::TRADE).or(Cue::WITNESS).or(Cue::VICTIM)) || one_of!(scene.page.folded(noun), "CONJOINT" | "CONJOINTE" | "GRAND-MERE" | "GRAND-PERE");
    // `Zorka, dont le père`
    if scene.is(at + 1, ",") && scene.is(at + 2, "DONT") && scene.cue(at + 4).any(Cue::KIN) && one_of!(scene.page.folded(at + 3), "LE" | "LA" | "LES") {
        return true;
    }
    scene.is(at + 1, ",") && lower(at + 2) && lower(noun) && scene.gap(noun) == Gap::Space && trade && !scene.cue(noun).any(Cue::OFFICE_OF_COURT.or(Cue::OFFICE).or(Cue::LAWYER).or(Cue::NOTARY).or(Cue::BAILIFF)) && scene.page.folded(noun).len() > 3 && !BUSINESS.contains(&scene.page.folded(noun))
}

/// True when a verb or a pronoun that only a subject has follows: `X a vu`, `X s'est levé`, `X, elle, ne dit rien`.
pub(super) fn acts(scene: &Scene, at: usize) -> bool {
    let next = scene.page.folded(at + 1);
    let lower = |at: usize| scene.shape(at) == Shape::Lower;
    let has = next == "A" && scene.page.document.original_at(at + 1) == "a";
    let verb = has || lower(at + 1) && one_of!(next, "AVAIT" | "EST" | "ETAIT" | "N'" | "NE" | "S'" | "SE" | "M'" | "ME" | "LUI" | "VA" | "ALLAIT" | "FAIT" | "FAISAIT" | "ON" | "M'A" | "DIT" | "DISAIT" | "VEUT" | "VOULAIT");
    // `Alex travaillait soixante-dix heures`
    let verb = verb || lower(at + 1) && next.len() > 5 && (next.ends_with("AIT") || next.ends_with("AIENT")) && !one_of!(next, "SOUHAIT" | "FORFAIT" | "PARFAIT" | "EXTRAIT" | "RETRAIT" | "PORTRAIT" | "CONTRAIT");
    // `Zorka l'a vue`, `Zorka les a séparés`
    let verb = verb || one_of!(next, "L'" | "LES" | "NOUS" | "VOUS" | "LEUR" | "T'") && lower(at + 1) && one_of!(scene.page.folded(at + 2), "A" | "AVAIT" | "AURAIT" | "AVAIENT");
    let apart = next == "," && lower(at + 2) && one_of!(scene.page.folded(at + 2), "CA" | "IL" | "ELLE" | "LUI" | "JE" | "TU" | "ON" | "C'");
    // `Fab, quand il ne boit pas,`
    let apart = apart || next == "," && scene.is(at + 2, "QUAND") && one_of!(scene.page.folded(at + 3), "IL" | "ELLE" | "ON");
    verb || apart
}
