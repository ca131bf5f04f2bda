//! What a word can be to the reader of quantities: the same when the table of words is built and when it is asked.

/// What a word can be; a word may be several of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Class {
    Number,
    Scale,
    ScaleLetter,
    Vague,
    Denominator,
    Fold,
    Month,
    Weekday,
    Increase,
    Decrease,
    Between,
    From,
    To,
    And,
    Or,
    Minus,
    Article,
    Determiner,
    Of,
    Every,
    Per,
    Times,
    TimesMore,
    Point,
    Label,
    LabelShort,
    Temporal,
    Street,
    Meridiem,
    Ago,
    Stop,
    Verb,
    VerbMany,
    Adjective,
    Which,
    Singular,
    Filler,
    Clause,
    Item,
    Age,
    By,
    Pronoun,
    Copula,
    /// A month that in small letters is another word.
    Homograph,
    /// `square`, `cubic`.
    Power,
    /// Opens a phrase of time.
    Time,
    /// Before a clock time.
    At,
    /// In what an amount was lost or spent: `in`.
    Inside,
    /// What a year is told of: `1990 levels`.
    OfYear,
}

/// Places in the table of words; a language has some two thousand, with those of the units and currencies.
pub const SLOTS: usize = 1 << 12;
/// Buckets of these words.
pub const BUCKETS: usize = 1 << 10;
/// Bits of the first three letters of words.
pub const STARTS: usize = 1 << 13;

/// Where the bit of the first three of eight bytes stands, of which five bits each count: the same in either case.
#[inline]
pub fn start_slot(eight: u64) -> usize {
    let letters = eight as u32 & 0x1f_1f1f;
    (letters.wrapping_mul(0x9e37_79b1) >> (u32::BITS - STARTS.ilog2())) as usize
}
