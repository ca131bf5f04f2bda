//! A printed clock time or range of two, and what the print alone settles about them.

use super::point::{Form, Half, Point, point};
use super::{Clock, TimeSpan, goes_on};
use crate::lexicon::{Lexicon, List};
use crate::value::atoms::{Parsed, blanks, dash, is_edge, one_of, phrase, some_blanks, when};

/// Minutes of a day.
const DAY: u32 = 24 * 60;
/// Minutes of half a day.
const HALF_DAY: u32 = DAY / 2;
/// An end before its start is meant for the next half of the day where that makes no longer a span than this.
const LONGEST: u32 = 10 * 60;

/// A word before a clock time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lead {
    /// None.
    None,
    /// at.
    At,
    /// from.
    From,
    /// between.
    Between,
}

/// A clock time or range with how it is printed, by which each context decides whether it takes it for one.
#[derive(Clone, Copy, Debug)]
pub struct Found {
    /// What is read.
    pub span: TimeSpan,
    /// The word before it.
    pub lead: Lead,
    /// The first or only time.
    pub start: Point,
    /// The second.
    pub end: Option<Point>,
    /// Whether nothing but a dash stands between the two.
    pub tight: bool,
    /// Whether a time zone stands behind it.
    pub zoned: bool,
}

/// The clock time or range that `i` begins with, however little says that it is one.
pub fn span<'t>(lex: &Lexicon, i: &'t str) -> Parsed<'t, Found> {
    let (i, lead) = lead(lex, i);
    let (i, start) = point(lex, i)?;
    let fits = |&(rest, (p, tight)): &(&str, (Point, bool))| {
        ends(lex, rest) && pairs(start, p) && !counts(p, tight, lead, rest)
    };
    // `8:15h. - 8:35 h.`: the stop is that of the short form.
    let stopped = || {
        end(lex, i.strip_prefix('.')?, lead)
            .ok()
            .filter(|(_, (p, _))| p.form >= Form::Dotted)
    };
    let end = end(lex, i, lead).ok().or_else(stopped).filter(fits);
    let (i, end, tight) = match end {
        Some((i, (p, tight))) => (i, Some(p), tight),
        None => (i, None, false),
    };
    let (i, _) = when(i, ends(lex, i), ())?;
    let (i, zoned) = zone(lex, i).map_or((i, false), |(i, ())| (i, true));
    let span = settle(start, end);
    Ok((
        i,
        Found {
            span,
            lead,
            start,
            end,
            tight,
            zoned,
        },
    ))
}

/// Whether the numbers end here; a title or a time zone may be glued to them.
fn ends(lex: &Lexicon, i: &str) -> bool {
    let mut chars = i.chars();
    let title = chars.next().is_some_and(char::is_uppercase)
        && chars.next().is_some_and(char::is_lowercase);
    // `11:30coffee`: no hour's sign has so many letters.
    let word = i.chars().take_while(|c| c.is_lowercase()).count() > 4;
    title || word || is_edge(i) || lex.list(List::TimeZone).starts(i).is_some()
}

fn lead<'t>(lex: &Lexicon, i: &'t str) -> (&'t str, Lead) {
    if i.starts_with(|c: char| c.is_ascii_digit()) {
        return (i, Lead::None);
    }
    let leads = [
        (List::RangeFrom, Lead::From),
        (List::RangeBetween, Lead::Between),
        (List::TimeAt, Lead::At),
    ];
    for (list, lead) in leads {
        let found = phrase(lex, list, i).and_then(|(i, ())| some_blanks(i));
        if let Ok((i, _)) = found {
            return (i, lead);
        }
    }
    (i, Lead::None)
}

fn end<'t>(lex: &Lexicon, i: &'t str, lead: Lead) -> Parsed<'t, (Point, bool)> {
    let (joint, _) = blanks(i)?;
    let joined = match lead {
        Lead::Between => phrase(lex, List::RangeAnd, joint),
        _ => phrase(lex, List::RangeTo, joint),
    };
    let (after, ()) = joined
        .or_else(|_| dash(joint))
        .or_else(|_| one_of("/\u{2192}>", joint).map(|(i, _)| (i, ())))?;
    let after = after.strip_prefix('>').unwrap_or(after);
    let (i, gap) = blanks(after)?;
    let tight = gap.is_empty() && i.as_ptr() == after.as_ptr();
    let (i, p) = point(lex, i)?;
    Ok((i, (p, tight && joint.len() == after.len() + 1)))
}

/// Whether two forms can be the two ends of one range.
fn pairs(start: Point, end: Point) -> bool {
    match (start.form, end.form) {
        (a, Form::Compact) => a == Form::Compact,
        (Form::Compact, b) => matches!(b, Form::Stamped | Form::Sure),
        (a, Form::Stamped) => a == Form::Stamped,
        (Form::Bare | Form::Word, Form::Bare | Form::Word) => start.by_part || end.by_part,
        _ => true,
    }
}

/// Whether a bare number after a time counts what follows instead: `9:00 – 10 years of ...`.
fn counts(end: Point, tight: bool, lead: Lead, rest: &str) -> bool {
    let bare = end.form <= Form::Word && end.half == Half::Open;
    bare && !tight && matches!(lead, Lead::None | Lead::At) && goes_on(rest)
}

fn zone<'t>(lex: &Lexicon, i: &'t str) -> Parsed<'t, ()> {
    let (i, _) = blanks(i)?;
    if let Ok((i, _)) = one_of("(", i) {
        let (i, ()) = phrase(lex, List::TimeZone, i)?;
        return one_of(")", i).map(|(i, _)| (i, ()));
    }
    phrase(lex, List::TimeZone, i)
}

/// The clocks of a range as far as its own print decides, each end helping the other.
fn settle(start: Point, end: Option<Point>) -> TimeSpan {
    let mut from = start.minutes();
    let mut marked = start.half != Half::Open;
    let mut to = end.map(Point::minutes);
    let mut end_marked = end.is_some_and(|p| p.half != Half::Open);
    if let (Some(p), Some(minutes)) = (end, to) {
        match (marked, end_marked) {
            (true, false) => to = Some(after(from, minutes)),
            (false, true) if p.half != Half::Fixed || p.hour == 12 || p.hour == 0 => {
                from = before(minutes, from)
            }
            (false, false) if minutes < from && minutes + HALF_DAY - from <= LONGEST => {
                to = Some(minutes + HALF_DAY);
            }
            _ => (),
        }
        (marked, end_marked) = (marked || end_marked, marked || end_marked);
    }
    let clock24 = |p: Point| p.hour > 12 || (p.hour == 0 && p.half == Half::Fixed);
    TimeSpan {
        start: Clock::from_minutes(from),
        end: to.map(Clock::from_minutes),
        start_marked: marked,
        end_marked,
        clock24: clock24(start) || end.is_some_and(clock24),
        impossible_meridiem: start.impossible() || end.is_some_and(Point::impossible),
    }
}

/// Of the two times that a clock of twelve hours shows as `minutes`, the first after `start`.
pub(super) fn after(start: u32, minutes: u32) -> u32 {
    let wait = |m: u32| (m + DAY - start - 1) % DAY;
    let (a, b) = (minutes % HALF_DAY, minutes % HALF_DAY + HALF_DAY);
    if wait(a) <= wait(b) { a } else { b }
}

/// Of the two times that a clock of twelve hours shows as `minutes`, the last before `end`.
fn before(end: u32, minutes: u32) -> u32 {
    let wait = |m: u32| (end + DAY - m - 1) % DAY;
    let (a, b) = (minutes % HALF_DAY, minutes % HALF_DAY + HALF_DAY);
    if wait(a) <= wait(b) { a } else { b }
}
