//! A promised link that leads nowhere.

use super::Rule;
use crate::extract::Extraction;
use crate::lexicon::List;
use crate::outline::UnitKind;
use crate::tables::findings::FindingRow;
use crate::value::address::addresses;

pub(super) const RULE: Rule = Rule {
    name: "link-without-target",
    severity: "note",
    summary: "promises a link and gives none",
    why: "the target was lost on the way out of the PDF",
    example: "Watch the playlist >>",
    misses: "words that carried a link without saying so",
    check,
};

fn check(x: &Extraction) -> Vec<FindingRow> {
    let units = x.outline.units.iter();
    let text = units.filter(|u| !matches!(u.kind, UnitKind::Grid(_)));
    text.filter(|u| {
        let raw = x.outline.source.slice(x.outline.blocks[u.block].body);
        promises(x, u.text(), raw) && addresses(raw).is_empty()
    })
    .map(|u| {
        let tail = u.text().len().saturating_sub(60);
        let tail = (tail..u.text().len()).find(|&i| u.text().is_char_boundary(i)).unwrap_or(0);
        let message = format!("a link is promised and none given: \"{}\"", u.text()[tail..].trim());
        RULE.finding(message).at(u.flow.spans(0..u.flow.len()))
    })
    .collect()
}

/// Arrows at the end, words that promise a link there, or a Markdown link without a target.
fn promises(x: &Extraction, text: &str, raw: &str) -> bool {
    let arrow = text.ends_with(">>") || text.ends_with('\u{bb}') && !text.contains('\u{ab}') || text.ends_with('\u{2192}');
    let words = || x.lexicon.list(List::LinkPromise).found_in(text);
    let mut brackets = memchr::memchr_iter(b']', raw.as_bytes()).map(|at| &raw[at + 1..]);
    arrow || words() || brackets.any(|behind| behind.starts_with("(#)") || behind.starts_with("()"))
}
