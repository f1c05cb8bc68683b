//! Letters and signs that a text holds in another writing: HTML entities, and UTF-8 read as Windows-1252.
//!
//! HTML Living Standard, 13.5 (named character references); WHATWG Encoding, index windows-1252.

/// The character that `text` begins with in another writing, and the bytes it takes: `&eacute;`, `&#233;`, `Ã©`.
///
/// `None` for every character that stands for itself, nearly always after one comparison. Constant time.
#[inline]
pub(super) fn decode(text: &str) -> Option<(char, usize)> {
    match text.as_bytes() {
        [b'&', b'#' | b'A'..=b'Z' | b'a'..=b'z', ..] => entity(text),
        // `Ã`, `Â`, `Å`, `â`: the first byte of two or three, read as a letter.
        [0xc3, 0x82 | 0x83 | 0x85 | 0xa2, ..] => misread(text),
        _ => None,
    }
}

/// Longer names than this are no entity of a letter.
const LONGEST: usize = 8;

fn entity(text: &str) -> Option<(char, usize)> {
    let end = text.bytes().take(LONGEST + 2).position(|b| b == b';')?;
    let name = &text[1..end];
    let c = match name.strip_prefix('#') {
        Some(number) => {
            let hex = number.strip_prefix(['x', 'X']);
            char::from_u32(hex.map_or_else(|| number.parse().ok(), |hex| u32::from_str_radix(hex, 16).ok())?)?
        }
        None => named(name)?,
    };
    Some((c, end + 1))
}

fn named(name: &str) -> Option<char> {
    const SIGNS: &[(&str, char)] = &[
        ("nbsp", '\u{a0}'), ("deg", '°'), ("laquo", '«'), ("raquo", '»'), ("ldquo", '“'), ("rdquo", '”'), ("quot", '"'), ("ndash", '–'), ("mdash", '—'), ("hellip", '…'), ("amp", '&'), ("euro", '€'),
        ("apos", '\''), ("rsquo", '’'), ("lsquo", '‘'), ("middot", '·'), ("bull", '•'), ("sect", '§'), ("ordm", 'º'), ("shy", '\u{ad}'), ("thinsp", '\u{2009}'), ("oelig", 'œ'), ("OElig", 'Œ'), ("aelig", 'æ'), ("AElig", 'Æ'), ("szlig", 'ß'),
    ];
    const ACCENTS: &[(&str, &str, &str)] = &[
        ("acute", "aeiouyAEIOUY", "áéíóúýÁÉÍÓÚÝ"), ("grave", "aeiouAEIOU", "àèìòùÀÈÌÒÙ"), ("circ", "aeiouAEIOU", "âêîôûÂÊÎÔÛ"), ("uml", "aeiouyAEIOUY", "äëïöüÿÄËÏÖÜŸ"),
        ("cedil", "cC", "çÇ"), ("tilde", "anoANO", "ãñõÃÑÕ"), ("ring", "aA", "åÅ"), ("slash", "oO", "øØ"), ("caron", "sSzZ", "šŠžŽ"),
    ];
    if let Some((_, sign)) = SIGNS.iter().find(|(known, _)| *known == name) {
        return Some(*sign);
    }
    let letter = name.chars().next()?;
    let (_, from, to) = ACCENTS.iter().find(|(accent, _, _)| *accent == &name[letter.len_utf8()..])?;
    to.chars().nth(from.chars().position(|c| c == letter)?)
}

/// `Ã©`, `Â°`, `â€™`: bytes of UTF-8, each shown as the character that Windows-1252 gives it.
fn misread(text: &str) -> Option<(char, usize)> {
    let mut bytes = [0; 3];
    let mut chars = text.chars();
    let first = chars.next()?;
    bytes[0] = byte(first)?;
    let (count, mut length) = (if bytes[0] >= 0xe0 { 3 } else { 2 }, first.len_utf8());
    for place in &mut bytes[1..count] {
        let c = chars.next()?;
        *place = byte(c).filter(|byte| (0x80..0xc0).contains(byte))?;
        length += c.len_utf8();
    }
    Some((std::str::from_utf8(&bytes[..count]).ok()?.chars().next()?, length))
}

/// The byte of a character in Windows-1252; the five bytes that it leaves free are themselves.
fn byte(c: char) -> Option<u8> {
    const HIGH: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    match u32::from(c) {
        code @ (0x80..=0xff) => u8::try_from(code).ok(),
        _ => HIGH.chars().position(|high| high == c).and_then(|at| u8::try_from(0x80 + at).ok()),
    }
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn entities_and_misread_bytes_are_one_character() {
        for (text, c) in [
            ("&eacute;t", 'é'), ("&Ccedil;", 'Ç'), ("&#233;", 'é'), ("&#xE9;", 'é'), ("&nbsp;;", '\u{a0}'), ("&deg;", '°'), ("&rsquo;", '’'), ("&szlig;", 'ß'),
            ("Ã©t", 'é'), ("Ã‰", 'É'), ("Â°", '°'), ("Â\u{a0}", '\u{a0}'), ("Ã\u{a0} la", 'à'), ("â€™", '’'), ("Å“", 'œ'),
        ] {
            let (found, length) = decode(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(found, c, "{text}");
            assert!(text.is_char_boundary(length));
        }
    }

    #[test]
    fn other_characters_stand_for_themselves() {
        for text in ["& Fils", "&Cie;", "&eacute", "&#;", "&#xZZ;", "&1;", "Ão", "Âge", "â la", "ÃO", "Å", "Ã", "é", "&"] {
            assert_eq!(decode(text), None, "{text}");
        }
    }
}
