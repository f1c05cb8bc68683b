//! Text broken at a width: a line that the next word would have made too long goes on in the next line.

use super::order_by;
use super::token::{Gap, Shape, Token, TokenKind};

/// Characters of a line as long as prose has; captions and headings are shorter.
const PROSE: u32 = 40;

/// Makes a space of a line's end that only the width of the text made, and drops it from `breaks`, the tokens that a wide gap or a
/// line's end is before. Linear in these.
///
/// The width is that of the longest lines but a few. Where most long lines do not reach it nothing was broken at a width. A text of less than five long lines has
/// none: there a name amid prose goes on in the next line.
pub(super) fn join(text: &str, tokens: &mut [Token], breaks: &mut Vec<u32>) {
    if breaks.len() < 2 {
        return;
    }
    // Line by line: where it begins, how long it is, whether columns part it.
    let mut lines: Vec<(u32, u32, bool)> = Vec::new();
    let mut columns = false;
    let mut first = 0;
    for &at in breaks.iter().skip(1).chain([&(tokens.len() as u32)]) {
        if tokens.get(at as usize).is_some_and(|token| token.gap == Gap::Wide) {
            columns = true;
            continue;
        }
        let line = &text[tokens[first as usize].span.start as usize..tokens[at as usize - 1].span.end as usize];
        lines.push((first, line.chars().count() as u32, columns));
        (first, columns) = (at, false);
    }
    let ended = |index: usize| lines.get(index + 1).is_some_and(|line| tokens[line.0 as usize].gap == Gap::Line);
    let mut long: Vec<u32> = (0..lines.len()).filter(|&index| ended(index) && !lines[index].2).map(|index| lines[index].1).filter(|&length| length >= PROSE).collect();
    if long.len() < 5 {
        let joints: Vec<u32> = (0..lines.len()).filter(|&index| ended(index) && !lines[index].2 && lines[index].1 >= PROSE && name_goes_on(text, tokens, lines[index].0, lines[index + 1].0)).map(|index| lines[index + 1].0).collect();
        return soften(tokens, breaks, &joints);
    }
    order_by(&mut long, |length| u64::from(*length));
    let width = long[(long.len() - 1) * 19 / 20];
    // How far a line would have gone with the word that opens the next: on a page of a proportional font not the same for every line.
    let reach = |index: usize| {
        let start = lines[index + 1].0 as usize;
        let word = tokens[start..].iter().enumerate().take_while(|(rank, token)| *rank == 0 || token.gap == Gap::None).last().map_or(0, |(_, token)| token.span.end - tokens[start].span.start);
        lines[index].1 + 1 + word + 1
    };
    let goes_on = |index: usize| ended(index) && !lines[index].2 && lines[index].1 >= PROSE && tokens[lines[index + 1].0 as usize].shape == Shape::Lower;
    let mut reaches: Vec<u32> = (0..lines.len()).filter(|&index| goes_on(index)).map(reach).collect();
    order_by(&mut reaches, |reach| u64::from(*reach));
    let full = if reaches.len() < 5 { width } else { reaches[reaches.len() / 10].clamp(width * 2 / 3, width) };
    let flows = |&index: &usize| {
        if !ended(index) {
            return false;
        }
        let next = &tokens[lines[index + 1].0 as usize];
        let start = lines[index + 1].0 as usize;
        // `- the next item`, `Profession : the next field`
        let item = !matches!(next.kind, TokenKind::Word | TokenKind::Elision | TokenKind::Number) || tokens[start + 1..].iter().take(3).any(|token| token.gap < Gap::Line && token.span.of(text) == ":");
        // A word that the line's end cut is put together by who reads names.
        let cut = tokens[start - 1].kind == TokenKind::Symbol && tokens[start - 1].span.of(text) == "-";
        !cut && !lines[index].2 && lines[index].1 >= PROSE && !item && reach(index) >= full
    };
    let joints: Vec<u32> = (0..lines.len()).filter(flows).map(|index| lines[index + 1].0).collect();
    if width > 140 || joints.len() * 2 < long.len() {
        return;
    }
    soften(tokens, breaks, &joints);
}

fn soften(tokens: &mut [Token], breaks: &mut Vec<u32>, joints: &[u32]) {
    for &at in joints {
        tokens[at as usize].gap = Gap::Space;
    }
    breaks.retain(|&at| at == 0 || tokens[at as usize].gap >= Gap::Wide);
}

/// True when the line from the token `first` on is prose that ends amid words with capitals and goes on in the line from `next` on: of a text too short to have a
/// width, where a name may be broken.
fn name_goes_on(text: &str, tokens: &[Token], first: u32, next: u32) -> bool {
    let (line, behind) = (&tokens[first as usize..next as usize], &tokens[next as usize..]);
    let written = |token: &Token| token.span.of(text);
    let small = |token: &&Token| token.shape == Shape::Lower && token.kind == TokenKind::Word;
    let (last, head) = (&line[line.len() - 1], &behind[0]);
    let named = |token: &Token| matches!(token.shape, Shape::Title | Shape::Upper | Shape::Mixed | Shape::Initial) && token.kind != TokenKind::Symbol;
    let dotted = written(last) == "." && line.len() > 1 && line[line.len() - 2].shape == Shape::Initial;
    let particle = |token: &Token| matches!(written(token), "de" | "du" | "des" | "la" | "le" | "van" | "von" | "den" | "der" | "di" | "da" | "dos" | "el" | "ben" | "d'" | "d’");
    let open = (named(last) || dotted || particle(last)) && (named(head) || particle(head));
    let rest = || behind.iter().enumerate().take_while(|(rank, token)| *rank == 0 || token.gap < Gap::Line).map(|(_, token)| token).take(6);
    let field = rest().take(4).any(|token| written(token) == ":");
    let ends = rest().nth(1).is_some_and(|mark| matches!(written(mark), "." | ";")) && rest().count() == 2;
    // A signature stands far to the right.
    let indent = |token: &Token| text[..token.span.start as usize].bytes().rev().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    let goes_on = rest().take_while(|token| token.kind != TokenKind::Number).any(|token| small(&token));
    open && !field && line.iter().filter(small).count() > 3 && (ends || goes_on) && indent(head) <= indent(&line[0]) + 4
}

#[cfg(test)]
mod tests {
    use super::super::{Document, Gap};

    fn line_ends(text: &str) -> usize {
        Document::new(text).unwrap().tokens().iter().filter(|token| token.gap == Gap::Line).count()
    }

    #[test]
    fn lines_at_the_width_go_on_and_captions_end() {
        let prose = "La cour relève que la demanderesse a signé le\ncontrat devant le notaire de la commune et que le\nvendeur, qui ne conteste pas la date, a reçu le\nprix au moyen de deux chèques que la banque de la\nville a payés sans délai ; que les parties ont donc\nconclu la vente.";
        assert_eq!(line_ends(prose), 0);
        assert_eq!(line_ends(&format!("M. Zoé ROUX\n12 rue Haute\n{prose}")), 2);
        assert_eq!(line_ends("La cour relève que la demanderesse a vu Zoé\nRoux devant le notaire."), 0);
        assert_eq!(line_ends("La cour relève que la demanderesse est de Metz\nAvocat : Me Roux"), 1);
        assert_eq!([line_ends(""), line_ends("\n"), line_ends(" \n a")], [0, 0, 0]);
        assert_eq!(line_ends("a\nb\nc\nd\ne\nf"), 5);
    }
}
