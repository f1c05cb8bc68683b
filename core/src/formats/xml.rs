use std::ops::Range;

use quick_xml::Reader;
use quick_xml::escape;
use quick_xml::events::{BytesStart, Event};

use crate::error::Error;

use super::pieces::{Code, Pieces};

/// Deeper than any text processor nests.
const DEEPEST: usize = 512;

/// What stands beside the sentence it is anchored in: read after the paragraph.
const ASIDE: &[&str] = &["note", "annotation", "txbxContent", "text-box"];
/// Text that the page does not show in this place: deleted words and field codes.
const HIDDEN: &[&str] = &["delText", "instrText", "delInstrText"];
/// Attributes that hold words or addresses, whatever their element.
const SPOKEN: &[&str] = &[
    "descr", "title", "tooltip", "href", "alt", "display", "instr", "string-value", "string-value-if-true", "string-value-if-false",
    "current-value", "displayText", "key1", "key2",
];
/// Attributes that hold words in some elements, and ids or names of styles in the others.
const SPOKEN_IN: &[(&str, &[&str])] = &[
    ("val", &["alias", "tag", "docVar", "text", "default", "helpText", "statusText", "result", "attr"]),
    ("value", &["listItem", "label", "text", "textarea", "hidden", "item"]),
    ("string", &["textpath"]),
    ("name", &["docPr", "cNvPr", "image", "frame"]),
];
/// Elements whose text, and attributes whose value, name who wrote or changed the document. They are emptied.
const AUTHORS: &[&str] = &["creator", "lastModifiedBy", "initial-creator", "printed-by", "Manager", "sender-initials", "creator-initials"];
const AUTHOR_ATTRIBUTES: &[&str] = &["author", "initials", "userId", "initial-creator"];

enum Item {
    Glue(&'static str),
    Words { range: Range<usize>, words: String, keep_blanks_at: Option<usize> },
}

/// A stretch of text being read, and what is to be read after its current paragraph.
#[derive(Default)]
struct Flow {
    main: Vec<Item>,
    after: Vec<Item>,
    paragraphs: usize,
}

impl Flow {
    fn end_line(items: &mut Vec<Item>) {
        if !matches!(items.last(), None | Some(Item::Glue("\n"))) {
            items.push(Item::Glue("\n"));
        }
    }

    fn flush(&mut self) {
        if !self.after.is_empty() {
            Self::end_line(&mut self.main);
            self.main.append(&mut self.after);
            Self::end_line(&mut self.main);
        }
    }
}

/// The words of one XML part. `name` is the part's, for messages.
pub(super) fn gather(part: usize, name: &str, source: &str, pieces: &mut Pieces) -> Result<(), Error> {
    let broken = |at: u64, why: &str, pourquoi: &str| {
        Error::document(
            format!("{name}, byte {at}: {why}: the file is damaged, save it again in its own program"),
            format!("{name}, octet {at} : {pourquoi} : le fichier est abîmé, l'enregistrer de nouveau dans son logiciel"),
        )
    };
    let mut reader = Reader::from_str(source);
    let mut names: Vec<String> = Vec::new();
    let mut flows = vec![Flow::default()];
    let mut keep_blanks_at = None;
    loop {
        let start = reader.buffer_position();
        let event = reader.read_event().map_err(|_| broken(reader.error_position(), "not well-formed XML", "XML mal formé"))?;
        let range = start as usize..reader.buffer_position() as usize;
        let nested = flows.len() > 1;
        let flow = flows.last_mut().expect("the first flow stays");
        let empty = matches!(event, Event::Empty(_));
        match event {
            Event::Eof => break,
            Event::DocType(_) => return Err(broken(start, "a document type declaration, which text processors do not write", "une déclaration de type de document, qu'aucun traitement de texte n'écrit")),
            Event::Start(tag) | Event::Empty(tag) => {
                let local = local(tag.name().into_inner()).to_owned();
                let parent = names.last().map_or("", String::as_str);
                attributes(part, source, &tag, &local, flow, pieces).map_err(|()| broken(start, "an attribute that cannot be read", "un attribut illisible"))?;
                let glue = match &*local {
                    "tab" if parent != "tabs" => "\t",
                    "ptab" => "\t",
                    "br" | "cr" | "line-break" => "\n",
                    "s" if tag.name().into_inner() == "text:s" => " ",
                    "noBreakHyphen" => "-",
                    _ => "",
                };
                if !glue.is_empty() {
                    flow.main.push(Item::Glue(glue));
                }
                if is_paragraph(&local) {
                    Flow::end_line(&mut flow.main);
                }
                if empty {
                    if is_paragraph(&local) {
                        flow.main.push(Item::Glue("\n"));
                    }
                    continue;
                }
                flow.paragraphs += usize::from(is_paragraph(&local));
                if ASIDE.contains(&&*local) {
                    flows.push(Flow::default());
                }
                let blank = matches!(&*local, "t" | "delText") && !tag.attributes_raw().contains("xml:space");
                keep_blanks_at = blank.then(|| range.end - 1);
                names.push(local);
                if names.len() > DEEPEST {
                    return Err(broken(start, "elements nested deeper than 512", "plus de 512 éléments imbriqués"));
                }
            }
            Event::End(_) => {
                let local = names.pop().unwrap_or_default();
                if ASIDE.contains(&&*local) && nested {
                    let mut flow = flows.pop().expect("more than one");
                    flow.flush();
                    let outer = flows.last_mut().expect("the first flow stays");
                    Flow::end_line(&mut outer.after);
                    outer.after.append(&mut flow.main);
                    Flow::end_line(&mut outer.after);
                    continue;
                }
                if is_paragraph(&local) {
                    flow.paragraphs -= 1;
                    flow.main.push(Item::Glue("\n"));
                    flow.flush();
                } else if flow.paragraphs == 0 {
                    flow.flush();
                    Flow::end_line(&mut flow.main);
                }
            }
            Event::Text(text) => {
                let words = escape::unescape(&text).map_err(|_| broken(start, "an unknown entity", "une entité inconnue"))?.into_owned();
                words_of(part, range, words, &names, keep_blanks_at, flow, pieces);
            }
            Event::CData(text) => words_of(part, range, text.into_inner().into_owned(), &names, None, flow, pieces),
            Event::GeneralRef(_) => {
                let words = escape::unescape(&source[range.clone()]).map_err(|_| broken(start, "an unknown entity", "une entité inconnue"))?.into_owned();
                words_of(part, range, words, &names, keep_blanks_at, flow, pieces);
            }
            Event::Comment(_) | Event::PI(_) | Event::Decl(_) => {}
        }
    }
    if !names.is_empty() {
        return Err(broken(source.len() as u64, "the last elements are not closed", "les derniers éléments ne sont pas fermés"));
    }
    let mut flow = flows.pop().expect("the first flow stays");
    flow.flush();
    pieces.end_line();
    for item in flow.main {
        match item {
            Item::Glue(glue) => pieces.glue(glue),
            Item::Words { range, words, keep_blanks_at } => pieces.push_run(part, range, &words, Code::Xml, keep_blanks_at),
        }
    }
    Ok(())
}

fn words_of(part: usize, range: Range<usize>, words: String, names: &[String], keep_blanks_at: Option<usize>, flow: &mut Flow, pieces: &mut Pieces) {
    let parent = names.last().map_or("", String::as_str);
    if AUTHORS.contains(&parent) {
        pieces.fix(part, range, "");
        return;
    }
    // Indentation between elements, not words.
    if words.trim().is_empty() && parent != "t" && parent != "delText" && (flow.paragraphs == 0 || words.contains('\n')) {
        return;
    }
    // Settings and counters, which office programs keep by the dozen beside the text. A short number identifies nobody.
    let bare = words.trim();
    let number = bare.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') && (parent == "config-item" || bare.len() < 5);
    if flow.paragraphs == 0 && (number || matches!(bare, "true" | "false")) {
        return;
    }
    let item = Item::Words { range, words, keep_blanks_at };
    if HIDDEN.contains(&parent) {
        flow.after.push(item);
    } else {
        // What was deleted on both sides of words that stay is not one name.
        if flow.paragraphs > 0 {
            Flow::end_line(&mut flow.after);
        }
        flow.main.push(item);
    }
}

fn attributes(part: usize, source: &str, tag: &BytesStart, element: &str, flow: &mut Flow, pieces: &mut Pieces) -> Result<(), ()> {
    let base = source.as_ptr() as usize;
    let mut found = Vec::new();
    let mut external = false;
    for attribute in tag.attributes() {
        let attribute = attribute.map_err(|_| ())?;
        let name = local(attribute.key.into_inner());
        let std::borrow::Cow::Borrowed(value) = &attribute.value else { return Err(()) };
        external |= name == "TargetMode" && *value == "External";
        let start = value.as_ptr() as usize - base;
        let range = start..start + value.len();
        if AUTHOR_ATTRIBUTES.contains(&name) {
            pieces.fix(part, range, "[...]");
        } else if SPOKEN.contains(&name) || name == "Target" || SPOKEN_IN.iter().any(|(spoken, elements)| *spoken == name && elements.contains(&element)) {
            found.push((name == "Target", range, escape::unescape(value).map_err(|_| ())?.into_owned()));
        }
    }
    for (target, range, words) in found {
        // The target of an internal relation is the name of a part.
        if words.is_empty() || target && !external {
            continue;
        }
        Flow::end_line(&mut flow.after);
        flow.after.push(Item::Words { range, words, keep_blanks_at: None });
        Flow::end_line(&mut flow.after);
    }
    Ok(())
}

fn is_paragraph(local: &str) -> bool {
    matches!(local, "p" | "h")
}

fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn words(body: &str) -> String {
        let mut pieces = Pieces::default();
        gather(0, "content.xml", &format!("<x>{body}</x>"), &mut pieces).unwrap();
        pieces.text
    }

    #[test]
    fn attributes_that_the_reader_can_see_are_words() {
        let name = "Odile FERNAGUT";
        for spoken in [
            "<w:fldSimple w:instr=\"?\"/>", "<text:user-field-decl office:string-value=\"?\"/>", "<w:listItem w:displayText=\"?\" w:value=\"1\"/>",
            "<w:listItem w:displayText=\"1\" w:value=\"?\"/>", "<v:textpath string=\"?\"/>", "<pic:cNvPr id=\"0\" name=\"?\"/>",
            "<form:text form:current-value=\"?\"/>", "<w:default w:val=\"?\"/>", "<w:attr w:name=\"a\" w:val=\"?\"/>",
            "<text:alphabetical-index-mark text:string-value=\"?\" text:key1=\"a\"/>", "<text:label text:value=\"?\"/>",
            "<draw:frame draw:name=\"?\"/>",
        ] {
            assert!(words(&spoken.replace('?', name)).contains(name), "{spoken}");
        }
    }

    #[test]
    fn attributes_that_name_styles_and_parts_are_none() {
        for silent in ["<w:pStyle w:val=\"?\"/>", "<w:rFonts w:ascii=\"?\"/>", "<style:style style:name=\"?\"/>", "<Relationship Target=\"?\"/>"] {
            assert_eq!(words(&silent.replace('?', "Georgia")), "", "{silent}");
        }
    }

    #[test]
    fn settings_and_counters_are_no_words_beside_the_text() {
        assert_eq!(words("<config:config-item>1884103</config:config-item><config:config-item>true</config:config-item><Words>404</Words>"), "");
        assert_eq!(words("<w:p><w:t>404</w:t></w:p><vt:lpwstr>35000</vt:lpwstr><config:config-item>Odile</config:config-item>"), "404\n35000\nOdile\n");
    }

    #[test]
    fn a_tab_that_is_placed_by_the_margin_separates_words() {
        assert_eq!(words("<w:p><w:r><w:t>Odile</w:t><w:ptab/><w:t>FERNAGUT</w:t></w:r></w:p>"), "Odile\tFERNAGUT\n");
    }
}
