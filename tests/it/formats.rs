//! Every format carries the same dataset, awkward values included: each is read back by a reader of its own and compared
//! with what was put in.

use calamine::Reader;
use rapporteur::emit::{FORMATS, format};
use rapporteur::extract::Options;
use rapporteur::run::{Input, Run, Tally, Watch};
use rapporteur::schema::{Date, Int, Link, Num, Text, Time, Type};
use rapporteur::source::Source;
use rapporteur::span::{Span, Spans};
use rapporteur::tables::agenda::AgendaRow;
use rapporteur::tables::presenters::Presenter;
use rapporteur::tables::reports::Report;
use rapporteur::tables::statistics::Statistic;
use rapporteur::tables::{Dataset, TABLES, table};
use rapporteur::value::date::Partial;
use rapporteur::value::time::Clock;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Texts that some format or reader takes for something else.
const AWKWARD: &[&str] = &[
    "=1+1",
    "+41 22 555 01 00",
    "-3",
    "@SUM(A1)",
    "4.10",
    "007",
    "NA",
    "null",
    "1e5",
    "3/4",
    "true",
    "'quoted' \"twice\"",
    "a, b; c | d",
    "<b>bold</b> & <br>",
    "*star* _under_ `tick` [link](https://example.org) #1 ~no~",
    "back\\slash \\| \\n",
    "_x0041_",
    "é 😀 e\u{301} \u{202e}rtl",
    "tab\there",
    "bell\u{7}",
    "\u{feff}mark",
];

fn text(value: impl Into<String>) -> Text {
    Text::new(value, Spans::NONE)
}

fn date(year: i16, month: Option<u8>, day: Option<u8>) -> Date {
    let year = Some(year);
    Date::derived(Partial { year, month, day })
}

/// An agenda of awkward titles, a number of each kind, and a text that no cell of a workbook holds.
fn awkward(_: &Source, _: &Options) -> Dataset {
    let row = |(i, title): (usize, &&str)| AgendaRow {
        item_number: text("4.10"),
        date: date(2021, Some(5), Some(3)),
        start_time: Time::derived(Clock {
            hour: 9,
            minute: i as u8,
        }),
        duration_minutes: Int::derived(if i == 0 { -1 } else { 1 << 60 }),
        title: text(*title),
        location: text(*title),
        from: Spans::one(Span::new(i, i + 1)),
        rule: "test",
        ..AgendaRow::default()
    };
    let number = |value: f64| Statistic {
        value: Num::derived(value),
        sentence: text(format!("{value}")),
        rule: "test",
        ..Statistic::default()
    };
    Dataset {
        reports: vec![Report {
            title: text("Ponds, \"ducks\""),
            event_start: date(2021, None, None),
            event_end: date(1899, Some(12), Some(31)),
            document_date: date(2021, Some(5), None),
            country_code: text("NA"),
            rule: "test",
            ..Report::default()
        }],
        agenda: AWKWARD.iter().enumerate().map(row).collect(),
        presenters: vec![Presenter {
            agenda_id: Link::to(2),
            name: text("Ana Example"),
            job_title: text("long 😀 ".repeat(10_000).trim()),
            rule: "test",
            ..Presenter::default()
        }],
        statistics: [0.1 + 0.2, -0.5, 1.2e9, 1e21, 41.0, 1e-9]
            .map(number)
            .to_vec(),
        ..Dataset::default()
    }
}

struct Nobody;

impl Watch for Nobody {
    fn written(&mut self, _: &Tally) {}
}

/// The folder of a run in every format.
fn folder() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("ponds.txt");
    fs::write(&path, "x".repeat(100)).expect("a file");
    let inputs = [Input {
        id: "ponds".into(),
        file: "ponds.txt".into(),
        path: Some(path),
    }];
    let run = Run {
        extract: awkward,
        ..Run::new(&inputs)
    };
    let out = folder.path().join("out");
    let tables: Vec<usize> = (0..TABLES.len()).collect();
    run.into_folder(&out, FORMATS, &tables, &mut Nobody)
        .expect("a run");
    (folder, out)
}

type Rows = Vec<Vec<String>>;

fn csv_rows(bytes: &[u8]) -> Rows {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(bytes);
    let rows = reader.records().skip(1);
    rows.map(|r| r.expect("a row").iter().map(str::to_string).collect())
        .collect()
}

/// The rows of a table, as the CSV has them.
fn expected(out: &Path, table: &str) -> Rows {
    csv_rows(&fs::read(out.join(format!("{table}.csv"))).expect("a file"))
}

/// Whether two cells say the same: numbers by their value.
fn same(kind: Type, a: &str, b: &str) -> bool {
    let number = |text: &str| text.parse::<f64>().ok();
    let numeric = matches!(kind, Type::Integer | Type::Number);
    a == b || numeric && !a.is_empty() && number(a) == number(b)
}

/// Compares what `read` finds of each table with the CSV.
fn compare(out: &Path, read: &mut dyn FnMut(&'static str) -> Rows) {
    for name in TABLES.iter().map(|t| t.name) {
        let (expected, found) = (expected(out, name), read(name));
        assert_eq!(expected.len(), found.len(), "{name}");
        let kinds: Vec<Type> = table(name)
            .expect("a table")
            .all_columns()
            .map(|c| c.kind)
            .collect();
        for (a, b) in expected.iter().zip(&found) {
            assert_eq!(a.len(), b.len(), "{name}: {b:?}");
            for (kind, (a, b)) in kinds.iter().zip(a.iter().zip(b)) {
                assert!(same(*kind, a, b), "{name}: {a:?} became {b:?}");
            }
        }
    }
}

#[test]
fn csv_holds_what_was_put_in() {
    let (_folder, out) = folder();
    let agenda = expected(&out, "agenda");
    let titles: Vec<&str> = agenda.iter().map(|row| row[10].as_str()).collect();
    assert_eq!(titles, AWKWARD);
    assert!(
        agenda
            .iter()
            .all(|row| row[3] == "4.10" && row[5] == "2021-05-03")
    );
    let numbers: Vec<f64> = expected(&out, "statistics")
        .iter()
        .map(|row| row[4].parse().expect("a number"))
        .collect();
    assert_eq!(numbers, [0.1 + 0.2, -0.5, 1.2e9, 1e21, 41.0, 1e-9]);
    assert_eq!(expected(&out, "reports")[0][5..7], ["2021", "1899-12-31"]);
    assert_eq!(expected(&out, "presenters")[0][8].chars().count(), 69_999);
}

#[test]
fn json_lines_hold_the_same() {
    let (_folder, out) = folder();
    compare(&out, &mut |name| {
        let text = fs::read_to_string(out.join(format!("{name}.jsonl"))).expect("a file");
        let row = |line: &str| {
            let row: serde_json::Map<String, serde_json::Value> =
                serde_json::from_str(line).expect("JSON");
            let columns = table(name).expect("a table").all_columns();
            columns
                .map(|c| match &row[c.name] {
                    serde_json::Value::Null => String::new(),
                    serde_json::Value::String(text) => text.clone(),
                    other => other.to_string(),
                })
                .collect()
        };
        text.lines().map(row).collect()
    });
}

#[test]
fn documents_hold_the_same() {
    let (_folder, out) = folder();
    let verdict = rapporteur::verify::verify(&out).expect("a package");
    // The dataset is made up, so that it is grounded nowhere; the documents agree with the tables all the same.
    let disagree =
        |f: &&String| f.contains(".csv has") || f.contains("is not in") || f.contains("is no row");
    assert_eq!(verdict.faults.first().iter().find(disagree), None);
    let json = fs::read_to_string(out.join("reports/ponds.json")).expect("a file");
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let rows = json["agenda"].as_array().expect("rows");
    let titles: Vec<_> = rows
        .iter()
        .map(|r| r["title"].as_str().expect("a title"))
        .collect();
    assert_eq!(titles, AWKWARD);
    assert_eq!(rows[2]["records"]["presenters"][0]["name"], "Ana Example");
}

#[test]
fn guarded_csv_holds_the_same_behind_its_guards() {
    let (_folder, out) = folder();
    let mut guarded = 0;
    compare(&out, &mut |name| {
        let text = fs::read_to_string(out.join(format!("{name}.spreadsheet.csv"))).expect("a file");
        let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
        assert!(
            text.split_inclusive('\n')
                .all(|line| line.ends_with("\r\n"))
        );
        let mut rows = csv_rows(text.as_bytes());
        for cell in rows.iter_mut().flatten() {
            let formula = |c: char| matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r');
            if cell.starts_with(formula) {
                assert!(cell.parse::<f64>().is_ok(), "{cell} stands unguarded");
            } else if let Some(text) = cell.strip_prefix('\'').filter(|t| t.starts_with(formula)) {
                guarded += 1;
                *cell = text.to_string();
            }
        }
        rows
    });
    // Four titles, the same as locations, and a sentence that is a negative number.
    assert_eq!(guarded, 9);
    assert!(
        fs::read_to_string(out.join("agenda.spreadsheet.csv"))
            .expect("a file")
            .contains(",-1,")
    );
}

#[test]
fn markdown_holds_the_same() {
    let (_folder, out) = folder();
    compare(&out, &mut |name| {
        let text = fs::read_to_string(out.join(format!("{name}.md"))).expect("a file");
        text.lines().skip(2).map(pipe_cells).collect()
    });
}

/// The cells of a row of a pipe table, unescaped.
fn pipe_cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut chars = line
        .strip_prefix("| ")
        .and_then(|l| l.strip_suffix(" |"))
        .expect("a row")
        .chars();
    while let Some(c) = chars.next() {
        let cell = cells.last_mut().expect("a cell");
        match c {
            '\\' => cell.extend(chars.next()),
            '|' => {
                assert!(cell.pop() == Some(' ') && chars.next() == Some(' '));
                cells.push(String::new());
            }
            c => cell.push(c),
        }
    }
    cells
}

#[test]
fn calendars_hold_the_dated_rows() {
    let (_folder, out) = folder();
    let text = fs::read_to_string(out.join("reports/ponds.ics")).expect("a file");
    assert!(
        text.split_inclusive('\n')
            .all(|l| l.ends_with("\r\n") && l.len() <= 77)
    );
    let text = text.replace("\r\n ", "");
    let values = |name: &str| -> Vec<String> {
        let lines = text
            .lines()
            .filter_map(|l| l.strip_prefix(name)?.strip_prefix(':'));
        lines
            .map(|v| {
                v.replace("\\,", ",")
                    .replace("\\;", ";")
                    .replace("\\\\", "\\")
            })
            .collect()
    };
    let printable = |t: &&str| t.replace(['\t', '\u{7}'], " ");
    let titles: Vec<String> = AWKWARD.iter().map(printable).collect();
    assert_eq!(values("SUMMARY"), titles);
    assert_eq!(values("DTSTART")[7], "20210503T090700");
    assert_eq!(values("X-WR-CALNAME"), ["Ponds, \"ducks\""]);
    let mut uids = values("UID");
    uids.sort();
    uids.dedup();
    assert_eq!(
        (uids.len(), values("DTSTAMP").len()),
        (AWKWARD.len(), AWKWARD.len())
    );
}

#[cfg(feature = "sqlite")]
#[test]
fn the_database_holds_the_same_with_its_keys() {
    use rusqlite::types::ValueRef;
    let (_folder, out) = folder();
    let database = rusqlite::Connection::open(out.join("rapporteur.sqlite")).expect("a database");
    compare(&out, &mut |name| {
        let sql = format!("SELECT * FROM \"{name}\" ORDER BY rowid");
        let mut statement = database.prepare(&sql).expect("a table");
        let columns = statement.column_count();
        let rows = statement.query_map([], |row| {
            let cell = |i| match row.get_ref(i)? {
                ValueRef::Null => Ok(String::new()),
                ValueRef::Integer(n) => Ok(n.to_string()),
                ValueRef::Real(n) => Ok(n.to_string()),
                value => Ok(value.as_str()?.to_string()),
            };
            (0..columns).map(cell).collect()
        });
        rows.expect("rows").map(|r| r.expect("a row")).collect()
    });
    let join = "SELECT title FROM presenters JOIN agenda ON agenda.id = presenters.agenda_id";
    let title: String = database.query_row(join, [], |r| r.get(0)).expect("a row");
    assert_eq!(title, AWKWARD[2]);
    let insert = "INSERT INTO presenters (report_id, id, seq, rule, agenda_id) VALUES ('ponds', 'pre-1', 9, 'x', 'nowhere')";
    assert!(database.execute(insert, []).is_err());
}

#[cfg(feature = "parquet")]
#[test]
fn parquet_holds_the_same_in_typed_columns() {
    use parquet::file::reader::{FileReader, SerializedFileReader};
    use parquet::record::Field;
    let (_folder, out) = folder();
    compare(&out, &mut |name| {
        let file = fs::File::open(out.join(format!("{name}.parquet"))).expect("a file");
        let reader = SerializedFileReader::new(file).expect("a Parquet file");
        let kinds: Vec<Type> = (table(name).expect("a table").all_columns())
            .map(|c| c.kind)
            .collect();
        let cell = |kind: &Type, field: &Field| match (kind, field) {
            (_, Field::Null) => String::new(),
            (Type::Integer, Field::Long(n)) => n.to_string(),
            (Type::Number, Field::Double(n)) => n.to_string(),
            (Type::Boolean, Field::Bool(b)) => b.to_string(),
            (kind, Field::Str(text)) if !matches!(kind, Type::Integer | Type::Number) => {
                text.clone()
            }
            (kind, field) => panic!("{name}: {kind:?} as {field:?}"),
        };
        let rows = reader.get_row_iter(None).expect("rows");
        rows.map(|row| {
            let row = row.expect("a row");
            let fields = row.get_column_iter().map(|(_, field)| field);
            kinds.iter().zip(fields).map(|(k, f)| cell(k, f)).collect()
        })
        .collect()
    });
}

#[cfg(feature = "xlsx")]
#[test]
fn the_workbook_holds_the_same_in_typed_cells() {
    use calamine::{Data, Xlsx, open_workbook};
    let (_folder, out) = folder();
    let mut book: Xlsx<_> = open_workbook(out.join("rapporteur.xlsx")).expect("a workbook");
    compare(&out, &mut |name| {
        let sheet = book.worksheet_range(name).expect("a sheet");
        let header: Vec<String> = (0..sheet.width())
            .map(|c| sheet.get((0, c)).unwrap_or(&Data::Empty).to_string())
            .collect();
        let columns: Vec<_> = table(name).expect("a table").all_columns().collect();
        let cell = |row: usize, at: usize| sheet.get((row, at)).unwrap_or(&Data::Empty);
        let one = |row: usize, at: usize| match cell(row, at) {
            Data::DateTime(serial) => from_serial(serial.as_f64()),
            Data::Float(n) => {
                assert!(matches!(columns[at].kind, Type::Integer | Type::Number));
                n.to_string()
            }
            other => {
                // Beyond the whole numbers that floating point counts, a number is text.
                let typed = matches!(columns[at].kind, Type::Integer | Type::Number | Type::Time);
                let text = other.to_string();
                assert!(
                    !typed || text.is_empty() || text.len() > 15,
                    "{name}: {text:?}"
                );
                text
            }
        };
        let whole = |row: usize, at: usize| {
            let parts = (2..).map(|n| format!("{} ({n})", columns[at].name));
            let further = parts.map_while(|p| header.iter().position(|h| *h == p));
            let further: String = further.map(|c| cell(row, c).to_string()).collect();
            one(row, at) + &further
        };
        (1..sheet.height())
            .map(|row| (0..columns.len()).map(|at| whole(row, at)).collect())
            .collect()
    });
    assert_eq!(book.sheet_names()[..2], ["contents", "columns"]);
    assert!(format("xlsx").is_some());
}

/// A serial number of a spreadsheet as the date or time that it is shown as.
#[cfg(feature = "xlsx")]
fn from_serial(serial: f64) -> String {
    if serial < 1.0 {
        let minutes = (serial * 1440.0).round() as u32;
        return format!("{:02}:{:02}", minutes / 60, minutes % 60);
    }
    let day = jiff::civil::date(1899, 12, 30) + jiff::Span::new().days(serial as i64);
    day.to_string()
}
