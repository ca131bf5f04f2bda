//! One date, or as much of one as stands on one side of a range.

use super::numeric::numeric;
use super::{DateOrder, Partial};
use crate::lexicon::{Lexicon, List, Map};
use crate::value::atoms::{
    Parsed, blanks, closes, digits, fail, is_edge, one_of, phrase, some_blanks, spelled,
    spelled_ordinal, then_phrase, when, word,
};

/// How a side is printed, which says what may stand on the other side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `15`, `16th`.
    Day,
    /// `15 October`, with or without a year.
    DayMonth,
    /// `October 15`, with or without a year.
    MonthDay,
    /// `October`.
    Month,
    /// `October 2023`, `2023 October`.
    MonthYear,
    /// `2023`.
    Year,
    /// `1990s`.
    Decade,
    /// `15/10/2023`, `2023-10-15`.
    Numeric,
    /// `10/2023`, `2023-10`.
    NumericMonth,
    /// `15/10`, which needs a weekday or a full date beside it.
    NumericDay,
}

/// One side as printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Side {
    /// The date, not yet completed from the other side.
    pub date: Partial,
    /// The weekday before it, 1 to 7.
    pub weekday: Option<u8>,
    /// How it is printed.
    pub form: Form,
    /// The order that its numbers can only have, or both can.
    pub order: Reading,
}

/// What the numbers of a date say about their own order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Nothing to choose.
    Plain,
    /// They can only be read in this order.
    Only(DateOrder),
    /// They can be read in both.
    Either,
}

impl Side {
    pub(super) fn new(form: Form, year: Option<i16>, month: Option<u8>, day: Option<u8>) -> Side {
        Side {
            date: Partial { year, month, day },
            weekday: None,
            form,
            order: Reading::Plain,
        }
    }
}

/// The side that `i` begins with, with its weekday.
pub fn side<'t>(lex: &Lexicon, order: DateOrder, i: &'t str) -> Parsed<'t, Side> {
    let (i, weekday) = match weekday(lex, i) {
        Ok((i, weekday)) => (i, Some(weekday)),
        Err(_) => (i, None),
    };
    let i = phrase(lex, List::DateThe, i)
        .and_then(|(i, ())| some_blanks(i))
        .map_or(i, |(i, _)| i);
    let (i, side) = numeric(lex, order, i)
        .or_else(|_| day_first(lex, i))
        .or_else(|_| month_first(lex, i))
        .or_else(|_| year_first(lex, i))
        .or_else(|_| lone_day(lex, i))?;
    let (i, _) = when(i, side.date.is_valid(), ())?;
    let (i, weekday) = match bracketed_weekday(lex, i) {
        Ok((i, after)) if weekday.is_none() && side.date.day.is_some() => (i, Some(after)),
        _ => (i, weekday),
    };
    let side = Side { weekday, ..side };
    Ok((i, side.by_weekday(order)))
}

impl Side {
    /// Chooses the reading of ambiguous numbers that the printed weekday fits, where only one does.
    fn by_weekday(mut self, order: DateOrder) -> Side {
        let (Reading::Either, Some(weekday)) = (self.order, self.weekday) else {
            return self;
        };
        let other = self.date.swapped();
        match (
            self.date.weekday() == Some(weekday),
            other.weekday() == Some(weekday),
        ) {
            (true, false) => self.order = Reading::Only(order),
            (false, true) => {
                self.date = other;
                self.order = Reading::Only(order.other());
            }
            _ => (),
        }
        self
    }
}

/// `Wednesday, `, `Tues. `, `Mon `.
pub(super) fn weekday<'t>(lex: &Lexicon, i: &'t str) -> Parsed<'t, u8> {
    let (i, n) = word(lex, Map::Weekday, i)?;
    let i = one_of(".", i).map_or(i, |(i, _)| i);
    let i = one_of(",", i).map_or(i, |(i, _)| i);
    let (i, _) = some_blanks(i)?;
    Ok((i, n as u8))
}

/// ` (Monday)`, behind a date.
fn bracketed_weekday<'t>(lex: &Lexicon, i: &'t str) -> Parsed<'t, u8> {
    let (i, _) = blanks(i)?;
    let (i, _) = one_of("(", i)?;
    let (i, n) = word(lex, Map::Weekday, i)?;
    let (i, _) = one_of(")", i)?;
    Ok((i, n as u8))
}

/// `15 October 2023`, `16th of November`, `15 Oct. '23`.
fn day_first<'t>(lex: &Lexicon, i: &'t str) -> Parsed<'t, Side> {
    let (i, day) = day(lex, i)?;
    let (i, _) = blanks(i)?;
    let i = phrase(lex, List::DateOf, i)
        .and_then(|(i, ())| some_blanks(i))
        .map_or(i, |(i, _)| i);
    let (i, month) = month(lex, i)?;
    let (i, year) = year_after(lex, i, true);
    let (i, _) = when(i, year.is_some() || !month.homograph, ())?;
    Ok((
        i,
        Side::new(Form::DayMonth, year, Some(month.number), Some(day)),
    ))
}

/// `October 15, 2023`, `October 15`, `October 2023`, `Oct. of 2023`, `October`.
fn month_first<'t>(lex: &Lexicon, i: &'t str) -> Parsed<'t, Side> {
    let (i, month) = month(lex, i)?;
    let dated = |i: &'t str| -> Parsed<'t, Side> {
        let (i, _) = some_blanks(i)?;
        let i = phrase(lex, List::DateThe, i)
            .and_then(|(i, ())| some_blanks(i))
            .map_or(i, |(i, _)| i);
        let (i, day) = match day(lex, i) {
            Ok(found) => found,
            Err(_) => spelled(lex, i)?,
        };
        let (i, year) = year_after(lex, i, false);
        let fits = (1..=31).contains(&day) && (year.is_some() || !month.homograph) && is_edge(i);
        when(
            i,
            fits,
            Side::new(Form::MonthDay, year, Some(month.number), Some(day)),
        )
    };
    if let Ok(found) = dated(i) {
        return Ok(found);
    }
    let (i, year) = year_after(lex, i, false);
    let form = if year.is_some() {
        Form::MonthYear
    } else {
        Form::Month
    };
    Ok((i, Side::new(form, year, Some(month.number), None)))
}

/// `2016 June`, `2016, Nov`, `2016`, `1990s`.
fn year_first<'t>(lex: &Lexicon, i: &'t str) -> Parsed<'t, Side> {
    let (i, (n, _)) = digits(i, 4..=4)?;
    let (i, year) = when(i, (1000..=2999).contains(&n), n as i16)?;
    let decade = phrase(lex, List::DateDecade, i)
        .ok()
        .filter(|_| year % 10 == 0);
    if let Some((i, ())) = decade {
        return Ok((i, Side::new(Form::Decade, Some(year), None, None)));
    }
    let (_, _) = when(
        i,
        !i.starts_with(|c: char| c.is_alphanumeric() || c == '%'),
        (),
    )?;
    let with_month = |i: &'t str| -> Parsed<'t, Side> {
        let (i, gap) = blanks(i)?;
        let (i, comma) = one_of(",", i).map_or((i, false), |(i, _)| (i, true));
        let (i, _) = if comma || gap.is_empty() {
            some_blanks(i)?
        } else {
            blanks(i)?
        };
        let (i, month) = month(lex, i)?;
        let alone = some_blanks(i).and_then(|(i, _)| digits(i, 1..=4)).is_err();
        let fits = alone && !month.homograph && (!comma || closes(i));
        when(
            i,
            fits,
            Side::new(Form::MonthYear, Some(year), Some(month.number), None),
        )
    };
    with_month(i).or(Ok((i, Side::new(Form::Year, Some(year), None, None))))
}

fn lone_day<'t>(lex: &Lexicon, i: &'t str) -> Parsed<'t, Side> {
    let (i, day) = day(lex, i)?;
    Ok((i, Side::new(Form::Day, None, None, Some(day))))
}

/// `15`, `15.`, `16th`, `twenty-second`.
fn day<'t>(lex: &Lexicon, i: &'t str) -> Parsed<'t, u8> {
    let Ok((i, (n, _))) = digits(i, 1..=2) else {
        let (i, n) = spelled_ordinal(lex, i)?;
        return when(i, (1..=31).contains(&n), n);
    };
    let (i, _) = when(i, (1..=31).contains(&n), ())?;
    let i = then_phrase(lex, List::DateOrdinal, i).map_or(i, |(i, ())| i);
    let dot = one_of(".", i)
        .ok()
        .filter(|(rest, _)| !rest.is_empty() && !closes(rest));
    let i = dot.map_or(i, |(i, _)| i);
    when(
        i,
        !i.starts_with(|c: char| c.is_ascii_digit() || c == '%'),
        n as u8,
    )
}

/// A month by its name.
#[derive(Clone, Copy)]
pub(super) struct Month {
    /// 1 to 12.
    pub number: u8,
    /// Whether the name in small letters is rather another word.
    pub homograph: bool,
}

/// `October`, `Oct.`.
pub(super) fn month<'t>(lex: &Lexicon, i: &'t str) -> Parsed<'t, Month> {
    let (rest, number) = word(lex, Map::Month, i)?;
    let name = &i[..i.len() - rest.len()];
    let homograph = name.starts_with(char::is_lowercase) && lex.list(List::DateHomograph).is(name);
    let rest = match rest.strip_prefix('.') {
        Some(after) if !closes(after) && is_short(lex, name) => after,
        _ => rest,
    };
    let number = number as u8;
    Ok((rest, Month { number, homograph }))
}

/// Whether `name` is the beginning of a longer name, and so may have a full stop that ends no sentence.
fn is_short(lex: &Lexicon, name: &str) -> bool {
    let begins = |long: &str| {
        let head = long.get(..name.len());
        long.len() > name.len() && head.is_some_and(|head| head.eq_ignore_ascii_case(name))
    };
    lex.map(Map::Month).iter().any(begins)
}

/// The year behind a month or day: ` 2023`, `, 2023`, ` of 2023`, ` '23`, ` 23` where the clause ends.
fn year_after<'t>(lex: &Lexicon, i: &'t str, two_digits: bool) -> (&'t str, Option<i16>) {
    let read = || -> Parsed<'t, i16> {
        let (i, first) = blanks(i)?;
        let (i, comma) = one_of(",", i).map_or((i, false), |(i, _)| (i, true));
        let (i, second) = blanks(i)?;
        let apart = comma || !first.is_empty() || !second.is_empty();
        if !apart && let Ok((i, _)) = one_of("-/", i) {
            return year(i);
        }
        let of = phrase(lex, List::DateOf, i).and_then(|(i, ())| some_blanks(i));
        let led = of.is_ok();
        let i = of.map_or(i, |(i, _)| i);
        let (_, _) = when(i, apart, ())?;
        if let Ok((i, year)) = year(i) {
            return Ok((i, year));
        }
        if led && let Ok((i, year)) = grouped_year(i) {
            return Ok((i, year));
        }
        let (i, (n, _)) = digits(i, 2..=2)?;
        let fits = two_digits && !comma && closes(i) && n > 12;
        when(i, fits, century(n))
    };
    match read() {
        Ok((i, year)) => (i, Some(year)),
        Err(_) => (i, None),
    }
}

/// `2023`, `'23`.
pub(super) fn year(i: &str) -> Parsed<'_, i16> {
    if let Ok((i, _)) = one_of("'\u{2018}\u{2019}", i) {
        let (i, (n, _)) = digits(i, 2..=2)?;
        return when(i, is_edge(i), century(n));
    }
    let (i, (n, _)) = digits(i, 4..=4)?;
    let goes_on = i.starts_with(|c: char| c.is_alphanumeric() || c == '%');
    let clock = i.starts_with(':') && !is_edge(i);
    if goes_on || clock {
        return fail(i);
    }
    when(i, (1000..=2999).contains(&n), n as i16)
}

/// `2.015` behind the word for of: a year with the sign that groups digits.
fn grouped_year(i: &str) -> Parsed<'_, i16> {
    let (i, (thousands, _)) = digits(i, 1..=1)?;
    let (i, _) = one_of(".", i)?;
    let (i, (rest, _)) = digits(i, 3..=3)?;
    let (i, _) = when(i, !i.starts_with(char::is_alphanumeric), ())?;
    let year = thousands * 1000 + rest;
    when(i, (1900..=2099).contains(&year), year as i16)
}

/// The year of two digits: 70 to 99 are of the last century, as POSIX has it but a year.
pub(super) fn century(n: u32) -> i16 {
    if n >= 70 {
        1900 + n as i16
    } else {
        2000 + n as i16
    }
}
