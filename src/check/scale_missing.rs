//! A bare number beside figures that carry a scale.

use super::Rule;
use crate::extract::Extraction;
use crate::tables::findings::FindingRow;
use crate::tables::statistics::Statistic;

pub(super) const RULE: Rule = Rule {
    name: "scale-missing",
    severity: "warning",
    summary: "prints a bare number beside figures that carry a scale",
    why: "the number may be a million times too small",
    example: "40 Million, 9 Million and 7 in one box of figures",
    misses: "bare numbers in running sentences",
    check,
};

/// How many lines apart the figures of one box may stand.
const NEAR: u32 = 8;

fn check(x: &Extraction) -> Vec<FindingRow> {
    let rows = &x.data.statistics;
    let line = |s: &Statistic| s.value.spans.cover().map_or(0, |p| x.outline.source.line_of(p.start));
    let boxed = |s: &Statistic| s.sentence.value.len() <= 80 && !s.sentence.value.ends_with(['.', '!', '?']);
    let figures: Vec<(usize, u32)> = rows.iter().enumerate().filter(|(_, s)| boxed(s)).map(|(i, s)| (i, line(s))).collect();
    let scaled = |i: usize| rows[i].as_printed.value.contains(char::is_alphabetic) && rows[i].kind.value == Some("count");
    let bare = |i: usize| rows[i].kind.value == Some("count") && !scaled(i) && rows[i].value.value.is_some_and(|v| v < 1000.0);
    let near = |at: u32| -> Vec<usize> {
        let close = figures.iter().filter(|(i, l)| scaled(*i) && l.abs_diff(at) <= NEAR);
        close.map(|(i, _)| *i).collect()
    };
    let doubtful = figures.iter().filter(|(i, l)| bare(*i) && near(*l).len() >= 2);
    doubtful
        .filter_map(|&(i, l)| {
            let other = *near(l).first()?;
            let message = format!("{} stands bare beside {}", rows[i].as_printed.value, rows[other].as_printed.value);
            Some(RULE.finding(message).about::<Statistic>(i).column("value").other::<Statistic>(other))
        })
        .collect()
}
