//! The parts of a line that wide blanks or tabs set apart, as columns without rules are printed.

use crate::span::Span;

/// A part of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// The column at which it begins, in characters from the start of the line.
    pub column: usize,
    /// Its place in the source.
    pub span: Span,
}

/// The parts of `line` between `wide` blanks or more, or a tab; blanks inside a part are fewer.
pub fn runs(text: &str, line: Span, wide: usize) -> Vec<Run> {
    let own = &text[line.range()];
    let mut runs: Vec<Run> = Vec::new();
    let mut blanks = wide;
    for (column, (at, c)) in own.char_indices().enumerate() {
        if c.is_whitespace() {
            blanks += if c == '\t' { wide } else { 1 };
            continue;
        }
        let place = line.start as usize + at;
        match runs.last_mut().filter(|_| blanks < wide) {
            Some(run) => run.span = Span::new(run.span.start as usize, place + c.len_utf8()),
            None => runs.push(Run {
                column,
                span: Span::new(place, place + c.len_utf8()),
            }),
        }
        blanks = 0;
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_blanks_and_tabs_part_a_line() {
        let text = "x\n Ana Example   Mill\tOslo  now\n";
        let line = Span::new(2, text.len() - 1);
        let told = |wide| -> Vec<(usize, &str)> {
            let runs = runs(text, line, wide).into_iter();
            runs.map(|r| (r.column, &text[r.span.range()])).collect()
        };
        assert_eq!(
            told(3),
            [(1, "Ana Example"), (15, "Mill"), (20, "Oslo  now")]
        );
        assert_eq!(told(2).len(), 4);
    }
}
