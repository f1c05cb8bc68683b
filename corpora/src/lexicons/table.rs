use std::collections::{BTreeMap, BTreeSet, HashMap};

use huisclos::lexicon::Class;

use super::nodes::{build, lay, wide};
use super::{CompileError, varint};

/// What nothing but a place is.
const PLACES: u32 = Class::PLACE.0 | Class::PLACE_BIG.0 | Class::PLACE_START.0 | Class::COURT_SEAT.0;

/// Letters that like letters follow are neighbours: one part in two hundred of the table.
const ALIKE: &[u8] = b" -'()AEIOUYNMRLZSTXCKQGJDBPVFHW";

/// The entries that are more than ordinary words, as two trees: places, whose names are phrases, then all others. Beside them the
/// number of entries and of their bytes.
pub(super) fn pack(entries: &BTreeMap<String, Class>) -> Result<(Vec<u8>, [usize; 2]), CompileError> {
    // The graph of words answers for ordinary words.
    let own = |key: &str, class: Class| if key.bytes().all(|b| b.is_ascii_uppercase()) { class.0 & !Class::WORD.0 } else { class.0 };
    let entries: Vec<(&[u8], u32)> = entries.iter().map(|(key, class)| (key.as_bytes(), own(key, *class))).filter(|(_, class)| *class != 0).collect();

    let mut letters: Vec<u8> = entries.iter().flat_map(|(key, _)| *key).copied().collect::<BTreeSet<u8>>().into_iter().collect();
    letters.sort_by_key(|letter| ALIKE.iter().position(|alike| alike == letter));
    if letters.len() > 32 {
        return Err(CompileError(format!("entries are made of {} characters, {:?}; the form knows 32: filter some in fetch.py", letters.len(), String::from_utf8_lossy(&letters))));
    }
    let letter_of: HashMap<u8, u8> = letters.iter().copied().zip(0..).collect();
    let mut uses: BTreeMap<u32, usize> = BTreeMap::new();
    for (_, class) in &entries {
        *uses.entry(*class).or_default() += 1;
    }
    let mut classes: Vec<u32> = uses.keys().copied().collect();
    classes.sort_by_key(|class| (std::cmp::Reverse(uses[class]), *class));
    let ranks: HashMap<u32, usize> = classes.iter().enumerate().map(|(rank, &class)| (class, rank)).collect();

    let lengths = [entries.len(), entries.iter().map(|(key, _)| key.len()).sum()];
    let mut out = Vec::new();
    varint(letters.len(), &mut out);
    out.extend(&letters);
    varint(classes.len(), &mut out);
    for class in &classes {
        varint(*class as usize, &mut out);
    }
    let (places, others): (Vec<_>, Vec<_>) = entries.into_iter().partition(|(_, class)| *class & !PLACES == 0);
    varint(2, &mut out);
    for list in [places, others] {
        let mut words: Vec<(Vec<u8>, usize)> = list.into_iter().map(|(key, class)| (key.iter().map(|byte| letter_of[byte]).collect(), ranks[&class])).collect();
        words.sort();
        let nodes = build(words.into_iter(), false);
        let (laid, _) = lay(&nodes);
        // An edge's class lies among those of its letter.
        let mut ends = vec![Vec::new(); 32];
        let mut low = Vec::new();
        for edge in &laid {
            if let Some(class) = edge.edge.ends {
                let class = wide(class, &mut low).ok_or_else(|| CompileError("entries: more than 8,416 classes".to_owned()))?;
                ends[usize::from(edge.edge.letter)].push(class);
            }
        }
        varint(laid.len(), &mut out);
        varint(low.len(), &mut out);
        out.extend(laid.iter().map(|laid| laid.flags));
        out.extend(ends.into_iter().flatten());
        out.extend(low);
    }
    Ok((out, lengths))
}
