//! What a quantity measures, and when.

use super::counted::is_participle;
use super::part::Part;
use super::token::Kind as Is;
use super::vocab::{Class, Meaning};
use super::{Kind, Reader};
use std::ops::Range;

/// A phrase that is measured has at most this many tokens.
const LONGEST: usize = 14;

/// Adverbs by their ending: at the end of a phrase they belong to the verb that follows.
const ADVERBS: [&str; 10] = [
    "ously", "ally", "ively", "ably", "ibly", "ately", "ently", "antly", "edly", "ingly",
];

impl Reader<'_> {
    /// The noun phrase after the quantity; where none stands there, the subject before the verb.
    pub(super) fn measure(
        &self,
        part: &Part,
        from: usize,
        room: &Range<usize>,
    ) -> Option<Range<usize>> {
        let at = self.measured_from(part);
        let end = self.phrase_end(at, room);
        let counted = part.unit.noun || part.unit.kind.is_none() || at > part.end || part.tied;
        let share = matches!(part.unit.kind, Some(Kind::Percentage | Kind::Money));
        let opens = self.token(at).is_some_and(|t| {
            let joins = t.is(Class::And) || t.is(Class::Or) || t.is(Class::To);
            t.is_word()
                && (!t.is(Class::Stop) || t.is(Class::Determiner) || at > part.end && !joins)
        });
        // `3.9 billion is expected to grow`: said of the subject.
        let passive = (at == part.end || self.is(at - 1, Class::Copula))
            && is_participle(self.slice(at))
            && self.is(at + 1, Class::To);
        let worth = self.phrase_before(from, |m| matches!(m, Meaning::Worth).then_some(()));
        if end > at && opens && !passive && worth.is_none() && (counted || share) {
            return Some(self.bytes(at, end));
        }
        if let Some(what) = self.amount_in(part, room) {
            return Some(self.bytes(what.start, what.end));
        }
        let before = self.head(from, room).or_else(|| self.subject(from, room));
        before
            .map(|r| self.bytes(r.start, r.end))
            .or_else(|| self.attended(part))
    }

    /// `an urban population of 3.9 billion`, `a deficit of £33`: the phrase before `of`.
    fn head(&self, from: usize, room: &Range<usize>) -> Option<Range<usize>> {
        let worth = self.phrase_before(from, |m| matches!(m, Meaning::Worth).then_some(()));
        let of = match worth {
            Some((_, at)) => at,
            None => from.checked_sub(1).filter(|&i| self.is(i, Class::Of))?,
        };
        let bound = |m| matches!(m, Meaning::Qualifier(_) | Meaning::Filler).then_some(());
        let more = |m| matches!(m, Meaning::Steady).then_some(());
        let whole = self
            .phrase_before(from, bound)
            .is_some_and(|(_, at)| at < of)
            || self.phrase_before(from, more).is_some();
        let low = room.start.max(of.saturating_sub(LONGEST));
        let mut start = of;
        while start > low && !whole {
            let token = &self.tokens[start - 1];
            let opens = token.is(Class::Determiner) || token.is(Class::Article);
            let inside = token.is_word()
                && (!token.is(Class::Stop) || opens)
                && !token.is(Class::Verb)
                && !token.is(Class::Clause)
                && !token.is(Class::Increase)
                && !token.is(Class::Decrease);
            if !inside {
                break;
            }
            start -= 1;
            if opens {
                break;
            }
        }
        (start < of).then_some(start..of)
    }

    /// `Attendance: 40`: the label says what is counted.
    fn attended(&self, part: &Part) -> Option<Range<usize>> {
        let colon = part.start.checked_sub(1)?;
        let label = self.tokens[colon].is_mark(':') && part.unit.kind.is_none();
        let present = |m| matches!(m, Meaning::Present).then_some(());
        let (_, at) = self.phrase_before(colon, present).filter(|_| label)?;
        let apart = at == 0 || self.tokens[at].first || !self.tokens[at - 1].is_word();
        apart.then(|| self.bytes(at, colon))
    }

    /// Where the phrase after a quantity begins: past `of`, a phrase of time, a further number, and `are`.
    fn measured_from(&self, part: &Part) -> usize {
        let mut at = self.behind_share(part).unwrap_or(part.end);
        if self.is_period(at) {
            at = self.period_end(at);
        }
        let distance = part.unit.kind == Some(Kind::Distance) && self.is(at, Class::From);
        if distance || self.is(at, Class::Of) {
            at += 1;
        } else if self.is(at, Class::Copula) && !part.unit.noun {
            return at + 1;
        }
        let number = |i: usize| match self.token(i) {
            Some(t) => matches!(t.kind, Is::Number(_)) || t.is(Class::Number) || t.is(Class::Scale),
            None => false,
        };
        while at > part.end && number(at) {
            at += 1;
        }
        at
    }

    /// Behind the share in brackets of `2,397 (3.5%) congresses`.
    fn behind_share(&self, part: &Part) -> Option<usize> {
        let open = part.end;
        let share = self.token(open).is_some_and(|t| t.is_mark('('))
            && matches!(self.token(open + 1).map(|t| t.kind), Some(Is::Number(_)))
            && self.token(open + 2).is_some_and(|t| t.is_mark('%'))
            && self.token(open + 3).is_some_and(|t| t.is_mark(')'));
        let word = self
            .token(open + 4)
            .is_some_and(|t| t.is_word() && !t.is(Class::Verb));
        (share && word && part.unit.kind.is_none()).then_some(open + 4)
    }

    /// What an amount was spent on or lost in: `$60 billion in damage`.
    fn amount_in(&self, part: &Part, room: &Range<usize>) -> Option<Range<usize>> {
        let money = part.unit.kind == Some(Kind::Money);
        let inside = self.is(part.end, Class::Inside) && !self.is_period(part.end);
        let at = part.end + 1;
        let plain = self
            .token(at)
            .is_some_and(|t| t.is_word() && !t.is(Class::Stop))
            && !self.is_capital(at);
        let end = if money && inside && plain {
            self.phrase_end(at, room)
        } else {
            at
        };
        (end > at).then_some(at..end)
    }

    pub(super) fn bytes(&self, start: usize, end: usize) -> Range<usize> {
        self.tokens[start].start..self.tokens[end - 1].end
    }

    /// The end of a noun phrase that begins at `at`: the next verb, comma, bracket or end of a sentence.
    fn phrase_end(&self, at: usize, room: &Range<usize>) -> usize {
        let mut end = at;
        while end < at + LONGEST {
            let Some(token) = self.token(end) else { break };
            let stops = match token.kind {
                Is::Word => self.ends_phrase(end, at) || end > at && self.is_period(end),
                Is::Mark('-' | '‑' | '/' | '’' | '\'' | '&' | '%') => false,
                Is::Number(_) => token.first,
                _ => true,
            };
            if stops || end + 1 >= room.end && token.is(Class::And) {
                break;
            }
            end += 1;
        }
        if end >= room.end && room.end < self.tokens.len() {
            // `5,000 deaths and losses worth $7`, but `61 divers and wardens from 9 islands`.
            let tail = (at + 1..end)
                .rev()
                .take_while(|&i| !self.is(i, Class::Stop) || self.is(i, Class::And));
            let and = tail.into_iter().find(|&i| self.is(i, Class::And));
            end = and.unwrap_or(end);
        }
        let loose = |i: usize| {
            let t = &self.tokens[i];
            let adverb = ADVERBS.iter().any(|e| self.slice(i).ends_with(e));
            t.is_word() && (t.is(Class::Stop) || t.is(Class::Adjective) || adverb) || t.is_dash()
        };
        while end > at + 1 && loose(end - 1) {
            end -= 1;
        }
        end
    }

    /// Whether a noun phrase that began at `from` ends before the word at `i`.
    fn ends_phrase(&self, i: usize, from: usize) -> bool {
        if i == from {
            return self.is(i, Class::Clause);
        }
        let after_plural = self.is_plural(i - 1) && !self.is_capital(i - 1);
        let infinitive = self.is(i, Class::To)
            && !self.is(i + 1, Class::Determiner)
            && !self.is(i + 1, Class::Article)
            && !self.is_capital(i + 1)
            && !self.is_plural(i + 1);
        let name = self.is_capital(i) && !self.tokens[i].first;
        infinitive
            || self.is_verb(i, from)
            || after_plural && (name || is_participle(self.slice(i)) || self.is_done_by_many(i))
    }

    /// Whether the word behind a plural is its verb: one that is a noun elsewhere (`households draw water`), or any with an
    /// object behind it (`members clean the park`). Another plural makes one noun of both: `savings groups`.
    fn is_done_by_many(&self, i: usize) -> bool {
        let token = &self.tokens[i];
        let object = self.is(i + 1, Class::Determiner) || self.is(i + 1, Class::Article);
        let bare = token.is_word() && !token.is(Class::Stop) && !self.is_plural(i);
        !self.is_capital(i) && (token.is(Class::VerbMany) || bare && object)
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
            || token.is(Class::Age)
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
                // `the cost of disasters averages ...`
                t.is(Class::Verb) && !self.is(i + 1, Class::Of)
                    || t.is(Class::Clause)
                    || t.is(Class::Increase)
                    || t.is(Class::Decrease)
                    || is_participle(self.slice(i))
            })?;
        if let Some(what) = self.changed(verb, from) {
            return Some(what);
        }
        let mut end = verb;
        while end > low
            && (self.tokens[end - 1].is(Class::Clause) || self.tokens[end - 1].is(Class::Stop))
        {
            end -= 1;
        }
        let opens = |i: &usize| {
            let t = &self.tokens[*i];
            let verb = t.is(Class::Verb) && !self.is(*i + 1, Class::Of);
            t.is_word() && !t.is(Class::Clause) && !verb
                || t.is_dash()
                || matches!(t.kind, Is::Mark('\'' | '’' | '&'))
        };
        let mut start = (low..end).rev().take_while(opens).last().unwrap_or(end);
        while start < end && (self.tokens[start].is(Class::And) || self.tokens[start].is(Class::Or))
        {
            start += 1;
        }
        // `Dredging costs $7 million`: what is done has a price.
        let deed = start < end && self.is_capital(start) && self.slice(start).ends_with("ing");
        let said = end == start + 1 && is_participle(self.slice(start)) && !deed;
        (start < end && !said).then_some(start..end)
    }

    /// `a rise in membership to 94`: what rose.
    fn changed(&self, change: usize, from: usize) -> Option<Range<usize>> {
        let token = &self.tokens[change];
        let noun = token.is(Class::Increase) || token.is(Class::Decrease);
        let start = change + 2;
        let end = (start..from).find(|&i| {
            let t = &self.tokens[i];
            t.is(Class::To) || t.is(Class::By) || t.is(Class::Of) || t.is(Class::From)
        })?;
        let inside = self.is(change + 1, Class::Temporal) && !self.is_period(change + 1);
        (noun && inside && start < end).then_some(start..end)
    }

    /// A phrase of time beside the quantity: before the next one, else where its sentence or clause begins.
    pub(super) fn period(&self, part: &Part, room: &Range<usize>) -> Option<Range<usize>> {
        let clause =
            |i: &usize| !matches!(self.tokens[*i].kind, Is::Mark(';' | ':' | '.' | '(' | ')'));
        let mut behind = (part.end..room.end).take_while(clause);
        let forward = behind.find(|&i| self.is_period(i));
        let backward = || {
            let mut all = (room.start..part.start).rev();
            all.find(|&i| {
                let sign =
                    |i: usize| matches!(self.tokens[i].kind, Is::Mark(',' | '(' | ';' | ':' | '.'));
                let clause = i == 0 || self.tokens[i].first || sign(i - 1);
                self.is_period(i) && clause
            })
        };
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
            // `1994-95`
            let short = end > at + 1
                && matches!(token.kind, Is::Number(d) if d.integers == 2 && d.decimals == 0)
                && !token.spaced
                && self.tokens[end - 1].is_dash()
                && matches!(self.tokens[end - 2].kind, Is::Number(d) if d.integers == 4);
            let year = year || short;
            let month = self.is_month(end);
            let glued = !token.spaced && !token.is_dash() && !self.tokens[end - 1].is_dash();
            let links = token.is(Class::Determiner) && self.is(end + 1, Class::Temporal)
                || token.is(Class::Temporal) && self.tokens.get(end + 1).is_some_and(|t| t.spaced)
                || token.is(Class::And)
                || token.is(Class::To)
                || token.is_dash()
                || token.is(Class::From);
            if glued || !(year || month || links) {
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
