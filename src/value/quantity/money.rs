//! Currencies before and after a number, by sign, code or name.

use super::Reader;
use super::part::Part;
use super::token::Kind as Is;
use super::units::{self, UnitId};
use super::vocab::{Class, Meaning};

impl Reader<'_> {
    /// The currency before a number, and the token at which the number begins.
    pub(super) fn money_before(&self, i: usize) -> Option<(UnitId, usize)> {
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
                if number(i + 1) && !next.is_dash() && text.len() > 1 {
                    let named = || self.named_currency(i).filter(|_| self.is_large(i + 1));
                    let id = units::exact_sign(text).or_else(named)?;
                    let sure = self.is_large(i + 1) || !units::is_ambiguous(id, text);
                    return sure.then_some((id, i + 1));
                }
                if !matches!(next.kind, Is::Mark('$' | '£' | '¥' | '₵')) || !number(i + 2) {
                    return None;
                }
                let sign = format!("{}{}", text.to_ascii_uppercase(), self.slice(i + 1));
                // `A $5 note` begins with an article.
                let near = !next.spaced || text.len() > 1 || text == "C";
                units::exact_sign(&sign)
                    .filter(|_| near)
                    .map(|id| (id, i + 2))
            }
            _ => None,
        }
    }

    /// Whether the number at `i` is one that amounts have and labels do not.
    fn is_large(&self, i: usize) -> bool {
        let grouped = self
            .token(i)
            .is_some_and(|t| matches!(t.kind, Is::Number(d) if d.grouped || d.value >= 10_000.0));
        grouped || self.is(i + 1, Class::Scale) || self.is(i + 1, Class::ScaleLetter)
    }

    /// A currency whose name is the word at `i` (`Euro 5 million`).
    fn named_currency(&self, i: usize) -> Option<UnitId> {
        let named = self.phrase(i, |m| match m {
            Meaning::Unit(id) if units::currency(id).is_some() => Some(id),
            _ => None,
        });
        named.filter(|&(_, end)| end == i + 1).map(|(id, _)| id)
    }

    /// Sets the currency that stands before the number; one said again after it belongs to it.
    pub(super) fn money(&self, part: &mut Part, id: UnitId) {
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

    /// The currency after a number, and the token behind it.
    pub(super) fn currency_after(&self, i: usize) -> Option<(UnitId, usize)> {
        // `millions de dollars`
        let linked = i > 0 && self.is(i - 1, Class::Scale) && self.is(i, Class::Of);
        let i = i + usize::from(linked);
        let token = self.token(i)?;
        if matches!(token.kind, Is::Mark(_)) {
            let id = units::exact_sign(self.slice(i))?;
            let number_next = self
                .token(i + 1)
                .is_some_and(|t| matches!(t.kind, Is::Number(_)));
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
                    .filter(|&id| {
                        // `29 billion GEL`: behind a scale a code that is also a word is money.
                        let scaled = i > 0 && self.is(i - 1, Class::Scale);
                        (scaled || !units::is_ambiguous(id, text))
                            && (text.len() > 1 || !token.spaced)
                    })
                    .map(|id| (id, i + 1)),
            }
        })
    }

    /// A pound is money where it comes in thousands.
    pub(super) fn pounds(&self, id: UnitId, part: &Part) -> UnitId {
        let name = units::describe(id).1;
        let much = part.atom.scale >= 1000.0 || part.value >= 10_000.0;
        match units::exact_sign("£") {
            Some(money) if name == "pound-mass" && much => money,
            _ => id,
        }
    }
}
