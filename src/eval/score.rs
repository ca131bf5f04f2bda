//! The arithmetic: counts of one table of one report, summed (micro) and averaged (macro).

use super::spec::TABLES;
use serde::Serialize;
use std::collections::BTreeMap;

/// What was counted.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Tally {
    /// Rows of gold.
    pub gold: usize,
    /// Rows of the output.
    pub found: usize,
    /// Pairs.
    pub paired: usize,
    /// Compared cells of the pairs.
    pub cells: usize,
    /// Those that are right.
    pub right: usize,
    /// Pairs of which every compared cell is right.
    pub whole: usize,
    /// Cells by column.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub columns: BTreeMap<&'static str, ColumnTally>,
}

/// The compared cells of one column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ColumnTally {
    /// Compared.
    pub cells: usize,
    /// Right.
    pub right: usize,
}

/// Counts and what follows from them; every rate is from 0 to 1, and 1 where there was nothing to get wrong.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Score {
    /// The counts.
    #[serde(flatten)]
    pub tally: Tally,
    /// The rates.
    #[serde(flatten)]
    pub rates: Mean,
}

/// The rates of one score, or the mean of the rates of several.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Mean {
    /// Pairs of the rows found.
    pub precision: f64,
    /// Pairs of the rows of gold.
    pub recall: f64,
    /// Twice the pairs of all rows.
    pub row_f1: f64,
    /// Right cells of those compared.
    pub cell_accuracy: f64,
    /// `row_f1` times `cell_accuracy`.
    pub score: f64,
    /// Rows of gold that were found with every compared cell right.
    pub whole_rows: f64,
}

/// The score of one table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TableScore {
    /// The table.
    pub table: &'static str,
    /// Over all rows of the group.
    #[serde(flatten)]
    pub micro: Score,
    /// The mean over the reports that have or should have rows.
    pub macro_reports: Mean,
}

/// The scores of a group of reports.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Group {
    /// How many reports.
    pub reports: usize,
    /// A score a table that gold has, in the contract's order.
    pub tables: Vec<TableScore>,
    /// Over all rows of all tables.
    pub micro: Score,
    /// The mean over the tables that have or should have rows.
    pub macro_tables: Mean,
}

/// All scores under one way to compare.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Level {
    /// Over all reports.
    pub all: Group,
    /// Each report.
    pub reports: BTreeMap<String, Group>,
    /// The reports of each layout tag.
    pub layouts: BTreeMap<String, Group>,
}

/// The counts of one table of one report.
#[derive(Debug)]
pub struct Entry<'a> {
    report: &'a str,
    table: &'static str,
    tally: Tally,
}

impl<'a> Entry<'a> {
    /// Counts with where they were made.
    pub fn new(report: &'a str, table: &'static str, tally: Tally) -> Entry<'a> {
        Entry {
            report,
            table,
            tally,
        }
    }
}

impl Tally {
    /// Whether there was nothing to find and nothing found.
    pub fn is_empty(&self) -> bool {
        self.gold + self.found == 0
    }

    fn add(&mut self, other: &Tally) {
        self.gold += other.gold;
        self.found += other.found;
        self.paired += other.paired;
        self.cells += other.cells;
        self.right += other.right;
        self.whole += other.whole;
        for (column, more) in &other.columns {
            let sum = self.columns.entry(column).or_default();
            sum.cells += more.cells;
            sum.right += more.right;
        }
    }

    /// The rates that follow from the counts.
    pub fn rates(&self) -> Mean {
        let row_f1 = ratio(2 * self.paired, self.gold + self.found);
        let cell_accuracy = ratio(self.right, self.cells);
        Mean {
            precision: ratio(self.paired, self.found),
            recall: ratio(self.paired, self.gold),
            row_f1,
            cell_accuracy,
            score: row_f1 * cell_accuracy,
            whole_rows: ratio(self.whole, self.gold),
        }
    }
}

impl Score {
    fn new(tally: Tally) -> Score {
        let rates = tally.rates();
        Score { tally, rates }
    }
}

impl Mean {
    /// The mean of the rates of those that are not empty.
    fn of<'a>(tallies: impl Iterator<Item = &'a Tally>) -> Mean {
        let all: Vec<Mean> = tallies
            .filter(|t| !t.is_empty())
            .map(Tally::rates)
            .collect();
        let mean = |rate: fn(&Mean) -> f64| match all.len() {
            0 => 1.0,
            n => all.iter().map(rate).sum::<f64>() / n as f64,
        };
        Mean {
            precision: mean(|r| r.precision),
            recall: mean(|r| r.recall),
            row_f1: mean(|r| r.row_f1),
            cell_accuracy: mean(|r| r.cell_accuracy),
            score: mean(|r| r.score),
            whole_rows: mean(|r| r.whole_rows),
        }
    }
}

impl Group {
    fn new(entries: &[&Entry]) -> Group {
        let mut tables = Vec::new();
        let mut whole = Tally::default();
        for spec in TABLES {
            let of_table: Vec<_> = entries.iter().filter(|e| e.table == spec.table).collect();
            if of_table.is_empty() {
                continue;
            }
            let mut sum = Tally::default();
            of_table.iter().for_each(|e| sum.add(&e.tally));
            whole.add(&sum);
            tables.push(TableScore {
                table: spec.table,
                micro: Score::new(sum),
                macro_reports: Mean::of(of_table.iter().map(|e| &e.tally)),
            });
        }
        whole.columns.clear();
        let mut reports: Vec<_> = entries.iter().map(|e| e.report).collect();
        reports.sort_unstable();
        reports.dedup();
        Group {
            reports: reports.len(),
            macro_tables: Mean::of(tables.iter().map(|t| &t.micro.tally)),
            micro: Score::new(whole),
            tables,
        }
    }

    /// The score of a table, where gold has it.
    pub fn table(&self, name: &str) -> Option<&TableScore> {
        self.tables.iter().find(|t| t.table == name)
    }
}

impl Level {
    /// Sums and averages. `layouts` has the report ids of each tag.
    pub fn new(entries: &[Entry], layouts: &BTreeMap<&str, Vec<&str>>) -> Level {
        let mut by_report: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
        for entry in entries {
            by_report.entry(entry.report).or_default().push(entry);
        }
        let of_tag = |ids: &Vec<&str>| {
            let entries = ids.iter().filter_map(|id| by_report.get(id)).flatten();
            Group::new(&entries.copied().collect::<Vec<_>>())
        };
        Level {
            all: Group::new(&entries.iter().collect::<Vec<_>>()),
            layouts: layouts
                .iter()
                .map(|(t, ids)| (t.to_string(), of_tag(ids)))
                .collect(),
            reports: by_report
                .iter()
                .map(|(id, e)| (id.to_string(), Group::new(e)))
                .collect(),
        }
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    match whole {
        0 => 1.0,
        n => part as f64 / n as f64,
    }
}
