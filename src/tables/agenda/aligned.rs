//! Rows of a table whose cells a lost or a tall one moved from under their columns.

use super::columns::{Columns, Role, time_of};
use super::days;
use super::slot::DayHead;
use super::who::Who;
use crate::flow::Flow;
use crate::outline::Row;

/// The cells of a row under their columns: one that a dropped cell moved is put back.
pub(super) fn aligned<'s>(row: &Row<'s>, columns: &Columns, who: &Who) -> Vec<Flow<'s>> {
    let mut cells = row.cells.clone();
    let width = columns.roles.len();
    let bullet = |c: &Flow| {
        matches!(
            c.as_str(),
            "\u{2022}" | "-" | "\u{2013}" | "*" | "\u{b7}" | "o"
        )
    };
    if let Some(at) = cells.iter().position(bullet)
        && cells.get(at + 1).is_some_and(|c| !c.is_empty())
    {
        cells.remove(at);
    }
    let time = columns.find(Role::Time).or(columns.find(Role::Start));
    let timed = |c: &Flow| time_of(c.as_str(), who).is_some();
    if let Some(at) = time.filter(|&at| cells.get(at).is_some_and(|c| !c.is_empty() && !timed(c)))
        && let [other] = cells
            .iter()
            .enumerate()
            .filter(|(_, c)| timed(c))
            .map(|(i, _)| i)
            .collect::<Vec<_>>()[..]
        && columns.roles.get(other) == Some(&Role::Title)
    {
        // `Registration | 8:30-17:00` among rows that begin with their times.
        cells.swap(at, other);
    }
    if let Some(at) = time.filter(|&at| at > 0 && cells.len() < width) {
        let here = cells
            .get(at)
            .is_some_and(|c| time_of(c.as_str(), who).is_some());
        let before = cells
            .get(at - 1)
            .is_some_and(|c| time_of(c.as_str(), who).is_some());
        if before && !here {
            cells.insert(at - 1, Flow::default());
        }
    }
    let presenters = columns.find(Role::Presenters);
    let location = columns.find(Role::Location);
    if let (Some(p), Some(l)) = (presenters, location)
        && p < l
        && cells.len() < width
        && cells.len() == p + 1
        && !who.presents(cells[p].as_str())
        && who.is_room(cells[p].as_str())
    {
        cells.insert(p, Flow::default());
    }
    cells
}

/// The day in the place of a row's time, the time behind it: its cell reached over the rows below, which lost it.
pub(super) fn day_before(row: &[Flow], at: usize, who: &Who) -> Option<DayHead> {
    let [day, time, title, ..] = row.get(at..)? else {
        return None;
    };
    let timed = time_of(time.as_str(), who).is_some_and(|(r, _)| r.len() == time.len());
    if !timed || !title.as_str().contains(char::is_alphabetic) {
        return None;
    }
    days::day_line(day, who).or_else(|| days::day_and_month(day))
}
