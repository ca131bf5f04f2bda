//! The evaluation as text: a table of scores, then reports and layouts in a line each.

use super::score::{Group, Mean, Score};
use super::{Difference, Evaluation, Fault};
use std::borrow::Cow;
use std::fmt::{self, Display, Formatter};

impl Display for Evaluation {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        let (tolerant, strict) = (&self.tolerant, &self.strict);
        writeln!(
            f,
            "{} reports, as the contract compares; strict: all keys and cells equal",
            tolerant.all.reports
        )?;
        writeln!(
            f,
            "\n{:<14}{:>6}{:>6}{:>6}{:>7}{:>7}{:>7}{:>7}{:>7}{:>7}{:>7}{:>7}",
            "table",
            "gold",
            "found",
            "pairs",
            "prec",
            "recall",
            "F1",
            "cells",
            "score",
            "whole",
            "macro",
            "strict"
        )?;
        for table in &tolerant.all.tables {
            let exact = strict
                .all
                .table(table.table)
                .map_or(0.0, |t| t.micro.rates.score);
            row(
                f,
                table.table,
                &table.micro,
                Some(table.macro_reports.score),
                exact,
            )?;
        }
        row(
            f,
            "all (micro)",
            &tolerant.all.micro,
            None,
            strict.all.micro.rates.score,
        )?;
        write!(f, "{:<32}", "all (mean of tables)")?;
        rates(f, &tolerant.all.macro_tables)?;
        writeln!(f, "{:>7}{:>7.3}", "", strict.all.macro_tables.score)?;
        wrong_columns(f, &tolerant.all)?;
        heading(f, "report")?;
        for (id, group) in &tolerant.reports {
            line(f, id, group, strict.reports.get(id), None)?;
        }
        if !tolerant.layouts.is_empty() {
            heading(f, "layout (the table it names, else all)")?;
        }
        for (tag, group) in &tolerant.layouts {
            line(
                f,
                tag,
                group,
                strict.layouts.get(tag),
                tag.split(':').next(),
            )?;
        }
        if !self.skipped.is_empty() {
            writeln!(
                f,
                "\nnot in the output, not scored: {}",
                self.skipped.join(", ")
            )?;
        }
        Ok(())
    }
}

impl Evaluation {
    /// What is missing, extra and wrong, a line each, as text.
    pub fn list(&self) -> impl Display + '_ {
        List(&self.differences)
    }
}

struct List<'a>(&'a [Difference]);

impl Display for List<'_> {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        let mut last = ("", "");
        for d in self.0 {
            if last != (d.report_id.as_str(), d.table) {
                writeln!(f, "\n{} / {}", d.report_id, d.table)?;
                last = (&d.report_id, d.table);
            }
            match d.kind {
                Fault::Missing => writeln!(f, "  missing  {}", short(&d.row))?,
                Fault::Extra => writeln!(f, "  extra    {}", short(&d.row))?,
                Fault::Wrong => {
                    let (found, gold) = (short(&d.found), short(&d.gold));
                    writeln!(f, "  wrong    {}: {found:?}, not {gold:?}", d.column)?;
                    writeln!(f, "             in {}", short(&d.row))?;
                }
            }
        }
        Ok(())
    }
}

/// The beginning of a long text.
fn short(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(140) {
        None => Cow::Borrowed(text),
        Some((end, _)) => Cow::Owned(format!("{}…", &text[..end])),
    }
}

fn row(
    f: &mut Formatter,
    name: &str,
    score: &Score,
    by_report: Option<f64>,
    strict: f64,
) -> fmt::Result {
    let t = &score.tally;
    write!(f, "{name:<14}{:>6}{:>6}{:>6}", t.gold, t.found, t.paired)?;
    if t.is_empty() {
        return writeln!(f);
    }
    rates(f, &score.rates)?;
    match by_report {
        Some(mean) => write!(f, "{mean:>7.3}")?,
        None => write!(f, "{:>7}", "")?,
    }
    writeln!(f, "{strict:>7.3}")
}

fn rates(f: &mut Formatter, r: &Mean) -> fmt::Result {
    let all = [
        r.precision,
        r.recall,
        r.row_f1,
        r.cell_accuracy,
        r.score,
        r.whole_rows,
    ];
    all.iter().try_for_each(|rate| write!(f, "{rate:>7.3}"))
}

/// The columns with wrong cells, right of compared, a table a line.
fn wrong_columns(f: &mut Formatter, group: &Group) -> fmt::Result {
    let mut headed = false;
    for table in &group.tables {
        let columns = table.micro.tally.columns.iter();
        let wrong: Vec<String> = columns
            .filter(|(_, t)| t.right < t.cells)
            .map(|(name, t)| format!("{name} {}/{}", t.right, t.cells))
            .collect();
        if wrong.is_empty() {
            continue;
        }
        if !std::mem::replace(&mut headed, true) {
            writeln!(f, "\ncells right of those compared, where some are wrong")?;
        }
        writeln!(f, "{:<14}{}", table.table, wrong.join(", "))?;
    }
    Ok(())
}

fn heading(f: &mut Formatter, name: &str) -> fmt::Result {
    writeln!(
        f,
        "\n{name:<44}{:>7}{:>7}{:>7}{:>7}",
        "F1", "cells", "score", "strict"
    )
}

/// A group's score, that of `table` alone where gold has it.
fn line(
    f: &mut Formatter,
    name: &str,
    group: &Group,
    strict: Option<&Group>,
    table: Option<&str>,
) -> fmt::Result {
    let of = |group: &Group| match table.and_then(|t| group.table(t)) {
        Some(table) => table.micro.rates,
        None => group.micro.rates,
    };
    let r = of(group);
    let exact = strict.map_or(0.0, |g| of(g).score);
    writeln!(
        f,
        "{name:<44}{:>7.3}{:>7.3}{:>7.3}{exact:>7.3}",
        r.row_f1, r.cell_accuracy, r.score
    )
}
