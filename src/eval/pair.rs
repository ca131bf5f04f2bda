//! Pairs the rows of gold and output one to one, best match first. Quadratic in the rows of one table of one report.

use super::fold::Folded;
use super::read::Grid;
use super::score::{ColumnTally, Tally};
use super::spec::{CLOSE, Compare, Field, Key, Need, Spec};
use super::{Difference, Fault};

/// How strictly rows and cells are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// As the contract says.
    Tolerant,
    /// Every key and cell equal after folding.
    Strict,
}

/// The pairs of one table of one report.
pub struct Pairing<'a> {
    gold: &'a Grid,
    found: &'a Grid,
    keys: Vec<Key>,
    cells: Vec<Field>,
    spec: &'static Spec,
    mode: Mode,
    /// For each gold row its row of the output.
    of_gold: Vec<Option<usize>>,
    /// Whether a row of the output is in a pair.
    taken: Vec<bool>,
}

/// The folded cells of every row, a column of the spec after the other.
type Rows = Vec<Vec<Folded>>;

impl<'a> Pairing<'a> {
    /// Pairs the rows. Columns that gold does not have neither pair nor count.
    pub fn new(spec: &'static Spec, gold: &'a Grid, found: &'a Grid, mode: Mode) -> Pairing<'a> {
        let keys = spec.keys.iter().filter(|k| gold.has(k.column));
        let cells = spec.cells.iter().filter(|c| gold.has(c.column));
        let mut pairing = Pairing {
            gold,
            found,
            keys: keys.copied().collect(),
            cells: cells.copied().collect(),
            spec,
            mode,
            of_gold: vec![None; gold.len()],
            taken: vec![false; found.len()],
        };
        pairing.assign();
        pairing
    }

    /// Takes the best match, then the best of what is left, and so on; of equal matches the one with more right cells,
    /// then the earlier.
    fn assign(&mut self) {
        let columns: Vec<&str> = self.keys.iter().map(|k| k.column).collect();
        let (gold, found) = (
            fold_rows(self.gold, &columns),
            fold_rows(self.found, &columns),
        );
        let mut matches = Vec::new();
        for (g, mine) in gold.iter().enumerate() {
            for (f, theirs) in found.iter().enumerate() {
                if let Some(score) = self.likeness(mine, theirs) {
                    matches.push((score, g, f));
                }
            }
        }
        let columns: Vec<&str> = self.cells.iter().map(|c| c.column).collect();
        let (gold, found) = (
            fold_rows(self.gold, &columns),
            fold_rows(self.found, &columns),
        );
        let right = |g: usize, f: usize| {
            let cells = self.cells.iter().enumerate();
            cells
                .filter(|(i, c)| self.agree(&gold[g][*i], &found[f][*i], c.how))
                .count()
        };
        let mut ranked: Vec<_> = matches
            .into_iter()
            .map(|(s, g, f)| (s, right(g, f), g, f))
            .collect();
        ranked.sort_by(|a, b| {
            b.0.total_cmp(&a.0)
                .then(b.1.cmp(&a.1))
                .then((a.2, a.3).cmp(&(b.2, b.3)))
        });
        for (_, _, g, f) in ranked {
            if self.of_gold[g].is_none() && !self.taken[f] {
                self.of_gold[g] = Some(f);
                self.taken[f] = true;
            }
        }
    }

    /// How well two rows match by their keys, 0 to 1; `None` where they cannot be a pair.
    fn likeness(&self, gold: &[Folded], found: &[Folded]) -> Option<f64> {
        let (mut sum, mut closest, mut doubt) = (0.0, 1.0f64, false);
        for (i, key) in self.keys.iter().enumerate() {
            let alike = gold[i].similarity(&found[i], key.how);
            let agrees = self.agree(&gold[i], &found[i], key.how);
            match key.need {
                _ if agrees => {}
                Need::Must => return None,
                _ if self.mode == Mode::Strict => return None,
                Need::Usually => doubt = true,
                Need::Helps => {}
            }
            if key.need == Need::Must {
                closest = closest.min(alike);
            }
            sum += alike;
        }
        if doubt && closest < CLOSE {
            return None;
        }
        Some(sum / self.keys.len().max(1) as f64)
    }

    fn agree(&self, gold: &Folded, found: &Folded, how: Compare) -> bool {
        match self.mode {
            Mode::Tolerant => gold.agrees(found, how),
            Mode::Strict => gold.equals(found, how),
        }
    }

    /// The compared cells of a pair, each with whether it is right.
    fn compared(&self, g: usize, f: usize) -> impl Iterator<Item = (&Field, bool)> + '_ {
        self.cells.iter().map(move |c| {
            let (gold, found) = (self.gold.get(g, c.column), self.found.get(f, c.column));
            (
                c,
                self.agree(&Folded::new(gold), &Folded::new(found), c.how),
            )
        })
    }

    fn pairs(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        let pairs = self.of_gold.iter().enumerate();
        pairs.filter_map(|(g, f)| f.map(|f| (g, f)))
    }

    /// What there is to count.
    pub fn tally(&self) -> Tally {
        let mut tally = Tally {
            gold: self.gold.len(),
            found: self.found.len(),
            ..Tally::default()
        };
        for (g, f) in self.pairs() {
            tally.paired += 1;
            let mut whole = true;
            for (field, right) in self.compared(g, f) {
                tally.cells += 1;
                tally.right += usize::from(right);
                whole &= right;
                let cell: &mut ColumnTally = tally.columns.entry(field.column).or_default();
                cell.cells += 1;
                cell.right += usize::from(right);
            }
            tally.whole += usize::from(whole);
        }
        tally
    }

    /// Adds what is missing, extra and wrong.
    pub fn differences(&self, report_id: &str, out: &mut Vec<Difference>) {
        let mut add = |kind, row, column, gold: &str, found: &str| {
            out.push(Difference {
                report_id: report_id.to_string(),
                table: self.spec.table,
                kind,
                row,
                column,
                gold: gold.to_string(),
                found: found.to_string(),
            });
        };
        for (g, f) in self.of_gold.iter().enumerate() {
            let row = self.label(self.gold, g);
            let Some(f) = *f else {
                add(Fault::Missing, row, "", "", "");
                continue;
            };
            for (field, _) in self.compared(g, f).filter(|(_, right)| !right) {
                let gold = looked_at(self.gold.get(g, field.column), field.how);
                let found = looked_at(self.found.get(f, field.column), field.how);
                add(Fault::Wrong, row.clone(), field.column, &gold, &found);
            }
        }
        for f in (0..self.found.len()).filter(|f| !self.taken[*f]) {
            add(Fault::Extra, self.label(self.found, f), "", "", "");
        }
    }

    /// A row's pairing cells, as a reader recognises it, with its line where the output has one.
    fn label(&self, grid: &Grid, row: usize) -> String {
        let keys = self.keys.iter().map(|k| k.column);
        let line = (!self.keys.iter().any(|k| k.column == "line")).then_some("line");
        let cells = keys
            .chain(line)
            .filter_map(|column| match grid.get(row, column) {
                "" => None,
                text if column == "line" => Some(format!("line {text}")),
                text => Some(text.to_string()),
            });
        cells.collect::<Vec<_>>().join(" | ")
    }
}

fn fold_rows(grid: &Grid, columns: &[&str]) -> Rows {
    let row = |r| {
        columns
            .iter()
            .map(|c| Folded::new(grid.get(r, c)))
            .collect()
    };
    (0..grid.len()).map(row).collect()
}

/// The part of a cell that a comparison looks at.
fn looked_at(cell: &str, how: Compare) -> String {
    match how {
        Compare::First | Compare::Last => Folded::new(cell).edge(how).join(" "),
        _ => cell.to_string(),
    }
}
