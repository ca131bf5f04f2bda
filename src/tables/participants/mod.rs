//! Participant and attendance lists, a row a person.
//!
//! Headings and labels announce a list, and what stands below decides: a table is one by its header and its columns
//! together ([`columns`]), lines by the names that they begin with ([`list`]), running text by its labels ([`run`]).
//! A person's cells are made in one place each: names in [`name`], what stands beside them in [`entry`].

mod columns;
mod entry;
mod flat;
mod grid;
mod lines;
mod list;
mod name;
mod piece;
mod run;
#[cfg(test)]
mod tests;

use crate::extract::Extraction;
use crate::lexicon::List;
use crate::outline::UnitKind;
use crate::record;
use entry::Group;
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
    x.data.participants = found;
}

/// Reads what begins at a unit; the unit to go on with.
fn unit(x: &mut Extraction, at: usize, found: &mut Vec<Participant>) -> usize {
    let outline = x.outline;
    let unit = &outline.units[at];
    if let UnitKind::Grid(index) = unit.kind {
        let (group, listed) = announced(x, at);
        let rows = grid::read(&outline.grids[index], &group, listed, x.lexicon);
        if !rows.is_empty() {
            x.claim(at, "participants");
            found.extend(rows);
        }
        return at + 1;
    }
    if let Some(rows) = sentence(x, at) {
        found.extend(rows);
        x.claim(at, "participants");
        return at + 1;
    }
    let Some(group) = opens(x, at) else {
        return at + 1;
    };
    let first = outline
        .units
        .get(at + 1)
        .map_or(outline.blocks.len(), |u| u.block);
    let stop = outline.units[at + 1..]
        .iter()
        .find(|u| matches!(u.kind, UnitKind::Grid(_)))
        .map_or(outline.blocks.len(), |u| u.block);
    let lines = lines::lines(outline, first..stop, x.lexicon);
    if lines.is_empty() {
        return at + 1;
    }
    let (rows, used) = match flat::read(&lines, &group, x.lexicon) {
        Some(read) => read,
        None => {
            let read = list::read(&lines, group, x.lexicon);
            let rows = entry::rows(&read.entries, &read.groups, "participant-list");
            (rows, read.end)
        }
    };
    if rows.is_empty() {
        return at + 1;
    }
    found.extend(rows);
    let end = lines.get(used).map_or(stop, |l| l.block);
    let next = (at + 1..outline.units.len())
        .find(|&i| outline.units[i].block >= end)
        .unwrap_or(outline.units.len());
    for i in at + 1..next {
        x.claim(i, "participants");
    }
    next.max(at + 1)
}

/// The rows of a paragraph that says who came: `Present: A, B. Apologies: C.`
fn sentence(x: &Extraction, at: usize) -> Option<Vec<Participant>> {
    let unit = &x.outline.units[at];
    let segments = run::segments(&unit.flow, x.lexicon);
    let mut rows = Vec::new();
    for segment in segments {
        let group = Group {
            label: unit.flow.cell(segment.label.clone()),
            attendance: Some((segment.how, unit.flow.cell(segment.label))),
            ..Group::default()
        };
        let people = run::people(&unit.flow, segment.body, x.lexicon);
        let entries: Vec<_> = people.into_iter().map(|e| (e, 0)).collect();
        rows.extend(entry::rows(&entries, &[group], "attendance-sentence"));
    }
    (!rows.is_empty()).then_some(rows)
}

/// The group that a heading or label over people opens.
fn opens(x: &Extraction, at: usize) -> Option<Group> {
    let unit = &x.outline.units[at];
    let flow = match unit.kind {
        UnitKind::Heading(section) => &x.outline.sections[section].title,
        UnitKind::Label | UnitKind::Paragraph | UnitKind::Item => &unit.flow,
        _ => return None,
    };
    let text = flow.as_str().trim_end_matches([':', ' ']);
    if text.len() > 90 {
        return None;
    }
    if let Some(group) = run::attending(flow, 0..text.len(), x.lexicon) {
        return Some(group);
    }
    let strict = matches!(unit.kind, UnitKind::Paragraph | UnitKind::Item);
    let known = x.lexicon.list(List::HeadingParticipants);
    let mended = mend_capitals(text);
    let fits = if strict {
        known.is(&mended)
    } else {
        list::is_heading(text, x.lexicon)
    };
    fits.then(|| Group {
        label: flow.cell(0..text.len()),
        ..Group::default()
    })
}

/// What stands over a table: the group of its section's heading, and whether it announces people.
fn announced(x: &Extraction, at: usize) -> (Group, bool) {
    let section = &x.outline.sections[x.outline.units[at].section];
    let mut group = Group::default();
    let text = section.title.as_str();
    if text.is_empty() {
        return (group, false);
    }
    group.label = section.title.whole();
    if let Some(attending) = run::attending(&section.title, 0..text.len(), x.lexicon) {
        return (attending, true);
    }
    let listed = list::is_heading(text, x.lexicon);
    (group, listed)
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
