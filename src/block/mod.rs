//! Text into blocks: what each line looks like, told by its shape alone.
//!
//! Blocks tile the text: every byte lies in exactly one, but where columns of print stand side by side and the lines of
//! one reach across the other. Reading is total: a line that no production reads is a paragraph. This stage knows tabs, pipes, bullets, numbers and capitals, and no language.

mod bold;
mod clock;
mod contents;
mod feet;
mod furniture;
mod heading;
mod labels;
mod line;
pub(crate) mod matter;
mod notes;
mod numbers;
mod repeated;
mod series;
mod shape;
mod show;
mod spoken;
pub(crate) mod talk;
mod torn;
mod unstopped;
mod wrap;

pub use clock::{is_dated_head, may_start_at_noon, starts_like_range, starts_like_time};
pub use heading::Style;
pub(crate) use show::short;
pub use show::show;
pub(crate) use spoken::is_person;
pub(crate) use wrap::{ends_in_small_word, is_parted, starts_with_code};

use crate::limits::NESTING;
use crate::source::Source;
use crate::span::Span;
use line::Line;
use shape::Shape;
use wrap::{Wrapping, Wrappings};

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A line that titles what follows.
    Heading,
    /// Running text.
    Paragraph,
    /// A bulleted or numbered item with its wrapped lines.
    ListItem,
    /// A line of cells.
    TableRow,
    /// A short line that ends in a colon.
    Label,
    /// A short line by a picture.
    Caption,
    /// A note with its mark.
    Footnote,
    /// A paragraph that is a quotation as a whole.
    Quote,
    /// Page numbers, running heads, rules, what a page's generator is told in more than a line.
    Furniture,
    /// Blank lines.
    Blank,
    /// Text that is none of these.
    Other,
}

impl Kind {
    /// The word of the contract.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Heading => "heading",
            Kind::Paragraph => "paragraph",
            Kind::ListItem => "list_item",
            Kind::TableRow => "table_row",
            Kind::Label => "label",
            Kind::Caption => "caption",
            Kind::Footnote => "footnote",
            Kind::Quote => "quote",
            Kind::Furniture => "furniture",
            Kind::Blank => "blank",
            Kind::Other => "other",
        }
    }
}

/// A piece of the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: Kind,
    /// All of its bytes, line ends included.
    pub span: Span,
    /// Its text, without marker and blanks at the ends.
    pub body: Span,
    /// The bullet, number or sign before the text.
    pub marker: Option<Span>,
    /// The nesting of a list item, from 1; 0 for other blocks.
    pub level: u8,
    /// Whether it is set deeper than levels are told apart.
    pub too_deep: bool,
    /// How a heading is set; `None` for other blocks.
    pub style: Option<Style>,
    /// The cells of a table row, empty ones included.
    pub cells: Vec<Span>,
    /// Whether the row is the rule under a header (`|---|---|`).
    pub delimiter: bool,
    /// Blank lines before it.
    pub gap: u32,
}

impl Block {
    fn new(kind: Kind, span: Span, body: Span) -> Block {
        Block {
            kind,
            span,
            body,
            marker: None,
            level: 0,
            too_deep: false,
            style: None,
            cells: Vec::new(),
            delimiter: false,
            gap: 0,
        }
    }
}

/// Reads a source into blocks.
pub fn blocks(source: &Source) -> Vec<Block> {
    let lines = line::lines(source);
    let wrappings = Wrappings::of(&lines);
    let mut blocks: Vec<Block> = Vec::with_capacity(lines.len());
    let mut gap = 0;
    let head = matter::place(&source.text).map_or(0, |head| head.end);
    for (i, line) in lines.iter().enumerate() {
        if matches!(line.shape, Shape::Blank) {
            gap += 1;
            let above = i.checked_sub(1).map(|above| &lines[above]);
            push_blank(&mut blocks, line, above);
            continue;
        }
        let before = (gap == 0 && i > 0).then(|| &lines[i - 1]);
        let before = before.filter(|b| b.column == line.column);
        let rest = &lines[i + 1..];
        // Each key above a page begins anew; what it holds in lines of its own is for the generator.
        let above = (line.span.start as usize) < head;
        let keyed = above && line.indent == 0;
        let held = above && (!keyed || line.text.starts_with(['-', '#']));
        if held {
            let kind = Kind::Furniture;
            blocks.push(Block {
                kind,
                gap,
                ..block_of(line)
            });
            gap = 0;
            continue;
        }
        if keyed || !continued(source, &mut blocks, before, line, rest, wrappings.at(line)) {
            let mut block = block_of(line);
            block.gap = gap;
            blocks.push(block);
        }
        gap = 0;
    }
    free_lone_rows(source, &mut blocks);
    furniture::mark(source, &mut blocks);
    spoken::join(source, &mut blocks);
    heading::mark(source, &mut blocks);
    blocks
}

/// A line with a bar between its parts, and no row above or below, is a line: `Town, Country | 4 May`.
fn free_lone_rows(source: &Source, blocks: &mut [Block]) {
    let mut row_above = false;
    let solid: Vec<usize> = (0..blocks.len())
        .filter(|&i| blocks[i].kind != Kind::Blank)
        .collect();
    let bars = |text: &str| !text.starts_with('|') && text.contains(" | ");
    for (n, &i) in solid.iter().enumerate() {
        let is_row = blocks[i].kind == Kind::TableRow;
        // Rows with tabs, or with a bar at their start, are another table's.
        let alike = |j: usize| {
            blocks[j].kind == Kind::TableRow
                && (blocks[j].gap == 0 || bars(source.slice(blocks[j].body)))
        };
        let row_below = solid.get(n + 1).is_some_and(|&j| alike(j));
        let lone = is_row && !row_above && !row_below && blocks[i].cells.len() <= 4;
        if lone && bars(source.slice(blocks[i].body)) {
            blocks[i].kind = Kind::Paragraph;
            blocks[i].cells.clear();
        }
        let next = solid.get(n + 1).is_some_and(|&j| blocks[j].gap == 0);
        row_above = is_row && (next || bars(source.slice(blocks[i].body)));
    }
}

fn push_blank(blocks: &mut Vec<Block>, line: &Line, above: Option<&Line>) {
    // A blank line between columns belongs to both, so it is a block of its own.
    let whole = above.is_some_and(|above| above.column.is_none() && line.column.is_none());
    match blocks.last_mut().filter(|b| whole && b.kind == Kind::Blank) {
        Some(last) => last.span.end = line.span.end,
        None => {
            let at = Span::new(line.span.start as usize, line.span.start as usize);
            blocks.push(Block::new(Kind::Blank, line.span, at));
        }
    }
}

/// Adds the line to the block above where it goes on with it; whether it did.
fn continued(
    source: &Source,
    blocks: &mut [Block],
    before: Option<&Line>,
    line: &Line,
    rest: &[Line],
    wrapping: Wrapping,
) -> bool {
    let (Some(before), Some(last)) = (before, blocks.last_mut()) else {
        return false;
    };
    if let Shape::Rule {
        setext: Some(depth),
    } = line.shape
    {
        let single = last.span.len() == before.span.len() && before.text.len() < 120;
        // A rule much longer than the line above, or under cells set with blanks, is a table's.
        let ruled = line.text.len() >= 40 && line.text.len() * 2 > before.text.len() * 3;
        if last.kind == Kind::Paragraph && single && !ruled && !before.text.contains("    ") {
            last.kind = Kind::Heading;
            last.style = Some(Style::Hash(depth));
            last.span.end = line.span.end;
            return true;
        }
    }
    let goes_on = match last.kind {
        Kind::Paragraph | Kind::Quote | Kind::Footnote | Kind::ListItem => {
            let last_line = rest.first().is_none_or(|l| l.shape == Shape::Blank);
            let page = last_line
                && furniture::names_page(line.text)
                && !wrap::completes(before.text, line.text);
            let ends = last_line && wrap::ends_above(before.text, line.text);
            let field =
                last.kind == Kind::Paragraph && wrap::is_field_of_parts(source.slice(last.body));
            !page && (ends || wrap::goes_on(last.kind, before, line, wrapping, field))
        }
        Kind::TableRow => wrap::cell_goes_on(last, line, rest),
        _ => false,
    };
    if goes_on {
        last.span.end = line.span.end;
        last.body.end = line.body.end;
        if let Some(cell) = last.cells.last_mut() {
            cell.end = line.body.end;
        }
    }
    goes_on
}

fn block_of(line: &Line) -> Block {
    let kind = match &line.shape {
        Shape::Blank => Kind::Blank,
        Shape::Rule { .. } => Kind::Furniture,
        Shape::Hash { .. } => Kind::Heading,
        Shape::Row { .. } => Kind::TableRow,
        Shape::Item { .. } => Kind::ListItem,
        Shape::Note { .. } => Kind::Footnote,
        Shape::Label => Kind::Label,
        Shape::Quote => Kind::Quote,
        Shape::Text => Kind::Paragraph,
    };
    let mut block = Block::new(kind, line.span, line.body);
    match &line.shape {
        Shape::Hash { level } => block.style = Some(Style::Hash(*level)),
        Shape::Row { cells, delimiter } => {
            block.cells = cells.clone();
            block.delimiter = *delimiter;
        }
        Shape::Item { marker, bullet } => {
            block.marker = Some(*marker);
            // `1. #### Boats`: the number stands before the signs.
            if let Some((level, body)) =
                shape::signed_title(line.text, line.body).filter(|_| !bullet)
            {
                (block.kind, block.style, block.body) =
                    (Kind::Heading, Some(Style::Hash(level)), body);
                return block;
            }
            let level = 1 + line.indent / 2;
            block.level = level.min(NESTING) as u8;
            block.too_deep = level > NESTING;
        }
        Shape::Note { marker } => block.marker = Some(*marker),
        _ => {}
    }
    block
}

/// The bodies of a text's blocks of one kind.
#[cfg(test)]
fn of_kind(text: &str, kind: Kind) -> Vec<String> {
    let source = Source::from_text("t", text);
    let found = blocks(&source);
    let found = found.iter().filter(|b| b.kind == kind);
    found.map(|b| source.slice(b.body).to_string()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each block as `kind text`, for reading beside the source.
    fn told(text: &str) -> Vec<String> {
        let source = Source::from_text("t", text);
        let blocks = blocks(&source);
        let mut at = 0;
        for b in &blocks {
            assert_eq!(b.span.start, at, "blocks tile the text");
            at = b.span.end;
        }
        assert_eq!(at as usize, source.text.len());
        let shown = blocks.iter().filter(|b| b.kind != Kind::Blank);
        shown
            .map(|b| {
                format!(
                    "{} {}",
                    b.kind.as_str(),
                    source.slice(b.body).replace('\n', "/")
                )
            })
            .collect()
    }

    #[test]
    fn paragraphs_wrapped_at_a_width_are_one_block() {
        let text = "This line is wrapped by the program that wrote it at some eighty columns or so and\n\
                    goes on here until the sentence comes to its end, which is soon enough for all\n\
                    of us.\n\nAnother.";
        assert_eq!(told(text).len(), 2);
    }

    #[test]
    fn long_lines_that_end_their_sentences_are_paragraphs() {
        let line = "Ms. Ana Example of the mill asked whether the wheel could not be turned by somebody else.\n";
        assert_eq!(told(&line.repeat(5)).len(), 5);
    }

    #[test]
    fn a_tab_behind_a_number_makes_no_table() {
        let kinds = told("1.\tOpening\n\n1.1\tThe mill was opened.\n\n\u{2022}\tflour\n");
        assert!(
            kinds.iter().all(|k| !k.starts_with("table_row")),
            "{kinds:?}"
        );
        let rows = told("1\tAna\tMill\n2.\tBo\n3\tCy\tOven\n");
        assert!(rows.iter().all(|k| k.starts_with("table_row")), "{rows:?}");
    }

    #[test]
    fn short_lines_that_leave_room_stay_apart() {
        let text = "Ana Example, Director, Some Institute\nBo Sample, Adviser, Some Ministry\nCy Person, Head, An Office\n";
        assert_eq!(told(text).len(), 3);
    }

    #[test]
    fn a_label_takes_the_wrapped_names_behind_it() {
        let prose = "The keepers of the lamps came from all of the ports of the inner sea and they\nwere of one mind.\n\n";
        let text = format!(
            "{}Speakers: Ana Example, Director, Some Institute of the Sea; Mr.\nBo Sample, Adviser, Some Ministry of Lamps and of Oil; Dr Cy\nPerson, Head, An Office\nVenue: Mill, Oven\n",
            prose.repeat(6)
        );
        let told = told(&text);
        assert!(
            told[6].ends_with("Dr Cy/Person, Head, An Office"),
            "{told:?}"
        );
        assert!(told[7].ends_with("Mill, Oven"));
    }

    #[test]
    fn list_items_take_their_wrapped_lines() {
        let text =
            "- one item that is so long that it wraps\n  and goes on here\n- two\n   - nested";
        assert_eq!(
            told(text),
            [
                "list_item one item that is so long that it wraps/  and goes on here",
                "list_item two",
                "list_item nested"
            ]
        );
    }

    #[test]
    fn lines_that_the_contents_list_are_headings_below_it() {
        let entries = "I. Lamps ........ 1-2 2\nA. Oil ........ 1 2\nB. Wicks ........ 2 3\n";
        let body = "I. Lamps\nA. Oil\n1. The oil was dear.\nB. Wicks\n2. The wicks were new.\n";
        let kinds = told(&format!("{entries}{body}"));
        let headings: Vec<_> = kinds.iter().filter(|k| k.starts_with("heading")).collect();
        assert_eq!(headings, ["heading Lamps", "heading Oil", "heading Wicks"]);
    }

    #[test]
    fn lines_that_were_joined_already_do_not_tell_the_column() {
        let line = "The keepers of the lamps came from all the ports of the inner sea and were\nof one mind.\n";
        let long = format!(
            "{} {}\nand of the rest.\n",
            "The lamps of the outer sea".repeat(8),
            "went on"
        );
        let cut = "The keepers then spoke for an hour about the cost of oil and the price of\nOuter Island wicks.\n";
        let told = told(&format!("{}{long}{long}{cut}", line.repeat(6)));
        let last = told.last().map(String::as_str).unwrap_or("");
        assert!(last.contains("price of/Outer"), "{last}");
    }

    #[test]
    fn headings_show_by_marks_numbers_capitals_and_standing_alone() {
        let text = "# One\n\nText of the first, which is a sentence.\n\n2. TWO WORDS\n\nText here, again a sentence.\n\nAll of three\n\nMore text that is a full sentence.\n\nUnder\n-----\nText.";
        let kinds: Vec<_> = told(text);
        let headings: Vec<_> = kinds.iter().filter(|k| k.starts_with("heading")).collect();
        assert_eq!(
            headings,
            [
                "heading One",
                "heading TWO WORDS",
                "heading All of three",
                "heading Under"
            ]
        );
    }

    #[test]
    fn parts_with_letters_and_numbers_glued_to_capitals_are_headings() {
        let kinds = told(
            "D.1 Oil and wheels\n\n1. Mills want oil.\n\nIV.2 Rent of mills\n\nRents are dear in every mill.\n\n3.MINUTES OF THE LAST MEETING\n\nThe minutes were read by all of us.\n",
        );
        let headings = kinds.iter().filter(|k| k.starts_with("heading"));
        let headings: Vec<_> = headings.map(String::as_str).collect();
        assert_eq!(
            headings,
            [
                "heading Oil and wheels",
                "heading Rent of mills",
                "heading MINUTES OF THE LAST MEETING"
            ]
        );
    }

    #[test]
    fn a_number_without_a_stop_numbers_a_heading_in_capitals() {
        let kinds = told(
            "4 WAY FORWARD\n\nThe mill will be mended by the spring.\n\n12 BIRDS were seen there by all of us.\n",
        );
        assert_eq!(kinds[0], "heading WAY FORWARD");
        assert!(!kinds[2].starts_with("heading"), "{kinds:?}");
    }

    #[test]
    fn signs_behind_a_title_are_none_of_it() {
        assert_eq!(
            told("# Herons #\n\n## \u{1f426} birds ##\n"),
            ["heading Herons", "heading \u{1f426} birds"]
        );
    }

    #[test]
    fn any_bytes_are_tiled() {
        for text in [
            "", "\n", "\t", "|", "||\n|-", "- ", "1.", "#", "\u{c}", "a\n\n\n", "¹", "\"", "---",
        ] {
            told(text);
        }
    }
}
