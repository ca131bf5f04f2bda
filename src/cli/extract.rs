//! `rapporteur extract`: the run and what is told of it.

use super::args::Extract;
use super::report::Teller;
use super::{Exit, complain};
use crate::check::Severities;
use crate::emit::Shape;
use crate::extract::Options;
use crate::run::{Failure, Manifests, Run, collect};
use anyhow::Result;
use std::io::{BufWriter, ErrorKind};

pub(super) fn extract(args: &Extract, severities: Severities) -> Exit {
    let target = args.to_stdout().then(|| args.one_table());
    if let Some(Err(usage)) = &target {
        let _ = usage.print();
        return Exit::Usage;
    }
    let (inputs, failures) = collect(&args.paths);
    if inputs.is_empty() {
        tell_failures(&failures);
        complain("nothing to read, so nothing was written");
        return Exit::Input;
    }
    let manifests = match Manifests::beside(&inputs) {
        Ok(manifests) => manifests,
        Err(message) => {
            complain(&message);
            return Exit::Usage;
        }
    };
    if let Some(jobs) = args.jobs {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs.into());
        // It fails only where there is a pool already, and this is the first to ask.
        let _ = pool.build_global();
    }
    let mut teller = Teller::new(&inputs, args.quiet);
    let run = Run {
        inputs: &inputs,
        failures,
        manifests,
        options: Options {
            severities,
            ..args.options()
        },
        extract: crate::extract::extract,
    };
    let result = match target {
        Some(Ok((table, format))) => match format.shape() {
            Shape::Tables(text) => {
                let mut out = BufWriter::new(std::io::stdout().lock());
                run.into_stream(&mut out, text, table, &mut teller)
            }
            Shape::Reports(_) | Shape::Run(_) => Ok(Vec::new()),
        },
        _ => run.into_folder(&args.out, &args.formats(), &args.tables(), &mut teller),
    };
    finish(args, teller, result)
}

fn finish(args: &Extract, teller: Teller<'_>, result: Result<Vec<Failure>>) -> Exit {
    let errors = teller.errors();
    teller.end();
    match result {
        Err(error) if is_broken_pipe(&error) => Exit::Done,
        Err(error) => {
            complain(&format!("{error:#}"));
            Exit::Output
        }
        Ok(failures) => {
            tell_failures(&failures);
            match (failures.is_empty(), args.strict && errors > 0) {
                (false, _) => Exit::Input,
                (true, true) => Exit::Findings,
                (true, false) => Exit::Done,
            }
        }
    }
}

fn tell_failures(failures: &[Failure]) {
    for failure in failures {
        complain(&format!("{}: {}", failure.file, failure.message));
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let io = error.downcast_ref::<std::io::Error>();
    io.is_some_and(|e| e.kind() == ErrorKind::BrokenPipe)
}
