//! Numbers of items that stand beside their times without a sign: `1 0930 \u{2013} 1000 Opening`, `9.30-10 am 1 Opening`.

use super::line::{Line, lead};
use super::run::bare_number;
use super::who::Who;
use crate::schema::Text;
use std::ops::Range;

/// So many numbers that count up tell that the lines are numbered.
const LEAST: usize = 3;

/// Takes the numbers beside the times of lines for those of the items, where they count up from 1.
pub(super) fn part(lines: &mut [Line], who: &Who) {
    for find in [before, behind] {
        let found: Vec<(usize, u32, Range<usize>)> = lines
            .iter()
            .enumerate()
            .filter(|(_, l)| l.number.is_none())
            .filter_map(|(i, l)| find(l, who).map(|(n, at)| (i, n, at)))
            .collect();
        // Each day may begin anew.
        let first = found.first().is_some_and(|f| f.1 == 1);
        let up = |w: &[(usize, u32, Range<usize>)]| w[1].1 == w[0].1 + 1 || w[1].1 == 1;
        let counted = first && found.windows(2).all(up);
        let highest = found.iter().map(|f| f.1).max().unwrap_or(0);
        if !counted || found.len() < LEAST || (highest as usize) < LEAST {
            continue;
        }
        for (i, number, at) in found {
            let line = &mut lines[i];
            let place = at.start..at.start + number.to_string().len();
            let spans = line.flow.spans(place);
            line.number = Some(Text {
                value: number.to_string(),
                spans,
            });
            let mut rest = line.flow.slice(0..at.start).trim();
            rest.join(&line.flow.slice(at.end..line.flow.len()));
            line.flow = rest;
        }
    }
}

/// The number before a time, and its place with the blank behind it.
fn before(line: &Line, who: &Who) -> Option<(u32, Range<usize>)> {
    let text = line.text();
    let len = text.bytes().take_while(u8::is_ascii_digit).count();
    let number = text[..len].parse().ok().filter(|_| len <= 2)?;
    let rest = text[len..].strip_prefix(' ')?.trim_start();
    let timed = rest.starts_with(|c: char| c.is_ascii_digit());
    let at = text.len() - rest.len();
    let time = lead(&line.flow.slice(at..text.len()), who).filter(|_| timed)?;
    (time.day.is_none() && !time.rest.is_empty()).then_some((number, 0..at))
}

/// The number between a time and its title.
fn behind(line: &Line, who: &Who) -> Option<(u32, Range<usize>)> {
    let time = lead(&line.flow, who)?;
    let rest = &line.text()[time.rest.clone()];
    let blank = rest.len() - rest.trim_start().len();
    let (number, at) = bare_number(rest.trim_start())?;
    let start = time.rest.start + blank;
    Some((number, start..start + at))
}

#[cfg(test)]
mod tests {
    use crate::tables::agenda::tests::reads;

    #[test]
    fn numbers_stand_before_and_behind_times() {
        let rows = [
            "09:30-10:00 | #1 | Opening",
            "10:00-10:40 | #2 | Maps",
            "10:40-11:00 | Coffee break",
            "11:00-11:30 | #3 | Tides",
        ];
        let before = "Agenda

1 0930 - 1000  Opening
2 1000 - 1040  Maps
1040 - 1100  Coffee break
3 1100 - 1130  Tides
";
        reads(before, &rows);
        let behind = "Agenda

9.30-10 am  1 Opening
10-10.40 am  2 Maps
10.40-11 am  Coffee break
11-11.30 am  3 Tides
";
        reads(behind, &rows);
    }

    #[test]
    fn numbers_that_count_nothing_stay() {
        let text = "Agenda

9:00  3 Rivers
10:00  2 Towns
11:00  5 Ideas
";
        reads(
            text,
            &["09:00 | 3 Rivers", "10:00 | 2 Towns", "11:00 | 5 Ideas"],
        );
    }
}
