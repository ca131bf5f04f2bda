//! An agenda row that starts before the row above it ends.

use super::Rule;
use crate::extract::Extraction;
use crate::tables::agenda::AgendaRow;
use crate::tables::findings::FindingRow;

pub(super) const RULE: Rule = Rule {
    name: "time-overlap",
    severity: "warning",
    summary: "starts an agenda row before the row above it ends, on one day and track",
    why: "one of the two times is wrong, or the rows run in parallel and the track is missing",
    example: "9:00-10:00 Opening / 9:45-10:30 Panel",
    misses: "rows without an end time, and parallel rows that the report itself sets under one start",
    check,
};

fn check(x: &Extraction) -> Vec<FindingRow> {
    let rows = &x.data.agenda;
    let pairs = (1..rows.len()).filter(|&i| overlaps(&rows[i - 1], &rows[i]));
    pairs.map(|i| {
        let (above, row) = (&rows[i - 1], &rows[i]);
        let message = format!(
            "\"{}\" starts at {} before \"{}\" ends at {}",
            row.title.value,
            shown(row.start_time.value),
            above.title.value,
            shown(above.end_time.value),
        );
        RULE.finding(message).about::<AgendaRow>(i).column("start_time").other::<AgendaRow>(i - 1)
    })
    .collect()
}

fn shown(time: Option<crate::value::time::Clock>) -> String {
    time.map_or(String::new(), |t| t.to_string())
}

fn overlaps(above: &AgendaRow, row: &AgendaRow) -> bool {
    let same = above.day.value == row.day.value && above.track.value == row.track.value && above.location.value == row.location.value;
    let parallel = above.start_time.value == row.start_time.value;
    let (Some(end), Some(start)) = (above.end_time.value, row.start_time.value) else {
        return false;
    };
    same && !parallel && start < end && above.start_time.value.is_some_and(|s| s < end)
}
