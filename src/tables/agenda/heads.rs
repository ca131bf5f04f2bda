//! What the columns of lines hold: by the heads printed over them, or by what most of the lines have there.

use super::columns::{Role, minutes_of, named};
use super::fill::place;
use super::line::{self, Line, lead};
use super::slot::Slot;
use super::who::Who;
use crate::flow::{Flow, is_unseen};
use crate::schema::Choice;
use std::ops::Range;

/// The columns of a programme that is set in lines.
#[derive(Clone, Debug, Default)]
pub(super) struct Heads {
    /// Those behind the time, as their heads name them, each with the place in its line at which its head begins.
    beside: Vec<(Role, usize)>,
    /// What people do by the head of the one column that they have.
    said: Choice,
    /// The same where each cell stands on a line of its own.
    below: Vec<Role>,
    /// Whether those behind the title mostly name people.
    people: bool,
    /// Where on their lines these begin, if all begin there.
    people_at: Option<usize>,
    /// Whether those behind the title mostly are rooms, all at one place of their lines.
    rooms: bool,
    /// Whether two blanks part the title from whoever presents.
    narrow: bool,
    /// Whether a stroke parts the cells of a line: `9.30-10.00 / Maps / Lake Trust`.
    stroked: bool,
}

/// Heads stand in so many lines at the start.
const OPENING: usize = 12;

impl Heads {
    /// Reads the heads over a run of lines, and looks at their columns.
    pub fn of(lines: &[Line], who: &Who) -> Heads {
        let timed = |l: &&Line| lead(&l.flow, who).is_some();
        let opening = lines.iter().take(OPENING).take_while(|l| !timed(l));
        let opening: Vec<&Line> = opening.collect();
        let (mut all, mut people, mut rooms) = (0, 0, 0);
        let mut places: Vec<usize> = Vec::new();
        for line in lines {
            let Some(lead) = lead(&line.flow, who) else {
                continue;
            };
            let rest = line.flow.slice(lead.rest);
            let other = match line::columns(&rest, who).as_slice() {
                [_, other] => Some(rest.slice(other.clone())),
                _ => line.beside.clone(),
            };
            if let Some(other) = other {
                all += 1;
                people += usize::from(who.presents(other.as_str()));
                rooms += usize::from(who.is_room(other.as_str()));
                places.push(place_in_line(&other, who));
            }
        }
        let narrow = all == 0 && is_narrow(lines, who);
        let (beside, said) = beside(&opening, who);
        let people_at = places.first().copied();
        let people_at = people_at.filter(|p| places.iter().all(|q| q == p));
        let rooms = people_at.is_some() && rooms >= LEAST_ROOMS && rooms * 2 >= all;
        Heads {
            beside,
            said,
            below: below(&opening, who),
            people: narrow || people >= 2 && people * 3 >= all && !rooms,
            narrow,
            stroked: are_stroked(lines, who),
            rooms,
            people_at,
        }
    }

    /// Whether heads say what stands behind the first column.
    pub fn is_told(&self) -> bool {
        !self.beside.is_empty()
    }

    /// The columns of what stands behind a time.
    pub fn columns(&self, rest: &Flow, who: &Who) -> Vec<Range<usize>> {
        let columns = line::columns(rest, who);
        if self.stroked && columns.len() == 1 {
            return stroked(rest.as_str());
        }
        if !self.narrow || columns.len() > 1 {
            return columns;
        }
        match line::columns_apart(rest, NARROW, who).as_slice() {
            [title, people] if who.presents(&rest.as_str()[people.clone()]) => {
                let words =
                    rest.as_str()[title.clone()].trim_end_matches([':', '-', '\u{2013}', ' ']);
                vec![title.start..title.start + words.len(), people.clone()]
            }
            _ => columns,
        }
    }

    /// Which of a line's columns is the title: the one under its head, else the first.
    pub fn title(&self, columns: &[Flow], who: &Who) -> usize {
        let title = |i: &usize| self.role(*i, columns, who) == Some(Role::Title);
        (0..columns.len()).find(title).unwrap_or(0)
    }

    /// What a column holds by its head: that of its turn where all columns are filled, else the one right above.
    fn role(&self, at: usize, columns: &[Flow], who: &Who) -> Option<Role> {
        if self.beside.len() == columns.len() {
            return self.beside.get(at).map(|(role, _)| *role);
        }
        let place = place_in_line(&columns[at], who);
        let above = self
            .beside
            .iter()
            .find(|(_, start)| start.abs_diff(place) <= 1);
        above.map(|(role, _)| *role)
    }

    /// Puts the columns beside a title where they belong.
    pub fn place<'s>(&self, slot: &mut Slot<'s>, columns: &[Flow<'s>], title: usize, who: &Who) {
        for (i, flow) in columns.iter().enumerate().filter(|(i, _)| *i != title) {
            let role = match self.role(i, columns, who) {
                Some(role) => role,
                None if (self.people || self.stroked) && columns.len() == 2 => Role::Presenters,
                None if self.rooms && columns.len() == 2 && !is_told(flow.as_str(), who) => {
                    Role::Location
                }
                None => Role::Unknown,
            };
            match role {
                Role::Presenters if self.stroked || !who.names_room(flow.as_str()) => {
                    slot.presenters.push(without_brackets(flow));
                    slot.role = self.said.clone();
                }
                Role::Location => slot.location = flow.whole(),
                Role::Time if slot.time.is_none() => clock(slot, flow, who),
                Role::Duration | Role::Minutes if slot.duration.is_none() => {
                    let minutes = minutes_of(flow.as_str(), role, who);
                    slot.duration = minutes.map(|m| (flow.spans(0..flow.len()), m));
                }
                _ => place(slot, flow, who),
            }
        }
    }

    /// The parts of a line below an item, each with the column that it stands in; none where all of it stands below the title.
    pub fn below<'s>(&self, line: &Flow<'s>, who: &Who) -> Vec<(Role, Flow<'s>)> {
        let known = self.people_at.filter(|_| self.people);
        if self.beside.is_empty() && known.is_none() {
            return Vec::new();
        }
        let columns = line::columns(line, who).into_iter();
        let parts: Vec<_> = columns
            .map(|c| {
                let part = line.slice(c);
                let place = place_in_line(&part, who);
                let near = |start: usize| start.abs_diff(place) <= 2;
                let head = self.beside.iter().find(|(_, start)| near(*start));
                let role = match head {
                    Some((role, _)) => *role,
                    None if known.is_some_and(near) => Role::Presenters,
                    None => Role::Title,
                };
                (role, part)
            })
            .collect();
        let aside = parts.iter().any(|(role, _)| *role != Role::Title);
        if aside { parts } else { Vec::new() }
    }

    /// Whether the line right below a title is the presenters' cell.
    pub fn presents_below(&self) -> bool {
        self.below.first() == Some(&Role::Title) && self.below.get(1) == Some(&Role::Presenters)
    }
}

/// So many rooms make a column of them.
const LEAST_ROOMS: usize = 3;

/// Whether more than capitals says that a cell names people.
fn is_told(cell: &str, who: &Who) -> bool {
    who.role(cell).is_some() || who.presents(cell) && who.is_sure(cell)
}

/// So many blanks part a title from people where most lines say so.
const NARROW: usize = 2;
/// So many lines do, at least.
const LEAST_NARROW: usize = 3;

/// Whether what stands two blanks behind titles presents, on most lines that have such a gap.
fn is_narrow(lines: &[Line], who: &Who) -> bool {
    let (mut all, mut people) = (0, 0);
    for line in lines {
        let Some(lead) = lead(&line.flow, who).filter(|l| !l.rest.is_empty()) else {
            continue;
        };
        let rest = line.flow.slice(lead.rest);
        let columns = line::columns_apart(&rest, NARROW, who);
        if let [_, other] = columns.as_slice() {
            let text = &rest.as_str()[other.clone()];
            all += 1;
            people += usize::from(who.presents(text) && (text.contains('(') || who.is_sure(text)));
        }
    }
    people >= LEAST_NARROW && people * 3 >= all * 2
}

/// So many lines with a stroke behind their times are rows of a table whose edges it stands for.
const LEAST_STROKED: usize = 3;
/// The stroke that parts cells.
const STROKE: &str = " / ";

/// Whether a stroke stands behind most times.
fn are_stroked(lines: &[Line], who: &Who) -> bool {
    let (mut all, mut stroked) = (0, 0);
    for line in lines {
        let Some(lead) = lead(&line.flow, who) else {
            continue;
        };
        all += 1;
        let behind = line.text()[lead.printed.end..].trim_start();
        stroked += usize::from(behind.starts_with("/ "));
    }
    stroked >= LEAST_STROKED && stroked * 3 >= all * 2
}

/// The title of such a line, and the cell behind the last stroke.
fn stroked(rest: &str) -> Vec<Range<usize>> {
    let last = rest
        .rfind(STROKE)
        .filter(|&i| rest[..i].contains(char::is_alphanumeric));
    match last {
        Some(i) => vec![0..i, i + STROKE.len()..rest.len()],
        None => std::iter::once(0..rest.len()).collect(),
    }
}

/// Whether a line is the heads of the columns of a programme, that of the times first.
pub(super) fn are_heads(line: &Line, who: &Who) -> bool {
    !beside(&[line], who).0.is_empty()
}

/// The heads on one line, that of the times or numbers which come first left out.
fn beside(opening: &[&Line], who: &Who) -> (Vec<(Role, usize)>, Choice) {
    let apart = |l: &&Line, blanks: usize| {
        let columns = line::columns_apart(&l.flow, blanks, who);
        let head = |c: &Range<usize>| {
            let head = l.flow.slice(c.clone());
            let role = named(head.as_str(), who).unwrap_or(Role::Unknown);
            (role, place_in_line(&head, who))
        };
        let roles: Vec<(Role, usize)> = columns.iter().map(head).collect();
        let mut people = columns
            .iter()
            .zip(&roles)
            .filter(|(_, r)| r.0 == Role::Presenters);
        let said = match (people.next(), people.next()) {
            (Some((column, _)), None) => who.head_role(&l.flow.slice(column.clone())),
            _ => Choice::default(),
        };
        let unknown = roles.iter().filter(|r| r.0 == Role::Unknown).count();
        // Beside a number and a title one head may say anything: `Item  Subject  Lead  Paper  Time`.
        let fits = roles.len() > 2
            && match roles[0].0 {
                Role::Time => unknown == 0,
                Role::Number => unknown <= 1 && roles.len() > 3 && roles[1].0 == Role::Title,
                _ => false,
            };
        fits.then_some((roles, said))
    };
    // Two blanks part short heads.
    let heads = |l: &&Line| apart(l, 3).or_else(|| apart(l, 2));
    let found = opening.iter().rev().find_map(heads);
    let found = found.map(|(roles, said)| (roles[1..].to_vec(), said));
    found.unwrap_or_default()
}

/// The clock of a column behind the title, how long the item takes beside it perhaps: `18:45 (20 mins)`.
fn clock<'s>(slot: &mut Slot<'s>, flow: &Flow<'s>, who: &Who) {
    let Some(lead) = lead(flow, who) else {
        // `Time` over `5 min`.
        match minutes_of(flow.as_str(), Role::Duration, who) {
            Some(minutes) => slot.duration = Some((flow.spans(0..flow.len()), minutes)),
            None => place(slot, flow, who),
        }
        return;
    };
    let signs = ['(', '[', ')', ']', ' '];
    let rest = flow.as_str()[lead.rest.clone()].trim_matches(signs);
    slot.time = Some((flow.cell(lead.printed), lead.span));
    if let Some(minutes) = minutes_of(rest, Role::Duration, who) {
        slot.duration
            .get_or_insert((flow.spans(lead.rest), minutes));
    }
}

/// How many characters stand before a text on its line of the source.
pub(super) fn place_in_line(flow: &Flow, who: &Who) -> usize {
    let before = who.source.get(..flow.source_start() as usize).unwrap_or("");
    let line = before.rfind('\n').map_or(0, |i| i + 1);
    before[line..].chars().filter(|c| !is_unseen(*c)).count()
}

/// A cell without the brackets around all of it: `(Ana Novak, Mud Trust)`.
fn without_brackets<'s>(flow: &Flow<'s>) -> Flow<'s> {
    let inner = flow
        .as_str()
        .strip_prefix('(')
        .and_then(|t| t.strip_suffix(')'));
    match inner.filter(|t| !t.contains(['(', ')'])) {
        Some(inner) => flow.slice(1..1 + inner.len()),
        None => flow.clone(),
    }
}

/// The heads on lines of their own, the time's left out.
fn below(opening: &[&Line], who: &Who) -> Vec<Role> {
    let heads = opening
        .iter()
        .rev()
        .map_while(|l| named(l.text(), who).filter(|_| l.text().len() <= 40));
    let mut roles: Vec<Role> = heads.collect();
    roles.reverse();
    match roles.as_slice() {
        [Role::Time, others @ ..] | [Role::Start, Role::End, others @ ..] if others.len() > 1 => {
            others.to_vec()
        }
        _ => Vec::new(),
    }
}
