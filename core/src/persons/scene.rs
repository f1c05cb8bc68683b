//! What one document says of its own words, and where no person can stand.

use super::calendar::{self, CALENDAR};
use super::written;
use crate::context::{Cue, Page, firm_end, opens_full_name, trade_before_name, trade_of};
use crate::lexicon::Class;
use crate::text::{Gap, Shape, Span, TokenKind, WordId, one_of, order_by};

/// Why a token is no part of a person's name.
pub(super) type Block = u8;
pub(super) const TAKEN: Block = 1;
pub(super) const FIRM: Block = 2;
pub(super) const STREET: Block = 4;
pub(super) const COURT: Block = 8;
pub(super) const COMPANY: Block = 16;

/// True for one or two letters, alone or joined by hyphens: `K`, `AB-C`.
pub(super) fn short_parts(folded: &str) -> bool {
    folded.len() <= 2 || folded.as_bytes().get(1..3).is_some_and(|bytes| bytes.contains(&b'-')) && folded.split('-').all(|part| part.len() <= 2)
}

/// True when civilities lead to letters that are no initials of a name, and not always to the same one: the text was
/// pseudonymised before. `M. Ó` is a name.
fn uses_letters(page: &Page) -> bool {
    let tokens = page.tokens();
    // `M. AE AF`: after the alphabet come pairs of letters, and one beside the other is no name of two letters (`Mme LI NA`).
    let short = |at: usize| tokens.get(at).is_some_and(|token| matches!(token.shape, Shape::Initial | Shape::Upper) && short_parts(page.folded(at)) && (token.shape == Shape::Initial || !page.class(at).any(Class::FAMILY.union(Class::GIVEN))));
    let stands = |at: usize| tokens[at].shape == Shape::Initial || short(at) && (page.folded(at).contains('-') || page.gap(at + 1) == Gap::Space && short(at + 1));
    let initials: Vec<usize> = page.document.capitals().filter(|&at| at > 0 && tokens[at].gap <= Gap::Space && stands(at)).collect();
    // `Mme E Mei`: a surname of one letter before a given name, or behind one.
    let borne = |at: usize| page.gap(at + 1) == Gap::Space && tokens.get(at + 1).is_some_and(|next| next.shape == Shape::Title) && page.class(at + 1).any(Class::GIVEN.union(Class::GIVEN_RARE)) && !page.class(at + 1).any(Class::WORD);
    let borne: Vec<&str> = initials.iter().filter(|&&at| borne(at)).map(|&at| page.folded(at)).collect();
    let letters: Vec<&str> = initials
        .into_iter()
        .filter(|&at| {
            let led = page.cue(at - 1).any(Cue::CIVILITY) && page.folded(at - 1).len() > 1 || page.is_symbol(at - 1, ".") && at > 1 && tokens[at - 1].gap == Gap::None && page.cue(at - 2).any(Cue::CIVILITY);
            let initial = page.is_symbol(at + 1, ".") && !page.is_symbol(at + 2, ".") && page.gap(at + 1) == Gap::None;
            led && !initial && !super::spaced::inside(tokens, at) && !page.cue(at).any(Cue::CIVILITY) && page.document.original_at(at).is_ascii()
        })
        .map(|at| page.folded(at))
        .filter(|letter| !borne.contains(letter))
        .collect();
    let several = letters.iter().any(|letter| *letter != letters[0]) || letters.first().is_some_and(|letter| one_of!(*letter, "X" | "Y" | "Z" | "A" | "B"));
    letters.len() >= 3 && several
}

/// How often the document shows a word in a telling place.
#[derive(Clone, Copy, Default)]
pub(super) struct Evidence {
    /// After `la`, `l'`, `cette`: a company or common noun.
    pub article: u16,
    /// Right after a company's form or type word.
    pub company: u16,
    /// Right after a civility.
    pub civility: u16,
    /// In lower case inside data of another kind: `prune@...` makes no ordinary word of Prune.
    pub data: u16,
}

pub(super) struct Scene<'p, 't> {
    pub page: &'p Page<'t>,
    pub block: Vec<Block>,
    pub evidence: Vec<Evidence>,
    /// The text was pseudonymised before: letters stand for names.
    pub masked: bool,
    /// Nearly no word of the text is in lower case: capitals tell nothing.
    shouts: bool,
    /// The tokens where the court may begin to present itself.
    pub openings: Vec<usize>,
    /// Tokens `first..end` of what somebody wrote without capitals, in order.
    pub uncapitalised: Vec<(usize, usize)>,
    /// The hyphenated words whose parts are all given names, by their ids.
    doubled: Vec<bool>,
    /// Months and days that somebody is called: `l'apprenti Janvier`, `sa fille Avril`.
    calendar: Vec<WordId>,
    /// The last words of communes' names that somebody bears in this text: `M. Erwan LE ROUX`. In order.
    bearers: Vec<WordId>,
}

/// True for a text of a hundred words or more, at most one in twenty of them in lower case.
fn shouts(page: &Page) -> bool {
    let (lower, capital) = page.document.words().iter().fold((0, 0), |(lower, capital), word| (lower + word.lower, capital + word.capital));
    capital > 100 && lower * 20 < capital
}

/// What stands right behind a court's noun in its name: `tribunal judiciaire`, `cour administrative d'appel`.
const OF_COURTS: &[&str] = &[
    "JUDICIAIRE", "ADMINISTRATIF", "ADMINISTRATIVE", "CORRECTIONNEL", "CORRECTIONNELLE", "CIVIL", "CIVILE", "CIVILES", "SOCIAL", "SOCIALE", "COMMERCIAL", "COMMERCIALE", "PENAL", "PENALE", "CRIMINEL", "CRIMINELLE", "MARITIME", "PARITAIRE", "SUPERIEUR",
    "SUPERIEURE", "INTERMEDIAIRE", "INTERREGIONAL", "REGIONAL", "REGIONALE", "NATIONAL", "NATIONALE", "TERRITORIAL", "TERRITORIALE", "DEPARTEMENTAL", "DEPARTEMENTALE", "MILITAIRE", "CONSULAIRE", "FONCIER", "FONCIERE", "MIXTE", "RURAL", "RURAUX",
    "ECONOMIQUES", "FAMILIALES", "INSTANCE", "PREMIERE", "GRANDE", "SECTION", "DETACHE", "DETACHEE", "LOCAL", "LOCALE", "DISCIPLINAIRE", "PUBLIC", "PREMIER", "PROXIMITE",
];

/// Cues whose words never belong to a name unless a civility stands right before.
pub(super) const HARD: Cue = Cue::STOP
    .or(Cue::COURT)
    .or(Cue::COMPANY)
    .or(Cue::PARTY_LABEL)
    .or(Cue::MONTH)
    .or(Cue::DAY)
    .or(Cue::STATUTE)
    .or(Cue::LAW_FIRM)
    .or(Cue::OFFICE_OF_COURT)
    .or(Cue::CIVILITY)
    .or(Cue::MAITRE)
    .or(Cue::ESTABLISHMENT)
    .or(Cue::NATION)
    .or(Cue::PUBLIC)
    .or(Cue::COMPOSITION)
    .or(Cue::DWELLING)
    .or(Cue::BORN)
    .or(Cue::KIN)
    .or(Cue::EXPERT)
    .or(Cue::WITNESS)
    .or(Cue::OFFICER)
    .or(Cue::NOTARY)
    .or(Cue::BAILIFF)
    .or(Cue::TRUSTEE)
    .or(Cue::VICTIM)
    .or(Cue::PERSON_NOUN)
    .or(Cue::ARTICLE)
    .or(Cue::RANK)
    .or(Cue::NUMBER)
    .or(Cue::STREET);

/// True when a stretch that holds no person may open with `word`: see [`Scene::mark_at`].
fn may_mark(page: &Page, word: WordId) -> bool {
    let folded = page.document.folded(word);
    page.word_cue(word).any(Cue::LAW_FIRM.or(Cue::STREET).or(Cue::COURT).or(Cue::COMPANY))
        || page.document.words()[word.0 as usize].capital > 0 && page.word_class(word).any(Class::PLACE_START)
        || folded.len() == 5 && folded.starts_with(|c: char| c.is_ascii_digit())
        || folded == "INSPECTION"
        || is_called(folded)
}

/// `la loi Zorkin`, `le barème Zorkin`: called after its author, whoever bears the name in the case.
fn is_called(folded: &str) -> bool {
    one_of!(folded, "LOI" | "LOIS" | "ORDONNANCES" | "AMENDEMENT" | "BAREME" | "JURISPRUDENCE" | "DISPOSITIF")
}

/// `Anne-Lise` may be in no list; both halves are.
fn doubled(page: &Page) -> Vec<bool> {
    let mut doubled = vec![false; page.document.words().len()];
    for word in page.document.joined() {
        let folded = page.document.folded(*word);
        doubled[word.0 as usize] = folded.contains('-') && folded.split('-').all(|part| page.lexicon.look_up(part).any(Class::GIVEN));
    }
    doubled
}

impl<'p, 't> Scene<'p, 't> {
    pub(super) fn new(page: &'p Page<'t>, taken: &[Span]) -> Self {
        let mut scene = Self {
            page,
            block: vec![0; page.tokens().len()],
            evidence: vec![Evidence::default(); page.document.words().len()],
            masked: uses_letters(page),
            shouts: shouts(page),
            uncapitalised: Vec::new(),
            doubled: doubled(page),
            calendar: Vec::new(),
            bearers: Vec::new(),
            openings: page.tokens_of(|word| page.word_cue(word).any(Cue::COMPOSITION.or(Cue::OFFICE_OF_COURT))),
        };
        scene.mark_taken(taken);
        scene.calendar = calendar::names(&scene);
        scene.uncapitalised = written::quotations(&scene);
        // `kidane` there makes no ordinary word of Kidane.
        for (first, end) in scene.uncapitalised.clone() {
            for at in first..end {
                let word = page.tokens()[at].word;
                if scene.shape(at) == Shape::Lower && page.document.words()[word.0 as usize].capital > 0 && (!page.word_class(word).any(Class::WORD) || page.word_class(word).any(Class::GIVEN_COMMON)) {
                    scene.evidence[word.0 as usize].data += 1;
                }
            }
        }
        scene.bearers = scene.borne_by_somebody();
        let mut free = 0;
        for at in page.tokens_of(|word| may_mark(page, word)) {
            if at >= free {
                free = scene.mark_at(at);
            }
        }
        scene.weigh();
        scene
    }

    fn mark_taken(&mut self, taken: &[Span]) {
        for span in taken {
            let mut at = self.page.document.token_at(span.start);
            while self.page.tokens().get(at).is_some_and(|token| token.span.start < span.end) {
                self.block[at] |= TAKEN;
                let token = &self.page.tokens()[at];
                self.evidence[token.word.0 as usize].data += u16::from(token.shape == Shape::Lower);
                at += 1;
            }
        }
    }

    /// The `M` of `M.-J.` and of `J.-M.`, the second of `M. M. Zorkin` and of `MM. M. Zorkin et A. Bilko`: no civility.
    fn initial(&self, at: usize) -> bool {
        let dotted = |at: usize| self.is(at + 1, ".") && self.gap(at + 1) == Gap::None;
        let second = at > 1 && one_of!(self.page.folded(at - 2), "M" | "MM") && self.shape(at - 2) != Shape::Lower && dotted(at - 2) && dotted(at) && self.gap(at) == Gap::Space && (Gap::Space..=Gap::Line).contains(&self.gap(at + 2)) && (matches!(self.shape(at + 2), Shape::Title | Shape::Upper) || self.shape(at + 2) == Shape::Initial && dotted(at + 2) || self.page.cue(at + 2).any(Cue::PARTICLE) && self.capital(at + 3));
        if second {
            return true;
        }
        let glued = |from: usize| self.is(from, ".") && self.is(from + 1, "-") && self.gap(from) == Gap::None && self.gap(from + 1) == Gap::None;
        glued(at + 1) || at > 2 && glued(at - 2) && self.shape(at - 3) == Shape::Initial
    }

    /// What the word announces. `Sá`, `Sê` are no companies, `Lê` and `Dû` no articles: these bear no accent.
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    pub(super) fn cue(&self, at: usize) -> Cue {
        const PLAIN: Cue = Cue::COMPANY.or(Cue::ARTICLE).or(Cue::PARTICLE);
        let cue = self.page.cue(at);
        // `Ti Fab`, small Fabrice in creole; the court is `TI`.
        if cue.any(Cue::COURT) && self.page.document.original_at(at) == "Ti" {
            return Cue::NONE;
        }
        if cue.any(Cue::JUDGE.or(Cue::LAWYER).or(Cue::RANK)) && self.done(at) || cue.any(Cue::CIVILITY) && self.shape(at) == Shape::Initial && self.initial(at) {
            return Cue::NONE;
        }
        if cue.any(CALENDAR) && self.called(at) {
            return cue.minus(CALENDAR);
        }
        if cue.any(PLAIN) && self.page.tokens()[at].shape != Shape::Lower { self.plain_cue(at, cue) } else { cue }
    }

    /// True for a month or a day that somebody is called here.
    pub(super) fn called(&self, at: usize) -> bool {
        !self.calendar.is_empty() && self.calendar.contains(&self.page.tokens()[at].word) && calendar::apart_from_dates(self, at)
    }

    /// `saisi par M. X, a jugé`, `M. X a avoué`: what was done, no office. `M. Juge et Mme Pic`: who is called so.
    fn done(&self, at: usize) -> bool {
        let folded = self.page.folded(at);
        let has = || at > 0 && one_of!(self.page.folded(at - 1), "A" | "ONT" | "AVAIT" | "AVAIENT" | "AYANT" | "AVOIR" | "EU" | "ETE");
        let named = || {
            let title = at.saturating_sub(1 + usize::from(self.is(at.saturating_sub(1), ".")));
            self.shape(at) != Shape::Lower && one_of!(self.page.folded(title), "M" | "MONSIEUR" | "MME" | "MADAME" | "MLLE") && self.gap(at) <= Gap::Line && !matches!(self.shape(at + 1), Shape::Title | Shape::Upper) && !self.page.cue(at + 1).any(Cue::PARTICLE)
        };
        // `Mme X juge la demande prématurée`
        let finds = || at > 0 && self.shape(at) == Shape::Lower && self.capital(at - 1) && self.gap(at) == Gap::Space && one_of!(self.page.folded(at + 1), "LA" | "LE" | "L'" | "LES" | "CES" | "CETTE" | "CE" | "QUE" | "QU'" | "SON" | "SA" | "INUTILE" | "NECESSAIRE" | "EXCESSIF" | "EXCESSIVE");
        folded == "JUGE" && (self.page.document.ends_acute(at) || has() || named() || finds()) || one_of!(folded, "AVOUE" | "PLACE" | "PLACEE" | "PLACES" | "PLACEES" | "DELEGUE") && has() || self.shape(at) == Shape::Lower && self.page.is_cited(at)
    }

    /// `LÊ`, `DÛ`, `SÁ`: no article, particle or company of two letters bears an accent, but in `là` and `dû` of prose.
    fn plain_cue(&self, at: usize, cue: Cue) -> Cue {
        let accented = self.page.folded(at).len() < 4 && self.shape(at) != Shape::Lower && !self.page.document.original_at(at).is_ascii() && self.kind(at) == TokenKind::Word;
        match accented {
            true if self.page.folded(at).len() == 2 && self.capital(at) => Cue::NONE,
            true => cue.minus(Cue::COMPANY),
            false => cue,
        }
    }

    pub(super) fn class(&self, at: usize) -> Class {
        self.page.class(at)
    }

    pub(super) fn shape(&self, at: usize) -> Shape {
        self.page.tokens().get(at).map_or(Shape::None, |token| token.shape)
    }

    pub(super) fn kind(&self, at: usize) -> TokenKind {
        self.page.tokens().get(at).map_or(TokenKind::Symbol, |token| token.kind)
    }

    pub(super) fn gap(&self, at: usize) -> Gap {
        self.page.gap(at)
    }

    // A word compared where it stands is compared in a register; a page's module stays small instead.
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    pub(super) fn is(&self, at: usize, word: &str) -> bool {
        self.page.folded(at) == word
    }

    pub(super) fn evidence(&self, at: usize) -> Evidence {
        self.page.tokens().get(at).map_or_else(Evidence::default, |token| self.evidence[token.word.0 as usize])
    }

    /// True for a word that starts with a capital.
    pub(super) fn capital(&self, at: usize) -> bool {
        self.page.tokens().get(at).is_some_and(crate::text::Token::is_capitalised)
    }

    /// True when the word is an ordinary one: the dictionary says so, or the document writes it in lower case.
    pub(super) fn ordinary(&self, at: usize) -> bool {
        // `Reconventionnellement, elle demande`: an adverb of no dictionary.
        let adverb = || self.page.folded(at).len() > 11 && self.page.folded(at).ends_with("EMENT") && self.starts_sentence(at);
        (self.class(at).any(Class::WORD) || self.in_lower_case(at) || self.misread(at) || adverb()) && !(self.page.cue(at).any(CALENDAR) && self.called(at))
    }

    /// `Ie`, `Ies`, `I'auteur`, `Ieur`: a scan's I for an l.
    fn misread(&self, at: usize) -> bool {
        let Some(rest) = self.page.folded(at).strip_prefix('I') else { return false };
        self.shape(at) != Shape::Upper && (one_of!(rest, "'" | "E" | "A" | "ES") || self.page.lexicon.look_up(&format!("L{rest}")).any(Class::WORD))
    }

    /// True when the document's prose writes the word in lower case.
    pub(super) fn in_lower_case(&self, at: usize) -> bool {
        let Some(token) = self.page.tokens().get(at) else { return false };
        let word = token.word.0 as usize;
        // Who is no word of French is written small by somebody who writes no capitals, and by others with one.
        let (small, capital) = (self.page.document.words()[word].lower, self.page.document.words()[word].capital);
        let rarely = || small * 2 <= capital && !self.class(at).any(Class::WORD);
        small > u32::from(self.evidence[word].data) && !self.only_name(at) && !rarely() && !(self.page.cue(at).any(CALENDAR) && self.called(at))
    }

    /// True for a given name that is no word of French.
    fn only_name(&self, at: usize) -> bool {
        let class = self.class(at);
        class.any(Class::GIVEN) && !class.any(Class::WORD)
    }

    pub(super) fn given(&self, at: usize) -> bool {
        if self.class(at).any(Class::GIVEN) {
            return true;
        }
        self.page.tokens().get(at).is_some_and(|token| self.doubled[token.word.0 as usize])
    }

    /// A given name common enough to prove a run by itself.
    pub(super) fn given_strong(&self, at: usize) -> bool {
        let class = self.class(at);
        if !self.given(at) || self.shape(at) == Shape::Initial {
            return false;
        }
        if self.ordinary(at) || class.any(Class::COUNTRY.union(Class::REGION)) {
            return class.any(Class::GIVEN_COMMON) && self.page.folded(at).len() > 3;
        }
        self.page.folded(at).len() > 2
    }

    /// True when the token starts a sentence or a line, where any word has a capital.
    pub(super) fn starts_sentence(&self, at: usize) -> bool {
        at == 0 || self.gap(at) >= Gap::Line || one_of!(self.page.folded(at - 1), "." | ";" | "!" | "?" | "-" | "–" | "•" | "«" | "\"" | ":" | "*" | "(")
    }

    /// True where the prose around is all in capitals, so that they tell nothing: old decisions.
    pub(super) fn in_capitals(&self, at: usize) -> bool {
        if self.shape(at) != Shape::Upper || self.shouts {
            return self.shape(at) == Shape::Upper;
        }
        let around = (at.saturating_sub(8)..at).rev().take_while(|&t| self.gap(t + 1) < Gap::Blank).chain((at + 1..at + 9).take_while(|&t| self.gap(t) < Gap::Blank));
        let mut function = 0;
        for t in around {
            if matches!(self.shape(t), Shape::Lower | Shape::Title) && self.kind(t) == TokenKind::Word {
                return false;
            }
            function += usize::from(self.cue(t).any(Cue::ARTICLE.or(Cue::PARTICLE).or(Cue::STOP)));
        }
        function > 2
    }

    /// True for a word that no capital marks: in lower case, or in capitals among capitals.
    pub(super) fn unmarked(&self, at: usize) -> bool {
        self.shape(at) == Shape::Lower || self.in_capitals(at)
    }

    /// Marks the law firm, street, court or company that opens at `at`; returns where it ends.
    fn mark_at(&mut self, at: usize) -> usize {
        let cue = self.cue(at);
        if self.kind(at) == TokenKind::Number {
            return self.mark_town(at);
        }
        if self.capital(at) && self.class(at).any(Class::PLACE_START) && !(at > 0 && (self.cue(at - 1).any(Cue::CIVILITY) || self.is(at - 1, ".")))
            && !(at > 1 && one_of!(self.page.folded(at - 1), "DE" | "D'" | "DU") && self.shape(at - 1) != Shape::Lower && self.capital(at - 2) && !self.cue(at - 2).any(HARD))
            && let Some(last) = self.page.phrase(at, Class::PLACE).filter(|&last| last > at)
            && !self.borne(at, last)
            && !(self.bearers.binary_search(&self.page.tokens()[last].word).is_ok() && !self.is_town(at, last))
        {
            self.mark(at, last + 1, COURT);
            return last + 1;
        }
        if is_called(self.page.folded(at)) {
            let name = at + 1 + usize::from(one_of!(self.page.folded(at + 1), "DITE" | "DITES" | "DIT"));
            let last = (name..name + 3).take_while(|&t| self.gap(t) == Gap::Space && self.shape(t) == Shape::Title && !self.cue(t).any(HARD.minus(Cue::ARTICLE))).last();
            if let Some(last) = last.filter(|_| self.shape(at) == Shape::Lower) {
                self.mark(at, last + 1, TAKEN);
                return last + 1;
            }
        }
        // `le chef de gare Zorkine`
        if cue == Cue::NONE || trade_before_name(self.page, at) {
            return at + 1;
        }
        if cue.any(Cue::LAW_FIRM) && self.shape(at) != Shape::Lower {
            return self.mark_firm(at);
        }
        if cue.any(Cue::STREET) && !cue.any(Cue::COMPANY) {
            return self.mark_street(at);
        }
        if cue.any(Cue::COURT) || self.is(at, "INSPECTION") {
            return self.mark_court(at);
        }
        // `on célébrait l'union de Zorka BILKO et de`: a couple's.
        let couple = || self.is(at, "UNION") && self.shape(at) == Shape::Lower && one_of!(self.page.folded(at + 1), "DE" | "D'") && self.shape(at + 2) == Shape::Title && (self.given(at + 2) || self.shape(at + 3) == Shape::Upper && self.gap(at + 3) == Gap::Space);
        if cue.any(Cue::COMPANY) && !couple() {
            return self.mark_company(at);
        }
        at + 1
    }

    /// The last words of communes' names that somebody bears: behind a civility and given names, or as [`Self::borne`] tells. Linear in the
    /// words that open such names.
    fn borne_by_somebody(&self) -> Vec<WordId> {
        let opens = self.page.document.capitals().filter(|&at| self.class(at).any(Class::PLACE_START));
        let civil = |at: usize| (at.saturating_sub(4)..at).rev().take_while(|&t| self.gap(t + 1) <= Gap::Space && (self.capital(t) || self.is(t, "."))).any(|t| self.cue(t).any(Cue::CIVILITY));
        let last = |at: usize| self.page.phrase(at, Class::PLACE).filter(|&last| last > at && (civil(at) || self.borne(at, last)));
        let mut bearers: Vec<WordId> = opens.filter_map(last).map(|last| self.page.tokens()[last].word).collect();
        order_by(&mut bearers, |word| u64::from(word.0));
        bearers.dedup();
        bearers
    }

    /// `née LE ROUX`, `les époux LE ROUX`, `Me LE ROUX`, `Erwan LE ROUX`, `LE ROUX Erwan`, `Nom : LE ROUX`: the commune's name from `at` to
    /// `last` is somebody's, by what stands right beside it.
    fn borne(&self, at: usize, last: usize) -> bool {
        let given = |t: usize| self.class(t).any(Class::GIVEN_COMMON) && !self.class(t).any(Class::PLACE);
        if self.shape(last) == Shape::Upper && self.shape(last + 1) == Shape::Title && self.gap(last + 1) == Gap::Space && given(last + 1) {
            return true;
        }
        let Some(before) = at.checked_sub(1).filter(|_| self.gap(at) <= Gap::Line) else { return false };
        let word = self.page.folded(before);
        let field = word == ":" && (before.saturating_sub(4)..before).any(|t| one_of!(self.page.folded(t), "NOM" | "NOMS"));
        let told = self.cue(before).any(Cue::BORN.or(Cue::KIN).or(Cue::MAITRE).or(Cue::WITNESS).or(Cue::VICTIM)) || self.shape(before) == Shape::Lower && (self.cue(before).any(Cue::TRADE) || self.class(before).any(Class::PROFESSION));
        let tie = one_of!(word, "EPOUSE" | "EPOUX" | "VEUVE" | "VEUF" | "DIVORCEE" | "DIVORCE" | "CONSORTS" | "ALIAS" | "DIT" | "DITE");
        // `Anne de La Motte`, but not `Anne de La Rochelle`
        let noble = before > 0 && self.is(before, "DE") && self.shape(before) == Shape::Lower && self.gap(before) == Gap::Space && self.class(before - 1).any(Class::GIVEN_COMMON) && self.shape(before - 1) == Shape::Title && self.page.phrase(at, Class::PLACE_BIG).is_none();
        field || told || tie || noble || self.capital(before) && self.gap(at) == Gap::Space && given(before)
    }

    /// True where the commune's name from `at` to `last`, which somebody bears, is the town all the same.
    fn is_town(&self, at: usize, last: usize) -> bool {
        let word = |back: usize| at.checked_sub(back).map_or("", |t| self.page.folded(t));
        let coded = at > 0 && self.kind(at - 1) == TokenKind::Number || self.is(last + 1, "(") && self.kind(last + 2) == TokenKind::Number;
        coded || one_of!(word(1), "A" | "AU" | "AUX" | "EN" | "SUR" | "VERS") || one_of!(word(1), "DE" | "D'") && (2..4).any(|back| one_of!(word(back), "COMMUNE" | "VILLE" | "MAIRIE" | "MAIRE" | "BARREAU") || at >= back && self.cue(at - back).any(Cue::COURT))
    }

    /// `34430 SAINT JEAN DE VEDAS`: the words after a postcode are a commune.
    fn mark_town(&mut self, at: usize) -> usize {
        let mut end = at + 1;
        // `le passeport 19DK41276 de Zorkin`: figures behind letters, and `de`, are no town's.
        let part = self.gap(at) == Gap::None && at > 0 && (one_of!(self.page.folded(at - 1), "/" | "." | "-") || self.kind(at - 1) == TokenKind::Word);
        if self.page.tokens()[at].span.len() != 5 || part || one_of!(self.page.folded(at + 1), "DE" | "D'") && self.shape(at + 1) == Shape::Lower {
            return end;
        }
        // `49300 CHOLET Joseph Zorkin né le`
        let whole = self.page.phrase(at + 1, Class::PLACE);
        let name = |end: usize| end > at + 1 && (self.shape(end - 1) == Shape::Upper && self.shape(end) == Shape::Title || whole == Some(end - 1)) && opens_full_name(self.page, end);
        while end < at + 8 && self.gap(end) <= Gap::Space && !name(end) && !self.cue(end).any(Cue::CIVILITY.or(Cue::MAITRE).or(Cue::PARTY_LABEL)) && (self.capital(end) || self.cue(end).any(Cue::PARTICLE) || one_of!(self.page.folded(end), "-" | "SUR" | "SOUS" | "EN" | "LES")) {
            end += 1;
        }
        self.mark(at, end, COURT);
        end
    }

    fn mark(&mut self, first: usize, end: usize, block: Block) {
        for flag in &mut self.block[first..end] {
            *flag |= block;
        }
    }

    /// `SCP A, B & C`: the list of names is one kept unit.
    fn mark_firm(&mut self, at: usize) -> usize {
        let end = firm_end(self.page, at + 1);
        self.mark(at, end, FIRM);
        end
    }

    /// `rue du Général X`: particles and honours, then capitalised words of the same line.
    fn mark_street(&mut self, at: usize) -> usize {
        // `LES CONSORTS PONT`
        if at > 0 && self.gap(at) == Gap::Space && self.shape(at) != Shape::Lower && self.cue(at - 1).any(Cue::KIN) && self.cue(at - 1).any(Cue::PLURAL) {
            return at + 1;
        }
        if self.page.is_cited(at) {
            return at + 1;
        }
        // `cours`, `place`, `pont` are words too: ask for a capitalised word within reach, no civility in between.
        let mut end = at + 1;
        let mut words = 0;
        while end < self.page.tokens().len() && end < at + 9 {
            let cue = self.cue(end);
            let gap = self.gap(end);
            if gap > Gap::Space {
                break;
            }
            if self.is(end, "-") && words > 0 {
                end += 1;
                continue;
            }
            if self.capital(end) {
                if cue.any(Cue::CIVILITY.or(Cue::MAITRE)) && !cue.any(Cue::HONOUR) || cue.any(Cue::PARTY_LABEL) || self.shape(end) == Shape::Initial && self.is(end, "M") {
                    break;
                }
                words += 1;
                if words > 4 {
                    break;
                }
            } else if self.is(end, "ET") && (words == 0 || opens_full_name(self.page, end + 1) && !(at + 1..end).any(|t| self.given(t)) || self.given(end + 1) && !self.capital(end + 2)) {
                // `le domaine Zeta et Kévin Zorkin`, `au collège Zeta et Kévin à`, but `rue Pierre et Marie Curie`
                break;
            } else if !(cue.any(Cue::PARTICLE.or(Cue::HONOUR)) || self.kind(end) == TokenKind::Elision || one_of!(self.page.folded(end), "AUX" | "ET" | "SUR" | "SOUS" | "EN")) {
                break;
            }
            end += 1;
        }
        let number_before = at > 0
            && (matches!(self.kind(at - 1), TokenKind::Number) || one_of!(self.page.folded(at - 1), "BIS" | "TER" | "," | "QUATER"));
        let bare_word = self.shape(at) == Shape::Lower && one_of!(self.page.folded(at), "COURS" | "PLACE" | "VOIE" | "MAIL" | "PORT" | "CITE" | "PASSAGE" | "DOMAINE" | "GARE" | "STATION" | "CH" | "PL");
        if words == 0 || bare_word && !number_before && self.cue(at + 1).any(Cue::PARTICLE) && self.shape(at + 1) == Shape::Lower && !self.ordinary_street(at) {
            return at + 1;
        }
        self.mark(at, end, STREET);
        end
    }

    /// `la place de l'Église`, not `à la place de Dupont`.
    fn ordinary_street(&self, at: usize) -> bool {
        !one_of!(self.page.folded(at.saturating_sub(1)), "LA" | "AU" | "EN" | "SA") || self.is(at + 2, "L'")
    }

    /// `tribunal judiciaire de BRIVE LA GAILLARDE`: the seat stays.
    fn mark_court(&mut self, at: usize) -> usize {
        // `sur ordre de Biron`
        if self.is(at, "ORDRE") && self.shape(at) == Shape::Lower && one_of!(self.page.folded(at + 1), "DE" | "D'") {
            return at + 1;
        }
        // `par la cour des Bilko`: a yard.
        if self.is(at, "COUR") && self.shape(at) == Shape::Lower && self.is(at + 1, "DES") && self.shape(at + 2) == Shape::Title && !self.ordinary(at + 2) {
            return at + 1;
        }
        // `dans la chambre de Jef`: a room, where a court's has its town.
        if self.is(at, "CHAMBRE") && self.shape(at) == Shape::Lower && at > 0 && self.is(at - 1, "LA") && one_of!(self.page.folded(at + 1), "DE" | "D'") && (!self.ordinary(at + 2) || self.shape(at + 2) == Shape::Title && self.class(at + 2).any(Class::GIVEN)) && !self.class(at + 2).any(Class::PLACE.union(Class::PLACE_START).union(Class::COURT_SEAT).union(Class::REGION)) {
            return at + 1;
        }
        let mut end = at + 1;
        let limit = at + 8;
        while end < limit && end < self.page.tokens().len() {
            let gap = self.gap(end);
            if gap == Gap::Blank || gap == Gap::None && self.kind(end) != TokenKind::Word {
                break;
            }
            // `TJ LA ROCHELLE`, but `LA COUR A ENTENDU LA DAME`.
            let article = one_of!(self.page.folded(end), "LA" | "LE" | "LES" | "L'") && (end == at + 1 || self.cue(end - 1).any(Cue::COURT));
            let linking = one_of!(self.page.folded(end), "DE" | "D'" | "DU" | "DES") || article;
            if linking && (self.capital(end + 1) || self.kind(end + 1) == TokenKind::Elision || one_of!(self.page.folded(end + 1), "LA" | "LE" | "L'")) {
                // `le moyen de cassation de Bernard Zorkin`
                if opens_full_name(self.page, end + 1) && !self.class(end + 1).any(Class::COURT_SEAT) && self.page.phrase(end + 1, Class::PLACE).is_none_or(|last| last == end + 1) {
                    return at + 1;
                }
                let mut town = end + 1;
                while town < self.page.tokens().len() && town < end + 7 {
                    let gap = self.gap(town);
                    let cue = self.cue(town);
                    let joins = one_of!(self.page.folded(town), "LA" | "LE" | "LES" | "L'" | "SUR" | "EN" | "SOUS" | "DE" | "D'" | "DU" | "-" | "ET");
                    let turns = town > end + 1 && self.shape(town) == Shape::Title && self.shape(town - 1) == Shape::Upper;
                    if turns || town > end + 1 && gap > Gap::Space || !self.capital(town) && !(joins && self.capital(town + 1)) || cue.any(Cue::CIVILITY.or(Cue::MAITRE).or(Cue::PARTY_LABEL)) {
                        break;
                    }
                    town += 1;
                }
                self.mark(at, town.max(end + 1), COURT);
                return town.max(end + 1);
            }
            // `Le tribunal rejette la demande de Zorka Bilko`: no verb is part of a court's name.
            let link = |at: usize| one_of!(self.page.folded(at), "DE" | "D'" | "DU" | "DES" | "AU" | "AUX" | "EN" | "ET" | "POUR");
            let linked = link(end - 1) || one_of!(self.page.folded(end - 1), "LA" | "L'" | "LE") && link(end - 2);
            let titled = self.shape(end) == Shape::Title && self.ordinary(end) && !self.class(end).any(Class::GIVEN);
            let court_word = self.cue(end).any(Cue::COURT.or(Cue::NUMBER)) || link(end) || OF_COURTS.contains(&self.page.folded(end)) || titled || linked && (self.shape(end) == Shape::Lower || self.capital(end) && self.ordinary(end) && !self.class(end).any(Class::GIVEN));
            if !court_word || self.cue(end).any(Cue::CIVILITY) {
                break;
            }
            end += 1;
        }
        // `TJ PARIS`, `RCS LYON`: the seat right after.
        if self.capital(at + 1) && self.gap(at + 1) == Gap::Space && self.class(at + 1).any(Class::COURT_SEAT.union(Class::PLACE_BIG)) && self.shape(at) != Shape::Lower {
            self.mark(at, at + 2, COURT);
            return at + 2;
        }
        at + 1
    }

    /// `la société X Y`, `SARL LE Z`: the capitalised run is a company.
    fn mark_company(&mut self, at: usize) -> usize {
        // `X SE DISANT KHALIL OU`, `L'ENFANT SE NOMMERA ARAM`
        if self.is(at, "SE") && (self.is(at + 1, "DISANT") || self.in_capitals(at)) {
            return at + 1;
        }
        // `AVEC SA MERE ZORKA BILKO`: whose relative she is.
        if self.page.is_possessive(at) {
            return at + 1;
        }
        // `FIXE la résidence de Zélie chez la mère`: where somebody lives.
        if self.is(at, "RESIDENCE") && self.shape(at) == Shape::Lower && one_of!(self.page.folded(at + 1), "DE" | "D'") {
            return at + 1;
        }
        // `le mur et le fonds Oberzusser`: a neighbour's land.
        if self.is(at, "FONDS") && self.shape(at) == Shape::Lower && self.capital(at + 1) {
            return at + 1;
        }
        // `ès qualités d'assureur de Zorka Bilko`, `le garage de Zorkin`: whose it is, no name of its own.
        if self.shape(at) == Shape::Lower
            && one_of!(self.page.folded(at), "ASSUREUR" | "GARAGE" | "CABINET" | "EXPLOITATION" | "MAGASIN" | "RESTAURANT" | "ENTREPRISE" | "BOULANGERIE" | "PHARMACIE")
            && one_of!(self.page.folded(at + 1), "DE" | "D'")
            && self.capital(at + 2)
            && (!self.ordinary(at + 2) || self.class(at + 2).any(Class::GIVEN_COMMON.union(Class::FAMILY)))
            && !self.class(at + 2).any(Class::PLACE.union(Class::COUNTRY).union(Class::REGION).union(Class::PUBLIC_BODY).union(Class::COMPANY_FORM))
        {
            return at + 1;
        }
        let mut end = at + 1;
        let mut words = 0;
        let mut case: Option<Shape> = None;
        while end < self.page.tokens().len() && end < at + 10 {
            let gap = self.gap(end);
            if gap > Gap::Space {
                break;
            }
            let cue = self.cue(end);
            let folded = self.page.folded(end);
            if self.page.leaves_company(at, end) {
                break;
            }
            if one_of!(folded, "&" | "-" | "'" | "«" | "\"" | "+" | "/") && (words > 0 || one_of!(folded, "«" | "\"")) {
                end += 1;
                continue;
            }
            if one_of!(folded, "ANONYME" | "CIVILE" | "IMMOBILIERE" | "RESPONSABILITE" | "LIMITEE" | "SIMPLIFIEE" | "ACTIONS" | "DITE" | "DENOMMEE" | "COOPERATIVE") && self.shape(end) == Shape::Lower {
                end += 1;
                continue;
            }
            if one_of!(folded, "A" | "PAR" | "D'" | "DE" | "ET" | "DES" | "DU" | "LA" | "LE" | "LES" | "L'" | "EN" | "AU") && end < at + 9 {
                let next = end + 1;
                let name_next = self.cue(next).any(Cue::CIVILITY.or(Cue::MAITRE).or(Cue::PARTY_LABEL)) || self.given(next) && (!self.ordinary(next) || words > 1 && self.class(next).any(Class::GIVEN_COMMON) && opens_full_name(self.page, next));
                // `la SA MAAF et Zorka Bilko ont conclu`
                let other = folded == "ET" && case == Some(Shape::Upper) && self.shape(next) == Shape::Title;
                // `la société Zeta et Zorka BILKO`, `la société Zeta et Zorka Bilko ont conclu`: who stands beside it.
                let both = || at > 0 && one_of!(self.page.folded(at - 1), "LA" | "L'") && (next..next + 4).find(|&t| !self.capital(t)).is_some_and(|verb| verb > next && one_of!(self.page.folded(verb), "ONT" | "SONT" | "AVAIENT" | "ETAIENT" | "FONT" | "SERONT" | "AURAIENT"));
                let other = other || folded == "ET" && words > 0 && (both() || opens_full_name(self.page, next) && !(self.shape(next) == Shape::Upper && case == Some(Shape::Upper)));
                let joins = self.capital(next) && !name_next && !other && (words > 0 || self.shape(end) != Shape::Lower || one_of!(folded, "D'" | "DE" | "DES" | "DU"));
                if joins || one_of!(folded, "A" | "PAR") && words == 0 && self.shape(next) == Shape::Lower && !self.cue(next).any(Cue::CIVILITY) && one_of!(self.page.folded(next), "RESPONSABILITE" | "ACTIONS") {
                    end += 1;
                    continue;
                }
                break;
            }
            if !self.capital(end) || cue.any(Cue::CIVILITY.or(Cue::MAITRE).or(Cue::PARTY_LABEL)) && folded != "M" || words > 0 && cue.any(Cue::STOP) && self.shape(end) != Shape::Lower && !cue.any(Cue::COMPANY) {
                break;
            }
            let shape = self.shape(end);
            // Upper case that turns to title case opens the next item of a caption.
            if words > 0 && case == Some(Shape::Upper) && shape == Shape::Title && (self.given(end) || words > 2 && self.class(end).any(Class::FAMILY)) {
                break;
            }
            if matches!(shape, Shape::Upper | Shape::Title) {
                case = Some(shape);
            }
            words += 1;
            if words > 6 {
                break;
            }
            end += 1;
        }
        if words == 0 {
            return at + 1;
        }
        self.mark(at + 1, end, COMPANY);
        end
    }

    /// `il y avait là Lorette`: no article.
    pub(super) fn there(&self, at: usize) -> bool {
        self.is(at, "LA") && self.page.document.original_at(at).contains(['à', '\u{300}'])
    }

    /// Counts, per word, the places that prove or disprove a name.
    fn weigh(&mut self) {
        let page = self.page;
        for at in page.document.capitals() {
            if at == 0 || self.gap(at) > Gap::Line {
                continue;
            }
            let before = self.cue(at - 1);
            let word = page.tokens()[at].word.0 as usize;
            let previous = page.folded(at - 1);
            if previous == "." && at > 1 && self.cue(at - 2).any(Cue::CIVILITY.or(Cue::MAITRE)) || before.any(Cue::CIVILITY) {
                self.evidence[word].civility += 1;
            } else if before.any(Cue::ARTICLE) && !self.there(at - 1) && one_of!(previous, "LA" | "L'" | "CETTE" | "LES" | "UNE" | "AUX") || one_of!(previous, "LE" | "DU" | "AU" | "UN") && self.shape(at - 1) == Shape::Lower {
                // `M. le X` is a title, `Mme de La X` a particle.
                let titled = at > 1 && (previous == "DU" && self.capital(at - 2) && (self.given(at - 2) || self.shape(at - 2) == Shape::Title && page.class(at - 2) == Class::default() && page.class(at) == Class::default() || at > 2 && (self.cue(at - 3).any(Cue::CIVILITY) || self.is(at - 3, ".") && self.gap(at - 2) == Gap::Space && self.cue(at.saturating_sub(4)).any(Cue::CIVILITY))) || self.cue(at - 2).any(Cue::CIVILITY.or(Cue::PARTICLE)) || self.capital(at - 2) && self.shape(at - 1) != Shape::Lower || self.is(at - 2, "."));
                // `les Lavigne`, `aux Corbeau`, `les Coussin`: a family; a word of the language would stand in the plural.
                let family = one_of!(previous, "LES" | "AUX") && (page.class(at).any(Class::FAMILY) || self.shape(at) == Shape::Title && !self.in_lower_case(at) && !page.folded(at).ends_with(['S', 'X', 'Z'])) && !page.class(at).any(Class::COMPANY_FORM.union(Class::PUBLIC_BODY).union(Class::COUNTRY));
                // `la Cindy`, `le Gérard`
                let spoken = one_of!(previous, "LA" | "LE" | "DU" | "AU") || previous == "L'" && !(at > 1 && self.is(at - 2, "DE"));
                let spoken = spoken && self.shape(at) == Shape::Title && page.class(at).any(Class::GIVEN_COMMON) && !page.class(at).any(Class::WORD.union(Class::PLACE).union(Class::COMPANY_FORM).union(Class::PUBLIC_BODY).union(Class::COUNTRY).union(Class::REGION));
                // `Gwladys L'HOUMEAU`, `| L'HOUMEAU Titouan`: a capital article that a surname begins with.
                let elided = previous == "L'" && self.shape(at - 1) != Shape::Lower && self.shape(at) == Shape::Upper && !self.in_capitals(at) && !self.ordinary(at);
                // `contre LA PLUCHE`, `demandé à La Pluche`
                let marked = previous == "LA" && self.shape(at - 1) == self.shape(at) && self.shape(at) != Shape::Lower && !self.in_capitals(at) && !self.ordinary(at) && (self.shape(at) == Shape::Upper || !self.starts_sentence(at - 1));
                if !titled && !family && !spoken && !elided && !marked {
                    self.evidence[word].article += 1;
                }
            } else if before.any(Cue::COMPANY) && !trade_of(page, at - 1) || self.block[at] & COMPANY != 0 {
                self.evidence[word].company += 1;
            }
        }
    }
}
