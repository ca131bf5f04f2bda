//! How the lines of a whole report print times, where one line alone would not tell.

use super::who::Who;
use crate::lexicon::List;
use crate::outline::{Grid, Outline, Unit};
use crate::value::person::is_given_name;
use crate::value::place::country;
use crate::value::time::{Clock, TimeSpan, time_at};
use std::ops::Range;

/// The lines of a source that show a habit: behind blanks, bullets and the bars of a table a digit or a square bracket.
pub(super) fn telling(source: &str) -> Vec<&str> {
    let blank = |c: char| c.is_whitespace() || matches!(c, '|' | '-' | '*' | '\u{2022}');
    let tells = |line: &&str| {
        let text = line.trim_start_matches(blank);
        text.starts_with(|c: char| c.is_ascii_digit() || c == '[')
    };
    source.lines().filter(tells).collect()
}

/// Whether lines of the report begin with times of four digits: `0930 Opening` and no count. Two early ones say so, or
/// one and later ones behind it.
pub(super) fn is_compact(outline: &Outline) -> bool {
    let clock = |u: &Unit| {
        let parted = !u.text().as_bytes().get(4)?.is_ascii_alphanumeric();
        compact_clock(u.text()).filter(|_| parted)
    };
    let clocks: Vec<u32> = outline.units.iter().filter_map(clock).collect();
    let early = clocks.iter().filter(|c| **c < 1000).count();
    let first = clocks.iter().position(|c| *c < 1000).unwrap_or(0);
    let rising = clocks[first..].windows(2).take_while(|w| w[0] < w[1]);
    let first_column = |g: &Grid| is_compact_column(g.rows.iter().map(|r| r.text(0)), false);
    early >= 2
        || early == 1 && rising.count() >= LEAST_RISING
        || outline.grids.iter().any(first_column)
}

/// So many clocks behind an early one rise.
const LEAST_RISING: usize = 2;

/// The four digits that a text begins with, where they may be a clock of a day's programme: `0930`.
fn compact_clock(text: &str) -> Option<u32> {
    let digits = text.as_bytes().get(..4)?;
    let clock = digits.iter().all(u8::is_ascii_digit)
        && digits[2] < b'6'
        && matches!(digits[3], b'0' | b'5');
    let value = text.get(..4)?.parse().ok();
    value.filter(|v| clock && (600..2400).contains(v))
}

/// Whether the cells of a column without a head are clocks of four digits and nothing else: the first early, the others
/// rising from it, as no years do. In a report that prints times so, two are enough.
pub(super) fn is_compact_column<'t>(cells: impl Iterator<Item = &'t str>, habit: bool) -> bool {
    let clock = |text: &str| compact_clock(text).filter(|_| text.len() == 4);
    let clocks: Option<Vec<u32>> = cells.filter(|t| !t.is_empty()).map(clock).collect();
    clocks.is_some_and(|clocks| {
        clocks.len() > if habit { 1 } else { LEAST_RISING }
            && clocks[0] < 1000
            && clocks.windows(2).all(|w| w[0] < w[1])
    })
}

/// Whether titles behind times begin with small letters: `10h30 présentation du budget`. Some lines must have a capital
/// there, as no sentences in a row would.
pub(super) fn is_small(outline: &Outline, who: &Who) -> bool {
    let (mut small, mut capital) = (0, 0);
    for unit in &outline.units {
        let text = unit.text();
        if !text.starts_with(|c: char| c.is_ascii_digit()) || text.len() > LONGEST_SMALL {
            continue;
        }
        let Some(behind) = time_at(text, who.lang).and_then(|(len, _)| text.get(len..)) else {
            continue;
        };
        let title = behind.trim_start_matches([' ', ':', '-', '\u{2013}']);
        small += usize::from(title.starts_with(char::is_lowercase));
        capital += usize::from(title.starts_with(char::is_uppercase));
    }
    small >= 3 && capital >= 1
}

/// So many lines with a start and an end that only a blank parts are a habit.
const SPACED: usize = 3;

/// Whether lines begin with two clocks that only blanks part, the later behind: `9:00 9:30 Opening`. Most lines that begin
/// with a clock must.
pub(super) fn is_spaced(lines: &[&str]) -> bool {
    let (mut all, mut two) = (0, 0);
    for line in lines.iter().map(|l| l.trim_start()) {
        let Some((len, start)) = signed_clock(line) else {
            continue;
        };
        all += 1;
        let behind = line[len..].trim_start_matches([' ', '\t', '\u{a0}']);
        let apart = behind.len() < line.len() - len;
        let end = signed_clock(behind).filter(|(_, end)| apart && *end > start);
        // What is no more than clocks is the row of a timetable.
        let titled = |len: usize| {
            let title = behind[len..].trim_start();
            title.is_empty() || title.starts_with(|c: char| !c.is_ascii_digit())
        };
        two += usize::from(end.is_some_and(|(len, _)| titled(len)));
    }
    two >= SPACED && two * 2 > all
}

/// The clock with two digits behind a sign that a text begins with: its bytes, and its minutes.
pub(super) fn signed_clock(text: &str) -> Option<(usize, u32)> {
    let bytes = text.as_bytes();
    let hours = bytes
        .iter()
        .take(3)
        .take_while(|b| b.is_ascii_digit())
        .count();
    let sign = bytes.get(hours).filter(|b| matches!(b, b':' | b'.' | b'h'));
    let minutes = bytes.get(hours + 1..hours + 3)?;
    let digits = minutes.iter().all(u8::is_ascii_digit);
    let closed = bytes
        .get(hours + 3)
        .is_none_or(|b| !b.is_ascii_alphanumeric() && *b != b'.');
    let fits = (1..=2).contains(&hours) && sign.is_some() && digits && closed;
    let hour: u32 = text.get(..hours).filter(|_| fits)?.parse().ok()?;
    let minute: u32 = text.get(hours + 1..hours + 3)?.parse().ok()?;
    (hour < 24 && minute < 60).then_some((hours + 3, hour * 60 + minute))
}

/// So many ranges of four digits that follow on each other are clocks.
const CHAINED: usize = 3;

/// Whether ranges of four digits that are clocks go on into hours which look like years: `1840-1900`, then `1900-1915`.
pub(super) fn is_evening(lines: &[&str], who: &Who) -> bool {
    let (mut chained, mut clocks, mut years, mut last) = (0, 0, 0, None);
    for line in lines {
        let text = line.trim_start_matches(['|', ' ', '-', '*', '\u{2022}', '\t']);
        let Some((_, span)) = evening(text, who) else {
            continue;
        };
        let clock = time_at(text, who.lang).is_some_and(|(_, s)| s.end.is_some());
        clocks += usize::from(clock);
        years += usize::from(!clock);
        chained += usize::from(last == Some(span.start));
        last = span.end;
    }
    clocks > 0 && years > 0 && chained >= CHAINED
}

/// The range of two clocks of four digits that a text begins with, whatever the hour: `1915-1930`.
pub(super) fn evening(text: &str, who: &Who) -> Option<(usize, TimeSpan)> {
    let clock = |t: &str| {
        let digits = t
            .get(..4)
            .filter(|d| d.bytes().all(|b| b.is_ascii_digit()))?;
        let alone = !t[4..].starts_with(|c: char| c.is_alphanumeric());
        let fives = alone && digits.ends_with(['0', '5']);
        fives.then(|| format!("{}:{}", &digits[..2], &digits[2..]))
    };
    let start = clock(text)?;
    let behind = text[4..].trim_start().strip_prefix(['-', '\u{2013}'])?;
    let behind = behind.trim_start();
    let end = clock(behind)?;
    let (_, span) = time_at(&format!("{start}-{end}"), who.lang)?;
    let later = span.end.is_some_and(|e| e.minutes() > span.start.minutes());
    later.then_some((text.len() - behind.len() + 4, span))
}

/// So many ranges of full hours of which each begins as one above ends are a habit.
const HOURS: usize = 3;

/// Whether lines begin with ranges of full hours that follow each other, among others with the sign of a time.
pub(super) fn is_in_hours(lines: &[&str], who: &Who) -> bool {
    let (mut chained, mut signed, mut last) = (0, false, None);
    for line in lines {
        let text = line.trim_start_matches([' ', '-', '*', '\u{2022}', '\t']);
        if !text.starts_with(|c: char| c.is_ascii_digit()) {
            continue;
        }
        if let Some((_, span)) = full_hours(text) {
            chained += usize::from(last == Some(span.start.hour % 12));
            last = span.end.map(|e| e.hour % 12);
        } else if let Some((_, span)) = time_at(text, who.lang) {
            signed |= signed_clock(text).is_some() || span.start_marked;
            last = span.end.map(|e| e.hour % 12);
        }
    }
    signed && chained >= HOURS
}

/// The range of full hours that a text begins with, its title behind a blank: `9-10 Opening`.
pub(super) fn full_hours(text: &str) -> Option<(usize, TimeSpan)> {
    let hour = |t: &str| {
        let len = t.bytes().take_while(u8::is_ascii_digit).count();
        let hour = t[..len].parse::<u8>().ok();
        hour.filter(|h| (1..=23).contains(h)).map(|h| (len, h))
    };
    let (len, start) = hour(text)?;
    let rest = text[len..].strip_prefix(['-', '\u{2013}'])?;
    let (more, end) = hour(rest)?;
    let title = rest[more..].strip_prefix(' ')?;
    let opens = |c: char| c.is_uppercase() || matches!(c, '"' | '\u{201c}');
    let lasts = (end % 12 + 12 - start % 12) % 12;
    let clock = |hour| Clock { hour, minute: 0 };
    let span = TimeSpan {
        start: clock(start),
        end: Some(clock(end)),
        start_marked: start > 12,
        end_marked: end > 12,
        clock24: start > 12 || end > 12,
        impossible_meridiem: false,
    };
    let fits = title.starts_with(opens) && (1..=4).contains(&lasts);
    fits.then_some((text.len() - title.len() - 1, span))
}

/// So many lines of a programme that end with initials and a surname are a habit.
const INITIALLED: usize = 2;

/// Whether lines that begin with a clock end with initials and a surname behind their title.
pub(super) fn is_initialled(lines: &[&str]) -> bool {
    let lines = lines.iter().map(|l| l.trim());
    let timed =
        lines.filter(|l| l.starts_with(|c: char| c.is_ascii_digit()) && l.len() <= LONGEST_SMALL);
    let named = timed.filter(|l| signed_clock(l).is_some() && initialled_end(l).is_some());
    named.take(INITIALLED).count() == INITIALLED
}

/// Where initials and a surname begin that a line ends with, no sign before them: `Maps of the coast A. B. Novak`. Behind a
/// small word or a lone name they belong to the title.
pub(super) fn initialled_end(line: &str) -> Option<usize> {
    let (head, surname) = line.rsplit_once(' ').filter(|(_, s)| is_surname(s))?;
    let is_initial = |w: &str| {
        let letters = w.split(['.', '-']).filter(|l| !l.is_empty());
        w.ends_with('.') && w.len() <= 6 && letters.clone().count() > 0 && {
            let mut letters = letters;
            letters.all(|l| l.chars().count() == 1 && l.chars().all(char::is_uppercase))
        }
    };
    let mut at = head.len() + 1;
    while let Some(word) = line[..at]
        .trim_end()
        .rsplit(' ')
        .next()
        .filter(|w| is_initial(w))
    {
        at = line[..at].trim_end().len() - word.len();
    }
    let title = line[..at].trim_end();
    let (before, last) = title.rsplit_once(' ')?;
    let joins = last.len() <= 3 && last.starts_with(char::is_lowercase);
    let whole = title.ends_with(|c: char| {
        c.is_alphanumeric() || matches!(c, ')' | '?' | '!' | '"' | '\u{201d}')
    });
    let initials = at < head.len() + 1;
    // `Annex A. Maps` counts, and an article or a given name takes the initials for its own.
    let counted = last.starts_with(char::is_uppercase) && before.trim().is_empty();
    let given = is_given_name(last) || matches!(surname.to_lowercase().as_str(), "annex" | "part");
    (initials && whole && !joins && !counted && !given).then_some(at)
}

/// The title of a document stands in so many units at its start.
const TITLE_PAGE: usize = 15;

/// Whether the document calls itself an agenda with annotations.
pub(super) fn is_annotated(outline: &Outline, who: &Who) -> bool {
    let annotated = who.lexicon.list(List::AgendaAnnotated);
    let agenda = who.lexicon.list(List::HeadingAgenda);
    outline.units.iter().take(TITLE_PAGE).any(|u| {
        let text = u.text();
        text.len() <= LONGEST_SMALL && annotated.found_in(text) && agenda.found_in(text)
    })
}

/// So many numbers on lines of their own count the items of an agenda.
const LONE: usize = 3;

/// Whether numbers on lines of their own count up from 1, a short text behind each.
pub(super) fn has_lone_numbers(outline: &Outline) -> bool {
    let number = |u: &Unit| {
        let text = u.text().trim_end_matches('.');
        let digits = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| text.parse::<usize>().ok()).flatten()
    };
    let mut next = 1;
    let mut most = 0;
    for two in outline.units.windows(2) {
        let title = two[1].text();
        let titled = title.len() <= LONGEST_SMALL && title.starts_with(char::is_uppercase);
        if number(&two[0]).is_some_and(|n| titled && (n == next || n == 1)) {
            next = if number(&two[0]) == Some(1) {
                2
            } else {
                next + 1
            };
            most = most.max(next - 1);
        }
    }
    most >= LONE
}

/// So many lines of surnames in square brackets are a habit.
const BRACKETED: usize = 4;

/// Whether lines that are nothing but square brackets hold surnames: `[Novak]`, `[Lind/Okoro]`.
pub(super) fn is_bracketed(lines: &[&str], who: &Who) -> bool {
    let lines = lines.iter().map(|l| l.trim());
    lines
        .filter(|l| in_brackets(l, who).is_some())
        .take(BRACKETED)
        .count()
        == BRACKETED
}

/// The surnames that a line in square brackets holds and nothing else, strokes between them; words for everyone may
/// stand among them.
pub(super) fn in_brackets(line: &str, who: &Who) -> Option<Range<usize>> {
    let inner = line.strip_prefix('[')?.strip_suffix(']')?;
    let parts = || inner.split('/').map(str::trim);
    let everyone = |t: &str| who.lexicon.list(List::AgendaEveryone).is(t);
    let all = parts().all(|t| everyone(t) || is_surname(t));
    (all && parts().any(|t| !everyone(t))).then(|| 1..1 + inner.len())
}

/// Whether a text is one word with a capital and small letters, and no country.
pub(crate) fn is_surname(text: &str) -> bool {
    let plain = |c: char| c.is_alphabetic() || matches!(c, '-' | '\'' | '\u{2019}');
    (3..=24).contains(&text.len())
        && text.starts_with(char::is_uppercase)
        && text.chars().all(plain)
        && text.contains(char::is_lowercase)
        && country(text).is_none()
}

/// A title in small letters with its time is no longer than this.
pub(super) const LONGEST_SMALL: usize = 160;

#[cfg(test)]
mod tests {
    use super::is_compact_column;

    #[test]
    fn clocks_of_four_digits_rise_from_an_early_one() {
        let told = |cells: &[&str]| is_compact_column(cells.iter().copied(), false);
        assert!(told(&["0830", "0915", "1045", "1300"]));
        for other in [
            &["2000", "2005", "2010"][..],
            &["0120", "0150", "0240"],
            &["0915", "0900", "1000"],
            &["0915", "1000"],
            &["0915", "Rope", "1000"],
        ] {
            assert!(!told(other), "{other:?}");
        }
    }
}
