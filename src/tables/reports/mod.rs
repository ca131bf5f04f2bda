//! The document itself.

mod clock;
mod control;
mod event;
mod kind;
mod matter;
mod organisers;
mod place;
mod run_on;
mod title;
mod when;

#[cfg(test)]
mod tests;

use crate::extract::Extraction;
use crate::lexicon::List;
use crate::outline::{Section, Unit, UnitKind};
use crate::record;
use crate::schema::Text;
use crate::span::Spans;
use crate::value::date::{DateOrder, dates};
use crate::value::time::time_at;

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
}

/// So many units from the start may be a title, however long.
const TOP: usize = 5;

/// What stands before the body: the lines of the title page, and the first paragraphs.
pub(super) struct Front {
    /// Short lines before the first paragraph of running text.
    lines: Vec<usize>,
    /// The first paragraphs of running text.
    lead: Vec<usize>,
}

impl Front {
    fn new(x: &Extraction) -> Front {
        let units = &x.outline.units;
        // A long title has no stop.
        let stops =
            |t: &str| t.len() >= 260 || t.contains(". ") || t.ends_with(['.', ':', ';', '!']);
        let is_prose = |i: usize, u: &Unit| {
            let whole = i > TOP || stops(u.text());
            u.text().len() >= 160 && whole && matches!(u.kind, UnitKind::Paragraph)
        };
        let is_line = |u: &Unit| {
            let kind = matches!(
                u.kind,
                UnitKind::Heading(_) | UnitKind::Paragraph | UnitKind::Caption | UnitKind::Label
            );
            kind && u.text().len() < 240
        };
        let lang = x.lexicon.lang();
        let opens_body = |(i, u): (usize, &Unit)| {
            let listed = matches!(u.kind, UnitKind::Item | UnitKind::Grid(_));
            let timed = time_at(u.text(), lang).is_some_and(|(len, _)| len + 3 < u.text().len());
            let listed = listed || timed;
            let name = u.text().trim_end_matches([':', ' ']);
            let section = i > 0 && x.lexicon.list(List::SectionWord).is(name);
            is_prose(i, u) || (listed && i > 3) || section
        };
        let opening = units.iter().enumerate().position(opens_body);
        let body = opening.unwrap_or(units.len()).min(24);
        let lines = (0..body).filter(|&i| is_line(&units[i])).collect();
        let prose = (0..units.len()).filter(|&i| {
            matches!(units[i].kind, UnitKind::Paragraph) && units[i].text().len() >= 80
        });
        Front {
            lines,
            lead: prose.take(3).collect(),
        }
    }

    /// A brief about several dated events has none of its own.
    fn tells_several_events(&self, x: &Extraction) -> bool {
        let dated = |s: &&Section| {
            let text = s.heading.as_str();
            let found = dates(text, x.lexicon.lang(), DateOrder::default());
            found
                .iter()
                .any(|(_, d)| d.start.month.is_some() && d.start.year.is_some())
                && x.lexicon.list(List::EventNoun).found_in(text)
        };
        x.outline.sections.iter().filter(dated).count() >= 2
    }
}
