//! Typed rows to sealed ones: order, ids, links, places, claims.
//!
//! - A record stands where its own fields and its `from` stand, from the first start to the last end; a field that
//!   stands above it ([`Table::above`]), or that was read in the same place as one that does, counts only where it has
//!   nothing else. A record without any place that points at
//!   another, such as a finding, stands where that one stands.
//! - The rows of a table are put in the order of their places; one without a place stays behind the row before it.
//! - An id is the 64 bits of XXH3 over table, report and the cells of the table's key, each with a byte 1F behind it, and
//!   for equal keys, as four bytes, how many came before.
//! - What claims a block and the share of the text that is claimed: see [`claims`].

mod claims;

pub use claims::Claims;

use crate::schema::{Cell, Id, Int, Num, Table, Text};
use crate::source::Source;
use crate::span::{Span, Spans};
use crate::spool::{Place, RowHead, Writer};
use crate::tables::{Dataset, Row, position};
use foldhash::{HashMap, HashMapExt};
use xxhash_rust::xxh3::xxh3_64;

/// Makes the sealed rows of a report, as the bytes of its spool file.
///
/// The row of `reports` is completed with what is known of the source and of the claims; one is added where there is none.
pub fn seal(source: &Source, data: &mut Dataset) -> Vec<u8> {
    describe_source(source, data);
    let claims = Claims::gather(data);
    claims.mark_blocks(data);
    let percent = claims.percent(&source.text);
    if let Some(report) = data.reports.first_mut() {
        report.claimed_percent = Num::derived(percent);
    }
    let mut plans: Vec<Plan> = Vec::new();
    data.each_table(|table, rows| {
        let plan = Plan::new(table, &source.id, &rows, &plans);
        plans.push(plan);
    });
    complete_findings(source, data, &plans);
    encode(source, data, &plans)
}

fn describe_source(source: &Source, data: &mut Dataset) {
    if data.reports.is_empty() {
        data.reports.push(Default::default());
    }
    data.reports.truncate(1);
    let report = &mut data.reports[0];
    report.source_file = Text::new(&source.file, Spans::NONE);
    report.source_sha256 = Text::new(&source.sha256, Spans::NONE);
    report.source_chars = Int::derived(source.char_count().into());
    report.source_lines = Int::derived(source.line_count() as i64);
}

/// The line of the other place, where two are compared.
fn complete_findings(source: &Source, data: &mut Dataset, plans: &[Plan]) {
    for finding in &mut data.findings {
        let other = finding.other_record_id.row.and_then(|(table, row)| {
            let plan = plans.get(position(table)?)?;
            plan.covers.get(row).copied().flatten()
        });
        if let (Some(cover), true) = (other, finding.other_line.is_empty()) {
            finding.other_line = Int::derived(source.line_of(cover.start).into());
        }
    }
}

/// What is decided about a table before its rows are written; everything by the index of the row in the dataset.
struct Plan {
    prefix: &'static str,
    covers: Vec<Option<Span>>,
    ids: Vec<u64>,
    /// The rows in their order in the source.
    order: Vec<u32>,
}

impl Plan {
    fn new(table: &'static Table, report: &str, rows: &[&dyn Row], before: &[Plan]) -> Plan {
        let above: Vec<bool> = table
            .columns
            .iter()
            .map(|c| table.above.contains(&c.name))
            .collect();
        let covers: Vec<_> = rows
            .iter()
            .map(|row| cover(*row, &above).or_else(|| cover_of_target(*row, before)))
            .collect();
        let order = in_order(&covers);
        let ids = ids(table, report, rows, &order);
        Plan {
            prefix: table.prefix,
            covers,
            ids,
            order,
        }
    }
}

fn cover(row: &dyn Row, above: &[bool]) -> Option<Span> {
    let mut heads: Vec<Span> = Vec::new();
    // Most tables have no such column.
    if above.contains(&true) {
        let mut column = 0;
        row.each_field(&mut |_, spans| {
            if above[column] {
                heads.extend(spans.iter());
            }
            column += 1;
        });
    }
    let mut own = row.from().cover();
    let mut column = 0;
    row.each_field(&mut |_, spans| {
        let lies_above = |s: &Span| above[column] || heads.iter().any(|h| h.contains(*s));
        for span in spans.iter().filter(|s| !lies_above(s)) {
            own = Some(own.map_or(span, |cover| cover.cover(span)));
        }
        column += 1;
    });
    own.or_else(|| heads.into_iter().reduce(Span::cover))
}

fn cover_of_target(row: &dyn Row, before: &[Plan]) -> Option<Span> {
    let mut found = None;
    row.each_field(&mut |cell, _| {
        if let (Cell::Row(Some(table), row), None) = (cell, found) {
            let plan = position(table).and_then(|t| before.get(t));
            found = plan.and_then(|p| p.covers.get(row).copied().flatten());
        }
    });
    found
}

fn in_order(covers: &[Option<Span>]) -> Vec<u32> {
    let mut last = 0;
    let starts: Vec<u32> = covers
        .iter()
        .map(|cover| {
            last = cover.map_or(last, |c| c.start);
            last
        })
        .collect();
    let mut order: Vec<u32> = (0..covers.len() as u32).collect();
    order.sort_by_key(|&row| starts[row as usize]);
    order
}

fn ids(table: &'static Table, report: &str, rows: &[&dyn Row], order: &[u32]) -> Vec<u64> {
    let in_key: Vec<bool> = table
        .columns
        .iter()
        .map(|c| table.key.contains(&c.name))
        .collect();
    let mut seen: HashMap<u64, u32> = HashMap::with_capacity(rows.len());
    let mut ids = vec![0; rows.len()];
    let mut key = Vec::new();
    let start = begin_key(table, report, &mut key);
    for &row in order {
        key.truncate(start);
        let mut column = 0;
        rows[row as usize].each_field(&mut |cell, _| {
            if in_key[column] {
                add_to_key(&mut key, &cell.printed());
            }
            column += 1;
        });
        let mut hash = xxh3_64(&key);
        let times = seen.entry(hash).or_default();
        if *times > 0 {
            key.extend_from_slice(&times.to_le_bytes());
            hash = xxh3_64(&key);
        }
        *times += 1;
        ids[row as usize] = hash;
    }
    ids
}

/// Table and report, which every key begins with; gives their length.
fn begin_key(table: &Table, report: &str, key: &mut Vec<u8>) -> usize {
    add_to_key(key, table.name);
    add_to_key(key, report);
    key.len()
}

fn add_to_key(key: &mut Vec<u8>, part: &str) {
    key.extend_from_slice(part.as_bytes());
    key.push(0x1f);
}

/// The id of a row that belongs to no single report, by the parts of its key.
pub fn id_of(table: &'static Table, report: &str, parts: &[&str]) -> Id {
    let mut key = Vec::with_capacity(128);
    begin_key(table, report, &mut key);
    parts.iter().for_each(|part| add_to_key(&mut key, part));
    Id {
        prefix: table.prefix,
        hash: xxh3_64(&key),
    }
}

fn encode(source: &Source, data: &Dataset, plans: &[Plan]) -> Vec<u8> {
    let mut writer = Writer::new(&source.id, source.text.len() * 3 + 1024);
    let mut spans: Vec<(u32, u32)> = Vec::new();
    let mut index = 0;
    data.each_table(|table, rows| {
        let plan = &plans[index];
        if !rows.is_empty() {
            writer.table(index);
        }
        for &row in &plan.order {
            let (row, at) = (rows[row as usize], row as usize);
            writer.row(RowHead {
                hash: plan.ids[at],
                report_id: "",
                place: plan.covers[at].map(|cover| place(source, cover)),
                rule: row.rule(),
            });
            let mut columns = table.columns.iter();
            row.each_field(&mut |cell, places| {
                let column = columns.next();
                let link = || column.and_then(|c| c.among.first()).copied();
                spans.clear();
                for place in places.iter() {
                    spans.push(in_chars(source, place));
                }
                writer.cell(resolved(cell, link, &source.id, plans), &spans);
            });
        }
        index += 1;
    });
    writer.finish()
}

/// A row index as the id of that row; the report itself goes by its name.
fn resolved<'a>(
    cell: Cell<'a>,
    link: impl Fn() -> Option<&'static str>,
    report: &'a str,
    plans: &[Plan],
) -> Cell<'a> {
    let Cell::Row(table, row) = cell else {
        return cell;
    };
    let plan = table
        .or_else(link)
        .and_then(position)
        .and_then(|t| plans.get(t));
    match plan {
        Some(plan) if plan.prefix == "rep" => Cell::Text(report),
        Some(plan) => plan.ids.get(row).map_or(Cell::Empty, |&hash| {
            Cell::Id(Id {
                prefix: plan.prefix,
                hash,
            })
        }),
        None => Cell::Empty,
    }
}

fn in_chars(source: &Source, span: Span) -> (u32, u32) {
    (source.char_offset(span.start), source.char_offset(span.end))
}

fn place(source: &Source, cover: Span) -> Place {
    let (start, end) = in_chars(source, cover);
    Place {
        line: source.line_of(cover.start),
        start,
        end,
        page: source.page_of(cover.start),
    }
}

#[cfg(test)]
mod tests;
