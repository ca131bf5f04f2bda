//! `schema/`: JSON Schema (draft 2020-12) of a report's document and of each table's rows as JSON Lines, derived from the
//! schema.

use super::json::edges;
use super::promise::{Promise, promise};
use crate::schema::{Column, Table, Type};
use crate::tables::{RUN_TABLES, TABLES};
use serde_json::{Map, Value, json};

const DRAFT: &str = "https://json-schema.org/draft/2020-12/schema";

/// How the names of the files end.
const EXTENSION: &str = ".schema.json";

/// The files for a run that writes these tables, by their index in [`TABLES`]: path and content.
pub fn schemas(tables: &[usize]) -> Vec<(String, Vec<u8>)> {
    let file = |name: &str, schema: Value| {
        // Nothing in a schema can fail to be written as JSON.
        let mut bytes = serde_json::to_vec_pretty(&schema).unwrap_or_default();
        bytes.push(b'\n');
        (format!("schema/{name}{EXTENSION}"), bytes)
    };
    let rows = tables.iter().map(|&t| file(TABLES[t].name, row(TABLES[t])));
    let mut files: Vec<_> = rows.collect();
    files.push(file("report", report(tables)));
    files
}

/// Whether a run may have written a schema of this path.
pub(super) fn is_ours(path: &str) -> bool {
    let name = path
        .strip_prefix("schema/")
        .and_then(|p| p.strip_suffix(EXTENSION));
    name.is_some_and(|n| n == "report" || TABLES.iter().any(|t| t.name == n))
}

/// A row with all its columns, `null` where empty.
fn row(table: &Table) -> Value {
    let names: Vec<_> = table.all_columns().map(|c| c.name).collect();
    let mut properties = Map::new();
    for column in table.all_columns() {
        let promise = promise(table, column);
        let mut cell = cell(column, &promise);
        if !promise.required {
            cell["type"] = json!([cell["type"], "null"]);
            if let Some(words) = cell.get_mut("enum").and_then(Value::as_array_mut) {
                words.push(Value::Null);
            }
        }
        properties.insert(column.name.into(), cell);
    }
    json!({
        "$schema": DRAFT,
        "title": table.name,
        "description": table.doc,
        "type": "object",
        "properties": properties,
        "required": names,
        "additionalProperties": false,
    })
}

/// A filled cell.
fn cell(column: &Column, promise: &Promise) -> Value {
    let kind = match column.kind {
        Type::Integer => "integer",
        Type::Number => "number",
        Type::Boolean => "boolean",
        _ => "string",
    };
    let mut cell = json!({ "description": column.doc, "type": kind });
    if kind == "string" {
        cell["minLength"] = 1.into();
    }
    if let Some(minimum) = promise.minimum {
        cell["minimum"] = minimum.into();
    }
    if let Some(pattern) = &promise.pattern {
        cell["pattern"] = pattern.as_str().into();
    }
    if !promise.among.is_empty() {
        cell["enum"] = promise.among.into();
    }
    cell
}

/// The document of a report: the tables, and in their records those that belong to them.
fn report(tables: &[usize]) -> Value {
    let own: Vec<usize> = tables
        .iter()
        .copied()
        .filter(|&t| !RUN_TABLES.contains(&TABLES[t].name))
        .collect();
    let mut properties = Map::new();
    properties.insert(
        "report_id".into(),
        json!({ "type": "string", "minLength": 1 }),
    );
    let mut records = Map::new();
    for &t in &own {
        let table = TABLES[t];
        properties.insert(table.name.into(), list(table, table.groups));
        records.insert(table.name.into(), record(table, &own));
    }
    records.insert("spans".into(), spans());
    let names: Vec<&String> = properties.keys().collect();
    json!({
        "$schema": DRAFT,
        "title": "A report",
        "description": "The records of one report, nested, with the places of every field.",
        "type": "object",
        "required": names,
        "properties": properties,
        "additionalProperties": false,
        "$defs": records,
    })
}

/// The records of a table, group in group where it has groups.
fn list(table: &Table, groups: &[&str]) -> Value {
    let [column, inner @ ..] = groups else {
        let reference = format!("#/$defs/{}", table.name);
        return json!({ "type": "array", "items": { "$ref": reference } });
    };
    let below = if inner.is_empty() {
        "records"
    } else {
        "groups"
    };
    let mut properties = Map::new();
    properties.insert((*column).into(), json!({ "type": ["string", "null"] }));
    properties.insert(below.into(), list(table, inner));
    json!({
        "type": "array",
        "items": {
            "type": "object",
            "properties": properties,
            "required": [column, below],
            "additionalProperties": false,
        },
    })
}

/// A record: its filled cells, their places, and the records that belong to it.
fn record(table: &'static Table, tables: &[usize]) -> Value {
    let mut properties = Map::new();
    for column in table.all_columns().skip(1) {
        properties.insert(column.name.into(), cell(column, &promise(table, column)));
    }
    let columns = table
        .columns
        .iter()
        .map(|c| (c.name, json!({ "$ref": "#/$defs/spans" })));
    let columns: Map<String, Value> = columns.map(|(name, v)| (name.to_string(), v)).collect();
    let places = json!({
        "description": "Of each field the places it was taken from.",
        "type": "object",
        "properties": columns,
        "additionalProperties": false,
    });
    properties.insert("spans".into(), places);
    let below = edges(tables).into_iter();
    let below = below.filter(|(_, parent, _)| TABLES[*parent].name == table.name);
    let below: Map<String, Value> = below
        .map(|(child, ..)| (TABLES[child].name.to_string(), list(TABLES[child], &[])))
        .collect();
    if !below.is_empty() {
        let records = json!({
            "description": "The rows of other tables that belong to it.",
            "type": "object",
            "properties": below,
            "additionalProperties": false,
        });
        properties.insert("records".into(), records);
    }
    json!({
        "description": table.doc,
        "type": "object",
        "properties": properties,
        "required": ["id", "seq", "rule", "spans"],
        "additionalProperties": false,
    })
}

fn spans() -> Value {
    let place = json!({
        "description": "Start and end, half-open, in Unicode code points of the source.",
        "type": "array",
        "items": { "type": "integer", "minimum": 0 },
        "minItems": 2,
        "maxItems": 2,
    });
    json!({ "type": "array", "minItems": 1, "items": place })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_has_a_schema_and_every_file_is_ours() {
        let all: Vec<usize> = (0..TABLES.len()).collect();
        let files = schemas(&all);
        assert_eq!(files.len(), TABLES.len() + 1);
        assert!(files.iter().all(|(path, _)| is_ours(path)));
        // Only what is said stands in a schema.
        assert!(
            files
                .iter()
                .all(|(_, text)| !String::from_utf8_lossy(text).contains(": null"))
        );
        for path in [
            "schema/notes.schema.json",
            "schema/agenda.json",
            "agenda.schema.json",
        ] {
            assert!(!is_ours(path), "{path}");
        }
    }

    #[test]
    fn a_record_has_the_tables_below_it_and_no_others() {
        let all: Vec<usize> = (0..TABLES.len()).collect();
        let report = report(&all);
        let below =
            |table: &str| report["$defs"][table]["properties"]["records"]["properties"].clone();
        assert!(below("agenda")["presenters"].is_object());
        assert!(below("sessions")["statements"].is_object());
        assert!(below("presenters").is_null());
        let themes = &report["properties"]["outcomes"]["items"];
        assert_eq!(themes["required"], json!(["theme", "groups"]));
    }
}
