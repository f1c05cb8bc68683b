//! A commune becomes its département: `57000 METZ` -> `[Moselle]`.

use crate::text::one_of;
use super::{Item, Request, key};
use crate::model::Kind;

/// Codes of départements with their names, then towns with their codes; `corpora` writes and checks it.
const PLACES: &str = include_str!("../../lexicons/fr/places.tsv");

/// The département of a commune between brackets; `None` when neither a postcode, a code between brackets, another mention of
/// the commune nor the list of large towns tells it.
pub(super) fn generalised(request: &Request, item: &Item) -> Option<String> {
    if item.kind != Kind::Locality {
        return None;
    }
    let words = item.span.of(request.text);
    let elsewhere = || {
        let name = commune(words);
        let named = request.items.iter().filter(|other| other.kind == Kind::Locality);
        named.map(|other| other.span.of(request.text)).filter(|other| commune(other) == name).find_map(code)
    };
    let code = code(words).or_else(elsewhere).or_else(|| look_up(&commune(words)).map(str::to_owned))?;
    Some(format!("[{}]", look_up(&code)?))
}

/// The code of a département that the words themselves hold: of a postcode, or between brackets.
fn code(words: &str) -> Option<String> {
    let runs = || words.split(|c: char| !c.is_ascii_alphanumeric());
    let Some(figures) = runs().find(|run| run.len() == 5 && run.bytes().all(|b| b.is_ascii_digit())) else {
        let bracketed = runs().find(|run| run.starts_with(|c: char| c.is_ascii_digit()) && words.contains(&format!("({run})")));
        return bracketed.filter(|code| look_up(code).is_some()).map(str::to_owned);
    };
    let code = match &figures[..3] {
        "200" | "201" => "2A",
        "202" | "206" => "2B",
        overseas if one_of!(&figures[..2], "97" | "98") => overseas,
        _ => &figures[..2],
    };
    look_up(code).is_some().then(|| code.to_owned())
}

/// The folded name without postcode and CEDEX.
pub(super) fn commune(words: &str) -> String {
    let folded = key(Kind::Locality, words);
    let words = folded.split(' ').filter(|word| !word.bytes().any(|b| b.is_ascii_digit()) && *word != "CEDEX");
    words.collect::<Vec<_>>().join(" ")
}

fn look_up(name: &str) -> Option<&'static str> {
    PLACES.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t')).find(|(known, _)| *known == name).map(|(_, place)| place)
}

#[cfg(test)]
mod tests {
    use super::super::{Bearer, Request, Style, replace};
    use super::*;
    use crate::model::With;
    use crate::text::Span;

    fn run(words: &[&str]) -> Vec<String> {
        let (mut text, mut items) = (String::new(), Vec::new());
        for (bearer, word) in words.iter().enumerate() {
            let start = text.len() as u32;
            text += word;
            items.push(Item { kind: Kind::Locality, span: Span::new(start, text.len() as u32), bearer, name: Vec::new(), with: Some(With::Generalise) });
            text.push('\n');
        }
        let bearers: Vec<_> = words.iter().map(|word| Bearer::datum(Kind::Locality, word)).collect();
        let request = Request { text: &text, items: &items, bearers: &bearers, style: Style::Numbered, key: None, family_link: true, is_known: &|_| false };
        replace(&request, None).unwrap()
    }

    #[test]
    fn postcodes_codes_and_towns_lead_to_the_departement() {
        assert_eq!(
            run(&["57000 METZ", "METZ CEDEX 2", "20137 Porto-Vecchio", "20253 Patrimonio", "97410 SAINT-PIERRE", "Sedan (08)", "Lyon", "Aix-en-Provence"]),
            ["[Moselle]", "[Moselle]", "[Corse-du-Sud]", "[Haute-Corse]", "[La Réunion]", "[Ardennes]", "[Rhône]", "[Bouches-du-Rhône]"]
        );
    }

    #[test]
    fn another_mention_tells_and_what_nothing_tells_is_a_label() {
        assert_eq!(run(&["Marthon", "16380 MARTHON"]), ["[Charente]", "[Charente]"]);
        assert_eq!(run(&["Saint-Hubert-le-Vieux", "00123 NULLEPART", "12 lieu"]), ["[Localité 1]", "[Localité 2]", "[Localité 3]"]);
    }
}
