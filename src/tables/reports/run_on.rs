//! Titles with what says where and when behind them on the same line, and titles that go on below.

use super::title::is_typed;
use crate::extract::{DateOrder, Extraction};
use crate::lexicon::List;
use crate::outline::Unit;
use crate::value::date::dates;
use crate::value::person::{Evidence, Known, looks_like_organisation};
use crate::value::place::{place, places};

/// A title in capitals has so many words before what follows in other letters.
const CAPITALS: usize = 3;
/// A title has more words than this.
const FEW: usize = 3;
/// A wrapped title's second line is no longer than this.
const SECOND_LINE: usize = 90;

/// Where a title ends behind which place and date go on in its line: `Forum on Ponds Town, Country, 4 May 2015`.
pub(super) fn cut(x: &Extraction, text: &str) -> Option<usize> {
    let order = x.options.date_order.unwrap_or(DateOrder::Dmy);
    let found = dates(text, x.lexicon.lang(), order);
    let day = found.iter().find(|(_, d)| d.start.day.is_some());
    let signs = [' ', ',', '(', '-', '\u{2013}'];
    let head = text[..day?.0.start].trim_end_matches(signs);
    let all = places(head);
    let (range, place) = all.last().filter(|(r, _)| r.end == head.len())?;
    let mut start = range.start;
    let long = |t: &str| t.split(' ').count() > FEW;
    if let Some(city) = place.city.as_ref().filter(|c| long(&head[(*c).clone()])) {
        // A town that no gazetteer has is the last word before the comma.
        start = city.start + head[city.clone()].rfind(' ')? + 1;
    }
    let before = head[..start].trim_end();
    let titled = x.lexicon.list(List::TitleWord).found_in(before);
    let small = x.lexicon.list(List::SmallWord);
    // `Meeting held in Town, Country, on 4 May` is a sentence.
    let told = x.lexicon.list(List::EventHeld).found_in(before)
        || before.ends_with([':', '.'])
        || small.is(before.rsplit(' ').next().unwrap_or(""));
    let end = capitals_end(before).unwrap_or(before.trim_end_matches(signs).len());
    // A comma parts the place from a meeting's name, however short.
    let meets = x.lexicon.list(List::EventNoun).found_in(before);
    let parted = meets && before.ends_with(',') && before.contains(' ');
    ((long(before) && titled || parted) && !told).then_some(end)
}

/// Where words in capitals end before others: `FORUM ON PONDS Town Hall`.
fn capitals_end(text: &str) -> Option<usize> {
    let (mut at, mut count) = (0, 0);
    for word in text.split(' ') {
        if word.contains(char::is_lowercase) {
            let title = text[..at].trim_end_matches([' ', ',', '-', '\u{2013}']);
            return (count >= CAPITALS).then_some(title.len());
        }
        at += word.len() + 1;
        count += 1;
    }
    None
}

/// Whether the line right below a title goes on with it: a comma ends the first, or both are in capitals, or the first
/// breaks off right behind what it is on; nothing in the second says that it is something else, and a blank follows.
pub(super) fn goes_on(x: &Extraction, line: &str, next: &Unit) -> bool {
    let text = next.text();
    if next.gap > 0 || text.len() > SECOND_LINE {
        return false;
    }
    let small = |t: &str| t.contains(char::is_lowercase);
    let shouted = !small(line) && !small(text) && text.split(' ').count() > 1;
    let titled = x.lexicon.list(List::TitleWord).found_in(line);
    let open = line.ends_with(',') || titled && (shouted || is_short_topic(x, line));
    let behind = x.outline.units.iter().find(|u| u.block > next.block);
    let apart = behind.is_none_or(|u| u.gap > 0);
    let sited = place(text).is_some_and(|p| p.city.is_some() || p.country.is_some());
    let typed = x.lexicon.list(List::TypeOnly).is(text) || is_typed(x, text);
    let dated = !dates(text, x.lexicon.lang(), DateOrder::default()).is_empty();
    let body = looks_like_organisation(text, x.lexicon.lang(), &Known::default());
    let sentence = text.ends_with(['.', ':', ';']);
    // Words in capitals look like short forms.
    let least = if shouted {
        Evidence::Strong
    } else {
        Evidence::Likely
    };
    open && apart && !sited && !typed && !dated && !sentence && body < least
}

/// `Regional Workshop on Soil`: one word behind the last small one is seldom all that a meeting is on.
fn is_short_topic(x: &Extraction, line: &str) -> bool {
    let mut words = line.rsplit(' ');
    let last = words.next().unwrap_or("");
    let before = words.next().unwrap_or("");
    last.len() > 2 && x.lexicon.list(List::EventTopic).is(before)
}
