//! The first pass: each report from its bytes to its spool file.

use super::{BATCH, Described, Failure, Input, Run, Spool, Watch, guarded};
use crate::link::{Mentions, Names};
use crate::seal::seal;
use crate::source::Source;
use crate::spool::Sealed;
use anyhow::Result;
use rayon::prelude::*;
use std::io::Read;

/// What is to be done with a source beside extraction.
pub(super) type Ship<'a> = dyn Fn(&Source, &[u8]) -> Result<()> + Sync + 'a;

impl Run<'_> {
    /// Reads every report into the spool; gives the names of the run and the inputs that could not be read.
    pub(super) fn read_all(
        &self,
        spool: &Spool,
        ship: &Ship<'_>,
        watch: &dyn Watch,
    ) -> Result<(Names, Vec<Failure>)> {
        let mut names = Names::default();
        let mut failures = self.failures.clone();
        for from in (0..self.inputs.len()).step_by(BATCH) {
            let batch = from..self.inputs.len().min(from + BATCH);
            let read = batch.into_par_iter().map(|number| {
                let result = self.read_one(number, spool, ship, watch);
                watch.read();
                result
            });
            for result in read.collect::<Vec<_>>() {
                match result? {
                    Ok(mentions) => names.add(mentions),
                    Err(failure) => failures.push(failure),
                }
            }
        }
        Ok((names, failures))
    }

    /// The outer error is one of writing, the inner one of this input alone.
    fn read_one(
        &self,
        number: usize,
        spool: &Spool,
        ship: &Ship<'_>,
        watch: &dyn Watch,
    ) -> Result<Result<Mentions, Failure>> {
        let input = &self.inputs[number];
        let failure = |message: String| Failure {
            report_id: input.id.clone(),
            file: input.file.clone(),
            message,
        };
        let bytes = match bytes(input) {
            Ok(bytes) => bytes,
            Err(error) => return Ok(Err(failure(format!("cannot be read: {error}")))),
        };
        let sealed = guarded(|| {
            let source =
                Source::decode(&input.id, &input.file, &bytes).map_err(|e| e.to_string())?;
            let described = self.described(input, &source.sha256, watch);
            let mut options = self.options;
            options.lang = options.lang.or_else(|| described?.lang());
            let mut data = (self.extract)(&source, &options);
            if let (Some(described), Some(report)) = (described, data.reports.first_mut()) {
                described.fill(report);
            }
            Ok::<_, String>((seal(&source, &mut data), source))
        });
        let (sealed, source) = match sealed {
            Ok(Ok(sealed)) => sealed,
            Ok(Err(message)) => return Ok(Err(failure(message))),
            Err(panic) => {
                let message = format!("internal error, a bug of the program: {panic}");
                return Ok(Err(failure(message)));
            }
        };
        ship(&source, &bytes)?;
        spool.write(number, &sealed)?;
        Ok(Ok(Mentions::of(&Sealed::read(&sealed, Mentions::needs)?)))
    }
}

impl Run<'_> {
    /// What the manifest says of a report, unless it says it of another version of the file.
    fn described(&self, input: &Input, sha256: &str, watch: &dyn Watch) -> Option<&Described> {
        let described = self.manifests.of(input)?;
        if !described.is_of(sha256) {
            watch.warn(&format!(
                "{}: manifest.csv describes another version of it (its sha256 differs), so that is left out",
                input.file
            ));
            return None;
        }
        Some(described)
    }
}

fn bytes(input: &Input) -> std::io::Result<Vec<u8>> {
    match &input.path {
        Some(path) => std::fs::read(path),
        None => {
            let mut bytes = Vec::new();
            std::io::stdin().lock().read_to_end(&mut bytes)?;
            Ok(bytes)
        }
    }
}
