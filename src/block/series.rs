//! Numbered lines that title what stands below them, told by the numbers around them: the heads of minutes, with a passage
//! right below each, and the Roman heads of records, between whose lines the numbers of the paragraphs go on.

use super::heading::{self, Style, is_open};
use super::numbers;
use super::wrap::ends_sentence;
use super::{Block, Kind};
use crate::source::Source;
use crate::value::roman;
use foldhash::HashSet;

/// Letters of a passage, at least.
const PASSAGE: usize = 40;

/// A line with a number before it.
struct Line {
    /// The block.
    at: usize,
    /// Its value; none for letters and Roman numbers.
    ordinal: Option<u32>,
    /// The place of its letter in the alphabet.
    letter: Option<u32>,
    /// The value of its Roman number.
    roman: Option<u32>,
    /// Whether it is the first of its kind: `1`, `A` or `I`.
    is_first: bool,
    /// Whether it has the form of a title, and nothing right above it.
    may_title: bool,
}

/// The numbered lines that are headings, by the index of their blocks.
pub(super) fn titles(source: &Source, blocks: &[Block]) -> HashSet<usize> {
    let lines = lines(source, blocks);
    let between = between_numbers(source, blocks, &lines);
    let over = over_passages(source, blocks, &lines);
    let dense = without_blanks(source, blocks, &lines);
    let all = between.into_iter().chain(over).chain(dense);
    // `I` is a letter among letters and a number among Roman ones.
    let kinds: [fn(&Line) -> Option<u32>; 3] = [|l| l.ordinal, |l| l.letter, |l| l.roman];
    let parted = kinds.map(|value| through_the_text(source, blocks, &lines, value));
    all.chain(parted.into_iter().flatten()).collect()
}

/// A row of numbers that goes through most of a text, where passages or bullets stand between each two: the heads of
/// minutes. A list under a heading of its own is shorter.
fn through_the_text(
    source: &Source,
    blocks: &[Block],
    lines: &[Line],
    value: fn(&Line) -> Option<u32>,
) -> Vec<usize> {
    let below = |l: &Line| lines.binary_search_by_key(&(l.at + 1), |n| n.at).ok();
    let opens_list = |l: &Line| {
        let next = below(l).and_then(|i| value(&lines[i]));
        next.is_some() && next == value(l).and_then(|n| n.checked_add(1))
    };
    let heads: Vec<&Line> = lines
        .iter()
        .filter(|l| l.may_title && value(l).is_some() && !opens_list(l))
        .collect();
    let mut titles = Vec::new();
    let mut end = 0;
    for row in heads.chunk_by(|above, line| value(above) < value(line)) {
        let from = end;
        end += row.len();
        let next = |i: usize| heads.get(i + 1).map_or(blocks.len(), |l| l.at);
        let told = (from..end).filter(|&i| holds_passage(source, blocks, heads[i].at, next(i)));
        let told = told.count();
        // Lists, programmes and names may stand below lines that no number is missing between, and that stand apart.
        let apart = |l: &&Line| is_open(blocks, Some(l.at + 1));
        let whole =
            |pair: &[&Line]| value(pair[0]).and_then(|n| n.checked_add(1)) == value(pair[1]);
        let parted = || told > 0 && row.iter().all(apart) && row.windows(2).all(whole);
        let bare = (from..end).filter(|&i| !holds_text(blocks, heads[i].at, next(i)));
        let long = (row[row.len() - 1].at - row[0].at) * 2 >= blocks.len();
        if row.len() >= 4
            && value(row[0]) <= Some(1)
            && long
            && (told * 2 >= row.len() || parted())
            && bare.count() == 0
        {
            titles.extend(row.iter().map(|l| l.at));
        }
    }
    titles
}

/// Whether a passage or a bullet of some length stands between two lines.
pub(super) fn holds_passage(source: &Source, blocks: &[Block], from: usize, to: usize) -> bool {
    blocks[from + 1..to].iter().any(|b| is_passage(source, b))
}

/// Whether a block is a passage or a bullet of some length.
pub(super) fn is_passage(source: &Source, block: &Block) -> bool {
    let text = source.slice(block.body);
    matches!(block.kind, Kind::Paragraph | Kind::ListItem)
        && text.len() >= PASSAGE
        && ends_sentence(text)
}

/// Whether anything stands between two lines.
pub(super) fn holds_text(blocks: &[Block], from: usize, to: usize) -> bool {
    let blank = |b: &Block| matches!(b.kind, Kind::Blank | Kind::Furniture);
    blocks[from + 1..to].iter().any(|b| !blank(b))
}

/// Three lines or more in a row of numbers with nothing but passages between them, where no line is left blank.
fn without_blanks(source: &Source, blocks: &[Block], lines: &[Line]) -> Vec<usize> {
    let mut titles = Vec::new();
    let goes_on = |a: &Line, b: &Line| follows(a, b) && is_parted(blocks, a.at, b.at);
    for row in lines.chunk_by(goes_on) {
        let titling = row.iter().filter(|l| is_titling(source, &blocks[l.at]));
        let over = row.iter().filter(|l| is_over_passage(source, blocks, l));
        if row.len() >= 3 && over.count() * 2 >= row.len() {
            titles.extend(titling.map(|l| l.at));
        }
    }
    titles
}

fn follows(above: &Line, line: &Line) -> bool {
    let next = above.ordinal.and_then(|n| n.checked_add(1));
    line.ordinal.is_some() && line.ordinal == next
}

/// Whether text stands between two lines, and no blank line does.
fn is_parted(blocks: &[Block], above: usize, below: usize) -> bool {
    let between = blocks.get(above + 1..below).unwrap_or(&[]);
    let text = |b: &Block| matches!(b.kind, Kind::Paragraph | Kind::Label | Kind::ListItem);
    between.first().is_some_and(|b| b.kind != Kind::ListItem) && between.iter().all(text)
}

fn lines(source: &Source, blocks: &[Block]) -> Vec<Line> {
    let numbered = blocks.iter().enumerate().filter_map(|(at, block)| {
        let marker = source.slice(block.marker.filter(|_| block.kind == Kind::ListItem)?);
        let ordinal = numbers::ordinal(marker);
        let lettered = ordinal.is_none() && numbers::is_lettered(marker);
        (ordinal.is_some() || lettered).then(|| Line {
            at,
            ordinal,
            letter: letter(marker),
            roman: roman(marker.trim_end_matches(['.', ')'])),
            is_first: matches!(marker.trim_end_matches('.'), "1" | "A" | "I"),
            may_title: is_open(blocks, at.checked_sub(1)) && is_titling(source, block),
        })
    });
    numbered.collect()
}

/// The place of the one letter of a marker in the alphabet, from 1.
fn letter(marker: &str) -> Option<u32> {
    let mut letters = marker.trim_end_matches(['.', ')']).bytes();
    let letter = letters.next().filter(u8::is_ascii_uppercase)?;
    letters
        .next()
        .is_none()
        .then(|| u32::from(letter - b'A') + 1)
}

fn is_titling(source: &Source, block: &Block) -> bool {
    block.body.len() <= 120
        && matches!(
            heading::style(source, block),
            Some(Style::Numbered { depth: 1, .. })
        )
}

/// Letters and Roman numbers between passages whose own numbers go on, or begin again, below.
fn between_numbers(source: &Source, blocks: &[Block], lines: &[Line]) -> Vec<usize> {
    let below = not_inner(lines);
    let texts = texts_before(blocks);
    let mut titles = Vec::new();
    let mut last = None;
    for (line, below) in lines.iter().zip(below) {
        if line.ordinal.is_some() {
            last = line.ordinal;
            continue;
        }
        let goes_on = below.is_some_and(|below| {
            let number = below.ordinal;
            let passage = ends_sentence(source.slice(blocks[below.at].body));
            let next = number == Some(1) || last.is_some() && number == last.map(|n| n + 1);
            // Nothing but numbered lines and headings stands between them.
            passage && next && texts[line.at] == texts[below.at]
        });
        if goes_on && line.may_title && is_open(blocks, Some(line.at + 1)) {
            titles.push(line.at);
        }
    }
    // One may be an item of a list that happens to stand there.
    if titles.len() < 2 { Vec::new() } else { titles }
}

/// For each line the next below that is not the first of letters or Roman numbers: such a head may stand right below
/// another, while one that goes on from it makes a list of both.
fn not_inner(lines: &[Line]) -> Vec<Option<&Line>> {
    let mut below = vec![None; lines.len()];
    let mut next = None;
    for (line, below) in lines.iter().zip(&mut below).rev() {
        *below = next;
        if !(line.may_title && line.is_first && line.ordinal.is_none()) {
            next = Some(line);
        }
    }
    below
}

/// How many texts stand before each block.
fn texts_before(blocks: &[Block]) -> Vec<usize> {
    let text = |b: &Block| matches!(b.kind, Kind::Paragraph | Kind::TableRow | Kind::Quote);
    let counts = blocks.iter().scan(0, |count, block| {
        let before = *count;
        *count += usize::from(text(block));
        Some(before)
    });
    counts.collect()
}

/// Lines with a passage right below, two of them or more in a row of numbers, and those that complete the row.
fn over_passages(source: &Source, blocks: &[Block], lines: &[Line]) -> Vec<usize> {
    let mut titles = Vec::new();
    let mut row: Vec<&Line> = Vec::new();
    let mut end = |row: &mut Vec<&Line>| {
        let over = row
            .iter()
            .filter(|l| is_over_passage(source, blocks, l))
            .count();
        if over >= 2 && over * 2 >= row.len() {
            titles.extend(row.iter().map(|l| l.at));
        }
        row.clear();
    };
    for line in lines.iter().filter(|l| l.may_title) {
        let Some(number) = line.ordinal else {
            continue;
        };
        if row.last().and_then(|l| l.ordinal) != number.checked_sub(1) {
            end(&mut row);
        }
        row.push(line);
    }
    end(&mut row);
    titles
}

/// Whether a passage of some length stands right below a line.
fn is_over_passage(source: &Source, blocks: &[Block], line: &Line) -> bool {
    let below = blocks.get(line.at + 1);
    below
        .filter(|b| b.kind == Kind::Paragraph)
        .is_some_and(|b| {
            let text = source.slice(b.body);
            text.len() >= PASSAGE && ends_sentence(text)
        })
}

#[cfg(test)]
mod tests {
    use crate::block::{Kind, of_kind};

    fn headings(text: &str) -> Vec<String> {
        of_kind(text, Kind::Heading)
    }

    #[test]
    fn the_numbers_of_paragraphs_go_on_over_a_heading() {
        let text = "I.  Attendance\n\n1.  The body met in May.\n\nII.  Ferries\n\nA.  Small ones\n\n2.  It heard a report.\n\n3.  It agreed.\n\nIII.  Close\n\n4.  It closed.\n";
        assert_eq!(
            headings(text),
            ["Attendance", "Ferries", "Small ones", "Close"]
        );
        // A list above a numbered one.
        assert_eq!(
            headings("I. Reeds\n\nII. Ducks\n\nIII. Ponds\n\n1. Reeds grow.\n\n2. Ducks swim.\n"),
            [] as [&str; 0]
        );
    }

    #[test]
    fn a_row_of_numbers_with_passages_right_below_are_heads() {
        let text = "1. Welcome\nThe chair welcomed all and thanked the hosts for the room.\n\n2. Money\nThe clerk said that all of the money had been spent by then.\n\n3. Other matters\n- none\n\n4. Close\nThe meeting was closed at noon, and lunch was had by all.\n";
        assert_eq!(
            headings(text),
            ["Welcome", "Money", "Other matters", "Close"]
        );
        let dense = "1. Welcome\nThe chair welcomed all and thanked the hosts for the room.\n2. Money\nThe clerk said that all of the money had been spent by then.\n3. Other matters\nNone.\n";
        assert_eq!(headings(dense), ["Welcome", "Money", "Other matters"]);
        let people = "1. Ana Example\nDirector, Pond Trust, 3 Mill Lane, Reedham\n\n2. Bo Sample\nHead of the Office of Ducks, City of Reeds\n";
        assert_eq!(headings(people), [] as [&str; 0]);
    }

    #[test]
    fn lists_and_names_may_stand_below_heads_that_stand_apart() {
        let text = "A. Aims\n\n- To oil it\n- To turn it\n\nB. Programme\n\n9:00 Welcome\n10:00 Close\n\nC. What was told\n\n\
            The keepers came together at the mill to speak of the wheel.\n\nD. Who came\n\n- Ana Example\n- Bo Sample\n";
        assert_eq!(
            headings(text),
            ["Aims", "Programme", "What was told", "Who came"]
        );
    }

    #[test]
    fn a_list_below_the_first_head_is_no_head() {
        let list = "1. Opening\n2. Money\n3. Close\n";
        let body = "The keepers came together at the mill to speak of the wheel.";
        let text = format!(
            "1. Agenda\n\n{list}\n2. Wheel\n\n{body}\n\n3. Water\n\n{body}\n\n4. Flour\n\n{body}\n"
        );
        assert_eq!(headings(&text), ["Agenda", "Wheel", "Water", "Flour"]);
    }

    #[test]
    fn numbers_through_the_whole_text_are_heads_over_bullets() {
        let text = "# Minutes\n\n1\\. Welcome\n\n- The chair welcomed all who had come by boat.\n\n2\\. Money\n\n- Little is left.\n- The clerk said that all of it had been spent.\n\n3\\. Boats\n\n- None.\n\n4\\. Close\n\n- They closed at noon and went to lunch together.\n";
        assert_eq!(
            headings(text),
            ["Minutes", "Welcome", "Money", "Boats", "Close"]
        );
    }

    #[test]
    fn letters_and_roman_numbers_through_the_whole_text_are_heads() {
        let bullet = "- Ann Example oils the wheel of the mill by herself.";
        for row in [["A", "B", "C", "D"], ["I", "II", "III", "IV"]] {
            let [a, b, c, d] = row;
            let text = format!(
                "Report\n\n{a}. Millers\n\n{bullet}\n\n{b}. Wheels\n\n{bullet}\n\n{c}. Sacks\n\n{bullet}\n\n{d}. Oil\n\n{bullet}\n"
            );
            let heads = headings(&text);
            for title in ["Millers", "Wheels", "Sacks", "Oil"] {
                assert!(
                    heads.iter().any(|h| h.ends_with(title)),
                    "{title}: {heads:?}"
                );
            }
        }
    }

    #[test]
    fn numbers_of_two_parts_over_bullets_are_heads() {
        let text = "3. Requests\n\n3.1 Seed\n\n- Keep the mother trees.\n- Dry the seed.\n\n3.2 Water\n\n- Mend the sluice.\n";
        assert_eq!(headings(text), ["Requests", "Seed", "Water"]);
    }
}
