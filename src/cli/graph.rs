//! `rapporteur graph`: the network of people, organisations and reports.

use super::args::Graph as Arguments;
use super::{Exit, complain, print};
use crate::graph::{Graph, graphml};

pub(super) fn graph(args: &Arguments) -> Exit {
    // There is one format so far, and clap lets through no other.
    let text = match Graph::of_folder(&args.folder) {
        Ok(graph) => graphml(&graph),
        Err(error) => {
            complain(&format!("{error:#}"));
            return Exit::Input;
        }
    };
    if args.out.as_os_str() == "-" {
        return print(&text);
    }
    match std::fs::write(&args.out, text) {
        Ok(()) => Exit::Done,
        Err(error) => {
            complain(&format!("cannot write {}: {error}", args.out.display()));
            Exit::Output
        }
    }
}
