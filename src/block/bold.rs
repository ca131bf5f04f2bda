//! Numbered titles in bold that stand as items of one list, each over what was said: `1. **Boats**.`, its passages, numbered
//! turns or bullets below. They are the heads of minutes where they count up through most of a text; a shorter list of bold
//! points, or one whose points have no passages but bullets of their own, is a list.

use super::numbers::ordinal;
use super::series::{holds_text, is_passage};
use super::{Block, Kind};
use crate::source::Source;
use crate::span::Span;

/// So many titles make a row.
const LEAST: usize = 3;
/// No title is longer, in bytes.
const TITLE: usize = 140;
/// So many bytes of the last word and its stop may stand outside of the bold.
const SLIP: usize = 2;

/// A numbered item that is bold as a whole.
struct Title {
    at: usize,
    number: u32,
    level: u8,
    /// Its words, without the stop behind them.
    body: Span,
}

/// Takes the stops off such titles, and gives the indices of their blocks.
pub(super) fn mark(source: &Source, blocks: &mut [Block]) -> Vec<usize> {
    let titles = (0..blocks.len()).filter_map(|at| title(source, blocks, at));
    let titles: Vec<Title> = titles.collect();
    let goes_on = |a: &Title, b: &Title| {
        a.level == b.level && (a.number < b.number) && b.number - a.number <= 2
    };
    let mut found = Vec::new();
    for row in titles.chunk_by(goes_on) {
        if is_series(source, blocks, row) {
            found.extend(row.iter().map(|t| (t.at, t.body)));
        }
    }
    for (at, body) in &found {
        blocks[*at].body = *body;
    }
    found.into_iter().map(|(at, _)| at).collect()
}

fn title(source: &Source, blocks: &[Block], at: usize) -> Option<Title> {
    let block = &blocks[at];
    let marker = block.marker.filter(|_| block.kind == Kind::ListItem)?;
    let number = ordinal(source.slice(marker))?;
    let text = source.slice(block.body);
    let words = text.trim_end_matches(['.', ':', ' ']);
    let (inner, behind) = words.strip_prefix("**")?.split_once("**")?;
    let slip = behind.len() <= SLIP && behind.chars().all(char::is_alphabetic);
    let titled = inner.starts_with(|c: char| c.is_uppercase() || !c.is_ascii());
    let one = text.len() <= TITLE && !text.contains('\n') && !inner.contains(". ");
    let start = block.body.start as usize;
    (slip && titled && one).then(|| Title {
        at,
        number,
        level: block.level,
        body: Span::new(start, start + words.len()),
    })
}

/// Whether titles count up through most of a text with something below each, below most a passage.
fn is_series(source: &Source, blocks: &[Block], row: &[Title]) -> bool {
    let [first, .., last] = row else {
        return false;
    };
    let place = |t: &Title| blocks[t.at].span.start as usize;
    let long = (place(last) - place(first)) * 2 >= source.text.len();
    let parts = || row.windows(2).map(|pair| (pair[0].at, pair[1].at));
    let bullet = |b: &Block| {
        let marker = b.marker.filter(|_| b.kind == Kind::ListItem);
        marker.is_some_and(|m| ordinal(source.slice(m)).is_none())
    };
    let holds = |b: &Block| is_passage(source, b) && !bullet(b);
    let told = parts().filter(|&(from, to)| blocks[from + 1..to].iter().any(holds));
    let filled = || parts().all(|(from, to)| holds_text(blocks, from, to));
    row.len() >= LEAST && first.number <= 1 && long && filled() && told.count() * 2 >= row.len() - 1
}

#[cfg(test)]
mod tests {
    use crate::block::{Kind, of_kind};

    fn headings(text: &str) -> Vec<String> {
        of_kind(text, Kind::Heading)
    }

    #[test]
    fn bold_items_over_what_was_said_are_heads() {
        let text = "# Minutes\n\n1. **Wheel**\n    1. Ana Example said that the wheel turns again.\n\
            2. **Money**.\n    1. Bo Sample replied that little of it is left.\n3. **Oi**l.\nThe oil of the mill was tasted by all who came.\n\
            * It burns.\n\n4. **Close**\n    1. None.\n";
        let heads = headings(text);
        assert_eq!(
            heads,
            ["Minutes", "**Wheel**", "**Money**", "**Oi**l", "**Close**"]
        );
    }

    #[test]
    fn a_list_of_bold_points_is_a_list() {
        let bare =
            "# Agenda\n\n1. **Wheel**\n    - Ana\n2. **Money**\n    - Bo\n3. **Oil**\n    - Cy\n";
        assert_eq!(headings(bare), ["Agenda"]);
        let prose = "The keepers came together at the mill and spoke of its wheel for an hour.\n\n"
            .repeat(8);
        let points = "    - Oil the wheel of the mill before the winter comes.\n";
        let nested =
            format!("# Advice\n\n1. **Oil**\n{points}2. **Paint**\n{points}3. **Sleep**\n{points}");
        assert_eq!(headings(&nested), ["Advice"]);
        let part = "    1. Oil the wheel of the mill before the winter comes.\n";
        let short =
            format!("# Mill\n\n{prose}1. **Oil**\n{part}2. **Paint**\n{part}3. **Sleep**\n{part}");
        assert_eq!(headings(&short), ["Mill"]);
    }

    #[test]
    fn signs_behind_a_number_set_a_heading() {
        let text = "### Decisions\n1. #### Open points\n  * The wheel is to be oiled.\n2. #### Money\n  * None.\n";
        assert_eq!(headings(text), ["Decisions", "Open points", "Money"]);
        assert_eq!(
            headings("1. #5 was closed.\n2. #6 was not.\n"),
            [] as [&str; 0]
        );
    }
}
