//! The outline as a tree to look at.

use super::{Outline, Unit, UnitKind};
use crate::block::short;
use std::fmt::{Display, Formatter, Result};

/// Characters of a unit's text that are shown.
const WIDTH: usize = 90;

impl Display for Outline<'_> {
    /// A unit a line, under its headings: the line it starts on, its kind, the beginning of its text; a table with its
    /// rows.
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        for unit in &self.units {
            let section = &self.sections[unit.section];
            let depth = match unit.kind {
                UnitKind::Heading(_) => usize::from(section.level).saturating_sub(1),
                _ => section.level.into(),
            };
            let line = self.source.line_of(self.blocks[unit.block].span.start);
            write!(f, "{line:>5}  {:1$}", "", depth * 2)?;
            self.show_unit(unit, depth, f)?;
        }
        for rejoined in &self.rejoined {
            writeln!(f, "{rejoined:?}")?;
        }
        Ok(())
    }
}

impl Outline<'_> {
    fn show_unit(&self, unit: &Unit, depth: usize, f: &mut Formatter<'_>) -> Result {
        let text = short(unit.text(), WIDTH);
        let kind = match unit.kind {
            UnitKind::Heading(section) => {
                let style = self.sections[section].style;
                let style = style.map_or(String::new(), |s| format!("  ({s:?})"));
                return writeln!(f, "# {text}{style}");
            }
            UnitKind::Grid(grid) => return self.show_grid(grid, depth, f),
            UnitKind::Paragraph => "paragraph",
            UnitKind::Item => "item",
            UnitKind::Label => "label",
            UnitKind::Caption => "caption",
            UnitKind::Quote => "quote",
            UnitKind::Note(_) => "note",
        };
        let marker = unit.marker.as_ref().map_or("", |m| m.as_str());
        let nesting = usize::from(unit.level.saturating_sub(1)) * 2;
        match marker {
            "" => writeln!(f, "{:nesting$}{kind}: {text}", ""),
            _ => writeln!(f, "{:nesting$}{kind} {marker} {text}", ""),
        }
    }

    fn show_grid(&self, grid: usize, depth: usize, f: &mut Formatter<'_>) -> Result {
        let grid = &self.grids[grid];
        writeln!(f, "table: {} rows of {} cells", grid.rows.len(), grid.width)?;
        for row in grid.header.iter().chain(&grid.rows) {
            let line = self.source.line_of(self.blocks[row.block].span.start);
            let cells: Vec<_> = row.cells.iter().map(|c| short(c.as_str(), 30)).collect();
            writeln!(
                f,
                "{line:>5}  {:2$}{}",
                "",
                cells.join(" | "),
                depth * 2 + 2
            )?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::blocks;
    use crate::source::Source;

    #[test]
    fn units_stand_under_their_headings() {
        let text = "# Notes\n\nThe committee met.\n\n## Who\n\n| a | b |\n|---|---|\n| c | d |\n";
        let source = Source::from_text("x", text);
        let shown = Outline::new(&source, blocks(&source)).to_string();
        let expected = "    1  # Notes  (Hash(1))
    3    paragraph: The committee met.
    5    # Who  (Hash(2))
    7      table: 1 rows of 2 cells
    7        a | b
    9        c | d
";
        assert_eq!(shown, expected);
    }
}
