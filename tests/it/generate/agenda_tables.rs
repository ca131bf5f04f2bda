//! Programmes in tables: tabs, pipes, columns of spaces, cells on lines of their own.

use super::agenda::{Hand, Layout};
use super::dice::Dice;
use super::gold::Gold;
use super::model::{Day, Slot};
use super::page::Piece;

const ROOMS: &[&str] = &["Main Hall", "Room 2", "Terrace", "Seminar Room B", "Foyer"];

/// The rows of a day, each `[time, title, people, room]`.
fn rows(hand: &Hand, day: &Day, between: &str, d: &mut Dice, gold: &mut Gold) -> Vec<[String; 4]> {
    let mut rows = Vec::new();
    for (n, slot) in day.slots.iter().enumerate() {
        let mut slot: Slot = slot.clone();
        // The slot after the break goes on with what stood before it.
        let before = n.checked_sub(2).map(|n| &day.slots[n]);
        if let (Layout::Continued, Some(b), true) = (hand.layout, before, slot.kind == "session")
            && b.kind == "session"
        {
            slot.title = format!("{} (continued)", b.title);
        }
        hand.gold(&slot, day, &slot.title, "", gold);
        hand.gold_people(&slot, gold);
        let room = if hand.rooms {
            d.word(ROOMS).to_string()
        } else {
            String::new()
        };
        rows.push([
            hand.time(&slot),
            slot.title.clone(),
            hand.cell(&slot, between, d),
            room,
        ]);
    }
    rows
}

/// The order of the columns and their header: positions in `[time, title, people, room]`.
pub fn order(hand: &Hand, d: &mut Dice) -> Vec<(usize, String)> {
    let time = if hand.is_timed() {
        d.word(&["Time", "Time", "Hour", "When"])
    } else {
        d.word(&["Duration", "Length"])
    };
    let title = d.word(&[
        "Topic",
        "Activity",
        "Session",
        "Item",
        "Agenda item",
        "Title",
        "Subject",
        "What",
    ]);
    let people = d.word(&[
        "Presenter",
        "Speaker",
        "Presenter(s)",
        "Speakers",
        "Who",
        "Presented by",
        "Speaker(s)",
    ]);
    let room = d.word(&["Location", "Room", "Venue", "Place"]);
    let mut columns = vec![(0, time), (1, title), (2, people)];
    if hand.rooms {
        columns.push((3, room));
        if d.chance(40) {
            columns.swap(2, 3);
        }
    }
    if d.chance(15) {
        columns.swap(1, 2);
    }
    columns
        .into_iter()
        .map(|(c, name)| (c, name.to_string()))
        .collect()
}

pub fn tabs(hand: &Hand, day: &Day, d: &mut Dice, gold: &mut Gold) -> Vec<Piece> {
    let rows = rows(hand, day, "; ", d, gold);
    let order = &hand.columns;
    let mut lines = Vec::new();
    if hand.layout != Layout::TabsNoHeader {
        let names: Vec<_> = order.iter().map(|(_, n)| n.as_str()).collect();
        lines.push(names.join("\t"));
    }
    for row in rows {
        let cells: Vec<_> = order.iter().map(|(c, _)| row[*c].as_str()).collect();
        let line = cells.join("\t");
        // A converter that drops empty cells leaves none at the end.
        let dropped = hand.layout == Layout::DroppedCells;
        lines.push(if dropped {
            line.trim_end().to_string()
        } else {
            line
        });
    }
    vec![Piece::Lines(lines)]
}

pub fn pipes(hand: &Hand, day: &Day, d: &mut Dice, gold: &mut Gold) -> Vec<Piece> {
    let between = match hand.layout {
        Layout::PipeBreaks => d.word(&["<br>", "<br/>", " / "]),
        _ => "; ",
    };
    let rows = rows(hand, day, between, d, gold);
    let order = &hand.columns;
    let line = |cells: Vec<&str>| format!("| {} |", cells.join(" | "));
    let mut lines = vec![line(order.iter().map(|(_, n)| n.as_str()).collect())];
    match hand.layout {
        Layout::PipeBroken if d.chance(50) => lines.push("| --- | --- |".to_string()),
        Layout::PipeBroken => (),
        _ => lines.push(line(order.iter().map(|_| "---").collect())),
    }
    for row in rows {
        lines.push(line(order.iter().map(|(c, _)| row[*c].as_str()).collect()));
    }
    vec![Piece::Lines(lines)]
}

/// Columns that only spaces part, as a page of print keeps them.
pub fn columns_of_spaces(rows: &[Vec<String>]) -> Vec<String> {
    let wide = |c: usize| rows.iter().map(|r| r[c].chars().count()).max().unwrap_or(0) + 3;
    let widths: Vec<usize> = (0..rows[0].len()).map(wide).collect();
    let line = |row: &Vec<String>| {
        let cells = row
            .iter()
            .zip(&widths)
            .map(|(cell, wide)| format!("{cell:<wide$}"));
        cells.collect::<String>().trim_end().to_string()
    };
    rows.iter().map(line).collect()
}

/// A table whose columns are kept apart by spaces.
pub fn columns(hand: &Hand, day: &Day, d: &mut Dice, gold: &mut Gold) -> Vec<Piece> {
    let rows = rows(hand, day, "; ", d, gold);
    let order = &hand.columns;
    let mut table = vec![order.iter().map(|(_, n)| n.clone()).collect::<Vec<_>>()];
    table.extend(
        rows.iter()
            .map(|r| order.iter().map(|(c, _)| r[*c].clone()).collect()),
    );
    vec![Piece::Lines(columns_of_spaces(&table))]
}

/// A table whose cells stand on lines of their own, as some converters leave it.
pub fn flattened(hand: &Hand, day: &Day, d: &mut Dice, gold: &mut Gold) -> Vec<Piece> {
    let mut lines: Vec<String> = ["Time", "Topic", "Speaker"].map(String::from).to_vec();
    for row in rows(hand, day, "; ", d, gold) {
        lines.extend(row[..3].iter().filter(|c| !c.is_empty()).cloned());
    }
    vec![Piece::Lines(lines)]
}
