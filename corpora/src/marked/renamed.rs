//! The same decision with names nobody bears: what an engine finds in it, it finds by structure and not by a dictionary.

use huisclos::{Kind, Span, fold};
use sha2::{Digest, Sha256};

use super::{Gold, Marked};

/// Beginnings and ends of syllables that make words of no language.
const ONSETS: [&str; 24] = ["b", "br", "ch", "d", "dr", "f", "g", "gr", "j", "k", "kl", "l", "m", "n", "p", "r", "s", "t", "tr", "v", "w", "z", "zh", "x"];
const VOWELS: [&str; 10] = ["a", "e", "i", "o", "u", "ou", "ai", "eu", "an", "on"];
const ENDS: [&str; 8] = ["", "", "k", "n", "r", "s", "l", "z"];

/// Words of a name that are no name.
const PARTICLES: [&str; 10] = ["de", "du", "des", "la", "le", "les", "van", "von", "der", "ben"];

impl Marked {
    /// Every word of three letters and more that begins with a capital in a person's mark becomes a word of no dictionary, the same for
    /// the same word, in the same case. What is not marked stays. Linear in the text.
    ///
    /// ```
    /// use huisclos_corpora::marked::Marked;
    /// let marked = Marked::parse("note.md", "M. [[person: Paul de RÉGNIER]] et Me [[person.lawyer: Paul]].")?;
    /// let renamed = marked.renamed();
    /// assert!(renamed.text.starts_with("M. ") && renamed.text.contains(" de ") && !renamed.text.contains("Paul"));
    /// let [party, lawyer] = [&renamed.gold[0], &renamed.gold[1]].map(|gold| gold.span.of(&renamed.text));
    /// assert!(party.starts_with(lawyer));
    /// # Ok::<(), huisclos_corpora::marked::MarkedError>(())
    /// ```
    #[must_use]
    pub fn renamed(&self) -> Self {
        let (mut text, mut gold, mut end) = (String::new(), Vec::new(), 0);
        for mark in &self.gold {
            text.push_str(&self.text[end..mark.span.start as usize]);
            end = mark.span.end as usize;
            let start = text.len() as u32;
            let marked = mark.span.of(&self.text);
            if mark.kind == Kind::Person { rename(marked, &mut text) } else { text.push_str(marked) }
            gold.push(Gold { span: Span::new(start, text.len() as u32), ..mark.clone() });
        }
        text.push_str(&self.text[end..]);
        Self { front: self.front.clone(), text, gold }
    }
}

fn rename(name: &str, out: &mut String) {
    let mut rest = name;
    while let Some(first) = rest.chars().next() {
        let length = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len()).max(if first.is_alphabetic() { 0 } else { first.len_utf8() });
        let (word, behind) = rest.split_at(length);
        rest = behind;
        let named = first.is_uppercase() && word.chars().count() > 2 && !PARTICLES.contains(&word.to_lowercase().as_str());
        if !named {
            out.push_str(word);
        } else if word.chars().all(char::is_uppercase) {
            out.push_str(&invented(word).to_uppercase());
        } else {
            let new = invented(word);
            out.push_str(&new[..1].to_uppercase());
            out.push_str(&new[1..]);
        }
    }
}

/// Two or three syllables that the folded word draws.
fn invented(word: &str) -> String {
    let lots = Sha256::digest(fold(word));
    let draw = |of: &[&'static str], lot: usize| of[lots[lot] as usize % of.len()];
    let mut new = String::new();
    for lot in [0, 2, 4] {
        new.push_str(draw(&ONSETS, lot));
        new.push_str(draw(&VOWELS, lot + 1));
        if new.len() > 4 {
            break;
        }
    }
    new + draw(&ENDS, 6)
}
