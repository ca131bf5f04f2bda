//! Participant lists in groups, blocks and sentences.

use super::dice::Dice;
use super::gold::Gold;
use super::model::Person;
use super::page::Piece;
use super::participants::{Layout, cells, put};

/// People under headings of their organisation or country.
pub fn grouped(
    people: &[Person],
    layout: Layout,
    markdown: bool,
    d: &mut Dice,
    gold: &mut Gold,
) -> Vec<Piece> {
    let by_country = layout == Layout::ByCountry;
    let key = |p: &Person| {
        if by_country {
            p.country.to_string()
        } else {
            p.organisation.clone()
        }
    };
    let mut sorted: Vec<&Person> = people.iter().collect();
    sorted.sort_by_key(|p| key(p));
    let capitals = by_country && d.chance(50);
    let bullet = d.word(&["- ", "", "• "]);
    let honorifics = d.chance(40);
    let mut pieces: Vec<Piece> = Vec::new();
    let mut out: Vec<String> = Vec::new();
    let mut last = String::new();
    for p in sorted {
        let group = key(p);
        if group != last {
            if !out.is_empty() {
                pieces.push(Piece::Lines(std::mem::take(&mut out)));
            }
            let head = if capitals {
                group.to_uppercase()
            } else {
                group.clone()
            };
            pieces.push(if markdown {
                Piece::Heading(2, head)
            } else {
                Piece::Lines(vec![head])
            });
            last = group.clone();
        }
        let mut row = cells(&[
            ("name", &p.name()),
            ("job_title", &p.job),
            ("organisation", &p.organisation),
        ]);
        if honorifics {
            row.extend(cells(&[("honorific", p.honorific)]));
        }
        let name = if honorifics {
            format!("{} {}", p.honorific, p.name())
        } else {
            p.name()
        };
        out.push(match by_country {
            true => format!("{bullet}{name}, {}, {}", p.job, p.organisation),
            false => format!("{bullet}{name}, {}", p.job),
        });
        if by_country {
            row.extend(cells(&[("country", &group), ("country_code", p.code)]));
        }
        put(gold, row);
    }
    pieces.push(Piece::Lines(out));
    pieces
}

/// Name, organisation, street, town, telephone and address, each on a line.
pub fn addresses(people: &[Person], d: &mut Dice, gold: &mut Gold) -> Vec<Piece> {
    let capitals = d.chance(60);
    let honorifics = d.chance(60);
    let (street, phone, job) = (d.chance(80), d.chance(70), d.chance(60));
    let mark = d.word(&["Email: ", "E-mail: ", ""]);
    let own_line = d.chance(30);
    let mut pieces = Vec::new();
    for p in people {
        let family = if capitals {
            p.capitals()
        } else {
            p.family.clone()
        };
        let name = format!("{} {family}", p.given);
        let mut row = cells(&[
            ("name", &name),
            ("organisation", &p.organisation),
            ("city", p.town),
            ("country", p.country),
            ("country_code", p.code),
            ("email", &p.email),
        ]);
        if capitals {
            row.extend(cells(&[("first_name", &p.given), ("last_name", &family)]));
        }
        let mut lines = vec![if honorifics {
            format!("{} {name}", p.honorific)
        } else {
            name.clone()
        }];
        if honorifics {
            row.extend(cells(&[("honorific", p.honorific)]));
        }
        if job {
            lines.push(p.job.clone());
            row.extend(cells(&[("job_title", &p.job)]));
        }
        lines.push(p.organisation.clone());
        if street {
            lines.push(p.street.to_string());
        }
        match own_line {
            true => lines.extend([format!("{} {}", p.postal, p.town), p.country.to_string()]),
            false => lines.push(format!("{} {}, {}", p.postal, p.town, p.country)),
        }
        if phone {
            lines.push(format!("Tel: {}", p.phone));
        }
        lines.push(format!("{mark}{}", p.email));
        put(gold, row);
        pieces.push(Piece::Lines(lines));
    }
    pieces
}

/// `Present: A (Org), B (Org). Apologies: C (Org).`
pub fn sentence(people: &[Person], d: &mut Dice, gold: &mut Gold) -> Vec<Piece> {
    let (there, away) = people.split_at(people.len() - 2);
    let remote = d.chance(40);
    let (here, phone) = there.split_at(there.len() - if remote { 2 } else { 0 });
    let last = d.word(&[", ", " and "]);
    let mut list = |people: &[Person], attendance: &str| {
        let mut text = String::new();
        for (n, p) in people.iter().enumerate() {
            text.push_str(match n {
                0 => "",
                n if n + 1 == people.len() => last,
                _ => ", ",
            });
            text.push_str(&format!("{} ({})", p.name(), p.organisation));
            put(
                gold,
                cells(&[
                    ("name", &p.name()),
                    ("organisation", &p.organisation),
                    ("attendance", attendance),
                ]),
            );
        }
        text
    };
    let mut parts = vec![format!("Present: {}.", list(here, "present"))];
    if remote {
        parts.push(format!(
            "{}: {}.",
            d.word(&["By phone", "By video", "Online"]),
            list(phone, "remote")
        ));
    }
    parts.push(format!(
        "{}: {}.",
        d.word(&["Apologies", "Excused", "Regrets"]),
        list(away, "apologies")
    ));
    match d.chance(50) {
        true => vec![Piece::para(parts.join(" "))],
        false => parts.into_iter().map(Piece::Para).collect(),
    }
}

/// A name a line with the answer behind it.
pub fn roll_call(people: &[Person], d: &mut Dice, gold: &mut Gold) -> Vec<Piece> {
    let dots = d.chance(60);
    let mut out = Vec::new();
    for (n, p) in people.iter().enumerate() {
        let here = n % 4 != 3;
        let (word, attendance) = if here {
            ("Present", "present")
        } else {
            ("Absent", "absent")
        };
        let name = format!("{}, {}", p.capitals(), p.given);
        out.push(match dots {
            true => format!(
                "{name} {} {word}",
                ".".repeat(40usize.saturating_sub(name.chars().count()))
            ),
            false => format!("{name}\t{word}"),
        });
        put(
            gold,
            cells(&[
                ("name", &format!("{} {}", p.given, p.capitals())),
                ("first_name", &p.given),
                ("last_name", &p.capitals()),
                ("attendance", attendance),
            ]),
        );
    }
    vec![Piece::Lines(out)]
}

/// A list for those present, one for guests, one for those who could not come.
pub fn headed(people: &[Person], d: &mut Dice, gold: &mut Gold) -> Vec<Piece> {
    let bullet = d.word(&["- ", "", "• "]);
    let (there, away) = people.split_at(people.len() - 2);
    let (here, guests) = there.split_at(there.len() - 2);
    let heads = [
        (here, d.word(&["Present", "Members present"]), "present"),
        (
            guests,
            d.word(&["In attendance", "Also present"]),
            "present",
        ),
        (
            away,
            d.word(&["Apologies", "Excused", "Apologies for absence"]),
            "apologies",
        ),
    ];
    let mut pieces = Vec::new();
    for (people, head, attendance) in heads {
        pieces.push(Piece::heading(head));
        let mut lines = Vec::new();
        for p in people {
            lines.push(format!("{bullet}{}, {}", p.name(), p.organisation));
            put(
                gold,
                cells(&[
                    ("name", &p.name()),
                    ("organisation", &p.organisation),
                    ("attendance", attendance),
                ]),
            );
        }
        pieces.push(Piece::Lines(lines));
    }
    pieces
}

/// Names with the letters under which they speak.
pub fn initials(people: &[Person], gold: &mut Gold) -> Vec<Piece> {
    let mut lines = Vec::new();
    for p in people {
        lines.push(format!(
            "{} ({}), {}",
            p.name(),
            p.initials(),
            p.organisation
        ));
        put(
            gold,
            cells(&[("name", &p.name()), ("organisation", &p.organisation)]),
        );
    }
    vec![Piece::Lines(lines)]
}
