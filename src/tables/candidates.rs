//! Matches that are too doubtful to merge.

use crate::record;

record! {
    /// Two entities that may be one; `aliases.csv` can say whether they are.
    pub struct Candidate in "candidates" ("can") key [table, id_a, id_b] {
        /// The table of the two.
        table: Text,
        /// The first entity.
        id_a: Target,
        /// The second entity.
        id_b: Target,
        /// What speaks for one entity.
        evidence_for: Text,
        /// What speaks for two.
        evidence_against: Text,
        /// From 1, the most likely first.
        rank: Int,
    }
}
