/// The remainder modulo 97 of an alphanumeric account number, letters counting 10 to 35 (ISO/IEC 7064, ISO 13616).
///
/// ```
/// use huisclos::recognizers::checks::mod97;
/// assert_eq!(mod97("3214282912345698765432161182"), 1);
/// assert_eq!(mod97("97"), 0);
/// ```
pub fn mod97(code: &str) -> u32 {
    code.bytes().fold(0, |rest, b| {
        if b.is_ascii_digit() {
            (rest * 10 + u32::from(b - b'0')) % 97
        } else {
            (rest * 100 + u32::from(b.to_ascii_uppercase().saturating_sub(b'A')) + 10) % 97
        }
    })
}
