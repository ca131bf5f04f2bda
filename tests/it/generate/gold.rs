//! Gold rows, collected while a report is written.

use std::collections::BTreeMap;
use std::path::Path;

/// The columns that every generated report has an opinion on; an empty cell says that the report is silent.
const COLUMNS: &[(&str, &[&str])] = &[
    (
        "reports",
        &["event_start", "event_end", "city", "country", "language"],
    ),
    (
        "agenda",
        &[
            "date",
            "start_time",
            "end_time",
            "duration_minutes",
            "item_number",
            "title",
            "kind",
            "details",
        ],
    ),
    (
        "presenters",
        &[
            "agenda_title",
            "agenda_start",
            "name",
            "role",
            "job_title",
            "organisation",
            "group",
        ],
    ),
    (
        "participants",
        &[
            "name",
            "first_name",
            "last_name",
            "honorific",
            "job_title",
            "organisation",
            "city",
            "country",
            "country_code",
            "number",
            "email",
            "attendance",
        ],
    ),
    ("statements", &["speaker", "organisation", "text"]),
    ("outcomes", &["text", "kind", "owner", "number"]),
    ("quotes", &["text", "speaker"]),
];

/// What a report holds, by table.
pub struct Gold {
    rows: BTreeMap<&'static str, Vec<BTreeMap<&'static str, String>>>,
    silent: Vec<(&'static str, &'static str)>,
    pub layouts: Vec<String>,
}

impl Gold {
    pub fn new() -> Gold {
        let tables = COLUMNS.iter().map(|(t, _)| (*t, Vec::new()));
        Gold {
            rows: tables.collect(),
            silent: Vec::new(),
            layouts: Vec::new(),
        }
    }

    /// A row, by the columns that are not empty.
    pub fn row(&mut self, table: &'static str, cells: &[(&'static str, &str)]) {
        let cells = cells.iter().map(|(c, v)| (*c, v.to_string())).collect();
        self.rows
            .get_mut(table)
            .expect("a scored table")
            .push(cells);
    }

    /// A tag of the layout.
    pub fn tag(&mut self, tag: &str) {
        self.layouts.push(tag.to_string());
    }

    /// Leaves a column out of the comparison.
    pub fn no_opinion(&mut self, table: &'static str, column: &'static str) {
        self.silent.push((table, column));
    }

    fn columns(&self, table: &str) -> Vec<&'static str> {
        let all = COLUMNS
            .iter()
            .find(|(t, _)| *t == table)
            .map_or(&[][..], |(_, c)| c);
        let silent = |c: &&&str| self.silent.iter().any(|(t, s)| *t == table && s == *c);
        all.iter().filter(|c| !silent(c)).copied().collect()
    }

    /// Writes the files of `tests/gold/README.md` into a folder.
    pub fn write(&self, folder: &Path) -> anyhow::Result<()> {
        std::fs::create_dir_all(folder)?;
        for (table, rows) in &self.rows {
            let columns = self.columns(table);
            let mut file = csv::Writer::from_path(folder.join(format!("{table}.csv")))?;
            file.write_record(&columns)?;
            for row in rows {
                file.write_record(
                    columns
                        .iter()
                        .map(|c| row.get(c).map_or("", String::as_str)),
                )?;
            }
            file.flush()?;
        }
        std::fs::write(folder.join("layout.txt"), self.layouts.join("\n") + "\n")?;
        Ok(())
    }
}
