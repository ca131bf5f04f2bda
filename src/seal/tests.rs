use super::*;
use crate::schema::{Link, Text};
use crate::spool::Sealed;
use crate::tables::agenda::AgendaRow;
use crate::tables::findings::FindingRow;
use crate::tables::links::Hyperlink;
use crate::tables::presenters::Presenter;

const TEXT: &str = "Ünten\nWelcome\n  Ada Brook\nClose\n";

fn at(part: &str) -> Text {
    let start = TEXT.find(part).expect("part of the text");
    Text::new(part, Span::new(start, start + part.len()))
}

fn agenda(title: &str) -> AgendaRow {
    AgendaRow {
        title: at(title),
        rule: "test",
        ..AgendaRow::default()
    }
}

fn dataset() -> Dataset {
    Dataset {
        agenda: vec![agenda("Close"), agenda("Welcome")],
        presenters: vec![Presenter {
            agenda_id: Link::to(1),
            name: at("Ada Brook"),
            group: at("Ünten"),
            ..Presenter::default()
        }],
        findings: vec![
            FindingRow::new("name-varies", "note", "m").about::<Presenter>(0),
            FindingRow::new("time-overlap", "warning", "o")
                .about::<AgendaRow>(1)
                .other::<AgendaRow>(0),
        ],
        ..Dataset::default()
    }
}

fn bytes(data: &mut Dataset) -> Vec<u8> {
    seal(&Source::from_text("r", TEXT), data)
}

fn index(table: &str) -> usize {
    position(table).expect("a table")
}

#[test]
fn rows_stand_in_the_order_of_the_source_and_links_follow_them() {
    let bytes = bytes(&mut dataset());
    let sealed = Sealed::read(&bytes, |_| true).expect("sealed");
    let agenda: Vec<_> = sealed.rows(index("agenda")).collect();
    assert_eq!(agenda[0].cell("title"), Cell::Text("Welcome"));
    let presenter = sealed.rows(index("presenters")).next().expect("one");
    assert_eq!(presenter.cell("agenda_id"), agenda[0].id());
    // Its group stands above it, and offsets are code points.
    let place = presenter.place().expect("a place");
    assert_eq!((place.line, place.start, place.end), (3, 16, 25));
}

#[test]
fn findings_stand_where_their_record_stands() {
    let bytes = bytes(&mut dataset());
    let sealed = Sealed::read(&bytes, |_| true).expect("sealed");
    let findings: Vec<_> = sealed.rows(index("findings")).collect();
    let lines: Vec<_> = findings.iter().map(|f| f.place().map(|p| p.line)).collect();
    assert_eq!(lines, [Some(2), Some(3)]);
    assert_eq!(findings[0].cell("other_line"), Cell::Int(4));
    let presenter = sealed.rows(index("presenters")).next().expect("one");
    assert_eq!(findings[1].cell("record_id"), presenter.id());
    let columns = findings[0].table.all_columns();
    assert_eq!(columns.filter(|c| c.name == "rule").count(), 1);
    assert_eq!(
        findings[0].all_cells().count(),
        findings[0].table.all_columns().count()
    );
}

#[test]
fn an_id_is_kept_when_other_rows_come_and_equal_keys_differ() {
    let ids = |data: &mut Dataset| -> Vec<String> {
        let bytes = bytes(data);
        let sealed = Sealed::read(&bytes, |_| true).expect("sealed");
        let rows = sealed.rows(index("links"));
        rows.map(|r| r.id().printed().into_owned()).collect()
    };
    let link = |url: &str| Hyperlink {
        url: Text::new(url, Spans::NONE),
        ..Hyperlink::default()
    };
    let links = |urls: &[&str]| Dataset {
        links: urls.iter().map(|u| link(u)).collect(),
        ..Dataset::default()
    };
    let one = ids(&mut links(&["https://example.org/a"]));
    let three = ids(&mut links(&[
        "https://example.org/b",
        "https://example.org/a",
        "https://example.org/a",
    ]));
    assert_eq!(one[0], three[1]);
    assert_ne!(three[1], three[2]);
    assert!(one[0].starts_with("lnk-") && one[0].len() == 20);
}

#[test]
fn the_report_is_described() {
    let bytes = bytes(&mut dataset());
    let sealed = Sealed::read(&bytes, |_| true).expect("sealed");
    let report = sealed.rows(index("reports")).next().expect("one");
    assert_eq!(report.id(), Cell::Text("r"));
    assert_eq!(report.cell("source_lines"), Cell::Int(4));
    assert_eq!(report.cell("source_chars"), Cell::Int(32));
    assert!(matches!(report.cell("claimed_percent"), Cell::Num(p) if p > 90.0));
}
