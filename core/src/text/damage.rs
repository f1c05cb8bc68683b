//! Characters that a text holds as several others: HTML entities, and UTF-8 that was read as Windows-1252.

/// The characters of Windows-1252 from 0x80 to 0x9F; a dot where it has none.
const WINDOWS: [char; 32] = [
    '€', '.', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '.', 'Ž', '.', '.', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '.', 'ž', 'Ÿ',
];

/// The character that the entity or the broken bytes at the start of `text` stand for, and their length in bytes.
///
/// `None` for everything else, and nearly always after one comparison. An accented letter's entity gives the plain letter.
#[inline]
pub(super) fn decode(text: &str) -> Option<(char, usize)> {
    match text.as_bytes().first()? {
        b'&' => entity(text),
        0xc3 => misread(text),
        _ => None,
    }
}

/// `&eacute;`, `&#233;`, `&#xE9;`, `&nbsp;`.
fn entity(text: &str) -> Option<(char, usize)> {
    let end = text.bytes().take(10).position(|byte| byte == b';')?;
    let name = &text[1..end];
    let c = match name.strip_prefix('#') {
        Some(number) => char::from_u32(number.strip_prefix(['x', 'X']).map_or_else(|| number.parse(), |hex| u32::from_str_radix(hex, 16)).ok()?)?,
        None => named(name)?,
    };
    Some((c, end + 1))
}

fn named(name: &str) -> Option<char> {
    let marks = ["acute", "grave", "circ", "uml", "cedil", "tilde", "ring", "slash", "caron"];
    let c = match name {
        "nbsp" | "thinsp" | "ensp" | "emsp" => '\u{a0}',
        "laquo" => '«',
        "raquo" => '»',
        "rsquo" | "lsquo" | "apos" => '’',
        "quot" => '"',
        "ldquo" => '“',
        "rdquo" => '”',
        "ndash" => '–',
        "mdash" => '—',
        "amp" => '&',
        "deg" => '°',
        "hellip" => '…',
        "euro" => '€',
        "oelig" => 'œ',
        "OElig" => 'Œ',
        "aelig" => 'æ',
        "AElig" => 'Æ',
        "szlig" => 'ß',
        _ => {
            let letter = name.chars().next().filter(char::is_ascii_alphabetic)?;
            return marks.contains(&&name[1..]).then_some(letter);
        }
    };
    Some(c)
}

/// `Ã©` for `é`, `â€™` for `’`: two or three bytes of UTF-8, each shown as a character of Windows-1252.
fn misread(text: &str) -> Option<(char, usize)> {
    let mut chars = text.chars();
    let (lead, count) = match chars.next()? {
        'Â' => (0xc2, 1),
        'Ã' => (0xc3, 1),
        'Å' => (0xc5, 1),
        'â' => (0xe2, 2),
        _ => return None,
    };
    let mut bytes = [lead, 0, 0];
    let mut length = 2;
    for byte in &mut bytes[1..=count] {
        let c = chars.next()?;
        *byte = match u32::from(c) {
            code @ 0x80..=0xbf => code as u8,
            _ => 0x80 + WINDOWS.iter().position(|&windows| windows == c && c != '.')? as u8,
        };
        length += c.len_utf8();
    }
    let c = std::str::from_utf8(&bytes[..=count]).ok()?.chars().next()?;
    Some((c, length))
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn one_character_for_many() {
        for (text, c, rest) in [
            ("&eacute;t", 'e', "t"),
            ("&#233;t", 'é', "t"),
            ("&#xC9;t", 'É', "t"),
            ("&nbsp;x", '\u{a0}', "x"),
            ("&rsquo;H", '’', "H"),
            ("Ã©t", 'é', "t"),
            ("Ã‰t", 'É', "t"),
            ("Å“u", 'œ', "u"),
            ("â€™a", '’', "a"),
            ("Â«x", '«', "x"),
        ] {
            let (decoded, length) = decode(text).unwrap();
            assert_eq!((decoded, &text[length..]), (c, rest), "{text}");
        }
    }

    #[test]
    fn what_is_only_itself() {
        for text in ["", "& fils", "&c;", "R&D;", "&#xFFFFFFFF;", "âge", "ÃO", "Åse", "â€", "été", "&verylongname;"] {
            assert_eq!(decode(text), None, "{text}");
        }
    }
}
