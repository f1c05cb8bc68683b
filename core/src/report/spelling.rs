//! How like two spellings of a name are.

/// Rows of the AZERTY keyboard: keys that a finger confuses stand side by side.
const ROWS: [&[u8]; 3] = [b"AZERTYUIOP", b"QSDFGHJKLM", b"WXCVBN"];

/// 0 for nothing in common, 1 for the same word. The slips of a typist (a key beside the right one, two letters exchanged)
/// count half. `a` and `b` are folded words. Quadratic in their length.
pub(crate) fn likeness(a: &str, b: &str) -> f64 {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let longest = a.len().max(b.len());
    if longest == 0 {
        return 1.0;
    }
    let (mut before, mut last): (Vec<f64>, Vec<f64>) = (Vec::new(), (0..=b.len()).map(|n| n as f64).collect());
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![(i + 1) as f64];
        for (j, y) in b.iter().enumerate() {
            let mut cost = (last[j] + substitution(*x, *y)).min(last[j + 1] + 1.0).min(row[j] + 1.0);
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                cost = cost.min(before[j - 1] + 0.5);
            }
            row.push(cost);
        }
        before = std::mem::replace(&mut last, row);
    }
    1.0 - last[b.len()] / longest as f64
}

fn substitution(x: char, y: char) -> f64 {
    if x == y {
        return 0.0;
    }
    let at = |c: char| ROWS.iter().enumerate().find_map(|(row, keys)| Some((row, keys.iter().position(|&key| char::from(key) == c)?)));
    match (at(x), at(y)) {
        (Some((row, place)), Some((other, beside))) if row.abs_diff(other) <= 1 && place.abs_diff(beside) <= 1 => 0.5,
        _ => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::likeness;

    #[test]
    fn slips_are_like_and_other_names_are_not() {
        for (a, b) in [("ALEXANDRE", "ALEXANDRIE"), ("TIENDREBEOGO", "TIENDREBEPGO"), ("THIBAUT", "THIBAULT"), ("WROBLEWSKI", "WROBLESWKI")] {
            assert!(likeness(a, b) > 0.8, "{a} {b}: {}", likeness(a, b));
        }
        for (a, b) in [("MARTIN", "MERLIN"), ("DUVAL", "DURAND"), ("ROUX", "ROUY"), ("PETIT", "PETRI")] {
            assert!(likeness(a, b) <= 0.9, "{a} {b}: {}", likeness(a, b));
        }
        assert!(likeness("MARTIN", "DUVAL") < 0.4);
        assert!((likeness("", "") - 1.0).abs() < f64::EPSILON);
    }
}
