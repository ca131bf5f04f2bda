//! A whole report: the choice of layouts, and what is printed of them with its gold.

use super::agenda::{self, Hand};
use super::clock::{DATES, Dates, TIMES, Times};
use super::compose::meeting;
use super::damage::{DAMAGES, Damage};
use super::dice::Dice;
use super::faults::Fault;
use super::front::{self, PLACES, Place};
use super::gold::Gold;
use super::outcomes::{self, Pen};
use super::page::{HEADS, Heads, Piece, print};
use super::participants;
use super::traps::{self, TRAPS, Trap};
use super::voices;
use super::who::{FORMS, Form};

/// What a report is made of; a seed chooses it, a test may change it.
#[derive(Clone, Debug)]
pub struct Plan {
    pub seed: u64,
    pub agenda: agenda::Layout,
    pub times: Times,
    pub form: Form,
    pub participants: participants::Layout,
    pub outcomes: [outcomes::Layout; 2],
    pub statements: voices::Layout,
    pub quotes: bool,
    pub heads: Heads,
    pub place: Place,
    pub dates: Dates,
    pub trap: Trap,
    pub damage: Damage,
    /// A fault to plant.
    pub fault: Option<Fault>,
    /// Whether the participants stand before the discussion.
    pub people_first: bool,
    /// What the layouts are called in the scores.
    pub tags: Vec<&'static str>,
}

/// A printed report.
pub struct Report {
    pub id: String,
    pub text: String,
    pub gold: Gold,
}

/// The entry of a list for the nth report: each in turn, in an order of its own in every round.
fn turn<T: Copy>(list: &[(T, &'static str)], n: u64, salt: u64, tags: &mut Vec<&'static str>) -> T {
    let len = list.len() as u64;
    let mut order: Vec<usize> = (0..list.len()).collect();
    Dice::new(n / len * 977 + salt).shuffle(&mut order);
    let (value, tag) = list[order[(n % len) as usize]];
    tags.push(tag);
    value
}

impl Plan {
    /// The plan of a seed. Over some two dozen seeds in a row every layout comes at least once.
    pub fn new(seed: u64) -> Plan {
        let mut tags = Vec::new();
        let mut d = Dice::new(seed);
        let t = &mut tags;
        let agenda = turn(agenda::LAYOUTS, seed, 1, t);
        let times = turn(TIMES, seed, 2, &mut Vec::new());
        let no_times = matches!(
            agenda,
            agenda::Layout::None
                | agenda::Layout::ShortAgenda
                | agenda::Layout::Durations
                | agenda::Layout::DurationsTable
        );
        if !no_times {
            t.extend(TIMES.iter().find(|(x, _)| *x == times).map(|(_, tag)| *tag));
        }
        let plan = Plan {
            seed,
            agenda,
            times,
            form: *d.pick(FORMS),
            participants: turn(participants::LAYOUTS, seed, 3, t),
            outcomes: [
                turn(outcomes::LAYOUTS, seed, 4, t),
                turn(outcomes::LAYOUTS, seed + 7, 4, t),
            ],
            statements: turn(voices::LAYOUTS, seed, 5, t),
            quotes: d.chance(50),
            heads: turn(HEADS, seed, 6, t),
            place: turn(PLACES, seed, 7, t),
            dates: turn(DATES, seed, 8, t),
            trap: turn(TRAPS, seed, 9, t),
            damage: turn(DAMAGES, seed, 10, t),
            fault: None,
            people_first: d.chance(30),
            tags: Vec::new(),
        };
        Plan { tags, ..plan }
    }

    /// The report of the plan.
    pub fn write(&self) -> Report {
        let mut d = Dice::new(self.seed ^ 0xA5A5);
        let mut gold = Gold::new();
        self.tags.iter().for_each(|t| gold.tag(t));
        let (mut pieces, foot) = self.compose(&mut d, &mut gold);
        // Print has chance of its own: another line length changes no word.
        let mut d = Dice::new(self.seed ^ 0x5A5A);
        self.damage.to_pieces(&mut pieces, &mut d);
        let lines = print(&pieces, &self.damage.style(self.heads), &mut d);
        let lines = self.damage.to_lines(lines, &foot, &mut d);
        let mut text = lines.join(self.damage.line_end());
        if self.place == Place::Footer && self.damage != Damage::RunningHeader {
            text.push_str(self.damage.line_end());
            text.push_str(&foot);
            text.push('\n');
        }
        Report {
            id: format!("generated-{:03}", self.seed),
            text,
            gold,
        }
    }

    fn compose(&self, d: &mut Dice, gold: &mut Gold) -> (Vec<Piece>, String) {
        let (people, days) = (d.between(7, 14), *d.pick(&[1, 1, 2, 2, 3]));
        let days = self.fault.and_then(Fault::days).unwrap_or(days);
        let mut meeting = meeting(d, people, days);
        let (front, foot) = front::page(&meeting, self.place, self.dates, self.heads, d, gold);
        if let Some(fault) = self.fault {
            fault.into_meeting(&mut meeting, &mut Dice::new(self.seed));
        }
        let mut pen = Pen {
            meeting: &meeting,
            used: Vec::new(),
        };
        let mut hand = Hand {
            meeting: &meeting,
            layout: self.agenda,
            times: self.times,
            form: self.form,
            dash: d.word(&[" - ", " – ", "-", "–"]),
            rooms: self.agenda == agenda::Layout::Location,
            columns: Vec::new(),
        };
        let agenda = agenda::section(&mut hand, d, gold);
        let markdown = self.damage.style(self.heads).is_markdown();
        let list = participants::section(&meeting, self.participants, markdown, d, gold);
        let listed = !list.is_empty();
        let mut parts = vec![front::background(&mut pen, d)];
        parts.push(voices::section(&mut pen, self.statements, listed, d, gold));
        for layout in self.outcomes {
            parts.push(outcomes::section(&mut pen, layout, d, gold));
        }
        if self.quotes {
            parts.push(voices::quotes(&mut pen, &meeting, d, gold));
        }
        d.shuffle(&mut parts[1..]);
        let trap = traps::section(self.trap, &mut pen, d);
        let agenda_last = d.chance(30);
        let mut body = Vec::new();
        let (before, after) = if self.people_first {
            (list, Vec::new())
        } else {
            (Vec::new(), list)
        };
        let (early, late) = if agenda_last {
            (Vec::new(), agenda)
        } else {
            (agenda, Vec::new())
        };
        for part in [before, early]
            .into_iter()
            .chain(parts)
            .chain([late, trap, after])
        {
            body.extend(part);
        }
        if let Some(fault) = self.fault {
            fault.into_pieces(&mut body, &meeting);
        }
        let mut pieces = front;
        if self.trap == Trap::Contents {
            pieces.extend(traps::contents(&body, d));
        }
        pieces.extend(body);
        (pieces, foot)
    }
}
