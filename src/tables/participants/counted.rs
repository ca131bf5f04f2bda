//! Lists whose lines the layout ran together: `1. Ann Model, Lake Trust 2. Bo Probe, Mill Trust 3. ...`.

use super::lines::Line;
use crate::flow::Flow;
use crate::schema::Text;
use crate::span::Span;
use std::ops::Range;

/// So many numbers in a row, the first included, are no chance.
const FEW: usize = 3;

/// The lines with each block that counts its people in running text as a line a person.
pub(super) fn apart(lines: Vec<Line>) -> Vec<Line> {
    let first = |l: &Line| l.number().and_then(|n| n.value.parse::<u32>().ok());
    let candidate = |l: &Line| {
        let next = first(l).map(|n| n + 1);
        next.is_some_and(|n| number_in(l.text(), n, 0).is_some())
    };
    if !lines.iter().any(candidate) {
        return lines;
    }
    let mut found: Vec<Line> = Vec::with_capacity(lines.len() + 8);
    let mut rest = lines.into_iter().peekable();
    while let Some(line) = rest.next() {
        let number = first(&line);
        let mut whole = vec![line];
        while let Some(next) = rest.next_if(|l| l.block == whole[0].block && l.marker.is_none()) {
            whole.push(next);
        }
        match number.and_then(|n| counted(&whole, n)) {
            Some(people) => found.extend(people),
            None => found.append(&mut whole),
        }
    }
    found
}

/// The lines of a block, a line for each number from `first` on.
fn counted<'s>(lines: &[Line<'s>], first: u32) -> Option<Vec<Line<'s>>> {
    let mut flow = lines[0].flow.clone();
    lines[1..].iter().for_each(|l| flow.join(&l.flow));
    let mut cuts: Vec<Range<usize>> = Vec::new();
    while let Some(cut) = number_in(flow.as_str(), first + 1 + cuts.len() as u32, at(&cuts)) {
        cuts.push(cut);
    }
    if cuts.len() + 1 < FEW {
        return None;
    }
    let starts = [0].into_iter().chain(cuts.iter().map(|c| c.end));
    let ends = cuts.iter().map(|c| c.start).chain([flow.len()]);
    let own = starts.zip(ends).map(|(a, z)| flow.slice(a..z).trim());
    let markers = [lines[0].marker.clone()]
        .into_iter()
        .chain(cuts.iter().map(|c| marker(&flow, c)));
    let line = |(flow, marker): (Flow<'s>, Option<Text>)| Line {
        flow,
        columns: Vec::new(),
        marker,
        ..lines[0].clone()
    };
    Some(own.zip(markers).map(line).collect())
}

/// Where the next number is looked for.
fn at(cuts: &[Range<usize>]) -> usize {
    cuts.last().map_or(0, |c| c.end)
}

/// Where a number stands in a text, its sign and a capital behind it: ` 2. Bo`.
fn number_in(text: &str, number: u32, from: usize) -> Option<Range<usize>> {
    let digits = number.to_string();
    let mut places = memchr::memmem::find_iter(&text.as_bytes()[from..], digits.as_bytes());
    places.find_map(|i| {
        let start = from + i;
        let behind = text[start + digits.len()..].strip_prefix(['.', ')'])?;
        let body = behind.trim_start();
        let capital = body.starts_with(char::is_uppercase) && body.len() < behind.len();
        (capital && text[..start].ends_with(' ')).then(|| start..text.len() - body.len())
    })
}

/// A number with its sign, as a marker.
fn marker(flow: &Flow, cut: &Range<usize>) -> Option<Text> {
    let printed = flow.as_str()[cut.clone()].trim_end().len();
    let cell = flow.cell(cut.start..cut.start + printed);
    let cover = cell.spans.cover()?;
    Some(Text::new(
        cell.value.clone(),
        Span::new(cover.start as usize, cover.end as usize),
    ))
}
