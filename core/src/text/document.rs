use super::{Span, double_spaced, justified, order_by, wrapped};
use super::token::{Token, Word, WordId};
use super::tokenizer::Tokenizer;
use super::words::Folded;

/// One text with its tokens and folded words.
///
/// Building is linear in the text. `Debug` shows sizes, never text.
pub struct Document<'t> {
    text: &'t str,
    tokens: Vec<Token>,
    words: Folded,
    numbers: Vec<u32>,
    capitals: Vec<u32>,
    breaks: Vec<u32>,
    joined: Vec<WordId>,
    /// The indices of all tokens, word by word, and where those of each word end.
    places: Vec<u32>,
    ends: Vec<u32>,
}

impl std::fmt::Debug for Document<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Document").field("bytes", &self.text.len()).field("tokens", &self.tokens.len()).finish()
    }
}

impl<'t> Document<'t> {
    /// Cuts `text` into tokens. `None` when it is larger than 4 GiB, the reach of a [`Span`].
    ///
    /// ```
    /// use huisclos::Document;
    /// let document = Document::new("M. d’Arc, 12 rue X").unwrap();
    /// let folded: Vec<_> = document.tokens().iter().map(|t| document.folded(t.word)).collect();
    /// assert_eq!(folded, ["M", ".", "D'", "ARC", ",", "12", "RUE", "X"]);
    /// ```
    pub fn new(text: &'t str) -> Option<Self> {
        u32::try_from(text.len()).ok()?;
        let Tokenizer { mut tokens, words, numbers, capitals, mut breaks, mut joined, .. } = Tokenizer::run(text);
        justified::close_up(&mut tokens, &mut breaks);
        double_spaced::close_up(text, &mut tokens, &breaks);
        wrapped::join(text, &mut tokens, &mut breaks);
        order_by(&mut joined, |word| u64::from(word.0));
        joined.dedup();
        let words = words.finish();
        let (places, ends) = places(&tokens, words.as_slice());
        Some(Self { text, tokens, words, numbers, capitals, breaks, joined, places, ends })
    }

    /// The original text.
    pub const fn text(&self) -> &'t str {
        self.text
    }

    /// The tokens in order; every character that is no space, and no entity of one, belongs to one.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// The distinct folded words, indexed by [`WordId`].
    pub fn words(&self) -> &[Word] {
        self.words.as_slice()
    }

    /// The indices of the tokens of `word`, in order.
    ///
    /// ```
    /// let document = huisclos::Document::new("Lyon, puis LYON").unwrap();
    /// assert_eq!(document.places(document.find("LYON").unwrap()), [0, 3]);
    /// ```
    pub fn places(&self, word: WordId) -> &[u32] {
        let word = word.0 as usize;
        let start = word.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.places[start as usize..self.ends[word] as usize]
    }

    /// Indices of the tokens that are digit runs.
    pub fn numbers(&self) -> &[u32] {
        &self.numbers
    }

    /// Indices of the tokens that are words with a capital.
    pub fn capitals(&self) -> impl Iterator<Item = usize> + '_ {
        self.capitals.iter().map(|&at| at as usize)
    }

    /// Indices, in order, of the first token and of those that two spaces or more, or the end of a line, part from the one before.
    ///
    /// ```
    /// let document = huisclos::Document::new("a b  c\nd").unwrap();
    /// assert_eq!(document.breaks(), [0, 2, 3]);
    /// ```
    pub fn breaks(&self) -> &[u32] {
        &self.breaks
    }

    /// The distinct words with a hyphen or apostrophe inside: `JEAN-PIERRE`, `N'DOYE`.
    pub(crate) fn joined(&self) -> &[WordId] {
        &self.joined
    }

    /// The folded form of a word: upper case, no accents, no dots in acronyms.
    #[inline]
    pub fn folded(&self, word: WordId) -> &str {
        self.words.folded(word)
    }

    /// The hash of a word's folded form, as the dictionaries take it.
    #[inline]
    pub(crate) fn hash(&self, word: WordId) -> u64 {
        self.words.hash(word)
    }

    /// The id of a folded word; `None` when the text does not hold it. One hash look-up.
    ///
    /// ```
    /// let document = huisclos::Document::new("Né à Metz").unwrap();
    /// assert!(document.find("METZ").is_some() && document.find("LYON").is_none());
    /// ```
    pub fn find(&self, folded: &str) -> Option<WordId> {
        self.words.find(folded)
    }

    /// The folded form of the token at `index`, or `""` beyond the ends.
    #[inline]
    pub fn folded_at(&self, index: usize) -> &str {
        self.tokens.get(index).map_or("", |token| self.folded(token.word))
    }

    /// The original text of the token at `index`.
    ///
    /// # Panics
    /// When there is no such token.
    pub fn original_at(&self, index: usize) -> &'t str {
        self.tokens[index].span.of(self.text)
    }

    /// True when the token at `index` holds an `é`, in one character or in two: `né`, no `ne`.
    ///
    /// # Panics
    /// When there is no such token.
    pub fn is_acute(&self, index: usize) -> bool {
        self.original_at(index).contains(['é', 'É', '\u{301}'])
    }

    /// True when the token at `index` ends in an `é`, in one character or in two: `épousé`, no `épouse`.
    ///
    /// # Panics
    /// When there is no such token.
    pub fn ends_acute(&self, index: usize) -> bool {
        self.original_at(index).ends_with(['é', 'É', '\u{301}'])
    }

    /// The span from the first to the last of two tokens, both included.
    ///
    /// # Panics
    /// When there are no such tokens.
    pub fn span_of(&self, first: usize, last: usize) -> Span {
        self.tokens[first].span.cover(self.tokens[last].span)
    }

    /// Index of the first token that ends after `byte`.
    pub fn token_at(&self, byte: u32) -> usize {
        self.tokens.partition_point(|token| token.span.end <= byte)
    }
}

/// Sorts the indices of `tokens` by word: two passes, no comparison.
fn places(tokens: &[Token], words: &[Word]) -> (Vec<u32>, Vec<u32>) {
    let mut sum = 0;
    let mut ends: Vec<u32> = words
        .iter()
        .map(|word| {
            let start = sum;
            sum += word.lower + word.capital;
            start
        })
        .collect();
    let mut places = vec![0; tokens.len()];
    for (at, token) in tokens.iter().enumerate() {
        let next = &mut ends[token.word.0 as usize];
        places[*next as usize] = at as u32;
        *next += 1;
    }
    (places, ends)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Gap, Shape};

    fn shapes(text: &str) -> Vec<(String, Shape, Gap)> {
        let document = Document::new(text).unwrap();
        document.tokens().iter().map(|t| (document.folded(t.word).to_owned(), t.shape, t.gap)).collect()
    }

    #[test]
    fn a_dash_or_a_hyphen_and_what_does_not_show_join_letters_and_a_page_ends_no_paragraph() {
        let words = |text: &str| Document::new(text).unwrap().tokens().len();
        assert_eq!([words("Jean–Luc"), words("Jean-\u{200b}Luc"), words("Luc – Zoé"), words("-\u{200b} Luc")], [1, 1, 3, 2]);
        let text = "la cour\n\u{c}relève";
        assert_eq!(Document::new(text).unwrap().tokens()[2].gap, Gap::Line);
    }

    #[test]
    fn acronyms_are_one_word_and_initials_are_not() {
        let folded: Vec<_> = shapes("S.A.R.L. X, C.P.A.M de, M.Dupont, J.P. Roy, A. Roy").into_iter().map(|t| t.0).collect();
        assert_eq!(folded, ["SARL", "X", ",", "CPAM", "DE", ",", "M", ".", "DUPONT", ",", "JP", "ROY", ",", "A", ".", "ROY"]);
    }

    #[test]
    fn apostrophes_elide_or_join() {
        let folded: Vec<_> = shapes("Grand-d’Hauteville qu'il Boisseau-N'Doye Ç'ymyrov d&#x27;Ast N'Diaye L'avis ¿tang").into_iter().map(|t| t.0).collect();
        assert_eq!(folded, ["GRAND-D'HAUTEVILLE", "QU'", "IL", "BOISSEAU-N'DOYE", "C'YMYROV", "D'", "AST", "N'", "DIAYE", "L'", "AVIS", "'TANG"]);
    }

    #[test]
    fn gaps_tell_columns_lines_and_blank_lines_apart() {
        let gaps: Vec<_> = shapes("a b  c\nd \n e\u{a0}f").into_iter().map(|t| t.2).collect();
        assert_eq!(gaps, [Gap::Blank, Gap::Space, Gap::Wide, Gap::Line, Gap::Line, Gap::Space]);
        let gaps: Vec<_> = shapes("a\n\nb").into_iter().map(|t| t.2).collect();
        assert_eq!(gaps, [Gap::Blank, Gap::Blank]);
    }

    #[test]
    fn straight_marks_open_and_close_cells_are_barred_and_emphasis_is_no_word() {
        let folded = |text: &'static str| shapes(text).into_iter().map(|t| t.0).collect::<Vec<_>>().join(" ");
        assert_eq!(folded("il a dit \"oui\" puis \" non \"."), "IL A DIT « OUI » PUIS « NON » .");
        assert_eq!(folded("« il a dit \"oui\" »"), "« IL A DIT \" OUI \" »");
        assert_eq!(folded("Nom\tNé le\tÀ\n1\tRoy\t\n\tun\tretrait"), "NOM | NE LE | A 1 ROY UN RETRAIT");
        assert_eq!(folded("**M. Roy**, D**"), "M . ROY , D * *");
    }

    #[test]
    fn shapes_follow_case_and_hyphens() {
        let found: Vec<_> = shapes("maison Jean-Pierre DUPONT-Lafon d'Arc É McAdam").into_iter().map(|t| t.1).collect();
        assert_eq!(found, [Shape::Lower, Shape::Title, Shape::Mixed, Shape::Lower, Shape::Title, Shape::Initial, Shape::Mixed]);
    }
}
