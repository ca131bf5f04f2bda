//! Labels that say only who is to do a thing: `The pump is to be mended. ACTION: Clerk`.

use super::Outcome;
use super::kind::Kind;
use super::label::Labelled;
use super::walk::Walk;
use crate::flow::Flow;
use crate::outline::{Unit, UnitKind};
use crate::value::sentence::sentences;

impl<'a> Walk<'_, 'a> {
    /// Whether the words behind a label only name somebody; they are kept until what is to be done is known.
    pub(super) fn assigns(&mut self, at: usize, flow: &Flow<'a>, label: &Labelled) -> bool {
        let words = label.text.clone();
        let own = &flow.as_str()[words.clone()];
        let who = own.trim().trim_end_matches(['.', ' ']);
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

    /// Gives what a paragraph told from row `rows` on to whoever was named, or makes its last sentence the task.
    pub(super) fn assign(&mut self, at: usize, unit: &Unit<'a>, rows: usize, end: usize) {
        if self.assigned.is_empty() {
            return;
        }
        let owner = std::mem::take(&mut self.assigned);
        if let Some(row) = self.rows[rows..].last_mut() {
            if row.owner.is_empty() {
                row.owner = owner;
            }
            return;
        }
        let last = sentences(&unit.text()[..end], self.x.lexicon).last();
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
