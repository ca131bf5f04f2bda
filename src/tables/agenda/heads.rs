//! What the columns of lines hold: by the heads printed over them, or by what most of the lines have there.

use super::columns::{Role, named};
use super::item::place;
use super::line::{self, Line, lead};
use super::slot::Slot;
use super::who::Who;
use crate::flow::Flow;

/// The columns of a programme that is set in lines.
#[derive(Clone, Debug, Default)]
pub(super) struct Heads {
    /// Those behind the time, as their heads name them.
    beside: Vec<Role>,
    /// The same where each cell stands on a line of its own.
    below: Vec<Role>,
    /// Whether those behind the title mostly name people.
    people: bool,
}

/// Heads stand in so many lines at the start.
const OPENING: usize = 12;

impl Heads {
    /// Reads the heads over a run of lines, and looks at their columns.
    pub fn of(lines: &[Line], who: &Who) -> Heads {
        let timed = |l: &&Line| lead(&l.flow, who).is_some();
        let opening = lines.iter().take(OPENING).take_while(|l| !timed(l));
        let opening: Vec<&Line> = opening.collect();
        let (mut all, mut people) = (0, 0);
        for line in lines {
            let Some(lead) = lead(&line.flow, who) else {
                continue;
            };
            let rest = line.flow.slice(lead.rest);
            if let [_, other] = line::columns(&rest, who).as_slice() {
                all += 1;
                people += usize::from(who.presents(&rest.as_str()[other.clone()]));
            }
        }
        Heads {
            beside: beside(&opening, who),
            below: below(&opening, who),
            people: people >= 2 && people * 3 >= all,
        }
    }

    /// Puts the columns behind a title where they belong.
    pub fn place<'s>(&self, slot: &mut Slot<'s>, others: &[Flow<'s>], who: &Who) {
        let headed = self.beside.len() == others.len() + 1;
        for (i, flow) in others.iter().enumerate() {
            let role = match headed {
                true => self.beside[i + 1],
                false if self.people && others.len() == 1 => Role::Presenters,
                false => Role::Unknown,
            };
            match role {
                Role::Presenters if !who.names_room(flow.as_str()) => {
                    slot.presenters.push(flow.clone());
                }
                Role::Location => slot.location = flow.whole(),
                _ => place(slot, flow, who),
            }
        }
    }

    /// Whether the line right below a title is the presenters' cell.
    pub fn presents_below(&self) -> bool {
        self.below.first() == Some(&Role::Title) && self.below.get(1) == Some(&Role::Presenters)
    }
}

/// The heads on one line, the time's left out.
fn beside(opening: &[&Line], who: &Who) -> Vec<Role> {
    let heads = |l: &&Line| {
        let columns = line::columns(&l.flow, who);
        let roles: Option<Vec<Role>> = columns
            .iter()
            .map(|c| named(&l.flow.as_str()[c.clone()], who))
            .collect();
        roles.filter(|r| r.len() > 2 && r[0] == Role::Time)
    };
    let found = opening.iter().rev().find_map(heads);
    found.map_or_else(Vec::new, |roles| roles[1..].to_vec())
}

/// The heads on lines of their own, the time's left out.
fn below(opening: &[&Line], who: &Who) -> Vec<Role> {
    let heads = opening
        .iter()
        .rev()
        .map_while(|l| named(l.text(), who).filter(|_| l.text().len() <= 40));
    let mut roles: Vec<Role> = heads.collect();
    roles.reverse();
    match roles.split_first() {
        Some((Role::Time, others)) if others.len() > 1 => others.to_vec(),
        _ => Vec::new(),
    }
}
