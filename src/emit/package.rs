//! `datapackage.json`: a Data Package v2 descriptor of the run's files, derived from the schema.
//!
//! Its features are those that readers of the first version know too. A time is a string with a pattern, because the
//! `time` of the standard wants seconds, and so is a date, because a report may print only its month.
//! It is also the list by which the next run knows which files are its own to remove.

use super::files::{ERROR, Written};
use super::promise::promise;
use super::{FORMATS, Format, Shape};
use crate::schema::{Column, Table, Type};
use crate::tables::{RUN_TABLES, table};
use serde::{Deserialize, Serialize, Serializer};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::Path;

/// The name of the descriptor.
pub const FILE: &str = "datapackage.json";

/// The version of the data contract that the files keep: the second number counts the times that columns joined.
const CONTRACT: &str = "1.1";

#[derive(Serialize)]
struct Package<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    name: &'static str,
    title: &'static str,
    rapporteur: &'static str,
    contract: &'static str,
    resources: Resources<'a>,
}

/// The files of a run, each described when it is written: a run may have made a hundred thousand.
struct Resources<'a>(&'a BTreeMap<String, Written>);

impl Serialize for Resources<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let files = self.0.iter().filter(|(path, _)| *path != FILE);
        serializer.collect_seq(files.map(|(path, written)| resource(path, written, self.0)))
    }
}

#[derive(Serialize)]
struct Resource<'a> {
    name: String,
    path: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    r#type: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'static str>,
    format: String,
    mediatype: &'a str,
    encoding: &'static str,
    bytes: u64,
    hash: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    schema: Option<Schema>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Schema {
    fields: Vec<Field>,
    missing_values: [&'static str; 1],
    primary_key: [&'static str; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    foreign_keys: Vec<ForeignKey>,
}

#[derive(Serialize)]
struct ForeignKey {
    fields: [&'static str; 1],
    reference: Reference,
}

#[derive(Serialize)]
struct Reference {
    fields: [&'static str; 1],
    resource: String,
}

#[derive(Serialize)]
struct Field {
    name: &'static str,
    r#type: &'static str,
    description: &'static str,
    #[serde(skip_serializing_if = "Constraints::is_empty")]
    constraints: Constraints,
}

/// What is promised of a field, in the order of the alphabet.
#[derive(Default, PartialEq, Eq, Serialize)]
struct Constraints {
    #[serde(rename = "enum", skip_serializing_if = "<[_]>::is_empty")]
    among: &'static [&'static str],
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pattern: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    required: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unique: Option<bool>,
}

impl Constraints {
    fn is_empty(&self) -> bool {
        *self == Constraints::default()
    }
}

/// The descriptor of these files, by their paths in the output folder.
pub fn describe(made: &BTreeMap<String, Written>) -> Vec<u8> {
    let mut bytes = Vec::new();
    // Nothing in the descriptor can fail to be written as JSON.
    let _ = describe_to(made, &mut bytes);
    bytes
}

/// As [`describe`], to a writer.
pub(super) fn describe_to(
    made: &BTreeMap<String, Written>,
    out: &mut impl Write,
) -> std::io::Result<()> {
    let package = Package {
        schema: "https://datapackage.org/profiles/2.0/datapackage.json",
        name: "rapporteur",
        title: "Meeting reports as tables",
        rapporteur: env!("CARGO_PKG_VERSION"),
        contract: CONTRACT,
        resources: Resources(made),
    };
    serde_json::to_writer_pretty(&mut *out, &package)?;
    out.write_all(b"\n")
}

fn resource<'a>(path: &'a str, file: &Written, made: &BTreeMap<String, Written>) -> Resource<'a> {
    // The reference reader stumbles over a table without a single byte, as JSON Lines without rows are: that is a text.
    let is_empty = file.bytes == 0;
    let is_schema = path.ends_with(".schema.json");
    let format = format_of(path).filter(|_| !is_empty);
    let is_data = format.is_none_or(|f| f.is_data());
    let table = table_of(path).filter(|_| !is_empty && is_data);
    let extension = path.rsplit('.').next().filter(|_| !is_empty);
    let extension = extension.unwrap_or("txt");
    Resource {
        name: name(path, made),
        path,
        // Named as it is, the reference reader would take a JSON Schema for a schema of its own.
        r#type: table
            .map(|_| "table")
            .or_else(|| is_schema.then_some("json")),
        description: table.map(|t| t.doc),
        // Readers take some extensions for tables that they then check, and a view is not for them.
        format: match is_data {
            true => extension.to_string(),
            false => format!("x-{extension}"),
        },
        mediatype: format.map_or("text/plain", |f| f.media_type()),
        encoding: "utf-8",
        bytes: file.bytes,
        hash: format!("sha256:{}", file.sha256),
        schema: table.map(|t| schema(t, path, made)),
    }
}

/// `agenda.csv` is the resource `agenda`; the same table in a further format has that format's name behind it. Names keep
/// to the letters that every reader takes.
fn name(path: &str, made: &BTreeMap<String, Written>) -> String {
    if let (Some(table), Some(format)) = (table_of(path), format_of(path)) {
        let file =
            |f: &&dyn Format| made.contains_key(&format!("{}.{}", table.name, f.extension()));
        return match tables_formats().find(file) {
            Some(first) if first.name() == format.name() => table.name.to_string(),
            _ => format!("{}-{}", table.name, format.name()),
        };
    }
    let plain = |c: char| match c {
        'a'..='z' | '0'..='9' | '-' => c.to_string(),
        '/' => "-".to_string(),
        _ => format!("_{:x}", c as u32),
    };
    let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
    let name: String = stem.chars().map(plain).collect();
    // A report may have several documents.
    match format_of(path).filter(|f| f.name() != "json" && path.starts_with("reports/")) {
        Some(format) => format!("{name}-{}", format.name()),
        None => name,
    }
}

fn tables_formats() -> impl Iterator<Item = &'static dyn Format> {
    let is_tables = |f: &&dyn Format| matches!(f.shape(), Shape::Tables(_));
    FORMATS.iter().copied().filter(is_tables)
}

/// The format of a file: of several whose extension ends its name, the one with the longest.
fn format_of(path: &str) -> Option<&'static dyn Format> {
    let ends = |f: &&dyn Format| stem(path, *f).is_some();
    FORMATS
        .iter()
        .copied()
        .filter(ends)
        .max_by_key(|f| f.extension().len())
}

fn stem<'p>(path: &'p str, format: &dyn Format) -> Option<&'p str> {
    path.strip_suffix(format.extension())?.strip_suffix('.')
}

fn table_of(path: &str) -> Option<&'static Table> {
    tables_formats().find_map(|f| table(stem(path, f)?))
}

fn schema(table: &'static Table, path: &str, made: &BTreeMap<String, Written>) -> Schema {
    let extension = path.rsplit('.').next().unwrap_or_default();
    let key = |column: &'static str, to: &str| {
        let (path, _) = made.get_key_value(&format!("{to}.{extension}"))?;
        let resource = name(path, made);
        Some(ForeignKey {
            fields: [column],
            reference: Reference {
                fields: ["id"],
                resource,
            },
        })
    };
    let of_report =
        (!of_run(table) && table.name != "reports").then(|| key("report_id", "reports"));
    let links = table.columns.iter().filter(|c| c.kind == Type::Link);
    let links = links.filter_map(|c| key(c.name, c.among.first()?));
    Schema {
        fields: table.all_columns().map(|c| field(table, c)).collect(),
        missing_values: [""],
        primary_key: ["id"],
        foreign_keys: of_report.flatten().into_iter().chain(links).collect(),
    }
}

fn of_run(table: &Table) -> bool {
    RUN_TABLES.contains(&table.name)
}

fn field(table: &Table, column: &'static Column) -> Field {
    let promise = promise(table, column);
    let constraints = Constraints {
        among: promise.among,
        minimum: promise.minimum,
        pattern: promise.pattern,
        required: promise.required.then_some(true),
        unique: promise.unique.then_some(true),
    };
    Field {
        name: column.name,
        r#type: match column.kind {
            Type::Integer => "integer",
            Type::Number => "number",
            Type::Boolean => "boolean",
            _ => "string",
        },
        description: column.doc,
        constraints,
    }
}

/// The files that a descriptor of ours lists, itself included; none where there is no such descriptor.
pub(super) fn listed(descriptor: &Path) -> BTreeSet<String> {
    let text = std::fs::read(descriptor).unwrap_or_default();
    let Ok(package) = serde_json::from_slice::<Earlier>(&text) else {
        return BTreeSet::new();
    };
    if package.name != "rapporteur" {
        return BTreeSet::new();
    }
    let paths = package.resources.into_iter().map(|r| r.path.into_owned());
    let ours = paths.filter(|p| is_ours(p));
    ours.chain([FILE.to_string()]).collect()
}

/// What is read of an earlier descriptor.
#[derive(Deserialize)]
struct Earlier<'t> {
    #[serde(borrow)]
    name: Cow<'t, str>,
    /// The version of the program.
    #[serde(borrow, rename = "rapporteur")]
    _rapporteur: Cow<'t, str>,
    #[serde(borrow, default)]
    resources: Vec<EarlierFile<'t>>,
}

#[derive(Deserialize)]
struct EarlierFile<'t> {
    #[serde(borrow, default)]
    path: Cow<'t, str>,
}

/// Whether a run may have written a file of this path: a list that somebody edited never leads to other files.
pub fn is_ours(path: &str) -> bool {
    let inside = |folder: &str| {
        let name = path.strip_prefix(folder).and_then(|p| p.strip_prefix('/'));
        name.is_some_and(|n| !n.contains(['/', '\\']) && !n.starts_with('.'))
    };
    let is_document = |f: &&dyn Format| {
        matches!(f.shape(), Shape::Reports(_)) && path.ends_with(&format!(".{}", f.extension()))
    };
    path == FILE
        || table_of(path).is_some()
        || super::json_schema::is_ours(path)
        || inside("sources") && path.ends_with(".txt")
        || inside("reports") && path.ends_with(ERROR)
        || inside("reports") && FORMATS.iter().copied().any(|f| is_document(&f))
        || FORMATS
            .iter()
            .any(|f| matches!(f.shape(), Shape::Run(run) if run.is_ours(path)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    fn made(paths: &[&str]) -> BTreeMap<String, Written> {
        let written = Written {
            bytes: 1,
            sha256: "00".into(),
        };
        paths
            .iter()
            .map(|p| (p.to_string(), written.clone()))
            .collect()
    }

    fn package(paths: &[&str]) -> Value {
        serde_json::from_slice(&describe(&made(paths))).expect("JSON")
    }

    #[test]
    fn links_lead_only_to_tables_that_are_there() {
        let keys = |paths: &[&str]| {
            let package = package(paths);
            let resources = package["resources"].as_array().expect("resources").clone();
            let one = resources.into_iter().find(|r| r["name"] == "presenters");
            let keys = one.expect("presenters")["schema"]["foreignKeys"].clone();
            keys.as_array().map_or(0, Vec::len)
        };
        assert_eq!(keys(&["presenters.csv"]), 0);
        assert_eq!(
            keys(&["presenters.csv", "people.csv", "reports.csv", "agenda.csv"]),
            3
        );
    }

    #[test]
    fn a_second_format_has_names_of_its_own() {
        let package = package(&["agenda.csv", "agenda.jsonl", "sources/évry.txt"]);
        let resources = package["resources"].as_array().expect("resources");
        let names: Vec<_> = resources.iter().map(|r| r["name"].clone()).collect();
        assert_eq!(names, ["agenda", "agenda-jsonl", "sources-_e9vry"]);
        assert_eq!(resources[1]["schema"]["fields"][0]["name"], "report_id");
    }

    #[test]
    fn only_what_a_run_writes_is_ours() {
        for path in [
            "agenda.csv",
            "agenda.jsonl",
            "sources/x.txt",
            "reports/x.json",
            FILE,
        ] {
            assert!(is_ours(path), "{path}");
        }
        for path in [
            "notes.csv",
            "agenda.xls",
            "sources/../x.txt",
            "/etc/agenda.csv",
            "reports/x.txt",
            "a/agenda.csv",
        ] {
            assert!(!is_ours(path), "{path}");
        }
    }
}
