//! Outcomes in sentences, actions and motions.

use super::dice::Dice;
use super::gold::Gold;
use super::outcomes::Pen;
use super::page::Piece;
use super::topics::{CHALLENGES, DECISIONS, FINDINGS, NARRATIVE, TASKS, capital};

fn put(gold: &mut Gold, kind: &str, text: &str, owner: &str, number: &str) {
    gold.row(
        "outcomes",
        &[
            ("text", text),
            ("kind", kind),
            ("owner", owner),
            ("number", number),
        ],
    );
}

const DEADLINES: &[&str] = &[
    "14 February",
    "the next meeting",
    "end of March",
    "30 June",
    "December",
];

/// `Action 12-03: ... [owner, deadline]`
pub fn inline_actions(pen: &mut Pen, d: &mut Dice, gold: &mut Gold) -> Vec<Piece> {
    let session = d.between(2, 40);
    let label = d.word(&["Action", "ACTION", "Action item", "AI"]);
    let (open, close) = *d.pick(&[("[", "]"), ("(", ")")]);
    let mut pieces = vec![Piece::heading(d.word(&[
        "Other matters",
        "Review of open points",
        "Work in progress",
    ]))];
    pieces.push(Piece::para(pen.new_ones(NARRATIVE, 2, d).join(" ")));
    for (n, task) in pen.new_ones(TASKS, 4, d).into_iter().enumerate() {
        let number = format!("{session}-{:02}", n + 1);
        let text = format!("{}.", capital(&task));
        let owner = d.pick(&pen.meeting.people).name();
        put(gold, "action_item", &text, &owner, &number);
        let deadline = d.word(DEADLINES);
        pieces.push(Piece::para(format!(
            "{label} {number}: {text} {open}{owner}, {deadline}{close}"
        )));
    }
    pieces
}

/// `ACTION: X to do Y by Z`
pub fn named_actions(pen: &mut Pen, d: &mut Dice, gold: &mut Gold) -> Vec<Piece> {
    let label = d.word(&["ACTION:", "Action:", "**Action:**", "ACTION -"]);
    let mut pieces = vec![Piece::heading(d.word(&[
        "Other business",
        "Reports from members",
        "Ongoing work",
    ]))];
    for task in pen.new_ones(TASKS, 3, d) {
        let owner = d.pick(&pen.meeting.people).name();
        let text = format!(
            "{owner} to {task} by {}.",
            d.word(&["30 June", "the next meeting", "the end of March"])
        );
        put(gold, "action_item", &text, &owner, "");
        pieces.push(Piece::para(pen.new_ones(NARRATIVE, 1, d).join(" ")));
        pieces.push(Piece::para(format!("{label} {text}")));
    }
    pieces
}

/// A table of actions with its columns in any order.
pub fn action_table(pen: &mut Pen, d: &mut Dice, gold: &mut Gold) -> Vec<Piece> {
    let what = d.word(&["Action", "Task", "What", "Action item", "Activity"]);
    let who = d.word(&["Responsible", "Owner", "Who", "Lead", "By whom"]);
    let when = d.word(&["Deadline", "Due", "By when", "Due date", "When"]);
    let mut order = vec![0, 1, 2];
    d.shuffle(&mut order);
    let numbered = d.chance(40);
    let pipes = d.chance(50);
    let line = |number: &str, cells: [&str; 3]| {
        let mut row: Vec<&str> = if numbered { vec![number] } else { Vec::new() };
        row.extend(order.iter().map(|c| cells[*c]));
        if pipes {
            format!("| {} |", row.join(" | "))
        } else {
            row.join("\t")
        }
    };
    let mut lines = vec![line("No.", [what, who, when])];
    if pipes {
        lines.push(line("---", ["---"; 3]));
    }
    for (n, task) in pen.new_ones(TASKS, 4, d).into_iter().enumerate() {
        let number = (n + 1).to_string();
        let owner = d.pick(&pen.meeting.people).name();
        let text = capital(&task);
        put(
            gold,
            "action_item",
            &text,
            &owner,
            if numbered { &number } else { "" },
        );
        lines.push(line(&number, [&text, &owner, d.word(DEADLINES)]));
    }
    vec![
        Piece::heading(d.word(&["Actions", "Action items", "List of actions"])),
        Piece::Lines(lines),
    ]
}

/// `Three challenges were named. Firstly, ... Secondly, ...`
pub fn firstly(pen: &mut Pen, d: &mut Dice, gold: &mut Gold) -> Vec<Piece> {
    let words = *d.pick(&[
        ["Firstly", "Secondly", "Thirdly"],
        ["First", "Second", "Third"],
    ]);
    let announce = d.word(&[
        "Three challenges were identified.",
        "The discussion brought up three main challenges.",
    ]);
    let mut text = announce.to_string();
    for (word, sentence) in words.iter().zip(pen.new_ones(CHALLENGES, 3, d)) {
        let mut letters = sentence.chars();
        let small: String = letters
            .next()
            .map(|c| c.to_lowercase().to_string())
            .unwrap_or_default();
        let sentence = format!("{word}, {small}{}", letters.as_str());
        put(gold, "challenge", &sentence, "", "");
        text.push_str(&format!(" {sentence}"));
    }
    vec![
        Piece::heading(d.word(&["Discussion", "Working session", "Group discussion"])),
        Piece::para(text),
    ]
}

/// Sentences that conclude, among others that tell.
pub fn prose(pen: &mut Pen, d: &mut Dice, gold: &mut Gold) -> Vec<Piece> {
    let mut pieces = vec![Piece::heading(d.word(&[
        "Discussion",
        "Plenary discussion",
        "Closing discussion",
        "Outcome",
    ]))];
    for _ in 0..d.between(2, 3) {
        let mut text = pen.new_ones(NARRATIVE, 1, d);
        let (sentence, kind) = concluding(pen, d);
        put(gold, kind, &sentence, "", "");
        text.push(sentence);
        if d.chance(50) {
            text.extend(pen.new_ones(NARRATIVE, 1, d));
        }
        pieces.push(Piece::para(text.join(" ")));
    }
    pieces
}

/// A sentence in which the meeting concludes something, with its kind.
fn concluding(pen: &mut Pen, d: &mut Dice) -> (String, &'static str) {
    let body = pen.body(d);
    match d.below(8) {
        0 => (
            format!(
                "It was agreed that {}.",
                pen.new_ones(FINDINGS, 1, d).join("")
            ),
            "conclusion",
        ),
        1 => (
            format!(
                "{body} agreed that {}.",
                pen.new_ones(FINDINGS, 1, d).join("")
            ),
            "conclusion",
        ),
        2 => (
            format!(
                "{body} concluded that {}.",
                pen.new_ones(FINDINGS, 1, d).join("")
            ),
            "conclusion",
        ),
        3 => {
            let actors = d.word(pen.meeting.topic.actors).to_string();
            let task = pen.new_ones(TASKS, 1, d).join("");
            (
                format!("{body} recommended that {actors} {task}."),
                "recommendation",
            )
        }
        4 => (
            format!(
                "{body} recommended to {}.",
                pen.new_ones(TASKS, 1, d).join("")
            ),
            "recommendation",
        ),
        5 => (
            format!(
                "It was recommended to {}.",
                pen.new_ones(TASKS, 1, d).join("")
            ),
            "recommendation",
        ),
        6 => (
            format!(
                "{body} decided to {}.",
                pen.new_ones(DECISIONS, 1, d).join("")
            ),
            "decision",
        ),
        _ => (
            format!(
                "It was decided to {}.",
                pen.new_ones(DECISIONS, 1, d).join("")
            ),
            "decision",
        ),
    }
}

/// Motions with their movers and votes.
pub fn motions(pen: &mut Pen, d: &mut Dice, gold: &mut Gold) -> Vec<Piece> {
    let mut pieces = vec![Piece::heading(d.word(&[
        "New business",
        "Motions",
        "Old and new business",
    ]))];
    let people = d.some(&pen.meeting.people, 6);
    for (n, task) in pen.new_ones(DECISIONS, 3, d).into_iter().enumerate() {
        let (mover, second) = (&people[2 * n], &people[2 * n + 1]);
        let (motion, after) = match d.below(3) {
            0 => (
                format!(
                    "Motion by {}, second by {}, to {task}.",
                    mover.family, second.family
                ),
                format!(
                    "Vote: {} in favour, none against. Motion carried.",
                    d.between(4, 9)
                ),
            ),
            1 => (
                format!(
                    "{} moved, seconded by {}, to {task}.",
                    mover.name(),
                    second.name()
                ),
                "Motion passed unanimously.".to_string(),
            ),
            _ => (
                format!(
                    "Moved by {} and seconded by {} to {task}.",
                    mover.family, second.family
                ),
                "Carried.".to_string(),
            ),
        };
        put(gold, "decision", &motion, "", "");
        pieces.push(Piece::para(pen.new_ones(NARRATIVE, 1, d).join(" ")));
        pieces.push(Piece::para(format!("{motion} {after}")));
    }
    pieces
}

/// Paragraphs numbered through, some of which conclude.
pub fn numbered_paragraphs(pen: &mut Pen, d: &mut Dice, gold: &mut Gold) -> Vec<Piece> {
    let mut items = Vec::new();
    let first = d.between(3, 12);
    for n in 0..d.between(4, 6) {
        let text = match n % 2 {
            0 => pen.new_ones(NARRATIVE, 2, d).join(" "),
            _ => {
                let (sentence, kind) = concluding(pen, d);
                put(gold, kind, &sentence, "", "");
                sentence
            }
        };
        items.push(Piece::Items(vec![(format!("{}.", first + n), text)]));
    }
    gold.no_opinion("outcomes", "number");
    let mut pieces = vec![Piece::heading(
        d.word(&["Discussion of the item", "Proceedings"]),
    )];
    pieces.extend(items);
    pieces
}
