//! Quantities of running text: numbers with their unit, kind, qualifier and what they measure.
//!
//! Text is searched for digits and number words by byte ([`token`]); round each find a sentence is cut into tokens, then
//! [`atom`] reads the number, [`part`] its currency, unit or counted noun, [`reject`] drops numbers that measure nothing
//! (clock times, dates, labels, names), [`range`] joins ends, and [`context`] and [`measure`] look at the words around.
//! The words stand in the lexicon, units and currencies in `units.toml` and `currencies.toml`.

mod address;
mod atom;
mod calendar;
mod class;
mod context;
mod counted;
#[cfg(test)]
#[allow(dead_code, reason = "the build script uses the rest")]
mod data;
mod measure;
mod money;
mod noun;
mod part;
mod range;
mod rate;
mod reject;
mod token;
mod units;
mod vocab;

use crate::lexicon::Lang;
use crate::value::Points;
use serde::Serialize;
use std::cell::Cell;
use std::ops::Range;

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$variant_doc])* $variant,)* }
        impl $name {
            /// Every value.
            pub const ALL: &[$name] = &[$($name::$variant,)*];
            /// The word in the data.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $word,)* }
            }
        }
        impl Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    };
}

words! {
    /// What a quantity is a quantity of.
    Kind {
        /// Per cent, and points of it.
        Percentage = "percentage",
        /// A share printed as a fraction or as one in so many.
        Fraction = "fraction",
        /// A number of things.
        Count = "count",
        /// An amount of a currency.
        Money = "money",
        /// A length of time; ages too.
        Duration = "duration",
        /// A length.
        Distance = "distance",
        /// An area.
        Area = "area",
        /// A mass.
        Mass = "mass",
        /// A temperature.
        Temperature = "temperature",
        /// Energy and power.
        Energy = "energy",
        /// So many a unit of something else.
        Rate = "rate",
        /// So many times.
        Multiple = "multiple",
        /// Any other measure.
        Other = "other",
    }
}

words! {
    /// How the text bounds a value.
    Qualifier {
        /// As printed.
        Exact = "exact",
        /// Near it.
        About = "about",
        /// Past it.
        MoreThan = "more_than",
        /// It or more.
        AtLeast = "at_least",
        /// Not as much.
        LessThan = "less_than",
        /// It or less.
        AtMost = "at_most",
    }
}

words! {
    /// Which way a change goes.
    Direction {
        /// Up.
        Increase = "increase",
        /// Down.
        Decrease = "decrease",
    }
}

words! {
    /// How the number was printed.
    Form {
        /// `2,500`, `3 million`
        Digits = "digits",
        /// `nine`, `two hundred thousand`
        Words = "words",
        /// `one`, `a million`: a word that often counts nothing.
        One = "one",
        /// `1/7`, `two thirds`, `half of`
        Fraction = "fraction",
        /// `one in seven`, `two out of three`
        Proportion = "proportion",
        /// `one of four` things
        OneOf = "one_of",
        /// `dozens of`, `millions of`: the power of ten alone.
        Vague = "vague",
        /// `twofold`, `twice`
        Fold = "fold",
    }
}

/// A quantity as the text prints it. Places are byte ranges of the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// Number, scale and unit, both ends of a range; neither qualifier nor counted noun.
    pub span: Range<usize>,
    /// The value, scaled; of a range the lower end. Fractions in full precision.
    pub value: f64,
    /// The upper end of a range.
    pub value_max: Option<f64>,
    /// `percent`, an ISO 4217 code, an SI symbol, a singular English name, a counted noun, or empty.
    pub unit: String,
    /// The unit as a singular English name throughout (`kilometre`, `US dollar per month`).
    pub unit_name: String,
    /// Whether the unit is merely the counted noun.
    pub unit_is_noun: bool,
    /// What it is a quantity of.
    pub kind: Kind,
    /// How the text bounds it.
    pub qualifier: Qualifier,
    /// Whether it states a change, or the level after one.
    pub direction: Option<Direction>,
    /// The noun phrase measured, up to the next verb or comma.
    pub measure: Option<Range<usize>>,
    /// When or how often: `between 2000 and 2015`, `annually`.
    pub period: Option<Range<usize>>,
    /// How it was printed.
    pub form: Form,
    /// Whether it is the length of something that follows or the time to it (`a two-day meeting`, `two months after`).
    pub time_frame: bool,
    /// Of a rate by the calendar, what it is a rate of.
    pub recurs: Option<Box<Recurring>>,
}

/// What comes again with the calendar: of `EUR 90 a year` (a rate) the money.
#[derive(Clone, Debug, PartialEq)]
pub struct Recurring {
    /// Where number, scale and unit end.
    pub end: usize,
    /// The unit without the time.
    pub unit: String,
    /// Whether that is merely the counted noun.
    pub unit_is_noun: bool,
    /// What it is a quantity of.
    pub kind: Kind,
    /// How often, as printed: `a year`, `per month`.
    pub each: Range<usize>,
}

/// Every quantity of a text, in order.
pub fn read(text: &str, lang: Lang) -> Vec<Quantity> {
    thread_local! {
        /// Room for the tokens of a stretch, used again.
        static TOKENS: Cell<Vec<token::Token>> = const { Cell::new(Vec::new()) };
    }
    let vocab = vocab::Vocab::of(lang);
    let mut found = Vec::new();
    let mut next = token::next_stretch(text, 0, vocab);
    if next.is_none() {
        return found;
    }
    let mut tokens = TOKENS.take();
    while let Some(stretch) = next {
        let mut from = stretch.end;
        token::tokenize(text, stretch, vocab, &mut tokens);
        // A number may go on behind the blank at which a long stretch was cut.
        from = tokens.last().map_or(from, |last| from.max(last.end));
        let reader = Reader {
            text,
            tokens: &tokens,
            vocab,
        };
        reader.read(&mut found);
        next = token::next_stretch(text, from, vocab);
    }
    TOKENS.set(tokens);
    found
}

/// One stretch of text while it is read.
#[derive(Clone, Copy)]
struct Reader<'a> {
    text: &'a str,
    tokens: &'a [token::Token],
    vocab: &'static vocab::Vocab,
}

impl<'a> Reader<'a> {
    fn token(&self, i: usize) -> Option<&'a token::Token> {
        self.tokens.get(i)
    }

    fn before(&self, i: usize) -> Option<&'a token::Token> {
        self.tokens.get(i.checked_sub(1)?)
    }

    fn slice(&self, i: usize) -> &'a str {
        self.token(i).map_or("", |t| &self.text[t.start..t.end])
    }

    /// The value of the word at `i` if it is of a class.
    fn value(&self, i: usize, class: vocab::Class) -> Option<f64> {
        let token = self.token(i).filter(|t| t.is(class))?;
        Some(self.vocab.value(token.id))
    }

    /// Whether the word at `i` is of a class.
    fn is(&self, i: usize, class: vocab::Class) -> bool {
        self.token(i).is_some_and(|t| t.is(class))
    }

    /// Whether a hyphen without spaces joins the tokens before and after `i`.
    fn hyphen(&self, i: usize) -> bool {
        let tight = |i| {
            self.token(i)
                .is_some_and(|t: &token::Token| !t.spaced && !t.first)
        };
        self.token(i).is_some_and(|t| t.is_dash()) && tight(i) && tight(i + 1)
    }

    /// The first phrase at `i` that `wanted` accepts, longest first, and the token after it.
    fn phrase<T>(
        &self,
        i: usize,
        wanted: impl Fn(vocab::Meaning) -> Option<T>,
    ) -> Option<(T, usize)> {
        let id = self.token(i)?.id;
        if id == 0 {
            return None;
        }
        self.vocab.starting(id).find_map(|(words, meaning)| {
            let tokens = self.tokens.get(i..i + words.len())?;
            let same = tokens.iter().zip(words).all(|(t, &w)| t.id == w);
            let meaning = wanted(meaning).filter(|_| same)?;
            Some((meaning, i + words.len()))
        })
    }

    /// The same for phrases that end right before `i`, and their first token.
    fn phrase_before<T>(
        &self,
        i: usize,
        wanted: impl Fn(vocab::Meaning) -> Option<T>,
    ) -> Option<(T, usize)> {
        let id = self.before(i)?.id;
        if id == 0 {
            return None;
        }
        self.vocab.ending(id).find_map(|(words, meaning)| {
            let start = i.checked_sub(words.len())?;
            let before = self.tokens[start..i].iter();
            let same = before.zip(words).all(|(t, &w)| t.id == w);
            let meaning = wanted(meaning).filter(|_| same)?;
            Some((meaning, start))
        })
    }

    /// Whether a part stands alone in brackets.
    fn is_bracketed(&self, part: &part::Part) -> bool {
        let opens = self.before(part.start).is_some_and(|t| t.is_mark('('));
        opens && self.token(part.end).is_some_and(|t| t.is_mark(')'))
    }

    /// Whether a quantity may begin with token `i`, by that and the next one.
    fn may_start(&self, i: usize) -> bool {
        use vocab::Class::{Denominator, Number, Scale};
        let next = self.token(i + 1);
        if next.is_some_and(|t| t.follows_sign) {
            return true;
        }
        if !self.tokens[i].may_start {
            return false;
        }
        let goes_on = |class| next.is_some_and(|t: &token::Token| t.is(class));
        match &self.tokens[i] {
            token if token.is_article() => goes_on(Scale) || goes_on(Denominator),
            token if token.is_dash() => goes_on(Number),
            _ => true,
        }
    }

    fn read(&self, found: &mut Vec<Quantity>) {
        let mut parts = Vec::new();
        let mut i = 0;
        while i < self.tokens.len() {
            if !self.may_start(i) {
                i += 1;
                continue;
            }
            match self.part(i) {
                Ok(part) => {
                    i = part.next;
                    parts.push(part);
                }
                Err(next) => i = next.max(i + 1),
            }
        }
        let joined = self.join_ranges(parts);
        for (i, part) in joined.iter().enumerate() {
            let room = Range {
                start: i.checked_sub(1).map_or(0, |p| joined[p].end),
                end: joined.get(i + 1).map_or(self.tokens.len(), |n| n.start),
            };
            let mut quantity = self.quantity(part, room);
            if i > 0 && self.is_bracketed(part) {
                // `3 million migrants (37 %)`: both are said of the migrants.
                quantity.measure = found.last().and_then(|q: &Quantity| q.measure.clone());
            }
            found.push(quantity);
        }
    }
}

/// A quantity as data leaves the library: places in Unicode code points.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct QuantityReading {
    /// First code point.
    pub start: usize,
    /// The code point after the last.
    pub end: usize,
    /// Number, scale and unit as printed.
    pub text: String,
    /// The value; of a range the lower end.
    pub value: f64,
    /// The upper end of a range.
    pub value_max: Option<f64>,
    /// The unit or counted noun, singular and spelt out; empty where there is none.
    pub unit: String,
    /// The same as the data tables print it: an ISO 4217 code, an SI symbol, else as `unit`.
    pub unit_code: String,
    /// What it is a quantity of.
    pub kind: Kind,
    /// How the text bounds it.
    pub qualifier: Qualifier,
    /// Which way the change goes.
    pub direction: Option<Direction>,
    /// The noun phrase measured.
    pub measure: Option<String>,
}

/// Every quantity of a text as data.
pub fn readings(text: &str, lang: Lang) -> Vec<QuantityReading> {
    let quantities = read(text, lang);
    if quantities.is_empty() {
        return Vec::new();
    }
    let mut points = Points::new(text);
    let data = quantities.into_iter().map(|q| QuantityReading {
        start: points.at(q.span.start),
        end: points.at(q.span.end),
        text: text[q.span].to_string(),
        value: q.value,
        value_max: q.value_max,
        unit: q.unit_name,
        unit_code: q.unit,
        kind: q.kind,
        qualifier: q.qualifier,
        direction: q.direction,
        measure: q.measure.map(|m| text[m].to_string()),
    });
    data.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reading_has_its_place_in_code_points() {
        let found = readings("Près de about 30-40 % of 600 doctors", Lang::En);
        assert_eq!(found.len(), 2);
        let share = &found[0];
        assert_eq!(
            (share.start, share.end, share.text.as_str()),
            (14, 21, "30-40 %")
        );
        assert_eq!((share.value, share.value_max), (30.0, Some(40.0)));
        assert_eq!(
            (share.unit.as_str(), share.kind),
            ("percent", Kind::Percentage)
        );
        assert_eq!(share.qualifier, Qualifier::About);
        assert_eq!(found[1].unit, "doctor");
        assert_eq!(found[1].measure.as_deref(), Some("doctors"));
    }

    #[test]
    fn long_numbers_before_a_singular_and_quoted_ones_are_names() {
        let found = readings(
            "In the 19400 text a '5' form stands, and the 19400 mills have 300 wheels.",
            Lang::En,
        );
        let told: Vec<_> = found.iter().map(|q| q.unit.as_str()).collect();
        assert_eq!(told, ["mill", "wheel"]);
    }

    #[test]
    fn letters_before_a_year_number_a_law() {
        let found = readings(
            "It heard that RB 2013 contains no list of the 300 mills.",
            Lang::En,
        );
        let told: Vec<_> = found.iter().map(|q| q.unit.as_str()).collect();
        assert_eq!(told, ["mill"]);
    }

    #[test]
    fn a_number_at_the_end_of_a_long_stretch_is_read_once() {
        let text = format!("7 {}305 326 people", "word ".repeat(119));
        let found = readings(&text, Lang::En);
        let apart = |pair: &[QuantityReading]| pair[0].end <= pair[1].start;
        assert!(found.windows(2).all(apart), "{found:?}");
        assert!(found.iter().any(|q| q.text.starts_with("305 326")));
    }

    #[test]
    fn hostile_text_is_read_to_its_end() {
        for text in [
            "9".repeat(100_000),
            "1,".repeat(20_000),
            "1 ".repeat(20_000),
            "one and ".repeat(10_000),
            "½/".repeat(10_000),
            "a million ".repeat(10_000),
            "$-".repeat(20_000),
            "from 1 to ".repeat(10_000),
        ] {
            for quantity in read(&text, Lang::En) {
                assert!(text.get(quantity.span.clone()).is_some());
                assert!(quantity.value.is_finite());
            }
        }
    }
}
