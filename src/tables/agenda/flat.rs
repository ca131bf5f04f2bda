//! A programme whose lines were run together into one: `9:00-9:30 Registration 9:30-10:15 Welcome (A. Stone) 10:15-...`.

use super::days;
use super::who::Who;
use crate::flow::Flow;
use crate::source::count_bytes;
use crate::value::time::{TimeSpan, time_at};
use std::ops::Range;

/// So many times that follow each other make a programme.
const LEAST: usize = 4;
/// Digits that so many times have, at least.
const DIGITS: usize = 12;
/// Between the end of an item and the start of the next lie no more minutes.
const PAUSE: i32 = 180;
/// The head of a day at the end of an item is no longer than this.
const DAY: usize = 48;

/// The items of a text, each with its time, and what stands before the first; nothing where it is no such text.
pub(super) fn parts(flow: &Flow, who: &Who) -> Vec<Range<usize>> {
    let text = flow.as_str();
    if count_bytes(text.as_bytes(), |b| b.is_ascii_digit()) < DIGITS {
        return Vec::new();
    }
    let all = times(text, who);
    let ranges = all.iter().filter(|(_, t)| t.end.is_some()).count();
    let found: Vec<_> = match ranges >= LEAST - 1 {
        true => with_their_ends(all),
        false => all.into_iter().filter(|(_, t)| t.end.is_none()).collect(),
    };
    // Starts alone stand in prose, too.
    let least = LEAST + usize::from(ranges < LEAST - 1);
    let late = found.windows(2).filter(|w| !follows(&w[0].1, &w[1].1));
    if found.len() < least || late.count() * 4 > found.len() {
        return Vec::new();
    }
    let mut cuts = vec![0];
    for (at, _) in found {
        let from = *cuts.last().unwrap_or(&0);
        cuts.extend(day_before(&text[from..at], who).map(|day| from + day));
        cuts.push(at);
    }
    cuts.push(text.len());
    cuts.dedup();
    let spans = cuts.windows(2).map(|w| flow.trimmed(w[0]..w[1]));
    spans.filter(|r| !r.is_empty()).collect()
}

/// The times in a text that titles stand behind, with their places.
fn times(text: &str, who: &Who) -> Vec<(usize, TimeSpan)> {
    let mut found = Vec::new();
    let mut from = 0;
    for (at, _) in text.match_indices(|c: char| c.is_ascii_digit()) {
        let opens = at == 0 || text[..at].ends_with(char::is_whitespace);
        if at < from || !opens {
            continue;
        }
        let Some((len, span)) = time_at(&text[at..], who.lang) else {
            continue;
        };
        let behind = text[at + len..].trim_start_matches([':', ',', ' ', '-', '\u{2013}']);
        let apart = behind.len() < text.len() - at - len;
        let titled = |c: char| c.is_uppercase() || matches!(c, '"' | '\u{201c}' | '\u{ab}');
        from = at + len;
        if apart && behind.starts_with(titled) {
            found.push((at, span));
        }
    }
    found
}

/// The ranges, and the starts alone at which one of them ends.
fn with_their_ends(all: Vec<(usize, TimeSpan)>) -> Vec<(usize, TimeSpan)> {
    let mut end = None;
    let mut found = all;
    found.retain(|(_, t)| {
        let goes_on = end == Some(t.start.minutes());
        end = t.end.map(|e| e.minutes()).or(end);
        t.end.is_some() || goes_on
    });
    found
}

/// Whether an item may come right behind another, on a clock of twelve hours.
fn follows(above: &TimeSpan, below: &TimeSpan) -> bool {
    let end = above.end.unwrap_or(above.start).minutes() as i32;
    (below.start.minutes() as i32 - end).rem_euclid(12 * 60) <= PAUSE
}

/// Where the head of a day that ends a text begins.
fn day_before(text: &str, who: &Who) -> Option<usize> {
    let end = text.trim_end().len();
    let words = text[..end].match_indices(' ').map(|(i, _)| i + 1);
    let near = words.filter(|at| end - at <= DAY);
    let mut heads = near.filter(|&at| {
        text[at..].starts_with(char::is_uppercase)
            && days::read(&text[at..end], who).is_some_and(|d| d.len == end - at)
    });
    heads.next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lang;
    use crate::value::person::Known;

    fn taken(text: &str) -> Vec<String> {
        let who = Who::new(Lang::En, Known::default());
        let source = crate::source::Source::from_text("t", text);
        let outline = crate::outline::Outline::new(&source, crate::block::blocks(&source));
        let flow = &outline.units[0].flow;
        let found = parts(flow, &who);
        found
            .into_iter()
            .map(|r| flow.as_str()[r].to_string())
            .collect()
    }

    #[test]
    fn a_line_is_taken_apart_at_its_times() {
        let day = "Programme 9:00-9:30 Registration 9:30-10:15 Welcome (Ana Lind) 10:15-11:00 Ponds 11:00 Tea Day 2 9:00-10:00 Reeds 10:00-10:30 Close";
        assert_eq!(
            taken(day),
            [
                "Programme",
                "9:00-9:30 Registration",
                "9:30-10:15 Welcome (Ana Lind)",
                "10:15-11:00 Ponds",
                "11:00 Tea",
                "Day 2",
                "9:00-10:00 Reeds",
                "10:00-10:30 Close"
            ]
        );
    }

    #[test]
    fn hours_in_prose_are_no_programme() {
        let open = "The office is open from 9:00 to 12:00 on Monday, from 14:00 to 17:00 on Tuesday, and at 10:00 on Friday, as it was in 2019 and 2020.";
        assert_eq!(taken(open), [] as [&str; 0]);
    }
}
