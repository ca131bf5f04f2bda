//! What a quantity measures, and when.

use super::part::Part;
use super::token::Kind as Is;
use super::vocab::{Class, Meaning};
use super::{Kind, Reader};
use std::ops::Range;

/// A phrase that is measured has at most this many tokens.
const LONGEST: usize = 14;

impl Reader<'_> {
    /// The noun phrase after the quantity; where none stands there, the subject before the verb.
    pub(super) fn measure(
        &self,
        part: &Part,
        from: usize,
        room: &Range<usize>,
    ) -> Option<Range<usize>> {
        let mut at = part.end;
        while self.is(at, Class::Of) || at == part.end && self.is_period(at) {
            at = if self.is(at, Class::Of) {
                at + 1
            } else {
                self.period_end(at)
            };
        }
        let end = self.phrase_end(at, room);
        let counted = part.unit.noun || part.unit.kind.is_none() || at > part.end;
        let noun_first = self
            .token(at)
            .is_some_and(|t| t.is_word() && (!t.is(Class::Stop) || t.is(Class::Determiner)));
        if end > at
            && noun_first
            && (counted
                || matches!(part.unit.kind, Some(Kind::Percentage | Kind::Money))
                || part.tied)
        {
            return Some(self.bytes(at, end));
        }
        self.subject(from, room).map(|r| self.bytes(r.start, r.end))
    }

    fn bytes(&self, start: usize, end: usize) -> Range<usize> {
        self.tokens[start].start..self.tokens[end - 1].end
    }

    /// The end of a noun phrase that begins at `at`: the next verb, comma, bracket or end of a sentence.
    fn phrase_end(&self, at: usize, room: &Range<usize>) -> usize {
        let mut end = at;
        while end < at + LONGEST {
            let Some(token) = self.token(end) else { break };
            let stops = match token.kind {
                Is::Word => self.is_verb(end, at),
                Is::Mark('-' | '‑' | '/' | '’' | '\'' | '&' | '%') => false,
                Is::Number(_) => false,
                _ => true,
            };
            if stops || end > room.end && token.is(Class::And) {
                break;
            }
            end += 1;
        }
        while end > at
            && self.tokens[end - 1].is_word()
            && (self.tokens[end - 1].is(Class::Stop) || self.tokens[end - 1].is(Class::Adjective))
        {
            end -= 1;
        }
        end
    }

    /// Whether the word at `i` is a verb or opens a clause.
    fn is_verb(&self, i: usize, from: usize) -> bool {
        let token = &self.tokens[i];
        if token.is(Class::Verb) {
            return !(i == from
                || self.is(i - 1, Class::Determiner)
                || self.is(i - 1, Class::Of)
                || self.is(i - 1, Class::Article));
        }
        token.is(Class::Clause)
            || i > from + 1
                && (token.is(Class::Increase) || token.is(Class::Decrease))
                && self.slice(i).ends_with("ed")
    }

    /// The words before the verb that leads to the quantity.
    fn subject(&self, from: usize, room: &Range<usize>) -> Option<Range<usize>> {
        let low = room.start.max(from.saturating_sub(LONGEST));
        let verb = (low..from)
            .rev()
            .take_while(|&i| self.tokens[i].is_word())
            .find(|&i| {
                let t = &self.tokens[i];
                t.is(Class::Verb)
                    || t.is(Class::Clause)
                    || t.is(Class::Increase)
                    || t.is(Class::Decrease)
            })?;
        let mut end = verb;
        while end > low
            && (self.tokens[end - 1].is(Class::Clause) || self.tokens[end - 1].is(Class::Stop))
        {
            end -= 1;
        }
        let opens = |i: &usize| {
            let t = &self.tokens[*i];
            t.is_word() && !t.is(Class::Clause) && !t.is(Class::Verb)
                || t.is_dash()
                || matches!(t.kind, Is::Mark('\'' | '’' | '&'))
        };
        let mut start = (low..end).rev().take_while(opens).last().unwrap_or(end);
        while start < end && (self.tokens[start].is(Class::And) || self.tokens[start].is(Class::Or))
        {
            start += 1;
        }
        (start < end).then_some(start..end)
    }

    /// A phrase of time beside the quantity: before the next one, else after the one before.
    pub(super) fn period(&self, part: &Part, room: &Range<usize>) -> Option<Range<usize>> {
        let forward = (part.end..room.end).find(|&i| self.is_period(i));
        let backward = || (room.start..part.start).rev().find(|&i| self.is_period(i));
        let at = forward.or_else(backward)?;
        Some(self.bytes(at, self.period_end(at)))
    }

    fn is_period(&self, i: usize) -> bool {
        self.is(i, Class::Time) && self.period_end(i) > i
    }

    /// The end of the phrase of time that begins at `i`, or `i`.
    fn period_end(&self, i: usize) -> usize {
        if let Some((_, end)) = self.phrase(i, |m| matches!(m, Meaning::Period).then_some(())) {
            return end;
        }
        let Some((_, at)) = self.phrase(i, |m| matches!(m, Meaning::PeriodStart).then_some(()))
        else {
            return i;
        };
        let mut end = at;
        while end < at + 5 {
            let Some(token) = self.token(end) else { break };
            let year = matches!(token.kind, Is::Number(d) if d.integers == 4 && d.decimals == 0 && !d.grouped && (1500.0..2101.0).contains(&d.value));
            let month = token.is(Class::Month) && self.is_capital(end);
            let links = token.is(Class::And)
                || token.is(Class::To)
                || token.is_dash()
                || token.is(Class::From);
            if !(year || month || links && end > at) {
                break;
            }
            end += 1;
        }
        while end > at
            && !matches!(self.tokens[end - 1].kind, Is::Number(_))
            && !self.is(end - 1, Class::Month)
        {
            end -= 1;
        }
        if end > at { end } else { i }
    }
}
