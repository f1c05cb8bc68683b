//! When the words of one name are among the words of another.

use rustc_hash::FxHashSet;

use super::sweep::one_apart;

/// How closely two words or names agree, the weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// One letter apart: a slip of the pen.
    Slip,
    /// The first half of a hyphenated surname, or both halves of one written apart.
    Half,
    /// An initial.
    Initial,
    /// The same letters, spaces or particles written as one with the word: `DEWALLE` for `DE WALLE`.
    Joined,
    /// The same letters; hyphens, case and accents aside.
    Same,
}

/// A word of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Folded letters without hyphens.
    pub text: String,
    /// The parts of a hyphenated word.
    pub halves: Vec<String>,
    /// One letter that stands for a word.
    pub initial: bool,
    /// The beginning of a word, with a dot: `Ferd.` for Ferdinand.
    pub cut: bool,
    /// A name of the dictionary.
    pub known: bool,
    /// A common given name.
    pub common: bool,
    /// Read as a given name.
    pub given: bool,
    /// The case of a mention tells that it is a given name: `Zoé DURAND`.
    pub as_given: bool,
    /// The case of a mention tells that it is a surname.
    pub as_surname: bool,
    /// The first given name of its mention, the one people are called by.
    pub leads: bool,
    /// A spouse's surname: after `épouse`, `veuve`, `divorcée`.
    pub married: bool,
    /// The word that it is another spelling of: one letter apart, and never beside it in one mention.
    pub first: Option<String>,
}

/// The words of a name, and the words its neighbours make when the space between them is lost.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Words {
    pub each: Vec<Word>,
    pub joined: Vec<String>,
}

impl Word {
    pub(super) fn new(folded: &str, given: bool) -> Self {
        let halves = if folded.contains(['-', '\'']) { folded.split(['-', '\'']).map(letters).filter(|half| !half.is_empty()).collect() } else { Vec::new() };
        let text = letters(folded);
        Self { initial: text.chars().count() == 1, cut: false, text, halves, known: false, common: false, given, as_given: false, as_surname: false, leads: false, married: false, first: None }
    }

    pub(super) fn fit(&self, other: &Self) -> Option<Fit> {
        // `Noël ROSE` is not `Rose NOËL`.
        let only = |word: &Self| (word.as_given != word.as_surname).then_some(word.as_given);
        if only(self).zip(only(other)).is_some_and(|(mine, theirs)| mine != theirs) {
            return None;
        }
        if self.text == other.text {
            return Some(Fit::Same);
        }
        if self.initial && other.text.starts_with(&self.text) || other.initial && self.text.starts_with(&other.text) {
            return Some(Fit::Initial);
        }
        let begins = |word: &Self, whole: &Self| word.cut && word.text.len() > 1 && whole.given && whole.text.starts_with(&word.text);
        if begins(self, other) || begins(other, self) {
            return Some(Fit::Initial);
        }
        // `MJ` and `J-A` for `Marie-Josèphe` and `Just-Aimée`
        if self.abbreviates(&other.halves) || other.abbreviates(&self.halves) {
            return Some(Fit::Initial);
        }
        if !self.given && self.text.len() > 2 && other.halves.first() == Some(&self.text) {
            return Some(Fit::Half);
        }
        let long = |word: &Self| word.text.len() > 5 && word.text.is_ascii();
        (long(self) && long(other) && one_apart(self.text.as_bytes(), other.text.as_bytes())).then_some(Fit::Slip)
    }
}

/// The surnames of a Slavic man and woman: `Safarov` and `Safarova`, `Wilewski` and `Wilewska`.
pub(super) fn couple(a: &str, b: &str) -> bool {
    let (man, woman) = if b.ends_with('A') { (a, b) } else { (b, a) };
    let Some(stem) = woman.strip_suffix('A') else { return false };
    ["OV", "EV", "IN", "YN"].iter().any(|end| man == stem && man.ends_with(end)) || ["SK", "CK"].iter().any(|end| stem.ends_with(end)) && (man.strip_suffix('I') == Some(stem) || man.strip_suffix('Y') == Some(stem))
}

/// The first letters of words, when there are two or more: `JA` for `JUST`, `AIMEE`.
fn initials<'w>(words: impl Iterator<Item = &'w String>) -> Option<String> {
    let initials: String = words.filter_map(|word| word.chars().next()).collect();
    (initials.len() > 1).then_some(initials)
}

/// The letters and digits of a folded word.
pub(super) fn letters(folded: &str) -> String {
    if folded.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return folded.to_owned();
    }
    folded.chars().filter(|c| c.is_alphanumeric()).collect()
}

impl Word {
    /// True for the first letters of the parts of a hyphenated word.
    fn abbreviates(&self, halves: &[String]) -> bool {
        self.text.len() == halves.len() && initials(halves.iter()).is_some_and(|initials| initials == self.text)
    }
}

impl Words {
    /// How many letters the words have together.
    pub(super) fn size(&self) -> usize {
        self.each.iter().map(|word| word.text.len()).sum()
    }

    /// Adds the words of another spelling of the same person.
    pub(super) fn add(&mut self, other: &Self) {
        for word in &other.each {
            if let Some(known) = self.each.iter_mut().find(|known| known.text == word.text) {
                known.married &= word.married;
                known.leads |= word.leads;
                known.as_given |= word.as_given;
                known.as_surname |= word.as_surname;
                // `SAÏD Ali, se disant ROUX Saïd`: a word read both ways is a surname.
                known.given = !known.as_surname && (known.as_given || known.given);
                continue;
            }
            let mut word = word.clone();
            if word.first.is_none() {
                word.first = self.misspelt(&word, &other.each);
            }
            self.each.push(word);
        }
        for joined in &other.joined {
            if !self.joined.contains(joined) {
                self.joined.push(joined.clone());
            }
        }
    }

    /// The words, with the words of `other` that they are slips of the pen for.
    pub(super) fn spelt_as(&self, other: &Self) -> Self {
        let mut words = self.clone();
        for word in &self.each {
            let mut known = other.each.iter().find(|known| known.text == word.text);
            while let Some(first) = known.and_then(|known| known.first.as_ref()) {
                words.each.iter_mut().filter(|own| Some(&own.text) == known.map(|known| &known.text)).for_each(|own| own.first = Some(first.clone()));
                known = other.each.iter().find(|known| known.text == *first);
                words.each.extend(known.cloned());
            }
        }
        words
    }

    /// The word that `word` of a mention of the words `beside` is a slip of the pen for.
    fn misspelt(&self, word: &Word, beside: &[Word]) -> Option<String> {
        let known = |known: &&Word| known.fit(word) == Some(Fit::Slip) && !beside.iter().any(|other| other.text == known.text);
        self.each.iter().find(known).map(|known| known.text.clone())
    }

    /// How the words fit into those of `whole`: each a word of its own, the weakest fit of all; `None` when one has no place.
    ///
    /// An initial names nobody: some other word must fit too, unless the name is nothing else.
    pub(super) fn within(&self, whole: &Self) -> Option<Fit> {
        let mut used = vec![false; whole.each.len()];
        let mut weakest = Fit::Same;
        let mut letters = false;
        let spelt = self.spelt(whole);
        for word in &self.each {
            letters |= !word.initial;
            if self.joins(word, whole) {
                weakest = weakest.min(Fit::Joined);
                continue;
            }
            if let Some(at) = spelt.filter(|_| word.initial) {
                used[at] = true;
                weakest = weakest.min(Fit::Initial);
                continue;
            }
            let places = whole.each.iter().enumerate().filter(|(at, _)| !used[*at]);
            let best = places.filter_map(|(at, other)| Some((word.fit(other)?, word.given == other.given, std::cmp::Reverse(at)))).max();
            match best {
                Some((fit, _, std::cmp::Reverse(at))) => {
                    used[at] = true;
                    weakest = weakest.min(fit);
                }
                // `BENHADDOU-RIVOAL` for `BENHADDOU épouse RIVOAL`
                None if !word.halves.is_empty() && word.halves.iter().all(|half| whole.each.iter().any(|other| other.text == *half)) => weakest = weakest.min(Fit::Half),
                // `AZZOUZI épouse ROQUES` for `ROQUES-AZZOUZI`
                None if whole.each.iter().any(|other| other.halves.len() > 1 && other.halves.contains(&word.text) && other.halves.iter().all(|half| self.each.iter().any(|own| own.text == *half))) => weakest = weakest.min(Fit::Half),
                // `Flor ROSE` for `Flor ROSE-DUVAL`, though `Rose` is a given name.
                None if word.text.len() > 2 && Some(word) == self.each.last() && whole.each.iter().any(|other| !other.given && other.halves.first() == Some(&word.text)) => weakest = weakest.min(Fit::Half),
                None => return None,
            }
        }
        (letters && !self.each.is_empty()).then_some(weakest)
    }

    /// The hyphenated given name of `whole` that the initials stand for together: `J.-A.` for `Just-Aimée`.
    fn spelt(&self, whole: &Self) -> Option<usize> {
        let initials = initials(self.each.iter().filter(|word| word.initial).map(|word| &word.text))?;
        whole.each.iter().position(|word| word.halves.len() == initials.len() && self::initials(word.halves.iter()).is_some_and(|theirs| theirs == initials))
    }

    /// `DECRAENE` for `DE CRAENE`, `VIRY COLIN` for `VIRY-COLIN`.
    fn joins(&self, word: &Word, whole: &Self) -> bool {
        let apart = !whole.each.iter().any(|other| other.text == word.text);
        apart && (whole.joined.contains(&word.text) || whole.each.iter().any(|other| self.joined.contains(&other.text) && (other.text.starts_with(&word.text) || other.text.ends_with(&word.text))))
    }

    /// True when one of the words is a given name.
    pub(super) fn has_given(&self) -> bool {
        self.each.iter().any(|word| word.given)
    }

    /// True when `surname` is the only one that is no spouse's, slips of the pen aside.
    pub(super) fn is_surname(&self, surname: &Word) -> bool {
        let mut own = self.each.iter().filter(|word| !word.given && !word.married).peekable();
        own.peek().is_some() && own.all(|word| matches!(word.fit(surname), Some(Fit::Same | Fit::Slip)))
    }

    /// True for given names alone.
    pub(super) fn is_given(&self) -> bool {
        self.each.iter().all(|word| word.given)
    }

    /// True for a given name, written out, and a surname.
    pub(super) fn is_full(&self) -> bool {
        self.each.iter().any(|word| word.given && !word.initial) && self.each.iter().any(|word| !word.given)
    }

    /// The given name of a person named by one of them and a surname.
    pub(super) fn called_by(&self) -> Option<&str> {
        let mut given = self.each.iter().filter(|word| word.given);
        let only = given.next().filter(|word| !word.initial && given.next().is_none())?;
        self.is_full().then_some(only.text.as_str())
    }

    /// True when the given name is only a further one of `whole`, whom the document calls by the first, one of `called_by`: a child often
    /// bears its father's as second name.
    pub(super) fn goes_by_another(&self, whole: &Self, called_by: &FxHashSet<&str>) -> bool {
        let further = |first: &str| whole.each.iter().any(|word| word.given && !word.leads && word.text == first);
        let said = |word: &Word| self.each.iter().any(|own| own.text == word.text);
        self.called_by().is_some_and(further) && whole.each.iter().any(|word| word.leads && !said(word) && called_by.contains(word.text.as_str()))
    }

    /// True when a word is common to both.
    pub(super) fn meets(&self, other: &Self) -> bool {
        self.each.iter().any(|word| other.each.iter().any(|known| known.text == word.text))
    }

    /// True when both have given names, those of the shorter list are all in the other, and a surname is common.
    pub(super) fn shares(&self, other: &Self) -> bool {
        fn given(words: &Words) -> impl Iterator<Item = &Word> {
            words.each.iter().filter(|word| word.given && !word.initial)
        }
        let (mine, theirs) = (given(self).count(), given(other).count());
        let (few, many) = if mine <= theirs { (self, other) } else { (other, self) };
        mine.min(theirs) > 0
            && given(few).all(|word| given(many).any(|other| word.fit(other).is_some()))
            && self.each.iter().filter(|word| !word.given).any(|word| other.each.iter().any(|known| !known.given && word.text == known.text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `given=Zoé` marks a given name.
    fn words(name: &str) -> Words {
        let pieces: Vec<(String, bool)> = name.split(' ').map(|piece| (crate::text::fold(piece.trim_start_matches('=')), piece.starts_with('='))).collect();
        let joined = pieces.windows(2).map(|pair| letters(&pair[0].0) + &letters(&pair[1].0)).collect();
        Words { each: pieces.iter().filter(|(word, _)| word != "DE").map(|(word, given)| Word::new(word, *given)).collect(), joined }
    }

    #[test]
    fn a_name_fits_into_a_longer_spelling() {
        for (short, long, fit) in [
            ("DUVAL", "=Jean DUVAL", Fit::Same),
            ("VO THANH", "=Liem VO THANH", Fit::Same),
            ("VO-THANH", "=Liem VO THANH", Fit::Joined),
            ("VIRY COLIN", "=Zoé VIRY-COLIN", Fit::Joined),
            ("=Og DECRAENE", "=Og DE CRAENE", Fit::Joined),
            ("J YAP", "=Joseph YAP", Fit::Initial),
            ("SAAR", "=Kristjan SAAR-REINE", Fit::Half),
            ("=Thibault LEGRAND", "=Thibaut LEGRAND", Fit::Slip),
            ("J A SAINT", "=Just-Aimée SAINT", Fit::Initial),
            ("J-A SAINT", "=Just-Aimée SAINT", Fit::Initial),
            ("FELICE MJ", "=Marie-Jo FELICE", Fit::Initial),
        ] {
            assert_eq!(words(short).within(&words(long)), Some(fit), "{short} {long}");
        }
        for (short, long) in [
            ("=Paul DUVAL", "=Jean DUVAL"),
            ("=Jean DUVAL", "=Jean-Pierre DUVAL"),
            ("=Olivier OLIVIER", "=Fleur OLIVIER"),
            ("MARTIN", "MARTINEZ"),
            ("J", "=Jean DUVAL"),
            ("J B SAINT", "=Just-Aimée SAINT"),
            ("MB FELICE", "=Marie-Jo FELICE"),
            ("=Sun-Mi YAP", "=Sun =Hee YAP"),
        ] {
            assert_eq!(words(short).within(&words(long)), None, "{short} {long}");
        }
    }

    #[test]
    fn husband_and_wife_of_a_slavic_surname() {
        assert!(couple("PAVLOV", "PAVLOVA") && couple("WILEWSKA", "WILEWSKI"));
        assert!(!couple("MARTIN", "MARTINS") && !couple("DUVAL", "DUVALA"));
    }

    #[test]
    fn two_spellings_that_neither_hold_the_other_share_given_names_and_a_surname() {
        assert!(words("=Jean =Paul DUVAL").shares(&words("=Jean DUVAL ROUX")));
        assert!(!words("=Jean =Paul DUVAL").shares(&words("=Jean =Luc DUVAL")));
        assert!(!words("DUVAL MARTIN").shares(&words("=Jean DUVAL")));
    }
}
