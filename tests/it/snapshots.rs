//! Snapshots: the early stages on each report of `raw/`, whose tables `out/` holds, and every stage and table on each
//! invented report of `tests/reports/`.

use super::{rapporteur, root};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Columns that only repeat others or move with every edit of the text above.
const LEFT_OUT: &[&str] = &[
    "report_id",
    "id",
    "seq",
    "start",
    "end",
    "page",
    "person_id",
    "agenda_id",
    "session_id",
    "record_id",
    "other_record_id",
    "source_sha256",
    "source_file",
];

fn reports(folder: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(root().join(folder)).expect("a folder");
    let paths = entries.map(|e| e.expect("an entry").path());
    let report = |p: &PathBuf| p.extension().is_some_and(|e| e == "txt" || e == "md");
    let mut paths: Vec<PathBuf> = paths.filter(report).collect();
    paths.sort();
    paths
}

fn stem(path: &Path) -> String {
    path.file_stem()
        .expect("a name")
        .to_string_lossy()
        .into_owned()
}

/// What a stage prints of a report.
fn stage(name: &str, path: &Path) -> String {
    let output = rapporteur()
        .arg(name)
        .arg(path)
        .output()
        .expect("the program runs");
    assert_eq!(output.status.code(), Some(0), "{name} {}", path.display());
    String::from_utf8(output.stdout).expect("text")
}

#[test]
fn the_early_stages_of_each_report() {
    for path in reports("raw") {
        for name in ["blocks", "outline"] {
            insta::assert_snapshot!(format!("{}.{name}", stem(&path)), stage(name, &path));
        }
    }
}

#[test]
fn every_stage_and_table_of_each_invented_report() {
    let folder = tempfile::tempdir().expect("a folder");
    let run = rapporteur()
        .args(["tests/reports", "--quiet", "--format", "csv", "--out"])
        .arg(folder.path())
        .output();
    assert_eq!(run.expect("the program runs").status.code(), Some(0));
    let mut told = tables(folder.path());
    for path in reports("tests/reports") {
        let name = stem(&path);
        let tables = told.remove(&name).unwrap_or_default();
        let text = format!("{}\n{tables}", stage("outline", &path));
        insta::assert_snapshot!(name, text);
    }
}

/// The rows of every table but `blocks`, by report, each as its cells that are not empty.
fn tables(folder: &Path) -> BTreeMap<String, String> {
    let mut told: BTreeMap<String, String> = BTreeMap::new();
    for table in rapporteur::tables::TABLES
        .iter()
        .filter(|t| t.name != "blocks")
    {
        let mut reader =
            csv::Reader::from_path(folder.join(format!("{}.csv", table.name))).expect("a table");
        let header = reader.headers().expect("a header").clone();
        let mut titled: Vec<String> = Vec::new();
        for row in reader.records() {
            let row = row.expect("a row");
            let report = row.get(0).unwrap_or("").to_string();
            if report.is_empty() {
                continue;
            }
            let text = told.entry(report.clone()).or_default();
            if !titled.contains(&report) {
                let _ = writeln!(text, "\n== {}", table.name);
                titled.push(report);
            }
            let cells = header
                .iter()
                .zip(&row)
                .filter(|(name, cell)| !cell.is_empty() && !LEFT_OUT.contains(name));
            let cells: Vec<String> = cells.map(|(name, cell)| format!("{name}={cell}")).collect();
            let _ = writeln!(text, "{}", cells.join(" | "));
        }
    }
    told
}
