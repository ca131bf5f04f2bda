//! The command line: exit codes, bad input, standard output, what is left of an earlier run.

use super::{files, rapporteur};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;
use tempfile::TempDir;

const REPORT: &str = "MINUTES\n\nSee https://example.org/a for more.\n";

struct Desk(TempDir);

impl Desk {
    fn new() -> Desk {
        Desk(tempfile::tempdir().expect("a folder"))
    }

    fn at(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn put(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.at(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(&path, bytes).expect("a file");
        path
    }

    fn run(&self, arguments: &[&str], paths: &[&Path]) -> Output {
        let out = self.at("out");
        let run = rapporteur()
            .args(arguments)
            .args(paths)
            .arg("--out")
            .arg(out)
            .output();
        run.expect("the program runs")
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.at("out").join(name)).expect("an output file")
    }
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("an exit code")
}

fn told(output: &Output) -> String {
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!told.contains("panicked"), "{told}");
    told
}

#[test]
fn input_that_is_no_report_is_told_and_the_others_are_written() {
    let desk = Desk::new();
    let good = desk.put("good.txt", REPORT);
    let noise: Vec<u8> = (0..=255).cycle().take(5000).collect();
    fs::create_dir(desk.at("folder")).expect("a folder");
    desk.put("folder/notes.csv", "a,b\n");
    let bad = [
        (desk.at("missing.txt"), "no such file"),
        (desk.put("empty.txt", ""), "holds no text"),
        (desk.put("blank.txt", " \n\t\n"), "holds no text"),
        (desk.put("binary.txt", noise), "binary"),
        (desk.put("scan.txt", "%PDF-1.7\nxxxx"), "binary"),
        (desk.at("folder"), "without reports"),
        (desk.put("manifest.csv", "file\n"), "control file"),
    ];
    for (path, message) in &bad {
        let output = desk.run(&[], &[path, &good]);
        assert_eq!(code(&output), 3, "{}", path.display());
        let told = told(&output);
        let line = told
            .lines()
            .find(|l| l.contains(message))
            .unwrap_or_else(|| panic!("{told}"));
        assert!(
            line.contains(&*path.file_name().expect("a name").to_string_lossy()),
            "{line}"
        );
        assert!(desk.read("reports.csv").contains("good.txt"));
        assert!(desk.read("errors.csv").contains(message));
    }
}

#[test]
fn text_of_any_kind_is_read() {
    let desk = Desk::new();
    let long = "The committee met again and again. ".repeat(3000);
    let texts: Vec<(&str, Vec<u8>)> = vec![
        (
            "latin.txt",
            b"R\xe9union du comit\xe9 \xe0 Gen\xe8ve, proc\xe8s-verbal.\n".to_vec(),
        ),
        (
            "mark.txt",
            [b"\xef\xbb\xbf".as_slice(), REPORT.as_bytes()].concat(),
        ),
        ("dos.txt", REPORT.replace('\n', "\r\n").into_bytes()),
        ("nul.txt", format!("{REPORT}{long}\0{long}").into_bytes()),
        (
            "wide.txt",
            "MINUTES\n"
                .encode_utf16()
                .flat_map(u16::to_le_bytes)
                .collect(),
        ),
        ("one.md", b"x".to_vec()),
    ];
    for (name, bytes) in texts {
        let path = desk.put(name, bytes);
        let output = desk.run(&["--quiet"], &[&path]);
        assert_eq!((code(&output), told(&output).as_str()), (0, ""), "{name}");
        assert!(output.stdout.is_empty());
    }
    let sources = files(&desk.at("out/sources"));
    assert_eq!(sources[Path::new("one.txt")], b"x");
}

#[test]
fn line_ends_and_a_mark_make_no_difference_to_the_rows() {
    let desk = Desk::new();
    let mut blocks = Vec::new();
    for text in [
        REPORT.to_string(),
        REPORT.replace('\n', "\r\n"),
        format!("\u{feff}{REPORT}"),
    ] {
        let path = desk.put("x.txt", text);
        assert_eq!(code(&desk.run(&["--quiet"], &[&path])), 0);
        blocks.push((desk.read("blocks.csv"), desk.read("sources/x.txt")));
    }
    assert_eq!(blocks[0], blocks[1]);
    assert_eq!(blocks[0], blocks[2]);
}

/// `.ci/run` does the same with fifty megabytes, which would take a program without optimisation too long.
#[test]
fn a_line_of_a_megabyte_is_read() {
    let desk = Desk::new();
    let sentence =
        "On 3 May 2021 Ada Brook (Example Trust) said that 40% of 3 million people agreed. ";
    let path = desk.put("long.txt", sentence.repeat((1 << 20) / sentence.len()));
    let output = desk.run(
        &["--quiet", "--tables", "reports,links", "--format", "csv"],
        &[&path],
    );
    assert_eq!(code(&output), 0, "{}", told(&output));
    assert!(desk.read("reports.csv").contains("long.txt"));
}

#[test]
fn a_folder_that_cannot_be_written_is_told() {
    let desk = Desk::new();
    let report = desk.put("x.txt", REPORT);
    let file = desk.put("file", "");
    let output = rapporteur()
        .arg(&report)
        .arg("--out")
        .arg(file.join("out"))
        .output();
    let output = output.expect("the program runs");
    assert_eq!(code(&output), 4);
    assert!(told(&output).contains("cannot write"));
    fs::create_dir_all(desk.at("out/agenda.csv/in the way")).expect("a folder");
    let output = desk.run(&[], &[&report]);
    assert_eq!(code(&output), 4);
    assert!(told(&output).contains("agenda.csv"));
}

#[test]
fn of_several_reasons_the_highest_code_counts() {
    let desk = Desk::new();
    let file = desk.put("file", "");
    let report = desk.put("x.txt", REPORT);
    let missing = desk.at("missing.txt");
    let run = rapporteur()
        .args([&report, &missing])
        .arg("--out")
        .arg(file.join("out"))
        .output();
    assert_eq!(code(&run.expect("the program runs")), 4);
}

#[test]
fn arguments_that_make_no_sense_are_usage_errors() {
    let desk = Desk::new();
    let report = desk.put("x.txt", REPORT);
    let wrong: &[&[&str]] = &[
        &["--format", "docx"],
        &["--tables", "agendas"],
        &["--jobs", "0"],
        &["--date-order", "ymd"],
        &["--lang", "xx"],
        &["--nonsense"],
    ];
    for arguments in wrong {
        assert_eq!(code(&desk.run(arguments, &[&report])), 2, "{arguments:?}");
        assert!(!desk.at("out").exists());
    }
    let stdout: &[&[&str]] = &[
        &["--out", "-"],
        &["--out", "-", "--tables", "links,agenda"],
        &["--out", "-", "--tables", "links", "--format", "json"],
    ];
    for arguments in stdout {
        let output = rapporteur().arg(&report).args(*arguments).output();
        assert_eq!(code(&output.expect("the program runs")), 2, "{arguments:?}");
    }
}

#[test]
fn a_run_without_any_file_writes_nothing() {
    let desk = Desk::new();
    assert_eq!(code(&desk.run(&[], &[&desk.at("missing.txt")])), 3);
    assert!(!desk.at("out").exists());
}

#[test]
fn only_what_an_earlier_run_wrote_is_removed() {
    let desk = Desk::new();
    let (first, second) = (desk.put("a.txt", REPORT), desk.put("b.txt", REPORT));
    assert_eq!(
        code(&desk.run(
            &["--quiet", "--format", "csv,json,jsonl"],
            &[&first, &second]
        )),
        0
    );
    desk.put("out/notes.csv", "mine");
    desk.put("out/reports/mine.json", "mine");
    assert!(desk.at("out/agenda.jsonl").exists() && desk.at("out/sources/b.txt").exists());
    assert_eq!(
        code(&desk.run(&["--quiet", "--tables", "links"], &[&first])),
        0
    );
    let left: Vec<String> = files(&desk.at("out"))
        .keys()
        .map(|path| path.display().to_string())
        .collect();
    let expected = [
        "datapackage.json",
        "links.csv",
        "notes.csv",
        "reports/a.json",
        "reports/mine.json",
        "review/index.html",
        "schema/links.schema.json",
        "schema/report.schema.json",
        "sources/a.txt",
    ];
    assert_eq!(left, expected);
}

#[test]
fn a_package_of_others_leads_to_no_removal() {
    let desk = Desk::new();
    let report = desk.put("a.txt", REPORT);
    desk.put("outside.csv", "mine");
    desk.put("out/agenda.jsonl", "theirs");
    let theirs = r#"{"name": "theirs", "resources": [{"path": "agenda.jsonl"}, {"path": "../outside.csv"}]}"#;
    desk.put("out/datapackage.json", theirs);
    assert_eq!(code(&desk.run(&["--quiet"], &[&report])), 0);
    assert!(desk.at("out/agenda.jsonl").exists());
    let ours =
        r#"{"name": "rapporteur", "rapporteur": "0", "resources": [{"path": "../outside.csv"}]}"#;
    desk.put("out/datapackage.json", ours);
    assert_eq!(code(&desk.run(&["--quiet"], &[&report])), 0);
    assert!(desk.at("outside.csv").exists());
}

#[test]
fn one_table_goes_to_standard_output() {
    let desk = Desk::new();
    let report = desk.put("a.txt", REPORT);
    let run = |format: &[&str]| {
        let run = rapporteur()
            .arg(&report)
            .args(["--out", "-", "--tables", "links", "--quiet"])
            .args(format)
            .output();
        String::from_utf8(run.expect("the program runs").stdout).expect("UTF-8")
    };
    let csv = run(&[]);
    assert!(csv.starts_with("report_id,id,seq,url,text,context,line,start,end,page,rule\na,lnk-"));
    assert_eq!(csv, run(&["--format", "csv"]));
    let line = run(&["--format", "jsonl"]);
    let row: serde_json::Value = serde_json::from_str(&line).expect("one line of JSON");
    assert_eq!(row["url"], "https://example.org/a");
    assert_eq!(row["page"], serde_json::Value::Null);
}

#[test]
fn standard_input_is_a_report() {
    let desk = Desk::new();
    let run = rapporteur()
        .args(["-", "--quiet", "--out"])
        .arg(desk.at("out"))
        .write_stdin(REPORT)
        .output();
    assert_eq!(code(&run.expect("the program runs")), 0);
    assert_eq!(desk.read("sources/stdin.txt"), REPORT);
    assert!(desk.read("links.csv").contains("\nstdin,lnk-"));
}

#[test]
fn findings_and_a_summary_are_told_unless_quiet() {
    let loud = rapporteur()
        .args(["--out"])
        .arg(Desk::new().at("out"))
        .output();
    let loud = told(&loud.expect("the program runs"));
    assert!(loud.contains("claimed"), "{loud}");
    assert!(
        loud.lines()
            .any(|l| l.starts_with("reports") && l.ends_with(" 4")),
        "{loud}"
    );
    for line in loud.lines().filter(|l| l.contains("]: ")) {
        let mut parts = line.splitn(3, ':');
        let (path, line_number) = (parts.next(), parts.next());
        assert!(path.is_some_and(|p| p.starts_with("raw/")), "{line}");
        assert!(
            line_number.is_some_and(|n| n.trim().parse::<u32>().is_ok()),
            "{line}"
        );
    }
}

#[test]
fn a_record_is_explained_by_its_id() {
    let desk = Desk::new();
    let report = desk.put("a.txt", REPORT);
    assert_eq!(code(&desk.run(&["--quiet"], &[&report])), 0);
    let links = desk.read("links.csv");
    let id = links
        .lines()
        .nth(1)
        .and_then(|l| l.split(',').nth(1))
        .expect("a link");
    let out = desk.at("out");
    let explain = |id: &str| {
        rapporteur()
            .args(["explain", id, "--out"])
            .arg(&out)
            .output()
    };
    let output = explain(id).expect("the program runs");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(
        text.contains("https://example.org/a") && text.contains(">     3 | See"),
        "{text}"
    );
    assert_eq!(
        code(&explain("lnk-0000000000000000").expect("the program runs")),
        3
    );
}

#[test]
fn values_are_read_line_by_line_and_a_bad_line_stops_nothing() {
    let lines = "{\"id\":1,\"text\":\"from 9 am\"}\nnonsense\n\n{\"id\":\"x\",\"text\":4}\n{\"text\":\"\u{e9} 41%\"}";
    let run = rapporteur()
        .args(["read", "quantity", "--jsonl"])
        .write_stdin(lines)
        .output();
    let output = run.expect("the program runs");
    assert_eq!(code(&output), 3);
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let answers: Vec<serde_json::Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    assert_eq!(answers.len(), 4);
    assert!(answers[0]["readings"].is_array() && answers[0]["id"] == 1);
    assert!(answers[1]["error"].is_string() && answers[1]["id"].is_null());
    assert!(answers[2]["error"].is_string() && answers[2]["id"] == "x");
    assert_eq!(answers[3]["readings"][0]["start"], 2);
    assert_eq!(answers[3]["readings"][0]["unit"], "percent");
}

#[test]
fn the_early_stages_and_the_dictionary_can_be_looked_at() {
    let desk = Desk::new();
    let report = desk.put("a.txt", REPORT);
    for (command, word) in [("blocks", "heading"), ("outline", "# MINUTES")] {
        let output = rapporteur().arg(command).arg(&report).output();
        let text = String::from_utf8(output.expect("the program runs").stdout).expect("UTF-8");
        assert!(text.contains(word), "{text}");
        let missing = rapporteur().arg(command).arg(desk.at("no.txt")).output();
        assert_eq!(code(&missing.expect("the program runs")), 3);
    }
    let output = rapporteur()
        .arg("tables")
        .output()
        .expect("the program runs");
    assert!(String::from_utf8_lossy(&output.stdout).contains("| `claimed_by` |"));
}

#[test]
fn the_rules_can_be_looked_up() {
    for (arguments, exit, word) in [
        (&["rules"][..], 0, "| `time-overlap` | warning |"),
        (&["rules", "time-overlap"], 0, "- Not caught: "),
        (&["rules", "time-travel"], 2, ""),
    ] {
        let output = rapporteur().args(arguments).output();
        let output = output.expect("the program runs");
        assert!(
            String::from_utf8_lossy(&output.stdout).contains(word),
            "{word}"
        );
        assert_eq!(code(&output), exit);
    }
}

#[test]
fn help_completions_and_the_manual_are_printed() {
    let printed = |arguments: &[&str]| {
        let output = rapporteur()
            .args(arguments)
            .output()
            .expect("the program runs");
        assert_eq!(code(&output), 0, "{arguments:?}");
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    let help = printed(&["--help"]);
    assert!(help.contains("Examples:") && help.contains("Exit codes:"));
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(
            printed(&["completions", shell]).contains("verify"),
            "{shell}"
        );
    }
    assert!(printed(&["man"]).contains(".SH NAME"));
    assert!(printed(&["man", "verify"]).contains("verify"));
    assert!(printed(&["formats"]).contains("| `csv` | `TABLE.csv` |"));
    let unknown = rapporteur().args(["man", "nothing"]).output();
    assert_eq!(code(&unknown.expect("the program runs")), 2);
}

#[test]
fn scores_list_what_is_missing_and_extra_where_asked() {
    let desk = Desk::new();
    let report = desk.put("note.txt", REPORT);
    assert_eq!(code(&desk.run(&[], &[&report])), 0);
    desk.put("gold/note/links.csv", "url\nhttps://example.org/b\n");
    let scored = |more: &[&str]| {
        let gold = desk.at("gold");
        let run = rapporteur()
            .arg("eval")
            .arg("--gold")
            .arg(gold)
            .args(more)
            .arg(desk.at("out"))
            .output();
        String::from_utf8(run.expect("the program runs").stdout).expect("UTF-8")
    };
    let listed = scored(&["--differences"]);
    assert!(
        listed.contains("missing  https://example.org/b"),
        "{listed}"
    );
    assert!(
        listed.contains("extra    https://example.org/a"),
        "{listed}"
    );
    assert!(!scored(&[]).contains("missing"));
}
