//! Tasks that stand a line each, without bullets, under a heading that names tasks: `A1  Oil the wheel - A. Example - 3 May`,
//! `Ana Example: oil the wheel`.

use super::grid::{Column, column};
use super::kind::Kind;
use super::list::coded;
use super::owner::{is_time, task};
use super::walk::{Walk, cell};
use crate::outline::{Unit, UnitKind};
use std::ops::Range;

/// The most lines of a table without columns, the longest line of its heads, and the words in which a line of it ends.
const FLAT: usize = 200;
const HEADS: usize = 60;
const TAIL: usize = 8;

/// The places of a number, a task, its owner and its time.
type FlatRow = (
    Option<Range<usize>>,
    Range<usize>,
    Range<usize>,
    Option<Range<usize>>,
);

impl<'a> Walk<'_, 'a> {
    /// Reads the lines of a paragraph as tasks; whether they were.
    pub(super) fn task_lines(&mut self, at: usize, unit: &Unit<'a>) -> bool {
        let named = self.scopes.head().map(|h| h.kinds.as_slice());
        if named.is_none_or(|kinds| kinds != [Kind::ActionItem]) {
            return false;
        }
        let (text, flow) = (unit.text(), &unit.flow);
        let lines: Vec<Range<usize>> = flow.lines().collect();
        let starts: Vec<usize> = lines
            .iter()
            .map(|l| l.start)
            .filter(|&s| self.opens_task(&text[s..]))
            .collect();
        if starts.first() != Some(&0) || !self.is_row(at, &starts) {
            return false;
        }
        let ends = starts.iter().skip(1).copied().chain([text.len()]);
        for (start, end) in starts.iter().copied().zip(ends) {
            let code = code_of(&text[start..end]).map(|c| start..start + c.end);
            let from = code.as_ref().map_or(start, |c| c.end);
            let signs = text[from..end].trim_start_matches(['.', ':', ')', ' ', '\t']);
            let parts = task(&self.doers, text, end - signs.len()..end, true);
            let mut row = self.row(Kind::ActionItem, "task-line");
            row.number = cell(flow, code);
            row.text = flow.cell(parts.text);
            row.owner = cell(flow, parts.owner);
            row.due_date = cell(flow, parts.due);
            row.session_id = self.session(at);
            self.rows.push(row);
        }
        true
    }

    /// Reads lines below one of heads, all set without columns: `No. Action Who When` above `1 Oil the wheel AE 3 May`;
    /// the unit behind them.
    pub(super) fn flat_table(&mut self, at: usize) -> Option<usize> {
        let units = &self.x.outline.units;
        let text = units[at].text();
        // A title may stand right above the heads.
        let heads = |l: &Range<usize>| self.heads_tasks(text[l.clone()].trim_end());
        let mut lines = units[at].flow.lines().take(FLAT);
        lines.by_ref().take(2).find(heads)?;
        let mut told: Vec<(usize, FlatRow)> = Vec::new();
        for line in lines {
            told.push((at, self.flat_row(text, &line)?));
        }
        let mut next = at + 1;
        let plain = |u: &Unit| matches!(u.kind, UnitKind::Paragraph | UnitKind::Item);
        while let Some(unit) = units.get(next).filter(|u| plain(u) && told.len() < FLAT) {
            let lines = unit.flow.lines();
            let rows: Option<Vec<_>> = lines.map(|l| self.flat_row(unit.text(), &l)).collect();
            let Some(rows) = rows else { break };
            told.extend(rows.into_iter().map(|row| (next, row)));
            next += 1;
        }
        for (unit, (number, words, owner, due)) in &told {
            let flow = &units[*unit].flow;
            let mut row = self.row(Kind::ActionItem, "task-line");
            row.number = units[*unit].number().unwrap_or_default();
            if let Some(number) = number.clone() {
                row.number = flow.cell(number);
            }
            row.text = flow.cell(words.clone());
            row.owner = flow.cell(owner.clone());
            row.due_date = cell(flow, due.clone());
            row.session_id = self.session(*unit);
            self.rows.push(row);
        }
        (!told.is_empty()).then_some(next)
    }

    /// Whether words are heads of columns, one over tasks and one over who does them.
    fn heads_tasks(&self, line: &str) -> bool {
        // Two heads at least, and none that says nothing.
        let words = line.split(' ');
        if line.len() > HEADS || !(2..=5).contains(&words.clone().take(6).count()) {
            return false;
        }
        let (mut what, mut owner) = (false, false);
        for word in words {
            match column(self.x.lexicon, word) {
                Column::Other => return false,
                Column::Kind(Kind::ActionItem) | Column::What => what = true,
                Column::Owner => owner = true,
                _ => {}
            }
        }
        what && owner
    }

    /// The number, the task, who does it and by when, of a line without columns.
    fn flat_row(&self, text: &str, line: &Range<usize>) -> Option<FlatRow> {
        let own = text[line.clone()].trim_end();
        let digits = own.bytes().take_while(u8::is_ascii_digit).count();
        let from =
            digits + own[digits..].len() - own[digits..].trim_start_matches(['.', ')', ' ']).len();
        let at = |r: Range<usize>| line.start + r.start..line.start + r.end;
        let mut blanks: Vec<usize> = memchr::memrchr_iter(b' ', own.as_bytes())
            .take_while(|&b| b > from)
            .take(TAIL)
            .collect();
        blanks.reverse();
        // Whoever does it stands last, or before a time.
        let mut ends = blanks.iter().copied().chain([own.len()]).rev();
        let (start, end) = ends.find_map(|end| {
            let behind = own[end..].trim();
            let timed = behind.is_empty() || is_time(self.x.lexicon, behind);
            let starts = blanks.iter().copied().filter(|&b| b < end);
            let mut known = starts.filter(|&b| self.doers.is_known(&own[b + 1..end]));
            timed.then(|| known.next().map(|b| (b, end))).flatten()
        })?;
        let due = own[end..].trim_start();
        let due = (!due.is_empty()).then(|| at(own.len() - due.len()..own.len()));
        let number = (digits > 0).then(|| at(0..digits));
        let words = own[from..start].split(' ').count();
        (words >= 2).then(|| (number, at(from..start), at(start + 1..end), due))
    }

    /// Whether a line begins with the code of a task, or with a name, a colon and what is to be done.
    fn opens_task(&self, line: &str) -> bool {
        let after = |(name, rest): (&str, &str)| {
            self.doers.name(name) && rest.trim_start().starts_with(char::is_lowercase)
        };
        code_of(line).is_some() || line.split_once(": ").is_some_and(after)
    }

    /// Codes make a row of tasks where they are several; a name makes one alone.
    fn is_row(&self, at: usize, starts: &[usize]) -> bool {
        let units = &self.x.outline.units;
        let coded = |i: Option<usize>| {
            let unit = i.and_then(|i| units.get(i));
            unit.is_some_and(|u| code_of(u.text()).is_some())
        };
        starts.len() >= 2 || !coded(Some(at)) || coded(at.checked_sub(1)) || coded(Some(at + 1))
    }
}

/// `A1` with a blank, `AI-7.1`, `R1.`, at the start of a line.
fn code_of(line: &str) -> Option<Range<usize>> {
    let word = line.split([' ', '\t']).next().unwrap_or("");
    let letters = word.chars().take_while(char::is_ascii_uppercase).count();
    let digits = word[letters..]
        .strip_prefix('-')
        .unwrap_or(&word[letters..]);
    let digit = |c: char| c.is_ascii_digit();
    let bare = (1..=4).contains(&letters)
        && (1..=5).contains(&digits.len())
        && digits.starts_with(digit)
        && digits.ends_with(digit)
        && digits.chars().all(|c| digit(c) || matches!(c, '.' | '-'));
    let parted = line.len() > word.len() + 1;
    match bare && parted {
        true => Some(0..word.len()),
        false => coded(line),
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::{Options, extract};
    use crate::source::Source;

    fn told(lines: &str) -> Vec<String> {
        let text = format!("Minutes of the mill board\n\nTasks agreed\n\n{lines}\n");
        let data = extract(&Source::from_text("t", &text), &Options::default());
        assert!(data.statements.is_empty(), "{:?}", data.statements);
        let cells = |o: &super::super::Outcome| {
            [&o.number, &o.owner, &o.text]
                .map(|c| c.value.clone())
                .join(" | ")
        };
        data.outcomes.iter().map(cells).collect()
    }

    #[test]
    fn lines_with_codes_are_tasks() {
        assert_eq!(
            told(
                "A1  Oil the wheel \u{2013} Ana Example \u{2013} 3 May 2020\nA2  Mend the roof before the rain comes and the\nflour is wet \u{2013} Jo Sample \u{2013} 4 May 2020"
            ),
            [
                "A1 | Ana Example | Oil the wheel",
                "A2 | Jo Sample | Mend the roof before the rain comes and the flour is wet"
            ]
        );
    }

    #[test]
    fn lines_with_names_are_tasks_and_no_speech() {
        assert_eq!(
            told("Ana Example: oil the wheel \u{2013} 3 May 2020\nJo Sample: mend the roof"),
            [
                " | Ana Example | oil the wheel",
                " | Jo Sample | mend the roof"
            ]
        );
    }
}
