//! `rapporteur tables`: the data dictionary, in Markdown, from the schema.

use crate::schema::{Column, LEADING, TRAILING, Table, Type};
use crate::tables::TABLES;
use std::fmt::Write;

pub(super) fn dictionary() -> String {
    let mut out = String::new();
    let columns = |out: &mut String, columns: &[Column]| {
        out.push_str("| column | type | what it holds |\n| --- | --- | --- |\n");
        for column in columns {
            let _ = writeln!(
                out,
                "| `{}` | {} | {} |",
                column.name,
                kind(column),
                column.doc
            );
        }
    };
    out.push_str("# Columns of every table\n\nBefore those of the table:\n\n");
    columns(&mut out, LEADING);
    out.push_str("\nBehind them:\n\n");
    columns(&mut out, TRAILING);
    for table in TABLES {
        let _ = write!(out, "\n# {}\n\n{}{}\n\n", table.name, table.doc, key(table));
        columns(&mut out, table.columns);
    }
    out
}

fn kind(column: &Column) -> String {
    match column.kind {
        Type::Text => "text".into(),
        Type::Integer => "integer".into(),
        Type::Number => "number".into(),
        Type::Boolean => "true or false".into(),
        Type::Date => "date".into(),
        Type::Time => "time".into(),
        Type::Choice => format!("one of {}", column.among.join(", ")),
        Type::Record => "id in any table".into(),
        Type::Link => format!("id in `{}`", column.among.join(", ")),
    }
}

fn key(table: &Table) -> String {
    match table.key {
        [] => String::new(),
        key => format!(
            " Its id, `{}-...`, is made from {}.",
            table.prefix,
            key.join(", ")
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_of_every_table_is_told() {
        let text = dictionary();
        for table in TABLES {
            assert!(text.contains(&format!("\n# {}\n", table.name)));
            for column in table.columns {
                assert!(
                    !column.doc.is_empty() && text.contains(column.doc),
                    "{}",
                    column.name
                );
            }
        }
    }
}
