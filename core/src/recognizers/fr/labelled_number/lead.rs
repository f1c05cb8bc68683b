//! What leads to a number: marks, the label before them, or the one after the number.

use super::label::{Force, Label, label_at};
use crate::context::{Cue, Page};
use crate::model::Kind;
use crate::context::is_bar;
use crate::recognizers::words::{close, wraps};
use crate::text::{Gap, Shape, TokenKind, one_of};

/// What was read before a number.
pub(super) struct Lead {
    /// `n°`, `numéro`, `référence` or a colon announces it.
    pub(super) marked: bool,
    /// The label stands right before it, or only a colon does.
    pub(super) beside: bool,
    /// `N°` with a capital opens its line and no label stands before: the heading of a decision.
    pub(super) heading: bool,
    /// It goes on the list of the number before.
    pub(super) listed: bool,
    /// A word says that it is no identifier.
    pub(super) refused: bool,
    /// The head of its column announces it.
    pub(super) in_column: bool,
    /// `n°` itself, not only a colon.
    pub(super) named: bool,
    /// The strongest label, else the nearest.
    pub(super) label: Option<Label>,
    /// The nearest, where a strong one farther off overrules it.
    pub(super) near: Option<Label>,
}

/// How many tokens back a label may stand.
const REACH: usize = 22;

/// How many words may stand between a label and its number without `n°`.
const WORDS: usize = 3;

/// True for `n°`, `no`, `numéro`, `référence`, and the degree after it; an initial (`M.-N.`) is none.
pub(super) fn is_mark(page: &Page, at: usize) -> bool {
    let folded = page.folded(at);
    if folded == "N" && at > 0 && page.gap(at) == Gap::None && page.is_symbol(at - 1, "-") {
        return false;
    }
    marks(folded)
}

fn marks(folded: &str) -> bool {
    // Most words are told apart by their first letter.
    folded.starts_with(['N', 'R', 'I', 'S']) && one_of!(
        folded,
        "N" | "NO" | "NO." | "Nº" | "Nᵒ" | "NUMERO" | "NUMEROS" | "NOS" | "NUM" | "NS" | "NR" | "N'" | "REF" | "REFERENCE" | "REFERENCES" | "REFERENCEE" | "NUMEROTE" | "NUMEROTEE" | "NUMEROTES" | "NUMEROTEES" | "IDENTIFIANT" | "IDENTIFIANTS" | "SERIE"
    )
}

/// What may stand between a mark and its number, or a label and its mark.
fn is_link(page: &Page, at: usize) -> bool {
    is_bar(page, at) || one_of!(page.folded(at), ":" | "°" | "º" | "=" | "-" | "–" | "(" | ")" | "«" | "\"" | "." | "EST" | "LE" | "S" | "*" | "_" | "SUIVANT" | "SUIVANTE" | "¿")
}

/// The tokens, in order, one of which stands at most [`SIGHT`] tokens before a number that something leads to, unless it goes on a list.
pub(super) fn signals(page: &Page) -> Vec<usize> {
    page.tokens_of(|word| page.word_cue(word).any(Cue::LABEL) || marks(page.document.folded(word)) || page.document.folded(word) == "EST")
}

/// Six tokens of marks and links, a token, and six of a noun and its complements.
const SIGHT: usize = 13;

/// What leads to the number that opens at `first`; `None` when nothing announces it.
///
/// `previous` is the token after the last number that something announced. Looks at most [`REACH`] tokens back.
pub(super) fn leads(page: &Page, signals: &[usize], first: usize, previous: Option<usize>) -> Option<Lead> {
    let list = previous.filter(|&previous| previous < first && first - previous < 7);
    let signal = signals[..signals.partition_point(|&at| at < first)].last();
    if list.is_none() && signal.is_none_or(|&signal| signal + SIGHT < first) {
        return None;
    }
    let floor = previous.unwrap_or(0).max(first.saturating_sub(REACH));
    let (mut at, mut named, mut colon, mut said) = (first, false, false, false);
    let mut mark = first;
    while at > floor && first - at < 7 && (page.gap(at) < Gap::Blank || page.is_symbol(at - 1, ":")) {
        // `allocataire n° ....0144873....`
        let before = page.leader(at).filter(|_| at == first).unwrap_or(at - 1);
        if is_mark(page, before) {
            named = true;
            mark = before;
        } else if at == first && page.is_symbol(before, ",") && in_apposition(page, before, floor) {
        } else if !is_link(page, before) || page.is_symbol(before, ".") && !(before > floor && is_mark(page, before - 1) || page.is_symbol(at, ".") || page.is_symbol(at, ":")) || page.is_symbol(before, "-") && page.gap(at) == Gap::None {
            break;
        } else {
            colon |= page.is_symbol(before, ":") || is_bar(page, before);
            said |= page.folded(before) == "EST";
        }
        at = before;
    }
    let mut lead = Lead { marked: named, in_column: false, beside: false, heading: false, listed: false, refused: false, named, label: None, near: None };
    if let Some(previous) = list {
        let lists = (previous..first).all(|i| is_mark(page, i) || is_link(page, i) || one_of!(page.folded(i), "," | "ET" | "&" | "OU" | "/" | "PUIS" | "A" | "NON"));
        if lists && page.gap(first) < Gap::Blank {
            lead.listed = true;
            return Some(lead);
        }
    }
    // Marks and labels are rare: most numbers of a text end here.
    let near = (at.saturating_sub(WORDS + 2)..at).any(|i| page.cue(i).any(Cue::LABEL));
    if !named && !said {
        // `numéro d'identification : 12`: the mark stands before its noun.
        mark = noun_of_mark(page, at, floor).unwrap_or(mark);
        named = mark < first;
        lead.marked = named;
        lead.named = named;
    }
    if !named && !near && !said {
        return None;
    }
    // `la pièce porte son nom et son numéro d'immatriculation`: the number has a noun and a bearer of its own.
    let owned = first > mark && mark > floor && at > mark && one_of!(page.folded(mark - 1), "SON" | "SES" | "LEUR" | "LEURS");
    let floor = if owned { mark } else { floor };
    let opens_line = named && (mark == 0 || page.gap(mark) >= Gap::Line) && page.shape(mark) != Shape::Lower;
    walk(page, at, floor, opens_line, &mut lead);
    lead.heading = opens_line && lead.label.is_none() && !lead.refused && !page.folded(mark).starts_with("IDENTIFIANT");
    if !named {
        let label = lead.label.filter(|label| label.force != Force::Marked)?;
        let between = (label.at + 1..at).filter(|&i| page.kind(i) != TokenKind::Symbol).count();
        // `matricule de paie 1177-F`: a complement of one word.
        let complement = between == 2 && label.row.is_some_and(|row| row.kind == Kind::IdNumber) && one_of!(page.folded(label.at + 1), "DE" | "D'") && page.shape(label.at + 2) == Shape::Lower && label.at + 3 == at;
        lead.beside = between == 0 || complement;
        // `numéro d'allocataire : 12`, `le numéro de son passeport est le 12`: the mark stands before the label.
        let earlier = (label.at.saturating_sub(4)..label.at).any(|i| is_mark(page, i) && page.folded(i) != "REFERENCEE") || (label.at + 1..at).any(|i| is_mark(page, i) && page.folded(i) != "N'");
        lead.marked = earlier && (said || between <= WORDS) || colon && between <= WORDS;
        let plain = complement || (label.at + 1..at).all(|i| may_stand_between(page, i));
        if !(lead.marked || between <= WORDS + 1 && plain) {
            return None;
        }
    }
    Some(lead)
}

/// `son matricule, 1178432`, `son numéro d'immatriculation, 1 338 470`: the noun of a number ends before the comma at `at`.
fn in_apposition(page: &Page, at: usize, floor: usize) -> bool {
    let noun = at.checked_sub(1).filter(|&noun| noun >= floor);
    noun.is_some_and(|noun| one_of!(page.folded(noun), "MATRICULE" | "MATRICULES" | "NUMERO" | "NUMEROS" | "IDENTIFIANT")) || noun_of_mark(page, at, floor).is_some()
}

/// The mark before a noun and its complements right before `at`: `numéro d'inscription`, `numéro unique départemental`, `n° ANAEM`.
fn noun_of_mark(page: &Page, at: usize, floor: usize) -> Option<usize> {
    for i in (floor.max(at.saturating_sub(6))..at).rev() {
        if page.gap(i + 1) > Gap::Line && i + 1 < at {
            return None;
        }
        if is_mark(page, i) {
            let degree = page.is_symbol(i + 1, "°");
            let next = i + 1 + usize::from(degree);
            let complement = one_of!(page.folded(next), "DE" | "D'" | "DU" | "DES");
            // Without `de` the noun stands at once: up to three words, and the mark must be one for sure.
            let sure = degree || one_of!(page.folded(i), "Nº" | "NUMERO" | "NUMEROS" | "IDENTIFIANT" | "REFERENCE");
            let noun = sure && at - next <= 4 && (next..at).all(|word| close(page, word) && (page.bytes(word) > 2 || word > next && one_of!(page.folded(word), "DE" | "D'" | "DU")) && !page.cue(word).any(Cue::MONTH.or(Cue::NUMBER).or(Cue::ARTICLE).or(Cue::PLACE_PREP)));
            return (next < at && (complement || noun)).then_some(i);
        }
        if page.kind(i) == TokenKind::Number || page.kind(i) == TokenKind::Symbol && !page.is_symbol(i, "°") || page.cue(i).any(Cue::CIVILITY) {
            return None;
        }
    }
    None
}

/// `passeport moldave AC 2207190`: an adjective, an office, no verb and no preposition.
fn may_stand_between(page: &Page, at: usize) -> bool {
    let token = &page.tokens()[at];
    match token.kind {
        TokenKind::Symbol => is_bar(page, at) || one_of!(page.folded(at), ":" | "(" | "-" | "–" | "°") || page.is_symbol(at, ".") && at > 0 && page.cue(at - 1).any(Cue::LABEL) && page.bytes(at - 1) < 5,
        TokenKind::Word => !page.cue(at).any(Cue::ARTICLE.or(Cue::PARTICLE).or(Cue::PLACE_PREP).or(Cue::MONTH).or(Cue::CIVILITY)) && page.folded(at).len() > 2,
        TokenKind::Elision => page.folded(at) == "D'",
        TokenKind::Number => false,
    }
}

/// Walks back from `at` for the label: the first strong one, or the nearest other that no strong one overrules.
fn walk(page: &Page, at: usize, floor: usize, opens_line: bool, lead: &mut Lead) {
    let mut lines = 0;
    for i in (floor..at).rev() {
        let after = i + 1;
        match page.gap(after) {
            Gap::Blank => return,
            Gap::Line => {
                // A caption's lines are apart; prose goes on over the end of a line.
                let caption = !wraps(page, after) && page.is_capitalised(after) || page.tokens().get(after).is_some_and(|t| t.kind == TokenKind::Symbol) && !page.is_symbol(after, "(");
                lines += 1;
                if opens_line && !(after == at && label_at(page, i).is_some_and(|label| label.is_strong())) || lines > 1 || caption && after < at {
                    return;
                }
            }
            Gap::Wide if close(page, after) => {}
            Gap::Wide if after < at && (opens_line || page.is_capitalised(after)) => return,
            _ => {}
        }
        let token = &page.tokens()[i];
        if token.kind == TokenKind::Symbol {
            let ends = page.is_symbol(i, ".") && page.gap(after) >= Gap::Space && i > floor && page.bytes(i - 1) > 3;
            if ends || is_bar(page, i) && lead.label.is_some() || one_of!(page.folded(i), ";" | "•") {
                return;
            }
            continue;
        }
        let Some(label) = label_at(page, i) else { continue };
        match label.force {
            Force::Strong => {
                // `le parquet a classé le dossier`: far ones do not overrule the near one.
                if lead.label.is_none_or(|near| near.at - i <= 12) {
                    lead.near = lead.label;
                    lead.label = Some(label);
                }
                return;
            }
            // `au moyen du numéro`: no ground of appeal.
            Force::Other if page.folded(i) == "MOYEN" && i > 0 && page.folded(i - 1) == "AU" => {}
            // `déposée en ligne`
            Force::Other if page.folded(i) == "LIGNE" && i > 0 && page.folded(i - 1) == "EN" => {}
            // `de marque stéphanoise`, `un vélo marqué`: whose make it is, no trade mark.
            Force::Other if page.folded(i) == "MARQUE" && i > 0 && (page.folded(i - 1) == "DE" || page.document.ends_acute(i)) => {}
            // A statute before a person's name says nothing of the person's number.
            Force::Other => {
                lead.refused |= lead.label.is_none() && !(after..at).any(|i| page.cue(i).any(Cue::CIVILITY));
                return;
            }
            Force::Weak | Force::Marked => {
                let of_code = (i.saturating_sub(2)..i).any(|j| page.cue(j).any(Cue::STATUTE));
                if lead.label.is_none() && !of_code {
                    lead.label = Some(label);
                }
            }
        }
    }
}

/// What the head of a column says of the numbers in it; where the head is but `Numéro`, what the first cell of the row says.
pub(super) fn from_head(page: &Page, first: usize, tables: &crate::context::Tables) -> Option<Lead> {
    // `| facture 2022-0417 |`: one word for what it is.
    let word = |at: usize| page.shape(at) == Shape::Lower && page.gap(first) == Gap::Space && page.bytes(at) > 3;
    let before = first.checked_sub(1)?;
    let opens = is_bar(page, before) || page.gap(first) >= Gap::Wide || before > 0 && is_bar(page, before - 1) && word(before);
    let head = tables.head(page, first);
    if !opens || head.is_empty() {
        return None;
    }
    let marked = head.clone().any(|at| is_mark(page, at));
    let own = head.clone().rev().find_map(|at| label_at(page, at));
    let of_row = || tables.first_cell(page, first).rev().find_map(|at| label_at(page, at)).filter(|_| marked);
    let label = own.or_else(of_row).filter(|label| label.is_strong() || marked && label.force != Force::Other);
    // `Référence`, `N° marin`: a column of numbers of what no list knows.
    let noun = |at: usize| page.kind(at) == TokenKind::Word && !one_of!(page.folded(at), "N" | "NO" | "NUMERO" | "NUMEROS");
    let named = label.is_none() && own.is_none() && marked && head.clone().any(noun);
    (named || label.is_some()).then_some(Lead { marked: true, in_column: true, beside: true, heading: false, listed: false, refused: false, named, label, near: None })
}

/// The strong label that follows a number, else the word that refuses: `n° 12 d'allocataire`, `sous le n° 12, par une requête`.
pub(super) fn label_after(page: &Page, after: usize) -> Option<Label> {
    let mut refusing = None;
    for at in after..after + 7 {
        // The next line of a caption speaks of something else.
        if page.gap(at) > Gap::Line || page.gap(at) == Gap::Line && page.is_capitalised(at) {
            break;
        }
        match label_at(page, at) {
            Some(label) if label.is_strong() => return Some(label),
            Some(label) if label.force == Force::Other => refusing = Some(label),
            Some(_) => break,
            None => {}
        }
        let linking = one_of!(page.folded(at), "(" | "," | "-" | "–" | "DE" | "D'" | "DU" | "DES" | "LA" | "LE" | "L'" | "SON" | "SA" | "UNE" | "UN" | "PAR" | "AU" | "A" | "TITRE" | "AUPRES" | "COMME" | "EN" | "QUALITE");
        if !linking && refusing.is_none_or(|label| label.at != at) {
            break;
        }
    }
    refusing
}
