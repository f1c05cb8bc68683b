//! Every case file under `tests/cases`. `make case NAME=fr/plate` runs one; `make bless` rewrites `tests/gaps.txt`.

use std::collections::BTreeSet;

use huisclos_corpora::marked::{CaseFile, files};
use huisclos_tests::{differences, house};

/// Cases that do not hold yet, one `file: title` a line. Such a case must fail: one that holds leaves the list.
fn gaps() -> BTreeSet<String> {
    let text = std::fs::read_to_string(house().join("tests/gaps.txt")).expect("tests/gaps.txt");
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned).collect()
}

#[test]
fn every_case_holds_but_the_known_gaps() {
    let wanted = std::env::var("HUISCLOS_CASE").unwrap_or_default();
    let folder = house().join("tests/cases");
    let gaps = gaps();
    let (mut wrong, mut failing, mut run, mut misses) = (Vec::new(), BTreeSet::new(), 0, 0);
    let mut seen = BTreeSet::new();
    for path in files(&folder).unwrap() {
        let name = path.strip_prefix(&folder).unwrap().display().to_string();
        if !name.contains(&wanted) {
            continue;
        }
        let file = CaseFile::read(&path).unwrap_or_else(|error| panic!("{error}"));
        for case in &file.cases {
            misses += usize::from(!case.gold.iter().any(|gold| file.kinds.contains(&gold.kind)));
            run += 1;
            let key = format!("{name}: {}", case.title);
            assert!(seen.insert(key.clone()), "two cases are called `{key}`: give each its own title");
            let one = CaseFile { cases: vec![case.clone()], ..file.clone() };
            let found = differences(&name, &one).unwrap();
            if !found.is_empty() {
                failing.insert(key.clone());
            }
            match (found.is_empty(), gaps.contains(&key)) {
                (false, false) => wrong.extend(found),
                (true, true) => wrong.push(format!("{key}: holds now: take it out of tests/gaps.txt (make bless)")),
                _ => {}
            }
        }
    }
    assert!(run > 0, "no case file is named like `{wanted}`");
    if std::env::var_os("HUISCLOS_BLESS").is_some() && wanted.is_empty() {
        let mut text = String::from("# Cases that do not hold yet: `file: title`. Written by `make bless`; the tests keep it true both ways.\n");
        for key in &failing {
            text.push_str(key);
            text.push('\n');
        }
        std::fs::write(house().join("tests/gaps.txt"), text).unwrap();
        return;
    }
    assert!(!wanted.is_empty() || misses * 3 >= run, "{misses} of {run} cases find nothing: write at least one miss for two hits");
    assert!(wrong.is_empty(), "{} differences in {run} cases:\n{}", wrong.len(), wrong.join("\n"));
}
