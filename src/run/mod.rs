//! A run: many reports in, one dataset out.
//!
//! Each report is worked on alone, on any thread, and its sealed rows go to a spool file; then names are linked over the
//! whole run; then the tables are written from the spool in the order of the reports. Nothing but names is held in memory
//! for all reports at once.

mod control;
mod guard;
mod inputs;
mod manifest;
mod read;
mod tally;

pub use control::{Control, ControlCell, ControlError, ControlRow, beside};
pub use guard::guarded;
pub use inputs::{Failure, Input, collect};
pub use manifest::{Described, Manifests};
pub use tally::{Doubt, Tally};

use crate::emit::{self, Files, Format, TableText, Writer};
use crate::extract::Options;
use crate::link::Linked;
use crate::source::Source;
use crate::spool::Sealed;
use crate::tables::{Dataset, TABLES};
use anyhow::{Context, Result};
use rayon::prelude::*;
use std::io::Write;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// Reports whose results are held at once, until they are put in their order.
const BATCH: usize = 256;

/// How a report's rows are found; [`extract`](crate::extract::extract) but in tests.
pub type Extract = fn(&Source, &Options) -> Dataset;

/// What a run is to do.
pub struct Run<'a> {
    /// The reports.
    pub inputs: &'a [Input],
    /// Inputs that are known to be none.
    pub failures: Vec<Failure>,
    /// What is said of the reports beside them.
    pub manifests: Manifests,
    /// What the user told the extraction.
    pub options: Options,
    /// How a report's rows are found.
    pub extract: Extract,
}

/// What is told while a run works.
pub trait Watch: Sync {
    /// A report was read; called on any thread.
    fn read(&self) {}
    /// Something is not as the user may think; called on any thread.
    fn warn(&self, _message: &str) {}
    /// A report was written, in the order of the reports; at last, with an empty id, what belongs to the whole run.
    fn written(&mut self, tally: &Tally);
}

impl Run<'_> {
    /// Writes these tables, by their index in [`TABLES`], in these formats into a folder; gives the inputs that could not
    /// be read.
    ///
    /// # Errors
    /// Where the folder cannot be written; the files of an earlier run are untouched then.
    pub fn into_folder(
        self,
        out: &Path,
        formats: &[&'static dyn Format],
        tables: &[usize],
        watch: &mut dyn Watch,
    ) -> Result<Vec<Failure>> {
        let files = Files::begin(out)?;
        let spool = Spool(files.records());
        let ship = |source: &Source, bytes: &[u8]| {
            let same = source.text.as_bytes() == bytes;
            let sha256 = same.then_some(source.sha256.as_str());
            let path = format!("sources/{}.txt", source.id);
            files.write(&path, source.text.as_bytes(), sha256)
        };
        let (names, failures) = self.read_all(&spool, &ship, watch)?;
        let linked = names.link();
        let mut writer = Writer::open(&files, formats, tables)?;
        let wanted = |table: usize| tables.contains(&table);
        for batch in spool.batches(self.inputs.len()) {
            let render = |report: &Sealed<'_>| writer.render(report);
            for (rendered, tally) in relinked(&spool, &linked, &batch, &wanted, &render)? {
                writer.append(rendered)?;
                watch.written(&tally);
            }
        }
        let rows = linked.rows(&failures);
        let of_run = Sealed::read(&rows, |_| true)?;
        let rendered = writer.render(&of_run)?;
        writer.append(rendered)?;
        watch.written(&Tally::of(&of_run));
        writer.finish()?;
        for (path, schema) in emit::schemas(tables) {
            files.write(&path, &schema, None)?;
        }
        let package = emit::describe(&files.made());
        files.write(emit::PACKAGE, &package, None)?;
        files.finish()?;
        Ok(failures)
    }

    /// Writes one table to a stream; gives the inputs that could not be read.
    ///
    /// # Errors
    /// Where the stream, or the temporary folder in which the run works, cannot be written.
    pub fn into_stream(
        self,
        out: &mut dyn Write,
        text: &dyn TableText,
        table: usize,
        watch: &mut dyn Watch,
    ) -> Result<Vec<Failure>> {
        let folder = temporary_folder()?;
        let spool = Spool(folder.0.clone());
        let (names, failures) = self.read_all(&spool, &|_, _| Ok(()), watch)?;
        let linked = names.link();
        let mut bytes = Vec::new();
        text.head(TABLES[table], &mut bytes);
        out.write_all(&bytes)?;
        let render = |report: &Sealed<'_>| {
            let mut bytes = Vec::new();
            text.rows(&mut report.rows(table), &mut bytes);
            Ok(bytes)
        };
        for batch in spool.batches(self.inputs.len()) {
            for (bytes, tally) in relinked(&spool, &linked, &batch, &|t| t == table, &render)? {
                out.write_all(&bytes)?;
                watch.written(&tally);
            }
        }
        let rows = linked.rows(&failures);
        let of_run = Sealed::read(&rows, |_| true)?;
        out.write_all(&render(&of_run)?)?;
        out.flush()?;
        watch.written(&Tally::of(&of_run));
        Ok(failures)
    }
}

/// What `render` makes of each of these reports once the run's names are linked, in their order.
fn relinked<R: Send>(
    spool: &Spool,
    linked: &Linked,
    numbers: &Range<usize>,
    wanted: &(dyn Fn(usize) -> bool + Sync),
    render: &(dyn Fn(&Sealed<'_>) -> Result<R> + Sync),
) -> Result<Vec<(R, Tally)>> {
    let reports = numbers.clone().into_par_iter().map(|number| {
        // An input that failed has no spool file.
        let Some(bytes) = spool.read(number)? else {
            return Ok(None);
        };
        let mut report =
            Sealed::read(&bytes, |t| wanted(t) || Linked::needs(t) || Tally::needs(t))?;
        linked.fill(&mut report);
        Ok(Some((render(&report)?, Tally::of(&report))))
    });
    let reports: Vec<Option<_>> = reports.collect::<Result<_>>()?;
    Ok(reports.into_iter().flatten().collect())
}

/// The folder of the spool files, one a report.
struct Spool(PathBuf);

impl Spool {
    /// The numbers of the reports, batch by batch.
    fn batches(&self, reports: usize) -> impl Iterator<Item = Range<usize>> + use<> {
        let starts = (0..reports).step_by(BATCH);
        starts.map(move |from| from..reports.min(from + BATCH))
    }

    fn write(&self, number: usize, bytes: &[u8]) -> Result<()> {
        let at = self.0.join(number.to_string());
        std::fs::write(&at, bytes).with_context(|| format!("cannot write {}", at.display()))
    }

    fn read(&self, number: usize) -> Result<Option<Vec<u8>>> {
        let at = self.0.join(number.to_string());
        match std::fs::read(&at) {
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(None),
            read => read
                .map(Some)
                .with_context(|| format!("cannot read {}", at.display())),
        }
    }
}

/// A folder that is removed when the run ends.
struct Temporary(PathBuf);

impl Drop for Temporary {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn temporary_folder() -> Result<Temporary> {
    let name = |n: u32| format!("rapporteur-{}-{n}", std::process::id());
    let paths = (0..64).map(|n| std::env::temp_dir().join(name(n)));
    let made = paths.into_iter().find(|p| std::fs::create_dir(p).is_ok());
    made.map(Temporary)
        .with_context(|| format!("cannot write to {}", std::env::temp_dir().display()))
}

#[cfg(test)]
mod tests;
