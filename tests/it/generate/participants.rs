//! Participant lists in one of many layouts.

use super::agenda_tables::columns_of_spaces;
use super::dice::Dice;
use super::gold::Gold;
use super::model::{Meeting, Person};
use super::page::Piece;
use super::participant_groups::{addresses, grouped, headed, initials, roll_call, sentence};

/// How a list is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    Tabs,
    Pipe,
    Spaces,
    Numbered,
    Bullets,
    Brackets,
    ByOrganisation,
    ByCountry,
    Address,
    Sentence,
    RollCall,
    HeadedLists,
    SecondList,
    CommaLines,
    FamilyCapitals,
    LastFirstLines,
    Initials,
    None,
}

pub const LAYOUTS: &[(Layout, &str)] = &[
    (Layout::Tabs, "participants:tabs"),
    (Layout::Bullets, "participants:bullets"),
    (Layout::Address, "participants:address"),
    (Layout::Pipe, "participants:pipe"),
    (Layout::ByOrganisation, "participants:grouped-organisation"),
    (Layout::Sentence, "participants:sentence"),
    (Layout::Numbered, "participants:numbered"),
    (Layout::ByCountry, "participants:grouped-country"),
    (Layout::HeadedLists, "participants:headed-lists"),
    (Layout::Brackets, "participants:parentheses"),
    (Layout::RollCall, "participants:rollcall"),
    (Layout::Spaces, "participants:columns"),
    (Layout::Initials, "participants:initials"),
    (Layout::SecondList, "participants:second-list"),
    (Layout::None, "participants:none"),
    (Layout::CommaLines, "participants:comma-lines"),
    (Layout::FamilyCapitals, "participants:capitals"),
    (Layout::LastFirstLines, "participants:last-first"),
];

/// A row of gold in the making.
pub type Cells = Vec<(&'static str, String)>;

pub fn put(gold: &mut Gold, cells: Cells) {
    let cells: Vec<_> = cells.iter().map(|(c, v)| (*c, v.as_str())).collect();
    gold.row("participants", &cells);
}

pub fn cells(list: &[(&'static str, &str)]) -> Cells {
    list.iter().map(|(c, v)| (*c, v.to_string())).collect()
}

/// The heading and the pieces of a list; its rows go into gold.
pub fn section(
    meeting: &Meeting,
    layout: Layout,
    markdown: bool,
    d: &mut Dice,
    gold: &mut Gold,
) -> Vec<Piece> {
    let heading = d.word(&[
        "List of participants",
        "Participants",
        "Participant list",
        "List of Participants",
    ]);
    let attendance = d.word(&["Attendance", "Participants"]);
    let people = &meeting.people[..meeting.listed];
    let with = |pieces: Vec<Piece>, heading: &str| {
        let mut all = vec![Piece::heading(heading)];
        all.extend(pieces);
        all
    };
    match layout {
        Layout::None => Vec::new(),
        Layout::Tabs | Layout::Pipe | Layout::Spaces => {
            with(table(people, layout, d, gold), heading)
        }
        Layout::SecondList => {
            let (first, second) = people.split_at(people.len() - 3);
            let mut pieces = with(table(first, Layout::Tabs, d, gold), heading);
            pieces.push(Piece::heading(d.word(&[
                "Experts",
                "Resource persons",
                "Observers",
            ])));
            pieces.extend(table(second, Layout::Tabs, d, gold));
            pieces
        }
        Layout::ByOrganisation | Layout::ByCountry => {
            with(grouped(people, layout, markdown, d, gold), heading)
        }
        Layout::Address => with(addresses(people, d, gold), heading),
        Layout::Sentence => with(
            sentence(people, d, gold),
            d.word(&["Attendance", "Participants"]),
        ),
        Layout::RollCall => with(
            roll_call(people, d, gold),
            d.word(&["Roll call", "Attendance"]),
        ),
        Layout::HeadedLists => headed(people, d, gold),
        Layout::Initials => with(initials(people, gold), attendance),
        _ => with(lines(people, layout, d, gold), heading),
    }
}

/// A column: what its cells print, and the cells of gold that follow.
fn column(p: &Person, column: &str, number: usize) -> (String, Cells) {
    let both = |text: &str, name| (text.to_string(), cells(&[(name, text)]));
    match column {
        "number" => both(&number.to_string(), "number"),
        "name" => both(&p.name(), "name"),
        "first" => (
            p.given.clone(),
            cells(&[("first_name", &p.given), ("name", &p.name())]),
        ),
        "last" => both(&p.family, "last_name"),
        "LAST" => (p.capitals(), cells(&[("last_name", &p.capitals())])),
        "comma" => (
            format!("{}, {}", p.family, p.given),
            cells(&[
                ("name", &p.name()),
                ("first_name", &p.given),
                ("last_name", &p.family),
            ]),
        ),
        "honorific" => both(p.honorific, "honorific"),
        "job" => both(&p.job, "job_title"),
        "organisation" => both(&p.organisation, "organisation"),
        "city" => both(p.town, "city"),
        "country" => (
            p.country.to_string(),
            cells(&[("country", p.country), ("country_code", p.code)]),
        ),
        "city-country" => (
            format!("{}, {}", p.town, p.country),
            cells(&[
                ("city", p.town),
                ("country", p.country),
                ("country_code", p.code),
            ]),
        ),
        _ => both(&p.email, "email"),
    }
}

fn header(column: &str, d: &mut Dice) -> &'static str {
    match column {
        "number" => d.word(&["No.", "#", "Nr"]),
        "name" | "comma" => d.word(&["Name", "Full name", "Participant", "Name"]),
        "first" => d.word(&["First name", "First Name", "Given name"]),
        "last" | "LAST" => d.word(&["Last name", "Surname", "Family name"]),
        "honorific" => d.word(&["Mr/Ms", "Salutation", "Honorific"]),
        "job" => d.word(&[
            "Job title",
            "Position",
            "Function",
            "Title",
            "Designation",
            "Post",
        ]),
        "organisation" => d.word(&[
            "Organisation",
            "Affiliation",
            "Institution",
            "Organization",
            "Company",
            "Agency",
            "Employer",
        ]),
        "city" => d.word(&["City", "Town"]),
        "country" => d.word(&["Country", "Country"]),
        "city-country" => d.word(&["City, Country", "Location", "City and country"]),
        _ => d.word(&["Email", "E-mail", "Email address"]),
    }
}

/// The columns of a table: the name in one of its forms, then some others in any order.
fn columns(d: &mut Dice) -> Vec<&'static str> {
    let name: &[&str] = match d.below(5) {
        0 | 1 => &["name"],
        2 => &["first", "last"],
        3 => &["LAST", "first"],
        _ => &["comma"],
    };
    let mut others = vec!["organisation"];
    if d.chance(60) {
        others.push("job");
    }
    match d.below(4) {
        0 => others.push("country"),
        1 => others.extend(["city", "country"]),
        2 => others.push("city-country"),
        _ => (),
    }
    if d.chance(40) {
        others.push("email");
    }
    d.shuffle(&mut others);
    let mut columns = name.to_vec();
    if d.chance(20) {
        columns.insert(0, "honorific");
    }
    if d.chance(20) {
        // The organisation first, as delegations like it.
        columns = [&others[..1], &columns, &others[1..]].concat();
    } else {
        columns.extend(others);
    }
    if d.chance(40) {
        columns.insert(0, "number");
    }
    columns
}

fn table(people: &[Person], layout: Layout, d: &mut Dice, gold: &mut Gold) -> Vec<Piece> {
    let columns = columns(d);
    let mut rows = vec![
        columns
            .iter()
            .map(|c| header(c, d).to_string())
            .collect::<Vec<_>>(),
    ];
    for (n, person) in people.iter().enumerate() {
        let mut row = Vec::new();
        let mut gold_row = Cells::new();
        for name in &columns {
            let (text, cells) = column(person, name, n + 1);
            row.push(text);
            gold_row.extend(cells);
        }
        // A surname in capitals stands in capitals in the whole name too.
        if columns.contains(&"LAST") {
            gold_row.retain(|(c, _)| *c != "name");
            gold_row.push(("name", format!("{} {}", person.given, person.capitals())));
        }
        rows.push(row);
        put(gold, gold_row);
    }
    let lines = match layout {
        Layout::Pipe => {
            let mut lines: Vec<_> = rows
                .iter()
                .map(|r| format!("| {} |", r.join(" | ")))
                .collect();
            lines.insert(1, format!("|{}", "---|".repeat(columns.len())));
            lines
        }
        Layout::Spaces => columns_of_spaces(&rows),
        _ => rows.iter().map(|r| r.join("\t")).collect(),
    };
    vec![Piece::Lines(lines)]
}

/// A person a line.
fn lines(people: &[Person], layout: Layout, d: &mut Dice, gold: &mut Gold) -> Vec<Piece> {
    let bullet = d.word(&["-", "•", "*"]);
    let dash = d.word(&[" – ", " - ", ", "]);
    let honorifics = d.chance(30);
    let mut out = Vec::new();
    for (n, p) in people.iter().enumerate() {
        let number = (n + 1).to_string();
        let mut row = cells(&[("organisation", &p.organisation)]);
        let (mut name, mut printed) = (p.name(), p.name());
        if layout == Layout::FamilyCapitals || layout == Layout::LastFirstLines {
            let family = if layout == Layout::FamilyCapitals {
                p.capitals()
            } else {
                p.family.clone()
            };
            name = format!("{} {family}", p.given);
            printed = if layout == Layout::FamilyCapitals {
                name.clone()
            } else {
                format!("{family}, {}", p.given)
            };
            row.extend(cells(&[("first_name", &p.given), ("last_name", &family)]));
        } else if honorifics {
            printed = format!("{} {name}", p.honorific);
        }
        if honorifics && layout != Layout::LastFirstLines {
            row.extend(cells(&[("honorific", p.honorific)]));
            printed = if layout == Layout::FamilyCapitals {
                format!("{} {name}", p.honorific)
            } else {
                printed
            };
        }
        row.extend(cells(&[("name", &name)]));
        let job = ("job_title", p.job.clone());
        let place = cells(&[
            ("city", p.town),
            ("country", p.country),
            ("country_code", p.code),
        ]);
        let text = match layout {
            Layout::Numbered => {
                row.extend([job, ("number", number.clone())]);
                format!("{number}. {printed}, {}, {}", p.job, p.organisation)
            }
            Layout::Bullets => {
                row.push(job);
                format!("{bullet} {printed}{dash}{}, {}", p.job, p.organisation)
            }
            Layout::Brackets => {
                row.push(("city", p.town.to_string()));
                format!("{printed} ({}; {})", p.organisation, p.town)
            }
            Layout::FamilyCapitals => {
                row.push(job);
                format!("{printed}, {}, {}", p.job, p.organisation)
            }
            Layout::LastFirstLines => format!("{printed} ({})", p.organisation),
            _ => {
                row.extend(place);
                format!("{printed}, {}, {}, {}", p.organisation, p.town, p.country)
            }
        };
        out.push(text);
        put(gold, row);
    }
    vec![Piece::Lines(out)]
}
