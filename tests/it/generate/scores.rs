//! The scores of generated reports, by table and by layout, against floors.

use super::report::{Plan, Report};
use rapporteur::emit::FORMATS;
use rapporteur::eval::{self, Evaluation};
use rapporteur::run::{Run, Tally, Watch, collect};
use rapporteur::tables::TABLES;
use std::path::Path;

/// How many reports are scored.
const REPORTS: u64 = 120;

/// What each table must reach over all reports.
const TABLES_REACH: &[(&str, f64)] = &[
    ("agenda", 0.98),
    ("presenters", 0.98),
    ("participants", 0.97),
    ("statements", 0.97),
    ("outcomes", 0.98),
    ("quotes", 0.98),
];

/// What the tables of every layout must reach.
const LAYOUTS_REACH: f64 = 0.90;

struct Silent;

impl Watch for Silent {
    fn written(&mut self, _: &Tally) {}
}

/// Writes reports and gold into a folder, runs the pipeline there, and compares.
fn score(reports: &[Report], folder: &Path) -> anyhow::Result<Evaluation> {
    std::fs::create_dir_all(folder.join("reports"))?;
    for report in reports {
        std::fs::write(
            folder.join(format!("reports/{}.txt", report.id)),
            &report.text,
        )?;
        report.gold.write(&folder.join("gold").join(&report.id))?;
    }
    let (inputs, failures) = collect(&[folder.join("reports")]);
    let run = Run {
        failures,
        ..Run::new(&inputs)
    };
    let csv: Vec<_> = FORMATS
        .iter()
        .filter(|f| f.name() == "csv")
        .copied()
        .collect();
    let tables: Vec<usize> = (0..TABLES.len()).collect();
    let out = folder.join("out");
    run.into_folder(&out, &csv, &tables, &mut Silent)?;
    eval::run(&folder.join("gold"), &out)
}

#[test]
fn generated_reports_score_no_less_than_before() {
    let reports: Vec<Report> = (0..REPORTS).map(|seed| Plan::new(seed).write()).collect();
    let temporary = tempfile::tempdir().expect("a folder");
    let chosen = std::env::var_os("RAPPORTEUR_WRITE");
    let folder = chosen.as_ref().map_or(temporary.path(), Path::new);
    let scores = score(&reports, folder).expect("a run");
    let mut below = Vec::new();
    for (table, floor) in TABLES_REACH {
        let reached = scores
            .tolerant
            .all
            .table(table)
            .map_or(0.0, |t| t.micro.rates.score);
        if reached < *floor {
            below.push(format!("{table} {reached:.3}, not {floor}"));
        }
    }
    for (tag, group) in &scores.tolerant.layouts {
        // A layout of no table damages or surrounds them all, and is as good as these.
        let Some(table) = tag
            .split_once(':')
            .and_then(|(table, _)| group.table(table))
        else {
            continue;
        };
        let reached = table.micro.rates.score;
        if reached < LAYOUTS_REACH {
            below.push(format!("{tag} {reached:.3}, not {LAYOUTS_REACH}"));
        }
    }
    assert!(below.is_empty(), "below what was reached: {below:#?}");
}
