//! What a run tells on standard error: a bar while it works, its findings, a closing summary.

use crate::run::{Doubt, Input, Tally, Watch};
use crate::tables::TABLES;
use crate::tables::findings::SEVERITIES;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;

/// Findings that are printed; the others are in `findings.csv`.
const PRINTED: usize = 200;

/// Reports from which on a bar is shown.
const MANY: usize = 20;

pub(super) struct Teller<'a> {
    quiet: bool,
    bar: ProgressBar,
    /// Where each report was read, by its id.
    paths: BTreeMap<&'a str, String>,
    rows: Vec<usize>,
    severities: Vec<usize>,
    told: usize,
    chars: f64,
    claimed: f64,
}

impl<'a> Teller<'a> {
    pub(super) fn new(inputs: &'a [Input], quiet: bool) -> Teller<'a> {
        let path = |input: &'a Input| {
            let path = input.path.as_ref().map(|p| p.display().to_string());
            (input.id.as_str(), path.unwrap_or_else(|| "stdin".into()))
        };
        Teller {
            quiet,
            bar: bar(inputs.len(), quiet),
            paths: inputs.iter().map(path).collect(),
            rows: vec![0; TABLES.len()],
            severities: vec![0; SEVERITIES.len()],
            told: 0,
            chars: 0.0,
            claimed: 0.0,
        }
    }

    /// Says that there was nothing to do.
    pub(super) fn unchanged(self) {
        self.bar.finish_and_clear();
        if !self.quiet {
            let _ = writeln!(std::io::stderr(), "nothing has changed since the last run");
        }
    }

    /// Prints the summary.
    pub(super) fn end(self) {
        self.bar.finish_and_clear();
        if !self.quiet {
            // There is nowhere left to say that standard error is closed.
            let _ = std::io::stderr().write_all(self.summary().as_bytes());
        }
    }

    fn summary(&self) -> String {
        let mut out = String::new();
        let all: usize = self.severities.iter().sum();
        if all > self.told {
            let _ = writeln!(out, "... and {} findings more", all - self.told);
        }
        for (table, rows) in TABLES.iter().zip(&self.rows).filter(|(_, rows)| **rows > 0) {
            let _ = write!(out, "{:<14}{rows:>8}", table.name);
            if table.name == "findings" {
                let each = SEVERITIES.iter().zip(&self.severities);
                let each: Vec<_> = each.map(|(name, n)| format!("{name} {n}")).collect();
                let _ = write!(out, "  {}", each.join(", "));
            }
            out.push('\n');
        }
        let percent = if self.chars > 0.0 {
            self.claimed / self.chars
        } else {
            0.0
        };
        let _ = writeln!(out, "{:<14}{percent:>7.1}%  of the text", "claimed");
        out
    }

    fn print(&mut self, path: &str, doubts: &[Doubt]) {
        let left = PRINTED.saturating_sub(self.told);
        let mut lines = String::new();
        for doubt in doubts.iter().take(left) {
            let line = doubt.line.map_or(String::new(), |line| format!("{line}:"));
            let Doubt {
                severity,
                rule,
                message,
                ..
            } = doubt;
            let _ = writeln!(lines, "{path}:{line} {severity}[{rule}]: {message}");
            self.told += 1;
        }
        self.bar.suspend(|| {
            // There is nowhere left to say that standard error is closed.
            let _ = std::io::stderr().write_all(lines.as_bytes());
        });
    }
}

fn bar(reports: usize, quiet: bool) -> ProgressBar {
    let target = match quiet || reports < MANY {
        true => ProgressDrawTarget::hidden(),
        false => ProgressDrawTarget::stderr(),
    };
    let bar = ProgressBar::with_draw_target(Some(reports as u64), target);
    match ProgressStyle::with_template("{bar:40} {pos}/{len} reports, {eta} left") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

impl Watch for Teller<'_> {
    fn read(&self) {
        self.bar.inc(1);
    }

    fn warn(&self, message: &str) {
        if !self.quiet {
            self.bar.suspend(|| super::complain(message));
        }
    }

    fn written(&mut self, tally: &Tally) {
        for (sum, rows) in self.rows.iter_mut().zip(&tally.rows) {
            *sum += rows;
        }
        self.chars += tally.chars;
        self.claimed += tally.chars * tally.claimed_percent;
        for doubt in &tally.doubts {
            if let Some(i) = SEVERITIES.iter().position(|s| *s == doubt.severity) {
                self.severities[i] += 1;
            }
        }
        if !self.quiet && !tally.doubts.is_empty() {
            let path = self
                .paths
                .get(tally.report_id.as_str())
                .cloned()
                .unwrap_or_default();
            self.print(&path, &tally.doubts);
        }
    }
}
