//! A meeting below the name of the forum or series that it belongs to.

use super::title::{is_typed, text_above};
use crate::extract::Extraction;
use crate::flow::Flow;
use crate::lexicon::List;
use crate::outline::Unit;

/// Whether a line names its own meeting, `Workshop on Nets`, right below the name of the forum or series that it belongs to.
pub(super) fn is_above(x: &Extraction, unit: &Unit) -> bool {
    text_above(x, unit).is_some_and(|above| is_series(x, above, unit.text()))
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
