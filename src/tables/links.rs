//! Printed web and e-mail addresses.

use crate::extract::Extraction;
use crate::record;

record! {
    /// A printed URL or e-mail address.
    pub struct Hyperlink in "links" ("lnk") key [url] above [context] {
        /// The address, without `mailto:`.
        url: Text,
        /// The words that carry it; empty for a bare one.
        text: Text,
        /// The heading above it.
        context: Text,
    }
}

/// Reads the table.
pub fn extract(_x: &mut Extraction) {}
