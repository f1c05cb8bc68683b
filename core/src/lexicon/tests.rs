use super::{Class, Lexicon, fold};

fn class(word: &str) -> Class {
    Lexicon::fr().look_up(&fold(word))
}

#[test]
fn names() {
    assert!(class("JEAN").has(Class::GIVEN_COMMON.union(Class::GIVEN).union(Class::GIVEN_M)));
    assert!(class("Martin").has(Class::FAMILY_COMMON.union(Class::GIVEN)));
    assert!(class("Jean-Pierre").has(Class::GIVEN_COMMON));
    assert!(class("Zoé").has(Class::GIVEN.union(Class::GIVEN_F)));
    assert!(class("DA SILVA").has(Class::FAMILY_COMMON));
    assert!(class("DA").has(Class::PHRASE_START));
    assert!(!class("Martin").any(Class::GIVEN_RARE));
}

#[test]
fn words() {
    assert!(class("Petit").has(Class::FAMILY_COMMON.union(Class::WORD)));
    for word in ["avril", "administrative", "constitutionnelle", "été", "œuvre", "condamnons", "y"] {
        assert_eq!(class(word).has(Class::WORD), word != "y", "{word}");
    }
    for miss in ["", " ", "A", "-", "'", "AVRI", "AVRILL", "avril", "É", "TOTALLYUNKNOWNX"] {
        assert!(!Lexicon::fr().look_up(miss).any(Class::WORD), "{miss}");
    }
    assert_eq!(class("TOTALLYUNKNOWNX"), Class::default());
}

#[test]
fn places() {
    assert!(class("Aix en Provence").has(Class::PLACE_BIG.union(Class::COURT_SEAT)));
    assert_eq!(class("Aix-en-Provence"), class("Aix en Provence"));
    assert_eq!(class("L'Abergement-Clémenciat"), class("L Abergement Clemenciat"));
    assert!(class("Aix").has(Class::PLACE_START));
    assert!(class("Saint Jean de Védas").has(Class::PLACE_BIG));
    assert!(class("L Abergement Clemenciat").has(Class::PLACE));
    assert!(!class("L Abergement Clemenciat").any(Class::PLACE_BIG));
    assert!(class("Hérault").has(Class::REGION));
    assert!(class("Algérie").has(Class::COUNTRY));
}

#[test]
fn facts() {
    assert!(class("boulevard").has(Class::STREET_TYPE));
    assert!(class("URSSAF").has(Class::PUBLIC_BODY));
    assert!(class("SELARL").has(Class::COMPANY_FORM));
    assert!(class("intimée").has(Class::LEGAL));
    assert!(class("aide soignante").has(Class::PROFESSION) && class("aide-soignante").has(Class::PROFESSION));
    assert!(class("France Travail").has(Class::PUBLIC_BODY) && class("France").has(Class::PHRASE_START));
}

#[test]
fn broken_files_are_refused() {
    let whole = include_bytes!("../../lexicons/fr.bin");
    for cut in [0, 5, 19, 30, 1_000, whole.len() / 2, whole.len() - 1] {
        assert!(Lexicon::read(&whole[..cut]).is_none());
    }
    assert!(!Lexicon::fr().version().is_empty());
    // One byte changed: another lexicon or none, never a panic.
    for at in (0..whole.len()).step_by(whole.len() / 40).chain(20..60) {
        let mut broken = whole.to_vec();
        broken[at] ^= 0xa5;
        if let Some(image) = super::unpack::image(&broken, super::hash) {
            assert!(image.len() > 1_000_000, "{at}");
        }
    }
}
