//! What holds of a whole run over any text: its package verifies in every format, with and without corrections.

use proptest::prelude::*;
use rapporteur::check::Severities;
use rapporteur::correct::Corrections;
use rapporteur::emit::FORMATS;
use rapporteur::extract::{Options, extract};
use rapporteur::run::{Input, Run, Tally, Watch};
use rapporteur::seal::seal;
use rapporteur::source::Source;
use rapporteur::spool::Sealed;
use rapporteur::tables::TABLES;
use rapporteur::verify::verify;
use std::fs;
use std::path::{Path, PathBuf};

/// What a user would do to a row: the row and the column by a number, and what to put there.
pub type Wish = (u16, u8, Option<String>);

struct Nobody;

impl Watch for Nobody {
    fn written(&mut self, _: &Tally) {}
}

/// Runs over this text in every format, then with the corrections that may be made; both packages are whole.
pub fn package(text: &str, wishes: &[Wish]) -> Result<(), TestCaseError> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("any.txt");
    fs::write(&path, text).expect("a file");
    is_whole(&path, Corrections::default(), &folder.path().join("out"))?;
    let file = folder.path().join("corrections.csv");
    let lines: Vec<Vec<String>> = lines(text, wishes)
        .into_iter()
        .filter(|line| read(&file, std::slice::from_ref(line)).is_ok())
        .collect();
    if let Ok(corrections) = read(&file, &lines) {
        is_whole(&path, corrections, &folder.path().join("corrected"))?;
    }
    Ok(())
}

fn is_whole(path: &Path, corrections: Corrections, out: &Path) -> Result<(), TestCaseError> {
    let inputs = [Input {
        id: "any".into(),
        file: "any.txt".into(),
        path: Some(path.to_path_buf()),
    }];
    let run = Run {
        corrections,
        ..Run::new(&inputs)
    };
    let tables: Vec<usize> = (0..TABLES.len()).collect();
    let done = run.into_folder(out, FORMATS, &tables, &mut Nobody);
    if done.expect("a run").failures.is_empty() {
        let verdict = verify(out).expect("a package");
        prop_assert_eq!(verdict.faults.first(), &[] as &[String]);
    }
    Ok(())
}

/// The lines of the file of corrections that these wishes come to.
fn lines(text: &str, wishes: &[Wish]) -> Vec<Vec<String>> {
    let Ok(source) = Source::decode("any", "any.txt", text.as_bytes()) else {
        return Vec::new();
    };
    let sealed = seal(&source, &mut extract(&source, &Options::default()));
    let sealed = Sealed::read(&sealed, |_| true).expect("rows");
    let rows: Vec<(usize, String)> = (0..TABLES.len())
        .flat_map(|t| sealed.rows(t).map(move |row| (t, row)))
        .map(|(table, row)| (table, row.id().printed().into_owned()))
        .collect();
    let line = |(row, column, value): &Wish| {
        let (table, id) = rows.get(usize::from(*row) % rows.len().max(1))?;
        let columns = TABLES[*table].columns;
        let column = columns.get(usize::from(*column) % columns.len())?.name;
        let cells = match value {
            Some(value) => ["set", TABLES[*table].name, id, column, value],
            None => ["delete", TABLES[*table].name, id, "", ""],
        };
        Some(cells.map(str::to_string).to_vec())
    };
    wishes.iter().filter_map(line).collect()
}

/// Corrections of these lines, or what is wrong with them, which has a place.
fn read(file: &PathBuf, lines: &[Vec<String>]) -> Result<Corrections, ()> {
    let mut writer = csv::Writer::from_path(file).expect("a file");
    let head = ["action", "table", "id", "column", "value"];
    writer.write_record(head).expect("a line");
    lines
        .iter()
        .for_each(|l| writer.write_record(l).expect("a line"));
    writer.flush().expect("a file");
    Corrections::read(std::slice::from_ref(file), &["any"], Severities::default()).map_err(
        |error| {
            assert!(error.line >= 1 && error.column >= 1, "{error}");
        },
    )
}
