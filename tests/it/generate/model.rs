//! The meeting that a report tells of: what is true before anything is printed.

use jiff::civil::Date;

/// Somebody invented.
#[derive(Clone, Debug)]
pub struct Person {
    pub given: String,
    pub family: String,
    pub honorific: &'static str,
    pub job: String,
    pub organisation: String,
    pub town: &'static str,
    pub country: &'static str,
    pub code: &'static str,
    pub email: String,
    pub phone: String,
    pub postal: String,
    pub street: &'static str,
}

/// What somebody does in a slot of the programme.
#[derive(Clone, Debug)]
pub struct Part {
    /// The role of the contract.
    pub role: &'static str,
    /// The person, by its index.
    pub who: usize,
}

/// A line of the programme.
#[derive(Clone, Debug)]
pub struct Slot {
    /// Minutes since midnight.
    pub start: u32,
    pub end: u32,
    pub title: String,
    /// The kind of the contract.
    pub kind: &'static str,
    pub parts: Vec<Part>,
}

/// A day of the programme.
#[derive(Clone, Debug)]
pub struct Day {
    pub date: Date,
    /// By how many days the weekday is printed wrong; none prints the right one.
    pub weekday: Option<usize>,
    /// Whether its head bears the sign of a planted fault.
    pub marked: bool,
    pub slots: Vec<Slot>,
}

/// The whole meeting.
pub struct Meeting {
    pub topic: &'static super::topics::Topic,
    /// `Workshop`, `Committee` and the like.
    pub sort: &'static str,
    pub title: String,
    pub town: &'static str,
    pub country: &'static str,
    pub venue: String,
    pub people: Vec<Person>,
    /// How many of them are on the participant list: the first.
    pub listed: usize,
    pub days: Vec<Day>,
}

impl Meeting {
    pub fn first_day(&self) -> Date {
        self.days[0].date
    }

    pub fn last_day(&self) -> Date {
        self.days[self.days.len() - 1].date
    }
}

impl Person {
    /// First then last name.
    pub fn name(&self) -> String {
        format!("{} {}", self.given, self.family)
    }

    /// `N. Name`.
    pub fn initial_name(&self) -> String {
        let letters = self.given.split(' ').filter_map(|g| g.chars().next());
        let initials: Vec<String> = letters.map(|c| format!("{c}.")).collect();
        format!("{} {}", initials.join(" "), self.family)
    }

    /// `NN`, the first letter of every part of the name that begins with a capital.
    pub fn initials(&self) -> String {
        let name = self.name();
        let parts = name.split([' ', '-']).filter_map(|p| p.chars().next());
        parts.filter(|c| c.is_uppercase()).collect()
    }

    pub fn capitals(&self) -> String {
        self.family.to_uppercase()
    }
}
