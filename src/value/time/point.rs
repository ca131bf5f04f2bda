//! One printed clock time.

use crate::lexicon::{Lexicon, List, Map, PerLang, Phrases};
use crate::value::atoms::{
    Parsed, blanks, closes, digits, fail, is_edge, one_of, phrase, some_blanks, spelled, symbol,
    then_phrase, when, word,
};

/// How a clock time is printed, from what says least that it is one to what says it outright.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// `9`.
    Bare,
    /// `nine`.
    Word,
    /// `nine thirty`.
    Words,
    /// `340`, which only an am or pm makes a time.
    Digits,
    /// `0930`.
    Compact,
    /// `1430 hrs`, which may be a duration.
    Stamped,
    /// `14h`.
    Hour,
    /// `9.30`.
    Dotted,
    /// `ten past nine`.
    Spoken,
    /// `9:30`, `9h30`, or any form with a word that says so.
    Sure,
}

/// What the print says about the half of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Half {
    /// Nothing.
    Open,
    /// The clock of 24 hours, or noon and midnight.
    Fixed,
    /// Before noon.
    Am,
    /// After noon.
    Pm,
    /// A part of the day, by its earliest hour.
    Part(u8),
}

/// A clock time as printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// The hour as printed, up to 24.
    pub hour: u8,
    /// The minute.
    pub minute: u8,
    /// How it is printed.
    pub form: Form,
    /// Which half of the day it says.
    pub half: Half,
    /// Whether it is put in words as one says it: `8 o'clock`, `half past nine`.
    spoken: bool,
    /// Whether it is printed with an `h`, as durations are.
    pub letter: bool,
    /// Whether it is a name: noon.
    pub is_name: bool,
    /// Whether only a part of the day says that it is a clock time: `in the afternoon at 7`.
    pub by_part: bool,
}

impl Point {
    fn new(hour: u32, minute: u32, form: Form) -> Point {
        let half = match hour {
            0 | 13.. => Half::Fixed,
            _ => Half::Open,
        };
        Point {
            hour: hour as u8,
            minute: minute as u8,
            form,
            half,
            spoken: false,
            letter: false,
            is_name: false,
            by_part: false,
        }
    }

    /// Minutes after midnight, with what the print says about the half of the day.
    pub fn minutes(self) -> u32 {
        let hour = u32::from(self.hour);
        let hour = match self.half {
            Half::Open | Half::Fixed => hour,
            Half::Am if hour == 12 => 0,
            Half::Pm if hour < 12 => hour + 12,
            Half::Am | Half::Pm => hour,
            Half::Part(_) if hour > 12 || hour == 0 => hour,
            Half::Part(earliest) => {
                let earliest = u32::from(earliest);
                let twelfths = (earliest.saturating_sub(hour % 12)).div_ceil(12);
                hour % 12 + twelfths * 12
            }
        };
        hour % 24 * 60 + u32::from(self.minute)
    }

    /// Whether the four digits of a compact form are rather a year of our time.
    pub fn is_year(self) -> bool {
        self.form == Form::Compact && matches!(self.hour, 19 | 20)
    }

    /// Whether an am is printed by an hour that only the afternoon has.
    pub fn impossible(self) -> bool {
        self.half == Half::Am && (13..24).contains(&self.hour)
    }
}

/// A clock time with all that belongs to it: `in the afternoon at 7`, `half past 8 pm`, `10:15 hours`.
pub fn point<'t>(lex: &Lexicon, i: &'t str) -> Parsed<'t, Point> {
    // Each form begins with a digit or with one of these words.
    let counted = i.starts_with(|c: char| c.is_ascii_digit());
    if !counted && !openers(lex).may_start(i) {
        return fail(i);
    }
    let before = if counted {
        fail(i)
    } else {
        part_before(lex, i)
    };
    let (i, part) = before.map_or((i, None), |(i, part)| (i, Some(part)));
    let (i, mut p) = relative(lex, i)
        .or_else(|_| named(lex, i))
        .or_else(|_| simple(lex, i))?;
    let i = match phrase(lex, List::TimeAbout, i) {
        Ok((i, ())) => {
            p.form = Form::Sure;
            i
        }
        Err(_) => i,
    };
    let (i, half) = half_after(lex, i, p);
    // `3.40 pm onwards`
    let i = phrase(lex, List::TimeAbout, i).map_or(i, |(i, ())| i);
    if let Some(half) = half.or(part.map(Half::Part)) {
        p.half = half;
        p.by_part = matches!(half, Half::Part(_)) && p.form < Form::Sure;
        p.form = if p.by_part { p.form } else { Form::Sure };
    }
    let open = p.form == Form::Digits || (p.form <= Form::Word && p.hour == 24);
    when(i, !open, p)
}

/// The words that a clock time begins with where it begins with no digit.
fn openers(lex: &Lexicon) -> &'static Phrases {
    static SETS: PerLang<Phrases> = PerLang::new();
    const MAPS: [Map; 5] = [
        Map::HourName,
        Map::HourPart,
        Map::Number,
        Map::PartOfDay,
        Map::RoughHour,
    ];
    SETS.of(lex.lang(), || {
        let words = MAPS.iter().flat_map(|&map| lex.numbers(map));
        let leads = lex.phrases(List::TimePartLead);
        Phrases::new(words.map(|(word, _)| word).chain(leads))
    })
}

/// Digits or number words and a word that says that they are a clock time.
fn simple<'t>(lex: &Lexicon, i: &'t str) -> Parsed<'t, Point> {
    let (i, mut p) = clocked(i).or_else(|_| in_words(lex, i))?;
    let whole = p.form <= Form::Word;
    let list = if whole {
        List::TimeOclock
    } else {
        List::TimeHours
    };
    match then_phrase(lex, list, i) {
        // `10.20 H.E. Ms A`: the letter of a title is none of a clock.
        Ok((i, ())) if p.form != Form::Hour && !is_initial(i) => {
            let long = p.form == Form::Compact && p.hour >= 10;
            p.form = if long { Form::Stamped } else { Form::Sure };
            p.spoken = whole;
            match minutes_in_words(lex, i) {
                Ok((i, minute)) if whole => Ok((i, Point { minute, ..p })),
                _ => Ok((i, p)),
            }
        }
        _ => Ok((i, p)),
    }
}

/// `vingt heures` and `trente`, `et quart`, `y quince minutos`: what is said behind the word for hours.
fn minutes_in_words<'t>(lex: &Lexicon, i: &'t str) -> Parsed<'t, u8> {
    let (i, _) = some_blanks(i)?;
    let i = phrase(lex, List::TimeJoin, i)
        .and_then(|(i, ())| some_blanks(i))
        .map_or(i, |(i, _)| i);
    if let Ok((i, part)) = word(lex, Map::HourPart, i) {
        return Ok((i, part as u8));
    }
    let (i, n) = spelled(lex, i)?;
    let i = then_phrase(lex, List::DurationMinute, i).map_or(i, |(i, ())| i);
    when(i, (5..60).contains(&n), n)
}

/// `9`, `9:30`, `9:30:15`, `9.30`, `9h`, `9h30`, `0930`.
fn clocked(i: &str) -> Parsed<'_, Point> {
    let (i, (n, width)) = digits(i, 1..=4)?;
    if width > 2 {
        let form = if width == 4 {
            Form::Compact
        } else {
            Form::Digits
        };
        return when(
            i,
            n / 100 <= 24 && n % 100 < 60,
            Point::new(n / 100, n % 100, form),
        );
    }
    let (i, _) = when(i, n <= 24, ())?;
    colon_minutes(i, n)
        .or_else(|_| dot_minutes(i, n))
        .or_else(|_| hour_letter(i, n))
        .or(Ok((i, Point::new(n, 0, Form::Bare))))
}

fn minutes(i: &str) -> Parsed<'_, u32> {
    let (i, (n, _)) = digits(i, 2..=2)?;
    when(i, n < 60, n)
}

fn colon_minutes(i: &str, hour: u32) -> Parsed<'_, Point> {
    // `08 :30`, as a French typist sets it.
    let sign = i
        .strip_prefix([' ', '\u{a0}'])
        .filter(|s| s.starts_with(':'))
        .unwrap_or(i);
    let (i, _) = one_of(":\u{2236}\u{ff1a}", sign)?;
    let (i, m) = minutes(i)?;
    let seconds = one_of(":", i).and_then(|(i, _)| minutes(i));
    let i = seconds.map_or(i, |(i, _)| i);
    when(i, hour < 24 || m == 0, Point::new(hour, m, Form::Sure))
}

fn dot_minutes(i: &str, hour: u32) -> Parsed<'_, Point> {
    let (i, _) = one_of(".\u{b7}", i)?;
    let (i, m) = minutes(i)?;
    when(i, hour < 24 || m == 0, Point::new(hour, m, Form::Dotted))
}

/// The `h` of a clock of 24 hours. A lone `2h30` is a duration, so small hours stay open.
fn hour_letter(i: &str, hour: u32) -> Parsed<'_, Point> {
    let (i, gap) = blanks(i)?;
    let (i, _) = symbol("h", i)?;
    let full = blanks(i).and_then(|(i, _)| minutes(i));
    let (i, m, form) = match full {
        Ok((i, m)) => (symbol("min", i).map_or(i, |(i, ())| i), m, Form::Sure),
        Err(_) => (i, 0, Form::Hour),
    };
    let mut p = Point::new(hour, m, form);
    p.letter = true;
    if hour >= 6 {
        p.half = Half::Fixed;
    }
    let told = gap.is_empty() || form == Form::Sure || opens_range(i);
    let fits = is_edge(i) && hour < 24 && told;
    when(i, fits, p)
}

/// Whether another hour stands behind a dash or the word for up to: `15 h - 15 h 15`, `11 h à 11 h 45`.
fn opens_range(i: &str) -> bool {
    let rest = i.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let signs = ['-', '\u{2013}', '\u{2014}', '\u{e0}', 'a'];
    let to = rest.strip_prefix(signs).map(str::trim_start);
    to.is_some_and(|to| {
        let digits = to.bytes().take_while(u8::is_ascii_digit).count();
        let unit = to[digits..].trim_start();
        (1..=2).contains(&digits) && unit.starts_with(['h', 'H'])
    })
}

/// `nine`, `nine thirty`, `nine oh five` without the oh.
fn in_words<'t>(lex: &Lexicon, i: &'t str) -> Parsed<'t, Point> {
    if let Ok((rest, late @ 21..=24)) = spelled(lex, i)
        && then_phrase(lex, List::TimeOclock, rest).is_ok()
    {
        return Ok((rest, Point::new(u32::from(late), 0, Form::Word)));
    }
    let (rest, first) = word(lex, Map::Number, i)?;
    let (_, hour) = when(i, (1.0..=20.0).contains(&first), first as u32)?;
    let pair = some_blanks(rest).and_then(|(i, _)| {
        let (i, m) = spelled(lex, i)?;
        when(i, (5..60).contains(&m), u32::from(m))
    });
    match pair {
        Ok((i, m)) => Ok((i, Point::new(hour, m, Form::Words))),
        Err(_) => Ok((rest, Point::new(hour, 0, Form::Word))),
    }
}

/// `noon`, `12 noon`, `midnight`, `12:00 midnight`.
fn named<'t>(lex: &Lexicon, i: &'t str) -> Parsed<'t, Point> {
    let twelve = |i: &'t str| -> Parsed<'t, ()> {
        let (i, p) = simple(lex, i)?;
        let (i, _) = some_blanks(i)?;
        when(i, p.hour == 12 && p.minute == 0, ())
    };
    // Of digits only those of twelve are read here.
    let other = i.starts_with(|c: char| c.is_ascii_digit()) && !i.starts_with("12");
    let counted = if other { fail(i) } else { twelve(i) };
    let (i, counted) = counted.map_or((i, false), |(i, ())| (i, true));
    let (i, hour) = match word(lex, Map::HourName, i) {
        Ok(found) => found,
        Err(_) if counted => {
            let (i, part) = word(lex, Map::PartOfDay, i)?;
            let mut p = Point::new(12, 0, Form::Sure);
            p.half = Half::Part(part as u8);
            return when(i, closes(i), p);
        }
        Err(_) => word(lex, Map::RoughHour, i)?,
    };
    let mut p = Point::new(hour as u32, 0, Form::Sure);
    p.half = Half::Fixed;
    p.is_name = true;
    Ok((i, p))
}

/// `half past eight`, `a quarter to 5`, `20 minutes past 10:10`.
fn relative<'t>(lex: &Lexicon, i: &'t str) -> Parsed<'t, Point> {
    let (i, offset) = offset(lex, i)?;
    let (i, _) = some_blanks(i)?;
    let (i, past) = match phrase(lex, List::TimePast, i) {
        Ok((i, ())) => (i, true),
        Err(_) if offset.unit || offset.counts_down => (phrase(lex, List::TimeBefore, i)?.0, false),
        Err(_) => return fail(i),
    };
    let (i, _) = some_blanks(i)?;
    let (i, to) = simple(lex, i)?;
    let (turn, after) = if to.hour > 12 {
        (24 * 60, 0)
    } else {
        (12 * 60, 12)
    };
    let base = (u32::from(to.hour) * 60 + u32::from(to.minute)) % turn;
    let total = (base
        + if past {
            offset.minutes
        } else {
            turn - offset.minutes
        })
        % turn;
    let hour = match total / 60 {
        0 => after,
        hour => hour,
    };
    let form = match past && offset.part {
        true => Form::Sure,
        false => Form::Spoken.max(to.form),
    };
    let p = Point::new(hour, total % 60, form);
    Ok((i, Point { spoken: true, ..p }))
}

/// Minutes said before the hour to which they count.
struct Offset {
    minutes: u32,
    /// A part of the hour: quarter.
    part: bool,
    /// What they count is said: quarter, five minutes.
    unit: bool,
    /// A number word beyond the hours of a clock: twenty to six.
    counts_down: bool,
}

fn offset<'t>(lex: &Lexicon, i: &'t str) -> Parsed<'t, Offset> {
    if let Ok((i, part)) = word(lex, Map::HourPart, i) {
        let minutes = part as u32;
        let offset = Offset {
            minutes,
            part: true,
            unit: true,
            counts_down: false,
        };
        return Ok((i, offset));
    }
    let (i, minutes, in_words) = match digits(i, 1..=2) {
        Ok((i, (n, _))) => (i, n, false),
        Err(_) => spelled(lex, i).map(|(i, n)| (i, u32::from(n), true))?,
    };
    let (i, unit) = match then_phrase(lex, List::DurationMinute, i) {
        Ok((i, ())) => (i, true),
        Err(_) => (i, false),
    };
    let offset = Offset {
        minutes,
        part: false,
        unit,
        counts_down: in_words && minutes > 12,
    };
    when(i, (1..60).contains(&minutes), offset)
}

/// `in the afternoon at`, `afternoon`.
fn part_before<'t>(lex: &Lexicon, i: &'t str) -> Parsed<'t, u8> {
    let i = phrase(lex, List::TimePartLead, i)
        .and_then(|(i, ())| some_blanks(i))
        .map_or(i, |(i, _)| i);
    let (i, part) = word(lex, Map::PartOfDay, i)?;
    let i = one_of(":,", i).map_or(i, |(i, _)| i);
    let (i, _) = some_blanks(i)?;
    let i = phrase(lex, List::TimeAt, i)
        .and_then(|(i, ())| some_blanks(i))
        .map_or(i, |(i, _)| i);
    Ok((i, part as u8))
}

/// An am or pm, or a part of the day, behind a clock time.
fn half_after<'t>(lex: &Lexicon, i: &'t str, p: Point) -> (&'t str, Option<Half>) {
    if let Some((i, half)) = letter_half(i, p) {
        return (i, Some(half));
    }
    let read = || -> Parsed<'t, Half> {
        let (i, _) = blanks(i)?;
        if let Ok((i, ())) = phrase(lex, List::TimeAm, i) {
            return Ok((i, Half::Am));
        }
        if let Ok((i, ())) = phrase(lex, List::TimePm, i) {
            return Ok((i, Half::Pm));
        }
        if let Some(found) = glued_half(lex, i) {
            return Ok(found);
        }
        let lead = phrase(lex, List::TimePartLead, i).and_then(|(i, ())| some_blanks(i));
        let i = match lead {
            Ok((i, _)) => i,
            Err(_) if p.spoken => i,
            Err(_) => return fail(i),
        };
        let (i, part) = word(lex, Map::PartOfDay, i)?;
        Ok((i, Half::Part(part as u8)))
    };
    match read() {
        Ok((i, half)) => (i, Some(half)),
        Err(_) => (i, None),
    }
}

/// The first letter of an am or pm, right behind minutes: `9:30a`, `1:15p`.
fn letter_half(i: &str, p: Point) -> Option<(&str, Half)> {
    let told = matches!(p.form, Form::Sure | Form::Dotted) && (1..=12).contains(&p.hour);
    let half = match i.as_bytes().first().filter(|_| told && !p.letter)? {
        b'a' => Half::Am,
        b'p' => Half::Pm,
        _ => return None,
    };
    // `8:30a.m.` has the rest of it behind the letter.
    let whole = is_edge(&i[1..]) && !i[1..].starts_with('.');
    whole.then_some((&i[1..], half))
}

/// An am or pm that a title is glued to: `pmLunch`, `PMLunch`.
fn glued_half<'t>(lex: &Lexicon, i: &'t str) -> Option<(&'t str, Half)> {
    let capitals = i.bytes().take(3).all(|b| b.is_ascii_uppercase());
    let at = match i.as_bytes().get(3) {
        Some(small) if capitals && small.is_ascii_lowercase() => 2,
        _ => i.bytes().take(6).position(|b| b.is_ascii_uppercase())?,
    };
    let half = &i[..at];
    let halves = [(List::TimeAm, Half::Am), (List::TimePm, Half::Pm)];
    let found = halves
        .into_iter()
        .find(|(list, _)| lex.list(*list).is(half))?;
    Some((&i[at..], found.1))
}

/// Whether a stop and a letter follow, as behind an initial.
fn is_initial(rest: &str) -> bool {
    rest.strip_prefix('.')
        .is_some_and(|r| r.starts_with(char::is_alphabetic))
}
