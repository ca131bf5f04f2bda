//! What a programme line is, by the words of its title: the first kind that has one of them.

use super::KINDS;
use crate::lexicon::{Lexicon, List};
use std::ops::Range;

/// The words of each kind but the last, in the order of [`KINDS`].
const WORDS: &[List] = &[
    List::KindRegistration,
    List::KindMeal,
    List::KindBreak,
    List::KindSocial,
    List::KindClosing,
    List::KindOpening,
    List::KindReportingBack,
    List::KindGroupWork,
    List::KindPanel,
    List::KindKeynote,
    List::KindPresentation,
    List::KindPlenary,
];

/// The kind of what no word says.
pub(super) const ANY: &str = KINDS[KINDS.len() - 1];

/// A title of more words than this is about coffee and not a pause for it.
const LONGEST_BREAK: usize = 5;

/// The kind of a title.
pub(super) fn kind(title: &str, lexicon: &Lexicon) -> &'static str {
    for (kind, list) in KINDS.iter().zip(WORDS) {
        let drinks = *list == List::KindBreak
            && title.split_whitespace().count() <= LONGEST_BREAK
            && lexicon.list(List::KindBreakShort).found_in(title);
        let mut words = lexicon.list(*list).find_iter(title);
        let fits = |word: &Range<usize>| {
            !is_inside(word, title, lexicon)
                && (*list != List::KindRegistration || !is_topic(word, title, lexicon))
        };
        if drinks || words.any(|(word, _)| fits(&word)) {
            return kind;
        }
    }
    ANY
}

/// Whether registration is what is talked about: `Registration of boats`, `Group work on civil registration`.
fn is_topic(word: &Range<usize>, title: &str, lexicon: &Lexicon) -> bool {
    let before = &title[..word.start];
    let work = lexicon.list(List::KindGroupWork).starts(before).is_some();
    work || is_of_things(&title[word.end..], lexicon)
}

/// Whether what is registered are no people: `Registration of boats`.
fn is_of_things(rest: &str, lexicon: &Lexicon) -> bool {
    let of = lexicon.list(List::QuantityOf).starts(rest.trim_start());
    let people = [List::HeadingParticipants, List::HeadingCategory];
    of.is_some() && !people.iter().any(|l| lexicon.list(*l).found_in(rest))
}

/// Whether a word is part of a longer one of another kind: the break of `break-out groups`.
fn is_inside(word: &Range<usize>, title: &str, lexicon: &Lexicon) -> bool {
    let around =
        |r: Range<usize>| r.len() > word.len() && r.start <= word.start && r.end >= word.end;
    WORDS
        .iter()
        .any(|list| lexicon.list(*list).find_iter(title).any(|(r, _)| around(r)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lang;

    #[test]
    fn the_first_kind_that_fits_wins() {
        for (title, expected) in [
            ("Welcome coffee and registration", "registration"),
            ("Networking lunch", "meal"),
            ("Tea break", "break"),
            ("Coffee", "break"),
            (
                "What coffee growers in the hills told the survey",
                "session",
            ),
            ("Breakout groups", "group_work"),
            ("Break-out groups", "group_work"),
            ("Break Out Session 1: Ponds", "group_work"),
            ("Boat tour to the creeks", "social"),
            ("Way forward and closing remarks", "closing"),
            ("Welcome to the panel", "opening"),
            ("Reporting back from the panels", "reporting_back"),
            ("Group discussion: seed", "group_work"),
            ("Panel: presentations of the cities", "panel"),
            ("Keynote: a presentation", "keynote"),
            ("Presentation of results", "presentation"),
            ("Plenary", "plenary"),
            ("Election of officers", "session"),
            ("Registration of participants", "registration"),
            ("Registration of small boats", "session"),
            ("Welcome and tour de table", "opening"),
            ("Reports of the working groups", "reporting_back"),
        ] {
            assert_eq!(kind(title, Lang::En.lexicon()), expected, "{title}");
        }
    }
}
