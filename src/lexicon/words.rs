//! Words that stand for a number.

use super::Phrases;
use super::table::key;

/// Words, or short phrases, that stand for a number.
pub struct WordMap {
    phrases: Phrases,
    /// The value of each phrase, by its index.
    values: Vec<f64>,
    /// The words in lower case, sorted, each behind its first eight bytes.
    by_word: Vec<(u64, String, f64)>,
}

impl WordMap {
    /// Keeps words with their values.
    pub fn new(pairs: impl IntoIterator<Item = (&'static str, f64)>) -> WordMap {
        let pairs: Vec<_> = pairs.into_iter().collect();
        let lower = pairs.iter().map(|&(k, v)| (k.to_lowercase(), v));
        let mut by_word: Vec<_> = lower.map(|(k, v)| (key(k.as_bytes()), k, v)).collect();
        by_word.sort_by(|(_, a, _), (_, b, _)| a.cmp(b));
        WordMap {
            phrases: Phrases::new(pairs.iter().map(|&(k, _)| k)),
            values: pairs.iter().map(|&(_, v)| v).collect(),
            by_word,
        }
    }

    /// The value of a word, in any case.
    pub fn get(&self, word: &str) -> Option<f64> {
        if word.is_ascii() {
            self.find(word)
        } else {
            self.find(&word.to_lowercase())
        }
    }

    /// The value of a word whose letters beyond ASCII are small ones.
    fn find(&self, word: &str) -> Option<f64> {
        let wanted = key(word.as_bytes());
        let from = self.by_word.partition_point(|(k, _, _)| *k < wanted);
        let mut near = self.by_word[from..].iter();
        near.by_ref()
            .take_while(|(k, _, _)| *k == wanted)
            .find(|(_, w, _)| w.eq_ignore_ascii_case(word))
            .map(|(_, _, value)| *value)
    }

    /// The longest word or phrase that `text` begins with: its length and its value.
    pub fn starts(&self, text: &str) -> Option<(usize, f64)> {
        let (len, index) = self.phrases.starts_with(text)?;
        Some((len, self.values[index]))
    }

    /// The words as the file gives them.
    pub fn iter(&self) -> impl Iterator<Item = &'static str> {
        self.phrases.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_map_values_the_longest_phrase_at_the_start() {
        let map = WordMap::new([("noon", 12.0), ("mid morning", 10.0)]);
        assert_eq!(map.get("NOON"), Some(12.0));
        assert_eq!(map.starts("Mid morning break"), Some((11, 10.0)));
        assert_eq!(map.starts("noonday"), None);
    }
}
