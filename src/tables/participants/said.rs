//! Paragraphs that say who came: `Present: A, B. Apologies: C.`, and lines with a label beside them: `Members: A, B`.

use super::ends::before_other;
use super::entry::Entry;
use super::group::{self, Group};
use super::piece::{Class, class};
use super::{LABEL, OFFICE, Participant, SENTENCE, front, is_negative, labels, row, run, told};
use crate::block::Kind;
use crate::extract::Extraction;
use crate::flow::Flow;
use crate::lexicon::List;
use crate::outline::UnitKind;
use crate::value::person::is_given_name;

/// The rows of a paragraph whose lines say who came; the row before it tells how people are called.
pub(super) fn said(
    x: &Extraction,
    at: usize,
    flow: &Flow,
    before: Option<&Participant>,
) -> Vec<Participant> {
    let mut rows: Vec<Participant> = Vec::new();
    for flow in &labels::labelled_lines(flow) {
        let said = |r: &&Participant| r.rule == SENTENCE || r.rule == LABEL || r.rule == OFFICE;
        let last = rows.last().or(before).filter(said);
        if let Some(more) = sentence(x, flow, last) {
            rows.extend(more);
            rows.extend(told::by_verb(x, flow));
            rows.extend(told::acting(x, flow));
            continue;
        }
        let came = last
            .map(|r| r.attendance.clone())
            .filter(|a| a.value == Some("present"));
        let mut more = labelled(x, at, flow, last).unwrap_or_default();
        let above = at.checked_sub(1);
        let follows = !rows.is_empty()
            || above.is_some_and(|above| x.claimed_by(above) == Some("participants"));
        for row in more.iter_mut().filter(|_| follows && came.is_some()) {
            if row.attendance.value.is_none() {
                row.attendance = came.clone().unwrap_or_default();
            }
        }
        rows.extend(more);
        // At the head of minutes: `Chair A and Commissioners B and C answered the roll.`
        let near = !rows.is_empty() || told::is_near(x, at) || front::is_at_head(x, at);
        if near || at < front::FRONT {
            rows.extend(told::acting(x, flow));
            let more = told::by_verb(x, flow);
            let titled = |r: &Participant| !r.honorific.is_empty() || !r.job_title.is_empty();
            if near || more.iter().all(titled) {
                rows.extend(more);
            }
        }
    }
    rows
}

/// Whether a paragraph of several lines is a sentence that says who came: no list, although each line may look like one
/// of its rows.
pub(super) fn wrapped_sentence(x: &Extraction, at: usize) -> bool {
    let Some(unit) = x
        .outline
        .units
        .get(at)
        .filter(|u| u.kind == UnitKind::Paragraph)
    else {
        return false;
    };
    let parts = labels::labelled_lines(&unit.flow);
    let people = || {
        parts
            .iter()
            .filter_map(|f| sentence(x, f, None))
            .map(|r| r.len())
    };
    let labels = || run::segments(&unit.flow, x.lexicon).len();
    (unit.flow.lines().count() > 1 || labels() > 1) && people().sum::<usize>() > 1
}

/// Whether a paragraph of several lines tells what somebody did, as below `Opening and roll call`: the chair opened the
/// meeting.
pub(super) fn is_told_of(x: &Extraction, at: usize) -> bool {
    let unit = x.outline.units.get(at);
    let Some(unit) = unit.filter(|u| u.kind == UnitKind::Paragraph) else {
        return false;
    };
    let text = unit.text();
    let (mut words, mut small) = (0, 0);
    for word in text.split(' ') {
        words += 1;
        small += usize::from(word.starts_with(char::is_lowercase));
    }
    let listed = [List::AttendancePresent, List::HeadingParticipants];
    words > 7
        && small * 3 > words
        && text.ends_with('.')
        && !text.contains(": ")
        && x.lexicon.list(List::DidOpen).found_in(text)
        && !listed.iter().any(|l| x.lexicon.list(*l).found_in(text))
}

/// A paragraph with the one behind a page's end that goes on with it, and the unit to go on with: a bracket is open, or a
/// comma is the last sign.
pub(super) fn across_page<'s>(x: &Extraction<'s>, at: usize) -> Option<(Flow<'s>, usize)> {
    let outline = x.outline;
    let (unit, next) = (&outline.units[at], outline.units.get(at + 1)?);
    let text = unit.text().trim_end();
    let count = |sign: u8| memchr::memchr_iter(sign, text.as_bytes()).count();
    let opened = || count(b'(') > count(b')');
    let last = || text.rsplit(' ').next();
    let and = || last().is_some_and(|w| x.lexicon.list(List::And).is(w));
    let paragraphs = unit.kind == UnitKind::Paragraph && next.kind == UnitKind::Paragraph;
    if !paragraphs || !(text.ends_with([',', ';']) || and() || opened()) {
        return None;
    }
    let between = outline.blocks.get(unit.block..next.block)?;
    let paged = between
        .iter()
        .any(|b| b.kind == Kind::Furniture || outline.source.slice(b.span).contains('\u{c}'));
    (paged && !run::segments(&unit.flow, x.lexicon).is_empty()).then(|| {
        let mut whole = unit.flow.clone();
        whole.join(&next.flow);
        (whole, at + 2)
    })
}

/// The rows of a paragraph that says who came: `Present: A, B. Apologies: C.` The row before it tells whether people are
/// called by their surnames.
fn sentence(x: &Extraction, flow: &Flow, last: Option<&Participant>) -> Option<Vec<Participant>> {
    let segments = run::segments(flow, x.lexicon);
    let mut rows: Vec<Participant> = Vec::new();
    for segment in segments {
        let group = Group {
            label: flow.cell(segment.label.clone()),
            attendance: Some((segment.how, flow.cell(segment.label))),
            ..Group::default()
        };
        let mut people = run::people(flow, segment.body.clone(), x.lexicon);
        let called = rows.last().or(last).is_some_and(is_surname_only);
        if people.is_empty() && called {
            people = run::surnames(flow, segment.body, x.lexicon);
        }
        let sure = people.iter().filter(|e| e.name.score > 1).count();
        if segment.inner && (sure == 0 || people.len() < 2) && rows.is_empty() {
            continue;
        }
        let entries: Vec<_> = people.into_iter().map(|e| (e, 0)).collect();
        rows.extend(row::rows(&entries, &[group], SENTENCE, x.lexicon));
    }
    (!rows.is_empty()).then_some(rows)
}

/// Whether a paragraph tells of something else before it says who sent apologies, so that it is not all about them.
pub(super) fn only_ends(flow: &Flow, rows: &[Participant]) -> bool {
    let text = flow.as_str();
    let label = rows.first().map_or("", |r| r.list.value.as_str());
    let Some(at) = text.find(label).filter(|_| !label.is_empty()) else {
        return false;
    };
    let colon = text[at + label.len()..].trim_start().starts_with(':');
    // `..., presided over by A, acting as secretary B`
    if !colon && at > 0 && rows.iter().all(|r| r.rule == OFFICE) {
        return true;
    }
    !colon && text[..at].trim_end().ends_with('.')
}

/// Whether somebody is called by a surname and nothing else.
fn is_surname_only(row: &Participant) -> bool {
    !row.name.value.contains(' ') && row.honorific.is_empty() && row.organisation.is_empty()
}

/// The rows of a line such as `Participants: A (Org), B (Org)`; also `Chair: A` beside a line that says who came.
fn labelled(
    x: &Extraction,
    at: usize,
    flow: &Flow,
    last: Option<&Participant>,
) -> Option<Vec<Participant>> {
    let (label, body) = labels::label(flow.as_str())?;
    let printed = &flow.as_str()[label.clone()];
    let heads = x.lexicon.list(List::HeadingParticipants).is(printed)
        || x.lexicon.list(List::AttendanceWitness).is(printed);
    let category = group::is_category(printed, x.lexicon);
    let office = || {
        let list = |key| x.lexicon.list(key).is(printed);
        list(List::RoleChair)
            || list(List::Job)
            || !category && class(printed, x.lexicon) == Class::Job
    };
    // Who wrote the report is told of the document.
    let wrote = x.lexicon.list(List::RolePreparedBy).is(printed);
    let chairs = !heads && !wrote && office();
    let category = !heads
        && !chairs
        && (category || group::is_heading(printed, x.lexicon) && !is_negative(printed, x.lexicon));
    let beside = || {
        let near = x
            .outline
            .units
            .get(at.saturating_sub(3)..(at + 4).min(x.outline.units.len()));
        let lines = near
            .unwrap_or(&[])
            .iter()
            .flat_map(|u| labels::labelled_lines(&u.flow));
        lines
            .into_iter()
            .any(|l| !run::segments(&l, x.lexicon).is_empty())
    };
    let claimed = |i: usize| x.claimed_by(i) == Some("participants");
    let below = || last.is_some() && at.checked_sub(1).is_some_and(claimed);
    let announced =
        heads || (chairs || category) && (beside() || below() || front::is_bureau(x, at));
    // `Company: A (Director); B (Head of Works)` between `Members:` and `Apologies:`.
    let among = !announced && !wrote && last.is_some() && beside();
    if !announced && !among {
        return None;
    }
    // `Chair: MS Scribe: JH`: another label ends what the first says.
    let text = flow.as_str();
    let next = text[body..].find(": ").map(|i| &text[..body + i]);
    let end = next
        .and_then(|t| t.rfind([' ', ',', ';']))
        .filter(|_| chairs)
        .map_or(text.len(), |i| i.max(body));
    let end = before_other(flow, body..end, x.lexicon).end;
    // `Treasurer: Mrs A - Proposed by Ms B`: who was elected, not who came.
    if chairs && x.lexicon.list(List::OutcomeVote).found_in(&text[body..]) {
        return None;
    }
    let mut people = run::people(flow, body..end, x.lexicon);
    let sure = |e: &Entry| e.name.score > 1 || !e.pieces.is_empty();
    let by_first_names = || {
        let name = |e: &&Entry| is_given_name(&e.flow.as_str()[e.name.whole.clone()]);
        people.len() > 2 && people.iter().filter(name).count() * 5 >= people.len() * 3
    };
    let held = |e: &Entry| !e.pieces.is_empty() && e.pieces.iter().all(|p| p.enclosed);
    if among && (people.len() < 2 || !people.iter().all(held)) {
        return None;
    }
    let told = people.iter().any(sure) || heads && by_first_names();
    if !told {
        // `Guests: Ann, Ben` where others are called so.
        let called = !chairs && last.is_some_and(is_surname_only);
        people = run::surnames(flow, body..end, x.lexicon);
        if !called || people.is_empty() {
            return None;
        }
    }
    let group = Group {
        label: flow.cell(label.clone()),
        ..Group::default()
    };
    let entries: Vec<_> = people.into_iter().map(|e| (e, 0)).collect();
    let rule = if chairs { OFFICE } else { LABEL };
    let mut rows = row::rows(&entries, &[group], rule, x.lexicon);
    if chairs {
        rows.iter_mut()
            .for_each(|r| row::set(&mut r.job_title, flow.cell(label.clone())));
    }
    Some(rows)
}
