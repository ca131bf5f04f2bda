use super::*;
use crate::emit::{PACKAGE, Written, describe, format};
use crate::run::{Input, Run, Tally, Watch};
use crate::source::hex;
use crate::tables::TABLES;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::PathBuf;
use tempfile::TempDir;

const REPORT: &str = "\
POND WORKSHOP

Held in Bern, Switzerland, on 3 May 2021 – by the Pond Trust.

AGENDA

9:30 - 10:00\tWelcome\tAna Example, Director, Pond Trust
10:00 - 11:15\tPanel: ducks – and cities\tModerator: Bo Sample, Chair, City of Reeds
11:15 - 11:30\tCoffee

PARTICIPANTS

Name\tOrganisation\tCountry
Ana Example\tPond Trust\tSwitzerland
Bo Sample\tCity of Reeds\tKenya

RECOMMENDATIONS

- Count the ducks of every pond – see https://example.org/ducks.
- Open more ponds.

About 40% of 3 million ducks live in cities (Pond Trust).
";

struct Nobody;

impl Watch for Nobody {
    fn written(&mut self, _: &Tally) {}
}

/// A folder that a run wrote.
struct Folder(TempDir);

impl Folder {
    fn new() -> Folder {
        let folder = Folder(tempfile::tempdir().expect("a folder"));
        let path = folder.0.path().join("pond.txt");
        fs::write(&path, REPORT).expect("a file");
        let inputs = [Input {
            id: "pond".into(),
            file: "pond.txt".into(),
            path: Some(path),
        }];
        let tables: Vec<usize> = (0..TABLES.len()).collect();
        let formats = ["csv", "json", "jsonl"].map(|name| format(name).expect("a format"));
        Run::new(&inputs)
            .into_folder(&folder.out(), &formats, &tables, &mut Nobody)
            .expect("a run");
        folder
    }

    fn out(&self) -> PathBuf {
        self.0.path().join("out")
    }

    fn edit(&self, file: &str, from: &str, to: &str) {
        let path = self.out().join(file);
        let text = fs::read_to_string(&path).expect("a file");
        assert!(text.contains(from), "{file} has no {from:?}:\n{text}");
        fs::write(&path, text.replacen(from, to, 1)).expect("a file");
    }

    /// Puts the package right, as whoever knows of it would.
    fn reseal(&self) {
        let package = fs::read(self.out().join(PACKAGE)).expect("a package");
        let package: serde_json::Value = serde_json::from_slice(&package).expect("JSON");
        let made = package["resources"].as_array().expect("resources").iter();
        let made = made.map(|r| {
            let path = r["path"].as_str().expect("a path").to_string();
            let bytes = fs::read(self.out().join(&path)).expect("a file");
            let sha256 = hex(&Sha256::digest(&bytes));
            let bytes = bytes.len() as u64;
            (path, Written { bytes, sha256 })
        });
        fs::write(self.out().join(PACKAGE), describe(&made.collect())).expect("written");
    }

    fn faults(&self) -> Vec<String> {
        verify(&self.out()).expect("a package").faults.first
    }
}

#[test]
fn what_a_run_wrote_is_whole() {
    let verdict = verify(&Folder::new().out()).expect("a package");
    assert_eq!(verdict.faults, Faults::default());
    assert!(
        verdict.files > 40 && verdict.rows > 30 && verdict.texts > 40,
        "{verdict:?}"
    );
}

/// File, what is replaced, by what, and what has to be said of it though the package was put right.
const EDITS: &[(&str, &str, &str, &str)] = &[
    // Cells by themselves.
    (
        "agenda.csv",
        ",09:30,",
        ",9:30,",
        "start_time \"9:30\" has not the form",
    ),
    (
        "agenda.csv",
        ",break,",
        ",party,",
        "kind \"party\" is none of its words",
    ),
    (
        "agenda.csv",
        ",,9:30",
        ",half,9:30",
        "duration_minutes \"half\" is not of its type",
    ),
    (
        "reports.csv",
        "2021-05-03",
        "2021-02-30",
        "\"2021-02-30\" is not of its type",
    ),
    ("agenda.csv", "pond,age-", "pond,agx-", "has not the form"),
    (
        "agenda.csv",
        "pond,age-",
        ",age-",
        "report_id \"\" is empty",
    ),
    (
        "agenda.csv",
        "report_id,id,seq",
        "report,id,seq",
        "its header is not",
    ),
    // Keys, links, numbering.
    ("presenters.csv", ",age-", ",age-0", "agenda_id"),
    ("findings.csv", ",rule,", ",rule_,", "its header is not"),
    ("appearances.csv", ",par-", ",par-0", "record_id"),
    // One format against another.
    ("people.csv", "Ana Example", "Ana Examplo", "people.jsonl"),
    ("agenda.jsonl", "Coffee", "Tea", "agenda.csv has \"Coffee\""),
    (
        "reports/pond.json",
        "\"Open more ponds.\"",
        "\"Close more ponds.\"",
        "outcomes.csv has",
    ),
    // Places.
    (
        "sources/pond.txt",
        "Coffee",
        "Choffee",
        "source_chars is not",
    ),
    (
        "sources/pond.txt",
        "Coffee",
        "Toffee",
        "title \"Coffee\" is not what stands there",
    ),
    ("sources/pond.txt", "Coffee\n", "Coffee\r\n", "line ends"),
    // What is promised.
    (
        "schema/agenda.schema.json",
        "\"minimum\": 1",
        "\"minimum\": 0",
        "is not the schema",
    ),
    // Accounting.
    (
        "blocks.csv",
        ",heading,",
        ",blank,",
        "is blank, and there is text",
    ),
];

#[test]
fn every_kind_of_edit_is_caught_though_the_package_was_put_right() {
    let folder = Folder::new();
    for (file, from, to, told) in EDITS {
        let path = folder.out().join(file);
        let before = fs::read(&path).expect("a file");
        folder.edit(file, from, to);
        folder.reseal();
        let faults = folder.faults();
        assert!(
            faults.iter().any(|f| f.contains(told)),
            "{file}: {from:?} to {to:?}: {faults:#?}"
        );
        fs::write(&path, before).expect("a file");
    }
    folder.reseal();
    assert_eq!(folder.faults(), [""; 0]);
}

/// The same text in every format of a table and in the document.
#[test]
fn a_text_that_all_files_agree_on_is_still_held_to_the_source() {
    let folder = Folder::new();
    for file in ["outcomes.csv", "outcomes.jsonl", "reports/pond.json"] {
        folder.edit(file, "Open more ponds.", "Shut more ponds.");
    }
    folder.reseal();
    let faults = folder.faults();
    assert_eq!(faults.len(), 1, "{faults:#?}");
    assert!(
        faults[0].contains("is not what stands there"),
        "{faults:#?}"
    );
}

#[test]
fn a_row_that_is_gone_is_missed() {
    let folder = Folder::new();
    let path = folder.out().join("blocks.csv");
    let text = fs::read_to_string(&path).expect("a file");
    let mut lines: Vec<_> = text.lines().collect();
    lines.remove(3);
    fs::write(&path, lines.join("\n") + "\n").expect("a file");
    folder.reseal();
    let faults = folder.faults();
    for told in ["is next", "blocks.jsonl: has", "is no row of blocks"] {
        assert!(
            faults.iter().any(|f| f.contains(told)),
            "{told}: {faults:#?}"
        );
    }
}

#[test]
fn files_are_held_to_the_package_and_the_package_to_the_files() {
    let folder = Folder::new();
    folder.edit("agenda.csv", "Coffee", "Toffee");
    assert!(folder.faults()[0].contains("its hash is not"));
    folder.edit("agenda.csv", "Toffee", "Tea");
    assert!(folder.faults()[0].contains("bytes, the package says"));
    folder.edit("agenda.csv", "Tea", "Coffee");
    assert_eq!(folder.faults(), [""; 0]);
    folder.edit(PACKAGE, "\"minimum\": 1", "\"minimum\": 0");
    assert!(folder.faults()[0].contains("is not the package of its files"));
    folder.reseal();
    folder.edit(PACKAGE, "\"contract\": \"1", "\"contract\": \"7");
    assert!(folder.faults()[0].contains("contract"));
    folder.reseal();
    fs::write(folder.out().join("sources/other.txt"), "x").expect("a file");
    assert!(folder.faults()[0].contains("does not list"));
    fs::remove_file(folder.out().join("sources/other.txt")).expect("removed");
    fs::remove_file(folder.out().join("agenda.csv")).expect("removed");
    assert!(folder.faults()[0].starts_with("agenda.csv: "));
    fs::remove_file(folder.out().join(PACKAGE)).expect("removed");
    assert!(verify(&folder.out()).is_err());
}

#[test]
fn only_the_first_ten_faults_are_kept_and_all_are_counted() {
    let mut faults = Faults::default();
    (0..7).for_each(|i| faults.add(|| i.to_string()));
    faults.extend(faults.clone());
    assert_eq!((faults.first().len(), faults.count()), (10, 14));
}
