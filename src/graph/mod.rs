//! The network of people, organisations and reports, from the tables of a run.
//!
//! It is read from the CSV files of an output folder, so that it shows what was written: corrected, redacted and joined as
//! the tables are. Nodes are the rows of `reports`, `people` and `organisations`; edges lead from a person to each report
//! by the role of an appearance, from a person to each organisation that a row names with the person, and from an
//! organisation to the reports whose event it organised.

mod graphml;

use anyhow::{Context, Result};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

pub use graphml::graphml;

/// The formats that a network is written in, with what each is for.
pub const FORMATS: &[(&str, &str)] = &[(
    "graphml",
    "GraphML, which Gephi, Cytoscape, yEd, igraph and networkx open",
)];

/// The tables whose rows name an organisation with a person.
const AFFILIATIONS: &[&str] = &["participants", "presenters", "speakers", "statements"];

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A person.
    Person,
    /// An organisation.
    Organisation,
    /// A report.
    Report,
}

impl Kind {
    /// The word for it in a file.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Person => "person",
            Kind::Organisation => "organisation",
            Kind::Report => "report",
        }
    }
}

/// A person, an organisation or a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// The id of the row; of a report with `rep-` before it.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// The name or title.
    pub label: String,
    /// The first day of a report's event.
    pub date: String,
    /// ISO 3166-1 alpha-2 of the country of a report's event.
    pub country: String,
    /// In how many records a person or an organisation is named.
    pub mentions: u32,
}

/// What joins two nodes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge {
    /// The person, or the organisation of an organiser.
    pub source: String,
    /// The report or organisation.
    pub target: String,
    /// The role of an appearance, `affiliation` or `organiser`.
    pub role: String,
    /// The number of records that say so.
    pub weight: u32,
    /// The reports that say so.
    pub reports: BTreeSet<String>,
}

/// A network.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Graph {
    /// Reports, organisations, people, each in the order of their table.
    pub nodes: Vec<Node>,
    /// Ordered by source, target and role.
    pub edges: Vec<Edge>,
}

impl Graph {
    /// The network of the tables in an output folder.
    ///
    /// # Errors
    /// Where `reports.csv`, `people.csv`, `organisations.csv` or `appearances.csv` cannot be read.
    pub fn of_folder(out: &Path) -> Result<Graph> {
        let reports = Rows::read(out, "reports")?;
        let people = Rows::read(out, "people")?;
        let organisations = Rows::read(out, "organisations")?;
        let appearances = Rows::read(out, "appearances")?;
        let mut graph = Graph::default();
        graph.add_nodes(&reports, Kind::Report);
        graph.add_nodes(&organisations, Kind::Organisation);
        graph.add_nodes(&people, Kind::Person);
        let names = Names::of(&organisations);
        let mut edges = Edges::default();
        for row in 0..appearances.len() {
            let cell = |column| appearances.cell(row, column);
            edges.add(
                cell("person_id"),
                &report_node(cell("report_id")),
                cell("role"),
                cell("report_id"),
            );
        }
        for table in AFFILIATIONS {
            // A run may have written fewer tables.
            if let Ok(rows) = Rows::read(out, table) {
                edges.add_affiliations(&rows, &names);
            }
        }
        for row in 0..people.len() {
            let id = people.cell(row, "id");
            if let Some(organisation) = names
                .find(people.cell(row, "organisation"))
                .filter(|o| !edges.has(id, o))
            {
                edges.add(id, organisation, AFFILIATION, "");
            }
        }
        for row in 0..reports.len() {
            let report = reports.cell(row, "id");
            let organisers = reports.cell(row, "organisers").split("; ");
            organisers
                .filter_map(|o| names.find(o))
                .for_each(|o| edges.add(o, &report_node(report), "organiser", report));
        }
        let known: BTreeSet<&str> = graph.nodes.iter().map(|n| n.id.as_str()).collect();
        let edges = edges.finish().into_iter();
        graph.edges = edges
            .filter(|e| known.contains(&*e.source) && known.contains(&*e.target))
            .collect();
        Ok(graph)
    }

    fn add_nodes(&mut self, rows: &Rows, kind: Kind) {
        for row in 0..rows.len() {
            let cell = |column| rows.cell(row, column);
            let name = match kind {
                Kind::Report => cell("title"),
                _ => cell("name"),
            };
            self.nodes.push(Node {
                id: match kind {
                    Kind::Report => report_node(cell("id")),
                    _ => cell("id").to_string(),
                },
                kind,
                label: if name.is_empty() { cell("id") } else { name }.to_string(),
                date: cell("event_start").to_string(),
                country: cell("country_code").to_string(),
                mentions: cell("mention_count").parse().unwrap_or(0),
            });
        }
    }
}

/// The role of an edge from a person to an organisation.
const AFFILIATION: &str = "affiliation";

fn report_node(id: &str) -> String {
    format!("rep-{id}")
}

/// Organisations by every form in which they are printed.
struct Names<'r>(HashMap<&'r str, Option<&'r str>>);

impl<'r> Names<'r> {
    fn of(rows: &'r Rows) -> Names<'r> {
        let mut names: HashMap<&str, Option<&str>> = HashMap::new();
        for row in 0..rows.len() {
            let id = rows.cell(row, "id");
            let aliases = rows.cell(row, "aliases").split("; ");
            let forms = [rows.cell(row, "name"), rows.cell(row, "acronym")];
            for form in forms.into_iter().chain(aliases).filter(|f| !f.is_empty()) {
                let known = names.entry(form).or_insert(Some(id));
                // A form of two organisations tells neither.
                *known = known.filter(|k| *k == id);
            }
        }
        Names(names)
    }

    fn find(&self, printed: &str) -> Option<&'r str> {
        self.0.get(printed).copied().flatten()
    }
}

/// Edges in the making: by source, target and role.
#[derive(Default)]
struct Edges(BTreeMap<(String, String, String), (u32, BTreeSet<String>)>);

impl Edges {
    fn add(&mut self, source: &str, target: &str, role: &str, report: &str) {
        let key = (source.to_string(), target.to_string(), role.to_string());
        let (weight, reports) = self.0.entry(key).or_default();
        *weight += 1;
        reports.extend(Some(report.to_string()).filter(|r| !r.is_empty()));
    }

    fn add_affiliations(&mut self, rows: &Rows, names: &Names<'_>) {
        for row in 0..rows.len() {
            let person = rows.cell(row, "person_id");
            let printed = rows.cell(row, "organisation").split("; ");
            for organisation in printed
                .filter_map(|o| names.find(o))
                .filter(|_| !person.is_empty())
            {
                self.add(
                    person,
                    organisation,
                    AFFILIATION,
                    rows.cell(row, "report_id"),
                );
            }
        }
    }

    fn has(&self, source: &str, target: &str) -> bool {
        let key = (
            source.to_string(),
            target.to_string(),
            AFFILIATION.to_string(),
        );
        self.0.contains_key(&key)
    }

    fn finish(self) -> Vec<Edge> {
        let edge = |((source, target, role), (weight, reports))| Edge {
            source,
            target,
            role,
            weight,
            reports,
        };
        self.0.into_iter().map(edge).collect()
    }
}

/// The rows of a table that a run wrote as CSV.
struct Rows {
    header: csv::StringRecord,
    rows: Vec<csv::StringRecord>,
}

impl Rows {
    fn read(out: &Path, table: &str) -> Result<Rows> {
        let path = out.join(format!("{table}.csv"));
        let cannot = || {
            format!(
                "cannot read {}; the network is made from the CSV that a run wrote",
                path.display()
            )
        };
        let mut reader = csv::Reader::from_path(&path).with_context(cannot)?;
        let header = reader.headers().with_context(cannot)?.clone();
        let rows = reader
            .records()
            .collect::<Result<Vec<_>, _>>()
            .with_context(cannot)?;
        Ok(Rows { header, rows })
    }

    fn len(&self) -> usize {
        self.rows.len()
    }

    fn cell(&self, row: usize, column: &str) -> &str {
        let at = self.header.iter().position(|name| name == column);
        at.and_then(|at| self.rows[row].get(at)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn folder() -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        let files = [
            (
                "reports",
                "id,title,event_start,country_code,organisers\nr1,Ponds,2017-05-01,KE,ET; Nobody\nr2,,,,\n",
            ),
            (
                "people",
                "id,name,organisation,mention_count\nper-1,Ana Ruiz,Example Trust,3\nper-2,Bo Elm,,1\n",
            ),
            (
                "organisations",
                "id,name,acronym,aliases,mention_count\norg-1,Example Trust,ET,Example Trust (ET); The Trust,3\norg-2,Reed Fund,,The Trust,1\n",
            ),
            (
                "appearances",
                "report_id,person_id,role\nr1,per-1,presenter\nr2,per-1,quoted\nr2,per-2,participant\nr2,per-9,participant\n",
            ),
            (
                "presenters",
                "report_id,person_id,organisation\nr1,per-1,ET\nr1,per-1,Example Trust (ET)\nr1,per-2,The Trust\nr1,,Reed Fund\n",
            ),
        ];
        for (table, text) in files {
            fs::write(folder.path().join(format!("{table}.csv")), text).expect("a file");
        }
        folder
    }

    #[test]
    fn people_are_joined_to_reports_and_organisations() {
        let graph = Graph::of_folder(folder().path()).expect("a graph");
        let nodes: Vec<_> = graph
            .nodes
            .iter()
            .map(|n| (n.id.as_str(), n.kind.as_str(), n.label.as_str()))
            .collect();
        assert_eq!(
            nodes,
            [
                ("rep-r1", "report", "Ponds"),
                ("rep-r2", "report", "r2"),
                ("org-1", "organisation", "Example Trust"),
                ("org-2", "organisation", "Reed Fund"),
                ("per-1", "person", "Ana Ruiz"),
                ("per-2", "person", "Bo Elm"),
            ]
        );
        let edges: Vec<_> = graph
            .edges
            .iter()
            .map(|e| format!("{} {} {} {}", e.source, e.role, e.target, e.weight))
            .collect();
        assert_eq!(
            edges,
            [
                "org-1 organiser rep-r1 1",
                "per-1 affiliation org-1 2",
                "per-1 presenter rep-r1 1",
                "per-1 quoted rep-r2 1",
                "per-2 participant rep-r2 1",
            ]
        );
    }

    #[test]
    fn a_folder_without_tables_is_told() {
        let folder = tempfile::tempdir().expect("a folder");
        let error = Graph::of_folder(folder.path()).expect_err("an error");
        assert!(error.to_string().contains("reports.csv"));
    }
}
