//! Sets of phrases, found in running text without regard to ASCII case and only at word edges.

use aho_corasick::{AhoCorasick, Anchored, Input, MatchKind, StartKind};
use std::collections::HashMap;
use std::ops::Range;

/// A set of phrases that can be looked for at the start of a text, anywhere in it, or as the whole of it.
pub struct Phrases {
    finder: Option<AhoCorasick>,
    /// For each pattern of the finder, the index of its phrase in the file.
    origin: Vec<usize>,
    texts: Vec<String>,
    /// Whether a pattern begins with this byte, in either case: most texts are refused by it.
    first: [bool; 256],
}

impl Phrases {
    /// Builds the finder; a phrase with letters beyond ASCII or with an apostrophe is also found in its other common spelling.
    pub fn new<'a>(phrases: impl IntoIterator<Item = &'a str>) -> Phrases {
        let mut patterns: Vec<String> = Vec::new();
        let mut origin = Vec::new();
        let mut texts = Vec::new();
        for (i, phrase) in phrases.into_iter().enumerate() {
            for spelling in spellings(phrase) {
                patterns.push(spelling);
                origin.push(i);
            }
            texts.push(phrase.to_string());
        }
        let mut first = [false; 256];
        for &byte in patterns.iter().filter_map(|p| p.as_bytes().first()) {
            first[usize::from(byte.to_ascii_lowercase())] = true;
            first[usize::from(byte.to_ascii_uppercase())] = true;
        }
        let finder = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::LeftmostLongest)
            .start_kind(StartKind::Both)
            .build(&patterns)
            .ok()
            .filter(|_| !patterns.is_empty());
        Phrases {
            finder,
            origin,
            texts,
            first,
        }
    }

    /// Length of the longest phrase that `text` begins with.
    pub fn starts(&self, text: &str) -> Option<usize> {
        self.starts_with(text).map(|(len, _)| len)
    }

    /// The longest phrase that `text` begins with: its length and its index in the list.
    pub fn starts_with(&self, text: &str) -> Option<(usize, usize)> {
        if !self.first[usize::from(*text.as_bytes().first()?)] {
            return None;
        }
        let input = Input::new(text).anchored(Anchored::Yes);
        let found = self.finder.as_ref()?.find(input)?;
        let index = self.origin[found.pattern().as_usize()];
        is_edge(text, found.end()).then_some((found.end(), index))
    }

    /// The phrases as the file gives them.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.texts.iter().map(String::as_str)
    }

    /// Whether the whole of `text`, spaces at its ends aside, is one of the phrases.
    pub fn is(&self, text: &str) -> bool {
        let text = text.trim();
        !text.is_empty() && self.starts(text) == Some(text.len())
    }

    /// The first phrase in `text`.
    pub fn find(&self, text: &str) -> Option<Range<usize>> {
        self.find_iter(text).next().map(|(range, _)| range)
    }

    /// Whether a phrase stands anywhere in `text`.
    pub fn found_in(&self, text: &str) -> bool {
        self.find(text).is_some()
    }

    /// Whether `text`, blanks and signs at its end aside, ends in a phrase.
    pub fn ends(&self, text: &str) -> bool {
        let text = text.trim_end_matches(|c: char| !c.is_alphanumeric());
        let from = (0..text.len().min(40)).rev().map(|n| text.len() - 1 - n);
        from.filter(|&at| text.is_char_boundary(at) && is_edge(text, at))
            .any(|at| self.starts(&text[at..]) == Some(text.len() - at))
    }

    /// Every phrase in `text`, left to right, with its index in the list.
    pub fn find_iter<'t>(
        &'t self,
        text: &'t str,
    ) -> impl Iterator<Item = (Range<usize>, usize)> + 't {
        let finder = self.finder.as_ref();
        let all = finder.into_iter().flat_map(move |f| f.find_iter(text));
        all.filter(move |m| is_edge(text, m.start()) && is_edge(text, m.end()))
            .map(|m| (m.range(), self.origin[m.pattern().as_usize()]))
    }
}

/// Whether a word may begin or end at byte `at`: not between two letters or digits.
fn is_edge(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at..].chars().next();
    match (before, after) {
        (Some(a), Some(b)) => !(a.is_alphanumeric() && b.is_alphanumeric()),
        _ => true,
    }
}

fn spellings(phrase: &str) -> Vec<String> {
    let mut forms = vec![phrase.to_lowercase()];
    if !phrase.is_ascii() {
        forms.push(phrase.to_uppercase());
        let capital: String = phrase
            .chars()
            .take(1)
            .flat_map(char::to_uppercase)
            .chain(phrase.chars().skip(1))
            .collect();
        forms.push(capital);
    }
    if phrase.contains('\'') {
        let curly: Vec<_> = forms.iter().map(|f| f.replace('\'', "\u{2019}")).collect();
        forms.extend(curly);
    }
    forms.dedup();
    forms
}

/// A number of a lexicon file, whole or not.
pub(super) fn number(value: &toml::Value) -> Option<f64> {
    value.as_float().or(value.as_integer().map(|i| i as f64))
}

/// Words, or short phrases, that stand for a number.
pub struct WordMap {
    phrases: Phrases,
    /// The value of each phrase, by its index.
    values: Vec<f64>,
    by_word: HashMap<String, f64>,
}

impl WordMap {
    /// Reads `word = value` pairs; a pair whose value is no number is left out.
    pub fn new<'a>(pairs: impl IntoIterator<Item = (&'a String, &'a toml::Value)>) -> WordMap {
        let pairs: Vec<_> = pairs
            .into_iter()
            .filter_map(|(k, v)| Some((k.as_str(), number(v)?)))
            .collect();
        WordMap {
            phrases: Phrases::new(pairs.iter().map(|&(k, _)| k)),
            values: pairs.iter().map(|&(_, v)| v).collect(),
            by_word: pairs.iter().map(|&(k, v)| (k.to_lowercase(), v)).collect(),
        }
    }

    /// The value of a word, in any case.
    pub fn get(&self, word: &str) -> Option<f64> {
        if let Some(&v) = self.by_word.get(word) {
            return Some(v);
        }
        self.by_word.get(word.to_lowercase().as_str()).copied()
    }

    /// The longest word or phrase that `text` begins with: its length and its value.
    pub fn starts(&self, text: &str) -> Option<(usize, f64)> {
        let (len, index) = self.phrases.starts_with(text)?;
        Some((len, self.values[index]))
    }

    /// The words as the file gives them.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.phrases.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_phrases_only_at_word_edges() {
        let set = Phrases::new(["chair", "co-chair", "moderator"]);
        assert_eq!(set.starts("Moderator: A. Name"), Some(9));
        assert_eq!(set.starts("Moderators"), None);
        assert!(set.is(" CO-CHAIR "));
        assert_eq!(set.find("the armchair, the Chair"), Some(18..23));
    }

    #[test]
    fn an_empty_set_finds_nothing() {
        let set = Phrases::new([]);
        assert!(!set.is(""));
        assert!(!set.found_in("anything"));
    }

    #[test]
    fn a_word_map_values_the_longest_phrase_at_the_start() {
        let file: toml::Table = "noon = 12\n\"mid morning\" = 10".parse().expect("TOML");
        let map = WordMap::new(&file);
        assert_eq!(map.get("NOON"), Some(12.0));
        assert_eq!(map.starts("Mid morning break"), Some((11, 10.0)));
        assert_eq!(map.starts("noonday"), None);
    }

    #[test]
    fn letters_beyond_ascii_match_in_either_case() {
        let set = Phrases::new(["présidé par", "l'ordre du jour"]);
        assert_eq!(set.starts("PRÉSIDÉ PAR"), Some("PRÉSIDÉ PAR".len()));
        assert!(set.is("L\u{2019}ordre du jour"));
    }
}
