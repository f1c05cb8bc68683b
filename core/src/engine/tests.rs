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
    let text = |facts: &str| engine.pseudonymize("La SA Auberjonoise vend la Rivebelle.", &serde_json::from_str(facts).unwrap()).unwrap().text();
    assert_eq!(text("{}"), "La [1] vend la [...].");
    assert_eq!(text(r#"{"occultation": {"bloc": 3}}"#), "La SA Auberjonoise vend la [...].");
    assert_eq!(text(r#"{"occultation": {"terms": "+SA Auberjonoise"}}"#), "La SA Auberjonoise vend la Rivebelle.");
}

/// juritools `match_additional_terms`: an entity inside a term keeps its token.
#[test]
fn a_term_is_cut_around_the_persons_in_it() {
    let text = "M. Ulysse CARDAMONE tient le bar chez CARDAMONE, à Rivebelle.";
    let outcome = outcome_of(text, r#"{"occultation": {"terms": "bar chez Cardamone"}}"#).unwrap().text();
    let label = outcome.split(['[', ']']).nth(3).unwrap();
    assert!(outcome.ends_with(&format!("tient le [...] [{label}], à [Localité 1].")), "{outcome}");
}

/// Addresses, schools and towns may stay: names never do.
#[test]
fn a_name_inside_what_stays_goes() {
    let stays = |text: &'static str| outcome_of(text, r#"{"occultation": {"recommendation": "aucune"}}"#).unwrap().text();
    let cases = [
        ("Une lettre fut adressée à « Madame CARDAMONE, 3 rue du Bief, 29000 Quimper ».", "CARDAMONE", "3 rue du Bief, 29000 Quimper"),
        ("Il demeure 4 quai des Pêcheurs, chez Lionel CARDAMONE, à Quimper.", "CARDAMONE", "4 quai des Pêcheurs"),
        ("Adresse : Chez Firmin CARDAMONE\n29000 QUIMPER\n", "CARDAMONE", "29000 QUIMPER"),
        ("Mme Zoé TOURNEBIZE plaide. M. Yunus TOURNEBIZE va à l'école de Yunus, à Quimper.", "Yunus", "école de"),
        ("M. Jean QUIMPER demeure 3 rue Haute, 29000 Quimper.", "Jean", "3 rue Haute, 29000 Quimper"),
    ];
    for (text, gone, left) in cases {
        let result = stays(text);
        assert!(!result.contains(gone) && result.contains(left), "{text} -> {result}");
    }
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

mod reviews {
    use super::*;
    use crate::report::review::{DoubtCode, Review, Ruling, seal};
    use crate::text::OffsetUnit;

    fn engine() -> Engine {
        Engine::builder().build().unwrap()
    }

    fn review(text: &str, decisions: Vec<Ruling>) -> Review {
        Review { id: None, original: seal(text), offset_unit: OffsetUnit::Byte, decisions }
    }

    fn at(text: &str, words: &str, nth: usize) -> (u32, u32) {
        let start = text.match_indices(words).nth(nth).unwrap().0;
        (start as u32, (start + words.len()) as u32)
    }

    fn reviewed(text: &str, decisions: Vec<Ruling>) -> Outcome<'_> {
        engine().apply_review(text, &CaseFacts::default(), &review(text, decisions)).unwrap()
    }

    #[test]
    fn what_is_rejected_stays_and_its_basis_is_the_reader() {
        let text = "M. Jean DUVAL et Mme Zoé ROUX. M. DUVAL conteste, M. DUVAL insiste.";
        let (start, end) = at(text, "DUVAL", 1);
        let outcome = reviewed(text, vec![Ruling::Reject { start, end, all: false }]);
        assert_eq!(outcome.text().matches("DUVAL").count(), 1);
        let kept = outcome.spans.iter().find(|span| span.span.start == start).unwrap();
        assert_eq!((kept.action, kept.basis.as_str()), (Action::Keep, review::BASIS));
        let outcome = reviewed(text, vec![Ruling::Reject { start, end, all: true }]);
        assert_eq!(outcome.text().matches("DUVAL").count(), 2);
        assert!(!outcome.text().contains("Jean"));
    }

    #[test]
    fn what_is_added_goes_everywhere_and_whole() {
        let text = "Le chien Filou aboie. Monsieur DUVAL appelle le chien FILOU.";
        let (start, end) = at(text, "Filou", 0);
        let one = reviewed(text, vec![Ruling::Add { start, end, kind: Kind::Term, role: Role::Unknown, all: false }]).text();
        assert!(one.starts_with("Le chien [...] aboie.") && one.ends_with("FILOU."), "{one}");
        let all = reviewed(text, vec![Ruling::Add { start, end, kind: Kind::Person, role: Role::Unknown, all: true }]);
        assert!(!all.text().to_uppercase().contains("FILOU"), "{}", all.text());
        let persons: Vec<&str> = all.spans.iter().filter(|span| span.rules[0] == review::READER).map(|span| span.entity.as_str()).collect();
        assert_eq!(persons, ["p1", "p1"]);
        // Half a name: the whole goes.
        let (start, _) = at(text, "DUVAL", 0);
        let half = reviewed(text, vec![Ruling::Add { start, end: start + 3, kind: Kind::Term, role: Role::Unknown, all: false }]).text();
        assert!(half.contains("Monsieur [...] appelle le chien"), "{half}");
    }

    #[test]
    fn another_role_follows_the_policy() {
        let text = "M. DUVAL a entendu Mme ROUX.";
        let (start, end) = at(text, "DUVAL", 0);
        let judge = reviewed(text, vec![Ruling::Change { start, end, kind: None, role: Some(Role::Judge), all: false }]);
        assert!(judge.text().starts_with("M. DUVAL a entendu Mme ["));
        let company = reviewed(text, vec![Ruling::Change { start, end, kind: Some(Kind::Organisation), role: Some(Role::Unknown), all: false }]);
        assert!(company.text().starts_with("M. DUVAL"));
        assert_eq!(company.spans[0].kind, Kind::Organisation);
    }

    #[test]
    fn links_join_persons_and_unlinks_part_them() {
        let text = "Mme Zoé ROUX a vendu. Mme Lise ROUSSEL a acheté. Mme ROUX est venue.";
        let [(start, end), (with_start, with_end)] = [at(text, "Zoé ROUX", 0), at(text, "Lise ROUSSEL", 0)];
        let entities = |outcome: &Outcome| outcome.spans.iter().map(|span| span.entity.clone()).collect::<Vec<_>>();
        assert_eq!(entities(&reviewed(text, vec![])), ["p1", "p2", "p1"]);
        assert_eq!(entities(&reviewed(text, vec![Ruling::Link { start, end, with_start, with_end }])), ["p1", "p1", "p1"]);
        let (start, end) = at(text, "ROUX", 1);
        let apart = reviewed(text, vec![Ruling::Unlink { start, end, all: false }]);
        assert_eq!(entities(&apart), ["p1", "p2", "p3"]);
    }

    #[test]
    fn a_review_that_does_not_fit_is_refused_without_the_text() {
        let text = "M. DUVAL dort.";
        let (start, end) = at(text, "DUVAL", 0);
        let apply = |text: &str, review: &Review| engine().apply_review(text, &CaseFacts::default(), review).unwrap_err().to_string();
        let fitting = review(text, vec![Ruling::Accept { start, end, all: false }]);
        assert!(apply("M. DUVAL dort .", &fitting).contains("another text"));
        for (ruling, word) in [
            (Ruling::Accept { start: 9, end: 13, all: false }, "nothing was found"),
            (Ruling::Reject { start, end: end - 1, all: false }, "cuts"),
            (Ruling::Accept { start, end: 99, all: false }, "no place of the text"),
            (Ruling::Accept { start, end: start, all: false }, "no place of the text"),
        ] {
            let message = apply(text, &review(text, vec![ruling]));
            assert!(message.contains(word) && message.contains("decision 1") && !message.contains("DUVAL"), "{message}");
        }
    }

    #[test]
    fn every_doubt_is_told_once_and_leaves_when_decided() {
        let text = "M. Alexandre WROBLEWSKI contre Mme Lise MARTIN. M. WROBLESWKY habite une parcelle cadastrée. Il vend des Zborvat. M. Ha                     dort. Audience tenue par Mme MARTIN, greffière. Son RIB 12345 est joint.";
        let facts = CaseFacts { keep: vec!["Zanzibar".into()], remove: vec!["parcelle".into()], ..serde_json::from_str(r#"{"persons":[{"name":"Ode PAPON"},{"name":"Lise MARTIN"}]}"#).unwrap() };
        let doubts = engine().review(text, &facts, None).unwrap();
        let told: Vec<(DoubtCode, String)> = doubts.iter().map(|doubt| (doubt.code, doubt.fact.clone().unwrap_or_else(|| doubt.spans[0].of(text).to_owned()))).collect();
        let has = |code, words: &str| assert!(told.contains(&(code, words.to_owned())), "{code:?} {words}: {told:?}");
        has(DoubtCode::ShortName, "Ha");
        has(DoubtCode::MissingBankAccount, "RIB");
        has(DoubtCode::MissingLandParcel, "cadastrée");
        has(DoubtCode::MissingPerson, "persons[0]");
        has(DoubtCode::MissingTerm, "keep[0]");
        has(DoubtCode::UnknownCapitals, "Zborvat");
        has(DoubtCode::DifferentCategories, "Lise MARTIN");
        assert!(told.iter().any(|(code, _)| *code == DoubtCode::SimilarSpelling), "{told:?}");
        assert_eq!(told.iter().filter(|(code, _)| *code == DoubtCode::MissingTerm).count(), 1);
        let zborvat = doubts.iter().find(|doubt| doubt.code == DoubtCode::UnknownCapitals).unwrap();
        let decided = review(text, vec![zborvat.suggestion.clone().unwrap()]);
        let left = engine().review(text, &facts, Some(&decided)).unwrap();
        assert!(!left.iter().any(|doubt| doubt.code == DoubtCode::UnknownCapitals));
        assert!(!engine().apply_review(text, &facts, &decided).unwrap().text().contains("Zborvat"));
    }
}

#[test]
fn another_value_may_share_a_month_or_a_few_signs_with_the_original() {
    let engine = Engine::builder().build().unwrap();
    let found = |original: &str, text: &str| -> Vec<String> {
        let found = engine.verify(text, &Known { original: Some(original), ..Known::default() }).unwrap();
        found.iter().map(|finding| finding.span.of(text).to_owned()).collect()
    };
    let born = "Elle est née le 19 avril 1985 dans cette ville.";
    assert!(found(born, "Elle est née le 4 avril 1985 dans cette ville.").is_empty());
    assert_eq!(found(born, "Elle est née le [...] avril 1985 dans cette ville."), ["avril"]);
    assert_eq!(found(born, "Elle est née en avril 1985 dans cette ville."), ["avril"]);
    assert_eq!(found(born, born), ["19 avril"]);
    let both = "Zoé ROUX, née le 19 avril 1985 à Metz, et Paul VIAL, né le 3 mai 1990 à Metz.";
    assert!(found(both, "Anne LORVAL, née le 8 juin 1985 à [...], et Luc FALTAREL, né le 19 avril 1990 à [...].").is_empty());
    assert_eq!(found(both, "Anne LORVAL, née le 8 juin 1985 à [...], et Luc FALTAREL, né le 3 mai 1990 à [...]."), ["3 mai"]);
    assert_eq!(found(both, "Anne LORVAL, née le 8 juin 1985 à [...], fêtée le 19 avril, et Luc FALTAREL, né le 7 mai 1990 à [...]."), ["19 avril"]);
    let line = "Il appelle du 06 39 98 60 33 le soir.";
    assert!(found(line, "Il appelle du 06 39 98 64 60 le soir.").is_empty());
    assert_eq!(found(line, "Il appelle du 06 39 98 60 34 le soir."), ["06 39 98 60"]);
    let named = "M. Ny DUVAL a retrouvé Loan P.. Il est parti.";
    assert!(found(named, "M. [Personne 6684NY4Y] a retrouvé [Personne 7KQ2M4XD]. Il est parti.").is_empty());
    assert_eq!(found(named, "M. [Personne 6684NY4Y] a retrouvé Loan P.. Il est parti."), ["Loan P"]);
    let account = "Son compte FR76 3000 4012 3400 0056 7890 130 est vide.";
    assert!(found(account, "Son compte FR00 7712 9930 1288 5512 0077 999 est vide.").is_empty());
    assert!(!found(account, "Son compte FR00 3000 4012 3400 0056 7890 999 est vide.").is_empty());
    assert_eq!(found("Elle demeure 12 rue Haute, 57000 Metz.", "Elle demeure 8 rue Haute, 54000 Nancy."), ["rue Haute"]);
}

#[test]
fn numbers_in_pairs_are_seen_without_their_original() {
    let engine = Engine::builder().build().unwrap();
    let found = |text: &str| engine.verify(text, &Known::default()).unwrap().iter().map(|finding| finding.span.of(text).to_owned()).collect::<Vec<_>>();
    assert_eq!(found("Tél. 06 12 34 56 78, fax 01.23.45.67.89."), ["06 12 34 56 78", "01.23.45.67.89"]);
    assert!(found("Tél. [XXXXXXXX01], fax [XXXXXXXX02].").is_empty());
}

#[test]
fn an_office_of_a_place_that_no_list_has_singles_out() {
    let engine = Engine::builder().build().unwrap();
    let found = |text: &str| engine.traits(text).unwrap().iter().map(|own| (own.sort.as_str(), own.span.of(text).to_owned())).collect::<Vec<_>>();
    assert_eq!(found("M. [K], maire de Brelivec-sur-Aure, conteste."), [("office", "maire de Brelivec-sur-Aure".to_owned())]);
    assert!(found("Le maire de [Localité 1] et le ministre de la Justice contestent.").is_empty());
}

#[test]
fn a_reader_sees_two_spellings_taken_for_one_person() {
    use crate::report::review::{DoubtCode, Review, Ruling};
    let engine = Engine::builder().build().unwrap();
    let text = "M. Thibaut LESCARBOURA a conclu. M. LESCARBOURA a payé. M. LESCARBOURAT a signé. Mme Michèle MICHEL aussi.";
    let similar = |review: Option<&Review>| engine.review(text, &CaseFacts::default(), review).unwrap().into_iter().filter(|doubt| doubt.code == DoubtCode::SimilarSpelling).collect::<Vec<_>>();
    let [doubt] = similar(None).try_into().unwrap();
    let Some(Ruling::Unlink { start, end, .. }) = doubt.suggestion else { panic!("{doubt:?}") };
    assert_eq!(&text[start as usize..end as usize], "LESCARBOURAT");
    let json = format!(r#"{{"original": "{}", "offset_unit": "byte", "decisions": [{{"do": "unlink", "start": {start}, "end": {end}}}]}}"#, crate::report::review::seal(text));
    let review: Review = serde_json::from_str(&json).unwrap();
    let outcome = engine.apply_review(text, &CaseFacts::default(), &review).unwrap();
    assert_eq!(outcome.entities.iter().filter(|entity| entity.kind == Kind::Person).count(), 3);
    assert!(similar(Some(&review)).is_empty(), "what a reader decided leaves the queue");
}

#[test]
fn a_surname_that_two_bear_is_never_given_to_one_in_silence() {
    use crate::report::review::{DoubtCode, Ruling};
    let engine = Engine::builder().build().unwrap();
    let person = |text: &str, at: usize| engine.detect(text, &CaseFacts::default()).unwrap().spans.iter().find(|span| span.span.start as usize == at).unwrap().entity.clone();
    let shared = |text: &str| engine.review(text, &CaseFacts::default(), None).unwrap().into_iter().filter(|doubt| doubt.code == DoubtCode::SharedName).collect::<Vec<_>>();
    // Named more often, and long before; named once, just before.
    let open = "M. Victor GOURDONNEAU, né le 3 mai 1970, a vendu. M. Victor GOURDONNEAU a signé. M. Paul VIAL et Mme Zoé ROUX ont signé. Son frère, M. Luc GOURDONNEAU, a cédé sa part. M. GOURDONNEAU le conteste.";
    let at = open.rfind("GOURDONNEAU").unwrap();
    assert_ne!(person(open, at), person(open, open.find("Victor").unwrap()));
    assert_ne!(person(open, at), person(open, open.find("Luc").unwrap()));
    let [doubt] = shared(open).try_into().unwrap();
    let Some(Ruling::Link { start, end, with_start, .. }) = doubt.suggestion else { panic!("{doubt:?}") };
    assert_eq!((&open[start as usize..end as usize], with_start as usize, doubt.entities.len()), ("Luc GOURDONNEAU", at, 3));
    let shown = engine.detect(open, &CaseFacts::default()).unwrap().text();
    let label = |text: &str| text.split(' ').find(|word| word.starts_with('[')).unwrap().to_owned();
    let family = label(shown.rsplit("M. ").next().unwrap());
    assert!(shown.contains(&format!(" {family}, né le")), "the family's label says no more: {shown}");
    // The brother is named last and as often: his, with a doubt.
    let likely = "M. Victor GOURDONNEAU, né le 3 mai 1970, a vendu à son frère, M. Luc GOURDONNEAU. M. GOURDONNEAU le conteste.";
    assert_eq!(person(likely, likely.rfind("GOURDONNEAU").unwrap()), person(likely, likely.find("Luc").unwrap()));
    let [doubt] = shared(likely).try_into().unwrap();
    assert!(matches!(doubt.suggestion, Some(Ruling::Unlink { .. })), "{doubt:?}");
    // Of another family, the text says: not even the surname's label is shared.
    let stranger = "M. Victor GOURDONNEAU, né le 3 mai 1970, a conclu. Le gardien, M. GOURDONNEAU, qui n'est pas de la famille, l'a vu.";
    let outcome = engine.detect(stranger, &CaseFacts::default()).unwrap();
    let [one, other] = outcome.spans.iter().filter(|span| span.kind == Kind::Person).map(|span| span.replacement.clone()).collect::<Vec<_>>().try_into().unwrap();
    assert!(one.ends_with(']') && !one.contains(&other), "{one} {other}");
    // A civility decides: no doubt.
    assert!(shared("M. Victor GOURDONNEAU et Mme Zoé GOURDONNEAU, née le 3 mai 1970, ont vendu. Mme GOURDONNEAU le conteste.").is_empty());
}

#[test]
fn initials_alone_behind_a_word_for_several_are_no_list() {
    let engine = Engine::builder().build().unwrap();
    let outcome = engine.detect("AL/MM\nR.G.", &CaseFacts::default()).unwrap();
    assert_eq!(outcome.original(), "AL/MM\nR.G.");
    assert!(outcome.spans.len() < 2, "{:?}", outcome.spans);
}

#[test]
fn the_parties_of_a_decision_cited_far_down_go() {
    let cited = "Nul (CA Zorkville, 11 mars 2021, Oumar c/ Zorkin).";
    let text = format!("{}{cited}", "La cour relève que le contrat ne dit rien de plus. ".repeat(200));
    let outcome = Engine::builder().build().unwrap().detect(&text, &CaseFacts::default()).unwrap();
    let persons: Vec<&str> = outcome.spans.iter().map(|span| span.span.of(&text)).filter(|found| matches!(*found, "Oumar" | "Zorkin")).collect();
    assert_eq!(persons, ["Oumar", "Zorkin"]);
}
