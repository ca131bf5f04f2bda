//! Corrections beside the reports: applied on every run, told, verified, and wrong.

use super::rapporteur;
use std::fs;
use std::path::Path;
use std::process::Output;

const REPORT: &str = "REPORT OF THE HERON WORKSHOP\n\nAGENDA\n\n| Time | Session | Presenter |\n| --- | --- | --- |\n| 9:00-9:30 | Opening | Ana Example |\n| 9:30-10:30 | Herons | Bo Sample |\n";

fn run(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = rapporteur();
    command.current_dir(folder).args(arguments);
    command.output().expect("the program runs")
}

fn read(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).expect("a file")
}

/// The id in a row of a CSV that holds this text.
fn id(csv: &str, text: &str) -> String {
    let row = csv.lines().find(|l| l.contains(text)).expect("a row");
    row.split(',').nth(1).expect("an id").to_string()
}

#[test]
fn corrections_survive_runs_and_leave_the_folder_whole() {
    let desk = tempfile::tempdir().expect("a folder");
    let at = desk.path();
    fs::create_dir(at.join("in")).expect("a folder");
    fs::write(at.join("in/a.txt"), REPORT).expect("a file");
    assert!(run(at, &["in"]).status.success());
    let agenda = read(at, "out/agenda.csv");
    let (opening, herons) = (id(&agenda, "Opening"), id(&agenda, "Herons"));
    let lines = format!(
        "\u{feff}action,table,id,column,value,reason\r\nset,agenda,{herons},title,\"Herons, and more\",heard\r\ndelete,agenda,{opening},,,twice\r\nadd,presenters,my-1,name,Cy Person,\r\nadd,presenters,my-1,agenda_id,{herons},\r\nset,agenda,age-0123456789abcdef,title,x,\r\n"
    );
    fs::write(at.join("in/corrections.csv"), lines).expect("a file");
    for _ in 0..2 {
        assert!(run(at, &["in"]).status.success());
        let agenda = read(at, "out/agenda.csv");
        assert!(
            agenda.contains(&format!("{herons},1,,")) && agenda.contains("\"Herons, and more\""),
            "{agenda}"
        );
        assert!(!agenda.contains("Opening"));
        let presenters = read(at, "out/presenters.csv");
        assert!(presenters.contains("Cy Person") && !presenters.contains(&opening));
        assert!(read(at, "out/people.csv").contains("Cy Person"));
        let findings = read(at, "out/findings.csv");
        assert_eq!(
            findings.matches(",corrected,note,").count(),
            3,
            "{findings}"
        );
        assert!(findings.contains(",correction-lost,warning,"));
        let verified = run(at, &["verify", "out"]);
        assert!(
            verified.status.success(),
            "{}",
            String::from_utf8_lossy(&verified.stdout)
        );
    }
}

#[test]
fn a_wrong_file_is_told_before_anything_is_written() {
    let desk = tempfile::tempdir().expect("a folder");
    let at = desk.path();
    fs::write(at.join("a.txt"), REPORT).expect("a file");
    let head = "action,table,id,column,value\n";
    for (bytes, place) in [
        (
            format!("{head}put,agenda,x,title,y\n").into_bytes(),
            "corrections.csv:2:1: ",
        ),
        (
            format!("{head}set,agenda,x,title,caf\u{e9}\n")
                .chars()
                .map(|c| c as u8)
                .collect(),
            "corrections.csv:2:23: ",
        ),
        (b"action,table,id,value\n".to_vec(), "corrections.csv:1:1: "),
    ] {
        fs::write(at.join("corrections.csv"), bytes).expect("a file");
        let output = run(at, &["a.txt"]);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{told}");
        assert!(told.contains(place), "{told}");
        assert!(!at.join("out").exists());
    }
}
