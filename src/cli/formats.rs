//! `rapporteur formats`, `completions` and `man`: what there is, from the lists and the arguments themselves.

use super::args::Cli;
use super::{Exit, complain, print};
use crate::emit::{DEFAULT_FORMATS, FORMATS, Format, Shape};
use clap::CommandFactory;
use clap_complete::Shell;
use std::fmt::Write;

/// Every format in a line, in Markdown.
pub(super) fn formats() -> String {
    let mut out = String::from("| format | files | what it is |\n| --- | --- | --- |\n");
    for format in FORMATS {
        let (name, files, doc) = (format.name(), files(*format), format.doc());
        let default = if DEFAULT_FORMATS.contains(&name) {
            " (written without --format)"
        } else {
            ""
        };
        let _ = writeln!(out, "| `{name}` | {files} | {doc}{default} |");
    }
    out
}

fn files(format: &dyn Format) -> String {
    let extension = format.extension();
    match format.shape() {
        Shape::Tables(_) => format!("`TABLE.{extension}`"),
        Shape::Reports(_) => format!("`reports/REPORT_ID.{extension}`"),
        Shape::Run(_) => "of the whole run".to_string(),
    }
}

/// The script that completes the arguments in a shell.
pub(super) fn completions(shell: Shell) -> Exit {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "rapporteur", &mut script);
    print(&String::from_utf8_lossy(&script))
}

/// The manual page of the program, or of one of its commands.
pub(super) fn man(name: Option<&str>) -> Exit {
    let mut program = Cli::command();
    program.build();
    let command = match name {
        None => Some(&program),
        Some(name) => program.find_subcommand(name),
    };
    let Some(command) = command else {
        complain(&format!("there is no command {}", name.unwrap_or_default()));
        return Exit::Usage;
    };
    let mut page = Vec::new();
    // Writing to a vector does not fail.
    let _ = clap_mangen::Man::new(command.clone()).render(&mut page);
    print(&String::from_utf8_lossy(&page))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_is_listed() {
        let list = formats();
        for format in FORMATS {
            assert!(
                list.contains(&format!("| `{}` |", format.name())) && list.contains(format.doc())
            );
        }
    }
}
