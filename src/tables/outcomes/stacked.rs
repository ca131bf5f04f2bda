//! Tables of tasks whose cells the layout set a line each: `Action`, `Owner`, `Deadline`, then three lines a task.

use super::grid::{Column, column};
use super::kind::Kind;
use super::owner::is_time;
use super::walk::Walk;
use crate::outline::{Unit, UnitKind};
use crate::schema::Text;
use std::ops::Range;

/// The longest line of the heads, in bytes; so many heads, and so many lines at most.
const HEAD: usize = 24;
const HEADS: usize = 5;
const LINES: usize = 400;

/// So many tasks make a table.
const TASKS: usize = 2;

/// A line: its unit and its place there.
type Line = (usize, Range<usize>);

impl<'a> Walk<'_, 'a> {
    /// Reads such a table; the unit behind it.
    pub(super) fn stacked_table(&mut self, at: usize) -> Option<usize> {
        let text = self.x.outline.units[at].text();
        let first = memchr::memchr(b'\n', text.as_bytes()).unwrap_or(text.len());
        if first > HEAD && self.first_line(at).is_none_or(|l| l.len() > HEAD) {
            return None;
        }
        let lines = self.lines_from(at, HEADS);
        // Few lines stand above another that is as short, and heads have no figures.
        let plain = |line: &Line| {
            let words = self.words(line);
            words.len() <= HEAD && !words.contains(|c: char| c.is_ascii_digit())
        };
        if lines.len() < HEADS || !lines[..2].iter().all(plain) {
            return None;
        }
        let columns = self.heads(&lines)?;
        let lines = self.lines_from(at, LINES);
        let tasks: Vec<&[Line]> = lines[columns.len()..]
            .chunks_exact(columns.len())
            .take_while(|task| self.fits(&columns, task))
            .collect();
        let last = tasks.last().filter(|_| tasks.len() >= TASKS)?.last()?;
        // The last line of the table ends its passage.
        let whole = self.x.outline.units[last.0].text().trim_end().len() <= last.1.end;
        let next = last.0 + 1;
        for task in tasks.iter().filter(|_| whole) {
            let mut row = self.row(Kind::ActionItem, "task-lines");
            for (column, line) in columns.iter().zip(*task) {
                match column {
                    Column::Owner => row.owner = self.cell_of(line),
                    Column::Due => row.due_date = self.cell_of(line),
                    Column::Number => row.number = self.cell_of(line),
                    _ => row.text = self.cell_of(line),
                }
            }
            row.session_id = self.session(task[0].0);
            self.rows.push(row);
        }
        whole.then_some(next)
    }

    /// The first line of a unit.
    fn first_line(&self, at: usize) -> Option<Range<usize>> {
        self.x.outline.units[at].flow.lines().next()
    }

    /// The lines from a unit on, as far as running text, headings and items go.
    fn lines_from(&self, at: usize, most: usize) -> Vec<Line> {
        let units = self.x.outline.units[at..].iter().enumerate();
        let plain = |u: &Unit| !matches!(u.kind, UnitKind::Grid(_) | UnitKind::Note(_));
        let free = |i: usize| self.x.claimed_by(i).is_none();
        let own = units.take_while(|(i, u)| plain(u) && free(at + i) && u.marker.is_none());
        let lines = own.flat_map(|(i, u)| u.flow.lines().map(move |l| (at + i, l)));
        lines.take(most).collect()
    }

    /// What the columns hold, where the first lines head one of tasks and one of those who do them.
    fn heads(&self, lines: &[Line]) -> Option<Vec<Column>> {
        let heads = lines.iter().map(|line| {
            let words = self.words(line);
            let short = words.len() <= HEAD;
            short.then(|| column(self.x.lexicon, words))
        });
        let columns: Vec<Column> = heads
            .map_while(|c| c.filter(|c| *c != Column::Other))
            .collect();
        let count = |wanted: &dyn Fn(&Column) -> bool| columns.iter().filter(|c| wanted(c)).count();
        let tasks = count(&|c| matches!(c, Column::Kind(Kind::ActionItem) | Column::What));
        let (owners, dues) = (
            count(&|c| *c == Column::Owner),
            count(&|c| *c == Column::Due),
        );
        let numbers = count(&|c| *c == Column::Number);
        let all = tasks + owners + dues + numbers == columns.len();
        (all && tasks == 1 && owners == 1 && dues <= 1 && numbers <= 1).then_some(columns)
    }

    /// Whether lines are what the columns say: somebody who does it, a time, a number.
    fn fits(&self, columns: &[Column], task: &[Line]) -> bool {
        columns.iter().zip(task).all(|(column, line)| {
            let words = self.words(line);
            match column {
                Column::Owner => self.doers.name(words) && !words.ends_with('.'),
                Column::Due => is_time(self.x.lexicon, words),
                Column::Number => words.len() <= 6 && words.contains(|c: char| c.is_ascii_digit()),
                _ => words.split(' ').nth(1).is_some(),
            }
        })
    }

    fn words(&self, (unit, line): &Line) -> &'a str {
        self.x.outline.units[*unit].flow.as_str()[line.clone()].trim()
    }

    fn cell_of(&self, (unit, line): &Line) -> Text {
        let flow = &self.x.outline.units[*unit].flow;
        flow.cell(flow.trimmed(line.clone()))
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::{Options, extract};
    use crate::source::Source;

    fn told(table: &str) -> Vec<String> {
        let text = format!(
            "Minutes of the mill board\n\nPresent: Ana Example, Jo Sample\n\n2. Action log\n\n{table}"
        );
        let data = extract(&Source::from_text("t", &text), &Options::default());
        let cells = |o: &super::super::Outcome| {
            [&o.text, &o.owner, &o.due_date]
                .map(|c| c.value.clone())
                .join(" | ")
        };
        data.outcomes.iter().map(cells).collect()
    }

    #[test]
    fn cells_of_tasks_stand_a_line_each() {
        let rows = [
            "Oil the wheel | Ana Example | 2031-05-03",
            "Mend the roof | Jo Sample | 2031-06-04",
        ];
        let lines = "Action\nOwner\nDeadline\nOil the wheel\nAna Example\n3 May 2031\nMend the roof\nJo Sample\n4 June 2031\n";
        assert_eq!(told(lines), rows);
        assert_eq!(told(&lines.replace('\n', "\n\n")), rows);
    }

    #[test]
    fn lines_that_are_no_cells_are_no_tasks() {
        let rows = told("Action\nOwner\nOil the wheel\nbefore it rusts\nMend the roof\nsoon\n");
        assert!(rows.iter().all(|r| !r.contains("rusts")), "{rows:?}");
    }
}
