//! Redaction: every written byte is searched for what must be in none.

use super::{files, rapporteur};
use std::fs;

const REPORT: &str = "REPORT OF THE HERON WORKSHOP\n\nOslo, 4-5 June 2019\n\nMs. Garcia opened the day. ANA GARCÍA spoke of herons. Write to ana.garcia@example.org or +41 31 322 12 34.\n\nLIST OF PARTICIPANTS\n\n| Name | Organisation | Email | Phone |\n| --- | --- | --- | --- |\n| Ana García | Reed Trust | ana.garcia@example.org | +41 31 322 12 34 |\n| Bo Musterlein | Shore Bank | bo@example.org | 031 999 88 77 |\n";
const OTHER: &str = "MINUTES\n\nMusterlein reported that 40% of the herons were counted. Bo Musterlein thanked García.\n";

#[test]
fn no_written_byte_has_what_is_redacted() {
    let desk = tempfile::tempdir().expect("a folder");
    fs::create_dir(desk.path().join("in")).expect("a folder");
    fs::write(desk.path().join("in/ana-garcia.txt"), REPORT).expect("a file");
    fs::write(desk.path().join("in/other.txt"), OTHER).expect("a file");
    let run = |what: &str, secret: &str| {
        let mut command = rapporteur();
        command
            .current_dir(desk.path())
            .env("RAPPORTEUR_REDACT_KEY", secret);
        let formats = "csv,json,jsonl,sarif";
        command.args([
            "in", "--resume", "--redact", what, "--format", formats, "--out", "out",
        ]);
        let output = command.output().expect("the program runs");
        (output.status.code(), files(&desk.path().join("out")))
    };
    let people = ["garc", "musterlein", "ana."];
    let contacts = ["@example.org", "322 12", "999 88"];
    let all = [people, contacts].concat();
    for (what, gone) in [
        ("contacts", contacts.as_slice()),
        ("people,contacts", all.as_slice()),
    ] {
        let (code, written) = run(what, "a secret of some length");
        assert_eq!(code, Some(0));
        for (path, bytes) in &written {
            let text = String::from_utf8_lossy(bytes).to_lowercase();
            let name = path.display().to_string().to_lowercase();
            for value in gone {
                assert!(!text.contains(value), "{name} has {value}");
                assert!(what == "contacts" || !name.contains(value), "{name}");
            }
        }
    }
    let ids = |secret| {
        let (_, written) = run("people", secret);
        written[std::path::Path::new("participants.csv")].clone()
    };
    assert_eq!(
        ids("a secret of some length"),
        ids("a secret of some length")
    );
    assert_ne!(
        ids("a secret of some length"),
        ids("another secret, as long")
    );
}

#[test]
fn without_a_secret_nothing_is_written() {
    let desk = tempfile::tempdir().expect("a folder");
    fs::write(desk.path().join("a.txt"), REPORT).expect("a file");
    for secret in ["", "short"] {
        let mut command = rapporteur();
        command
            .current_dir(desk.path())
            .env("RAPPORTEUR_REDACT_KEY", secret);
        let output = command
            .args(["a.txt", "--redact", "people"])
            .output()
            .expect("the program runs");
        assert_eq!(output.status.code(), Some(2));
        assert!(!desk.path().join("out").exists());
    }
}
