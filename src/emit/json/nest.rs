//! Which records stand under which.

use crate::schema::Cell;
use crate::spool::{Entry, Sealed};
use crate::tables::{TABLES, position};
use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};

/// For the tables of a document, the rows at its top and those under other rows.
pub(super) struct Nest<'s, 'a> {
    report: &'s Sealed<'a>,
    /// For each table that stands under another: its own index, its parent's, and the column of the link.
    edges: Vec<(usize, usize, usize)>,
    /// For each such table and each of its parent's rows by the hash of the id, the rows under it.
    children: HashMap<(usize, u64), Vec<Entry<'s, 'a>>>,
    /// For each such table, the hashes of its parent's rows.
    parents: HashSet<(usize, u64)>,
}

impl<'s, 'a> Nest<'s, 'a> {
    pub(super) fn new(report: &'s Sealed<'a>, tables: &[usize]) -> Self {
        let mut nest = Nest {
            report,
            edges: edges(tables),
            children: HashMap::new(),
            parents: HashSet::new(),
        };
        for &(child, parent, column) in &nest.edges {
            for row in report.rows(parent) {
                nest.parents.insert((child, hash(row.id())));
            }
            for row in report.rows(child) {
                let key = (child, hash(row.cells()[column]));
                if nest.parents.contains(&key) {
                    nest.children.entry(key).or_default().push(row);
                }
            }
        }
        nest
    }

    /// The rows of a table that stand under no other row.
    pub(super) fn top(&self, table: usize) -> impl Iterator<Item = Entry<'s, 'a>> {
        let edge = self.edges.iter().find(|(child, ..)| *child == table);
        let column = edge.map(|&(_, _, column)| column);
        self.report.rows(table).filter(move |row| {
            column.is_none_or(|c| !self.parents.contains(&(table, hash(row.cells()[c]))))
        })
    }

    /// The tables that have rows under this one, with those rows.
    pub(super) fn below(
        &self,
        row: &Entry<'s, 'a>,
    ) -> impl Iterator<Item = (usize, &Vec<Entry<'s, 'a>>)> {
        let (table, hash) = (row.table.name, hash(row.id()));
        let edges = self.edges.iter();
        edges
            .filter(move |(_, parent, _)| TABLES[*parent].name == table)
            .filter_map(move |(child, ..)| Some((*child, self.children.get(&(*child, hash))?)))
    }
}

/// The tables that stand under others: their index, the parent's, and the column of the link.
pub(in crate::emit) fn edges(tables: &[usize]) -> Vec<(usize, usize, usize)> {
    let edge = |child: usize| {
        let (column, parent) = TABLES[child].parent()?;
        let parent = position(parent).filter(|p| tables.contains(p))?;
        Some((child, parent, column))
    };
    let all: Vec<_> = tables.iter().filter_map(|&t| edge(t)).collect();
    let is_parent = |table| all.iter().any(|&(_, parent, _)| parent == table);
    all.iter()
        .copied()
        .filter(|&(child, ..)| TABLES[child].groups.is_empty() && !is_parent(child))
        .collect()
}

fn hash(id: Cell<'_>) -> u64 {
    match id {
        Cell::Id(id) => id.hash,
        _ => 0,
    }
}

/// Rows by the value of a column, in the order in which the values first come.
pub(super) fn by_value<'s, 'a>(
    rows: &[Entry<'s, 'a>],
    column: &str,
) -> Vec<(Cell<'a>, Vec<Entry<'s, 'a>>)> {
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut groups: Vec<(Cell<'a>, Vec<Entry<'s, 'a>>)> = Vec::new();
    for row in rows {
        let cell = row.cell(column);
        let place = *places.entry(cell.as_str()).or_insert_with(|| {
            groups.push((cell, Vec::new()));
            groups.len() - 1
        });
        groups[place].1.push(row.clone());
    }
    groups
}
