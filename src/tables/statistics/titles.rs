//! The numbers of headings that stand without a stop: `1 Opening`, `2 Remarks of the chair`.

use crate::extract::Extraction;
use crate::lexicon::List;
use crate::outline::UnitKind;
use foldhash::HashSet;
use std::ops::Range;

/// A text longer than this is no heading.
const LONGEST: usize = 80;

/// No heading has a higher number.
const MOST: u32 = 60;

/// The numbers that begin short lines without a stop.
pub(super) fn numbers(x: &Extraction) -> HashSet<u32> {
    let lines = x
        .outline
        .units
        .iter()
        .filter(|u| u.kind == UnitKind::Paragraph);
    let found = lines.filter_map(|u| {
        let (number, title) = number(u.text())?;
        let known = x.lexicon.list(List::SectionWord).starts(title).is_some();
        // A known word tells by itself, as if the next were numbered, too.
        Some([Some(number), known.then_some(number + 1)])
    });
    found.flatten().flatten().collect()
}

/// Whether a line is one of several so numbered.
pub(super) fn is_one(text: &str, numbers: &HashSet<u32>) -> bool {
    number(text)
        .is_some_and(|(n, _)| numbers.contains(&(n + 1)) || n > 1 && numbers.contains(&(n - 1)))
}

/// The number and the title of a short line: a capital behind a blank, no stop at the end.
fn number(text: &str) -> Option<(u32, &str)> {
    let (digits, title) = text.split_once(' ')?;
    let number: u32 = digits.parse().ok().filter(|n| (1..=MOST).contains(n))?;
    let short = text.len() <= LONGEST && !text.ends_with(['.', '!', '?', ';', ':', '%']);
    (short && title.starts_with(char::is_uppercase)).then_some((number, title))
}

/// No title in quotation marks or behind a year has more bytes.
const CITED: usize = 160;

/// Whether a number stands in a title between quotation marks, whose words have capitals: \u{201c}25 Years of Reeds\u{201d}.
pub(super) fn is_quoted(text: &str, span: &Range<usize>) -> bool {
    let from = boundary(text, span.start.saturating_sub(CITED));
    let to = boundary(text, (span.end + CITED).min(text.len()));
    let (before, behind) = (&text[from..span.start], &text[span.end..to]);
    let opens = |c: char| matches!(c, '\u{201c}' | '"' | '\u{ab}');
    let closes = |c: char| matches!(c, '\u{201d}' | '"' | '\u{bb}');
    let Some(open) = before.rfind(|c| opens(c) || closes(c)).map(|i| from + i) else {
        return false;
    };
    let sign = text[open..].chars().next().unwrap_or(' ');
    // A straight mark opens behind a blank.
    let free = || !text[..open].ends_with(|c: char| !c.is_whitespace() && c != '(');
    if !opens(sign) || sign == '"' && !free() {
        return false;
    }
    let Some(close) = behind.find(closes).map(|i| span.end + i) else {
        return false;
    };
    let inner = &text[open + sign.len_utf8()..close];
    let long = inner
        .split([' ', '\u{a0}'])
        .filter(|w| w.len() > 3 && w.contains(char::is_alphabetic));
    let (all, big) = long.fold((0, 0), |(all, big), w| {
        (
            all + 1,
            big + usize::from(w.starts_with(char::is_uppercase)),
        )
    });
    inner.len() <= CITED && all > 1 && big == all && !inner.ends_with(['.', '!'])
}

/// The last place for a letter to begin at or before a byte.
fn boundary(text: &str, at: usize) -> usize {
    let places = (0..=at).rev();
    let mut fits = places.filter(|&i| text.is_char_boundary(i));
    fits.next().unwrap_or(0)
}

/// Whether a number stands in the title behind the year of a work: `Model, A. (2003). 101 Uses of Water.`
pub(super) fn is_cited(before: &str) -> bool {
    // The author and the year stand before the title.
    let from = boundary(before, before.len().saturating_sub(2 * CITED));
    let before = &before[from..];
    let Some(end) = before.rfind("). ") else {
        return false;
    };
    let (year, title) = (&before[..end], &before[end + 3..]);
    let digits = year.get(year.len().saturating_sub(5)..).unwrap_or_default();
    let dated = digits
        .strip_prefix('(')
        .is_some_and(|y| y.bytes().all(|b| b.is_ascii_digit()));
    // An author's initials stand before the year.
    let author = || {
        year.get(..year.len() - 5)
            .is_some_and(|a| a.trim_end().ends_with('.'))
    };
    dated && author() && title.len() <= CITED && !title.contains(". ")
}

#[cfg(test)]
mod tests {
    use crate::extract::{Options, extract};
    use crate::source::Source;

    fn printed(text: &str) -> Vec<String> {
        let data = extract(&Source::from_text("t", text), &Options::default());
        data.statistics
            .into_iter()
            .map(|s| s.as_printed.value)
            .collect()
    }

    #[test]
    fn headings_numbered_without_stops_count_nothing() {
        let report = "Meeting of the Ponds\n\n1 Opening of the meeting\n\nThe chair spoke for a while.\n\n2 Opening remarks\n\nThere are 40 ponds and 300 ducks.\n";
        assert_eq!(printed(report), ["40", "300"]);
    }

    #[test]
    fn titles_of_works_and_headings_in_capitals_count_nothing() {
        let text = "Meeting of the Ponds\n\nThe study \"Ninety Ponds: 25 Years of Reeds\" was read. Reed, A. (2003). 101 Uses of Water. It has 40 ponds.\n\n2072 RECORD OF THE LAST POND DAY\nThey were read.\n";
        assert_eq!(printed(text), ["40"]);
    }

    #[test]
    fn versions_years_references_and_code_count_nothing() {
        let text = "Meeting of the Ponds\n\nThe main branch is on V8 6.5. Question 4/16 was dealt with, as at ICRC 2015 before. The sign is `width='300'` there. It has 40 ponds.\n\nBills to be paid:\nReed Supplies \u{a3}52.88\n";
        assert_eq!(printed(text), ["40"]);
    }
}
