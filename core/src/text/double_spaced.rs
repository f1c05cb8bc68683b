//! Text whose every line is followed by a blank one, as converters write the paragraphs of a word processor: the blank lines part nothing.

use super::token::{Gap, Token};

/// A caption's lines, the first twenty, are shorter than sixty bytes, half of them or more; paragraphs are longer.
const CAPTION: usize = 20;
const SHORT: u32 = 60;

/// Makes one line's end of a blank line where nearly no line ends without one, at twelve of them or more, and where the first lines
/// are a caption's: elsewhere blank lines part paragraphs. Linear in `breaks`, the tokens that a wide gap or a line's end is before;
/// what stands further apart stays apart.
pub(super) fn close_up(text: &str, tokens: &mut [Token], breaks: &[u32]) {
    let lines = |tokens: &[Token], at: u32| match at as usize {
        0 => 0,
        at => text[tokens[at - 1].span.end as usize..tokens[at].span.start as usize].bytes().filter(|&b| b == b'\n').count(),
    };
    let ends = |wanted: usize, tokens: &[Token]| breaks.iter().filter(|&&at| tokens[at as usize].gap >= Gap::Line && lines(tokens, at) == wanted).count();
    let (single, double) = (ends(1, tokens), ends(2, tokens));
    if double < 12 || single * 20 > double {
        return;
    }
    let opens: Vec<usize> = breaks.iter().map(|&at| at as usize).filter(|&at| tokens[at].gap >= Gap::Line).take(CAPTION + 1).collect();
    let short = opens.windows(2).filter(|line| tokens[line[1] - 1].span.end - tokens[line[0]].span.start < SHORT).count();
    if short * 2 + 2 < opens.len() {
        return;
    }
    for &at in breaks {
        if tokens[at as usize].gap == Gap::Blank && lines(tokens, at) == 2 {
            tokens[at as usize].gap = Gap::Line;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Document, Gap};

    fn blanks(text: &str) -> usize {
        Document::new(text).unwrap().tokens().iter().skip(1).filter(|token| token.gap == Gap::Blank).count()
    }

    #[test]
    fn blank_lines_everywhere_part_nothing() {
        let lines = ["M. Zoé ROUX"; 13];
        assert_eq!(blanks(&lines.join("\n\n")), 0);
        assert_eq!(blanks(&format!("{}\n\n\nMme PIC", lines.join("\n\n"))), 1);
        assert_eq!(blanks(&format!("{}\nMme PIC", lines.join("\n\n"))), 12);
        assert_eq!(blanks("a\n\nb"), 1);
        let paragraph = "La cour relève que la demanderesse a signé le contrat devant le notaire.";
        assert_eq!(blanks(&[paragraph; 13].join("\n\n")), 12);
    }
}
