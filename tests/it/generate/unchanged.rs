//! What a report says does not depend on how it is set: line ends, wrapping, running heads, page breaks, blanks and hyphens
//! that are not seen, and the place of the participant list change no record.

use super::damage::{Damage, pages};
use super::dice::Dice;
use super::report::Plan;
use crate::root;
use rapporteur::extract::{Options, extract};
use rapporteur::schema::Cell;
use rapporteur::source::Source;
use std::collections::BTreeMap;

/// How many generated reports are set in other ways.
const REPORTS: u64 = 90;

/// What stands at the head of pages.
const HEAD: &str = "A running head of this report";

/// The tables that are held.
const TABLES: &[&str] = &[
    "agenda",
    "presenters",
    "participants",
    "outcomes",
    "statements",
    "quotes",
];

/// Rows of the held tables with how often each occurs; links, ids and places left out.
type Records = BTreeMap<String, usize>;

fn records(text: &str) -> Records {
    let source = Source::decode("r", "r.txt", text.as_bytes()).expect("text");
    let data = extract(&source, &Options::default());
    let mut records = Records::new();
    data.each_table(|table, rows| {
        if !TABLES.contains(&table.name) {
            return;
        }
        for row in rows {
            let mut cells = vec![table.name.to_string()];
            row.each_field(&mut |cell, _| {
                if !matches!(cell, Cell::Row(..) | Cell::Id(_)) {
                    cells.push(cell.printed().into_owned());
                }
            });
            *records.entry(cells.join(" | ")).or_default() += 1;
        }
    });
    records
}

/// The rows that only one of two readings has, each with its sign.
fn differences(before: &Records, after: &Records) -> Vec<String> {
    let gone = before
        .iter()
        .filter(|(r, n)| after.get(*r) != Some(*n))
        .map(|(r, _)| format!("- {r}"));
    let new = after
        .iter()
        .filter(|(r, n)| before.get(*r) != Some(*n))
        .map(|(r, _)| format!("+ {r}"));
    gone.chain(new).collect()
}

/// A report set in several ways, each with what was done.
fn settings(plan: &Plan) -> Vec<(&'static str, String)> {
    let plain = Plan {
        damage: Damage::None,
        ..plan.clone()
    };
    let wrapped = Plan {
        damage: Damage::Wrap80,
        ..plan.clone()
    };
    let moved = Plan {
        people_first: !plan.people_first,
        ..plain.clone()
    };
    let (flat, narrow) = (plain.write().text, wrapped.write().text);
    let paged = |damage| {
        let lines = narrow.lines().map(str::to_string).collect();
        pages(damage, lines, HEAD, &mut Dice::new(plan.seed)).join("\n")
    };
    let mut all = vec![
        ("CRLF", flat.replace('\n', "\r\n")),
        ("CR", flat.replace('\n', "\r")),
        ("wrapped", narrow.clone()),
        ("page numbers", paged(Damage::PageNumber)),
        ("form feeds", paged(Damage::FormFeed)),
        ("list moved", moved.write().text),
    ];
    for (what, damage) in [
        ("no-break spaces", Damage::Nbsp),
        ("blanks without width", Damage::ZeroWidth),
        ("soft hyphens", Damage::SoftHyphen),
        ("hyphens at line ends", Damage::Hyphenation),
    ] {
        let set = Plan {
            damage,
            ..plan.clone()
        };
        all.push((what, set.write().text));
    }
    // A head that stands in one place runs through nothing: by its shape it is a heading.
    let headed = paged(Damage::RunningHeader);
    if headed.matches(HEAD).count() > 1 {
        all.push(("running heads", headed));
    }
    all
}

#[test]
fn setting_a_report_in_another_way_changes_no_record() {
    let mut told = Vec::new();
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for seed in 0..REPORTS {
        let plan = Plan::new(seed);
        let before = records(
            &Plan {
                damage: Damage::None,
                ..plan.clone()
            }
            .write()
            .text,
        );
        for (what, text) in settings(&plan) {
            let found = differences(&before, &records(&text));
            let count = counts.entry(what).or_default();
            count.0 += found.len();
            count.1 += before.values().sum::<usize>();
            told.extend(found.into_iter().map(|d| format!("{seed} {what}: {d}")));
        }
    }
    assert!(told.is_empty(), "{counts:?}\n{}", told.join("\n"));
}

#[test]
fn line_ends_change_no_record_of_the_reports_at_hand() {
    for folder in ["raw", "tests/reports"] {
        for entry in std::fs::read_dir(root().join(folder)).expect("a folder") {
            let path = entry.expect("an entry").path();
            if !path.extension().is_some_and(|e| e == "txt" || e == "md") {
                continue;
            }
            let text = std::fs::read_to_string(&path)
                .expect("a report")
                .replace("\r\n", "\n");
            let before = records(&text);
            for end in ["\r\n", "\r"] {
                let found = differences(&before, &records(&text.replace('\n', end)));
                assert!(found.is_empty(), "{} {end:?}: {found:#?}", path.display());
            }
        }
    }
}
