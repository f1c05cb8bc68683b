/// Folds `text` for comparison: upper case, no accents, plain apostrophes and spaces.
///
/// ```
/// assert_eq!(huisclos::fold("Lœtitia d’Été"), "LOETITIA D'ETE");
/// ```
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

/// Appends the folded form of `text` to `out`. Linear in the text; allocates only when `out` must grow.
pub fn fold_into(text: &str, out: &mut String) {
    if text.is_ascii() {
        let from = out.len();
        out.push_str(text);
        out[from..].make_ascii_uppercase();
        return;
    }
    // Inside a word a damaged `é`, as the mark of a lost letter most often is; alone the currency.
    if text == "€" {
        out.push_str(text);
        return;
    }
    for c in text.chars() {
        fold_char(c, out);
    }
}

fn fold_char(c: char, out: &mut String) {
    if c.is_ascii() {
        out.push(c.to_ascii_uppercase());
        return;
    }
    // The letters from `Ḃ` to `ẗ` are of names transliterated from Arabic, Hebrew and the languages of India.
    let plain = match c {
        'À'..='Å' | 'à'..='å' | 'Ā'..='ą' | 'Ǎ' | 'ǎ' | 'Ạ'..='ặ' => "A",
        'Æ' | 'æ' => "AE",
        'Ç' | 'ç' | 'Ć'..='č' => "C",
        'È'..='Ë' | 'è'..='ë' | 'Ē'..='ě' | 'Ẹ'..='ệ' | '€' | '\u{fffd}' => "E",
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ'..='ı' | 'Ỉ'..='ị' => "I",
        'Ñ' | 'ñ' | 'Ń'..='ŋ' | 'Ṅ'..='ṋ' => "N",
        'Ò'..='Ö' | 'Ø' | 'ò'..='ö' | 'ø' | 'Ō'..='ő' | 'Ơ' | 'ơ' | 'Ọ'..='ợ' => "O",
        'Œ' | 'œ' => "OE",
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ'..='ų' | 'Ư' | 'ư' | 'Ụ'..='ự' => "U",
        'Ý' | 'ý' | 'ÿ' | 'Ŷ'..='Ÿ' | 'Ỳ'..='ỹ' => "Y",
        'ß' => "SS",
        'Ð' | 'ð' | 'Ď'..='đ' | 'Ḋ'..='ḓ' => "D",
        'Þ' | 'þ' => "TH",
        'Ĝ'..='ģ' | 'Ǧ' | 'ǧ' | 'Ḡ' | 'ḡ' => "G",
        'Ĥ'..='ħ' | 'Ḣ'..='ḫ' | 'ẖ' => "H",
        'Ĵ' | 'ĵ' => "J",
        'Ķ' | 'ķ' | 'Ḱ'..='ḵ' => "K",
        'Ĺ'..='ł' | 'Ḷ'..='ḽ' => "L",
        'Ŕ'..='ř' | 'Ṙ'..='ṟ' => "R",
        'Ś'..='š' | 'Ș' | 'ș' | 'Ṡ'..='ṩ' => "S",
        'Ţ'..='ŧ' | 'Ț' | 'ț' | 'Ṫ'..='ṱ' | 'ẗ' => "T",
        'Ŵ' | 'ŵ' => "W",
        'Ź'..='ž' | 'Ẑ'..='ẕ' => "Z",
        'Ḃ'..='ḇ' => "B",
        'Ḿ'..='ṃ' => "M",
        'ﬁ' => "FI",
        'ﬂ' => "FL",
        // ¿ stands for an apostrophe in texts that went through a wrong code page.
        '’' | '‘' | 'ʼ' | '´' | '`' | '¿' | '\u{92}' => "'",
        '‐' | '‑' | '–' => "-",
        // Two pairs of marks quote alike.
        '“' | '„' | '‟' => "«",
        '”' => "»",
        '\u{a0}' | '\u{202f}' | '\u{2009}' => " ",
        // Soft hyphen, zero-width characters and combining accents fold to nothing.
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{feff}' | '\u{300}'..='\u{36f}' => "",
        _ => {
            out.extend(c.to_uppercase());
            return;
        }
    };
    out.push_str(plain);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_what_court_texts_hold() {
        for (text, folded) in [
            ("Jöhn", "JOHN"),
            ("JE\u{301}RO\u{302}ME", "JEROME"),
            ("Łukasz", "LUKASZ"),
            ("l\u{92}arrêt", "L'ARRET"),
            ("Nguyễn", "NGUYEN"),
            ("al-Ḥaddād, Ḳāsım Ṣāliḥ Ṭūsī", "AL-HADDAD, KASIM SALIH TUSI"),
            ("Ελένη", "ΕΛΈΝΗ"),
        ] {
            assert_eq!(fold(text), folded);
        }
    }
}
