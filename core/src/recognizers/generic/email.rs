//! E-mail addresses.

use super::{Reader, Rule};
use crate::context::Page;
use crate::model::{Confidence, Detection, Kind};
use crate::text::Span;

const RULE: Rule = Rule {
    id: "generic/email",
    kind: Kind::Email,
    finds: "An e-mail address.",
    source: "RFC 5322 §3.4.1, dot-atom form",
};

pub(super) const READER: Reader = Reader { rules: &[RULE], find };

fn find(page: &Page, found: &mut Vec<Detection>) {
    let text = page.document.text();
    let bytes = text.as_bytes();
    for at in page.document.find("@").map_or(&[][..], |word| page.document.places(word)) {
        let at = page.tokens()[*at as usize].span.start as usize;
        let from = at + 1;
        let start = at - bytes[..at].iter().rev().take_while(|b| is_local(**b)).count();
        let mut end = from + bytes[from..].iter().take_while(|b| is_domain(**b)).count();
        while end > from && !bytes[end - 1].is_ascii_alphanumeric() {
            end -= 1;
        }
        let domain = &text[from..end];
        let top = domain.rsplit('.').next().unwrap_or("");
        if start < at && domain.contains('.') && top.len() >= 2 && top.bytes().all(|b| b.is_ascii_alphabetic()) {
            let span = Span::new(start as u32, end as u32);
            found.push(Detection::new(RULE.id, RULE.kind, span, Confidence::Certain));
        }
    }
}

fn is_local(b: u8) -> bool {
    b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-' | b'+' | b'\'' | b'&')
}

fn is_domain(b: u8) -> bool {
    b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-')
}

#[cfg(test)]
mod tests {
    use super::READER;
    use crate::recognizers::slices;

    #[test]
    fn finds_addresses_without_the_full_stop() {
        assert_eq!(slices(&READER, "à l.vasseur+a@exemple.co.fr. Fin"), ["l.vasseur+a@exemple.co.fr"]);
    }

    #[test]
    fn leaves_handles_and_lone_signs() {
        for text in ["@vasseur", "10 @ 5", "a@b", "x@exemple.c", "prix@12.50"] {
            assert!(slices(&READER, text).is_empty(), "{text}");
        }
    }
}
