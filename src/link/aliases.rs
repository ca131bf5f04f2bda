//! What the user says of who is who: `aliases.csv` beside the input.
//!
//! Its columns are `from`, `to`, `same` (true: the two are one; false: they are kept apart) and `reason` (for people, may be
//! left out). A side is a name as printed (case and accents do not matter unless the two sides differ in nothing else), a
//! name with its organisation, country or report behind it in brackets, which leaves namesakes elsewhere alone, or the id
//! of an entity as a run wrote it. What the user says goes before all evidence. A row that contradicts another, joins in a
//! circle, or names nobody whom the reports name ends the run before anything is written.

use super::orgname::{OrgName, org_key, related};
use crate::run::{Control, ControlCell, ControlError, beside};
use crate::value::place::fold;
use foldhash::HashMap;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// The name of the file.
const FILE: &str = "aliases.csv";
const REQUIRED: &[&str] = &["from", "to", "same"];
const OPTIONAL: &[&str] = &["reason"];

/// A set of sides that are one by the user's word.
pub(super) type Group = u32;

/// A kind of entity that a side may name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Person,
    Organisation,
    Place,
}

/// What the user says of who is who.
#[derive(Clone, Debug, Default)]
pub struct Aliases {
    controls: Vec<Control>,
    sides: Vec<Side>,
    lines: Vec<Line>,
    /// The sides by their folded names, with and without what stands in brackets.
    by_name: HashMap<String, Vec<u32>>,
    by_id: HashMap<u64, Vec<u32>>,
    apart: BTreeSet<(Group, Group)>,
}

#[derive(Clone, Debug)]
struct Side {
    text: String,
    /// The name before the brackets and what stands in them.
    within: Option<(String, String)>,
    /// Whether the other side differs in case and accents only, so that they count.
    exact: bool,
    group: Group,
}

#[derive(Clone, Debug)]
struct Line {
    file: usize,
    from: u32,
    to: u32,
    same: bool,
    cells: [ControlCell; 2],
    control: PathBuf,
}

impl Aliases {
    /// Reads the files beside the inputs.
    ///
    /// # Errors
    /// Where one is no table of these columns, or its rows contradict one another.
    pub fn beside(inputs: &[PathBuf]) -> Result<Aliases, ControlError> {
        let files = beside(inputs, FILE);
        let controls = files.iter().map(|f| Control::read(f, REQUIRED, OPTIONAL));
        Aliases::of(&controls.collect::<Result<Vec<_>, _>>()?)
    }

    /// Takes in the rows of files that were read.
    ///
    /// # Errors
    /// As for [`beside`](Self::beside).
    pub fn of(controls: &[Control]) -> Result<Aliases, ControlError> {
        let mut aliases = Aliases {
            controls: controls.to_vec(),
            ..Aliases::default()
        };
        for (file, control) in controls.iter().enumerate() {
            for row in &control.rows {
                aliases.add(file, control, &row.cells)?;
            }
        }
        aliases.settle(controls)?;
        Ok(aliases)
    }

    /// The rows that it was made of.
    pub fn controls(&self) -> &[Control] {
        &self.controls
    }

    fn add(
        &mut self,
        file: usize,
        control: &Control,
        cells: &[ControlCell],
    ) -> Result<(), ControlError> {
        let [from, to, same, ..] = cells else {
            return Ok(());
        };
        if let Some(empty) = [from, to].into_iter().find(|c| c.text.is_empty()) {
            return Err(control.error(empty, "names nobody"));
        }
        let same = match same.text.to_ascii_lowercase().as_str() {
            "true" => true,
            "false" => false,
            _ => return Err(control.error(same, "is neither true nor false")),
        };
        if from.text == to.text {
            return Err(control.error(to, "is the same name on both sides"));
        }
        let exact = fold(&from.text) == fold(&to.text);
        let line = Line {
            file,
            from: self.side(&from.text, exact),
            to: self.side(&to.text, exact),
            same,
            cells: [from.clone(), to.clone()],
            control: control.file.clone(),
        };
        self.lines.push(line);
        Ok(())
    }

    fn side(&mut self, text: &str, exact: bool) -> u32 {
        let mut known = self.by_name.get(&fold(text)).into_iter().flatten();
        let is_it = |s: &&u32| {
            self.sides[**s as usize].text == text && self.sides[**s as usize].exact == exact
        };
        if let Some(known) = known.find(is_it) {
            return *known;
        }
        let side = self.sides.len() as u32;
        let within = text.strip_suffix(')').and_then(|t| t.rsplit_once(" ("));
        if let Some(hash) = id_in(text) {
            self.by_id.entry(hash).or_default().push(side);
        }
        let names = [Some(text), within.map(|(name, _)| name)];
        for name in names.into_iter().flatten() {
            self.by_name.entry(fold(name)).or_default().push(side);
        }
        self.sides.push(Side {
            text: text.to_string(),
            within: within.map(|(name, within)| (name.to_string(), within.to_string())),
            exact,
            group: side,
        });
        side
    }

    /// Joins the sides, and finds rows that contradict one another.
    fn settle(&mut self, controls: &[Control]) -> Result<(), ControlError> {
        let mut joined: BTreeMap<u32, BTreeSet<u32>> = BTreeMap::new();
        let wrong = |line: &Line, message: &str| controls[line.file].error(&line.cells[1], message);
        for line in self.lines.iter().filter(|l| l.same) {
            if leads(&joined, line.to, line.from) {
                return Err(wrong(
                    line,
                    "joins in a circle: another row leads from here back to the first name",
                ));
            }
            joined.entry(line.from).or_default().insert(line.to);
            let (from, to) = (
                self.sides[line.from as usize].group,
                self.sides[line.to as usize].group,
            );
            let of_from = self.sides.iter_mut().filter(|s| s.group == from);
            of_from.for_each(|s| s.group = to);
        }
        for line in self.lines.iter().filter(|l| !l.same) {
            let (a, b) = (
                self.sides[line.from as usize].group,
                self.sides[line.to as usize].group,
            );
            if a == b {
                return Err(wrong(line, "keeps apart what other rows join"));
            }
            self.apart.insert((a.min(b), a.max(b)));
        }
        Ok(())
    }

    /// Whether there is nothing to say.
    pub(super) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The sides that a mention of a person is on.
    pub(super) fn people(&self, name: &str, organisation: &str, report: &str) -> Vec<u32> {
        if self.is_empty() {
            return Vec::new();
        }
        let within = |within: &str| {
            within == report
                || !organisation.is_empty()
                    && related(&org_key(&OrgName::of(within).name), organisation)
        };
        self.named(name, &within)
    }

    /// The sides that a place is on.
    pub(super) fn places(&self, name: &str, country: &str) -> Vec<u32> {
        self.named(name, &|within| fold(within) == fold(country))
    }

    fn named(&self, name: &str, within: &dyn Fn(&str) -> bool) -> Vec<u32> {
        if self.by_name.is_empty() {
            return Vec::new();
        }
        let sides = self.by_name.get(&fold(name)).into_iter().flatten();
        let on = |side: &&u32| {
            let side = &self.sides[**side as usize];
            match &side.within {
                Some((bare, inner)) if fold(bare) == fold(name) => {
                    (!side.exact || bare == name) && within(inner)
                }
                _ => fold(&side.text) == fold(name) && (!side.exact || side.text == name),
            }
        };
        sides.filter(on).copied().collect()
    }

    /// The sides that bear this id.
    pub(super) fn of_id(&self, hash: u64) -> &[u32] {
        self.by_id.get(&hash).map_or(&[], Vec::as_slice)
    }

    /// Every side with the key of the organisation that it may name.
    pub(super) fn organisations(&self) -> impl Iterator<Item = (u32, String)> + '_ {
        let key = |side: &Side| org_key(&OrgName::of(&side.text).name);
        self.sides
            .iter()
            .enumerate()
            .map(move |(i, side)| (i as u32, key(side)))
    }

    /// The set of sides that this one belongs to.
    pub(super) fn group(&self, side: u32) -> Group {
        self.sides[side as usize].group
    }

    /// Whether the user keeps two entities apart, given by the sides that they are on.
    pub(super) fn part(&self, a: &[u32], b: &[u32]) -> bool {
        let (a, b) = (
            a.iter().map(|s| self.group(*s)),
            b.iter().map(|s| self.group(*s)),
        );
        let b: Vec<Group> = b.collect();
        a.into_iter().any(|a| {
            b.iter()
                .any(|&b| self.apart.contains(&(a.min(b), a.max(b))))
        })
    }

    /// Checks that every row names two entities of one kind, by what each side was found to be.
    pub(super) fn check(&self, found: impl Fn(u32, Kind) -> bool) -> Result<(), ControlError> {
        let kinds = [
            (Kind::Person, "a person"),
            (Kind::Organisation, "an organisation"),
            (Kind::Place, "a place"),
        ];
        for line in &self.lines {
            let of = |side: u32| {
                kinds
                    .iter()
                    .filter(|(kind, _)| found(side, *kind))
                    .collect::<Vec<_>>()
            };
            let (from, to) = (of(line.from), of(line.to));
            let wrong = |cell: &ControlCell, message: String| ControlError {
                file: line.control.clone(),
                line: cell.line,
                column: cell.column,
                message,
            };
            for (cell, kinds) in line.cells.iter().zip([&from, &to]) {
                if kinds.is_empty() {
                    let message = format!(
                        "no person, organisation or place of the reports is called {:?}",
                        cell.text
                    );
                    return Err(wrong(cell, message));
                }
            }
            if !from.iter().any(|kind| to.contains(kind)) {
                let message = format!(
                    "is {}, but {:?} is {}",
                    to[0].1, line.cells[0].text, from[0].1
                );
                return Err(wrong(&line.cells[1], message));
            }
        }
        Ok(())
    }
}

/// Whether the rows lead from one side to another.
fn leads(joined: &BTreeMap<u32, BTreeSet<u32>>, from: u32, to: u32) -> bool {
    let (mut open, mut seen) = (vec![from], BTreeSet::new());
    while let Some(at) = open.pop() {
        if at == to {
            return true;
        }
        if seen.insert(at) {
            open.extend(joined.get(&at).into_iter().flatten());
        }
    }
    false
}

/// The number in an id such as `per-0123456789abcdef`.
fn id_in(text: &str) -> Option<u64> {
    let hex = ["per-", "org-", "pla-"]
        .iter()
        .find_map(|p| text.strip_prefix(p))?;
    (hex.len() == 16).then(|| u64::from_str_radix(hex, 16).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn aliases(rows: &str) -> Result<Aliases, String> {
        let folder = tempfile::tempdir().expect("a folder");
        let text = format!("from,to,same,reason\n{rows}");
        std::fs::write(folder.path().join(FILE), text).expect("a file");
        let read = Aliases::beside(&[folder.path().to_path_buf()]);
        read.map_err(|e| format!("{}:{}: {}", e.line, e.column, e.message))
    }

    #[test]
    fn names_are_found_by_fold_and_by_what_stands_in_brackets() {
        let a = aliases("Ana Ruiz (Pond Trust),Ana Gomez,true,married\nBo Elm,Bo Élm,false,\n")
            .expect("aliases");
        assert_eq!(a.people("ANA GÓMEZ", "", "r"), [1]);
        assert_eq!(a.people("Ana Ruiz", "pond trust", "r"), [0]);
        assert!(a.people("Ana Ruiz", "reed fund", "r").is_empty());
        assert_eq!(a.people("Bo Elm", "", "r"), [2]);
        assert_eq!(a.people("Bo Élm", "", "r"), [3]);
        assert!(a.part(&[2], &[3]) && !a.part(&[0], &[1]));
        assert_eq!(a.group(0), a.group(1));
    }

    #[test]
    fn rows_that_make_no_sense_are_told_with_their_place() {
        for (rows, told) in [
            ("A B,C D,yes,\n", "2:9: is neither true nor false"),
            (",C D,true,\n", "2:1: names nobody"),
            ("A B,A B,true,\n", "2:5: is the same name"),
            (
                "A B,C D,true,\nC D,E F,true,\nE F,A B,true,\n",
                "4:5: joins in a circle",
            ),
            (
                "A B,C D,true,\nC D,E F,true,\nA B,E F,false,\n",
                "4:5: keeps apart what other rows join",
            ),
        ] {
            let message = aliases(rows).expect_err("a message");
            assert!(message.starts_with(told), "{message}");
        }
        assert!(aliases("A B,E F,true,\nC D,E F,true,\nA B,C D,true,\n").is_ok());
    }

    #[test]
    fn a_side_that_nobody_bears_is_told() {
        let a = aliases("A B,C D,true,\n").expect("aliases");
        let told =
            |found: &dyn Fn(u32, Kind) -> bool| a.check(found).map_err(|e| (e.column, e.message));
        assert_eq!(told(&|_, kind| kind == Kind::Person), Ok(()));
        let (column, message) = told(&|side, _| side == 0).expect_err("a message");
        assert!(
            column == 5 && message.contains("called \"C D\""),
            "{message}"
        );
        let mixed = |side: u32, kind| kind == [Kind::Person, Kind::Place][side as usize];
        assert!(
            told(&mixed)
                .expect_err("a message")
                .1
                .contains("is a place")
        );
    }
}
