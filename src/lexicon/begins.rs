//! What the phrases of a set begin with: most places of a text are refused by their first bytes.

/// The first bytes of spellings, each by its last five bits, which are the same in either case.
#[derive(Default)]
pub(super) struct Begins {
    /// For each first byte the second ones.
    seconds: [u32; 32],
    /// For each first byte the third ones.
    thirds: [u32; 32],
    /// The first bytes of spellings of less than four bytes.
    short: u32,
    /// A bit for the hash of the first four bytes of each spelling of less than eight.
    fours: [u64; 8],
    /// A bit for the hash of the first eight bytes of each other spelling.
    eights: [u64; 16],
}

impl Begins {
    /// Adds a spelling.
    pub fn add(&mut self, spelling: &[u8]) {
        let Some(&first) = spelling.first() else {
            return;
        };
        // Behind a spelling of one or two bytes anything may stand.
        let bits = |at: usize| spelling.get(at).map_or(u32::MAX, |b| 1 << (b & 31));
        self.seconds[usize::from(first & 31)] |= bits(1);
        self.thirds[usize::from(first & 31)] |= bits(2);
        match (spelling.first_chunk(), spelling.first_chunk()) {
            (Some(eight), _) => {
                let (word, bit) = place_of_eight(eight);
                self.eights[word] |= 1 << bit;
            }
            (None, Some(four)) => {
                let (word, bit) = place_of_four(four);
                self.fours[word] |= 1 << bit;
            }
            (None, None) => self.short |= 1 << (first & 31),
        }
    }

    /// Whether a phrase may begin with these two bytes.
    #[inline]
    pub fn may_begin_with(&self, first: u8, second: u8) -> bool {
        self.seconds[usize::from(first & 31)] >> (second & 31) & 1 == 1
    }

    /// Whether a phrase may stand at the start of these bytes.
    #[inline]
    pub fn may_begin(&self, text: &[u8]) -> bool {
        let Some(&first) = text.first() else {
            return false;
        };
        let has = |bits: u32, at: usize| bits >> (text.get(at).copied().unwrap_or(0) & 31) & 1 == 1;
        let first = usize::from(first & 31);
        has(self.seconds[first], 1) && has(self.thirds[first], 2) && {
            let four = text.first_chunk().map(place_of_four);
            let eight = text.first_chunk().map(place_of_eight);
            four.is_some_and(|(word, bit)| self.fours[word] >> bit & 1 == 1)
                || eight.is_some_and(|(word, bit)| self.eights[word] >> bit & 1 == 1)
                || self.short >> first & 1 == 1
        }
    }
}

/// Where the bit of four bytes stands.
#[inline]
fn place_of_four(four: &[u8; 4]) -> (usize, u32) {
    let letters = u32::from_le_bytes(*four) & 0x1f1f_1f1f;
    let hash = letters.wrapping_mul(0x9e37_79b1) >> 23;
    ((hash >> 6) as usize, hash & 63)
}

/// Where the bit of eight bytes stands.
#[inline]
fn place_of_eight(eight: &[u8; 8]) -> (usize, u32) {
    let letters = u64::from_le_bytes(*eight) & 0x1f1f_1f1f_1f1f_1f1f;
    let hash = (letters.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 54) as u32;
    ((hash >> 6) as usize, hash & 63)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spelling_is_never_refused_and_most_other_words_are() {
        let mut begins = Begins::default();
        for spelling in ["chair", "Of", "por", "secretary general"] {
            begins.add(spelling.as_bytes());
        }
        for text in [
            "Chairs",
            "CHAIR",
            "of",
            "oF it",
            "por favor",
            "POR",
            "Secretary",
        ] {
            assert!(begins.may_begin(text.as_bytes()), "{text}");
        }
        for text in [
            "",
            "cha",
            "chat",
            "the chair",
            "o",
            "pour",
            "secret",
            "Secretions",
        ] {
            assert!(!begins.may_begin(text.as_bytes()), "{text}");
        }
    }
}
