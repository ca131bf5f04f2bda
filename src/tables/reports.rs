//! The document itself.

use crate::extract::Extraction;
use crate::record;
use crate::schema::Text;
use crate::span::Spans;

/// What a document can be.
pub const TYPES: &[&str] = &[
    "report",
    "summary_record",
    "minutes",
    "press_release",
    "brief",
    "agenda",
    "other",
];

record! {
    /// A document; its `id` is the `report_id`.
    pub struct Report in "reports" ("rep") key [] {
        /// The title it prints as its own.
        title: Text,
        /// What kind of document it is.
        document_type: Choice in TYPES,
        /// The first day of its event.
        event_start: Date,
        /// The last day of its event.
        event_end: Date,
        /// When the event starts.
        start_time: Time,
        /// When the event ends.
        end_time: Time,
        /// The venue.
        venue: Text,
        /// The city.
        city: Text,
        /// The country as printed.
        country: Text,
        /// ISO 3166-1 alpha-2.
        country_code: Text,
        /// Who organised it; several joined by `; `.
        organisers: Text,
        /// The version it prints.
        document_version: Text,
        /// The date of the document.
        document_date: Date,
        /// BCP 47.
        language: Text,
        /// The input, relative to what the run was given.
        source_file: Text,
        /// Of the input's bytes.
        source_sha256: Text,
        /// Unicode code points of the decoded text.
        source_chars: Int,
        /// Lines of the decoded text.
        source_lines: Int,
        /// The share of the non-blank characters that a record draws on, in percent.
        claimed_percent: Num,
    }
}

/// Reads the table.
pub fn extract(x: &mut Extraction) {
    let source = x.outline.source;
    x.data.reports.push(Report {
        language: Text::new(x.lexicon.lang().tag(), Spans::NONE),
        source_file: Text::new(&source.file, Spans::NONE),
        rule: "document",
        ..Report::default()
    });
}
