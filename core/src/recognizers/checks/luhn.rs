/// True when `digits` (ASCII digits only) pass the Luhn check of ISO/IEC 7812-1.
///
/// ```
/// use huisclos::recognizers::checks::luhn;
/// assert!(luhn("732829320"));
/// assert!(!luhn("732829321"));
/// ```
pub fn luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(i, b)| {
            let digit = u32::from(b - b'0');
            if i % 2 == 0 {
                digit
            } else if digit > 4 {
                digit * 2 - 9
            } else {
                digit * 2
            }
        })
        .sum();
    !digits.is_empty() && sum.is_multiple_of(10)
}
