//! A number with its currency, unit or counted noun.

use super::atom::Atom;
use super::token::Kind as Is;
use super::units::{self, UnitId};
use super::vocab::{Class, Meaning};
use super::{Form, Kind, Reader, noun};
use std::ops::Range;

/// What a number is a number of.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Unit {
    /// The data's form: `percent`, a code, a symbol, a name.
    pub code: String,
    /// English name.
    pub name: String,
    pub kind: Option<Kind>,
    /// The entry of the data files it was made from.
    pub id: Option<UnitId>,
    /// Whether it is a noun that is merely counted.
    pub noun: bool,
}

/// A number with its unit.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// First token, a currency's or a sign's included.
    pub start: usize,
    /// The token after number, scale and unit.
    pub end: usize,
    /// The token after the counted noun; `end` where there is none.
    pub noun_end: usize,
    /// The token to read on from: past a divisor of its own (`per 100,000 people`).
    pub next: usize,
    pub atom: Atom,
    pub value: f64,
    pub max: Option<f64>,
    pub unit: Unit,
    /// Whether a hyphen ties number and unit together (`a two-day meeting`).
    pub tied: bool,
    /// What a rate by the calendar is of.
    pub recurs: Option<Box<Recurs>>,
}

/// What comes again with the calendar: `EUR 90` of `EUR 90 a year`.
#[derive(Clone, Debug)]
pub(super) struct Recurs {
    /// The unit without `a year`.
    pub unit: Unit,
    /// The token after number, scale and unit.
    pub end: usize,
    /// The tokens of `a year`.
    pub each: Range<usize>,
}

impl Reader<'_> {
    /// The quantity that begins at token `i`, or where to look on.
    pub(super) fn part(&self, i: usize) -> Result<Part, usize> {
        let money = self.money_before(i);
        let at = money.map_or(i, |(_, next)| next);
        let (negative, at) = self.sign(at);
        let Some(atom) = self.atom(at, money.is_some()) else {
            return Err(self.not_a_number(at).unwrap_or(i + 1));
        };
        let signed = money.is_some() || negative;
        if let Some(next) = self.reject_number(&atom, money.is_some(), signed) {
            return Err(next);
        }
        let mut part = Part {
            start: i,
            end: atom.end,
            noun_end: atom.end,
            next: atom.end,
            value: if negative { -atom.value } else { atom.value },
            max: atom.max,
            unit: Unit::default(),
            tied: false,
            recurs: None,
            atom,
        };
        match money {
            Some((id, _)) => self.money(&mut part, id),
            None => self.unit_after(&mut part),
        }
        self.age(&mut part);
        self.rate(&mut part);
        part.next = part.next.max(part.end);
        if let Some(next) = self.reject_part(&part) {
            return Err(next);
        }
        Ok(part)
    }

    /// A minus before the number at `i`, in a sign or in words.
    fn sign(&self, i: usize) -> (bool, usize) {
        let Some(token) = self.token(i) else {
            return (false, i);
        };
        let number = |j: usize| matches!(self.token(j), Some(t) if matches!(t.kind, Is::Number(_)) || t.is(Class::Number));
        // In `al menos` and `au moins` it bounds the number.
        let bound = || {
            let is = |m| matches!(m, Meaning::Qualifier(_)).then_some(());
            self.phrase_before(i + 1, is).is_some()
        };
        if token.is(Class::Minus) && !bound() {
            let at = if self.hyphen(i + 1) { i + 2 } else { i + 1 };
            return if number(at) { (true, at) } else { (false, i) };
        }
        let tight = self.token(i + 1).is_some_and(|t| !t.spaced);
        let free = token.spaced
            || matches!(
                self.before(i).map(|t| t.kind),
                Some(Is::Mark('(' | '$' | '€' | '£') | Is::Break)
            );
        let minus = (token.is_mark('-') || token.is_mark('−')) && free && tight && number(i + 1);
        let after_number = self
            .before(i)
            .is_some_and(|t| matches!(t.kind, Is::Number(_)) || t.is_mark('%'));
        if minus && !after_number {
            (true, i + 1)
        } else {
            (false, i)
        }
    }

    /// Gives a number its unit.
    pub(super) fn set(&self, part: &mut Part, id: UnitId) {
        let (code, name, kind) = units::describe(id);
        part.unit = Unit {
            code: code.to_string(),
            name: name.to_string(),
            kind: Some(kind),
            id: Some(id),
            noun: false,
        };
    }

    /// Finds what the number counts or measures in the words after it.
    fn unit_after(&self, part: &mut Part) {
        let at = part.end;
        if let Some((id, end)) = self.unit_shared(part) {
            self.set(part, id);
            part.end = end;
            return;
        }
        let hung = self.hung_qualifier(at);
        let tied = hung.is_none() && self.hyphen(at);
        let at = hung.map_or(if tied { at + 1 } else { at }, |(_, next)| next);
        let Some(token) = self.token(at) else { return };
        if token.first
            && part.atom.form == Form::Digits
            && part.atom.scale == 1.0
            && !token.is_word()
        {
            return;
        }
        let found = self
            .measured_unit(at, tied, part)
            .or_else(|| self.primed(at, part));
        if let Some((id, end)) = found {
            self.set(part, id);
            (part.end, part.tied) = (end, tied);
            return;
        }
        if let Some(end) = self.powered(part, at) {
            (part.end, part.tied) = (end, tied);
            return;
        }
        if tied {
            part.tied = token.is_word();
            return;
        }
        if part.atom.form != Form::Fold {
            self.times_or_noun(part);
        }
    }

    /// The one unit that a fraction is of (`a quarter of a percentage point`), and the token after it.
    fn unit_shared(&self, part: &Part) -> Option<(UnitId, usize)> {
        let shared = part.atom.form == Form::Fraction
            && self.is(part.end, Class::Of)
            && self.is(part.end + 1, Class::Article);
        if !shared {
            return None;
        }
        self.phrase(part.end + 2, |m| match m {
            Meaning::Unit(id) => Some(id),
            _ => None,
        })
    }

    fn measured_unit(&self, at: usize, tied: bool, part: &Part) -> Option<(UnitId, usize)> {
        let token = self.token(at)?;
        let named = self.phrase(at, |m| match m {
            Meaning::Unit(id) => Some(id),
            _ => None,
        });
        if let Some((id, end)) = named {
            return Some((self.pounds(id, part), end)).filter(|_| self.is_unit_here(at, end, part));
        }
        if part.atom.form == Form::Fraction && token.spaced && !tied {
            // `half A` is no half ampere.
            return self.currency_after(at);
        }
        let digits = part.atom.digits.is_some();
        let spaced = token.spaced && !tied;
        if digits || token.is_mark('%') {
            let rest = &self.text[token.start..];
            // `1.3 A/cm2`: a letter with a divisor is a unit even after a space.
            let divided = self
                .token(at + 1)
                .is_some_and(|t| t.is_mark('/') && !t.spaced);
            if let Some((id, len)) = units::symbol(rest, spaced && !divided) {
                let end = token.start + len;
                if let Some(next) = self.token_at(at, end) {
                    return Some((id, next)).filter(|_| self.is_symbol_here(at, spaced));
                }
            }
        }
        self.currency_after(at)
    }

    /// `(15')` in a programme are minutes, `30'` elsewhere are feet.
    fn primed(&self, at: usize, part: &Part) -> Option<(UnitId, usize)> {
        let prime = self.token(at).filter(|t| !t.spaced)?;
        let free = self.token(at + 1).is_none_or(|t| t.spaced || !t.is_word());
        if !matches!(prime.kind, Is::Mark('\'' | '’' | '′')) || !free || !part.atom.is_bare() {
            return None;
        }
        let bracket = self.before(part.start).is_some_and(|t| t.is_mark('('));
        let name = if bracket { "minute" } else { "foot" };
        Some((units::named(name)?, at + 1))
    }

    /// `aged 35`, `the age of 21`, `children under 5 years of age`.
    fn age(&self, part: &mut Part) {
        let before = part.start.checked_sub(1);
        let of = before
            .filter(|&i| self.is(i, Class::Of))
            .and_then(|i| i.checked_sub(1));
        let aged = of.or(before).is_some_and(|i| self.is(i, Class::Age));
        let years = matches!(part.unit.name.as_str(), "year" | "");
        if let (true, true, Some(id)) = (aged, years, units::named("year of age")) {
            self.set(part, id);
        }
    }

    /// A unit's name that is something else here: `two second graders`, `5 quarter finals`, `ten degree programmes`.
    fn is_unit_here(&self, at: usize, end: usize, part: &Part) -> bool {
        let ordinal = self.is(at, Class::Denominator)
            && part.value != 1.0
            && !noun::looks_plural(self.slice(end - 1))
            && part.atom.digits.is_none();
        !ordinal
    }

    /// One capital letter after a space is a unit only where no name goes on after it.
    fn is_symbol_here(&self, at: usize, spaced: bool) -> bool {
        let text = self.slice(at);
        let letter = text.len() == 1 && text.as_bytes()[0].is_ascii_uppercase();
        let word = text == "in";
        // `13F`, `777F`: a code; a temperature has a space or a degree sign.
        let heat = letter && matches!(text, "F" | "C") && !spaced;
        !(spaced
            && letter
            && self.token(at + 1).is_some_and(|t| {
                t.is_mark('.')
                    && !t.spaced
                    && self
                        .token(at + 2)
                        .is_some_and(|n| n.is_word() && n.spaced && !t.first)
            })
            || spaced && word
            || heat)
    }

    /// The token that begins at or after byte `end`, if tokens end there.
    pub(super) fn token_at(&self, from: usize, end: usize) -> Option<usize> {
        let mut i = from;
        while self.token(i).is_some_and(|t| t.end < end) {
            i += 1;
        }
        self.token(i).filter(|t| t.end == end).map(|_| i + 1)
    }

    /// `square metres`, `cubic feet`, `sq ft`.
    fn powered(&self, part: &mut Part, at: usize) -> Option<usize> {
        let power = self
            .token(at)
            .filter(|t| t.is(Class::Power))
            .and_then(|_| units::power(self.slice(at)))?;
        let at = if self.token(at + 1).is_some_and(|t| t.is_mark('.')) {
            at + 2
        } else {
            at + 1
        };
        let at = if self.hyphen(at) { at + 1 } else { at };
        let named = self.phrase(at, |m| match m {
            Meaning::Unit(id) => Some(id),
            _ => None,
        });
        let (id, end) = match named {
            Some(found) => found,
            None => units::symbol(&self.text[self.token(at)?.start..], false)
                .map(|(id, _)| (id, at + 1))?,
        };
        let (_, name, kind) = units::describe(id);
        if kind != Kind::Distance {
            return None;
        }
        let name = format!("{power} {name}");
        match units::named(&name) {
            Some(id) => self.set(part, id),
            None => {
                let kind = if power == "square" {
                    Kind::Area
                } else {
                    Kind::Other
                };
                part.unit = Unit {
                    code: name.clone(),
                    name,
                    kind: Some(kind),
                    id: None,
                    noun: false,
                };
            }
        }
        Some(end)
    }

    fn times_or_noun(&self, part: &mut Part) {
        let at = part.end;
        if self.is(at, Class::Times) && part.value != 1.0 {
            part.end = at + 1;
            let near = part.start.saturating_sub(4)..part.start;
            let changed = near
                .rev()
                .take_while(|&i| self.tokens[i].is_word())
                .any(|i| self.is(i, Class::Increase) || self.is(i, Class::Decrease));
            let compared = self.is(at + 1, Class::TimesMore) || changed;
            let kind = if compared {
                Kind::Multiple
            } else {
                Kind::Count
            };
            part.unit.kind = Some(kind);
            return;
        }
        if matches!(part.atom.form, Form::Fraction | Form::Proportion)
            && part.atom.form == Form::Fraction
            && self.is(at, Class::Of)
        {
            return;
        }
        let at = self.hung_qualifier(at).map_or(at, |(_, next)| next);
        // 600+ doctors
        let plus = self.token(at).is_some_and(|t| t.is_mark('+') && !t.spaced);
        let at = if plus { at + 1 } else { at };
        let from = if part.atom.form == Form::Vague && self.is(at, Class::Of) {
            at + 1
        } else {
            at
        };
        let from = if part.atom.form == Form::Vague {
            // `millions of dollars`
            if let Some((id, end)) = self.measured_unit(from, false, part) {
                self.set(part, id);
                part.end = end;
                return;
            }
            from
        } else {
            from
        };
        if let Some((name, end)) = self.counted_noun(from, part) {
            part.noun_end = end;
            part.unit = Unit {
                code: name.clone(),
                name,
                kind: Some(Kind::Count),
                id: None,
                noun: true,
            };
        }
    }
}
