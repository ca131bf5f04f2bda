//! Sets of phrases, found in running text without regard to ASCII case and only at word edges.

use super::begins::Begins;
use super::compiled::Record;
use super::openers::Lists;
use super::spelling::each_spelling;
use super::starts::{Known, known, lists_in};
use super::table::{Table, is_edge};
use super::{Lang, Lexicon, List};
use std::ops::Range;
use std::rc::Rc;
use std::sync::OnceLock;

/// A set of phrases that can be looked for at the start of a text, anywhere in it, or as the whole of it.
pub struct Phrases {
    texts: Texts,
    /// What a text that one of them stands at the start of has first.
    begins: Begins,
    /// The lists of a language that the phrases are from.
    lists: Option<(Lang, Lists)>,
    /// Built when a text has a word that one of them begins with.
    table: OnceLock<Table>,
}

/// The phrases themselves.
enum Texts {
    /// Those of a list, whose spellings were sorted when the program was built.
    Compiled(Record),
    Own(Vec<&'static str>),
}

impl Phrases {
    /// Phrases of no list; one with letters beyond ASCII or with an apostrophe is also found in its other common spelling.
    pub fn new(phrases: impl IntoIterator<Item = &'static str>) -> Phrases {
        let texts: Vec<&'static str> = phrases.into_iter().collect();
        let mut begins = Begins::default();
        for phrase in &texts {
            each_spelling(phrase, |spelling| begins.add(spelling.as_bytes()));
        }
        Phrases {
            texts: Texts::Own(texts),
            begins,
            lists: None,
            table: OnceLock::new(),
        }
    }

    /// The phrases of a list.
    pub(super) fn one(lexicon: &Lexicon, list: List) -> Phrases {
        let record = lexicon.record(list);
        let mut begins = Begins::default();
        for spelling in record.spellings() {
            begins.add(spelling.text);
        }
        Phrases {
            texts: Texts::Compiled(record),
            begins,
            lists: Some((lexicon.lang(), Lists::of([list]))),
            table: OnceLock::new(),
        }
    }

    /// The phrases of several lists, one after the other.
    pub(super) fn of(lexicon: &Lexicon, lists: impl IntoIterator<Item = List>) -> Phrases {
        let mut set = Lists::default();
        let mut texts = Vec::new();
        for list in lists {
            set.add(list);
            texts.extend(lexicon.phrases(list));
        }
        Phrases {
            lists: Some((lexicon.lang(), set)),
            ..Phrases::new(texts)
        }
    }

    fn table(&self) -> &Table {
        self.table.get_or_init(|| match &self.texts {
            Texts::Compiled(list) => Table::of(list.spellings()),
            Texts::Own(texts) => Table::new(texts.iter().copied()),
        })
    }

    /// Length of the longest phrase that `text` begins with.
    #[inline]
    pub fn starts(&self, text: &str) -> Option<usize> {
        self.starts_with(text).map(|(len, _)| len)
    }

    /// The longest phrase that `text` begins with: its length and its index in the list.
    #[inline]
    pub fn starts_with(&self, text: &str) -> Option<(usize, usize)> {
        match self.begins.may_begin(text.as_bytes()) {
            true => self.starts_where_open(text),
            false => None,
        }
    }

    /// The same of a text whose first bytes are those of a phrase.
    fn starts_where_open(&self, text: &str) -> Option<(usize, usize)> {
        if self.table.get().is_none()
            && let Some((lang, lists)) = &self.lists
            && let Some(openers) = lang.lexicon().openers()
            && !openers.lists_of(text).meet(lists)
        {
            return None;
        }
        self.table().starts_with(text)
    }

    /// False where no phrase stands at the start of `text`, as its first bytes tell.
    #[inline]
    pub fn may_start(&self, text: &str) -> bool {
        self.begins.may_begin(text.as_bytes())
    }

    /// The phrases as the file gives them.
    pub fn iter(&self) -> impl Iterator<Item = &'static str> {
        let (list, own): (_, &[&str]) = match &self.texts {
            Texts::Compiled(list) => (Some(list.phrases()), &[]),
            Texts::Own(texts) => (None, texts),
        };
        list.into_iter().flatten().chain(own.iter().copied())
    }

    /// Whether the whole of `text`, spaces at its ends aside, is one of the phrases.
    pub fn is(&self, text: &str) -> bool {
        let text = trimmed(text);
        let may_be = !text.is_empty() && self.begins.may_be_as_long(text.len());
        may_be && self.starts(text) == Some(text.len())
    }

    /// The first phrase in `text`.
    pub fn find(&self, text: &str) -> Option<Range<usize>> {
        let mut finds = self.finds(text)?;
        finds.next().map(|(range, _)| range)
    }

    /// Whether a phrase stands anywhere in `text`.
    pub fn found_in(&self, text: &str) -> bool {
        self.find(text).is_some()
    }

    /// False where no phrase stands anywhere in `text`, as what its words begin with tells.
    pub fn may_stand_in(&self, text: &str) -> bool {
        !self.known(text).1
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
        self.finds(text).into_iter().flatten()
    }

    /// The search in a text; nothing where none of the phrases stands in it for sure.
    #[inline]
    fn finds<'t>(&'t self, text: &'t str) -> Option<Finds<'t>> {
        let (known, none) = self.known(text);
        (!none).then(|| Finds {
            phrases: self,
            set: self.table(),
            text,
            known,
            next: 0,
            at: 0,
        })
    }

    /// What is known of a text, and whether none of the phrases stands in it for sure.
    #[inline]
    fn known(&self, text: &str) -> (Option<Rc<Known>>, bool) {
        let Some((lang, own)) = &self.lists else {
            return (None, self.iter().next().is_none());
        };
        match known(text, *lang) {
            Some(known) => {
                let none = !known.lists.meet(own);
                (Some(known), none)
            }
            // A short text is soon looked through; what it begins with is asked to spare a table that nobody else wants.
            None if self.table.get().is_some() => (None, false),
            None => (None, lists_in(text, *lang).is_some_and(|l| !l.meet(own))),
        }
    }
}

/// The phrases in a text, left to right.
struct Finds<'t> {
    phrases: &'t Phrases,
    set: &'t Table,
    text: &'t str,
    /// Where a phrase may begin, if that is known, and how many of these places were looked at.
    known: Option<Rc<Known>>,
    next: usize,
    /// The byte from which on the next phrase may begin.
    at: usize,
}

impl Iterator for Finds<'_> {
    type Item = (Range<usize>, usize);

    fn next(&mut self) -> Option<Self::Item> {
        while let Some(from) = self.next_start() {
            let rest = &self.text.as_bytes()[from..];
            let found = self
                .phrases
                .begins
                .may_begin(rest)
                .then(|| self.set.longest(rest));
            let Some(found) = found.flatten() else {
                continue;
            };
            self.at = from + found.len as usize;
            if is_edge(self.text, self.at) {
                return Some((from..self.at, found.origin as usize));
            }
        }
        None
    }
}

impl Finds<'_> {
    /// The next place at which a phrase may begin by its first two bytes and by the words that the lists begin with.
    #[inline]
    fn next_start(&mut self) -> Option<usize> {
        let (Some(known), Some((_, own))) = (&self.known, &self.phrases.lists) else {
            return self.next_byte();
        };
        let begins = &self.phrases.begins;
        let rest = known.starts.get(self.next..).unwrap_or(&[]);
        let found = rest.iter().position(|start| {
            let (first, second) = start.code();
            begins.may_begin_with(first as u8, second as u8)
                && start.at() >= self.at
                && known.may_begin(*start, own)
        })?;
        self.next += found + 1;
        Some(rest[found].at())
    }

    /// The same in a text of which nothing is known.
    fn next_byte(&mut self) -> Option<usize> {
        let (text, bytes) = (self.text, self.text.as_bytes());
        while let Some(&byte) = bytes.get(self.at) {
            let from = self.at;
            self.at += 1;
            let second = bytes.get(from + 1).copied().unwrap_or(0);
            if !self.phrases.begins.may_begin_with(byte, second) || byte.is_ascii_whitespace() {
                continue;
            }
            let inside =
                from > 0 && byte.is_ascii_alphanumeric() && bytes[from - 1].is_ascii_alphanumeric();
            if !inside && text.is_char_boundary(from) && is_edge(text, from) {
                return Some(from);
            }
        }
        None
    }
}

/// A text without blanks at its ends, which most have none of.
pub(super) fn trimmed(text: &str) -> &str {
    match text.as_bytes() {
        [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => text,
        _ => text.trim(),
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
    fn letters_beyond_ascii_match_in_either_case() {
        let set = Phrases::new(["présidé par", "l'ordre du jour"]);
        assert_eq!(set.starts("PRÉSIDÉ PAR"), Some("PRÉSIDÉ PAR".len()));
        assert!(set.is("L\u{2019}ordre du jour"));
    }
}
