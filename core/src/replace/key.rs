//! The caller's secret, and everything drawn from it: HMAC-SHA-256 (RFC 2104, FIPS 180-4) with a label for each use.

use std::sync::Arc;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::error::Error;

/// A secret of 256 bits, wiped from memory when the last copy goes. `Debug` shows nothing of it.
///
/// ```
/// use huisclos::replace::Key;
/// let key = Key::from_hex(&"a7".repeat(32))?;
/// assert_eq!(format!("{key:?}"), "Key");
/// assert!(Key::from_hex("court").unwrap_err().to_string().contains("64 hexadecimal"));
/// # Ok::<(), huisclos::Error>(())
/// ```
#[derive(Clone)]
pub struct Key(Arc<Zeroizing<[u8; 32]>>);

/// What a key makes of a label and some parts.
pub type Digest = [u8; 32];

impl Key {
    /// The key of these 32 bytes.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(Arc::new(Zeroizing::new(bytes)))
    }

    /// Reads 64 hexadecimal digits; white space around them does not count.
    ///
    /// # Errors
    /// When the text is anything else. The message shows nothing of it.
    pub fn from_hex(text: &str) -> Result<Self, Error> {
        let digits = text.trim().as_bytes();
        let mut bytes = Zeroizing::new([0; 32]);
        let value = |digit: u8| (digit as char).to_digit(16).map(|value| value as u8);
        let well = digits.len() == 64 && digits.chunks(2).zip(bytes.iter_mut()).all(|(pair, byte)| match (value(pair[0]), value(pair[1])) {
            (Some(high), Some(low)) => {
                *byte = high << 4 | low;
                true
            }
            _ => false,
        });
        if !well {
            return Err(Error::key(format!(
                "the key is no key: it has {} characters, and must be 64 hexadecimal digits; `huisclos ledger key FILE` makes one",
                text.trim().chars().count()
            )));
        }
        Ok(Self(Arc::new(bytes)))
    }

    /// A digest of `parts` that nobody without the key can compute or invert. `label` keeps the uses apart: equal parts
    /// under two labels have nothing in common. Linear in the parts.
    ///
    /// # Panics
    /// Never: HMAC takes keys of any length.
    pub fn digest(&self, label: &str, parts: &[&[u8]]) -> Digest {
        let mut mac = Hmac::<Sha256>::new_from_slice(self.0.as_slice()).expect("HMAC takes keys of any length");
        for part in std::iter::once(label.as_bytes()).chain(parts.iter().copied()) {
            mac.update(&(part.len() as u64).to_le_bytes());
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }

    /// What a ledger remembers of its key, to refuse another one: it does not lead back to the key.
    pub fn check_value(&self) -> String {
        hex(&self.digest("check", &[])[..8])
    }
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key")
    }
}

/// Lower-case hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        for digit in [byte >> 4, byte & 15] {
            text.push(char::from(b"0123456789abcdef"[usize::from(digit)]));
        }
        text
    })
}

/// An endless row of numbers drawn from a digest: which one comes depends on the digest alone.
#[cfg(feature = "surrogates")]
pub(super) struct Draw(u64);

#[cfg(feature = "surrogates")]
impl Draw {
    pub(super) fn new(digest: &Digest) -> Self {
        let (first, _) = digest.split_first_chunk().expect("a digest has 32 bytes");
        Self(u64::from_le_bytes(*first))
    }

    /// A number below `end`, which is at least 1. `SplitMix64`; the bias is below 2^-32 for the short lists drawn from.
    pub(super) fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % end as u64) as usize
    }

    pub(super) fn of<'l, T>(&mut self, list: &'l [T]) -> &'l T {
        &list[self.below(list.len())]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 4231, test case 2, is for the crate; here: labels and the cut between parts matter.
    #[test]
    fn labels_and_cuts_tell_digests_apart() {
        let key = Key::new([7; 32]);
        let base = key.digest("a", &[b"bc", b"d"]);
        assert_eq!(base, key.clone().digest("a", &[b"bc", b"d"]));
        for other in [key.digest("a", &[b"b", b"cd"]), key.digest("ab", &[b"c", b"d"]), key.digest("x", &[b"bc", b"d"]), Key::new([8; 32]).digest("a", &[b"bc", b"d"])] {
            assert_ne!(base, other);
        }
    }

    #[test]
    fn keys_are_read_in_either_case_and_nothing_else_is() {
        let upper = Key::from_hex(&format!(" {}\n", "A7".repeat(32))).unwrap();
        assert_eq!(upper.check_value(), Key::new([0xa7; 32]).check_value());
        for wrong in ["", "a7", &"g7".repeat(32), &"a7".repeat(33), &"é".repeat(32)] {
            let error = Key::from_hex(wrong).unwrap_err();
            assert!(error.is_key() && (wrong.is_empty() || !error.to_string().contains(wrong)), "{error}");
        }
    }
}
