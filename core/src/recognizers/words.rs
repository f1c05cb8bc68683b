//! Capitalised runs: the names of places, streets, companies and establishments.

use crate::context::{Cue, Page};
use crate::text::{Gap, TokenKind, one_of};

/// Words that join two parts of a proper name: `Brive-la-Gaillarde`, `rue du Pont`, `Villeneuve sur Lot`.
const JOINS: &[&str] = &[
    "DE", "DU", "DES", "D'", "LA", "LE", "LES", "L'", "SUR", "SOUS", "EN", "AUX", "AU", "LEZ", "SAINT", "SAINTE", "ST", "STE", "DA", "DI", "DO", "DOS", "DEL", "EL", "AL", "Y", "D", "L", "'", "AN", "AR",
];

/// Words that open something else, so that no proper name goes on over them.
pub(super) const CLOSING: Cue = Cue::CIVILITY.or(Cue::MAITRE).or(Cue::PARTY_LABEL).or(Cue::DWELLING).or(Cue::BORN).or(Cue::COMPOSITION);

/// True when at most one space, or two typed by mistake or by a justified line but no tabulator, stand before the token at `at`.
pub(super) fn close(page: &Page, at: usize) -> bool {
    match page.gap(at) {
        Gap::None | Gap::Space => true,
        Gap::Wide => {
            let between = &page.document.text()[page.tokens()[at - 1].span.end as usize..page.tokens()[at].span.start as usize];
            between.len() <= 2 && !between.contains('\t')
        }
        Gap::Line | Gap::Blank => false,
    }
}

/// The same, or the end of a line of prose stands between: lines shorter than this are items of a caption.
pub(super) fn flows(page: &Page, at: usize) -> bool {
    close(page, at) || page.gap(at) == Gap::Line && wraps(page, at) && !labels(page, at)
}

/// True when the line that opens at `at` is a label's: `CP VILLE   :`, `Né le :`. Looks at four tokens.
pub(super) fn labels(page: &Page, at: usize) -> bool {
    (at + 1..at + 5).take_while(|&i| page.gap(i) < Gap::Line).any(|i| page.is_symbol(i, ":"))
}

/// True when the line that ends before the token at `at` is long, as lines of prose are. Looks at that line only.
pub(super) fn wraps(page: &Page, at: usize) -> bool {
    const LONG: usize = 45;
    let above = page.document.text()[..page.tokens()[at].span.start as usize].trim_end();
    let mut end = above.len().saturating_sub(LONG);
    while !above.is_char_boundary(end) {
        end -= 1;
    }
    above.len() >= LONG && !above[end..].contains('\n')
}

/// The same with a space for sure.
pub(super) fn apart(page: &Page, at: usize) -> bool {
    page.gap(at) != Gap::None && close(page, at)
}

/// True for a word that starts with a capital and opens no other thing.
pub(super) fn proper(page: &Page, at: usize) -> bool {
    // `À LOURMES LE TROIS MARS`: a day in letters is no name.
    if page.cue(at).any(Cue::NUMBER) && (at..at + 4).any(|i| page.cue(i).any(Cue::MONTH)) {
        return false;
    }
    page.is_capitalised(at) && !(page.cue(at).any(CLOSING) && !page.cue(at).any(Cue::HONOUR) && !is_melle(page, at))
}

/// `née à Melle`: the town, no young lady.
fn is_melle(page: &Page, at: usize) -> bool {
    page.folded(at) == "MELLE" && at > 0 && (page.folded(at - 1) == "A" || page.kind(at - 1) == TokenKind::Number && page.bytes(at - 1) == 5) && !page.tokens().get(at + 1).is_some_and(|next| next.is_capitalised() && page.gap(at + 1) < Gap::Line || page.gap(at + 1) == Gap::None && page.is_symbol(at + 1, "."))
}

/// True when the token at `at` joins two parts of a name and one follows.
pub(super) fn joins(page: &Page, at: usize) -> bool {
    (1..=3).any(|ahead| proper(page, at + ahead) && close(page, at + ahead) && (0..ahead).all(|i| is_joint(page, at + i)))
}

/// The same whatever stands before it.
fn is_joint_at(page: &Page, at: usize) -> bool {
    JOINS.contains(&page.folded(at))
}

fn is_joint(page: &Page, at: usize) -> bool {
    is_joint_at(page, at) && close(page, at)
}

/// `MONTJOLY⏎Représentée par`: a word of procedure with a capital opens another line, even one that the text's width broke.
fn opens_line(page: &Page, at: usize) -> bool {
    let token = &page.tokens()[at];
    token.shape == crate::text::Shape::Title && token.gap == Gap::Space && page.cue(at).any(Cue::STOP.minus(Cue::ARTICLE.or(Cue::PARTICLE))) && page.document.text()[page.tokens()[at - 1].span.end as usize..token.span.start as usize].contains('\n')
}

/// The last token of the proper name that opens at `at`: capitalised words of one line, their hyphens and what joins them.
///
/// `None` when no capitalised word stands there. At most `limit` capitalised words.
pub(super) fn name_run(page: &Page, at: usize, limit: usize) -> Option<usize> {
    let mut last = None;
    let mut words = 0;
    let mut next = at;
    while words < limit {
        let gap = page.gap(next);
        let whole = next == at || close(page, next) || flows(page, next) && proper(page, next) && (is_joint_at(page, next - 1) || page.shape(next) == page.shape(next - 1)) && !page.cue(next).any(Cue::STOP.or(Cue::KIN).or(Cue::NATION)) && !page.is_symbol(next + 1, ":");
        // `HOPITAL DE BEAUVAL PAR LE DOCTEUR X`: capitals do not make a name of what goes on.
        let prose = last.is_some() && page.shape(next) == crate::text::Shape::Upper && one_of!(page.folded(next), "PAR" | "POUR" | "QUE" | "QUI" | "DONT");
        if page.tokens().len() <= next || !whole || prose || next > at && opens_line(page, next) {
            break;
        }
        if page.is_symbol(next, "-") && last.is_some() && proper(page, next + 1) && close(page, next + 1) && gap == page.gap(next + 1) && gap == Gap::None {
            next += 1;
            continue;
        }
        // `Valen-⏎ciennes`: a word that the line's end cut.
        if page.is_symbol(next, "-") && last == next.checked_sub(1) && gap == Gap::None && page.gap(next + 1) == Gap::Line && page.kind(next + 1) == TokenKind::Word && page.shape(next + 1) == crate::text::Shape::Lower {
            last = Some(next + 1);
            next += 2;
            continue;
        }
        // `J.-B. Clément`
        if page.is_symbol(next, ".") && next > at && page.shape(next - 1) == crate::text::Shape::Initial && gap == Gap::None && (proper(page, next + 1) && close(page, next + 1) || page.is_symbol(next + 1, "-") && proper(page, next + 2)) {
            next += 1;
            continue;
        }
        let elision = page.kind(next) == TokenKind::Elision;
        if proper(page, next) {
            last = Some(next);
            words += 1;
        } else if !(is_joint(page, next) && joins(page, next) && (last.is_some() || elision || page.shape(next) != crate::text::Shape::Lower)) && !(elision && proper(page, next + 1)) {
            break;
        }
        next += 1;
    }
    last
}
