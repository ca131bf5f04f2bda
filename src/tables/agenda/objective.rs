//! What an item is to reach, parted from whatever else is said of it.

use super::slot::Slot;
use super::who::Who;
use crate::flow::Flow;
use crate::lexicon::{List, Map};
use crate::value::time::duration_at;
use std::ops::Range;

/// Adds a cell of details: the text behind an objective's label is the objective, all else details.
pub(super) fn split(flow: &Flow, slot: &mut Slot, who: &Who) {
    let text = flow.as_str();
    let Some((label, body)) = label(text, List::LabelObjective, who) else {
        let at = who.labelled(List::LabelDetails, text).unwrap_or(0);
        slot.details.append(" ", &flow.cell(at..text.len()));
        return;
    };
    let details =
        label_in(text, body, who).or_else(|| running_order(text, body, who).map(|at| (at, at)));
    let (end, rest) = details.unwrap_or((text.len(), text.len()));
    slot.objective.append(" ", &flow.cell(body..end));
    let before = text[..label].trim();
    if !before.is_empty() {
        slot.details.append(" ", &flow.cell(0..label));
    }
    slot.details.append(" ", &flow.cell(rest..text.len()));
}

/// The first label of a list that opens the text or a sentence in it: where it stands, and where its text begins.
fn label(text: &str, list: List, who: &Who) -> Option<(usize, usize)> {
    let found = who.lexicon.list(list).find_iter(text);
    found
        .map(|(r, _)| r)
        .find_map(|r| opens(text, &r).map(|body| (r.start, body)))
}

/// The label of details behind the objective.
fn label_in(text: &str, from: usize, who: &Who) -> Option<(usize, usize)> {
    let (at, body) = label(&text[from..], List::LabelDetails, who)?;
    Some((from + at, from + body))
}

/// Where the text behind a label begins, if the words are one: a colon behind them, a capital in front, nothing or a stop before.
fn opens(text: &str, words: &Range<usize>) -> Option<usize> {
    let body = text[words.end..].trim_start().strip_prefix(':')?;
    let capital = text[words.start..].starts_with(char::is_uppercase);
    capital.then(|| text.len() - body.trim_start().len())
}

/// Where the running order begins behind an objective that no second label ends: before `1st Round (30 minutes)`.
fn running_order(text: &str, from: usize, who: &Who) -> Option<usize> {
    let mut at = from;
    while let Some(open) = text[at..].find('(').map(|i| at + i) {
        if let Some((len, _)) = duration_at(&text[open..], who.lang)
            && text[open..open + len].ends_with(')')
        {
            return Some(phrase_start(text, from, open, who));
        }
        at = open + 1;
    }
    None
}

/// The start of the phrase that ends at `end`: behind the last stop, or at the ordinal that opens it.
fn phrase_start(text: &str, from: usize, end: usize, who: &Who) -> usize {
    let stop = text[from..end]
        .rfind(['.', ';', ':'])
        .map_or(from, |i| from + i + 1);
    let mut start = stop;
    for (i, _) in text[stop..end].match_indices(' ') {
        let word = text[stop + i + 1..end].split(' ').next().unwrap_or("");
        let digits = word.chars().take_while(char::is_ascii_digit).count();
        let numbered = digits > 0 && who.lexicon.list(List::DateOrdinal).is(&word[digits..]);
        if numbered || who.lexicon.map(Map::Ordinal).get(word).is_some() {
            start = stop + i + 1;
        }
    }
    start
}
