//! How like two spellings of a name are.

/// Rows of the AZERTY keyboard: keys that a finger confuses stand side by side.
const ROWS: [&[u8]; 3] = [b"AZERTYUIOP", b"QSDFGHJKLM", b"WXCVBN"];

/// A whole error; a typist's slip (a key beside the right one, two letters exchanged) counts half of it.
const ERROR: usize = 2;

/// In percent: 0 for nothing in common, 100 for the same word. `a` and `b` are folded words. Quadratic in their length.
pub(crate) fn likeness(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let longest = a.len().max(b.len());
    if longest == 0 {
        return 100;
    }
    let (mut before, mut last): (Vec<usize>, Vec<usize>) = (Vec::new(), (0..=b.len()).map(|n| n * ERROR).collect());
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![(i + 1) * ERROR];
        for (j, y) in b.iter().enumerate() {
            let mut cost = (last[j] + substitution(*x, *y)).min(last[j + 1] + ERROR).min(row[j] + ERROR);
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                cost = cost.min(before[j - 1] + ERROR / 2);
            }
            row.push(cost);
        }
        before = std::mem::replace(&mut last, row);
    }
    100 - last[b.len()] * 100 / (longest * ERROR)
}

fn substitution(x: char, y: char) -> usize {
    if x == y {
        return 0;
    }
    let at = |c: char| ROWS.iter().enumerate().find_map(|(row, keys)| Some((row, keys.iter().position(|&key| char::from(key) == c)?)));
    match (at(x), at(y)) {
        (Some((row, place)), Some((other, beside))) if row.abs_diff(other) <= 1 && place.abs_diff(beside) <= 1 => ERROR / 2,
        _ => ERROR,
    }
}

#[cfg(test)]
mod tests {
    use super::likeness;

    #[test]
    fn slips_are_like_and_other_names_are_not() {
        for (a, b) in [("ALEXANDRE", "ALEXANDRIE"), ("TIENDREBEOGO", "TIENDREBEPGO"), ("THIBAUT", "THIBAULT"), ("WROBLEWSKI", "WROBLESWKI")] {
            assert!(likeness(a, b) > 80, "{a} {b}: {}", likeness(a, b));
        }
        for (a, b) in [("MARTIN", "MERLIN"), ("DUVAL", "DURAND"), ("ROUX", "ROY"), ("PETIT", "PETRA")] {
            assert!(likeness(a, b) <= 80, "{a} {b}: {}", likeness(a, b));
        }
        assert!(likeness("MARTIN", "DUVAL") < 40);
        assert_eq!(likeness("", ""), 100);
    }
}
