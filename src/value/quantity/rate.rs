//! Rates: so many per, a, each, for every.

use super::part::{Part, Recurs};
use super::token::Kind as Is;
use super::units::{self, UnitId};
use super::vocab::{Class, Meaning};
use super::{Kind, Reader};

/// What a rate is by stands at most this many words before its number.
const REACH: usize = 16;

/// The units of the data file with which things come again, rather than being measured by them.
const CALENDAR: [&str; 7] = [
    "day",
    "week",
    "fortnight",
    "month",
    "quarter",
    "semester",
    "year",
];

impl Reader<'_> {
    /// `per capita`, `a barrel`, `/ha`, `for every migrant` after a number with or without unit.
    pub(super) fn rate(&self, part: &mut Part) {
        let after = if part.unit.noun {
            part.noun_end
        } else {
            part.end
        };
        let behind = self.divided_by(after, part);
        let said = self.token(after).is_some_and(|t| !t.is_mark('/'));
        if let Some((by, _, end)) = &behind
            && said
            && part.unit.kind != Some(Kind::Duration)
            && CALENDAR.contains(&by.as_str())
        {
            part.recurs = Some(Box::new(Recurs {
                unit: part.unit.clone(),
                end: part.end,
                each: after..*end,
            }));
        }
        let Some((divisor, code, end)) = behind.or_else(|| self.divided_before(part)) else {
            return;
        };
        let join = |unit: &str, by: &str| {
            if unit.is_empty() {
                format!("per {by}")
            } else {
                format!("{unit} per {by}")
            }
        };
        let times = self.is(part.end.wrapping_sub(1), Class::Times) && part.unit.name.is_empty();
        let name = if times {
            "count"
        } else {
            part.unit.name.as_str()
        };
        part.unit.name = join(name.strip_prefix("US ").unwrap_or(name), &divisor);
        part.unit.code = if part.unit.noun || part.unit.code.is_empty() {
            part.unit.name.clone()
        } else {
            join(&part.unit.code, &code)
        };
        let share = part.unit.kind == Some(Kind::Percentage);
        part.unit.kind = Some(if share { Kind::Percentage } else { Kind::Rate });
        if !part.unit.noun && end > part.end {
            part.end = end;
        }
        part.next = end;
    }

    /// The same where it opens the sentence: `For every migrant who returns, nine jobs ...`.
    fn divided_before(&self, part: &Part) -> Option<(String, String, usize)> {
        let comma = part.start.checked_sub(1)?;
        if !part.unit.noun || !self.tokens[comma].is_mark(',') {
            return None;
        }
        let words = (comma.saturating_sub(REACH)..comma).rev();
        let mut words = words.take_while(|&i| !matches!(self.tokens[i].kind, Is::Mark(_)));
        let wanted = |m| matches!(m, Meaning::ForEvery).then_some(());
        let (_, at) = words.find_map(|i| self.phrase(i, wanted))?;
        let (name, code, _) = self.divisor_noun(at)?;
        Some((name, code, part.end))
    }

    /// What a rate is by: English name, the data's form, and the token after it.
    fn divided_by(&self, at: usize, part: &Part) -> Option<(String, String, usize)> {
        let at = if self.hyphen(at) { at + 1 } else { at };
        let unit = |i: usize| {
            self.phrase(i, |m| match m {
                Meaning::Unit(id) => Some(id),
                _ => None,
            })
        };
        let described = |(id, end): (UnitId, usize)| {
            let (code, name, _) = units::describe(id);
            (name.to_string(), code.to_string(), end)
        };
        if self.token(at).is_some_and(|t| t.is_mark('/') && !t.spaced) && !part.unit.noun {
            let next = self.token(at + 1)?;
            let symbol = units::symbol(&self.text[next.start..], false);
            let symbol =
                symbol.and_then(|(id, len)| Some((id, self.token_at(at + 1, next.start + len)?)));
            return symbol
                .or_else(|| unit(at + 1))
                .map(described)
                .or_else(|| self.divisor_noun(at + 1));
        }
        if self.is(at, Class::Per) {
            return unit(at + 1)
                .map(described)
                .or_else(|| self.divisor_symbol(at + 1).map(described))
                .or_else(|| self.divisor_noun(at + 1));
        }
        if let Some((_, next)) = self.phrase(at, |m| matches!(m, Meaning::ForEvery).then_some(())) {
            return self.divisor_noun(next);
        }
        let each = self.is(at, Class::Article) || self.is(at, Class::Every);
        let tail = if self.hyphen(at + 1) { at + 2 } else { at + 1 };
        if !each
            || part.unit.kind == Some(Kind::Percentage)
            || matches!(part.unit.kind, Some(Kind::Duration))
        {
            return None;
        }
        let listed = unit(tail)
            .filter(|&(id, end)| units::currency(id).is_none() && !self.is(end, Class::Ago));
        let noun = || {
            let text = self.slice(tail).to_string();
            self.is(tail, Class::Item)
                .then(|| (text.clone(), text, tail + 1))
        };
        let bare_article = part.unit.name.is_empty() && part.unit.kind.is_none();
        let timed = |&(id, end): &(UnitId, usize)| {
            units::describe(id).2 == Kind::Duration && self.is_nounless(end) && !part.atom.is_bare()
        };
        // `almost 12,000 a day`
        let bare_article = bare_article && !listed.as_ref().is_some_and(timed);
        if bare_article && !self.is(part.end.wrapping_sub(1), Class::Times) {
            return None;
        }
        listed.map(described).or_else(noun)
    }

    /// The symbol of a rate (`per kWh`); one letter is a word.
    fn divisor_symbol(&self, at: usize) -> Option<(UnitId, usize)> {
        let next = self.token(at)?;
        let (id, len) =
            units::symbol(&self.text[next.start..], false).filter(|&(_, len)| len > 1)?;
        Some((id, self.token_at(at, next.start + len)?))
    }

    /// The noun of a rate (`per person`, `per 1,000 live births`).
    fn divisor_noun(&self, at: usize) -> Option<(String, String, usize)> {
        let mut end = at;
        let mut words: Vec<String> = Vec::new();
        while let Some(token) = self.token(end) {
            let number = matches!(token.kind, Is::Number(_)) && words.is_empty()
                || token.is(Class::Scale) && words.len() == 1;
            // After a number the word is a noun's (per 1,000 live births).
            let after_number = end == at + 1 && matches!(self.tokens[at].kind, Is::Number(_));
            let word = token.is_word()
                && !token.is(Class::Stop)
                && (after_number || !token.is(Class::Verb));
            if !(number || word) || token.first && end > at || words.len() == 3 {
                break;
            }
            let text = self.slice(end);
            let plural = word && self.is_plural(end);
            words.push(if number {
                text.replace(',', "")
            } else {
                self.singular(end).to_lowercase()
            });
            end += 1;
            let single = word && words.len() == 1 && !self.is(end - 1, Class::Adjective);
            if plural || single {
                break;
            }
        }
        let name = words.join(" ");
        (end > at).then(|| (name.clone(), name, end))
    }
}
