//! `detect --explain`: the text with every find marked, and a legend that says why, for a clerk.

use std::fmt::Write;

use console::Style;
use huisclos::{Action, Confidence, Entity, OutSpan, Outcome};

use crate::messages::{Lang, action, basis, confidence, kind, reason, role, say};

/// The marked text and its legend. `colour` says whether the terminal takes it.
pub(crate) fn explain(outcome: &Outcome, lang: Lang, colour: bool) -> String {
    let text = outcome.original();
    let mut out = String::with_capacity(text.len() * 2);
    let mut from = 0;
    for span in &outcome.spans {
        out.push_str(&text[from..span.span.start as usize]);
        let words = span.span.of(text);
        if colour {
            let style = style(span.action);
            let _ = write!(out, "{}{}", style.apply_to(words), dim().apply_to(format!("⟨{}⟩", span.entity)));
        } else {
            let _ = write!(out, "⟦{} {}|{}⟧", sign(span.action), words, span.entity);
        }
        from = span.span.end as usize;
    }
    out.push_str(&text[from..]);
    if !out.ends_with('\n') {
        out.push('\n');
    }
    legend(&mut out, outcome, lang, colour);
    out
}

fn legend(out: &mut String, outcome: &Outcome, lang: Lang, colour: bool) {
    out.push('\n');
    for of in [Action::Replace, Action::Review, Action::Keep] {
        let words = action(lang, of);
        let _ = if colour { writeln!(out, "{}", style(of).apply_to(words)) } else { writeln!(out, "{} {words}", sign(of)) };
    }
    out.push('\n');
    for entity in &outcome.entities {
        let mentions: Vec<&OutSpan> = entity.mentions.iter().map(|at| &outcome.spans[*at as usize]).collect();
        let Some(first) = mentions.first() else { continue };
        let _ = writeln!(out, "{:<4} {}", entity.id, headline(entity, &mentions, lang));
        for (span, sure) in reasons(&mentions) {
            let _ = writeln!(out, "     {}", why(span, sure, lang));
        }
        let _ = writeln!(out, "     {}", say_basis(first, lang));
    }
    for warning in &outcome.warnings {
        let _ = writeln!(out, "! {}", warning.message);
    }
}

/// One mention for each rule and reason, at most three, with the best confidence of all that share them; what goes comes
/// before what stays.
fn reasons<'o>(mentions: &[&'o OutSpan]) -> Vec<(&'o OutSpan, Confidence)> {
    let mut told: Vec<(&OutSpan, Confidence)> = Vec::new();
    let (gone, kept): (Vec<&OutSpan>, Vec<&OutSpan>) = mentions.iter().partition(|span| span.action.hides());
    for span in gone.into_iter().chain(kept) {
        let same = told.iter_mut().find(|(known, _)| known.rules.first() == span.rules.first() && known.reason == span.reason);
        match same {
            Some((_, sure)) => *sure = span.confidence.max(*sure),
            None => told.push((span, span.confidence)),
        }
    }
    told.truncate(3);
    told
}

/// `personne, partie : remplacé par [W], 12 fois`.
fn headline(entity: &Entity, mentions: &[&OutSpan], lang: Lang) -> String {
    let mut line = kind(lang, entity.kind).to_owned();
    let role = role(lang, entity.role);
    if !role.is_empty() {
        let _ = write!(line, ", {role}");
    }
    line.push_str(if lang == Lang::Fr { " : " } else { ": " });
    let mut parts = Vec::new();
    for of in [Action::Replace, Action::Review, Action::Keep] {
        let these: Vec<_> = mentions.iter().filter(|span| span.action == of).collect();
        if these.is_empty() {
            continue;
        }
        let (words, count) = (action(lang, of), these.len());
        // The longest label holds the others' letters, when a name stands in full somewhere.
        let labels = these.iter().filter(|_| of.hides()).map(|span| &*span.replacement).max_by_key(|label| label.len()).unwrap_or_default();
        parts.push(if labels.is_empty() {
            say!(lang, "{words} ×{count}", "{words} ×{count}")
        } else {
            say!(lang, "{words} by {labels} ×{count}", "{words} par {labels} ×{count}")
        });
    }
    line.push_str(&parts.join(" ; "));
    line
}

/// Which rule found it, how sure it is, and what a reviewer should know.
fn why(span: &OutSpan, sure: Confidence, lang: Lang) -> String {
    let sure = confidence(lang, sure);
    let rule = span.rules.first().copied().unwrap_or("-");
    let found = found_by(rule, lang);
    let mut line = say!(lang, "why: {found} ({rule}; confidence: {sure})", "pourquoi : {found} ({rule} ; confiance : {sure})");
    if let Some(why) = span.reason {
        let _ = write!(line, " — {}", reason(lang, why));
    }
    line
}

fn say_basis(span: &OutSpan, lang: Lang) -> String {
    let basis = basis(lang, &span.basis);
    say!(lang, "basis: {basis}", "fondement : {basis}")
}

/// What a rule looks for. In French for the rules on persons; an identifier's rule is told by its form.
fn found_by(rule: &str, lang: Lang) -> String {
    if lang == Lang::En {
        let persons = huisclos::persons::RULES.iter().find(|(id, _)| *id == rule).map(|(_, finds)| *finds);
        let finds = persons.or_else(|| huisclos::recognizers::rules().find(|known| known.id == rule).map(|known| known.finds));
        let by_hand = if rule == "facts/grounds" { "the facts and grounds, as far as the operative part." } else { "the caller names it." };
        return finds.unwrap_or(by_hand).trim_end_matches('.').to_owned();
    }
    match rule {
        "persons/led" => "un nom après une civilité, un mot de parenté ou d'identité, ou la désignation d'une partie",
        "persons/bare" => "un nom sans annonce : un prénom près d'un mot en capitale, ou des initiales et un nom",
        "persons/caption" => "une ligne entière près de « c/ » ou après la désignation d'une partie",
        "persons/office" => "un nom près d'une fonction de la juridiction ou d'un conseil",
        "persons/signed" => "un nom dans le bloc des signatures, sous sa fonction ou à côté",
        "persons/swept" => "un mot qui, ailleurs dans la décision, est le nom d'une personne",
        "persons/known" => "un nom que les données de l'affaire désignent",
        "facts/remove" => "un terme que l'appelant a désigné",
        "facts/grounds" => "l'exposé du litige et les motifs, jusqu'au dispositif",
        _ => "reconnu à sa forme et aux mots qui l'annoncent",
    }
    .to_owned()
}

const fn sign(of: Action) -> char {
    match of {
        Action::Replace => '−',
        Action::Keep => '=',
        Action::Review => '?',
    }
}

fn style(of: Action) -> Style {
    let style = Style::new().force_styling(true);
    match of {
        Action::Replace => style.red().bold(),
        Action::Keep => style.green(),
        Action::Review => style.yellow().bold(),
    }
}

fn dim() -> Style {
    Style::new().force_styling(true).dim()
}
