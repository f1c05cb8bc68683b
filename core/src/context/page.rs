use std::cell::{Cell, OnceCell};

use super::{Cue, Tables, Vocabulary};
use crate::lexicon::{Class, LONGEST, Lexicon};
use crate::text::{Document, Gap, Shape, Token, TokenKind, WordId, one_of};

/// A document with the dictionary classes and cues of its words: what every rule reads.
pub struct Page<'t> {
    /// Text, tokens and folded words.
    pub document: Document<'t>,
    /// The dictionaries in force.
    pub lexicon: &'static Lexicon,
    /// `None` until somebody asks: few rules ask of words in lower case.
    classes: Vec<Cell<Option<Class>>>,
    cues: Vec<Cue>,
    /// For each of the document's numbers, the digits from it on over the symbols between numbers.
    reach: Vec<u32>,
    tables: OnceCell<Tables>,
    accented: OnceCell<bool>,
}

impl<'t> Page<'t> {
    /// Reads the cues of every distinct word; its dictionary classes are looked up when first asked for.
    pub fn new(document: Document<'t>, lexicon: &'static Lexicon) -> Self {
        let count = document.words().len();
        let classes = vec![Cell::new(None); count];
        let cue = |word| Cue::of_hashed(document.hash(word), || document.folded(word));
        let cues: Vec<Cue> = (0..count as u32).map(WordId).map(cue).collect();
        let mut page = Self { document, lexicon, classes, cues, reach: Vec::new(), tables: OnceCell::new(), accented: OnceCell::new() };
        page.reach = page.reach();
        page
    }

    fn reach(&self) -> Vec<u32> {
        let numbers = self.document.numbers();
        let mut reach = vec![0; numbers.len()];
        let (mut behind, mut digits) = (usize::MAX, 0);
        for (number, &at) in numbers.iter().enumerate().rev() {
            let at = at as usize;
            let joined = behind < at + 5 && (at + 1..behind).all(|between| self.tokens()[between].kind == TokenKind::Symbol);
            digits = self.tokens()[at].span.len() as u32 + if joined { digits } else { 0 };
            reach[number] = digits;
            behind = at;
        }
        reach
    }

    /// Indices of the numbers that `digits` digits or more follow, their own included, with nothing but symbols and spaces
    /// between: where a long number may start.
    pub fn numbers_of(&self, digits: u32) -> impl Iterator<Item = usize> + '_ {
        let numbers = self.document.numbers().iter().zip(&self.reach);
        numbers.filter(move |(_, reach)| **reach >= digits).map(|(at, _)| *at as usize)
    }

    /// The tables, found when first asked for.
    pub fn tables(&self) -> &Tables {
        self.tables.get_or_init(|| Tables::of(self))
    }

    /// The tokens in order.
    pub fn tokens(&self) -> &[Token] {
        self.document.tokens()
    }

    /// Dictionary classes of the token at `index`; none beyond the ends.
    #[inline]
    pub fn class(&self, index: usize) -> Class {
        self.tokens().get(index).map_or(Class::default(), |token| self.word_class(token.word))
    }

    /// Dictionary classes of a distinct word, wherever it stands.
    #[inline]
    pub fn word_class(&self, word: WordId) -> Class {
        self.classes[word.0 as usize].get().unwrap_or_else(|| self.ask(word))
    }

    #[cold]
    fn ask(&self, word: WordId) -> Class {
        let (folded, hash) = (self.document.folded(word), self.document.hash(word));
        // A word that the document only writes in lower case is an ordinary one without asking.
        let class = match (opens_word(folded), self.document.words()[word.0 as usize].capital > 0) {
            (true, true) => self.lexicon.look_up_hashed(folded, hash),
            (true, false) => self.lexicon.look_up_name_hashed(folded, hash).union(Class::WORD),
            (false, _) => Class::default(),
        };
        self.classes[word.0 as usize].set(Some(class));
        class
    }

    /// Cues of the token at `index`; none beyond the ends. A call in a page, as [`Page::shape`] is.
    #[cfg_attr(target_family = "wasm", inline(never))]
    #[cfg_attr(not(target_family = "wasm"), inline)]
    pub fn cue(&self, index: usize) -> Cue {
        let Some(token) = self.tokens().get(index) else { return Cue::NONE };
        let cue = self.cues[token.word.0 as usize];
        if token.shape == Shape::Lower && cue.any(Cue::COURT.or(Cue::COMPANY).or(Cue::ESTABLISHMENT)) { self.small(token.word, cue) } else { cue }
    }

    /// `ça` and `ta` are no courts' initials, `sa`, `se` and `sc` no companies', `mecs` no house for children.
    #[inline(never)]
    fn small(&self, word: WordId, cue: Cue) -> Cue {
        if one_of!(self.document.folded(word), "CA" | "TA" | "TI" | "SA" | "SE" | "SC" | "MECS") { cue.minus(Cue::COURT.or(Cue::COMPANY).or(Cue::ESTABLISHMENT)) } else { cue }
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

    /// The case shape of the token at `index`; [`Shape::None`] beyond the end. A call in a page: there the check of bounds is longer than it.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn shape(&self, index: usize) -> Shape {
        self.tokens().get(index).map_or(Shape::None, |token| token.shape)
    }

    /// The kind of the token at `index`; [`TokenKind::Symbol`] beyond the end.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn kind(&self, index: usize) -> TokenKind {
        self.tokens().get(index).map_or(TokenKind::Symbol, |token| token.kind)
    }

    /// Bytes of the token at `index`; none beyond the end.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn bytes(&self, index: usize) -> usize {
        self.tokens().get(index).map_or(0, |token| token.span.len())
    }

    /// True for a word with a capital at `index`.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn is_capitalised(&self, index: usize) -> bool {
        self.tokens().get(index).is_some_and(Token::is_capitalised)
    }

    /// True where the text writes an `é` at all. Where it does not, `a` may be `à`.
    pub fn is_accented(&self) -> bool {
        *self.accented.get_or_init(|| self.document.text().contains(['é', '\u{301}']))
    }

    /// True when `né`, `née` stands at `index`, no `ne`: its accent tells, or what follows a birth alone (`ne le 12`, `ne a Metz`).
    pub fn is_birth(&self, index: usize) -> bool {
        let next = index + 1;
        let dated = |at: usize| self.kind(at) == TokenKind::Number || self.cue(at).any(Cue::NUMBER);
        self.cue(index).any(Cue::BORN)
            && (self.document.is_acute(index)
                || !one_of!(self.folded(index), "NE" | "NES")
                || self.folded(next) == "LE" && (dated(next + 1) || self.is_symbol(next + 1, ":") && dated(next + 2))
                || self.folded(next) == "A" && self.is_capitalised(next + 1) && !self.cue(next + 1).any(Cue::NUMBER)
                || self.folded(next) == "EN" && dated(next + 1))
    }

    /// True when the token at `index` is the one-character symbol `symbol`.
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
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
    /// Asks once for each distinct word. Linear in the words and the tokens found.
    pub fn tokens_of(&self, wanted: impl Fn(WordId) -> bool) -> Vec<usize> {
        self.tokens_where(wanted, |_| true)
    }

    /// The same for the tokens that `fits` accepts, which is asked of those tokens only.
    pub fn tokens_where(&self, wanted: impl Fn(WordId) -> bool, fits: impl Fn(usize) -> bool) -> Vec<usize> {
        let mut found = Vec::new();
        for word in (0..self.document.words().len() as u32).map(WordId).filter(|word| wanted(*word)) {
            found.extend(self.document.places(word).iter().map(|&at| at as usize).filter(|&at| fits(at)));
        }
        self.in_order(found)
    }

    /// The tokens in order whose folded word is one of `words`, all different, and that `fits` accepts.
    ///
    /// One look-up for each of `words`, none of the document's other words is read. Linear in the tokens found.
    pub fn tokens_called(&self, words: &[&str], fits: impl Fn(usize) -> bool) -> Vec<usize> {
        let mut found = Vec::new();
        for word in words.iter().filter_map(|word| self.document.find(word)) {
            found.extend(self.document.places(word).iter().map(|&at| at as usize).filter(|&at| fits(at)));
        }
        self.in_order(found)
    }

    /// The same whatever token it is: one function for all who ask so, small in a browser.
    pub fn all_called(&self, words: &[&str]) -> Vec<usize> {
        self.tokens_called(words, |_| true)
    }

    /// The tokens of `found` in order, each once. Linear in them; where they are many, in the page too, at one bit a token.
    pub fn in_order(&self, mut found: Vec<usize>) -> Vec<usize> {
        const FEW: usize = 20;
        if found.len() <= FEW {
            found.sort_unstable();
            found.dedup();
            return found;
        }
        let mut bits = vec![0u64; self.tokens().len().div_ceil(64)];
        for at in found.drain(..) {
            bits[at / 64] |= 1 << (at % 64);
        }
        for (block, mut bits) in bits.into_iter().enumerate() {
            while bits != 0 {
                found.push(64 * block + bits.trailing_zeros() as usize);
                bits &= bits - 1;
            }
        }
        found
    }

    /// For every distinct word of the document, whether it is one of `words` (folded): indexed by [`WordId`].
    ///
    /// A rule that asks the same question of many tokens asks it of every word once. One look-up for each of `words`.
    pub fn among(&self, words: impl IntoIterator<Item: AsRef<str>>) -> Vec<bool> {
        let mut among = vec![false; self.document.words().len()];
        for id in words.into_iter().filter_map(|word| self.document.find(word.as_ref())) {
            among[id.0 as usize] = true;
        }
        among
    }

    /// What every distinct word of the document means in `vocabulary`: indexed by [`WordId`]. One look-up a word.
    pub fn meanings<T: Copy + Default>(&self, vocabulary: &Vocabulary<T>) -> Vec<T> {
        let words = (0..self.document.words().len() as u32).map(WordId);
        words.map(|word| vocabulary.get(self.document.hash(word), || self.document.folded(word)).unwrap_or_default()).collect()
    }

    /// No row of a table, item of a list or line of a form has more tokens.
    pub const LONGEST_LINE: usize = 500;

    /// The first token of the line of the token at `at`; `None` when it is more than [`Page::LONGEST_LINE`] tokens off, for a text
    /// may be one line.
    pub fn line_start(&self, at: usize) -> Option<usize> {
        (at.saturating_sub(Self::LONGEST_LINE)..=at).rev().find(|&index| index == 0 || self.gap(index) >= Gap::Line)
    }

    /// True for a word spelt as a street that is none: `le procureur a cité Zorka Bilko`, `le juge place Zorka Bilko`, `trouvaient sur place Zorka Bilko`.
    pub fn is_cited(&self, at: usize) -> bool {
        // `Place Zorka Bilko sous contrôle judiciaire`: what the court orders.
        if self.folded(at) == "PLACE" && self.shape(at) != Shape::Lower && self.gap(at) >= Gap::Line {
            let capital = |word: usize| self.is_capitalised(word) || self.cue(word).any(Cue::PARTICLE) || one_of!(self.folded(word), "." | "," | "ET");
            let behind = (at + 1..at + 14).find(|&word| !capital(word)).unwrap_or(at);
            return behind > at + 1 && self.gap(behind) == Gap::Space && (self.folded(behind) == "SOUS" || self.folded(behind) == "EN" && one_of!(self.folded(behind + 1), "DETENTION" | "GARDE" | "RETENTION" | "CHAMBRE"));
        }
        let Some(before) = at.checked_sub(1).filter(|_| one_of!(self.folded(at), "CITE" | "PLACE") && self.shape(at) == Shape::Lower && self.gap(at) <= Gap::Line) else { return false };
        let word = self.folded(before);
        let done = self.document.original_at(before) == "a" || one_of!(word, "ONT" | "AVAIT" | "AVAIENT" | "AYANT" | "AVOIR" | "IL" | "ELLE" | "ON" | "ILS" | "ELLES" | "QUI");
        let housed = word == "SUR" && self.folded(at) == "CITE" || one_of!(word, "A" | "EN" | "SIS" | "SISE" | "SITUE" | "SITUEE" | "LIEU" | "ALORS" | "ETAIT" | "HABITE" | "HABITAIT" | "VIT" | "VIVAIT") || self.cue(before).any(Cue::ARTICLE.or(Cue::PARTICLE).or(Cue::DWELLING).or(Cue::STREET));
        done || self.shape(before) == Shape::Lower && !housed && super::opens_full_name(self, at + 1)
    }

    /// `ET SA SOEUR`, `LES EPOUX M'SA` in capitals: an ordinary word or a relative follows, and what leads to a company does not stand before.
    pub fn is_possessive(&self, at: usize) -> bool {
        // `SA SOEUR` opens a line too; so does `SA FRERES BILKO`, a company.
        let kin = self.cue(at + 1).any(Cue::KIN) && !self.folded(at + 1).ends_with('S');
        let led = at == 0 || self.gap(at) >= Gap::Line && !kin || one_of!(self.folded(at - 1), "LA" | "SOCIETE" | "STE" | "LADITE" | "(" | "-" | "°");
        let ordinary = self.class(at + 1).any(Class::WORD) && !self.cue(at + 1).any(Cue::COMPANY) || self.cue(at + 1).any(Cue::KIN);
        let before = at.saturating_sub(1 + usize::from(at > 1 && one_of!(self.folded(at - 1), "," | "." | ";" | ":")));
        let name = at > 0 && self.folded(at - 1) == "M'" && self.gap(at) == Gap::None;
        if name && self.folded(at) == "SA" {
            return true;
        }
        one_of!(self.folded(at), "SA" | "FONDS") && !led && ordinary && matches!(self.shape(before), Shape::Upper | Shape::Initial)
    }

    /// `DE LEUR UNION AVEC X`, `LA SOCIETE DIRIGEE PAR X` in capitals: the word at `next` goes on from the company's word at `at`, and
    /// is no part of a name.
    pub fn leaves_company(&self, at: usize, next: usize) -> bool {
        let capitals = at > 0 && self.gap(at) <= Gap::Space && self.shape(at) == Shape::Upper && (self.shape(at - 1) == Shape::Upper || self.kind(at - 1) == TokenKind::Elision);
        capitals && one_of!(self.folded(next), "AVEC" | "CHEZ" | "EST" | "SONT" | "ETAIT" | "A" | "ONT" | "AVAIT" | "PAR" | "QUI" | "QUE" | "DONT" | "POUR" | "CONTRE" | "FEU" | "FEUE" | "NE" | "N'" | "DIRIGEE" | "REPRESENTEE" | "AYANT" | "PRISE" | "DITE")
    }

    /// `Greffier ......... Mme X`: the label from which three dots or more lead to the token at `index`, at most ninety tokens before it.
    pub fn leader(&self, index: usize) -> Option<usize> {
        let low = index.saturating_sub(90);
        let label = (low..index).rev().find(|&at| !self.is_symbol(at, "."))?;
        (label + 3 < index).then_some(label)
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

    /// The longest dictionary entry of `class`, ordinary words aside, that starts at token `index`, as the index of its last token.
    ///
    /// Tries at most eight tokens; hyphens and apostrophes of the text count as spaces of the entry.
    pub fn phrase(&self, index: usize, class: Class) -> Option<usize> {
        // A word that opens no entry of several is asked of the page, which remembers it.
        let opens = self.class(index).any(Class::PLACE_START.union(Class::PHRASE_START)) || self.tokens().get(index)?.kind == TokenKind::Elision;
        if !opens && self.tokens().get(index)?.kind == TokenKind::Word && !self.folded(index).contains(['-', '\'']) {
            return self.class(index).any(class).then_some(index);
        }
        let mut best = None;
        let (mut entry, mut length) = ([0; LONGEST], 0);
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
            let word = self.folded(at).trim_end_matches('\'').as_bytes();
            let space = usize::from(length > 0);
            let Some(room) = entry.get_mut(length..length + space + word.len()) else { break };
            room[..space].fill(b' ');
            for (to, &byte) in room[space..].iter_mut().zip(word) {
                *to = if matches!(byte, b'-' | b'\'') { b' ' } else { byte };
            }
            length += space + word.len();
            if self.lexicon.look_up_name_bytes(&entry[..length]).any(class) {
                best = Some(at);
            }
            if at == index && !opens && !self.folded(at).contains('-') {
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
