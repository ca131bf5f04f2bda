//! The tables of a run as the page reads them: names, docs, and the columns with their types.

use crate::schema::{Column, Type};
use crate::tables::{RUN_TABLES, TABLES};
use serde_json::{Value, json};

/// The tables at these indexes of [`TABLES`], in that order.
pub(super) fn document(tables: &[usize]) -> Vec<u8> {
    let table = |&index: &usize| {
        let table = TABLES[index];
        json!({
            "name": table.name,
            "doc": table.doc,
            "of_run": RUN_TABLES.contains(&table.name),
            "groups": table.groups,
            "above": table.above,
            "columns": table.columns.iter().map(column).collect::<Vec<_>>(),
        })
    };
    let tables: Vec<Value> = tables.iter().map(table).collect();
    // Nothing in it can fail to be written as JSON.
    serde_json::to_vec(&tables).unwrap_or_default()
}

fn column(column: &Column) -> Value {
    let mut value = json!({ "name": column.name, "doc": column.doc, "type": kind(column.kind) });
    if !column.among.is_empty() {
        value["among"] = json!(column.among);
    }
    value
}

fn kind(kind: Type) -> &'static str {
    match kind {
        Type::Text => "text",
        Type::Integer => "integer",
        Type::Number => "number",
        Type::Boolean => "boolean",
        Type::Date => "date",
        Type::Time => "time",
        Type::Choice => "choice",
        Type::Link => "link",
        Type::Record => "record",
    }
}
