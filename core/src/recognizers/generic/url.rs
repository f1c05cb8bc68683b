//! Web addresses.

use super::{Reader, Rule};
use crate::context::Page;
use crate::model::{Confidence, Detection, Kind};
use crate::recognizers::figures::{is_hyphen, touches_after, touches_before};
use crate::text::{Span, order_by};

const RULE: Rule = Rule {
    id: "generic/url",
    kind: Kind::Url,
    finds: "A web address, scheme and path included.",
    source: "RFC 3986 §3, RFC 3987 §2.2 (letters of any script); hosts without a scheme: www., or a path after a usual top-level domain",
};

pub(super) const READER: Reader = Reader { rules: &[RULE], find };

fn find(page: &Page, found: &mut Vec<Detection>) {
    let text = page.document.text();
    let heads = ["HTTP", "HTTPS", "WWW"].into_iter().filter_map(|head| page.document.find(head));
    let mut heads: Vec<u32> = heads.flat_map(|word| page.document.places(word)).copied().collect();
    order_by(&mut heads, |&head| u64::from(head));
    let mut free = 0;
    for at in heads {
        let token = &page.tokens()[at as usize];
        if token.span.start < free {
            continue;
        }
        let start = token.span.start as usize;
        let rest = &text[token.span.end as usize..];
        if touches_before(text, start) || !(rest.starts_with("://") || rest.starts_with('.')) {
            continue;
        }
        let end = end(text, start, is_url);
        let host = text[start..end].rsplit("://").next().unwrap_or("");
        free = end as u32;
        if host.split('/').next().is_some_and(|host| host.trim_start_matches("www.").contains('.')) {
            found.push(Detection::new(RULE.id, RULE.kind, Span::new(start as u32, end as u32), Confidence::Certain));
        }
    }
    bare(page, found);
    handles(page, found);
}

/// `@paul.vasseur57`: a name on a social network.
fn handles(page: &Page, found: &mut Vec<Detection>) {
    let text = page.document.text();
    for &at in page.document.find("@").map_or(&[][..], |sign| page.document.places(sign)) {
        let sign = page.tokens()[at as usize].span;
        let (start, from) = (sign.start as usize, sign.end as usize);
        let end = end(text, from, |c| is_host(c) || c == '_');
        let free = !text[..start].ends_with(|c: char| is_host(c) || matches!(c, '_' | '@')) && !touches_after(text, end);
        if free && end > from + 2 && text[from..end].contains(char::is_alphabetic) {
            found.push(Detection::new(RULE.id, RULE.kind, Span::new(start as u32, end as u32), Confidence::Strong));
        }
    }
}

/// Ends of hosts that French texts name without a scheme.
const TOPS: &[&str] = &["COM", "FR", "NET", "ORG", "EU", "INFO", "BE", "CH", "RE", "NC", "PF", "BZH", "PARIS", "SHOP", "EXAMPLE"];

/// Bytes of the longest host there may be (RFC 1035 §2.3.4).
const LONGEST: usize = 255;

/// `facebook.com/paul.vasseur`, `vasseur-toiture.fr`: a host without a scheme, in lower case where no path proves it.
fn bare(page: &Page, found: &mut Vec<Detection>) {
    let text = page.document.text();
    let bytes = text.as_bytes();
    let tops = TOPS.iter().filter_map(|top| page.document.find(top)).flat_map(|top| page.document.places(top));
    let mut free = 0;
    for top in page.in_order(tops.map(|&top| top as usize).collect()) {
        let token = &page.tokens()[top];
        let (tail, path) = (token.span.start as usize, token.span.end as usize);
        if tail <= free || bytes[tail - 1] != b'.' {
            continue;
        }
        let floor = text.floor_char_boundary(tail.saturating_sub(LONGEST).max(free));
        let start = floor + text[floor..tail].trim_end_matches(is_host).len();
        let host = &text[start..path];
        let alone = !touches_after(text, path) && !host.contains(char::is_uppercase) && tail - start > 3;
        let led = text[..start].ends_with(['/', '@', ':']) || host.starts_with("www.");
        let whole = start > floor || start == free;
        if led || !whole || start + 1 >= tail || bytes.get(path) != Some(&b'/') && !alone {
            continue;
        }
        let end = end(text, path, is_url);
        if end > path + 1 || alone {
            free = end;
            found.push(Detection::new(RULE.id, RULE.kind, Span::new(start as u32, end as u32), Confidence::Certain));
        }
    }
}

/// The end of what `is` holds from `from` on, without the signs that close it but a path's.
fn end(text: &str, from: usize, is: impl Fn(char) -> bool) -> usize {
    let reach = text[from..].find(|c| !is(c)).unwrap_or(text.len() - from);
    from + text[from..from + reach].trim_end_matches(|c: char| !c.is_alphanumeric() && c != '/').len()
}

fn is_host(c: char) -> bool {
    c.is_alphanumeric() || is_hyphen(c) || c == '.'
}

fn is_url(c: char) -> bool {
    is_host(c) || "_~:/?#@!$&'*+,;=%".contains(c)
}

#[cfg(test)]
mod tests {
    use super::READER;
    use crate::recognizers::slices;

    #[test]
    fn finds_whole_addresses() {
        assert_eq!(slices(&READER, "voir www.vasseur-toiture.fr/devis, ou https://exemple.fr?a=1."), [
            "www.vasseur-toiture.fr/devis",
            "https://exemple.fr?a=1"
        ]);
    }

    #[test]
    fn takes_accents_and_the_hyphen_that_does_not_break() {
        assert_eq!(slices(&READER, "www.société\u{2011}vé.fr/é, vé\u{2011}père.fr et @hélène_vé."), ["www.société\u{2011}vé.fr/é", "vé\u{2011}père.fr", "@hélène_vé"]);
    }

    #[test]
    fn a_host_has_an_end() {
        let long: &str = format!("a{}", ".fr".repeat(200)).leak();
        assert_eq!(slices(&READER, long), [long]);
        let longer: &str = format!("{}.fr", "a".repeat(400)).leak();
        assert!(slices(&READER, longer).is_empty());
        assert_eq!(slices(&READER, "exemple.fr/a.com/b.fr et vé.fr"), ["exemple.fr/a.com/b.fr", "vé.fr"]);
    }

    #[test]
    fn leaves_other_words() {
        assert!(slices(&READER, "le protocole HTTP, www seul, http:// et www.fr").is_empty());
    }
}
