//! Which headings of the body are sessions.
//!
//! Evidence stands in a section: a time box, people with a role, somebody who speaks, a title or item of the agenda, a
//! date in the heading. Sessions stand side by side on one level: where one section of a level has evidence of its own,
//! each of its neighbours with evidence in or under it is a session, and nothing inside them is.

mod barred;
mod pick;
mod titles;

pub(super) use barred::is_annex;

use super::boxes;
use super::times::{self, TimeBox};
use crate::block::starts_like_time;
use crate::extract::Extraction;
use crate::lexicon::{List, Phrases};
use crate::outline::{Section, UnitKind};
use crate::value::date::{DateOrder, dates};
use crate::value::misread::unmisread;
use std::ops::Range;
use titles::Titles;

/// The heading of a session.
pub(super) struct Head {
    /// Its section.
    pub section: usize,
    /// Its time box.
    pub time: Option<TimeBox>,
    /// The agenda row whose title it bears.
    pub agenda: Option<usize>,
    /// The evidence that made it one.
    pub rule: &'static str,
    /// The unit behind its last.
    pub end: usize,
}

/// What speaks for a section, the strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Evidence {
    Label,
    Agenda,
    Event,
    Voice,
    Role,
    Time,
}

impl Evidence {
    fn rule(self) -> &'static str {
        match self {
            Evidence::Time => "time-box",
            Evidence::Role => "speaker-label",
            Evidence::Voice => "interventions",
            Evidence::Event => "event-heading",
            Evidence::Agenda => "agenda-title",
            Evidence::Label => "session-label",
        }
    }
}

/// The sections with what speaks for each.
struct Finder<'r, 'a> {
    x: &'r Extraction<'a>,
    /// Evidence in the section's own units.
    own: Vec<Option<Evidence>>,
    /// Evidence in the section or under it.
    all: Vec<Option<Evidence>>,
    agenda: Vec<Option<usize>>,
    titles: Titles,
    /// The units that are lines of the programme, in order.
    listed: Vec<usize>,
    /// The units of which participants were read, in order.
    people: Vec<usize>,
    children: Vec<Vec<usize>>,
    /// For a label set as a heading, `Chair: A. Lind`, the section that it stands at the head of.
    over: Vec<Option<usize>>,
}

/// The sessions of the body, in order.
pub(super) fn find(x: &Extraction, times: &[TimeBox]) -> Vec<Head> {
    let count = x.outline.sections.len();
    let claimed = |table| {
        let units = 0..x.outline.units.len();
        units.filter(|&i| x.claimed_by(i) == Some(table)).collect()
    };
    let mut finder = Finder {
        x,
        own: vec![None; count],
        all: vec![None; count],
        agenda: vec![None; count],
        titles: Titles::of(x),
        listed: claimed("agenda"),
        people: claimed("participants"),
        children: vec![Vec::new(); count],
        over: boxes::over(x),
    };
    finder.weigh(times);
    let mut picked = Vec::new();
    finder.pick(0, &mut picked);
    picked.sort_unstable();
    let units = |section: usize| {
        let all = finder.extent(section);
        x.outline.sections[section].unit.unwrap_or(all.start)..all.end
    };
    let head = |&section: &usize| Head {
        section,
        time: first_in(times, &units(section))
            .or_else(|| times::below(x, x.outline.sections[section].unit?)),
        agenda: finder.agenda[section],
        rule: finder.all[section].map_or("", Evidence::rule),
        end: finder.extent(section).end,
    };
    picked.iter().map(head).collect()
}

/// The first time box inside a range of units.
fn first_in(times: &[TimeBox], units: &Range<usize>) -> Option<TimeBox> {
    let at = times.partition_point(|t| t.unit < units.start);
    times.get(at).filter(|t| t.unit < units.end).cloned()
}

impl Finder<'_, '_> {
    /// The units of a section, with those below labels set as headings at its head.
    fn extent(&self, section: usize) -> Range<usize> {
        let sections = &self.x.outline.sections;
        let below = (section + 1..sections.len()).take_while(|&s| self.over[s] == Some(section));
        let end = below.map(|s| sections[s].all.end).max().unwrap_or(0);
        let all = &sections[section].all;
        all.start..all.end.max(end)
    }

    fn note(&mut self, section: usize, evidence: Evidence) {
        let section = self.over[section].unwrap_or(section);
        let section = self.asked_in(section).unwrap_or(section);
        let weak = evidence < Evidence::Time && self.is_only_dated(section);
        if section > 0 && !weak && !self.is_barred(section, evidence) {
            self.own[section] = self.own[section].max(Some(evidence));
        }
    }

    /// The part around a heading that counts a question, `Q2: Who pays?`: what is said there is said in that part.
    fn asked_in(&self, section: usize) -> Option<usize> {
        let s = &self.x.outline.sections[section];
        let (label, _) = s.heading.as_str().split_once([':', '.'])?;
        let number = label.strip_prefix('Q')?;
        let counted = (1..=2).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
        s.parent.filter(|&p| counted && p > 0)
    }

    fn weigh(&mut self, times: &[TimeBox]) {
        let x = self.x;
        let units = &x.outline.units;
        times
            .iter()
            .for_each(|t| self.note(units[t.unit].section, Evidence::Time));
        let roles = x.roles.iter();
        for role in roles.filter(|r| r.is_in_session() && r.role != "expert") {
            let section = units[role.unit].section;
            // An introduction that tells who opened the meeting is none.
            let title = x.outline.sections[section].title.as_str();
            let told = role.rule.starts_with("prose") || role.rule == "label-inline";
            if told && x.lexicon.list(List::SessionNone).is(title) {
                continue;
            }
            if let Some(head) = self.over[section].filter(|s| !self.is_titled(*s)) {
                self.note(head, Evidence::Role);
                continue;
            }
            // `Rapporteur: X` set as a heading titles nothing, nor has the title page a part of the meeting.
            let labels = x.outline.sections[section].unit == Some(role.unit);
            if !labels && !self.is_titled(section) && !self.tells_the_day(section) {
                self.note(section, Evidence::Role);
            }
        }
        for (i, _) in x.voices.iter().enumerate().filter(|(_, v)| v.is_some()) {
            self.note(units[i].section, Evidence::Voice);
        }
        for section in 1..x.outline.sections.len() {
            self.children[x.outline.sections[section].parent.unwrap_or(0)].push(section);
            self.weigh_heading(section);
        }
        self.weigh_events();
        self.weigh_unnumbered();
        self.bar_frames();
        for section in (0..x.outline.sections.len()).rev() {
            let under = self.children[section]
                .iter()
                .filter_map(|&c| self.all[c])
                .max();
            self.all[section] = self.own[section].max(under);
        }
    }

    /// Where parts have the word and number of sessions, an introduction that says who opened or chaired is none.
    fn bar_frames(&mut self) {
        let x = self.x;
        let labels = x.lexicon.list(List::SessionLabel);
        let labelled = |s: &Section| {
            s.label
                .as_ref()
                .is_some_and(|l| labels.is(&unmisread(l.as_str())))
        };
        let sections = &x.outline.sections;
        if sections.iter().filter(|s| labelled(s)).count() < 2 {
            return;
        }
        for (section, own) in sections.iter().zip(&mut self.own) {
            let none = x.lexicon.list(List::SessionNone).is(section.title.as_str());
            if none && *own == Some(Evidence::Role) {
                *own = None;
            }
        }
    }

    /// What the heading and the passages under it say.
    fn weigh_heading(&mut self, section: usize) {
        let x = self.x;
        let s = &x.outline.sections[section];
        let row = self.titles.best(s.title.as_str());
        let told = self.has_prose(section) || row.is_some() && self.has_table(section);
        if !told {
            return;
        }
        if let Some(row) = row.filter(|_| !self.is_titled(section)) {
            self.agenda[section] = Some(row);
            self.note(section, Evidence::Agenda);
        }
        let label = s.label.as_ref().map_or("", |l| l.as_str());
        let labels = x.lexicon.list(List::SessionLabel);
        // `Theme A: Paths` numbers a topic, which was a session only where something else says so.
        let topic = || {
            x.lexicon
                .list(List::SessionTopicLabel)
                .is(&unmisread(label))
        };
        if labels.is(&unmisread(label)) && !topic() || names_item(labels, s.title.as_str()) {
            self.note(section, Evidence::Label);
        }
    }

    /// Headings with a date over text, several side by side: each is an event.
    fn weigh_events(&mut self) {
        for parent in 0..self.children.len() {
            let dated: Vec<usize> = self.children[parent]
                .iter()
                .copied()
                .filter(|&c| self.is_event(c))
                .collect();
            if dated.len() >= 2 {
                dated
                    .into_iter()
                    .for_each(|c| self.note(c, Evidence::Event));
            }
        }
    }

    /// `Opening session`, `S\u{e9}ance de cl\u{f4}ture` beside sessions with numbers are sessions, too.
    fn weigh_unnumbered(&mut self) {
        let x = self.x;
        let numbered = |c: &usize| self.own[*c].is_some() && x.outline.sections[*c].label.is_some();
        let named = |c: &usize| is_named_session(x, x.outline.sections[*c].title.as_str());
        let beside = self
            .children
            .iter()
            .filter(|all| all.iter().filter(|c| numbered(c)).count() >= 2);
        let found: Vec<usize> = beside.flatten().copied().filter(named).collect();
        for section in found
            .into_iter()
            .filter(|&c| self.has_prose(c))
            .collect::<Vec<_>>()
        {
            self.note(section, Evidence::Label);
        }
    }

    fn is_event(&self, section: usize) -> bool {
        let s = &self.x.outline.sections[section];
        let text = s.heading.as_str();
        let prose: usize = self.own_text(section);
        prose >= 150 && !dates(text, self.x.lexicon.lang(), DateOrder::Dmy).is_empty()
    }

    /// Whether a heading says no more than on which day they met, or when and where from that day on.
    fn is_only_dated(&self, section: usize) -> bool {
        let text = self.x.outline.sections[section].heading.as_str();
        let found = dates(text, self.x.lexicon.lang(), DateOrder::Dmy);
        // The days of a longer meeting may be its parts.
        let own = self.x.data.reports.first();
        let own = own.filter(|r| r.event_start.value == r.event_end.value);
        let same = |start| own.is_some_and(|r| r.event_start.value == Some(start));
        let timed = |rest: &str| {
            rest.split([',', ';'])
                .skip(1)
                .any(|p| starts_like_time(p.trim()))
        };
        matches!(found.as_slice(), [(r, d)] if same(d.start)
            && (r.len() + 3 >= text.len() || r.start == 0 && timed(&text[r.end..])))
    }

    /// Whether a section bears the report's own title.
    fn is_titled(&self, section: usize) -> bool {
        let report = self.x.data.reports.first();
        let title = report.map_or("", |r| r.title.value.as_str());
        !title.is_empty() && self.x.outline.sections[section].heading.as_str() == title
    }

    /// Whether a section at the start says below its heading on which day the meeting was: `Minutes taken by: A` there
    /// belongs to the whole of it.
    fn tells_the_day(&self, section: usize) -> bool {
        let x = self.x;
        let report = x.data.reports.first();
        let day = report.and_then(|r| r.event_start.spans.cover());
        let s = &x.outline.sections[section];
        let own = s.own.clone().filter(|i| Some(*i) != s.unit);
        let inside = |i: usize| {
            let flow = x.outline.units.get(i).map(|u| &u.flow);
            let place = flow.and_then(|f| f.spans(0..f.len()).cover());
            day.is_some_and(|day| place.is_some_and(|p| p.overlaps(day)))
        };
        s.all.start <= 3 && own.into_iter().any(inside)
    }

    /// Bytes of running text right under a heading.
    fn own_text(&self, section: usize) -> usize {
        let own = self.x.outline.sections[section].own.clone();
        let units = own.filter_map(|i| self.x.outline.units.get(i).map(|u| (i, u)));
        let prose =
            units.filter(|(i, u)| u.kind == UnitKind::Paragraph && self.x.claimed_by(*i).is_none());
        prose.map(|(_, u)| u.text().len()).sum()
    }

    /// Whether anything but other tables' units stands under a heading.
    fn has_prose(&self, section: usize) -> bool {
        let all = self.extent(section);
        let mut units = all.filter_map(|i| self.x.outline.units.get(i).map(|u| (i, u)));
        units.any(|(i, u)| {
            matches!(u.kind, UnitKind::Paragraph | UnitKind::Item)
                && self.x.claimed_by(i).is_none()
                && !is_priced(u.text())
        })
    }

    /// Whether a table that is neither the programme nor a list of people stands right under a numbered heading: actions
    /// under the item of the agenda that settles them.
    fn has_table(&self, section: usize) -> bool {
        let x = self.x;
        let s = &x.outline.sections[section];
        let mut own = s.own.clone().filter(|i| Some(*i) != s.unit);
        s.number.is_some() && own.any(|i| matches!(x.claimed_by(i), None | Some("tables")))
    }
}

/// `Half a dozen rolls    5`: a line of a list of prices or counts.
fn is_priced(text: &str) -> bool {
    let mut words = text.rsplit([' ', '\t']);
    let amount = words.next().unwrap_or("");
    let count = words.count();
    (1..=4).contains(&count) && !amount.is_empty() && amount.bytes().all(|b| b.is_ascii_digit())
}

/// A few words, among them that for a session and that it opens or closes the meeting or is for all.
fn is_named_session(x: &Extraction, title: &str) -> bool {
    let labels = x.lexicon.list(List::SessionLabel);
    let kinds = [List::KindOpening, List::KindClosing, List::KindPlenary];
    title.split(' ').count() <= 4
        && (labels.starts(title).is_some() || labels.ends(title))
        && kinds.iter().any(|k| x.lexicon.list(*k).found_in(title))
}

/// `Safety of ferries (agenda item 3)`: the item of the agenda stands in brackets behind the title.
fn names_item(labels: &Phrases, title: &str) -> bool {
    // The mark of a note may stand behind it.
    let noted = title.strip_suffix(']').and_then(|t| t.rsplit_once('['));
    let noted = noted.filter(|(_, mark)| mark.bytes().all(|b| b.is_ascii_digit()));
    let title = noted.map_or(title, |(title, _)| title.trim_end());
    let inner = title.strip_suffix(')').and_then(|t| t.rsplit_once('('));
    inner.is_some_and(|(_, inner)| {
        let number = labels.starts(inner).map_or("", |len| inner[len..].trim());
        !number.is_empty() && number.len() <= 6 && number.starts_with(|c: char| c.is_ascii_digit())
    })
}
