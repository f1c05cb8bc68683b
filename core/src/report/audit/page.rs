//! The page of a record: one HTML file that loads nothing and runs nothing, in French or English.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::model::{Action, Confidence, Role};
use crate::report::words::{Lang, action, basis, confidence, kind, role};

use super::{Checked, Run, Tally};

const STYLE: &str = include_str!("page.css");

/// More documents than this are counted, not listed.
const LISTED: usize = 500;
/// More rules, articles or bars than this are left out and counted.
const BARS: usize = 24;

/// Units of a chart: the height of a row, the room of the names, the whole width.
const ROW: usize = 26;
const NAME: usize = 220;
const WIDTH: usize = 760;

/// What a row of a chart shows: its name and its parts, one per class of the chart.
struct Bar {
    name: String,
    parts: Vec<usize>,
}

/// A chart: the classes of its parts (CSS class, words), and its bars.
struct Chart<'c> {
    title: &'c str,
    note: &'c str,
    classes: Vec<(&'static str, &'c str)>,
    bars: Vec<Bar>,
}

/// The words of the page, English first.
fn pick<'w>(lang: Lang, en: &'w str, fr: &'w str) -> &'w str {
    if lang == Lang::En { en } else { fr }
}

/// The page of a record: one HTML file that loads nothing and runs nothing, with counts and plots for a data-protection officer;
/// the places one by one when the record is of one document. No text of a document. Linear in the record.
///
/// ```
/// use huisclos::{CaseFacts, Engine, OffsetUnit};
/// use huisclos::report::{audit::{Chain, Entry, Line, Tally, page}, words::Lang};
/// let engine = Engine::builder().build()?;
/// let outcome = engine.detect("Écrire à lea@courriel.example.", &CaseFacts::default())?;
/// let entry = Entry::new("a", outcome.original(), &outcome.text(), &outcome.spans, &outcome.warnings, OffsetUnit::Char);
/// let (mut chain, first) = Chain::start(engine.audit_run())?;
/// let (tally, checked) = Tally::read([first, chain.link(Line::Document(entry))?, chain.end()?])?;
/// let html = page(&tally, &checked, Lang::Fr);
/// assert!(html.contains("<td>9–29</td><td>courriel</td>") && !html.contains("lea@"), "{html}");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn page(tally: &Tally, checked: &Checked, lang: Lang) -> String {
    let w = |en: &'static str, fr: &'static str| pick(lang, en, fr);
    let title = w("Record of a pseudonymisation run", "Registre d'un traitement de pseudonymisation");
    let mut page = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n",
        w("en", "fr")
    );
    let _ = writeln!(
        page,
        "<p class=\"lead\">{}</p>",
        w(
            "What was found in each decision, under which article, and what became of it. The page holds counts, no text of a decision. Pseudonymised is not anonymous: who knows the case may still recognise it.",
            "Ce qui a été trouvé dans chaque décision, sur quel fondement, et ce qu'il en est advenu. La page contient des comptes, aucun texte de décision. Pseudonymisé n'est pas anonyme : qui connaît l'affaire peut encore la reconnaître."
        )
    );
    figures(&mut page, tally, lang);
    if let Some(run) = &tally.run {
        facts(&mut page, run, checked, lang);
    }
    let actions = vec![("gone", w("replaced", "remplacé")), ("review", w("replaced, to review", "remplacé, à relire")), ("kept", w("kept", "conservé"))];
    let of = |actions: &BTreeMap<Action, usize>| [Action::Replace, Action::Review, Action::Keep].map(|action| actions.get(&action).copied().unwrap_or(0)).to_vec();
    chart(&mut page, lang, Chart {
        title: w("What was found", "Ce qui a été trouvé"),
        note: w("Places in the text, by kind.", "Emplacements dans le texte, par nature."),
        classes: actions.clone(),
        bars: tally.kinds.iter().map(|(of_kind, counts)| Bar { name: kind(lang, *of_kind).to_owned(), parts: of(counts) }).collect(),
    });
    chart(&mut page, lang, Chart {
        title: w("Whose names", "De qui sont les noms"),
        note: w("Mentions of natural persons, by role.", "Mentions de personnes physiques, par qualité."),
        classes: actions,
        bars: tally.roles.iter().map(|(of_role, counts)| {
            let name = role(lang, *of_role);
            Bar { name: if name.is_empty() { w("not known", "inconnue") } else { name }.to_owned(), parts: of(counts) }
        }).collect(),
    });
    chart(&mut page, lang, Chart {
        title: w("How sure the rules were of what was replaced", "Degré de certitude de ce qui a été remplacé"),
        note: w("What is only possible is replaced and shown to a reader.", "Ce qui n'est que possible est remplacé et montré à un relecteur."),
        classes: vec![("gone", w("replaced", "remplacé"))],
        bars: [Confidence::Possible, Confidence::Probable, Confidence::Strong, Confidence::Certain]
            .into_iter()
            .map(|sure| Bar { name: confidence(lang, sure).to_owned(), parts: vec![tally.confidences.get(&sure).copied().unwrap_or(0)] })
            .collect(),
    });
    chart(&mut page, lang, Chart {
        title: w("Replacements per document", "Remplacements par document"),
        note: w("Documents, by the number of places replaced. A document without any deserves a look.", "Documents, selon le nombre d'emplacements remplacés. Un document sans aucun mérite un regard."),
        classes: vec![("plain", w("documents", "documents"))],
        bars: spread(tally),
    });
    table(&mut page, w("Replaced, by article", "Remplacé, par fondement"), &[w("article", "fondement"), w("places", "emplacements")], &counted(lang, &tally.bases));
    table(&mut page, w("Kept, by article", "Conservé, par fondement"), &[w("article", "fondement"), w("places", "emplacements")], &counted(lang, &tally.kept_bases));
    table(&mut page, w("Rules that decided", "Règles qui ont décidé"), &[w("rule", "règle"), w("places", "emplacements")], &counted(lang, &tally.rules));
    table(&mut page, w("Warnings", "Avertissements"), &[w("code", "code"), w("documents", "documents")], &counted(lang, &tally.warnings));
    let aside: Vec<Vec<String>> = tally.set_aside.iter().map(|aside| vec![aside.file.clone(), aside.at.map(|at| at.to_string()).unwrap_or_default(), aside.message.clone()]).collect();
    table(&mut page, w("Set aside: not pseudonymised", "Mis de côté : non pseudonymisé"), &[w("file", "fichier"), w("line", "ligne"), w("what", "motif")], &aside);
    documents(&mut page, tally, lang);
    places(&mut page, tally, lang);
    page.push_str("</main>\n</body>\n</html>\n");
    page
}

/// The headline counts.
fn figures(page: &mut String, tally: &Tally, lang: Lang) {
    let sum = |action: Action| tally.kinds.values().filter_map(|actions| actions.get(&action)).sum::<usize>();
    let tiles = [
        (tally.documents.len(), pick(lang, "documents", "documents")),
        (sum(Action::Replace) + sum(Action::Review), pick(lang, "places replaced", "emplacements remplacés")),
        (sum(Action::Review), pick(lang, "of them to review", "dont à relire")),
        (sum(Action::Keep), pick(lang, "recognised and kept", "reconnus et conservés")),
        (tally.set_aside.len(), pick(lang, "set aside", "mis de côté")),
    ];
    page.push_str("<ul class=\"tiles\">\n");
    for (count, words) in tiles {
        let _ = writeln!(page, "<li><strong>{}</strong> {words}</li>", grouped(count, lang));
    }
    page.push_str("</ul>\n");
}

fn facts(page: &mut String, run: &Run, checked: &Checked, lang: Lang) {
    let w = |en, fr| pick(lang, en, fr);
    let bloc = run.bloc.map(|bloc| format!(", bloc {bloc}")).unwrap_or_default();
    let ledger = if run.ledger { w("kept in a ledger: whoever has it and its key can undo them", "conservés dans un registre de correspondance : qui le détient avec sa clé peut les annuler") } else { w("not kept: they cannot be undone", "non conservés : ils ne peuvent être annulés") };
    let rows = [
        (w("date", "date"), run.date.clone().unwrap_or_else(|| "-".to_owned())),
        (w("program", "programme"), format!("huisclos {}", run.version)),
        (w("policy", "profil juridique"), format!("{}{bloc}", run.policy)),
        (w("policy, SHA-256", "profil, SHA-256"), run.policy_sha256.clone()),
        (w("dictionaries", "dictionnaires"), run.lexicon.clone()),
        (w("style of replacement", "style de remplacement"), run.style.clone()),
        (w("replacements", "remplacements"), ledger.to_owned()),
        (w("record", "registre"), w("whole: no line changed, removed or added", "entier : aucune ligne modifiée, supprimée ou ajoutée").to_owned()),
        (w("last hash", "dernière empreinte"), checked.hash.clone()),
    ];
    let _ = writeln!(page, "<h2>{}</h2>\n<dl>", w("The run", "Le traitement"));
    for (name, value) in rows {
        let _ = writeln!(page, "<dt>{name}</dt><dd>{}</dd>", escape(&value));
    }
    page.push_str("</dl>\n");
}

/// A bar chart, and the same as a table for whoever does not see it.
fn chart(page: &mut String, lang: Lang, mut chart: Chart) {
    chart.bars.retain(|bar| chart.classes.len() == 1 || bar.parts.iter().sum::<usize>() > 0);
    let most = chart.bars.iter().map(|bar| bar.parts.iter().sum::<usize>()).max().unwrap_or(0);
    if most == 0 {
        return;
    }
    let height = chart.bars.len() * ROW;
    let _ = writeln!(page, "<h2>{}</h2>\n<p>{}</p>", chart.title, chart.note);
    if chart.classes.len() > 1 {
        page.push_str("<p class=\"key\">");
        for (class, words) in &chart.classes {
            let _ = write!(page, "<span class=\"{class}\"></span> {words} ");
        }
        page.push_str("</p>\n");
    }
    let _ = writeln!(page, "<svg role=\"img\" aria-label=\"{}\" viewBox=\"0 0 {WIDTH} {height}\">", chart.title);
    let room = WIDTH - NAME - 80;
    for (row, bar) in chart.bars.iter().enumerate() {
        let total: usize = bar.parts.iter().sum();
        let middle = row * ROW + ROW / 2 + 5;
        let _ = write!(page, "<text x=\"{}\" y=\"{middle}\" text-anchor=\"end\">{}</text>", NAME - 10, escape(&bar.name));
        // In tenths of a unit.
        let mut x = NAME * 10;
        for (part, (class, _)) in bar.parts.iter().zip(&chart.classes) {
            if *part == 0 {
                continue;
            }
            // A part of one stays visible beside thousands.
            let width = (part * room * 10 / most).max(20);
            let _ = write!(page, "<rect class=\"{class}\" x=\"{}.{}\" y=\"{}\" width=\"{}.{}\" height=\"{}\"/>", x / 10, x % 10, row * ROW + 4, width / 10, width % 10, ROW - 8);
            x += width;
        }
        let _ = writeln!(page, "<text x=\"{}\" y=\"{middle}\">{}</text>", x / 10 + 6, grouped(total, lang));
    }
    page.push_str("</svg>\n");
    if chart.classes.len() > 1 {
        let mut head = vec![""];
        head.extend(chart.classes.iter().map(|(_, words)| *words));
        let rows: Vec<Vec<String>> = chart.bars.iter().map(|bar| std::iter::once(bar.name.clone()).chain(bar.parts.iter().map(|part| grouped(*part, lang))).collect()).collect();
        let _ = writeln!(page, "<details><summary>{}</summary>", pick(lang, "in figures", "en chiffres"));
        rows_of(page, &head, &rows);
        page.push_str("</details>\n");
    }
}

/// Documents by the number of places replaced.
fn spread(tally: &Tally) -> Vec<Bar> {
    const EDGES: [usize; 8] = [0, 1, 6, 21, 51, 101, 201, 501];
    let mut counts = [0; EDGES.len()];
    for document in &tally.documents {
        let gone: usize = document.actions.iter().filter(|(action, _)| action.hides()).map(|(_, count)| count).sum();
        counts[EDGES.iter().rposition(|edge| *edge <= gone).unwrap_or(0)] += 1;
    }
    let name = |at: usize| match EDGES.get(at + 1) {
        Some(next) if EDGES[at] + 1 == *next => EDGES[at].to_string(),
        Some(next) => format!("{}–{}", EDGES[at], next - 1),
        None => format!("{}+", EDGES[at]),
    };
    counts.iter().enumerate().map(|(at, count)| Bar { name: name(at), parts: vec![*count] }).collect()
}

/// Rows with their counts, the greatest first.
fn counted(lang: Lang, counts: &BTreeMap<String, usize>) -> Vec<Vec<String>> {
    let mut rows: Vec<(&String, &usize)> = counts.iter().collect();
    rows.sort_by_key(|(name, count)| (std::cmp::Reverse(**count), *name));
    let left: usize = rows.iter().skip(BARS).map(|(_, count)| **count).sum();
    let mut shown: Vec<Vec<String>> = rows.iter().take(BARS).map(|(name, count)| vec![basis(lang, name).to_owned(), grouped(**count, lang)]).collect();
    if left > 0 {
        shown.push(vec![format!("… ({})", rows.len() - BARS), grouped(left, lang)]);
    }
    shown
}

fn table(page: &mut String, title: &str, head: &[&str], rows: &[Vec<String>]) {
    if rows.is_empty() {
        return;
    }
    let _ = writeln!(page, "<h2>{title}</h2>");
    rows_of(page, head, rows);
}

fn rows_of(page: &mut String, head: &[&str], rows: &[Vec<String>]) {
    page.push_str("<div class=\"scroll\"><table>\n<tr>");
    let number = |cell: &String| !cell.is_empty() && cell.chars().all(|c| c.is_ascii_digit() || c == '\u{202f}' || c == ',');
    let classes: Vec<&str> = (0..head.len()).map(|at| if rows.iter().all(|row| number(&row[at])) { " class=\"number\"" } else { "" }).collect();
    for (name, class) in head.iter().zip(&classes) {
        let _ = write!(page, "<th scope=\"col\"{class}>{name}</th>");
    }
    page.push_str("</tr>\n");
    for row in rows {
        page.push_str("<tr>");
        for (cell, class) in row.iter().zip(&classes) {
            let _ = write!(page, "<td{class}>{}</td>", escape(cell));
        }
        page.push_str("</tr>\n");
    }
    page.push_str("</table></div>\n");
}

fn documents(page: &mut String, tally: &Tally, lang: Lang) {
    let w = |en, fr| pick(lang, en, fr);
    let rows: Vec<Vec<String>> = tally.documents.iter().take(LISTED).map(|document| {
        let count = |action| document.actions.get(&action).copied().unwrap_or(0);
        let mut notes = document.warnings.clone();
        if document.reviewed {
            notes.push(w("reviewed", "relu").to_owned());
        }
        if let Some(doubts) = document.doubts {
            notes.push(format!("{}{}", w("doubts left: ", "doutes restants : "), grouped(doubts, lang)));
        }
        if let Some(findings) = document.findings {
            notes.push(format!("{}{}", w("leak check, findings: ", "contrôle des fuites, alertes : "), grouped(findings, lang)));
        }
        vec![
            document.id.clone(),
            grouped(document.bytes, lang),
            grouped(count(Action::Replace) + count(Action::Review), lang),
            grouped(count(Action::Review), lang),
            grouped(count(Action::Keep), lang),
            notes.join(", "),
            document.original.trim_start_matches("sha256:").chars().take(12).collect(),
        ]
    }).collect();
    let head = [w("document", "document"), w("bytes", "octets"), w("replaced", "remplacés"), w("to review", "à relire"), w("kept", "conservés"), w("notes", "remarques"), "SHA-256"];
    table(page, w("Documents", "Documents"), &head, &rows);
    let more = tally.documents.len().saturating_sub(LISTED);
    if more > 0 {
        let more = grouped(more, lang);
        let _ = writeln!(page, "<p>{more} {}</p>", w("more documents are in the record.", "autres documents figurent au registre."));
    }
}

/// Every place of the document, when there is one.
fn places(page: &mut String, tally: &Tally, lang: Lang) {
    let w = |en, fr| pick(lang, en, fr);
    let Some((unit, spans)) = &tally.places else { return };
    let rows: Vec<Vec<String>> = spans.iter().map(|span| {
        let by_reader = span.rules.first().is_some_and(|rule| rule.starts_with("review/"));
        vec![
            format!("{}–{}", span.start, span.end),
            kind(lang, span.kind).to_owned(),
            if span.role == Role::Unknown { String::new() } else { role(lang, span.role).to_owned() },
            action(lang, span.action).to_owned(),
            if by_reader { w("a reader", "un relecteur").to_owned() } else { confidence(lang, span.confidence).to_owned() },
            span.rules.join(", "),
            basis(lang, &span.basis).to_owned(),
        ]
    }).collect();
    let place = format!("{} ({})", w("place", "emplacement"), unit.as_str());
    let head = [&place, w("what", "nature"), w("role", "qualité"), w("what became of it", "devenir"), w("sure", "certitude"), w("rules", "règles"), w("article", "fondement")];
    table(page, w("Place by place", "Emplacement par emplacement"), &head, &rows);
}

/// A number with its thousands apart.
fn grouped(number: usize, lang: Lang) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(if lang == Lang::En { ',' } else { '\u{202f}' });
        }
        out.push(digit);
    }
    out
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_signs_are_written_for_a_page() {
        assert_eq!(grouped(1_234_567, Lang::En), "1,234,567");
        assert_eq!(grouped(999, Lang::Fr), "999");
        assert_eq!(escape("<a href=\"x\">&"), "&lt;a href=&quot;x&quot;&gt;&amp;");
    }
}
