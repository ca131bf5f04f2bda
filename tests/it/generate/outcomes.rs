//! What a meeting concluded, in one of many layouts.

use super::dice::Dice;
use super::gold::Gold;
use super::model::Meeting;
use super::page::Piece;
use super::topics::{CHALLENGES, DECISIONS, FINDINGS, NEEDS, STRENGTHS, TASKS, capital, fill};

/// How outcomes are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    HeadedList,
    Numbered,
    SubHeads,
    InlineAction,
    NamedAction,
    ActionTable,
    Firstly,
    Prose,
    Motion,
    Group,
    Swot,
    LeadIn,
    Labels,
    NumberedParagraphs,
    None,
}

pub const LAYOUTS: &[(Layout, &str)] = &[
    (Layout::HeadedList, "outcomes:list"),
    (Layout::Prose, "outcomes:prose"),
    (Layout::InlineAction, "outcomes:inline-action"),
    (Layout::Numbered, "outcomes:numbered"),
    (Layout::Motion, "outcomes:motion"),
    (Layout::ActionTable, "outcomes:action-table"),
    (Layout::Group, "outcomes:group"),
    (Layout::Firstly, "outcomes:firstly"),
    (Layout::SubHeads, "outcomes:sub-heads"),
    (Layout::LeadIn, "outcomes:lead-in"),
    (Layout::NamedAction, "outcomes:named-action"),
    (Layout::Labels, "outcomes:labels"),
    (Layout::Swot, "outcomes:swot"),
    (Layout::NumberedParagraphs, "outcomes:paragraphs"),
    (Layout::None, "outcomes:none"),
];

/// The writer of one report's outcomes.
pub struct Pen<'a> {
    pub meeting: &'a Meeting,
    /// Templates used up: no sentence stands twice in a report.
    pub used: Vec<&'static str>,
}

impl Pen<'_> {
    /// `n` sentences of templates that were not used yet.
    pub fn new_ones(&mut self, of: &[&'static str], n: usize, d: &mut Dice) -> Vec<String> {
        let left: Vec<_> = of
            .iter()
            .filter(|t| !self.used.contains(t))
            .copied()
            .collect();
        let chosen = d.some(&left, n);
        self.used.extend(&chosen);
        let town = self.meeting.town;
        chosen
            .into_iter()
            .map(|t| fill(t, self.meeting.topic, town, d))
            .collect()
    }

    pub fn some(
        &mut self,
        of: &[&'static str],
        low: usize,
        high: usize,
        d: &mut Dice,
    ) -> Vec<String> {
        let n = d.between(low, high);
        self.new_ones(of, n, d)
    }

    /// The meeting, as its report speaks of it.
    pub fn body(&self, d: &mut Dice) -> String {
        let plain = match self.meeting.sort {
            "committee" => "The Committee",
            "board" => "The Board",
            "working group" => "The Working Group",
            "conference" => "The Conference",
            "workshop" => "The workshop",
            _ => "The meeting",
        };
        let others = [
            plain,
            plain,
            "Participants",
            "The participants",
            "The group",
        ];
        let formal = plain
            .split(' ')
            .any(|w| w != "The" && w.starts_with(char::is_uppercase));
        if formal {
            plain.to_string()
        } else {
            d.word(&others).to_string()
        }
    }
}

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

/// A heading that says what the list below it holds, with the kind.
const HEADED: &[(&str, &str)] = &[
    ("Recommendations", "recommendation"),
    ("Next steps", "next_step"),
    ("Challenges", "challenge"),
    ("Conclusions", "conclusion"),
    ("Decisions", "decision"),
    ("Action items", "action_item"),
    ("Key recommendations", "recommendation"),
    ("Conclusions of the workshop", "conclusion"),
    ("Barriers", "challenge"),
    ("Actions", "action_item"),
    ("Main challenges", "challenge"),
    ("Way forward", "next_step"),
    ("Objectives of the meeting", "objective"),
];

/// Sentences that fit a kind, as items of a list.
fn items(pen: &mut Pen, kind: &str, n: usize, d: &mut Dice) -> Vec<String> {
    match kind {
        "challenge" => pen.new_ones(CHALLENGES, n, d),
        "conclusion" => {
            let findings = pen.new_ones(FINDINGS, n, d);
            findings
                .iter()
                .map(|f| format!("{}.", capital(f)))
                .collect()
        }
        _ => {
            let should = kind == "recommendation" && d.chance(40);
            let stop = if d.chance(70) { "." } else { "" };
            let tasks = pen.new_ones(TASKS, n, d);
            let actor = |d: &mut Dice| capital(d.word(pen.meeting.topic.actors));
            let text = |task: &String| match should {
                true => format!("{} should {task}.", actor(d)),
                false => format!("{}{stop}", capital(task)),
            };
            tasks.iter().map(text).collect()
        }
    }
}

/// The headings and pieces of one or more outcomes sections; the rows go into gold.
pub fn section(pen: &mut Pen, layout: Layout, d: &mut Dice, gold: &mut Gold) -> Vec<Piece> {
    use super::outcome_forms as forms;
    match layout {
        Layout::None => Vec::new(),
        Layout::HeadedList => headed_lists(pen, d, gold),
        Layout::Numbered => numbered(pen, d, gold),
        Layout::SubHeads => sub_heads(pen, d, gold),
        Layout::LeadIn => lead_in(pen, d, gold),
        Layout::Group => group(pen, d, gold),
        Layout::Swot => swot(pen, d, gold),
        Layout::Labels => labels(pen, d, gold),
        Layout::InlineAction => forms::inline_actions(pen, d, gold),
        Layout::NamedAction => forms::named_actions(pen, d, gold),
        Layout::ActionTable => forms::action_table(pen, d, gold),
        Layout::Firstly => forms::firstly(pen, d, gold),
        Layout::Prose => forms::prose(pen, d, gold),
        Layout::Motion => forms::motions(pen, d, gold),
        Layout::NumberedParagraphs => forms::numbered_paragraphs(pen, d, gold),
    }
}

fn headed_lists(pen: &mut Pen, d: &mut Dice, gold: &mut Gold) -> Vec<Piece> {
    const ANNOUNCE: &[&str] = &[
        "The following points were collected.",
        "The list below is not in order of importance.",
        "",
    ];
    let bullet = d.word(&["-", "•", "*"]);
    let mut pieces = Vec::new();
    for (heading, kind) in d.some(HEADED, 2) {
        pieces.push(Piece::heading(heading));
        let announce = d.word(ANNOUNCE);
        if !announce.is_empty() {
            pieces.push(Piece::para(announce));
        }
        let n = d.between(2, 4);
        let list = items(pen, kind, n, d);
        list.iter().for_each(|text| put(gold, kind, text, "", ""));
        pieces.push(Piece::bullets(bullet, list));
    }
    pieces
}

fn numbered(pen: &mut Pen, d: &mut Dice, gold: &mut Gold) -> Vec<Piece> {
    let (heading, kind) = *d.pick(&[
        ("Recommendations", "recommendation"),
        ("Conclusions", "conclusion"),
        ("Next steps", "next_step"),
        ("Decisions", "decision"),
    ]);
    let (open, close) = *d.pick(&[("", "."), ("", ")"), ("(", ")")]);
    let n = d.between(3, 5);
    let list = items(pen, kind, n, d)
        .into_iter()
        .enumerate()
        .map(|(i, text)| {
            put(gold, kind, &text, "", &(i + 1).to_string());
            (format!("{open}{}{close}", i + 1), text)
        });
    vec![Piece::heading(heading), Piece::Items(list.collect())]
}

/// Recommendations under sub-headings, numbered through.
fn sub_heads(pen: &mut Pen, d: &mut Dice, gold: &mut Gold) -> Vec<Piece> {
    let mut pieces = vec![Piece::heading("Recommendations")];
    let mut number = 0;
    for head in d.some(
        &[
            "Data and monitoring",
            "Training",
            "Funding",
            "Cooperation",
            "Public awareness",
        ],
        3,
    ) {
        pieces.push(Piece::Heading(2, head.to_string()));
        let mut list = Vec::new();
        for text in items(pen, "recommendation", 2, d) {
            number += 1;
            put(gold, "recommendation", &text, "", &number.to_string());
            list.push((format!("{number}."), text));
        }
        pieces.push(Piece::Items(list));
    }
    pieces
}

/// A sentence that ends in a colon, with a list below.
fn lead_in(pen: &mut Pen, d: &mut Dice, gold: &mut Gold) -> Vec<Piece> {
    let (verb, kind) = *d.pick(&[
        ("recommended the following:", "recommendation"),
        ("agreed on the following conclusions:", "conclusion"),
        ("identified the following challenges:", "challenge"),
        ("decided as follows:", "decision"),
        ("made the following recommendations:", "recommendation"),
        ("agreed on the following next steps:", "next_step"),
    ]);
    let body = pen.body(d);
    let n = d.between(3, 4);
    let list = items(pen, kind, n, d)
        .into_iter()
        .enumerate()
        .map(|(i, text)| {
            put(gold, kind, &text, "", "");
            (format!("({})", char::from(b'a' + i as u8)), text)
        });
    let list = list.collect();
    gold.no_opinion("outcomes", "number");
    vec![
        Piece::heading(d.word(&["Results", "Closing session", "Outcome of the discussion"])),
        Piece::para(format!("{body} {verb}")),
        Piece::Items(list),
    ]
}

fn group(pen: &mut Pen, d: &mut Dice, gold: &mut Gold) -> Vec<Piece> {
    let (verb, kind) = *d.pick(&[
        ("concluded", "conclusion"),
        ("recommended", "recommendation"),
        ("identified these challenges", "challenge"),
    ]);
    let mut pieces = vec![Piece::heading(d.word(&[
        "Group work",
        "Results of the working groups",
        "Breakout groups",
    ]))];
    for name in ["Group A", "Group B"] {
        pieces.push(Piece::para(format!("{name} {verb}:")));
        let list = items(pen, kind, 2, d);
        list.iter().for_each(|text| put(gold, kind, text, "", ""));
        pieces.push(Piece::bullets("-", list));
    }
    pieces
}

/// Strengths, weaknesses, threats, needs: things to list, of no settled kind.
fn swot(pen: &mut Pen, d: &mut Dice, gold: &mut Gold) -> Vec<Piece> {
    gold.no_opinion("outcomes", "kind");
    let mut pieces = Vec::new();
    let lists: [(&str, &[&'static str]); 4] = [
        ("Strengths", STRENGTHS),
        ("Weaknesses", CHALLENGES),
        ("Threats", CHALLENGES),
        ("Needs", NEEDS),
    ];
    for (heading, bank) in lists {
        pieces.push(Piece::heading(heading));
        let list = pen.some(bank, 2, 3, d);
        list.iter().for_each(|text| put(gold, "", text, "", ""));
        pieces.push(Piece::bullets("-", list));
    }
    pieces
}

/// A label before each paragraph.
fn labels(pen: &mut Pen, d: &mut Dice, gold: &mut Gold) -> Vec<Piece> {
    let bold = d.chance(50);
    let mut pieces = vec![Piece::heading(
        d.word(&["Summary of results", "Discussion and results"]),
    )];
    for (label, kind) in d.some(
        &[
            ("Decision", "decision"),
            ("Recommendation", "recommendation"),
            ("Conclusion", "conclusion"),
            ("Next step", "next_step"),
        ],
        3,
    ) {
        let text = match kind {
            "decision" => format!("To {}.", pen.new_ones(DECISIONS, 1, d).join("")),
            _ => items(pen, kind, 1, d).join(""),
        };
        put(gold, kind, &text, "", "");
        pieces.push(Piece::para(if bold {
            format!("**{label}:** {text}")
        } else {
            format!("{label}: {text}")
        }));
    }
    pieces
}
