//! Participant and attendance lists, a row a person.
//!
//! Headings and labels announce a list, and what stands below decides: a table is one by its header and its columns
//! together ([`columns`]), lines by the names that they begin with ([`list`]), running text by its labels ([`run`]).
//! A person's cells are made in one place each: names in [`name`], what stands beside them in [`entry`] and [`row`].

mod abreast;
mod address;
mod addresses;
mod aligned;
mod aside;
mod behind;
mod below;
mod beside;
mod beyond;
mod bodied;
mod called;
mod cells;
mod columns;
mod counted;
mod cut;
mod ends;
mod entry;
mod flat;
mod front;
mod grid;
mod group;
mod hanging;
mod heads;
mod hung;
mod initials;
mod inside;
mod joint;
mod labels;
mod led;
mod lines;
mod list;
mod marks;
mod name;
mod notes;
mod office;
mod parted;
mod parts;
mod piece;
mod posts;
mod rolled;
mod row;
mod run;
mod said;
mod seen;
mod shared;
mod signed;
mod signs;
mod slots;
mod stacked;
mod strung;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_bodies;
#[cfg(test)]
mod tests_minutes;
#[cfg(test)]
mod tests_set;
mod titled;
mod told;
mod twins;
mod unsigned;
mod wrapped;

use crate::extract::Extraction;
use crate::lexicon::{Lexicon, List};
use crate::outline::{Outline, Section, Unit, UnitKind};
use crate::record;
use crate::value::time::duration_at;
use group::Group;
use lines::Line;
use memchr::memmem;
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

/// Whether a line is the label of who came or did not, with its sign: `Apologies: Ana Example`.
pub(super) fn tells_who_came(lexicon: &Lexicon, text: &str) -> bool {
    let lists = [List::AttendancePresent, List::AttendanceApologies];
    let len = lists.iter().find_map(|&l| lexicon.list(l).starts(text));
    len.is_some_and(|len| text[len..].trim_start().starts_with(':'))
}

/// Whether a line stands over those who came or did not: `Present at this meeting:`.
pub(super) fn heads_who_came(lexicon: &Lexicon, text: &str) -> bool {
    let own = text.len() <= LONGEST_OVER && text.starts_with(char::is_uppercase);
    let lists = [List::AttendancePresent, List::AttendanceApologies];
    let led = || {
        lists
            .iter()
            .any(|&l| lexicon.list(l).starts(text).is_some())
    };
    own && text.ends_with(':') && led()
}

/// A line over those who came is no longer.
const LONGEST_OVER: usize = 70;

/// Reads those under a label that the last item of an agenda runs into; where to go on.
fn below_agenda(x: &mut Extraction, at: usize, found: &mut Vec<Participant>) -> usize {
    let flow = &x.outline.units[at].flow;
    let own = flow.lines().last().filter(|l| l.start > 0);
    let heads = own.is_some_and(|l| heads_who_came(x.lexicon, &flow.as_str()[l]));
    let free = x.claimed_by(at + 1).is_none();
    let group = (heads && free).then(|| opens(x, at)).flatten();
    let Some((rows, next)) = group.map(|group| listed(x, at + 1, group)) else {
        return at + 1;
    };
    if rows.is_empty() {
        return at + 1;
    }
    found.extend(rows);
    (at + 1..next).for_each(|i| x.claim(i, "participants"));
    next.max(at + 1)
}

/// Reads the table.
pub fn extract(x: &mut Extraction) {
    let mut found: Vec<Participant> = Vec::new();
    let mut at = 0;
    while at < x.outline.units.len() {
        at = match x.claimed_by(at) {
            None => unit(x, at, &mut found),
            Some("agenda") => below_agenda(x, at, &mut found),
            Some(_) => at + 1,
        };
    }
    told::came(&mut found, x.lexicon);
    told::beside_absent(&mut found);
    told::governors(&mut found, x);
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
                let (rows, next) =
                    hanging::below_row(x, at + 1, &outline.grids[index]).unwrap_or_default();
                found.extend(rows);
                (at + 1..next).for_each(|i| x.claim(i, "participants"));
                return next.max(at + 1);
            }
        }
        return at + 1;
    }
    if let Some((rows, next)) = abreast::read(x, at).or_else(|| hung_on(x, at)) {
        found.extend(rows);
        (at..next).for_each(|i| x.claim(i, "participants"));
        return next;
    }
    if opens_told(x, at) || heads::open_attended(x, at) {
        let (rows, next) = listed(x, at, Group::default());
        if rows.len() > 1 {
            found.extend(rows);
            (at..next).for_each(|i| x.claim(i, "participants"));
            return next;
        }
    }
    let whole = said::across_page(x, at).or_else(|| below::joined(x, at));
    let (flow, end) = whole
        .as_ref()
        .map_or((&unit.flow, at + 1), |(f, e)| (f, *e));
    let mut rows = said::said(x, at, flow, found.last());
    if rows.is_empty() {
        rows = told::below_own_line(x, at).unwrap_or_default();
    }
    if rows.is_empty() {
        rows = told::goes_on(x, at, found);
    }
    if !rows.is_empty() {
        if !said::only_ends(flow, &rows) {
            (at..end).for_each(|i| x.claim(i, "participants"));
        }
        found.extend(rows);
        // `Mr A was unable to attend. Staff present were:` over others.
        let led = labels::led_in(&unit.flow, x.lexicon).filter(|_| end == at + 1);
        let below = led.map(|group| listed(x, end, group));
        let Some((rows, next)) = below.filter(|(rows, _)| !rows.is_empty()) else {
            return end;
        };
        (end..next).for_each(|i| x.claim(i, "participants"));
        found.extend(rows);
        return next;
    }
    let head = found.is_empty().then(|| front::read(x, at)).flatten();
    let (rows, next) = match opens(x, at) {
        None if head.is_some() => {
            x.claim(at, "participants");
            head.unwrap_or_default()
        }
        Some(_) if said::wrapped_sentence(x, at + 1) => return at + 1,
        Some(group) if group.attendance.is_none() && said::is_told_of(x, at + 1) => return at + 1,
        Some(group) => match below::read(x, at + 1, &group) {
            Some((mut rows, rest, next)) => {
                rows.extend(said::said(x, at + 1, &rest, rows.last()));
                (rows, next)
            }
            None if let Some(rows) = told::surnames_under(x, at + 1, &group) => (rows, at + 2),
            None if let Some(led) = led::below_prose(x, at, &group) => led,
            None => {
                let (rows, next) = listed(x, at + 1, group.clone());
                match told::under(x, at + 1, &group).filter(|_| rows.is_empty()) {
                    Some(rows) => (rows, at + 2),
                    None => (rows, next),
                }
            }
        },
        None => unannounced(x, at)
            .or_else(|| front::headed(x, at))
            .unwrap_or_default(),
    };
    if rows.is_empty() {
        return at + 1;
    }
    found.extend(rows);
    (at + 1..next).for_each(|i| x.claim(i, "participants"));
    next
}

/// Whether a list begins, no heading over it, each person with a word that tells whether they came.
fn opens_told(x: &Extraction, at: usize) -> bool {
    let told = |i: usize| {
        let unit = x.outline.units.get(i);
        unit.is_some_and(|u| u.kind == UnitKind::Item && marks::is_told(u.text(), x.lexicon))
    };
    told(at) && told(at + 1) && told(at + 2)
}

/// The lines of a paragraph among which a label is looked for.
const ABOVE: usize = 8;

/// Blanks that part a label from the people beside it.
const WIDE: &[u8] = b"   ";

/// The rows of a list whose first person stands beside the label, and the unit behind it.
fn hung_on(x: &Extraction, at: usize) -> Option<(Vec<Participant>, usize)> {
    let unit = &x.outline.units[at];
    let own = &x.outline.blocks[unit.block];
    let above = at.checked_sub(1).map(|i| x.outline.units[i].block);
    let printed = x.outline.source.slice(own.span).as_bytes();
    let labelled =
        || memchr::memchr(b':', printed).is_some() || memmem::find(printed, WIDE).is_some();
    if above == Some(unit.block) || !labelled() {
        return None;
    }
    // Its own lines tell whether it has a label; those of the next blocks are wanted only then.
    let own = lines::lines(x.outline, unit.block..unit.block + 1, x.lexicon);
    if !own.iter().any(|l| hanging::may_open(l, x.lexicon)) {
        return None;
    }
    let near = unit.block..unit.block + 4;
    let lines = lines::lines(x.outline, near, x.lexicon);
    // The label may stand below other lines: a date, a place.
    let own = lines.iter().take_while(|l| l.block == unit.block).count();
    let opened = |i: usize| Some((i, hanging::opens(&lines[i..], x.lexicon)?));
    let (above, (group, first)) = (0..own.min(ABOVE)).find_map(opened)?;
    let (rows, next) = listed_from(x, at, group, Some((above, first)));
    (rows.len() > 1).then_some((rows, next))
}

/// The rows of the list that begins at a unit, and the unit behind it.
fn listed(x: &Extraction, at: usize, group: Group) -> (Vec<Participant>, usize) {
    listed_from(x, at, group, None)
}

/// The same where the list begins so many lines further down, with a line that is read otherwise than it stands.
///
/// Lines are read some at a time, so that a heading over no list costs little in a long report.
fn listed_from<'s>(
    x: &Extraction<'s>,
    at: usize,
    group: Group,
    head: Option<(usize, Line<'s>)>,
) -> (Vec<Participant>, usize) {
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
        let mut lines = address::apart(lines, x.lexicon);
        // A label with one person beside it, wide blanks between, is no cell of a table.
        let hung = lines.iter().any(|l| hung::attends(l, x.lexicon));
        if let Some((above, head)) = &head {
            lines.drain(..above.saturating_add(1).min(lines.len()));
            lines.insert(0, head.clone());
        }
        let table = || set(outline, &lines, &group, x.lexicon);
        let (rows, used) = (!hung).then(table).flatten().unwrap_or_else(|| {
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
    let heads_notes = || at == 0 && is_over_agenda(outline, section, x.lexicon);
    let refused = || is_over_others(outline, section, x.lexicon) || body && !heads_notes();
    if section.own.len() < 3 || refused() {
        return None;
    }
    let first = outline.units[section.own.start].block;
    let stop = outline
        .units
        .get(section.own.end)
        .map_or(outline.blocks.len(), |u| u.block);
    let lines = signs::whole_items(lines::lines(outline, first..stop, x.lexicon));
    let group = Group {
        label: section.title.whole(),
        ..Group::default()
    };
    let set = || {
        lines
            .first()
            .is_some_and(|l| heads::are_heads(&l.columns, x.lexicon))
    };
    let certain = set() || signs::is_certain(&lines, x.lexicon);
    certain.then(|| listed(x, at + 1, group))
}

/// Whether an agenda begins right behind a section: what stands in it heads the notes of a meeting.
fn is_over_agenda(outline: &Outline, section: &Section, lexicon: &Lexicon) -> bool {
    let next = outline.units.get(section.own.end);
    let agenda = lexicon.list(List::HeadingAgenda);
    next.is_some_and(|u| {
        matches!(u.kind, UnitKind::Heading(_)) && agenda.starts(u.text()).is_some()
    })
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
    let elsewhere = || group::points_elsewhere(text, x.lexicon);
    let led = || labels::led_in(flow, x.lexicon).filter(|_| !elsewhere());
    if let Some(group) = led() {
        return Some(group);
    }
    if let Some(group) = front::over_titled(x, at).filter(|_| !elsewhere()) {
        return Some(group);
    }
    // `The secretary,` over the name of whoever signs.
    let signs = text.ends_with(',');
    if text.len() > 90 || signs || is_negative(text, x.lexicon) || elsewhere() {
        return None;
    }
    if lasts(text, x.lexicon) {
        return None;
    }
    // `Model, Ann, present` is a person.
    if marks::is_told(text, x.lexicon) {
        return None;
    }
    if let Some(group) = labels::attending(flow, 0..text.len(), x.lexicon) {
        return Some(group);
    }
    let line = matches!(unit.kind, UnitKind::Paragraph | UnitKind::Item);
    let starts = x.lexicon.list(List::HeadingParticipants).starts(text);
    let most = if starts.is_some() { 12 } else { 5 };
    let short = text.split(' ').count() <= most
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

/// Whether a text ends with how long something takes, as an item of a programme: `Registration of participants (30 min)`.
fn lasts(text: &str, lexicon: &Lexicon) -> bool {
    let text = text.trim_end_matches(')');
    let digits = |c: char| c.is_ascii_digit();
    let Some(end) = text.rfind(digits).map(|at| at + 1) else {
        return false;
    };
    let at = text[..end].trim_end_matches(digits).len();
    at > 0
        && duration_at(&text[at..], lexicon.lang()).is_some_and(|(len, _)| at + len == text.len())
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
    let own = text.len() <= section.title.len() && section.title.as_str().starts_with(text);
    let others = || !own || is_over_others(outline, section, x.lexicon);
    if is_negative(text, x.lexicon) && others() {
        return None;
    }
    if let Some(attending) = labels::attending(flow, 0..text.len(), x.lexicon) {
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
        || labels::attending(&label.flow, 0..end, lexicon).is_some()
}

/// Whether a heading stands over names of people who are no participants.
fn is_negative(text: &str, lexicon: &Lexicon) -> bool {
    let list = lexicon.list(List::HeadingNotParticipants);
    let ends = list
        .find_iter(text)
        .any(|(range, _)| range.end == text.len());
    ends && !lexicon.list(List::HeadingParticipants).found_in(text)
}

/// Whether a section's heading stands over names of people who are no participants: not so where it tells apart some of
/// the participants whom a heading above it announces, as `Organisers` under `Participants` does.
fn is_over_others(outline: &Outline, section: &Section, lexicon: &Lexicon) -> bool {
    let title = section.title.as_str();
    let above = std::iter::successors(section.parent, |&s| outline.sections[s].parent);
    let listed = |s: usize| {
        let title = outline.sections[s].title.as_str();
        group::is_heading(title, lexicon) && !is_negative(title, lexicon)
    };
    is_negative(title, lexicon)
        && !(group::is_category(title, lexicon) && above.take(4).any(listed))
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
