//! Tables of outcomes: actions with who and when, or kinds side by side.

use super::Outcome;
use super::heading::{Head, head, without_number};
use super::kind::{Family, Kind, kind_at};
use super::owner::is_time;
use crate::extract::Extraction;
use crate::flow::Flow;
use crate::lexicon::{Lexicon, List};
use crate::outline::{Grid, Row};
use crate::schema::{Choice, Text};
use crate::value::date::{DateOrder, dates};
use crate::value::misread::found_head;
use crate::value::person::{Evidence, Known, looks_like_job, looks_like_organisation, person};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// Outcomes of a kind that the header names.
    Kind(Kind),
    /// What was settled: a task where somebody is named for it, else a decision.
    Settled,
    /// What is to be done, by a word that names no kind.
    What,
    Owner,
    Due,
    Number,
    /// What the outcomes of the row are about.
    Topic,
    Other,
}

/// The outcomes of a table under a heading; none where the table does not show that it holds any.
pub(super) fn read(x: &Extraction, grid: &Grid, under: Option<&Head>) -> Vec<Outcome> {
    if weighs_options(x.lexicon, grid) {
        return Vec::new();
    }
    let columns = beside_kinds(columns(x.lexicon, grid, under));
    let kinds = columns
        .iter()
        .filter(|c| matches!(c, Column::Kind(_) | Column::Settled));
    let (kinds, whats) = (kinds.count(), count(&columns, Column::What));
    let doers = count(&columns, Column::Owner) + count(&columns, Column::Due);
    let named = under.is_some_and(|h| h.kinds != [Kind::Objective]);
    let tasks = whats + kinds == 1
        && (doers > 0 && (doers > 1 || kinds == 1 || named) || kinds == 1 && named);
    // `Topic | Discussion | Action points`: minutes told in a table.
    let minutes =
        kinds >= 1 && doers == 0 && count(&columns, Column::Topic) > 0 && says_much(grid, &columns);
    let beside = kinds >= 2 && doers == 0 || minutes;
    if !(tasks || beside) {
        return Vec::new();
    }
    let first = match grid.header.as_ref() {
        Some(header) if columns_of_row(x.lexicon, header).is_none() => Some(header),
        _ => None,
    };
    let topped = usize::from(grid.header.is_none() && heads_row(x.lexicon, grid).is_some());
    let rows = first.into_iter().chain(&grid.rows[topped..]);
    let nothing = x.lexicon.list(List::OutcomeNothing);
    let lost = x.lexicon.list(List::OutcomeLost);
    let carried = |row: &&Row| {
        !row.cells
            .iter()
            .any(|c| lost.is(c.as_str().trim_end_matches('.')))
    };
    rows.filter(carried)
        .flat_map(|row| read_row(row, &columns, under, beside))
        .filter(|row| !nothing.is(row.text.as_str().trim_end_matches('.')))
        .collect()
}

/// `Option | Advantages | Disadvantages`: what speaks for and against ways that nobody has chosen yet.
fn weighs_options(lexicon: &Lexicon, grid: &Grid) -> bool {
    let head = grid.header.as_ref().or(grid.rows.first());
    let sides = head.map_or(0, |head| {
        let list = lexicon.list(List::OutcomeColumnSide);
        let cells = head.cells.iter().map(Flow::as_str);
        cells.filter(|c| list.is(c.trim_end_matches(':'))).count()
    });
    sides >= 2
}

/// Beside a column of outcomes one of items says what these are about, or describes them.
fn beside_kinds(mut columns: Vec<Column>) -> Vec<Column> {
    let is_kind = |c: &Column| matches!(c, Column::Kind(_) | Column::Settled);
    let Some(kind) = columns.iter().position(is_kind) else {
        return columns;
    };
    for (i, column) in columns.iter_mut().enumerate() {
        if *column == Column::What {
            *column = if i < kind {
                Column::Topic
            } else {
                Column::Other
            };
        }
    }
    columns
}

/// Whether the outcomes of a table are more than a word each, as `for information` in an agenda is.
fn says_much(grid: &Grid, columns: &[Column]) -> bool {
    let cells = grid.rows.iter().flat_map(|r| r.cells.iter().zip(columns));
    let texts = cells.filter(|(f, c)| matches!(c, Column::Kind(_)) && f.len() > 1);
    let (words, count) = texts.fold((0, 0), |(w, n), (f, _)| {
        (w + f.as_str().split(' ').count(), n + 1)
    });
    count > 0 && words >= count * 4
}

fn count(columns: &[Column], column: Column) -> usize {
    columns.iter().filter(|&&c| c == column).count()
}

/// What the columns hold: by the header, else by what stands in them where a heading says that these are outcomes.
fn columns(lexicon: &Lexicon, grid: &Grid, under: Option<&Head>) -> Vec<Column> {
    let header = grid.header.as_ref().or_else(|| heads_row(lexicon, grid));
    let named = header.and_then(|h| columns_of_row(lexicon, h));
    match (named, under) {
        (Some(columns), _) => columns,
        (None, Some(_)) => columns_by_content(lexicon, grid),
        (None, None) => Vec::new(),
    }
}

/// The first row of a table without a header, where each of its cells heads a column: `Ref. | Decision`.
fn heads_row<'g, 'a>(lexicon: &Lexicon, grid: &'g Grid<'a>) -> Option<&'g Row<'a>> {
    let row = grid.rows.first().filter(|_| grid.rows.len() > 1)?;
    let all = |c: &Flow| column(lexicon, c.as_str()) != Column::Other;
    (row.cells.len() > 1 && row.cells.iter().all(all)).then_some(row)
}

/// Reads a row as a header; `None` where it names no column of outcomes.
fn columns_of_row(lexicon: &Lexicon, row: &Row) -> Option<Vec<Column>> {
    let mut columns: Vec<_> = row
        .cells
        .iter()
        .map(|c| column(lexicon, c.as_str()))
        .collect();
    // What is to be done may stand first without a head, before who does it and by when.
    let who_when = |c: &Column| matches!(c, Column::Owner | Column::Due);
    if row.cells.len() > 1 && row.cells[0].is_empty() && columns[1..].iter().all(who_when) {
        columns[0] = Column::What;
    }
    let known = columns.iter().any(|c| {
        matches!(
            c,
            Column::Kind(_) | Column::Settled | Column::What | Column::Owner | Column::Due
        )
    });
    known.then_some(columns)
}

/// Whether a header names decisions and tasks in one.
fn settles(head: &Head) -> bool {
    let known = |k: &Kind| matches!(k, Kind::Decision | Kind::ActionItem | Kind::Conclusion);
    !head.weak && head.kinds.len() == 2 && head.kinds.iter().all(known)
}

/// What a column with this header holds.
pub(super) fn column(lexicon: &Lexicon, header: &str) -> Column {
    let known = |t: &str| Some(read_column(lexicon, t)).filter(|c| *c != Column::Other);
    let bare = || known(without_day(lexicon, header)?);
    found_head(header, known)
        .or_else(bare)
        .unwrap_or(Column::Other)
}

/// A header without the day behind it: `Action points of 31 January`.
fn without_day<'t>(lexicon: &Lexicon, header: &'t str) -> Option<&'t str> {
    let found = dates(header, lexicon.lang(), DateOrder::default());
    let (day, _) = found.first().filter(|(day, _)| day.end == header.len())?;
    let head = header[..day.start].trim_end();
    let of = head
        .rsplit_once(' ')
        .filter(|(_, last)| lexicon.list(List::SmallWord).is(last));
    Some(of.map_or(head, |(words, _)| words))
}

fn read_column(lexicon: &Lexicon, header: &str) -> Column {
    let text = header.trim_end_matches([':', '?', ' ']);
    let is = |list| lexicon.list(list).is(text);
    if is(List::OutcomeColumnOwner) {
        Column::Owner
    } else if is(List::OutcomeColumnDue) {
        Column::Due
    } else if is(List::OutcomeColumnNumber) {
        Column::Number
    } else if is(List::OutcomeColumnText) {
        Column::What
    } else if is(List::OutcomeColumnTopic) {
        Column::Topic
    } else if let Some((_, kind)) =
        kind_at(lexicon, Family::Label, text).filter(|(len, _)| *len == text.len())
    {
        Column::Kind(kind)
    } else if let Some(head) = head(lexicon, text).filter(|h| !h.weak && h.kinds.len() == 1) {
        Column::Kind(head.kinds[0])
    } else if head(lexicon, text).is_some_and(|h| settles(&h)) {
        Column::Settled
    } else {
        Column::Other
    }
}

/// Without a header the column of times is when, that with the longest cells is what, and one of short cells is who.
fn columns_by_content(lexicon: &Lexicon, grid: &Grid) -> Vec<Column> {
    let rows: Vec<_> = grid.header.iter().chain(&grid.rows).collect();
    let width = grid.width.min(12);
    let texts = |column: usize| {
        rows.iter()
            .map(move |r| r.text(column))
            .filter(|t| !t.is_empty())
    };
    let mean = |column| {
        let (sum, count) = texts(column).fold((0, 0), |(s, c), t| (s + t.len(), c + 1));
        sum / std::cmp::max(count, 1)
    };
    let mut columns = vec![Column::Other; width];
    for (i, column) in columns.iter_mut().enumerate() {
        let count = texts(i).count();
        let times = texts(i).filter(|t| is_time(lexicon, t)).count();
        let numbers = texts(i).filter(|t| t.len() <= 6 && t.contains(|c: char| c.is_ascii_digit()));
        if count > 0 && times * 3 >= count * 2 {
            *column = Column::Due;
        } else if numbers.count() * 3 >= count * 2 {
            *column = Column::Number;
        }
    }
    let free = |columns: &[Column], i: usize| columns[i] == Column::Other;
    let what = (0..width)
        .filter(|&i| free(&columns, i))
        .max_by_key(|&i| mean(i));
    if let Some(what) = what.filter(|&i| mean(i) >= 15) {
        columns[what] = Column::What;
    }
    let owner = (0..width).find(|&i| free(&columns, i) && (3..=40).contains(&mean(i)));
    let timed = columns.contains(&Column::Due);
    // Options with what speaks for and against them are no tasks.
    let Some(owner) = owner.filter(|&i| timed || are_doers(lexicon, texts(i))) else {
        return columns;
    };
    columns[owner] = Column::Owner;
    columns
}

/// Whether most of some cells, the head apart, name people or bodies.
fn are_doers<'t>(lexicon: &Lexicon, cells: impl Iterator<Item = &'t str>) -> bool {
    let lang = lexicon.lang();
    let known = Known::default();
    let doer = |t: &str| {
        person(t, lang, &known).is_some()
            || looks_like_organisation(t, lang, &known) >= Evidence::Likely
            || looks_like_job(t, lang) >= Evidence::Likely
            || t.chars().all(|c| !c.is_lowercase())
    };
    let (mut all, mut doers) = (0, 0);
    for cell in cells {
        all += 1;
        doers += usize::from(doer(cell));
    }
    doers > 0 && doers * 2 + 1 >= all
}

/// The outcomes of one row.
fn read_row(row: &Row, columns: &[Column], under: Option<&Head>, beside: bool) -> Vec<Outcome> {
    let cells = || row.cells.iter().zip(columns);
    let one = |wanted: Column| -> Text {
        let mut found = cells()
            .filter(|(_, c)| **c == wanted)
            .map(|(f, _)| f.whole());
        found
            .next()
            .filter(|t| has_words(&t.value))
            .unwrap_or_default()
    };
    // `2. Update`: the number is that of the item.
    let topic = || {
        let flow = cells()
            .find(|(_, c)| **c == Column::Topic)
            .map(|(f, _)| f)?;
        let own = without_number(flow.as_str());
        has_words(own).then(|| flow.cell(flow.len() - own.len()..flow.len()))
    };
    let mut rows = Vec::new();
    for (flow, column) in cells() {
        let kind = match column {
            Column::Kind(kind) => *kind,
            Column::Settled if one(Column::Owner).is_empty() => Kind::Decision,
            Column::Settled => Kind::ActionItem,
            Column::What => task_kind(under),
            _ => continue,
        };
        for text in parts(flow, beside) {
            if !has_words(&text.value) {
                continue;
            }
            rows.push(Outcome {
                kind: Choice::derived(kind.word()),
                theme: topic().unwrap_or_default(),
                number: one(Column::Number),
                owner: if beside {
                    Text::default()
                } else {
                    one(Column::Owner)
                },
                due_date: if beside {
                    Text::default()
                } else {
                    one(Column::Due)
                },
                text,
                rule: if beside { "grid-kinds" } else { "grid-tasks" },
                ..Outcome::default()
            });
        }
    }
    rows
}

/// The kind of what a table says is to be done: that of the heading, else a task.
fn task_kind(under: Option<&Head>) -> Kind {
    match under.and_then(|h| h.kinds.first()) {
        Some(&kind @ (Kind::Recommendation | Kind::Decision | Kind::Solution)) => kind,
        Some(&Kind::NextStep) => Kind::NextStep,
        _ => Kind::ActionItem,
    }
}

/// The outcomes of one cell: where kinds stand side by side, a line each.
fn parts(flow: &Flow, beside: bool) -> Vec<Text> {
    let lines: Vec<_> = flow.lines().collect();
    match beside && lines.len() > 1 {
        true => lines.into_iter().map(|r| flow.cell(r)).collect(),
        false => vec![flow.whole()],
    }
}

/// Whether a cell says something: not a dash, not that there is nothing.
fn has_words(text: &str) -> bool {
    let text = text.trim_end_matches(['.', ')']);
    let letters = text.chars().filter(|c| c.is_alphanumeric()).count();
    letters > 1 || letters == 1 && text.chars().all(|c| c.is_ascii_digit())
}
