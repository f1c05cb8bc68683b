//! Names in web addresses: whole, run together, behind an initial, without accents, hyphens or apostrophes.

use crate::context::Cue;
use crate::model::{Confidence, Kind};
use crate::replace::name_words;
use crate::resolve::Claim;
use crate::text::{Span, fold, sort};

/// The names that go, as web addresses may hold them.
pub(super) struct Bearers {
    /// Folded words of names without a hyphen, and those with one written as one word.
    words: Vec<String>,
    /// The parts of names with a hyphen or an apostrophe.
    compounds: Vec<Vec<String>>,
}

/// What every address may hold, so that no short name is read in it.
const COMMON: &[&str] = &["WWW", "COM", "FR", "NET", "ORG", "HTTP", "HTTPS", "HTML", "HTM", "PHP", "PDF", "EU", "INFO", "EXAMPLE"];

/// A word longer than this is read inside a longer one.
const LONG: usize = 4;

impl Bearers {
    /// The names of the persons that `claims` hide, doubtful ones aside.
    pub(super) fn of(text: &str, claims: &[Claim]) -> Self {
        let (mut words, mut compounds) = (Vec::new(), Vec::new());
        let hidden = claims.iter().filter(|claim| claim.hidden && claim.detection.kind == Kind::Person && claim.detection.confidence > Confidence::Possible);
        for word in hidden.flat_map(|claim| name_words(claim.detection.span.of(text))) {
            let parts: Vec<String> = word.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).map(str::to_owned).collect();
            words.push(parts.concat());
            if parts.len() > 1 {
                compounds.push(parts);
            }
        }
        words.retain(|word| word.chars().count() > 1 && !COMMON.contains(&word.as_str()));
        sort(&mut words);
        words.dedup();
        sort(&mut compounds);
        compounds.dedup();
        Self { words, compounds }
    }

    /// The parts of the web address at `span`, host or path, that bear a hidden name. Linear in the address for each name.
    pub(super) fn in_address(&self, text: &str, span: Span) -> Vec<Span> {
        let address = span.of(text);
        let from = address.find("://").map_or(0, |at| at + 3);
        // `h%C3%A9l%C3%A8ne`: escaped letters belong to their word.
        let parts: Vec<(usize, &str)> = pieces(&address[from..], |c| !c.is_alphanumeric() && c != '%').collect();
        let keys: Vec<String> = parts.iter().map(|(_, piece)| key(piece)).collect();
        let mut bears: Vec<bool> = keys.iter().map(|key| self.bears(key)).collect();
        // A word of two or three letters is a name only beside another: `bo.li`, not `val-de-loire`.
        let short = |at: usize| keys[at].chars().count() < LONG;
        let alone = |at: usize| !(at > 0 && bears[at - 1] || bears.get(at + 1) == Some(&true));
        let doubtful: Vec<usize> = (0..keys.len()).filter(|&at| bears[at] && short(at) && alone(at)).collect();
        for at in doubtful {
            bears[at] = false;
        }
        for compound in &self.compounds {
            for at in 0..keys.len() {
                if keys[at..].starts_with(compound) {
                    bears[at..at + compound.len()].fill(true);
                }
            }
        }
        let borne = parts.iter().zip(bears).filter(|(_, bears)| *bears);
        borne.map(|((at, piece), _)| {
            let start = span.start + (from + at) as u32;
            Span::new(start, start + piece.len() as u32)
        }).collect()
    }

    fn bears(&self, key: &str) -> bool {
        self.words.iter().any(|word| key == word || word.chars().count() > LONG && key.contains(word.as_str())) || self.runs_together(key)
    }

    /// `legall`, `jdupont`, `paulroy`: at most two initials of hidden names, then nothing but their words and particles.
    fn runs_together(&self, key: &str) -> bool {
        let initial = |letter: char| self.words.iter().any(|word| word.starts_with(letter));
        let starts = (0..3).take_while(|&count| count == 0 || key.chars().nth(count - 1).is_some_and(initial));
        starts.filter_map(|count| key.char_indices().nth(count)).any(|(at, _)| self.is_made_of_names(&key[at..], false))
    }

    fn is_made_of_names(&self, rest: &str, named: bool) -> bool {
        if rest.is_empty() {
            return named;
        }
        let word = |word: &&String| rest.strip_prefix(word.as_str()).is_some_and(|rest| self.is_made_of_names(rest, named || word.chars().count() > 2));
        let particle = || ["DE", "DU", "LA", "LE", "LES", "DES", "D", "L", "ET"].iter().filter_map(|particle| rest.strip_prefix(particle)).any(|rest| !rest.is_empty() && self.is_made_of_names(rest, named));
        self.words.iter().filter(|word| !Cue::of(word).any(Cue::STOP)).any(|known| word(&known)) || particle()
    }
}

/// Folded, without escapes and the figures around: `h%C3%A9l%C3%A8ne57` is `HELENE`.
fn key(piece: &str) -> String {
    let mut bytes = Vec::with_capacity(piece.len());
    let mut rest = piece.as_bytes();
    while let [first, after @ ..] = rest {
        let escaped = (*first == b'%' && after.len() > 1).then(|| std::str::from_utf8(&after[..2]).ok().and_then(|hex| u8::from_str_radix(hex, 16).ok())).flatten();
        bytes.push(escaped.unwrap_or(*first));
        rest = &rest[if escaped.is_some() { 3 } else { 1 }..];
    }
    fold(&String::from_utf8_lossy(&bytes)).trim_matches(|c: char| c.is_ascii_digit()).to_owned()
}

/// The pieces of `text` between separators, with the byte where each starts.
fn pieces(text: &str, separator: impl Fn(char) -> bool) -> impl Iterator<Item = (usize, &str)> {
    let base = text.as_ptr() as usize;
    text.split(separator).filter(|piece| !piece.is_empty()).map(move |piece| (piece.as_ptr() as usize - base, piece))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Detection;

    /// The parts of `address` that bear one of `names`.
    fn borne<'a>(names: &[&str], address: &'a str) -> Vec<&'a str> {
        let text = names.join("\n");
        let mut claims = Vec::new();
        for name in names {
            let start = text.find(name).expect("in the text") as u32;
            claims.push(Claim::new(Detection::new("persons/led", Kind::Person, Span::new(start, start + name.len() as u32), Confidence::Strong), true));
        }
        let found = Bearers::of(&text, &claims).in_address(address, Span::new(0, address.len() as u32));
        found.into_iter().map(|span| span.of(address)).collect()
    }

    #[test]
    fn names_are_found_however_they_are_written() {
        let names = ["Hélène LE GALL", "Paul Roy", "Jean-Loup D'Orval", "Bo Li"];
        for (address, parts) in [
            ("www.legall-toiture.example", &["legall"][..]),
            ("https://le-gall.example/a", &["gall"]),
            ("www.proy.example", &["proy"]),
            ("www.paulroy57.example", &["paulroy57"]),
            ("www.helenelegall.example/contact", &["helenelegall"]),
            ("https://x.example/h%C3%A9l%C3%A8ne", &["h%C3%A9l%C3%A8ne"]),
            ("x.example/jean-loup", &["jean", "loup"]),
            ("x.example/jeanloup?id=bo.li", &["jeanloup", "bo", "li"]),
            ("x.example/dorval", &["dorval"]),
        ] {
            assert_eq!(borne(&names, address), parts, "{address}");
        }
    }

    #[test]
    fn other_words_stay() {
        let names = ["Paul Roy", "Jean-Loup Fr", "Anne Vis", "Bo Val"];
        for address in ["www.val-de-loire.example", "www.royaume.example", "https://x.fr/jean", "www.provision.example/avisos", "x.example/57", "www.croy.example"] {
            assert!(borne(&names, address).is_empty(), "{address}: {:?}", borne(&names, address));
        }
    }
}
