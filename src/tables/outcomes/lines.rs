//! Tasks that stand a line each, without bullets, under a heading that names tasks: `A1  Oil the wheel - A. Example - 3 May`,
//! `Ana Example: oil the wheel`.

use super::kind::Kind;
use super::list::coded;
use super::owner::task;
use super::walk::{Walk, cell};
use crate::outline::Unit;
use std::ops::Range;

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

/// `A1` with a blank, `R1.`, at the start of a line.
fn code_of(line: &str) -> Option<Range<usize>> {
    let word = line.split([' ', '\t']).next().unwrap_or("");
    let letters = word.chars().take_while(char::is_ascii_uppercase).count();
    let digits = &word[letters..];
    let bare = (1..=3).contains(&letters)
        && (1..=3).contains(&digits.len())
        && digits.bytes().all(|b| b.is_ascii_digit());
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
