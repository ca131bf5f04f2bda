//! What looks like a record and is none.

use super::dice::Dice;
use super::model::Meeting;
use super::names::CULTURES;
use super::outcomes::Pen;
use super::page::Piece;
use super::topics::{NARRATIVE, SLOGANS, TALKS, fill};

/// A trap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trap {
    None,
    Contents,
    Bibliography,
    Budget,
    TimeZones,
    Template,
    ProsCons,
    Slogans,
    OpeningHours,
    Documents,
    Sponsors,
}

pub const TRAPS: &[(Trap, &str)] = &[
    (Trap::Contents, "trap:contents"),
    (Trap::Bibliography, "trap:bibliography"),
    (Trap::None, "trap:none"),
    (Trap::Budget, "trap:budget"),
    (Trap::TimeZones, "trap:time-zones"),
    (Trap::Template, "trap:template"),
    (Trap::ProsCons, "trap:pros-cons"),
    (Trap::Slogans, "trap:slogans"),
    (Trap::OpeningHours, "trap:opening-hours"),
    (Trap::Documents, "trap:documents"),
    (Trap::Sponsors, "trap:sponsors"),
];

fn lines(lines: &[&str]) -> Piece {
    Piece::Lines(lines.iter().map(|l| l.to_string()).collect())
}

/// A section that must give no row.
pub fn section(trap: Trap, pen: &mut Pen, d: &mut Dice) -> Vec<Piece> {
    let pipes = d.chance(50);
    let table = |rows: &[&[&str]]| {
        let line = |r: &&[&str]| {
            if pipes {
                format!("| {} |", r.join(" | "))
            } else {
                r.join("\t")
            }
        };
        let mut lines: Vec<String> = rows.iter().map(line).collect();
        if pipes {
            lines.insert(1, format!("|{}", "---|".repeat(rows[0].len())));
        }
        Piece::Lines(lines)
    };
    match trap {
        Trap::None | Trap::Contents => Vec::new(),
        Trap::Bibliography => vec![
            Piece::heading(d.word(&["References", "Bibliography", "Further reading"])),
            books(pen.meeting, d),
        ],
        Trap::Budget => vec![
            Piece::heading("Budget"),
            table(&[
                &["Item", "Units", "Cost (EUR)"],
                &["Travel of participants", "24", "14,400"],
                &["Interpretation", "2", "1,800"],
                &["Printing", "300", "960"],
                &["Total", "", "17,160"],
            ]),
        ],
        Trap::TimeZones => vec![
            Piece::heading("Local times of the online sessions"),
            table(&[
                &["City", "Local time"],
                &["Lima", "08:00 - 09:30"],
                &["Lisbon", "14:00 - 15:30"],
                &["Nairobi", "16:00 - 17:30"],
                &["Dhaka", "19:00 - 20:30"],
            ]),
        ],
        Trap::Template => vec![
            Piece::heading(d.word(&[
                "Annex: template for national reports",
                "Template for the next meeting",
            ])),
            table(&[
                &["Action", "Responsible", "Deadline"],
                &["", "", ""],
                &["", "", ""],
            ]),
            lines(&[
                "Name: ______________",
                "Organisation: ______________",
                "Recommendations: ______________",
            ]),
        ],
        Trap::ProsCons => vec![
            Piece::heading("Two ways to pay"),
            table(&[
                &["Pros", "Cons"],
                &["Simple to explain", "Seen as a tax"],
                &["Stable income", "Slow to start"],
                &["Known from abroad", "Needs a new office"],
            ]),
        ],
        Trap::Slogans => {
            let said = d.some(SLOGANS, 2);
            vec![Piece::para(format!(
                "{} On the wall somebody had written \"{}\", and next to it \"{}\".",
                pen.new_ones(NARRATIVE, 1, d).join(""),
                said[0],
                said[1]
            ))]
        }
        Trap::OpeningHours => vec![
            Piece::heading("Practical information"),
            lines(&[
                "The secretariat is open Monday to Friday, 9:00-17:00.",
                "Shuttle buses leave at 8:15 and 18:30.",
                "Breakfast is served from 7:00.",
            ]),
        ],
        Trap::Documents => vec![
            Piece::heading(d.word(&["Documents before the meeting", "List of documents"])),
            table(&[
                &["Symbol", "Title"],
                &["WP.3/1", "Draft guidelines"],
                &["WP.3/2", "Note by the secretariat"],
                &["INF.4", "Results of the survey"],
            ]),
        ],
        Trap::Sponsors => vec![
            Piece::heading("Acknowledgements"),
            Piece::para(format!(
                "The organisers thank the {}, the National Lottery Fund and the Harbour Savings Bank for their support.",
                pen.meeting.venue
            )),
        ],
    }
}

fn books(meeting: &Meeting, d: &mut Dice) -> Piece {
    let mut books = Vec::new();
    for _ in 0..3 {
        let families = d.pick(CULTURES).families;
        let family = d.word(families);
        let title = fill(d.word(TALKS), meeting.topic, meeting.town, d);
        let year = d.between(1988, 2019);
        books.push(format!(
            "{family}, A. ({year}): {}. Journal of Plain Matters {}, {}-{}.",
            super::topics::capital(&title),
            d.between(2, 40),
            d.between(100, 199),
            d.between(200, 299)
        ));
    }
    books.sort();
    Piece::Lines(books)
}

/// A list of the headings of a report with their pages.
pub fn contents(pieces: &[Piece], d: &mut Dice) -> Vec<Piece> {
    let dots = d.chance(60);
    let mut page = 1;
    let mut entries = Vec::new();
    for piece in pieces {
        if let Piece::Heading(1, text) = piece {
            page += d.between(0, 3);
            entries.push(match dots {
                true => format!(
                    "{text} {} {page}",
                    ".".repeat(60usize.saturating_sub(text.chars().count()))
                ),
                false => format!("{text}\t{page}"),
            });
        }
    }
    vec![
        Piece::heading(d.word(&["Contents", "Table of contents"])),
        Piece::Lines(entries),
    ]
}
