//! Shares of one whole that sum past 100.

use super::Rule;
use crate::extract::Extraction;
use crate::lexicon::List;
use crate::outline::{Grid, Unit, UnitKind};
use crate::tables::findings::FindingRow;
use crate::tables::statistics::Statistic;
use crate::value::number;
use crate::value::quantity::{self, Kind};
use foldhash::{HashSet, HashSetExt};

pub(super) const RULE: Rule = Rule {
    name: "percent-over-100",
    severity: "warning",
    summary: "splits one whole into shares that sum past 100",
    why: "a share is wrong, or the shares are not of one whole",
    example: "60% are ducks, 30% geese and 20% swans",
    misses: "shares told in several sentences of running text, and two shares that no word calls parts of a whole",
    check,
};

fn check(x: &Extraction) -> Vec<FindingRow> {
    let rows = &x.data.statistics;
    let mut found = Vec::new();
    let mut start = 0;
    while start < rows.len() {
        let same = rows[start..].iter().take_while(|r| r.sentence.spans == rows[start].sentence.spans);
        let end = start + same.count();
        found.extend(over(x, start, end));
        start = end;
    }
    found.extend(x.outline.units.iter().enumerate().filter_map(|(i, _)| in_list(x, i)));
    found.extend(x.outline.grids.iter().filter_map(|g| in_table(x, g)));
    found
}

/// The sum from which on shares are too many, rounding of each allowed.
const WHOLE: f64 = 101.0;

/// Three or more shares of one sentence, printed alike and without a whole of their own.
fn over(x: &Extraction, start: usize, end: usize) -> Option<FindingRow> {
    let rows = &x.data.statistics;
    let sentence = &rows[start].sentence.value;
    let is_share = |r: &Statistic| r.kind.value == Some("percentage") && r.value_max.is_empty();
    let shares: Vec<usize> = (start..end).filter(|&i| is_share(&rows[i])).collect();
    let sum: f64 = shares.iter().filter_map(|&i| rows[i].value.value).sum();
    let (first, last) = (*shares.first()?, *shares.last()?);
    let least = if x.lexicon.list(List::ShareWhole).found_in(sentence) { 2 } else { 3 };
    if shares.len() < least || sum <= WHOLE || sentence.len() >= 400 || !splits_one_whole(x, &shares) {
        return None;
    }
    let message = format!("{} shares of one sentence sum to {sum}", shares.len());
    let finding = RULE.finding(message).about::<Statistic>(last).column("value").at(rows[last].value.spans.clone());
    Some(finding.other::<Statistic>(first))
}

/// Whether shares of one sentence may be parts of one thing: none is a change or has a whole of its own, and nothing is
/// said of one that may be said of the same things as the next (80% would come again, 70% liked the food).
fn splits_one_whole(x: &Extraction, shares: &[usize]) -> bool {
    let rows = &x.data.statistics;
    let text = rows[shares[0]].sentence.value.as_str();
    let list = |key| x.lexicon.list(key);
    let mut wholes = HashSet::new();
    let mut from = 0;
    for &i in shares {
        let printed = rows[i].as_printed.as_str();
        let Some(at) = text[from..].find(printed).map(|at| at + from) else {
            return false;
        };
        from = at + printed.len();
        let behind = text[from..].trim_start();
        let of = list(List::ShareOf).starts(behind).map(|len| behind[len..].trim_start());
        let noun = of.map(|n| n.split(' ').next().unwrap_or("").trim_matches(|c: char| !c.is_alphanumeric()));
        wholes.extend(noun.map(str::to_lowercase));
        let verb = of.map_or(behind, |n| n.split_once(' ').map_or("", |(_, rest)| rest));
        if list(List::ShareOverlap).starts(verb).is_some() || list(List::ShareChange).ends(&text[..at]) && !text[..at].ends_with(':') {
            return false;
        }
    }
    wholes.len() <= 1
}

/// Items below a lead-in that splits something, each with one share.
fn in_list(x: &Extraction, unit: usize) -> Option<FindingRow> {
    let units = &x.outline.units;
    let lead = &units[unit];
    let above = units.get(unit + 1).is_some_and(|u| u.kind == UnitKind::Item);
    if !above || lead.kind == UnitKind::Item || !x.lexicon.list(List::ShareWhole).found_in(lead.text()) {
        return None;
    }
    let items: Vec<&Unit> = units[unit + 1..].iter().take_while(|u| u.kind == UnitKind::Item).collect();
    let shares: Option<Vec<f64>> = items.iter().map(|u| share(x, u.text())).collect();
    let sum: f64 = shares.filter(|s| s.len() >= 2)?.iter().sum();
    let place = |u: &Unit| u.flow.spans(0..u.flow.len());
    let message = format!("the {} shares of this list sum to {sum}", items.len());
    let finding = || super::compared_with(x, RULE.finding(message).at(place(items[items.len() - 1])), &place(items[0]));
    (sum > WHOLE).then(finding)
}

/// The one percentage of a text.
fn share(x: &Extraction, text: &str) -> Option<f64> {
    let all = quantity::read(text, x.lexicon.lang());
    let mut shares = all.iter().filter(|q| q.kind == Kind::Percentage && q.value_max.is_none());
    let first = shares.next()?;
    shares.next().is_none().then_some(first.value)
}

/// A column of shares under a head that says so; a last row of 100% is their sum and none of them.
fn in_table(x: &Extraction, grid: &Grid) -> Option<FindingRow> {
    let lang = x.lexicon.lang();
    let percent = |r: usize, c: usize| number::parse(grid.rows[r].text(c).strip_suffix('%')?.trim(), lang);
    let column = (1..grid.width).find(|&c| x.lexicon.list(List::ShareWhole).found_in(grid.head(c)))?;
    let shares: Option<Vec<f64>> = (0..grid.rows.len()).map(|r| percent(r, column)).collect();
    let mut shares = shares?;
    if shares.last() == Some(&100.0) {
        shares.pop();
    }
    let sum: f64 = shares.iter().sum();
    let place = |r: usize| x.outline.blocks[grid.rows[r].block].body;
    let message = format!("the {} shares of this column sum to {sum}", shares.len());
    let finding = || super::compared_with(x, RULE.finding(message).at(place(shares.len() - 1)), &place(0).into());
    (shares.len() >= 2 && sum > WHOLE).then(finding)
}
