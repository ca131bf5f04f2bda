//! Sets of phrases, found in running text without regard to ASCII case and only at word edges.

use super::begins::Begins;
use super::openers::Lists;
use super::starts::{Known, known, lists_in};
use super::{Lang, Lexicon, List};
use std::ops::Range;
use std::rc::Rc;
use std::sync::OnceLock;

/// A set of phrases that can be looked for at the start of a text, anywhere in it, or as the whole of it.
pub struct Phrases {
    texts: Vec<&'static str>,
    /// What a text that one of them stands at the start of has first.
    begins: Begins,
    /// The lists of a language that the phrases are from.
    lists: Option<(Lang, Lists)>,
    /// Built when a text has a word that one of them begins with.
    table: OnceLock<Table>,
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
            texts,
            begins,
            lists: None,
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
        self.table.get_or_init(|| Table::new(&self.texts))
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
            && !openers.of(text).meet(lists)
        {
            return None;
        }
        self.table().starts_with(text)
    }

    /// The phrases as the file gives them.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.texts.iter().copied()
    }

    /// Whether the whole of `text`, spaces at its ends aside, is one of the phrases.
    pub fn is(&self, text: &str) -> bool {
        let text = trimmed(text);
        !text.is_empty() && self.starts(text) == Some(text.len())
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
            return (None, self.texts.is_empty());
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

/// The phrases as they are looked up.
///
/// The spellings are sorted, so that the longest one that a text begins with is a bisection away; which bytes a spelling
/// may begin with refuses most places before that. An Aho-Corasick automaton a list, as it was before, took half of the
/// start of a run to build and four times as long to search.
struct Table {
    /// The first eight bytes of each spelling, in the spellings' order.
    keys: Vec<u64>,
    /// Where those begin that have each [`slot`] as their first byte, and their number at the end.
    slots: [u16; SLOTS + 1],
    spellings: Vec<Spelling>,
    /// The bytes of all spellings.
    bytes: Vec<u8>,
}

/// First bytes told apart: the letters of ASCII, all below and all above.
const SLOTS: usize = 28;

/// The slot of a key by its first byte; the slots are in the order of the keys.
fn slot(key: u64) -> usize {
    ((key >> 56) as usize).saturating_sub(0x60).min(SLOTS - 1)
}

/// A spelling in ASCII lower case.
#[derive(Clone, Copy)]
struct Spelling {
    at: u32,
    len: u32,
    /// The index of its phrase in the file.
    origin: u32,
    /// One more than the index of the longest other spelling that this one begins with; 0 where there is none.
    shorter: u32,
}

impl Table {
    fn new(phrases: &[&str]) -> Table {
        let mut table = Table {
            keys: Vec::new(),
            slots: [0; SLOTS + 1],
            spellings: Vec::new(),
            bytes: Vec::new(),
        };
        for (origin, phrase) in phrases.iter().enumerate() {
            each_spelling(phrase, |spelling| table.push(spelling, origin));
        }
        table.sort();
        table
    }

    fn push(&mut self, spelling: &str, origin: usize) {
        if spelling.is_empty() {
            return;
        }
        self.spellings.push(Spelling {
            at: self.bytes.len() as u32,
            len: spelling.len() as u32,
            origin: origin as u32,
            shorter: 0,
        });
        let lower = spelling.bytes().map(|b| b.to_ascii_lowercase());
        self.bytes.extend(lower);
    }

    fn sort(&mut self) {
        let bytes = &self.bytes;
        let of = |s: &Spelling| &bytes[s.at as usize..(s.at + s.len) as usize];
        let mut all: Vec<(u64, Spelling)> =
            self.spellings.iter().map(|s| (key(of(s)), *s)).collect();
        // Of a spelling in the list twice the first counts.
        all.sort_unstable_by(|(k, a), (l, b)| {
            let rest = || of(a).cmp(of(b)).then(a.at.cmp(&b.at));
            k.cmp(l).then_with(rest)
        });
        all.dedup_by(|(l, b), (k, a)| k == l && of(a) == of(b));
        self.keys = all.iter().map(|(key, _)| *key).collect();
        self.spellings = all.into_iter().map(|(_, s)| s).collect();
        for (at, end) in self.slots.iter_mut().enumerate() {
            *end = self.keys.partition_point(|&k| slot(k) < at) as u16;
        }
        let mut open: Vec<usize> = Vec::new();
        for i in 0..self.spellings.len() {
            let text = of(&self.spellings[i]);
            while open
                .pop_if(|last| !text.starts_with(of(&self.spellings[*last])))
                .is_some()
            {}
            self.spellings[i].shorter = open.last().map_or(0, |&s| s as u32 + 1);
            open.push(i);
        }
    }

    /// The longest spelling that the bytes begin with.
    fn longest(&self, text: &[u8]) -> Option<&Spelling> {
        let wanted = key(text);
        // All that the text begins with stand before this place, the longest last.
        let slot = slot(wanted);
        let (from, to) = (self.slots[slot].into(), self.slots[slot + 1].into());
        let near: &[u64] = &self.keys[from..to];
        let mut end = from + near.partition_point(|&k| k <= wanted);
        while let Some(last) = end.checked_sub(1).filter(|last| *last >= from) {
            let (key, spelling) = (self.keys[last], &self.spellings[last]);
            let len = spelling.len as usize;
            let same = if len <= 8 {
                (key ^ wanted) >> (64 - 8 * len) == 0 && text.len() >= len
            } else {
                let rest = &self.bytes[spelling.at as usize + 8..spelling.at as usize + len];
                key == wanted
                    && text
                        .get(8..len)
                        .is_some_and(|t| t.eq_ignore_ascii_case(rest))
            };
            if same {
                return Some(spelling);
            }
            end = if key == wanted {
                last
            } else {
                spelling.shorter as usize
            };
        }
        None
    }

    fn starts_with(&self, text: &str) -> Option<(usize, usize)> {
        let found = self.longest(text.as_bytes())?;
        let len = found.len as usize;
        is_edge(text, len).then_some((len, found.origin as usize))
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

/// The first eight bytes of a text in ASCII lower case, as a number that sorts as they do.
pub(super) fn key(text: &[u8]) -> u64 {
    let first = text.first_chunk().copied().unwrap_or_else(|| {
        let mut short = [0; 8];
        short[..text.len()].copy_from_slice(text);
        short
    });
    const ONES: u64 = 0x0101_0101_0101_0101;
    let all = u64::from_be_bytes(first);
    // Eight bytes at a time: the top bit of each says whether it is at least A and not beyond Z.
    let low = all & (0x7f * ONES);
    let capital = (low + (0x80 - b'A' as u64) * ONES) & !(low + (0x7f - b'Z' as u64) * ONES);
    all | (capital & !all & (0x80 * ONES)) >> 2
}

/// Whether a word may begin or end at byte `at`: not between two letters or digits.
pub(super) fn is_edge(text: &str, at: usize) -> bool {
    if at == 0 || at >= text.len() {
        return true;
    }
    let (a, b) = (text.as_bytes()[at - 1], text.as_bytes()[at]);
    if a.is_ascii() && b.is_ascii() {
        return !(a.is_ascii_alphanumeric() && b.is_ascii_alphanumeric());
    }
    let before = text[..at].chars().next_back();
    let after = text[at..].chars().next();
    match (before, after) {
        (Some(a), Some(b)) => !(a.is_alphanumeric() && b.is_alphanumeric()),
        _ => true,
    }
}

/// Whether a phrase is printed in one way only, letters in either case.
fn has_one_spelling(phrase: &str) -> bool {
    phrase.is_ascii() && !phrase.contains('\'')
}

/// Tells every spelling of a phrase.
pub(super) fn each_spelling(phrase: &str, mut tell: impl FnMut(&str)) {
    match has_one_spelling(phrase) {
        true => tell(phrase),
        false => spellings(phrase).iter().for_each(|s| tell(s)),
    }
}

/// A phrase as it may be printed, ASCII letters in either case.
pub(super) fn spellings(phrase: &str) -> Vec<String> {
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
        // `ETAIENT PRESENTS`: capitals are often printed without their accents. Short words would become others.
        if phrase.chars().count() > 4 {
            forms.push(without_accents(phrase));
        }
    }
    if phrase.contains('\'') {
        let curly: Vec<_> = forms.iter().map(|f| f.replace('\'', "\u{2019}")).collect();
        forms.extend(curly);
    }
    forms.dedup();
    forms
}

fn without_accents(phrase: &str) -> String {
    use unicode_normalization::char::{decompose_canonical, is_combining_mark};
    let mut bare = String::with_capacity(phrase.len());
    for c in phrase.chars() {
        match c.is_ascii() {
            true => bare.push(c.to_ascii_lowercase()),
            false => decompose_canonical(c, |c| {
                if !is_combining_mark(c) {
                    bare.extend(c.to_lowercase());
                }
            }),
        }
    }
    bare
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
