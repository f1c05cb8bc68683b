//! Lists of words as a browser loads them: [`one_of`](super::one_of).

/// The bytes that [`pack`] makes of `words`.
pub(crate) const fn size(words: &[&str]) -> usize {
    let (mut size, mut at) = (0, 0);
    while at < words.len() {
        assert!(!words[at].is_empty());
        let mut first = 0;
        while words[first].len() != words[at].len() {
            first += 1;
        }
        size += words[at].len() + if first == at { 2 } else { 0 };
        at += 1;
    }
    size
}

/// The words of each length, from the shortest: the length, how many they are, and the words without a space.
pub(crate) const fn pack<const SIZE: usize>(words: &[&str]) -> [u8; SIZE] {
    let (mut packed, mut end, mut length) = ([0; SIZE], 0, 1);
    while end < SIZE {
        let (head, mut at) = (end, 0);
        while at < words.len() {
            if words[at].len() == length {
                if end == head {
                    packed[head] = length as u8;
                    end += 2;
                }
                packed[head + 1] += 1;
                packed.split_at_mut(end).1.split_at_mut(length).0.copy_from_slice(words[at].as_bytes());
                end += length;
            }
            at += 1;
        }
        length += 1;
    }
    packed
}

/// True when `word` is one of those that [`pack`] made `packed` of.
pub(crate) fn is_listed(word: &str, mut packed: &[u8]) -> bool {
    while let [length, count, rest @ ..] = packed {
        let length = usize::from(*length);
        let (words, longer) = rest.split_at(length * usize::from(*count));
        if length >= word.len() {
            return length == word.len() && words.chunks_exact(length).any(|listed| listed == word.as_bytes());
        }
        packed = longer;
    }
    false
}

#[cfg(test)]
mod tests {
    use crate::text::one_of;

    #[test]
    fn a_word_is_listed_whole() {
        assert!(["UN", "DEUX", "EX-ÉPOUX", "SIX"].iter().all(|word| one_of!(word, "UN" | "DEUX" | "EX-ÉPOUX" | "SIX" | "DIX")));
        assert!(["U", "UND", "DEU", "SIXDIX", "XDI", "", "EX-ÉPOUXX"].iter().all(|word| !one_of!(word, "UN" | "DEUX" | "EX-ÉPOUX" | "SIX" | "DIX")));
    }
}
