//! What a line points at behind its title: `The dam (A. Novak) ==> [slides](...)`.

use super::who::Who;
use crate::lexicon::List;

/// Signs that point at something.
const ARROWS: &[&str] = &["->", "=>", "\u{2192}", "\u{21d2}"];

/// Where the title of a line ends, before an arrow and the slides or papers that it points at.
pub(super) fn start(text: &str, who: &Who) -> usize {
    let arrows = ARROWS
        .iter()
        .filter_map(|a| Some((text.rfind(a)?, a.len())));
    let Some((at, len)) = arrows.max() else {
        return text.len();
    };
    let behind = text[at + len..].trim();
    // A target with blanks in it stays as printed.
    let words = behind
        .strip_prefix('[')
        .and_then(|b| b.split_once("]("))
        .map_or(behind, |(w, _)| w);
    let handout = who.lexicon.list(List::AgendaHandout).is(words);
    let title = text[..at].trim_end_matches(['=', '-', ' ']);
    if handout && !title.is_empty() {
        title.len()
    } else {
        text.len()
    }
}
