//! What the line of an item's title holds: number, duration, presenters and room, each in its place.

use super::item::breaks_off;
use super::kind;
use super::people::{is_office, people_apart, several_people};
use super::slot::Slot;
use super::title::{Parts, parts};
use super::who::Who;
use crate::flow::Flow;
use crate::lexicon::List;
use crate::value::person::{Evidence, is_given_name, name_at};
use std::ops::Range;

/// Puts what stands in a column behind the title where its words say that it belongs.
pub(super) fn place<'s>(slot: &mut Slot<'s>, flow: &Flow<'s>, who: &Who) {
    let text = flow.as_str();
    if who.presents(text) || who.lexicon.list(List::AgendaEveryone).is(text) {
        slot.presenters.push(flow.clone());
    } else if slot.location.is_empty() && who.is_room(text) {
        slot.location = flow.whole();
    } else {
        slot.details.append(" ", &flow.whole());
    }
}

/// The title that a line begins. One that breaks off is taken apart when the item is whole.
pub(super) fn begin_title<'s>(slot: &mut Slot<'s>, flow: &Flow<'s>, who: &Who) {
    if breaks_off(flow.as_str()) {
        slot.title = flow.trim();
    } else {
        fill_title(slot, flow, who);
    }
}

/// Bullets that a line ran together with what stands before them.
const INSIDE: [char; 4] = ['\u{2022}', '\u{25aa}', '\u{25cf}', '\u{f0b7}'];

/// What stands behind bullets on the title's own line: people, or more of the details.
fn fill_bullets<'s>(slot: &mut Slot<'s>, flow: &Flow<'s>, who: &Who) {
    for piece in split_at(flow, &INSIDE) {
        let part = flow.slice(piece);
        if who.presents(part.as_str()) {
            slot.presenters.push(part);
        } else {
            slot.details.append(" ", &part.whole());
        }
    }
}

/// The pieces of a text between signs, without blanks at their ends.
fn split_at(flow: &Flow, signs: &[char]) -> Vec<Range<usize>> {
    let mut start = 0;
    let mut pieces = Vec::new();
    for (i, sign) in flow.as_str().match_indices(signs) {
        pieces.push(flow.trimmed(start..i));
        start = i + sign.len();
    }
    pieces.push(flow.trimmed(start..flow.len()));
    pieces.retain(|p| !p.is_empty());
    pieces
}

/// Whether a title is a person who can hardly be anything else, with an office or nothing behind the name.
fn names_only(title: &str, who: &Who) -> bool {
    let name = name_at(title, who.lang).filter(|n| n.span.start == 0);
    name.is_some_and(|n| {
        let whole = n.span.end == title.len();
        let known = who.known.is_person(&title[n.name.clone()]);
        let given = title.split(' ').next().is_some_and(is_given_name);
        let sure = n.evidence >= Evidence::Likely && given;
        known && whole || sure && (whole || is_office(&title[n.span.end..], who))
    })
}

/// Where a bracket with a role and a person stands between a label and its title: its two signs.
fn role_in_brackets(text: &str, who: &Who) -> Option<(usize, usize)> {
    let open = text.find(" (")? + 1;
    let close = open + text[open..].find("):")?;
    let inner = &text[open + 1..close];
    let titled = text[close + 2..].contains(char::is_alphabetic);
    (titled && who.role(inner).is_some() && who.presents(inner)).then_some((open, close))
}

/// The title of a pause with the bracket behind it, which is a part of it though it says where: `Lunch (canteen)`.
fn with_place(text: &str, title: Range<usize>, place: &Range<usize>, who: &Who) -> Range<usize> {
    let enclosed = text[..place.start].ends_with('(') && text[place.end..].starts_with(')');
    let behind = text[title.end..].trim_start().len() == text.len() - place.start + 1;
    let pause = matches!(
        kind::kind(&text[title.clone()], who.lexicon),
        "meal" | "break"
    );
    let end = if enclosed && behind && pause {
        place.end + 1
    } else {
        title.end
    };
    title.start..end
}

/// Title, number, duration, presenters and room of a line.
pub(super) fn fill_title<'s>(slot: &mut Slot<'s>, flow: &Flow<'s>, who: &Who) {
    let bullet = flow
        .as_str()
        .find(INSIDE)
        .filter(|i| !flow.as_str()[..*i].trim().is_empty());
    if let Some(at) = bullet {
        fill_title(slot, &flow.slice(0..at).trim(), who);
        fill_bullets(slot, &flow.slice(at..flow.len()), who);
        return;
    }
    // `10:00 A. Novak, B. Lind`: whoever speaks, the title on the line below.
    if several_people(flow.as_str().trim(), who) {
        slot.title = flow.trim();
        slot.presenters.push(flow.trim());
        return;
    }
    if let Some(at) = people_apart(flow, who) {
        slot.presenters.push(flow.slice(at..flow.len()).trim());
        fill_title(slot, &flow.slice(0..at).trim(), who);
        return;
    }
    // `Session 1 (Chair: A. Novak): Maps`
    if let Some((open, close)) = role_in_brackets(flow.as_str(), who) {
        let mut whole = flow.slice(0..open).trim();
        let behind = flow.slice(close + 1..flow.len());
        let sign = behind.len()
            - behind
                .as_str()
                .trim_start_matches([':', '-', '\u{2013}', ' '])
                .len();
        whole.join(&behind.slice(sign..behind.len()));
        slot.presenters.push(flow.slice(open + 1..close));
        fill_title(slot, &whole, who);
        return;
    }
    let Parts {
        number,
        title,
        duration,
        presenters,
        location,
    } = parts(flow.as_str(), who);
    if slot.number.is_empty()
        && let Some(number) = number
    {
        slot.number = flow.cell(number);
    }
    let title = match &location {
        Some(at) => with_place(flow.as_str(), title, at, who),
        None => title,
    };
    slot.title = flow.slice(title).trim();
    // `Mrs A. Novak, Director` and `Speaker: A. Novak` are what the line says, and who speaks.
    let name = name_at(slot.title.as_str(), who.lang).filter(|n| n.span.start == 0);
    let honoured = name.is_some_and(|n| n.honorific.is_some());
    // `Panel: Reaching Far Villages` is a title, unless more than capitals says that somebody is named.
    let titled = || kind::kind(slot.title.as_str(), who.lexicon) == "panel";
    let called =
        who.role(slot.title.as_str()).is_some() && (!titled() || who.is_sure(slot.title.as_str()));
    let told = honoured || called || names_only(slot.title.as_str(), who);
    if presenters.is_empty() && told && who.presents(slot.title.as_str()) {
        slot.presenters.push(slot.title.clone());
    }
    if let Some((at, minutes)) = duration {
        slot.duration.get_or_insert((flow.spans(at), minutes));
    }
    slot.presenters
        .extend(presenters.into_iter().map(|at| flow.slice(at).trim()));
    if let Some(at) = location {
        slot.location = flow.cell(at);
    }
}
