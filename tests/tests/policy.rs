//! Policies over the invented decisions: more masking never shows what less masking hid, and every decision's zones are found.

use std::path::Path;

use huisclos::{CaseFacts, Engine, Kind, OutSpan, Policy, PolicyOptions, policy::NAMES};
use huisclos_corpora::marked::{Marked, files};
use huisclos_tests::house;

fn decisions() -> Vec<(String, String)> {
    let folder = house().join("corpora/decisions");
    let read = |path: &Path| (path.strip_prefix(&folder).unwrap().display().to_string(), Marked::read(path).unwrap().text);
    files(&folder).unwrap().iter().map(|path| read(path)).collect()
}

/// One flag for every byte that is hidden.
fn hidden(text: &str, spans: &[OutSpan]) -> Vec<bool> {
    let mut hidden = vec![false; text.len()];
    for span in spans.iter().filter(|span| span.action.hides()) {
        hidden[span.span.start as usize..span.span.end as usize].fill(true);
    }
    hidden
}

fn engine(policy: &str, options: PolicyOptions) -> Engine {
    Engine::builder().policy(Policy::named(policy).unwrap()).options(options).build().unwrap()
}

#[test]
fn each_level_hides_all_that_the_one_below_hides() {
    let level = |name: &str| PolicyOptions { level: Some(name.to_owned()), ..PolicyOptions::default() };
    let ladder = [
        engine("fr-judilibre", PolicyOptions { recommendation: Some("aucune".into()), ..PolicyOptions::default() }),
        engine("fr-judilibre", level("base")),
        engine("fr-judilibre", level("professionals")),
        engine("fr-judilibre", level("companies")),
        engine("full", PolicyOptions::default()),
    ];
    let (mut steps, mut shown) = (vec![0; ladder.len()], Vec::new());
    for (name, text) in decisions() {
        let mut before = vec![false; text.len()];
        for (step, engine) in ladder.iter().enumerate() {
            let now = hidden(&text, &engine.detect(&text, &CaseFacts::default()).unwrap().spans);
            let letter = |at: &usize| before[*at] && !now[*at] && text.as_bytes()[*at].is_ascii_alphanumeric();
            shown.extend((0..text.len()).find(letter).map(|at| format!("{name}: step {step} shows byte {at}")));
            steps[step] += now.iter().filter(|hidden| **hidden).count();
            before = now;
        }
    }
    assert!(shown.is_empty(), "{}", shown.join("\n"));
    assert!(steps.windows(2).all(|pair| pair[0] < pair[1]), "every step hides more: {steps:?}");
}

#[test]
fn every_policy_hides_the_persons_that_the_law_names() {
    let (law, facts) = (engine("fr-judilibre", PolicyOptions::default()), CaseFacts::default());
    let others: Vec<Engine> = NAMES[1..].iter().map(|name| engine(name, PolicyOptions::default())).collect();
    let mut persons = 0;
    for (name, text) in decisions() {
        let outcome = law.detect(&text, &facts).unwrap();
        for other in &others {
            let now = hidden(&text, &other.detect(&text, &facts).unwrap().spans);
            for span in outcome.spans.iter().filter(|span| span.kind == Kind::Person && span.action.hides()) {
                persons += 1;
                let all = now[span.span.start as usize..span.span.end as usize].iter().all(|hidden| *hidden);
                assert!(all, "{name}: {} shows bytes {:?}", other.policy().name(), span.span);
            }
        }
    }
    assert!(persons > 1000, "{persons} mentions");
}

#[test]
fn grounds_are_told_apart_or_the_decision_stops() {
    let engine = engine("fr-judilibre", PolicyOptions { grounds: Some(huisclos::Grounds::Mask), ..PolicyOptions::default() });
    let (mut masked, mut stopped) = (0, Vec::new());
    for (name, text) in decisions() {
        match engine.detect(&text, &CaseFacts::default()) {
            Ok(outcome) => {
                let grounds: Vec<&OutSpan> = outcome.spans.iter().filter(|span| span.kind == Kind::Grounds).collect();
                assert_eq!(grounds.len(), 1, "{name}");
                let rest = &text[grounds[0].span.end as usize..];
                assert!(rest.trim_start().len() > 20, "{name}: an operative part is left");
                masked += 1;
            }
            Err(error) => stopped.push(format!("{name}: {error}")),
        }
    }
    let all = masked + stopped.len();
    println!("{masked} of {all} decisions have grounds that can be told apart\n{}", stopped.join("\n"));
    assert!(masked * 2 > all, "{masked} of {all}: {}", stopped.join("\n"));
}
