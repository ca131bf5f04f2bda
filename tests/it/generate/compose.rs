//! Invents a meeting: people, programme, dates, place.

use super::dice::Dice;
use super::model::{Day, Meeting, Part, Person, Slot};
use super::names::{CULTURES, Culture, JOBS, OF_FIELD, OF_NAME, OF_TOWN, STREETS};
use super::topics::{self, TALKS, TOPICS, Topic, fill};
use jiff::civil::{Date, date};
use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization;

const SORTS: &[(&str, &str)] = &[
    ("workshop", "Workshop on {}"),
    ("workshop", "Regional Workshop on {}"),
    ("workshop", "{}: Report of the Expert Workshop"),
    ("meeting", "Expert Meeting on {}"),
    ("committee", "Standing Committee on {}"),
    ("conference", "Second Conference on {}"),
    ("seminar", "Seminar on {}"),
    ("board", "Advisory Board on {}"),
    ("working group", "Working Group on {}"),
    ("symposium", "Symposium on {}"),
];

/// A meeting of `people` people over `days` days.
pub fn meeting(d: &mut Dice, people: usize, days: usize) -> Meeting {
    let topic = d.pick(TOPICS);
    let (sort, title) = d.pick(SORTS);
    let host = d.pick(CULTURES);
    let town = d.word(host.towns);
    let mut names = BTreeSet::new();
    let mut crowd = Vec::new();
    while crowd.len() < people {
        let person = person(d, topic);
        // One surname a meeting, and no two people who sign with the same letters.
        if names.insert(person.family.clone()) && names.insert(person.initials()) {
            crowd.push(person);
        }
    }
    let first = first_day(d, days);
    let mut titles = d.some(TALKS, TALKS.len());
    let programme = (0..days).map(|n| {
        let date = first.checked_add(jiff::Span::new().days(n as i64));
        Day {
            date: date.expect("a day"),
            weekday: None,
            marked: false,
            slots: slots(d, topic, town, people, n == 0, n + 1 == days, &mut titles),
        }
    });
    let days = programme.collect();
    Meeting {
        topic,
        sort,
        title: title.replace("{}", topic.name),
        town,
        country: host.country,
        venue: d.word(OF_TOWN).replace("{}", town),
        listed: crowd.len(),
        people: crowd,
        days,
    }
}

/// A day after the twelfth, so that `15/10/2023` has one reading, and days that do not pass the month or a weekend.
fn first_day(d: &mut Dice, days: usize) -> Date {
    loop {
        let (year, month) = (d.between(2008, 2024), d.between(1, 12));
        let day = date(year as i16, month as i8, d.between(13, 25) as i8);
        if (day.weekday().to_monday_zero_offset() as usize) + days <= 5 {
            return day;
        }
    }
}

fn person(d: &mut Dice, topic: &Topic) -> Person {
    let culture = d.pick(CULTURES);
    let woman = d.chance(50);
    let given = d.word(if woman { culture.women } else { culture.men });
    let family = d.word(culture.families);
    let title = d.word(&["Dr", "Prof.", "Mr", "Mr", "Mr"]);
    let honorific = match (title, woman) {
        ("Mr", true) => d.word(&["Ms", "Ms", "Mrs"]),
        _ => title,
    };
    let town = d.word(culture.towns);
    Person {
        given: given.to_string(),
        family: family.to_string(),
        honorific,
        job: d.word(JOBS).to_string(),
        organisation: organisation(d, town, topic),
        town,
        country: culture.country,
        code: culture.code,
        email: format!("{}.{}@example.org", plain(given), plain(family)),
        phone: format!(
            "{} {} 555 {}",
            culture.dial,
            d.between(2, 98),
            d.between(1000, 9999)
        ),
        postal: postal(d, culture),
        street: d.word(STREETS),
    }
}

fn organisation(d: &mut Dice, town: &str, topic: &Topic) -> String {
    match d.below(5) {
        0 | 1 => d.word(OF_TOWN).replace("{}", town),
        2 | 3 => {
            let other = d.pick(TOPICS).field;
            let field = if d.chance(60) { topic.field } else { other };
            d.word(OF_FIELD).replace("{}", field)
        }
        _ => {
            let family = d.pick(CULTURES).families[0];
            d.word(OF_NAME).replace("{}", family)
        }
    }
}

/// Only the letters of the English alphabet, small.
fn plain(name: &str) -> String {
    let letters = name.nfd().filter(char::is_ascii_alphabetic);
    letters.map(|c| c.to_ascii_lowercase()).collect()
}

fn postal(d: &mut Dice, culture: &Culture) -> String {
    let digit = |c| match c {
        '#' => char::from(b'1' + d.below(9) as u8),
        _ => c,
    };
    culture.postal.chars().map(digit).collect()
}

/// A day from registration to the end.
#[allow(clippy::too_many_arguments)]
fn slots(
    d: &mut Dice,
    topic: &Topic,
    town: &str,
    people: usize,
    first: bool,
    last: bool,
    titles: &mut Vec<&'static str>,
) -> Vec<Slot> {
    let mut slots = Vec::new();
    let mut clock = *d.pick(&[8 * 60 + 30, 9 * 60, 9 * 60 + 30]);
    let mut add = |d: &mut Dice, minutes: &[u32], title: &str, kind, parts: Vec<Part>| {
        let end = clock + d.pick(minutes);
        slots.push(Slot {
            start: clock,
            end,
            title: title.to_string(),
            kind,
            parts,
        });
        clock = end;
    };
    if first {
        if d.chance(60) {
            let title = d.word(&[
                "Registration",
                "Registration and coffee",
                "Arrival and registration",
            ]);
            add(d, &[30], title, "registration", Vec::new());
        }
        let title = d.word(&[
            "Welcome and introductions",
            "Opening remarks",
            "Welcome address",
            "Opening of the meeting",
        ]);
        let who = presenters(d, people, 1);
        add(d, &[15, 30], title, "opening", who);
    }
    for half in 0..2 {
        for _ in 0..d.between(1, 2) {
            let (title, kind, parts) = session(d, topic, town, people, titles);
            add(d, &[20, 30, 45, 60], &title, kind, parts);
        }
        if half == 0 {
            let title = d.word(&[
                "Coffee break",
                "Tea break",
                "Break",
                "Health break",
                "Coffee",
            ]);
            add(d, &[15, 20, 30], title, "break", Vec::new());
            let (title, kind, parts) = session(d, topic, town, people, titles);
            add(d, &[30, 45, 60], &title, kind, parts);
            let title = d.word(&["Lunch", "Lunch break", "Lunch in the canteen"]);
            add(d, &[60, 90], title, "meal", Vec::new());
        }
    }
    if last {
        let title = d.word(&[
            "Closing remarks",
            "Closing",
            "Closing of the meeting",
            "Summary and closing",
        ]);
        let who = if d.chance(50) {
            presenters(d, people, 1)
        } else {
            Vec::new()
        };
        add(d, &[15, 30], title, "closing", who);
    }
    slots
}

fn presenters(d: &mut Dice, people: usize, n: usize) -> Vec<Part> {
    let everybody: Vec<usize> = (0..people).collect();
    let some = d.some(&everybody, n).into_iter();
    some.map(|who| Part {
        role: "presenter",
        who,
    })
    .collect()
}

fn session(
    d: &mut Dice,
    topic: &Topic,
    town: &str,
    people: usize,
    titles: &mut Vec<&'static str>,
) -> (String, &'static str, Vec<Part>) {
    let template = titles.pop().unwrap_or("Any other question about {t}");
    let x = topics::capital(&fill(template, topic, town, d));
    match d.below(10) {
        0 => (
            format!("Presentation: {x}"),
            "presentation",
            presenters(d, people, 1),
        ),
        1 => (format!("Keynote: {x}"), "keynote", presenters(d, people, 1)),
        2 | 3 => {
            let mut parts = presenters(d, people, 3);
            for (i, part) in parts.iter_mut().enumerate() {
                part.role = if i == 0 { "moderator" } else { "panelist" };
            }
            (format!("Panel discussion: {x}"), "panel", parts)
        }
        4 => {
            let mut parts = presenters(d, people, 1);
            parts[0].role = "facilitator";
            (format!("Group work: {x}"), "group_work", parts)
        }
        5 => {
            let mut parts = presenters(d, people, 2);
            parts[0].role = "chair";
            (x, "session", parts)
        }
        6 => (x, "session", presenters(d, people, 2)),
        _ => (x, "session", presenters(d, people, 1)),
    }
}
