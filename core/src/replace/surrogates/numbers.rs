//! Numbers in the layout of the original, and invalid on purpose where a number has a form that can be checked.

use super::Draw;
use crate::model::Kind;

/// Numbers that the telephone authority keeps for works of fiction: the first six figures by zone (ARCEP, décision 2018-0881).
const FICTION: &[(u8, &str)] = &[(1, "019900"), (2, "026191"), (3, "035301"), (4, "046571"), (5, "053649"), (6, "063998"), (7, "063998")];

/// A short name for an e-mail or a web address.
pub(super) fn code(draw: &mut Draw) -> String {
    let letters = (0..3).map(|_| format!("{}{}", b"bcdfglmnprstv"[draw.below(13)] as char, b"aeiou"[draw.below(5)] as char));
    let name: String = letters.collect();
    format!("{name}{:03}", draw.below(1000))
}

/// A number of `kind` in the layout of `words`.
pub(super) fn number(kind: Kind, words: &str, draw: &mut Draw) -> String {
    let old: Vec<u8> = words.bytes().filter(u8::is_ascii_digit).collect();
    let mut new: Vec<u8> = (0..old.len()).map(|_| b'0' + draw.below(10) as u8).collect();
    match kind {
        Kind::Phone => phone(&old, &mut new),
        // No NIR begins with 0, no tax number with 9; a département 00 does not exist.
        Kind::NationalId => set(&mut new, 0, b'0'),
        Kind::CompanyId | Kind::Card => break_luhn(&mut new),
        // Check digits of an IBAN run from 02 to 98, the key of a RIB from 01 to 97.
        Kind::BankAccount if words.starts_with(|c: char| c.is_ascii_alphabetic()) => (0..2).for_each(|at| set(&mut new, at, b'0')),
        Kind::BankAccount => (1..=2).for_each(|from_end| set_from_end(&mut new, from_end, b'9')),
        Kind::Plate if words.ends_with(|c: char| c.is_ascii_digit()) => (1..=2).for_each(|from_end| set_from_end(&mut new, from_end, b'0')),
        _ => set(&mut new, 0, b'9'),
    }
    // A plate has neither I, O nor U; O and U together are a word, and somebody's name.
    let letters: &[u8] = if kind == Kind::Plate { b"IU" } else { b"ABCDEFGHJKLMNPRSTVWXYZ" };
    // Words and the country of an account stay; letters of the number itself do not, however many stand side by side.
    let is_sign = |at: usize| {
        let around = |of: fn(&char) -> bool| words[at..].chars().take_while(of).chain(words[..at].chars().rev().take_while(of)).collect::<String>();
        let mixed = around(char::is_ascii_alphanumeric).bytes().any(|byte| byte.is_ascii_digit());
        (mixed || around(char::is_ascii_alphabetic).len() <= 3) && !(kind == Kind::BankAccount && at < 2)
    };
    let mut digits = new.into_iter();
    words.char_indices().map(|(at, c)| match c {
        '0'..='9' => char::from(digits.next().unwrap_or(b'0')),
        'A'..='Z' if is_sign(at) => char::from(letters[draw.below(letters.len())]),
        _ => c,
    }).collect()
}

fn set(digits: &mut [u8], at: usize, digit: u8) {
    if let Some(place) = digits.get_mut(at) {
        *place = digit;
    }
}

fn set_from_end(digits: &mut [u8], from_end: usize, digit: u8) {
    if let Some(at) = digits.len().checked_sub(from_end) {
        digits[at] = digit;
    }
}

/// Four figures of the draw stay, behind the fiction's prefix; a foreign number is zeros before them.
fn phone(old: &[u8], new: &mut [u8]) {
    let keep = new.len().saturating_sub(4);
    let country = old.strip_prefix(b"33").or_else(|| old.strip_prefix(b"0033"));
    let national = country.filter(|rest| matches!(rest.len(), 9 | 10)).unwrap_or(old);
    let prefix = match national {
        [b'0', zone, ..] if national.len() == 10 => Some(*zone - b'0'),
        [zone, ..] if national.len() == 9 => Some(*zone - b'0'),
        _ => None,
    };
    let Some(zone) = prefix else {
        new[..keep].fill(b'0');
        return;
    };
    let fiction = FICTION.iter().find(|(known, _)| *known == zone).map_or("019900", |(_, prefix)| prefix).as_bytes();
    let national_at = old.len() - national.len();
    new[..national_at].copy_from_slice(&old[..national_at]);
    let skip = 10 - national.len();
    new[national_at..keep].copy_from_slice(&fiction[skip..]);
}

/// Makes the check of Luhn fail for the whole number and for its first and last nine figures.
fn break_luhn(digits: &mut [u8]) {
    let parts = |digits: &[u8]| {
        let nine = digits.len().min(9);
        [digits.to_vec(), digits[..nine].to_vec(), digits[digits.len() - nine..].to_vec()]
    };
    // Two figures moved by one change every sum by less than ten, and not to the same one.
    for step in 0..100_u8 {
        if !parts(digits).iter().any(|part| luhn(part)) {
            return;
        }
        let at = [digits.len().min(9), digits.len()][usize::from(step % 2)];
        if let Some(digit) = at.checked_sub(1).and_then(|at| digits.get_mut(at)) {
            *digit = b'0' + (*digit - b'0' + 1) % 10;
        }
    }
}

/// The check of payment cards and SIREN (ISO/IEC 7812-1).
fn luhn(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(at, digit)| {
            let value = u32::from(digit - b'0') << (at % 2);
            value / 10 + value % 10
        })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognizers::checks;

    fn run(kind: Kind, words: &str) -> Vec<String> {
        (0..200_u8).map(|n| number(kind, words, &mut Draw::new(&[n; 32]))).collect()
    }

    fn figures(words: &str) -> String {
        words.chars().filter(char::is_ascii_digit).collect()
    }

    #[test]
    fn layouts_stay_and_words_too() {
        for (kind, words) in [
            (Kind::Phone, "06.12 34-56 78"), (Kind::NationalId, "2 55 08 14 168 025 38"), (Kind::BankAccount, "FR14 3000 4012 3400 0056 7890 112"), (Kind::Plate, "AB-123-CD"),
            (Kind::LandParcel, "section AB n° 123"), (Kind::Card, "4970 1012 3456 7893"),
        ] {
            for new in run(kind, words) {
                let shape = |text: &str| text.chars().map(|c| if c.is_ascii_digit() { '0' } else if c.is_ascii_uppercase() { 'A' } else { c }).collect::<String>();
                assert_eq!(shape(&new), shape(words));
                assert_ne!(new, words);
            }
        }
    }

    #[test]
    fn no_letters_of_a_mixed_number_stay() {
        for new in run(Kind::IdNumber, "X4RTBLKW4") {
            assert!(!new.contains("RTB") && !new.contains("BLK") && !new.contains("LKW"), "{new}");
        }
        assert!(run(Kind::IdNumber, "CARTE 12").iter().all(|new| new.starts_with("CARTE ")));
    }

    #[test]
    fn what_can_be_checked_is_wrong() {
        for new in run(Kind::CompanyId, "817 263 544").into_iter().chain(run(Kind::CompanyId, "FR 40 817 263 544")) {
            let figures = figures(&new);
            assert!(!checks::luhn(&figures[figures.len() - 9..]), "{new}");
        }
        for new in run(Kind::CompanyId, "817 263 544 00012") {
            assert!(!checks::luhn(&figures(&new)) && !checks::luhn(&figures(&new)[..9]), "{new}");
        }
        for new in run(Kind::Card, "4970 1012 3456 7893") {
            assert!(!checks::luhn(&figures(&new)), "{new}");
        }
        for new in run(Kind::BankAccount, "FR14 3000 4012 3400 0056 7890 112") {
            assert!(new.starts_with("FR00"), "{new}");
        }
        for new in run(Kind::BankAccount, "30004 01234 00005678901 12") {
            assert!(new.ends_with("99"), "{new}");
        }
        for new in run(Kind::NationalId, "2 55 08 14 168 025 38") {
            assert!(new.starts_with('0'), "{new}");
        }
        for new in run(Kind::Plate, "AB-123-CD").into_iter().chain(run(Kind::Plate, "1234 AB 75")) {
            assert!(new.chars().filter(char::is_ascii_uppercase).all(|c| "IOU".contains(c)), "{new}");
        }
    }

    #[test]
    fn telephones_are_of_the_range_for_fiction() {
        for (words, start) in [("06 12 34 56 78", "06 39 98 "), ("0112345678", "019900"), ("+33 6 12 34 56 78", "+33 6 39 98 "), ("0033 1 12 34 56 78", "0033 1 99 00 "), ("+49 171 2345678", "+00 000 000")] {
            assert!(run(Kind::Phone, words).iter().all(|new| new.starts_with(start)), "{words}");
        }
    }
}
