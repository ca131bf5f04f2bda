//! Clock times in running text, where two numbers with a point between them are seldom one.

use crate::lexicon::{Lang, Lexicon, List, Map, PerLang};
use crate::value::atoms::{Parsed, closes, dash, phrase, some_blanks, then_phrase, when};
use crate::value::date::DateSpan;
use crate::value::time::{
    Clock, Form, Found, Half, Lead, Point, TimeSpan, duration, goes_on_small, span,
};
use crate::value::walk::{Anchors, Vocabulary, is_after, is_inside_number};
use std::ops::Range;

/// The words around clock times, by language.
struct Finder {
    lex: &'static Lexicon,
    words: Vocabulary,
    anchors: Anchors,
}

impl Finder {
    fn of(lang: Lang) -> &'static Finder {
        static FINDERS: PerLang<Finder> = PerLang::new();
        FINDERS.of(lang, || {
            let lex = lang.lexicon();
            let names = [Map::Number, Map::HourName, Map::RoughHour];
            let maps = [
                Map::Number,
                Map::HourName,
                Map::RoughHour,
                Map::PartOfDay,
                Map::HourPart,
            ];
            let openers = [
                List::RangeFrom,
                List::RangeBetween,
                List::TimeAt,
                List::TimePartLead,
                List::TimeFor,
            ];
            let inner = [
                List::TimePast,
                List::TimeBefore,
                List::RangeTo,
                List::RangeAnd,
                List::DurationMinute,
                List::TimeAm,
                List::TimePm,
                List::TimeOclock,
                List::TimeHours,
                List::TimeAbout,
                List::TimeZone,
            ];
            Finder {
                lex,
                words: Vocabulary::new(lex, &maps, &openers, &inner),
                anchors: Anchors::new(lex, &names),
            }
        })
    }
}

/// All clock times and ranges in `text` outside of its `dates`, in order.
pub(super) fn times(
    text: &str,
    lang: Lang,
    dates: &[(Range<usize>, DateSpan)],
) -> Vec<(Range<usize>, TimeSpan)> {
    let finder = Finder::of(lang);
    let mut dates = dates.iter().map(|(range, _)| range.clone()).peekable();
    let mut all = Vec::new();
    let mut anchors = finder.anchors.walk(text);
    // What did not make a time with this number or name will not make one with the next.
    let mut done = 0;
    while let Some(anchor) = anchors.next(done) {
        while let Some(date) = dates.next_if(|date| date.end <= anchor.start) {
            done = done.max(date.end);
        }
        if let Some(date) = dates.next_if(|date| date.start <= anchor.start) {
            done = date.end;
            continue;
        }
        let limit = dates.peek().map_or(text.len(), |date| date.start);
        let found = finder.around(text, done..limit, anchor.clone());
        done = anchor.end;
        if let Some((range, span)) = found {
            done = range.end.max(anchor.end);
            all.push((range, span));
        }
    }
    all
}

impl Finder {
    /// The time that the number or name at `anchor` belongs to, within `room`.
    fn around(
        &self,
        text: &str,
        room: Range<usize>,
        anchor: Range<usize>,
    ) -> Option<(Range<usize>, TimeSpan)> {
        let mut starts = self.words.starts(text, room.start, anchor.start).peekable();
        if starts.peek().is_none() && !self.may_begin(&text[anchor.clone()], &text[anchor.end..]) {
            return None;
        }
        let own = (!is_inside_number(text, anchor.start)).then_some(anchor.start);
        for start in starts.chain(own) {
            let here = &text[start..room.end];
            let read = self
                .lasting(here)
                .or_else(|_| self.standing(&text[..start], here));
            if let Ok((rest, span)) = read
                && room.end - rest.len() > anchor.start
            {
                let at = self.leading_at(here);
                return Some((start + at..room.end - rest.len(), span));
            }
        }
        None
    }

    /// Whether a time may begin with the number or name `anchor`, by a glance at what follows: all that most numbers get.
    fn may_begin(&self, anchor: &str, rest: &str) -> bool {
        if !anchor.starts_with(|c: char| c.is_ascii_digit()) {
            return self.words.goes_on(rest) || self.lex.map(Map::Number).starts(anchor).is_none();
        }
        let mut next = rest.chars();
        anchor.len() <= 4
            && match next.next() {
                None | Some('%' | ',' | ';' | ')') => false,
                Some('.' | ':') => next.next().is_some_and(|c| c.is_ascii_digit()),
                Some(c) if c.is_alphabetic() => self.words.goes_on(rest),
                Some(' ' | '\n') => self.words.goes_on(rest) || dash(rest.trim_start()).is_ok(),
                Some(_) => true,
            }
    }

    /// Length of a preposition that is no part of the time: `at 9:00`.
    fn leading_at(&self, i: &str) -> usize {
        let after = phrase(self.lex, List::TimeAt, i).and_then(|(i, ())| some_blanks(i));
        after.map_or(0, |(rest, _)| i.len() - rest.len())
    }

    /// `from 9 for 2.5 hrs`, `for 2 hours from 2 pm`.
    fn lasting<'t>(&self, i: &'t str) -> Parsed<'t, TimeSpan> {
        let lex = self.lex;
        let until = |from: Found, minutes: u32| {
            let end = Clock::from_minutes(from.span.start.minutes() + minutes);
            TimeSpan {
                end: Some(end),
                ..from.span
            }
        };
        if let Ok((i, ())) = phrase(lex, List::TimeFor, i) {
            let (i, _) = some_blanks(i)?;
            let (i, minutes) = duration(lex, i)?;
            let (i, _) = some_blanks(i)?;
            let (i, from) = span(lex, i)?;
            return when(
                i,
                from.lead == Lead::From && from.end.is_none(),
                until(from, minutes),
            );
        }
        let (i, ()) = phrase(lex, List::RangeFrom, i).map(|_| (i, ()))?;
        let (i, from) = span(lex, i)?;
        let (i, ()) = then_phrase(lex, List::TimeFor, i)?;
        let (i, _) = some_blanks(i)?;
        let (i, minutes) = duration(lex, i)?;
        when(i, from.end.is_none(), until(from, minutes))
    }

    /// A time or range with evidence enough.
    fn standing<'t>(&self, before: &str, i: &'t str) -> Parsed<'t, TimeSpan> {
        let (rest, found) = span(self.lex, i)?;
        let place = Place {
            lex: self.lex,
            before,
            rest,
        };
        let fits = match found.end {
            None => place.fits_time(&found, found.start),
            Some(end) => place.fits_range(&found, found.start, end),
        };
        when(rest, fits, found.span)
    }
}

/// What stands on both sides of a reading.
struct Place<'t> {
    lex: &'static Lexicon,
    before: &'t str,
    rest: &'t str,
}

impl Place<'_> {
    fn fits_time(&self, found: &Found, p: Point) -> bool {
        let at = found.lead == Lead::At || is_after(self.before, self.lex.list(List::TimeFor));
        match p.form {
            Form::Sure if p.letter => p.half != Half::Open,
            Form::Sure => !is_after(self.before, self.lex.list(List::TimeNotAfter)),
            Form::Spoken => closes(self.rest),
            Form::Stamped | Form::Hour => at && p.hour < 24,
            Form::Dotted => found.lead == Lead::At && self.ends_phrase(),
            Form::Words => at && closes(self.rest) || p.by_part,
            Form::Bare => p.by_part && self.ends_phrase(),
            Form::Word => p.by_part && at && closes(self.rest),
            Form::Compact => found.zoned,
            Form::Digits => false,
        }
    }

    fn fits_range(&self, found: &Found, start: Point, end: Point) -> bool {
        let led = matches!(found.lead, Lead::From | Lead::Between);
        let strongest = start.form.max(end.form);
        match strongest {
            Form::Sure => !is_after(self.before, self.lex.list(List::TimeNotAfter)),
            Form::Compact => !start.is_year() && (start.hour < 10 || self.is_round(start, end)),
            Form::Stamped | Form::Hour => true,
            Form::Spoken => closes(self.rest),
            Form::Dotted if led => self.ends_phrase(),
            Form::Dotted => {
                let both = start.form == Form::Dotted && end.form == Form::Dotted;
                both && start.hour >= 6 && self.is_round(start, end)
            }
            _ => start.by_part || end.by_part,
        }
    }

    /// Whether the minutes are such as programmes print, and nothing follows that the numbers could count.
    fn is_round(&self, start: Point, end: Point) -> bool {
        start.minute.is_multiple_of(5) && end.minute.is_multiple_of(5) && self.ends_phrase()
    }

    /// Whether what follows is not what the numbers count: `at 9.30 in the hall`, not `at 9.30 per cent`.
    fn ends_phrase(&self) -> bool {
        let next = self.rest.trim_start();
        if next.starts_with('%') {
            return false;
        }
        closes(self.rest)
            || !goes_on_small(self.rest)
            || self.lex.list(List::DateYearFollow).starts(next).is_some()
    }
}
