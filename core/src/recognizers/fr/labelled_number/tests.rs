use super::READER;
use super::Force;
use crate::context::Page;
use crate::text::Document;

/// What the row finds in `text`.
fn found(id: &str, text: &'static str) -> Vec<&'static str> {
    let page = Page::new(Document::new(text).expect("a small text"), crate::lexicon::Lexicon::fr());
    let mut found = Vec::new();
    (READER.find)(&page, &mut found);
    found.iter().filter(|detection| detection.rule == id).map(|detection| detection.span.of(text)).collect()
}

#[test]
fn every_line_names_a_row_and_folded_words() {
    for (row, force, words, with) in super::label::lines() {
        assert_eq!(super::row(row).is_none(), force == Force::Other, "{row}: no such row, or a force that no row has");
        for word in words.split(' ').chain(with.split(' ')).filter(|word| !word.is_empty()) {
            assert_eq!(crate::text::fold(word), word, "not folded in {row}");
        }
    }
}

#[test]
fn each_row_finds_its_number_without_the_label() {
    for (id, text, number) in [
        ("fr/passport", "titulaire du passeport algérien n° 12AB34567.", "12AB34567"),
        ("fr/passport", "Passeport : 123456789", "123456789"),
        ("fr/cni", "carte nationale d'identité n° 950375123456", "950375123456"),
        ("fr/cni", "CNI n° X4RTBPFW4", "X4RTBPFW4"),
        ("fr/residence_permit", "titre de séjour n° 9912345678 valable", "9912345678"),
        ("fr/residence_permit", "n° AGDREF : 7503123456", "7503123456"),
        ("fr/residence_permit", "numéro étranger 7503123456", "7503123456"),
        ("fr/driving_licence", "permis de conduire n° 910175123456", "910175123456"),
        ("fr/prison_number", "numéro d'écrou 12345", "12345"),
        ("fr/prison_number", "n° d’écrou : 41 208", "41 208"),
        ("fr/prosecution_number", "N° Parquet : 19123000456", "19123000456"),
        ("fr/prosecution_number", "IDJ : 2100123456789", "2100123456789"),
        ("fr/police_report", "le PV n° 2019/004512 de la", "2019/004512"),
        ("fr/benefit_number", "numéro d'allocataire 1234567", "1234567"),
        ("fr/contract", "contrat de crédit n° 4312-567-89, souscrit", "4312-567-89"),
        ("fr/legal_aid", "aide juridictionnelle totale numéro 2024/000189 du 29 janvier", "2024/000189"),
        ("fr/legal_aid", "aide juridictionnelle numéro C-75056-2024-000189 du", "C-75056-2024-000189"),
        ("fr/case_number", "N° RG 22/04998 - N°", "22/04998"),
        ("fr/case_number", "N° Portalis DBVL-V-B7H-UJUQ1", "DBVL-V-B7H-UJUQ1"),
        ("fr/case_number", "pourvoi n° C 23-13.940 formé", "C 23-13.940"),
        ("fr/case_number", "les requérants de l'instance n° 2300377 versent", "2300377"),
        ("fr/case_number", "minute n° 24/00262", "24/00262"),
        ("fr/case_number", "requête n° 21NT01523", "21NT01523"),
        ("fr/case_number", "ECLI:FR:CCASS:2023:C100123", "ECLI:FR:CCASS:2023:C100123"),
    ] {
        assert_eq!(found(id, text), [number], "{id}: {text}");
    }
}

#[test]
fn lists_stand_under_one_label() {
    assert_eq!(found("fr/case_number", "pourvois n° 19-80.567 et 19-80.568 sont"), ["19-80.567", "19-80.568"]);
}

#[test]
fn dates_amounts_and_bare_numbers_are_no_labelled_numbers() {
    for (id, text) in [
        ("fr/passport", "passeport délivré le 12 mars 2019"),
        ("fr/passport", "n° 12AB34567"),
        ("fr/cni", "le contrôle d'identité du 12/03/2019"),
        ("fr/residence_permit", "titre de séjour du 12 mars 2019"),
        ("fr/driving_licence", "conduire sans permis à 130 km/h"),
        ("fr/prison_number", "levée d'écrou le 12 mars"),
        ("fr/prosecution_number", "le parquet a requis 15 000 euros"),
        ("fr/police_report", "procès-verbal du 12/03/2019"),
        ("fr/contract", "un crédit de 15 000 euros"),
        ("fr/contract", "contrat du 12 mars 2019"),
        ("fr/legal_aid", "l'aide juridictionnelle, loi du 10 juillet 1991"),
        ("fr/case_number", "le dossier du 12/03/2019"),
        ("fr/case_number", "minute du 3 mai 2020"),
        ("fr/case_number", "le pourvoi est rejeté"),
    ] {
        assert!(found(id, text).is_empty(), "{id}: {text}");
    }
}
