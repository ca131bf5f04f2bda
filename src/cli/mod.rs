//! The command line: what the user typed, done, and what came of it as an exit code.

mod args;
mod config;
mod diff;
mod eval;
mod explain;
mod extract;
mod formats;
mod graph;
mod read;
mod report;
mod rules;
mod stages;
mod tables;
mod verify;

use args::Command;
use stages::Stage;
use std::io::Write;
use std::process::ExitCode;

/// Why the program ended as it did; of several the highest counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// All was done.
    Done = 0,
    /// A finding is an error, and the user is strict; or `verify` found a fault.
    Findings = 1,
    /// The arguments or a control file make no sense.
    Usage = 2,
    /// Some input could not be read or held nothing.
    Input = 3,
    /// Output could not be written.
    Output = 4,
}

/// Does what the arguments of the program say.
pub fn main() -> ExitCode {
    let (cli, severities) = match config::parse(std::env::args_os().collect()) {
        Ok(parsed) => parsed,
        Err(config::Wrong::Arguments(error)) => error.exit(),
        Err(config::Wrong::File(message)) => {
            complain(&message);
            return ExitCode::from(Exit::Usage as u8);
        }
    };
    let exit = match cli.command {
        None => extract::extract(&cli.extract, severities),
        Some(Command::Extract(args)) => extract::extract(&args, severities),
        Some(Command::Merge(args)) => extract::merge(&args),
        Some(Command::Explain(args)) => explain::explain(&args),
        Some(Command::Tables) => print(&tables::dictionary()),
        Some(Command::Rules { rule }) => print(&rules::rules(rule.as_deref())),
        Some(Command::Formats) => print(&formats::formats()),
        Some(Command::Completions { shell }) => formats::completions(shell),
        Some(Command::Man { command }) => formats::man(command.as_deref()),
        Some(Command::Blocks { file }) => stages::stage(&file, Stage::Blocks),
        Some(Command::Outline { file }) => stages::stage(&file, Stage::Outline),
        Some(Command::Diff(args)) => diff::diff(&args),
        Some(Command::Eval(args)) => eval::eval(&args),
        Some(Command::Graph(args)) => graph::graph(&args),
        Some(Command::Verify { dir }) => verify::verify(&dir),
        Some(Command::Read(args)) => read::read(&args),
    };
    ExitCode::from(exit as u8)
}

/// Writes text to standard output; a reader that has read enough is no fault.
fn print(text: &str) -> Exit {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(e) if e.kind() != std::io::ErrorKind::BrokenPipe => {
            complain(&format!("cannot write to standard output: {e}"));
            Exit::Output
        }
        _ => Exit::Done,
    }
}

/// A message about the program's own work on standard error.
fn complain(message: &str) {
    // There is nowhere left to say that standard error is closed.
    let _ = writeln!(std::io::stderr(), "rapporteur: {message}");
}
