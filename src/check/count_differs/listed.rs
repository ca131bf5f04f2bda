//! How many things a list holds: one below its lead-in, one behind a colon, one under a heading, one of numbered parts.

use crate::extract::Extraction;
use crate::lexicon::{Lexicon, List};
use crate::outline::{Section, Unit, UnitKind};
use crate::span::Spans;
use foldhash::{HashMap, HashMapExt};
use std::collections::BTreeSet;

/// What a list holds.
pub(super) struct Listed {
    /// How many things: each reading that the list allows.
    pub counts: BTreeSet<usize>,
    /// Where the list starts; nowhere for the sentence itself.
    pub place: Spans,
}

impl Listed {
    fn of(count: usize, place: Spans) -> Option<Listed> {
        (count > 1).then(|| Listed { counts: BTreeSet::from([count]), place })
    }
}

/// The list right below a unit: its items of the first level, or the rows of a table.
pub(super) fn list_below(x: &Extraction, unit: usize) -> Option<Listed> {
    let units = &x.outline.units;
    let first = units.get(unit + 1)?;
    match first.kind {
        UnitKind::Grid(grid) => {
            let rows = &x.outline.grids[grid].rows;
            let place = x.outline.blocks[rows.first()?.block].body;
            Listed::of(rows.len(), place.into())
        }
        UnitKind::Item if first.section == units[unit].section => {
            Listed::of(items(&units[unit + 1..]), first.flow.spans(0..first.flow.len()))
        }
        _ => None,
    }
}

/// How many items of the first one's level and kind stand in a row; what is nested in one of them, or goes on with it,
/// belongs to it.
fn items(units: &[Unit]) -> usize {
    let first = &units[0];
    let number = |u: &Unit| u.number().and_then(|n| n.value.parse::<u32>().ok());
    let numbered = first.number().is_some();
    let (mut count, mut last) = (0, None);
    for (i, unit) in units.iter().enumerate() {
        let next = units.get(i + 1);
        match unit.kind {
            UnitKind::Item if unit.section != first.section || unit.level < first.level => break,
            UnitKind::Item if unit.level > first.level || unit.number().is_some() != numbered && numbered => {}
            UnitKind::Item => {
                let again = number(unit) == Some(1) && last.is_some();
                if again || unit.number().is_some() != numbered {
                    break;
                }
                last = number(unit).or(last);
                count += 1;
            }
            UnitKind::Paragraph if goes_on(next, last, numbered) => {}
            _ => break,
        }
    }
    count
}

/// Whether a numbered list goes on behind a paragraph.
fn goes_on(next: Option<&Unit>, last: Option<u32>, numbered: bool) -> bool {
    let number = next.filter(|u| u.kind == UnitKind::Item).and_then(|u| u.number());
    numbered && number.and_then(|n| n.value.parse::<u32>().ok()).is_some_and(|n| Some(n) == last.map(|l| l + 1))
}

/// The longest enumeration inside a sentence that is counted, in bytes, and the most words of one of its parts.
const LONGEST: usize = 400;
const WORDS: usize = 9;

/// The parts of an enumeration inside a sentence: by its marks `(a)`, its semicolons or its commas.
pub(super) fn inline(text: &str, lexicon: &Lexicon) -> Option<Listed> {
    let text = text.trim().trim_end_matches('.');
    if text.len() > LONGEST || text.contains([':', '"', '\u{201c}']) {
        return None;
    }
    let marks = marks(text);
    if marks > 1 {
        return Listed::of(marks, Spans::NONE);
    }
    let and = lexicon.list(List::And);
    let separator = if text.contains(';') { ';' } else { ',' };
    let parts: Vec<&str> = text.split(separator).map(str::trim).filter(|p| !p.is_empty()).collect();
    let joins = |part: &str| and.find_iter(part).filter(|(at, _)| at.start > 0).count();
    let long = |p: &str| p.split(' ').count() > WORDS;
    let last = parts.last()?;
    let more: usize = parts.iter().map(|p| joins(p)).sum();
    if more + parts.len() < 2 || separator == ',' && (parts.iter().any(|p| long(p)) || text.contains('(')) {
        return None;
    }
    // `a, b and c`: the last comma part holds two, unless `and` opens it or stands inside a name.
    let least = parts.len() + usize::from(separator == ',' && parts.len() > 1 && joins(last) > 0 && more == joins(last));
    let most = parts.len() + more;
    Some(Listed { counts: (least.min(most)..=most).collect(), place: Spans::NONE })
}

/// How many marks `(a)`, `(i)`, `(1)`, `a)` a text has.
fn marks(text: &str) -> usize {
    let closed = text.split(')').filter(|p| p.len() < text.len());
    let is_mark = |p: &&str| {
        let label = p.rsplit(['(', ' ']).next().unwrap_or("");
        !label.is_empty() && label.len() <= 4 && label.chars().all(|c| c.is_ascii_digit() || "abcdefghivx".contains(c))
    };
    closed.filter(is_mark).count()
}

/// What headings and titles of the programme say of the nouns in them.
pub(super) struct Titles<'x> {
    /// By the noun that ends a short heading, its sections.
    sections: HashMap<String, Vec<&'x Section<'x>>>,
    /// By the noun that opens a title, the numbers behind it, and where the first of them stands.
    numbers: HashMap<String, (BTreeSet<String>, Spans)>,
}

impl<'x> Titles<'x> {
    /// Those of a report.
    pub(super) fn of(x: &'x Extraction<'x>) -> Titles<'x> {
        let mut titles = Titles { sections: HashMap::new(), numbers: HashMap::new() };
        for section in &x.outline.sections {
            let title = section.title.as_str();
            if title.split(' ').count() <= 4 {
                let noun = super::singular(title.rsplit(' ').next().unwrap_or(""));
                titles.sections.entry(noun).or_default().push(section);
            }
        }
        for row in &x.data.agenda {
            titles.add(&row.title.value, || row.title.spans.clone());
        }
        for section in &x.outline.sections {
            let heading = &section.heading;
            titles.add(heading.as_str(), || heading.spans(0..heading.len()));
        }
        titles
    }

    fn add(&mut self, title: &str, place: impl FnOnce() -> Spans) {
        if let Some((noun, number)) = label(title) {
            let (numbers, first) = self.numbers.entry(noun).or_default();
            numbers.insert(number);
            if *first == Spans::NONE {
                *first = place();
            }
        }
    }

    /// The one list under the one heading that is the noun in the plural, such as RECOMMENDATIONS.
    pub(super) fn section_of(&self, x: &Extraction, unit: usize, noun: &str) -> Option<Listed> {
        let [section] = self.sections.get(noun)?.as_slice() else {
            return None;
        };
        let units = x.outline.units.get(section.all.clone())?;
        let first = units.iter().position(|u| u.kind == UnitKind::Item)?;
        let end = first + items_span(&units[first..]);
        let only = !units[end..].iter().any(|u| u.kind == UnitKind::Item || matches!(u.kind, UnitKind::Heading(_)));
        let place = units[first].flow.spans(0..units[first].flow.len());
        let other_section = !section.all.contains(&unit) || first > 0;
        Listed::of(items(&units[first..]), place).filter(|l| only && other_section && l.counts.iter().all(|n| *n > 1))
    }

    /// The parts of the programme or the body that bear the noun and a number: `Session 1`, `Panel 2`.
    pub(super) fn labelled(&self, noun: &str) -> Option<Listed> {
        let (numbers, place) = self.numbers.get(noun)?;
        Listed::of(numbers.len(), place.clone())
    }
}

/// How many units, from the first item on, the list takes.
fn items_span(units: &[Unit]) -> usize {
    let rest = units.iter().position(|u| u.kind != UnitKind::Item);
    rest.unwrap_or(units.len())
}

/// The noun at the head of a title, in the singular, and the number behind it.
fn label(title: &str) -> Option<(String, String)> {
    let mut words = title.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    let (head, number) = (words.next()?, words.next()?);
    let is_number = number.len() <= 4 && number.chars().any(|c| c.is_ascii_digit() || "IVX".contains(c));
    is_number.then(|| (super::singular(head), number.to_lowercase()))
}
