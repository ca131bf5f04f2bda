//! What a word can be to a reader of people: the same when the table of words is built and when it is asked.

use crate::value::eight;

/// A set of things that a word can be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flags(pub u32);

impl Flags {
    pub const NONE: Flags = Flags(0);
    /// A small word inside a name: van, de la.
    pub const PARTICLE: Flags = Flags(1);
    /// A word after a name that belongs to it: Jr.
    pub const SUFFIX: Flags = Flags(1 << 1);
    /// A noun of jobs.
    pub const JOB: Flags = Flags(1 << 2);
    /// An adjective of jobs and headings.
    pub const MODIFIER: Flags = Flags(1 << 3);
    /// A word that no name has.
    pub const NOT_NAME: Flags = Flags(1 << 4);
    /// A word of topics, a surname at most.
    pub const TOPIC: Flags = Flags(1 << 5);
    /// A word that joins the parts of a title.
    pub const CONNECTOR: Flags = Flags(1 << 6);
    /// A noun of organisations.
    pub const ORGANISATION: Flags = Flags(1 << 7);
    /// A noun of parts of organisations.
    pub const UNIT: Flags = Flags(1 << 8);
    /// An organisation's name of one word.
    pub const KNOWN: Flags = Flags(1 << 9);
    /// Capitals that are no organisation.
    pub const NOT_ACRONYM: Flags = Flags(1 << 10);
    /// A given name.
    pub const GIVEN: Flags = Flags(1 << 11);
    /// Begins with a capital letter.
    pub const CAPITAL: Flags = Flags(1 << 12);
    /// Two letters or more, all capitals.
    pub const CAPITALS: Flags = Flags(1 << 13);
    /// One or several initials: J., J.K.
    pub const INITIAL: Flags = Flags(1 << 14);
    /// Has a digit, an at sign or another mark that no name has.
    pub const ODD: Flags = Flags(1 << 15);
    /// A country's people or things: Kenyan.
    pub const DEMONYM: Flags = Flags(1 << 16);
    /// Between two names: and.
    pub const AND: Flags = Flags(1 << 17);

    /// A small prefix and a capital: d'Aubigny, al-Masri.
    pub const PREFIXED: Flags = Flags(1 << 18);
    /// Capitals that cannot be spoken as a word: UNDP.
    pub const UNSPOKEN: Flags = Flags(1 << 19);
    /// Ends as abstract nouns do: -tion, -ment.
    pub const ABSTRACT: Flags = Flags(1 << 20);
    /// A word of organisations that is a surname too: Church, Ngo.
    pub const SURNAME: Flags = Flags(1 << 21);
    /// The letters with which an honorific may begin: the, of the Hon.
    pub const HONORIFIC: Flags = Flags(1 << 22);
    /// Those with which a role may begin.
    pub const ROLE: Flags = Flags(1 << 23);
    /// The first word of a country's name, or an article before it.
    pub const COUNTRY: Flags = Flags(1 << 24);
    /// An abbreviation, to which the full stop behind it belongs.
    pub const STOPPED: Flags = Flags(1 << 25);

    pub fn has(self, other: Flags) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets.
    pub const fn with(self, other: Flags) -> Flags {
        Flags(self.0 | other.0)
    }
}

/// The common abbreviations to which a full stop behind them belongs.
pub const SHORT: [&str; 53] = [
    "mr", "mrs", "ms", "dr", "drs", "prof", "hon", "rev", "jr", "sr", "st", "ste", "gen", "col",
    "capt", "lt", "maj", "sgt", "amb", "sen", "gov", "dept", "univ", "inst", "ltd", "inc", "corp",
    "co", "eng", "ing", "arch", "lic", "dra", "sra", "dott", "assoc", "asst", "dir", "dipl",
    "ph.d", "m.sc", "mag", "cllr", "mme", "md", "mohd", "wm", "chr", "ma", "mª", "fco", "fdez",
    "hdez",
];

/// Places in the table of short words; a language has some nine thousand.
pub const SLOTS: usize = 1 << 14;
/// Buckets of these words.
pub const BUCKETS: usize = 1 << 12;
/// Bits of the small words that join.
pub const JOIN_SLOTS: usize = 1 << 15;
/// Bits of the small words inside names.
pub const PARTICLE_SLOTS: usize = 1 << 10;

/// Where the bit of a word's [`key`] stands; that of all words of more than sixteen letters is the same.
#[inline]
pub fn particle_slot(key: u128) -> usize {
    let mixed = (key as u64 ^ (key >> 64) as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed >> (64 - PARTICLE_SLOTS.ilog2())) as usize
}

/// Of the first three letters of a word five bits each.
#[inline]
pub fn join_slot(text: &[u8], at: usize) -> usize {
    let letters = eight::at(text, at) as usize;
    (letters & 31) << 10 | (letters >> 8 & 31) << 5 | letters >> 16 & 31
}
