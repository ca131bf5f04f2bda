//! `rapporteur explain`: a record, what made it, and the lines it stands on.

use super::args::Explain;
use super::{Exit, complain, print};
use crate::schema::Table;
use crate::tables::{TABLES, table};
use anyhow::{Context, Result, bail};
use std::fmt::Write;
use std::path::Path;

/// Lines of the source that are shown before and behind the record.
const AROUND: usize = 2;

pub(super) fn explain(args: &Explain) -> Exit {
    match explanation(&args.out, &args.id) {
        Ok(text) => print(&text),
        Err(error) => {
            complain(&format!("{error:#}"));
            Exit::Input
        }
    }
}

fn explanation(out: &Path, id: &str) -> Result<String> {
    let table = table_of(id)?;
    let path = out.join(format!("{}.csv", table.name));
    let mut rows = csv::Reader::from_path(&path).with_context(|| {
        format!(
            "cannot read {}; explain reads the CSV that a run wrote",
            path.display()
        )
    })?;
    let header = rows.headers()?.clone();
    for row in rows.records() {
        let row = row.with_context(|| format!("cannot read {}", path.display()))?;
        let cells: Vec<(&str, &str)> = header.iter().zip(&row).collect();
        if value(&cells, "id") == id {
            return Ok(shown(out, table, &cells));
        }
    }
    bail!("no record {id} in {}", path.display())
}

/// The table whose prefix the id bears; a report goes by its own name.
fn table_of(id: &str) -> Result<&'static Table> {
    let hex = |hash: &str| hash.len() == 16 && hash.bytes().all(|b| b.is_ascii_hexdigit());
    let (prefix, hash) = id.rsplit_once('-').unwrap_or((id, ""));
    let by_prefix = TABLES
        .iter()
        .copied()
        .find(|t| t.prefix == prefix && hex(hash));
    by_prefix.or_else(|| table("reports")).context("no tables")
}

fn value<'r>(cells: &[(&str, &'r str)], column: &str) -> &'r str {
    let cell = cells.iter().find(|(name, _)| *name == column);
    cell.map_or("", |(_, value)| value)
}

fn shown(out: &Path, table: &Table, cells: &[(&str, &str)]) -> String {
    let mut text = format!("{} {}\n", table.name, value(cells, "id"));
    let width = cells.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
    for (name, value) in cells.iter().filter(|(_, value)| !value.is_empty()) {
        let _ = writeln!(text, "  {name:<width$}  {value}");
    }
    let report = value(cells, "report_id");
    let source = out.join("sources").join(format!("{report}.txt"));
    let number = |column| value(cells, column).parse::<usize>().ok();
    if let (Some(start), Some(end)) = (number("start"), number("end")) {
        match std::fs::read_to_string(&source) {
            Ok(source_text) => {
                let _ = writeln!(text, "\n{}", source.display());
                text.push_str(&excerpt(&source_text, start, end));
            }
            Err(error) => {
                let _ = writeln!(text, "\ncannot read {}: {error}", source.display());
            }
        }
    }
    text
}

/// The lines of a place, given in code points, with those around it; `>` marks the lines that it touches.
fn excerpt(text: &str, start: usize, end: usize) -> String {
    let mut from = 0;
    let lines: Vec<(usize, usize, &str)> = text
        .split('\n')
        .map(|line| {
            let to = from + line.chars().count();
            (std::mem::replace(&mut from, to + 1), to, line)
        })
        .collect();
    let touches = |(from, to, _): &(usize, usize, &str)| *from < end.max(start + 1) && *to >= start;
    let first = lines.iter().position(touches).unwrap_or(0);
    let last = lines.iter().rposition(touches).unwrap_or(first);
    let mut out = String::new();
    for (i, line) in lines
        .iter()
        .enumerate()
        .take(last + AROUND + 1)
        .skip(first.saturating_sub(AROUND))
    {
        let mark = if (first..=last).contains(&i) {
            '>'
        } else {
            ' '
        };
        let _ = writeln!(out, "{mark} {:>5} | {}", i + 1, line.2);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_of_a_place_are_marked_and_those_around_it_shown() {
        let text = "one\ntwö\nthree\nfour\nfive\nsix";
        let shown = excerpt(text, 9, 12);
        assert_eq!(
            shown,
            "      1 | one\n      2 | twö\n>     3 | three\n      4 | four\n      5 | five\n"
        );
        assert!(excerpt(text, 0, 5).starts_with(">     1 | one\n>     2 | twö\n      3"));
    }

    #[test]
    fn an_id_tells_its_table() {
        let name = |id| table_of(id).expect("a table").name;
        assert_eq!(name("age-0123456789abcdef"), "agenda");
        assert_eq!(name("age-of-sail"), "reports");
        assert_eq!(name("minutes"), "reports");
    }
}
