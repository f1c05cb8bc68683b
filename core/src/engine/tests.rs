use super::*;

fn run(text: &str, facts: &CaseFacts) -> String {
    Engine::builder().build().unwrap().pseudonymize(text, facts).unwrap().text()
}

#[test]
fn engines_and_outcomes_cross_threads() {
    fn crosses<T: Send + Sync>() {}
    crosses::<Engine>();
    crosses::<Outcome>();
}

#[test]
fn a_replaced_datum_is_found_again_without_its_dots() {
    let text = run("Courriel : lea.roux@x.example ; relance à lea.roux @x.example et lea.roux@x.examples", &CaseFacts::default());
    assert_eq!(text.matches("[Courriel").count(), 3);
    assert!(!text.contains("lea"));
}

#[test]
fn terms_of_the_caller_go_and_stay() {
    let facts = CaseFacts { remove: vec!["Café de la Gare".into()], keep: vec!["greffe@tj.example".into()], ..CaseFacts::default() };
    let text = run("Au CAFÉ DE LA GARE, écrire à greffe@tj.example.", &facts);
    assert_eq!(text, "Au [...], écrire à greffe@tj.example.");
}

#[test]
fn secret_debates_and_natures_are_warned_of() {
    let facts = CaseFacts { debates: Some(Debates::NotPublic), nac: Some("22A".into()), ..CaseFacts::default() };
    let outcome = Engine::builder().build().unwrap();
    let outcome = outcome.detect("x", &facts).unwrap();
    let codes: Vec<_> = outcome.warnings.iter().map(|w| w.code).collect();
    assert_eq!(codes, ["debates_not_public", "nac_not_public"]);
}
