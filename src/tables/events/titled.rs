//! Events named by the heading over the sentence that dates them: `This conference will take place from 3-5 November
//! 2033` under the conference's name.

use super::{Event, row, settle_place};
use crate::extract::Extraction;
use crate::lexicon::List;
use crate::outline::{Unit, UnitKind};
use crate::schema::Choice;
use crate::value::date::dates;
use std::ops::Range;

/// The event of a unit's first sentence that is called by its noun alone, under a heading that has a noun for one, too.
pub(super) fn titled(x: &Extraction, unit: &Unit, sentence: Range<usize>) -> Option<Event> {
    let text = &unit.flow.as_str()[sentence.clone()];
    let list = |list: List| x.lexicon.list(list);
    let this = list(List::QuantityDeterminer).starts(text)?;
    let rest = text[this..].trim_start();
    let noun = list(List::EventNoun).starts(rest)?;
    let behind = text.len() - rest.len() + noun;
    let order = x.options.date_order.unwrap_or_default();
    let (when, span) = dates(&text[behind..], x.lexicon.lang(), order)
        .into_iter()
        .next()?;
    let when = behind + when.start..behind + when.end;
    let heading = &x.outline.sections[unit.section].heading;
    let named = list(List::EventNoun).found_in(heading.as_str());
    if unit.kind != UnitKind::Paragraph
        || !named
        || !list(List::EventHeld).found_in(&text[behind..when.start])
    {
        return None;
    }
    let place = sentence.start + when.start..sentence.start + when.end;
    let mut row = row(x, &unit.flow, place.clone(), span)?;
    settle_place(&mut row, &unit.flow, place.end..sentence.end, x.lexicon);
    row.name = heading.whole();
    row.relation = Choice::derived("mentioned");
    row.rule = "event-titled";
    Some(row)
}
