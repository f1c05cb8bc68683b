use std::cell::Cell;

use super::Cue;
use crate::lexicon::{Class, Lexicon};
use crate::text::{Document, Gap, Token, TokenKind, WordId};

/// A document with the dictionary classes and cues of its words: what every rule reads.
pub struct Page<'t> {
    /// Text, tokens and folded words.
    pub document: Document<'t>,
    /// The dictionaries in force.
    pub lexicon: &'static Lexicon,
    /// `None` until somebody asks: few rules ask of words in lower case.
    classes: Vec<Cell<Option<Class>>>,
    cues: Vec<Cue>,
    labels: Vec<usize>,
}

impl<'t> Page<'t> {
    /// Reads the cues of every distinct word; its dictionary classes are looked up when first asked for.
    pub fn new(document: Document<'t>, lexicon: &'static Lexicon) -> Self {
        let count = document.words().len();
        let classes = vec![Cell::new(None); count];
        let cues: Vec<Cue> = (0..count).map(|id| document.folded(WordId(id as u32))).map(|folded| if opens_word(folded) { Cue::of(folded) } else { Cue::NONE }).collect();
        let mut page = Self { document, lexicon, classes, cues, labels: Vec::new() };
        page.labels = page.tokens_of(|word| page.word_cue(word).any(Cue::LABEL));
        page
    }

    /// Indices of the tokens that may announce a number of some kind ([`Cue::LABEL`]).
    pub fn labels(&self) -> &[usize] {
        &self.labels
    }

    /// The tokens in order.
    pub fn tokens(&self) -> &[Token] {
        self.document.tokens()
    }

    /// Dictionary classes of the token at `index`; none beyond the ends.
    #[inline]
    pub fn class(&self, index: usize) -> Class {
        let Some(token) = self.tokens().get(index) else { return Class::default() };
        self.classes[token.word.0 as usize].get().unwrap_or_else(|| self.ask(token.word))
    }

    #[cold]
    fn ask(&self, word: WordId) -> Class {
        let folded = self.document.folded(word);
        // A word that the document only writes in lower case is an ordinary one without asking.
        let class = match (opens_word(folded), self.document.words()[word.0 as usize].capital > 0) {
            (true, true) => self.lexicon.look_up(folded),
            (true, false) => self.lexicon.look_up_name(folded).union(Class::WORD),
            (false, _) => Class::default(),
        };
        self.classes[word.0 as usize].set(Some(class));
        class
    }

    /// Cues of the token at `index`; none beyond the ends.
    #[inline]
    pub fn cue(&self, index: usize) -> Cue {
        self.tokens().get(index).map_or(Cue::NONE, |token| self.cues[token.word.0 as usize])
    }

    /// The folded form of the token at `index`; `""` beyond the ends.
    #[inline]
    pub fn folded(&self, index: usize) -> &str {
        self.document.folded_at(index)
    }

    /// The white space before the token at `index`; [`Gap::Blank`] beyond the end.
    #[inline]
    pub fn gap(&self, index: usize) -> Gap {
        self.tokens().get(index).map_or(Gap::Blank, |token| token.gap)
    }

    /// True when the token at `index` is the one-character symbol `symbol`.
    #[inline]
    pub fn is_symbol(&self, index: usize, symbol: &str) -> bool {
        self.tokens().get(index).is_some_and(|token| token.kind == TokenKind::Symbol) && self.folded(index) == symbol
    }

    /// The cues of a distinct word, wherever it stands.
    #[inline]
    pub fn word_cue(&self, word: WordId) -> Cue {
        self.cues[word.0 as usize]
    }

    /// Indices, in order, of the tokens whose word `wanted` accepts: how a rule that looks for few words passes over all others.
    ///
    /// Asks once for each distinct word. O(w + n log n) for w words and n tokens found.
    pub fn tokens_of(&self, wanted: impl Fn(WordId) -> bool) -> Vec<usize> {
        let words = (0..self.document.words().len() as u32).map(WordId);
        let mut found: Vec<usize> = words.filter(|word| wanted(*word)).flat_map(|word| self.document.places(word)).map(|&at| at as usize).collect();
        found.sort_unstable();
        found
    }

    /// For every distinct word of the document, whether it is one of `words` (folded): indexed by [`WordId`].
    ///
    /// A rule that asks the same question of many tokens asks it of every word once. One look-up for each of `words`.
    pub fn among<'w>(&self, words: impl IntoIterator<Item = &'w str>) -> Vec<bool> {
        let mut among = vec![false; self.document.words().len()];
        for id in words.into_iter().filter_map(|word| self.document.find(word)) {
            among[id.0 as usize] = true;
        }
        among
    }

    /// Indices, nearest first, of the tokens before `index`: at most `reach` of them, never over a blank line.
    ///
    /// This is how a number looks for the word that says what it is.
    pub fn before(&self, index: usize, reach: usize) -> impl Iterator<Item = usize> + '_ {
        let low = index.saturating_sub(reach);
        (low..index).rev().scan(index, move |next, at| {
            let crosses = self.gap(*next) == Gap::Blank;
            *next = at;
            (!crosses).then_some(at)
        })
    }

    /// The nearest token before `index`, within `reach`, whose folded form is one of `words`.
    pub fn cue_before(&self, index: usize, reach: usize, words: &[&str]) -> Option<usize> {
        self.before(index, reach).find(|&at| words.contains(&self.folded(at)))
    }

    /// The longest dictionary entry of `class` that starts at token `index`, as the index of its last token.
    ///
    /// Tries at most eight tokens; hyphens and apostrophes of the text count as spaces of the entry.
    pub fn phrase(&self, index: usize, class: Class) -> Option<usize> {
        let mut best = None;
        let mut entry = String::new();
        for at in index..(index + 8).min(self.tokens().len()) {
            let token = &self.tokens()[at];
            let glued = at > index && token.gap == Gap::None && !self.is_symbol(at - 1, "-");
            if at > index && (token.gap > Gap::Line || glued && self.tokens()[at - 1].kind != TokenKind::Elision && token.kind != TokenKind::Symbol) {
                break;
            }
            match token.kind {
                TokenKind::Symbol if self.folded(at) == "-" => continue,
                TokenKind::Symbol | TokenKind::Number => break,
                TokenKind::Word | TokenKind::Elision => {}
            }
            if !entry.is_empty() {
                entry.push(' ');
            }
            entry.extend(self.folded(at).trim_end_matches('\'').chars().map(|c| if matches!(c, '-' | '\'') { ' ' } else { c }));
            if self.lexicon.look_up(&entry).any(class) {
                best = Some(at);
            }
            if at == index && !self.class(at).any(Class::PLACE_START.union(Class::PHRASE_START)) && !self.folded(at).contains('-') {
                break;
            }
        }
        best
    }
}

/// True for the folded form of a word, not of a number or symbol.
fn opens_word(folded: &str) -> bool {
    folded.starts_with(|c: char| c.is_ascii_alphabetic() || c >= '\u{80}')
}
