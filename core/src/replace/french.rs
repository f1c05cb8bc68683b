//! French around a replacement: elision (`d'Alice`, `de Marc`) and contraction (`au Mans`, `à Orly`).

use super::Style;
use crate::model::{Kind, Lead};
use crate::text::Span;

/// Words that lose their vowel before another, with what they keep.
const ELIDED: &[(&str, &str)] =
    &[("de", "d"), ("que", "qu"), ("lorsque", "lorsqu"), ("puisque", "puisqu"), ("quoique", "quoiqu"), ("jusque", "jusqu")];
/// The preposition inside an article, for the name of a place that has no article any more.
const CONTRACTED: &[(&str, &str)] = &[("du", "de"), ("au", "à"), ("aux", "à")];

/// What the word before `span` must become so that it agrees with `replacement`; `None` when it does already.
///
/// `from` is where the change may start: the end of the span before. The Court's own templates leave every word as it was,
/// and so does this for [`Style::Court`]. Looks at the last 16 bytes before the span only.
///
/// ```
/// use huisclos::replace::{Style, lead};
/// use huisclos::{Kind, Span};
/// let text = "les droits d'Alice";
/// let change = lead(text, 0, Span::new(13, 18), Kind::Person, "Marc", Style::Surrogates).unwrap();
/// assert_eq!((change.span.of(text), &*change.text), ("d'", "de "));
/// assert!(lead(text, 0, Span::new(13, 18), Kind::Person, "Anne", Style::Surrogates).is_none());
/// assert!(lead(text, 0, Span::new(13, 18), Kind::Person, "[K]", Style::Court).is_none());
/// ```
pub fn lead(text: &str, from: u32, span: Span, kind: Kind, replacement: &str, style: Style) -> Option<Lead> {
    if style == Style::Court || from >= span.start {
        return None;
    }
    let before = text.get(from as usize..span.start as usize)?;
    let (word, gap) = last_word(before);
    if word.is_empty() {
        return None;
    }
    let vowel = starts_with_vowel(replacement)?;
    let start = span.start - (word.len() + gap.len()) as u32;
    let edge = text[..start as usize].chars().next_back();
    if edge.is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’')) {
        return None;
    }
    let change = |new: String| Some(Lead { span: Span::new(start, span.start), text: new });
    let cut = |stem: &str| change(format!("{}{}", like(word, stem, replacement), if text.contains('’') { '’' } else { '\'' }));
    if replacement == super::dates::IN {
        return if word.eq_ignore_ascii_case("le") { change(String::new()) } else { None };
    }
    if let Some(stem) = word.strip_suffix(['\'', '’']) {
        let whole = ELIDED.iter().find(|(_, cut)| stem.eq_ignore_ascii_case(cut)).map(|(whole, _)| *whole)?;
        return if vowel || !gap.is_empty() { None } else { change(format!("{} ", like(word, whole, replacement))) };
    }
    if gap.is_empty() {
        return None;
    }
    // A commune's article went with its name; a label or an invented name has none.
    let contracted = CONTRACTED.iter().find(|(old, _)| kind == Kind::Locality && word.eq_ignore_ascii_case(old));
    let plain = contracted.map(|(_, plain)| *plain);
    let whole = plain.unwrap_or(word);
    match ELIDED.iter().find(|(elided, _)| vowel && whole.eq_ignore_ascii_case(elided)) {
        Some((_, stem)) => cut(stem),
        None => plain.and_then(|plain| change(format!("{}{gap}", like(word, plain, replacement)))),
    }
}

/// The last word before a span with its apostrophe, and the white space after it; no word over a blank line.
fn last_word(before: &str) -> (&str, &str) {
    let word_end = before.trim_end_matches([' ', '\u{a0}', '\u{202f}', '\n', '\r', '\t']);
    let gap = &before[word_end.len()..];
    if gap.len() > 4 || gap.matches('\n').count() > 1 {
        return ("", gap);
    }
    let body = word_end.strip_suffix(['\'', '’']).unwrap_or(word_end);
    let start = body.char_indices().rev().take_while(|(_, c)| c.is_alphabetic()).last().map_or(body.len(), |(at, _)| at);
    (&word_end[start..], gap)
}

/// `new` in capitals when `model` is, with a capital when `model` has one. A lone capital (`D'`) stands among capitals when
/// the replacement is in capitals.
fn like(model: &str, new: &str, replacement: &str) -> String {
    let is_upper = |text: &str| text.chars().filter(|c| c.is_alphabetic()).nth(1).is_some() && !text.chars().any(char::is_lowercase);
    let first = model.chars().next().is_some_and(char::is_uppercase);
    if is_upper(model) || first && !model.chars().any(char::is_lowercase) && is_upper(replacement) {
        return new.to_uppercase();
    }
    let mut chars = new.chars();
    match chars.next() {
        Some(c) if first => c.to_uppercase().chain(chars).collect(),
        _ => new.to_owned(),
    }
}

/// Whether a replacement is read with a vowel first; `None` when nobody reads it (`...`). A bracket is silent.
fn starts_with_vowel(replacement: &str) -> Option<bool> {
    let first = replacement.trim_start_matches(['[', '«', ' ']).chars().next()?;
    if first == '.' {
        return None;
    }
    Some(matches!(crate::text::fold(first.encode_utf8(&mut [0; 4])).as_bytes().first(), Some(b'A' | b'E' | b'I' | b'O' | b'U')))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with `#name#` replaced and its word before agreeing.
    fn agree(marked: &str, kind: Kind, new: &str) -> String {
        let (before, rest) = marked.split_once('#').unwrap();
        let (name, after) = rest.split_once('#').unwrap();
        let text = format!("{before}{name}{after}");
        let span = Span::new(before.len() as u32, (before.len() + name.len()) as u32);
        match lead(&text, 0, span, kind, new, Style::Surrogates) {
            Some(change) => format!("{}{}{new}{after}", &text[..change.span.start as usize], change.text),
            None => format!("{before}{new}{after}"),
        }
    }

    #[test]
    fn elides_and_does_not() {
        for (text, new, out) in [
            ("l’avis d’#Alice# Roux", "Marc", "l’avis de Marc Roux"),
            ("l'avis de #Marc#", "Alice", "l'avis d'Alice"),
            ("DROITS DE #MARC#", "ALICE", "DROITS D'ALICE"),
            ("ce qu'#Alice# dit", "Marc", "ce que Marc dit"),
            ("ce que #Marc# dit", "Émile", "ce qu'Émile dit"),
            ("Que #Marc# dise", "Alice", "Qu'Alice dise"),
            ("lorsqu'#Alice# vint", "Marc", "lorsque Marc vint"),
            ("de\n#Marc#", "Alice", "d'Alice"),
            ("de #Marc#", "[Personne 2]", "de [Personne 2]"),
            ("d'#Alice#", "[Personne 2]", "de [Personne 2]"),
            ("AVIS D'#ALICE#", "MARC", "AVIS DE MARC"),
            ("D'#Alice# on sait", "Marc", "De Marc on sait"),
            ("d'#Alice#", "█████", "de █████"),
        ] {
            assert_eq!(agree(text, Kind::Person, new), out);
        }
    }

    #[test]
    fn leaves_other_words() {
        for text in ["M. #Marc#", "monde #Marc#", "aujourd'#Alice#", "de\n\n#Marc#", "#Marc#", "grand'de #Marc#", "grand-de #Marc#", "l'#Alice#", "du #Marc#"] {
            let plain = text.replacen("#Marc#", "Alice", 1).replacen("#Alice#", "Alice", 1);
            assert_eq!(agree(text, Kind::Person, "Alice"), plain, "{text}");
        }
        assert_eq!(agree("d'#Alice#", Kind::Person, "..."), "d'...");
    }

    #[test]
    fn a_place_without_an_article_has_its_preposition() {
        assert_eq!(agree("né au #Mans#", Kind::Locality, "Montalin"), "né à Montalin");
        assert_eq!(agree("venu du #Mans#", Kind::Locality, "Orvelle"), "venu d'Orvelle");
        assert_eq!(agree("AU #MANS#", Kind::Locality, "MONTALIN"), "À MONTALIN");
        assert_eq!(agree("né au #Mans#", Kind::Establishment, "Montalin"), "né au Montalin");
    }

    #[test]
    fn a_change_never_reaches_into_the_span_before() {
        let text = "Anne d'Alice";
        assert!(lead(text, 6, Span::new(7, 12), Kind::Person, "Marc", Style::Stable).is_none());
        assert!(lead(text, 4, Span::new(7, 12), Kind::Person, "Marc", Style::Stable).is_some());
    }
}
