//! The title in what a page's generator is told above the page.

use crate::block::matter;
use crate::extract::Extraction;
use crate::lexicon::List;
use crate::schema::Text;
use crate::span::Span;

/// The title that the head gives the page.
pub(super) fn title(x: &Extraction) -> Option<Text> {
    let text = &x.outline.source.text;
    let head = matter::place(text)?;
    let mut at = head.start;
    for line in text[head].split_inclusive('\n') {
        if let Some(value) = line.strip_prefix("title:") {
            let start = at + line.len() - value.trim_start_matches([' ', '"', '\'']).len();
            let end = at + line.trim_end_matches(['\n', '\r', ' ', '"', '\'']).len();
            let flow = x.outline.layout.clean(Span::new(start, end.max(start)));
            let own = !flow.is_empty() && !is_counted_below(x, flow.as_str());
            return own.then(|| flow.whole());
        }
        at += line.len();
    }
    None
}

/// Whether a title only counts a meeting that the first heading names: `Meeting 07` over `# Marsh Users Spring Meeting 7`.
fn is_counted_below(x: &Extraction, title: &str) -> bool {
    let nouns = x.lexicon.list(List::EventNoun);
    let (noun, number) = title.rsplit_once(' ').unwrap_or_default();
    let counts = number.contains(|c: char| c.is_ascii_digit());
    let end = matter::place(&x.outline.source.text).map_or(0, |head| head.end);
    let mut below = x.outline.sections.iter().map(|s| &s.heading);
    let first = below
        .find(|h| h.source_start() as usize >= end)
        .map(|h| h.as_str());
    let names = |t: &str| nouns.found_in(t) && t.split(' ').count() > 3;
    nouns.is(noun) && counts && first.is_some_and(names)
}
