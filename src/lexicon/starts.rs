//! Where words begin in a text, and which lists may stand in it, remembered: many lists are looked for in the same text,
//! one after the other.
//!
//! Looking at every byte for every list took 320 of the 2,100 million instructions of forty reports.

use super::Lang;
use super::openers::{Lists, Openers, Opening, Sets};
use super::table::is_edge;
use crate::value::sixteen::{MANY, begins, of_many};
use std::cell::RefCell;
use std::rc::Rc;
use xxhash_rust::xxh3::xxh3_64;

/// Shorter texts are looked through as fast as they are remembered, longer ones are rarely asked twice.
const LENGTHS: std::ops::Range<usize> = 24..1 << 16;
/// Texts remembered at once, each in one of the two places that its hash says.
const PLACES: usize = 4096;
/// Bits of a start that say how the word begins; its place stands above them.
const CODE: u32 = 10;

/// A place where a word or a mark begins, with the last five bits of its first two bytes.
#[derive(Clone, Copy)]
pub(super) struct Start {
    place: u32,
    /// The lists that have a phrase with this opening.
    sets: Sets,
}

impl Start {
    fn new(at: usize, first: u8, second: u8, sets: Sets) -> Start {
        let code = u32::from(first & 31) << 5 | u32::from(second & 31);
        Start {
            place: (at as u32) << CODE | code,
            sets,
        }
    }

    /// The byte at which it begins.
    #[inline]
    pub fn at(self) -> usize {
        (self.place >> CODE) as usize
    }

    /// The last five bits of the first byte and of the second.
    #[inline]
    pub fn code(self) -> (usize, u32) {
        ((self.place >> 5 & 31) as usize, self.place & 31)
    }
}

/// What is known of a text.
pub(super) struct Known {
    /// Every place at which a phrase of any list may begin.
    pub starts: Box<[Start]>,
    /// The lists that may have a phrase at one of them.
    pub lists: Lists,
    openers: &'static Openers,
}

impl Known {
    /// Whether one of these lists may have a phrase at a start.
    #[inline]
    pub fn may_begin(&self, start: Start, own: &Lists) -> bool {
        self.openers.meet(start.sets, own)
    }
}

/// A text by its hash, length and language, with what is known of it.
type Place = (u64, u32, Lang, Option<Rc<Known>>);

/// Texts asked of last: list after list is looked for in the same one, which is then found without a hash of it.
const LAST: usize = 8;

/// What a thread remembers.
struct Texts {
    places: Vec<Place>,
    last: [Option<(String, Lang, Rc<Known>)>; LAST],
    /// The oldest of the last ones.
    oldest: usize,
    /// Where the starts of a text are collected.
    starts: Vec<Start>,
}

thread_local! {
    static TEXTS: RefCell<Texts> = const {
        RefCell::new(Texts { places: Vec::new(), last: [const { None }; LAST], oldest: 0, starts: Vec::new() })
    };
}

impl Texts {
    fn known(&mut self, text: &str, lang: Lang) -> Option<Rc<Known>> {
        // The newest first: it is nearly always the one.
        for back in 1..=LAST {
            if let Some((of, l, known)) = &self.last[(self.oldest + LAST - back) % LAST]
                && *l == lang
                && of == text
            {
                return Some(known.clone());
            }
        }
        self.looked_up(text, lang)
    }

    #[inline(never)]
    fn looked_up(&mut self, text: &str, lang: Lang) -> Option<Rc<Known>> {
        let known = self.placed(text, lang)?;
        match &mut self.last[self.oldest] {
            Some((old, of, what)) => {
                text.clone_into(old);
                (*of, *what) = (lang, known.clone());
            }
            none => *none = Some((text.to_string(), lang, known.clone())),
        }
        self.oldest = (self.oldest + 1) % LAST;
        Some(known)
    }

    /// What is known in one of the places that the text's hash says, read now if both are other texts'.
    fn placed(&mut self, text: &str, lang: Lang) -> Option<Rc<Known>> {
        let openers = lang.lexicon().openers()?;
        let hash = xxh3_64(text.as_bytes());
        if self.places.is_empty() {
            self.places.resize(PLACES, (0, 0, Lang::En, None));
        }
        let is_own = |p: &Place| (p.0, p.1, p.2) == (hash, text.len() as u32, lang);
        let at = [hash as usize, (hash >> 32) as usize].map(|h| (h ^ lang as usize) % PLACES);
        if let Some(own) = at.iter().find(|at| is_own(&self.places[**at])) {
            return self.places[*own].3.clone();
        }
        // Where both are taken, the first gives way.
        let free = at.iter().find(|at| self.places[**at].3.is_none());
        let known = Rc::new(read(text, openers, &mut self.starts));
        let place = &mut self.places[*free.unwrap_or(&at[0])];
        *place = (hash, text.len() as u32, lang, Some(known.clone()));
        Some(known)
    }
}

/// What is known of a text in a language; nothing of a very short or a very long one.
#[inline]
pub(super) fn known(text: &str, lang: Lang) -> Option<Rc<Known>> {
    if !LENGTHS.contains(&text.len()) {
        return None;
    }
    TEXTS.with_borrow_mut(|texts| texts.known(text, lang))
}

/// The lists that may stand in a text too short to be remembered; nothing of a longer one.
pub(super) fn lists_in(text: &str, lang: Lang) -> Option<Lists> {
    if text.len() >= LENGTHS.start {
        return None;
    }
    let mut lists = Lists::default();
    let openers = lang.lexicon().openers()?;
    each_start(text, |_, opening| openers.add(opening, &mut lists));
    Some(lists)
}

/// Reads a text; `starts` is room that is used again.
fn read(text: &str, openers: &'static Openers, starts: &mut Vec<Start>) -> Known {
    let bytes = text.as_bytes();
    let mut lists = Lists::default();
    starts.clear();
    each_start(text, |at, opening| {
        let sets = openers.sets(opening);
        if sets.is_empty() {
            return;
        }
        openers.join(sets, &mut lists);
        let second = bytes.get(at + 1).copied().unwrap_or(0);
        starts.push(Start::new(at, bytes[at], second, sets));
    });
    Known {
        starts: starts.as_slice().into(),
        lists,
        openers,
    }
}

/// Tells every place at which a phrase may begin, with its opening: each word of ASCII, and each other byte but blanks.
///
/// Where words begin and end is told for many bytes at once; word by word it took twice as many instructions.
fn each_start(text: &str, mut tell: impl FnMut(usize, Opening)) {
    let bytes = text.as_bytes();
    let mut before = 0;
    for from in (0..bytes.len()).step_by(MANY) {
        let [words, blanks] = of_many(bytes, from, |all| {
            let blanks = all.is(b' ') | all.between(b'\t', b'\n') | all.between(0x0c, b'\r');
            [all.letters() | all.digits(), blanks]
        });
        let here = u64::MAX >> (MANY - (bytes.len() - from).min(MANY));
        let mut starts = (begins(words, before) | !(words | blanks)) & here;
        before = words >> (MANY - 1);
        while starts != 0 {
            let bit = starts.trailing_zeros();
            starts &= starts - 1;
            let (at, len) = (from + bit as usize, (words >> bit).trailing_ones());
            let plain = bytes[at].is_ascii() && (at == 0 || bytes[at - 1].is_ascii());
            if plain || text.is_char_boundary(at) && is_edge(text, at) {
                let rest = &bytes[at..];
                let opening = match (bit + len) as usize {
                    // The word may go on.
                    MANY => Opening::of(rest),
                    _ => Opening::of_word(rest, len as usize),
                };
                tell(at, opening);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_starts_of_a_text_are_its_words_and_marks() {
        let text = "The chair, Dr Ada Qwrtz, opened the meeting.";
        Lang::En.lexicon().prepare();
        let known_text = known(text, Lang::En).expect("known");
        let starts = &known_text.starts;
        let at: Vec<_> = starts.iter().map(|s| &text[s.at()..]).collect();
        assert!(at[1].starts_with("chair"));
        assert!(!at.iter().any(|t| t.starts_with("Qwrtz")));
        assert_eq!(starts[0].code(), (20, 8));
        assert!(known("short", Lang::En).is_none());
        assert!(lists_in("short", Lang::En).is_some());
    }

    #[test]
    fn no_word_begins_behind_a_letter_beyond_ascii() {
        let mut found = Vec::new();
        each_start("l'été à Évry–Nord", |at, _| found.push(at));
        assert_eq!(found, [0, 1, 2, 8, 11, 16, 19]);
    }

    #[test]
    fn openings_of_words_are_told_alike_wherever_they_stand() {
        let text = "A word; 2018, the\tundersecretary-general\u{b}(ad interim) \u{2013} n\u{ba} 7 of twentyfive.";
        for skipped in 0..80 {
            let moved = format!("{}{text}{text}", " ".repeat(skipped));
            each_start(&moved, |at, opening| {
                let whole = Opening::of(&moved.as_bytes()[at..]);
                assert_eq!((opening.word, opening.more), (whole.word, whole.more));
            });
        }
        let mut found = Vec::new();
        each_start(&" ab".repeat(99), |at, _| found.push(at));
        assert!(found.iter().copied().eq((0..99).map(|i| i * 3 + 1)));
    }
}
