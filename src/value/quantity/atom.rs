//! The number of a quantity: digits or words with their scale, fractions, shares and multiples, before any unit.

use super::token::Kind as Is;
use super::vocab::{Class, Meaning};
use super::{Form, Reader};
use crate::lexicon::Lang;
use crate::value::number::{Cardinal, Digits, NumberWord};

/// A number and the tokens that print it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Atom {
    pub start: usize,
    pub end: usize,
    pub value: f64,
    /// Upper end of what a vague number covers.
    pub max: Option<f64>,
    pub form: Form,
    /// The scale that multiplied it, 1 if none did.
    pub scale: f64,
    /// The digits, where it is in digits.
    pub digits: Option<Digits>,
}

impl Atom {
    /// Whether it is digits without separators, decimals or scale, as labels and years are.
    pub fn is_bare(&self) -> bool {
        self.form == Form::Digits
            && self.scale == 1.0
            && self.digits.is_some_and(|d| !d.grouped && d.decimals == 0)
    }
}

impl Reader<'_> {
    /// The number that begins at token `i`; `money` says that a currency stands before it.
    pub(super) fn atom(&self, i: usize, money: bool) -> Option<Atom> {
        let token = self.token(i)?;
        let atom = match token.kind {
            Is::Number(digits) => self.digits_atom(i, digits, money),
            Is::Vulgar(value) => Some(self.plain(i, i + 1, value, Form::Fraction)),
            Is::Word if token.is(Class::Number) => self.word_atom(i).map(|a| self.fold_of(a)),
            Is::Word if token.is(Class::Article) => self.article_atom(i),
            Is::Word if token.is(Class::Denominator) => self.half_atom(i),
            Is::Word if token.is(Class::Vague) => self.vague_atom(i),
            Is::Word if token.is(Class::Fold) => self.fold_atom(i),
            _ => None,
        }?;
        Some(self.proportion(atom)).filter(|a| a.value.is_finite())
    }

    fn plain(&self, start: usize, end: usize, value: f64, form: Form) -> Atom {
        Atom {
            start,
            end,
            value,
            max: None,
            form,
            scale: 1.0,
            digits: None,
        }
    }

    fn digits_atom(&self, i: usize, digits: Digits, money: bool) -> Option<Atom> {
        if digits.broken || digits.leading_zero {
            return None;
        }
        if let Some(atom) = self.slash_fraction(i, digits) {
            return Some(atom);
        }
        let mut atom = self.plain(i, i + 1, digits.value, Form::Digits);
        // Where a comma parts decimals, a dot before three figures parts thousands.
        let dotted = digits.decimals == 3 && (1..=3).contains(&digits.integers) && !digits.grouped;
        if dotted && self.vocab.lang != Lang::En && self.slice(i).contains('.') {
            atom.value = (atom.value * 1000.0).round();
        }
        atom.digits = Some(digits);
        if let Some((power, end)) = self.exponent(i + 1) {
            (atom.value, atom.end) = (format!("{}e{power}", digits.value).parse().ok()?, end);
            return Some(atom);
        }
        if let Some(Is::Vulgar(part)) = self.token(i + 1).map(|t| t.kind) {
            (atom.value, atom.end) = (atom.value + part, i + 2);
        } else if let Some((part, end)) = self.mixed(i, digits) {
            (atom.value, atom.end) = (atom.value + part, end);
        }
        if let Some(fold) = self.fold_suffix(atom.end) {
            (atom.form, atom.end) = (Form::Fold, fold);
            return Some(atom);
        }
        Some(self.scaled(atom, money))
    }

    /// `1/7`, `3/4`, `1/4th`: a proper fraction with a denominator that people divide by.
    fn slash_fraction(&self, i: usize, over: Digits) -> Option<Atom> {
        let (under, end) = self.slash(i)?;
        let usual = under <= 12.0
            || under % 10.0 == 0.0 && under <= 1000.0
            || [16.0, 25.0, 32.0, 64.0].contains(&under);
        let usual = usual && !self.is_month_and_day(i, over.value, under);
        let proper =
            over.value >= 1.0 && over.value < under && usual && over.decimals == 0 && !over.grouped;
        proper.then(|| self.plain(i, end, over.value / under, Form::Fraction))
    }

    /// `by 6/30`: after a word of time two numbers of a calendar that no fraction is made of.
    fn is_month_and_day(&self, i: usize, over: f64, under: f64) -> bool {
        let timed = i > 0 && (self.is(i - 1, Class::Temporal) || self.is(i - 1, Class::At));
        let reducible =
            (2..=over as u32).any(|n| over % f64::from(n) == 0.0 && under % f64::from(n) == 0.0);
        timed && over <= 12.0 && under <= 31.0 && (reducible || under > 12.0)
    }

    /// What stands under a slash right after the number at `i`, and the token after; an ordinal's ending belongs to it.
    fn slash(&self, i: usize) -> Option<(f64, usize)> {
        let slash = self
            .token(i + 1)
            .filter(|t| (t.is_mark('/') || t.is_mark('⁄')) && !t.spaced)?;
        let under = self.token(i + 2).filter(|t| !t.spaced && !slash.spaced)?;
        let Is::Number(digits) = under.kind else {
            return None;
        };
        let mut end = i + 3;
        if self.token(end).is_some_and(|t| t.is_mark('/') && !t.spaced) {
            return None;
        }
        if self.token(end).is_some_and(|t| !t.spaced && t.is_word())
            && is_ordinal_ending(self.slice(end))
        {
            end += 1;
        }
        (digits.decimals == 0 && !digits.grouped).then_some((digits.value, end))
    }

    /// The fraction after a whole number and the token after it: `1 1/2`, `1-1/2`.
    fn mixed(&self, i: usize, whole: Digits) -> Option<(f64, usize)> {
        if whole.decimals > 0 || whole.value > 999.0 {
            return None;
        }
        let hyphen = self.hyphen(i + 1);
        let at = if hyphen { i + 2 } else { i + 1 };
        let next = self.token(at).filter(|t| t.spaced != hyphen && !t.first)?;
        let Is::Number(over) = next.kind else {
            return None;
        };
        let fraction = self.slash_fraction(at, over)?;
        (fraction.end == at + 3).then_some((fraction.value, fraction.end))
    }

    /// The power of ten of `1.5e-3`, `4e14`, `2.5×10−5`, `3 x 10^6` and the token after it.
    fn exponent(&self, i: usize) -> Option<(i32, usize)> {
        let text = self.slice(i);
        let tight = |j: usize| self.token(j).is_some_and(|t| !t.spaced && !t.first);
        let number = |j: usize| match self.token(j)?.kind {
            Is::Number(d) if d.decimals == 0 && !d.grouped && d.integers <= 3 => {
                Some(d.value as i32)
            }
            _ => None,
        };
        let signed = |j: usize| match self.token(j)? {
            t if t.is_dash() && tight(j) && tight(j + 1) => Some((-number(j + 1)?, j + 2)),
            _ if tight(j) => Some((number(j)?, j + 1)),
            _ => None,
        };
        if text.starts_with(['e', 'E']) && tight(i) {
            return match text.len() {
                1 => signed(i + 1),
                _ => Some((
                    text[1..]
                        .parse()
                        .ok()
                        .filter(|p: &i32| (0..400).contains(p))?,
                    i + 1,
                )),
            };
        }
        let times = matches!(text, "×" | "x" | "·" | "*");
        let ten = times && number(i + 1) == Some(10);
        let caret = self
            .token(i + 2)
            .is_some_and(|t| t.is_mark('^') || t.is_dash());
        if !ten || !caret {
            return None;
        }
        let caret = self.token(i + 2).is_some_and(|t| t.is_mark('^'));
        signed(if caret { i + 3 } else { i + 2 })
    }

    /// `-fold` or `fold` after a number, and `x` as in `3x`.
    fn fold_suffix(&self, i: usize) -> Option<usize> {
        let word = if self.hyphen(i) { i + 1 } else { i };
        let tight = self.token(word).is_some_and(|t| !t.spaced);
        let text = self.slice(word);
        let fold = text.eq_ignore_ascii_case("fold")
            || (text == "x" || text == "×")
                && !self
                    .token(word + 1)
                    .is_some_and(|t| matches!(t.kind, Is::Number(_)));
        (tight && fold).then_some(word + 1)
    }

    /// `five-fold`: the ending joined to a number in words.
    fn fold_of(&self, mut atom: Atom) -> Atom {
        if self.hyphen(atom.end)
            && let Some(end) = self.fold_suffix(atom.end)
        {
            (atom.form, atom.end) = (Form::Fold, end);
        }
        atom
    }

    /// Applies scale words and letters after a number in digits.
    fn scaled(&self, mut atom: Atom, money: bool) -> Atom {
        let mut at = atom.end;
        let cell = matches!(self.token(at).map(|t| t.kind), Some(Is::Break));
        if (cell || self.hyphen(at)) && self.is(at + 1, Class::Scale) {
            at += 1;
        }
        while let Some(scale) = self.value(at, Class::Scale) {
            (atom.scale, at) = (atom.scale * scale, at + 1);
            atom.end = at;
        }
        if atom.scale == 1.0
            && let Some(scale) = self.scale_letter(at, money)
        {
            (atom.scale, atom.end) = (scale, at + 1);
        }
        atom.value = self.exactly(atom);
        atom
    }

    /// Value times scale without the error of a decimal that binary cannot hold (16.4 million).
    fn exactly(&self, atom: Atom) -> f64 {
        let decimals = atom.digits.map_or(0, |d| d.decimals);
        if decimals == 0 || decimals > 15 || atom.scale == 1.0 {
            return atom.value * atom.scale;
        }
        let power = 10f64.powi(decimals as i32);
        (atom.value * power).round() * atom.scale / power
    }

    /// `k`, `m`, `bn` ... after digits. A lone `m` is metres unless money or a plural noun says otherwise.
    fn scale_letter(&self, i: usize, money: bool) -> Option<f64> {
        let scale = self.value(i, Class::ScaleLetter)?;
        let token = self.token(i)?;
        let text = self.slice(i);
        let people = self
            .token(i + 1)
            .is_some_and(|t| t.spaced && self.is_plural(i + 1));
        let counts = match text {
            "m" | "b" => !token.spaced && (money || people) || money && text == "m",
            "M" | "B" | "K" | "k" | "T" => !token.spaced || money,
            "bn" | "mn" | "tn" | "mln" | "bln" | "mio" | "Mio" | "trn" | "Bn" | "Mn" => true,
            "t" => false,
            _ => !token.spaced || money,
        };
        counts.then_some(scale)
    }

    /// Number words, as many as go on with each other.
    fn word_atom(&self, i: usize) -> Option<Atom> {
        let mut cardinal = Cardinal::of(self.vocab.lang);
        let mut end = i;
        let mut scale = 1.0;
        if self.is(i, Class::Article) {
            // A hundred and two: the article is the one.
            cardinal.push(NumberWord::Plain(1.0));
            end += 1;
        }
        loop {
            let mut at = end;
            if end > i && (self.is(at, Class::And) && cardinal.takes_and() || self.hyphen(at)) {
                at += 1;
            }
            let plain = self.value(at, Class::Number).map(NumberWord::Plain);
            let Some(word) = plain.or_else(|| self.value(at, Class::Scale).map(NumberWord::Scale))
            else {
                break;
            };
            let mut next = cardinal;
            if self
                .token(at)
                .is_some_and(|t| t.first && at > i && !self.is(at - 1, Class::Number))
                || !next.push(word)
            {
                break;
            }
            if let NumberWord::Scale(s) = word {
                scale = s;
            }
            (cardinal, end) = (next, at + 1);
        }
        let value = cardinal.value()?;
        let form = if value == 1.0 { Form::One } else { Form::Words };
        let mut atom = Atom {
            scale,
            ..self.plain(i, end, value, form)
        };
        if let Some(fraction) = self.word_fraction(&atom) {
            return Some(self.of_scale(fraction).unwrap_or(fraction));
        }
        self.and_a_half(&mut atom);
        self.decimals_in_words(&mut atom);
        Some(atom)
    }

    /// `two thirds`, `one-third`, `three quarters`: not `twenty fifth`, which is an ordinal, nor `one second`.
    fn word_fraction(&self, over: &Atom) -> Option<Atom> {
        let at = if self.hyphen(over.end) {
            over.end + 1
        } else {
            over.end
        };
        let under = self.value(at, Class::Denominator)?;
        let plural = self.slice(at).ends_with(['s', 'S']);
        let noun_follows = self
            .token(at + 1)
            .is_some_and(|t| t.is_word() && !t.is(Class::Stop) && !t.is(Class::Verb));
        let fits = over.value < 20.0 && (over.value > 1.0) == plural && over.value < under * 10.0;
        let share = plural || at > over.end || self.is(at + 1, Class::Of) || !noun_follows;
        (fits && share).then(|| self.plain(over.start, at + 1, over.value / under, Form::Fraction))
    }

    /// `two and a half million`.
    fn and_a_half(&self, atom: &mut Atom) {
        let at = atom.end;
        if !self.is(at, Class::And) {
            return;
        }
        let article = self.is(at + 1, Class::Article);
        let part = match self.value(at + 2, Class::Denominator) {
            Some(under) if article => 1.0 / under,
            _ => return,
        };
        (atom.value, atom.end) = (atom.value + part, at + 3);
        while let Some(scale) = self.value(atom.end, Class::Scale) {
            atom.value *= scale;
            (atom.scale, atom.end) = (scale, atom.end + 1);
        }
    }

    /// `two point five million`.
    fn decimals_in_words(&self, atom: &mut Atom) {
        let (mut at, mut unit, mut value) = (atom.end + 1, 0.1, atom.value);
        if !self.is(atom.end, Class::Point) || atom.scale != 1.0 {
            return;
        }
        while let Some(digit) = self.value(at, Class::Number).filter(|d| *d < 10.0) {
            value += digit * unit;
            (unit, at) = (unit / 10.0, at + 1);
        }
        if at == atom.end + 1 {
            return;
        }
        (atom.value, atom.end, atom.form) = (value, at, Form::Words);
        while let Some(scale) = self.value(atom.end, Class::Scale) {
            atom.value *= scale;
            (atom.scale, atom.end) = (scale, atom.end + 1);
        }
    }

    /// `a million`, `a dozen`, `a third of`, `a half`.
    fn article_atom(&self, i: usize) -> Option<Atom> {
        if self.is(i + 1, Class::Scale) {
            let list = self.token(i).is_some_and(|t| t.first)
                && self.token(i + 1).is_some_and(|t| !t.spaced);
            return self.word_atom(i).filter(|_| !list);
        }
        let under = self.value(i + 1, Class::Denominator)?;
        if let Some(atom) = self.half_of_scale(i + 1).filter(|_| under == 2.0) {
            return Some(Atom { start: i, ..atom });
        }
        let share = self.plain(i, i + 2, 1.0 / under, Form::Fraction);
        if let Some(scaled) = self.of_scale(share) {
            return Some(scaled);
        }
        // `by a third to 20p`, but `by a third member`
        let by = i > 0 && self.is(i - 1, Class::By) && self.is_nounless(i + 2);
        (by || self.is(i + 2, Class::Of)).then_some(share)
    }

    /// `three quarters of a million`, `a quarter million`.
    fn of_scale(&self, share: Atom) -> Option<Atom> {
        let of = usize::from(self.is(share.end, Class::Of));
        let article = usize::from(self.is(share.end + of, Class::Article));
        let at = share.end + of + article;
        let scale = self
            .value(at, Class::Scale)
            .filter(|s| *s >= 1000.0 && of == article)?;
        Some(Atom {
            scale,
            ..self.plain(share.start, at + 1, share.value * scale, Form::Words)
        })
    }

    /// `half of`, `half the`, `half a million`, `more than half`.
    fn half_atom(&self, i: usize) -> Option<Atom> {
        if self.value(i, Class::Denominator)? != 2.0 || self.is(i, Class::Singular) {
            return None;
        }
        if let Some(atom) = self.half_of_scale(i) {
            return Some(atom);
        }
        // The second half of a match is no half.
        if self.before(i).is_some_and(|t| t.is(Class::Adjective)) {
            return None;
        }
        let after = self.is(i + 1, Class::Of)
            || self.is(i + 1, Class::Determiner)
            || self.is(i + 1, Class::Article);
        let qualified = self
            .phrase_before(i, |m| matches!(m, Meaning::Qualifier(_)).then_some(()))
            .is_some();
        (after || qualified && self.is_nounless(i + 1))
            .then(|| self.plain(i, i + 1, 0.5, Form::Fraction))
    }

    /// Whether no noun goes on at `i`.
    pub(super) fn is_nounless(&self, i: usize) -> bool {
        self.token(i)
            .is_none_or(|t| !t.is_word() && !t.is_dash() || t.is(Class::Stop) || t.is(Class::Verb))
    }

    /// `half a million`, `half a dozen`; `half an hour` keeps its article out of the unit's way.
    fn half_of_scale(&self, i: usize) -> Option<Atom> {
        let article = self.is(i + 1, Class::Article);
        let at = if article { i + 2 } else { i + 1 };
        if let Some(scale) = self.value(at, Class::Scale) {
            return Some(Atom {
                scale,
                ..self.plain(i, at + 1, scale / 2.0, Form::Words)
            });
        }
        let unit = self.phrase(at, |m| matches!(m, Meaning::Unit(_)).then_some(()));
        (article && unit.is_some()).then(|| self.plain(i, at, 0.5, Form::Fraction))
    }

    /// `dozens of`, `tens of thousands of`, `millions of`: from the power to ten times it.
    fn vague_atom(&self, i: usize) -> Option<Atom> {
        let mut value = self.value(i, Class::Vague)?;
        let mut end = i + 1;
        while self.is(end, Class::Of) {
            let Some(more) = self.value(end + 1, Class::Vague) else {
                break;
            };
            (value, end) = (value * more, end + 2);
        }
        let power = value.log10().fract() == 0.0;
        let atom = Atom {
            max: power.then_some(value * 10.0),
            ..self.plain(i, end, value, Form::Vague)
        };
        self.is(end, Class::Of).then_some(atom)
    }

    /// `twofold`; `twice` where something is compared.
    fn fold_atom(&self, i: usize) -> Option<Atom> {
        let value = self.value(i, Class::Fold)?;
        let compared = self.is(i + 1, Class::TimesMore);
        let fold = self.slice(i).to_ascii_lowercase().ends_with("fold");
        (fold || compared).then(|| self.plain(i, i + 1, value, Form::Fold))
    }

    /// `one in seven`, `2 out of 3`, `one of four`.
    fn proportion(&self, atom: Atom) -> Atom {
        let whole = matches!(atom.form, Form::Digits | Form::Words | Form::One)
            && atom.scale == 1.0
            && atom.value.fract() == 0.0;
        if !whole || atom.value < 1.0 || atom.value > 99.0 {
            return atom;
        }
        let wanted = |m| matches!(m, Meaning::OutOf).then_some(());
        if let Some((_, at)) = self.phrase(atom.end, wanted)
            && let Some(under) = self
                .divisor(at)
                .filter(|u| u.value > atom.value && u.value <= 1000.0)
        {
            let wide = at - atom.end > 1
                || atom.value < 10.0 && under.digits.is_some() == atom.digits.is_some();
            if wide {
                return self.plain(
                    atom.start,
                    under.end,
                    atom.value / under.value,
                    Form::Proportion,
                );
            }
        }
        if atom.form == Form::One && self.is(atom.end, Class::Of) {
            let at = if self.is(atom.end + 1, Class::Determiner) {
                atom.end + 2
            } else {
                atom.end + 1
            };
            if let Some(under) = self
                .divisor(at)
                .filter(|u| u.value > 1.0 && u.digits.is_none())
            {
                return self.plain(atom.start, under.end, atom.value / under.value, Form::OneOf);
            }
        }
        atom
    }

    /// A whole number that a share is of; no year, no unit of time behind it.
    fn divisor(&self, i: usize) -> Option<Atom> {
        let atom = match self.token(i)?.kind {
            Is::Number(digits) if !digits.broken && digits.decimals == 0 => {
                self.plain(i, i + 1, digits.value, Form::Digits)
            }
            Is::Word if self.is(i, Class::Number) => self.word_atom(i)?,
            _ => return None,
        };
        let unit = self.phrase(atom.end, |m| matches!(m, Meaning::Unit(_)).then_some(()));
        let percent = self
            .token(atom.end)
            .is_some_and(|t| t.is_mark('%') || t.is_dash());
        let digits = match self.token(i)?.kind {
            Is::Number(d) => Some(d),
            _ => None,
        };
        (unit.is_none() && !percent).then_some(Atom { digits, ..atom })
    }
}

/// Whether letters after digits make an ordinal of them.
pub(super) fn is_ordinal_ending(text: &str) -> bool {
    ["st", "nd", "rd", "th"]
        .iter()
        .any(|e| text.eq_ignore_ascii_case(e))
}
