//! One row per row of the French rules: what of the Court's seventeen categories stays, under which choice. Each row names its source.

use std::collections::BTreeSet;

use super::*;

/// The seventeen categories that blocs and switches speak of (dbsder-api-types, common.zod.ts).
const SEVENTEEN: [(&str, Kind, Role); 17] = [
    ("personnePhysique", Kind::Person, Role::Party),
    ("dateNaissance", Kind::BirthDate, Role::Unknown),
    ("dateMariage", Kind::MarriageDate, Role::Unknown),
    ("dateDeces", Kind::DeathDate, Role::Unknown),
    ("numeroIdentifiant", Kind::IdNumber, Role::Unknown),
    ("personneMorale", Kind::Organisation, Role::Unknown),
    ("etablissement", Kind::Establishment, Role::Unknown),
    ("numeroSiretSiren", Kind::CompanyId, Role::Unknown),
    ("adresse", Kind::Address, Role::Unknown),
    ("localite", Kind::Locality, Role::Unknown),
    ("telephoneFax", Kind::Phone, Role::Unknown),
    ("email", Kind::Email, Role::Unknown),
    ("siteWebSensible", Kind::Url, Role::Unknown),
    ("compteBancaire", Kind::BankAccount, Role::Unknown),
    ("cadastre", Kind::LandParcel, Role::Unknown),
    ("plaqueImmatriculation", Kind::Plate, Role::Unknown),
    ("professionnelMagistratGreffier", Kind::Person, Role::Judge),
];

const DATES: &str = "dateNaissance dateMariage dateDeces";
const COMPANIES: &str = "personneMorale numeroSiretSiren";
const BENCH: &str = "professionnelMagistratGreffier";
/// What "aucune" and "substituant" leave readable: all but natural persons.
const SIXTEEN: &str = "dateNaissance dateMariage dateDeces numeroIdentifiant professionnelMagistratGreffier personneMorale etablissement \
    numeroSiretSiren adresse localite telephoneFax email siteWebSensible compteBancaire cadastre plaqueImmatriculation";

fn options(json: &str) -> PolicyOptions {
    serde_json::from_str(json).unwrap_or_else(|error| panic!("{json}: {error}"))
}

fn judilibre(json: &str) -> Policy {
    Policy::fr_judilibre().with(&options(json)).unwrap_or_else(|error| panic!("{json}: {error}"))
}

/// The categories that stay readable.
fn stays(policy: &Policy) -> BTreeSet<&'static str> {
    let kept = SEVENTEEN.iter().filter(|(_, kind, role)| policy.decide(*kind, *role, Confidence::Certain).action == Action::Keep);
    kept.map(|(id, ..)| *id).collect()
}

fn set(words: &[&'static str]) -> BTreeSet<&'static str> {
    words.iter().flat_map(|words| words.split_whitespace()).collect()
}

/// Rows of `(source, options, what stays)`.
fn check(rows: &[(&str, &str, &[&'static str])]) {
    for (source, json, expected) in rows {
        assert_eq!(stays(&judilibre(json)), set(expected), "{source}: {json}");
    }
}

#[test]
fn our_kinds_map_to_the_categories_of_dbsder_api_types() {
    for (id, kind, role) in SEVENTEEN {
        assert_eq!(Category::of(kind, role).map(Category::id), Some(id));
    }
    let also = |kind, role| Category::of(kind, role).unwrap().id();
    assert_eq!(also(Kind::Person, Role::Clerk), BENCH);
    assert_eq!(also(Kind::Person, Role::Lawyer), "professionnelAvocat");
    assert_eq!(also(Kind::NationalId, Role::Unknown), "numeroIdentifiant");
    assert_eq!(also(Kind::Card, Role::Unknown), "compteBancaire");
    assert_eq!(also(Kind::Term, Role::Unknown), "annotationSupplementaire");
    assert_eq!(also(Kind::Grounds, Role::Unknown), "motivations");
    assert_eq!(Category::all().len(), SEVENTEEN.len() + 3);
}

#[test]
fn blocs_keep_what_common_zod_ts_says() {
    check(&[
        ("bloc 0, NAC non valide", r#"{"bloc": 0}"#, &[BENCH, COMPANIES]),
        ("bloc 1, toutes catégories", r#"{"bloc": 1}"#, &[BENCH]),
        ("bloc 2, toutes sauf dates", r#"{"bloc": 2}"#, &[BENCH, DATES]),
        ("bloc 3, toutes sauf personnes morales", r#"{"bloc": 3}"#, &[BENCH, COMPANIES]),
        ("bloc 4, toutes sauf dates et personnes morales", r#"{"bloc": 4}"#, &[BENCH, DATES, COMPANIES]),
        ("no bloc named: bloc 3", "{}", &[BENCH, COMPANIES]),
    ]);
    assert!(Policy::fr_judilibre().with_bloc(5).unwrap_err().to_string().contains("0, 1, 2, 3, 4"));
}

#[test]
fn the_recommendation_is_followed_as_jdec_occ_comp_says() {
    check(&[
        ("JDEC_OCC_COMP 0, aucune", r#"{"recommendation": 0, "bloc": 1}"#, &[SIXTEEN]),
        ("JDEC_OCC_COMP 1, conforme", r#"{"recommendation": 1, "bloc": 2}"#, &[BENCH, DATES]),
        ("JDEC_OCC_COMP 2, substituant", r#"{"recommendation": 2, "bloc": 1, "terms": "Rivebelle"}"#, &[SIXTEEN]),
        ("JDEC_OCC_COMP 3, complément", r#"{"recommendation": 3, "bloc": 1, "terms": "Rivebelle"}"#, &[BENCH]),
        ("by its name", r#"{"recommendation": "Complément", "bloc": 4}"#, &[BENCH, DATES, COMPANIES]),
    ]);
    let removed = |json: &str| judilibre(json).removed_terms().to_vec();
    assert_eq!(removed(r#"{"recommendation": 2, "terms": "Rivebelle|+Bar du Lac"}"#), ["Rivebelle"]);
    assert_eq!(removed(r#"{"recommendation": 3, "bloc": 1, "terms": "Rivebelle/Bar du Lac"}"#), ["Rivebelle", "Bar du Lac"]);
    for code in ["0", "1"] {
        let stray = judilibre(&format!(r#"{{"recommendation": {code}, "bloc": 1, "terms": "Rivebelle|+Bar du Lac|+#email"}}"#));
        assert!(stray.has_stray_terms() && stray.kept_terms().is_empty());
        assert_eq!(stray.removed_terms(), ["Rivebelle"], "what the judge wanted out goes all the same");
    }
    for code in ["1", "3"] {
        let error = Policy::fr_judilibre().with(&options(&format!(r#"{{"recommendation": {code}}}"#))).unwrap_err();
        assert!(error.to_string().contains("give `bloc`"), "rulesTj.ts: no bloc, blocked: {error}");
    }
    assert!(Policy::fr_judilibre().with(&options(r#"{"recommendation": 4}"#)).unwrap_err().to_string().contains("complement (3)"));
}

#[test]
fn switches_of_the_register_do_what_collecte_md_says() {
    // All are set against a bloc that says the contrary: 1 masks what "aucune" keeps, 0 keeps what bloc 1 masks.
    let rows: [(&str, &str, &str); 11] = [
        ("IND_PM", COMPANIES, ""),
        ("IND_ADRESSE", "adresse localite etablissement", COMPANIES),
        ("IND_DT_NAISSANCE", "dateNaissance", COMPANIES),
        ("IND_DT_DECE", "dateDeces", COMPANIES),
        ("IND_DT_MARIAGE", "dateMariage", COMPANIES),
        ("IND_IMMATRICULATION", "plaqueImmatriculation", COMPANIES),
        ("IND_CADASTRE", "cadastre", COMPANIES),
        ("IND_CHAINE", "compteBancaire telephoneFax numeroIdentifiant", COMPANIES),
        ("IND_COORDONNEE_ELECTRONIQUE", "email", COMPANIES),
        ("IND_NOM_PROFESSIONEL", BENCH, COMPANIES),
        ("IND_PRENOM_PROFESSIONEL", BENCH, COMPANIES),
    ];
    for (name, parts, unset) in rows {
        let on = judilibre(&format!(r#"{{"recommendation": 0, "switches": {{"{name}": 1}}}}"#));
        let all = set(&[SIXTEEN]);
        assert_eq!(stays(&on), all.difference(&set(&[parts])).copied().collect(), "collecte.md, {name} = 1");
        let off = judilibre(&format!(r#"{{"bloc": 1, "switches": {{"{name}": 0}}}}"#));
        assert_eq!(stays(&off), set(&[BENCH, parts, unset]), "collecte.md, {name} = 0; an empty IND_PM keeps companies");
    }
    check(&[
        ("collecte.md: an empty column of the bench masks nothing", r#"{"switches": {"IND_CADASTRE": 1}}"#, &[BENCH, COMPANIES]),
        ("collecte.md: name or given name is enough", r#"{"switches": {"IND_NOM_PROFESSIONEL": 1, "IND_PRENOM_PROFESSIONEL": 0}}"#, &[COMPANIES]),
    ]);
    let error = Policy::fr_judilibre().with(&options(r#"{"switches": {"IND_PMM": 1}}"#)).unwrap_err().to_string();
    assert!(error.contains("IND_PMM") && error.contains("IND_PM,"), "{error}");
}

#[test]
fn boxes_of_the_commercial_courts_do_what_compute_occultation_ts_says() {
    // Every box ticked but one: what an empty box keeps, and nothing else.
    let boxes: [(&str, &str); 9] = [
        ("personneMorale", COMPANIES),
        ("personnePhysicoMoraleGeoMorale", "personneMorale localite numeroSiretSiren"),
        ("adresse", "adresse localite etablissement"),
        ("dateCivile", DATES),
        ("plaqueImmatriculation", "plaqueImmatriculation"),
        ("cadastre", "cadastre"),
        ("chaineNumeroIdentifiante", "numeroIdentifiant compteBancaire plaqueImmatriculation"),
        ("coordonneeElectronique", "siteWebSensible telephoneFax"),
        ("professionnelMagistratGreffier", BENCH),
    ];
    for (empty, parts) in boxes {
        let ticks: Vec<_> = boxes.iter().map(|(name, _)| format!(r#""{name}": {}"#, *name != empty)).collect();
        let policy = judilibre(&format!(r#"{{"switches": {{{}}}}}"#, ticks.join(", ")));
        assert_eq!(stays(&policy), set(&[parts]), "computeOccultation.ts, {empty} not ticked");
        assert!(policy.bloc().is_none(), "the form stands instead of a bloc");
    }
    let all_but_email = set(&[SIXTEEN]).difference(&set(&["email cadastre"])).copied().collect();
    assert_eq!(stays(&judilibre(r#"{"switches": {"cadastre": true}}"#)), all_but_email, "one tick: e-mail has no box");
    check(&[("computeOccultation.ts: empty form, bloc 3", r#"{"bloc": 1, "switches": {"adresse": false, "cadastre": false}}"#, &[BENCH, COMPANIES])]);
    let term_alone = judilibre(r#"{"switches": {"adresse": false}, "terms": "Rivebelle"}"#);
    assert_eq!(stays(&term_alone), set(&[SIXTEEN]).difference(&set(&["email"])).copied().collect(), "supprimerElement alone: no bloc");
    let facts = CaseFacts::default();
    for (name, unpublished) in [("motifsDebatsChambreConseil", false), ("motifsSecretAffaires", true)] {
        let policy = judilibre(&format!(r#"{{"switches": {{"{name}": true}}}}"#));
        assert!(policy.masks_grounds(&facts).is_some(), "computeOccultation.ts, {name}: motivationOccultation");
        assert_eq!(policy.is_unpublished(), unpublished, "{name}");
        assert!(judilibre(&format!(r#"{{"switches": {{"{name}": false}}}}"#)).masks_grounds(&facts).is_none());
    }
}

#[test]
fn terms_are_written_as_conserver_element_and_supprimer_element_are() {
    let policy = judilibre(r#"{"bloc": 1, "terms": "+#dateCivile|+Bar du Lac|#magistratGreffe|120.000€"}"#);
    assert_eq!((policy.kept_terms(), policy.removed_terms()), (&["Bar du Lac".to_owned()][..], &["120.000€".to_owned()][..]));
    assert_eq!(stays(&policy), set(&[DATES]), "metadonnee.dto.ts: #dateCivile kept, #magistratGreffe masked");
    assert_eq!(judilibre(r#"{"terms": "Rivebelle/https://rivebelle.example/a"}"#).removed_terms(), ["Rivebelle", "https://rivebelle.example/a"]);
    for json in [r##"{"terms": "#dateCivil"}"##, r#"{"terms": "Rivebelle|+"}"#] {
        let error = Policy::fr_judilibre().with(&options(json)).unwrap_err().to_string();
        assert!(!error.contains("Rivebelle") && (error.contains("dateNaissance") || error.contains("term 2")), "{error}");
    }
}

#[test]
fn levels_mask_who_the_ludet_report_names() {
    check(&[
        ("L111-13 al. 2: the base", r#"{"level": "base"}"#, &[BENCH, COMPANIES]),
        ("Ludet: + magistrates and lawyers", r#"{"level": "professionals"}"#, &[COMPANIES]),
        ("Ludet: + companies", r#"{"level": "companies"}"#, &[]),
        ("over a recommendation", r#"{"recommendation": 0, "level": "companies", "keep": ["numeroSiretSiren"]}"#, &[
            "dateNaissance dateMariage dateDeces numeroIdentifiant etablissement adresse localite telephoneFax email siteWebSensible \
             compteBancaire cadastre plaqueImmatriculation numeroSiretSiren",
        ]),
    ]);
    let counsel = |json: &str| judilibre(json).decide(Kind::Person, Role::Lawyer, Confidence::Strong).action;
    assert_eq!([counsel("{}"), counsel(r#"{"level": "professionals"}"#)], [Action::Keep, Action::Replace]);
    let firm = |json: &str| judilibre(json).decide(Kind::Organisation, Role::Lawyer, Confidence::Strong).action;
    assert_eq!(["{}", r#"{"bloc": 1}"#, r#"{"switches": {"IND_PM": 1}}"#].map(firm), [Action::Keep; 3], "a firm of counsel is no legal person of the case");
    assert_eq!(firm(r#"{"level": "professionals"}"#), Action::Replace, "a firm bears the names of lawyers");
}

#[test]
fn article_l111_13_holds_under_every_choice() {
    let mut choices = vec!["{}".to_owned(), r#"{"recommendation": 0}"#.into(), r#"{"recommendation": 2, "terms": "x"}"#.into()];
    choices.extend((0..=4).map(|bloc| format!(r#"{{"bloc": {bloc}}}"#)));
    choices.extend(["base", "professionals", "companies"].map(|level| format!(r#"{{"level": "{level}"}}"#)));
    choices.extend(Policy::fr_judilibre().choices().iter().filter(|c| c.option == "switches").map(|c| format!(r#"{{"switches": {{"{}": 0}}}}"#, c.name)));
    assert!(choices.len() > 30);
    let outside = [Role::Judge, Role::Clerk, Role::Prosecutor, Role::Lawyer, Role::PublicBody];
    for json in choices {
        for role in Role::ALL.iter().filter(|role| !outside.contains(role)) {
            assert!(judilibre(&json).decide(Kind::Person, *role, Confidence::Strong).action.hides(), "al. 2, parties and third parties: {role}, {json}");
        }
    }
    for role in outside {
        let decision = Policy::fr_judilibre();
        assert_eq!(decision.decide(Kind::Person, role, Confidence::Strong).action, Action::Keep, "al. 2 a contrario: {role}");
    }
}

#[test]
fn administrative_decisions_follow_l10_and_r741_13_to_15() {
    let policy = Policy::named("fr-conseil-etat").unwrap();
    assert_eq!(policy.style(), Style::Letters, "M. A... B... by order of appearance");
    assert_eq!(stays(&policy), set(&[BENCH, COMPANIES]), "CJA L10 al. 3");
    for row in policy.rows() {
        assert!(row.basis.starts_with("CJA L10") || row.basis.starts_with("CJA R741-1"), "{}", row.basis);
    }
    assert!(policy.with_bloc(1).unwrap_err().to_string().contains("has no blocs"));
}

#[test]
fn the_full_policy_leaves_nothing() {
    let policy = Policy::named("full").unwrap();
    for kind in Kind::ALL {
        assert!(Role::ALL.iter().all(|role| policy.decide(*kind, *role, Confidence::Strong).action == Action::Replace), "RGPD art. 4, 1): {kind}");
    }
}

#[test]
fn the_manuals_own_policy_is_read() {
    let manual = include_str!("../../policies/README.md");
    let toml = manual.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let policy = Policy::from_toml(toml).unwrap();
    assert_eq!((policy.style(), policy.family_link(), policy.publicity().bloc("80B")), (Style::Initials, false, Some(3)));
    assert_eq!(policy.decide(Kind::Establishment, Role::Unknown, Confidence::Strong).action, Action::Keep);
    assert_eq!(policy.decide(Kind::Address, Role::Unknown, Confidence::Strong).action, Action::Replace);
    for name in NAMES {
        assert!(manual.contains(&format!("| `{name}` |")), "{name}");
    }
}
