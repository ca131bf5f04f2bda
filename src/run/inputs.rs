//! What a run reads: the reports behind the paths that the user gave, with their ids.

use crate::source::slug;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

/// How the names of reports in a folder end.
const EXTENSIONS: &[&str] = &["txt", "md", "text"];

/// Files that steer a run and are no reports, wherever they stand.
const CONTROL_FILES: &[&str] = &[
    "manifest.csv",
    "corrections.csv",
    "aliases.csv",
    "rapporteur.toml",
];

/// A report to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// Its id: the slug of the file's stem, with a number where an earlier one has the same.
    pub id: String,
    /// The file relative to what the user gave: in a folder its path from there, else its name.
    pub file: String,
    /// Where it is read; `None` for standard input.
    pub path: Option<PathBuf>,
}

/// An input of which nothing became a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failure {
    /// The report's id, where it was given one.
    pub report_id: String,
    /// The input as the user knows it.
    pub file: String,
    /// Why not.
    pub message: String,
}

impl Failure {
    fn new(path: &Path, message: impl Into<String>) -> Failure {
        Failure {
            report_id: String::new(),
            file: path.display().to_string(),
            message: message.into(),
        }
    }
}

/// The reports behind these paths in the order of the paths, standard input (`-`) last, and the paths that lead to none.
pub fn collect(paths: &[PathBuf]) -> (Vec<Input>, Vec<Failure>) {
    let mut found: BTreeMap<PathBuf, String> = BTreeMap::new();
    let mut failures = Vec::new();
    let (streams, paths): (Vec<_>, Vec<_>) = paths.iter().partition(|p| p.as_os_str() == "-");
    for path in paths {
        match files(path) {
            Ok(files) => found.extend(files),
            Err(message) => failures.push(Failure::new(path, message)),
        }
    }
    let mut files: Vec<(String, String, Option<PathBuf>)> = found
        .into_iter()
        .map(|(path, file)| (slug(&stem(&path)), file, Some(path)))
        .collect();
    if !streams.is_empty() {
        files.push(("stdin".into(), "stdin".into(), None));
    }
    let mut taken = HashSet::new();
    let inputs = files.into_iter().map(|(slug, file, path)| Input {
        id: unused(slug, &mut taken),
        file,
        path,
    });
    (inputs.collect(), failures)
}

fn files(path: &Path) -> Result<Vec<(PathBuf, String)>, String> {
    let kind = fs::metadata(path).map_err(|e| match e.kind() {
        std::io::ErrorKind::NotFound => "no such file or folder".to_string(),
        _ => e.to_string(),
    })?;
    if !kind.is_dir() {
        if is_control(path) {
            return Err("a control file, not a report".into());
        }
        return Ok(vec![(path.to_path_buf(), name(path))]);
    }
    let entries = fs::read_dir(path).map_err(|e| e.to_string())?;
    let inside = entries.filter_map(|e| Some(e.ok()?.path()));
    let reports: Vec<_> = inside
        .filter(|p| is_report(p))
        .map(|p| {
            let name = name(&p);
            (p, name)
        })
        .collect();
    match reports.is_empty() {
        true => Err("a folder without reports (.txt, .md or .text files)".into()),
        false => Ok(reports),
    }
}

fn is_report(path: &Path) -> bool {
    let extension = path.extension().unwrap_or_default().to_string_lossy();
    let known = EXTENSIONS.iter().any(|e| extension.eq_ignore_ascii_case(e));
    known && !name(path).starts_with('.') && !is_control(path) && path.is_file()
}

fn is_control(path: &Path) -> bool {
    CONTROL_FILES.contains(&name(path).as_str())
}

fn name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into()
}

fn stem(path: &Path) -> String {
    path.file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into()
}

/// `slug`, or with the first number from 2 that makes it new.
fn unused(slug: String, taken: &mut HashSet<String>) -> String {
    let numbered = (2..).map(|n| format!("{slug}-{n}"));
    let mut names = std::iter::once(slug.clone()).chain(numbered);
    // The numbers do not end before a new name is found.
    let id = names.find(|name| !taken.contains(name)).unwrap_or(slug);
    taken.insert(id.clone());
    id
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reports_come_in_path_order_with_ids_of_their_own() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("sub")).expect("a folder");
        for name in [
            "b.txt",
            "B.md",
            "a b.text",
            "manifest.csv",
            "notes.csv",
            ".x.txt",
            "sub/b.txt",
        ] {
            fs::write(at(name), "x").expect("a file");
        }
        let paths = [at("sub/b.txt"), folder.path().to_path_buf(), at("b.txt")];
        let (inputs, failures) = collect(&paths);
        let ids: Vec<_> = inputs
            .iter()
            .map(|i| (i.id.as_str(), i.file.as_str()))
            .collect();
        assert_eq!(
            ids,
            [
                ("b", "B.md"),
                ("a-b", "a b.text"),
                ("b-2", "b.txt"),
                ("b-3", "b.txt")
            ]
        );
        assert_eq!(failures, []);
    }

    #[test]
    fn a_path_without_reports_is_a_failure_and_the_others_go_on() {
        let folder = tempfile::tempdir().expect("a folder");
        let paths = [
            folder.path().to_path_buf(),
            "no/such.txt".into(),
            "-".into(),
        ];
        let (inputs, failures) = collect(&paths);
        assert_eq!(inputs.len(), 1);
        assert_eq!(inputs[0].id, "stdin");
        assert!(failures[0].message.contains("without reports"));
        assert!(failures[1].message.contains("no such file"));
    }
}
