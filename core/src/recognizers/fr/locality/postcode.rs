//! Postcodes and the communes beside them.

use crate::context::{Cue, Page, opens_full_name};
use crate::lexicon::Class;
use crate::model::Confidence;
use crate::recognizers::figures::{digits_at, glued};
use crate::recognizers::words::{CLOSING, close, name_run, proper};
use crate::text::{Gap, Shape, TokenKind, one_of};

/// Five digits of a French postcode, or four of Monaco's like, alone.
pub(in crate::recognizers::fr) fn is_postcode(page: &Page, at: usize) -> bool {
    // `2987O LANDEDA`: a reader of scanned pages took the last figure for a letter.
    if misread(page, at) {
        return true;
    }
    if digits_at(page, at) != 5 || glued(page, at + 1) && !one_of!(page.folded(at + 1), "-" | "," | ")" | "." | ";") {
        return false;
    }
    let code = page.folded(at);
    let before = at.checked_sub(1);
    let touched = glued(page, at) && before.is_some_and(|b| !one_of!(page.folded(b), "-" | "(" | "," | "[" | "F") && page.leader(at).is_none());
    // `RG : 09/ 04132 CJ`: a case number.
    let rank = at > 1 && page.is_symbol(at - 1, "/") && digits_at(page, at - 2) == 2 && glued(page, at - 1);
    let boxed = rank || before.is_some_and(|b| one_of!(page.folded(b), "BP" | "CS" | "TSA"));
    // `I-00184 ROMA`
    let abroad = || code.starts_with("00") && prefix(page, at) < at;
    !touched && !boxed && (("01".."99").contains(&&code[..2]) || abroad()) && code != "00000"
}

/// Four figures and an `O` right before a word in capitals.
fn misread(page: &Page, at: usize) -> bool {
    digits_at(page, at) == 4 && glued(page, at + 1) && page.folded(at + 1) == "O" && page.gap(at + 2) == Gap::Space && page.tokens().get(at + 2).is_some_and(|token| token.shape == Shape::Upper && token.span.len() > 2) && !(at > 0 && glued(page, at))
}

/// The last token of the commune after the postcode at `at`; `CEDEX 9` belongs to it.
pub(in crate::recognizers::fr) fn town(page: &Page, at: usize) -> Option<usize> {
    if !is_postcode(page, at) {
        return None;
    }
    let mut next = at + 1 + usize::from(misread(page, at));
    while page.gap(next) < Gap::Line && (page.is_symbol(next, "-") || page.is_symbol(next, "–")) || page.is_symbol(next, ",") && close(page, next + 1) {
        next += 1;
    }
    // `84800 L'Isle-sur-la-Sorgue`
    let elided = page.kind(next) == TokenKind::Elision && glued(page, next + 1) && proper(page, next + 1);
    if !close(page, next) && !(page.gap(next) <= Gap::Line && page.class(next).any(Class::PLACE.union(Class::PLACE_START))) || !(proper(page, next) || elided) || page.bytes(next) < 2 || page.cue(next).any(Cue::MONTH.or(Cue::COURT)) || one_of!(page.folded(next), "VILLE" | "COMMUNE") && page.is_symbol(next + 1, ":") || one_of!(page.folded(next), "EUROS" | "EUR" | "M2" | "KM" | "F") {
        return None;
    }
    let mut last = super::within_line(page, next, name_run(page, next, 7)?);
    // `49300 CHOLET Joseph Zorkin né le`
    let whole = page.phrase(next, Class::PLACE);
    if let Some(name) = (next + 1..=last).find(|&i| (page.shape(i - 1) == Shape::Upper && page.shape(i) == Shape::Title || whole == Some(i - 1)) && opens_full_name(page, i)) {
        last = name - 1;
    }
    if page.folded(last) == "CEDEX" && digits_at(page, last + 1) > 0 && digits_at(page, last + 1) < 3 {
        last += 1;
    } else if page.folded(last + 1) == "CEDEX" && close(page, last + 1) {
        last += 1;
        last += usize::from((1..3).contains(&digits_at(page, last + 1)));
    }
    // `EPINAY S/ SEINE`, `PARIS 20`
    if page.folded(last) == "S" && page.is_symbol(last + 1, "/") && proper(page, last + 2) {
        last += 2;
    } else if one_of!(page.folded(last), "PARIS" | "LYON" | "MARSEILLE") && (1..3).contains(&digits_at(page, last + 1)) && close(page, last + 1) && (page.gap(last + 2) >= Gap::Line || one_of!(page.folded(last + 2), "," | "." | ";" | ")")) {
        last += 1;
    }
    last = rank(page, abroad_on(page, last));
    // A commune ends where the next item of the caption begins.
    (next..=last).find(|&i| i > next && page.cue(i).any(CLOSING.or(Cue::LAW_FIRM))).map_or(Some(last), |cut| Some(cut - 1))
}

/// The last token of a German or Dutch town whose first name ends at `last`: `Weil am Rhein`, `Freiburg im Breisgau`.
fn abroad_on(page: &Page, last: usize) -> usize {
    let joint = last + 1;
    let link = page.shape(joint) == Shape::Lower && page.gap(joint) == Gap::Space && one_of!(page.folded(joint), "AM" | "IM" | "AN" | "BEI" | "OB" | "IN" | "AUF" | "AAN" | "UPON");
    let name = joint + 1 + usize::from(one_of!(page.folded(joint + 1), "DER" | "DEN" | "DEM") && page.shape(joint + 1) == Shape::Lower);
    if link && proper(page, name) && page.gap(name) == Gap::Space { name } else { last }
}

/// Letters of countries before a postcode (CEPT, until 2005; still written).
const COUNTRIES: [&str; 11] = ["F", "B", "L", "CH", "MC", "D", "I", "E", "A", "NL", "P"];

/// `F-57000 METZ`, `D-66424 Homburg`, `CH 1204 Genève`: the country's letter before the postcode.
pub(in crate::recognizers::fr) fn prefix(page: &Page, at: usize) -> usize {
    if at >= 2 && page.is_symbol(at - 1, "-") && glued(page, at) && COUNTRIES.contains(&page.folded(at - 2)) {
        return at - 2;
    }
    // `, CH 1204 Genève`
    let apart = at > 0 && page.shape(at - 1) != Shape::Lower && page.gap(at) == Gap::Space && one_of!(page.folded(at - 1), "CH" | "D" | "L" | "B" | "NL");
    if apart && (at == 1 || page.is_symbol(at - 2, ",") || page.gap(at - 1) >= Gap::Line) { at - 1 } else { at }
}

/// `Patrimonio (20253)`: the postcode after its commune.
pub(super) fn bracketed(page: &Page, at: usize) -> Option<(usize, usize, Confidence)> {
    if !is_postcode(page, at) || at < 2 || !page.is_symbol(at - 1, "(") || !page.is_symbol(at + 1, ")") {
        return None;
    }
    let last = at - 2;
    let mut first = last + 1;
    while first > 0 && last + 1 - first < 6 && (proper(page, first - 1) || is_link(page, first - 1) && first <= last) && (first > last || close(page, first)) {
        first -= 1;
    }
    while first <= last && !proper(page, first) {
        first += 1;
    }
    (first <= last).then_some((first, at + 1, Confidence::Certain))
}

fn is_link(page: &Page, at: usize) -> bool {
    one_of!(page.folded(at), "-" | "LA" | "LE" | "LES" | "SUR" | "SOUS" | "EN" | "L'" | "DE" | "DU" | "D'") && page.kind(at) != TokenKind::Number
}

/// The last token of the arrondissement after the commune that ends at `last`: `Lyon 3e`, `PARIS 12ème`, `Marseille (15ème)`.
pub(super) fn rank(page: &Page, last: usize) -> usize {
    let bracket = usize::from(page.is_symbol(last + 1, "("));
    let number = last + 1 + bracket;
    let ranked = (1..3).contains(&digits_at(page, number)) && one_of!(page.folded(number + 1), "E" | "EME" | "ER" | "ERE") && glued(page, number + 1) && close(page, last + 1) && !page.cue(number + 2).any(Cue::MONTH);
    let closed = bracket == 0 || page.is_symbol(number + 2, ")");
    let word = usize::from(bracket == 0 && page.folded(number + 2) == "ARRONDISSEMENT");
    if ranked && closed { number + 1 + bracket + word } else { last }
}

/// The postcode in brackets, or bare, after the commune that ends at `last`: `Vénissieux (69200)`, `Metz 57000`.
pub(super) fn trailing(page: &Page, last: usize) -> usize {
    let bracket = usize::from(page.is_symbol(last + 1, "("));
    let code = last + 1 + bracket;
    let bare = bracket == 0 && page.gap(code) == Gap::Space && !page.tokens().get(code + 1).is_some_and(|token| token.is_capitalised() && token.gap <= Gap::Space) && page.folded(code + 1) != "EUROS";
    let closed = bracket == 1 && page.is_symbol(code + 1, ")");
    if is_postcode(page, code) && (bare || closed) { code + bracket } else { department(page, last).unwrap_or(last) }
}

/// The bracket that closes the code of a département behind the commune that ends at `last`: `Maury (66)`, `Zonza (2A)`, `Abymes (971)`.
pub(super) fn department(page: &Page, last: usize) -> Option<usize> {
    let code = last + 2;
    let corsica = usize::from(page.folded(code) == "2" && glued(page, code + 1) && one_of!(page.folded(code + 1), "A" | "B"));
    let known = corsica == 1 || digits_at(page, code) == page.folded(code).len() && matches!(page.folded(code).as_bytes(), [b'0'..=b'9', b'0'..=b'9'] | [b'9', b'7' | b'8', _]) && !one_of!(page.folded(code), "00" | "96" | "97" | "98" | "99");
    let end = code + 1 + corsica;
    // `QUINZE (15)`: a number in letters.
    (!page.cue(last).any(Cue::NUMBER) && page.is_symbol(last + 1, "(") && page.gap(last + 1) <= Gap::Space && known && page.is_symbol(end, ")")).then_some(end)
}

/// `57 000 METZ`, `57.000 METZ`, `B-1000 Bruxelles`, `1201 Genève`: first and last token; `at` is the first number.
pub(super) fn unusual(page: &Page, at: usize) -> Option<(usize, usize)> {
    let digits = digits_at(page, at);
    let point = usize::from(page.is_symbol(at + 1, ".") && glued(page, at + 1));
    if digits == 2 && digits_at(page, at + 1 + point) == 3 && (point == 0 && page.gap(at + 1) == Gap::Space || point == 1 && glued(page, at + 2)) {
        let commune = at + 2 + point;
        // `12 000 Euros`: only a commune that the dictionary knows.
        let known = page.class(commune).any(Class::PLACE.union(Class::PLACE_START)) && proper(page, commune) && page.bytes(commune) > 1 && close(page, commune) && !touches(page, at);
        let last = known.then(|| name_run(page, commune, 6)).flatten()?;
        return Some((at, rank(page, last)));
    }
    let letter = prefix(page, at) < at;
    if digits != 4 || !proper(page, at + 1) || !close(page, at + 1) || page.bytes(at + 1) < 3 - usize::from(letter) {
        return None;
    }
    let last = name_run(page, at + 1, 4)?;
    let abroad = (last + 1..last + 4).any(|i| page.class(i).any(Class::COUNTRY)) && page.is_symbol(last + 1, "(");
    (letter || abroad).then_some((prefix(page, at), abroad_on(page, last)))
}

/// `4830-191`: a code of Portugal.
pub(in crate::recognizers::fr) fn is_parted(page: &Page, at: usize) -> bool {
    digits_at(page, at) == 4 && page.is_symbol(at + 1, "-") && glued(page, at + 1) && digits_at(page, at + 2) == 3
}

/// `, 4830-191 Braga`, `, 600125 BACĂU`, `, San Juan 00901.`, `Karaikal 609602` on a line of its own: first and last token of a town abroad and
/// its code, whose first number stands at `at`. Six figures are one only behind an address or before a State.
pub(super) fn foreign(page: &Page, at: usize) -> Option<(usize, usize)> {
    let parted = is_parted(page, at);
    let item = |first: usize| first > 0 && (page.is_symbol(first - 1, ",") || page.gap(first) == Gap::Line);
    let name = at + 1 + 2 * usize::from(parted);
    if (parted || digits_at(page, at) == 6) && item(at) && page.bytes(name) > 3 && proper(page, name) && page.gap(name) == Gap::Space && !page.class(name).any(Class::WORD.union(Class::COMPANY_FORM).union(Class::PUBLIC_BODY)) {
        return Some((at, name_run(page, name, 5)?));
    }
    let coded = digits_at(page, at) == 6 || digits_at(page, at) == 5 && page.folded(at).starts_with("00");
    let ends = page.gap(at + 1) >= Gap::Line || one_of!(page.folded(at + 1), "." | "," | "(" | ";");
    let named = |i: usize| proper(page, i) && page.gap(i + 1) == Gap::Space && !page.cue(i).any(CLOSING.or(Cue::MONTH).or(Cue::STREET).or(Cue::LABEL)) && page.bytes(i) > 2;
    let first = (at.saturating_sub(3)..at).rev().take_while(|&i| named(i)).last()?;
    (coded && ends && item(first)).then_some((first, at))
}

fn touches(page: &Page, at: usize) -> bool {
    at > 0 && glued(page, at) && page.kind(at - 1) != TokenKind::Symbol
}
