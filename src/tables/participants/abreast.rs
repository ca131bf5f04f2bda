//! Labels of who came and of who stayed away side by side over their people: `PRESENT: ABSENT:`, the columns run together or
//! torn into lines.

use super::beyond::says_nobody;
use super::entry::Entry;
use super::group::Group;
use super::lines::{self, Line};
use super::name::honorifics;
use super::{Participant, labels, listed, row};
use crate::extract::Extraction;
use crate::flow::Flow;
use crate::lexicon::Lexicon;
use crate::outline::{Unit, UnitKind};
use std::ops::Range;

/// The blocks of such columns that are looked at.
const BLOCKS: usize = 60;
/// Fewer people show no columns.
const FEW: usize = 3;

/// The rows of the columns whose labels begin at a unit, and the unit behind them.
pub(super) fn read(x: &Extraction, at: usize) -> Option<(Vec<Participant>, usize)> {
    let unit = &x.outline.units[at];
    if unit.kind != UnitKind::Label {
        return None;
    }
    beside(x, at, unit).or_else(|| torn(x, at, unit))
}

/// `PRESENT: ABSENT:` over `Ms A Mr B`: the second of a line is of the second column.
fn beside(x: &Extraction, at: usize, unit: &Unit) -> Option<(Vec<Participant>, usize)> {
    let (first, second) = unit.text().split_once(':')?;
    let start = unit.text().len() - second.trim_start().len();
    let end = start + second.trim().strip_suffix(':')?.len();
    let label = |range| labels::attending(&unit.flow, range, x.lexicon);
    let groups = [label(0..first.len())?, label(start..end)?];
    if !differ(&groups) {
        return None;
    }
    let stop = (unit.block + 1 + BLOCKS).min(x.outline.blocks.len());
    let lines = lines::lines(x.outline, unit.block + 1..stop, x.lexicon);
    let mut entries = Vec::new();
    let mut used = 0;
    for line in &lines {
        let Some(people) = across(line, x.lexicon) else {
            break;
        };
        entries.extend(
            people
                .into_iter()
                .enumerate()
                .map(|(column, e)| (e, column)),
        );
        used += 1;
    }
    if entries.len() < FEW {
        return None;
    }
    let rows = row::rows(&entries, &groups, "participant-list", x.lexicon);
    let end = lines.get(used).map_or(stop, |l| l.block);
    let units = x.outline.units.iter().skip(at + 1);
    Some((rows, at + 1 + units.take_while(|u| u.block < end).count()))
}

/// The one or two people of a line, each with a title.
fn across<'s>(line: &Line<'s>, lexicon: &Lexicon) -> Option<Vec<Entry<'s>>> {
    let text = line.text();
    let parts = match line.columns.as_slice() {
        [] => cut(text, lexicon)
            .into_iter()
            .map(|r| line.flow.slice(r).trim())
            .collect(),
        columns => columns.to_vec(),
    };
    // `Ms A   None`: the second column has nobody.
    let read = |part: &Flow<'s>| Entry::read_running(part, lexicon);
    let named = parts.iter().filter(|p| !says_nobody(p.as_str(), lexicon));
    let people: Vec<Entry> = named.map(read).collect::<Option<_>>()?;
    let titled = people.iter().all(|e| e.name.honorific.is_some());
    (titled && (1..=2).contains(&people.len())).then_some(people)
}

/// A line cut before each title but the first: `Mr A Model, Chair Ms B Probe`.
fn cut(text: &str, lexicon: &Lexicon) -> Vec<Range<usize>> {
    let (mut from, mut found) = (0, Vec::new());
    let mut at = honorifics(text, lexicon);
    while let Some(blank) = text[at..].find(' ') {
        let next = at + blank + 1;
        let title = honorifics(&text[next..], lexicon);
        if title > 0 {
            found.push(from..next);
            from = next;
        }
        at = next + title;
    }
    found.push(from..text.len());
    found
}

/// `PRESENT:` right over `ABSENT:`, and the people of both below: who is of which column only a `None` among them tells.
fn torn(x: &Extraction, at: usize, unit: &Unit) -> Option<(Vec<Participant>, usize)> {
    let below = x.outline.units.get(at + 1)?;
    let alone = |u: &Unit| {
        let label = u.text().strip_suffix(':')?;
        let own = u.kind == UnitKind::Label && !label.contains(':');
        own.then(|| labels::attending(&u.flow, 0..label.len(), x.lexicon))?
    };
    let mut groups = [alone(unit)?, alone(below)?];
    if !differ(&groups) {
        return None;
    }
    let stop = (below.block + 1 + BLOCKS).min(x.outline.blocks.len());
    let lines = lines::lines(x.outline, below.block + 1..stop, x.lexicon);
    let nobody = |l: &Line| says_nobody(l.text(), x.lexicon);
    let second = lines.get(1).is_some_and(nobody);
    if lines.first().is_none_or(nobody) {
        return None;
    }
    if !second {
        groups[0].attendance = None;
    }
    let [group, _] = groups;
    let (rows, next) = listed(x, at + 2, group);
    (rows.len() >= FEW).then_some((rows, next))
}

/// Whether the labels tell two ways of attending.
fn differ(groups: &[Group; 2]) -> bool {
    let how = |g: &Group| g.attendance.as_ref().map(|(how, _)| *how);
    how(&groups[0]) != how(&groups[1])
}
