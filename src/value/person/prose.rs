//! Cells and sentences, told by how many of their words are small.

use super::token::Token;
use super::words::{Flags, Words};
use crate::value::short::Letters;
use crate::value::sixteen::{AT_ONCE, MANY, of_many};

/// Whether the small words are so many that the text is surely no cell: of these not more are counted than there are, of all
/// words not fewer.
pub(super) fn is_prose(text: &str, words: &Words) -> bool {
    let bytes = text.as_bytes();
    // Every word stands behind a mark or a blank, but the first, or begins with a mark.
    let most = (1 + marks(bytes)) / 5;
    let joins = |start: usize| {
        let letters = Letters::at(bytes, start);
        words.of_letters(text, start, &letters).has(JOINS)
    };
    let mut small = 0;
    for start in (0..bytes.len()).step_by(LOOKED_AT) {
        let Small {
            mut starts,
            letters,
            behind,
        } = small_words(bytes, start);
        // Those that join others are seldom, and are taken off again.
        small += behind.count_ones() as usize;
        while starts != 0 {
            let from = starts.trailing_zeros();
            let at = start + from as usize;
            if words.may_join(bytes, at) {
                let end = from + (!letters >> from).trailing_zeros();
                let whole = behind.unbounded_shr(end) & 1 == 1;
                small -= usize::from(whole && joins(at));
            }
            starts &= starts - 1;
        }
        if small > most {
            return true;
        }
    }
    false
}

/// How many bytes are no letter and no digit of ASCII; in parts whose count fits a byte and whose length is a multiple of what
/// a machine counts at a time.
fn marks(bytes: &[u8]) -> usize {
    let letter = |b: u8| (b | 0x20).wrapping_sub(b'a') < 26;
    let is = |b: &u8| u8::from(!letter(*b) & (b.wrapping_sub(b'0') >= 10));
    let count = |part: &[u8]| part.iter().fold(0u8, |n, b| n.wrapping_add(is(b)));
    bytes.chunks(192).map(|part| usize::from(count(part))).sum()
}

/// How many bytes [`small_words`] answers for; those behind show where the words end.
const LOOKED_AT: usize = MANY - AT_ONCE;

/// Bytes as bits.
struct Small {
    /// Where words of four small letters or more begin behind a blank; the shorter ones join others mostly.
    starts: u64,
    /// Small letters.
    letters: u64,
    /// The blank or mark behind such a word, if nothing else stands in it.
    behind: u64,
}

/// The words of small letters that begin in the bytes from `start` on.
fn small_words(bytes: &[u8], start: usize) -> Small {
    let [letters, blanks, marks] = of_many(bytes, start, |part| {
        let marks = part.is(b',') | part.is(b'\n');
        [part.smalls(), part.is(b' '), marks]
    });
    let before = u64::from(start > 0 && bytes[start - 1] == b' ');
    let four = letters & letters >> 1 & letters >> 2 & letters >> 3;
    let starts = four & (blanks << 1 | before) & !(u64::MAX << LOOKED_AT);
    // Adding the first letter's bit to the word's moves it behind its last.
    let behind = letters.wrapping_add(starts) & !letters & (blanks | marks);
    Small {
        starts,
        letters,
        behind,
    }
}

/// What words have that are not counted as small.
const JOINS: Flags = Flags::CAPITAL
    .with(Flags::CONNECTOR)
    .with(Flags::PARTICLE)
    .with(Flags::AND)
    .with(Flags::ODD);

/// Whether few of the words are small: names and titles, not sentences.
pub(super) fn is_cell(tokens: &[Token]) -> bool {
    let words = tokens.iter().filter(|t| t.is_word());
    let small = words.clone().filter(|t| !t.has(JOINS)).count();
    small * 5 <= words.count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lang;

    #[test]
    fn prose_is_told_before_it_is_cut_and_no_cell_is_taken_for_it() {
        let words = Words::of(Lang::En);
        let prose = |text: &str| is_prose(text, words);
        for text in [
            "Ana Lind said that the harbour needs another crane before the next winter",
            "Then every village along this river will receive twelve boats, nets, and ropes",
            "The internationalisation programme continues without interruption throughout",
        ] {
            assert!(prose(text), "{text}");
        }
        for text in ["", "Ana Lind, Head of the Board, and Bo Sand", "ANA LIND"] {
            assert!(!prose(text), "{text}");
        }
    }
}
