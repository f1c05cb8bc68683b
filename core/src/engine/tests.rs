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

#[test]
fn two_persons_known_by_one_surname_have_two_labels() {
    let text = run("M. TOURNEBIZE et Mme TOURNEBIZE ont conclu. M. TOURNEBIZE a payé.", &CaseFacts::default());
    let labels: Vec<&str> = text.split(['[', ']']).skip(1).step_by(2).collect();
    assert_eq!(labels.len(), 3);
    assert!(labels[0] == labels[2] && labels[0] != labels[1], "{labels:?}");
}

#[test]
fn spellings_of_one_word_have_one_label() {
    let text = run("Mme Annick VIRY-COLOMBEL a conclu. Mme VIRY COLOMBEL et Mme Annick VIRY-COLONBEL ont signé.", &CaseFacts::default());
    let labels: Vec<&str> = text.split(['[', ']']).skip(1).step_by(2).collect();
    assert_eq!(labels, [labels[0], labels[1], labels[1], labels[0], labels[1]]);
}

#[test]
fn a_policy_without_family_link_parts_the_bearers_of_a_surname() {
    let toml = "name = 'x'\ntitle = 'X'\nbloc = 1\nfamily_link = false\n[[rule]]\nkinds = ['person']\naction = 'replace'\nbasis = 'b'";
    let engine = Engine::builder().policy(Policy::from_toml(toml).unwrap()).build().unwrap();
    let text = engine.pseudonymize("M. Cyprien TOURNEBIZE et Mme Flavie TOURNEBIZE ont conclu. Mme TOURNEBIZE a payé.", &CaseFacts::default()).unwrap().text();
    let labels: Vec<&str> = text.split(['[', ']']).skip(1).step_by(2).collect();
    assert!(labels[1] != labels[3] && labels[3] == labels[4], "{labels:?}");
}
