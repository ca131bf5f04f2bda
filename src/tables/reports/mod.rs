//! The document itself.

mod clock;
mod completed;
mod control;
mod days;
mod event;
mod fields;
mod front;
mod held;
mod kind;
mod matter;
mod organisers;
mod place;
mod refused;
mod rivals;
mod run_on;
mod series;
mod sited;
mod stacked;
mod title;
mod town;
mod venue;
mod when;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_place;
#[cfg(test)]
mod tests_title;

use crate::extract::Extraction;
use crate::record;
use crate::schema::Text;
use crate::span::Spans;
use crate::value::place::country;
use front::Front;

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
        /// The title under which it was collected, from `manifest.csv`.
        manifest_title: Text,
        /// Who published it, from `manifest.csv`.
        publisher: Text,
        /// When it was published, from `manifest.csv`.
        published: Date,
        /// The address it was taken from, from `manifest.csv`.
        source_url: Text,
        /// The licence it is under, from `manifest.csv`.
        licence: Text,
    }
}

impl Report {
    /// Takes a printed country, with its code.
    fn set_country(&mut self, land: Text) {
        let code = country(&land.value).map_or("", |c| c.code);
        self.country_code = Text::new(code, land.spans.clone());
        self.country = land;
    }
}

/// Reads what the document says of itself: its title, its kind, its event and its control box.
pub fn extract(x: &mut Extraction) {
    let source = x.outline.source;
    let front = Front::new(x);
    let title = title::title(x, &front);
    let mut report = Report {
        document_type: kind::kind(x, &front, &title),
        language: Text::new(x.language.tag, Spans::NONE),
        source_file: Text::new(&source.file, Spans::NONE),
        title,
        rule: "document",
        ..Report::default()
    };
    if !front.tells_several_events(x) {
        event::fill(x, &front, &mut report);
        clock::fill(x, &mut report);
    }
    control::fill(x, &mut report);
    x.data.reports.push(report);
}

/// Looks again at what kind of document it is once its programme is read.
pub fn settle(x: &mut Extraction) {
    let front = Front::new(x);
    let Some(report) = x.data.reports.first() else {
        return;
    };
    let kind = kind::of_programme(x, &front, &report.title);
    if let (Some(kind), Some(report)) = (kind, x.data.reports.first_mut()) {
        report.document_type = kind;
    }
    days::fill(x);
}
