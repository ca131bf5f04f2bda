//! A whole text that is a place: `Bern, Switzerland`, `CH-3003 Bern (Switzerland)`, `Austin, Texas, USA`.

use super::filter::FILTER;
use super::{Place, city, country, country_of_code, is_town, region};
use crate::lexicon::{Lang, List, Tagged};
use crate::value::Seen;
use std::ops::Range;
use std::sync::LazyLock;

/// Longer texts are no place.
const LONGEST: usize = 160;

/// The parts of a text that is a place as a whole, in the usual orders.
///
/// An unknown city stands beside a known country; a city alone must be in the gazetteer.
pub fn place(text: &str) -> Option<Place> {
    thread_local! {
        static SEEN: Seen<Option<Place>, 512> = const { Seen::new() };
    }
    let whole = trim(text, 0..text.len());
    if whole.is_empty() || whole.len() > LONGEST || !FILTER.may_be_place(&text[whole.clone()]) {
        return None;
    }
    SEEN.with(|seen| seen.get(text, 0, || read(text, whole)))
}

fn read(text: &str, whole: Range<usize>) -> Option<Place> {
    let printed = &text[whole.clone()];
    if country(printed).is_some() {
        return Some(with_country(text, whole));
    }
    let town = without_postcode(text, whole.clone());
    if is_town(&text[town.clone()]) {
        return Some(Place {
            city: Some(town),
            ..Place::default()
        });
    }
    hyphened(text, whole.clone())
        .or_else(|| in_brackets(text, whole.clone()))
        .or_else(|| in_order(text, &split(text, whole.clone())))
        .or_else(|| side_by_side(text, whole))
}

/// `Douala-Cameroun`: a town of the gazetteer and its country, nothing but a hyphen between them.
fn hyphened(text: &str, whole: Range<usize>) -> Option<Place> {
    let (town, land) = text[whole.clone()].split_once('-')?;
    let known = town.ends_with(char::is_alphabetic)
        && land.starts_with(char::is_uppercase)
        && is_town(town)
        && country(land).is_some();
    known.then(|| Place {
        city: Some(whole.start..whole.start + town.len()),
        ..with_country(text, whole.end - land.len()..whole.end)
    })
}

fn with_country(text: &str, range: Range<usize>) -> Place {
    Place {
        code: country(&text[range.clone()]).map(|c| c.code),
        country: Some(range),
        ..Place::default()
    }
}

fn trim(text: &str, range: Range<usize>) -> Range<usize> {
    let inner = &text[range.clone()];
    let cut = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '.' | '*');
    let end = range.start + inner.trim_end_matches(|c| cut(c) && c != '.').len();
    let start = end - text[range.start..end].trim_start_matches(cut).len();
    start..end
}

/// `Bern (Switzerland)`.
fn in_brackets(text: &str, whole: Range<usize>) -> Option<Place> {
    let printed = text[whole.clone()].strip_suffix(')')?;
    let open = whole.start + printed.rfind('(')?;
    let inner = trim(text, open + 1..whole.end - 1);
    in_order(text, &[trim(text, whole.start..open), inner])
}

/// The parts between commas; without a comma, between dashes or strokes.
fn split(text: &str, whole: Range<usize>) -> Vec<Range<usize>> {
    let inner = &text[whole.clone()];
    if !inner
        .bytes()
        .any(|b| b >= 0x80 || matches!(b, b',' | b'-' | b'/' | b';'))
    {
        return vec![whole];
    }
    let marks: &[&str] = match inner {
        _ if inner.contains(',') => &[","],
        _ if inner.contains(" – ") => &[" – "],
        _ if inner.contains(" - ") => &[" - "],
        _ if inner.contains(" / ") => &[" / "],
        _ => &["/", ";"],
    };
    let mut parts = Vec::new();
    let mut start = whole.start;
    while let Some((at, len)) = marks
        .iter()
        .filter_map(|m| Some((start + text[start..whole.end].find(m)?, m.len())))
        .min()
    {
        parts.push(trim(text, start..at));
        start = at + len;
    }
    parts.push(trim(text, start..whole.end));
    parts.retain(|p| !p.is_empty());
    parts
}

/// `city, [region,] country`, `city, region`, `country, city`.
fn in_order(text: &str, parts: &[Range<usize>]) -> Option<Place> {
    let (last, before) = parts.split_last()?;
    let (first, after) = parts.split_first()?;
    if before.is_empty() || parts.len() > 6 {
        return None;
    }
    if let Some(found) = city_and_region(text, before, last) {
        return Some(found);
    }
    if let Some((tail, before)) = before.split_last() {
        let joined = tail.start..last.end;
        if !before.is_empty() && country(&text[joined.clone()]).is_some() {
            return fill(text, before, with_country(text, joined));
        }
    }
    if country(&text[last.clone()]).is_some() {
        return fill(text, before, with_country(text, last.clone()));
    }
    let turned = with_country(text, first.clone());
    let [town] = after else { return None };
    let town = without_postcode(text, town.clone());
    let known = city(&text[town.clone()])?.is_in(turned.code?);
    known.then_some(Place {
        city: Some(town),
        ..turned
    })
}

/// `Austin, Texas`, `Atlanta, Georgia`, `Washington, DC 20433`: a state of the city's country and not a country.
fn city_and_region(text: &str, before: &[Range<usize>], last: &Range<usize>) -> Option<Place> {
    let state = without_postcode(text, last.clone());
    let of = region(&text[state.clone()])?;
    let town = without_postcode(text, before.last()?.clone());
    city(&text[town.clone()])?.is_in(of).then_some(Place {
        city: Some(town),
        region: Some(state),
        ..Place::default()
    })
}

/// Finds city and region among the parts before the country.
fn fill(text: &str, parts: &[Range<usize>], place: Place) -> Option<Place> {
    let code = place.code?;
    let towns: Vec<_> = parts
        .iter()
        .map(|p| without_postcode(text, p.clone()))
        .collect();
    let known = |r: &Range<usize>| city(&text[r.clone()]).is_some_and(|c| c.is_in(code));
    let is_region = |r: &Range<usize>| region(&text[r.clone()]) == Some(code);
    let plain = |r: &Range<usize>| is_proper(&text[r.clone()]);
    let (town, state) = match towns.as_slice() {
        [only] if known(only) || plain(only) => (only, None),
        [.., town, state] if known(town) && (is_region(state) || !known(state)) => {
            (town, (is_region(state) || plain(state)).then_some(state))
        }
        [rest @ .., town] if known(town) && is_address(text, rest) => (town, None),
        [town, state] if plain(town) && plain(state) => (town, Some(state)),
        [.., town] if parts.last() != Some(town) && plain(town) => (town, None),
        _ => return None,
    };
    Some(Place {
        city: Some(town.clone()),
        region: state.cloned(),
        ..place
    })
}

/// What may stand before a city in an address: streets with numbers, or one quarter.
fn is_address(text: &str, parts: &[Range<usize>]) -> bool {
    let street = |r: &&Range<usize>| text[(*r).clone()].contains(|c: char| c.is_ascii_digit());
    let others: Vec<_> = parts.iter().filter(|r| !street(r)).collect();
    others.len() < 2 && others.iter().all(|r| is_proper(&text[(**r).clone()]))
}

/// Whether a text looks like a place's name: up to four capitalised words, no organisation, job or abbreviation.
fn is_proper(text: &str) -> bool {
    let mut words = 0;
    for word in text.split([' ', '-']).filter(|w| !w.is_empty()) {
        words += 1;
        let small = word.len() <= 3 && words > 1;
        if words > 4
            || word.contains(|c: char| c.is_ascii_digit())
            || !(small || word.starts_with(char::is_uppercase))
        {
            return false;
        }
    }
    let capitals = text.len() < 7 && !text.contains(|c: char| c.is_lowercase());
    if words == 0 || capitals {
        return false;
    }
    static OTHERS: LazyLock<Tagged<()>> = LazyLock::new(|| {
        let lists = [List::Organisation, List::Unit, List::Job];
        Tagged::new(Lang::En.lexicon(), lists.map(|list| (list, ())))
    });
    !OTHERS.found_in(text)
}

/// `CH-3003 Bern`, `75007 Paris`, `London SW1A 2AA`, `DC 20433`: the words without digits.
fn without_postcode(text: &str, range: Range<usize>) -> Range<usize> {
    let coded = |word: &str| word.contains(|c: char| c.is_ascii_digit());
    let mut inner = &text[range.clone()];
    while let Some((word, rest)) = inner
        .split_once(char::is_whitespace)
        .filter(|(w, _)| coded(w))
    {
        debug_assert!(!word.is_empty());
        inner = rest.trim_start();
        // The letters of a code in two words: `3072 AB Town`.
        let letters = inner.split_once(' ').filter(|(w, _)| {
            word.len() == 4 && w.len() == 2 && w.bytes().all(|b| b.is_ascii_uppercase())
        });
        inner = letters.map_or(inner, |(_, town)| town.trim_start());
    }
    let start = range.end - inner.len();
    while let Some((rest, _)) = inner
        .rsplit_once(char::is_whitespace)
        .filter(|(_, w)| coded(w))
    {
        inner = rest.trim_end_matches([' ', '-', '\u{2013}']);
    }
    start..start + inner.len()
}

/// `Nairobi Kenya`, `Bern CH`: a known city of the country behind it.
fn side_by_side(text: &str, whole: Range<usize>) -> Option<Place> {
    let inner = &text[whole.clone()];
    if !FILTER.may_end_country(inner) {
        return None;
    }
    let gaps = inner.char_indices().filter(|(_, c)| c.is_whitespace());
    for (gap, _) in gaps.take(6) {
        let tail = trim(text, whole.start + gap..whole.end);
        let found = country(&text[tail.clone()]).or_else(|| country_of_code(&text[tail.clone()]));
        let Some(found) = found else { continue };
        let town = without_postcode(text, whole.start..whole.start + gap);
        if city(&text[town.clone()]).is_some_and(|c| c.is_in(found.code)) {
            return Some(Place {
                city: Some(town),
                country: Some(tail),
                code: Some(found.code),
                region: None,
            });
        }
    }
    None
}
