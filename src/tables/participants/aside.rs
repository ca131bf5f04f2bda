//! What stands around a cell's own words: a dash before them, a remark in brackets behind them.

use super::Participant;
use super::entry::behind_postcode;
use super::piece::{Class, attendance, class};
use super::row::{place_cells, set};
use crate::flow::Flow;
use crate::lexicon::{Lexicon, List};
use crate::schema::Choice;

/// The cell without a dash before it and a remark behind it; a remark on how somebody attended is kept as that.
pub(super) fn without<'s>(
    person: &mut Participant,
    flow: &Flow<'s>,
    lexicon: &Lexicon,
) -> Flow<'s> {
    let text = flow.as_str();
    let dash = text.trim_start_matches(['-', '\u{2013}', '\u{2014}']);
    let led = dash.len() < text.len() && dash.starts_with(' ');
    let start = if led {
        text.len() - dash.trim_start().len()
    } else {
        0
    };
    let Some((open, inner)) = bracket(text).filter(|(open, _)| *open > start) else {
        return flow.slice(start..text.len());
    };
    if let Some(how) = attendance(inner, lexicon) {
        if person.attendance.value.is_none() {
            let spans = flow.cell(open + 1..open + 1 + inner.len()).spans;
            person.attendance = Choice {
                value: Some(how),
                spans,
            };
        }
    } else if !is_remark(inner, lexicon) {
        return flow.slice(start..text.len());
    }
    flow.slice(start..start + text[start..open].trim_end().len())
}

/// `Lake Trust (Chair)`: the part that somebody has in the meeting, behind the body that sent them.
pub(super) fn office_behind(person: &mut Participant, flow: &Flow, lexicon: &Lexicon) {
    let text = flow.as_str();
    let Some((open, inner)) = bracket(text).filter(|(open, _)| *open > 0) else {
        return;
    };
    let offices = [List::Office, List::RoleChair, List::RoleHost, List::Job];
    if offices.iter().any(|list| lexicon.list(*list).is(inner)) {
        person.job_title = flow.cell(open + 1..open + 1 + inner.len());
        person.organisation = flow.cell(0..text[..open].trim_end().len());
    }
}

/// The lines of a cell before an address, as one, and those of the address: a street, a postal code, a country.
pub(super) fn addressed<'s>(
    flow: &Flow<'s>,
    lexicon: &Lexicon,
) -> Option<(Flow<'s>, Vec<Flow<'s>>)> {
    let lines: Vec<Flow> = flow.lines().map(|l| flow.slice(l)).collect();
    let placed = |f: &Flow| {
        let class = class(f.as_str(), lexicon);
        matches!(class, Class::Noise | Class::Country | Class::Place)
    };
    let at = lines.iter().position(placed).filter(|&at| at > 0)?;
    // `Institute of Lakes, Town,` above `Country` is one line that wrapped.
    if lines[at - 1].as_str().ends_with(',') {
        return None;
    }
    let mut body = lines[0].clone();
    lines[1..at].iter().for_each(|l| body.join(l));
    Some((body, lines[at..].to_vec()))
}

/// The town and country of a line of an address.
pub(super) fn place_of(person: &mut Participant, line: &Flow) {
    let text = line.as_str();
    let known =
        crate::value::place::place(text).is_some_and(|p| p.country.is_some() || p.city.is_some());
    if known {
        place_cells(person, line, text);
    } else if let Some(town) = behind_postcode(text) {
        set(&mut person.city, line.cell(town..text.len()));
    }
}

/// The bracket that a text ends in: where it opens, and what stands in it.
pub(super) fn bracket(text: &str) -> Option<(usize, &str)> {
    let inside = text.trim_end().strip_suffix(')')?;
    let open = inside.rfind('(')?;
    Some((open, &inside[open + 1..]))
}

/// `(from item 4)`, `(minutes)`: nothing that belongs to a post or a body.
fn is_remark(inner: &str, lexicon: &Lexicon) -> bool {
    let small = inner.starts_with(char::is_lowercase) && !inner.contains(char::is_uppercase);
    let starts = |key| lexicon.list(key).starts(inner).is_some();
    lexicon.list(List::Aside).is(inner)
        || small && (starts(List::AsideStart) || lexicon.list(List::Office).is(inner))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lang;
    use crate::span::Span;

    #[track_caller]
    fn expect(text: &str, cell: &str, how: Option<&str>) {
        let flow = Flow::verbatim(text, Span::new(0, text.len()));
        let mut person = Participant::default();
        let plain = without(&mut person, &flow, Lang::En.lexicon());
        assert_eq!((plain.as_str(), person.attendance.value), (cell, how));
    }

    #[test]
    fn dashes_and_remarks_leave_a_cell() {
        expect("- Harbour Office", "Harbour Office", None);
        expect(
            "Head of Finance (by phone)",
            "Head of Finance",
            Some("remote"),
        );
        expect("Clerk (minutes)", "Clerk", None);
        expect("Lead (from item 4)", "Lead", None);
    }

    #[test]
    fn what_belongs_to_a_cell_stays() {
        expect("Member (West)", "Member (West)", None);
        expect("Lake Trust (LT)", "Lake Trust (LT)", None);
        expect("-5", "-5", None);
    }
}
