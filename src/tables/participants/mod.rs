//! Participant and attendance lists, a row a person.
//!
//! Headings and labels announce a list, and what stands below decides: a table is one by its header and its columns
//! together ([`columns`]), lines by the names that they begin with ([`list`]), running text by its labels ([`run`]).
//! A person's cells are made in one place each: names in [`name`], what stands beside them in [`entry`] and [`row`].

mod aligned;
mod aside;
mod below;
mod beside;
mod called;
mod columns;
mod cut;
mod entry;
mod flat;
mod front;
mod grid;
mod group;
mod hung;
mod initials;
mod lines;
mod list;
mod marks;
mod name;
mod office;
mod piece;
mod row;
mod run;
mod seen;
mod signs;
mod slots;
mod stacked;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_bodies;
#[cfg(test)]
mod tests_minutes;
mod told;
mod twins;

use crate::block::Kind;
use crate::extract::Extraction;
use crate::flow::Flow;
use crate::lexicon::{Lexicon, List};
use crate::outline::{Outline, Unit, UnitKind};
use crate::record;
use entry::Entry;
use group::Group;
use lines::Line;
use piece::{Class, class};
use std::borrow::Cow;

/// How a person attended.
pub const ATTENDANCE: &[&str] = &["present", "remote", "apologies", "absent"];

record! {
    /// A person in a participant or attendance list.
    pub struct Participant in "participants" ("par") key [name, organisation] above [attendance, list] {
        /// The number as printed.
        number: Text,
        /// First then last name where the form tells them apart, else as printed.
        name: Text,
        /// The first name, where the form tells it.
        first_name: Text,
        /// The last name, where the form tells it.
        last_name: Text,
        /// Mr, Dr, H.E. and the like.
        honorific: Text,
        /// The organisation.
        organisation: Text,
        /// The department in it.
        department: Text,
        /// The job title.
        job_title: Text,
        /// The city.
        city: Text,
        /// The country as printed.
        country: Text,
        /// ISO 3166-1 alpha-2.
        country_code: Text,
        /// The e-mail address.
        email: Text,
        /// The telephone number.
        phone: Text,
        /// Whether the person came; empty where the list does not say.
        attendance: Choice in ATTENDANCE,
        /// The heading or group the person stands under.
        list: Text,
        /// The person over all reports of the run.
        person_id: Link in &["people"],
    }
}

/// Reads the table.
pub fn extract(x: &mut Extraction) {
    let mut found: Vec<Participant> = Vec::new();
    let mut at = 0;
    while at < x.outline.units.len() {
        at = match x.claimed_by(at) {
            None => unit(x, at, &mut found),
            Some(_) => at + 1,
        };
    }
    told::came(&mut found, x.lexicon);
    x.data.participants = twins::without(found, x.lexicon);
}

/// The rule of people in a sentence that says who came.
const SENTENCE: &str = "attendance-sentence";

/// The rule of people behind a label: `Members: A, B`.
const LABEL: &str = "attendance-label";

/// The rule of a line such as `Chair: A` beside those who came.
const OFFICE: &str = "attendance-office";

/// Reads what begins at a unit; the unit to go on with.
fn unit(x: &mut Extraction, at: usize, found: &mut Vec<Participant>) -> usize {
    let outline = x.outline;
    let unit = &outline.units[at];
    if let UnitKind::Grid(index) = unit.kind {
        if let Some((group, listed)) = announced(x, at) {
            let rows = grid::read(&outline.grids[index], &group, listed, x.lexicon);
            if !rows.is_empty() {
                x.claim(at, "participants");
                found.extend(rows);
            }
        }
        return at + 1;
    }
    let whole = across_page(x, at).or_else(|| below::joined(x, at));
    let (flow, end) = whole
        .as_ref()
        .map_or((&unit.flow, at + 1), |(f, e)| (f, *e));
    let mut rows = said(x, at, flow, found.last());
    if rows.is_empty() {
        rows = told::below_own_line(x, at).unwrap_or_default();
    }
    if rows.is_empty() {
        rows = told::goes_on(x, at, found);
    }
    if !rows.is_empty() {
        found.extend(rows);
        (at..end).for_each(|i| x.claim(i, "participants"));
        return end;
    }
    let head = found.is_empty().then(|| front::read(x, at)).flatten();
    let (rows, next) = match opens(x, at) {
        None if head.is_some() => {
            x.claim(at, "participants");
            head.unwrap_or_default()
        }
        Some(_) if wrapped_sentence(x, at + 1) => return at + 1,
        Some(group) => match below::read(x, at + 1, &group) {
            Some((mut rows, rest, next)) => {
                rows.extend(said(x, at + 1, &rest, rows.last()));
                (rows, next)
            }
            None => {
                let (rows, next) = listed(x, at + 1, group.clone());
                match told::under(x, at + 1, &group).filter(|_| rows.is_empty()) {
                    Some(rows) => (rows, at + 2),
                    None => (rows, next),
                }
            }
        },
        None => unannounced(x, at).unwrap_or_default(),
    };
    if rows.is_empty() {
        return at + 1;
    }
    found.extend(rows);
    (at + 1..next).for_each(|i| x.claim(i, "participants"));
    next
}

/// The rows of a paragraph whose lines say who came; the row before it tells how people are called.
fn said(x: &Extraction, at: usize, flow: &Flow, before: Option<&Participant>) -> Vec<Participant> {
    let mut rows: Vec<Participant> = Vec::new();
    for flow in &run::labelled_lines(flow) {
        let said = |r: &&Participant| r.rule == SENTENCE || r.rule == LABEL || r.rule == OFFICE;
        let last = rows.last().or(before).filter(said);
        if let Some(more) = sentence(x, flow, last) {
            rows.extend(more);
            rows.extend(told::by_verb(x, flow));
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
        if !rows.is_empty() || told::is_near(x, at) {
            rows.extend(told::by_verb(x, flow));
        }
    }
    rows
}

/// Whether a paragraph of several lines is a sentence that says who came: no list, although each line may look like one
/// of its rows.
fn wrapped_sentence(x: &Extraction, at: usize) -> bool {
    let Some(unit) = x
        .outline
        .units
        .get(at)
        .filter(|u| u.kind == UnitKind::Paragraph)
    else {
        return false;
    };
    let parts = run::labelled_lines(&unit.flow);
    let people = || {
        parts
            .iter()
            .filter_map(|f| sentence(x, f, None))
            .map(|r| r.len())
    };
    let labels = || run::segments(&unit.flow, x.lexicon).len();
    (unit.flow.lines().count() > 1 || labels() > 1) && people().sum::<usize>() > 1
}

/// The rows of the list that begins at a unit, and the unit behind it.
///
/// Lines are read some at a time, so that a heading over no list costs little in a long report.
fn listed(x: &Extraction, at: usize, group: Group) -> (Vec<Participant>, usize) {
    let outline = x.outline;
    let units = outline.units.get(at..).unwrap_or(&[]);
    let first = units.first().map_or(outline.blocks.len(), |u| u.block);
    let mut some = SOME;
    loop {
        let mut near = units.iter().take_while(|u| u.block < first + some);
        let grid = near.find(|u| matches!(u.kind, UnitKind::Grid(_)));
        let last = grid.map_or(outline.blocks.len(), |u| u.block);
        let stop = last.min(first + some);
        let lines = lines::lines(outline, first..stop, x.lexicon);
        let (rows, used) = set(outline, &lines, &group, x.lexicon).unwrap_or_else(|| {
            let read = list::read(&lines, group.clone(), x.lexicon);
            let rows = row::rows(&read.entries, &read.groups, "participant-list", x.lexicon);
            (rows, read.end)
        });
        // What stands beyond may tell what the last lines are.
        if used + list::AHEAD > lines.len() && stop < last {
            some *= 4;
            continue;
        }
        // A list may end inside a paragraph, which is not read again.
        let inside = used > 0
            && lines
                .get(used)
                .is_some_and(|l| l.block == lines[used - 1].block);
        let end = lines
            .get(used)
            .map_or(stop, |l| l.block + usize::from(inside));
        let behind = units.iter().position(|u| u.block >= end);
        return (rows, at + behind.unwrap_or(units.len()));
    }
}

/// How many blocks of a list are looked at first.
const SOME: usize = 40;

/// A table that has no edges left.
fn set(
    outline: &Outline,
    lines: &[Line],
    group: &Group,
    lexicon: &Lexicon,
) -> Option<(Vec<Participant>, usize)> {
    if beside::are_blocks(lines, lexicon) {
        return None;
    }
    flat::read(lines, group, lexicon)
        .or_else(|| aligned::read(outline, lines, group, lexicon))
        .or_else(|| flat::read_set(lines, group, lexicon))
        .or_else(|| flat::read_keyed(lines, group, lexicon))
}

/// The rows under a heading whose words are not known, where every line is a person.
fn unannounced(x: &Extraction, at: usize) -> Option<(Vec<Participant>, usize)> {
    let outline = x.outline;
    let UnitKind::Heading(section) = outline.units[at].kind else {
        return None;
    };
    let section = &outline.sections[section];
    let title = section.title.as_str();
    let body = matches!(class(title, x.lexicon), Class::Organisation | Class::Unit);
    if section.own.len() < 3 || body || is_negative(title, x.lexicon) {
        return None;
    }
    let first = outline.units[section.own.start].block;
    let stop = outline
        .units
        .get(section.own.end)
        .map_or(outline.blocks.len(), |u| u.block);
    let lines = lines::lines(outline, first..stop, x.lexicon);
    let group = Group {
        label: section.title.whole(),
        ..Group::default()
    };
    signs::is_certain(&lines, x.lexicon).then(|| listed(x, at + 1, group))
}

/// A paragraph with the one behind a page's end that goes on with it, and the unit to go on with: a bracket is open, or a
/// comma is the last sign.
fn across_page<'s>(x: &Extraction<'s>, at: usize) -> Option<(Flow<'s>, usize)> {
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
    let (label, body) = run::label(flow.as_str())?;
    let printed = &flow.as_str()[label.clone()];
    let heads = x.lexicon.list(List::HeadingParticipants).is(printed);
    let category = x.lexicon.list(List::HeadingCategory).is(printed);
    let office = || {
        let list = |key| x.lexicon.list(key).is(printed);
        list(List::RoleChair)
            || list(List::Job)
            || !category && class(printed, x.lexicon) == Class::Job
    };
    let chairs = !heads && office();
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
            .flat_map(|u| run::labelled_lines(&u.flow));
        lines
            .into_iter()
            .any(|l| !run::segments(&l, x.lexicon).is_empty())
    };
    let announced = heads || (chairs || category) && beside();
    if !announced {
        return None;
    }
    // `Chair: MS Scribe: JH`: another label ends what the first says.
    let text = flow.as_str();
    let next = text[body..].find(": ").map(|i| &text[..body + i]);
    let end = next
        .and_then(|t| t.rfind([' ', ',', ';']))
        .filter(|_| chairs)
        .map_or(text.len(), |i| i.max(body));
    let mut people = run::people(flow, body..end, x.lexicon);
    let sure = |e: &Entry| e.name.score > 1 || !e.pieces.is_empty();
    if !people.iter().any(sure) {
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

/// The group that a heading or label over people opens.
fn opens(x: &Extraction, at: usize) -> Option<Group> {
    let unit = &x.outline.units[at];
    let flow = match unit.kind {
        UnitKind::Heading(section) => &x.outline.sections[section].title,
        UnitKind::Label | UnitKind::Caption | UnitKind::Paragraph | UnitKind::Item => &unit.flow,
        _ => return None,
    };
    // A label may stand right below other lines: `Town Hall, 3 May` above `Present:`.
    let last = flow.lines().last().filter(|l| {
        unit.kind == UnitKind::Paragraph && l.start > 0 && flow.as_str()[l.clone()].ends_with(':')
    });
    let own = last.map(|l| flow.slice(l));
    let flow = own.as_ref().unwrap_or(flow);
    let text = flow.as_str().trim_end_matches([':', ' ']);
    if text.len() > 90 || is_negative(text, x.lexicon) {
        return None;
    }
    if let Some(group) = run::attending(flow, 0..text.len(), x.lexicon) {
        return Some(group);
    }
    let line = matches!(unit.kind, UnitKind::Paragraph | UnitKind::Item);
    let short = text.split(' ').count() <= 5
        && text.starts_with(char::is_uppercase)
        && !text.ends_with('.');
    // `Attendance (P = present, A = absent)`: what its marks mean.
    let bare = text.split(" (").next().unwrap_or(text);
    let key = bare.len() < text.len() && text.contains('=') && group::is_heading(bare, x.lexicon);
    let fits = (!line || short) && group::is_heading(text, x.lexicon) || key;
    fits.then(|| Group {
        label: flow.cell(0..text.len()),
        ..Group::default()
    })
}

/// What stands over a table: the group of its section's heading, and whether it announces people; nothing where the
/// heading says that they are no participants.
fn announced(x: &Extraction, at: usize) -> Option<(Group, bool)> {
    let outline = x.outline;
    let section = &outline.sections[outline.units[at].section];
    let label = at.checked_sub(1).map(|i| &outline.units[i]);
    let label = label
        .filter(|u| matches!(u.kind, UnitKind::Label | UnitKind::Paragraph) && u.text().len() < 90);
    let flow = match label {
        Some(unit) if is_over(unit, x.lexicon) => &unit.flow,
        _ => &section.title,
    };
    let text = flow.as_str().trim_end_matches([':', ' ']);
    if is_negative(text, x.lexicon) {
        return None;
    }
    if let Some(attending) = run::attending(flow, 0..text.len(), x.lexicon) {
        return Some((attending, true));
    }
    let part = x.lexicon.list(List::HeadingCategory).is(text);
    let group = Group {
        label: flow.cell(0..text.len()),
        attendance: part.then(|| told::above(x, at)).flatten(),
        ..Group::default()
    };
    Some((group, group::is_heading(text, x.lexicon)))
}

/// Whether a label right above a table names participants or says how they attended.
fn is_over(label: &Unit, lexicon: &Lexicon) -> bool {
    let end = label.text().trim_end_matches([':', ' ']).len();
    group::is_heading(&label.text()[..end], lexicon)
        || run::attending(&label.flow, 0..end, lexicon).is_some()
}

/// Whether a heading stands over names of people who are no participants.
fn is_negative(text: &str, lexicon: &Lexicon) -> bool {
    let list = lexicon.list(List::HeadingNotParticipants);
    let ends = list
        .find_iter(text)
        .any(|(range, _)| range.end == text.len());
    ends && !lexicon.list(List::HeadingParticipants).found_in(text)
}

/// A heading in capitals with the letters that recognition mistakes put right: `LlST 0F PARTlClPANTS`.
fn mend_capitals(text: &str) -> Cow<'_, str> {
    let letters = text.chars().filter(|c| c.is_alphabetic());
    let (mut all, mut big) = (0, 0);
    for c in letters {
        all += 1;
        big += usize::from(c.is_uppercase());
    }
    if big * 10 < all * 6 || !text.contains(['0', '1', 'l', '|', '5']) {
        return Cow::Borrowed(text);
    }
    let mend = |word: &str| -> String {
        let numeric = word.chars().all(|c| !c.is_alphabetic());
        let mended = word.chars().map(|c| match c {
            '0' if !numeric => 'O',
            '1' | 'l' | '|' if !numeric => 'I',
            '5' if !numeric => 'S',
            c => c,
        });
        mended.collect()
    };
    Cow::Owned(text.split(' ').map(mend).collect::<Vec<_>>().join(" "))
}
