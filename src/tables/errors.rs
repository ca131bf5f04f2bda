//! Inputs that could not be read.

use crate::record;

record! {
    /// An input that could not be read.
    pub struct ErrorRow in "errors" ("err") key [source_file, message] {
        /// The input, relative to what the run was given.
        source_file: Text,
        /// Why not.
        message: Text,
    }
}
