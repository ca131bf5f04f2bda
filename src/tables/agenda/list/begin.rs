//! What begins an item among lines: a time, a number, a duration, a bullet, or what the line calls itself.

use super::super::called::{self, Called};
use super::super::days;
use super::super::fill::{begin_title, fill_title, place};
use super::super::kind;
use super::super::line::{self, Line, lead};
use super::super::number::{follows, is_further, item_number, lone_number};
use super::super::run::{Mode, bare_number, tail_of};
use super::super::slot::Slot;
use super::super::tails;
use super::super::title::{bare_duration, lasts, parts};
use super::super::who::Who;
use super::{LASTING, LONGEST_HEAD, ListReader};
use crate::flow::Flow;
use crate::lexicon::List;
use crate::value::person::{Evidence, looks_like_job};
use crate::value::time::{TimeSpan, duration_at, time_at};
use std::ops::Range;

impl<'s> ListReader<'_, 's> {
    /// The item that a line begins.
    pub(super) fn begin(&mut self, line: &Line<'s>) -> Option<Slot<'s>> {
        match self.mode {
            Mode::Timed => {
                let timed = self.timed(line);
                self.fresh_day |= self.anew && timed.is_some();
                timed
                    .or_else(|| self.numbered_among_times(line))
                    .or_else(|| self.lasting_part(line))
            }
            Mode::Numbered => self.numbered(line).or_else(|| self.pause(line)),
            Mode::Lasting => self.lasting(line),
            Mode::Bulleted => self.bulleted(line),
            Mode::Called(how) => self.called(line, how),
        }
    }

    fn timed(&mut self, line: &Line<'s>) -> Option<Slot<'s>> {
        let text = line.text();
        let labelled = self
            .who
            .labelled(List::AgendaColumnTime, text)
            .filter(|_| self.headed);
        let from = labelled.unwrap_or(0);
        let line_lead = lead(&line.flow.slice(from..text.len()), self.who).map(|l| l.shifted(from));
        let line_lead = line_lead.filter(|lead| !self.is_number(line, lead));
        let lead = line_lead.or_else(|| tail_of(line, self.who))?;
        if lead.day.is_some() && lead.rest.is_empty() && self.ends_range(line) {
            return None;
        }
        if let Some(day) = lead.day {
            self.push_day(day);
        }
        let mut slot = self.slot(line, "agenda-lines");
        slot.time = Some((line.flow.cell(lead.printed.clone()), lead.span));
        let before = text[..lead.printed.start].trim_end();
        let numeral = |c: char| c.is_ascii_digit() || c == '.';
        if slot.number.is_empty() && before.contains('.') && before.chars().all(numeral) {
            slot.number = line.flow.cell(0..before.len());
        }
        let rest = match lead.label {
            // `Session 1 (9:00-10:30): Maps`
            // `Lunch 12:30-13:30 Dining Hall`
            Some(label)
                if self.is_place(&line.flow.slice(lead.rest.clone()), text, &lead.printed) =>
            {
                begin_title(&mut slot, &line.flow.slice(label), self.who);
                slot.location = line.flow.cell(lead.rest);
                return Some(slot);
            }
            Some(label) => {
                let mut whole = line.flow.slice(label);
                whole.join(&line.flow.slice(lead.rest));
                begin_title(&mut slot, &whole, self.who);
                return Some(slot);
            }
            None => line.flow.slice(lead.rest),
        };
        let columns = self.heads.columns(&rest, self.who);
        let columns = columns.into_iter().map(|c| rest.slice(c));
        let columns: Vec<Flow> = columns.chain(line.beside.clone()).collect();
        let at = self.heads.title(&columns, self.who);
        let Some(title) = columns.get(at) else {
            return Some(slot);
        };
        begin_title(&mut slot, title, self.who);
        self.heads.place(&mut slot, &columns, at, self.who);
        Some(slot)
    }

    /// Whether what a line begins with is the item's number and no time, its range of times at the end:
    /// `2.10 Maps   2.30-3 pm`.
    fn is_number(&self, line: &Line, lead: &line::Lead) -> bool {
        let printed = &line.text()[lead.printed.clone()];
        let plain =
            lead.span.end.is_none() && printed.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        plain && tails::apart(&line.flow, self.who).is_some_and(|t| t.span.end.is_some())
    }

    /// Whether the line above says that this one ends a range: `4 May 2021 9:00 to` over `5 May 2021 17:00`.
    fn ends_range(&self, line: &Line) -> bool {
        let before = self.who.source.get(..line.flow.source_start() as usize);
        let above = before.unwrap_or("").trim_end();
        let above = &above[above.rfind('\n').map_or(0, |i| i + 1)..];
        let word = above.rsplit(' ').next().unwrap_or("");
        let to = self.who.lexicon.list(List::RangeTo);
        let dated = above.contains(|c: char| c.is_ascii_digit());
        dated && (to.is(word) || matches!(word, "-" | "\u{2013}" | "\u{2014}"))
    }

    /// Whether what stands behind a time inside a line is where the item takes place: no bracket closes before it, and
    /// the line does not go on as a title does.
    fn is_place(&self, rest: &Flow, line: &str, time: &Range<usize>) -> bool {
        let enclosed = line[..time.start].ends_with(['(', '[']);
        let titled = line[time.end..].trim_start().starts_with(':');
        !enclosed
            && !titled
            && rest.as_str().split(' ').count() <= 5
            && !self.who.presents(rest.as_str())
    }

    /// A break with a duration among items with numbers.
    fn pause(&mut self, line: &Line<'s>) -> Option<Slot<'s>> {
        let mut set = self.slot(line, "agenda-numbers");
        if !line.bullet && self.last_number.is_some() && self.set_out(&mut set, &line.flow) {
            return Some(set);
        }
        let slot = self.lasting(line).filter(|_| line.first && !line.bullet)?;
        matches!(
            kind::kind(slot.title.as_str(), self.who.lexicon),
            "break" | "meal"
        )
        .then_some(slot)
    }

    /// Whether a line is an item of a list that counts anew below an item: `1.` and `2.`, set deeper.
    fn counts_within(&mut self, line: &Line<'s>) -> bool {
        let Some(number) = line.number.as_ref().filter(|_| !self.same_number) else {
            return false;
        };
        if self.inner.is_some_and(|level| line.level < level) {
            self.inner = None;
            self.nested = true;
            self.resumed = true;
        }
        let deeper = self.level.is_some_and(|level| line.level > level);
        if self.inner.is_none() && deeper && number.value == "1" {
            self.inner = Some(line.level);
        }
        self.inner.is_some()
    }

    fn numbered(&mut self, line: &Line<'s>) -> Option<Slot<'s>> {
        let text = line.text();
        if self.counts_within(line) {
            return None;
        }
        let (number, at) = match &line.number {
            Some(number) => (number.clone(), 0),
            None if self.bare_numbers && bare_number(text).is_some() => {
                let (_, at) = bare_number(text)?;
                (line.flow.cell(0..text[..at].trim_end().len()), at)
            }
            None if lone_number(text, self.who).is_some() => {
                let range = lone_number(text, self.who)?;
                (line.flow.cell(range), text.len())
            }
            None => {
                let (range, at) = item_number(text, self.who)?;
                (line.flow.cell(range), at)
            }
        };
        // `..., gear type, etc.` is no sentence for its stop.
        let last = text.strip_suffix('.').and_then(|t| t.rsplit(' ').next());
        let listed = |w| self.who.lexicon.list(List::AbbreviationLast).is(w);
        let stopped = self.stopped || last.is_some_and(listed);
        let sentence = text.ends_with('.') && text.len() > 60 && !stopped;
        self.nested |= number.value.contains('.');
        let apart = line.gap > 0 && self.close_set && !self.nested && !self.fresh_day;
        let again = self.same_number && self.last_number.as_deref() == Some(&number.value);
        let last = self.last_number.as_deref();
        // The items of a timetable are called for in any order.
        let called = self.who.lexicon.list(List::AgendaItem).starts(text);
        let called = called.is_some() && lone_number(text, self.who).is_some();
        let next = called
            || again
            || follows(last, &number.value)
            || self.resumed && is_further(last, &number.value)
            || self.fresh_day && follows(None, &number.value);
        // `b. Elections (10 min)` among items with numbers is a row by its duration, and counts on its own.
        if !next && line.first && letter(&number.value) && !sentence {
            let slot = self.lasting(line).filter(|s| s.duration.is_some());
            self.nested |= slot.is_some();
            return slot;
        }
        if !next || sentence || apart {
            return None;
        }
        self.resumed = false;
        self.fresh_day = false;
        self.spread |= line.gap > 0 && self.last_number.is_some();
        self.close_set |= line.gap == 0 && self.last_number.is_some() && !self.spread;
        self.last_number = Some(number.value.clone());
        if line.number.is_some() {
            self.level.get_or_insert(line.level);
        }
        let mut slot = self.slot(line, "agenda-numbers");
        slot.number = number;
        let rest = line.flow.slice(at..text.len());
        if self.set_out(&mut slot, &rest) {
            return Some(slot);
        }
        let parted = line::columns(&rest, self.who).into_iter();
        let parted: Vec<Flow> = parted.map(|c| rest.slice(c)).collect();
        // Whoever presents may be set apart from the title without a head.
        let beside = || parted.len() == 2 && self.who.presents(parted[1].as_str());
        let columns = match self.heads.is_told() || beside() {
            true => parted,
            false => vec![rest],
        };
        let dashed = |c: Flow<'s>| {
            let end = c.as_str().trim_end_matches([' ', '-', '\u{2013}']).len();
            c.slice(0..end)
        };
        let columns: Vec<Flow> = match columns.len() {
            1 => columns,
            _ => columns.into_iter().map(dashed).collect(),
        };
        let title = self.heads.title(&columns, self.who);
        // `4. Lunch 60'` where most items say how long they last.
        let lasts = bare_duration(columns[title].as_str(), self.who).filter(|_| self.lasting_items);
        match lasts {
            Some((at, minutes)) => {
                let whole = &columns[title];
                slot.duration = Some((whole.spans(at..whole.len()), minutes));
                fill_title(&mut slot, &whole.slice(0..at).trim(), self.who);
            }
            None => begin_title(&mut slot, &columns[title], self.who),
        }
        self.heads.place(&mut slot, &columns, title, self.who);
        Some(slot)
    }

    /// Whether one of the columns behind a title, which no heads name, is a clock: then each has its place in the item.
    /// `3   Maps   10:30   15'   A. Novak`
    fn set_out(&self, slot: &mut Slot<'s>, rest: &Flow<'s>) -> bool {
        if self.heads.is_told() || !rest.as_str().contains(|c: char| c.is_ascii_digit()) {
            return false;
        }
        let columns = line::columns(rest, self.who).into_iter();
        let columns: Vec<Flow> = columns.map(|c| rest.slice(c)).collect();
        let Some((title, others)) = columns.split_first() else {
            return false;
        };
        if !others.iter().any(|c| clock(c.as_str(), self.who).is_some()) {
            return false;
        }
        fill_title(slot, title, self.who);
        for column in others {
            let text = column.as_str();
            if let Some(span) = clock(text, self.who).filter(|_| slot.time.is_none()) {
                slot.time = Some((column.whole(), span));
            } else if let Some((_, minutes)) =
                duration_at(text, self.who.lang).filter(|(len, _)| *len == text.len())
            {
                let spans = column.spans(0..column.len());
                slot.duration.get_or_insert((spans, minutes));
            } else if looks_like_job(text, self.who.lang) >= Evidence::Likely {
                slot.presenters.push(column.clone());
            } else {
                place(slot, column, self.who);
            }
        }
        true
    }

    /// An item with a number and no time, where others have both. What a time alone began has its title still to come.
    fn numbered_among_times(&mut self, line: &Line<'s>) -> Option<Slot<'s>> {
        let untitled = self.open.as_ref().is_some_and(|o| o.slot.title.is_empty());
        if !self.mixed || !line.first || untitled {
            return None;
        }
        self.numbered(line)
    }

    /// A part of an item with a time that says how long it lasts, where most do.
    fn lasting_part(&mut self, line: &Line<'s>) -> Option<Slot<'s>> {
        let plain = line.first && !line.bullet && self.open.is_some();
        let part = self.lasting_parts && plain && lasts(line.text(), self.who);
        part.then(|| self.lasting(line)).flatten()
    }

    fn bulleted(&mut self, line: &Line<'s>) -> Option<Slot<'s>> {
        let outermost = *self.level.get_or_insert(line.level);
        if !line.bullet || line.level > outermost {
            return None;
        }
        let mut slot = self.slot(line, "agenda-bullets");
        begin_title(&mut slot, &line.flow, self.who);
        Some(slot)
    }

    fn lasting(&mut self, line: &Line<'s>) -> Option<Slot<'s>> {
        let text = line.text();
        let mut slot = self.slot(line, LASTING);
        let (number, at) = match (&line.number, bare_number(text)) {
            (None, Some((_, at))) => (line.flow.cell(0..text[..at].trim_end().len()), at),
            _ => (slot.number.clone(), 0),
        };
        if !line.bullet && self.set_out(&mut slot, &line.flow.slice(at..text.len())) {
            slot.number = number;
            return Some(slot);
        }
        if parts(text, self.who).duration.is_some() {
            fill_title(&mut slot, &line.flow, self.who);
            return Some(slot);
        }
        // Among items that last, no sign need stand before the minutes: `Coffee 20 minutes`.
        let Some((at, minutes)) = bare_duration(text, self.who) else {
            let listed = self.lasting_list.then(|| self.bulleted(line)).flatten();
            return listed;
        };
        slot.duration = Some((line.flow.spans(at..text.len()), minutes));
        fill_title(&mut slot, &line.flow.slice(0..at).trim(), self.who);
        Some(slot)
    }

    /// A line that calls itself an item, or any line where each is one.
    fn called(&self, line: &Line<'s>, how: Called) -> Option<Slot<'s>> {
        let text = line.text();
        let title = || {
            how == Called::Each
                && text.len() <= LONGEST_HEAD
                && !text.starts_with(char::is_lowercase)
                && !text.ends_with('.')
                && self.who.role(text).is_none()
                && !self.who.presents(text)
                && days::day_line(&line.flow, self.who).is_none()
        };
        let plain = !line.bullet && line.number.is_none();
        let long = || line.first && lasts(text, self.who);
        if !plain || !called::is_item(text, self.who) && !title() && !long() {
            return None;
        }
        let mut slot = self.slot(line, "agenda-called");
        begin_title(&mut slot, &line.flow, self.who);
        Some(slot)
    }

    pub(super) fn slot(&self, line: &Line<'s>, rule: &'static str) -> Slot<'s> {
        let number = line.number.clone().unwrap_or_default();
        Slot {
            number,
            day: self.day,
            rule,
            ..Slot::default()
        }
    }
}

/// The clock that a column is, or a range of two: `10:30`, `9h30 - 10h`.
fn clock(text: &str, who: &Who) -> Option<TimeSpan> {
    let (len, span) =
        time_at(text, who.lang).filter(|_| text.starts_with(|c: char| c.is_ascii_digit()))?;
    let signed = span.end.is_some() || text.contains([':', 'h', 'm']);
    (len == text.len() && signed).then_some(span)
}

/// The letter of a part: `b`.
fn letter(number: &str) -> bool {
    let letter = number.trim_end_matches(['.', ')']);
    letter.len() == 1 && letter.bytes().all(|b| b.is_ascii_alphabetic())
}
