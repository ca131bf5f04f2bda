//! Short forms with the expansions that the report itself prints.

use crate::extract::Extraction;
use crate::record;

record! {
    /// The first pairing of a short form with its expansion.
    pub struct Acronym in "acronyms" ("acr") key [acronym, expansion] {
        /// The short form.
        acronym: Text,
        /// What it stands for, without article.
        expansion: Text,
    }
}

/// Reads the table.
pub fn extract(_x: &mut Extraction) {}
