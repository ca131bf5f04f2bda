//! What a column promises beyond its type, from the schema: the one place that the package, the JSON Schema and `verify`
//! ask.

use crate::schema::{Column, Table, Type};
use crate::tables::{RUN_TABLES, table};

/// `HH:MM`, 24 hours.
const TIME: &str = "^([01][0-9]|2[0-3]):[0-5][0-9]$";
/// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
const DATE: &str = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$";

/// What every cell of a column keeps; all but `required` hold for the filled ones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Promise {
    /// No cell is empty.
    pub required: bool,
    /// No two cells are equal.
    pub unique: bool,
    /// The least number.
    pub minimum: Option<i64>,
    /// A pattern of the whole text, in the syntax that Python, JSON Schema and Rust share.
    pub pattern: Option<String>,
    /// The only words.
    pub among: &'static [&'static str],
}

/// The promise of a column of this table.
pub fn promise(of: &Table, column: &Column) -> Promise {
    if of.position(column.name).is_none() {
        return provenance(of, column.name);
    }
    match column.kind {
        Type::Choice => Promise {
            among: column.among,
            ..Promise::default()
        },
        Type::Date => pattern(DATE.to_string()),
        Type::Time => pattern(TIME.to_string()),
        Type::Link => column
            .among
            .first()
            .and_then(|to| id_pattern(table(to)?))
            .map_or(Promise::default(), pattern),
        _ => Promise::default(),
    }
}

/// A correction that is lost belongs to no report.
const FINDINGS: &str = "findings";

/// The columns before and behind those of the record.
fn provenance(of: &Table, name: &str) -> Promise {
    let of_run = RUN_TABLES.contains(&of.name);
    Promise {
        required: matches!(name, "id" | "seq" | "rule")
            || name == "report_id" && !of_run && of.name != FINDINGS,
        unique: name == "id",
        minimum: match name {
            "seq" | "line" | "page" => Some(1),
            "start" | "end" => Some(0),
            _ => None,
        },
        pattern: (name == "id").then(|| id_pattern(of)).flatten(),
        among: &[],
    }
}

fn pattern(pattern: String) -> Promise {
    Promise {
        pattern: Some(pattern),
        ..Promise::default()
    }
}

/// How the ids of a table's rows look; a report goes by its own name.
fn id_pattern(of: &Table) -> Option<String> {
    let hashed = !of.key.is_empty();
    hashed.then(|| format!("^{}-[0-9a-f]{{16}}$", of.prefix))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::TABLES;

    fn of(table_name: &str, column: &str) -> Promise {
        let table = table(table_name).expect("a table");
        let column = table.all_columns().find(|c| c.name == column);
        promise(table, column.expect("a column"))
    }

    #[test]
    fn promises_follow_from_the_schema() {
        assert_eq!(
            of("agenda", "id").pattern.as_deref(),
            Some("^age-[0-9a-f]{16}$")
        );
        assert_eq!(of("reports", "id").pattern, None);
        assert!(of("agenda", "id").unique && of("agenda", "report_id").required);
        assert!(!of("people", "report_id").required);
        assert_eq!(
            of("presenters", "agenda_id").pattern,
            of("agenda", "id").pattern
        );
        assert!(of("agenda", "kind").among.contains(&"panel"));
        // The rule of a finding is the record's own.
        assert_eq!(of("findings", "rule"), Promise::default());
    }

    #[test]
    fn every_pattern_is_one() {
        for table in TABLES {
            for column in table.all_columns() {
                let pattern = promise(table, column).pattern.unwrap_or_default();
                assert!(regex::Regex::new(&pattern).is_ok(), "{pattern}");
            }
        }
    }
}
