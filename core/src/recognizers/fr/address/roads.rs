//! Points of a road: `RD 2, entre les PR 14+300 et 31+050`, `RN 145, au PK 41,200`, `D 41, au droit de la borne 18`.

use crate::context::Page;
use crate::model::{Confidence, Detection, Kind};
use crate::recognizers::figures::digits_at;
use crate::text::{Gap, Shape, TokenKind, one_of};

/// Appends every road that a kilometre's mark follows. Linear in the marks.
pub(super) fn find(page: &Page, rule: &'static str, found: &mut Vec<Detection>) {
    for mark in page.all_called(&["PR", "PK", "POINT", "BORNE", "BORNES"]) {
        let figure = mark + 1 + usize::from(one_of!(page.folded(mark + 1), "KILOMETRIQUE" | "N"));
        let figure = figure + usize::from(page.is_symbol(figure, "°"));
        if page.folded(mark) == "POINT" && page.folded(mark + 1) != "KILOMETRIQUE" || digits_at(page, figure) == 0 || page.gap(figure) > Gap::Line {
            continue;
        }
        let small = |at: usize| one_of!(page.folded(at), "," | "AU" | "DU" | "LA" | "LE" | "LES" | "A" | "DE" | "ENTRE" | "JUSQU'AU" | "JUSQU'" | "NIVEAU" | "HAUTEUR" | "DROIT" | "PARTIR" | "L'");
        let Some(number) = (mark.saturating_sub(8)..mark).rev().find(|&at| !small(at)).filter(|&at| digits_at(page, at) > 0 && at > 0) else { continue };
        let Some(first) = road(page, number) else { continue };
        // `14+300 et 31+050`, `9+000 au PR 17+420`, `41,200`
        let mut last = figure;
        let more = |at: usize| at + usize::from(one_of!(page.folded(at), "PR" | "PK" | "BORNE")) + 2 * usize::from(page.folded(at) == "POINT" && page.folded(at + 1) == "KILOMETRIQUE");
        loop {
            let glued = one_of!(page.folded(last + 1), "+" | "," | ".") && page.gap(last + 1) == Gap::None && digits_at(page, last + 2) > 0 && page.gap(last + 2) == Gap::None;
            let next = more(last + 2);
            if glued {
                last += 2;
            } else if one_of!(page.folded(last + 1), "ET" | "AU" | "A") && digits_at(page, next) > 0 && page.gap(next) <= Gap::Line {
                last = next;
            } else {
                break;
            }
        }
        found.push(Detection::new(rule, Kind::Address, page.document.span_of(first, last), Confidence::Strong));
    }
}

/// The first token of the road whose number stands at `number`: `RD 22`, `D950`, `route départementale 131`.
fn road(page: &Page, number: usize) -> Option<usize> {
    let kind = number - 1;
    if one_of!(page.folded(kind), "RD" | "RN" | "D" | "N" | "A" | "RT" | "CD" | "RC" | "M") && page.kind(kind) == TokenKind::Word && matches!(page.shape(kind), Shape::Upper | Shape::Initial) && page.gap(number) <= Gap::Space {
        return Some(kind);
    }
    let route = kind.checked_sub(1)?;
    (one_of!(page.folded(kind), "DEPARTEMENTALE" | "NATIONALE" | "TERRITORIALE") && one_of!(page.folded(route), "ROUTE" | "LA" | "DE" | "L'")).then_some(if page.folded(route) == "ROUTE" { route } else { kind })
}
