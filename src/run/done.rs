//! The mark of a run that came to its end: what it was made of, so that the same run again has nothing to do.

use super::spool::{Hasher, Key, name};
use crate::emit::{Format, PACKAGE};
use crate::link::Aliases;
use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::Path;

/// The name of the mark in the folder in which the run works.
const FILE: &str = "done";

#[derive(Serialize, Deserialize)]
struct Mark {
    /// The hash of all that the run depends on.
    run: String,
    /// The hash of the package that it wrote.
    package: String,
    /// Its findings of severity error.
    errors: usize,
}

/// What the whole run depends on: each report, what the user says of who is who, and what is written.
pub(super) fn of_run(
    keys: impl IntoIterator<Item = Key>,
    aliases: &Aliases,
    formats: &[&'static dyn Format],
    tables: &[usize],
) -> Key {
    let names: Vec<&str> = formats.iter().map(|f| f.name()).collect();
    let mut hasher = Hasher::default()
        .with(names.join(",").as_bytes())
        .with(format!("{tables:?}").as_bytes())
        .with(format!("{:?}", aliases.controls()).as_bytes());
    for key in keys {
        hasher = hasher.with(&key.to_le_bytes());
    }
    hasher.key()
}

/// Marks the run that ended in this output folder.
pub(super) fn mark(work: &Path, out: &Path, run: Key, errors: usize) -> Result<()> {
    let mark = Mark {
        run: name(run),
        package: package(out),
        errors,
    };
    let at = work.join(FILE);
    let text = serde_json::to_vec(&mark)?;
    fs::write(&at, text).with_context(|| format!("cannot write {}", at.display()))
}

/// The number of errors that the same run found, where it is the one that ended here and its package is untouched.
pub(super) fn errors(work: &Path, out: &Path, run: impl FnOnce() -> Option<Key>) -> Option<usize> {
    let mark: Mark = serde_json::from_slice(&fs::read(work.join(FILE)).ok()?).ok()?;
    let same = mark.package == package(out) && name(run()?) == mark.run;
    same.then_some(mark.errors)
}

fn package(out: &Path) -> String {
    let bytes = fs::read(out.join(PACKAGE)).unwrap_or_default();
    name(Hasher::default().with(&bytes).key())
}
