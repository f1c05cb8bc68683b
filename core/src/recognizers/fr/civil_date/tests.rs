use super::READER;
use crate::model::Kind;
use crate::recognizers::slices_of;

#[test]
fn finds_day_and_month_of_births() {
    for (text, date) in [
        ("M. Vasseur, né le 12 mars 1965 à Metz", "12 mars"),
        ("née le 1er novembre 1970", "1er novembre"),
        ("Née à Metz (57) le 12/03/1965", "12/03"),
        ("né le 12.03.1965", "12.03"),
        ("DN : 12-03-65", "12-03"),
        ("né(e) le : 12 / 01/16", "12 / 01"),
        ("date de naissance : 1965-03-12", "03-12"),
        ("née le douze mars mil neuf cent soixante", "douze mars"),
        ("NÉ LE HUIT FÉVRIER DEUX MILLE TREIZE", "HUIT FÉVRIER"),
        ("né le vingt et un juin 1980", "vingt et un juin"),
        ("née au Mans, le mardi 4 août 1981", "4 août"),
    ] {
        assert_eq!(slices_of(&READER, Kind::BirthDate, text), [date], "{text}");
    }
}

#[test]
fn finds_deaths_marriages_lists_and_repeats() {
    assert_eq!(slices_of(&READER, Kind::DeathDate, "décédée à Lyon le 3 mai 2010"), ["3 mai"]);
    assert_eq!(slices_of(&READER, Kind::DeathDate, "son décès survenu le 03/05/2010"), ["03/05"]);
    assert_eq!(slices_of(&READER, Kind::MarriageDate, "se sont mariés le 3 mai 2010 devant"), ["3 mai"]);
    assert_eq!(slices_of(&READER, Kind::MarriageDate, "le mariage célébré à Lyon le 3 mai 2010"), ["3 mai"]);
    assert_eq!(slices_of(&READER, Kind::MarriageDate, "un PACS conclu le 3 mai 2010"), ["3 mai"]);
    assert_eq!(slices_of(&READER, Kind::BirthDate, "nés le 3 mai 1990 et le 4 juin 1992"), ["3 mai", "4 juin"]);
    assert_eq!(slices_of(&READER, Kind::BirthDate, "né le 3 mai 1990. Plus loin, au 03/05/1990, il"), ["3 mai", "03/05"]);
}

#[test]
fn leaves_other_dates() {
    for text in [
        "né en 1979",
        "l'article 552-4-1 du code, né de la loi",
        "né le [Date naissance 1] 1965",
        "il ne doit rien au 12 mars 1965",
        "M. Vasseur, né en 1979, a conclu le 12 mars 2005",
        "acte de naissance du 12 mars 1965",
        "né le 45/13/1965",
        "jugement du 12 mars 1965",
    ] {
        assert!(slices_of(&READER, Kind::BirthDate, text).is_empty(), "{text}");
    }
    assert!(slices_of(&READER, Kind::DeathDate, "une faute est morte. Le 3 mai 2010").is_empty());
    assert!(slices_of(&READER, Kind::MarriageDate, "le divorce des époux mariés, jugement du 3 mai 2010").is_empty());
}
