//! Tokens that depend on the key and on whom they stand for, on nothing else: `[Personne 7KQ2M4XD]`.
//!
//! Eight signs of an alphabet of 32 hold 40 bits of the identity's digest. Adding or removing a person changes no other
//! token, unless two digests agree in all 40: in a document of a thousand entities once in two million documents. Then the
//! one whose digest comes later takes its next eight signs.


use super::{Book, Request, noun};
use crate::error::Error;
use crate::text::{SortedMap, sort};

/// No sign looks like another: neither 0 and O, nor 1 and I.
const ALPHABET: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

pub(super) fn tokens(request: &Request, ledger: &mut Book) -> Result<Vec<String>, Error> {
    let mut order = Vec::new();
    for item in request.items {
        let bearer = &request.bearers[item.bearer];
        let digest = ledger.key()?.digest("stable", &[noun(bearer.kind).as_bytes(), bearer.identity.as_bytes()]);
        order.push((digest, item.bearer));
    }
    sort(&mut order);
    order.dedup();
    let mut taken = SortedMap::default();
    let mut all: SortedMap<usize, String> = SortedMap::default();
    for (digest, index) in order {
        let bearer = &request.bearers[index];
        let noun = noun(bearer.kind);
        let key = ledger.key()?.clone();
        let label = ledger.settle(noun, &bearer.identity, &mut taken, |attempt| {
            let drawn = if attempt == 0 { digest } else { key.digest("stable again", &[&digest, &attempt.to_le_bytes()]) };
            Ok(format!("[{noun} {}]", signs(&drawn)))
        })?;
        all.insert(index, label);
    }
    Ok(request.items.iter().map(|item| all[&item.bearer].clone()).collect())
}

/// The first 40 bits in eight signs.
fn signs(digest: &[u8; 32]) -> String {
    let bits = digest[..5].iter().fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
    (0..8).rev().map(|place| char::from(ALPHABET[(bits >> (place * 5) & 31) as usize])).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Bearer, Item, Key, Style, replace};
    use super::*;
    use crate::model::Kind;
    use crate::text::Span;

    fn run(names: &[&str]) -> Vec<String> {
        let text = "x".repeat(names.len());
        let items: Vec<_> = (0..names.len()).map(|at| Item { kind: Kind::Person, span: Span::new(at as u32, at as u32 + 1), bearer: at, name: Vec::new(), with: None }).collect();
        let bearers: Vec<_> = names.iter().map(|name| Bearer::datum(Kind::Person, name)).collect();
        let key = Key::new([3; 32]);
        let request = Request { text: &text, items: &items, bearers: &bearers, style: Style::Stable, key: Some(&key), family_link: true, is_known: &|_| false };
        replace(&request, None).unwrap()
    }

    #[test]
    fn one_more_or_one_less_changes_no_other() {
        let names: Vec<String> = (0..400).map(|n| format!("NOM{n}")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let all = run(&names);
        assert_eq!(all.iter().collect::<std::collections::BTreeSet<_>>().len(), 400);
        for gone in [0, 7, 399] {
            let mut fewer = names.clone();
            fewer.remove(gone);
            let mut expected = all.clone();
            expected.remove(gone);
            assert_eq!(run(&fewer), expected);
        }
        let mut turned = names.clone();
        turned.reverse();
        assert_eq!(run(&turned).into_iter().rev().collect::<Vec<_>>(), all);
    }

    #[test]
    fn two_of_one_name_have_two_tokens() {
        let [first, second] = run(&["ROUX", "ROUX"]).try_into().unwrap();
        assert_ne!(first, second);
        assert_eq!(run(&["ROUX"])[0], first);
        assert!(first.starts_with("[Personne ") && first.len() == "[Personne 7KQ2M4XD]".len());
    }

    #[test]
    fn tokens_that_meet_part_by_their_digests() {
        let mut taken = SortedMap::from_iter([("[Personne A]".to_owned(), "other".to_owned())]);
        let mut book = Book { ledger: None, style: Style::Stable, key: None };
        let label = book.settle("Personne", "me", &mut taken, |attempt| Ok(format!("[Personne {}]", ["A", "B"][attempt as usize]))).unwrap();
        assert_eq!(label, "[Personne B]");
    }
}
