//! What keeps a heading from being a session: annexes, lists, the programme itself, and results without people or a time.

use super::{Evidence, Finder};
use crate::block::{starts_like_time, starts_with_code};
use crate::extract::Extraction;
use crate::lexicon::List;
use crate::outline::{Outline, Section, UnitKind};
use crate::schema::Text;
use crate::tables::agenda::AgendaRow;
use crate::tables::is_symbol;
use crate::tables::participants::tells_who_came;
use crate::voice::named;
use std::ops::Range;

/// So many units stand between two lines of a programme at most.
const PROGRAMME: usize = 4;
/// A unit of a programme is shorter.
const SHORT: usize = 100;

impl Finder<'_, '_> {
    /// Annexes, lists and the programme are no sessions; backgrounds and results are none without people or a time.
    pub(super) fn is_barred(&self, section: usize, evidence: Evidence) -> bool {
        if self.is_in_programme(section) {
            return true;
        }
        let mut at = Some(section);
        while let Some(i) = at {
            let s = &self.x.outline.sections[i];
            let apart = || {
                self.is_behind_agenda(section, s)
                    || self.is_behind_people(section, s)
                    || evidence >= Evidence::Voice && self.is_kept_in(s)
            };
            if is_annex(self.x, s) && !(i != section && apart()) {
                return true;
            }
            // `Recommendations`, topic by topic, as the agenda named them.
            let listed = || only_list(self.x.outline, section) && !self.bears_items_number(section);
            let results = self.x.lexicon.list(List::SessionNone);
            if i != section
                && evidence == Evidence::Agenda
                && results.is(s.title.as_str())
                && listed()
            {
                return true;
            }
            at = s.parent;
        }
        let title = self.x.outline.sections[section].title.as_str();
        let results = self.x.lexicon.list(List::SessionNone);
        // `Recommendations of the working groups` has most words of `Reports of the working groups`, and is none.
        let row = self.row_of(section);
        let opens = |t: &str| results.starts(t).is_some();
        let other = evidence == Evidence::Agenda && row.is_some_and(|r| !opens(&r.title.value));
        let result = || results.is(title) || other && opens(title);
        let item = || self.bears_items_number(section) || self.bears_items_title(section);
        evidence < Evidence::Voice && result() && !item()
            || evidence != Evidence::Agenda && self.is_of_minutes(title)
            || evidence == Evidence::Time && section == 1 && self.is_titled(section)
            || tells_who_came(self.x.lexicon, title.split(" (").next().unwrap_or(title)) && !(self.bears_items_number(section) && self.bears_items_title(section))
                // `Opening and apologies`
                && (evidence != Evidence::Agenda || results.is(title) || !self.bears_items_title(section))
            || is_symbol(title)
            || evidence != Evidence::Agenda && self.is_person(title)
            || self.is_imprint(title)
            || evidence != Evidence::Agenda && self.heads_columns(section)
    }

    /// Whether a line that looks like a heading is the head of a table that blanks set out: three words far apart.
    fn heads_columns(&self, section: usize) -> bool {
        let title = &self.x.outline.sections[section].title;
        let text = &self.x.outline.source.text;
        let line = text[title.source_start() as usize..]
            .lines()
            .next()
            .unwrap_or("");
        line.trim_end()
            .split("   ")
            .filter(|w| !w.trim().is_empty())
            .count()
            >= 3
    }

    /// `Cllr. A. Example`: a line of a list of people that looks like a heading.
    fn is_person(&self, title: &str) -> bool {
        let who = named(title, 0, self.x.lexicon);
        who.is_some_and(|w| !w.honorific.is_empty() && w.end == title.len())
    }

    /// `Original: English`, `Distr.: General`: what the head of a paper tells of it.
    fn is_imprint(&self, title: &str) -> bool {
        let label = title.split_once(':').map(|(label, _)| label.trim_end());
        label.is_some_and(|l| self.x.lexicon.list(List::SessionImprint).is(l))
    }

    /// The row of the agenda whose title a section bears.
    fn row_of(&self, section: usize) -> Option<&AgendaRow> {
        self.agenda[section].and_then(|row| self.x.data.agenda.get(row))
    }

    /// Whether a section has title and number of one row of the agenda.
    fn bears_items_number(&self, section: usize) -> bool {
        let number = |n: &Text| n.value.trim_end_matches('.').to_string();
        let own = self.x.outline.sections[section].number.as_ref().map(number);
        let row = self.row_of(section);
        own.is_some_and(|own| row.is_some_and(|row| number(&row.item_number) == own))
    }

    /// Whether a section has the whole title of one row of the agenda: `Date of the next meeting`.
    fn bears_items_title(&self, section: usize) -> bool {
        let own = self.x.outline.sections[section].title.as_str();
        let row = self
            .row_of(section)
            .map_or("", |row| row.title.value.as_str());
        own.to_lowercase() == row.to_lowercase()
    }

    /// Whether a section stands below the heading of the agenda only because no other heading ends that: all its lines are
    /// read as rows above it.
    fn is_behind_agenda(&self, section: usize, agenda: &Section) -> bool {
        let x = self.x;
        let heads = x
            .lexicon
            .list(List::HeadingAgenda)
            .is(agenda.title.as_str());
        let Some(unit) = x.outline.sections[section].unit.filter(|_| heads) else {
            return false;
        };
        let rows = |units: Range<usize>| {
            let first = self.listed.partition_point(|&i| i < units.start);
            self.listed.get(first).is_some_and(|&i| i < units.end)
        };
        rows(agenda.all.start..unit) && !rows(unit..agenda.all.end)
    }

    /// Whether a numbered section stands below the heading over those who came only because no other heading ends that: all of
    /// them are named above it.
    fn is_behind_people(&self, section: usize, people: &Section) -> bool {
        let sections = &self.x.outline.sections;
        let numbered = sections[section].number.is_some() && people.number.is_none();
        let heads = self
            .x
            .lexicon
            .list(List::HeadingParticipants)
            .is(people.title.as_str());
        let Some(unit) = sections[section].unit.filter(|_| numbered && heads) else {
            return false;
        };
        let named = |units: Range<usize>| {
            let first = self.people.partition_point(|&i| i < units.start);
            self.people.get(first).is_some_and(|&i| i < units.end)
        };
        named(people.all.start..unit) && !named(unit..people.all.end)
    }

    /// Whether minutes stand below the heading of the agenda, item by item, and no line of it is a row.
    fn is_kept_in(&self, agenda: &Section) -> bool {
        let title = agenda.title.as_str();
        let heads = self.x.lexicon.list(List::HeadingAgenda).is(title);
        let first = self.listed.partition_point(|&i| i < agenda.all.start);
        let rows = self.listed.get(first).is_some_and(|&i| i < agenda.all.end);
        heads && !rows
    }

    /// `Minutes of the meeting held at the Some House`, `Minutes 12/2031`: heads the whole record.
    fn is_of_minutes(&self, title: &str) -> bool {
        let opens = self.x.lexicon.list(List::TypeMinutes).starts(title);
        let meets = self.x.lexicon.list(List::TypeMeeting);
        let number = |rest: &str| {
            let first = rest.split_whitespace().next().unwrap_or("");
            first.starts_with(|c: char| c.is_ascii_digit()) && first.contains('/')
        };
        opens.is_some_and(|len| meets.found_in(&title[len..]) || number(&title[len..]))
    }

    /// Whether a heading stands between lines of the programme, short lines between.
    fn is_in_programme(&self, section: usize) -> bool {
        let outline = self.x.outline;
        let Some(unit) = outline.sections[section].unit else {
            return false;
        };
        let listed = |i: usize| self.x.claimed_by(i) == Some("agenda");
        // The title of the last line, below its time.
        let timed = |i: usize| listed(i) && starts_like_time(outline.units[i].text());
        if listed(unit) && unit.checked_sub(1).is_some_and(timed) {
            return true;
        }
        let above = (unit.saturating_sub(PROGRAMME)..unit)
            .rev()
            .find(|i| listed(*i));
        let below = (unit + 1..outline.units.len())
            .take(PROGRAMME)
            .find(|i| listed(*i));
        let short = |i: usize| outline.units[i].text().len() < SHORT;
        let (Some(above), Some(below)) = (above, below) else {
            return false;
        };
        (above + 1..below).all(short)
    }
}

/// Whether nothing but items of a list stands in a section: bullets, numbers, `R2.`
fn only_list(outline: &Outline, section: usize) -> bool {
    let s = &outline.sections[section];
    let mut own = s.own.clone().filter(|i| Some(*i) != s.unit).peekable();
    let item = |i: usize| match outline.units[i].kind {
        UnitKind::Item => true,
        UnitKind::Paragraph => starts_with_code(outline.units[i].text()),
        _ => false,
    };
    own.peek().is_some() && own.all(item)
}

/// An annex, the programme or a list of people.
pub(in crate::tables::sessions) fn is_annex(x: &Extraction, section: &Section) -> bool {
    let lex = x.lexicon;
    let label = section.label.as_ref().map_or("", |l| l.as_str());
    let title = section.title.as_str();
    let first = section
        .heading
        .as_str()
        .split([' ', '.', ':'])
        .next()
        .unwrap_or("");
    let annex = lex.list(List::SessionAnnex);
    annex.is(label)
        || annex.is(first)
        || lex.list(List::HeadingParticipants).is(title)
        || lex.list(List::HeadingAgenda).is(title)
}
