//! Long ordinary words are told by how they end: a list of all of them would be a tenth of the dictionary.

/// Letters from which on a word of no list is read by its ending; those of one letter less only by what few surnames of that length end in.
const LONG: usize = 11;

/// Endings that make long words and hardly a surname: derivation and conjugation, folded.
const ENDINGS: &[&[u8]] = &[
    b"MENT", b"MENTS", b"TION", b"TIONS", b"SION", b"SIONS", b"IQUE", b"IQUES", b"ISME", b"ISMES", b"ISTE", b"ISTES", b"ABLE", b"ABLES", b"IBLE", b"IBLES", b"AIT", b"AIENT", b"RONT", b"RENT", b"IONS", b"SSENT", b"RIEZ", b"SSANT", b"NANT", b"RANT", b"ANTS",
    b"ANTE", b"ANTES", b"EURS", b"TEUR", b"TRICE", b"TRICES", b"ITE", b"ITES", b"LOGIE", b"LOGIES", b"IENNES", b"AIRES", b"EE", b"EES", b"ENCE", b"ENCES", b"ANCE", b"ANCES", b"IVE", b"IFS", b"IELS", b"AGES", b"OIRES", b"PHIE", b"PHIES", b"ONNELLE",
    b"ONNELLES", b"IELLE", b"IELLES", b"UELLE", b"UELLES", b"ONNEL", b"ONNELS", b"AIRE", b"OIRE", b"TIF", b"DERESSE", b"DERESSES", b"IAUX", b"NAUX", b"TIEUX", b"TANT", b"TURE", b"TURES",
    b"NAL", b"NALE", b"NALES", b"RALE", b"RALES", b"IAL", b"IALE", b"IALES", b"NNERIE", b"SSERIE", b"NGERIE", b"TERIE", b"MERIE", b"QUERIE", b"ENTS", b"ETES", b"NNONS", b"UONS", b"GEONS", b"SSONS", b"DISONS",
];

/// Endings of words of ten letters: inflexions, which 140 in a hundred thousand bearers of a surname of that length share.
const INFLEXIONS: &[&[u8]] = &[
    b"AIT", b"AIENT", b"SSENT", b"RENT", b"RONT", b"EES", b"ANTES", b"ANTS", b"TION", b"TIONS", b"SION", b"SIONS", b"ISME", b"ISMES", b"ABLES", b"EURS",
    b"SSONS", b"RIEZ", b"AIRES", b"IQUES", b"ISTES", b"IBLES", b"MENTS", b"AGES", b"IONS", b"ITES", b"IVES", b"IFS",
];

/// What a lost space glues to a surname: `DURANDdemeurant`.
const GLUED: &[&[u8]] = &[b"DEMEURANT", b"ENTIEREMENT", b"REPRESENTANT", b"REPRESENTEE", b"DOMICILIEE", b"ASSISTEE", b"AGISSANT", b"EXERCANT", b"DEMANDERESSE", b"DEFENDERESSE", b"INTIMEE", b"APPELANTE", b"EPOUSEE"];

/// True for a word of ten letters or more, folded, that ends as ordinary words do. A hundred and five comparisons at most.
///
/// Of the 156,680 words of ten letters or more that were listed it tells half, among them those that open sentences; of the surnames and given
/// names of that length none that bears no other class.
pub(super) fn is_word(folded: &[u8]) -> bool {
    let endings = match folded.len() {
        LONG.. => ENDINGS,
        10 => INFLEXIONS,
        _ => return false,
    };
    folded.iter().all(u8::is_ascii_uppercase) && endings.iter().any(|ending| folded.ends_with(ending)) && !GLUED.iter().any(|tail| folded.len() > tail.len() + 2 && folded.ends_with(tail))
}

#[cfg(test)]
mod tests {
    use crate::lexicon::{Class, Lexicon};

    #[test]
    fn long_words_are_told_by_their_endings_and_names_are_not() {
        let word = |folded: &str| Lexicon::fr().look_up(folded).any(Class::WORD);
        for folded in ["SUBSIDIAIREMENT", "CONTRADICTOIREMENT", "RECONNAISSANCE", "INVESTIGATIONS", "PSYCHIATRIQUE", "REPRESENTAIENT", "SUCCESSION", "DEMANDAIENT"] {
            assert!(word(folded), "{folded}");
        }
        for folded in ["RAKOTONDRAZAFY", "DIEFFENBACHER", "PAPADOPOULOS", "ANDRIAMANANTSOA", "SIVASUBRAMANIAM", "VANDERSTRAETEN", "ETCHEGOYHENBORDA", "ZORKEMENT", "ZORKINENTIEREMENT", "ZORKINDEMEURANT", "ZORKEKISTE", "ZORKIMAIRE"] {
            assert!(!word(folded), "{folded}");
        }
    }
}
