//! What was read of short texts, remembered: a report has few different words and cells, and each is asked for again and
//! again.

use std::cell::{Cell, RefCell};
use xxhash_rust::xxh3::xxh3_64;

/// No text that is remembered is as long in bytes.
const LONGEST: usize = 256;

/// A text, the kind it is of, and what was read of it.
struct Reading<T> {
    text: Box<str>,
    kind: u64,
    read: T,
}

/// Readings, each in one of the two places that the hash of its text says; a `thread_local`.
pub(crate) struct Seen<T, const PLACES: usize>(RefCell<Readings<T>>);

/// A small run has few, and does not touch the room of many.
struct Readings<T> {
    /// For each place one more than the index of its reading; 0 where there is none.
    places: Vec<u16>,
    all: Vec<Reading<T>>,
}

impl<T: Clone, const PLACES: usize> Seen<T, PLACES> {
    /// Nothing yet.
    pub(crate) const fn new() -> Self {
        Seen(RefCell::new(Readings {
            places: Vec::new(),
            all: Vec::new(),
        }))
    }

    /// What `read` makes of a text, which it must always make the same of; texts of one `kind` are kept apart from others.
    pub(crate) fn get(&self, text: &str, kind: u64, read: impl FnOnce() -> T) -> T {
        if text.len() >= LONGEST {
            return read();
        }
        let hash = xxh3_64(text.as_bytes()).wrapping_add(kind) as usize;
        let at = [hash % PLACES, (hash >> 32) % PLACES];
        let seen = self.0.borrow();
        if let Some(seen) = at.iter().find_map(|at| seen.at(*at, text, kind)) {
            return seen.clone();
        }
        drop(seen);
        let read = read();
        let reading = Reading {
            text: text.into(),
            kind,
            read: read.clone(),
        };
        self.0.borrow_mut().put(at, PLACES, reading);
        read
    }
}

impl<T> Readings<T> {
    /// What was read, if the reading in a place is of this text.
    fn at(&self, at: usize, text: &str, kind: u64) -> Option<&T> {
        let index = usize::from(*self.places.get(at)?).checked_sub(1)?;
        let reading = self.all.get(index)?;
        (reading.kind == kind && *reading.text == *text).then_some(&reading.read)
    }

    /// Keeps a reading in one of two places; where both are taken, the first gives way.
    fn put(&mut self, [first, second]: [usize; 2], places: usize, reading: Reading<T>) {
        if self.places.is_empty() {
            self.places.resize(places, 0);
        }
        let free = self.places[first] > 0 && self.places[second] == 0;
        let place = &mut self.places[if free { second } else { first }];
        match usize::from(*place).checked_sub(1) {
            Some(old) => self.all[old] = reading,
            None => {
                self.all.push(reading);
                *place = self.all.len() as u16;
            }
        }
    }
}

/// Whether words of eight letters of ASCII at most, in lower case and as numbers, are one thing and another; a
/// `thread_local`.
pub(crate) struct SeenWords([Cell<u64>; WORDS]);

/// How many words are remembered at most.
const WORDS: usize = 1024;
/// Where a remembered word says that it is either: no byte of ASCII has these bits.
const IS: [u64; 2] = [1 << 63, 1 << 55];

impl SeenWords {
    /// Nothing yet.
    pub(crate) const fn new() -> Self {
        SeenWords([const { Cell::new(0) }; WORDS])
    }

    /// What `is` says of a word, which it must always say of it.
    #[inline]
    pub(crate) fn get(&self, word: u64, is: impl FnOnce() -> [bool; 2]) -> [bool; 2] {
        let hash = word.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - WORDS.ilog2());
        let place = &self.0[hash as usize % WORDS];
        if place.get() & !(IS[0] | IS[1]) != word {
            let [one, other] = is();
            let bit = |is: bool, bit: u64| if is { bit } else { 0 };
            place.set(word | bit(one, IS[0]) | bit(other, IS[1]));
        }
        IS.map(|bit| place.get() & bit != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_once_and_apart_from_other_kinds() {
        let seen: Seen<usize, 8> = Seen::new();
        let mut times = 0;
        for _ in 0..3 {
            assert_eq!(
                seen.get("one", 0, || {
                    times += 1;
                    3
                }),
                3
            );
        }
        assert_eq!(times, 1);
        assert_eq!(seen.get("one", 1, || 4), 4);
    }

    #[test]
    fn a_word_is_asked_for_once() {
        let seen = SeenWords::new();
        let word = |text: &str| crate::value::eight::at(text.as_bytes(), 0);
        for said in [[true, false], [false, false]] {
            assert_eq!(seen.get(word("peru"), || said), [true, false]);
        }
        assert_eq!(seen.get(word("session"), || [false, true]), [false, true]);
    }

    #[test]
    fn texts_in_one_place_are_told_apart() {
        let seen: Seen<usize, 1> = Seen::new();
        for text in ["one", "three", "one"] {
            assert_eq!(seen.get(text, 0, || text.len()), text.len());
        }
    }
}
