//! Addresses of a machine on a network.

use super::{Reader, Rule};
use crate::context::Page;
use crate::model::{Confidence, Detection, Kind};
use crate::text::{SortedSet, Span};

const RULE: Rule = Rule {
    id: "generic/network_address",
    kind: Kind::IdNumber,
    finds: "An IP or MAC address behind its name, and wherever it stands again.",
    source: "RFC 791 §3.2, RFC 4291 §2.2, IEEE 802; personal data: CJEU, 19 October 2016, Breyer, C-582/14",
};

pub(super) const READER: Reader = Reader { rules: &[RULE], find };

/// Bytes behind the name in which its addresses stand.
const REACH: usize = 240;

/// Linear in the text, where it names such an address.
fn find(page: &Page, found: &mut Vec<Detection>) {
    let text = page.document.text();
    let mut proven = SortedSet::default();
    for &at in ["IP", "IPV4", "IPV6", "MAC"].into_iter().filter_map(|name| page.document.find(name)).flat_map(|name| page.document.places(name)) {
        let from = page.tokens()[at as usize].span.end as usize;
        let behind = &text[from..text.floor_char_boundary(from + REACH)];
        proven.extend(addresses(behind).map(|(_, address)| address));
    }
    if proven.is_empty() {
        return;
    }
    for (start, address) in addresses(text).filter(|(_, address)| proven.contains(address)) {
        found.push(Detection::new(RULE.id, RULE.kind, Span::new(start as u32, (start + address.len()) as u32), Confidence::Certain));
    }
}

/// What has the form of an address in `text`, and where it starts.
fn addresses(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | ':' | '-');
    text.split(move |c| !part(c)).filter_map(move |run| {
        let address = run.trim_matches(['.', ':', '-']);
        // Both are slices of `text`.
        is_address(address).then(|| (address.as_ptr() as usize - text.as_ptr() as usize, address))
    })
}

/// `82.123.45.67`, `2a01:e0a:1b2::5`, `00:1A:2B:3C:4D:5E`, `00-1A-2B-3C-4D-5E`
fn is_address(run: &str) -> bool {
    let parts = |sign: char| run.split(sign).count();
    let hexadecimal = |sign: char, most: usize| run.split(sign).all(|part| part.len() <= most && part.bytes().all(|b| b.is_ascii_hexdigit()));
    parts('.') == 4 && run.split('.').all(|part| part.parse::<u8>().is_ok()) || (4..=8).contains(&parts(':')) && hexadecimal(':', 4) || parts('-') == 6 && hexadecimal('-', 2)
}

#[cfg(test)]
mod tests {
    use super::READER;
    use crate::recognizers::slices;

    #[test]
    fn finds_addresses_behind_their_name() {
        assert_eq!(slices(&READER, "l'adresse IP 82.123.45.67. Or 82.123.45.67"), ["82.123.45.67", "82.123.45.67"]);
        assert_eq!(slices(&READER, "adresses IP : 82.1.2.3, 2a01:e0a:1b2::5 (mac 00:1A:2B:3C:4D:5E)"), ["82.1.2.3", "2a01:e0a:1b2::5", "00:1A:2B:3C:4D:5E"]);
        assert_eq!(slices(&READER, "adresse MAC 00-1A-2B-3C-4D-5E"), ["00-1A-2B-3C-4D-5E"]);
    }

    #[test]
    fn leaves_other_figures() {
        for text in ["le point 1.2.3.4 du rapport", "l'adresse IP le 12.03.2019 à 12:30:45", "une IP 82.123.45.678", "IP"] {
            assert!(slices(&READER, text).is_empty(), "{text}");
        }
    }
}
