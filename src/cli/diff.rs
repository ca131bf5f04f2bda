//! `rapporteur diff`: what changed between two output folders.

use super::args::{Diff, DiffFormat};
use super::{Exit, complain, print};
use crate::diff;

pub(super) fn diff(args: &Diff) -> Exit {
    let diffs = match diff::diff(&args.old, &args.new, &args.tables()) {
        Ok(diffs) => diffs,
        Err(error) => {
            complain(&format!("{error:#}"));
            return Exit::Input;
        }
    };
    let text = match args.format {
        DiffFormat::Text => diff::text(&diffs),
        DiffFormat::Csv => diff::csv(&diffs),
        DiffFormat::Json => diff::json(&diffs),
    };
    match print(&text) {
        Exit::Done if !diffs.is_empty() => Exit::Findings,
        printed => printed,
    }
}
