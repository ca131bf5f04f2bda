//! Headings that bear the title of an agenda row, by the words that the two have in common.

use crate::extract::Extraction;
use foldhash::{HashMap, HashMapExt};
use std::collections::{BTreeMap, BTreeSet};

/// The words of the agenda's titles, breaks and meals left out, with the rows that have them.
pub(super) struct Titles {
    by_word: HashMap<String, Vec<usize>>,
    /// How many words each row's title has.
    lengths: Vec<usize>,
    /// The rows by their whole titles, in small letters.
    whole: HashMap<String, usize>,
}

/// A word of more rows than this tells none of them apart.
const COMMON: usize = 200;

impl Titles {
    pub(super) fn of(x: &Extraction) -> Titles {
        let mut titles = Titles {
            by_word: HashMap::new(),
            lengths: Vec::new(),
            whole: HashMap::new(),
        };
        for (i, row) in x.data.agenda.iter().enumerate() {
            let pause = ["break", "meal", "registration", "social"];
            let is_pause = row.kind.value.is_some_and(|k| pause.contains(&k));
            let words = if is_pause {
                BTreeSet::new()
            } else {
                words(&row.title.value)
            };
            titles.lengths.push(words.len());
            if !words.is_empty() {
                titles
                    .whole
                    .entry(row.title.value.to_lowercase())
                    .or_insert(i);
            }
            for word in words {
                titles.by_word.entry(word).or_default().push(i);
            }
        }
        titles
    }

    /// The row whose title has the most words in common with a heading, if most of both are.
    pub(super) fn best(&self, heading: &str) -> Option<usize> {
        if self.by_word.is_empty() {
            return None;
        }
        let words = words(heading);
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for rows in words.iter().filter_map(|w| self.by_word.get(w)) {
            for row in rows.iter().filter(|_| rows.len() <= COMMON) {
                *shared.entry(*row).or_insert(0) += 1;
            }
        }
        let mut best = (0.6, None);
        for (row, count) in shared {
            let score = 2.0 * count as f64 / (words.len() + self.lengths[row]) as f64;
            if score > best.0 || (score == 0.6 && best.1.is_none()) {
                best = (score, Some(row));
            }
        }
        // `AOB: Lamps` is a part of the row `AOB`.
        let part = || heading.split_once(": ").map(|(row, _)| row.to_lowercase());
        best.1.or_else(|| self.whole.get(&part()?).copied())
    }
}

fn words(title: &str) -> BTreeSet<String> {
    let parted = title.split(|c: char| !c.is_alphanumeric());
    let telling = parted.filter(|w| w.len() > 2 || w.chars().any(|c| c.is_ascii_digit()));
    telling.map(str::to_lowercase).collect()
}
