//! Time boxes: a label with a clock time under it or behind it, or the times in brackets behind a heading.

use crate::extract::Extraction;
use crate::flow::Flow;
use crate::lexicon::List;
use crate::outline::UnitKind;
use crate::span::Spans;
use crate::value::date::{DateOrder, dates};
use crate::value::find_within;
use crate::value::time::{TimeSpan, time_at};
use std::ops::Range;

/// The time of a part of the meeting.
#[derive(Clone, Debug)]
pub(super) struct TimeBox {
    /// The unit that prints it.
    pub unit: usize,
    /// The time.
    pub span: TimeSpan,
    /// Where it stands.
    pub spans: Spans,
}

/// The time boxes in the order of the report.
pub(super) fn boxes(x: &Extraction) -> Vec<TimeBox> {
    let mut boxes = Vec::new();
    for (i, unit) in x.free_units() {
        let text = unit.text();
        if let UnitKind::Heading(_) = unit.kind {
            boxes.extend(behind_title(x, text).map(|(range, span)| TimeBox {
                unit: i,
                span,
                spans: unit.flow.spans(range),
            }));
            continue;
        }
        let (label, value) = match unit.kind {
            UnitKind::Label => (text.trim_end_matches([':', ' ']), i + 1),
            UnitKind::Paragraph | UnitKind::Item | UnitKind::Caption => {
                match find_within(text, ":", 24) {
                    Some(end) => (&text[..end], i),
                    None => continue,
                }
            }
            _ => continue,
        };
        if !x.lexicon.list(List::SessionTime).is(label) || x.claimed_by(value).is_some() {
            continue;
        }
        let Some(flow) = x.outline.units.get(value).map(|u| &u.flow) else {
            continue;
        };
        let start = if value == i { label.len() + 1 } else { 0 };
        boxes.extend(read(x, value, flow, start..flow.len()));
    }
    boxes
}

/// The range of times in brackets that ends a heading: `Buses (19.30 - 20.15)`.
pub(super) fn behind_title(x: &Extraction, heading: &str) -> Option<(Range<usize>, TimeSpan)> {
    let inner = heading.strip_suffix([')', ']'])?;
    let start = inner.rfind(['(', '['])? + 1;
    let own = inner[start..].trim();
    let (len, span) = time_at(own, x.lexicon.lang())?;
    let start = start + inner[start..].len() - inner[start..].trim_start().len();
    let title = heading[..start - 1].trim_end_matches([' ', '(', '[', ',']);
    // `Monday 4 May 2015 (14:00 - 16:30)` is the day of the meeting.
    let day = dates(title, x.lexicon.lang(), DateOrder::default());
    let day = day.iter().any(|(r, _)| title.len() - r.len() <= 2);
    let titled = title.contains(char::is_alphabetic) && !day;
    (titled && len == own.len() && span.end.is_some()).then_some((start..start + len, span))
}

/// The range of times that stands alone right below a heading, the place behind a comma perhaps: `10:00 - 10:45, main hall`.
pub(super) fn below(x: &Extraction, heading: usize) -> Option<TimeBox> {
    let at = heading + 1;
    let unit = x.outline.units.get(at)?;
    let text = unit.text();
    let plain = unit.kind == UnitKind::Paragraph && x.claimed_by(at).is_none();
    let digit = text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '(' | '['));
    if !plain || !digit {
        return None;
    }
    let time = read(x, at, &unit.flow, 0..unit.flow.len())?;
    let (len, _) = time_at(text, x.lexicon.lang())?;
    let rest = text[len..].trim_end_matches([')', ']', '.']);
    let alone = rest.is_empty() || rest.starts_with([',', ';', '(']);
    (alone && time.span.end.is_some()).then_some(time)
}

/// A unit, from `range` on, that is a time and nothing more than a few words.
fn read(x: &Extraction, unit: usize, flow: &Flow, range: Range<usize>) -> Option<TimeBox> {
    let range = flow.trimmed(range);
    let (len, span) = time_at(&flow.as_str()[range.clone()], x.lexicon.lang())?;
    let rest = range.len() - len;
    (rest <= 40).then(|| TimeBox {
        unit,
        span,
        spans: flow.spans(range.start..range.start + len),
    })
}
