//! `rapporteur blocks` and `rapporteur outline`: what the early stages see of a report.

use super::{Exit, complain, print};
use crate::block::{blocks, show};
use crate::outline::Outline;
use crate::source::Source;
use std::path::Path;

/// An early stage.
#[derive(Clone, Copy, Debug)]
pub(super) enum Stage {
    Blocks,
    Outline,
}

pub(super) fn stage(file: &Path, stage: Stage) -> Exit {
    let name = file.display().to_string();
    let decoded = std::fs::read(file)
        .map_err(|e| e.to_string())
        .and_then(|bytes| Source::decode(&name, &name, &bytes).map_err(|e| e.to_string()));
    match decoded {
        Err(message) => {
            complain(&format!("{name}: {message}"));
            Exit::Input
        }
        Ok(source) => print(&match stage {
            Stage::Blocks => show(&source, &blocks(&source)),
            Stage::Outline => Outline::new(&source, blocks(&source)).to_string(),
        }),
    }
}
