use super::Span;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters; inner hyphens join (`Jean-Pierre`), dotted capitals are one word (`S.A.R.L.`).
    Word,
    /// Letters and the apostrophe that elides them: `d'`, `L’`, `N'`.
    Elision,
    /// A run of decimal digits.
    Number,
    /// One other character.
    Symbol,
}

/// The case shape of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// No letter.
    None,
    /// `maison`
    Lower,
    /// `Maison`, `Jean-Pierre`
    Title,
    /// `MAISON`, two letters or more.
    Upper,
    /// One capital: `J`.
    Initial,
    /// Capitals each followed by a dot: `S.A.`, `J.P.`
    Dotted,
    /// Anything else: `McAdam`, `BREUILCristina`, `eMail`.
    Mixed,
}

/// The white space before a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// Touches the token before.
    None,
    /// One space, tab or no-break space.
    Space,
    /// Several spaces: a column or a lost line break.
    Wide,
    /// One line break.
    Line,
    /// A blank line, or the start of the text.
    Blank,
}

/// An index into [`super::Document::words`]: equal for tokens whose folded forms are equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordId(pub u32);

/// One token. 16 bytes, so that a document of a million tokens stays in cache lines, not pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Bytes of the original text.
    pub span: Span,
    /// The folded word.
    pub word: WordId,
    /// What it is made of.
    pub kind: TokenKind,
    /// Case shape.
    pub shape: Shape,
    /// White space before it.
    pub gap: Gap,
}

impl Token {
    /// True for a word that starts with a capital: `Title`, `Upper`, `Initial`, `Dotted` or `Mixed`.
    pub const fn is_capitalised(&self) -> bool {
        matches!(self.kind, TokenKind::Word) && !matches!(self.shape, Shape::Lower | Shape::None)
    }
}

/// A distinct folded form of the document, with how often each case shape wears it.
#[derive(Clone, Debug)]
pub struct Word {
    /// Times it stands in lower case: an ordinary word of this document.
    pub lower: u32,
    /// Times it stands in any other case.
    pub capital: u32,
}
