//! Numbers that measure the world.

use crate::extract::Extraction;
use crate::record;

/// What a number can be.
pub const KINDS: &[&str] = &[
    "percentage",
    "fraction",
    "count",
    "money",
    "duration",
    "distance",
    "area",
    "mass",
    "temperature",
    "energy",
    "rate",
    "multiple",
    "other",
];
/// How exactly a number is meant.
pub const QUALIFIERS: &[&str] = &[
    "exact",
    "about",
    "more_than",
    "at_least",
    "less_than",
    "at_most",
];
/// Which way a number changed.
pub const DIRECTIONS: &[&str] = &["increase", "decrease"];

record! {
    /// A number that measures the world.
    pub struct Statistic in "statistics" ("num") key [value, value_max, as_printed, sentence] {
        /// The session it was named in.
        session_id: Link in &["sessions"],
        /// The number, scaled: 1.2 billion is 1200000000.
        value: Num,
        /// The upper end of a range.
        value_max: Num,
        /// percent, an ISO 4217 code, an SI symbol or a singular unit name; empty for counts and fractions.
        unit: Text,
        /// What kind of number it is.
        kind: Choice in KINDS,
        /// How exactly it is meant.
        qualifier: Choice in QUALIFIERS,
        /// Whether it tells of a rise or a fall.
        direction: Choice in DIRECTIONS,
        /// The noun phrase measured.
        measure: Text,
        /// The place it speaks of.
        place: Text,
        /// The time it speaks of, as printed.
        period: Text,
        /// Number, scale and unit as printed.
        as_printed: Text,
        /// The sentence it stands in.
        sentence: Text,
        /// Who is credited with it.
        speaker: Text,
    }
}

/// Reads the table.
pub fn extract(_x: &mut Extraction) {}
