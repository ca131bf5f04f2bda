//! The committed output and its invariants: reproduced to the byte on any number of threads, grounded, tiling.

use super::{files, rapporteur, root};
use rapporteur::block::blocks;
use rapporteur::extract::{Options, extract};
use rapporteur::outline::Outline;
use rapporteur::schema::{Cell, Type};
use rapporteur::source::Source;
use rapporteur::verify::grounded;
use std::path::PathBuf;

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
        for block in extract(&source, &Options::default()).blocks {
            let span = block.kind.spans.cover().expect("a block has a place");
            assert_eq!(span.start, end, "{}", source.id);
            assert!(!span.is_empty(), "{}", source.id);
            end = span.end;
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
                    if let (Cell::Text(text), Type::Text) = (cell, column.kind) {
                        assert!(
                            grounded(&outline.layout, column.name, text, spans),
                            "{} {}.{}: {text}",
                            source.id,
                            table.name,
                            column.name
                        );
                    }
                });
            }
        });
    }
}

#[test]
fn what_is_written_of_every_report_is_verified() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("out");
    let run = rapporteur()
        .args([
            "raw",
            "tests/reports",
            "--quiet",
            "--format",
            "csv,json,jsonl",
            "--out",
        ])
        .arg(&out)
        .output();
    assert_eq!(run.expect("the program runs").status.code(), Some(0));
    let verify = |code: i32| {
        let run = rapporteur().arg("verify").arg(&out).output();
        let output = run.expect("the program runs");
        let told = String::from_utf8(output.stdout).expect("UTF-8");
        assert_eq!(output.status.code(), Some(code), "{told}");
        told
    };
    assert!(verify(0).ends_with("no fault\n"));
    std::fs::remove_file(out.join("agenda.csv")).expect("removed");
    assert!(verify(1).starts_with("agenda.csv: "));
}
