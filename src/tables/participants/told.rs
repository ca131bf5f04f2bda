//! Sentences and lines near those that say who came: `Mr A and Ms B sent apologies.`, names right under a heading such as
//! `Apologies`, and lines of people that go on below a label.

use super::entry::Entry;
use super::group::Group;
use super::parts::{Part, parts};
use super::piece::ATTENDANCE;
use super::{LABEL, Participant, SENTENCE, front, labels, row, run};
use crate::extract::Extraction;
use crate::flow::Flow;
use crate::lexicon::{Lexicon, List};
use crate::outline::UnitKind;
use crate::schema::{Choice, Text};
use crate::span::Span;
use crate::value::sentence::sentences;
use std::ops::Range;

/// The units behind the last that says who came in which others may.
const NEAR: usize = 6;
/// The units above a table among which a label may say how they attended.
const LABELS: usize = 12;
/// A line that says how people attended is no longer than this.
const LONGEST_LABEL: usize = 60;
/// What stands behind the verb has no more words than this: `for this meeting`.
const BEHIND: usize = 6;

/// The people of whom sentences tell how they attended by a verb behind their names.
pub(super) fn by_verb(x: &Extraction, flow: &Flow) -> Vec<Participant> {
    let told = |range| in_sentence(flow, range, x.lexicon);
    let said = sentences(flow.as_str(), x.lexicon).filter_map(told);
    let rows = said.map(|(group, people)| {
        let entries: Vec<_> = people.into_iter().map(|e| (e, 0)).collect();
        row::rows(&entries, &[group], SENTENCE, x.lexicon)
    });
    rows.flatten().collect()
}

/// The people of whom sentences tell in which office they came: `Actúa como Secretario D. Juan Ejemplo.`
pub(super) fn acting(x: &Extraction, flow: &Flow) -> Vec<Participant> {
    let text = flow.as_str();
    let acts = x.lexicon.list(List::AttendanceActing);
    if !acts.found_in(text) {
        return Vec::new();
    }
    // Each begins a sentence or a line.
    let lines: Vec<usize> = flow.lines().map(|l| l.start).collect();
    let of_sentence = |range: Range<usize>| {
        let found = acts.find_iter(&text[range.clone()]);
        let places = found.map(|(r, _)| range.start + r.start..range.start + r.end);
        let heads: Vec<Range<usize>> = places
            .filter(|r| r.start == range.start || lines.contains(&r.start))
            .collect();
        let ends = heads.iter().skip(1).map(|r| r.start).chain([range.end]);
        let held = heads.iter().zip(ends).map(|(lead, end)| lead.end..end);
        held.filter_map(|own| in_office(flow, own, x.lexicon))
            .collect::<Vec<_>>()
    };
    sentences(text, x.lexicon)
        .flat_map(of_sentence)
        .flatten()
        .collect()
}

/// The row of an office and whoever holds it.
fn in_office(flow: &Flow, own: Range<usize>, lexicon: &Lexicon) -> Option<Vec<Participant>> {
    let own = flow.slice(own).trim();
    let end = own.as_str().trim_end_matches(['.', ' ']).len();
    let entry = Entry::read_running(&own.slice(0..end), lexicon)?;
    let office = entry.name.office.clone().filter(|_| entry.name.score > 1)?;
    let group = Group {
        label: own.cell(office),
        ..Group::default()
    };
    Some(row::rows(&[(entry, 0)], &[group], super::OFFICE, lexicon))
}

/// The people of a sentence that tells how they attended by a verb behind their names.
pub(super) fn in_sentence<'s>(
    flow: &Flow<'s>,
    range: Range<usize>,
    lexicon: &Lexicon,
) -> Option<(Group, Vec<Entry<'s>>)> {
    let own = flow.as_str()[range.clone()].trim_end_matches(['.', ' ', ';']);
    let (before, verb, how) = verb(own, lexicon)?;
    let people = only_people(flow, range.start..range.start + before, lexicon)?;
    let label = flow.cell(range.start + verb.start..range.start + verb.end);
    let group = Group {
        attendance: Some((how, label.clone())),
        label,
        ..Group::default()
    };
    Some((group, people))
}

/// Where the people end before a verb that says how they attended, the verb, and what it says.
fn verb(text: &str, lexicon: &Lexicon) -> Option<(usize, Range<usize>, &'static str)> {
    let small = |rest: &str| {
        rest.split_whitespace().count() <= BEHIND
            && rest.chars().all(|c| c.is_lowercase() || c == ' ')
    };
    let mut found: Option<(Range<usize>, &'static str)> = None;
    for (key, how) in ATTENDANCE {
        for (range, _) in lexicon.list(key).find_iter(text) {
            let rest = &text[range.end..];
            let fits = range.start > 0 && small(rest) && (how != "present" || rest.is_empty());
            let earlier = found.as_ref().is_none_or(|(f, _)| range.start < f.start);
            if fits && earlier {
                found = Some((range, how));
            }
        }
    }
    let (range, how) = found?;
    let mut before = text[..range.start].trim_end();
    let being = lexicon.list(List::AttendanceBeing);
    while let Some((lead, _)) = before.rsplit_once(' ').filter(|(_, last)| being.is(last)) {
        before = lead.trim_end();
    }
    Some((before.len(), range, how))
}

/// The people of a text that names people and nothing else.
pub(super) fn only_people<'s>(
    flow: &Flow<'s>,
    range: Range<usize>,
    lexicon: &Lexicon,
) -> Option<Vec<Entry<'s>>> {
    let people = run::people(flow, range.clone(), lexicon);
    let text = &flow.as_str()[range];
    let first = people.first()?;
    let begins = text.starts_with(first.flow.as_str());
    // `Chair Sample and Commissioners Probe, Test`: the first has an office or a title.
    let held = |e: &Entry| e.name.honorific.is_some() || e.name.office.is_some();
    // `Cllrs Probe and Test`
    let title = |e: &Entry| {
        e.name
            .honorific
            .clone()
            .map(|h| e.flow.as_str()[h].to_string())
    };
    let plural = title(first).is_some_and(|t| run::is_plural(&t));
    let many = people.len() > 2 || plural || people.iter().all(held);
    let least = if held(first) && many { 0 } else { 1 };
    let sure = people.iter().all(|e| e.name.score > least && e.is_bare());
    let and = lexicon.list(List::And);
    let (mut depth, mut words) = (0usize, 0usize);
    for word in text.split_whitespace() {
        depth += word.matches('(').count();
        let bare = word.trim_matches([',', ';', '.']);
        let small = depth == 0 && bare.starts_with(char::is_lowercase) && bare.len() > 3;
        words += usize::from(small && !and.is(bare));
        depth = depth.saturating_sub(word.matches(')').count());
    }
    (begins && sure && words == 0).then_some(people)
}

/// The people of a paragraph right under a heading or label that says how they attended.
pub(super) fn under(x: &Extraction, at: usize, group: &Group) -> Option<Vec<Participant>> {
    paragraph_of(x, at, group, only_people)
}

/// The same where they are called by their surnames.
pub(super) fn surnames_under(x: &Extraction, at: usize, group: &Group) -> Option<Vec<Participant>> {
    paragraph_of(x, at, group, bare_surnames)
}

/// How the words of a paragraph are read as people and nothing else.
type Reader = for<'s> fn(&Flow<'s>, Range<usize>, &Lexicon) -> Option<Vec<Entry<'s>>>;

/// The rows of a paragraph that is people and nothing else, whose group says how they attended.
fn paragraph_of(
    x: &Extraction,
    at: usize,
    group: &Group,
    read: Reader,
) -> Option<Vec<Participant>> {
    let unit = x.outline.units.get(at)?;
    group.attendance.as_ref()?;
    if unit.kind != UnitKind::Paragraph {
        return None;
    }
    let end = unit.flow.as_str().trim_end_matches(['.', ' ']).len();
    let people = read(&unit.flow, 0..end, x.lexicon)?;
    let entries: Vec<_> = people.into_iter().map(|e| (e, 0)).collect();
    let group = std::slice::from_ref(group);
    Some(row::rows(&entries, group, SENTENCE, x.lexicon))
}

/// Fewer surnames alone are none.
const SURNAMES: usize = 6;

/// `Barth, S. Model, DeKock and Probe`: surnames alone, an initial before one here and there.
fn bare_surnames<'s>(
    flow: &Flow<'s>,
    range: Range<usize>,
    lexicon: &Lexicon,
) -> Option<Vec<Entry<'s>>> {
    let text = flow.as_str();
    let parts = parts(text, range, lexicon);
    let plain = |w: &str| {
        w.len() > 1
            && w.contains(char::is_uppercase)
            && w.chars()
                .all(|c| c.is_alphabetic() || "'\u{2019}-".contains(c))
    };
    let fits = |own: &str| match own.split_once(' ') {
        Some((first, last)) => first.len() <= 4 && first.ends_with('.') && plain(last),
        None => plain(own),
    };
    let own = |p: &Part| &text[p.range.clone()];
    let commas = parts.iter().all(|p| p.after != ';');
    if parts.len() < SURNAMES || !commas || !parts.iter().all(|p| fits(own(p))) {
        return None;
    }
    let read = |p: &Part| Entry::of_one_name(&flow.slice(p.range.clone()), p.range.len(), lexicon);
    parts.iter().map(read).collect()
}

/// The people below the first line of a paragraph, which says how they attended: `19/031 Apologies` over names.
pub(super) fn below_own_line(x: &Extraction, at: usize) -> Option<Vec<Participant>> {
    let unit = x.outline.units.get(at)?;
    let flow = &unit.flow;
    let mut lines = flow.lines();
    let (first, second) = (lines.next()?, lines.next()?);
    let printed = &flow.as_str()[first.clone()];
    let bare = printed.trim_start_matches(|c: char| c.is_ascii_digit() || "./) ".contains(c));
    let label = first.end - bare.len()..first.end;
    if bare.len() > LONGEST_LABEL || second.start >= flow.len() {
        return None;
    }
    let group = labels::attending(flow, label, x.lexicon)?;
    let end = flow.as_str().trim_end_matches(['.', ' ']).len();
    let people = only_people(flow, second.start..end, x.lexicon)?;
    let entries: Vec<_> = people.into_iter().map(|e| (e, 0)).collect();
    Some(row::rows(&entries, &[group], SENTENCE, x.lexicon))
}

/// Lines of people with their titles, right below people behind a label: as those above attended.
pub(super) fn goes_on(x: &Extraction, at: usize, above: &[Participant]) -> Vec<Participant> {
    let (Some(unit), Some(last)) = (x.outline.units.get(at), above.last()) else {
        return Vec::new();
    };
    // The first behind the label attended as the label says; a remark may say else of those below.
    let same = |p: &&Participant| p.list.spans == last.list.spans;
    let first = above.iter().rev().take_while(same).last();
    let below = at
        .checked_sub(1)
        .is_some_and(|above| x.claimed_by(above) == Some("participants"));
    let set_on =
        below && unit.gap == 0 && unit.kind == UnitKind::Paragraph && last.rule == SENTENCE;
    let how = first.and_then(|p| p.attendance.value).filter(|_| set_on);
    let Some(how) = how else {
        return Vec::new();
    };
    let people = only_people(&unit.flow, 0..unit.flow.len(), x.lexicon).unwrap_or_default();
    if people.iter().any(|e| e.name.honorific.is_none()) {
        return Vec::new();
    }
    let group = Group {
        label: last.list.clone(),
        attendance: Some((how, last.list.clone())),
        ..Group::default()
    };
    let entries: Vec<_> = people.into_iter().map(|e| (e, 0)).collect();
    row::rows(&entries, &[group], SENTENCE, x.lexicon)
}

/// How people attended by the label over the one right above a table: `Present:` over `Members:`.
pub(super) fn above(x: &Extraction, at: usize) -> Option<(&'static str, Text)> {
    let units = x
        .outline
        .units
        .get(at.saturating_sub(LABELS)..at.checked_sub(1)?)?;
    for unit in units.iter().rev() {
        let short = unit.text().len() <= LONGEST_LABEL;
        match unit.kind {
            UnitKind::Grid(_) => continue,
            _ if !short => return None,
            _ => {}
        }
        let end = unit.text().trim_end_matches([':', ' ']).len();
        if let Some(group) = labels::attending(&unit.flow, 0..end, x.lexicon) {
            return group.attendance;
        }
    }
    None
}

/// Those under `Attendees` came, where the report tells of others that they did not or that they came from afar.
pub(super) fn came(rows: &mut [Participant], lexicon: &Lexicon) {
    let other = |p: &Participant| p.attendance.value.is_some_and(|how| how != "present");
    if !rows.iter().any(other) {
        return;
    }
    let list = lexicon.list(List::AttendanceCame);
    for row in rows.iter_mut().filter(|r| r.attendance.value.is_none()) {
        // A list at the head of minutes, whatever its heading.
        let head = row.rule == front::RULE && !row.list.is_empty();
        if head || list.ends(&row.list.value) {
            row.attendance = Choice {
                value: Some("present"),
                spans: row.list.spans.clone(),
            };
        }
    }
}

/// `The following members were present.` over names: how all of them attended.
pub(super) fn all_came(flow: &Flow, lexicon: &Lexicon) -> Option<(&'static str, Text)> {
    let text = flow.as_str();
    let told = text.len() <= LONGEST_LEAD && text.ends_with(['.', ':']);
    if !told || !lexicon.list(List::CountFollowing).found_in(text) {
        return None;
    }
    let present = lexicon.list(List::AttendancePresent);
    let (words, _) = present.find_iter(text).last()?;
    Some(("present", flow.cell(words)))
}

/// A sentence over those who came is no longer.
const LONGEST_LEAD: usize = 120;

/// So many governors by their kinds are the board of a school.
const LEAST_GOVERNORS: usize = 3;

/// Those who sit for parents, staff or a founder on the board of a school: what they sit for is no body that sent them.
pub(super) fn governors(rows: &mut [Participant], x: &Extraction) {
    let kinds = x.lexicon.list(List::GovernorKind);
    let of_kind = |p: &&mut Participant| kinds.is(&p.organisation.value);
    let mut sit: Vec<&mut Participant> = rows.iter_mut().filter(of_kind).collect();
    let distinct = |a: &&mut Participant| {
        let first = sit.first().map_or("", |p| p.organisation.value.as_str());
        a.organisation.value != first
    };
    if sit.len() < LEAST_GOVERNORS || !sit.iter().any(distinct) {
        return;
    }
    for row in &mut sit {
        let post = std::mem::take(&mut row.job_title);
        row.job_title = std::mem::take(&mut row.organisation);
        match comma(&x.outline.source.text, &row.job_title, &post) {
            Some(comma) => {
                row.job_title.append("", &comma);
                row.job_title.append("", &post);
            }
            None => row.job_title.append("; ", &post),
        }
    }
}

/// The comma that stands between two texts, where nothing else does.
fn comma(source: &str, before: &Text, behind: &Text) -> Option<Text> {
    let (before, behind) = (before.spans.cover()?, behind.spans.cover()?);
    let (start, end) = (before.end as usize, behind.start as usize);
    let between = source.get(start..end)?;
    (between.trim() == ",").then(|| Text::new(", ", Span::new(start, end)))
}

/// So many bytes below a label may stand the one that tells who did not come.
const NEAR_ABSENT: u32 = 2000;

/// Those behind a label such as `Members:` came, where the label below tells of others that they did not.
pub(super) fn beside_absent(rows: &mut [Participant]) {
    let start = |p: &Participant| p.name.spans.cover().map_or(0, |s| s.start);
    let away = |p: &Participant| matches!(p.attendance.value, Some("apologies" | "absent"));
    let mut below: Option<u32> = None;
    for at in (0..rows.len()).rev() {
        let row = &rows[at];
        if row.rule == SENTENCE {
            below = away(row).then(|| start(row));
        }
        let near = below.is_some_and(|b| b.saturating_sub(start(row)) < NEAR_ABSENT);
        if row.rule != LABEL || row.attendance.value.is_some() || !near {
            continue;
        }
        // `Members: A, B, C` over `Apologies: C`: all of them, whether they came or not.
        let also = |p: &Participant| away(p) && p.name.value == row.name.value;
        if rows[at..].iter().take(NEAR_ROWS).any(also) {
            below = None;
            continue;
        }
        let spans = rows[at].list.spans.clone();
        rows[at].attendance = Choice::new("present", spans);
    }
}

/// So many rows further down somebody is told again to be away.
const NEAR_ROWS: usize = 60;

/// Whether one of the units right above says who came.
pub(super) fn is_near(x: &Extraction, at: usize) -> bool {
    (at.saturating_sub(NEAR)..at).any(|i| x.claimed_by(i) == Some("participants"))
}
