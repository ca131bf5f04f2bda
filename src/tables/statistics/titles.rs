//! The numbers of headings that stand without a stop: `1 Opening`, `2 Remarks of the chair`.

use crate::extract::Extraction;
use crate::lexicon::List;
use crate::outline::UnitKind;
use foldhash::HashSet;

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
    fn versions_years_references_and_code_count_nothing() {
        let text = "Meeting of the Ponds\n\nThe main branch is on V8 6.5. Question 4/16 was dealt with, as at ICRC 2015 before. The sign is `width='300'` there. It has 40 ponds.\n\nBills to be paid:\nReed Supplies \u{a3}52.88\n";
        assert_eq!(printed(text), ["40"]);
    }
}
