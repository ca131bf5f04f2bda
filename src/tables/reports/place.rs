//! Where the event was held: city and country.

use super::Report;
use super::town::is_name;
use crate::extract::{DateOrder, Extraction};
use crate::flow::Flow;
use crate::lexicon::List;
use crate::value::date::dates;
use crate::value::person::{Evidence, Known, looks_like_organisation};
use crate::value::place::{Place, places};
use std::ops::Range;

/// A line with a town is no longer, in bytes.
const TOWN_LINE: usize = 80;

/// The city that stands behind a preposition and the word that says that the event was held; else the first.
pub(super) fn place(x: &Extraction, flow: &Flow, range: Range<usize>, report: &mut Report) {
    if !report.city.is_empty() {
        return;
    }
    let text = &flow.as_str()[range.clone()];
    let cell = |r: Range<usize>| flow.cell(range.start + r.start..range.start + r.end);
    let found: Vec<(Range<usize>, Place)> = places(text);
    // A word before a colon is a label, though some town may have its name.
    let label = |r: &Range<usize>| text[..r.end].ends_with(':') || text[r.end..].starts_with(':');
    // Nor is a building's noun a town: `Senate Room, University`.
    let noun = |r: &Range<usize>| x.lexicon.list(List::VenueNoun).is(&text[r.clone()]);
    let named = |p: &Place| p.city.as_ref().is_some_and(|r| !label(r) && !noun(r));
    let held = x.lexicon.list(List::EventHeld).find(text).map(|r| r.end);
    let after = |r: &Range<usize>| {
        let head = text[..r.start].trim_end();
        let word = head.rfind(' ').map_or(0, |i| i + 1);
        held.is_some_and(|h| h <= r.start) && x.lexicon.list(List::PlaceBefore).is(&head[word..])
    };
    let best = found.iter().position(|(r, p)| named(p) && after(r));
    let known = best.or_else(|| found.iter().position(|(_, p)| named(p)));
    let Some(at) = known else {
        let told = found.iter().find_map(|(r, p)| {
            let land = p.country.clone().filter(|_| p.city.is_none())?;
            Some((town_before(x, text, held?, r.start)?, land))
        });
        if let Some((town, land)) = told {
            report.city = cell(town);
            report.set_country(cell(land));
        }
        return;
    };
    let place = found[at].1.clone();
    let town = place.city.map(|r| r.start..whole_name(x, text, r.end));
    report.city = town.map(cell).unwrap_or_default();
    // `Nairobi - Kenya`
    let beside = found.get(at + 1).filter(|(r, p)| {
        let between = text[found[at].0.end..r.start].trim();
        p.city.is_none() && matches!(between, "-" | "\u{2013}" | "/" | "(" | "|")
    });
    let land = place
        .country
        .or_else(|| beside.and_then(|(_, p)| p.country.clone()))
        .map(|r| {
            r.start
                ..r.start
                    + text[r.clone()]
                        .trim_end_matches([' ', '-', '\u{2013}'])
                        .len()
        });
    report.set_country(land.map(cell).unwrap_or_default());
}

/// `held in Some Town, Land`: the town that no gazetteer has, between the word for where and the comma before its country.
fn town_before(x: &Extraction, text: &str, held: usize, land: usize) -> Option<Range<usize>> {
    let head = text.get(held..land)?.trim_end().strip_suffix(',')?;
    let leads = x.lexicon.list(List::PlaceBefore).find_iter(head);
    let lead = leads.map(|(r, _)| r.end).last()?;
    let name = head[lead..].trim();
    let body = looks_like_organisation(name, x.lexicon.lang(), &Known::default());
    let start = held + head.len() - head[lead..].trim_start().len();
    (is_name(x, name) && body < Evidence::Likely).then(|| start..start + name.len())
}

/// Where a town's name ends that goes on behind a particle in a short line: `Porto Velho do Sul, 6 October 2023`.
fn whole_name(x: &Extraction, text: &str, end: usize) -> usize {
    let rest = &text[end..text
        .find([',', '('])
        .filter(|&i| i >= end)
        .unwrap_or(text.len())];
    let words: Vec<&str> = rest.split(' ').skip(1).collect();
    let joined = matches!(words.as_slice(), [small, name]
        if x.lexicon.list(List::Particle).is(small) && name.starts_with(char::is_uppercase));
    match joined && rest.starts_with(' ') && text.len() <= TOWN_LINE {
        true => end + rest.len(),
        false => end,
    }
}

/// The place before the date in a line that holds nothing else: `Town, Country, 5-6 May 2015`.
pub(super) fn line_place(x: &Extraction, flow: &Flow, range: Range<usize>, report: &mut Report) {
    let text = &flow.as_str()[range.clone()];
    let lead = text.len() - text.trim_start().len();
    let when = dates(text, x.lexicon.lang(), DateOrder::Dmy)
        .into_iter()
        .next();
    let end = when.map_or(text.len(), |(r, _)| r.start);
    let head = text[lead..end].trim_end_matches([' ', ',', '(', '-', '\u{2013}']);
    // `Réunion du 4 mai` names no island.
    let open = report.city.is_empty() && !x.lexicon.list(List::EventNoun).is(head);
    let Some(found) = crate::value::place::place(head).filter(|_| open) else {
        return;
    };
    let cell =
        |r: Range<usize>| flow.cell(range.start + lead + r.start..range.start + lead + r.end);
    report.city = found.city.map(cell).unwrap_or_default();
    report.set_country(found.country.map(cell).unwrap_or_default());
}

/// What stands between commas, bars or dots, without signs at its ends.
pub(super) fn parts(text: &str, side: Range<usize>) -> Vec<Range<usize>> {
    let mut at = side.start;
    let between = [',', '|', '\u{b7}', '\u{2022}'];
    let signs = [
        ',', ' ', '-', '\u{2013}', '\u{2014}', '(', ')', '.', '|', '\u{b7}', '\u{2022}',
    ];
    let pieces = text[side].split_inclusive(between).map(|piece| {
        // A label such as `Date:` is no place, nor `When?`.
        let label = piece.rfind(": ").or(piece.rfind("? ")).map_or(0, |i| i + 2);
        let own = piece[label..].trim_start_matches(signs);
        let start = at + piece.len() - own.len();
        at += piece.len();
        start..start + text[start..at].trim_end_matches(signs).len()
    });
    pieces.filter(|r| !r.is_empty()).collect()
}

/// Whether wide blanks part a line as they do the heads of columns: `Time      Room A      Room B`.
pub(super) fn in_columns(x: &Extraction, flow: &Flow) -> bool {
    let line = flow.spans(0..flow.len()).cover();
    line.is_some_and(|line| x.outline.source.slice(line).contains("   "))
}
