//! Numbers that their surroundings show to number or name something: of versions, years, references, code, accounts.

use super::titles;
use crate::lexicon::{Lexicon, List, Map};
use crate::value::quantity::{Kind, Quantity};

/// Whether a quantity of a text is no number of the world.
pub(super) fn is_mark(q: &Quantity, text: &str, lexicon: &Lexicon) -> bool {
    let (before, behind) = (&text[..q.span.start], &text[q.span.end..]);
    let nameless = q.unit.is_empty();
    let count = q.kind == Kind::Count;
    in_code(before)
        || count && (nameless && (is_year(q, text) || sums_up(before)) || is_version(q, text))
        || count && (is_clock(q, text, lexicon) || is_numbered_name(before, lexicon))
        || q.kind == Kind::Fraction
            && text[q.span.clone()].contains('/')
            && is_reference(q, before, behind)
        || is_lettered(q, text, lexicon)
        || before.trim_end().ends_with("PDF")
        || count && (is_day(behind, lexicon) || is_hour(q, behind, lexicon))
        || is_symbol(&text[q.span.clone()])
        || titles::is_quoted(text, &q.span)
        || titles::is_cited(before)
        || q.kind == Kind::Duration && lasts(&text[q.span.clone()], behind, lexicon)
}

/// `paragraph 25k`: the letter behind the number is no unit.
fn is_lettered(q: &Quantity, text: &str, lexicon: &Lexicon) -> bool {
    let printed = text[q.span.clone()].as_bytes();
    let [digits @ .., letter] = printed else {
        return false;
    };
    let tight = !digits.is_empty() && digits.iter().all(u8::is_ascii_digit);
    let before = text[..q.span.start].trim_end_matches([' ', '\u{a0}', '.']);
    let labels = [List::QuantityLabel, List::QuantityLabelShort];
    tight
        && letter.is_ascii_lowercase()
        && before.len() < q.span.start
        && labels.iter().any(|&l| lexicon.list(l).ends(before))
}

/// `jueves tres de noviembre`: a day in words.
fn is_day(behind: &str, lexicon: &Lexicon) -> bool {
    let mut words = behind.split_whitespace();
    let of = lexicon.list(List::OutcomeOf);
    let month = words.find(|w| !of.is(w)).unwrap_or_default();
    let few = behind.split_whitespace().position(|w| w == month);
    few.is_some_and(|n| n <= 1) && lexicon.map(Map::Month).get(month).is_some()
}

/// `27 C/Resolution`: a paper's symbol, no degrees.
fn is_symbol(printed: &str) -> bool {
    let name = printed.rsplit_once('/').map_or("", |(_, name)| name);
    name.len() > 4 && name.starts_with(char::is_uppercase)
}

/// `parted at roughly 2140,`: a time of day.
fn is_clock(q: &Quantity, text: &str, lexicon: &Lexicon) -> bool {
    let printed = text[q.span.clone()].as_bytes();
    let four = printed.len() == 4 && printed.iter().all(u8::is_ascii_digit);
    if !four || q.value >= 2400.0 || q.value % 100.0 >= 60.0 {
        return false;
    }
    let at = lexicon.list(List::EventTimeAt);
    let before = text[..q.span.start].trim_end();
    let last = before.rfind(' ').map_or("", |i| &before[..i]);
    let behind = &text[q.span.end..];
    let ends = behind.is_empty() || behind.starts_with([',', '.', ';', ')']);
    ends && (at.ends(before) || at.ends(last))
}

/// `a las 2 de la tarde`, `9 heures du matin`: an hour and the part of the day.
fn is_hour(q: &Quantity, behind: &str, lexicon: &Lexicon) -> bool {
    let parts = lexicon.map(Map::PartOfDay);
    let small = lexicon.list(List::SmallWord);
    let mut words = behind.split([' ', ',', '.', ';']).filter(|w| !w.is_empty());
    let first = words.next().is_some_and(|w| small.is(w));
    let part = |w: &str| parts.get(w).is_some();
    q.value < 25.0 && first && words.take(2).find(|w| !small.is(w)).is_some_and(part)
}

/// `Proposal 25-94`, `Group of 77`: the number belongs to a name.
fn is_numbered_name(before: &str, lexicon: &Lexicon) -> bool {
    let name = before.trim_end();
    if name.len() < before.len() {
        let named = lexicon.list(List::StatisticNamed);
        let start = name.len()
            - name
                .rsplit(' ')
                .take(3)
                .map(|w| w.len() + 1)
                .sum::<usize>()
                .min(name.len());
        return named.find(&name[start..]).is_some_and(|r| {
            start + r.end == name.len() && name[start + r.start..].starts_with(char::is_uppercase)
        });
    }
    let Some(head) = before.strip_suffix(['-', '\u{2013}']) else {
        return false;
    };
    let word = head.trim_end_matches(|c: char| c.is_ascii_digit());
    let label = word.trim_end().rsplit(' ').next().unwrap_or_default();
    word.len() < head.len()
        && word.ends_with(' ')
        && label.starts_with(char::is_uppercase)
        && lexicon.list(List::QuantityLabelPaper).is(label)
}

/// `4 day workshop`: how long it was to last.
fn lasts(printed: &str, behind: &str, lexicon: &Lexicon) -> bool {
    let next = behind.trim_start();
    next.len() < behind.len()
        && !printed.ends_with('s')
        && lexicon.list(List::EventNoun).starts(next).is_some()
}

/// No code in running text has more bytes.
const CODE: usize = 200;

/// Behind a backtick that opens: one with a blank or a sign before it.
fn in_code(before: &str) -> bool {
    let near = before.len().saturating_sub(CODE);
    let Some(tick) = memchr::memrchr(b'`', &before.as_bytes()[near..]) else {
        return false;
    };
    let outside = before[..near + tick].trim_end_matches('`');
    let free = |c: char| c.is_whitespace() || matches!(c, '(' | '[' | '"' | '/' | ':' | '=');
    outside.is_empty() || outside.ends_with(free)
}

/// `ICRC 2015`, `l'an deux mil trois`: nothing is counted.
fn is_year(q: &Quantity, text: &str) -> bool {
    let printed = &text[q.span.clone()];
    let plain = !printed.contains([',', ' ', '.', '\u{a0}'])
        || !printed.contains(|c: char| c.is_ascii_digit());
    (1900.0..2100.0).contains(&q.value) && q.value.fract() == 0.0 && plain
}

/// `V8 6.5.`: a number with a point behind a name.
fn is_version(q: &Quantity, text: &str) -> bool {
    let printed = &text[q.span.clone()];
    let word = text[..q.span.start]
        .trim_end()
        .rsplit(' ')
        .next()
        .unwrap_or_default();
    let sign = |c: char| c.is_alphanumeric() || c == '&';
    let named = word.contains(char::is_uppercase) && word.chars().all(sign);
    let behind = &text[q.span.end..];
    // `R&T 3.1 reeds`
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    let round = printed.ends_with(".0") && capitals > 1;
    let ends = behind.is_empty() || behind.starts_with(['.', ',', ';', ')']);
    printed.contains('.') && named && (round || q.unit.is_empty() && ends)
}

/// `Expenditure = 2 033 729.68`
fn sums_up(before: &str) -> bool {
    before.trim_end().ends_with('=')
}

/// `Question 4/16`, `1/10` alone on a line: a reference, not a part of a whole.
fn is_reference(q: &Quantity, before: &str, behind: &str) -> bool {
    let word = before.trim_end().rsplit(' ').next().unwrap_or_default();
    let named = word.starts_with(char::is_uppercase) && before.trim_end().contains(' ');
    let first = word.starts_with(char::is_uppercase) && word.len() > 5;
    let of = behind.trim_start().starts_with("of ");
    let part = q.value > 0.0 && !of;
    part && (named || first || before.is_empty() && behind.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use crate::extract::{Options, extract};
    use crate::source::Source;

    #[test]
    fn numbers_of_papers_times_and_names_measure_nothing() {
        let rows = |body: &str| {
            let text = format!("# Report of the workshop\n\n{body}\n");
            let data = extract(&Source::from_text("t", &text), &Options::default());
            data.statistics.len()
        };
        for body in [
            "Rivers matter (paragraph 25k).",
            "Rivers matter (para. 25g).",
            "The Board recalled 27 C/Resolution 64 on rivers.",
            "The next is a 4 day workshop.",
            "The Board parted at roughly 2140, with thanks.",
            "Proposal 25-94 was read.",
            "The Group of 77 spoke of rivers.",
            "The W&M 2.0 metadata were read.",
            "The 2002 criteria were read.",
        ] {
            assert_eq!(rows(body), 0, "{body}");
        }
        assert_eq!(rows("The river is 25 km long."), 1);
        assert_eq!(rows("The group of 77 farmers came."), 1);
    }
}
