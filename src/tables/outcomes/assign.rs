//! Labels that say only who is to do a thing: `The pump is to be mended. ACTION: Clerk`.

use super::Outcome;
use super::bare::sees_to_it;
use super::kind::Kind;
use super::label::Labelled;
use super::sentence::{Cue, read};
use super::subject::Subject;
use super::walk::Walk;
use crate::flow::Flow;
use crate::lexicon::List;
use crate::outline::{Unit, UnitKind};
use crate::schema::Text;
use crate::value::person::{Known, person};
use crate::value::sentence::sentences;
use memchr::memmem::{self, Finder};
use std::ops::Range;
use std::sync::LazyLock;

/// A margin of names begins so many columns from the left, and its head is no longer.
const MARGIN: usize = 48;
const MARGIN_HEAD: usize = 20;

/// What stands between a text and its margin.
static GAP: LazyLock<Finder> = LazyLock::new(|| Finder::new("    "));

impl<'a> Walk<'_, 'a> {
    /// Whether the words behind a label only name somebody; they are kept until what is to be done is known.
    pub(super) fn assigns(&mut self, at: usize, flow: &Flow<'a>, label: &Labelled) -> bool {
        let words = label.text.clone();
        let own = &flow.as_str()[words.clone()];
        let who = own.trim().trim_end_matches(['.', ';', ' ']);
        let start = words.start + own.len() - own.trim_start().len();
        let name = |w: &str| self.doers.name(w.trim());
        let parts = || who.split([',', '/', '&']);
        let named = !who.is_empty() && who.len() <= 60 && (name(who) || parts().all(name));
        if !named {
            return false;
        }
        let owner = flow.cell(start..start + who.len());
        if label.start > 0 {
            self.assigned = owner;
            return true;
        }
        // A line of its own belongs to the paragraph above.
        let above = at.checked_sub(1).map(|i| &self.x.outline.units[i]);
        let prose = above.filter(|u| matches!(u.kind, UnitKind::Paragraph | UnitKind::Item));
        if let Some(unit) = prose {
            self.assigned = owner;
            let place = |o: &Outcome| o.text.spans.cover().map_or(0, |c| c.start);
            let before = |o: &&Outcome| place(o) < unit.flow.source_start();
            let rows = self.rows.iter().take_while(before).count();
            self.assign(at - 1, unit, rows, unit.flow.len());
        }
        true
    }

    /// Whether a line is only the head of such a margin: `ACTION` at the end of a line of blanks.
    pub(super) fn heads_margin(&self, at: usize, unit: &Unit<'a>) -> bool {
        let source = &self.x.outline.source;
        let indent = |u: &Unit| source.indent_of(u.flow.source_start());
        let below = self.x.outline.units.get(at + 1);
        let short = unit.text().len() <= MARGIN_HEAD;
        short && self.tops_margin(at, unit)
            || short && indent(unit) >= MARGIN && below.is_some_and(|u| indent(u) < MARGIN / 2)
    }

    /// `ACTION` right below the numbered title of an item, over what was said of it: the head of a column, torn from it.
    fn tops_margin(&self, at: usize, unit: &Unit<'a>) -> bool {
        let units = &self.x.outline.units;
        let above = at.checked_sub(1).map(|i| &units[i]);
        let text = unit.text();
        let titled = above.is_some_and(|u| {
            let short = u.text().len() <= 80 && !u.text().ends_with('.');
            unit.gap == 0 && short && (u.number().is_some() || u.marker.is_some())
        });
        let told = units.get(at + 1).is_some_and(|u| {
            u.kind == UnitKind::Paragraph && u.gap == 0 && u.text().ends_with('.')
        });
        let label = self.x.lexicon.list(List::OutcomeLabelActionItem);
        titled && told && text.split(' ').nth(1).is_none() && label.is(text)
    }

    /// Reads tasks that have whoever is to do them in the margin, one or a line each: `Order the raffle tickets        JB`.
    pub(super) fn in_margin(&mut self, at: usize, unit: &Unit<'a>) -> bool {
        let flow = &unit.flow;
        let text = flow.as_str();
        let rows = self.rows.len();
        let mut from = 0;
        for (found, end) in self.margins(unit) {
            let own = &text[from..found];
            // Behind an earlier mark, or at the last sentence before this one.
            let last = sentences(own, self.x.lexicon).last();
            let start = last.map_or(from, |s| from + s.start);
            let before = flow.trimmed(start..found);
            // What somebody says, the first of all, has another for its margin.
            let said = before.start == 0 && self.is_reported(at);
            // Two names abreast sign the minutes.
            let signs = || {
                let own = &text[before.clone()];
                let name = person(own, self.x.lexicon.lang(), &Known::default());
                name.is_some_and(|n| n.name.end == own.len())
            };
            if said || text[before.clone()].split(' ').count() < 3 || signs() {
                continue;
            }
            // `It was agreed to ...` is what it is, whoever acts on it.
            let reading = read(self.x.lexicon, &text[before.clone()]);
            let told = reading.cue.filter(|_| reading.subject == Subject::Nobody);
            let kind = told.map_or(Kind::ActionItem, Cue::kind);
            let mut row = self.row(kind, "margin");
            row.text = flow.cell(before);
            row.owner = flow.cell(found..end);
            row.session_id = self.session(at);
            self.rows.push(row);
            from = end;
        }
        // What stands behind the last mark goes on with its task.
        let rest = flow.trimmed(from..text.len());
        let lower = text[rest.clone()].starts_with(char::is_lowercase);
        if let Some(row) = self.rows[rows..].last_mut().filter(|_| lower) {
            row.text.append(" ", &flow.cell(rest));
        }
        self.rows.len() > rows
    }

    /// Where names stand in a unit that its source sets apart at the end of a line.
    fn margins(&self, unit: &Unit<'a>) -> Vec<(usize, usize)> {
        let text = unit.flow.as_str();
        let source = &self.x.outline.source.text[unit.flow.source_start() as usize..];
        let mut found = Vec::new();
        let mut from = 0;
        for line in source.lines().take(12).map(str::trim_end) {
            let words = line.trim_start();
            if words.is_empty() || from >= text.len() {
                break;
            }
            // Few lines have a gap.
            let gap = GAP.find(words.as_bytes());
            let gap = gap.and_then(|_| memmem::rfind(words.as_bytes(), GAP.needle()));
            let wide = gap.map(|i| &words[i + GAP.needle().len()..]);
            let who = wide.filter(|w| w.len() <= 40 && self.doers.is_known(w));
            if let Some(who) = who {
                let Some(at) = text[from..].find(who).map(|i| from + i) else {
                    break;
                };
                found.push((at, at + who.len()));
                from = at + who.len();
            } else {
                from += words.len().min(text.len() - from);
                while !text.is_char_boundary(from) {
                    from -= 1;
                }
            }
        }
        found
    }

    /// Reads `Owner: A. Example` or `Due: 3 May` on a line of its own below the outcome that it belongs to.
    pub(super) fn says_who_or_when(&mut self, at: usize, unit: &Unit<'a>) -> bool {
        let text = unit.text();
        let Some(colon) = text.find(':').filter(|&c| c <= 30 && text.len() <= 90) else {
            return false;
        };
        let label = text[..colon].trim();
        let is = |list| self.x.lexicon.list(list).is(label);
        let (owner, due) = (is(List::OutcomeColumnOwner), is(List::OutcomeColumnDue));
        let above = at.checked_sub(1).map(|i| &self.x.outline.units[i]);
        let (Some(above), true) = (above, owner || due) else {
            return false;
        };
        let place = |t: &Text| t.spans.cover().map_or(0, |c| c.end);
        let start = above.flow.source_start();
        let Some(row) = self.rows.last_mut() else {
            return false;
        };
        let near = place(&row.text)
            .max(place(&row.owner))
            .max(place(&row.due_date))
            > start;
        let from = colon + 1 + text[colon + 1..].len() - text[colon + 1..].trim_start().len();
        let value = text[from..].trim_end_matches(['.', ' ']);
        if !near || value.is_empty() {
            return false;
        }
        let cell = unit.flow.cell(from..from + value.len());
        match owner {
            true if row.owner.is_empty() => row.owner = cell,
            false if row.due_date.is_empty() => row.due_date = cell,
            _ => return false,
        }
        true
    }

    /// `Clerk to action.`: says only who is to see to what stands before it, which then is the task.
    pub(super) fn only_assigns(
        &mut self,
        at: usize,
        unit: &Unit<'a>,
        above: Option<Range<usize>>,
        own: &Range<usize>,
    ) -> bool {
        let text = &unit.text()[own.clone()];
        let Some(who) = sees_to_it(self.x.lexicon, text) else {
            return false;
        };
        let owner = unit.flow.cell(own.start..own.start + who.len());
        let start = unit.flow.source_start();
        let here = |o: &Outcome| o.text.spans.cover().is_some_and(|c| c.start >= start);
        match self.rows.last_mut().filter(|row| here(row)) {
            Some(row) if row.owner.is_empty() => row.owner = owner,
            Some(_) => {}
            None => {
                let Some(above) = above.filter(|s| s.len() >= 12) else {
                    return true;
                };
                let mut row = self.row(Kind::ActionItem, "assigned");
                row.text = unit.flow.cell(above);
                row.owner = owner;
                row.session_id = self.session(at);
                self.rows.push(row);
            }
        }
        true
    }

    /// Gives what a paragraph told from row `rows` on to whoever was named, or makes its last sentence the task.
    pub(super) fn assign(&mut self, at: usize, unit: &Unit<'a>, rows: usize, end: usize) {
        if self.assigned.is_empty() {
            return;
        }
        let owner = std::mem::take(&mut self.assigned);
        if let Some(row) = self.rows[rows..].last_mut() {
            // What the margin says is plainer than the sentence.
            if row.owner.is_empty() || row.rule == "task" {
                row.owner = owner;
            }
            return;
        }
        let own = &unit.text()[..end];
        let last = match unit.kind {
            UnitKind::Item => Some(0..own.trim_end().len()),
            _ => sentences(own, self.x.lexicon).last(),
        };
        let Some(s) = last.filter(|s| s.len() >= 12) else {
            return;
        };
        let mut row = self.row(Kind::ActionItem, "assigned");
        row.text = unit.flow.cell(s);
        row.owner = owner;
        row.session_id = self.session(at);
        self.rows.push(row);
    }
}
