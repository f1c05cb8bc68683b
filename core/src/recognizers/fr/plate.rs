//! Number plates.

use super::{Reader, Rule};
use crate::context::{Cue, Page};
use crate::lexicon::Class;
use crate::model::{Confidence, Detection, Kind};
use crate::recognizers::figures::{digits_at, glued, numbers, touches_after, touches_before};
use crate::recognizers::words::{apart, flows};
use crate::text::{Gap, Shape, TokenKind, one_of};

const RULE: Rule = Rule {
    id: "fr/plate",
    kind: Kind::Plate,
    finds: "A plate of the SIV (AA-123-AA) or of the FNI (123 ABC 75).",
    source: "Code de la route art. R322-2; arrêté du 9 février 2009 (SIV); FNI before 2009",
};

pub(super) const READER: Reader = Reader { rules: &[RULE], find };

/// Words for a vehicle, and makes: a plate may stand near.
const CUES: &[&str] = &[
    "VEHICULE", "VEHICULES", "VOITURE", "VOITURES", "CAMION", "CAMIONS", "CAMIONNETTE", "MOTO", "MOTOS", "SCOOTER", "REMORQUE", "SEMI-REMORQUE", "AUTOMOBILE", "AUTOMOBILES", "CYCLOMOTEUR", "FOURGON", "FOURGONNETTE", "MOTOCYCLETTE",
    "TRACTEUR", "TRACTEURS", "QUAD", "CARAVANE", "CAMPING-CAR", "UTILITAIRE", "AUTOCAR", "AUTOBUS", "MONOSPACE", "BERLINE", "BREAK", "CABRIOLET", "TAXI", "AMBULANCE", "MOISSONNEUSE", "VSP", "POIDS-LOURD", "ENGIN",
    "RENAULT", "PEUGEOT", "CITROEN", "DACIA", "VOLKSWAGEN", "AUDI", "BMW", "MERCEDES", "MERCEDES-BENZ", "OPEL", "FORD", "FIAT", "TOYOTA", "NISSAN", "KIA", "HYUNDAI", "SEAT", "SKODA", "VOLVO", "IVECO", "SCANIA", "YAMAHA", "HONDA", "SUZUKI",
    "KAWASAKI", "PIAGGIO", "PORSCHE", "SMART", "TESLA", "MAZDA", "JEEP", "LAND", "MITSUBISHI", "LANCIA", "ALFA", "JAGUAR", "PLAQUE", "PLAQUES", "IMMATRICULE", "IMMATRICULEE", "IMMATRICULES", "IMMATRICULEES", "IMMATRICULATION", "IMMATRICULATIONS",
    "CLIO", "TWINGO", "MEGANE", "SCENIC", "KANGOO", "TRAFIC", "LAGUNA", "CAPTUR", "KADJAR", "DUSTER", "SANDERO", "GOLF", "POLO", "PASSAT", "TIGUAN", "TOURAN", "CADDY", "CRAFTER", "CORSA", "ASTRA", "ZAFIRA", "VIVARO", "FIESTA", "TRANSIT", "PUNTO", "DUCATO",
    "YARIS", "QASHQAI", "JUKE", "PICASSO", "BERLINGO", "JUMPY", "JUMPER", "SAXO", "XSARA", "BOXER", "SPRINTER", "VITO", "IBIZA", "OCTAVIA", "FABIA", "FOCUS", "ZOE",
];

/// Words right after which any mix of letters and digits is a plate, of whatever country.
const REGISTERED: &[&str] = &["IMMATRICULE", "IMMATRICULEE", "IMMATRICULES", "IMMATRICULEES", "IMMATRICULATION", "PLAQUE", "PLAQUES", "PLAQUEE"];

fn find(page: &Page, found: &mut Vec<Detection>) {
    let text = page.document.text();
    let tables = page.tables();
    let cued = page.among(CUES);
    let any = cued.contains(&true);
    let registered = page.all_called(REGISTERED);
    let mut free = 0;
    for at in numbers(page) {
        if at < free {
            continue;
        }
        let shape = siv(page, at).or_else(|| fni(page, at).filter(|&(_, _, sure)| sure || any));
        let shape = shape.or_else(|| if any { foreign(page, at, &registered).or_else(|| half_read(page, at)).or_else(|| german(page, at)).or_else(|| grouped(page, at)) } else { None });
        let Some((first, last, sure)) = shape else { continue };
        let span = page.document.span_of(first, last);
        if touches_before(text, span.start as usize) || touches_after(text, span.end as usize) {
            continue;
        }
        let is_cue = |i: &usize| cued[page.tokens()[*i].word.0 as usize];
        let near = || page.before(first, 15).find(is_cue).or_else(|| (last + 1..(last + 5).min(page.tokens().len())).find(is_cue)).or_else(|| tables.head(page, first).find(is_cue));
        let confidence = match (any.then(near).flatten(), sure) {
            (Some(_), _) => Confidence::Certain,
            (None, true) => Confidence::Strong,
            (None, false) => continue,
        };
        free = last + 1;
        found.push(Detection::new(RULE.id, RULE.kind, span, confidence));
    }
}

/// True for the sign between two parts of a plate.
fn is_dash(page: &Page, at: usize) -> bool {
    one_of!(page.folded(at), "-" | "." | "–" | "_" | "·")
}

/// Two letters of the SIV: never I, O or U, never SS. Garages have W, mopeds one letter at the end.
fn letters(page: &Page, at: usize, lower: bool) -> bool {
    let Some(token) = page.tokens().get(at) else { return false };
    let word = page.folded(at);
    let shaped = matches!(token.shape, Shape::Upper | Shape::Initial) || lower && token.shape == Shape::Lower;
    token.kind == TokenKind::Word && shaped && word.len() <= 2 && word != "SS" && (lower || !one_of!(word, "DE" | "LE" | "KM" | "LA" | "EN" | "ET")) && word.bytes().all(|b| b.is_ascii_uppercase() && !b"IOU".contains(&b))
}

/// `AB-123-CD`, `AB 123 CD`, `AB123CD`; true at the end when its hyphens alone prove it.
fn siv(page: &Page, at: usize) -> Option<(usize, usize, bool)> {
    if !(2..=3).contains(&digits_at(page, at)) || at == 0 || page.gap(at) == Gap::Blank {
        return None;
    }
    let (left, right) = (is_dash(page, at - 1), is_dash(page, at + 1));
    let (first, last) = (at.checked_sub(1 + usize::from(left))?, at + 1 + usize::from(right));
    let is_word = |at: usize| page.kind(at) == TokenKind::Word;
    if !is_word(first) || !is_word(last) {
        return None;
    }
    let near = (first + 1..=last).all(|i| flows(page, i) || page.gap(i) == Gap::Line && is_dash(page, i - 1) && glued(page, i - 1));
    let whole = left && right;
    let lower = whole || page.shape(first) == Shape::Lower && page.cue_before(first, 5, REGISTERED).is_some();
    if !near || !letters(page, first, lower) || !letters(page, last, lower) {
        return None;
    }
    let (before, after) = (page.folded(first).len(), page.folded(last).len());
    let car = digits_at(page, at) == 3 && before == 2 && after == 2;
    let garage = digits_at(page, at) == 3 && page.folded(first) == "W" && after == 2;
    let moped = before == 2 && after == 1;
    (car || whole && (garage || moped)).then_some((first, last, whole && car))
}

/// `123 ABC 75`, `4418-YH-83`, `281 477 NC`; true at the end when three letters prove it.
fn fni(page: &Page, at: usize) -> Option<(usize, usize, bool)> {
    if !(1..=4).contains(&digits_at(page, at)) {
        return None;
    }
    if digits_at(page, at) == 3 && digits_at(page, at + 1) == 3 && apart(page, at + 1) && one_of!(page.folded(at + 2), "NC" | "P") && flows(page, at + 2) {
        return Some((at, at + 2, false));
    }
    let dash = |i: usize| usize::from(page.is_symbol(i, "-"));
    let letters = at + 1 + dash(at + 1);
    let token = page.tokens().get(letters)?;
    let word = page.folded(letters);
    if !matches!(token.shape, Shape::Upper | Shape::Initial) || word.len() > 3 || !word.bytes().all(|b| b.is_ascii_uppercase()) || !flows(page, letters) || page.cue(letters).any(Cue::PARTICLE) || one_of!(word, "H" | "KM" | "CV" | "EUR") {
        return None;
    }
    let department = letters + 1 + dash(letters + 1);
    let number = page.folded(department);
    if !flows(page, department) {
        return None;
    }
    let corsica = number == "2" && one_of!(page.folded(department + 1), "A" | "B") && glued(page, department + 1);
    let known = digits_at(page, department) == 2 && ("01"..="95").contains(&number) || ("971"..="976").contains(&number) && number.len() == 3;
    // Three letters between three figures and a département are nothing else, but an amount or a month.
    let sure = digits_at(page, at) == 3 && word.len() == 3 && !page.cue(letters).any(Cue::MONTH.or(Cue::COURT).or(Cue::COMPANY).or(Cue::STOP)) && !word.bytes().any(|b| b"IOU".contains(&b)) && !one_of!(word, "TTC" | "CHF" | "GBP" | "XPF" | "CFA" | "FCP" | "LES" | "DES" | "SEC" | "PCL" | "RPC");
    (corsica || known).then_some((at, department + usize::from(corsica), sure))
}

/// Letters and digits right after `immatriculé`, `plaque`, a country's name perhaps between.
///
/// `registered` are the tokens of the first two words, in order.
fn foreign(page: &Page, at: usize, registered: &[usize]) -> Option<(usize, usize, bool)> {
    // The plate opens up to four tokens before its number, and they stand up to seven before it.
    let after = registered.partition_point(|&cue| cue < at);
    if after == 0 || registered[after - 1] + 11 < at {
        return None;
    }
    let part = |i: usize| {
        let token = page.tokens().get(i)?;
        let short = match token.kind {
            TokenKind::Number => token.span.len() <= 4,
            TokenKind::Word => (matches!(token.shape, Shape::Upper | Shape::Initial) || token.span.len() == 1 && glued(page, i) && glued(page, i + 1)) && token.span.len() <= 7 && page.folded(i).len() < 6 && (i > 0 && REGISTERED.contains(&page.folded(i - 1)) || !page.cue(i).any(Cue::LABEL.or(Cue::COURT).or(Cue::ARTICLE))),
            _ => false,
        };
        short.then_some(token.kind)
    };
    let mut first = at;
    while first > 0 && at - first < 4 && flows(page, first) && (part(first - 1).is_some() || is_dash(page, first - 1)) {
        first -= 1;
    }
    while first < at && is_dash(page, first) {
        first += 1;
    }
    let mut last = at;
    while last - first < 6 && flows(page, last + 1) && (part(last + 1).is_some() || is_dash(page, last + 1) && part(last + 2).is_some()) {
        last += 1;
    }
    let mixed = (first..=last).any(|i| part(i) == Some(TokenKind::Word)) && page.document.span_of(first, last).len() >= 5;
    let led = page.before(first, 7).take_while(|&i| is_link(page, i) || REGISTERED.contains(&page.folded(i))).any(|i| REGISTERED.contains(&page.folded(i)) && page.cue_before(i, 2, &["CERTIFICAT"]).is_none());
    (mixed && led).then_some((first, last, false))
}

/// `SLS-K 4471`: letters of the district, of the owner, and a number.
fn german(page: &Page, at: usize) -> Option<(usize, usize, bool)> {
    let first = at.checked_sub(1).filter(|&first| page.shape(first) == Shape::Upper)?;
    let fits = page.folded(first).split_once('-').is_some_and(|(district, owner)| (1..4).contains(&district.len()) && (1..3).contains(&owner.len()));
    (fits && page.bytes(first) + page.bytes(at) > 6 && page.gap(at) == Gap::Space && (1..5).contains(&digits_at(page, at)) && page.before(first, 3).any(|i| CUES.contains(&page.folded(i)))).then_some((first, at, false))
}

/// `VD 512 807`, `le bateau LR 847209`: the letters of a canton or a maritime district and five or six figures, right behind what bears them.
fn grouped(page: &Page, at: usize) -> Option<(usize, usize, bool)> {
    let first = at.checked_sub(1).map(|before| before - usize::from(is_dash(page, before) && before > 0))?;
    let letters = page.shape(first) == Shape::Upper && page.bytes(first) == 2 && page.gap(at) <= Gap::Space;
    let parted = digits_at(page, at) == 3 && digits_at(page, at + 1) == 3 && page.gap(at + 1) == Gap::Space;
    let whole = (5..=6).contains(&digits_at(page, at));
    let bears = |i: usize| CUES.contains(&page.folded(i)) || one_of!(page.folded(i), "SUISSE" | "VAUDOIS" | "GENEVOIS" | "FILEYEUR" | "CHALUTIER" | "NAVIRE" | "BATEAU" | "VOILIER" | "ANNEXE" | "PICK-UP" | "CANOT" | "VEDETTE");
    (letters && (parted || whole) && page.before(first, 4).any(bears)).then_some((first, at + usize::from(parted), false))
}

/// `AB-1?3-CD`: a plate of which a witness did not read every sign.
fn half_read(page: &Page, at: usize) -> Option<(usize, usize, bool)> {
    let unread = |i: usize| one_of!(page.folded(i), "?" | "*");
    let sign = |i: usize| unread(i) || is_dash(page, i) || (1..4).contains(&digits_at(page, i)) || letters(page, i, false);
    let first = (at.saturating_sub(6)..at).rev().take_while(|&i| sign(i) && glued(page, i + 1)).last().unwrap_or(at);
    let last = (at + 1..at + 7).take_while(|&i| sign(i) && glued(page, i)).last()?;
    let signs = (first..=last).filter(|&i| !is_dash(page, i)).map(|i| page.bytes(i)).sum::<usize>();
    let ends = !is_dash(page, first) && !is_dash(page, last);
    ((6..9).contains(&signs) && ends && (first..=last).any(unread) && (first..=last).any(|i| letters(page, i, false))).then_some((first, last, false))
}

/// What may stand between `immatriculé` and the plate: `en Allemagne,`, `sous le n°`, `plaque belge`.
fn is_link(page: &Page, at: usize) -> bool {
    one_of!(page.folded(at), "EN" | "AU" | "AUX" | "SOUS" | "LE" | "N" | "NO" | "°" | "NUMERO" | ":" | "(" | "E" | "S" | ")" | ",") || page.class(at).any(Class::COUNTRY) || page.cue(at).any(Cue::NATION)
}

#[cfg(test)]
mod tests {
    use super::READER;
    use crate::recognizers::slices;

    #[test]
    fn finds_both_systems() {
        for (text, plate) in [
            ("le AB-123-CD", "AB-123-CD"),
            ("véhicule immatriculé AB 100 CD.", "AB 100 CD"),
            ("voiture AB123CD", "AB123CD"),
            ("immatriculée 123 ABC 06", "123 ABC 06"),
            ("immatriculé 1234 XY 2B", "1234 XY 2B"),
            ("camion 12AB974", "12AB974"),
            ("immatriculée LÖ-GM 1907, grise", "LÖ-GM 1907"),
            ("immatriculé en Allemagne, LÖ-GM 774", "LÖ-GM 774"),
            ("une moto, plaque belge 1-MKR-447", "1-MKR-447"),
        ] {
            assert_eq!(slices(&READER, text), [plate], "{text}");
        }
    }

    #[test]
    fn leaves_other_codes() {
        for text in [
            "section AB 123 CD",
            "véhicule IO-123-AB",
            "AB-1234-CD",
            "le 123 TTC 75",
            "le 12 ABC 75",
            "voiture 123 ABC 99",
            "voiture XAB-123-CD",
        ] {
            assert!(slices(&READER, text).is_empty(), "{text}");
        }
    }
}
