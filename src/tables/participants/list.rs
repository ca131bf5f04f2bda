//! Lists of people by line: items, lines under headings of organisations or countries, address blocks, columns side by side.

use super::beside::columns_apart;
use super::beyond::{is_passage, preamble, says_nobody};
use super::bodied;
use super::columns::promised;
use super::counted;
use super::entry::Entry;
use super::group::{Group, body_and_country, group_of, is_category, is_delegate};
use super::hanging::{goes_on, is_beside};
use super::hung;
use super::labels;
use super::lines::Line;
use super::marks;
use super::piece::{Class, class, counts};
use super::rolled;
use super::signs::{self, Seen, is_block, is_foreign, is_prose, is_turned};
use super::stacked;
use super::titled;
use super::unsigned;
use super::wrapped;
use crate::block::Kind;
use crate::lexicon::{Lexicon, List};
use crate::schema::Text;

/// A list as read: the people with the groups they stand under, and the first line that is not part of it.
#[derive(Debug, Default)]
pub(super) struct People<'s> {
    pub entries: Vec<(Entry<'s>, usize)>,
    pub groups: Vec<Group>,
    pub end: usize,
}

/// Reads the list at the start of `lines`, under `group`.
pub(super) fn read<'s>(lines: &[Line<'s>], group: Group, lexicon: &Lexicon) -> People<'s> {
    let printed = lines;
    let lines = counted::apart(columns_apart(lines, lexicon));
    let lines = stacked::joined(titled::joined(lines, lexicon), lexicon);
    let lines = wrapped::joined(lines, lexicon);
    let lines = labels::rejoined(hung::parted(lines, lexicon), lexicon);
    let marked = marks::are_marked(&lines, lexicon);
    let told = marks::are_told(&lines, lexicon);
    let mut reader = Reader {
        list: People {
            groups: vec![group],
            ..People::default()
        },
        lexicon,
        address: false,
        turned: is_turned(&lines, lexicon),
        marked,
        boxed: lines.iter().any(marks::is_ticked),
        told,
        bodied: bodied::are_bodied(&lines, lexicon),
        rolled: rolled::are_called(&lines, lexicon),
        titled: signs::are_titled(&lines, lexicon),
        unsigned: !marked && !told && unsigned::are_unsigned(&lines, lexicon),
        current: 0,
        heading: 0,
        country: usize::MAX,
        came: None,
        hanging: false,
    };
    let mut at = preamble(&lines, lexicon);
    // `None.` right below the label, and nobody else is announced.
    let nobody = lines
        .first()
        .is_some_and(|l| says_nobody(l.text(), lexicon));
    let said = |l: &Line| labels::attending(&l.flow, 0..l.flow.len(), lexicon).is_some();
    if nobody && !lines.iter().skip(1).take(3).any(said) {
        return reader.list;
    }
    while at < lines.len() && !opens_session(&lines, at, lexicon) {
        let chunk_end = reader.chunk_end(&lines, at);
        match reader.chunk(&lines, at, chunk_end) {
            Some(next) if next > at => at = next,
            _ => break,
        }
    }
    reader.list.settle_groups();
    reader.list.end = end_as_printed(printed, &lines, at);
    reader.list
}

/// Which of the lines as printed is the first that was not read, where columns were taken apart or lines joined.
fn end_as_printed(printed: &[Line], lines: &[Line], at: usize) -> usize {
    if printed.len() == lines.len() {
        return at;
    }
    let next = lines.get(at).map(|l| l.flow.source_start());
    let unread = |start| printed.iter().position(|l| l.flow.source_start() >= start);
    next.and_then(unread).unwrap_or(printed.len())
}

/// Whether a line titles a part of the meeting: `Session 1: Schools`, with `TIME:` or `SPEAKERS:` below it.
fn opens_session(lines: &[Line], at: usize, lexicon: &Lexicon) -> bool {
    let labels = [
        List::SessionTime,
        List::RoleSpeaker,
        List::RolePanelist,
        List::RoleModerator,
    ];
    let boxed = |label: &str| labels.iter().any(|&l| lexicon.list(l).is(label.trim_end()));
    let below = lines.get(at + 1).and_then(|l| l.text().split_once(':'));
    let title = lines[at].text();
    let numbered = lexicon.list(List::SessionLabel).starts(title);
    let numbered = numbered.is_some_and(|len| {
        let (number, rest) = title[len..]
            .trim_start()
            .split_once(' ')
            .unwrap_or_default();
        let number = number.trim_end_matches([':', '.']);
        let roman = |c: char| c.is_ascii_digit() || "IVX".contains(c);
        !number.is_empty() && number.chars().all(roman) && !rest.is_empty()
    });
    numbered && below.is_some_and(|(label, _)| boxed(label))
}

/// The most lines that are looked at together.
const LONGEST: usize = 200;

/// So many lines further down somebody is looked for.
pub(super) const AHEAD: usize = 16;

pub(super) struct Reader<'s, 'l> {
    pub(super) list: People<'s>,
    pub(super) lexicon: &'l Lexicon,
    /// Whether the entries so far are address blocks.
    pub(super) address: bool,
    /// Whether the names stand as `Last, First`.
    pub(super) turned: bool,
    /// Whether a letter or a mark before the names tells who came.
    pub(super) marked: bool,
    /// Whether ticks in the boxes before the names tell who came.
    pub(super) boxed: bool,
    /// Whether a word behind everything else tells who came.
    pub(super) told: bool,
    /// Whether the items are bodies with their people behind a colon.
    pub(super) bodied: bool,
    /// Whether a letter behind each name tells who came.
    pub(super) rolled: bool,
    /// Whether everybody has a title and a given name in small letters, so that a line in capitals is a place or a body.
    pub(super) titled: bool,
    /// Whether the bodies stand right behind the names, no sign between them.
    pub(super) unsigned: bool,
    /// The group of the people read now.
    pub(super) current: usize,
    /// The group of the heading above, to which a label in a line is an exception.
    pub(super) heading: usize,
    /// The last group that is a country; what stands under headings of organisations below it is in it, unless people
    /// stand right under it.
    pub(super) country: usize,
    /// What was last said of those who came.
    pub(super) came: Option<(&'static str, Text)>,
    /// Whether the group is that of a label beside the first of its people, the others below it.
    pub(super) hanging: bool,
}

impl<'s> Reader<'s, '_> {
    /// The end of the run of lines without a blank line or a new item between them; people one below the other, each with
    /// lines of their own, are runs of their own.
    fn chunk_end(&self, lines: &[Line<'s>], at: usize) -> usize {
        let item = lines[at].marker.is_some();
        let more = lines[at + 1..].iter().take(LONGEST).take_while(|l| {
            let own = l.marker.is_some() || (item && l.block != lines[at].block);
            let said = signs::is_turn(l.text(), self.lexicon);
            !l.gap && !own && !said && l.kind != Kind::Heading
        });
        let end = at + 1 + more.count();
        let bare = |i: usize| match self.see(&lines[i]) {
            Seen::Entry(e) if e.is_bare() => e.name.score,
            _ => 0,
        };
        if end < at + 4 || bare(at) == 0 || bare(at + 1) > 2 {
            return end;
        }
        // Behind a telephone number or an address in the net the next person begins.
        let reached = |i: usize| {
            let class = class(lines[i].text(), self.lexicon);
            matches!(class, Class::Email | Class::Phone)
        };
        let mut next = at + 2..end;
        next.find(|&i| bare(i) > 2 || bare(i) > 0 && reached(i - 1))
            .unwrap_or(end)
    }

    /// The lines of one item, or of a paragraph that wraps, as one.
    fn unwrapped(&self, lines: &[Line<'s>], seen: &[Seen]) -> bool {
        // `Email: ...` below them is a line of its own, however long they are.
        let reached = |l: &&Line| {
            let class = class(l.text(), self.lexicon);
            l.block != lines[0].block && matches!(class, Class::Email | Class::Phone)
        };
        let contact = lines.iter().rev().take_while(reached).count();
        let text = &lines[..lines.len() - contact];
        let one_block = text.iter().all(|l| l.block == lines[0].block);
        let wrapped = &text[..text.len().saturating_sub(1)];
        let long = wrapped.iter().all(|l| l.text().len() >= 50) && !wrapped.is_empty();
        let first = matches!(&seen[0], Seen::Entry(e) if !e.pieces.is_empty());
        let others = seen[1..].iter().all(|s| {
            !matches!(s, Seen::Entry(e) if e.name.score > 2)
                && !matches!(s, Seen::Run(..) | Seen::Several(_) | Seen::Held(..))
        });
        lines.len() > 1 && one_block && first && others && (long || lines[0].marker.is_some())
    }

    /// Reads the lines from `at` to `end`; where to go on, or nothing where the list is over.
    fn chunk(&mut self, lines: &[Line<'s>], at: usize, end: usize) -> Option<usize> {
        let head = &lines[at];
        let apart = head.gap && !is_beside(head);
        if apart && std::mem::take(&mut self.hanging) {
            self.current = self.heading;
        }
        let seen: Vec<Seen> = lines[at..end].iter().map(|l| self.see(l)).collect();
        if let Seen::Stop = seen[0] {
            return None;
        }
        // What a label says of those below it tells how they are to be read.
        let says = |l: &Line| labels::attending(&l.flow, 0..l.flow.len(), self.lexicon);
        if let (Seen::Other, true) = (&seen[0], lines[at..end].iter().skip(1).any(is_run))
            && let Some(group) = says(head)
        {
            self.enter(group);
            self.heading = self.current;
            return Some(at + 1);
        }
        let heads = |l: &Line| promised(l.text(), self.lexicon).is_some();
        if self.list.entries.is_empty() && end > at + 1 && lines[at..end].iter().all(heads) {
            return Some(end);
        }
        if let Some((group, people)) = self.attended(&lines[at..end]) {
            self.enter(group);
            people.into_iter().for_each(|e| self.push(e, head));
            self.current = self.heading;
            return Some(end);
        }
        if let Some(people) = self.paragraph(&lines[at..end]) {
            people.into_iter().for_each(|e| self.push(e, head));
            return Some(end);
        }
        if is_block(&seen, &lines[at..end], self.address, self.lexicon) {
            self.address = true;
            let Some(Seen::Entry(mut entry)) = seen.into_iter().next() else {
                return None;
            };
            for line in &lines[at + 1..end] {
                entry.add_line(&line.flow, self.lexicon);
            }
            self.push(entry, head);
            return Some(end);
        }
        if end > at + 2
            && matches!(seen[0], Seen::Other)
            && is_block(&seen[1..], &lines[at + 1..end], self.address, self.lexicon)
        {
            let group = self.group(head);
            self.enter(group);
            self.heading = self.current;
            return Some(at + 1);
        }
        if self.unwrapped(&lines[at..end], &seen) {
            let mut flow = head.flow.clone();
            lines[at + 1..end].iter().for_each(|l| flow.join(&l.flow));
            // `Ms A of Lake Trust said that ...`: what somebody said is no entry, and the list is over.
            let said = flow.as_str().ends_with('.')
                && self.lexicon.list(List::SayVerb).found_in(flow.as_str());
            if said && !self.list.entries.is_empty() && head.marker.is_none() {
                return None;
            }
            if let Some(entry) = self.entry(&flow) {
                self.push(entry, head);
                return Some(end);
            }
        }
        if !self.follows(lines, at, end, &seen) {
            return self
                .nobody(lines, at, end)
                .or_else(|| self.unread(lines, at, end))
                .or_else(|| self.unsent(lines, at, end));
        }
        let people = |s: &Seen| match s {
            Seen::Entry(_) => 1,
            Seen::Several(people) => people.len(),
            _ => 0,
        };
        let listed: usize = seen.iter().map(people).sum();
        let mut headed = false;
        for (i, seen) in seen.into_iter().enumerate() {
            let line = &lines[at + i];
            let before = std::mem::take(&mut headed);
            let titled = i == 0 && end > at + 1 && self.is_title(lines, at, end);
            match seen {
                Seen::Entry(entry) if !titled => self.push(entry, line),
                Seen::Several(people) => people.into_iter().for_each(|e| self.push(e, line)),
                Seen::Held(group, people) => {
                    // Who keeps the minutes is none of those above who stayed away.
                    let away = self
                        .list
                        .groups
                        .get(self.current)
                        .is_some_and(Group::is_away);
                    if away {
                        self.enter(group);
                    }
                    people.into_iter().for_each(|e| self.push(e, line));
                    self.current = if away { self.heading } else { self.current };
                }
                Seen::Run(group, people) => {
                    let alone = people.len() == 1 && group.office.is_empty();
                    self.enter(group);
                    people.into_iter().for_each(|e| self.push(e, line));
                    // Those below the first of a label have no label of their own.
                    let next = lines.get(at + i + 1);
                    self.hanging = alone && next.is_some_and(|l| goes_on(l, self.lexicon));
                    if !self.hanging {
                        self.current = self.heading;
                    }
                }
                Seen::Stop => return Some(at + i),
                Seen::Other if is_passage(&lines[at + i..end]) => {
                    return (i > 0).then_some(at + i);
                }
                _ if i > 0
                    && !before
                    && !(self.heads_office(lines, at + i)
                        || listed > 1 && says(line).is_some())
                    && self.goes_on(line) =>
                {
                    self.continue_entry(line)
                }
                _ if line.text().ends_with(',') && !self.list.entries.is_empty() => {
                    self.continue_entry(line)
                }
                _ if line.text().contains(['/', ','])
                    && !is_category(line.text(), self.lexicon)
                    && promised(line.text(), self.lexicon).is_some() => {}
                _ if counts(line.text(), self.lexicon)
                    || says_nobody(line.text(), self.lexicon) => {}
                _ => match self
                    .among_items(lines, at + i)
                    .or_else(|| self.among_names(lines, at + i))
                    .or_else(|| self.among_entries(lines, at + i))
                {
                    Some(entry) => self.push(entry, line),
                    None if self.is_no_group(lines, at + i) => {
                        let sent = self.sent_by(line).unwrap_or_default();
                        sent.into_iter().for_each(|e| self.push(e, line));
                    }
                    None => {
                        let group = self.group(line);
                        self.enter(group);
                        self.heading = self.current;
                        headed = true;
                    }
                },
            }
        }
        Some(end)
    }

    fn push(&mut self, mut entry: Entry<'s>, line: &Line) {
        if entry.number.is_empty() {
            entry.number = line.number().unwrap_or_default();
        }
        self.list.entries.push((entry, self.current));
    }

    pub(super) fn enter(&mut self, mut group: Group) {
        let above = self
            .list
            .groups
            .get(self.heading)
            .cloned()
            .unwrap_or_default();
        if is_delegate(&group.label.value, self.lexicon) {
            group.country = above.country.clone();
            group.organisation = above.organisation.clone();
        }
        let within = group.country.is_some() || !group.organisation.is_empty();
        if group.attendance.is_none() {
            // Not those who did not come, but others again.
            let apart = above
                .attendance
                .as_ref()
                .is_some_and(|(how, _)| *how != "present");
            group.attendance = match apart && !within {
                true => self.came.clone(),
                false => above.attendance,
            };
        }
        if matches!(group.attendance, Some(("present", _))) {
            self.came = group.attendance.clone();
        }
        let direct = self.list.entries.iter().any(|(_, g)| *g == self.country);
        if is_delegate(&group.label.value, self.lexicon) || group.placed {
        } else if group.country.is_some() {
            self.country = self.list.groups.len();
        } else if !group.organisation.is_empty() && !direct && !above.placed {
            group.country = above.country;
        }
        self.current = self.list.groups.len();
        self.list.groups.push(group);
    }

    /// Whether people follow: a line that is no person heads a group only where some stand below it.
    fn follows(&self, lines: &[Line<'s>], at: usize, end: usize, seen: &[Seen]) -> bool {
        if seen.iter().any(|s| !matches!(s, Seen::Other | Seen::Stop)) {
            return !is_foreign(&lines[at], &seen[0]);
        }
        if lines[at..end].iter().any(|l| l.text().len() > 110) || end - at > 2 {
            return false;
        }
        let below = lines[end..].iter().take(2);
        let strict = is_foreign(&lines[at], &seen[0]);
        below
            .take_while(|l| !is_prose(l.text()))
            .any(|l| match self.see(l) {
                Seen::Entry(e) => !strict || e.name.score > 1 || !e.pieces.is_empty(),
                Seen::Other | Seen::Stop => false,
                _ => true,
            })
    }

    /// Whether the first line of a chunk titles the people in the lines below it.
    fn is_title(&self, lines: &[Line<'s>], at: usize, end: usize) -> bool {
        let Seen::Entry(first) = self.see(&lines[at]) else {
            return true;
        };
        let below = lines[at + 1..end].iter().filter_map(|l| match self.see(l) {
            Seen::Entry(e) => Some(e),
            _ => None,
        });
        let below: Vec<Entry> = below.collect();
        let detailed = below.iter().filter(|e| !e.pieces.is_empty()).count();
        let own = |l: &Line| l.indent > lines[at].indent;
        // `Lake Trust, Kenya` at the edge, its people set further in.
        let placed = || {
            body_and_country(first.flow.as_str()).is_some() && lines[at + 1..end].iter().all(own)
        };
        let bare = (first.pieces.is_empty() || placed()) && first.name.honorific.is_none();
        bare && !below.is_empty() && detailed == below.len() && first.name.score < 3
    }

    fn goes_on(&self, line: &Line) -> bool {
        let text = line.text();
        let class = class(text, self.lexicon);
        // `Members:` over others.
        let heads =
            text.ends_with(':') && !matches!(class, Class::Noise | Class::Phone | Class::Email);
        // Below bodies over their people a short form is the next of them.
        let bodies = self.list.groups.get(self.current);
        let next_body = class == Class::Acronym
            && bodies.is_some_and(|g| !g.organisation.is_empty())
            && self
                .list
                .entries
                .last()
                .is_some_and(|(e, _)| e.pieces.is_empty());
        !heads
            && !next_body
            && !self.list.entries.is_empty()
            && (text.starts_with(char::is_lowercase)
                || self.address
                || !matches!(class, Class::Unknown | Class::Organisation | Class::Country))
    }

    fn continue_entry(&mut self, line: &Line<'s>) {
        let Some((mut entry, group)) = self.list.entries.pop() else {
            return;
        };
        let open = entry.flow.as_str().ends_with([',', '-', '&'])
            || line.text().starts_with(char::is_lowercase);
        if open {
            let mut flow = entry.flow.clone();
            flow.join(&line.flow);
            if let Some(whole) = self.entry(&flow) {
                let number = std::mem::take(&mut entry.number);
                entry = Entry { number, ..whole };
            }
        } else {
            entry.add_line(&line.flow, self.lexicon);
        }
        self.list.entries.push((entry, group));
    }

    fn group(&self, line: &Line<'s>) -> Group {
        if let Some(group) = labels::attending(&line.flow, 0..line.flow.len(), self.lexicon) {
            return group;
        }
        group_of(&line.flow, self.lexicon)
    }
}

/// Whether commas part several things in a line.
fn is_run(line: &Line) -> bool {
    line.text().matches(',').count() > 1
}

impl People<'_> {
    /// A group that is not an organisation by its name is none where its people have organisations of their own; an office
    /// over several people is none.
    fn settle_groups(&mut self) {
        for (i, group) in self.groups.iter_mut().enumerate() {
            let shared = self.entries.iter().filter(|(_, g)| *g == i).count() > 1;
            if shared {
                group.office = Text::default();
            }
            if group.organisation.is_empty() {
                continue;
            }
            let own = |e: &Entry| {
                e.pieces
                    .iter()
                    .any(|p| matches!(p.class, Class::Organisation | Class::Acronym))
            };
            let members = self.entries.iter().filter(|(_, g)| *g == i);
            let (mut all, mut with) = (0, 0);
            for (entry, _) in members {
                all += 1;
                with += usize::from(own(entry));
            }
            if with * 2 > all {
                group.organisation = Text::default();
            }
        }
    }
}
