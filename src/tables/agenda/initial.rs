//! Markers of list items that are a person's initial: `C. Okafor`.

use super::number::follows;
use super::who::Who;
use crate::flow::Flow;
use crate::outline::{Outline, Unit};

/// A line whose marker is a person's initial: `C. Okafor, Timber Board`.
pub(super) fn led_by_initial<'s>(
    outline: &Outline<'s>,
    unit: &Unit,
    who: &Who,
) -> Option<Flow<'s>> {
    let marker = unit.marker.as_ref()?;
    let bullet = marker
        .value
        .trim_start_matches(|c: char| !c.is_alphanumeric());
    let is_initial = matches!(bullet.as_bytes(), [b'A'..=b'Z', b'.']);
    let mut start = marker.spans.cover().filter(|_| is_initial)?;
    if is_lettered(outline, unit, bullet.as_bytes()[0]) {
        return None;
    }
    start.start += (marker.value.len() - bullet.len()) as u32;
    let flow = outline
        .layout
        .clean(start.cover(outline.blocks[unit.block].body));
    who.names(flow.as_str()).then_some(flow)
}

/// Whether the item above or below has the letter before or behind this one's.
fn is_lettered(outline: &Outline, unit: &Unit, letter: u8) -> bool {
    let marker = |i: Option<usize>| {
        let span = outline.blocks.get(i?)?.marker?;
        Some(outline.source.slice(span))
    };
    let letter_of = |m: &str| m.bytes().next();
    let above = marker(unit.block.checked_sub(1));
    let below = marker(Some(unit.block + 1));
    // `V.` stands between `IV.` and `VI.`, too.
    let label = |m: &str| m.trim_matches(|c: char| !c.is_alphanumeric()).to_string();
    let this = char::from(letter).to_string();
    above.and_then(letter_of) == letter.checked_sub(1)
        || is_behind(outline, unit, letter)
        || below.and_then(letter_of) == Some(letter + 1)
        || above.is_some_and(|a| follows(Some(&label(a)), &this))
        || below.is_some_and(|b| follows(Some(&this), &label(b)))
}

/// So many blocks of its own may stand below an item with a letter.
const PARTS: usize = 12;

/// Whether the last letter above is the one before this one, the parts of its item between them: `H.`, `1.`, `I.`.
fn is_behind(outline: &Outline, unit: &Unit, letter: u8) -> bool {
    let above = outline.blocks.get(..unit.block).unwrap_or(&[]);
    let markers = above.iter().rev().take(PARTS).filter_map(|b| b.marker);
    let mut letters = markers.filter_map(|span| {
        let label = outline.source.slice(span);
        match label
            .trim_matches(|c: char| !c.is_alphanumeric())
            .as_bytes()
        {
            [b @ b'A'..=b'Z'] => Some(*b),
            _ => None,
        }
    });
    letters.next() == letter.checked_sub(1)
}
