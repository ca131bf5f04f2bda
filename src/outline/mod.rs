//! Blocks into sections, and the mending of what the layout broke.
//!
//! The outline is the report in reading order: units (paragraphs, items, tables and so on) under a tree of sections.
//! Here a table that a page split becomes one grid, a paragraph that a box or a page interrupts becomes one unit, notes
//! leave the text, and page furniture is left out. What is mended keeps all its places.

mod grid;
mod mend;
mod notes;
mod section;
mod show;

pub use grid::{Grid, Row};
pub use mend::Rejoined;
pub use notes::Note;
pub use section::Section;

use crate::block::{Block, Kind};
use crate::flow::{Flow, Layout};
use crate::limits::PIECE;
use crate::schema::Text;
use crate::source::Source;
use crate::span::Span;

/// A report in reading order.
pub struct Outline<'s> {
    /// The source.
    pub source: &'s Source,
    /// What cleaning knows of it.
    pub layout: Layout<'s>,
    /// The blocks that tile it.
    pub blocks: Vec<Block>,
    /// Everything but blanks and furniture, in reading order.
    pub units: Vec<Unit<'s>>,
    /// The sections; the first is what stands before any heading.
    pub sections: Vec<Section<'s>>,
    /// The tables.
    pub grids: Vec<Grid<'s>>,
    /// The footnotes.
    pub notes: Vec<Note<'s>>,
    /// The footnote marks in the text, each with the number it stands for.
    pub marks: Vec<(Span, String)>,
    /// The paragraphs that were put together again.
    pub rejoined: Vec<Rejoined>,
}

/// What a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitKind {
    /// The heading of the section with this index.
    Heading(usize),
    /// A paragraph.
    Paragraph,
    /// A list item.
    Item,
    /// The table with this index.
    Grid(usize),
    /// A short line with a colon at its end.
    Label,
    /// A line by a picture.
    Caption,
    /// A paragraph that is a quotation.
    Quote,
    /// The footnote with this index.
    Note(usize),
}

/// A piece of the report that reads as one.
#[derive(Clone, Debug)]
pub struct Unit<'s> {
    /// What it is.
    pub kind: UnitKind,
    /// Its text; empty for a grid.
    pub flow: Flow<'s>,
    /// The first block it comes from.
    pub block: usize,
    /// The section it stands in.
    pub section: usize,
    /// The bullet or number before it.
    pub marker: Option<Text>,
    /// The nesting of an item, from 1; 0 for other units.
    pub level: u8,
    /// Blank lines before it.
    pub gap: u32,
}

impl Unit<'_> {
    /// The text.
    pub fn text(&self) -> &str {
        self.flow.as_str()
    }

    /// The number of a numbered item without its dot or brackets; `None` for a bullet.
    pub fn number(&self) -> Option<Text> {
        let marker = self.marker.as_ref()?;
        let is_sign = |c: char| !c.is_alphanumeric();
        let label = marker.value.trim_matches(is_sign);
        if label.is_empty() || label == "o" {
            return None;
        }
        let at = marker.value.find(label)?;
        let start = marker.spans.cover()?.start as usize + at;
        Some(Text::new(label, Span::new(start, start + label.len())))
    }
}

impl<'s> Outline<'s> {
    /// The outline of a source's blocks.
    pub fn new(source: &'s Source, blocks: Vec<Block>) -> Outline<'s> {
        let mut marks = notes::marks(source, &blocks);
        let plain = notes::plain_marks(source, &blocks, &marks);
        marks.extend(plain.iter().map(|span| notes::labelled(source, *span)));
        let layout = Layout::with_marks(&source.text, plain).with_columns(source.columns());
        let mut outline = Outline {
            source,
            layout,
            blocks,
            units: Vec::new(),
            sections: Vec::new(),
            grids: Vec::new(),
            notes: Vec::new(),
            marks,
            rejoined: Vec::new(),
        };
        outline.gather();
        mend::rejoin(&mut outline);
        section::build(&mut outline);
        notes::anchor(&mut outline);
        outline
    }

    /// The units of a section and of those under it, its heading left out.
    pub fn units_under(&self, section: usize) -> &[Unit<'s>] {
        self.units
            .get(self.sections[section].all.clone())
            .unwrap_or(&[])
    }

    /// The titles from the outermost section down to this one.
    pub fn path(&self, section: usize) -> Vec<&str> {
        let mut path = Vec::new();
        let mut at = Some(section);
        while let Some(i) = at {
            let title = self.sections[i].heading.as_str();
            if !title.is_empty() {
                path.push(title);
            }
            at = self.sections[i].parent;
        }
        path.reverse();
        path
    }

    /// The line, from 1, on which a unit starts.
    pub fn line_of(&self, unit: &Unit) -> u32 {
        self.source.line_of(unit.flow.source_start())
    }

    fn gather(&mut self) {
        let mut i = 0;
        while i < self.blocks.len() {
            let block = &self.blocks[i];
            match block.kind {
                Kind::Blank | Kind::Furniture => i += 1,
                _ if block.span.len() > PIECE => i += 1,
                Kind::TableRow => {
                    let (grid, next) = grid::read(self, i);
                    let start = block.span.start as usize;
                    let nothing = Flow::verbatim(&self.source.text, Span::new(start, start));
                    let unit = self.unit(i, UnitKind::Grid(self.grids.len()), nothing);
                    self.units.push(unit);
                    self.grids.push(grid);
                    i = next;
                }
                Kind::Footnote => {
                    let note = notes::note(self, i);
                    let unit = self.unit(i, UnitKind::Note(self.notes.len()), note.text.clone());
                    self.units.push(unit);
                    self.notes.push(note);
                    i += 1;
                }
                kind => {
                    let flow = match kind {
                        Kind::Quote => self.layout.clean_quoted(block.body),
                        _ => self.layout.clean(block.body),
                    };
                    let kind = match kind {
                        Kind::Heading => UnitKind::Heading(0),
                        Kind::ListItem => UnitKind::Item,
                        Kind::Label => UnitKind::Label,
                        Kind::Caption => UnitKind::Caption,
                        Kind::Quote => UnitKind::Quote,
                        _ => UnitKind::Paragraph,
                    };
                    let unit = self.unit(i, kind, flow);
                    self.units.push(unit);
                    i += 1;
                }
            }
        }
    }

    fn unit(&self, block: usize, kind: UnitKind, flow: Flow<'s>) -> Unit<'s> {
        let b = &self.blocks[block];
        Unit {
            kind,
            flow,
            block,
            section: 0,
            marker: b.marker.map(|m| Text::new(self.source.slice(m), m)),
            level: b.level,
            gap: b.gap,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::blocks;

    fn with<T>(text: &str, see: impl FnOnce(&Outline) -> T) -> T {
        let source = Source::from_text("t", text);
        let found = blocks(&source);
        see(&Outline::new(&source, found))
    }

    #[test]
    fn a_paragraph_that_a_box_interrupts_is_one() {
        let text = "The difference depends on the policy that a city makes for it and on its\n\nTIME:\n\n9:00-9:10\n\nability to plan for it.\n";
        with(text, |o| {
            let texts: Vec<_> = o.units.iter().map(|u| u.text()).collect();
            assert_eq!(
                texts[0],
                "The difference depends on the policy that a city makes for it and on its ability to plan for it."
            );
            assert_eq!(texts[1..], ["TIME:", "9:00-9:10"]);
            assert_eq!(o.rejoined.len(), 1);
        });
    }

    /// The levels of the headings.
    fn levels(text: &str) -> Vec<u8> {
        with(text, |o| o.sections[1..].iter().map(|s| s.level).collect())
    }

    #[test]
    fn a_line_with_the_year_and_a_list_of_contents_hold_no_more_than_their_own() {
        let passage =
            "The guests saw the wheel and asked how it is oiled, and by whom, and none could tell.";
        let text = format!(
            "Reedham \u{2013} 4 May 2031\n\n{passage}\n\nWHEELS\n\n{passage}\n\nTALKS HELD\n\nOld wheels\n\n{passage}\n\n\
             New wheels\n\n{passage}\n\nWATER\n\n{passage}\n"
        );
        assert_eq!(levels(&text), [1, 2, 2, 3, 3, 2]);
        let text = format!(
            "CONTENTS\n\nWheels ........ 2\nWater ........ 3\n\n1. Wheels\n\n{passage}\n\n2. Water\n\n{passage}\n"
        );
        assert_eq!(levels(&text), [1, 1, 1]);
    }

    #[test]
    fn an_address_goes_on_with_no_sentence() {
        let text = "ACTION: Ana Example to draft a letter to the millers by 6 May 2031\n\noffice@mills.example.org\n";
        with(text, |o| assert!(o.rejoined.is_empty()));
    }

    #[test]
    fn a_plain_line_on_the_title_page_holds_parts_in_capitals() {
        let text = "Mill letter No. 3\n\nTHE MILLS\n\nThe mills were shut all winter, and nobody knew why.\n\n\
            AARAU \u{2013} 3 May 2031\n\nThe guests saw the wheel and asked how it is oiled.\n\nChallenges\n\n- Oil\n\n\
            BADEN \u{2013} 9 May 2031\n\nThe guests saw the roof and asked how it is kept.\n\nChallenges\n\n- Rats\n";
        with(text, |o| {
            let levels: Vec<_> = o.sections[1..].iter().map(|s| s.level).collect();
            assert_eq!(levels, [1, 2, 2, 3, 2, 3]);
        });
    }

    #[test]
    fn columns_of_print_are_read_one_below_the_other() {
        let text = "\
The dredging of the har-            of the year. The council asked for a
bour has been put off for           second survey.
another year, because the
barges are still being              Next steps
mended by the yard that
built them, and will not            The port office publishes what it
be ready before the end             has found by the end of May.

A line across the whole page that stands below both of the columns.
";
        with(text, |o| {
            let texts: Vec<_> = o.units.iter().map(|u| u.text()).collect();
            assert_eq!(
                texts,
                [
                    "The dredging of the harbour has been put off for another year, because the barges are still being mended by the yard that built them, and will not be ready before the end of the year. The council asked for a second survey.",
                    "Next steps",
                    "The port office publishes what it has found by the end of May.",
                    "A line across the whole page that stands below both of the columns."
                ]
            );
        });
    }

    #[test]
    fn a_table_that_a_page_splits_is_one() {
        let text = "#\tName\tOrg\n1\tA\tX\n2\tB\tY\n\n#\tName\tOrg\n3\tC\tZ\n";
        with(text, |o| {
            assert_eq!(o.grids.len(), 1);
            assert_eq!(o.grids[0].rows.len(), 3);
            assert!(o.grids[0].header.is_some());
        });
    }

    #[test]
    fn sections_nest_by_how_they_are_set() {
        let text = "1. FIRST\n\nSome text is here.\n\nInner part\n\nMore text is here.\n\nDEEPER\n\nAnd more text here.\n\n2. SECOND\n\nThe last text.\n";
        with(text, |o| {
            let told: Vec<_> = o
                .sections
                .iter()
                .map(|s| (s.level, s.title.as_str().to_string()))
                .collect();
            let expected = [
                (0, ""),
                (1, "FIRST"),
                (2, "Inner part"),
                (3, "DEEPER"),
                (1, "SECOND"),
            ];
            assert_eq!(told, expected.map(|(l, t)| (l, t.to_string())));
            assert_eq!(
                o.sections[4].number.as_ref().map(|n| n.value.as_str()),
                Some("2")
            );
        });
    }

    #[test]
    fn notes_leave_the_text_and_find_their_marks() {
        let text = "The programme\u{b9} was joined by UNDP;2 and others\u{b3} and more.\n\n\u{b9} A first note.\n\u{b3} A third note.\n";
        with(text, |o| {
            assert_eq!(
                o.units[0].text(),
                "The programme was joined by UNDP; and others and more."
            );
            assert_eq!(o.notes.len(), 2);
            assert_eq!(o.notes[0].marker.value, "1");
            assert!(o.notes[0].anchor.is_some());
        });
    }

    #[test]
    fn the_number_of_a_heading_is_no_part_of_its_title() {
        with(
            "Panel 2: What comes next\n\nText of it, a sentence.\n",
            |o| {
                assert_eq!(o.sections[1].title.as_str(), "What comes next");
                assert_eq!(
                    o.sections[1].number.as_ref().map(|n| n.value.as_str()),
                    Some("2")
                );
                assert_eq!(o.sections[1].heading.as_str(), "Panel 2: What comes next");
            },
        );
    }
}
