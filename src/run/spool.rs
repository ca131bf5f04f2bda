//! The spool folder of a run: a file of sealed rows for each report.
//!
//! A file is named by a hash of all that its rows depend on: the program, the options, the report's id and bytes, what a
//! control file says of it. So a later run can take over what an earlier one did, however the earlier one ended, and
//! nothing else. A file is written beside its name and renamed, so that what has the name is whole.

use super::{Input, RENDERED};
use crate::extract::Options;
use crate::spool::Sealed;
use anyhow::{Context, Result};
use std::collections::HashSet;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use xxhash_rust::xxh3::Xxh3;

/// What the rows of a report depend on, as a hash.
pub(super) type Key = u128;

/// Makes a hash of several things, each with its length, so that no two lists of things are one.
#[derive(Clone, Default)]
pub(super) struct Hasher(Xxh3);

impl Hasher {
    /// Adds a thing.
    pub(super) fn with(mut self, thing: &[u8]) -> Hasher {
        self.0.update(&thing.len().to_le_bytes());
        self.0.update(thing);
        self
    }

    /// The hash of all things so far.
    pub(super) fn key(&self) -> Key {
        self.0.digest128()
    }
}

/// What the rows of every report of a run depend on: the program, as its version and as the size and date of its file,
/// and the options.
pub(super) fn stamp(options: &Options) -> Hasher {
    let program = std::env::current_exe().and_then(fs::metadata);
    let dated = program.and_then(|p| Ok((p.len(), p.modified()?)));
    Hasher::default()
        .with(env!("CARGO_PKG_VERSION").as_bytes())
        .with(format!("{:?}", dated.ok()).as_bytes())
        .with(format!("{options:?}").as_bytes())
}

/// The spool files of a run, report by report.
pub(super) struct Spool {
    /// The folders in which they stand; more than one where shards are merged.
    folders: Vec<PathBuf>,
    /// For each report of the run the folder and the name of its file; none for an input that failed.
    files: Vec<Option<(u32, Key)>>,
}

impl Spool {
    /// A spool without reports in this folder.
    pub(super) fn new(folder: PathBuf) -> Spool {
        Spool {
            folders: vec![folder],
            files: Vec::new(),
        }
    }

    /// A spool of files that stand in several folders.
    pub(super) fn of(folders: Vec<PathBuf>, files: Vec<Option<(u32, Key)>>) -> Spool {
        Spool { folders, files }
    }

    /// Adds the next report of the run.
    pub(super) fn push(&mut self, file: Option<Key>) {
        self.files.push(file.map(|key| (0, key)));
    }

    /// The numbers of the reports, batch by batch.
    pub(super) fn batches(&self) -> impl Iterator<Item = Range<usize>> + use<> {
        batches(self.files.len(), RENDERED)
    }

    /// Writes the file of a report.
    pub(super) fn write(&self, key: Key, bytes: &[u8]) -> Result<()> {
        let at = path(&self.folders[0], key);
        let part = at.with_extension("part");
        let written = fs::write(&part, bytes).and_then(|()| fs::rename(&part, &at));
        written.with_context(|| format!("cannot write {}", at.display()))
    }

    /// The file that an earlier run wrote of the same report; none where it is missing or not to be read.
    pub(super) fn earlier(&self, key: Key) -> Option<Vec<u8>> {
        let bytes = fs::read(path(&self.folders[0], key)).ok()?;
        Sealed::read(&bytes, |_| true).is_ok().then_some(bytes)
    }

    /// The file of the report with this number; none for an input that failed.
    pub(super) fn read(&self, number: usize) -> Result<Option<Vec<u8>>> {
        let Some((folder, key)) = self.files[number] else {
            return Ok(None);
        };
        let at = path(&self.folders[folder as usize], key);
        let bytes = fs::read(&at).with_context(|| format!("cannot read {}", at.display()))?;
        Ok(Some(bytes))
    }

    /// For each report of the run the name of its file.
    pub(super) fn keys(&self) -> impl Iterator<Item = Option<Key>> {
        self.files.iter().map(|file| file.map(|(_, key)| key))
    }

    /// Removes the files of earlier runs that this one has no use for.
    pub(super) fn sweep(&self) -> Result<()> {
        let names: HashSet<String> = self.keys().flatten().map(name).collect();
        let folder = &self.folders[0];
        let entries =
            fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
        for entry in entries.flatten() {
            let used = entry
                .file_name()
                .to_str()
                .is_some_and(|n| names.contains(n));
            if !used {
                let at = || format!("cannot remove {}", entry.path().display());
                fs::remove_file(entry.path()).with_context(at)?;
            }
        }
        Ok(())
    }
}

/// The numbers of so many reports, so many in a batch.
pub(super) fn batches(reports: usize, most: usize) -> impl Iterator<Item = Range<usize>> {
    let starts = (0..reports).step_by(most);
    starts.map(move |from| from..reports.min(from + most))
}

/// What a report's rows depend on beside the run's own: its names, its bytes and what is said of it elsewhere.
pub(super) fn key(stamp: &Hasher, input: &Input, said: &str, bytes: &[u8]) -> Key {
    let named = stamp.clone().with(input.id.as_bytes());
    let named = named.with(input.file.as_bytes()).with(said.as_bytes());
    named.with(bytes).key()
}

/// A key as it is written.
pub(super) fn name(key: Key) -> String {
    format!("{key:032x}")
}

fn path(folder: &Path, key: Key) -> PathBuf {
    folder.join(name(key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_tells_apart_all_that_rows_depend_on() {
        let input = |id: &str, file: &str| Input {
            id: id.into(),
            file: file.into(),
            path: None,
        };
        let stamp = Hasher::default();
        let base = key(&stamp, &input("a", "b"), "", b"x");
        assert_eq!(base, key(&stamp, &input("a", "b"), "", b"x"));
        for other in [
            key(&stamp.clone().with(b""), &input("a", "b"), "", b"x"),
            key(&stamp, &input("ab", ""), "", b"x"),
            key(&stamp, &input("a", "b"), "x", b""),
            key(&stamp, &input("a", "b"), "", b"xx"),
        ] {
            assert_ne!(base, other);
        }
    }

    #[test]
    fn what_is_cut_off_or_of_another_run_is_not_taken_over() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut spool = Spool::new(folder.path().to_path_buf());
        let bytes = crate::spool::Writer::new("r", 16).finish();
        spool.write(1, &bytes).expect("written");
        spool.write(2, &bytes[..bytes.len() - 1]).expect("written");
        spool.push(Some(1));
        spool.push(None);
        assert_eq!(spool.earlier(1), Some(bytes.clone()));
        assert_eq!(spool.earlier(2), None);
        assert_eq!(spool.read(1).expect("no file"), None);
        spool.sweep().expect("swept");
        let left = fs::read_dir(folder.path()).expect("a folder").count();
        assert_eq!((left, spool.read(0).expect("a file")), (1, Some(bytes)));
    }
}
