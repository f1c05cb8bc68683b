//! E-mail addresses.

use super::{Reader, Rule};
use crate::context::Page;
use crate::model::{Confidence, Detection, Kind};
use crate::recognizers::figures::is_hyphen;
use crate::text::Span;

const RULE: Rule = Rule {
    id: "generic/email",
    kind: Kind::Email,
    finds: "An e-mail address.",
    source: "RFC 5322 §3.4.1, dot-atom form; RFC 6531 §3.3, letters of any script",
};

pub(super) const READER: Reader = Reader { rules: &[RULE], find };

fn find(page: &Page, found: &mut Vec<Detection>) {
    let places = |word: &str| page.document.find(word).map_or(&[][..], |word| page.document.places(word));
    for &at in places("@") {
        let sign = page.tokens()[at as usize].span;
        push(page, sign, found);
    }
    // `paul (at) exemple.fr`, `paul[at]exemple.fr`: written so that machines do not read it.
    for at in places("AT").iter().map(|&at| at as usize).filter(|&at| at > 0) {
        if ["(", "["].iter().zip([")", "]"]).any(|(open, close)| page.is_symbol(at - 1, open) && page.is_symbol(at + 1, close)) {
            push(page, page.document.span_of(at - 1, at + 1), found);
        }
    }
}

/// Adds the address around `sign`; over one space on both sides, or the end of a line on one.
fn push(page: &Page, sign: Span, found: &mut Vec<Detection>) {
    let text = page.document.text();
    let bytes = text.as_bytes();
    let (at, from) = (sign.start as usize, sign.end as usize);
    let blank = |i: usize| bytes.get(i).is_some_and(|b| matches!(b, b' ' | b'\n'));
    let both = at > 0 && blank(at - 1) && blank(from);
    let before = at - usize::from(both || at > 0 && bytes[at - 1] == b'\n');
    let from = from + usize::from(both || bytes.get(from) == Some(&b'\n'));
    let start = text[..before].trim_end_matches(is_local).len();
    let reach = from + text[from..].find(|c| !is_domain(c)).unwrap_or(text.len() - from);
    let end = from + text[from..reach].trim_end_matches(|c: char| !c.is_alphanumeric()).len();
    let domain = &text[from..end];
    let top = domain.rsplit('.').next().unwrap_or("");
    let lettered = text[start..before].contains(char::is_alphabetic) || before == at;
    if start < before && lettered && domain.contains('.') && top.len() >= 2 && top.chars().all(char::is_alphabetic) {
        found.push(Detection::new(RULE.id, RULE.kind, Span::new(start as u32, end as u32), Confidence::Certain));
    }
}

fn is_local(c: char) -> bool {
    c.is_alphanumeric() || is_hyphen(c) || matches!(c, '.' | '_' | '+' | '\'' | '&')
}

fn is_domain(c: char) -> bool {
    c.is_alphanumeric() || is_hyphen(c) || c == '.'
}

#[cfg(test)]
mod tests {
    use super::READER;
    use crate::recognizers::slices;

    #[test]
    fn finds_addresses_without_the_full_stop() {
        assert_eq!(slices(&READER, "à l.vasseur+a@exemple.co.fr. Fin"), ["l.vasseur+a@exemple.co.fr"]);
        assert_eq!(slices(&READER, "à l.vasseur @ exemple.fr, l.vasseur(at)exemple.fr"), ["l.vasseur @ exemple.fr", "l.vasseur(at)exemple.fr"]);
    }

    #[test]
    fn takes_accents_and_the_hyphen_that_does_not_break() {
        assert_eq!(slices(&READER, "à hélène.vé@société-vé.fr, zoé\u{2011}vé@vé\u{2011}vé.fr."), ["hélène.vé@société-vé.fr", "zoé\u{2011}vé@vé\u{2011}vé.fr"]);
    }

    #[test]
    fn leaves_handles_and_lone_signs() {
        for text in ["@vasseur", "10 @ 5", "a@b", "x@exemple.c", "prix@12.50", "3 @ exemple.fr", "(at) exemple.fr"] {
            assert!(slices(&READER, text).is_empty(), "{text}");
        }
    }
}
