use super::READER;
use crate::recognizers::slices;

#[test]
fn finds_communes_of_persons() {
    for (text, town) in [
        ("12 rue Haute 57000 METZ, représenté", "57000 METZ"),
        ("- 69603 VILLEURBANNE CEDEX 3", "69603 VILLEURBANNE CEDEX 3"),
        ("34430 SAINT JEAN DE VEDAS", "34430 SAINT JEAN DE VEDAS"),
        ("dont le siège est à Patrimonio (20253),", "Patrimonio (20253)"),
        ("né le 12 mars 1965 à Metz (Moselle)", "Metz"),
        ("née à Villeneuve-sur-Lot le 3 mai 1970", "Villeneuve-sur-Lot"),
        ("décédée le 3 juin 2011 à Allauch, retraitée", "Allauch"),
        ("demeurant à Marthon", "Marthon"),
        ("demeure 22, place du Marché à Villefontaine, où", "Villefontaine"),
        ("devant l'officier de l'état civil de Sedan, sans contrat", "Sedan"),
    ] {
        assert_eq!(slices(&READER, text), [town], "{text}");
    }
}

#[test]
fn leaves_seats_and_numbers() {
    for text in [
        "le tribunal judiciaire de Metz",
        "avocat au barreau de PARIS",
        "la somme de 12000 Euros",
        "Fait à Paris, le 3 mai 2020",
        "il ne se rend pas à Metz",
        "né en Algérie",
        "la cour d'appel de 75001 Paris",
    ] {
        assert!(slices(&READER, text).is_empty(), "{text}: {:?}", slices(&READER, text));
    }
}
