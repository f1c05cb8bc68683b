//! One hash for the words of a document and the entries of the dictionaries: a word hashed once is looked up in both.
//!
//! Free of the rest of the library: the build script hashes the dictionaries with it.

/// A hash of `folded` in chunks of eight bytes, the last one filled up with zeros; its high half is the better one. The hashes of
/// two words of at most eight bytes differ when the words do.
pub(crate) fn hash(folded: &[u8]) -> u64 {
    let mut chunks = folded.chunks_exact(8);
    let mut state = folded.len() as u64;
    for chunk in &mut chunks {
        state = mix(state, chunk);
    }
    let rest = chunks.remainder();
    if rest.is_empty() {
        return state;
    }
    mixed(state, padded(rest))
}

/// One to seven bytes, zeros behind them. Two reads that may overlap, for a copy of a few bytes is a call.
#[inline]
fn padded(rest: &[u8]) -> u64 {
    let last = rest.len() - 1;
    if let (Some(head), Some(tail)) = (rest.first_chunk::<4>(), rest.last_chunk::<4>()) {
        return u64::from(u32::from_le_bytes(*head)) | u64::from(u32::from_le_bytes(*tail)) << (8 * (last - 3));
    }
    let middle = rest.len() / 2;
    u64::from(rest[0]) | u64::from(rest[middle]) << (8 * middle) | u64::from(rest[last]) << (8 * last)
}

/// The same for the first `length` bytes, not none, of a buffer that holds zeros beyond them.
#[inline]
#[allow(dead_code, reason = "the build script has no buffers")]
pub(crate) fn hash_padded(buffer: &[u8], length: usize) -> u64 {
    let (first, rest) = buffer.split_at(8);
    let mut state = mix(length as u64, first);
    if length > 8 {
        for chunk in rest[..length - 1].chunks_exact(8) {
            state = mix(state, chunk);
        }
    }
    state
}

/// The same of a word of `length` bytes, at most eight, in the low bytes of a number, zeros above them.
#[inline]
#[allow(dead_code, reason = "the build script has no such words")]
pub(crate) const fn hash_short(word: u64, length: usize) -> u64 {
    mixed(length as u64, word)
}

#[inline]
fn mix(state: u64, chunk: &[u8]) -> u64 {
    mixed(state, chunk.try_into().map_or(0, u64::from_le_bytes))
}

#[inline]
const fn mixed(state: u64, word: u64) -> u64 {
    (state.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}
