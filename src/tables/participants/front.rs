//! Minutes that begin with those who came, although no word says so: councillors in a line, offices over people, a sentence
//! that ends in `the following:`.

use super::cut::Piece;
use super::entry::Entry;
use super::group::{self, Group};
use super::lines;
use super::list;
use super::name::name_at;
use super::piece::{Class, class};
use super::signs::is_prose;
use super::{Participant, SENTENCE, is_negative, labels, row, run, strung, told};
use crate::extract::Extraction;
use crate::flow::Flow;
use crate::lexicon::List;
use crate::outline::{Unit, UnitKind};
use crate::value::sentence::sentences;

/// The units of minutes among which those who came are told.
pub(super) const FRONT: usize = 14;
/// The blocks of a list that are looked at.
const BLOCKS: usize = 60;

/// A line of a list that has a verb of saying is no longer than this.
const SAID: usize = 60;

/// The rule of people whom minutes name at their head without a word on it.
pub(super) const RULE: &str = "minutes-head";

/// The rows that begin at a unit at the head of minutes, and the unit behind them.
pub(super) fn read(x: &Extraction, at: usize) -> Option<(Vec<Participant>, usize)> {
    if !is_at_head(x, at) {
        return None;
    }
    let unit = &x.outline.units[at];
    let line = || {
        let line = in_line(x, &unit.flow).or_else(|| strung(x, &unit.flow));
        line.or_else(|| following(x, &unit.flow))
    };
    match unit.kind {
        UnitKind::Paragraph | UnitKind::Item => {
            let line = line().map(|rows| (rows, at + 1));
            let line = line.or_else(|| initialled(x, at));
            line.or_else(|| offices(x, at)).or_else(|| names(x, at))
        }
        UnitKind::Label | UnitKind::Heading(_) => {
            let strung = strung(x, &unit.flow).map(|rows| (rows, at + 1));
            strung.or_else(|| offices(x, at))
        }
        _ => None,
    }
}

/// Whether a unit stands at the head of minutes.
pub(super) fn is_at_head(x: &Extraction, at: usize) -> bool {
    at < FRONT && is_minutes(x)
}

/// So many officers in lines below each other are those who held the meeting.
const OFFICERS: usize = 3;

/// Whether a line stands among those of a bureau at the head of minutes: `President: A`, `Secretary: B`, `Members: C, D`.
pub(super) fn is_bureau(x: &Extraction, at: usize) -> bool {
    if !is_at_head(x, at) {
        return false;
    }
    let officer = |flow: &Flow| {
        let Some((label, body)) = labels::label(flow.as_str()) else {
            return false;
        };
        let (label, behind) = (&flow.as_str()[label], &flow.as_str()[body..]);
        let post = x.lexicon.list(List::Office).is(label)
            || x.lexicon.list(List::RoleChair).is(label)
            || class(label, x.lexicon) == Class::Job
            || group::is_category(label, x.lexicon);
        post && name_at(behind, x.lexicon).is_some_and(|n| n.score > 1)
    };
    let units = &x.outline.units;
    let officers = |u: &Unit| match u.kind {
        UnitKind::Paragraph | UnitKind::Label | UnitKind::Item => {
            let lines = labels::labelled_lines(&u.flow);
            lines.iter().filter(|l| officer(l)).count()
        }
        _ => 0,
    };
    let above = units[..at].iter().rev().map(officers);
    let below = units[at..].iter().map(officers);
    let near = |found: &mut dyn Iterator<Item = usize>| -> usize {
        found.take_while(|n| *n > 0).take(OFFICERS).sum()
    };
    near(&mut { above }) + near(&mut { below }) >= OFFICERS
}

/// Whether the first lines say that the report is minutes.
fn is_minutes(x: &Extraction) -> bool {
    let word = x.lexicon.list(List::TypeMinutes);
    let opened = x.lexicon.list(List::TypeMinutesInText);
    x.outline.units.iter().take(4).any(|unit| {
        let text = match unit.kind {
            UnitKind::Heading(section) => x.outline.sections[section].title.as_str(),
            _ => unit.text(),
        };
        // `The Chair called the meeting to order at 7 pm.`
        let opens = || unit.kind == UnitKind::Paragraph && opened.found_in(text);
        text.len() < 400 && (word.found_in(text) || opens()) || word.starts(text).is_some()
    })
}

/// `Councillors A Model (AM), B Probe (BP) and C Sample (CS)`: a title, and people to the end.
fn in_line(x: &Extraction, flow: &Flow) -> Option<Vec<Participant>> {
    let text = flow.as_str();
    let parts = text.split([',', ';']).count();
    let people = run::people(flow, 0..flow.len(), x.lexicon);
    let titled = people.first().is_some_and(|e| e.name.honorific.is_some());
    let sure = people.iter().all(|e| e.name.score > 1 && e.is_bare());
    // `Ann Model (AM), Bo Probe (BP)`: the letters by which the minutes call them.
    let called = || people.len() > TITLED && people.iter().all(|e| e.initials.is_some());
    // Letters that are those of each name tell as much as the names.
    let all = people.len() >= 3 && people.len() >= parts && (titled && sure || called());
    let starts = people
        .first()
        .is_some_and(|e| text.starts_with(e.flow.as_str()));
    let group = Group::default();
    let entries: Vec<_> = people.into_iter().map(|e| (e, 0)).collect();
    (all && starts && !text.ends_with('?')).then(|| row::rows(&entries, &[group], RULE, x.lexicon))
}

/// `Mayor A Model Councillor Probe Councillor Sample Clerk B Test`: posts and names by turns.
fn strung(x: &Extraction, flow: &Flow) -> Option<Vec<Participant>> {
    let entries: Vec<_> = strung::people(flow, x.lexicon)?
        .into_iter()
        .map(|e| (e, 0))
        .collect();
    Some(row::rows(&entries, &[Group::default()], RULE, x.lexicon))
}

/// `The following members met: Mr A, Ms B and Ms C.`: three people and more, all with their titles, behind a colon.
fn following(x: &Extraction, flow: &Flow) -> Option<Vec<Participant>> {
    let text = flow.as_str();
    let colon = text.find(": ")?;
    let body = colon + 2;
    let first = sentences(&text[body..], x.lexicon).next()?;
    let people = run::people(flow, body..body + first.end, x.lexicon);
    let titled = people.iter().all(|e| e.name.honorific.is_some());
    let away = is_negative(&text[..colon], x.lexicon);
    if people.len() < 3 || !titled || away {
        return None;
    }
    let from = text[..colon].rfind([',', ';']).map_or(0, |i| i + 1);
    let label = flow.cell(from..colon);
    let group = Group {
        attendance: Some(("present", label.clone())),
        label,
        ..Group::default()
    };
    let entries: Vec<_> = people.into_iter().map(|e| (e, 0)).collect();
    Some(row::rows(&entries, &[group], SENTENCE, x.lexicon))
}

/// The items below a sentence that must each begin with somebody's title.
const TITLED: usize = 3;

/// The group that a sentence on who came opens, whatever its last words, over items that are people with their titles.
pub(super) fn over_titled(x: &Extraction, at: usize) -> Option<Group> {
    let unit = &x.outline.units[at];
    let below = x.outline.units.get(at + 1..at + 1 + TITLED)?;
    let items = below.iter().all(|u| u.kind == UnitKind::Item);
    let titled = |u: &Unit| {
        let name = name_at(u.text(), x.lexicon).filter(|n| n.honorific.is_some());
        name.is_some_and(|n| n.score > 1)
    };
    if unit.kind != UnitKind::Paragraph || !items || !below.iter().all(titled) {
        return None;
    }
    let text = unit.text();
    let all = x.lexicon.list(List::AttendancePresent).find_iter(text);
    let said = all
        .map(|(r, _)| r)
        .filter(|r| text[r.clone()].contains(' '))
        .last()?;
    let label = unit.flow.cell(said);
    Some(Group {
        attendance: Some(("present", label.clone())),
        label,
        ..Group::default()
    })
}

/// `- Ann Model (AM)` and others below: items of a name each, with the letters by which the minutes call its bearer.
fn initialled(x: &Extraction, at: usize) -> Option<(Vec<Participant>, usize)> {
    let unit = &x.outline.units[at];
    let end = (unit.block + BLOCKS).min(x.outline.blocks.len());
    if unit.kind != UnitKind::Item || !unit.text().contains('(') {
        return None;
    }
    let lines = lines::lines(x.outline, unit.block..end, x.lexicon);
    let called = |l: &lines::Line<'_>| l.marker.is_some() && l.text().contains('(');
    let read = lines.iter().take_while(|l| called(l)).map_while(|l| {
        let mut entry = Entry::read(&l.flow, x.lexicon)?;
        let letters = |p: &Piece| {
            let own = &l.text()[p.range.clone()];
            let short = (2..=4).contains(&own.len()) && own.bytes().all(|b| b.is_ascii_uppercase());
            p.enclosed && short && l.text().starts_with(&own[..1])
        };
        // `Jo Lyle (JR)`: letters that are not quite those of the name.
        if let [piece] = entry.pieces.as_slice()
            && letters(piece)
        {
            entry.initials = Some(entry.pieces.remove(0).range);
            return Some((entry, 1));
        }
        let bare = entry.pieces.is_empty() && entry.initials.is_some();
        bare.then_some((entry, 0))
    });
    let read: Vec<_> = read.collect();
    if read.iter().filter(|(_, off)| *off == 0).count() < TITLED {
        return None;
    }
    let entries: Vec<_> = read.into_iter().map(|(entry, _)| (entry, 0)).collect();
    let rows = row::rows(&entries, &[Group::default()], RULE, x.lexicon);
    let stop = lines.get(entries.len()).map_or(end, |l| l.block);
    let next = x.outline.units.iter().position(|u| u.block >= stop);
    Some((rows, next.unwrap_or(x.outline.units.len())))
}

/// Offices and kinds of members, each over its people.
fn offices(x: &Extraction, at: usize) -> Option<(Vec<Participant>, usize)> {
    let outline = x.outline;
    let unit = &outline.units[at];
    let flow = match unit.kind {
        UnitKind::Heading(section) => &outline.sections[section].title,
        _ => &unit.flow,
    };
    let text = flow.as_str().trim_end_matches([':', ' ']);
    let office = x.lexicon.list(List::Office).is(text) || class(text, x.lexicon) == Class::Job;
    let title = x.lexicon.list(List::TypeMinutes).is(text);
    if text.len() > 40 || !office || title || is_negative(text, x.lexicon) {
        return None;
    }
    let end = (unit.block + BLOCKS).min(outline.blocks.len());
    let lines = lines::lines(outline, unit.block..end, x.lexicon);
    // `Consejo Rector` over the title of its minutes is a body, though a rector is an office.
    let named = |l: &lines::Line| name_at(l.text(), x.lexicon).is_some_and(|n| n.score > 0);
    if !lines.get(1).is_some_and(named) {
        return None;
    }
    let read = list::read(&lines, Group::default(), x.lexicon);
    let sure = read
        .entries
        .iter()
        .filter(|(e, _)| e.name.score > 1)
        .count();
    let groups = read.groups.iter().skip(1).count();
    if sure < 4 || sure * 5 < read.entries.len() * 4 || groups < 2 {
        return None;
    }
    let rows = row::rows(&read.entries, &read.groups, RULE, x.lexicon);
    let stop = lines.get(read.end).map_or(end, |l| l.block);
    let next = outline.units.iter().position(|u| u.block >= stop);
    Some((rows, next.unwrap_or(outline.units.len()).max(at + 1)))
}

/// People a line, right below the title: nothing but names, and what stands beside them.
fn names(x: &Extraction, at: usize) -> Option<(Vec<Participant>, usize)> {
    let unit = &x.outline.units[at];
    let sure = |text: &str| name_at(text, x.lexicon).is_some_and(|n| n.score > 0);
    // `The committee now consists of:` leads in others.
    let led = |u: &Unit| u.text().ends_with([':', ',']) || is_prose(u.text());
    let above = at.checked_sub(1).map(|i| &x.outline.units[i]);
    // `Place: Some Hall, Some Town`
    let item = unit.kind == UnitKind::Item || unit.text().contains(": ");
    if item || unit.text().len() > 90 || !sure(unit.text()) || above.is_some_and(led) {
        return None;
    }
    let (rows, next) = only_names(x, at, Group::default())?;
    (rows.len() > 3).then_some((rows, next))
}

/// People below a heading of any words, a line each or in one sentence: nothing but names, and what stands beside them.
pub(super) fn headed(x: &Extraction, at: usize) -> Option<(Vec<Participant>, usize)> {
    let UnitKind::Heading(section) = x.outline.units[at].kind else {
        return None;
    };
    let title = &x.outline.sections[section].title;
    let text = title.as_str().trim_end_matches([':', ' ']);
    let body = matches!(class(text, x.lexicon), Class::Organisation | Class::Unit)
        || x.lexicon.list(List::TypeMinutes).found_in(text);
    let labelled = |u: &Unit| labels::label(u.text()).is_some();
    if x.outline.units.get(at + 1).is_none_or(labelled)
        || !is_at_head(x, at)
        || body
        || text.len() > 60
        || is_negative(text, x.lexicon)
    {
        return None;
    }
    let group = Group {
        label: title.cell(0..text.len()),
        ..Group::default()
    };
    let sentence = || {
        let unit = x.outline.units.get(at + 1)?;
        // A line of names alone may look like a heading.
        let flow = match unit.kind {
            UnitKind::Heading(section) => &x.outline.sections[section].title,
            UnitKind::Paragraph => &unit.flow,
            _ => return None,
        };
        let end = flow.as_str().trim_end_matches(['.', ' ']).len();
        let many = flow.as_str()[..end].contains(", ");
        let people = told::only_people(flow, 0..end, x.lexicon).filter(|_| many)?;
        let entries: Vec<_> = people.into_iter().map(|e| (e, 0)).collect();
        let rows = row::rows(&entries, std::slice::from_ref(&group), RULE, x.lexicon);
        Some((rows, at + 2))
    };
    let (rows, next) = sentence().or_else(|| only_names(x, at + 1, group.clone()))?;
    (rows.len() > 2).then_some((rows, next))
}

/// The rows of lines that are people and nothing else, and the unit behind them.
fn only_names(x: &Extraction, at: usize, group: Group) -> Option<(Vec<Participant>, usize)> {
    let outline = x.outline;
    let first = outline.units.get(at)?.block;
    let end = (first + BLOCKS).min(outline.blocks.len());
    let lines = lines::lines(outline, first..end, x.lexicon);
    // `Ms Ana Example (Lake Trust) said that ...` tells what she said.
    let says =
        |l: &lines::Line| l.text().len() > SAID && x.lexicon.list(List::SayVerb).found_in(l.text());
    let read = list::read(&lines, group, x.lexicon);
    if lines.iter().take(read.end).any(says) {
        return None;
    }
    let known = read
        .entries
        .iter()
        .filter(|(e, _)| e.name.score > 1)
        .count();
    let all = read.entries.len();
    if all < 3 || known * 3 < all * 2 || read.groups.len() > 1 || read.end != all {
        return None;
    }
    let rows = row::rows(&read.entries, &read.groups, RULE, x.lexicon);
    let stop = lines.get(read.end).map_or(end, |l| l.block);
    let next = outline.units.iter().position(|u| u.block >= stop);
    Some((rows, next.unwrap_or(outline.units.len()).max(at + 1)))
}
