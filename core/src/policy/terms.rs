//! Terms as the Court's tools write them: `+Rivebelle|Bar du Lac`, `Bar du Lac/Rivebelle`, `#dateCivile`.
//!
//! `|` and `/` part the terms, `+` before one keeps it, `#` before one names a category or a switch. A `/` inside a web address,
//! or between two digits (a date, a number), parts nothing. (jurinorm `computeOccultation.ts`; juritools `match_additional_terms`.)

/// Terms to keep and to remove, and the categories named among them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Terms {
    pub(super) keep: Vec<String>,
    pub(super) remove: Vec<String>,
    pub(super) keep_parts: Vec<String>,
    pub(super) mask_parts: Vec<String>,
}

impl Terms {
    /// Reads the notation.
    ///
    /// # Errors
    /// When a sign stands without its term; the message holds the term's number, not the term.
    pub(super) fn read(notation: &str) -> Result<Self, String> {
        let mut terms = Self::default();
        for (at, item) in parted(notation).into_iter().enumerate() {
            let (keeps, item) = item.strip_prefix('+').map_or((false, item), |item| (true, item.trim_start()));
            let (part, item) = item.strip_prefix('#').map_or((false, item), |item| (true, item.trim_start()));
            if !item.contains(char::is_alphanumeric) {
                return Err(format!("term {}: `+` keeps and `#` names a category, and here no word follows", at + 1));
            }
            let list = match (keeps, part) {
                (true, false) => &mut terms.keep,
                (false, false) => &mut terms.remove,
                (true, true) => &mut terms.keep_parts,
                (false, true) => &mut terms.mask_parts,
            };
            if !list.iter().any(|known| known == item) {
                list.push(item.to_owned());
            }
        }
        Ok(terms)
    }
}

/// The terms of a notation, trimmed, none empty.
fn parted(notation: &str) -> Vec<&str> {
    let mut items = Vec::new();
    let mut from = 0;
    for (at, c) in notation.char_indices() {
        let parts = match c {
            '|' => true,
            '/' => {
                let (before, after) = (&notation[from..at], &notation[at + 1..]);
                let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
                let begins = word.ends_with(':') && after.starts_with('/') || word.ends_with(":/");
                let is_address = begins || word.contains("://") || word.starts_with("www.");
                let is_number = before.ends_with(|c: char| c.is_ascii_digit()) && after.starts_with(|c: char| c.is_ascii_digit());
                !is_address && !is_number
            }
            _ => false,
        };
        if parts {
            items.push(notation[from..at].trim());
            from = at + 1;
        }
    }
    items.push(notation[from..].trim());
    items.retain(|item| !item.is_empty());
    items
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_separators_part_terms_and_addresses_stay_whole() {
        for (notation, items) in [
            ("Bar du Lac|Rivebelle", vec!["Bar du Lac", "Rivebelle"]),
            ("Bar du Lac/Rivebelle", vec!["Bar du Lac", "Rivebelle"]),
            (" | Bar du Lac || ", vec!["Bar du Lac"]),
            ("https://rivebelle.example/menu/midi|Bar du Lac", vec!["https://rivebelle.example/menu/midi", "Bar du Lac"]),
            ("www.rivebelle.example/menu", vec!["www.rivebelle.example/menu"]),
            ("le 12/03/2019/dossier 44/871", vec!["le 12/03/2019", "dossier 44/871"]),
            ("", vec![]),
        ] {
            assert_eq!(parted(notation), items, "{notation}");
        }
    }

    #[test]
    fn signs_say_what_becomes_of_a_term() {
        let terms = Terms::read("+Rivebelle|Bar du Lac|+#dateCivile|#cadastre|Bar du Lac").unwrap();
        assert_eq!((terms.keep, terms.remove), (vec!["Rivebelle".to_owned()], vec!["Bar du Lac".to_owned()]));
        assert_eq!((terms.keep_parts, terms.mask_parts), (vec!["dateCivile".to_owned()], vec!["cadastre".to_owned()]));
        let error = Terms::read("Rivebelle|+").unwrap_err();
        assert!(error.starts_with("term 2") && !error.contains("Rivebelle"), "{error}");
    }
}
