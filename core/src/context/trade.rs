//! What a trade goes on to: `le chef de gare`, `la directrice d'agence`.

use super::{Cue, Page};
use crate::lexicon::Class;
use crate::text::{Shape, one_of};

/// True when the lower-case word at `at` is the bare complement of somebody's trade, so that a person's name follows it and no station's, agency's or
/// room's: `le chef de gare Zorkine`, `la directrice d'agence Zorkine`, `la femme de chambre Zorkine`.
pub fn trade_of(page: &Page, at: usize) -> bool {
    let small = |at: usize| page.shape(at) == Shape::Lower;
    // `l'agente immobilière Zorkine`
    if at > 1 && small(at) && one_of!(page.folded(at), "IMMOBILIER" | "IMMOBILIERE" | "COMMERCIAL" | "COMMERCIALE") && one_of!(page.folded(at - 1), "AGENT" | "AGENTE" | "CONSEILLER" | "CONSEILLERE" | "NEGOCIATEUR" | "NEGOCIATRICE" | "DIRECTEUR" | "DIRECTRICE" | "ASSISTANT" | "ASSISTANTE" | "EXPERT" | "EXPERTE") {
        return small(at - 1) && page.cue(at - 2).any(Cue::ARTICLE);
    }
    if at < 3 || !small(at) || !one_of!(page.folded(at - 1), "DE" | "D'") || !small(at - 2) || !page.cue(at - 3).any(Cue::ARTICLE) {
        return false;
    }
    page.cue(at - 2).any(Cue::TRADE.or(Cue::APPELLATION)) || page.class(at - 2).any(Class::PROFESSION) || one_of!(page.folded(at - 2), "CHEF" | "CHEFFE" | "TECHNICIEN" | "TECHNICIENNE" | "HOTESSE" | "GARCON" | "FEMME" | "GERANT" | "GERANTE")
}

/// `le directeur d'agence Zorkine`, `le chef de gare Le Zorkine`: a trade's complement at `at`, behind which a name opens; `le gérant d'hôtel Le Zorkine` tells a house's sign.
pub fn trade_before_name(page: &Page, at: usize) -> bool {
    let opens = page.tokens().get(at + 1).is_some_and(crate::text::Token::is_capitalised);
    opens && trade_of(page, at) && (!page.cue(at + 1).any(Cue::ARTICLE) || page.shape(at + 1) == Shape::Upper || one_of!(page.folded(at), "AGENCE" | "GARE" | "CHAMBRE" | "ENTREPRISE" | "BANQUE" | "SOCIETE" | "GROUPE" | "BUREAU"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::text::Document;

    #[test]
    fn only_the_bare_complement_of_a_trade() {
        for (text, word, expected) in [
            ("selon le chef de gare Zorkine", "GARE", true),
            ("selon la directrice d'agence Zorkine", "AGENCE", true),
            ("selon la femme de chambre Zorkine", "CHAMBRE", true),
            ("selon le directeur de l'agence Zorkine", "AGENCE", false),
            ("selon l'agente immobilière Zorkine", "IMMOBILIERE", true),
            ("près de la gare Zorkine", "GARE", false),
            ("une lettre d'agence Zorkine", "AGENCE", false),
        ] {
            let page = Page::new(Document::new(text).expect("a small text"), Lexicon::fr());
            let at = (0..page.tokens().len()).find(|&at| page.folded(at) == word).expect("the word");
            assert_eq!(trade_of(&page, at), expected, "{text}");
        }
    }
}
