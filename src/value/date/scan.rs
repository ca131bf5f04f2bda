//! Dates in running text.

use super::range::{Found, found};
use super::side::Form;
use super::{DateOrder, DateSpan, Partial};
use crate::lexicon::{Lang, Lexicon, List, Map, PerLang, Phrases};
use crate::value::atoms::{closes, then_phrase};
use crate::value::walk::{Vocabulary, after_digits, is_after, is_inside_number, next_digit};
use std::ops::Range;

/// All dates and ranges in `text`, in order, bare years with enough evidence among them. Costs little where there are no digits.
pub fn dates(text: &str, lang: Lang, order: DateOrder) -> Vec<(Range<usize>, DateSpan)> {
    let finder = Finder::of(lang);
    let mut all = Vec::new();
    // What did not make a date with these digits will not make one with the next.
    let mut done = 0;
    while let Some(digit) = next_digit(text.as_bytes(), done) {
        let found = finder.around(text, done, digit, order);
        let found = found.unwrap_or_default();
        done = found
            .last()
            .map_or(after_digits(text.as_bytes(), digit), |(range, _)| range.end);
        all.extend(found);
    }
    all
}

/// The words around a date's digits, by language.
pub struct Finder {
    lex: &'static Lexicon,
    words: Vocabulary,
    /// The first words of all that may stand behind a day.
    behind: Phrases,
}

impl Finder {
    /// The finder of a language, built when first asked for.
    pub fn of(lang: Lang) -> &'static Finder {
        static FINDERS: PerLang<Finder> = PerLang::new();
        FINDERS.of(lang, || {
            let lex = lang.lexicon();
            let maps = [Map::Month, Map::Weekday, Map::Ordinal, Map::Number];
            let openers = [List::RangeFrom, List::RangeBetween, List::DateThe];
            let inner = [List::RangeTo, List::RangeAnd, List::DateOf];
            let lists = openers.iter().chain(&inner).chain(&[List::DateOrdinal]);
            let phrases = lists.flat_map(|&list| lex.phrases(list));
            let words = maps.iter().flat_map(|&map| lex.numbers(map));
            let behind = phrases.chain(words.map(|(word, _)| word));
            let first = |p: &'static str| p.split(|c: char| !c.is_alphanumeric()).next();
            Finder {
                lex,
                words: Vocabulary::new(lex, &maps, &openers, &inner),
                behind: Phrases::new(behind.filter_map(first)),
            }
        })
    }

    /// The dates that the digits at `digit` belong to, none of them starting before `done`.
    pub fn around(
        &self,
        text: &str,
        done: usize,
        digit: usize,
        order: DateOrder,
    ) -> Option<Vec<(Range<usize>, DateSpan)>> {
        let mut starts = self.words.starts(text, done, digit).peekable();
        if starts.peek().is_none() && !self.may_begin(text, digit) {
            return None;
        }
        let before = &text[..digit];
        let mid = before.ends_with('-') && is_after(before, self.lex.list(List::DateYearLead));
        let digits = (mid || !is_inside_number(text, digit)).then_some(digit);
        for start in starts.chain(digits) {
            let Some(found) = found(self.lex, order, &text[start..]) else {
                continue;
            };
            let end = start + found.spans.last().map_or(0, |(range, _)| range.end);
            if end > digit && may_stand(self.lex, text, start, end, &found) {
                let place = |(range, span): (Range<usize>, DateSpan)| {
                    (range.start + start..range.end + start, span)
                };
                return Some(found.spans.into_iter().map(place).collect());
            }
        }
        None
    }
}

impl Finder {
    /// Whether a date may begin with the digits at `digit`, by a glance at what follows them: all that most numbers get.
    fn may_begin(&self, text: &str, digit: usize) -> bool {
        let bytes = text.as_bytes();
        let end = after_digits(bytes, digit);
        match end - digit {
            1 | 2 => {}
            4 => return true,
            _ => return false,
        }
        let blanks = bytes[end..]
            .iter()
            .take_while(|b| matches!(b, b' ' | b'\n'));
        let next = end + blanks.count();
        match bytes.get(next) {
            None | Some(b'%' | b')' | b';' | b':') => false,
            Some(letter) if letter.is_ascii_alphabetic() => {
                self.behind.starts(&text[next..]).is_some()
            }
            Some(_) => true,
        }
    }
}

/// Whether what reads as a date at `start..end` of running text is one.
pub fn may_stand(lex: &Lexicon, text: &str, start: usize, end: usize, found: &Found) -> bool {
    let (before, rest) = (&text[..start], &text[end..]);
    if is_dashed_number(&text[start..end]) && is_after(before, lex.list(List::EventNoun)) {
        return false;
    }
    let numbered =
        || text[start..].starts_with(|c: char| c.is_ascii_digit()) && is_numbered(lex, before);
    match found.form {
        Form::Numeric | Form::NumericMonth | Form::NumericDay | Form::Day => !numbered(),
        Form::Year if found.joined => !numbered() && are_years(lex, &text[start..], rest, found),
        Form::Year => !numbered() && is_year(lex, before, rest, found),
        _ => true,
    }
}

/// `4 \u{2014} 23 June`: behind a noun such as webinar its number and its day.
fn is_dashed_number(here: &str) -> bool {
    let rest = here.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < here.len() && rest.starts_with(" \u{2014} ")
}

/// Whether two joined numbers of four digits are years, not the clock times `1800-1830` or a count.
fn are_years(lex: &Lexicon, here: &str, rest: &str, found: &Found) -> bool {
    let Some((_, span)) = found.spans.first() else {
        return false;
    };
    let bare = |p: Partial| p.year.filter(|_| p.month.is_none());
    let (Some(first), Some(last)) = (bare(span.start), span.end.and_then(bare)) else {
        return true;
    };
    let led = !here.starts_with(|c: char| c.is_ascii_digit());
    let clock = |y: i16| y % 100 < 60 && y % 5 == 0;
    let clocks = clock(first) && clock(last) && first < 1900 && !led;
    let hours = then_phrase(lex, List::TimeHours, rest).is_ok();
    first >= 1500 && last <= 2100 && !clocks && !hours
}

/// Whether a word or sign before a number makes it the number of something, or an amount.
fn is_numbered(lex: &Lexicon, before: &str) -> bool {
    let sign = before.trim_end_matches([' ', '\u{a0}']).chars().next_back();
    if sign.is_some_and(|c| "$€£¥#№§+".contains(c)) {
        return true;
    }
    is_after(before, lex.list(List::DateNotAfter))
}

/// Whether a lone number of four digits is a year.
fn is_year(lex: &Lexicon, before: &str, rest: &str, found: &Found) -> bool {
    let year = found
        .spans
        .first()
        .and_then(|(_, s)| s.start.year)
        .unwrap_or(0);
    if !(1900..=2099).contains(&year) {
        return false;
    }
    let led = is_after(before, lex.list(List::DateYearLead));
    if led || closes(rest) {
        return true;
    }
    let Some(next) = rest.strip_prefix([' ', '\n', '-', '\u{2019}', '\'', '\u{2013}', '\u{a0}'])
    else {
        return false;
    };
    next.starts_with(char::is_uppercase) || lex.list(List::DateYearFollow).starts(next).is_some()
}
