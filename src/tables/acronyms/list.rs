//! Lists of short forms: `Acronyms` over lines of a short form and what it stands for, or a table of the two.

use super::{Acronym, align, is_short};
use crate::extract::Extraction;
use crate::flow::Flow;
use crate::lexicon::{Lexicon, List};
use crate::outline::{Grid, UnitKind};
use std::ops::Range;

/// The longest heading that a list has.
const HEADING: usize = 60;

/// A line this long without a short form before it is running text.
const PROSE: usize = 160;

/// Reads the lists, and claims the units that hold them.
pub(super) fn read(x: &mut Extraction) -> Vec<Acronym> {
    let outline = x.outline;
    let mut rows = Vec::new();
    let mut at = 0;
    while at < outline.units.len() {
        let unit = &outline.units[at];
        if let UnitKind::Grid(grid) = unit.kind {
            let found = table(&outline.grids[grid], false);
            if !found.is_empty() {
                rows.extend(found);
                x.claim(at, "acronyms");
            }
            at += 1;
        } else if is_heading(x.lexicon, unit.text()) {
            let (found, end) = below(x, at + 1);
            if found.len() >= 2 {
                for (unit, row) in found {
                    rows.push(row);
                    x.claim(unit, "acronyms");
                }
            }
            at = end.max(at + 1);
        } else {
            at += 1;
        }
    }
    rows
}

/// `List of acronyms`, `Annex 2. Abbreviations used`.
fn is_heading(lexicon: &Lexicon, text: &str) -> bool {
    text.len() <= HEADING
        && text.split(' ').count() <= 8
        && !text.ends_with(|c: char| c.is_ascii_digit())
        && lexicon.list(List::HeadingAcronyms).found_in(text)
}

/// The entries of the units from `start` on, with their units, and the first unit that has none.
fn below(x: &Extraction, start: usize) -> (Vec<(usize, Acronym)>, usize) {
    let outline = x.outline;
    let mut found = Vec::new();
    for (i, unit) in outline.units.iter().enumerate().skip(start) {
        let mut rows = match unit.kind {
            UnitKind::Grid(grid) => table(&outline.grids[grid], true),
            _ => lines(&unit.flow),
        };
        if let UnitKind::Heading(section) = unit.kind {
            rows = lines(&outline.sections[section].heading);
        }
        if rows.is_empty() {
            return (found, i);
        }
        found.extend(rows.into_iter().map(|row| (i, row)));
    }
    (found, outline.units.len())
}

/// The entries of the lines of a text; a line without a short form goes on with the entry above.
fn lines(flow: &Flow) -> Vec<Acronym> {
    let text = flow.as_str();
    let mut entries: Vec<(Range<usize>, Range<usize>)> = Vec::new();
    for line in flow.lines() {
        match entry(&text[line.clone()]) {
            Some((short, long)) => {
                let place = |r: Range<usize>| line.start + r.start..line.start + r.end;
                entries.push((place(short), place(long)));
            }
            None if line.len() < PROSE => match entries.last_mut() {
                Some((_, long)) => long.end = line.end,
                None => return Vec::new(),
            },
            None => return Vec::new(),
        }
    }
    let rows = entries.into_iter().map(|(short, long)| {
        let long = expansion(text, long);
        row(flow, short, flow, long)
    });
    rows.collect()
}

/// A table whose first column holds short forms and whose second says what they stand for: told by a heading, or by the
/// letters of most rows.
fn table(grid: &Grid, told: bool) -> Vec<Acronym> {
    let full = || {
        grid.header
            .iter()
            .chain(&grid.rows)
            .filter(|r| r.cells.len() >= 2 && !r.text(1).is_empty())
    };
    let short = |t: &str| is_short(t) || is_pair(t);
    let rows: Vec<_> = full()
        .filter(|r| short(r.text(0)) && r.text(1).len() > r.text(0).len())
        .collect();
    let spelt = rows
        .iter()
        .filter(|r| align(r.text(0), r.text(1)) == Some(0))
        .count();
    let most = rows.len() >= 3 && rows.len() + 1 >= full().count() && spelt * 10 >= rows.len() * 7;
    if grid.width != 2 || !(most || told && !rows.is_empty()) {
        return Vec::new();
    }
    let read = |r: &&crate::outline::Row| {
        let long = expansion(r.text(1), 0..r.text(1).len());
        row(&r.cells[0], 0..r.text(0).len(), &r.cells[1], long)
    };
    rows.iter().map(read).collect()
}

fn row(flow: &Flow, short: Range<usize>, other: &Flow, long: Range<usize>) -> Acronym {
    Acronym {
        acronym: flow.cell(short),
        expansion: other.cell(long),
        rule: "acronym-list",
        ..Acronym::default()
    }
}

/// `GEF SGP`: two short forms that are one.
fn is_pair(text: &str) -> bool {
    let mut words = text.split(' ');
    let pair = words.by_ref().take(2).all(is_short);
    pair && words.next().is_none() && text.contains(' ')
}

/// `SHORT Expansion`, `SHORT: Expansion`, `SHORT - Expansion`; two short forms where the letters of both follow.
fn entry(line: &str) -> Option<(Range<usize>, Range<usize>)> {
    let first = line.find([' ', '\t', ':', '='])?;
    let second = line[first + 1..].find(' ').map(|i| first + 1 + i);
    let double = second
        .filter(|&end| is_pair(&line[..end]) && align(&line[..end], after(line, end).1) == Some(0));
    let end = double.unwrap_or(first);
    let short = &line[..end];
    let (start, long) = after(line, end);
    if !is_short(short) && double.is_none() {
        return None;
    }
    let words = long.split(' ').count();
    let letters = long.starts_with(char::is_alphabetic);
    (letters && words <= 24 && long.len() > 3).then_some((0..end, start..line.len()))
}

/// What follows the signs behind a short form, and where.
fn after(line: &str, end: usize) -> (usize, &str) {
    let signs = [' ', '\t', ':', '=', '-', '\u{2013}', '\u{2014}'];
    let long = line[end..].trim_start_matches(signs);
    (line.len() - long.len(), long)
}

/// An expansion without the note in brackets or the stop behind it.
fn expansion(text: &str, long: Range<usize>) -> Range<usize> {
    let mut end = long.start
        + text[long.clone()]
            .trim_end_matches([' ', '.', ';', ','])
            .len();
    if text[long.start..end].ends_with(')')
        && let Some(open) = text[long.start..end].rfind(" (")
    {
        end = long.start + open;
    }
    long.start..end
}

#[cfg(test)]
mod tests {
    use crate::extract::{Options, extract};
    use crate::source::Source;

    fn read(text: &str) -> Vec<(String, String)> {
        let source = Source::from_text("t", text);
        let rows = extract(&source, &Options::default()).acronyms;
        let tell = |a: super::Acronym| (a.acronym.value, a.expansion.value);
        rows.into_iter().map(tell).collect()
    }

    fn pairs(of: &[(&str, &str)]) -> Vec<(String, String)> {
        of.iter()
            .map(|(a, b)| (a.to_string(), b.to_string()))
            .collect()
    }

    #[test]
    fn lines_below_a_heading() {
        let text = "Annex I. Acronyms\n\nCOD Council of Ducks\nDoR Directorate of Reeds (Freeland)\nRSB World Swan Union\nPF SGP Pond Fund Small Grants Programme\nASP – Alliance of Small Ponds\n\nIntroduction\n\nThe ducks met.\n";
        let want = [
            ("COD", "Council of Ducks"),
            ("DoR", "Directorate of Reeds"),
            ("RSB", "World Swan Union"),
            ("PF SGP", "Pond Fund Small Grants Programme"),
            ("ASP", "Alliance of Small Ponds"),
        ];
        assert_eq!(read(text), pairs(&want));
    }

    #[test]
    fn a_table_without_a_heading() {
        let text = "Welcome\n\nCOD\tCouncil of Ducks\nPFR\tPond Fund for Reeds\nASP\tAlliance of Small Ponds\n";
        let want = [
            ("COD", "Council of Ducks"),
            ("PFR", "Pond Fund for Reeds"),
            ("ASP", "Alliance of Small Ponds"),
        ];
        assert_eq!(read(text), pairs(&want));
    }

    #[test]
    fn other_lists_are_none() {
        for text in [
            "Agenda\n\nCOD presents the ponds\nPFR tells of reeds\nASP closes\n",
            "Participants\n\nCOD\tAna Example\nPFR\tBo Sample\nASP\tCy Instance\n",
            "Acronyms\n\nThey are told where they first stand.\n",
        ] {
            assert_eq!(read(text), [], "{text}");
        }
    }
}
