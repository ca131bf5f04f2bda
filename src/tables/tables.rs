//! Every table that is neither agenda nor participant list, a row a cell.

use crate::extract::Extraction;
use crate::outline::{Grid, Outline, UnitKind};
use crate::record;
use crate::schema::{Int, Text};

record! {
    /// A cell of a table that no other table holds.
    pub struct TableCell in "tables" ("tab") key [table_number, row, column, value] above [header, caption] {
        /// The table's number in the report, from 1.
        table_number: Int,
        /// The row below the header, from 1.
        row: Int,
        /// The column, from 1.
        column: Int,
        /// The column's header.
        header: Text,
        /// The cell.
        value: Text,
        /// The caption or heading above the table.
        caption: Text,
    }
}

/// Reads every table that no other table holds.
pub fn extract(x: &mut Extraction) {
    let outline = x.outline;
    let mut rows = Vec::new();
    let mut number = 0;
    for (i, unit) in x.free_units() {
        if let UnitKind::Grid(grid) = unit.kind {
            number += 1;
            let caption = caption(outline, i);
            cells(&outline.grids[grid], number, &caption, &mut rows);
        }
    }
    x.data.tables.extend(rows);
}

/// The caption right above the table, else the heading it stands under.
fn caption(outline: &Outline, unit: usize) -> Text {
    let above = unit.checked_sub(1).map(|i| &outline.units[i]);
    if let Some(u) = above.filter(|u| matches!(u.kind, UnitKind::Caption | UnitKind::Label)) {
        return u.flow.whole();
    }
    outline.sections[outline.units[unit].section]
        .heading
        .whole()
}

fn cells(grid: &Grid, number: i64, caption: &Text, rows: &mut Vec<TableCell>) {
    for (r, row) in grid.rows.iter().enumerate() {
        for (c, cell) in row.cells.iter().enumerate().filter(|(_, c)| !c.is_empty()) {
            let header = grid.header.as_ref().and_then(|h| h.cells.get(c));
            rows.push(TableCell {
                table_number: Int::derived(number),
                row: Int::derived(r as i64 + 1),
                column: Int::derived(c as i64 + 1),
                header: header.map_or(Text::default(), |h| h.whole()),
                value: cell.whole(),
                caption: caption.clone(),
                rule: "table-cell",
                ..TableCell::default()
            });
        }
    }
}
