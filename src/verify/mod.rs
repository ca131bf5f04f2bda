//! Whether a folder still is what a run wrote: nobody edited, cut or mixed up its files.
//!
//! The files have the sizes and hashes of the package, and the package is the one that the program writes for them
//! ([`files`]); every cell keeps its type and promise, every key is single and every link leads somewhere ([`cells`]);
//! every record stands where it says, and every text cell is found again at its places in the shipped source
//! ([`places`]); the blocks are the whole source, and what a record draws on is claimed ([`account`]). The documents of
//! the reports and the tables say the same.

mod account;
mod cells;
mod documents;
mod files;
mod places;
mod rows;

pub use places::grounded;

use crate::flow::Layout;
use crate::outline::Outline;
use crate::source::Source;
use anyhow::Result;
use rayon::prelude::*;
use rows::Tables;
use std::path::Path;

/// Faults that are kept with their words; of the others only the number.
const KEPT: usize = 10;

/// What does not hold, in the order in which it was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults {
    first: Vec<String>,
    count: usize,
}

impl Faults {
    /// The first ten, each a line.
    pub fn first(&self) -> &[String] {
        &self.first
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.count
    }

    fn add(&mut self, fault: impl FnOnce() -> String) {
        if self.first.len() < KEPT {
            self.first.push(fault());
        }
        self.count += 1;
    }

    fn extend(&mut self, others: Faults) {
        let left = KEPT - self.first.len();
        self.first.extend(others.first.into_iter().take(left));
        self.count += others.count;
    }
}

/// What came of verifying a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// Files that the package lists.
    pub files: usize,
    /// Rows of all tables.
    pub rows: usize,
    /// Text cells that were found again in their source.
    pub texts: usize,
    /// What does not hold.
    pub faults: Faults,
}

/// Verifies a folder that a run wrote.
///
/// # Errors
/// Where it has no package that can be read.
pub fn verify(dir: &Path) -> Result<Verdict> {
    let mut faults = Faults::default();
    let listed = files::check(dir, &mut faults)?;
    let tables = Tables::read(dir, &listed, &mut faults);
    cells::check(&tables, &mut faults);
    let reports: Vec<&str> = listed.iter().filter_map(|p| files::report_of(p)).collect();
    let each = reports
        .par_iter()
        .map(|id| report(dir, &listed, &tables, id));
    let mut texts = 0;
    for (found, more) in each.collect::<Vec<_>>() {
        texts += found;
        faults.extend(more);
    }
    Ok(Verdict {
        files: listed.len(),
        rows: tables.rows(),
        texts,
        faults,
    })
}

/// Verifies what is said of one report; gives how many texts were found again.
fn report(dir: &Path, listed: &[String], tables: &Tables, id: &str) -> (usize, Faults) {
    let mut faults = Faults::default();
    let path = format!("sources/{id}.txt");
    let text = match std::fs::read_to_string(dir.join(&path)) {
        Ok(text) => text,
        Err(error) => {
            faults.add(|| format!("{path}: {error}"));
            return (0, faults);
        }
    };
    let source = Source::from_text(id, &text);
    if source.text != text {
        faults.add(|| format!("{path}: has line ends other than LF"));
        return (0, faults);
    }
    places::check(tables, &source, &mut faults);
    account::check(tables, &source, &mut faults);
    let document = format!("reports/{id}.json");
    if !listed.contains(&document) {
        return (0, faults);
    }
    let records = documents::read(dir, &document, &mut faults);
    documents::check(tables, &source, &document, &records, &mut faults);
    let outline = Outline::new(&source, crate::block::blocks(&source));
    let layout: &Layout<'_> = &outline.layout;
    let found = places::check_texts(tables, &source, layout, &records, &mut faults);
    account::check_claims(tables, &source, &records, &mut faults);
    (found, faults)
}

#[cfg(test)]
mod tests;
