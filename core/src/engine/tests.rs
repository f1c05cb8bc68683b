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

/// A decision with every zone; the grounds name a witness, the operative part a party.
const ZONED: &str = "Entre M. Ulysse CARDAMONE, demandeur, et la SA Rivebelle.\n\nEXPOSÉ DU LITIGE\n\nM. CARDAMONE expose ses griefs.\n\nMOTIFS\n\n\
    Mme Flavie TOURNEBIZE atteste du contraire.\n\nPAR CES MOTIFS,\n\nDéboute M. CARDAMONE.";

fn outcome_of(text: &'static str, facts: &str) -> Result<Outcome<'static>, Error> {
    Engine::builder().build().unwrap().detect(text, &serde_json::from_str(facts).unwrap())
}

#[test]
fn grounds_of_secret_debates_and_of_some_natures_go_as_a_whole() {
    for (facts, code) in [
        (r#"{"debates": "not_public"}"#, "debates_not_public"),
        (r#"{"nac": "20L"}"#, "nac_not_public"),
        (r#"{"occultation": {"switches": {"motifsDebatsChambreConseil": true, "personneMorale": false}}}"#, ""),
        (r#"{"occultation": {"switches": {"motifsSecretAffaires": 1}}}"#, "business_secret"),
        (r#"{"occultation": {"grounds": "mask"}}"#, ""),
    ] {
        let outcome = outcome_of(ZONED, facts).unwrap();
        let codes: Vec<_> = outcome.warnings.iter().map(|w| w.code).collect();
        assert_eq!(codes.join(" "), code, "{facts}");
        let text = outcome.text();
        let label = text.split(['[', ']']).nth(3).unwrap();
        assert!(text.ends_with(&format!("\n\n[Motifs de la décision occultés]\n\nPAR CES MOTIFS,\n\nDéboute M. [{label}].")), "{facts}: {text}");
    }
    let kept = outcome_of(ZONED, r#"{"debates": "not_public", "occultation": {"grounds": "keep"}}"#).unwrap().text();
    assert!(kept.contains("EXPOSÉ DU LITIGE") && kept.contains("atteste") && !kept.contains("TOURNEBIZE"), "{kept}");
}

#[test]
fn grounds_that_cannot_be_told_apart_stop_the_decision() {
    let error = outcome_of("Mme Flavie TOURNEBIZE conclut.", r#"{"debates": "not_public"}"#).unwrap_err();
    assert!(error.is_policy() && error.to_string().contains("MOTIFS") && !error.to_string().contains("TOURNEBIZE"), "{error}");
}

#[test]
fn natures_and_the_registers_box_are_warned_of() {
    for (facts, warned) in [
        (r#"{"nac": "22A"}"#, true),
        (r#"{"nac": "4AC", "public": true}"#, false),
        (r#"{"nac": "4AC"}"#, true),
        (r#"{"nac": "80A", "public": false}"#, true),
        (r#"{"nac": "80A"}"#, false),
    ] {
        let warnings = outcome_of("x", facts).unwrap().warnings;
        assert_eq!(warnings.iter().any(|w| w.code == "nac_not_public"), warned, "{facts}");
    }
}

#[test]
fn a_decisions_own_choice_stands_over_the_builders() {
    let options = PolicyOptions { bloc: Some(1), terms: "Rivebelle".into(), ..PolicyOptions::default() };
    let engine = Engine::builder().options(options).build().unwrap();
    let text = |facts: &str| engine.pseudonymize("La SA Auberjonoise plaide à Rivebelle.", &serde_json::from_str(facts).unwrap()).unwrap().text();
    assert_eq!(text("{}"), "La [1] plaide à [...].");
    assert_eq!(text(r#"{"occultation": {"bloc": 3}}"#), "La SA Auberjonoise plaide à [...].");
    assert_eq!(text(r#"{"occultation": {"terms": "+SA Auberjonoise"}}"#), "La SA Auberjonoise plaide à Rivebelle.");
}

/// juritools `match_additional_terms`: an entity inside a term keeps its token.
#[test]
fn a_term_is_cut_around_the_persons_in_it() {
    let text = "M. Ulysse CARDAMONE tient le bar chez CARDAMONE, à Rivebelle.";
    let outcome = outcome_of(text, r#"{"occultation": {"terms": "bar chez Cardamone"}}"#).unwrap().text();
    let label = outcome.split(['[', ']']).nth(3).unwrap();
    assert!(outcome.ends_with(&format!("tient le [...] [{label}], à Rivebelle.")), "{outcome}");
}

#[test]
fn a_policys_style_is_the_engines_unless_the_caller_names_another() {
    let text = |name: &str, style: Option<Style>| {
        let builder = Engine::builder().policy(Policy::named(name).unwrap());
        let engine = style.map_or(builder.clone(), |style| builder.style(style)).build().unwrap();
        engine.pseudonymize("M. Ulysse CARDAMONE et Mme Flavie CARDAMONE concluent.", &CaseFacts::default()).unwrap().text()
    };
    assert_eq!(text("fr-conseil-etat", None), "M. A... B... et Mme C... B... concluent.");
    assert_eq!(text("fr-legifrance", None), "M. X... et Mme Y... concluent.");
    assert_eq!(text("fr-initiales", None), "M. U. C. et Mme F. C. concluent.");
    assert_eq!(text("fr-initiales", Some(Style::Bars)), "M. █████ et Mme █████ concluent.");
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
    let toml = "name = 'x'\ntitle = 'X'\nfamily_link = false\n[[rule]]\nkinds = ['person']\naction = 'replace'\nbasis = 'b'";
    let engine = Engine::builder().policy(Policy::from_toml(toml).unwrap()).build().unwrap();
    let text = engine.pseudonymize("M. Cyprien TOURNEBIZE et Mme Flavie TOURNEBIZE ont conclu. Mme TOURNEBIZE a payé.", &CaseFacts::default()).unwrap().text();
    let labels: Vec<&str> = text.split(['[', ']']).skip(1).step_by(2).collect();
    assert!(labels[1] != labels[3] && labels[3] == labels[4], "{labels:?}");
}
