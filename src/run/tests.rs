use super::*;
use crate::emit::{FORMATS, format};
use crate::extract::extract;
use crate::source::slug;
use std::fs;

/// Panics on the text of one report, as a bug would.
fn faulty(source: &Source, options: &Options) -> Dataset {
    assert!(!source.text.contains("odd"), "met an odd text");
    extract(source, options)
}

#[derive(Default)]
struct Seen(Vec<(String, usize)>);

impl Watch for Seen {
    fn written(&mut self, tally: &Tally) {
        let rows = tally.rows.iter().sum();
        self.0.push((tally.report_id.clone(), rows));
    }
}

fn inputs(folder: &Path, texts: &[(&str, &str)]) -> Vec<Input> {
    let input = |(name, text): &(&str, &str)| {
        let path = folder.join(name);
        fs::write(&path, text).expect("a file");
        Input {
            id: slug(name),
            file: name.to_string(),
            path: Some(path),
        }
    };
    texts.iter().map(input).collect()
}

fn run(inputs: &[Input], extract: Extract) -> Run<'_> {
    Run {
        extract,
        ..Run::new(inputs)
    }
}

#[test]
fn a_bug_met_in_one_report_leaves_the_others_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let inputs = inputs(folder.path(), &[("a", "x"), ("b", "odd"), ("c", "y")]);
    let out = folder.path().join("out");
    let all: Vec<usize> = (0..TABLES.len()).collect();
    let mut seen = Seen::default();
    let failures = run(&inputs, faulty).into_folder(&out, FORMATS, &all, &mut seen);
    let failures = failures.expect("a run").failures;
    assert_eq!(failures.len(), 1);
    assert!(failures[0].message.contains("internal error"));
    assert!(failures[0].message.contains("met an odd text"));
    let ids: Vec<_> = seen.0.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(ids, ["a", "c", ""]);
    assert!(out.join("sources/c.txt").exists() && !out.join("sources/b.txt").exists());
    let errors = fs::read_to_string(out.join("errors.csv")).expect("errors");
    assert!(errors.contains("\nb,err-"), "{errors}");
    assert!(!out.join(".spool").exists());
}

#[test]
fn two_runs_do_not_work_in_one_folder() {
    let folder = tempfile::tempdir().expect("a folder");
    let inputs = inputs(folder.path(), &[("a", "x")]);
    let out = folder.path().join("out");
    let busy = Files::begin(&out, false).expect("a run");
    let csv = [format("csv").expect("csv")];
    let second = || run(&inputs, extract).into_folder(&out, &csv, &[0], &mut Seen::default());
    let refused = second().expect_err("a refusal").to_string();
    assert!(refused.contains("another run"), "{refused}");
    drop(busy);
    assert!(second().is_ok());
}

#[test]
fn a_run_that_fails_while_renaming_is_made_good_by_the_next() {
    let folder = tempfile::tempdir().expect("a folder");
    let inputs = inputs(folder.path(), &[("a", "x"), ("b", "y"), ("c", "z")]);
    let out = folder.path().join("out");
    let csv = [format("csv").expect("csv")];
    let write = |inputs| run(inputs, extract).into_folder(&out, &csv, &[0], &mut Seen::default());
    // Something in the way of one file stops the first run after it put others in place.
    fs::create_dir_all(out.join("sources/b.txt/x")).expect("a folder");
    assert!(write(&inputs[..2]).is_err());
    assert!(out.join("sources/a.txt").exists());
    fs::remove_dir_all(out.join("sources/b.txt")).expect("removed");
    assert!(write(&inputs[2..]).is_ok());
    assert!(out.join("sources/c.txt").exists() && !out.join("sources/a.txt").exists());
    assert!(!out.join(".spool").exists());
}
