//! `manifest.csv` beside reports: what whoever collected them knows of them, told in columns of `reports`.
//!
//! A row describes the file that its `file` names; every other column may be missing: `title`, `publisher`, `date`
//! (`YYYY`, `YYYY-MM` or `YYYY-MM-DD`), `language` (as for `--lang`), `source` (an address), `licence`, `sha256` (of the
//! file's bytes; where it differs, the row describes another version of the file and is not used).

use super::Input;
use crate::lexicon::Lang;
use crate::schema::{Date, Text};
use crate::span::Spans;
use crate::tables::reports::Report;
use crate::value::date::Partial;
use serde::Deserialize;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// The name of the file.
const FILE: &str = "manifest.csv";

/// What a manifest says of one report.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Described {
    file: String,
    #[serde(default)]
    title: String,
    #[serde(default)]
    publisher: String,
    #[serde(default)]
    date: String,
    #[serde(default)]
    language: String,
    #[serde(default)]
    source: String,
    #[serde(default)]
    licence: String,
    #[serde(default)]
    sha256: String,
}

impl Described {
    /// Whether the row describes bytes of this hash, in hex.
    pub fn is_of(&self, sha256: &str) -> bool {
        self.sha256.is_empty() || self.sha256.eq_ignore_ascii_case(sha256)
    }

    /// The report's language, where it is one that the program has words of.
    pub fn lang(&self) -> Option<Lang> {
        Lang::from_tag(&self.language)
    }

    /// Fills the columns of `reports` that no text carries.
    pub fn fill(&self, report: &mut Report) {
        let text = |value: &String| Text::new(value.trim(), Spans::NONE);
        report.manifest_title = text(&self.title);
        report.publisher = text(&self.publisher);
        report.published = date(&self.date).map_or(Date::default(), Date::derived);
        report.source_url = text(&self.source);
        report.licence = text(&self.licence);
    }
}

/// The manifests beside the reports of a run.
#[derive(Debug, Default)]
pub struct Manifests(HashMap<PathBuf, Described>);

impl Manifests {
    /// Reads the manifest of every folder that holds one of these reports.
    ///
    /// # Errors
    /// Where one cannot be read, has no column `file`, or a date that is none; the message names file and line.
    pub fn beside(inputs: &[Input]) -> Result<Manifests, String> {
        let mut rows = HashMap::new();
        let folders = inputs.iter().filter_map(|i| i.path.as_ref()?.parent());
        let mut last = None;
        for folder in folders {
            if last.replace(folder) != Some(folder) {
                read(folder, &mut rows)?;
            }
        }
        Ok(Manifests(rows))
    }

    /// What is said of a report.
    pub fn of(&self, input: &Input) -> Option<&Described> {
        self.0.get(input.path.as_ref()?)
    }
}

fn read(folder: &Path, rows: &mut HashMap<PathBuf, Described>) -> Result<(), String> {
    let path = folder.join(FILE);
    let bytes = match std::fs::read(&path) {
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        read => read.map_err(|e| format!("{}: {e}", path.display()))?,
    };
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes);
    for (i, row) in reader.deserialize::<Described>().enumerate() {
        let row = row.map_err(|e| format!("{}: {e}", path.display()))?;
        if !row.date.trim().is_empty() && date(&row.date).is_none() {
            let (path, given) = (path.display(), &row.date);
            return Err(format!("{path}: row {}: {given:?} is no date", i + 1));
        }
        rows.insert(folder.join(row.file.trim()), row);
    }
    Ok(())
}

/// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
fn date(text: &str) -> Option<Partial> {
    let mut parts = text.trim().split('-');
    let sized = |part: &str, len: usize| {
        let digits = part.len() == len && part.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| part.to_string())
    };
    let year = sized(parts.next()?, 4)?.parse().ok();
    let mut small = || match parts.next() {
        None => Some(None),
        Some(part) => sized(part, 2)?.parse().ok().map(Some),
    };
    let (month, day) = (small()?, small()?);
    let date = Partial { year, month, day };
    (parts.next().is_none() && date.is_valid()).then_some(date)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn manifest(text: &str) -> (tempfile::TempDir, Result<Manifests, String>, Input) {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join(FILE), text).expect("a file");
        let input = Input {
            id: "a".into(),
            file: "a.txt".into(),
            path: Some(folder.path().join("a.txt")),
        };
        let read = Manifests::beside(std::slice::from_ref(&input));
        (folder, read, input)
    }

    #[test]
    fn a_row_fills_the_columns_that_no_text_carries() {
        let text = "\u{feff}date,file,publisher,source,sha256,notes\n2017-03,a.txt,Pond Trust,https://example.org/a,AB,x\n";
        let (_folder, read, input) = manifest(text);
        let read = read.expect("a manifest");
        let row = read.of(&input).expect("a row");
        let mut report = Report::default();
        row.fill(&mut report);
        assert_eq!(report.publisher.as_str(), "Pond Trust");
        assert_eq!(report.source_url.as_str(), "https://example.org/a");
        assert_eq!(
            report.published.value.map(|d| d.to_string()).as_deref(),
            Some("2017-03")
        );
        assert!(report.manifest_title.is_empty() && report.licence.is_empty());
        assert!(row.is_of("ab") && !row.is_of("cd") && row.lang().is_none());
    }

    #[test]
    fn a_manifest_that_makes_no_sense_is_told() {
        for (text, told) in [
            ("name\na.txt\n", "missing field `file`"),
            (
                "file,date\na.txt,2017-02-30\n",
                "row 1: \"2017-02-30\" is no date",
            ),
            ("file,date\nb.txt,\na.txt,spring\n", "row 2"),
        ] {
            let message = manifest(text).1.expect_err("a message");
            assert!(
                message.contains(told) && message.contains(FILE),
                "{message}"
            );
        }
    }

    #[test]
    fn dates_are_as_exact_as_they_are_given() {
        for text in ["2017", "2017-03", "2017-03-09"] {
            assert_eq!(date(text).map(|d| d.to_string()).as_deref(), Some(text));
        }
        for text in ["17", "2017-13", "2017-3", "2017-03-09-1", "2017-+3", ""] {
            assert_eq!(date(text), None, "{text}");
        }
    }
}
