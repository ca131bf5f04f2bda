//! Accounting: the blocks are the whole source, and what a record draws on is claimed.

use super::Faults;
use super::documents::Record;
use super::rows::{Rows, Tables};
use crate::source::Source;

/// A report's blocks one after the other.
struct Blocks<'t> {
    rows: &'t Rows,
    /// Row, start and end in code points.
    places: Vec<(usize, usize, usize)>,
}

fn blocks<'t>(tables: &'t Tables, report: &'t str) -> Option<Blocks<'t>> {
    let rows = tables.get("blocks")?;
    let number = |row: usize, column: &str| rows.cell(row, column).parse().ok();
    let block = |row: usize| Some((row, number(row, "start")?, number(row, "end")?));
    let places = rows.of(report).filter_map(block).collect();
    Some(Blocks { rows, places })
}

/// Every code point lies in exactly one block, and a blank block holds only blanks.
pub(super) fn check(tables: &Tables, source: &Source, faults: &mut Faults) {
    let Some(Blocks { rows, places }) = blocks(tables, &source.id) else {
        return;
    };
    let mut chars = source.text.chars();
    let mut reached = 0;
    for (row, start, end) in places {
        if start != reached || end < start {
            faults.add(|| {
                format!(
                    "{}: starts at {start}, and {reached} is next",
                    rows.place(row)
                )
            });
            return;
        }
        reached = end;
        let mut inside = chars.by_ref().take(end - start);
        let blank = rows.cell(row, "kind") == "blank";
        let has_text = inside.any(|c| !c.is_whitespace() && !c.is_control());
        inside.for_each(drop);
        if blank && has_text {
            faults.add(|| format!("{}: is blank, and there is text", rows.place(row)));
        }
    }
    let all = source.char_count() as usize;
    if reached != all {
        let (report, file) = (&source.id, &rows.file);
        faults.add(|| {
            format!("{file}: the blocks of {report} end at {reached} of {all} code points")
        });
    }
}

/// A block that a record draws on names a record that claims it.
pub(super) fn check_claims(
    tables: &Tables,
    source: &Source,
    records: &[Record],
    faults: &mut Faults,
) {
    let Some(Blocks { rows, places }) = blocks(tables, &source.id) else {
        return;
    };
    let claiming = records
        .iter()
        .filter(|r| !matches!(r.table.name, "blocks" | "findings"));
    for record in claiming {
        let spans = record
            .table
            .columns
            .iter()
            .flat_map(|c| record.spans(c.name));
        for (start, end) in spans.filter(|(start, end)| start < end) {
            let first = places.partition_point(|&(_, _, to)| to <= start);
            let touched = places[first..]
                .iter()
                .take_while(|&&(_, from, _)| from < end);
            for &(row, ..) in touched {
                let blank = rows.cell(row, "kind") == "blank";
                if !blank && rows.cell(row, "claimed_by").is_empty() {
                    let id = &record.id;
                    faults.add(|| {
                        format!(
                            "{}: nothing claims it, and {id} draws on it",
                            rows.place(row)
                        )
                    });
                }
            }
        }
    }
}
