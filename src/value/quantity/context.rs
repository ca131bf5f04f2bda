//! The words around a number: qualifiers, changes, spans of time.

use super::part::{Part, Unit};
use super::vocab::{Class, Meaning};
use super::{Direction, Form, Kind, Qualifier, Quantity, Reader, Recurring};
use std::ops::Range;

/// So many tokens behind a number may `up from` stand that compares it with another.
const COMPARED: usize = 7;

impl Reader<'_> {
    /// The quantity of a part; `room` holds the tokens that no other quantity claims.
    pub(super) fn quantity(&self, part: &Part, room: Range<usize>) -> Quantity {
        let (qualifier, from) = self.qualifier(part);
        let start = self.tokens[part.start].start;
        let end = self.tokens[part.end - 1].end;
        let measure = self.measure(part, from, &room);
        Quantity {
            span: start..end,
            value: part.value,
            value_max: part.max,
            unit: part.unit.code.clone(),
            unit_name: part.unit.name.clone(),
            unit_is_noun: part.unit.noun,
            kind: kind(&part.unit, part.atom.form),
            recurs: part.recurs.as_ref().map(|r| {
                Box::new(Recurring {
                    end: self.tokens[r.end - 1].end,
                    unit: r.unit.code.clone(),
                    unit_is_noun: r.unit.noun,
                    kind: kind(&r.unit, part.atom.form),
                    each: self.bytes(r.each.start, r.each.end),
                })
            }),
            qualifier,
            direction: self.direction(part, from),
            period: self.period(part, &room),
            measure,
            form: part.atom.form,
            time_frame: self.is_time_frame(part),
        }
    }

    /// The qualifier of a number and the token at which it begins.
    fn qualifier(&self, part: &Part) -> (Qualifier, usize) {
        let mut at = part.start;
        let mut found = None;
        if part.max.is_some()
            && at > 0
            && (self.is(at - 1, Class::Between) || self.is(at - 1, Class::From))
        {
            at -= 1;
        }
        let reaches = |m| matches!(m, Meaning::Extent).then_some(());
        for _ in 0..3 {
            if self.phrase_before(at, reaches).is_some() {
                break;
            }
            if let Some((qualifier, start)) = self.phrase_before(at, |m| match m {
                Meaning::Qualifier(q) => Some(Some(q)),
                Meaning::Filler => Some(None),
                _ => None,
            }) {
                // A filler counts only where a qualifier stands before it.
                let behind = |i| {
                    self.phrase_before(i, |m| matches!(m, Meaning::Qualifier(_)).then_some(()))
                        .is_some()
                };
                if qualifier.is_none() && !behind(start) {
                    break;
                }
                found = found.or(qualifier);
                at = start;
                continue;
            }
            let Some(sign) = self.before(at).and_then(|t| sign(t.kind)) else {
                break;
            };
            found = found.or(Some(sign));
            at -= 1;
        }
        let after = part.end.max(if part.unit.noun { part.noun_end } else { 0 });
        let behind = |i: usize| {
            self.phrase(i, |m| match m {
                Meaning::AfterQualifier(q) => Some(q),
                _ => None,
            })
        };
        let found = found.or_else(|| behind(part.end).or_else(|| behind(after)).map(|(q, _)| q));
        let found = found.or_else(|| self.hung_qualifier(part.atom.end).map(|(q, _)| q));
        let plus = self
            .token(part.end)
            .is_some_and(|t| t.is_mark('+') && !t.spaced);
        let vague = (part.atom.form == Form::Vague).then_some(Qualifier::About);
        let found = found.or(plus.then_some(Qualifier::AtLeast)).or(vague);
        (found.unwrap_or(Qualifier::Exact), at)
    }

    /// The qualifier that a hyphen ties to the number before token `i`, and the token after it: `40-odd years`.
    pub(super) fn hung_qualifier(&self, i: usize) -> Option<(Qualifier, usize)> {
        if !self.hyphen(i) {
            return None;
        }
        self.phrase(i + 1, |m| match m {
            Meaning::AfterQualifier(q) => Some(q),
            _ => None,
        })
    }

    /// A change that the words before or after state: `rose by 5 %`, `a 4 per cent drop`.
    fn direction(&self, part: &Part, from: usize) -> Option<Direction> {
        let of = |i: usize| {
            let token = self.token(i)?;
            let up = token.is(Class::Increase).then_some(Direction::Increase);
            up.or(token.is(Class::Decrease).then_some(Direction::Decrease))
        };
        // `31 boats, up from 25`: the change is that of the first.
        let start = part.max.is_none() && from > 1 && self.is(from - 1, Class::From);
        if start && of(from - 2).is_some() {
            return None;
        }
        let ahead = (part.end..part.end + COMPARED).take_while(|&i| {
            self.token(i)
                .is_some_and(|t| !t.is_mark('.') && !t.is_mark(';'))
        });
        let compared = ahead.filter(|&i| self.is(i + 1, Class::From)).find_map(of);
        if compared.is_some() {
            return compared;
        }
        let steady = self.phrase_before(from, |m| matches!(m, Meaning::Steady).then_some(()));
        let low = if steady.is_some() {
            from
        } else {
            from.saturating_sub(4)
        };
        for i in (low..from).rev() {
            let token = &self.tokens[i];
            // `He added that 5 boats lay idle`: the verb is one of saying.
            if self.is(i + 1, Class::Clause) && self.is(i + 1, Class::Pronoun) {
                break;
            }
            if let Some(direction) = of(i) {
                return Some(direction);
            }
            if !token.is_word() || token.is(Class::And) {
                break;
            }
        }
        let after = if part.unit.noun {
            part.noun_end
        } else {
            part.end
        };
        let share = matches!(
            part.unit.kind,
            Some(Kind::Percentage | Kind::Money | Kind::Multiple)
        ) || part.atom.form == Form::Fold;
        let near = (after..after + 2).take_while(|&i| {
            self.token(i)
                .is_some_and(|t| t.is_word() && !t.is(Class::Of))
        });
        near.filter(|_| share).find_map(of)
    }

    /// Whether a span of time only says how long or how far off something else is.
    fn is_time_frame(&self, part: &Part) -> bool {
        let every = part.start > 0 && self.is(part.start - 1, Class::Every);
        let behind = every || self.is(part.end, Class::Ago) || self.is(part.end, Class::Every);
        part.unit.kind == Some(Kind::Duration)
            && (part.tied || behind || self.is_last_or_next(part.start))
    }

    /// `the last two decades`, `over the next five years`.
    fn is_last_or_next(&self, start: usize) -> bool {
        start > 0
            && self.is(start - 1, Class::Which)
            && !self.is(start - 1, Class::Of)
            && !self.is(start - 1, Class::Or)
            && !self.is(start - 1, Class::To)
    }
}

fn sign(kind: super::token::Kind) -> Option<Qualifier> {
    let super::token::Kind::Mark(mark) = kind else {
        return None;
    };
    match mark {
        '~' | '≈' | '±' | '∼' => Some(Qualifier::About),
        '<' => Some(Qualifier::LessThan),
        '>' => Some(Qualifier::MoreThan),
        '≤' => Some(Qualifier::AtMost),
        '≥' => Some(Qualifier::AtLeast),
        _ => None,
    }
}

fn kind(unit: &Unit, form: Form) -> Kind {
    match (unit.kind, form) {
        (Some(kind), _) if !unit.noun => kind,
        (Some(Kind::Rate), _) => Kind::Rate,
        (_, Form::Fold) => Kind::Multiple,
        (_, Form::Fraction | Form::Proportion | Form::OneOf) => Kind::Fraction,
        _ => Kind::Count,
    }
}
