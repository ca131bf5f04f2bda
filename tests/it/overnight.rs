//! Runs that are stopped, taken up, shared and put together again end with the bytes of one run that was not.

use super::{files, rapporteur, root};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

/// The output of a run without its own working files.
fn dataset(out: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    // A run may be killed before it makes the folder.
    if !out.exists() {
        return BTreeMap::new();
    }
    let mut files = files(out);
    files.retain(|path, _| !path.starts_with(".spool") && path != Path::new("run.jsonl"));
    files
}

/// A few reports, so that a whole run takes no time and is killed in any of its stages.
fn few() -> impl Iterator<Item = PathBuf> {
    let names = fs::read_dir(root().join("tests/reports")).expect("a folder");
    let mut paths: Vec<PathBuf> = names.flatten().map(|e| e.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|e| e == "txt"));
    paths.sort_by_key(|path| fs::metadata(path).map_or(0, |m| m.len()));
    paths.into_iter().take(6)
}

fn run(out: &Path, arguments: &[&str]) -> std::process::Output {
    let run = rapporteur()
        .args(few())
        .args(["--quiet", "--out"])
        .arg(out)
        .args(arguments)
        .output();
    run.expect("the program runs")
}

/// Starts a run that may be killed.
fn begin(out: &Path) -> std::process::Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rapporteur"));
    command
        .current_dir(root())
        .args([
            "tests/reports",
            "--quiet",
            "--jobs",
            "1",
            "--resume",
            "--out",
        ])
        .arg(out)
        .stderr(Stdio::null());
    command.spawn().expect("the program runs")
}

#[test]
fn killed_at_any_moment_fifty_times_a_run_ends_with_the_bytes_of_one_that_was_not() {
    let folder = tempfile::tempdir().expect("a folder");
    let (whole, killed) = (folder.path().join("whole"), folder.path().join("killed"));
    let begun = std::time::Instant::now();
    assert!(run(&whole, &["--jobs", "1"]).status.success());
    let took = begun.elapsed().as_micros() as u64;
    let whole = dataset(&whole);
    let mut seed = 0x9e37_79b9_7f4a_7c15_u64;
    for round in 0..50 {
        seed = seed.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(1);
        // From at once to a while after a whole run: early rounds are killed early, so that every stage is met.
        let wait = (seed >> 33) % (took * (round + 10) / 50).max(1);
        let mut child = begin(&killed);
        std::thread::sleep(Duration::from_micros(wait));
        child.kill().expect("a process");
        child.wait().expect("a process");
        // What stands under its name is whole, even now.
        for (path, bytes) in dataset(&killed) {
            assert!(whole.get(&path) == Some(&bytes), "{}", path.display());
        }
    }
    assert!(run(&killed, &["--resume"]).status.success());
    assert!(dataset(&killed) == whole);
}

#[cfg(unix)]
#[test]
fn an_interrupted_run_says_how_to_go_on() {
    let folder = tempfile::tempdir().expect("a folder");
    let reports = folder.path().join("in");
    fs::create_dir(&reports).expect("a folder");
    let text = "MINUTES\n\nMs. Ann Brook of Pond Trust stressed it.\n".repeat(20);
    for n in 0..60 {
        fs::write(reports.join(format!("{n}.txt")), &text).expect("a file");
    }
    let out = folder.path().join("out");
    let mut command = Command::new(env!("CARGO_BIN_EXE_rapporteur"));
    command
        .arg(&reports)
        .arg("--out")
        .arg(&out)
        .arg("--jobs")
        .arg("1");
    let child = command
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let records = out.join(".spool/records");
    while fs::read_dir(&records).map_or(0, |d| d.count()) < 3 {
        std::thread::sleep(Duration::from_millis(1));
    }
    let process = child.id().to_string();
    let sent = Command::new("kill").args(["-INT", &process]).status();
    assert!(sent.expect("kill").success());
    let ended = child.wait_with_output().expect("a process");
    assert_eq!(ended.status.code(), Some(130));
    let told = String::from_utf8_lossy(&ended.stderr).into_owned();
    assert!(told.contains("--resume"), "{told}");
    assert!(dataset(&out).is_empty());
    let again = rapporteur()
        .arg(&reports)
        .args(["--quiet", "--resume", "--out"])
        .arg(&out)
        .output()
        .expect("the program runs");
    assert!(again.status.success());
    let log = fs::read_to_string(out.join("run.jsonl")).expect("a log");
    assert_eq!(log.lines().count(), 60);
    assert!(log.matches("\"kept\"").count() >= 3);
}

#[test]
fn the_same_run_again_has_nothing_to_do_and_a_changed_report_is_read_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    fs::write(
        at("a.txt"),
        "MINUTES\n\nSee https://example.org/a for more.\n",
    )
    .expect("a file");
    fs::write(
        at("b.txt"),
        "MINUTES\n\nSee https://example.org/b for more.\n",
    )
    .expect("a file");
    let run = |arguments: &[&str]| {
        let run = rapporteur()
            .args([at("a.txt"), at("b.txt")])
            .args(["--resume", "--out"])
            .arg(at("out"))
            .args(arguments)
            .output();
        String::from_utf8_lossy(&run.expect("the program runs").stderr).into_owned()
    };
    let statuses = || {
        let log = fs::read_to_string(at("out/run.jsonl")).expect("a log");
        let status = |line: &str| {
            let line: serde_json::Value = serde_json::from_str(line).expect("JSON");
            line["status"].as_str().map(str::to_string)
        };
        log.lines().filter_map(status).collect::<Vec<_>>()
    };
    run(&[]);
    assert_eq!(statuses(), ["read", "read"]);
    let first = dataset(&at("out"));
    assert!(run(&[]).contains("nothing has changed"));
    assert!(!run(&["--force"]).contains("nothing has changed"));
    assert_eq!(statuses(), ["read", "read"]);
    assert!(dataset(&at("out")) == first);
    // Other options are another run, and so is an output that somebody edited.
    run(&["--date-order", "mdy"]);
    assert_eq!(statuses(), ["read", "read"]);
    run(&[]);
    fs::write(at("out/datapackage.json"), "{}").expect("a file");
    run(&[]);
    assert_eq!(statuses(), ["kept", "kept"]);
    fs::write(
        at("b.txt"),
        "MINUTES\n\nSee https://example.org/c for more.\n",
    )
    .expect("a file");
    run(&[]);
    assert_eq!(statuses(), ["kept", "read"]);
    fs::write(at("b.txt"), "").expect("a file");
    run(&[]);
    assert_eq!(statuses(), ["kept", "failed"]);
    let error = fs::read_to_string(at("out/reports/b.error.txt")).expect("an error file");
    assert!(error.starts_with("b.txt: "), "{error}");
    fs::write(
        at("b.txt"),
        "MINUTES\n\nSee https://example.org/b for more.\n",
    )
    .expect("a file");
    run(&[]);
    assert!(dataset(&at("out")) == first);
}

#[test]
fn merged_shards_are_one_run() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    let empty = at("empty.txt");
    fs::write(&empty, "").expect("a file");
    let inputs = |out: &str, arguments: &[&str]| {
        let run = rapporteur()
            .args(["tests/reports", "no/such.txt"])
            .arg(&empty)
            .args(["--quiet", "--out"])
            .arg(at(out))
            .args(arguments)
            .output();
        run.expect("the program runs").status.code()
    };
    assert_eq!(inputs("whole", &[]), Some(3));
    for (out, shard) in [("1", "1/3"), ("2", "2/3"), ("3", "3/3")] {
        inputs(out, &["--shard", shard]);
    }
    let merge = |shards: &[&str], out: &str| {
        let shards = shards.iter().map(|name| at(name));
        let run = rapporteur()
            .args(["merge", "--quiet", "--out"])
            .arg(at(out))
            .args(shards)
            .output();
        let run = run.expect("the program runs");
        let told = String::from_utf8_lossy(&run.stderr).into_owned();
        (run.status.code(), told)
    };
    assert_eq!(merge(&["3", "1", "2"], "merged").0, Some(3));
    assert!(dataset(&at("merged")) == dataset(&at("whole")));
    let usage = [
        (&["1", "2"][..], "x", "the parts of the run"),
        (&["1", "2", "2"], "x", "the parts of the run"),
        (&["1", "2", "whole"], "x", "no output of --shard"),
        (&["1", "2", "3"], "2", "one of the parts"),
    ];
    for (shards, out, message) in usage {
        let (code, told) = merge(shards, out);
        assert_eq!(code, Some(2), "{told}");
        assert!(told.contains(message), "{told}");
    }
    inputs("2", &["--shard", "2/3", "--date-order", "mdy"]);
    assert!(merge(&["1", "2", "3"], "x").1.contains("another run"));
}
