//! Fixtures are made here; every name is invented.
#![allow(clippy::unwrap_used)]

use std::io::{Cursor, Read, Write};

use zip::write::{SimpleFileOptions, ZipWriter};

use super::{Format, open};
use crate::text::Span;

fn zipped(files: &[(&str, &str)]) -> Vec<u8> {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        out.start_file(*name, SimpleFileOptions::default()).unwrap();
        out.write_all(content.as_bytes()).unwrap();
    }
    out.finish().unwrap().into_inner()
}

fn unzipped(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut out = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut out).unwrap();
    out
}

/// Every occurrence of `words` in the document's text, replaced.
fn replaced(bytes: &[u8], format: Format, words: &str, new: &str) -> Vec<u8> {
    let document = open(bytes, format).unwrap();
    let edits: Vec<_> = document.text().match_indices(words).map(|(at, _)| (Span::new(at as u32, (at + words.len()) as u32), new)).collect();
    assert!(!edits.is_empty(), "{words:?} is not in {:?}", document.text());
    document.write(&edits).unwrap()
}

fn docx(body: &str) -> Vec<u8> {
    zipped(&[("[Content_Types].xml", "<Types/>"), ("word/document.xml", &format!("<w:document><w:body>{body}</w:body></w:document>"))])
}

fn body(bytes: &[u8]) -> String {
    let xml = unzipped(bytes, "word/document.xml");
    xml["<w:document><w:body>".len()..xml.len() - "</w:body></w:document>".len()].to_owned()
}

#[test]
fn a_name_split_over_runs_is_replaced_once() {
    let bytes = docx("<w:p><w:r><w:t>Mme Od</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>ile Fer</w:t></w:r><w:r><w:t>nagut dit</w:t></w:r></w:p>");
    let out = replaced(&bytes, Format::Docx, "Odile Fernagut", "[O] [F]");
    assert_eq!(
        body(&out),
        "<w:p><w:r><w:t>Mme [O] [F]</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t></w:t></w:r><w:r><w:t xml:space=\"preserve\"> dit</w:t></w:r></w:p>"
    );
}

#[test]
fn cells_tabs_and_breaks_separate_words() {
    let bytes = docx("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Odile</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>FERNAGUT</w:t><w:tab/><w:t>née</w:t><w:br/><w:t>ici</w:t></w:r></w:p></w:tc></w:tr></w:tbl>");
    assert_eq!(open(&bytes, Format::Docx).unwrap().text(), "Odile\nFERNAGUT\tnée\nici\n");
    let out = body(&replaced(&bytes, Format::Docx, "Odile\nFERNAGUT", "[O]"));
    assert!(out.contains("<w:t>[O]</w:t>") && out.contains("<w:t></w:t><w:tab/>"), "{out}");
}

#[test]
fn every_place_a_docx_can_hold_a_name_is_read_and_written() {
    let p = |words: &str| format!("<w:x><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:x>");
    let name = "Odile FERNAGUT";
    let document = format!(
        "<w:document><w:body><w:p><w:del w:author=\"Berthe Lacombe\" w:id=\"1\"><w:r><w:delText>{name}</w:delText></w:r></w:del><w:r><w:t>Vu</w:t></w:r>\
         <w:r><w:instrText>HYPERLINK \"mailto:{name}\"</w:instrText></w:r><wp:docPr descr=\"{name}\"/>\
         <mc:Choice><w:txbxContent><w:p><w:r><w:t>{name}</w:t></w:r></w:p></w:txbxContent></mc:Choice></w:p><w:sdt><w:alias w:val=\"{name}\"/></w:sdt></w:body></w:document>"
    );
    let parts = [
        ("word/document.xml", document),
        ("word/header1.xml", p(name)),
        ("word/footer2.xml", p(name)),
        ("word/footnotes.xml", p(name)),
        ("word/endnotes.xml", p(name)),
        ("word/comments.xml", format!("<w:comments><w:comment w:author=\"Berthe Lacombe\" w:initials=\"BL\"><w:p><w:r><w:t>{name}</w:t></w:r></w:p></w:comment></w:comments>")),
        ("word/_rels/document.xml.rels", format!("<Relationships><Relationship Target=\"header1.xml\"/><Relationship TargetMode=\"External\" Target=\"mailto:{name}\"/></Relationships>")),
        ("docProps/core.xml", format!("<cp:coreProperties><dc:title>Affaire {name}</dc:title><dc:creator>Berthe Lacombe</dc:creator></cp:coreProperties>")),
        ("docProps/custom.xml", format!("<Properties><property><vt:lpwstr>{name}</vt:lpwstr></property></Properties>")),
        ("customXml/item1.xml", format!("<root><party>{name}</party></root>")),
    ];
    let files: Vec<_> = parts.iter().map(|(name, content)| (*name, content.as_str())).collect();
    let out = replaced(&zipped(&files), Format::Docx, name, "[X]");
    for (part, before) in &parts {
        let after = unzipped(&out, part);
        assert!(!after.contains("FERNAGUT") && !after.contains("Lacombe") && !after.contains("\"BL\""), "{part}: {after}");
        assert_eq!(after.matches("[X]").count(), before.matches(name).count(), "{part}");
    }
    assert!(unzipped(&out, "word/_rels/document.xml.rels").contains("Target=\"header1.xml\""));
}

#[test]
fn a_note_or_a_deletion_inside_a_name_does_not_cut_it() {
    let odt = zipped(&[("content.xml", "<office:text><text:p>Odile <text:note><text:note-body><text:p>Voir 2.</text:p></text:note-body></text:note>FERNAGUT</text:p></office:text>")]);
    assert_eq!(open(&odt, Format::Odt).unwrap().text(), "Odile FERNAGUT\nVoir 2.\n");
    let docx = docx("<w:p><w:r><w:t>Odile </w:t></w:r><w:del><w:r><w:delText>LACOMBE</w:delText></w:r></w:del><w:r><w:t>FERNAGUT</w:t></w:r></w:p>");
    assert_eq!(open(&docx, Format::Docx).unwrap().text(), "Odile FERNAGUT\nLACOMBE\n");
}

#[test]
fn odt_blanks_and_entities_are_words() {
    let odt = zipped(&[
        ("mimetype", Format::Odt.mime()),
        ("content.xml", "<office:text><text:h>Ma&#238;tre<text:s/>R&amp;B<text:tab/>x</text:h></office:text>"),
        ("meta.xml", "<office:meta><meta:initial-creator>Berthe Lacombe</meta:initial-creator></office:meta>"),
    ]);
    assert_eq!(open(&odt, Format::Odt).unwrap().text(), "Maître R&B\tx\n");
    let out = replaced(&odt, Format::Odt, "Maître", "<é>");
    assert_eq!(unzipped(&out, "content.xml"), "<office:text><text:h>&lt;é&gt;<text:s/>R&amp;B<text:tab/>x</text:h></office:text>");
    assert!(!unzipped(&out, "meta.xml").contains("Lacombe"));
}

#[test]
fn without_edits_the_parts_keep_their_bytes() {
    let xml = "<?xml version=\"1.0\"?>\n<w:document  a='1'><w:p>\n <w:r><w:t>a &lt; b &#233;</w:t></w:r></w:p><!-- c --></w:document>";
    let out = open(&zipped(&[("word/document.xml", xml)]), Format::Docx).unwrap().write(&[]).unwrap();
    assert_eq!(unzipped(&out, "word/document.xml"), xml);
}

#[test]
fn html_keeps_its_markup() {
    let html = "<!DOCTYPE html><title>Fernagut</title><!-- Fernagut --><p class=x title='Fernagut'>M. <i>Fer</i>na&#103;ut &amp; fils<br>Fernagut<script>var n = \"Fernagut\";</script>";
    let out = replaced(html.as_bytes(), Format::Html, "Fernagut", "[F]");
    assert_eq!(
        String::from_utf8(out).unwrap(),
        "<!DOCTYPE html><title>[F]</title><!-- [F] --><p class=x title='[F]'>M. <i>[F]</i> &amp; fils<br>[F]<script>var n = \"[F]\";</script>"
    );
}

#[test]
fn a_replacement_ends_no_comment_and_no_script() {
    let html = "<!--Odile--><script>a = 'Odile';</script>";
    let out = replaced(html.as_bytes(), Format::Html, "Odile", "x--><script>'\"\\\n");
    assert_eq!(String::from_utf8(out).unwrap(), "<!--x--script--><script>a = 'x--script';</script>");
}

#[test]
fn html_reads_as_a_browser_shows_it() {
    let html = "<body>\n\t<p>\n  M. Odile\n  FERNAGUT</p>\n<pre>a\n b</pre><p>x<br>\n<br/>y</p></body>";
    assert_eq!(open(html.as_bytes(), Format::Html).unwrap().text(), "M. Odile FERNAGUT\na\n b\nx\n\ny\n");
}

#[test]
fn json_keeps_its_layout_and_reads_the_decision_first() {
    let json = "{ \"id\": \"6\",\n \"text\" : \"M. Fern\\u0061gut\\n\\\"ici\\\"\", \"n\": [1, null, \"Fernagut\"], \"Fernagut\": 2 }";
    assert!(open(json.as_bytes(), Format::Json).unwrap().text().starts_with("M. Fernagut\n\"ici\"\nFernagut"));
    let out = replaced(json.as_bytes(), Format::Json, "Fernagut", "[\"F\"]");
    assert_eq!(
        String::from_utf8(out).unwrap(),
        "{ \"id\": \"6\",\n \"text\" : \"M. [\\\"F\\\"]\\n\\\"ici\\\"\", \"n\": [1, null, \"[\\\"F\\\"]\"], \"Fernagut\": 2 }"
    );
}

#[test]
fn the_zones_of_a_decision_follow_its_edits() {
    let decision = |text: &str, start, end| format!("{{\"zones\": {{\"motivations\": [{{\"start\": {start}, \"end\": {end}}}]}}, \"text\": \"{text}\", \"id\": \"é\"}}");
    let before = decision("é Odile FERNAGUT. Motifs : Odile.", 18, 33);
    for (shape, tail) in [("", ""), ("[", "]"), ("{\"results\": [", "]}")] {
        let out = replaced(format!("{shape}{before}{tail}").as_bytes(), Format::Json, "Odile", "[Oé]");
        assert_eq!(String::from_utf8(out).unwrap(), format!("{shape}{}{tail}", decision("é [Oé] FERNAGUT. Motifs : [Oé].", 17, 31)));
    }
}

#[test]
fn damaged_documents_give_an_error_that_quotes_nothing() {
    let whole = docx("<w:p><w:r><w:t>Fernagut</w:t></w:r></w:p>");
    let nested = "<w:p>".repeat(600) + &"</w:p>".repeat(600);
    let bomb = docx(&format!("<w:t>{}</w:t>", " ".repeat(65 << 20)));
    let cases: &[(&[u8], Format)] = &[
        (&whole[..whole.len() - 30], Format::Docx),
        (b"Fernagut", Format::Docx),
        (&whole, Format::Odt),
        (&docx("<w:p>Fernagut"), Format::Docx),
        (&docx("Fernagut &inconnu;"), Format::Docx),
        (&docx(&nested), Format::Docx),
        (&bomb, Format::Docx),
        (&zipped(&[("word/document.xml", "<!DOCTYPE x [<!ENTITY a \"Fernagut\">]><x>&a;</x>")]), Format::Docx),
        (&zipped(&[("content.xml", "<x/>"), ("META-INF/manifest.xml", "<m><manifest:encryption-data a=\"1\"/></m>")]), Format::Odt),
        (b"{\"text\": \"Fernagut", Format::Json),
        (b"{\"text\": \"\\ud800 Fernagut\"}", Format::Json),
        (b"Fernagut \xe9", Format::Text),
    ];
    for (at, (bytes, format)) in cases.iter().enumerate() {
        let error = open(bytes, *format).map(|_| ()).expect_err(&format!("case {at}"));
        assert!(error.is_document() && !error.to_string().contains("Fernagut"), "case {at}: {error}");
    }
}

#[test]
fn a_file_that_is_something_else_is_told_by_its_first_bytes() {
    let docx = docx("<w:p/>");
    let cases: &[(&[u8], Format, &str)] = &[
        (b"%PDF-1.7 Fernagut", Format::Text, "PDF"),
        (b"\xEF\xBB\xBF{\\rtf1 Fernagut}", Format::Text, "RTF"),
        (b"{\\rtf1 Fernagut}", Format::Docx, "RTF"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Format::Docx, "password"),
        (&docx, Format::Text, "archive"),
        (&docx, Format::Json, "archive"),
        (&docx, Format::Odt, "it is a DOCX"),
        (&zipped(&[("xl/workbook.xml", "<x/>")]), Format::Docx, "Excel"),
        (b" \n<!doctype HTML><p>Fernagut", Format::Text, "HTML"),
        (b"<html><p>Fernagut", Format::Text, "HTML"),
    ];
    for (bytes, format, what) in cases {
        let said = open(bytes, *format).map(|_| ()).unwrap_err().to_string();
        assert!(said.contains(what) && !said.contains("Fernagut"), "{said}");
    }
    for text in ["", "<", "<h", "<htm", "Le PDF %PDF-1.7", "P K", "PK", "Le texte <html> ici"] {
        assert!(open(text.as_bytes(), Format::Text).is_ok(), "{text}");
    }
}

#[test]
fn images_are_named_and_previews_go() {
    let odt = zipped(&[("content.xml", "<x><text:p>a</text:p></x>"), ("Pictures/1.png", "image"), ("Thumbnails/thumbnail.png", "Fernagut")]);
    let document = open(&odt, Format::Odt).unwrap();
    assert_eq!(document.unread(), ["Pictures/1.png"]);
    let mut zip = zip::ZipArchive::new(Cursor::new(document.write(&[]).unwrap())).unwrap();
    let mut preview = Vec::new();
    zip.by_name("Thumbnails/thumbnail.png").unwrap().read_to_end(&mut preview).unwrap();
    assert!(preview.starts_with(b"\x89PNG"));
}

#[test]
fn edits_that_do_not_belong_to_the_text_are_refused() {
    let document = open("é".as_bytes(), Format::Text).unwrap();
    for edits in [&[(Span::new(0, 1), "x")][..], &[(Span::new(0, 9), "x")], &[(Span::new(0, 2), "x"), (Span::new(0, 2), "y")]] {
        assert!(document.write(edits).unwrap_err().is_document());
    }
}

mod any {
    use proptest::prelude::*;

    use super::*;

    /// Markup as people break it.
    fn broken(pieces: &'static [&'static str]) -> impl Strategy<Value = String> {
        prop::collection::vec(prop::sample::select(pieces), 0..40).prop_map(|pieces| pieces.concat())
    }

    const HTML: &[&str] = &[
        "<", ">", "</", "<p>", "</p>", "<br/>", "<!--", "-->", "<!", "<?x", "<![CDATA[", "]]>", "<script>", "</script>", "<style>", "<title>", "</title>", "<textarea>", "<a title='",
        "<a href=\"", "<b class=x alt=", "'", "\"", "=", " ", "\r\n", "\0", "&amp;", "&eacute", "&#233;", "&#x", "&", "é", "😀", "Odile", "FERNAGUT", "/", "data-x=y", "<svg>", "<plaintext>",
    ];
    const XML: &[&str] = &[
        "<w:p>", "</w:p>", "<w:r><w:t>", "</w:t></w:r>", "<w:tab/>", "<w:t/>", "<x a='", "'/>", "\" ", "<!--", "-->", "<?x ?>", "<![CDATA[", "]]>", "&amp;", "&#233;", "&x;", "&", "<", ">", "é", "Odile",
        "<text:note>", "</text:note>", "<w:del>", "</w:del>", "<w:delText>", "</w:delText>", "descr=\"", "\n",
    ];
    const JSON: &[&str] = &["{", "}", "[", "]", "\"", "\"a\":", "\"é\"", "\\\"", "\\u00e9", "\\ud83d\\ude00", ",", ":", "1", "null", " ", "\n", "\\", "Odile"];

    /// Every word of the document goes, or there is an error: never a panic, never a range that does not fit.
    fn clears(bytes: &[u8], format: Format) {
        let Ok(document) = open(bytes, format) else { return };
        let words = document.text().match_indices("Odile").map(|(at, word)| (Span::new(at as u32, (at + word.len()) as u32), "[O]")).collect::<Vec<_>>();
        let written = document.write(&words).unwrap();
        let again = open(&written, format).unwrap();
        assert_eq!(again.text().matches("Odile").count(), 0, "{:?}", String::from_utf8_lossy(bytes));
        let everything = [(Span::new(0, document.text().len() as u32), "x")];
        document.write(&everything).unwrap();
    }

    proptest! {
        #[test]
        fn html_is_read_whatever_it_is(html in broken(HTML)) {
            clears(html.as_bytes(), Format::Html);
        }

        #[test]
        fn xml_is_read_or_refused(xml in broken(XML)) {
            clears(&zipped(&[("content.xml", &format!("<a>{xml}</a>"))]), Format::Odt);
        }

        #[test]
        fn json_is_read_or_refused(json in broken(JSON)) {
            clears(json.as_bytes(), Format::Json);
        }

        #[test]
        fn damaged_archives_are_refused(at in 0usize..400, byte in any::<u8>()) {
            let mut bytes = docx("<w:p><w:r><w:t>Odile</w:t></w:r></w:p>");
            let at = at % bytes.len();
            bytes[at] = byte;
            clears(&bytes, Format::Docx);
        }
    }
}
