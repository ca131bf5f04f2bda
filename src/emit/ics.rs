//! iCalendar (RFC 5545): a calendar a report, an event for every row of its agenda that has a date.
//!
//! Times are floating: a report prints those of its place. The UID is the row's id and DTSTAMP its own day, so that a
//! second import changes the events of the first and the same input gives the same bytes. A row without a start is a
//! whole day's event; one that ends at or before its start has no end.

use super::{Format, ReportText, Shape};
use crate::spool::{Entry, Sealed};
use crate::tables::position;

/// Octets of a line before it is folded.
const WIDTH: usize = 75;

/// The format `ics`.
pub struct Ics;

impl Format for Ics {
    fn name(&self) -> &'static str {
        "ics"
    }
    fn doc(&self) -> &'static str {
        "a calendar a report, with the dated rows of its agenda"
    }
    fn extension(&self) -> &'static str {
        "ics"
    }
    fn media_type(&self) -> &'static str {
        "text/calendar"
    }
    fn shape(&self) -> Shape<'_> {
        Shape::Reports(self)
    }
}

impl ReportText for Ics {
    fn document(&self, report: &Sealed<'_>, tables: &[usize], out: &mut Vec<u8>) {
        let rows = |name: &str| {
            let table = position(name).filter(|t| tables.contains(t));
            table.into_iter().flat_map(|t| report.rows(t))
        };
        // A calendar without an event is none.
        let mut events = rows("agenda")
            .filter(|row| text(row, "date").len() == 10)
            .peekable();
        if events.peek().is_none() {
            return;
        }
        let of_report = rows("reports").next();
        let own = |column: &str| of_report.as_ref().map_or("", |row| text(row, column));
        let title = [own("title"), own("manifest_title"), report.report_id];
        let title = title
            .into_iter()
            .find(|t| !t.is_empty())
            .unwrap_or_default();
        let place = joined(&[own("venue"), own("city"), own("country")], ", ");
        for (name, value) in [("BEGIN", "VCALENDAR"), ("VERSION", "2.0")] {
            line(name, value, out);
        }
        line(
            "PRODID",
            concat!("-//rapporteur//", env!("CARGO_PKG_VERSION"), "//EN"),
            out,
        );
        line("X-WR-CALNAME", &escaped(title), out);
        events.for_each(|row| event(&row, &place, out));
        line("END", "VCALENDAR", out);
    }
}

fn event(row: &Entry<'_, '_>, place: &str, out: &mut Vec<u8>) {
    let day = text(row, "date").replace('-', "");
    let moment = |time: &str| format!("{day}T{}00", time.replace(':', ""));
    line("BEGIN", "VEVENT", out);
    line("UID", &format!("{}@rapporteur", row.id().printed()), out);
    line("DTSTAMP", &format!("{day}T000000Z"), out);
    let (start, end) = (text(row, "start_time"), text(row, "end_time"));
    if start.is_empty() {
        line("DTSTART;VALUE=DATE", &day, out);
    } else {
        line("DTSTART", &moment(start), out);
        let minutes = row.cell("duration_minutes").printed();
        if end > start {
            line("DTEND", &moment(end), out);
        } else if end.is_empty() && !minutes.is_empty() && minutes != "0" {
            line("DURATION", &format!("PT{minutes}M"), out);
        }
    }
    let (title, kind) = (text(row, "title"), text(row, "kind"));
    line(
        "SUMMARY",
        &escaped(if title.is_empty() { kind } else { title }),
        out,
    );
    let location = text(row, "location");
    let parts = ["objective", "details", "presenters"].map(|column| text(row, column));
    let optional = [
        (
            "LOCATION",
            if location.is_empty() { place } else { location }.to_string(),
        ),
        ("CATEGORIES", kind.to_string()),
        ("DESCRIPTION", joined(&parts, "\n")),
    ];
    for (name, value) in optional.iter().filter(|(_, value)| !value.is_empty()) {
        line(name, &escaped(value), out);
    }
    line("END", "VEVENT", out);
}

fn text<'a>(row: &Entry<'_, 'a>, column: &str) -> &'a str {
    row.cell(column).as_str()
}

fn joined(parts: &[&str], separator: &str) -> String {
    let parts: Vec<_> = parts.iter().copied().filter(|p| !p.is_empty()).collect();
    parts.join(separator)
}

/// A text value: RFC 5545, 3.3.11. Other control signs are not allowed in it.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => out.push_str("\\n"),
            '\\' | ';' | ',' => out.extend(['\\', c]),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// A content line, folded (RFC 5545, 3.1) between letters.
fn line(name: &str, value: &str, out: &mut Vec<u8>) {
    let mut width = 0;
    let whole = name.chars().chain([':']).chain(value.chars());
    for c in whole {
        if width + c.len_utf8() > WIDTH {
            out.extend_from_slice(b"\r\n ");
            width = 1;
        }
        width += c.len_utf8();
        out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
    }
    out.extend_from_slice(b"\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_folded_between_letters() {
        let mut out = Vec::new();
        let value = "é".repeat(100);
        line("SUMMARY", &value, &mut out);
        let text = String::from_utf8(out).expect("UTF-8");
        assert!(text.split("\r\n").all(|l| l.len() <= WIDTH));
        assert_eq!(text.replace("\r\n ", ""), format!("SUMMARY:{value}\r\n"));
    }

    #[test]
    fn what_separates_values_is_escaped() {
        assert_eq!(escaped("a, b; c\\d\ne\tf"), "a\\, b\\; c\\\\d\\ne f");
    }
}
