//! The figures on the invented decisions may rise, never fall. `make bless` writes today's, rounded down, to `tests/gold.toml` and
//! `tests/hard.toml`; of the same decisions in another dress, to files of their own.

use std::collections::BTreeMap;
use std::fmt::Write;

use huisclos::{CaseFacts, Engine, Kind};
use huisclos_corpora::identity::{Grouping, Pseudonyms, hidden_words, items, persons};
use huisclos_corpora::marked::{Change, Marked, files};
use huisclos_corpora::score::{Figures, Judged, Measure};
use huisclos_tests::house;

/// Lowest percentages by kind and figure.
type Floors = BTreeMap<String, BTreeMap<String, f64>>;

/// The sets that rules may be written on: the folder of each below `corpora/`, its file of floors, and what is changed of
/// its texts first.
const SETS: [(&str, &str, Option<Change>); 9] = [
    ("decisions", "tests/gold.toml", None),
    ("hard", "tests/hard.toml", None),
    ("decisions", "tests/renamed.toml", Some(Change::Renamed)),
    ("decisions", "tests/stretched.toml", Some(Change::Stretched)),
    ("decisions", "tests/wrapped.toml", Some(Change::Wrapped)),
    ("decisions", "tests/proportional.toml", Some(Change::Proportional)),
    ("decisions", "tests/spaced.toml", Some(Change::Spaced)),
    ("decisions", "tests/unbroken.toml", Some(Change::Unbroken)),
    ("decisions", "tests/straight.toml", Some(Change::Straight)),
];

const HEAD: &str = "\
# Lowest percentages on a set of invented decisions, per kind: recall (nothing of it left), kept (what must stay stays), precision (what is
# hidden under this name is of this kind), found (recognised, kept or not). Under `who`, who is who: B³ F1 over the mentions
# found and over all, and the shares of persons `huisclos eval` prints. `make bless` writes them, rounded down.
";

/// A figure's name and percentage; `None` of nothing.
type Named = (&'static str, Option<f64>);

/// Every table of a set's floors by its name, with the step they are rounded down to.
fn figures(set: &str, change: Option<Change>) -> Vec<(&'static str, f64, Vec<Named>)> {
    let engine = Engine::builder().build().unwrap();
    let mut kinds: BTreeMap<Kind, [Figures; 2]> = BTreeMap::new();
    let (mut who, mut pseudonyms) = (Grouping::default(), Pseudonyms::default());
    for path in files(&house().join("corpora").join(set)).unwrap() {
        let marked = Marked::read(&path).unwrap();
        let marked = change.map_or_else(|| marked.clone(), |change| marked.changed(change));
        let outcome = engine.detect(&marked.text, &CaseFacts::default()).unwrap();
        let document = Judged::of_marked(&marked, &outcome.spans, engine.policy());
        for kind in Kind::ALL {
            let [result, found] = kinds.entry(*kind).or_default();
            result.add(&document, &Measure::of_kind(*kind));
            found.add(&document, &Measure::found(*kind));
        }
        who.add(&items(&document, &persons()));
        pseudonyms.add(&document.with_predictions(hidden_words(&marked.text, &outcome.spans)));
    }
    let percents = |[result, found]: &[Figures; 2]| {
        let shares = [("recall", result.mention_recall), ("kept", result.kept_rate), ("precision", result.precision), ("found", found.mention_recall)];
        shares.map(|(name, share)| (name, share.percent())).to_vec()
    };
    // Persons to the tenth, other kinds to the whole percent: a name left is the worst fault.
    let step = |kind: &Kind| if *kind == Kind::Person { 0.1 } else { 1.0 };
    let mut all: Vec<_> = kinds.iter().map(|(kind, figures)| (kind.as_str(), step(kind), percents(figures))).collect();
    let shares = [("together", who.together), ("apart", who.apart), ("one_label", pseudonyms.one), ("own_labels", pseudonyms.own)];
    let mut named: Vec<Named> = shares.map(|(name, share)| (name, share.percent())).to_vec();
    named.extend([("matched_f1", who.matched.f1()), ("all_f1", who.all.f1())]);
    all.push(("who", 0.1, named));
    all
}

#[test]
fn no_figure_falls_below_its_floor() {
    for (set, floors, change) in SETS {
        holds(set, floors, change);
    }
}

fn holds(set: &str, file: &str, change: Option<Change>) {
    let path = house().join(file);
    let all = figures(set, change);
    if std::env::var_os("HUISCLOS_BLESS").is_some() {
        let mut toml = HEAD.to_owned();
        for (table, step, figures) in &all {
            let known: Vec<_> = figures.iter().filter_map(|(name, percent)| Some((name, (*percent)?))).collect();
            if !known.is_empty() {
                let _ = writeln!(toml, "\n[{table}]");
            }
            for (name, percent) in known {
                let _ = writeln!(toml, "{name} = {:.1}", (percent / step + 1e-9).floor() * step);
            }
        }
        std::fs::write(&path, toml).unwrap();
    }
    let floors: Floors = toml::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
    let mut failures = Vec::new();
    let mut checked = 0;
    for (table, _, figures) in &all {
        for (name, percent) in figures {
            match (percent, floors.get(*table).and_then(|floors| floors.get(*name))) {
                (Some(percent), Some(floor)) if percent < floor => failures.push(format!("{file}, {table}: {name} is {percent}, was at least {floor}")),
                (Some(percent), None) => failures.push(format!("{file}, {table}: {name} is {percent} and has no floor: run `make bless`")),
                (None, Some(_)) => failures.push(format!("{file}, {table}: {name} has a floor but no mention: run `make bless`")),
                (Some(_), Some(_)) => checked += 1,
                (None, None) => {}
            }
        }
    }
    assert!(failures.is_empty(), "{}\n`make eval` shows the tables", failures.join("\n"));
    assert!(checked >= 46, "{checked} figures have a floor");
}
