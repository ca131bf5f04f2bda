//! `rapporteur extract` and `rapporteur merge`: the run and what is told of it.

use super::args::{Extract, Merge};
use super::report::Teller;
use super::{Exit, complain};
use crate::check::Severities;
use crate::correct::{self, Corrections};
use crate::emit::{Shape, uninterrupted};
use crate::extract::Options;
use crate::link::Aliases;
use crate::run::{ControlError, Failure, Manifests, Outcome, Run, Shards, beside, collect};
use anyhow::Result;
use std::io::{BufWriter, ErrorKind};

/// What a shell says of a program that an interrupt ended.
const INTERRUPTED: i32 = 130;

pub(super) fn extract(args: &Extract, severities: Severities) -> Exit {
    let target = args.to_stdout().then(|| args.one_table());
    if let Some(Err(usage)) = &target {
        let _ = usage.print();
        return Exit::Usage;
    }
    let (mut inputs, mut failures) = collect(&args.paths);
    if let Some(shard) = args.shard {
        (inputs, failures) = shard.part(inputs, failures);
    }
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
    let redact = match args.redactor() {
        Ok(redact) => redact,
        Err(error) => {
            complain(&format!("{error:#}"));
            return Exit::Usage;
        }
    };
    if redact.is_some() && args.shard.is_some() {
        complain("--redact and --shard: one part of a run does not know whom the others name");
        return Exit::Usage;
    }
    let reports: Vec<&str> = inputs.iter().map(|i| i.id.as_str()).collect();
    let files = beside(&args.paths, correct::FILE);
    let corrections = match Corrections::read(&files, &reports, severities) {
        Ok(corrections) => corrections,
        Err(error) => {
            complain(&error.to_string());
            return Exit::Usage;
        }
    };
    let aliases = match Aliases::beside(&args.paths) {
        Ok(aliases) => aliases,
        Err(error) => {
            complain(&error.to_string());
            return Exit::Usage;
        }
    };
    // This thread works too. It fails only where there is a pool already, and this is the first to ask.
    let pool = rayon::ThreadPoolBuilder::new().use_current_thread();
    let _ = pool
        .num_threads(args.jobs.map_or(0, Into::into))
        .build_global();
    heed_signals(args);
    let mut teller = Teller::new(&inputs, args.quiet);
    let run = Run {
        inputs: &inputs,
        failures,
        manifests,
        aliases,
        options: Options {
            severities,
            ..args.options()
        },
        corrections,
        redact,
        extract: crate::extract::extract,
        care: args.care(),
    };
    let result = match target {
        Some(Ok((table, format))) => match format.shape() {
            Shape::Tables(text) => {
                let mut out = BufWriter::new(std::io::stdout().lock());
                run.into_stream(&mut out, text, table, &mut teller)
            }
            Shape::Reports(_) | Shape::Run(_) => Ok(Outcome::default()),
        },
        _ => run.into_folder(
            &args.out,
            &args.written.formats(),
            &args.written.tables(),
            &mut teller,
        ),
    };
    finish(args.strict, teller, result)
}

pub(super) fn merge(args: &Merge) -> Exit {
    let shards = match Shards::open(&args.shards) {
        Ok(shards) if shards.holds(&args.out) => {
            let out = args.out.display();
            complain(&format!(
                "{out} is one of the parts; write the whole elsewhere"
            ));
            return Exit::Usage;
        }
        Ok(shards) => shards,
        Err(error) => {
            complain(&format!("{error:#}"));
            return Exit::Usage;
        }
    };
    let inputs = shards.inputs();
    let mut teller = Teller::new(&inputs, args.quiet);
    let result = shards.merge(
        &args.out,
        &args.written.formats(),
        &args.written.tables(),
        &mut teller,
    );
    finish(false, teller, result)
}

fn finish(strict: bool, teller: Teller<'_>, result: Result<Outcome>) -> Exit {
    if result.as_ref().is_ok_and(|outcome| outcome.unchanged) {
        teller.unchanged();
    } else {
        teller.end();
    }
    match result {
        Err(error) if is_broken_pipe(&error) => Exit::Done,
        Err(error) if error.is::<ControlError>() => {
            complain(&error.to_string());
            Exit::Usage
        }
        Err(error) => {
            complain(&format!("{error:#}"));
            Exit::Output
        }
        Ok(outcome) => {
            tell_failures(&outcome.failures);
            match (outcome.failures.is_empty(), strict && outcome.errors > 0) {
                (false, _) => Exit::Input,
                (true, true) => Exit::Findings,
                (true, false) => Exit::Done,
            }
        }
    }
}

/// On an interrupt the program ends with whole files: what stands in the output folder is of one run, and what is done of
/// this one can be taken over by the next.
fn heed_signals(args: &Extract) {
    let advice = match args.to_stdout() {
        true => "stopped",
        false => "stopped; the same command with --resume goes on where this one ended",
    };
    // Without a handler the program ends all the same, only without the advice.
    let _ = ctrlc::set_handler(move || {
        let _whole = uninterrupted();
        complain(advice);
        std::process::exit(INTERRUPTED);
    });
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
