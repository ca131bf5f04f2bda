//! A number with its currency, unit or counted noun.

use super::atom::Atom;
use super::token::Kind as Is;
use super::units::{self, UnitId};
use super::vocab::{Class, Meaning};
use super::{Form, Kind, Reader, noun};

/// What a number is a number of.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Unit {
    /// The data's form: `percent`, a code, a symbol, a name.
    pub code: String,
    /// English name.
    pub name: String,
    pub kind: Option<Kind>,
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
    pub atom: Atom,
    pub value: f64,
    pub max: Option<f64>,
    pub unit: Unit,
    /// Whether a hyphen ties number and unit together (`a two-day meeting`).
    pub tied: bool,
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
        if let Some(next) = self.reject_number(&atom, money.is_some()) {
            return Err(next);
        }
        let mut part = Part {
            start: i,
            end: atom.end,
            noun_end: atom.end,
            value: if negative { -atom.value } else { atom.value },
            max: atom.max,
            unit: Unit::default(),
            tied: false,
            atom,
        };
        match money {
            Some((id, _)) => self.money(&mut part, id),
            None => self.unit_after(&mut part),
        }
        self.rate(&mut part);
        if let Some(next) = self.reject_part(&part) {
            return Err(next);
        }
        Ok(part)
    }

    /// The currency before a number, and the token at which the number begins.
    fn money_before(&self, i: usize) -> Option<(UnitId, usize)> {
        let token = self.token(i)?;
        let text = self.slice(i);
        let number = |j: usize| match self.token(j) {
            Some(t) => matches!(t.kind, Is::Number(_)) || t.is_dash() && !t.spaced,
            None => false,
        };
        match token.kind {
            Is::Mark(_) => {
                let alone = units::exact_sign(text)?;
                if number(i + 1) {
                    return Some((alone, i + 1));
                }
                let word = self.token(i + 1).filter(|t| t.is_word() && !t.spaced)?;
                let id = units::exact_sign(&self.text[token.start..word.end]);
                if id.is_none() && self.is(i + 1, Class::Number) {
                    return Some((alone, i + 1));
                }
                Some((id?, i + 2)).filter(|_| number(i + 2))
            }
            Is::Word if text.len() <= 5 => {
                let next = self.token(i + 1)?;
                if number(i + 1) && !next.is_dash() {
                    let id = units::exact_sign(text)?;
                    let large = matches!(next.kind, Is::Number(d) if d.grouped || d.value >= 1000.0)
                        || self.is(i + 2, Class::Scale);
                    return (large || !units::is_ambiguous(id, text)).then_some((id, i + 1));
                }
                if !matches!(next.kind, Is::Mark('$' | '£' | '¥' | '₵')) || !number(i + 2) {
                    return None;
                }
                let sign = format!("{text}{}", self.slice(i + 1));
                // `A $5 note` begins with an article.
                let near = !next.spaced
                    || text.len() > 1 && text.bytes().all(|b| b.is_ascii_uppercase())
                    || text == "C";
                units::exact_sign(&sign)
                    .filter(|_| near)
                    .map(|id| (id, i + 2))
            }
            _ => None,
        }
    }

    /// A minus before the number at `i`, in a sign or in words.
    fn sign(&self, i: usize) -> (bool, usize) {
        let Some(token) = self.token(i) else {
            return (false, i);
        };
        let number = |j: usize| matches!(self.token(j), Some(t) if matches!(t.kind, Is::Number(_)) || t.is(Class::Number));
        if token.is(Class::Minus) {
            let at = if self.hyphen(i + 1) { i + 2 } else { i + 1 };
            return if number(at) { (true, at) } else { (false, i) };
        }
        let tight = self.token(i + 1).is_some_and(|t| !t.spaced);
        let free = token.spaced && !token.first
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

    fn money(&self, part: &mut Part, id: UnitId) {
        self.set(part, id);
        // US$ 5 million dollars; $5 USD; S$1.25 sterling.
        if let Some((again, end)) = self.currency_after(part.end) {
            let same = units::currency(again).is_some();
            if same && (again == id || self.slice(part.end).bytes().all(|b| b.is_ascii_uppercase()))
            {
                self.set(part, again);
                part.end = end;
            }
        }
    }

    fn set(&self, part: &mut Part, id: UnitId) {
        let (code, name, kind) = units::describe(id);
        part.unit = Unit {
            code: code.to_string(),
            name: name.to_string(),
            kind: Some(kind),
            noun: false,
        };
    }

    fn currency_after(&self, i: usize) -> Option<(UnitId, usize)> {
        let token = self.token(i)?;
        if matches!(token.kind, Is::Mark(_)) {
            let id = units::exact_sign(self.slice(i))?;
            let number_next = self
                .token(i + 1)
                .is_some_and(|t| matches!(t.kind, Is::Number(_)) && !t.spaced);
            return (!number_next).then_some((id, i + 1));
        }
        let named = self.phrase(i, |m| match m {
            Meaning::Unit(id) if units::currency(id).is_some() => Some(id),
            _ => None,
        });
        named.or_else(|| {
            let text = self.slice(i);
            let sign = self.token(i + 1).filter(|t| t.is_mark('$') && !t.spaced);
            match sign {
                Some(sign) => {
                    units::exact_sign(&self.text[token.start..sign.end]).map(|id| (id, i + 2))
                }
                None => units::exact_sign(text)
                    .filter(|&id| !units::is_ambiguous(id, text))
                    .map(|id| (id, i + 1)),
            }
        })
    }

    /// Finds what the number counts or measures in the words after it.
    fn unit_after(&self, part: &mut Part) {
        let at = part.end;
        let tied = self.hyphen(at);
        let at = if tied { at + 1 } else { at };
        let Some(token) = self.token(at) else { return };
        if token.first
            && part.atom.form == Form::Digits
            && part.atom.scale == 1.0
            && !token.is_word()
        {
            return;
        }
        if let Some((id, end)) = self.measured_unit(at, tied, part) {
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
            if let Some((id, len)) = units::symbol(rest, spaced) {
                let end = token.start + len;
                if let Some(next) = self.token_at(at, end) {
                    return Some((id, next)).filter(|_| self.is_symbol_here(at, spaced));
                }
            }
        }
        self.currency_after(at)
    }

    /// A pound is money where it comes in thousands.
    fn pounds(&self, id: UnitId, part: &Part) -> UnitId {
        let name = units::describe(id).1;
        let much = part.atom.scale >= 1000.0 || part.value >= 10_000.0;
        match units::exact_sign("£") {
            Some(money) if name == "pound-mass" && much => money,
            _ => id,
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
        let word = matches!(text, "in" | "at" | "t" | "mi");
        !(spaced
            && letter
            && self.token(at + 1).is_some_and(|t| {
                t.is_mark('.')
                    && !t.spaced
                    && self
                        .token(at + 2)
                        .is_some_and(|n| n.is_word() && n.spaced && !t.first)
            })
            || spaced && word)
    }

    /// The token that begins at or after byte `end`, if tokens end there.
    fn token_at(&self, from: usize, end: usize) -> Option<usize> {
        let mut i = from;
        while self.token(i).is_some_and(|t| t.end < end) {
            i += 1;
        }
        self.token(i).filter(|t| t.end == end).map(|_| i + 1)
    }

    /// `square metres`, `cubic feet`, `sq ft`.
    fn powered(&self, part: &mut Part, at: usize) -> Option<usize> {
        let power = units::power(self.slice(at))?;
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
            let compared = self.is(at + 1, Class::TimesMore);
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
                noun: true,
            };
        }
    }

    /// `per capita`, `a barrel`, `/ha`, `for every migrant` after a number with or without unit.
    fn rate(&self, part: &mut Part) {
        let after = if part.unit.noun {
            part.noun_end
        } else {
            part.end
        };
        let Some((divisor, code, end)) = self.divided_by(after, part) else {
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
        if !part.unit.noun {
            part.end = end;
        }
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
        let listed = unit(tail).filter(|&(id, _)| units::currency(id).is_none());
        let noun = || {
            let text = self.slice(tail).to_string();
            self.is(tail, Class::Item)
                .then(|| (text.clone(), text, tail + 1))
        };
        let bare_article = part.unit.name.is_empty() && part.unit.kind.is_none();
        if bare_article && !self.is(part.end.wrapping_sub(1), Class::Times) {
            return None;
        }
        listed.map(described).or_else(noun)
    }

    /// The noun of a rate (`per person`, `per 1,000 live births`).
    fn divisor_noun(&self, at: usize) -> Option<(String, String, usize)> {
        let mut end = at;
        let mut words: Vec<String> = Vec::new();
        while let Some(token) = self.token(end) {
            let number = matches!(token.kind, Is::Number(_)) && words.is_empty()
                || token.is(Class::Scale) && words.len() == 1;
            let word = token.is_word() && !token.is(Class::Stop) && !token.is(Class::Verb);
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
