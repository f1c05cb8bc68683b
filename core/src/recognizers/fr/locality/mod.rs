//! Communes of private persons: beside a postcode, after an address, a birth, a death, a dwelling.
//!
//! A commune proven once is found again by [`again()`], but where it is a court's, a bar's or a public body's seat.

mod again;
mod postcode;
mod prose;

use self::postcode::{bracketed, foreign, rank, trailing, unusual};
use super::{Reader, Rule};
use crate::context::{Cue, Page};
use crate::lexicon::Class;
use crate::model::{Confidence, Detection, Kind};
use crate::recognizers::figures::{digits_at, numbers};
use crate::context::is_bar;
use crate::recognizers::words::{CLOSING, close, name_run, proper};
use crate::text::{Gap, Shape, TokenKind, one_of};

pub(in crate::recognizers) use self::again::again;
pub(super) use self::postcode::{is_parted, is_postcode, prefix, town};

const RULE: Rule = Rule {
    id: "fr/locality",
    kind: Kind::Locality,
    finds: "A postcode and its commune, or the commune of a birth, a death, a dwelling.",
    source: "COJ art. R111-12; La Poste, code postal (arrêté du 5 juin 1990); INSEE, communes",
};

pub(super) const READER: Reader = Reader { rules: &[RULE], find };

/// Words beside which a commune is a private person's, with what may stand between them and `à`.
fn is_cue(word: &str) -> bool {
    one_of!(
        word,
        "NE" | "NEE" | "NES" | "NEES" | "NAISSANCE" | "NAQUIT" | "DECEDE" | "DECEDEE" | "DECEDES" | "PREDECEDE" | "PREDECEDEE" | "DECES" | "MORT" | "MORTE" | "DEMEURANT" | "DEMEURE" | "DEMEURENT" | "DOMICILIE" | "DOMICILIEE" | "DOMICILIES" | "DOMICILIEES" | "RESIDANT" | "RESIDE" | "RESIDENT" | "HABITANT" | "HABITE" | "HABITENT" | "MARIES"
        | "MARIAGE" | "MARIE" | "MARIEE" | "EPOUSE" | "EPOUSEE" | "EPOUSES" | "PACSES" | "REMARIE" | "REMARIEE" | "REMARIES" | "UNIS" | "LOGE" | "LOGEE" | "DOMICILE" | "SITUE" | "SITUEE" | "SIS" | "SISE" | "ORIGINAIRE" | "NATIF" | "NATIVE" | "VIT" | "VIVENT" | "VIVANT" | "VIVAIT" | "VIVAIENT" | "INSTALLE" | "INSTALLEE" | "INSTALLES"
        | "ETABLI" | "ETABLIE" | "CELEBRE" | "CELEBREE" | "SCOLARISE" | "SCOLARISEE" | "SCOLARISES" | "HOSPITALISE" | "HOSPITALISEE" | "HEBERGE" | "HEBERGEE" | "TRAVAILLE" | "TRAVAILLAIT" | "DETENU" | "DETENUE" | "ECROUE" | "INHUME" | "INHUMEE" | "DEMENAGE" | "RETENU" | "RETENUE" | "EXERCANT" | "EMPLOYE" | "EMPLOYEE" | "ENTERRE"
        | "SEJOURNANT" | "INCARCERE" | "INCARCEREE" | "ETABLIR" | "INSTALLER" | "DEMENAGER" | "VIVRE" | "HABITER" | "RESIDER" | "RESIDAIT" | "HABITAIT" | "DEMEURAIT" | "DEMEUREE" | "EXERCE" | "EXERCAIT" | "GARNISON" | "VILLEGIATURE" | "PLACE" | "PLACEE" | "RETOURNE" | "RETOURNEE" | "REPARTI" | "REPARTIE" | "DOMICILIER" | "TIENT"
        | "TENAIT" | "COMMIS" | "COMMISE" | "COMMISES" | "SIEGE"
    )
}

/// What a person does at a town hall: `sa fille, reconnue à la mairie de Maury`.
const CIVIL_STATUS: &[&str] = &["MARIAGE", "MARIES", "MARIE", "MARIEE", "EPOUSE", "EPOUSEE", "UNIS", "PACS", "PACSES", "SOLIDARITE", "CEREMONIE", "NAISSANCE", "DECES", "RECONNU", "RECONNUE", "RECONNUS", "RECONNAISSANCE"];

/// The same only before an article, for things go to persons too: `transférée à la Timone`, no `à Duriez`.
fn takes(word: &str) -> bool {
    one_of!(
        word,
        "ADMIS" | "ADMISE" | "TRANSFERE" | "TRANSFEREE" | "OPERE" | "OPEREE" | "SOIGNE" | "SOIGNEE" | "EVACUE" | "EVACUEE" | "HELIPORTE" | "HELIPORTEE" | "TRANSPORTE" | "TRANSPORTEE"
    )
}

/// Villages and what else has no other name than its own.
const UNKNOWN: &[&str] = &["CIMETIERE", "VILLAGE", "HAMEAU", "TRIBU", "DISTRICT", "WILAYA", "DOUAR", "OASIS", "BOURGADE", "CAMP"];

/// What a commune named after a comma goes on.
const GROUNDS: &[&str] = &["DOMICILIE", "DOMICILIEE", "LIEU-DIT", "LIEUDIT", "HAMEAU", "VILLAGE", "DEMEURANT", "SIS", "SISE", "SITUE", "SITUEE"];

/// Labels of a form after which a commune stands at once.
const LABELS: &[&str] = &["NAISSANCE", "VILLE", "COMMUNE", "LIEU", "DOMICILE", "TRAVAIL", "FAITS", "ADRESSE"];

/// Places of work and the like whose town is a private person's: `le magasin de Vierzon`.
fn is_place(word: &str) -> bool {
    one_of!(
        word,
        "BOULANGERIE" | "PHARMACIE" | "GARAGE" | "SALON" | "MAGASIN" | "AGENCE" | "USINE" | "ATELIER" | "CHANTIER" | "BOUTIQUE" | "SUCCURSALE" | "DEPOT" | "FOURNIL" | "SITE" | "ENTREPOT" | "EXPLOITATION" | "CABINET" | "ETUDE" | "RESTAURANT" | "FERME" | "ECOLE" | "COLLEGE" | "LYCEE" | "HOPITAL" | "CLINIQUE" | "EGLISE" | "MAISON"
        | "CIMETIERE" | "PLAGE" | "MARCHE" | "STADE" | "BAR" | "SUPERMARCHE" | "GARE" | "AEROPORT" | "AERODROME" | "FOIRE" | "PARKING" | "CONJUGAL" | "FAMILIAL" | "PARENTAL" | "HYPERMARCHE" | "STATION" | "BASE" | "CAMP" | "FILIALE" | "ETABLISSEMENT" | "CENTRE" | "VIGNOBLE" | "BOX" | "DOMICILE" | "APPARTEMENT" | "STUDIO" | "VILLA"
        | "LOGEMENT" | "PAVILLON" | "BUREAU" | "BUREAUX" | "LOCAUX" | "CASERNE" | "MATERNITE" | "CRECHE" | "CLUB" | "TERRAIN" | "PROPRIETE" | "HANGAR" | "CAVE" | "CHALET" | "IMMEUBLE" | "PORT" | "CABANON" | "CABANE" | "BERGERIE" | "BASTIDE" | "GRANGE" | "SECONDAIRE"
    )
}

fn find(page: &Page, found: &mut Vec<Detection>) {
    // Addresses and parcels found before lead to their commune.
    let mut ends: Vec<usize> = found.iter().filter(|d| matches!(d.kind, Kind::Address | Kind::LandParcel)).map(|d| page.document.token_at(d.span.end)).collect();
    ends.sort_unstable();
    let mut places = page.tokens_called(&["A", "AU", "AUX", "DE", "D'", "DU", "DES", "D"], |at| page.gap(at + 1) <= Gap::Line && (page.is_symbol(at + 1, ":") && proper(page, at + 2) || opens(page, at + 1, !page.folded(at).starts_with('A'))));
    places.extend(page.tokens_called(LABELS, |at| page.gap(at + 1) <= Gap::Line));
    places.extend(numbers(page).filter(|&at| matches!(digits_at(page, at), 2 | 4..=6)));
    places.extend(ends.iter().copied().filter(|&at| one_of!(page.folded(at), "," | "-" | "–")));
    places.extend(ends.iter().copied().filter(|&at| page.gap(at) == Gap::Line && proper(page, at)));
    places.extend(page.tokens_called(&[","], |at| page.gap(at + 1) <= Gap::Space && page.class(at + 1).any(Class::PLACE.union(Class::PLACE_START)) && proper(page, at + 1)));
    columns(page, found);
    dated(page, found);
    let places = page.in_order(places);
    let tables = page.tables();
    let mut free = 0;
    for at in places {
        if at < free {
            continue;
        }
        let token = &page.tokens()[at];
        let number = token.kind == TokenKind::Number;
        let after = |skip: usize| (at + 1).checked_sub(skip).is_some_and(|end| ends.binary_search(&end).is_ok());
        let folded = page.folded(at);
        let hit = if page.gap(at) == Gap::Line && proper(page, at) && !LABELS.contains(&folded) && ends.binary_search(&at).is_ok() {
            abroad(page, at)
        } else if number {
            let beside = |first: usize| ends.binary_search(&first).is_ok() || first > 0 && ends.binary_search(&(first - 1)).is_ok();
            let state = |last: usize| (last + 1..last + 3).any(|i| page.class(i).any(Class::COUNTRY));
            let abroad = || foreign(page, at).filter(|&(first, last)| is_parted(page, at) || beside(first) || state(last));
            let code = town(page, at).map(|last| (prefix(page, at), last)).or_else(|| unusual(page, at)).or_else(abroad);
            code.filter(|_| !super::address::of_a_court(page, at)).map(|(first, last)| (first, last, Confidence::Certain)).or_else(|| bracketed(page, at)).or_else(|| after_birth(page, at, tables))
        } else if token.kind == TokenKind::Symbol {
            if after(1) { beside_address(page, at) } else { after_trade(page, at) }
        } else if LABELS.contains(&folded) {
            labelled(page, at)
        } else if folded.starts_with('A') {
            after_cue(page, at, after(1) || page.is_symbol(at.saturating_sub(1), ",") && after(2))
        } else if close(page, at + 1) {
            registry(page, at).or_else(|| of_a_place(page, at))
        } else {
            None
        };
        let Some((first, last, confidence)) = hit.filter(|&(first, last, _)| first >= free && (number && (after(1) || after(2)) || !of_a_court(page, first, last))) else { continue };
        // `Pôle emploi, dont le siège est à Metz`
        if page.cue_before(at, 4, &["SIEGE"]).is_some() && super::address::of_a_court(page, first) {
            continue;
        }
        let last = trailing(page, rank(page, last));
        let mut push = |first: usize, last: usize| found.push(Detection::new(RULE.id, RULE.kind, page.document.span_of(first, last), confidence));
        push(first, last);
        free = last + 1;
        // `à Marseille (15ème), quartier Saint-Antoine`
        if page.is_symbol(free, ",") && page.folded(free + 1) == "QUARTIER" && proper(page, free + 2) && let Some(next) = name_run(page, free + 2, 4) {
            push(free + 2, next);
            free = next + 1;
        }
        // `à Marthon, Rouillac et Angoulême`
        while one_of!(page.folded(free), "," | "ET") && !number {
            // `communes de Marthon et d'Angoulême`
            let one = free + 1 + usize::from(page.folded(free) == "ET" && one_of!(page.folded(free + 1), "DE" | "D'"));
            let Some(next) = Some(one).filter(|&one| listed(page, one) || island(page, one)).and_then(|one| name_run(page, one, 6)) else { break };
            push(one, next);
            free = next + 1;
        }
    }
}

/// Appends the commune on either side of the day of a birth, a death or a marriage that signs alone part from it: `° Zorkville, 5.11.1934`,
/// `décédé avant elle (Zorkville, 1.4.2010)`, `17.02.1998 – Zorkville |`, `M. : 12-07-1997, Zorkville, avec`. Linear in those days.
fn dated(page: &Page, found: &mut Vec<Detection>) {
    let days: Vec<(usize, usize)> = found.iter().filter(|d| matches!(d.kind, Kind::BirthDate | Kind::DeathDate | Kind::MarriageDate)).map(|d| (page.document.token_at(d.span.start), page.document.token_at(d.span.end))).collect();
    let mut push = |first: usize, last: usize| found.push(Detection::new(RULE.id, RULE.kind, page.document.span_of(first, last), Confidence::Strong));
    let known = |first: usize| proper(page, first) && page.gap(first) <= Gap::Space && !page.class(first).any(Class::COUNTRY.union(Class::GIVEN_COMMON));
    for (first, end) in days {
        // The year and its sign.
        let year = (end..end + 3).find(|&at| digits_at(page, at) == 4);
        let ends = |last: usize| page.gap(last + 1) >= Gap::Line || is_bar(page, last + 1) || one_of!(page.folded(last + 1), "," | ";" | ")" | "(");
        if let Some(sign) = year.map(|year| year + 1).filter(|&sign| one_of!(page.folded(sign), "," | "-" | "–" | "—" | "(") && page.gap(sign) <= Gap::Space && known(sign + 1))
            && let Some(last) = page.phrase(sign + 1, Class::PLACE).filter(|&last| commune(page, sign + 1) == Some(last) && ends(last) && (page.folded(sign) != "(" || page.is_symbol(last + 1, ")")))
        {
            push(sign + 1, last);
        }
        // `(Zorkville, 1.4.2010)`, `† Zorkville, 16.3.1979`
        let comma = first.checked_sub(1).filter(|&at| page.is_symbol(at, ",") && at > 1);
        let opens = |at: usize| one_of!(page.folded(at), "(" | "°" | "†" | "*" | "X" | "×");
        if let Some(sign) = comma.and_then(|comma| (comma.saturating_sub(9)..comma - 1).rev().find(|&at| opens(at))).filter(|&sign| known(sign + 1))
            && commune(page, sign + 1).is_some_and(|last| Some(last + 1) == comma)
        {
            push(sign + 1, first - 2);
        }
    }
}

/// Appends the cells of columns headed `Commune`, or `À` behind `Né le`. At once when no word of the document is such a head.
fn columns(page: &Page, found: &mut Vec<Detection>) {
    const HEADS: [&str; 6] = ["COMMUNE", "VILLE", "LOCALITE", "COMMUNES", "A", "LIEU"];
    // `Naissance   22-10-1943   VITRÉ`
    let event = |line: usize| (line..line + 3).any(|at| one_of!(page.folded(at), "NAISSANCE" | "MARIAGE" | "DECES" | "DIVORCE" | "PACS"));
    let dated = |at: usize| page.gap(at) == Gap::Wide && page.kind(at - 1) == TokenKind::Number && page.line_start(at).is_some_and(event);
    // `| Né le | 07/04/1991 |⏎| À | CASTRES |`
    let born = |at: usize| at > 2 && is_bar(page, at - 1) && page.folded(at - 2) == "A" && is_bar(page, at - 3) && page.before(at - 3, 16).any(|at| page.cue(at).any(Cue::BORN));
    // `À .......... Zorkville`: dots lead from the label to the commune.
    // `née le ....3 mai 1980....  à : ....Zorkville....`
    let label = |at: usize| page.leader(at).map(|label| label - usize::from(label > 0 && page.is_symbol(label, ":")));
    let dotted = |at: usize| label(at).is_some_and(|label| page.gap(label) >= Gap::Wide && one_of!(page.folded(label), "A" | "LIEU" | "COMMUNE" | "VILLE" | "DOMICILE"));
    let birth = |at: usize| dotted(at) && page.before(at, 60).any(|at| page.is_birth(at)) && proper(page, at) && page.cue(at) == Cue::NONE;
    for at in page.document.capitals().filter(|&at| at > 0 && (dated(at) || born(at) || dotted(at))) {
        let known = page.phrase(at, Class::PLACE).filter(|&last| page.gap(last + 1) >= Gap::Wide || is_bar(page, last + 1) || dotted(at));
        if let Some(last) = known.or_else(|| birth(at).then(|| name_run(page, at, 4)).flatten()) {
            found.push(Detection::new(RULE.id, RULE.kind, page.document.span_of(at, last), Confidence::Strong));
        }
    }
    if !HEADS.iter().any(|head| page.document.find(head).is_some()) {
        return;
    }
    let tables = page.tables();
    let opens = |at: usize| page.gap(at) >= Gap::Wide || is_bar(page, at - 1);
    let says = |head: usize| HEADS.contains(&page.folded(head)) && (!one_of!(page.folded(head), "A" | "LIEU") || (head.saturating_sub(7)..head).any(|at| page.cue(at).any(Cue::BORN)));
    for at in page.document.capitals().filter(|&at| at > 0 && opens(at)) {
        let head = tables.head(page, at);
        if head.len() < 3 && head.clone().any(says) && proper(page, at) && !page.class(at).any(Class::COUNTRY) && let Some(last) = commune(page, at).filter(|&last| opens(last + 1) || is_bar(page, last + 1) || page.is_symbol(last + 1, "(")) {
            found.push(Detection::new(RULE.id, RULE.kind, page.document.span_of(at, last), Confidence::Strong));
        }
    }
}

/// True for a proper name, its article included; an article in lower case only before a known commune.
fn opens(page: &Page, at: usize, known: bool) -> bool {
    let elided = || page.kind(at) == TokenKind::Elision && proper(page, at + 1);
    let taken = || at > 1 && takes(page.folded(at - 2)) && page.cue(at + 1) == Cue::NONE && !page.class(at + 1).any(Class::WORD);
    let article = || one_of!(page.folded(at), "LA" | "LE" | "LES") && page.shape(at) == Shape::Lower && proper(page, at + 1) && (page.phrase(at, Class::PLACE).is_some() || taken());
    proper(page, at) || !known && (elided() || article())
}

/// The last token of the commune that opens at `at`: over its article, and a hyphen at the end of a line.
fn commune(page: &Page, at: usize) -> Option<usize> {
    let article = usize::from(!proper(page, at));
    let mut last = name_run(page, at + article, 6)?;
    // `donné la mort à WOUBAIL Zorkai`: a name whose cases differ is a person's, but for what follows a known commune.
    if page.shape(at) == Shape::Upper && last > at && page.shape(last) == Shape::Title && page.bytes(last) > 3 && !(at..last).any(|i| page.is_symbol(i + 1, "-") || page.cue(i).any(Cue::PARTICLE.or(Cue::ARTICLE))) {
        last = page.phrase(at, Class::PLACE).filter(|&town| !page.class(town + 1).any(Class::GIVEN))?;
    }
    // The next line of a list of children is another's.
    // `l'agence de Kingersheim du Crédit Rhénan`: a company's name begins.
    if let Some(cut) = (at + 1..=last).find(|&i| page.cue(i).any(CLOSING) || page.cue(i).any(Cue::COMPANY) && page.cue(i - 1).any(Cue::ARTICLE) || page.gap(i) == Gap::Line && page.class(i).any(Class::GIVEN)) {
        last = cut - 1;
    }
    last = within_line(page, at, last);
    while last > at && (page.cue(last).any(Cue::ARTICLE) || page.cue(last).any(Cue::PARTICLE) && page.shape(last) == Shape::Lower) {
        last -= 1;
    }
    // `Villeneuve-sur-⏎Lot`, `Valen-⏎ciennes`
    let cut = page.is_symbol(last, "-") && page.gap(last + 1) == Gap::Line && page.kind(last + 1) == TokenKind::Word;
    if page.is_symbol(last + 1, "-") && page.gap(last + 1) == Gap::None && page.gap(last + 2) == Gap::Line && proper(page, last + 2) {
        last += 2;
    } else if cut {
        last += 1;
    }
    Some(last)
}

/// The last token of a commune `first..=last`, before the line that somebody's name opens: `née à Lifou` and `Pipisega dite Pipi` below.
pub(super) fn within_line(page: &Page, first: usize, last: usize) -> usize {
    let Some(cut) = (first + 1..=last).find(|&i| page.gap(i) == Gap::Line) else { return last };
    let whole = page.phrase(first, Class::PLACE) == Some(cut - 1);
    let named = page.class(cut).any(Class::GIVEN) || (cut + 1..=last + 1).any(|i| page.cue(i).any(Cue::BORN) || one_of!(page.folded(i), "DIT" | "DITE" | "ALIAS"));
    let prose = page.class(cut).any(Class::WORD) && !page.cue(cut - 1).any(Cue::PARTICLE);
    if whole || named || prose { cut - 1 } else { last }
}

/// The last token of a commune whose article the preposition at `at` holds: `au Gosier`, `des Abymes`, `aux Sables-d'Olonne`.
fn contracted(page: &Page, at: usize) -> Option<usize> {
    let article = match page.folded(at) {
        "AU" | "DU" => "LE",
        "AUX" | "DES" => "LES",
        _ => return None,
    };
    let last = Some(at + 1).filter(|&first| proper(page, first)).and_then(|first| commune(page, first))?;
    // `le bureau du Port`: no commune's, but of what stands in one; no other capital is a haven's.
    let word = last == at + 1 && page.folded(at).starts_with('D') && page.class(last).any(Class::WORD) && page.folded(last) != "HAVRE" && !prose::stands_there(page.folded(at.saturating_sub(1)));
    let mut name = article.to_owned();
    for word in (at + 1..=last).filter(|&i| page.kind(i) != TokenKind::Symbol) {
        name.push(' ');
        name.push_str(page.folded(word).trim_end_matches('\''));
    }
    (!word && page.lexicon.look_up_name(&name.replace(['-', '\''], " ")).any(Class::PLACE)).then_some(last)
}

/// True for one more commune of a list: one that the dictionary knows, or an elided one.
fn listed(page: &Page, at: usize) -> bool {
    let known = proper(page, at) && page.phrase(at, Class::PLACE).is_some() && !page.class(at).any(Class::GIVEN_COMMON.union(Class::COUNTRY));
    let elided = page.kind(at) == TokenKind::Elision && page.folded(at) == "L'" && proper(page, at + 1);
    (known || elided) && !page.cue(at).any(CLOSING.or(Cue::MONTH))
}

/// `demeurant à Afareaitu, Zorkea, PK 9`: a word of no dictionary between commas says where the town is.
fn island(page: &Page, at: usize) -> bool {
    page.is_symbol(at - 1, ",") && page.is_symbol(at + 1, ",") && page.gap(at) == Gap::Space && prose::is_unknown(page, at, at)
}

/// `12 rue Haute, Vierzon`, `12 rue Haute - Vierzon`: a known commune right after an address.
fn beside_address(page: &Page, at: usize) -> Option<(usize, usize, Confidence)> {
    if !proper(page, at + 1) || page.gap(at + 1) > Gap::Line || page.class(at + 1).any(Class::COUNTRY) {
        return None;
    }
    let last = commune(page, at + 1)?;
    let known = page.phrase(at + 1, Class::PLACE).is_some();
    let last = rank(page, last);
    let ends = one_of!(page.folded(last + 1), "," | "." | "(" | ";" | ")") || is_bar(page, last + 1) || is_postcode(page, last + 1) || page.gap(last + 1) >= Gap::Line;
    let name = page.class(at + 1).any(Class::GIVEN_COMMON) && !known || page.cue(at + 1).any(CLOSING.or(Cue::KIN).or(Cue::COURT).or(Cue::OFFICE_OF_COURT).or(Cue::STREET).or(Cue::COMPANY).or(Cue::LAW_FIRM).or(Cue::STOP));
    (ends && !name && (known || last == at + 1)).then_some((at + 1, last, Confidence::Probable))
}

/// A town and its country in brackets that are the line below a street: `16 Cottage Lane⏎GEORGETOWN (GUYANA)`.
fn abroad(page: &Page, at: usize) -> Option<(usize, usize, Confidence)> {
    let town = name_run(page, at, 4)?;
    let country = name_run(page, town + 2, 3).filter(|_| page.is_symbol(town + 1, "(") && proper(page, town + 2))?;
    (page.is_symbol(country + 1, ")") && page.gap(country + 2) >= Gap::Line).then_some((at, country + 1, Confidence::Strong))
}

/// `12/06/1997 DENAIN` below `né le / à`: the commune after the year of a birth in a cell.
fn after_birth(page: &Page, at: usize, tables: &crate::context::Tables) -> Option<(usize, usize, Confidence)> {
    let before = at.checked_sub(1)?;
    let first = at + 1 + usize::from(page.is_symbol(at + 1, ","));
    if digits_at(page, at) != 4 || !proper(page, first) || !close(page, first) || !(one_of!(page.folded(before), "/" | "." | "-") || page.cue(before).any(Cue::MONTH)) {
        return None;
    }
    tables.head(page, at).chain(tables.first_cell(page, at)).find(|&i| page.cue(i).any(Cue::BORN) || page.folded(i) == "NAISSANCE")?;
    let last = commune(page, first)?;
    (is_bar(page, last + 1) || page.is_symbol(last + 1, "(") || page.gap(last + 1) >= Gap::Wide).then_some((first, last, Confidence::Strong))
}

/// `Fanch Trevolzh, chaudronnier, Maury`, `[5.1] Beñat Irigoyen, Maury`: a known commune that ends a party's line.
fn after_trade(page: &Page, at: usize) -> Option<(usize, usize, Confidence)> {
    let last = page.phrase(at + 1, Class::PLACE).filter(|&last| commune(page, at + 1) == Some(last))?;
    // `| GARAGE ZORKA, Maury | facture`, `| chez Mme Bilko, Maury |`: the last word of a cell.
    if is_bar(page, last + 1) && at > 1 && proper(page, at - 1) && !page.class(at + 1).any(Class::GIVEN_COMMON.union(Class::COUNTRY)) && !of_a_court(page, at + 1, last) && !page.before(at, 6).any(|i| page.cue(i).any(Cue::MAITRE)) {
        return Some((at + 1, last, Confidence::Probable));
    }
    if page.gap(last + 1) < Gap::Line {
        return None;
    }
    let line = page.line_start(at)?;
    let lawyer = (line..at).any(|i| page.cue(i).any(Cue::MAITRE.or(Cue::LAW_FIRM).or(Cue::COURT).or(Cue::PUBLIC)) || page.cue(i).any(Cue::OFFICE_OF_COURT) && !page.is_capitalised(i));
    if lawyer || page.class(at + 1).any(Class::GIVEN_COMMON.union(Class::COUNTRY)) || line + 2 > at {
        return None;
    }
    let trade = page.class(at - 1).any(Class::PROFESSION) || page.folded(at - 1) == "RETRAITE";
    let item = page.is_symbol(line, "[") || page.kind(line) == TokenKind::Number && one_of!(page.folded(line + 1), ")" | "." | "-" | "°");
    let name = |i: usize| page.class(i).any(Class::GIVEN.union(Class::FAMILY));
    let named = item && proper(page, at - 1) && proper(page, at - 2) && (name(at - 1) || name(at - 2) || page.shape(at - 2) == Shape::Upper);
    (trade || named).then_some((at + 1, last, Confidence::Probable))
}

/// The commune after `à`, when a birth, a death, a dwelling, a profession or an address leads to it.
fn after_cue(page: &Page, at: usize, address: bool) -> Option<(usize, usize, Confidence)> {
    // `Né à : Maubeuge`
    if page.is_symbol(at + 1, ":") && at > 0 && page.cue(at - 1).any(Cue::BORN) && proper(page, at + 2) {
        return Some((at + 2, commune(page, at + 2)?, Confidence::Strong));
    }
    let next = page.cue(at + 1).or(if proper(page, at + 1) { Cue::NONE } else { page.cue(at + 2) });
    // `au CP Fresnes`: a prison's initials.
    let prison = one_of!(page.folded(at + 1), "CP" | "MA" | "CD") && page.shape(at + 1) == Shape::Upper;
    if prison || page.tokens()[at].gap == Gap::Blank || page.class(at + 1).any(Class::COUNTRY) || next.any(Cue::MONTH.or(Cue::COURT).or(Cue::COMPANY).or(Cue::LAW_FIRM).or(Cue::STREET).or(Cue::ESTABLISHMENT).or(Cue::PUBLIC)) {
        return None;
    }
    // In capitals `A` may be the verb: a word of the language follows it, a commune follows the preposition.
    let verb = page.shape(at) == Shape::Initial && page.class(at + 1).any(Class::WORD) && page.phrase(at + 1, Class::PLACE).is_none();
    if verb {
        return None;
    }
    let confidence = if address || after_address(page, at) { Confidence::Strong } else { lead(page, at).or_else(|| after_profession(page, at))? };
    let last = commune(page, at + 1)?;
    // `mariée à Ronan LE BRIS`, `donné la mort à Romane BONNAFOUS`: a given name and a surname in capitals.
    let named = last > at + 1 && page.shape(at + 1) == Shape::Title && page.shape(last) == Shape::Upper && page.phrase(at + 1, Class::PLACE).is_none_or(|end| end < last);
    // `le capital décès à Romane Bonnafous`, `marié à Romane Bonnafous`: what happens or goes to somebody.
    let capital = at > 1 && page.folded(at - 2) == "CAPITAL";
    let given = last == at + 2 && page.gap(last) == Gap::Space && (page.class(at + 1).any(Class::GIVEN) || capital) && page.phrase(at + 1, Class::PLACE).is_none_or(|end| end < last);
    let to_somebody = given && at > 0 && one_of!(page.folded(at - 1), "DECES" | "MORT" | "NAISSANCE" | "MARIE" | "MARIEE" | "REMARIE" | "REMARIEE");
    if named || to_somebody {
        return None;
    }
    if page.class(at + 1).any(Class::COUNTRY.union(Class::REGION)) && last == at + 1 && !page.class(at + 1).any(Class::PLACE) {
        return None;
    }
    Some((at + 1, last, confidence))
}

/// `restaurateur à Maury`: a profession, and a commune that the dictionary knows.
fn after_profession(page: &Page, at: usize) -> Option<Confidence> {
    let known = page.phrase(at + 1, Class::PLACE).is_some() || is_short(page, at + 1);
    let profession = at.checked_sub(1).is_some_and(|i| {
        // `M. Vasseur, ferrailleur à Wattrelos`: a lone word in apposition ends like a trade.
        let trade = i > 1 && page.is_symbol(i - 1, ",") && proper(page, i - 2) && ["EUR", "EUSE", "IER", "IERE", "ISTE", "IEN", "IENNE", "CIEN", "RICE"].iter().any(|end| page.folded(i).ends_with(end));
        (page.class(i).any(Class::PROFESSION) || trade) && !page.cue(i).any(Cue::OFFICE_OF_COURT.or(Cue::OFFICE)) && page.kind(i) == TokenKind::Word
    });
    (known && profession).then_some(Confidence::Probable)
}

/// `le magasin de Vierzon`, `sur la commune de Vierzon`: a known commune.
fn of_a_place(page: &Page, at: usize) -> Option<(usize, usize, Confidence)> {
    let noun = at.checked_sub(1)?;
    let word = page.folded(noun);
    if one_of!(word, "ORIGINAIRE" | "ORIGINAIRES" | "NATIF" | "NATIVE" | "NATIFS" | "NATIVES") || one_of!(word, "VILLAGE" | "REGION" | "PROVINCE" | "VILLE") && page.cue_before(noun, 3, &["ORIGINAIRE"]).is_some() {
        return (!page.class(at + 1).any(Class::COUNTRY)).then(|| Some((at + 1, commune(page, at + 1)?, Confidence::Strong))).flatten();
    }
    // What only a village has: its name need not be known.
    let village = UNKNOWN.contains(&word) && page.shape(noun) == Shape::Lower && page.gap(noun) <= Gap::Line;
    // `au lieu-dit Kerbrat, commune de Maury`
    let beside = noun > 1 && word == "COMMUNE" && page.is_symbol(noun - 1, ",") && (page.cue_before(noun, 9, GROUNDS).is_some() || page.shape(noun) == Shape::Lower && proper(page, noun - 2) && !page.cue(noun - 2).any(CLOSING) && (at + 2..at + 7).all(|i| !page.folded(i).starts_with("REPRESENTE") && page.folded(i) != "PRISE"));
    // `parcelles D n° 206 et 207, commune de Maury`, `23 ha 41 a 08 ca, commune de Maury`
    let beside = beside || noun > 1 && word == "COMMUNE" && page.is_symbol(noun - 1, ",") && (page.kind(noun - 2) == TokenKind::Number || one_of!(page.folded(noun - 2), "CA" | "HA" | "ARES" | "CENTIARES"));
    let place = village || is_place(word) && page.shape(noun) == Shape::Lower;
    let ground = one_of!(word, "COMMUNE" | "COMMUNES") && (beside || page.cue_before(noun, 3, &["SUR", "DANS", "TERRITOIRE", "SIS", "SISE", "SISES", "SITUE", "SITUEE", "SITUES", "SITUEES", "DEMEURANT"]).is_some());
    let family = page.class(at + 1).any(Class::GIVEN_COMMON);
    let contracted = contracted(page, at);
    if page.folded(at) == "DES" && contracted.is_none() {
        return None;
    }
    let known = page.phrase(at + 1, Class::PLACE).is_some() || contracted.is_some() || place && is_short(page, at + 1) && !page.class(at + 1).any(Class::FAMILY);
    // `sur la commune de Lunda`
    let village = village || ground && word == "COMMUNE" && commune(page, at + 1).is_some_and(|last| prose::is_unknown(page, at + 1, last));
    let place = place || known && of_a_trade(page, noun, at + 1);
    if !(place || ground) || family || page.gap(noun) > Gap::Line || !known && !village && !beside {
        return None;
    }
    Some((at + 1, commune(page, at + 1)?, Confidence::Probable))
}

/// `un garagiste de Vierzon`, `le médecin traitant de Vierzon`: one of a trade, where no person's name can follow, or none does.
fn of_a_trade(page: &Page, noun: usize, town: usize) -> bool {
    let trade = |i: usize| page.class(i).any(Class::PROFESSION) && page.shape(i) == Shape::Lower && !page.cue(i).any(prose::SEATS.or(Cue::OFFICE));
    let Some(at) = [Some(noun), noun.checked_sub(1)].into_iter().flatten().find(|&i| trade(i)) else { return false };
    let any = at > 0 && one_of!(page.folded(at - 1), "UN" | "UNE" | "DES");
    close(page, noun) && (any || !page.class(town).any(Class::FAMILY.union(Class::GIVEN)))
}

/// `à Bruay`: what its people call a commune of several words.
fn is_short(page: &Page, at: usize) -> bool {
    page.class(at).any(Class::PLACE_START) && !page.class(at).any(Class::WORD.union(Class::GIVEN)) && page.bytes(at) > 3 && commune(page, at) == Some(at)
}

/// `Lieu de naissance : Saint-Palais`, `Ville : Vierzon`: a label of a form opens its line.
fn labelled(page: &Page, at: usize) -> Option<(usize, usize, Confidence)> {
    let colon = page.is_symbol(at + 1, ":");
    // `Naissance : 30/09/1988   Lieu : MAURY (85)`
    let of_birth = page.folded(at) == "LIEU" && colon && page.cue_before(at, 12, &["NAISSANCE", "NE", "NEE", "DECES"]).is_some();
    let place = of_birth || one_of!(page.folded(at), "VILLE" | "COMMUNE" | "DOMICILE") && colon || page.folded(at) == "NAISSANCE" && page.cue_before(at, 2, &["LIEU", "COMMUNE", "VILLE"]).is_some();
    // `Lieu de travail : Maury`, `Adresse : Maury`
    let known = || page.phrase(at + 2, Class::PLACE).is_some_and(|last| page.gap(last + 1) >= Gap::Line || one_of!(page.folded(last + 1), "(" | ","));
    let place = place || colon && match page.folded(at) {
        "TRAVAIL" | "FAITS" => page.cue_before(at, 2, &["LIEU"]).is_some(),
        "ADRESSE" => known(),
        _ => false,
    };
    let colon = colon || is_bar(page, at + 1);
    let next = at + 1 + usize::from(colon);
    // `CP VILLE : 77440 lizy`: the value of a form in lower case.
    let code = next + usize::from(is_postcode(page, next));
    if colon && place && (code > next || page.cue_before(at, 2, &["CP", "POSTAL"]).is_some()) && page.gap(next) <= Gap::Wide && page.tokens().get(code).is_some_and(|token| token.shape == Shape::Lower && token.gap <= Gap::Space) {
        let after = (code + 1..code + 8).find(|&i| page.gap(i) >= Gap::Wide || is_bar(page, i))?;
        return Some((next, after - 1, Confidence::Strong));
    }
    if !place || !close(page, next) || !opens(page, next, false) || page.class(next).any(Class::COUNTRY) || page.cue(next).any(CLOSING.or(Cue::MONTH)) {
        return None;
    }
    Some((next, commune(page, next)?, Confidence::Strong))
}

/// True when a street with its number stands right before `à`: `22, place du Marché à Metz`.
fn after_address(page: &Page, at: usize) -> bool {
    let street = (at.saturating_sub(8)..at).rev().take_while(|&t| page.gap(t + 1) <= Gap::Line && !one_of!(page.folded(t), ";" | ".")).find(|&t| page.cue(t).any(Cue::STREET));
    street.is_some_and(|street| {
        let number = (street.saturating_sub(4)..street).any(|t| (1..5).contains(&digits_at(page, t)));
        number && street + 1 < at && (street + 1..at).any(|t| proper(page, t))
    })
}

/// What leads back from `à`: a cue with a date, a comma, a place in brackets between.
fn lead(page: &Page, at: usize) -> Option<Confidence> {
    let mut other = 0;
    let mut listed = false;
    for previous in page.before(at, 18) {
        let word = page.folded(previous);
        let token = &page.tokens()[previous];
        let taken = takes(word) && previous + 1 == at && !(at + 1..at + 4).any(|i| page.cue(i).any(Cue::ESTABLISHMENT)) && (one_of!(page.folded(at), "AU" | "AUX") || one_of!(page.folded(at + 1), "LA" | "L'") && page.shape(at + 1) == Shape::Lower);
        // `il doit sa place à X`
        let noun = word == "PLACE" && page.is_accented() && !page.document.ends_acute(previous);
        if is_cue(word) && !noun || taken {
            let negation = word == "NE" && page.shape(previous) != Shape::Upper && !page.is_birth(previous);
            let far = one_of!(word, "DOMICILE" | "SITUE" | "SITUEE" | "SIS" | "SISE" | "EPOUSE" | "MORT" | "MORTE" | "MARIE" | "DETENU" | "RETENU" | "ETABLI" | "TRAVAILLE") && other > 1;
            return (!negation && !far).then_some(Confidence::Strong);
        }
        // `nés le 3 mai 1985 à Maury et le 4 juin 1988 à Lunda`: one birth more.
        let more = listed && (proper(page, previous) || word == "A" || page.class(previous).any(Class::COUNTRY));
        listed |= one_of!(word, "OU" | "ET") && page.folded(previous + 1) == "LE";
        if more {
            continue;
        }
        let figure = token.kind == TokenKind::Number || page.cue(previous).any(Cue::MONTH.or(Cue::DAY).or(Cue::NUMBER)) || word.contains('-') && word.split('-').all(|part| Cue::of(part).any(Cue::NUMBER) || one_of!(part, "ET" | "UN" | "VINGTS"));
        let linking = one_of!(word, "LE" | "LES" | "," | "/" | "." | "-" | ":" | "VERS" | "EN" | "ER" | "(" | ")" | "E" | "S" | "RESPECTIVEMENT" | "ACTUELLEMENT" | "TOUJOURS" | "SURVENU" | "CELEBRE" | "LA" | "ET" | "UN" | "MIL" | "ALORS" | "ENSEMBLE" | "CENTS" | "DESORMAIS" | "AUJOURD'HUI" | "DEPUIS" | "SEULE" | "SEUL" | "OU" | "FAIT" | "REALITE" | "MAINTENANT" | "ENCORE" | "ENSUITE" | "LONGTEMPS" | "PUIS" | "EST" | "SOCIAL") || is_bar(page, previous);
        if !figure && !linking {
            return None;
        }
        other += usize::from(!figure && !one_of!(word, "LE" | "/" | "."));
    }
    None
}

/// `officier de l'état civil de Metz`, `mairie de Metz` in a civil status clause.
fn registry(page: &Page, at: usize) -> Option<(usize, usize, Confidence)> {
    let mut seen = false;
    if at > 0 && page.folded(at - 1) == "MAIRIE" && page.cue_before(at - 1, 12, CIVIL_STATUS).is_some() {
        return Some((at + 1, commune(page, at + 1)?, Confidence::Strong));
    }
    for previous in page.before(at, 9) {
        match page.folded(previous) {
            "CIVIL" | "ETAT-CIVIL" | "ETAT" => seen = true,
            "OFFICIER" | "OFFICIERS" => {
                let last = name_run(page, at + 1, 6)?;
                return seen.then_some((at + 1, last, Confidence::Strong));
            }
            "DE" | "D'" | "L'" | "LA" | "VILLE" | "COMMUNE" | "MAIRIE" | "DU" => {}
            _ => return None,
        }
    }
    None
}

/// True where the commune is the seat of a court, a bar, a register or a public body.
fn of_a_court(page: &Page, first: usize, last: usize) -> bool {
    if page.folded(last + 1) == "CEDEX" && page.gap(last + 1) > Gap::Line {
        return false;
    }
    for previous in page.before(first, 5) {
        let word = page.folded(previous);
        let cue = page.cue(previous);
        // `mariage le 8 août 2009, mairie de Maury`: where somebody married.
        if word == "MAIRIE" && page.cue_before(previous, 12, CIVIL_STATUS).is_some() {
            return false;
        }
        if word == "FAIT" && page.folded(previous.wrapping_sub(1)) == "EN" {
            return false;
        }
        if cue.any(Cue::COURT) || cue.any(Cue::PUBLIC) && !one_of!(word, "COMMUNE" | "MAIRIE") || one_of!(word, "AVOCAT" | "AVOCATE" | "AVOCATS" | "TOQUE" | "JURIDIQUE" | "JUDICIAIRE" | "APPEL" | "FAIT" | "JUGE" | "PRONONCE" | "COMMISSAIRE" | "HUISSIER" | "RESSORT" | "ACADEMIE" | "PREFECTURE" | "CIRCONSCRIPTION" | "SECURITE" | "PUBLIQUE" | "BRIGADE" | "COMMISSARIAT" | "COMPAGNIE" | "POLICE" | "GENDARMERIE" | "FONCTION" | "FONCTIONS" | "DETACHEE" | "MALADIE" | "FAMILIALES" | "PROXIMITE" | "SIP" | "JURIDICTIONNELLE" | "IMPOTS" | "TRESORERIE" | "SEANT" | "SEANTE" | "PUBLIQUEMENT" | "HYPOTHEQUES" | "BRIGADES" | "RECHERCHES") || word == "CABINET" && page.folded(previous.wrapping_sub(1)) == "NOTRE" {
            return true;
        }
        if !(one_of!(word, "DE" | "D'" | "DU" | "A" | "LA" | "LE" | "L'" | "AU" | "DES" | "EN" | "," | "JUSTICE" | "TERRITORIALE" | "AUTONOME") || page.kind(previous) == TokenKind::Number && page.folded(previous).len() < 4) {
            return false;
        }
    }
    false
}

#[cfg(test)]
mod tests;
