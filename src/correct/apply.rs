//! Corrections on the sealed rows of a report.

use super::{Added, Change, Correction, Corrections, Value, done, is_done};
use crate::check::rule;
use crate::schema::{Cell, Record};
use crate::seal::id_of;
use crate::spool::{Entry, Place, RowHead, Sealed, Writer};
use crate::tables::blocks::BlockRow;
use crate::tables::findings::FindingRow;
use crate::tables::{TABLES, position};
use anyhow::Result;
use std::collections::HashSet;

/// The rows of a report as corrected, in the bytes of a spool file.
pub type Corrected = Vec<u8>;

/// What is told of a correction.
struct Told {
    lost: bool,
    message: String,
    table: usize,
    /// The row, where it is still there.
    record: Option<String>,
    column: Option<usize>,
    place: Option<Place>,
}

impl Corrections {
    /// The rows of a report, corrected.
    ///
    /// # Errors
    /// Where the bytes are not those of a spool file.
    pub fn apply(&self, sealed: Vec<u8>) -> Result<Corrected> {
        if self.is_empty() {
            return Ok(sealed);
        }
        let concerned = |t: usize| self.changes.keys().any(|(table, _)| *table == t);
        let some = Sealed::read(&sealed, concerned)?;
        let touched = (0..TABLES.len()).any(|t| some.rows(t).any(|row| self.of(t, &row).is_some()));
        let added: Vec<&Added> = self
            .added
            .iter()
            .filter(|a| self.is_for(a, some.report_id))
            .collect();
        if !touched && added.is_empty() {
            return Ok(sealed);
        }
        let report = Sealed::read(&sealed, |_| true)?;
        Ok(Rewrite::new(self, &report, added).bytes())
    }

    /// Takes note of what an earlier run applied to these rows, which it kept.
    ///
    /// # Errors
    /// Where the bytes are not those of a spool file.
    pub fn recall(&self, sealed: Vec<u8>) -> Result<Corrected> {
        if self.is_empty() {
            return Ok(sealed);
        }
        let report = Sealed::read(&sealed, |_| true)?;
        for table in 0..TABLES.len() {
            for row in report.rows(table) {
                let set = self.of(table, &row).into_iter().flatten();
                set.for_each(|c| done(&c.applied));
            }
        }
        for finding in position(FindingRow::TABLE.name)
            .into_iter()
            .flat_map(|t| report.rows(t))
        {
            let id = finding
                .cell("message")
                .as_str()
                .split(' ')
                .next()
                .unwrap_or_default();
            let gone = finding.cell("rule").as_str() == "corrected"
                && finding.cell("record_id").is_empty();
            let keys = (0..TABLES.len()).map(|t| (t, id.to_string()));
            let changes = keys.filter(|_| gone).filter_map(|k| self.changes.get(&k));
            changes.flatten().for_each(|c| done(&c.applied));
        }
        let added = self
            .added
            .iter()
            .filter(|a| self.is_for(a, report.report_id));
        added.for_each(|a| done(&a.applied));
        Ok(sealed)
    }

    /// The findings of corrections that no report had a row for, as rows of the whole run; call it when all are applied.
    /// Without corrections there are no bytes.
    pub fn lost(&self) -> Vec<u8> {
        if self.is_empty() {
            return Vec::new();
        }
        let mut writer = Writer::new("", 256);
        let changes = self
            .changes
            .iter()
            .flat_map(|((table, id), all)| all.iter().map(move |c| (*table, id, c)));
        let lost = changes.filter(|(.., c)| !is_done(&c.applied)).map(|(table, id, c)| {
            let what = match c.change {
                Change::Set { column, .. } => format!("{} of {id}", TABLES[table].columns[column].name),
                Change::Delete => id.clone(),
            };
            let verb = if c.change == Change::Delete { "deletes" } else { "corrects" };
            let name = TABLES[table].name;
            let message = format!("{} {verb} {what} in {name}, which no report of this run has: its text has changed or is gone", c.place);
            Told { lost: true, message: with_reason(message, &c.reason), table, record: None, column: None, place: None }
        });
        let added = self.added.iter().filter(|a| !is_done(&a.applied)).map(|a| {
            let why = match &a.report_id {
                Some(report) => format!("the report {report} is not part of this run"),
                None => "no cell report_id tells its report".to_string(),
            };
            let message = format!(
                "{} adds {} to {}, but {why}",
                a.place, a.name, TABLES[a.table].name
            );
            Told {
                lost: true,
                message: with_reason(message, &a.reason),
                table: a.table,
                record: None,
                column: None,
                place: None,
            }
        });
        self.tell(&mut writer, "", lost.chain(added).collect(), true);
        writer.finish()
    }

    fn is_for(&self, added: &Added, report: &str) -> bool {
        added
            .report_id
            .as_ref()
            .or(self.only.as_ref())
            .is_some_and(|r| r == report)
    }

    fn of(&self, table: usize, row: &Entry<'_, '_>) -> Option<&Vec<Correction>> {
        self.changes.get(&(table, row.id().printed().into_owned()))
    }

    /// Writes findings into the open table, or into one of their own.
    fn tell(&self, writer: &mut Writer, report: &str, told: Vec<Told>, open: bool) {
        let Some(findings) = position(FindingRow::TABLE.name).filter(|_| !told.is_empty()) else {
            return;
        };
        if open {
            writer.table(findings);
        }
        for one in told {
            let name = if one.lost {
                "correction-lost"
            } else {
                "corrected"
            };
            let Some(severity) = rule(name).and_then(|r| self.severities.of(r)) else {
                continue;
            };
            let column = one.column.map_or("", |c| TABLES[one.table].columns[c].name);
            let record = one.record.as_deref().unwrap_or_default();
            let hash = id_of(
                FindingRow::TABLE,
                report,
                &[name, &one.message, record, column],
            )
            .hash;
            writer.row(RowHead {
                hash,
                report_id: "",
                place: one.place,
                rule: name,
            });
            let line = Cell::Empty;
            let cells = [
                name,
                severity,
                &one.message,
                TABLES[one.table].name,
                record,
                column,
                "",
            ]
            .map(Cell::text);
            cells
                .into_iter()
                .chain([line])
                .for_each(|cell| writer.cell(cell, &[]));
        }
    }
}

fn with_reason(message: String, reason: &str) -> String {
    if reason.is_empty() {
        message
    } else {
        format!("{message} ({reason})")
    }
}

/// A report while it is written anew.
struct Rewrite<'c, 'r, 'a> {
    corrections: &'c Corrections,
    report: &'r Sealed<'a>,
    added: Vec<&'c Added>,
    /// The ids of the rows that are left out.
    deleted: HashSet<String>,
    /// The ids of all rows that there are when all is done, where a link of the user's may lead.
    kept: HashSet<String>,
    /// The ids of the user's that the program gave a row of its own.
    taken: HashSet<String>,
    told: Vec<Told>,
}

impl<'c, 'r, 'a> Rewrite<'c, 'r, 'a> {
    fn new(corrections: &'c Corrections, report: &'r Sealed<'a>, added: Vec<&'c Added>) -> Self {
        let is_deleted = |table: usize, row: &Entry<'_, '_>| {
            corrections
                .of(table, row)
                .is_some_and(|all| all.iter().any(|c| c.change == Change::Delete))
        };
        let (mut deleted, mut kept) = (HashSet::new(), HashSet::new());
        for table in 0..TABLES.len() {
            for row in report.rows(table) {
                let gone = is_deleted(table, &row);
                let ids = if gone { &mut deleted } else { &mut kept };
                ids.insert(row.id().printed().into_owned());
            }
        }
        let own = added.iter().map(|a| a.id.to_string());
        let taken = own.clone().filter(|id| kept.contains(id)).collect();
        kept.extend(own);
        Rewrite {
            corrections,
            report,
            added,
            deleted,
            kept,
            taken,
            told: Vec::new(),
        }
    }

    fn bytes(mut self) -> Vec<u8> {
        let mut writer = Writer::new(self.report.report_id, 1 << 16);
        let findings = position(FindingRow::TABLE.name);
        for table in (0..TABLES.len()).filter(|t| Some(*t) != findings) {
            let adds = self.added.iter().any(|a| a.table == table);
            if self.report.count(table) > 0 || adds {
                writer.table(table);
            }
            for row in self.report.rows(table) {
                self.row(&mut writer, table, &row);
            }
            for added in self.added.clone().into_iter().filter(|a| a.table == table) {
                self.add(&mut writer, added);
            }
        }
        if let Some(findings) = findings {
            writer.table(findings);
            for row in self.report.rows(findings) {
                self.row(&mut writer, findings, &row);
            }
            let told = std::mem::take(&mut self.told);
            self.corrections
                .tell(&mut writer, self.report.report_id, told, false);
        }
        writer.finish()
    }

    /// Writes a row with its corrections, unless it is left out.
    fn row(&mut self, writer: &mut Writer, table: usize, row: &Entry<'_, 'a>) {
        let corrections = self.corrections.of(table, row);
        let id = row.id().printed().into_owned();
        if let Some(gone) = corrections
            .into_iter()
            .flatten()
            .find(|c| c.change == Change::Delete)
        {
            done(&gone.applied);
            self.told.push(deletion(table, row, gone));
            return;
        }
        let hash = match row.id() {
            Cell::Id(id) => id.hash,
            _ => 0,
        };
        let head = RowHead {
            hash,
            report_id: "",
            place: row.place(),
            rule: row.rule(),
        };
        writer.row(head);
        for (column, cell) in row.cells().iter().enumerate() {
            let set = corrections
                .into_iter()
                .flatten()
                .find_map(|c| match &c.change {
                    Change::Set { column: at, value } if *at == column => Some((c, value)),
                    _ => None,
                });
            match set {
                Some((correction, value)) => {
                    done(&correction.applied);
                    let was = cell.printed().into_owned();
                    self.told.push(change(table, row, column, correction, &was));
                    let cell = self.value(
                        value,
                        table,
                        column,
                        &id,
                        correction.place.as_str(),
                        row.place(),
                    );
                    writer.cell(cell, &[]);
                }
                None if self.leads_nowhere(cell) && TABLES[table].name == BlockRow::TABLE.name => {
                    writer.cell(self.next_claim(row.place()), &[]);
                }
                None if self.leads_nowhere(cell) => writer.cell(Cell::Empty, &[]),
                None => writer.cell(*cell, row.spans(column)),
            }
        }
    }

    fn add(&mut self, writer: &mut Writer, added: &'c Added) {
        done(&added.applied);
        if self.taken.contains(&added.id.to_string()) {
            let message = format!(
                "{} adds {}, but the report has a row of that id",
                added.place, added.name
            );
            let record = Some(added.id.to_string());
            self.told.push(Told {
                lost: true,
                message,
                table: added.table,
                record,
                column: None,
                place: None,
            });
            return;
        }
        let head = RowHead {
            hash: added.id.hash,
            report_id: "",
            place: None,
            rule: "correction",
        };
        writer.row(head);
        let id = added.id.to_string();
        for column in 0..TABLES[added.table].columns.len() {
            let cell = match added.cells.get(&column) {
                Some((value, _)) => self.value(value, added.table, column, &id, &added.place, None),
                None => Cell::Empty,
            };
            writer.cell(cell, &[]);
        }
        let message = format!(
            "added to {} by the user as {}: {}",
            TABLES[added.table].name,
            added.name,
            contents(added)
        );
        self.told.push(Told {
            lost: false,
            message: with_reason(message, &added.reason),
            table: added.table,
            record: Some(added.id.to_string()),
            column: None,
            place: None,
        });
    }

    /// The user's value; empty, and told, where it is a link to a row that there is not.
    fn value(
        &mut self,
        value: &'c Value,
        table: usize,
        column: usize,
        id: &str,
        line: &str,
        place: Option<Place>,
    ) -> Cell<'c> {
        let (cell, link) = match value {
            Value::Empty => (Cell::Empty, None),
            Value::Bool(b) => (Cell::Bool(*b), None),
            Value::Int(n) => (Cell::Int(*n), None),
            Value::Num(n) => (Cell::Num(*n), None),
            Value::Text(text) => (Cell::text(text), None),
            Value::Id(id) => (Cell::Id(*id), Some(id.to_string())),
        };
        match link {
            Some(target) if !self.kept.contains(&target) => {
                let name = TABLES[table].columns[column].name;
                let message = format!(
                    "{line} lets {name} of {id} lead to {target}, which the report does not have"
                );
                self.told.push(Told {
                    lost: true,
                    message,
                    table,
                    record: Some(id.to_string()),
                    column: Some(column),
                    place,
                });
                Cell::Empty
            }
            _ => cell,
        }
    }

    /// The row that draws on a block first, once the one that claimed it is left out.
    fn next_claim(&self, block: Option<Place>) -> Cell<'a> {
        let Some(block) = block else {
            return Cell::Empty;
        };
        let claims = |t: &usize| !matches!(TABLES[*t].name, "blocks" | "findings");
        let mut first: Option<(u32, Cell<'a>)> = None;
        for table in (0..TABLES.len()).filter(claims) {
            for row in self.report.rows(table) {
                let spans = (0..TABLES[table].columns.len()).flat_map(|c| row.spans(c));
                let reaching =
                    spans.filter(|(start, end)| *start < block.end && *end > block.start);
                let start = reaching.map(|(start, _)| *start).min();
                let gone = || self.deleted.contains(row.id().printed().as_ref());
                let better = |s: u32| first.is_none_or(|(before, _)| s < before);
                if let Some(start) = start.filter(|s| better(*s) && !gone()) {
                    first = Some((start, row.id()));
                }
            }
        }
        first.map_or(Cell::Empty, |(_, id)| id)
    }

    /// Whether a cell is a link to a row that is left out.
    fn leads_nowhere(&self, cell: &Cell<'_>) -> bool {
        matches!(cell, Cell::Id(_)) && self.deleted.contains(cell.printed().as_ref())
    }
}

fn deletion(table: usize, row: &Entry<'_, '_>, correction: &Correction) -> Told {
    let columns = TABLES[table].columns.iter().zip(row.cells());
    let filled = columns.filter(|(_, cell)| !cell.is_empty());
    let cells: Vec<String> = filled
        .map(|(c, cell)| format!("{}={}", c.name, cell.printed()))
        .collect();
    let message = format!(
        "{} was deleted from {} by the user: {}",
        row.id().printed(),
        TABLES[table].name,
        cells.join("; ")
    );
    Told {
        lost: false,
        message: with_reason(message, &correction.reason),
        table,
        record: None,
        column: None,
        place: row.place(),
    }
}

fn change(
    table: usize,
    row: &Entry<'_, '_>,
    column: usize,
    correction: &Correction,
    was: &str,
) -> Told {
    let name = TABLES[table].columns[column].name;
    let message = match correction.typed.as_str() {
        same if same == was => format!("{name} is read as {was:?} now, as the user corrected it"),
        typed => format!("{name} was read as {was:?}; the user says {typed:?}"),
    };
    Told {
        lost: false,
        message: with_reason(message, &correction.reason),
        table,
        record: Some(row.id().printed().into_owned()),
        column: Some(column),
        place: row.place(),
    }
}

fn contents(added: &Added) -> String {
    let columns = TABLES[added.table].columns;
    let cells = added
        .cells
        .iter()
        .map(|(c, (_, typed))| format!("{}={typed}", columns[*c].name));
    cells.collect::<Vec<_>>().join("; ")
}
