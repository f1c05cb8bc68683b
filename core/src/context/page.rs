use super::Cue;
use crate::lexicon::{Class, Lexicon};
use crate::text::{Document, Gap, Token, TokenKind, WordId};

/// A document with the dictionary classes and cues of its words: what every rule reads.
pub struct Page<'t> {
    /// Text, tokens and folded words.
    pub document: Document<'t>,
    /// The dictionaries in force.
    pub lexicon: &'static Lexicon,
    classes: Vec<Class>,
    cues: Vec<Cue>,
}

impl<'t> Page<'t> {
    /// Looks every distinct word up once.
    pub fn new(document: Document<'t>, lexicon: &'static Lexicon) -> Self {
        let count = document.words().len();
        let mut classes = Vec::with_capacity(count);
        let mut cues = Vec::with_capacity(count);
        for id in 0..count {
            let folded = document.folded(WordId(id as u32));
            let first = folded.as_bytes().first().copied().unwrap_or(b' ');
            let is_word = first.is_ascii_alphabetic() || first >= 0x80;
            // A word that the document only writes in lower case is an ordinary one without asking.
            let capital = document.words()[id].capital > 0;
            classes.push(match (is_word, capital) {
                (true, true) => lexicon.look_up(folded),
                (true, false) => lexicon.look_up_name(folded).union(Class::WORD),
                (false, _) => Class::default(),
            });
            cues.push(if is_word { Cue::of(folded) } else { Cue::NONE });
        }
        Self { document, lexicon, classes, cues }
    }

    /// The tokens in order.
    pub fn tokens(&self) -> &[Token] {
        self.document.tokens()
    }

    /// Dictionary classes of the token at `index`; none beyond the ends.
    #[inline]
    pub fn class(&self, index: usize) -> Class {
        self.tokens().get(index).map_or(Class::default(), |token| self.classes[token.word.0 as usize])
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

    /// For every distinct word of the document, whether it is one of `words` (folded): indexed by [`WordId`].
    ///
    /// A rule that asks the same question of many tokens asks it of every word once. One look-up for each of `words`.
    pub fn among(&self, words: &[&str]) -> Vec<bool> {
        let mut among = vec![false; self.document.words().len()];
        for id in words.iter().filter_map(|word| self.document.find(word)) {
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
