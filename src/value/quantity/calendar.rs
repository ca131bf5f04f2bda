//! Clock times, dates and years: numbers of the calendar, which measure nothing.

use super::atom::{Atom, is_ordinal_ending};
use super::part::Part;
use super::reject::CHAIN;
use super::token::Kind as Is;
use super::vocab::{Class, Meaning};
use super::{Kind, Reader, units};

impl Reader<'_> {
    /// `9 am`, `9.30-10.15 am`, `9.00 – 13.00`, `at 10 o'clock`.
    pub(super) fn is_clock(&self, atom: &Atom) -> bool {
        let Some(digits) = atom.digits else {
            return false;
        };
        if atom.value >= 2400.0 || digits.grouped {
            return false;
        }
        let symbol = self
            .token(atom.end)
            .and_then(|t| units::symbol(&self.text[t.start..], false));
        let hours = symbol.is_some_and(|(id, _)| units::is_named(id, "hour"));
        let military = digits.integers == 4 && digits.decimals == 0 && hours;
        // `21h CET`
        let zoned = hours && self.is(atom.end + 1, Class::Meridiem);
        if military
            || zoned
            || self.is(atom.end, Class::Meridiem)
            || self.is_clock_hours(atom)
            || self.is_dotted_clock(atom)
        {
            return true;
        }
        let joined = self
            .token(atom.end)
            .is_some_and(|t| t.is_dash() || t.is(Class::To));
        let Some(Is::Number(second)) = self.token(atom.end + 1).map(|t| t.kind).filter(|_| joined)
        else {
            return self.ends_clock_range(atom);
        };
        let minutes = |d: f64, n: usize| {
            n == 2 && d < 24.0 && (d.fract() * 100.0).round() as i64 % 5 == 0 && d.fract() < 0.6
        };
        let dotted =
            minutes(digits.value, digits.decimals) && minutes(second.value, second.decimals);
        // `11.30 – 14.20 Ohm Room`
        let capital = |i: usize| {
            let mut letters = self.slice(i).chars();
            letters.next().is_some_and(char::is_uppercase)
                && letters.next().is_some_and(char::is_lowercase)
        };
        let name = capital(atom.end + 2) && capital(atom.end + 3);
        let bare = name
            || self.token(atom.end + 2).is_none_or(|t| {
                !t.is_mark('%')
                    && self
                        .phrase(atom.end + 2, |m| {
                            matches!(m, Meaning::Unit(_)).then_some(())
                        })
                        .is_none()
            });
        self.is(atom.end + 2, Class::Meridiem)
            || dotted && bare && !self.is(atom.end + 2, Class::Scale)
    }

    /// `at 17.45 hours`, `from 9.30 hrs to 10.15 hrs`.
    fn is_clock_hours(&self, atom: &Atom) -> bool {
        let Some(digits) = atom.digits.filter(|d| d.decimals == 2) else {
            return false;
        };
        let hour = |id| units::is_named(id, "hour").then_some(());
        let hours = self.phrase(atom.end, |m| match m {
            Meaning::Unit(id) => hour(id),
            _ => None,
        });
        let classes = [Class::At, Class::Temporal, Class::To, Class::And];
        let timed = self
            .before(atom.start)
            .is_some_and(|t| classes.iter().any(|&c| t.is(c)) || t.is_dash() || t.is_mark('('));
        hours.is_some()
            && timed
            && digits.value < 24.5
            && (digits.value.fract() * 100.0).round() < 60.0
    }

    /// `closed at 12.30 on 5 October`, `met at 9.15.`: two digits of minutes in fives, and nothing that is counted.
    fn is_dotted_clock(&self, atom: &Atom) -> bool {
        let Some(digits) = atom.digits.filter(|d| d.decimals == 2) else {
            return false;
        };
        let minutes = (digits.value.fract() * 100.0).round() as i64;
        let at = self.before(atom.start).is_some_and(|t| t.is(Class::At));
        let behind = self.token(atom.end);
        let ends = behind.is_none_or(|t| {
            matches!(t.kind, Is::Mark('.' | ',' | ';' | ')'))
                || [Class::Temporal, Class::And, Class::At]
                    .iter()
                    .any(|&c| t.is(c))
                || self.slice(atom.end) == "on"
        });
        at && ends && digits.value < 24.0 && minutes < 60 && minutes % 5 == 0
    }

    /// The second of two times with dots.
    fn ends_clock_range(&self, atom: &Atom) -> bool {
        let Some(first) = atom.start.checked_sub(2) else {
            return false;
        };
        let Some(Is::Number(digits)) = self.token(first).map(|t| t.kind) else {
            return false;
        };
        let joined = self.tokens[first + 1].is_dash() || self.is(first + 1, Class::To);
        let two = |n: usize| n == 2;
        let earlier = Atom {
            start: first,
            end: first + 1,
            value: digits.value,
            digits: Some(digits),
            ..*atom
        };
        joined
            && two(digits.decimals)
            && atom.digits.is_some_and(|d| two(d.decimals))
            && self.is_clock(&earlier)
    }

    /// `Four o'clock`
    pub(super) fn is_spelled_hour(&self, atom: &Atom) -> bool {
        let behind = self.slice(atom.end);
        atom.value <= 12.0 && self.is(atom.end, Class::Meridiem) && behind.contains(['\'', '’'])
    }

    /// `de septiembre de 2.032`: a year with the point of thousands, as older Spanish papers print it.
    pub(super) fn is_grouped_year(&self, part: &Part) -> bool {
        let year = part.atom.digits.is_some() && (1500.0..2101.0).contains(&part.atom.value);
        let of = part.start >= 2 && self.is(part.start - 1, Class::Of);
        year && of && self.is_month(part.start - 2)
    }

    /// A day beside a month, or in a chain of days (`17-18 October`, `May 3, 4 and 5`), or after a weekday.
    pub(super) fn is_date(&self, atom: &Atom) -> bool {
        if !atom.is_bare() {
            return false;
        }
        let day = atom.value <= 31.0;
        let month = |i: usize| self.is_month(i);
        let passes = |i: usize| {
            self.token(i).is_some_and(|t| {
                matches!(t.kind, Is::Number(d) if d.decimals == 0 && !d.grouped)
                    || matches!(t.kind, Is::Mark(',' | '.' | '&' | '/'))
                    || t.is_dash()
                    || t.is(Class::And)
                    || t.is(Class::To)
                    || is_ordinal_ending(self.slice(i))
                    || t.is(Class::Of)
                    || t.is(Class::Determiner)
            })
        };
        let mut forward = atom.end;
        while day && forward < atom.end + CHAIN && passes(forward) {
            forward += 1;
        }
        if day
            && month(forward)
            && !self
                .token(forward)
                .is_some_and(|t| t.first && forward > atom.end)
        {
            return true;
        }
        // `20. May 2006`, though a sentence seems to end before the month.
        let dotted = self
            .token(atom.end)
            .is_some_and(|t| t.is_mark('.') && !t.spaced);
        if day && dotted && month(atom.end + 1) && self.is_year_at(atom.end + 2) {
            return true;
        }
        let mut back = atom.start;
        while back > 0 && atom.start - back < CHAIN && passes(back - 1) && !self.tokens[back].first
        {
            back -= 1;
        }
        let year = self.is_year_value(atom);
        let before = back.checked_sub(1);
        let dated = before.is_some_and(|i| month(i) || day && self.is(i, Class::Weekday));
        dated && (day || year)
    }

    /// A month's name; in small letters only where that is no other word.
    pub(super) fn is_month(&self, i: usize) -> bool {
        self.is(i, Class::Month) && (self.is_capital(i) || !self.is(i, Class::Homograph))
    }

    /// Whether digits look like a year of the last or this century, a footnote's mark after it included.
    pub(super) fn is_year_value(&self, atom: &Atom) -> bool {
        atom.digits
            .is_some_and(|d| d.integers == 4 && !d.grouped && d.decimals <= 2)
            && (1500.0..2101.0).contains(&atom.value)
    }

    /// A year: four digits after a word of time, or any near ours that count nothing.
    pub(super) fn is_year(&self, part: &Part) -> bool {
        let atom = &part.atom;
        if !self.is_year_value(atom) {
            return false;
        }
        let before = self.before(part.start);
        let temporal = before.is_some_and(|t| {
            t.is(Class::Temporal)
                || t.is(Class::Month)
                || t.is_dash()
                || matches!(t.kind, Is::Mark('(' | ',' | '’' | '\''))
        });
        let qualified = self
            .phrase_before(part.start, |m| {
                matches!(m, Meaning::Qualifier(_)).then_some(())
            })
            .is_some();
        let counted = part.unit.noun
            && self.is_plural(part.noun_end - 1)
            && !self.is_capital(part.noun_end - 1);
        let ours = (1900.0..2100.0).contains(&atom.value);
        // `below 1990 levels`
        if ours && atom.is_bare() && self.is(atom.end, Class::OfYear) {
            return true;
        }
        let ends = self
            .token(atom.end)
            .is_none_or(|t| !t.is_word() || t.is(Class::Stop) || t.is(Class::Month));
        if self.joined_to_no_year(part) {
            return false;
        }
        if counted {
            // `the 2011 decisions`; `the 2000 members` may be so many.
            let whose = before.is_some_and(|t| t.is(Class::Determiner));
            if whose && ours && atom.value % 100.0 != 0.0 && atom.is_bare() {
                return true;
            }
            let beside =
                part.start >= 2 && self.links(part.start - 1) && self.is_year_at(part.start - 2);
            return (temporal && ours || beside) && !qualified;
        }
        if ours {
            // `over 2017`: round numbers apart, that is the year.
            !qualified || ends && (temporal || atom.value % 100.0 != 0.0)
        } else {
            temporal && ends && !qualified && atom.value >= 1500.0 && self.century(part)
        }
    }

    /// `between 2000 and 2500 people`, `1,000 to 2000 jobs`: the other end is no year, so this one is none.
    fn joined_to_no_year(&self, part: &Part) -> bool {
        let number = |i: usize| match self.token(i).map(|t| t.kind) {
            Some(Is::Number(d)) => d.value < 1500.0 && d.integers == 4 || d.value > 2100.0,
            _ => false,
        };
        let before = part.start >= 2 && self.links(part.start - 1) && number(part.start - 2);
        // `from 1996 to 2004 and 123,000 deaths`
        let beside =
            part.start >= 2 && self.links(part.start - 1) && self.is_year_at(part.start - 2);
        if beside && self.is(part.end, Class::And) {
            return false;
        }
        before || self.links(part.end) && number(part.end + 1)
    }

    /// Whether the token at `i` can stand between the ends of a range.
    fn links(&self, i: usize) -> bool {
        let dash = self.token(i).is_some_and(|t| t.is_dash());
        dash || self.is(i, Class::And) || self.is(i, Class::To)
    }

    /// Years of earlier centuries are taken for years only beside another or after a word that little else follows.
    fn century(&self, part: &Part) -> bool {
        let beside = self.is(part.end, Class::And) && self.is_year_at(part.end + 1)
            || part.start >= 2
                && self.is(part.start - 1, Class::And)
                && self.is_year_at(part.start - 2);
        beside || self.is(part.start.wrapping_sub(1), Class::Temporal)
    }

    /// A unit of time that is none: `May 2015 minutes`, `the 2017 minutes were read`.
    pub(super) fn is_calendar(&self, part: &Part) -> bool {
        let ours = (1900.0..2100.0).contains(&part.atom.value);
        let minutes = part.unit.id.is_some_and(|id| units::is_named(id, "minute"));
        part.unit.kind == Some(Kind::Duration)
            && part.atom.is_bare()
            && self.is_year_value(&part.atom)
            && (ours && minutes || self.before(part.start).is_some_and(|t| t.is(Class::Month)))
    }
}
