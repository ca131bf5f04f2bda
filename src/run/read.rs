//! The first pass: each report from its bytes to its spool file.

use super::log::{Log, Status};
use super::spool::{Hasher, Key, Spool, batches, key, stamp};
use super::{BATCH, Described, Failure, Input, Run, Tally, Watch, guarded};
use crate::link::{Mentions, Names};
use crate::seal::seal;
use crate::source::Source;
use crate::spool::Sealed;
use anyhow::Result;
use rayon::prelude::*;
use std::io::Read;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

/// What is to be done with a source beside extraction.
pub(super) type Ship<'a> = dyn Fn(&Source, &[u8]) -> Result<()> + Sync + 'a;

/// A report that was read.
struct Done {
    key: Key,
    status: Status,
    mentions: Mentions,
    tally: Option<Tally>,
}

/// How the first pass goes about it.
pub(super) struct Pass<'a> {
    /// What is done with each source.
    pub(super) ship: &'a Ship<'a>,
    /// Whether what an earlier run did is taken over.
    pub(super) resume: bool,
    /// Who is told of each report.
    pub(super) watch: &'a dyn Watch,
}

impl Run<'_> {
    /// Reads every report into the spool; gives the names of the run and the inputs that could not be read.
    pub(super) fn read_all(
        &self,
        spool: &mut Spool,
        pass: &Pass<'_>,
        log: &mut Log,
    ) -> Result<(Names, Vec<Failure>)> {
        let mut names = Names::default();
        let mut failures = self.failures.clone();
        for failure in &failures {
            log.failure(failure, Duration::ZERO)?;
        }
        let stamp = self.stamp();
        let told = log.is_kept();
        for batch in batches(self.inputs.len(), BATCH) {
            let inputs = &self.inputs[batch];
            let read = inputs.par_iter().map(|input| {
                let begun = Instant::now();
                let result = self.read_one(input, &stamp, spool, pass, told);
                pass.watch.read();
                (result, begun.elapsed())
            });
            let read: Vec<_> = read.collect();
            for (input, (result, took)) in inputs.iter().zip(read) {
                match result? {
                    Ok(done) => {
                        names.add(done.mentions);
                        spool.push(Some(done.key));
                        if let Some(tally) = done.tally {
                            log.report(&input.file, done.status, took, &tally)?;
                        }
                    }
                    Err(failure) => {
                        spool.push(None);
                        log.failure(&failure, took)?;
                        failures.push(failure);
                    }
                }
            }
        }
        Ok((names, failures))
    }

    /// The keys of all reports without reading more than their bytes; none where one cannot be read or comes but once.
    pub(super) fn keys(&self) -> Option<Vec<Key>> {
        let stamp = self.stamp();
        let key = |input: &Input| {
            let bytes = std::fs::read(input.path.as_ref()?).ok()?;
            Some(self.key(&stamp, input, &bytes))
        };
        self.inputs.par_iter().map(key).collect()
    }

    /// What the rows of every report depend on.
    fn stamp(&self) -> Hasher {
        let redact = self.redact.as_ref().map(|r| r.print());
        stamp(&self.options)
            .with(self.corrections.print().as_bytes())
            .with(redact.unwrap_or_default().as_bytes())
    }

    /// What steers the extraction of one report must be in its key.
    fn key(&self, stamp: &Hasher, input: &Input, bytes: &[u8]) -> Key {
        let said = self.manifests.of(input);
        let said = said.map_or(String::new(), |said| format!("{said:?}"));
        key(stamp, input, &said, bytes)
    }

    /// The outer error is one of writing, the inner one of this input alone.
    fn read_one(
        &self,
        input: &Input,
        stamp: &Hasher,
        spool: &Spool,
        pass: &Pass<'_>,
        told: bool,
    ) -> Result<Result<Done, Failure>> {
        let failure = |message: String| Failure {
            report_id: input.id.clone(),
            file: input.file.clone(),
            message,
        };
        let bytes = match bytes(input) {
            Ok(bytes) => bytes,
            Err(error) => return Ok(Err(failure(format!("cannot be read: {error}")))),
        };
        let key = self.key(stamp, input, &bytes);
        let earlier = pass.resume.then(|| spool.earlier(key)).flatten();
        let status = match &earlier {
            Some(_) => Status::Kept,
            None => Status::Read,
        };
        let sealed = guarded(|| {
            let source =
                Source::decode(&input.id, &input.file, &bytes).map_err(|e| e.to_string())?;
            let sha256 = source.sha256.clone();
            let source = self.without(source);
            let sealed = match earlier {
                Some(sealed) => sealed,
                None => self.sealed(input, &source, &sha256, pass.watch),
            };
            Ok::<_, String>((sealed, source))
        });
        let (sealed, source) = match sealed {
            Ok(Ok(sealed)) => sealed,
            Ok(Err(message)) => return Ok(Err(failure(message))),
            Err(panic) => {
                let message = format!("internal error, a bug of the program: {panic}");
                return Ok(Err(failure(message)));
            }
        };
        let sealed = match status {
            Status::Kept => self.corrections.recall(sealed)?,
            _ => self.rows_without(self.corrections.apply(sealed)?)?,
        };
        (pass.ship)(&source, &bytes)?;
        if status == Status::Read {
            spool.write(key, &sealed)?;
        }
        let needs = |table| Mentions::needs(table) || told && Tally::needs(table);
        let rows = Sealed::read(&sealed, needs)?;
        Ok(Ok(Done {
            key,
            status,
            mentions: Mentions::of(&rows, &self.aliases),
            tally: told.then(|| Tally::of(&rows)),
        }))
    }

    /// The rows of a report, sealed.
    fn sealed(&self, input: &Input, source: &Source, sha256: &str, watch: &dyn Watch) -> Vec<u8> {
        let described = self.described(input, sha256, watch);
        let mut options = self.options;
        options.lang = options.lang.or_else(|| described?.lang());
        let mut data = (self.extract)(source, &options);
        if let (Some(described), Some(report)) = (described, data.reports.first_mut()) {
            described.fill(report);
        }
        seal(source, &mut data)
    }

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

/// The bytes of a report; standard input is read once.
pub(super) fn bytes(input: &Input) -> std::io::Result<Vec<u8>> {
    match &input.path {
        Some(path) => std::fs::read(path),
        None => {
            static STDIN: OnceLock<Vec<u8>> = OnceLock::new();
            if let Some(bytes) = STDIN.get() {
                return Ok(bytes.clone());
            }
            let mut bytes = Vec::new();
            std::io::stdin().lock().read_to_end(&mut bytes)?;
            Ok(STDIN.get_or_init(|| bytes).clone())
        }
    }
}
