//! `schema/`: JSON Schema (draft 2020-12) of a report's document and of each table's rows as JSON Lines, derived from the
//! schema.

use super::json::edges;
use super::promise::{Promise, promise};
use crate::schema::{Column, Table, Type};
use crate::tables::{RUN_TABLES, TABLES};
use serde::{Serialize, Serializer};
use std::borrow::Cow;

const DRAFT: &str = "https://json-schema.org/draft/2020-12/schema";

/// How the names of the files end.
const EXTENSION: &str = ".schema.json";

/// The files for a run that writes these tables, by their index in [`TABLES`]: path and content.
pub fn schemas(tables: &[usize]) -> Vec<(String, Vec<u8>)> {
    let file = |name: &str, schema: Node| {
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

/// A schema, its keys in the order in which they are written: that of the alphabet.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Node {
    #[serde(rename = "$defs", skip_serializing_if = "Option::is_none")]
    defs: Option<Named>,
    #[serde(rename = "$ref", skip_serializing_if = "Option::is_none")]
    reference: Option<Cow<'static, str>>,
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    schema: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    additional_properties: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'static str>,
    #[serde(rename = "enum", skip_serializing_if = "Vec::is_empty")]
    among: Vec<Option<&'static str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    items: Option<Box<Node>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max_items: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    min_items: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    min_length: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pattern: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    properties: Option<Named>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    required: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'static str>,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    kind: Option<Kind>,
}

/// A type, or that and none.
#[derive(Serialize)]
#[serde(untagged)]
enum Kind {
    Is(&'static str),
    OrNull([&'static str; 2]),
}

/// Schemas by name, in the order of the alphabet.
struct Named(Vec<(&'static str, Node)>);

impl Named {
    fn new(all: impl IntoIterator<Item = (&'static str, Node)>) -> Option<Named> {
        let mut all: Vec<_> = all.into_iter().collect();
        all.sort_by_key(|(name, _)| *name);
        Some(Named(all))
    }
}

impl Serialize for Named {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.0.iter().map(|(name, node)| (name, node)))
    }
}

impl Node {
    /// An object with these properties and no others.
    fn object(properties: Option<Named>) -> Node {
        Node {
            additional_properties: Some(false),
            properties,
            ..Node::of("object")
        }
    }

    fn array(items: Node) -> Node {
        Node {
            items: Some(Box::new(items)),
            ..Node::of("array")
        }
    }

    fn of(kind: &'static str) -> Node {
        Node {
            kind: Some(Kind::Is(kind)),
            ..Node::default()
        }
    }

    fn reference(to: impl Into<Cow<'static, str>>) -> Node {
        Node {
            reference: Some(to.into()),
            ..Node::default()
        }
    }
}

/// A row with all its columns, `null` where empty.
fn row(table: &'static Table) -> Node {
    let property = |column: &'static Column| {
        let promise = promise(table, column);
        let mut cell = cell(column, &promise);
        if let (false, Some(Kind::Is(kind))) = (promise.required, &cell.kind) {
            cell.kind = Some(Kind::OrNull([kind, "null"]));
            if !cell.among.is_empty() {
                cell.among.push(None);
            }
        }
        (column.name, cell)
    };
    Node {
        schema: Some(DRAFT),
        title: Some(table.name),
        description: Some(table.doc),
        required: table.all_columns().map(|c| c.name).collect(),
        ..Node::object(Named::new(table.all_columns().map(property)))
    }
}

/// A filled cell.
fn cell(column: &'static Column, promise: &Promise) -> Node {
    let kind = match column.kind {
        Type::Integer => "integer",
        Type::Number => "number",
        Type::Boolean => "boolean",
        _ => "string",
    };
    Node {
        description: Some(column.doc),
        min_length: (kind == "string").then_some(1),
        minimum: promise.minimum,
        pattern: promise.pattern.clone(),
        among: promise.among.iter().map(|word| Some(*word)).collect(),
        ..Node::of(kind)
    }
}

/// The document of a report: the tables, and in their records those that belong to them.
fn report(tables: &[usize]) -> Node {
    let own = tables.iter().copied();
    let own: Vec<usize> = own
        .filter(|&t| !RUN_TABLES.contains(&TABLES[t].name))
        .collect();
    let id = Node {
        min_length: Some(1),
        ..Node::of("string")
    };
    let lists = own
        .iter()
        .map(|&t| (TABLES[t].name, list(TABLES[t], TABLES[t].groups)));
    let properties = Named::new(lists.chain([("report_id", id)]));
    let records = own
        .iter()
        .map(|&t| (TABLES[t].name, record(TABLES[t], &own)));
    let names = properties.iter().flat_map(|p| &p.0);
    Node {
        schema: Some(DRAFT),
        title: Some("A report"),
        description: Some("The records of one report, nested, with the places of every field."),
        required: names.map(|(name, _)| *name).collect(),
        defs: Named::new(records.chain([("spans", spans())])),
        ..Node::object(properties)
    }
}

/// The records of a table, group in group where it has groups.
fn list(table: &Table, groups: &[&'static str]) -> Node {
    let [column, inner @ ..] = groups else {
        return Node::array(Node::reference(format!("#/$defs/{}", table.name)));
    };
    let below = match inner {
        [] => "records",
        _ => "groups",
    };
    let group = Node {
        kind: Some(Kind::OrNull(["string", "null"])),
        ..Node::default()
    };
    Node::array(Node {
        required: vec![column, below],
        ..Node::object(Named::new([(*column, group), (below, list(table, inner))]))
    })
}

/// A record: its filled cells, their places, and the records that belong to it.
fn record(table: &'static Table, tables: &[usize]) -> Node {
    let cells = table.all_columns().skip(1);
    let cells = cells.map(|column| (column.name, cell(column, &promise(table, column))));
    let columns = table.columns.iter();
    let places = Node {
        description: Some("Of each field the places it was taken from."),
        ..Node::object(Named::new(
            columns.map(|c| (c.name, Node::reference("#/$defs/spans"))),
        ))
    };
    let below = edges(tables).into_iter();
    let below = below.filter(|(_, parent, _)| TABLES[*parent].name == table.name);
    let below: Vec<_> = below
        .map(|(child, ..)| (TABLES[child].name, list(TABLES[child], &[])))
        .collect();
    let records = (!below.is_empty()).then(|| Node {
        description: Some("The rows of other tables that belong to it."),
        ..Node::object(Named::new(below))
    });
    let records = records.map(|node| ("records", node));
    Node {
        description: Some(table.doc),
        required: vec!["id", "seq", "rule", "spans"],
        ..Node::object(Named::new(cells.chain([("spans", places)]).chain(records)))
    }
}

fn spans() -> Node {
    let offset = Node {
        minimum: Some(0),
        ..Node::of("integer")
    };
    let place = Node {
        description: Some("Start and end, half-open, in Unicode code points of the source."),
        min_items: Some(2),
        max_items: Some(2),
        ..Node::array(offset)
    };
    Node {
        min_items: Some(1),
        ..Node::array(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{json, to_value};

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
        let report = to_value(report(&all)).expect("JSON");
        let below =
            |table: &str| report["$defs"][table]["properties"]["records"]["properties"].clone();
        assert!(below("agenda")["presenters"].is_object());
        assert!(below("sessions")["statements"].is_object());
        assert!(below("presenters").is_null());
        let themes = &report["properties"]["outcomes"]["items"];
        assert_eq!(themes["required"], json!(["theme", "groups"]));
    }
}
