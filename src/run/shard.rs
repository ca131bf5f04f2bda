//! Shards: one part of the reports on each of several machines, and their outputs merged into that of one run.
//!
//! Every shard is given the same inputs and takes each N-th report. Beside its dataset it keeps its spool files and a
//! list of its reports; merging links the names of all of them and writes the tables anew.

use super::spool::{Key, Spool, name};
use super::{Control, Failure, Input, Outcome, Run, Watch, Whole, open, write_all};
use crate::emit::{Files, Format};
use crate::link::{Aliases, Mentions, Names};
use crate::spool::Sealed;
use anyhow::{Context, Result, bail, ensure};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::{Path, PathBuf};
use std::str::FromStr;

/// The name of a shard's list in the folder in which the run works.
const FILE: &str = "shard.json";

/// One part of the reports: the first and each N-th after it, or the second and each N-th after it ...
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shard {
    /// Which part, from 1.
    pub index: usize,
    /// Of how many.
    pub of: usize,
}

impl FromStr for Shard {
    type Err = String;

    fn from_str(text: &str) -> Result<Shard, String> {
        let parts = text.split_once('/');
        let numbers = parts.and_then(|(i, n)| Some((i.parse().ok()?, n.parse().ok()?)));
        let shard = numbers.map(|(index, of)| Shard { index, of });
        shard
            .filter(|s| (1..=s.of).contains(&s.index))
            .ok_or_else(|| "expected I/N, such as 2/5 for the second of five parts".into())
    }
}

impl Shard {
    /// The reports of this part, and those of the unreadable paths that it has to tell of: the first tells of all.
    pub fn part(&self, inputs: Vec<Input>, failures: Vec<Failure>) -> (Vec<Input>, Vec<Failure>) {
        let ours = inputs.into_iter().skip(self.index - 1).step_by(self.of);
        let told = if self.index == 1 {
            failures
        } else {
            Vec::new()
        };
        (ours.collect(), told)
    }
}

/// The list of a shard's reports.
#[derive(Serialize, Deserialize)]
struct List {
    version: String,
    options: String,
    shard: Shard,
    /// What the user says of who is who.
    aliases: Vec<Control>,
    /// The paths that led to no report.
    paths: Vec<Failure>,
    reports: Vec<Listed>,
}

#[derive(Serialize, Deserialize)]
struct Listed {
    id: String,
    file: String,
    /// The name of its spool file, or why there is none.
    result: Result<String, String>,
}

/// Writes the list of a shard into the folder in which it worked.
pub(super) fn list(
    run: &Run<'_>,
    shard: Shard,
    spool: &Spool,
    failures: &[Failure],
    work: &Path,
) -> Result<()> {
    let (paths, failed) = failures.split_at(run.failures.len());
    let mut failed = failed.iter();
    let reports = run
        .inputs
        .iter()
        .zip(spool.keys())
        .map(|(input, key)| Listed {
            id: input.id.clone(),
            file: input.file.clone(),
            result: key.map(name).ok_or_else(|| {
                // Failures stand in the order of the reports.
                failed.next().map_or(String::new(), |f| f.message.clone())
            }),
        });
    let list = List {
        version: env!("CARGO_PKG_VERSION").into(),
        options: format!("{:?}", run.options),
        shard,
        aliases: run.aliases.controls().to_vec(),
        paths: paths.to_vec(),
        reports: reports.collect(),
    };
    let at = work.join(FILE);
    let text = serde_json::to_vec(&list)?;
    fs::write(&at, text).with_context(|| format!("cannot write {}", at.display()))
}

/// All shards of a run, in their order.
pub struct Shards<'a>(Vec<(List, &'a Path)>);

impl<'a> Shards<'a> {
    /// Opens the output folders of a run's shards, given in any order.
    ///
    /// # Errors
    /// Where a folder is no shard, or they are not those of one run: another version or options, one missing or twice.
    pub fn open(folders: &'a [PathBuf]) -> Result<Shards<'a>> {
        lists(folders).map(Shards)
    }

    /// The reports of the run, shard by shard.
    pub fn inputs(&self) -> Vec<Input> {
        let reports = self.0.iter().flat_map(|(list, _)| &list.reports);
        let input = |report: &Listed| Input {
            id: report.id.clone(),
            file: report.file.clone(),
            path: Some(PathBuf::from(&report.file)),
        };
        reports.map(input).collect()
    }

    /// Writes what one run over all reports would have written.
    ///
    /// # Errors
    /// Where the output folder cannot be written, or a shard is not whole.
    pub fn merge(
        &self,
        out: &Path,
        formats: &[&'static dyn Format],
        tables: &[usize],
        watch: &mut dyn Watch,
    ) -> Result<Outcome> {
        let Shards(lists) = self;
        let (reports, failures) = in_order(lists)?;
        let folders = lists.iter().map(|(_, f)| Files::records_of(f)).collect();
        let spool = Spool::of(folders, reports);
        let written = Files::begin(out, false)?;
        ship(lists, &written)?;
        let aliases = lists.first().map(|(list, _)| Aliases::of(&list.aliases));
        let aliases = aliases.transpose()?.unwrap_or_default();
        let linked = names(&spool, &aliases)?.link(&aliases)?;
        let whole = Whole {
            linked: &linked,
            failures: &failures,
            lost: None,
        };
        let writer = open(&written, formats, tables)?;
        let errors = write_all(&written, &spool, &whole, writer, tables, watch)?;
        written.place()?;
        Ok(Outcome {
            failures,
            errors,
            unchanged: false,
        })
    }

    /// Whether this folder is one of the shards.
    pub fn holds(&self, folder: &Path) -> bool {
        let Ok(folder) = folder.canonicalize() else {
            return false;
        };
        let mut ours = self.0.iter().filter_map(|(_, f)| f.canonicalize().ok());
        ours.any(|f| f == folder)
    }
}

/// The lists of the shards in their order, with their folders.
fn lists(shards: &[PathBuf]) -> Result<Vec<(List, &Path)>> {
    let read = |folder: &Path| -> Result<List> {
        let at = Files::work_of(folder).join(FILE);
        let text = fs::read(&at)
            .with_context(|| format!("{} is no output of --shard", folder.display()))?;
        serde_json::from_slice(&text).with_context(|| format!("cannot read {}", at.display()))
    };
    let mut lists = Vec::new();
    for folder in shards {
        lists.push((read(folder)?, folder.as_path()));
    }
    lists.sort_by_key(|(list, _)| list.shard.index);
    let Some((first, _)) = lists.first() else {
        bail!("nothing to merge");
    };
    ensure!(
        first.version == env!("CARGO_PKG_VERSION"),
        "the shards were written by version {} and this is {}",
        first.version,
        env!("CARGO_PKG_VERSION")
    );
    for (list, folder) in &lists {
        ensure!(
            list.shard.of == first.shard.of
                && list.version == first.version
                && list.options == first.options
                && list.aliases == first.aliases,
            "{} is a shard of another run, with other options or aliases or another number of parts",
            folder.display()
        );
    }
    let parts: Vec<usize> = lists.iter().map(|(list, _)| list.shard.index).collect();
    let all: Vec<usize> = (1..=first.shard.of).collect();
    ensure!(
        parts == all,
        "the parts of the run are {all:?}, and given are {parts:?}"
    );
    Ok(lists)
}

type Numbered = Vec<Option<(u32, Key)>>;

/// The spool files of the whole run, and its failures, in the order of the reports.
fn in_order(lists: &[(List, &Path)]) -> Result<(Numbered, Vec<Failure>)> {
    let mut failures: Vec<Failure> = lists.iter().flat_map(|(l, _)| l.paths.clone()).collect();
    let mut files = Vec::new();
    let reports: usize = lists.iter().map(|(list, _)| list.reports.len()).sum();
    for number in 0..reports {
        let shard = number % lists.len();
        let (list, folder) = &lists[shard];
        let broken = || format!("the list of {} is broken", folder.display());
        let report = list
            .reports
            .get(number / lists.len())
            .with_context(broken)?;
        match &report.result {
            Ok(name) => {
                let key = Key::from_str_radix(name, 16).with_context(broken)?;
                files.push(Some((shard as u32, key)));
            }
            Err(message) => {
                files.push(None);
                failures.push(Failure {
                    report_id: report.id.clone(),
                    file: report.file.clone(),
                    message: message.clone(),
                });
            }
        }
    }
    Ok((files, failures))
}

/// Copies the shipped sources.
fn ship(lists: &[(List, &Path)], files: &Files) -> Result<()> {
    for (list, folder) in lists {
        let read = list.reports.iter().filter(|report| report.result.is_ok());
        for report in read {
            let path = format!("sources/{}.txt", report.id);
            let at = folder.join(&path);
            let bytes = fs::read(&at).with_context(|| format!("cannot read {}", at.display()))?;
            files.write(&path, &bytes, None)?;
        }
    }
    Ok(())
}

/// The names of the run.
fn names(spool: &Spool, aliases: &Aliases) -> Result<Names> {
    let mut names = Names::default();
    for batch in spool.batches() {
        let read = batch.into_par_iter().map(|number| -> Result<_> {
            let Some(bytes) = spool.read(number)? else {
                return Ok(None);
            };
            let sealed = Sealed::read(&bytes, Mentions::needs)?;
            Ok(Some(Mentions::of(&sealed, aliases)))
        });
        let read: Vec<Option<Mentions>> = read.collect::<Result<_>>()?;
        read.into_iter().flatten().for_each(|m| names.add(m));
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shard_takes_each_nth_report() {
        assert_eq!("2/5".parse(), Ok(Shard { index: 2, of: 5 }));
        for wrong in ["", "2", "0/5", "6/5", "a/b", "1/0", "-1/2"] {
            assert!(wrong.parse::<Shard>().is_err(), "{wrong}");
        }
        let input = |id: usize| Input {
            id: id.to_string(),
            file: String::new(),
            path: None,
        };
        let (part, _) = Shard { index: 2, of: 3 }.part((0..8).map(input).collect(), Vec::new());
        let ids: Vec<&str> = part.iter().map(|i| i.id.as_str()).collect();
        assert_eq!(ids, ["1", "4", "7"]);
    }
}
