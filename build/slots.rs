//! Words strewn over the places of a table so that no two have the same one: each is found with one look.

use super::slots::{bucket, hash, place};

/// The numbers of the buckets, and at each place the index of a word, if one stands there.
///
/// # Panics
/// Where there are more words than can be told apart.
pub fn strewn(words: &[u128], buckets: usize, places: usize) -> (Vec<u16>, Vec<Option<usize>>) {
    let mut of_bucket = vec![Vec::new(); buckets];
    for (i, word) in words.iter().enumerate() {
        of_bucket[bucket(hash(*word), buckets)].push(i);
    }
    let mut order: Vec<usize> = (0..buckets).collect();
    order.sort_by_key(|b| usize::MAX - of_bucket[*b].len());
    let (mut numbers, mut table) = (vec![0; buckets], vec![None; places]);
    for b in order {
        let own = &of_bucket[b];
        let free = |number: &u16| {
            let at = |i: &usize| place(hash(words[*i]), *number, places);
            let at: Vec<usize> = own.iter().map(at).collect();
            let twice = |i: usize| at[..i].contains(&at[i]);
            (0..at.len()).all(|i| table[at[i]].is_none() && !twice(i))
        };
        let number = (0..=u16::MAX).find(free);
        numbers[b] = number.expect("too many words: make the table larger");
        for &i in own {
            table[place(hash(words[i]), numbers[b], places)] = Some(i);
        }
    }
    (numbers, table)
}
