//! Numbers that only words tell apart: passport, écrou, allocataire, contract, RG ...
//!
//! These numbers have no public check digit, so that the words beside them are the whole proof: a label (`passeport`), a mark
//! (`n°`), a value, in one of a few orders. `lexicons/fr/number_labels.tsv` says which words announce which number and which
//! (`article`, `pièce`) announce none; each row below is a rule with its own id. The span is the number alone.

mod code;
mod label;
mod lead;

use self::code::Code;
use self::label::{Force, Label, Row};
use self::lead::{Lead, leads};
use super::{Reader, Rule};
use crate::context::{Cue, Page};
use crate::lexicon::Class;
use crate::model::{Confidence, Detection, Kind, RuleId};
use crate::recognizers::checks::luhn;
use crate::recognizers::figures::digits_at;
use crate::context::is_bar;
use crate::text::{Gap, Shape, Span, TokenKind, one_of};

macro_rules! rows {
    ($($name:ident: $kind:ident, $digits:expr, $finds:literal, $source:literal;)*) => {
        const RULES: &[Rule] = &[$(Rule { id: concat!("fr/", stringify!($name)), kind: Kind::$kind, finds: $finds, source: $source }),*];
        /// The rows by name, with the fewest and most digits of their numbers.
        const ROWS: &[(&str, Row)] = &[$((stringify!($name), Row { id: concat!("fr/", stringify!($name)), kind: Kind::$kind, digits: $digits })),*];
    };
}

rows! {
    passport: IdNumber, (5, 12), "A passport's or travel document's number.", "décret n° 2005-1726 du 30 décembre 2005";
    cni: IdNumber, (2, 18), "The number of a carte nationale d'identité, or of a foreign one.", "décret n° 55-1397 du 22 octobre 1955";
    residence_permit: IdNumber, (6, 14), "The number of a titre de séjour, a récépissé, a visa, a claim of asylum, or of the foreigner in AGDREF.", "CESEDA art. R142-11 (AGDREF 2)";
    driving_licence: IdNumber, (5, 15), "The number of a permis de conduire or de chasser.", "Code de la route art. R221-1; arrêté du 20 avril 2012";
    civil_record: IdNumber, (1, 12), "The number of an acte de l'état civil or a livret de famille.", "Code civil art. 34; décret n° 2017-890 du 6 mai 2017";
    prison_number: IdNumber, (3, 10), "The numéro d'écrou of a prisoner.", "Code pénitentiaire art. L212-1 and R212-13";
    prosecution_number: IdNumber, (4, 24), "The number of the parquet, of an investigation, or the identifiant de dossier judiciaire.", "CPP art. R15-33-66-4 (Cassiopée)";
    police_report: IdNumber, (4, 26), "The number of a police report, a complaint or a contravention.", "CPP art. D9 and D10";
    benefit_number: IdNumber, (5, 20), "The number of an allocataire, insured, pensioner, job seeker or patient.", "CSS art. R114-19; labels of CAF, MSA and insurers";
    contract: IdNumber, (4, 23), "The number of a contract, policy, claim, loan, meter or client.", "Code des assurances art. L112-4; Code de la consommation art. R312-10";
    personal_number: IdNumber, (3, 24), "A matricule, badge, licence, chip, RPPS or other number of a worker, pupil or member.", "CSP art. L1411-8 (RPPS); labels of employers";
    vehicle_number: IdNumber, (6, 20), "The number of a chassis (VIN), a registration certificate or a telephone set.", "Code de la route art. R321-16 and R322-1; ISO 3779";
    tax_number: IdNumber, (6, 18), "The numéro fiscal or the reference of a tax notice.", "LPF art. L287";
    legal_aid: IdNumber, (5, 20), "The number of a decision of aide juridictionnelle.", "loi n° 91-647 du 10 juillet 1991; décret n° 2020-1717";
    file_number: IdNumber, (3, 20), "The number of a personal file or registration that no other word names.", "COJ art. R111-12; the category numéro identifiant of the Court of cassation";
    numbered: IdNumber, (4, 26), "A number after `n°` under a noun that no list knows.", "COJ art. R111-12: what may identify goes";
    unnamed: IdNumber, (9, 26), "A number of nine figures and more that nothing names; a chassis by its form.", "COJ art. R111-12: what may identify goes; ISO 3779";
    account: BankAccount, (8, 24), "The number of a bank account after `compte n°` or `livret n°`.", "Code monétaire et financier art. R312-2";
    case_number: CaseNumber, (3, 22), "RG, Portalis, pourvoi, minute, rôle, request, decision.", "Code de procédure civile art. 726 and 727; CJA art. R413-1";
}

pub(super) const READER: Reader = Reader { rules: RULES, find };

fn row(name: &str) -> Option<&'static Row> {
    ROWS.iter().find(|(known, _)| *known == name).map(|(_, row)| row)
}

/// Rows that read as their own: what stays, and what an amount may follow.
const CASE: RuleId = "fr/case_number";
const CONTRACT: RuleId = "fr/contract";

/// What the last number was, for the next one of its list.
struct Previous {
    row: Option<&'static Row>,
    chars: usize,
    /// The token after it.
    after: usize,
}

fn find(page: &Page, found: &mut Vec<Detection>) {
    seals(page, found);
    volumes(page, found);
    accounts(page, found);
    let own = found.len();
    let mut previous: Option<Previous> = None;
    let tables = page.tables();
    let signals = lead::signals(page);
    let mut free = 0;
    for number in page.document.numbers().iter().map(|&at| at as usize) {
        // `3. Pour refuser`: a paragraph's own number.
        let paragraph = digits_at(page, number) < 3 && page.gap(number) >= Gap::Line && page.is_symbol(number + 1, ".") && page.gap(number + 2) == Gap::Space;
        if number < free || paragraph {
            continue;
        }
        let first = code::start(page, number, free);
        let after = previous.as_ref().map(|previous| previous.after);
        // Letters one space before the digits may be a part of it: `ER 4471902`.
        let prefix = code::prefix(page, first, free).filter(|&prefix| leads(page, &signals, prefix, after).is_some() || code::may_be_bare(page, number) || code::is_pourvoi(page, first) || lead::from_head(page, prefix, tables).is_some());
        let alone = first;
        let first = prefix.unwrap_or(first);
        // In a table the head of the column speaks before the cell on the left does.
        let lead = leads(page, &signals, first, after).filter(|lead| !lead.listed || !is_bar(page, first - 1));
        let lead = lead.or_else(|| lead::from_head(page, first, tables));
        if lead.is_none() && !code::may_be_bare(page, number) && !code::may_be_long(page, number) {
            continue;
        }
        // `dossier CERT EPE-53-14-002217`: those letters are a word.
        let Some(code) = code::read(page, first).or_else(|| code::read(page, alone)) else { continue };
        let hit = decide(page, &code, lead.as_ref(), previous.as_ref()).or_else(|| unnamed(page, &code, lead.as_ref()));
        if let Some((row, confidence, cue)) = hit {
            let mut detection = Detection::new(row.id, row.kind, code.span, confidence);
            detection.cue = cue;
            found.push(detection);
            free = code.after;
        }
        // A percentage beside a label ends no list and hides no label from the next number.
        if lead.is_some_and(|lead| hit.is_some() || lead.marked || lead.listed) && !code.is_date {
            previous = Some(Previous { row: hit.map(|hit| hit.0), chars: code.chars.len(), after: code.after });
            free = code.after;
        }
    }
    cases_again(page, &mut found[own..]);
}

/// What the court's heading calls its case is the case wherever it stands: `Affaire n° 972-2023-00418`, then `enregistrée sous le n° 972-2023-00418`.
fn cases_again(page: &Page, found: &mut [Detection]) {
    let text = page.document.text();
    let mut cases: Vec<&str> = found.iter().filter(|hit| hit.kind == Kind::CaseNumber).map(|hit| hit.span.of(text)).collect();
    cases.sort_unstable();
    let Some(case) = row("case_number") else { return };
    for hit in found.iter_mut().filter(|hit| hit.kind == Kind::IdNumber && cases.binary_search(&hit.span.of(text)).is_ok()) {
        *hit = Detection::new(case.id, case.kind, hit.span, Confidence::Probable);
    }
}

type Hit = (&'static Row, Confidence, Option<Span>);

/// Which number it is, by what stands before it, else by what stands after it, else by its form alone.
fn decide(page: &Page, code: &Code, lead: Option<&Lead>, previous: Option<&Previous>) -> Option<Hit> {
    let case = row("case_number")?;
    let by_form = || code.is_case_number().then_some((case, Confidence::Strong, None));
    if code.is_guard_card() {
        return Some((row("personal_number")?, Confidence::Strong, None));
    }
    // `1A 198 604 7731 5`: a registered letter's, a parcel's.
    if code.is_postal() {
        return Some((row("file_number")?, Confidence::Strong, None));
    }
    if code::is_planned(page, page.document.token_at(code.span.start) + 1) {
        return Some((row("file_number")?, Confidence::Strong, None));
    }
    // `JICABJI21000014`: the file of a juge d'instruction.
    if code.chars.starts_with("JICABJI") {
        return Some((row("prosecution_number")?, Confidence::Strong, None));
    }
    // `N° de procédure collective : 2015RJ0163`, `bail du 1er avril 2019, jugement n° 11-22-000187`: a commercial court's, a tribunal d'instance's
    let opens = page.document.token_at(code.span.start);
    let collective = lead.and_then(|lead| lead.label).is_some_and(|label| page.folded(label.at) == "PROCEDURE" && page.folded(label.at + 1) == "COLLECTIVE");
    if collective || code.is_of_instance() && page.before(opens, 5).any(|at| one_of!(page.folded(at), "JUGEMENT" | "ORDONNANCE" | "MINUTE" | "RG")) {
        return Some((case, Confidence::Strong, None));
    }
    if let Some(row) = lead.and_then(|lead| of_a_body(page, code, lead)) {
        return Some((row, Confidence::Probable, None));
    }
    let Some(lead) = lead else { return by_form().or_else(|| prosecution_by_form(page, code)).or_else(|| passport_by_form(page, code)) };
    // `sous l'identifiant 3 774 108 F`: no francs.
    let identifies = page.folded(page.document.token_at(code.span.start).saturating_sub(1)) == "IDENTIFIANT" && lead.label.is_some_and(|label| label.is_strong());
    if code.is_date || !identifies && code.is_money && (!lead.named || lead.in_column || code.is_spaced_amount) {
        return None;
    }
    if lead.listed {
        let same = previous.filter(|previous| code.chars.len().abs_diff(previous.chars) < 3)?;
        return same.row.map(|row| (row, Confidence::Strong, None)).or_else(by_form);
    }
    // `Arrêt n° 533 F-D`: the Court's own number, with the formation that judged.
    if lead.marked && matches!(page.folded(code.after).split('-').next(), Some("F" | "FS" | "FP")) && lead.label.is_some_and(|label| one_of!(page.folded(label.at), "ARRET" | "DECISION")) {
        return None;
    }
    let cue = |at: usize| Some(page.tokens()[at].span);
    let before = lead.label.filter(Label::is_strong);
    if let Some(label) = before.or_else(|| lead::label_after(page, code.after).filter(|_| lead.named && !lead.refused)) {
        let row = label.row?;
        // `passeport n° PC 371 446`: letters of the number that stand behind its mark.
        let first = page.document.token_at(code.span.start);
        let inner = row.id == CASE && label.at + 1 == first && label.at > 1 && (lead::is_mark(page, label.at - 1) || page.is_symbol(label.at - 1, "°"));
        let earlier = || page.before(label.at - 1, 6).find_map(|at| label::label_at(page, at).filter(Label::is_strong)).and_then(|label| label.row).filter(|row| row.kind == Kind::IdNumber);
        if let Some(row) = if inner { earlier() } else { None } {
            return Some((row, Confidence::Strong, cue(label.at)));
        }
        // `relevé de compte du 4 mai, chèque n° 7700412`: what stands nearer may have another form.
        let near = lead.near.filter(|near| lead.named && near.at > label.at).and_then(|near| near.row);
        return [Some(row), near].into_iter().flatten().find(|row| fits(row, code, lead)).map(|row| (row, Confidence::Strong, cue(label.at)));
    }
    if lead.label.is_some_and(|label| one_of!(page.folded(label.at), "DECISION" | "DECISIONS")) && of_legal_aid(page, code.after) || code.is_of_legal_aid() && page.cue_before(page.document.token_at(code.span.start), 3, &["("]).is_some() && page.before(page.document.token_at(code.span.start), 24).any(|at| page.folded(at) == "JURIDICTIONNELLE") {
        return Some((row("legal_aid")?, Confidence::Strong, None));
    }
    // `bureau d'aide juridictionnelle`, `près la Cour de cassation` and `n° 2020/020816`, a line each
    if lead.marked && code.is_of_legal_aid() {
        let above = page.before(page.document.token_at(code.span.start), 16).take_while(|&at| page.gap(at + 1) < Gap::Blank && !page.is_symbol(at, ";"));
        if above.into_iter().any(|at| page.folded(at) == "JURIDICTIONNELLE") {
            return Some((row("legal_aid")?, Confidence::Strong, None));
        }
    }
    if let Some(hit) = by_form() {
        return Some(hit);
    }
    if lead.refused {
        // `procédure n° 14189000342`: the court's, or the parquet's by its form.
        return (lead.named && code.is_prosecution()).then_some((row("prosecution_number")?, Confidence::Strong, None));
    }
    // `N° OMP : 20 061 000 802`: of the officier du ministère public
    if lead.heading && page.before(page.document.token_at(code.span.start), 3).any(|at| page.folded(at) == "OMP") {
        return Some((row("prosecution_number")?, Confidence::Strong, None));
    }
    if lead.heading {
        return code.is_reference(3).then_some((case, Confidence::Probable, None));
    }
    if is_company(code) && lead.label.is_none_or(|label| label.force == Force::Marked) {
        return None;
    }
    if let Some(label) = lead.label {
        let row = label.row?;
        // `Dossier n° 2022/00094` on a line of its own is the court's file, not a person's.
        // `requête enregistrée au greffe sous le n° 2201418`
        let filed = page.folded(label.at).starts_with("ENREGISTRE") && code.is_administrative() && at_a_court(page, label.at);
        let row = if filed || code.is_yearly() && opens_caption(page, label) { case } else { row };
        return fits(row, code, lead).then_some((row, Confidence::Probable, cue(label.at)));
    }
    // `le badge n° 0417 est celui de Mme Bilko et le n° 0433 celui de Mme Zork`: the same noun is meant.
    let first = page.document.token_at(code.span.start);
    let again = previous.filter(|previous| lead.named && previous.chars == code.chars.len() && first < previous.after + 14 && !(previous.after..first).any(|at| page.is_symbol(at, ".")));
    if let Some(row) = again.and_then(|previous| previous.row).filter(|row| row.id != CASE) {
        return Some((row, Confidence::Probable, None));
    }
    // `I. Sous le n° 2201418, M. Zork demande`: one of the requests that a judgment joins.
    let joined = || page.cue_before(first, 5, &["SOUS"]).is_some_and(|at| page.folded(at + 1) == "LE") && code.is_administrative();
    if lead.named && (code.is_request() && of_cited_case(page, first) || joined()) {
        return Some((case, Confidence::Strong, None));
    }
    let numbered = row("numbered")?;
    (lead.named && code.is_reference(5) && fits(numbered, code, lead)).then_some((numbered, Confidence::Probable, None))
}

/// `décision du département n° APA-2023-35-11874`, `n° fiscal 13 73 662 014 908, référence du rôle 97 3 310 044 772`: who decides or keeps the roll is no court.
fn of_a_body(page: &Page, code: &Code, lead: &Lead) -> Option<&'static Row> {
    let label = lead.label.filter(|label| label.row.is_some_and(|row| row.id == CASE))?;
    let first = page.document.token_at(code.span.start);
    match page.folded(label.at) {
        "DECISION" | "DECISIONS" if code.digits > 6 => {
            let body = |at: usize| one_of!(page.folded(at), "DEPARTEMENT" | "DEPARTEMENTAL" | "DEPARTEMENTALE" | "CAF" | "MDPH" | "CPAM" | "CAISSE" | "HANDICAPEES" | "CDAPH" | "FAMILIALES" | "MALADIE" | "URSSAF" | "MSA");
            (label.at + 1..first).any(body).then(|| row("benefit_number")).flatten()
        }
        "ROLE" if code.digits > 8 => page.before(first, 26).any(|at| one_of!(page.folded(at), "FISCAL" | "TAXE" | "IMPOT" | "IMPOTS" | "FONCIERE" | "IMPOSITION")).then(|| row("tax_number")).flatten(),
        _ => None,
    }
}

/// `Par une protestation déposée le 3 mai et enregistrée`: what a court enters in its own register, before the word at `label` in its sentence.
fn at_a_court(page: &Page, label: usize) -> bool {
    let sentence = page.before(label, 24).take_while(|&at| !(page.is_symbol(at, ".") || page.is_symbol(at, ";")));
    let entered = |at: usize| one_of!(page.folded(at), "REQUETE" | "REQUETES" | "PROTESTATION" | "RECOURS" | "PLAINTE" | "MEMOIRE" | "SAISINE" | "DEFERE" | "APPEL" | "TIERCE" | "INTERVENTION");
    sentence.into_iter().any(entered) || (label..label + 5).any(|at| page.folded(at) == "GREFFE")
}

/// `décision n° 2021/014477 du 3 mai 2021 du bureau d'aide juridictionnelle`: whose decision it is stands behind the number, in its sentence.
fn of_legal_aid(page: &Page, after: usize) -> bool {
    let sentence = (after..after + 12).take_while(|&at| page.gap(at) <= Gap::Line && !(page.is_symbol(at, ".") || page.is_symbol(at, ";")));
    sentence.into_iter().any(|at| page.folded(at) == "BAJ" || page.folded(at) == "BUREAU" && page.folded(at + 2) == "AIDE")
}

/// `Vornik c. France, no 12345/02`, `req. n° 12345/02`: a case of the Court of Strasbourg stands before the number at `first`.
fn of_cited_case(page: &Page, first: usize) -> bool {
    let state = |at: usize| (at + 2..at + 5).any(|t| page.class(t).any(Class::COUNTRY));
    page.before(first, 12).any(|at| page.folded(at) == "REQ" || page.folded(at) == "C" && one_of!(page.folded(at + 1), "." | "/") && state(at))
}

/// The parquet's number without its label: behind its letter, or alone between brackets.
fn prosecution_by_form(page: &Page, code: &Code) -> Option<Hit> {
    let first = page.document.token_at(code.span.start);
    let enclosed = first > 0 && page.is_symbol(first - 1, "(") && page.is_symbol(code.after, ")");
    let lettered = code.has_letters() || first > 1 && page.is_symbol(first - 1, ".") && page.folded(first - 2) == "P";
    (code.is_prosecution() && (enclosed || lettered)).then_some((row("prosecution_number")?, Confidence::Strong, None))
}

/// Appends the marks of seals that a person's letters and a rank make: `scellé n° VAS/UN`. A rank alone tells nobody.
fn seals(page: &Page, found: &mut Vec<Detection>) {
    for seal in page.all_called(&["SCELLE", "SCELLES"]) {
        let Some(mut first) = (seal + 1..seal + 5).find(|&at| !(lead::is_mark(page, at) || page.is_symbol(at, "°") || page.is_symbol(at, ":"))) else { continue };
        loop {
            let letters = page.tokens().get(first).is_some_and(|token| token.shape == Shape::Upper && token.span.len() > 1) && page.gap(first) <= Gap::Line;
            let ranked = |rank: usize| one_of!(page.folded(rank - 1), "/" | "-") && page.gap(rank - 1) == Gap::None && page.gap(rank) == Gap::None && (page.cue(rank).any(Cue::NUMBER) || page.folded(rank) == "UN" || digits_at(page, rank) > 0);
            if !letters || !ranked(first + 2) {
                break;
            }
            // `CAL/2023/77-01 à CAL/2023/77-09`
            let mut last = first + 2;
            while ranked(last + 2) {
                last += 2;
            }
            found.extend(row("prosecution_number").map(|row| Detection::new(row.id, row.kind, page.document.span_of(first, last), Confidence::Probable)));
            let next = last + 2;
            if !(one_of!(page.folded(last + 1), "A" | "ET" | ",") && page.folded(next) == page.folded(first)) {
                break;
            }
            first = next;
        }
    }
}

/// Appends where the land register keeps a deed: `volume 2024 S n° 27`, `2023 V n° 2217` (décret n° 55-1350, art. 40).
fn volumes(page: &Page, found: &mut Vec<Detection>) {
    for year in page.document.numbers().iter().map(|&at| at as usize).filter(|&at| digits_at(page, at) == 4 && matches!(page.shape(at + 1), Shape::Initial) && page.gap(at + 1) == Gap::Space) {
        let degree = year + 2 + usize::from(page.is_symbol(year + 3, "°"));
        let marked = lead::is_mark(page, year + 2) || page.folded(year + 2) == "N";
        let number = degree + 1;
        let recent = matches!(page.folded(year).get(..2), Some("19" | "20"));
        if recent && marked && (1..6).contains(&digits_at(page, number)) && page.gap(number) <= Gap::Space && let Some(row) = row("file_number") {
            found.push(Detection::new(row.id, row.kind, page.document.span_of(year, number), Confidence::Probable));
        }
    }
}

/// Appends what somebody is called in a system: `l'identifiant mbilko-03`, small letters with figures or signs inside.
fn accounts(page: &Page, found: &mut Vec<Detection>) {
    for label in page.all_called(&["IDENTIFIANT", "LOGIN", "PSEUDO"]) {
        let Some(first) = (label + 1..label + 4).find(|&at| !(lead::is_mark(page, at) || one_of!(page.folded(at), ":" | "«" | "\"" | "°"))) else { continue };
        let part = |at: usize| page.gap(at) == Gap::None && (page.shape(at) == Shape::Lower || digits_at(page, at) > 0);
        let sign = |at: usize| page.gap(at) == Gap::None && one_of!(page.folded(at), "-" | "." | "_") && part(at + 1);
        let last = (first + 1..first + 8).take_while(|&at| part(at) || sign(at)).last().unwrap_or(first);
        if page.kind(first) == TokenKind::Word && page.shape(first) == Shape::Lower && page.gap(first) <= Gap::Space && last > first && let Some(row) = row("personal_number") {
            found.push(Detection::new(row.id, row.kind, page.document.span_of(first, last), Confidence::Probable));
        }
    }
}

/// A passport's number without its label, where the text speaks of a passport and nothing near says that it is another's.
fn passport_by_form(page: &Page, code: &Code) -> Option<Hit> {
    let spoken = code.is_passport() && ["PASSEPORT", "PASSEPORTS"].iter().any(|word| page.document.find(word).is_some());
    let other = || page.before(page.document.token_at(code.span.start), 4).any(|at| label::label_at(page, at).is_some_and(|label| matches!(label.force, Force::Other | Force::Marked)));
    (spoken && !other()).then_some((row("passport")?, Confidence::Probable, None))
}

/// A number long enough to be somebody's, where no word says what it is; less will do of figures and letters.
fn unnamed(page: &Page, code: &Code, lead: Option<&Lead>) -> Option<Hit> {
    if code.is_of_instance() {
        return Some((row("case_number")?, Confidence::Probable, None));
    }
    let row = row("unnamed")?;
    let first = page.document.token_at(code.span.start);
    let marked = lead.is_some_and(|lead| lead.named && !lead.heading && !lead.listed);
    let fewest = if code.is_mixed() || code.has_letters() && marked { 7 } else { row.digits.0 };
    let long = (fewest..=row.digits.1).contains(&code.digits) && !code.is_spaced_amount && !code.is_money && !code.is_no_number();
    // `déposée à l'INPI le 4 juin 2004 sous le numéro 04 3 295 777`, `BP 40152-13640 ARLES`, `2015J00332 – 1614600005/1`
    let beside = |at: usize| one_of!(page.folded(at), "INPI" | "MARQUE" | "MARQUES" | "BREVET");
    let boxed = first > 0 && ["BP", "CS", "TSA"].iter().any(|letters| page.folded(first - 1).ends_with(letters)) && page.shape(first - 1) != Shape::Lower || first > 1 && one_of!(page.folded(first - 1), "-" | "–") && page.kind(first - 2) == TokenKind::Number && page.gap(first - 1) > Gap::None;
    // No notice has a rank of nine figures.
    let other = |at: usize| label::label_at(page, at).is_some_and(|label| label.force == Force::Other) && !(page.folded(at) == "AVIS" && code.digits > 8);
    // `la facture 21FA00417`: without its mark.
    let bare = first > 0 && lead.is_none() && label::label_at(page, first - 1).is_some_and(|label| label.force == Force::Marked);
    // `un volume de 21307000466 unités`; eleven figures are the parquet's or nothing.
    let counted = lead.is_none() && !code.has_letters() && (page.shape(code.after) == Shape::Lower && page.folded(code.after).ends_with('S') || code.is_ranked() || code.digits == 11 && !code.is_parted());
    let stays = || bare || counted || boxed || is_company(code) || page.before(first, 6).any(other) || page.before(first, 12).any(beside);
    (code.is_vehicle() || long && !stays()).then_some((row, Confidence::Possible, None))
}

/// `Dossier` opens a line of the decision's head.
fn opens_caption(page: &Page, label: Label) -> bool {
    const HEAD: usize = 150;
    label.at < HEAD && one_of!(page.folded(label.at), "DOSSIER" | "DOSSIERS") && (label.at == 0 || page.gap(label.at) >= Gap::Line)
}

/// A number without `n°` must look like one: letters, or digits enough, and no amount.
fn fits(row: &Row, code: &Code, lead: &Lead) -> bool {
    let (fewest, most) = row.digits;
    let long = code.digits >= 2 && code.chars.len() >= 8 || lead.named && code.digits >= 3 && code.chars.len() >= 6
        // `n° QX7L2P`: letters and figures in turn.
        || lead.named && code.digits == 2 && code.is_woven();
    let mixed = code.has_letters() && long;
    if row.id == CASE && code.is_case_number() {
        return true;
    }
    // `Décision n° 31`
    let case = row.id == CASE && (code.chars.len() >= 12 || lead.named && lead.label.is_some());
    let sized = (fewest..=most).contains(&code.digits) || mixed && code.digits <= most || case;
    let bare = code.is_reference(5) || code.digits >= fewest.max(3) && lead.beside && !code.is_year;
    let amount = code.is_spaced_amount && !(lead.beside && row.id != CONTRACT);
    sized && (lead.marked || bare && !amount)
}

/// A SIREN or SIRET: the company's own rule decides. An association's `W353014277`, a foreign `RC/BDA/2009/B/113` stay too.
fn is_company(code: &Code) -> bool {
    // `732 829 320 R.C.S. Metz`, `RCS Paris B 542.016.381`
    let figures = code.chars.strip_suffix("RCS").unwrap_or(&code.chars).trim_start_matches(['A', 'B', 'C', 'D']);
    // `RCP-60-2024-0093` is no register's.
    let register = code.chars.strip_prefix("RC").is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphabetic() && c != 'S' && c != 'B'));
    register || code.chars.len() == 10 && code.digits == 9 && code.chars.starts_with('W') || matches!(figures.len(), 9 | 14) && code.digits == figures.len() && luhn(figures)
}

#[cfg(test)]
mod tests;
