//! The committed output and its invariants: reproduced to the byte on any number of threads, grounded, tiling.

use super::{files, rapporteur, root};
use rapporteur::block::blocks;
use rapporteur::extract::{Options, extract};
use rapporteur::flow::Layout;
use rapporteur::outline::Outline;
use rapporteur::schema::{Cell, Type};
use rapporteur::source::Source;
use rapporteur::span::Spans;
use std::path::PathBuf;

/// Columns that hold a normal form and not the words of the report.
const NORMAL_FORMS: &[&str] = &["unit", "country_code", "language", "marker"];

/// The reports of `raw/` and `tests/reports/`.
fn sources() -> Vec<Source> {
    let mut paths: Vec<PathBuf> = ["raw", "tests/reports"]
        .iter()
        .flat_map(|folder| std::fs::read_dir(root().join(folder)).expect("a folder"))
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|e| e == "txt" || e == "md"))
        .collect();
    paths.sort();
    let source = |path: &PathBuf| {
        let bytes = std::fs::read(path).expect("a file");
        let name = path.display().to_string();
        Source::decode(&name, &name, &bytes).expect("a report")
    };
    paths.iter().map(source).collect()
}

#[test]
fn a_run_writes_what_is_committed_on_any_number_of_threads() {
    let committed = files(&root().join("out"));
    for jobs in ["1", "2", "7"] {
        let folder = tempfile::tempdir().expect("a folder");
        let run = rapporteur()
            .args(["--quiet", "--jobs", jobs, "--out"])
            .arg(folder.path())
            .output();
        assert_eq!(run.expect("the program runs").status.code(), Some(0));
        let written = files(folder.path());
        assert!(written.keys().eq(committed.keys()), "{:?}", written.keys());
        for (path, bytes) in &written {
            assert!(*bytes == committed[path], "{} differs", path.display());
        }
    }
}

#[test]
fn blocks_tile_every_report() {
    for source in sources() {
        let mut end = 0;
        for block in blocks(&source) {
            assert_eq!(block.span.start, end, "{}", source.id);
            assert!(!block.span.is_empty(), "{}", source.id);
            end = block.span.end;
        }
        assert_eq!(end as usize, source.text.len(), "{}", source.id);
    }
}

#[test]
fn every_text_is_found_at_its_spans() {
    for source in sources() {
        let outline = Outline::new(&source, blocks(&source));
        extract(&source, &Options::default()).each_table(|table, rows| {
            for row in rows {
                let mut columns = table.columns.iter();
                row.each_field(&mut |cell, spans| {
                    let column = columns.next().expect("a column");
                    let normal = NORMAL_FORMS.contains(&column.name);
                    if let (Cell::Text(text), Type::Text, false) = (cell, column.kind, normal) {
                        let place = format!("{} {}.{}", source.id, table.name, column.name);
                        check(&outline.layout, text, spans, &place);
                    }
                });
            }
        });
    }
}

/// The words stand there as they are, or after cleaning; blanks and what joins the parts of a cell stand between them, and
/// of a pair of signs that is layout one may lie outside.
fn check(layout: &Layout<'_>, text: &str, spans: &Spans, place: &str) {
    let bare = |text: &str| text.replace([' ', '\u{a0}', ';', '<', '>', '*', '_', '[', ']'], "");
    let clean: String = spans
        .iter()
        .map(|s| bare(layout.clean(s).as_str()))
        .collect();
    let verbatim: String = spans
        .iter()
        .map(|s| bare(&layout.source()[s.range()]))
        .collect();
    if !spans.is_empty() && bare(text) != verbatim {
        assert_eq!(bare(text), clean, "{place}");
    }
}
