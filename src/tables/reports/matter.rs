//! What a page's generator is told above the page, between two rules: `title: Minutes of the board`.

use crate::extract::Extraction;
use crate::schema::Text;
use crate::span::Span;
use std::ops::Range;

/// No such head is longer, in bytes.
const LONGEST: usize = 3000;

/// The place of the head in the source, its rules included.
pub(super) fn place(x: &Extraction) -> Option<Range<usize>> {
    let text = x.outline.source.text.as_str();
    let body = text.strip_prefix("---\n")?;
    let end = body.find("\n---\n").filter(|end| *end <= LONGEST)?;
    let keyed = |l: &str| {
        let key = l.split_once(':').map(|(key, _)| key);
        let plain = |k: &str| {
            k.chars()
                .all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
        };
        key.is_some_and(plain) || l.starts_with([' ', '-', '#'])
    };
    body[..end].lines().all(keyed).then_some(0..4 + end + 5)
}

/// The title that the head gives the page.
pub(super) fn title(x: &Extraction) -> Option<Text> {
    let head = place(x)?;
    let text = &x.outline.source.text[head.clone()];
    let mut at = head.start;
    for line in text.split_inclusive('\n') {
        if let Some(value) = line.strip_prefix("title:") {
            let start = at + line.len() - value.trim_start_matches([' ', '"', '\'']).len();
            let end = at + line.trim_end_matches(['\n', ' ', '"', '\'']).len();
            let flow = x.outline.layout.clean(Span::new(start, end.max(start)));
            return (!flow.is_empty()).then(|| flow.whole());
        }
        at += line.len();
    }
    None
}
