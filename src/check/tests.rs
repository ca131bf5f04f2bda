//! Every rule on its file in `tests/checks`, whose README says how they are written.

use super::*;
use crate::correct::Corrections;
use crate::extract::{Options, extract};
use crate::seal::seal;
use crate::source::Source;
use crate::spool::Sealed;
use crate::tables::findings::SEVERITIES;
use crate::tables::position;
use std::fs;

/// The line between the text that has the fault and the one that has not.
const PARTING: &[u8] = b"%% not here\n";

/// A text of a rule's file.
struct Half<'a> {
    text: &'a [u8],
    /// How many lines of the file stand above it.
    above: u32,
}

/// A rule's file: where it fires in the first text, and the two texts.
struct Fixture<'a> {
    fires: Vec<u32>,
    /// Lines of a file of corrections.
    corrections: String,
    fault: Half<'a>,
    close: Half<'a>,
}

fn fixture(file: &[u8]) -> Option<Fixture<'_>> {
    let parting = file.windows(PARTING.len()).position(|w| w == PARTING)?;
    let (mut text, close) = (&file[..parting], &file[parting + PARTING.len()..]);
    let (mut fires, mut above) = (None, 0);
    let mut corrections = String::new();
    while text.first() == Some(&b'#') {
        let end = text.iter().position(|&b| b == b'\n')? + 1;
        let line = String::from_utf8_lossy(&text[..end]).into_owned();
        match line.split_once(':')? {
            ("# fires", "nowhere\n" | " nowhere\n") => fires = Some(Vec::new()),
            ("# fires", lines) => {
                fires = lines.split_whitespace().map(|n| n.parse().ok()).collect()
            }
            ("# corrects", line) => corrections.push_str(line.trim_start()),
            _ => return None,
        }
        (text, above) = (&text[end..], above + 1);
    }
    Some(Fixture {
        fires: fires?,
        corrections,
        fault: Half { text, above },
        close: Half {
            text: close,
            above: 0,
        },
    })
}

/// The corrections of a report called `t`.
fn correct(lines: &str) -> Corrections {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("corrections.csv");
    fs::write(
        &file,
        format!("action,table,id,column,value,reason\n{lines}"),
    )
    .expect("a file");
    Corrections::read(&[file], &["t"], Severities::default()).expect("corrections")
}

/// Where a rule fires in one of its texts, by the lines of the file, and what it says.
fn fired(rule: &Rule, half: &Half, corrections: &str) -> Vec<(u32, String)> {
    let source = Source::decode("t", "t", half.text).expect("text");
    let mut data = extract(&source, &Options::default());
    let corrections = correct(corrections);
    let own = corrections.apply(seal(&source, &mut data)).expect("rows");
    let all = [own, corrections.lost()];
    let rows = all.iter().filter(|bytes| !bytes.is_empty());
    rows.flat_map(|bytes| told(rule, half, bytes)).collect()
}

/// The findings of a rule among these rows.
fn told(rule: &Rule, half: &Half, bytes: &[u8]) -> Vec<(u32, String)> {
    let sealed = Sealed::read(bytes, |_| true).expect("sealed");
    let rows = sealed.rows(position("findings").expect("a table"));
    let own = rows.filter(|f| f.cell("rule").printed() == rule.name);
    own.map(|f| {
        let line = f.place().map_or(0, |p| p.line + half.above);
        (line, f.cell("message").printed().into_owned())
    })
    .collect()
}

/// What is wrong with a rule on its file.
fn faults(rule: &Rule) -> Vec<String> {
    let path = format!(
        "{}/tests/checks/{}.txt",
        env!("CARGO_MANIFEST_DIR"),
        rule.name
    );
    let Ok(file) = fs::read(&path) else {
        return vec![format!("{path} is missing")];
    };
    let Some(fixture) = fixture(&file) else {
        return vec![format!("{path} is not written as the README there says")];
    };
    let found = fired(rule, &fixture.fault, &fixture.corrections);
    // A finding about the report as a whole has no line.
    let lines: Vec<u32> = found
        .iter()
        .map(|(line, _)| *line)
        .filter(|l| *l > 0)
        .collect();
    let silent = found.is_empty() && fixture.fires.is_empty();
    let mut faults = Vec::new();
    if lines != fixture.fires || silent {
        faults.push(format!(
            "{}: expected in {:?}, found {found:?}",
            rule.name, fixture.fires
        ));
    }
    let wrong = fired(rule, &fixture.close, &fixture.corrections);
    if !wrong.is_empty() {
        faults.push(format!(
            "{}: fires where there is no fault: {wrong:?}",
            rule.name
        ));
    }
    faults
}

#[test]
fn every_rule_fires_on_the_fault_and_not_on_what_comes_close() {
    let faults: Vec<String> = RULES.iter().flat_map(|r| faults(r)).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_file_has_its_rule() {
    let folder =
        fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/checks")).expect("a folder");
    for entry in folder {
        let name = entry
            .expect("an entry")
            .file_name()
            .to_string_lossy()
            .into_owned();
        let known = name.strip_suffix(".txt").is_none_or(|n| rule(n).is_some());
        assert!(known, "{name}");
    }
}

#[test]
fn every_rule_has_its_file_its_severity_and_its_doc() {
    let here = concat!(env!("CARGO_MANIFEST_DIR"), "/src/check");
    for r in RULES {
        let file = format!("{here}/{}.rs", r.name.replace('-', "_"));
        assert!(std::path::Path::new(&file).exists(), "{file}");
        assert!(SEVERITIES.contains(&r.severity), "{}", r.name);
        for text in [r.summary, r.why, r.example, r.misses] {
            assert!(!text.is_empty(), "{}", r.name);
        }
    }
}
