//! Places named in running text: conservative, and fast where there are none.

use super::cities::town;
use super::filter::FILTER;
use super::{Place, country, region};
use crate::lexicon::{Lang, List};
use crate::value::capitals::Capitals;
use crate::value::eight::{digits, letters, run_end};
use serde::Serialize;
use std::ops::{Deref, Range};

/// A place found in a text.
#[derive(Clone, Debug, Serialize, PartialEq, Eq)]
pub struct PlaceReading {
    /// First code point.
    pub start: usize,
    /// The code point after the last.
    pub end: usize,
    /// The place as printed.
    pub text: String,
    /// The city as printed, or empty.
    pub city: String,
    /// The region as printed, or empty.
    pub region: String,
    /// The country as printed, or empty.
    pub country: String,
    /// ISO 3166-1 alpha-2 code of the printed country, or empty.
    pub country_code: String,
}

/// A city alone must have as many people, or be after a preposition.
const KNOWN_BY_ITSELF: u32 = 500_000;
/// A city after a preposition must have as many people.
const KNOWN_IN_PLACE: u32 = 50_000;
/// No name has more words.
const WORDS: usize = 7;

/// Places named in running text, left to right, without overlap.
///
/// A country counts where no capitalised word joins it to a longer name; a city beside its country or region always,
/// after a preposition if it is a town of size, alone if it is a large one.
pub fn places(text: &str) -> Vec<(Range<usize>, Place)> {
    let mut found = Vec::new();
    let mut words = Capitals::new(text);
    while let Some(word) = words.next() {
        if !FILTER.may_start(text, word.clone()) {
            continue;
        }
        if let Some(place) = at(text, word.start) {
            let range = cover(&place, word.start);
            words.skip_to(range.end);
            found.push((range, place));
        }
    }
    found
}

/// The places of a text with code point offsets; a text that is a place as a whole is one reading.
pub fn readings(text: &str) -> Vec<PlaceReading> {
    let found = match super::place(text) {
        Some(place) => vec![(cover(&place, text.len()), place)],
        None => places(text),
    };
    if found.is_empty() {
        return Vec::new();
    }
    let mut points = crate::value::Points::new(text);
    let cell =
        |r: &Option<Range<usize>>| r.clone().map(|r| text[r].to_string()).unwrap_or_default();
    let mut reading = |(range, place): (Range<usize>, Place)| PlaceReading {
        start: points.at(range.start),
        end: points.at(range.end),
        text: text[range].to_string(),
        city: cell(&place.city),
        region: cell(&place.region),
        country: cell(&place.country),
        country_code: place.code.unwrap_or_default().to_string(),
    };
    found.into_iter().map(&mut reading).collect()
}

fn cover(place: &Place, at: usize) -> Range<usize> {
    let parts = [&place.city, &place.region, &place.country];
    let parts = parts.into_iter().flatten();
    parts.fold(at..at, |all, part| {
        let start = if all.is_empty() {
            part.start
        } else {
            all.start.min(part.start)
        };
        start..if all.is_empty() {
            part.end
        } else {
            all.end.max(part.end)
        }
    })
}

/// The longest place that starts at a word.
fn at(text: &str, start: usize) -> Option<Place> {
    let first = Ends::of(text, start, 2);
    let ends = match *first {
        [_, two] if FILTER.may_be(&text[start..two]) => Ends::of(text, start, WORDS),
        [one, ..] if one > start + 1 && !FILTER.may_be(&text[start..one]) => return None,
        [one, ..] => Ends::one(one),
        [] => return None,
    };
    let may = FILTER.may_be_named(text, start, &ends);
    let mut longest_first = ends.iter().enumerate().rev();
    longest_first.find_map(|(i, &end)| {
        let [country, city] = may.map(|may| may >> i & 1 == 1);
        let any = country || city;
        any.then(|| named(text, start..end, country, city))?
    })
}

/// The country or the city that stands at a range.
fn named(text: &str, range: Range<usize>, is_country: bool, is_city: bool) -> Option<Place> {
    let name = &text[range.clone()];
    if let Some(found) = is_country.then(|| country(name)).flatten() {
        let usual = is_free(text, &range)
            && !is_lone_word(text, &range, found.code)
            && !is_meeting(text, &range, found.code);
        return usual.then(|| Place {
            country: Some(range),
            code: Some(found.code),
            ..Place::default()
        });
    }
    let found = is_city.then(|| town(name)).flatten()?;
    let alone = Place {
        city: Some(range.clone()),
        ..Place::default()
    };
    if text[range.end..].starts_with(", ") | text[range.end..].starts_with(" (")
        && let Some(place) = beside(text, &range, &found.city()?, &alone)
    {
        return Some(place);
    }
    let common = Lang::En.lexicon().list(List::NotPlace).is(name);
    let led = is_led(text, range.start);
    if led && is_of_a_name(text, range.start) {
        return None;
    }
    let known = found.population()? >= if led { KNOWN_IN_PLACE } else { KNOWN_BY_ITSELF };
    (known && (led || !common) && is_free(text, &range) && name.chars().count() > 3)
        .then_some(alone)
}

/// `, Country`, ` (Country)`, `, Region, Country` behind a city.
fn beside(text: &str, range: &Range<usize>, found: &super::City, alone: &Place) -> Option<Place> {
    let rest = &text[range.end..];
    let lead = if rest.starts_with(", ") || rest.starts_with(" (") {
        2
    } else {
        return None;
    };
    let start = range.end + lead;
    let ends = Ends::of(text, start, WORDS);
    let [may, _] = FILTER.may_be_named(text, start, &ends);
    for (i, &end) in ends.iter().enumerate().rev() {
        let name = &text[start..end];
        let of = (may >> i & 1 == 1).then(|| country(name)).flatten();
        if let Some(of) =
            of.filter(|c| found.is_in(c.code) && region(name).is_none_or(|r| !found.is_in(r)))
        {
            return Some(Place {
                country: Some(start..end),
                code: Some(of.code),
                ..alone.clone()
            });
        }
        if region(name).is_some_and(|code| found.is_in(code)) {
            let state = Place {
                region: Some(start..end),
                ..alone.clone()
            };
            return beside(text, &(start..end), found, &state)
                .filter(|p| p.country.is_some())
                .or(Some(state));
        }
    }
    None
}

/// Ends of the phrases of one word, two words, ... that begin at a place, all on one line.
struct Ends {
    at: [usize; WORDS],
    count: usize,
}

impl Deref for Ends {
    type Target = [usize];

    fn deref(&self) -> &[usize] {
        &self.at[..self.count]
    }
}

impl Ends {
    fn one(end: usize) -> Ends {
        let mut at = [0; WORDS];
        at[0] = end;
        Ends { at, count: 1 }
    }

    /// Those of `most` words at most, and no more than [`WORDS`].
    fn of(text: &str, start: usize, most: usize) -> Ends {
        let mut ends = Ends {
            at: [0; WORDS],
            count: 0,
        };
        let mut at = start;
        while ends.count < most {
            let end = word_end(text, at);
            if end > at {
                ends.push(text, end);
            }
            match text.as_bytes().get(end) {
                Some(b' ') => at = end + 1,
                _ => break,
            }
        }
        ends
    }

    fn push(&mut self, text: &str, end: usize) {
        if let Some(place) = self.at.get_mut(self.count) {
            *place = trimmed(text, end);
            self.count += 1;
        }
    }
}

/// Where the letters, digits and marks of a name end that stand at a place.
fn word_end(text: &str, start: usize) -> usize {
    let is_mark = |c: char| matches!(c, '\'' | '’' | '.' | '&' | '-');
    let end = run_end(text.as_bytes(), start, |b| letters(b) | digits(b));
    match text.as_bytes().get(end) {
        None | Some(b' ' | b',') => end,
        _ => {
            let rest = text[end..].char_indices();
            let mut others = rest.skip_while(|(_, c)| c.is_alphanumeric() || is_mark(*c));
            others.next().map_or(text.len(), |(i, _)| end + i)
        }
    }
}

/// A full stop at the end is the sentence's unless the word has others; a possessive s is no part of the name.
fn trimmed(text: &str, end: usize) -> usize {
    let last = text.as_bytes()[end - 1];
    if !matches!(last, b's' | b'.' | b'\'') && last < 0x80 {
        return end;
    }
    let word = text[..end].rsplit(' ').next().unwrap_or_default();
    let cut = ["'s", "’s", "'s.", "’s.", "'", "’"]
        .iter()
        .find(|s| word.ends_with(**s));
    match cut {
        Some(cut) => end - cut.len(),
        None if word.ends_with('.') && !word[..word.len() - 1].contains('.') => end - 1,
        None => end,
    }
}

/// Whether no capitalised word joins the name to a longer one; a month behind it does not.
fn is_free(text: &str, range: &Range<usize>) -> bool {
    let lexicon = Lang::En.lexicon();
    let before = text[..range.start].trim_end_matches(' ');
    let joined =
        before.len() < range.start || text[..range.start].ends_with(['-', '/', '@', '.', '_', '#']);
    let last = before
        .rsplit(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    let open = before.ends_with(|c: char| c.is_alphanumeric());
    let opener = lexicon.list(List::PlaceBefore).is(last) || lexicon.list(List::NotName).is(last);
    if joined && open && last.starts_with(char::is_uppercase) && !opener {
        return false;
    }
    if text[..range.start].ends_with(['-', '@', '_', '#', '.']) {
        return false;
    }
    let rest = &text[range.end..];
    if rest.starts_with(['-', '@', '_']) {
        return false;
    }
    let Some(next) = rest.strip_prefix(' ') else {
        return true;
    };
    let word: String = next.chars().take_while(|c| c.is_alphanumeric()).collect();
    let month = lexicon.map(crate::lexicon::Map::Month).get(&word).is_some();
    !word.starts_with(char::is_uppercase) || month || lexicon.list(List::NotName).is(&word)
}

/// Countries whose name is also a given name or surname need a preposition.
fn is_lone_word(text: &str, range: &Range<usize>, code: &str) -> bool {
    matches!(code, "JO" | "TD" | "GE" | "JE" | "IL") && !is_led(text, range.start)
}

/// Whether the name of an island is the word for a meeting, as `Réunion du 4 mai` has it in French and Spanish: the island
/// has a capital behind its article, a comma or a bracket.
fn is_meeting(text: &str, range: &Range<usize>, code: &str) -> bool {
    let name = &text[range.clone()];
    if code != "RE" || name.ends_with("Island") {
        return false;
    }
    let (before, behind) = (&text[..range.start], &text[range.end..]);
    let article = name.strip_prefix("La ");
    let own = article.unwrap_or(name);
    let capital = own.starts_with('R') && own.contains(char::is_lowercase);
    let ends = !behind.starts_with(' ');
    let led = [" la ", " La ", ", ", "(", "- "]
        .iter()
        .any(|lead| before.ends_with(lead));
    let named = led && !behind.starts_with(" d") || article.is_some() && ends;
    !(capital && named)
}

/// Whether a preposition of place stands before byte `at`.
fn is_led(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end();
    let word = before
        .rsplit(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    Lang::En.lexicon().list(List::PlaceBefore).is(word)
}

/// Whether the word before the preposition is capitalised: `University of Nairobi`.
fn is_of_a_name(text: &str, at: usize) -> bool {
    let mut words = text[..at].trim_end().rsplit(' ');
    let of = words.next().unwrap_or_default();
    let head = words.next().unwrap_or_default();
    of == "of" && head.starts_with(char::is_uppercase)
}
