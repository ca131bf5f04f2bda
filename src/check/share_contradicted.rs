//! A share that its own stated parts contradict.

use super::Rule;
use crate::extract::Extraction;
use crate::lexicon::{Lang, Lexicon, List};
use crate::outline::Grid;
use crate::tables::findings::FindingRow;
use crate::tables::statistics::Statistic;
use crate::value::number;
use crate::value::quantity::{self, Form, Kind, Qualifier, Quantity};
use std::ops::Range;

pub(super) const RULE: Rule = Rule {
    name: "share-contradicted",
    severity: "warning",
    summary: "states a share that its own stated parts contradict",
    why: "the share, the part or the whole is wrong",
    example: "12 of the 40 stations (45%)",
    misses: "parts and wholes that stand more than a sentence away from their share",
    check,
};

/// How far apart a part and its share may stand, in bytes.
const NEAR: usize = 80;

/// Points of a percentage by which rounding alone may move a share.
const ROUNDING: f64 = 1.01;

/// A part, the whole it is of, and so its share in percent.
struct Parts {
    printed: String,
    percent: f64,
}

fn check(x: &Extraction) -> Vec<FindingRow> {
    let rows = &x.data.statistics;
    let is_share = |r: &Statistic| matches!(r.kind.value, Some("percentage" | "fraction")) && r.value_max.is_empty();
    let shares = (0..rows.len()).filter(|&i| is_share(&rows[i]));
    let mut found: Vec<FindingRow> = shares.filter_map(|i| contradicted(x, i)).collect();
    found.extend(x.outline.grids.iter().flat_map(|g| columns(x, g)));
    found
}

fn contradicted(x: &Extraction, i: usize) -> Option<FindingRow> {
    let row = &x.data.statistics[i];
    let sentence = row.sentence.value.as_str();
    let all = quantity::read(sentence, x.lexicon.lang());
    let share = all.iter().find(|q| sentence[q.span.clone()] == row.as_printed.value)?;
    if share.form == Form::Proportion {
        return None;
    }
    let text = Text { sentence, all: &all, lexicon: x.lexicon, before: whole_before(x, i) };
    let parts = text.parts(share)?;
    let stated = if share.kind == Kind::Fraction { share.value * 100.0 } else { share.value };
    if !differs(share, stated, parts.percent) {
        return None;
    }
    let message = format!("{} is stated, but {} is {:.1}%", row.as_printed.value, parts.printed, parts.percent);
    let other = (0..x.data.statistics.len()).find(|&o| o != i && x.data.statistics[o].sentence.spans == row.sentence.spans);
    let finding = RULE.finding(message).about::<Statistic>(i).column("value").at(row.value.spans.clone());
    Some(match other {
        Some(other) => finding.other::<Statistic>(other),
        None => super::compared_with(x, finding, &row.sentence.spans),
    })
}

/// Whether a stated share is further from the true one than its qualifier and rounding allow.
fn differs(share: &Quantity, stated: f64, truth: f64) -> bool {
    let rough = if share.kind == Kind::Fraction { 2.5 } else { ROUNDING };
    match share.qualifier {
        Qualifier::Exact => (stated - truth).abs() > rough,
        Qualifier::About => (stated - truth).abs() > 5.0,
        Qualifier::MoreThan | Qualifier::AtLeast => truth < stated - rough,
        Qualifier::LessThan | Qualifier::AtMost => truth > stated + rough,
    }
}

/// The count that the sentence before a row's counts, where the row's own sentence speaks of those things.
fn whole_before(x: &Extraction, i: usize) -> Option<f64> {
    let row = &x.data.statistics[i];
    x.lexicon.list(List::ShareThese).starts(&row.sentence.value)?;
    let place = row.sentence.spans.cover()?;
    let before = x.data.statistics[..i].iter().rev().find(|r| r.sentence.spans != row.sentence.spans)?;
    let near = before.sentence.spans.cover().is_some_and(|b| b.end <= place.start && place.start - b.end < 4);
    before.value.value.filter(|_| near && before.kind.value == Some("count"))
}

/// A sentence with its quantities.
struct Text<'a> {
    sentence: &'a str,
    all: &'a [Quantity],
    lexicon: &'a Lexicon,
    before: Option<f64>,
}

impl Text<'_> {
    /// What the sentence says the share is made of.
    fn parts(&self, share: &Quantity) -> Option<Parts> {
        self.named_before(share).or_else(|| self.bracketed(share)).or_else(|| self.summed(share))
    }

    fn counts(&self, within: Range<usize>) -> Vec<&Quantity> {
        let counts = self.all.iter().filter(|q| q.kind == Kind::Count && q.value_max.is_none());
        counts.filter(|q| within.start <= q.span.start && q.span.end <= within.end).collect()
    }

    fn is_whole(&self, count: &Quantity) -> bool {
        let text = self.sentence[..count.span.start].trim_end();
        !text.ends_with(|c: char| !c.is_alphanumeric()) && self.lexicon.list(List::ShareOf).ends(text)
    }

    /// `12 of the 40 stations (45%)`, `Of 40 stations, 12, or 45%, ...`.
    fn named_before(&self, share: &Quantity) -> Option<Parts> {
        let text = &self.sentence[..share.span.start];
        let bracket = text.rfind('(').filter(|&at| text.len() - at <= 24 && !text[at..].contains([')', ';']));
        let equals = || self.lexicon.list(List::ShareEquals).ends(text.trim_end_matches([' ', '('])).then_some(text.len());
        let end = bracket.or_else(equals)?;
        let near = end.saturating_sub(NEAR);
        let proportion = self.all.iter().rev().find(|q| q.form == Form::Proportion && q.span.end <= end);
        let counts = self.counts(0..end);
        let last = counts.last().copied().filter(|c| c.span.end > near);
        if let Some(p) = proportion.filter(|p| p.span.end > near && last.is_none_or(|c| c.span.end <= p.span.end)) {
            let printed = self.sentence[p.span.clone()].to_string();
            return Some(Parts { printed, percent: p.value * 100.0 });
        }
        let last = last?;
        let earlier = &counts[..counts.len() - 1];
        match earlier.last().filter(|_| self.is_whole(last)) {
            Some(part) => parts(part.value, last.value),
            None => {
                let whole = earlier.iter().rev().find(|c| self.is_whole(c)).map(|c| c.value);
                parts(last.value, whole.or(self.before)?)
            }
        }
    }

    /// `45% of the 40 stations (12)`, `45% are women (12 of 40)`.
    fn bracketed(&self, share: &Quantity) -> Option<Parts> {
        let rest = &self.sentence[share.span.end..];
        let open = rest.find('(').filter(|&at| at <= NEAR)?;
        let close = rest[open..].find(')')? + open;
        let inside = &rest[open + 1..close];
        let mut numbers = numbers(inside, self.lexicon.lang());
        let part = numbers.next().filter(|_| !inside.contains('%'))?;
        match (numbers.next(), self.counts(share.span.end..share.span.end + open).last()) {
            (Some(whole), None) if self.is_ratio(inside) => parts(part, whole),
            (None, Some(whole)) if self.is_whole(whole) => parts(part, whole.value),
            _ => None,
        }
    }

    /// Whether nothing but `of` or a stroke stands between the two numbers in brackets.
    fn is_ratio(&self, inside: &str) -> bool {
        let between: &str = inside.trim_matches(|c: char| !c.is_ascii_digit());
        let words = between.trim_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
        matches!(words.trim(), "/" | "out of") || self.lexicon.list(List::ShareOf).is(words)
    }

    /// `20 women and 25 men, 60% of them women`: the share is of the two together.
    fn summed(&self, share: &Quantity) -> Option<Parts> {
        let measure = &self.sentence[share.measure.clone()?];
        let counts = self.counts(0..self.sentence.len());
        let pair = counts.windows(2).find(|w| self.are_joined(w[0], w[1]))?;
        // Where more is counted than the two and their sum, the whole may be any of it.
        let known = [pair[0].value, pair[1].value, pair[0].value + pair[1].value];
        if counts.iter().any(|c| !known.contains(&c.value)) {
            return None;
        }
        let noun = |q: &Quantity| q.measure.clone().map_or("", |m| &self.sentence[m]);
        let part = pair.iter().find(|q| !noun(q).is_empty() && noun(q) == measure)?;
        parts(part.value, pair[0].value + pair[1].value)
    }

    fn are_joined(&self, a: &Quantity, b: &Quantity) -> bool {
        let between = &self.sentence[a.span.end..b.span.start];
        let and = self.lexicon.list(List::And);
        between.len() < 40 && and.ends(between.trim_end()) && !between.contains([',', ';', ':'])
    }
}

fn parts(part: f64, whole: f64) -> Option<Parts> {
    let printed = format!("{part} of {whole}");
    (whole > 0.0 && part <= whole).then(|| Parts { printed, percent: 100.0 * part / whole })
}

/// The numbers that a text prints in digits or words, one word each.
fn numbers(text: &str, lang: Lang) -> impl Iterator<Item = f64> {
    let words = text.split([' ', '/', '\u{a0}']).map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()));
    words.filter_map(move |w| number::parse(w, lang))
}

/// Rows of a table whose share is not that of their number, where every other row's is.
fn columns(x: &Extraction, grid: &Grid) -> Vec<FindingRow> {
    let lang = x.lexicon.lang();
    let rows = &grid.rows;
    let percent = |r: usize, c: usize| number::parse(rows[r].text(c).strip_suffix('%')?.trim(), lang);
    let count = |r: usize, c: usize| number::parse(rows[r].text(c), lang);
    let Some(shares) = (1..grid.width).find(|&c| rows.len() >= 3 && (0..rows.len()).all(|r| percent(r, c).is_some())) else {
        return Vec::new();
    };
    let numbers = (1..grid.width).find(|&c| c != shares && (0..rows.len()).all(|r| count(r, c).is_some()));
    let Some(numbers) = numbers else {
        return Vec::new();
    };
    let told: Vec<(f64, f64)> = (0..rows.len()).filter_map(|r| Some((count(r, numbers)?, percent(r, shares)?))).collect();
    let sum: f64 = told.iter().map(|(n, _)| n).sum();
    let total = told.iter().find(|(n, p)| *p == 100.0 && (sum - n - n).abs() < 0.5);
    let whole = total.map_or(sum, |(n, _)| *n);
    let wrong: Vec<usize> = (0..told.len()).filter(|&r| (100.0 * told[r].0 / whole - told[r].1).abs() > ROUNDING).collect();
    match wrong.as_slice() {
        [r] if whole > 0.0 => {
            let message = format!("{}% is stated, but {} of {whole} is {:.1}%", told[*r].1, told[*r].0, 100.0 * told[*r].0 / whole);
            let place = |r: usize| x.outline.blocks[rows[r].block].body;
            let other = if *r + 1 == rows.len() { 0 } else { rows.len() - 1 };
            vec![super::compared_with(x, RULE.finding(message).at(place(*r)), &place(other).into())]
        }
        _ => Vec::new(),
    }
}
