//! Text set justified: a PDF's reader writes the stretched spaces of a line as two, three or four. They part no columns.

use super::token::{Gap, Shape, Token, TokenKind};

/// A stretched space is that many bytes long at most; columns stand further apart.
const STRETCHED: u32 = 4;

/// Makes one space of the stretched ones, where prose has many, in the whole text or in one line, and drops them from `breaks`, the
/// tokens that a wide gap or a line's end is before. Linear in these.
pub(super) fn close_up(tokens: &mut [Token], breaks: &mut Vec<u32>) {
    let stretched = |tokens: &[Token], at: u32| {
        let at = at as usize;
        at > 0 && tokens[at].gap == Gap::Wide && tokens[at].span.start - tokens[at - 1].span.end <= STRETCHED
    };
    let wide = breaks.iter().filter(|&&at| stretched(tokens, at));
    let (count, lower) = wide.fold((0, 0), |(count, lower), &at| (count + 1, lower + usize::from(tokens[at as usize].shape == Shape::Lower)));
    if count < 4 {
        return;
    }
    let prose = |count: usize, lower: usize| lower * 5 >= count * 2;
    let everywhere = count * 4 > tokens.len() && prose(count, lower);
    // A line with many, among them a third before words in lower case: no row of a table.
    let mut closed: Vec<u32> = Vec::new();
    let mut from = 0;
    while from < breaks.len() {
        let end = (from + 1..breaks.len()).find(|&index| tokens[breaks[index] as usize].gap >= Gap::Line).unwrap_or(breaks.len());
        let line = &breaks[from..end];
        let length = breaks.get(end).map_or(tokens.len(), |&next| next as usize) - line[0] as usize;
        let wide: Vec<u32> = line.iter().copied().filter(|&at| stretched(tokens, at)).collect();
        let lower = wide.iter().filter(|&&at| tokens[at as usize].shape == Shape::Lower && tokens[at as usize].kind == TokenKind::Word).count();
        if everywhere || wide.len() > 3 && wide.len() * 4 > length && prose(wide.len(), lower) {
            closed.extend(wide);
        }
        from = end;
    }
    for &at in &closed {
        tokens[at as usize].gap = Gap::Space;
    }
    if !closed.is_empty() {
        breaks.retain(|&at| tokens[at as usize].gap >= Gap::Wide);
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Document, Gap};

    fn wide(text: &str) -> usize {
        Document::new(text).unwrap().tokens().iter().filter(|token| token.gap == Gap::Wide).count()
    }

    #[test]
    fn stretched_lines_are_prose_and_columns_stay() {
        assert_eq!(wide("La  cour   condamne  la  société   à  payer  les  dépens  et   les  frais."), 0);
        assert_eq!(wide("Le greffier          Le président\nA. ROUX          B. PIC"), 2);
        assert_eq!(wide("1  ROUX  Zoé  12,00  34,00\n2  PIC  Luc  15,00  18,00"), 8);
    }
}
