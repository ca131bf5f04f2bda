//! Times of day and dates as organisations print them.

use super::dice::Dice;
use jiff::civil::Date;

/// `HH:MM`, as gold has it.
pub fn gold(minutes: u32) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// How a programme prints its times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Times {
    Colon,
    ColonShort,
    Point,
    Military,
    French,
    FrenchShort,
    Dotted12,
    Capital12,
    Shared12,
    Bare12,
    To,
    Until,
}

pub const TIMES: &[(Times, &str)] = &[
    (Times::Colon, "times:09:00-09:30"),
    (Times::Point, "times:9.00-9.30"),
    (Times::Dotted12, "times:a.m.-to-p.m."),
    (Times::ColonShort, "times:9:00 - 9:30"),
    (Times::Bare12, "times:no-am-pm"),
    (Times::French, "times:9h30"),
    (Times::Military, "times:0900-0930"),
    (Times::Shared12, "times:9-9.30am"),
    (Times::To, "times:09:00-to-09:30"),
    (Times::Capital12, "times:AM-PM"),
    (Times::FrenchShort, "times:14h"),
    (Times::Until, "times:from-to"),
];

fn parts12(minutes: u32) -> (u32, u32, bool) {
    let hour = minutes / 60;
    ((hour + 11) % 12 + 1, minutes % 60, hour >= 12)
}

fn half(afternoon: bool, am: &'static str, pm: &'static str) -> &'static str {
    if afternoon { pm } else { am }
}

/// `9`, `9.30`: minutes only where there are some.
fn brief(hour: u32, minute: u32, mark: &str) -> String {
    match minute {
        0 => hour.to_string(),
        _ => format!("{hour}{mark}{minute:02}"),
    }
}

impl Times {
    /// One time, with am or pm where the style has them.
    pub fn at(self, t: u32) -> String {
        let (hour, minute) = (t / 60, t % 60);
        let (twelve, _, afternoon) = parts12(t);
        match self {
            Times::Colon | Times::To => format!("{hour:02}:{minute:02}"),
            Times::ColonShort | Times::Until => format!("{hour}:{minute:02}"),
            Times::Point => format!("{hour}.{minute:02}"),
            Times::Military => format!("{hour:02}{minute:02}"),
            Times::French => format!("{hour}h{minute:02}"),
            Times::FrenchShort if minute == 0 => format!("{hour}h"),
            Times::FrenchShort => format!("{hour}h{minute:02}"),
            Times::Dotted12 => format!("{twelve}:{minute:02} {}", half(afternoon, "a.m.", "p.m.")),
            Times::Capital12 => format!("{twelve}:{minute:02} {}", half(afternoon, "AM", "PM")),
            Times::Shared12 => format!(
                "{} {}",
                brief(twelve, minute, "."),
                half(afternoon, "am", "pm")
            ),
            Times::Bare12 => format!("{twelve}:{minute:02}"),
        }
    }

    /// From a time to another, with `dash` between.
    pub fn range(self, from: u32, to: u32, dash: &str) -> String {
        let (twelve, minute, afternoon) = parts12(from);
        match self {
            Times::To => format!("{} to {}", self.at(from), self.at(to)),
            Times::Dotted12 => format!("{} to {}", self.at(from), self.at(to)),
            Times::Until => format!("from {} to {}", self.at(from), self.at(to)),
            Times::Military => format!("{}-{}", self.at(from), self.at(to)),
            Times::Shared12 if afternoon == (to >= 12 * 60) => {
                format!("{}-{}", brief(twelve, minute, "."), self.at(to))
            }
            _ => format!("{}{dash}{}", self.at(from), self.at(to)),
        }
    }
}

/// How days are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dates {
    DayFirst,
    MonthFirst,
    Weekday,
    Points,
    Iso,
    Slashes,
}

pub const DATES: &[(Dates, &str)] = &[
    (Dates::DayFirst, "dates:15-October-2023"),
    (Dates::MonthFirst, "dates:October-15,-2023"),
    (Dates::Weekday, "dates:weekday"),
    (Dates::Points, "dates:15.10.2023"),
    (Dates::Iso, "dates:iso"),
    (Dates::Slashes, "dates:15/10/2023"),
];

const MONTHS: &[&str] = &[
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const WEEKDAYS: &[&str] = &[
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

pub fn month(day: Date) -> &'static str {
    MONTHS[day.month() as usize - 1]
}

pub fn weekday(day: Date) -> &'static str {
    WEEKDAYS[day.weekday().to_monday_zero_offset() as usize]
}

impl Dates {
    /// One day.
    pub fn day(self, date: Date) -> String {
        let (day, year) = (date.day(), date.year());
        match self {
            Dates::DayFirst => format!("{day} {} {year}", month(date)),
            Dates::MonthFirst => format!("{} {day}, {year}", month(date)),
            Dates::Weekday => format!("{} {day} {} {year}", weekday(date), month(date)),
            Dates::Points => format!("{day}.{}.{year}", date.month()),
            Dates::Iso => date.to_string(),
            Dates::Slashes => format!("{day}/{:02}/{year}", date.month()),
        }
    }

    /// The days from a first to a last one of the same month.
    pub fn range(self, from: Date, to: Date, d: &mut Dice) -> String {
        if from == to {
            return self.day(from);
        }
        let dash = d.word(&["-", "–", " - "]);
        let (first, last, year) = (from.day(), to.day(), from.year());
        match self {
            Dates::DayFirst if last == first + 1 && d.chance(30) => {
                format!("{first} and {last} {} {year}", month(from))
            }
            Dates::DayFirst => format!("{first}{dash}{last} {} {year}", month(from)),
            Dates::MonthFirst => format!("{} {first}{dash}{last}, {year}", month(from)),
            Dates::Weekday => format!(
                "{} {first} to {} {last} {} {year}",
                weekday(from),
                weekday(to),
                month(from)
            ),
            Dates::Points => format!("{first}.{dash}{last}.{}.{year}", from.month()),
            Dates::Iso => format!("{from} to {to}"),
            Dates::Slashes => format!("{} {dash} {}", self.day(from), self.day(to)),
        }
    }
}
