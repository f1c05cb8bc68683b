//! Every case file under `tests/cases`. `make case NAME=fr/plate` runs one.

use huisclos_corpora::marked::{CaseFile, files};
use huisclos_tests::{differences, house};

#[test]
fn every_case_file_holds() {
    let wanted = std::env::var("HUISCLOS_CASE").unwrap_or_default();
    let folder = house().join("tests/cases");
    let mut failures = Vec::new();
    let mut run = 0;
    for path in files(&folder).unwrap() {
        let name = path.strip_prefix(&folder).unwrap().display().to_string();
        if !name.contains(&wanted) {
            continue;
        }
        let file = CaseFile::read(&path).unwrap_or_else(|error| panic!("{error}"));
        let hits = file.cases.iter().filter(|case| case.gold.iter().any(|gold| file.kinds.contains(&gold.kind))).count();
        assert!(
            file.cases.len() - hits >= hits,
            "{name}: {hits} cases with hits and {} without: write at least as many misses as hits",
            file.cases.len() - hits
        );
        failures.extend(differences(&name, &file).unwrap());
        run += file.cases.len();
    }
    assert!(run > 0, "no case file is named like `{wanted}`");
    assert!(failures.is_empty(), "{} differences in {run} cases:\n{}", failures.len(), failures.join("\n"));
}
