//! The figures on the invented decisions may rise, never fall. `make bless` writes today's, rounded down, to `tests/gold.toml`.

use std::collections::BTreeMap;
use std::fmt::Write;

use huisclos::{CaseFacts, Engine, Kind};
use huisclos_corpora::marked::{Marked, files};
use huisclos_corpora::score::{Figures, Judged, Measure, Share};
use huisclos_tests::house;

/// Lowest percentages by kind and figure.
type Floors = BTreeMap<String, BTreeMap<String, f64>>;

const HEAD: &str = "\
# Lowest percentages on corpora/decisions, per kind: recall (nothing of it left), kept (what must stay stays), precision (what is
# hidden under this name is of this kind), found (recognised, kept or not). `make bless` writes them, rounded down.
";

fn figures() -> BTreeMap<Kind, [Figures; 2]> {
    let engine = Engine::builder().build().unwrap();
    let mut all: BTreeMap<Kind, [Figures; 2]> = BTreeMap::new();
    for path in files(&house().join("corpora/decisions")).unwrap() {
        let marked = Marked::read(&path).unwrap();
        let outcome = engine.detect(&marked.text, &CaseFacts::default()).unwrap();
        let document = Judged::of_marked(&marked, &outcome.spans, engine.policy());
        for kind in Kind::ALL {
            let [result, found] = all.entry(*kind).or_default();
            result.add(&document, &Measure::of_kind(*kind));
            found.add(&document, &Measure::found(*kind));
        }
    }
    all
}

fn shares([result, found]: &[Figures; 2]) -> [(&'static str, Share); 4] {
    [("recall", result.mention_recall), ("kept", result.kept_rate), ("precision", result.precision), ("found", found.mention_recall)]
}

#[test]
fn no_figure_falls_below_its_floor() {
    let path = house().join("tests/gold.toml");
    let all = figures();
    if std::env::var_os("HUISCLOS_BLESS").is_some() {
        let mut toml = HEAD.to_owned();
        for (kind, figures) in &all {
            let known: Vec<_> = shares(figures).into_iter().filter_map(|(name, share)| Some((name, share.percent()?))).collect();
            if !known.is_empty() {
                let _ = writeln!(toml, "\n[{kind}]");
            }
            for (name, percent) in known {
                // Persons to the tenth, other kinds to the whole percent: a name left is the worst fault.
                let step = if *kind == Kind::Person { 0.1 } else { 1.0 };
                let _ = writeln!(toml, "{name} = {:.1}", (percent / step).floor() * step);
            }
        }
        std::fs::write(&path, toml).unwrap();
    }
    let floors: Floors = toml::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
    let mut failures = Vec::new();
    let mut checked = 0;
    for (kind, figures) in &all {
        for (name, share) in shares(figures) {
            let floor = floors.get(kind.as_str()).and_then(|floors| floors.get(name));
            match (share.percent(), floor) {
                (Some(percent), Some(floor)) if percent < *floor => failures.push(format!("{kind}: {name} is {percent}, was at least {floor}")),
                (Some(percent), None) => failures.push(format!("{kind}: {name} is {percent} and has no floor: run `make bless`")),
                (None, Some(_)) => failures.push(format!("{kind}: {name} has a floor but no mention: run `make bless`")),
                (Some(_), Some(_)) => checked += 1,
                (None, None) => {}
            }
        }
    }
    assert!(failures.is_empty(), "{}\n`make eval` shows the tables", failures.join("\n"));
    assert!(checked >= 40, "{checked} figures have a floor");
}
