//! Shares of one whole that sum past 100.

use super::Rule;
use crate::extract::Extraction;
use crate::tables::findings::FindingRow;
use crate::tables::statistics::Statistic;

pub(super) const RULE: Rule = Rule {
    name: "percent-over-100",
    severity: "warning",
    summary: "splits one whole into shares that sum past 100",
    why: "a share is wrong, or the shares are not of one whole",
    example: "60% are ducks, 30% geese and 20% swans",
    misses: "shares told in more than one sentence",
    check,
};

fn check(x: &Extraction) -> Vec<FindingRow> {
    let rows = &x.data.statistics;
    let mut found = Vec::new();
    let mut start = 0;
    while start < rows.len() {
        let same = rows[start..].iter().take_while(|r| r.sentence.spans == rows[start].sentence.spans);
        let end = start + same.count();
        found.extend(over(rows, start, end));
        start = end;
    }
    found
}

/// Three or more shares of one sentence, printed alike and without a change or a whole of their own.
fn over(rows: &[Statistic], start: usize, end: usize) -> Option<FindingRow> {
    let is_share = |r: &Statistic| r.kind.value == Some("percentage") && r.direction.is_empty() && r.value_max.is_empty();
    let shares: Vec<usize> = (start..end).filter(|&i| is_share(&rows[i])).collect();
    let sum: f64 = shares.iter().filter_map(|&i| rows[i].value.value).sum();
    let last = *shares.last()?;
    let close = rows[start].sentence.value.len() < 400;
    let message = format!("{} shares of one sentence sum to {sum}", shares.len());
    (shares.len() >= 3 && sum > 101.0 && close).then(|| {
        RULE.finding(message).about::<Statistic>(last).column("value").other::<Statistic>(shares[0])
    })
}
