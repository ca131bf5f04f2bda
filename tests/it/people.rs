//! Who is who over several invented reports: `tests/people/SET/` has the reports of a set, perhaps `aliases.csv`, and the
//! rows that are expected of `people.csv`, `organisations.csv`, `places.csv` and so on, those columns only that
//! its file has; names stand for ids in `candidates.csv` (`a`, `b`), `statements.csv` and `appearances.csv` (`person`). Further down what no single set can show: ids that last,
//! bad alias files, the network.

use super::{rapporteur, root};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

type Row = BTreeMap<String, String>;

fn table(path: &Path) -> (Vec<String>, Vec<Row>) {
    let mut reader = csv::Reader::from_path(path).expect("a table");
    let header: Vec<String> = reader
        .headers()
        .expect("a header")
        .iter()
        .map(str::to_string)
        .collect();
    let rows = reader.records().map(|row| {
        let row = row.expect("a row");
        header
            .iter()
            .cloned()
            .zip(row.iter().map(str::to_string))
            .collect()
    });
    let rows = rows.collect();
    (header, rows)
}

fn run(inputs: &[PathBuf], out: &Path) -> std::process::Output {
    let mut program = rapporteur();
    program
        .args(inputs)
        .args(["--quiet", "--format", "csv", "--out"])
        .arg(out);
    program.output().expect("the program runs")
}

/// The rows of a table that a run wrote, with names for the ids of candidates.
fn written(out: &Path, name: &str) -> Vec<Row> {
    let mut rows = table(&out.join(format!("{name}.csv"))).1;
    let name_of = |table_of: &str, id: &str| {
        let (_, entities) = table(&out.join(format!("{table_of}.csv")));
        let found = entities.iter().find(|e| e["id"] == id);
        found.map_or(String::new(), |e| e["name"].clone())
    };
    for row in &mut rows {
        if let Some(id) = row.get("person_id") {
            let person = name_of("people", id);
            row.insert("person".into(), person);
        }
        if name == "candidates" {
            let mut pair = ["id_a", "id_b"].map(|id| name_of(&row["table"], &row[id]));
            pair.sort();
            let [a, b] = pair;
            row.extend([("a".to_string(), a), ("b".to_string(), b)]);
        }
    }
    rows
}

#[test]
fn every_set_gives_the_entities_expected() {
    let mut sets: Vec<PathBuf> = fs::read_dir(root().join("tests/people"))
        .expect("sets")
        .map(|e| e.expect("a set").path())
        .collect();
    sets.sort();
    assert!(sets.len() >= 5);
    let mut wrong = String::new();
    for set in sets {
        let out = tempfile::tempdir().expect("a folder");
        assert!(
            run(std::slice::from_ref(&set), out.path()).status.success(),
            "{}",
            set.display()
        );
        for name in [
            "people",
            "organisations",
            "places",
            "candidates",
            "statements",
            "appearances",
        ] {
            let path = set.join(format!("{name}.csv"));
            if !path.exists() {
                continue;
            }
            let (header, expected) = table(&path);
            let shown = |row: &Row| {
                header
                    .iter()
                    .map(|c| row[c].as_str())
                    .collect::<Vec<_>>()
                    .join(" | ")
            };
            let expected: Vec<String> = expected.iter().map(shown).collect();
            let mut found: Vec<String> = written(out.path(), name).iter().map(shown).collect();
            let mut sorted = expected.clone();
            sorted.sort();
            found.sort();
            if sorted != found {
                wrong += &format!(
                    "{}\nexpected\n  {}\nfound\n  {}\n",
                    path.display(),
                    sorted.join("\n  "),
                    found.join("\n  ")
                );
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// The id of each person by name and organisation.
fn ids(out: &Path) -> BTreeMap<String, String> {
    let key = |row: &Row| format!("{} ({})", row["name"], row["organisation"]);
    written(out, "people")
        .iter()
        .map(|row| (key(row), row["id"].clone()))
        .collect()
}

#[test]
fn a_report_added_later_renames_nobody() {
    let set = root().join("tests/people/namesakes");
    let (alone, all) = (
        tempfile::tempdir().expect("a folder"),
        tempfile::tempdir().expect("a folder"),
    );
    assert!(
        run(&[set.join("b-forum.md")], alone.path())
            .status
            .success()
    );
    assert!(run(&[set], all.path()).status.success());
    let all = ids(all.path());
    for (person, id) in ids(alone.path()) {
        if person.starts_with("Ana") {
            assert_eq!(all.get(&person), Some(&id), "{person}");
        }
    }
}

/// A report and an alias file beside it.
fn desk(aliases: &[u8]) -> (TempDir, std::process::Output) {
    let folder = tempfile::tempdir().expect("a folder");
    let report = "PARTICIPANTS\n\n| Name | Organisation |\n| --- | --- |\n| Ana Ruiz | Pond Trust |\n| Ben Oak | Reed Fund |\n";
    fs::write(folder.path().join("a.md"), report).expect("a file");
    fs::write(folder.path().join("aliases.csv"), aliases).expect("a file");
    let output = run(&[folder.path().join("a.md")], &folder.path().join("out"));
    (folder, output)
}

#[test]
fn bad_aliases_are_told_with_their_place_before_anything_is_written() {
    let bad: [(&[u8], &str); 7] = [
        (
            b"from,to\nAna Ruiz,Ben Oak\n",
            "aliases.csv:1:1: lacks the column \"same\"",
        ),
        (
            b"from,to,same,why\n",
            "aliases.csv:1:14: unknown column \"why\"",
        ),
        (
            b"from,to,same\nAna Ruiz,Ben O\xe4k,true\n",
            "aliases.csv:2:15: is not UTF-8",
        ),
        (
            b"from,to,same\nAna Ruiz,Cy Person,true\n",
            "aliases.csv:2:10: no person, organisation or place of the reports is called \"Cy Person\"",
        ),
        (
            b"from,to,same\nAna Ruiz,Ben Oak,true\nBen Oak,Ana Ruiz,true\n",
            "aliases.csv:3:9: joins in a circle",
        ),
        (
            b"from,to,same\nAna Ruiz,Ben Oak,true\nBen Oak,Ana Ruiz,false\n",
            "aliases.csv:3:9: keeps apart what other rows join",
        ),
        (
            b"from,to,same\nAna Ruiz,Pond Trust,true\n",
            "aliases.csv:2:10: is an organisation, but \"Ana Ruiz\" is a person",
        ),
    ];
    for (aliases, message) in bad {
        let (folder, output) = desk(aliases);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{told}");
        assert!(told.contains(message), "{told}");
        let out = folder.path().join("out");
        let left = fs::read_dir(&out).map_or(0, |entries| entries.count());
        assert_eq!(left, 0, "{message}");
    }
    let (_folder, output) = desk(b"from,to,same\nAna Ruiz,Ben Oak,false\n");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn the_network_of_a_folder_is_written() {
    let out = tempfile::tempdir().expect("a folder");
    assert!(
        run(&[root().join("tests/people/organisations")], out.path())
            .status
            .success()
    );
    let file = out.path().join("network.graphml");
    let mut program = rapporteur();
    let status = program
        .arg("graph")
        .arg(out.path())
        .arg("--out")
        .arg(&file)
        .output();
    assert!(status.expect("the program runs").status.success());
    let text = fs::read_to_string(&file).expect("a network");
    let people = written(out.path(), "people");
    assert_eq!(
        text.matches("<data key=\"kind\">person</data>").count(),
        people.len()
    );
    for row in &people {
        assert!(text.contains(&format!(
            "<edge id=\"e{}\" source=\"{}\"",
            edge_of(&text, &row["id"]),
            row["id"]
        )));
    }
    let streamed = rapporteur()
        .arg("graph")
        .arg(out.path())
        .output()
        .expect("the program runs");
    assert_eq!(String::from_utf8_lossy(&streamed.stdout), text);
    let nothing = rapporteur()
        .args(["graph", "no/such/folder"])
        .output()
        .expect("the program runs");
    assert_eq!(nothing.status.code(), Some(3));
}

/// The number of the first edge that leaves a person.
fn edge_of(text: &str, person: &str) -> usize {
    let edges = text.lines().filter(|l| l.contains("<edge "));
    edges
        .into_iter()
        .position(|l| l.contains(&format!("source=\"{person}\"")))
        .expect("an edge")
        + 1
}
