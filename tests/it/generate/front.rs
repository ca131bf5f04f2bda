//! The first page: title, dates, place; and the narrative that fills a report.

use super::clock::Dates;
use super::dice::Dice;
use super::gold::Gold;
use super::model::Meeting;
use super::outcomes::Pen;
use super::page::{Heads, Piece};
use super::topics::NARRATIVE;

/// Where the date and the place stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Subtitle,
    Title,
    Sentence,
    Labels,
    TwoLines,
    Footer,
}

pub const PLACES: &[(Place, &str)] = &[
    (Place::Subtitle, "front:subtitle"),
    (Place::Sentence, "front:sentence"),
    (Place::Title, "front:title"),
    (Place::Labels, "front:labels"),
    (Place::TwoLines, "front:date-then-place"),
    (Place::Footer, "front:footer"),
];

/// The first page, and the line that runs at the foot of the others.
pub fn page(
    m: &Meeting,
    place: Place,
    dates: Dates,
    heads: Heads,
    d: &mut Dice,
    gold: &mut Gold,
) -> (Vec<Piece>, String) {
    let when = dates.range(m.first_day(), m.last_day(), d);
    let (first, last) = (m.first_day().to_string(), m.last_day().to_string());
    gold.row(
        "reports",
        &[
            ("event_start", &first),
            ("event_end", &last),
            ("city", m.town),
            ("country", m.country),
            ("language", "en"),
        ],
    );
    let mut title = m.title.clone();
    if place == Place::Title {
        title = format!("{title}, {}, {}, {when}", m.town, m.country);
    }
    let title = match heads {
        Heads::Hash => vec![format!("# {title}")],
        Heads::Setext => vec![title.clone(), "=".repeat(title.chars().count())],
        Heads::Bold => vec![format!("**{title}**")],
        Heads::Capitals | Heads::Roman if place != Place::Title => vec![title.to_uppercase()],
        _ => vec![title],
    };
    let mut pieces = vec![Piece::Lines(title)];
    let town = format!("{}, {}", m.town, m.country);
    match place {
        Place::Subtitle => pieces.push(Piece::Lines(vec![format!("{town}, {when}")])),
        Place::TwoLines => pieces.push(Piece::Lines(vec![when.clone(), town.clone()])),
        Place::Labels => pieces.push(Piece::Lines(vec![
            format!("Date: {when}"),
            format!("Place: {}, {town}", m.venue),
        ])),
        Place::Sentence => {
            let lasted = if first == last {
                format!("on {when}")
            } else {
                format!("on {when}").replace("on Monday", "from Monday")
            };
            pieces.push(Piece::heading("Introduction"));
            pieces.push(Piece::para(format!(
                "The {} on {} was held at the {} in {town}, {lasted}. It brought together people from {} organisations.",
                m.sort, m.topic.name.to_lowercase(), m.venue, d.word(&["several", "many", "different"])
            )));
        }
        Place::Title | Place::Footer => (),
    }
    let footer = match place {
        Place::Footer => format!("{}, {town}, {when}", m.title),
        _ => m.title.clone(),
    };
    (pieces, footer)
}

/// A section that tells and concludes nothing.
pub fn background(pen: &mut Pen, d: &mut Dice) -> Vec<Piece> {
    let heading = d.word(&[
        "Background",
        "Context",
        "Opening",
        "The setting",
        "Field visit",
    ]);
    let mut pieces = vec![Piece::heading(heading)];
    for _ in 0..d.between(1, 2) {
        let sentences = pen.some(NARRATIVE, 2, 3, d);
        pieces.push(Piece::para(sentences.join(" ")));
    }
    pieces
}
