//! Places: every record stands where it says, and every text is found again at its spans.

use super::Faults;
use super::documents::Record;
use super::rows::{Rows, Tables};
use crate::flow::Layout;
use crate::schema::Type;
use crate::source::Source;
use crate::span::{Span, Spans};
use crate::tables::RUN_TABLES;
use std::collections::HashSet;

/// Text columns that hold a normal form and not the words of the report.
const NORMAL_FORMS: &[&str] = &["unit", "country_code", "language", "marker", "due_date"];

/// Text columns that no place of the report carries, by table.
const UNPRINTED: &[(&str, &[&str])] = &[
    ("blocks", &["section"]),
    ("findings", &["rule", "message", "table", "column"]),
    ("statistics", &["unit"]),
    (
        "reports",
        &[
            "language",
            "source_file",
            "source_sha256",
            "manifest_title",
            "publisher",
            "source_url",
            "licence",
        ],
    ),
];

/// Whether a text is what stands at its places: as it is, or after cleaning.
///
/// Blanks and what joins the parts of a cell may stand between the words, and of a pair of signs that is layout one may
/// lie outside. Without a place there is nothing to compare.
pub fn grounded(layout: &Layout<'_>, column: &str, text: &str, spans: &Spans) -> bool {
    if spans.is_empty() || NORMAL_FORMS.contains(&column) {
        return true;
    }
    let bare = |text: &str| text.replace([' ', '\u{a0}', ';', '<', '>', '*', '_', '[', ']'], "");
    let verbatim = |s: Span| bare(&layout.source()[s.range()]);
    let clean = |s: Span| bare(layout.clean(s).as_str());
    // `[the words](address) and more`: the place begins behind the bracket, without which that is no link.
    let linked = |s: Span| {
        let start = s.start as usize;
        let bracket = layout.source()[..start].ends_with('[');
        clean(Span::new(start - usize::from(bracket), s.end as usize))
    };
    let text = bare(text);
    text == spans.iter().map(verbatim).collect::<String>()
        || text == spans.iter().map(clean).collect::<String>()
        || text == spans.iter().map(linked).collect::<String>()
}

/// The bytes at which the code points of a text begin; none where every code point is a byte.
struct Points {
    starts: Vec<u32>,
    len: usize,
}

impl Points {
    fn new(text: &str) -> Points {
        let starts = match text.is_ascii() {
            true => Vec::new(),
            false => text.char_indices().map(|(at, _)| at as u32).collect(),
        };
        Points {
            starts,
            len: text.len(),
        }
    }

    /// A place given in code points, in bytes; none where it is not in the text.
    fn span(&self, (start, end): (usize, usize)) -> Option<Span> {
        let count = match self.starts.len() {
            0 => self.len,
            count => count,
        };
        let byte = |at: usize| match self.starts.get(at) {
            Some(&byte) => byte as usize,
            None if self.starts.is_empty() => at,
            None => self.len,
        };
        (start <= end && end <= count).then(|| Span::new(byte(start), byte(end)))
    }
}

/// The source is as long as the report says, and the place of every row lies in it, on the line and page that it tells.
pub(super) fn check(tables: &Tables, source: &Source, faults: &mut Faults) {
    if !is_as_long(tables, source, faults) {
        return;
    }
    let points = Points::new(&source.text);
    let of_report = |rows: &&Rows| !RUN_TABLES.contains(&rows.table.name);
    for rows in tables.all().filter(of_report) {
        for row in rows.of(&source.id) {
            if let Some(fault) = fault_of(rows, row, source, &points) {
                faults.add(|| format!("{}: {fault}", rows.place(row)));
            }
        }
    }
}

fn is_as_long(tables: &Tables, source: &Source, faults: &mut Faults) -> bool {
    let before = faults.count();
    let counts = [
        ("source_chars", source.char_count() as usize),
        ("source_lines", source.line_count()),
    ];
    if let Some(reports) = tables.get("reports") {
        for row in reports.of(&source.id) {
            for (column, count) in counts {
                if reports.cell(row, column) != count.to_string() {
                    faults.add(|| format!("{}: {column} is not {count}", reports.place(row)));
                }
            }
        }
    }
    faults.count() == before
}

fn fault_of(rows: &Rows, row: usize, source: &Source, points: &Points) -> Option<String> {
    let number = |column: &str| rows.cell(row, column).parse::<usize>().ok();
    let (start, end) = match (number("start"), number("end"), number("line")) {
        (Some(start), Some(end), Some(_)) => (start, end),
        (None, None, None) => return None,
        _ => return Some("only a part of its place is told".into()),
    };
    let Some(span) = points.span((start, end)) else {
        return Some(format!("{start} to {end} is no place in the source"));
    };
    let (line, page) = (source.line_of(span.start), source.page_of(span.start));
    if number("line") != Some(line as usize) {
        return Some(format!("{start} is in line {line}"));
    }
    (number("page") != page.map(|p| p as usize)).then(|| format!("{start} is on another page"))
}

/// Every text cell is found again at its spans; gives how many were.
pub(super) fn check_texts(
    tables: &Tables,
    source: &Source,
    layout: &Layout<'_>,
    records: &[Record],
    faults: &mut Faults,
) -> usize {
    let points = Points::new(&source.text);
    let corrected = corrected(tables);
    let mut found = 0;
    for record in records {
        let (table, id) = (record.table, &record.id);
        for column in table.columns {
            let text = record.cell(column.name);
            let by_user = [column.name, ""]
                .iter()
                .any(|c| corrected.contains(&(id.as_str(), *c)));
            if text.is_empty() || by_user {
                continue;
            }
            let told = record.spans(column.name);
            let spans: Option<Spans> = told.iter().map(|&s| points.span(s)).collect();
            let fault = match spans {
                None => "lies outside of the source",
                Some(s) if s.is_empty() && needs_place(table.name, column.name, column.kind) => {
                    "has no place in the source"
                }
                Some(s)
                    if column.kind == Type::Text && !grounded(layout, column.name, &text, &s) =>
                {
                    "is not what stands there"
                }
                Some(s) => {
                    found += usize::from(column.kind == Type::Text && !s.is_empty());
                    continue;
                }
            };
            let (report, name) = (&source.id, column.name);
            faults.add(|| format!("reports/{report}.json: {id}: {name} {text:?} {fault}"));
        }
    }
    found
}

fn needs_place(table: &str, column: &str, kind: Type) -> bool {
    let unprinted = UNPRINTED
        .iter()
        .any(|(t, c)| *t == table && c.contains(&column));
    kind == Type::Text && !unprinted
}

/// The cells that the user corrected, by record and column; of a record that he added no column.
fn corrected(tables: &Tables) -> HashSet<(&str, &str)> {
    let findings = tables.get("findings").into_iter();
    let cells = findings.flat_map(|rows| {
        let corrected = (0..rows.rows.len()).filter(|&row| rows.cell(row, "rule") == "corrected");
        corrected.map(|row| (rows.cell(row, "record_id"), rows.cell(row, "column")))
    });
    cells.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_link_that_opens_a_text_stand_there() {
        let source = "[the mill](https://example.org/mill) turns";
        let layout = Layout::new(source);
        let spans = Spans::one(Span::new(1, source.len()));
        assert!(grounded(&layout, "text", "the mill turns", &spans));
        assert!(!grounded(&layout, "text", "the oven turns", &spans));
    }
}
