//! A run: many reports in, one dataset out.
//!
//! Each report is worked on alone, on any thread, and its sealed rows go to a spool file; then names are linked over the
//! whole run; then the tables are written from the spool in the order of the reports. Nothing but names is held in memory
//! for all reports at once.
//!
//! A long run may be taken up where it stopped ([`Care::resume`]), or be shared between machines ([`Shard`], [`Shards`]).

mod control;
mod done;
mod guard;
mod inputs;
mod log;
mod manifest;
mod read;
mod redacted;
mod shard;
mod spool;
mod tally;

pub use control::{Control, ControlCell, ControlError, ControlRow, beside};
pub use guard::guarded;
pub use inputs::{Failure, Input, collect};
pub use log::Status;
pub use manifest::{Described, Manifests};
pub use shard::{Shard, Shards};
pub use tally::{Doubt, Tally};

use crate::correct::Corrections;
use crate::emit::{self, Files, Format, Rendered, TableText, Writer};
use crate::extract::Options;
use crate::link::{Aliases, Linked};
use crate::redact::Redactor;
use crate::source::Source;
use crate::spool::Sealed;
use crate::tables::{Dataset, TABLES};
use anyhow::{Context, Result};
use log::Log;
use rayon::prelude::*;
use read::Pass;
use spool::Spool;
use std::io::Write;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// Reports whose names are held at once, until they are put in their order.
const BATCH: usize = 256;

/// Reports whose rendered rows are held at once: a report's are several times its text.
const RENDERED: usize = 32;

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
    /// What the user says of who is who.
    pub aliases: Aliases,
    /// What the user told the extraction.
    pub options: Options,
    /// What the user corrected.
    pub corrections: Corrections,
    /// What is to be in no output.
    pub redact: Option<Redactor>,
    /// How a report's rows are found.
    pub extract: Extract,
    /// How it minds what stands in the folder that it writes.
    pub care: Care,
}

impl<'a> Run<'a> {
    /// A run over these reports that is told nothing else.
    pub fn new(inputs: &'a [Input]) -> Run<'a> {
        Run {
            inputs,
            failures: Vec::new(),
            manifests: Manifests::default(),
            aliases: Aliases::default(),
            options: Options::default(),
            corrections: Corrections::default(),
            redact: None,
            extract: crate::extract::extract,
            care: Care::default(),
        }
    }
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

/// How a run into a folder minds what stands there.
#[derive(Clone, Copy, Debug, Default)]
pub struct Care {
    /// Take over what an earlier run in the folder did, keep what is done for the next, and tell of each report in
    /// `run.jsonl`.
    pub resume: bool,
    /// Take nothing over: with `resume`, do everything again.
    pub force: bool,
    /// The part of a larger run that this one is; its spool files are kept for [`Shards::merge`].
    pub shard: Option<Shard>,
}

impl Care {
    fn keeps(&self) -> bool {
        self.resume || self.shard.is_some()
    }
}

/// What came of a run.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// The inputs that could not be read.
    pub failures: Vec<Failure>,
    /// The number of findings of severity error.
    pub errors: usize,
    /// Whether an earlier run had done all of it, so that nothing was written.
    pub unchanged: bool,
}

impl Run<'_> {
    /// Writes these tables, by their index in [`TABLES`], in these formats into a folder.
    ///
    /// # Errors
    /// Where the folder cannot be written; the files of an earlier run are untouched then.
    pub fn into_folder(
        self,
        out: &Path,
        formats: &[&'static dyn Format],
        tables: &[usize],
        watch: &mut dyn Watch,
    ) -> Result<Outcome> {
        self.redacted(|run| run.write_folder(out, formats, tables, watch))
    }

    fn write_folder(
        mut self,
        out: &Path,
        formats: &[&'static dyn Format],
        tables: &[usize],
        watch: &mut dyn Watch,
    ) -> Result<Outcome> {
        let care = self.care;
        // What is kept may be asked for other tables later.
        self.options.without_blocks = !care.keeps() && !tables.iter().any(|&t| is_blocks(t));
        let files = Files::begin(out, care.keeps())?;
        let again = || Some(done::of_run(self.keys()?, &self.aliases, formats, tables));
        if care.resume
            && !care.force
            && let Some(errors) = done::errors(files.work(), out, again)
        {
            return Ok(Outcome {
                errors,
                unchanged: true,
                ..Outcome::default()
            });
        }
        let mut spool = Spool::new(files.records());
        let ship = |source: &Source, bytes: &[u8]| {
            let same = source.text.as_bytes() == bytes;
            let sha256 = same.then_some(source.sha256.as_str());
            let sha256 = sha256.filter(|hash| !hash.is_empty());
            let path = format!("sources/{}.txt", source.id);
            files.write(&path, source.text.as_bytes(), sha256)
        };
        let mut log = match care.keeps() {
            true => Log::begin(files.work())?,
            false => Log::none(),
        };
        let pass = Pass {
            ship: &ship,
            resume: care.resume && !care.force,
            watch,
        };
        // What needs no report is made beside them: at first they want the same words, for which one thread waits while
        // another makes them ready.
        let (read, writer) = rayon::join(
            || self.read_all(&mut spool, &pass, &mut log),
            || open(&files, formats, tables),
        );
        let ((names, failures), writer) = (read?, writer?);
        let linked = match care.shard {
            Some(_) => names.link_part(&self.aliases),
            None => names.link(&self.aliases)?,
        };
        // What one part of a run has no row for may be in another.
        let lost = match care.shard {
            Some(_) => None,
            None => Some(self.lost()?),
        };
        let whole = Whole {
            linked: &linked,
            failures: &failures,
            lost: lost.as_deref(),
        };
        let errors = write_all(&files, &spool, &whole, writer, tables, watch)?;
        if let Some(shard) = care.shard {
            shard::list(&self, shard, &spool, &failures, files.work())?;
        }
        files.place()?;
        if care.keeps() {
            log.finish(out)?;
            spool.sweep()?;
            // What failed is tried again.
            if failures.is_empty() {
                let run = done::of_run(spool.keys().flatten(), &self.aliases, formats, tables);
                done::mark(files.work(), out, run, errors)?;
            }
        }
        Ok(Outcome {
            failures,
            errors,
            unchanged: false,
        })
    }

    /// Writes one table to a stream.
    ///
    /// # Errors
    /// Where the stream, or the temporary folder in which the run works, cannot be written.
    pub fn into_stream(
        self,
        out: &mut dyn Write,
        text: &dyn TableText,
        table: usize,
        watch: &mut dyn Watch,
    ) -> Result<Outcome> {
        self.redacted(|run| run.write_stream(out, text, table, watch))
    }

    fn write_stream(
        mut self,
        out: &mut dyn Write,
        text: &dyn TableText,
        table: usize,
        watch: &mut dyn Watch,
    ) -> Result<Outcome> {
        let folder = temporary_folder()?;
        self.options.without_blocks = !is_blocks(table);
        let mut spool = Spool::new(folder.0.clone());
        let pass = Pass {
            ship: &|_, _| Ok(()),
            resume: false,
            watch,
        };
        let (names, failures) = self.read_all(&mut spool, &pass, &mut Log::none())?;
        let linked = names.link(&self.aliases)?;
        let mut errors = 0;
        let mut bytes = Vec::new();
        text.head(TABLES[table], &mut bytes);
        out.write_all(&bytes)?;
        let render = |report: &Sealed<'_>| {
            let mut bytes = Vec::new();
            text.rows(&mut report.rows(table), &mut bytes);
            Ok(bytes)
        };
        for batch in spool.batches() {
            for (bytes, tally) in relinked(&spool, &linked, &batch, &|t| t == table, &render)? {
                out.write_all(&bytes)?;
                errors += tally.errors();
                watch.written(&tally);
            }
        }
        let lost = self.lost()?;
        let whole = Whole {
            linked: &linked,
            failures: &failures,
            lost: Some(&lost),
        };
        whole.rows(&mut |rows| {
            out.write_all(&render(rows)?)?;
            watch.written(&Tally::of(rows));
            Ok(())
        })?;
        out.flush()?;
        Ok(Outcome {
            failures,
            errors,
            unchanged: false,
        })
    }
}

/// Whether a table is the whole text again, which a run that does not ask for it leaves out of the spool.
fn is_blocks(table: usize) -> bool {
    TABLES[table].name == "blocks"
}

/// What belongs to a run as a whole.
struct Whole<'r> {
    linked: &'r Linked,
    failures: &'r [Failure],
    /// The findings that are no report's, sealed.
    lost: Option<&'r [u8]>,
}

impl Whole<'_> {
    /// Calls `see` with its rows, some at a time.
    fn rows(&self, see: &mut dyn FnMut(&Sealed<'_>) -> Result<()>) -> Result<()> {
        self.linked.rows(self.failures, see)?;
        match self.lost.filter(|rows| !rows.is_empty()) {
            Some(lost) => see(&Sealed::read(lost, |_| true)?),
            None => Ok(()),
        }
    }

    /// Its rows rendered, with what is to be told of them.
    fn rendered(&self, writer: &Writer<'_>) -> Result<Vec<(Rendered, Tally)>> {
        let mut all = Vec::new();
        self.rows(&mut |rows| {
            all.push((writer.render(rows)?, Tally::of(rows)));
            Ok(())
        })?;
        Ok(all)
    }
}

/// Writes the tables and documents of a run from its spool, and the package that lists them; gives the number of findings
/// of severity error.
fn write_all(
    files: &Files,
    spool: &Spool,
    whole: &Whole<'_>,
    mut writer: Writer<'_>,
    tables: &[usize],
    watch: &mut dyn Watch,
) -> Result<usize> {
    let mut errors = 0;
    let wanted = |table: usize| tables.contains(&table);
    let batches: Vec<_> = spool.batches().collect();
    let mut early = None;
    for batch in &batches {
        let render = |report: &Sealed<'_>| writer.render(report);
        let relinked = || relinked(spool, whole.linked, batch, &wanted, &render);
        // The rows of a small run are rendered beside those of its reports.
        let (reports, rows) = match batches.len() {
            1 => rayon::join(relinked, || whole.rendered(&writer).map(Some)),
            _ => (relinked(), Ok(None)),
        };
        early = rows?;
        let (rendered, tallies): (Vec<_>, Vec<_>) = reports?.into_iter().unzip();
        writer.append(rendered)?;
        for tally in &tallies {
            errors += tally.errors();
            watch.written(tally);
        }
    }
    match early {
        Some(rows) => {
            for (rendered, tally) in rows {
                writer.append(vec![rendered])?;
                watch.written(&tally);
            }
        }
        None => whole.rows(&mut |rows| {
            let rendered = writer.render(rows)?;
            writer.append(vec![rendered])?;
            watch.written(&Tally::of(rows));
            Ok(())
        })?,
    }
    writer.finish()?;
    for failure in whole.failures.iter().filter(|f| !f.report_id.is_empty()) {
        let text = format!("{}: {}\n", failure.file, failure.message);
        files.write(&emit::error_file(&failure.report_id), text.as_bytes(), None)?;
    }
    files.pack()?;
    Ok(errors)
}

/// Writes the schemas of these tables, and opens the files of each format.
fn open<'f>(
    files: &'f Files,
    formats: &[&'static dyn Format],
    tables: &[usize],
) -> Result<Writer<'f>> {
    for (path, schema) in emit::schemas(tables) {
        files.write(&path, &schema, None)?;
    }
    Writer::open(files, formats, tables)
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
