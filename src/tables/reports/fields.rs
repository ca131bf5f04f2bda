//! What labels tell at the head of a document: in a list of points, in a table of labels and values, several on one line.

use super::event::time;
use super::organisers::names;
use super::place::line_place;
use super::venue::labelled_venue;
use super::when::date;
use super::{Report, control};
use crate::extract::Extraction;
use crate::flow::Flow;
use crate::lexicon::List;
use crate::outline::UnitKind;
use std::ops::Range;

/// So many units from the start may tell it.
const OPENING: usize = 16;

/// Fewer labels that are known make no head.
const LEAST: usize = 2;

/// Running text is at least so long: what stands below is no head.
const PROSE: usize = 160;

/// One name behind a label is no longer.
const NAME: usize = 80;

/// What a label asks for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asks {
    /// When it was: `Date:`, `When:`, `Time:`.
    When,
    /// Where: `Venue:`.
    Where,
    /// Who held it: `Organised by:`.
    Whom,
}

/// What a label asks for, if it is one of those.
fn asks(x: &Extraction, label: &str) -> Option<Asks> {
    let is = |list| x.lexicon.list(list).is(label);
    let lists = [
        (List::EventDateLabel, Asks::When),
        (List::SessionTime, Asks::When),
        (List::VenueLabel, Asks::Where),
        (List::OrganisedBy, Asks::Whom),
    ];
    lists
        .into_iter()
        .find(|(l, _)| is(*l))
        .map(|(_, asks)| asks)
}

/// Fills from the points of a list and the rows of tables of two columns what their labels ask for.
pub(super) fn fill(x: &Extraction, report: &mut Report) {
    let opening = x.outline.units.iter().take(OPENING);
    let head = opening.take_while(|u| u.kind != UnitKind::Paragraph || u.text().len() < PROSE);
    let mut points: Vec<(Asks, Flow)> = Vec::new();
    for unit in head {
        match unit.kind {
            UnitKind::Item => points.extend(point(x, &unit.flow)),
            UnitKind::Grid(at) => {
                let grid = &x.outline.grids[at];
                let rows = grid.header.iter().chain(&grid.rows);
                let pairs = rows.filter(|r| r.cells.len() == 2 && grid.width == 2);
                let label = |t: &str| asks(x, t.trim_end_matches([':', ' ']));
                points.extend(pairs.filter_map(|r| Some((label(r.text(0))?, r.cells[1].clone()))));
            }
            _ => {}
        }
    }
    if points.len() < LEAST {
        return;
    }
    for (asks, value) in &points {
        tell(x, *asks, value, report);
    }
}

/// `Venue: Some Hall`: what is asked for, and what stands behind the colon.
fn point<'s>(x: &Extraction, flow: &Flow<'s>) -> Option<(Asks, Flow<'s>)> {
    let (label, _) = flow.as_str().split_once(':')?;
    let asks = asks(x, label.trim_end())?;
    Some((asks, flow.slice(label.len() + 1..flow.len()).trim()))
}

fn tell(x: &Extraction, asks: Asks, value: &Flow, report: &mut Report) {
    let whole = 0..value.len();
    match asks {
        Asks::When => {
            date(x, value, whole, report);
            time(x, value, report);
        }
        Asks::Where if report.venue.is_empty() => labelled_venue(x, value, whole, report),
        // The house is told: what another label of the kind tells is the town.
        Asks::Where => line_place(x, value, whole, report),
        // `Reeds and Marshes Trust; Basin Agency`: what the sign parts are the names.
        Asks::Whom if report.organisers.is_empty() && value.as_str().contains(';') => {
            let mut at = 0;
            for part in value.as_str().split_inclusive(';') {
                let name = at..at + part.trim_end_matches(';').len();
                at += part.len();
                report.organisers.append("; ", &value.cell(name));
            }
        }
        Asks::Whom if report.organisers.is_empty() => {
            let mut names = names(x, value.as_str(), whole.clone());
            // `Working Group on Reeds` goes on behind what names end with.
            if names.len() == 1 && names[0].start == 0 && value.len() <= NAME {
                names = vec![whole];
            }
            for name in names {
                report.organisers.append("; ", &value.cell(name));
            }
        }
        Asks::Whom => {}
    }
}

/// What a line of the title page tells behind its label; whether it is such a line: `Version 2.4`,
/// `Document date: 4 May 2015`, `Organisers: A; B`.
pub(super) fn line(x: &Extraction, flow: &Flow, report: &mut Report) -> bool {
    let text = flow.as_str();
    if let Some(version) = version(x, text) {
        if report.document_version.is_empty() {
            report.document_version = flow.cell(version);
        }
        return true;
    }
    let Some((label, _)) = text.split_once(':') else {
        return false;
    };
    let is = |list| x.lexicon.list(list).is(label.trim_end());
    let value = flow.slice(label.len() + 1..flow.len()).trim();
    if is(List::ControlDate) && !is(List::EventDateLabel) {
        report.document_date = control::date(x, &value);
        return true;
    }
    let placed = is(List::VenueLabel) && !report.venue.is_empty();
    if is(List::OrganisedBy) || placed {
        let asks = if placed { Asks::Where } else { Asks::Whom };
        tell(x, asks, &value, report);
        return true;
    }
    false
}

/// No line that tells a version is longer, in words.
const VERSION: usize = 4;

/// The number behind `Version` where a line begins with it: `Version 2.4`, `Version: 2 (final)`.
pub(super) fn version(x: &Extraction, text: &str) -> Option<Range<usize>> {
    let len = x.lexicon.list(List::ControlVersion).starts(text)?;
    let start = text.len() - text[len..].trim_start_matches([' ', ':']).len();
    let number = text[start..]
        .split([' ', ',', ';', '('])
        .next()
        .unwrap_or("");
    let told = number
        .trim_start_matches(['v', 'V'])
        .starts_with(|c: char| c.is_ascii_digit());
    let end = start + number.len();
    (told && text.split(' ').count() <= VERSION).then_some(start..end)
}

/// Where the labels after the first begin on a line of several: `Date: 4 May 2015   Time: 6 pm   Place: Some Hall`.
pub(super) fn labels(x: &Extraction, text: &str) -> Vec<usize> {
    let known = |at: usize| {
        let label = text[at..].split_once(':').map(|(l, _)| l.trim_end());
        label.and_then(|l| asks(x, l)).is_some()
    };
    let first = text.split_once(':').is_some_and(|(l, _)| !l.contains('.'));
    if !first || text.matches(':').count() < 2 || !known(0) && !text.starts_with(char::is_uppercase)
    {
        return Vec::new();
    }
    let words = text.match_indices(' ').map(|(at, _)| at + 1);
    let mut found: Vec<usize> = Vec::new();
    for at in words.filter(|&at| known(at)) {
        // `Date and time:` is one label.
        let label = at + text[at..].find(':').unwrap_or(0);
        let inside = found
            .last()
            .is_some_and(|&last| !text[last..label].contains(':'));
        if !inside && text[..at].contains(':') {
            found.push(at);
        }
    }
    found
}
