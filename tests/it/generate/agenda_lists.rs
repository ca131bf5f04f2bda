//! Programmes in lines and lists.

use super::agenda::{Hand, Layout};
use super::dice::Dice;
use super::gold::Gold;
use super::model::{Day, Part, Slot};
use super::page::Piece;
use super::topics::{TALKS, capital, fill};
use super::who::{self, Form};

/// A slot on one line, its people in brackets or on lines below.
pub fn lines(hand: &Hand, day: &Day, d: &mut Dice, gold: &mut Gold) -> Vec<Piece> {
    let bullet = d.word(&["-", "*", "•"]);
    let gap = d.word(&["   ", " ", "  "]);
    let after = d.word(&[": ", " ", " – "]);
    let mut out = Vec::new();
    for slot in &day.slots {
        hand.gold(slot, day, &slot.title, "", gold);
        hand.gold_people(slot, gold);
        let time = hand.time(slot);
        let (title, below) = with_people(hand, slot, d);
        let head = match hand.layout {
            Layout::Bullets => format!("{bullet} {time}{after}{title}"),
            Layout::Bold => format!("**{time}** {title}"),
            Layout::Durations => format!("{bullet} {title} ({time})"),
            Layout::StartOnly => format!("{bullet} {time} {title}"),
            _ => format!("{time}{gap}{title}"),
        };
        out.push(head);
        let indent = if hand.layout == Layout::Bold {
            "  "
        } else {
            "    "
        };
        out.extend(below.into_iter().map(|l| format!("{indent}{l}")));
        if hand.layout == Layout::Bold {
            out.push(String::new());
        }
    }
    vec![Piece::Lines(out)]
}

/// The title with a lone presenter in brackets, and the lines of those who need more room.
fn with_people(hand: &Hand, slot: &Slot, d: &mut Dice) -> (String, Vec<String>) {
    let groups = who::by_role(&slot.parts, d);
    let title = slot.title.clone();
    let plain = groups.iter().all(|(word, _)| word.is_empty());
    if slot.parts.is_empty() {
        return (title, Vec::new());
    }
    let people = |group: &[Part], separator| who::joined(hand.meeting, group, hand.form, separator);
    if plain && hand.form.fits_brackets() {
        let separator = if hand.form == Form::NameCommaOrg || hand.form == Form::NameJobOrg {
            "; "
        } else {
            ", "
        };
        return (
            format!("{title} ({})", people(&slot.parts, separator)),
            Vec::new(),
        );
    }
    if plain && slot.parts.len() == 1 && hand.layout != Layout::Durations {
        return (
            format!("{title} – {}", people(&slot.parts, "; ")),
            Vec::new(),
        );
    }
    let line = |(word, group): (&str, Vec<Part>)| {
        let separator = if hand.form.takes_commas() { ", " } else { "; " };
        let word = if word.is_empty() { "Speakers" } else { word };
        format!("{word}: {}", people(&group, separator))
    };
    (title, groups.into_iter().map(line).collect())
}

/// Time, title and people each on a line.
pub fn time_own_line(hand: &Hand, day: &Day, d: &mut Dice, gold: &mut Gold) -> Vec<Piece> {
    let mut out = Vec::new();
    let blank = d.chance(70);
    for slot in &day.slots {
        hand.gold(slot, day, &slot.title, "", gold);
        hand.gold_people(slot, gold);
        out.push(hand.time(slot));
        out.push(slot.title.clone());
        let groups = who::by_role(&slot.parts, d);
        for (word, group) in groups {
            let separator = if hand.form.takes_commas() { ", " } else { "; " };
            let people = who::joined(hand.meeting, &group, hand.form, separator);
            out.push(if word.is_empty() {
                people
            } else {
                format!("{word}: {people}")
            });
        }
        if blank {
            out.push(String::new());
        }
    }
    vec![Piece::Lines(out)]
}

/// Long titles that go on below the time, under their own first word.
pub fn wrapped(hand: &Hand, day: &Day, d: &mut Dice, gold: &mut Gold) -> Vec<Piece> {
    const MORE: &[&str] = &[
        "a view from practice, with examples from three regions",
        "what has been tried and what was given up",
        "results of the survey and the questions that it left open",
    ];
    let wide = day
        .slots
        .iter()
        .map(|s| hand.time(s).chars().count())
        .max()
        .unwrap_or(0)
        + 4;
    let mut out = Vec::new();
    for slot in &day.slots {
        let mut slot = slot.clone();
        if slot.kind == "session" {
            slot.title = format!("{}: {}", slot.title.trim_end_matches('?'), d.word(MORE));
        }
        hand.gold(&slot, day, &slot.title, "", gold);
        hand.gold_people(&slot, gold);
        let (title, below) = with_people(hand, &slot, d);
        let mut line = format!("{:<wide$}", hand.time(&slot));
        for word in title.split(' ') {
            if line.chars().count() + word.chars().count() > 72 {
                out.push(line.trim_end().to_string());
                line = " ".repeat(wide);
            }
            line.push_str(word);
            line.push(' ');
        }
        out.push(line.trim_end().to_string());
        out.extend(below.into_iter().map(|l| format!("{:wide$}{l}", "")));
    }
    vec![Piece::Lines(out)]
}

/// Talks with their speakers under a timed slot.
pub fn nested(hand: &Hand, day: &Day, d: &mut Dice, gold: &mut Gold) -> Vec<Piece> {
    let mut out = Vec::new();
    let bullet = d.word(&["*", "-", ""]);
    let head =
        |time: &str, title: &str| format!("{bullet} {time} {title}").trim_start().to_string();
    for slot in &day.slots {
        hand.gold(slot, day, &slot.title, "", gold);
        out.push(head(&hand.time(slot), &slot.title));
        if slot.kind != "session" {
            hand.gold_people(slot, gold);
            for (word, group) in who::by_role(&slot.parts, d) {
                let word = if word.is_empty() { "Speaker" } else { word };
                out.push(format!(
                    "    {word}: {}",
                    who::joined(hand.meeting, &group, hand.form, "; ")
                ));
            }
            continue;
        }
        let people: Vec<usize> = (0..hand.meeting.people.len()).collect();
        let form = if hand.form.fits_brackets() {
            hand.form
        } else {
            Form::Initial
        };
        for (who, template) in d.some(&people, 3).into_iter().zip(d.some(TALKS, 3)) {
            let talk = capital(&fill(template, hand.meeting.topic, hand.meeting.town, d));
            let part = Part {
                role: "presenter",
                who,
            };
            form.gold(hand.meeting, slot, &part, &hand.start(slot), &talk, gold);
            out.push(format!("    - {talk} ({})", form.print(hand.meeting, who)));
        }
    }
    vec![Piece::Lines(out)]
}

/// Items numbered by day: `4.1`.
pub fn items(hand: &Hand, day: &Day, n: usize, d: &mut Dice, gold: &mut Gold) -> Vec<Piece> {
    let mut out = Vec::new();
    for (i, slot) in day.slots.iter().enumerate() {
        let number = format!("{}.{}", n + 1, i + 1);
        hand.gold(slot, day, &slot.title, &number, gold);
        hand.gold_people(slot, gold);
        let (title, below) = with_people(hand, slot, d);
        out.push(format!("{number}  {}  {title}", hand.time(slot)));
        out.extend(below.into_iter().map(|l| format!("     {l}")));
    }
    vec![Piece::Lines(out)]
}

/// `Session 1 (09:00-09:30): Title`, the people below.
pub fn session_heads(hand: &Hand, day: &Day, d: &mut Dice, gold: &mut Gold) -> Vec<Piece> {
    let mut out = Vec::new();
    for slot in &day.slots {
        hand.gold(slot, day, &slot.title, "", gold);
        hand.gold_people(slot, gold);
        out.push(format!("{} ({})", slot.title, hand.time(slot)));
        for (word, group) in who::by_role(&slot.parts, d) {
            let word = if word.is_empty() { "Speaker" } else { word };
            out.push(format!(
                "{word}: {}",
                who::joined(hand.meeting, &group, hand.form, "; ")
            ));
        }
        out.push(String::new());
    }
    vec![Piece::Lines(out)]
}

/// The agenda of a committee: numbered items without times.
pub fn short(hand: &mut Hand, d: &mut Dice, gold: &mut Gold) -> Vec<Piece> {
    const FIRST: &[&str] = &[
        "Adoption of the agenda",
        "Approval of the minutes of the last meeting",
        "Apologies",
    ];
    const LAST: &[&str] = &["Any other business", "Date of the next meeting"];
    let meeting = hand.meeting;
    let mut titles = vec![FIRST[0].to_string(), d.word(&FIRST[1..]).to_string()];
    for template in d.some(TALKS, 4) {
        titles.push(capital(&fill(template, meeting.topic, meeting.town, d)));
    }
    titles.extend(LAST.iter().map(|t| t.to_string()));
    let mark = d.word(&[".", ")", "."]);
    let date = meeting.first_day();
    let date = if meeting.days.len() == 1 {
        date.to_string()
    } else {
        String::new()
    };
    let mut items = Vec::new();
    for (n, title) in titles.into_iter().enumerate() {
        let number = (n + 1).to_string();
        gold.row(
            "agenda",
            &[
                ("date", &date),
                ("item_number", &number),
                ("title", &title),
                ("kind", "session"),
            ],
        );
        items.push((format!("{number}{mark}"), title));
    }
    if meeting.days.len() > 1 {
        gold.no_opinion("agenda", "date");
    }
    vec![Piece::Items(items)]
}
