//! Who said what: interventions in one of many layouts, and quotations.

use super::dice::Dice;
use super::gold::Gold;
use super::model::{Meeting, Person};
use super::names::CULTURES;
use super::outcomes::Pen;
use super::page::Piece;
use super::topics::{NARRATIVE, QUOTES, SAID, SAID_ON, SPEECH};

/// How interventions are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    Bold,
    Named,
    Label,
    LabelOrganisation,
    Initials,
    Delegation,
    Questions,
    Surname,
    None,
}

pub const LAYOUTS: &[(Layout, &str)] = &[
    (Layout::Bold, "statements:bold"),
    (Layout::Label, "statements:label"),
    (Layout::None, "statements:none"),
    (Layout::Delegation, "statements:delegation"),
    (Layout::Initials, "statements:initials"),
    (Layout::Named, "statements:named"),
    (Layout::Questions, "statements:qa"),
    (Layout::Surname, "statements:surname"),
    (Layout::LabelOrganisation, "statements:label-organisation"),
];

/// The sections in which people speak; the rows go into gold. `listed` says whether the report lists its people.
pub fn section(
    pen: &mut Pen,
    layout: Layout,
    listed: bool,
    d: &mut Dice,
    gold: &mut Gold,
) -> Vec<Piece> {
    if layout == Layout::None {
        return Vec::new();
    }
    let headings = match layout {
        Layout::Questions => ["Questions and answers", "Question and answer session"],
        _ => ["General discussion", "Exchange of views"],
    };
    let mut pieces = vec![Piece::heading(d.word(&headings))];
    if layout == Layout::Initials && !listed {
        // The report's own key to its letters.
        let people = pen.meeting.people[..4].iter();
        let key: Vec<_> = people
            .map(|p| format!("{} = {}", p.initials(), p.name()))
            .collect();
        pieces.push(Piece::para(format!("Speakers: {}", key.join("; "))));
    }
    let speakers: Vec<Person> = d.some(&pen.meeting.people[..4.min(pen.meeting.people.len())], 4);
    for (n, person) in speakers.iter().enumerate() {
        let (text, speaker, organisation) = speech(pen, layout, person, listed, n, d);
        gold.row(
            "statements",
            &[
                ("speaker", &speaker),
                ("organisation", &organisation),
                ("text", &words(&text, layout)),
            ],
        );
        pieces.push(Piece::Para(text));
    }
    if layout == Layout::Delegation {
        gold.no_opinion("statements", "organisation");
    }
    pieces
}

/// What a passage says, without marks of bold type or the label that says whose words these are.
fn words(text: &str, layout: Layout) -> String {
    let labelled = matches!(
        layout,
        Layout::Label | Layout::LabelOrganisation | Layout::Initials | Layout::Questions
    );
    let said = text.split_once(": ").filter(|_| labelled);
    said.map_or(text, |(_, said)| said).replace("**", "")
}

/// What somebody says, as printed, with the speaker and the organisation of gold.
fn speech(
    pen: &mut Pen,
    layout: Layout,
    p: &Person,
    listed: bool,
    n: usize,
    d: &mut Dice,
) -> (String, String, String) {
    let direct = |pen: &mut Pen, d: &mut Dice| pen.some(SPEECH, 2, 3, d).join(" ");
    let listed_org = |org: &str| {
        if listed {
            org.to_string()
        } else {
            String::new()
        }
    };
    let (name, org) = (p.name(), &p.organisation);
    match layout {
        Layout::Label => (
            format!("{name}: {}", direct(pen, d)),
            name.clone(),
            listed_org(org),
        ),
        Layout::LabelOrganisation => (
            format!("{name} ({org}): {}", direct(pen, d)),
            name.clone(),
            org.clone(),
        ),
        Layout::Initials => (
            format!("{}: {}", p.initials(), direct(pen, d)),
            name.clone(),
            listed_org(org),
        ),
        Layout::Questions => {
            let text = if n.is_multiple_of(2) {
                let question = d.word(&[
                    "How much does it cost?",
                    "Who pays for the repairs?",
                    "Can this be done in villages too?",
                ]);
                format!(
                    "Q ({name}, {org}): {} {question}",
                    pen.new_ones(SPEECH, 1, d).join("")
                )
            } else {
                format!("A ({name}, {org}): {}", direct(pen, d))
            };
            (text, name, org.clone())
        }
        Layout::Delegation => {
            let country = d.pick(CULTURES).country;
            let the = if country.starts_with("United")
                || country.ends_with("lands")
                || country.ends_with("ppines")
            {
                "the "
            } else {
                ""
            };
            let who = d.word(&["representative", "delegate", "delegation"]);
            let speaker = format!("{who} of {the}{country}");
            (
                format!("The {speaker} {}", reported(pen, d)),
                speaker,
                String::new(),
            )
        }
        Layout::Surname if listed => (
            format!("{} {} {}", p.honorific, p.family, reported(pen, d)),
            name,
            org.clone(),
        ),
        Layout::Bold => (
            format!("{} **{name}** of {org} {}", p.honorific, reported(pen, d)),
            name,
            org.clone(),
        ),
        _ => {
            let tie = d.word(&[" of ", " from "]);
            let text = format!("{} {name}{tie}{org} {}", p.honorific, reported(pen, d));
            (text, name, org.clone())
        }
    }
}

/// A verb, what was said, and what followed.
fn reported(pen: &mut Pen, d: &mut Dice) -> String {
    const VERBS: &[&str] = &[
        "said",
        "stressed",
        "noted",
        "explained",
        "pointed out",
        "reported",
        "stated",
        "added",
        "observed",
    ];
    let (said, more) = (
        pen.new_ones(SAID, 1, d).join(""),
        pen.some(SAID_ON, 0, 1, d).join(""),
    );
    format!("{} that {said}. {more}", d.word(VERBS))
        .trim_end()
        .to_string()
}

/// Quotations credited to people, among sentences that tell; the rows go into gold.
pub fn quotes(pen: &mut Pen, meeting: &Meeting, d: &mut Dice, gold: &mut Gold) -> Vec<Piece> {
    gold.tag("quotes:some");
    let (open, close) = *d.pick(&[("\"", "\""), ("“", "”"), ("\"", "\"")]);
    let mut pieces = vec![Piece::heading(d.word(&[
        "Impressions",
        "Voices from the field visit",
        "The field visit",
    ]))];
    for (person, words) in d
        .some(&meeting.people, 2)
        .iter()
        .zip(pen.new_ones(QUOTES, 2, d))
    {
        let (name, before) = (person.name(), pen.new_ones(NARRATIVE, 1, d).join(""));
        gold.row("quotes", &[("text", &words), ("speaker", &name)]);
        let quote = format!("{open}{words}{close}");
        match d.below(5) {
            0 => pieces.push(Piece::para(format!(
                "{before} {open}{words},{close} said {name}."
            ))),
            1 => pieces.push(Piece::para(format!(
                "{before} In the words of {name}: {quote}."
            ))),
            2 => pieces.push(Piece::para(format!("{before} As {name} put it, {quote}."))),
            3 => pieces.extend([
                Piece::para(before),
                Piece::Lines(vec![
                    quote,
                    String::new(),
                    format!("– {name}, {}", person.organisation),
                ]),
            ]),
            _ => pieces.extend([
                Piece::para(before),
                Piece::Lines(vec![format!("> {quote} — {name}")]),
            ]),
        }
    }
    pieces
}
