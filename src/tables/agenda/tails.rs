//! Times at the ends of lines, set apart from the titles by leaders or a wide gap: `Opening ........ 9:00-9:30`.

use super::days;
use super::line::{Lead, between, blanks};
use super::who::Who;
use crate::flow::Flow;
use crate::lexicon::Map;
use crate::source::count_bytes;
use crate::value::time::time_at;
use std::ops::Range;

/// A time at the end of a line is no longer than this.
const LONGEST: usize = 40;
/// So many blanks set a time apart.
const WIDE: usize = 2;
/// So many points before a time are leaders.
const LEADERS: usize = 3;
/// So many lines that end in times make items of a paragraph's lines.
const LEAST: usize = 2;
/// Digits that so many times have, at least.
const DIGITS: usize = 6;
/// Lines over which one item runs, at most.
const WRAPPED: usize = 4;

/// Reads a line that ends with a range of times set apart, or behind leaders with a time alone.
pub(super) fn apart(flow: &Flow, who: &Who) -> Option<Lead> {
    let text = flow.as_str();
    let line = text.trim_end_matches([')', ']', '.', ' ']);
    let ends = |c: char| c.is_ascii_digit() || matches!(c, 'm' | 'h' | 'n' | 's');
    if !line.ends_with(ends) {
        return None;
    }
    let from = line.len().saturating_sub(LONGEST);
    let names = who.lexicon.map(Map::HourName);
    let mut gaps = line.bytes().enumerate().skip(from);
    gaps.find_map(|(i, byte)| {
        let at = i + 1;
        let begins = byte == b' ' && line.is_char_boundary(at);
        let rest = line.get(at..).filter(|_| begins)?;
        let opens = rest.trim_start_matches(['(', '[']);
        let timed =
            opens.starts_with(|c: char| c.is_ascii_digit()) || names.starts(opens).is_some();
        let before = &line[..i];
        let title = before.trim_end_matches([' ', '.', '\u{2026}', '_', '\u{b7}']);
        let leaders = before.len() - title.len();
        let wide = || between(flow, i, who).is_some_and(|b| b.contains('\t') || blanks(b) >= WIDE);
        if !timed || !title.contains(char::is_alphabetic) || leaders == 0 && !wide() {
            return None;
        }
        let at = line.len() - opens.len();
        let (len, span) = time_at(opens, who.lang)?;
        // The page of a list of contents is no time.
        let marked = opens.contains([':', 'h', 'm']) && leaders >= LEADERS;
        // `1:00 p.m.`
        let stop = usize::from(line.ends_with(".m") && text[line.len()..].starts_with('.'));
        (at + len == line.len() && (span.end.is_some() || marked)).then(|| Lead {
            day: None,
            printed: at..at + len + stop,
            span,
            rest: 0..title.len(),
            label: None,
        })
    })
}

/// The items of a paragraph whose lines end in times set apart, each up to its time; nothing of any other.
pub(super) fn items(flow: &Flow, who: &Who) -> Vec<Range<usize>> {
    if count_bytes(flow.as_str().as_bytes(), |b| b.is_ascii_digit()) < DIGITS {
        return Vec::new();
    }
    let lines = printed(flow, who);
    let ends = |r: &Range<usize>| apart(&flow.slice(r.clone()), who).is_some();
    if lines.len() < LEAST || lines.iter().filter(|r| ends(r)).count() < LEAST {
        return Vec::new();
    }
    let mut items: Vec<Range<usize>> = Vec::new();
    // The lines of the item whose time is still to come.
    let mut open: Vec<Range<usize>> = Vec::new();
    for line in lines {
        if ends(&line) {
            let start = open.first().map_or(line.start, |r| r.start);
            items.push(start..line.end);
            open.clear();
            continue;
        }
        open.push(line.clone());
        let head = days::day_line(&flow.slice(line), who).is_some();
        if head || open.len() == WRAPPED {
            items.append(&mut open);
        }
    }
    items.append(&mut open);
    items
}

/// The lines as the source prints them, those too that were joined because no stop ends them.
fn printed(flow: &Flow, who: &Who) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    for line in flow.lines() {
        let mut start = line.start;
        let text = &flow.as_str()[line.clone()];
        for (i, _) in text.match_indices(' ').filter(|(i, _)| *i > 0) {
            let at = line.start + i;
            if between(flow, at, who).is_some_and(|b| b.contains('\n')) {
                lines.push(flow.trimmed(start..at));
                start = at;
            }
        }
        lines.push(flow.trimmed(start..line.end));
    }
    lines.retain(|l| !l.is_empty());
    lines
}

#[cfg(test)]
mod tests {
    use crate::tables::agenda::tests::reads;

    #[test]
    fn times_stand_behind_leaders() {
        let text = "Programme

Registration ............................ 8:30 am - 9:00 am
Opening remarks \u{2013} Ana Novak (Mud Trust) . 9:00 am - 9:30 am
Panel: Who cuts the reeds? \u{2013} Moderator: Jon Lind (Mud Trust); Panelists: Nils Arvid
Holm (Reed Office); Ida Kerr (Mud Trust)  9:30 am - noon
Lunch ................................... noon to 1:00 p.m.
";
        reads(
            text,
            &[
                "08:30-09:00 | Registration",
                "09:00-09:30 | Opening remarks | @presenter Ana Novak",
                "09:30-12:00 | Panel: Who cuts the reeds? | @moderator Jon Lind | @panelist Nils Arvid Holm | @panelist Ida Kerr",
                "12:00-13:00 | Lunch",
            ],
        );
    }

    #[test]
    fn starts_alone_stand_behind_leaders() {
        let text = "Programme

Registration .............. 8:30
Opening ................... 9:00
Reeds ..................... 10:15
";
        let rows = ["08:30 | Registration", "09:00 | Opening", "10:15 | Reeds"];
        reads(text, &rows);
    }

    #[test]
    fn numbers_stand_before_titles_whose_times_are_far() {
        let text = "Programme

2.9 Maps   2-2.30 pm
2.10 Reeds and roofs   2.30-3 pm
2.11 Close   3-3.15 pm
";
        let rows = [
            "14:00-14:30 | #2.9 | Maps",
            "14:30-15:00 | #2.10 | Reeds and roofs",
            "15:00-15:15 | #2.11 | Close",
        ];
        reads(text, &rows);
    }
}
