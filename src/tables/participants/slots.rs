//! The pieces behind the names of a list, read like the columns of a table.

use super::entry::{Entry, is_organisation};
use super::group::Group;
use super::piece::Class;
use std::collections::BTreeMap;

/// What stands at each place behind the names of a list: by the number of pieces and the piece's index.
#[derive(Debug, Default)]
pub(super) struct Slots(BTreeMap<(usize, usize), BTreeMap<u8, usize>>);

/// The classes by which a slot can be filled, in the order in which ties are settled.
const FILLINGS: [Class; 5] = [
    Class::Organisation,
    Class::Job,
    Class::City,
    Class::Unit,
    Class::Country,
];

impl Slots {
    /// Counts what the pieces of a list say by themselves.
    pub fn new(entries: &[Entry]) -> Slots {
        let mut slots = Slots::default();
        for entry in entries {
            let shape = shape(entry);
            for (i, piece) in entry.pieces.iter().enumerate() {
                let class = if piece.class == Class::Acronym {
                    Class::Organisation
                } else {
                    piece.class
                };
                if let Some(which) = FILLINGS.iter().position(|f| *f == class) {
                    *slots
                        .0
                        .entry((shape, i))
                        .or_default()
                        .entry(which as u8)
                        .or_default() += 1;
                }
            }
        }
        slots
    }

    /// Whether organisations stand here and no cities but by their names.
    fn is_body(&self, shape: usize, index: usize) -> bool {
        let count = |class| {
            let which = FILLINGS.iter().position(|f| *f == class)? as u8;
            self.0.get(&(shape, index))?.get(&which).copied()
        };
        let cities = count(Class::City).unwrap_or(0);
        count(Class::Organisation).is_some_and(|n| n >= 3 && n >= cities * 3)
    }

    fn usual(&self, shape: usize, index: usize) -> Option<Class> {
        let counts = self.0.get(&(shape, index))?;
        let best = counts
            .iter()
            .max_by_key(|(which, count)| (**count, u8::MAX - **which))?;
        FILLINGS.get(*best.0 as usize).copied()
    }

    /// The classes of an entry's pieces, none of them unknown where the list or the entry can tell.
    pub fn resolve(&self, entry: &Entry, group: &Group) -> Vec<Class> {
        let mut classes: Vec<Class> = entry.pieces.iter().map(|p| p.class).collect();
        let shape = shape(entry);
        for (i, class) in classes.iter_mut().enumerate() {
            match *class {
                Class::Unknown => *class = self.usual(shape, i).unwrap_or(Class::Unknown),
                Class::City if self.is_body(shape, i) => *class = Class::Organisation,
                _ => {}
            }
        }
        let has = |c: fn(Class) -> bool| classes.iter().any(|k| c(*k));
        let mut organisation = has(is_organisation) || !group.organisation.is_empty();
        let mut job = has(|c| c == Class::Job);
        let open: Vec<usize> = (0..classes.len())
            .filter(|&i| classes[i] == Class::Unknown)
            .collect();
        for (n, &i) in open.iter().enumerate() {
            let last = n + 1 == open.len();
            let outer = !entry.pieces[i].enclosed;
            classes[i] = match (organisation, job) {
                (false, false) if open.len() > 1 && !last && outer => Class::Job,
                (false, _) => Class::Organisation,
                (true, false) => Class::Job,
                (true, true) => Class::Unit,
            };
            organisation |= classes[i] == Class::Organisation;
            job |= classes[i] == Class::Job;
        }
        if !organisation && !has_unit_only(&classes) {
            return classes;
        }
        if !organisation && let Some(unit) = classes.iter().position(|c| *c == Class::Unit) {
            classes[unit] = Class::Organisation;
        }
        classes
    }
}

fn has_unit_only(classes: &[Class]) -> bool {
    classes.contains(&Class::Unit)
}

fn shape(entry: &Entry) -> usize {
    let brackets = entry.pieces.first().is_some_and(|p| p.enclosed);
    entry.pieces.len() * 2 + usize::from(brackets)
}
