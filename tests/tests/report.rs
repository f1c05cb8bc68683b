//! One invented case through the leak check, the review's queue, the record and the risk: what leaves on the wire, to the letter.
//!
//! `make bless` writes `tests/golden/report.json` anew: read the difference before it is committed.

use huisclos::report::audit::{Chain, Entry, Line};
use huisclos::report::review::{QueueView, Review, seal};
use huisclos::report::risk::{Population, RiskView};
use huisclos::{CaseFacts, DoubtCode, Engine, Known, OffsetTable, OffsetUnit, VerdictView};
use huisclos_tests::house;
use serde_json::{Value, json};

const ORIGINAL: &str = "\
M. Jean DUVAL, boulanger à Metz, né le 3 mai 1980, contre Mme Zoé ROUX.
Audience tenue par Mme Claire ROUX, présidente.
Le RIB de M. DUVAL n'est pas joint. M. DUVALL et M. Ha ont vu Zborvat.
";

fn report() -> Value {
    let engine = Engine::builder().build().unwrap();
    let facts: CaseFacts = serde_json::from_value(json!({ "persons": [{ "name": "Ode PAPON" }], "keep": ["Zanzibar"] })).unwrap();
    let outcome = engine.detect(ORIGINAL, &facts).unwrap();
    let leak = outcome.text().replacen("né le", "DUVAL né le", 1);
    let found = engine.verify(&leak, &Known { original: Some(ORIGINAL), ..Known::default() }).unwrap();
    let doubts = engine.review(ORIGINAL, &facts, None).unwrap();
    let review = Review { id: None, original: seal(ORIGINAL), offset_unit: OffsetUnit::Byte, decisions: doubts.iter().filter_map(|doubt| doubt.suggestion.clone()).collect() };
    let reviewed = engine.apply_review(ORIGINAL, &facts, &review).unwrap();
    let mut run = engine.audit_run();
    // What changes with every list and release is not what this test is about.
    (run.version, run.lexicon, run.policy_sha256) = ("-".into(), "-".into(), "-".into());
    let (mut chain, first) = Chain::start(run).unwrap();
    let entry = Entry::new("case", ORIGINAL, &reviewed.text(), &reviewed.spans, &reviewed.warnings, OffsetUnit::Char);
    let record = [first, chain.link(Line::Document(entry)).unwrap(), chain.end().unwrap()];
    let text = outcome.text();
    let traits = engine.traits(&text).unwrap();
    let mut population = Population::default();
    population.add(&traits);
    let table = OffsetTable::new(&text, OffsetUnit::Utf16);
    let places: Vec<_> = traits.iter().map(|own| table.convert_span(own.span)).collect();
    let risk = population.risk(&traits);
    json!({
        "text": outcome.text(),
        "verify": VerdictView::new(&leak, &found, OffsetUnit::Char),
        "queue": QueueView::new(ORIGINAL, &doubts, OffsetUnit::Char, DoubtCode::sentence),
        "reviewed": reviewed.text(),
        "record": record.map(|line| serde_json::from_str::<Value>(&line).unwrap()),
        "risk": RiskView::new(&traits, &places, &risk, OffsetUnit::Utf16),
    })
}

#[test]
fn the_report_of_one_case_is_the_golden_one() {
    let path = house().join("tests/golden/report.json");
    let report = serde_json::to_string_pretty(&report()).unwrap() + "\n";
    if std::env::var_os("HUISCLOS_BLESS").is_some() {
        std::fs::write(&path, &report).unwrap();
    }
    let golden = std::fs::read_to_string(&path).unwrap();
    let line = golden.lines().zip(report.lines()).position(|(golden, own)| golden != own);
    assert_eq!(golden, report, "the first difference is in line {:?}; `make bless` writes the file anew", line.map(|at| at + 1));
}
