use std::path::Path;

use super::*;

fn error(source: &str) -> String {
    Marked::parse("x.md", source).unwrap_err().to_string()
}

#[test]
fn every_part_of_a_mark_is_read() {
    let marked = Marked::parse("x.md", "À [[?person.third_party#t1: Léa\nROUX]], [[plate:AB-123-CD]] [...] ]").unwrap();
    assert_eq!(marked.text, "À Léa\nROUX, AB-123-CD [...] ]");
    let [name, plate] = &marked.gold[..] else { panic!("two marks") };
    assert_eq!(name.span.of(&marked.text), "Léa\nROUX");
    assert_eq!((name.kind, name.role, name.entity.as_deref(), name.neutral), (Kind::Person, Some(Role::ThirdParty), Some("t1"), true));
    assert_eq!(plate.span.of(&marked.text), "AB-123-CD");
    assert_eq!((plate.kind, plate.role, plate.entity.as_deref(), plate.neutral), (Kind::Plate, None, None, false));
}

#[test]
fn a_text_without_marks_or_front_matter_is_itself() {
    let marked = Marked::parse("x.md", "rien -- à [X] signaler").unwrap();
    assert_eq!(marked.text, "rien -- à [X] signaler");
    assert!(marked.gold.is_empty());
    assert_eq!(marked.front.iter().count(), 0);
}

#[test]
fn errors_name_the_line_and_the_remedy_and_no_text() {
    let front = "---\nid: a\n---\n";
    for (source, place, remedy) in [
        ("un\n[[nir: 1]]", "x.md:2: ", "national_id"),
        ("[[person.juge: Roux]]", "x.md:1: ", "judge"),
        ("[[plate.party: AB]]", "x.md:1: ", "only `person`"),
        ("[[person#p 1: Roux]]", "x.md:1: ", "#p1"),
        ("un\ndeux\n[[person: Roux", "x.md:3: ", "]]"),
        ("[[person: ]]", "x.md:1: ", "no text"),
        ("[[Roux]]", "x.md:1: ", "no colon"),
        ("[[person: Jean [[person: Roux]]", "x.md:1: ", "in a mark"),
        ("a\nRoux]]", "x.md:2: ", "closes no mark"),
        ("[[person: a\nb]]\n[[Roux dit: x]]", "x.md:3: ", "is no kind"),
        ("---\nid: a", "x.md:1: ", "no end"),
        ("---\nid: a\nRoux\n---\n", "x.md:3: ", "key: value"),
        ("---\nid: a\nid: b\n---\n", "x.md:3: ", "twice"),
    ] {
        let message = error(source);
        assert!(message.starts_with(place) && message.contains(remedy) && !message.contains("Roux"), "{message}");
    }
    assert!(error(&format!("{front}ligne\n[[nir: 1]]")).starts_with("x.md:5: "));
    let missing = Marked::read(Path::new("no-such-file.md")).unwrap_err();
    assert_eq!(missing.line(), 0);
    assert!(missing.to_string().starts_with("no-such-file.md: "));
}

#[test]
fn every_decision_of_the_gold_set_is_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("decisions");
    let files = files(&folder).unwrap();
    assert!(files.len() >= 32, "{} decisions", files.len());
    let mut ids = std::collections::BTreeSet::new();
    for path in files {
        let marked = Marked::read(&path).unwrap_or_else(|error| panic!("{error}"));
        let id = marked.front.get("id").expect("a decision has an id");
        assert_eq!(path.file_stem().and_then(|stem| stem.to_str()), Some(id));
        assert!(ids.insert(id.to_owned()), "{id} stands twice");
        assert!(marked.front.get("court").is_some() && marked.front.get("traps").is_some(), "{id}: court and traps");
        assert!(marked.gold.len() >= 20, "{id}: {} marks", marked.gold.len());
        assert!(marked.gold.iter().all(|gold| !gold.span.is_empty()));
        assert!(marked.gold.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start), "{id}: disjoint and in order");
        assert!(!marked.text.contains("[[") && !marked.text.contains("]]"));
        let unmarked = marked.gold.iter().find(|gold| gold.kind == Kind::Person && gold.role.is_none());
        assert!(unmarked.is_none(), "{id}: a person has a role");
    }
}

#[test]
fn case_files_say_what_is_wrong() {
    let message = |source: &str| CaseFile::parse("c.md", source).unwrap_err().to_string();
    for (source, place, remedy) in [
        ("## a\nx", "c.md:1: ", "kinds"),
        ("---\nkinds: nir\n---\n## a\nx", "c.md:1: ", "nir"),
        ("---\nkinds: phone\n---\nx", "c.md:1: ", "## title"),
        ("---\nkinds: phone\n---\n[[phone: 1]]\n## a\nx", "c.md:4: ", "before the first"),
        ("---\nkinds: phone\n---\n## a\n\n## b\nx", "c.md:4: ", "no text"),
        ("---\nkinds: phone\n---\n## a\n\nx\n[[phone 1]]", "c.md:7: ", "no colon"),
        ("---\nkinds: phone\nkind: phone\n---\n## a\nx", "c.md:1: ", "`kind`"),
        ("---\nkinds: phone\nfacts: {\"nom\":1}\n---\n## a\nx", "c.md:1: ", "facts"),
    ] {
        let message = message(source);
        assert!(message.starts_with(place) && message.contains(remedy), "{message}");
    }
}

#[test]
fn case_files_keep_facts_policy_and_lines() {
    let source = "---\nkinds: person, phone\npolicy: fr-judilibre\nfacts: {\"persons\":[{\"name\":\"Zoé RÉ\",\"role\":\"party\"}]}\n---\n\
                  Pour le lecteur.\n\n## un\n\n[[person: Zoé RÉ]]\nici\n\n## deux\nrien\n";
    let file = CaseFile::parse("c.md", source).unwrap();
    assert_eq!(file.kinds, [Kind::Person, Kind::Phone]);
    assert_eq!(file.policy.as_deref(), Some("fr-judilibre"));
    assert_eq!(file.facts.persons[0].role, Role::Party);
    let seen: Vec<_> = file.cases.iter().map(|case| (case.title.as_str(), case.line, case.text.as_str(), case.gold.len())).collect();
    assert_eq!(seen, [("un", 8, "Zoé RÉ\nici", 1), ("deux", 13, "rien", 0)]);
}
