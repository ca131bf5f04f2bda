//! Tables of people: a row a person, or a row a way of attending.

use super::Participant;
use super::aside;
use super::cells::fill;
use super::columns::{Role, aligned, promised, roles};
use super::entry::Entry;
use super::group::{Group, group_of, is_heading, under};
use super::labels;
use super::name::{honorifics, name_at, turned_at};
use super::piece::{Class, class};
use super::row::{rows as entry_rows, set};
use super::{run, shared};
use crate::flow::Flow;
use crate::lexicon::{Lexicon, List};
use crate::outline::{Grid, Row};
use crate::schema::Text;
use crate::value::person::is_given_name;

/// The rows of a table of people; `listed` tells that a heading above announces one.
pub(super) fn read(
    grid: &Grid,
    group: &Group,
    listed: bool,
    lexicon: &Lexicon,
) -> Vec<Participant> {
    let labelled = by_label(grid, lexicon);
    if labelled.len() * 2 >= grid.rows.len() && !labelled.is_empty() {
        return labelled;
    }
    let whole = repeated(headed(grid, lexicon), lexicon);
    if is_talks(&whole, lexicon) {
        return labelled;
    }
    // `| LIST OF PARTICIPANTS |` in a row of its own over the others.
    let title = whole.rows.first().filter(|r| r.filled() == 1);
    let over = |r: &Row| r.cells.iter().any(|c| is_heading(c.as_str(), lexicon));
    let listed = listed || whole.width > 2 && title.is_some_and(over);
    let Some(roles) = roles(&whole, listed, lexicon) else {
        return labelled;
    };
    // `x | Ann Model`, `regrets | Bo Probe`: a way of attending a row, not a label over several.
    if !labelled.is_empty() && !roles.contains(&Role::Attendance) {
        return labelled;
    }
    let whole = unwrapped(whole, &roles);
    let order = Order::of(&whole, &roles, lexicon);
    let mut group = group.clone();
    let named = roles.iter().position(|r| *r == Role::Name);
    let head = named
        .zip(whole.header.as_ref())
        .and_then(|(c, h)| h.cells.get(c));
    if let Some(said) = head.and_then(|h| labels::attending(h, 0..h.len(), lexicon)) {
        group.attendance = group.attendance.or(said.attendance);
    }
    let mut found = Vec::new();
    for row in &whole.rows {
        let filled: Vec<usize> = (0..row.cells.len())
            .filter(|&c| !row.text(c).is_empty())
            .collect();
        if let ([only], true) = (filled.as_slice(), whole.width > 1) {
            let cell = &row.cells[*only];
            let person = roles.get(*only) == Some(&Role::Name)
                && name_at(cell.as_str(), lexicon).is_some_and(|n| n.score > 1);
            if !person && cell.as_str().contains(char::is_alphabetic) {
                let inner = group_of(cell, lexicon);
                group = match labels::attending(cell, 0..cell.len(), lexicon) {
                    Some(attending) => attending,
                    None => Group {
                        attendance: group.attendance.clone(),
                        ..inner
                    },
                };
                continue;
            }
        }
        let several = match order {
            Order::Turned => Vec::new(),
            _ => shared::rows(row, &roles, lexicon),
        };
        let own = match several.is_empty() {
            true => std::slice::from_ref(row),
            false => &several,
        };
        let read = |row| person(row, &whole, &roles, &group, order, lexicon);
        found.extend(own.iter().filter_map(read));
    }
    found
}

/// Whether the heads are those of a series of talks: somebody who speaks, and when.
fn is_talks(grid: &Grid, lexicon: &Lexicon) -> bool {
    let heads = || grid.header.iter().flat_map(|h| &h.cells);
    let any =
        |lists: &[List]| heads().any(|h| lists.iter().any(|l| lexicon.list(*l).is(h.as_str())));
    any(&[List::RoleSpeaker, List::RolePresenter])
        && any(&[List::AgendaColumnDay, List::AgendaColumnTime])
        && any(&[List::AgendaColumnTitle])
}

/// The grid with rows that only go on with the one above as part of it: no name, and a cell that the row above lacks.
fn unwrapped<'s>(mut grid: Grid<'s>, roles: &[Role]) -> Grid<'s> {
    let is_name = |c: usize| matches!(roles.get(c), Some(Role::Name | Role::First | Role::Last));
    let mut rows: Vec<Row> = Vec::with_capacity(grid.rows.len());
    for row in std::mem::take(&mut grid.rows) {
        let nameless = (0..row.cells.len()).all(|c| !is_name(c) || row.text(c).is_empty());
        let filled = |r: &Row, c: usize| !r.text(c).is_empty();
        let goes_on = |above: &Row| {
            let cells = 0..row.cells.len();
            let wanting = cells.clone().any(|c| filled(&row, c) && !filled(above, c));
            let wraps = cells
                .into_iter()
                .any(|c| filled(&row, c) && filled(above, c));
            nameless && row.text(0).is_empty() && wanting && wraps && row.cells.len() == roles.len()
        };
        match rows.last_mut().filter(|a| goes_on(a)) {
            Some(above) => {
                above.cells.resize(row.cells.len(), Flow::default());
                let both = above.cells.iter_mut().zip(&row.cells);
                both.for_each(|(cell, more)| cell.join(more));
            }
            None => rows.push(row),
        }
    }
    grid.rows = rows;
    grid
}

/// The grid with a header that is none put back among the rows, and one that opens the rows taken from them.
fn headed<'s>(grid: &Grid<'s>, lexicon: &Lexicon) -> Grid<'s> {
    let mut whole = grid.clone();
    let names_columns = |row: &Row| {
        let filled = row.cells.iter().filter(|c| !c.is_empty());
        let known = row
            .cells
            .iter()
            .filter(|c| promised(c.as_str(), lexicon).is_some())
            .count();
        let person = |c: &Flow| {
            // `Ada Brook, President` beside `Present`
            let posted =
                |n: &super::name::Name| n.score > 0 && c.as_str()[n.end..].starts_with(", ");
            let sure = |n: &super::name::Name| n.is_split() || n.honorific.is_some() || posted(n);
            name_at(c.as_str(), lexicon).is_some_and(|n| sure(&n))
                && promised(c.as_str(), lexicon).is_none()
        };
        known > 0 && known * 2 >= filled.count() && !row.cells.iter().any(person)
    };
    match &whole.header {
        Some(header) if !names_columns(header) => {
            let data = header.cells.iter().any(|c| {
                let text = c.as_str();
                text.contains('@')
                    || text.bytes().all(|b| b.is_ascii_digit()) && !text.is_empty()
                    || name_at(text, lexicon).is_some_and(|n| n.score > 2)
            });
            let below = whole.rows.first().filter(|r| names_columns(r));
            let parted = below.is_some_and(|r| r.cells.len() != header.cells.len());
            if parted && whole.rows.len() > 2 {
                // `Chair | A | Scribe | B` over the heads of another table.
                let rows = whole.rows.iter();
                whole.width = rows.map(Row::filled).max().unwrap_or(0);
                whole.header = Some(whole.rows.remove(0));
            } else if data {
                let row = whole.header.take().unwrap_or_default();
                whole.rows.insert(0, row);
            }
        }
        None => {
            // One word over a table of several columns titles a part of it.
            let single = |r: &Row| whole.width > 2 && r.filled() < 2;
            let heads = |r: &Row| names_columns(r) && !single(r);
            let first = whole.rows.iter().take(2).position(heads);
            if let Some(at) = first.filter(|_| whole.rows.len() > 1) {
                whole.header = Some(whole.rows.remove(at));
            }
        }
        _ => {}
    }
    whole
}

/// The grid with what ditto marks stand for.
fn repeated<'s>(mut grid: Grid<'s>, lexicon: &Lexicon) -> Grid<'s> {
    let ditto = lexicon.list(List::Ditto);
    for row in 1..grid.rows.len() {
        let (above, below) = grid.rows.split_at_mut(row);
        for (cell, same) in below[0].cells.iter_mut().zip(&above[row - 1].cells) {
            let mark = cell.as_str().trim_matches(|c: char| "-.– ".contains(c));
            if ditto.is(mark)
                || matches!(
                    mark,
                    "\"" | "''" | "\u{201d}" | "\u{201c}" | "\u{2033}" | "\u{3003}"
                )
            {
                *cell = same.clone();
            }
        }
    }
    grid
}

/// What a comma in the cells of a name column parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    /// The last name from the first.
    Turned,
    /// In some cells the last name from the first.
    Mixed,
    /// The name from what belongs to it.
    Plain,
}

impl Order {
    /// Names are turned as a whole where most cells have one comma between what can be names.
    fn of(grid: &Grid, roles: &[Role], lexicon: &Lexicon) -> Order {
        let named = roles.iter().position(|r| *r == Role::Name);
        let organised = roles.iter().any(|r| {
            matches!(
                r,
                Role::Organisation | Role::Job | Role::Country | Role::Email
            )
        });
        let Some(column) = named.filter(|_| organised) else {
            return Order::Plain;
        };
        let texts = grid.rows.iter().map(|r| r.text(column));
        let (mut all, mut commas) = (0, 0);
        for text in texts.filter(|t| !t.is_empty()) {
            all += 1;
            let turned = turned_at(text, lexicon).is_some_and(|n| {
                let rest = text[n.end..].trim_start();
                rest.is_empty() || rest.starts_with('(')
            });
            commas += usize::from(turned);
        }
        match all > 0 && commas * 10 >= all * 7 {
            true => Order::Turned,
            false => Order::Mixed,
        }
    }

    fn is_turned(self, text: &str, lexicon: &Lexicon) -> bool {
        self == Order::Turned || self == Order::Mixed && is_turned(text, lexicon)
    }
}

/// Whether a cell is `Last, First` by itself: one comma, no full name before it, and nothing else behind it.
fn is_turned(text: &str, lexicon: &Lexicon) -> bool {
    let Some((before, behind)) = text.split_once(',') else {
        return false;
    };
    let whole = turned_at(text, lexicon).is_some_and(|n| n.end == text.len());
    let first = before.split(' ').next().unwrap_or(before);
    let full = before.contains(' ') && is_given_name(first);
    let name = matches!(
        class(behind, lexicon),
        Class::Unknown | Class::City | Class::Honorific
    );
    whole && !full && name
}

fn person(
    row: &Row,
    grid: &Grid,
    roles: &[Role],
    group: &Group,
    order: Order,
    lexicon: &Lexicon,
) -> Option<Participant> {
    let columns = aligned(row, roles, lexicon);
    let cell = |role: Role| -> Option<&Flow> {
        let column = roles.iter().position(|r| *r == role)?;
        row.cells.get(columns[column]?).filter(|c| !c.is_empty())
    };
    let mut person = names(&cell, order, lexicon)?;
    for (column, role) in roles.iter().enumerate() {
        let Some(flow) = columns[column]
            .and_then(|c| row.cells.get(c))
            .filter(|c| is_sign(c))
        else {
            continue;
        };
        // Without a head a column of organisations holds an office here and there.
        let office = *role == Role::Organisation
            && grid.head(column).is_empty()
            && class(flow.as_str(), lexicon) == Class::Job;
        let role = if office { Role::Job } else { *role };
        fill(&mut person, role, flow, grid.head(column), lexicon);
    }
    // An organisation stands in the place of a country where it sent somebody.
    let body =
        person.country_code.is_empty() && class(&person.country.value, lexicon) != Class::Unknown;
    if body && person.organisation.is_empty() {
        person.organisation = std::mem::take(&mut person.country);
    }
    if person.job_title.is_empty()
        && let Some(body) = cell(Role::Organisation)
    {
        aside::office_behind(&mut person, body, lexicon);
    }
    under(&mut person, group);
    person.rule = "participant-grid";
    Some(person)
}

/// Whether a cell holds a sign that says something, as a tick does and a dash does not.
fn is_sign(cell: &Flow) -> bool {
    let dash = |c: char| matches!(c, '-' | '\u{2013}' | '\u{2014}' | '.' | '_' | '*' | ' ');
    !cell.as_str().chars().all(dash)
}

/// The cells of the name; nothing where the row names nobody.
fn names<'a, 's: 'a>(
    cell: &impl Fn(Role) -> Option<&'a Flow<'s>>,
    order: Order,
    lexicon: &Lexicon,
) -> Option<Participant> {
    let mut person = Participant::default();
    let (first, last) = (cell(Role::First), cell(Role::Last));
    if first.is_some() || last.is_some() {
        for (flow, into) in [
            (first, &mut person.first_name),
            (last, &mut person.last_name),
        ] {
            let Some(flow) = flow else { continue };
            let text = flow.as_str();
            let at = honorifics(text, lexicon);
            set(&mut person.honorific, flow.cell(0..at));
            *into = flow.cell(at..text.len());
        }
        person.name = person.first_name.clone();
        person.name.append(" ", &person.last_name);
        return is_printed(&person.name).then_some(person);
    }
    let flow = cell(Role::Name)?;
    let text = flow.as_str();
    if lexicon.list(List::Nobody).is(text) {
        return None;
    }
    let at = honorifics(text, lexicon);
    if order.is_turned(text, lexicon) {
        let entry = Entry::read_turned(flow, lexicon)?;
        return entry_rows(&[(entry, 0)], &[], "participant-grid", lexicon)
            .into_iter()
            .next();
    }
    match Entry::read_cell(flow, lexicon) {
        Some(entry) => entry_rows(&[(entry, 0)], &[], "participant-grid", lexicon)
            .into_iter()
            .next(),
        None => {
            let read = name_at(text, lexicon);
            person.name = match read {
                Some(name) if name.honorific.is_none() => flow.whole(),
                // `Mrs Baker`: the honorific tells that it is no post.
                _ => {
                    person.honorific = flow.cell(0..at);
                    flow.cell(at..text.len())
                }
            };
            let words = person.name.value.split_whitespace().count();
            let fits = words <= 7
                && person
                    .name
                    .value
                    .starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase() || c == '\'');
            (is_printed(&person.name) && fits).then_some(person)
        }
    }
}

/// Whether anything but a rule to write on stands there.
fn is_printed(text: &Text) -> bool {
    text.value.contains(char::is_alphabetic)
}

/// `Present | A, B, C`: a way of attending in the first cell, the people in the second.
fn by_label(grid: &Grid, lexicon: &Lexicon) -> Vec<Participant> {
    let all = grid.header.iter().chain(&grid.rows);
    let mut found = Vec::new();
    let mut above: Option<Group> = None;
    for row in all {
        let (Some(head), Some(body)) = (row.cells.first(), row.cells.get(1)) else {
            continue;
        };
        // Those in the rows below go on with the label where nothing stands in its place.
        let group = match head.is_empty() {
            true => above.take(),
            false => labels::attending(head, 0..head.len(), lexicon)
                .or_else(|| keyed(grid, head, body, lexicon)),
        };
        above = group.clone();
        let Some(group) = group else { continue };
        let people = run::people(body, 0..body.len(), lexicon);
        let entries: Vec<_> = people.into_iter().map(|e| (e, 0)).collect();
        found.extend(entry_rows(&entries, &[group], "attendance-grid", lexicon));
    }
    found
}

/// The way of attending in the first cell of a table's last row, people in the second.
pub(super) fn last_label(grid: &Grid, lexicon: &Lexicon) -> Option<Group> {
    let row = grid.rows.last().or(grid.header.as_ref())?;
    let [head, _] = row.cells.as_slice() else {
        return None;
    };
    labels::attending(head, 0..head.len(), lexicon)
}

/// `Attendees | A, B, C` in a table of two columns, a key and what it stands for.
fn keyed(grid: &Grid, head: &Flow, body: &Flow, lexicon: &Lexicon) -> Option<Group> {
    let end = head.as_str().trim_end_matches([':', ' ']).len();
    let known = grid.width == 2 && is_heading(&head.as_str()[..end], lexicon);
    let people = run::people(body, 0..body.len(), lexicon);
    let sure = people.iter().any(|e| e.name.score > 1);
    (known && sure && promised(body.as_str(), lexicon).is_none()).then(|| Group {
        label: head.cell(0..end),
        ..Group::default()
    })
}
