//! Faults that a careful reader would find, planted into a meeting or its report at a place that is known.

use super::agenda;
use super::clock::Times;
use super::damage::Damage;
use super::dice::Dice;
use super::model::{Meeting, Part};
use super::page::Piece;
use super::participants;
use super::report::Plan;
use super::traps::Trap;
use super::who::Form;

/// The sign before what is wrong; taken out again before the report is read.
pub const MARK: char = '\u{e000}';

/// A planted fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    TimeOverlap,
    TimeBackwards,
    WeekdayMismatch,
    NumberingGap,
    NumberingRepeat,
    CellCount,
    ParticipantRepeated,
    PresenterNotListed,
    PercentOver100,
    ShareContradicted,
    CountDiffers,
    PlaceMismatch,
    NameVaries,
    DateOutsideEvent,
}

/// Every fault with the rule that must find it.
pub const FAULTS: &[(Fault, &str)] = &[
    (Fault::TimeOverlap, "time-overlap"),
    (Fault::TimeBackwards, "time-backwards"),
    (Fault::WeekdayMismatch, "weekday-mismatch"),
    (Fault::NumberingGap, "numbering-gap"),
    (Fault::NumberingRepeat, "numbering-repeat"),
    (Fault::CellCount, "cell-count"),
    (Fault::ParticipantRepeated, "participant-repeated"),
    (Fault::PresenterNotListed, "presenter-not-listed"),
    (Fault::PercentOver100, "percent-over-100"),
    (Fault::ShareContradicted, "share-contradicted"),
    (Fault::CountDiffers, "count-differs"),
    (Fault::PlaceMismatch, "place-mismatch"),
    (Fault::NameVaries, "name-varies"),
    (Fault::DateOutsideEvent, "date-outside-event"),
];

impl Fault {
    /// The plan in which the fault can be seen: layouts that print what is wrong, and no damage beside.
    pub fn plan(self, seed: u64) -> Plan {
        use agenda::Layout as A;
        use participants::Layout as P;
        let plan = Plan::new(seed);
        let turn = seed as usize;
        let programmes = [
            A::Tabs,
            A::Bullets,
            A::Plain,
            A::Pipe,
            A::TimeOwnLine,
            A::TabsNoHeader,
            A::Items,
        ];
        let clocks = [
            Times::Colon,
            Times::Point,
            Times::To,
            Times::ColonShort,
            Times::French,
        ];
        let lists = [
            P::Tabs,
            P::Bullets,
            P::Pipe,
            P::Brackets,
            P::CommaLines,
            P::ByCountry,
        ];
        let mut plan = Plan {
            damage: Damage::None,
            trap: Trap::None,
            agenda: programmes[turn % programmes.len()],
            times: clocks[turn % clocks.len()],
            participants: lists[turn % lists.len()],
            fault: Some(self),
            ..plan
        };
        match self {
            Fault::CellCount => {
                plan.agenda = if turn.is_multiple_of(2) {
                    A::Pipe
                } else {
                    A::PipeBreaks
                }
            }
            Fault::PlaceMismatch => plan.participants = P::Address,
            Fault::NameVaries => plan.form = Form::NameOrg,
            Fault::NumberingGap | Fault::NumberingRepeat => {
                plan.outcomes = [
                    super::outcomes::Layout::Numbered,
                    super::outcomes::Layout::None,
                ];
            }
            _ => (),
        }
        plan
    }

    /// How many days the meeting must have, where that matters.
    pub fn days(self) -> Option<usize> {
        let heads = matches!(self, Fault::WeekdayMismatch | Fault::DateOutsideEvent);
        heads.then_some(2)
    }

    /// Plants what stands in the meeting itself. The front page is printed from what was before.
    pub fn into_meeting(self, m: &mut Meeting, d: &mut Dice) {
        let last_day = m.days.len() - 1;
        let day = d.below(m.days.len());
        match self {
            Fault::TimeOverlap => {
                let slot = d.between(1, m.days[day].slots.len() - 1);
                let slot = &mut m.days[day].slots[slot];
                slot.start -= 10;
                slot.title.insert(0, MARK);
            }
            Fault::TimeBackwards => {
                let slot = d.below(m.days[day].slots.len());
                let slot = &mut m.days[day].slots[slot];
                slot.end = slot.start - 30;
                slot.title.insert(0, MARK);
            }
            Fault::WeekdayMismatch => {
                m.days[day].weekday = Some(d.between(1, 4));
                m.days[day].marked = true;
            }
            Fault::DateOutsideEvent => {
                let date = m.days[last_day].date;
                let later = date.checked_add(jiff::Span::new().days(4));
                m.days[last_day].date = later.expect("a day");
                m.days[last_day].marked = true;
                m.days[last_day].slots[0].title.insert(0, MARK);
            }
            Fault::ParticipantRepeated => {
                let mut again = m.people[d.below(m.listed)].clone();
                again.given.insert(0, MARK);
                m.people.insert(m.listed, again);
                m.listed += 1;
            }
            Fault::PlaceMismatch => {
                let wrong = d.below(m.listed);
                let other = (wrong + 1) % m.listed;
                let (town, country) = (m.people[other].town, m.people[wrong].country);
                if m.people[other].country == country {
                    m.people[wrong].town = if country == "Japan" { "Lyon" } else { "Sendai" };
                } else {
                    m.people[wrong].town = town;
                }
                m.people[wrong].postal.insert(0, MARK);
            }
            Fault::PresenterNotListed | Fault::NameVaries => self.into_programme(m, day),
            _ => (),
        }
    }

    /// Somebody in the programme who is on no list, or is there under another spelling.
    fn into_programme(self, m: &mut Meeting, day: usize) {
        let mut stranger = m.people[0].clone();
        if self == Fault::NameVaries {
            // A letter twice in the longest word of the name.
            let longest = stranger
                .family
                .split([' ', '-'])
                .max_by_key(|w| w.len())
                .unwrap_or("");
            let mut letters: Vec<char> = longest.chars().collect();
            letters.insert(2, letters[1]);
            let twice: String = letters.iter().collect();
            stranger.family = stranger.family.replace(longest, &twice);
            m.people[0].given.insert(0, MARK);
        } else {
            stranger.family = "Quennell".to_string();
            stranger.given = "Orla".to_string();
        }
        m.people.push(stranger);
        let who = m.people.len() - 1;
        let slot = m.days[day]
            .slots
            .iter_mut()
            .find(|s| s.kind == "session" || s.kind == "opening");
        if let Some(slot) = slot {
            slot.parts = vec![Part {
                role: "presenter",
                who,
            }];
            slot.title.insert(0, MARK);
        }
    }

    /// Plants what stands in the report alone; false where it has no place for it.
    pub fn into_pieces(self, pieces: &mut Vec<Piece>, m: &Meeting) -> bool {
        let said = match self {
            Fault::PercentOver100 if m.listed.is_multiple_of(2) => {
                "Of the wells in the survey, 45% are public, 40% are private and 30% are abandoned."
                    .to_string()
            }
            Fault::PercentOver100 => {
                "The budget is split into 50% for repairs, 35% for training and 25% for travel."
                    .to_string()
            }
            Fault::ShareContradicted => {
                "Of the 80 towns that answered, 20 (40%) keep a register.".to_string()
            }
            Fault::CountDiffers => format!(
                "The meeting was attended by {} participants, who are listed below.",
                m.listed + 9
            ),
            Fault::CellCount => return cell(pieces),
            Fault::NumberingGap | Fault::NumberingRepeat => {
                return renumber(pieces, self == Fault::NumberingGap);
            }
            _ => return true,
        };
        let at = pieces.iter().position(|p| matches!(p, Piece::Para(_)));
        pieces.insert(
            at.unwrap_or(pieces.len()),
            Piece::Para(format!("{MARK}{said}")),
        );
        true
    }
}

/// Takes the last cell from a row in the middle of a table.
fn cell(pieces: &mut [Piece]) -> bool {
    for piece in pieces {
        if let Piece::Lines(lines) = piece
            && lines.len() >= 6
            && lines.iter().all(|l| l.starts_with("| "))
        {
            let row = lines[4].trim_end_matches(" |");
            if let Some((rest, _)) = row.rsplit_once(" | ") {
                lines[4] = format!("{MARK}{rest} |");
                return true;
            }
        }
    }
    false
}

/// Skips or repeats the third number of a list.
fn renumber(pieces: &mut [Piece], gap: bool) -> bool {
    for piece in pieces {
        let Piece::Items(items) = piece else { continue };
        let number = |marker: &str| marker.trim_matches(['(', ')', '.']).parse::<usize>().ok();
        let numbers: Vec<_> = items.iter().map(|(m, _)| number(m)).collect();
        if items.len() < 3 || numbers[0] != Some(1) {
            continue;
        }
        for (n, (marker, text)) in items.iter_mut().enumerate().skip(2) {
            let to = if gap { n + 2 } else { n };
            *marker = marker.replace(&(n + 1).to_string(), &to.to_string());
            if n == 2 {
                text.insert(0, MARK);
            }
        }
        return true;
    }
    false
}
