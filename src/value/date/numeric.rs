//! Dates in numbers: `15/10/2023`, `15.10.23`, `2023-10-15`, `15-Oct-2023`, `10/2023`, `2023-10`.

use super::side::{Form, Reading, Side, century, month};
use super::{DateOrder, Partial};
use crate::lexicon::Lexicon;
use crate::value::atoms::{Parsed, blanks, closes, digits, fail, is_edge, one_of, when};

/// A date in numbers, its month perhaps a name.
pub(super) fn numeric<'t>(lex: &Lexicon, order: DateOrder, i: &'t str) -> Parsed<'t, Side> {
    let (i, first) = digits(i, 1..=4)?;
    if first.1 == 3 {
        return fail(i);
    }
    full(lex, order, i, first)
        .or_else(|_| year_and_month(i, first))
        .or_else(|_| day_and_month(order, i, first))
}

/// A number and how many digits print it.
type Number = (u32, usize);

fn full<'t>(lex: &Lexicon, order: DateOrder, i: &'t str, a: Number) -> Parsed<'t, Side> {
    let (i, mark) = separator(i)?;
    let (i, b) = match month(lex, i) {
        Ok((i, month)) => (i, Middle::Name(month.number)),
        Err(_) => digits(i, 1..=2).map(|(i, n)| (i, Middle::Number(n)))?,
    };
    let (i, again) = separator(i)?;
    let (i, c) = digits(i, 1..=4)?;
    let (i, _) = when(i, mark == again && c.1 != 3 && ends(i), ())?;
    let (year, day, year_width) = if a.1 == 4 { (a.0, c, 4) } else { (c.0, a, c.1) };
    let fits = day.1 <= 2 && (1000..=2999).contains(&year) && year_width == 4
        || a.1 <= 2 && year_width == 2 && (mark == '/' || a.1 == 2);
    let (i, _) = when(i, fits, ())?;
    let year = if year_width == 4 {
        year as i16
    } else {
        century(year)
    };
    let (date, reading) = match b {
        Middle::Name(month) => (ymd(year, u32::from(month), day.0), Reading::Plain),
        Middle::Number(m) if a.1 == 4 => (ymd(year, m.0, day.0), Reading::Plain),
        Middle::Number(m) if year_width == 2 && mark != '/' && m.1 != 2 => return fail(i),
        Middle::Number(m) => by_order(order, Some(year), day.0, m.0),
    };
    let mut side = Side::new(Form::Numeric, date.year, date.month, date.day);
    side.order = reading;
    when(i, date.is_valid(), side)
}

enum Middle {
    Name(u8),
    Number(Number),
}

fn ymd(year: i16, month: u32, day: u32) -> Partial {
    Partial {
        year: Some(year),
        month: Some(month as u8),
        day: Some(day as u8),
    }
}

/// Two numbers as day and month, in the order asked for where both are possible.
fn by_order(order: DateOrder, year: Option<i16>, first: u32, second: u32) -> (Partial, Reading) {
    let dmy = Partial {
        year,
        month: Some(second as u8),
        day: Some(first as u8),
    };
    let mdy = dmy.swapped();
    match (dmy.is_valid(), mdy.is_valid()) {
        (true, false) => (dmy, Reading::Only(DateOrder::Dmy)),
        (false, true) => (mdy, Reading::Only(DateOrder::Mdy)),
        _ if first == second => (dmy, Reading::Plain),
        _ if order == DateOrder::Mdy => (mdy, Reading::Either),
        _ => (dmy, Reading::Either),
    }
}

/// `/`, `-`, or `.` with perhaps a blank behind it.
fn separator(i: &str) -> Parsed<'_, char> {
    let (i, mark) = one_of("/.-\u{2011}", i)?;
    let i = if mark == '.' {
        i.strip_prefix(' ').unwrap_or(i)
    } else {
        i
    };
    Ok((i, mark))
}

/// Whether the numbers end here: an ISO clock time, or the other end of a range, may follow.
fn ends(i: &str) -> bool {
    let number = |rest: Option<&str>, widths| rest.is_some_and(|r| digits(r, widths).is_ok());
    let apart = number(i.strip_prefix('T'), 2..=2) || number(i.strip_prefix(['-', '/']), 1..=4);
    apart || is_edge(i)
}

/// `2023-10`, `10/2023`, `11 - 2016`; two digits that run on from the year's own are a range of years.
fn year_and_month(i: &str, a: Number) -> Parsed<'_, Side> {
    let (i, before) = blanks(i)?;
    let (i, mark) = one_of("/.-", i)?;
    let (i, after) = blanks(i)?;
    let (i, b) = digits(i, 1..=4)?;
    let (year, month) = if a.1 == 4 { (a, b) } else { (b, a) };
    let apart = !before.is_empty() || !after.is_empty();
    let is_span = a.1 == 4 && b.1 == 2 && b.0 > a.0 % 100;
    let fits = year.1 == 4
        && month.1 <= 2
        && (1900..=2099).contains(&year.0)
        && (1..=12).contains(&month.0)
        && !is_span
        && is_edge(i)
        && !i.starts_with('-')
        && (!apart && mark != '.' || closes(i) && !(apart && mark == '.'))
        && (mark != '.' || a.1 == 4 || month.1 == 2);
    let side = Side::new(
        Form::NumericMonth,
        Some(year.0 as i16),
        Some(month.0 as u8),
        None,
    );
    when(i, fits, side)
}

/// `15/10`, `15.10.`
fn day_and_month(order: DateOrder, i: &str, a: Number) -> Parsed<'_, Side> {
    let (i, mark) = one_of("/.", i)?;
    let (i, b) = digits(i, 1..=2)?;
    let dot = (mark == '.').then(|| i.strip_prefix('.')).flatten();
    let i = dot.unwrap_or(i);
    let (date, reading) = by_order(order, None, a.0, b.0);
    let mut side = Side::new(Form::NumericDay, None, date.month, date.day);
    side.order = reading;
    when(i, a.1 <= 2 && date.is_valid() && is_edge(i), side)
}
