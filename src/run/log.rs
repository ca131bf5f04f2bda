//! `run.jsonl`: what became of each report, a line a report, written while the run works.

use super::{Failure, Tally};
use crate::emit::LOG;
use crate::tables::TABLES;
use anyhow::{Context, Result};
use serde::Serialize;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How a report came to its rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// It was read in this run.
    Read,
    /// Its rows were taken over from an earlier run.
    Kept,
    /// It could not be read.
    Failed,
}

#[derive(Serialize)]
struct Line<'a> {
    report_id: &'a str,
    source_file: &'a str,
    status: Status,
    milliseconds: f64,
    rows: BTreeMap<&'a str, usize>,
    findings: BTreeMap<&'a str, usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<&'a str>,
}

/// The file in the making; without one, nothing is told.
pub(super) struct Log(Option<(PathBuf, BufWriter<File>)>);

impl Log {
    /// A log that goes nowhere.
    pub(super) fn none() -> Log {
        Log(None)
    }

    /// Begins the log in the folder in which the run works.
    pub(super) fn begin(folder: &Path) -> Result<Log> {
        let at = folder.join(LOG);
        let file = File::create(&at).with_context(|| format!("cannot write {}", at.display()))?;
        Ok(Log(Some((at, BufWriter::new(file)))))
    }

    /// Whether what is told is kept.
    pub(super) fn is_kept(&self) -> bool {
        self.0.is_some()
    }

    /// Tells of a report that has rows.
    pub(super) fn report(
        &mut self,
        file: &str,
        status: Status,
        took: Duration,
        tally: &Tally,
    ) -> Result<()> {
        let rows = TABLES
            .iter()
            .zip(&tally.rows)
            .filter(|(_, rows)| **rows > 0);
        let mut findings = BTreeMap::new();
        for doubt in &tally.doubts {
            *findings.entry(doubt.severity.as_str()).or_default() += 1;
        }
        self.line(&Line {
            report_id: &tally.report_id,
            source_file: file,
            status,
            milliseconds: milliseconds(took),
            rows: rows.map(|(table, rows)| (table.name, *rows)).collect(),
            findings,
            message: None,
        })
    }

    /// Tells of an input that failed.
    pub(super) fn failure(&mut self, failure: &Failure, took: Duration) -> Result<()> {
        self.line(&Line {
            report_id: &failure.report_id,
            source_file: &failure.file,
            status: Status::Failed,
            milliseconds: milliseconds(took),
            rows: BTreeMap::new(),
            findings: BTreeMap::new(),
            message: Some(&failure.message),
        })
    }

    fn line(&mut self, line: &Line<'_>) -> Result<()> {
        let Some((at, file)) = &mut self.0 else {
            return Ok(());
        };
        let mut text = serde_json::to_string(line)?;
        text.push('\n');
        // Line by line, so that whoever watches the file sees a report when it is done.
        let written = file.write_all(text.as_bytes()).and_then(|()| file.flush());
        written.with_context(|| format!("cannot write {}", at.display()))
    }

    /// Puts the log into the output folder.
    pub(super) fn finish(self, out: &Path) -> Result<()> {
        let Some((at, _)) = self.0 else {
            return Ok(());
        };
        let to = out.join(LOG);
        fs::rename(&at, &to).with_context(|| format!("cannot write {}", to.display()))
    }
}

/// To the microsecond.
fn milliseconds(took: Duration) -> f64 {
    took.as_micros() as f64 / 1000.0
}
