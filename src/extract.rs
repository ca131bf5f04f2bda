//! One report from its source to its typed rows.
//!
//! The tables are read in an order in which each can use those before it: what is certain (participants, the agenda)
//! comes first and helps with what is not (bare surnames, run-together cells).

pub mod known;

use crate::block;
use crate::check::{self, Severities};
use crate::flow::Flow;
use crate::language::Language;
use crate::lexicon::{Lang, Lexicon};
use crate::limits::RECORDS;
use crate::outline::{Outline, Unit};
use crate::source::Source;
use crate::span::Span;
use crate::tables::{self, Dataset, speakers::Found, statements::Reply};
use crate::value::date::{self, DateSpan};
use crate::value::person::Known;
use crate::value::quantity::{self, Quantity};
use crate::value::sentence::sentences;
use crate::voice::{Attribution, Roster};
use std::cell::OnceCell;
use std::ops::Range;

pub use crate::value::date::DateOrder;

/// What the user may tell the extraction.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// The order of printed dates; otherwise the report's other dates decide, else the day comes first.
    pub date_order: Option<DateOrder>,
    /// The language; otherwise the report's words decide.
    pub lang: Option<Lang>,
    /// How much the findings of each rule weigh.
    pub severities: Severities,
    /// Leaves the table `blocks` empty: nothing else is read from it.
    pub without_blocks: bool,
}

/// A date with its place in the text of a unit.
pub type Dated = (Range<usize>, DateSpan);

/// A report being read: its outline, the rows found so far, and which units they were read from.
pub struct Extraction<'a> {
    /// The report in reading order.
    pub outline: &'a Outline<'a>,
    /// Its language.
    pub language: Language,
    /// The words that it is read with.
    pub lexicon: &'static Lexicon,
    /// What the user told.
    pub options: Options,
    /// The rows found so far.
    pub data: Dataset,
    /// The people and organisations that the lists and the programme name: see [`known`].
    pub known: Known<'static>,
    /// The people named so far: participants and presenters, then whoever has a role in the body or speaks.
    pub roster: Roster,
    /// The people with a role in the body, and the units that name them.
    pub roles: Vec<Found>,
    /// For each unit the speaker it opens with; empty until the sessions are read.
    pub voices: Vec<Option<Attribution>>,
    /// The speakers whom sentences inside a paragraph bring in, in order.
    pub replies: Vec<Reply>,
    /// For each row of `sessions` its units, in order.
    pub sessions: Vec<Range<usize>>,
    /// The tables that have more rows than are kept, with their number.
    pub cut: Vec<(&'static str, usize)>,
    /// For each unit the quantities of its text, read when first asked for.
    quantities: Vec<OnceCell<Vec<Quantity>>>,
    /// For each unit the dates in its text, read when first asked for.
    dates: Vec<OnceCell<Vec<Dated>>>,
    /// For each grid the dates in its cells, read when first asked for.
    grid_dates: Vec<OnceCell<Vec<(usize, Dated)>>>,
    /// For each unit the sentences of its text, cut when first asked for.
    sentences: Vec<OnceCell<Vec<Range<usize>>>>,
    /// For each unit, the table that holds it as a whole.
    claims: Vec<Option<&'static str>>,
}

impl<'a> Extraction<'a> {
    /// Whether words of a passage, and no more, stand between the stars of a bold run.
    pub fn is_bold(&self, flow: &Flow, words: Range<usize>) -> bool {
        let source = &self.outline.source.text;
        let spans = flow.spans(words);
        let bounds = spans.iter().next().zip(spans.iter().last());
        bounds.is_some_and(|(first, last)| {
            let (start, end) = (first.start as usize, last.end as usize);
            source[..start].ends_with("**") && source[end..].starts_with("**")
        })
    }

    /// Nothing read yet.
    pub fn new(outline: &'a Outline<'a>, options: Options) -> Self {
        let text = &outline.source.text;
        let given = options.lang.map(Language::from);
        let language = given.unwrap_or_else(|| Language::of(text));
        let told = || date::order_of(text, language.lang);
        let options = Options {
            date_order: options.date_order.or_else(told),
            ..options
        };
        language.lang.lexicon().prepare();
        Extraction {
            outline,
            language,
            lexicon: language.lang.lexicon(),
            options,
            data: Dataset::default(),
            known: Known::default(),
            roster: Roster::default(),
            roles: Vec::new(),
            voices: vec![None; outline.units.len()],
            replies: Vec::new(),
            sessions: Vec::new(),
            cut: Vec::new(),
            quantities: vec![OnceCell::new(); outline.units.len()],
            dates: vec![OnceCell::new(); outline.units.len()],
            grid_dates: vec![OnceCell::new(); outline.grids.len()],
            sentences: vec![OnceCell::new(); outline.units.len()],
            claims: vec![None; outline.units.len()],
        }
    }

    /// Marks a unit as read by a table, so that later tables leave it alone.
    pub fn claim(&mut self, unit: usize, table: &'static str) {
        if let Some(claim) = self.claims.get_mut(unit) {
            *claim = Some(table);
        }
    }

    /// The quantities of a unit's text.
    pub fn quantities(&self, unit: usize) -> &[Quantity] {
        let read = || quantity::read(self.outline.units[unit].text(), self.language.lang);
        self.quantities
            .get(unit)
            .map_or(&[], |q| q.get_or_init(read))
    }

    /// The dates of a unit's text, in the order that the user or the report's other dates told.
    pub fn dates(&self, unit: usize) -> &[Dated] {
        let order = self.options.date_order.unwrap_or_default();
        let text = || self.outline.units[unit].text();
        let read = || date::dates(text(), self.language.lang, order);
        self.dates.get(unit).map_or(&[], |d| d.get_or_init(read))
    }

    /// The dates in the cells of a grid, each with the number of its cell, in the order that the user told.
    pub fn dates_of_grid(&self, grid: usize) -> &[(usize, Dated)] {
        let order = self.options.date_order.unwrap_or_default();
        let read = || {
            let cells = self.outline.grids[grid].cells().enumerate();
            let dated = |(i, cell): (usize, &Flow)| {
                let dates = date::dates(cell.as_str(), self.language.lang, order);
                dates.into_iter().map(move |date| (i, date))
            };
            cells.flat_map(dated).collect()
        };
        let grids = self.grid_dates.get(grid);
        grids.map_or(&[], |d| d.get_or_init(read))
    }

    /// The sentences of a unit's text.
    pub fn sentences(&self, unit: usize) -> &[Range<usize>] {
        let cut = || sentences(self.outline.units[unit].text(), self.lexicon).collect();
        self.sentences.get(unit).map_or(&[], |s| s.get_or_init(cut))
    }

    /// The table that a unit was read by.
    pub fn claimed_by(&self, unit: usize) -> Option<&'static str> {
        self.claims.get(unit).copied().flatten()
    }

    /// Whether a unit stands on the title page: before any heading that titles text of its own.
    pub fn in_front(&self, unit: usize) -> bool {
        let Some(report) = self.data.reports.first() else {
            return false;
        };
        let place = self.outline.units[unit].flow.source_start();
        let last = [&report.event_start.spans, &report.title.spans];
        let places = last.iter().filter_map(|s| s.cover());
        // A date at the foot of the last page is none of the title's.
        let early = |s: &Span| self.outline.source.line_of(s.start) <= FRONT;
        let end = places.filter(early).map(|s| s.end).max();
        let title = report.title.spans.cover().is_some();
        title && end.is_some_and(|e| place < e)
    }

    /// The row of `sessions` that a unit belongs to; none until the sessions are read.
    pub fn session_of(&self, unit: usize) -> Option<usize> {
        let before = self.sessions.partition_point(|s| s.start <= unit);
        let last = before.checked_sub(1)?;
        self.sessions[last].contains(&unit).then_some(last)
    }

    /// The units that no table holds as a whole, with their indexes, in reading order.
    pub fn free_units(&self) -> impl Iterator<Item = (usize, &'a Unit<'a>)> + '_ {
        let units = self.outline.units.iter().enumerate();
        units.filter(|(i, _)| self.claims[*i].is_none())
    }
}

/// No title page has more lines.
const FRONT: u32 = 60;

/// Reads every table of a report.
pub fn extract(source: &Source, options: &Options) -> Dataset {
    let outline = Outline::new(source, block::blocks(source));
    let mut x = Extraction::new(&outline, *options);
    for read in tables::EXTRACTORS {
        read(&mut x);
    }
    x.cut = x.data.cut(RECORDS);
    check::run(&mut x);
    x.data.findings.truncate(RECORDS);
    x.data
}
