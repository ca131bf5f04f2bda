//! Lines of the title page set below each other without a blank, each telling one thing: the day, then house and town.

use super::fields::{labels, version};
use super::title::is_sited;
use crate::extract::{DateOrder, Extraction};
use crate::flow::Flow;
use crate::lexicon::List;
use crate::value::date::dates;

/// No line of such a stack is longer, and none has more lines.
const LINE: usize = 100;
const LINES: usize = 6;

/// No line of several labels is longer.
const FIELDS: usize = 240;

/// The lines of a unit, each on its own where they are such a stack; else the unit as a whole.
pub(super) fn told_apart<'s>(x: &Extraction, flow: &Flow<'s>) -> Vec<Flow<'s>> {
    let labels = match flow.len() <= FIELDS {
        true => labels(x, flow.as_str()),
        false => Vec::new(),
    };
    if !labels.is_empty() {
        let starts = std::iter::once(0).chain(labels.iter().copied());
        let ends = labels.iter().copied().chain([flow.len()]);
        let signs = [' ', '|', '\u{b7}', '\u{2022}', ';', ','];
        let own = |(from, to): (usize, usize)| {
            let text = flow.as_str()[from..to].trim_end_matches(signs);
            flow.slice(from..from + text.len())
        };
        return starts.zip(ends).map(own).collect();
    }
    if let Some(at) = leads_in(flow) {
        return vec![flow.slice(0..at).trim(), flow.slice(at..flow.len())];
    }
    let lines: Vec<Flow> = flow
        .lines()
        .take(LINES + 1)
        .map(|l| flow.slice(l))
        .collect();
    let short = (2..=LINES).contains(&lines.len()) && lines.iter().all(|l| l.len() <= LINE);
    // `Some Hotel, Some Town,` goes on in the line below.
    let goes_on = |l: &Flow| {
        let last = l.as_str().rsplit(' ').next().unwrap_or("");
        l.as_str().ends_with([',', '-', '(']) || x.lexicon.list(List::SmallWord).is(last)
    };
    let own = |i: usize| {
        let above = i.checked_sub(1).is_some_and(|i| goes_on(&lines[i]));
        let line = lines[i].as_str();
        !above
            && (version(x, line).is_some()
                || is_day(x, line)
                || names_place(x, line)
                || is_sited_day(x, line))
    };
    let fields = || lines.iter().all(|l| is_field(l.as_str()));
    match short && ((0..lines.len()).any(own) || fields()) {
        true => lines,
        false => vec![flow.clone()],
    }
}

/// A line that leads in what stands below is no longer.
const LABEL: usize = 40;

/// Where the last line begins, if it leads in what stands below: `Present:` right under a title.
fn leads_in(flow: &Flow) -> Option<usize> {
    let text = flow.as_str();
    let label = text.ends_with(':').then(|| flow.lines().last())??;
    (label.start > 0 && label.len() <= LABEL).then_some(label.start)
}

/// `Chair: Ana Example`: a word or three, and what they label.
fn is_field(line: &str) -> bool {
    let label = line
        .split_once(": ")
        .map_or("", |(label, _)| label.trim_end());
    !label.is_empty() && label.split(' ').count() <= 3 && label.starts_with(char::is_uppercase)
}

/// Whether a line tells a day and nothing else, with its label or without: `Date: 4 May 2015`.
pub(super) fn is_day(x: &Extraction, line: &str) -> bool {
    let value = line.split_once(':').filter(|(l, _)| l.len() <= 16);
    let text = value.map_or(line, |(_, v)| v.trim());
    let order = x.options.date_order.unwrap_or(DateOrder::Dmy);
    let found = dates(text, x.lexicon.lang(), order);
    found
        .first()
        .is_some_and(|(r, d)| d.start.day.is_some() && text.len() - r.len() <= 2)
}

/// `Some Hotel, Some Town, Some Land, 4-6 May 2015`.
fn is_sited_day(x: &Extraction, line: &str) -> bool {
    let order = x.options.date_order.unwrap_or(DateOrder::Dmy);
    let found = dates(line, x.lexicon.lang(), order);
    let day = found
        .last()
        .filter(|(r, d)| r.end == line.len() && d.start.day.is_some());
    day.is_some_and(|(r, _)| is_sited(x, line[..r.start].trim_end_matches([' ', ',', '('])))
}

/// `Place: Some Town, Some Land`.
fn names_place(x: &Extraction, line: &str) -> bool {
    let label = x.lexicon.list(List::VenueLabel).starts(line);
    label.is_some_and(|len| line[len..].trim_start().starts_with(':'))
}
