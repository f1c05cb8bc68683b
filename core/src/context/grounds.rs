//! Where a decision tells the facts and gives its grounds: from their first heading to the operative part.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::text::{Span, fold};

const HEADINGS: &str = include_str!("../../lexicons/fr/headings.tsv");

/// A part of a decision that a heading opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Zone {
    Facts,
    Grounds,
    Operative,
}

/// Why no span can be told to be the facts and grounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoGrounds {
    /// No line is the heading of facts or grounds.
    NoHeading,
    /// No line opens the operative part after them.
    NoOperativePart,
    /// Grounds begin again after an operative part.
    Several,
}

/// The facts and grounds of a decision, from their heading to the last word before the operative part.
///
/// # Errors
/// When the headings do not say where they begin and end.
///
/// ```
/// use huisclos::context::{NoGrounds, grounds};
/// let text = "ARRÊT\n\nEXPOSÉ DU LITIGE\n\nLes faits.\n\nMOTIFS DE LA DÉCISION :\n\nAttendu.\n\nPAR CES MOTIFS, la cour\n\nConfirme.";
/// assert_eq!(grounds(text).unwrap().of(text), "EXPOSÉ DU LITIGE\n\nLes faits.\n\nMOTIFS DE LA DÉCISION :\n\nAttendu.");
/// assert_eq!(grounds("MOTIFS\nAttendu."), Err(NoGrounds::NoOperativePart));
/// ```
pub fn grounds(text: &str) -> Result<Span, NoGrounds> {
    let (mut start, mut end, mut has_grounds) = (None, None, false);
    for (at, line) in lines(text) {
        match (zone(line), start, end) {
            (Some(Zone::Facts | Zone::Grounds), None, _) => {
                start = Some(at + line.len() - line.trim_start().len());
                has_grounds = zone(line) == Some(Zone::Grounds);
            }
            (Some(Zone::Grounds), Some(_), None) => has_grounds = true,
            (Some(Zone::Grounds), Some(_), Some(_)) if has_grounds => return Err(NoGrounds::Several),
            (Some(Zone::Operative), Some(start), None) => end = Some(start + text[start..at].trim_end().len()),
            _ => {}
        }
    }
    match (start, end) {
        (Some(start), Some(end)) => Ok(Span::new(start as u32, end as u32)),
        (None, _) => Err(NoGrounds::NoHeading),
        (_, None) => Err(NoGrounds::NoOperativePart),
    }
}

/// The lines of a text, with the byte where each starts.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        (start, line)
    })
}

/// Longer lines are prose: the longest heading with what may follow it.
const LONGEST: usize = 120;

/// The zone that a line opens.
fn zone(line: &str) -> Option<Zone> {
    let line = line.trim();
    let head: String = line.chars().take(LONGEST).collect();
    if !head.chars().any(char::is_uppercase) {
        return None;
    }
    let folded = fold(&head);
    let mut words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| !word.is_empty()).collect();
    let spaced = words.len() > 4 && words.iter().all(|word| word.chars().count() == 1);
    let joined = words.concat();
    if spaced {
        return headings().values().flatten().find(|heading| heading.words.concat() == joined).map(|heading| heading.zone);
    }
    if words.len() > 1 && is_number(words[0]) {
        words.remove(0);
    }
    let is_prose = head.len() < line.len();
    let known = headings().get(words.first()?)?;
    let fits = |heading: &&Heading| {
        let begins = words.starts_with(&heading.words);
        begins && (words.len() == heading.words.len() && !is_prose || heading.open)
    };
    known.iter().filter(fits).max_by_key(|heading| heading.words.len()).map(|heading| heading.zone)
}

/// `I`, `2`, `B`: what may stand before a heading.
fn is_number(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'I' | b'V' | b'X')) || word.len() == 1
}

#[derive(Debug)]
struct Heading {
    zone: Zone,
    words: Vec<&'static str>,
    /// True when more words may follow.
    open: bool,
}

/// By first word.
fn headings() -> &'static FxHashMap<&'static str, Vec<Heading>> {
    static TABLE: OnceLock<FxHashMap<&'static str, Vec<Heading>>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table: FxHashMap<&str, Vec<Heading>> = FxHashMap::default();
        for line in HEADINGS.lines().filter(|line| !line.starts_with('#')) {
            let Some((name, phrase)) = line.split_once('\t') else { continue };
            let zone = match name {
                "FACTS" => Zone::Facts,
                "GROUNDS" => Zone::Grounds,
                _ => Zone::Operative,
            };
            let words: Vec<&str> = phrase.trim_end_matches('*').split(' ').collect();
            table.entry(words[0]).or_default().push(Heading { zone, words, open: phrase.ends_with('*') });
        }
        table
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_heading_of_the_table_is_found_as_it_stands() {
        for heading in headings().values().flatten() {
            let line = heading.words.join(" ");
            assert!(zone(&line).is_some(), "{line}");
        }
        assert!(HEADINGS.lines().filter(|line| !line.starts_with('#')).all(|line| ["FACTS\t", "GROUNDS\t", "OPERATIVE\t"].iter().any(|zone| line.starts_with(zone))));
    }

    #[test]
    fn headings_are_lines_of_their_own() {
        for (line, wanted) in [
            ("MOTIFS", Some(Zone::Grounds)),
            ("II. Motifs de la décision :", Some(Zone::Grounds)),
            ("# Motivation", Some(Zone::Grounds)),
            ("SUR CE, LA COUR,", Some(Zone::Grounds)),
            ("Sur ce,", Some(Zone::Grounds)),
            ("Considérant ce qui suit :", Some(Zone::Grounds)),
            ("FAITS, PROCÉDURE ET PRÉTENTIONS DES PARTIES", Some(Zone::Facts)),
            ("1. Les faits :", Some(Zone::Facts)),
            ("P A R   C E S   M O T I F S", Some(Zone::Operative)),
            ("D É C I D E :", Some(Zone::Operative)),
            ("PAR CES MOTIFS, la cour, statuant publiquement, confirme le jugement du tribunal judiciaire en toutes ses dispositions, et y ajoutant", Some(Zone::Operative)),
            ("motifs", None),
            ("Motifs tirés de la violation de la loi", None),
            ("Attendu que la demanderesse, qui a vendu sa récolte, soutient que le prix en était convenu depuis l'automne et que rien ne s'y opposait plus", Some(Zone::Facts)),
            ("Sur ce point, l'appelante soutient", None),
            ("Les faits remontent au mois de mai", None),
            ("La cour décide", None),
            ("Discussion engagée entre les voisins", None),
            ("", None),
        ] {
            assert_eq!(zone(line), wanted, "{line}");
        }
    }

    #[test]
    fn what_cannot_be_delimited_is_said() {
        assert_eq!(grounds("PAR CES MOTIFS\nConfirme."), Err(NoGrounds::NoHeading));
        assert_eq!(grounds("MOTIFS\na\nPAR CES MOTIFS\nb\nMOTIFS\nc\nPAR CES MOTIFS"), Err(NoGrounds::Several));
        let text = "FAITS\na\nPAR CES MOTIFS\nb";
        assert_eq!(grounds(text).unwrap().of(text), "FAITS\na");
    }
}
