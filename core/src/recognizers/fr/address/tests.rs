use super::READER;
use crate::recognizers::slices;

#[test]
fn finds_numbered_streets() {
    for (text, address) in [
        ("demeurant 12 rue de la Tannerie 57000 METZ", "12 rue de la Tannerie"),
        ("12 bis, avenue du Général Vaurion, bâtiment B, 3e étage\n57000 METZ", "12 bis, avenue du Général Vaurion, bâtiment B, 3e étage"),
        ("au 130-140, bd Arnoul, il", "130-140, bd Arnoul"),
        ("sis 1, rue d'Embermont à Zorkville", "1, rue d'Embermont"),
        ("né à Metz, 5 ter chemin du Port du Roy - 33000 BORDEAUX", "5 ter chemin du Port du Roy"),
        ("61 avenue Hautepierre - RN 96 - 13770 VENELLES", "61 avenue Hautepierre - RN 96"),
        ("domicilié 401 avenue des Thermes – BP 40 – 73100 AIX", "401 avenue des Thermes – BP 40"),
        ("habite 7 rue du 8 mai 1945, où", "7 rue du 8 mai 1945"),
        ("chez elle, 4 rue du moulin.", "4 rue du moulin"),
        ("112 BOULEVARD D ORNANS - 76100 ROUEN", "112 BOULEVARD D ORNANS"),
    ] {
        assert_eq!(slices(&READER, text), [address], "{text}");
    }
}

#[test]
fn finds_addresses_without_number_or_street() {
    for (text, address) in [
        ("demeurant lieu-dit Kerbrat, 29000 QUIMPER", "lieu-dit Kerbrat"),
        ("demeurant Résidence « Les Aulnes », escalier B, 20200 BASTIA", "Résidence « Les Aulnes », escalier B"),
        ("domiciliée Le Bourg - 16380 MARTHON", "Le Bourg"),
        ("dont le siège est rue Bergue\n53155 Vimarcé,", "rue Bergue"),
        ("Mme Vasseur\n3 LE CLOS DU PRE\n57000 METZ", "3 LE CLOS DU PRE"),
    ] {
        assert_eq!(slices(&READER, text), [address], "{text}");
    }
}

#[test]
fn finds_houses_before_a_known_town() {
    for (text, parts) in [
        ("demeurant La Haie de Kerzor à Metz.", &["La Haie de Kerzor"][..]),
        ("une perquisition hameau de Zorkin à Metz a", &["hameau de Zorkin", "Metz"]),
        ("demeurant ancienne gare, chemin du Halage, à Metz, a", &["ancienne gare, chemin du Halage", "Metz"]),
        ("aux lieux-dits Kerzor Haut et La Zorkine, commune", &["Kerzor Haut", "La Zorkine"]),
        ("demeurant\n3 rue Haute, première maison après le pont\n57000 METZ", &["3 rue Haute, première maison après le pont"]),
        ("délivré c/o Résidence Zork 2, 14 rue Haute, puis", &["Résidence Zork 2, 14 rue Haute"]),
    ] {
        assert_eq!(slices(&READER, text), parts, "{text}");
    }
}

#[test]
fn leaves_prose() {
    for text in [
        "la somme de 12 euros, en lieu et place de Mme Toto",
        "à la place de Madame Vasseur",
        "les 2 cours d'appel de Metz",
        "l'article 12, place à la discussion",
        "TRIBUNAL JUDICIAIRE DE METZ\n3 rue Haute-Pierre\n57000 METZ",
        "au cours du mois de mai 2012",
        "3 places de stationnement",
        "le 12 mars, rue barrée",
        "située en zone UB du plan local à Metz",
        "habite depuis 2014 à Metz",
    ] {
        assert!(slices(&READER, text).is_empty(), "{text}: {:?}", slices(&READER, text));
    }
}
