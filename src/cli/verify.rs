//! `rapporteur verify`: whether a folder still is what a run wrote.

use super::{Exit, complain, print};
use crate::verify::Verdict;
use std::fmt::Write;
use std::path::Path;

pub(super) fn verify(dir: &Path) -> Exit {
    match crate::verify::verify(dir) {
        Err(error) => {
            complain(&format!("{error:#}"));
            Exit::Input
        }
        Ok(verdict) => match (print(&shown(dir, &verdict)), verdict.faults.count()) {
            (Exit::Done, 1..) => Exit::Findings,
            (exit, _) => exit,
        },
    }
}

fn shown(dir: &Path, verdict: &Verdict) -> String {
    let mut out = String::new();
    for fault in verdict.faults.first() {
        let _ = writeln!(out, "{fault}");
    }
    let more = verdict.faults.count() - verdict.faults.first().len();
    if more > 0 {
        let _ = writeln!(out, "... and {more} more");
    }
    let Verdict {
        files, rows, texts, ..
    } = verdict;
    let faults = match verdict.faults.count() {
        0 => "no fault".to_string(),
        1 => "1 fault".to_string(),
        n => format!("{n} faults"),
    };
    let dir = dir.display();
    let _ = writeln!(
        out,
        "{dir}: {files} files, {rows} rows, {texts} texts found in their sources, {faults}"
    );
    out
}
