//! Dates joined into ranges and lists, each helping the others to what they leave out.

use super::side::{Form, Reading, Side, side, weekday};
use super::{DateOrder, DateSpan, Partial};
use crate::lexicon::{Lexicon, List, Map};
use crate::value::atoms::{
    Parsed, blanks, dash, digits, fail, is_edge, one_of, phrase, some_blanks, when, word,
};
use std::ops::Range;

/// The most dates that are read as one list.
const MOST: usize = 12;

/// What joins a date to the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Joint {
    /// A dash or a word for one.
    To,
    /// A slash, which joins days that follow each other.
    Slash,
    /// And, which does so too, or continues a list.
    And,
    /// A comma.
    Comma,
}

/// A date in its place, with what joins it to the one before.
#[derive(Clone, Copy, Debug)]
struct Link {
    joint: Joint,
    side: Side,
    start: usize,
    end: usize,
}

/// Dates read together.
pub struct Found {
    /// The dates and ranges with their places in the text, in order; at least one.
    pub spans: Vec<(Range<usize>, DateSpan)>,
    /// How the first is printed.
    pub form: Form,
    /// Whether there are several dates.
    pub joined: bool,
}

/// The date, range or list of dates that `text` begins with.
pub fn found(lex: &Lexicon, order: DateOrder, text: &str) -> Option<Found> {
    let (i, between) = lead(lex, text);
    let (i, weekdays) = match weekday_pair(lex, i) {
        Ok((i, pair)) => (i, Some(pair)),
        Err(_) => (i, None),
    };
    let mut links = chain(lex, order, text, i, between == Some(true))?;
    let alone = links[0];
    settle_order(&mut links, order);
    fill(&mut links);
    let fits = |links: &[Link]| {
        links
            .iter()
            .all(|l| stands(l.side, links.len()) && l.side.date.is_valid())
    };
    if !fits(&links) {
        links = vec![alone];
        if !fits(&links) {
            return None;
        }
    }
    if let Some((first, last)) = weekdays {
        links.first_mut()?.side.weekday = Some(first);
        links.last_mut()?.side.weekday = Some(last);
    }
    let form = links[0].side.form;
    let joined = links.len() > 1;
    let mut spans = spans(&links, between == Some(true));
    if between.is_some() {
        spans.first_mut()?.0.start = 0;
    }
    Some(Found {
        spans,
        form,
        joined,
    })
}

/// `from` (false) or `between` (true).
fn lead<'t>(lex: &Lexicon, i: &'t str) -> (&'t str, Option<bool>) {
    for (list, between) in [(List::RangeFrom, false), (List::RangeBetween, true)] {
        if let Ok((i, _)) = phrase(lex, list, i).and_then(|(i, ())| some_blanks(i)) {
            return (i, Some(between));
        }
    }
    (i, None)
}

/// `Monday and Tuesday, `, `Mon-Tue `.
fn weekday_pair<'t>(lex: &Lexicon, i: &'t str) -> Parsed<'t, (u8, u8)> {
    let (i, first) = word(lex, Map::Weekday, i)?;
    let i = one_of(".", i).map_or(i, |(i, _)| i);
    let (i, _) = joint(lex, i, false)?;
    let (i, last) = weekday(lex, i)?;
    Ok((i, (first as u8, last)))
}

/// The first date and those joined to it.
fn chain(lex: &Lexicon, order: DateOrder, text: &str, i: &str, between: bool) -> Option<Vec<Link>> {
    let at = |rest: &str| text.len() - rest.len();
    let i = phrase(lex, List::DateThe, i)
        .and_then(|(i, ())| some_blanks(i))
        .map_or(i, |(i, _)| i);
    let (mut rest, first) = side(lex, order, i).ok()?;
    let mut links = vec![Link {
        joint: Joint::Comma,
        side: first,
        start: at(i),
        end: at(rest),
    }];
    while links.len() < MOST {
        let last = links[links.len() - 1].side;
        if links.len() > 1 && last.form == Form::Year {
            break;
        }
        let month_led = links[0].side.form == Form::MonthDay;
        let next =
            short_year(last, rest).or_else(|_| next(lex, order, rest, last, (between, month_led)));
        let Ok((after, (joint, side, start))) = next else {
            break;
        };
        links.push(Link {
            joint,
            side,
            start: at(start),
            end: at(after),
        });
        rest = after;
    }
    let fits = |l: &Link| match l.side.form {
        Form::Day => true,
        _ => !text[l.end..].starts_with(char::is_alphanumeric) || text[l.end..].starts_with('T'),
    };
    let more_years = links.last().is_some_and(|l| l.side.form == Form::Year)
        && dash(rest).is_ok_and(|(after, ())| digits(after, 1..=4).is_ok());
    if more_years {
        return None;
    }
    links.iter().all(fits).then_some(links)
}

/// What follows a date: its joint, the date and where that starts.
type Next<'t> = (Joint, Side, &'t str);

/// The date that goes on at `i`, after `between` and in a chain whose first month stands before its day.
fn next<'t>(
    lex: &Lexicon,
    order: DateOrder,
    i: &'t str,
    last: Side,
    (between, month_led): (bool, bool),
) -> Parsed<'t, Next<'t>> {
    let (start, joint) = joint(lex, i, between)?;
    let (i, side) = side(lex, order, start)?;
    let (i, side) = if side.form == Form::Day && month_led {
        year_behind(lex, i, side)
    } else {
        (i, side)
    };
    let both_years = matches!((last.form, side.form), (Form::Year, Form::Year));
    let rising = !both_years || side.date.year > last.date.year;
    when(
        i,
        follows(last, side, joint) && rising && edge(i, side),
        (joint, side, start),
    )
}

fn edge(i: &str, side: Side) -> bool {
    is_edge(i)
        || matches!(side.form, Form::Day | Form::Numeric | Form::NumericDay)
        || i.starts_with('/')
}

/// `15–16, 2023`: the year of a month that stands before the first day.
fn year_behind<'t>(lex: &Lexicon, i: &'t str, side: Side) -> (&'t str, Side) {
    let read = || -> Parsed<'t, i16> {
        let (i, _) = one_of(",", i).unwrap_or((i, ' '));
        let (i, _) = some_blanks(i)?;
        let i = phrase(lex, List::DateOf, i)
            .and_then(|(i, ())| some_blanks(i))
            .map_or(i, |(i, _)| i);
        super::side::year(i)
    };
    match read() {
        Ok((i, year)) => {
            let mut side = side;
            side.date.year = Some(year);
            (i, side)
        }
        Err(_) => (i, side),
    }
}

/// `2018-21`, `2015/16`: the last two digits of a later year of the century.
fn short_year(last: Side, i: &str) -> Parsed<'_, Next<'_>> {
    let year = match (last.form, last.date.year) {
        (Form::Year, Some(year)) => year,
        _ => return fail(i),
    };
    let (start, joint) = match dash(i) {
        Ok((i, ())) => (i, Joint::To),
        Err(_) => one_of("/", i).map(|(i, _)| (i, Joint::To))?,
    };
    let (rest, (n, _)) = digits(start, 2..=2)?;
    let later = n as i16 > year % 100;
    let side = Side::new(Form::Year, Some(year - year % 100 + n as i16), None, None);
    when(
        rest,
        later && is_edge(rest) && !rest.starts_with('-'),
        (joint, side, start),
    )
}

fn joint<'t>(lex: &Lexicon, i: &'t str, between: bool) -> Parsed<'t, Joint> {
    let (i, _) = blanks(i)?;
    let comma = one_of(",", i).map_or(i, |(i, _)| i);
    let (after_comma, _) = blanks(comma)?;
    let (i, joint) = if let Ok((i, ())) = phrase(lex, List::RangeTo, i).or_else(|_| dash(i)) {
        (i, Joint::To)
    } else if let Ok((i, ())) = phrase(lex, List::RangeAnd, after_comma) {
        (i, if between { Joint::To } else { Joint::And })
    } else if let Ok((i, _)) = one_of("/", i) {
        (i, Joint::Slash)
    } else {
        one_of(",;", i).map(|(i, _)| (i, Joint::Comma))?
    };
    let (i, _) = blanks(i)?;
    Ok((i, joint))
}

/// Whether a date of this form may follow the one before.
fn follows(last: Side, next: Side, joint: Joint) -> bool {
    use Form::{
        Day, DayMonth, Decade, Month, MonthDay, MonthYear, Numeric, NumericDay, NumericMonth, Year,
    };
    let range = joint == Joint::To;
    match (last.form, next.form) {
        (Day, Day | DayMonth) => range || next.weekday.is_none() || last.weekday.is_some(),
        (Day, MonthDay) => range,
        (Day, Numeric) => range || joint == Joint::Slash,
        (MonthDay, Day) => last.date.year.is_none(),
        (DayMonth | MonthDay, DayMonth | MonthDay) => true,
        (DayMonth | MonthDay, MonthYear | Year | Numeric) => range,
        (Month, Month | MonthYear) => true,
        (
            MonthYear | NumericMonth,
            DayMonth | MonthDay | MonthYear | NumericMonth | Year | Numeric,
        ) => range,
        (Year, MonthYear | DayMonth | MonthDay) => range,
        (Year, Year) => range || joint == Joint::Slash,
        (Decade, Decade | Year) => range,
        (NumericDay, NumericDay | Numeric) => joint != Joint::Slash,
        (Numeric, Numeric) => range || joint == Joint::Slash,
        (Numeric, DayMonth | MonthDay) => range,
        _ => false,
    }
}

/// Whether a completed side is a date that can stand for itself.
fn stands(side: Side, count: usize) -> bool {
    let alone = count == 1;
    match side.form {
        Form::Day => side.date.month.is_some(),
        Form::Month => side.date.year.is_some(),
        Form::NumericDay => side.date.year.is_some() || (alone && side.weekday.is_some()),
        _ => true,
    }
}

/// Reads all numbers in the order that one of them can only have.
fn settle_order(links: &mut [Link], order: DateOrder) {
    let only = links.iter().find_map(|l| match l.side.order {
        Reading::Only(order) => Some(order),
        _ => None,
    });
    let Some(only) = only else { return };
    for side in links.iter_mut().map(|l| &mut l.side) {
        if side.order == Reading::Either {
            if only != order {
                side.date = side.date.swapped();
            }
            side.order = Reading::Plain;
        }
    }
}

/// Gives each date the month and year that only one beside it prints: from the right first, since the last carries most;
/// a year once more when the months are known (`May 6, 7 and 9, 2024`).
fn fill(links: &mut [Link]) {
    fill_back(links);
    for k in 1..links.len() {
        let (from, joint) = (links[k - 1].side.date, links[k].joint);
        let to = &mut links[k].side.date;
        if to.day.is_some() && to.month.is_none() {
            to.month = from.month;
        }
        if to.year.is_none() {
            let turns = joint == Joint::To && to.month < from.month;
            to.year = from.year.map(|y| y + i16::from(turns));
        }
    }
    fill_back(links);
}

fn fill_back(links: &mut [Link]) {
    for k in (1..links.len()).rev() {
        let (to, joint) = (links[k].side.date, links[k].joint);
        let from = &mut links[k - 1].side.date;
        if from.day.is_some() && from.month.is_none() {
            from.month = to.month;
        }
        if from.year.is_none() && from.month.is_some() {
            let turns = joint == Joint::To && to.month.is_some() && from.month > to.month;
            from.year = to.year.map(|y| y - i16::from(turns));
        }
    }
}

/// The dates as spans: ranges where the joint says so or the days follow each other, else one each.
fn spans(links: &[Link], between: bool) -> Vec<(Range<usize>, DateSpan)> {
    let mut spans: Vec<(Range<usize>, DateSpan)> = Vec::new();
    for link in links {
        let date = link.side.date;
        let decade_end = (link.side.form == Form::Decade)
            .then_some(date.year)
            .flatten()
            .map(|y| Partial {
                year: Some(y + 9),
                ..date
            });
        if let Some((range, last)) = spans.last_mut() {
            let before = last.end.unwrap_or(last.start);
            let joins = match link.joint {
                Joint::To => last.end.is_none() || between || link.side.form == Form::Decade,
                Joint::Slash if date.day.is_none() || link.side.form == Form::Numeric => true,
                Joint::Slash | Joint::And | Joint::Comma => before.is_followed_by(date),
            };
            if joins {
                range.end = link.end;
                last.end = Some(decade_end.unwrap_or(date));
                last.end_weekday = link.side.weekday;
                continue;
            }
        }
        let ambiguous = link.side.order == Reading::Either;
        spans.push((
            link.start..link.end,
            DateSpan {
                start: date,
                end: decade_end,
                weekday: link.side.weekday,
                end_weekday: None,
                ambiguous,
                alternative: ambiguous.then(|| date.swapped()),
                order: match link.side.order {
                    Reading::Only(order) => Some(order),
                    _ => None,
                },
            },
        ));
    }
    spans
}
