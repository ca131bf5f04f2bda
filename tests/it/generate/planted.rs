//! Planted faults are found under their rule and on their line, and clean reports raise hardly any doubt.

use super::agenda;
use super::damage::Damage;
use super::faults::{FAULTS, Fault, MARK};
use super::report::Plan;
use super::traps::Trap;
use rapporteur::extract::{Options, extract};
use rapporteur::seal::seal;
use rapporteur::source::Source;
use rapporteur::spool::Sealed;
use rapporteur::tables::TABLES;
use std::collections::BTreeMap;

/// How many reports each fault is planted in.
const EACH: u64 = 10;

/// How many clean reports are read.
const CLEAN: u64 = 60;

/// Warnings and errors a clean report.
const DOUBTS: f64 = 0.1;

/// The share of the planted faults that must be found.
const REACHED: f64 = 0.95;

/// Rules that find fewer yet, and how many.
const NOT_YET: &[(&str, f64)] = &[];

/// A finding: its rule, its severity, the lines it names.
struct Doubt {
    rule: String,
    severity: String,
    lines: Vec<usize>,
    message: String,
}

fn doubts(text: &str) -> Vec<Doubt> {
    let source = Source::from_text("r", text);
    let mut data = extract(&source, &Options::default());
    let bytes = seal(&source, &mut data);
    let table = TABLES
        .iter()
        .position(|t| t.name == "findings")
        .expect("a table");
    let sealed = Sealed::read(&bytes, |t| t == table).expect("a sealed report");
    let rows = sealed.rows(table);
    rows.map(|row| {
        let cell = |column: &str| row.cell(column).printed().into_owned();
        let own = row.place().map(|p| p.line as usize);
        let other = cell("other_line").parse().ok();
        Doubt {
            rule: cell("rule"),
            severity: cell("severity"),
            message: cell("message"),
            lines: own.into_iter().chain(other).collect(),
        }
    })
    .collect()
}

/// The text without marks, and the lines on which they stood; with the lines beside, where a row of the programme is
/// printed on several.
fn unmarked(text: &str, several: bool) -> (String, Vec<usize>) {
    let lines = text.lines().enumerate();
    let marked = lines.filter(|(_, l)| l.contains(MARK)).map(|(i, _)| i + 1);
    let beside = usize::from(several);
    let marked = marked.flat_map(|l| l - beside..=l + beside).collect();
    (text.replace(MARK, ""), marked)
}

/// Reports with this fault, and in how many of them it was found; each that was not, in words.
fn found(fault: Fault, rule: &str, missed: &mut Vec<String>) -> (usize, usize) {
    let (mut planted, mut found) = (0, 0);
    for seed in 500..500 + EACH {
        let plan = fault.plan(seed);
        let several = plan.agenda == agenda::Layout::TimeOwnLine;
        let (text, marked) = unmarked(&plan.write().text, several);
        if marked.is_empty() {
            continue;
        }
        planted += 1;
        let doubts = doubts(&text);
        let own = doubts.iter().filter(|d| d.rule == rule);
        if own
            .clone()
            .any(|d| d.lines.iter().any(|l| marked.contains(l)))
        {
            found += 1;
        } else {
            let lines: Vec<_> = own.map(|d| &d.lines).collect();
            missed.push(format!(
                "{rule} in {seed}: planted on {marked:?}, found on {lines:?}"
            ));
        }
    }
    (planted, found)
}

#[test]
fn planted_faults_are_found_on_their_line() {
    let mut missed = Vec::new();
    let mut low = Vec::new();
    for (fault, rule) in FAULTS {
        let (planted, found) = found(*fault, rule, &mut missed);
        let floor = NOT_YET
            .iter()
            .find(|(r, _)| r == rule)
            .map_or(REACHED, |(_, f)| *f);
        if (found as f64) < floor * planted as f64 || planted < EACH as usize / 2 {
            low.push(format!("{rule}: {found} of {planted}"));
        }
    }
    assert!(low.is_empty(), "{low:#?}\n{}", missed.join("\n"));
}

#[test]
fn clean_reports_raise_hardly_a_doubt() {
    let mut told: BTreeMap<String, usize> = BTreeMap::new();
    let mut where_found = Vec::new();
    for seed in 700..700 + CLEAN {
        let plan = Plan {
            damage: Damage::None,
            trap: Trap::None,
            ..Plan::new(seed)
        };
        if plan.agenda == agenda::Layout::DroppedCells {
            continue;
        }
        let text = plan.write().text;
        for doubt in doubts(&text) {
            if doubt.severity != "note" {
                where_found.push(format!(
                    "{seed}: {} {:?} {}",
                    doubt.rule, doubt.lines, doubt.message
                ));
                *told.entry(doubt.rule).or_default() += 1;
            }
        }
    }
    let all: usize = told.values().sum();
    assert!(
        all as f64 <= DOUBTS * CLEAN as f64,
        "{told:?}\n{}",
        where_found.join("\n")
    );
}
