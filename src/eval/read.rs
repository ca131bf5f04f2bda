//! Reads gold folders and output folders into grids of cells.

use super::spec::{self, TABLES};
use anyhow::{Context, Result, bail};
use std::collections::{BTreeMap, HashMap};
use std::path::Path;

/// A table's cells as text.
#[derive(Clone, Debug, Default)]
pub struct Grid {
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
}

/// Gold by report id.
pub type Gold = BTreeMap<String, GoldReport>;

/// What gold says of one report.
#[derive(Clone, Debug, Default)]
pub struct GoldReport {
    /// Its tables by name; one without rows says that the report has none.
    pub tables: BTreeMap<String, Grid>,
    /// The tags of its layout, sorted.
    pub layouts: Vec<String>,
}

/// The tables of an output folder, by name and report id.
#[derive(Clone, Debug, Default)]
pub struct Found {
    tables: BTreeMap<String, BTreeMap<String, Grid>>,
}

impl Grid {
    /// A grid of `columns`, each row as long as these.
    pub fn new(columns: Vec<String>, rows: Vec<Vec<String>>) -> Grid {
        Grid { columns, rows }
    }

    /// Reads CSV with a header row.
    ///
    /// # Errors
    /// A file that is no CSV, or a row of another length than its header.
    pub fn from_csv(bytes: impl std::io::Read) -> Result<Grid> {
        let mut reader = csv::Reader::from_reader(bytes);
        let columns = reader
            .headers()?
            .iter()
            .map(|c| c.trim().to_string())
            .collect();
        let mut rows = Vec::new();
        for record in reader.records() {
            rows.push(record?.iter().map(str::to_string).collect());
        }
        Ok(Grid { columns, rows })
    }

    /// The number of rows.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Whether there is such a column.
    pub fn has(&self, column: &str) -> bool {
        self.columns.iter().any(|c| c == column)
    }

    /// A cell; empty where there is no such column.
    pub fn get(&self, row: usize, column: &str) -> &str {
        let at = self.columns.iter().position(|c| c == column);
        let cell = at.and_then(|at| self.rows.get(row)?.get(at));
        cell.map_or("", String::as_str)
    }

    /// The grid with `cell` in every row of a new last column.
    pub fn with_column(&self, column: &str, cell: &str) -> Grid {
        let mut grid = self.clone();
        grid.columns.push(column.to_string());
        grid.rows.iter_mut().for_each(|r| r.push(cell.to_string()));
        grid
    }

    /// Adds `column` with what `cells` has for a row's `key`, unless there is one already.
    fn join(&mut self, column: &str, key: &str, cells: &HashMap<String, String>) {
        if self.has(column) {
            return;
        }
        for r in 0..self.len() {
            let cell = cells.get(self.get(r, key)).cloned().unwrap_or_default();
            self.rows[r].push(cell);
        }
        self.columns.push(column.to_string());
    }

    fn lookup(&self, column: &str) -> HashMap<String, String> {
        let pair = |r| {
            (
                self.get(r, "id").to_string(),
                self.get(r, column).to_string(),
            )
        };
        (0..self.len()).map(pair).collect()
    }
}

impl Found {
    /// The output's tables, each with a `report_id` column.
    pub fn new(mut tables: BTreeMap<String, Grid>) -> Found {
        for (table, column, key, parent, named) in [
            ("presenters", "agenda_title", "agenda_id", "agenda", "title"),
            (
                "presenters",
                "agenda_start",
                "agenda_id",
                "agenda",
                "start_time",
            ),
            ("speakers", "session", "session_id", "sessions", "title"),
        ] {
            let cells = tables
                .get(parent)
                .map(|p| p.lookup(named))
                .unwrap_or_default();
            if let Some(grid) = tables.get_mut(table) {
                grid.join(column, key, &cells);
            }
        }
        let by_report = |(name, grid): (String, Grid)| (name, split(grid));
        Found {
            tables: tables.into_iter().map(by_report).collect(),
        }
    }

    /// The rows of one report, `None` where it has none.
    pub fn rows(&self, table: &str, report_id: &str) -> Option<&Grid> {
        self.tables.get(table)?.get(report_id)
    }

    /// Whether the run read the report: `reports` has a row of it. Without that table every report counts as read.
    pub fn covers(&self, report_id: &str) -> bool {
        let reports = self.tables.get("reports");
        reports.is_none_or(|r| r.contains_key(report_id))
    }
}

fn split(grid: Grid) -> BTreeMap<String, Grid> {
    let at = grid.columns.iter().position(|c| c == "report_id");
    let mut reports: BTreeMap<String, Grid> = BTreeMap::new();
    for row in grid.rows {
        let id = at.and_then(|at| row.get(at)).cloned().unwrap_or_default();
        let report = reports
            .entry(id)
            .or_insert_with(|| Grid::new(grid.columns.clone(), Vec::new()));
        report.rows.push(row);
    }
    reports
}

/// Reads `DIR/REPORT_ID/TABLE.csv` and `layout.txt`; other files are left alone.
///
/// # Errors
/// See [`super::run`].
pub fn gold(dir: &Path) -> Result<Gold> {
    let mut gold = Gold::new();
    for entry in list(dir)? {
        if entry.is_dir() {
            gold.insert(name(&entry, false), gold_report(&entry)?);
        }
    }
    if gold.is_empty() {
        bail!("{}: no folder of a report in it", dir.display());
    }
    Ok(gold)
}

fn gold_report(dir: &Path) -> Result<GoldReport> {
    let mut report = GoldReport::default();
    for file in list(dir)? {
        if file.extension().is_some_and(|e| e == "csv") {
            let table = name(&file, true);
            if spec::of(&table).is_none() {
                let names: Vec<_> = TABLES.iter().map(|t| t.table).collect();
                bail!(
                    "{}: no such table is scored; these are: {}",
                    file.display(),
                    names.join(", ")
                );
            }
            report.tables.insert(table, grid(&file)?);
        } else if file.file_name().is_some_and(|n| n == "layout.txt") {
            let text =
                std::fs::read_to_string(&file).with_context(|| file.display().to_string())?;
            let tags = text.lines().map(str::trim).filter(|t| !t.is_empty());
            report.layouts = tags.map(str::to_string).collect();
            report.layouts.sort();
            report.layouts.dedup();
        }
    }
    Ok(report)
}

/// Reads the scored tables of an output folder.
///
/// # Errors
/// See [`super::run`].
pub fn found(dir: &Path) -> Result<Found> {
    let mut tables = BTreeMap::new();
    for spec in TABLES {
        let file = dir.join(format!("{}.csv", spec.table));
        if !file.exists() {
            continue;
        }
        let grid = grid(&file)?;
        if !grid.has("report_id") {
            bail!("{}: no report_id column", file.display());
        }
        tables.insert(spec.table.to_string(), grid);
    }
    if tables.is_empty() {
        bail!("{}: no table in it", dir.display());
    }
    Ok(Found::new(tables))
}

fn grid(file: &Path) -> Result<Grid> {
    let open = std::fs::File::open(file).with_context(|| file.display().to_string())?;
    Grid::from_csv(std::io::BufReader::new(open)).with_context(|| file.display().to_string())
}

/// What a folder holds, sorted.
fn list(dir: &Path) -> Result<Vec<std::path::PathBuf>> {
    let entries = std::fs::read_dir(dir).with_context(|| dir.display().to_string())?;
    let mut paths = Vec::new();
    for entry in entries {
        paths.push(entry.with_context(|| dir.display().to_string())?.path());
    }
    paths.sort();
    Ok(paths)
}

fn name(path: &Path, stem: bool) -> String {
    let name = if stem {
        path.file_stem()
    } else {
        path.file_name()
    };
    name.map(|n| n.to_string_lossy().into_owned())
        .unwrap_or_default()
}
