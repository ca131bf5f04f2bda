//! The sessions among the headings with evidence: those of one level, and nothing inside them.

use super::{Evidence, Finder, is_annex};
use crate::block::Style;
use crate::lexicon::List;

impl Finder<'_, '_> {
    /// Takes the sessions among the sections under `parent`.
    pub(super) fn pick(&self, parent: usize, picked: &mut Vec<usize>) {
        let children = &self.children[parent];
        let level = children
            .iter()
            .any(|&c| self.own[c].is_some() && !self.is_frame(c));
        for &child in children {
            if self.all[child].is_none() || self.over[child].is_some() {
                continue;
            }
            // The programme only holds a session whose heading nothing parts from it.
            let holds =
                || self.own[child].is_none() && is_annex(self.x, &self.x.outline.sections[child]);
            if level && !self.is_frame(child) && !holds() {
                picked.push(child);
            } else {
                self.pick(child, picked);
            }
        }
    }

    /// The title of the whole report, or a part of it that only holds sessions.
    fn is_frame(&self, section: usize) -> bool {
        let s = &self.x.outline.sections[section];
        let first = section == 1 || s.all.start <= 3;
        let inside = self.children[section]
            .iter()
            .filter(|&&c| self.all[c].is_some())
            .count();
        let whole = s.all.len() * 5 >= self.x.outline.units.len() * 4;
        let bare = self.own[section].is_none();
        let items = || {
            let mut below = self.children[section].iter();
            self.agenda[section].is_none() && below.any(|&c| self.agenda[c].is_some())
        };
        let holds = inside >= 2 && s.number.is_none() || self.holds_sessions(section) || items();
        (whole && first) || (bare && holds)
    }

    /// Whether two sessions or more with a label, a time or people of their own stand without its numbers in a section.
    fn holds_sessions(&self, section: usize) -> bool {
        let sections = &self.x.outline.sections;
        let own = |c: usize| {
            matches!(self.own[c], Some(Evidence::Role | Evidence::Time))
                || self.own[c].is_some() && sections[c].label.is_some()
        };
        let outside = |c: usize| {
            let plain = !matches!(sections[c].style, Some(Style::Numbered { .. }));
            let part = self
                .x
                .lexicon
                .list(List::SessionNone)
                .is(sections[c].title.as_str());
            plain && own(c) && !part
        };
        let found = self.children[section]
            .iter()
            .filter(|&&c| outside(c))
            .count();
        found >= 2
    }
}
