//! One spelling for each word of a person's name, so that a word written in two ways is one word.

use super::cover::{Fit, Word, Words, letters};
use crate::text::are_particles;

/// What the document calls each person, by [`super::Mention::person`].
///
/// `Debug` shows a count, never names.
#[derive(Clone, Default)]
pub struct People(pub(super) Vec<Spoken>);

/// One of them.
#[derive(Clone, Default)]
pub(super) struct Spoken {
    pub words: Words,
    /// One mention that several persons may be meant by.
    pub open: bool,
    /// The text says that it is no kin of who bears the name too.
    pub stranger: bool,
}

/// A word of a name as one spelling has it: folded letters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spelled {
    /// Upper-case letters and digits.
    pub word: String,
    /// False for a given name.
    pub surname: bool,
}

impl std::fmt::Debug for People {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("People").field(&self.0.len()).finish()
    }
}

impl People {
    /// True for a mention of which nobody knows whose it is, among persons of one name.
    pub fn is_open(&self, person: u32) -> bool {
        self.0.get(person as usize).is_some_and(|spoken| spoken.open)
    }

    /// True for who bears another's surname and, the text says, is no kin.
    pub fn is_stranger(&self, person: u32) -> bool {
        self.0.get(person as usize).is_some_and(|spoken| spoken.stranger)
    }

    /// The words of a mention of `person` in the spelling of its fullest mention: of `Thibaut VIRY COLIN` those of
    /// `Thibault VIRY-COLIN`. `folded` are the words of the mention; one that the person does not bear stays as it is.
    pub fn spelled(&self, person: u32, folded: &[String]) -> Vec<Spelled> {
        let Some(Spoken { words, .. }) = self.0.get(person as usize) else { return folded.iter().map(|word| plain(word)).collect() };
        let mut spelled = Vec::with_capacity(folded.len());
        let mut at = 0;
        while at < folded.len() {
            let pair = folded.get(at + 1).map(|next| letters(&folded[at]) + &letters(next));
            let joined = pair.and_then(|pair| words.each.iter().find(|word| word.text == pair && parts(words, &pair).is_none()));
            if let Some(word) = joined {
                spelled.push(first(words, word));
                at += 2;
            } else {
                spelled.extend(parted(words, &folded[at]).unwrap_or_else(|| vec![alone(words, &folded[at], folded)]));
                at += 1;
            }
        }
        spelled
    }
}

fn plain(folded: &str) -> Spelled {
    Spelled { word: letters(folded), surname: true }
}

/// `beside` are the words of the mention.
fn alone(words: &Words, folded: &str, beside: &[String]) -> Spelled {
    let word = letters(folded);
    let known = words.each.iter().find(|known| known.text == word);
    // `NAVARR0`: a word that is no name, for one that is and stands elsewhere.
    let meant = |known: &&Word| !known.initial && known.fit(&Word::new(&word, known.given)) == Some(Fit::Slip) && !beside.iter().any(|other| letters(other) == known.text);
    known.or_else(|| words.each.iter().find(meant)).map_or_else(|| plain(folded), |known| first(words, known))
}

/// The first spelling of `word`: a chain of slips of the pen leads to it. `Michèle MICHEL` has two words.
fn first(words: &Words, word: &Word) -> Spelled {
    let mut word = word;
    while let Some(earlier) = word.first.as_ref().and_then(|first| words.each.iter().find(|known| known.text == *first)) {
        word = earlier;
    }
    Spelled { word: word.text.clone(), surname: !word.given }
}

/// The words that a fuller mention writes apart: `VIRY COLIN` for `VIRY-COLIN`, `DE CRAENE` for `DECRAENE`.
fn parted(words: &Words, folded: &str) -> Option<Vec<Spelled>> {
    Some(parts(words, &letters(folded))?.into_iter().map(|word| first(words, word)).collect())
}

/// The words of the person that `whole` joins, when they are its spelling: they stand in a fuller mention than it does, or only a
/// particle is left out, since no label tells `CRAENE` from `DE CRAENE`.
fn parts<'w>(words: &'w Words, whole: &str) -> Option<Vec<&'w Word>> {
    if !words.joined.iter().any(|joined| joined == whole) {
        return None;
    }
    let place = |of: &str| words.each.iter().position(|word| word.text == of);
    let parts: Vec<&Word> = words.each.iter().filter(|word| !word.initial && word.text.len() < whole.len() && whole.contains(word.text.as_str())).collect();
    let text: String = parts.iter().map(|word| word.text.as_str()).collect();
    let earlier = || place(whole).is_none_or(|place_of_whole| parts.iter().all(|part| place(&part.text) < Some(place_of_whole)));
    let lead = whole.strip_suffix(text.as_str()).filter(|_| !parts.is_empty())?;
    (if lead.is_empty() { earlier() } else { are_particles(lead) }).then_some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn people(mentions: &[&[(&str, bool)]]) -> People {
        let mut all = Words::default();
        for mention in mentions {
            let each: Vec<Word> = mention.iter().map(|(word, given)| Word::new(word, *given)).collect();
            let joined = mention.windows(2).map(|pair| letters(pair[0].0) + &letters(pair[1].0)).collect();
            all.add(&Words { each: each.into_iter().filter(|word| word.text != "DE").collect(), joined });
        }
        People(vec![Spoken { words: all, ..Spoken::default() }])
    }

    fn spelled(people: &People, words: &[&str]) -> Vec<String> {
        let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        people.spelled(0, &words).into_iter().map(|spelled| spelled.word).collect()
    }

    #[test]
    fn variants_take_the_first_spelling() {
        let known = people(&[&[("THIBAULT", true), ("VIRY-COLIN", false)], &[("THIBAUT", true)], &[("VIRY", false), ("COLIN", false)]]);
        assert_eq!(spelled(&known, &["THIBAUT", "VIRY", "COLIN"]), ["THIBAULT", "VIRYCOLIN"]);
        assert_eq!(spelled(&known, &["VIRY-COLIN"]), ["VIRYCOLIN"]);
        let apart = people(&[&[("OG", true), ("DE", false), ("CRAENE", false)], &[("DECRAENE", false)]]);
        assert_eq!(spelled(&apart, &["DECRAENE", "OG"]), ["CRAENE", "OG"]);
        let late = people(&[&[("DECRAENE", false), ("OG", true)], &[("OG", true), ("DE", false), ("CRAENE", false)]]);
        assert_eq!([spelled(&late, &["DECRAENE"]), spelled(&late, &["CRAENE"])], [["CRAENE"], ["CRAENE"]]);
        let both = people(&[&[("LIEM", true), ("VO", false), ("THANH", false)], &[("VO-THANH", false)]]);
        assert_eq!([spelled(&both, &["VO-THANH"]), spelled(&both, &["VO", "THANH"])], [["VO", "THANH"], ["VO", "THANH"]]);
        let chain = people(&[&[("WROBLEWSKI", false)], &[("WROBLESWKI", false)], &[("WROBLESKWI", false)]]);
        assert_eq!(spelled(&chain, &["WROBLESKWI"]), ["WROBLEWSKI"]);
        let alone = people(&[&[("NARGIS", true), ("NAVARRO", false)], &[("NARGUIS", false)]]);
        assert_eq!([spelled(&alone, &["NARGUIS"]), spelled(&alone, &["NAVARR0"])], [["NARGIS"], ["NAVARRO"]]);
    }

    #[test]
    fn other_words_and_other_people_stay_as_they_are() {
        let known = people(&[&[("PAUL", true), ("MARTEL", false)]]);
        assert_eq!(spelled(&known, &["PAULE", "ROUX"]), ["PAULE", "ROUX"]);
        let alike = people(&[&[("MICHELE", true), ("MICHEL", false)]]);
        assert_eq!(spelled(&alike, &["MICHELE", "MICHEL"]), ["MICHELE", "MICHEL"]);
        assert_eq!(known.spelled(7, &["ROUX".to_owned()]), [plain("ROUX")]);
        assert!(!known.spelled(0, &["PAUL".to_owned()])[0].surname);
    }
}
