//! SQLite: one database for the run, with types, keys, foreign keys and checks from the schema.
//!
//! Dates and times are text as everywhere; an empty cell is NULL. Links hold when the database is finished: they are
//! checked at the end of the one transaction that writes it.

use super::pack::{blocks, each_row, pack};
use super::{Files, Format, Gather, RunFiles, Shape, promise};
use crate::schema::{Column, Table, Type};
use crate::spool::Sealed;
use crate::tables::{RUN_TABLES, TABLES, position};
use anyhow::{Context, Result};
use rusqlite::Connection;
use rusqlite::types::Value;
use std::fmt::Write;
use std::sync::Mutex;

/// The file.
const FILE: &str = "rapporteur.sqlite";

/// The format `sqlite`.
pub struct Sqlite;

impl Format for Sqlite {
    fn name(&self) -> &'static str {
        "sqlite"
    }
    fn doc(&self) -> &'static str {
        "one database with keys and foreign keys, for SQL"
    }
    fn extension(&self) -> &'static str {
        "sqlite"
    }
    fn media_type(&self) -> &'static str {
        "application/vnd.sqlite3"
    }
    fn shape(&self) -> Shape<'_> {
        Shape::Run(self)
    }
}

impl RunFiles for Sqlite {
    fn begin(&self, tables: &[usize]) -> Box<dyn Gather> {
        Box::new(Database {
            tables: tables.to_vec(),
            open: Mutex::new(None),
        })
    }

    fn is_ours(&self, path: &str) -> bool {
        path == FILE
    }
}

/// The database in the making; opened when the first report comes by.
struct Database {
    tables: Vec<usize>,
    open: Mutex<Option<Connection>>,
}

impl Gather for Database {
    fn render(&self, report: &Sealed<'_>, _: &Files) -> Result<Vec<u8>> {
        Ok(pack(report, &self.tables))
    }

    fn take(&mut self, _: &str, rendered: Vec<u8>, files: &Files) -> Result<()> {
        let open = self.open.get_mut().map_err(|e| anyhow::anyhow!("{e}"))?;
        let database = match open {
            Some(database) => database,
            None => open.insert(begin(files, &self.tables)?),
        };
        for (table, block) in blocks(&rendered) {
            insert(database, TABLES[table], block)?;
        }
        Ok(())
    }

    fn finish(&mut self, files: &Files) -> Result<()> {
        let open = self.open.get_mut().map_err(|e| anyhow::anyhow!("{e}"))?;
        if let Some(database) = open.take() {
            database
                .execute_batch("COMMIT")
                .context("cannot end the database")?;
            drop(database);
            files.adopt(FILE)?;
        }
        Ok(())
    }
}

fn begin(files: &Files, tables: &[usize]) -> Result<Connection> {
    let path = files.path_of(FILE);
    // A run that was stopped may have left one.
    let _ = std::fs::remove_file(&path);
    let database =
        Connection::open(&path).with_context(|| format!("cannot write {}", path.display()))?;
    // A run that fails leaves no file, so that there is nothing to roll back.
    database.execute_batch(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON; BEGIN",
    )?;
    for &table in tables {
        database.execute_batch(&create(TABLES[table], tables))?;
    }
    Ok(database)
}

/// The statement that makes a table; links lead only to tables that are there.
fn create(table: &Table, tables: &[usize]) -> String {
    let mut sql = format!("-- {}\nCREATE TABLE \"{}\" (", table.doc, table.name);
    let mut comma = "";
    for column in table.all_columns() {
        let _ = write!(sql, "{comma}\n  {}", column_of(table, column));
        if let Some(to) =
            target(table, column).filter(|to| tables.contains(&position(to).unwrap_or(usize::MAX)))
        {
            let _ = write!(
                sql,
                " REFERENCES \"{to}\" (\"id\") DEFERRABLE INITIALLY DEFERRED"
            );
        }
        comma = ",";
    }
    sql.push_str("\n)");
    sql
}

fn column_of(table: &Table, column: &Column) -> String {
    let name = column.name;
    let promise = promise(table, column);
    let kind = match column.kind {
        Type::Integer | Type::Boolean => "INTEGER",
        Type::Number => "REAL",
        _ => "TEXT",
    };
    let mut sql = format!("\"{name}\" {kind}");
    if promise.required {
        sql.push_str(" NOT NULL");
    }
    if promise.unique {
        sql.push_str(" PRIMARY KEY");
    }
    if !promise.among.is_empty() {
        let words: Vec<String> = promise.among.iter().map(|w| format!("'{w}'")).collect();
        let _ = write!(sql, " CHECK (\"{name}\" IN ({}))", words.join(", "));
    }
    sql
}

/// The table that a column leads to.
fn target(table: &Table, column: &Column) -> Option<&'static str> {
    let of_run = RUN_TABLES.contains(&table.name);
    match column.kind {
        Type::Link => column.among.first().copied(),
        _ if column.name == "report_id" && !of_run && table.name != "reports" => Some("reports"),
        _ => None,
    }
}

fn insert(database: &Connection, table: &Table, block: &[u8]) -> Result<()> {
    let kinds: Vec<Type> = table.all_columns().map(|c| c.kind).collect();
    let places = vec!["?"; kinds.len()].join(", ");
    let sql = format!("INSERT INTO \"{}\" VALUES ({places})", table.name);
    let mut statement = database.prepare(&sql)?;
    each_row(block, |row| {
        let values = kinds.iter().zip(row).map(|(kind, text)| value(*kind, text));
        statement.execute(rusqlite::params_from_iter(values))?;
        Ok(())
    })
}

fn value(kind: Type, text: &str) -> Value {
    match kind {
        _ if text.is_empty() => Value::Null,
        Type::Integer => text.parse().map_or(Value::Null, Value::Integer),
        Type::Number => text.parse().map_or(Value::Null, Value::Real),
        Type::Boolean => Value::Integer((text == "true").into()),
        _ => Value::Text(text.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_made_with_their_keys() {
        let at = |name: &str| position(name).expect("a table");
        let tables = [at("reports"), at("agenda"), at("presenters")];
        let sql = create(TABLES[at("presenters")], &tables);
        assert!(
            sql.contains("\"agenda_id\" TEXT REFERENCES \"agenda\""),
            "{sql}"
        );
        assert!(
            sql.contains("\"report_id\" TEXT NOT NULL REFERENCES \"reports\""),
            "{sql}"
        );
        // There are no people to lead to.
        assert!(sql.contains("\"person_id\" TEXT,"), "{sql}");
        assert!(
            create(TABLES[at("agenda")], &tables).contains("CHECK (\"kind\" IN ('registration'")
        );
    }
}
