//! The spellings of a set of phrases, looked up by what a text begins with.

use super::spelling::each_spelling;
use std::ops::Range;

/// The phrases as they are looked up.
///
/// The spellings are sorted, so that the longest one that a text begins with is a bisection away; which bytes a spelling
/// may begin with refuses most places before that. An Aho-Corasick automaton a list, as it was before, took half of the
/// start of a run to build and four times as long to search.
#[derive(Debug, PartialEq, Eq)]
pub struct Table {
    /// The first eight bytes of each spelling, in the spellings' order.
    keys: Vec<u64>,
    /// Where those begin that have each [`slot`] as their first byte, and their number at the end.
    slots: [u16; SLOTS + 1],
    spellings: Vec<Spelling>,
    /// The bytes of all spellings.
    bytes: Vec<u8>,
}

/// So many keys are counted sooner than bisected.
const FEW: usize = 16;

/// First bytes told apart: the letters of ASCII, all below and all above.
const SLOTS: usize = 28;

/// The slot of a key by its first byte; the slots are in the order of the keys.
fn slot(key: u64) -> usize {
    ((key >> 56) as usize).saturating_sub(0x60).min(SLOTS - 1)
}

/// An [`Entry`], its text among the bytes of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spelling {
    at: u32,
    pub len: u16,
    pub origin: u16,
    shorter: u16,
}

/// A spelling on its way into or out of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry<'a> {
    /// The spelling in ASCII lower case.
    pub text: &'a [u8],
    /// The index of its phrase in the file.
    pub origin: u16,
    /// One more than the index of the longest other spelling that this one begins with; 0 where there is none.
    pub shorter: u16,
}

/// The spellings of phrases in their order, with the bytes they are to lie in; of a spelling in two phrases the first
/// counts.
pub fn entries<'b>(
    phrases: impl ExactSizeIterator<Item = &'static str>,
    bytes: &'b mut Vec<u8>,
) -> Vec<Entry<'b>> {
    let mut all: Vec<(u64, Range<usize>, u16)> = Vec::with_capacity(phrases.len());
    for (origin, phrase) in phrases.enumerate() {
        each_spelling(phrase, |spelling| {
            let at = bytes.len();
            bytes.extend(spelling.bytes().map(|b| b.to_ascii_lowercase()));
            if at < bytes.len() {
                all.push((key(&bytes[at..]), at..bytes.len(), origin as u16));
            }
        });
    }
    let bytes: &'b [u8] = bytes;
    let of = |range: &Range<usize>| &bytes[range.clone()];
    all.sort_unstable_by(|(k, a, _), (l, b, _)| {
        let rest = || of(a).cmp(of(b)).then(a.start.cmp(&b.start));
        k.cmp(l).then_with(rest)
    });
    all.dedup_by(|(l, b, _), (k, a, _)| k == l && of(a) == of(b));
    let mut open: Vec<(u16, &[u8])> = Vec::new();
    let entry = |(i, (_, range, origin)): (usize, &(u64, Range<usize>, u16))| {
        let text = of(range);
        while open.pop_if(|(_, last)| !text.starts_with(last)).is_some() {}
        let shorter = open.last().map_or(0, |(at, _)| at + 1);
        open.push((i as u16, text));
        Entry {
            text,
            origin: *origin,
            shorter,
        }
    };
    all.iter().enumerate().map(entry).collect()
}

impl Table {
    /// The table of phrases.
    pub fn new(phrases: impl ExactSizeIterator<Item = &'static str>) -> Table {
        let mut bytes = Vec::new();
        let entries = entries(phrases, &mut bytes);
        Table::of(entries.into_iter())
    }

    /// The table of spellings that are in their order already.
    pub fn of<'a>(entries: impl ExactSizeIterator<Item = Entry<'a>>) -> Table {
        let count = entries.len();
        let mut table = Table {
            keys: Vec::with_capacity(count),
            slots: [0; SLOTS + 1],
            spellings: Vec::with_capacity(count),
            bytes: Vec::with_capacity(count * 16),
        };
        for entry in entries {
            let key = key(entry.text);
            table.keys.push(key);
            table.slots[slot(key) + 1] += 1;
            table.spellings.push(Spelling {
                at: table.bytes.len() as u32,
                len: entry.text.len() as u16,
                origin: entry.origin,
                shorter: entry.shorter,
            });
            table.bytes.extend_from_slice(entry.text);
        }
        let mut sum = 0;
        for slot in &mut table.slots {
            sum += *slot;
            *slot = sum;
        }
        table
    }

    /// The longest spelling that the bytes begin with.
    pub fn longest(&self, text: &[u8]) -> Option<&Spelling> {
        let wanted = key(text);
        // All that the text begins with stand before this place, the longest last.
        let slot = slot(wanted);
        let (from, to) = (self.slots[slot].into(), self.slots[slot + 1].into());
        let near: &[u64] = &self.keys[from..to];
        let mut end = from
            + match near.len() {
                // Counted without a branch that nothing foretells.
                ..=FEW => near.iter().map(|&k| usize::from(k <= wanted)).sum(),
                _ => near.partition_point(|&k| k <= wanted),
            };
        while let Some(last) = end.checked_sub(1).filter(|last| *last >= from) {
            let (key, spelling) = (self.keys[last], &self.spellings[last]);
            let len = usize::from(spelling.len);
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
                spelling.shorter.into()
            };
        }
        None
    }

    /// The longest spelling that a text begins with, if a word may end there: its length and the index of its phrase.
    pub fn starts_with(&self, text: &str) -> Option<(usize, usize)> {
        let found = self.longest(text.as_bytes())?;
        let len = usize::from(found.len);
        is_edge(text, len).then_some((len, found.origin.into()))
    }
}

/// The first eight bytes of a text in ASCII lower case, as a number that sorts as they do.
pub fn key(text: &[u8]) -> u64 {
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
pub fn is_edge(text: &str, at: usize) -> bool {
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
