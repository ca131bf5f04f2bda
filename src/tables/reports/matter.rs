//! The title in what a page's generator is told above the page.

use crate::block::matter;
use crate::extract::Extraction;
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
            return (!flow.is_empty()).then(|| flow.whole());
        }
        at += line.len();
    }
    None
}
