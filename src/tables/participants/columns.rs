//! What each column of a table holds: its header's words and its cells together.

use super::entry::is_initials;
use super::heads;
use super::marks;
use super::name::{honorifics, is_honorific, name_at, turned_at};
use super::parted;
use super::piece::{Class, class, email};
use crate::lexicon::{Lexicon, List, Map};
use crate::outline::{Grid, Row};
use crate::value::misread::found_head;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Role {
    Number,
    Name,
    First,
    Last,
    Honorific,
    Organisation,
    Department,
    Job,
    City,
    Country,
    /// City and country.
    Place,
    /// A body and where it is.
    Address,
    Email,
    Phone,
    Attendance,
    Group,
    /// Several things, taken apart by what they are.
    Mixed,
    /// Nothing that a row has a place for.
    Other,
    /// What no list of people has.
    Foreign,
}

/// Header words and what they promise.
pub(super) const HEADERS: [(List, Role); 18] = [
    (List::ColumnPlace, Role::Place),
    (List::ColumnNumber, Role::Number),
    (List::ColumnFirst, Role::First),
    (List::ColumnLast, Role::Last),
    (List::ColumnName, Role::Name),
    (List::ColumnOrganisation, Role::Organisation),
    (List::ColumnDepartment, Role::Department),
    (List::ColumnJob, Role::Job),
    (List::ColumnTitle, Role::Job),
    (List::ColumnCountry, Role::Country),
    (List::ColumnCity, Role::City),
    (List::ColumnEmail, Role::Email),
    (List::ColumnPhone, Role::Phone),
    (List::ColumnAttendance, Role::Attendance),
    (List::ColumnGroup, Role::Group),
    (List::ColumnAddress, Role::Address),
    (List::ColumnMiddle, Role::Other),
    (List::ColumnOther, Role::Other),
];

/// What the header over a column promises, if its words are known.
pub(super) fn promised(head: &str, lexicon: &Lexicon) -> Option<Role> {
    let head = head.trim_matches(|c: char| !c.is_alphanumeric() && c != '#' && c != ')');
    if head.is_empty() {
        return None;
    }
    let mended = super::mend_capitals(head);
    found_head(&mended, |t| promised_as_printed(t, lexicon))
}

fn promised_as_printed(head: &str, lexicon: &Lexicon) -> Option<Role> {
    let head = head
        .trim_end_matches("(s)")
        .trim_end_matches([':', '.', '*', ' ']);
    // `Present (Y/N)`: the marks that stand below.
    let head = head
        .split(" (")
        .next()
        .filter(|_| marks::is_marks(head, lexicon))
        .unwrap_or(head);
    if let Some((_, role)) = HEADERS.iter().find(|(key, _)| lexicon.list(*key).is(head)) {
        return Some(*role);
    }
    if lexicon.list(List::ColumnNotPeople).is(head) {
        return Some(Role::Foreign);
    }
    heads::composite(head, lexicon).or_else(|| heads::person_noun(head, lexicon))
}

/// So many bytes before an address are more than its label.
const MUCH: usize = 24;

/// How many rows tell what a column holds.
const SAMPLE: usize = 300;

/// What the cells of a column are, counted.
#[derive(Clone, Copy, Debug, Default)]
struct Content {
    filled: usize,
    names: usize,
    strong: usize,
    /// Cells that may be `Last, First`, of which nothing tells that they are names.
    turned: usize,
    numbers: usize,
    emails: usize,
    phones: usize,
    honorifics: usize,
    countries: usize,
    places: usize,
    cities: usize,
    jobs: usize,
    organisations: usize,
    attendance: usize,
    marks: usize,
    letters: usize,
    times: usize,
    several: usize,
}

fn content(rows: &[Row], column: usize, lexicon: &Lexicon) -> Content {
    let mut c = Content::default();
    for row in rows.iter().take(SAMPLE) {
        let text = row.text(column);
        if text.is_empty() {
            continue;
        }
        c.filled += 1;
        c.marks += usize::from(lexicon.list(List::AttendanceMark).is(text));
        c.letters += usize::from(lexicon.list(List::AttendanceLetter).is(text));
        c.several += usize::from(row.cells[column].lines().count() > 1);
        c.times += usize::from(crate::block::starts_like_time(text));
        c.numbers += usize::from(
            text.len() <= 4
                && text
                    .trim_end_matches('.')
                    .bytes()
                    .all(|b| b.is_ascii_digit()),
        );
        c.honorifics += usize::from(is_honorific(text, lexicon));
        let line = row.cells[column].lines().next().map_or(text, |l| &text[l]);
        let name = name_at(line, lexicon);
        let class = class(text, lexicon);
        match class {
            // `Lake Trust, Town. Email: a@example.org`: more than an address.
            Class::Email if email(text).is_some_and(|r| r.start > MUCH) => c.organisations += 1,
            Class::Email => c.emails += 1,
            Class::Phone => c.phones += 1,
            Class::Country => c.countries += 1,
            Class::Place => c.places += 1,
            Class::City => c.cities += 1,
            Class::Job => c.jobs += 1,
            Class::Organisation | Class::Acronym | Class::Unit => c.organisations += 1,
            Class::Attendance(_) => c.attendance += 1,
            _ => {}
        }
        let placed = matches!(
            class,
            Class::Country | Class::Place | Class::Organisation | Class::Job | Class::Email
        );
        if name.as_ref().is_none_or(|n| n.score < 1)
            && matches!(class, Class::Unknown | Class::City)
        {
            let turned = turned_at(line, lexicon);
            c.turned += usize::from(turned.is_some_and(|n| n.end == line.len()));
        }
        if let Some(name) = name.filter(|n| !placed || n.score > 2) {
            let ends = line[name.end..].trim_start();
            let ends = ends.is_empty() || ends.starts_with(|c: char| !c.is_alphanumeric());
            c.names += usize::from(ends && name.score > 0);
            c.strong += usize::from(ends && name.score > 1);
        }
    }
    c
}

/// The roles of a grid's columns; nothing where it is no list of people.
pub(super) fn roles(grid: &Grid, listed: bool, lexicon: &Lexicon) -> Option<Vec<Role>> {
    let width = grid.width;
    let promised: Vec<Option<Role>> = (0..width)
        .map(|c| promised(grid.head(c), lexicon))
        .collect();
    // A head tells most other tables, whose cells need not be weighed.
    let participants = |c: usize| lexicon.list(List::ColumnParticipant).is(grid.head(c));
    if !listed && has(&promised, Role::Foreign) && !(0..width).any(participants) {
        return None;
    }
    let counts: Vec<Content> = (0..width)
        .map(|c| content(&grid.rows, c, lexicon))
        .collect();
    let promised = exchanged(promised, &counts);
    let title = |c: usize| lexicon.list(List::ColumnTitle).is(grid.head(c));
    let mut roles: Vec<Role> = Vec::with_capacity(width);
    for c in 0..width {
        let role = match promised[c] {
            Some(Role::Job) if title(c) && counts[c].honorifics * 2 > counts[c].filled => {
                Role::Honorific
            }
            Some(Role::Group) if counts[c].countries * 2 > counts[c].filled => Role::Country,
            Some(Role::Organisation) if counts[c].countries * 2 > counts[c].filled => Role::Country,
            Some(Role::Organisation)
                if counts[c].jobs * 10 > counts[c].filled * 6 && !has(&promised, Role::Job) =>
            {
                Role::Job
            }
            Some(Role::Country) if counts[c].places * 2 > counts[c].filled => Role::Place,
            Some(Role::City) if (counts[c].places + counts[c].countries) * 2 > counts[c].filled => {
                Role::Place
            }
            Some(Role::Group | Role::Department) if !has(&promised, Role::Organisation) => {
                Role::Organisation
            }
            Some(Role::Address) if has(&promised, Role::Organisation) => Role::Other,
            Some(Role::Name) if has_marks(&counts[c]) => Role::Attendance,
            Some(Role::Other) | None if is_day(&counts[c], grid.head(c), lexicon) => {
                Role::Attendance
            }
            Some(role) => role,
            None => by_content(&counts[c], grid, c),
        };
        roles.push(role);
    }
    // `Commune` beside the column of what people are of: where that is.
    let town = |c: &usize| {
        roles[*c] == Role::Organisation && lexicon.list(List::ColumnCity).is(grid.head(*c))
    };
    let others = |c: usize| (0..width).any(|o| o != c && promised[o] == Some(Role::Organisation));
    if let Some(c) = (0..width).find(town).filter(|c| others(*c)) {
        roles[c] = Role::City;
    }
    settle_names(&mut roles, &promised, &counts);
    parted::names(&grid.rows, &mut roles, &promised, lexicon);
    for c in 0..width {
        if promised[c].is_none() && is_short_form(grid, c, &roles, lexicon) {
            roles[c] = Role::Other;
        }
    }
    for (c, role) in roles.iter_mut().enumerate() {
        if *role == Role::Job && tells_part(grid, c, lexicon) {
            *role = Role::Other;
        }
    }
    let listed = listed || (0..width).any(|c| roles[c] == Role::Name && participants(c));
    fill_unknown(&mut roles, &promised, &counts);
    is_people(&roles, &promised, &counts, listed, grid.rows.len()).then_some(roles)
}

/// So many cells that only say that somebody took part.
const PARTS: usize = 3;

/// Whether a column tells what each did in the meeting and no post: `Participant`, `Speaker`, `Participant`.
fn tells_part(grid: &Grid, column: usize, lexicon: &Lexicon) -> bool {
    let cells = || grid.rows.iter().map(|r| r.text(column));
    let filled = cells().filter(|t| !t.is_empty()).count();
    let took_part = lexicon.list(List::ColumnParticipant);
    let parts = cells().filter(|t| took_part.is(t)).count();
    parts >= PARTS && parts * 3 >= filled
}

/// Heads that stand over each other's columns: the names are where the cells have them, whatever stands over them.
fn exchanged(mut promised: Vec<Option<Role>>, counts: &[Content]) -> Vec<Option<Role>> {
    let name = promised.iter().position(|p| *p == Some(Role::Name));
    let none = |c: &Content| c.filled > 2 && c.names * 10 < c.filled * 3 && c.turned * 2 < c.filled;
    let Some(name) = name.filter(|&n| none(&counts[n]) && !has_marks(&counts[n])) else {
        return promised;
    };
    let of_names = |c: &usize| {
        let own = &counts[*c];
        let other = matches!(
            promised[*c],
            Some(Role::Organisation | Role::Department | Role::Job | Role::Country)
                | Some(Role::City | Role::Place | Role::Group | Role::Other)
        );
        other && own.filled > 2 && own.strong * 10 >= own.filled * 6
    };
    let over = (0..promised.len()).find(of_names);
    if let Some(over) = over {
        promised.swap(name, over);
    }
    promised
}

/// Whether a column holds the initials by which the report calls the people beside it.
fn is_short_form(grid: &Grid, column: usize, roles: &[Role], lexicon: &Lexicon) -> bool {
    let Some(name) = roles.iter().position(|r| *r == Role::Name) else {
        return false;
    };
    let filled = grid
        .rows
        .iter()
        .take(SAMPLE)
        .filter(|r| !r.text(column).is_empty());
    let (mut all, mut short) = (0, 0);
    for row in filled {
        all += 1;
        let printed = row.text(column).trim_matches(['(', ')']);
        let name = row.text(name);
        let title = honorifics(name, lexicon);
        short += usize::from(is_initials(printed, &name[title..]));
    }
    column != name && all > 0 && short * 10 >= all * 7
}

/// Whether a column tells who came on a day: marks below a head with a number or a weekday.
fn is_day(c: &Content, head: &str, lexicon: &Lexicon) -> bool {
    let dated = head.bytes().any(|b| b.is_ascii_digit())
        || lexicon
            .map(Map::Weekday)
            .get(head.trim_end_matches('.'))
            .is_some();
    dated && c.marks > 0 && (c.marks + c.attendance) * 10 >= c.filled * 6
}

/// Whether the cells of a column tell who came, whatever its head.
fn has_marks(c: &Content) -> bool {
    c.filled > 2 && (c.marks + c.attendance) * 10 >= c.filled * 6
}

fn has(promised: &[Option<Role>], role: Role) -> bool {
    promised.contains(&Some(role))
}

/// What a column holds by its cells alone.
fn by_content(c: &Content, grid: &Grid, column: usize) -> Role {
    let most = |n: usize| c.filled > 0 && n * 10 >= c.filled * 6;
    let tests = [
        (c.times, Role::Foreign),
        (c.emails, Role::Email),
        (c.phones, Role::Phone),
        (c.honorifics, Role::Honorific),
        (c.attendance, Role::Attendance),
        (if c.filled > 2 { c.letters } else { 0 }, Role::Attendance),
        (c.countries, Role::Country),
        (c.places + c.countries, Role::Place),
    ];
    if c.filled == 0 {
        return Role::Other;
    }
    if most(c.numbers) {
        return if column == 0 {
            Role::Number
        } else {
            Role::Other
        };
    }
    if let Some((_, role)) = tests.iter().find(|(n, _)| most(*n)) {
        return *role;
    }
    let longest = grid
        .rows
        .iter()
        .map(|r| r.text(column).len())
        .max()
        .unwrap_or(0);
    let turned = if column < 2 { c.turned } else { 0 };
    if most(c.names + turned) && c.strong * 3 >= c.filled && longest < 80 {
        return Role::Name;
    }
    if c.jobs > c.organisations && c.jobs * 3 >= c.filled {
        return Role::Job;
    }
    if c.organisations * 3 >= c.filled {
        return Role::Organisation;
    }
    if most(c.cities) {
        Role::City
    } else {
        Role::Mixed
    }
}

/// One name column, or one of first and one of last names.
fn settle_names(roles: &mut [Role], promised: &[Option<Role>], counts: &[Content]) {
    let first = roles.contains(&Role::First);
    let last = roles.contains(&Role::Last);
    let name = roles.iter().position(|r| *r == Role::Name);
    match (first, last, name) {
        (true, false, Some(n)) => roles[n] = Role::Last,
        (false, true, Some(n)) => roles[n] = Role::First,
        (true, false, None) => {
            let first = roles.iter().position(|r| *r == Role::First);
            first.into_iter().for_each(|c| roles[c] = Role::Name);
        }
        (false, true, None) => {
            // `Nom` over whole names.
            let last = roles.iter().position(|r| *r == Role::Last);
            let whole = |c: &usize| counts[*c].names * 2 > counts[*c].filled;
            last.filter(whole)
                .into_iter()
                .for_each(|c| roles[c] = Role::Name);
        }
        (true, true, Some(n)) if promised[n].is_none() => roles[n] = Role::Mixed,
        _ => {}
    }
    let mut seen = false;
    for (c, role) in roles.iter_mut().enumerate() {
        if *role != Role::Name {
            continue;
        }
        let better = promised
            .iter()
            .enumerate()
            .any(|(o, p)| o != c && *p == Some(Role::Name) && counts[o].names > 0);
        if seen || (promised[c].is_none() && better) {
            *role = Role::Mixed;
        } else {
            seen = true;
        }
    }
}

/// Columns that say nothing by themselves take what is still wanting.
fn fill_unknown(roles: &mut [Role], promised: &[Option<Role>], counts: &[Content]) {
    for c in 0..roles.len() {
        let several = counts[c].several * 2 > counts[c].filled;
        if roles[c] != Role::Mixed || promised[c].is_some() || several {
            continue;
        }
        let free = |role: Role| !roles.contains(&role);
        let takes = if counts[c].filled == 0 {
            Role::Other
        } else if counts[c].jobs > counts[c].organisations && free(Role::Job) {
            Role::Job
        } else if free(Role::Organisation) {
            Role::Organisation
        } else if counts[c].cities * 2 > counts[c].filled && free(Role::City) {
            Role::City
        } else if free(Role::Job) {
            Role::Job
        } else {
            Role::Mixed
        };
        roles[c] = takes;
    }
}

/// Whether the columns together make a list of people.
fn is_people(
    roles: &[Role],
    promised: &[Option<Role>],
    counts: &[Content],
    listed: bool,
    rows: usize,
) -> bool {
    let of = |role: Role| roles.iter().position(|r| *r == role);
    let name = of(Role::Name).or(of(Role::Last)).or(of(Role::First));
    let Some(name) = name else { return false };
    if of(Role::Foreign).is_some() && !listed {
        return false;
    }
    let split = of(Role::Last).is_some() && of(Role::First).is_some();
    let c = &counts[name];
    let named = split || (c.filled > 0 && c.names * 10 >= c.filled * 5);
    let beside = [
        Role::Organisation,
        Role::Job,
        Role::Country,
        Role::Place,
        Role::City,
        Role::Address,
        Role::Email,
        Role::Phone,
        Role::Attendance,
        Role::Department,
        Role::Mixed,
    ];
    let beside_count = roles.iter().filter(|r| beside.contains(r)).count();
    let known = promised
        .iter()
        .flatten()
        .filter(|r| !matches!(r, Role::Other | Role::Address))
        .count();
    let attended = of(Role::Attendance).is_some();
    let head = promised[name].is_some();
    named
        && rows > 0
        && (listed
            || (split && beside_count >= 1)
            || (head
                && beside_count >= 1
                && (known >= 3 || attended || rows >= 3 && c.strong * 2 > c.filled))
            || (beside_count >= 2
                && rows >= 3
                && c.strong * 2 > c.filled
                && (of(Role::Email).is_some()
                    || of(Role::Country).is_some()
                    || of(Role::Place).is_some())))
}

/// The cells of a row by column; where cells were dropped, each goes to the column that it fits, in order.
pub(super) fn aligned(row: &Row, roles: &[Role], lexicon: &Lexicon) -> Vec<Option<usize>> {
    let (cells, width) = (row.filled(), roles.len());
    let straight: Vec<Option<usize>> = (0..width).map(|c| (c < cells).then_some(c)).collect();
    if cells == 0 || cells >= width || row.cells.len() >= width {
        return straight;
    }
    // best[i][j]: the best fit of the first i cells in the first j columns.
    let fits: Vec<Vec<i32>> = (0..cells)
        .map(|i| {
            roles
                .iter()
                .map(|r| fit(row.text(i), *r, lexicon))
                .collect()
        })
        .collect();
    let mut best = vec![vec![i32::MIN / 2; width + 1]; cells + 1];
    best[0] = vec![0; width + 1];
    for i in 1..=cells {
        for j in i..=width {
            let taken = best[i - 1][j - 1] + fits[i - 1][j - 1];
            best[i][j] = best[i][j - 1].max(taken);
        }
    }
    let mut of = vec![None; width];
    let (mut i, mut j) = (cells, width);
    while i > 0 && j > 0 {
        if j > i && best[i][j - 1] >= best[i][j] {
            j -= 1;
        } else {
            of[j - 1] = Some(i - 1);
            i -= 1;
            j -= 1;
        }
    }
    of
}

/// How well a cell fits a column.
fn fit(text: &str, role: Role, lexicon: &Lexicon) -> i32 {
    let class = class(text, lexicon);
    let number = text.bytes().all(|b| b.is_ascii_digit());
    let own = match class {
        Class::Email => role == Role::Email,
        Class::Phone => role == Role::Phone,
        Class::Country => matches!(role, Role::Country | Role::Place),
        Class::Place => role == Role::Place,
        Class::City => matches!(role, Role::City | Role::Place),
        Class::Job => role == Role::Job,
        Class::Organisation | Class::Acronym => role == Role::Organisation,
        Class::Attendance(_) => role == Role::Attendance,
        Class::Honorific => role == Role::Honorific,
        _ if number => role == Role::Number,
        _ => {
            return i32::from(!matches!(
                role,
                Role::Email | Role::Phone | Role::Country | Role::Number | Role::Attendance
            ));
        }
    };
    if own {
        4
    } else {
        match role {
            Role::Email | Role::Phone | Role::Number | Role::Country | Role::Attendance => -4,
            _ => 0,
        }
    }
}
