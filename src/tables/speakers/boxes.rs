//! People under or behind a label: `SPEAKERS:`, `Moderator: X, Editor`, `Prepared by | A (Org) and B (Org)`, `Contact`.

use super::{Found, role_of_label};
use crate::extract::Extraction;
use crate::flow::Flow;
use crate::lexicon::List;
use crate::outline::{Unit, UnitKind};
use crate::source::runs;
use crate::span::{Span, Spans};
use crate::value::{address, find_within};
use crate::voice::{Known, Who, people};
use std::ops::Range;

/// Blanks that part two labels on a line.
const WIDE: usize = 3;
/// A longer line is running text.
const LONGEST: usize = 600;

/// The people of every label of the report.
pub(super) fn read(x: &Extraction) -> Vec<Found> {
    let mut found = Vec::new();
    for (i, unit) in x.free_units() {
        match unit.kind {
            UnitKind::Label => below(x, i, &mut found),
            UnitKind::Heading(_) => {
                below_heading(x, i, &mut found);
                behind(x, i, unit, &mut found);
            }
            UnitKind::Grid(g) => control(x, i, g, &mut found),
            UnitKind::Paragraph | UnitKind::Item | UnitKind::Caption => {
                behind(x, i, unit, &mut found)
            }
            UnitKind::Quote | UnitKind::Note(_) => {}
        }
    }
    found
}

/// The lines under a label, as long as each of them is a person.
fn below(x: &Extraction, label: usize, found: &mut Vec<Found>) {
    let unit = &x.outline.units[label];
    let words = unit.text().trim_end_matches([':', ' ']);
    let Some(role) = role_of_label(words, x.lexicon) else {
        return;
    };
    for (i, line) in x.outline.units.iter().enumerate().skip(label + 1) {
        let says =
            line.text().ends_with('.') && x.lexicon.list(List::SayVerb).found_in(line.text());
        let is_line = matches!(line.kind, UnitKind::Paragraph | UnitKind::Item) && !says;
        if !is_line || x.claimed_by(i).is_some() || line.text().len() > 250 {
            break;
        }
        let before = found.len();
        push(
            x,
            i,
            &line.flow,
            0..line.flow.len(),
            role,
            "label-below",
            found,
        );
        if found.len() == before {
            break;
        }
    }
}

/// The lines under a heading that is the label of a contact.
fn below_heading(x: &Extraction, heading: usize, found: &mut Vec<Found>) {
    let role = role_of_label(x.outline.units[heading].text(), x.lexicon);
    if role == Some("contact") {
        below(x, heading, found);
    }
}

/// `Moderator: X`, `Moderated by X`.
fn behind(x: &Extraction, i: usize, unit: &Unit, found: &mut Vec<Found>) {
    if !ends_label(unit.text()) {
        return;
    }
    let lines = fields(&unit.flow).into_iter();
    let lines = lines.filter(|l| ends_label(&unit.text()[l.clone()]));
    let lines = lines.flat_map(|l| columns(x, &unit.flow, l));
    for line in lines.flat_map(|l| labels_of(x, unit.text(), l)) {
        let text = &unit.text()[line.clone()];
        let colon = find_within(text, ":", 40);
        let by = find_within(text, " by ", 24).map(|b| b + 3);
        let Some(end) = colon.or(by) else {
            continue;
        };
        let role = role_of_label(&text[..end], x.lexicon);
        if let Some(role) = role.filter(|_| text.len() <= LONGEST) {
            let start = line.start + end + usize::from(colon.is_some());
            push(
                x,
                i,
                &unit.flow,
                start..line.end,
                role,
                "label-inline",
                found,
            );
        }
    }
}

/// A line with one person and no room for the next word has so many bytes.
const FULL: usize = 55;

/// The lines of a flow, each with those that go on with it: behind a label, names that the line above has no room for.
fn fields(flow: &Flow) -> Vec<Range<usize>> {
    let text = flow.as_str();
    let mut fields: Vec<Range<usize>> = Vec::new();
    let mut above = 0..0;
    for line in flow.lines() {
        let own = &text[line.clone()];
        let goes_on = |field: &Range<usize>| {
            let so_far = &text[field.clone()];
            let open = so_far.contains(';') || so_far.ends_with(',') || above.len() >= FULL;
            let labelled = find_within(so_far, ":", 40).is_some();
            labelled && open && !ends_label(own) && !own.ends_with('.')
        };
        match fields.last_mut().filter(|f| goes_on(f)) {
            Some(field) => field.end = line.end,
            None => fields.push(line.clone()),
        }
        above = line;
    }
    fields
}

/// Whether a text has what a label ends in; most have not.
fn ends_label(text: &str) -> bool {
    memchr::memchr(b':', text.as_bytes()).is_some()
        || find_within(text, " by ", text.len()).is_some()
}

/// A line cut where wide blanks part it before another label: `Chair: X          Minutes: Y`.
fn columns(x: &Extraction, flow: &Flow, line: Range<usize>) -> Vec<Range<usize>> {
    let text = &flow.as_str()[line.clone()];
    let source = flow.spans(line.clone()).cover();
    let apart = |s: Span| runs(&x.outline.source.text, s, WIDE);
    let several = memchr::memchr_iter(b':', text.as_bytes()).nth(1).is_some();
    let parts = source.filter(|_| several).map(apart).unwrap_or_default();
    let mut cuts = vec![line.start];
    for part in parts.iter().skip(1) {
        let said = &x.outline.source.text[part.span.range()];
        let label = said.split_once(':').map_or("", |(label, _)| label);
        let from = cuts.last().copied().unwrap_or(line.start);
        if let Some(at) = find_within(&flow.as_str()[from..line.end], said, LONGEST) {
            let titled = label.len() <= 40 && label.starts_with(char::is_uppercase);
            cuts.extend(titled.then_some(from + at));
        }
    }
    let ends = cuts.iter().skip(1).copied().chain([line.end]);
    cuts.iter().copied().zip(ends).map(|(a, b)| a..b).collect()
}

/// A line cut where another label begins: `Facilitator: X; Rapporteur: Y`.
fn labels_of(x: &Extraction, text: &str, line: Range<usize>) -> Vec<Range<usize>> {
    let own = &text[line.clone()];
    let labels = |t: &str| {
        let by = || find_within(t, " by ", 24).map(|b| b + 3);
        let end = find_within(t, ":", 30).or_else(by);
        end.is_some_and(|end| role_of_label(&t[..end], x.lexicon).is_some())
    };
    let mut parts = vec![line.start];
    for at in memchr::memchr3_iter(b';', b'.', b',', own.as_bytes()) {
        let rest = own[at + 1..].trim_start();
        // In a sentence it is no label: `two teams, one on boats, led by Ms X`.
        let small = || rest.starts_with(char::is_lowercase) && !labels(own);
        if labels(rest) && !small() {
            parts.push(line.end - rest.len());
        }
    }
    let ends = parts.iter().skip(1).copied().chain([line.end]);
    parts.iter().copied().zip(ends).map(|(a, b)| a..b).collect()
}

/// Rows of two cells, the first of which is a label.
fn control(x: &Extraction, i: usize, grid: usize, found: &mut Vec<Found>) {
    let grid = &x.outline.grids[grid];
    for row in grid.header.iter().chain(&grid.rows) {
        if row.filled() != 2 {
            continue;
        }
        let label = row.text(0).trim_end_matches([':', ' ']);
        if let Some(role) = role_of_label(label, x.lexicon) {
            let cell = &row.cells[1];
            push(x, i, cell, 0..cell.len(), role, "document-control", found);
        }
    }
}

/// Takes the people of a part of a flow, with the address beside them.
pub(super) fn push(
    x: &Extraction,
    unit: usize,
    flow: &Flow,
    range: Range<usize>,
    role: &'static str,
    rule: &'static str,
    found: &mut Vec<Found>,
) {
    let text = flow.as_str();
    let email = email_in(flow, &range);
    let range = match &email {
        Some(email) if email.start > range.start => {
            before_address(x, text, range.start..email.start)
        }
        _ => range,
    };
    let email = email.map(|e| flow.cell(e)).unwrap_or_default();
    for who in people(text, range, x.lexicon) {
        found.push(Found {
            unit,
            role,
            person: person(flow, &who),
            email: email.clone(),
            from: Spans::NONE,
            rule,
        });
    }
}

/// The cells of a person.
pub(super) fn person(flow: &Flow, who: &Who) -> Known {
    Known {
        name: flow.cell(who.name.clone()),
        honorific: flow.cell(who.honorific.clone()),
        job_title: flow.cell(who.job_title.clone()),
        organisation: flow.cell(who.organisation.clone()),
    }
}

fn email_in(flow: &Flow, range: &Range<usize>) -> Option<Range<usize>> {
    let text = flow.as_str();
    let mut all = address::addresses(text).into_iter().map(|a| a.url);
    all.find(|u| range.contains(&u.start) && text[u.clone()].contains('@'))
}

/// What stands before an address, without the word and signs that lead to it: `X at: `.
fn before_address(x: &Extraction, text: &str, range: Range<usize>) -> Range<usize> {
    let signs = |c: char| !c.is_alphanumeric() && c != ')';
    let said = text[range.clone()].trim_end_matches(signs);
    let last = said.rsplit(' ').next().unwrap_or("");
    let said = match x.lexicon.list(List::RoleLink).is(last) {
        true => said[..said.len() - last.len()].trim_end_matches(signs),
        false => said,
    };
    range.start..range.start + said.len()
}

#[cfg(test)]
mod tests {
    use crate::extract::{Options, extract};
    use crate::source::Source;

    #[test]
    fn names_behind_a_label_go_on_below_it() {
        let text = "# Workshop on mills\n\n## Session 1: Wheels\n\nModerator: Ana Example, Director, Mill Trust\n\
            Speakers: Dr Bo Sample, Adviser, Ministry of Water; Ms Cy\nTest, Head, Oven Trust; Dee Trial, Clerk, Port of\nReedham\nThe session dealt with wheels.\n";
        let data = extract(&Source::from_text("t", text), &Options::default());
        let told: Vec<_> = data.speakers.iter().map(|s| s.name.as_str()).collect();
        assert_eq!(told, ["Ana Example", "Bo Sample", "Cy Test", "Dee Trial"]);
        assert_eq!(data.speakers[3].organisation.as_str(), "Port of Reedham");
    }
}
