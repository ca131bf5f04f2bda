//! `rapporteur.toml`: found, named, overridden, and wrong.

use super::rapporteur;
use std::fs;
use std::path::Path;
use std::process::Output;

const REPORT: &str = "MINUTES\n\nThe count was set for Monday, 4 June 2019 at the lake.\n";

fn run(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = rapporteur();
    command.current_dir(folder).args(arguments);
    command.output().expect("the program runs")
}

fn desk(config: &str) -> tempfile::TempDir {
    let desk = tempfile::tempdir().expect("a folder");
    let at = |name: &str| desk.path().join(name);
    fs::create_dir_all(at("deep/er")).expect("a folder");
    fs::write(at("deep/er/a.txt"), REPORT).expect("a file");
    fs::write(at("rapporteur.toml"), config).expect("a file");
    desk
}

#[test]
fn defaults_come_from_the_nearest_file_above_and_the_command_line_overrides_them() {
    let desk = desk("out = \"tables\"\nformat = \"jsonl\"\n[rules]\nweekday-mismatch = \"off\"\n");
    let folder = desk.path().join("deep/er");
    assert!(run(&folder, &["a.txt"]).status.success());
    let findings = fs::read_to_string(desk.path().join("tables/findings.jsonl"));
    assert!(
        !findings
            .expect("findings beside the file")
            .contains("weekday")
    );
    assert!(
        run(&folder, &["a.txt", "--out", "own", "-f", "csv"])
            .status
            .success()
    );
    assert!(folder.join("own/findings.csv").exists() && !folder.join("own/links.jsonl").exists());
}

#[test]
fn a_named_file_sets_severities_that_count() {
    let desk = desk("");
    let strict = desk.path().join("strict.toml");
    fs::write(
        &strict,
        "strict = true\n[rules]\nweekday-mismatch = \"error\"\n",
    )
    .expect("a file");
    let output = run(
        desk.path(),
        &[
            "extract",
            "--config",
            "strict.toml",
            "deep/er",
            "--out",
            "o",
        ],
    );
    assert_eq!(output.status.code(), Some(1));
    let findings = fs::read_to_string(desk.path().join("o/findings.csv")).expect("findings");
    assert!(findings.contains("weekday-mismatch,error"), "{findings}");
}

#[test]
fn a_wrong_file_is_told_with_its_place_before_anything_is_written() {
    for (text, place) in [
        ("[rules]\nname-vary = \"off\"\n", "rapporteur.toml:2:1: "),
        ("outt = \"x\"\n", "rapporteur.toml:1:1: "),
        ("out = \"x\n", "rapporteur.toml:1:"),
    ] {
        let desk = desk(text);
        let output = run(desk.path(), &["deep/er"]);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{told}");
        assert!(told.contains(place), "{told}");
        assert!(!desk.path().join("out").exists());
    }
}
