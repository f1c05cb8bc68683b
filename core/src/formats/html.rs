use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};

use super::pieces::{Code, Pieces};

/// Elements inside a line of text: they do not end it.
const INLINE: &[&[u8]] = &[
    b"a", b"abbr", b"acronym", b"b", b"bdi", b"bdo", b"big", b"cite", b"code", b"data", b"del", b"dfn", b"em", b"font", b"i", b"ins", b"kbd",
    b"label", b"mark", b"q", b"s", b"samp", b"small", b"span", b"strike", b"strong", b"sub", b"sup", b"time", b"tt", b"u", b"var", b"wbr",
];

/// Attributes that hold words or addresses; what `meta` says in `content` counts too.
const SPOKEN: &[&[u8]] = &[
    b"alt", b"title", b"href", b"content", b"value", b"placeholder", b"summary", b"label", b"cite", b"src", b"action", b"id", b"name",
];

/// Text, spoken attributes, comments and scripts. HTML is never at fault: the tokenizer reads anything, as browsers do.
pub(super) fn gather(source: &str, pieces: &mut Pieces) {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut raw = false;
    // Depth of elements that show their blanks as they are.
    let mut preformatted = 0_u32;
    // Words that must not break the line they stand in: attributes, comments, scripts.
    let mut aside = Vec::new();
    for token in Tokenizer::new_with_emitter(source, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                raw = matches!(&tag.name[..], b"script" | b"style" | b"noscript" | b"iframe" | b"xmp" | b"noembed" | b"noframes");
                preformatted += u32::from(is_preformatted(&tag.name) && !tag.self_closing);
                if matches!(&tag.name[..], b"br") {
                    pieces.glue("\n");
                } else if !INLINE.contains(&&tag.name[..]) {
                    pieces.end_line();
                }
                let spoken = |name: &[u8]| SPOKEN.contains(&name) || name.starts_with(b"data-") || name.starts_with(b"aria-");
                for (name, value) in tag.attributes.iter().filter(|(name, value)| spoken(name) && !value.is_empty()) {
                    if matches!(&name[..], b"id" | b"name" | b"src") && !value.iter().any(|byte| *byte == b' ' || *byte == b'@') {
                        continue;
                    }
                    if let Some(range) = value_range(source, value.span.start) {
                        aside.push((range, String::from_utf8_lossy(value).into_owned(), Code::Xml));
                    }
                }
            }
            Token::EndTag(tag) => {
                raw = false;
                preformatted = preformatted.saturating_sub(u32::from(is_preformatted(&tag.name)));
                if !INLINE.contains(&&tag.name[..]) {
                    pieces.end_line();
                }
            }
            Token::String(words) => {
                let range = words.span.start..words.span.end;
                if raw {
                    aside.push((range.clone(), source[range].to_owned(), Code::Raw));
                } else {
                    let words = String::from_utf8_lossy(&words);
                    let shown = if preformatted > 0 { words.into_owned() } else { collapsed(&words, pieces.at_line_start()) };
                    if !shown.is_empty() {
                        pieces.push(0, range, &shown, Code::Xml);
                    }
                }
            }
            Token::Comment(words) => {
                let range = words.span.start..words.span.end;
                aside.push((range.clone(), source[range].to_owned(), Code::Raw));
            }
            Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    for (range, words, code) in aside {
        pieces.end_line();
        pieces.push(0, range, &words, code);
    }
    pieces.end_line();
}

fn is_preformatted(name: &[u8]) -> bool {
    matches!(name, b"pre" | b"textarea" | b"listing")
}

/// The words as a browser shows them: blanks, line ends among them, are one space, and none at the start of a line.
fn collapsed(words: &str, at_line_start: bool) -> String {
    let blank = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}');
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        if !blank(c) {
            out.push(c);
        } else if !(out.ends_with(' ') || out.is_empty() && at_line_start) {
            out.push(' ');
        }
    }
    out
}

/// The bytes of an attribute's value, quotes not included; `at` is where its name starts.
fn value_range(source: &str, at: usize) -> Option<std::ops::Range<usize>> {
    let bytes = source.as_bytes();
    let mut start = at + source[at..].find('=')? + 1;
    while bytes.get(start)?.is_ascii_whitespace() {
        start += 1;
    }
    let end = match bytes[start] {
        quote @ (b'"' | b'\'') => {
            start += 1;
            start + source[start..].find(char::from(quote))?
        }
        _ => start + source[start..].find(|c: char| c.is_ascii_whitespace() || c == '>')?,
    };
    Some(start..end)
}
