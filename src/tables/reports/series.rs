//! A meeting below the name of the forum or series that it belongs to.

use super::title::is_typed;
use crate::extract::Extraction;
use crate::flow::Flow;
use crate::lexicon::List;
use crate::outline::Unit;

/// What speaks for a line that names its own meeting, `Workshop on Nets`, right below the name of the forum or series that
/// it belongs to.
pub(super) fn above(x: &Extraction, unit: &Unit) -> u32 {
    let above = x.outline.units.partition_point(|u| u.block < unit.block);
    let above = above.checked_sub(1).map(|i| x.outline.units[i].text());
    3 * u32::from(above.is_some_and(|above| is_series(x, above, unit.text())))
}

/// Whether a line is the forum or series of the meeting that the line below names: `Shore Forum: Mud and Water` over
/// `Workshop on Marshes`.
fn is_series(x: &Extraction, above: &str, below: &str) -> bool {
    let nouns = x.lexicon.list(List::EventNoun);
    let small = x.lexicon.list(List::SmallWord);
    let own = |t: &str| {
        let behind = nouns.starts(t).map(|len| t[len..].trim_start());
        behind.is_some_and(|rest| small.is(rest.split(' ').next().unwrap_or("")))
    };
    let goes_on = above.ends_with([',', '-', '\u{2013}', '&'])
        || small.is(above.rsplit(' ').next().unwrap_or(""));
    let named = nouns.found_in(above) && nouns.starts(above).is_none();
    let series = named && !goes_on && above.split(' ').count() >= 3;
    own(below) && series && !is_typed(x, above)
}

/// Where the line with the meeting's own name begins, right below that of its series in one paragraph.
pub(super) fn behind(x: &Extraction, flow: &Flow) -> usize {
    let text = flow.as_str();
    let mut lines = flow.lines();
    let two = lines.next().zip(lines.next());
    let series = two.filter(|(a, b)| is_series(x, &text[a.clone()], &text[b.clone()]));
    series.map_or(0, |(_, own)| own.start)
}
