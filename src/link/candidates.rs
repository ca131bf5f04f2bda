//! Matches that are too doubtful to merge, the most likely first.

use crate::schema::{Id, Record, Target};
use crate::seal::id_of;
use crate::tables::candidates::Candidate;

/// Two entities that may be one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    pub table: &'static str,
    pub a: Id,
    pub b: Id,
    /// How much speaks for one; only the order counts.
    pub score: u32,
    pub evidence_for: String,
    pub evidence_against: String,
}

/// The rows of `candidates`, with their ids.
pub(super) fn rows(mut pairs: Vec<Pair>) -> Vec<(Id, Candidate)> {
    for pair in &mut pairs {
        if pair.a.hash > pair.b.hash {
            std::mem::swap(&mut pair.a, &mut pair.b);
        }
    }
    pairs.sort_by(|x, y| {
        let key = |p: &Pair| (std::cmp::Reverse(p.score), p.table, p.a.hash, p.b.hash);
        key(x).cmp(&key(y))
    });
    let rows = pairs.into_iter().enumerate().map(|(i, pair)| {
        let (a, b) = (pair.a.to_string(), pair.b.to_string());
        let id = id_of(Candidate::TABLE, "", &[pair.table, &a, &b]);
        let row = Candidate {
            table: super::text(pair.table),
            id_a: Target::of(pair.a),
            id_b: Target::of(pair.b),
            evidence_for: super::text(&pair.evidence_for),
            evidence_against: super::text(&pair.evidence_against),
            rank: super::count(i as u32 + 1),
            rule: "doubtful-match",
            ..Candidate::default()
        };
        (id, row)
    });
    rows.collect()
}
