//! The noun that a number counts, singular, with the words that say which kind of thing it is.

use super::part::Part;
use super::token::Kind as Is;
use super::vocab::Class;
use super::{Form, Reader, noun};

/// A counted noun has at most this many words.
const WORDS: usize = 6;

impl Reader<'_> {
    /// Whether the word at `i` is a plural noun by its ending or in the lexicon.
    pub(super) fn is_plural(&self, i: usize) -> bool {
        let Some(token) = self.token(i).filter(|t| t.is_word()) else {
            return false;
        };
        token.is(Class::Singular) || noun::looks_plural(self.slice(i)) && !token.is(Class::Stop)
    }

    /// The singular of the word at `i`.
    pub(super) fn singular(&self, i: usize) -> String {
        match self.token(i).filter(|t| t.is(Class::Singular)) {
            Some(token) => self.vocab.singular(token.id).to_string(),
            None => noun::singular(self.slice(i)),
        }
    }

    /// The counted noun that stands at token `from` and the token after it.
    pub(super) fn counted_noun(&self, from: usize, part: &Part) -> Option<(String, usize)> {
        let mut at = self.skip_which(from, part);
        let of = self.is(from, Class::Of);
        let one = (part.atom.form == Form::One || part.value == 1.0) && !of;
        let mut words: Vec<(usize, usize)> = Vec::new();
        loop {
            let (first, end) = self.compound(at)?;
            let last = end - 1;
            if !self.goes_on(at, last, from, words.is_empty()) {
                break;
            }
            words.push((first, end));
            at = end;
            if self.is_plural(last) || one && !self.is_describing(last) {
                return self.noun_of(&words).map(|n| (n, at));
            }
            if words.len() == WORDS {
                break;
            }
            if self.is(at, Class::And)
                && !self.is(at + 1, Class::Stop)
                && self.plural_within(at + 1, 3)
            {
                at += 1;
            }
            if self.compound(at).is_none() {
                break;
            }
        }
        // No plural: `a 12 page document`, `3 cylinder engine`; a lone verb is none.
        let &(first, end) = words.first().filter(|w| w.0 == from)?;
        let text = self.slice(end - 1);
        let noun = text.starts_with(|c: char| c.is_lowercase())
            && !is_participle(text)
            && !text.ends_with("ly")
            && !self.is(end - 1, Class::Adjective);
        noun.then(|| {
            (
                self.text[self.tokens[first].start..self.tokens[end - 1].end].to_lowercase(),
                end,
            )
        })
    }

    /// Passes over `more`, `other`, `of the` and possessives before the noun.
    fn skip_which(&self, from: usize, part: &Part) -> usize {
        let of = matches!(part.atom.form, Form::One | Form::Words | Form::Vague);
        let mut at = from;
        while let Some(token) = self.token(at) {
            let text = self.slice(at);
            let owner = at > from && (text.ends_with("'s") || text.ends_with("’s"));
            let which = token.is(Class::Which) && !(token.is(Class::Of) && (!of || at > from));
            let after_of = at > from && token.is(Class::Determiner);
            if !(which || owner || after_of) || self.hyphen(at + 1) || at > from + 4 {
                break;
            }
            at += 1;
        }
        at
    }

    /// A word or hyphenated words at `i`, as first token and the token after.
    fn compound(&self, i: usize) -> Option<(usize, usize)> {
        self.token(i).filter(|t| t.is_word())?;
        let mut end = i + 1;
        while self.hyphen(end) && end < i + 8 && self.token(end + 1).is_some_and(|t| t.is_word()) {
            end += 2;
        }
        Some((i, end))
    }

    /// Whether the word from `at` to `last` still belongs to the noun phrase.
    fn goes_on(&self, at: usize, last: usize, from: usize, first: bool) -> bool {
        let Some(token) = self.token(at) else {
            return false;
        };
        let new_line = token.first && !self.text[..token.start].ends_with("\n") && at == from;
        let ends = [
            Class::Stop,
            Class::Number,
            Class::Scale,
            Class::Month,
            Class::Weekday,
        ];
        if ends.iter().any(|&class| token.is(class)) || new_line {
            return false;
        }
        if last > at {
            return true;
        }
        // After the number itself a word in -s is a plural, not a verb (ten works).
        !token.is(Class::Verb)
            || first
                && noun::looks_plural(self.slice(at))
                && !self.is(from.wrapping_sub(2), Class::Label)
    }

    /// Whether a word says what kind of thing follows.
    fn is_describing(&self, i: usize) -> bool {
        const ENDINGS: [&str; 12] = [
            "al", "ive", "ous", "ful", "ic", "able", "ible", "ary", "less", "ing", "ed", "ant",
        ];
        let text = self.slice(i);
        let shaped = text.len() > 4 && ENDINGS.iter().any(|e| text.ends_with(e));
        let next_is_noun = self
            .compound(i + 1)
            .is_some_and(|(at, last)| self.goes_on(at, last - 1, i, false));
        next_is_noun && (self.is(i, Class::Adjective) || shaped)
    }

    fn plural_within(&self, from: usize, words: usize) -> bool {
        let stop = |i: usize| {
            !self
                .token(i)
                .is_some_and(|t| t.is_word() && !t.is(Class::Stop) && !t.is(Class::Verb))
        };
        (from..from + words)
            .take_while(|&i| !stop(i))
            .any(|i| self.is_plural(i))
    }

    /// The words joined, the last one singular; participles and adverbs before it are left out.
    fn noun_of(&self, words: &[(usize, usize)]) -> Option<String> {
        let (&(first, end), before) = words.split_last()?;
        let mut name = String::new();
        for &(start, stop) in before {
            let text = &self.text[self.tokens[start].start..self.tokens[stop - 1].end];
            let single = stop == start + 1;
            if single
                && (is_participle(text) || text.ends_with("ly") || self.is(start, Class::Which))
            {
                continue;
            }
            name.push_str(text);
            name.push(' ');
        }
        name.push_str(&self.text[self.tokens[first].start..self.tokens[end - 1].start]);
        name.push_str(&self.singular(end - 1));
        let shouted = name.bytes().any(|b| b.is_ascii_alphabetic())
            && !name.bytes().any(|b| b.is_ascii_lowercase())
            && name.len() > 4;
        Some(if shouted { name.to_lowercase() } else { name })
    }

    /// Whether the token is a word that begins with or holds a capital letter.
    pub(super) fn is_capital(&self, i: usize) -> bool {
        let word = self.token(i).is_some_and(|t| matches!(t.kind, Is::Word));
        word && self.slice(i).chars().any(char::is_uppercase)
    }
}

/// Whether a word looks like a participle (`registered`, `charging`).
pub(super) fn is_participle(word: &str) -> bool {
    word.len() > 4 && (word.ends_with("ed") || word.ends_with("ing")) && !word.contains('-')
}
