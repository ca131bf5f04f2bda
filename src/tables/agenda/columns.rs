//! What the columns of a programme table hold, by their heads and by their cells together.

use super::days;
use super::habits::{evening, is_compact_column as is_compact};
use super::number::is_number;
use super::slot::DayHead;
use super::who::Who;
use crate::lexicon::List;
use crate::outline::{Grid, Row};
use crate::schema::{Choice, Text};
use crate::value::Seen;
use crate::value::misread::found_head;
use crate::value::person::{Evidence, looks_like_job};
use crate::value::time::{TimeSpan, duration_at, time_at};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Time,
    Start,
    End,
    Duration,
    /// A duration in bare minutes.
    Minutes,
    /// Minutes from the start of the meeting: 0, 5, 15.
    Offset,
    Day,
    Number,
    Title,
    Presenters,
    Objective,
    Details,
    Location,
    /// The titles of one of several parallel tracks.
    Track,
    Unknown,
}

/// The columns of a programme table.
#[derive(Clone, Debug, Default)]
pub(super) struct Columns {
    /// What each holds.
    pub roles: Vec<Role>,
    /// How many heads name what a programme has.
    pub named: usize,
    /// The heads of the columns that are days or tracks, empty for all others.
    pub heads: Vec<Text>,
    /// Whether each line has its own date, as in a series of talks: the heads name a day, a title and a speaker.
    pub series: bool,
    /// What the people of the one column of presenters do by its head.
    pub said: Choice,
    /// For columns that are days, their heads.
    pub days: Vec<Option<DayHead>>,
}

impl Columns {
    /// The first column with a role.
    pub fn find(&self, role: Role) -> Option<usize> {
        self.roles.iter().position(|r| *r == role)
    }

    /// Whether an item can be told by a time, a duration or a number.
    pub fn times(&self) -> bool {
        self.find(Role::Time).or(self.find(Role::Start)).is_some()
    }

    /// Whether the items last without standing at a time.
    pub fn lasts(&self) -> bool {
        self.find(Role::Duration)
            .or(self.find(Role::Minutes))
            .or(self.find(Role::Offset))
            .is_some()
    }
}

/// The time that a cell is, a day before it and a remark behind it left out.
pub(super) fn time_of(text: &str, who: &Who) -> Option<(std::ops::Range<usize>, TimeSpan)> {
    let at = text.len() - text.trim_start_matches(['(', '[', ' ', '~']).len();
    let evening = || evening(&text[at..], who).filter(|_| who.evening);
    if let Some((len, mut span)) = time_at(&text[at..], who.lang).or_else(evening) {
        let below = text[at + len..].trim_start();
        let second = time_at(below, who.lang).filter(|(n, s)| s.end.is_none() && *n == below.len());
        if let Some((_, end)) = second.filter(|_| span.end.is_none()) {
            // The end stands below the start.
            (span.end, span.end_marked) = (Some(end.start), end.start_marked);
            span.clock24 |= end.clock24;
            return Some((at..text.len(), span));
        }
        let rest = text[at + len..].trim_start_matches([' ', ')', ']', '.', ',', '-', '\u{2013}']);
        let remark =
            rest.is_empty() || rest.len() <= 24 && !rest.starts_with(|c: char| c.is_ascii_digit());
        return remark.then_some((at..at + len, span));
    }
    let day = days::read_before_time(&text[at..], who)?;
    let from = at + day.len;
    let gap = text[from..].len()
        - text[from..]
            .trim_start_matches([' ', ',', ':', '-', '\u{2013}', '.', '('])
            .len();
    let (len, span) = time_at(&text[from + gap..], who.lang)?;
    Some((from + gap..from + gap + len, span))
}

/// The minutes that a cell says.
pub(super) fn minutes_of(text: &str, role: Role, who: &Who) -> Option<u32> {
    if let Some((len, minutes)) = duration_at(text.trim(), who.lang) {
        return text.trim()[len..].trim().is_empty().then_some(minutes);
    }
    let bare: u32 = text.trim().parse().ok()?;
    (role == Role::Minutes && (1..=600).contains(&bare)).then_some(bare)
}

/// What a head names; the first cells of a table, and lines that may stand for one, are asked several times.
pub(super) fn named(head: &str, who: &Who) -> Option<Role> {
    thread_local! {
        static SEEN: Seen<Option<Role>, 512> = const { Seen::new() };
    }
    let head = head.trim_end_matches([':', '*', ' ']).trim();
    let look = || found_head(head, |t| named_as_printed(t, who));
    SEEN.with(|seen| seen.get(head, who.lang as u64, look))
}

fn named_as_printed(head: &str, who: &Who) -> Option<Role> {
    const LISTS: &[(List, Role)] = &[
        (List::AgendaColumnMinutes, Role::Minutes),
        (List::AgendaColumnTime, Role::Time),
        (List::AgendaColumnStart, Role::Start),
        (List::AgendaColumnEnd, Role::End),
        (List::AgendaColumnDuration, Role::Duration),
        (List::AgendaColumnDay, Role::Day),
        (List::AgendaColumnNumber, Role::Number),
        (List::AgendaColumnTitle, Role::Title),
        (List::AgendaColumnPresenters, Role::Presenters),
        (List::AgendaColumnObjective, Role::Objective),
        (List::AgendaColumnDetails, Role::Details),
        (List::AgendaColumnLocation, Role::Location),
    ];
    let exact = LISTS
        .iter()
        .find(|(list, _)| who.lexicon.list(*list).is(head));
    if let Some((_, role)) = exact {
        return Some(*role);
    }
    if head.is_empty() || head.split_whitespace().count() > 5 {
        return None;
    }
    if head.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    // The word that comes first says what the column is: `Time (CET)`, `Speakers and topics`.
    let within = LISTS
        .iter()
        .filter_map(|(list, role)| Some((who.lexicon.list(*list).find(head)?.start, *role)));
    within.min_by_key(|(at, _)| *at).map(|(_, role)| role)
}

/// How many heads of a row name columns of a programme.
pub(super) fn head_count(row: &Row, who: &Who) -> usize {
    row.cells
        .iter()
        .filter(|c| c.len() <= 40 && named(c.as_str(), who).is_some())
        .count()
}

/// Reads the columns of a table; `rows` are those below the header.
pub(super) fn columns(grid: &Grid, header: Option<&Row>, rows: &[&Row], who: &Who) -> Columns {
    let width = grid.width.max(header.map_or(0, |h| h.cells.len()));
    let mut roles = vec![Role::Unknown; width];
    let mut count = 0;
    for (i, role) in roles.iter_mut().enumerate() {
        if let Some(found) = header.and_then(|h| named(h.text(i), who)) {
            *role = found;
            count += 1;
        }
    }
    let mut found = Columns {
        named: count,
        ..Columns::default()
    };
    let parallel = tracks(header, &roles, who);
    let of_days = day_columns(header, rows, width, who);
    settle(&mut roles, rows, who);
    if let Some(first) = parallel {
        roles[first..]
            .iter_mut()
            .filter(|r| !matches!(r, Role::Time))
            .for_each(|r| *r = Role::Track);
    }
    if of_days.iter().flatten().count() >= 2 {
        for (role, _) in roles.iter_mut().zip(&of_days).filter(|(_, d)| d.is_some()) {
            *role = Role::Track;
        }
        found.days = of_days;
    }
    distinct(&mut roles);
    by_content(&mut roles, rows, who, header.is_some());
    let head = |i: usize| header.and_then(|h| h.cells.get(i)).map(|c| c.whole());
    let tracks = roles
        .iter()
        .enumerate()
        .map(|(i, r)| head(i).filter(|_| *r == Role::Track));
    found.heads = tracks.map(Option::unwrap_or_default).collect();
    found.roles = roles;
    let presenters = found.roles.iter().filter(|r| **r == Role::Presenters);
    if presenters.count() == 1
        && let Some(at) = found.find(Role::Presenters)
    {
        let head = header.and_then(|h| h.cells.get(at));
        found.said = head.map(|h| who.head_role(h)).unwrap_or_default();
    }
    found.series = header.is_some_and(|h| is_series(h, &found, who));
    found
}

/// Whether a table's heads are those of a series of talks: a day, a title, a speaker, and no times.
fn is_series(header: &Row, found: &Columns, who: &Who) -> bool {
    let speaks = [List::RoleSpeaker, List::RolePresenter];
    let speaker = |i: usize| {
        let head = header.text(i).trim_end_matches([':', ' ']);
        speaks.iter().any(|l| who.lexicon.list(*l).is(head))
    };
    let timed = found.times() || found.lasts();
    let has = |role| found.find(role).is_some();
    !timed
        && has(Role::Day)
        && has(Role::Title)
        && found.find(Role::Presenters).is_some_and(speaker)
}

/// The days that the heads of columns name. Heads that stand a column too far to the right are put over the rows' cells.
fn day_columns(
    header: Option<&Row>,
    rows: &[&Row],
    width: usize,
    who: &Who,
) -> Vec<Option<DayHead>> {
    let filled = rows.iter().map(|r| r.filled()).max().unwrap_or(0);
    let shift = header.map_or(0, |h| h.filled().saturating_sub(filled));
    let blank = header.is_some_and(|h| h.cells.iter().take(shift + 1).all(|c| c.is_empty()));
    let shift = if blank { shift } else { 0 };
    let head = |i: usize| header.and_then(|h| h.cells.get(i + shift));
    let day = |i: usize| head(i).and_then(|c| days::day_line(c, who));
    (0..width).map(day).collect()
}

/// The first of several columns whose heads name tracks.
fn tracks(header: Option<&Row>, roles: &[Role], who: &Who) -> Option<usize> {
    let header = header?;
    let is_track = |i: &usize| {
        // `Track A (Main Hall)`
        let head = header.text(*i);
        let head = head.find(" (").map_or(head, |at| &head[..at]);
        let numbered = head.ends_with(|c: char| c.is_ascii_digit() || c.is_ascii_uppercase())
            || head.contains(':');
        numbered
            && who
                .lexicon
                .list(List::AgendaColumnTrack)
                .starts(head)
                .is_some()
    };
    let found: Vec<usize> = (0..roles.len()).filter(is_track).collect();
    (found.len() >= 2).then(|| found[0])
}

/// Times, durations and numbers are told by the cells, whatever the head says.
fn settle(roles: &mut [Role], rows: &[&Row], who: &Who) {
    let named: Vec<usize> = (0..roles.len())
        .filter(|&i| roles[i] == Role::Time)
        .collect();
    let several = rows.iter().any(|r| r.filled() > 1);
    let share = |column: usize, fits: &dyn Fn(&str) -> bool| -> bool {
        // The head of a day stands alone in its row.
        let alone = |r: &Row| several && r.filled() == 1;
        let cells = rows
            .iter()
            .filter(|r| !(alone(r) && days::read(r.text(0), who).is_some()))
            .map(|r| r.text(column))
            .filter(|t| !t.is_empty());
        let (mut all, mut good) = (0, 0);
        for text in cells {
            all += 1;
            good += usize::from(fits(text));
        }
        good > 0 && good * 2 > all
    };
    for (i, slot) in roles.iter_mut().enumerate() {
        let timed = share(i, &|t| time_of(t, who).is_some());
        let lasts = |role| share(i, &|t| minutes_of(t, role, who).is_some());
        let counts = || share(i, &|t| is_number(t));
        let role = *slot;
        *slot = match role {
            Role::Minutes | Role::Duration | Role::Time if are_offsets(rows, i) => Role::Offset,
            Role::Time if lasts(Role::Time) => Role::Duration,
            Role::Time | Role::Start | Role::End if timed => role,
            Role::Time | Role::Start | Role::End => Role::Unknown,
            Role::Duration | Role::Minutes if lasts(role) => role,
            Role::Duration | Role::Minutes if !timed => Role::Unknown,
            Role::Number if counts() => role,
            _ if timed
                && share(i, &|t| {
                    t.contains([':', '.', 'h', 'H', '-', '\u{2013}', 'm'])
                }) =>
            {
                Role::Time
            }
            Role::Number => Role::Title,
            Role::Unknown if lasts(Role::Duration) => Role::Duration,
            Role::Unknown if is_compact(rows.iter().map(|r| r.text(i)), who.compact) => Role::Time,
            Role::Unknown if counts() => Role::Number,
            Role::Day if !share(i, &|t| days::read(t, who).is_some() || is_number(t)) => {
                Role::Unknown
            }
            role => role,
        };
    }
    let clocks: Vec<usize> = (0..roles.len())
        .filter(|&i| roles[i] == Role::Time)
        .collect();
    if let [first, second] = clocks[..] {
        // Two columns of times that nothing names may say anything, unless most rows start where the one above ends.
        let told = named.contains(&first)
            || named.contains(&second)
            || follow_on(rows, first, second, who);
        (roles[first], roles[second]) = match told {
            true => (Role::Start, Role::End),
            false => (Role::Unknown, Role::Unknown),
        };
    }
}

/// Whether a column counts the minutes up from the start: 0, 5, 15.
fn are_offsets(rows: &[&Row], column: usize) -> bool {
    let cells = rows.iter().map(|r| r.text(column).trim());
    let minutes: Option<Vec<u32>> = cells
        .filter(|t| !t.is_empty())
        .map(|t| t.parse().ok())
        .collect();
    minutes.is_some_and(|m| m.len() >= LEAST_ON && m[0] == 0 && m.windows(2).all(|w| w[0] < w[1]))
}

/// So many rows that follow on each other are no chance.
const LEAST_ON: usize = 4;

/// Whether most rows begin at the time with which the row above ends.
fn follow_on(rows: &[&Row], start: usize, end: usize, who: &Who) -> bool {
    let clock = |r: &Row, i| time_of(r.text(i), who).map(|(_, span)| span.start);
    let pairs = rows
        .windows(2)
        .filter_map(|w| Some((clock(w[0], end)?, clock(w[1], start)?)));
    let (all, on) = pairs.fold((0, 0), |(all, on), (a, b)| {
        (all + 1, on + usize::from(a == b))
    });
    all >= LEAST_ON && on * 4 >= all * 3
}

/// A role that only one column can have stays with the first; of two titles the second is details.
fn distinct(roles: &mut [Role]) {
    for i in 0..roles.len() {
        let before = roles[..i].contains(&roles[i]);
        roles[i] = match roles[i] {
            Role::Title if before => Role::Details,
            Role::Time
            | Role::Start
            | Role::End
            | Role::Number
            | Role::Duration
            | Role::Minutes
            | Role::Offset
                if before =>
            {
                Role::Unknown
            }
            role => role,
        };
    }
}

/// Columns that no head names: the first of words is the title, names are presenters, rooms rooms, all else details.
fn by_content(roles: &mut [Role], rows: &[&Row], who: &Who, headed: bool) {
    let cells = |i: usize| {
        rows.iter()
            .map(move |r| r.text(i))
            .filter(|t| !t.is_empty())
    };
    let most = |i: usize, fits: &dyn Fn(&str) -> bool| {
        let all = cells(i).count();
        all > 0 && cells(i).filter(|t| fits(t)).count() * 2 >= all
    };
    for i in 0..roles.len() {
        if roles[i] != Role::Unknown || cells(i).next().is_none() {
            continue;
        }
        let untitled = !roles.contains(&Role::Title) && !roles.contains(&Role::Track);
        let everyone = who.lexicon.list(List::AgendaEveryone);
        let office = |t: &str| looks_like_job(t, who.lang) >= Evidence::Likely;
        let people = most(i, &|t| who.presents(t) || everyone.is(t) || office(t));
        let rooms = most(i, &|t| who.is_room(t));
        let all_rooms = || cells(i).all(|t| who.is_room(t));
        roles[i] = if untitled && !people {
            Role::Title
        } else if people && !all_rooms() && !roles.contains(&Role::Presenters) {
            Role::Presenters
        } else if rooms && !roles.contains(&Role::Location) || !headed && repeats(cells(i)) {
            Role::Location
        } else {
            Role::Details
        };
    }
}

/// Whether short cells say the same again and again, as rooms do.
fn repeats<'t>(cells: impl Iterator<Item = &'t str>) -> bool {
    let mut all: Vec<&str> = cells.collect();
    let count = all.len();
    let short = all.iter().all(|t| t.len() <= 40);
    all.sort_unstable();
    all.dedup();
    count >= 3 && short && all.len() < count
}
