//! What a line of a list is: a person, several, people behind a label, or something else.

use super::bodied;
use super::entry::{Entry, shortens};
use super::group::{Group, group_of, is_category, is_delegate, is_heading};
use super::is_negative;
use super::joint;
use super::labels;
use super::lines::Line;
use super::list::Reader;
use super::marks;
use super::name::{name_at, turned_at};
use super::parts::parts;
use super::piece::{Class, class};
use super::rolled;
use super::run;
use super::signed;
use super::signs::{
    Seen, is_key, is_loud, is_loud_title, is_other, is_over, is_prose, is_reference, is_spoken,
    is_turn,
};
use super::told;
use super::unsigned;
use crate::block::ends_in_small_word;
use crate::flow::Flow;
use crate::lexicon::List;
use crate::value::person::is_given_name;
use crate::voice::begin_words;

impl<'s> Reader<'s, '_> {
    /// The entry of a line: the name in its first column, where it has some, what belongs to it in the others.
    pub(super) fn entry_of(&self, line: &Line<'s>) -> Option<Entry<'s>> {
        if self.marked
            && let Some(mark) = marks::mark(line.text(), self.lexicon)
        {
            let mut entry = self.entry(&line.flow.slice(mark.body..line.flow.len()))?;
            entry.add(&line.flow.slice(mark.sign), Class::Attendance(mark.how));
            return Some(entry);
        }
        if self.told
            && let Some((word, how)) = marks::status(line.text(), self.lexicon)
        {
            let mut entry = self.entry(&line.flow.slice(0..word.start).trim())?;
            entry.add(&line.flow.slice(word), Class::Attendance(how));
            return Some(entry);
        }
        // `MODEL,    Ann`: the columns part the name itself, unless the first of them holds all of it.
        let whole = |first: &Flow| {
            let name = turned_at(first.as_str(), self.lexicon);
            !self.turned || name.is_some_and(|n| n.end == first.len())
        };
        let columns = line.columns.split_first().filter(|(f, _)| whole(f));
        let Some((first, others)) = columns else {
            return self.entry(&line.flow);
        };
        let Some(mut entry) = self.entry(first) else {
            return self.entry(&line.flow);
        };
        for column in others {
            if !entry.add_initials(column) {
                entry.add_line(column, self.lexicon);
            }
        }
        Some(entry)
    }

    /// `Paul (Treasurer)` in an item among those who came: somebody called by a first name only, and the office.
    fn first_named(&self, line: &Line<'s>) -> Option<Entry<'s>> {
        let text = line.text();
        let open = text
            .find(" (")
            .filter(|_| line.marker.is_some() && text.ends_with(')'))?;
        let told = |g: &Group| g.attendance.is_some();
        let came = self.list.groups.get(self.current).is_some_and(told);
        let given = came && !text[..open].contains(' ') && is_given_name(&text[..open]);
        let entry = given.then(|| Entry::of_one_name(&line.flow, open, self.lexicon))??;
        let held = entry.pieces.first().is_some_and(|p| p.class == Class::Job);
        held.then_some(entry)
    }

    /// The entry with what the box before it says.
    fn ticked(&self, line: &Line<'s>, mut entry: Entry<'s>) -> Entry<'s> {
        let boxed = line.boxed.as_ref().filter(|_| self.boxed);
        if let Some((sign, how)) = boxed.and_then(|b| Some((b, marks::of_box(b.as_str())?))) {
            entry.add(sign, Class::Attendance(how));
        }
        entry
    }

    pub(super) fn entry(&self, flow: &Flow<'s>) -> Option<Entry<'s>> {
        let called = initials_before(flow);
        if let Some(named) = called
            .as_ref()
            .filter(|f| !self.turned && f.len() < flow.len())
        {
            return Entry::read(named, self.lexicon).or_else(|| self.spelt(flow, named));
        }
        let flow = called.as_ref().unwrap_or(flow);
        if self.turned {
            Entry::read_turned(flow, self.lexicon)
        } else {
            Entry::read(flow, self.lexicon)
        }
    }

    /// `SD - Sungsoo Do, Weather Office`: the letters before two or three words tell that these are a name.
    fn spelt(&self, flow: &Flow<'s>, named: &Flow<'s>) -> Option<Entry<'s>> {
        let text = named.as_str();
        let name = text.split([',', '(', '[']).next()?.trim_end();
        let letters: String = name.split(' ').filter_map(|w| w.chars().next()).collect();
        (is_plain(name) && flow.as_str().starts_with(&letters))
            .then(|| Entry::of_one_name(named, name.len(), self.lexicon))?
    }

    pub(super) fn see(&self, line: &Line<'s>) -> Seen<'s> {
        if self.rolled
            && let Some(seen) = rolled::seen(&line.flow, self.lexicon)
        {
            return seen;
        }
        let text = line.text();
        if is_key(text) {
            return Seen::Stop;
        }
        let label = labels::label(text).map_or(text, |(label, _)| &text[label]);
        let label = label.trim_end_matches([':', ' ']);
        let category = is_category(label, self.lexicon);
        // `A. Novak, Responsable de programme` is no heading.
        let heads = label.len() < 40 && !category && !label.contains(", ");
        // `Author: A` is told of the document.
        let wrote = label.len() < text.len() && self.lexicon.list(List::RolePreparedBy).is(label);
        let turn = is_turn(text, self.lexicon);
        if heads && is_negative(label, self.lexicon) || wrote || turn {
            return Seen::Stop;
        }
        if self.unsigned
            && let Some(entry) = unsigned::entry(&line.flow, self.lexicon)
        {
            return Seen::Entry(entry);
        }
        if let Some(seen) = self.labelled(line) {
            return seen;
        }
        if let Some(seen) = self.said(&line.flow) {
            return seen;
        }
        if let Some(people) = self.several(&line.flow) {
            return Seen::Several(people);
        }
        let whole = class(text, self.lexicon);
        let entry = self.entry_of(line).map(|e| self.ticked(line, e));
        let person = entry.filter(|e| {
            !is_loud_title(text, self.lexicon)
                && e.name.score > 0
                && !is_other(whole, e, self.lexicon)
                && !is_reference(text)
        });
        if person.as_ref().is_some_and(|e| is_spoken(e)) {
            return Seen::Stop;
        }
        // `Messrs Councillors:` stands over people, and so does `PIERRE LEVEE` where everybody has a title.
        let loud = self.titled && is_loud(text);
        let over = |e: &Entry| {
            text.ends_with(':') && e.pieces.is_empty() || loud && e.name.honorific.is_none()
        };
        if let Some(entry) = person.filter(|e| !over(e)) {
            return Seen::Entry(entry);
        }
        if let Some(entry) = self.first_named(line) {
            return Seen::Entry(entry);
        }
        // `Who stands for the board?` is over others than those who came.
        let asked = text.ends_with('?') && text.split(' ').count() > 3;
        if is_prose(text) || is_over(line, self.lexicon) || asked {
            return Seen::Stop;
        }
        Seen::Other
    }

    /// `Apologies were received from A and B.`
    fn said(&self, flow: &Flow<'s>) -> Option<Seen<'s>> {
        if let Some((group, people)) = told::in_sentence(flow, 0..flow.len(), self.lexicon) {
            return Some(Seen::Run(group, people));
        }
        let segments = run::segments(flow, self.lexicon);
        let [segment] = segments.as_slice() else {
            return None;
        };
        let people = run::people(flow, segment.body.clone(), self.lexicon);
        let group = Group {
            label: flow.cell(segment.label.clone()),
            attendance: Some((segment.how, flow.cell(segment.label.clone()))),
            ..Group::default()
        };
        let sure = people.iter().any(|e| e.name.score > 1);
        (sure && !segment.inner).then_some(Seen::Run(group, people))
    }

    /// Several people in one line: each bare or with what stands in brackets, or a person between any two semicolons.
    fn several(&self, flow: &Flow<'s>) -> Option<Vec<Entry<'s>>> {
        let text = flow.as_str();
        let and = || text.split(' ').any(|w| self.lexicon.list(List::And).is(w));
        if self.turned || !text.contains([',', ';']) && !and() {
            return None;
        }
        if let Some(people) = joint::people(flow, self.lexicon) {
            return Some(people);
        }
        let parts = || parts(text, 0..text.len(), self.lexicon);
        if let Some(people) = signed::people(flow, &parts(), self.lexicon) {
            return Some(people);
        }
        let people = run::people(flow, 0..flow.len(), self.lexicon);
        // `BP welcomed the new members: Ann Model and Cy Test`
        let first = people.first()?;
        let lead = text.find(first.flow.as_str()).map_or("", |i| &text[..i]);
        if lead
            .split(' ')
            .filter(|w| w.starts_with(char::is_lowercase))
            .count()
            > 2
        {
            return None;
        }
        let sure = people.iter().filter(|e| e.name.score > 1).count();
        let bare = people.iter().all(|e| e.pieces.iter().all(|p| p.enclosed));
        let parts = text.split(';').filter(|p| !p.trim().is_empty()).count();
        let parted = parts > 1 && parts == people.len();
        let said = self
            .list
            .groups
            .get(self.current)
            .is_some_and(|g| g.attendance.is_some());
        let certain =
            |e: &Entry| e.name.score > 1 || !e.flow.as_str()[e.name.whole.clone()].contains(' ');
        // Fewer than half may have names that nothing tells, where every part is one.
        let many =
            people.len() > 5 && sure * 2 > people.len() && text.split(',').count() == people.len();
        let enough = many || people.len() >= 2 && sure >= 2 && sure + usize::from(people.len() > 2) >= people.len()
                || said
                    && bare
                    && people.len() >= 2
                    && sure >= 1
                    && (people.iter().all(certain) || sure * 3 >= people.len())
                // `A. Test (Lake Trust), B. Model (Mill Trust)`
                || people.len() >= 2 && sure >= 1 && bare && people.iter().all(|e| !e.pieces.is_empty());
        if people.len() == 2
            && enough
            && people[0].pieces.is_empty()
            && !parted
            && run::joined(text, &people[0], self.lexicon)
        {
            return Some(shared(people));
        }
        let one = people.len() == 2
            && !parted
            && (self.is_body_behind(text, &people) || is_turned_behind(text, &people));
        // `Cllr A. Test (Reed), Mrs B. Model (Mill), PC 1234`: titles tell two, whatever stands behind them.
        let honoured = people.len() > 1 && people.iter().all(|e| e.name.honorific.is_some());
        ((bare || parted) && enough && !one || honoured).then_some(people)
    }

    /// `Ann Model, Bell Foundry`: two words behind a known given name and a comma, the first of which is none.
    fn is_body_behind(&self, text: &str, people: &[Entry<'s>]) -> bool {
        let [first, second] = people else {
            return false;
        };
        let name = |e: &Entry<'s>| e.flow.as_str()[e.name.whole.clone()].to_string();
        let given = |name: &str| name.split(' ').next().is_some_and(is_given_name);
        let (own, behind) = (name(first), name(second));
        // Initials stand for a given name.
        let words = behind.split(' ').all(|w| w.len() > 2 && !w.contains('.'));
        let plain = |e: &Entry| e.pieces.is_empty() && e.name.honorific.is_none();
        let two = text == format!("{own}, {behind}");
        two && plain(second) && given(&own) && behind.contains(' ') && words && !given(&behind)
    }

    /// Several people in the lines of one paragraph.
    pub(super) fn paragraph(&self, lines: &[Line<'s>]) -> Option<Vec<Entry<'s>>> {
        self.several(&one_paragraph(lines)?)
    }

    /// `In attendance: A, B,` over `C`: a paragraph that begins with a way of attending.
    pub(super) fn attended(&self, lines: &[Line<'s>]) -> Option<(Group, Vec<Entry<'s>>)> {
        let (label, body) = labels::label(lines.first()?.text())?;
        let wraps = |l: &Line| {
            let text = l.text();
            text.ends_with([',', ';']) || text.len() >= WRAPPED || ends_in_small_word(text)
        };
        let (_, above) = lines.split_last()?;
        let flow = one_paragraph(lines).filter(|_| above.iter().all(wraps))?;
        let group = labels::attending(&flow, label, self.lexicon)?;
        let people = run::people(&flow, body..flow.len(), self.lexicon);
        (!people.is_empty()).then_some((group, people))
    }

    /// `Present: A, B`, `Chair: C`, `Kenya: D`.
    fn labelled(&self, line: &Line<'s>) -> Option<Seen<'s>> {
        let (label, body) =
            labels::label(line.text()).or_else(|| labels::honoured(line.text(), self.lexicon))?;
        let printed = &line.text()[label.clone()];
        let sent = self.bodied && line.marker.is_some();
        let whole = body..line.text().len();
        let people = match sent {
            true => bodied::people(&line.flow, whole, self.lexicon),
            false => run::people(&line.flow, whole, self.lexicon),
        };
        // `Members: A, B (from 7.01 pm) and C` is noise by its figures only.
        let noise = || {
            let class = class(line.text(), self.lexicon);
            matches!(class, Class::Phone | Class::Email | Class::Noise)
        };
        if people.is_empty() || people.len() < 3 && !sent && noise() {
            return None;
        }
        if let Some(group) = labels::attending(&line.flow, label.clone(), self.lexicon) {
            return Some(Seen::Run(group, people));
        }
        let roles = [
            List::RoleChair,
            List::RoleRapporteur,
            List::RoleFacilitator,
            List::RoleModerator,
        ];
        let category = self.lexicon.list(List::HeadingCategory).is(printed);
        let beside = self
            .lexicon
            .list(List::AsideStart)
            .starts(printed)
            .is_some();
        let role = roles.iter().any(|r| self.lexicon.list(*r).is(printed))
            || class(printed, self.lexicon) == Class::Job && !category && !beside;
        if role {
            let office = line.flow.slice(label);
            let group = Group {
                label: office.whole(),
                ..Group::default()
            };
            return Some(Seen::Held(group, in_office(people, &office)));
        }
        let sure = people
            .iter()
            .any(|e| e.name.score > 1 || e.name.honorific.is_some());
        // `ABC: Another Body's Club`: what a short form stands for.
        let words = || {
            people
                .iter()
                .all(|e| !e.flow.as_str()[e.name.whole.clone()].contains(' '))
        };
        let alike = || {
            let (_, group) = self.list.entries.last()?;
            let group = self.list.groups.get(*group)?;
            let sign = class(&group.label.value, self.lexicon) == Class::Acronym;
            (sign && !group.organisation.is_empty()).then_some(())
        };
        let sign = class(printed, self.lexicon) == Class::Acronym && alike().is_none();
        // Among those who came a short form stands before whoever it sent.
        let attends = |g: &Group| g.attendance.is_some();
        let comes = || {
            let plain = |e: &Entry| is_plain(&e.flow.as_str()[e.name.whole.clone()]);
            let stands_for = shortens(printed, line.text()[body..].trim());
            !stands_for && people.iter().all(|e| e.pieces.is_empty() && plain(e))
        };
        let came = || self.list.groups.get(self.heading).is_some_and(attends);
        if !sure && !sent && (words() || sign && !(came() && comes())) {
            return None;
        }
        // `Ann Model: Bo Probe, Cy Test` below a list with Ann Model, or among those away: they gave her their votes.
        if self.has_listed(printed) || self.votes_for_others(printed) {
            return Some(Seen::Stop);
        }
        let mut group = group_of(&line.flow.slice(label), self.lexicon);
        let head =
            is_heading(printed, self.lexicon) || is_delegate(printed, self.lexicon) || category;
        if sent && !head && group.country.is_none() && group.organisation.is_empty() {
            group.organisation = group.label.clone();
        }
        let known = beside
            || group.country.is_some()
            || !group.organisation.is_empty()
            || is_heading(printed, self.lexicon)
            || is_delegate(printed, self.lexicon)
            || self.lexicon.list(List::HeadingCategory).is(printed);
        known.then_some(Seen::Run(group, people))
    }

    /// Whether a label among those who did not come is a person's name: nobody is of a body that is called so.
    fn votes_for_others(&self, name: &str) -> bool {
        let away = self
            .list
            .groups
            .get(self.heading)
            .is_some_and(Group::is_away);
        let given = || name.split(' ').next().is_some_and(is_given_name);
        let sure =
            || name_at(name, self.lexicon).is_some_and(|n| n.score > 1 && n.end == name.len());
        away && is_plain(name) && given() && sure() && class(name, self.lexicon) == Class::Unknown
    }

    /// Whether a name of two words and more is that of somebody read above.
    fn has_listed(&self, name: &str) -> bool {
        let own = |e: &Entry| e.flow.as_str().get(e.name.whole.clone()) == Some(name);
        name.contains(' ') && self.list.entries.iter().any(|(e, _)| own(e))
    }
}

/// `Ann MODEL, LTA Office`: words behind a comma would be a name the other way round, first the capitals.
fn is_turned_behind(text: &str, people: &[Entry]) -> bool {
    let [first, second] = people else {
        return false;
    };
    let order = |e: &Entry| {
        let (first, last) = (e.name.first.as_ref()?, e.name.last.as_ref()?);
        Some(first.start < last.start)
    };
    let given = |e: &Entry| {
        let name = &e.flow.as_str()[e.name.whole.clone()];
        name.split(' ').any(is_given_name)
    };
    let comma = text.starts_with(&format!("{}, ", first.flow.as_str()));
    comma && order(first) == Some(true) && order(second) == Some(false) && !given(second)
}

/// Two or three words in small letters but their first.
fn is_plain(name: &str) -> bool {
    let word = |w: &str| {
        w.starts_with(char::is_uppercase)
            && w.contains(char::is_lowercase)
            && w.chars()
                .all(|c| c.is_alphabetic() || "'\u{2019}-.".contains(c))
    };
    (2..=3).contains(&name.split(' ').count()) && name.split(' ').all(word)
}

/// `AM \u{2013} Ann Model, Some Trust` without the initials, which are those of the words behind them.
fn behind_initials<'s>(flow: &Flow<'s>) -> Option<Flow<'s>> {
    let text = flow.as_str();
    let (letters, rest) = [" \u{2013} ", " - ", " \u{2014} ", " = ", ": "]
        .iter()
        .find_map(|sign| text.split_once(sign))?;
    let short = (2..=4).contains(&letters.chars().count());
    let theirs = letters.chars().all(char::is_uppercase) && begin_words(letters, rest);
    let start = text.len() - rest.len();
    (short && theirs).then(|| flow.slice(start..text.len()).trim())
}

/// `[AM] Ann Model` with the initials behind the name.
fn initials_before<'s>(flow: &Flow<'s>) -> Option<Flow<'s>> {
    if let Some(name) = behind_initials(flow) {
        return Some(name);
    }
    let text = flow.as_str();
    let close = text.strip_prefix(['[', '('])?.find([']', ')'])? + 2;
    let letters = &text[1..close - 1];
    let first = letters.chars().next()?;
    let initials = (2..=4).contains(&letters.len()) && letters.chars().all(char::is_uppercase);
    let name = flow.slice(close..text.len()).trim();
    (initials && name.as_str().starts_with(first)).then(|| {
        let mut turned = name;
        turned.join(&flow.slice(0..close));
        turned
    })
}

/// `A and B, farmers`: what stands behind two people is said of both.
fn shared<'s>(mut people: Vec<Entry<'s>>) -> Vec<Entry<'s>> {
    if let [first, last] = people.as_mut_slice() {
        for piece in &last.pieces {
            first.add(&last.flow.slice(piece.range.clone()), piece.class);
        }
    }
    people
}

/// People behind the office that they hold: `Clerk: A`.
fn in_office<'s>(mut people: Vec<Entry<'s>>, office: &Flow<'s>) -> Vec<Entry<'s>> {
    for person in &mut people {
        if person.pieces.iter().all(|p| p.class != Class::Job) {
            person.add(office, Class::Job);
        }
    }
    people
}

/// So long a line of names wraps, in bytes.
const WRAPPED: usize = 60;

/// Two lines or more of one block as one text.
fn one_paragraph<'s>(lines: &[Line<'s>]) -> Option<Flow<'s>> {
    let (first, others) = lines
        .split_first()
        .filter(|(_, others)| !others.is_empty())?;
    if others.iter().any(|l| l.block != first.block) {
        return None;
    }
    let mut flow = first.flow.clone();
    others.iter().for_each(|l| flow.join(&l.flow));
    Some(flow)
}
