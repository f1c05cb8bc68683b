use std::collections::BTreeMap;

use huisclos::lexicon::Class;

use super::varint;

/// Appends the entries that are more than ordinary words, grouped by class, each group sorted and front-coded.
pub(super) fn pack(entries: &BTreeMap<String, Class>, out: &mut Vec<u8>) {
    let mut groups: BTreeMap<u32, Vec<&str>> = BTreeMap::new();
    for (key, class) in entries {
        // The graph of words answers for this class.
        let plain = key.bytes().all(|b| b.is_ascii_uppercase());
        let class = if plain { class.0 & !Class::WORD.0 } else { class.0 };
        if class != 0 {
            groups.entry(class).or_default().push(key);
        }
    }
    varint(groups.len(), out);
    varint(groups.values().map(Vec::len).sum(), out);
    for (class, keys) in groups {
        let mut coded = Vec::new();
        let mut before = "";
        for key in &keys {
            let shared = key.bytes().zip(before.bytes()).take_while(|(a, b)| a == b).count();
            coded.push(shared as u8);
            coded.extend_from_slice(&key.as_bytes()[shared..]);
            coded.push(b'\n');
            before = key;
        }
        varint(class as usize, out);
        varint(keys.len(), out);
        varint(coded.len(), out);
        out.extend_from_slice(&coded);
    }
}
