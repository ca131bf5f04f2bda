//! Rows as the page reads them, in JSON that is short because the page holds the source as well.
//!
//! ```text
//! row  = [id, line, start, end, page, rule, [cell, ...], {column: [[start, end], ...], ...}]
//! cell = null | boolean | number | text | [start, end]
//! ```
//!
//! Places are half-open and in Unicode code points; a line or page of 0 is none. A cell that is a place holds the text that
//! stands there; the object has the places of all other cells. Columns that repeat the source are left out.

use super::super::digits::push_int;
use super::super::json::string;
use super::super::jsonl::value;
use crate::schema::Cell;
use crate::spool::{Entry, Sealed};
use crate::tables::TABLES;

/// Columns that say again what the source says, which is the greater part of all rows.
const REPEATED: &[(&str, &[&str])] = &[("blocks", &["section", "text"])];

/// A report: its id, source and rows.
pub(super) fn document(report: &Sealed<'_>, tables: &[usize], source: &str, out: &mut Vec<u8>) {
    out.extend_from_slice(b"{\"id\":");
    string(report.report_id, out);
    out.extend_from_slice(b",\"source\":");
    string(source, out);
    out.extend_from_slice(b",\"tables\":");
    self::tables(report, tables, Some(&Points::new(source)), out);
    out.push(b'}');
}

/// What an index says of a report: its id, the number of rows in each table, and the rows of a few.
pub(super) fn listing(report: &Sealed<'_>, tables: &[usize], listed: &[&str], out: &mut Vec<u8>) {
    out.extend_from_slice(b"{\"id\":");
    string(report.report_id, out);
    out.extend_from_slice(b",\"counts\":{");
    for (i, &table) in tables.iter().enumerate() {
        comma(i, out);
        string(TABLES[table].name, out);
        out.push(b':');
        push_int(report.count(table) as i64, out);
    }
    out.extend_from_slice(b"},\"tables\":");
    let listed = |t: &usize| listed.contains(&TABLES[*t].name);
    let listed: Vec<usize> = tables.iter().copied().filter(listed).collect();
    self::tables(report, &listed, None, out);
    out.push(b'}');
}

/// The rows of these tables by the tables' names.
pub(super) fn tables(
    report: &Sealed<'_>,
    tables: &[usize],
    source: Option<&Points<'_>>,
    out: &mut Vec<u8>,
) {
    out.push(b'{');
    for (i, &table) in tables.iter().enumerate() {
        comma(i, out);
        string(TABLES[table].name, out);
        out.extend_from_slice(b":[");
        for (i, entry) in report.rows(table).enumerate() {
            comma(i, out);
            row(&entry, source, out);
        }
        out.push(b']');
    }
    out.push(b'}');
}

fn row(entry: &Entry<'_, '_>, source: Option<&Points<'_>>, out: &mut Vec<u8>) {
    out.push(b'[');
    value(entry.id(), out);
    let place = entry.place();
    let page = place.and_then(|p| p.page).unwrap_or(0);
    let (line, start, end) = place.map_or((0, 0, 0), |p| (p.line, p.start, p.end));
    for n in [line, start, end, page] {
        out.push(b',');
        push_int(n.into(), out);
    }
    out.push(b',');
    string(entry.rule(), out);
    out.extend_from_slice(b",[");
    let mut spans = Vec::new();
    let repeated = REPEATED.iter().find(|(t, _)| *t == entry.table.name);
    let repeated = repeated.map(|(_, names)| *names);
    for (i, &cell) in entry.cells().iter().enumerate() {
        comma(i, out);
        if repeated.is_some_and(|names| names.contains(&entry.table.columns[i].name)) {
            out.extend_from_slice(b"null");
            continue;
        }
        match (cell, entry.spans(i), source) {
            (Cell::Text(text), &[(start, end)], Some(source))
                if source.slice(start, end) == Some(text) =>
            {
                pair((start, end), out);
            }
            (_, places, _) => {
                value(cell, out);
                if !places.is_empty() {
                    spans.push((i, places));
                }
            }
        }
    }
    out.extend_from_slice(b"],{");
    for (i, (column, places)) in spans.into_iter().enumerate() {
        comma(i, out);
        string(entry.table.columns[column].name, out);
        out.extend_from_slice(b":[");
        for (i, &place) in places.iter().enumerate() {
            comma(i, out);
            pair(place, out);
        }
        out.push(b']');
    }
    out.extend_from_slice(b"}]");
}

fn pair((start, end): (u32, u32), out: &mut Vec<u8>) {
    out.push(b'[');
    push_int(start.into(), out);
    out.push(b',');
    push_int(end.into(), out);
    out.push(b']');
}

fn comma(i: usize, out: &mut Vec<u8>) {
    if i > 0 {
        out.push(b',');
    }
}

/// A text that is cut by code points.
pub(super) struct Points<'t> {
    text: &'t str,
    /// The byte at which each code point begins, and the text's end; empty for ASCII, where the two are the same.
    bytes: Vec<u32>,
}

impl<'t> Points<'t> {
    pub(super) fn new(text: &'t str) -> Points<'t> {
        let mut bytes = Vec::new();
        if !text.is_ascii() {
            bytes.extend(text.char_indices().map(|(at, _)| at as u32));
            bytes.push(text.len() as u32);
        }
        Points { text, bytes }
    }

    /// The text between two code points; none where it has no such place.
    pub(super) fn slice(&self, start: u32, end: u32) -> Option<&'t str> {
        let byte = |point: u32| match self.bytes.as_slice() {
            [] => Some(point as usize),
            bytes => bytes.get(point as usize).map(|&b| b as usize),
        };
        self.text.get(byte(start)?..byte(end)?)
    }
}

#[cfg(test)]
mod tests {
    use super::Points;

    #[test]
    fn texts_are_cut_by_code_points() {
        let text = "a\u{1f9ea}e\u{301}z";
        let points = Points::new(text);
        assert_eq!(points.slice(1, 4), Some("\u{1f9ea}e\u{301}"));
        assert_eq!(points.slice(4, 5), Some("z"));
        assert_eq!(points.slice(4, 6), None);
        assert_eq!(Points::new("abc").slice(1, 3), Some("bc"));
        assert_eq!(Points::new("abc").slice(2, 1), None);
    }
}
