//! Labels that their lines alone do not tell: words that stand elsewhere with a colon, and words right over names in one part
//! after another.

use super::heading::{in_capitals, is_open, stands_alone};
use super::wrap::ends_sentence;
use super::{Block, Kind};
use crate::source::Source;
use crate::value::find_within;
use foldhash::{HashMap, HashMapExt, HashSet};

/// Marks such lines.
pub(super) fn mark(source: &Source, blocks: &mut [Block]) {
    mark_bare(source, blocks);
    mark_recurring(source, blocks);
}

/// A line that stands elsewhere with a colon is a label without it, too.
fn mark_bare(source: &Source, blocks: &mut [Block]) {
    let words = |b: &Block| {
        source
            .slice(b.body)
            .trim_matches(['*', ':', ' '])
            .to_lowercase()
    };
    let labels: HashSet<String> = blocks
        .iter()
        .filter(|b| b.kind == Kind::Label)
        .map(words)
        .collect();
    if labels.is_empty() {
        return;
    }
    for i in 0..blocks.len() {
        let short = blocks[i].kind == Kind::Paragraph && blocks[i].body.len() < 60;
        if short && stands_alone(blocks, i) && labels.contains(&words(&blocks[i])) {
            blocks[i].kind = Kind::Label;
        }
    }
}

/// `MODERATOR` right over a name, in one part and again in the next: a short line in capitals, directly above a line that
/// is no sentence, labels it.
fn mark_recurring(source: &Source, blocks: &mut [Block]) {
    let over = |i: &usize| {
        let text = source.slice(blocks[*i].body);
        let below = blocks.get(i + 1).filter(|b| b.kind == Kind::Paragraph);
        blocks[*i].kind == Kind::Paragraph
            && text.len() <= 30
            && in_capitals(text)
            && !text.contains(|c: char| c.is_ascii_digit())
            && is_open(blocks, i.checked_sub(1))
            && below.is_some_and(|b| !ends_sentence(source.slice(b.body)))
    };
    let found: Vec<usize> = (0..blocks.len()).filter(over).collect();
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for &i in &found {
        *seen.entry(source.slice(blocks[i].body)).or_default() += 1;
    }
    for i in found {
        if seen[source.slice(blocks[i].body)] > 1 {
            blocks[i].kind = Kind::Label;
        }
    }
}

/// What stands before the colon of whole passages, such as the names in a transcript.
pub(super) fn of_prose(source: &Source, blocks: &[Block]) -> HashSet<String> {
    let prose = blocks
        .iter()
        .filter(|b| b.kind == Kind::Paragraph)
        .map(|b| source.slice(b.body));
    prose
        .filter(|t| t.len() >= 60 && ends_sentence(t))
        .filter_map(before_colon)
        .collect()
}

/// The few words before a text's first colon, without signs of bold type.
pub(super) fn before_colon(text: &str) -> Option<String> {
    let bold = || find_within(text, ":** ", 60).filter(|_| !text.contains(": "));
    let colon = find_within(text, ": ", 60).or_else(bold)?;
    Some(text[..colon].replace('*', ""))
}

#[cfg(test)]
mod tests {
    use crate::block::{Kind, of_kind};

    #[test]
    fn what_stands_right_over_names_again_and_again_labels_them() {
        let part = |n| {
            format!(
                "PANEL {n}: PONDS\n\nMODERATOR\nAna Example, Mud Trust\n\nTHE MUD\n\nIt was deep.\n\n"
            )
        };
        let text = part(1) + &part(2);
        assert_eq!(of_kind(&text, Kind::Label), ["MODERATOR", "MODERATOR"]);
        assert_eq!(
            of_kind(&text, Kind::Heading),
            ["PANEL 1: PONDS", "THE MUD", "PANEL 2: PONDS", "THE MUD"]
        );
    }
}
