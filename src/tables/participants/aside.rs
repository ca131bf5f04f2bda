//! What stands around a cell's own words: a dash before them, a remark in brackets behind them.

use super::Participant;
use super::piece::attendance;
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
