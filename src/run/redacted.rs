//! A run that redacts: whom, and what the user's own files and names become.

use super::read::bytes;
use super::{Failure, Input, Run, guarded};
use crate::link::Aliases;
use crate::redact::{Gathered, Redactor};
use crate::source::{Source, slug};
use anyhow::Result;
use rayon::prelude::*;
use std::collections::HashSet;
use std::path::Path;

/// How often all reports are read to learn whom they name: what is redacted may let others be seen as people.
const ROUNDS: usize = 6;

impl Run<'_> {
    /// Does the work over the reports as they may be told of: where something is to be in no output, they are read until
    /// they name nobody new, and go by names that tell nothing.
    pub(super) fn redacted<T>(self, work: impl FnOnce(Run<'_>) -> Result<T>) -> Result<T> {
        let Some(mut redactor) = self.redact.clone() else {
            return work(self);
        };
        self.learn(&mut redactor);
        let inputs = renamed(self.inputs, &redactor);
        let aliases = aliases(&self.aliases, &redactor)?;
        let failures = self.failures.iter().map(|f| failure(f, &redactor));
        work(Run {
            inputs: &inputs,
            aliases,
            failures: failures.collect(),
            redact: Some(redactor),
            ..self
        })
    }

    fn learn(&self, redactor: &mut Redactor) {
        for _ in 0..ROUNDS {
            let gathered = self
                .inputs
                .par_iter()
                .filter_map(|input| self.gathered(input, redactor));
            let gathered: Vec<Gathered> = gathered.collect();
            if !redactor.learn(gathered) {
                break;
            }
        }
    }

    /// Whom a report names; nobody where it cannot be read.
    fn gathered(&self, input: &Input, redactor: &Redactor) -> Option<Gathered> {
        let bytes = bytes(input).ok()?;
        let read = guarded(|| {
            let source = Source::decode(&input.id, &input.file, &bytes).ok()?;
            let text = redactor.text(&source.text).into_owned();
            let source = source.with_text(text);
            let data = (self.extract)(&source, &self.options);
            Some(Gathered::of(&data, &source.text))
        });
        read.ok().flatten()
    }

    /// A source without what is to be in no output.
    pub(super) fn without(&self, source: Source) -> Source {
        match &self.redact {
            Some(redactor) => {
                let text = redactor.text(&source.text).into_owned();
                source.with_text(text)
            }
            None => source,
        }
    }

    /// Sealed rows without it: what the user added is in no source.
    pub(super) fn rows_without(&self, sealed: Vec<u8>) -> Result<Vec<u8>> {
        match &self.redact {
            Some(redactor) => Ok(redactor.rows(sealed)?),
            None => Ok(sealed),
        }
    }

    /// The findings of corrections that no report has a row for.
    pub(super) fn lost(&self) -> Result<Vec<u8>> {
        self.rows_without(self.corrections.lost())
    }
}

/// The inputs with other ids and names where these tell whom the reports name.
fn renamed(inputs: &[Input], redactor: &Redactor) -> Vec<Input> {
    let mut taken = HashSet::new();
    let other = |input: &Input| {
        let file = redactor.file_name(&input.file);
        if file == input.file {
            taken.insert(input.id.clone());
            return input.clone();
        }
        let stem = Path::new(&file)
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let slug = slug(&stem);
        let numbered = (2..).map(|n| format!("{slug}-{n}"));
        let mut ids = std::iter::once(slug.clone()).chain(numbered);
        let id = ids.find(|id| taken.insert(id.clone())).unwrap_or_default();
        Input {
            id,
            file,
            path: input.path.clone(),
        }
    };
    inputs.iter().map(other).collect()
}

fn failure(failure: &Failure, redactor: &Redactor) -> Failure {
    Failure {
        report_id: redactor.file_name(&failure.report_id),
        file: redactor.file_name(&failure.file),
        message: redactor.text(&failure.message).into_owned(),
    }
}

/// What the user says of who is who, in the names that the reports have then.
fn aliases(aliases: &Aliases, redactor: &Redactor) -> Result<Aliases> {
    let mut controls = aliases.controls().to_vec();
    for row in controls.iter_mut().flat_map(|c| &mut c.rows) {
        for cell in &mut row.cells {
            cell.text = redactor.text(&cell.text).into_owned();
        }
    }
    Ok(Aliases::of(&controls)?)
}
